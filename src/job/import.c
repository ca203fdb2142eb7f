#include "job/import.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "desk/aside.h"
#include "input/decode.h"
#include "job/clash.h"
#include "job/rows.h"
#include "job/sheetfile.h"

struct work {
	struct arena		*arena;		/* of the command */
	const struct import	*job;
	struct import_result	*result;
	struct diags		*d;
	size_t			 before;	/* errors: of a hub's other
						   counties */
	struct rows		*rows;
	struct sheetfiles	 sheets;
};

/*
 * Rows whose key has a gap come after all others of their kind; a file that
 * has no such column waits as a whole.
 */
enum round { FIRST_ROUND, SECOND_ROUND, ANY_ROUND };

/* Columns of keys that may be empty: the row then comes in the second round. */
static bool
lacks(const struct header *h, const struct row *row)
{
	static const enum column	gaps[SHEETS][2] = {
		[SHEET_POSTINGS] = { COL_MEDIUM, COL_PLACE },
		[SHEET_OBJECTIONS] = { COL_NUMBER, COL_NUMBER },
	};
	const enum column		*c = gaps[h->sheet];
	int				 i;

	for (i = 0; i < 2 && c[i] != COL_NONE; i++)
		if (row == NULL ? h->at[c[i]] < 0 :
		    *cell_of(row, h, c[i]) == '\0')
			return true;
	return false;
}

static void
show_progress(struct work *w, const struct sheetfile *f, struct grid *g,
    bool end)
{
	long long	done, size;

	if (w->job->progress == NULL)
		return;
	grid_progress(g, &done, &size);
	if (end)
		fputs("\r\033[K", w->job->progress);
	else if (size > 0)
		fprintf(w->job->progress, "\r%s: %lld%%", f->name,
		    done * 100 / size);
	fflush(w->job->progress);
}

/* Is this row no fact?  Then it is said. */
static bool
passes_over(struct work *w, const struct sheetfile *f, const struct row *row,
    enum aside aside)
{
	const char		*what = aside_name(aside);
	const struct place	 at = { .path = row->path,
				    .sheet = row->sheet, .line = row->line };

	if (aside == ASIDE_NOT && sheetfile_is_title(f, row))
		what = N_("the title once more");
	if (*what == '\0')
		return false;
	import_note(w->arena, w->result, row->sheet == NULL ?
	    arena_printf(w->arena, _("%s:%d: %s, passed over"), f->name,
	    row->line, _(what)) : arena_printf(w->arena,
	    _("%s: %s, passed over"), place_text(w->arena, &at), _(what)));
	return true;
}

/* Several tables in one file: none of what follows can be read. */
static void
complain_another(struct work *w, const struct sheetfile *f,
    const struct row *row)
{
	const char	*fault = *cell_of(row, &f->header, COL_CASE) == '\0' &&
	    *cell_of(row, &f->header, COL_DIVISION) == '\0' ?
	    _("these look like headings in a second line: write each heading "
	    "in one cell of one line (公示开始日期, 公示结束日期), and take "
	    "this line out") : NULL;

	if (fault != NULL) {
		diag_error(w->d, row_at(row, 0), "%s", fault);
		return;
	}
	diag_error(w->d, row_at(row, 0), row->sheet == NULL ? _("here another "
	    "table begins: put each table into a file of its own (this file "
	    "is one of %s)") : _("here another table begins: put each table "
	    "into a worksheet of its own (this one is of %s)"),
	    sheet_name(f->header.sheet));
}

/* Has this row its turn? */
static bool
is_due(struct sheetfile *f, const struct row *row, enum round round)
{
	if (round == ANY_ROUND || lacks(&f->header, row) ==
	    (round == SECOND_ROUND))
		return true;
	f->waits = true;
	return false;
}

/* The rows of one round; what is wrong with the file itself is told once. */
static bool
take_rows(struct work *w, struct sheetfile *f, struct grid *g,
    enum round round)
{
	struct arena		*a = arena_new();
	struct diags		*d = f->waits ? diags_new(a) : w->d;
	const struct row	*row;
	enum aside		 aside;
	struct cells		 cells;
	long long		 rows = 0, read = 0;
	bool			 good = true;

	cells_begin(&cells, &f->header);
	while (good && (row = grid_next(g, d)) != NULL) {
		if (++read % 20000 == 0)
			show_progress(w, f, g, false);
		aside = row_aside(row, &f->header);
		if (aside == ASIDE_OTHER && round != SECOND_ROUND)
			complain_another(w, f, row);
		if (aside == ASIDE_OTHER)
			break;
		if (sheetfile_is_blank(f, row) || !is_due(f, row, round) ||
		    passes_over(w, f, row, aside))
			continue;
		good = rows_take(w->rows, row, &cells);
		rows++;
	}
	show_progress(w, f, g, true);
	w->result->of[f->header.sheet].rows += rows;
	arena_free(a);
	if (f->digest == NULL)
		f->digest = arena_dup(w->arena, grid_digest(g));
	return good && store_file_done(w->job->store, grid_digest(g), read,
	    w->d);
}

static bool
take_file(struct work *w, struct sheetfile *f, enum round round)
{
	struct grid	*g;

	if (round != FIRST_ROUND && f->digest == NULL)
		f->digest = csv_digest_of(w->arena, f->path);
	if (!store_file(w->job->store, decode_name(w->arena, f->name), round ==
	    FIRST_ROUND ? NULL : f->digest, w->d))
		return false;
	g = sheetfile_again(&w->sheets, f, w->d);
	return g != NULL && take_rows(w, f, g, round);
}

