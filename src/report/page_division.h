/*
 * page_division.h -- the pages of one division: its first page, and parts
 * where that would be too long.
 *
 * The first page leads with what is new and what is to be done by day; the
 * day of the night and days ago stand in it alone.  Cases come behind, as
 * report/page_case writes them, by the three kinds of enum piece.
 */
#ifndef REPORT_PAGE_DIVISION_H
#define REPORT_PAGE_DIVISION_H

#include "case/kept.h"
#include "report/page_shell.h"

/* A slot that asks for something in these days, in this order on a day. */
enum task {
	TASK_OVERDUE,		/* was to be posted by then, and is not */
	TASK_AGAIN,		/* came down too early: posted again */
	TASK_POST,		/* to be posted by that day */
	TASK_DOWN,		/* from that day on it may come down */
	TASK_MAY,		/* may be posted now; must it, later */
	TASK_FROM,		/* may be posted from that day on */
	TASKS
};

struct page_task {
	enum task	 task;
	struct day	 day;		/* under which it stands */
	struct day	 by;		/* its last day; NONE: none */
	const char	*id, *title;	/* of the case */
	const char	*step, *place;
	const char	*through;	/* posted as early as may be */
	const char	*media, *hears;	/* of these "": nothing to say */
	size_t		 piece;		/* of the case */
	const char	*href;
};

/* An objection that is not resolved. */
struct page_heard {
	const char	*id, *title, *what, *number;
	struct day	 received, limit;	/* limit NONE: none is known */
	const char	*hears;
	size_t		 piece;
	const char	*href;
};

struct page_new {
	enum severity	 severity;
	enum code	 code;
	bool		 of_event;
	const char	*id, *title, *what;	/* what: step or event, place */
	size_t		 piece;
	const char	*href;		/* NULL: it is nowhere any more */
};

/* Today and the next five working days; before it what is late. */
enum { WEEK_DAYS = 6, WEEK_COLUMNS = WEEK_DAYS + 1 };

/* The figures of a division; its own. */
struct page_row {
	const char	*code, *name, *href;
	long long	 cases, slots, due, fine, overdue;
	long long	 open[SEVERITIES];	/* waived ones left out */
	long long	 fresh, waived;
	long long	 codes[2][CODES];	/* of slots, of events; open */
	long long	 post[WEEK_COLUMNS], down[WEEK_COLUMNS];
	struct day	 last, refused;		/* of its deliveries */
	const char	*refused_as;		/* its name in refused/DAY/ */
	const char	*fault;			/* its first; "" not known */
	bool		 calendar;		/* one lies there, */
	long long		 stale;			/* changes it lacks */
};

/* Its figures, added; codes apart, which no page sums up. */
void		 page_row_add(struct page_row *, const struct page_row *);

struct page_part {
	const char	*file, *name;
	long long	 cases, open[SEVERITIES];
};

/* What all pages of a run have in common. */
struct page_run {
	const struct page_shell	*shell;
	const struct names	*names;
	struct day		 today;
	struct day		 since;		/* NONE: nothing to compare */
	bool			 nights;	/* some night is known */
	struct day		 night;		/* the last that is over, or
						   tonight's */
	const char		*calendars;	/* "../calendars/", or the
						   address; NULL: no links */
	const char		*base;		/* address of codes; NULL */
};

struct page_division {
	const struct page_row	*row;
	const struct day	*week;		/* WEEK_DAYS */
	const struct page_task	*tasks;		/* by day, then task */
	size_t			 ntasks;
	const struct page_task	*later;		/* the first behind them */
	const struct page_heard	*heard;
	size_t			 nheard;
	const struct page_new	*news;		/* the worst first */
	size_t			 nnews;
	const struct page_new	*fixed;		/* the worst first; no pieces */
	size_t			 nfixed;
	const struct page_part	*parts;		/* of one that was split */
	size_t			 nparts;
};

/* Cases of a page, by kind: with findings, open, over. */
enum piece { PIECE_FOUND, PIECE_OPEN, PIECE_OVER, PIECES };

/* From the doctype to where cases come. */
void		 page_division_begin(FILE *, struct arena *,
		    const struct page_run *, const struct page_division *);

/* The same of a part, or of a case's own page, which lies in a folder. */
void		 page_part_begin(FILE *, struct arena *,
		    const struct page_run *, const struct page_row *,
		    const char *title, bool in_folder);

/* Around the cases of a kind; n of them. */
void		 page_pieces_begin(FILE *, struct arena *, enum piece,
		    long long n);
void		 page_pieces_end(FILE *, enum piece);

/* <li> of one that is over: which, and the words of how it stands. */
void		 page_over_line(FILE *, const char *href, const char *id,
		    const char *title, const char *words);

/* That other findings of a case stand elsewhere, with links. */
void		 page_elsewhere(FILE *, struct arena *,
		    const struct page_run *, const char *code, long long n);

/* Its calendar: a link, and a code where there is an address. */
void		 page_calendar(FILE *, struct arena *,
		    const struct page_run *, const struct page_row *,
		    bool coded);

/* "2026-11-29 (today)", "2026-11-20 (9 days ago)", "never". */
const char	*page_ago(struct arena *, struct day, struct day today);

/* <li> of what is new. */
void		 page_new_item(FILE *, const struct page_new *);

/* A section of what was fixed, `all` in all; nothing where that is 0. */
void		 page_fixed(FILE *, struct arena *, const struct page_new *,
		    size_t n, long long all);

/* A row of <td>: findings by severity, n of them 0 as "0". */
void		 page_severity_cells(FILE *,
		    const long long of[static SEVERITIES]);
void		 page_severity_heads(FILE *);

/* Among the cards: a figure and its word; one for each severity. */
void		 page_card(FILE *, long long n, const char *word);
void		 page_severity_cards(FILE *,
		    const long long of[static SEVERITIES]);

/* A frame that scrolls, around a table. */
void		 page_scroll_begin(FILE *, const char *label);
void		 page_scroll_end(FILE *);

#endif
