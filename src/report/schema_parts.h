/*
 * schema_parts.h -- what the files of the schema share; inside report/ only.
 *
 * schema.c writes the maps of rule files and what stands under their keys;
 * schema_kinds.c says of each kind of value what it may be; schema_patterns.c
 * makes expressions (those that JavaScript and Python read alike) of forms.
 */
#ifndef REPORT_SCHEMA_PARTS_H
#define REPORT_SCHEMA_PARTS_H

#include <stdio.h>

#include "base/arena.h"
#include "base/text.h"
#include "rule/code.h"
#include "rule/vocab.h"

/* What YAML may make of it, in the order in which JSON Schema has them. */
enum {
	IS_STRING = 1, IS_NUMBER = 2, IS_BOOLEAN = 4, IS_NULL = 8,
	IS_LIST = 16, IS_MAP = 32,
	/* a scalar, which the loader reads as it is written */
	IS_TEXT = IS_STRING | IS_NUMBER | IS_BOOLEAN
};

enum value_kind {
	K_NONE,
	K_LINE, K_NOTE, K_ID, K_NAME, K_NAMES, K_BASIS, K_BASES,
	K_CASE, K_AT, K_OPENS, K_AFTER, K_BOUND, K_GATE, K_POINT,
	K_LASTS, K_PART, K_DOWN, K_RAISED, K_WITHIN, K_AGAIN_OPENS,
	K_AMOUNT, K_PAUSES, K_PAUSE, K_EXTENDS,
	K_COUNTING, K_DEADLINES, K_WINDOWS, K_FIRST_DAY, K_ROLL,
	K_BOOL, K_STEP_KIND, K_INSTRUMENT_KIND, K_EVERY, K_CALENDAR,
	K_OBJECTIONS, K_UPHELD, K_AGAIN,
	K_MEDIA, K_MEDIA_LIST, K_MEDIUM_RULE, K_MEDIUM, K_TIMES, K_COUNT,
	K_CONTENT, K_REVIEW,
	K_GRADE, K_GRADES, K_EVENT_GRADES, K_STEP_GRADES,
	K_REMEDY, K_EVENT_REMEDY, K_STEP_REMEDY, K_WHY,
	K_TEXT, K_WORDING, K_LOCAL,
	K_SCOPE, K_FORCE, K_INSTRUMENT_FORCE, K_DATE,
	K_INSTRUMENTS, K_INSTRUMENT, K_DAYS, K_LABELS, K_LABEL,
	K_EVENTS, K_EVENT, K_STEPS, K_STEP,
	K_TABLES, K_TABLE, K_LINES, K_LINE_OF, K_TERM,
	K_CHECK, K_CHECK_SIDE, K_CHECK_ITEM,
	KINDS
};

/* Names that a map holds, in place of keys of the language. */
enum free_names {
	NAMES_NONE, NAMES_LINE, NAMES_ID, NAMES_LABEL, NAMES_DIVISION,
	NAMES_MEDIUM, NAMES_CODE, NAMES_EVENT_CODE, NAMES_STEP_CODE,
	NAMES_CITED
};

struct value_row {
	const char	*name;			/* of its definition */
	unsigned	 is;
	const char	*(*pattern)(struct arena *);	/* of a string */
	const char	*(*expected)(struct arena *);	/* said of any other */
	vocab_set	 map;			/* its keys: a group; 0: none */
	enum free_names	 names;
	enum value_kind	 entry;			/* what stands under names */
	enum value_kind	 item;			/* of a list; NONE: itself, but
						   for lists in it */
	vocab_set	 words;			/* offered: of these groups */
	const enum form	*forms;			/* offered; ended by FORMS */
	bool		 taken_away;		/* may be `none` (无) */
};

extern const struct value_row	value_rows[KINDS];

/* What stands under a key of a group; K_NONE: nobody has said. */
enum value_kind	 kind_of(enum word, vocab_set group);

/* Groups of keys that make a map, one by one; 0: there is none more. */
vocab_set	 group_at(size_t i);
const char	*group_name(vocab_set group);

/* What must be said of a map with another key. */
const char	*expected_keys(struct arena *, vocab_set group);

/* ---- expressions, each of the whole text */

const char	*pattern_names(struct arena *, enum free_names);
const char	*pattern_line(struct arena *);
const char	*pattern_filled(struct arena *);
const char	*pattern_id(struct arena *);
const char	*pattern_level(struct arena *);
const char	*pattern_where(struct arena *);
const char	*pattern_bound(struct arena *);
const char	*pattern_after(struct arena *);
const char	*pattern_limit(struct arena *);
const char	*pattern_raised(struct arena *);
const char	*pattern_within(struct arena *);
const char	*pattern_again_opens(struct arena *);
const char	*pattern_point(struct arena *);
const char	*pattern_part(struct arena *);
const char	*pattern_again(struct arena *);
const char	*pattern_amount(struct arena *);
const char	*pattern_number(struct arena *);
const char	*pattern_date(struct arena *);
const char	*pattern_division(struct arena *);
const char	*pattern_wording(struct arena *);
const char	*pattern_medium(struct arena *);
const char	*pattern_severity(struct arena *);
const char	*pattern_days(struct arena *);

/* One of the words of these groups. */
const char	*pattern_words(struct arena *, vocab_set groups);

/* "P 后 ${1:N} ..." as editors fill in; forms as people read them. */
const char	*form_snippet(struct arena *, const char *form, enum lang);
const char	*forms_list(struct arena *, const enum form *);

#endif
