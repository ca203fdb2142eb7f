#include "rule/phrase.h"

#include <string.h>

#include "rule/vocab.h"

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

/* A part of a text: bytes from..to, blanks taken off. */
struct span {
	size_t	from, to;
};

static size_t
blank(const char *s)
{
	if (*s == ' ' || *s == '\t' || *s == '\n')
		return 1;
	return strncmp(s, "\xe3\x80\x80", 3) == 0 ? 3 : 0;	/* U+3000 */
}

static size_t
skip(const char *s, size_t at, size_t end)
{
	size_t	n;

	while (at < end && (n = blank(s + at)) > 0)
		at += n;
	return at;
}

static struct span
trim(const char *s, size_t from, size_t to)
{
	from = skip(s, from, to);
	for (;;) {
		if (to > from && blank(s + to - 1) == 1)
			to--;
		else if (to >= from + 3 && blank(s + to - 3) == 3)
			to -= 3;
		else
			return (struct span){ from, to };
	}
}

/* Takes `word` at *at, blanks before it passed over. */
static bool
take(const char *s, size_t *at, size_t end, const char *word)
{
	size_t	from = skip(s, *at, end), len = strlen(word);

	if (len > end - from || strncmp(s + from, word, len) != 0)
		return false;
	*at = from + len;
	return true;
}

/* An English word must end there; a Chinese one need not. */
static bool
take_word(const char *s, size_t *at, size_t end, const char *word)
{
	size_t	to = *at;

	if (!take(s, &to, end, word) || (to < end && blank(s + to) == 0))
		return false;
	*at = to;
	return true;
}

static bool
take_least(const char *s, size_t *at, size_t end)
{
	size_t	to = *at;

	if (!take_word(s, &to, end, "at") || !take_word(s, &to, end, "least"))
		return false;
	*at = to;
	return true;
}

enum number { NUMBER_NONE, NUMBER_OK, NUMBER_ZERO, NUMBER_BIG };

static enum number
take_number(const char *s, size_t *at, size_t end, int32_t *out)
{
	size_t	i = skip(s, *at, end), from = i;
	int32_t	n = 0;

	for (; i < end && s[i] >= '0' && s[i] <= '9'; i++)
		if (n <= PERIOD_MAX)
			n = n * 10 + (s[i] - '0');
	if (i == from)
		return NUMBER_NONE;
	*at = i;
	*out = n;
	return n == 0 ? NUMBER_ZERO : n > PERIOD_MAX ? NUMBER_BIG : NUMBER_OK;
}

static const struct {
	const char	*word;
	enum unit	 unit;
	bool		 english;
} units[] = {		/* a longer word before one that begins it */
	{ "workdays", UNIT_WORKDAY, true }, { "workday", UNIT_WORKDAY, true },
	{ "days", UNIT_DAY, true }, { "day", UNIT_DAY, true },
	{ "months", UNIT_MONTH, true }, { "month", UNIT_MONTH, true },
	{ "个工作日", UNIT_WORKDAY, false }, { "工作日", UNIT_WORKDAY, false },
	{ "个月", UNIT_MONTH, false },
	{ "日", UNIT_DAY, false }, { "天", UNIT_DAY, false },
};

static bool
take_unit(const char *s, size_t *at, size_t end, enum unit *out)
{
	size_t	i;

	for (i = 0; i < sizeof(units) / sizeof(*units); i++)
		if (units[i].english ?
		    take_word(s, at, end, units[i].word) :
		    take(s, at, end, units[i].word)) {
			*out = units[i].unit;
			return true;
		}
	return false;
}

struct reader {
	struct arena		*arena;
	const struct node	*node;
	const char		*s;
	size_t			 end;
	struct diags		*diags;
};

static bool
complain_number(const struct reader *r, size_t at, enum number got)
{
	struct place	p = node_at(r->node, skip(r->s, at, r->end));

	if (got == NUMBER_ZERO)
		diag_error(r->diags, p,
		    _("a period of zero; it must be at least 1"));
	else if (got == NUMBER_BIG)
		diag_error(r->diags, p,
		    _("a period of more than %d"), PERIOD_MAX);
	else
		diag_error(r->diags, p,
		    _("expected a number in the digits 0 to 9"));
	return false;
}

