#include "job/remark.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "words/message.h"

enum {
	FAR = 1096,		/* days: three years, one of them a leap year */
	USUAL = 548,		/* from the import's usual day: half of it */
	LISTED = 4096,		/* rows remembered to the end, at the most */
	NEAREST = 4
};

/* A row to be looked at when all are read. */
struct later {
	const char	*division, *id;
	struct day	 day;		/* NONE: postings may lack a slot */
	struct place	 at;
};

struct remarks {
	struct arena	*arena;
	struct arena	*scratch;
	struct store	*store;
	struct intake	*intake;
	struct diags	*d;
	long long	 n;
	struct later	*list;
	size_t		 nlist, cap;

	/* the row before: its case, its day, not yet near another's */
	struct later	 last;
	struct arena	*last_arena;
	bool		 pending;

	struct day	 usual;		/* near which most rows lie */
	long long	 votes;
};

struct remarks *
remarks_new(struct arena *a, struct store *s, struct intake *in,
    struct diags *d)
{
	struct remarks	*r = arena_alloc(a, sizeof(*r));

	*r = (struct remarks){ .arena = a, .scratch = arena_new(),
	    .store = s, .intake = in, .d = d, .last_arena = arena_new() };
	return r;
}

void
remarks_free(struct remarks *r)
{
	arena_free(r->scratch);
	arena_free(r->last_arena);
}

long long
remarks_count(const struct remarks *r)
{
	return r->n;
}

static struct later
kept(struct arena *a, const struct matter *m, struct day day, struct place at)
{
	at.path = at.path == NULL ? NULL : arena_dup(a, at.path);
	at.text = at.text == NULL ? NULL : arena_dup(a, at.text);
	return (struct later){ arena_dup(a, m->division),
	    arena_dup(a, m->id), day, at };
}

static void
list(struct remarks *r, const struct later *l)
{
	struct matter	m = { .division = l->division, .id = l->id };

	if (r->nlist == LISTED)
		return;
	r->list = arena_grow(r->arena, r->list, r->nlist, &r->cap,
	    sizeof(*r->list));
	r->list[r->nlist++] = kept(r->arena, &m, l->day, l->at);
}

/* ---- days far from all others */

static int
apart(struct day a, struct day b)
{
	return abs(a.n - b.n);
}

/*
 * A row that none of its case beside it is near.  One that is alone may be
 * joined by others later: it is remembered where it is unusual.
 */
static void
settle(struct remarks *r)
{
	bool	alone;

	if (r->pending && !store_near(r->store, r->last.division, r->last.id,
	    r->last.day, FAR, &alone) && (!alone ||
	    apart(r->last.day, r->usual) > USUAL))
		list(r, &r->last);
	r->pending = false;
}

/* Whatever day stands first, that of the most wins. */
static void
vote(struct remarks *r, struct day day)
{
	if (apart(r->usual, day) <= USUAL)
		r->votes++;
	else if (r->votes-- == 0) {
		r->usual = day;
		r->votes = 1;
	}
}

/*
 * Rows of a case mostly stand together: what is near the row before needs no
 * question.
 */
static void
see_day(struct remarks *r, const struct matter *m, struct day day,
    struct place at)
{
	bool	same = r->last.id != NULL &&
		    strcmp(r->last.id, m->id) == 0 &&
		    strcmp(r->last.division, m->division) == 0;

	vote(r, day);
	if (same && apart(r->last.day, day) <= FAR) {
		r->pending = false;
		return;
	}
	settle(r);
	arena_reset(r->last_arena);
	r->last = kept(r->last_arena, m, day, at);
	r->pending = true;
}

/* A second day of a row: its own first one is one of the others. */
static void
see_second(struct remarks *r, const struct matter *m, struct day first,
    struct day second, struct place at)
{
	struct later	l;

	if (!day_is(second) || apart(first, second) <= FAR)
		return;
	l = kept(r->scratch, m, second, at);
	list(r, &l);
}

static int
by_case(const void *va, const void *vb)
{
	const struct later	*a = va, *b = vb;
	int			 c = strcmp(a->division, b->division);

	return c != 0 ? c : strcmp(a->id, b->id);
}

struct near {
	struct day	day, other;	/* of the others the nearest */
	int		met;		/* days that are the same */
};

static void
compare(struct near *n, struct day d)
{
	if (!day_is(d))
		return;
	if (d.n == n->day.n && n->met++ == 0)
		return;
	if (!day_is(n->other) || apart(n->day, d) < apart(n->day, n->other))
		n->other = d;
}

