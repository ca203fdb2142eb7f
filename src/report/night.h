/*
 * night.h -- what a night found, for people and for programs.
 *
 * The text leads with what was refused and a table of townships: whom to
 * call.  Then comes what is new, what was mended and what is gone for
 * another reason, by township, then what stands, the worst first; a clerk
 * reads it in two minutes and knows whom to call.  A quiet night has three
 * lines.  The JSON is that of
 * Interface, "The night".
 */
#ifndef REPORT_NIGHT_H
#define REPORT_NIGHT_H

#include <stdio.h>

#include "case/kept.h"
#include "report/report.h"
#include "words/layout.h"

enum section {
	SECTION_NEW, SECTION_STANDING, SECTION_FIXED, SECTION_GONE,
	SECTION_WAIVED, SECTIONS,
	SECTION_UNKNOWN = SECTIONS	/* of the text: those standing that
					   nobody can judge */
};

/* A county of which nothing is told as of tonight. */
struct night_late {
	const char	*county;
	struct day	 last;		/* its last night; NONE: it had none */
};

/* What the lists of a report add up to; known before they are written. */
struct night_head {
	struct day		 today, since;	/* since NONE: the first */
	long long		 counts[SECTIONS][SEVERITIES];
	long long		 unknown;	/* of those standing, by code */
	const struct delivery	*deliveries;
	size_t			 ndeliveries;
	const char		*const *stuck;	/* may not be moved, wait */
	size_t			 nstuck;
	const char		*const *waiting;	/* still written to */
	size_t			 nwaiting;
	const struct refused	*refused_before;	/* and still there */
	size_t			 nrefused_before;
	size_t			 nopen_before;	/* not delivered again since */
	const struct waiver	*waivers;
	size_t			 nwaivers;
	long long		 cases, judged, slots;
	long long		 states[STATES];
	struct totals		 left;		/* out: of it these alone */
	const struct names	*names;
	const struct catalogue	*words;		/* of findings */
	const struct night_late	*late;		/* by code; of a night over
						   many counties */
	size_t			 nlate;
	const struct town	*towns;		/* by code */
	size_t			 ntowns;
};

/* What a section of the text holds. */
long long	 night_count(const struct night_head *, enum section);

/* The parts of the JSON, in this order; lists by enum section. */
void		 night_json_begin(FILE *, const struct night_head *);
void		 night_json_list(FILE *, enum section);
void		 night_json_item(FILE *, struct arena *,
		    const struct night_head *, enum section, bool is_first,
		    const struct kept *);
void		 night_json_end(FILE *, const struct night_head *);

/*
 * receipt.txt of a delivery: what its rows were (lines that were kept), then
 * the findings that are new or went at its cases; NULL: there are none.
 */
void		 night_receipt_begin(struct arena *, FILE *,
		    const struct delivery *, const char *told);
void		 night_receipt_item(struct arena *, FILE *,
		    const struct catalogue *, bool is_first,
		    const struct kept *);

/*
 * "notice, name (code)": how the sentence of a finding begins, since at one
 * place there may be several; NULL: it does not.
 */
const char	*night_subject(struct arena *, const char *sentence,
		    const struct kept *);

struct night_text;

/* Text, begun with the summary.  The arena must live as long. */
struct night_text *night_text_begin(struct arena *, FILE *,
		    const struct night_head *);

/* By section: new, fixed, gone, standing, waived, unknown. */
void		 night_text_item(struct night_text *, enum section,
		    const struct kept *, const struct caller *);
void		 night_text_end(struct night_text *);

#endif
