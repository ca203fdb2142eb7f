/*
 * The tables of a hub, by numbered migrations.
 *
 * Migration n brings a hub from version n to n + 1.  What has been released is
 * frozen.  All lies in the schema `gongshi`; a table of facts has the columns
 * that it has in a parcel (store/parcel_tables), behind the county.  Texts are
 * compared by their bytes, days are counted from 1970-01-01, runs and files
 * are numbered from 1 in each county.  No key points from one table of facts
 * into another: what is put there is looked at before.
 *
 * Who may see which rows is one question, asked of the county alone: `office`
 * has a row for each role, which three functions tell to that role only.
 * They stand within scalar subqueries and so run once a statement; asked for
 * each row they would cost a hundred times as much.  session_user, since SET
 * ROLE and membership in another role are to give nothing.
 */
#include "base/division.h"
#include "hub/inside.h"

#define TEXT	"text COLLATE \"C\""
#define WORDS	TEXT " NOT NULL"
#define NUMBER	"bigint NOT NULL"
#define DAY	"integer NOT NULL"
#define COUNTY	"	county " WORDS ",\n"
#define OF(c)	"	CHECK (left(" c ", 6) = county),\n"
#define CASE	COUNTY \
		"	division " WORDS ",\n" \
		"	id " WORDS ",\n"

static const char	first_counties[] =
"CREATE SCHEMA gongshi;\n"
"CREATE TABLE gongshi.setting (		-- schema, home\n"
"	name " TEXT " PRIMARY KEY,\n"
"	value " WORDS "\n"
");\n"
"CREATE TABLE gongshi.office (		-- what a role may see\n"
"	role " TEXT " PRIMARY KEY,\n"
"	code " WORDS " CHECK (code ~ '^([0-9]{2}){1,3}$'),\n"
"	writes boolean NOT NULL\n"
");\n"
"CREATE TABLE gongshi.county (		-- what is kept of one\n"
"	county " TEXT " PRIMARY KEY\n"
"		CHECK (county ~ '^([0-9]{2}){1,3}$'),\n"
"	version " NUMBER " CHECK (version > 0),\n"
"	day " DAY ",			-- of the last change\n"
"	sum " WORDS " CHECK (sum ~ '^[0-9a-f]{64}$'),\n"
"	signer " TEXT "			-- whose key signed one; NULL: never\n"
");\n"
"CREATE TABLE gongshi.taken (		-- whole counties that came in\n"
"	county " WORDS ",\n"
"	seq bigint GENERATED ALWAYS AS IDENTITY,\n"
"	version " NUMBER ",\n"
"	sum " WORDS ",\n"
"	command " WORDS ",		-- adopt, rollup\n"
"	source " WORDS ",		-- the file's name, as told\n"
"	who " WORDS ",			-- session_user\n"
"	at timestamptz NOT NULL,	-- the server's clock\n"
"	PRIMARY KEY (county, seq)\n"
");\n";

static const char	first_sources[] =
"CREATE TABLE gongshi.run (\n" COUNTY
"	id " NUMBER ",\n"
"	at " WORDS ",\n"
"	who " WORDS ",\n"
"	command " WORDS ",\n"
"	PRIMARY KEY (county, id)\n"
");\n"
"CREATE TABLE gongshi.file (\n" COUNTY
"	id " NUMBER ",\n"
"	run " NUMBER ",\n"
"	name " WORDS ",\n"
"	sha256 " WORDS ",\n"
"	rows " NUMBER ",\n"
"	PRIMARY KEY (county, id)\n"
");\n"
"CREATE TABLE gongshi.division (\n" COUNTY
"	code " WORDS ",\n"
"	name " WORDS ",\n"
"	contact " WORDS ",\n"
"	phone " WORDS ",\n"
"	src " NUMBER ",\n" OF("code")
"	PRIMARY KEY (county, code)\n"
");\n";

