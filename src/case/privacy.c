#include "case/privacy.h"

#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "time/day.h"

enum {
	LONGEST = 19,		/* digits of a number that is looked for */
	GROUPS = 5		/* that one is written in, at the most */
};

/* Digits in a row; an X may end them for a look. */
struct digits {
	char		 text[LONGEST];
	int		 n;		/* may be more than are kept */
	bool		 joined;	/* one blank or hyphen lies before it */
	const char	*from;		/* where they stand */
};

enum sign {
	SIGN_OTHER, SIGN_DIGIT, SIGN_X, SIGN_LETTER, SIGN_GAP,
	SIGN_NOTHING		/* takes no room, or should not be there */
};

/* One character, full width as half; its bytes in *len. */
static enum sign
sign_of(const char *s, char *c, size_t *len)
{
	const bool	ascii = (unsigned char)*s < 0x80;
	unsigned	u = (unsigned char)*s;

	*len = 1;
	if (!ascii && text_is_han(s) && strncmp(s, "\u3000", 3) != 0) {
		*len = 3;
		*c = 0;
		return SIGN_OTHER;
	}
	if (!ascii)
		u = text_char(s, len);
	if (u >= 0xff01 && u <= 0xff5e)
		u -= 0xff01 - '!';
	*c = u < 0x80 ? (char)u : 0;
	if (u >= '0' && u <= '9')
		return SIGN_DIGIT;
	if (u == 'X' || u == 'x')
		return SIGN_X;
	if ((u | 0x20) >= 'a' && (u | 0x20) <= 'z')
		return SIGN_LETTER;
	if (u == ' ' || u == '-' || u == 0xa0 || u == 0x3000 ||
	    u == 0x2010 || u == 0x2011 || u == 0x2013)
		return SIGN_GAP;
	/* numbers on two lines are two */
	return u >= ' ' && u != 0x2028 && u != 0x2029 && text_is_harmful(u) ?
	    SIGN_NOTHING : SIGN_OTHER;
}

/* ---- three kinds of number, of n characters */

static int
number(const char *s, int n)
{
	int	v = 0;

	while (n-- > 0)
		v = v * 10 + (*s++ - '0');
	return v;
}

/* GB 11643: a day of birth, and ISO 7064 MOD 11-2 over 17 digits. */
static bool
is_identity(const char *s, int n)
{
	static const int	weight[] = {
		7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
	};
	int			i, sum = 0;

	if (n != 18 || number(s + 6, 4) < 1900 || number(s + 6, 4) > 2099 ||
	    !day_is(day_make(number(s + 6, 4), number(s + 10, 2),
	    number(s + 12, 2))))
		return false;
	for (i = 0; i < 17; i++)
		sum += weight[i] * (s[i] - '0');
	return "10X98765432"[sum % 11] == s[17];
}

static bool
is_bank_card(const char *s, int n)
{
	int	sum = 0, d, i;

	if (n < 16 || n > 19 || s[0] < '3' || s[0] > '6')
		return false;
	for (i = 0; i < n; i++) {
		if (s[n - 1 - i] == 'X')
			return false;
		d = s[n - 1 - i] - '0';
		if (i % 2 == 1)
			d = d > 4 ? 2 * d - 9 : 2 * d;
		sum += d;
	}
	return sum % 10 == 0;
}

static bool
is_mobile(const char *s, int n)
{
	if (n == 13 && s[0] == '8' && s[1] == '6') {	/* China's code */
		s += 2;
		n -= 2;
	}
	return n == 11 && s[0] == '1' && s[1] >= '3' && s[10] != 'X';
}

static bool
is_any(const struct digits *d)
{
	return d->n <= LONGEST && (is_identity(d->text, d->n) ||
	    is_bank_card(d->text, d->n) || is_mobile(d->text, d->n));
}

/* ---- numbers as they are written: in a row, or in their usual groups */

typedef bool	 kind_fn(const char *, int);

static const struct {
	int		 n[GROUPS];	/* 0: there are no more */
	kind_fn		*is;
} groupings[] = {
	{ { 3, 4, 4 }, is_mobile },
	{ { 6, 8, 4 }, is_identity },
	{ { 4, 4, 4, 4 }, is_bank_card },
	{ { 4, 4, 4, 4, 1 }, is_bank_card },
	{ { 4, 4, 4, 4, 2 }, is_bank_card },
	{ { 4, 4, 4, 4, 3 }, is_bank_card },
};

static int
groups_of(const int *n)
{
	int	i = 0;

	while (i < GROUPS && n[i] > 0)
		i++;
	return i;
}

/* Do the last ones of `last` (the newest is [GROUPS - 1]) make one of these? */
static bool
is_grouped(const struct digits *last, const int *n, kind_fn *is)
{
	const int		 groups = groups_of(n);
	const struct digits	*from = last + GROUPS - groups;
	char			 all[LONGEST];
	int			 i, j, len = 0;

	for (i = 0; i < groups; i++) {
		if (from[i].n != n[i] || (i > 0 && !from[i].joined))
			return false;
		for (j = 0; j < n[i]; j++)
			all[len++] = from[i].text[j];
	}
	return is(all, len);
}

