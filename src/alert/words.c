#include "alert/words.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum {
	LISTED = 5,		/* entries that a digest's bubble names */
	WRITTEN = 1000,		/* and its text in full */
	TITLE_CHARS = 60,	/* of what a county may write */
	BRIEF_CHARS = 60,	/* of one line of a digest */
	LINE_CHARS = 300
};

/*
 * Of a summary "place: step · title id" (in Chinese a blank for the colon), or
 * "step · place · title id" as versions before wrote it.
 */
struct parts {
	const char	*what;		/* the step */
	const char	*where;
	const char	*whose;		/* the case; may be "" */
};

/* At most n characters of s, the last one an ellipsis where it is cut. */
static const char *
clipped(struct arena *a, const char *s, size_t n)
{
	const char	*p = s, *cut = s;
	size_t		 i, len;

	for (i = 0; *p != '\0'; i++, p += len) {
		(void)text_char(p, &len);
		if (i + 1 < n)
			cut = p + len;
	}
	return i <= n ? s : arena_printf(a, "%.*s…", (int)(cut - s), s);
}

static const char *
join(struct arena *a, const char *x, const char *between, const char *y)
{
	return *x == '\0' ? y : *y == '\0' ? x :
	    arena_printf(a, "%s%s%s", x, between, y);
}

static const char	dot[] = " · ";

/* The step behind the place, which may be shortened; NULL: it is not so. */
static const char *
behind_place(const struct event *e, const char *end)
{
	size_t		 n = strlen(e->place);
	const char	*cut, *s = e->summary;

	if (n == 0 || strncmp(s, e->place, n) != 0) {
		cut = strstr(s, "…");
		if (cut == NULL || cut > end || strncmp(s, e->place,
		    (size_t)(cut - s)) != 0)
			return NULL;
		n = (size_t)(cut - s) + strcspn(cut, ": ");
	}
	s += n + (s[n] == ':');
	return *s == ' ' && s < end ? s + 1 : NULL;
}

static void
split_old(struct arena *a, const char *one, struct parts *p)
{
	const char	*two = strstr(one + strlen(dot), dot);

	if (two == NULL)
		return;
	p->whose = two + strlen(dot);
	p->where = arena_ndup(a, one + strlen(dot),
	    (size_t)(two - one) - strlen(dot));
}

static struct parts
parts_of(struct arena *a, const struct event *e)
{
	struct parts	 p = { e->summary, e->place, "" };
	const char	*one = strstr(e->summary, dot), *step;

	if (one != NULL && e->kind != EVENT_PLAIN) {
		p.whose = one + strlen(dot);
		step = behind_place(e, one);
		if (step == NULL) {
			step = e->summary;
			split_old(a, one, &p);
		}
		p.what = arena_ndup(a, step, (size_t)(one - step));
	}
	p.what = clipped(a, p.what, TITLE_CHARS);
	p.where = clipped(a, p.where, TITLE_CHARS);
	p.whose = clipped(a, p.whose, TITLE_CHARS);
	return p;
}

static const char *
day_text(struct arena *a, struct day d)
{
	static const char *const	names[] = {
		N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"),
		N_("Fri"), N_("Sat")
	};
	char				buf[DAY_TEXT];

	return arena_printf(a, "%s %s", day_print(d, buf),
	    _(names[day_weekday(d)]));
}

/* "in 3 days", "today", "2 days ago". */
static const char *
distance(struct arena *a, struct day today, struct day d)
{
	int32_t	n = day_diff(today, d);

	if (n == 0)
		return _("today");
	if (n == 1)
		return _("tomorrow");
	if (n > 0)
		return arena_printf(a, text_plural("in %d day", "in %d days",
		    (unsigned long)n), (int)n);
	return arena_printf(a, text_plural("%d day ago", "%d days ago",
	    (unsigned long)-n), (int)-n);
}

/* ---- one entry */

static const char *
deadline_title(struct arena *a, const char *what, int32_t left)
{
	if (left == 0)
		return arena_printf(a, _("Due today: %s"), what);
	if (left > 0)
		return arena_printf(a, text_plural("Due in %d day: %s",
		    "Due in %d days: %s", (unsigned long)left), (int)left,
		    what);
	return arena_printf(a, text_plural("%d day overdue: %s",
	    "%d days overdue: %s", (unsigned long)-left), (int)-left, what);
}

static const char *
posted_title(struct arena *a, const char *what, int32_t left)
{
	if (left == 0)
		return arena_printf(a, _("Its last day is today: %s"), what);
	if (left > 0)
		return arena_printf(a, text_plural("%d day to stand yet: %s",
		    "%d days to stand yet: %s", (unsigned long)left),
		    (int)left, what);
	return arena_printf(a, _("The notice is over: %s"), what);
}

static const char *
title_of(struct arena *a, const struct event *e, const char *what,
    struct day today)
{
	int32_t	left = day_diff(today, e->last);

	switch (e->kind) {
	case EVENT_DEADLINE:
		return deadline_title(a, what, left);
	case EVENT_POSTED:
		return posted_title(a, what, left);
	case EVENT_BROKEN:
		return arena_printf(a, _("It must go up again: %s"), what);
	case EVENT_TO_POST:
		return arena_printf(a, _("May be posted: %s"), what);
	default:
		return what;
	}
}

