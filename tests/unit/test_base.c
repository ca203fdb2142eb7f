#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/division.h"
#include "base/hash.h"
#include "base/table.h"
#include "base/text.h"
#include "base/tree.h"
#include "base/twin.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))

/* Complains of a row and goes on, so that every failing one is named. */
static int	bad_rows;

#define ROW(good, ...)	do {						\
	if (!(good)) {							\
		bad_rows++;						\
		print_error("row: " __VA_ARGS__);			\
		print_error("\n");					\
	}								\
} while (0)

static int
start(void **state)
{
	(void)state;
	bad_rows = 0;
	return text_setup("en", ".") ? 0 : -1;
}

static int
finish(void **state)
{
	(void)state;
	return bad_rows == 0 ? 0 : -1;
}

/* ---- arena */

static bool
all_zero(const unsigned char *p, size_t n)
{
	while (n > 0 && p[n - 1] == 0)
		n--;
	return n == 0;
}

/* Sizes around a block's, and far above it; each zeroed, aligned, its own. */
static void
arena_gives_zeroed_aligned_room(void **state)
{
	static const size_t	 sizes[] = {
		0, 1, 2, 7, 8, 15, 16, 17, 4095, 65519, 65520, 65535, 65536,
		65537, 1 << 20, 5 << 20, 3
	};
	struct arena		*a = arena_new();
	unsigned char		*got[LENGTH(sizes)];
	size_t			 i, k, round;

	(void)state;
	for (round = 0; round < 3; round++) {
		for (i = 0; i < LENGTH(sizes); i++) {
			got[i] = arena_alloc(a, sizes[i]);
			assert_non_null(got[i]);
			ROW((uintptr_t)got[i] % _Alignof(max_align_t) == 0,
			    "%zu bytes are not aligned", sizes[i]);
			ROW(all_zero(got[i], sizes[i]),
			    "%zu bytes are not zeroed", sizes[i]);
			memset(got[i], (int)i + 1, sizes[i]);
		}
		for (i = 0; i < LENGTH(sizes); i++)
			for (k = 0; k < sizes[i]; k++)
				if (got[i][k] != i + 1) {
					ROW(false, "%zu bytes overwritten at "
					    "%zu", sizes[i], k);
					break;
				}
		/* What comes after a reset is zeroed again. */
		arena_reset(a);
	}
	arena_free(a);
	arena_free(NULL);
	assert_int_equal(bad_rows, 0);
}

static void
arena_grows_an_array(void **state)
{
	struct arena	*a = arena_new();
	int		*items = NULL, i;
	size_t		 n = 0, cap = 0;

	(void)state;
	for (i = 0; i < 100000; i++) {
		items = arena_grow(a, items, n, &cap, sizeof(*items));
		assert_true(cap > n);
		items[n++] = i * 7;
		/* Something between, so that it cannot grow in place. */
		(void)arena_alloc(a, 1);
	}
	for (i = 0; i < 100000; i++)
		if (items[i] != i * 7)
			fail_msg("item %d is %d", i, items[i]);
	arena_free(a);
}

static void
arena_makes_strings(void **state)
{
	struct arena	*a = arena_new();
	char		*big;

	(void)state;
	assert_string_equal(arena_dup(a, ""), "");
	assert_string_equal(arena_dup(a, "公示"), "公示");
	assert_string_equal(arena_ndup(a, "group-notice", 5), "group");
	assert_string_equal(arena_ndup(a, "x", 0), "");
	assert_string_equal(arena_printf(a, "%s/%d", "a", 12), "a/12");
	big = arena_printf(a, "%0200000d", 1);
	assert_int_equal(strlen(big), 200000);
	assert_int_equal(big[199999], '1');
	assert_true(all_zero(arena_array(a, 12, 12), 144));
	arena_free(a);
}

/* ---- characters; RFC 3629 says which bytes are UTF-8 */

