/*
 * One map laid over another: which keys hold maps, how the keys of these are
 * told apart, and what a value alone means where a map could stand.
 */
#include <string.h>

#include "rule/laying.h"
#include "rule/phrase.h"
#include "rule/terms.h"

struct row {
	enum word		 key;
	enum laying_keys	 keys;
	vocab_set groups;	/* of the map behind it */
	enum word		 alone;		/* a value alone: this key's */
};

static const struct row	rows[] = {
	{ W_IN_FORCE, KEYS_WORDS, IN_FORCE, W_NONE },
	{ W_COUNTING, KEYS_WORDS, IN_COUNTING, W_NONE },
	{ W_DEADLINES, KEYS_WORDS, IN_DEADLINES, W_NONE },
	{ W_WINDOWS, KEYS_WORDS, IN_WINDOWS, W_NONE },
	{ W_INSTRUMENTS, KEYS_NAMES, IN_INSTRUMENT, W_NONE },
	{ W_TRAITS, KEYS_NAMES, IN_LABEL, W_NONE },
	{ W_AMOUNTS, KEYS_NAMES, IN_LABEL, W_NONE },
	{ W_EVENTS, KEYS_POINTS, IN_EVENT, W_NONE },
	{ W_STEPS, KEYS_POINTS, IN_STEP, W_NONE },
	{ W_WHY, KEYS_CODES, 0, W_NONE },
	{ W_SEVERITY, KEYS_CODES, 0, W_NONE },
	{ W_REMEDY, KEYS_CODES, 0, W_NONE },
	{ W_TEXT, KEYS_WORDS, IN_KINDS, W_NONE },
	{ W_HOTLINE, KEYS_DIVISIONS, 0, W_NONE },
	{ W_OFFICE, KEYS_DIVISIONS, 0, W_NONE },
	{ W_OPENS, KEYS_WORDS, IN_BOUND, W_BOUND },
	{ W_AFTER, KEYS_WORDS, IN_BOUND, W_BOUND },
	{ W_DOWN, KEYS_WORDS, IN_BOUND, W_BOUND },
	{ W_GATE, KEYS_WORDS, IN_GATE, W_POINT },
	{ W_LASTS, KEYS_WORDS, IN_PART, W_BOUND },
	{ W_AGAIN, KEYS_WORDS, IN_PART, W_BOUND },
	{ W_EXTENDS, KEYS_WORDS, IN_EXTENDS, W_NONE },
	{ W_MEDIA, KEYS_WORDS, IN_MEDIA, W_ANY },
	{ W_TIMES, KEYS_MEDIA, 0, W_NONE },
	{ W_OBJECTIONS, KEYS_WORDS, IN_OBJECTIONS, W_NONE },
	{ W_UPHELD, KEYS_WORDS, IN_UPHELD, W_NONE },
	{ W_REVIEW, KEYS_WORDS, IN_REVIEW, W_NONE },
	{ W_BASES, KEYS_WORDS, IN_STEP | IN_MEDIA | IN_OBJECTIONS, W_NONE },
};

static const struct row *
row_of(enum word key)
{
	size_t	i;

	for (i = 0; i < sizeof(rows) / sizeof(*rows); i++)
		if (rows[i].key == key)
			return &rows[i];
	return NULL;
}

/* ---- nodes */

const struct pair *
lay_pair(const struct node *map, enum word w, vocab_set groups)
{
	size_t	i;

	for (i = 0; map != NULL && map->kind == NODE_MAP && i < map->n; i++)
		if (vocab_find(map->pairs[i].key->text, groups) == w)
			return &map->pairs[i];
	return NULL;
}

const struct node *
lay_value_of(const struct node *map, enum word w, vocab_set groups)
{
	const struct pair	*p = lay_pair(map, w, groups);

	return p == NULL ? NULL : p->value;
}

static struct node *
text_node(struct arena *a, const char *text, struct place at)
{
	struct node	*n = arena_alloc(a, sizeof(*n));

	n->kind = NODE_TEXT;
	n->text = text;
	n->place = at;
	return n;
}

static struct pair *
pair_of(const struct node *map, const struct pair *p)
{
	return &map->pairs[p - map->pairs];
}

