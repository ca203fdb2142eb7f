/*
 * Phrases written: the forms of rule/vocab, filled in.
 */
#include "rule/phrase.h"

#include <string.h>

#include "rule/forms.h"

/* What stands in a form's pieces. */
struct filling {
	const char	*point;
	int32_t		 n;
	enum unit	 unit;
	int		 month, day;
};

static const char *
unit_word(const struct filling *f, enum lang lang)
{
	static const enum word	words[] = { W_DAY, W_WORKDAY, W_MONTH };

	return lang == LANG_EN && f->n == 1 ? vocab_one(words[f->unit]) :
	    vocab_text(words[f->unit], lang);
}

static const char *
piece_text(struct arena *a, const struct part *p, const struct filling *f,
    enum lang lang)
{
	const char	*two = p->len == 2 ? "%02d" : "%d";

	switch (p->piece) {
	case PIECE_POINT:
		return f->point;
	case PIECE_NUMBER:
		return arena_printf(a, "%d", (int)f->n);
	case PIECE_UNIT:
		return unit_word(f, lang);
	case PIECE_MONTH:
		return arena_printf(a, two, f->month);
	case PIECE_DAY:
		return arena_printf(a, two, f->day);
	default:
		return arena_ndup(a, p->word, p->len);
	}
}

static const char *
spell(struct arena *a, enum form form, const struct filling *f, enum lang lang)
{
	const char	*s = vocab_form(form, lang), *out = "";
	struct part	 p;
	size_t		 blanks;

	for (;;) {
		blanks = strspn(s, " ");
		p = form_next(&s);
		if (p.piece == PIECE_END)
			return out;
		out = arena_printf(a, "%s%.*s%s", out, (int)blanks, " ",
		    piece_text(a, &p, f, lang));
	}
}

static enum form
bound_form(enum bound_kind kind, int month)
{
	static const enum form	forms[] = {
		[BOUND_AFTER] = FORM_AFTER, [BOUND_WITHIN] = FORM_WITHIN,
		[BOUND_BY] = FORM_BY_DATE, [BOUND_WITH] = FORM_WITH,
		[BOUND_LEAST_AFTER] = FORM_LEAST_AFTER,
		[BOUND_BEFORE] = FORM_BEFORE,
		[BOUND_LEAST_BEFORE] = FORM_LEAST_BEFORE
	};

	return kind == BOUND_BY && month == 0 ? FORM_BY_DAY : forms[kind];
}

const char *
phrase_print_point(struct arena *a, const char *name, struct point p,
    enum lang lang)
{
	if (p.edge == EDGE_EVENT || p.bare)
		return name;
	return arena_printf(a, "%s.%s", name, vocab_text(p.edge == EDGE_OPENS ?
	    W_EDGE_OPENS : W_EDGE_CLOSES, lang));
}

const char *
phrase_print(struct arena *a, const struct bound *b, const char *point,
    enum lang lang)
{
	struct filling	f = { point, b->period.n, b->period.unit, b->month,
			    b->day };

	return b->kind == BOUND_GATE ? point :
	    spell(a, bound_form(b->kind, b->month), &f, lang);
}

const char *
phrase_print_period(struct arena *a, struct period p, enum lang lang)
{
	struct filling	f = { "", p.n, p.unit, 0, 0 };

	return spell(a, FORM_PERIOD, &f, lang);
}

const char *
phrase_print_part(struct arena *a, const struct period_part *p,
    const char *event, enum lang lang)
{
	struct period	n = p->kind == PART_LASTS ? p->judged : p->after;
	struct filling	f = { event, n.n, n.unit, 0, 0 };
	enum form	form = p->kind == PART_PERMANENT ? FORM_PERMANENTLY :
			    p->kind == PART_LASTS ? FORM_LASTS :
			    n.n > 0 ? FORM_UNTIL_LEAST : FORM_UNTIL;

	return spell(a, form, &f, lang);
}

const char *
phrase_print_limit(struct arena *a, struct period p, const char *from,
    enum lang lang)
{
	struct filling	f = { from, p.n, p.unit, 0, 0 };

	return spell(a, FORM_WITHIN, &f, lang);
}

const char *
phrase_print_none(enum lang lang)
{
	return vocab_form(FORM_NONE, lang);
}

const char *
phrase_print_where(struct arena *a, struct where w, enum lang lang)
{
	struct filling	f = { .point = vocab_text(w.level == LEVEL_NONE ?
			    W_OWN : (enum word)(W_REGION + (int)w.level -
			    LEVEL_REGION), lang) };

	return w.each ? spell(a, FORM_EACH, &f, lang) : f.point;
}

const char *
phrase_words(struct arena *a, const struct phrase *p, enum lang lang)
{
	struct point	at = { 0, p->edge, false };
	struct filling	f = { p->point, p->n, p->unit, p->month, p->day };

	if (p->point == NULL)
		return spell(a, p->part == PART_PERMANENT ? FORM_PERMANENTLY :
		    FORM_LASTS, &f, lang);
	f.point = phrase_print_point(a, p->point, at, lang);
	if (p->part == PART_UNTIL)
		return spell(a, p->n > 0 ? FORM_UNTIL_LEAST : FORM_UNTIL, &f,
		    lang);
	return p->kind == BOUND_GATE ? f.point :
	    spell(a, bound_form(p->kind, p->month), &f, lang);
}
