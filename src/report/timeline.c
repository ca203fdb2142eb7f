/*
 * A case's timeline: a row for each event and each slot, the earliest first.
 */
#include "report/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "report/markup.h"
#include "report/timeline_draw.h"
#include "report/timeline_words.h"
#include "words/message.h"

/* ---- which days are shown */

struct days {
	struct arena	*a;
	struct day	*list;
	size_t		 n, cap;
};

static void
add(struct days *l, struct day d)
{
	if (!day_is(d))
		return;
	l->list = arena_grow(l->a, l->list, l->n, &l->cap, sizeof(*l->list));
	l->list[l->n++] = d;
}

static void
add_room(struct days *l, const struct room *r)
{
	add(l, r->earliest);
	add(l, r->latest.day);
	add(l, r->advised.day);
}

static void
add_slot(struct days *l, const struct slot *s)
{
	size_t	i;

	add_room(l, s->room);
	if (s->posted && s->lasts) {
		add(l, s->judged);
		add(l, s->planned);
	}
	for (i = 0; i < s->nall; i++) {
		add(l, s->all[i].posted);
		add(l, s->all[i].until);
	}
}

static void
add_event(struct days *l, const struct event_plan *e)
{
	size_t	i;

	if (e->applies)
		add_room(l, e->room);
	for (i = 0; i < e->rows; i++)
		add(l, e->facts[i].day);
}

static void
add_objections(struct days *l, const struct matter *m)
{
	size_t	i;

	for (i = 0; i < m->nobjections; i++) {
		add(l, m->objections[i].received);
		add(l, m->objections[i].resolved);
	}
}

/* All days of the case: *n of them, today too where it is open. */
static struct day *
days_of(struct arena *a, const struct page_look *look,
    const struct page_case *c, size_t *n)
{
	struct days	l = { .a = a };
	size_t		k;
	int		i;

	for (i = 0; i < c->all->nslots; i++)
		if (is_shown(&c->all->slots[i]))
			add_slot(&l, &c->all->slots[i]);
	for (i = 0; i < c->all->proc->nevents; i++)
		add_event(&l, &c->all->events[i]);
	add_objections(&l, c->matter);
	for (k = 0; k < c->n; k++) {
		add(&l, c->findings[k].is->due);
		add(&l, c->findings[k].is->actual);
	}
	if (page_case_is_open(look, c))
		add(&l, look->today);
	*n = l.n;
	return l.list;
}

/* ---- one row's lanes */

static const struct lane	asked = { 4, 6 }, stood = { 14, 9 },
				whole = { 2, 23 }, below = { 27, 4 };

enum { LOW = 27, HIGH = 38, MARK_ASKED = 7, MARK_STOOD = 18, MARK_BELOW = 31 };

static void
draw_asked(const struct drawing *d, const struct room *r)
{
	struct day	from = r->earliest, to = r->latest.day;

	if (day_is(from) && day_is(to) && day_cmp(from, to) > 0)
		draw_days(d, "clash", to, from, asked);
	else if (day_is(from) || day_is(to))
		draw_days(d, !day_is(to) ? "asked on" : day_is(from) ?
		    "asked" : "asked up", day_is(from) ? from : d->x.from,
		    to, asked);
	if (day_is(r->advised.day) && (!day_is(to) ||
	    day_cmp(r->advised.day, to) != 0))
		draw_mark(d, "advised", r->advised.day, MARK_ASKED);
}

/* A gate holds it until then. */
static void
draw_gate(const struct drawing *d, const struct room *r, int point)
{
	const struct bound	*b;
	int			 n, i;

	b = point_bounds(d->c->all->proc, point, &n);
	for (i = 0; i < n; i++)
		if (b[i].kind == BOUND_GATE && bound_asks(d->c->all, point,
		    &b[i]) && day_is(r->earliest)) {
			draw_mark(d, "gate", r->earliest, MARK_ASKED);
			return;
		}
}

