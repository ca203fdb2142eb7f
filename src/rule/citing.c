/*
 * What an overlay sets is cited by what stands nearest above it in its own
 * file; what it leaves goes on to be cited as the base has it.  The citation
 * is written into the tree, where the language has a place for it.
 */
#include <string.h>

#include "rule/cites.h"
#include "rule/laying.h"
#include "rule/phrase.h"

/* Words for people: nothing is asked by them. */
static bool
is_told_only(enum word key)
{
	return key == W_TITLE || key == W_TITLE_EN || key == W_NOTE ||
	    key == W_TEXT || key == W_HOTLINE || key == W_OFFICE ||
	    key == W_REMEDY || key == W_BASIS || key == W_BASES;
}

/* Has each phrase a place for its own basis?  Under which key it is then. */
static enum word
phrase_key(enum word key)
{
	switch (key) {
	case W_OPENS:
	case W_AFTER:
	case W_DOWN:
	case W_LASTS:
		return W_BOUND;
	case W_GATE:
		return W_POINT;
	default:
		return W_NONE;
	}
}

/* ---- one phrase, or a list of them */

static bool
is_cited(const struct node *n)
{
	size_t	i;

	if (n->kind == NODE_MAP)
		return lay_pair(n, W_BASIS, IN_BOUND) != NULL;
	for (i = 0; n->kind == NODE_LIST && i < n->n; i++)
		if (!is_cited(n->items[i]))
			return false;
	return n->kind == NODE_LIST && n->n > 0;
}

static struct node *
cited(struct arena *a, struct node *n, enum word key,
    const struct node *basis)
{
	struct node	*out;
	size_t		 i;

	if (n->kind == NODE_LIST) {
		out = arena_alloc(a, sizeof(*out));
		*out = *n;
		out->items = arena_array(a, n->n + 1, sizeof(*out->items));
		for (i = 0; i < n->n; i++)
			out->items[i] = cited(a, n->items[i], key, basis);
		return out;
	}
	if (is_cited(n) || build_is_empty(n) ||
	    (n->kind == NODE_TEXT && phrase_is_none(n)))
		return n;
	return lay_set(a, n->kind == NODE_MAP ? n : lay_map_of(a, key, n),
	    W_BASIS, IN_BOUND, basis);
}

/* true, or a map that lacks one: {basis: ...} */
static struct node *
cited_review(struct arena *a, struct node *n, const struct node *basis)
{
	if (n->kind == NODE_TEXT && vocab_find(n->text, IN_BOOL) == W_TRUE)
		return lay_map_of(a, W_BASIS, basis);
	if (n->kind != NODE_MAP || lay_pair(n, W_BASIS, IN_REVIEW) != NULL)
		return n;
	return lay_set(a, n, W_BASIS, IN_REVIEW, basis);
}

/* ---- a point */

/* {KEY: BASIS} behind `bases`; `keep`: one that stands there stays. */
static struct node *
with_cite(struct arena *a, struct node *point, enum cite c,
    const struct node *basis, bool keep)
{
	const struct node	*bases = lay_value_of(point, W_BASES, IN_STEP);
	const struct node	 none = { .kind = NODE_TEXT, .text = "",
				    .place = basis->place };

	if (bases == NULL || build_is_empty(bases))
		bases = &none;
	else if (bases->kind != NODE_MAP)
		return point;		/* told by who reads it */
	if (keep && lay_pair(bases, cite_keys[c].key,
	    cite_keys[c].groups) != NULL)
		return point;
	return lay_set(a, point, W_BASES, IN_STEP, lay_set(a, bases,
	    cite_keys[c].key, cite_keys[c].groups, basis));
}

/* Does the map say something of this?  A list of media is of `any`. */
static bool
says(const struct node *map, enum cite c)
{
	const struct cite_key	*k = &cite_keys[c];
	const struct node	*held;

	if (k->holder == W_NONE)
		return lay_pair(map, k->key, IN_STEP) != NULL;
	held = lay_value_of(map, k->holder, IN_STEP);
	if (held == NULL || held->kind == NODE_MAP)
		return lay_pair(held, k->key, k->groups) != NULL;
	return c == CITE_ANY && !build_is_empty(held);
}

