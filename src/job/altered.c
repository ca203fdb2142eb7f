#include "job/altered.h"

#include <stdlib.h>
#include <string.h>

#include "words/message.h"

/* ---- findings */

static int
by_key(const void *va, const void *vb)
{
	const struct finding	*a = *(struct finding *const *)va;
	const struct finding	*b = *(struct finding *const *)vb;

	return strcmp(a->key, b->key);
}

static struct finding **
sorted(struct arena *a, struct verdict *v)
{
	struct finding	**list = arena_array(a, v->n + 1, sizeof(*list));
	size_t		  i;

	for (i = 0; i < v->n; i++)
		list[i] = &v->findings[i];
	if (v->n > 1)
		qsort(list, v->n, sizeof(*list), by_key);
	return list;
}

static const struct finding *
find(struct finding *const *list, size_t n, const struct finding *f)
{
	struct finding *const	*found = n == 0 ? NULL : bsearch(&f, list, n,
				    sizeof(*list), by_key);

	return found == NULL ? NULL : *found;
}

static bool
is_alike(const struct finding *a, const struct finding *b)
{
	return a->severity == b->severity && day_cmp(a->due, b->due) == 0 &&
	    day_cmp(a->actual, b->actual) == 0;
}

static enum why
why_of(const struct sides *t, const struct finding *f)
{
	struct kept	k = message_kept(t->arena, f, t->of[WAS].names);

	return why_gone(t->arena, &t->fate, &k);
}

/* One key may be of two findings only by a fault; then each is told. */
static void
turn_findings(const struct sides *t, struct altered *out)
{
	struct verdict		 was = t->of[WAS].verdict;
	struct verdict		 is = t->of[IS].verdict;
	struct finding		**old = sorted(t->arena, &was);
	struct finding		**new = sorted(t->arena, &is);
	const struct finding	*f;
	size_t			 i;

	out->come = arena_array(t->arena, is.n + 1, sizeof(*out->come));
	out->go = arena_array(t->arena, was.n + 1, sizeof(*out->go));
	out->stay = arena_array(t->arena, is.n + 1, sizeof(*out->stay));
	for (i = 0; i < is.n; i++) {
		f = find(old, was.n, &is.findings[i]);
		if (f == NULL)
			out->come[out->ncome++] = &is.findings[i];
		else if (!is_alike(f, &is.findings[i]))
			out->stay[out->nstay++] = (struct two_findings){
			    { f, &is.findings[i] } };
	}
	for (i = 0; i < was.n; i++)
		if (find(new, is.n, &was.findings[i]) == NULL)
			out->go[out->ngo++] = (struct going){
			    &was.findings[i], why_of(t, &was.findings[i]) };
}

/* ---- slots */

bool
altered_shows(const struct plan *p, int i, const char *top)
{
	return p->slots[i].applies &&
	    division_within(p->slots[i].division, top);
}

/* The slot of the same step and division in another world; -1: none. */
static int
counterpart(const struct plan *from, int i, const struct plan *to,
    const char *top)
{
	const struct slot	*s = &from->slots[i], *found;
	int			 step;

	if (to == NULL)
		return -1;
	step = procedure_step(to->proc, from->proc->steps[s->step].id);
	if (step < 0 || strcmp(to->proc->steps[step].id,
	    from->proc->steps[s->step].id) != 0)
		return -1;	/* one of that title only */
	found = plan_slot(to, step, s->division);
	i = found == NULL ? -1 : (int)(found - to->slots);
	return i >= 0 && altered_shows(to, i, top) ? i : -1;
}

