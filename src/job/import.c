#include "job/import.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/text.h"
#include "desk/aside.h"
#include "desk/intake.h"
#include "input/csv.h"
#include "job/clash.h"
#include "job/remark.h"

enum {
	LOST_MAX = 4096,	/* refused case rows that are remembered */
	TITLES = 32		/* rows above a header, read in each way */
};

/* A case's number, and its county or "" where that could not be read. */
struct lost {
	const char	*id;
	char		 county[COUNTY_MAX + 1];
};

struct work {
	struct arena		*arena;		/* of the command */
	struct arena		*row_arena;
	struct arena		*case_arena;	/* of `last` */
	const struct import	*job;
	struct import_result	*result;
	struct diags		*d;
	struct intake		*intake;
	struct world		 world;
	struct named		 last;		/* what was asked last */
	const char		*last_id, *last_county;	/* NULL: nothing */
	struct lost		*lost;		/* cases whose row was bad */
	size_t			 nlost, lost_cap;
	struct clashes		*clashes;
	struct remarks		*remarks;
};

/* Opened when it is read, so that no number of files is too large. */
struct file {
	const char	*path;
	const char	*name;		/* as it is shown */
	bool		 standard;	/* it is the standard input */
	FILE		*copy;		/* of what cannot be read twice */
	struct header	 header;
	bool		 good;
	bool		 waits;		/* it has rows that come later */
	const char	*digest;	/* once it was read */
	struct arena	*arena;		/* while its header is looked for */
	struct row	 nearest;	/* to a header, of those read */
	size_t		 score;
	unsigned long long titles[TITLES]; /* rows above the header */
	size_t		 ntitles;
};

/*
 * Rows whose key has a gap come after all others of their kind; a file that
 * has no such column waits as a whole.
 */
enum round { FIRST_ROUND, SECOND_ROUND, ANY_ROUND };

/* ---- what intake asks */

static void
find_case(void *ctx, struct arena *a, const char *county, const char *id,
    struct named *out)
{
	struct work	*w = ctx;

	(void)a;
	if (w->last_id == NULL || strcmp(w->last_id, id) != 0 ||
	    strcmp(w->last_county, county) != 0) {
		arena_reset(w->case_arena);
		w->last_id = arena_dup(w->case_arena, id);
		w->last_county = arena_dup(w->case_arena, county);
		store_find(w->job->store, w->case_arena, w->last_county,
		    w->last_id, &w->last);
	}
	*out = w->last;
}

static const char *
find_name(void *ctx, struct arena *a, const char *code)
{
	struct work	*w = ctx;

	return store_name(w->job->store, a, code);
}

static void
each_division(void *ctx, const char *top, const char *name,
    intake_division_fn *fn, void *arg)
{
	struct work	*w = ctx;

	store_each_division(w->job->store, top, name, fn, arg);
}

/* ---- files */

static unsigned long long
row_hash(const struct row *r)
{
	unsigned long long	 h = HASH_START;
	const char		*s;
	size_t			 i;

	for (i = 0; i < r->n; i++)
		for (s = r->cells[i].text; *s != '\0'; s++)
			h = hash_add(h, (unsigned char)*s);
	return h;
}

/* The row that comes nearest to a header, for whoever must be told. */
static void
keep_nearest(struct file *f, const struct row *r)
{
	size_t	score = header_score(r), i;

	if (f->nearest.n > 0 && score <= f->score)
		return;
	f->score = score;
	f->nearest = *r;
	f->nearest.cells = arena_array(f->arena, r->n + 1,
	    sizeof(*r->cells));
	for (i = 0; i < r->n; i++) {
		f->nearest.cells[i] = r->cells[i];
		f->nearest.cells[i].text = arena_dup(f->arena,
		    r->cells[i].text);
	}
}

static bool
looks(void *ctx, const struct row *r)
{
	struct file	*f = ctx;

	if (header_looks(r))
		return true;
	if (f->arena != NULL) {
		keep_nearest(f, r);
		if (f->ntitles < TITLES)
			f->titles[f->ntitles++] = row_hash(r);
	}
	return false;
}

static void
say(struct work *w, const char *text)
{
	struct import_result	*r = w->result;

	r->notes = arena_grow(w->arena, r->notes, r->nnotes, &r->notes_cap,
	    sizeof(*r->notes));
	r->notes[r->nnotes++] = text;
}

