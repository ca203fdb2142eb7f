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
	    store_ground(s->store, a, "inbox"),
	    store_ground(s->store, a, "out")));
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
	check_guard(a, s, c, d);
}

/* ---- the calendars */

static bool
slot_asks(const struct slot *s, enum state state)
{
	if (state == STATE_DONE || state == STATE_BROKEN)
		return false;
	return s->judged_unknown || s->planned_unknown || s->room.unknown ||
	    (!s->posted && day_is(s->room.brink.day));
}

static bool
asks(const struct plan *all, const struct plan *now, struct day today)
{
	int	i;

	for (i = 0; i < all->nslots; i++)
		if (slot_asks(&all->slots[i], plan_state(all, now, i,
		    today)))
			return true;
	for (i = 0; i < all->proc->nevents; i++)
		if (all->events[i].n == 0 &&
		    day_is(all->events[i].room.brink.day))
			return true;
	return false;
}

static bool
ask_case(void *ctx, const struct matter *m)
{
	struct asker		*k = ctx;
	const struct status	*s = k->status;
	const struct scan	 scan = { .book = s->book,
				    .calendars = s->calendars,
				    .today = s->today, .top = "" };
	const struct plan	*all, *now;

	arena_reset(k->case_arena);
	if (!scan_lay(&scan, k->case_arena, m, &all, &now) ||
	    !asks(all, now, s->today))
		return true;
	if (k->cases++ == 0)
		k->first = arena_dup(k->arena, m->id);
	return true;
}

/*
 * The State Council's notice comes in November; the last days of a year wait
 * for that of the next.
 */
static bool
next_year_settled(const struct status *s)
{
	struct ymd	now = day_ymd(s->today);
	struct day	to = calendars_settled(s->calendars,
			    store_home(s->store));

	return now.month < 11 || (day_is(to) &&
	    day_cmp(to, day_make(now.year + 1, 12, 28)) >= 0);
}

static void
check_calendars(struct arena *a, const struct status *s, struct check *c,
    struct diags *d)
{
	struct asker	k = { a, s, arena_new(), 0, "" };
	char		day[DAY_TEXT];
	bool		read = store_each_case(s->store, "", ask_case, &k, d);

	arena_free(k.case_arena);
	if (!read)
		c->text = _("the cases cannot be read");
	else if (k.cases > 0)
		c->text = arena_printf(a, text_plural("%lld case asks for "
		    "days that no calendar settles (%s)", "%lld cases ask for "
		    "days that no calendar settles (the first is %s)",
		    (unsigned long)k.cases), k.cases, k.first);
	else if (!next_year_settled(s))
		c->text = arena_printf(a, _("the calendar of %d is not here; "
		    "the notice comes out in November"),
		    day_ymd(s->today).year + 1);
	else {
		c->good = true;
		c->text = arena_printf(a, _("settled through %s"),
		    day_print(calendars_settled(s->calendars,
		    store_home(s->store)), day));
	}
}

/* ---- the database, the inbox */

static void
check_database(const struct status *s, struct check *c, struct diags *d)
{
	c->good = store_sound(s->store, d);
	c->text = c->good ? _("the database is whole") :
	    _("the database is damaged; `gongshi verify` says more");
}

static void
check_deliveries(struct arena *a, const struct status *s, struct check *c)
{
	const char	*inbox = s->inbox != NULL ? s->inbox :
			    store_ground(s->store, a, "inbox");
	bool		 there, refused;

	if (*inbox == '\0') {
		c->good = true;
		c->text = _("no inbox is known");
		return;
	}
	refused = inbox_has_refused(a, inbox, DAY_NONE, &there);
	c->good = there && !refused;
	c->text = c->good ? _("no delivery lies refused") :
	    arena_printf(a, there ? _("a delivery lies refused in %s/refused")
	    : _("the inbox %s cannot be read"), inbox);
}

/* One that fails is told in its own sentence; the others go on. */
void
status_run(struct arena *a, const struct status *s,
    struct check out[static CHECKS])
{
	struct diags	*d = diags_new(a);
	int		 i;

	memset(out, 0, CHECKS * sizeof(*out));
	out[0].name = "night";
	out[1].name = "calendars";
	out[2].name = "database";
	out[3].name = "deliveries";
	if (s->store == NULL) {
		for (i = 0; i < CHECKS; i++)
			out[i].text = _("the database cannot be opened");
		return;
	}
	check_night(a, s, &out[0], d);
	check_calendars(a, s, &out[1], d);
	check_database(s, &out[2], d);
	check_deliveries(a, s, &out[3]);
}
