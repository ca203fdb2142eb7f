/*
 * forms.h -- a text held against a form, as "P 后 N UNIT内" of rule/vocab.
 *
 * Blanks of the text are passed over, the wide one too.
 */
#ifndef RULE_FORMS_H
#define RULE_FORMS_H

#include "rule/numerals.h"

/* A part of a text: bytes from..to, blanks taken off. */
struct span {
	size_t	from, to;
};

size_t		 blank_at(const char *s);	/* its bytes, or 0 */
size_t		 skip_blanks(const char *s, size_t at, size_t end);
struct span	 trimmed(const char *s, size_t from, size_t to);

/* What stood where the form has its pieces. */
struct found {
	struct span	point;		/* P, LEVEL */
	enum number	size;		/* of N; NONE: the form has none */
	int32_t		n;
	size_t		n_at;
	enum unit	unit;
	int		times;
	int32_t		month, day;	/* 0: the form has none */
	size_t		date_at;
};

enum piece {
	PIECE_HEAD,		/* a word before all that is not one */
	PIECE_WORD, PIECE_POINT, PIECE_NUMBER, PIECE_UNIT, PIECE_MONTH,
	PIECE_DAY, PIECE_END
};

/* Where a text left the form, and what should have stood there. */
struct stuck {
	size_t		at;
	enum piece	piece;
};

/* From the left; P, which takes all that is left, may only come last. */
bool		 form_read(const char *form, const char *s, size_t end,
		    struct found *, struct stuck *);

/*
 * A form with a P anywhere.  Since a name may hold the words of the form,
 * there can be several ways: *at is `end` at first, and each call gives the
 * next, with a shorter P.  False: there is none.
 */
bool		 form_split(const char *form, const char *s, size_t end,
		    size_t *at, struct found *);

/* The piece at *form, which is moved behind it. */
struct part {
	enum piece	 piece;
	const char	*word;		/* as the form has it */
	size_t		 len;
};

struct part	 form_next(const char **form);

/* Has the form this piece? */
bool		 form_has(const char *form, enum piece);

#endif
