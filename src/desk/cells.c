#include "desk/cells.h"

#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "base/twin.h"
#include "case/matter.h"
#include "desk/cellwords.h"
#include "rule/dates.h"
#include "desk/numbers.h"
#include "desk/period.h"
#include "desk/span.h"
#include "input/csv.h"

/* ---- what a cell means, by its column; no cell here is empty, but a case's */

/* What a reader works with. */
struct reading {
	struct arena		*arena;
	const struct row	*row;
	enum sheet		 sheet;
};

/* Has the row other cells, so that one may have been merged away? */
static bool
is_merged(const struct reading *r)
{
	size_t	i, filled = 0;

	for (i = 0; i < r->row->n; i++)
		filled += *r->row->cells[i].text != '\0';
	return filled > 1 && r->row->line > 1 && r->sheet != SHEET_CASES &&
	    r->row->sheet == NULL;
}

static void
read_case(const struct reading *r, struct typed *t)
{
	t->batch = text_batch(t->text);
	if (t->batch == NULL || r->sheet == SHEET_CASES)
		t->fault = case_fault(r->arena, t->text, *t->text == '\0' &&
		    is_merged(r));
}

static void
read_period(const struct reading *r, struct typed *t)
{
	if (!interval_read(r->arena, t->text, &t->period))
		t->fault = arena_printf(r->arena, _("`%s` is no period; "
		    "expected one as 2026Q3, 2026年第三季度, 2026年7月, "
		    "2026年上半年 or 2026"), t->text);
}

static void
read_number(const struct reading *r, struct typed *t)
{
	(void)r;
	t->fault = number_fault(t->text);
}

static void
read_division(const struct reading *r, struct typed *t)
{
	t->fault = code_fault(r->arena, t->text, &t->code);
}

/* Of what separates the divisions of a list; 0: nothing does here. */
static size_t
separator(const char *s)
{
	if (*s == ';' || *s == ',' || *s == '\n')
		return 1;
	return strncmp(s, "；", 3) == 0 || strncmp(s, "、", 3) == 0 ||
	    strncmp(s, "，", 3) == 0 ? 3 : 0;
}

/* Of either width. */
static bool
begins_with_digit(const char *s)
{
	const unsigned char	*u = (const unsigned char *)s;

	return (*s >= '0' && *s <= '9') || (u[0] == 0xef && u[1] == 0xbc &&
	    u[2] >= 0x90 && u[2] <= 0x99);
}

/* The last `=` of either width, since a name may have one; or NULL. */
static const char *
last_equals(const char *s)
{
	const char	*last = NULL;

	for (; *s != '\0'; s++)
		if (*s == '=' || strncmp(s, "＝", 3) == 0)
			last = s;
	return last;
}

static const char *
trimmed(struct arena *a, const char *s, size_t len)
{
	while (len > 0 && *s == ' ') {
		s++;
		len--;
	}
	while (len > 0 && s[len - 1] == ' ')
		len--;
	return arena_ndup(a, s, len);
}

/* A comma between digits parts thousands, and nothing else. */
static size_t
separator_of_amounts(const char *s)
{
	const size_t	n = separator(s);

	return (*s == ',' || strncmp(s, "，", 3) == 0) &&
	    begins_with_digit(s + n) ? 0 : n;
}

/* What stands between separators, but for what is empty. */
static void
split(const struct reading *r, struct typed *t, size_t (*at)(const char *),
    void (*read)(const struct reading *, struct typed *))
{
	const char	*s = t->text, *end;
	size_t		 cap = 0, sep;
	struct typed	*part;

	for (;; s = end + sep) {
		for (end = s; *end != '\0' && at(end) == 0; end++)
			continue;
		sep = at(end);
		t->parts = arena_grow(r->arena, t->parts, t->nparts, &cap,
		    sizeof(*t->parts));
		part = &t->parts[t->nparts];
		*part = (struct typed){ .at = t->at, .text = trimmed(r->arena,
		    s, (size_t)(end - s)) };
		if (*part->text != '\0') {
			if (read != NULL)
				read(r, part);
			t->nparts++;
		}
		if (sep == 0)
			break;
	}
}

