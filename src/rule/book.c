/*
 * Which version of a procedure holds where and when, and what is asked of one.
 */
#include <stdlib.h>
#include <string.h>

#include "rule/build.h"
#include "rule/overlay.h"

static int
by_id(const void *va, const void *vb)
{
	const struct book_entry	*a = va, *b = vb;
	int			 c = strcmp(a->of->id, b->of->id);

	return c != 0 ? c : a->place - b->place;
}

static const char **
sorted_scope(struct arena *a, const struct pack *p)
{
	const char	**list = arena_array(a, (size_t)p->nscope + 1,
			    sizeof(*list));

	if (p->nscope == 0)
		return list;
	memcpy(list, p->scope, (size_t)p->nscope * sizeof(*list));
	qsort(list, (size_t)p->nscope, sizeof(*list), text_by_bytes);
	return list;
}

/* All procedures by id, then as they stand in the book. */
static struct book_entry *
entries(struct arena *a, const struct rulebook *book, int *n)
{
	struct book_entry	*list;
	const struct pack	*p;
	const char		**scope;
	int			 k, j, m = 0;

	for (k = 0; k < book->npacks; k++)
		m += book->packs[k].nprocedures;
	list = arena_array(a, (size_t)m + 1, sizeof(*list));
	for (k = *n = 0; k < book->npacks; k++) {
		p = &book->packs[k];
		scope = sorted_scope(a, p);
		for (j = 0; j < p->nprocedures; j++, (*n)++)
			list[*n] = (struct book_entry){
			    &p->procedures[j], scope, *n };
	}
	if (m > 1)
		qsort(list, (size_t)m, sizeof(*list), by_id);
	return list;
}

void
rulebook_order(struct arena *a, struct rulebook *book)
{
	book->entries = entries(a, book, &book->nentries);
}

