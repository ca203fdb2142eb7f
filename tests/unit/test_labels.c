/*
 * Traits and amounts of a case, as its row names them.  The procedures are
 * made by hand, in two versions.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "base/text.h"
#include "desk/intake.h"
#include "unit/court.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))

static const struct label	old_traits[] = {
	{ .id = "secret", .title = "涉密", .title_en = "" },
	{ .id = "movable", .title = "动产", .title_en = "" },
};

static const struct label	new_traits[] = {
	{ .id = "movable", .title = "动产", .title_en = "" },
	{ .id = "urgent", .title = "紧急", .title_en = "" },
};

static const struct label	old_amounts[] = {
	{ .id = "central", .title = "中央", .title_en = "" },
	{ .id = "county", .title = "县级", .title_en = "" },
};

/* For cases of the trait `movable` alone, at each village of places named. */
static const int		movable = 1;
static const struct condition	of_movables = { .only = { &movable, 1 } };
static const struct where	in_villages = { LEVEL_VILLAGE, false };
static const struct step_rule	steps[] = {
	{ .id = "list", .title = "清单公示", .title_en = "",
	    .when = &of_movables, .at = &in_villages, .nat = 1 },
};
static const int		alike[] = { 0 };

static const struct procedure	old_rules[] = {
	{ .id = "sale", .title = "处置", .title_en = "",
	    .levels = 1U << LEVEL_COUNTY, .traits = old_traits, .ntraits = 2,
	    .amounts = old_amounts, .namounts = 2, .steps = steps,
	    .nsteps = 1, .alike = alike },
	{ .id = "plain", .title = "普通", .title_en = "",
	    .levels = 1U << LEVEL_COUNTY },
};
static const struct procedure	new_rules[] = {
	{ .id = "sale", .title = "处置", .title_en = "",
	    .levels = 1U << LEVEL_TOWNSHIP, .traits = new_traits,
	    .ntraits = 2 },
};
static const struct pack	packs[] = {
	{ .id = "old", .procedures = old_rules, .nprocedures = 2 },
	{ .id = "new", .procedures = new_rules, .nprocedures = 1 },
};
static const struct rulebook	book = { .packs = packs, .npacks = 2 };

static struct arena	*arena;
static struct matter	*there;		/* the case that is known; NULL */

static void
find(void *ctx, const char *county, const char *id, struct named *out)
{
	(void)ctx;
	(void)county;
	(void)id;
	*out = (struct named){ .one = there };
}

static const char *
name_of(void *ctx, struct arena *a, const char *code)
{
	(void)ctx;
	(void)a;
	(void)code;
	return "";
}

static void
each(void *ctx, const char *top, const char *name, intake_division_fn *fn,
    void *arg)
{
	(void)ctx;
	(void)top;
	(void)name;
	(void)fn;
	(void)arg;
}

static const struct row *
row_of(const char *text)
{
	struct row	*r = arena_alloc(arena, sizeof(*r));
	struct cell	*c = arena_array(arena, 8, sizeof(*c));
	size_t		 len;
	int		 col = 1;

	*r = (struct row){ .path = "f.csv", .line = 2, .text = text,
	    .cells = c };
	for (;; text += len + 1) {
		len = strcspn(text, "|");
		c[r->n++] = (struct cell){ .text = arena_ndup(arena,
		    text, len), .line = 2, .col = col };
		if (text[len] == '\0')
			return r;
		col += (int)text_chars(text, len) + 1;
	}
}

/* "TRAITS/AMOUNTS" of the case, or what was complained of. */
static const char *
case_of(const char *header, const char *row, unsigned *has)
{
	const struct world	 w = { &book, "", "", NULL, NULL, find, name_of,
				    each };
	struct intake		*in = intake_new(arena, &w);
	struct diags		*d = diags_new(arena);
	struct header		 h;
	struct cells		 c;
	struct fact		 f;
	const char		*text = "";
	size_t			 i;
	bool			 good;

	assert_true(header_read(row_of(header), &h, d));
	cells_begin(&c, &h);
	assert_true(cells_read(&c, arena, row_of(row), d));
	good = intake_row(in, arena, &c, &f, d);
	intake_free(in);
	*has = f.has;
	if (!good)
		return court_complaints(arena, d);
	for (i = 0; i < f.matter.ntraits; i++)
		text = arena_printf(arena, "%s%s%s", text, i == 0 ? "" : ";",
		    f.matter.traits[i]);
	return arena_printf(arena, "%s/%s", text, f.matter.amounts);
}

