#include "report/workbook.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/text.h"
#include "folder/beside.h"

enum {
	TEXT_MOST = 32767,	/* of a cell, in units of UTF-16 */
	NAME_MOST = 31,		/* of a worksheet's name, in characters */
	TITLE_MOST = 32, HELP_MOST = 255, LIST_MOST = 255,
	WIDTH_LEAST = 6, WIDTH_MOST = 60,
	TEXT_FORM = 49,		/* @, by its number: what is typed is a text */
	PAPER_A4 = 9, PAPER_TITLE = 100,
	MARKED = 6,		/* bytes of _x005F */
	LINE = 14, GAP = 5, ROW_MOST = 400	/* heights, in points */
};

struct book_page {
	struct workbook		*book;
	lxw_worksheet		*sheet;
	struct book_sheet	 is;
	lxw_row_t		 next;		/* row to be written */
	lxw_row_t		 body;		/* the first below the head */
	struct book_page	*before;
};

struct workbook {
	struct arena		*arena;
	struct arena		*scratch;	/* of a row */
	struct folder		 dir;
	struct beside		 beside;
	lxw_workbook		*lxw;
	lxw_format		*formats[LOOKS][CELL_SHARE + 1][2];
	struct book_page	*last;
	bool			 overfull;
};

/* ---- texts */

/* Would Excel read _xHHHH_ here, and take it for a character? */
static bool
is_escape(const char *s)
{
	return s[0] == '_' && s[1] == 'x' &&
	    strspn(s + 2, "0123456789abcdefABCDEF") >= 4 && s[6] == '_';
}

/* As a cell holds it. */
static const char *
cell_text(struct arena *a, const char *text)
{
	const char	*s = text_clean(a, text, true);
	size_t		 len, units = 0, n = 0;
	char		*out = arena_room(a, strlen(s) * (MARKED + 1) + 1);
	unsigned	 c;

	for (; *s != '\0'; s += len) {
		c = text_char(s, &len);
		units += c > 0xffff ? 2 : 1;
		if (is_escape(s)) {
			memcpy(out + n, "_x005F", MARKED);
			n += MARKED;
			units += MARKED;
		}
		if (units > TEXT_MOST)
			break;
		memcpy(out + n, s, len);
		n += len;
	}
	out[n] = '\0';
	return out;
}

bool
workbook_carries(struct arena *a, const char *text)
{
	const char	*s = text;
	size_t		 len, units = 0;
	unsigned	 c;

	for (; *s != '\0'; s += len) {
		c = text_char(s, &len);
		units += c > 0xffff ? 2 : 1;
		units += is_escape(s) ? MARKED : 0;
	}
	return units <= TEXT_MOST && text_clean(a, text, true) == text;
}

/* The first n characters. */
static char *
cut(struct arena *a, const char *s, size_t n)
{
	const char	*end = s;
	size_t		 len;

	for (; *end != '\0' && n > 0; n--, end += len)
		(void)text_char(end, &len);
	return arena_ndup(a, s, (size_t)(end - s));
}

/* ---- looks */

static const struct {
	lxw_color_t	back, ink;	/* LXW_COLOR_UNSET: none, black */
	bool		bold, unlocked, bare;
} looks[LOOKS] = {
	[LOOK_PLAIN] = { 0 },
	[LOOK_HEAD] = { .back = 0xD9E2EC, .bold = true },
	[LOOK_TITLE] = { .bold = true, .bare = true },
	[LOOK_NOTE] = { .ink = 0x555555, .bare = true },
	[LOOK_LOCKED] = { .back = 0xF0F0F0, .ink = 0x333333 },
	[LOOK_OPEN] = { .unlocked = true, .back = 0xFFFDE7 },
	[LOOK_URGENT] = { .back = 0xFBD5D5, .ink = 0x8B0000, .bold = true },
	[LOOK_SOON] = { .back = 0xFFF0C2 },
	[LOOK_GOOD] = { .back = 0xE0F2E0 },
	[LOOK_TOTAL] = { .back = 0xEDEDED, .bold = true },
};

static const char *const	number_forms[] = {
	[CELL_NUMBER] = "General",
	[CELL_DAY] = "yyyy-mm-dd", [CELL_SHARE] = "0.0%"
};

