#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "input/workbook_inside.h"

enum { NUMBERS = 1 << 16 };		/* formats by number */

/*
 * Of the formats without a code in the file those that are days or times:
 * ISO/IEC 29500-1, 18.8.30, those of Chinese spreadsheets (27 to 36, 50 to 58)
 * included.
 */
static enum format
builtin(unsigned long id)
{
	static const struct {
		unsigned	first, last;
		enum format	format;
	} formats[] = {
		{ 14, 16, FORMAT_DAY }, { 17, 17, FORMAT_MONTH },
		{ 18, 22, FORMAT_DAY }, { 27, 27, FORMAT_MONTH },
		{ 28, 35, FORMAT_DAY }, { 36, 36, FORMAT_MONTH },
		{ 45, 45, FORMAT_DAY }, { 46, 46, FORMAT_LENGTH },
		{ 47, 47, FORMAT_DAY }, { 50, 50, FORMAT_MONTH },
		{ 51, 51, FORMAT_DAY }, { 52, 52, FORMAT_MONTH },
		{ 53, 56, FORMAT_DAY }, { 57, 57, FORMAT_MONTH },
		{ 58, 58, FORMAT_DAY }
	};
	size_t	i;

	for (i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (id >= formats[i].first && id <= formats[i].last)
			return formats[i].format;
	return FORMAT_PLAIN;
}

/* Of one section: what is in quotes or brackets or behind \, _ and * is shown
   as it stands, and so is no sign of the format. */
struct signs {
	bool	 year, month, day, time, length, other;
	size_t	 zeros;
};

/* Behind what stands in brackets; [h] and its kind count on past a day. */
static const char *
bracket(const char *p, struct signs *s)
{
	const char	*end = strchr(p, ']');
	size_t		 n;

	if (end == NULL)
		return p + strlen(p);
	n = strspn(p + 1, "hHmMsS");
	s->length = s->length || (n > 0 && p + 1 + n == end);
	return end + 1;
}

/* Behind what is not looked at. */
static const char *
passed(const char *p, struct signs *s)
{
	const char	*end;

	if (*p == '[')
		return bracket(p, s);
	if (*p == '"') {
		end = strchr(p + 1, '"');
		return end == NULL ? p + strlen(p) : end + 1;
	}
	if (*p == '\\' || *p == '_' || *p == '*')
		return p[1] == '\0' ? p + 1 : p + 2;
	return strncasecmp(p, "General", 7) == 0 ? p + 7 : NULL;
}

static void
note(struct signs *s, const char *p)
{
	switch (*p) {
	case 'y': case 'Y': case 'e': case 'E':
		/* 0.00E+00 */
		if (p[1] == '+' || p[1] == '-')
			s->other = true;
		else
			s->year = true;
		break;
	case 'm': case 'M':
		s->month = true;
		break;
	case 'd': case 'D':
		s->day = true;
		break;
	case 'h': case 'H': case 's': case 'S':
		s->time = true;
		break;
	case '0':
		s->zeros++;
		break;
	default:
		s->other = s->other || strchr("#?.%,@/", *p) != NULL;
	}
}

static enum format
format_of_code(const char *code)
{
	struct signs	 s = { 0 };
	const char	*p = code, *behind;

	while (*p != '\0' && *p != ';') {
		behind = passed(p, &s);
		if (behind == NULL)
			note(&s, p++);
		else
			p = behind;
	}
	if (s.length)
		return FORMAT_LENGTH;
	if (s.year && s.month && !s.day && !s.time)
		return FORMAT_MONTH;
	if (s.year || s.month || s.day || s.time)
		return FORMAT_DAY;
	return s.zeros > 1 && s.zeros <= 15 && strlen(code) == s.zeros ?
	    FORMAT_PADDED + (enum format)s.zeros : FORMAT_PLAIN;
}

/* ---- the part */

struct styling {
	struct styles	*to;
	struct arena	*arena;
	uint8_t		*by_number;	/* its format + 1; 0: not said */
	size_t		 cap;
	bool		 in_cells;
};

static void
on_start(void *ctx, const char *name, const char **attributes)
{
	struct styling	*s = ctx;
	const char	*number = xml_attribute(attributes, "numFmtId");
	const char	*code = xml_attribute(attributes, "formatCode");
	unsigned long	 id = number == NULL ? 0 : strtoul(number, NULL, 10);
	enum format	 f;

	s->in_cells = s->in_cells || strcmp(name, "cellXfs") == 0;
	if (strcmp(name, "numFmt") == 0 && code != NULL && id < NUMBERS)
		s->by_number[id] = (uint8_t)(format_of_code(code) + 1);
	if (!s->in_cells || strcmp(name, "xf") != 0 || s->to->n >=
	    BOOK_STYLES)
		return;
	f = id < NUMBERS && s->by_number[id] > 0 ?
	    (enum format)(s->by_number[id] - 1) : builtin(id);
	s->to->of = arena_grow(s->arena, s->to->of, s->to->n, &s->cap, 1);
	s->to->of[s->to->n++] = (uint8_t)f;
}

static void
on_end(void *ctx, const char *name)
{
	struct styling	*s = ctx;

	if (strcmp(name, "cellXfs") == 0)
		s->in_cells = false;
}

bool
styles_read(struct styles *to, struct arena *a, struct archive *z,
    const char *part, struct diags *d)
{
	static const struct xml_calls	calls = { on_start, on_end, NULL };
	struct styling			s = { .to = to, .arena = a };

	s.by_number = arena_alloc(a, NUMBERS);
	return xml_read(z, part, &calls, &s, d);
}
