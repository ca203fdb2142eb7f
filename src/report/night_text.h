/*
 * night_text.h -- the text of a night on its way; inside report/ only.
 *
 * night.c has its lists, night_calls.c what was refused and whom to call.
 */
#ifndef REPORT_NIGHT_TEXT_H
#define REPORT_NIGHT_TEXT_H

#include "base/division.h"
#include "report/night.h"

enum { NIGHT_WIDTH = 80, NIGHT_INDENT = 6 };

struct night_text {
	struct arena		*scratch;
	FILE			*out;
	const struct night_head	*head;
	int			 section;	/* begun last; -1: none */
	char			 group[DIVISION_MAX + 1];
};

static inline bool
is_past(enum section s)
{
	return s == SECTION_FIXED || s == SECTION_GONE;
}

/* A heading over what comes, with a number where n is not negative. */
void		 night_heading(struct night_text *, const char *words,
		    long long n);

/* An indented paragraph behind its mark; nothing where there are no words. */
void		 night_note(struct arena *, FILE *, const char *mark,
		    const char *words);
void		 night_paragraph(struct night_text *, const char *mark,
		    const char *words);

/* A delivery by its name; a township's own folder is named by its code. */
const char	*night_shown(struct night_text *, const char *name);

/* Why a finding is there no more, "" where it was put right. */
const char	*night_why(enum why);

/* The parts that lead: nothing where nothing was refused, or is open. */
void		 night_refused(struct night_text *);
void		 night_towns(struct night_text *);

#endif