struct node *
lay_copy(struct arena *a, const struct node *n, size_t more)
{
	struct node	*out = arena_alloc(a, sizeof(*out));

	*out = *n;
	if (n->kind != NODE_MAP) {	/* of nothing: a map without keys */
		out->kind = NODE_MAP;
		out->text = NULL;
		out->n = 0;
	}
	out->pairs = arena_array(a, out->n + more + 1, sizeof(*out->pairs));
	if (out->n > 0)
		memcpy(out->pairs, n->pairs, out->n * sizeof(*out->pairs));
	return out;
}

static void
append(struct node *map, struct node *key, struct node *value)
{
	map->pairs[map->n++] = (struct pair){ key, value };
}

/* What is read alone afterwards: trees are not changed once they stand. */
static struct node *
held(struct arena *a, const struct node *n)
{
	struct node	*out = arena_alloc(a, sizeof(*out));

	*out = *n;
	return out;
}

struct node *
lay_set(struct arena *a, const struct node *map, enum word w, vocab_set groups,
    const struct node *value)
{
	struct node		*out = lay_copy(a, map, 1);
	const struct pair	*p = lay_pair(out, w, groups);

	if (p != NULL)
		pair_of(out, p)->value = held(a, value);
	else
		append(out, text_node(a, vocab_text(w, LANG_EN),
		    value->place), held(a, value));
	return out;
}

struct node *
lay_drop(struct arena *a, const struct node *map, enum word w, vocab_set groups)
{
	struct node		*out = lay_copy(a, map, 0);
	const struct pair	*p = lay_pair(out, w, groups);
	size_t			 i;

	if (p == NULL)
		return out;
	for (i = (size_t)(p - out->pairs); i + 1 < out->n; i++)
		out->pairs[i] = out->pairs[i + 1];
	out->n--;
	return out;
}

struct node *
lay_map_of(struct arena *a, enum word key, const struct node *value)
{
	struct node	nothing = { .kind = NODE_TEXT, .place = value->place };

	return lay_set(a, &nothing, key, 0, value);
}

/* ---- places */

static void
note_place(struct laying *l, const struct node *over, struct place under)
{
	size_t	len = over->kind != NODE_TEXT ? 1 : strlen(over->text);
	int	chars = over->kind != NODE_TEXT ? 1 :
		    (int)text_chars(over->text, len) + 2 * over->quoted;

	l->places = arena_grow(l->arena, l->places, l->nplaces, &l->capplaces,
	    sizeof(*l->places));
	l->places[l->nplaces++] = (struct place_over){ over->place,
	    chars > 0 ? chars : 1, under };
}

void
lay_note(struct laying *l, const struct node *over, struct place under)
{
	size_t	i;

	note_place(l, over, under);
	for (i = 0; i < over->n; i++) {
		if (over->kind == NODE_MAP) {
			note_place(l, over->pairs[i].key, under);
			lay_note(l, over->pairs[i].value, under);
		} else
			lay_note(l, over->items[i], under);
	}
}

/* ---- which key is which */

static const char *
medium_id(const char *s)
{
	const struct term	*t;

	for (t = media_terms; t->id != NULL; t++)
		if (strcmp(s, t->id) == 0 || strcmp(s, t->zh) == 0)
			return t->id;
	return s;
}

static bool
same_code(const char *a, const char *b)
{
	enum code	x, y;

	return code_find(a, &x) && code_find(b, &y) ? x == y :
	    strcmp(a, b) == 0;
}

static bool
same_division(const char *a, const char *b)
{
	char	x[DIVISION_MAX + 1], y[DIVISION_MAX + 1];

	return division_parse(a, x) && division_parse(b, y) ?
	    strcmp(x, y) == 0 : strcmp(a, b) == 0;
}

static bool
same_key(const struct row *r, const char *a, const char *b)
{
	enum word	w;

	switch (r->keys) {
	case KEYS_WORDS:
		w = vocab_find(a, r->groups);
		return w != W_NONE ? w == vocab_find(b, r->groups) :
		    strcmp(a, b) == 0;
	case KEYS_CODES:
		return same_code(a, b);
	case KEYS_DIVISIONS:
		return same_division(a, b);
	case KEYS_MEDIA:
		return strcmp(medium_id(a), medium_id(b)) == 0;
	default:
		return strcmp(a, b) == 0;
	}
}

