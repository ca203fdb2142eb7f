#include "job/status.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "job/guard.h"
#include "job/inbox.h"
#include "job/scan.h"
#include "store/night.h"

enum { HOURS = 26 };		/* since the last night, at the most */

struct asker {
	struct arena		*arena;		/* of the answer */
	const struct status	*status;
	struct arena		*case_arena;
	long long		 cases;		/* that ask unsettled days */
	const char		*first;		/* the first of them */
	struct gap		 gap;		/* what it asked */
	bool			 known;		/* the gap is */
};

/* ---- the night */

/* "2020-10-02T18:30:00Z" to seconds from 1970; -1 where it is none. */
static long long
seconds_of(const char *iso)
{
	char		day[DAY_TEXT];
	struct day	d;
	int		h, m, s;

	if (strlen(iso) < 19)
		return -1;
	memcpy(day, iso, DAY_TEXT - 1);
	day[DAY_TEXT - 1] = '\0';
	if (!day_parse(day, &d) ||
	    sscanf(iso + DAY_TEXT - 1, "T%2d:%2d:%2d", &h, &m, &s) != 3)
		return -1;
	return (long long)d.n * 86400 + h * 3600 + m * 60 + s;
}

/* The next night would stop: what waits, and the line that lets it go on. */
static void
check_guard(struct arena *a, const struct status *s, struct check *c,
    struct diags *d)
{
	const struct guard	guard = { s->store, s->book, s->calendars };
	struct guarded		found;

	if (!guard_look(a, &guard, &found, d) || !found.stops)
		return;
	c->good = false;
	c->text = arena_printf(a, _("%s; the next night stops at that; where "
	    "it is meant: %s"), guard_words(a, &found), guard_line(a,
	    store_fingerprint(s->store, a, "inbox"),
	    store_fingerprint(s->store, a, "out")));
}

/* Of a hub's counties each has its own: those that had none of late. */
static const char *
late_counties(struct arena *a, const struct status *s)
{
	enum { SHOWN = 12 };
	const struct mirror_night	*t;
	const char			*late[SHOWN];
	char				 day[DAY_TEXT];
	size_t				 i, n = 0;

	for (i = 0; s->nights != NULL && i < s->nights->n; i++) {
		t = &s->nights->list[i];
		if (day_is(t->last) && day_cmp(t->last, day_add(s->today,
		    -1)) >= 0)
			continue;
		if (n < SHOWN)
			late[n] = arena_printf(a, "%s (%s)", t->county,
			    day_is(t->last) ? day_print(t->last, day) :
			    _("none so far"));
		n++;
	}
	if (n <= SHOWN)
		return text_join(a, late, n, _(", "));
	return arena_printf(a, _("%s and %zu more"), text_join(a, late, SHOWN,
	    _(", ")), n - SHOWN);
}

static void
check_nights(struct arena *a, const struct status *s, struct check *c)
{
	const char	*late = late_counties(a, s);

	if (*late == '\0')
		return;
	c->good = false;
	c->text = arena_printf(a, _("no night since yesterday: %s"), late);
}

static void
check_night(struct arena *a, const struct status *s, struct check *c,
    struct diags *d)
{
	char		day[DAY_TEXT];
	struct nights	n;
	long long	then;

	if (!store_nights(s->store, a, s->today, &n, d)) {
		c->text = _("the nights cannot be read");
		return;
	}
	if (!day_is(n.finished)) {
		c->text = _("no night was ever finished");
		return;
	}
	then = seconds_of(n.when);
	c->good = day_cmp(n.finished, s->today) <= 0 && (s->by_day ?
	    day_cmp(n.finished, day_add(s->today, -1)) >= 0 :
	    then >= 0 && s->clock - then <= HOURS * 3600);
	c->text = arena_printf(a, c->good ? _("the last night was that of "
	    "%s") : _("the last night that was finished was that of %s"),
	    day_print(n.finished, day));
	check_nights(a, s, c);
	check_guard(a, s, c, d);
}

/* ---- the calendars */

/* An unsettled day that somebody asked, and where. */
struct question {
	struct day	 day;		/* NONE: nobody knows which */
	const char	*division;
};

static bool
slot_asks(const struct slot *s, enum state state, struct question *q)
{
	if (state == STATE_DONE || state == STATE_BROKEN)
		return false;
	q->division = s->division;
	q->day = s->room->brink.day;
	if (s->judged_unknown || s->planned_unknown)
		q->day = day_min(q->day, s->judged_brink);
	return s->judged_unknown || s->planned_unknown || s->room->unknown ||
	    (!s->posted && day_is(s->room->brink.day));
}

