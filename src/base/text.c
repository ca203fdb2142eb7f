#define _GNU_SOURCE		/* strerrordesc_np */

#include "base/text.h"

#include <libintl.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { WORD_MAX = 63 };		/* characters of a word that is compared */

/*
 * gettext asks the environment and takes locks at every call, which shows
 * where a report has a hundred thousand sentences.  What it said of a msgid
 * is kept by the msgid's address: those are constants of the program.
 */
enum { KEPT = 1024 };

static _Thread_local struct {
	const char	*msgid, *text;
} kept[KEPT];

static const struct catalogue	catalogues[] = {
	[LANG_ZH] = { LANG_ZH },
	[LANG_EN] = { LANG_EN },
};

/* Set by text_setup alone: the locale's, before LANGUAGE was; the spoken. */
static bool		located;
static enum lang	located_at = LANG_ZH, own = LANG_ZH;

static bool
names_nothing(const char *locale)
{
	return locale == NULL || *locale == '\0' ||
	    strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0 ||
	    strncmp(locale, "C.", 2) == 0;
}

/* In the order that gettext asks; LANGUAGE is a list, its head decides. */
static enum lang
lang_of_locale(void)
{
	static const char *const	 names[] = {
		"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"
	};
	const char			*value;
	size_t				 i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++) {
		value = getenv(names[i]);
		if (value != NULL && *value != '\0') {
			if (names_nothing(value))
				return LANG_ZH;
			return strncmp(value, "zh", 2) == 0 ? LANG_ZH : LANG_EN;
		}
	}
	return LANG_ZH;
}

/*
 * gettext gives the Chinese, whatever the process speaks; English is what it
 * is asked with.  Where no Chinese locale was generated, LANGUAGE still works
 * if the locale is not "C"; and only a UTF-8 locale knows the width of a
 * character.
 */
bool
text_setup(const char *asked, const char *dir)
{
	enum lang	 lang;

	if (!located)
		located_at = lang_of_locale();
	located = true;
	lang = located_at;
	if (asked != NULL) {
		if (strcmp(asked, "zh") != 0 && strcmp(asked, "en") != 0)
			return false;
		lang = *asked == 'z' ? LANG_ZH : LANG_EN;
	}
	if (setenv("LANGUAGE", "zh_CN", 1) != 0)
		return false;
	own = lang;
	if (setlocale(LC_ALL, "C.UTF-8") == NULL &&
	    setlocale(LC_ALL, "") == NULL)
		setlocale(LC_ALL, "C");
	bindtextdomain("gongshi", dir);
	bind_textdomain_codeset("gongshi", "UTF-8");
	textdomain("gongshi");
	return true;
}

const struct catalogue *
text_catalogue(enum lang lang)
{
	return &catalogues[lang];
}

const struct catalogue *
text_own(void)
{
	return &catalogues[own];
}

enum lang
text_lang(void)
{
	return own;
}

const char *
text_say(const struct catalogue *c, const char *msgid)
{
	size_t	i = ((uintptr_t)msgid >> 2) % KEPT;

	if (c->lang == LANG_EN || *msgid == '\0')
		return msgid;
	if (kept[i].msgid != msgid) {
		kept[i].text = gettext(msgid);
		kept[i].msgid = msgid;
	}
	return kept[i].text;
}

/* The empty one would be the head of the catalogue. */
const char *
text_find(const struct catalogue *c, const char *msgid)
{
	return c->lang == LANG_EN || *msgid == '\0' ? msgid : gettext(msgid);
}

const char *
text_say_plural(const struct catalogue *c, const char *one, const char *many,
    unsigned long n)
{
	if (c->lang == LANG_EN || *one == '\0')
		return n == 1 ? one : many;
	return ngettext(one, many, n);
}

const char *
text_in(const char *msgid)
{
	return text_say(text_own(), msgid);
}

const char *
text_plural(const char *one, const char *many, unsigned long n)
{
	return text_say_plural(text_own(), one, many, n);
}

/* libc asks LANGUAGE too. */
const char *
text_error(int error)
{
	const char	*s = own == LANG_EN ? strerrordesc_np(error) : NULL;

	return s != NULL ? s : strerror(error);
}

