#include "job/inbox_take.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "job/inbox_move.h"

enum { FAULTS = 1 << 20 };	/* bytes of faults that are kept */

/* ---- what is said of one */

static const char *
faults_of(struct taker *t, struct diags *d)
{
	size_t	 len = 0;
	char	*text = NULL, *out;
	FILE	*f = open_memstream(&text, &len);

	if (f == NULL)
		return "";
	diags_write(d, f);
	if (fclose(f) != 0 || text == NULL)
		return "";
	/* cut behind a line */
	if (len > FAULTS)
		for (len = FAULTS; len > 0 && text[len - 1] != '\n'; len--)
			;
	out = arena_ndup(t->arena, text, len);
	free(text);
	return out;
}

/*
 * A file that may not be read is a fault of its delivery, not of the
 * machine: the others go on.
 */
static bool
may_be_read(const struct way *w, struct diags *d)
{
	const struct contents	*p = &w->contents;
	size_t			 i;

	for (i = 0; i < p->nbad; i++)
		if (*p->bad[i].why != '\0')
			diag_error(d, (struct place){ .path = p->bad[i].path },
			    _("may not be read: %s"), p->bad[i].why);
		else
			diag_error(d, (struct place){ .path = p->bad[i].path },
			    _("this is neither a file nor a "
			    "folder of files (at most %d, %d folders deep)"),
			    CONTENTS_FILES, CONTENTS_DEPTH);
	return p->nbad == 0;
}

bool
take_is_same(void *ctx)
{
	struct way	*w = ctx;
	struct contents	 now;

	return way_look_aside(w, false, &now) &&
	    contents_is_same(&w->contents, &now);
}

static int
lend(void *ctx, const char *file)
{
	return contents_lend(&((struct way *)ctx)->contents, file);
}

/* The first line of what was complained of, from its words on. */
static const char *
without_prefix(struct arena *a, const char *faults)
{
	static const char	 mark[] = "error: ";
	const char		*p = strstr(faults, mark);

	p = p == NULL ? faults : p + sizeof(mark) - 1;
	return arena_ndup(a, p, strcspn(p, "\n"));
}

/* ---- of whom it is */

static void
add_sender(struct way *w, const char *code, bool acts)
{
	struct sender	*s;
	size_t		 i;

	for (i = w->nsenders; i > 0; i--) {
		s = &w->senders[i - 1];
		if (strcmp(s->code, code) == 0) {
			s->acts |= acts;
			return;
		}
	}
	w->senders = arena_grow(w->t->arena, w->senders, w->nsenders,
	    &w->senders_cap, sizeof(*w->senders));
	w->senders[w->nsenders++] = (struct sender){
	    arena_dup(w->t->arena, code), acts };
}

static void
add_case(struct way *w, const struct matter *m)
{
	const struct dirty	*last = w->ncases == 0 ? NULL :
				    &w->cases[w->ncases - 1];
	struct arena		*a = w->t->arena;

	if (last != NULL && strcmp(last->id, m->id) == 0 &&
	    strcmp(last->division, m->division) == 0)
		return;
	w->cases = arena_grow(a, w->cases, w->ncases, &w->cases_cap,
	    sizeof(*w->cases));
	w->cases[w->ncases++] = (struct dirty){ arena_dup(a, m->division),
	    arena_dup(a, m->id) };
}

static void
meet(void *ctx, enum sheet sheet, const char *division,
    const struct matter *m)
{
	struct way	*w = ctx;
	char		 town[DIVISION_MAX + 1];

	add_sender(w, division_above(division, LEVEL_TOWNSHIP, town) ? town :
	    division, sheet != SHEET_DIVISIONS && sheet != SHEET_CASES &&
	    sheet != SHEET_DUTIES);
	if (sheet != SHEET_DIVISIONS && sheet != SHEET_DUTIES)
		add_case(w, m);
}

/* The township whose code or name the folder of a refused one begins with. */
static void
ask_name(struct way *w)
{
	const char	*code = store_town_named(w->t->in->store,
			    w->t->arena, w->name);

	if (code == NULL)
		return;
	w->nsenders = 0;
	add_sender(w, code, false);
}

/* ---- noting, and taking in */

/* Lines of the receipt: rows by kind, then what was passed over or warned. */
static const char *
receipt_of(struct way *w)
{
	struct arena			*a = w->t->arena;
	const struct import_result	*r = &w->result;
	const char			*text = "", *warned;
	size_t				 i;
	int				 s;

	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		if (r->of[s].rows > 0)
			text = arena_printf(a, "%s%s\n", text,
			    import_words(a, (enum sheet)s, &r->of[s]));
	for (i = 0; i < r->nnotes; i++)
		text = arena_printf(a, "%s%s%s\n", text, i == 0 ? "\n" : "",
		    r->notes[i]);
	warned = faults_of(w->t, w->d);
	return *warned == '\0' ? text : arena_printf(a, "%s\n%s", text,
	    warned);
}

static void
count_rows(struct way *w)
{
	int	s;

	w->v->rows = 0;
	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		w->v->rows += w->result.of[s].rows;
}

static bool
put_note(struct way *w, struct diags *d)
{
	const struct cargo	 c = { w->v->taken ? receipt_of(w) : "",
				    w->cases, w->v->taken ? w->ncases : 0,
				    w->senders, w->nsenders };
	const struct folder	*end = move_end(w->t, w->v);

	if (end == NULL)
		return false;
	w->v->lies = w->how == HOW_LOOSE ? "" : move_free_name(w->t, end,
	    w->name);
	return store_put_delivery(w->t->in->store, w->v, &c, d);
}

/*
 * Its facts and that they were taken are kept in one piece, so that a receipt
 * says what they changed, whatever is killed.
 */
static bool
is_same_and_noted(void *ctx)
{
	struct way	*w = ctx;

	if (!take_is_same(w))
		return false;
	w->v->taken = true;
	count_rows(w);
	return put_note(w, w->d);
}

void
take_in(struct way *w, struct delivery *v, bool *failed)
{
	struct taker		*t = w->t;
	const struct inbox	*in = t->in;
	struct import		 job = { .store = in->store,
				    .book = in->book,
				    .files = w->contents.files,
				    .nfiles = (int)w->contents.n,
				    .when = in->when, .who = in->who,
				    .command = "nightly",
				    .progress = in->progress,
				    .confirm = is_same_and_noted,
				    .lend = lend, .meet = meet,
				    .ctx = w, .within = w->within };
	struct arena		*a = arena_new();

	w->v = v;
	w->d = diags_new(a);
	v->taken = may_be_read(w, w->d) && import_run(a, &job, &w->result,
	    w->d);
	count_rows(w);
	v->errors = (long long)diags_errors(w->d);
	*failed = diags_failed(w->d) || diags_failed(t->d);
	v->faults = v->taken ? "" : faults_of(t, w->d);
	if (diags_failed(w->d))
		diag_fail(t->d, _("delivery %s: %s"), v->name,
		    without_prefix(t->arena, v->faults));
	arena_free(a);
}

bool
take_refused(struct way *w)
{
	struct taker	*t = w->t;
	struct store	*s = t->in->store;
	bool		 good = store_begin(s, t->in->when, t->in->who,
			    "nightly", t->d);

	if (good)
		ask_name(w);
	good = good && put_note(w, t->d) && store_commit(s, t->d);
	store_rollback(s);
	return good;
}
