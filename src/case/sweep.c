#include "case/sweep.h"

#include <stdlib.h>
#include <string.h>

#include "case/course.h"
#include "case/variants.h"

enum { YEAR = 365 };

/* ---- the case */

/* The division of a level at, above or in the middle below a prefix. */
static const char *
division_at(struct arena *a, const char *prefix, enum level level)
{
	static const char	below[] = "110101001001";
	char			code[DIVISION_MAX + 1];
	size_t			len = strlen(prefix);

	if (division_above(prefix, level, code))
		return arena_dup(a, code);
	if (level == LEVEL_GROUP)
		return arena_printf(a, "%s%s001", prefix, len < 12 ?
		    below + len : "");
	return arena_printf(a, "%s%.*s", prefix, (int)(division_digits(level) -
	    len), below + len);
}

static enum level
lowest_case(const struct procedure *p)
{
	enum level	l;

	for (l = LEVEL_GROUP; l > LEVEL_REGION; l--)
		if (p->levels & 1U << l)
			break;
	return l;
}

static enum level
lowest_step(const struct procedure *p, enum level lowest)
{
	int	i, k;

	for (i = 0; i < p->nsteps; i++)
		for (k = 0; k < p->steps[i].nat; k++)
			if (p->steps[i].at[k].level > lowest)
				lowest = p->steps[i].at[k].level;
	return lowest;
}

static struct matter
matter_of(struct arena *a, const struct procedure *p, const char *prefix)
{
	enum level	 level = lowest_case(p), low = lowest_step(p, level);
	struct matter	 m = { .id = "-", .procedure = p->id,
			    .title = "", .batch = "", .amounts = "" };
	const char	**one = arena_array(a, 1, sizeof(*one));

	m.division = division_at(a, prefix, level);
	if (low > level) {
		one[0] = division_at(a, prefix, low);
		m.places = one;
		m.nplaces = 1;
		m.named = true;
	}
	return m;
}

/* ---- start days */

static bool
is_known(const struct workcal *cal, struct day d)
{
	return workcal_kind(cal, d) != DAY_UNSETTLED;
}

static bool
in_force(const struct pack *p, struct day d)
{
	return (!day_is(p->from) || day_cmp(d, p->from) >= 0) &&
	    (!day_is(p->until) || day_cmp(d, p->until) <= 0);
}

/* The days of what comes round: one a period, by its first. */
static bool
is_start(const struct sweep *s, const struct workcal *cal, struct day d)
{
	const struct procedure	*r = s->proc;

	return is_known(cal, d) && (s->all || in_force(r->pack, d)) &&
	    (r->every == CYCLE_NONE ||
	    day_cmp(interval_first(interval_of(r->every, d)), d) == 0);
}

static int
count_days(struct sweep *s, const struct workcal *cal)
{
	struct day	d;
	int		i, n = 0, days = 0;

	s->first = s->last = DAY_NONE;
	for (i = 0; i < cal->n; i++) {
		d = day_add(cal->first, i);
		n += is_known(cal, d) && in_force(s->proc->pack, d);
		if (!is_start(s, cal, d))
			continue;
		s->first = day_min(s->first, d);
		s->last = d;
		days++;
	}
	s->days = days;
	return n;
}

static void
choose_days(struct sweep *s, const struct workcal *cal)
{
	if (count_days(s, cal) < YEAR) {
		s->all = true;
		(void)count_days(s, cal);
	}
}

/* ---- one variant, on all days */

struct sweeper {
	struct arena		*arena;
	const struct sweep	*s;
	const struct workcal	*cal;
	struct runner		 r;
	struct day		 start;
	struct unkept		*today;		/* of this start day */
	size_t			 ntoday, captoday;
	struct unkept		*all;		/* of those before */
	size_t			 n, cap;
	struct off_days		*off, *off_today;
	bool			*never;
	int			*lengths;
	struct swept		*out;
};

static void
note_unkept(void *ctx, const struct bound *b, int point, struct day earliest,
    struct day due)
{
	struct sweeper	*w = ctx;
	size_t		 i;

	for (i = 0; i < w->ntoday; i++)
		if (w->today[i].bound == b)
			return;		/* at another slot */
	w->today = arena_grow(w->arena, w->today, i, &w->captoday,
	    sizeof(*w->today));
	w->today[w->ntoday++] = (struct unkept){ b, point, 1, w->start,
	    earliest, due };
}