/* What is no file with a beginning (a pipe) is put by, and read from there. */
static bool
put_by(struct work *w, struct file *f)
{
	char	 buf[1 << 16];
	FILE	*in = f->standard ? stdin : fopen(f->path, "r");
	size_t	 n;
	bool	 good;

	f->copy = in == NULL ? NULL : tmpfile();
	good = f->copy != NULL;
	while (good && (n = fread(buf, 1, sizeof(buf), in)) > 0)
		good = fwrite(buf, 1, n, f->copy) == n;
	good = good && !ferror(in) && fflush(f->copy) == 0;
	if (!good)
		diag_error(w->d, (struct place){ .path = f->name },
		    _("cannot be read: %s"), strerror(errno));
	if (in != NULL && !f->standard)
		fclose(in);
	if (good)
		f->path = arena_printf(w->arena, "/dev/fd/%d",
		    fileno(f->copy));
	return good;
}

static bool
open_file(struct work *w, const char *path, struct file *f)
{
	const char	*encoding;
	struct csv	*csv;
	struct stat	 st;
	int		 passed;

	f->path = path;
	f->name = path + w->job->skip;
	f->standard = w->job->lend == NULL && strcmp(path, "-") == 0;
	if (f->standard) {
		f->name = _("standard input");
		if (!put_by(w, f))
			return false;
	} else if (w->job->lend != NULL)
		f->path = arena_printf(w->arena, "/dev/fd/%d",
		    w->job->lend(w->job->ctx, path));
	else if (stat(path, &st) == 0 && !S_ISREG(st.st_mode) &&
	    !S_ISDIR(st.st_mode) && !put_by(w, f))
		return false;
	f->arena = w->arena;
	csv = csv_open_as(f->path, f->name, looks, f, &encoding, &passed,
	    w->d);
	f->arena = NULL;
	if (csv == NULL) {
		if (f->nearest.n > 0)
			header_wanted(w->arena, f->score > 0 ? &f->nearest :
			    NULL, w->d);
		return false;
	}
	if (strcmp(encoding, "UTF-8") != 0)
		say(w, arena_printf(w->arena, _("%s: read as %s"), f->name,
		    encoding));
	if (passed > 0)
		say(w, arena_printf(w->arena, text_plural(
		    "%s: %d line before the header passed over",
		    "%s: %d lines before the header passed over",
		    (unsigned long)passed), f->name, passed));
	f->good = header_read(csv_header(csv), &f->header, w->d);
	csv_close(csv);
	w->result->seen[f->header.sheet] |= f->good;
	return f->good;
}

/* Opens it again; its header was read before, and must be the same. */
static struct csv *
open_again(struct work *w, struct file *f)
{
	struct diags	*unheard = diags_new(w->row_arena);
	struct header	 h;
	struct csv	*csv = csv_open_as(f->path, f->name, looks, f, NULL,
			    NULL, w->d);

	if (csv == NULL)
		return NULL;
	memset(&h, 0, sizeof(h));
	if (header_read(csv_header(csv), &h, unheard) &&
	    memcmp(&h.at, &f->header.at, sizeof(h.at)) == 0 &&
	    h.sheet == f->header.sheet)
		return csv;
	diag_error(w->d, (struct place){ .path = f->name },
	    _("the file was changed while it was read"));
	csv_close(csv);
	return NULL;
}

/* ---- rows */

static void
count(struct work *w, enum sheet s, enum put p, bool voided)
{
	struct import_count	*c = &w->result->of[s];

	if (voided)
		c->voided += p == PUT_CORRECTED;
	else if (p == PUT_NEW)
		c->fresh++;
	else if (p == PUT_SAME)
		c->same++;
	else if (p == PUT_COMPLETED)
		c->completed++;
	else if (p == PUT_CORRECTED)
		c->corrected++;
}

/* What the row has made what it was before the run counts as never changed. */
static void
turn_back(struct work *w, enum sheet s)
{
	struct import_count	*c = &w->result->of[s];
	struct turned		 t = store_turned(w->job->store);

	if (s != SHEET_POSTINGS && s != SHEET_OBJECTIONS)
		return;
	c->completed -= t.completed;
	c->corrected -= t.corrected;
	c->same += t.completed + t.corrected;
}

