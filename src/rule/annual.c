/*
 * The yearly report's tables, from their tree.
 */
#include "rule/annual.h"

#include <string.h>

#include "base/text.h"
#include "rule/build.h"

struct reader {
	struct build		*b;
	struct annual_table	*t;
	const struct lines	*axis;	/* whose lines are named */
};

const char *
line_title(const struct line *l)
{
	static const char *const	titles[] = {
		[LINE_CAME] = N_("Received in the year"),
		[LINE_OPEN_START] = N_("Carried over from last year"),
		[LINE_DONE] = N_("Done in the year"),
		[LINE_OPEN_END] = N_("Carried over to next year"),
		[LINE_SUM] = N_("Total")
	};

	if (*l->title == '\0' && *l->title_en == '\0' &&
	    l->kind != LINE_TRAITS)
		return _(titles[l->kind]);
	return title_in(l->id, l->title, l->title_en);
}

/* The texts of a value: one alone, or each of a list; *n of them. */
static const struct node *const *
items(struct build *b, const struct node *n, size_t *many)
{
	const struct node	**one = arena_array(b->arena, 1, sizeof(*one));
	size_t			 i;

	*many = n->kind == NODE_LIST ? n->n : 1;
	one[0] = n;
	for (i = 0; i < *many; i++)
		if ((n->kind == NODE_LIST ? n->items[i] : n)->kind !=
		    NODE_TEXT) {
			diag_error(b->diags, n->place, _("expected a name, or "
			    "a list of names as [A, B]"));
			*many = 0;
		}
	if (n->kind == NODE_LIST && n->n == 0)
		diag_error(b->diags, n->place, _("expected a name, or a list "
		    "of names as [A, B]"));
	return n->kind == NODE_LIST ? (const struct node *const *)n->items :
	    one;
}

/* One more; what is named twice would be counted twice. */
static void
add_named(struct build *b, struct some *to, int *of, int i,
    const struct node *n)
{
	int	k;

	if (i < 0)
		return;
	for (k = 0; k < to->n; k++)
		if (of[k] == i) {
			diag_error(b->diags, n->place, _("`%s` is named twice "
			    "here, and would be counted twice"), n->text);
			return;
		}
	of[to->n++] = i;
}

/* ---- names of the procedure */

static int
find_event(struct reader *r, const struct node *n)
{
	const struct procedure	*p = r->t->proc;
	int			 i = procedure_event(p, n->text);

	if (i >= 0)
		return i;
	diag_error(r->b->diags, n->place, _("`%s` is no event of `%s`"),
	    n->text, p->id);
	diag_meant(r->b->diags, procedure_nearest(p, n->text, false));
	return -1;
}

static int
find_trait(struct reader *r, const struct node *n)
{
	const struct procedure	*p = r->t->proc;
	const char		*known[2 * LABELS_MAX];
	int			 i;

	for (i = 0; i < p->ntraits; i++) {
		known[2 * i] = p->traits[i].id;
		known[2 * i + 1] = p->traits[i].title;
		if (strcmp(n->text, p->traits[i].id) == 0 ||
		    strcmp(n->text, p->traits[i].title) == 0)
			return i;
	}
	diag_error(r->b->diags, n->place, _("`%s` is no trait of `%s`"),
	    n->text, p->id);
	diag_meant(r->b->diags, text_nearest(n->text, known,
	    2 * (size_t)p->ntraits));
	return -1;
}

/* Those of the texts that `find` knows. */
static struct some
read_some(struct reader *r, const struct node *n,
    int (*find)(struct reader *, const struct node *))
{
	size_t				 i, many;
	const struct node *const	*list = items(r->b, n, &many);
	int				*of = arena_array(r->b->arena,
					    many + 1, sizeof(*of));
	struct some			 out = { of, 0 };

	for (i = 0; i < many; i++)
		add_named(r->b, &out, of, find(r, list[i]), list[i]);
	return out;
}

/* ---- lines */