/* One of its days, and whether there is one that nobody knows. */
static struct day
day_of(const struct slot *s, enum moved what, bool *unknown)
{
	const struct room	*r = s->room;
	bool			 dim = r->blind || day_is(r->brink.day);
	const struct {
		struct day	day;
		bool		unknown;
	} all[MOVES] = {
		[MOVED_EARLIEST] = { r->earliest, r->unknown },
		[MOVED_LATEST] = { r->latest.day, dim },
		[MOVED_ADVISED] = { r->advised.day, r->blind },
		[MOVED_JUDGED] = { s->lasts ? s->judged : DAY_NONE,
		    s->lasts && s->judged_unknown },
		[MOVED_PLANNED] = { s->lasts ? s->planned : DAY_NONE,
		    s->lasts && s->planned_unknown },
	};

	*unknown = all[what].unknown && !day_is(all[what].day);
	return all[what].day;
}

static const struct basis *
basis_of(const struct plan *p, const struct slot *s, enum moved what)
{
	const struct room		*r = s->room;
	const struct bound		*b = what == MOVED_EARLIEST ?
					    r->from.bound :
					    what == MOVED_LATEST ?
					    r->latest.bound : r->advised.bound;
	const struct period_part	*part = NULL;

	if (what == MOVED_JUDGED || what == MOVED_PLANNED) {
		b = NULL;
		part = plan_part(p, s, s->posted ? s->opens : r->earliest,
		    what == MOVED_PLANNED);
	}
	return b != NULL && b->basis != NULL ? b->basis :
	    part != NULL && part->basis != NULL ? part->basis :
	    p->proc->steps[s->step].basis;
}

static void
move(const struct sides *t, enum moved what, struct moved_slot *out)
{
	enum world	 told = out->of[IS] != NULL ? IS : WAS;
	struct move	 m = { .what = what, .day = { DAY_NONE, DAY_NONE } };
	int		 w;

	for (w = WAS; w < WORLDS; w++)
		if (out->of[w] != NULL)
			m.day[w] = day_of(out->of[w], what, &m.unknown[w]);
	if (day_cmp(m.day[WAS], m.day[IS]) == 0 &&
	    m.unknown[WAS] == m.unknown[IS])
		return;
	m.basis = basis_of(t->of[told].all, out->of[told], what);
	out->moves[out->n++] = m;
}

/* Slot i or k, -1 where there is none, in each world. */
static void
turn_slot(const struct sides *t, int i, int k, struct altered *out)
{
	const int		 at[WORLDS] = { i, k };
	struct moved_slot	*s = &out->slots[out->nslots];
	const struct side	*side;
	int			 w, what;

	*s = (struct moved_slot){ .state = { STATES, STATES } };
	for (w = WAS; w < WORLDS; w++) {
		if (at[w] < 0)
			continue;
		side = &t->of[w];
		s->of[w] = &side->all->slots[at[w]];
		s->state[w] = plan_state(side->all, side->now, at[w],
		    t->today);
		s->rule = &side->all->proc->steps[s->of[w]->step];
	}
	for (what = 0; what < MOVES; what++)
		move(t, (enum moved)what, s);
	if (s->n > 0 || s->state[WAS] != s->state[IS])
		out->nslots++;
}

/* In the order of the old plan; then those that are new. */
static void
turn_slots(const struct sides *t, struct altered *out)
{
	const struct plan	*was = t->of[WAS].all, *is = t->of[IS].all;
	int			 nwas = was == NULL ? 0 : was->nslots, i;
	int			 nis = is == NULL ? 0 : is->nslots;

	out->slots = arena_array(t->arena, (size_t)(nwas + nis) + 1,
	    sizeof(*out->slots));
	for (i = 0; i < nwas; i++)
		if (altered_shows(was, i, t->top))
			turn_slot(t, i, counterpart(was, i, is, t->top), out);
	for (i = 0; i < nis; i++)
		if (altered_shows(is, i, t->top) &&
		    counterpart(is, i, was, t->top) < 0)
			turn_slot(t, -1, i, out);
}

/* ---- entries of calendars */

