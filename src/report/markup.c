#include "report/markup.h"

#include <string.h>

static bool
is_digits(const char *s, int n)
{
	while (n > 0 && *s >= '0' && *s <= '9') {
		s++;
		n--;
	}
	return n == 0;
}

/* The next day written as YYYY-MM-DD, or the end. */
static const char *
next_day(const char *s)
{
	for (; *s != '\0'; s++)
		if (is_digits(s, 4) && s[4] == '-' && is_digits(s + 5, 2) &&
		    s[7] == '-' && is_digits(s + 8, 2) && !is_digits(s + 10,
		    1))
			break;
	return s;
}

void
markup_days(FILE *f, struct arena *a, const char *text)
{
	const char	*day;

	for (day = next_day(text); *day != '\0'; day = next_day(text)) {
		html_text(f, arena_ndup(a, text, (size_t)(day - text)));
		fprintf(f, "<time>%.10s</time>", day);
		text = day + DAY_TEXT - 1;
	}
	html_text(f, text);
}
