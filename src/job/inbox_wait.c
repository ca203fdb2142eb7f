#include "job/inbox_wait.h"

#include <string.h>

#define NEVER	((size_t)-1)

struct deferred *
wait_find(struct taker *t, const char *name)
{
	size_t	i;

	for (i = 0; i < t->ndeferred; i++)
		if (strcmp(t->deferred[i].name, name) == 0)
			return &t->deferred[i];
	return NULL;
}

/* By name, as they are kept. */
static struct deferred *
add_deferred(struct taker *t, const char *name)
{
	size_t	i;

	t->deferred = arena_grow(t->arena, t->deferred, t->ndeferred,
	    &t->deferred_cap, sizeof(*t->deferred));
	for (i = t->ndeferred++; i > 0 &&
	    strcmp(t->deferred[i - 1].name, name) > 0; i--)
		t->deferred[i] = t->deferred[i - 1];
	t->deferred[i] = (struct deferred){ .name = name, .tried = NEVER };
	return &t->deferred[i];
}

void
wait_drop(struct taker *t, const char *name)
{
	struct deferred	*f = wait_find(t, name);

	if (f != NULL)
		memmove(f, f + 1, (size_t)(&t->deferred[--t->ndeferred] - f) *
		    sizeof(*f));
}

static bool
keep_deferred(struct taker *t, const char *name, bool end)
{
	struct store	*s = t->in->store;
	bool		 good = store_begin(s, t->in->when, t->in->who,
			    "nightly", t->d);

	good = good && (end ? store_defer_end(s, name, t->d) :
	    store_defer(s, name, t->d)) && store_commit(s, t->d);
	store_rollback(s);
	return good;
}

bool
wait_for(struct way *w, const struct delivery *v)
{
	struct taker	*t = w->t;
	struct deferred	*f = wait_find(t, w->name);

	if (f == NULL) {
		if (!keep_deferred(t, w->name, false))
			return false;
		f = add_deferred(t, w->name);
	}
	f->tried = t->taken;
	f->last = *v;
	f->senders = w->senders;
	f->nsenders = w->nsenders;
	return true;
}

bool
wait_ends(struct taker *t, const char *name)
{
	return wait_find(t, name) == NULL || keep_deferred(t, name, true);
}

struct deferred *
wait_next(struct taker *t)
{
	size_t	i;

	for (i = 0; i < t->ndeferred; i++)
		if (t->deferred[i].tried != t->taken)
			return &t->deferred[i];
	return NULL;
}

bool
wait_read(struct taker *t)
{
	const char	**names;
	size_t		  n, i;
	bool		  good = store_deferred(t->in->store, t->arena, &names,
			    &n, t->d);

	for (i = 0; good && i < n; i++)
		(void)add_deferred(t, names[i]);
	return good;
}