/* Codes or names with ; ； 、 commas or line breaks between. */
static void
read_list(const struct reading *r, struct typed *t)
{
	split(r, t, separator, read_division);
}

/* Ids or titles. */
static void
read_traits(const struct reading *r, struct typed *t)
{
	split(r, t, separator, NULL);
}

/* NAME=NUMBER: the name is left as the text of the part. */
static void
read_amount(const struct reading *r, struct typed *part)
{
	const char	*sign = last_equals(part->text), *number;

	if (sign == NULL || sign == part->text) {
		part->fault = arena_printf(r->arena, _("`%s` is no amount; "
		    "expected NAME=NUMBER in 万元, as 中央=120.5, with ; "
		    "between several"), part->text);
		return;
	}
	number = sign + (*sign == '=' ? 1 : strlen("＝"));
	part->fault = amount_fault(r->arena, number, &part->id);
	part->text = trimmed(r->arena, part->text, (size_t)(sign -
	    part->text));
}

/* The first fault of a part is that of the cell. */
static void
read_amounts(const struct reading *r, struct typed *t)
{
	size_t	i;

	split(r, t, separator_of_amounts, read_amount);
	for (i = 0; i < t->nparts && t->fault == NULL; i++)
		t->fault = t->parts[i].fault;
}

/* The same, or that nothing was known. */
static void
read_known(const struct reading *r, struct typed *t)
{
	if (!known_is_none(t->text))
		read_list(r, t);
}

/* The number that a case had before it was renamed: 450225:HX-001. */
static void
read_first(const struct reading *r, struct typed *t)
{
	const size_t	 n = strcspn(t->text, ":");
	const char	*id = t->text + n + (t->text[n] == ':');

	if (n == 0 || n > COUNTY_MAX || !division_is(t->text, n) ||
	    case_fault(r->arena, id, false) != NULL)
		t->fault = arena_printf(r->arena, _("`%s` is no first number "
		    "of a case; expected its county, `:` and the number, as "
		    "450225:HX-001"), t->text);
}

static void
read_day(const struct reading *r, struct typed *t)
{
	const char	*fault = day_complaint(t->text, &t->day);

	t->fault = fault == NULL ? NULL : arena_printf(r->arena, fault,
	    t->text);
}

/* A first day, with the last one behind it or not. */
static void
read_posted(const struct reading *r, struct typed *t)
{
	const char	*fault;

	read_day(r, t);
	if (t->fault == NULL)
		return;
	fault = span_fault(t->text, &t->day, &t->last);
	t->spans = fault == NULL;
	if (t->spans)
		t->fault = NULL;
	else if (*fault != '\0')
		t->fault = arena_printf(r->arena, fault, t->text);
}

/* A last day, which may be still to come. */
static void
read_last_day(const struct reading *r, struct typed *t)
{
	if ((*t->text >= '0' && *t->text <= '9') || !words_open_end(t->text))
		read_day(r, t);
}

static void
read_medium(const struct reading *r, struct typed *t)
{
	bool	list;

	t->id = words_medium(t->text, &list);
	if (t->id == NULL)
		t->fault = arena_printf(r->arena, !list ? _("`%s` is no "
		    "medium; expected one of 公开栏, 网站, 报刊, 广播, 电视, "
		    "微信, 其他 (board, website, newspaper, radio, television, "
		    "wechat, other)") : _("`%s`: one medium a row; write a "
		    "row for each"), t->text);
}

static void
read_outcome(const struct reading *r, struct typed *t)
{
	t->id = words_outcome(t->text);
	if (t->id == NULL)
		t->fault = arena_printf(r->arena, _("`%s` is no outcome; "
		    "expected 不成立, 成立 or 撤回 (rejected, upheld, "
		    "withdrawn)"), t->text);
}

static void
read_level(const struct reading *r, struct typed *t)
{
	t->levels = words_levels(t->text);
	if (t->levels == 0)
		t->fault = arena_printf(r->arena, _("`%s` is no level; "
		    "expected one of 自治区, 市, 县, 乡镇, 行政村, 村民小组 "
		    "(region, city, county, township, village, group)"),
		    t->text);
}

