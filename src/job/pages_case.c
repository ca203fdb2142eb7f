#include "job/pages_case.h"

#include <string.h>

#include "account/explain.h"
#include "base/hash.h"
#include "base/text.h"
#include "job/workers.h"
#include "report/todo.h"
#include "store/findings.h"
#include "store/waivers.h"
#include "words/message.h"

enum { SHOWN = 200 };	/* bytes of a title within lists */

/* What one case says on one page. */
struct spot {
	struct leaf	*leaf;
	const char	*code;
	long long	 slots, due, fine;
	bool		 open;		/* a slot of it asks for something */
	long long	 found;		/* findings there */
};

struct seen {			/* open as nights know it */
	const char	*key;
	struct day	 first;
	enum severity	 severity;
	enum code	 code;
	bool		 of_event;
	const char	*at;
	bool		 met;
};

struct one {
	struct cases		*c;
	struct arena		*arena;
	const struct matter	*m;
	const struct plan	*all, *now;
	struct verdict		 v;
	char			 home[DIVISION_MAX + 1];
	struct spot		*spots;
	size_t			 nspots, spots_cap;
	struct page_finding	*findings;	/* those kept, */
	size_t			 n;
	struct seen		*seen;
	size_t			 nseen, seen_cap;
	struct day		 turn;		/* a due day to come */
	long long		 states[STATES];
};

void
cases_page(const char *division, char out[static DIVISION_MAX + 1])
{
	if (!division_above(division, LEVEL_TOWNSHIP, out))
		strcpy(out, division);
}

static struct spot *
spot_at(struct one *o, const char *division)
{
	char	code[DIVISION_MAX + 1];
	size_t	i;

	cases_page(division, code);
	for (i = 0; i < o->nspots; i++)
		if (strcmp(o->spots[i].code, code) == 0)
			return &o->spots[i];
	o->spots = arena_grow(o->arena, o->spots, o->nspots, &o->spots_cap,
	    sizeof(*o->spots));
	o->spots[o->nspots] = (struct spot){
	    .leaf = leaves_find(o->c->leaves, code) };
	o->spots[o->nspots].code = leaf_row(o->spots[o->nspots].leaf)->code;
	return &o->spots[o->nspots++];
}

static const char *
clipped(struct arena *a, const char *s)
{
	size_t	n = strlen(s);

	if (n <= SHOWN)
		return s;
	for (n = SHOWN; n > 0 && ((unsigned char)s[n] & 0xc0) == 0x80; n--)
		;
	return arena_printf(a, "%.*s…", (int)n, s);
}

/* ---- what nights know */

static bool
see(void *ctx, const struct kept *k)
{
	struct one	*o = ctx;

	/* `tight` is kept without a first day, and has no news */
	if (!day_is(k->first) || !division_within(k->step != NULL ? k->at :
	    k->division, o->c->job->top))
		return true;
	o->seen = arena_grow(o->arena, o->seen, o->nseen, &o->seen_cap,
	    sizeof(*o->seen));
	o->seen[o->nseen++] = (struct seen){ arena_dup(o->arena, k->key),
	    k->first, k->severity, k->code, kept_of_event(k),
	    arena_dup(o->arena, k->at), false };
	return true;
}

static struct seen *
seen_of(struct one *o, const char *key)
{
	size_t	i;

	for (i = 0; i < o->nseen; i++)
		if (strcmp(o->seen[i].key, key) == 0)
			return &o->seen[i];
	return NULL;
}

static const struct waiver *
waiver_of(const struct cases *c, const char *key)
{
	const struct waiver	*w = waivers_find(c->waivers, c->nwaivers,
				    key);

	return w != NULL && day_cmp(c->job->today, w->until) <= 0 ? w : NULL;
}

static bool
is_new(const struct one *o, const struct finding *f, const struct seen *s)
{
	const struct page_run	*r = o->c->run;

	if (!r->nights || f->code == CODE_TIGHT)
		return false;
	return s == NULL || !day_is(r->since) ||
	    day_cmp(s->first, r->since) > 0;
}

