/*
 * 公示证明: that a notice stood its period.
 */
#include <string.h>

#include "base/text.h"
#include "case/judge.h"
#include "case/spared.h"
#include "job/gazetteer.h"
#include "job/paper_slot.h"
#include "words/message.h"
#include "words/parts.h"
#include "words/say.h"

enum { ROWS = 2000 };		/* of the table, at the most */

#define LINE	"＿＿＿＿＿＿＿＿＿＿"

struct proof {
	struct arena			*arena;
	const struct paper_order	*order;
	struct paper_slot		 at;
	const struct plan		*now;
	const struct slot		*slot;	/* of what has happened */
	struct day			 last;	/* day that it stood */
	const char			**cells;	/* two a row */
	size_t				 n, cap;
	struct diags			*d;
};

static const char *
on_day(const struct proof *p, struct day d)
{
	return paper_day(p->arena, text_lang(), d);
}

/* ---- why there is none */

static const char *
why_not_posted(const struct proof *p)
{
	return p->slot->n > 0 ? _("it hangs in no medium that the rules "
	    "accept") : _("it is not posted");
}

static const char *
why_standing(const struct proof *p)
{
	const struct slot	*s = p->slot;

	if (!day_is(s->judged))
		return _("it has no last day yet");
	return day_is(s->planned) && day_cmp(s->planned, s->judged) > 0 ?
	    arena_printf(p->arena, _("its period is not over: it runs through "
	    "%s at the least, by the notice through %s"), day_words(p->arena,
	    s->judged), day_words(p->arena, s->planned)) :
	    arena_printf(p->arena, _("its period is not over: it runs "
	    "through %s"), day_words(p->arena, s->judged));
}

static const char *
why_not(const struct proof *p, enum state state)
{
	const struct slot	*s = p->slot;

	if (!s->posted)
		return why_not_posted(p);
	switch (state) {
	case STATE_BROKEN:
		return day_is(s->judged) ? arena_printf(p->arena, _("it came "
		    "down on %s, before its last day, %s"),
		    day_words(p->arena, s->ends), day_words(p->arena,
		    s->judged)) : arena_printf(p->arena, _("it came down on "
		    "%s, and it has no last day yet"), day_words(p->arena,
		    s->ends));
	case STATE_UNKNOWN:
		return _("nobody can tell its last day: the days off of that "
		    "year are not settled");
	case STATE_UPCOMING:
		return arena_printf(p->arena, _("it goes up only on %s"),
		    day_words(p->arena, s->opens));
	case STATE_ENDED:
		return _("the case came to an end before its period was over");
	default:
		return why_standing(p);
	}
}

/* A run that ends early is no proof, whatever came to an end. */
static bool
has_stood(const struct proof *p, enum state state)
{
	const struct slot	*s = p->slot;
	struct day		 today = p->order->scan.today;

	if (!s->posted || s->endless || !day_is(s->judged) ||
	    (state != STATE_DONE && state != STATE_ENDED))
		return false;
	return day_cmp(s->judged, today) < 0 && (!day_is(s->ends) ||
	    day_cmp(s->ends, s->judged) >= 0);
}

static bool
refuse(const struct proof *p, enum state state)
{
	diag_error(p->d, NOWHERE, _("no certificate for %s at %s: %s"),
	    message_step(p->at.rule), message_place(p->arena, p->order->names,
	    p->slot->division), why_not(p, state));
	diag_note(p->d, NOWHERE, _("see `gongshi explain %s %s`"), p->at.m->id,
	    p->at.rule->id);
	return false;
}

/* ---- rows: what stood */

static void
add(struct proof *p, const char *head, const char *text)
{
	const struct pack	*pack = p->now->proc->pack;

	if (p->n >= 2 * ROWS)
		return;
	p->cells = arena_grow(p->arena, p->cells, p->n, &p->cap,
	    sizeof(*p->cells));
	p->cells[p->n++] = head;
	p->cells = arena_grow(p->arena, p->cells, p->n, &p->cap,
	    sizeof(*p->cells));
	p->cells[p->n++] = spared_mask(p->arena, pack, text);
}

static const char *
from_to(const struct proof *p, struct day from, struct day to)
{
	return arena_printf(p->arena, _("%s to %s"),
	    on_day(p, from), on_day(p, to));
}