static const struct {
	const char	*bytes;
	unsigned	 code;
	size_t		 len;
} characters[] = {
	{ "a", 'a', 1 },
	{ "\x7f", 0x7f, 1 },
	{ "", 0, 1 },
	{ "é", 0xe9, 2 },
	{ "\xc2\x80", 0x80, 2 },
	{ "\xdf\xbf", 0x7ff, 2 },
	{ "\xe0\xa0\x80", 0x800, 3 },
	{ "公", 0x516c, 3 },
	{ "\xed\x9f\xbf", 0xd7ff, 3 },
	{ "\xee\x80\x80", 0xe000, 3 },
	{ "\xf0\x90\x80\x80", 0x10000, 4 },
	{ "𠮷", 0x20bb7, 4 },
	{ "\xf4\x8f\xbf\xbf", 0x10ffff, 4 },
	/* none: a lone tail, overlong, surrogates, beyond, cut off */
	{ "\x80", 0xfffd, 1 },
	{ "\xbf" "a", 0xfffd, 1 },
	{ "\xc0\x80", 0xfffd, 1 },
	{ "\xc1\xbf", 0xfffd, 1 },
	{ "\xe0\x9f\xbf", 0xfffd, 1 },
	{ "\xed\xa0\x80", 0xfffd, 1 },
	{ "\xed\xbf\xbf", 0xfffd, 1 },
	{ "\xf0\x8f\xbf\xbf", 0xfffd, 1 },
	{ "\xf4\x90\x80\x80", 0xfffd, 1 },
	{ "\xf5\x80\x80\x80", 0xfffd, 1 },
	{ "\xff", 0xfffd, 1 },
	{ "\xe5\x85", 0xfffd, 1 },
	{ "\xf0\xa0\xae", 0xfffd, 1 },
	{ "\xe5" "a", 0xfffd, 1 },
};

static void
characters_are_those_of_utf8(void **state)
{
	size_t		i, len;
	unsigned	code;
	char		bytes[5] = "";
	bool		good;

	(void)state;
	for (i = 0; i < LENGTH(characters); i++) {
		code = text_char(characters[i].bytes, &len);
		ROW(code == characters[i].code && len == characters[i].len,
		    "%zu: U+%04X, %zu bytes", i, code, len);
		good = text_is_utf8(characters[i].bytes,
		    strlen(characters[i].bytes));
		ROW(good == (characters[i].code != 0xfffd),
		    "%zu: text_is_utf8 says %d", i, good);
		len = text_put(bytes, characters[i].code);
		ROW(!good || (len == characters[i].len && memcmp(bytes,
		    characters[i].bytes, len) == 0), "%zu: text_put", i);
	}
	/* A NUL inside is a character; a length may cut one in two. */
	assert_true(text_is_utf8("a\0b", 3));
	assert_true(text_is_utf8("", 0));
	assert_true(text_is_utf8("公示", 3));
	assert_false(text_is_utf8("公示", 4));
	assert_false(text_is_utf8("公示", 5));
	assert_true(text_is_utf8("公示", 6));
	assert_int_equal(bad_rows, 0);
}

/* A Chinese character and a full-width mark take two columns. */
static const struct {
	const char	*text;
	size_t		 chars;
	int		 width;
} widths[] = {
	{ "", 0, 0 }, { "abc", 3, 3 }, { "公示", 2, 4 }, { "a公b", 3, 4 },
	{ "：，", 2, 4 }, { "１", 1, 2 }, { "é", 1, 1 }, { "𠮷", 1, 2 },
	{ "〔2020〕45号", 9, 12 }, { "　", 1, 2 },
};

static void
widths_are_those_of_a_terminal(void **state)
{
	size_t	i, chars;
	int	width;

	(void)state;
	for (i = 0; i < LENGTH(widths); i++) {
		chars = text_chars(widths[i].text, strlen(widths[i].text));
		width = text_width(widths[i].text, strlen(widths[i].text));
		ROW(chars == widths[i].chars && width == widths[i].width,
		    "`%s`: %zu characters, %d columns", widths[i].text, chars,
		    width);
	}
	assert_int_equal(text_chars("公示期", 6), 2);
	assert_int_equal(text_width("公示期", 3), 2);
	assert_int_equal(bad_rows, 0);
}