static void
keep_unkept(struct sweeper *w, const struct unkept *u)
{
	size_t	i;

	for (i = 0; i < w->n; i++)
		if (w->all[i].bound == u->bound) {
			w->all[i].days++;
			return;
		}
	w->all = arena_grow(w->arena, w->all, w->n, &w->cap, sizeof(*w->all));
	w->all[w->n++] = *u;
}

/* Is it off?  *unknown where nobody knows. */
static bool
is_off(const struct workcal *cal, struct day d, bool *unknown)
{
	enum day_kind	kind = workcal_kind(cal, d);

	*unknown |= kind == DAY_UNSETTLED;
	return kind == DAY_OFF;
}

/* What goes up, or is over, on a day off; false: nobody knows. */
static bool
look_at_slots(struct sweeper *w, const struct plan *p)
{
	const struct slot	*s;
	struct off_days		*o;
	bool			 unknown = false;
	int			 i;

	memset(w->off_today, 0, (size_t)p->proc->nsteps *
	    sizeof(*w->off_today));
	for (i = 0; i < p->nslots; i++) {
		s = &p->slots[i];
		if (!s->posted)
			continue;
		o = &w->off_today[s->step];
		o->up |= is_off(s->cal, s->opens, &unknown);
		if (s->lasts && day_is(s->judged))
			o->end |= is_off(s->cal, s->judged, &unknown);
	}
	return !unknown;
}

static void
add_off(struct sweeper *w)
{
	struct off_days	any = { 0, 0 };
	int		i;

	for (i = 0; i < w->s->proc->nsteps; i++) {
		w->off[i].up += w->off_today[i].up;
		w->off[i].end += w->off_today[i].end;
		any.up |= w->off_today[i].up;
		any.end |= w->off_today[i].end;
	}
	w->out->any.up += any.up;
	w->out->any.end += any.end;
}

/* From the first day of a point to the last. */
static int
length_of(const struct plan *p)
{
	struct day	first = DAY_NONE, last = DAY_NONE;
	int		i;

	for (i = 0; i < p->proc->nevents; i++) {
		first = day_min(first, p->events[i].day);
		last = day_max(last, p->events[i].day);
	}
	for (i = 0; i < p->nslots; i++)
		if (p->slots[i].posted) {
			first = day_min(first, p->slots[i].opens);
			last = day_max(last, day_max(p->slots[i].opens,
			    p->slots[i].judged));
		}
	return day_is(first) ? day_diff(first, last) : 0;
}

static void
sweep_day(struct sweeper *w)
{
	const struct plan	*p;
	struct swept		*o = w->out;
	int			 length;
	size_t			 i;

	w->ntoday = 0;
	p = course_run(&w->r, w->start, w->never, note_unkept, w);
	if (p == NULL && *w->r.work <= 0)
		return;
	if (p == NULL || !look_at_slots(w, p)) {
		o->unknown++;
		return;
	}
	length = length_of(p);
	if (o->days == 0 || length > o->longest) {
		o->longest = length;
		o->start = w->start;
	}
	w->lengths[o->days++] = length;
	add_off(w);
	for (i = 0; i < w->ntoday; i++)
		keep_unkept(w, &w->today[i]);
}