static void
dress(lxw_format *f, enum look l, enum cell_kind k)
{
	format_set_font_name(f, text_lang() == LANG_ZH ? "宋体" : "Arial");
	format_set_font_size(f, l == LOOK_TITLE ? 14 : 10);
	if (number_forms[k] == NULL)
		format_set_num_format_index(f, TEXT_FORM);
	else
		format_set_num_format(f, number_forms[k]);
	format_set_align(f, LXW_ALIGN_VERTICAL_CENTER);
	format_set_align(f, l == LOOK_HEAD || k == CELL_DAY ?
	    LXW_ALIGN_CENTER : k == CELL_NUMBER || k == CELL_SHARE ?
	    LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT);
	if (looks[l].bold)
		format_set_bold(f);
	if (looks[l].back != 0)
		format_set_bg_color(f, looks[l].back);
	if (looks[l].ink != 0)
		format_set_font_color(f, looks[l].ink);
	if (looks[l].unlocked)
		format_set_unlocked(f);
	if (looks[l].bare)
		return;
	format_set_text_wrap(f);
	format_set_border(f, LXW_BORDER_THIN);
	format_set_border_color(f, 0x999999);
}

/* `open`: may be written to, however it looks. */
static lxw_format *
format_of(struct workbook *w, enum look l, enum cell_kind k, bool open)
{
	lxw_format	**f = &w->formats[l][k][open];

	if (*f != NULL)
		return *f;
	*f = workbook_add_format(w->lxw);
	dress(*f, l, k);
	if (open)
		format_set_unlocked(*f);
	return *f;
}

/* ---- the file */

/* A device, a pipe or a link is not replaced. */
static bool
is_free(const struct folder *dir, const char *name, const char *path,
    struct diags *d)
{
	struct stat	st;

	if (!folder_look(dir, name, &st) || S_ISREG(st.st_mode))
		return true;
	diag_error(d, (struct place){ .path = path }, _("is there and no "
	    "ordinary file: name another"));
	return false;
}

static bool
open_draft(struct workbook *w, const char *path, struct diags *d)
{
	const char	*name;

	if (!folder_of(w->arena, path, &w->dir, &name))
		return diag_unwritten(d, path);
	draft_sweep(&w->dir, name);
	if (is_free(&w->dir, name, path, d) && beside_at(w->arena, &w->dir,
	    name, BESIDE_OUTSIDE, &w->beside, d))
		return true;
	folder_close(&w->dir);
	return false;
}

/* libxlsxwriter does not look whether it got its temporary files. */
static bool
has_files_left(struct workbook *w, struct diags *d)
{
	enum { FILES = 64 };
	int	fd[FILES], n = 0, why = 0;

	while (n < FILES && (fd[n] = dup(fileno(w->beside.file))) >= 0)
		n++;
	if (n < FILES)
		why = errno;
	while (n > 0)
		(void)close(fd[--n]);
	errno = why;
	return why == 0 || diag_unwritten(d, _("a temporary file"));
}

struct workbook *
workbook_begin(struct arena *a, const char *path, struct diags *d)
{
	struct workbook		*w = arena_alloc(a, sizeof(*w));
	lxw_workbook_options	 o = { .constant_memory = 1 };
	/* the same bytes every day: no day that anybody could mean */
	lxw_doc_properties	 p = { .created = 946684800 };

	*w = (struct workbook){ .arena = a };
	if (!open_draft(w, path, d))
		return NULL;
	w->beside.path = path;
	if (!has_files_left(w, d)) {
		(void)beside_close(&w->beside, false, d);
		folder_close(&w->dir);
		return NULL;
	}
	w->scratch = arena_new();
	/* the draft itself, whatever lies under its name */
	w->lxw = workbook_new_opt(arena_printf(a, "/proc/self/fd/%d",
	    fileno(w->beside.file)), &o);
	workbook_set_properties(w->lxw, &p);
	return w;
}

/* ---- worksheets */

