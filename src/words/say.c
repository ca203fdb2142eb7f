#include "words/say.h"

#include <stdio.h>
#include <string.h>

#include "rule/phrase.h"

enum {
	NARROW = 24,		/* columns of place and step in a summary, */
	PLACE_LEAST = 15	/* of which the place may keep these */
};

struct mouth {
	struct arena		*arena;
	const struct catalogue	*words;
	char			*s;
	size_t			 n, cap;
};

static void	say(struct mouth *, const struct told *);

static void
put(struct mouth *m, const char *s, size_t len)
{
	char	*more;

	if (m->n + len + 1 > m->cap) {
		m->cap = 2 * (m->n + len) + 128;
		more = arena_room(m->arena, m->cap);
		memcpy(more, m->s, m->n);
		m->s = more;
	}
	memcpy(m->s + m->n, s, len);
	m->n += len;
}

static void
put_text(struct mouth *m, const char *s)
{
	put(m, s, strlen(s));
}

/* By address only where it is a constant of the program. */
static const char *
message(const struct mouth *m, const struct told *t)
{
	return t->loose ? text_find(m->words, t->text) :
	    text_say(m->words, t->text);
}

/* ---- messages, and what fills their holes */

/* What stands behind a %: which part, how many digits at the least. */
struct hole {
	size_t	part;
	int	digits;
	char	what;		/* 's', 'd', or '%' */
};

/* The length of the directive at s, which is a %; 0: it is none of ours. */
static size_t
hole_at(const char *s, size_t next, struct hole *h)
{
	const char	*p = s + 1;

	*h = (struct hole){ .part = next };
	if (*p >= '1' && *p <= '9' && p[1] == '$') {
		h->part = (size_t)(*p - '1');
		p += 2;
	}
	if (*p == '0' && p[1] >= '1' && p[1] <= '9') {
		h->digits = p[1] - '0';
		p += 2;
	}
	h->what = *p;
	return h->what == 's' || h->what == 'd' || h->what == '%' ?
	    (size_t)(p - s) + 1 : 0;
}

static void
fill(struct mouth *m, const struct hole *h, const struct told *part)
{
	char	number[24];

	if (h->what == 's')
		say(m, part);
	else if (part->kind == TOLD_NUMBER || part->kind == TOLD_PLURAL)
		put(m, number, (size_t)snprintf(number, sizeof(number),
		    "%0*d", h->digits, part->n));
}

/* Each part at most once, so that no text of a database grows without end. */
static void
say_format(struct mouth *m, const char *format, const struct told *parts,
    size_t n)
{
	struct hole	 h;
	size_t		 next = 0, len;
	unsigned	 said = 0;
	const char	*p;

	for (; (p = strchr(format, '%')) != NULL; format = p + len) {
		put(m, format, (size_t)(p - format));
		len = hole_at(p, next, &h);
		if (len == 0 || h.what == '%') {
			put(m, "%", 1);
			len = len == 0 ? 1 : len;
			continue;
		}
		next = h.part + 1;
		if (h.part >= n || (said & 1U << h.part) != 0)
			continue;
		said |= 1U << h.part;
		fill(m, &h, &parts[h.part]);
	}
	put_text(m, format);
}

/* ---- what else is said */

static void
say_plural(struct mouth *m, const struct told *t)
{
	const struct told	parts[] = {
		{ .kind = TOLD_NUMBER, .n = t->n },
		t->nparts > 1 ? t->parts[1] : TOLD_NOTHING
	};

	say_format(m, text_say_plural(m->words, t->text, t->parts[0].text,
	    (unsigned long)t->n), parts, t->nparts);
}

static void
say_day(struct mouth *m, const struct told *t)
{
	char	buf[DAY_TEXT];

	put_text(m, t->n == DAY_NONE.n ? text_say(m->words,
	    N_("an unknown day")) : day_print((struct day){ t->n }, buf));
}

static void
say_period(struct mouth *m, const struct told *t)
{
	struct period	p = { .n = t->n, .unit = told_unit(t) };

	put_text(m, phrase_print_period(m->arena, p, m->words->lang));
}

const char *
told_titled(const struct catalogue *words, const char *id, const char *title,
    const char *title_en)
{
	if (words->lang == LANG_EN && *title_en != '\0')
		return title_en;
	return *title != '\0' ? title : id;
}

static void
say_title(struct mouth *m, const struct told *t)
{
	put_text(m, told_titled(m->words, t->text, t->parts[0].text,
	    t->parts[1].text));
}

