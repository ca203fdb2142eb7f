/*
 * What each kind of value may be, what is said of any other, and which kind
 * stands under which key.
 */
#include "report/schema_parts.h"

#include "rule/cites.h"
#include "rule/pack.h"
#include "rule/phrase.h"
#include "rule/terms.h"

/* ---- what was expected, a sentence each */

static const char *
a_line(struct arena *a)
{
	(void)a;
	return _("expected a text of one line here");
}

static const char *
an_id(struct arena *a)
{
	return arena_printf(a, _("expected an id here: no blanks, dots, "
	    "slashes, commas or quotes, at most %d bytes"), ID_MAX);
}

static const char *
a_citation(struct arena *a)
{
	(void)a;
	return _("expected an instrument that pack.yaml lists, then the place "
	    "in it; or a list of such texts");
}

static const char *
cited(struct arena *a)
{
	const char	*all = "";
	int		 i;

	for (i = 0; i < CITES; i++)
		all = arena_printf(a, "%s%s%s", all, i == 0 ? "" : _(", "),
		    vocab_text(cite_keys[i].key, text_lang()));
	return arena_printf(a, _("expected keys of the step with what they "
	    "are cited by; a key is one of: %s"), all);
}

static const char *
names(struct arena *a)
{
	(void)a;
	return _("expected a name, or a list of names as [A, B]");
}

static const char *
forms(struct arena *a, const enum form *list)
{
	return arena_printf(a, _("expected a phrase as: %s.  P is an event or "
	    "a step, N a number, UNIT days, workdays, months, quarters or "
	    "years"), forms_list(a, list));
}

static const enum form	bound_forms[] = {
	FORM_AFTER, FORM_WITHIN, FORM_LEAST_AFTER, FORM_BEFORE,
	FORM_LEAST_BEFORE, FORM_WITH, FORM_BY_DATE, FORM_BY_DAY, FORMS
};
static const enum form	part_forms[] = {
	FORM_LASTS, FORM_UNTIL, FORM_UNTIL_LEAST, FORM_PERMANENTLY, FORMS
};
static const enum form	lasts_forms[] = {
	FORM_LASTS, FORM_UNTIL, FORM_UNTIL_LEAST, FORM_PERMANENTLY, FORM_NONE,
	FORMS
};
static const enum form	within_form[] = { FORM_WITHIN, FORMS };
static const enum form	amount_form[] = { FORM_PERIOD, FORMS };

static const char *
a_bound(struct arena *a)
{
	return forms(a, bound_forms);
}

static const char *
a_follower(struct arena *a)
{
	return arena_printf(a, _("%s; or a point alone"), a_bound(a));
}

static const char *
a_part(struct arena *a)
{
	return forms(a, part_forms);
}

static const char *
an_amount(struct arena *a)
{
	return forms(a, amount_form);
}

static const char *
a_limit(struct arena *a, const char *from)
{
	return arena_printf(a, _("expected a limit as `%s`; P is %s"),
	    vocab_form(FORM_WITHIN, text_lang()), from);
}

static const char *
either(struct arena *a, enum word one, enum word other)
{
	return arena_printf(a, _("`%s` or `%s`"), vocab_text(one, text_lang()),
	    vocab_text(other, text_lang()));
}

static const char *
down(struct arena *a)
{
	return a_limit(a, arena_printf(a, _("`%s` or an event"),
	    vocab_text(W_EDGE_CLOSES, text_lang())));
}

static const char *
raised(struct arena *a)
{
	return a_limit(a, either(a, W_EDGE_OPENS, W_EDGE_CLOSES));
}

static const char *
resolved(struct arena *a)
{
	return a_limit(a, either(a, W_RECEIVED, W_EDGE_CLOSES));
}

static const char *
again(struct arena *a)
{
	return a_limit(a, arena_printf(a, "`%s`", vocab_text(W_WAS_UPHELD,
	    text_lang())));
}

static const char *
point(struct arena *a)
{
	return arena_printf(a, _("expected an event or a step, of a step also "
	    "STEP.%s or STEP.%s"), vocab_text(W_EDGE_OPENS, text_lang()),
	    vocab_text(W_EDGE_CLOSES, text_lang()));
}

static const char *
pauses(struct arena *a)
{
	(void)a;
	return _("expected a list; each item is two events, [FROM, TO], or a "
	    "step");
}

