/*
 * What verdicts leave out: told, so that nobody hides behind a trait unseen,
 * and no forgotten row silences a deadline.  LANGUAGE, sections 1 and 2.
 */
#include <string.h>

#include "report/report.h"

static struct exempted *
exempted_of(struct totals *t, struct arena *a, const struct label *trait)
{
	size_t	i, at = 0;

	while (at < t->nexempt && strcmp(t->exempt[at].trait, trait->id) < 0)
		at++;
	if (at < t->nexempt && strcmp(t->exempt[at].trait, trait->id) == 0)
		return &t->exempt[at];
	t->exempt = arena_grow(a, t->exempt, t->nexempt, &t->room,
	    sizeof(*t->exempt));
	for (i = t->nexempt++; i > at; i--)
		t->exempt[i] = t->exempt[i - 1];
	t->exempt[at] = (struct exempted){ trait->id,
	    title_in(trait->id, trait->title, trait->title_en), 0 };
	return &t->exempt[at];
}

void
totals_leave(struct totals *t, struct arena *a, const struct plan *all,
    const struct plan *now, const char *top)
{
	struct leftout	out = { 0 };
	int		i;

	plan_left_out(all, now, top, &out);
	for (i = 0; i < all->proc->ntraits; i++)
		if (out.exempt[i] > 0)
			exempted_of(t, a, &all->proc->traits[i])->slots +=
			    out.exempt[i];
	t->paused += out.paused;
}
