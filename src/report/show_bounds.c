#include "report/show.h"

#include <string.h>

#include "rule/phrase.h"

/* Is the phrase read again as the bound that it was made from? */
static bool
reads_again(const struct show *o, const char *text, const struct bound *b,
    const char *name)
{
	struct diags	*d = diags_new(o->arena);
	struct node	 n = { .kind = NODE_TEXT, .text = text };
	struct phrase	 ph;
	bool		 gate = b->kind == BOUND_GATE;

	if (!(gate ? phrase_point(o->arena, &n, &ph, d) :
	    phrase_bound(o->arena, &n, false, &ph, d)))
		return false;
	return ph.kind == b->kind && strcmp(ph.point, name) == 0 &&
	    ph.edge == (b->point.bare ? EDGE_EVENT : b->point.edge) &&
	    (b->kind != BOUND_BY ||
	    (ph.month == b->month && ph.day == b->day)) &&
	    (b->period.n == 0 || (ph.n == b->period.n &&
	    ph.unit == b->period.unit));
}

/*
 * In Chinese by title, in English by id; a title such as `before 1.0` does
 * not read again so, but another form will.
 */
static const char *
phrase_of(const struct show *o, const struct bound *b)
{
	const char	*id = point_id(o->proc, b->point.index), *name, *text;
	const char	*title = point_name(o->proc, b->point.index);
	bool		 zh = o->lang == LANG_ZH;
	const struct {
		const char	*name;
		enum lang	 lang;
	} forms[] = {
		{ zh ? title : id, o->lang }, { id, o->lang },
		{ id, LANG_EN }, { title, LANG_EN }
	};
	size_t		 i;

	for (i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		name = forms[i].name;
		text = phrase_print(o->arena, b, phrase_print_point(o->arena,
		    name, b->point, forms[i].lang), forms[i].lang);
		if (reads_again(o, text, b, name))
			return text;
	}
	return phrase_print(o->arena, b, phrase_print_point(o->arena, id,
	    b->point, o->lang), o->lang);
}

/* ---- what stands beside a phrase */

/* A phrase with what is its own: a map where it has something. */
struct own {
	enum word		 key;		/* bound, point */
	const char		*phrase;
	const struct condition	*when;
	const struct basis	*basis;		/* NULL: none of its own */
	const struct counting	*counting;
	const struct bound	*due;		/* of a deadline; or NULL */
	const char		*note;
};

static bool
has_more(const struct own *w)
{
	return w->when != NULL || w->basis != NULL ||
	    counting_says(w->counting) || *w->note != '\0' ||
	    (w->due != NULL && (w->due->npauses > 0 || w->due->longer.n > 0 ||
	    w->due->graded));
}

/* A step, or [FROM, TO]. */
static void
put_pauses(const struct show *o, const struct bound *b)
{
	const char	*comma = "";
	int		 i;

	putc('[', o->f);
	for (i = 0; i < b->npauses; i++, comma = ", ") {
		fputs(comma, o->f);
		if (b->pauses[i].to < 0) {
			put_text(o, o->lang == LANG_ZH ?
			    point_name(o->proc, b->pauses[i].from) :
			    point_id(o->proc, b->pauses[i].from));
			continue;
		}
		putc('[', o->f);
		put_text(o, event_named(o, b->pauses[i].from));
		fputs(", ", o->f);
		put_text(o, event_named(o, b->pauses[i].to));
		putc(']', o->f);
	}
	putc(']', o->f);
}

static void
put_due(const struct show *o, const char **comma, const struct bound *b)
{
	if (b->npauses > 0) {
		put_inner(o, comma, W_PAUSES);
		put_pauses(o, b);
	}
	if (b->longer.n > 0) {
		put_inner(o, comma, W_EXTENDS);
		fprintf(o->f, "{%s: %s, %s: ", vocab_text(W_BY, o->lang),
		    phrase_print_period(o->arena, b->longer, o->lang),
		    vocab_text(W_ON, o->lang));
		put_text(o, event_named(o, b->upon));
		putc('}', o->f);
	}
	if (b->graded) {
		put_inner(o, comma, W_SEVERITY);
		fputs(severity_word(b->severity, o->lang), o->f);
	}
}

static void
put_own(const struct show *o, const struct own *w)
{
	const char	*comma = "{";

	if (!has_more(w)) {
		put_text(o, w->phrase);
		return;
	}
	put_inner(o, &comma, w->key);
	put_text(o, w->phrase);
	put_condition_inner(o, &comma, w->when);
	if (w->due != NULL)
		put_due(o, &comma, w->due);
	if (w->basis != NULL) {
		put_inner(o, &comma, W_BASIS);
		put_basis(o, w->basis);
	}
	if (counting_says(w->counting)) {
		put_inner(o, &comma, W_COUNTING);
		put_counting(o, w->counting);
	}
	if (*w->note != '\0') {
		put_inner(o, &comma, W_NOTE);
		put_text(o, w->note);
	}
	putc('}', o->f);
}

static void
put_bound(const struct show *o, const struct bound *b, const char *phrase)
{
	bool		gate = b->kind == BOUND_GATE;
	struct own	w = { gate ? W_POINT : W_BOUND, phrase, b->when,
			    b->own_basis ? b->basis : NULL, &b->counting,
			    gate ? NULL : b, b->note };

	put_own(o, &w);
}