/* Where the versions of an id begin among those in order. */
static int
first_entry(const struct rulebook *book, const char *id)
{
	int	low = 0, high = book->nentries, mid;

	while (low < high) {
		mid = (low + high) / 2;
		if (strcmp(book->entries[mid].of->id, id) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* In a book that was not ordered: a few packs, put together by hand. */
static const struct procedure *
look_through(const struct rulebook *book, const char *id, int i)
{
	const struct pack	*p;
	int			 k, j;

	for (k = 0; k < book->npacks; k++) {
		p = &book->packs[k];
		for (j = 0; j < p->nprocedures; j++)
			if (strcmp(p->procedures[j].id, id) == 0 && i-- == 0)
				return &p->procedures[j];
	}
	return NULL;
}

const struct procedure *
rulebook_version(const struct rulebook *book, const char *id, int i)
{
	int	at;

	if (book->nentries == 0)
		return look_through(book, id, i);
	at = first_entry(book, id) + i;
	return at < book->nentries && strcmp(book->entries[at].of->id,
	    id) == 0 ? book->entries[at].of : NULL;
}

const struct procedure *
rulebook_named(const struct rulebook *book, const char *name)
{
	const struct procedure	*p = rulebook_version(book, name, 0);
	int			 k, j;

	if (p != NULL)
		return p;
	for (k = 0; k < book->npacks; k++)
		for (j = 0; j < book->packs[k].nprocedures; j++) {
			p = &book->packs[k].procedures[j];
			if (strcmp(p->title, name) == 0)
				return p;
		}
	return NULL;
}

/* Digits of the pack's scope that match, -1 where none does. */
static int
nearness(const struct pack *p, const char *division)
{
	int	i, len, best = -1;

	for (i = 0; i < p->nscope; i++) {
		len = (int)strlen(p->scope[i]);
		if (len > best && division_within(division, p->scope[i]))
			best = len;
	}
	return best;
}

static bool
in_force(const struct pack *p, struct day d)
{
	return (!day_is(p->from) || day_cmp(p->from, d) <= 0) &&
	    (!day_is(p->until) || day_cmp(d, p->until) <= 0);
}

/*
 * The nearest in scope (two equally near are never in force on one day); with
 * `newest`, for no day at all, first the one that came into force last.
 */
static bool
beats(const struct pack *a, int near_a, const struct pack *b, int near_b,
    bool newest)
{
	bool	later = day_is(a->from) && (!day_is(b->from) ||
		    day_cmp(a->from, b->from) > 0);
	bool	earlier = day_is(b->from) && (!day_is(a->from) ||
		    day_cmp(a->from, b->from) < 0);

	if (newest && (later || earlier))
		return later;
	return near_a > near_b;
}

static const struct procedure *
best(const struct rulebook *book, const char *id, const char *division,
    struct day d)
{
	const struct procedure	*p, *found = NULL;
	int			 i, near, nearest = -1;

	for (i = 0; (p = rulebook_version(book, id, i)) != NULL; i++) {
		near = nearness(p->pack, division);
		if (near < 0 || (day_is(d) && !in_force(p->pack, d)))
			continue;
		if (found == NULL || beats(p->pack, near, found->pack,
		    nearest, !day_is(d))) {
			found = p;
			nearest = near;
		}
	}
	return found;
}

const struct procedure *
rulebook_in_force(const struct rulebook *book, const char *id,
    const char *division, struct day first, struct day today)
{
	const struct procedure	*p;

	if (day_is(first))
		return best(book, id, division, first);
	p = best(book, id, division, today);
	return p != NULL ? p : best(book, id, division, DAY_NONE);
}

bool
rulebook_over(const struct rulebook *book, const char *id,
    const char *division, struct day d)
{
	const struct procedure	*p;
	bool			 any = false;
	int			 i;

	for (i = 0; (p = rulebook_version(book, id, i)) != NULL; i++) {
		if (nearness(p->pack, division) < 0)
			continue;
		if (!day_is(p->pack->until) || day_cmp(p->pack->until, d) >= 0)
			return false;
		any = true;
	}
	return any;
}

struct day
rulebook_turn(const struct rulebook *book, const char *id, struct day today)
{
	const struct procedure	*p;
	struct day		 next = DAY_NONE, begins, ends;
	int			 i;

	for (i = 0; (p = rulebook_version(book, id, i)) != NULL; i++) {
		begins = p->pack->from;
		ends = day_add(p->pack->until, 1);
		if (day_is(begins) && day_cmp(begins, today) > 0)
			next = day_min(next, begins);
		if (day_is(ends) && day_cmp(ends, today) > 0)
			next = day_min(next, ends);
	}
	return next;
}

static bool
overlap(const struct pack *a, const struct pack *b)
{
	return (!day_is(a->from) || !day_is(b->until) ||
	    day_cmp(a->from, b->until) <= 0) &&
	    (!day_is(b->from) || !day_is(a->until) ||
	    day_cmp(b->from, a->until) <= 0);
}

static bool
shared_scope(const struct book_entry *a, const struct book_entry *b)
{
	int	i = 0, j = 0, c;

	while (i < a->of->pack->nscope && j < b->of->pack->nscope) {
		c = strcmp(a->scope[i], b->scope[j]);
		if (c == 0)
			return true;
		i += c < 0;
		j += c > 0;
	}
	return false;
}

/* Two packs that were told already, since one lies over another. */
struct met {
	const struct pack	*(*pair)[2];
	size_t			 n, cap;
};

/*
 * An overlay beside what it lies over has all its procedures: one complaint,
 * at the line that names the base.  False: neither of them lies over anything.
 */
static bool
tell_packs(struct arena *arena, const struct pack *a, const struct pack *b,
    struct met *met, struct diags *d)
{
	const struct pack	*over = a->overlay != NULL ? a : b;
	const struct pack	*other = over == a ? b : a;
	size_t			 i;

	if (over->overlay == NULL)
		return false;
	for (i = 0; i < met->n; i++)
		if (met->pair[i][0] == over && met->pair[i][1] == other)
			return true;
	met->pair = arena_grow(arena, met->pair, met->n, &met->cap,
	    sizeof(*met->pair));
	met->pair[met->n][0] = over;
	met->pair[met->n++][1] = other;
	diag_error(d, over->laid->places.whole, _("`%s` and `%s` are in force "
	    "on the same days and for the same scope: which of them is "
	    "meant?"), over->id, other->id);
	diag_note(d, (struct place){ .path = other->path, .line = 1, .col = 1
	    }, _("the other one stands here"));
	diag_note(d, NOWHERE, _("an overlay has a nearer `scope`, or other "
	    "days in force"));
	return true;
}

/* Against those of its id before it. */
static void
check_entry(struct arena *arena, const struct book_entry *list, int i,
    struct met *met, struct diags *d)
{
	const struct procedure	*a = list[i].of, *b;
	int			 k;

	for (k = i; k-- > 0 && strcmp(list[k].of->id, a->id) == 0;) {
		b = list[k].of;
		if (!overlap(a->pack, b->pack) ||
		    !shared_scope(&list[i], &list[k]))
			continue;
		if (tell_packs(arena, a->pack, b->pack, met, d))
			return;
		diag_error(d, (struct place){ .path = a->path,
		    .line = 1, .col = 1 }, _("`%s` "
		    "is in force in pack `%s` too, on the same days and for "
		    "the same scope"), a->id, b->pack->id);
		diag_note(d, (struct place){ .path = b->path,
		    .line = 1, .col = 1 },
		    _("the other one stands here"));
		return;
	}
}

bool
rulebook_check(const struct rulebook *book, struct diags *d)
{
	struct arena	*a = arena_new();
	size_t		 before = diags_errors(d);
	struct met	 met = { .n = 0 };
	const struct book_entry	*list = book->entries;
	int		 i, n = book->nentries;

	if (list == NULL)
		list = entries(a, book, &n);
	for (i = 1; i < n; i++)
		check_entry(a, list, i, &met, d);
	arena_free(a);
	return diags_errors(d) == before;
}

const struct basis *
step_basis(const struct step_rule *s, enum cite key)
{
	return s->cites[key] != NULL ? s->cites[key] : s->basis;
}

const char *
point_id(const struct procedure *p, int i)
{
	return i < p->nevents ? p->events[i].id : p->steps[i - p->nevents].id;
}

const char *
point_name(const struct procedure *p, int i)
{
	return i < p->nevents ? p->events[i].title :
	    p->steps[i - p->nevents].title;
}

const struct bound *
point_bounds(const struct procedure *p, int i, int *n)
{
	if (i < p->nevents) {
		*n = p->events[i].nbounds;
		return p->events[i].bounds;
	}
	*n = p->steps[i - p->nevents].nbounds;
	return p->steps[i - p->nevents].bounds;
}

bool
bound_follows(const struct bound *b)
{
	return b->kind != BOUND_BEFORE && b->kind != BOUND_LEAST_BEFORE;
}

bool
bound_is_due(const struct bound *b)
{
	return !bound_follows(b) || b->kind == BOUND_WITHIN ||
	    b->kind == BOUND_BY || b->kind == BOUND_WITH;
}

int
procedure_event(const struct procedure *p, const char *name)
{
	int	i;

	for (i = 0; i < p->nevents; i++)
		if (strcmp(p->events[i].id, name) == 0)
			return i;
	for (i = 0; i < p->nevents; i++)
		if (strcmp(p->events[i].title, name) == 0)
			return i;
	return -1;
}

int
procedure_step(const struct procedure *p, const char *name)
{
	int	i;

	for (i = 0; i < p->nsteps; i++)
		if (strcmp(p->steps[i].id, name) == 0)
			return i;
	for (i = 0; i < p->nsteps; i++)
		if (strcmp(p->steps[i].title, name) == 0)
			return i;
	return -1;
}

const char *
procedure_nearest(const struct procedure *p, const char *name, bool step)
{
	const char	*names[2 * POINTS_MAX];
	size_t		 n = 0;
	int		 i;

	for (i = 0; i < (step ? p->nsteps : p->nevents); i++) {
		names[n++] = step ? p->steps[i].id : p->events[i].id;
		names[n++] = step ? p->steps[i].title : p->events[i].title;
	}
	return text_nearest(name, names, n);
}

const char *
title_in(const char *id, const char *title, const char *title_en)
{
	if (text_lang() == LANG_EN && *title_en != '\0')
		return title_en;
	return *title != '\0' ? title : id;
}
