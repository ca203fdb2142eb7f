#include "base/diag.h"

#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"

enum kind { ERROR, WARNING, NOTE };

static const char	*program = "gongshi";

enum { SHOWN = 76 };		/* columns of a line that are shown */
enum { COLUMN_TEXT = 8 };	/* bytes of a worksheet's column */

struct diag {
	enum kind	 kind;
	struct place	 place;
	size_t		 file;		/* order in which files came */
	size_t		 seq;
	const char	*text;
	struct diag	*note, *last;	/* a chain of them */
};

struct diags {
	struct arena	*arena;
	struct diag	*all;
	size_t		 n, cap;
	size_t		 errors, dropped;
	const char	**files;
	size_t		 nfiles, files_cap;
	size_t		*slots;		/* files by hash: their number + 1 */
	size_t		 nslots;	/* a power of two, or 0 */
	bool		 failed;
	const struct places_over *over;
	bool		 muted;		/* the last one was not told */
};

void
diag_program(const char *name)
{
	program = name;
}

struct diags *
diags_new(struct arena *a)
{
	struct diags	*d = arena_alloc(a, sizeof(*d));

	d->arena = a;
	return d;
}

/* Where the file's number stands, or would. */
static size_t *
slot_of(const struct diags *d, const char *path)
{
	unsigned long long	 h = hash_text(HASH_START, path);
	size_t			*slot;

	for (;; h++) {
		slot = &d->slots[h & (d->nslots - 1)];
		if (*slot == 0 || strcmp(d->files[*slot - 1], path) == 0)
			return slot;
	}
}

/* Never more than half full. */
static void
more_slots(struct diags *d)
{
	size_t	i;

	if (2 * (d->nfiles + 1) <= d->nslots)
		return;
	d->nslots = d->nslots == 0 ? 16 : 2 * d->nslots;
	d->slots = arena_array(d->arena, d->nslots, sizeof(*d->slots));
	for (i = 0; i < d->nfiles; i++)
		*slot_of(d, d->files[i]) = i + 1;
}

/* Worksheets count as files of their own. */
static size_t
file_number(struct diags *d, const struct place *p)
{
	const char	*path = p->path;
	size_t		*slot;

	if (p->sheet != NULL)
		path = arena_printf(d->arena, "%s[%s]", p->path, p->sheet);
	more_slots(d);
	slot = slot_of(d, path);
	if (*slot > 0)
		return *slot - 1;
	*slot = d->nfiles + 1;
	d->files = arena_grow(d->arena, d->files, d->nfiles, &d->files_cap,
	    sizeof(*d->files));
	d->files[d->nfiles] = arena_dup(d->arena, path);
	return d->nfiles++;
}

static char *
formatted(struct arena *a, const char *fmt, va_list ap)
{
	va_list	 again;
	char	*text;
	int	 n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	text = arena_alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
	if (n >= 0)
		vsnprintf(text, (size_t)n + 1, fmt, ap);
	return text;
}

static struct diag
made(struct diags *d, enum kind kind, struct place p, const char *text)
{
	struct diag	g = { .kind = kind, .place = p, .text = text,
			    .file = SIZE_MAX };	/* of no file: last */

	if (p.path != NULL) {
		g.file = file_number(d, &p);
		g.place.path = d->files[g.file];
	}
	if (p.path != NULL && p.sheet != NULL) {
		g.place.path = arena_dup(d->arena, p.path);
		g.place.sheet = arena_dup(d->arena, p.sheet);
	}
	if (p.text != NULL)
		g.place.text = arena_dup(d->arena, p.text);
	g.seq = d->n;
	return g;
}

bool
places_hold(const struct places_over *o, const struct place *p)
{
	size_t	len = strlen(o->folder);

	return p->path != NULL && strncmp(p->path, o->folder, len) == 0 &&
	    p->path[len] == '/';
}

/* The place that lies below this one; of several the last: what lies within. */
static const struct place *
place_under(const struct places_over *o, const struct place *p)
{
	const struct place_over	*x;
	size_t			 i;

	for (i = o->n; i-- > 0;) {
		x = &o->list[i];
		if (x->over.line == p->line && x->over.col <= p->col &&
		    p->col < x->over.col + x->chars &&
		    strcmp(x->over.path, p->path) == 0)
			return &x->under;
	}
	return NULL;
}

