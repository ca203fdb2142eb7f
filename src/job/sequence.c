#include "job/sequence.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "job/carry.h"

struct sequence {
	struct store	*store;
	bool		 remember;
	FILE		*tell;		/* instead, there */
	bool		 nights;	/* what is dropped is remembered too */
	struct day	 today;
	long long	 now;
	sequence_emit_fn	*emit;
	sequence_changed_fn	*changed;
	void		*ctx;
	struct diags	*d;
	struct arena	*ahead_arena;	/* of `ahead` */
	struct written	 ahead;		/* the next one of the database */
	bool		 have;
	const char	*first_id;	/* of the case at hand */
	struct arena	*arena;		/* ... */
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
read_ahead(struct sequence *r)
{
	arena_reset(r->ahead_arena);
	return store_written_next(r->store, r->ahead_arena, &r->ahead, &r->have,
	    r->d);
}

struct sequence *
sequence_begin(struct arena *a, struct store *s, const struct case_part *part,
    bool remember, struct day today, long long now, sequence_emit_fn *emit,
    sequence_changed_fn *changed, void *ctx, struct diags *d)
{
	struct sequence	*r = arena_alloc(a, sizeof(*r));

	*r = (struct sequence){ .store = s, .remember = remember,
	    .today = today, .now = now, .emit = emit, .changed = changed,
	    .ctx = ctx, .d = d };
	r->ahead_arena = arena_new();
	if (part == NULL)
		store_written_rewind(s, "", false);
	else
		store_written_part(s, part);
	if (read_ahead(r))
		return r;
	sequence_end(r);
	return NULL;
}

/* ---- what is remembered, by way of another process */

static const size_t	texts[] = {
	offsetof(struct written, division), offsetof(struct written, id),
	offsetof(struct written, step), offsetof(struct written, at),
	offsetof(struct written, summary),
	offsetof(struct written, location),
	offsetof(struct written, description)
};
static const struct carried	of_written = {
	sizeof(struct written), sizeof(texts) / sizeof(*texts), 0, texts, NULL
};

void
sequence_tell(struct sequence *r, FILE *to)
{
	r->tell = to;
}

static bool
tell(const struct sequence *r, const struct written *m)
{
	putc(1, r->tell);
	carry_write(r->tell, r->arena, m, &of_written);
	return true;
}

void
sequence_told(FILE *f)
{
	putc(0, f);
}

bool
sequence_hear(FILE *f, struct arena *a, struct written *m, bool *end)
{
	int	more = getc(f);

	*end = more == 0;
	return *end || (more == 1 && carry_read(f, a, m, &of_written));
}

/* ---- */

/* No statement may be left standing where a transaction ends. */
void
sequence_end(struct sequence *r)
{
	store_written_rewind(r->store, "", false);
	arena_free(r->ahead_arena);
}

/* What it says, as it is kept; a hash of that, never 0. */
struct facts {
	const char	*summary, *location, *description;
	long long	 said;
};

static struct facts
facts_of(struct arena *a, const struct entry *e)
{
	struct facts		f = { told_write(a, e->summary),
				    told_write(a, e->location),
				    told_write(a, e->description), 0 };
	const char *const	words[] = { f.summary, f.description,
				    f.location };
	unsigned long long	h = HASH_START;
	size_t			i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		h = hash_add(hash_text(h, words[i]), 0xff);
	f.said = h == 0 ? 1 : (long long)h;
	return f;
}

static bool
same_days(const struct entry *e, const struct written *m)
{
	return (int)e->status == m->status &&
	    day_cmp(e->first, m->first) == 0 &&
	    day_cmp(e->last, m->last) == 0 && e->nalarms == m->nalarms &&
	    memcmp(e->alarms, m->alarms,
	    (size_t)e->nalarms * sizeof(*e->alarms)) == 0;
}

static struct written
written_of(const char *division, const struct entry *e,
    const struct facts *f)
{
	struct written	m = { division, e->id, e->step, e->division,
			    (int)e->kind, (int)e->status, false, e->first,
			    e->last, { 0 }, e->nalarms, e->sequence, e->stamp,
			    f->said, f->summary, f->location,
			    f->description };

	memcpy(m.alarms, e->alarms, (size_t)e->nalarms * sizeof(*m.alarms));
	return m;
}

static bool
keep(struct sequence *r, const char *division, const struct entry *e,
    const struct facts *f)
{
	const struct written	m = written_of(division, e, f);

	if (r->tell != NULL)
		return tell(r, &m);
	return !r->remember || (store_written_put(r->store, &m, r->d) &&
	    r->changed(r->ctx, e->division));
}

static bool
give(struct sequence *r, struct entry *e)
{
	e->first_id = r->first_id;
	return r->emit(r->ctx, e);
}

/* Numbers the entry by what was written of it before (NULL: nothing). */
static bool
settle(struct sequence *r, const char *division, struct entry *e,
    const struct written *old)
{
	struct facts	 f = facts_of(r->arena, e);
	bool		 changed = old == NULL || !same_days(e, old), told;

	told = old != NULL && old->said != 0 && old->said != f.said;
	e->sequence = old == NULL ? 0 : old->sequence;
	e->stamp = changed || told ? r->now : old->stamp;
	if (changed) {
		e->sequence += old != NULL && e->sequence < INT_MAX;
		if (minutes(r->now) > e->sequence)
			e->sequence = minutes(r->now);
	}
	if ((changed || old->said != f.said) && !keep(r, division, e, &f))
		return false;
	return give(r, e);
}

struct entry
sequence_entry(const struct written *m)
{
	struct entry	e = { .kind = (enum entry_kind)m->kind,
			    .status = (enum entry_status)m->status,
			    .home = m->division, .id = m->id, .step = m->step,
			    .division = m->at, .first = m->first,
			    .last = m->last, .nalarms = m->nalarms,
			    .summary = told_written(m->summary),
			    .location = told_written(m->location),
			    .description = told_written(m->description),
			    .sequence = m->sequence, .stamp = m->stamp };

	memcpy(e.alarms, m->alarms, (size_t)m->nalarms * sizeof(*m->alarms));
	return e;
}

/* A night knows whether its calendars still show one that is withdrawn. */
static bool
wants_note(const struct sequence *r, const struct written *m, bool dropped)
{
	return r->nights && m->dropped != dropped;
}

static bool
note_dropped(struct sequence *r, const struct written *m, const struct entry *e,
    bool dropped)
{
	struct written	note = *m;

	note.status = ENTRY_CANCELLED;
	note.dropped = dropped;
	return store_written_put(r->store, &note, r->d) &&
	    r->changed(r->ctx, e->division);
}

/*
 * An entry that no longer holds stays as one that is withdrawn, until a whole
 * year lies behind its end.
 */
static bool
withdraw(struct sequence *r, struct arena *a, struct written *m)
{
	struct entry	e;
	bool		over = day_cmp(r->today, day_add_months(m->last, 12))
			    > 0;

	if (over && !wants_note(r, m, over))
		return true;
	if (!store_written_said(r->store, a, m, r->d))
		return false;
	e = sequence_entry(m);
	if (wants_note(r, m, over) && !note_dropped(r, m, &e, over))
		return false;
	if (over)
		return true;
	e.description = told_words(N_("This entry no longer holds; nothing is "
	    "to be done for it."));
	entry_cancel(a, &e);
	return settle(r, m->division, &e, m);
}

/* What nobody can judge stays as it was. */
static bool
stay(struct sequence *r, struct arena *a, struct written *m)
{
	struct entry	e;

	if (m->status == ENTRY_CANCELLED)
		return withdraw(r, a, m);
	if (!store_written_said(r->store, a, m, r->d))
		return false;
	e = sequence_entry(m);
	return give(r, &e);
}

static int
order(const struct written *m, const struct matter *c)
{
	int	n = strcmp(m->division, c->division);

	return n != 0 ? n : strcmp(m->id, c->id);
}

/* The next is read first: a row that is put under its reader comes again. */
static bool
drop_ahead(struct sequence *r, struct arena *a)
{
	struct written	m = r->ahead;

	m.division = arena_dup(a, m.division);
	m.id = arena_dup(a, m.id);
	m.step = arena_dup(a, m.step);
	m.at = arena_dup(a, m.at);
	r->first_id = store_first(r->store, a, m.division, m.id);
	r->arena = a;
	return read_ahead(r) && withdraw(r, a, &m);
}

/* What was written of one case, by step, division and kind. */
struct past {
	struct written	*old;
	size_t		 n, cap;
	bool		*stays;		/* an entry without words says so */
};

static int
by_slot(const char *step, const char *at, int kind, const char *other_step,
    const char *other_at, int other_kind)
{
	int	c = strcmp(step, other_step);

	if (c == 0)
		c = strcmp(at, other_at);
	return c != 0 ? c : kind - other_kind;
}

static int
by_entry(const void *va, const void *vb)
{
	const struct entry	*a = va, *b = vb;

	return by_slot(a->step, a->division, (int)a->kind, b->step,
	    b->division, (int)b->kind);
}

static int
to_written(const struct entry *e, int kind, const struct written *m)
{
	return by_slot(e->step, e->division, kind, m->step, m->at, m->kind);
}

/*
 * The days of an entry have become unknown: does what was written say more of
 * the same window than can be said now, or a later day than the brink, or know
 * when to ring?
 */
static bool
says_more(const struct written *m, const struct entry *e)
{
	if (m->status != ENTRY_CONFIRMED)
		return false;
	if (e->kind == ENTRY_DEADLINE)
		return day_cmp(m->first, e->first) > 0 ||
		    (day_cmp(m->first, e->first) == 0 && !same_days(e, m));
	return day_cmp(m->first, e->first) == 0 &&
	    day_cmp(m->last, e->last) > 0 && m->nalarms == 1 &&
	    m->alarms[0] == day_diff(m->first, m->last);
}

/*
 * Nothing was written of it before under its UID.  A forecast is not
 * remembered; one of which nothing can be said keeps what the old UID said.
 */
static bool
settle_new(struct sequence *r, const char *division, struct entry *e,
    struct past *p, size_t next)
{
	if (e->status == ENTRY_TENTATIVE) {
		e->sequence = 0;
		e->stamp = r->now;
		return give(r, e);
	}
	if (told_is(e->summary))
		return settle(r, division, e, NULL);
	for (; next < p->n && to_written(e, ENTRY_OLD_DEADLINE,
	    &p->old[next]) >= 0; next++)
		p->stays[next] |= p->old[next].kind == (int)e->kind +
		    ENTRY_OLD_WINDOW;
	return true;
}

/*
 * Where an entry was once written firmly and withdrawn, the withdrawal
 * stands: a forecast with its SEQUENCE of 0 would be passed over by whoever
 * has the firm one.
 */
static bool
settle_old(struct sequence *r, struct arena *a, const char *division,
    struct entry *e, struct written *m)
{
	if (e->status == ENTRY_TENTATIVE)
		return withdraw(r, a, m);
	if (e->stays && (!told_is(e->summary) || says_more(m, e)))
		return stay(r, a, m);
	return settle(r, division, e, m);
}

/*
 * Entries in the order in which they are remembered, whatever the order of the
 * rules: what stays stays in its place.  e NULL: all does.
 */
static bool
settle_all(struct sequence *r, struct arena *a, const char *division,
    struct entry *e, size_t n, struct past *p)
{
	size_t	i = 0, k = 0;
	bool	good = true;
	int	c;

