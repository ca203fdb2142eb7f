#include "input/csv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/text.h"
#include "folder/folder.h"
#include "input/decode.h"
#include "input/tokens.h"
#include "input/whole.h"

enum {
	RAW = 128 * 1024,	/* bytes read at a time */
	TEXT = CSV_ROW + 2 * RAW,
	WORDS = 200		/* bytes of a row told in a message */
};

enum step { STEP_ROW, STEP_BLANK, STEP_FAULTY, STEP_END };

struct csv {
	struct arena	*arena;
	const char	*path;
	int		 fd;
	long long	 done;		/* bytes read */
	long long	 size;		/* of a file when it was opened */
	bool		 is_file;
	struct sum	*sum;
	char		 digest[SUM_TEXT];

	char		*raw;		/* not decoded: [raw_from, raw_to) */
	size_t		 raw_from;
	size_t		 raw_to;
	bool		 raw_end;	/* no more to read */

	bool		 trial;		/* reads no more, may be rewound */
	enum encoding	 tried;
	size_t		 mark;		/* bytes of the order mark */
	struct decoder	 decoder;
	char		*text;		/* decoded: [from, to), then a NUL */
	size_t		 from;
	size_t		 to;
	bool		 end;		/* no more to decode */
	int		 line;		/* of text[from] */
	int		 number;	/* of the row there */
	char		 separator;

	struct tokens	 tokens;
	struct cell	 cells[CSV_CELLS];
	char		 first[WHOLE_LINE + 1];
	struct row	 row;
	struct row	 header;
};

static struct place
whole(const struct csv *c)
{
	return (struct place){.path = c->path};
}

/*
 * One read into the rest of raw; false: it failed, which was said.  A file is
 * read as far as it went when it was opened: who goes on writing could keep us
 * for ever.
 */
static bool
read_raw(struct csv *c, struct diags *d)
{
	size_t	 room = RAW - c->raw_to;
	ssize_t	 n;

	if (c->is_file && (long long)room > c->size - c->done)
		room = (size_t)(c->size - c->done);
	do
		n = read(c->fd, c->raw + c->raw_to, room);
	while (n < 0 && errno == EINTR);
	if (n < 0) {
		diag_fail(d, _("%s: cannot be read: %s"), c->path,
		    text_error(errno));
		return false;
	}
	if (n == 0) {
		c->raw_end = true;
		sum_end(c->sum, c->digest);
		return true;
	}
	sum_add(c->sum, c->raw + c->raw_to, (size_t)n);
	c->raw_to += (size_t)n;
	c->done += n;
	return true;
}

static bool
more_raw(struct csv *c, struct diags *d)
{
	if (c->raw_end)
		return true;
	if (c->trial)
		return false;
	memmove(c->raw, c->raw + c->raw_from, c->raw_to - c->raw_from);
	c->raw_to -= c->raw_from;
	c->raw_from = 0;
	return read_raw(c, d);
}

/*
 * More text behind what is there, about as much again.  False: there is no
 * more to be had, in a trial or because reading failed.
 */
static bool
fill(struct csv *c, struct diags *d)
{
	size_t	 room, got;

	c->to -= c->from;
	memmove(c->text, c->text + c->from, c->to);
	c->from = 0;
	room = c->to > RAW ? c->to : RAW;
	if (room > TEXT - c->to)
		room = TEXT - c->to;
	got = decode(&c->decoder, c->raw, &c->raw_from, c->raw_to,
	    c->raw_end, c->text + c->to, room);
	if (got == 0) {
		if (!more_raw(c, d))
			return false;
		got = decode(&c->decoder, c->raw, &c->raw_from, c->raw_to,
		    c->raw_end, c->text + c->to, room);
	}
	c->to += got;
	c->text[c->to] = '\0';
	c->end = c->raw_end && c->raw_from == c->raw_to;
	return true;
}

/* Finds the next row's cells; false: there is no more. */
static bool
find_row(struct csv *c, struct diags *d)
{
	struct tokens	*s = &c->tokens;
	size_t		 len;

	for (;;) {
		len = c->to - c->from;
		if (len == 0 && c->end)
			return false;
		if (tokens_find(s, c->text + c->from, len, c->end,
		    c->separator))
			return true;
		if (len >= CSV_ROW) {
			s->fault = FAULT_ROW;
			s->at = (struct span){.from = 0};
			s->end = 0;
			s->lines = 0;
			s->cut = true;
			return true;
		}
		if (!fill(c, d))
			return false;
	}
}