/* Single insertions, deletions, changes and swaps of neighbours. */
static const struct {
	const char	*a, *b;
	int		 distance;
} distances[] = {
	{ "", "", 0 }, { "opens", "opens", 0 }, { "", "abc", 3 },
	{ "opens", "open", 1 }, { "opens", "oepns", 1 },
	{ "opens", "opend", 1 }, { "opens", "oopens", 1 },
	{ "kitten", "sitting", 3 }, { "abcd", "badc", 2 },
	{ "公示期", "公式期", 1 }, { "公示期", "示公期", 1 },
	{ "公示", "公告", 1 }, { "行政村", "村", 2 },
	/* one character, however many bytes */
	{ "a", "公", 1 },
};

static void
distances_count_characters(void **state)
{
	size_t	i;
	int	there, back;

	(void)state;
	for (i = 0; i < LENGTH(distances); i++) {
		there = text_distance(distances[i].a, distances[i].b);
		back = text_distance(distances[i].b, distances[i].a);
		ROW(there == distances[i].distance && back == there,
		    "`%s` and `%s`: %d, and back %d", distances[i].a,
		    distances[i].b, there, back);
	}
	assert_int_equal(bad_rows, 0);
}

static void
the_nearest_word_is_near(void **state)
{
	static const char *const	words[] = {
		"opens", "objections", "lasts", "kind", "at", "公示期", "张贴",
		"地点"
	};
	static const struct {
		const char	*word, *nearest;	/* NULL: none */
	} rows[] = {
		{ "open", "opens" }, { "opesn", "opens" }, { "kind", "kind" },
		{ "objection", "objections" }, { "laasts", "lasts" },
		{ "公式期", "公示期" }, { "张帖", "张贴" }, { "地", "地点" },
		{ "xyzzy", NULL }, { "", NULL }, { "完全不同", NULL },
	};
	const char	*got;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		got = text_nearest(rows[i].word, words, LENGTH(words));
		ROW(rows[i].nearest == NULL ? got == NULL : got != NULL &&
		    strcmp(got, rows[i].nearest) == 0, "`%s`: `%s`",
		    rows[i].word, got == NULL ? "(none)" : got);
	}
	assert_null(text_nearest("opens", words, 0));
	assert_int_equal(bad_rows, 0);
}

/* ---- what no text may carry on */

/* The ends of each kind, and their neighbours. */
static const struct {
	unsigned	c;
	bool		harmful;
} harms[] = {
	{ 0x00, true }, { 0x07, true }, { '\t', true }, { '\n', true },
	{ 0x1b, true }, { 0x1f, true }, { ' ', false }, { '~', false },
	{ 0x7f, true }, { 0x80, true }, { 0x9f, true }, { 0xa0, false },
	{ 0xac, false }, { 0xad, true }, { 0xae, false }, { 0x61b, false },
	{ 0x61c, true }, { 0x61d, false }, { 0x200a, false },
	{ 0x200b, true }, { 0x200d, true }, { 0x200e, true },
	{ 0x200f, true }, { 0x2010, false }, { 0x2027, false },
	{ 0x2028, true }, { 0x2029, true }, { 0x202a, true },
	{ 0x202e, true }, { 0x202f, false }, { 0x205f, false },
	{ 0x2060, true }, { 0x2066, true }, { 0x2069, true },
	{ 0x2070, false }, { 0x3000, false }, { 0x3164, true },
	{ 0x4e00, false }, { 0xfe0f, false }, { 0xfeff, true },
	{ 0xff01, false }, { 0xfffd, false }, { 0xffff, true },
	{ 0x1f600, false }, { 0x20bb7, false }, { 0xe0041, true },
	{ 0x10ffff, false },
};

static void
harmful_characters(void **state)
{
	size_t	i;

	(void)state;
	for (i = 0; i < LENGTH(harms); i++)
		ROW(text_is_harmful(harms[i].c) == harms[i].harmful,
		    "U+%04X", harms[i].c);
	assert_int_equal(bad_rows, 0);
}

