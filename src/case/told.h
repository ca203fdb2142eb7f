/*
 * told.h -- a sentence as a value: what it says, in no language.
 *
 * A message of the program by its msgid, and what stands in it: days, counts,
 * periods, titles in both languages, texts of the data, other sentences.
 * words/say makes words of it, for a catalogue that is handed over; so what is
 * kept from night to night is facts, and words come last.
 */
#ifndef CASE_TOLD_H
#define CASE_TOLD_H

#include "base/arena.h"
#include "time/period.h"

enum told_kind {
	TOLD_NONE,		/* nothing is said */
	TOLD_TEXT,		/* of the data or the rules, as it is */
	TOLD_MESSAGE,		/* `text`: a msgid with a %s or %d a part */
	TOLD_PLURAL,		/* of `n`: `text`, the first part: many */
	TOLD_DAY,		/* `n`: a day's */
	TOLD_NUMBER,		/* `n` */
	TOLD_PERIOD,		/* `n`, `text`: its unit */
	TOLD_TITLE,		/* `text`: an id; the title, the English one */
	TOLD_PLACE,		/* `text`: a code; the name, or "" */
	TOLD_LIST,		/* of parts, `text`: a msgid, with two %s or
				   what stands between */
	TOLD_NARROW,		/* a place and a title, in few columns */
	TOLD_KINDS,
	TOLD_WRITTEN = TOLD_KINDS	/* `text`: see told_write */
};

/* A value; its texts and parts live in an arena, or as long as the program. */
struct told {
	enum told_kind		 kind;
	bool			 loose;	/* its msgids came from elsewhere */
	int32_t			 n;
	const char		*text;
	const struct told	*parts;
	size_t			 nparts;
};

enum {
	TOLD_DEPTH = 32,	/* sentences in sentences */
	TOLD_HOLES = 16		/* parts of a message */
};

#define TOLD_NOTHING	((struct told){ .kind = TOLD_NONE })

/*
 * A message with what stands in it: for each %s or %d of each msgid that it
 * may be, in their order, a value.  tests/guards/told.sh counts them.
 */
#define TELL(a, msgid, ...)						\
	told_message((a), (msgid), (const struct told[]){ __VA_ARGS__ },\
	    sizeof((const struct told[]){ __VA_ARGS__ }) /		\
	    sizeof(struct told))

struct told	 told_message(struct arena *, const char *msgid,
		    const struct told *parts, size_t n);

/* One with nothing in it. */
struct told	 told_words(const char *msgid);

/* These keep the texts that they are given. */
struct told	 told_text(const char *);
struct told	 told_day(struct day);
struct told	 told_number(int32_t);
struct told	 told_plural(struct arena *, const char *one, const char *many,
		    int32_t n, struct told what);	/* %d; then %s of it,
							   NOTHING: none */
struct told	 told_period(struct period);
struct told	 told_title(struct arena *, const char *id, const char *title,
		    const char *title_en);
struct told	 told_place(struct arena *, const char *code,
		    const char *name);
struct told	 told_narrow(struct arena *, struct told place,
		    struct told title);

/* The unit of a period. */
enum unit	 told_unit(const struct told *);

struct told	 told_list(struct arena *, const char *glue,
		    const struct told *parts, size_t n);

/* The list with one more item; the first item is the list. */
struct told	 told_add(struct arena *, struct told list, const char *glue,
		    struct told item);

static inline bool
told_is(struct told t)
{
	return t.kind != TOLD_NONE;
}

/*
 * As a text for the database: readable, without control characters.  What
 * told_read makes of it says the same.  What is none of ours is a text that
 * says itself, as sentences of versions before were kept.
 */
const char	*told_write(struct arena *, struct told);
struct told	 told_written(const char *);
struct told	 told_read(struct arena *, const char *);

#endif
