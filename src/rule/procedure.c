/*
 * Builds one procedure from its tree: names first, then what refers to them.
 */
#include <string.h>

#include "rule/making.h"

/* Is it true?  Nothing where the key does not stand. */
static bool
is_true(struct making *m, const struct fields *f, enum word key)
{
	return f->value[key] != NULL &&
	    build_word(m->b, f->value[key], IN_BOOL) == W_TRUE;
}

/* Its own, else the procedure's; what stands in it is read under that. */
static const struct basis *
nearest_basis(struct making *m, const struct fields *f, bool *own)
{
	m->b->above = m->p->basis;
	*own = f->value[W_BASIS] != NULL;
	if (*own)
		m->b->above = build_basis(m->b, f->value[W_BASIS]);
	return m->b->above;
}

static void
read_event(struct making *m, int i)
{
	struct event_rule	*e = &m->events[i];
	struct fields		*f = &m->fields[i];
	struct bound		*list;
	struct owner		 o;

	e->place = m->nodes[i]->place;
	list = arena_array(m->b->arena, making_room(f->value[W_AFTER]) +
	    making_room(f->value[W_GATE]), sizeof(*list));
	build_counting(m->b, f->value[W_COUNTING], &e->counting);
	e->basis = nearest_basis(m, f, &e->own_basis);
	e->when = making_condition(m, f);
	e->sayings = build_sayings(m->b, f, CODE_OF_EVENT,
	    m->p->defaults.sayings);
	o = (struct owner){ i, e->basis,
	    counting_merge(m->counting, e->counting), true };
	e->nbounds = making_bounds(m, &o, f->value[W_AFTER], false, list, 0);
	e->nbounds = making_bounds(m, &o, f->value[W_GATE], true, list,
	    e->nbounds);
	e->bounds = list;
	e->repeats = is_true(m, f, W_REPEATS);
	e->optional = is_true(m, f, W_OPTIONAL);
	e->ends = is_true(m, f, W_ENDS);
	e->calendar = making_calendar(m, f);
	if (e->ends && e->repeats)
		diag_error(m->b->diags, f->key[W_ENDS]->place, _("`%s` "
		    "happens more than once: an event that ends the case may "
		    "not"), point_called(m->p, i));
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

/* Its own, else the procedure's or the pack's, read as if it stood here. */
static void
read_lasts(struct making *m, const struct owner *o, struct step_rule *s,
    const struct fields *f)
{
	const struct node	*above = m->lasts;
	struct owner		 by = *o;

	by.basis = step_basis(s, CITE_LASTS);
	s->lasts = making_parts(m, &by, f->value[W_LASTS], &s->own_lasts);
	if (!s->own_lasts && above != NULL)
		s->lasts = making_parts_again(m, &by, above);
	else
		above = f->value[W_LASTS];
	m->asked = above != NULL && !phrase_is_none(above);
}

static void
read_review(struct making *m, struct step_rule *s, const struct fields *f)
{
	const struct defaults	*d = &m->p->defaults;

	s->review = d->review;
	s->review_basis = d->review_basis;
	(void)making_review(m->b, f, &s->review, &s->review_basis);
	s->own_review_basis = s->review_basis != NULL;
	if (s->review_basis == NULL)
		s->review_basis = step_basis(s, CITE_REVIEW);
}

/* The step's own words, else those for its kind. */
static void
read_words(struct making *m, struct step_rule *s, const struct fields *f)
{
	const char	*text[2] = { NULL, NULL };

	build_text_of(m->b, f, text);
	s->text = text[s->kind];
	if (s->text == NULL)
		s->text = m->p->defaults.text[s->kind];
	build_locals(m->b, f, W_HOTLINE, &s->hotline);
	build_locals(m->b, f, W_OFFICE, &s->office);
	s->sayings = build_sayings(m->b, f, CODE_OF_STEP,
	    m->p->defaults.sayings);
}

/* What a step must have. */
static void
read_must(struct making *m, struct step_rule *s, int index)
{
	struct fields		*f = &m->fields[index];

	s->place = m->nodes[index]->place;
	s->basis = nearest_basis(m, f, &s->own_basis);
	if (s->basis == NULL)
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
}

static void
read_step(struct making *m, int i)
{
	int			 index = m->p->nevents + i;
	struct step_rule	*s = &m->steps[i];
	struct fields		*f = &m->fields[index];
	struct bound		*list;
	struct owner		 o;

	list = arena_array(m->b->arena, making_room(f->value[W_OPENS]),
	    sizeof(*list));
	build_counting(m->b, f->value[W_COUNTING], &s->counting);
	read_must(m, s, index);
	making_bases(m, s, f->value[W_BASES]);
	s->when = making_condition(m, f);
	o = (struct owner){ index, s->basis,
	    counting_merge(m->counting, s->counting), false };
	s->nbounds = making_bounds(m, &o, f->value[W_OPENS], false, list, 0);
	s->bounds = list;
	read_lasts(m, &o, s, f);
	if (f->value[W_DOWN] != NULL)
		s->down = making_down(m, &o, f->value[W_DOWN]);
	making_notice(m, s, f);
	read_review(m, s, f);
	read_words(m, s, f);
	s->objections.handler = "";
	if (f->value[W_OBJECTIONS] != NULL)
		making_objections(m, &o, s, f->value[W_OBJECTIONS]);
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

/*
 * What the procedure says for its steps, over what the pack says.  A period is
 * read here to tell what is wrong with it, once, and again at each step.
 */
static void
read_defaults(struct making *m, const struct fields *f)
{
	const struct defaults	*pack = &m->b->pack->defaults;
	struct defaults		*d = &m->p->defaults;
	struct owner		 o = { -1, m->p->basis, m->counting, false };

	*d = *pack;
	d->hotline = d->office = (struct locals){ NULL, 0 };
	m->lasts = f->value[W_LASTS] != NULL ? f->value[W_LASTS] :
	    m->b->lasts;
	d->lasts = making_parts(m, &o, m->lasts, &d->gives_lasts);
	d->gives_lasts = f->value[W_LASTS] != NULL;
	d->gives_review = making_review(m->b, f, &d->review,
	    &d->review_basis);
	d->sayings = build_sayings(m->b, f, CODE_OF_ANY, pack->sayings);
	build_text_of(m->b, f, d->text);
	build_locals(m->b, f, W_HOTLINE, &d->hotline);
	build_locals(m->b, f, W_OFFICE, &d->office);
}

static void
read_head(struct making *m, const struct node *root, const struct fields *f)
{
	struct build		*b = m->b;
	struct procedure	*p = m->p;

	p->id = build_text(b, f, W_PROCEDURE);
	if (!making_good_id(p->id))
		diag_error(b->diags, f->value[W_PROCEDURE] != NULL ?
		    f->value[W_PROCEDURE]->place : root->place,
		    _("`procedure: ID` is missing or no id"));
	p->title = build_text(b, f, W_TITLE);
	p->title_en = build_text(b, f, W_TITLE_EN);
	p->note = build_text(b, f, W_NOTE);
	if (*p->title == '\0')
		p->title = p->id;
	b->above = NULL;
	if (f->value[W_BASIS] != NULL)
		p->basis = build_basis(b, f->value[W_BASIS]);
	build_counting(b, f->value[W_COUNTING], &p->counting);
	m->counting = counting_merge(b->pack->counting, p->counting);
	read_levels(m, root, f->value[W_CASE]);
	m->comes_round = f->key[W_EVERY] != NULL;
	making_every(m, f);
	p->traits = making_labels(m, f->value[W_TRAITS], &p->ntraits);
	p->amounts = making_labels(m, f->value[W_AMOUNTS], &p->namounts);
}

/* The basis of an overlay's file stands in no place of its own any more. */
static void
read_own_basis(struct making *m)
{
	struct fields	f;
	struct build	b = *m->b;

	if (m->laid == NULL || m->laid->own == NULL)
		return;
	b.diags = diags_new(b.arena);	/* the rest is told where it lies */
	if (build_fields(&b, m->laid->own, IN_PROCEDURE, &f) &&
	    f.value[W_BASIS] != NULL && !phrase_is_none(f.value[W_BASIS]))
		m->p->own_basis = build_basis(m->b, f.value[W_BASIS]);
}

struct procedure *
build_procedure(struct build *b, struct rule_file file, struct procedure *p)
{
	struct making	m = { .b = b, .p = p, .laid = file.laid };
	size_t		before = diags_errors(b->diags);
	struct fields	f;
	int		i;

	p->path = file.path;
	p->sum = file.sum;
	p->root = file.root;
	p->laid = file.laid;
	p->pack = b->pack;
	if (!build_fields(b, file.root, IN_PROCEDURE, &f))
		return NULL;
	read_head(&m, file.root, &f);
	read_own_basis(&m);
	making_names(&m, f.value[W_EVENTS], f.value[W_STEPS]);
	read_defaults(&m, &f);
	for (i = 0; i < p->nevents; i++)
		read_event(&m, i);
	for (i = 0; i < p->nsteps; i++)
		read_step(&m, i);
	making_permanent(&m);
	p->plain = making_plain(p);
	return build_order(b, p) && diags_errors(b->diags) == before ? p :
	    NULL;
}

/*
 * The pack's own: what its defaults name is taken as it stands, since it is
 * each procedure's that is meant; read again in each.
 */
void
build_defaults(struct build *b, const struct fields *f)
{
	struct procedure	*p = arena_alloc(b->arena, sizeof(*p));
	struct making		 m = { .b = b, .p = p, .open = true };
	struct owner		 o = { -1, NULL, b->pack->counting, false };
	struct defaults		*d = &b->pack->defaults;

	m.traits = arena_array(b->arena, LABELS_MAX, sizeof(*m.traits));
	p->traits = m.traits;
	p->id = p->title = p->title_en = p->note = "";
	p->pack = b->pack;
	b->pack->names = p;
	b->lasts = f->value[W_LASTS];
	d->lasts = making_parts(&m, &o, b->lasts, &d->gives_lasts);
	d->gives_review = making_review(b, f, &d->review, &d->review_basis);
	d->sayings = build_sayings(b, f, CODE_OF_ANY,
	    sayings_of_codes(b->arena));
	build_text_of(b, f, d->text);
	build_locals(b, f, W_HOTLINE, &d->hotline);
	build_locals(b, f, W_OFFICE, &d->office);
}
