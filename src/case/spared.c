#include "case/spared.h"

#include <string.h>

#include "case/signs.h"

struct spared {
	const struct pack	*pack;
	bool			 shows;
};

static unsigned
next_digit(const char **s, const char *end)
{
	unsigned	c;

	do
		c = sign_next(s, end);
	while (c != 0 && (c < '0' || c > '9'));
	return c;
}

static bool
is_hotline(const void *ctx, const char *from, size_t len)
{
	const struct pack	*p = ctx;
	const char		*s, *h;
	unsigned		 c;
	int			 i;

	for (i = 0; i < p->nhotlines; i++) {
		s = from;
		h = p->hotlines[i];
		while ((c = next_digit(&s, from + len)) != 0 &&
		    c == (unsigned char)*h)
			h++;
		if (c == 0 && *h == '\0')
			return true;
	}
	return false;
}

static void
meet_number(void *ctx, const char *from, size_t len)
{
	struct spared	*s = ctx;

	s->shows |= !is_hotline(s->pack, from, len);
}

bool
spared_shows(const struct pack *p, const char *text)
{
	struct spared	s = { p, false };

	if (p->nhotlines == 0)
		return privacy_shows(text);
	privacy_each(text, meet_number, &s);
	return s.shows;
}

bool
spared_prints(const struct pack *p, const char *text)
{
	struct spared	s = { p, false };

	privacy_each_printed(text, meet_number, &s);
	return s.shows;
}

const char *
spared_mask(struct arena *a, const struct pack *p, const char *text)
{
	while (spared_prints(p, text))
		text = privacy_mask_printed(a, text, is_hotline, p);
	return text;
}