static void
say_place(struct mouth *m, const struct told *t)
{
	const struct told	parts[] = { t->parts[0], told_text(t->text) };

	if (*t->parts[0].text == '\0')
		put_text(m, t->text);
	else
		say_format(m, text_say(m->words, N_("%s (%s)")), parts, 2);
}

/* "%s; %s": what its middle is stands between all. */
static void
say_list(struct mouth *m, const struct told *t)
{
	const char	*glue = message(m, t);
	size_t		 len = strlen(glue), i;

	if (len >= 4 && strncmp(glue, "%s", 2) == 0 &&
	    strcmp(glue + len - 2, "%s") == 0) {
		glue += 2;
		len -= 4;
	}
	for (i = 0; i < t->nparts; i++) {
		if (i > 0)
			put(m, glue, len);
		say(m, &t->parts[i]);
	}
}

/* ---- a place and a title, so that a narrow cell tells one from the other */

/* The first bytes of s that take at most so many columns. */
static size_t
head_of(const char *s, int columns)
{
	size_t	end = 0, len;

	while (s[end] != '\0') {
		(void)text_char(s + end, &len);
		columns -= text_width(s + end, len);
		if (columns < 0)
			break;
		end += len;
	}
	return end;
}

/*
 * s, which takes *width columns, in so many: what is cut lies in the middle,
 * since a place tells its group at the end, and a step what kind of posting it
 * is.
 */
static const char *
narrowed(struct arena *a, const char *s, int *width, int columns)
{
	size_t	 head, tail, len;

	if (*width <= columns)
		return s;
	head = head_of(s, (columns - 1) / 2);
	columns -= 1 + text_width(s, head);
	for (tail = head; text_width(s + tail, strlen(s + tail)) > columns;
	    tail += len)
		(void)text_char(s + tail, &len);
	s = arena_printf(a, "%.*s…%s", (int)head, s, s + tail);
	*width = text_width(s, strlen(s));
	return s;
}

/* The name of a place alone, its code where it has none. */
static const char *
place_of(struct mouth *m, const struct told *t)
{
	if (t->kind != TOLD_PLACE)
		return told_say(m->arena, m->words, *t);
	return *t->parts[0].text != '\0' ? t->parts[0].text : t->text;
}

static void
say_narrow(struct mouth *m, const struct told *t)
{
	struct arena	*a = m->arena;
	const char	*place = place_of(m, &t->parts[0]);
	const char	*step = told_say(a, m->words, t->parts[1]);
	const char	*between = m->words->lang == LANG_ZH ? " " : ": ";
	int		 room = NARROW - (int)strlen(between);
	int		 wide = text_width(step, strlen(step));
	int		 left = room - wide;
	int		 taken = text_width(place, strlen(place));

	place = narrowed(a, place, &taken, left < PLACE_LEAST ? PLACE_LEAST :
	    left);
	step = narrowed(a, step, &wide, room - taken);
	put_text(m, place);
	put_text(m, between);
	put_text(m, step);
}

static void
say_read(struct mouth *m, const struct told *t)
{
	const struct told	read = told_read(m->arena, t->text);

	say(m, &read);
}

static void
say(struct mouth *m, const struct told *t)
{
	char	number[24];

	switch (t->kind) {
	case TOLD_NONE:
		break;
	case TOLD_TEXT:
		put_text(m, t->text);
		break;
	case TOLD_MESSAGE:
		say_format(m, message(m, t), t->parts, t->nparts);
		break;
	case TOLD_PLURAL:
		say_plural(m, t);
		break;
	case TOLD_DAY:
		say_day(m, t);
		break;
	case TOLD_NUMBER:
		put(m, number, (size_t)snprintf(number, sizeof(number), "%d",
		    t->n));
		break;
	case TOLD_PERIOD:
		say_period(m, t);
		break;
	case TOLD_TITLE:
		say_title(m, t);
		break;
	case TOLD_PLACE:
		say_place(m, t);
		break;
	case TOLD_LIST:
		say_list(m, t);
		break;
	case TOLD_NARROW:
		say_narrow(m, t);
		break;
	case TOLD_WRITTEN:
		say_read(m, t);
		break;
	}
}

const char *
told_say(struct arena *a, const struct catalogue *words, struct told t)
{
	struct mouth	m = { .arena = a, .words = words == NULL ?
			    text_own() : words };

	if (t.kind == TOLD_TEXT)
		return t.text;
	m.s = arena_room(a, m.cap = 256);
	say(&m, &t);
	m.s[m.n] = '\0';
	return m.s;
}