static const char *
title_of(const struct pair *p, vocab_set groups)
{
	const struct node	*n = lay_value_of(p->value, W_TITLE, groups);

	return n == NULL || n->kind != NODE_TEXT ? "" : n->text;
}

/* The base's pair that a key means; of names by id first, then by title. */
static size_t
find_pair(const struct row *r, const struct node *map, size_t n,
    const char *key)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if (same_key(r, map->pairs[i].key->text, key))
			return i;
	for (i = 0; r->keys >= KEYS_NAMES && i < n; i++)
		if (strcmp(title_of(&map->pairs[i], r->groups), key) == 0)
			return i;
	return n;
}

/* ---- what takes away, what is a map */

bool
lay_takes(enum word key, const struct node *value)
{
	return key != W_LASTS && key != W_AGAIN && key != W_ROLL &&
	    key != W_BOUND && key != W_POINT && !value->quoted &&
	    phrase_is_none(value);
}

static bool
must_stand(enum word key, vocab_set groups)
{
	return key == W_PACK || key == W_PROCEDURE || key == W_CASE ||
	    key == W_AT || (key == W_KIND && (groups & IN_STEP) != 0);
}

/* A text for all codes, or both kinds, is a text for each. */
static struct node *
each_of(struct laying *l, const struct row *r, const struct node *base,
    vocab_set groups)
{
	enum code_of	 of = (groups & IN_EVENT) != 0 ? CODE_OF_EVENT :
			    (groups & IN_STEP) != 0 ? CODE_OF_STEP :
			    CODE_OF_ANY;
	struct node	*out = arena_alloc(l->arena, sizeof(*out));
	int		 i;

	out->kind = NODE_MAP;
	out->place = base->place;
	out->pairs = arena_array(l->arena, CODES + 2, sizeof(*out->pairs));
	for (i = 0; r->key == W_TEXT && i < 2; i++)
		append(out, text_node(l->arena, vocab_text(i == 0 ? W_NOTICE :
		    W_ANNOUNCEMENT, LANG_EN), base->place),
		    held(l->arena, base));
	for (i = 0; r->key == W_REMEDY && i < CODES; i++)
		if (code_stands((enum code)i, of))
			append(out, text_node(l->arena, code_word((enum code)i,
			    of, LANG_EN), base->place),
			    held(l->arena, base));
	return out;
}

/* The base's value as the map that it means; NULL: a map replaces it. */
static const struct node *
as_map(struct laying *l, const struct row *r, const struct node *base,
    vocab_set groups)
{
	if (base->kind == NODE_LIST && base->n == 1 && r->alone != W_NONE &&
	    r->alone != W_ANY)
		base = base->items[0];
	if (base->kind == NODE_MAP)
		return base;
	if (build_is_empty(base))
		return lay_copy(l->arena, base, 0);
	if (r->alone == W_ANY)
		return lay_map_of(l->arena, W_ANY, base);
	if (base->kind == NODE_LIST)
		return NULL;
	if (r->alone != W_NONE)
		return phrase_is_none(base) ||
		    vocab_find(base->text, IN_BOOL) != W_NONE ? NULL :
		    lay_map_of(l->arena, r->alone, base);
	if (r->key == W_UPHELD &&
	    vocab_find(base->text, IN_UPHELD_KINDS) == W_AGAIN)
		return lay_map_of(l->arena, W_AGAIN, text_node(l->arena,
		    vocab_text(W_TRUE, LANG_EN), base->place));
	return r->key == W_TEXT || r->key == W_REMEDY ?
	    each_of(l, r, base, groups) : NULL;
}

/* A deadline that is changed is cited anew; one that is only noted is not. */
static bool
only_notes(const struct node *map)
{
	size_t	i;

	for (i = 0; i < map->n; i++)
		if (vocab_find(map->pairs[i].key->text, IN_BOUND) != W_NOTE)
			return false;
	return true;
}

static struct node	*lay_rows(struct laying *, const struct row *,
			    const struct node *base, const struct node *over,
			    struct place at);

