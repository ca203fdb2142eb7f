/*
 * Which elements packs and procedures have, how each is written, and what it
 * is cited by.
 */
#include <string.h>

#include "report/diff.h"
#include "rule/cites.h"
#include "rule/duty.h"
#include "rule/overlay.h"
#include "words/message.h"

/* ---- a step, key by key: what is written behind it */

/* A phrase without its citation, which is told by itself. */
static struct bound
bare_bound(const struct bound *b)
{
	struct bound	out = *b;

	out.own_basis = false;
	return out;
}

static void
put_bare_bounds(const struct show *o, enum word key, const struct bound *b,
    int n, bool gates)
{
	struct bound	*list = arena_array(o->arena, (size_t)n + 1,
			    sizeof(*list));
	int		 i;

	for (i = 0; i < n; i++)
		list[i] = bare_bound(&b[i]);
	put_bounds(o, key, list, n, gates);
}

static void
put_bare_parts(const struct show *o, const struct period_parts *p)
{
	struct period_part	*list = arena_array(o->arena, (size_t)p->n + 1,
				    sizeof(*list));
	int			 i;

	for (i = 0; i < p->n; i++) {
		list[i] = p->list[i];
		list[i].own_basis = false;
	}
	put_parts(o, 2, W_LASTS, &(struct period_parts){ list, p->n });
}

static void
step_kind(const struct show *o, const void *s)
{
	put_word_field(o, 2, W_KIND, ((const struct step_rule *)s)->kind ==
	    KIND_NOTICE ? W_NOTICE : W_ANNOUNCEMENT);
}

static void
step_at(const struct show *o, const void *s)
{
	put_at(o, s);
}

static void
step_opens(const struct show *o, const void *v)
{
	const struct step_rule	*s = v;

	put_bare_bounds(o, W_OPENS, s->bounds, s->nbounds, false);
}

static void
step_lasts(const struct show *o, const void *s)
{
	if (((const struct step_rule *)s)->lasts.n > 0)
		put_bare_parts(o, &((const struct step_rule *)s)->lasts);
}

static void
step_down(const struct show *o, const void *v)
{
	struct step_rule	s = *(const struct step_rule *)v;
	struct bound		down;

	if (s.down == NULL)
		return;
	down = bare_bound(s.down);
	s.down = &down;
	put_down(o, &s, o->proc->nevents + (int)((const struct step_rule *)v -
	    o->proc->steps));
}

static void
items(const struct show *o, enum word key, const struct item_rules *r,
    enum word item)
{
	if (r->n == 0)
		return;
	put_key(o, 2, key);
	putc(' ', o->f);
	if (key == W_TIMES)
		put_times(o, r);
	else
		put_items(o, r, item);
}

static void
step_any(const struct show *o, const void *s)
{
	items(o, W_ANY, &((const struct step_rule *)s)->any, W_MEDIUM);
}

static void
step_all(const struct show *o, const void *s)
{
	items(o, W_ALL, &((const struct step_rule *)s)->all, W_MEDIUM);
}

static void
step_times(const struct show *o, const void *s)
{
	items(o, W_TIMES, &((const struct step_rule *)s)->times, W_MEDIUM);
}

static void
step_content(const struct show *o, const void *s)
{
	items(o, W_CONTENT, &((const struct step_rule *)s)->content, W_ITEM);
}

static void
step_review(const struct show *o, const void *s)
{
	if (((const struct step_rule *)s)->review)
		put_review(o, 2, true, NULL);
}

static void
step_evidence(const struct show *o, const void *s)
{
	if (((const struct step_rule *)s)->evidence)
		put_word_field(o, 2, W_EVIDENCE, W_TRUE);
}

static void
step_handler(const struct show *o, const void *s)
{
	put_field(o, 2, W_HANDLER, ((const struct step_rule *)s)->
	    objections.handler);
}

static void
step_raised(const struct show *o, const void *s)
{
	const struct objection_rule	*r = &((const struct step_rule *)s)->
					    objections;
	const char			*comma = "";

	put_limit(o, &comma, W_RAISED, r->raised, r->raised_after ==
	    EDGE_CLOSES ? W_EDGE_CLOSES : W_EDGE_OPENS);
}