static const char *
checks(struct arena *a)
{
	(void)a;
	return _("expected two lists of lines whose sums are the same, as "
	    "[[A, B], [C, D]], or a list of such pairs");
}

static const char *
where(struct arena *a)
{
	char	known[256];

	return arena_printf(a, _("expected a level or a list of them: %s; for "
	    "each of a level as `%s`"), vocab_list(IN_LEVELS, text_lang(),
	    known, sizeof(known)), phrase_print_where(a, (struct where){
	    LEVEL_GROUP, true }, text_lang()));
}

static const char *
media(struct arena *a)
{
	const struct term	*t;
	const char		*all = "";

	for (t = media_terms; t->id != NULL; t++)
		all = arena_printf(a, "%s%s%s", all, *all == '\0' ? "" :
		    _(", "), text_lang() == LANG_ZH ? t->zh : t->id);
	return arena_printf(a, _("expected one of: %s"), all);
}

static const char *
grade(struct arena *a)
{
	const char	*all = "";
	int		 i;

	for (i = SEVERITIES - 1; i >= 0; i--)
		all = arena_printf(a, "%s%s%s", all, *all == '\0' ? "" :
		    _(", "), severity_word((enum severity)i, text_lang()));
	return arena_printf(a, _("expected one of: %s"), all);
}

static const char *
codes(struct arena *a, enum code_of of)
{
	const char	*all = "";
	int		 i;

	for (i = 0; i < CODES; i++)
		if (code_stands((enum code)i, of))
			all = arena_printf(a, "%s%s%s", all, *all == '\0' ?
			    "" : _(", "), code_word((enum code)i, of,
			    text_lang()));
	return arena_printf(a, _("expected codes of findings here, each "
	    "`CODE: ...`; a code is one of: %s"), all);
}

static const char *
any_codes(struct arena *a)
{
	return codes(a, CODE_OF_ANY);
}

static const char *
event_codes(struct arena *a)
{
	return codes(a, CODE_OF_EVENT);
}

static const char *
step_codes(struct arena *a)
{
	return codes(a, CODE_OF_STEP);
}

static const char *
number(struct arena *a)
{
	(void)a;
	return _("expected a number, how often it is posted there: 1 or more");
}

static const char *
times(struct arena *a)
{
	return arena_printf(a, _("expected media with numbers here, each "
	    "`MEDIUM: N`, at most %d"), LIST_MAX);
}

static const char *
wording(struct arena *a)
{
	const char	*all = "";
	size_t		 i;

	for (i = 0; notice_blanks[i] != NULL; i++)
		all = arena_printf(a, "%s%s{%s}", all, i == 0 ? "" : _(", "),
		    notice_blanks[i]);
	return arena_printf(a, _("expected the words of the notice; in braces "
	    "may stand: %s"), all);
}

static const char *
division(struct arena *a)
{
	(void)a;
	return _("expected a division code, as \"45\" for a region or "
	    "\"450225\" for a county");
}

static const char *
date(struct arena *a)
{
	(void)a;
	return _("expected a day, a month or a year: 2020-01-31, 2020-01 or "
	    "2020");
}

static const char *
working_days(struct arena *a)
{
	return arena_printf(a, _("expected `%s`: without the key its days are "
	    "calendar days"), vocab_days(text_lang()));
}

static const char *
local(struct arena *a)
{
	(void)a;
	return _("expected a text of one line, or division codes with texts, "
	    "as {45: 12317}");
}

static const char *
map(struct arena *a)
{
	(void)a;
	return _("expected keys with values here, each `key: value`, with an "
	    "ordinary colon and a blank behind it");
}

/* ---- a row a kind */

#define MAP	(IS_MAP | IS_NULL)
#define LISTED	(IS_LIST | IS_STRING)

