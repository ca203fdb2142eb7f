/*
 * report.h -- plans and findings written out, case by case.
 *
 * Text for people, JSON and CSV for programs; each case is written when it
 * comes, in the order in which it comes.  Interface: "Commands".
 */
#ifndef REPORT_REPORT_H
#define REPORT_REPORT_H

#include "case/judge.h"
#include "case/reach.h"
#include "words/layout.h"

struct writer;

/* Slots that only a trait keeps away. */
struct exempted {
	const char	*trait, *title;
	long long	 slots;
};

struct totals {
	long long	cases, slots, findings;
	long long	states[STATES];
	long long	codes[2][CODES];	/* of slots; of events */
	long long	severities[SEVERITIES];
	struct exempted	*exempt;		/* by bytes of the trait */
	size_t		nexempt, room;
	long long	paused;			/* deadlines that do not run */
};

/* Adds slots that a trait keeps away. */
void		 totals_exempt(struct totals *, struct arena *,
		    const char *trait, const char *title, long long slots);

/* ", "exempt": {...}, "paused": N" of JSON; lines of text, each for itself. */
void		 json_left_out(FILE *, const struct totals *);
const char	*exempt_line(struct arena *, const struct totals *);
const char	*paused_line(struct arena *, const struct totals *);

/* Adds what a case leaves out at slots at or below `top`, and its events. */
void		 totals_leave(struct totals *, struct arena *,
		    const struct plan *all, const struct plan *now,
		    const char *top);

/* What is counted of other cases, added; as bytes for whoever adds it. */
void		 totals_write(FILE *, const struct totals *);
bool		 totals_add(struct totals *, struct arena *, FILE *);

/* The arena must live as long as the writer. */
struct writer	*writer_new(struct arena *, struct layout);

/*
 * One for some of the cases, no township in part, which prints there; what it
 * has printed is joined to the whole in the order of the cases: where to copy
 * what is left of its bytes.  NULL: a file could not be read.
 */
struct writer	*writer_part(struct arena *, const struct writer *, FILE *);
void		 writer_part_end(const struct writer *, FILE *state);
FILE		*writer_join(struct writer *, FILE *printed, long long *bytes,
		    FILE *state);

void		 write_scan_begin(struct writer *);
void		 write_scan_case(struct writer *, struct arena *per_case,
		    const struct matter *, const struct verdict *);
void		 write_scan_end(struct writer *, const struct totals *);

/*
 * `all` is NULL where no rule is in force.  Only slots at or below the
 * layout's `top` are written; of JSON a case without any such slot is left
 * out where `top` is not "".
 */
void		 write_plan_begin(struct writer *);
void		 write_plan_case(struct writer *, struct arena *per_case,
		    const struct matter *, const struct plan *all,
		    const struct plan *now);

/* Days to be reached by the case that was written last; told at the end. */
void		 write_plan_goals(struct writer *, const struct procedure *,
		    const struct reach *, size_t n);
void		 write_plan_end(struct writer *, const struct totals *);

#endif