/* How many of the last rows of digits make a number; 0: none. */
static int
shows(const struct digits *last)
{
	size_t	i;

	if (is_any(&last[GROUPS - 1]))
		return 1;
	for (i = 0; i < sizeof(groupings) / sizeof(*groupings); i++)
		if (is_grouped(last, groupings[i].n, groupings[i].is))
			return groups_of(groupings[i].n);
	return 0;
}

static void
add(struct digits *d, char c)
{
	if (d->n < LONGEST)
		d->text[d->n] = c;
	d->n++;
}

/* Does an X stand here that may be a check digit: the end of a word? */
static bool
ends_in_x(const char *s)
{
	size_t	len, next;
	char	c;

	if (sign_of(s, &c, &len) != SIGN_X)
		return false;
	switch (sign_of(s + len, &c, &next)) {
	case SIGN_DIGIT:
	case SIGN_X:
	case SIGN_LETTER:
		return false;
	default:
		return true;
	}
}

/* Told of each number, from its first sign to behind its last. */
struct seeker {
	privacy_number_fn	*found;		/* NULL: the first will do */
	void			*ctx;
	bool			 spread;	/* digit by digit too */
	bool			 through;	/* NOTHING is not there */
	bool			 met;		/* there is such a sign */
};

/* Does a sign of no room stand within it?  Else it was met without them. */
static bool
is_parted(const char *s, const char *end)
{
	enum sign	sign;
	size_t		len;
	char		c;
	bool		met = false;

	for (; s < end; s += len) {
		sign = sign_of(s, &c, &len);
		if (met && sign != SIGN_NOTHING)
			return true;
		met |= sign == SIGN_NOTHING;
	}
	return false;
}

static void
tell(const struct seeker *k, const char *from, const char *end)
{
	if (k->found != NULL && (!k->through || is_parted(from, end)))
		k->found(k->ctx, from, (size_t)(end - from));
}

/* Is there one that ends with the last digits, before s?  True: stop. */
static bool
seek(const struct seeker *k, const struct digits *last, const char *s)
{
	const int	groups = shows(last);

	if (groups > 0)
		tell(k, last[GROUPS - groups].from, s);
	return groups > 0 && k->found == NULL;
}

/* Likewise, with the X that may stand at s. */
static bool
seek_x(const struct seeker *k, struct digits *last, const char *s)
{
	size_t	len;
	char	c;
	bool	stop;

	if (!ends_in_x(s))
		return false;
	(void)sign_of(s, &c, &len);
	add(&last[GROUPS - 1], 'X');
	stop = seek(k, last, s + len);
	last[GROUPS - 1].n--;
	return stop;
}

/* ---- digit by digit: one blank or hyphen after each */

/* Digits that stand alone, one after the other; n is too large: not alone. */
static void
follow(struct digits *alone, const struct digits *d)
{
	if (!d->joined)
		*alone = (struct digits){ .from = d->from };
	if (d->n == 1 && alone->n < LONGEST)
		add(alone, d->text[0]);
	else
		alone->n = LONGEST + 1;
}

/* Behind what may part two digits there. */
static const char *
behind_gap(const struct seeker *k, const char *s)
{
	enum sign	sign;
	size_t		len;
	char		c;
	bool		met = false;

	for (;; s += len) {
		sign = sign_of(s, &c, &len);
		if (sign == SIGN_NOTHING ? !k->through : sign != SIGN_GAP ||
		    met)
			return s;
		met = met || sign == SIGN_GAP;
	}
}

/* Do those that end before s make one, with the X that may stand behind? */
static void
seek_spread(const struct seeker *k, struct digits *alone, const char *s)
{
	const char	*next = behind_gap(k, s);
	size_t		 len;
	char		 c;

	if (!k->spread || alone->n > LONGEST || sign_of(next, &c, &len) ==
	    SIGN_DIGIT)
		return;
	if (is_any(alone))
		tell(k, alone->from, s);
	if (!ends_in_x(next))
		return;
	(void)sign_of(next, &c, &len);
	add(alone, 'X');
	if (is_any(alone))
		tell(k, alone->from, next + len);
}

static bool
each_pass(const char *s, struct seeker *k)
{
	struct digits	last[GROUPS] = { { .n = 0 } };
	struct digits	alone = { .n = 0 };
	int		gap = 0;	/* signs since the last digits */
	bool		joined = false;
	size_t		len;
	char		c;
	enum sign	sign;
	int		i;

	while (*s != '\0') {
		sign = sign_of(s, &c, &len);
		k->met = k->met || sign == SIGN_NOTHING;
		if (k->through && sign == SIGN_NOTHING) {
			s += len;
			continue;
		}
		if (sign != SIGN_DIGIT) {
			joined = sign == SIGN_GAP && ++gap == 1;
			if (sign != SIGN_GAP)
				gap = 2;
			s += len;
			continue;
		}
		for (i = 1; i < GROUPS; i++)
			last[i - 1] = last[i];
		last[GROUPS - 1] = (struct digits){ .joined = joined,
		    .from = s };
		for (; sign == SIGN_DIGIT || (k->through && sign ==
		    SIGN_NOTHING); sign = sign_of(s, &c, &len)) {
			if (sign == SIGN_DIGIT)
				add(&last[GROUPS - 1], c);
			s += len;
		}
		if (seek(k, last, s) || seek_x(k, last, s))
			return true;
		follow(&alone, &last[GROUPS - 1]);
		seek_spread(k, &alone, s);
		joined = false;
		gap = 0;
	}
	return false;
}

