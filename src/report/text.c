/*
 * Plans and findings as text for people.  Interface: "Commands".
 */
#include <string.h>

#include "report/page.h"
#include "words/lines.h"
#include "words/message.h"
#include "words/say.h"

/* ---- the summary */

static const char *
states_words(struct arena *a, const struct totals *t)
{
	const char	*list = "";
	int		 i;

	for (i = 0; i < STATES; i++)
		list = page_counted(a, list, message_state((enum state)i),
		    t->states[i]);
	return list;
}

static void
summary_line(struct writer *w, struct arena *a, const char *label,
    long long n, const char *list)
{
	const char	*line = *list == '\0' ?
			    arena_printf(a, _("%s: %lld"), label, n) :
			    arena_printf(a, _("%s: %lld (%s)"), label, n, list);

	text_wrap(w->l.out, line, 0, 4, w->l.width);
}

/* So nobody hides behind a trait, or a clock that was stopped, unseen. */
static void
summary_left_out(struct writer *w, struct arena *a, const struct totals *t)
{
	if (t->nexempt > 0)
		text_wrap(w->l.out, exempt_line(a, t), 0, 4, w->l.width);
	if (t->paused > 0)
		text_wrap(w->l.out, paused_line(a, t), 0, 4, w->l.width);
}

static void
summary_slots(struct writer *w, struct arena *a, const struct totals *t)
{
	summary_line(w, a, _("Cases"), t->cases, "");
	summary_line(w, a, _("Slots"), t->slots, states_words(a, t));
	summary_left_out(w, a, t);
}

static void
scan_begin(struct writer *w)
{
	struct arena	*a = arena_new();

	page_heading(w, page_today(w, a, _("Findings")));
	arena_free(a);
}

static void
scan_case(struct writer *w, struct arena *a, const struct matter *m,
    const struct verdict *v)
{
	size_t	i;

	if (v->n == 0)
		return;
	page_case(w, a, m, v->findings[0].plan);
	for (i = 0; i < v->n; i++)
		page_finding(w, a, &v->findings[i]);
}

static void
summarize_findings(struct writer *w, struct arena *a, const struct totals *t)
{
	const char	*list = "";
	int		 i;

	for (i = SEVERITIES; i-- > 0;)
		list = page_counted(a, list, message_severity((enum severity)i),
		    t->severities[i]);
	summary_line(w, a, _("Findings"), t->findings, list);
	list = "";
	for (i = 0; i < CODES; i++)
		list = page_codes(a, list, (enum code)i, t->codes);
	text_wrap(w->l.out, arena_printf(a, _("By kind: %s"), list), 0, 4,
	    w->l.width);
}

static void
scan_end(struct writer *w, const struct totals *t)
{
	struct arena	*a = arena_new();

	putc_unlocked('\n', w->l.out);
	if (t->findings == 0)
		text_wrap(w->l.out, _("Nothing is wrong."), 0, 0,
		    w->l.width);
	else
		summarize_findings(w, a, t);
	summary_slots(w, a, t);
	arena_free(a);
}

/* ---- plans */

enum column {
	COL_STEP, COL_PLACE, COL_STATE, COL_EARLIEST, COL_LATEST, COL_ADVISED,
	COL_POSTED, COL_UNTIL, COL_JUDGED, COL_PLANNED, COLUMNS
};

static const char *const	headers[COLUMNS] = {
	N_("step"), N_("where"), N_("state"), N_("earliest"),
	N_("latest"), N_("advised"), N_("posted"), N_("until"),
	N_("last day"), N_("safe until")
};

struct row {
	const char	*cells[COLUMNS];
	const char	*place;		/* name and code of the division */
	const char	*name;		/* "" none */
	const char	*next;		/* NULL: posted */
	int		 step;
	enum state	 state;
};

struct table {
	struct row	*rows;
	int		 n;
};

/* A day, with a ~ where it is a forecast. */
static const char *
day_cell(struct writer *w, struct arena *a, struct day d, bool forecast)
{
	char	buf[DAY_TEXT];

	if (!day_is(d))
		return "";
	w->forecast |= forecast;
	return arena_printf(a, "%s%s", forecast ? "~" : "", day_print(d, buf));
}

static void
fill(struct writer *w, struct arena *a, const struct plan *p, int i,
    struct row *r)
{
	const struct slot	*s = &p->slots[i];
	const struct step_rule	*rule = &p->proc->steps[s->step];
	bool			 ahead = !s->posted && s->room->forecast;
	bool			 lasts = s->lasts && (s->posted ||
				    (day_is(s->room->earliest) &&
				    day_cmp(s->room->earliest,
				    w->l.today) >= 0));
	const char		**c = r->cells;

