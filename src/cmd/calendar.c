/*
 * calendar add: days off from the official notice.
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "input/source.h"
#include "job/almanac.h"

enum {
	MARGIN = 14,		/* days around those of earlier years */
	PREFIX = 12		/* digits of a calendar's folder */
};

/* ---- what is to be written, shown first */

static const char *
kind_words(const struct holiday *h, struct day d)
{
	int	weekday = day_weekday(d);

	if (h != NULL && h->remark)
		return _("worked as always");
	if (h == NULL)
		return weekday == 0 || weekday == 6 ? _("weekend") :
		    _("worked");
	return h->kind == DAY_OFF ? _("off") : h->kind == DAY_WORKED ?
	    _("made a working day") : _("open");
}

/* "off 春节" */
static const char *
says(struct arena *a, const struct holiday *h, struct day d)
{
	return arena_printf(a, "%s%s%s", kind_words(h, d),
	    h == NULL || *h->name == '\0' ? "" : " ",
	    h == NULL ? "" : h->name);
}

static bool
same_kind(const struct holiday *a, const struct holiday *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return a->kind == b->kind && a->remark == b->remark;
}

static void
show_day(struct arena *a, const struct book *b, size_t i)
{
	const struct holiday	*now = book_says(&b->now, i);
	const struct holiday	*was = book_says(&b->was, i);
	struct day		 d = day_add(day_make(b->now.year, 1, 1),
				    (int32_t)i);

	if (!b->said[i] && same_kind(now, was))
		return;
	printf("  %s  %s", source_day(a, d), says(a, now, d));
	if (b->there && !same_kind(now, was))
		printf(_("  (was: %s)"), says(a, was, d));
	puts("");
}

/* A year of which hardly anything is known is told in a line, not in 365. */
static bool
is_open(const struct book *b)
{
	return !b->there && b->now.day[0] != NULL &&
	    b->now.day[0]->kind == DAY_UNSETTLED && !b->said[0];
}

/* The notice of the first day that is added. */
static const char *
basis_of(const struct book *b)
{
	size_t	i;

	for (i = 0; i < ICS_YEAR; i++)
		if (b->said[i] && book_says(&b->now, i) != NULL)
			return book_says(&b->now, i)->notice;
	return "";
}

static void
show(struct arena *a, const struct almanac *m)
{
	const struct book	*b;
	size_t			 i;

	for (b = m->books; b != NULL; b = b->next) {
		if (!book_changes(b))
			continue;
		printf("%s%s%s\n", book_name(a, b), *basis_of(b) == '\0' ?
		    "" : "  ", basis_of(b));
		for (i = 0; i < ICS_YEAR; i++)
			if (book_says(&b->now, i) != NULL ||
			    book_says(&b->was, i) != NULL)
				if (!is_open(b) || b->said[i])
					show_day(a, b, i);
		if (is_open(b))
			printf(_("  all other days of %d stay open\n"),
			    b->now.year);
	}
}

static bool
agreed(struct context *x)
{
	char	line[16];

	if (x->value[OPT_YES] != NULL)
		return true;
	if (!isatty(STDIN_FILENO)) {
		diag_error(x->diags, NOWHERE, _("nothing was "
		    "written: compare these days with the notice, then run "
		    "the same line with --yes"));
		return false;
	}
	printf("%s ", _("Are these the days of the notice? Write them? "
	    "[y/N]"));
	fflush(stdout);
	if (fgets(line, sizeof(line), stdin) != NULL &&
	    (*line == 'y' || *line == 'Y' || strncmp(line, "是",
	    strlen("是")) == 0))
		return true;
	diag_error(x->diags, NOWHERE, _("nothing was written"));
	return false;
}

/* ---- which divisions still lack theirs */

/* From the first to the last of its own days of a year; false: none. */
static bool
own_days(const struct calendars *c, const char *scope, int year,
    struct day *from, struct day *to)
{
	const struct holiday	*h;
	struct day		 d = day_make(year, 1, 1);

	*from = *to = DAY_NONE;
	for (; day_ymd(d).year == year; d = day_add(d, 1)) {
		h = calendars_day(c, scope, d);
		if (h == NULL || strcmp(h->scope, scope) != 0 || h->missing)
			continue;
		*from = day_min(*from, d);
		*to = d;
	}
	return day_is(*from);
}

/* The same season as in the last three years, and two weeks around it. */
static bool
season(const struct calendars *c, const char *scope, int year,
    struct day *from, struct day *to)
{
	struct day	a, b;
	struct ymd	y;
	int		back;

	*from = *to = DAY_NONE;
	for (back = 1; back <= 3; back++) {
		if (!own_days(c, scope, year - back, &a, &b))
			continue;
		y = day_ymd(a);
		*from = day_min(*from, day_make(year, y.month, y.day < 29 ?
		    y.day : 28));
		y = day_ymd(b);
		*to = day_max(*to, day_make(year, y.month, y.day < 29 ?
		    y.day : 28));
	}
	if (!day_is(*from))
		return false;
	*from = day_max(day_add(*from, -MARGIN), day_make(year, 1, 1));
	*to = day_min(day_add(*to, MARGIN), day_make(year, 12, 31));
	return true;
}

