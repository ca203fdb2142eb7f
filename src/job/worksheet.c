#include "job/worksheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "job/carry.h"
#include "job/logs.h"
#include "job/scan.h"
#include "report/todo.h"

struct writing {
	const struct worksheet	*is;
	struct scan		 scan;
	struct arena		*row;		/* of a case */
	struct arena		*kept, *spare;	/* of todos */
	struct todo		*todos;		/* of twice as many at most */
	size_t			 n;
	struct logs		*logs;
	struct worksheet_done	*done;
	struct diags		*d;
	struct case_part	*parts;
	bool			 changed;	/* since the first was read */
	FILE			*told;		/* where it goes; NULL: into
						   the workbook */
};

/* What a worker tells besides rows of a log: a thing to do, how many cases. */
enum { TELL_TODO = 't', TELL_END = 'e' };

/* ---- the most urgent are kept */

static void
sort_todos(struct writing *w)
{
	struct arena	*old = w->kept;
	size_t		 i;

	qsort(w->todos, w->n, sizeof(*w->todos), todo_compare);
	if (w->n <= WORKSHEET_TODOS)
		return;
	w->n = WORKSHEET_TODOS;
	for (i = 0; i < w->n; i++)
		w->todos[i] = todo_copy(w->spare, &w->todos[i]);
	w->kept = w->spare;
	w->spare = old;
	arena_reset(w->spare);
}

static void
add_todo(struct writing *w, const struct todo *t)
{
	if (w->n == 2 * WORKSHEET_TODOS)
		sort_todos(w);
	w->todos[w->n] = todo_copy(w->kept, t);
	w->todos[w->n++].order = w->done->todos++;
}

static void
put_todo(struct writing *w, const struct todo *t)
{
	if (w->told == NULL) {
		add_todo(w, t);
		return;
	}
	putc(TELL_TODO, w->told);
	fwrite(&t->rank, sizeof(t->rank), 1, w->told);
	fwrite(&t->by, sizeof(t->by), 1, w->told);
	carry_cells(w->told, t->cells, TODO_CELLS);
}

static bool
hear_todo(struct writing *w, FILE *f)
{
	struct todo	t = { 0 };

	if (fread(&t.rank, sizeof(t.rank), 1, f) != 1 ||
	    fread(&t.by, sizeof(t.by), 1, f) != 1 ||
	    !carry_cells_read(f, w->row, t.cells, TODO_CELLS))
		return false;
	add_todo(w, &t);
	return true;
}

static void
write_todos(struct writing *w, struct book_page *page)
{
	const long long		more = w->done->todos - WORKSHEET_TODOS;
	struct cell_value	note = { .kind = CELL_TEXT,
				    .look = LOOK_NOTE };
	size_t			i;

	sort_todos(w);
	for (i = 0; i < w->n; i++)
		book_page_row(page, w->todos[i].cells, TODO_CELLS);
	if (more <= 0)
		return;
	note.text = arena_printf(w->kept, text_plural("%lld less urgent is "
	    "not listed: ask for a division below", "%lld less urgent are "
	    "not listed: ask for a division below", (unsigned long)more),
	    more);
	book_page_row(page, &note, 1);
}

/* ---- which slots and events */

static bool
until(struct day d, struct day through)
{
	return day_is(d) && day_cmp(d, through) <= 0;
}

/* Is it to go up, by that day? */
static bool
may_be_posted(const struct slot *s, enum state st, struct day through)
{
	const struct room	*r = s->room;

	switch (st) {
	case STATE_OVERDUE:
	case STATE_CONFLICT:
	case STATE_BROKEN:
	case STATE_READY:
		return true;
	case STATE_UNKNOWN:
		return !s->posted && !r->waiting;
	case STATE_UPCOMING:
		return !s->posted && until(r->earliest, through);
	case STATE_WAITING:
		return until(day_is(r->advised.day) ? r->advised.day :
		    r->latest.day, through);
	default:
		return false;
	}
}

static bool
hangs(const struct slot *s, enum state st, struct day through)
{
	return s->posted && (st == STATE_STANDING || st == STATE_UNKNOWN ||
	    (st == STATE_UPCOMING && until(s->opens, through)));
}

/* An end that may be given: not of what has none, or is for good. */
static bool
has_end(const struct plan *p, const struct slot *s)
{
	const struct period_part	*part = s->lasts ? plan_part(p, s,
					    s->opens, false) : NULL;

	return s->lasts && (part == NULL || part->kind != PART_PERMANENT);
}

static void
each_slot(struct writing *w, const struct matter *whole,
    const struct plan *all, int i, enum state st)
{
	const struct slot	*s = &all->slots[i];
	const struct day	 through = w->is->through;
	bool			 post = may_be_posted(s, st, through);
	bool			 hang = hangs(s, st, through), down = false;
	struct todo		 t;

	if (post)
		logs_post(w->logs, all, s);
	if (whole != NULL && st != STATE_ENDED && has_end(all, s))
		down = logs_standing(w->logs, whole, all, s);
	if (!post && !hang && !(down && st == STATE_DONE))
		return;
	t = todo_make(w->row, all, i, st, w->is->today, w->is->names);
	put_todo(w, &t);
}

/* It comes next: nothing that it must follow is still to come. */
static bool
is_next(const struct plan *all, const struct plan *now, int i)
{
	const struct event_rule	*e = &all->proc->events[i];
	const struct event_plan	*p = &all->events[i];

	return p->applies && p->rows == 0 && !p->ever && !e->optional &&
	    !e->ends && e->calendar == CYCLE_NO_EDGE &&
	    !p->room->waiting && !event_ended(now, i);
}