static struct day
nearest_other(const struct matter *m, struct day day)
{
	struct near	n = { day, DAY_NONE, 0 };
	size_t		i;

	for (i = 0; i < m->nevents; i++)
		compare(&n, m->events[i].day);
	for (i = 0; i < m->npostings; i++) {
		compare(&n, m->postings[i].posted);
		compare(&n, m->postings[i].until);
		compare(&n, m->postings[i].reviewed);
	}
	for (i = 0; i < m->nobjections; i++) {
		compare(&n, m->objections[i].received);
		compare(&n, m->objections[i].resolved);
	}
	return n.other;
}

static void
tell_far(struct remarks *r, const struct matter *m, const struct later *l)
{
	char		a[DAY_TEXT], b[DAY_TEXT];
	struct day	other = nearest_other(m, l->day);

	if (!day_is(other) || apart(other, l->day) <= FAR)
		return;
	diag_warn(r->d, l->at, _("%s is more than three years from every other "
	    "day of case %s (the nearest is %s): is the year right?"),
	    day_print(l->day, a), m->id, day_print(other, b));
	r->n++;
}

/* ---- postings without a slot */

static void
tell_lost(struct remarks *r, const struct matter *m, const struct later *l)
{
	const struct posting	*p;
	char			 d[DAY_TEXT];
	size_t			 i;

	for (i = 0; i < m->npostings; i++) {
		p = &m->postings[i];
		if (intake_has_slot(r->intake, m, p->step, p->division))
			continue;
		diag_warn(r->d, l->at, _("with this row the posting of `%s` at "
		    "%s %s on %s belongs to no slot of case %s any more: is a "
		    "division left out here?"), p->step, p->division,
		    store_name(r->store, r->scratch, p->division),
		    day_print(p->posted, d), m->id);
		r->n++;
	}
}

void
remarks_end(struct remarks *r, struct diags *d)
{
	const struct matter	*m = NULL, *header;
	char			 county[COUNTY_MAX + 1];
	size_t			 i;

	if (diags_failed(d))
		return;
	settle(r);
	if (r->nlist > 1)
		qsort(r->list, r->nlist, sizeof(*r->list), by_case);
	for (i = 0; i < r->nlist; i++) {
		if (i == 0 || by_case(&r->list[i - 1], &r->list[i]) != 0) {
			arena_reset(r->scratch);
			division_county(r->list[i].division, county);
			header = store_case(r->store, r->scratch, county,
			    r->list[i].id);
			m = header == NULL ? NULL : store_whole(r->store,
			    r->scratch, header, d);
		}
		if (m != NULL && day_is(r->list[i].day))
			tell_far(r, m, &r->list[i]);
		else if (m != NULL)
			tell_lost(r, m, &r->list[i]);
	}
}

/* ---- rows as they come */

static void
tell_overlap(struct remarks *r, const struct matter *m,
    const struct posting *p, struct place at)
{
	struct posting	o;
	char		from[DAY_TEXT], to[DAY_TEXT];

	if (!store_overlap(r->store, r->scratch, m, p, &o))
		return;
	diag_warn(r->d, at, _("this posting overlaps another of its step and "
	    "division, of %s to %s (%s, %s): both are kept; where this one "
	    "corrects it, take the old row back (作废)"),
	    day_print(o.posted, from), day_is(o.until) ?
	    day_print(o.until, to) : "...", message_medium(o.medium),
	    *o.place == '\0' ? "-" : o.place);
	r->n++;
}

static void
see_posting(struct remarks *r, const struct cells *c, const struct fact *f,
    const struct matter *m, enum put put)
{
	const struct posting	*p = &f->posting;
	struct place		 at = c->of[COL_POSTED]->at;

	if (put == PUT_NEW)
		tell_overlap(r, m, p, at);
	see_day(r, m, p->posted, at);
	see_second(r, m, p->posted, p->until, c->of[COL_UNTIL]->at);
	see_second(r, m, p->posted, p->reviewed, c->of[COL_REVIEWED]->at);
}

