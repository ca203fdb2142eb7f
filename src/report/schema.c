/*
 * Each kind of value and each map of rule files is a definition; keys refer to
 * them, in both languages.  Editors that insert a key look at what stands in
 * its kind itself, and begin a list or a map where that may be one: so what is
 * said of those stands a step further in, under `allOf`.
 */
#include "report/schema.h"

#include <string.h>

#include "report/schema_parts.h"
#include "rule/cites.h"
#include "rule/terms.h"
#include "words/codes.h"
#include "words/json.h"

struct out {
	FILE		*f;
	struct arena	*arena;
	int		 depth;
	bool		 first;		/* nothing stands in this one yet */
};

/* ---- JSON, each member on a line of its own */

static void
next(struct out *o)
{
	fprintf(o->f, "%s\n%*s", o->first ? "" : ",", o->depth, "");
	o->first = false;
}

static void
put_key(struct out *o, const char *name)
{
	next(o);
	json_string(o->f, name);
	fputs(": ", o->f);
}

static void
open_as(struct out *o, char bracket)
{
	putc(bracket, o->f);
	o->depth++;
	o->first = true;
}

static void
close_as(struct out *o, char bracket)
{
	o->depth--;
	fprintf(o->f, "\n%*s%c", o->depth, "", bracket);
	o->first = false;
}

static void
open_key(struct out *o, const char *name, char bracket)
{
	put_key(o, name);
	open_as(o, bracket);
}

static void
put_member(struct out *o, const char *name, const char *value)
{
	put_key(o, name);
	json_string(o->f, value);
}

static void
put_ref(struct out *o, const char *to)
{
	put_member(o, "$ref", arena_printf(o->arena, "#/definitions/%s", to));
}

/* What no value is (no file holds a NUL), with what is said of each. */
static void
put_refusal(struct out *o, const char *message)
{
	fputs("{\"enum\": [\"\\u0000\"], \"doNotSuggest\": true, "
	    "\"errorMessage\": ", o->f);
	json_string(o->f, message);
	putc('}', o->f);
}

/* ---- what editors offer */

static const enum lang	langs[] = { LANG_ZH, LANG_EN };

static void
put_snippet(struct out *o, const char *label, const char *body,
    const char *help)
{
	next(o);
	fputs("{\"label\": ", o->f);
	json_string(o->f, label);
	if (*help != '\0') {
		fputs(", \"description\": ", o->f);
		json_string(o->f, _(help));
	}
	fputs(", \"body\": ", o->f);
	json_string(o->f, body);
	putc('}', o->f);
}

static void
offer_words(struct out *o, vocab_set groups, bool each)
{
	const char	*text;
	struct vocab_row	 k;
	size_t		 i = 0;

	while (vocab_next(&i, groups, &k)) {
		if (!k.written)
			continue;
		/* Editors know true and false themselves. */
		if (k.lang == LANG_ZH || (groups & IN_BOOL) == 0)
			put_snippet(o, k.text, k.text, k.help);
		if (!each || k.word == W_OWN)
			continue;
		text = arena_printf(o->arena, "%s%s", k.lang == LANG_ZH ?
		    "各" : "each ", k.text);
		put_snippet(o, text, text, "");
	}
}

static void
offer_forms(struct out *o, const enum form *forms)
{
	const char	*form;
	int		 i;

	for (; *forms != FORMS; forms++)
		for (i = 0; i < 2; i++) {
			form = vocab_form(*forms, langs[i]);
			put_snippet(o, form, form_snippet(o->arena, form,
			    langs[i]), "");
		}
}

static void
offer_terms(struct out *o)
{
	const struct term	*t;

	for (t = media_terms; t->id != NULL; t++) {
		put_snippet(o, t->zh, t->zh, t->title);
		put_snippet(o, t->id, t->id, t->title);
	}
}

static void
offer_days(struct out *o)
{
	int	i;

	for (i = 0; i < 2; i++)
		put_snippet(o, vocab_days(langs[i]), vocab_days(langs[i]), "");
}

