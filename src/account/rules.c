/*
 * What the documents ask of a point, each rule with where it applies.
 */
#include "account/explainer.h"
#include "base/text.h"
#include "words/message.h"
#include "words/parts.h"

/* ---- conditions */

static const char *
trait_title(const struct procedure *p, int trait)
{
	const struct label	*l = &p->traits[trait];

	return title_in(l->id, l->title, l->title_en);
}

/* "'A' or 'B'" */
static const char *
some_words(struct explainer *t, const struct some *of, bool traits)
{
	const struct procedure	*p = t->x->all->proc;
	const char		*all = "", *one;
	int			 i;

	for (i = 0; i < of->n; i++) {
		one = traits ? quoted(t->a, trait_title(p, of->of[i])) :
		    event_title(t->a, p, of->of[i]);
		all = i == 0 ? one : arena_printf(t->a, _("%s or %s"), all,
		    one);
	}
	return all;
}

static void
clause(struct explainer *t, const char **all, const struct some *of,
    const char *format, bool traits)
{
	const char	*one;

	if (of->n == 0)
		return;
	one = arena_printf(t->a, text_in(format), some_words(t, of, traits));
	*all = **all == '\0' ? one : arena_printf(t->a, _("%s, and %s"), *all,
	    one);
}

const char *
condition_words(struct explainer *t, const struct condition *c)
{
	const char	*all = "";

	if (c == NULL)
		return all;
	clause(t, &all, &c->only, N_("for cases with the trait %s"), true);
	clause(t, &all, &c->except, N_("for cases without the trait %s"),
	    true);
	clause(t, &all, &c->when, N_("where %s is recorded"), false);
	clause(t, &all, &c->unless, N_("where %s is not recorded"), false);
	return all;
}

static int
met_trait(const struct plan *p, const struct some *of)
{
	int	i;

	for (i = 0; i < of->n; i++)
		if (p->traits >> of->of[i] & 1)
			return of->of[i];
	return -1;
}

static int
met_event(const struct plan *p, const struct some *of)
{
	int	i;

	for (i = 0; i < of->n; i++)
		if (p->events[of->of[i]].rows > 0)
			return of->of[i];
	return -1;
}

const char *
why_not(struct explainer *t, const struct condition *c)
{
	const struct plan	*p = t->of != NULL ? t->of->plan : t->x->all;
	int			 i;

	if (c == NULL || plan_holds(p, c))
		return NULL;
	if ((i = met_trait(p, &c->except)) >= 0)
		return arena_printf(t->a, _("the case has the trait %s"),
		    quoted(t->a, trait_title(p->proc, i)));
	if (c->only.n > 0 && met_trait(p, &c->only) < 0)
		return arena_printf(t->a, _("the case does not have the trait "
		    "%s"), some_words(t, &c->only, true));
	if ((i = met_event(p, &c->unless)) >= 0)
		return arena_printf(t->a, _("%s is recorded on %s"),
		    event_title(t->a, p->proc, i), weekday_words(t->a,
		    p->events[i].facts[0].day));
	return arena_printf(t->a, _("%s is not recorded"),
	    some_words(t, &c->when, false));
}

/* ---- one rule each */

static struct rule_told *
put(struct rules_told *out, const char *words, const struct basis *basis,
    const struct condition *when)
{
	struct rule_told	*r = &out->list[out->n++];

	*r = (struct rule_told){ words, basis, when, NULL };
	return r;
}

/* What stands beside a deadline: its pauses, its extension, how grave it is. */
static const char *
stretched(struct explainer *t, const struct bound *b, const char *words)
{
	const struct procedure	*p = t->x->all->proc;
	const struct pause	*s;
	int			 i;

	for (i = 0; i < b->npauses; i++) {
		s = &b->pauses[i];
		words = s->to < 0 ? arena_printf(t->a, _("%s; not counted "
		    "from the day %s goes up through its last day"), words,
		    point_title(t->a, p, s->from)) :
		    arena_printf(t->a, _("%s; not counted from the day after "
		    "%s through %s"), words, point_title(t->a, p, s->from),
		    point_title(t->a, p, s->to));
	}
	if (b->longer.n > 0)
		words = arena_printf(t->a, _("%s; %s longer where %s comes in "
		    "time"), words, period_words(t->a, b->longer),
		    event_title(t->a, p, b->upon));
	if (b->graded)
		words = arena_printf(t->a, _("%s; to break it counts as: %s"),
		    words, message_severity(b->severity));
	return words;
}

/* Does the rule leave out a bound whose own condition holds? */
static const char *
names_nothing(struct explainer *t, const struct bound *b)
{
	const struct plan	*p = t->of->plan;
	int			 point = b->point.index;

	if (p->proc->plain || p->applies[point] ||
	    (bound_follows(b) && b->kind != BOUND_GATE))
		return NULL;
	return arena_printf(t->a, _("%s does not apply"),
	    point_title(t->a, p->proc, point));
}