/* From the last day on to when it came, or to today. */
static void
draw_late(const struct drawing *d, const struct finding *f, struct lane lane)
{
	struct day	to = f->actual;

	if (!day_is(f->due))
		return;
	if (!day_is(to) && d->open && f->severity != SEVERITY_ADVICE &&
	    f->code == CODE_MISSING)
		to = d->look->today;
	if (day_is(to) && day_cmp(to, f->due) > 0)
		draw_days(d, "late", day_add(f->due, 1), to, lane);
	else if (day_is(to) && day_cmp(to, f->due) < 0)
		draw_days(d, "lack", to, f->due, lane);
}

static void
draw_findings(const struct drawing *d, int slot, int event)
{
	const struct finding	*f;
	struct day		 day;
	size_t			 k;

	for (k = 0; k < d->c->n; k++) {
		f = d->c->findings[k].is;
		if (!timeline_finds(d->c->all, f, slot, event))
			continue;
		draw_late(d, f, below);
		day = day_is(f->actual) ? f->actual : f->due;
		if (day_is(day))
			draw_mark(d, severity_name(f->severity), day,
			    MARK_BELOW);
	}
}

static bool
has_findings(const struct drawing *d, int slot, int event)
{
	size_t	k;

	for (k = 0; k < d->c->n; k++)
		if (timeline_finds(d->c->all, d->c->findings[k].is, slot,
		    event))
			return true;
	return false;
}

/* One that is up is solid until today, and pale from then on. */
static void
draw_posting(const struct drawing *d, const struct slot *s,
    const struct posting *p, struct lane lane)
{
	struct day	today = d->look->today, from = p->posted;

	if (s->round > 0 && day_is(s->begins) && day_cmp(from, s->begins) < 0)
		draw_days(d, "stood old", from, p->until, lane);
	else if (day_is(p->until))
		draw_days(d, "stood", from, p->until, lane);
	else if (d->open && day_cmp(from, today) <= 0) {
		draw_days(d, "stood", from, today, lane);
		draw_days(d, "stood on", day_add(today, 1), DAY_NONE, lane);
	} else
		draw_days(d, "stood on", from, DAY_NONE, lane);
}

static void
draw_postings(const struct drawing *d, const struct slot *s,
    struct lane lane)
{
	size_t	i;

	for (i = 0; i < s->nall; i++)
		draw_posting(d, s, &s->all[i], lane);
}

static void
draw_objections(const struct drawing *d, int slot)
{
	const struct matter	*m = d->c->matter;
	const struct objection	*o;
	const struct slot	*s = &d->c->all->slots[slot], *of;
	size_t			 i;
	int			 n;

	for (i = 0; i < m->nobjections; i++) {
		o = &m->objections[i];
		if (strcmp(o->step, d->c->all->proc->steps[s->step].id) != 0)
			continue;
		of = plan_contested(d->c->all, o, s->step, &n);
		if (s >= of && s < of + n)
			draw_mark(d, "heard", o->received, MARK_STOOD);
	}
}

static void
begin_row(const struct drawing *d, bool high, const char *title)
{
	draw_row(d, high ? "bar high" : "bar", high ? HIGH : LOW, title);
}

static void
draw_slot(const struct drawing *d, int i)
{
	const struct slot	*s = &d->c->all->slots[i];

	begin_row(d, has_findings(d, i, -1),
	    timeline_slot_title(d->a, d->look, d->c, i));
	draw_asked(d, s->room);
	draw_gate(d, s->room, d->c->all->proc->nevents + s->step);
	draw_postings(d, s, stood);
	if (s->posted && s->lasts && day_is(s->judged))
		draw_end(d, "judged", s->judged, whole);
	if (s->posted && s->lasts && day_is(s->planned) &&
	    day_cmp(s->planned, s->judged) != 0)
		draw_end(d, "planned", s->planned, whole);
	draw_objections(d, i);
	draw_findings(d, i, -1);
	draw_row_end(d);
}

