#include "job/parcel_text.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/division.h"
#include "base/text.h"

_Static_assert(PARCEL_TAIL == 72, "sha256, a blank, 64 digits, a newline");

/* ---- written */

const char *
parcel_head_text(struct arena *a, const struct parcel_head *h)
{
	char	day[DAY_TEXT];

	return arena_printf(a, PARCEL_FIRST "\ncounty %s\nschema %lld\n"
	    "version %lld\nday %s\n", h->county, h->schema, h->version,
	    day_print(h->day, day));
}

const char *
parcel_table_text(struct arena *a, int table)
{
	const char	*text = arena_printf(a, "table %s",
			    store_parcel_name(table));
	int		 i;

	for (i = 0; i < store_parcel_width(table); i++)
		text = arena_printf(a, "%s %s", text,
		    store_parcel_column(table, i));
	return text;
}

/* What stands behind a backslash for a byte; 0: it stands for itself. */
static char
escaped(char c)
{
	switch (c) {
	case '\\':
		return '\\';
	case '\t':
		return 't';
	case '\n':
		return 'n';
	case '\r':
		return 'r';
	default:
		return 0;
	}
}

static size_t
cell_text(const struct parcel_cell *c, char *out, size_t room)
{
	size_t	i, n = 0;
	char	e;

	if (c->text == NULL) {
		if (room >= 2)
			memcpy(out, "\\N", 2);
		return 2;
	}
	for (i = 0; i < c->len && n + 2 <= room; i++) {
		e = escaped(c->text[i]);
		if (e != 0)
			out[n++] = '\\';
		out[n++] = e != 0 ? e : c->text[i];
	}
	return i < c->len ? room + 1 : n;
}

size_t
parcel_row_text(const struct parcel_cell *cells, int count, char *out,
    size_t room)
{
	size_t	n = 0, len;
	int	i;

	for (i = 0; i < count; i++) {
		len = cell_text(&cells[i], out + n, room - n);
		if (len >= room - n)
			return 0;
		n += len;
		out[n++] = i + 1 < count ? '\t' : '\n';
	}
	return n;
}

/* ---- lines */

enum { BUFFER = 2 * PARCEL_LINE, CHUNK = 64 * 1024 };

void
parcel_lines_begin(struct parcel_lines *l, struct arena *a, int fd)
{
	*l = (struct parcel_lines){ .fd = fd, .buf = arena_room(a, BUFFER +
	    1), .sum = sum_new(a) };
}

/* More bytes behind those that are there: 0 at the end, -1: errno. */
static ssize_t
fill(struct parcel_lines *l)
{
	ssize_t	n;

	if (l->used > 0 && l->have + CHUNK > BUFFER) {
		memmove(l->buf, l->buf + l->used, l->have - l->used);
		l->have -= l->used;
		l->used = 0;
	}
	do
		n = read(l->fd, l->buf + l->have, CHUNK);
	while (n < 0 && errno == EINTR);
	if (n > 0) {
		sum_add(l->sum, l->buf + l->have, (size_t)n);
		l->have += (size_t)n;
	}
	return n;
}

enum parcel_line
parcel_lines_next(struct parcel_lines *l, char **line, size_t *len)
{
	size_t	seen = 0;
	ssize_t	n;
	char	*end;

	l->line++;
	for (;;) {
		*line = l->buf + l->used;
		*len = l->have - l->used;
		end = memchr(*line + seen, '\n', *len - seen);
		if (end != NULL)
			break;
		seen = *len;
		if (seen > PARCEL_LINE)
			return PARCEL_TOO_LONG;
		n = fill(l);
		if (n <= 0)
			return n < 0 ? PARCEL_UNREAD : seen > 0 ?
			    PARCEL_CUT_OFF : PARCEL_IS_END;
	}
	*len = (size_t)(end - *line);
	*end = '\0';
	l->used += *len + 1;
	return *len > PARCEL_LINE ? PARCEL_TOO_LONG : PARCEL_IS_LINE;
}

/* ---- cells */

static char
meant(char c)
{
	switch (c) {
	case '\\':
		return '\\';
	case 't':
		return '\t';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	default:
		return 0;
	}
}