static void
put_bounds(struct explainer *t, struct rules_told *out, bool in_quotes)
{
	const struct bound	*b;
	struct rule_told	*r;
	int			 i, n;

	b = point_bounds(t->of->plan->proc, t->of->point, &n);
	for (i = 0; i < n; i++) {
		r = put(out, stretched(t, &b[i], bound_words(t, &b[i],
		    in_quotes)), b[i].basis, b[i].when);
		r->why_not = why_not(t, b[i].when);
		if (r->why_not == NULL)
			r->why_not = names_nothing(t, &b[i]);
	}
}

static const char *
stands_words(struct explainer *t, const struct period_part *part)
{
	if (part->kind == PART_LASTS)
		return arena_printf(t->a, _("stands at least %s"),
		    period_words(t->a, part->judged));
	return part->kind == PART_PERMANENT ? _("stands permanently") :
	    arena_printf(t->a, _("stands %s"), part_words(t->a,
	    t->x->all->proc, part, false));
}

/* "stands at least 5 days", of a round that has a period of its own too */
static const char *
part_rule(struct explainer *t, const struct period_part *part, bool anew)
{
	const char	*words = stands_words(t, part);

	return anew ? arena_printf(t->a, _("begun anew, it %s"), words) :
	    words;
}

static void
put_parts(struct explainer *t, struct rules_told *out,
    const struct period_parts *parts, bool in_quotes, bool anew)
{
	const struct procedure		*p = t->x->all->proc;
	const struct period_part	*part;
	struct rule_told		*r;
	int				 i;

	for (i = 0; i < parts->n; i++) {
		part = &parts->list[i];
		r = put(out, in_quotes ? part_rule(t, part, anew) :
		    part_phrase(t->a, p, part), part->basis, part->when);
		r->why_not = why_not(t, part->when);
		if (r->why_not == NULL && part->kind == PART_UNTIL)
			r->why_not = why_not(t,
			    p->events[part->event].when);
	}
}

static void
put_down(struct explainer *t, struct rules_told *out)
{
	const struct procedure	*p = t->x->all->proc;
	const struct bound	*b = p->steps[t->of->slot->step].down;
	struct rule_told	*r;

	if (b == NULL)
		return;
	r = put(out, stretched(t, b, b->point.index == t->of->point ?
	    arena_printf(t->a, _("is taken down within %s after its last "
	    "day"), period_words(t->a, b->period)) : arena_printf(t->a,
	    _("is taken down within %s after %s"), period_words(t->a,
	    b->period), point_title(t->a, p, b->point.index))), b->basis,
	    b->when);
	r->why_not = why_not(t, b->when);
}

/* ---- what a notice must be */

static void
put_items(struct explainer *t, struct rules_told *out,
    const struct item_rules *items, const char *format, enum cite cite)
{
	const struct basis	*basis = step_basis(&t->x->all->proc->steps[
				    t->of->slot->step], cite);
	bool			 media = cite != CITE_CONTENT;
	const struct item_rule	*i;
	struct rule_told	*r;
	const char		*what;
	int			 n;

	for (n = 0; n < items->n; n++) {
		i = &items->list[n];
		what = media ? message_medium(i->text) :
		    quoted(t->a, i->text);
		r = put(out, i->times > 0 ? arena_printf(t->a,
		    text_plural("posted %d time in %s", "posted %d times in "
		    "%s, on different days", (unsigned long)i->times),
		    i->times, what) : arena_printf(t->a, text_in(format),
		    what), basis, i->when);
		r->why_not = why_not(t, i->when);
	}
}

/* Those that apply in one line: any of them is enough. */
static void
put_any(struct explainer *t, struct rules_told *out, const struct step_rule *s)
{
	const struct item_rule	*i;
	struct rule_told	*r;
	const char		*all = "", *one;
	int			 n;

	for (n = 0; n < s->any.n; n++) {
		i = &s->any.list[n];
		one = message_medium(i->text);
		if (plan_holds(t->of->plan, i->when)) {
			all = arena_printf(t->a, "%s%s%s", all, *all == '\0' ?
			    "" : _(", "), one);
			continue;
		}
		r = put(out, arena_printf(t->a, _("posted in %s"), one),
		    step_basis(s, CITE_ANY), i->when);
		r->why_not = why_not(t, i->when);
	}
	if (*all != '\0')
		put(out, arena_printf(t->a, _("posted in one of these media: "
		    "%s"), all), step_basis(s, CITE_ANY), NULL);
}

static void
put_notice(struct explainer *t, struct rules_told *out)
{
	const struct step_rule	*s = &t->x->all->proc->steps[t->of->slot->
				    step];

	put_any(t, out, s);
	put_items(t, out, &s->all, N_("posted in %s in any case"),
	    CITE_ALL);
	put_items(t, out, &s->times, "", CITE_TIMES);
	put_items(t, out, &s->content, N_("shows %s"), CITE_CONTENT);
	if (s->review)
		put(out, _("is reviewed for confidentiality before it goes "
		    "up"), s->review_basis, NULL);
	if (s->evidence)
		put(out, _("a posting of it names evidence that it hung "
		    "there"), step_basis(s, CITE_EVIDENCE), NULL);
}