const struct value_row	value_rows[KINDS] = {
	[K_LINE] = { .name = "line", .is = IS_TEXT | IS_NULL,
	    .pattern = pattern_line, .expected = a_line },
	[K_NOTE] = { .name = "note", .is = IS_TEXT | IS_NULL,
	    .expected = a_line },
	[K_ID] = { .name = "id", .is = IS_TEXT,
	    .pattern = pattern_id, .expected = an_id },
	[K_NAME] = { .name = "name", .is = IS_TEXT,
	    .pattern = pattern_filled, .expected = a_line },
	[K_NAMES] = { .name = "names", .is = IS_TEXT | IS_LIST,
	    .pattern = pattern_filled, .expected = names },
	[K_BASIS] = { .name = "basis", .is = IS_TEXT | IS_LIST,
	    .pattern = pattern_filled, .expected = a_citation },
	[K_BASES] = { .name = "bases", .is = MAP, .expected = cited,
	    .names = NAMES_CITED, .entry = K_BASIS, .taken_away = true },
	[K_CASE] = { .name = "levels", .is = LISTED,
	    .pattern = pattern_level, .expected = where,
	    .words = IN_LEVELS },
	[K_AT] = { .name = "where", .is = LISTED,
	    .pattern = pattern_where, .expected = where,
	    .words = IN_LEVELS },
	[K_OPENS] = { .name = "opens", .is = LISTED | IS_MAP,
	    .pattern = pattern_bound, .expected = a_bound, .map = IN_BOUND,
	    .forms = bound_forms, .taken_away = true },
	[K_AFTER] = { .name = "after", .is = LISTED | IS_MAP,
	    .pattern = pattern_after, .expected = a_follower, .map = IN_BOUND,
	    .forms = bound_forms, .taken_away = true },
	[K_BOUND] = { .name = "bound", .is = IS_STRING,
	    .pattern = pattern_after, .expected = a_follower,
	    .forms = bound_forms },
	[K_GATE] = { .name = "gate", .is = LISTED | IS_MAP,
	    .pattern = pattern_point, .expected = point, .map = IN_GATE,
	    .taken_away = true },
	[K_POINT] = { .name = "point", .is = IS_STRING,
	    .pattern = pattern_point, .expected = point },
	[K_LASTS] = { .name = "lasts", .is = LISTED | IS_MAP,
	    .pattern = pattern_part, .expected = a_part, .map = IN_PART,
	    .forms = lasts_forms, .taken_away = true },
	[K_PART] = { .name = "part", .is = IS_STRING,
	    .pattern = pattern_part, .expected = a_part,
	    .forms = part_forms },
	[K_DOWN] = { .name = "down", .is = IS_STRING | IS_MAP,
	    .pattern = pattern_limit, .expected = down, .map = IN_BOUND,
	    .forms = within_form, .taken_away = true },
	[K_RAISED] = { .name = "raised", .is = IS_STRING,
	    .pattern = pattern_raised, .expected = raised,
	    .forms = within_form, .taken_away = true },
	[K_WITHIN] = { .name = "within", .is = IS_STRING,
	    .pattern = pattern_within, .expected = resolved,
	    .forms = within_form, .taken_away = true },
	[K_AGAIN_OPENS] = { .name = "again-opens", .is = IS_STRING,
	    .pattern = pattern_again_opens, .expected = again,
	    .forms = within_form, .taken_away = true },
	[K_AMOUNT] = { .name = "amount", .is = IS_STRING,
	    .pattern = pattern_amount, .expected = an_amount,
	    .forms = amount_form },
	[K_PAUSES] = { .name = "pauses", .is = IS_TEXT | IS_LIST,
	    .pattern = pattern_filled, .expected = pauses, .item = K_PAUSE },
	[K_PAUSE] = { .name = "pause", .is = IS_TEXT | IS_LIST,
	    .pattern = pattern_filled, .expected = pauses, .item = K_NAME },
	[K_EXTENDS] = { .name = "extends", .is = MAP, .expected = map,
	    .map = IN_EXTENDS, .taken_away = true },
	[K_COUNTING] = { .name = "counting", .is = MAP, .expected = map,
	    .map = IN_COUNTING, .taken_away = true },
	[K_DEADLINES] = { .name = "deadlines", .is = MAP, .expected = map,
	    .map = IN_DEADLINES, .taken_away = true },
	[K_WINDOWS] = { .name = "windows", .is = MAP, .expected = map,
	    .map = IN_WINDOWS, .taken_away = true },
	[K_FIRST_DAY] = { .name = "first-day", .is = IS_STRING,
	    .words = IN_FIRST_DAY, .taken_away = true },
	[K_ROLL] = { .name = "roll", .is = IS_STRING,
	    .words = IN_ROLL, .taken_away = true },
	[K_BOOL] = { .name = "bool", .is = IS_STRING | IS_BOOLEAN,
	    .words = IN_BOOL, .taken_away = true },
	[K_STEP_KIND] = { .name = "kind", .is = IS_STRING,
	    .words = IN_KINDS },
	[K_INSTRUMENT_KIND] = { .name = "instrument-kind", .is = IS_STRING,
	    .words = IN_INSTRUMENT_KINDS, .taken_away = true },
	[K_EVERY] = { .name = "every", .is = IS_STRING,
	    .words = IN_CYCLES, .taken_away = true },
	[K_CALENDAR] = { .name = "calendar", .is = IS_STRING,
	    .words = IN_CYCLE_EDGES, .taken_away = true },
	[K_OBJECTIONS] = { .name = "objections", .is = MAP, .expected = map,
	    .map = IN_OBJECTIONS, .taken_away = true },
	[K_UPHELD] = { .name = "upheld", .is = IS_STRING | IS_MAP,
	    .map = IN_UPHELD, .words = IN_UPHELD_KINDS, .taken_away = true },
	[K_AGAIN] = { .name = "again", .is = LISTED | IS_MAP | IS_BOOLEAN,
	    .pattern = pattern_again, .expected = a_part, .map = IN_PART,
	    .forms = part_forms, .taken_away = true },
	[K_MEDIA] = { .name = "media", .is = LISTED | IS_MAP,
	    .pattern = pattern_medium, .expected = media, .map = IN_MEDIA,
	    .item = K_MEDIUM_RULE, .taken_away = true },
	[K_MEDIA_LIST] = { .name = "media-list", .is = LISTED | IS_MAP,
	    .pattern = pattern_medium, .expected = media, .map = IN_ITEM,
	    .item = K_MEDIUM_RULE, .taken_away = true },
	[K_MEDIUM_RULE] = { .name = "medium-rule", .is = IS_STRING | IS_MAP,
	    .pattern = pattern_medium, .expected = media, .map = IN_ITEM },
	[K_MEDIUM] = { .name = "medium", .is = IS_STRING,
	    .pattern = pattern_medium, .expected = media },
	[K_TIMES] = { .name = "times", .is = IS_MAP, .expected = times,
	    .names = NAMES_MEDIUM, .entry = K_COUNT, .taken_away = true },
	[K_COUNT] = { .name = "count", .is = IS_STRING | IS_NUMBER,
	    .pattern = pattern_number, .expected = number,
	    .taken_away = true },
	[K_CONTENT] = { .name = "content", .is = IS_TEXT | IS_LIST | IS_MAP,
	    .pattern = pattern_filled, .expected = a_line, .map = IN_ITEM,
	    .taken_away = true },
	[K_REVIEW] = { .name = "review", .is = IS_STRING | IS_BOOLEAN |
	    IS_MAP, .map = IN_REVIEW, .words = IN_BOOL, .taken_away = true },
	[K_GRADE] = { .name = "severity", .is = IS_STRING,
	    .pattern = pattern_severity, .expected = grade,
	    .taken_away = true },
	[K_GRADES] = { .name = "severities", .is = IS_MAP,
	    .expected = any_codes, .names = NAMES_CODE, .entry = K_GRADE,
	    .taken_away = true },
	[K_EVENT_GRADES] = { .name = "event-severities", .is = IS_MAP,
	    .expected = event_codes, .names = NAMES_EVENT_CODE,
	    .entry = K_GRADE, .taken_away = true },
	[K_STEP_GRADES] = { .name = "step-severities", .is = IS_MAP,
	    .expected = step_codes, .names = NAMES_STEP_CODE,
	    .entry = K_GRADE, .taken_away = true },
	[K_REMEDY] = { .name = "remedies", .is = IS_TEXT | IS_MAP,
	    .pattern = pattern_filled, .expected = any_codes,
	    .names = NAMES_CODE, .entry = K_NAME },
	[K_EVENT_REMEDY] = { .name = "event-remedies", .is = IS_TEXT | IS_MAP,
	    .pattern = pattern_filled, .expected = event_codes,
	    .names = NAMES_EVENT_CODE, .entry = K_NAME },
	[K_STEP_REMEDY] = { .name = "step-remedies", .is = IS_TEXT | IS_MAP,
	    .pattern = pattern_filled, .expected = step_codes,
	    .names = NAMES_STEP_CODE, .entry = K_NAME },
	[K_WHY] = { .name = "why", .is = MAP, .expected = any_codes,
	    .names = NAMES_CODE, .entry = K_NAME, .taken_away = true },
	[K_TEXT] = { .name = "text", .is = IS_TEXT | IS_MAP,
	    .pattern = pattern_wording, .expected = wording, .map = IN_KINDS },
	[K_WORDING] = { .name = "wording", .is = IS_TEXT,
	    .pattern = pattern_wording, .expected = wording },
	[K_LOCAL] = { .name = "local", .is = IS_TEXT | IS_MAP,
	    .pattern = pattern_filled, .expected = local,
	    .names = NAMES_DIVISION, .entry = K_NAME },
	[K_SCOPE] = { .name = "scope", .is = LISTED | IS_NUMBER,
	    .pattern = pattern_division, .expected = division,
	    .taken_away = true },
	[K_FORCE] = { .name = "in-force", .is = IS_MAP, .expected = map,
	    .map = IN_FORCE, .taken_away = true },
	[K_INSTRUMENT_FORCE] = { .name = "instrument-in-force",
	    .is = IS_STRING | IS_NUMBER | MAP, .pattern = pattern_date,
	    .expected = date, .map = IN_FORCE, .taken_away = true },
	[K_DATE] = { .name = "date", .is = IS_STRING | IS_NUMBER,
	    .pattern = pattern_date, .expected = date, .taken_away = true },
	[K_INSTRUMENTS] = { .name = "instruments", .is = MAP,
	    .expected = map, .names = NAMES_LINE, .entry = K_INSTRUMENT,
	    .taken_away = true },
	[K_INSTRUMENT] = { .name = "instrument", .is = MAP,
	    .expected = map, .map = IN_INSTRUMENT, .taken_away = true },
	[K_DAYS] = { .name = "days", .is = IS_STRING,
	    .pattern = pattern_days, .expected = working_days,
	    .taken_away = true },
	[K_LABELS] = { .name = "labels", .is = MAP, .expected = map,
	    .names = NAMES_LABEL, .entry = K_LABEL, .taken_away = true },
	[K_LABEL] = { .name = "label", .is = MAP, .expected = map,
	    .map = IN_LABEL, .taken_away = true },
	[K_EVENTS] = { .name = "events", .is = MAP, .expected = map,
	    .names = NAMES_ID, .entry = K_EVENT },
	[K_EVENT] = { .name = "event", .is = MAP, .expected = map,
	    .map = IN_EVENT, .taken_away = true },
	[K_STEPS] = { .name = "steps", .is = MAP, .expected = map,
	    .names = NAMES_ID, .entry = K_STEP },
	[K_STEP] = { .name = "step", .is = MAP, .expected = map,
	    .map = IN_STEP, .taken_away = true },
	[K_TABLES] = { .name = "tables", .is = IS_MAP, .expected = map,
	    .names = NAMES_LINE, .entry = K_TABLE },
	[K_TABLE] = { .name = "table", .is = IS_MAP, .expected = map,
	    .map = IN_TABLE },
	[K_LINES] = { .name = "lines", .is = IS_MAP, .expected = map,
	    .names = NAMES_LINE, .entry = K_LINE_OF },
	[K_LINE_OF] = { .name = "line-of", .is = IS_MAP, .expected = map,
	    .map = IN_LINE },
	[K_TERM] = { .name = "term", .is = IS_STRING, .words = IN_TERMS },
	[K_CHECK] = { .name = "check", .is = IS_TEXT | IS_LIST,
	    .pattern = pattern_filled, .expected = checks,
	    .item = K_CHECK_SIDE },
	[K_CHECK_SIDE] = { .name = "check-side", .is = IS_TEXT | IS_LIST,
	    .pattern = pattern_filled, .expected = checks,
	    .item = K_CHECK_ITEM },
	[K_CHECK_ITEM] = { .name = "check-item", .is = IS_TEXT | IS_LIST,
	    .pattern = pattern_filled, .expected = checks, .item = K_NAME },
};