static void
step_within(const struct show *o, const void *s)
{
	const struct objection_rule	*r = &((const struct step_rule *)s)->
					    objections;
	const char			*comma = "";

	put_limit(o, &comma, W_WITHIN, r->within, r->within_closes ?
	    W_EDGE_CLOSES : W_RECEIVED);
}

static void
step_upheld(const struct show *o, const void *s)
{
	const struct objection_rule	*r = &((const struct step_rule *)s)->
					    objections;

	if (r->upheld == UPHELD_GOES_ON)
		return;
	put_key(o, 2, W_UPHELD);
	putc(' ', o->f);
	put_upheld(o, r);
}

static void
step_hotline(const struct show *o, const void *s)
{
	put_locals(o, 2, W_HOTLINE, &((const struct step_rule *)s)->hotline);
}

static void
step_office(const struct show *o, const void *s)
{
	put_locals(o, 2, W_OFFICE, &((const struct step_rule *)s)->office);
}

static void
step_counting(const struct show *o, const void *s)
{
	put_counting_field(o, 2, &((const struct step_rule *)s)->counting);
}

static void
step_basis_of(const struct show *o, const void *s)
{
	put_basis_field(o, 2, ((const struct step_rule *)s)->basis);
}

/* ---- what it is cited by */

/* The documents of a list of bounds, each once. */
static const char *
bounds_basis(struct diff *d, const struct bound *b, int n, bool gates)
{
	const char	*all = "";
	int		 i;

	for (i = 0; i < n; i++)
		if ((b[i].kind == BOUND_GATE) == gates && b[i].basis != NULL &&
		    strstr(all, b[i].basis->text) == NULL)
			all = arena_printf(d->arena, "%s%s%s", all,
			    *all == '\0' ? "" : "；", b[i].basis->text);
	return all;
}

static const char *
parts_basis(struct diff *d, const struct period_parts *p)
{
	const char	*all = "";
	int		 i;

	for (i = 0; i < p->n; i++)
		if (p->list[i].basis != NULL &&
		    strstr(all, p->list[i].basis->text) == NULL)
			all = arena_printf(d->arena, "%s%s%s", all,
			    *all == '\0' ? "" : "；",
			    p->list[i].basis->text);
	return all;
}

static const char *
text_of_basis(const struct basis *b)
{
	return b == NULL ? "" : b->text;
}

/* Nothing is cited by nothing: where the element is not there. */
static const char *
step_cited(struct diff *d, int side, const struct step_rule *s, enum word key)
{
	enum cite	c;

	if (key == W_KIND || key == W_COUNTING)
		return diff_basis(d, side, W_STEPS, s->id, key, NULL);
	if (key == W_OPENS)
		return bounds_basis(d, s->bounds, s->nbounds, false);
	if (key == W_LASTS)
		return parts_basis(d, &s->lasts);
	if (key == W_DOWN || key == W_REVIEW)
		return text_of_basis(key == W_DOWN ? s->down->basis :
		    s->review_basis);
	return cite_find(vocab_text(key, LANG_EN), &c) ?
	    text_of_basis(step_basis(s, c)) : "";
}

/* ---- the rows of a step */

static const struct step_row {
	enum word	 key;
	enum word	 holder;	/* the key that it stands under */
	put_fn		*put;
	bool		 cited;
} step_rows[] = {
	{ W_KIND, W_NONE, step_kind, true },
	{ W_AT, W_NONE, step_at, true },
	{ W_OPENS, W_NONE, step_opens, true },
	{ W_LASTS, W_NONE, step_lasts, true },
	{ W_DOWN, W_NONE, step_down, true },
	{ W_ANY, W_MEDIA, step_any, true },
	{ W_ALL, W_MEDIA, step_all, true },
	{ W_TIMES, W_MEDIA, step_times, true },
	{ W_CONTENT, W_NONE, step_content, true },
	{ W_REVIEW, W_NONE, step_review, true },
	{ W_EVIDENCE, W_NONE, step_evidence, true },
	{ W_HANDLER, W_OBJECTIONS, step_handler, true },
	{ W_RAISED, W_OBJECTIONS, step_raised, true },
	{ W_WITHIN, W_OBJECTIONS, step_within, true },
	{ W_UPHELD, W_OBJECTIONS, step_upheld, true },
	{ W_COUNTING, W_NONE, step_counting, true },
	{ W_BASIS, W_NONE, step_basis_of, false },
	{ W_HOTLINE, W_NONE, step_hotline, false },
	{ W_OFFICE, W_NONE, step_office, false },
};