static const char *
again_words(struct explainer *t, const struct objection_rule *o)
{
	const char		 *words = _("an objection that is upheld makes "
				    "it begin anew"), *where;
	const struct period_part *part;

	for (part = o->again.list; o->again_lasts && part < o->again.list +
	    o->again.n; part++) {
		where = condition_words(t, part->when);
		words = arena_printf(t->a, _("%s, and then it %s"), words,
		    stands_words(t, part));
		if (*where != '\0')
			words = arena_printf(t->a, _("%s [%s]"), words, where);
	}
	if (o->again_opens != NULL)
		words = arena_printf(t->a, _("%s, posted within %s after "
		    "that"), words, period_words(t->a,
		    o->again_opens->period));
	return words;
}

static void
put_objections(struct explainer *t, struct rules_told *out)
{
	const struct step_rule		*s = &t->x->all->proc->steps[
					    t->of->slot->step];
	const struct objection_rule	*o = &s->objections;

	if (o->raised.n > 0)
		put(out, arena_printf(t->a, o->raised_after == EDGE_OPENS ?
		    _("objections are raised within %s after it goes up") :
		    _("objections are raised within %s after its last day"),
		    period_words(t->a, o->raised)),
		    step_basis(s, CITE_RAISED), NULL);
	if (o->within.n > 0)
		put(out, arena_printf(t->a, o->within_closes ?
		    _("objections are resolved within %s after its last day") :
		    _("objections are resolved within %s after they are "
		    "received"), period_words(t->a, o->within)),
		    step_basis(s, CITE_WITHIN), NULL);
	if (o->upheld == UPHELD_STOPS)
		put(out, _("an objection that is upheld stops what follows"),
		    step_basis(s, CITE_UPHELD), NULL);
	if (o->upheld == UPHELD_AGAIN)
		put(out, again_words(t, o), step_basis(s, CITE_UPHELD), NULL);
}

/* ---- all of a point */

const struct rules_told *
rules_of(struct explainer *t, bool in_quotes)
{
	enum { MOST = BOUNDS_MAX + LIST_MAX * 8 };
	const struct account	*a = t->of;
	const struct step_rule	*s;
	struct rules_told	*out = arena_alloc(t->a, sizeof(*out));
	bool			 anew;

	out->list = arena_array(t->a, MOST, sizeof(*out->list));
	put_bounds(t, out, in_quotes);
	if (a->slot == NULL)
		return out;
	s = &a->plan->proc->steps[a->slot->step];
	anew = a->slot->round > 0 && s->objections.again_lasts;
	put_parts(t, out, anew ? &s->objections.again : &s->lasts, in_quotes,
	    anew);
	put_down(t, out);
	put_notice(t, out);
	put_objections(t, out);
	return out;
}

const char *
rule_where(struct explainer *t, const struct rule_told *r)
{
	const char	*words = condition_words(t, r->when);

	if (r->why_not != NULL)
		return arena_printf(t->a, *words == '\0' ?
		    _("%sdoes not apply here: %s") :
		    _("%s; does not apply here: %s"), words, r->why_not);
	return words;
}

static void
tell_rule(struct explainer *t, const struct rule_told *r)
{
	const char	*where = rule_where(t, r), *words = r->words;

	if (*where != '\0')
		words = arena_printf(t->a, _("%s [%s]"), words, where);
	tell_head(t, _("Rule"), r->basis == NULL ? words : arena_printf(t->a,
	    _("%s (basis: %s)"), words, r->basis->text));
}

/* What is special about the point as a whole. */
static void
tell_nature(struct explainer *t, const struct event_rule *e,
    const struct condition *when)
{
	if (when != NULL)
		tell_head(t, _("Rule"), arena_printf(t->a, _("applies %s"),
		    condition_words(t, when)));
	if (e != NULL && e->optional)
		tell_head(t, _("Rule"), _("it need not happen"));
	if (e != NULL && e->ends)
		tell_head(t, _("Rule"), _("with it the case ends: nothing "
		    "more is owed but what must follow it"));
}

void
tell_rules(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct procedure	*p = a->plan->proc;
	const struct step_rule	*s = a->slot == NULL ? NULL :
				    &p->steps[a->slot->step];
	const struct event_rule	*e = s != NULL ? NULL :
				    &p->events[a->point];
	const struct rules_told	*all = rules_of(t, true);
	int			 i, bounds;
	const char		*note = s != NULL ? s->note : e->note;

	point_bounds(p, a->point, &bounds);
	tell_nature(t, e, s != NULL ? s->when : e->when);
	for (i = 0; i < bounds; i++)
		tell_rule(t, &all->list[i]);
	if (bounds == 0)
		tell_rule(t, &(struct rule_told){ _("it need not wait for "
		    "anything"), s != NULL ? s->basis : e->basis, NULL,
		    NULL });
	for (; i < all->n; i++)
		tell_rule(t, &all->list[i]);
	if (s != NULL && !a->slot->lasts)
		tell_head(t, _("Rule"), _("no number of days to stand is "
		    "asked"));
	if (note != NULL && *note != '\0')
		tell_head(t, _("Note"), note);
}
