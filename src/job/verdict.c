#include "job/verdict.h"

#include <string.h>

#include "job/fingerprint.h"
#include "job/gazetteer.h"
#include "job/publish.h"
#include "job/ruling.h"
#include "job/scan.h"
#include "job/shift.h"
#include "store/night.h"
#include "words/message.h"

enum { SPLICED = 20000 };	/* cases whose entries are held at once */

struct court {
	const struct night	*night;
	struct scan		 scan;
	struct publish		 publish;
	struct store		*reader;	/* of the cases: a worker's */
	struct arena		*arena;		/* of the case */
	struct gazetteer	*codes;		/* of the reader */
	struct land		 land;
	bool			 all;		/* cases; else these: */
	struct dirty		*dirty;
	size_t			 ndirty;
	struct arena		*kept;		/* of these, and of parts */
	struct case_part	*parts;
	size_t			 nparts;
	FILE			*out;		/* of a part */
	struct calendars_update	*known;
	struct shift		 shift;		/* since the night before */
	struct known		 knew;		/* ... which knew that */
	const struct dirty	*away;		/* the case at hand, where it
						   was judged elsewhere */
	struct fate		 fate;		/* of it, */
	bool			 learned;	/* in full, as few ask */
	bool			 failed;	/* learning it */
	struct splice		*splice;	/* or NULL */
	struct diags		*d;
};

/* ---- one case */

static struct day
wake_of(const struct court *c, const struct matter *m, struct day next)
{
	struct day	today = c->night->today;

	/* without a recorded day, today chooses the rule */
	if (!day_is(matter_first_day(m)))
		next = day_min(next, rulebook_turn(c->night->book,
		    m->procedure, today));
	return next;
}

/* The plan of one that was judged elsewhere: few ask for it. */
static bool
lay_away(struct court *c)
{
	const struct matter	 key = { .division = c->away->division,
				    .id = c->away->id };
	const struct matter	*m = store_whole(c->night->store, c->arena,
				    &key, c->d);
	const struct plan	*all;

	if (m == NULL)
		return false;
	(void)scan_lay(&c->scan, c->arena, &m, &all, &c->fate.now);
	c->fate.matter = m;
	return true;
}

/* What is another for the case than on the night before. */
static bool
learn_fate(struct court *c)
{
	struct fate		*f = &c->fate;
	const struct matter	*m;
	struct undone		*undone = NULL;

	if (c->away != NULL && !lay_away(c))
		return false;
	m = f->matter;
	if (m == NULL)
		return true;
	f->rules = shift_rule_of(&c->shift, m) != NULL;
	f->years = shift_years_of(c->arena, &c->shift, m->division,
	    &f->nyears, NULL);
	if (!store_undone(c->night->store, c->arena, m->division, m->id,
	    c->knew.upto, &undone, &f->nundone, c->d))
		return false;
	f->undone = undone;
	return true;
}

static enum why
why_of(void *ctx, const struct kept *k)
{
	struct court	*c = ctx;

	/* what the night before knew is the county's own to know */
	if (c->night->over != NULL && day_is(k->gone))
		return k->why;
	if (!c->learned && !learn_fate(c))
		c->failed = true;
	c->learned = true;
	return why_gone(c->arena, &c->fate, k);
}

static void
leave_out(struct arena *a, const struct plan *all, const struct plan *now,
    struct watch *w)
{
	struct leftout	out = { 0 };
	int		i;

	w->exempt = "";
	if (all == NULL)
		return;
	plan_left_out(all, now, "", &out);
	w->paused = out.paused;
	for (i = 0; i < all->proc->ntraits; i++)
		if (out.exempt[i] > 0)
			w->exempt = arena_printf(a, "%s%s%s=%d", w->exempt,
			    *w->exempt == '\0' ? "" : ";",
			    all->proc->traits[i].id, out.exempt[i]);
}

/* A case is laid once: its findings and its entries come of the same plans. */
static struct ruling
rule(struct court *c, const struct matter **m, const struct plan **now)
{
	const struct names	*names = c->night->names;
	const struct plan	*all;
	struct ruling		 r = { .key = { (*m)->division, (*m)->id },
				    .there = true };
	struct verdict		 v;
	size_t			 i;
	int			 k;

	(void)scan_lay(&c->scan, c->arena, m, &all, now);
	judge(c->arena, *m, all, *now, c->night->today, &c->land, &v);
	r.judged = all != NULL;
	r.n = v.n;
	r.list = arena_array(c->arena, v.n + 1, sizeof(*r.list));
	for (i = 0; i < v.n; i++) {
		r.list[i] = message_kept(c->arena, &v.findings[i], names);
		r.list[i].remedy = message_remedy(c->arena, &v.findings[i],
		    names);
	}
	r.watch.wake = wake_of(c, *m, v.wake);
	r.watch.slots = v.slots;
	leave_out(c->arena, all, *now, &r.watch);
	for (k = 0; k < STATES; k++)
		r.watch.states[k] = v.states[k];
	if (r.judged)
		r.nentries = publish_entries(c->arena, all, *now, false,
		    names, &r.entries);
	return r;
}