/* Goes on behind the newline that comes next. */
static void
skip_line(struct csv *c, struct diags *d)
{
	const char	*p;

	for (;;) {
		for (p = c->text + c->from; p < c->text + c->to; p++)
			if (*p == '\n' || *p == '\r')
				break;
		c->from = (size_t)(p - c->text);
		if (c->to - c->from >= 2 || (c->from < c->to && c->end))
			break;
		if (c->end || !fill(c, d))
			return;
	}
	p = c->text + c->from;
	c->from += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
	c->line++;
}

static void
keep_line(struct csv *c, size_t at)
{
	size_t	 n = whole_line(c->text + at, c->to - at);

	memcpy(c->first, c->text + at, n);
	c->first[n] = '\0';
}

/* The first byte of a row that is no character: true, and its place. */
static bool
broken(struct csv *c)
{
	const char	*row = c->text + c->from;
	struct span	 at = {0};
	size_t		 n;

	for (; at.from < c->tokens.end; at.from += n) {
		if (text_char(row + at.from, &n) == 0xfffd && n == 1) {
			c->tokens.at = at;
			return true;
		}
		if (row[at.from] == '\n' || (row[at.from] == '\r' &&
		    row[at.from + 1] != '\n')) {
			at.line++;
			at.line_from = at.from + 1;
		}
	}
	return false;
}

/* A row that begins as a file does. */
static bool
marked(struct csv *c)
{
	c->tokens.at = (struct span){0};
	return strncmp(c->text + c->from, "\xef\xbb\xbf", 3) == 0;
}

static void
tell_broken(const struct csv *c, struct place at, struct diags *d)
{
	diag_error(d, at, _("this is no character of %s, as which the file "
	    "was read: open the file in a spreadsheet and save it again as "
	    "\"CSV UTF-8\""), encoding_name(c->decoder.encoding));
}

static void
tell(const struct csv *c, struct place at, struct diags *d)
{
	switch (c->tokens.fault) {
	case FAULT_NONE:
		break;
	case FAULT_NUL:
		diag_error(d, at, _("a NUL byte, which no text has: save the "
		    "file again as \"CSV UTF-8\""));
		break;
	case FAULT_BEHIND_QUOTE:
		diag_error(d, at, _("text behind a closing quote: a quote "
		    "within a quoted cell is written twice (\"\")"));
		break;
	case FAULT_OPEN_QUOTE:
		diag_error(d, at, _("this quote is not closed before the end "
		    "of the file: put a quote (\") behind the cell's text"));
		break;
	case FAULT_LONG_QUOTED:
		diag_error(d, at, _("the cell that begins with this quote is "
		    "longer than %d bytes: is its closing quote (\") "
		    "missing?"), CSV_FIELD);
		break;
	case FAULT_LONG:
		diag_error(d, at, _("this cell is longer than %d bytes: "
		    "shorten its text"), CSV_FIELD);
		break;
	case FAULT_CELLS:
		diag_error(d, at, _("this row has more than %d cells: delete "
		    "the columns that are not needed"), CSV_CELLS);
		break;
	case FAULT_ROW:
		diag_error(d, at, _("this row is longer than %d bytes: is a "
		    "closing quote (\") missing?"), CSV_ROW);
		break;
	case FAULT_BROKEN:
		tell_broken(c, at, d);
		break;
	case FAULT_MARK:
		diag_error(d, at, _("an invisible byte order mark, with which "
		    "a file begins: if two files were put together here, "
		    "import each by itself; else delete the mark"));
		break;
	}
}

static void
report(struct csv *c, struct diags *d)
{
	const struct span	*at = &c->tokens.at;
	struct place		 place = {
		.path = c->path, .line = c->line, .text = c->first
	};

	if (d == NULL)
		return;
	keep_line(c, c->from);
	if (at->line > 0)
		place.text = NULL;
	place.col = (int)text_chars(c->text + c->from, at->from) + 1;
	tell(c, place, d);
}

/*
 * Characters of what is known to be UTF-8: the bytes but those 10xxxxxx, eight
 * at a time.
 */
static int
characters(const char *p, size_t len)
{
	const uint64_t	 ones = 0x0101010101010101;
	uint64_t	 w;
	size_t		 i = 0, behind = 0;

	for (; i + 8 <= len; i += 8) {
		memcpy(&w, p + i, 8);
		behind += (w >> 7 & ~w >> 6 & ones) * ones >> 56;
	}
	for (; i < len; i++)
		behind += ((unsigned char)p[i] & 0xc0) == 0x80;
	return (int)(len - behind);
}