void
remark(struct remarks *r, const struct cells *c, const struct fact *f,
    const struct matter *m, enum put put)
{
	const struct objection	*o = &f->objection;
	struct later		 l;

	if (put == PUT_SAME || f->voided || f->sheet == SHEET_DIVISIONS ||
	    f->sheet == SHEET_DUTIES)
		return;
	if (f->sheet == SHEET_POSTINGS)
		see_posting(r, c, f, m, put);
	else if (f->sheet == SHEET_EVENTS)
		see_day(r, m, f->event.day, c->of[COL_DATE]->at);
	else if (f->sheet == SHEET_OBJECTIONS) {
		see_day(r, m, o->received, c->of[COL_RECEIVED]->at);
		see_second(r, m, o->received, o->resolved,
		    c->of[COL_RESOLVED]->at);
	} else if (f->fewer) {
		l = kept(r->scratch, m, DAY_NONE, c->of[COL_PLACES]->at);
		list(r, &l);
	}
}

/* ---- what never was */

struct near_row {
	int		 far;		/* the less the nearer */
	const char	*text;
};

static int
by_far(const void *va, const void *vb)
{
	const struct near_row	*a = va, *b = vb;

	return (a->far > b->far) - (a->far < b->far);
}

static int
distance(const char *step, const char *at, struct day d, const char *my_step,
    const char *my_at, struct day mine)
{
	return (strcmp(step, my_step) != 0 ? 1 << 26 : 0) +
	    (strcmp(at, my_at) != 0 ? 1 << 25 : 0) + apart(d, mine);
}

static size_t
near_rows(struct arena *a, const struct fact *f, const struct matter *m,
    struct near_row *out)
{
	const struct posting	*p;
	const struct objection	*o;
	char			 d[DAY_TEXT];
	size_t			 i, n = 0;

	for (i = 0; f->sheet == SHEET_EVENTS && i < m->nevents; i++)
		out[n++] = (struct near_row){ distance(m->events[i].event, "",
		    m->events[i].day, f->event.event, "",
		    f->event.day),
		    arena_printf(a, "%s %s", m->events[i].event,
		    day_print(m->events[i].day, d)) };
	for (i = 0; f->sheet == SHEET_POSTINGS && i < m->npostings; i++) {
		p = &m->postings[i];
		out[n++] = (struct near_row){ distance(p->step, p->division,
		    p->posted, f->posting.step, f->posting.division,
		    f->posting.posted), arena_printf(a, "%s %s %s %s %s",
		    p->step, p->division, day_print(p->posted, d),
		    message_medium(p->medium), *p->place == '\0' ? "-" :
		    p->place) };
	}
	for (i = 0; f->sheet == SHEET_OBJECTIONS && i < m->nobjections; i++) {
		o = &m->objections[i];
		out[n++] = (struct near_row){ distance(o->step, o->division,
		    o->received, f->objection.step, f->objection.division,
		    f->objection.received), arena_printf(a, "%s %s %s %s",
		    o->step, o->division, day_print(o->received, d),
		    *o->number == '\0' ? "-" : o->number) };
	}
	qsort(out, n, sizeof(*out), by_far);
	return n;
}

/* Of facts those of the case, the nearest first; of cases those alike. */
static void
note_nearest(struct remarks *r, const struct fact *f, const struct matter *m,
    struct diags *d)
{
	struct arena		*a = r->scratch;
	const struct matter	*whole = store_whole(r->store, a, m, d);
	struct near_row		*rows;
	const char		*text = "";
	size_t			 i, n;

	if (whole == NULL)
		return;
	n = whole->nevents + whole->npostings + whole->nobjections;
	rows = arena_array(a, n + 1, sizeof(*rows));
	n = near_rows(a, f, whole, rows);
	for (i = 0; i < n && i < NEAREST; i++)
		text = arena_printf(a, "%s%s%s", text, i == 0 ? "" : "; ",
		    rows[i].text);
	if (n == 0)
		diag_note(d, NOWHERE, _("the case has no row of "
		    "this kind"));
	else
		diag_note(d, NOWHERE, _("the nearest: %s"), text);
}

void
remark_never(struct remarks *r, struct place at, const struct fact *f,
    const struct matter *m, struct diags *d)
{
	struct named	n;

	diag_error(d, at, _("there is no such row and never was one, so there "
	    "is nothing to take back"));
	arena_reset(r->scratch);
	if (f->sheet == SHEET_CASES) {
		store_find(r->store, r->scratch, "", m->id, &n);
		if (n.twin != NULL || n.one != NULL)
			diag_note(d, NOWHERE, _("the nearest: %s"),
			    n.one != NULL ? n.one->division : n.twin->id);
	} else if (f->sheet != SHEET_DIVISIONS && f->sheet != SHEET_DUTIES)
		note_nearest(r, f, m, d);
}