static void
tell_fixed(struct one *o, const struct seen *s)
{
	struct page_new	n = { .severity = s->severity, .code = s->code,
			    .of_event = s->of_event, .id = o->m->id,
			    .title = clipped(o->arena, o->m->title),
			    .what = message_place(o->arena, o->c->job->names,
				s->at) };
	char		code[DIVISION_MAX + 1];

	cases_page(s->at, code);
	leaves_fixed(o->c->leaves, code, &n);
	o->c->sum.counts[SECTION_FIXED][s->severity]++;
}

/* Those that were open, and are not found any more. */
static void
count_fixed(struct one *o)
{
	size_t	i;

	for (i = 0; i < o->nseen && o->c->run->nights; i++)
		if (!o->seen[i].met)
			tell_fixed(o, &o->seen[i]);
}

/* ---- findings */

static const char *
what_of(struct one *o, const struct finding *f)
{
	const char	*place = message_place(o->arena, o->c->job->names,
			    f->division);
	const char	*point = o->all == NULL ? "" : f->step >= 0 ?
			    message_step(&o->all->proc->steps[f->step]) :
			    f->event >= 0 ?
			    message_event(&o->all->proc->events[f->event]) :
			    "";

	return *point == '\0' ? place : arena_printf(o->arena, _("%s, %s"),
	    point, place);
}

/* Among the worst of all, of equals the first. */
static void
keep_new(struct cases *c, const struct page_row *row,
    const struct page_new *n)
{
	size_t	at = c->nnews;

	while (at > 0 && c->news[at - 1].severity < n->severity)
		at--;
	if (at == NEWS)
		return;
	if (c->nnews < NEWS)
		c->nnews++;
	memmove(&c->news[at + 1], &c->news[at], (c->nnews - 1 - at) *
	    sizeof(*c->news));
	c->news[at] = *n;
	c->news[at].id = arena_dup(c->kept, n->id);
	c->news[at].title = arena_dup(c->kept, n->title);
	c->news[at].what = arena_dup(c->kept, n->what);
	c->news[at].href = arena_printf(c->kept, "%s#new", row->href);
}

static void
tell_new(struct one *o, struct spot *s, const struct finding *f)
{
	struct page_new	n = { .severity = f->severity, .code = f->code,
			    .of_event = finding_of_event(f), .id = o->m->id,
			    .title = clipped(o->arena, o->m->title),
			    .what = what_of(o, f) };

	leaf_row(s->leaf)->fresh++;
	leaf_new(s->leaf, &n);
	keep_new(o->c, leaf_row(s->leaf), &n);
}

static void
count_finding(struct one *o, const struct finding *f)
{
	struct spot		*s = spot_at(o, f->division);
	struct page_row		*row = leaf_row(s->leaf);
	struct seen		*seen = seen_of(o, f->key);
	const struct waiver	*w = waiver_of(o->c, f->key);
	enum section		 in = w != NULL ? SECTION_WAIVED :
				    is_new(o, f, seen) ? SECTION_NEW :
				    SECTION_STANDING;

	if (seen != NULL)
		seen->met = true;
	o->findings[o->n++] = (struct page_finding){ f, seen == NULL ?
	    DAY_NONE : seen->first, w };
	s->found++;
	o->c->sum.counts[in][f->severity]++;
	if (in == SECTION_WAIVED) {
		row->waived++;
		return;
	}
	row->open[f->severity]++;
	row->codes[finding_of_event(f)][f->code]++;
	if (in == SECTION_NEW)
		tell_new(o, s, f);
}

static void
count_findings(struct one *o)
{
	size_t	i;

	o->findings = arena_array(o->arena, o->v.n + 1, sizeof(*o->findings));
	for (i = 0; i < o->v.n; i++)
		if (scan_keeps(&o->v.findings[i], o->c->job->top))
			count_finding(o, &o->v.findings[i]);
}

/* ---- slots */