static enum put
put_fact(struct work *w, const struct fact *f, const struct matter *m)
{
	struct store	*s = w->job->store;

	switch (f->sheet) {
	case SHEET_DIVISIONS:
		return f->voided ? store_void_division(s, f->code, w->d) :
		    store_put_division(s, f->code, f->name,
		    &(struct person){ f->contact, f->phone, f->has }, w->d);
	case SHEET_CASES:
		return f->voided ? store_void_case(s, &f->matter, w->d) :
		    store_put_case(s, &f->matter, f->has, w->d);
	case SHEET_EVENTS:
		return f->voided ? store_void_event(s, m, &f->event,
		    f->repeats, w->d) : store_put_event(s, m, &f->event,
		    f->repeats, w->d);
	case SHEET_POSTINGS:
		return f->voided ? store_void_posting(s, m, &f->posting,
		    w->d) : store_put_posting(s, m, &f->posting, f->has,
		    w->d);
	default:
		return f->voided ? store_void_objection(s, m, &f->objection,
		    w->d) : store_put_objection(s, m, &f->objection, f->has,
		    w->d);
	}
}

/* Of postings and objections the slot's division counts, else the case's. */
static const char *
division_of(const struct fact *f, const struct matter *m)
{
	if (f->sheet == SHEET_DIVISIONS)
		return f->code;
	if (f->sheet == SHEET_POSTINGS && *f->posting.division != '\0')
		return f->posting.division;
	if (f->sheet == SHEET_OBJECTIONS && *f->objection.division != '\0')
		return f->objection.division;
	return m->division;
}

static bool
is_outside(struct work *w, const struct row *row, const struct header *h,
    const struct fact *f, const struct matter *m)
{
	const char	*top = w->job->within, *code;

	if (top == NULL || division_within(code = division_of(f, m), top))
		return false;
	diag_error(w->d, place_of(row, h, h->at[COL_DIVISION] >= 0 ?
	    COL_DIVISION : COL_CASE), _("this row is one of %s, and the "
	    "folder %s takes rows at or below its own division only"), code,
	    top);
	return true;
}

/* Where a row is named that is there, or was looked for. */
static struct place
key_place(const struct row *row, const struct header *h)
{
	static const enum column	cell[SHEETS] = {
		[SHEET_DIVISIONS] = COL_DIVISION, [SHEET_CASES] = COL_CASE,
		[SHEET_EVENTS] = COL_EVENT, [SHEET_POSTINGS] = COL_POSTED,
		[SHEET_OBJECTIONS] = COL_RECEIVED
	};

	return place_of(row, h, cell[h->sheet]);
}

static void
complain_many(struct work *w, const struct row *row, const struct header *h)
{
	diag_error(w->d, key_place(row, h), h->sheet == SHEET_OBJECTIONS ?
	    _("this row has no number, and several objections of that day "
	    "fit it: say which is meant") : _("this row lacks a medium or a "
	    "place, and several postings of that day fit it: say which is "
	    "meant"));
	diag_note(w->d, (struct place){ 0 }, _("they are: %s"),
	    store_fitting(w->job->store));
}

/* Calendars know one case alone by a number.  False: the machine failed. */
static bool
keep_first(struct work *w, const struct row *row, const struct header *h,
    const struct fact *f, enum put put)
{
	const char	*other;
	enum put	 p;

	if (put != PUT_NEW && (*f->first == '\0' || put == PUT_CLASH))
		return true;
	p = store_put_first(w->job->store, w->row_arena, &f->matter,
	    f->first, put == PUT_NEW, &other, w->d);
	if (p != PUT_CLASH)
		return p != PUT_FAILED;
	if (*f->first == '\0')
		diag_error(w->d, place_of(row, h, COL_CASE), _("`%s` is the "
		    "number that the case `%s` had before it was renamed, and "
		    "by which calendars know it: is that case meant?"), f->id,
		    other);
	else
		diag_error(w->d, place_of(row, h, COL_FIRST), _("the first "
		    "number `%s` does not fit: calendars know the case `%s` "
		    "by its own"), f->first, other);
	return true;
}

