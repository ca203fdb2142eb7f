#include "report/show.h"

#include <string.h>

#include "rule/phrase.h"
#include "rule/terms.h"

static const char *
medium_word(const struct show *o, const char *id)
{
	const struct term	*t;

	for (t = media_terms; t->id != NULL; t++)
		if (strcmp(t->id, id) == 0)
			return o->lang == LANG_ZH ? t->zh : t->id;
	return id;
}

/* [A, {medium: B, for: C}] */
void
put_items(const struct show *o, const struct item_rules *r, enum word key)
{
	const struct item_rule	*i = r->list;
	const char		*text, *comma;

	putc('[', o->f);
	for (; i < r->list + r->n; i++) {
		text = key == W_MEDIUM ? medium_word(o, i->text) : i->text;
		fputs(i == r->list ? "" : ", ", o->f);
		if (i->when == NULL) {
			put_text(o, text);
			continue;
		}
		comma = "{";
		put_inner(o, &comma, key);
		put_text(o, text);
		put_condition_inner(o, &comma, i->when);
		putc('}', o->f);
	}
	putc(']', o->f);
}

void
put_times(const struct show *o, const struct item_rules *r)
{
	int	i;

	for (i = 0; i < r->n; i++)
		fprintf(o->f, "%s%s: %d", i == 0 ? "{" : ", ",
		    medium_word(o, r->list[i].text), r->list[i].times);
	putc('}', o->f);
}

static void
put_media(const struct show *o, const struct step_rule *s)
{
	const char	*comma = "{";

	if (s->any.n + s->all.n + s->times.n == 0)
		return;
	put_key(o, 2, W_MEDIA);
	putc(' ', o->f);
	if (s->all.n + s->times.n == 0) {
		put_items(o, &s->any, W_MEDIUM);
		putc('\n', o->f);
		return;
	}
	if (s->any.n > 0) {
		put_inner(o, &comma, W_ANY);
		put_items(o, &s->any, W_MEDIUM);
	}
	if (s->all.n > 0) {
		put_inner(o, &comma, W_ALL);
		put_items(o, &s->all, W_MEDIUM);
	}
	if (s->times.n > 0) {
		put_inner(o, &comma, W_TIMES);
		put_times(o, &s->times);
	}
	fputs("}\n", o->f);
}

void
put_review(const struct show *o, int depth, bool review,
    const struct basis *own)
{
	const char	*comma = "{";

	put_key(o, depth, W_REVIEW);
	putc(' ', o->f);
	if (review && own != NULL) {
		put_inner(o, &comma, W_BASIS);
		put_basis(o, own);
		fputs("}\n", o->f);
	} else
		fprintf(o->f, "%s\n", vocab_text(review ? W_TRUE : W_FALSE,
		    o->lang));
}

/* {again: PERIOD, opens: PHRASE}, again or stops. */
void
put_upheld(const struct show *o, const struct objection_rule *r)
{
	const char	*comma = "{";

	if (!r->again_lasts && r->again_opens == NULL) {
		fputs(vocab_text(r->upheld == UPHELD_AGAIN ? W_AGAIN : W_STOPS,
		    o->lang), o->f);
		return;
	}
	put_inner(o, &comma, W_AGAIN);
	if (r->again_lasts)
		put_parts_inner(o, &r->again);
	else
		fputs(vocab_text(W_TRUE, o->lang), o->f);
	if (r->again_opens != NULL) {
		put_inner(o, &comma, W_OPENS);
		fputs(phrase_print_limit(o->arena, r->again_opens->period,
		    vocab_text(W_WAS_UPHELD, o->lang), o->lang), o->f);
	}
	putc('}', o->f);
}

void
put_limit(const struct show *o, const char **comma, enum word key,
    struct period p, enum word from)
{
	if (p.n == 0)
		return;
	put_inner(o, comma, key);
	fputs(phrase_print_limit(o->arena, p, vocab_text(from, o->lang),
	    o->lang), o->f);
}

static void
put_objections(const struct show *o, const struct objection_rule *r)
{
	const char	*comma = "{";

	if (*r->handler == '\0' && r->raised.n == 0 && r->within.n == 0 &&
	    r->upheld == UPHELD_GOES_ON)
		return;
	put_key(o, 2, W_OBJECTIONS);
	putc(' ', o->f);
	if (*r->handler != '\0') {
		put_inner(o, &comma, W_HANDLER);
		put_text(o, r->handler);
	}
	put_limit(o, &comma, W_RAISED, r->raised, r->raised_after ==
	    EDGE_CLOSES ? W_EDGE_CLOSES : W_EDGE_OPENS);
	put_limit(o, &comma, W_WITHIN, r->within, r->within_closes ?
	    W_EDGE_CLOSES : W_RECEIVED);
	if (r->upheld != UPHELD_GOES_ON) {
		put_inner(o, &comma, W_UPHELD);
		put_upheld(o, r);
	}
	fputs("}\n", o->f);
}

/* ---- how grave, what to do, whom to call */