static void
add(struct diags *d, enum kind kind, struct place p, const char *fmt,
    va_list ap)
{
	const struct places_over *o = p.path == NULL ? NULL : d->over;
	const struct place	 *under = NULL, own = p;

	d->errors += kind == ERROR;
	d->muted = kind == WARNING && o != NULL && !places_hold(o, &p);
	if (d->muted)
		return;
	if (d->n >= DIAG_MAX) {
		d->dropped++;
		return;
	}
	if (o != NULL && !places_hold(o, &p)) {
		under = &own;
		p = o->whole;
	} else if (o != NULL)
		under = place_under(o, &p);
	d->all = arena_grow(d->arena, d->all, d->n, &d->cap, sizeof(*d->all));
	d->all[d->n] = made(d, kind, p, formatted(d->arena, fmt, ap));
	d->n++;
	if (under != NULL)
		diag_note(d, *under, _("what it lies over stands here"));
}

void
diag_over(struct diags *d, const struct places_over *o)
{
	d->over = o;
}

void
diag_error(struct diags *d, struct place p, const char *fmt, ...)
{
	va_list	ap;

	va_start(ap, fmt);
	add(d, ERROR, p, fmt, ap);
	va_end(ap);
}

void
diag_warn(struct diags *d, struct place p, const char *fmt, ...)
{
	va_list	ap;

	va_start(ap, fmt);
	add(d, WARNING, p, fmt, ap);
	va_end(ap);
}

void
diag_fail(struct diags *d, const char *fmt, ...)
{
	va_list	ap;

	va_start(ap, fmt);
	add(d, ERROR, NOWHERE, fmt, ap);
	va_end(ap);
	d->failed = true;
}

bool
diag_errno(struct diags *d, const char *path)
{
	diag_fail(d, "%s: %s", path, text_error(errno));
	return false;
}

bool
diag_unwritten(struct diags *d, const char *path)
{
	diag_fail(d, _("cannot write %s: %s"), path, text_error(errno));
	return false;
}

void
diag_note(struct diags *d, struct place p, const char *fmt, ...)
{
	struct diag	*at, *note;
	va_list		 ap;

	if (d->n == 0 || d->dropped > 0 || d->muted)
		return;
	note = arena_alloc(d->arena, sizeof(*note));
	va_start(ap, fmt);
	*note = made(d, NOTE, p, formatted(d->arena, fmt, ap));
	va_end(ap);
	at = &d->all[d->n - 1];
	if (at->last == NULL)
		at->note = note;
	else
		at->last->note = note;
	at->last = note;
}

bool
diag_meant(struct diags *d, const char *near)
{
	if (near == NULL)
		return false;
	diag_note(d, NOWHERE, _("did you mean `%s`?"), near);
	return true;
}

size_t
diags_errors(const struct diags *d)
{
	return d->errors;
}

bool
diags_failed(const struct diags *d)
{
	return d->failed;
}

static int
by_place(const void *va, const void *vb)
{
	const struct diag	*a = va, *b = vb;

	if (a->file != b->file)
		return a->file < b->file ? -1 : 1;
	if (a->place.line != b->place.line)
		return a->place.line < b->place.line ? -1 : 1;
	if (a->place.col != b->place.col)
		return a->place.col < b->place.col ? -1 : 1;
	return a->seq < b->seq ? -1 : a->seq > b->seq;
}

/* The letters of a worksheet's column, from 1: A to Z, AA ... XFD. */
static void
column_text(int column, char out[static COLUMN_TEXT])
{
	char	back[COLUMN_TEXT];
	int	n = 0, i = 0;

	for (; column > 0 && n < COLUMN_TEXT - 1; column = (column - 1) / 26)
		back[n++] = (char)('A' + (column - 1) % 26);
	while (n > 0)
		out[i++] = back[--n];
	out[i] = '\0';
}

/* (B12), behind what is said of a line of a file. */
static void
write_cell(FILE *f, const struct place *p)
{
	char	column[COLUMN_TEXT];

	if (p->path == NULL || p->sheet != NULL || p->row < 1 || p->cell < 1)
		return;
	column_text(p->cell, column);
	fprintf(f, text_lang() == LANG_ZH ? "（%s%d）" : " (%s%d)", column,
	    p->row);
}

