/*
 * Bounds: a phrase, or a map that has more to say of it.
 */
#include <string.h>

#include "rule/making.h"

/* Under `bound`, of a gate `point`: where the phrase stands. */
static const struct node *
phrase_of(struct making *m, const struct node *n, const struct fields *f,
    bool gate)
{
	const struct node	*point = f->value[W_POINT];
	const struct node	*bound = f->value[W_BOUND];

	if (point != NULL && bound != NULL) {
		diag_error(m->b->diags, bound->place, _("one of the two keys "
		    "is enough: `%s`"), f->key[W_POINT]->text);
		return NULL;
	}
	if (point == NULL && bound == NULL)
		diag_error(m->b->diags, n->place, gate ?
		    _("`point: POINT` is missing here") :
		    _("`bound: PHRASE` is missing here"));
	return point != NULL ? point : bound;
}

/*
 * PHRASE, or {bound: PHRASE, basis: TEXT}: where the phrase stands, and what
 * stands beside it.  NULL: told.
 */
static const struct node *
beside(struct making *m, const struct node *n, bool gate, struct fields *f,
    struct bound *out)
{
	memset(f, 0, sizeof(*f));
	out->counting = NOTHING_COUNTED;
	out->note = "";
	if (n->kind != NODE_MAP)
		return n;
	if (!build_fields(m->b, n, gate ? IN_GATE : IN_BOUND, f))
		return NULL;
	if (f->value[W_BASIS] != NULL)
		out->basis = build_basis(m->b, f->value[W_BASIS]);
	build_counting(m->b, f->value[W_COUNTING], &out->counting);
	out->note = build_text(m->b, f, W_NOTE);
	out->when = making_condition(m, f);
	return phrase_of(m, n, f, gate);
}

/* FROM and TO, or a step while its notices stand. */
static bool
read_pause(struct making *m, int own, const struct node *n,
    struct pause *out)
{
	if (n->kind != NODE_LIST) {
		*out = (struct pause){ making_step(m, n), -1 };
		if (out->from == own)
			diag_error(m->b->diags, n->place, _("`%s` cannot "
			    "pause its own bounds"), n->text);
		return out->from >= 0 && out->from != own;
	}
	if (n->n != 2) {
		diag_error(m->b->diags, n->place, _("expected two events, "
		    "[FROM, TO], or a step here"));
		return false;
	}
	out->from = making_event(m, n->items[0], 0, n->items[0]->text);
	out->to = making_event(m, n->items[1], 0, n->items[1]->text);
	return out->from >= 0 && out->to >= 0;
}

/* [FROM, TO] for [[FROM, TO]]: what was meant. */
static bool
is_flat_pair(struct making *m, const struct node *n)
{
	int	i, event[2];

	if (n->kind != NODE_LIST || n->n != 2 ||
	    n->items[0]->kind != NODE_TEXT || n->items[1]->kind != NODE_TEXT)
		return false;
	for (i = 0; i < 2; i++)
		for (event[i] = 0; event[i] < m->p->nevents; event[i]++)
			if (strcmp(n->items[i]->text,
			    point_id(m->p, event[i])) == 0 ||
			    strcmp(n->items[i]->text,
			    point_name(m->p, event[i])) == 0)
				break;
	return event[0] < m->p->nevents && event[1] < m->p->nevents;
}

static void
read_pauses(struct making *m, int own, const struct node *n,
    struct bound *out)
{
	const struct node	*const *items;
	struct pause		*list;
	size_t			 i, many;

	if (is_flat_pair(m, n)) {
		diag_error(m->b->diags, n->place, _("two events that bound "
		    "one pause are a list of their own: [[%s, %s]]"),
		    n->items[0]->text, n->items[1]->text);
		return;
	}
	many = making_items(m, n, &items);
	list = arena_array(m->b->arena, many + 1, sizeof(*list));
	for (i = 0; i < many; i++)
		out->npauses += read_pause(m, own, items[i],
		    &list[out->npauses]);
	out->pauses = list;
}

/* {by: N UNIT, on: EVENT} */
static void
read_extends(struct making *m, const struct node *n, struct bound *out)
{
	struct fields	f;
	struct phrase	ph;

	if (!build_fields(m->b, n, IN_EXTENDS, &f))
		return;
	if (f.value[W_BY] == NULL || f.value[W_ON] == NULL) {
		diag_error(m->b->diags, n->place, _("expected by how much, "
		    "and on which event: %s"), text_lang() == LANG_ZH ?
		    "{增加: 10 个工作日, 凭: EVENT}" :
		    "{by: 10 workdays, on: EVENT}");
		return;
	}
	out->upon = making_event(m, f.value[W_ON], 0, f.value[W_ON]->text);
	if (mend_read_period(m->b->arena, f.value[W_BY], &ph, m->b->diags) &&
	    out->upon >= 0)
		out->longer = (struct period){ ph.n, ph.unit, false,
		    out->period.roll };
}

/* What only a deadline can have. */
static void
read_more(struct making *m, int own, const struct fields *f,
    struct bound *out)
{
	static const enum word	keys[] = { W_PAUSES, W_EXTENDS, W_SEVERITY };
	size_t			i;