static bool
has_open_rows(const struct matter *m)
{
	size_t	i;

	for (i = 0; i < m->npostings; i++)
		if (!day_is(m->postings[i].until))
			return true;
	for (i = 0; i < m->nobjections; i++)
		if (!day_is(m->objections[i].resolved))
			return true;
	return false;
}

/* The case with all its cells, where any of its rows is to be shown again. */
static bool
read_whole(struct writing *w, const struct matter *m,
    const struct matter **whole)
{
	*whole = NULL;
	if (!has_open_rows(m))
		return true;
	*whole = store_whole(w->scan.store, w->row, m, w->d);
	return *whole != NULL;
}

static bool
each_case(void *ctx, const struct matter *m)
{
	struct writing		*w = ctx;
	const char		*top = w->is->top;
	const struct matter	*whole;
	const struct plan	*all, *now;
	bool			 here = division_within(m->division, top);
	int			 i;

	arena_reset(w->row);
	if (!read_whole(w, m, &whole))
		return false;
	(void)scan_lay(&w->scan, w->row, &m, &all, &now);
	for (i = 0; all != NULL && i < all->nslots; i++)
		if (all->slots[i].applies &&
		    division_within(all->slots[i].division, top)) {
			here = true;
			each_slot(w, whole, all, i, plan_state(all, now, i,
			    w->is->today));
		}
	w->done->cases += here;
	if (all == NULL || !division_within(m->division, top))
		return true;
	for (i = 0; i < all->proc->nevents; i++)
		if (is_next(all, now, i))
			logs_event(w->logs, all, i);
	if (whole != NULL)
		logs_objections(w->logs, whole, all);
	return true;
}

/* ---- a part by each process that is free */

static bool
part_begin(void *ctx, struct store *s, struct diags *d)
{
	struct writing	*w = ctx;

	w->scan.store = s;
	w->d = d;
	return true;
}

static bool
part_do(void *ctx, size_t i, FILE *out, FILE *result, struct diags *d)
{
	struct worksheet_done	 done = { 0 };
	struct writing		*w = ctx;
	bool			 good;

	(void)out;
	w->done = &done;
	w->told = result;
	logs_tell(w->logs, result);
	good = store_each_of_part(w->scan.store, &w->parts[i], each_case, w,
	    d);
	putc(TELL_END, result);
	fwrite(&done.cases, sizeof(done.cases), 1, result);
	return good;
}

static bool
hear(struct writing *w, FILE *f)
{
	long long	cases;

	for (;;) {
		arena_reset(w->row);
		switch (getc(f)) {
		case TELL_TODO:
			if (!hear_todo(w, f))
				return false;
			break;
		case LOGS_ROW:
			if (!logs_hear(w->logs, f))
				return false;
			break;
		case TELL_END:
			if (fread(&cases, sizeof(cases), 1, f) != 1)
				return false;
			w->done->cases += cases;
			return true;
		default:
			return false;
		}
	}
}

static bool
part_take(void *ctx, size_t i, FILE *out, long long printed, FILE *result,
    struct diags *d)
{
	(void)i, (void)out, (void)printed;
	if (hear(ctx, result))
		return true;
	diag_fail(d, _("what a worker wrote cannot be read"));
	return false;
}

/* All cases, by several processes where there are, else by this one. */
static bool
each(struct writing *w, struct arena *a)
{
	const struct worksheet	*is = w->is;
	struct workers		 k = { .ctx = w, .store = is->store,
				    .again = is->again, .begin = part_begin,
				    .part = part_do, .take = part_take };
	enum worked		 how = workers_over(&k, a, is->jobs, is->top,
				    &w->parts, w->d);

	w->changed = how == WORKED_CHANGED;
	return how == WORKED || (how == WORKED_NOT && store_each_case(
	    is->store, is->top, each_case, w, w->d));
}

/* ---- the workbook */

static const char *
title_of(struct arena *a, const struct worksheet *w)
{
	const char	*name = name_of(w->names, w->top);
	char		 day[DAY_TEXT];

	(void)day_print(w->today, day);
	if (*w->top == '\0')
		return arena_printf(a, _("What to post, as of %s"), day);
	return arena_printf(a, _("What to post: %s (%s), as of %s"),
	    name, w->top, day);
}

static bool
write_book(struct writing *w, struct arena *a, struct workbook *book)
{
	const char		*title = title_of(a, w->is);
	struct book_page	*page = todo_sheet(book, title);
	bool			 good;

	w->logs = logs_begin(a, book, title, w->is->names, w->is->store, w->d);
	if (w->logs == NULL)
		return false;
	good = each(w, a);
	write_todos(w, page);
	logs_end(w->logs, w->done);
	return good;
}

/* From the start, and all of one moment. */
static bool
write_again(struct arena *a, const struct worksheet *is,
    struct worksheet_done *done, struct diags *d)
{
	struct worksheet	alone = *is;

	alone.jobs = 1;
	return worksheet_write(a, &alone, done, d);
}

bool
worksheet_write(struct arena *a, const struct worksheet *is,
    struct worksheet_done *done, struct diags *d)
{
	struct workbook	*book = workbook_begin(a, is->path, d);
	struct writing	 w = { .is = is, .done = done, .d = d };
	bool		 good;

	memset(done, 0, sizeof(*done));
	if (book == NULL)
		return false;
	w.scan = (struct scan){ .store = is->store, .book = is->book,
	    .calendars = is->calendars, .today = is->today,
	    .detail = LAY_DAYS, .top = is->top };
	w.row = arena_new();
	w.kept = arena_new();
	w.spare = arena_new();
	w.todos = arena_room(a, 2 * WORKSHEET_TODOS * sizeof(*w.todos));
	good = workbook_end(book, write_book(&w, a, book), d);
	arena_free(w.spare);
	arena_free(w.kept);
	arena_free(w.row);
	return w.changed ? write_again(a, is, done, d) : good;
}