static int
by_length(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static int
by_bound(const void *va, const void *vb)
{
	const struct unkept	*a = va, *b = vb;

	return a->point != b->point ? a->point - b->point :
	    (a->bound > b->bound) - (a->bound < b->bound);
}

/* Of an even number the lower one of the two in the middle. */
static void
sum_up(struct sweeper *w)
{
	struct swept	*o = w->out;

	if (o->days > 0) {
		qsort(w->lengths, (size_t)o->days, sizeof(*w->lengths),
		    by_length);
		o->shortest = w->lengths[0];
		o->median = w->lengths[(o->days - 1) / 2];
	}
	if (w->n > 1)
		qsort(w->all, w->n, sizeof(*w->all), by_bound);
	o->unkept = w->all;
	o->nunkept = (int)w->n;
	o->off = w->off;
	o->never = w->never;
}

static void
sweep_variant(const struct sweeper *of, const struct variant *v,
    struct swept *out)
{
	struct sweeper		 w = *of;
	const struct procedure	*p = w.s->proc;
	size_t			 points = (size_t)(p->nevents + p->nsteps);
	int			 i;

	*out = (struct swept){ .trait = v->trait, .with = v->with,
	    .start = DAY_NONE };
	w.out = out;
	w.r.with = v->with;
	w.r.matter.ntraits = v->trait >= 0;
	if (v->trait >= 0)
		w.r.matter.traits[0] = p->traits[v->trait].id;
	w.off = arena_array(w.arena, points + 1, sizeof(*w.off));
	w.never = arena_array(w.arena, points + 1, sizeof(*w.never));
	for (i = 0; i < p->nevents + w.r.first[p->nsteps]; i++)
		w.r.ahead[i] = -1;
	for (i = 0; i < w.cal->n && *w.r.work > 0; i++) {
		w.start = day_add(w.cal->first, i);
		if (is_start(w.s, w.cal, w.start))
			sweep_day(&w);
	}
	sum_up(&w);
}

/* ---- all of it */

static void
set_up(struct sweeper *w, struct arena *a, const struct procedure *p,
    const struct uses *u)
{
	struct slot	*slots;
	const char	**at;
	bool		*asked;
	int		 i, n;

	slots = plan_slots(a, p, &w->r.matter, &n, &w->r.first);
	at = arena_array(a, (size_t)n + 1, sizeof(*at));
	for (i = 0; i < n; i++)
		at[i] = slots[i].division;
	asked = arena_array(a, (size_t)p->nevents + 1, sizeof(*asked));
	for (i = 0; i < p->nevents; i++)
		asked[i] = p->events[i].optional || u->asked[i];
	w->r.proc = p;
	w->r.division = at;
	w->r.asked = asked;
	w->r.ahead = arena_array(a, (size_t)(p->nevents + n) + 1,
	    sizeof(*w->r.ahead));
	w->r.days = arena_array(a, 3 * (size_t)(p->nevents + n) + 1,
	    sizeof(*w->r.days));
	w->r.matter.traits = arena_array(a, 1, sizeof(char *));
	w->off_today = arena_array(a, (size_t)p->nsteps + 1,
	    sizeof(*w->off_today));
	w->lengths = arena_array(a, (size_t)w->s->days + 1,
	    sizeof(*w->lengths));
}

/* A pack of the whole country has the country's days off. */
static const char *
prefix_of(struct arena *a, const char *prefix, const struct calendars *cals)
{
	const char	*code = prefix;
	int		 i;

	for (i = 11; *prefix == '\0' && i < 100; i++) {
		code = arena_printf(a, "%d", i);
		if (calendars_for(cals, code) == calendars_for(cals, ""))
			break;
	}
	return code;
}

const struct sweep *
sweep_run(struct arena *a, const struct procedure *p, const char *prefix,
    const struct calendars *cals)
{
	struct sweep	*s = arena_alloc(a, sizeof(*s));
	struct sweeper	 w = { .arena = a, .s = s };
	struct uses	*u = arena_alloc(a, sizeof(*u));
	struct variants	 v;
	struct swept	*list;
	long long	 work = SWEEP_WORK;
	int		 i;

	w.r.matter = matter_of(a, p, prefix_of(a, prefix, cals));
	w.cal = calendars_for(cals, w.r.matter.division);
	*s = (struct sweep){ .proc = p, .division = w.r.matter.division };
	choose_days(s, w.cal);
	procedure_uses(p, u);
	v = variants_of(a, p, u, SWEEP_VARIANTS);
	set_up(&w, a, p, u);
	w.r.calendars = cals;
	w.r.scratch = arena_new();
	w.r.work = &work;
	list = arena_array(a, (size_t)v.n, sizeof(*list));
	for (i = 0; i < v.n && work > 0; i++)
		sweep_variant(&w, &v.list[i], &list[i]);
	arena_free(w.r.scratch);
	s->list = list;
	s->n = work > 0 || i == 1 ? i : i - 1;
	s->more = v.more || work <= 0;
	return s;
}

bool
swept_alike(const struct sweep *s, const struct swept *a,
    const struct swept *b)
{
	const struct procedure	*p = s->proc;
	int			 i;

	for (i = 0; i < a->nunkept && i < b->nunkept; i++)
		if (a->unkept[i].bound != b->unkept[i].bound ||
		    a->unkept[i].days != b->unkept[i].days)
			return false;
	return a->nunkept == b->nunkept && a->days == b->days &&
	    a->shortest == b->shortest && a->median == b->median &&
	    a->longest == b->longest && a->any.up == b->any.up &&
	    a->any.end == b->any.end && memcmp(a->never, b->never,
	    (size_t)(p->nevents + p->nsteps) * sizeof(*a->never)) == 0;
}
