/*
 * Counties with what their nights know.
 */
#include <stdlib.h>
#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "job/mirror_pull.h"
#include "store/marks.h"

/* ---- one for its night */

static const char *
text_of(struct pulling *p, const struct parcel_cell *c)
{
	return c->text == NULL ? "" : arena_ndup(p->row, c->text, c->len);
}

static bool
lend(void *ctx, const struct parcel_cell *cells, int n)
{
	struct pulling	*p = ctx;
	const char	*texts[4];
	int		 i;

	(void)n;
	arena_reset(p->row);
	for (i = 0; i < 4; i++)
		texts[i] = text_of(p, &cells[i]);
	return store_lend_division(p->store, texts[0], texts[1], texts[2],
	    texts[3], p->diags);
}

static bool
unfit(struct pulling *p, const char *county)
{
	diag_fail(p->diags, _("the hub %s: %s cannot be read: %s"),
	    hub_name(p->job->hub), county, _("what its nights know is none of "
	    "gongshi's"));
	return false;
}

static struct mark
mark_of(struct pulling *p, const struct parcel_cell *cells)
{
	arena_reset(p->row);
	return (struct mark){ text_of(p, &cells[0]), text_of(p, &cells[1]),
	    text_of(p, &cells[2]), text_of(p, &cells[3]),
	    text_of(p, &cells[4]) };
}

static bool
put_mark(void *ctx, const struct parcel_cell *cells, int n)
{
	struct pulling		*p = ctx;
	const struct mark	 m = mark_of(p, cells);
	bool			 fits;

	(void)n;
	return store_put_mark(p->store, &m, &fits, p->diags) && (fits ||
	    unfit(p, p->job->county));
}

static int
division_table(void)
{
	int	i = 0;

	while (strcmp(store_parcel_name(i), "division") != 0)
		i++;
	return i;
}

/* Its rows first: they bear the numbers that they have in the hub. */
bool
mirror_take_night(struct pulling *p)
{
	const char	*own = p->job->county;
	const int	 names = division_table();
	size_t		 i;

	for (i = 0; i < p->n; i++)
		if (strcmp(p->counties[i].code, own) == 0 &&
		    (!mirror_take_county(p, &p->counties[i]) ||
		    diags_failed(p->diags)))
			return false;
	for (i = 0; i < p->n; i++)
		if (strcmp(p->counties[i].code, own) != 0 && (division_within(
		    own, p->counties[i].code) || division_within(
		    p->counties[i].code, own)) && !hub_each(p->job->hub,
		    p->counties[i].code, names, lend, p, p->diags))
			return false;
	return hub_each_mark(p->job->hub, own, put_mark, p, p->diags);
}

/* ---- all at or below a division, for one night over them */

enum {
	APART = 1000000,	/* deliveries of a county on one day */
	MANY = 100000000	/* cases of a county */
};

/* A day on which one was finished, and when. */
struct finished {
	struct day	 day;
	const char	*when;
};

struct over {
	struct pulling		*p;
	struct finished		*nights;	/* of all counties */
	size_t			 n, room;
	size_t			 at;		/* of the counties, by number */
	struct mirror_night	*night;		/* of it */
	bool			 fits;
};

/* ["2026-11-30T01:02:03Z",12,... and [null,12,...: was it finished? */
static void
note_night(struct over *o, const struct mark *m)
{
	struct arena		*a = o->p->arena;
	const struct day	 day = { (int32_t)strtol(m->key + (*m->key ==
				    '['), NULL, 10) };
	const struct day	 today = o->p->job->over->today;
	const char		*judged = strchr(m->vals, ',');

	if (m->vals[0] != '[' || m->vals[1] != '"' || judged == NULL ||
	    day_cmp(day, today) > 0)
		return;
	o->nights = arena_grow(a, o->nights, o->n, &o->room,
	    sizeof(*o->nights));
	o->nights[o->n++] = (struct finished){ day, arena_ndup(a, m->vals + 1,
	    (size_t)(judged - m->vals) - 1) };
	if (day_cmp(day, today) < 0)
		o->night->since = day_max(o->night->since, day);
	else if (day_cmp(day, today) == 0)
		o->night->judged = strtol(judged + 1, NULL, 10) % MANY;
	o->night->last = day_max(o->night->last, day);
}

static int
order_finished(const void *a, const void *b)
{
	const struct finished	*x = a, *y = b;
	const int		 c = day_cmp(x->day, y->day);

	return c != 0 ? c : strcmp(x->when, y->when);
}

/* What is known of all of them; of one day the first that was finished. */
static bool
put_night(struct over *o, const struct finished *f, long long judged)
{
	struct arena		*a = o->p->arena;
	const struct mark	 m = { "night", "", "", arena_printf(a,
				    "[%d]", (int)f->day.n), arena_printf(a,
				    "[%s,%lld,null,null,null]", f->when,
				    judged) };

	return store_put_mark(o->p->store, &m, &o->fits, o->p->diags);
}

