/*
 * put.h -- one fact of any kind, as its key and its values; for src/store/.
 *
 * A key begins with the case's division and id (a division's is its code);
 * the fields come in the order in which the statements number them.  How a
 * fact meets the row that has its key is the same for all kinds.
 */
#ifndef STORE_PUT_H
#define STORE_PUT_H

#include "store/inside.h"

enum kind {
	KIND_DIVISION, KIND_CASE, KIND_EVENT, KIND_EVENT_DAY, KIND_POSTING,
	KIND_OBJECTION
};

enum {
	KEYS = 7,		/* fields of a key, at the most */
	VALUES = 5,
	ALWAYS = 1 << 30	/* bit of a value that every sheet has */
};

enum type { TEXT, DAY, FLAG };

struct field {
	enum type	 type;
	unsigned	 bit;		/* the column it comes from */
	const char	*text;
	int		 n;		/* DAY: its number, FLAG: 0 or 1 */
};

struct fact {
	enum kind	kind;
	unsigned	has;		/* bits: which values are given */
	struct field	key[KEYS];	/* a case's are division, id, ... */
	struct field	val[VALUES];
};

/* What store.h says of putting and taking back, but for the complaint. */
enum put	 put_fact(struct store *, struct fact *);
enum put	 put_take_back(struct store *, const struct fact *);

/* Writes the rows of the run and its file, with the first change. */
bool		 put_touch(struct store *);

/* Binds the key to the first parameters of a statement; runs it. */
void		 put_bind_key(struct store *, enum stmt, const struct fact *);
bool		 put_drop(struct store *, enum stmt, const struct fact *);

#endif
