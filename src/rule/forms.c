#include "rule/forms.h"

#include <string.h>

size_t
blank_at(const char *s)
{
	if (*s == ' ' || *s == '\t' || *s == '\n')
		return 1;
	return strncmp(s, "\xe3\x80\x80", 3) == 0 ? 3 : 0;	/* U+3000 */
}

size_t
skip_blanks(const char *s, size_t at, size_t end)
{
	size_t	n;

	while (at < end && (n = blank_at(s + at)) > 0)
		at += n;
	return at;
}

struct span
trimmed(const char *s, size_t from, size_t to)
{
	from = skip_blanks(s, from, to);
	for (;;) {
		if (to > from && blank_at(s + to - 1) == 1)
			to--;
		else if (to >= from + 3 && blank_at(s + to - 3) == 3)
			to -= 3;
		else
			return (struct span){ from, to };
	}
}

/* ---- pieces of a form */

struct part
form_next(const char **form)
{
	static const struct {
		const char	*sign;
		enum piece	 piece;
	} signs[] = {		/* a longer one before one that begins it */
		{ "UNIT", PIECE_UNIT }, { "LEVEL", PIECE_POINT },
		{ "MM", PIECE_MONTH }, { "DD", PIECE_DAY },
		{ "N", PIECE_NUMBER }, { "P", PIECE_POINT },
		{ "M", PIECE_MONTH }, { "D", PIECE_DAY }
	};
	struct part	p = { PIECE_END, NULL, 0 };
	size_t		i;

	*form += strspn(*form, " ");
	for (i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (strncmp(*form, signs[i].sign,
		    strlen(signs[i].sign)) == 0) {
			p = (struct part){ signs[i].piece, *form,
			    strlen(signs[i].sign) };
			*form += p.len;
			return p;
		}
	p.word = *form;
	p.len = strcspn(*form, " UNLEVITMDP");
	*form += p.len;
	p.piece = p.len > 0 ? PIECE_WORD : PIECE_END;
	return p;
}

/* An English word must end there; a Chinese one may have blanks in it. */
static bool
take_word(const struct part *p, const char *s, size_t *at, size_t end)
{
	char	last = p->word[p->len - 1];
	bool	english = last >= 'a' && last <= 'z';
	size_t	i, to = *at;

	for (i = 0; i < p->len; i++) {
		if (!english && ((unsigned char)p->word[i] & 0xc0) != 0x80)
			to = skip_blanks(s, to, end);
		if (to == end || s[to] != p->word[i])
			return false;
		to++;
	}
	if (english && to < end && blank_at(s + to) == 0)
		return false;
	*at = to;
	return true;
}

static bool
take_part(const struct part *p, const char *s, size_t *at, size_t end,
    struct found *f)
{
	size_t	from = *at;

	switch (p->piece) {
	case PIECE_WORD:
		return take_word(p, s, at, end);
	case PIECE_NUMBER:
		f->n_at = from;
		f->size = take_number(s, at, end, &f->n);
		return f->size != NUMBER_NONE;
	case PIECE_UNIT:
		return take_unit(s, at, end, &f->unit, &f->times);
	case PIECE_MONTH:
		f->date_at = from;
		return take_number(s, at, end, &f->month) == NUMBER_OK;
	case PIECE_DAY:
		if (f->month == 0)
			f->date_at = from;
		return take_number(s, at, end, &f->day) == NUMBER_OK;
	case PIECE_POINT:
		f->point = trimmed(s, from, end);
		return true;
	default:
		return from == end;
	}
}

static bool
read_at(const char *form, const char *s, size_t at, size_t end,
    struct found *f, struct stuck *stuck)
{
	struct part	p;
	bool		head = true;

	*f = (struct found){ .size = NUMBER_NONE };
	do {
		p = form_next(&form);
		head = head && p.piece == PIECE_WORD;
		at = skip_blanks(s, at, end);
		*stuck = (struct stuck){ at, head ? PIECE_HEAD : p.piece };
		if (!take_part(&p, s, &at, end, f))
			return false;
	} while (p.piece != PIECE_END && p.piece != PIECE_POINT);
	return true;
}

bool
form_read(const char *form, const char *s, size_t end, struct found *f,
    struct stuck *stuck)
{
	return read_at(form, s, 0, end, f, stuck);
}

/* May this piece, the first behind P, begin at that byte? */
static bool
may_begin(const struct part *first, const char *s, size_t from, size_t at)
{
	if (((unsigned char)s[at] & 0xc0) == 0x80 || blank_at(s + at) != 0)
		return false;
	return first->piece == PIECE_WORD ? s[at] == *first->word &&
	    s[at + 1] == first->word[1] : !numeral_cut(s, from, at);
}

/* Must the text end otherwise?  Most forms are told apart by their end. */
static bool
ends_otherwise(const char *form, const char *s, size_t end)
{
	size_t	len = strlen(form);
	char	last = form[len - 1];

	end = trimmed(s, 0, end).to;
	return (last < 'A' || last > 'Z') && (end == 0 || s[end - 1] != last);
}

bool
form_split(const char *form, const char *s, size_t end, size_t *at,
    struct found *f)
{
	const char	*tail = strchr(form, 'P') + 1;
	const char	*rest = tail;
	struct part	 first = form_next(&rest);
	struct found	 head;
	struct stuck	 stuck;

	if (ends_otherwise(form, s, end) ||
	    !read_at(form, s, 0, end, &head, &stuck))
		return false;
	if (*tail == '\0') {
		*f = head;
		if (*at != end || head.point.from == head.point.to)
			return false;
		*at = 0;
		return true;
	}
	while (*at > head.point.from) {
		(*at)--;
		if (!may_begin(&first, s, head.point.from, *at) ||
		    !read_at(tail, s, *at, end, f, &stuck))
			continue;
		f->point = trimmed(s, head.point.from, *at);
		return true;
	}
	return false;
}

bool
form_has(const char *form, enum piece piece)
{
	struct part	p;

	do {
		p = form_next(&form);
		if (p.piece == piece)
			return true;
	} while (p.piece != PIECE_END);
	return false;
}