static void
offer_severities(struct out *o)
{
	const char	*word;
	int		 i, k;

	for (i = SEVERITIES - 1; i >= 0; i--)
		for (k = 0; k < 2; k++) {
			word = severity_word((enum severity)i, langs[k]);
			put_snippet(o, word, word, "");
		}
}

static bool
is_text(const struct value_row *r)
{
	return (r->is & IS_TEXT) == IS_TEXT;
}

static void
put_offers(struct out *o, const struct value_row *r)
{
	bool	free = is_text(r) || r->pattern == pattern_point;

	if (!free && r->words == 0 && r->forms == NULL && r->pattern !=
	    pattern_medium && r->pattern != pattern_severity && r->pattern !=
	    pattern_days)
		return;
	open_key(o, "defaultSnippets", '[');
	if (r->words != 0)
		offer_words(o, r->words, r->pattern == pattern_where);
	if (r->forms != NULL)
		offer_forms(o, r->forms);
	if (r->pattern == pattern_medium)
		offer_terms(o);
	if (r->pattern == pattern_severity)
		offer_severities(o);
	if (r->pattern == pattern_days)
		offer_days(o);
	if (free)
		put_snippet(o, _("TEXT"), "$1", "");
	close_as(o, ']');
}

/* ---- kinds */

static void
put_types(struct out *o, unsigned is, bool map_first)
{
	static const struct {
		unsigned	 is;
		const char	*name;
	} types[] = {
		{ IS_STRING, "string" }, { IS_NUMBER, "number" },
		{ IS_BOOLEAN, "boolean" }, { IS_LIST, "array" },
		{ IS_MAP, "object" }, { IS_NULL, "null" }
	};
	const char	*comma = "";
	size_t		 i;

	fputs("\"type\": [", o->f);
	if (map_first && (is & IS_MAP) != 0) {
		fputs("\"object\"", o->f);
		comma = ", ";
		is &= ~(unsigned)IS_MAP;
	}
	for (i = 0; i < sizeof(types) / sizeof(*types); i++)
		if ((is & types[i].is) != 0) {
			fprintf(o->f, "%s\"%s\"", comma, types[i].name);
			comma = ", ";
		}
	putc(']', o->f);
}

/* Each spelling of a medium or a code is a key. */
static void
put_spelled(struct out *o, const char *text, const char *help,
    enum value_kind entry)
{
	open_key(o, text, '{');
	if (*help != '\0')
		put_member(o, "description", _(help));
	put_ref(o, value_rows[entry].name);
	close_as(o, '}');
}

static void
put_code(struct out *o, enum code c, enum value_kind entry)
{
	const char	*help = code_words(c)->meaning;
	const char	*zh = code_word(c, CODE_OF_ANY, LANG_ZH);
	const char	*event = code_word(c, CODE_OF_EVENT, LANG_ZH);

	put_spelled(o, code_name(c), help, entry);
	put_spelled(o, zh, help, entry);
	if (strcmp(event, zh) != 0)
		put_spelled(o, event, help, entry);
}

static void
put_codes(struct out *o, const struct value_row *r)
{
	const enum code_of	 of = r->names == NAMES_EVENT_CODE ?
				    CODE_OF_EVENT : r->names == NAMES_STEP_CODE
				    ? CODE_OF_STEP : CODE_OF_ANY;
	int			 i;

	for (i = 0; i < CODES; i++)
		if (code_stands((enum code)i, of))
			put_code(o, (enum code)i, r->entry);
}

static void
put_media(struct out *o, const struct value_row *r)
{
	const struct term	*t;

	for (t = media_terms; t->id != NULL; t++) {
		put_spelled(o, t->id, t->title, r->entry);
		put_spelled(o, t->zh, t->title, r->entry);
	}
}

static void
put_cited(struct out *o, const struct value_row *r)
{
	int	i, k;

	for (i = 0; i < CITES; i++)
		for (k = 0; k < 2; k++)
			put_spelled(o, vocab_text(cite_keys[i].key, langs[k]),
			    "", r->entry);
}