/* A name that a worksheet may have, and none of this book has. */
static const char *
free_name(struct workbook *w, const char *asked)
{
	char	*name = cut(w->arena, text_clean(w->arena, asked, false),
		    NAME_MOST);
	char	*c, *tail, *base;
	int	 n = 1;

	for (c = name; *c != '\0'; c++)
		if (strchr("[]:*?/\\'", *c) != NULL)
			*c = ' ';
	if (*name == '\0')
		name = arena_dup(w->arena, "1");
	base = name;
	while (workbook_get_worksheet_by_name(w->lxw, name) != NULL) {
		tail = arena_printf(w->arena, " (%d)", ++n);
		name = arena_printf(w->arena, "%s%s", cut(w->arena, base,
		    NAME_MOST - strlen(tail)), tail);
	}
	return name;
}

static const char *const *
copy_list(struct arena *a, const char *const *list)
{
	const char	**out;
	size_t		  n = 0, i;

	if (list == NULL)
		return NULL;
	while (list[n] != NULL)
		n++;
	out = arena_array(a, n + 1, sizeof(*out));
	for (i = 0; i < n; i++)
		out[i] = arena_dup(a, list[i]);
	return out;
}

static void
copy_columns(struct arena *a, struct book_sheet *s)
{
	struct book_column	*c = arena_array(a, s->ncolumns + 1,
				    sizeof(*c));
	size_t			 i;

	for (i = 0; i < s->ncolumns; i++) {
		c[i] = s->columns[i];
		c[i].title = arena_dup(a, c[i].title);
		c[i].choices = copy_list(a, c[i].choices);
		c[i].help = c[i].help == NULL ? NULL : arena_dup(a, c[i].help);
	}
	s->columns = c;
	s->mark = s->mark == NULL ? NULL : arena_dup(a, s->mark);
}

static int
width_of(const struct book_column *c)
{
	int	n = c->width != 0 ? c->width :
		    text_width(c->title, strlen(c->title)) + 2;

	return n < WIDTH_LEAST ? WIDTH_LEAST : n > WIDTH_MOST ? WIDTH_MOST : n;
}

/* Lines that a text takes in a column. */
static int
lines_of(const char *s, int width)
{
	int	n = 0, w;
	size_t	len;

	for (; ; s += len + 1) {
		len = strcspn(s, "\n");
		w = text_width(s, len);
		n += w <= width ? 1 : (w + width - 1) / width;
		if (s[len] == '\0')
			return n;
	}
}

/* Not every program finds out by itself how high a row must be. */
static void
set_height(struct book_page *p, int lines)
{
	const int	h = lines * LINE + GAP;

	worksheet_set_row(p->sheet, p->next, h > ROW_MOST ? ROW_MOST : h,
	    NULL);
}

static void
set_page(lxw_worksheet *s)
{
	worksheet_set_landscape(s);
	worksheet_set_paper(s, PAPER_A4);
	worksheet_fit_to_pages(s, 1, 0);
	worksheet_set_margins(s, 0.4, 0.4, 0.5, 0.6);
	worksheet_set_footer(s, _("&L&A&RPage &P of &N"));
}

/* On paper alone: whoever reads the file again finds the head first. */
static void
set_title(struct book_page *p)
{
	const char	*s = cut(p->book->arena, text_clean(p->book->arena,
			    p->is.title, false), PAPER_TITLE);
	char		*out = arena_room(p->book->arena, 2 * strlen(s) + 3);
	size_t		 n = 0;

	out[n++] = '&';
	out[n++] = 'C';
	for (; *s != '\0'; s++) {
		out[n++] = *s;
		if (*s == '&')
			out[n++] = '&';
	}
	out[n] = '\0';
	worksheet_set_header(p->sheet, out);
}

static void
write_head(struct book_page *p)
{
	struct workbook			*w = p->book;
	const struct book_column	*c = p->is.columns;
	lxw_col_t			 i;
	int				 k, lines = 1;

	for (i = 0; i < p->is.ncolumns; i++) {
		k = lines_of(c[i].title, width_of(&c[i]));
		lines = k > lines ? k : lines;
	}
	if (p->is.title != NULL && p->is.filled_in)
		set_title(p);
	else if (p->is.title != NULL)
		worksheet_write_string(p->sheet, p->next++, 0,
		    cell_text(w->arena, p->is.title), format_of(w, LOOK_TITLE,
		    CELL_TEXT, false));
	if (p->is.ncolumns > 0)
		set_height(p, lines);
	for (i = 0; i < p->is.ncolumns; i++) {
		worksheet_set_column(p->sheet, i, i, width_of(&c[i]),
		    p->is.filled_in ? format_of(w, LOOK_PLAIN, c[i].kind,
		    true) : NULL);
		worksheet_write_string(p->sheet, p->next, i, cell_text(
		    w->arena, c[i].title), format_of(w, LOOK_HEAD, CELL_TEXT,
		    false));
	}
	if (p->is.ncolumns > 0) {
		worksheet_repeat_rows(p->sheet, 0, p->next);
		worksheet_freeze_panes(p->sheet, ++p->next, 0);
	}
	p->body = p->next;
}