/* Said by `map`, there in what was laid, and not said by `but`. */
static bool
is_said(const struct node *map, const struct node *laid,
    const struct node *but, enum cite c)
{
	return c != CITE_LASTS && c != CITE_REVIEW && says(map, c) &&
	    says(laid, c) && (but == NULL || !says(but, c));
}

/* A remark changes nothing, and is cited by nothing. */
static bool
only_notes(const struct node *n)
{
	size_t	i;

	for (i = 0; n->kind == NODE_MAP && i < n->n; i++)
		if (vocab_find(n->pairs[i].key->text, IN_BOUND) != W_NOTE)
			return false;
	return n->kind == NODE_MAP && n->n > 0;
}

/* Does the map (NULL: none) say more of the key than a remark? */
static bool
sets(const struct node *map, enum word key, vocab_set groups)
{
	const struct pair	*p = map == NULL ? NULL : lay_pair(map, key,
				    groups);

	return p != NULL && !only_notes(p->value);
}

/* What `map` says is cited by `basis`, in a point that was laid. */
static struct node *
cite_keys_of(struct arena *a, const struct node *map, struct node *laid,
    vocab_set groups, const struct node *basis, const struct node *but)
{
	const struct node	*own = lay_value_of(map, W_BASES, IN_STEP);
	const struct pair	*p;
	enum word		 key, inner;
	struct node		*value;
	size_t			 i;

	for (i = 0; i < map->n; i++) {
		key = vocab_find(map->pairs[i].key->text, groups);
		inner = phrase_key(key);
		p = lay_pair(laid, key, groups);
		if (p == NULL || (inner == W_NONE && key != W_REVIEW) ||
		    only_notes(map->pairs[i].value) ||
		    sets(but, key, groups))
			continue;
		value = inner == W_NONE ? cited_review(a, p->value, basis) :
		    cited(a, p->value, inner, basis);
		laid = lay_set(a, laid, key, groups, value);
	}
	for (i = 0; (groups & IN_STEP) != 0 && i < CITES; i++)
		if (is_said(map, laid, but, (enum cite)i))
			laid = with_cite(a, laid, (enum cite)i, basis,
			    but != NULL || lay_pair(own, cite_keys[i].key,
			    cite_keys[i].groups) != NULL);
	return laid;
}

/* `base`: what is changed; NULL where it is new. */
static void
refuse_uncited(struct laying *l, const struct node *key,
    const struct pair *base)
{
	diag_error(l->diags, key->place, _("`%s` is changed here, but no "
	    "basis stands above it in this file: name the document that "
	    "changes it"), key->text);
	if (base != NULL)
		diag_note(l->diags, base->key->place,
		    _("what it lies over stands here"));
	diag_note(l->diags, NOWHERE, _("`%s` may stand at the outermost level "
	    "of this file, at the step or event, or beside the phrase"),
	    text_lang() == LANG_ZH ? "依据: …" : "basis: ...");
}

/* Does `bases` cite each thing that the key says, or says of what is below? */
static bool
all_cited(const struct node *point, enum word key)
{
	const struct node	*own = lay_value_of(point, W_BASES, IN_STEP);
	const struct cite_key	*k;
	int			 i, said = 0;

	for (i = 0; i < CITES; i++) {
		k = &cite_keys[i];
		if ((k->key != key && k->holder != key) ||
		    !says(point, (enum cite)i))
			continue;
		if (lay_pair(own, k->key, k->groups) == NULL)
			return false;
		said++;
	}
	return said > 0;
}

/* Where nothing stands above: what is cited beside itself is no fault. */
static bool
cites_itself(const struct node *point, const struct pair *p, enum word key)
{
	if (phrase_key(key) != W_NONE)
		return is_cited(p->value) || only_notes(p->value);
	if (key == W_REVIEW)
		return lay_pair(p->value, W_BASIS, IN_REVIEW) != NULL;
	return all_cited(point, key);
}

static void
need_basis(struct laying *l, const struct node *point, vocab_set groups,
    const struct pair *base)
{
	const struct pair	*under;
	enum word		 key;
	size_t			 i;

	for (i = 0; i < point->n; i++) {
		key = vocab_find(point->pairs[i].key->text, groups);
		if (key == W_NONE || is_told_only(key) ||
		    cites_itself(point, &point->pairs[i], key))
			continue;
		under = base == NULL ? NULL : lay_pair(base->value, key,
		    groups);
		refuse_uncited(l, point->pairs[i].key, under != NULL ? under :
		    base);
		return;
	}
}

