#include "rule/mend.h"

#include <string.h>

#include "rule/reading.h"

static struct node
node_of(const char *text)
{
	return (struct node){ .kind = NODE_TEXT, .text = text };
}

static struct reader
quiet_reader(struct arena *a, const struct node *n,
    const struct point_names *names)
{
	return (struct reader){ a, n, n->text, strlen(n->text), names,
	    diags_new(a) };
}

static const char *
without_start(const char *s, const char *start)
{
	size_t	len = strlen(start);

	return strncmp(s, start, len) == 0 ? s + len : s;
}

static bool
starts(const char *s, const char *start)
{
	return without_start(s, start) != s;
}

static bool
is_chinese(const char *s)
{
	return text_chars(s, strlen(s)) < strlen(s);
}

/* Blanks single, none at the ends. */
static const char *
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

static const char *
without_end(struct arena *a, const char *s, const char *end)
{
	size_t	len = strlen(s), tail = strlen(end);

	return len >= tail && strcmp(s + len - tail, end) == 0 ?
	    arena_ndup(a, s, len - tail) : s;
}

/* Without any of these before and behind it, however many stand there. */
static const char *
stripped(struct arena *a, const char *s, const char *const *before, size_t nb,
    const char *const *behind, size_t ne)
{
	const char	*was;
	size_t		 i;

	do {
		was = s;
		for (i = 0; i < nb; i++)
			s = without_start(s, before[i]);
		for (i = 0; i < ne; i++)
			s = without_end(a, s, behind[i]);
	} while (s != was);
	return s;
}

static const char *
plain_or_same(struct arena *a, const char *text)
{
	const char	*plain = statute_plain(a, text);

	return plain != NULL ? plain : text;
}

static void
mean(struct meant *m, const char *text)
{
	int	i;

	for (i = 0; i < m->n; i++)
		if (strcmp(m->text[i], text) == 0)
			return;
	if (m->n < MEANT_MAX)
		m->text[m->n++] = text;
}

static void
mean_all(struct arena *a, const struct readings *all, bool chinese,
    struct meant *m)
{
	int	i;

	for (i = 0; i < all->n; i++)
		mean(m, phrase_words(a, &all->list[i], chinese ? LANG_ZH :
		    LANG_EN));
}

/* ---- bounds */

/* The text if it is a bound, and its point is there. */
static const char *
bound_or_null(struct arena *a, const char *text,
    const struct point_names *names)
{
	struct node	n = node_of(text);
	struct phrase	p;
	bool		strange;

	return phrase_bound_of(a, &n, false, names, &p, &strange,
	    diags_new(a)) && names_have(names, p.point) ? text : NULL;
}

/* What it means by the wordings that are offered, and by none that is taken. */
static void
mean_wordings(struct arena *a, const char *text,
    const struct point_names *names, enum wordings which, struct meant *m)
{
	struct node		 n = node_of(text);
	struct reader		 r = quiet_reader(a, &n, names);
	struct readings		 all = { .n = 0 };
	const struct wording	*list;
	size_t			 many;

	list = statute_wordings(which, &many);
	read_all(&r, list, many, &all);
	mean_all(a, &all, is_chinese(text), m);
}

/* The longest name that stands in s, or NULL; short ones stand anywhere. */
static const char *
name_in(const char *s, const struct point_names *names)
{
	const char	*best = NULL;
	size_t		 i;

	for (i = 0; names != NULL && i < names->n; i++)
		if (text_chars(names->list[i], strlen(names->list[i])) > 1 &&
		    strstr(s, names->list[i]) != NULL && (best == NULL ||
		    strlen(names->list[i]) > strlen(best)))
			best = names->list[i];
	return best;
}

/* Is this what people write around a name, and nothing else? */
static bool
is_trimming(struct arena *a, const char *s)
{
	static const char *const	before[] = {
		"收到", "接到", "作出", "签收", "完成", "召开", "经", "在",
		"自", "从", "于", "应当", "应", "本", "该", "异议", "公示",
		"公告", " "
	}, *const			behind[] = {
		"结束", "完成", "作出", "通过", "异议", "书", "之日", "之",
		"的", "后", "起", "当日", " "
	};

	return *stripped(a, s, before, sizeof(before) / sizeof(*before),
	    behind, sizeof(behind) / sizeof(*behind)) == '\0';
}

/* `初审意见 后 3 日内` of `收到初审意见之日起 3 日内`; the name, or NULL. */
static const char *
mean_inside(struct arena *a, const char *text,
    const struct point_names *names, struct meant *m)
{
	struct node	 n = node_of(text);
	struct phrase	 p;
	const char	*name, *at;

	if (!phrase_is_bound(a, &n, &p))
		return NULL;
	name = name_in(p.point, names);
	if (name == NULL)
		return NULL;
	at = strstr(p.point, name);
	if (!is_trimming(a, arena_ndup(a, p.point, (size_t)(at - p.point))) ||
	    !is_trimming(a, at + strlen(name)))
		return NULL;
	p.point = name;
	mean(m, phrase_words(a, &p, is_chinese(text) ? LANG_ZH : LANG_EN));
	return name;
}

