/*
 * The words that rules bring along: the notice's text, whom to call, who
 * signs; the last two also by division.
 */
#include <string.h>

#include "rule/build.h"

const char *const	notice_blanks[] = {
	"title", "case", "step", "place", "from", "through", "days",
	"handler", "hotline", "office", "today", "list", NULL
};

enum { NBLANKS = sizeof(notice_blanks) / sizeof(*notice_blanks) - 1 };

static bool
is_blank(const char *s, size_t len)
{
	size_t	i;

	for (i = 0; i < NBLANKS; i++)
		if (strlen(notice_blanks[i]) == len &&
		    strncmp(notice_blanks[i], s, len) == 0)
			return true;
	return false;
}

static void
unknown_blank(struct build *b, const struct node *n, const char *name)
{
	const char	*all = "";
	size_t		 i;

	diag_error(b->diags, n->place, _("`{%s}` is no name that a notice "
	    "fills in"), name);
	if (diag_meant(b->diags, text_nearest(name, notice_blanks, NBLANKS)))
		return;
	for (i = 0; i < NBLANKS; i++)
		all = arena_printf(b->arena, "%s%s{%s}", all, i == 0 ? "" :
		    _(", "), notice_blanks[i]);
	diag_note(b->diags, NOWHERE, _("expected one of: %s"), all);
}

/* A text with known names in braces, or NULL. */
static const char *
read_words(struct build *b, const struct node *n)
{
	const char	*s, *end;

	if (n->kind != NODE_TEXT || *n->text == '\0') {
		diag_error(b->diags, n->place, _("expected the words of the "
		    "notice here"));
		return NULL;
	}
	for (s = n->text; (s = strchr(s, '{')) != NULL; s = end) {
		end = s + 1 + strcspn(s + 1, "{}");
		if (*end == '}' && !is_blank(s + 1, (size_t)(end - s - 1)))
			unknown_blank(b, n, arena_ndup(b->arena, s + 1,
			    (size_t)(end - s - 1)));
	}
	return n->text;
}

void
build_text_of(struct build *b, const struct fields *f, const char *text[2])
{
	static const enum word	words[] = { W_NOTICE, W_ANNOUNCEMENT };
	const struct node	*n = f->value[W_TEXT];
	struct fields		 in;
	int			 i;

	if (n == NULL)
		return;
	if (n->kind != NODE_MAP) {
		text[KIND_NOTICE] = text[KIND_ANNOUNCEMENT] =
		    read_words(b, n);
		return;
	}
	if (!build_fields(b, n, IN_KINDS, &in))
		return;
	for (i = 0; i < 2; i++)
		if (in.value[words[i]] != NULL)
			text[i] = read_words(b, in.value[words[i]]);
}

/* Numbers that the pack gives, wherever: their figures alone. */
static void
note_hotline(struct build *b, const char *text)
{
	char	*digits = arena_alloc(b->arena, strlen(text) + 1);
	size_t	 i, n = 0;

	for (; *text != '\0'; text++)
		if (*text >= '0' && *text <= '9')
			digits[n++] = *text;
	if (n == 0)
		return;
	for (i = 0; i < b->nhotlines; i++)
		if (strcmp(b->hotlines[i], digits) == 0)
			return;
	b->hotlines = arena_grow(b->arena, b->hotlines, b->nhotlines,
	    &b->caphotlines, sizeof(*b->hotlines));
	b->hotlines[b->nhotlines++] = digits;
}

static const char *
read_local(struct build *b, const struct node *key, const struct node *n,
    enum word w)
{
	if (n->kind != NODE_TEXT || *n->text == '\0' ||
	    strchr(n->text, '\n') != NULL) {
		diag_error(b->diags, n->place, _("expected a text of one line "
		    "as the value of `%s`"), key->text);
		return NULL;
	}
	if (w == W_HOTLINE)
		note_hotline(b, n->text);
	return n->text;
}

static void
take_local(struct build *b, const struct pair *p, enum word w,
    struct local *list, int *n)
{
	char	code[DIVISION_MAX + 1];
	int	i;

	if (!division_parse(p->key->text, code)) {
		diag_error(b->diags, p->key->place, _("expected a division "
		    "code, as \"45\" for a region or \"450225\" for a "
		    "county"));
		return;
	}
	for (i = 0; i < *n; i++)
		if (strcmp(list[i].division, code) == 0)
			diag_error(b->diags, p->key->place, _("`%s` stands "
			    "here a second time"), p->key->text);
	list[*n].division = arena_dup(b->arena, code);
	list[*n].text = read_local(b, p->key, p->value, w);
	*n += list[*n].text != NULL;
}

void
build_locals(struct build *b, const struct fields *f, enum word w,
    struct locals *out)
{
	const struct node	*n = f->value[w];
	struct local		*list;
	size_t			 i;

	if (n == NULL)
		return;
	list = arena_array(b->arena, n->kind == NODE_MAP ? n->n + 1 : 1,
	    sizeof(*list));
	out->list = list;
	if (n->kind == NODE_MAP) {
		for (i = 0; i < n->n; i++)
			take_local(b, &n->pairs[i], w, list, &out->n);
		return;
	}
	*list = (struct local){ "", read_local(b, f->key[w], n, w) };
	out->n = list->text != NULL;
}

/* The longest code of the list that the division lies in. */
static const char *
local_of(const struct locals *l, const char *division)
{
	const char	*best = NULL;
	size_t		 len, longest = 0;
	int		 i;

	for (i = 0; i < l->n; i++) {
		len = strlen(l->list[i].division);
		if (strncmp(division, l->list[i].division, len) != 0 ||
		    (best != NULL && len <= longest))
			continue;
		best = l->list[i].text;
		longest = len;
	}
	return best;
}

static const char *
nearest(const struct locals *step, const struct locals *procedure,
    const struct locals *pack, const char *division)
{
	const char	*s = step == NULL ? NULL : local_of(step, division);

	if (s == NULL)
		s = local_of(procedure, division);
	return s != NULL ? s : local_of(pack, division);
}

const char *
procedure_hotline(const struct procedure *p, int step, const char *division)
{
	return nearest(step < 0 ? NULL : &p->steps[step].hotline,
	    &p->defaults.hotline, &p->pack->defaults.hotline, division);
}

const char *
procedure_office(const struct procedure *p, int step, const char *division)
{
	return nearest(step < 0 ? NULL : &p->steps[step].office,
	    &p->defaults.office, &p->pack->defaults.office, division);
}
