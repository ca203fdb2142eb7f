#include "job/pages_said.h"

#include <string.h>

#include "job/carry.h"

#define OFFSET(type, member)	offsetof(struct type, member)

static const size_t	texts_of_piece[] = {
	OFFSET(leaf_piece, href), OFFSET(leaf_piece, anchor),
	OFFSET(leaf_piece, division)
};
static const size_t	texts_of_task[] = {
	OFFSET(page_task, id), OFFSET(page_task, title),
	OFFSET(page_task, step), OFFSET(page_task, place),
	OFFSET(page_task, through), OFFSET(page_task, media),
	OFFSET(page_task, hears)
};
static const size_t	texts_of_heard[] = {
	OFFSET(page_heard, id), OFFSET(page_heard, title),
	OFFSET(page_heard, what), OFFSET(page_heard, number),
	OFFSET(page_heard, hears)
};
static const size_t	texts_of_new[] = {
	OFFSET(page_new, id), OFFSET(page_new, title), OFFSET(page_new, what)
};
static const size_t	texts_of_note[] = { OFFSET(page_note, figures) };
static const size_t	texts_of_said[] = { OFFSET(said, name) };

static const struct carried	head = {
	OFFSET(said, is), 1, 0, texts_of_said, NULL
};
static const struct carried	forms[SAYINGS] = {
	[SAYING_ROW] = { sizeof(struct page_row), 0, 0, NULL, NULL },
	[SAYING_PIECE] = { sizeof(struct leaf_piece), 3, 0, texts_of_piece,
	    NULL },
	[SAYING_TASK] = { sizeof(struct page_task), 7, 0, texts_of_task,
	    NULL },
	[SAYING_LATER] = { sizeof(struct page_task), 7, 0, texts_of_task,
	    NULL },
	[SAYING_HEARD] = { sizeof(struct page_heard), 5, 0, texts_of_heard,
	    NULL },
	[SAYING_NEW] = { sizeof(struct page_new), 3, 0, texts_of_new, NULL },
	[SAYING_FIXED] = { sizeof(struct page_new), 3, 0, texts_of_new,
	    NULL },
	[SAYING_PAGE] = { sizeof(struct page_note), 1, 0, texts_of_note,
	    NULL },
	[SAYING_END] = { sizeof(struct page_index), 0, 0, NULL, NULL },
};

FILE *
teller_begin(struct teller *t)
{
	t->from = (long long)ftello(t->bytes);
	return t->bytes;
}

/* The other pointers of a value mean nothing elsewhere, and are not read. */
void
teller_tell(struct teller *t, struct said s)
{
	carry_write(t->said, NULL, &s, &head);
	if (forms[s.what].size > 0)
		carry_write(t->said, NULL, &s.is, &forms[s.what]);
}

void
teller_tell_bytes(struct teller *t, struct said s)
{
	s.bytes = (long long)ftello(t->bytes) - t->from;
	teller_tell(t, s);
}

bool
said_read(FILE *f, struct arena *a, struct said *s)
{
	memset(s, 0, sizeof(*s));
	return carry_read(f, a, s, &head) && (size_t)s->what < SAYINGS &&
	    (forms[s->what].size == 0 ||
	    carry_read(f, a, &s->is, &forms[s->what]));
}
