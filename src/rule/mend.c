#include "rule/mend.h"

#include <string.h>

#include "rule/meant.h"
#include "rule/reading.h"

/* ---- levels */

/* "各" or "each " where the text begins with what says so, else "". */
static const char *
each_of(const char **text)
{
	static const char *const	rows[][2] = {
		{ "各个", "各" }, { "各", "各" }, { "每一个", "各" },
		{ "每个", "各" }, { "每一", "各" }, { "每", "各" },
		{ "each ", "each " }, { "every ", "each " }
	};
	size_t				 i;

	*text = without_start(*text, "在");
	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (starts(*text, rows[i][0])) {
			*text = without_start(*text, rows[i][0]);
			return rows[i][1];
		}
	return "";
}

/* The level, or the one that is usually said so; NULL: neither. */
static const char *
level_of(struct arena *a, const char *text)
{
	struct node	 n = node_of(text);
	struct where	 w;
	const char	*rest = text, *each = each_of(&rest);
	const char	*near = vocab_nearest(rest, IN_LEVELS);
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
tell_meant(struct arena *a, const struct meant *m, const char *text,
    enum hints of, struct diags *d)
{
	const char	*hint = m->n == 0 ? statute_hint(a, text, of) : NULL;

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
	m = meant_wording(a, n->text, names);
	near = m.n > 0 ? NULL :
	    text_nearest(p->point, names->list, names->n);
	if (m.n == 0)
		inside = meant_inside(a, n->text, names, &m);
	if (near != NULL && (inside == NULL || strcmp(near, inside) != 0))
		return false;
	if (m.n == 0 && statute_hint(a, n->text, OF_BOUNDS) == NULL)
		return false;
	diag_error(d, node_at(n, p->at), _("`%s` is no event or "
	    "step of this procedure"), p->point);
	return tell_meant(a, &m, n->text, OF_BOUNDS, d);
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
	    meant_bound(a, n->text, names) : (struct meant){ .n = 0 };
	if ((strange || m.n > 0) && !tell_meant(a, &m, n->text, OF_BOUNDS, d))
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
	m = meant_part(a, n->text, names);
	if (m.n == 0)
		return false;
	diag_error(d, node_at(n, p->at), _("`%s` is no event or "
	    "step of this procedure"), p->point);
	return tell_meant(a, &m, n->text, OF_PERIODS, d);
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
		m = meant_part(a, n->text, names);
	else
		meant_lasts(a, n->text, &m);
	if (strange || m.n > 0)
		(void)tell_meant(a, &m, n->text, OF_PERIODS, d);
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
			meant_add(m, all.text[i]);
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
	m = meant_bound(a, n->text, names);
	keep_limits(a, anchor, points, &m);
	if (m.n == 0)
		phrase_expect_limit(a, anchor, d);
	else
		(void)tell_meant(a, &m, n->text, OF_BOUNDS, d);
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
	hint = statute_hint(a, n->text, OF_LEVELS);
	if (hint != NULL)
		diag_note(d, NOWHERE, "%s", hint);
	else if ((meant = mend_where(a, n->text)) != NULL)
		diag_meant(d, meant);
	return false;
}