static void
add_days(struct proof *p)
{
	const struct slot	*s = p->slot;
	int32_t			 n = day_diff(s->opens, p->last) + 1;
	const char		*words = from_to(p, s->opens, p->last);

	if (!day_is(s->ends) || day_cmp(s->ends, p->last) > 0)
		words = arena_printf(p->arena, _("%s, and it still hangs "
		    "there"), words);
	add(p, _("It stood"), words);
	add(p, _("Days"), arena_printf(p->arena, _("%s, the first and the "
	    "last counted"), days_words(p->arena, n)));
}

/* By one count: what it asks, its last day, and whether that was reached. */
static void
add_count(struct proof *p, const char *head, const char *asks, struct day last)
{
	const char	*words;

	if (!day_is(last))
		return;
	if (day_cmp(p->last, last) >= 0)
		words = arena_printf(p->arena, _("%s: the last day is %s, and "
		    "it stood so long"), asks, on_day(p, last));
	else
		words = arena_printf(p->arena, _("%s: the last day is %s, "
		    "which is %s more"), asks, on_day(p, last),
		    days_words(p->arena, day_diff(p->last, last)));
	add(p, head, words);
}

static void
add_period(struct proof *p)
{
	const struct slot	*s = p->slot;
	const char		*judged = told_say(p->arena, NULL, parts_told(
				    p->arena, p->now, s, false));
	const char		*planned = told_say(p->arena, NULL, parts_told(
				    p->arena, p->now, s, true));

	if (*judged == '\0') {
		add(p, _("Period asked"), _("the rules ask for none"));
		return;
	}
	add_count(p, _("Period asked"), judged, s->judged);
	if (strcmp(judged, planned) != 0)
		add_count(p, _("By the stricter count"), planned, s->planned);
}

static const char *
posting_words(const struct proof *p, const struct posting *q)
{
	const char	*words = message_medium(q->medium);

	if (*q->place != '\0')
		words = arena_printf(p->arena, _("%s, %s"), words, q->place);
	return day_is(q->until) ? arena_printf(p->arena, _("%s: %s"), words,
	    from_to(p, q->posted, q->until)) : arena_printf(p->arena,
	    _("%s: from %s on"), words, on_day(p, q->posted));
}

static void
add_postings(struct proof *p)
{
	const struct slot	*s = p->slot;
	const struct posting	*q;
	size_t			 i;

	for (i = 0; i < s->n; i++) {
		q = &s->postings[i];
		if (day_cmp(q->posted, s->opens) < 0 ||
		    day_cmp(q->posted, p->last) > 0 ||
		    !plan_accepts(p->now, s, q->medium))
			continue;
		add(p, _("Medium and place"), posting_words(p, q));
		if (*q->evidence != '\0')
			add(p, _("Evidence"), q->evidence);
	}
}

/* ---- rows: what was heard of it */

static const char *
objection_words(const struct proof *p, const struct objection *o)
{
	const char	*words = arena_printf(p->arena, _("received on %s"),
			    on_day(p, o->received));

	if (*o->number != '\0')
		words = arena_printf(p->arena, _("%s: %s"), o->number, words);
	if (!day_is(o->resolved) || day_cmp(o->resolved,
	    p->order->scan.today) > 0)
		return arena_printf(p->arena, _("%s, not resolved"), words);
	words = arena_printf(p->arena, _("%s, %s on %s"), words,
	    *o->outcome == '\0' ? _("closed") : message_outcome(o->outcome),
	    on_day(p, o->resolved));
	return *o->handler == '\0' ? words : arena_printf(p->arena,
	    _("%s, dealt with by %s"), words, o->handler);
}

static bool
is_of(const struct proof *p, const struct objection *o)
{
	const struct slot	*of;
	int			 n;

	if (strcmp(o->step, p->at.rule->id) != 0 || day_cmp(o->received,
	    p->order->scan.today) > 0)
		return false;
	of = plan_contested(p->now, o, p->slot->step, &n);
	return p->slot >= of && p->slot < of + n;
}

static void
add_objections(struct proof *p)
{
	const struct matter	*m = p->now->matter;
	size_t			 i;
	bool			 any = false;

	for (i = 0; i < m->nobjections; i++) {
		if (!is_of(p, &m->objections[i]))
			continue;
		add(p, _("Objection"), objection_words(p, &m->objections[i]));
		any = true;
	}
	if (!any)
		add(p, _("Objections"), _("none is recorded"));
	if (p->slot->round > 0)
		add(p, _("Posted anew"), arena_printf(p->arena, _("an "
		    "objection was upheld on %s; what was posted before does "
		    "not count"), on_day(p, p->slot->begins)));
}

