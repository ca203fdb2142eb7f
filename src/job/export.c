#include "job/export.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "desk/sheet.h"
#include "folder/beside.h"
#include "folder/folder.h"
#include "input/csv.h"
#include "job/forms.h"
#include "words/csv.h"

enum {
	SETS = 32,		/* of the five columns that postings may lack */
	COLUMNS_OF_POSTINGS = HAS_UNTIL | HAS_REVIEWED | HAS_CONTENT |
	    HAS_BY | HAS_EVIDENCE
};

/* A sheet that is being written. */
struct leaf {
	struct beside	 b;
	enum column	 columns[COLUMNS];
	int		 n;
	bool		 open;
};

struct export {
	struct arena		*arena;		/* of the command */
	struct arena		*row;
	struct store		*store;
	struct folder		 dir;
	bool			 counties;	/* numbers need their county */
	bool			 has_set[SETS];
	struct leaf		 sheets[SHEETS];
	struct leaf		 postings[SETS];
	struct exported		*done;
	struct diags		*d;
};

/* ---- the cells of a row */

static const char *
day_cell(struct export *x, struct day d)
{
	char	buf[DAY_TEXT];

	return day_is(d) ? arena_dup(x->row, day_print(d, buf)) : "";
}

/* The named places, or those that were known; as text. */
static const char *
list_cell(struct export *x, const struct matter *m, bool known)
{
	size_t		 i, len = 1;
	char		*text, *p;
	const char	*code;
	bool		 marked;

	for (i = 0; i < m->nplaces; i++)
		len += strlen(m->places[i]) + 1;
	p = text = arena_alloc(x->row, len);
	for (i = 0; i < m->nplaces; i++) {
		marked = *m->places[i] == PLACE_KNOWN;
		if ((marked || !m->named) != known)
			continue;
		code = m->places[i] + marked;
		if (p != text)
			*p++ = ';';
		memcpy(p, code, strlen(code));
		p += strlen(code);
	}
	*p = '\0';
	return text;
}

static const char *
case_cell(struct export *x, const struct item *i, enum column c)
{
	const struct matter	*m = i->matter;
	const char		*list;

	switch (c) {
	case COL_PROCEDURE:
		return m->procedure;
	case COL_DIVISION:
		return m->division;
	case COL_TITLE:
		return m->title;
	case COL_PLACES:
		return list_cell(x, m, false);
	case COL_BATCH:
		return m->batch;
	case COL_TRAITS:
		return text_join(x->row, m->traits, m->ntraits, ";");
	case COL_AMOUNTS:
		return m->amounts;
	case COL_KNOWN:
		list = list_cell(x, m, true);
		return *list != '\0' ? list : known_none();
	case COL_FIRST:
		return store_first(x->store, x->row, m->division, m->id);
	default:
		return i->id;
	}
}

static const char *
posting_cell(struct export *x, const struct posting *p, enum column c)
{
	switch (c) {
	case COL_STEP:
		return p->step;
	case COL_DIVISION:
		return p->division;
	case COL_POSTED:
		return day_cell(x, p->posted);
	case COL_UNTIL:
		return day_cell(x, p->until);
	case COL_MEDIUM:
		return p->medium;
	case COL_PLACE:
		return p->place;
	case COL_REVIEWED:
		return day_cell(x, p->reviewed);
	case COL_CONTENT:
		return p->content;
	case COL_BY:
		return p->by;
	default:
		return p->evidence;
	}
}

static const char *
objection_cell(struct export *x, const struct objection *o, enum column c)
{
	switch (c) {
	case COL_STEP:
		return o->step;
	case COL_DIVISION:
		return o->division;
	case COL_NUMBER:
		return o->number;
	case COL_RECEIVED:
		return day_cell(x, o->received);
	case COL_RESOLVED:
		return day_cell(x, o->resolved);
	case COL_OUTCOME:
		return o->outcome;
	default:
		return o->handler;
	}
}

static const char *
division_cell(const struct item *i, enum column c)
{
	switch (c) {
	case COL_NAME:
		return i->name;
	case COL_CONTACT:
		return i->person.contact;
	case COL_PHONE:
		return i->person.phone;
	default:
		return i->division;
	}
}

static const char *
duty_cell(struct export *x, const struct duty *y, enum column c)
{
	switch (c) {
	case COL_PROCEDURE:
		return y->procedure;
	case COL_FROM:
		return day_cell(x, y->from);
	case COL_UNTIL:
		return day_cell(x, y->until);
	case COL_OPENED:
		return day_cell(x, y->opened);
	default:
		return y->division;
	}
}