/* 异议：时限 */
static const char *
key_words(struct diff *d, enum word holder, enum word key)
{
	const char	*name = vocab_text(key, d->lang);

	return holder == W_NONE ? name : arena_printf(d->arena, _("%s: %s"),
	    vocab_text(holder, d->lang), name);
}

static void
row_of_step(struct diff *d, const struct step_row *r,
    const struct step_rule *const s[2])
{
	struct shown	both[2];
	int		i;

	for (i = 0; i < 2; i++) {
		both[i] = shown_text("");
		if (s[i] == NULL)
			continue;
		both[i] = shown_by(d, i, r->put, s[i], 0);
		both[i].place = diff_place(&d->side[i], W_STEPS, s[i]->id,
		    r->holder != W_NONE ? r->holder : r->key,
		    r->holder != W_NONE ? r->key : W_NONE);
		if (*both[i].same == '\0')
			both[i].basis = diff_basis(d, i, W_STEPS, s[i]->id,
			    r->holder != W_NONE ? r->holder : r->key, NULL);
		else if (r->cited)
			both[i].basis = step_cited(d, i, s[i], r->key);
	}
	diff_tell(d, key_words(d, r->holder, r->key), both);
}

/* ---- words and severities, of a step or an event */

struct point_words {
	const char		*id, *title, *title_en, *note, *text;
	const struct sayings	*sayings;
	const struct basis	*basis;
	const struct condition	*when;
};

static void
tell_text(struct diff *d, enum word list, const struct point_words w[2],
    enum word key, const char *a, const char *b)
{
	struct shown	both[2] = { shown_text(a), shown_text(b) };
	int		i;

	for (i = 0; i < 2; i++)
		if (w[i].id != NULL)
			both[i].place = diff_place(&d->side[i], list, w[i].id,
			    key, W_NONE);
	diff_tell(d, vocab_text(key, d->lang), both);
}

static void
tell_saying(struct diff *d, enum word list, const struct point_words w[2],
    enum word key, enum code c)
{
	enum code_of	of = list == W_STEPS ? CODE_OF_STEP : CODE_OF_EVENT;
	struct shown	both[2];
	int		i;

	for (i = 0; i < 2; i++) {
		both[i] = shown_text("");
		if (w[i].sayings == NULL)
			continue;
		both[i] = shown_text(key == W_SEVERITY ? severity_word(
		    w[i].sayings->severity[c], d->lang) :
		    w[i].sayings->remedy[c]);
		if (diff_written(&d->side[i], list, w[i].id, key))
			both[i].place = diff_place(&d->side[i], list, w[i].id,
			    key, W_NONE);
		if (key == W_SEVERITY)
			both[i].basis = diff_basis(d, i, list, w[i].id, key,
			    NULL);
	}
	if (strcmp(both[0].same, both[1].same) != 0)
		diff_tell(d, arena_printf(d->arena, _("%s: %s"),
		    vocab_text(key, d->lang), code_word(c, of, d->lang)),
		    both);
}

