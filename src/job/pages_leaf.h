/*
 * pages_leaf.h -- pages of divisions while cases come: what is gathered for
 * each until it can be written.  Inside job/ only, for job/pages.
 */
#ifndef JOB_PAGES_LEAF_H
#define JOB_PAGES_LEAF_H

#include "base/division.h"
#include "job/pages.h"
#include "report/page_division.h"
#include "store/calendars.h"

struct leaves;
struct leaf;
struct teller;

/* What a case is on a page: rows of a list, or a section. */
struct leaf_piece {
	enum piece	 kind;
	enum severity	 worst;
	const char	*href;		/* of its own page; NULL: a section */
	const char	*anchor;	/* of that */
	const char	*division;	/* of the case */
	long long	 open[SEVERITIES];
};

struct leaves	*leaves_new(struct arena *, const struct pages *,
		    const struct page_run *, struct pages_folder *,
		    struct diags *);
void		 leaves_free(struct leaves *);

/* Which calendars there are, and who delivers; both by code. */
void		 leaves_know(struct leaves *, const struct calendar_state *,
		    size_t ncalendars, const struct town *, size_t ntowns);

/* The page of a code; begun if it is new.  NULL: an error was added. */
struct leaf	*leaves_find(struct leaves *, const char *code);

/* In another process: all is told, and nothing written. */
void		 leaves_tell(struct leaves *, struct teller *);

/* Its figures, which stay when it is written. */
struct page_row	*leaf_row(struct leaf *);
const struct day *leaf_week(struct leaf *);

/*
 * Where the bytes of the next piece go, which waits in a file; then it is
 * added.  NULL, false: an error was added.
 */
FILE		*leaf_begin(struct leaves *, struct leaf *);
bool		 leaf_add(struct leaves *, struct leaf *,
		    const struct leaf_piece *);

/* All are of the piece that is added next; strings are copied. */
void		 leaf_task(struct leaf *, const struct page_task *);
void		 leaf_new(struct leaf *, const struct page_new *);
void		 leaf_heard(struct leaf *, const struct page_heard *);

/* One that is due behind the week: the first of them is told. */
void		 leaf_later(struct leaf *, const struct page_task *);

/* A finding that was fixed, for the page of a code; strings are copied. */
void		 leaves_fixed(struct leaves *, const char *code,
		    const struct page_new *);

/* All of those, the worst first, with links to the pages that there are. */
struct page_new	*leaves_all_fixed(struct leaves *, size_t *n);

/* Writes the pages to which no case at `division` or behind adds. */
bool		 leaves_pass(struct leaves *, const char *division);

/* Writes all that are left. */
bool		 leaves_end(struct leaves *);

/* All figures, by code. */
struct page_row	*const *leaves_rows(const struct leaves *, size_t *n);

/* Today and the next five working days of a division. */
void		 pages_week(const struct calendars *, const char *code,
		    struct day today, struct day week[static WEEK_DAYS]);

#endif
