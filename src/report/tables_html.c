/*
 * Tables as a page of its own.
 */
#include <string.h>

#include "base/text.h"
#include "report/tables_parts.h"
#include "words/html.h"

static const char	head[] =
"<meta charset=\"utf-8\">\n"
"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
"style-src 'unsafe-inline'\">\n"
"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";

static const char	style[] =
"<style>\n"
":root { color-scheme: light dark; background: Canvas; color: CanvasText; }\n"
"body { margin: 0 auto; padding: 1rem; max-width: 60rem; line-height: 1.6;\n"
"	font-family: \"Noto Serif CJK SC\", SimSun, serif; }\n"
"h1 { text-align: center; font-size: 1.6rem; line-height: 1.3; }\n"
"h2 { font-size: 1.15rem; margin: 1.6rem 0 .4rem; }\n"
"p { margin: .4rem 0; text-indent: 2em; }\n"
":lang(en) p { text-indent: 0; }\n"
".wide { overflow-x: auto; margin: .8rem 0; }\n"
"table { border-collapse: collapse; width: 100%; font-size: .92rem; }\n"
"caption { text-align: left; font-weight: bold; padding: .3rem 0; }\n"
"th, td { border: 1px solid #888; padding: .2rem .45rem; text-align: left;\n"
"	font-weight: normal; overflow-wrap: break-word; }\n"
"thead th { font-weight: bold; text-align: center; background: #8882; }\n"
"tbody th { min-width: 5.5em; }\n"
".n { text-align: right; font-variant-numeric: tabular-nums;\n"
"	white-space: nowrap; }\n"
".total > * { font-weight: bold; }\n"
"footer p { text-align: right; text-indent: 0; margin: .2rem 2rem; }\n"
"@media screen { thead th { word-break: keep-all; } }\n"
"@page { size: A4; margin: 20mm 15mm; }\n"
"@media print {\n"
"	:root { color-scheme: light; }\n"
"	body { max-width: none; padding: 0; font-size: 10.5pt; }\n"
"	.wide { overflow: visible; }\n"
"	table { font-size: 9pt; }\n"
"	tr { break-inside: avoid; }\n"
"	h2, caption { break-after: avoid; }\n"
"}\n"
"</style>\n";

static void
element(FILE *f, const char *name, const char *s)
{
	fprintf(f, "<%s>", name);
	html_text(f, s);
	fprintf(f, "</%s>\n", name);
}

static void
paragraphs(FILE *f, const char *const *list)
{
	for (; list != NULL && *list != NULL; list++)
		element(f, "p", *list);
}

/* The first text of a row names it. */
static size_t
naming(const struct table *t)
{
	size_t	i = 0;

	while (i < t->ncolumns && (t->columns[i].plain ||
	    t->columns[i].kind != CELL_TEXT))
		i++;
	return i;
}

static void
row(struct arena *a, FILE *f, const struct table *t,
    const struct cell_value *cells)
{
	const size_t	name = naming(t);
	size_t		i;

	fputs(cells[0].look == LOOK_TOTAL ? "<tr class=\"total\">" : "<tr>",
	    f);
	for (i = 0; i < t->ncolumns; i++) {
		if (t->columns[i].plain)
			continue;
		fputs(i == name ? "<th scope=\"row\">" :
		    column_is_right(&t->columns[i]) ? "<td class=\"n\">" :
		    "<td>", f);
		html_text(f, cell_shown(a, &t->columns[i], &cells[i]));
		fputs(i == name ? "</th>" : "</td>", f);
	}
	fputs("</tr>\n", f);
}

/* Where it is wider than a screen it is moved by itself, by keys too. */
static void
table(struct arena *a, FILE *f, const struct table *t, int n)
{
	const char	*caption = tables_caption(a, n, t->title);
	bool		 named;
	size_t		 i;

	fputs("<div class=\"wide\" role=\"region\" tabindex=\"0\" "
	    "aria-label=\"", f);
	html_text(f, caption);
	fputs("\">\n<table>\n", f);
	element(f, "caption", caption);
	fputs("<thead>\n<tr>", f);
	for (i = 0; i < t->ncolumns; i++)
		if (!t->columns[i].plain) {
			named = *t->columns[i].title != '\0';
			fputs(named ? "<th scope=\"col\">" : "<td>", f);
			html_text(f, t->columns[i].title);
			fputs(named ? "</th>" : "</td>", f);
		}
	fputs("</tr>\n</thead>\n<tbody>\n", f);
	for (i = 0; i < t->nrows; i++)
		row(a, f, t, t->rows[i]);
	fputs("</tbody>\n</table>\n</div>\n", f);
}

void
tables_html(struct arena *a, const struct layout *l, const struct tables *t)
{
	FILE	*f = l->out;
	int	 part = 0, n = 0;
	size_t	 i;

	fprintf(f, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n%s", t->lang,
	    head);
	element(f, "title", t->title);
	fprintf(f, "%s</head>\n<body>\n<main>\n", style);
	element(f, "h1", t->title);
	for (i = 0; i < t->n; i++) {
		if (t->list[i].annex)
			continue;
		if (t->list[i].part != NULL)
			element(f, "h2", tables_part(a, ++part,
			    t->list[i].part));
		paragraphs(f, t->list[i].above);
		if (t->list[i].ncolumns > 0)
			table(a, f, &t->list[i], ++n);
		paragraphs(f, t->list[i].below);
	}
	fputs("</main>\n<footer>\n", f);
	paragraphs(f, t->signature);
	fputs("</footer>\n</body>\n</html>\n", f);
}