/* `N UNIT`; says what is wrong. */
static bool
read_period(const struct reader *r, size_t *at, struct phrase *out)
{
	size_t		from = *at, end;
	enum number	got = take_number(r->s, at, r->end, &out->n);
	const char	*word, *near;

	if (got != NUMBER_OK)
		return complain_number(r, from, got);
	if (take_unit(r->s, at, r->end, &out->unit))
		return true;
	from = skip(r->s, *at, r->end);
	for (end = from; end < r->end && blank(r->s + end) == 0; end++)
		continue;
	word = arena_ndup(r->arena, r->s + from, end - from);
	near = vocab_nearest(word, IN_UNITS);
	diag_error(r->diags, node_at(r->node, from), _("expected a unit after "
	    "the number: days, workdays or months (日, 个工作日, 个月)"));
	diag_meant(r->diags, near);
	return false;
}

/* NAME or NAME.opens, NAME.closes from `at` to `end`. */
static bool
read_point(const struct reader *r, size_t at, size_t end, struct phrase *out)
{
	struct span	 span = trim(r->s, at, end), tail;
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
		tail = trim(r->s, dot, span.to);
		w = vocab_find(arena_ndup(r->arena, r->s + tail.from,
		    tail.to - tail.from), IN_EDGES);
		if (w == W_NONE) {
			diag_error(r->diags, node_at(r->node, tail.from),
			    _("behind the dot expected `opens` or `closes` "
			    "(张贴, 期满)"));
			return false;
		}
		out->edge = w == W_EDGE_OPENS ? EDGE_OPENS : EDGE_CLOSES;
		span = trim(r->s, span.from, dot - 1);
	}
	out->at = span.from;
	out->point = arena_ndup(r->arena, r->s + span.from,
	    span.to - span.from);
	return true;
}

/* after P; within N after P; at least N after|before P; before P. */
static bool
read_english(const struct reader *r, struct phrase *out, bool *is_english)
{
	size_t	at = 0, back;
	bool	least, after;

	*is_english = true;
	if (take_word(r->s, &at, r->end, "after")) {
		out->kind = BOUND_AFTER;
		return read_point(r, at, r->end, out);
	}
	if (take_word(r->s, &at, r->end, "before")) {
		out->kind = BOUND_BEFORE;
		return read_point(r, at, r->end, out);
	}
	least = take_least(r->s, &at, r->end);
	if (!least && !take_word(r->s, &at, r->end, "within"))
		return *is_english = false;
	if (!read_period(r, &at, out))
		return false;
	back = at;
	after = take_word(r->s, &at, r->end, "after");
	if (!after && !(least && take_word(r->s, &at, r->end, "before"))) {
		diag_error(r->diags, node_at(r->node,
		    skip(r->s, back, r->end)), least ?
		    _("expected `after` or `before` and a point here") :
		    _("expected `after` and a point here"));
		return false;
	}
	out->kind = !least ? BOUND_WITHIN : after ? BOUND_LEAST_AFTER :
	    BOUND_LEAST_BEFORE;
	return read_point(r, at, r->end, out);
}

/* What may stand behind 后: nothing, `N UNIT 内`, `至少 N UNIT`. */
static bool
chinese_tail(const char *s, size_t at, size_t end, bool after,
    struct phrase *out)
{
	bool	least;

	out->n = 0;
	if (skip(s, at, end) == end) {
		out->kind = after ? BOUND_AFTER : BOUND_BEFORE;
		return true;
	}
	least = take(s, &at, end, "至少");
	if (!least && !after)
		return false;
	if (take_number(s, &at, end, &out->n) == NUMBER_NONE ||
	    !take_unit(s, &at, end, &out->unit))
		return false;
	if (!least && !take(s, &at, end, "内"))
		return false;
	out->kind = !least ? BOUND_WITHIN : after ? BOUND_LEAST_AFTER :
	    BOUND_LEAST_BEFORE;
	return skip(s, at, end) == end;
}

