/*
 * Expressions of the forms and words of the rule language.  Each is for a
 * whole text, and reads alike in JavaScript (with its flag u) and Python.
 */
#include <string.h>

#include "base/division.h"
#include "report/schema_parts.h"
#include "rule/forms.h"
#include "rule/pack.h"
#include "rule/phrase.h"
#include "rule/statutes.h"
#include "rule/terms.h"

/* Digits, or Chinese ones; never zero. */
#define NUMBER	"(?:0*[1-9][0-9]*|[一二两三四五六七八九十百]" \
		"[零〇一二两三四五六七八九十百]*)"

static const char *
join(struct arena *a, const char *all, const char *more)
{
	return arena_printf(a, "%s%s%s", all, *all == '\0' ? "" : "|", more);
}

static const char *
whole(struct arena *a, const char *expression)
{
	return arena_printf(a, "^(?:%s)$", expression);
}

/* As it stands; in Chinese there may be blanks in it. */
static const char *
literal(struct arena *a, const char *s, size_t len, bool blanks)
{
	const char	*out = "";
	size_t		 i, n;

	for (i = 0; i < len; i += n) {
		(void)text_char(s + i, &n);
		out = arena_printf(a, "%s%s%s%.*s", out, blanks && i > 0 ?
		    "\\s*" : "", strchr("\\^$.|?*+()[]{}", s[i]) != NULL ?
		    "\\" : "", (int)n, s + i);
	}
	return out;
}

/* Each text of these groups but that of one word, parted by |. */
static const char *
texts(struct arena *a, vocab_set groups, enum word but)
{
	const char	*all = "";
	struct vocab_row	 k;
	size_t		 i = 0;

	while (vocab_next(&i, groups, &k))
		if (k.word != but)
			all = join(a, all, literal(a, k.text, strlen(k.text),
			    false));
	return all;
}

const char *
pattern_words(struct arena *a, vocab_set groups)
{
	return whole(a, texts(a, groups, W_NONE));
}

/* ---- forms */

/* An English unit ends where its letters do. */
static const char *
unit(struct arena *a)
{
	return arena_printf(a, "(?:%s)(?![a-z])", texts(a, IN_UNITS, W_NONE));
}

static const char *
piece(struct arena *a, const struct part *p, const char *point)
{
	bool	english = p->piece == PIECE_WORD &&
		    p->word[p->len - 1] >= 'a' && p->word[p->len - 1] <= 'z';

	switch (p->piece) {
	case PIECE_WORD:
		return arena_printf(a, "%s%s", literal(a, p->word, p->len,
		    !english), english ? "(?=\\s|$)" : "");
	case PIECE_POINT:
		return point;
	case PIECE_UNIT:
		return unit(a);
	case PIECE_NUMBER:
	case PIECE_MONTH:
	case PIECE_DAY:
		return NUMBER;
	default:
		return "";
	}
}

static const char *
of_form(struct arena *a, const char *form, const char *point)
{
	const char	*out = "\\s*";
	struct part	 p;

	do {
		p = form_next(&form);
		out = arena_printf(a, "%s%s%s", out, piece(a, &p, point),
		    p.piece == PIECE_END ? "" : "\\s*");
	} while (p.piece != PIECE_END);
	return out;
}

/* A point, with its edges but for one word's; W_COUNT: with none. */
static const char *
point_but(struct arena *a, enum word but)
{
	if (but == W_COUNT)
		return "[^.\\s][^.]*";
	return arena_printf(a, "[^.\\s][^.]*(?:\\.\\s*(?:%s)\\s*)?",
	    texts(a, IN_EDGES, but));
}

/* Which edges a form's point may have: `rule/reading`, good_edge. */
static const char *
point_of(struct arena *a, enum form f)
{
	if (f == FORM_UNTIL || f == FORM_UNTIL_LEAST)
		return point_but(a, W_COUNT);
	return point_but(a, f == FORM_WITH ? W_EDGE_CLOSES : W_NONE);
}

static const char *
both_forms(struct arena *a, const char *all, enum form f, const char *point)
{
	all = join(a, all, of_form(a, vocab_form(f, LANG_EN), point));
	return join(a, all, of_form(a, vocab_form(f, LANG_ZH), point));
}

/* The forms, ended by FORMS, and the statutes' wordings of them. */
static const char *
all_forms(struct arena *a, const enum form *forms, enum wordings which,
    const char *point)
{
	const struct wording	*w;
	const char		*all = "";
	size_t			 i, n;

	for (; *forms != FORMS; forms++) {
		all = both_forms(a, all, *forms, point != NULL ? point :
		    point_of(a, *forms));
		w = statute_wordings(which, &n);
		for (i = 0; i < n; i++)
			if (w[i].means == *forms)
				all = join(a, all, of_form(a, w[i].form, point
				    != NULL ? point : point_of(a, *forms)));
	}
	return all;
}