/*
 * Keeps a ruling: what calendars are to say of the case, too; where no rule
 * judges it, what they say.  `m` and `now` as in struct fate.
 */
static bool
keep(struct court *c, struct ruling *r, const struct matter *m,
    const struct plan *now)
{
	c->fate = (struct fate){ .matter = m, .now = now,
	    .today = c->night->today };
	c->learned = false;
	return store_keep(c->night->store, c->night->today, &r->key,
	    r->there ? &r->watch : NULL, r->list, r->n, why_of, c, c->d) &&
	    !c->failed && publish_remember(c->arena, &c->publish,
	    r->key.division, r->key.id, r->judged || !r->there ? r->entries :
	    NULL, r->nentries, c->splice, c->d);
}

static bool
judge_one(void *ctx, const struct matter *m)
{
	struct court		*c = ctx;
	const struct plan	*now;
	struct ruling		 r;

	arena_reset(c->arena);
	r = rule(c, &m, &now);
	return keep(c, &r, m, now);
}

/* A case that is no more has no findings, and its entries are withdrawn. */
static struct ruling
gone(const struct dirty *key, struct entry *none)
{
	return (struct ruling){ .key = *key, .entries = none };
}

static bool
forget(struct court *c, const struct dirty *key)
{
	struct entry	none;
	struct ruling	r = gone(key, &none);

	arena_reset(c->arena);
	return keep(c, &r, NULL, NULL);
}

/* Of all cases those that are no more: the others are met in the pass. */
static bool
forget_each(struct court *c)
{
	const struct matter	*m;
	char			 county[COUNTY_MAX + 1];
	size_t			 i;

	for (i = 0; i < c->ndirty; i++) {
		arena_reset(c->arena);
		division_county(c->dirty[i].division, county);
		m = store_case(c->night->store, c->arena, county,
		    c->dirty[i].id);
		if ((m == NULL || strcmp(m->division,
		    c->dirty[i].division) != 0) && !forget(c, &c->dirty[i]))
			return false;
	}
	return true;
}

/* In this process. */
static bool
judge_here(struct court *c)
{
	bool	there;
	size_t	i;

	if (c->all)
		return forget_each(c) && store_each_case(c->reader, "",
		    judge_one, c, c->d);
	for (i = 0; i < c->ndirty; i++) {
		if (!store_visit(c->reader, c->dirty[i].division,
		    c->dirty[i].id, judge_one, c, &there, c->d))
			return false;
		if (!there && !forget(c, &c->dirty[i]))
			return false;
	}
	return true;
}

/* ---- by several */

static bool
part_begin(void *ctx, struct store *s, struct diags *d)
{
	struct court	*c = ctx;

	(void)d;
	c->reader = s;
	c->codes = gazetteer_new(c->kept, s);
	c->land = gazetteer_land(c->codes);
	return true;
}

static bool
tell_one(void *ctx, const struct matter *m)
{
	struct court		*c = ctx;
	const struct plan	*now;
	struct ruling		 r;

	arena_reset(c->arena);
	r = rule(c, &m, &now);
	ruling_write(c->out, c->arena, &r);
	return true;
}

static bool
tell_each(struct court *c, size_t from, size_t to, struct diags *d)
{
	struct ruling	r;
	bool		there;
	size_t		i;

	for (i = from; i < to; i++) {
		if (!store_visit(c->reader, c->dirty[i].division,
		    c->dirty[i].id, tell_one, c, &there, d))
			return false;
		r = gone(&c->dirty[i], NULL);
		if (!there)
			ruling_write(c->out, c->arena, &r);
	}
	return true;
}

static bool
part_do(void *ctx, size_t i, FILE *out, FILE *result, struct diags *d)
{
	struct court	*c = ctx;
	bool		 good;

	(void)result;
	c->out = out;
	good = c->all ? store_each_of_part(c->reader, &c->parts[i], tell_one,
	    c, d) : tell_each(c, c->ndirty * i / c->nparts, c->ndirty *
	    (i + 1) / c->nparts, d);
	ruling_end(out);
	return good;
}

static bool
part_take(void *ctx, size_t i, FILE *out, long long printed, FILE *result,
    struct diags *d)
{
	struct court	*c = ctx;
	struct ruling	 r;
	bool		 end, good = i > 0 || !c->all || forget_each(c);

	(void)printed;
	(void)result;
	for (end = false; good && !end;) {
		arena_reset(c->arena);
		if (!ruling_read(out, c->arena, &r, &end)) {
			diag_fail(d, _("what a worker wrote cannot be read"));
			return false;
		}
		c->away = !end && r.there ? &r.key : NULL;
		good = end || keep(c, &r, NULL, NULL);
	}
	c->away = NULL;
	return good;
}

/* ---- those that are dirty */

