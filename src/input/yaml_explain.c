#include "input/yaml_explain.h"

#include <string.h>

#include "base/text.h"

enum { LOOK_BACK = 50 };	/* lines above an error that are looked at */

static int
column(const char *line, const char *at)
{
	return (int)text_chars(line, (size_t)(at - line));
}

static bool
starts(const char *p, const char *with)
{
	return strncmp(p, with, strlen(with)) == 0;
}

/* Where the line's text begins, behind its blanks and the list's dashes. */
static const char *
begin(const char *line)
{
	for (;;) {
		line += strspn(line, " \t");
		if (line[0] != '-' || line[1] != ' ')
			return line;
		line++;
	}
}

/* The end of what could be a key: a colon of either width, or NULL. */
static const char *
key_end(const char *line)
{
	const char	*from = begin(line), *p = from;

	for (; *p != '\0' && strchr(" \t[]{},#", *p) == NULL; p++)
		if (*p == ':' || starts(p, "："))
			return p > from ? p : NULL;
	return NULL;
}

int
wide_colon(const char *line)
{
	const char	*end = key_end(line);

	return end == NULL || *end == ':' ? -1 : column(line, end);
}

static int
tight_colon(const char *line)
{
	const char	*end = key_end(line);

	if (end == NULL || *end != ':' || *begin(line) == '"' ||
	    strchr(" \t/", end[1]) != NULL)	/* or the line's end */
		return -1;
	return column(line, end);
}

bool
wide_blank(const char *p)
{
	return starts(p, "\xe3\x80\x80") || starts(p, "\xc2\xa0");
}

static int
wide_indent(const char *line)
{
	const char	*p = line + strspn(line, " \t");

	return wide_blank(p) ? column(line, p) : -1;
}