/* In order: no grave finding and no violation at it, waived or not. */
static bool
is_fine(const struct one *o, const struct slot *s)
{
	const struct finding	*f;
	size_t			 i;

	for (i = 0; i < o->v.n; i++) {
		f = &o->v.findings[i];
		if (f->step == s->step && f->severity >= SEVERITY_VIOLATION &&
		    strcmp(f->division, s->division) == 0)
			return false;
	}
	return true;
}

static void
count_due(struct one *o, struct spot *spot, const struct slot *s)
{
	struct page_row	*row = leaf_row(spot->leaf);
	struct day	 due = s->room->latest.day;

	if (!day_is(due) && s->posted)
		due = s->opens;
	if (!day_is(due))
		return;
	if (day_cmp(due, o->c->job->today) > 0) {
		o->turn = day_min(o->turn, due);
		return;
	}
	spot->due++;
	row->due++;
	if (!is_fine(o, s))
		return;
	spot->fine++;
	row->fine++;
}

/* The column of a day: what is posted before a day off, what comes down after
   it. */
static int
column_of(const struct cases *c, const struct page_task *t)
{
	int	i;

	if (t->task <= TASK_AGAIN)
		return 0;
	for (i = 0; i < WEEK_DAYS; i++)
		if (day_cmp(t->day, c->week[i]) == 0 ||
		    (t->task == TASK_DOWN && day_cmp(t->day, c->week[i]) < 0))
			return i + 1;
		else if (day_cmp(t->day, c->week[i]) < 0)
			return i < 1 ? 1 : i;
	return t->task == TASK_DOWN ? -1 : WEEK_DAYS;
}

/* "a\nb" in one line. */
static const char *
on_one_line(struct arena *a, const char *s)
{
	const char	*end = strchr(s, '\n');

	return end == NULL ? s : arena_printf(a, "%.*s%s%s", (int)(end - s),
	    s, _("; "), on_one_line(a, end + 1));
}

/* What the day alone does not say of it. */
static void
fill_task(struct one *o, int slot, enum state state, struct page_task *t)
{
	const struct slot	*s = &o->all->slots[slot];
	struct todo		 todo;
	const struct cell_value	*last = &todo.cells[TODO_THROUGH];
	char			 day[DAY_TEXT];

	t->id = o->m->id;
	t->title = clipped(o->arena, o->m->title);
	t->step = message_step(&o->all->proc->steps[s->step]);
	t->place = message_place(o->arena, o->c->job->names, s->division);
	t->hears = on_one_line(o->arena, todo_hears(o->arena, o->all, s));
	t->through = t->media = "";
	if (t->task == TASK_DOWN)
		return;
	todo = todo_make(o->arena, o->all, slot, state, o->c->job->today,
	    o->c->job->names);
	t->media = on_one_line(o->arena, todo.cells[TODO_MEDIA].text);
	if (last->kind == CELL_DAY && day_is(last->day))
		t->through = arena_dup(o->arena, day_print(last->day, day));
	else if (last->kind == CELL_TEXT)
		t->through = last->text;
}

static void
tell_task(struct one *o, struct spot *spot, struct page_task *t)
{
	struct page_row	*row = leaf_row(spot->leaf);
	int		 k = column_of(o->c, t);

	if (k >= 0 && t->task == TASK_DOWN)
		row->down[k]++;
	else if (k >= 0 && t->task <= TASK_POST)
		row->post[k]++;
	spot->open = true;
	leaf_task(spot->leaf, t);
}

/* Of one that is to be posted: by when. */
static struct day
post_by(const struct room *r, struct day today)
{
	struct day	by = day_is(r->advised.day) ? r->advised.day :
			    r->latest.day;

	if (day_is(by) && day_cmp(by, today) < 0 && day_is(r->latest.day))
		by = r->latest.day;
	return by;
}

static bool
unposted_task(const struct one *o, const struct slot *s, enum state state,
    struct day last, struct page_task *t)
{
	struct day	today = o->c->job->today, from = s->room->earliest;