#define BOTH	"case|procedure|division|traits|amounts"

static void
words_are_found(void **state)
{
	static const struct {
		const char	*traits, *amounts, *kept;
	} rows[] = {
		{ "", "", "/" },
		{ "secret", "", "secret/" }, { "涉密", "", "secret/" },
		/* sorted, each once, by either word, of either version */
		{ "涉密；secret、紧急", "", "secret;urgent/" },
		{ "urgent,secret", "", "secret;urgent/" },
		{ "", "中央=120.50；县级=3", "/central=120.5;county=3" },
		{ "", "county=3;central=1,200", "/central=1200;county=3" },
		{ "紧急", "central=0", "urgent/central=0" },
	};
	unsigned	has;
	size_t		i;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		assert_string_equal(case_of(BOTH, arena_printf(arena,
		    "X|sale|450225|%s|%s", rows[i].traits, rows[i].amounts),
		    &has), rows[i].kept);
		assert_int_equal(has & (HAS_TRAITS | HAS_AMOUNTS),
		    HAS_TRAITS | HAS_AMOUNTS);
	}
}

/* Any other is an error, with the nearest and the list. */
static void
others_are_told(void **state)
{
	static const struct {
		const char	*row, *said;
	} rows[] = {
		{ "X|sale|450225|secrt|", "f.csv:2:15: error: `secrt` is no "
		    "trait (类别) of `处置`\n  note: did you mean `secret`?\n"
		    "  note: it may have: secret (涉密), movable (动产), "
		    "urgent (紧急)\n" },
		{ "X|sale|450225||centrl=3", "f.csv:2:16: error: `centrl` is "
		    "no amount (金额) of `处置`\n  note: did you mean "
		    "`central`?\n  note: it may have: central (中央), county "
		    "(县级)\n" },
		{ "X|sale|450225||中央=3;central=3", "f.csv:2:16: error: the "
		    "amount `central` stands in this cell twice\n" },
		{ "X|plain|450225|secret|", "f.csv:2:16: error: `secret`: "
		    "`普通` names no traits; leave the column 类别 (traits) "
		    "empty\n" },
		{ "X|plain|450225||a=1", "f.csv:2:17: error: `a`: `普通` "
		    "names no amounts; leave the column 金额 (amounts) "
		    "empty\n" },
	};
	unsigned	has;
	size_t		i;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++)
		assert_string_equal(case_of(BOTH, rows[i].row, &has),
		    rows[i].said);
}

/* Both columns' faults at once. */
static void
all_faults_are_told(void **state)
{
	unsigned	 has;
	const char	*said = case_of(BOTH, "X|sale|450225|蓝；绿|中央=x",
			    &has);

	(void)state;
	assert_non_null(strstr(said, "`蓝`"));
	assert_non_null(strstr(said, "`绿`"));
	assert_non_null(strstr(said, "`x`"));
}

/* A step of other cases alone needs no place; a case of its trait does. */
static void
places_are_asked_where_it_applies(void **state)
{
	static const char	*has_it[] = { "movable" };
	struct matter		 old = { .id = "X", .procedure = "sale",
				    .division = "450225", .title = "",
				    .batch = "", .amounts = "" };
	unsigned		 has;

	(void)state;
	assert_string_equal(case_of("case|procedure|division",
	    "X|sale|450225", &has), "/");
	assert_int_equal(has & HAS_TRAITS, 0);
	assert_non_null(strstr(case_of(BOTH, "X|sale|450225|动产|", &has),
	    "清单公示"));
	/* a row without the column leaves the case its traits */
	old.traits = has_it;
	old.ntraits = 1;
	there = &old;
	assert_non_null(strstr(case_of("case|procedure|division",
	    "X|sale|450225", &has), "清单公示"));
	assert_string_equal(case_of("case|procedure|division|traits",
	    "X|sale|450225|", &has), "/");
	there = NULL;
}

static int
start(void **state)
{
	(void)state;
	arena = arena_new();
	return text_setup("en", ".") ? 0 : -1;
}

static int
finish(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(words_are_found),
		cmocka_unit_test(others_are_told),
		cmocka_unit_test(all_faults_are_told),
		cmocka_unit_test(places_are_asked_where_it_applies),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
