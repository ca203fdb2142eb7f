#include "report/show.h"

#include <string.h>

#include "rule/phrase.h"
#include "words/message.h"

static const char *
add(const struct show *o, const char *have, const char *more)
{
	return arena_printf(o->arena, "%s%s%s", have, *have == '\0' ? "" :
	    o->lang == LANG_ZH ? "；" : "; ", more);
}

static const char *
point_words(const struct show *o, struct point p)
{
	const struct procedure	*proc = o->proc;

	if (p.index < proc->nevents)
		return message_event(&proc->events[p.index]);
	return arena_printf(o->arena, p.edge == EDGE_OPENS ?
	    _("the posting of %s") : _("the end of %s"),
	    message_step(&proc->steps[p.index - proc->nevents]));
}

/* A, B or C */
static const char *
names_words(const struct show *o, struct some some, bool traits)
{
	const struct procedure	*p = o->proc;
	const char		*all = "", *name;
	const struct label	*t;
	bool			 zh = o->lang == LANG_ZH;
	int			 i;

	for (i = 0; i < some.n; i++) {
		t = traits ? &p->traits[some.of[i]] : NULL;
		name = traits ? title_in(t->id, t->title, t->title_en) :
		    message_event(&p->events[some.of[i]]);
		all = arena_printf(o->arena, "%s%s%s", all, i == 0 ? "" :
		    i < some.n - 1 ? (zh ? "、" : ", ") :
		    zh ? "或" : " or ", name);
	}
	return all;
}

/* Where it applies, added to `have`. */
static const char *
when_words(const struct show *o, const char *have, const struct condition *c)
{
	if (c == NULL)
		return have;
	if (c->only.n > 0)
		have = add(o, have, arena_printf(o->arena, _("only for %s"),
		    names_words(o, c->only, true)));
	if (c->except.n > 0)
		have = add(o, have, arena_printf(o->arena, _("not for %s"),
		    names_words(o, c->except, true)));
	if (c->when.n > 0)
		have = add(o, have, arena_printf(o->arena,
		    _("once %s is recorded"),
		    names_words(o, c->when, false)));
	if (c->unless.n > 0)
		have = add(o, have, arena_printf(o->arena,
		    _("unless %s is recorded"),
		    names_words(o, c->unless, false)));
	return have;
}

/* WHAT (where it applies, and more) */
static const char *
with_more(const struct show *o, const char *what, const char *more)
{
	return *more == '\0' ? what :
	    arena_printf(o->arena, _("%s (%s)"), what, more);
}

static const char *
by_words(const struct show *o, const struct bound *b, const char *point)
{
	return b->month == 0 ? arena_printf(o->arena,
	    _("by day %d of the month after %s"), b->day, point) :
	    arena_printf(o->arena, _("by the first %02d-%02d after %s"),
	    b->month, b->day, point);
}

static const char *
said_words(const struct show *o, const struct bound *b)
{
	const char	*point = point_words(o, b->point), *n;

	switch (b->kind) {
	case BOUND_GATE:
		return arena_printf(o->arena, _("not before %s"), point);
	case BOUND_AFTER:
		return arena_printf(o->arena, _("after %s"), point);
	case BOUND_BEFORE:
		return arena_printf(o->arena, _("before %s"), point);
	case BOUND_WITH:
		return arena_printf(o->arena, _("on the day of %s"), point);
	case BOUND_BY:
		return by_words(o, b, point);
	default:
		break;
	}
	n = phrase_print_period(o->arena, b->period, o->lang);
	return arena_printf(o->arena,
	    b->kind == BOUND_WITHIN ? _("within %s after %s") :
	    b->kind == BOUND_LEAST_AFTER ? _("at least %s after %s") :
	    _("at least %s before %s"), n, point);
}

static const char *
pause_words(const struct show *o, const struct pause *p)
{
	const struct procedure	*proc = o->proc;

	if (p->to < 0)
		return arena_printf(o->arena, _("paused while %s stands"),
		    message_step(&proc->steps[p->from - proc->nevents]));
	return arena_printf(o->arena, _("paused from %s to %s"),
	    message_event(&proc->events[p->from]),
	    message_event(&proc->events[p->to]));
}

