#include "job/recall.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"

struct recall {
	struct store	*store;
	bool		 remember;
	long long	 now;
	recall_emit_fn	*emit, *changed;
	void		*ctx;
	struct diags	*d;
	struct arena	*ahead_arena;	/* of `ahead` */
	struct memo	 ahead;		/* the next one of the database */
	bool		 have;
};

/* 2020-01-01, from which SEQUENCE counts minutes. */
static int
minutes(long long now)
{
	long long	n = (now - (long long)day_make(2020, 1, 1).n * 86400) /
			    60;

	return n < 0 ? 0 : n > 0x7fffffff ? 0x7fffffff : (int)n;
}

static bool
read_ahead(struct recall *r)
{
	arena_reset(r->ahead_arena);
	return store_memo_next(r->store, r->ahead_arena, &r->ahead, &r->have,
	    r->d);
}

struct recall *
recall_begin(struct arena *a, struct store *s, const char *range,
    bool remember, long long now, recall_emit_fn *emit,
    recall_emit_fn *changed, void *ctx, struct diags *d)
{
	struct recall	*r = arena_alloc(a, sizeof(*r));

	*r = (struct recall){ .store = s, .remember = remember, .now = now,
	    .emit = emit, .changed = changed, .ctx = ctx, .d = d };
	r->ahead_arena = arena_new();
	store_memo_rewind(s, range);
	if (read_ahead(r))
		return r;
	recall_end(r);
	return NULL;
}

/* No statement may be left standing where a transaction ends. */
void
recall_end(struct recall *r)
{
	store_memo_rewind(r->store, "");
	arena_free(r->ahead_arena);
}

/* 0 is kept for "never written". */
static long long
hash(unsigned long long h, const char *s)
{
	for (; *s != '\0'; s++)
		h = hash_add(h, (unsigned char)*s);
	return (long long)hash_add(h, 0xff);
}

static long long
text_hash(const struct entry *e)
{
	long long	h = hash(HASH_START, e->summary);

	h = hash((unsigned long long)h, e->description);
	h = hash((unsigned long long)h, e->location);
	return h == 0 ? 1 : h;
}

static bool
same_days(const struct entry *e, const struct memo *m)
{
	return (int)e->status == m->status &&
	    day_cmp(e->first, m->first) == 0 &&
	    day_cmp(e->last, m->last) == 0 && e->nalarms == m->nalarms &&
	    memcmp(e->alarms, m->alarms,
	    (size_t)e->nalarms * sizeof(*e->alarms)) == 0;
}

static bool
keep(struct recall *r, const char *division, const struct entry *e,
    const long long said[2])
{
	struct memo	m = { division, e->id, e->step, e->division,
			    (int)e->kind, (int)e->status, e->first, e->last,
			    { 0 }, e->nalarms, e->sequence, e->stamp,
			    { said[0], said[1] }, e->summary, e->location };

	memcpy(m.alarms, e->alarms, (size_t)e->nalarms * sizeof(*m.alarms));
	return !r->remember || (store_memo_put(r->store, &m, r->d) &&
	    r->changed(r->ctx, e));
}

/* Numbers the entry by what was written of it before (NULL: nothing). */
static bool
settle(struct recall *r, const char *division, struct entry *e,
    const struct memo *old)
{
	long long	 said[2] = { 0, 0 }, text = text_hash(e);
	enum lang	 lang = text_lang();
	bool		 changed = old == NULL || !same_days(e, old), told;

	if (old != NULL)
		memcpy(said, old->said, sizeof(said));
	told = said[lang] != 0 && said[lang] != text;
	e->sequence = old == NULL ? 0 : old->sequence;
	e->stamp = changed || told ? r->now : old->stamp;
	if (changed) {
		e->sequence += old != NULL && e->sequence < INT_MAX;
		if (minutes(r->now) > e->sequence)
			e->sequence = minutes(r->now);
		said[0] = said[1] = 0;
	}
	if (changed || said[lang] != text) {
		said[lang] = text;
		if (!keep(r, division, e, said))
			return false;
	}
	return r->emit(r->ctx, e);
}

/* An entry that no longer holds stays as one that is withdrawn. */
static bool
withdraw(struct recall *r, struct arena *a, const struct memo *m)
{
	struct entry	e = { .kind = (enum entry_kind)m->kind,
			    .id = m->id, .step = m->step, .division = m->at,
			    .first = m->first, .last = m->last,
			    .summary = m->summary, .location = m->location };

	e.description = _("This entry no longer holds; nothing is to be done "
	    "for it.");
	entry_cancel(a, &e);
	return settle(r, m->division, &e, m);
}

static int
order(const struct memo *m, const struct matter *c)
{
	int	n = strcmp(m->division, c->division);

	return n != 0 ? n : strcmp(m->id, c->id);
}

