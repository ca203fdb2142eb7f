#include "rule/meant.h"

#include <string.h>

#include "rule/reading.h"

static struct reader
quiet_reader(struct arena *a, const struct node *n,
    const struct point_names *names)
{
	return (struct reader){ a, n, n->text, strlen(n->text), names,
	    diags_new(a) };
}

/* Does s, its first `len` bytes, end so?  The length of that, or 0. */
static size_t
ending(const char *s, size_t len, const char *end)
{
	size_t	tail = strlen(end);

	return tail <= len && strncmp(s + len - tail, end, tail) == 0 ? tail :
	    0;
}

/* Without any of these before and behind it, however many stand there. */
static const char *
stripped(struct arena *a, const char *s, const char *const *before, size_t nb,
    const char *const *behind, size_t ne)
{
	size_t	i, was, len = strlen(s);

	do {
		was = len;
		for (i = 0; i < nb; i++)
			if (len >= strlen(before[i]) && starts(s, before[i])) {
				s += strlen(before[i]);
				len -= strlen(before[i]);
			}
		for (i = 0; i < ne; i++)
			len -= ending(s, len, behind[i]);
	} while (len != was);
	return arena_ndup(a, s, len);
}

static const char *
plain_or_same(struct arena *a, const char *text)
{
	const char	*plain = statute_plain(a, text);

	return plain != NULL ? plain : text;
}

void
meant_add(struct meant *m, const char *text)
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
		meant_add(m, phrase_words(a, &all->list[i], chinese ? LANG_ZH :
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
const char *
meant_inside(struct arena *a, const char *text,
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
	meant_add(m, phrase_words(a, &p, is_chinese(text) ? LANG_ZH : LANG_EN));
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
struct meant
meant_wording(struct arena *a, const char *text,
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
		meant_add(&m, phrase_words(a, &p, is_chinese(text) ? LANG_ZH :
		    LANG_EN));
	else
		mean_wordings(a, plain, names, BOUNDS_OFFERED, &m);
	one = m.n > 0 ? NULL : bounds_list(a, text, names);
	if (m.n == 0 && one == NULL)
		one = bare_bound(a, text, names);
	if (one != NULL)
		meant_add(&m, one);
	return m;
}

struct meant
meant_bound(struct arena *a, const char *text, const struct point_names *names)
{
	struct meant	m = meant_wording(a, text, names);

	if (m.n == 0)
		(void)meant_inside(a, text, names, &m);
	return m;
}

/* ---- periods */

/* `at least N UNIT` of a text without what people write around it. */
void
meant_lasts(struct arena *a, const char *text, struct meant *m)
{
	static const char *const	before[] = {
		"公示", "公告", "公布", "公开", "展示", "张贴", "保留", "期限",
		"期间", "时间", "时限", "期", "的", "应当", "至少", "不少于",
		"不得少于", "不低于", "不得低于", "不短于", "不得短于", "最少",
		"最短", "原则上", "一般", "连续", "持续", "为", "满", "：", ":",
		" ", "at least", "least", "not less than"
	}, *const			behind[] = {
		"及以上", "以上", "（含）", "(含)", "（含本数）", "的", "公示",
		"公告", "，", "。", "：", "；", ";", " "
	};
	const char			*s = plain_or_same(a, text);
	enum lang			 lang = is_chinese(s) ? LANG_ZH :
					    LANG_EN;
	struct node			 n;
	struct reader			 r;
	struct phrase			 p;
	enum form			 form = FORM_LASTS;

	s = stripped(a, s, before, sizeof(before) / sizeof(*before), behind,
	    sizeof(behind) / sizeof(*behind));
	n = node_of(arena_printf(a, lang == LANG_ZH ? "不少于 %s" :
	    "at least %s", s));
	r = quiet_reader(a, &n, NULL);
	if (read_left(&r, &form, 1, lang, &p) == HEARD)
		meant_add(m, phrase_words(a, &p, lang));
}

struct meant
meant_part(struct arena *a, const char *text, const struct point_names *names)
{
	static const char *const	acts[] = {
		"公示", "公告", "公开", "张贴", "公布", "保留", "有效"
	};
	struct meant			 m = { .n = 0 };
	const char			*s = plain_or_same(a, text);
	size_t				 n = sizeof(acts) / sizeof(*acts);

	meant_lasts(a, text, &m);
	if (m.n > 0)
		return m;
	s = stripped(a, s, acts, n, acts, n);
	mean_wordings(a, s, names, PERIODS_OFFERED, &m);
	if (m.n == 0 && strcmp(s, "长期") == 0)
		meant_add(&m, s);
	return m;
}