	t->by = post_by(s->room, today);
	t->day = today;
	if (state == STATE_OVERDUE)
		t->task = TASK_OVERDUE;
	else if (day_is(t->by) && day_cmp(t->by, last) <= 0) {
		t->task = TASK_POST;
		t->day = day_max(t->by, today);
	} else if (state == STATE_READY)
		t->task = TASK_MAY;
	else if (state == STATE_UPCOMING && day_is(from) &&
	    day_cmp(from, last) <= 0) {
		t->task = TASK_FROM;
		t->day = from;
	} else
		return false;
	return true;
}

/* One that is to be posted behind the week, and when. */
static bool
is_later(const struct slot *s, enum state state, struct page_task *t)
{
	if (s->posted || (state != STATE_UPCOMING && state != STATE_WAITING))
		return false;
	t->by = day_is(s->room->advised.day) ? s->room->advised.day :
	    s->room->latest.day;
	t->task = state == STATE_UPCOMING ? TASK_FROM : TASK_POST;
	t->day = state == STATE_UPCOMING ? s->room->earliest : t->by;
	return day_is(t->day);
}

static bool
task_of(struct one *o, const struct spot *spot, const struct slot *s,
    enum state state, struct page_task *t)
{
	const struct day	*week = leaf_week(spot->leaf);
	struct day		 last = week[WEEK_DAYS - 1], today = week[0];

	*t = (struct page_task){ .by = DAY_NONE, .day = today };
	switch (state) {
	case STATE_BROKEN:
		t->task = TASK_AGAIN;
		return true;
	case STATE_STANDING:
	case STATE_DONE:
		t->task = TASK_DOWN;
		t->day = slot_down(s);
		if (!day_is(t->day) || day_cmp(t->day, today) < 0)
			return false;
		o->turn = day_min(o->turn, today);
		return day_cmp(t->day, last) <= 0;
	case STATE_OVERDUE:
	case STATE_READY:
	case STATE_UPCOMING:
	case STATE_WAITING:
		return !s->posted && unposted_task(o, s, state, last, t);
	case STATE_ENDED:
	case STATE_CONFLICT:
	case STATE_UNKNOWN:
	case STATES:
		break;
	}
	return false;
}

static void
count_slot(struct one *o, int i)
{
	const struct slot	*s = &o->all->slots[i];
	enum state		 state = plan_state(o->all, o->now, i,
				    o->c->job->today);
	struct spot		*spot = spot_at(o, s->division);
	struct page_row		*row = leaf_row(spot->leaf);
	struct page_task	 t;

	o->states[state]++;
	o->c->sum.states[state]++;
	spot->slots++;
	row->slots++;
	row->overdue += state == STATE_OVERDUE;
	if (state != STATE_ENDED)
		count_due(o, spot, s);
	spot->open |= state != STATE_ENDED && state != STATE_DONE;
	if (task_of(o, spot, s, state, &t)) {
		fill_task(o, i, state, &t);
		tell_task(o, spot, &t);
	} else if (is_later(s, state, &t)) {
		fill_task(o, i, state, &t);
		leaf_later(spot->leaf, &t);
	}
}

static void
count_slots(struct one *o)
{
	int	i;

	for (i = 0; o->all != NULL && i < o->all->nslots; i++)
		if (o->all->slots[i].applies &&
		    division_within(o->all->slots[i].division,
		    o->c->job->top))
			count_slot(o, i);
}

/* ---- a case on its pages */

static bool
is_over(const struct one *o)
{
	size_t	i;

	if (o->all == NULL || (day_is(o->turn) &&
	    day_cmp(o->turn, o->c->job->today) <= 0))
		return false;
	for (i = 0; i < STATES; i++)
		if (i != STATE_ENDED && i != STATE_DONE && o->states[i] > 0)
			return false;
	return true;
}

/* ---- objections that wait */

static bool
is_heard(const struct matter *m)
{
	size_t	i;

	for (i = 0; i < m->nobjections; i++)
		if (!day_is(m->objections[i].resolved))
			return true;
	return false;
}