static const char *
days_line(struct arena *a, const struct event *e, struct day today)
{
	const char	*last = day_text(a, e->last);

	switch (e->kind) {
	case EVENT_DEADLINE:
		return arena_printf(a, _("Post by %s (%s)"), last,
		    distance(a, today, e->last));
	case EVENT_POSTED:
		return arena_printf(a, _("Last day of the notice: %s (%s)"),
		    last, distance(a, today, e->last));
	case EVENT_BROKEN:
		return arena_printf(a, _("It came down too early: last day "
		    "%s (%s)"), last, distance(a, today, e->last));
	case EVENT_TO_POST:
		if (e->first.n == e->last.n)
			return arena_printf(a, _("From %s"),
			    day_text(a, e->first));
		return arena_printf(a, _("Posted on %s, its last day is %s"),
		    day_text(a, e->first), last);
	default:
		return arena_printf(a, "%s (%s)", day_text(a, e->first),
		    distance(a, today, e->first));
	}
}

static struct words
one_words(struct arena *a, const struct event *e, struct day today)
{
	struct parts	p = parts_of(a, e);
	struct words	w;
	const char	*about = join(a, p.where, " · ", p.whose);

	w.title = title_of(a, e, p.what, today);
	w.body = join(a, about, "\n", days_line(a, e, today));
	w.text = arena_printf(a, "%s\n%s\n\n%s\n", w.title, w.body, e->text);
	return w;
}

/* ---- digests */

/* The day that is nearest to today: of those to come, else of those past. */
static struct day
nearest(const struct alert *t, struct day today)
{
	struct day	d = DAY_NONE, last;
	size_t		i;

	for (i = 0; i < t->n; i++) {
		last = due_day(t->rings[i].event);
		if (day_cmp(last, today) >= 0)
			d = day_is(d) && day_cmp(d, today) >= 0 ?
			    day_min(d, last) : last;
		else if (!day_is(d) || day_cmp(d, today) < 0)
			d = day_max(d, last);
	}
	return d;
}

/* Short, for a bubble: what and where; else also the day and whose. */
static const char *
digest_line(struct arena *a, const struct event *e, struct day today,
    bool brief)
{
	struct parts	 p = parts_of(a, e);
	const char	*about = join(a, p.what, " · ", p.where), *line;
	char		 buf[DAY_TEXT];

	if (brief)
		line = title_of(a, e, about, today);
	else
		line = arena_printf(a, "%s %s", day_print(due_day(e), buf),
		    title_of(a, e, join(a, about, " · ", p.whose), today));
	return clipped(a, line, brief ? BRIEF_CHARS : LINE_CHARS);
}

struct named {
	const struct event	*event;
	size_t			 i;
};

static int
by_event(const void *va, const void *vb)
{
	const struct named	*a = va, *b = vb;

	if (a->event != b->event)
		return (uintptr_t)a->event < (uintptr_t)b->event ? -1 : 1;
	return a->i < b->i ? -1 : 1;
}

/* By ring: is the same entry named before it? */
static const bool *
repeated(struct arena *a, const struct alert *t)
{
	struct named	*all = arena_array(a, t->n, sizeof(*all));
	bool		*again = arena_array(a, t->n, sizeof(*again));
	size_t		 i;

	for (i = 0; i < t->n; i++)
		all[i] = (struct named){ t->rings[i].event, i };
	if (t->n > 1)
		qsort(all, t->n, sizeof(*all), by_event);
	for (i = 1; i < t->n; i++)
		again[all[i].i] = all[i].event == all[i - 1].event;
	return again;
}

/* The entries of a digest, a line each, the first `most`. */
static const char *
digest_lines(struct arena *a, const struct alert *t, struct day today,
    size_t most, bool brief)
{
	const char	**lines = arena_array(a, most, sizeof(*lines));
	const bool	 *again = repeated(a, t);
	size_t		  i, n = 0, size = 1;
	char		 *out, *to;

	for (i = 0; i < t->n; i++) {
		if (again[i] || n++ >= most)
			continue;
		lines[n - 1] = digest_line(a, t->rings[i].event, today, brief);
		size += strlen(lines[n - 1]) + 1;
	}
	out = to = arena_alloc(a, size);
	for (i = 0; i < n && i < most; i++)
		to += sprintf(to, "%s%s", i == 0 ? "" : "\n", lines[i]);
	return n <= most ? out :
	    arena_printf(a, _("%s\n... and %zu more"), out, n - most);
}

static struct words
digest_words(struct arena *a, const struct alert *t, struct day today)
{
	struct words	w;
	struct day	d = nearest(t, today);

	if (t->kind == ALERT_PAST)
		w.title = arena_printf(a, text_plural(
		    "%zu deadline is past and not posted",
		    "%zu deadlines are past and not posted", t->n), t->n);
	else
		w.title = arena_printf(a, text_plural("%zu reminder",
		    "%zu reminders", t->n), t->n);
	w.body = arena_printf(a, _("The nearest day: %s (%s)\n%s"),
	    day_text(a, d), distance(a, today, d),
	    digest_lines(a, t, today, LISTED, true));
	w.text = arena_printf(a, "%s\n\n%s\n", w.title,
	    digest_lines(a, t, today, WRITTEN, false));
	return w;
}

struct words
words_of(struct arena *a, const struct alert *t, struct moment now)
{
	struct day	today = moment_day(now);

	return t->kind == ALERT_ONE ?
	    one_words(a, t->rings[0].event, today) :
	    digest_words(a, t, today);
}

const char *
words_line(struct arena *a, const struct words *w)
{
	const char	*s, *between = _("; ");
	char		*out, *to;
	size_t		 size = strlen(w->title) + 1;

	for (s = w->body; *s != '\0'; s++)
		size += *s == '\n' ? strlen(between) : 1;
	out = arena_alloc(a, size + strlen(between));
	to = out + sprintf(out, "%s%s", w->title, between);
	for (s = w->body; *s != '\0'; s++)
		if (*s == '\n')
			to += sprintf(to, "%s", between);
		else
			*to++ = *s;
	*to = '\0';
	return out;
}
