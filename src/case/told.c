#include "case/told.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* How each kind is written: (letter|text|n|part|...) */
static const struct form {
	char	letter;		/* '\0': as a bare text */
	bool	text, number;
	size_t	least, most;	/* parts */
} forms[TOLD_KINDS] = {
	[TOLD_NONE] = { '-', false, false, 0, 0 },
	[TOLD_TEXT] = { '\0', true, false, 0, 0 },
	[TOLD_MESSAGE] = { 'm', true, false, 0, TOLD_HOLES },
	[TOLD_PLURAL] = { 'n', true, true, 1, 2 },
	[TOLD_DAY] = { 'd', false, true, 0, 0 },
	[TOLD_NUMBER] = { '#', false, true, 0, 0 },
	[TOLD_PERIOD] = { 'u', true, true, 0, 0 },
	[TOLD_TITLE] = { 't', true, false, 2, 2 },
	[TOLD_PLACE] = { 'a', true, false, 1, 1 },
	[TOLD_LIST] = { 'l', true, false, 1, SIZE_MAX },
	[TOLD_NARROW] = { 'w', false, false, 2, 2 },
};

static const char *const	units[] = {
	[UNIT_DAY] = "days", [UNIT_WORKDAY] = "workdays",
	[UNIT_MONTH] = "months"
};

enum { UNITS = sizeof(units) / sizeof(*units) };

static size_t
unit_find(const char *s)
{
	size_t	i = 0;

	while (i < UNITS && strcmp(s, units[i]) != 0)
		i++;
	return i;
}

enum unit
told_unit(const struct told *t)
{
	return (enum unit)unit_find(t->text);
}

/* ---- made */

static struct told
with_parts(struct arena *a, enum told_kind kind, const char *text,
    const struct told *parts, size_t n)
{
	struct told	*copy = arena_array(a, n + 1, sizeof(*copy));

	memcpy(copy, parts, n * sizeof(*copy));
	return (struct told){ .kind = kind, .text = text, .parts = copy,
	    .nparts = n };
}

struct told
told_message(struct arena *a, const char *msgid, const struct told *parts,
    size_t n)
{
	assert(n <= TOLD_HOLES);
	return with_parts(a, TOLD_MESSAGE, msgid, parts, n);
}

struct told
told_words(const char *msgid)
{
	return (struct told){ .kind = TOLD_MESSAGE, .text = msgid };
}

struct told
told_text(const char *s)
{
	return (struct told){ .kind = TOLD_TEXT, .text = s };
}

struct told
told_day(struct day d)
{
	return (struct told){ .kind = TOLD_DAY, .n = d.n };
}

struct told
told_number(int32_t n)
{
	return (struct told){ .kind = TOLD_NUMBER, .n = n };
}

struct told
told_plural(struct arena *a, const char *one, const char *many, int32_t n,
    struct told what)
{
	const struct told	parts[] = { told_text(many), what };
	struct told		t = with_parts(a, TOLD_PLURAL, one, parts,
				    told_is(what) ? 2 : 1);

	t.n = n;
	return t;
}

struct told
told_period(struct period p)
{
	return (struct told){ .kind = TOLD_PERIOD, .n = p.n,
	    .text = units[p.unit] };
}

struct told
told_title(struct arena *a, const char *id, const char *title,
    const char *title_en)
{
	const struct told	parts[] = { told_text(title),
				    told_text(title_en) };

	return with_parts(a, TOLD_TITLE, id, parts, 2);
}

struct told
told_place(struct arena *a, const char *code, const char *name)
{
	const struct told	part = told_text(name);

	return with_parts(a, TOLD_PLACE, code, &part, 1);
}

struct told
told_narrow(struct arena *a, struct told place, struct told title)
{
	const struct told	parts[] = { place, title };

	return with_parts(a, TOLD_NARROW, NULL, parts, 2);
}

struct told
told_list(struct arena *a, const char *glue, const struct told *parts,
    size_t n)
{
	return with_parts(a, TOLD_LIST, glue, parts, n);
}

struct told
told_add(struct arena *a, struct told list, const char *glue,
    struct told item)
{
	struct told	*parts;
	bool		 one = list.kind != TOLD_LIST ||
			    strcmp(list.text, glue) != 0;
	size_t		 n = one ? 1 : list.nparts;