static void
draw_event(const struct drawing *d, int i)
{
	const struct event_plan	*e = &d->c->all->events[i];
	size_t			 k;

	begin_row(d, has_findings(d, -1, i),
	    timeline_event_title(d->a, d->look, d->c, i));
	if (e->applies) {
		draw_asked(d, e->room);
		draw_gate(d, e->room, i);
	}
	for (k = 0; k < e->rows; k++)
		draw_mark(d, "event", e->facts[k].day, MARK_STOOD);
	draw_findings(d, -1, i);
	draw_row_end(d);
}

/* ---- rows with their labels */

static void
label(const struct drawing *d, const char *what, const char *where)
{
	fputs("<div class=\"row\"><div class=\"label\">", d->f);
	if (what != NULL)
		markup(d->f, "b", NULL, what);
	if (what != NULL && *where != '\0')
		putc(' ', d->f);
	if (*where != '\0')
		markup(d->f, "span", NULL, where);
}

/* The shapes of its findings and what each is, each a link to it. */
static void
flags(const struct drawing *d, int slot, int event)
{
	const struct finding	*f;
	size_t			 k;

	for (k = 0; k < d->c->n; k++) {
		f = d->c->findings[k].is;
		if (!timeline_finds(d->c->all, f, slot, event))
			continue;
		fputs(" <a class=\"flag\" href=\"#", d->f);
		fputs(page_finding_anchor(d->a, f->key), d->f);
		fputs("\">", d->f);
		markup_shape(d->f, severity_name(f->severity));
		html_text(d->f, message_code(f->code, finding_of_event(f)));
		fputs("</a>", d->f);
	}
}

/* `more`: so many others look the same; `alone`: its step is not above it. */
static void
row_of_slot(const struct drawing *d, int i, int more, bool alone)
{
	const struct plan	*p = d->c->all;
	const struct slot	*s = &p->slots[i];
	enum state		 state = plan_state(p, d->c->now, i,
				    d->look->today);
	const char		*where = timeline_place(d->a, d->look,
				    s->division);
	struct ink		 k;

	if (more > 0)
		where = arena_printf(d->a, _("%s and %d more places"), where,
		    more);
	label(d, alone ? message_step(&p->proc->steps[s->step]) : NULL,
	    where);
	ink_begin(&k, d->f);
	ink(&k, " <span class=\"state s-");
	ink(&k, state_name(state));
	ink(&k, "\">");
	ink_end(&k);
	html_text(d->f, message_state(state));
	fputs("</span>", d->f);
	flags(d, i, -1);
	markup(d->f, "small", NULL, timeline_slot_days(d->a, s));
	fputs("</div>", d->f);
	draw_slot(d, i);
	fputs("</div>\n", d->f);
}

static void
row_of_event(const struct drawing *d, int i)
{
	const struct plan	*p = d->c->all;

	label(d, message_event(&p->proc->events[i]), "");
	flags(d, -1, i);
	markup(d->f, "small", NULL, timeline_event_days(d->a, d->look,
	    &p->events[i]));
	fputs("</div>", d->f);
	draw_event(d, i);
	fputs("</div>\n", d->f);
}

/* ---- a step at many places */

enum { ROWS_OPEN = 8, ROWS_FOUND = 12, STRIP_MOST = 150 };

/* By the day posted; those that are not come last. */
static int
by_posted(const void *va, const void *vb)
{
	const struct slot	*a = *(const struct slot *const *)va;
	const struct slot	*b = *(const struct slot *const *)vb;

	if (a->posted != b->posted)
		return a->posted ? -1 : 1;
	if (a->posted && day_cmp(a->opens, b->opens) != 0)
		return day_cmp(a->opens, b->opens);
	return a < b ? -1 : a > b;
}

