#include "job/before.h"

#include <string.h>

#include "base/text.h"
#include "desk/slip.h"
#include "job/rows.h"
#include "job/scan.h"
#include "rule/dates.h"
#include "rule/duty.h"

/* What it is called where cases have their numbers. */
static const char	draft[] = "draft";

/* "POINT=DATE" of an option; faults are told at `at`. */
struct given {
	const char	*name, *date;
	struct place	 at;
};

struct trying {
	struct arena		*arena;
	const struct before	*job;
	struct store		*store;
	struct rows		*rows;
	const struct procedure	*proc;		/* any version; NULL: none */
	const char		*number;
	const struct given	*events;
	size_t			 nevents;
	struct diags		*d;
};

/* ---- what was given */

static struct place
at_option(struct arena *a, const char *option, const char *value)
{
	return (struct place){ .path = arena_printf(a, "--%s %s", option,
	    value) };
}

/* Up to the last `=`: a title may hold one, a day never. */
static bool
split(struct arena *a, const char *option, const char *word,
    struct given *out, struct diags *d)
{
	const char	*cut = strrchr(word, '=');

	*out = (struct given){ .at = at_option(a, option, word) };
	if (cut == NULL || cut == word || cut[1] == '\0') {
		diag_error(d, out->at, _("expected a point and its day, as "
		    "%s=2027-02-05"), "paid");
		return false;
	}
	out->name = arena_ndup(a, word, (size_t)(cut - word));
	out->date = arena_dup(a, cut + 1);
	return true;
}

/* Each line of an option's value; *n of them. */
static struct given *
read_given(struct arena *a, const char *option, const char *lines, size_t *n,
    struct diags *d)
{
	struct given	*list = NULL;
	size_t		 cap = 0, len;

	for (*n = 0; lines != NULL && *lines != '\0'; lines += len) {
		len = strcspn(lines, "\n");
		list = arena_grow(a, list, *n, &cap, sizeof(*list));
		*n += split(a, option, arena_ndup(a, lines, len), &list[*n],
		    d);
		len += lines[len] == '\n';
	}
	return list;
}

static bool
read_date(const struct given *g, struct day *out, struct diags *d)
{
	const char	*fault = day_complaint(g->date, out);

	if (fault == NULL)
		return true;
	diag_error(d, g->at, fault, g->date);
	return false;
}

/* ---- divisions that are known */

struct copying {
	struct trying	*t;
	bool		 good;
	const char	*named;		/* the last of those of a name */
};

static bool
copy_division(void *ctx, const char *code, const char *name)
{
	struct copying	*c = ctx;

	c->good = store_put_division(c->t->store, code, name, NULL,
	    c->t->d) != PUT_FAILED;
	return c->good;
}

static bool
copy_named(void *ctx, const char *code, const char *name)
{
	struct copying	*c = ctx;

	c->named = arena_dup(c->t->arena, code);
	return copy_division(ctx, code, name);
}

/*
 * Those below the case's, and it.  Two that have its name are refused where it
 * is read; a place that is not known is one like any that a file names.
 */
static bool
copy_divisions(struct trying *t)
{
	const struct before	*b = t->job;
	char			 code[DIVISION_MAX + 1];
	struct copying		 c = { t, true, NULL };
	const char		*top = code;

	if (b->known == NULL)
		return true;
	if (!division_parse(b->division, code)) {
		store_each_division(b->known, "", b->division, copy_named,
		    &c);
		top = c.named;
	} else if (*store_name(b->known, t->arena, code) != '\0')
		(void)copy_division(&c, code, store_name(b->known, t->arena,
		    code));
	if (c.good && top != NULL)
		store_each_division(b->known, top, NULL, copy_division, &c);
	return c.good;
}

/* ---- facts */

static bool
take(struct trying *t, struct slip *s)
{
	struct cells	c;

	cells_begin(&c, &s->header);
	return rows_take(t->rows, &s->row, &c);
}

static void
fill(struct trying *t, struct slip *s, enum column c, const char *option,
    const char *value)
{
	if (value != NULL)
		slip_put_at(s, c, value, at_option(t->arena, option, value));
}

static bool
take_case(struct trying *t)
{
	struct slip	s;

	slip_begin_at(&s, SHEET_CASES, NOWHERE);
	slip_put_at(&s, COL_CASE, t->number, NOWHERE);
	fill(t, &s, COL_PROCEDURE, "procedure", t->job->procedure);
	fill(t, &s, COL_DIVISION, "division", t->job->division);
	slip_put_at(&s, COL_TITLE, _("not begun"), NOWHERE);
	fill(t, &s, COL_PLACES, "places", t->job->places);
	fill(t, &s, COL_TRAITS, "traits", t->job->traits);
	return take(t, &s);
}

