#include "store/form.h"

#include <string.h>

#include "base/text.h"
#include "case/amount.h"
#include "case/gone.h"
#include "case/judge.h"

enum form {
	ANY,			/* nobody reads it, or whatever may stand */
	CODE,			/* of a division */
	CODE_OR_NONE,
	PLACE,			/* a code, known (`+`) or named */
	CASE,			/* the number of a case */
	FIRST,			/* ... with its county: 450225:HX-001 */
	POINT,			/* id of a procedure, step, event */
	POINT_OR_NULL,
	POINT_OR_NONE,
	LABELS,			/* ids, `;` between, sorted; or none */
	AMOUNTS,		/* NAME=NUMBER, likewise */
	WORDS,
	WORDS_OR_NULL,
	KEY,			/* words, and not none */
	BYTES,			/* from outside: a path, a name; no zero */
	NAME,			/* of a file in a folder */
	NAME_OR_NONE,
	INSTANT,		/* 2020-10-02T18:30:00Z */
	INSTANT_OR_NULL,
	FINDING,
	SEVERITY,
	WHY_OR_NULL,
	ALARMS,			/* "-4 -1 0" */
	DAY,
	DAY_OR_NULL,
	DAY_OR_ZERO,
	BIT,
	KIND,			/* of an entry: 0 to 3 */
	STATUS,			/* ... 0 to 3 */
	BITS,			/* HAS_... */
	COUNT,			/* fits an int */
	COUNT_OR_NULL,
	MANY,
	MANY_OR_NULL,
	STAMP,			/* seconds from 1970 to the year 9999 */
	NUMBER,
	FORMS
};

struct column {
	const char	*table, *name;
	enum form	 form;
	const char	*from;		/* may not be less than this one */
};

#define OF_CASE(t)	{ t, "division", CODE, NULL }, { t, "id", CASE, NULL }