	r->step = s->step;
	c[COL_STEP] = text_safe(a, message_step(rule));
	c[COL_PLACE] = r->place = page_place(w, a, s->division);
	r->name = text_safe(a, arena_dup(a, name_of(w->l.names,
	    s->division)));
	c[COL_STATE] = message_state(r->state);
	c[COL_EARLIEST] = day_cell(w, a, s->room->earliest, s->room->forecast);
	c[COL_LATEST] = day_cell(w, a, s->room->latest.day, false);
	c[COL_ADVISED] = day_cell(w, a, s->room->advised.day, false);
	c[COL_POSTED] = day_cell(w, a, s->posted ? s->opens : DAY_NONE, false);
	c[COL_UNTIL] = day_cell(w, a, s->posted ? s->ends : DAY_NONE, false);
	c[COL_JUDGED] = day_cell(w, a, lasts ? s->judged : DAY_NONE, ahead);
	c[COL_PLANNED] = day_cell(w, a, lasts ? s->planned : DAY_NONE, ahead);
	if (!s->posted)
		r->next = text_safe(a, told_say(a, w->l.words,
		    message_next(a, p, i, r->state, w->l.today)));
	else if (s->endless && (r->state == STATE_STANDING ||
	    r->state == STATE_UPCOMING))
		r->next = text_safe(a, told_say(a, w->l.words,
		    message_endless(a, p, s)));
}

/* ---- which columns a table has */

enum { SHORTEST = 2 };

/* How the rows of a case are shown; picked by their widths, kept by nobody. */
struct shape {
	int	level;			/* of shortness, 0 to SHORTEST */
	bool	names;			/* places by their names alone */
	int	widths[COLUMNS];	/* 0: not shown */
	int	all;			/* columns of the screen */
};

static const char *
cell_of(const struct shape *f, const struct row *r, int c)
{
	return c == COL_PLACE && f->names ? r->name : r->cells[c];
}

/*
 * The days that a shorter table leaves out: what the lines below it say, what
 * is past once a notice is posted, and how long it stood, if long enough.
 */
static bool
left_out(const struct table *t, int level, int c)
{
	int	i;

	if (level == 0)
		return false;
	for (i = 0; c == COL_UNTIL && level < SHORTEST && i < t->n; i++)
		if (t->rows[i].state == STATE_BROKEN)
			return false;
	return c == COL_EARLIEST || c == COL_LATEST || c == COL_ADVISED ||
	    c == COL_UNTIL || (c == COL_PLANNED && level == SHORTEST);
}

static int
wider(int width, const char *s)
{
	int	n = page_width(s);

	return n > width ? n : width;
}

/* A column without a cell is not shown. */
static struct shape
measured(const struct table *t, int level, bool names)
{
	struct shape	f = { .level = level, .names = names };
	int		c, i;

	for (c = 0; c < COLUMNS; c++) {
		for (i = 0; !left_out(t, level, c) && i < t->n; i++)
			f.widths[c] = wider(f.widths[c],
			    cell_of(&f, &t->rows[i], c));
		if (f.widths[c] == 0)
			continue;
		f.widths[c] = wider(f.widths[c], text_in(headers[c]));
		f.all += f.widths[c] + 2;
	}
	return f;
}

/* Would the names alone tell the slots of each step apart? */
static bool
names_suffice(const struct table *t)
{
	enum { NAMES_MAX = 200 };	/* rows whose names are compared */
	int	i, k;

	for (i = 0; i < t->n && t->n <= NAMES_MAX; i++) {
		if (*t->rows[i].name == '\0')
			return false;
		for (k = i - 1; k >= 0 && t->rows[k].step == t->rows[i].step;
		    k--)
			if (strcmp(t->rows[k].name, t->rows[i].name) == 0)
				return false;
	}
	return t->n <= NAMES_MAX;
}

/*
 * The fullest that the screen has room for: all, names in place of codes, then
 * fewer days.  False: none.
 */
static bool
pick_shape(const struct table *t, int width, struct shape *out)
{
	bool	names;
	int	level;

	*out = measured(t, 0, false);
	if (out->all <= width)
		return true;
	names = names_suffice(t);
	for (level = names ? 0 : 1; level <= SHORTEST; level++) {
		*out = measured(t, level, names);
		if (out->all <= width)
			return true;
	}
	return false;
}