/*
 * P 后, P 前 and what they take.  A title may hold 前 or 后 itself, so the
 * last one counts behind which the rest is a tail.  *found: it was one.
 */
static bool
read_chinese(const struct reader *r, struct phrase *out, bool *found)
{
	size_t		i;
	bool		after;
	enum number	size;

	*found = false;
	for (i = r->end; i-- > 0;) {
		after = strncmp(r->s + i, "后", 3) == 0;
		if (!after && strncmp(r->s + i, "前", 3) != 0)
			continue;
		if (!chinese_tail(r->s, i + 3, r->end, after, out))
			continue;
		*found = true;
		size = out->kind == BOUND_AFTER || out->kind == BOUND_BEFORE ||
		    (out->n > 0 && out->n <= PERIOD_MAX) ? NUMBER_OK :
		    out->n == 0 ? NUMBER_ZERO : NUMBER_BIG;
		if (size != NUMBER_OK)
			return complain_number(r, i + 3, size);
		return read_point(r, 0, i, out);
	}
	return false;
}

static bool
reader_of(struct arena *a, const struct node *n, struct diags *d,
    struct reader *r)
{
	if (n->kind != NODE_TEXT) {
		diag_error(d, n->place, _("expected a phrase here, as "
		    "`within 5 workdays after plan-issued`"));
		return false;
	}
	*r = (struct reader){ a, n, n->text, strlen(n->text), d };
	return true;
}

bool
phrase_is_bound(struct arena *a, const struct node *n, struct phrase *out)
{
	struct reader	r = { a, n, n->text, strlen(n->text), diags_new(a) };
	struct phrase	p = { 0 };
	bool		known;

	if (!read_english(&r, &p, &known) &&
	    (known || !read_chinese(&r, &p, &known)))
		return false;
	*out = p;
	return true;
}

/*
 * Where the name of a point and 后 or 前 end; 0 where there is none such.
 * Names are short, so no 后 is looked at that stands further behind.
 */
