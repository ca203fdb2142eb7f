#include "alert/look.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "alert/entries.h"
#include "base/text.h"

enum { MORNING = 8, AGAIN = 9, LOCK_WAIT = 3000 };

struct looking {
	const struct asked	*asked;
	struct moment		 now;
	struct arena		*arena;
	struct diags		*diags;
	struct state		*state;
	struct looked		 out;
	bool			 deaf;		/* nobody shows bubbles */
	const char		*why;
};

/* A key for digests that no UID has. */
static const char *
key_of(const struct alert *t)
{
	return t->kind == ALERT_ONE ? t->uid :
	    t->kind == ALERT_MANY ? "-many" : "-past";
}

static void
print(struct looking *l, const struct alert *t, const struct words *w)
{
	static const char *const	urgency[] = { "low", "normal",
					    "critical" };
	char				when[MOMENT_TEXT];

	printf("%s\t%s\t%s\t%s\n", moment_print(t->when, false, when), t->uid,
	    urgency[t->urgency], words_line(l->arena, w));
}

static void
save(struct looking *l)
{
	if (l->asked->folder != NULL && !l->out.failed)
		l->out.failed = !state_save(l->state, l->asked->folder,
		    l->diags);
}

static bool
show(struct looking *l, const struct alert *t, const struct words *w)
{
	const struct shown	*was = state_shown(l->state, key_of(t));
	struct bubble		 b = { .key = key_of(t), .words = *w,
				    .urgency = t->urgency, .server = "",
				    .later = t->kind == ALERT_ONE };
	uint32_t		 id;
	const char		*server;

	if (was != NULL) {
		b.id = was->id;
		b.server = was->server;
	}
	if (l->deaf || !bubbles_show(l->asked->bubbles, l->arena, &b, &id,
	    &server, &l->why)) {
		l->deaf = true;
		return false;
	}
	due_told(l->state, t, l->now);
	state_show(l->state, b.key, id, server);
	save(l);
	return true;
}

static void
keep(struct looking *l, const struct words *w)
{
	l->out.kept = true;
	if (l->asked->retry)
		return;
	fprintf(stderr, _("gongshi-alert: kept until it can be shown (%s): "
	    "%s\n"), text_safe(l->arena, l->why), text_safe(l->arena,
	    words_line(l->arena, w)));
}

/*
 * The day's digest of deadlines past waits for the morning where somebody was
 * there before midnight: at night nobody sees it.
 */
static bool
is_night(const struct looking *l)
{
	const struct asked	*k = l->asked;
	int64_t			 hour;

	hour = (l->now.s - (int64_t)moment_day(l->now).n * MOMENT_DAY) / 3600;
	if (k->dry || hour >= MORNING || (k->resident && k->first))
		return false;
	return k->resident || (k->folder != NULL &&
	    state_is_locked(k->folder, LOCK_RESIDENT));
}

static void
show_all(struct looking *l, const struct entries *entries)
{
	struct dues	d;
	struct words	w;
	size_t		i;

	d = due_find(l->arena, entries->events, entries->n, l->state, l->now,
	    !is_night(l));
	for (i = 0; i < d.n; i++) {
		w = words_of(l->arena, &d.alerts[i], l->now);
		if (l->asked->dry)
			print(l, &d.alerts[i], &w);
		else if (!show(l, &d.alerts[i], &w))
			keep(l, &w);
	}
	l->out.next = due_next(entries->events, entries->n, l->now);
}

static void
look_locked(struct looking *l)
{
	const struct asked	*k = l->asked;
	struct entries		 entries;

	l->state = state_load(l->arena, k->folder == NULL ? "" : k->folder,
	    l->now, l->diags);
	entries = entries_read(l->arena, k->paths, k->npaths, k->named,
	    l->state, l->now, l->diags);
	if (entries.files == 0 && entries.nunread == 0 && k->first && !k->named)
		diag_warn(l->diags, (struct place){ .path = k->paths[0] },
		    _("no calendars are there: put the .ics files that you "
		    "are given into this folder"));
	show_all(l, &entries);
	if (k->dry)
		return;
	state_looked(l->state, l->now, !l->out.kept, entries.unread,
	    entries.nunread);
	save(l);
}

struct looked
look(const struct asked *k, struct moment now)
{
	struct looking	 l = { .asked = k, .now = now, .arena = arena_new() };
	int		 lock = -1;
	long		 holder = 0;

	l.diags = diags_new(l.arena);
	l.out.next = due_next(NULL, 0, now);
	if (!k->dry && k->folder != NULL) {
		lock = state_lock(k->folder, LOCK_LOOK, LOCK_WAIT, &holder,
		    l.diags);
		l.out.failed = lock < 0 && diags_failed(l.diags);
	}
	/* Who holds the lock for so long is showing what is due. */
	if (lock >= 0 || k->dry || k->folder == NULL || l.out.failed)
		look_locked(&l);
	if (lock >= 0)
		(void)close(lock);
	if (!k->retry)
		diags_write(l.diags, stderr);
	arena_free(l.arena);
	return l.out;
}

void
look_again(const struct asked *k, const char *uid, struct moment now)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct state	*s;
	long		 holder;
	int		 lock = -1;

	if (k->folder != NULL)
		lock = state_lock(k->folder, LOCK_LOOK, LOCK_WAIT, &holder, d);
	if (lock >= 0) {
		s = state_load(a, k->folder, now, d);
		state_again(s, uid, moment_make(day_add(moment_day(now), 1),
		    AGAIN * 3600));
		(void)state_save(s, k->folder, d);
		(void)close(lock);
	}
	diags_write(d, stderr);
	arena_free(a);
}