	if (!told_is(list))
		return item;
	parts = arena_array(a, n + 1, sizeof(*parts));
	memcpy(parts, one ? &list : list.parts, n * sizeof(*parts));
	parts[n] = item;
	return (struct told){ .kind = TOLD_LIST, .text = glue, .parts = parts,
	    .nparts = n + 1 };
}

struct told
told_written(const char *s)
{
	return (struct told){ .kind = TOLD_WRITTEN, .text = s };
}

/* ---- written */

struct out {
	struct arena	*arena;
	char		*s;
	size_t		 n, cap;
};

static void
put_bytes(struct out *o, const char *s, size_t n)
{
	char	*more;

	if (o->n + n > o->cap) {
		o->cap = 2 * (o->n + n) + 256;
		more = arena_room(o->arena, o->cap);
		memcpy(more, o->s == NULL ? "" : o->s, o->n);
		o->s = more;
	}
	memcpy(o->s + o->n, s, n);
	o->n += n;
}

static void
put(struct out *o, char c)
{
	put_bytes(o, &c, 1);
}

static bool
is_control(int c)
{
	return c < 0x20 || c == 0x7f;
}

static bool
is_special(int c)
{
	return c == '(' || c == '|' || c == ')' || c == '\\';
}

/*
 * What has a meaning here, and control characters, behind a backslash: as two
 * letters, since a digit would hide a person's number that begins behind it.
 */
static void
put_text(struct out *o, const char *s)
{
	unsigned char	c;
	size_t		n;

	for (; *s != '\0'; s++) {
		for (n = 0; (c = (unsigned char)s[n]) != '\0' &&
		    !is_control(c) && !is_special(c); n++)
			;
		put_bytes(o, s, n);
		s += n;
		if (c == '\0')
			return;
		put(o, '\\');
		if (is_control(c)) {
			put(o, (char)('a' + (c >> 4)));
			put(o, (char)('a' + (c & 15)));
		} else
			put(o, (char)c);
	}
}

static void
put_number(struct out *o, const struct told *t)
{
	char	buf[DAY_TEXT], number[12];
	int64_t	n = t->n < 0 ? -(int64_t)t->n : t->n;
	size_t	i = sizeof(number);

	if (t->kind == TOLD_DAY) {
		put_text(o, day_print((struct day){ t->n }, buf));
		return;
	}
	number[--i] = '\0';
	do
		number[--i] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	if (t->n < 0)
		number[--i] = '-';
	put_text(o, number + i);
}

static void
put_told(struct out *o, const struct told *t)
{
	const struct form	*f = &forms[t->kind];
	size_t			 i;

	if (f->letter == '\0') {
		put_text(o, t->text);
		return;
	}
	put(o, '(');
	put(o, f->letter);
	if (f->text) {
		put(o, '|');
		put_text(o, t->text);
	}
	if (f->number) {
		put(o, '|');
		put_number(o, t);
	}
	for (i = 0; i < t->nparts; i++) {
		put(o, '|');
		put_told(o, &t->parts[i]);
	}
	put(o, ')');
}

/* As versions before kept sentences, where it cannot be taken for ours. */
static bool
is_plain(const char *s)
{
	if (*s == '(' || *s == '\0')
		return false;
	for (; *s != '\0'; s++)
		if (is_control((unsigned char)*s))
			return false;
	return true;
}

const char *
told_write(struct arena *a, struct told t)
{
	const struct told	list = { .kind = TOLD_LIST, .text = "",
				    .parts = &t, .nparts = 1 };
	struct out		o = { .arena = a };

	if (t.kind == TOLD_WRITTEN || (t.kind == TOLD_TEXT &&
	    is_plain(t.text)))
		return t.text;
	if (!told_is(t))
		return "";
	put_told(&o, t.kind == TOLD_TEXT ? &list : &t);
	put(&o, '\0');
	return o.s;
}

/* ---- read */

struct in {
	struct arena	*arena;
	const char	*s;
	int		 depth;
};

static int
half(char c)
{
	return c >= 'a' && c <= 'p' ? c - 'a' : -1;
}