/* ---- what stands under which key; the first row that fits */

static const struct {
	enum word	word;
	vocab_set groups;
	enum value_kind	kind;
} keys[] = {
	{ W_PACK, IN_PACK, K_NAME }, { W_OVERLAY, IN_PACK, K_NAME },
	{ W_PROCEDURE, IN_PROCEDURE, K_ID }, { W_TITLE, ~0ULL, K_LINE },
	{ W_TITLE_EN, ~0ULL, K_LINE }, { W_NOTE, ~0ULL, K_NOTE },
	{ W_BASIS, ~0ULL, K_BASIS }, { W_CASE, IN_PROCEDURE, K_CASE },
	{ W_EVENTS, IN_PROCEDURE, K_EVENTS },
	{ W_STEPS, IN_PROCEDURE, K_STEPS },
	{ W_INSTRUMENTS, IN_PACK, K_INSTRUMENTS },
	{ W_COUNTING, ~0ULL, K_COUNTING }, { W_SCOPE, IN_PACK, K_SCOPE },
	{ W_IN_FORCE, IN_PACK, K_FORCE },
	{ W_IN_FORCE, IN_INSTRUMENT, K_INSTRUMENT_FORCE },
	{ W_FROM, IN_FORCE, K_DATE }, { W_UNTIL, IN_FORCE, K_DATE },
	{ W_KIND, IN_STEP, K_STEP_KIND },
	{ W_KIND, IN_INSTRUMENT, K_INSTRUMENT_KIND },
	{ W_AT, IN_STEP, K_AT }, { W_OPENS, IN_STEP, K_OPENS },
	{ W_OPENS, IN_UPHELD, K_AGAIN_OPENS }, { W_LASTS, ~0ULL, K_LASTS },
	{ W_AFTER, IN_EVENT, K_AFTER }, { W_GATE, IN_EVENT, K_GATE },
	{ W_REPEATS, IN_EVENT, K_BOOL }, { W_ENDS, IN_EVENT, K_BOOL },
	{ W_OPTIONAL, IN_EVENT, K_BOOL }, { W_EVIDENCE, IN_STEP, K_BOOL },
	{ W_OBJECTIONS, IN_STEP, K_OBJECTIONS },
	{ W_HANDLER, IN_OBJECTIONS, K_LINE }, { W_BOUND, IN_PART, K_PART },
	{ W_BOUND, IN_GATE, K_POINT }, { W_BOUND, IN_BOUND, K_BOUND },
	{ W_POINT, IN_GATE, K_POINT },
	{ W_DEADLINES, IN_COUNTING, K_DEADLINES },
	{ W_WINDOWS, IN_COUNTING, K_WINDOWS },
	{ W_FIRST_DAY, IN_DEADLINES, K_FIRST_DAY }, { W_ROLL, ~0ULL, K_ROLL },
	{ W_JUDGED, IN_WINDOWS, K_FIRST_DAY },
	{ W_PLANNED, IN_WINDOWS, K_FIRST_DAY },
	{ W_NUMBER, IN_INSTRUMENT, K_LINE },
	{ W_ISSUED, IN_INSTRUMENT, K_DATE },
	{ W_ISSUER, IN_INSTRUMENT, K_LINE },
	{ W_PUBLISHED, IN_INSTRUMENT, K_LINE }, { W_WHY, IN_PACK, K_WHY },
	{ W_TRAITS, IN_PROCEDURE, K_LABELS },
	{ W_AMOUNTS, IN_PROCEDURE, K_LABELS }, { W_FOR, ~0ULL, K_NAMES },
	{ W_NOT_FOR, ~0ULL, K_NAMES }, { W_WHEN, ~0ULL, K_NAMES },
	{ W_UNLESS, ~0ULL, K_NAMES }, { W_MEDIUM, IN_ITEM, K_MEDIUM },
	{ W_ITEM, IN_ITEM, K_NAME }, { W_PAUSES, IN_BOUND, K_PAUSES },
	{ W_EXTENDS, IN_BOUND, K_EXTENDS }, { W_BY, IN_EXTENDS, K_AMOUNT },
	{ W_ON, IN_EXTENDS, K_NAME }, { W_DOWN, IN_STEP, K_DOWN },
	{ W_MEDIA, IN_STEP, K_MEDIA }, { W_ANY, IN_MEDIA, K_MEDIA_LIST },
	{ W_ALL, IN_MEDIA, K_MEDIA_LIST }, { W_TIMES, IN_MEDIA, K_TIMES },
	{ W_CONTENT, IN_STEP, K_CONTENT }, { W_REVIEW, ~0ULL, K_REVIEW },
	{ W_RAISED, IN_OBJECTIONS, K_RAISED },
	{ W_WITHIN, IN_OBJECTIONS, K_WITHIN },
	{ W_UPHELD, IN_OBJECTIONS, K_UPHELD }, { W_AGAIN, IN_UPHELD, K_AGAIN },
	{ W_SEVERITY, IN_BOUND, K_GRADE },
	{ W_SEVERITY, IN_EVENT, K_EVENT_GRADES },
	{ W_SEVERITY, IN_STEP, K_STEP_GRADES }, { W_SEVERITY, ~0ULL, K_GRADES },
	{ W_REMEDY, IN_EVENT, K_EVENT_REMEDY },
	{ W_REMEDY, IN_STEP, K_STEP_REMEDY }, { W_REMEDY, ~0ULL, K_REMEDY },
	{ W_TEXT, ~0ULL, K_TEXT }, { W_NOTICE, IN_KINDS, K_WORDING },
	{ W_ANNOUNCEMENT, IN_KINDS, K_WORDING }, { W_HOTLINE, ~0ULL, K_LOCAL },
	{ W_OFFICE, ~0ULL, K_LOCAL }, { W_EVERY, IN_PROCEDURE, K_EVERY },
	{ W_CALENDAR, IN_EVENT, K_CALENDAR }, { W_BASES, IN_STEP, K_BASES },
	{ W_DAYS, IN_INSTRUMENT, K_DAYS },
	{ W_ANNUAL, IN_ANNUAL, K_NAME }, { W_TABLES, IN_ANNUAL, K_TABLES },
	{ W_PROCEDURE, IN_TABLE, K_NAME }, { W_CAME, IN_TABLE, K_NAME },
	{ W_DONE, IN_TABLE, K_NAMES }, { W_ROWS, IN_TABLE, K_LINES },
	{ W_COLUMNS, IN_TABLE, K_LINES }, { W_CHECK, IN_TABLE, K_CHECK },
	{ W_TRAITS, IN_LINE, K_NAMES }, { W_CAME, IN_LINE, K_TERM },
	{ W_OPEN, IN_LINE, K_TERM }, { W_DONE, IN_LINE, K_TERM },
	{ W_SUM, IN_LINE, K_NAMES },
};

