/*
 * Builds one procedure from its tree: names first, then what refers to them.
 */
#include <string.h>

#include "rule/build.h"
#include "rule/mend.h"

enum { ID_MAX = 64 };		/* bytes; part of keys and UIDs */

struct making {
	struct build		*b;
	struct procedure	*p;
	struct event_rule	*events;
	struct step_rule	*steps;
	struct counting		 counting;	/* pack's and procedure's */
	const struct node	**nodes;	/* of all points, by index */
	struct fields		*fields;
	struct point_names		 names;		/* of all points */
};

static bool
good_id(const char *id)
{
	return *id != '\0' && strpbrk(id, "/. \t\n,;`\"'") == NULL &&
	    strlen(id) <= ID_MAX;
}

static void
read_names(struct making *m, const struct pair *pair, unsigned group,
    int index, const char **id, const char **title, const char **title_en,
    const char **note)
{
	struct fields	*f = &m->fields[index];

	m->nodes[index] = pair->key;
	*id = pair->key->text;
	if (!good_id(*id))
		diag_error(m->b->diags, pair->key->place, _("`%s` is no id: "
		    "no blanks, dots, slashes, commas or quotes, at most %d "
		    "bytes"), *id, ID_MAX);
	if (!build_fields(m->b, pair->value, group, f))
		memset(f, 0, sizeof(*f));
	*title = build_text(m->b, f, W_TITLE);
	*title_en = build_text(m->b, f, W_TITLE_EN);
	*note = build_text(m->b, f, W_NOTE);
	if (**title == '\0')
		*title = *id;
}

static int
count_of(struct making *m, const struct node *n, const char *what)
{
	if (n == NULL || (n->kind == NODE_TEXT && *n->text == '\0'))
		return 0;
	if (n->kind != NODE_MAP) {
		diag_error(m->b->diags, n->place,
		    _("expected %s here, each `id: {title: ...}`"), what);
		return 0;
	}
	if (n->n > POINTS_MAX) {
		diag_error(m->b->diags, n->place,
		    _("more than %d of them"), POINTS_MAX);
		return 0;
	}
	return (int)n->n;
}

/* Ids and titles of points from..to - 1, but for `own`. */
static struct point_names
names_of(struct making *m, int from, int to, int own)
{
	const char	**list = arena_array(m->b->arena,
			    2 * (size_t)(to - from) + 1, sizeof(*list));
	size_t		  n = 0;
	int		  i;

	for (i = from; i < to; i++) {
		if (i == own)
			continue;
		list[n++] = point_id(m->p, i);
		if (strcmp(point_id(m->p, i), point_name(m->p, i)) != 0)
			list[n++] = point_name(m->p, i);
	}
	return (struct point_names){ list, n };
}

/* An id or a title must name one point only. */
static void
refuse_ambiguous(struct making *m)
{
	const struct procedure	*p = m->p;
	int			 i, j, n = p->nevents + p->nsteps;

	for (j = 0; j < n; j++)
		for (i = 0; i < j; i++) {
			if (strcmp(point_id(p, i), point_id(p, j)) != 0 &&
			    strcmp(point_name(p, i), point_name(p, j)) &&
			    strcmp(point_id(p, i), point_name(p, j)) != 0 &&
			    strcmp(point_name(p, i), point_id(p, j)) != 0)
				continue;
			diag_error(m->b->diags, m->nodes[j]->place, _("`%s` "
			    "and `%s` have the same id or title; a name must "
			    "mean one thing"), point_id(p, j), point_id(p, i));
			diag_note(m->b->diags, m->nodes[i]->place,
			    _("the other one stands here"));
			break;
		}
}

static void
name_points(struct making *m, const struct node *events,
    const struct node *steps)
{
	struct arena	*a = m->b->arena;
	int		 i, ne, ns;

	ne = count_of(m, events, _("events"));
	ns = count_of(m, steps, _("steps"));
	m->events = arena_array(a, (size_t)ne + 1, sizeof(*m->events));
	m->steps = arena_array(a, (size_t)ns + 1, sizeof(*m->steps));
	m->nodes = arena_array(a, (size_t)(ne + ns) + 1, sizeof(*m->nodes));
	m->fields = arena_array(a, (size_t)(ne + ns) + 1, sizeof(*m->fields));
	m->p->events = m->events;
	m->p->nevents = ne;
	m->p->steps = m->steps;
	m->p->nsteps = ns;
	for (i = 0; i < ne; i++)
		read_names(m, &events->pairs[i], IN_EVENT, i,
		    &m->events[i].id, &m->events[i].title,
		    &m->events[i].title_en, &m->events[i].note);
	for (i = 0; i < ns; i++)
		read_names(m, &steps->pairs[i], IN_STEP, ne + i,
		    &m->steps[i].id, &m->steps[i].title,
		    &m->steps[i].title_en, &m->steps[i].note);
	refuse_ambiguous(m);
	m->names = names_of(m, 0, ne + ns, -1);
}