static void
draw_lates(const struct drawing *d, int slot, struct lane lane)
{
	size_t	k;

	for (k = 0; k < d->c->n; k++)
		if (timeline_finds(d->c->all, d->c->findings[k].is, slot, -1))
			draw_late(d, d->c->findings[k].is, lane);
}

/* All places in one drawing, a thin line each. */
static void
strip(const struct drawing *d, int step, int n)
{
	const struct plan	*p = d->c->all;
	const struct slot	**order = arena_array(d->a, (size_t)n + 1,
				    sizeof(*order));
	struct lane		 lane = { 0, 2 };
	int			 i, k = 0, shown = n < STRIP_MOST ? n :
				    STRIP_MOST;

	draw_row(d, "bar strip", shown * 3 + 14, timeline_states(d->a, d->look,
	    d->c, step));
	draw_asked(d, p->slots[p->first[step]].room);
	for (i = p->first[step]; i < p->first[step + 1]; i++)
		if (is_shown(&p->slots[i]))
			order[k++] = &p->slots[i];
	qsort(order, (size_t)n, sizeof(*order), by_posted);
	for (i = 0; i < shown; i++) {
		lane.y = 12 + 3 * i;
		draw_postings(d, order[i], lane);
		draw_lates(d, (int)(order[i] - p->slots), lane);
	}
	draw_row_end(d);
}

static bool
same_day(struct day a, struct day b)
{
	return a.n == b.n;
}

/* Would the two be drawn alike: not posted, with a finding, the same days? */
static bool
looks_like(const struct drawing *d, int i, int k)
{
	const struct slot	*a = &d->c->all->slots[i];
	const struct slot	*b = &d->c->all->slots[k];

	return a->nall == 0 && b->nall == 0 && is_shown(b) &&
	    same_day(a->room->earliest, b->room->earliest) &&
	    same_day(a->room->latest.day, b->room->latest.day) &&
	    has_findings(d, k, -1) &&
	    plan_state(d->c->all, d->c->now, i, d->look->today) ==
	    plan_state(d->c->all, d->c->now, k, d->look->today);
}

/* Each place with a finding, those that look alike in one row. */
static void
rows_found(const struct drawing *d, int step)
{
	const struct plan	*p = d->c->all;
	int			 i, k, more, found = 0;
	bool			*told = arena_array(d->a,
				    (size_t)p->nslots + 1, sizeof(*told));

	for (i = p->first[step]; i < p->first[step + 1] &&
	    found < ROWS_FOUND; i++) {
		if (told[i] || !is_shown(&p->slots[i]) ||
		    !has_findings(d, i, -1))
			continue;
		more = 0;
		for (k = i + 1; k < p->first[step + 1]; k++)
			if (!told[k] && looks_like(d, i, k)) {
				told[k] = true;
				more++;
			}
		row_of_slot(d, i, more, false);
		found++;
	}
}

/* One drawing of all, those with a finding below it, and each, folded. */
static void
many_rows(const struct drawing *d, int step, int n)
{
	const struct plan	*p = d->c->all;
	int			 i;

	label(d, message_step(&p->proc->steps[step]), arena_printf(d->a,
	    text_plural("%d place", "%d places", (unsigned long)n), n));
	markup(d->f, "small", NULL, timeline_states(d->a, d->look, d->c,
	    step));
	fputs("</div>", d->f);
	strip(d, step, n);
	fputs("</div>\n", d->f);
	rows_found(d, step);
	fputs("<details class=\"more\"><summary>", d->f);
	html_text(d->f, arena_printf(d->a, text_plural("%d place, one by one",
	    "%d places, one by one", (unsigned long)n), n));
	fputs("</summary>\n", d->f);
	for (i = p->first[step]; i < p->first[step + 1]; i++)
		if (is_shown(&p->slots[i]))
			row_of_slot(d, i, 0, false);
	fputs("</details>\n", d->f);
}