/* A table that is new, or a new column of one, is added here. */
static const struct column	columns[] = {
	{ "setting", "name", KEY, NULL },
	{ "setting", "value", BYTES, NULL },
	{ "run", "id", MANY, NULL },
	{ "run", "at", BYTES, NULL },
	{ "run", "who", BYTES, NULL },
	{ "run", "command", BYTES, NULL },
	{ "file", "id", MANY, NULL },
	{ "file", "run", MANY, NULL },
	{ "file", "name", BYTES, NULL },
	{ "file", "sha256", BYTES, NULL },
	{ "file", "rows", MANY, NULL },
	{ "division", "code", CODE, NULL },
	{ "division", "name", WORDS, NULL },
	{ "division", "src", MANY, NULL },
	{ "division", "contact", WORDS, NULL },
	{ "division", "phone", WORDS, NULL },
	OF_CASE("matter"),
	{ "matter", "procedure", POINT, NULL },
	{ "matter", "title", WORDS, NULL },
	{ "matter", "batch", WORDS, NULL },
	{ "matter", "twin", WORDS, NULL },
	{ "matter", "named", BIT, NULL },
	{ "matter", "has", BITS, NULL },
	{ "matter", "src", MANY, NULL },
	{ "matter", "traits", LABELS, NULL },
	{ "matter", "amounts", AMOUNTS, NULL },
	OF_CASE("place"),
	{ "place", "place", PLACE, NULL },
	OF_CASE("event"),
	{ "event", "event", POINT, NULL },
	{ "event", "day", DAY, NULL },
	{ "event", "src", MANY, NULL },
	OF_CASE("posting"),
	{ "posting", "step", POINT, NULL },
	{ "posting", "at", CODE, NULL },
	{ "posting", "posted", DAY, NULL },
	{ "posting", "medium", POINT_OR_NONE, NULL },
	{ "posting", "place", WORDS, NULL },
	{ "posting", "until", DAY_OR_NULL, "posted" },
	{ "posting", "reviewed", DAY_OR_NULL, NULL },
	{ "posting", "content", WORDS, NULL },
	{ "posting", "posted_by", WORDS, NULL },
	{ "posting", "evidence", WORDS, NULL },
	{ "posting", "has", BITS, NULL },
	{ "posting", "src", MANY, NULL },
	OF_CASE("objection"),
	{ "objection", "step", POINT, NULL },
	{ "objection", "at", CODE_OR_NONE, NULL },
	{ "objection", "received", DAY, NULL },
	{ "objection", "number", WORDS, NULL },
	{ "objection", "resolved", DAY_OR_NULL, "received" },
	{ "objection", "outcome", WORDS, NULL },
	{ "objection", "handler", WORDS, NULL },
	{ "objection", "has", BITS, NULL },
	{ "objection", "src", MANY, NULL },
	{ "objection", "named", BIT, NULL },
	{ "past", "id", CASE, NULL },
	{ "past", "gone", MANY, NULL },
	{ "past", "seq", MANY, NULL },
	{ "past", "kind", POINT, NULL },
	{ "past", "division", CODE, NULL },
	{ "past", "key", WORDS, NULL },
	{ "past", "vals", WORDS, NULL },
	{ "past", "src", MANY, NULL },
	{ "past", "why", POINT, NULL },
	OF_CASE("entry"),
	{ "entry", "step", POINT, NULL },
	{ "entry", "at", CODE, NULL },
	{ "entry", "kind", KIND, NULL },
	{ "entry", "status", STATUS, NULL },
	{ "entry", "first", DAY, NULL },
	{ "entry", "last", DAY, "first" },
	{ "entry", "alarms", ALARMS, NULL },
	{ "entry", "sequence", COUNT, NULL },
	{ "entry", "stamp", STAMP, NULL },
	{ "entry", "said", NUMBER, NULL },
	{ "entry", "summary", WORDS, NULL },
	{ "entry", "location", WORDS, NULL },
	{ "entry", "description", WORDS, NULL },
	{ "night", "day", DAY, NULL },
	{ "night", "finished", INSTANT_OR_NULL, NULL },
	{ "night", "judged", MANY, NULL },
	{ "night", "upto", MANY_OR_NULL, NULL },
	{ "night", "rules", WORDS_OR_NULL, NULL },
	{ "night", "days", WORDS_OR_NULL, NULL },
	OF_CASE("dirty"),
	{ "ground", "name", KEY, NULL },
	{ "ground", "value", BYTES, NULL },
	OF_CASE("watch"),
	{ "watch", "wake", DAY_OR_NULL, NULL },
	{ "watch", "judged", DAY, NULL },
	{ "watch", "slots", COUNT, NULL },
	{ "watch", "s0", COUNT, NULL }, { "watch", "s1", COUNT, NULL },
	{ "watch", "s2", COUNT, NULL }, { "watch", "s3", COUNT, NULL },
	{ "watch", "s4", COUNT, NULL }, { "watch", "s5", COUNT, NULL },
	{ "watch", "s6", COUNT, NULL }, { "watch", "s7", COUNT, NULL },
	{ "watch", "s8", COUNT, NULL }, { "watch", "s9", COUNT, NULL },
	{ "watch", "paused", COUNT, NULL }, { "watch", "exempt", WORDS, NULL },
	OF_CASE("finding"),
	{ "finding", "key", KEY, NULL },
	{ "finding", "first", DAY_OR_ZERO, NULL },
	{ "finding", "gone", DAY_OR_NULL, "first" },
	{ "finding", "ord", COUNT, NULL },
	{ "finding", "code", FINDING, NULL },
	{ "finding", "severity", SEVERITY, NULL },
	{ "finding", "title", WORDS, NULL },
	{ "finding", "procedure", POINT, NULL },
	{ "finding", "step", POINT_OR_NULL, NULL },
	{ "finding", "event", POINT_OR_NULL, NULL },
	{ "finding", "at", CODE, NULL },
	{ "finding", "due", DAY_OR_NULL, NULL },
	{ "finding", "actual", DAY_OR_NULL, NULL },
	{ "finding", "days", COUNT_OR_NULL, NULL },
	{ "finding", "basis", WORDS_OR_NULL, NULL },
	{ "finding", "message", WORDS, NULL },
	{ "finding", "remedy", WORDS, NULL },
	{ "finding", "why", WHY_OR_NULL, NULL },
	{ "waiver", "key", KEY, NULL },
	{ "waiver", "ground", BYTES, NULL },
	{ "waiver", "who", BYTES, NULL },
	{ "waiver", "until", DAY, NULL },
	{ "waiver", "made", INSTANT, NULL },
	{ "waiver", "ended", INSTANT_OR_NULL, NULL },
	{ "delivery", "day", DAY, NULL },
	{ "delivery", "seq", MANY, NULL },
	{ "delivery", "name", NAME, NULL },
	{ "delivery", "taken", BIT, NULL },
	{ "delivery", "moved", BIT, NULL },
	{ "delivery", "rows", MANY, NULL },
	{ "delivery", "errors", MANY, NULL },
	{ "delivery", "faults", BYTES, NULL },
	{ "delivery", "lies", NAME_OR_NONE, NULL },
	{ "delivery", "told", BYTES, NULL },
	{ "delivery", "receipt", BIT, NULL },
	{ "brought", "day", DAY, NULL },
	{ "brought", "seq", MANY, NULL },
	OF_CASE("brought"),
	{ "sent", "town", CODE, NULL },
	{ "sent", "day", DAY, NULL },
	{ "sent", "seq", MANY, NULL },
	{ "sent", "acts", MANY, NULL },
	{ "deferred", "name", NAME, NULL },
	{ "shelf", "code", CODE, NULL },
	{ "shelf", "stale", MANY, NULL },
	{ "shelf", "size", MANY, NULL },
	{ "shelf", "mtime", NUMBER, NULL },
	{ "renamed", "county", CODE, NULL },
	{ "renamed", "id", CASE, NULL },
	{ "renamed", "first", FIRST, NULL },
	{ "redacted", "county", CODE, NULL },
	{ "redacted", "id", CASE, NULL },
	{ "redacted", "step", POINT_OR_NONE, NULL },
	{ "redacted", "at", CODE_OR_NONE, NULL },
	{ "redacted", "day", DAY_OR_ZERO, NULL },
	{ "redacted", "cell", WORDS, NULL },
	{ "duty", "procedure", POINT, NULL },
	{ "duty", "division", CODE, NULL },
	{ "duty", "start", DAY, NULL },
	{ "duty", "until", DAY_OR_NULL, NULL },
	{ "duty", "opened", DAY_OR_NULL, NULL },
	{ "duty", "ended", BIT, NULL },
	{ "duty", "added", MANY, NULL },
	{ "duty", "src", MANY, NULL },
	{ "county", "code", CODE, NULL },
	{ "county", "version", MANY, NULL },
	{ "county", "day", DAY, NULL },
	{ "county", "own", BIT, NULL },
	{ "county", "taken", MANY_OR_NULL, NULL },
	{ "county", "sum", WORDS_OR_NULL, NULL },
	{ "county", "at", INSTANT_OR_NULL, NULL },
	{ "county", "who", WORDS_OR_NULL, NULL },
	{ "county", "signer", WORDS_OR_NULL, NULL },
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]), SHOWN = 40 };