/* False: the machine failed.  *put says what became of the row. */
static bool
keep(struct work *w, const struct row *row, const struct header *h,
    const struct fact *f, const struct matter *m, enum put *put)
{
	enum put	p = *put = PUT_SAME;

	if (is_outside(w, row, h, f, m))
		return true;
	if (w->job->meet != NULL)
		w->job->meet(w->job->ctx, f->sheet, division_of(f, m), m);
	p = *put = put_fact(w, f, m);
	if (f->sheet == SHEET_CASES && !f->voided && p != PUT_FAILED &&
	    !keep_first(w, row, h, f, p))
		return false;
	if (p == PUT_CLASH)
		clash_add(w->clashes, row, h, f, m);
	else if (p == PUT_MANY)
		complain_many(w, row, h);
	else if (p == PUT_FULL)
		diag_error(w->d, key_place(row, h), _("the case has %d rows "
		    "of this kind already, which is as many as it may have"),
		    MATTER_ROWS);
	else if (p != PUT_FAILED && p != PUT_NEVER) {
		count(w, f->sheet, p, f->voided);
		turn_back(w, f->sheet);
		remark(w->remarks, row, h, f, m, p);
	}
	if (f->sheet == SHEET_CASES)
		w->last_id = NULL;
	return p != PUT_FAILED;
}

static bool
keep_one(struct work *w, const struct row *row, const struct header *h,
    const struct fact *f, const struct matter *m)
{
	enum put	p;
	bool		good = keep(w, row, h, f, m, &p);

	if (p == PUT_NEVER)
		remark_never(w->remarks, key_place(row, h), f, m, w->d);
	return good;
}

struct batch {
	struct work		*w;
	const struct row	*row;
	const struct header	*h;
	const struct fact	*fact;
	int			 cases;
	int			 never;		/* had no such row to void */
	bool			 good;
};

static bool
take_for(void *ctx, const struct matter *m)
{
	struct batch	*b = ctx;
	struct fact	 f = *b->fact;
	enum put	 p;

	if (!division_within(m->division, f.county))
		return true;
	b->cases++;
	if (!intake_mean(b->w->intake, b->w->row_arena, b->row, b->h, m, &f,
	    b->w->d)) {
		diag_note(b->w->d, (struct place){ 0 },
		    _("in case %s of the batch"), m->id);
		return true;
	}
	b->good = keep(b->w, b->row, b->h, &f, m, &p);
	b->never += p == PUT_NEVER;
	return b->good;
}

static bool
take_batch(struct work *w, const struct row *row, const struct header *h,
    const struct fact *f)
{
	struct batch	b = { w, row, h, f, 0, 0, true };

	store_each_in_batch(w->job->store, w->row_arena, f->batch, take_for,
	    &b);
	w->result->lacking += b.cases == 0;
	if (b.cases == 0)
		diag_error(w->d, place_of(row, h, COL_CASE),
		    _("no case belongs to the batch `%s`"), f->batch);
	else if (b.never == b.cases)
		diag_error(w->d, key_place(row, h), _("no case of the batch "
		    "`%s` has or had this row, so there is nothing to take "
		    "back"), f->batch);
	return b.good;
}

/* One cause, one complaint: a case whose own row was bad is not missed. */
static bool
was_lost(const struct work *w, const struct fact *f)
{
	const struct lost	*l;
	size_t			 i;

	for (i = 0; i < w->nlost; i++) {
		l = &w->lost[i];
		if (strcmp(l->id, f->id) == 0 && (*f->county == '\0' ||
		    *l->county == '\0' || strcmp(l->county, f->county) == 0))
			return true;
	}
	return false;
}

static void
lose_case(struct work *w, const struct row *row, const struct header *h)
{
	char		 code[DIVISION_MAX + 1];
	struct lost	*l;

	if (h->sheet != SHEET_CASES || w->nlost == LOST_MAX)
		return;
	w->lost = arena_grow(w->arena, w->lost, w->nlost, &w->lost_cap,
	    sizeof(*w->lost));
	l = &w->lost[w->nlost++];
	*l = (struct lost){ .id = arena_dup(w->arena, cell_of(row, h,
	    COL_CASE)) };
	if (division_parse(cell_of(row, h, COL_DIVISION), code))
		division_county(code, l->county);
}

