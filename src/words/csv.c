#include "words/csv.h"

#include <string.h>

#include "base/text.h"

static bool
needs_quotes(const char *s)
{
	return strpbrk(s, "\",\r\n") != NULL;
}

/*
 * Does no cell take what stands at s as it is?  Tabs and new lines it does.
 * Sets *len to its bytes.
 */
static bool
is_bad(const char *s, size_t *len)
{
	unsigned	c = text_char(s, len);

	if (*len == 1 && c >= 0x80)
		return true;
	return text_is_harmful(c) && c != '\t' && c != '\n' && c != '\r';
}

void
csv_cell(FILE *f, const char *s)
{
	bool		 quoted = needs_quotes(s);
	const char	*run;
	size_t		 len;

	if (quoted)
		putc_unlocked('"', f);
	if (*s != '\0' && strchr("=+-@\t\r\n", *s) != NULL)
		putc_unlocked('\'', f);
	for (run = s; *s != '\0'; s += len) {
		len = 1;
		if (*s != '"' && (unsigned char)*s >= 0x20 &&
		    (unsigned char)*s < 0x7f)
			continue;
		if (*s != '"' && !is_bad(s, &len))
			continue;
		fwrite(run, 1, (size_t)(s - run), f);
		fputs(*s == '"' ? "\"\"" : "\xef\xbf\xbd", f);
		run = s + len;
	}
	fwrite(run, 1, (size_t)(s - run), f);
	if (quoted)
		putc_unlocked('"', f);
}

void
csv_fact(FILE *f, const char *s)
{
	const char	*sign = s + strspn(s, "'");
	/* a first byte of U+FEFF would begin a file */
	const bool	 quoted = needs_quotes(s) || *s == '\xef';

	if (quoted)
		putc_unlocked('"', f);
	if (*sign != '\0' && strchr("=+-@", *sign) != NULL)
		putc_unlocked('\'', f);
	for (; *s != '\0'; s++) {
		if (*s == '"')
			putc_unlocked('"', f);
		putc_unlocked(*s, f);
	}
	if (quoted)
		putc_unlocked('"', f);
}