static const char	first_facts[] =
"CREATE TABLE gongshi.matter (\n" CASE
"	procedure " WORDS ",\n"
"	title " WORDS ",\n"
"	batch " WORDS ",\n"
"	named " NUMBER ",\n"
"	traits " WORDS ",\n"
"	amounts " WORDS ",\n"
"	has " NUMBER ",\n"
"	src " NUMBER ",\n" OF("division")
"	PRIMARY KEY (county, division, id),\n"
"	UNIQUE (county, id)\n"
");\n"
"CREATE TABLE gongshi.place (\n" CASE
"	place " WORDS ",\n" OF("division")
"	PRIMARY KEY (county, division, id, place)\n"
");\n"
"CREATE TABLE gongshi.event (\n" CASE
"	event " WORDS ",\n"
"	day " DAY ",\n"
"	src " NUMBER ",\n" OF("division")
"	PRIMARY KEY (county, division, id, event, day)\n"
");\n"
"CREATE TABLE gongshi.posting (\n" CASE
"	step " WORDS ",\n"
"	at " WORDS ",\n"
"	posted " DAY ",\n"
"	medium " WORDS ",\n"
"	place " WORDS ",\n"
"	until integer,\n"
"	reviewed integer,\n"
"	content " WORDS ",\n"
"	posted_by " WORDS ",\n"
"	evidence " WORDS ",\n"
"	has " NUMBER ",\n"
"	src " NUMBER ",\n" OF("division")
"	PRIMARY KEY (county, division, id, step, at, posted, medium, place)\n"
");\n"
"CREATE TABLE gongshi.objection (\n" CASE
"	step " WORDS ",\n"
"	at " WORDS ",\n"
"	received " DAY ",\n"
"	number " WORDS ",\n"
"	resolved integer,\n"
"	outcome " WORDS ",\n"
"	handler " WORDS ",\n"
"	named " NUMBER ",\n"
"	has " NUMBER ",\n"
"	src " NUMBER ",\n" OF("division")
"	PRIMARY KEY (county, division, id, step, at, received, number)\n"
");\n";

static const char	first_kept[] =
"CREATE TABLE gongshi.past (\n" CASE
"	gone " NUMBER ",\n"
"	seq " NUMBER ",\n"
"	kind " WORDS ",\n"
"	key " WORDS ",\n"
"	vals " WORDS ",\n"
"	src " NUMBER ",\n"
"	why " WORDS ",\n" OF("division")
"	PRIMARY KEY (county, division, id, gone, seq)\n"
");\n"
"CREATE TABLE gongshi.finding (\n" CASE
"	key " WORDS ",\n"
"	first " DAY ",\n"
"	gone integer,\n"
"	ord " NUMBER ",\n"
"	code " WORDS ",\n"
"	severity " WORDS ",\n"
"	title " WORDS ",\n"
"	procedure " WORDS ",\n"
"	step " TEXT ",\n"
"	event " TEXT ",\n"
"	at " WORDS ",\n"
"	due integer,\n"
"	actual integer,\n"
"	days bigint,\n"
"	basis " TEXT ",\n"
"	message " WORDS ",\n"
"	remedy " WORDS ",\n"
"	why " TEXT ",\n" OF("division")
"	PRIMARY KEY (county, division, id, key, first)\n"
");\n"
"CREATE TABLE gongshi.waiver (\n" COUNTY
"	key " WORDS ",\n"
"	ground " WORDS ",\n"
"	who " WORDS ",\n"
"	until " DAY ",\n"
"	made " WORDS ",\n"
"	ended " TEXT ",\n"
"	PRIMARY KEY (county, key)\n"
");\n";

/* Of the first two the county is a column of the parcel itself. */
static const char	first_others[] =
"CREATE TABLE gongshi.renamed (\n" COUNTY
"	id " WORDS ",\n"
"	first " WORDS ",\n"
"	PRIMARY KEY (county, id), UNIQUE (first)\n"
");\n"
"CREATE TABLE gongshi.redacted (\n" COUNTY
"	id " WORDS ",\n"
"	step " WORDS ",\n"
"	at " WORDS ",\n"
"	day " DAY ",\n"
"	cell " WORDS ",\n"
"	PRIMARY KEY (county, id, step, at, day, cell)\n"
");\n"
"CREATE TABLE gongshi.duty (\n" COUNTY
"	procedure " WORDS ",\n"
"	division " WORDS ",\n"
"	start " DAY ",\n"
"	until integer,\n"
"	opened integer,\n"
"	ended " NUMBER ",\n"
"	added " NUMBER ",\n"
"	src " NUMBER ",\n" OF("division")
"	PRIMARY KEY (county, procedure, division)\n"
");\n";

/*
 * What nights know of a county beside its parcel (store/marks), of which only
 * the case is read here; and whose night is being run: who runs it holds the
 * row's lock.
 */
static const char	first_nights[] =
"CREATE TABLE gongshi.mark (\n" COUNTY
"	tab " WORDS ",\n"
"	division " WORDS ",\n"
"	id " WORDS ",\n"
"	key " WORDS ",\n"
"	vals " WORDS ",\n"
"	CHECK (division = '' OR left(division, 6) = county),\n"
"	CHECK (octet_length(key) < 4096 AND octet_length(vals) < 4194304),\n"
"	PRIMARY KEY (county, tab, division, id, key)\n"
");\n"
"CREATE TABLE gongshi.night (\n"
"	county " TEXT " PRIMARY KEY\n"
"		CHECK (county ~ '^([0-9]{2}){1,3}$')\n"
");\n";

