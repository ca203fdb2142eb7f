#include "report/todo.h"

#include <string.h>

#include "base/text.h"
#include "words/message.h"
#include "words/parts.h"

enum { SOON = 7 };		/* days ahead that are coloured */

/* ---- what is asked of a notice */

static const char *
listed(struct arena *a, const char *list, const char *item)
{
	return *list == '\0' ? item : arena_printf(a, "%s%s%s", list, _(", "),
	    item);
}

static const char *
items(struct arena *a, const struct plan *p, const struct item_rules *r,
    bool media)
{
	const char	*list = "", *text;
	int		 i;

	for (i = 0; i < r->n; i++) {
		if (!plan_holds(p, r->list[i].when))
			continue;
		text = media ? message_medium(r->list[i].text) :
		    r->list[i].text;
		list = listed(a, list, r->list[i].times == 0 ? text :
		    arena_printf(a, text_plural("%d time in %s",
		    "%d times in %s", (unsigned long)r->list[i].times),
		    r->list[i].times, text));
	}
	return list;
}

static const char *
line(struct arena *a, const char *above, const char *below)
{
	return *above == '\0' ? below : *below == '\0' ? above :
	    arena_printf(a, "%s\n%s", above, below);
}

static const char *
media(struct arena *a, const struct plan *p, const struct step_rule *s)
{
	const char	*any = items(a, p, &s->any, true);
	const char	*all = items(a, p, &s->all, true);
	const char	*times = items(a, p, &s->times, true);
	const char	*text = "";

	if (*any != '\0')
		text = arena_printf(a, _("one of: %s"), any);
	if (*all != '\0')
		text = line(a, text, arena_printf(a, _("each of: %s"), all));
	return line(a, text, times);
}

/* What it must hold, and what must be kept of it. */
static const char *
content(struct arena *a, const struct plan *p, const struct step_rule *s)
{
	const char	*text = items(a, p, &s->content, false);

	if (s->review)
		text = line(a, text, _("review for secrecy first"));
	return s->evidence ? line(a, text, _("keep a photo")) : text;
}

const char *
todo_hears(struct arena *a, const struct plan *p, const struct slot *s)
{
	const char	*who = p->proc->steps[s->step].objections.handler;
	const char	*call = procedure_hotline(p->proc, s->step,
			    s->division);

	return line(a, who, call == NULL ? "" : call);
}

/* ---- the last day it must hang */

static struct cell_value
through(struct arena *a, const struct plan *p, const struct slot *s,
    bool hangs, struct day today)
{
	const struct period_part	*part;
	struct day			 opens = hangs ? s->opens :
					    day_max(today, s->room->earliest);
	struct day			 last, brink;

	if (!s->lasts)
		return (struct cell_value){ .kind = CELL_EMPTY };
	last = plan_closes(p, s, opens, true, &brink);
	if (day_is(last))
		return (struct cell_value){ .kind = CELL_DAY, .day = last };
	part = plan_part(p, s, opens, true);
	return (struct cell_value){ .kind = CELL_TEXT, .text = part == NULL ?
	    _("not known yet") : part_phrase(a, p->proc, part) };
}

/* ---- what to do */

static const char *
do_soon(struct arena *a, const struct room *r, struct day today)
{
	struct day	by = day_is(r->advised.day) ? r->advised.day :
			    r->latest.day;

	if (!day_is(by))
		return _("may go up now");
	if (day_cmp(by, today) < 0)
		return _("post at once: the advised day is past");
	if (day_diff(today, by) == 0)
		return _("post today");
	return day_diff(today, by) <= SOON ? _("post within days") :
	    arena_printf(a, _("may go up now, best by %s"), day_words(a, by));
}

static const char *
do_upcoming(struct arena *a, const struct slot *s)
{
	if (s->posted)
		return arena_printf(a, _("set for %s"), day_words(a,
		    s->opens));
	return arena_printf(a, _("may go up from %s%s on"), "", day_words(a,
	    s->room->earliest));
}

/* Long enough by the judged count is not yet long enough by the planned. */
static const char *
do_done(struct arena *a, const struct slot *s, struct day today)
{
	struct day	down = slot_down(s);

	if (day_is(s->ends) || (day_is(down) && day_cmp(down, today) <= 0))
		return _("may come down; then enter the last day it hung");
	return day_is(down) ? arena_printf(a, _("long enough by one count; "
	    "to be safe, leave it hanging through %s"), day_words(a,
	    s->planned)) : _("leave it hanging");
}

static const char *
what_to_do(struct arena *a, const struct slot *s, enum state st,
    struct day today)
{
	switch (st) {
	case STATE_OVERDUE:
		return _("post at once");
	case STATE_CONFLICT:
		return _("post at once, and report: no day in time is left");
	case STATE_BROKEN:
		return _("post again, for the whole period");
	case STATE_READY:
		return do_soon(a, s->room, today);
	case STATE_UPCOMING:
		return do_upcoming(a, s);
	case STATE_WAITING:
		return _("first what it waits for, then post");
	case STATE_STANDING:
		return _("leave it hanging");
	case STATE_DONE:
		return do_done(a, s, today);
	default:
		return _("ask the office: its day is not known");
	}
}

/* ---- how urgent */

static const int	ranks[STATES] = {
	[STATE_OVERDUE] = 0, [STATE_CONFLICT] = 1, [STATE_BROKEN] = 2,
	[STATE_READY] = 3, [STATE_UPCOMING] = 3, [STATE_WAITING] = 3,
	[STATE_UNKNOWN] = 4, [STATE_STANDING] = 5, [STATE_DONE] = 6,
	[STATE_ENDED] = 7,
};

