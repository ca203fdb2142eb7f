/*
 * source.h -- what one file says of a year's days off: an official notice's
 * own text, a public calendar's feed, or holiday-cn's JSON.
 *
 * What a file says is taken as it says it; whether it holds, and what it
 * changes, is for job/almanac.  What a single file can be wrong in (a weekday
 * in brackets, a number of days) is refused here, at its place.
 */
#ifndef INPUT_SOURCE_H
#define INPUT_SOURCE_H

#include "base/arena.h"
#include "base/diag.h"
#include "time/workcal.h"

enum source_form { SOURCE_NOTICE, SOURCE_FEED, SOURCE_JSON };

/* One day that the file names. */
struct stated {
	struct day	 day;
	enum day_kind	 kind;		/* DAY_OFF, DAY_WORKED */
	bool		 remark;	/* worked as always: 照常上班 */
	const char	*name;		/* the holiday, or "" */
	struct place	 place;
};

struct source {
	const char	*path;
	enum source_form form;
	bool		 country;	/* by the State Council, as it says */
	bool		 local;		/* by a region, as it says */
	bool		 whole;		/* a notice of all of a year's */
	int		 year;
	struct day	 issued;	/* of a notice; DAY_NONE: not said */
	const char	*number;	/* 国办发明电〔2019〕16号, or "" */
	const char	*address;	/* where it stands, or "" */
	struct stated	*days;		/* in the file's order */
	size_t		 n, cap;
	/* "延长春节假期至2月2日": from its last day on; DAY_NONE: none. */
	struct stated	 extend;
};

/*
 * Fills what lies behind path.  False: it is broken, or says
 * of no day whether it is off; why was said.
 */
bool	 source_read(struct arena *, struct source *, struct diags *);

/*
 * Adds a day; one that is there already must be the same.  A working day that
 * is no weekend is refused, as is a day of another year.  False: an error was
 * added.
 */
bool	 source_tell(struct arena *, struct source *, struct stated,
	    struct diags *);

/*
 * The same for all days of a feed or of JSON, the year among them found by the
 * number of days where the source has none yet.  The day on which work begins
 * again, which both call worked, is passed over.
 */
bool	 source_tell_all(struct arena *, struct source *, const struct stated *,
	    size_t n, struct diags *);

/* What it says of a day; NULL: nothing. */
const struct stated *source_says(const struct source *, struct day);

/* "2026-02-15 (Sunday)", in the arena. */
const char	*source_day(struct arena *, struct day);
const char	*source_weekday(int weekday);

/* Each of one form: text as UTF-8, `len` bytes and a NUL. */
bool	 notice_read(struct arena *, struct source *, const char *text,
	    size_t len, struct diags *);
bool	 feed_read(struct arena *, struct source *, const char *text,
	    size_t len, struct diags *);
bool	 daysjson_read(struct arena *, struct source *, const char *text,
	    size_t len, struct diags *);

#endif
