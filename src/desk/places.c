#include "desk/places.h"

#include <string.h>

#include "base/text.h"
#include "desk/division.h"

static void
add_place(struct arena *a, struct matter *m, size_t *cap, const char *mark,
    const char *code)
{
	m->places = arena_grow(a, m->places, m->nplaces, cap,
	    sizeof(*m->places));
	m->places[m->nplaces++] = *mark == '\0' ? code :
	    arena_printf(a, "%s%s", mark, code);
}

/* Adds those of a list, each at or below the case's division. */
static bool
read_list(struct desk *k, enum column c, const char *mark, struct matter *m,
    size_t *cap)
{
	const struct typed	*t = cell(k, c);
	const char		*code;
	size_t			 i;
	bool			 good = true;

	for (i = 0; i < t->nparts; i++) {
		code = find_division(k, &t->parts[i], m->division);
		if (code != NULL && !division_within(code, m->division)) {
			diag_error(k->d, t->at, _("place %s lies outside the "
			    "case's division %s"), code, m->division);
			code = NULL;
		}
		good &= code != NULL;
		if (code != NULL)
			add_place(k->arena, m, cap, mark, code);
	}
	return good;
}

bool
read_places(struct desk *k, struct matter *m)
{
	size_t	cap = 0;
	bool	good = read_list(k, COL_PLACES, "", m, &cap);

	m->named = m->nplaces > 0;
	m->nplaces = text_sort_once(m->places, m->nplaces);
	return good;
}

/*
 * `known`: the list as it was stored, of a case that named no places, or what
 * was known below those that it named; so no table of divisions is asked.
 */
static bool
read_known(struct desk *k, struct fact *f, const struct matter *old)
{
	static const char	 marked[] = { PLACE_KNOWN, '\0' };
	struct matter		*m = &f->matter;
	size_t			 i, cap = m->nplaces;

	for (i = 0; !cell(k, COL_PLACES)->there && old != NULL &&
	    old->named && i < old->nplaces; i++)
		if (*old->places[i] != PLACE_KNOWN)
			add_place(k->arena, m, &cap, "", old->places[i]);
	m->named = m->nplaces > 0;
	f->has |= HAS_PLACES;
	if (!read_list(k, COL_KNOWN, m->named ? marked : "", m, &cap))
		return false;
	m->nplaces = text_sort_once(m->places, m->nplaces);
	return true;
}

struct known {
	struct arena	*arena;
	struct matter	*m;
	unsigned	 levels;
	const char	*mark;		/* before each code */
	size_t		 cap;
};

static bool
take_known(void *ctx, const char *code, const char *name)
{
	struct known	*n = ctx;

	(void)name;
	if ((n->levels & 1U << division_level(code)) == 0)
		return true;
	n->m->places = arena_grow(n->arena, n->m->places, n->m->nplaces,
	    &n->cap, sizeof(*n->m->places));
	n->m->places[n->m->nplaces++] = *n->mark == '\0' ?
	    arena_dup(n->arena, code) :
	    arena_printf(n->arena, "%s%s", n->mark, code);
	return true;
}

/* Levels that a step of any version takes `each` of, below the case's. */
static unsigned
levels_wanted(const struct world *w, const struct matter *m)
{
	const struct procedure	*p;
	unsigned		 levels = 0;
	int			 v, i, j;

	for (v = 0; (p = rulebook_version(w->book, m->procedure, v)) != NULL;
	    v++)
		for (i = 0; i < p->nsteps; i++)
			for (j = 0; j < p->steps[i].nat; j++)
				if (p->steps[i].at[j].each &&
				    p->steps[i].at[j].level >
				    division_level(m->division))
					levels |= 1U <<
					    p->steps[i].at[j].level;
	return levels;
}

void
take_all_known(struct desk *k, struct matter *m)
{
	struct known	n = { k->arena, m, levels_wanted(k->in->world, m), "",
			    0 };

	if (n.levels != 0)
		k->in->world->each(k->in->world->ctx, m->division, NULL,
		    take_known, &n);
	m->nplaces = text_sort_once(m->places, m->nplaces);
}

/* Below a place above a level that a step takes `each` of: those known. */
static void
take_known_below(struct desk *k, struct matter *m)
{
	static const char	mark[] = { PLACE_KNOWN, '\0' };
	struct known		n = { k->arena, m, 0, mark, m->nplaces };
	unsigned		levels = levels_wanted(k->in->world, m);
	size_t			i, named = m->nplaces;

	for (i = 0; i < named; i++) {
		n.levels = levels & ~0U <<
		    (division_level(m->places[i]) + 1);
		if (n.levels != 0)
			k->in->world->each(k->in->world->ctx, m->places[i],
			    NULL, take_known, &n);
	}
	m->nplaces = text_sort_once(m->places, m->nplaces);
}

/* Did the case name these places before, those known then left aside? */
static bool
names_same(const struct matter *m, const struct matter *old)
{
	size_t	i, skip = 0;

	while (skip < old->nplaces && *old->places[skip] == PLACE_KNOWN)
		skip++;
	if (!old->named || old->nplaces - skip != m->nplaces)
		return false;
	for (i = 0; i < m->nplaces; i++)
		if (strcmp(m->places[i], old->places[skip + i]) != 0)
			return false;
	return true;
}

/* Is one of the old places not among the new ones?  Both are sorted. */
static bool
leaves_out(const struct matter *m, const struct matter *old)
{
	size_t	i, k = 0;

	for (i = 0; i < old->nplaces; i++) {
		while (k < m->nplaces && strcmp(m->places[k],
		    old->places[i]) < 0)
			k++;
		if (k == m->nplaces || strcmp(m->places[k],
		    old->places[i]) != 0)
			return true;
	}
	return false;
}

bool
settle_places(struct desk *k, struct fact *f, const struct matter *old)
{
	struct matter	*m = &f->matter;
	bool		 had = cell(k, COL_PLACES)->there, fresh;

	if (had && !read_places(k, m))
		return false;
	if (*cell(k, COL_KNOWN)->text != '\0') {
		if (!read_known(k, f, old))
			return false;
		f->fewer = old != NULL && leaves_out(m, old);
		return true;
	}
	fresh = !m->named && (old == NULL || (had && old->named));
	if (m->named || fresh)
		f->has |= HAS_PLACES;
	if (fresh)
		take_all_known(k, m);
	else if (m->named && (old == NULL || !names_same(m, old)))
		take_known_below(k, m);
	else {
		m->named = old->named;
		m->places = old->places;
		m->nplaces = old->nplaces;
	}
	f->fewer = old != NULL && leaves_out(m, old);
	return true;
}