static int
find_line(const struct lines *l, const char *name)
{
	int	i;

	for (i = 0; i < l->n; i++)
		if (strcmp(l->list[i].id, name) == 0 ||
		    strcmp(l->list[i].title, name) == 0)
			return i;
	return -1;
}

static int
line_named(struct reader *r, const struct node *n)
{
	const struct lines	*l = r->axis;
	const char		*known[2 * LINES_MAX];
	int			 i, at = find_line(l, n->text);

	if (at >= 0)
		return at;
	for (i = 0; i < l->n; i++) {
		known[2 * i] = l->list[i].id;
		known[2 * i + 1] = l->list[i].title;
	}
	diag_error(r->b->diags, n->place, _("`%s` is not there"), n->text);
	if (l->n > 0 && build_offers(r->b))
		diag_meant(r->b->diags, text_nearest(n->text, known,
		    2 * (size_t)l->n));
	return -1;
}

static struct some
read_lines(struct reader *r, const struct lines *l, const struct node *n)
{
	r->axis = l;
	return read_some(r, n, line_named);
}

/* `received: in year`, `open: at end`: other pairs mean nothing. */
static bool
read_when(struct build *b, const struct fields *f, struct line *out)
{
	static const struct {
		enum word	key, value;
		enum line_kind	kind;
	} terms[] = {
		{ W_CAME, W_IN_YEAR, LINE_CAME },
		{ W_OPEN, W_AT_START, LINE_OPEN_START },
		{ W_DONE, W_IN_YEAR, LINE_DONE },
		{ W_OPEN, W_AT_END, LINE_OPEN_END }
	};
	enum word	w;
	size_t		i, said = 0;

	for (i = 0; i < sizeof(terms) / sizeof(*terms); i++) {
		if (f->value[terms[i].key] == NULL)
			continue;
		w = vocab_find(f->value[terms[i].key]->text == NULL ? "" :
		    f->value[terms[i].key]->text, IN_TERMS);
		said++;
		if (w == terms[i].value) {
			out->kind = terms[i].kind;
			return true;
		}
	}
	if (said > 0)
		diag_error(b->diags, out->place, _("expected %s"),
		    text_lang() == LANG_ZH ?
		    "收到: 本年、在办: 年初、办结: 本年、在办: 年末" :
		    "received: in year, open: at start, done: in year or "
		    "open: at end");
	return said > 0;
}

static void
read_line(struct reader *r, const struct pair *p, struct line *out,
    const struct node **sum)
{
	struct fields	f;
	int		said;

	*out = (struct line){ .id = p->key->text, .title = "",
	    .title_en = "", .note = "", .place = p->key->place };
	if (!build_fields(r->b, p->value, IN_LINE, &f))
		return;
	out->title = build_text(r->b, &f, W_TITLE);
	out->title_en = build_text(r->b, &f, W_TITLE_EN);
	out->note = build_text(r->b, &f, W_NOTE);
	said = (f.value[W_TRAITS] != NULL) + (f.value[W_CAME] != NULL) +
	    (f.value[W_OPEN] != NULL) + (f.value[W_DONE] != NULL) +
	    (f.value[W_SUM] != NULL);
	if (said != 1) {
		diag_error(r->b->diags, p->key->place, _("a line says one "
		    "thing: its traits, when its cases came or were done, or "
		    "the sum that it is"));
		return;
	}
	if (f.value[W_TRAITS] != NULL)
		out->of = read_some(r, f.value[W_TRAITS], find_trait);
	else if (f.value[W_SUM] != NULL) {
		out->kind = LINE_SUM;
		*sum = f.value[W_SUM];
	} else
		(void)read_when(r->b, &f, out);
}

/* Whose sum it is, however far down; a line in it again is a circle. */
static bool
sums_itself(const struct lines *l, int of, int at, int depth)
{
	const struct line	*line = &l->list[of];
	int			 i;

	if (depth > l->n)
		return true;
	for (i = 0; line->kind == LINE_SUM && i < line->of.n; i++)
		if (line->of.of[i] == at || sums_itself(l, line->of.of[i],
		    at, depth + 1))
			return true;
	return false;
}