/* A basis that is taken away is none. */
static const struct node *
own_basis(const struct node *map, vocab_set groups)
{
	const struct node	*n = lay_value_of(map, W_BASIS, groups);

	return n == NULL || lay_takes(W_BASIS, n) ? NULL : n;
}

/* A new one: as in any file, but its basis is that of the overlay's file. */
static struct node *
cite_new(struct laying *l, const struct pair *over, struct node *laid,
    vocab_set groups)
{
	if (own_basis(over->value, groups) != NULL)
		return laid;
	if (l->basis != NULL)
		return lay_set(l->arena, laid, W_BASIS, groups, l->basis);
	if ((groups & IN_STEP) != 0)
		refuse_uncited(l, over->key, NULL);
	else if (lay_pair(laid, W_AFTER, groups) != NULL ||
	    lay_pair(laid, W_GATE, groups) != NULL)
		need_basis(l, laid, groups, NULL);
	return laid;
}

/* What the step takes from above goes on to be cited as it was there. */
static struct node *
keep_defaults(struct laying *l, const struct pair *base, struct node *laid,
    const struct node *below)
{
	static const enum cite	keys[] = { CITE_LASTS, CITE_REVIEW };
	enum word		key;
	size_t			i;

	for (i = 0; i < 2; i++) {
		key = cite_keys[keys[i]].key;
		if (lay_pair(base->value, key, IN_STEP) == NULL &&
		    (lay_pair(l->defaults[0], key, IN_PROCEDURE) != NULL ||
		    lay_pair(l->defaults[1], key, IN_PACK) != NULL))
			laid = with_cite(l->arena, laid, keys[i], below,
			    true);
	}
	return laid;
}

struct node *
cite_point(struct laying *l, const struct pair *base, const struct pair *over,
    struct node *laid, vocab_set groups)
{
	const struct node	*basis, *below;

	if (over->value->kind != NODE_MAP)
		return laid;
	if (base == NULL)
		return cite_new(l, over, laid, groups);
	basis = own_basis(over->value, groups);
	if (basis == NULL)
		basis = l->basis;
	if (basis == NULL)
		need_basis(l, over->value, groups, base);
	else
		laid = cite_keys_of(l->arena, over->value, laid, groups,
		    basis, NULL);
	below = own_basis(base->value, groups);
	if (below == NULL)
		below = l->below;
	if (below == NULL || base->value->kind != NODE_MAP ||
	    lay_pair(over->value, W_BASIS, groups) == NULL)
		return laid;
	laid = cite_keys_of(l->arena, base->value, laid, groups, below,
	    over->value);
	return (groups & IN_STEP) == 0 ? laid :
	    keep_defaults(l, base, laid, below);
}

void
cite_taken(struct laying *l, const struct node *key, const struct pair *base)
{
	if (l->basis == NULL)
		refuse_uncited(l, key, base);
}

/* `none`, `false` */
static bool
asks_nothing(const struct node *n)
{
	return n->kind == NODE_TEXT && (phrase_is_none(n) ||
	    vocab_find(n->text, IN_BOOL) == W_FALSE);
}

struct node *
cite_defaults(struct laying *l, const struct node *over, struct node *laid,
    vocab_set groups)
{
	static const enum word	keys[] = { W_LASTS, W_REVIEW };
	const struct pair	*p, *in;
	size_t			 i;

	for (i = 0; i < 2; i++) {
		p = lay_pair(over, keys[i], groups);
		in = lay_pair(laid, keys[i], groups);
		if (p == NULL || in == NULL || asks_nothing(p->value) ||
		    cites_itself(over, p, keys[i]))
			continue;
		if (l->basis == NULL)
			refuse_uncited(l, p->key, NULL);
		else
			laid = lay_set(l->arena, laid, keys[i], groups,
			    keys[i] == W_LASTS ? cited(l->arena, in->value,
			    W_BOUND, l->basis) : cited_review(l->arena,
			    in->value, l->basis));
	}
	return laid;
}