	r->arena = a;
	if (n > 0)
		r->first_id = store_first(r->store, a, division, e->id);
	else if (p->n > 0)
		r->first_id = store_first(r->store, a, division, p->old[0].id);
	if (n > 1)
		qsort(e, n, sizeof(*e), by_entry);
	p->stays = arena_array(a, p->n + 1, sizeof(*p->stays));
	while (good && (i < n || k < p->n)) {
		c = i == n ? 1 : k == p->n ? -1 :
		    to_written(&e[i], (int)e[i].kind, &p->old[k]);
		if (c < 0)
			good = settle_new(r, division, &e[i++], p, k);
		else if (c == 0)
			good = settle_old(r, a, division, &e[i++],
			    &p->old[k++]);
		else {
			good = e == NULL || p->stays[k] ?
			    stay(r, a, &p->old[k]) :
			    withdraw(r, a, &p->old[k]);
			k++;
		}
	}
	return good;
}

/* The one at hand, of this case; mostly of the step of the one before. */
static void
add_ahead(const struct sequence *r, struct arena *a, const struct matter *c,
    struct past *p)
{
	const struct written	*last;
	struct written		*m;

	p->old = arena_grow(a, p->old, p->n, &p->cap, sizeof(*p->old));
	last = p->n == 0 ? NULL : &p->old[p->n - 1];
	m = &p->old[p->n++];
	*m = r->ahead;
	m->division = c->division;
	m->id = c->id;
	m->step = last != NULL && strcmp(last->step, m->step) == 0 ?
	    last->step : arena_dup(a, m->step);
	m->at = last != NULL && strcmp(last->at, m->at) == 0 ? last->at :
	    arena_dup(a, m->at);
}

bool
sequence_case(struct sequence *r, struct arena *a, const struct matter *c,
    struct entry *e, size_t n)
{
	struct past	p = { 0 };