static const char *
cell(struct export *x, enum sheet s, const struct item *i, enum column c)
{
	char	county[COUNTY_MAX + 1];

	if (s == SHEET_DIVISIONS)
		return division_cell(i, c);
	if (s == SHEET_CASES)
		return case_cell(x, i, c);
	if (s == SHEET_DUTIES)
		return duty_cell(x, &i->duty, c);
	if (c == COL_CASE)
		return i->id;
	if (c == COL_COUNTY) {
		division_county(i->division, county);
		return arena_dup(x->row, county);
	}
	if (s == SHEET_POSTINGS)
		return posting_cell(x, &i->posting, c);
	if (s == SHEET_OBJECTIONS)
		return objection_cell(x, &i->objection, c);
	return c == COL_EVENT ? i->event.event : day_cell(x, i->event.day);
}

/* ---- a sheet */

/* Those that a row may lack, by the bits of which it had. */
static unsigned
bit_of(enum column c)
{
	static const unsigned	bits[COLUMNS] = {
		[COL_UNTIL] = HAS_UNTIL, [COL_REVIEWED] = HAS_REVIEWED,
		[COL_CONTENT] = HAS_CONTENT, [COL_BY] = HAS_BY,
		[COL_EVIDENCE] = HAS_EVIDENCE
	};

	return bits[c];
}

/* A division's level follows from its code, a case's county likewise. */
static bool
is_written(const struct export *x, enum sheet s, enum column c, unsigned has)
{
	if (c == COL_IGNORED || c == COL_VOID || c == COL_LEVEL ||
	    c == COL_PERIOD || (c == COL_PROCEDURE && s != SHEET_CASES &&
	    s != SHEET_DUTIES) ||
	    (c == COL_DIVISION && s == SHEET_EVENTS))
		return false;
	if (c == COL_COUNTY)
		return x->counties && s != SHEET_CASES;
	return s != SHEET_POSTINGS || (bit_of(c) & ~has) == 0;
}

static bool
open_leaf(struct export *x, enum sheet s, const char *name, unsigned has,
    struct leaf *l)
{
	const char	*en, *zh;
	enum column	 c;
	size_t		 i;

	if (!beside_at(x->arena, &x->dir, name, BESIDE_INSIDE, &l->b, x->d))
		return false;
	l->open = true;
	x->done->files++;
	fputs("\xef\xbb\xbf", l->b.file);
	for (i = 0; (c = sheet_column(s, i, &en, &zh)) != COL_NONE; i++) {
		if (!is_written(x, s, c, has))
			continue;
		if (l->n > 0)
			fputc(',', l->b.file);
		csv_fact(l->b.file, text_lang() == LANG_ZH ? zh : en);
		l->columns[l->n++] = c;
	}
	fputs("\r\n", l->b.file);
	return true;
}

static void
too_long(struct export *x, const struct item *i, enum column c)
{
	diag_error(x->d, NOWHERE, c == COL_KNOWN ||
	    c == COL_PLACES ? _("case %s: its list of divisions is longer "
	    "than a cell may be (%d bytes)") : _("case %s: a text is longer "
	    "than a cell may be (%d bytes)"), i->id, CSV_FIELD);
}

static bool
put_row(struct export *x, enum sheet s, struct leaf *l, const struct item *i)
{
	const char	*text;
	int		 k;

	arena_reset(x->row);
	for (k = 0; k < l->n; k++) {
		text = cell(x, s, i, l->columns[k]);
		if (strlen(text) > CSV_FIELD) {
			too_long(x, i, l->columns[k]);
			return false;
		}
		if (k > 0)
			putc_unlocked(',', l->b.file);
		csv_fact(l->b.file, text);
	}
	fputs("\r\n", l->b.file);
	x->done->rows++;
	return true;
}

/* ---- postings lie in as many sheets as there are sets of columns */

/* The bits side by side, so that they count the sets. */
static int
set_of(unsigned has)
{
	return (int)((has & COLUMNS_OF_POSTINGS) / HAS_UNTIL);
}

_Static_assert(HAS_UNTIL * (SETS - 1) == COLUMNS_OF_POSTINGS,
    "the bits of postings' columns lie side by side");

static void
note_set(void *ctx, unsigned has)
{
	struct export	*x = ctx;

	x->has_set[set_of(has)] = true;
}

/* The fullest first; from the second on they are numbered. */
static bool
open_postings(struct export *x)
{
	const char	*name = forms_name(SHEET_POSTINGS);
	const size_t	 stem = strcspn(name, ".");
	int		 i, n = 0;

	for (i = SETS - 1; i >= 0; i--)
		if (x->has_set[i] && !open_leaf(x, SHEET_POSTINGS, n++ == 0 ?
		    name : arena_printf(x->arena, "%.*s-%d%s", (int)stem,
		    name, n, name + stem), (unsigned)i * HAS_UNTIL,
		    &x->postings[i]))
			return false;
	return true;
}

static bool
put_division(void *ctx, const struct item *i)
{
	struct export	*x = ctx;

	return put_row(x, SHEET_DIVISIONS, &x->sheets[SHEET_DIVISIONS], i);
}

static bool
put_case(void *ctx, const struct item *i)
{
	struct export	*x = ctx;

	return put_row(x, SHEET_CASES, &x->sheets[SHEET_CASES], i);
}