static void
hear(struct one *o, const struct objection *b)
{
	const char		*at = *b->division == '\0' ? o->m->division :
				    b->division;
	const char		*place = message_place(o->arena,
				    o->c->job->names, at);
	int			 step = procedure_step(o->all->proc, b->step);
	const struct slot	*slot = step < 0 ? NULL :
				    plan_slot(o->all, step, at);
	struct page_heard	 h = { .id = o->m->id, .number = b->number,
				    .title = clipped(o->arena, o->m->title),
				    .received = b->received,
				    .limit = DAY_NONE, .what = place,
				    .hears = "" };
	struct spot		*spot;

	if (!division_within(at, o->c->job->top))
		return;
	if (step >= 0) {
		h.what = arena_printf(o->arena, _("%s, %s"), message_step(
		    &o->all->proc->steps[step]), place);
		h.limit = objection_limit(o->all, b, step);
	}
	if (slot != NULL)
		h.hears = on_one_line(o->arena, todo_hears(o->arena, o->all,
		    slot));
	spot = spot_at(o, o->n == 0 && is_over(o) ? o->home : at);
	spot->open = true;
	leaf_heard(spot->leaf, &h);
}

static void
hear_all(struct one *o)
{
	size_t	i;

	for (i = 0; o->all != NULL && i < o->m->nobjections; i++)
		if (!day_is(o->m->objections[i].resolved))
			hear(o, &o->m->objections[i]);
}

/* PAGE/c-NUMBER.html, or by a hash where a file cannot bear its number. */
static const char *
file_of(struct one *o)
{
	const char		*id = o->m->id;
	unsigned long long	 h;

	if (strspn(id, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "0123456789-_") == strlen(id))
		return arena_printf(o->arena, "%s/c-%s.html", o->home, id);
	h = hash_text(hash_add(hash_text(HASH_START, o->m->division), '/'),
	    id);
	return arena_printf(o->arena, "%s/x-%016llx.html", o->home, h);
}

/* What of it is at this page; `at` NULL: all. */
static struct page_case
case_at(struct one *o, const char *at)
{
	struct page_case	 c = { o->m, o->all, o->now, &o->v, NULL, 0 };
	struct page_finding	*list = arena_array(o->arena, o->n + 1,
				    sizeof(*list));
	char			 code[DIVISION_MAX + 1];
	size_t			 i;

	for (i = 0; i < o->n; i++) {
		cases_page(o->findings[i].is->division, code);
		if (at == NULL || strcmp(code, at) == 0)
			list[c.n++] = o->findings[i];
	}
	c.findings = list;
	return c;
}

static bool
add_section(struct one *o, struct spot *s)
{
	struct page_case	 c = case_at(o, s->code);
	bool			 home = strcmp(s->code, o->home) == 0;
	struct leaf_piece	 piece = { .kind = c.n > 0 || (home && o->n >
				    0) ? PIECE_FOUND : PIECE_OPEN,
				    .division = o->m->division, .anchor =
				    page_case_anchor(o->arena, o->m) };
	FILE			*f = leaf_begin(o->c->leaves, s->leaf);
	size_t			 i;

	if (f == NULL)
		return false;
	for (i = 0; i < c.n; i++) {
		if (c.findings[i].is->severity > piece.worst)
			piece.worst = c.findings[i].is->severity;
		if (c.findings[i].waiver == NULL)
			piece.open[c.findings[i].is->severity]++;
	}
	page_case_write(f, o->arena, &o->c->look, &c);
	for (i = 0; i < o->nspots && home; i++)
		if (&o->spots[i] != s && o->spots[i].found > 0)
			page_elsewhere(f, o->arena, o->c->run,
			    o->spots[i].code, o->spots[i].found);
	return leaf_add(o->c->leaves, s->leaf, &piece);
}

