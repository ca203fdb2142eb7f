#include "report/paper.h"

#include <string.h>

#include "report/qr.h"
#include "words/html.h"

enum { CODE_MM = 32 };

/*
 * Measures of GB/T 9704: margins, size and leading of a body, no more than the
 * fonts that an office has.
 */
static const char	style[] =
"@page{size:A4;margin:30mm 26mm 26mm 28mm}"
"html{color:#000;background:#fff}"
"body{margin:0 auto;max-width:156mm;font:16pt/1.75 FangSong,FangSong_GB2312,"
"STFangsong,\"Noto Serif CJK SC\",SimSun,serif;overflow-wrap:anywhere}"
"h1{font:bold 22pt/1.5 \"FZXiaoBiaoSong-B05S\",STZhongsong,\"Songti SC\","
"SimSun,\"Noto Serif CJK SC\",serif;text-align:center;margin:0 0 1em;"
"break-after:avoid}"
"p{margin:0}"
":lang(zh) main>p{text-indent:2em}"
":lang(en) main>p{margin-bottom:.6em}"
"table{border-collapse:collapse;width:100%;margin:.6em 0;font-size:12pt;"
"line-height:1.5}"
"caption{font-weight:bold;padding-bottom:.3em}"
"th,td{border:.5pt solid #000;padding:1mm 2mm;text-align:left;"
"vertical-align:top;min-width:1em}"
"thead th{text-align:center}"
"thead{display:table-header-group}"
"tr{break-inside:avoid}"
"tbody th{white-space:nowrap;font-weight:normal}"
"footer{display:flex;justify-content:space-between;align-items:flex-end;"
"margin-top:2em;break-inside:avoid}"
".sign{margin-left:auto;text-align:center;max-width:115mm}"
".sign p{text-align:left}"
".code+.sign{max-width:100mm}"
".code+.sign p{text-align:center}"
".line{white-space:nowrap}"
"@media screen{body{padding:12mm 6mm}}";

/* A line to write on is not broken. */
static void
put(FILE *f, struct arena *a, const char *s)
{
	const char	*from = strstr(s, "＿"), *end;

	if (from == NULL) {
		html_text(f, s);
		return;
	}
	for (end = from; strncmp(end, "＿", 3) == 0; end += 3)
		;
	html_text(f, arena_ndup(a, s, (size_t)(from - s)));
	fprintf(f, "<span class=\"line\">%.*s</span>", (int)(end - from),
	    from);
	put(f, a, end);
}

static void
tag(FILE *f, const char *open, const char *text, const char *close)
{
	fputs(open, f);
	html_text(f, text);
	fputs(close, f);
}

static void
line(FILE *f, struct arena *a, const char *text)
{
	fputs("<p>", f);
	put(f, a, text);
	fputs("</p>\n", f);
}

/* ---- a page */

static void
html_table(FILE *f, const struct listing *t)
{
	size_t	i, k;
	bool	head;

	fputs("<table>\n", f);
	if (*t->caption != '\0')
		tag(f, "<caption>", t->caption, "</caption>\n");
	if (t->heads != NULL) {
		fputs("<thead><tr>", f);
		for (k = 0; k < t->ncols; k++)
			tag(f, "<th scope=\"col\">", t->heads[k], "</th>");
		fputs("</tr></thead>\n", f);
	}
	fputs("<tbody>\n", f);
	for (i = 0; i < t->nrows; i++) {
		fputs("<tr>", f);
		for (k = 0; k < t->ncols; k++) {
			head = t->heads == NULL && k == 0;
			tag(f, head ? "<th scope=\"row\">" : "<td>",
			    t->cells[i * t->ncols + k], head ? "</th>" :
			    "</td>");
		}
		fputs("</tr>\n", f);
	}
	fputs("</tbody>\n</table>\n", f);
}

static void
html_foot(FILE *f, struct arena *a, const struct paper *p)
{
	size_t	i;

	fputs("<footer>\n", f);
	if (p->code != NULL) {
		fputs("<div class=\"code\">", f);
		(void)qr_svg(f, p->code, CODE_MM, p->code_label);
		fputs("</div>\n", f);
	}
	fputs("<div class=\"sign\">\n", f);
	for (i = 0; p->signs[i] != NULL; i++)
		line(f, a, p->signs[i]);
	fputs("</div>\n</footer>\n", f);
}

void
paper_html(FILE *f, struct arena *a, const struct paper *p)
{
	bool	shown = p->table == NULL;
	size_t	i;

	fprintf(f, "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n<meta http-equiv="
	    "\"Content-Security-Policy\" content=\"default-src 'none'; "
	    "style-src 'unsafe-inline'\">\n<meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\">\n", p->lang);
	tag(f, "<title>", p->heading, "</title>\n");
	fprintf(f, "<style>%s</style>\n</head>\n<body>\n<main>\n", style);
	tag(f, "<h1>", p->heading, "</h1>\n");
	for (i = 0; i < p->n; i++) {
		if (*p->list[i].text != '\0')
			line(f, a, p->list[i].text);
		if (p->list[i].table && !shown) {
			html_table(f, p->table);
			shown = true;
		}
	}
	if (!shown)
		html_table(f, p->table);
	fputs("</main>\n", f);
	html_foot(f, a, p);
	fputs("</body>\n</html>\n", f);
}