static bool
put_event(void *ctx, const struct item *i)
{
	struct export	*x = ctx;

	return put_row(x, SHEET_EVENTS, &x->sheets[SHEET_EVENTS], i);
}

static bool
put_posting(void *ctx, const struct item *i)
{
	struct export	*x = ctx;

	return put_row(x, SHEET_POSTINGS, &x->postings[set_of(i->has)], i);
}

static bool
put_objection(void *ctx, const struct item *i)
{
	struct export	*x = ctx;

	return put_row(x, SHEET_OBJECTIONS, &x->sheets[SHEET_OBJECTIONS], i);
}

/* A sheet of them is written with the first. */
static bool
put_duty(void *ctx, const struct item *i)
{
	struct export	*x = ctx;
	struct leaf	*l = &x->sheets[SHEET_DUTIES];

	return (l->open || open_leaf(x, SHEET_DUTIES,
	    forms_name(SHEET_DUTIES), 0, l)) && put_row(x, SHEET_DUTIES, l, i);
}

static const struct {
	enum sheet	 sheet;
	enum item_kind	 items;
	store_item_fn	*put;
} kinds[] = {
	{ SHEET_DIVISIONS, ITEM_DIVISION, put_division },
	{ SHEET_EVENTS, ITEM_EVENT, put_event },
	{ SHEET_POSTINGS, ITEM_POSTING, put_posting },
	{ SHEET_OBJECTIONS, ITEM_OBJECTION, put_objection },
	{ SHEET_DUTIES, ITEM_DUTY, put_duty },
	/* last: sheets without their cases cannot be taken for all */
	{ SHEET_CASES, ITEM_CASE, put_case },
};

enum { KINDS = sizeof(kinds) / sizeof(kinds[0]) };

/* ---- all of them or none */

static bool
write_all(struct export *x)
{
	int	i;

	if (!store_many_counties(x->store, &x->counties, x->d) ||
	    !store_each_set(x->store, note_set, x, x->d))
		return false;
	for (i = 0; i < KINDS; i++) {
		if (kinds[i].sheet == SHEET_POSTINGS ? !open_postings(x) :
		    kinds[i].sheet != SHEET_DUTIES && !open_leaf(x,
		    kinds[i].sheet, forms_name(kinds[i].sheet), 0,
		    &x->sheets[kinds[i].sheet]))
			return false;
		if (!store_each_item(x->store, kinds[i].items, kinds[i].put,
		    x, x->d))
			return false;
	}
	return true;
}

/* To the disk, so that nothing but renaming is left. */
static bool
settle(struct export *x, struct leaf *l)
{
	if (!l->open || (fflush(l->b.file) == 0 && !ferror(l->b.file) &&
	    fsync(fileno(l->b.file)) == 0))
		return true;
	diag_fail(x->d, _("cannot write %s: %s"), l->b.path, text_error(errno));
	return false;
}

static bool
close_leaf(struct export *x, struct leaf *l, bool good)
{
	return l->open ? beside_close(&l->b, good, x->d) && good : good;
}

static bool
close_all(struct export *x, bool good)
{
	int	i;

	for (i = 0; i < SETS; i++)
		good = good && settle(x, &x->postings[i]);
	for (i = 0; i < KINDS; i++)
		good = good && settle(x, &x->sheets[kinds[i].sheet]);
	for (i = 0; i < SETS; i++)
		good = close_leaf(x, &x->postings[i], good);
	for (i = 0; i < KINDS; i++)
		good = close_leaf(x, &x->sheets[kinds[i].sheet], good);
	return good;
}

/* What lies there may be somebody's, and old sheets would be taken for new. */
static bool
is_empty(struct export *x)
{
	const char	**names;
	size_t		  i, n;

	draft_sweep(&x->dir, NULL);
	if (!folder_list(&x->dir, x->arena, &names, &n)) {
		diag_fail(x->d, _("%s: cannot be read: %s"), x->dir.path,
		    text_error(errno));
		return false;
	}
	for (i = 0; i < n; i++)
		if (*names[i] != '.') {
			diag_error(x->d, (struct place){ .path =
			    x->dir.path }, _("`%s` lies there already: name a "
			    "new or an empty folder"), names[i]);
			return false;
		}
	return true;
}

bool
export_run(struct arena *a, struct store *s, const char *dir,
    struct exported *done, struct diags *d)
{
	struct export	x = { .arena = a, .store = s, .done = done, .d = d };
	bool		good;

	*done = (struct exported){ 0, 0 };
	if (!folder_open_made(dir, &x.dir)) {
		diag_error(d, (struct place){ .path = dir }, _("cannot be "
		    "opened: %s"), text_error(errno));
		return false;
	}
	x.row = arena_new();
	good = is_empty(&x);
	good = good && write_all(&x);
	good = close_all(&x, good);
	arena_free(x.row);
	folder_close(&x.dir);
	return good;
}
