/*
 * Parts of reports as text: headings, findings, marks.
 */
#include "report/page.h"

#include <string.h>

#include "words/lines.h"
#include "words/message.h"
#include "words/say.h"

int
page_width(const char *s)
{
	return text_width(s, strlen(s));
}

void
page_cell(struct writer *w, enum style style, const char *s, int width)
{
	static const char *const	on[] = {
		[PLAIN] = "", [BOLD] = "\033[1m", [RED_BOLD] = "\033[1;31m",
		[RED] = "\033[31m", [YELLOW] = "\033[33m",
		[CYAN] = "\033[36m",
	};
	bool				coloured = w->l.colour &&
					    style != PLAIN;

	if (coloured)
		fputs(on[style], w->l.out);
	fputs(s, w->l.out);
	if (coloured)
		fputs("\033[0m", w->l.out);
	text_blanks(w->l.out, width - page_width(s));
}

/* ---- headings */

const char *
page_place(struct writer *w, struct arena *a, const char *division)
{
	return text_safe(a, message_place(a, w->l.names, division));
}

/* A new township, or a division above one that has cases of its own. */
static void
group_heading(struct writer *w, struct arena *a, const struct matter *m)
{
	char		 group[DIVISION_MAX + 1];
	const char	*title;

	if (!division_above(m->division, LEVEL_TOWNSHIP, group))
		memcpy(group, m->division, strlen(m->division) + 1);
	if (w->grouped && strcmp(group, w->group) == 0)
		return;
	w->grouped = true;
	memcpy(w->group, group, sizeof(group));
	title = page_place(w, a, group);
	putc_unlocked('\n', w->l.out);
	page_cell(w, BOLD, title, 0);
	putc_unlocked('\n', w->l.out);
	for (int i = 0, n = page_width(title); i < n && i < w->l.width; i++)
		putc_unlocked('=', w->l.out);
	putc_unlocked('\n', w->l.out);
}

void
page_case(struct writer *w, struct arena *a, const struct matter *m,
    const struct plan *p)
{
	const char	*id = text_safe(a, m->id), *rest = "";

	group_heading(w, a, m);
	putc_unlocked('\n', w->l.out);
	page_cell(w, BOLD, id, 0);
	if (*m->title != '\0')
		rest = arena_printf(a, _("  %s"), m->title);
	rest = arena_printf(a, _("%s  [%s]  %s"), rest, p == NULL ?
	    m->procedure : message_procedure(p->proc),
	    message_place(a, w->l.names, m->division));
	text_wrap(w->l.out, text_safe(a, rest), page_width(id), 4, w->l.width);
}

void
page_heading(struct writer *w, const char *s)
{
	page_cell(w, BOLD, s, 0);
	putc_unlocked('\n', w->l.out);
}

/* ---- findings */

static enum style
style_of(enum severity s)
{
	static const enum style	styles[SEVERITIES] = {
		[SEVERITY_GRAVE] = RED_BOLD, [SEVERITY_VIOLATION] = RED,
		[SEVERITY_QUESTION] = YELLOW, [SEVERITY_ADVICE] = CYAN,
	};

	return styles[s];
}

/* Columns of the longest of the words for a severity. */
static int
severity_width(void)
{
	int	i, n, width = 0;

	for (i = 0; i < SEVERITIES; i++) {
		n = page_width(message_severity((enum severity)i));
		width = n > width ? n : width;
	}
	return width;
}

void
page_marked(struct writer *w, struct arena *a, int indent, const char *mark,
    const char *s)
{
	int	at = indent + page_width(mark);

	text_blanks(w->l.out, indent);
	fputs(mark, w->l.out);
	text_wrap(w->l.out, text_safe(a, s), at, at, w->l.width);
}

int
page_named(struct writer *w, struct arena *a, const struct finding *f)
{
	int		 indent = severity_width() + 4;
	const char	*title;

	text_blanks(w->l.out, 2);
	page_cell(w, style_of(f->severity), message_severity(f->severity),
	    indent - 2);
	title = arena_printf(a, _("%s: %s"), message_code(f->code,
	    finding_of_event(f)),
	    told_say(a, w->l.words, message_subject(a, f, w->l.names)));
	text_wrap(w->l.out, text_safe(a, title), indent, indent, w->l.width);
	return indent;
}

void
page_finding(struct writer *w, struct arena *a, const struct finding *f)
{
	int	indent = page_named(w, a, f);

	page_marked(w, a, indent, "", told_say(a, w->l.words,
	    message_body(a, f, w->l.names)));
	page_marked(w, a, indent, "→ ", told_say(a, w->l.words,
	    message_remedy(a, f, w->l.names)));
	if (f->basis != NULL)
		page_marked(w, a, indent, "", arena_printf(a, _("Basis: %s"),
		    f->basis->text));
}

/* ---- counts, days */

const char *
page_counted(struct arena *a, const char *list, const char *word, long long n)
{
	if (n == 0)
		return list;
	return *list == '\0' ? arena_printf(a, _("%s %lld"), word, n) :
	    arena_printf(a, _("%s, %s %lld"), list, word, n);
}

const char *
page_codes(struct arena *a, const char *list, enum code c,
    const long long of[static 2][CODES])
{
	const char	*slot = message_code(c, false);
	const char	*event = message_code(c, true);

	if (strcmp(slot, event) == 0)
		return page_counted(a, list, slot, of[0][c] + of[1][c]);
	list = page_counted(a, list, slot, of[0][c]);
	return page_counted(a, list, event, of[1][c]);
}

const char *
page_today(struct writer *w, struct arena *a, const char *what)
{
	char	day[DAY_TEXT];

	return arena_printf(a, _("%s as of %s"), what,
	    day_print(w->l.today, day));
}
