#include "base/twin.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

struct range {
	unsigned	from, to;	/* both included */
};

static const struct range	blanks[] = {
	{ 0x9, 0xd }, { 0x20, 0x20 }, { 0x85, 0x85 }, { 0xa0, 0xa0 },
	{ 0x1680, 0x1680 }, { 0x2000, 0x200a }, { 0x2028, 0x2029 },
	{ 0x202f, 0x202f }, { 0x205f, 0x205f }, { 0x2800, 0x2800 },
	{ 0x3000, 0x3000 },
};

/* What takes no room: joiners, marks of direction, variants, fillers. */
static const struct range	widthless[] = {
	{ 0xad, 0xad }, { 0x34f, 0x34f }, { 0x61c, 0x61c },
	{ 0x115f, 0x1160 }, { 0x17b4, 0x17b5 }, { 0x180b, 0x180f },
	{ 0x200b, 0x200f }, { 0x202a, 0x202e }, { 0x2060, 0x206f },
	{ 0x3164, 0x3164 }, { 0xfe00, 0xfe0f }, { 0xfeff, 0xfeff },
	{ 0xffa0, 0xffa0 }, { 0xfff0, 0xfffb }, { 0x1bca0, 0x1bca3 },
	{ 0x1d173, 0x1d17a }, { 0xe0000, 0xe0fff },
};

static const struct range	dashes[] = {
	{ 0x2d, 0x2d }, { 0x58a, 0x58a }, { 0x5be, 0x5be },
	{ 0x1806, 0x1806 }, { 0x2010, 0x2015 }, { 0x2043, 0x2043 },
	{ 0x207b, 0x207b }, { 0x208b, 0x208b }, { 0x2212, 0x2212 },
	{ 0x2500, 0x2501 }, { 0x2796, 0x2796 }, { 0x2e3a, 0x2e3b },
	{ 0x2e40, 0x2e40 }, { 0x30a0, 0x30a0 }, { 0x30fc, 0x30fc },
	{ 0xfe31, 0xfe32 }, { 0xfe58, 0xfe58 }, { 0xfe63, 0xfe63 },
	{ 0xff0d, 0xff0d }, { 0xff70, 0xff70 },
};

#define IN(c, ranges)	in(c, ranges, sizeof(ranges) / sizeof(*(ranges)))

static bool
in(unsigned c, const struct range *r, size_t n)
{
	size_t	i;

	for (i = 0; i < n && r[i].from <= c; i++)
		if (c <= r[i].to)
			return true;
	return false;
}

static unsigned
half_width(unsigned c)
{
	static const unsigned	marks[] = { 0x3002, 0x300c, 0x300d, 0x3001,
				    0x30fb };
	static const unsigned	signs[] = { 0xa2, 0xa3, 0xac, 0xaf, 0xa6,
				    0xa5, 0x20a9 };

	if (c >= 0xff01 && c <= 0xff5e)
		return c - 0xfee0;
	if (c >= 0xff61 && c <= 0xff65)
		return marks[c - 0xff61];
	return c >= 0xffe0 && c <= 0xffe6 ? signs[c - 0xffe0] : c;
}

/* Latin, Greek, Cyrillic, Roman numerals and letters in circles. */
static unsigned
upper(unsigned c)
{
	if (c < 0x80)
		return c >= 'a' && c <= 'z' ? c - 32 : c;
	if ((c >= 0xe0 && c <= 0xfe && c != 0xf7) ||
	    (c >= 0x3b1 && c <= 0x3c9 && c != 0x3c2) ||
	    (c >= 0x430 && c <= 0x44f))
		return c - 32;
	if ((c >= 0x100 && c <= 0x137) || (c >= 0x14a && c <= 0x177))
		return c & ~1U;
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e))
		return (c - 1) | 1U;
	if (c >= 0x450 && c <= 0x45f)
		return c - 80;
	if (c >= 0x2170 && c <= 0x217f)
		return c - 16;
	return c >= 0x24d0 && c <= 0x24e9 ? c - 26 : c;
}

/* A long dash (破折号) is written as two of these. */
static bool
is_half_dash(unsigned c)
{
	return c == 0x2014 || c == 0x2015 || c == 0x2500;
}

/*
 * The next character of the form, 0 at the end; in *raw what stands there and
 * in *s what comes behind it.  A broken byte stands for itself.
 */
static unsigned
next(const char **s, unsigned *raw)
{
	unsigned	c;
	size_t		len;

	for (; **s != '\0'; *s += len) {
		if (**s > ' ' && **s < 0x7f) {
			*raw = (unsigned)*(*s)++;
			return upper(*raw);
		}
		*raw = c = text_char(*s, &len);
		if (IN(c, blanks) || IN(c, widthless))
			continue;
		*s += len;
		if (is_half_dash(c) && text_char(*s, &len) == c)
			*s += len;
		c = half_width(c);
		return IN(*raw, dashes) || IN(c, dashes) ? '-' : upper(c);
	}
	*raw = 0;
	return 0;
}

size_t
twin_form(const char *id, char *out)
{
	const char	*s = id;
	unsigned	 c, raw;
	size_t		 n = 0;

	while ((c = next(&s, &raw)) != 0)
		if (c == 0xfffd && (s - id < 3 || memcmp(s - 3,
		    "\xef\xbf\xbd", 3) != 0))
			out[n++] = s[-1];
		else
			n += text_put(out + n, c);
	out[n] = '\0';
	return n;
}

static const char *
difference(unsigned a, unsigned b)
{
	unsigned	one = a == 0 ? b : a;

	if ((a == 0 || b == 0) && IN(one, widthless))
		return N_("a zero-width sign");
	if (a == 0 || b == 0)
		return N_("a blank");
	if (half_width(a) == half_width(b))
		return N_("full and half width");
	if (upper(half_width(a)) == upper(half_width(b)))
		return N_("upper and lower case");
	return N_("the kind of dash");
}

const char *
twin_difference(const char *a, const char *b, unsigned *in_a, unsigned *in_b)
{
	size_t	la, lb;

	for (; *a != '\0' && *b != '\0'; a += la, b += lb) {
		*in_a = text_char(a, &la);
		*in_b = text_char(b, &lb);
		if (*in_a != *in_b || la != lb)
			break;
	}
	*in_a = text_char(a, &la);
	*in_b = text_char(b, &lb);
	/* of a sign that only one has, the other has nothing */
	if (*a == '\0' || IN(*in_b, blanks) || IN(*in_b, widthless))
		*in_a = 0;
	else if (*b == '\0' || IN(*in_a, blanks) || IN(*in_a, widthless))
		*in_b = 0;
	return difference(*in_a, *in_b);
}
