#include "job/logs.h"

#include <string.h>

#include "base/text.h"
#include "desk/sheet.h"
#include "input/csv.h"
#include "job/carry.h"
#include "job/forms.h"
#include "rule/terms.h"
#include "words/message.h"

enum {
	MANY = 16,		/* columns of a log, at the most */
	WORDS = 16		/* of a drop-down list */
};

enum log { LOG_POSTINGS, LOG_STANDING, LOG_EVENTS, LOG_OBJECTIONS, LOGS };

/* A column in a log: not one of import's own is told what a case is called,
   or a division, which it passes over. */
struct log_column {
	enum column	 column;
	int		 width;
};

struct log_kind {
	const char		*name;		/* a msgid */
	enum sheet		 sheet;
	int			 blank;
	int			 told;		/* columns before the day */
	struct log_column	 columns[MANY];
};

static const struct log_kind	kinds[LOGS] = {
	[LOG_POSTINGS] = { N_("Postings"), SHEET_POSTINGS, 40, 6, {
	    { COL_CASE, 15 }, { COL_CALLED, 22 }, { COL_STEP, 15 },
	    { COL_DIVISION, 17 }, { COL_IGNORED, 12 }, { COL_COUNTY, 8 },
	    { COL_POSTED, 12 }, { COL_UNTIL, 12 }, { COL_MEDIUM, 10 },
	    { COL_PLACE, 16 }, { COL_BY, 10 }, { COL_REVIEWED, 12 },
	    { COL_CONTENT, 20 }, { COL_EVIDENCE, 12 } } },
	[LOG_EVENTS] = { N_("Events"), SHEET_EVENTS, 20, 5, {
	    { COL_CASE, 18 }, { COL_CALLED, 30 }, { COL_EVENT, 24 },
	    { COL_IGNORED, 16 }, { COL_COUNTY, 8 }, { COL_DATE, 14 } } },
	[LOG_OBJECTIONS] = { N_("Objections"), SHEET_OBJECTIONS, 30, 6, {
	    { COL_CASE, 15 }, { COL_CALLED, 22 }, { COL_STEP, 15 },
	    { COL_DIVISION, 17 }, { COL_IGNORED, 12 }, { COL_COUNTY, 8 },
	    { COL_RECEIVED, 12 }, { COL_NUMBER, 14 }, { COL_RESOLVED, 12 },
	    { COL_OUTCOME, 10 }, { COL_HANDLER, 20 } } },
	[LOG_STANDING] = { N_("Postings, hanging"), SHEET_POSTINGS, 0, 6, {
	    { COL_CASE, 15 }, { COL_CALLED, 22 }, { COL_STEP, 15 },
	    { COL_DIVISION, 17 }, { COL_IGNORED, 12 }, { COL_COUNTY, 8 },
	    { COL_POSTED, 12 }, { COL_UNTIL, 12 }, { COL_MEDIUM, 10 },
	    { COL_PLACE, 16 }, { COL_BY, 10 } } },
};

struct log_page {
	struct book_page	*page;
	const struct log_column	*columns[MANY];
	size_t			 n;
	long long		 rows;
};

struct logs {
	struct arena		*arena;
	struct arena		*row;
	struct workbook		*book;
	const char		*title;
	const struct names	*names;
	bool			 counties;
	struct log_page		 pages[LOGS];
	long long		 left;
	FILE			*told;		/* where rows go; NULL: into
						   the workbook */
};

/* What a row says; NULL: it is empty there. */
struct line {
	const struct matter	*matter;
	const char		*point;		/* the step's or event's name */
	const char		*division;
	const struct posting	*posting;
	const struct objection	*objection;
};

/* ---- words */

static const char *
heading(enum sheet s, enum column asked)
{
	const bool	 zh = text_lang() == LANG_ZH;
	const char	*in_en = "", *in_zh = "";
	enum column	 c;
	size_t		 i;

	if (asked == COL_CALLED)
		return zh ? "办件名称" : "title";
	if (asked == COL_IGNORED)
		return zh ? "所在地" : "where";
	for (i = 0; (c = sheet_column(s, i, &in_en, &in_zh)) != COL_NONE; i++)
		if (c == asked)
			break;
	return zh ? in_zh : in_en;
}

