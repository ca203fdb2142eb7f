/*
 * explain: why each day of a case is what it is; what a finding code means.
 */
#include <string.h>

#include "account/codes.h"
#include "account/explain.h"
#include "base/text.h"
#include "cmd/cmd.h"
#include "job/gazetteer.h"
#include "job/scan.h"
#include "job/which.h"

static void
to_terminal(struct context *x, struct layout *l)
{
	l->out = stdout;
	l->today = x->today;
	l->colour = l->format == FORMAT_TEXT && is_coloured(stdout);
	l->width = columns_of(stdout);
}

/* STEP or EVENT by id or title; false: it is none. */
static bool
find_point(struct context *x, const struct procedure *p, const char *word,
    struct explained *e)
{
	const char	*near;

	e->step = procedure_step(p, word);
	e->event = e->step >= 0 ? -1 : procedure_event(p, word);
	if (e->step >= 0 || e->event >= 0)
		return true;
	diag_error(x->diags, NOWHERE, _("`%s` is neither a step "
	    "nor an event of the procedure %s"), word, p->id);
	near = procedure_nearest(p, word, true);
	if (near == NULL)
		near = procedure_nearest(p, word, false);
	diag_meant(x->diags, near);
	return false;
}

/* A step has a slot at or below --division, or nothing would be said. */
static bool
has_slot(struct context *x, const struct explained *e, const char *top)
{
	const struct plan	*p = e->all;
	int			 i;

	if (e->step < 0)
		return true;
	for (i = p->first[e->step]; i < p->first[e->step + 1]; i++)
		if (division_within(p->slots[i].division, top))
			return true;
	diag_error(x->diags, NOWHERE, _("the step %s has no slot "
	    "at or below division %s in this case"),
	    p->proc->steps[e->step].id, top);
	return false;
}

static void
judge_one(struct context *x, const struct scan *s, const struct matter *m,
    const struct explained *e, struct verdict *v)
{
	struct gazetteer	*g = gazetteer_new(x->arena, s->store);
	struct land		 land = gazetteer_land(g);

	judge(x->arena, m, e->all, e->now, s->today, &land, v);
	gazetteer_free(g);
}

static void
explain_case(struct context *x, const struct scan *s, struct layout l,
    const char *id, const char *point)
{
	const struct matter	*m = which_case(s->store, x->arena, s->county,
				    id, x->diags);
	struct explained	 e = { .step = -1, .event = -1 };
	struct verdict		 v;

	if (m != NULL)
		m = store_whole(s->store, x->arena, m, x->diags);
	if (m == NULL)
		return;
	if (!scan_lay(s, x->arena, &m, &e.all, &e.now)) {
		diag_error(x->diags, NOWHERE, _("no rule is in "
		    "force for the case `%s`, so there is nothing to explain; "
		    "see `gongshi explain unknown`"), id);
		return;
	}
	if ((point != NULL && !find_point(x, e.all->proc, point, &e)) ||
	    !has_slot(x, &e, s->top))
		return;
	judge_one(x, s, m, &e, &v);
	e.calendars = s->calendars;
	e.verdict = &v;
	write_explained(l, &e);
}

static int
run(struct context *x, struct layout l, const char *id, const char *point)
{
	struct scan	s = { .today = x->today, .detail = LAY_REASONS };

	s.top = option_division(x);
	s.county = option_county(x);
	if (s.top == NULL || s.county == NULL)
		return EXIT_INPUT;
	if (!open_to_read(x, &s.book, &s.calendars, &s.store, &l.names))
		return status_of(x);
	l.top = s.top;
	explain_case(x, &s, l, id, point);
	store_close(s.store);
	return status_of(x);
}

/* A word that is a code stands for the code, unless a second one follows. */
int
cmd_explain(struct context *x, int argc, char **argv)
{
	struct layout	l = { 0 };
	enum code	c;

	if (argc < 1 || argc > 2)
		diag_error(x->diags, NOWHERE, _("expected `explain "
		    "CASE [STEP|EVENT]` or `explain CODE`"));
	(void)option_format(x, &l.format);
	if (diags_errors(x->diags) > 0)
		return EXIT_INPUT;
	to_terminal(x, &l);
	if (argc == 1 && code_named(argv[0], &c)) {
		code_write(l, c, open_rules(x));
		return status_of(x);
	}
	return run(x, l, argv[0], argc > 1 ? argv[1] : NULL);
}