/* ---- texts */

static bool
fits_bytes(const char *s, size_t len)
{
	return memchr(s, '\0', len) == NULL;
}

static bool
fits_words(const char *s, size_t len)
{
	return len == 0 || (fits_bytes(s, len) && text_is_utf8(s, len));
}

static bool
fits_key(const char *s, size_t len)
{
	return len > 0 && fits_words(s, len);
}

static bool
fits_code_or_none(const char *s, size_t len)
{
	return len == 0 || division_is(s, len);
}

static bool
fits_place(const char *s, size_t len)
{
	const size_t	known = len > 0 && *s == PLACE_KNOWN ? 1 : 0;

	return division_is(s + known, len - known);
}

bool
form_case(const char *s, size_t len)
{
	unsigned	bad = 0, high = 0, c;
	size_t		i;

	for (i = 0; i < len && i <= MATTER_ID; i++) {
		c = (unsigned char)s[i];
		bad |= (unsigned)(c < 0x20) | (unsigned)(c == '/') |
		    (unsigned)(c == 0x7f);
		high |= c;
	}
	return bad == 0 && len > 0 && len <= MATTER_ID && (high < 0x80 ||
	    text_is_utf8(s, len));
}

static bool
fits_first(const char *s, size_t len)
{
	const char	*mark = memchr(s, ':', len);
	const size_t	 n = mark == NULL ? len : (size_t)(mark - s);

	return n <= COUNTY_MAX && division_is(s, n) && n < len &&
	    form_case(mark + 1, len - n - 1);
}