/* What the calendar gives names the period, and is no row. */
static bool
is_calendar(const struct trying *t, const struct given *g)
{
	int	i = t->proc == NULL ? -1 : procedure_event(t->proc, g->name);

	return i >= 0 && t->proc->events[i].calendar != CYCLE_NO_EDGE;
}

static bool
take_event(struct trying *t, const struct given *g)
{
	struct slip	s;

	if (is_calendar(t, g))
		return true;
	slip_begin_at(&s, SHEET_EVENTS, g->at);
	slip_put_at(&s, COL_CASE, t->number, g->at);
	slip_put_at(&s, COL_EVENT, g->name, g->at);
	slip_put_at(&s, COL_DATE, g->date, g->at);
	return take(t, &s);
}

/* False: the machine failed. */
static bool
take_all(struct trying *t)
{
	bool	good = take_case(t);
	size_t	i;

	for (i = 0; good && i < t->nevents; i++)
		good = take_event(t, &t->events[i]);
	return good;
}

/* ---- the period of one that comes round */

/* The day of a calendar's event is the first or last of the period. */
static void
number_by(struct trying *t, const struct given *g, const char *code)
{
	const struct event_rule	*e = &t->proc->events[procedure_event(t->proc,
				    g->name)];
	char			 buf[DAY_TEXT];
	struct interval		 at;
	struct day		 day, its;

	if (!read_date(g, &day, t->d))
		return;
	at = interval_of(t->proc->every, day);
	its = e->calendar == CYCLE_FIRST ? interval_first(at) :
	    interval_last(at);
	if (day_cmp(its, day) != 0)
		diag_error(t->d, g->at, _("`%s` happens by itself, in that "
		    "period on %s"), g->name, day_print(its, buf));
	t->number = duty_number(t->arena, t->proc->id, code, at);
}

/* Of no day of the calendar's that of the first event, else of today. */
static void
number_of_day(struct trying *t, const char *code)
{
	struct day	day = t->job->today, d;

	if (t->nevents > 0 && day_complaint(t->events[0].date, &d) == NULL)
		day = d;
	t->number = duty_number(t->arena, t->proc->id, code,
	    interval_of(t->proc->every, day));
}

static void
find_number(struct trying *t)
{
	char	code[DIVISION_MAX + 1];
	size_t	i;

	t->number = draft;
	if (t->proc == NULL || t->proc->every == CYCLE_NONE ||
	    !division_parse(t->job->division, code))
		return;
	for (i = 0; i < t->nevents; i++)
		if (is_calendar(t, &t->events[i])) {
			number_by(t, &t->events[i], code);
			return;
		}
	number_of_day(t, code);
}

/* ---- goals */

static bool
read_edge(struct arena *a, const char *name, const char **bare,
    enum edge *edge)
{
	static const struct {
		const char	*word;
		enum edge	 edge;
	} edges[] = {
		{ ".opens", EDGE_OPENS }, { ".closes", EDGE_CLOSES },
		{ ".张贴", EDGE_OPENS }, { ".期满", EDGE_CLOSES }
	};
	size_t	i, n = strlen(name), len;

	for (i = 0; i < sizeof(edges) / sizeof(*edges); i++) {
		len = strlen(edges[i].word);
		if (n <= len || strcmp(name + n - len, edges[i].word) != 0)
			continue;
		*bare = arena_ndup(a, name, n - len);
		*edge = edges[i].edge;
		return true;
	}
	*bare = name;
	return false;
}

static void
no_point(const struct given *g, const struct procedure *p, const char *name,
    struct diags *d)
{
	const char	*near = procedure_nearest(p, name, true);

	if (near == NULL)
		near = procedure_nearest(p, name, false);
	diag_error(d, g->at, _("`%s` is no event or step of `%s`"), name,
	    p->id);
	diag_meant(d, near);
}

/* A step alone is its opening. */
static bool
read_goal(struct arena *a, const struct given *g, const struct procedure *p,
    struct aim *out, struct diags *d)
{
	const char	*name;
	enum edge	 edge = EDGE_OPENS;
	bool		 edged = read_edge(a, g->name, &name, &edge);
	int		 step = procedure_step(p, name);
	int		 event = procedure_event(p, name);

	if (!read_date(g, &out->day, d))
		return false;
	if (step >= 0)
		out->point = (struct point){ p->nevents + step, edge, !edged };
	else if (event >= 0 && !edged)
		out->point = (struct point){ event, EDGE_EVENT, false };
	else if (event >= 0)
		diag_error(d, g->at, _("`%s` is an event: it neither opens "
		    "nor closes"), name);
	else
		no_point(g, p, name, d);
	return step >= 0 || (event >= 0 && !edged);
}

