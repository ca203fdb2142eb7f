#include "rule/phrase.h"

#include <string.h>

#include "rule/reading.h"

/* ---- bounds */

static const enum form	bound_forms[] = {
	FORM_WITHIN, FORM_LEAST_AFTER, FORM_LEAST_BEFORE, FORM_BY_DATE,
	FORM_BY_DAY, FORM_WITH, FORM_AFTER, FORM_BEFORE
};

enum { BOUND_FORMS = sizeof(bound_forms) / sizeof(*bound_forms) };

static enum heard
read_bound(const struct reader *r, bool bare, struct phrase *out)
{
	struct grammar	g = { bound_forms, BOUND_FORMS, 2, BOUNDS_TAKEN,
			    bare };
	enum heard	heard;

	/* An id may be a word of a form: "with", "by". */
	if (bare && r->names != NULL && text_chars(r->s, r->end) == r->end &&
	    strpbrk(r->s, " \t") == NULL && names_have(r->names, r->s)) {
		*out = (struct phrase){ .kind = BOUND_AFTER, .point = r->s };
		return HEARD;
	}
	heard = read_left(r, bound_forms, BOUND_FORMS, LANG_EN, out);
	return heard != UNHEARD ? heard : read_anywhere(r, &g, out);
}

bool
phrase_is_bound(struct arena *a, const struct node *n, struct phrase *out)
{
	struct reader	r = { a, n, n->text, strlen(n->text), NULL,
			    diags_new(a) };
	struct phrase	p;

	if (read_bound(&r, false, &p) != HEARD)
		return false;
	*out = p;
	return true;
}

/*
 * Where the name of a point and 后 or 前 end; 0 where there is none such.
 * Names are short, so no 后 is looked at that stands further behind.
 */
static size_t
behind_point(const struct reader *r)
{
	size_t		i, k, longest = 0, from = skip_blanks(r->s, 0, r->end);
	struct span	name;

	for (k = 0; r->names != NULL && k < r->names->n; k++)
		if (strlen(r->names->list[k]) > longest)
			longest = strlen(r->names->list[k]);
	for (i = r->end; longest > 0 && i-- > from;) {
		if (strncmp(r->s + i, "后", 3) != 0 &&
		    strncmp(r->s + i, "前", 3) != 0)
			continue;
		name = trimmed(r->s, from, i);
		if (name.to - name.from <= longest &&
		    names_have(r->names, text_in_span(r, name)))
			return i + 3;
	}
	return 0;
}

/* How far the tail at `at` is understood. */
static size_t
understood(const struct reader *r, size_t at)
{
	int32_t		n;
	enum unit	unit;
	int		times;

	at = skip_blanks(r->s, at, r->end);
	if (strncmp(r->s + at, "至少", 6) == 0)
		at = skip_blanks(r->s, at + 6, r->end);
	if (take_number(r->s, &at, r->end, &n) != NUMBER_NONE) {
		at = skip_blanks(r->s, at, r->end);
		(void)take_unit(r->s, &at, r->end, &unit, &times);
	}
	at = skip_blanks(r->s, at, r->end);
	return at < r->end ? at : skip_blanks(r->s, 0, r->end);
}

void
phrase_expect_bound(struct arena *a, const struct node *n,
    const struct point_names *names, struct diags *d)
{
	struct reader	r = { a, n, n->text, strlen(n->text), names, d };
	size_t		behind = behind_point(&r);
	const char	*name = text_in_span(&r, trimmed(r.s, 0, behind));

	if (behind == 0)
		diag_note(d, NOWHERE, _("expected `after "
		    "P`, `within N days after P`, `by 01-31 after P`, `by day "
		    "15 after P`, `with P`, `at least N days after P`, "
		    "`before P` or `at least N days before P`; P is an event "
		    "or a step, N a number, and days may be workdays, months "
		    "or years"));
	else if (strncmp(r.s + behind - 3, "后", 3) == 0)
		diag_note(d, NOWHERE, _("expected `%s`, "
		    "`%s N 日内` or `%s至少 N 日`; N is one number, and 日 may "
		    "be 个工作日 or 个月"), name, name, name);
	else
		diag_note(d, NOWHERE, _("expected `%s` or "
		    "`%s至少 N 日`; N is one number, and 日 may be 个工作日 or "
		    "个月"), name, name);
}

static void
complain_bound(const struct reader *r)
{
	size_t	behind = behind_point(r);

	diag_error(r->diags, behind > 0 ? node_at(r->node,
	    understood(r, behind)) : place_in(r, 0),
	    _("`%s` is no bound"), r->s);
}

/* A bare point has no blank in it: else it is a phrase gone wrong. */
static bool
is_bare(const struct reader *r)
{
	if (r->end == 0 || strpbrk(r->s, " \t") != NULL)
		return false;
	return behind_point(r) == 0 || names_have(r->names, r->s);
}

bool
phrase_bound_of(struct arena *a, const struct node *n, bool bare,
    const struct point_names *names, struct phrase *out, bool *strange,
    struct diags *d)
{
	struct phrase	p;
	struct reader	r;
	enum heard	heard;

