#include "input/whole.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "folder/folder.h"
#include "input/decode.h"

bool
whole_bytes(int fd, char *p, size_t room, size_t *len)
{
	ssize_t	 n;

	*len = 0;
	while (*len < room) {
		n = read(fd, p + *len, room - *len);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		if (n == 0)
			return true;
		*len += (size_t)n;
	}
	return true;
}

/* By errno: the machine failed, which says nothing of the file. */
static bool
unread(const char *path, struct diags *d)
{
	diag_fail(d, _("%s: cannot be read: %s"), path, text_error(errno));
	return false;
}

static bool
is_ordinary(int fd, struct place at, struct stat *st, struct diags *d)
{
	if (fstat(fd, st) != 0)
		return unread(at.path, d);
	if (S_ISREG(st->st_mode))
		return true;
	diag_error(d, at, "%s", S_ISDIR(st->st_mode) ?
	    _("this is a folder, not a file") : _("this is no ordinary file"));
	return false;
}

static char *
read_fd(struct arena *a, int fd, struct place at, size_t most, size_t *len,
    struct diags *d)
{
	struct stat	 st;
	size_t		 limit = most;
	char		*p;

	if (!is_ordinary(fd, at, &st, d))
		return NULL;
	if (st.st_size > 0 && (unsigned long long)st.st_size < most)
		limit = (size_t)st.st_size;
	p = arena_alloc(a, limit + 2);
	if (!whole_bytes(fd, p, limit + 1, len)) {
		(void)unread(at.path, d);
		return NULL;
	}
	if (*len > most) {
		diag_error(d, at, _("the file is larger than %zu bytes"),
		    most);
		return NULL;
	}
	if (*len > limit) {
		diag_error(d, at, _("the file grew while it was read: try "
		    "again"));
		return NULL;
	}
	p[*len] = '\0';
	return p;
}

char *
whole_read(struct arena *a, const char *path, size_t most, size_t *len,
    struct diags *d)
{
	struct place	 at = {.path = path};
	int		 fd = open(path, O_RDONLY | O_CLOEXEC |
			    O_NONBLOCK);	/* a pipe must not wait */
	char		*p;

	if (fd < 0) {
		if (folder_fault(errno) == FOLDER_FAILED)
			diag_fail(d, _("%s: cannot be opened: %s"), path,
			    text_error(errno));
		else
			diag_error(d, at, _("cannot be opened: %s"),
			    text_error(errno));
		return NULL;
	}
	p = read_fd(a, fd, at, most, len, d);
	(void)close(fd);
	return p;
}

/* Bytes of the n at p that stand before the first c. */
static size_t
before(const char *p, size_t n, char c)
{
	const char	*found = memchr(p, c, n);

	return found == NULL ? n : (size_t)(found - p);
}

size_t
whole_line(const char *p, size_t len)
{
	size_t	 n = len < WHOLE_LINE ? len : WHOLE_LINE;

	n = before(p, n, '\n');
	n = before(p, n, '\r');
	n = before(p, n, '\0');
	if (n == WHOLE_LINE && n < len)
		while (n > 0 && ((unsigned char)p[n] & 0xc0) == 0x80)
			n--;
	return n;
}

/* What no text file should have; a mark of UTF-8 is not among it. */
static const char *
refused(unsigned c, size_t len)
{
	if (c == 0xfffd && len == 1)
		return N_("this is no character of UTF-8 (is the file in "
		    "GBK?): save it again as UTF-8");
	if (c == 0)
		return N_("a NUL byte, which no text has: save the file again "
		    "as UTF-8");
	if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') ||
	    (c >= 0x7f && c < 0xa0))
		return N_("a control character: delete it");
	if (c == 0x2028 || c == 0x2029)
		return N_("an invisible line separator: put a plain new line "
		    "in its place");
	if (c != '\t' && c != '\n' && c != '\r' && text_is_harmful(c))
		return N_("an invisible character: delete it");
	return NULL;
}