/* Can nothing of what is aimed at ever be?  Then the day means nothing. */
static void
refuse_idle(const struct plan *p, const struct given *g, struct aim aim,
    struct diags *d)
{
	int			 step = aim.point.index - p->proc->nevents;
	const struct period_part	*part;
	int			 i;

	if (!p->proc->plain && !p->applies[aim.point.index])
		diag_error(d, g->at, _("`%s` does not apply here"),
		    point_name(p->proc, aim.point.index));
	for (i = 0; step >= 0 && aim.point.edge == EDGE_CLOSES &&
	    i < p->proc->steps[step].lasts.n; i++) {
		part = &p->proc->steps[step].lasts.list[i];
		if (part->kind != PART_PERMANENT)
			continue;
		diag_error(d, g->at, _("`%s` stands permanently: it is never "
		    "over"), point_name(p->proc, aim.point.index));
		return;
	}
}

static void
lay_goals(struct trying *t, const struct given *given, size_t n,
    struct ahead *out)
{
	const struct before	*b = t->job;
	const struct procedure	*p = out->now->proc;
	struct aim		*aims = arena_array(t->arena, n + 1,
				    sizeof(*aims));
	struct reach		*goals = arena_array(t->arena, n + 1,
				    sizeof(*goals));
	const struct plan	*alone;
	size_t			 i, k = 0;

	for (i = 0; i < n; i++) {
		if (!read_goal(t->arena, &given[i], p, &aims[k], t->d))
			continue;
		alone = plan_aim(t->arena, p, out->matter, b->calendars,
		    out->now, (struct aims){ &aims[k], 1, true });
		refuse_idle(alone, &given[i], aims[k], t->d);
		goals[k] = plan_reach(alone, aims[k], b->today);
		k++;
	}
	out->all = plan_aim(t->arena, p, out->matter, b->calendars, out->now,
	    (struct aims){ aims, (int)k, false });
	out->goals = goals;
	out->ngoals = k;
}

/* Where nothing is laid their faults are still told. */
static void
look_at_goals(struct trying *t, const struct given *given, size_t n)
{
	struct aim	aim;
	size_t		i;

	for (i = 0; t->proc != NULL && i < n; i++)
		(void)read_goal(t->arena, &given[i], t->proc, &aim, t->d);
}

/* ---- from end to end */

static void
lay(struct trying *t, const struct given *goals, size_t n, struct ahead *out)
{
	const struct before	*b = t->job;
	struct scan		 s = { .book = b->book, .top = "",
				    .calendars = b->calendars,
				    .today = b->today, .detail = LAY_DAYS };
	struct named		 found;

	store_find(t->store, t->arena, "", t->number, &found);
	out->matter = found.one == NULL ? NULL : store_whole(t->store,
	    t->arena, found.one, t->d);
	if (out->matter == NULL)
		return;
	if (!scan_lay(&s, t->arena, &out->matter, &out->all, &out->now)) {
		if (n > 0)
			diag_error(t->d, goals[0].at, _("no rule is in force "
			    "for this course, so nothing can be reckoned "
			    "back"));
	} else if (n > 0)
		lay_goals(t, goals, n, out);
	(void)scan_count(&s, t->arena, out->matter, out->all, out->now,
	    &out->totals);
}

static void
run(struct trying *t, const struct given *goals, size_t n, struct ahead *out)
{
	struct import		 job = { .store = t->store,
				    .book = t->job->book, .when = "",
				    .who = "", .command = "plan",
				    .bare = true };
	struct import_result	 result = { 0 };
	size_t			 before = diags_errors(t->d);

	if (!store_begin(t->store, "", "", job.command, t->d) ||
	    !store_file(t->store, "plan", "", t->d) || !copy_divisions(t))
		return;
	t->rows = rows_open(t->arena, &job, &result, t->d);
	if (take_all(t)) {
		rows_end(t->rows);
		if (diags_errors(t->d) == before)
			lay(t, goals, n, out);
		else
			look_at_goals(t, goals, n);
	}
	rows_close(t->rows);
	store_rollback(t->store);
}

bool
before_lay(struct arena *a, const struct before *b, struct ahead *out,
    struct diags *d)
{
	struct trying	 t = { .arena = a, .job = b, .d = d,
			    .proc = rulebook_named(b->book, b->procedure) };
	size_t		 before = diags_errors(d), n;
	struct given	*goals = read_given(a, "goal", b->goals, &n, d);

	*out = (struct ahead){ .matter = NULL };
	t.events = read_given(a, "event", b->events, &t.nevents, d);
	find_number(&t);
	t.store = store_open("plan", STORE_MEMORY, d);
	if (t.store == NULL)
		return false;
	run(&t, goals, n, out);
	store_close(t.store);
	return diags_errors(d) == before && !diags_failed(d);
}