static struct node *
lay_value(struct laying *l, enum word key, const struct node *base,
    const struct node *over, vocab_set groups, struct place at)
{
	const struct row	*r = row_of(key);
	const struct node	*map;

	if (r != NULL && over->kind == NODE_MAP &&
	    (map = as_map(l, r, base, groups)) != NULL) {
		if (r->alone == W_BOUND || r->alone == W_POINT)
			if (!only_notes(over))
				map = lay_drop(l->arena, map, W_BASIS,
				    IN_BOUND);
		return lay_rows(l, r, map, over, at);
	}
	if (r != NULL && build_is_empty(over) && r->alone == W_NONE)
		return held(l->arena, base);
	lay_note(l, over, base->place);
	return held(l->arena, over);
}

/* ---- names and points */

/* The title that phrases of the base go on to name. */
static void
note_title(struct laying *l, const struct pair *base, const struct pair *over,
    vocab_set groups)
{
	const char	*old = title_of(base, groups);

	if (*old == '\0' || lay_pair(over->value, W_TITLE, groups) == NULL)
		return;
	l->was = arena_grow(l->arena, l->was, l->nwas, &l->capwas,
	    sizeof(*l->was));
	l->was[l->nwas++] = (struct was){ base->key->text, old };
}

static void
note_taken(struct laying *l, const struct row *r, const struct pair *base,
    const struct pair *over)
{
	l->taken = arena_grow(l->arena, l->taken, l->ntaken, &l->captaken,
	    sizeof(*l->taken));
	l->taken[l->ntaken++] = (struct taken){ base->key->text,
	    title_of(base, r->groups), over->key->place };
	note_place(l, over->key, base->key->place);
	if (r->keys == KEYS_POINTS)
		cite_taken(l, over->key, base);
}

/* The base's id, at the overlay's place. */
static struct pair
lay_named(struct laying *l, const struct row *r, const struct pair *base,
    const struct pair *over)
{
	struct pair	 out = { held(l->arena, over->key), NULL };
	const struct node *map = as_map(l, r, base->value, r->groups);

	out.key->text = base->key->text;
	note_place(l, over->key, base->key->place);
	if (map == NULL || (over->value->kind != NODE_MAP &&
	    !build_is_empty(over->value))) {
		lay_note(l, over->value, base->key->place);
		out.value = held(l->arena, over->value);
		return out;
	}
	note_title(l, base, over, r->groups);
	out.value = lay_map(l, map, over->value, r->groups, base->key->place);
	if (r->keys == KEYS_POINTS)
		out.value = cite_point(l, base, over, out.value, r->groups);
	return out;
}

/* What one writes without a kind, or a place, is none that is new. */
static bool
is_misnamed(const struct row *r, const struct node *base,
    const struct pair *over, const char **near)
{
	const char	*names[2 * POINTS_MAX];
	size_t		 i, n = 0;

	*near = NULL;
	if (r->keys != KEYS_POINTS || over->value->kind == NODE_LIST)
		return false;
	for (i = 0; i < base->n && n + 2 <= 2 * POINTS_MAX; i++) {
		names[n++] = base->pairs[i].key->text;
		if (*title_of(&base->pairs[i], r->groups) != '\0')
			names[n++] = title_of(&base->pairs[i], r->groups);
	}
	*near = text_nearest(over->key->text, names, n);
	if (phrase_is_none(over->value))
		return true;
	if ((r->groups & IN_STEP) != 0)
		return lay_pair(over->value, W_KIND, IN_STEP) == NULL &&
		    lay_pair(over->value, W_AT, IN_STEP) == NULL;
	return *near != NULL && lay_pair(over->value, W_TITLE, IN_EVENT) ==
	    NULL;
}