const char *
place_text(struct arena *a, const struct place *p)
{
	char	column[COLUMN_TEXT];

	if (p->sheet == NULL)
		return p->line == 0 ? p->path : arena_printf(a, "%s:%d:%d",
		    p->path, p->line, p->col > 0 ? p->col : 1);
	if (p->line == 0)
		return arena_printf(a, "%s[%s]", p->path, p->sheet);
	column_text(p->col, column);
	return arena_printf(a, "%s[%s]!%s%d", p->path, p->sheet, column,
	    p->line);
}

/* Not ASCII, and shown as a sign of its own, one column wide. */
static bool
is_hidden(unsigned c)
{
	return c >= 0x80 && (text_is_harmful(c) || c == 0xfffd);
}

/* What a terminal would obey is shown as what it is. */
static void
write_visible(FILE *f, const char *s, size_t len)
{
	size_t		i, n;
	unsigned	c;

	for (i = 0; i < len && s[i] != '\0'; i += n) {
		c = text_char(s + i, &n);
		if (c == '\t')
			fputc(' ', f);
		else if (c < 0x20 || c == 0x7f)
			fputc('?', f);
		else if (is_hidden(c))
			fputs("\xef\xbf\xbd", f);
		else
			fwrite(s + i, 1, n, f);
	}
}

static size_t
skip_chars(const char *s, int chars)
{
	size_t	at = 0, n;

	for (; chars > 0 && s[at] != '\0'; chars--, at += n)
		(void)text_char(s + at, &n);
	return at;
}

/* The character at s: its bytes, and the columns write_visible gives it. */
static int
visible_char(const char *s, size_t *len)
{
	unsigned	c = text_char(s, len);

	return c < 0x20 || c == 0x7f || is_hidden(c) ? 1 :
	    text_width(s, *len);
}

/* No further than it is more than `enough`. */
static int
visible_width(const char *s, size_t len, int enough)
{
	size_t	i, n;
	int	width = 0;

	for (i = 0; i < len && s[i] != '\0' && width <= enough; i += n)
		width += visible_char(s + i, &n);
	return width;
}

/*
 * The line with a caret under the place.  One that is too long is cut at
 * both ends, so that the place stands about its middle; the cuts are marked.
 */
static void
write_line(FILE *f, const struct place *p)
{
	size_t	from = 0, at, end, whole, n;
	int	before, width = 0;

	if (p->text == NULL || p->col < 1 || *p->text == '\0')
		return;
	at = skip_chars(p->text, p->col - 1);
	end = whole = strcspn(p->text, "\r\n");
	before = visible_width(p->text, at, INT_MAX);
	if (visible_width(p->text, end, SHOWN) > SHOWN) {
		for (; before > SHOWN / 2; from += n)
			before -= visible_char(p->text + from, &n);
		for (end = from; end < whole && width < SHOWN - 6; end += n)
			width += visible_char(p->text + end, &n);
	}
	fprintf(f, "  %s", from > 0 ? "..." : "");
	write_visible(f, p->text + from, end - from);
	fputs(whole > end ? "...\n" : "\n", f);
	fprintf(f, "  %*s^\n", before + (from > 0 ? 3 : 0), "");
}

static void
write_one(struct arena *a, FILE *f, const struct diag *g)
{
	static const char *const	 words[] = {
		"error", "warning", "note"
	};
	const char			*at;

	if (g->place.path != NULL) {
		at = place_text(a, &g->place);
		write_visible(f, at, strlen(at));
		fputs(": ", f);
	} else if (g->kind != NOTE)
		fprintf(f, "%s: ", program);
	else
		fputs("  ", f);
	fprintf(f, "%s: ", words[g->kind]);
	write_visible(f, g->text, strlen(g->text));
	write_cell(f, &g->place);
	fputc('\n', f);
	write_line(f, &g->place);
	if (g->note != NULL)
		write_one(a, f, g->note);
}

void
diags_write(struct diags *d, FILE *f)
{
	size_t	i;

	if (d->n > 0)
		qsort(d->all, d->n, sizeof(*d->all), by_place);
	for (i = 0; i < d->n; i++)
		write_one(d->arena, f, &d->all[i]);
	if (d->dropped > 0)
		fprintf(f, _("%s: %zu more, not listed\n"), program,
		    d->dropped);
	d->n = d->dropped = 0;
}