/* With what takes no room as an end of digits, and as if it were not there. */
static bool
each_number(const char *s, struct seeker *k)
{
	if (each_pass(s, k))
		return true;
	k->through = k->met;
	return k->met && each_pass(s, k);
}

/* Every posting is asked, and most hold no digit of half or full width. */
bool
privacy_shows(const char *s)
{
	static const bool	ends[256] = {
		['\0'] = true, ['0'] = true, ['1'] = true, ['2'] = true,
		['3'] = true, ['4'] = true, ['5'] = true, ['6'] = true,
		['7'] = true, ['8'] = true, ['9'] = true, [0xef] = true
	};
	struct seeker		any = { .found = NULL };

	while (!ends[(unsigned char)*s])
		s++;
	return *s != '\0' && each_number(s, &any);
}

void
privacy_each(const char *text, privacy_number_fn *found, void *ctx)
{
	struct seeker	k = { .found = found, .ctx = ctx };

	(void)each_number(text, &k);
}

void
privacy_each_printed(const char *text, privacy_number_fn *found, void *ctx)
{
	struct seeker	k = { .found = found, .ctx = ctx, .spread = true };

	(void)each_number(text, &k);
}

/* ---- masks */

enum { KEPT_FIRST = 3, KEPT_LAST = 4 };

struct mask {
	const char		*text;
	bool			*hidden;	/* a sign begins at this byte */
	privacy_spares_fn	*spares;	/* NULL: none is spared */
	const void		*ctx;
};

/* Is this sign one of the number's, and no blank or hyphen within it? */
static bool
is_part(const char *s, size_t *len)
{
	char		c;
	enum sign	sign = sign_of(s, &c, len);

	return sign == SIGN_DIGIT || sign == SIGN_X;
}

static void
hide(void *ctx, const char *from, size_t len)
{
	struct mask	*m = ctx;
	const char	*end = from + len, *s;
	size_t		 n, i = 0, all = 0;

	if (m->spares != NULL && m->spares(m->ctx, from, len))
		return;
	for (s = from; s < end; s += n)
		all += is_part(s, &n);
	for (s = from; s < end; s += n)
		if (is_part(s, &n) && i++ >= KEPT_FIRST &&
		    i + KEPT_LAST <= all)
			m->hidden[s - m->text] = true;
}

static const char *
mask_once(struct arena *a, const char *text, privacy_spares_fn *spares,
    const void *ctx, bool printed)
{
	const size_t	 n = strlen(text);
	struct mask	 m = { text, arena_array(a, n + 1, sizeof(bool)),
			    spares, ctx };
	char		*out = arena_alloc(a, n + 1), *to = out;
	const char	*s;
	size_t		 len;
	char		 c;

	(printed ? privacy_each_printed : privacy_each)(text, hide, &m);
	for (s = text; *s != '\0'; s += len) {
		(void)sign_of(s, &c, &len);
		if (m.hidden[s - text])
			*to++ = '*';
		else {
			memcpy(to, s, len);
			to += len;
		}
	}
	*to = '\0';
	return out;
}

const char *
privacy_mask_printed(struct arena *a, const char *text,
    privacy_spares_fn *spares, const void *ctx)
{
	return mask_once(a, text, spares, ctx, true);
}

/* What is left of one may make another with what stands behind it. */
const char *
privacy_mask(struct arena *a, const char *text)
{
	while (privacy_shows(text))
		text = mask_once(a, text, NULL, NULL, false);
	return text;
}

/* The next sign that is no blank or hyphen, in half width; its bytes. */
static const char *
next_sign(const char *s, char *c, size_t *len)
{
	enum sign	sign;

	for (; *s != '\0'; s += *len) {
		sign = sign_of(s, c, len);
		if (sign != SIGN_GAP && sign != SIGN_NOTHING)
			break;
	}
	if (*s == '\0')
		*len = 0;
	else if (sign_of(s, c, len) == SIGN_X)
		*c = 'X';
	return s;
}

bool
privacy_alike(const char *a, const char *b)
{
	size_t	n, m;
	char	c, d;

	for (;; a += n, b += m) {
		a = next_sign(a, &c, &n);
		b = next_sign(b, &d, &m);
		if (n == 0 || m == 0)
			return n == m;
		if (c != d || (c == 0 && (n != m || memcmp(a, b, n) != 0)))
			return false;
	}
}
