/*
 * A citation to the instrument that it begins with, or to what was meant.
 */
#include <string.h>

#include "rule/build.h"

/* What may stand behind an instrument's name: nothing, or a place in it. */
static bool
begins_place(const char *s)
{
	static const char *const	marks[] = {
		" ", "\t", "\xe3\x80\x80", "第", "（", "(", "附", "《", "，"
	};
	size_t				i;

	if (*s == '\0' || (*s >= '0' && *s <= '9'))
		return true;
	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strncmp(s, marks[i], strlen(marks[i])) == 0)
			return true;
	return false;
}

/* Does the text begin with it, and is that more than *longest? */
static bool
longer(const char *text, const char *name, size_t *longest)
{
	size_t	len = strlen(name);

	if (len <= *longest || strncmp(text, name, len) != 0 ||
	    !begins_place(text + len))
		return false;
	*longest = len;
	return true;
}

/* The one whose name, else whose title, is the longest that it begins with. */
static const struct instrument *
instrument_of(const struct pack *p, const char *text)
{
	const struct instrument	*best = NULL, *titled = NULL;
	size_t			 longest = 0;
	int			 i;

	for (i = 0; i < p->ninstruments; i++)
		if (longer(text, p->instruments[i].name, &longest))
			best = &p->instruments[i];
	for (i = 0; best == NULL && i < p->ninstruments; i++)
		if (longer(text, p->instruments[i].title, &longest))
			titled = &p->instruments[i];
	return best != NULL ? best : titled;
}

/* Another of the same title, which cannot be told from it. */
static const struct instrument *
of_same_title(const struct pack *p, const struct instrument *one)
{
	int	i;

	for (i = 0; i < p->ninstruments; i++)
		if (&p->instruments[i] != one && *one->title != '\0' &&
		    strcmp(p->instruments[i].title, one->title) == 0)
			return &p->instruments[i];
	return NULL;
}

/*
 * The text as it reads to people: brackets of any form alike, figures of any
 * width, no blanks, no title marks.
 */
static const char *
as_read(struct arena *a, const char *s)
{
	char		*out = arena_alloc(a, 3 * strlen(s) + 1);
	size_t		 n = 0, len;
	unsigned	 c;

	for (; *s != '\0'; s += len) {
		c = text_char(s, &len);
		if (c >= 0xff01 && c <= 0xff5e)		/* full width */
			c -= 0xff01 - '!';
		if (c == ' ' || c == '\t' || c == 0x3000 || c == 0xa0 ||
		    c == 0x300a || c == 0x300b)		/* 《》 */
			continue;
		if (c == '(' || c == '[' || c == 0x3010 || c == 0x3014)
			out[n++] = '[';			/* 【〔 */
		else if (c == ')' || c == ']' || c == 0x3011 || c == 0x3015)
			out[n++] = ']';
		else if (c < 0x80)
			out[n++] = (char)c;
		else {
			memcpy(out + n, s, len);
			n += len;
		}
	}
	out[n] = '\0';
	return out;
}

/* Has it a number?  A document is known by it, and another one by another. */
static bool
has_number(const char *s)
{
	return s[strcspn(s, "0123456789")] != '\0';
}

static bool
reads_as(struct arena *a, const char *read, const char *name)
{
	const char	*as = as_read(a, name);
	size_t		 len = strlen(as);

	return len > 0 && strncmp(read, as, len) == 0 &&
	    (read[len] == '[' || begins_place(read + len));
}

/*
 * The instrument that was meant: written with other signs, or a title without
 * a number in which one character is wrong.  Never one of another number.
 */
static const char *
instrument_meant(struct arena *a, const struct pack *p, const char *text)
{
	const char	*read = as_read(a, text), *name, *head;
	int		 i;

	for (i = 0; i < p->ninstruments; i++) {
		if (reads_as(a, read, p->instruments[i].name))
			return p->instruments[i].name;
		if (reads_as(a, read, p->instruments[i].title))
			return p->instruments[i].title;
	}
	head = as_read(a, arena_ndup(a, text, strcspn(text, " ")));
	for (i = 0; i < p->ninstruments && !has_number(head); i++) {
		name = p->instruments[i].name;
		if (text_chars(name, strlen(name)) > 3 && !has_number(name) &&
		    text_distance(head, name) == 1)
			return name;
	}
	return NULL;
}