/* In place: what it stands for is no longer.  False: it stands for nothing. */
static bool
read_cell(char *text, size_t len, struct parcel_cell *c)
{
	size_t	i, n = 0;

	*c = (struct parcel_cell){ NULL, 0 };
	if (len == 2 && memcmp(text, "\\N", 2) == 0)
		return true;
	for (i = 0; i < len; i++) {
		if (text[i] == '\r')
			return false;
		if (text[i] != '\\') {
			text[n++] = text[i];
			continue;
		}
		if (++i == len || (text[n++] = meant(text[i])) == 0)
			return false;
	}
	*c = (struct parcel_cell){ text, n };
	return true;
}

int
parcel_cells(char *line, size_t len, struct parcel_cell *cells, int most)
{
	char	*end = line + len, *stop;
	int	 n = 0;

	for (;; line = stop + 1) {
		stop = memchr(line, '\t', (size_t)(end - line));
		if (stop == NULL)
			stop = end;
		if (n == most || !read_cell(line, (size_t)(stop - line),
		    &cells[n++]))
			return -1;
		if (stop == end)
			return n;
	}
}

/* ---- the head */

/* What stands behind `word` and a blank; NULL: another line. */
static const char *
behind(const char *line, const char *word)
{
	const size_t	n = strlen(word);

	return strncmp(line, word, n) == 0 && line[n] == ' ' ? line + n + 1 :
	    NULL;
}

/* As it is printed, above 0. */
static bool
read_count(const char *text, long long *n)
{
	size_t	i;

	*n = 0;
	for (i = 0; text[i] >= '0' && text[i] <= '9' && i < 18; i++)
		*n = *n * 10 + (text[i] - '0');
	return i > 0 && text[i] == '\0' && text[0] != '0';
}

/* Of two, four or six digits, as it is kept. */
static bool
read_county(struct arena *a, const char *text, const char **county)
{
	char	code[DIVISION_MAX + 1];

	if (!division_parse(text, code) || strcmp(code, text) != 0 ||
	    strlen(code) > COUNTY_MAX)
		return false;
	*county = arena_dup(a, code);
	return true;
}

/* One line of the head; NULL: it says what it should. */
static const char *
read_head_line(struct arena *a, int i, const char *line,
    struct parcel_head *h)
{
	static const char *const	words[PARCEL_HEAD] = {
		"gongshi-parcel", "county", "schema", "version", "day"
	};
	const char	*text = behind(line, words[i]);

	if (text == NULL)
		return i == 0 ? _("this is no parcel of gongshi") :
		    arena_printf(a, _("expected a line `%s ...`"), words[i]);
	if (strchr(text, '\r') != NULL)
		return _("its line ends were changed on the way: it must be "
		    "carried as it is, not as text");
	switch (i) {
	case 0:
		return strcmp(line, PARCEL_FIRST) == 0 ? NULL :
		    _("a parcel of a form that this program does not know; a "
		    "newer gongshi made it");
	case 1:
		return read_county(a, text, &h->county) ? NULL :
		    _("expected the code of a county, or of a city or region "
		    "itself");
	case 2:
		return read_count(text, &h->schema) ? NULL :
		    _("expected the number of a schema");
	case 3:
		return read_count(text, &h->version) ? NULL :
		    _("expected the number of a version");
	default:
		return day_parse(text, &h->day) ? NULL :
		    _("expected a day, as 2020-10-02");
	}
}

bool
parcel_head_read(struct parcel_lines *l, struct arena *a,
    struct parcel_head *h, const char **fault)
{
	char		*line;
	size_t		 len;
	int		 i;

	*h = (struct parcel_head){ .county = "" };
	for (i = 0; i < PARCEL_HEAD; i++) {
		*fault = i == 0 ? _("this is no parcel of gongshi") :
		    _("it is cut off");
		if (parcel_lines_next(l, &line, &len) != PARCEL_IS_LINE)
			return false;
		*fault = i > 0 && strlen(line) < len ? _("a zero byte") :
		    read_head_line(a, i, line, h);
		if (*fault != NULL)
			return false;
	}
	*fault = h->schema > store_schema() ? arena_printf(a, _("it was made "
	    "by a newer gongshi (its schema is %lld, this program knows "
	    "%d)"), h->schema, store_schema()) : h->schema < PARCEL_SCHEMA ?
	    _("its schema is one that no parcel has") : NULL;
	return *fault == NULL;
}