/* One text for all codes is told once. */
static void
tell_remedies(struct diff *d, enum word list, const struct point_words w[2])
{
	int	c, i, same[2] = { 0, 0 };

	for (c = 0; c < CODES; c++)
		for (i = 0; i < 2; i++)
			same[i] += w[i].sayings == NULL ||
			    w[i].sayings->remedy[c] ==
			    w[i].sayings->remedy[0];
	if (same[0] == CODES && same[1] == CODES) {
		tell_text(d, list, w, W_REMEDY, w[0].sayings == NULL ? "" :
		    w[0].sayings->remedy[0], w[1].sayings == NULL ? "" :
		    w[1].sayings->remedy[0]);
		return;
	}
	for (c = 0; c < CODES; c++)
		if (code_stands((enum code)c, list == W_STEPS ? CODE_OF_STEP :
		    CODE_OF_EVENT))
			tell_saying(d, list, w, W_REMEDY, (enum code)c);
}

static void
condition_of(const struct show *o, const void *w)
{
	const char	*comma = ": ";

	put_condition_inner(o, &comma, ((const struct point_words *)w)->when);
}

static void
tell_titles(struct diff *d, enum word list, const struct point_words w[2])
{
	tell_text(d, list, w, W_TITLE, w[0].title, w[1].title);
	tell_text(d, list, w, W_TITLE_EN, w[0].title_en, w[1].title_en);
}

static void
tell_words(struct diff *d, enum word list, const struct point_words w[2])
{
	static const enum word	keys[] = { W_FOR, W_NOT_FOR, W_WHEN,
				    W_UNLESS };
	struct shown	both[2];
	int		i, c;
	size_t		k;

	for (i = 0; i < 2; i++) {
		both[i] = shown_text("");
		if (w[i].when == NULL)
			continue;
		both[i] = shown_by(d, i, condition_of, &w[i], 0);
		for (k = 0; k < 4; k++)
			if (*both[i].basis == '\0') {
				both[i].place = diff_place(&d->side[i], list,
				    w[i].id, keys[k], W_NONE);
				both[i].basis = diff_basis(d, i, list,
				    w[i].id, keys[k], NULL);
			}
	}
	diff_tell(d, _("where it applies"), both);
	for (c = 0; c < CODES; c++)
		if (w[0].sayings != NULL && w[1].sayings != NULL)
			tell_saying(d, list, w, W_SEVERITY, (enum code)c);
	if (w[0].sayings != NULL && w[1].sayings != NULL)
		tell_remedies(d, list, w);
	tell_text(d, list, w, W_TEXT, w[0].text, w[1].text);
	tell_text(d, list, w, W_NOTE, w[0].note, w[1].note);
}

/* ---- steps */

static struct point_words
words_of_step(const struct step_rule *s)
{
	return s == NULL ? (struct point_words){ .id = NULL } :
	    (struct point_words){ s->id, s->title, s->title_en, s->note,
	    s->text, s->sayings, s->basis, s->when };
}

/* Taken away by an overlay: where, and by which document. */
static void
tell_taken(struct diff *d, const char *id)
{
	const struct procedure	*p = d->side[1].proc;
	const struct taken	*t = laid_taken(p->laid, id);
	struct shown		 both[2] = { shown_text(_("stands there")),
				    shown_text("") };

	both[0].place = diff_place(&d->side[0], laid_id(laid_value(
	    d->side[0].proc->root, W_STEPS), id) != NULL ? W_STEPS : W_EVENTS,
	    id, W_NONE, W_NONE);
	if (t != NULL) {
		both[1].place = t->place;
		both[1].basis = text_of_basis(p->own_basis);
	}
	diff_tell(d, _("taken away"), both);
}

static const char *
head_of(struct diff *d, const char *what, const char *id, const char *title)
{
	return arena_printf(d->arena, strcmp(id, title) == 0 ? "%s %s" :
	    d->lang == LANG_ZH ? "%s %s（%s）" : "%s %s (%s)", what, title,
	    id);
}

static void
tell_step(struct diff *d, const struct step_rule *a, const struct step_rule *b)
{
	const struct step_rule	*const s[2] = { a, b };
	const struct step_rule	*one = a != NULL ? a : b;
	struct point_words	 w[2] = { words_of_step(a),
				    words_of_step(b) };
	size_t			 i;

	diff_head(d, 1, head_of(d, _("step"), one->id, message_step(one)));
	if (b == NULL) {
		tell_taken(d, a->id);
		return;
	}
	tell_titles(d, W_STEPS, w);
	for (i = 0; i < sizeof(step_rows) / sizeof(*step_rows); i++)
		row_of_step(d, &step_rows[i], s);
	tell_words(d, W_STEPS, w);
}

