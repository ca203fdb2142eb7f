/*
 * What the files of a pack are made of: keys with values, texts, words.
 */
#include "rule/build.h"

#include <string.h>

bool
build_is_empty(const struct node *n)
{
	return n->kind == NODE_TEXT && !n->quoted && (*n->text == '\0' ||
	    strcmp(n->text, "~") == 0 || strcmp(n->text, "null") == 0);
}

bool
build_offers(struct build *b)
{
	enum { OFFERS = 300 };

	return b->offers++ < OFFERS;
}

static bool
map_has(const struct node *map, enum word w, vocab_set groups)
{
	size_t	i;

	for (i = 0; i < map->n; i++)
		if (vocab_find(map->pairs[i].key->text, groups) == w)
			return true;
	return false;
}

/* A key of another place: where it belongs. */
static void
tell_holder(struct build *b, const char *key)
{
	enum word	 holder = vocab_holder(key);
	const char	*name = vocab_text(holder, text_lang());

	if (holder == W_PACK)
		diag_note(b->diags, NOWHERE, _("`%s` stands in pack.yaml"),
		    key);
	else if (holder == W_PROCEDURE)
		diag_note(b->diags, NOWHERE, _("`%s` stands at the outermost "
		    "level of a procedure's file"), key);
	else
		diag_note(b->diags, NOWHERE, _("`%s` stands under `%s`"), key,
		    name);
}

/* What moves a deadline, written beside the key of the deadline. */
static bool
tell_beside(struct build *b, const char *key)
{
	enum word	w = vocab_find(key, IN_BOUND);

	if (w != W_PAUSES && w != W_EXTENDS)
		return false;
	diag_note(b->diags, NOWHERE, _("`%s` stands beside a deadline's "
	    "phrase: {%s: PHRASE, %s: ...}"), key, vocab_text(W_BOUND,
	    text_lang()), key);
	return true;
}

static bool
is_condition(enum word w)
{
	return w == W_FOR || w == W_NOT_FOR || w == W_WHEN || w == W_UNLESS;
}

static void
unknown_key(struct build *b, const struct node *map, const struct node *key,
    vocab_set groups)
{
	const char	*near = vocab_nearest(key->text, groups);
	const char	*hint = statute_hint(b->arena, key->text, OF_KEYS);
	char		 known[1024];

	diag_error(b->diags, key->place, _("`%s` is no key here"), key->text);
	if (is_condition(vocab_find(key->text, IN_STEP)))
		diag_note(b->diags, NOWHERE,
		    _("nothing under this key takes conditions"));
	else if (tell_beside(b, key->text))
		return;
	else if (hint == NULL && vocab_holder(key->text) != W_NONE)
		tell_holder(b, key->text);
	else if (near != NULL && !map_has(map, vocab_find(near, groups),
	    groups))
		diag_meant(b->diags, near);
	else if (hint != NULL)
		diag_note(b->diags, NOWHERE, "%s", hint);
	else
		diag_note(b->diags, NOWHERE, _("expected one of: %s"),
		    vocab_list(groups, text_lang(), known, sizeof(known)));
}

static void
take_field(struct build *b, const struct node *map, const struct pair *p,
    vocab_set groups, struct fields *out)
{
	enum word	w = vocab_find(p->key->text, groups);

	if (w == W_NONE)
		unknown_key(b, map, p->key, groups);
	else if (out->key[w] != NULL) {
		diag_error(b->diags, p->key->place,
		    _("`%s` stands here a second time"), p->key->text);
		diag_note(b->diags, out->key[w]->place,
		    _("the first time here"));
	} else {
		out->key[w] = p->key;
		out->value[w] = p->value;
	}
}

bool
build_fields(struct build *b, const struct node *map, vocab_set groups,
    struct fields *out)
{
	char	known[1024];
	size_t	i;

	memset(out, 0, sizeof(*out));
	if (build_is_empty(map))
		return true;
	if (map->kind != NODE_MAP) {
		diag_error(b->diags, map->place,
		    _("expected keys with values here, each `key: value`"));
		diag_note(b->diags, NOWHERE, _("expected one of: %s"),
		    vocab_list(groups, text_lang(), known, sizeof(known)));
		return false;
	}
	for (i = 0; i < map->n; i++)
		take_field(b, map, &map->pairs[i], groups, out);
	return true;
}

const char *
build_text(struct build *b, const struct fields *f, enum word w)
{
	const struct node	*n = f->value[w];

	if (n == NULL)
		return "";
	if (n->kind != NODE_TEXT) {
		diag_error(b->diags, n->place,
		    _("expected a text as the value of `%s`"),
		    f->key[w]->text);
		return "";
	}
	if (w != W_NOTE && strchr(n->text, '\n') != NULL)
		diag_error(b->diags, n->place,
		    _("expected a text of one line as the value of `%s`"),
		    f->key[w]->text);
	return n->text;
}

enum word
build_word(struct build *b, const struct node *n, vocab_set groups)
{
	enum word	 w = W_NONE;
	const char	*near;
	char		 known[256];

	if (n->kind == NODE_TEXT)
		w = vocab_find(n->text, groups);
	if (w != W_NONE)
		return w;
	diag_error(b->diags, n->place, _("expected one of: %s"),
	    vocab_list(groups, text_lang(), known, sizeof(known)));
	near = n->kind == NODE_TEXT ? vocab_nearest(n->text, groups) : NULL;
	diag_meant(b->diags, near);
	return W_NONE;
}

static void
choice(struct build *b, const struct fields *f, enum word key,
    vocab_set groups, enum word yes, int *out)
{
	enum word	w;

	if (f->value[key] == NULL)
		return;
	w = build_word(b, f->value[key], groups);
	if (w != W_NONE)
		*out = w == yes;
}

void
build_counting(struct build *b, const struct node *n, struct counting *out)
{
	struct fields	top, in;

	*out = NOTHING_COUNTED;
	if (n == NULL || !build_fields(b, n, IN_COUNTING, &top))
		return;
	if (top.value[W_DEADLINES] != NULL &&
	    build_fields(b, top.value[W_DEADLINES], IN_DEADLINES, &in)) {
		choice(b, &in, W_FIRST_DAY, IN_FIRST_DAY, W_COUNTED,
		    &out->deadline_counted);
		choice(b, &in, W_ROLL, IN_ROLL, W_ROLL_NEXT,
		    &out->deadline_roll);
	}
	if (top.value[W_WINDOWS] != NULL &&
	    build_fields(b, top.value[W_WINDOWS], IN_WINDOWS, &in)) {
		choice(b, &in, W_JUDGED, IN_FIRST_DAY, W_COUNTED,
		    &out->judged_counted);
		choice(b, &in, W_PLANNED, IN_FIRST_DAY, W_COUNTED,
		    &out->planned_counted);
		choice(b, &in, W_ROLL, IN_ROLL, W_ROLL_NEXT,
		    &out->window_roll);
	}
}

static int
over(int base, int value)
{
	return value < 0 ? base : value;
}

struct counting
counting_merge(struct counting a, struct counting o)
{
	return (struct counting){
		over(a.deadline_counted, o.deadline_counted),
		over(a.deadline_roll, o.deadline_roll),
		over(a.judged_counted, o.judged_counted),
		over(a.planned_counted, o.planned_counted),
		over(a.window_roll, o.window_roll),
	};
}