/* What is wrong with it all the same must not be kept silent. */
static void
add_findings(struct proof *p)
{
	struct gazetteer	*g = gazetteer_new(p->arena,
				    p->order->scan.store);
	struct land		 land = gazetteer_land(g);
	struct verdict		 v;
	const struct finding	*f;
	size_t			 i;

	judge(p->arena, p->at.m, p->at.all, p->now, p->order->scan.today,
	    &land, &v);
	gazetteer_free(g);
	for (i = 0; i < v.n; i++) {
		f = &v.findings[i];
		if (f->step == p->slot->step && f->event < 0 &&
		    f->severity >= SEVERITY_VIOLATION &&
		    strcmp(f->division, p->slot->division) == 0)
			add(p, message_code(f->code, false), told_say(p->arena,
			    NULL, message_body(p->arena, f,
			    p->order->names)));
	}
}

static void
add_clause(struct proof *p)
{
	const struct basis	*rule = p->at.rule->basis;
	const struct basis	*lasts = step_basis(p->at.rule, CITE_LASTS);
	const struct period_part	*part = plan_part(p->now, p->slot,
					    p->slot->opens, false);

	if (part != NULL && part->basis != NULL)
		lasts = part->basis;
	if (rule != NULL)
		add(p, _("Clause"), rule->text);
	if (lasts != NULL && p->slot->lasts && (rule == NULL ||
	    strcmp(lasts->text, rule->text) != 0))
		add(p, _("Clause of the period"), lasts->text);
}

/* ---- all of it */

static void
add_all(struct proof *p)
{
	add(p, _("Case"), arena_printf(p->arena, _("%s, %s"), p->at.m->id,
	    message_procedure(p->now->proc)));
	add(p, _("Step"), message_step(p->at.rule));
	add(p, _("Place"), message_place(p->arena, p->order->names,
	    p->slot->division));
	add_days(p);
	add_period(p);
	add_postings(p);
	add_objections(p);
	add_clause(p);
	add_findings(p);
}

static const char *
says(const struct proof *p)
{
	const struct matter	*m = p->at.m;
	const char		*title = *m->title != '\0' ? m->title :
				    message_procedure(p->now->proc);
	const char		*place = name_of(p->order->names,
				    p->slot->division);
	const char		*words = p->slot->lasts ?
	    _("This is to certify that \"%s\" (%s) was public at %s from %s "
	    "through %s and stood its period. The particulars are below.") :
	    _("This is to certify that \"%s\" (%s) was public at %s from %s "
	    "through %s. The particulars are below.");

	return spared_mask(p->arena, p->now->proc->pack, arena_printf(
	    p->arena, words, title, message_step(p->at.rule),
	    *place != '\0' ? place : p->slot->division,
	    on_day(p, p->slot->opens), on_day(p, p->last)));
}

static bool
write_it(struct proof *p)
{
	struct paragraph	 list = { says(p), true };
	struct listing		 t = { "", NULL, 2, p->cells, p->n / 2 };
	const char		*signs[] = {
	    arena_printf(p->arena, _("Issued by (seal): %s"), LINE),
	    arena_printf(p->arena, _("In charge (signature): %s"), LINE),
	    _("Date: ____-__-__"), NULL };
	struct paper		 sheet = {
	    .lang = text_lang() == LANG_ZH ? "zh-CN" : "en",
	    .heading = p->at.rule->kind == KIND_NOTICE ?
	    _("Certificate of a public notice") :
	    _("Certificate of an announcement"),
	    .list = &list, .n = 1, .table = &t, .signs = signs };

	return paper_put(p->arena, p->order->out, &sheet, p->d);
}

enum paper_came
paper_certificate(struct arena *a, const struct paper_order *o,
    struct diags *d)
{
	struct proof	p = { .arena = a, .order = o, .d = d };
	enum state	state;

	if (!paper_find(a, o, &p.at, d))
		return PAPER_REFUSED;
	p.now = p.at.now;
	p.slot = &p.now->slots[p.at.i];
	state = plan_state(p.at.all, p.now, p.at.i, o->scan.today);
	if (!has_stood(&p, state)) {
		(void)refuse(&p, state);
		return PAPER_REFUSED;
	}
	p.last = !day_is(p.slot->ends) || day_cmp(p.slot->ends,
	    o->scan.today) > 0 ? o->scan.today : p.slot->ends;
	add_all(&p);
	return write_it(&p) ? PAPER_WRITTEN : PAPER_REFUSED;
}