static bool
fits_point_or_none(const char *s, size_t len)
{
	return len == 0 || form_case(s, len);
}

static bool
is_less(const char *a, size_t n, const char *b, size_t m)
{
	const int	c = memcmp(a, b, n < m ? n : m);

	return c != 0 ? c < 0 : n < m;
}

/* Words with `;` between, each behind the one before it by bytes; or none. */
static bool
fits_list(const char *s, size_t len, bool (*one)(const char *, size_t))
{
	const char	*before = "", *end = s + len, *stop;
	size_t		 n, last = 0;

	for (; s < end; s = stop + 1) {
		stop = memchr(s, ';', (size_t)(end - s));
		stop = stop == NULL ? end : stop;
		n = (size_t)(stop - s);
		if (!one(s, n) || (stop < end && stop + 1 == end) ||
		    !is_less(before, last, s, n))
			return false;
		before = s;
		last = n;
	}
	return true;
}

static bool
fits_labels(const char *s, size_t len)
{
	return fits_list(s, len, form_case);
}

static bool
fits_amount(const char *s, size_t len)
{
	const char	*sign = s + len;
	long long	 yuan;

	while (sign > s && sign[-1] != '=')
		sign--;
	return sign > s && form_case(s, (size_t)(sign - s) - 1) &&
	    amount_parse(sign, len - (size_t)(sign - s), &yuan);
}

static bool
fits_amounts(const char *s, size_t len)
{
	return fits_list(s, len, fits_amount);
}

static bool
fits_name(const char *s, size_t len)
{
	return len > 0 && len < 256 && fits_bytes(s, len) &&
	    memchr(s, '/', len) == NULL && !(len == 2 && memcmp(s, "..", 2) ==
	    0);
}

static bool
fits_name_or_none(const char *s, size_t len)
{
	return len == 0 || fits_name(s, len);
}

/* Each letter of the picture stands for itself, 0 for a digit. */
static bool
fits_instant(const char *s, size_t len)
{
	static const char	picture[] = "0000-00-00T00:00:00Z";
	size_t			i;

	if (len != sizeof(picture) - 1)
		return false;
	for (i = 0; i < len; i++)
		if (picture[i] == '0' ? s[i] < '0' || s[i] > '9' :
		    s[i] != picture[i])
			return false;
	return true;
}

/* A word alone, as the parsers of words want it. */
static const char *
word(const char *s, size_t len, char buf[static MATTER_ID + 1])
{
	if (len > MATTER_ID || !fits_bytes(s, len))
		return "";
	memcpy(buf, s, len);
	buf[len] = '\0';
	return buf;
}

static bool
fits_finding(const char *s, size_t len)
{
	char		buf[MATTER_ID + 1];
	enum code	code;

	return code_parse(word(s, len, buf), &code);
}

static bool
fits_severity(const char *s, size_t len)
{
	char		buf[MATTER_ID + 1];
	enum severity	severity;

	return severity_parse(word(s, len, buf), &severity);
}