static void
put_closed_names(struct out *o, const struct value_row *r)
{
	open_key(o, "properties", '{');
	if (r->names == NAMES_MEDIUM)
		put_media(o, r);
	else if (r->names == NAMES_CITED)
		put_cited(o, r);
	else
		put_codes(o, r);
	close_as(o, '}');
	put_key(o, "additionalProperties");
	fputs("false", o->f);
}

static void
put_names(struct out *o, const struct value_row *r)
{
	const char	*pattern = pattern_names(o->arena, r->names);

	if (pattern == NULL) {
		put_closed_names(o, r);
		return;
	}
	open_key(o, "propertyNames", '{');
	put_member(o, "pattern", pattern);
	put_member(o, "errorMessage", r->names == NAMES_DIVISION ?
	    r->expected(o->arena) : value_rows[r->names == NAMES_LINE ? K_LINE :
	    K_ID].expected(o->arena));
	close_as(o, '}');
	open_key(o, "additionalProperties", '{');
	put_ref(o, value_rows[r->entry].name);
	close_as(o, '}');
}

/* The name of the definition of a kind's items. */
static const char *
item_name(struct out *o, const struct value_row *r)
{
	return r->item != K_NONE ? value_rows[r->item].name :
	    arena_printf(o->arena, "%s-item", r->name);
}

static const char *
message_of(struct out *o, const struct value_row *r)
{
	char	known[256];

	if (r->expected != NULL)
		return r->expected(o->arena);
	return arena_printf(o->arena, _("expected one of: %s"), vocab_list(
	    r->words, text_lang(), known, sizeof(known)));
}

/* Numbers that YAML makes of what must be digits; others are refused. */
static const char *
numbers_of(const struct value_row *r)
{
	if (r->pattern == pattern_division)
		return "{\"minimum\": 10, \"maximum\": 99}, "
		    "{\"minimum\": 1000, \"maximum\": 9999}, "
		    "{\"minimum\": 100000, \"maximum\": 999999}, "
		    "{\"minimum\": 100000000, \"maximum\": 999999999}, "
		    "{\"minimum\": 100000000000}";
	if (r->pattern == pattern_date)
		return "{\"minimum\": 1000, \"maximum\": 9999.99}, "
		    "{\"minimum\": 10000101, \"maximum\": 99991231}";
	return r->pattern == pattern_number ? "{\"minimum\": 1}" : NULL;
}

/* What must not be, in place of `type`, by which editors offer true, null. */
static void
put_refused(struct out *o, const struct value_row *r, unsigned is)
{
	const char	*numbers = numbers_of(r);

	if (numbers != NULL && (is & IS_NUMBER) != 0) {
		next(o);
		fprintf(o->f, "{\"if\": {\"type\": \"number\", \"not\": "
		    "{\"anyOf\": [%s]}}, \"then\": ", numbers);
		put_refusal(o, message_of(o, r));
		putc('}', o->f);
	}
	if (!is_text(r))
		return;
	next(o);
	fputs("{\"if\": {", o->f);
	put_types(o, ~is, false);
	fputs("}, \"then\": ", o->f);
	put_refusal(o, message_of(o, r));
	putc('}', o->f);
}

/* What stands in a list or a map of that kind. */
static void
put_inside(struct out *o, const struct value_row *r, unsigned is)
{
	if (!is_text(r) && numbers_of(r) == NULL &&
	    (is & (IS_MAP | IS_LIST)) == 0)
		return;
	open_key(o, "allOf", '[');
	put_refused(o, r, is);
	if ((is & IS_MAP) != 0 && r->map != 0) {
		next(o);
		open_as(o, '{');
		put_ref(o, arena_printf(o->arena, "keys-of-%s",
		    group_name(r->map)));
		close_as(o, '}');
	}
	if ((is & IS_LIST) != 0 || ((is & IS_MAP) != 0 && r->names !=
	    NAMES_NONE)) {
		next(o);
		open_as(o, '{');
		put_member(o, "errorMessage", message_of(o, r));
		if ((is & IS_MAP) != 0 && r->names != NAMES_NONE)
			put_names(o, r);
		if ((is & IS_LIST) != 0) {
			open_key(o, "items", '{');
			put_ref(o, item_name(o, r));
			close_as(o, '}');
		}
		close_as(o, '}');
	}
	close_as(o, ']');
}