/* "[A, B]" where each part is a bound, or one can be offered for it. */
static const char *
bounds_list(struct arena *a, const char *text,
    const struct point_names *names)
{
	static const char *const	joints[] = {
		"，且", "并且", "且", "，并", "；", "，", " and "
	};
	const char			*at, *left, *right;
	size_t				 i;

	for (i = 0; i < sizeof(joints) / sizeof(*joints); i++) {
		at = strstr(text, joints[i]);
		if (at == NULL)
			continue;
		left = bound_or_null(a, tidy(a, arena_ndup(a, text,
		    (size_t)(at - text))), names);
		right = bound_or_null(a, tidy(a, at + strlen(joints[i])),
		    names);
		if (left != NULL && right != NULL)
			return arena_printf(a, "[%s, %s]", left, right);
	}
	return NULL;
}

/* A point's name alone, where a word is lacking. */
static const char *
bare_bound(struct arena *a, const char *text, const struct point_names *names)
{
	const char	*out = NULL;

	if (strpbrk(text, " \t") != NULL)
		return NULL;
	if (is_chinese(text))
		out = bound_or_null(a, arena_printf(a, "%s 后", text), names);
	return out != NULL ? out :
	    bound_or_null(a, arena_printf(a, "after %s", text), names);
}

/* By the wordings of statutes, or a word that lacks. */
static struct meant
by_wordings(struct arena *a, const char *text,
    const struct point_names *names)
{
	struct meant	 m = { .n = 0 };
	const char	*plain = tidy(a, plain_or_same(a, text)), *one;
	struct node	 n;
	struct phrase	 p;
	bool		 strange;

	mean_wordings(a, text, names, BOUNDS_OFFERED, &m);
	if (m.n > 0)
		return m;
	n = node_of(plain);
	if (strcmp(plain, text) != 0 &&
	    bound_or_null(a, plain, names) != NULL &&
	    phrase_bound_of(a, &n, false, names, &p, &strange, diags_new(a)))
		mean(&m, phrase_words(a, &p, is_chinese(text) ? LANG_ZH :
		    LANG_EN));
	else
		mean_wordings(a, plain, names, BOUNDS_OFFERED, &m);
	one = m.n > 0 ? NULL : bounds_list(a, text, names);
	if (m.n == 0 && one == NULL)
		one = bare_bound(a, text, names);
	if (one != NULL)
		mean(&m, one);
	return m;
}

struct meant
mend_bound(struct arena *a, const char *text, const struct point_names *names)
{
	struct meant	m = by_wordings(a, text, names);

	if (m.n == 0)
		(void)mean_inside(a, text, names, &m);
	return m;
}

/* ---- periods */

/* `at least N UNIT` of a text without what people write around it. */
static void
mean_lasts(struct arena *a, const char *text, struct meant *m)
{
	static const char *const	before[] = {
		"公示期限", "公示期间", "公告期间", "公示时间", "公示期",
		"公告期限", "公告时间", "公告期", "公示", "公告", "期限",
		"时间", "不得", "应当", "至少", "不少于", "少于", "不低于",
		"不短于", "最少", "最短", "原则上", "一般", "连续", "持续",
		"张贴", "保留", "为", "满", "：", ":", " ", "at least", "least",
		"not less than"
	}, *const			behind[] = {
		"及以上", "以上", "（含）", "(含)", "（含本数）", "的", "公示",
		"公告", "，", "。", " "
	};
	const char			*s;
	struct node			 n;
	struct reader			 r;
	struct phrase			 p;
	enum form			 form = FORM_LASTS;
	enum lang			 lang = is_chinese(text) ? LANG_ZH :
					    LANG_EN;

	s = stripped(a, text, before, sizeof(before) / sizeof(*before),
	    behind, sizeof(behind) / sizeof(*behind));
	n = node_of(arena_printf(a, lang == LANG_ZH ? "不少于 %s" :
	    "at least %s", s));
	r = quiet_reader(a, &n, NULL);
	if (read_left(&r, &form, 1, lang, &p) == HEARD)
		mean(m, phrase_words(a, &p, lang));
}