static const char *
term_word(const struct term *t, const char *id)
{
	for (; t->id != NULL; t++)
		if (text_lang() == LANG_ZH && strcmp(t->id, id) == 0)
			return t->zh;
	return id;
}

/* By its title where that names it alone, else its id. */
static const char *
step_word(const struct procedure *p, int i)
{
	const struct step_rule	*s = &p->steps[i];

	return text_lang() == LANG_ZH && s->title != NULL &&
	    procedure_step(p, s->title) == i ? s->title : s->id;
}

static const char *
event_word(const struct procedure *p, int i)
{
	const struct event_rule	*e = &p->events[i];

	return text_lang() == LANG_ZH && e->title != NULL &&
	    procedure_event(p, e->title) == i ? e->title : e->id;
}

static bool
is_day(enum column c)
{
	return c == COL_POSTED || c == COL_UNTIL || c == COL_REVIEWED ||
	    c == COL_DATE || c == COL_RECEIVED || c == COL_RESOLVED;
}

static const char *const *
choices_of(struct arena *a, enum column c)
{
	const struct term	*t = c == COL_MEDIUM ? media_terms :
				    c == COL_OUTCOME ? outcome_terms : NULL;
	const char		**list;
	size_t			 n;

	if (t == NULL)
		return NULL;
	list = arena_array(a, WORDS + 1, sizeof(*list));
	for (n = 0; t[n].id != NULL && n < WORDS; n++)
		list[n] = text_lang() == LANG_ZH ? t[n].zh : t[n].id;
	return list;
}

/* ---- sheets */

static void
choose_columns(struct logs *l, enum log which)
{
	const struct log_kind	*k = &kinds[which];
	struct log_page		*p = &l->pages[which];
	int			 i;

	for (i = 0; i < MANY && k->columns[i].column != COL_NONE; i++)
		if (k->columns[i].column != COL_COUNTY || l->counties)
			p->columns[p->n++] = &k->columns[i];
}

static void
open_page(struct logs *l, enum log which)
{
	const struct log_kind	*k = &kinds[which];
	struct log_page		*p = &l->pages[which];
	struct book_column	 columns[MANY] = { 0 };
	enum column		 c;
	bool			 locked;
	size_t			 i;

	for (i = 0; i < p->n; i++) {
		c = p->columns[i]->column;
		locked = p->columns[i] < &k->columns[k->told];
		columns[i] = (struct book_column){
		    .title = heading(k->sheet, c),
		    .width = p->columns[i]->width,
		    .kind = is_day(c) ? CELL_DAY : CELL_TEXT,
		    .choices = choices_of(l->arena, c),
		    .locked = locked,
		    .help = locked ? NULL : forms_words(c) };
	}
	p->page = workbook_sheet(l->book, &(struct book_sheet){
	    .name = _(k->name), .title = l->title, .columns = columns,
	    .ncolumns = p->n, .filled_in = true, .mark = "_gongshi_log",
	    .blank = k->blank });
}

struct logs *
logs_begin(struct arena *a, struct workbook *book, const char *title,
    const struct names *names, struct store *store, struct diags *d)
{
	struct logs	*l = arena_alloc(a, sizeof(*l));
	int		 i;

	*l = (struct logs){ .arena = a, .book = book, .title = title,
	    .names = names };
	if (!store_many_counties(store, &l->counties, d))
		return NULL;
	l->row = arena_new();
	for (i = 0; i < LOGS; i++) {
		choose_columns(l, (enum log)i);
		if (i != LOG_STANDING)	/* with its first row */
			open_page(l, (enum log)i);
	}
	return l;
}

/* ---- rows */

static const char *
text_of(struct logs *l, const struct line *r, enum column c)
{
	char	county[COUNTY_MAX + 1];

	switch (c) {
	case COL_CASE:
		return r->matter->id;
	case COL_CALLED:
		return r->matter->title;
	case COL_STEP:
	case COL_EVENT:
		return r->point;
	case COL_DIVISION:
		return r->division;
	case COL_IGNORED:
		return arena_dup(l->row, name_of(l->names, r->division));
	case COL_COUNTY:
		division_county(r->matter->division, county);
		return arena_dup(l->row, county);
	default:
		return "";
	}
}