static bool
fits_why(const char *s, size_t len)
{
	char		buf[MATTER_ID + 1];
	enum why	why;

	return why_parse(word(s, len, buf), &why) && why != WHY_FIXED;
}

/* Up to three numbers of up to seven digits, a blank between them. */
static bool
fits_alarms(const char *s, size_t len)
{
	size_t	i = 0, digits;
	int	n;

	for (n = 0; n < WRITTEN_ALARMS && i < len; n++) {
		i += n > 0 && s[i] == ' ';
		i += i < len && s[i] == '-';
		for (digits = 0; i < len && s[i] >= '0' && s[i] <= '9'; i++)
			digits++;
		if (digits == 0 || digits > 7)
			return false;
	}
	return i == len;
}

/* ---- forms */

struct rule {
	int		 type;		/* of SQLite; 0: any */
	bool		 null;		/* may be NULL */
	long long	 least, most;	/* of a number */
	bool		 (*fits)(const char *, size_t);	/* a text */
	const char	*expected;
};

_Static_assert(MATTER_ID == 64 && STATES == 10, "as is said, s0 to s9");

#define A_DAY		N_("a day that there is")
#define A_NUMBER	N_("a number that there can be")
#define A_TEXT		N_("text in UTF-8 without zero bytes")
#define AN_ID		N_("an id of at most 64 bytes")
#define A_CODE		N_("the code of a division")
#define A_TIME		N_("a time as 2020-10-02T18:30:00Z")
#define OF_DAYS		-719162, 2932896	/* day.h */
#define TEXT_BY(f)	SQLITE_TEXT, false, 0, 0, f
#define TEXT_OR_NULL(f)	SQLITE_TEXT, true, 0, 0, f
#define FROM_TO		SQLITE_INTEGER, false

static const struct rule	rules[FORMS] = {
	[CODE] = { TEXT_BY(division_is), A_CODE },
	[CODE_OR_NONE] = { TEXT_BY(fits_code_or_none), A_CODE },
	[PLACE] = { TEXT_BY(fits_place), A_CODE },
	[CASE] = { TEXT_BY(form_case), N_("a case number: at most 64 bytes, "
	    "no `/`, no control characters") },
	[FIRST] = { TEXT_BY(fits_first), N_("a county, `:` and a case "
	    "number") },
	[POINT] = { TEXT_BY(form_case), AN_ID },
	[POINT_OR_NULL] = { TEXT_OR_NULL(form_case), AN_ID },
	[POINT_OR_NONE] = { TEXT_BY(fits_point_or_none), AN_ID },
	[LABELS] = { TEXT_BY(fits_labels), N_("ids of at most 64 bytes with "
	    "`;` between, sorted") },
	[AMOUNTS] = { TEXT_BY(fits_amounts), N_("NAME=NUMBER with `;` "
	    "between, sorted") },
	[WORDS] = { TEXT_BY(fits_words), A_TEXT },
	[WORDS_OR_NULL] = { TEXT_OR_NULL(fits_words), A_TEXT },
	[KEY] = { TEXT_BY(fits_key), A_TEXT },
	[BYTES] = { TEXT_BY(fits_bytes), A_TEXT },
	[NAME] = { TEXT_BY(fits_name), N_("the name of a file or folder") },
	[NAME_OR_NONE] = { TEXT_BY(fits_name_or_none), N_("the name of a "
	    "file or folder") },
	[INSTANT] = { TEXT_BY(fits_instant), A_TIME },
	[INSTANT_OR_NULL] = { TEXT_OR_NULL(fits_instant), A_TIME },
	[FINDING] = { TEXT_BY(fits_finding), N_("a code of findings that "
	    "this program knows (a newer one may have written it)") },
	[SEVERITY] = { TEXT_BY(fits_severity), N_("a severity that this "
	    "program knows (a newer one may have written it)") },
	[WHY_OR_NULL] = { TEXT_OR_NULL(fits_why), N_("a reason that this "
	    "program knows (a newer one may have written it)") },
	[ALARMS] = { TEXT_BY(fits_alarms), N_("up to three numbers of "
	    "days") },
	[DAY] = { FROM_TO, OF_DAYS, NULL, A_DAY },
	[DAY_OR_NULL] = { SQLITE_INTEGER, true, OF_DAYS, NULL, A_DAY },
	[DAY_OR_ZERO] = { FROM_TO, OF_DAYS, NULL, A_DAY },
	[BIT] = { FROM_TO, 0, 1, NULL, N_("0 or 1") },
	[KIND] = { FROM_TO, 0, 3, NULL, A_NUMBER },
	[STATUS] = { FROM_TO, 0, 3, NULL, A_NUMBER },
	[BITS] = { FROM_TO, 0, HAS_ALL, NULL, A_NUMBER },
	[COUNT] = { FROM_TO, 0, INT32_MAX, NULL, A_NUMBER },
	[COUNT_OR_NULL] = { SQLITE_INTEGER, true, 0, INT32_MAX, NULL,
	    A_NUMBER },
	[MANY] = { FROM_TO, 0, INT64_MAX / 2, NULL, A_NUMBER },
	[MANY_OR_NULL] = { SQLITE_INTEGER, true, 0, INT64_MAX / 2, NULL,
	    A_NUMBER },
	[STAMP] = { FROM_TO, 0, 253402300799, NULL, A_NUMBER },
	[NUMBER] = { FROM_TO, INT64_MIN, INT64_MAX, NULL, A_NUMBER },
};