static const char *
over_words(struct one *o)
{
	long long		 done = o->states[STATE_DONE],
				 ended = o->states[STATE_ENDED];
	const struct procedure	*p = o->all != NULL ? o->all->proc :
				    rulebook_in_force(o->c->job->book,
				    o->m->procedure, o->m->division,
				    matter_first_day(o->m),
				    o->c->job->today);
	const char		*what = p == NULL ? o->m->procedure :
				    message_procedure(p);

	return ended == 0 ? arena_printf(o->arena, _("%s; slots over: %lld"),
	    what, done) : arena_printf(o->arena, _("%s; slots over: %lld, "
	    "given up: %lld"), what, done, ended);
}

static bool
add_line(struct one *o, const char *file, const char *words)
{
	struct spot		*s = spot_at(o, o->home);
	struct leaf_piece	 piece = { .kind = PIECE_OVER, .href = file,
				    .division = o->m->division };
	FILE			*f = leaf_begin(o->c->leaves, s->leaf);

	if (f == NULL)
		return false;
	page_over_line(f, file, o->m->id, clipped(o->arena, o->m->title),
	    words);
	return leaf_add(o->c->leaves, s->leaf, &piece);
}

/* One that is over, and whose findings are all at other pages. */
static bool
add_pointer(struct one *o)
{
	const struct spot	*most = NULL;
	size_t			 i;

	for (i = 0; i < o->nspots; i++)
		if (most == NULL || o->spots[i].found > most->found)
			most = &o->spots[i];
	return add_line(o, leaf_row(most->leaf)->href, arena_printf(o->arena,
	    text_plural("%s; %zu finding, at %s", "%s; %zu findings, at %s",
	    o->n), over_words(o), o->n, leaf_row(most->leaf)->name));
}

/* ---- one that is over */

/* What is another where its page may be. */
static unsigned long long
facts_of(struct one *o)
{
	const struct matter	*m = o->m;
	unsigned long long	 h = HASH_START;
	char			 up[DIVISION_MAX + 1];
	size_t			 i;
	int			 k;

#define ADD(text)	(h = hash_add(hash_text(h, text), 0x100))
#define NUMBER(n)	(h = hash_add(h, (unsigned long long)(n)))
	ADD(m->id), ADD(m->procedure), ADD(m->division), ADD(m->title);
	ADD(m->amounts), NUMBER(m->named);
	for (k = LEVEL_REGION; k <= LEVEL_GROUP; k++)
		if (division_above(m->division, (enum level)k, up))
			ADD(name_of(o->c->job->names, up));
	for (i = 0; i < m->ntraits; i++)
		ADD(m->traits[i]);
	for (i = 0; i < m->nplaces; i++) {
		ADD(m->places[i]);
		ADD(name_of(o->c->job->names, m->places[i] +
		    (*m->places[i] == PLACE_KNOWN)));
	}
	for (i = 0; i < m->nevents; i++)
		ADD(m->events[i].event), NUMBER(m->events[i].day.n);
	for (i = 0; i < m->npostings; i++) {
		const struct posting	*p = &m->postings[i];

		ADD(p->step), ADD(p->division), NUMBER(p->posted.n);
		NUMBER(p->until.n), ADD(p->medium), ADD(p->place);
		ADD(p->content), ADD(p->evidence), NUMBER(p->reviewed.n);
		NUMBER(p->has_content + 2 * p->has_reviewed +
		    4 * p->has_evidence);
		ADD(name_of(o->c->job->names, p->division));
	}
	for (i = 0; i < m->nobjections; i++) {
		const struct objection	*b = &m->objections[i];

		ADD(b->step), ADD(b->division), ADD(b->number);
		NUMBER(b->received.n), NUMBER(b->resolved.n);
		ADD(b->outcome), ADD(b->handler);
	}
	return h;
#undef ADD
#undef NUMBER
}

/* "DONE,ENDED;CODE:SLOTS:DUE:FINE;..." */
static const char *
figures_of(struct one *o)
{
	const char	*all = arena_printf(o->arena, "%lld,%lld",
			    o->states[STATE_DONE], o->states[STATE_ENDED]);
	size_t		 i;

	for (i = 0; i < o->nspots; i++)
		all = arena_printf(o->arena, "%s;%s:%lld:%lld:%lld", all,
		    o->spots[i].code, o->spots[i].slots, o->spots[i].due,
		    o->spots[i].fine);
	return all;
}