static const char *
posting_text(const struct posting *p, enum column c)
{
	switch (c) {
	case COL_MEDIUM:
		return term_word(media_terms, p->medium);
	case COL_PLACE:
		return p->place;
	case COL_BY:
		return p->by;
	case COL_CONTENT:
		return p->content;
	case COL_EVIDENCE:
		return p->evidence;
	default:
		return "";
	}
}

static const char *
objection_text(const struct objection *o, enum column c)
{
	switch (c) {
	case COL_NUMBER:
		return o->number;
	case COL_OUTCOME:
		return term_word(outcome_terms, o->outcome);
	case COL_HANDLER:
		return o->handler;
	default:
		return "";
	}
}

static struct day
day_of(const struct line *r, enum column c)
{
	if (r->posting != NULL)
		return c == COL_POSTED ? r->posting->posted :
		    c == COL_REVIEWED ? r->posting->reviewed : DAY_NONE;
	return r->objection != NULL && c == COL_RECEIVED ?
	    r->objection->received : DAY_NONE;
}

/* What would make another row of it is locked, once it is said. */
static bool
is_key(enum column c)
{
	return c == COL_POSTED || c == COL_MEDIUM || c == COL_PLACE ||
	    c == COL_RECEIVED || c == COL_NUMBER;
}

/* Reading takes a ' away that guards what a spreadsheet would reckon out. */
static const char *
kept_text(struct arena *a, const char *s)
{
	return csv_guarded(s) == 0 ? s : arena_printf(a, "'%s", s);
}

static struct cell_value
cell(struct logs *l, const struct line *r, enum column c)
{
	struct cell_value	v = { .kind = CELL_TEXT };
	bool			said;

	if (is_day(c)) {
		v.kind = CELL_DAY;
		v.day = day_of(r, c);
		said = day_is(v.day);
	} else {
		v.text = kept_text(l->row, text_of(l, r, c));
		if (*v.text == '\0' && r->posting != NULL)
			v.text = posting_text(r->posting, c);
		if (*v.text == '\0' && r->objection != NULL)
			v.text = objection_text(r->objection, c);
		said = *v.text != '\0';
	}
	if (said && is_key(c))
		v.look = LOOK_LOCKED;
	return v;
}

/* A row, or where n is 0 one that no workbook can carry. */
static void
put_cells(struct logs *l, enum log which, const struct cell_value *v, size_t n)
{
	struct log_page	*p = &l->pages[which];

	if (n == 0) {
		l->left++;
		return;
	}
	if (p->page == NULL)
		open_page(l, which);
	book_page_row(p->page, v, n);
	p->rows++;
}

static void
put(struct logs *l, enum log which, const struct line *r)
{
	const struct log_page	*p = &l->pages[which];
	struct cell_value	 v[MANY];
	size_t			 i, n = p->n;
	enum column		 c;

	arena_reset(l->row);
	for (i = 0; i < n; i++) {
		c = p->columns[i]->column;
		v[i] = cell(l, r, c);
		if (c != COL_CALLED && c != COL_IGNORED && v[i].text != NULL &&
		    !workbook_carries(l->row, v[i].text))
			n = 0;
	}
	if (l->told == NULL) {
		put_cells(l, which, v, n);
		return;
	}
	putc(LOGS_ROW, l->told);
	putc((int)which, l->told);
	putc((int)n, l->told);
	carry_cells(l->told, v, n);
}

void
logs_tell(struct logs *l, FILE *f)
{
	l->told = f;
}

bool
logs_hear(struct logs *l, FILE *f)
{
	struct cell_value	v[MANY];
	int			which = getc(f), n = getc(f);

	arena_reset(l->row);
	if (which < 0 || which >= LOGS || n < 0 || n > MANY ||
	    !carry_cells_read(f, l->row, v, (size_t)n))
		return false;
	put_cells(l, (enum log)which, v, (size_t)n);
	return true;
}

void
logs_post(struct logs *l, const struct plan *p, const struct slot *s)
{
	put(l, LOG_POSTINGS, &(struct line){ .matter = p->matter,
	    .point = step_word(p->proc, s->step), .division = s->division });
}