/* "[A 后, B 后]" of "A 和 B 后"; NULL where not all of them are points. */
static const char *
as_list(struct making *m, const struct node *n, const struct phrase *ph,
    const struct point_names *names, bool *parts)
{
	const char	*part[MEND_ITEMS], *out = "";
	const char	*tail = n->text + ph->at + strlen(ph->point);
	size_t		 i, have = 0;
	size_t		 many = mend_items(m->b->arena, ph->point, part);

	for (i = 0; i < many; i++) {
		have += names_have(names, part[i]);
		out = arena_printf(m->b->arena, "%s%s%.*s%s%s", out,
		    i == 0 ? "" : ", ", (int)ph->at, n->text, part[i], tail);
	}
	*parts = have > 0;
	return many > 0 && have == many ?
	    arena_printf(m->b->arena, "[%s]", out) : NULL;
}

static void
tell_points(struct making *m, const struct point_names *names)
{
	enum { SHOWN = 12 };
	const char	*all = "", *name;
	int		 i, n = 0, left = 0;

	for (i = 0; i < m->p->nevents + m->p->nsteps; i++) {
		name = text_lang() == LANG_ZH ? point_name(m->p, i) :
		    point_id(m->p, i);
		if (!names_have(names, name))
			continue;
		if (n == SHOWN) {
			left++;
			continue;
		}
		all = arena_printf(m->b->arena, _("%s%s`%s`"), all,
		    n++ == 0 ? "" : _(", "), name);
	}
	if (left > 0)
		all = arena_printf(m->b->arena, _("%s and %d more"), all,
		    left);
	if (n > 0)
		diag_note(m->b->diags, NOWHERE, _("these can stand here: %s"),
		    all);
}

static void
unknown_point(struct making *m, const struct node *n, const struct phrase *ph,
    int own)
{
	int			 all = m->p->nevents + m->p->nsteps;
	int			 from = ph->edge == EDGE_EVENT ? 0 :
				    m->p->nevents;
	struct point_names	 names;
	const char		*list, *near;
	bool			 parts;

	diag_error(m->b->diags, node_at(n, ph->at), _("`%s` is no event or "
	    "step of this procedure"), ph->point);
	if (!build_offers(m->b))
		return;
	names = names_of(m, from, all, own);
	list = as_list(m, n, ph, &names, &parts);
	near = text_nearest(ph->point, names.list, names.n);
	if (list != NULL)
		diag_note(m->b->diags, NOWHERE, _("several are written as a "
		    "list: %s"), list);
	else if (parts)
		diag_note(m->b->diags, NOWHERE, _("several are written as a "
		    "list: %s"), ph->kind == BOUND_GATE ? "[A, B]" :
		    text_lang() == LANG_ZH ? "[A 后, B 后]" :
		    "[after A, after B]");
	else if (!diag_meant(m->b->diags, near))
		tell_points(m, &names);
}

/* Resolves a name; STEP alone is its opening in `before`, else its closing. */
static bool
resolve(struct making *m, const struct node *n, const struct phrase *ph,
    int own, struct point *out)
{
	int	i, all = m->p->nevents + m->p->nsteps;
	bool	before = ph->kind == BOUND_BEFORE ||
		    ph->kind == BOUND_LEAST_BEFORE;

	for (i = 0; i < all; i++)
		if (strcmp(ph->point, point_id(m->p, i)) == 0 ||
		    strcmp(ph->point, point_name(m->p, i)) == 0)
			break;
	if (i == all) {
		unknown_point(m, n, ph, own);
		return false;
	}
	*out = (struct point){ i, ph->edge, ph->edge == EDGE_EVENT };
	if (i >= m->p->nevents && ph->edge == EDGE_EVENT)
		out->edge = before ? EDGE_OPENS : EDGE_CLOSES;
	if (i < m->p->nevents && ph->edge != EDGE_EVENT) {
		diag_error(m->b->diags, node_at(n, ph->at), _("`%s` is an "
		    "event: it has one day, no opening or closing"),
		    ph->point);
		return false;
	}
	return true;
}

/* PHRASE, or {bound: PHRASE, basis: TEXT}: where the phrase stands. */
static const struct node *
phrase_of(struct making *m, const struct node *n, const struct basis **basis,
    struct counting *counting, const char **note)
{
	struct fields	f;