	*strange = false;
	if (!reading_of(a, n, names, d, &r))
		return false;
	heard = read_bound(&r, bare, &p);
	if (heard == HEARD)
		*out = p;
	if (heard != UNHEARD)
		return heard == HEARD;
	if (!bare || !is_bare(&r)) {
		complain_bound(&r);
		*strange = true;
		return false;
	}
	p = (struct phrase){ .kind = BOUND_AFTER };
	if (!read_point(&r, trimmed(r.s, 0, r.end), &p))
		return false;
	*out = p;
	return true;
}

bool
phrase_bound(struct arena *a, const struct node *n, bool bare,
    struct phrase *out, struct diags *d)
{
	bool	strange;

	return phrase_bound_of(a, n, bare, NULL, out, &strange, d);
}

bool
phrase_point(struct arena *a, const struct node *n, struct phrase *out,
    struct diags *d)
{
	struct phrase	p = { .kind = BOUND_GATE };
	struct reader	r;

	if (!reading_of(a, n, NULL, d, &r) ||
	    !read_point(&r, trimmed(r.s, 0, r.end), &p))
		return false;
	*out = p;
	return true;
}

/* ---- periods */

static bool
is_form(const struct node *n, enum form f)
{
	return n->kind == NODE_TEXT &&
	    (strcmp(n->text, vocab_form(f, LANG_EN)) == 0 ||
	    strcmp(n->text, vocab_form(f, LANG_ZH)) == 0);
}

bool
phrase_is_none(const struct node *n)
{
	return is_form(n, FORM_NONE);
}

/* A form that begins like a longer one comes behind it. */
static enum heard
read_part(const struct reader *r, struct phrase *out)
{
	static const enum form	english[] = {
		FORM_UNTIL_LEAST, FORM_UNTIL, FORM_LASTS
	}, chinese[] = {
		FORM_LASTS
	};
	struct grammar		g = { english, 2, 1, PERIODS_TAKEN, false };
	enum heard		heard = UNHEARD;
	size_t			i;

	if (is_form(r->node, FORM_PERMANENTLY)) {
		*out = (struct phrase){ .part = PART_PERMANENT };
		return HEARD;
	}
	for (i = 0; heard == UNHEARD && i < 3; i++)
		heard = read_left(r, &english[i], 1, LANG_EN, out);
	if (heard == UNHEARD)
		heard = read_left(r, chinese, 1, LANG_ZH, out);
	if (heard != UNHEARD || text_chars(r->s, r->end) == r->end)
		return heard;		/* `7 days` is no statute's word */
	return read_anywhere(r, &g, out);
}

static void
complain_part(const struct reader *r)
{
	if (phrase_is_none(r->node))
		diag_error(r->diags, r->node->place, _("`%s` stands alone: "
		    "`lasts: none` (公示期: 无)"), r->s);
	else
		diag_error(r->diags, r->node->place, _("`%s` is no period; "
		    "expected `at least N days` (不少于 N 日), `until P` "
		    "(至 P), `until at least N days after P` (至 P 后至少 "
		    "N 日) or `permanently` (长期)"), r->s);
}

bool
phrase_part(struct arena *a, const struct node *n,
    const struct point_names *names, struct phrase *out, bool *strange,
    struct diags *d)
{
	struct phrase	p;
	struct reader	r;
	enum heard	heard;

	*strange = false;
	if (!reading_of(a, n, names, d, &r))
		return false;
	heard = read_part(&r, &p);
	if (heard == HEARD)
		*out = p;
	if (heard != UNHEARD)
		return heard == HEARD;
	*strange = !phrase_is_none(n);
	complain_part(&r);
	return false;
}

bool
phrase_period(struct arena *a, const struct node *n, struct phrase *out,
    bool *strange, struct diags *d)
{
	static const enum form	period[] = { FORM_PERIOD };
	struct phrase		p;
	struct reader		r;
	enum heard		heard;

	*strange = false;
	if (!reading_of(a, n, NULL, d, &r))
		return false;
	heard = read_left(&r, period, 1, LANG_EN, &p);
	if (heard == HEARD)
		*out = p;
	return heard == HEARD;
}

/* ---- limits: `within N UNIT after` a word of their place */

static const enum word	anchors[][2] = {
	[ANCHOR_DOWN] = { W_EDGE_CLOSES, W_NONE },
	[ANCHOR_RAISED] = { W_EDGE_OPENS, W_EDGE_CLOSES },
	[ANCHOR_WITHIN] = { W_RECEIVED, W_EDGE_CLOSES },
	[ANCHOR_AGAIN] = { W_WAS_UPHELD, W_NONE }
};

static enum word
anchor_word(enum anchor anchor, const char *text)
{
	enum word	w;
	int		i;

	for (i = 0; i < 2 && anchors[anchor][i] != W_NONE; i++) {
		w = anchors[anchor][i];
		if (strcmp(text, vocab_text(w, LANG_EN)) == 0 ||
		    strcmp(text, vocab_text(w, LANG_ZH)) == 0)
			return w;
	}
	return W_NONE;
}

