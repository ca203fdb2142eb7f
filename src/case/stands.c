/*
 * How long a slot must stand, and which run of its postings it stands on.
 */
#include <string.h>

#include "case/solve.h"

/* ---- parts of a period */

/*
 * Does a part apply?  `until P` of a P whose conditions do not hold is left
 * out; one that merely has not come has no day yet.
 */
static bool
part_holds(const struct plan *p, const struct period_part *part)
{
	return plan_holds(p, part->when) && (part->kind != PART_UNTIL ||
	    plan_holds(p, p->proc->events[part->event].when));
}

/* In every round but the first the period is that given for it, if any. */
static const struct period_parts *
parts_of(const struct plan *p, const struct slot *s)
{
	const struct step_rule	*r = &p->proc->steps[s->step];

	return s->round > 0 && r->objections.again_lasts ?
	    &r->objections.again : &r->lasts;
}

static bool
has_part(const struct plan *p, const struct slot *s)
{
	const struct period_parts	*l = parts_of(p, s);
	int				 i;

	for (i = 0; i < l->n; i++)
		if (part_holds(p, &l->list[i]))
			return true;
	return false;
}

const struct period_part *
plan_nth_part(const struct plan *p, const struct slot *s, int n)
{
	const struct period_parts	*l = parts_of(p, s);
	int				 i;

	for (i = 0; i < l->n; i++)
		if (part_holds(p, &l->list[i]) && n-- == 0)
			return &l->list[i];
	return NULL;
}

/* Through P's day, or so long after it, but not before the day it opens. */
static struct maybe_day
until_day(const struct slot *s, const struct period_part *part,
    struct day opens, struct day day)
{
	struct day	brink = DAY_NONE;

	if (part->after.n > 0)
		day = period_last(part->after, day, s->cal, &brink);
	return maybe_sum(day_is(day) ? day_max(day, opens) : DAY_NONE, brink,
	    NULL);
}

static inline struct maybe_day
part_day(const struct plan *p, const struct slot *s,
    const struct period_part *part, struct day opens, bool planned)
{
	struct day	d, brink;

	switch (part->kind) {
	case PART_LASTS:
		d = period_last(planned ? part->planned : part->judged, opens,
		    s->cal, &brink);
		return maybe_sum(d, brink, NULL);
	case PART_UNTIL:
		d = p->events[part->event].day;
		return day_is(d) ? until_day(s, part, opens, d) :
		    maybe_none();
	case PART_PERMANENT:
		break;
	}
	return maybe_none();
}

/* The latest of two parts: none goes before unknown, unknown before a day. */
static struct maybe_day
later_part(struct maybe_day a, struct maybe_day b)
{
	if (a.kind == MAYBE_NONE || b.kind == MAYBE_NONE)
		return maybe_none();
	if (a.kind == MAYBE_DAY && b.kind == MAYBE_DAY)
		return day_cmp(b.day, a.day) > 0 ? b : a;
	/* whatever the unknown one is, it is over no earlier than this */
	return maybe_sum(DAY_NONE, day_max(day_max(a.day, a.brink),
	    day_max(b.day, b.brink)), NULL);
}

/* Nearly always there is one part in days, and it always applies. */
static inline const struct period_part *
only_part(const struct period_parts *l)
{
	return l->n == 1 && l->list[0].kind == PART_LASTS &&
	    l->list[0].when == NULL ? &l->list[0] : NULL;
}

struct maybe_day
slot_last(const struct plan *p, const struct slot *s, struct day opens,
    bool planned)
{
	const struct period_parts	*l = parts_of(p, s);
	struct maybe_day		 last = maybe_sum(opens, DAY_NONE,
					    NULL);
	int				 i;

	if (!day_is(opens))
		return maybe_none();
	if (only_part(l) != NULL)
		return part_day(p, s, l->list, opens, planned);
	for (i = 0; i < l->n; i++)
		if (part_holds(p, &l->list[i]))
			last = later_part(last, part_day(p, s, &l->list[i],
			    opens, planned));
	return last;
}