static bool
write_over(struct one *o, const char *file, unsigned long long facts)
{
	struct page_note	 note = { facts, day_min(o->v.wake, o->turn),
				    figures_of(o) };
	struct page_case	 c = case_at(o, NULL);
	struct page_look	 look = o->c->look;
	const struct page_row	*row = leaf_row(spot_at(o, o->home)->leaf);
	FILE			*f = pages_folder_new(o->c->folder);

	if (f == NULL)
		return false;
	look.level = 2;
	page_part_begin(f, o->arena, o->c->run, row, arena_printf(o->arena,
	    _("Case %s"), o->m->id), true);
	page_case_write(f, o->arena, &look, &c);
	page_end(f);
	return pages_folder_put(o->c->folder, file, &note) &&
	    add_line(o, file, over_words(o));
}

/* The figures of one that was over then, and is. */
static bool
count_again(struct one *o, const char *figures)
{
	char		 code[DIVISION_MAX + 1];
	struct page_row	*row;
	long long	 slots, due, fine;
	int		 n;

	if (sscanf(figures, "%lld,%lld%n", &o->states[STATE_DONE],
	    &o->states[STATE_ENDED], &n) != 2)
		return false;
	for (figures += n; sscanf(figures, ";%24[0-9]:%lld:%lld:%lld%n", code,
	    &slots, &due, &fine, &n) == 4; figures += n) {
		row = leaf_row(spot_at(o, code)->leaf);
		row->slots += slots;
		row->due += due;
		row->fine += fine;
	}
	o->c->sum.states[STATE_DONE] += o->states[STATE_DONE];
	o->c->sum.states[STATE_ENDED] += o->states[STATE_ENDED];
	return *figures == '\0';
}

/* *same: its page is there, and nothing of it is another. */
static bool
leave_alone(struct one *o, const char *file, unsigned long long facts,
    bool *same)
{
	const struct page_note	*known = pages_folder_knows(o->c->folder,
				    file);

	*same = known != NULL && known->facts == facts &&
	    !is_heard(o->m) &&
	    (!day_is(known->turn) ||
	    day_cmp(o->c->job->today, known->turn) < 0) &&
	    count_again(o, known->figures);
	if (!*same)
		return true;
	pages_folder_stay(o->c->folder, file);
	count_fixed(o);
	return add_line(o, file, over_words(o));
}

/* ---- from end to end */

void
cases_account(FILE *f, const struct page_look *look,
    const struct page_case *c, int slot, int event)
{
	struct layout		 l = { .out = f, .format = FORMAT_HTML,
				    .today = look->today, .top = "",
				    .names = look->names };
	struct explained	 e = { c->all, c->now, look->calendars,
				    c->verdict, -1, -1 };

	account_html(l, &e, slot, event);
}

static void
lay_out(struct one *o)
{
	struct cases	*c = o->c;

	(void)scan_lay(&c->scan, o->arena, &o->m, &o->all, &o->now);
	judge(o->arena, o->m, o->all, o->now, c->job->today, &c->land, &o->v);
	count_findings(o);
	count_slots(o);
	hear_all(o);
	count_fixed(o);
}

/* Has it anything at or below what was asked for? */
static bool
is_asked(const struct one *o)
{
	return o->nspots > 0 || division_within(o->m->division,
	    o->c->job->top);
}

/* At home it is told, be it by a line, and where anything is to be seen. */
static bool
add_sections(struct one *o)
{
	size_t		 i, n;
	const struct spot	*s;

	if (division_within(o->m->division, o->c->job->top))
		(void)spot_at(o, o->home);
	for (i = 0, n = o->nspots; i < n; i++) {
		s = &o->spots[i];
		if (strcmp(s->code, o->home) == 0 && s->found == 0 &&
		    is_over(o)) {
			if (!add_pointer(o))
				return false;
		} else if ((s->found > 0 || s->open ||
		    strcmp(s->code, o->home) == 0) &&
		    !add_section(o, &o->spots[i]))
			return false;
	}
	return true;
}