const struct point_names *
phrase_anchors(struct arena *a, enum anchor anchor,
    const struct point_names *points)
{
	size_t			  i, n = anchor == ANCHOR_DOWN && points !=
				    NULL ? points->n : 0;
	const char		**list = arena_array(a, n + 4, sizeof(*list));
	struct point_names	 *all = arena_alloc(a, sizeof(*all));

	for (i = 0; i < n; i++)
		list[i] = points->list[i];
	for (i = 0; i < 2 && anchors[anchor][i] != W_NONE; i++) {
		list[n++] = vocab_text(anchors[anchor][i], LANG_EN);
		list[n++] = vocab_text(anchors[anchor][i], LANG_ZH);
	}
	*all = (struct point_names){ list, n };
	return all;
}

/* "within 5 days after opens", as an example. */
static const char *
example(struct arena *a, enum anchor anchor, int i)
{
	struct period	five = { 5, UNIT_DAY, false, false };

	return phrase_print_limit(a, five, vocab_text(anchors[anchor][i],
	    text_lang()), text_lang());
}

void
phrase_expect_limit(struct arena *a, enum anchor anchor, struct diags *d)
{
	if (anchor == ANCHOR_DOWN)
		diag_note(d, NOWHERE, _("expected `%s`, or an event's name in "
		    "place of the last word"), example(a, anchor, 0));
	else if (anchors[anchor][1] == W_NONE)
		diag_note(d, NOWHERE, _("expected a limit as `%s`"),
		    example(a, anchor, 0));
	else
		diag_note(d, NOWHERE, _("expected a limit as `%s` or `%s`"),
		    example(a, anchor, 0), example(a, anchor, 1));
}

/* The word that it runs from; of `down` a point's name may stand there. */
static bool
find_anchor(const struct reader *r, enum anchor anchor,
    const struct point_names *points, struct phrase *p)
{
	p->word = p->edge == EDGE_EVENT ? anchor_word(anchor, p->point) :
	    W_NONE;
	if (anchor != ANCHOR_DOWN && p->word == W_NONE) {
		diag_error(r->diags, node_at(r->node, p->at),
		    _("`%s` is nothing that this limit can run from"),
		    p->point);
		return false;
	}
	if (anchor == ANCHOR_DOWN && p->word != W_NONE && points != NULL &&
	    names_have(points, p->point)) {
		diag_error(r->diags, node_at(r->node, p->at), _("`%s` can be "
		    "the step's own last day or the event of that name: write "
		    "the step's name, a dot and `closes`, or the event's id"),
		    p->point);
		return false;
	}
	return true;
}

bool
phrase_limit(struct arena *a, const struct node *n, enum anchor anchor,
    const struct point_names *points, struct phrase *out, bool *strange,
    struct diags *d)
{
	struct phrase	p;
	struct reader	r;
	enum heard	heard;

	*strange = false;
	if (!reading_of(a, n, NULL, d, &r))
		return false;
	if (anchor != ANCHOR_DOWN || points != NULL)
		r.names = phrase_anchors(a, anchor, points);
	heard = read_bound(&r, false, &p);
	if (heard == FAULTY)
		return false;
	if (heard == UNHEARD || p.kind != BOUND_WITHIN) {
		diag_error(d, place_in(&r, 0), _("`%s` is no limit"), r.s);
		*strange = true;
		return false;
	}
	if (!find_anchor(&r, anchor, points, &p)) {
		*strange = p.word == W_NONE;
		return false;
	}
	*out = p;
	return true;
}

/* ---- levels */

bool
phrase_where(const struct node *n, struct where *out, struct diags *d)
{
	static const enum level	levels[] = {
		LEVEL_REGION, LEVEL_CITY, LEVEL_COUNTY, LEVEL_TOWNSHIP,
		LEVEL_VILLAGE, LEVEL_GROUP
	};
	struct found		f = { .size = NUMBER_NONE };
	struct stuck		stuck;
	size_t			end;
	enum word		w;
	bool			each;

	if (n->kind != NODE_TEXT) {
		diag_error(d, n->place, _("expected a level here, as "
		    "`village` or `each group`"));
		return false;
	}
	end = strlen(n->text);
	each = form_read(vocab_form(FORM_EACH, LANG_EN), n->text, end, &f,
	    &stuck) || form_read(vocab_form(FORM_EACH, LANG_ZH), n->text, end,
	    &f, &stuck);
	if (!each)
		f.point.from = skip_blanks(n->text, 0, end);
	w = vocab_find(n->text + f.point.from, IN_LEVELS);
	if (w == W_NONE || (w == W_OWN && each)) {
		diag_error(d, node_at(n, f.point.from), _("`%s` is no level; "
		    "expected region, city, county, township, village, group "
		    "or case (自治区, 市, 县, 乡镇, 行政村, 村民小组, 本级)"),
		    n->text + f.point.from);
		return false;
	}
	out->each = each;
	out->level = w == W_OWN ? LEVEL_NONE : levels[w - W_REGION];
	return true;
}