/* From the row's beginning: an end of line in quotes is a character. */
static void
place_cells(struct csv *c)
{
	const char		*row = c->text + c->from;
	const struct tokens	*s = &c->tokens;
	const struct span	*span;
	size_t			 i, at, known = 0;
	int			 col = 1;

	for (i = 0; i < s->n; i++) {
		span = &s->spans[i];
		at = span->from - (span->quoted ? 1 : 0);
		col += s->high ? characters(row + known, at - known) :
		    (int)(at - known);
		known = at;
		c->cells[i].line = c->line + span->line;
		c->cells[i].col = col;
	}
}

/* "" becomes ", and CRLF and CR become LF; returns the new end. */
static char *
unfold(char *p, const char *end, char quote)
{
	char	*q = p;

	while (p < end) {
		if (*p == quote)
			p++;
		if (*p == '\r') {
			p += p + 1 < end && p[1] == '\n' ? 2 : 1;
			*q++ = '\n';
			continue;
		}
		*q++ = *p++;
	}
	return q;
}

/* Bytes of the blank that p begins with: ASCII's, U+00A0 or U+3000. */
static size_t
blank_before(const char *p, const char *end)
{
	if (*p == ' ' || (*p >= '\t' && *p <= '\r'))
		return 1;
	if (end - p >= 2 && memcmp(p, "\xc2\xa0", 2) == 0)
		return 2;
	if (end - p >= 3 && memcmp(p, "\xe3\x80\x80", 3) == 0)
		return 3;
	return 0;
}

static size_t
blank_behind(const char *p, const char *end)
{
	if (end[-1] == ' ' || (end[-1] >= '\t' && end[-1] <= '\r'))
		return 1;
	if (end - p >= 2 && memcmp(end - 2, "\xc2\xa0", 2) == 0)
		return 2;
	if (end - p >= 3 && memcmp(end - 3, "\xe3\x80\x80", 3) == 0)
		return 3;
	return 0;
}

static void
cut_cell(char *row, const struct span *span, struct cell *cell)
{
	char	*p = row + span->from, *end = row + span->to, *behind;
	size_t	 n;
	int	 skipped = 0;

	if (span->folded)
		end = unfold(p, end, '"');
	behind = end;
	while (p < end && (n = blank_behind(p, end)) > 0)
		end -= n;
	while (p < end && (n = blank_before(p, end)) > 0) {
		p += n;
		skipped++;
	}
	*(p < end ? end : behind) = '\0';
	cell->text = p < end ? p : behind;
	if (!span->quoted && p < end)
		cell->col += skipped;
	if (*cell->text == '\'')
		cell->text += csv_guarded(cell->text);
}

/* One ' more than stood before the sign is what an export puts there. */
int
csv_guarded(const char *s)
{
	const size_t	n = strspn(s, "'");

	return n > 0 && s[n] != '\0' && strchr("=+-@", s[n]) != NULL;
}

const char *
csv_cell_of(struct arena *a, const char *text)
{
	char	*p = arena_dup(a, text), *end = unfold(p, p + strlen(p), '\0');
	size_t	 n;

	while (p < end && (n = blank_behind(p, end)) > 0)
		end -= n;
	while (p < end && (n = blank_before(p, end)) > 0)
		p += n;
	*end = '\0';
	return p;
}

/* The row's cells, cut out of the text in place; false: all are empty. */
static bool
cut_row(struct csv *c)
{
	bool	 any = false;
	size_t	 i;

	keep_line(c, c->from);
	place_cells(c);
	for (i = 0; i < c->tokens.n; i++) {
		cut_cell(c->text + c->from, &c->tokens.spans[i], &c->cells[i]);
		any = any || c->cells[i].text[0] != '\0';
	}
	c->row = (struct row){ .path = c->path, .line = c->line,
	    .text = c->first, .cells = c->cells, .n = c->tokens.n,
	    .number = c->number };
	return any;
}

static enum step
step(struct csv *c, struct diags *d)
{
	struct tokens	*s = &c->tokens;
	enum step	 found;

	if (!find_row(c, d))
		return STEP_END;
	if (s->fault == FAULT_NONE && s->high &&
	    !text_is_utf8(c->text + c->from, s->end) && broken(c))
		s->fault = FAULT_BROKEN;
	if (s->fault == FAULT_NONE && s->high && marked(c))
		s->fault = FAULT_MARK;
	if (s->fault != FAULT_NONE) {
		report(c, d);
		found = STEP_FAULTY;
	} else {
		found = cut_row(c) ? STEP_ROW : STEP_BLANK;
	}
	c->from += s->end;
	c->line += s->lines;
	c->number++;
	if (s->cut)
		skip_line(c, d);
	return found;
}

