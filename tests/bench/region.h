/*
 * region.h -- an invented year of a region, the same for the same seed.
 *
 * A region has 14 cities, 106 counties, 1,060 townships and 5,000 villages
 * with 6 to 12 groups each; 33,624 projects at village, township and county,
 * and one household exit a village.  Some postings in a hundred are missing,
 * late or short.  Nothing after region_today is recorded.  Rows come village
 * by village, those of a case in the order in which they happened.
 *
 * Names are invented.  Codes are without zero groups at their end.
 */
#ifndef BENCH_REGION_H
#define BENCH_REGION_H

#include <stdbool.h>
#include <stdint.h>

enum sheet { DIVISIONS, CASES, EVENTS, POSTINGS, OBJECTIONS, SHEETS };

enum { REGIONS = 31, NO_DAY = INT32_MIN, PLACES_MAX = 16, CODE = 24 };

/* The first is 45; the country has 31. */
extern const int	region_codes[REGIONS];

/* The day on which the sheets were handed in: 2020-12-01. */
enum { region_today = 18597 };

/* Days are counted from 1970-01-01.  Words are the ids of the rules. */
struct row {
	enum sheet	 sheet;
	const char	*division;	/* the case's, or the row's own */
	const char	*id;
	const char	*name;		/* of a division; a case's title */
	const char	*procedure;
	const char	*batch;
	bool		 named;		/* the sheet names the places */
	int		 nplaces;
	char		 places[PLACES_MAX][CODE];	/* sorted */
	const char	*what;		/* event or step */
	const char	*at;		/* posting, objection: the division */
	int32_t		 day;		/* of the event, posted, received */
	int32_t		 until;		/* or resolved */
	bool		 online;	/* on the web, not on a board */
	const char	*place;
	const char	*by;		/* or handler */
};

typedef void	 row_fn(void *ctx, const struct row *);

void		 region_year(int code, uint64_t seed, row_fn *, void *ctx);

/* The Chinese title under which an id of the row's rule stands in a sheet. */
const char	*region_title(const struct row *, const char *id);

#endif