static void
read_void(const struct reading *r, struct typed *t)
{
	int	yes = words_yes(t->text);

	t->yes = yes == 1;
	if (yes < 0)
		t->fault = arena_printf(r->arena, _("`%s`: expected 是 (yes) "
		    "or an empty cell in the column 作废 (void)"), t->text);
}

/* ---- the columns: how each is read, and its bit where it may be absent */

static const struct {
	void		(*read)(const struct reading *, struct typed *);
	unsigned	 has;
} columns[COLUMNS] = {
	[COL_CASE] = { read_case, 0 },
	[COL_PERIOD] = { read_period, 0 },
	[COL_DIVISION] = { read_division, 0 },
	[COL_COUNTY] = { read_division, 0 },
	[COL_PLACES] = { read_list, 0 },
	[COL_TRAITS] = { read_traits, HAS_TRAITS },
	[COL_AMOUNTS] = { read_amounts, HAS_AMOUNTS },
	[COL_KNOWN] = { read_known, 0 },
	[COL_FIRST] = { read_first, 0 },
	[COL_LEVEL] = { read_level, 0 },
	[COL_DATE] = { read_day, 0 },
	[COL_FROM] = { read_day, 0 },
	[COL_OPENED] = { read_day, 0 },
	[COL_POSTED] = { read_posted, 0 },
	[COL_UNTIL] = { read_last_day, HAS_UNTIL },
	[COL_REVIEWED] = { read_day, HAS_REVIEWED },
	[COL_RECEIVED] = { read_day, 0 },
	[COL_RESOLVED] = { read_day, HAS_RESOLVED },
	[COL_MEDIUM] = { read_medium, 0 },
	[COL_NUMBER] = { read_number, 0 },
	[COL_OUTCOME] = { read_outcome, HAS_OUTCOME },
	[COL_VOID] = { read_void, 0 },
	/* text as it stands */
	[COL_TITLE] = { NULL, HAS_TITLE },
	[COL_BATCH] = { NULL, HAS_BATCH },
	[COL_CONTACT] = { NULL, HAS_CONTACT },
	[COL_PHONE] = { NULL, HAS_PHONE },
	[COL_CONTENT] = { NULL, HAS_CONTENT },
	[COL_BY] = { NULL, HAS_BY },
	[COL_EVIDENCE] = { NULL, HAS_EVIDENCE },
	[COL_HANDLER] = { NULL, HAS_HANDLER },
};

/* ---- the row */

/* Files are read so; what comes by the command line is looked at here. */
static bool
is_text(const struct row *r, struct diags *d)
{
	const char	*text, *fault;
	size_t		 i, n;

	for (i = 0; r->path == NULL && i < r->n; i++) {
		text = r->cells[i].text;
		n = strlen(text);
		fault = n > CSV_FIELD ? _("a cell of more than 65536 bytes") :
		    !text_is_utf8(text, n) ? _("this is not text in UTF-8") :
		    NULL;
		if (fault == NULL)
			continue;
		diag_error(d, row_at(r, i), "%s", fault);
		return false;
	}
	return true;
}

/* A cell that is not empty under no heading: an error. */
static bool
has_stray(const struct row *r, const struct header *h, struct diags *d)
{
	size_t	i;

	for (i = 0; i < r->n; i++)
		if ((i >= h->n || h->bare[i]) &&
		    *cell_own(&r->cells[i]) != '\0') {
			diag_error(d, row_at(r, i), r->sheet != NULL ?
			    _("`%s` stands under no heading: write one above "
			    "it, or empty the cell") : _("`%s` stands under "
			    "no heading: is there a comma too many in this "
			    "row, or a heading missing?"), r->cells[i].text);
			return true;
		}
	return false;
}

/* 〃, 同上: what people write for the cell above. */
static bool
is_ditto(const char *s)
{
	static const char *const	firsts[] = { "\"", "'", "d", "D", "〃",
					    "″", "”", "＂", "＇", "同", "ｄ",
					    "Ｄ" };
	static const char *const	marks[] = { "〃", "″", "”", "\"", "''",
					    "同上", "同前", "DITTO" };
	char				word[64];
	size_t				i, n = strnlen(s, sizeof(word));

	/* few cells begin so: the others are not looked at further */
	for (i = 0; i < sizeof(firsts) / sizeof(*firsts); i++)
		if (*s == *firsts[i] &&
		    strncmp(s, firsts[i], strlen(firsts[i])) == 0)
			break;
	if (i == sizeof(firsts) / sizeof(*firsts) || n == sizeof(word))
		return false;
	(void)twin_form(s, word);
	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strcmp(word, marks[i]) == 0)
			return true;
	return false;
}

