/*
 * diff.h -- two packs, or two procedures, side by side; inside report/ only.
 *
 * diff.c holds one element against the other and tells what differs,
 * diff_rows.c knows which elements there are.
 */
#ifndef REPORT_DIFF_H
#define REPORT_DIFF_H

#include "report/show.h"

/* One of the two. */
struct side {
	const struct pack	*pack;
	const struct procedure	*proc;		/* NULL: the pack's own file */
	const char		*label;
};

/* An element on one side: empty where it is not there. */
struct shown {
	const char	*text;		/* in the language asked; lines */
	const char	*same;		/* in English: what is compared */
	const char	*basis;		/* "": none */
	struct place	 place;
};

struct diff {
	FILE		*f;
	struct arena	*arena;
	enum lang	 lang;
	struct side	 side[2];
	int		 width;		/* of the labels */
	const char	*head[3];	/* not yet told; NULL: it is */
	int		 n;		/* differences so far */
};

/* Writes one thing, as a key with its value, by the show's language. */
typedef void	 put_fn(const struct show *, const void *thing);

/* What comes out without its key: `skip` whole lines, or up to the colon. */
struct shown	 shown_by(struct diff *, int side, put_fn *, const void *thing,
		    int skip);

/* A text as it stands. */
struct shown	 shown_text(const char *);

/* A heading of that depth, told with the first difference below it. */
void		 diff_head(struct diff *, int depth, const char *);

/* Tells the two, where they differ, under the name of the key. */
void		 diff_tell(struct diff *, const char *key, const struct shown
		    both[2]);

/*
 * The key's place behind the nodes that words and names lead to; the last
 * that is there.  Names of events and steps by id.
 */
struct place	 diff_place(const struct side *, enum word list,
		    const char *id, enum word key, enum word inner);

/* Does a step or event, or what stands for all, say anything of the key? */
bool		 diff_written(const struct side *, enum word list,
		    const char *id, enum word key);

/* The citation above that key in an overlay's own file, else `basis`. */
const char	*diff_basis(struct diff *, int side, enum word list,
		    const char *id, enum word key, const struct basis *);

void		 diff_pack(struct diff *);
void		 diff_procedure(struct diff *);

#endif