struct meant
mend_part(struct arena *a, const char *text, const struct point_names *names)
{
	static const char *const	acts[] = {
		"公示", "公告", "公开", "张贴", "公布", "保留", "有效"
	};
	struct meant			 m = { .n = 0 };
	const char			*s = plain_or_same(a, text);
	size_t				 n = sizeof(acts) / sizeof(*acts);

	mean_lasts(a, s, &m);
	if (m.n > 0)
		return m;
	s = stripped(a, s, acts, n, acts, n);
	mean_wordings(a, s, names, PERIODS_OFFERED, &m);
	if (m.n == 0 && strcmp(s, "长期") == 0)
		mean(&m, s);
	return m;
}

/* ---- levels */

/* The level, or the one that is usually said so; NULL: neither. */
static const char *
level_of(struct arena *a, const char *text)
{
	struct node	 n = node_of(text);
	struct where	 w;
	const char	*each = starts(text, "各") ? "各" :
			    starts(text, "each ") ? "each " : "";
	const char	*near = vocab_nearest(without_start(text, each),
			    IN_LEVELS);
	bool		 is = phrase_where(&n, &w, diags_new(a));

	if (!is && near != NULL) {
		n.text = arena_printf(a, "%s%s", each, near);
		is = phrase_where(&n, &w, diags_new(a));
	}
	return is ? phrase_print_where(a, w, is_chinese(text) ? LANG_ZH :
	    LANG_EN) : NULL;
}

/* "[县, 乡镇]" of several levels in one text; of one said twice that one. */
static const char *
levels_of(struct arena *a, const char *text)
{
	const char	*parts[MEND_ITEMS], *levels[MEND_ITEMS], *out = "";
	size_t		 i, k, n = mend_items(a, text, parts), many = 0;

	for (i = 0; i < n; i++) {
		levels[many] = level_of(a, parts[i]);
		if (levels[many] == NULL)
			return NULL;
		for (k = 0; strcmp(levels[k], levels[many]) != 0; k++)
			continue;
		many += k == many;
	}
	for (i = 0; i < many; i++)
		out = arena_printf(a, "%s%s%s", out, i == 0 ? "" : ", ",
		    levels[i]);
	return n == 0 ? NULL : many == 1 ? levels[0] :
	    arena_printf(a, "[%s]", out);
}

const char *
mend_where(struct arena *a, const char *text)
{
	const char	*list = levels_of(a, text);

	return list != NULL ? list : level_of(a, text);
}

/* The length of what joins two parts at s, or 0. */
static size_t
joint(const char *s)
{
	static const char *const	joints[] = {
		"、", "，", ",", "；", ";", "以及", "和", "及", "与", " and "
	};
	size_t				 i;

	for (i = 0; i < sizeof(joints) / sizeof(*joints); i++)
		if (starts(s, joints[i]))
			return strlen(joints[i]);
	return 0;
}

size_t
mend_items(struct arena *a, const char *text, const char *parts[MEND_ITEMS])
{
	const char	*from = text, *s = text;
	size_t		 n = 0, len;

	for (;; s++) {
		len = joint(s);
		if (len == 0 && *s != '\0')
			continue;
		if (n == MEND_ITEMS)
			return 0;
		parts[n] = tidy(a, arena_ndup(a, from, (size_t)(s - from)));
		if (*parts[n++] == '\0')
			return 0;
		if (*s == '\0')
			return n > 1 ? n : 0;
		from = s + len;
		s = from - 1;
	}
}

/* ---- phrases read, and what was meant by those that are none */

/* False: nothing can be said. */
static bool
tell_meant(const struct meant *m, const char *text, enum hints of,
    struct diags *d)
{
	const char	*hint = m->n == 0 ? statute_hint(text, of) : NULL;

	if (m->n == 1)
		diag_meant(d, m->text[0]);
	else if (m->n > 1)
		diag_note(d, NOWHERE, _("write `%s` or `%s`, whichever is "
		    "meant"), m->text[0], m->text[1]);
	else if (hint != NULL)
		diag_note(d, NOWHERE, "%s", hint);
	if (m->n > 0 && strstr(text, "无异议") != NULL)
		diag_note(d, NOWHERE, _("that nobody objected is no bound: "
		    "what an objection does stands under `objections` (异议)"));
	return m->n > 0 || hint != NULL;
}

/* Behind so many faults nobody reads on, and to look for more takes time. */
enum { FAULTS_MENDED = 200 };

/*
 * A bound of a point that is unknown: is another wording meant, or a name that
 * stands in this one?  A name that is near is told by who looks for it.
 */
static bool
unknown_but_meant(struct arena *a, const struct node *n,
    const struct point_names *names, const struct phrase *p, struct diags *d)
{
	struct meant	 m;
	const char	*near, *inside = NULL;

	if (names_have(names, p->point) || diags_errors(d) > FAULTS_MENDED)
		return false;
	m = by_wordings(a, n->text, names);
	near = m.n > 0 ? NULL :
	    text_nearest(p->point, names->list, names->n);
	if (m.n == 0)
		inside = mean_inside(a, n->text, names, &m);
	if (near != NULL && (inside == NULL || strcmp(near, inside) != 0))
		return false;
	if (m.n == 0 && statute_hint(n->text, OF_BOUNDS) == NULL)
		return false;
	diag_error(d, node_at(n, p->at), _("`%s` is no event or "
	    "step of this procedure"), p->point);
	return tell_meant(&m, n->text, OF_BOUNDS, d);
}

