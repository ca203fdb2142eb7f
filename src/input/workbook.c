#include "input/workbook.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "input/workbook_inside.h"

struct book {
	struct arena		*arena;
	struct archive		*archive;
	struct page		*pages;
	size_t			 n, cap;
	bool			 from_1904;
	struct strings		 strings;
	struct styles		 styles;
	struct sheet_rows	*rows;		/* of the worksheet at hand */

	/* while its main part is read */
	struct diags		*d;
	const char		*main;
	struct relations	 relations;
	bool			 naming;	/* a defined name is open */
	enum book_mark		 mark;
	long			 local;		/* its worksheet, or -1 */
	struct pieces		 refers;	/* to what it refers */
	size_t			*order;		/* page of each sheet + 1 */
	size_t			 norder, order_cap;
	bool			 many;		/* more than there may be */
};

static struct place
whole(const struct book *b)
{
	return (struct place){ .path = archive_name(b->archive) };
}

/* ---- what it is */

/* Another kind of document, by its content type or by what it holds. */
static const struct {
	const char	*type, *part;
	const char	*what;
	bool		 sheets;
} others[] = {
	{ "ms-excel.sheet.binary", "xl/workbook.bin",
	    N_("a binary workbook (.xlsb)"), true },
	{ "wordprocessingml", "word/document.xml",
	    N_("a text document (.docx)"), false },
	{ "ms-word", NULL, N_("a text document (.docm)"), false },
	{ "presentationml", "ppt/presentation.xml", N_("slides (.pptx)"),
	    false },
	{ "ms-powerpoint", NULL, N_("slides (.pptm)"), false },
	{ NULL, "Index/Document.iwa", N_("a workbook of Numbers (.numbers)"),
	    true },
	{ NULL, "Index.zip", N_("a workbook of Numbers (.numbers)"), true },
	{ NULL, "content.xml", N_("a document of OpenDocument (.ods, .odt)"),
	    true },
};

static bool
is_workbook(const char *type)
{
	return strstr(type, "spreadsheetml.sheet.main") != NULL ||
	    strstr(type, "spreadsheetml.template.main") != NULL ||
	    strstr(type, "ms-excel.sheet.macroEnabled.main") != NULL ||
	    strstr(type, "ms-excel.template.macroEnabled.main") != NULL ||
	    strstr(type, "ms-excel.addin.macroEnabled.main") != NULL;
}

/* False. */
static bool
is_other(struct book *b, const char *type)
{
	const char	*remedy = _("unpack it, and hand in the files in it");
	const char	*what = _("a packed archive");
	size_t		 i;

	for (i = 0; i < sizeof(others) / sizeof(*others); i++) {
		if ((others[i].type == NULL || strstr(type, others[i].type) ==
		    NULL) && (others[i].part == NULL || !archive_has(
		    b->archive, others[i].part)))
			continue;
		what = _(others[i].what);
		remedy = others[i].sheets ? _("open it in the spreadsheet "
		    "(WPS表格, Excel) and save it as .xlsx (另存为), or as "
		    "\"CSV UTF-8\"") : _("take it away from here; only sheets "
		    "(.xlsx, CSV) are read");
		break;
	}
	diag_error(b->d, whole(b), _("this is %s, neither a CSV file nor a "
	    "workbook (.xlsx): %s"), what, remedy);
	return false;
}

static bool
find_main(struct book *b)
{
	const struct relation	*r;
	const char		*type = "";

	if (!archive_has(b->archive, "[Content_Types].xml"))
		return is_other(b, "");
	if (!relations_read(b->arena, b->archive, "", &b->relations, b->d))
		return false;
	r = relation_of(&b->relations, "/officeDocument");
	if (r != NULL && r->part != NULL)
		type = content_type(b->arena, b->archive, r->part, b->d);
	if (type == NULL)
		return false;
	if (!is_workbook(type))
		return is_other(b, type);
	b->main = r->part;
	return relations_read(b->arena, b->archive, b->main, &b->relations,
	    b->d);
}