static void
tell_lacking(struct context *x, const struct calendars *c, int year)
{
	const char	*dir = x->value[OPT_CALENDARS], *scope;
	const char	*line = dir == NULL ? "gongshi calendar add" :
			    arena_printf(x->arena, "gongshi --calendars %s "
			    "calendar add", dir);
	char		 a[DAY_TEXT], b[DAY_TEXT];
	struct day	 from, to;
	struct gap	 g;
	size_t		 i;

	for (i = 1; (scope = calendars_scope(c, i)) != NULL; i++) {
		if (!calendars_gap(c, scope, day_make(year, 1, 1),
		    day_make(year, 12, 31), &g) || !g.missing ||
		    strcmp(g.scope, scope) != 0)
			continue;
		printf(_("%s has no file of %d yet: its days are unknown "
		    "there.  With its own notice:\n"), scope, year);
		printf("  %s %s --division %s\n", line, _("NOTICE.txt"),
		    scope);
		if (!season(c, scope, year, &from, &to))
			continue;
		printf("%s\n  %s --unsettled %s..%s --division %s --yes\n",
		    _("or, until that is out, with only these days open:"),
		    line, day_print(from, a), day_print(to, b), scope);
	}
}

/* Of the country's days; a division's may lie in a folder of their own. */
static int
finish(struct context *x, const struct almanac *m)
{
	const struct calendars	*c = NULL;
	const struct book	*b;

	for (b = m->books; b != NULL; b = b->next)
		if (book_changes(b))
			printf(_("written: %s/%s\n"), m->target,
			    book_name(x->arena, b));
	if (*m->division == '\0')
		c = open_calendars(x);
	for (b = m->books; c != NULL && b != NULL; b = b->next)
		if (book_changes(b) && !is_open(b))
			tell_lacking(x, c, b->now.year);
	return status_of(x);
}

/* ---- the command */

/* DATE..DATE, of one year. */
static bool
read_span(struct context *x, struct day *from, struct day *to)
{
	const char	*text = x->value[OPT_UNSETTLED];
	const char	*dots = strstr(text, "..");

	if (dots != NULL && day_parse(arena_ndup(x->arena, text,
	    (size_t)(dots - text)), from) && day_parse(dots + 2, to) &&
	    day_cmp(*from, *to) <= 0 &&
	    day_ymd(*from).year == day_ymd(*to).year)
		return true;
	diag_error(x->diags, NOWHERE, _("--unsettled %s: expected "
	    "the first and the last day, of one year, as "
	    "2027-03-20..2027-04-30"), text);
	return false;
}

static bool
lay(struct context *x, struct almanac *m, int n, char **paths)
{
	struct day	from, to;

	if (x->value[OPT_UNSETTLED] == NULL && n > 0)
		return almanac_add(m, paths, n);
	if (x->value[OPT_UNSETTLED] == NULL)
		diag_error(x->diags, NOWHERE, _("the notice is "
		    "missing: `gongshi calendar add NOTICE.txt`"));
	else if (n > 0)
		diag_error(x->diags, NOWHERE, _("--unsettled "
		    "takes no files"));
	else if (*m->division == '\0')
		diag_error(x->diags, NOWHERE, _("--unsettled "
		    "needs --division: the country's days wait for no other "
		    "notice"));
	else if (read_span(x, &from, &to))
		return almanac_unsettle(m, from, to);
	return false;
}

/* The folder asked for, this machine's own, or the source tree's. */
static void
find_folders(struct context *x, struct almanac *m)
{
	const char	*home = arena_printf(x->arena, "%s/calendars",
			    x->home);

	m->target = x->value[OPT_CALENDARS];
	if (m->target != NULL)
		return;
	m->target = x->place == NULL ? home : arena_printf(x->arena,
	    "%s/calendars", x->place);
	m->shipped = x->place == NULL ? NULL : home;
}

int
cmd_calendar(struct context *x, int argc, char **argv)
{
	struct almanac	m = { .arena = x->arena, .diags = x->diags,
			    .division = option_division(x),
			    .basis = x->value[OPT_SOURCE] };

	if (argc < 1 || strcmp(argv[0], "add") != 0) {
		diag_error(x->diags, NOWHERE,
		    _("expected `calendar add`"));
		return EXIT_INPUT;
	}
	if (m.division == NULL)
		return EXIT_INPUT;
	if (strlen(m.division) > PREFIX) {
		diag_error(x->diags, NOWHERE, _("--division %s: "
		    "a village is the least that has days off of its own"),
		    m.division);
		return EXIT_INPUT;
	}
	find_folders(x, &m);
	if (!lay(x, &m, argc - 1, argv + 1)) {
		show(x->arena, &m);	/* as far as it was understood */
		return status_of(x);
	}
	if (!almanac_changes(&m)) {
		puts(_("nothing changes: these days are there already"));
		return status_of(x);
	}
	show(x->arena, &m);
	if (!agreed(x) || !almanac_write(&m))
		return status_of(x);
	x->local = x->place != NULL && access(x->place, R_OK) == 0 ?
	    x->place : NULL;
	return finish(x, &m);
}