static void
harmless_text(void **state)
{
	static const struct {
		const char	*in, *safe, *line, *lines;
	} rows[] = {
		{ "", "", "", "" }, { "北山屯 ~", "北山屯 ~", "北山屯 ~",
		    "北山屯 ~" },
		{ "\x1b[2J", "\xe2\x90\x9b[2J", " [2J", " [2J" },
		{ "a\r\nb", "a\xe2\x90\x8d\xe2\x90\x8a" "b", "a  b",
		    "a \nb" },
		{ "a\xe2\x80\xae" "b", "a<U+202E>b", "a b", "a b" },
		{ "\xe3\x85\xa4", "<U+3164>", " ", " " },
		{ "\xf3\xa0\x81\x81", "<U+E0041>", " ", " " },
		{ "\xff\xe6\x9d!", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd!",
		    "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd!",
		    "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd!" },
		/* Each of them grows as far as it can. */
		{ "\xc2\x9b\xc2\x9b\xc2\x9b", "<U+009B><U+009B><U+009B>",
		    "   ", "   " },
	};
	struct arena	*a = arena_new();
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		ROW(strcmp(text_safe(a, rows[i].in), rows[i].safe) == 0,
		    "%zu: safe", i);
		ROW(strcmp(text_clean(a, rows[i].in, false), rows[i].line) ==
		    0, "%zu: a line", i);
		ROW(strcmp(text_clean(a, rows[i].in, true), rows[i].lines) ==
		    0, "%zu: lines", i);
	}
	assert_ptr_equal(text_safe(a, rows[1].in), rows[1].in);
	arena_free(a);
	assert_int_equal(bad_rows, 0);
}

/* ---- complaints */

static char *
written(struct diags *d)
{
	char	*out = NULL;
	size_t	 size;
	FILE	*f = open_memstream(&out, &size);

	assert_non_null(f);
	diags_write(d, f);
	assert_int_equal(fclose(f), 0);
	return out;
}

static void
expect(struct diags *d, const char *text)
{
	char	*out = written(d);

	assert_string_equal(out, text);
	free(out);
}

#define AT(p, l, c)	((struct place){ .path = (p), .line = (l), \
			.col = (c) })

/* Files in the order they came, then lines, then columns. */
static void
complaints_come_in_order(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);

	(void)state;
	diag_error(d, AT("b", 9, 1), "first file");
	diag_error(d, AT("a", 3, 7), "line 3, 7");
	diag_warn(d, AT("a", 3, 2), "line 3, 2");
	diag_note(d, AT("a", 1, 1), "here");
	diag_error(d, AT("a", 0, 0), "the file");
	diag_error(d, AT("b", 2, 1), "b again");
	diag_error(d, AT("a", 3, 7), "the same place");
	assert_int_equal(diags_errors(d), 5);
	assert_false(diags_failed(d));
	expect(d,
	    "b:2:1: error: b again\n"
	    "b:9:1: error: first file\n"
	    "a: error: the file\n"
	    "a:3:2: warning: line 3, 2\n"
	    "a:1:1: note: here\n"
	    "a:3:7: error: line 3, 7\n"
	    "a:3:7: error: the same place\n");
	/* Printed once; still counted. */
	expect(d, "");
	assert_int_equal(diags_errors(d), 5);
	arena_free(a);
}

/* A caret stands by columns of a terminal: two for each Chinese character. */
static void
carets_stand_under_their_character(void **state)
{
	static const struct {
		const char	*line;
		int		 col;
		const char	*shown;
	} rows[] = {
		{ "kind: notise", 7,
		    "  kind: notise\n        ^\n" },
		{ "类型: 公式", 5,
		    "  类型: 公式\n        ^\n" },
		{ "环节: {张贴: 评议后}", 6,
		    "  环节: {张贴: 评议后}\n         ^\n" },
		{ "a公b示c", 5,
		    "  a公b示c\n        ^\n" },
		{ "\ttab", 2, "   tab\n   ^\n" },
		{ "end", 4, "  end\n     ^\n" },
	};
	struct arena	*a = arena_new();
	char		*out;
	const char	*want;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		struct diags *d = diags_new(a);

		diag_error(d, (struct place){ "f", NULL, 1, rows[i].col,
		    rows[i].line, 0, 0 }, "no");
		out = written(d);
		want = arena_printf(a, "f:1:%d: error: no\n%s", rows[i].col,
		    rows[i].shown);
		ROW(strcmp(out, want) == 0, "%s, %d:\n%s", rows[i].line,
		    rows[i].col, out);
		free(out);
	}
	arena_free(a);
	assert_int_equal(bad_rows, 0);
}