const struct row *
csv_next(struct csv *c, struct diags *d)
{
	for (;;)
		switch (step(c, d)) {
		case STEP_ROW:
			return &c->row;
		case STEP_END:
			return NULL;
		case STEP_BLANK:
		case STEP_FAULTY:
			break;
		}
}

/* Back to the first byte behind `mark`, to be read in another way. */
static bool
rewind_as(struct csv *c, size_t mark, enum encoding e, char separator)
{
	decode_close(&c->decoder);
	c->raw_from = mark;
	c->from = c->to = 0;
	c->text[0] = '\0';
	c->end = false;
	c->line = c->number = 1;
	c->separator = separator;
	return decode_open(&c->decoder, e);
}

static void
keep_header(struct csv *c)
{
	struct row	*h = &c->header;
	size_t		 i;

	*h = c->row;
	h->text = arena_dup(c->arena, c->row.text);
	h->cells = arena_array(c->arena, h->n, sizeof(*h->cells));
	for (i = 0; i < h->n; i++) {
		h->cells[i] = c->row.cells[i];
		h->cells[i].text = arena_dup(c->arena, c->row.cells[i].text);
	}
}

/* Looks for the header in the first rows; *passed rows came before it. */
static bool
try_header(struct csv *c, csv_header_fn *is_header, void *ctx, int *passed)
{
	enum step	 found;

	for (*passed = 0; *passed <= CSV_BEFORE;) {
		found = step(c, NULL);
		if (found == STEP_END)
			return false;
		if (found == STEP_ROW && is_header(ctx, &c->row)) {
			keep_header(c);
			return true;
		}
		if (found != STEP_BLANK)
			(*passed)++;
	}
	return false;
}

static const char *
words(struct csv *c, const struct row *row)
{
	const char	*all = "";
	size_t		 i;

	for (i = 0; i < row->n && strlen(all) < WORDS; i++)
		if (row->cells[i].text[0] != '\0')
			all = arena_printf(c->arena, "%s%s%.*s", all,
			    all[0] == '\0' ? "" : ", ",
			    (int)whole_line(row->cells[i].text,
			    strlen(row->cells[i].text)), row->cells[i].text);
	return all;
}

/* Says what the first rows are, and what is wrong with their form. */
static void
no_header(struct csv *c, size_t mark, enum encoding e, struct diags *d)
{
	enum step	 found;

	(void)rewind_as(c, mark, e, ',');
	if (memchr(c->raw, ',', c->raw_to) == NULL && e != ENC_UTF16BE &&
	    e != ENC_UTF16LE)
		c->separator = '\t';
	do
		found = step(c, d);
	while (found == STEP_BLANK);
	if (found == STEP_ROW && c->row.n == 1 &&
	    strstr(c->row.cells[0].text, "，") != NULL)
		diag_error(d, row_at(&c->row, 0), _("the cells of this row "
		    "are divided by full-width commas (，): write ASCII commas "
		    "(,), or enter the table in a spreadsheet and save it as "
		    "\"CSV UTF-8\"; it reads: %s"), words(c, &c->row));
	else if (found == STEP_ROW)
		diag_error(d, row_at(&c->row, 0), _("none of the first %d "
		    "rows names the columns; this row reads: %s"),
		    CSV_BEFORE + 1, words(c, &c->row));
	else if (found == STEP_END)
		diag_error(d, whole(c), _("the file has no rows"));
}

/* The first bytes that tell another kind of file; false, and said what. */
static bool
is_text(const struct csv *c, struct diags *d)
{
	const char	*raw = c->raw;

	if (c->raw_to == 0) {
		diag_error(d, whole(c), _("the file is empty"));
		return false;
	}
	if (c->raw_to >= 2 && (raw[0] == '\0') != (raw[1] == '\0')) {
		diag_error(d, whole(c), _("this looks like UTF-16 without a "
		    "byte order mark: save it again as \"CSV UTF-8\""));
		return false;
	}
	return true;
}

static bool
find_header(struct csv *c, csv_header_fn *is_header, void *ctx, int *passed,
    struct diags *d)
{
	enum encoding	 tried[2];
	size_t		 i, n = 1, mark;

	mark = encoding_mark(c->raw, c->raw_to, &tried[0]);
	if (mark == 0) {
		n = 2;
		tried[0] = encoding_guess(c->raw, c->raw_to, c->raw_end);
		tried[1] = tried[0] == ENC_UTF8 ? ENC_GB18030 : ENC_UTF8;
	}
	c->trial = true;
	for (i = 0; i < 3 * n; i++) {
		c->tried = tried[i / 3];
		c->mark = mark;
		if (!rewind_as(c, mark, tried[i / 3], ",\t;"[i % 3])) {
			if (d != NULL)
				diag_fail(d, _("%s: this system's iconv does "
				    "not know %s"), whole(c).path,
				    encoding_name(tried[i / 3]));
			return false;
		}
		if (try_header(c, is_header, ctx, passed)) {
			c->trial = false;
			return true;
		}
	}
	if (d != NULL)
		no_header(c, mark, tried[0], d);
	return false;
}

