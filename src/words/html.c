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

/* What most of a page is: it stands as it is, and is one byte. */
static bool
is_plain(char c)
{
	return c >= ' ' && c < 0x7f && c != '<' && c != '>' && c != '&' &&
	    c != '"' && c != '\'';
}

void
html_text(FILE *f, const char *s)
{
	const char	*instead, *from = s;
	unsigned	 c;
	size_t		 len;

	for (; *s != '\0'; s += len) {
		len = 1;
		if (is_plain(*s))
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