static bool
put_nights(struct over *o)
{
	struct mirror_nights	*all = o->p->job->over;
	struct day		 last = DAY_NONE, at;
	bool			 good = true;
	size_t			 i;

	/* each county's own rows made way for those of all */
	if (!store_drop_nights(o->p->store, o->p->diags))
		return false;
	all->since = DAY_NONE;
	for (i = 0; i < all->n; i++) {
		all->since = day_min(all->since, all->list[i].since);
		all->judged += all->list[i].judged;
		last = day_min(last, all->list[i].last);
	}
	if (o->n > 0)
		qsort(o->nights, o->n, sizeof(*o->nights), order_finished);
	for (i = o->n; good && i > 0; i--) {
		at = o->nights[i - 1].day;
		if (day_cmp(at, last) == 0 || day_cmp(at, all->since) <= 0)
			good = put_night(o, &o->nights[i - 1], day_cmp(at,
			    all->today) == 0 ? all->judged : 0);
	}
	return good;
}

/* Deliveries of several counties are numbered apart: [18567,1]; NULL: none. */
static const char *
key_apart(struct over *o, const char *key)
{
	const char	*comma = strrchr(key, ',');
	long long	 seq = comma == NULL ? -1 : strtoll(comma + 1, NULL,
			    10);

	if (seq < 1 || seq >= APART)
		return NULL;
	return arena_printf(o->p->arena, "%.*s,%lld]", (int)(comma - key),
	    key, (long long)o->at * APART + seq);
}

/* A delivery may also name divisions above, as in a file; no others. */
static bool
is_of_others(const struct over *o, const struct mark *m)
{
	const char	*own = o->night->county, *code = m->key + 2;
	const size_t	 n = strlen(own), len = strcspn(code, "\"");

	return strcmp(m->table, "sent") == 0 && (strncmp(m->key, "[\"", 2) !=
	    0 || strncmp(code, own, len < n ? len : n) != 0 ||
	    (len > n && n < COUNTY_MAX));
}

/* Its cases are the county's. */
static bool
is_its_own(const struct over *o, const struct mark *m)
{
	const char	*own = o->night->county;
	char		 county[DIVISION_MAX + 1];

	if (*m->division == '\0')
		return true;
	if (!division_is(m->division, strlen(m->division)))
		return false;
	division_county(m->division, county);
	return strcmp(county, own) == 0;
}

static bool
put_mark_over(void *ctx, const struct parcel_cell *cells, int n)
{
	struct over	*o = ctx;
	struct mark	 m = mark_of(o->p, cells);
	const bool	 inbox = strcmp(m.table, "delivery") == 0 ||
			    strcmp(m.table, "sent") == 0;

	(void)n;
	o->night->written |= strcmp(m.table, "dirty") == 0;
	if (!inbox && strcmp(m.table, "watch") != 0 &&
	    strcmp(m.table, "entry") != 0 && strcmp(m.table, "night") != 0)
		return true;
	if (is_of_others(o, &m))
		return true;
	if (inbox)
		m.key = key_apart(o, m.key);
	o->fits = m.key != NULL && is_its_own(o, &m);
	if (!o->fits)
		return false;
	if (!store_put_mark(o->p->store, &m, &o->fits, o->p->diags) ||
	    !o->fits)
		return false;
	if (strcmp(m.table, "night") == 0)
		note_night(o, &m);
	return true;
}

/*
 * Where what a county's nights know is no gongshi's, it is as if it had had
 * none: it is named, and its facts are judged with the others'.
 */
static bool
bring_marks(struct over *o, const char *code)
{
	struct pulling			*p = o->p;
	const struct mirror_night	 none = { .county = code,
					    .since = DAY_NONE,
					    .last = DAY_NONE };
	const size_t			 before = o->n;
	bool				 good;

	*o->night = none;
	o->fits = true;
	if (!store_parcel_point(p->store, p->diags))
		return false;
	good = hub_each_mark(p->job->hub, code, put_mark_over, o, p->diags);
	if (!good && o->fits)
		return false;
	if (!good) {
		(void)unfit(p, code);
		*o->night = none;
		o->n = before;
	}
	return store_parcel_settled(p->store, good, p->diags);
}

/* One that cannot be read was named, and nothing of it is there. */
static bool
bring_over(struct over *o, size_t i)
{
	struct pulling			*p = o->p;
	struct mirror_nights		*all = p->job->over;
	const struct hub_county		*c = &p->counties[i];
	struct county			 have;

	if (!mirror_take_county(p, c) || !store_county(p->store, p->arena,
	    c->code, &have, p->diags))
		return false;
	if (have.taken != c->version)
		return true;
	o->at = i;
	o->night = &all->list[all->n++];
	return bring_marks(o, c->code);
}

/* Names of offices above; those of the others come with them. */
bool
mirror_take_nights(struct pulling *p)
{
	const char	*top = p->job->county;
	const int	 names = division_table();
	struct over	 o = { .p = p, .fits = true };
	size_t		 i;
	bool		 good = true;

	p->job->over->list = arena_array(p->arena, p->n + 1,
	    sizeof(*p->job->over->list));
	for (i = 0; i < p->n && good; i++)
		if (division_within(p->counties[i].code, top))
			good = bring_over(&o, i);
		else if (division_within(top, p->counties[i].code))
			good = hub_each(p->job->hub, p->counties[i].code,
			    names, lend, p, p->diags);
	return good && put_nights(&o);
}