/* Which documents there are, and what to do for another. */
static void
tell_instruments(struct build *b)
{
	enum { SHOWN = 8 };
	const struct pack	*p = b->pack;
	const char		*all = "";
	int			 i;

	for (i = 0; i < p->ninstruments && i < SHOWN; i++)
		all = arena_printf(b->arena, _("%s%s`%s`"), all,
		    i == 0 ? "" : _(", "), p->instruments[i].name);
	if (p->ninstruments > SHOWN)
		all = arena_printf(b->arena, _("%s and %d more"), all,
		    p->ninstruments - SHOWN);
	if (p->ninstruments > 0)
		diag_note(b->diags, NOWHERE, _("pack.yaml lists: %s"), all);
	diag_note(b->diags, NOWHERE, _("another document must first be "
	    "written into `instruments` of pack.yaml"));
}

/* 第十九条 alone: of which document? */
static bool
tell_place_alone(struct build *b, const char *text)
{
	if (b->above == NULL || b->above->instrument == NULL ||
	    strncmp(text, "第", strlen("第")) != 0)
		return false;
	diag_note(b->diags, NOWHERE, _("a place in which document?  Write "
	    "`%s %s`"), b->above->instrument->name, text);
	return true;
}

/* Cited by a title that two have. */
static void
refuse_doubtful(struct build *b, const struct node *n,
    const struct instrument *i)
{
	const struct instrument	*other = of_same_title(b->pack, i);

	if (other == NULL ||
	    strncmp(n->text, i->name, strlen(i->name)) == 0)
		return;
	diag_error(b->diags, n->place, _("two documents of pack.yaml have the "
	    "title `%s`: name one, `%s` or `%s`"), i->title, i->name,
	    other->name);
}

/* Was this very citation told before? */
static bool
is_told(struct build *b, const struct node *n)
{
	size_t	i;

	for (i = 0; i < b->nunfounded; i++)
		if (b->unfounded[i]->place.line == n->place.line &&
		    b->unfounded[i]->place.col == n->place.col &&
		    b->unfounded[i]->place.path == n->place.path)
			return true;
	b->unfounded = arena_grow(b->arena, b->unfounded, b->nunfounded,
	    &b->capunfounded, sizeof(*b->unfounded));
	b->unfounded[b->nunfounded++] = n;
	return false;
}

static const struct basis *
read_one(struct build *b, const struct node *n)
{
	struct basis	*out = arena_alloc(b->arena, sizeof(*out));
	const char	*meant;

	*out = (struct basis){ n->text, NULL, n->text, NULL };
	if (n->kind != NODE_TEXT || *n->text == '\0' ||
	    strchr(n->text, '\n') != NULL) {
		diag_error(b->diags, n->place, _("expected the name of an "
		    "instrument of the pack, then the place in it"));
		return out;
	}
	out->instrument = instrument_of(b->pack, n->text);
	if (out->instrument != NULL) {
		refuse_doubtful(b, n, out->instrument);
		return out;
	}
	if (n->place.path != NULL && is_told(b, n))
		return out;
	diag_error(b->diags, n->place, _("`%s` names no instrument of "
	    "pack.yaml"), n->text);
	if (!build_offers(b) || tell_place_alone(b, n->text))
		return out;
	meant = instrument_meant(b->arena, b->pack, n->text);
	if (!diag_meant(b->diags, meant))
		tell_instruments(b);
	return out;
}

const struct basis *
build_basis(struct build *b, const struct node *n)
{
	struct basis		*first = NULL, *one;
	const struct basis	*rest = NULL;
	const char		*text = "";
	size_t			 i;

	if (n->kind != NODE_LIST || n->n == 0 || n->n > LIST_MAX) {
		if (n->kind == NODE_LIST && n->n > 0)
			diag_error(b->diags, n->place,
			    _("more than %d in a list"), LIST_MAX);
		return read_one(b, n);
	}
	for (i = n->n; i-- > 0;) {
		one = arena_alloc(b->arena, sizeof(*one));
		*one = *read_one(b, n->items[i]);
		text = arena_printf(b->arena, "%s%s%s", one->one,
		    *text == '\0' ? "" : "；", text);
		one->also = rest;
		rest = first = one;
	}
	first->text = text;
	return first;
}
