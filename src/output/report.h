/*
 * report.h -- plans and findings written out, case by case.
 *
 * Text for people, JSON and CSV for programs; each case is written when it
 * comes, in the order in which it comes.  Interface: "Commands".
 */
#ifndef OUTPUT_REPORT_H
#define OUTPUT_REPORT_H

#include <stdio.h>

#include "case/judge.h"
#include "output/names.h"

enum format { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV };

/* False where it names none. */
bool		 format_parse(const char *, enum format *);

struct writer;

struct layout {
	FILE			*out;
	enum format		 format;
	struct day		 today;
	const char		*top;	/* only slots at or below; "" all */
	const struct names	*names;
	bool			 colour;	/* text: a terminal */
	int			 width;		/* columns; 0: 80 */
};

struct totals {
	long long	cases, slots, findings;
	long long	states[STATES];
	long long	codes[2][CODES];	/* of slots; of events */
	long long	severities[SEVERITIES];
};

/* The arena must live as long as the writer. */
struct writer	*writer_new(struct arena *, struct layout);

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
void		 write_plan_end(struct writer *, const struct totals *);

#endif