/* What would command a terminal, or turn text round, is made visible. */
static void
complaints_command_no_terminal(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	char		*out;
	size_t		 i;

	(void)state;
	diag_error(d, (struct place){ "f\033[2J", NULL, 1, 1, "a\033[31mb",
	    0, 0 },
	    "`%s` and `%s` and `%s`", "\033]0;x\007", "\xe2\x80\xae",
	    "\xff\xfe\x9b");
	out = written(d);
	for (i = 0; out[i] != '\0'; i++)
		assert_true((unsigned char)out[i] >= 0x20 || out[i] == '\n');
	assert_null(strstr(out, "\xe2\x80\xae"));
	assert_true(text_is_utf8(out, strlen(out)));
	free(out);
	arena_free(a);
}

/* A long line is cut to the part around its caret. */
static void
long_lines_are_cut(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	char		 line[2001], *out, *shown, *caret;

	(void)state;
	memset(line, '.', 2000);
	line[2000] = '\0';
	line[1499] = 'X';
	diag_error(d, (struct place){ "f", NULL, 1, 1500, line, 0, 0 }, "no");
	out = written(d);
	shown = strchr(out, '\n') + 1;
	caret = strchr(shown, '\n') + 1;
	assert_true(caret - shown <= 81);
	assert_non_null(strchr(shown, 'X'));
	assert_int_equal(strchr(shown, 'X') - shown,
	    strchr(caret, '^') - caret);
	free(out);
	arena_free(a);
}

static void
failures_of_the_machine_are_told_apart(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);

	(void)state;
	diag_fail(d, "disk full");
	assert_true(diags_failed(d));
	assert_int_equal(diags_errors(d), 1);
	expect(d, "gongshi: error: disk full\n");
	arena_free(a);
}

/* More than are kept are counted, and that is said. */
static void
too_many_complaints_are_counted(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	char		*out;
	int		 i;

	(void)state;
	for (i = 0; i < DIAG_MAX + 25; i++)
		diag_error(d, (struct place){ "f", NULL, i + 1, 1, NULL, 0, 0 }, "no");
	assert_int_equal(diags_errors(d), DIAG_MAX + 25);
	out = written(d);
	assert_non_null(strstr(out, "25 more"));
	free(out);
	arena_free(a);
}

/* ---- places in rows and texts */

static void
places_in_a_row(void **state)
{
	struct cell	cells[] = { { .text = "a", .line = 4, .col = 1 },
			    { .text = "b", .line = 5, .col = 3 } };
	struct row	row = { .path = "f.csv", .line = 4,
			    .text = "a,b", .cells = cells, .n = 2 };

	(void)state;
	/* Section 7: the line is that where the row begins. */
	assert_int_equal(row_at(&row, 1).line, 4);
	assert_int_equal(row_at(&row, 1).col, 3);
	assert_string_equal(row_at(&row, 0).path, "f.csv");
	/* The row's end stands for a cell that is not there. */
	assert_int_equal(row_at(&row, 7).line, 4);
	assert_int_equal(row_at(&row, 7).col, row_at(&row, 2).col);
	assert_true(row_at(&row, 2).col >= 3);
}

static void
places_in_a_text(void **state)
{
	struct node	n = { .kind = NODE_TEXT, .text = "评议后 5 日内",
	    .place = { .path = "f", .line = 3, .col = 7 } };

	(void)state;
	assert_int_equal(node_at(&n, 0).col, 7);
	assert_int_equal(node_at(&n, 6).col, 9);
	assert_int_equal(node_at(&n, 10).col, 11);
	assert_int_equal(node_at(&n, 10).line, 3);
}

/* ---- divisions: the interface, section 1 */