/*
 * What the reader of a parcel refuses (store/parcel_in, store/form) is not kept
 * either, as far as a row alone tells: codes in their normal form, numbers of
 * cases and ids, days from 1990 to 2100, lists in order.
 */
/* By no pattern: those cost more than all else of a row. */
#define IS_CODE(c)	"translate(" c ", '0123456789', '') = ''\n	AND" \
			" octet_length(rtrim(" c ", '0')) > CASE" \
			" octet_length(" c ")\n	WHEN 2 THEN 0 WHEN 4" \
			" THEN 2 WHEN 6 THEN 4 WHEN 9 THEN 6 WHEN 12 THEN 9" \
			"\n	ELSE 12 END AND octet_length(" c ") < 25"
#define IS_ID(c)	"octet_length(" c ") BETWEEN 1 AND 64 AND " c \
			" !~ '[\\x01-\\x1f/\\x7f]'"
#define OR_NONE(c, is)	"(" c " = '' OR " is(c) ")"
#define IS_DATE(c)	c " BETWEEN 7305 AND 47846"
#define IS_BIT(c)	c " BETWEEN 0 AND 1"
#define IS_HAS		"has BETWEEN 0 AND 65535"
#define IS_NEAR		"(starts_with(at, county) OR starts_with(county, at))"
#define IS_CASE		IS_CODE("division") "\n	AND " IS_ID("id")
#define IS_AT(c)	c " ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T" \
			"[0-9]{2}:[0-9]{2}:[0-9]{2}Z$'"
#define PART(number)	"[^;\\x01-\\x1f/\\x7f]+" number
#define LISTS(c, number) "(" c " = '' OR (gongshi.listed(" c ") AND " c \
			"\n	~ '^" PART(number) "(;" PART(number) ")*$'))"
#define AND		"\n	AND "
#define FITS(t, is)	"ALTER TABLE gongshi." t " ADD CONSTRAINT fits CHECK" \
			" (\n	" is ");\n"
_Static_assert(DIVISION_MAX == 24, "as is said");

static const char	first_fits[] =
"CREATE FUNCTION gongshi.listed(text) RETURNS boolean\n"
"	LANGUAGE sql IMMUTABLE AS $$ SELECT $1 = string_agg(\n"
"	DISTINCT w COLLATE \"C\", ';' ORDER BY w COLLATE \"C\") AND\n"
"	bool_and(octet_length(w) BETWEEN 1 AND 128)\n"
"	FROM unnest(string_to_array($1, ';')) AS w $$;\n"
FITS("county", IS_CODE("county") AND "day BETWEEN -719162 AND 2932896")
FITS("run", "id > 0" AND IS_AT("at"))
FITS("file", "id > 0 AND run > 0 AND rows >= 0")
FITS("division", IS_CODE("code") AND "src > 0")
FITS("matter", IS_CASE AND IS_ID("procedure") AND IS_BIT("named") AND IS_HAS
    AND "src > 0" AND LISTS("traits", "") AND LISTS("amounts",
    "=(0|[1-9][0-9]{0,9})([.][0-9]{0,3}[1-9])?"))
FITS("place", IS_CASE AND IS_CODE("ltrim(place, '+')") AND
    "starts_with(place, '+' || division) <> starts_with(place, division)")
FITS("event", IS_CASE AND IS_ID("event") AND IS_DATE("day") AND "src > 0");

static const char	first_fits_more[] =
FITS("posting", IS_CASE AND IS_ID("step") AND IS_CODE("at") AND IS_NEAR
    AND IS_DATE("posted") AND OR_NONE("medium", IS_ID) AND IS_DATE("until")
    AND IS_DATE("reviewed") AND "until >= posted" AND IS_HAS AND "src > 0")
FITS("objection", IS_CASE AND IS_ID("step") AND OR_NONE("at", IS_CODE)
    AND IS_NEAR AND IS_DATE("received") AND IS_DATE("resolved")
    AND "resolved >= received" AND IS_BIT("named") AND IS_HAS AND "src > 0")
FITS("past", IS_CASE AND "gone > 0 AND seq >= 0 AND src > 0" AND "kind IN"
    " ('division', 'case', 'event', 'posting', 'objection')" AND IS_ID("why"))