struct maybe_day
slot_last_forecast(const struct plan *p, struct frame f,
    const struct slot *s, struct day opens)
{
	const struct period_parts	*l = parts_of(p, s);
	struct maybe_day		 last = maybe_sum(opens, DAY_NONE,
					    NULL), d;
	struct day			 day;
	int				 i;

	for (i = 0; i < l->n; i++) {
		if (!part_holds(p, &l->list[i]))
			continue;
		d = part_day(p, s, &l->list[i], opens, false);
		day = l->list[i].kind == PART_UNTIL ?
		    frame_of(p, f.era, false).rooms[l->list[i].event].earliest
		    : DAY_NONE;
		if (d.kind == MAYBE_NONE && day_is(day))
			d = until_day(s, &l->list[i], opens, day);
		last = later_part(last, d);
	}
	return last;
}

struct day
plan_closes(const struct plan *p, const struct slot *s, struct day opens,
    bool planned, struct day *brink)
{
	struct maybe_day	last = slot_last(p, s, opens, planned);

	if (brink != NULL)
		*brink = last.brink;
	return last.day;
}

struct day
slot_down(const struct slot *s)
{
	if (!day_is(s->planned) || s->judged_unknown ||
	    (day_is(s->ends) && day_cmp(s->ends, s->planned) < 0))
		return DAY_NONE;
	return day_add(s->planned, 1);
}

const struct period_part *
plan_part(const struct plan *p, const struct slot *s, struct day opens,
    bool planned)
{
	const struct period_parts	*l = parts_of(p, s);
	struct maybe_day		 last = slot_last(p, s, opens,
					    planned), d;
	int				 i;

	for (i = 0; i < l->n; i++) {
		if (!part_holds(p, &l->list[i]))
			continue;
		d = part_day(p, s, &l->list[i], opens, planned);
		if (d.kind == last.kind && (d.kind != MAYBE_DAY ||
		    day_cmp(day_max(d.day, opens), last.day) == 0))
			return &l->list[i];
	}
	return NULL;
}

/*
 * Backward only the parts in days, working days and months are reckoned.  One
 * that nobody knows takes nothing from a known one on or before its brink.
 */
struct day
slot_opening(const struct plan *p, const struct slot *s, struct day limit,
    bool planned, const struct period_part **by)
{
	const struct period_parts	*l = parts_of(p, s);
	const struct period_part	*part;
	struct day			 d, brink, known = DAY_NONE;
	struct day			 low = DAY_NONE;
	bool				 unknown = false, blind = false;
	int				 i;

	*by = only_part(l);
	if (*by != NULL)
		return period_act(planned ? (*by)->planned : (*by)->judged,
		    limit, s->cal, NULL);
	for (i = 0; i < l->n; i++) {
		part = &l->list[i];
		if (part->kind != PART_LASTS || !part_holds(p, part))
			continue;
		d = period_act(planned ? part->planned : part->judged, limit,
		    s->cal, &brink);
		unknown |= !day_is(d);
		blind |= !day_is(d) && !day_is(brink);
		low = day_min(low, brink);
		if (*by == NULL || (day_is(d) && (!day_is(known) ||
		    day_cmp(d, known) < 0)))
			*by = part;
		known = day_min(known, d);
	}
	if (unknown && (blind || !day_is(known) || day_cmp(known, low) > 0))
		return DAY_NONE;
	return day_is(known) ? known : limit;
}

/* ---- runs */

bool
plan_accepts(const struct plan *p, const struct slot *s, const char *medium)
{
	const struct item_rules	*any = &p->proc->steps[s->step].any;
	bool			 some = false;
	int			 i;

	if (any->n == 0 || *medium == '\0')
		return true;
	for (i = 0; i < any->n; i++) {
		if (!plan_holds(p, any->list[i].when))
			continue;
		if (strcmp(any->list[i].text, medium) == 0)
			return true;
		some = true;
	}
	return !some;
}

