#include <string.h>

#include "base/text.h"
#include "input/csv.h"
#include "input/workbook_inside.h"

/* ---- texts */

void
pieces_begin(struct pieces *t, struct arena *a)
{
	if (t->p == NULL)
		t->p = arena_room(a, BOOK_CELL + 1);
	t->n = 0;
	t->cut = false;
}

void
pieces_add(struct pieces *t, const char *s, int len)
{
	size_t	n = (size_t)len;

	if (n > BOOK_CELL - t->n) {
		n = BOOK_CELL - t->n;
		t->cut = true;
	}
	memcpy(t->p + t->n, s, n);
	t->n += n;
}

const char *
too_long(void)
{
	return _("the text of this cell is longer than 65536 bytes: shorten "
	    "it");
}

/* The number of _xHHHH_ at s, or -1. */
static long
escaped(const char *s)
{
	static const char	 digits[] = "0123456789abcdef";
	const char		*p;
	long			 v = 0;
	int			 i;

	if (s[0] != '_' || s[1] != 'x')
		return -1;
	for (i = 2; i < 6; i++) {
		p = s[i] == '\0' ? NULL : strchr(digits, s[i] >= 'A' &&
		    s[i] <= 'F' ? s[i] + 32 : s[i]);
		if (p == NULL)
			return -1;
		v = v * 16 + (p - digits);
	}
	return s[6] == '_' ? v : -1;
}

/* In place: what is written is never longer.  Half a pair, NUL and what no
   text has stay as they are. */
static void
unescape(char *s)
{
	char	*to = s;
	long	 c, low;

	while (*s != '\0') {
		c = *s == '_' ? escaped(s) : -1;
		low = c >= 0xd800 && c < 0xdc00 ? escaped(s + 7) : -1;
		if (low >= 0xdc00 && low < 0xe000) {
			to += text_put(to, (unsigned)(0x10000 + ((c - 0xd800)
			    << 10) + (low - 0xdc00)));
			s += 14;
		} else if (c > 0 && (c < 0xd800 || c >= 0xe000) &&
		    c < 0xfffe) {
			to += text_put(to, (unsigned)c);
			s += 7;
		} else
			*to++ = *s++;
	}
	*to = '\0';
}

const char *
pieces_text(struct pieces *t, struct arena *a)
{
	const char	*text;

	t->p[t->n] = '\0';
	if (strstr(t->p, "_x") != NULL)
		unescape(t->p);
	text = csv_cell_of(a, t->p);
	return *text == '\'' ? text + csv_guarded(text) : text;
}

/* ---- shared strings */

struct sharing {
	struct strings	*to;
	size_t		 cap;
	long long	 bytes;
	struct pieces	 pieces;
	int		 phonetic;	/* elements of it that are open */
	bool		 in_text, full;
};

static void
on_start(void *ctx, const char *name, const char **attributes)
{
	struct sharing	*s = ctx;

	(void)attributes;
	if (strcmp(name, "si") == 0)
		pieces_begin(&s->pieces, s->to->arena);
	else if (strcmp(name, "rPh") == 0)
		s->phonetic++;
	else if (strcmp(name, "t") == 0)
		s->in_text = s->phonetic == 0;
}

/* One more; past the limits all are refused. */
static void
keep(struct sharing *s)
{
	struct strings	*to = s->to;
	const char	*text = s->pieces.cut ? NULL :
			    pieces_text(&s->pieces, to->arena);

	s->bytes += (long long)s->pieces.n;
	s->full = s->full || to->n >= BOOK_STRINGS || s->bytes >
	    BOOK_STRING_BYTES;
	if (s->full)
		return;
	to->all = arena_grow(to->arena, to->all, to->n, &s->cap,
	    sizeof(*to->all));
	to->all[to->n++] = text;
}

static void
on_end(void *ctx, const char *name)
{
	struct sharing	*s = ctx;

	if (strcmp(name, "t") == 0)
		s->in_text = false;
	else if (strcmp(name, "rPh") == 0 && s->phonetic > 0)
		s->phonetic--;
	else if (strcmp(name, "si") == 0 && s->pieces.p != NULL && !s->full)
		keep(s);
}

static void
on_text(void *ctx, const char *text, int len)
{
	struct sharing	*s = ctx;

	if (s->in_text && s->pieces.p != NULL)
		pieces_add(&s->pieces, text, len);
}

bool
strings_read(struct strings *to, struct arena *a, struct archive *z,
    const char *part, struct diags *d)
{
	static const struct xml_calls	calls = { on_start, on_end, on_text };
	struct sharing			s = { .to = to };

	to->arena = a;
	if (!xml_read(z, part, &calls, &s, d))
		return false;
	if (s.full)
		diag_error(d, (struct place){ .path = archive_name(z) },
		    _("the workbook has more than %d texts, or %lld MiB of "
		    "them: divide it into several"), BOOK_STRINGS,
		    BOOK_STRING_BYTES >> 20);
	return !s.full;
}