	if (out->kind != BOUND_WITHIN && out->kind != BOUND_BY) {
		for (i = 0; i < sizeof(keys) / sizeof(*keys); i++)
			if (f->key[keys[i]] != NULL)
				diag_error(m->b->diags,
				    f->key[keys[i]]->place, _("`%s` stands "
				    "beside a `within` or a `by` alone"),
				    f->key[keys[i]]->text);
		return;
	}
	if (f->value[W_PAUSES] != NULL)
		read_pauses(m, own, f->value[W_PAUSES], out);
	if (f->value[W_EXTENDS] != NULL)
		read_extends(m, f->value[W_EXTENDS], out);
	if (f->value[W_SEVERITY] != NULL)
		out->graded = build_severity(m->b, f->value[W_SEVERITY],
		    &out->severity);
}

static bool
needs_basis(enum bound_kind k)
{
	return k != BOUND_AFTER && k != BOUND_LEAST_AFTER && k != BOUND_GATE;
}

/* What the phrase itself says, counted as the owner and the map have it. */
static void
take_phrase(struct making *m, const struct owner *o, const struct phrase *ph,
    struct bound *out)
{
	struct counting	c = counting_merge(o->counting, out->counting);

	out->kind = ph->kind;
	out->month = ph->month;
	out->day = ph->day;
	out->period = (struct period){ ph->n, ph->unit, false, false };
	if (ph->kind == BOUND_WITHIN)
		out->period.same_day = c.deadline_counted;
	if (ph->kind == BOUND_WITHIN || ph->kind == BOUND_BY)
		out->period.roll = c.deadline_roll;
	out->own_basis = out->basis != NULL;
	if (out->basis == NULL)
		out->basis = o->basis;
	if (out->basis == NULL && needs_basis(ph->kind))
		diag_error(m->b->diags, out->place, _("a deadline without a "
		    "basis: name the document that says so"));
}

static void
read_bound(struct making *m, const struct owner *o, const struct node *n,
    bool gate, struct bound *out)
{
	struct phrase		 ph = { .kind = BOUND_GATE };
	struct fields		 f;
	const struct node	*words;

	memset(out, 0, sizeof(*out));
	out->point.index = -1;
	words = beside(m, n, gate, &f, out);
	if (words == NULL || !(gate ?
	    phrase_point(m->b->arena, words, &ph, m->b->diags) :
	    mend_read_bound(m->b->arena, words, o->bare, &m->names, &ph,
	    m->b->diags)))
		return;
	if (!making_point(m, words, &ph, o->index, &out->point)) {
		out->point.index = -1;
		return;
	}
	out->place = node_at(words, ph.at);
	if (out->point.index == o->index) {
		diag_error(m->b->diags, out->place,
		    _("`%s` cannot wait for itself"), ph.point);
		out->point.index = -1;
		return;
	}
	take_phrase(m, o, &ph, out);
	read_more(m, o->index, &f, out);
}

size_t
making_room(const struct node *n)
{
	size_t	many = n == NULL ? 0 : n->kind == NODE_LIST ? n->n : 1;

	return many > BOUNDS_MAX ? 0 : many;
}

int
making_bounds(struct making *m, const struct owner *o, const struct node *n,
    bool gate, struct bound *list, int have)
{
	size_t	i, many;

	if (n == NULL)
		return have;
	many = n->kind == NODE_LIST ? n->n : 1;
	if (many + (size_t)have > BOUNDS_MAX) {
		diag_error(m->b->diags, n->place,
		    _("more than %d bounds at one place"), BOUNDS_MAX);
		return have;
	}
	for (i = 0; i < many; i++) {
		read_bound(m, o, n->kind == NODE_LIST ? n->items[i] : n, gate,
		    &list[have]);
		have += list[have].point.index >= 0;
	}
	return have;
}

const struct bound *
making_down(struct making *m, const struct owner *o, const struct node *n)
{
	struct bound		*out = arena_alloc(m->b->arena, sizeof(*out));
	struct phrase		 ph;
	struct fields		 f;
	const struct node	*words = beside(m, n, false, &f, out);

	if (words == NULL || !mend_read_limit(m->b->arena, words, ANCHOR_DOWN,
	    &m->names, &ph, m->b->diags))
		return NULL;
	ph.kind = BOUND_WITHIN;
	if (ph.word == W_NONE && !making_point(m, words, &ph, o->index,
	    &out->point))
		return NULL;
	if (ph.word != W_NONE)
		out->point = (struct point){ o->index, EDGE_CLOSES, false };
	out->place = node_at(words, ph.at);
	if (out->point.index >= m->p->nevents && (out->point.index !=
	    o->index || out->point.edge != EDGE_CLOSES)) {
		diag_error(m->b->diags, out->place, _("expected an event, or "
		    "`closes` of the step itself, behind `after`"));
		return NULL;
	}
	take_phrase(m, o, &ph, out);
	read_more(m, o->index, &f, out);
	return out;
}

const struct bound *
making_again(struct making *m, const struct owner *o, const struct node *n)
{
	struct bound	*out = arena_alloc(m->b->arena, sizeof(*out));
	struct phrase	 ph;

	if (n->kind == NODE_MAP) {
		diag_error(m->b->diags, n->place, _("a phrase alone is "
		    "expected here"));
		return NULL;
	}
	if (!mend_read_limit(m->b->arena, n, ANCHOR_AGAIN, &m->names, &ph,
	    m->b->diags))
		return NULL;
	ph.kind = BOUND_WITHIN;
	out->point = (struct point){ o->index, EDGE_OPENS, false };
	out->counting = NOTHING_COUNTED;
	out->note = "";
	out->place = node_at(n, ph.at);
	take_phrase(m, o, &ph, out);
	return out;
}