void
put_bounds(const struct show *o, enum word key, const struct bound *b, int n,
    bool gates)
{
	int	i, many = 0;

	for (i = 0; i < n; i++)
		many += (b[i].kind == BOUND_GATE) == gates;
	if (many == 0)
		return;
	put_key(o, 2, key);
	for (i = 0; i < n; i++) {
		if ((b[i].kind == BOUND_GATE) != gates)
			continue;
		fputs(many > 1 ? "\n      - " : " ", o->f);
		put_bound(o, &b[i], phrase_of(o, &b[i]));
	}
	putc('\n', o->f);
}

/* ---- periods */

/* Is it read again as the part that it was made from? */
static bool
part_again(const struct show *o, const char *text,
    const struct period_part *p, const char *name)
{
	struct diags	*d = diags_new(o->arena);
	struct node	 n = { .kind = NODE_TEXT, .text = text };
	struct phrase	 ph;
	bool		 strange;

	return phrase_part(o->arena, &n, NULL, &ph, &strange, d) &&
	    ph.part == p->kind && (p->kind != PART_UNTIL ||
	    (strcmp(ph.point, name) == 0 && ph.n == p->after.n &&
	    ph.edge == EDGE_EVENT));
}

static const char *
part_phrase(const struct show *o, const struct period_part *p)
{
	const struct event_rule	*e;
	const char		*text, *name;
	int			 i;

	if (p->kind != PART_UNTIL)
		return phrase_print_part(o->arena, p, "", o->lang);
	e = &o->proc->events[p->event];
	for (i = 0; i < 4; i++) {
		name = (i % 2 == 0) == (o->lang == LANG_ZH) ? e->title : e->id;
		text = phrase_print_part(o->arena, p, name, i < 2 ? o->lang :
		    LANG_EN);
		if (part_again(o, text, p, name))
			return text;
	}
	return phrase_print_part(o->arena, p, e->id, o->lang);
}

static void
put_part(const struct show *o, const struct period_part *p)
{
	struct own	w = { W_BOUND, part_phrase(o, p), p->when,
			    p->own_basis ? p->basis : NULL, &p->counting,
			    NULL, p->note };

	put_own(o, &w);
}

void
put_parts(const struct show *o, int depth, enum word key,
    const struct period_parts *p)
{
	int	i;

	put_key(o, depth, key);
	if (p->n == 0)
		fprintf(o->f, " %s", phrase_print_none(o->lang));
	for (i = 0; i < p->n; i++) {
		if (p->n > 1)
			fprintf(o->f, "\n%*s-", 2 * depth + 2, "");
		putc(' ', o->f);
		put_part(o, &p->list[i]);
	}
	putc('\n', o->f);
}

void
put_parts_inner(const struct show *o, const struct period_parts *p)
{
	int	i;

	if (p->n == 0)
		fputs(phrase_print_none(o->lang), o->f);
	if (p->n > 1)
		putc('[', o->f);
	for (i = 0; i < p->n; i++) {
		fputs(i == 0 ? "" : ", ", o->f);
		put_part(o, &p->list[i]);
	}
	if (p->n > 1)
		putc(']', o->f);
}

/* ---- when it must be taken down */

static bool
down_again(const struct show *o, const char *text, const char *name)
{
	struct diags	*d = diags_new(o->arena);
	struct node	 n = { .kind = NODE_TEXT, .text = text };
	struct phrase	 ph;
	bool		 strange;

	return phrase_limit(o->arena, &n, ANCHOR_DOWN, NULL, &ph, &strange,
	    d) && ph.word == W_NONE && strcmp(ph.point, name) == 0 &&
	    ph.edge == EDGE_EVENT;
}

static const char *
down_phrase(const struct show *o, const struct bound *b)
{
	const struct event_rule	*e = &o->proc->events[b->point.index];
	const char		*text, *name;
	int			 i;

	for (i = 0; i < 4; i++) {
		name = (i % 2 == 0) == (o->lang == LANG_ZH) ? e->title : e->id;
		text = phrase_print_limit(o->arena, b->period, name, i < 2 ?
		    o->lang : LANG_EN);
		if (down_again(o, text, name))
			return text;
	}
	return phrase_print_limit(o->arena, b->period, e->id, o->lang);
}

/* Is an event called as the word for a step's own last day? */
static bool
closes_is_taken(const struct procedure *p)
{
	int	i;

	for (i = 0; i < p->nevents; i++)
		if (vocab_find(p->events[i].id, IN_EDGES) == W_EDGE_CLOSES ||
		    vocab_find(p->events[i].title, IN_EDGES) == W_EDGE_CLOSES)
			return true;
	return false;
}

/* `closes`, or STEP.closes where that could mean another. */
static const char *
own_closes(const struct show *o, const struct step_rule *s, struct point p)
{
	if (!closes_is_taken(o->proc))
		return vocab_text(W_EDGE_CLOSES, o->lang);
	return phrase_print_point(o->arena, s->id, p, o->lang);
}

void
put_down(const struct show *o, const struct step_rule *s, int index)
{
	const struct bound	*b = s->down;

	if (b == NULL)
		return;
	put_key(o, 2, W_DOWN);
	putc(' ', o->f);
	put_bound(o, b, b->point.index == index ?
	    phrase_print_limit(o->arena, b->period, own_closes(o, s, b->point),
	    o->lang) :
	    down_phrase(o, b));
	putc('\n', o->f);
}