static const char *
pattern_of(struct out *o, const struct value_row *r, unsigned *is)
{
	const char	*pattern = r->pattern != NULL ? r->pattern(o->arena) :
			    r->words != 0 ? pattern_words(o->arena, r->words) :
			    NULL;
	const char	*none;

	if (!r->taken_away || is_text(r))
		return pattern;
	none = arena_printf(o->arena, "^(?:%s|%s)$", vocab_form(FORM_NONE,
	    LANG_EN), vocab_form(FORM_NONE, LANG_ZH));
	*is |= IS_STRING;
	return pattern == NULL ? none : arena_printf(o->arena, "%s|%s",
	    pattern, none);
}

static void
put_kind(struct out *o, const struct value_row *r, const char *name,
    unsigned is)
{
	const char	*pattern = pattern_of(o, r, &is);

	open_key(o, name, '{');
	if (!is_text(r)) {
		next(o);
		put_types(o, is, r->pattern == NULL && r->words == 0);
	}
	if (pattern != NULL)
		put_member(o, "pattern", pattern);
	put_member(o, "errorMessage", message_of(o, r));
	put_inside(o, r, is);
	put_offers(o, r);
	close_as(o, '}');
}

static void
put_kinds(struct out *o)
{
	const struct value_row	*r;
	int			 k;

	for (k = K_NONE + 1; k < KINDS; k++) {
		r = &value_rows[k];
		put_kind(o, r, r->name, r->is);
		if ((r->is & IS_LIST) != 0 && r->item == K_NONE)
			put_kind(o, r, item_name(o, r),
			    r->is & ~(unsigned)(IS_LIST | IS_NULL));
	}
}

/* ---- maps with keys of the language */

/* What the key means, then what may stand under it. */
static void
put_property(struct out *o, const struct vocab_row *k,
    const struct value_row *r)
{
	const char	*help = *k->help == '\0' ? k->text : _(k->help);

	open_key(o, k->text, '{');
	put_member(o, "description", arena_printf(o->arena, "%s\n\n%s", help,
	    message_of(o, r)));
	put_ref(o, r->name);
	close_as(o, '}');
}

/* YAML 1.1, which an editor may be set to, takes the key `on` for true. */
static void
put_old_on(struct out *o, vocab_set group)
{
	if (vocab_find("on", group) == W_NONE)
		return;
	open_key(o, "patternProperties", '{');
	open_key(o, "^true$", '{');
	put_ref(o, value_rows[kind_of(vocab_find("on", group), group)].name);
	close_as(o, '}');
	close_as(o, '}');
}

/* A key in one language refuses the same in the other. */
static void
put_twice(struct out *o, vocab_set group)
{
	struct vocab_row	k;
	size_t		i = 0;

	open_key(o, "dependencies", '{');
	while (vocab_next(&i, group, &k)) {
		if (k.lang != LANG_EN)
			continue;
		put_key(o, k.text);
		fputs("{\"properties\": {", o->f);
		json_string(o->f, vocab_text(k.word, LANG_ZH));
		fputs(": {\"$ref\": \"#/definitions/twice\"}}}", o->f);
	}
	close_as(o, '}');
}

static void
put_keys(struct out *o, vocab_set group)
{
	struct vocab_row	k;
	enum value_kind	kind;
	size_t		i = 0;

	open_key(o, arena_printf(o->arena, "keys-of-%s", group_name(group)),
	    '{');
	put_member(o, "errorMessage", expected_keys(o->arena, group));
	open_key(o, "properties", '{');
	while (vocab_next(&i, group, &k)) {
		kind = kind_of(k.word, group);
		if (kind != K_NONE)
			put_property(o, &k, &value_rows[kind]);
	}
	close_as(o, '}');
	put_old_on(o, group);
	put_key(o, "additionalProperties");
	fputs("false", o->f);
	put_twice(o, group);
	close_as(o, '}');
}

/* ---- the whole */

