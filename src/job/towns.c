#include "job/towns.h"

#include <stdlib.h>
#include <string.h>

#include "base/division.h"
#include "store/night.h"

enum { UTC_PLUS = 8 };		/* hours: the clock of the offices */

struct towns {
	struct arena	*arena;
	struct store	*store;
	struct town	*list;		/* by code */
	size_t		 n, cap;
	bool		 delivered;	/* any delivery ever came */
	bool		 apart;		/* a township's own did */
	struct caller	 caller;
};

static struct town *
add(struct towns *t, const char *code)
{
	size_t	at = 0, end = t->n, mid;

	while (at < end) {
		mid = (at + end) / 2;
		if (strcmp(t->list[mid].code, code) < 0)
			at = mid + 1;
		else
			end = mid;
	}
	if (at < t->n && strcmp(t->list[at].code, code) == 0)
		return &t->list[at];
	t->list = arena_grow(t->arena, t->list, t->n, &t->cap,
	    sizeof(*t->list));
	memmove(&t->list[at + 1], &t->list[at], (t->n++ - at) *
	    sizeof(*t->list));
	t->list[at] = (struct town){ .code = arena_dup(t->arena, code),
	    .last = DAY_NONE, .acts = DAY_NONE, .others = DAY_NONE,
	    .refused = DAY_NONE };
	store_person(t->store, t->arena, code, &t->list[at].contact,
	    &t->list[at].phone);
	return &t->list[at];
}

static void
take(void *ctx, const struct town *found)
{
	struct towns	*t = ctx;
	struct town	*town = add(t, found->code);

	town->last = found->last;
	town->acts = found->acts;
	town->others = found->others;
	town->refused = found->refused;
	t->delivered = true;
	t->apart |= day_is(found->last) &&
	    division_level(found->code) == LEVEL_TOWNSHIP;
}

/* Where somebody brings it for all, that is how each delivers. */
static void
count_shared(struct towns *t)
{
	struct town	*town;
	size_t		 i;

	for (i = 0; i < t->n && !t->apart; i++) {
		town = &t->list[i];
		if (!day_is(town->last))
			town->last = town->acts = town->others;
	}
}

struct towns *
towns_new(struct arena *a, struct store *s, struct day today,
    struct diags *d)
{
	struct towns	*t = arena_alloc(a, sizeof(*t));

	*t = (struct towns){ .arena = a, .store = s };
	if (!store_each_town(s, today, take, t, d))
		return NULL;
	count_shared(t);
	return t;
}

struct town *
towns_find(struct towns *t, const char *division)
{
	char	town[DIVISION_MAX + 1];

	return add(t, division_above(division, LEVEL_TOWNSHIP, town) ? town :
	    division);
}

const struct town *
towns_list(const struct towns *t, size_t *n)
{
	*n = t->n;
	return t->list;
}

/* "2020-10-02T18:30:00Z" is the 3rd where the offices are. */
static struct day
local_day(const char *iso)
{
	char		text[DAY_TEXT];
	struct day	d;

	if (strlen(iso) < DAY_TEXT + 2)
		return DAY_NONE;
	memcpy(text, iso, DAY_TEXT - 1);
	text[DAY_TEXT - 1] = '\0';
	if (!day_parse(text, &d))
		return DAY_NONE;
	return day_add(d, (atoi(iso + DAY_TEXT) + UTC_PLUS) / 24);
}

/* The nearest that is named, up to the township. */
static void
find_person(struct towns *t, const char *at)
{
	struct caller	*c = &t->caller;
	char		 up[DIVISION_MAX + 1];
	int		 level = (int)division_level(at);

	store_person(t->store, t->arena, at, &c->contact, &c->phone);
	while (*c->contact == '\0' && *c->phone == '\0' &&
	    --level >= LEVEL_TOWNSHIP)
		if (division_above(at, (enum level)level, up))
			store_person(t->store, t->arena, up, &c->contact,
			    &c->phone);
}

const struct caller *
towns_caller(struct towns *t, const struct kept *k)
{
	const struct town	*town = towns_find(t, k->at);
	struct caller		*c = &t->caller;
	struct day		 came;

	*c = (struct caller){ .refused = town->refused, .silent = DAY_NONE };
	find_person(t, k->at);
	if (day_is(c->refused) || !t->delivered ||
	    division_level(k->at) < LEVEL_TOWNSHIP)
		return c;
	came = local_day(store_case_came(t->store, t->arena, k->division,
	    k->id));
	if (day_is(came) && (!day_is(town->acts) ||
	    day_cmp(town->acts, came) < 0))
		c->silent = came;
	return c;
}