struct posted_run
plan_run(const struct plan *p, const struct slot *s, size_t *i)
{
	const struct posting	*q;
	struct posted_run	 r = { DAY_NONE, DAY_NONE, 0 };

	for (; *i < s->n; ++*i) {
		q = &s->postings[*i];
		if (!plan_accepts(p, s, q->medium))
			continue;
		if (r.postings++ == 0) {
			r.from = q->posted;
			r.to = q->until;
			continue;
		}
		if (!day_is(r.to))
			continue;
		if (day_cmp(q->posted, day_add(r.to, 1)) > 0) {
			r.postings--;
			break;
		}
		r.to = day_is(q->until) ? day_max(r.to, q->until) : DAY_NONE;
	}
	return r;
}

bool
run_is_whole(const struct plan *p, const struct slot *s,
    struct posted_run r)
{
	struct day	last;

	if (!day_is(r.to))
		return true;
	last = plan_closes(p, s, r.from, false, NULL);
	return day_is(last) && day_cmp(r.to, last) >= 0;
}

bool
run_is_early(const struct plan *p, const struct slot *s,
    struct posted_run r)
{
	struct frame	f = frame_of(p, plan_era(p, r.from), false);
	struct day	allowed = slot_room(f, s)->allowed.day;

	return day_is(allowed) && day_cmp(r.from, allowed) < 0;
}

static bool
longer(struct posted_run a, struct posted_run b)
{
	return day_diff(a.from, a.to) > day_diff(b.from, b.to);
}

/* The best stands; of two alike the first, of short ones the longest. */
enum worth { RUN_NONE, RUN_SHORT, RUN_EARLY, RUN_GOOD };

static struct posted_run
standing_run(const struct plan *p, const struct slot *s)
{
	struct posted_run	r, best = { DAY_NONE, DAY_NONE, 0 };
	enum worth		worth, have = RUN_NONE;
	size_t			i = 0;

	while (i < s->n && have != RUN_GOOD) {
		r = plan_run(p, s, &i);
		if (r.postings == 0)
			break;
		worth = !run_is_whole(p, s, r) ? RUN_SHORT :
		    run_is_early(p, s, r) ? RUN_EARLY : RUN_GOOD;
		if (worth > have || (worth == RUN_SHORT &&
		    have == RUN_SHORT && longer(r, best))) {
			best = r;
			have = worth;
		}
	}
	return best;
}

void
settle(const struct plan *p, struct slot *s)
{
	struct posted_run	r = { DAY_NONE, DAY_NONE, 0 };
	struct day		from = slot_room(last_frame(p, false),
				    s)->earliest;
	const struct period_part *only = only_part(parts_of(p, s));
	struct maybe_day	judged, planned;

	if (s->applies && s->n == 1 && plan_accepts(p, s,
	    s->postings[0].medium))
		r = (struct posted_run){ s->postings[0].posted,
		    s->postings[0].until, 1 };
	else if (s->applies && s->n > 0)
		r = standing_run(p, s);
	s->posted = r.postings > 0;
	s->opens = r.from;
	s->ends = r.to;
	if (s->posted)
		from = r.from;
	if (only != NULL && day_is(from)) {
		s->lasts = true;
		judged = part_day(p, s, only, from, false);
		planned = part_day(p, s, only, from, true);
	} else {
		s->lasts = has_part(p, s);
		judged = slot_last(p, s, from, false);
		planned = slot_last(p, s, from, true);
	}
	s->judged = judged.day;
	s->planned = planned.day;
	s->judged_brink = judged.brink;
	s->judged_unknown = judged.kind == MAYBE_UNKNOWN;
	s->planned_unknown = planned.kind == MAYBE_UNKNOWN;
	s->endless = day_is(from) && judged.kind == MAYBE_NONE;
}
