#include "desk/versions.h"

#include <string.h>

#include "base/division.h"

struct versions {
	const struct rulebook	*book;
	struct arena		*arena;		/* of the list */
	struct arena		*laid_arena;	/* of the slots */
	const struct matter	*matter;
	char			 id[MATTER_ID + 1];	/* its own */
	char			 division[DIVISION_MAX + 1];
	struct version		*all;
	int			 n;
	size_t			 cap;
	bool			 laid;
};

struct versions *
versions_new(struct arena *a, const struct rulebook *book)
{
	struct versions	*l = arena_alloc(a, sizeof(*l));

	l->book = book;
	l->arena = a;
	l->laid_arena = arena_new();
	return l;
}

void
versions_free(struct versions *l)
{
	arena_free(l->laid_arena);
}

void
versions_turn(struct versions *l, const struct matter *m)
{
	const struct procedure	*p;

	l->matter = m;
	if (strcmp(l->id, m->id) == 0 &&
	    strcmp(l->division, m->division) == 0)
		return;
	l->laid = false;
	memcpy(l->id, m->id, strlen(m->id) + 1);
	memcpy(l->division, m->division, strlen(m->division) + 1);
	l->n = 0;
	while ((p = rulebook_version(l->book, m->procedure, l->n)) != NULL) {
		l->all = arena_grow(l->arena, l->all, (size_t)l->n, &l->cap,
		    sizeof(*l->all));
		l->all[l->n++] = (struct version){ .rules = p };
	}
}

const struct version *
versions_all(const struct versions *l, int *n)
{
	*n = l->n;
	return l->all;
}

/* What is laid stays when the case itself is forgotten. */
static void
lay(struct versions *l)
{
	struct matter	 copy = *l->matter;
	struct version	*v;
	size_t		 i;
	int		 n;

	arena_reset(l->laid_arena);
	copy.division = arena_dup(l->laid_arena, copy.division);
	copy.places = arena_array(l->laid_arena, copy.nplaces + 1,
	    sizeof(*copy.places));
	for (i = 0; i < copy.nplaces; i++)
		copy.places[i] = arena_dup(l->laid_arena,
		    l->matter->places[i]);
	for (v = l->all; v < l->all + l->n; v++)
		v->slots = plan_slots(l->laid_arena, v->rules, &copy, &n,
		    &v->first);
	l->laid = true;
}

struct visit
versions_visit(struct versions *l, const char *step)
{
	if (!l->laid)
		lay(l);
	return (struct visit){ .of = l, .step = step };
}

const struct slot *
visit_next(struct visit *x)
{
	const struct version	*v;
	int			 i;

	while (x->at == x->end) {
		if (x->version == x->of->n)
			return NULL;
		v = &x->of->all[x->version++];
		i = procedure_step(v->rules, x->step);
		if (i < 0)
			continue;
		x->slots = v->slots;
		x->at = v->first[i];
		x->end = v->first[i + 1];
	}
	return &x->slots[x->at++];
}
