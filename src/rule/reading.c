#include "rule/reading.h"

#include <string.h>

bool
names_have(const struct point_names *names, const char *name)
{
	size_t	i;

	if (names == NULL)
		return true;
	for (i = 0; i < names->n; i++)
		if (strcmp(names->list[i], name) == 0)
			return true;
	return false;
}

bool
reading_of(struct arena *a, const struct node *n,
    const struct point_names *names, struct diags *d, struct reader *r)
{
	if (n->kind != NODE_TEXT) {
		diag_error(d, n->place, _("expected a phrase here, as "
		    "`within 5 workdays after plan-issued`"));
		return false;
	}
	*r = (struct reader){ a, n, n->text, strlen(n->text), names, d };
	return true;
}

struct place
place_in(const struct reader *r, size_t at)
{
	return node_at(r->node, skip_blanks(r->s, at, r->end));
}

const char *
text_in_span(const struct reader *r, struct span span)
{
	return arena_ndup(r->arena, r->s + span.from, span.to - span.from);
}

/* ---- what is wrong with a piece */

static bool
complain_number(const struct reader *r, size_t at, enum number got)
{
	struct place	p = place_in(r, at);

	if (got == NUMBER_ZERO)
		diag_error(r->diags, p,
		    _("a period of zero; it must be at least 1"));
	else if (got == NUMBER_BIG)
		diag_error(r->diags, p, _("a period of more than %d, or a "
		    "number above 999 not in digits"), PERIOD_MAX);
	else
		diag_error(r->diags, p, _("expected a number: in the digits 0 "
		    "to 9, or as 七, 二十, up to 九百九十九"));
	return false;
}

static bool
complain_unit(const struct reader *r, size_t from)
{
	size_t		 at = skip_blanks(r->s, from, r->end), end = at;
	const char	*word, *hint;

	while (end < r->end && blank_at(r->s + end) == 0)
		end++;
	word = text_in_span(r, (struct span){ at, end });
	diag_error(r->diags, node_at(r->node, at), _("expected a unit after "
	    "the number: days, workdays, months, quarters or years (日, "
	    "个工作日, 个月, 季度, 年)"));
	hint = statute_hint(r->arena, word, OF_UNITS);
	if (hint != NULL)
		diag_note(r->diags, NOWHERE, "%s", hint);
	else
		diag_meant(r->diags, vocab_nearest(word, IN_UNITS));
	return false;
}

/* `both`: before and after may stand there. */
static bool
complain_piece(const struct reader *r, struct stuck at, bool both)
{
	if (at.piece == PIECE_NUMBER)
		return complain_number(r, at.at, NUMBER_NONE);
	if (at.piece == PIECE_UNIT)
		return complain_unit(r, at.at);
	if (at.piece == PIECE_WORD && both)
		diag_error(r->diags, place_in(r, at.at),
		    _("expected `after` or `before` and a point here"));
	else if (at.piece == PIECE_WORD)
		diag_error(r->diags, place_in(r, at.at),
		    _("expected `after` and a point here"));
	else if (at.piece == PIECE_END)
		diag_error(r->diags, place_in(r, at.at),
		    _("nothing is expected behind the unit"));
	else
		diag_error(r->diags, place_in(r, at.at), _("expected a day of "
		    "the year, as 01-31, or of the month, as `day 15`"));
	return false;
}

/* NAME or NAME.opens, NAME.closes. */
bool
read_point(const struct reader *r, struct span span, struct phrase *out)
{
	struct span	 tail;
	size_t		 dot = span.to;
	enum word	 w;

	out->edge = EDGE_EVENT;
	if (span.from == span.to) {
		diag_error(r->diags, node_at(r->node, span.from),
		    _("expected the name of an event or a step here"));
		return false;
	}
	while (dot > span.from && r->s[dot - 1] != '.')
		dot--;
	if (dot > span.from) {
		tail = trimmed(r->s, dot, span.to);
		w = vocab_find(text_in_span(r, tail), IN_EDGES);
		if (w == W_NONE) {
			diag_error(r->diags, node_at(r->node, tail.from),
			    _("behind the dot expected `opens` or `closes` "
			    "(张贴, 期满)"));
			return false;
		}
		out->edge = w == W_EDGE_OPENS ? EDGE_OPENS : EDGE_CLOSES;
		span = trimmed(r->s, span.from, dot - 1);
	}
	out->at = span.from;
	out->point = text_in_span(r, span);
	return true;
}