static const char *
bound_words(const struct show *o, const struct bound *b)
{
	const char	*more = when_words(o, "", b->when);
	int		 i;

	for (i = 0; i < b->npauses; i++)
		more = add(o, more, pause_words(o, &b->pauses[i]));
	if (b->longer.n > 0)
		more = add(o, more, arena_printf(o->arena,
		    _("%s longer with %s"),
		    phrase_print_period(o->arena, b->longer, o->lang),
		    message_event(&o->proc->events[b->upon])));
	if (b->graded)
		more = add(o, more, arena_printf(o->arena, _("else: %s"),
		    message_severity(b->severity)));
	return with_more(o, said_words(o, b), more);
}

static const char *
bounds_words(const struct show *o, const char *s, const struct bound *b, int n)
{
	int	i;

	for (i = 0; i < n; i++)
		s = add(o, s, bound_words(o, &b[i]));
	return s;
}

static const char *
part_words(const struct show *o, const struct period_part *p)
{
	const char	*n;

	if (p->kind == PART_PERMANENT)
		return _("stands permanently");
	n = phrase_print_period(o->arena, p->kind == PART_LASTS ? p->judged :
	    p->after, o->lang);
	if (p->kind == PART_LASTS)
		return arena_printf(o->arena, _("stands at least %s"), n);
	if (p->after.n == 0)
		return arena_printf(o->arena, _("stands until %s"),
		    message_event(&o->proc->events[p->event]));
	return arena_printf(o->arena, _("stands until at least %s after %s"),
	    n, message_event(&o->proc->events[p->event]));
}

static const char *
parts_words(const struct show *o, const char *s, const struct period_parts *p)
{
	int	i;

	for (i = 0; i < p->n; i++)
		s = add(o, s, with_more(o, part_words(o, &p->list[i]),
		    when_words(o, "", p->list[i].when)));
	return s;
}

/* The clauses that stand behind it, each once. */
static const char *
basis_words(const struct show *o, const struct basis *const *list, int n)
{
	const char	*s = "";
	int		 i, k;

	for (i = 0; i < n; i++) {
		for (k = 0; k < i; k++)
			if (list[k] != NULL && list[i] != NULL &&
			    strcmp(list[k]->text, list[i]->text) == 0)
				break;
		if (k == i && list[i] != NULL)
			s = add(o, s, list[i]->text);
	}
	return s;
}

static void
put_comment(const struct show *o, const char *title, const char *words,
    const struct basis *const *list, int n)
{
	const char	*stop = o->lang == LANG_ZH ? "。" : ".";
	const char	*basis = basis_words(o, list, n);

	fputs("  # ", o->f);
	fputs(text_clean(o->arena, *words == '\0' ? title :
	    arena_printf(o->arena, _("%s: %s"), title, words), false), o->f);
	fputs(stop, o->f);
	if (*basis != '\0') {
		fputs(o->lang == LANG_ZH ? "" : "  ", o->f);
		fputs(text_clean(o->arena, arena_printf(o->arena,
		    _("Basis: %s"), basis), false), o->f);
		fputs(stop, o->f);
	}
	putc('\n', o->f);
}

static const char *
where_words(const struct show *o, const struct step_rule *s)
{
	const char	*all = "";
	int		 i;

	for (i = 0; i < s->nat; i++)
		all = arena_printf(o->arena, "%s%s%s", all, i == 0 ? "" :
		    o->lang == LANG_ZH ? "、" : ", ",
		    phrase_print_where(o->arena, s->at[i], o->lang));
	return arena_printf(o->arena, s->kind == KIND_NOTICE ?
	    _("a notice, posted at: %s") :
	    _("an announcement, posted at: %s"), all);
}

void
comment_event(const struct show *o, const struct event_rule *e)
{
	const struct basis	*list[2 * BOUNDS_MAX + 1];
	const char		*s = bounds_words(o, when_words(o, "",
				    e->when), e->bounds, e->nbounds);
	int			 i, n = 0;

	if (e->calendar != CYCLE_NO_EDGE)
		s = add(o, s, e->calendar == CYCLE_FIRST ?
		    _("by itself on the first day of the period") :
		    _("by itself on the last day of the period"));
	if (e->repeats)
		s = add(o, s, _("may happen more than once"));
	if (e->optional)
		s = add(o, s, _("need not happen"));
	if (e->ends)
		s = add(o, s, _("ends the case"));
	if (e->nbounds > 0)
		list[n++] = e->basis;
	for (i = 0; i < e->nbounds; i++)
		list[n++] = e->bounds[i].basis;
	put_comment(o, message_event(e), s, list, n);
}