static bool
has_cells(void *ctx, const struct row *r)
{
	size_t	i, filled = 0;

	for (i = 0; i < r->n; i++)
		filled += r->cells[i].text[0] != '\0';
	return filled >= *(const size_t *)ctx;
}

/* What the machine fails at is no fault of whoever made the file. */
static bool
cannot_open(const struct csv *c, struct diags *d)
{
	if (folder_fault(errno) == FOLDER_FAILED)
		diag_fail(d, _("%s: cannot be opened: %s"), c->path,
		    text_error(errno));
	else
		diag_error(d, whole(c), _("cannot be opened: %s"),
		    text_error(errno));
	return false;
}

/* The file, opened and its first bytes read; false: it was said why not. */
static bool
open_file(struct csv *c, const char *path, struct diags *d)
{
	struct stat	 st;

	c->fd = open(path, O_RDONLY | O_CLOEXEC);
	if (c->fd < 0 || fstat(c->fd, &st) != 0)
		return cannot_open(c, d);
	if (S_ISDIR(st.st_mode)) {
		diag_error(d, whole(c), _("this is a folder, not a file"));
		return false;
	}
	c->is_file = S_ISREG(st.st_mode);
	c->size = c->is_file ? (long long)st.st_size : 0;
	c->sum = sum_new(c->arena);
	while (!c->raw_end && c->raw_to < RAW)
		if (!read_raw(c, d))
			return false;
	return true;
}

/* Open, and its first bytes read; NULL: it was said why not. */
static struct csv *
open_text(const char *path, const char *name, struct diags *d)
{
	struct arena	*arena = arena_new();
	struct csv	*c = arena_alloc(arena, sizeof(*c));

	c->arena = arena;
	c->path = arena_dup(arena, name);
	c->raw = arena_room(arena, RAW);
	c->text = arena_room(arena, TEXT + 1);
	if (open_file(c, path, d) && is_text(c, d))
		return c;
	csv_close(c);
	return NULL;
}

struct csv *
csv_open_all(const char *path, const char *name, struct diags *d)
{
	struct csv	*c = open_text(path, name, d);
	size_t		 cells;
	int		 passed;

	for (cells = 2; c != NULL && cells > 0; cells--)
		if (find_header(c, has_cells, &cells, &passed, cells > 1 ?
		    NULL : d))
			break;
	if (c != NULL && cells > 0 && rewind_as(c, c->mark, c->tried,
	    c->separator))
		return c;
	csv_close(c);
	return NULL;
}

struct csv *
csv_open_as(const char *path, const char *name, csv_header_fn *is_header,
    void *ctx, const char **encoding, int *passed, struct diags *d)
{
	struct csv	*c = open_text(path, name, d);
	int		 n;

	if (c == NULL || !find_header(c, is_header, ctx, &n, d)) {
		csv_close(c);
		return NULL;
	}
	if (encoding != NULL)
		*encoding = encoding_name(c->decoder.encoding);
	if (passed != NULL)
		*passed = n;
	return c;
}

const struct row *
csv_header(const struct csv *c)
{
	return &c->header;
}

void
csv_progress(const struct csv *c, long long *done, long long *size)
{
	*done = c->done;
	*size = c->size;
}

const char *
csv_digest(const struct csv *c)
{
	return c->digest;
}

void
csv_close(struct csv *c)
{
	if (c == NULL)
		return;
	decode_close(&c->decoder);
	if (c->fd >= 0)
		(void)close(c->fd);
	arena_free(c->arena);
}

const char *
csv_digest_of(struct arena *a, const char *path)
{
	struct sum	*sum = sum_new(a);
	char		 bytes[1 << 14], out[SUM_TEXT];
	ssize_t		 n = -1;
	int		 fd = open(path, O_RDONLY | O_CLOEXEC);

	while (fd >= 0 && (n = read(fd, bytes, sizeof(bytes))) != 0)
		if (n > 0)
			sum_add(sum, bytes, (size_t)n);
		else if (errno != EINTR)
			break;
	if (fd >= 0)
		(void)close(fd);
	if (n != 0)
		return NULL;
	sum_end(sum, out);
	return arena_dup(a, out);
}