static enum style
state_style(enum state s)
{
	switch (s) {
	case STATE_BROKEN:
	case STATE_OVERDUE:
		return RED;
	case STATE_CONFLICT:
	case STATE_UNKNOWN:
		return YELLOW;
	case STATE_READY:
		return CYAN;
	case STATE_ENDED:
	case STATE_DONE:
	case STATE_STANDING:
	case STATE_UPCOMING:
	case STATE_WAITING:
	case STATES:
		break;
	}
	return PLAIN;
}

/* One line; blanks only before a cell, so that none stands at its end. */
static void
write_row(struct writer *w, const struct shape *f, const struct row *r)
{
	const char	*s;
	int		 c, gap = 2;

	for (c = 0; c < COLUMNS; c++) {
		if (f->widths[c] == 0)
			continue;
		s = r == NULL ? text_in(headers[c]) : cell_of(f, r, c);
		if (*s != '\0') {
			text_blanks(w->l.out, gap);
			page_cell(w, r == NULL ? BOLD : c == COL_STATE ?
			    state_style(r->state) : PLAIN, s, 0);
			gap = -page_width(s);
		}
		gap += f->widths[c] + 2;
	}
	putc_unlocked('\n', w->l.out);
}

/* What comes next; slots of one step with the same words are told once. */
static void
write_next(struct writer *w, struct arena *a, const struct table *t,
    const struct shape *f)
{
	const struct row	*r, *rows = t->rows;
	const char		*where;
	int			 i, n;

	for (i = 0; i < t->n; i += n) {
		r = &rows[i];
		for (n = 1; i + n < t->n && r->next != NULL &&
		    rows[i + n].step == r->step && rows[i + n].next != NULL &&
		    strcmp(rows[i + n].next, r->next) == 0; n++)
			continue;
		if (r->next == NULL)
			continue;
		where = n == 1 ? cell_of(f, r, COL_PLACE) : arena_printf(a,
		    text_plural("%d place", "%d places", (unsigned long)n), n);
		page_marked(w, a, 2, "→ ", arena_printf(a, _("%s, %s: %s"),
		    r->cells[COL_STEP], where, r->next));
	}
}

/* What the shortest table has no column for goes below it. */
static void
add_hints(struct arena *a, struct table *t)
{
	struct row	*r;
	int		 i;

	for (i = 0; i < t->n; i++) {
		r = &t->rows[i];
		if (r->state == STATE_STANDING &&
		    *r->cells[COL_PLANNED] != '\0')
			r->next = arena_printf(a, _("leave it up through %s"),
			    r->cells[COL_PLANNED]);
		else if (r->state == STATE_BROKEN)
			r->next = arena_printf(a, _("stood through %s only"),
			    r->cells[COL_UNTIL]);
	}
}

static void
write_table(struct writer *w, struct arena *a, struct table *t,
    const struct shape *f)
{
	int	i;

	if (f->level == SHORTEST)
		add_hints(a, t);
	write_row(w, f, NULL);
	for (i = 0; i < t->n; i++)
		write_row(w, f, &t->rows[i]);
	write_next(w, a, t, f);
}

/* Columns of the longest of the words before days. */
static int
day_heads(void)
{
	int	c, width = 0;

	for (c = COL_EARLIEST; c < COLUMNS; c++)
		width = wider(width, text_in(headers[c]));
	return width;
}

/* Its days in a grid, each with its word before it. */
static void
write_days(struct writer *w, const struct row *r)
{
	enum { INDENT = 6, DAY = DAY_TEXT, GAP = 2 };
	int	c, word = day_heads(), done = 0, gap = 0;
	int	line = (w->l.width - INDENT + GAP) / (word + 1 + DAY + GAP);

	for (c = COL_EARLIEST; c < COLUMNS; c++) {
		if (*r->cells[c] == '\0')
			continue;
		if (line < 2 || done % line == 0) {
			if (done > 0)
				putc_unlocked('\n', w->l.out);
			text_blanks(w->l.out, INDENT);
		} else
			text_blanks(w->l.out, gap);
		page_cell(w, PLAIN, text_in(headers[c]), word + 1);
		fputs(r->cells[c], w->l.out);
		gap = DAY + GAP - page_width(r->cells[c]);
		done++;
	}
	if (done > 0)
		putc_unlocked('\n', w->l.out);
}