static const struct {
	const char	*text, *code;		/* code NULL: refused */
	enum level	 level;
} codes[] = {
	{ "45", "45", LEVEL_REGION },
	{ "450000", "45", LEVEL_REGION },
	{ "4500", "45", LEVEL_REGION },
	{ "450000000000", "45", LEVEL_REGION },
	{ "4502", "4502", LEVEL_CITY },
	{ "450200", "4502", LEVEL_CITY },
	{ "450225", "450225", LEVEL_COUNTY },
	{ "450225000", "450225", LEVEL_COUNTY },
	{ "450225000000", "450225", LEVEL_COUNTY },
	{ "450225000000000", "450225", LEVEL_COUNTY },
	{ "450225100", "450225100", LEVEL_TOWNSHIP },
	{ "450225100000", "450225100", LEVEL_TOWNSHIP },
	{ "450225100200", "450225100200", LEVEL_VILLAGE },
	{ "450225100200000", "450225100200", LEVEL_VILLAGE },
	{ "450225100200001", "450225100200001", LEVEL_GROUP },
	{ "45022510020001", "45022510020001", LEVEL_GROUP },
	/* zeros that are no whole group stay */
	{ "450220", "450220", LEVEL_COUNTY },
	{ "450225010", "450225010", LEVEL_TOWNSHIP },
	{ "450225100010", "450225100010", LEVEL_VILLAGE },
	{ "4510", "4510", LEVEL_CITY },
	{ "50", "50", LEVEL_REGION },
	{ "", NULL, LEVEL_NONE }, { "4", NULL, LEVEL_NONE },
	{ "450", NULL, LEVEL_NONE }, { "45022", NULL, LEVEL_NONE },
	{ "4502251", NULL, LEVEL_NONE }, { "45022510", NULL, LEVEL_NONE },
	{ "4502251002", NULL, LEVEL_NONE },
	{ "45022510020", NULL, LEVEL_NONE },
	{ "00", NULL, LEVEL_NONE }, { "000000", NULL, LEVEL_NONE },
	{ "45022X", NULL, LEVEL_NONE }, { "450225 ", NULL, LEVEL_NONE },
	{ "-45", NULL, LEVEL_NONE }, { "４５", NULL, LEVEL_NONE },
	{ "4.50225E+11", NULL, LEVEL_NONE },
	{ "4502251002000010000000001", NULL, LEVEL_NONE },
};

static void
codes_drop_their_zero_groups(void **state)
{
	char	out[DIVISION_MAX + 1];
	size_t	i;
	bool	good;

	(void)state;
	for (i = 0; i < LENGTH(codes); i++) {
		strcpy(out, "?");
		good = division_parse(codes[i].text, out);
		ROW(good == (codes[i].code != NULL), "`%s`: %s",
		    codes[i].text, good ? out : "refused");
		if (!good || codes[i].code == NULL)
			continue;
		ROW(strcmp(out, codes[i].code) == 0 &&
		    division_level(out) == codes[i].level,
		    "`%s`: %s, level %d", codes[i].text, out,
		    (int)division_level(out));
	}
	assert_int_equal(bad_rows, 0);
}

static void
divisions_are(void **state)
{
	static const char *const	are[] = { "45", "4502", "450225",
		"450225100", "450225100200", "4502251002001",
		"450225100200000000000001", "450225000000", "00" };
	static const char *const	not[] = { "", "4", "450", "45022",
		"4502251", "45022510", "4502251002", "45022510020",
		"4502251002000000000000012", "45022a", "/../..", "45 ", " 45" };
	size_t				i;

	(void)state;
	for (i = 0; i < LENGTH(are); i++)
		ROW(division_is(are[i], strlen(are[i])), "`%s`", are[i]);
	for (i = 0; i < LENGTH(not); i++)
		ROW(!division_is(not[i], strlen(not[i])), "`%s`", not[i]);
	/* a zero is no digit, and nothing behind the length is read */
	ROW(!division_is("4502\0005", 6), "a zero");
	ROW(division_is("45garbage", 2), "the length");
	assert_int_equal(bad_rows, 0);
}