/* What the night before knew, held against now; and now is kept. */
static bool
learn_shift(struct court *c, struct arena *a, const struct nights *n)
{
	const struct night	*job = c->night;
	const struct texts	 now = { fingerprint_rules(a, job->book),
				    calendars_digest(job->calendars, a) };
	struct texts		 then;

	if (!store_knew(job->store, a, n->since, &c->knew, c->d))
		return false;
	then = (struct texts){ c->knew.rules, c->knew.days };
	c->shift = shift_between(a, then, now);
	return store_knows(job->store, job->today, n->since, now.rules,
	    now.days, c->d);
}

/* Begins the run, and finds what is to be judged; twice where several do. */
static bool
open_run(void *ctx, struct diags *d)
{
	struct court		*c = ctx;
	const struct night	*n = c->night;
	struct store		*s = n->store;
	struct calendars_update	*known = c->known;
	struct nights		 nights;
	bool			 anew = false;

	c->all = n->full;
	if (!store_begin(s, n->when, n->who, "nightly", d) ||
	    !store_nights(s, c->kept, n->today, &nights, d) ||
	    !store_night_begin(s, n->today, &nights, d) ||
	    !learn_shift(c, c->kept, &nights) ||
	    !fingerprint_settle(c->kept, s, n->book, n->calendars, &c->all,
	    &anew, d) || !fingerprint_calendars(c->kept, s, n->calendar_lang,
	    n->alarms, &anew, d) ||
	    !store_dirty_woken(s, n->today, d))
		return false;
	/* what was judged by a later day may be another by this one */
	c->all |= day_is(nights.latest) &&
	    day_cmp(n->today, nights.latest) < 0;
	if (((c->all || anew) && !store_stale_calendars(s, d)) ||
	    (c->all && !store_dirty_orphans(s, d)) ||
	    !store_dirty(s, c->kept, &c->dirty, &c->ndirty, d))
		return false;
	c->splice = NULL;
	if (!c->all && c->ndirty <= SPLICED) {
		if (known->splice == NULL)
			known->splice = splice_new(c->kept);
		c->splice = known->splice;
	}
	return store_calendars(s, c->kept, &known->before, &known->n, d);
}

/* The run is open, and after it also, unless errors were added. */
static enum worked
judge_by_several(struct court *c)
{
	const struct night	*n = c->night;
	const int		 jobs = n->jobs == 1 ? 1 : workers_for(n->jobs,
				    c->all ? !store_has_cases(n->store, "",
				    WORKERS_FEW) : c->ndirty < WORKERS_FEW);
	struct workers		 w = { .ctx = c, .jobs = jobs,
				    .store = n->store, .again = n->again,
				    .begin = part_begin, .part = part_do,
				    .ready = open_run, .take = part_take };

	c->nparts = (size_t)jobs * WORKERS_PARTS;
	if (c->all && jobs > 1)
		c->nparts = store_parts(n->store, c->kept, "", c->nparts,
		    &c->parts);
	else if (c->nparts > c->ndirty)
		c->nparts = c->ndirty;
	if (jobs == 1 || c->nparts < 2)
		return WORKED_NOT;
	w.parts = c->nparts;
	/* who writes in between may bring what is dirty besides */
	w.is_dated = true;
	if (!store_moment(n->store, &w.moment, c->d))
		return WORKED_DIED;
	store_rollback(n->store);
	return workers_run(&w, c->d);
}

static bool
judge_dirty(struct court *c)
{
	const struct night	*n = c->night;
	struct store		*s = n->store;
	enum worked		 how;

	if (!open_run(c, c->d))
		return false;
	how = judge_by_several(c);
	return (how == WORKED || (how != WORKED_DIED && judge_here(c))) &&
	    (!c->all || (store_keep_calendars(s, c->d) &&
	    store_judged_all(s, n->today, c->d))) &&
	    store_dirty_clear(s, c->d);
}

struct publish
verdict_publish(const struct night *n)
{
	return (struct publish){ .store = n->store, .book = n->book,
	    .calendars = n->calendars, .names = n->names,
	    .words = text_catalogue(n->calendar_lang), .today = n->today,
	    .top = "", .since = DAY_NONE, .now = n->now,
	    .by = LEVEL_TOWNSHIP, .alarms = n->alarms, .jobs = n->jobs,
	    .again = n->again };
}

bool
verdict_run(struct arena *a, const struct night *n,
    struct calendars_update *known, struct diags *d)
{
	struct court	 c = { .night = n, .reader = n->store,
			    .arena = arena_new(),
			    .codes = gazetteer_new(a, n->store), .kept = a,
			    .known = known, .d = d };
	bool		 good;

	c.land = gazetteer_land(c.codes);
	c.scan = (struct scan){ .store = n->store, .book = n->book,
	    .calendars = n->calendars, .today = n->today, .detail = LAY_DAYS,
	    .top = "" };
	c.publish = verdict_publish(n);
	good = judge_dirty(&c) && store_commit(n->store, d);
	store_rollback(n->store);
	if (known->splice != NULL)
		splice_sort(known->splice);
	arena_free(c.arena);
	gazetteer_free(c.codes);
	return good;
}