static const char *
bounds(struct arena *a)
{
	static const enum form	forms[] = {
		FORM_AFTER, FORM_WITHIN, FORM_BY_DATE, FORM_BY_DAY, FORM_WITH,
		FORM_LEAST_AFTER, FORM_BEFORE, FORM_LEAST_BEFORE, FORMS
	};

	return all_forms(a, forms, BOUNDS_TAKEN, NULL);
}

const char *
pattern_bound(struct arena *a)
{
	return whole(a, bounds(a));
}

/*
 * A point alone is any text but one that reads like a phrase gone wrong: it
 * ends in a time, begins as English phrases do, or has a blank and ends in 内.
 */
#define TIME	"[0-9０-９零〇一二两三四五六七八九十百半]+\\s*个?\\s*" \
		"(?:工作日|自然日|日历天|日|天|周|星期|月|季度|年|小时|分钟)"

#define GONE_WRONG \
	"[\\s\\S]*" TIME "\\s*[之以]?\\s*[内前后]\\s*$|" \
	"[\\s\\S]*[后前起]\\s*(?:至少|不少于|满|不超过)?\\s*" TIME "\\s*$|" \
	"[\\s\\S]*\\s[\\s\\S]*内\\s*$|" \
	"\\s*(?:after|within|at|by|with|before|until|no|not|on)\\s"

const char *
pattern_after(struct arena *a)
{
	return whole(a, arena_printf(a, "%s|(?!%s)\\s*\\S[\\s\\S]*", bounds(a),
	    GONE_WRONG));
}

const char *
pattern_point(struct arena *a)
{
	return whole(a, arena_printf(a, "\\s*%s", point_but(a, W_NONE)));
}

/* ---- limits: `within` a word of their place */

static const char *
limits(struct arena *a, enum anchor anchor)
{
	static const enum form		 within[] = { FORM_WITHIN, FORMS };
	const struct point_names	*names = phrase_anchors(a, anchor,
					    NULL);
	const char			*all = "";
	size_t				 i;

	for (i = 0; i < names->n; i++)
		all = join(a, all, names->list[i]);
	return whole(a, all_forms(a, within, BOUNDS_TAKEN,
	    anchor == ANCHOR_DOWN ? NULL : arena_printf(a, "(?:%s)", all)));
}

const char *
pattern_limit(struct arena *a)
{
	return limits(a, ANCHOR_DOWN);
}

const char *
pattern_raised(struct arena *a)
{
	return limits(a, ANCHOR_RAISED);
}

const char *
pattern_within(struct arena *a)
{
	return limits(a, ANCHOR_WITHIN);
}

const char *
pattern_again_opens(struct arena *a)
{
	return limits(a, ANCHOR_AGAIN);
}

/* ---- periods */

static const char *
parts(struct arena *a)
{
	static const enum form	forms[] = {
		FORM_LASTS, FORM_UNTIL, FORM_UNTIL_LEAST, FORM_PERMANENTLY,
		FORMS
	};

	return all_forms(a, forms, PERIODS_TAKEN, NULL);
}

/* `7 days` alone is no statute's word. */
static const char *
no_english(struct arena *a, const char *expression)
{
	return arena_printf(a, "^(?!\\s*%s\\s*[a-z])(?:%s)$", NUMBER,
	    expression);
}

const char *
pattern_part(struct arena *a)
{
	return no_english(a, parts(a));
}

const char *
pattern_again(struct arena *a)
{
	return no_english(a, join(a, parts(a), arena_printf(a, "%s|%s",
	    vocab_text(W_TRUE, LANG_EN), vocab_text(W_TRUE, LANG_ZH))));
}

const char *
pattern_amount(struct arena *a)
{
	return whole(a, of_form(a, vocab_form(FORM_PERIOD, LANG_EN), ""));
}

/* Working days without a number: what an instrument's days may be. */
const char *
pattern_days(struct arena *a)
{
	const char	*all = "";
	struct vocab_row k;
	size_t		 i = 0;

	while (vocab_next(&i, IN_UNITS, &k))
		if (k.word == W_WORKDAY)
			all = join(a, all, k.text);
	return whole(a, all);
}

/* ---- levels */

const char *
pattern_level(struct arena *a)
{
	return whole(a, arena_printf(a, "\\s*(?:%s)", texts(a, IN_LEVELS,
	    W_OWN)));
}

const char *
pattern_where(struct arena *a)
{
	const char	*level = arena_printf(a, "(?:%s)", texts(a, IN_LEVELS,
			    W_OWN));
	const char	*all = both_forms(a, "", FORM_EACH, level);

	return whole(a, arena_printf(a, "%s|\\s*(?:%s)", all, texts(a,
	    IN_LEVELS, W_NONE)));
}

/* ---- texts, numbers, days */