/* Those above, each by itself, and those from it downwards. */
static void
division_spans(void)
{
	static const struct {
		const char	*top;
		size_t		 n;
		/* of each range a code that lies in it, and one that does not */
		const char	*in[DIVISION_RANGES], *out[DIVISION_RANGES];
	} rows[] = {
		{ "", 1, { "45" }, { ":" } },
		{ "45", 1, { "450225100" }, { "46" } },
		{ "4502", 2, { "45", "450225" }, { "4501", "4503" } },
		{ "450225", 3, { "45", "4502", "450225999" },
		    { "450000", "450200", "450226" } },
		{ "450225100200", 5, { "45", "4502", "450225", "450225100",
		    "450225100200001" }, { "450225", "450225", "450225000",
		    "450225100000", "450225100201" } },
		{ "4502251002001", 6, { "45", "4502", "450225", "450225100",
		    "450225100200", "4502251002001" }, { "4500", "4502251",
		    "4502250", "4502251000", "4502251002001",
		    "4502251002002" } },
	};
	struct division_range	r[DIVISION_RANGES];
	size_t			i, k;

	for (i = 0; i < LENGTH(rows); i++) {
		assert_int_equal(division_ranges(rows[i].top, r), rows[i].n);
		for (k = 0; k < rows[i].n; k++) {
			assert_true(strcmp(r[k].low, rows[i].in[k]) <= 0 &&
			    strcmp(rows[i].in[k], r[k].high) < 0);
			assert_false(strcmp(r[k].low, rows[i].out[k]) <= 0 &&
			    strcmp(rows[i].out[k], r[k].high) < 0);
		}
	}
}

static void
divisions_above(void **state)
{
	static const struct {
		const char	*code;
		enum level	 level;
		const char	*above;
	} rows[] = {
		{ "450225100200001", LEVEL_GROUP, "450225100200001" },
		{ "450225100200001", LEVEL_VILLAGE, "450225100200" },
		{ "450225100200001", LEVEL_TOWNSHIP, "450225100" },
		{ "450225100200001", LEVEL_COUNTY, "450225" },
		{ "450225100200001", LEVEL_CITY, "4502" },
		{ "450225100200001", LEVEL_REGION, "45" },
		{ "450225", LEVEL_COUNTY, "450225" },
		{ "450225", LEVEL_REGION, "45" },
		{ "450225", LEVEL_TOWNSHIP, NULL },
		{ "450225100200", LEVEL_GROUP, NULL },
		{ "45", LEVEL_CITY, NULL },
		{ "450225100200000000000001", LEVEL_GROUP,
		    "450225100200000000000001" },
		/* of 25 digits, and of more than there is room for */
		{ "4502251002000000000000012", LEVEL_GROUP, NULL },
		{ "45022510020000000000000123456789012345678901234567890",
		    LEVEL_GROUP, NULL },
		{ "45022510020000000000000123456789012345678901234567890",
		    LEVEL_VILLAGE, "450225100200" },
	};
	char	out[DIVISION_MAX + 1];
	size_t	i;
	bool	good;

	(void)state;
	for (i = 0; i < LENGTH(rows); i++) {
		good = division_above(rows[i].code, rows[i].level, out);
		ROW(rows[i].above == NULL ? !good :
		    good && strcmp(out, rows[i].above) == 0,
		    "%s, level %d: %s", rows[i].code, (int)rows[i].level,
		    good ? out : "none");
	}
	assert_true(division_within("450225100", "450225"));
	assert_true(division_within("450225", "450225"));
	assert_true(division_within("450225", ""));
	assert_false(division_within("45", "450225"));
	assert_false(division_within("450226100", "450225"));
	assert_true(division_within("4502251002001", "450225100200"));
	assert_true(division_within("4502251002001", "4502251002001"));
	assert_false(division_within("45022510020012", "4502251002001"));
	division_spans();
	assert_int_equal(division_digits(LEVEL_REGION), 2);
	assert_int_equal(division_digits(LEVEL_CITY), 4);
	assert_int_equal(division_digits(LEVEL_COUNTY), 6);
	assert_int_equal(division_digits(LEVEL_TOWNSHIP), 9);
	assert_int_equal(division_digits(LEVEL_VILLAGE), 12);
	assert_int_equal(bad_rows, 0);
}