/* ---- its main part */

/* Not one more than there may be; said once. */
static bool
is_many(struct book *b)
{
	if (b->norder < BOOK_SHEETS)
		return false;
	if (!b->many)
		diag_error(b->d, whole(b), _("the workbook has more than %d "
		    "worksheets: divide it into several"), BOOK_SHEETS);
	b->many = true;
	return true;
}

/* The worksheet that a part is already; NULL: none. */
static const struct page *
page_of(const struct book *b, const char *part)
{
	size_t	i;

	for (i = 0; i < b->n; i++)
		if (strcasecmp(b->pages[i].part, part) == 0)
			return &b->pages[i];
	return NULL;
}

/* Is there one to be read?  false: an error was added. */
static bool
is_there(struct book *b, const char *name, const struct relation *r)
{
	const struct page	*other;

	if (name == NULL || r == NULL || r->part == NULL) {
		diag_error(b->d, whole(b), _("the workbook lacks the worksheet "
		    "`%s`, or it lies outside: open it in the spreadsheet and "
		    "save it as .xlsx (另存为) once more"), name == NULL ?
		    "" : name);
		return false;
	}
	other = page_of(b, r->part);
	if (other == NULL)
		return true;
	diag_error(b->d, whole(b), _("the worksheets `%s` and `%s` of the "
	    "workbook are the same part: open it in the spreadsheet and save "
	    "it as .xlsx (另存为) once more"), other->page.name, name);
	return false;
}

/*
 * One more sheet; what is no worksheet is passed over: a chart, and a module of
 * macros, which has no part (Excel writes an empty id).
 */
static void
add_sheet(struct book *b, const char **attributes)
{
	const char		*name = xml_attribute(attributes, "name");
	const char		*id = xml_relation(attributes, "id");
	const char		*state = xml_attribute(attributes, "state");
	const struct relation	*r;
	struct page		*p;

	if (is_many(b))
		return;
	r = id == NULL ? NULL : relation_by_id(&b->relations, id);
	b->order = arena_grow(b->arena, b->order, b->norder, &b->order_cap,
	    sizeof(*b->order));
	b->order[b->norder++] = 0;
	if ((id != NULL && *id == '\0') || (r != NULL && !relation_is(r,
	    "/worksheet")) || !is_there(b, name, r))
		return;
	b->pages = arena_grow(b->arena, b->pages, b->n, &b->cap,
	    sizeof(*b->pages));
	p = &b->pages[b->n++];
	*p = (struct page){ .part = r->part };
	p->page.name = arena_dup(b->arena, name);
	p->page.hidden = state != NULL && strcmp(state, "visible") != 0;
	b->order[b->norder - 1] = b->n;
}

static void
begin_name(struct book *b, const char **attributes)
{
	static const char *const	marks[] = {
		[BOOK_FOREIGN] = "", [BOOK_TODO] = "_gongshi_todo",
		[BOOK_HELP] = "_gongshi_help", [BOOK_LOG] = "_gongshi_log"
	};
	const char	*name = xml_attribute(attributes, "name");
	const char	*local = xml_attribute(attributes, "localSheetId");
	int		 m;

	b->naming = false;
	for (m = BOOK_TODO; name != NULL && m <= BOOK_LOG; m++)
		if (strcasecmp(name, marks[m]) == 0) {
			b->naming = true;
			b->mark = (enum book_mark)m;
		}
	b->local = local == NULL ? -1 : strtol(local, NULL, 10);
	pieces_begin(&b->refers, b->arena);
}

/* 'Name of it'!$A$1 */
static bool
refers_to(const char *text, const char *name)
{
	const bool	quoted = *text == '\'';

	for (text += quoted; *name != '\0'; name++, text++) {
		if (*text != *name)
			return false;
		text += quoted && *text == '\'' && text[1] == '\'';
	}
	text += quoted && *text == '\'';
	return *text == '!';
}

