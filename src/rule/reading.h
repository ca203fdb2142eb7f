/*
 * reading.h -- how a phrase is read; for rule/phrase and rule/mend alone.
 *
 * English forms are read from the left.  A Chinese name stands before its
 * words and may hold them itself ("公示后上报 前"), so all ways are tried, and
 * that one counts whose name is known.
 */
#ifndef RULE_READING_H
#define RULE_READING_H

#include "rule/forms.h"
#include "rule/phrase.h"
#include "rule/statutes.h"

enum { READINGS = 4 };		/* of one text, that are told apart */

struct reader {
	struct arena			*arena;
	const struct node		*node;
	const char			*s;
	size_t				 end;
	const struct point_names	*names;
	struct diags			*diags;
};

/* False: the node is no text, and an error is added. */
bool		 reading_of(struct arena *, const struct node *,
		    const struct point_names *, struct diags *,
		    struct reader *);

struct place	 place_in(const struct reader *, size_t at);
const char	*text_in_span(const struct reader *, struct span);

/* NAME or NAME.opens, NAME.closes. */
bool		 read_point(const struct reader *, struct span,
		    struct phrase *);

/* Not one of these; one; one gone wrong, and what is wrong has been said. */
enum heard { UNHEARD, HEARD, FAULTY };

/* Of forms that begin alike the one that was followed furthest complains. */
enum heard	 read_left(const struct reader *, const enum form *, size_t n,
		    enum lang, struct phrase *);

/* What a text can mean by some wordings, of points that are known. */
struct readings {
	struct phrase	list[READINGS];
	int		n;
};

/* Adds those that are not yet there. */
void		 read_all(const struct reader *, const struct wording *,
		    size_t n, struct readings *);

/*
 * What the language itself says goes before what statutes say; a text that is
 * a name as a whole, where a name alone may stand, stands between them.  Where
 * no name is known the more special wording is taken, and its point is what
 * is wrong: `general` forms, the last of them, come behind what statutes say.
 */
struct grammar {
	const enum form	*forms;
	size_t		 n, general;
	enum wordings	 statutes;
	bool		 bare;
};

enum heard	 read_anywhere(const struct reader *, const struct grammar *,
		    struct phrase *);

/* ---- texts */

struct node	 node_of(const char *text);
const char	*without_start(const char *, const char *start);
bool		 starts(const char *, const char *start);
bool		 is_chinese(const char *);

/* Blanks single, none at the ends. */
const char	*tidy(struct arena *, const char *);

#endif