const char *
pattern_line(struct arena *a)
{
	(void)a;
	return "^[^\\n]*$";
}

const char *
pattern_filled(struct arena *a)
{
	(void)a;
	return "^[^\\n]+$";
}

const char *
pattern_id(struct arena *a)
{
	return arena_printf(a, "^[^/. \\t\\n,;`\"']{1,%d}$", ID_MAX);
}

const char *
pattern_number(struct arena *a)
{
	(void)a;
	return "^0*[1-9][0-9]*$";
}

/*
 * Any width and any dash, as `rule/dates` takes them, with a time of day or a
 * weekday behind; months and days exist.
 */
#define DIGIT	"[0-9０-９]"
#define DASH	"./．／−–—－‐‑-"
#define MONTH	"(?:[0０]?[1-9１-９]|[1１][0-2０-２])"
#define DAY	"(?:[0０]?[1-9１-９]|[12１２]" DIGIT "|[3３][01０１])"
#define BEHIND	"(?:[日号]?\\s*[(（]?\\s*(?:(?:星期|周|礼拜)[^\\n]*)?" \
		"|[ T][^\\n]*)"

const char *
pattern_date(struct arena *a)
{
	(void)a;
	return "^(?:|" DIGIT "{8}|\\s*" DIGIT "{4}\\s*(?:年?|[年" DASH
	    "]\\s*" MONTH "\\s*(?:月?|[月" DASH "]\\s*" DAY BEHIND
	    "))\\s*)$";
}

const char *
pattern_division(struct arena *a)
{
	return arena_printf(a, "^(?!0+$)(?:[0-9]{2}|[0-9]{4}|[0-9]{6}|"
	    "[0-9]{9}|[0-9]{12,%d})$", DIVISION_MAX);
}

/* What stands in braces is one of the blanks, or an open brace is no matter. */
const char *
pattern_wording(struct arena *a)
{
	const char	*all = "";
	size_t		 i;

	for (i = 0; notice_blanks[i] != NULL; i++)
		all = join(a, all, notice_blanks[i]);
	return arena_printf(a, "^(?![\\s\\S]*[{](?!(?:%s)[}])[^{}]*[}])"
	    "[\\s\\S]+$", all);
}

const char *
pattern_medium(struct arena *a)
{
	const struct term	*t;
	const char		*all = "";

	for (t = media_terms; t->id != NULL; t++)
		all = join(a, join(a, all, t->id), t->zh);
	return whole(a, all);
}

const char *
pattern_severity(struct arena *a)
{
	const char	*all = "";
	int		 i;

	for (i = 0; i < SEVERITIES; i++)
		all = join(a, join(a, all, severity_word((enum severity)i,
		    LANG_EN)), severity_word((enum severity)i, LANG_ZH));
	return whole(a, all);
}

const char *
pattern_names(struct arena *a, enum free_names names)
{
	switch (names) {
	case NAMES_ID:
		return pattern_id(a);
	case NAMES_LABEL:
		return arena_printf(a, "^[^/. \\t\\n,;`\"'=+、；，]{1,%d}$",
		    ID_MAX);
	case NAMES_DIVISION:
		return pattern_division(a);
	case NAMES_LINE:
		return pattern_filled(a);
	default:
		return NULL;
	}
}

/* ---- forms as editors offer them */

/* ${1|日,个工作日|}: the units in that language. */
static const char *
choice_of_units(struct arena *a, int stop, enum lang lang)
{
	const char	*all = "";
	struct vocab_row	 k;
	size_t		 i = 0;

	while (vocab_next(&i, IN_UNITS, &k))
		if (k.written && k.lang == lang)
			all = arena_printf(a, "%s%s%s", all, *all == '\0' ?
			    "" : ",", k.text);
	return arena_printf(a, "${%d|%s|}", stop, all);
}

const char *
form_snippet(struct arena *a, const char *form, enum lang lang)
{
	const char	*out = "", *at = form;
	struct part	 p;
	int		 stop = 0;

	while (p = form_next(&form), p.piece != PIECE_END) {
		out = arena_printf(a, "%s%.*s", out, (int)strspn(at, " "),
		    at);
		at = form;
		if (p.piece == PIECE_WORD)
			out = arena_printf(a, "%s%.*s", out, (int)p.len,
			    p.word);
		else if (p.piece == PIECE_UNIT)
			out = arena_printf(a, "%s%s", out, choice_of_units(a,
			    ++stop, lang));
		else
			out = arena_printf(a, "%s${%d:%.*s}", out, ++stop,
			    (int)p.len, p.word);
	}
	return out;
}

const char *
forms_list(struct arena *a, const enum form *forms)
{
	const char	*all = "";

	for (; *forms != FORMS; forms++)
		all = arena_printf(a, "%s%s%s", all, *all == '\0' ? "" :
		    _(", "), vocab_form(*forms, text_lang()));
	return all;
}
