#include "desk/slot.h"

#include <string.h>

#include "base/text.h"
#include "desk/division.h"

enum { SOME = 4 };		/* slots that a complaint names */

/* The first version that has a point of that name; its index in *index. */
static const struct procedure *
version_with(const struct version *all, int n, const char *name, bool step,
    int *index)
{
	int	v;

	for (v = 0; v < n; v++) {
		*index = step ? procedure_step(all[v].rules, name) :
		    procedure_event(all[v].rules, name);
		if (*index >= 0)
			return all[v].rules;
	}
	return NULL;
}

static const struct procedure *
need_point(struct desk *k, const struct typed *t, bool step, int *index)
{
	int			 n;
	const struct version	*all = versions_all(k->in->versions, &n);
	const struct procedure	*p = version_with(all, n, t->text, step,
				    index);

	if (p != NULL)
		return p;
	if (n == 0) {
		diag_error(k->d, cell(k, COL_CASE)->at, _("the rules that are "
		    "loaded do not have this case's procedure"));
		return NULL;
	}
	p = all[0].rules;
	diag_error(k->d, t->at, step ? _("`%s` is no step of `%s`") :
	    _("`%s` is no event of `%s`"), t->text, p->title);
	did_you_mean(k, procedure_nearest(p, t->text, step));
	return NULL;
}

const struct procedure *
need_event(struct desk *k, int *index)
{
	return need_point(k, cell(k, COL_EVENT), false, index);
}

const struct procedure *
need_step(struct desk *k, int *index)
{
	return need_point(k, cell(k, COL_STEP), true, index);
}

/* ---- the slot */

/* What a cell says of a slot. */
struct wanted {
	const char	*step;
	const char	*word;		/* "": any slot of the step */
	const char	*code;		/* NULL: it is a name */
	bool		 loose;		/* ... as people write it */
};

static bool
slot_is(struct desk *k, const struct slot *s, const struct wanted *x)
{
	const struct world	*w = k->in->world;
	const char		*name;

	if (x->code != NULL || *x->word == '\0')
		return x->code == NULL || strcmp(s->division, x->code) == 0;
	name = w->name(w->ctx, k->arena, s->division);
	return strcmp(name, x->word) == 0 || (x->loose &&
	    division_means(k, x->word, s->division, name));
}

struct hits {
	const char	*division;
	int		 n;		/* different ones */
	int		 slots;		/* slots of the step at all */
};

static struct hits
find_slots(struct desk *k, const struct wanted *x)
{
	struct visit		 at = versions_visit(k->in->versions,
				    x->step);
	const struct slot	*s;
	struct hits		 h = { 0 };

	while ((s = visit_next(&at)) != NULL) {
		h.slots++;
		if (!slot_is(k, s, x) || (h.division != NULL &&
		    strcmp(h.division, s->division) == 0))
			continue;
		h.division = s->division;
		h.n++;
	}
	return h;
}

bool
intake_has_slot(struct intake *in, const struct matter *m, const char *step,
    const char *division)
{
	struct desk	k = { .in = in };

	versions_turn(in->versions, m);
	return find_slots(&k, &(struct wanted){ .step = step,
	    .word = division, .code = division }).n > 0;
}

/* "样例村 (450225100200)" */
static const char *
shown(struct desk *k, const char *code)
{
	const struct world	*w = k->in->world;
	const char		*name = w->name(w->ctx, k->arena, code);

	return *name == '\0' ? code : arena_printf(k->arena, text_lang() ==
	    LANG_ZH ? "%s（%s）" : "%s (%s)", name, code);
}

static void
tell_slots(struct desk *k, const char *step)
{
	struct visit		 at = versions_visit(k->in->versions, step);
	const struct slot	*s;
	const char		*some = "";
	int			 n = 0;

	while ((s = visit_next(&at)) != NULL) {
		if (strstr(some, s->division) != NULL || ++n > SOME)
			continue;
		some = arena_printf(k->arena, "%s%s%s", some, *some == '\0' ?
		    "" : text_lang() == LANG_ZH ? "、" : ", ", shown(k,
		    s->division));
	}
	if (n > 0)
		diag_note(k->d, NOWHERE, _("it is posted at: "
		    "%s%s"), some, n > SOME ? ", ..." : "");
}

static void
complain_slot(struct desk *k, const struct step_rule *step,
    const struct hits *h)
{
	const struct typed	*t = cell(k, COL_DIVISION);

	if (*t->text == '\0')
		diag_error(k->d, t->at, _("step `%s` is posted at %d "
		    "divisions: say at which"), step->title, h->slots);
	else if (h->n > 1)
		diag_error(k->d, t->at, _("more than one division of step "
		    "`%s` is named `%s`: write its code"), step->title,
		    t->text);
	else
		diag_error(k->d, t->at, _("step `%s` is not posted at `%s` in "
		    "this case"), step->title, t->text);
	if (h->n > 0)
		return;
	k->in->lacking += t->code == NULL;
	tell_slots(k, step->id);
}

const char *
need_slot(struct desk *k, const struct step_rule *step)
{
	const struct typed	*t = cell(k, COL_DIVISION);
	struct wanted		 x = { step->id, t->text, t->code, false };
	struct hits		 h;

	if (!cell_good(t, k->d))
		return NULL;
	h = find_slots(k, &x);
	if (h.n == 0 && t->code == NULL && *t->text != '\0') {
		x.word = squeezed(k->arena, t->text);
		x.loose = true;
		h = find_slots(k, &x);
	}
	if (h.n == 1)
		return arena_dup(k->arena, h.division);
	complain_slot(k, step, &h);
	return NULL;
}
