/*
 * What is given at a point: its postings and their runs, and what it must come
 * after.
 */
#include "account/explainer.h"
#include "base/text.h"
#include "words/message.h"
#include "words/parts.h"

static const char *
span(struct explainer *t, struct day from, struct day to)
{
	if (day_is(to))
		return arena_printf(t->a, _("%s to %s"),
		    weekday_words(t->a, from), weekday_words(t->a, to));
	return arena_printf(t->a, day_cmp(from, t->l.today) > 0 ?
	    _("from %s on, still to come") : _("from %s on, still up"),
	    weekday_words(t->a, from));
}

void
tell_postings(struct explainer *t)
{
	enum { SHOWN = 12 };
	const struct slot	*s = t->of->slot;
	const struct posting	*p;
	const char		*line;
	size_t			 i;

	for (i = 0; i < s->n && i < SHOWN; i++) {
		p = &s->postings[i];
		line = arena_printf(t->a, _("%s, %s"),
		    span(t, p->posted, p->until), message_medium(p->medium));
		if (*p->place != '\0')
			line = arena_printf(t->a, _("%s, %s"), line,
			    p->place);
		tell_head(t, _("Posted"), line);
	}
	if (s->n > SHOWN)
		tell_line(t, IN, arena_printf(t->a, text_plural("%d more",
		    "%d more", (unsigned long)(s->n - SHOWN)),
		    (int)(s->n - SHOWN)));
}

/* Why a run that ends is not enough. */
static const char *
short_words(struct explainer *t, const struct run_account *r)
{
	const struct period_part	*part;

	if (day_is(r->judged))
		return arena_printf(t->a, _("too short: it would have to stand "
		    "through %s"), weekday_words(t->a, r->judged));
	part = plan_part(t->of->plan, t->of->slot, r->from, false);
	return part == NULL || part->kind == PART_LASTS ?
	    _("ends, and when its period is over is not settled") :
	    _("ends, although its period is not over yet");
}

static const char *
run_words(struct explainer *t, const struct run_account *r)
{
	const char	*what;

	if (!r->enough)
		what = short_words(t, r);
	else
		what = r->early ? _("long enough, but early") :
		    _("long enough and in order");
	return arena_printf(t->a, _("%s: %s"), span(t, r->from, r->to), what);
}

/* Where postings make more than one run: which one counts, and why. */
void
tell_runs(struct explainer *t)
{
	const struct account	*a = t->of;
	const struct run_account	*stands = NULL;
	const char		*why;
	int			 i;

	if (a->nruns < 2)
		return;
	tell_head(t, _("Runs"), _("postings that overlap or touch are one "
	    "run"));
	for (i = 0; i < a->nruns; i++) {
		tell_line(t, IN, run_words(t, &a->runs[i]));
		if (a->runs[i].stands)
			stands = &a->runs[i];
	}
	if (stands == NULL)
		return;
	why = !stands->enough ? _("none is long enough, so the longest") :
	    stands->early ? _("none is in order, so the first that is long "
	    "enough") : _("the first that is long enough and not early");
	tell_line(t, IN, arena_printf(t->a, _("→ judged is the one from %s: "
	    "%s"), weekday_words(t->a, stands->from), why));
}

/* One slot or event that a bound names, in a line. */
static const char *
need_words(struct explainer *t, const struct reason *r)
{
	const char	*who = point_words(t, r->other, r->at);
	const char	*day = weekday_words(t->a, r->day);

	switch (r->known) {
	case KNOWN_RECORDED:
		return arena_printf(t->a, !day_is(r->day) ?
		    _("%s, recorded on %s: the first day cannot be told yet") :
		    _("%s, recorded on %s: from %s on"), who,
		    weekday_words(t->a, r->base), day);
	case KNOWN_POSTED:
		if (r->bound->point.edge != EDGE_CLOSES)
			return arena_printf(t->a, _("%s, posted on %s: from "
			    "%s on"), who, weekday_words(t->a, r->base), day);
		if (!day_is(r->edge))
			return arena_printf(t->a, _("%s, posted on %s, its "
			    "last day cannot be told yet"), who,
			    weekday_words(t->a, r->base));
		return arena_printf(t->a, _("%s, posted on %s, last day %s: "
		    "from %s on"), who, weekday_words(t->a, r->base),
		    weekday_words(t->a, r->edge), day);
	case KNOWN_EARLIEST:
		return arena_printf(t->a, r->at != NULL ?
		    _("%s, not posted (from %s on, had it gone up on its "
		    "first day)") : _("%s, not recorded (from %s on, had it "
		    "come on its first day)"), who, day);
	case KNOWN_PASSED:
		return arena_printf(t->a, _("%s does not apply; what it must "
		    "follow allows it from %s on"), who, day);
	case KNOWN_OPEN:
		return arena_printf(t->a, _("%s, posted on %s, has no last "
		    "day yet"), who, weekday_words(t->a, r->base));
	case KNOWN_NOT:
	case KNOWN_UNKNOWN:
	case KNOWN_LATEST:
	case KNOWN_ADVISED:
	case KNOWN_ROUND:
		break;
	}
	return arena_printf(t->a, r->at != NULL ? _("%s, not posted") :
	    _("%s, not recorded"), who);
}

/* Two bounds that name one point are told apart by their words. */
static bool
named_twice(const struct account *a, const struct need *n)
{
	int	i, times = 0;

	for (i = 0; i < a->nneeds; i++)
		times += a->needs[i].bound->point.index ==
		    n->bound->point.index;
	return times > 1;
}

static const char *
need_line(struct explainer *t, const struct need *n, const struct reason *r)
{
	const char	*words = need_words(t, r);

	if (named_twice(t->of, n))
		return arena_printf(t->a, _("%s (rule: %s)"), words,
		    bound_words(t, n->bound, true));
	return n->bound->kind == BOUND_GATE ?
	    arena_printf(t->a, _("gate: %s"), words) : words;
}

/* Of many slots those that are no facts, and the last one. */
static void
tell_need(struct explainer *t, const struct need *n)
{
	enum { SHOWN = 8 };
	struct day	last = DAY_NONE;
	int		i, left = 0, shown = 0;

	for (i = 0; i < n->n; i++)
		last = day_max(last, n->of[i]->day);
	for (i = 0; i < n->n; i++) {
		if (n->n > SHOWN && (shown >= SHOWN || (is_fact(n->of[i]) &&
		    day_is(last) && day_cmp(n->of[i]->day, last) < 0))) {
			left++;
			continue;
		}
		shown++;
		tell_line(t, IN, need_line(t, n, n->of[i]));
	}
	if (left > 0)
		tell_line(t, IN, arena_printf(t->a, text_plural("%d more",
		    "%d more", (unsigned long)left), left));
}

void
tell_needs(struct explainer *t)
{
	const struct account	*a = t->of;
	int			 i, n = 0;

	for (i = 0; i < a->nneeds; i++)
		n += a->needs[i].n;
	if (n < 2)
		return;
	tell_head(t, _("Comes after"), _("all of these; the last one counts"));
	for (i = 0; i < a->nneeds; i++)
		tell_need(t, &a->needs[i]);
}