/*
 * {"required": [KEY]} of each key of the groups that is in none of `but`; of
 * `only` alone, if that is a word.
 */
static void
put_has(struct out *o, vocab_set groups, vocab_set but, enum word only)
{
	struct vocab_row	k;
	size_t		i = 0;

	open_key(o, "anyOf", '[');
	while (vocab_next(&i, groups, &k)) {
		if ((only != W_NONE && k.word != only) ||
		    (vocab_groups(k.word) & but) != 0)
			continue;
		next(o);
		fputs("{\"required\": [", o->f);
		json_string(o->f, k.text);
		fputs("]}", o->f);
	}
	close_as(o, ']');
}

/* It has `pack`, or a key that only pack.yaml has and no `procedure`. */
static void
put_is_pack(struct out *o)
{
	open_key(o, "if", '{');
	open_key(o, "anyOf", '[');
	next(o);
	open_as(o, '{');
	put_has(o, IN_PACK, 0, W_PACK);
	close_as(o, '}');
	next(o);
	open_as(o, '{');
	put_has(o, IN_PACK, IN_PROCEDURE, W_NONE);
	open_key(o, "not", '{');
	put_has(o, IN_PROCEDURE, 0, W_PROCEDURE);
	close_as(o, '}');
	close_as(o, '}');
	close_as(o, ']');
	close_as(o, '}');
}

/* The keys of a file, of which one, in either language, must stand there. */
static void
put_file(struct out *o, const char *branch, vocab_set group, enum word must)
{
	const char	*en = vocab_text(must, LANG_EN);
	const char	*zh = vocab_text(must, LANG_ZH);

	open_key(o, branch, '{');
	open_key(o, "allOf", '[');
	next(o);
	open_as(o, '{');
	put_ref(o, arena_printf(o->arena, "keys-of-%s", group_name(group)));
	close_as(o, '}');
	next(o);
	fprintf(o->f, "{\"if\": {\"required\": [\"%s\"]}, \"else\": "
	    "{\"required\": [\"%s\"], \"errorMessage\": ", en, zh);
	json_string(o->f, arena_printf(o->arena, must != W_PROCEDURE ?
	    _("`%s: NAME` is missing here") : _("`%s: ID` is missing here"),
	    vocab_text(must, text_lang())));
	fputs("}}", o->f);
	close_as(o, ']');
	close_as(o, '}');
}

/* It has `annual`, or a key of that file that a procedure's has not. */
static void
put_others(struct out *o)
{
	open_key(o, "else", '{');
	open_key(o, "if", '{');
	open_key(o, "anyOf", '[');
	next(o);
	open_as(o, '{');
	put_has(o, IN_ANNUAL, 0, W_ANNUAL);
	close_as(o, '}');
	next(o);
	open_as(o, '{');
	put_has(o, IN_ANNUAL, 0, W_TABLES);
	close_as(o, '}');
	close_as(o, ']');
	close_as(o, '}');
	put_file(o, "then", IN_ANNUAL, W_ANNUAL);
	put_file(o, "else", IN_PROCEDURE, W_PROCEDURE);
	close_as(o, '}');
}

void
schema_write(FILE *f, struct arena *a)
{
	struct out	o = { f, a, 0, true };
	size_t		i;

	open_as(&o, '{');
	put_member(&o, "$schema", "http://json-schema.org/draft-07/schema#");
	put_member(&o, "description", _("gongshi's rule files, pack.yaml and "
	    "procedures; see gongshi-rules(5)"));
	put_member(&o, "type", "object");
	put_member(&o, "errorMessage", value_rows[K_EVENTS].expected(a));
	put_is_pack(&o);
	put_file(&o, "then", IN_PACK, W_PACK);
	put_others(&o);
	open_key(&o, "definitions", '{');
	put_key(&o, "twice");
	put_refusal(&o, _("this key stands here already, in the other "
	    "language"));
	for (i = 0; group_at(i) != 0; i++)
		put_keys(&o, group_at(i));
	put_kinds(&o);
	close_as(&o, '}');
	close_as(&o, '}');
	putc('\n', f);
}