static void
twins(void **state)
{
	/* each line one form */
	static const char *const	same[][6] = {
		{ "HX-001", "hx-001", "ＨＸ－００１", "HX\u200b-001",
		    "HX – 001", "\ufeffHX——001" },
		{ "融办〔2020〕9号", "融办〔２０２０〕９号", "融办 〔2020〕 9号",
		    "融办〔2020〕9号\u200d", "融办\u3000〔2020〕9号", NULL },
		{ "ЖК-1", "жк-1", "ЖК−1", NULL, NULL, NULL },
	};
	static const char *const	other[] = {
		"HX-001", "HX-01", "HX--001", "HX_001", "HX.001", "HXO-01",
		"一HX-001"
	};
	char		 form[6][128], first[128];
	unsigned	 a, b;
	size_t		 i, k;

	(void)state;
	for (i = 0; i < sizeof(same) / sizeof(*same); i++)
		for (k = 0; k < 6 && same[i][k] != NULL; k++) {
			twin_form(same[i][k], form[k]);
			assert_string_equal(form[k], form[0]);
			/* a form is its own */
			twin_form(form[k], first);
			assert_string_equal(first, form[0]);
		}
	twin_form(other[0], first);
	for (i = 1; i < sizeof(other) / sizeof(*other); i++) {
		twin_form(other[i], form[0]);
		assert_string_not_equal(form[0], first);
	}
	assert_string_equal(twin_difference("A\u200b1", "A1", &a, &b),
	    "a zero-width sign");
	assert_int_equal(a, 0x200b);
	assert_int_equal(b, 0);
	assert_string_equal(twin_difference("A1", "A 1", &a, &b), "a blank");
	assert_string_equal(twin_difference("a1", "A1", &a, &b),
	    "upper and lower case");
	/* broken bytes are kept, and nothing is read behind the end */
	assert_int_equal(twin_form("a\xff\xe4", first), 3);
	assert_string_equal(first, "A\xff\xe4");
}

static void
counties(void **state)
{
	char	county[COUNTY_MAX + 1];

	(void)state;
	division_county("450225901201", county);
	assert_string_equal(county, "450225");
	division_county("4502", county);
	assert_string_equal(county, "4502");
	division_county("45", county);
	assert_string_equal(county, "45");
}

/* Texts that differ in their last bytes alone get marks of their own. */
static void
marks_of_a_hash(void **state)
{
	char			text[32];
	bool			met[64] = { false };
	unsigned long long	h;
	unsigned		bits;
	int			i, k, n = 0;

	(void)state;
	for (i = 0; i < 64; i++) {
		snprintf(text, sizeof(text), "45022510020%02d", i);
		for (h = HASH_START, k = 0; text[k] != '\0'; k++)
			h = hash_add(h, (unsigned char)text[k]);
		bits = hash_bits(hash_add(h, 0), 6);
		assert_true(bits < 64);
		n += !met[bits];
		met[bits] = true;
	}
	/* 40 by chance, 64 at the best */
	assert_true(n >= 32);
}

#define TEST(f)	cmocka_unit_test_setup_teardown(f, start, finish)

static void
texts_are_joined(void **state)
{
	static const char *const	 list[] = { "a", "", "村公示" };
	struct arena			*a = arena_new();

	(void)state;
	assert_string_equal(text_join(a, list, 0, ", "), "");
	assert_string_equal(text_join(a, list, 1, ", "), "a");
	assert_string_equal(text_join(a, list, 3, ", "), "a, , 村公示");
	assert_string_equal(text_join(a, list, 3, ""), "a村公示");
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		TEST(twins), TEST(counties),
		TEST(arena_gives_zeroed_aligned_room),
		TEST(arena_grows_an_array),
		TEST(arena_makes_strings),
		TEST(characters_are_those_of_utf8),
		TEST(widths_are_those_of_a_terminal),
		TEST(distances_count_characters),
		TEST(the_nearest_word_is_near),
		TEST(harmful_characters),
		TEST(harmless_text),
		TEST(complaints_come_in_order),
		TEST(carets_stand_under_their_character),
		TEST(complaints_command_no_terminal),
		TEST(long_lines_are_cut),
		TEST(failures_of_the_machine_are_told_apart),
		TEST(too_many_complaints_are_counted),
		TEST(places_in_a_row),
		TEST(places_in_a_text),
		TEST(codes_drop_their_zero_groups),
		TEST(divisions_are),
		TEST(divisions_above),
		TEST(marks_of_a_hash),
		TEST(texts_are_joined),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