struct book_page *
workbook_sheet(struct workbook *w, const struct book_sheet *s)
{
	struct book_page	*p = arena_alloc(w->arena, sizeof(*p));
	const char		*name = free_name(w, s->name);
	lxw_protection		 allowed = { .format_columns = 1,
				    .format_rows = 1, .autofilter = 1 };

	*p = (struct book_page){ .book = w, .is = *s, .before = w->last };
	copy_columns(w->arena, &p->is);
	w->last = p;
	p->sheet = workbook_add_worksheet(w->lxw, name);
	if (s->mark != NULL)
		workbook_define_name(w->lxw, arena_printf(w->arena,
		    "'%s'!%s", name, s->mark), arena_printf(w->arena,
		    "='%s'!$A$1", name));
	set_page(p->sheet);
	write_head(p);
	if (s->filled_in)
		worksheet_protect(p->sheet, NULL, &allowed);
	return p;
}

/* ---- rows */

/* A day as spreadsheets count: 1 March 1900 is 61, and all later ones are
   right in their count of 1900 as a leap year. */
static double
serial(struct day d)
{
	return day_diff(day_make(1899, 12, 30), d);
}

static void
write_cell(struct book_page *p, lxw_col_t i, const struct cell_value *v)
{
	struct workbook			*w = p->book;
	const struct book_column	*c = i < p->is.ncolumns ?
					    &p->is.columns[i] : NULL;
	enum look			 l = v->look;
	enum cell_kind			 k = v->kind;
	lxw_format			*f;

	if (k == CELL_EMPTY && c != NULL)
		k = c->kind;
	if (p->is.filled_in && c != NULL && l == LOOK_PLAIN)
		l = c->locked ? LOOK_LOCKED : LOOK_OPEN;
	f = format_of(w, l, k, false);
	if (v->kind == CELL_TEXT && v->text != NULL && *v->text != '\0')
		worksheet_write_string(p->sheet, p->next, i,
		    cell_text(w->scratch, v->text), f);
	else if (v->kind == CELL_NUMBER || v->kind == CELL_SHARE)
		worksheet_write_number(p->sheet, p->next, i, v->number, f);
	else if (v->kind == CELL_DAY && day_is(v->day))
		worksheet_write_number(p->sheet, p->next, i, serial(v->day),
		    f);
	else
		worksheet_write_blank(p->sheet, p->next, i, f);
}

void
book_page_row(struct book_page *p, const struct cell_value *v, size_t n)
{
	lxw_col_t	i;
	int		k, lines = 1;

	if (p->next + (lxw_row_t)p->is.blank >= BOOK_ROWS) {
		p->book->overfull = true;
		return;
	}
	arena_reset(p->book->scratch);
	for (i = 0; i < n && i < p->is.ncolumns; i++)
		if (v[i].kind == CELL_TEXT && v[i].text != NULL &&
		    v[i].look != LOOK_NOTE) {
			k = lines_of(v[i].text, width_of(&p->is.columns[i]));
			lines = k > lines ? k : lines;
		}
	set_height(p, lines);
	for (i = 0; i < n && i < LXW_COL_MAX; i++)
		write_cell(p, i, &v[i]);
	p->next++;
}

void
workbook_row(struct workbook *w, const struct cell_value *v, size_t n)
{
	book_page_row(w->last, v, n);
}

/* ---- what is entered is checked */