/* Media or contents behind what is said of them. */
static const char *
items_words(const struct show *o, const char *s, const char *what,
    const struct item_rules *r, bool media)
{
	const struct item_rule	*i = r->list;
	const char		*all = "", *one;

	if (r->n == 0)
		return s;
	for (; i < r->list + r->n; i++) {
		one = with_more(o, media ? message_medium(i->text) : i->text,
		    when_words(o, "", i->when));
		if (i->times > 0)
			one = arena_printf(o->arena, _("%s %d times"), one,
			    i->times);
		all = arena_printf(o->arena, "%s%s%s", all, *all == '\0' ?
		    "" : o->lang == LANG_ZH ? "、" : ", ", one);
	}
	return add(o, s, arena_printf(o->arena, "%s%s", what, all));
}

static const char *
notice_words(const struct show *o, const char *s, const struct step_rule *r)
{
	s = items_words(o, s, _("in one of: "), &r->any, true);
	s = items_words(o, s, _("in each of: "), &r->all, true);
	s = items_words(o, s, _("so often: "), &r->times, true);
	s = items_words(o, s, _("shows: "), &r->content, false);
	if (r->review)
		s = add(o, s, _("reviewed for secrets before it goes up"));
	if (r->evidence)
		s = add(o, s, _("with evidence of the posting"));
	return s;
}

static const char *
limit_words(const struct show *o, const char *s, const char *what,
    struct period p, const char *from)
{
	return p.n == 0 ? s : add(o, s, arena_printf(o->arena, what,
	    phrase_print_period(o->arena, p, o->lang), from));
}

static const char *
objection_words(const struct show *o, const char *s,
    const struct objection_rule *r)
{
	const char	*up = _("it went up"), *end = _("its last day");

	if (*r->handler != '\0')
		s = add(o, s, arena_printf(o->arena,
		    _("objections go to %s"), r->handler));
	s = limit_words(o, s, _("objections are raised within %s after %s"),
	    r->raised, r->raised_after == EDGE_CLOSES ? end : up);
	s = limit_words(o, s, _("objections are resolved within %s after %s"),
	    r->within, r->within_closes ? end : _("they were received"));
	if (r->upheld == UPHELD_STOPS)
		s = add(o, s, _("one that is upheld stops what follows"));
	if (r->upheld == UPHELD_AGAIN)
		s = parts_words(o, add(o, s,
		    _("with one that is upheld it begins anew")), &r->again);
	if (r->again_opens != NULL)
		s = add(o, s, arena_printf(o->arena,
		    _("within %s after that"), phrase_print_period(o->arena,
		    r->again_opens->period, o->lang)));
	return s;
}

void
comment_step(const struct show *o, const struct step_rule *r)
{
	const struct basis	*list[BOUNDS_MAX + LIST_MAX + CITES + 3];
	const char		*s = when_words(o, where_words(o, r),
				    r->when);
	int			 i, n = 0;

	s = bounds_words(o, s, r->bounds, r->nbounds);
	s = parts_words(o, s, &r->lasts);
	if (r->down != NULL)
		s = add(o, s, arena_printf(o->arena, _("taken down %s"),
		    bound_words(o, r->down)));
	s = objection_words(o, notice_words(o, s, r), &r->objections);
	list[n++] = r->basis;
	for (i = 0; i < r->nbounds; i++)
		list[n++] = r->bounds[i].basis;
	for (i = 0; i < r->lasts.n; i++)
		list[n++] = r->lasts.list[i].basis;
	list[n++] = r->down == NULL ? NULL : r->down->basis;
	list[n++] = r->review ? r->review_basis : NULL;
	for (i = 0; i < CITES; i++)
		list[n++] = r->cites[i];
	put_comment(o, message_step(r), s, list, n);
}
