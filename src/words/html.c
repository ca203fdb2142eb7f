#include "words/html.h"

#include <stdbool.h>

#include "base/text.h"

/* What a page must not take for its own; NULL: it may stand. */
static const char *
reference(unsigned c)
{
	switch (c) {
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '&':
		return "&amp;";
	case '"':
		return "&quot;";
	case '\'':
		return "&#39;";
	}
	return c != '\n' && text_is_harmful(c) ? "\xef\xbf\xbd" : NULL;
}

/* So many bytes stand as they are, as most of a page does; 0: look at it. */
static size_t
plain(const char *s)
{
	if (*s >= ' ' && *s < 0x7f)
		return *s != '<' && *s != '>' && *s != '&' && *s != '"' &&
		    *s != '\'';
	return text_is_plain_han(s) ? 3 : 0;
}

void
html_text(FILE *f, const char *s)
{
	const char	*instead, *from = s;
	unsigned	 c;
	size_t		 len;

	for (; *s != '\0'; s += len) {
		len = plain(s);
		if (len > 0)
			continue;
		c = text_char(s, &len);
		instead = c == 0xfffd && len == 1 ? "\xef\xbf\xbd" :
		    reference(c);
		if (instead == NULL)
			continue;
		fwrite(from, 1, (size_t)(s - from), f);
		fputs(instead, f);
		from = s + len;
	}
	fwrite(from, 1, (size_t)(s - from), f);
}