	*basis = NULL;
	*counting = NOTHING_COUNTED;
	*note = "";
	if (n->kind != NODE_MAP)
		return n;
	if (!build_fields(m->b, n, IN_BOUND, &f))
		return NULL;
	if (f.value[W_BASIS] != NULL)
		*basis = build_basis(m->b, f.value[W_BASIS]);
	build_counting(m->b, f.value[W_COUNTING], counting);
	*note = build_text(m->b, &f, W_NOTE);
	if (f.value[W_BOUND] == NULL) {
		diag_error(m->b->diags, n->place, _("`bound: PHRASE` is "
		    "missing here"));
		return NULL;
	}
	return f.value[W_BOUND];
}

struct owner {			/* the point whose bounds are read */
	int			 index;
	const struct basis	*basis;
	struct counting		 counting;	/* merged with what is above */
	bool			 bare;
};

static bool
needs_basis(enum bound_kind k)
{
	return k == BOUND_WITHIN || k == BOUND_BEFORE ||
	    k == BOUND_LEAST_BEFORE;
}

static void
read_bound(struct making *m, const struct owner *o, const struct node *n,
    bool gate, struct bound *out)
{
	struct phrase		 ph;
	struct counting		 c;
	const struct node	*words;

	out->point.index = -1;
	words = phrase_of(m, n, &out->basis, &out->counting, &out->note);
	if (words == NULL || !(gate ?
	    phrase_point(m->b->arena, words, &ph, m->b->diags) :
	    mend_read_bound(m->b->arena, words, o->bare, &m->names, &ph,
	    m->b->diags)))
		return;
	if (!resolve(m, words, &ph, o->index, &out->point))
		return;
	out->place = node_at(words, ph.at);
	if (out->point.index == o->index) {
		diag_error(m->b->diags, out->place,
		    _("`%s` cannot wait for itself"), ph.point);
		out->point.index = -1;
		return;
	}
	c = counting_merge(o->counting, out->counting);
	out->kind = ph.kind;
	out->period = (struct period){ ph.n, ph.unit, false, false };
	if (ph.kind == BOUND_WITHIN) {
		out->period.same_day = c.deadline_counted;
		out->period.roll = c.deadline_roll;
	}
	out->own_basis = out->basis != NULL;
	if (out->basis == NULL)
		out->basis = o->basis;
	if (out->basis == NULL && needs_basis(ph.kind))
		diag_error(m->b->diags, out->place, _("a deadline without a "
		    "basis: name the document that says so"));
}

