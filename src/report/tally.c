#include "report/tally.h"

#include <string.h>

/* ---- numbers of days */

void
spread_add(struct arena *a, struct spread *s, int32_t days)
{
	size_t	at = s->n, i;

	while (at > 0 && s->list[at - 1].days > days)
		at--;
	s->total++;
	if (at > 0 && s->list[at - 1].days == days) {
		s->list[at - 1].n++;
		return;
	}
	s->list = arena_grow(a, s->list, s->n, &s->cap, sizeof(*s->list));
	for (i = s->n++; i > at; i--)
		s->list[i] = s->list[i - 1];
	s->list[at] = (struct spread_of){ days, 1 };
}

int32_t
spread_median(const struct spread *s)
{
	long long	before = 0;
	size_t		i;

	for (i = 0; i < s->n; i++) {
		before += s->list[i].n;
		if (before * 2 >= s->total)
			return s->list[i].days;
	}
	return -1;
}

int32_t
spread_worst(const struct spread *s)
{
	return s->n == 0 ? -1 : s->list[s->n - 1].days;
}

/* ---- the figures */

struct tallies {
	struct arena	*arena;
	struct tally	**list;
	size_t		 n, cap;
};

long long
tally_gone(const struct tally *t)
{
	long long	n = 0;
	int		i;

	for (i = 0; i < WHYS; i++)
		n += t->gone[i];
	return n;
}

struct tallies *
tallies_new(struct arena *a)
{
	struct tallies	*t = arena_alloc(a, sizeof(*t));

	t->arena = a;
	return t;
}

static int
order(const struct tally *t, const char *unit, const char *procedure,
    int kind)
{
	int	c = strcmp(t->unit, unit);

	if (c == 0)
		c = strcmp(t->procedure, procedure);
	return c != 0 ? c : t->kind - kind;
}

struct tally *
tally_of(struct tallies *t, const char *unit, const char *procedure,
    int kind)
{
	struct tally	*one;
	size_t		 at = 0, end = t->n, mid;

	while (at < end) {
		mid = (at + end) / 2;
		if (order(t->list[mid], unit, procedure, kind) < 0)
			at = mid + 1;
		else
			end = mid;
	}
	if (at < t->n && order(t->list[at], unit, procedure, kind) == 0)
		return t->list[at];
	one = arena_alloc(t->arena, sizeof(*one));
	*one = (struct tally){ .unit = arena_dup(t->arena, unit),
	    .procedure = arena_dup(t->arena, procedure), .kind = kind };
	t->list = arena_grow(t->arena, t->list, t->n, &t->cap,
	    sizeof(struct tally *));
	memmove(&t->list[at + 1], &t->list[at], (t->n++ - at) *
	    sizeof(struct tally *));
	t->list[at] = one;
	return one;
}

struct tally *const *
tallies_list(const struct tallies *t, size_t *n)
{
	*n = t->n;
	return t->list;
}