/* A slot in lines of its own, where the screen is too narrow for a table. */
static void
write_block(struct writer *w, struct arena *a, const struct row *r)
{
	text_blanks(w->l.out, 2);
	page_cell(w, state_style(r->state), r->cells[COL_STATE], 0);
	text_wrap(w->l.out, arena_printf(a, _("  %s, %s"), r->cells[COL_STEP],
	    r->place), 2 + page_width(r->cells[COL_STATE]), 6, w->l.width);
	write_days(w, r);
	if (r->next != NULL)
		page_marked(w, a, 6, "→ ", r->next);
}

static void
plan_begin(struct writer *w)
{
	struct arena	*a = arena_new();

	page_heading(w, page_today(w, a, _("Plan")));
	arena_free(a);
}

static void
plan_case(struct writer *w, struct arena *a, const struct matter *m,
    const struct plan *all, const struct plan *now)
{
	struct table	t = { 0 };
	struct shape	f;
	int		i;

	if (!writer_shows(w, all))
		return;
	page_case(w, a, m, all);
	w->begun = w->printed = true;
	if (all == NULL) {
		page_marked(w, a, 2, "", _("No rule is in force for this "
		    "case."));
		return;
	}
	t.rows = arena_array(a, (size_t)all->nslots + 1, sizeof(*t.rows));
	for (i = 0; i < all->nslots; i++) {
		if (!all->slots[i].applies ||
		    !division_within(all->slots[i].division, w->l.top))
			continue;
		t.rows[t.n].state = plan_state(all, now, i, w->l.today);
		fill(w, a, all, i, &t.rows[t.n++]);
	}
	if (t.n == 0 && all->nslots > 0) {
		page_marked(w, a, 2, "", _("Nothing is to be posted in this "
		    "case."));
		return;
	}
	if (pick_shape(&t, w->l.width, &f)) {
		write_table(w, a, &t, &f);
		return;
	}
	for (i = 0; i < t.n; i++)
		write_block(w, a, &t.rows[i]);
}

/* ---- days to be reached */

static const char *
goal_words(struct arena *a, const struct procedure *p, const struct aim *t)
{
	const char	*title = message_point(p, t->point.index);
	char		 buf[DAY_TEXT];

	return arena_printf(a, _("%s by %s"), t->point.edge == EDGE_CLOSES ?
	    arena_printf(a, _("the end of %s"), title) : title,
	    day_print(t->day, buf));
}

static const char *
failing(struct writer *w, struct arena *a, const struct reach *r)
{
	const char	*title = message_point(w->goals_of, r->point);

	return r->division == NULL ? title : arena_printf(a, _("%s, %s"),
	    title, page_place(w, a, r->division));
}

static const char *
reach_words(struct writer *w, struct arena *a, const struct reach *r)
{
	const char	*goal = goal_words(a, w->goals_of, &r->aim);
	char		 first[DAY_TEXT], latest[DAY_TEXT];

	switch (r->how) {
	case REACH_GOOD:
		return arena_printf(a, _("Goal: %s: can be reached."), goal);
	case REACH_FAILS:
		return arena_printf(a, _("Goal: %s: cannot be reached. %s: "
		    "not before %s, and %s would have been the last day."),
		    goal, failing(w, a, r), day_print(r->first, first),
		    day_print(r->latest, latest));
	case REACH_UNKNOWN:
		break;
	}
	return arena_printf(a, _("Goal: %s: cannot be told. %s: the holiday "
	    "calendar is not settled so far ahead."), goal, failing(w, a, r));
}

static void
write_goals(struct writer *w, struct arena *a)
{
	size_t	i;

	for (i = 0; i < w->ngoals; i++)
		text_wrap(w->l.out, text_safe(a, reach_words(w, a,
		    &w->goals[i])), 0, 2, w->l.width);
}

static void
plan_end(struct writer *w, const struct totals *t)
{
	struct arena	*a = arena_new();

	putc_unlocked('\n', w->l.out);
	if (w->begun)
		text_wrap(w->l.out, _("To post after the latest day, or to "
		    "take down before the last day is over, is a breach; the "
		    "advised day and the safe one hold however one counts."),
		    0, 2, w->l.width);
	if (w->forecast)
		text_wrap(w->l.out, _("~ is a forecast: what comes before has "
		    "not happened yet."), 0, 2, w->l.width);
	write_goals(w, a);
	summary_slots(w, a, t);
	arena_free(a);
}

const struct backend	text_backend = {
	.scan_begin = scan_begin, .scan_case = scan_case,
	.scan_end = scan_end, .plan_begin = plan_begin,
	.plan_case = plan_case, .plan_end = plan_end
};