	while (r->have && order(&r->ahead, c) < 0)
		if (!drop_ahead(r, a))
			return false;
	while (r->have && order(&r->ahead, c) == 0) {
		add_ahead(r, a, c, &p);
		if (!read_ahead(r))
			return false;
	}
	return settle_all(r, a, c->division, e, n, &p);
}

static bool
no_emit(void *ctx, const struct entry *e)
{
	(void)ctx;
	(void)e;
	return true;
}

bool
sequence_one(struct arena *a, struct store *s, const char *division,
    const char *id, struct entry *e, size_t n, struct day today,
    long long now, sequence_emit_fn *emit, sequence_changed_fn *changed,
    void *ctx, struct diags *d)
{
	struct sequence	  r = { .store = s, .remember = true, .nights = true,
			    .today = today, .now = now,
			    .emit = emit == NULL ? no_emit : emit,
			    .changed = changed, .ctx = ctx, .d = d };
	struct past	  p = { 0 };

	return store_written_of(s, a, division, id, &p.old, &p.n, d) &&
	    settle_all(&r, a, division, e, n, &p);
}

bool
sequence_leaving(struct arena *a, struct store *s, const char *division,
    const char *id, struct entry *e, size_t n, long long *leaving,
    struct diags *d)
{
	const struct written	*m;
	struct past		 p = { 0 };
	size_t			 i = 0, k;