static struct memo *
copy(struct arena *a, const struct memo *m)
{
	struct memo	*c = arena_alloc(a, sizeof(*c));

	*c = *m;
	c->division = arena_dup(a, m->division);
	c->id = arena_dup(a, m->id);
	c->step = arena_dup(a, m->step);
	c->at = arena_dup(a, m->at);
	c->summary = arena_dup(a, m->summary);
	c->location = arena_dup(a, m->location);
	return c;
}

/* The next is read first: a row that is put under its reader comes again. */
static bool
drop_ahead(struct recall *r, struct arena *a)
{
	const struct memo	*m = copy(a, &r->ahead);

	return read_ahead(r) && withdraw(r, a, m);
}

/* What was written of a slot, found by what holds of it now. */
struct written {
	const struct memo	*memo;
	bool			*held;		/* something holds of it */
};

static int
by_slot(const void *va, const void *vb)
{
	const struct memo	*a = ((const struct written *)va)->memo;
	const struct memo	*b = ((const struct written *)vb)->memo;
	int			 c = strcmp(a->step, b->step);

	if (c == 0)
		c = strcmp(a->at, b->at);
	return c != 0 ? c : a->kind - b->kind;
}

static const struct memo *
memo_of(const struct written *list, size_t n, const struct entry *e)
{
	struct memo		 m = { .step = e->step, .at = e->division,
				    .kind = (int)e->kind };
	struct written		 key = { &m, NULL };
	const struct written	*w = n == 0 ? NULL : bsearch(&key, list, n,
				    sizeof(key), by_slot);

	if (w != NULL && e->status != ENTRY_TENTATIVE)
		*w->held = true;
	return w == NULL ? NULL : w->memo;
}

/*
 * A forecast is not remembered.  Where an entry was once written firmly and
 * withdrawn, the withdrawal stands: a forecast with its SEQUENCE of 0 would
 * be passed over by whoever has the firm one.
 */
static bool
settle_one(struct recall *r, const char *division, struct entry *e,
    const struct memo *old)
{
	if (e->status != ENTRY_TENTATIVE)
		return settle(r, division, e, old);
	if (old != NULL)
		return true;
	e->sequence = 0;
	e->stamp = r->now;
	return r->emit(r->ctx, e);
}

static bool
settle_all(struct recall *r, struct arena *a, const char *division,
    struct entry *e, size_t n, struct memo *const *old, size_t have)
{
	struct written	*list = arena_array(a, have + 1, sizeof(*list));
	bool		*held = arena_array(a, have + 1, sizeof(*held));
	size_t		 i;

	for (i = 0; i < have; i++)
		list[i] = (struct written){ old[i], &held[i] };
	if (have > 1)
		qsort(list, have, sizeof(*list), by_slot);
	for (i = 0; i < n; i++)
		if (!settle_one(r, division, &e[i], memo_of(list, have,
		    &e[i])))
			return false;
	for (i = 0; i < have; i++)
		if (!held[i] && !withdraw(r, a, old[i]))
			return false;
	return true;
}

bool
recall_case(struct recall *r, struct arena *a, const struct matter *c,
    struct entry *e, size_t n)
{
	struct memo	**old = NULL;
	size_t		 cap = 0, have = 0;

	while (r->have && order(&r->ahead, c) < 0)
		if (!drop_ahead(r, a))
			return false;
	while (r->have && order(&r->ahead, c) == 0) {
		old = arena_grow(a, old, have, &cap, sizeof(*old));
		old[have++] = copy(a, &r->ahead);
		if (!read_ahead(r))
			return false;
	}
	return settle_all(r, a, c->division, e, n, old, have);
}

static bool
no_emit(void *ctx, const struct entry *e)
{
	(void)ctx;
	(void)e;
	return true;
}

bool
recall_one(struct arena *a, struct store *s, const char *division,
    const char *id, struct entry *e, size_t n, long long now,
    recall_emit_fn *emit, recall_emit_fn *changed, void *ctx,
    struct diags *d)
{
	struct recall	  r = { .store = s, .remember = true, .now = now,
			    .emit = emit == NULL ? no_emit : emit,
			    .changed = changed, .ctx = ctx, .d = d };
	struct memo	**old, *list;
	size_t		  i, have;

	if (!store_memo_of(s, a, division, id, &list, &have, d))
		return false;
	old = arena_array(a, have + 1, sizeof(*old));
	for (i = 0; i < have; i++)
		old[i] = &list[i];
	return settle_all(&r, a, division, e, n, old, have);
}

bool
recall_rest(struct recall *r, struct arena *a)
{
	while (r->have) {
		arena_reset(a);
		if (!drop_ahead(r, a))
			return false;
	}
	return true;
}