/* What one sees of it and hears: its days, its alarms, its summary. */
static bool
same_entry(struct arena *arena, const struct entry *a, const struct entry *b)
{
	return day_cmp(a->first, b->first) == 0 &&
	    day_cmp(a->last, b->last) == 0 && a->nalarms == b->nalarms &&
	    memcmp(a->alarms, b->alarms, (size_t)a->nalarms *
	    sizeof(*a->alarms)) == 0 && strcmp(told_write(arena, a->summary),
	    told_write(arena, b->summary)) == 0;
}

static int
by_slot(const struct entry *a, const struct entry *b)
{
	int	c = strcmp(a->step, b->step);

	if (c == 0)
		c = strcmp(a->division, b->division);
	return c != 0 ? c : (int)a->kind - (int)b->kind;
}

/* The same in both worlds, calendars say the same whatever they said before. */
static bool
same_holds(struct arena *arena, const struct holds *a, const struct holds *b)
{
	size_t	i;

	if (a->n != b->n || (a->list == NULL) != (b->list == NULL))
		return false;
	for (i = 0; i < a->n; i++)
		if (by_slot(&a->list[i], &b->list[i]) != 0 ||
		    a->list[i].stays != b->list[i].stays ||
		    !same_entry(arena, &a->list[i], &b->list[i]))
			return false;
	return true;
}

/* The next that is no withdrawn one, at or below `top`. */
static const struct entry *
confirmed(const struct sides *t, const struct entry_list *told, size_t *i)
{
	const struct entry	*e;

	for (; *i < told->n; ++*i) {
		e = &told->list[*i];
		if (e->status == ENTRY_CONFIRMED &&
		    division_within(e->division, t->top))
			return e;
	}
	return NULL;
}

static const struct shown_entry *
shown(struct arena *a, const struct entry *e)
{
	struct shown_entry	*s = arena_alloc(a, sizeof(*s));

	*s = (struct shown_entry){ ics_uid(a, e), e->kind == ENTRY_WINDOW ||
	    e->kind == ENTRY_OLD_WINDOW, e->step, e->division, e->first,
	    e->last, entry_line(a, text_own(), e->summary) };
	return s;
}

static bool
turn_entries(const struct sides *t, const struct matter *m,
    struct altered *out, struct diags *d)
{
	const struct entry	*was, *is;
	struct entry_list		 told[WORLDS];
	size_t			 i = 0, k = 0;
	int			 c;

	if (same_holds(t->arena, &t->of[WAS].holds, &t->of[IS].holds))
		return true;
	if (!sequence_then(t->arena, t->of[WAS].holds, t->of[IS].holds,
	    m->division, m->id, t->today, told, d))
		return false;
	out->entries = arena_array(t->arena, told[WAS].n + told[IS].n + 1,
	    sizeof(*out->entries));
	for (;;) {
		was = confirmed(t, &told[WAS], &i);
		is = confirmed(t, &told[IS], &k);
		if (was == NULL && is == NULL)
			return true;
		c = was == NULL ? 1 : is == NULL ? -1 : by_slot(was, is);
		i += c <= 0;
		k += c >= 0;
		if (c != 0 || !same_entry(t->arena, was, is))
			out->entries[out->nentries++] = (struct two_entries){
			    { c <= 0 ? shown(t->arena, was) : NULL,
			    c >= 0 ? shown(t->arena, is) : NULL } };
	}
}

/* ---- words that the new rules do not know */

typedef bool	 knows(const struct rulebook *, const char *procedure,
		    const char *id, const char **title);

static bool
knows_procedure(const struct rulebook *b, const char *procedure,
    const char *id, const char **title)
{
	const struct procedure	*p = rulebook_version(b, procedure, 0);

	(void)id;
	if (p != NULL)
		*title = message_procedure(p);
	return p != NULL;
}

static bool
knows_event(const struct rulebook *b, const char *procedure, const char *id,
    const char **title)
{
	const struct procedure	*p;
	int			 v, i;

	for (v = 0; (p = rulebook_version(b, procedure, v)) != NULL; v++)
		for (i = 0; i < p->nevents; i++)
			if (strcmp(p->events[i].id, id) == 0) {
				*title = message_event(&p->events[i]);
				return true;
			}
	return false;
}

