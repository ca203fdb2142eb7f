/*
 * vocab.h -- every key and word of the rule language, in both languages.
 *
 * One table: the loader, `rules show` and completion read it, and a guard
 * holds the manual against it.  A word is known in some groups (the keys of a
 * step, the units, ...); a file may use either language, word by word.  Behind
 * it stands the table of phrases, which are read and printed by it.
 */
#ifndef RULE_VOCAB_H
#define RULE_VOCAB_H

#include <stdbool.h>
#include <stddef.h>

#include "base/text.h"

enum vocab_group {
	IN_PACK = 1 << 0, IN_PROCEDURE = 1 << 1, IN_EVENT = 1 << 2,
	IN_STEP = 1 << 3, IN_BOUND = 1 << 4, IN_OBJECTIONS = 1 << 5,
	IN_COUNTING = 1 << 6, IN_DEADLINES = 1 << 7, IN_WINDOWS = 1 << 8,
	IN_INSTRUMENT = 1 << 9, IN_FORCE = 1 << 10, IN_KINDS = 1 << 11,
	IN_LEVELS = 1 << 12, IN_UNITS = 1 << 13, IN_EDGES = 1 << 14,
	IN_FIRST_DAY = 1 << 15, IN_ROLL = 1 << 16, IN_BOOL = 1 << 17,
	IN_INSTRUMENT_KINDS = 1 << 18,
	IN_PART = 1 << 19,		/* the map form of a period */
	IN_GATE = 1 << 20,		/* ... of a gate's point */
	IN_ITEM = 1 << 21,		/* ... of a medium, an item */
	IN_MEDIA = 1 << 22, IN_LABEL = 1 << 23, IN_REVIEW = 1 << 24,
	IN_EXTENDS = 1 << 25, IN_UPHELD = 1 << 26,
	IN_UPHELD_KINDS = 1 << 27, IN_CYCLES = 1 << 28,
	IN_ANCHORS = 1 << 29,		/* what limits of objections run from */
	IN_CYCLE_EDGES = 1 << 30
};

/* Of the file of the yearly report; an enum has no room for more. */
#define IN_ANNUAL	(1ULL << 31)
#define IN_TABLE	(1ULL << 32)
#define IN_LINE		(1ULL << 33)	/* a row or a column of it */
#define IN_TERMS	(1ULL << 34)	/* which cases of a year it counts */

typedef unsigned long long	vocab_set;	/* of groups, as bits */

enum word {
	W_NONE,
	/* keys */
	W_PACK, W_PROCEDURE, W_TITLE, W_TITLE_EN, W_NOTE, W_BASIS, W_CASE,
	W_EVENTS, W_STEPS, W_INSTRUMENTS, W_COUNTING, W_SCOPE, W_IN_FORCE,
	W_FROM, W_UNTIL, W_KIND, W_AT, W_OPENS, W_LASTS, W_AFTER, W_GATE,
	W_REPEATS, W_OBJECTIONS, W_HANDLER, W_BOUND, W_DEADLINES, W_WINDOWS,
	W_FIRST_DAY, W_ROLL, W_JUDGED, W_PLANNED, W_NUMBER, W_ISSUED, W_DAYS,
	W_WHY,
	W_TRAITS, W_AMOUNTS, W_FOR, W_NOT_FOR, W_WHEN, W_UNLESS, W_POINT,
	W_MEDIUM, W_ITEM, W_ENDS, W_OPTIONAL, W_PAUSES, W_EXTENDS, W_BY, W_ON,
	W_DOWN, W_MEDIA, W_ANY, W_ALL, W_TIMES, W_CONTENT, W_REVIEW,
	W_EVIDENCE, W_RAISED, W_WITHIN, W_UPHELD, W_AGAIN, W_SEVERITY,
	W_REMEDY, W_TEXT, W_HOTLINE, W_OFFICE, W_ISSUER, W_PUBLISHED,
	W_EVERY, W_CALENDAR, W_BASES, W_OVERLAY,
	W_ANNUAL, W_TABLES, W_ROWS, W_COLUMNS, W_CAME, W_DONE, W_OPEN, W_SUM,
	W_CHECK,
	/* values */
	W_NOTICE, W_ANNOUNCEMENT, W_COMMISSION,
	W_OWN, W_REGION, W_CITY, W_COUNTY, W_TOWNSHIP, W_VILLAGE, W_GROUP,
	W_DAY, W_WORKDAY, W_MONTH, W_EDGE_OPENS, W_EDGE_CLOSES,
	W_COUNTED, W_NOT_COUNTED, W_ROLL_NONE, W_ROLL_NEXT, W_TRUE, W_FALSE,
	W_STOPS,
	W_YEAR, W_QUARTER, W_RECEIVED, W_WAS_UPHELD,
	W_EVERY_MONTH, W_EVERY_QUARTER, W_EVERY_HALF_YEAR, W_EVERY_YEAR,
	W_EDGE_FIRST, W_EDGE_LAST,
	W_IN_YEAR, W_AT_START, W_AT_END,
	W_COUNT
};

/*
 * Phrases.  In a form P is a point, N a number, UNIT a unit, LEVEL a level,
 * MM and M a month, DD and D a day; all else stands as it is, blanks as they
 * like.
 */
enum form {
	FORM_AFTER, FORM_WITHIN, FORM_BY_DATE, FORM_BY_DAY, FORM_WITH,
	FORM_LEAST_AFTER, FORM_BEFORE, FORM_LEAST_BEFORE,
	FORM_LASTS, FORM_UNTIL, FORM_UNTIL_LEAST, FORM_PERMANENTLY, FORM_NONE,
	FORM_PERIOD, FORM_EACH,
	FORMS
};

const char	*vocab_form(enum form, enum lang);

/* The word that `text` is in one of the groups, in either language. */
enum word	 vocab_find(const char *text, vocab_set groups);

/*
 * The longest word of the groups that begins these `len` bytes (an English
 * one ends there, too) and in *used its length; NONE: there is none.
 */
enum word	 vocab_begins(const char *text, size_t len, vocab_set groups,
		    size_t *used);

/* The word of that group nearest to text, in the language text is in. */
const char	*vocab_nearest(const char *text, vocab_set groups);

/*
 * The key under which a key stands, as `steps` for `opens`; PACK and PROCEDURE
 * where it stands in their files for itself; NONE: it is no key.
 */
enum word	 vocab_holder(const char *key);

/*
 * Each text that is taken for a word of the groups, row by row: the English
 * one, the Chinese one, a second Chinese one, then the statutes' own.  *i is 0
 * at first; false: there is none more.
 */
struct vocab_row {
	enum word	 word;
	enum lang	 lang;
	const char	*text;
	const char	*help;		/* msgid, or "" */
	bool		 written;	/* the form that `rules show` prints */
};

bool		 vocab_next(size_t *i, vocab_set groups, struct vocab_row *);

/* All words of the groups in one language, for "expected one of". */
const char	*vocab_list(vocab_set groups, enum lang,
		    char *buf, size_t size);

/* The form that `rules show` prints. */
const char	*vocab_text(enum word, enum lang);
vocab_set vocab_groups(enum word);

/* Working days without a number: what an instrument may say its days are. */
const char	*vocab_days(enum lang);

/* Of a unit in English: one of it. */
const char	*vocab_one(enum word);

#endif