static void
refuse_alike(struct build *b, const struct lines *l, int k)
{
	int	i;

	for (i = 0; i < k; i++)
		if (strcmp(l->list[i].id, l->list[k].id) == 0 ||
		    (*l->list[k].title != '\0' && strcmp(l->list[i].title,
		    l->list[k].title) == 0)) {
			diag_error(b->diags, l->list[k].place, _("`%s` and "
			    "`%s` have the same id or title; a name must mean "
			    "one thing"), l->list[k].id, l->list[i].id);
			return;
		}
}

static struct lines
read_axis(struct reader *r, const struct fields *f, enum word key)
{
	const struct node	*n = f->value[key];
	const struct node	*sums[LINES_MAX] = { NULL };
	struct line		*list;
	struct lines		 out = { NULL, 0 };
	size_t			 i;

	if (n == NULL || n->kind != NODE_MAP || n->n > LINES_MAX) {
		diag_error(r->b->diags, n == NULL ? r->t->place : n->place,
		    _("expected 1 to %d lines under `%s`, each `id: {title: "
		    "...}`"), LINES_MAX, vocab_text(key, text_lang()));
		return out;
	}
	list = arena_array(r->b->arena, n->n + 1, sizeof(*list));
	out = (struct lines){ list, (int)n->n };
	for (i = 0; i < n->n; i++)
		read_line(r, &n->pairs[i], &list[i], &sums[i]);
	for (i = 0; i < n->n; i++) {
		refuse_alike(r->b, &out, (int)i);
		if (sums[i] != NULL)
			list[i].of = read_lines(r, &out, sums[i]);
	}
	for (i = 0; i < n->n; i++)
		if (sums_itself(&out, (int)i, (int)i, 0)) {
			diag_error(r->b->diags, list[i].place, _("a circle: "
			    "`%s` is a sum of itself"), list[i].id);
			list[i].of.n = 0;
		}
	return out;
}

/* ---- checks */

/* [[a, b], [c, d]]: are these the names of rows, or else of columns? */
static void
read_check(struct reader *r, const struct node *n, struct check *out)
{
	const struct node	*left = n->items[0], *right = n->items[1];
	const struct node	*first = left->kind == NODE_LIST ?
				    left->n > 0 ? left->items[0] : NULL : left;
	const struct lines	*l;

	if (first == NULL || first->kind != NODE_TEXT) {
		diag_error(r->b->diags, n->place, _("expected the names of "
		    "lines on both sides"));
		return;
	}
	out->of_rows = find_line(&r->t->columns, first->text) < 0;
	l = out->of_rows ? &r->t->rows : &r->t->columns;
	out->left = read_lines(r, l, left);
	out->right = read_lines(r, l, right);
}

static bool
is_one_check(const struct node *n)
{
	size_t	i;

	if (n->kind != NODE_LIST || n->n != 2)
		return false;
	for (i = 0; i < 2; i++)
		if (n->items[i]->kind == NODE_LIST && n->items[i]->n > 0 &&
		    n->items[i]->items[0]->kind == NODE_LIST)
			return false;
	return true;
}

static void
read_checks(struct reader *r, const struct node *n)
{
	const bool	 one = is_one_check(n);
	const size_t	 many = one ? 1 : n->kind == NODE_LIST ? n->n : 0;
	struct check	*list = arena_array(r->b->arena, many + 1,
			    sizeof(*list));
	size_t		 i;

	if (many == 0 || many > CHECKS_MAX)
		diag_error(r->b->diags, n->place, _("expected two lists of "
		    "lines whose sums are the same, as [[A, B], [C, D]], or a "
		    "list of such pairs"));
	for (i = 0; i < many && many <= CHECKS_MAX; i++) {
		if (!one && !is_one_check(n->items[i])) {
			diag_error(r->b->diags, n->items[i]->place,
			    _("expected two lists of lines whose sums are the "
			    "same, as [[A, B], [C, D]]"));
			continue;
		}
		read_check(r, one ? n : n->items[i], &list[r->t->nchecks++]);
	}
	r->t->checks = list;
}

