/*
 * told.h -- what was written for somebody, held against its form.
 *
 * Shares no code with report/: UTF-8 without what steers a terminal or turns
 * the order of the text round; JSON that is one value; CSV without a cell that
 * a spreadsheet computes; iCalendar in folded lines, what begins also ends.
 */
#ifndef FUZZ_TOLD_H
#define FUZZ_TOLD_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What is found here is no news for who looks for new ways through. */
#ifdef __clang__
#define TOLD	__attribute__((no_sanitize("coverage"))) static inline
#else
#define TOLD	static inline
#endif

struct saying {
	char	*text;
	size_t	 size;
	FILE	*f;
};

TOLD void
told_open(struct saying *t)
{
	*t = (struct saying){ NULL, 0, NULL };
	t->f = open_memstream(&t->text, &t->size);
	if (t->f == NULL)
		abort();
}

TOLD void
told_end(struct saying *t)
{
	if (fclose(t->f) != 0)
		abort();
	t->f = NULL;
}

TOLD _Noreturn void
told_wrong(const struct saying *t, size_t at, const char *why)
{
	fwrite(t->text, 1, t->size, stderr);
	fprintf(stderr, "\nwrong at byte %zu: %s\n", at, why);
	abort();
}

/* The character at s, its bytes in *n; UINT32_MAX: none. */
TOLD uint32_t
told_char(const unsigned char *s, size_t left, size_t *n)
{
	static const uint32_t	 least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	uint32_t		 c = s[0];
	size_t			 i;

	*n = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 :
	    c < 0xf5 ? 4 : 0;
	if (*n == 0 || *n > left)
		return UINT32_MAX;
	if (*n > 1)
		c &= 0x7fU >> *n;
	for (i = 1; i < *n; i++) {
		if ((s[i] & 0xc0) != 0x80)
			return UINT32_MAX;
		c = c << 6 | (s[i] & 0x3fU);
	}
	return c < least[*n] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000) ?
	    UINT32_MAX : c;
}

TOLD bool
told_steers(uint32_t c)
{
	return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x200e ||
	    c == 0x200f || (c >= 0x2028 && c <= 0x202e) ||
	    (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/* From byte `from` on; the controls of `may` are allowed (NULL: all). */
TOLD void
told_clean(const struct saying *t, size_t from, const char *may)
{
	uint32_t	c;
	size_t		i, n;

	for (i = from; i < t->size; i += n) {
		c = told_char((unsigned char *)t->text + i, t->size - i, &n);
		if (c == UINT32_MAX)
			told_wrong(t, i, "no character");
		if (may != NULL && told_steers(c) && (c >= 0x80 || c == 0 ||
		    strchr(may, (int)c) == NULL))
			told_wrong(t, i, "a character that steers");
	}
}

/* ---- JSON: each returns what stands behind, or NULL */

TOLD const char *
json_blank(const char *p)
{
	return p + strspn(p, " \n");
}

TOLD const char *
json_string(const char *p)
{
	if (*p++ != '"')
		return NULL;
	for (; *p != '"'; p++) {
		if ((unsigned char)*p < 0x20)
			return NULL;
		if (*p != '\\')
			continue;
		p++;
		if (*p == 'u' && strspn(p + 1, "0123456789abcdefABCDEF") >= 4)
			p += 4;
		else if (*p == '\0' || strchr("\"\\/bfnrt", *p) == NULL)
			return NULL;
	}
	return p + 1;
}

TOLD const char *
json_value(const char *p, int depth)
{
	const char	*const words[] = { "null", "true", "false" };
	char		 close;
	size_t		 i;

	if (p == NULL || depth > 64)
		return NULL;
	p = json_blank(p);
	if (*p == '"')
		return json_string(p);
	for (i = 0; i < 3; i++)
		if (strncmp(p, words[i], strlen(words[i])) == 0)
			return p + strlen(words[i]);
	if (*p == '-' || (*p >= '0' && *p <= '9'))
		return p + 1 + strspn(p + 1, "0123456789");
	if (*p != '{' && *p != '[')
		return NULL;
	close = *p == '{' ? '}' : ']';
	p = json_blank(p + 1);
	if (*p == close)
		return p + 1;
	for (;; p = json_blank(p + 1)) {
		if (close == '}') {
			p = json_string(p);
			if (p == NULL || *(p = json_blank(p)) != ':')
				return NULL;
			p++;
		}
		p = json_value(p, depth + 1);
		if (p == NULL)
			return NULL;
		p = json_blank(p);
		if (*p == close)
			return p + 1;
		if (*p != ',')
			return NULL;
	}
}

TOLD void
told_json(const struct saying *t)
{
	const char	*end = json_value(t->text, 0);

	told_clean(t, 0, "\n");
	if (end == NULL || json_blank(end) != t->text + t->size)
		told_wrong(t, 0, "no JSON value");
}

/* ---- CSV and iCalendar */

TOLD void
told_csv(const struct saying *t)
{
	const char	*p = t->text + 3, *end = t->text + t->size;
	bool		 quoted;

	if (t->size < 3 || memcmp(t->text, "\xef\xbb\xbf", 3) != 0)
		told_wrong(t, 0, "no mark");
	told_clean(t, 3, "\t\r\n");
	while (p < end) {
		quoted = *p == '"';
		p += quoted;
		if (strchr("=+-@\t", *p) != NULL)
			told_wrong(t, (size_t)(p - t->text), "computes");
		while (p < end && (quoted ? *p != '"' || *++p == '"' :
		    strchr(",\r\n\"", *p) == NULL))
			p++;
		if (p == end || (*p != ',' && strncmp(p, "\r\n", 2) != 0))
			told_wrong(t, (size_t)(p - t->text), "no end of cell");
		p += *p == ',' ? 1 : 2;
	}
}

TOLD void
told_ics(const struct saying *t)
{
	const char	*p, *end;
	int		 depth = 0;

	told_clean(t, 0, "\t\r\n");
	for (p = t->text; *p != '\0'; p = end + 1) {
		end = memchr(p, '\n', (size_t)(t->text + t->size - p));
		if (end == NULL || end == p || end[-1] != '\r' ||
		    end - p > 76)
			told_wrong(t, (size_t)(p - t->text), "a long line");
		depth += strncmp(p, "BEGIN:", 6) == 0;
		depth -= strncmp(p, "END:", 4) == 0;
		if (depth < 0 || depth > 3 || (depth == 0 && end[1] != '\0'))
			told_wrong(t, (size_t)(p - t->text), "out of order");
	}
	if (depth != 0 || p != t->text + t->size)
		told_wrong(t, t->size, "not ended");
}

#endif