/* Cells of texts that are not what was meant: an error each.  Of the others
   whoever needs them tells it. */
static bool
has_fault(const struct cells *c, struct diags *d)
{
	bool	found = false;
	size_t	i;

	for (i = 0; c->row->sheet != NULL && i < c->n; i++)
		if (c->there[i].fault != NULL &&
		    columns[c->column[i]].read == NULL)
			found = !cell_refuse(&c->there[i], d);
	return found;
}

/* A cell that only stands for the one above: an error. */
static bool
has_ditto(const struct cells *c, struct diags *d)
{
	bool	found = false;
	size_t	i;

	for (i = 0; i < c->n; i++) {
		if (!is_ditto(c->there[i].text))
			continue;
		diag_error(d, c->there[i].at, _("`%s` stands for the cell "
		    "above, and after sorting for another one: write it out "
		    "in every row"), c->there[i].text);
		found = true;
	}
	return found;
}

void
cells_begin(struct cells *c, const struct header *h)
{
	int	i;

	c->header = h;
	c->sheet = h->sheet;
	c->has = 0;
	c->n = 0;
	for (i = COL_NONE; i < COLUMNS; i++) {
		c->of[i] = &c->absent;
		if (h->at[i] < 0 || i == COL_IGNORED)
			continue;
		c->of[i] = &c->there[c->n];
		c->column[c->n++] = (enum column)i;
		c->has |= columns[i].has;
	}
}

/* Columns of numbers and codes: a fraction in one has lost something. */
static bool
is_code(enum column c)
{
	return c == COL_CASE || c == COL_DIVISION || c == COL_COUNTY ||
	    c == COL_PLACES || c == COL_KNOWN || c == COL_NUMBER ||
	    c == COL_BATCH;
}

/* What a workbook says of a cell beside its text. */
static void
read_as_kept(const struct reading *r, const struct cell *cell, enum column c,
    struct typed *t)
{
	t->fault = cell->fault;
	if (cell->fraction && is_code(c))
		t->fault = arena_printf(r->arena, _("`%s` is a number with a "
		    "fraction, and no number or code of anything: set the "
		    "column to text (文本) and enter it again"), cell->text);
	if (cell->month && c == COL_PERIOD)
		t->text = arena_ndup(r->arena, cell->text, strlen("2020-09"));
}

static void
read_cell(const struct reading *r, size_t at, enum column c, struct typed *t)
{
	const struct cell	*cell = at < r->row->n ? &r->row->cells[at] :
				    NULL;

	*t = (struct typed){ .text = cell != NULL ? cell->text : "",
	    .at = row_at(r->row, at), .there = true, .day = DAY_NONE,
	    .id = "" };
	if (cell != NULL && r->row->sheet != NULL)
		read_as_kept(r, cell, c, t);
	if (t->fault == NULL && columns[c].read != NULL &&
	    (*t->text != '\0' || c == COL_CASE))
		columns[c].read(r, t);
}

bool
cells_read(struct cells *c, struct arena *a, const struct row *row,
    struct diags *d)
{
	const struct reading	r = { a, row, c->sheet };
	size_t			i;

	if (!is_text(row, d))
		return false;
	c->row = row;
	c->stray = has_stray(row, c->header, d);
	c->absent = (struct typed){ .text = "", .at = row_at(row, 0),
	    .day = DAY_NONE, .id = "" };
	c->absent.at.cell = 0;
	for (i = 0; i < c->n; i++)
		read_cell(&r, (size_t)c->header->at[c->column[i]],
		    c->column[i], &c->there[i]);
	c->ditto = has_fault(c, d);
	c->ditto |= has_ditto(c, d);
	return true;
}

bool
cell_refuse(const struct typed *t, struct diags *d)
{
	diag_error(d, t->at, "%s", t->fault);
	return false;
}