bool
logs_standing(struct logs *l, const struct matter *whole,
    const struct plan *p, const struct slot *s)
{
	const struct posting	*o;
	enum log		 which;
	size_t			 i;
	bool			 any = false;

	for (i = 0; i < whole->npostings; i++) {
		o = &whole->postings[i];
		if (day_is(o->until) || strcmp(o->division, s->division) != 0
		    || strcmp(o->step, p->proc->steps[s->step].id) != 0)
			continue;
		which = o->has_content && o->has_reviewed && o->has_evidence ?
		    LOG_POSTINGS : LOG_STANDING;
		put(l, which, &(struct line){ .matter = whole, .posting = o,
		    .point = step_word(p->proc, s->step),
		    .division = s->division });
		any = true;
	}
	return any;
}

void
logs_event(struct logs *l, const struct plan *p, int i)
{
	put(l, LOG_EVENTS, &(struct line){ .matter = p->matter,
	    .point = event_word(p->proc, i),
	    .division = p->matter->division });
}

void
logs_objections(struct logs *l, const struct matter *whole,
    const struct plan *p)
{
	const struct objection	*o;
	size_t			 i;
	int			 step;

	for (i = 0; i < whole->nobjections; i++) {
		o = &whole->objections[i];
		step = procedure_step(p->proc, o->step);
		if (day_is(o->resolved) || step < 0)
			continue;
		put(l, LOG_OBJECTIONS, &(struct line){ .matter = whole,
		    .objection = o, .point = step_word(p->proc, step),
		    .division = o->division });
	}
}

/* ---- how to fill in */

static void
say(struct logs *l, const char *sheet, const char *column, const char *text)
{
	workbook_row(l->book, (struct cell_value[]){
	    { .kind = CELL_TEXT, .text = sheet },
	    { .kind = CELL_TEXT, .text = column },
	    { .kind = CELL_TEXT, .text = text } }, 3);
}

static void
say_columns(struct logs *l, enum log which)
{
	const struct log_kind	*k = &kinds[which];
	const struct log_page	*p = &l->pages[which];
	const char		*words;
	enum column		 c;
	size_t			 i;

	for (i = 0; i < p->n; i++) {
		c = p->columns[i]->column;
		words = c == COL_CALLED || c == COL_IGNORED ?
		    _("to read; it is not taken in") : forms_words(c);
		if (words != NULL)
			say(l, _(k->name), heading(k->sheet, c), words);
	}
}

static void
write_help(struct logs *l)
{
	static const char *const	all[] = {
		N_("To do says what is to be posted, the most urgent first. "
		    "It is for reading, and is passed over when this file "
		    "comes back."),
		N_("In Postings each notice that may go up has a row. When it "
		    "is up, enter its day, its medium, its place and what the "
		    "row asks for. A row without a day says nothing: leave it "
		    "as it is."),
		N_("A notice that hangs has a row with what is known of it: "
		    "when it has come down, enter the last day it hung."),
		N_("One notice in two media is two rows: take an empty row at "
		    "the end for the second, and copy the case, the step and "
		    "the division there."),
		N_("Grey cells are locked, so that they come back as they "
		    "are; there is no password."),
		N_("Save the file as .xlsx, and hand it in as it is, or put "
		    "it into the folder for deliveries."),
	};
	const struct book_column	columns[] = {
		{ .title = _("worksheet"), .width = 14 },
		{ .title = _("heading"), .width = 18 },
		{ .title = _("what it means"), .width = 60 } };
	size_t				i;

	(void)workbook_sheet(l->book, &(struct book_sheet){
	    .name = _("How to fill in"), .columns = columns, .ncolumns = 3,
	    .mark = "_gongshi_help" });
	for (i = 0; i < sizeof(all) / sizeof(*all); i++)
		say(l, "", "", _(all[i]));
	say_columns(l, LOG_POSTINGS);
	say_columns(l, LOG_EVENTS);
	say_columns(l, LOG_OBJECTIONS);
}

void
logs_end(struct logs *l, struct worksheet_done *done)
{
	done->postings = l->pages[LOG_POSTINGS].rows +
	    l->pages[LOG_STANDING].rows;
	done->events = l->pages[LOG_EVENTS].rows;
	done->objections = l->pages[LOG_OBJECTIONS].rows;
	done->left = l->left;
	write_help(l);
	arena_free(l->row);
}