/* A list that a cell can hold; NULL: it is too long. */
static char **
list_of(struct arena *a, const char *const *choices)
{
	char	**out;
	size_t	  n, chars = 0;

	for (n = 0; choices[n] != NULL; n++)
		chars += text_chars(choices[n], strlen(choices[n])) + 1;
	if (n == 0 || chars > LIST_MOST)
		return NULL;
	out = arena_array(a, n + 1, sizeof(*out));
	for (n = 0; choices[n] != NULL; n++)
		out[n] = arena_dup(a, choices[n]);
	return out;
}

static void
check_column(struct book_page *p, lxw_col_t i, lxw_row_t last)
{
	struct arena			*a = p->book->arena;
	const struct book_column	*c = &p->is.columns[i];
	lxw_data_validation		 v = {
		.validate = LXW_VALIDATION_TYPE_ANY,
		.ignore_blank = LXW_VALIDATION_ON,
		.show_input = LXW_VALIDATION_ON,
		.show_error = LXW_VALIDATION_ON,
		.input_title = cut(a, c->title, TITLE_MOST),
		.error_title = cut(a, c->title, TITLE_MOST),
		.input_message = c->help == NULL ? NULL : cut(a, c->help,
		    HELP_MOST),
	};

	if (c->choices != NULL)
		v.value_list = list_of(a, c->choices);
	if (v.value_list != NULL) {
		v.validate = LXW_VALIDATION_TYPE_LIST;
		v.dropdown = LXW_VALIDATION_ON;
		/* import knows more words than the list */
		v.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
		v.error_message = arena_dup(a, _("This is none of the words "
		    "in the list."));
	} else if (c->kind == CELL_DAY) {
		v.validate = LXW_VALIDATION_TYPE_DATE;
		v.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
		v.minimum_datetime = (lxw_datetime){ .year = 1990, .month = 1,
		    .day = 1 };
		v.maximum_datetime = (lxw_datetime){ .year = 2100,
		    .month = 12, .day = 31 };
		v.error_message = arena_dup(a, _("This is no date: write it "
		    "as 2020-09-01."));
	} else if (c->help == NULL)
		return;
	worksheet_data_validation_range(p->sheet, p->body, i, last, i, &v);
}

/* The empty rows, the checks, the arrows: once its rows are there. */
static void
finish_page(struct book_page *p)
{
	const size_t	n = p->is.ncolumns;
	lxw_row_t	filled = p->next;
	lxw_col_t	i;
	int		k;

	for (k = 0; k < p->is.blank; k++, p->next++) {
		set_height(p, 1);
		for (i = 0; i < n; i++)
			worksheet_write_blank(p->sheet, p->next, i,
			    format_of(p->book, p->is.filled_in ? LOOK_OPEN :
			    LOOK_PLAIN, p->is.columns[i].kind, true));
	}
	if (p->is.filled_in && p->next > p->body)
		for (i = 0; i < n; i++)
			check_column(p, i, p->next - 1);
	if (p->is.filter && n > 0 && filled > p->body)
		worksheet_autofilter(p->sheet, p->body - 1, 0, filled - 1,
		    (lxw_col_t)(n - 1));
}

/* Did its rows all go to their file? */
static bool
is_written(const struct book_page *p)
{
	return p->sheet->optimize_tmpfile == NULL ||
	    (fflush(p->sheet->optimize_tmpfile) == 0 &&
	    ferror(p->sheet->optimize_tmpfile) == 0);
}

static bool
write_all(struct workbook *w, struct diags *d)
{
	struct book_page	*p;
	lxw_error		 e;
	bool			 good = true;

	for (p = w->last; p != NULL; p = p->before) {
		finish_page(p);
		good = good && is_written(p);
	}
	errno = 0;
	e = workbook_close(w->lxw);
	if (good && e == LXW_NO_ERROR)
		return true;
	if (errno == 0)
		errno = EIO;
	return diag_unwritten(d, w->beside.path);
}

bool
workbook_end(struct workbook *w, bool good, struct diags *d)
{
	if (good && w->overfull) {
		diag_error(d, (struct place){ .path = w->beside.path }, _("a "
		    "worksheet holds %d rows and no more: ask for less (a "
		    "division below, a shorter time)"), BOOK_ROWS);
		good = false;
	}
	if (good)
		good = write_all(w, d);
	else
		lxw_workbook_free(w->lxw);
	good = beside_close(&w->beside, good, d);
	folder_close(&w->dir);
	arena_free(w->scratch);
	return good;
}