static bool
knows_step(const struct rulebook *b, const char *procedure, const char *id,
    const char **title)
{
	const struct procedure	*p;
	int			 v, i;

	for (v = 0; (p = rulebook_version(b, procedure, v)) != NULL; v++)
		for (i = 0; i < p->nsteps; i++)
			if (strcmp(p->steps[i].id, id) == 0) {
				*title = message_step(&p->steps[i]);
				return true;
			}
	return false;
}

static bool
knows_trait(const struct rulebook *b, const char *procedure, const char *id,
    const char **title)
{
	const struct procedure	*p;
	int			 v, i;

	for (v = 0; (p = rulebook_version(b, procedure, v)) != NULL; v++)
		for (i = 0; i < p->ntraits; i++)
			if (strcmp(p->traits[i].id, id) == 0) {
				*title = title_in(id, p->traits[i].title,
				    p->traits[i].title_en);
				return true;
			}
	return false;
}

static bool
is_told(const struct altered *out, const char *kind, const char *id)
{
	size_t	i;

	for (i = 0; i < out->nunheard; i++)
		if (strcmp(out->unheard[i].kind, kind) == 0 &&
		    strcmp(out->unheard[i].id, id) == 0)
			return true;
	return false;
}

static bool
ask(const struct sides *t, const struct matter *m, const char *kind,
    const char *id, knows *fn, struct altered *out)
{
	struct unheard	 u = { kind, id, "" };
	const char	*other = "";

	if (is_told(out, kind, id) || fn(t->of[IS].book, m->procedure, id,
	    &other) || !fn(t->of[WAS].book, m->procedure, id, &u.title))
		return false;
	out->unheard[out->nunheard++] = u;
	return true;
}

/* What the old rules did not know either is no news. */
static void
turn_words(const struct sides *t, const struct matter *m,
    struct altered *out)
{
	size_t	i;

	if (t->of[WAS].book == t->of[IS].book)
		return;
	out->unheard = arena_array(t->arena, m->nevents + m->npostings +
	    m->nobjections + m->ntraits + 1, sizeof(*out->unheard));
	if (ask(t, m, "procedure", m->procedure, knows_procedure, out))
		return;
	for (i = 0; i < m->ntraits; i++)
		(void)ask(t, m, "trait", m->traits[i], knows_trait, out);
	for (i = 0; i < m->nevents; i++)
		(void)ask(t, m, "event", m->events[i].event, knows_event,
		    out);
	for (i = 0; i < m->npostings; i++)
		if (i == 0 || strcmp(m->postings[i].step,
		    m->postings[i - 1].step) != 0)
			(void)ask(t, m, "step", m->postings[i].step,
			    knows_step, out);
	for (i = 0; i < m->nobjections; i++)
		(void)ask(t, m, "step", m->objections[i].step, knows_step,
		    out);
}

/* ---- all of it */

bool
altered_between(const struct sides *t, struct altered *out, struct diags *d)
{
	const struct side	*was = &t->of[WAS], *is = &t->of[IS];
	const struct matter	*m = is->matter != NULL ? is->matter :
				    was->matter;

	*out = (struct altered){ .matter = m,
	    .recorded = { was->matter != NULL, is->matter != NULL },
	    .all = { was->all, is->all } };
	turn_findings(t, out);
	turn_slots(t, out);
	if (is->matter != NULL && division_within(m->division, t->top))
		turn_words(t, m, out);
	return turn_entries(t, m, out, d);
}

bool
altered_is(const struct altered *t)
{
	return t->ncome + t->ngo + t->nstay + t->nslots + t->nentries +
	    t->nunheard > 0 || t->recorded[WAS] != t->recorded[IS] ||
	    (t->all[WAS] == NULL) != (t->all[IS] == NULL);
}