/* ---- tables */

static const struct procedure *
find_procedure(struct build *b, const struct node *n)
{
	const struct pack	*p = b->pack;
	const char		**known = arena_array(b->arena,
				    2 * (size_t)p->nprocedures + 1,
				    sizeof(*known));
	int			 i;

	for (i = 0; i < p->nprocedures; i++) {
		known[2 * i] = p->procedures[i].id;
		known[2 * i + 1] = p->procedures[i].title == NULL ? "" :
		    p->procedures[i].title;
		if (strcmp(n->text, known[2 * i]) == 0 ||
		    strcmp(n->text, known[2 * i + 1]) == 0)
			return &p->procedures[i];
	}
	diag_error(b->diags, n->place, _("`%s` is no procedure of this pack"),
	    n->text);
	diag_meant(b->diags, text_nearest(n->text, known,
	    2 * (size_t)p->nprocedures));
	return NULL;
}

/* A key that must stand there, as a text (or a list). */
static bool
must(struct reader *r, const struct fields *f, enum word w, bool list)
{
	const struct node	*n = f->value[w];

	if (n != NULL && (n->kind == NODE_TEXT ? *n->text != '\0' : list &&
	    n->kind == NODE_LIST))
		return true;
	diag_error(r->b->diags, n == NULL ? r->t->place : n->place,
	    _("`%s: NAME` is missing here"), vocab_text(w, text_lang()));
	return false;
}

static void
read_table(struct build *b, const struct pair *p, struct annual_table *out)
{
	struct reader	r = { .b = b, .t = out };
	struct fields	f;
	bool		good;

	*out = (struct annual_table){ .id = p->key->text, .title = "",
	    .title_en = "", .note = "", .place = p->key->place };
	if (!build_fields(b, p->value, IN_TABLE, &f))
		return;
	out->title = build_text(b, &f, W_TITLE);
	out->title_en = build_text(b, &f, W_TITLE_EN);
	out->note = build_text(b, &f, W_NOTE);
	good = must(&r, &f, W_PROCEDURE, false);
	good &= must(&r, &f, W_CAME, false);
	good &= must(&r, &f, W_DONE, true);
	if (good)
		out->proc = find_procedure(b, f.value[W_PROCEDURE]);
	if (out->proc == NULL)
		return;
	out->came = find_event(&r, f.value[W_CAME]);
	out->done = read_some(&r, f.value[W_DONE], find_event);
	out->rows = read_axis(&r, &f, W_ROWS);
	out->columns = read_axis(&r, &f, W_COLUMNS);
	if (f.value[W_CHECK] != NULL)
		read_checks(&r, f.value[W_CHECK]);
}

void
build_annual(struct build *b, struct rule_file file)
{
	struct annual		*out = arena_alloc(b->arena, sizeof(*out));
	struct annual_table	*list;
	const struct node	*n;
	struct fields		 f;
	size_t			 i;

	if (!build_fields(b, file.root, IN_ANNUAL, &f))
		return;
	out->title = build_text(b, &f, W_ANNUAL);
	out->title_en = build_text(b, &f, W_TITLE_EN);
	out->note = build_text(b, &f, W_NOTE);
	n = f.value[W_TABLES];
	if (*out->title == '\0')
		diag_error(b->diags, file.root->place,
		    _("`%s: NAME` is missing here"), vocab_text(W_ANNUAL,
		    text_lang()));
	if (n == NULL || n->kind != NODE_MAP || n->n > TABLES_MAX) {
		diag_error(b->diags, n == NULL ? file.root->place : n->place,
		    _("expected 1 to %d tables, each `id: {title: ...}`"),
		    TABLES_MAX);
		return;
	}
	list = arena_array(b->arena, n->n + 1, sizeof(*list));
	for (i = 0; i < n->n; i++)
		read_table(b, &n->pairs[i], &list[i]);
	out->tables = list;
	out->ntables = (int)n->n;
	b->pack->annual = out;
}