/* ---- events */

static void
event_after(const struct show *o, const void *v)
{
	const struct event_rule	*e = v;

	put_bare_bounds(o, W_AFTER, e->bounds, e->nbounds, false);
}

static void
event_gate(const struct show *o, const void *v)
{
	const struct event_rule	*e = v;

	put_bare_bounds(o, W_GATE, e->bounds, e->nbounds, true);
}

static void
event_calendar(const struct show *o, const void *v)
{
	const struct event_rule	*e = v;

	if (e->calendar != CYCLE_NO_EDGE)
		put_word_field(o, 2, W_CALENDAR, e->calendar == CYCLE_FIRST ?
		    W_EDGE_FIRST : W_EDGE_LAST);
}

static void
event_counting(const struct show *o, const void *e)
{
	put_counting_field(o, 2, &((const struct event_rule *)e)->counting);
}

static void
event_flag(struct diff *d, const struct event_rule *const e[2], enum word key,
    bool a, bool b)
{
	struct shown	both[2] = { shown_text(a ? vocab_text(W_TRUE, d->lang) :
			    ""), shown_text(b ? vocab_text(W_TRUE, d->lang) :
			    "") };
	int		i;

	for (i = 0; i < 2; i++)
		if (e[i] != NULL) {
			both[i].place = diff_place(&d->side[i], W_EVENTS,
			    e[i]->id, key, W_NONE);
			both[i].basis = diff_basis(d, i, W_EVENTS, e[i]->id,
			    key, NULL);
		}
	diff_tell(d, vocab_text(key, d->lang), both);
}

static void
row_of_event(struct diff *d, const struct event_rule *const e[2],
    enum word key, put_fn *put)
{
	struct shown	both[2];
	int		i;

	for (i = 0; i < 2; i++) {
		both[i] = shown_text("");
		if (e[i] == NULL)
			continue;
		both[i] = shown_by(d, i, put, e[i], 0);
		both[i].place = diff_place(&d->side[i], W_EVENTS, e[i]->id,
		    key, W_NONE);
		both[i].basis = key == W_COUNTING || key == W_CALENDAR ?
		    diff_basis(d, i, W_EVENTS, e[i]->id, key, NULL) :
		    bounds_basis(d, e[i]->bounds,
		    e[i]->nbounds, key == W_GATE);
	}
	diff_tell(d, vocab_text(key, d->lang), both);
}

static struct point_words
words_of_event(const struct event_rule *e)
{
	return e == NULL ? (struct point_words){ .id = NULL } :
	    (struct point_words){ e->id, e->title, e->title_en, e->note, NULL,
	    e->sayings, e->basis, e->when };
}

static void
tell_event(struct diff *d, const struct event_rule *a,
    const struct event_rule *b)
{
	const struct event_rule	*const e[2] = { a, b };
	const struct event_rule	*one = a != NULL ? a : b;
	struct point_words	 w[2] = { words_of_event(a),
				    words_of_event(b) };

	diff_head(d, 1, head_of(d, _("event"), one->id, message_event(one)));
	if (b == NULL) {
		tell_taken(d, a->id);
		return;
	}
	tell_titles(d, W_EVENTS, w);
	row_of_event(d, e, W_AFTER, event_after);
	row_of_event(d, e, W_GATE, event_gate);
	event_flag(d, e, W_REPEATS, a != NULL && a->repeats, b->repeats);
	event_flag(d, e, W_OPTIONAL, a != NULL && a->optional, b->optional);
	event_flag(d, e, W_ENDS, a != NULL && a->ends, b->ends);
	row_of_event(d, e, W_CALENDAR, event_calendar);
	row_of_event(d, e, W_COUNTING, event_counting);
	tell_words(d, W_EVENTS, w);
}