static void
end_name(struct book *b)
{
	size_t	i;

	b->naming = false;
	b->refers.p[b->refers.n] = '\0';
	if (b->local >= 0) {
		i = (size_t)b->local < b->norder ? b->order[b->local] : 0;
		if (i > 0 && i <= b->n)
			b->pages[i - 1].page.mark = b->mark;
		return;
	}
	for (i = 0; i < b->n; i++)
		if (refers_to(b->refers.p, b->pages[i].page.name))
			b->pages[i].page.mark = b->mark;
}

static void
on_start(void *ctx, const char *name, const char **attributes)
{
	struct book	*b = ctx;

	if (strcmp(name, "sheet") == 0)
		add_sheet(b, attributes);
	else if (strcmp(name, "workbookPr") == 0)
		b->from_1904 = xml_is(attributes, "date1904");
	else if (strcmp(name, "definedName") == 0)
		begin_name(b, attributes);
}

static void
on_end(void *ctx, const char *name)
{
	struct book	*b = ctx;

	if (b->naming && strcmp(name, "definedName") == 0)
		end_name(b);
}

static void
on_text(void *ctx, const char *text, int len)
{
	struct book	*b = ctx;

	if (b->naming)
		pieces_add(&b->refers, text, len);
}

static bool
read_main(struct book *b)
{
	static const struct xml_calls	 calls = { on_start, on_end, on_text };
	const size_t			 before = diags_errors(b->d);

	if (!xml_read(b->archive, b->main, &calls, b, b->d) ||
	    diags_errors(b->d) > before)
		return false;
	if (b->n > 0)
		return true;
	diag_error(b->d, whole(b), _("the workbook has no worksheet"));
	return false;
}

/* The part of a kind, if there is one. */
static const char *
part_of(struct book *b, const char *type)
{
	const struct relation	*r = relation_of(&b->relations, type);

	return r == NULL ? NULL : r->part;
}

static bool
read_parts(struct book *b)
{
	const char	*strings, *styles;

	if (!find_main(b) || !read_main(b))
		return false;
	strings = part_of(b, "/sharedStrings");
	styles = part_of(b, "/styles");
	return (styles == NULL || styles_read(&b->styles, b->arena,
	    b->archive, styles, b->d)) && (strings == NULL || strings_read(
	    &b->strings, b->arena, b->archive, strings, b->d));
}

/* ---- from end to end */

struct book *
book_open(const char *path, const char *name, struct diags *d)
{
	struct arena	*a = arena_new();
	struct book	*b = arena_alloc(a, sizeof(*b));

	b->arena = a;
	b->d = d;
	b->archive = archive_open(a, path, name, d);
	if (b->archive != NULL && read_parts(b))
		return b;
	book_close(b);
	return NULL;
}

void
book_close(struct book *b)
{
	if (b == NULL)
		return;
	sheet_rows_close(b->rows);
	archive_close(b->archive);
	arena_free(b->arena);
}

size_t
book_pages(const struct book *b)
{
	return b->n;
}

const struct book_page *
book_page(const struct book *b, size_t i)
{
	return &b->pages[i].page;
}

bool
book_begin(struct book *b, size_t i, struct diags *d)
{
	const struct values	v = { .strings = &b->strings,
				    .styles = &b->styles,
				    .from_1904 = b->from_1904 };

	sheet_rows_close(b->rows);
	b->rows = NULL;
	if (!archive_same(b->archive)) {
		diag_error(d, whole(b), _("the file was changed while it was "
		    "read"));
		return false;
	}
	if (!page_look(&b->pages[i], b->arena, b->archive, d))
		return false;
	b->rows = sheet_rows_open(b->archive, &b->pages[i], &v, d);
	return b->rows != NULL;
}

const struct row *
book_next(struct book *b, struct diags *d)
{
	return sheet_rows_next(b->rows, d);
}

void
book_progress(const struct book *b, long long *done, long long *size)
{
	sheet_rows_progress(b->rows, done, size);
}

const char *
book_digest(const struct book *b)
{
	return archive_digest(b->archive);
}