/* A remark begun with another sign than #: where the sign stands, or -1. */
static int
wide_remark(const char *line)
{
	static const char *const	signs[] = { "//", "＃", "/*", "※" };
	const char			*p = line + strspn(line, " \t");
	size_t				 i;

	for (i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (starts(p, signs[i]))
			return column(line, p);
	return -1;
}

/* The same behind a value, as in `{...} // remark`. */
static int
remark_behind(const char *line, int from)
{
	const char	*p;

	for (p = line; *p != '\0'; p++)
		if (column(line, p) >= from && (starts(p, "//") ||
		    starts(p, "＃")))
			return column(line, p);
	return -1;
}

/* A list's dash without its blank, or a wide one: its column, or -1. */
static int
tight_dash(const char *line)
{
	const char	*p = begin(line);

	if (starts(p, "－") || starts(p, "—"))
		return column(line, p);
	return p[0] == '-' && p[1] != '\0' && strchr("- .0123456789", p[1]) ==
	    NULL ? column(line, p) : -1;
}

static int
tab_indent(const char *line)
{
	const char	*p = line + strspn(line, " ");

	return *p == '\t' && p[strspn(p, " \t")] != '\0' ?
	    column(line, p) : -1;
}

/*
 * The first full-width sign outside of quotes that stands for one of YAML's:
 * a bracket, a comma within ASCII brackets, a quote that opens a value.
 */
static int
wide_sign(const char *line, const char **sign, const char **instead)
{
	static const char *const	 signs[][2] = {
		{"｛", "{"}, {"｝", "}"}, {"［", "["}, {"］", "]"},
		{"，", ","}, {"“", "\""}, {"”", "\""}, {"＂", "\""}
	};
	const char			*p;
	size_t				 i;
	bool				 within = false;
	char				 quote = '\0', before = ' ';

	for (p = line; *p != '\0'; before = *p++) {
		if (quote != '\0') {
			quote = *p == quote ? '\0' : quote;
			continue;
		}
		if (*p == '#' && before == ' ')
			break;
		if ((*p == '"' || *p == '\'') && strchr(" [{,", before) != NULL)
			quote = *p;
		within = within || *p == '[' || *p == '{';
		for (i = 0; i < 8; i++)
			if (starts(p, signs[i][0]) && (i < 4 || within ||
			    (i > 4 && before == ' '))) {
				*sign = signs[i][0];
				*instead = signs[i][1];
				return column(line, p);
			}
	}
	return -1;
}

void
tell_wide_colon(const struct lines *l, size_t line, int col, struct diags *d)
{
	const char	*key = begin(l->text[line]);

	diag_error(d, lines_at(l, line, (size_t)col), _("a full-width colon "
	    "\"：\" behind a key: write an ordinary colon and a blank, "
	    "\"%.*s: \""), (int)(key_end(key) - key), key);
}

void
tell_wide_blank(struct place at, struct diags *d)
{
	diag_error(d, at, _("a full-width or no-break blank before the text: "
	    "indent with ordinary blanks"));
}

static void
tell_remark(struct place at, struct diags *d)
{
	diag_error(d, at, _("a remark begins with an ordinary #, and a blank "
	    "before it"));
}

/* What begins a line as no line of YAML begins. */
static bool
find_start(const struct lines *l, size_t line, struct diags *d)
{
	const char	*text = l->text[line];
	int		 col;

	if ((col = wide_remark(text)) >= 0)
		tell_remark(lines_at(l, line, (size_t)col), d);
	else if ((col = tight_dash(text)) >= 0)
		diag_error(d, lines_at(l, line, (size_t)col), _("no blank "
		    "behind the -: a list's item is written `- TEXT`"));
	else if ((col = wide_indent(text)) >= 0)
		tell_wide_blank(lines_at(l, line, (size_t)col), d);
	return col >= 0;
}

static bool
find_colon(const struct lines *l, size_t line, struct diags *d)
{
	const char	*text = l->text[line], *key = begin(text);
	int		 col;

	if (find_start(l, line, d))
		return true;
	if ((col = tab_indent(text)) >= 0) {
		diag_error(d, lines_at(l, line, (size_t)col), _("a tab before "
		    "the text: indent with blanks"));
		return true;
	}
	if ((col = wide_colon(text)) >= 0) {
		tell_wide_colon(l, line, col, d);
		return true;
	}
	if ((col = tight_colon(text)) >= 0 && wide_blank(key_end(text) + 1)) {
		diag_error(d, lines_at(l, line, (size_t)col + 1), _("a "
		    "full-width or no-break blank behind the colon: write an "
		    "ordinary one, \"%.*s: \""), (int)(key_end(key) - key),
		    key);
		return true;
	}
	if (col >= 0) {
		diag_error(d, lines_at(l, line, (size_t)col), _("no blank "
		    "behind this colon: write \"%.*s: \""),
		    (int)(key_end(key) - key), key);
		return true;
	}
	return false;
}

static bool
find_sign(const struct lines *l, size_t line, struct diags *d)
{
	const char	*sign, *instead;
	int		 col = wide_sign(l->text[line], &sign, &instead);

	if (col < 0)
		return false;
	diag_error(d, lines_at(l, line, (size_t)col), _("a full-width \"%s\": "
	    "write an ordinary %s, or put the whole text in single quotes "
	    "('...')"), sign, instead);
	return true;
}

/* Does the line begin with a key and an ordinary colon? */
static bool
proper(const char *line)
{
	const char	*p = begin(line), *colon = strstr(p, ": ");

	return wide_indent(line) < 0 &&
	    (colon != NULL || (*p != '\0' && p[strlen(p) - 1] == ':'));
}

/*
 * Where the mistake may be: a line that begins no key is read as going on
 * with what is above it, so that the trouble shows only further down.
 */
static size_t
look_from(const struct lines *l, const struct trouble *t, size_t last)
{
	size_t	 line = last;

	if (strstr(t->problem, "could not find expected ':'") != NULL &&
	    t->context != NULL && t->context_line < last)
		return t->context_line;
	if (strstr(t->problem, "mapping values") == NULL)
		return last;
	while (line > 0 && last - line < LOOK_BACK &&
	    !proper(l->text[line - 1])) {
		line--;
		if (l->text[line][strspn(l->text[line], " ")] == '-')
			break;
	}
	return line;
}

static bool
find_mistake(const struct lines *l, const struct trouble *t, struct diags *d)
{
	size_t	 last = t->line < l->n ? t->line : l->n - 1, line;

	for (line = look_from(l, t, last); line <= last; line++)
		if (find_colon(l, line, d))
			return true;
	if (find_sign(l, last, d))
		return true;
	return t->context != NULL && t->context_line < last &&
	    find_sign(l, t->context_line, d);
}

/* A mapping where none may be: a second colon, or a line set too far in. */
static void
tell_nested(const struct lines *l, const struct trouble *t, struct diags *d)
{
	const char	*line = l->text[t->line], *first = strstr(line, ": ");

	if (first != NULL && column(line, first) < (int)t->col)
		diag_error(d, lines_at(l, t->line, t->col), _("a second "
		    "\": \" in one line: put the text in quotes"));
	else
		diag_error(d, lines_at(l, t->line,
		    (size_t)column(line, begin(line))), _("this line is "
		    "indented as if it went on with the text above it: indent "
		    "it like the other keys"));
}

static void
tell_unclosed(const struct lines *l, const struct trouble *t, struct diags *d)
{
	bool	 list = strchr(t->problem, ']') != NULL;

	if (t->line == t->context_line) {
		diag_error(d, lines_at(l, t->line, t->col), list ?
		    _("a comma or ] is expected here") :
		    _("a comma or } is expected here"));
		return;
	}
	diag_error(d, lines_at(l, t->context_line, t->context_col), list ?
	    _("the list that begins with this [ is not closed with ]") :
	    _("what begins with this { is not closed with }"));
	if (t->line < l->n)
		diag_note(d, lines_at(l, t->line, t->col),
		    _("not understood from here on"));
}

static void
tell_no_key(const struct lines *l, const struct trouble *t, struct diags *d)
{
	const char	*line = l->text[t->line];
	struct place	 at = lines_at(l, t->line, t->col);

	if (remark_behind(line, (int)t->col) == (int)t->col) {
		tell_remark(at, d);
		return;
	}
	if (column(line, begin(line)) < (int)t->col) {
		diag_error(d, at, _("not understood behind a closing quote or "
		    "bracket: put the whole text in single quotes ('...')"));
		return;
	}
	if (*begin(line) == ':') {
		diag_error(d, at, _("a key is missing before this colon"));
		return;
	}
	diag_error(d, at, _("this line fits none above it: indent it like the "
	    "lines it belongs to"));
	if (t->context != NULL && t->context_line < t->line)
		diag_note(d, lines_at(l, t->context_line, t->context_col),
		    _("they begin here"));
}

struct saying {
	const char	*problem;	/* part of libyaml's words */
	bool		 at_context;
	const char	*text;
};

static const struct saying	 sayings[] = {
	{"found unexpected end of stream", true,
	    N_("this quote is not closed")},
	{"found unexpected document indicator", true,
	    N_("this quote is not closed")},
	{"could not find expected ':'", true,
	    N_("a key, then a colon and a blank (\": \"), are expected here")},
	{"did not find expected '-' indicator", false,
	    N_("the list above goes on with \"- \"; a key stands further out "
	    "or further in than its items")},
	{"cannot start any token", false,
	    N_("no text begins with this character: put the text in quotes")},
	{"block sequence entries are not allowed", false,
	    N_("a list's \"- \" begins a line of its own")},
	{"did not find expected alphabetic or numeric", true,
	    N_("no text begins with & or *: put the text in quotes")},
	{"unknown escape character", false,
	    N_("a backslash in double quotes: use single quotes ('...')")},
	{"did not find expected <document start>", false,
	    N_("this line is indented less than the file's first line, or "
	    "stands behind the document's end")},
	{"did not find expected comment or line break", false,
	    N_("text behind | or > stands on the lines below it")},
};

static void
tell_other(const struct lines *l, const struct trouble *t, struct diags *d)
{
	struct place	 here = lines_at(l, t->line, t->col);
	struct place	 there = lines_at(l, t->context_line, t->context_col);
	size_t		 i;

	for (i = 0; i < sizeof(sayings) / sizeof(sayings[0]); i++)
		if (strstr(t->problem, sayings[i].problem) != NULL) {
			diag_error(d, sayings[i].at_context &&
			    t->context != NULL ? there : here, "%s",
			    _(sayings[i].text));
			return;
		}
	diag_error(d, here, _("this is not YAML: %s"), t->problem);
}

void
yaml_explain(const struct lines *l, const struct trouble *t, struct diags *d)
{
	bool	 quote = t->context != NULL && t->problem != NULL &&
	    strstr(t->context, "quoted scalar") != NULL;

	if (t->problem == NULL) {
		diag_error(d, lines_at(l, t->line, t->col),
		    _("this is not YAML"));
		return;
	}
	if (!quote && find_mistake(l, t, d))
		return;
	if (t->line < l->n && strstr(t->problem, "mapping values") != NULL)
		tell_nested(l, t, d);
	else if (t->context != NULL &&
	    strstr(t->problem, "did not find expected ',' or") != NULL)
		tell_unclosed(l, t, d);
	else if (t->line < l->n &&
	    strstr(t->problem, "did not find expected key") != NULL)
		tell_no_key(l, t, d);
	else
		tell_other(l, t, d);
}