static bool
asks(const struct plan *all, const struct plan *now, struct day today,
    struct question *q)
{
	int	i;

	for (i = 0; i < all->nslots; i++)
		if (all->slots[i].applies &&
		    slot_asks(&all->slots[i], plan_state(all, now, i, today),
		    q))
			return true;
	for (i = 0; i < all->proc->nevents; i++)
		if (all->events[i].n == 0 &&
		    day_is(all->events[i].room->brink.day)) {
			*q = (struct question){ all->events[i].room->brink.day,
			    all->matter->division };
			return true;
		}
	return false;
}

static bool
ask_case(void *ctx, const struct matter *m)
{
	enum { AHEAD = 2 * 366 };	/* days that a sum may reach */
	struct asker		*k = ctx;
	const struct status	*s = k->status;
	const struct scan	 scan = { .book = s->book,
				    .calendars = s->calendars,
				    .today = s->today, .top = "" };
	const struct plan	*all, *now;
	struct question		 q;

	arena_reset(k->case_arena);
	if (!scan_lay(&scan, k->case_arena, &m, &all, &now) ||
	    !asks(all, now, s->today, &q))
		return true;
	if (k->cases++ > 0)
		return true;
	k->first = arena_dup(k->arena, m->id);
	if (!day_is(q.day))
		q.day = s->today;
	k->known = calendars_gap(s->calendars, q.division, q.day,
	    day_add(q.day, AHEAD), &k->gap);
	return true;
}

/* Which file would settle it, and the line that makes that file. */
static const char *
cause(struct arena *a, const struct gap *g)
{
	char	day[DAY_TEXT];

	if (*g->scope == '\0' && g->missing)
		return arena_printf(a, _("cn/%d.ics is not there: when the "
		    "notice is out (in November), run `gongshi calendar add "
		    "NOTICE.txt`"), g->year);
	if (*g->scope == '\0')
		return arena_printf(a, _("%s waits for the notice of %d: run "
		    "`gongshi calendar add NOTICE.txt`"),
		    day_print(g->day, day), g->year + 1);
	if (g->missing)
		return arena_printf(a, _("cn/%s/%d.ics is not there: run "
		    "`gongshi calendar add NOTICE.txt --division %s`, or as "
		    "long as its notice is not out `gongshi calendar add "
		    "--unsettled DATE..DATE --division %s`"), g->scope,
		    g->year, g->scope, g->scope);
	return arena_printf(a, _("%s waits for the notice of %s: run "
	    "`gongshi calendar add NOTICE.txt --division %s`"),
	    day_print(g->day, day), g->scope, g->scope);
}

/* Is the one at or below the other? */
static bool
is_near(const char *a, const char *b)
{
	size_t	m = strlen(a), n = strlen(b);

	return strncmp(a, b, m < n ? m : n) == 0;
}

/*
 * A year that is not there, here or at a division below.  Days that a
 * division's own file leaves open are not: its notice comes in March, and what
 * asks for them before is told case by case.
 */
static bool
year_lacks(const struct status *s, int year, struct gap *g)
{
	const char	*home = store_home(s->store), *scope;
	struct day	 d, last = day_make(year, 12, 28);
	size_t		 i;

	for (i = 0; (scope = calendars_scope(s->calendars, i)) != NULL; i++) {
		if (!is_near(home, scope))
			continue;
		d = day_make(year, 1, 1);
		while (calendars_gap(s->calendars, scope, d, last, g)) {
			if (g->missing || *g->scope == '\0')
				return true;
			d = day_add(g->day, 1);
		}
	}
	return false;
}

/*
 * The State Council's notice comes in November; the last days of a year wait
 * for that of the next.
 */
static bool
years_lack(const struct status *s, struct gap *g)
{
	struct ymd	now = day_ymd(s->today);

	return year_lacks(s, now.year, g) ||
	    (now.month >= 11 && year_lacks(s, now.year + 1, g));
}

static void
check_calendars(struct arena *a, const struct status *s, struct check *c,
    struct diags *d)
{
	struct asker	k = { .arena = a, .status = s,
			    .case_arena = arena_new(), .first = "" };
	char		day[DAY_TEXT];
	bool		read = store_each_case(s->store, "", ask_case, &k, d);
	const char	*say;