static size_t
behind_point(const struct reader *r, const struct point_names *names)
{
	size_t		i, k, longest = 0, from = skip(r->s, 0, r->end);
	struct span	name;

	for (k = 0; names != NULL && k < names->n; k++)
		if (strlen(names->list[k]) > longest)
			longest = strlen(names->list[k]);
	for (i = r->end; longest > 0 && i-- > from;) {
		if (strncmp(r->s + i, "后", 3) != 0 &&
		    strncmp(r->s + i, "前", 3) != 0)
			continue;
		name = trim(r->s, from, i);
		if (name.to - name.from <= longest && names_have(names,
		    arena_ndup(r->arena, r->s + from, name.to - from)))
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

	(void)take(r->s, &at, r->end, "至少");
	if (take_number(r->s, &at, r->end, &n) != NUMBER_NONE)
		(void)take_unit(r->s, &at, r->end, &unit);
	at = skip(r->s, at, r->end);
	return at < r->end ? at : skip(r->s, 0, r->end);
}

static bool
says_same_day(const char *tail)
{
	return strstr(tail, "当日") != NULL || strstr(tail, "当天") != NULL;
}

void
phrase_expect_bound(struct arena *a, const struct node *n,
    const struct point_names *names, struct diags *d)
{
	struct reader	r = { a, n, n->text, strlen(n->text), d };
	size_t		behind = behind_point(&r, names);
	struct span	head = trim(r.s, 0, behind);
	const char	*name = arena_ndup(a, r.s + head.from,
			    head.to - head.from);

	if (behind == 0)
		diag_note(d, NOWHERE, _("expected `after "
		    "P`, `within N days after P`, `at least N days after P`, "
		    "`before P` or `at least N days before P`; P is an event "
		    "or a step, N a number, and days may be workdays or "
		    "months"));
	else if (says_same_day(r.s + behind))
		diag_note(d, NOWHERE, _("`%s` alone allows "
		    "that same day already; a deadline is written `%s 1 日内`"
		    ", `%s 1 个工作日内`"), name, name, name);
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
complain_bound(const struct reader *r, const struct point_names *names)
{
	size_t	behind = behind_point(r, names);

	diag_error(r->diags, node_at(r->node, behind > 0 ?
	    understood(r, behind) : skip(r->s, 0, r->end)),
	    _("`%s` is no bound"), r->s);
}

/* A bare point has no blank in it: else it is a phrase gone wrong. */
static bool
is_bare(const struct reader *r, const struct point_names *names)
{
	if (r->end == 0 || strpbrk(r->s, " \t") != NULL)
		return false;
	return behind_point(r, names) == 0 || names_have(names, r->s);
}

bool
phrase_bound_of(struct arena *a, const struct node *n, bool bare,
    const struct point_names *names, struct phrase *out, bool *strange,
    struct diags *d)
{
	struct phrase	p = { 0 };
	struct reader	r;
	bool		known;

	*strange = false;
	if (!reader_of(a, n, d, &r))
		return false;
	if (read_english(&r, &p, &known)) {
		*out = p;
		return true;
	}
	if (known)
		return false;
	if (read_chinese(&r, &p, &known)) {
		*out = p;
		return true;
	}
	if (known)
		return false;
	p = (struct phrase){ .kind = BOUND_AFTER };
	if (!bare || !is_bare(&r, names)) {
		complain_bound(&r, names);
		*strange = true;
		return false;
	}
	if (!read_point(&r, 0, r.end, &p))
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

	if (!reader_of(a, n, d, &r) || !read_point(&r, 0, r.end, &p))
		return false;
	*out = p;
	return true;
}

bool
phrase_lasts(struct arena *a, const struct node *n, struct phrase *out,
    bool *strange, struct diags *d)
{
	struct phrase	p = { 0 };
	struct reader	r;
	size_t		at = 0;

	*strange = false;
	if (!reader_of(a, n, d, &r))
		return false;
	if (!take(r.s, &at, r.end, "不少于") &&
	    !take_least(r.s, &at, r.end)) {
		diag_error(d, n->place, _("`%s` is no period; expected "
		    "`at least N days` (不少于 N 日)"), r.s);
		*strange = true;
		return false;
	}
	if (!read_period(&r, &at, &p))
		return false;
	if (skip(r.s, at, r.end) < r.end) {
		diag_error(d, node_at(n, skip(r.s, at, r.end)),
		    _("nothing is expected behind the unit"));
		return false;
	}
	*out = p;
	return true;
}

bool
phrase_where(const struct node *n, struct where *out, struct diags *d)
{
	static const enum level	levels[] = {
		LEVEL_REGION, LEVEL_CITY, LEVEL_COUNTY, LEVEL_TOWNSHIP,
		LEVEL_VILLAGE, LEVEL_GROUP
	};
	size_t			at = 0;
	enum word		w;
	bool			each;

	if (n->kind != NODE_TEXT) {
		diag_error(d, n->place, _("expected a level here, as "
		    "`village` or `each group`"));
		return false;
	}
	each = take_word(n->text, &at, strlen(n->text), "each") ||
	    take(n->text, &at, strlen(n->text), "各");
	at = skip(n->text, at, strlen(n->text));
	w = vocab_find(n->text + at, IN_LEVELS);
	if (w == W_NONE || (w == W_OWN && each)) {
		diag_error(d, node_at(n, at), _("`%s` is no level; expected "
		    "region, city, county, township, village, group or case "
		    "(自治区, 市, 县, 乡镇, 行政村, 村民小组, 本级)"),
		    n->text + at);
		return false;
	}
	out->each = each;
	out->level = w == W_OWN ? LEVEL_NONE : levels[w - W_REGION];
	return true;
}

const char *
phrase_print_period(struct arena *a, struct period p, enum lang lang)
{
	static const enum word	words_of[] = { W_DAY, W_WORKDAY, W_MONTH };
	static const char	*one[] = { "day", "workday", "month" };

	if (lang == LANG_EN && p.n == 1)
		return arena_printf(a, "1 %s", one[p.unit]);
	return arena_printf(a, "%d %s", p.n,
	    vocab_text(words_of[p.unit], lang));
}

const char *
phrase_print_lasts(struct arena *a, struct period p, enum lang lang)
{
	return arena_printf(a, lang == LANG_ZH ? "不少于 %s" : "at least %s",
	    phrase_print_period(a, p, lang));
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
	const char	*n;

	if (b->kind == BOUND_GATE)
		return point;
	if (b->kind == BOUND_AFTER)
		return arena_printf(a, lang == LANG_ZH ? "%s 后" : "after %s",
		    point);
	if (b->kind == BOUND_BEFORE)
		return arena_printf(a, lang == LANG_ZH ? "%s 前" : "before %s",
		    point);
	n = phrase_print_period(a, b->period, lang);
	if (lang == LANG_ZH)
		return arena_printf(a, b->kind == BOUND_WITHIN ?
		    "%s 后 %s内" : b->kind == BOUND_LEAST_AFTER ?
		    "%s 后至少 %s" : "%s 前至少 %s", point, n);
	return arena_printf(a, b->kind == BOUND_WITHIN ? "within %s after %s" :
	    b->kind == BOUND_LEAST_AFTER ? "at least %s after %s" :
	    "at least %s before %s", n, point);
}

const char *
phrase_print_where(struct arena *a, struct where w, enum lang lang)
{
	const char	*level = vocab_text(w.level == LEVEL_NONE ? W_OWN :
	    (enum word)(W_REGION + (int)w.level - LEVEL_REGION), lang);

	if (!w.each)
		return level;
	return arena_printf(a, lang == LANG_ZH ? "各%s" : "each %s", level);
}

/* ---- stand-ins until they are read by their forms */

bool
phrase_part(struct arena *a, const struct node *n,
    const struct point_names *names, struct phrase *out, bool *strange,
    struct diags *d)
{
	(void)names;
	return phrase_lasts(a, n, out, strange, d);
}

bool
phrase_is_none(const struct node *n)
{
	return n->kind == NODE_TEXT && (strcmp(n->text, "none") == 0 ||
	    strcmp(n->text, "无") == 0);
}

bool
phrase_limit(struct arena *a, const struct node *n, enum anchor anchor,
    const struct point_names *names, struct phrase *out, bool *strange,
    struct diags *d)
{
	(void)anchor;
	return phrase_bound_of(a, n, false, names, out, strange, d);
}

bool
phrase_period(struct arena *a, const struct node *n, struct phrase *out,
    bool *strange, struct diags *d)
{
	return phrase_lasts(a, n, out, strange, d);
}

const char *
phrase_print_part(struct arena *a, const struct period_part *p,
    const char *event, enum lang lang)
{
	bool	zh = lang == LANG_ZH;

	if (p->kind == PART_PERMANENT)
		return zh ? "长期" : "permanently";
	if (p->kind == PART_LASTS)
		return phrase_print_lasts(a, p->judged, lang);
	if (p->after.n == 0)
		return arena_printf(a, zh ? "至 %s" : "until %s", event);
	return zh ? arena_printf(a, "至 %s 后至少 %s", event,
	    phrase_print_period(a, p->after, lang)) :
	    arena_printf(a, "until at least %s after %s",
	    phrase_print_period(a, p->after, lang), event);
}

const char *
phrase_print_limit(struct arena *a, struct period p, const char *from,
    enum lang lang)
{
	const char	*n = phrase_print_period(a, p, lang);

	return lang == LANG_ZH ? arena_printf(a, "%s 后 %s内", from, n) :
	    arena_printf(a, "within %s after %s", n, from);
}

const char *
phrase_print_none(enum lang lang)
{
	return lang == LANG_ZH ? "无" : "none";
}
