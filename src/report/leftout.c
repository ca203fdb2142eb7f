/*
 * What verdicts leave out: told, so that nobody hides behind a trait unseen,
 * and no forgotten row silences a deadline.  LANGUAGE, sections 1 and 2.
 */
#include <string.h>

#include "base/text.h"
#include "report/report.h"
#include "words/json.h"

void
totals_exempt(struct totals *t, struct arena *a, const char *trait,
    const char *title, long long slots)
{
	size_t	i, at = 0;

	while (at < t->nexempt && strcmp(t->exempt[at].trait, trait) < 0)
		at++;
	if (at < t->nexempt && strcmp(t->exempt[at].trait, trait) == 0) {
		t->exempt[at].slots += slots;
		return;
	}
	t->exempt = arena_grow(a, t->exempt, t->nexempt, &t->room,
	    sizeof(*t->exempt));
	for (i = t->nexempt++; i > at; i--)
		t->exempt[i] = t->exempt[i - 1];
	t->exempt[at] = (struct exempted){ arena_dup(a, trait),
	    arena_dup(a, title), slots };
}

static const char *
label_title(const struct label *l)
{
	return title_in(l->id, l->title, l->title_en);
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
			totals_exempt(t, a, all->proc->traits[i].id,
			    label_title(&all->proc->traits[i]),
			    out.exempt[i]);
	t->paused += out.paused;
}

void
json_left_out(FILE *f, const struct totals *t)
{
	const char	*comma = "";
	size_t		 i;

	fputs(", \"exempt\": {", f);
	for (i = 0; i < t->nexempt; i++) {
		fputs(comma, f);
		json_string(f, t->exempt[i].trait);
		fprintf(f, ": %lld", t->exempt[i].slots);
		comma = ", ";
	}
	fprintf(f, "}, \"paused\": %lld", t->paused);
}

const char *
exempt_line(struct arena *a, const struct totals *t)
{
	const char	*list = "", *one;
	size_t		 i;

	for (i = 0; i < t->nexempt; i++) {
		one = arena_printf(a, text_plural("%s, %lld notice",
		    "%s, %lld notices", (unsigned long)t->exempt[i].slots),
		    t->exempt[i].title, t->exempt[i].slots);
		list = i == 0 ? one : arena_printf(a, _("%s; %s"), list, one);
	}
	return arena_printf(a, _("Not to be posted: %s"), list);
}

const char *
paused_line(struct arena *a, const struct totals *t)
{
	return arena_printf(a, text_plural("Clocks that are stopped: %lld "
	    "deadline", "Clocks that are stopped: %lld deadlines",
	    (unsigned long)t->paused), t->paused);
}