	arena_free(k.case_arena);
	if (!read)
		c->text = _("the cases cannot be read");
	else if (k.cases > 0) {
		say = arena_printf(a, text_plural("%lld case asks for "
		    "days that no calendar settles (%s)", "%lld cases ask for "
		    "days that no calendar settles (the first is %s)",
		    (unsigned long)k.cases), k.cases, k.first);
		c->text = !k.known ? say : arena_printf(a, _("%s; %s"), say,
		    cause(a, &k.gap));
	} else if (years_lack(s, &k.gap))
		c->text = cause(a, &k.gap);
	else {
		c->good = true;
		c->text = arena_printf(a, _("settled through %s"),
		    day_print(calendars_settled(s->calendars,
		    store_home(s->store)), day));
	}
}

/* ---- the database, the inbox */

static void
check_database(struct arena *a, const struct status *s, struct check *c,
    const struct diags *d)
{
	/* whole pages are not enough where what they hold could not be read */
	c->good = store_sound(s->store, diags_new(a)) && !diags_failed(d);
	c->text = c->good ? _("the database is whole") :
	    _("the database is damaged; `gongshi verify` says more");
}

static void
check_deliveries(struct arena *a, const struct status *s, struct check *c)
{
	const char	*inbox = s->inbox != NULL ? s->inbox :
			    store_fingerprint(s->store, a, "inbox");
	const char	**names;
	struct refused	*back;
	size_t		 n, open, i, m = 0;
	bool		 there;

	if (*inbox == '\0') {
		c->good = true;
		c->text = s->hub == NULL ? _("no inbox is known") : _("each "
		    "county's inbox is where its nights run; --inbox asks for "
		    "one");
		return;
	}
	there = inbox_refused(a, s->store, inbox, DAY_NONE, &back, &n, &open);
	names = arena_array(a, n + 1, sizeof(*names));
	for (i = 0; i < n; i++)
		if (!day_is(back[i].again))
			names[m++] = back[i].name;
	c->good = there && open == 0;
	c->text = c->good ? _("no delivery lies refused") : there ?
	    arena_printf(a, _("a delivery lies refused in %s/refused: %s"),
	    inbox, text_join(a, names, m, _(", "))) :
	    arena_printf(a, _("the inbox %s cannot be read"), inbox);
}

/* ---- the hub */

static const char *
lasting(struct arena *a, const struct hub_lasting *l)
{
	return l->pid == 0 ? arena_printf(a, _("prepared by %s, since %s"),
	    text_safe(a, l->user), l->since) : arena_printf(a,
	    _("pid %ld of %s, since %s"), l->pid, text_safe(a, l->user),
	    l->since);
}

static void
check_hub(struct arena *a, const struct status *s, struct check *c,
    struct diags *d)
{
	struct hub_watched	w;
	const char		*list = "";
	size_t			 i;

	c->name = "hub";
	if (!hub_watch(s->hub, a, &w, d)) {
		c->text = _("its transactions cannot be asked for");
		return;
	}
	for (i = 0; i < w.n; i++)
		list = arena_printf(a, "%s%s%s", list, i > 0 ? _(", ") : "",
		    lasting(a, &w.all[i]));
	c->good = w.n == 0;
	c->text = w.n == 0 && w.hidden > 0 ? _("not known") : w.n == 0 ?
	    _("no transaction is older than an hour") :
	    arena_printf(a, _("older than an hour: %s; the administrator "
	    "ends it with pg_terminate_backend (what is prepared: ROLLBACK "
	    "PREPARED)"), list);
	if (w.hidden > 0)
		c->text = arena_printf(a, text_plural("%s; %lld session of "
		    "another user could not be looked into, which takes "
		    "pg_read_all_stats", "%s; %lld sessions of other users "
		    "could not be looked into, which takes pg_read_all_stats",
		    (unsigned long)w.hidden), c->text, w.hidden);
}

/* One that fails is told in its own sentence; the others go on. */
int
status_run(struct arena *a, const struct status *s,
    struct check out[static CHECKS])
{
	struct diags	*d = s->diags;
	int		 i, n = CHECKS - (s->hub == NULL);

	memset(out, 0, CHECKS * sizeof(*out));
	out[0].name = "night";
	out[1].name = "calendars";
	out[2].name = "database";
	out[3].name = "deliveries";
	if (s->hub != NULL)
		check_hub(a, s, &out[4], d);
	if (s->store == NULL) {
		for (i = 0; i < 4; i++)
			out[i].text = _("the database cannot be opened");
		return n;
	}
	check_night(a, s, &out[0], d);
	check_calendars(a, s, &out[1], d);
	check_database(a, s, &out[2], d);
	check_deliveries(a, s, &out[3]);
	return n;
}