static void
rows_of_step(const struct drawing *d, int step)
{
	const struct plan	*p = d->c->all;
	int			 i, n = 0;

	for (i = p->first[step]; i < p->first[step + 1]; i++)
		n += is_shown(&p->slots[i]);
	if (n > ROWS_OPEN) {
		many_rows(d, step, n);
		return;
	}
	for (i = p->first[step]; i < p->first[step + 1]; i++)
		if (is_shown(&p->slots[i]))
			row_of_slot(d, i, 0, true);
}

/* ---- all of them, by their first day */

struct line {
	int		point;
	struct day	day;
};

static int
by_first(const void *va, const void *vb)
{
	const struct line	*a = va, *b = vb;
	int			 c = 0;

	if (day_is(a->day) != day_is(b->day))
		return day_is(a->day) ? -1 : 1;
	if (day_is(a->day))
		c = day_cmp(a->day, b->day);
	return c != 0 ? c : a->point - b->point;
}

static struct day
first_of_room(const struct room *r)
{
	return day_is(r->earliest) ? r->earliest : r->latest.day;
}

static struct day
first_of_event(const struct event_plan *e)
{
	if (e->rows > 0)
		return e->facts[0].day;
	return e->applies ? first_of_room(e->room) : DAY_NONE;
}

static struct day
first_of_step(const struct plan *p, int step)
{
	const struct slot	*s = p->slots + p->first[step],
				*end = p->slots + p->first[step + 1];
	struct day		 first = DAY_NONE;

	for (; s < end; s++) {
		if (s->nall > 0)
			first = day_min(first, s->all[0].posted);
		else if (s->applies)
			first = day_min(first, first_of_room(s->room));
	}
	return first;
}

static void
rows(const struct drawing *d)
{
	const struct plan	*p = d->c->all;
	int			 i, points = p->proc->nevents +
				    p->proc->nsteps;
	struct line		*l = arena_array(d->a, (size_t)points + 1,
				    sizeof(*l));

	for (i = 0; i < points; i++)
		l[i] = (struct line){ i, i < p->proc->nevents ?
		    first_of_event(&p->events[i]) :
		    first_of_step(p, i - p->proc->nevents) };
	qsort(l, (size_t)points, sizeof(*l), by_first);
	for (i = 0; i < points; i++) {
		if (l[i].point >= p->proc->nevents)
			rows_of_step(d, l[i].point - p->proc->nevents);
		else if (day_is(l[i].day))
			row_of_event(d, l[i].point);
	}
}

/* Events of which there is no day at all, in a line. */
static void
not_yet(const struct drawing *d)
{
	const struct plan	*p = d->c->all;
	const char		*list = "", *name;
	int			 i;

	for (i = 0; i < p->proc->nevents; i++) {
		if (!p->events[i].applies || p->proc->events[i].optional ||
		    day_is(first_of_event(&p->events[i])))
			continue;
		name = message_event(&p->proc->events[i]);
		list = *list == '\0' ? name : arena_printf(d->a,
		    _("%s, %s"), list, name);
	}
	if (*list != '\0')
		markup(d->f, "p", "note", arena_printf(d->a,
		    _("Without a day yet: %s"), list));
}

void
timeline_write(FILE *f, struct arena *a, const struct page_look *look,
    const struct page_case *c, const char *id)
{
	struct drawing	d = { .f = f, .a = a, .look = look, .c = c, .id = id,
			    .open = page_case_is_open(look, c) };
	size_t		n;
	struct day	*days = days_of(a, look, c, &n);

	if (n > 0) {
		axis_make(&d.x, days, n);
		draw_ground(&d);
		fputs("<div class=\"line\"><div class=\"row head\">"
		    "<div class=\"label\"></div>", f);
		draw_axis(&d);
		fputs("</div>\n", f);
		rows(&d);
		fputs("</div>\n", f);
	}
	not_yet(&d);
	timeline_table(f, a, look, c);
}
