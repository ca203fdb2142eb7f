#include "rule/mend.h"

#include <string.h>

#include "rule/vocab.h"

static struct node
node_of(const char *text)
{
	return (struct node){ .kind = NODE_TEXT, .text = text };
}

/* The text if it is a bound, and its point is there. */
static const char *
bound_or_null(struct arena *a, const char *text,
    const struct point_names *names)
{
	struct node	n = node_of(text);
	struct phrase	p;

	return phrase_is_bound(a, &n, &p) && names_have(names, p.point) ?
	    text : NULL;
}

static const char *
lasts_or_null(struct arena *a, const char *text)
{
	struct node	n = node_of(text);
	struct phrase	p;
	bool		strange;

	return phrase_lasts(a, &n, &p, &strange, diags_new(a)) ? text : NULL;
}

/* The first `from` in s becomes `to`. */
static const char *
swap(struct arena *a, const char *s, const char *from, const char *to)
{
	const char	*at = strstr(s, from);

	return at == NULL ? s : arena_printf(a, "%.*s%s%s", (int)(at - s), s,
	    to, at + strlen(from));
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

/* The words of documents, as the rule language has them. */
static const char *
plain_words(struct arena *a, const char *s)
{
	static const char *const	words[][2] = {
		{ "以内", "内" }, { "之内", "内" }, { "之日起", " 后 " },
		{ "之后", " 后 " }, { "以后", " 后 " },
		{ "之前", " 前 " }, { "以前", " 前 " }
	};
	const char			*out = s;
	size_t				 i;

	if (starts(out, "自") || starts(out, "从")) {
		out += strlen("自");
		if (strstr(out, "之日起") == NULL)
			out = swap(a, out, "起", " 后 ");
	}
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		out = swap(a, out, words[i][0], words[i][1]);
	return out == s ? s : tidy(a, out);
}

const char *
mend_bound(struct arena *a, const char *text, const struct point_names *names)
{
	const char	*plain = plain_words(a, text), *out = NULL;
	bool		 one = strpbrk(text, " \t") == NULL;
	bool		 chinese = text_chars(text, strlen(text)) <
			    strlen(text);

	if (plain != text)
		out = bound_or_null(a, plain, names);
	if (out == NULL && (!one || chinese))
		out = bound_or_null(a, arena_printf(a, "%s内", plain), names);
	if (out == NULL && one && chinese)
		out = bound_or_null(a, arena_printf(a, "%s 后", text), names);
	if (out == NULL && one)
		out = bound_or_null(a, arena_printf(a, "after %s", text),
		    names);
	return out;
}

const char *
mend_lasts(struct arena *a, const char *text)
{
	static const char *const	same[] = {
		"至少", "不得少于", "不低于", "公示", "at least", "least"
	};
	static const char *const	more[] = { "及以上", "以上" };
	const char			*s = text, *end;
	bool				 chinese;
	size_t				 i;

	for (i = 0; i < sizeof(same) / sizeof(*same); i++)
		s = without_start(s, same[i]);
	for (i = 0; i < sizeof(more) / sizeof(*more); i++) {
		end = strstr(s, more[i]);
		if (end != NULL && strcmp(end, more[i]) == 0)
			s = arena_ndup(a, s, (size_t)(end - s));
	}
	chinese = strpbrk(s, "abcdefghijklmnopqrstuvwxyz") == NULL;
	return lasts_or_null(a, arena_printf(a, chinese ? "不少于 %s" :
	    "at least %s", tidy(a, s)));
}

static const char *
where_or_null(const char *text, struct arena *a)
{
	struct node	n = node_of(text);
	struct where	w;

	return phrase_where(&n, &w, diags_new(a)) ? text : NULL;
}

/* "[县, 乡镇]" of several levels in one text. */
static const char *
levels_of(struct arena *a, const char *text)
{
	const char	*parts[MEND_ITEMS], *out = "";
	size_t		 i, n = mend_items(a, text, parts);

	for (i = 0; i < n; i++) {
		if (where_or_null(parts[i], a) == NULL)
			return NULL;
		out = arena_printf(a, "%s%s%s", out, i == 0 ? "" : ", ",
		    parts[i]);
	}
	return n == 0 ? NULL : arena_printf(a, "[%s]", out);
}

const char *
mend_where(struct arena *a, const char *text)
{
	const char	*each = starts(text, "各") ? "各" :
			    starts(text, "each ") ? "each " : "";
	const char	*list = levels_of(a, text), *near;

	if (list != NULL)
		return list;
	near = vocab_nearest(without_start(text, each), IN_LEVELS);
	return near == NULL ? NULL :
	    where_or_null(arena_printf(a, "%s%s", each, near), a);
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

bool
mend_read_bound(struct arena *a, const struct node *n, bool bare,
    const struct point_names *names, struct phrase *out, struct diags *d)
{
	const char	*meant;
	bool		 strange;

	if (phrase_bound_of(a, n, bare, names, out, &strange, d))
		return true;
	if (!strange)
		return false;
	meant = mend_bound(a, n->text, names);
	if (meant != NULL)
		diag_meant(d, meant);
	else
		phrase_expect_bound(a, n, names, d);
	return false;
}

bool
mend_read_lasts(struct arena *a, const struct node *n, struct phrase *out,
    struct diags *d)
{
	const char	*meant;
	bool		 strange;

	if (phrase_lasts(a, n, out, &strange, d))
		return true;
	meant = strange ? mend_lasts(a, n->text) : NULL;
	if (meant != NULL)
		diag_meant(d, meant);
	return false;
}

bool
mend_read_part(struct arena *a, const struct node *n,
    const struct point_names *names, struct phrase *out, struct diags *d)
{
	bool	strange;

	return phrase_part(a, n, names, out, &strange, d);
}

bool
mend_read_limit(struct arena *a, const struct node *n, enum anchor anchor,
    const struct point_names *names, struct phrase *out, struct diags *d)
{
	bool	strange;

	return phrase_limit(a, n, anchor, names, out, &strange, d);
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
	const char	*meant;

	if (phrase_where(n, out, d))
		return true;
	meant = n->kind != NODE_TEXT ? NULL : mend_where(a, n->text);
	if (meant != NULL)
		diag_meant(d, meant);
	return false;
}