static bool
read_date(const struct reader *r, const struct found *f, bool year,
    struct phrase *out)
{
	static const int	most[] = {
		31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	if (year && f->month == 2 && f->day == 29) {
		diag_error(r->diags, place_in(r, f->date_at), _("not every "
		    "year has a 29 February: write 02-28 or 03-01"));
		return false;
	}
	if (f->month > 12 || f->day > most[f->month]) {
		diag_error(r->diags, place_in(r, f->date_at), year ?
		    _("no year has such a day") :
		    _("expected a day of the month, 1 to 31"));
		return false;
	}
	out->month = f->month;
	out->day = f->day;
	return true;
}

/* ---- a form and what was found by it, made a phrase */

static const struct {
	enum bound_kind	 bound;
	enum part_kind	 part;
} kinds[FORMS] = {
	[FORM_AFTER] = { BOUND_AFTER, PART_LASTS },
	[FORM_WITHIN] = { BOUND_WITHIN, PART_LASTS },
	[FORM_BY_DATE] = { BOUND_BY, PART_LASTS },
	[FORM_BY_DAY] = { BOUND_BY, PART_LASTS },
	[FORM_WITH] = { BOUND_WITH, PART_LASTS },
	[FORM_LEAST_AFTER] = { BOUND_LEAST_AFTER, PART_LASTS },
	[FORM_BEFORE] = { BOUND_BEFORE, PART_LASTS },
	[FORM_LEAST_BEFORE] = { BOUND_LEAST_BEFORE, PART_LASTS },
	[FORM_UNTIL] = { BOUND_AFTER, PART_UNTIL },
	[FORM_UNTIL_LEAST] = { BOUND_AFTER, PART_UNTIL },
	[FORM_PERMANENTLY] = { BOUND_AFTER, PART_PERMANENT },
};

static bool
read_amount(const struct reader *r, const struct found *f, struct phrase *out)
{
	if (f->size != NUMBER_OK)
		return f->size == NUMBER_NONE ||
		    complain_number(r, f->n_at, f->size);
	if (f->n > PERIOD_MAX / f->times)
		return complain_number(r, f->n_at, NUMBER_BIG);
	out->n = f->n * f->times;
	out->unit = f->unit;
	return true;
}

/* May that edge stand there?  A notice's last day is no day of an act. */
static bool
good_edge(const struct reader *r, const struct wording *w,
    const struct phrase *p)
{
	bool	until = w->means == FORM_UNTIL || w->means == FORM_UNTIL_LEAST;

	if (until && p->edge != EDGE_EVENT) {
		diag_error(r->diags, node_at(r->node, p->at),
		    _("`until` needs an event: `%s` is named as a step"),
		    p->point);
		return false;
	}
	if (w->means == FORM_WITH && p->edge == EDGE_CLOSES) {
		diag_error(r->diags, node_at(r->node, p->at), _("`with` needs "
		    "an event or a step's opening: what follows its last day "
		    "comes the day after"));
		return false;
	}
	return true;
}

static bool
fill(const struct reader *r, const struct wording *w, const struct found *f,
    struct phrase *out)
{
	*out = (struct phrase){ .kind = kinds[w->means].bound,
	    .part = kinds[w->means].part };
	if (!read_amount(r, f, out))
		return false;
	if (f->day > 0 && !read_date(r, f, f->month > 0, out))
		return false;
	if (!form_has(w->form, PIECE_POINT))
		return true;
	return read_point(r, f->point, out) && good_edge(r, w, out);
}

/* ---- forms read from the left: English, and those without a point */

enum heard
read_left(const struct reader *r, const enum form *forms, size_t n,
    enum lang lang, struct phrase *out)
{
	struct stuck	best = { 0, PIECE_HEAD }, at;
	struct wording	w;
	struct found	f;
	size_t		i;
	bool		both = false;

	for (i = 0; i < n; i++) {
		w = (struct wording){ vocab_form(forms[i], lang), forms[i] };
		if (form_read(w.form, r->s, r->end, &f, &at))
			return fill(r, &w, &f, out) ? HEARD : FAULTY;
		if (at.piece == PIECE_HEAD || (best.piece != PIECE_HEAD &&
		    at.at < best.at))
			continue;
		both = best.piece == PIECE_WORD && at.at == best.at;
		best = at;
	}
	if (best.piece == PIECE_HEAD)
		return UNHEARD;
	complain_piece(r, best, both);
	return FAULTY;
}

/* ---- Chinese forms, where a name may stand anywhere */

static bool
same_phrase(const struct phrase *p, const struct phrase *q)
{
	bool	point = p->point != NULL && q->point != NULL;

	return p->kind == q->kind && p->part == q->part && p->n == q->n &&
	    (p->n == 0 || p->unit == q->unit) && p->month == q->month &&
	    p->day == q->day && p->edge == q->edge &&
	    (point ? strcmp(p->point, q->point) == 0 : p->point == q->point);
}

static void
add_reading(struct readings *out, const struct phrase *p)
{
	int	i;

	for (i = 0; i < out->n; i++)
		if (same_phrase(&out->list[i], p))
			return;
	if (out->n == READINGS)
		return;
	out->list[out->n++] = *p;
}

void
read_all(const struct reader *r, const struct wording *w, size_t n,
    struct readings *out)
{
	struct reader	quiet = *r;
	struct phrase	p;
	struct found	f;
	struct stuck	stuck;
	size_t		i, at;