static void
put_severities(const struct show *o, int depth, enum code_of of,
    const struct sayings *s, const struct sayings *above)
{
	const char	*comma = " {";
	int		 i;

	for (i = 0; i < CODES; i++) {
		if (s->severity[i] == above->severity[i])
			continue;
		if (*comma == ' ')
			put_key(o, depth, W_SEVERITY);
		fprintf(o->f, "%s%s: %s", comma, code_word((enum code)i, of,
		    o->lang), severity_word(s->severity[i], o->lang));
		comma = ", ";
	}
	if (*comma != ' ')
		fputs("}\n", o->f);
}

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

static void
put_remedies(const struct show *o, int depth, enum code_of of,
    const struct sayings *s, const struct sayings *above)
{
	const char	*comma = " {";
	int		 i, differ = 0, alike = 0;

	for (i = 0; i < CODES; i++) {
		differ += !same_text(s->remedy[i], above->remedy[i]);
		alike += same_text(s->remedy[i], s->remedy[0]);
	}
	if (differ == 0)
		return;
	if (alike == CODES) {
		put_field(o, depth, W_REMEDY, s->remedy[0]);
		return;
	}
	put_key(o, depth, W_REMEDY);
	for (i = 0; i < CODES; i++) {
		if (same_text(s->remedy[i], above->remedy[i]))
			continue;
		fprintf(o->f, "%s%s: ", comma, code_word((enum code)i, of,
		    o->lang));
		put_text(o, s->remedy[i]);
		comma = ", ";
	}
	fputs("}\n", o->f);
}

void
put_sayings(const struct show *o, int depth, enum code_of of,
    const struct sayings *s, const struct sayings *above)
{
	put_severities(o, depth, of, s, above);
	put_remedies(o, depth, of, s, above);
}

void
put_locals(const struct show *o, int depth, enum word key,
    const struct locals *l)
{
	int	i;

	if (l->n == 0)
		return;
	put_key(o, depth, key);
	putc(' ', o->f);
	if (*l->list[0].division == '\0') {
		put_text(o, l->list[0].text);
		putc('\n', o->f);
		return;
	}
	for (i = 0; i < l->n; i++) {
		fprintf(o->f, "%s\"%s\": ", i == 0 ? "{" : ", ",
		    l->list[i].division);
		put_text(o, l->list[i].text);
	}
	fputs("}\n", o->f);
}

/* One text for both kinds, or by kind. */
static void
put_kinds(const struct show *o, const char *const text[2],
    const char *const above[2])
{
	bool		notice = !same_text(text[KIND_NOTICE],
			    above[KIND_NOTICE]);
	bool		announced = !same_text(text[KIND_ANNOUNCEMENT],
			    above[KIND_ANNOUNCEMENT]);
	const char	*comma = "{";

	if (!notice && !announced)
		return;
	if (same_text(text[0], text[1])) {
		put_field(o, 0, W_TEXT, text[0]);
		return;
	}
	put_key(o, 0, W_TEXT);
	putc(' ', o->f);
	if (notice) {
		put_inner(o, &comma, W_NOTICE);
		put_text(o, text[KIND_NOTICE]);
	}
	if (announced) {
		put_inner(o, &comma, W_ANNOUNCEMENT);
		put_text(o, text[KIND_ANNOUNCEMENT]);
	}
	fputs("}\n", o->f);
}

static bool
same_review(bool a, const struct basis *ab, bool b, const struct basis *bb)
{
	return a == b && (!a || same_text(ab == NULL ? NULL : ab->text,
	    bb == NULL ? NULL : bb->text));
}

void
put_defaults(const struct show *o, const struct defaults *d,
    const struct defaults *above)
{
	struct defaults	none = { .gives_lasts = false };

	if (above == NULL) {
		none.sayings = sayings_of_codes(o->arena);
		above = &none;
	}
	if (d->gives_lasts && (d->lasts.n > 0 || above->lasts.n > 0))
		put_parts(o, 0, W_LASTS, &d->lasts);
	if (!same_review(d->review, d->review_basis, above->review,
	    above->review_basis))
		put_review(o, 0, d->review, d->review_basis);
	put_sayings(o, 0, CODE_OF_ANY, d->sayings, above->sayings);
	put_kinds(o, d->text, above->text);
	put_locals(o, 0, W_HOTLINE, &d->hotline);
	put_locals(o, 0, W_OFFICE, &d->office);
}

void
put_notice(const struct show *o, const struct step_rule *s)
{
	const struct defaults	*d = &o->proc->defaults;

	put_media(o, s);
	if (s->content.n > 0) {
		put_key(o, 2, W_CONTENT);
		putc(' ', o->f);
		put_items(o, &s->content, W_ITEM);
		putc('\n', o->f);
	}
	if (!same_review(s->review, s->own_review_basis ? s->review_basis :
	    NULL, d->review, d->review_basis))
		put_review(o, 2, s->review, s->own_review_basis ?
		    s->review_basis : NULL);
	if (s->evidence)
		put_word_field(o, 2, W_EVIDENCE, W_TRUE);
	put_objections(o, &s->objections);
	put_sayings(o, 2, CODE_OF_STEP, s->sayings, d->sayings);
	if (s->text != NULL && !same_text(s->text, d->text[s->kind]))
		put_field(o, 2, W_TEXT, s->text);
	put_locals(o, 2, W_HOTLINE, &s->hotline);
	put_locals(o, 2, W_OFFICE, &s->office);
}
