/*
 * Events, steps, traits and amounts of a procedure, and whom a name means.
 */
#include <string.h>

#include "rule/making.h"

bool
making_good_id(const char *id)
{
	return *id != '\0' && strpbrk(id, "/. \t\n,;`\"'") == NULL &&
	    strlen(id) <= ID_MAX;
}

static void
read_names(struct making *m, const struct pair *pair, vocab_set group,
    int index, const char **id, const char **title, const char **title_en,
    const char **note)
{
	struct fields	*f = &m->fields[index];

	m->nodes[index] = pair->key;
	*id = pair->key->text;
	if (!making_good_id(*id))
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
	size_t		  nwas = m->laid == NULL ? 0 : m->laid->nwas;
	const char	**list = arena_array(m->b->arena,
			    2 * (size_t)(to - from) + nwas + 1, sizeof(*list));
	size_t		  n = 0, k;
	int		  i;

	for (i = from; i < to; i++) {
		if (i == own)
			continue;
		list[n++] = point_id(m->p, i);
		if (strcmp(point_id(m->p, i), point_name(m->p, i)) != 0)
			list[n++] = point_name(m->p, i);
	}
	for (k = 0; k < nwas; k++)
		list[n++] = m->laid->was[k].title;
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

void
making_names(struct making *m, const struct node *events,
    const struct node *steps)
{
	struct arena	*a = m->b->arena;
	int		 i, ne, ns;

	ne = count_of(m, events, _("events"));
	ns = count_of(m, steps, _("steps"));
	m->events = arena_array(a, (size_t)ne + 1, sizeof(*m->events));
	m->steps = arena_array(a, (size_t)ns + 1, sizeof(*m->steps));
	m->nodes = arena_array(m->b->scratch, (size_t)(ne + ns) + 1,
	    sizeof(*m->nodes));
	m->fields = arena_array(m->b->scratch, (size_t)(ne + ns) + 1,
	    sizeof(*m->fields));
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
		name = point_called(m->p, i);
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

	if (making_taken(m, node_at(n, ph->at), ph->point))
		return;
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

const char *
point_called(const struct procedure *p, int index)
{
	return text_lang() == LANG_ZH ? point_name(p, index) :
	    point_id(p, index);
}

/* By id or title; one that an overlay replaced still names it. */
static int
point_named(const struct making *m, const char *name)
{
	const struct procedure	*p = m->p;
	const char		*was;
	int			 i;

	for (i = 0; i < p->nevents + p->nsteps; i++)
		if (strcmp(name, point_id(p, i)) == 0 ||
		    strcmp(name, point_name(p, i)) == 0)
			return i;
	was = laid_was(m->laid, name);
	for (i = 0; was != NULL && i < p->nevents + p->nsteps; i++)
		if (strcmp(was, point_id(p, i)) == 0)
			return i;
	return -1;
}

/* What an overlay takes away, though something goes on to name it. */
bool
making_taken(struct making *m, struct place at, const char *name)
{
	const struct taken	*t = laid_taken(m->laid, name);

	if (t == NULL)
		return false;
	diag_error(m->b->diags, t->place, _("`%s` is taken away here, but "
	    "still named"), text_lang() == LANG_ZH && *t->title != '\0' ?
	    t->title : t->id);
	diag_note(m->b->diags, at, _("here it is named"));
	return true;
}

/* A pack's defaults know no events: each name stands for itself. */
static int
taken(struct making *m, const struct node *n, const char *name)
{
	struct event_rule	*e;
	int			 i = point_named(m, name);

	if (i >= 0)
		return i;
	if (m->p->nevents == POINTS_MAX) {
		diag_error(m->b->diags, n->place, _("more than %d of them"),
		    POINTS_MAX);
		return -1;
	}
	m->p->events = m->events = arena_grow(m->b->arena, m->events,
	    (size_t)m->p->nevents, &m->cap, sizeof(*m->events));
	e = &m->events[m->p->nevents];
	e->id = e->title = name;
	e->title_en = e->note = "";
	return m->p->nevents++;
}

/*
 * STEP alone is its opening in `before` and `with`, else its closing.
 */
bool
making_point(struct making *m, const struct node *n, const struct phrase *ph,
    int own, struct point *out)
{
	int	i = point_named(m, ph->point);
	bool	opens = ph->kind == BOUND_BEFORE || ph->kind == BOUND_WITH ||
		    ph->kind == BOUND_LEAST_BEFORE;
	bool	step = i >= m->p->nevents;

	if (i < 0) {
		unknown_point(m, n, ph, own);
		return false;
	}
	*out = (struct point){ i, ph->edge, ph->edge == EDGE_EVENT };
	if (step && ph->edge == EDGE_EVENT)
		out->edge = opens ? EDGE_OPENS : EDGE_CLOSES;
	if (step || ph->edge == EDGE_EVENT)
		return true;
	diag_error(m->b->diags, node_at(n, ph->at), _("`%s` is an event: it "
	    "has one day, no opening or closing"), ph->point);
	return false;
}

/* No event of this name: what was meant, or what there is. */
static void
unknown_event(struct making *m, struct place at, const char *name)
{
	struct point_names	 events;

	if (point_named(m, name) >= 0) {
		diag_error(m->b->diags, at, _("`%s` is a step; an event is "
		    "expected here"), name);
		return;
	}
	if (making_taken(m, at, name))
		return;
	diag_error(m->b->diags, at, _("`%s` is no event of this procedure"),
	    name);
	if (!build_offers(m->b))
		return;
	events = names_of(m, 0, m->p->nevents, -1);
	if (!diag_meant(m->b->diags, text_nearest(name, events.list,
	    events.n)))
		tell_points(m, &events);
}

int
making_event(struct making *m, const struct node *n, size_t at,
    const char *name)
{
	int	i;

	if (n->kind != NODE_TEXT || *name == '\0') {
		diag_error(m->b->diags, n->place,
		    _("expected the name of an event here"));
		return -1;
	}
	if (m->open)
		return taken(m, n, name);
	i = point_named(m, name);
	if (i >= 0 && i < m->p->nevents)
		return i;
	unknown_event(m, node_at(n, at), name);
	return -1;
}

int
making_step(struct making *m, const struct node *n)
{
	struct point_names	 steps;
	int			 i = n->kind != NODE_TEXT ? -1 :
				    point_named(m, n->text);

	if (i >= m->p->nevents)
		return i;
	if (i >= 0 || n->kind != NODE_TEXT) {
		diag_error(m->b->diags, n->place, _("expected a step, or two "
		    "events as [FROM, TO], here"));
		return -1;
	}
	if (making_taken(m, n->place, n->text))
		return -1;
	diag_error(m->b->diags, n->place, _("`%s` is no step of this "
	    "procedure"), n->text);
	if (!build_offers(m->b))
		return -1;
	steps = names_of(m, m->p->nevents, m->p->nevents + m->p->nsteps, -1);
	if (!diag_meant(m->b->diags, text_nearest(n->text, steps.list,
	    steps.n)))
		tell_points(m, &steps);
	return -1;
}