	quiet.diags = diags_new(r->arena);
	for (i = 0; i < n; i++) {
		if (!form_has(w[i].form, PIECE_POINT)) {
			if (form_read(w[i].form, r->s, r->end, &f, &stuck) &&
			    fill(&quiet, &w[i], &f, &p))
				add_reading(out, &p);
			continue;
		}
		for (at = r->end; form_split(w[i].form, r->s, r->end, &at,
		    &f);)
			if (f.point.from < f.point.to &&
			    fill(&quiet, &w[i], &f, &p) &&
			    names_have(r->names, p.point))
				add_reading(out, &p);
	}
}

/* `own`: in the language's own words, so that these do not tell them apart. */
static enum heard
one_reading(const struct reader *r, const struct readings *all, bool own,
    struct phrase *out)
{
	*out = all->list[0];
	if (all->n == 1)
		return HEARD;
	diag_error(r->diags, node_at(r->node, 0),
	    _("`%s` can mean two things"), r->s);
	if (own)
		diag_note(r->diags, NOWHERE, _("its point is `%s` or `%s`: "
		    "write that one's id in place of its title"),
		    all->list[0].point, all->list[1].point);
	else
		diag_note(r->diags, NOWHERE, _("write `%s` or `%s`, whichever "
		    "is meant"), phrase_words(r->arena, &all->list[0],
		    LANG_ZH), phrase_words(r->arena, &all->list[1], LANG_ZH));
	return FAULTY;
}

/* The first wording that the text has, whatever its point or its number. */
static enum heard
read_anyhow(const struct reader *r, const struct wording *w, size_t n,
    struct phrase *out)
{
	struct found	f;
	struct stuck	stuck;
	size_t		i, at;

	for (i = 0; i < n; i++) {
		at = r->end;
		if (form_has(w[i].form, PIECE_POINT) ?
		    form_split(w[i].form, r->s, r->end, &at, &f) :
		    form_read(w[i].form, r->s, r->end, &f, &stuck))
			return fill(r, &w[i], &f, out) ? HEARD : FAULTY;
	}
	return UNHEARD;
}

/* The forms of the language itself, as wordings. */
static const struct wording *
own_wordings(const struct reader *r, const enum form *forms, size_t n)
{
	struct wording	*w = arena_array(r->arena, n, sizeof(*w));
	size_t		 i;

	for (i = 0; i < n; i++)
		w[i] = (struct wording){ vocab_form(forms[i], LANG_ZH),
		    forms[i] };
	return w;
}

/* By the names: UNHEARD where none is known. */
static enum heard
read_known(const struct reader *r, const struct grammar *g,
    const struct wording *own, const struct wording *more, size_t nmore,
    struct phrase *out)
{
	struct readings	all = { .n = 0 };

	read_all(r, own, g->n, &all);
	if (all.n > 0)
		return one_reading(r, &all, true, out);
	if (g->bare && names_have(r->names, r->s)) {
		*out = (struct phrase){ .kind = BOUND_AFTER, .point = r->s };
		return HEARD;
	}
	read_all(r, more, nmore, &all);
	return all.n > 0 ? one_reading(r, &all, false, out) : UNHEARD;
}

enum heard
read_anywhere(const struct reader *r, const struct grammar *g,
    struct phrase *out)
{
	const struct wording	*own = own_wordings(r, g->forms, g->n), *more;
	size_t			 nmore, special = g->n - g->general;
	enum heard		 heard = UNHEARD;

	more = statute_wordings(g->statutes, &nmore);
	if (r->names != NULL)
		heard = read_known(r, g, own, more, nmore, out);
	if (heard == UNHEARD)
		heard = read_anyhow(r, own, special, out);
	if (heard == UNHEARD)
		heard = read_anyhow(r, more, nmore, out);
	return heard != UNHEARD ? heard :
	    read_anyhow(r, own + special, g->general, out);
}

/* ---- texts */

struct node
node_of(const char *text)
{
	return (struct node){ .kind = NODE_TEXT, .text = text };
}

const char *
without_start(const char *s, const char *start)
{
	size_t	len = strlen(start);

	return strncmp(s, start, len) == 0 ? s + len : s;
}

bool
starts(const char *s, const char *start)
{
	return without_start(s, start) != s;
}

bool
is_chinese(const char *s)
{
	return text_chars(s, strlen(s)) < strlen(s);
}

/* Blanks single, none at the ends. */
const char *
tidy(struct arena *a, const char *s)
{
	char	*out = arena_alloc(a, strlen(s) + 1);
	size_t	 n = 0;

	for (; *s != '\0'; s++)
		if (*s != ' ' || (n > 0 && out[n - 1] != ' '))
			out[n++] = *s;
	if (n > 0 && out[n - 1] == ' ')
		n--;
	out[n] = '\0';
	return out;
}