/* A character behind a backslash, and how many bytes say it; 0: not ours. */
static size_t
get_escaped(const char *s, char *out)
{
	int	c;

	if (is_special(*s)) {
		*out = *s;
		return 1;
	}
	if (half(s[0]) < 0 || half(s[1]) < 0)
		return 0;
	c = half(s[0]) << 4 | half(s[1]);
	*out = (char)c;
	return c != 0 && is_control(c) ? 2 : 0;
}

static bool
is_end(char c)
{
	return c == '\0' || c == '(' || c == '|' || c == ')';
}

/* Up to what ends it; NULL: it is not as we write it. */
static const char *
get_text(struct in *in)
{
	size_t	 len = strcspn(in->s, "(|)\\"), n;
	char	*out, *to;

	if (in->s[len] != '\\') {
		in->s += len;
		return arena_ndup(in->arena, in->s - len, len);
	}
	while (!is_end(in->s[len]))
		len += in->s[len] == '\\' && in->s[len + 1] != '\0' ? 2 : 1;
	out = to = arena_alloc(in->arena, len + 1);
	for (; !is_end(*in->s); in->s++, to++) {
		*to = *in->s;
		if (*in->s != '\\')
			continue;
		n = get_escaped(in->s + 1, to);
		if (n == 0)
			return NULL;
		in->s += n;
	}
	*to = '\0';
	return out;
}

static bool
get_number(struct in *in, struct told *t)
{
	const char	*s = get_text(in);
	struct day	 d = DAY_NONE;
	char		*end;
	long		 n;

	if (s == NULL)
		return false;
	if (t->kind == TOLD_DAY) {
		if (*s != '\0' && !day_parse(s, &d))
			return false;
		t->n = d.n;
		return true;
	}
	n = strtol(s, &end, 10);
	t->n = (int32_t)n;
	return *s != '\0' && strspn(s, "-0123456789") == strlen(s) &&
	    *end == '\0' && n > INT32_MIN && n <= INT32_MAX;
}

static bool	 get_told(struct in *, struct told *);

static bool
get_parts(struct in *in, const struct form *f, struct told *t)
{
	struct told	*parts = NULL;
	size_t		 cap = 0;

	while (*in->s == '|') {
		if (t->nparts == f->most)
			return false;
		in->s++;
		parts = arena_grow(in->arena, parts, t->nparts, &cap,
		    sizeof(*parts));
		if (!get_told(in, &parts[t->nparts]))
			return false;
		t->nparts++;
	}
	t->parts = parts;
	return t->nparts >= f->least;
}

/* Words of these parts are asked for by what they say alone. */
static bool
fits(const struct told *t)
{
	size_t	i;

	if (t->kind == TOLD_PERIOD)
		return t->n > 0 && unit_find(t->text) < UNITS;
	for (i = 0; i < t->nparts; i++)
		if ((t->kind == TOLD_TITLE || t->kind == TOLD_PLACE ||
		    (t->kind == TOLD_PLURAL && i == 0)) &&
		    t->parts[i].kind != TOLD_TEXT)
			return false;
	return t->kind != TOLD_PLURAL || t->n >= 0;
}

static bool
get_form(struct in *in, const struct form *f, struct told *t)
{
	*t = (struct told){ .kind = (enum told_kind)(f - forms),
	    .loose = true };
	if (f->text && (*in->s++ != '|' || (t->text = get_text(in)) == NULL))
		return false;
	if (f->number && (*in->s++ != '|' || !get_number(in, t)))
		return false;
	return get_parts(in, f, t) && *in->s++ == ')' && fits(t);
}

static bool
get_told(struct in *in, struct told *t)
{
	size_t	i;
	bool	good = false;

	if (*in->s != '(') {
		*t = told_text(get_text(in));
		return t->text != NULL;
	}
	if (in->depth == TOLD_DEPTH)
		return false;
	in->depth++;
	in->s++;
	for (i = 0; i < TOLD_KINDS; i++)
		if (forms[i].letter != '\0' && forms[i].letter == *in->s)
			break;
	if (i < TOLD_KINDS) {
		in->s++;
		good = get_form(in, &forms[i], t);
	}
	in->depth--;
	return good;
}

struct told
told_read(struct arena *a, const char *s)
{
	struct in	in = { a, s, 0 };
	struct told	t;

	if (*s == '\0')
		return TOLD_NOTHING;
	if (*s == '(' && get_told(&in, &t) && *in.s == '\0')
		return t;
	return told_text(s);
}