bool
mend_read_bound(struct arena *a, const struct node *n, bool bare,
    const struct point_names *names, struct phrase *out, struct diags *d)
{
	struct meant	m;
	bool		strange;

	if (phrase_bound_of(a, n, bare, names, out, &strange, d))
		return !unknown_but_meant(a, n, names, out, d);
	if (n->kind != NODE_TEXT || diags_errors(d) > FAULTS_MENDED)
		return false;
	m = strange || !is_chinese(n->text) ?
	    mend_bound(a, n->text, names) : (struct meant){ .n = 0 };
	if ((strange || m.n > 0) && !tell_meant(&m, n->text, OF_BOUNDS, d))
		phrase_expect_bound(a, n, names, d);
	return false;
}

/* `until` an event that is unknown: is another wording meant? */
static bool
unknown_end(struct arena *a, const struct node *n,
    const struct point_names *names, const struct phrase *p, struct diags *d)
{
	struct meant	m;

	if (p->part != PART_UNTIL || names_have(names, p->point) ||
	    diags_errors(d) > FAULTS_MENDED)
		return false;
	m = mend_part(a, n->text, names);
	if (m.n == 0)
		return false;
	diag_error(d, node_at(n, p->at), _("`%s` is no event or "
	    "step of this procedure"), p->point);
	return tell_meant(&m, n->text, OF_PERIODS, d);
}

bool
mend_read_part(struct arena *a, const struct node *n,
    const struct point_names *names, struct phrase *out, struct diags *d)
{
	struct meant	m = { .n = 0 };
	bool		strange;

	if (phrase_part(a, n, names, out, &strange, d))
		return !unknown_end(a, n, names, out, d);
	if (n->kind != NODE_TEXT || diags_errors(d) > FAULTS_MENDED)
		return false;
	if (strange)
		m = mend_part(a, n->text, names);
	else
		mean_lasts(a, plain_or_same(a, n->text), &m);
	if (strange || m.n > 0)
		(void)tell_meant(&m, n->text, OF_PERIODS, d);
	return false;
}

bool
mend_read_lasts(struct arena *a, const struct node *n, struct phrase *out,
    struct diags *d)
{
	if (!mend_read_part(a, n, NULL, out, d))
		return false;
	if (out->part == PART_LASTS)
		return true;
	diag_error(d, n->place, _("expected `at least N days` (不少于 N 日) "
	    "here"));
	return false;
}

/* Of bounds only some are limits. */
static void
keep_limits(struct arena *a, enum anchor anchor,
    const struct point_names *points, struct meant *m)
{
	struct meant	all = *m;
	struct node	n;
	struct phrase	p;
	bool		strange;
	int		i;

	m->n = 0;
	for (i = 0; i < all.n; i++) {
		n = node_of(all.text[i]);
		if (phrase_limit(a, &n, anchor, points, &p, &strange,
		    diags_new(a)))
			mean(m, all.text[i]);
	}
}

bool
mend_read_limit(struct arena *a, const struct node *n, enum anchor anchor,
    const struct point_names *points, struct phrase *out, struct diags *d)
{
	const struct point_names	*names;
	struct meant			 m;
	bool				 strange;

	if (phrase_limit(a, n, anchor, points, out, &strange, d))
		return true;
	if (!strange || diags_errors(d) > FAULTS_MENDED)
		return false;
	names = phrase_anchors(a, anchor, points);
	m = mend_bound(a, n->text, names);
	keep_limits(a, anchor, points, &m);
	if (m.n == 0)
		phrase_expect_limit(a, anchor, d);
	else
		(void)tell_meant(&m, n->text, OF_BOUNDS, d);
	return false;
}

bool
mend_read_period(struct arena *a, const struct node *n, struct phrase *out,
    struct diags *d)
{
	bool	strange;

	return phrase_period(a, n, out, &strange, d);
}

bool
mend_read_where(struct arena *a, const struct node *n, struct where *out,
    struct diags *d)
{
	const char	*meant = NULL, *hint;

	if (phrase_where(n, out, d))
		return true;
	if (n->kind != NODE_TEXT)
		return false;
	hint = statute_hint(n->text, OF_LEVELS);
	if (hint != NULL)
		diag_note(d, NOWHERE, "%s", hint);
	else if ((meant = mend_where(a, n->text)) != NULL)
		diag_meant(d, meant);
	return false;
}