static bool
take_kind(struct work *w, enum sheet s, enum round round)
{
	struct sheetfile	*f;
	bool			 all;
	size_t			 i;

	for (i = 0; i < w->sheets.n; i++) {
		f = w->sheets.all[i];
		if (f->header.sheet != s)
			continue;
		/* without the column every row has the gap */
		all = lacks(&f->header, NULL);
		if (round == FIRST_ROUND ? !all && !take_file(w, f, round) :
		    (all || f->waits) && !take_file(w, f, all ? ANY_ROUND :
		    round))
			return false;
	}
	return true;
}

static bool
take_all(struct work *w)
{
	const struct import	*job = w->job;
	int			 s;
	size_t			 i;

	if (!store_begin(job->store, job->when, job->who, job->command, w->d))
		return false;
	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		if (!take_kind(w, (enum sheet)s, FIRST_ROUND) ||
		    !take_kind(w, (enum sheet)s, SECOND_ROUND))
			return false;
	for (i = 0; i < w->sheets.n; i++)
		clashes_seek(rows_clashes(w->rows), &w->sheets,
		    w->sheets.all[i]);
	rows_end(w->rows);
	return diags_errors(w->d) == w->before;
}

/* ---- all there is: what was not said is taken back */

static bool
list_taken(void *ctx, const char *id, const char *what, const char *key,
    const char *values)
{
	struct work		*w = ctx;
	struct import_result	*r = w->result;

	r->taken = arena_grow(w->arena, r->taken, r->ntaken, &r->taken_cap,
	    sizeof(*r->taken));
	r->taken[r->ntaken++] = arena_printf(w->arena, "%s %s %s%s%s%s", id,
	    what, key, *values == '\0' ? "" : " (", values,
	    *values == '\0' ? "" : ")");
	return true;
}

static bool
take_rest(struct work *w)
{
	long long	taken, held;

	if (!w->job->whole)
		return true;
	if (!store_take_unsaid(w->job->store, list_taken, w, &taken, &held,
	    w->d))
		return false;
	if (w->job->yes || taken * 10 <= held)
		return true;
	diag_error(w->d, NOWHERE, _("--whole would take back %lld "
	    "of %lld facts of these cases, more than a tenth: add --yes if "
	    "that is meant"), taken, held);
	return false;
}

/* ---- what is said of it */

const char *
import_words(struct arena *a, enum sheet s, const struct import_count *c)
{
	const char	*line = arena_printf(a, text_plural(
			    "%s: %lld row: %lld new, %lld unchanged",
			    "%s: %lld rows: %lld new, %lld unchanged",
			    (unsigned long)c->rows), sheet_name(s), c->rows,
			    c->fresh, c->same);

	if (c->completed > 0)
		line = arena_printf(a, "%s%s", line, arena_printf(a,
		    _(", %lld completed"), c->completed));
	if (c->corrected > 0)
		line = arena_printf(a, "%s%s", line, arena_printf(a,
		    _(", %lld corrected"), c->corrected));
	return c->voided == 0 ? line : arena_printf(a, "%s%s", line,
	    arena_printf(a, _(", %lld taken back"), c->voided));
}

/* ---- from end to end */

static void
work_begin(struct work *w, struct arena *a, const struct import *job,
    struct import_result *result, struct diags *d)
{
	memset(result, 0, sizeof(*result));
	*w = (struct work){ .arena = a, .job = job, .result = result, .d = d,
	    .before = diags_errors(d),
	    .rows = rows_open(a, job, result, d) };
	sheetfiles_begin(&w->sheets, a);
}

/* Commits, or leaves the database as it was. */
static bool
work_end(struct work *w, bool good)
{
	const struct import	*job = w->job;

	good = good && diags_errors(w->d) == w->before && !job->check &&
	    (job->confirm == NULL || job->confirm(job->ctx)) &&
	    store_commit(job->store, w->d);
	if (!good) {
		(void)store_lost(job->store, w->d);
		store_rollback(job->store);
	}
	rows_close(w->rows);
	sheetfiles_end(&w->sheets);
	return good;
}

bool
import_row(struct arena *a, const struct import *job, const struct header *h,
    const struct row *row, struct import_result *result, struct diags *d)
{
	struct work	w;
	struct cells	cells;
	bool		good;

	work_begin(&w, a, job, result, d);
	cells_begin(&cells, h);
	result->of[h->sheet].rows = 1;
	good = store_begin(job->store, job->when, job->who, job->command,
	    d) && store_file(job->store, job->command, NULL, d) &&
	    rows_take(w.rows, row, &cells) &&
	    store_file_done(job->store, "", 1, d);
	rows_end(w.rows);
	return work_end(&w, good);
}

bool
import_run(struct arena *a, const struct import *job,
    struct import_result *result, struct diags *d)
{
	struct work	w;
	bool		good = true;
	int		i;

	work_begin(&w, a, job, result, d);
	for (i = 0; i < job->nfiles; i++)
		good &= sheetfiles_add(&w.sheets, job, job->files[i], result,
		    d);
	/* With a header broken, rows would only be misread. */
	good = good && take_all(&w) && take_rest(&w);
	return work_end(&w, good) || (good && job->check);
}
