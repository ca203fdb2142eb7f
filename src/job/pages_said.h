/*
 * pages_said.h -- what one process has to say on pages, for the one that
 * writes them.  Inside job/ only, for job/pages.
 *
 * Bytes of pieces and of pages go into one file, all else into another, in the
 * order in which it is said.
 */
#ifndef JOB_PAGES_SAID_H
#define JOB_PAGES_SAID_H

#include "job/pages_leaf.h"
#include "report/page_index.h"

enum saying {
	SAYING_PASS,		/* name: a division; pages before are whole */
	SAYING_ROW,		/* name: a page's code; what its figures gain */
	SAYING_PIECE,		/* likewise, with bytes */
	SAYING_TASK,
	SAYING_LATER,
	SAYING_HEARD,
	SAYING_NEW,
	SAYING_FIXED,
	SAYING_STAY,		/* name: a file */
	SAYING_PAGE,		/* likewise, with bytes */
	SAYING_END,		/* what all cases of a part come to */
	SAYINGS
};

struct said {
	enum saying	 what;
	const char	*name;
	long long	 bytes;
	union {
		struct page_row		row;
		struct leaf_piece	piece;
		struct page_task	task;
		struct page_heard	heard;
		struct page_new		new;
		struct page_note	note;
		struct page_index	sum;
	} is;
};

struct teller {
	FILE		*bytes, *said;
	long long	 from;		/* where these bytes begin */
};

/* Where bytes go, until they are told with what they are of. */
FILE	*teller_begin(struct teller *);
void	 teller_tell(struct teller *, struct said);
void	 teller_tell_bytes(struct teller *, struct said);

/* The next, texts in the arena.  False: it cannot be read. */
bool	 said_read(FILE *, struct arena *, struct said *);

#endif