FITS("renamed", IS_ID("id") AND "first ~ '^([0-9]{2}){1,3}:'" AND
    IS_ID("substr(first, strpos(first, ':') + 1)"))
FITS("redacted", IS_ID("id") AND OR_NONE("step", IS_ID) AND
    OR_NONE("at", IS_CODE))
FITS("duty", IS_ID("procedure") AND IS_CODE("division") AND IS_DATE("start")
    AND IS_DATE("until") AND IS_DATE("opened") AND IS_BIT("ended") AND
    "added > 0 AND src > 0");

/* low <= a code at or below the role's < high; above: those it lies below. */
/* In plpgsql, which keeps its plan: each statement asks three of them. */
#define TELLS(name, type, what) \
"CREATE FUNCTION gongshi." name "() RETURNS " type "\n" \
"	LANGUAGE plpgsql STABLE SECURITY DEFINER\n" \
"	SET search_path = pg_catalog, gongshi, pg_temp\n" \
"	AS $$ BEGIN RETURN (SELECT " what " FROM gongshi.office\n" \
"	WHERE role = session_user::text); END $$;\n"

static const char	first_bounds[] =
TELLS("low", "text", "code")
TELLS("high", "text", "code || ':'")
TELLS("writes", "boolean", "writes")
TELLS("above", "text[]", "ARRAY(SELECT left(code, n)\n"
"		FROM unnest(ARRAY[2, 4]) AS n WHERE n < length(code))")
"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA gongshi FROM PUBLIC;\n";

#define SEEN(t, how) \
"ALTER TABLE gongshi." t " ENABLE ROW LEVEL SECURITY;\n" \
"CREATE POLICY see ON gongshi." t " FOR SELECT USING (" how ");\n"
/*
 * As CASE, of which no index is made use: which rows are read is the query's
 * own range, in the order of its key, and each is looked at.  As OR it made a
 * union of two ranges, which then was sorted.
 */
#define SEEN_BY_COUNTY(t) SEEN(t, \
"CASE WHEN county >= (SELECT gongshi.low()) AND county < (SELECT\n" \
"	gongshi.high()) THEN true\n" \
"	ELSE county = ANY ((SELECT gongshi.above())::text[]) END")

/* What nights know is for the county and who is above it. */
static const char	first_marks_seen[] =
SEEN("mark",
"county >= (SELECT gongshi.low()) AND county < (SELECT gongshi.high())")
"ALTER TABLE gongshi.night ENABLE ROW LEVEL SECURITY;\n";

/* Of `office` and of `taken` nobody sees a row but the owner. */
static const char	first_policies[] =
"ALTER TABLE gongshi.office ENABLE ROW LEVEL SECURITY;\n"
"ALTER TABLE gongshi.taken ENABLE ROW LEVEL SECURITY;\n"
SEEN("setting", "true")
SEEN_BY_COUNTY("county")
SEEN_BY_COUNTY("run") SEEN_BY_COUNTY("file") SEEN_BY_COUNTY("division")
SEEN_BY_COUNTY("matter") SEEN_BY_COUNTY("place") SEEN_BY_COUNTY("event")
SEEN_BY_COUNTY("posting") SEEN_BY_COUNTY("objection");

static const char	first_policies_more[] =
SEEN_BY_COUNTY("past") SEEN_BY_COUNTY("finding") SEEN_BY_COUNTY("waiver")
SEEN_BY_COUNTY("renamed") SEEN_BY_COUNTY("redacted") SEEN_BY_COUNTY("duty")
SEEN_BY_COUNTY("act");

static const char *const	first[] = {
	first_counties, first_sources, first_facts, first_kept, first_others,
	first_nights, hub_act_table, first_fits, first_fits_more,
	first_bounds, first_policies, first_policies_more,
	first_marks_seen,
	hub_push_facts, hub_push_was, hub_push_was_posted, hub_push_go,
	hub_push_put, hub_push_faults, hub_push_firsts, hub_push_idle,
	hub_push_history, hub_push_strays, hub_push_lock, hub_push_dirty,
	hub_push_all, hub_push_night,
	hub_act_masks, hub_act_masked, hub_act_hidden, hub_act_unsaid,
	hub_act_begins, hub_act_dirty, hub_act_numbers, hub_act_waive,
	hub_act_keys, hub_act_moves, hub_act_firsts, hub_act_rename,
	hub_act_texts, hub_act_told, hub_act_kept, hub_act_puts,
	hub_act_redact, NULL
};

static const char *const *const	migrations[] = { first };

const char *const *const *const	hub_migrations = migrations;

int
hub_newest(void)
{
	return (int)(sizeof(migrations) / sizeof(*migrations));
}