static void
tell_points(struct diff *d)
{
	const struct procedure	*p = d->side[0].proc, *q = d->side[1].proc;
	int			 i, k;

	for (i = 0; i < p->nevents; i++) {
		k = procedure_event(q, p->events[i].id);
		tell_event(d, &p->events[i], k < 0 ? NULL : &q->events[k]);
	}
	for (i = 0; i < q->nevents; i++)
		if (procedure_event(p, q->events[i].id) < 0)
			tell_event(d, NULL, &q->events[i]);
	for (i = 0; i < p->nsteps; i++) {
		k = procedure_step(q, p->steps[i].id);
		tell_step(d, &p->steps[i], k < 0 ? NULL : &q->steps[k]);
	}
	for (i = 0; i < q->nsteps; i++)
		if (procedure_step(p, q->steps[i].id) < 0)
			tell_step(d, NULL, &q->steps[i]);
}

/* ---- heads */

/* A key of the file itself. */
static void
tell_key(struct diff *d, enum word key, struct shown a, struct shown b)
{
	struct shown	both[2] = { a, b };
	int		i;

	for (i = 0; i < 2; i++)
		both[i].place = diff_place(&d->side[i], W_NONE, "", key,
		    W_NONE);
	diff_tell(d, vocab_text(key, d->lang), both);
}

/* Both sides by one writer. */
static void
tell_put(struct diff *d, enum word key, put_fn *put, const void *a,
    const void *b)
{
	tell_key(d, key, shown_by(d, 0, put, a, 0), shown_by(d, 1, put, b, 0));
}

static void
head_levels(const struct show *o, const void *p)
{
	put_levels(o, ((const struct procedure *)p)->levels);
}

static void
head_every(const struct show *o, const void *v)
{
	const struct procedure	*p = v;

	if (p->every != CYCLE_NONE)
		put_word_field(o, 0, W_EVERY, duty_every(p->every));
}

static void
head_basis(const struct show *o, const void *p)
{
	put_basis_field(o, 0, ((const struct procedure *)p)->basis);
}

static void
head_counting(const struct show *o, const void *c)
{
	put_counting_field(o, 0, c);
}

static void
head_label(const struct show *o, const void *l)
{
	put_label(o, l);
}

static void
head_instrument(const struct show *o, const void *i)
{
	put_instrument(o, i);
}

static void
head_hotline(const struct show *o, const void *v)
{
	put_locals(o, 0, W_HOTLINE, &((const struct defaults *)v)->hotline);
}

static void
head_office(const struct show *o, const void *v)
{
	put_locals(o, 0, W_OFFICE, &((const struct defaults *)v)->office);
}

static const struct label *
find_label(const struct label *list, int n, const char *id)
{
	for (; n > 0; n--, list++)
		if (strcmp(list->id, id) == 0)
			return list;
	return NULL;
}

static void
tell_label(struct diff *d, enum word key, const struct label *a,
    const struct label *b)
{
	const struct label	*const l[2] = { a, b };
	struct shown		 both[2];
	int			 i;

	for (i = 0; i < 2; i++) {
		both[i] = shown_text("");
		if (l[i] == NULL)
			continue;
		both[i] = shown_by(d, i, head_label, l[i], 1);
		if (*both[i].same == '\0')
			both[i] = shown_text(l[i]->id);
		both[i].place = diff_place(&d->side[i], key, l[i]->id, W_NONE,
		    W_NONE);
	}
	diff_tell(d, arena_printf(d->arena, _("%s: %s"), vocab_text(key,
	    d->lang), a != NULL ? a->id : b->id), both);
}

static void
tell_labels(struct diff *d, enum word key, const struct label *a, int na,
    const struct label *b, int nb)
{
	int	i;

	for (i = 0; i < na; i++)
		tell_label(d, key, &a[i], find_label(b, nb, a[i].id));
	for (i = 0; i < nb; i++)
		if (find_label(a, na, b[i].id) == NULL)
			tell_label(d, key, NULL, &b[i]);
}