/* ---- what others said */

static void
hear_row(struct page_row *row, const struct page_row *more)
{
	int	i, k;

	page_row_add(row, more);
	for (i = 0; i < 2; i++)
		for (k = 0; k < CODES; k++)
			row->codes[i][k] += more->codes[i][k];
}

static void
hear_sum(struct page_index *sum, const struct page_index *more)
{
	int	i, k;

	sum->cases += more->cases;
	for (i = 0; i < STATES; i++)
		sum->states[i] += more->states[i];
	for (i = 0; i < SECTIONS; i++)
		for (k = 0; k < SEVERITIES; k++)
			sum->counts[i][k] += more->counts[i][k];
}

static bool
hear_bytes(struct cases *c, const struct said *s, FILE *from, FILE *to)
{
	if (to == NULL)
		return false;
	if (workers_copy(from, to, s->bytes))
		return true;
	diag_fail(c->d, _("what a worker wrote cannot be read"));
	return false;
}

static bool
hear_at(struct cases *c, const struct said *s, FILE *bytes)
{
	struct leaf	*f = leaves_find(c->leaves, s->name);

	switch (s->what) {
	case SAYING_ROW:
		hear_row(leaf_row(f), &s->is.row);
		return true;
	case SAYING_PIECE:
		return hear_bytes(c, s, bytes, leaf_begin(c->leaves, f)) &&
		    leaf_add(c->leaves, f, &s->is.piece);
	case SAYING_TASK:
		leaf_task(f, &s->is.task);
		return true;
	case SAYING_LATER:
		leaf_later(f, &s->is.task);
		return true;
	case SAYING_HEARD:
		leaf_heard(f, &s->is.heard);
		return true;
	default:
		leaf_new(f, &s->is.new);
		keep_new(c, leaf_row(f), &s->is.new);
		return true;
	}
}

bool
cases_hear(struct cases *c, const struct said *s, FILE *bytes)
{
	switch (s->what) {
	case SAYING_PASS:
		return leaves_pass(c->leaves, s->name);
	case SAYING_FIXED:
		leaves_fixed(c->leaves, s->name, &s->is.new);
		return true;
	case SAYING_STAY:
		pages_folder_stay(c->folder, s->name);
		return true;
	case SAYING_PAGE:
		return hear_bytes(c, s, bytes, pages_folder_new(c->folder)) &&
		    pages_folder_put(c->folder, s->name, &s->is.note);
	case SAYING_END:
		hear_sum(&c->sum, &s->is.sum);
		return true;
	default:
		return hear_at(c, s, bytes);
	}
}

/* ---- one after the other */

bool
cases_add(void *ctx, const struct matter *m)
{
	struct cases		*c = ctx;
	struct one		 o = { .c = c, .arena = c->arena, .m = m,
				    .turn = DAY_NONE };
	unsigned long long	 facts;
	const char		*file;
	bool			 same;

	arena_reset(c->arena);
	if (!leaves_pass(c->leaves, m->division))
		return false;
	cases_page(m->division, o.home);
	if (!store_each_open(c->job->store, m->division, m->id, see, &o,
	    c->d))
		return false;
	file = file_of(&o);
	facts = facts_of(&o);
	if (!leave_alone(&o, file, facts, &same))
		return false;
	if (!same)
		lay_out(&o);
	if (!is_asked(&o))
		return true;
	c->sum.cases++;
	if (division_within(m->division, c->job->top))
		leaf_row(spot_at(&o, o.home)->leaf)->cases++;
	if (same)
		return true;
	if (o.n > 0 || !is_over(&o))
		return add_sections(&o);
	return !division_within(m->division, c->job->top) ||
	    write_over(&o, file, facts);
}