enum value_kind
kind_of(enum word w, vocab_set group)
{
	size_t	i;

	for (i = 0; i < sizeof(keys) / sizeof(*keys); i++)
		if (keys[i].word == w && (keys[i].groups & group) != 0)
			return keys[i].kind;
	return K_NONE;
}

const char *
expected_keys(struct arena *a, vocab_set group)
{
	char	known[1024];

	return arena_printf(a, _("no such key here; expected one of: %s"),
	    vocab_list(group, text_lang(), known, sizeof(known)));
}

/* ---- maps with keys */

static const struct {
	vocab_set group;
	const char	*name;
} groups[] = {
	{ IN_PACK, "pack" }, { IN_PROCEDURE, "procedure" },
	{ IN_EVENT, "event" }, { IN_STEP, "step" }, { IN_BOUND, "bound" },
	{ IN_PART, "part" }, { IN_GATE, "gate" }, { IN_ITEM, "item" },
	{ IN_OBJECTIONS, "objections" }, { IN_UPHELD, "upheld" },
	{ IN_EXTENDS, "extends" }, { IN_MEDIA, "media" },
	{ IN_REVIEW, "review" }, { IN_LABEL, "label" }, { IN_KINDS, "kinds" },
	{ IN_COUNTING, "counting" }, { IN_DEADLINES, "deadlines" },
	{ IN_WINDOWS, "windows" }, { IN_INSTRUMENT, "instrument" },
	{ IN_FORCE, "in-force" }, { IN_ANNUAL, "annual" },
	{ IN_TABLE, "table" }, { IN_LINE, "line" },
};

vocab_set
group_at(size_t i)
{
	return i < sizeof(groups) / sizeof(*groups) ? groups[i].group : 0;
}

const char *
group_name(vocab_set group)
{
	size_t	i = 0;

	while (groups[i].group != group)
		i++;
	return groups[i].name;
}