static struct day
day_by(const struct slot *s, enum state st)
{
	if (st == STATE_STANDING || st == STATE_DONE)
		return s->planned;
	if (ranks[st] < ranks[STATE_READY])
		return s->room->latest.day;
	return day_is(s->room->advised.day) ? s->room->advised.day :
	    s->room->latest.day;
}

static enum look
look_of(const struct todo *t, enum state st, struct day today)
{
	if (t->rank < ranks[STATE_READY])
		return LOOK_URGENT;
	if (st == STATE_STANDING || st == STATE_DONE)
		return LOOK_GOOD;
	return day_is(t->by) && day_diff(today, t->by) <= SOON ? LOOK_SOON :
	    LOOK_PLAIN;
}

static int
compare_days(struct day a, struct day b)
{
	if (!day_is(a) || !day_is(b))
		return day_is(b) - day_is(a);
	return day_cmp(a, b);
}

int
todo_compare(const void *va, const void *vb)
{
	const struct todo	*a = va, *b = vb;
	int			 c = compare_days(a->by, b->by);

	if (a->rank != b->rank)
		return a->rank < b->rank ? -1 : 1;
	return c != 0 ? c : (a->order > b->order) - (a->order < b->order);
}

/* ---- a line */

static void
put_text(struct todo *t, int i, const char *s)
{
	t->cells[i] = (struct cell_value){ .kind = CELL_TEXT, .text = s };
}

static void
put_day(struct todo *t, int i, struct day d)
{
	t->cells[i] = (struct cell_value){ .kind = CELL_DAY, .day = d };
}

struct todo
todo_make(struct arena *a, const struct plan *all, int i, enum state st,
    struct day today, const struct names *names)
{
	const struct slot	*s = &all->slots[i];
	const struct step_rule	*r = &all->proc->steps[s->step];
	struct todo		 t = { .rank = ranks[st],
				    .by = day_by(s, st) };
	const bool		 hangs = s->posted && st != STATE_BROKEN;
	int			 k;

	put_text(&t, TODO_STATE, message_state(st));
	put_text(&t, TODO_DO, what_to_do(a, s, st, today));
	put_text(&t, TODO_CASE, all->matter->id);
	put_text(&t, TODO_TITLE, all->matter->title);
	put_text(&t, TODO_STEP, message_step(r));
	put_text(&t, TODO_DIVISION, s->division);
	put_text(&t, TODO_PLACE, arena_dup(a, name_of(names, s->division)));
	if (!hangs) {
		put_day(&t, TODO_BY, s->room->latest.day);
		put_day(&t, TODO_ADVISED, s->room->advised.day);
	}
	t.cells[TODO_THROUGH] = through(a, all, s, hangs, today);
	put_text(&t, TODO_MEDIA, media(a, all, r));
	put_text(&t, TODO_CONTENT, content(a, all, r));
	put_text(&t, TODO_OBJECTIONS, todo_hears(a, all, s));
	put_text(&t, TODO_BASIS, r->basis == NULL ? "" : r->basis->text);
	for (k = 0; k < TODO_CELLS; k++)
		t.cells[k].look = k <= TODO_DO || k == TODO_BY ||
		    k == TODO_ADVISED ? look_of(&t, st, today) : LOOK_PLAIN;
	return t;
}

struct todo
todo_copy(struct arena *a, const struct todo *t)
{
	struct todo	out = *t;
	int		i;

	for (i = 0; i < TODO_CELLS; i++)
		if (out.cells[i].text != NULL)
			out.cells[i].text = arena_dup(a, out.cells[i].text);
	return out;
}

struct book_page *
todo_sheet(struct workbook *w, const char *title)
{
	const struct book_column	columns[TODO_CELLS] = {
		[TODO_STATE] = { .title = _("state"), .width = 10,
		    .kind = CELL_TEXT },
		[TODO_DO] = { .title = _("what to do"), .width = 18,
		    .kind = CELL_TEXT },
		[TODO_CASE] = { .title = _("case"), .width = 13,
		    .kind = CELL_TEXT },
		[TODO_TITLE] = { .title = _("title"), .width = 20,
		    .kind = CELL_TEXT },
		[TODO_STEP] = { .title = _("step"), .width = 13,
		    .kind = CELL_TEXT },
		[TODO_DIVISION] = { .title = _("division"), .width = 17,
		    .kind = CELL_TEXT },
		[TODO_PLACE] = { .title = _("place"), .width = 12,
		    .kind = CELL_TEXT },
		[TODO_BY] = { .title = _("post by"), .width = 11,
		    .kind = CELL_DAY },
		[TODO_ADVISED] = { .title = _("advised"), .width = 11,
		    .kind = CELL_DAY },
		[TODO_THROUGH] = { .title = _("must hang through"),
		    .width = 11, .kind = CELL_DAY },
		[TODO_MEDIA] = { .title = _("media"), .width = 14,
		    .kind = CELL_TEXT },
		[TODO_CONTENT] = { .title = _("what it must say"),
		    .width = 16, .kind = CELL_TEXT },
		[TODO_OBJECTIONS] = { .title = _("takes objections"),
		    .width = 14, .kind = CELL_TEXT },
		[TODO_BASIS] = { .title = _("clause"), .width = 20,
		    .kind = CELL_TEXT },
	};

	return workbook_sheet(w, &(struct book_sheet){
	    .name = _("To do"), .title = title, .columns = columns,
	    .ncolumns = TODO_CELLS, .mark = "_gongshi_todo",
	    .filter = true });
}