static bool
fits_number(const struct rule *r, long long n)
{
	return n >= r->least && n <= r->most;
}

static bool
fits(const struct rule *r, sqlite3_value *v)
{
	const int	type = sqlite3_value_type(v);
	const char	*text;

	if (type != r->type)
		return type == SQLITE_NULL && r->null;
	if (type == SQLITE_INTEGER)
		return fits_number(r, sqlite3_value_int64(v));
	/* as in sql_bytes */
	text = sqlite3_value_blob(v);
	return r->fits(text == NULL ? "" : text,
	    (size_t)sqlite3_value_bytes(v));
}

/* ---- cells that come as text */

/* As it is printed: no sign but a minus, no zero before another digit. */
static bool
read_number(const char *text, size_t len, long long *n)
{
	const bool	minus = len > 0 && *text == '-';
	size_t		i = minus;

	*n = 0;
	if (i == len || (text[i] == '0' && len > 1))
		return false;
	for (; i < len; i++)
		if (text[i] < '0' || text[i] > '9' ||
		    __builtin_mul_overflow(*n, 10, n) ||
		    __builtin_sub_overflow(*n, text[i] - '0', n))
			return false;
	return minus || !__builtin_sub_overflow(0, *n, n);
}

bool
form_reads(const struct column *c, const char *text, size_t len,
    struct form_value *v, const char **expected)
{
	const struct rule	*r = &rules[c->form];

	*expected = r->expected;
	*v = (struct form_value){ text == NULL, r->type == SQLITE_INTEGER, 0,
	    text, len };
	if (v->null)
		return r->null;
	if (!v->is_number)
		return r->fits(text, len);
	return read_number(text, len, &v->number) && fits_number(r, v->number);
}

const struct column *
form_column(const char *table, const char *name)
{
	size_t	k;

	for (k = 0; k < COLUMNS; k++)
		if (strcmp(columns[k].table, table) == 0 &&
		    strcmp(columns[k].name, name) == 0)
			return &columns[k];
	return NULL;
}

const char *
form_from(const struct column *c)
{
	return c->from;
}

/* ---- statements */

struct shape {
	int		n;
	struct part {
		enum form	form;
		int		from;	/* a column; -1: none */
	} part[];
};

static const struct column *
column_of(sqlite3_stmt *st, int i)
{
	const char	*table = sqlite3_column_table_name(st, i);
	const char	*name = sqlite3_column_origin_name(st, i);

	return table == NULL || name == NULL ? NULL :
	    form_column(table, name);
}