/* The other faults of a row that has one: step, event, place. */
static void
tell_all(struct work *w, const struct row *row, const struct header *h,
    struct fact *f)
{
	const struct matter	*m;

	if (!f->named || *f->batch != '\0' || (w->nlost > 0 &&
	    was_lost(w, f)))
		return;
	m = intake_case(w->intake, w->row_arena, row, h, f, w->d);
	if (m != NULL)
		(void)intake_mean(w->intake, w->row_arena, row, h, m, f,
		    w->d);
}

/* False: the machine failed; faults of the row alone are only told. */
static bool
take_row(struct work *w, const struct row *row, const struct header *h)
{
	struct fact		 f;
	const struct matter	*m = NULL;

	if (!intake_row(w->intake, w->row_arena, row, h, &f, w->d)) {
		lose_case(w, row, h);
		tell_all(w, row, h, &f);
		return true;
	}
	if (h->sheet == SHEET_DIVISIONS || h->sheet == SHEET_CASES)
		return keep_one(w, row, h, &f, &f.matter);
	if (*f.batch != '\0')
		return take_batch(w, row, h, &f);
	if (w->nlost > 0 && was_lost(w, &f))
		return true;
	m = intake_case(w->intake, w->row_arena, row, h, &f, w->d);
	if (m == NULL || !intake_mean(w->intake, w->row_arena, row, h, m, &f,
	    w->d))
		return true;
	return keep_one(w, row, h, &f, m);
}

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
show_progress(struct work *w, const struct file *f, struct csv *csv, bool end)
{
	long long	done, size;

	if (w->job->progress == NULL)
		return;
	csv_progress(csv, &done, &size);
	if (end)
		fputs("\r\033[K", w->job->progress);
	else if (size > 0)
		fprintf(w->job->progress, "\r%s: %lld%%", f->name,
		    done * 100 / size);
	fflush(w->job->progress);
}

/* Titles stand above the header of each page. */
static bool
is_title(const struct file *f, const struct row *row)
{
	unsigned long long	h = row_hash(row);
	size_t			i;

	for (i = 0; i < f->ntitles; i++)
		if (f->titles[i] == h)
			return true;
	return false;
}

/* Is this row no fact?  Then it is said. */
static bool
passes_over(struct work *w, const struct file *f, const struct row *row)
{
	enum aside	 aside = row_aside(row, &f->header);
	const char	*what = aside_name(aside);

	if (aside == ASIDE_NOT && is_title(f, row))
		what = N_("the title once more");
	if (*what == '\0')
		return false;
	say(w, arena_printf(w->arena, _("%s:%d: %s, passed over"), f->name,
	    row->line, _(what)));
	return true;
}

/* Several tables in one file: none of what follows can be read. */
static bool
is_another(struct work *w, const struct file *f, const struct row *row,
    enum round round)
{
	if (row_aside(row, &f->header) != ASIDE_OTHER)
		return false;
	if (round != SECOND_ROUND)
		diag_error(w->d, row_at(row, 0), _("here another table "
		    "begins: put each table into a file of its own (this file "
		    "is one of %s)"), sheet_name(f->header.sheet));
	return true;
}

/* The rows of one round; what is wrong with the file itself is told once. */
static bool
take_rows(struct work *w, struct file *f, struct csv *csv, enum round round)
{
	struct arena		*a = arena_new();
	struct diags		*d = f->waits ? diags_new(a) : w->d;
	const struct row	*row;
	long long		 rows = 0, read = 0;
	bool			 good = true;

	while (good && (row = csv_next(csv, d)) != NULL) {
		if (++read % 20000 == 0)
			show_progress(w, f, csv, false);
		if (is_another(w, f, row, round))
			break;
		if (round != ANY_ROUND && lacks(&f->header, row) !=
		    (round == SECOND_ROUND)) {
			f->waits = true;
			continue;
		}
		arena_reset(w->row_arena);
		if (passes_over(w, f, row))
			continue;
		good = take_row(w, row, &f->header);
		rows++;
	}
	show_progress(w, f, csv, true);
	w->result->of[f->header.sheet].rows += rows;
	arena_free(a);
	if (f->digest == NULL)
		f->digest = arena_dup(w->arena, csv_digest(csv));
	return good && store_file_done(w->job->store, csv_digest(csv), read,
	    w->d);
}