	*leaving = 0;
	if (!store_written_of(s, a, division, id, &p.old, &p.n, d))
		return false;
	if (n > 1)
		qsort(e, n, sizeof(*e), by_entry);
	for (k = 0; e != NULL && k < p.n; k++) {
		m = &p.old[k];
		while (i < n && to_written(&e[i], (int)e[i].kind, m) < 0)
			i++;
		*leaving += m->kind < ENTRY_OLD_WINDOW &&
		    m->status == ENTRY_CONFIRMED && (i == n ||
		    e[i].status == ENTRY_TENTATIVE ||
		    to_written(&e[i], (int)e[i].kind, m) != 0);
	}
	return true;
}

/* ---- one world after the other */

static bool
gather(void *ctx, const struct entry *e)
{
	struct entry_list	*t = ctx;

	t->list = arena_grow(t->arena, t->list, t->n, &t->cap,
	    sizeof(*t->list));
	t->list[t->n++] = *e;
	return true;
}

/*
 * What would be remembered then: what was told, and beside it what was not told
 * and stays as it was, a withdrawn one that was left out.
 */
static void
remember(struct arena *a, const char *division, const struct past *before,
    const struct entry_list *t, struct past *p)
{
	struct facts	f;
	size_t		i = 0, k = 0;
	int		c;

	p->old = arena_array(a, before->n + t->n + 1, sizeof(*p->old));
	while (i < t->n || k < before->n) {
		c = i == t->n ? 1 : k == before->n ? -1 :
		    to_written(&t->list[i], (int)t->list[i].kind,
		    &before->old[k]);
		if (c <= 0)
			f = facts_of(a, &t->list[i]);
		p->old[p->n++] = c > 0 ? before->old[k] :
		    written_of(division, &t->list[i], &f);
		i += c <= 0;
		k += c >= 0;
	}
}

bool
sequence_then(struct arena *a, const struct holds was, const struct holds is,
    const char *division, const char *id, struct day today,
    struct entry_list out[static 2], struct diags *d)
{
	struct sequence	r = { .store = was.store, .today = today,
			    .now = (long long)today.n * 86400,
			    .emit = gather, .d = d };
	struct past	p = { 0 }, then = { 0 };

	out[0] = out[1] = (struct entry_list){ .arena = a };
	r.ctx = &out[0];
	if (!store_written_of(r.store, a, division, id, &p.old, &p.n, d) ||
	    !settle_all(&r, a, division, was.list, was.n, &p))
		return false;
	remember(a, division, &p, &out[0], &then);
	r.store = is.store;
	r.ctx = &out[1];
	return settle_all(&r, a, division, is.list, is.n, &then);
}

bool
sequence_rest(struct sequence *r, struct arena *a)
{
	while (r->have) {
		arena_reset(a);
		if (!drop_ahead(r, a))
			return false;
	}
	return true;
}