/* The column of the statement that is another one of the same table; or -1. */
static int
find_from(sqlite3_stmt *st, const struct column *c)
{
	const struct column	*other;
	int			 i;

	for (i = 0; c->from != NULL && i < sqlite3_column_count(st); i++) {
		other = column_of(st, i);
		if (other != NULL && strcmp(other->table, c->table) == 0 &&
		    strcmp(other->name, c->from) == 0)
			return i;
	}
	return -1;
}

const struct shape *
form_shape(sqlite3_stmt *st, struct arena *a)
{
	const int		 n = sqlite3_column_count(st);
	struct shape		*s = arena_alloc(a, sizeof(*s) + (size_t)n *
				    sizeof(s->part[0]));
	const struct column	*c;
	bool			 any = false;
	int			 i;

	s->n = n;
	for (i = 0; i < n; i++) {
		c = column_of(st, i);
		s->part[i].form = c == NULL ? ANY : c->form;
		s->part[i].from = c == NULL ? -1 : find_from(st, c);
		any |= c != NULL;
	}
	return any ? s : NULL;
}

/* What stands there, short enough to be read. */
static const char *
show(sqlite3_value *v, struct arena *a)
{
	const char	*text;
	size_t		 len;

	switch (sqlite3_value_type(v)) {
	case SQLITE_INTEGER:
		return arena_printf(a, "%lld",
		    (long long)sqlite3_value_int64(v));
	case SQLITE_TEXT:
		text = sqlite3_value_blob(v);
		len = (size_t)sqlite3_value_bytes(v);
		if (len <= SHOWN)
			return arena_printf(a, "`%.*s`", (int)len,
			    text == NULL ? "" : text);
		for (len = SHOWN; ((unsigned char)text[len] & 0xc0) == 0x80 &&
		    len > SHOWN - 4; len--)
			;
		return arena_printf(a, "`%.*s...`", (int)len, text);
	case SQLITE_NULL:
		return "NULL";
	default:
		return _("a value of another kind");
	}
}

static const char *
case_of(const struct shape *s, sqlite3_stmt *st, struct arena *a)
{
	int	i;

	for (i = 0; i < s->n; i++)
		if (s->part[i].form == CASE)
			return arena_printf(a, _(", case %s"), show(
			    sqlite3_column_value(st, i), a));
	return "";
}

static void
tell(const struct shape *s, sqlite3_stmt *st, int i, const char *expected,
    struct arena *a, const char **fault)
{
	*fault = arena_printf(a, _("table %s%s: %s in the column %s; expected "
	    "%s"), sqlite3_column_table_name(st, i), case_of(s, st, a),
	    show(sqlite3_column_value(st, i), a),
	    sqlite3_column_origin_name(st, i), _(expected));
}

/* Is the day of column i one on or after that of its `from`? */
static bool
in_order(const struct shape *s, sqlite3_stmt *st, int i)
{
	return s->part[i].from < 0 ||
	    sqlite3_column_type(st, i) == SQLITE_NULL ||
	    sqlite3_column_int64(st, i) >=
	    sqlite3_column_int64(st, s->part[i].from);
}

bool
form_fits(const struct shape *s, sqlite3_stmt *st, struct arena *a,
    const char **fault)
{
	const struct rule	*r;
	int			 i;

	for (i = 0; i < s->n; i++) {
		if (s->part[i].form == ANY)
			continue;
		r = &rules[s->part[i].form];
		if (!fits(r, sqlite3_column_value(st, i))) {
			tell(s, st, i, r->expected, a, fault);
			return false;
		}
		if (!in_order(s, st, i)) {
			tell(s, st, i, N_("no day before the one it counts "
			    "from"), a, fault);
			return false;
		}
	}
	return true;
}

const char *
form_table(int i)
{
	size_t	k;

	for (k = 0; k < COLUMNS; k++)
		if ((k == 0 || strcmp(columns[k].table, columns[k - 1].table)
		    != 0) && i-- == 0)
			return columns[k].table;
	return NULL;
}
