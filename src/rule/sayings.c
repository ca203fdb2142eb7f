/*
 * How grave a finding is, and what is said to be done: by code, the nearest
 * wins.
 */
#include <string.h>

#include "rule/build.h"

static const char *
all_codes(struct build *b, enum code_of of)
{
	const char	*all = "";
	int		 i;

	for (i = 0; i < CODES; i++)
		if (code_stands((enum code)i, of))
			all = arena_printf(b->arena, "%s%s%s", all,
			    *all == '\0' ? "" : _(", "), code_word(
			    (enum code)i, of, text_lang()));
	return all;
}

static void
tell_codes(struct build *b, const char *text, enum code_of of)
{
	if (!build_offers(b) || diag_meant(b->diags, code_nearest(text, of)))
		return;
	diag_note(b->diags, NOWHERE, _("expected one of: %s"),
	    all_codes(b, of));
}

bool
build_code(struct build *b, const struct node *key, enum code_of of,
    enum code *out)
{
	if (!code_find(key->text, out)) {
		diag_error(b->diags, key->place,
		    _("`%s` is no code of a finding"), key->text);
		tell_codes(b, key->text, of);
		return false;
	}
	if (code_stands(*out, of))
		return true;
	diag_error(b->diags, key->place, of == CODE_OF_EVENT ?
	    _("`%s` is raised of steps, never of an event") :
	    _("`%s` is raised of events, never of a step"), key->text);
	diag_note(b->diags, NOWHERE, _("expected one of: %s"),
	    all_codes(b, of));
	return false;
}

bool
build_severity(struct build *b, const struct node *n, enum severity *out)
{
	const char	*all = "";
	int		 i;

	if (n->kind == NODE_TEXT && severity_find(n->text, out))
		return true;
	for (i = SEVERITIES - 1; i >= 0; i--)
		all = arena_printf(b->arena, "%s%s%s", all, *all == '\0' ? "" :
		    _(", "), severity_word((enum severity)i, text_lang()));
	diag_error(b->diags, n->place, _("expected one of: %s"), all);
	if (n->kind == NODE_TEXT)
		diag_meant(b->diags, severity_nearest(n->text));
	return false;
}

/* One line; false: told. */
static bool
is_line(struct build *b, const struct node *key, const struct node *n)
{
	if (n->kind == NODE_TEXT && *n->text != '\0' &&
	    strchr(n->text, '\n') == NULL)
		return true;
	diag_error(b->diags, n->place,
	    _("expected a text of one line as the value of `%s`"), key->text);
	return false;
}

/* Each code of the map, once; calls for those that stand there. */
static void
each_code(struct build *b, const struct node *map, enum code_of of,
    void (*take)(struct build *, const struct pair *, enum code,
    struct sayings *), struct sayings *out)
{
	bool		seen[CODES] = { false };
	enum code	c;
	size_t		i;

	for (i = 0; i < map->n; i++) {
		if (!build_code(b, map->pairs[i].key, of, &c))
			continue;
		if (seen[c])
			diag_error(b->diags, map->pairs[i].key->place,
			    _("`%s` stands here a second time"),
			    map->pairs[i].key->text);
		seen[c] = true;
		take(b, &map->pairs[i], c, out);
	}
}

static void
take_severity(struct build *b, const struct pair *p, enum code c,
    struct sayings *out)
{
	(void)build_severity(b, p->value, &out->severity[c]);
}

static void
take_remedy(struct build *b, const struct pair *p, enum code c,
    struct sayings *out)
{
	if (is_line(b, p->key, p->value))
		out->remedy[c] = p->value->text;
}

const struct sayings *
build_sayings(struct build *b, const struct fields *f, enum code_of of,
    const struct sayings *above)
{
	const struct node	*severity = f->value[W_SEVERITY];
	const struct node	*remedy = f->value[W_REMEDY];
	struct sayings		*out;
	int			 i;

	if (severity == NULL && remedy == NULL)
		return above;
	out = arena_alloc(b->arena, sizeof(*out));
	*out = *above;
	if (severity != NULL && severity->kind == NODE_MAP)
		each_code(b, severity, of, take_severity, out);
	else if (severity != NULL)
		diag_error(b->diags, severity->place, _("expected codes with "
		    "severities here, each `CODE: SEVERITY`"));
	if (remedy == NULL)
		return out;
	if (remedy->kind == NODE_MAP)
		each_code(b, remedy, of, take_remedy, out);
	else if (is_line(b, f->key[W_REMEDY], remedy))
		for (i = 0; i < CODES; i++)
			out->remedy[i] = remedy->text;
	return out;
}

const struct sayings *
sayings_of_codes(struct arena *a)
{
	struct sayings	*out = arena_alloc(a, sizeof(*out));
	int		 i;

	for (i = 0; i < CODES; i++)
		out->severity[i] = code_severity((enum code)i);
	return out;
}