/* One character, seen as if the text ended in NUL at len. */
static unsigned
char_at(const char *text, size_t at, size_t len, size_t *n)
{
	char	 tail[5] = "";

	if (len - at >= 4)
		return text_char(text + at, n);
	memcpy(tail, text + at, len - at);
	return text_char(tail, n);
}

static void
complain(const char *path, const char *text, size_t len, size_t line_from,
    struct place at, const char *why, struct diags *d)
{
	char	 line[WHOLE_LINE + 1];
	size_t	 n = whole_line(text + line_from, len - line_from);

	memcpy(line, text + line_from, n);
	line[n] = '\0';
	at.path = path;
	at.text = line;
	diag_error(d, at, "%s", _(why));
}

bool
whole_is_text(const char *path, const char *text, size_t len, struct diags *d)
{
	struct place	 at = {.line = 1, .col = 1};
	size_t		 i, n, line_from = 0;
	unsigned	 c;
	const char	*why;

	for (i = 0; i < len; i += n) {
		c = char_at(text, i, len, &n);
		why = c >= ' ' && c < 0x7f ? NULL : refused(c, n);
		if (why != NULL) {
			complain(path, text, len, line_from, at, why, d);
			return false;
		}
		at.col++;
		if (c == '\n' || (c == '\r' && !(i + 1 < len &&
		    text[i + 1] == '\n'))) {
			at.line++;
			at.col = 1;
			line_from = i + 1;
		}
	}
	return true;
}

struct lines
lines_cut(struct arena *a, const char *path, const char *text, size_t len)
{
	struct lines	 l = {.arena = a, .path = path};
	size_t		 cap = 0, at = 0, n;

	for (;;) {
		l.text = arena_grow(a, l.text, l.n, &cap, sizeof(*l.text));
		l.text[l.n++] = arena_ndup(a, text + at,
		    whole_line(text + at, len - at));
		for (n = 0; at + n < len; n++)
			if (text[at + n] == '\n' || text[at + n] == '\r')
				break;
		at += n;
		if (at >= len)
			return l;
		at += text[at] == '\r' && at + 1 < len &&
		    text[at + 1] == '\n' ? 2 : 1;
	}
}

struct place
lines_at(const struct lines *l, size_t line, size_t col)
{
	return (struct place){
		.path = l->path, .line = (int)line + 1, .col = (int)col + 1,
		.text = line < l->n ? l->text[line] : NULL
	};
}

/* UTF-16 without a mark shows in the zeros of its blanks and digits. */
static enum encoding
encoding_of(const char *bytes, size_t len)
{
	const char	*zero = memchr(bytes, '\0', len);

	if (zero == NULL || len % 2 != 0)
		return encoding_guess(bytes, len, true);
	return (zero - bytes) % 2 == 0 ? ENC_UTF16BE : ENC_UTF16LE;
}

char *
whole_decoded(struct arena *a, const char *path, size_t most, size_t *len,
    struct diags *d)
{
	struct arena	*own = arena_new();
	struct decoder	 dec;
	enum encoding	 e = ENC_UTF8;
	size_t		 n, from, room;
	char		*bytes = whole_read(own, path, most, &n, d);
	char		*out = NULL;

	if (bytes == NULL)
		goto done;
	from = encoding_mark(bytes, n, &e);
	if (from == 0)
		e = encoding_of(bytes, n);
	if (!decode_open(&dec, e)) {
		diag_fail(d, _("this system cannot read %s"),
		    encoding_name(e));
		goto done;
	}
	room = 3 * n + 4;		/* of any of them, at the most */
	out = arena_alloc(a, room + 1);
	for (*len = 0; from < n;)
		*len += decode(&dec, bytes, &from, n, true, out + *len,
		    room - *len);
	decode_close(&dec);
	out[*len] = '\0';
	if (!whole_is_text(path, out, *len, d))
		out = NULL;
done:
	arena_free(own);
	return out;
}