/* One bound or a list of them, appended to `list`. */
static int
read_bounds(struct making *m, const struct owner *o, const struct node *n,
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

static void
read_event(struct making *m, int i)
{
	struct event_rule	*e = &m->events[i];
	struct fields		*f = &m->fields[i];
	struct bound		*list;
	struct owner		 o;

	list = arena_array(m->b->arena, 2 * BOUNDS_MAX, sizeof(*list));
	build_counting(m->b, f->value[W_COUNTING], &e->counting);
	e->basis = m->p->basis;
	if (f->value[W_BASIS] != NULL) {
		e->basis = build_basis(m->b, f->value[W_BASIS]);
		e->own_basis = true;
	}
	o = (struct owner){ i, e->basis,
	    counting_merge(m->counting, e->counting), true };
	e->nbounds = read_bounds(m, &o, f->value[W_AFTER], false, list, 0);
	e->nbounds = read_bounds(m, &o, f->value[W_GATE], true, list,
	    e->nbounds);
	e->bounds = list;
	if (f->value[W_REPEATS] != NULL)
		e->repeats = build_word(m->b, f->value[W_REPEATS], IN_BOOL) ==
		    W_TRUE;
}

static void
read_lasts(struct making *m, struct step_rule *s, const struct node *n)
{
	struct phrase		 ph;
	struct counting		 c;
	const struct node	*words;
	struct period_part		*part;

	if (n == NULL)
		return;
	part = arena_alloc(m->b->arena, sizeof(*part));
	part->kind = PART_LASTS;
	words = phrase_of(m, n, &part->basis, &part->counting, &part->note);
	part->own_basis = part->basis != NULL;
	if (part->basis == NULL)
		part->basis = s->basis;
	if (words == NULL ||
	    !mend_read_lasts(m->b->arena, words, &ph, m->b->diags))
		return;
	c = counting_merge(counting_merge(m->counting, s->counting),
	    part->counting);
	s->lasts = (struct period_parts){ part, 1 };
	part->judged = (struct period){ ph.n, ph.unit, c.judged_counted,
	    c.window_roll };
	part->planned = (struct period){ ph.n, ph.unit, c.planned_counted,
	    c.window_roll };
}

static void
read_at(struct making *m, struct step_rule *s, const struct node *key,
    const struct node *n)
{
	struct where	*list;
	size_t		 i, many;

	if (n == NULL) {
		diag_error(m->b->diags, key->place, _("step `%s` lacks `at`: "
		    "where it is posted"), s->id);
		return;
	}
	many = n->kind == NODE_LIST ? n->n : 1;
	if (many == 0 || many > BOUNDS_MAX)
		diag_error(m->b->diags, n->place, _("expected 1 to %d levels"),
		    BOUNDS_MAX);
	list = arena_array(m->b->arena, many + 1, sizeof(*list));
	for (i = 0; i < many && many <= BOUNDS_MAX; i++)
		s->nat += mend_read_where(m->b->arena, n->kind == NODE_LIST ?
		    n->items[i] : n, &list[s->nat], m->b->diags);
	s->at = list;
}

static void
read_step(struct making *m, int i)
{
	int			 index = m->p->nevents + i;
	struct step_rule	*s = &m->steps[i];
	struct fields		*f = &m->fields[index], obj;
	struct bound		*list;
	struct owner		 o;

	list = arena_array(m->b->arena, BOUNDS_MAX, sizeof(*list));
	build_counting(m->b, f->value[W_COUNTING], &s->counting);
	s->basis = m->p->basis;
	if (f->value[W_BASIS] != NULL) {
		s->basis = build_basis(m->b, f->value[W_BASIS]);
		s->own_basis = true;
	} else if (s->basis == NULL)
		diag_error(m->b->diags, m->nodes[index]->place, _("step `%s` "
		    "has no basis: name the document that asks for it"),
		    s->id);
	if (f->value[W_KIND] == NULL)
		diag_error(m->b->diags, m->nodes[index]->place, _("step `%s` "
		    "lacks `kind`: notice or announcement"), s->id);
	else if (build_word(m->b, f->value[W_KIND], IN_KINDS) ==
	    W_ANNOUNCEMENT)
		s->kind = KIND_ANNOUNCEMENT;
	read_at(m, s, m->nodes[index], f->value[W_AT]);
	o = (struct owner){ index, s->basis,
	    counting_merge(m->counting, s->counting), false };
	s->nbounds = read_bounds(m, &o, f->value[W_OPENS], false, list, 0);
	s->bounds = list;
	read_lasts(m, s, f->value[W_LASTS]);
	s->objections.handler = "";
	if (f->value[W_OBJECTIONS] != NULL && build_fields(m->b,
	    f->value[W_OBJECTIONS], IN_OBJECTIONS, &obj))
		s->objections.handler = build_text(m->b, &obj,
		    W_HANDLER);
}

static void
read_levels(struct making *m, const struct node *root, const struct node *n)
{
	struct where	w;
	size_t		i, many;

	if (n == NULL) {
		diag_error(m->b->diags, root->place, _("`case: LEVEL` is "
		    "missing: the level at which a case is run"));
		return;
	}
	many = n->kind == NODE_LIST ? n->n : 1;
	for (i = 0; i < many; i++) {
		const struct node *one = n->kind == NODE_LIST ?
		    n->items[i] : n;

		if (!mend_read_where(m->b->arena, one, &w, m->b->diags))
			continue;
		if (w.each || w.level == LEVEL_NONE)
			diag_error(m->b->diags, one->place, _("expected a "
			    "level alone, as `village`"));
		else
			m->p->levels |= 1U << w.level;
	}
}

struct procedure *
build_procedure(struct build *b, struct rule_file file, struct procedure *p)
{
	struct making	m = { .b = b, .p = p };
	size_t		before = diags_errors(b->diags);
	struct fields	f;
	int		i;

	p->path = file.path;
	p->sum = file.sum;
	p->pack = b->pack;
	if (!build_fields(b, file.root, IN_PROCEDURE, &f))
		return NULL;
	p->id = build_text(b, &f, W_PROCEDURE);
	if (!good_id(p->id))
		diag_error(b->diags, f.value[W_PROCEDURE] != NULL ?
		    f.value[W_PROCEDURE]->place : file.root->place,
		    _("`procedure: ID` is missing or no id"));
	p->title = build_text(b, &f, W_TITLE);
	p->title_en = build_text(b, &f, W_TITLE_EN);
	p->note = build_text(b, &f, W_NOTE);
	if (*p->title == '\0')
		p->title = p->id;
	if (f.value[W_BASIS] != NULL)
		p->basis = build_basis(b, f.value[W_BASIS]);
	build_counting(b, f.value[W_COUNTING], &p->counting);
	m.counting = counting_merge(b->pack->counting, p->counting);
	read_levels(&m, file.root, f.value[W_CASE]);
	name_points(&m, f.value[W_EVENTS], f.value[W_STEPS]);
	for (i = 0; i < p->nevents; i++)
		read_event(&m, i);
	for (i = 0; i < p->nsteps; i++)
		read_step(&m, i);
	return build_order(b, p) && diags_errors(b->diags) == before ? p :
	    NULL;
}