unsigned
text_char(const char *s, size_t *len)
{
	const unsigned char	*p = (const unsigned char *)s;
	static const unsigned	 least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned		 c;
	size_t			 i, n;

	*len = 1;
	if (p[0] < 0x80)
		return p[0];
	n = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0xfffd;
	c = p[0] & (0x7fU >> n);
	for (i = 1; i < n; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0xfffd;
		c = c << 6 | (p[i] & 0x3fU);
	}
	if (c < least[n] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
		return 0xfffd;
	*len = n;
	return c;
}

size_t
text_put(char *out, unsigned c)
{
	if (c < 0x80) {
		out[0] = (char)c;
		return 1;
	}
	if (c < 0x800) {
		out[0] = (char)(0xc0 | c >> 6);
		out[1] = (char)(0x80 | (c & 0x3f));
		return 2;
	}
	if (c < 0x10000) {
		out[0] = (char)(0xe0 | c >> 12);
		out[1] = (char)(0x80 | (c >> 6 & 0x3f));
		out[2] = (char)(0x80 | (c & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | c >> 18);
	out[1] = (char)(0x80 | (c >> 12 & 0x3f));
	out[2] = (char)(0x80 | (c >> 6 & 0x3f));
	out[3] = (char)(0x80 | (c & 0x3f));
	return 4;
}

bool
text_is_harmful(unsigned c)
{
	static const struct {
		unsigned	from, to;
	} ranges[] = {
		{ 0x00, 0x1f }, { 0x7f, 0x9f },		/* controls */
		{ 0xad, 0xad }, { 0x34f, 0x34f },	/* of no width */
		{ 0x61c, 0x61c },			/* direction */
		{ 0x115f, 0x1160 }, { 0x17b4, 0x17b5 },
		{ 0x180b, 0x180f },
		{ 0x200b, 0x200f },			/* both */
		{ 0x2028, 0x202e },			/* lines, direction */
		{ 0x2060, 0x206f },			/* both */
		{ 0x3164, 0x3164 }, { 0xfeff, 0xfeff },
		{ 0xffa0, 0xffa0 }, { 0xfff0, 0xfffb },
		{ 0xfffe, 0xffff },			/* no characters */
		{ 0xe0000, 0xe0fff }			/* tags */
	};
	size_t			i, n = sizeof(ranges) / sizeof(*ranges);

	/* most that is asked for is punctuation of full width */
	if (c >= 0xff00 && c < 0xffa0)
		return false;
	for (i = 0; i < n && ranges[i].from <= c; i++)
		if (c <= ranges[i].to)
			return true;
	return false;
}

/* Bytes of s that are well as they are. */
static size_t
well(const char *s, bool lines)
{
	size_t		i = 0, len;
	unsigned	c;

	for (;; i += len) {
		len = 1;
		if (s[i] >= 0x20 && s[i] < 0x7f)
			continue;
		if (s[i] == '\0')
			return i;
		len = 3;
		if (text_is_plain_han(s + i))
			continue;
		c = text_char(s + i, &len);
		if ((text_is_harmful(c) && !(lines && c == '\n')) ||
		    (c == 0xfffd && len == 1))
			return i;
	}
}

/* Puts what stands for a harmful character; at most ten bytes. */
typedef size_t	 put_fn(char *, unsigned);

static size_t
put_blank(char *out, unsigned c)
{
	(void)c;
	*out = ' ';
	return 1;
}

static size_t
put_mark(char *out, unsigned c)
{
	if (c < 0x20 || c == 0x7f) {
		/* U+2400 and on: a picture for each control character. */
		memcpy(out, "\xe2\x90", 2);
		out[2] = (char)(c == 0x7f ? 0xa1 : 0x80 + c);
		return 3;
	}
	return (size_t)snprintf(out, 11, "<U+%04X>", c & 0x1fffffU);
}

/* One byte of s may become three, two eight: C1. */
static const char *
replaced(struct arena *a, const char *s, bool lines, put_fn *put)
{
	size_t		 n = well(s, lines), len;
	char		*out, *to;
	unsigned	 c;

	if (s[n] == '\0')
		return s;
	out = to = arena_alloc(a, 5 * strlen(s) + 10);
	for (;; s += len) {
		memcpy(to, s, n);
		to += n;
		s += n;
		if (*s == '\0')
			return out;
		c = text_char(s, &len);
		if (c == 0xfffd && len == 1) {
			memcpy(to, "\xef\xbf\xbd", 3);
			to += 3;
		} else
			to += put(to, c);
		n = well(s + len, lines);
	}
}

const char *
text_clean(struct arena *a, const char *s, bool lines)
{
	return replaced(a, s, lines, put_blank);
}

const char *
text_safe(struct arena *a, const char *s)
{
	return replaced(a, s, false, put_mark);
}

bool
text_is_utf8(const char *s, size_t len)
{
	char	tail[5] = "";
	size_t	i, n;

	for (i = 0; i < len; i += n) {
		if ((unsigned char)s[i] < 0x80) {
			n = 1;
			continue;
		}
		if (len - i >= 3 && text_is_han(s + i)) {
			n = 3;
			continue;
		}
		if (len - i < 4) {
			memset(tail, 0, sizeof(tail));
			memcpy(tail, s + i, len - i);
			(void)text_char(tail, &n);
		} else
			(void)text_char(s + i, &n);
		if (n == 1)
			return false;
	}
	return true;
}

const char *
text_untagged(const char *s)
{
	const char	*end = NULL;
	size_t		 len = 0;

	if (*s == '[') {
		end = strstr(s, "] ");
		len = 2;
	} else if (strncmp(s, "【", strlen("【")) == 0) {
		end = strstr(s, "】");
		len = strlen("】");
	}
	return end == NULL ? s : end + len;
}

size_t
text_chars(const char *s, size_t len)
{
	size_t	i, n, chars = 0;

	for (i = 0; i < len && s[i] != '\0'; i += n, chars++)
		(void)text_char(s + i, &n);
	return chars;
}

/* Most of what is written has the same width in every locale of UTF-8. */
static int
char_width(unsigned c)
{
	return c >= 0x20 && c < 0x7f ? 1 : c >= 0x4e00 && c <= 0x9fa5 ? 2 :
	    wcwidth((wchar_t)c);
}

int
text_width(const char *s, size_t len)
{
	size_t	i, n;
	int	w, width = 0;

	for (i = 0; i < len && s[i] != '\0'; i += n) {
		w = char_width(text_char(s + i, &n));
		width += w > 0 ? w : 0;
	}
	return width;
}

struct letters {
	unsigned	at[WORD_MAX];
	int		n;
};

static void
letters(const char *s, struct letters *out)
{
	size_t		len;
	unsigned	c;

	for (out->n = 0; *s != '\0' && out->n < WORD_MAX; s += len) {
		c = text_char(s, &len);
		out->at[out->n++] = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' :
		    c == '_' || c == ' ' ? '-' : c;
	}
}

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/*
 * Only up to `most`, beyond which any larger number comes: no cell further
 * than that from the diagonal matters, and where two rows (a swap reaches
 * back two) hold nothing smaller, nothing smaller follows.
 */
static int
distance(const struct letters *a, const struct letters *b, int most)
{
	int	d[WORD_MAX + 1][WORD_MAX + 1];
	int	i, j, from, to, row, last = 0, same;

	if (a->n - b->n > most || b->n - a->n > most)
		return most + 1;
	for (j = 0; j <= b->n; j++)
		d[0][j] = j;
	for (i = 1; i <= a->n; i++, last = row) {
		from = i - most > 1 ? i - most : 1;
		to = i + most < b->n ? i + most : b->n;
		d[i][from - 1] = from == 1 ? i : most + 1;
		if (to < b->n)
			d[i][to + 1] = most + 1;
		row = d[i][from - 1];
		for (j = from; j <= to; j++) {
			same = a->at[i - 1] == b->at[j - 1];
			d[i][j] = least(d[i - 1][j - 1] + !same,
			    least(d[i - 1][j], d[i][j - 1]) + 1);
			if (i > 1 && j > 1 && a->at[i - 1] == b->at[j - 2] &&
			    a->at[i - 2] == b->at[j - 1])
				d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
			row = least(row, d[i][j]);
		}
		if (row > most && last > most)
			return most + 1;
	}
	return d[a->n][b->n];
}

int
text_by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

size_t
text_sort_once(const char **list, size_t n)
{
	size_t	i, left = 0;

	if (n > 1)
		qsort(list, n, sizeof(*list), text_by_bytes);
	for (i = 0; i < n; i++)
		if (left == 0 || strcmp(list[left - 1], list[i]) != 0)
			list[left++] = list[i];
	return left;
}

const char *
text_join(struct arena *a, const char *const *list, size_t n,
    const char *between)
{
	size_t	 i, size = 1;
	char	*text, *p;

	for (i = 0; i < n; i++)
		size += strlen(list[i]) + strlen(between);
	text = p = arena_alloc(a, size);
	for (i = 0; i < n; i++) {
		p = stpcpy(p, i == 0 ? "" : between);
		p = stpcpy(p, list[i]);
	}
	return text;
}

int
text_distance(const char *a, const char *b)
{
	struct letters	x, y;

	letters(a, &x);
	letters(b, &y);
	return distance(&x, &y, WORD_MAX);
}

/* One holds the other, as 行政村公示 holds 村公示. */
static bool
holds(const char *a, const char *b)
{
	return strlen(a) > 3 && strlen(b) > 3 &&
	    (strstr(a, b) != NULL || strstr(b, a) != NULL);
}

/*
 * Near: a third of the longer word at the most, and not all of it; or one
 * that holds the other.
 */
const char *
text_nearest(const char *word, const char *const *words, size_t n)
{
	const char	*best = NULL;
	struct letters	 mine, its;
	int		 d, limit, most = WORD_MAX;
	int		 len = (int)text_chars(word, strlen(word)), other;
	size_t		 i;

	letters(word, &mine);
	for (i = 0; i < n; i++) {
		other = (int)text_chars(words[i], strlen(words[i]));
		limit = (other > len ? other : len) / 3;
		limit = limit < 1 ? 1 : limit;
		if (holds(word, words[i]))
			limit = WORD_MAX;
		letters(words[i], &its);
		d = distance(&mine, &its, least(limit, most - 1));
		if (d <= limit && d < most && d < other) {
			most = d;
			best = words[i];
		}
	}
	return best;
}
