#include "words/lines.h"

#include <string.h>

#include "base/text.h"

enum { ROOM_MIN = 16 };		/* columns that text gets at the least */

/* Of signs, which a character of Chinese text mostly is not. */
static bool
among(unsigned c, const char *list)
{
	size_t	len;

	if (c >= 0x4e00 && c <= 0x9fff)
		return false;
	for (; *list != '\0'; list += len)
		if (text_char(list, &len) == c)
			return true;
	return false;
}

/* May a line end between these two, of which one is wide? */
static bool
may_break(unsigned before, unsigned after)
{
	return !among(before, "（《「『【〔〈“‘(") &&
	    !among(after, "，。、；：！？）》」』】〕〉”’…—·,.;:!?)%");
}

static bool
is_unit(unsigned c)
{
	static const unsigned	units[] = {
		0x5929, 0x65e5, 0x4e2a, 0x6708, 0x9879, 0x884c, 0x5904
	};			/* 天日个月项行处 */
	size_t			i;

	for (i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (units[i] == c)
			return true;
	return false;
}

/* Is the blank at s[i] that between a number and its unit, as in `7 天`? */
static bool
in_quantity(const char *s, size_t i)
{
	size_t	len, from = i;

	while (from > 0 && strchr("0123456789", s[from - 1]) != NULL)
		from--;
	return i - from >= 1 && i - from <= 3 &&
	    (from == 0 || s[from - 1] == ' ') && s[i] == ' ' &&
	    is_unit(text_char(s + i + 1, &len));
}

size_t
text_fit(const char *s, int room)
{
	size_t		i, len, best = 0;
	unsigned	c, last = ' ';
	int		w, last_w = 1, width = 0;

	for (i = 0; s[i] != '\0'; i += len) {
		c = text_char(s + i, &len);
		w = text_width(s + i, len);
		if (i > 0 && last != ' ' && (c == ' ' ? !in_quantity(s, i) :
		    ((w == 2 || (last_w == 2 && w > 0)) &&
		    may_break(last, c))))
			best = i;
		width += w;
		if (width > room && c != ' ' && i > 0)
			return best > 0 ? best : i;
		last = c;
		last_w = w > 0 ? w : last_w;
	}
	return i;
}

void
text_blanks(FILE *f, int n)
{
	while (n-- > 0)
		putc_unlocked(' ', f);
}

void
text_wrap(FILE *f, const char *s, int at, int indent, int width)
{
	int	room = width - at, rest = width - indent;
	size_t	n;

	rest = rest < ROOM_MIN ? ROOM_MIN : rest;
	room = room < ROOM_MIN ? ROOM_MIN : room;
	for (;;) {
		n = text_fit(s, room);
		fwrite(s, 1, n, f);
		putc_unlocked('\n', f);
		s += n;
		s += strspn(s, " ");
		if (*s == '\0')
			return;
		text_blanks(f, indent);
		room = rest;
	}
}