static void
refuse_misnamed(struct laying *l, const struct row *r,
    const struct node *base, const struct pair *over, const char *near)
{
	const char	*all = "", *name;
	bool		 zh = text_lang() == LANG_ZH;
	size_t		 i;

	diag_error(l->diags, over->key->place, (r->groups & IN_STEP) != 0 ?
	    _("`%s` is no step of what this pack lies over, `%s`") :
	    _("`%s` is no event of what this pack lies over, `%s`"),
	    over->key->text, l->base);
	if (diag_meant(l->diags, near))
		return;
	for (i = 0; i < base->n; i++) {
		name = title_of(&base->pairs[i], r->groups);
		all = arena_printf(l->arena, _("%s%s`%s`"), all, i == 0 ? "" :
		    _(", "), zh && *name != '\0' ? name :
		    base->pairs[i].key->text);
	}
	if (base->n > 0)
		diag_note(l->diags, NOWHERE, _("these can stand here: %s"),
		    all);
	if ((r->groups & IN_STEP) != 0 && !phrase_is_none(over->value))
		diag_note(l->diags, NOWHERE, _("a new step says its `kind`, "
		    "`at` and `basis`"));
}

/* Behind the base's. */
static void
append_named(struct laying *l, const struct row *r, const struct node *base,
    struct node *out, const struct pair *over)
{
	struct node	*value = held(l->arena, over->value);
	const char	*near;

	if (is_misnamed(r, base, over, &near)) {
		refuse_misnamed(l, r, base, over, near);
		return;
	}
	if (r->keys == KEYS_POINTS && value->kind == NODE_MAP)
		value = cite_point(l, NULL, over, value, r->groups);
	append(out, over->key, value);
}

/* ---- a map over a map */

static void
refuse_taking(struct laying *l, const struct pair *over,
    const struct pair *base)
{
	diag_error(l->diags, over->value->place, _("`%s` cannot be taken "
	    "away: it must stand"), over->key->text);
	if (base != NULL)
		diag_note(l->diags, base->key->place,
		    _("what it lies over stands here"));
}

/* One pair of the overlay; `set` says which of the base's it met before. */
static void
lay_pair_over(struct laying *l, const struct row *r, const struct node *base,
    struct node *out, const struct pair *over, bool *set, struct place at)
{
	bool		 words = r->keys == KEYS_WORDS, named =
			    r->keys >= KEYS_NAMES;
	enum word	 key = words ? vocab_find(over->key->text, r->groups) :
			    W_NONE;
	size_t		 i = find_pair(r, base, base->n, over->key->text);

	if (lay_takes(key, over->value) && (i < base->n || !named)) {
		if (must_stand(key, r->groups))
			refuse_taking(l, over, i < base->n ?
			    &base->pairs[i] : NULL);
		else if (i < base->n) {
			out->pairs[i].key = NULL;
			if (named)
				note_taken(l, r, &base->pairs[i], over);
		}
	} else if (i == base->n || set[i]) {
		if (named) {
			append_named(l, r, base, out, over);
			return;
		}
		lay_note(l, over->value, at);
		note_place(l, over->key, at);
		append(out, over->key, over->value);
	} else if (named)
		out->pairs[i] = lay_named(l, r, &base->pairs[i], over);
	else {
		note_place(l, over->key, base->pairs[i].key->place);
		out->pairs[i] = (struct pair){ over->key, lay_value(l, key,
		    base->pairs[i].value, over->value, r->groups,
		    base->pairs[i].key->place) };
	}
	if (i < base->n)
		set[i] = true;
}

static struct node *
lay_rows(struct laying *l, const struct row *r, const struct node *base,
    const struct node *over, struct place at)
{
	struct node	*out = lay_copy(l->arena, base, over->n);
	bool		*set = arena_array(l->arena, base->n + 1,
			    sizeof(*set));
	size_t		 i, n = 0;

	out->place = over->place;
	note_place(l, over, base->place);
	for (i = 0; i < over->n; i++)
		lay_pair_over(l, r, base, out, &over->pairs[i], set, at);
	for (i = 0; i < out->n; i++)
		if (out->pairs[i].key != NULL)
			out->pairs[n++] = out->pairs[i];
	out->n = n;
	return out;
}

struct node *
lay_map(struct laying *l, const struct node *base, const struct node *over,
    vocab_set groups, struct place at)
{
	struct row	r = { W_NONE, KEYS_WORDS, groups, W_NONE };

	return build_is_empty(over) ? lay_copy(l->arena, base, 0) :
	    lay_rows(l, &r, base, over, at);
}
