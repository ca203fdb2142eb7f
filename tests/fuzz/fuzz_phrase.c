/*
 * Any text as a phrase; one that is read is printed and read again the same.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rule/mend.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
again(struct arena *a, const struct phrase *p, enum lang lang,
    struct diags *d)
{
	struct bound	b = { .kind = p->kind,
			    .period = { p->n, p->unit, false, false },
			    .point = { 0, p->edge, p->edge == EDGE_EVENT } };
	struct node	n = { .kind = NODE_TEXT };
	struct phrase	q;
	const char	*name = phrase_print_point(a, p->point, b.point, lang);

	/*
	 * A name may be, or hold, what is a phrase in itself ("before 前"):
	 * report/rules then writes its id, or the other language.
	 */
	if (strcmp(p->point, "before") == 0 ||
	    strcmp(p->point, "after") == 0 ||
	    strcmp(p->point, "within") == 0 || strcmp(p->point, "at") == 0 ||
	    strpbrk(p->point, " .\t\n") != NULL ||
	    strstr(p->point, "前") != NULL || strstr(p->point, "后") != NULL ||
	    strstr(p->point, "\xe3\x80\x80") != NULL)
		return;
	n.text = phrase_print(a, &b, name, lang);
	if (!phrase_bound(a, &n, true, &q, d) || q.kind != p->kind ||
	    q.n != p->n || q.edge != p->edge ||
	    strcmp(q.point, p->point) != 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct node	 n = { .kind = NODE_TEXT };
	struct phrase	 p;
	struct where	 w;

	n.text = arena_ndup(a, (const char *)data, size);
	if (mend_read_bound(a, &n, size % 2 == 0, NULL, &p, d)) {
		again(a, &p, LANG_ZH, d);
		again(a, &p, LANG_EN, d);
	}
	(void)phrase_point(a, &n, &p, d);
	(void)mend_read_lasts(a, &n, &p, d);
	(void)mend_read_where(a, &n, &w, d);
	arena_free(a);
	return 0;
}
