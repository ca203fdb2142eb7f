#include "case/signs.h"

#include <string.h>

#include "base/text.h"

static bool
is_blank(unsigned c)
{
	return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xa0 ||
	    c == 0x3000 || (c >= 0x2000 && c <= 0x200a) || c == 0x202f ||
	    c == 0x205f || c == 0x1680 || c == 0x85 ||
	    (c >= 0x1c && c <= 0x1f);
}

unsigned
sign_next(const char **s, const char *end)
{
	unsigned	c;
	size_t		len;

	while (*s < end) {
		c = text_char(*s, &len);
		*s += len;
		if (c >= 0xff01 && c <= 0xff5e)
			return c - 0xfee0;
		if (!is_blank(c))
			return c;
	}
	return 0;
}

bool
signs_alike(const char *a, const char *a_end, const char *b)
{
	const char	*b_end = b + strlen(b);
	unsigned	 c, d;

	do {
		c = sign_next(&a, a_end);
		d = sign_next(&b, b_end);
	} while (c == d && c != 0);
	return c == d;
}

static bool
begins(const char *a, const char *a_end, const char *b, const char *b_end)
{
	unsigned	c, d;

	while ((d = sign_next(&b, b_end)) != 0) {
		c = sign_next(&a, a_end);
		if (c != d)
			return false;
	}
	return true;
}

bool
signs_hold(const char *a, const char *b)
{
	const char	*a_end = a + strlen(a), *b_end = b + strlen(b);

	while (!begins(a, a_end, b, b_end))
		if (sign_next(&a, a_end) == 0)
			return false;
	return true;
}