static bool
take_file(struct work *w, struct file *f, enum round round)
{
	struct csv	*csv;
	bool		 good;

	if (round != FIRST_ROUND && f->digest == NULL)
		f->digest = csv_digest_of(w->arena, f->path);
	if (!store_file(w->job->store, f->name, round == FIRST_ROUND ? NULL :
	    f->digest, w->d))
		return false;
	csv = open_again(w, f);
	good = csv != NULL && take_rows(w, f, csv, round);
	csv_close(csv);
	return good;
}

static bool
take_kind(struct work *w, struct file *files, enum sheet s, enum round round)
{
	struct file	*f;
	bool		 all;
	int		 i;

	for (i = 0; i < w->job->nfiles; i++) {
		f = &files[i];
		if (!f->good || f->header.sheet != s)
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
take_all(struct work *w, struct file *files)
{
	const struct import	*job = w->job;
	int			 s, i;

	if (!store_begin(job->store, job->when, job->who, job->command, w->d))
		return false;
	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		if (!take_kind(w, files, (enum sheet)s, FIRST_ROUND) ||
		    !take_kind(w, files, (enum sheet)s, SECOND_ROUND))
			return false;
	for (i = 0; i < job->nfiles; i++)
		if (files[i].good)
			clashes_seek(w->clashes, files[i].path, files[i].name,
			    &files[i].header);
	clashes_tell(w->clashes, w->d);
	remarks_end(w->remarks, w->d);
	return diags_errors(w->d) == 0;
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
	diag_error(w->d, (struct place){ 0 }, _("--whole would take back %lld "
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
	*w = (struct work){ .arena = a, .row_arena = arena_new(),
	    .case_arena = arena_new(), .job = job, .result = result, .d = d };
	w->world = (struct world){ job->book, store_home(job->store),
	    job->county == NULL ? "" : job->county, w, find_case, find_name,
	    each_division };
	w->intake = intake_new(a, &w->world);
	w->clashes = clashes_new(a, w->intake);
	w->remarks = remarks_new(a, job->store, w->intake, d);
}

/* Commits, or leaves the database as it was. */
static bool
work_end(struct work *w, bool good)
{
	const struct import	*job = w->job;

	good = good && diags_errors(w->d) == 0 && !job->check &&
	    (job->confirm == NULL || job->confirm(job->ctx)) &&
	    store_commit(w->job->store, w->d);
	if (!good) {
		(void)store_lost(w->job->store, w->d);
		store_rollback(w->job->store);
	}
	w->result->remarks = remarks_count(w->remarks);
	w->result->lacking += intake_lacking(w->intake);
	remarks_free(w->remarks);
	intake_free(w->intake);
	arena_free(w->row_arena);
	arena_free(w->case_arena);
	return good;
}

bool
import_row(struct arena *a, const struct import *job, const struct header *h,
    const struct row *row, struct import_result *result, struct diags *d)
{
	struct work	w;
	bool		good;

	work_begin(&w, a, job, result, d);
	result->of[h->sheet].rows = 1;
	good = store_begin(job->store, job->when, job->who, job->command,
	    d) && store_file(job->store, job->command, NULL, d) &&
	    take_row(&w, row, h) && store_file_done(job->store, "", 1, d);
	clashes_tell(w.clashes, d);
	remarks_end(w.remarks, d);
	return work_end(&w, good);
}

bool
import_run(struct arena *a, const struct import *job,
    struct import_result *result, struct diags *d)
{
	struct file	*files = arena_array(a, (size_t)job->nfiles + 1,
			    sizeof(*files));
	struct work	 w;
	bool		 good = true;
	int		 i;

	work_begin(&w, a, job, result, d);
	for (i = 0; i < job->nfiles; i++)
		good &= open_file(&w, job->files[i], &files[i]);
	/* With a header broken, rows would only be misread. */
	good = good && take_all(&w, files) && take_rest(&w);
	good = work_end(&w, good) || (good && job->check);
	for (i = 0; i < job->nfiles; i++)
		if (files[i].copy != NULL)
			fclose(files[i].copy);
	return good;
}