void
diff_procedure(struct diff *d)
{
	const struct procedure	*p = d->side[0].proc, *q = d->side[1].proc;

	diff_head(d, 0, head_of(d, _("procedure"), p->id,
	    message_procedure(p)));
	tell_key(d, W_TITLE, shown_text(p->title), shown_text(q->title));
	tell_key(d, W_TITLE_EN, shown_text(p->title_en),
	    shown_text(q->title_en));
	tell_put(d, W_CASE, head_levels, p, q);
	tell_put(d, W_EVERY, head_every, p, q);
	tell_put(d, W_BASIS, head_basis, p, q);
	tell_put(d, W_COUNTING, head_counting, &p->counting, &q->counting);
	tell_put(d, W_HOTLINE, head_hotline, &p->defaults, &q->defaults);
	tell_put(d, W_OFFICE, head_office, &p->defaults, &q->defaults);
	tell_key(d, W_NOTE, shown_text(p->note), shown_text(q->note));
	tell_labels(d, W_TRAITS, p->traits, p->ntraits, q->traits,
	    q->ntraits);
	tell_labels(d, W_AMOUNTS, p->amounts, p->namounts, q->amounts,
	    q->namounts);
	tell_points(d);
}

/* ---- a pack's own file */

static const struct instrument *
find_instrument(const struct pack *p, const char *name)
{
	int	i;

	for (i = 0; i < p->ninstruments; i++)
		if (strcmp(p->instruments[i].name, name) == 0)
			return &p->instruments[i];
	return NULL;
}

static void
tell_instrument(struct diff *d, const char *name)
{
	const struct instrument	*i;
	struct shown		 both[2];
	int			 k;

	for (k = 0; k < 2; k++) {
		both[k] = shown_text("");
		i = find_instrument(d->side[k].pack, name);
		if (i == NULL)
			continue;
		both[k] = shown_by(d, k, head_instrument, i, 1);
		if (*both[k].same == '\0')
			both[k] = shown_text(name);
		both[k].place = diff_place(&d->side[k], W_INSTRUMENTS, name,
		    W_NONE, W_NONE);
	}
	diff_tell(d, arena_printf(d->arena, _("%s: %s"),
	    vocab_text(W_INSTRUMENTS, d->lang), name), both);
}

static void
tell_why(struct diff *d, enum code c)
{
	struct shown	both[2] = { shown_text(d->side[0].pack->why[c]),
			    shown_text(d->side[1].pack->why[c]) };
	int		i;

	for (i = 0; i < 2; i++)
		both[i].place = diff_place(&d->side[i], W_NONE, "", W_WHY,
		    W_NONE);
	diff_tell(d, arena_printf(d->arena, _("%s: %s"), vocab_text(W_WHY,
	    d->lang), code_word(c, CODE_OF_ANY, d->lang)), both);
}

void
diff_pack(struct diff *d)
{
	const struct pack	*p = d->side[0].pack, *q = d->side[1].pack;
	int			 i;

	diff_head(d, 0, _("the pack itself"));
	tell_key(d, W_TITLE, shown_text(p->title), shown_text(q->title));
	tell_key(d, W_TITLE_EN, shown_text(p->title_en),
	    shown_text(q->title_en));
	tell_key(d, W_SCOPE, shown_text(scope_words(d->arena, p)),
	    shown_text(scope_words(d->arena, q)));
	tell_key(d, W_IN_FORCE, shown_text(force_words(d->arena, p)),
	    shown_text(force_words(d->arena, q)));
	tell_put(d, W_COUNTING, head_counting, &p->counting, &q->counting);
	tell_put(d, W_HOTLINE, head_hotline, &p->defaults, &q->defaults);
	tell_put(d, W_OFFICE, head_office, &p->defaults, &q->defaults);
	tell_key(d, W_NOTE, shown_text(p->note), shown_text(q->note));
	for (i = 0; i < p->ninstruments; i++)
		tell_instrument(d, p->instruments[i].name);
	for (i = 0; i < q->ninstruments; i++)
		if (find_instrument(p, q->instruments[i].name) == NULL)
			tell_instrument(d, q->instruments[i].name);
	for (i = 0; i < CODES; i++)
		tell_why(d, (enum code)i);
}
