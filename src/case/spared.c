#include "case/spared.h"

#include <string.h>

#include "case/signs.h"

struct spared {
	const struct pack	*pack;
	bool			 shows;
	struct arena		*arena;		/* of what is masked */
	const char		*done;		/* of the text, up to here */
	const char		*masked;
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
is_hotline(const struct pack *p, const char *from, size_t len)
{
	const char	*s, *h;
	unsigned	 c;
	int		 i;

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
	struct spared	s = { .pack = p };

	if (p->nhotlines == 0)
		return privacy_shows(text);
	privacy_each(text, meet_number, &s);
	return s.shows;
}

static void
mask_number(void *ctx, const char *from, size_t len)
{
	struct spared	*s = ctx;
	const char	*number = arena_ndup(s->arena, from, len);

	if (!is_hotline(s->pack, from, len))
		number = privacy_mask(s->arena, number);
	s->masked = arena_printf(s->arena, "%s%.*s%s", s->masked,
	    (int)(from - s->done), s->done, number);
	s->done = from + len;
}

const char *
spared_mask(struct arena *a, const struct pack *p, const char *text)
{
	struct spared	s = { .pack = p, .arena = a, .done = text,
			    .masked = "" };

	if (!spared_shows(p, text))
		return text;
	privacy_each(text, mask_number, &s);
	return arena_printf(a, "%s%s", s.masked, s.done);
}
