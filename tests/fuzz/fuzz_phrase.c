/*
 * Any text as a phrase; one that is read is printed and read again the same,
 * where the name of its point is known.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rule/mend.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

/*
 * A name may be, or hold, what is an English phrase or a point in itself:
 * report/rules then writes its id, or the other language.
 */
static bool
is_plain(const char *name)
{
	static const char *const	heads[] = {
		"before", "after", "within", "at", "with", "by", "until",
		"permanently", "none"
	};
	size_t				 i;

	for (i = 0; i < sizeof(heads) / sizeof(*heads); i++)
		if (strcmp(name, heads[i]) == 0)
			return false;
	return strpbrk(name, " .\t\n") == NULL &&
	    strstr(name, "\xe3\x80\x80") == NULL;
}

enum kind_of { BOUND, PART, DOWN, WITHIN, PLACES };

static bool
read_at(struct arena *a, enum kind_of place, const struct node *n,
    const struct point_names *names, struct phrase *p, struct diags *d)
{
	return place == BOUND ? mend_read_bound(a, n, false, names, p, d) :
	    place == PART ? mend_read_part(a, n, names, p, d) :
	    mend_read_limit(a, n, place == DOWN ? ANCHOR_DOWN :
	    ANCHOR_WITHIN, names, p, d);
}

static const char *
written(struct arena *a, const struct phrase *p, enum lang lang)
{
	struct period	n = { p->n, p->unit, false, false };

	return p->word == W_NONE ? phrase_words(a, p, lang) :
	    phrase_print_limit(a, n, vocab_text(p->word, lang), lang);
}

static bool
same(const struct phrase *p, const struct phrase *q)
{
	return p->kind == q->kind && p->part == q->part && p->n == q->n &&
	    (p->n == 0 || p->unit == q->unit) && p->month == q->month &&
	    p->day == q->day && p->edge == q->edge && p->word == q->word &&
	    (p->word != W_NONE || p->point == NULL || q->point == NULL ?
	    true : strcmp(p->point, q->point) == 0);
}

static void
again(struct arena *a, enum kind_of place, const struct phrase *p,
    enum lang lang)
{
	struct point_names	 names = { &p->point, p->point != NULL &&
				    p->word == W_NONE };
	struct node		 n = { .kind = NODE_TEXT };
	struct phrase		 q;

	if (p->point != NULL && p->word == W_NONE && !is_plain(p->point))
		return;
	n.text = written(a, p, lang);
	if (!read_at(a, place, &n, &names, &q, diags_new(a)) || !same(p, &q)) {
		fprintf(stderr, "place %d: `%s`\n", (int)place, n.text);
		abort();
	}
}

static void
try_names(struct arena *a, const struct node *n,
    const struct point_names *names, struct diags *d)
{
	struct phrase	 p;
	int		 place;

	for (place = BOUND; place < PLACES; place++)
		if (read_at(a, (enum kind_of)place, n, names, &p, d)) {
			again(a, (enum kind_of)place, &p, LANG_ZH);
			again(a, (enum kind_of)place, &p, LANG_EN);
		}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const	points[] = {
		"审定", "初审公示", "公示", "审定 后 3 日", "选举日", "e", "s"
	};
	static const struct point_names	names = { points, 7 };
	struct arena			*a = arena_new();
	struct diags			*d = diags_new(a);
	struct node			 n = { .kind = NODE_TEXT };
	struct phrase			 p;
	struct where			 w;

	n.text = arena_ndup(a, (const char *)data, size);
	try_names(a, &n, NULL, d);
	try_names(a, &n, &names, d);
	(void)mend_read_bound(a, &n, true, &names, &p, d);
	(void)phrase_point(a, &n, &p, d);
	(void)mend_read_period(a, &n, &p, d);
	if (mend_read_where(a, &n, &w, d)) {
		n.text = phrase_print_where(a, w, LANG_ZH);
		if (!mend_read_where(a, &n, &w, d))
			abort();
	}
	arena_free(a);
	return 0;
}
