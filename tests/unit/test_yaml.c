#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input/whole.h"
#include "input/yaml.h"

/* The complaints, notes too, without the lines and carets shown. */
static char *
complaints(struct arena *a, struct diags *d)
{
	char	*all = NULL, *line, *next, *out;
	size_t	 size;
	FILE	*f = open_memstream(&all, &size);

	assert_non_null(f);
	diags_write(d, f);
	assert_int_equal(fclose(f), 0);
	out = arena_alloc(a, size + 1);
	for (line = all; *line != '\0'; line = next) {
		next = strchr(line, '\n');
		next = next == NULL ? line + strlen(line) : next + 1;
		if (strncmp(line, "f.yaml:", 7) == 0)
			strncat(out, line + 7, (size_t)(next - line) - 7);
	}
	free(all);
	return out;
}

/* {key@line:col=value@line:col ...}, [item ...], text, "text" */
static char *
shape(struct arena *a, const struct node *n)
{
	char	*out;
	size_t	 i;

	if (n->kind == NODE_TEXT)
		return arena_printf(a, n->quoted ? "\"%s\"@%d:%d" :
		    "%s@%d:%d", n->text, n->place.line, n->place.col);
	out = arena_dup(a, n->kind == NODE_LIST ? "[" : "{");
	for (i = 0; i < n->n; i++)
		if (n->kind == NODE_LIST)
			out = arena_printf(a, "%s%s%s", out, i ? " " : "",
			    shape(a, n->items[i]));
		else
			out = arena_printf(a, "%s%s%s=%s", out, i ? " " : "",
			    shape(a, n->pairs[i].key),
			    shape(a, n->pairs[i].value));
	return arena_printf(a, "%s%s", out, n->kind == NODE_LIST ? "]" : "}");
}

static const struct {
	const char	*text;
	const char	*shape;
} goods[] = {
	{"a: b\n", "{a@1:1=b@1:4}"},
	{"\xef\xbb\xbf" "a: b", "{a@1:1=b@1:4}"},
	{"名称: 甲乙 # 注\n类型: {自: 2020, 至: '丙'}\n",
	    "{名称@1:1=甲乙@1:5 类型@2:1={自@2:6=2020@2:9 至@2:15=\"丙\"@2:18}}"},
	{"a:\r\n  - b\r\n  - 'c d'\r\n",
	    "{a@1:1=[b@2:5 \"c d\"@3:5]}"},
	{"a:\nb: ''\n", "{a@1:1=@1:3 b@2:1=\"\"@2:4}"},
	{"---\na: |\n  x\n  y\n", "{a@2:1=x\ny\n@2:4}"},
	/* Ordinary Chinese text has full-width signs in it. */
	{"title: 关于：某事\n", "{title@1:1=关于：某事@1:8}"},
	{"note: 所据文件：甲，\n  乙：丙\n",
	    "{note@1:1=所据文件：甲， 乙：丙@1:7}"},
	{"note:\n  注意：甲\n", "{note@1:1=注意：甲@2:3}"},
	{"note:\n  注意：甲\n  乙丙丁\n",
	    "{note@1:1=注意：甲 乙丙丁@2:3}"},
	{"- 甲：乙\n- “丙”，［丁］戊\n",
	    "[甲：乙@1:3 “丙”，［丁］戊@2:3]"},
	{"a: {title: 甲，乙（丙）}\n",
	    "{a@1:1={title@1:5=甲，乙（丙）@1:12}}"},
	/* Signs of remarks and dashes that are a part of the text. */
	{"a: http://x//y 3＃楼\nb: -1\nc: '-d // e'\n",
	    "{a@1:1=http://x//y 3＃楼@1:4 b@2:1=-1@2:4 "
	    "c@3:1=\"-d // e\"@3:4}"},
};

static void
test_good(void **state)
{
	size_t	 i;

	(void)state;
	for (i = 0; i < sizeof(goods) / sizeof(goods[0]); i++) {
		struct arena	*a = arena_new();
		struct diags	*d = diags_new(a);
		struct node	*n = yaml_parse(a, "f.yaml", goods[i].text,
				    strlen(goods[i].text), d);

		if (n == NULL || diags_errors(d) != 0)
			fail_msg("%s\n%s", goods[i].text, complaints(a, d));
		if (strcmp(shape(a, n), goods[i].shape) != 0)
			fail_msg("%s\n%s", goods[i].text, shape(a, n));
		arena_free(a);
	}
}

/* Each complaint, one a line, by how it begins. */
static const struct {
	const char	*text;
	const char	*said;
} bads[] = {
	{"", " error: the file is empty"},
	{"# x\n\n", " error: the file is empty"},
	{"---\n", " error: the file is empty"},
	{"\xff\xfe" "a", " error: the file is in UTF-16"},
	{"a: b\n名: \xb0\xec\n", "2:4: error: this is no character of UTF-8"},
	{"a: b\n名: x\x01\n", "2:5: error: a control character"},
	{"a: b\xe2\x80\xa8", "1:5: error: an invisible line separator"},
	/* full-width colons */
	{"a: b\n名称：x\nc: d\n", "2:3: error: a full-width colon \"：\" behind "
	    "a key: write an ordinary colon and a blank, \"名称: \""},
	{"名称：x\nb: 2\n", "1:3: error: a full-width colon"},
	{"名称：x\n类型：公示\n", "1:3: error: a full-width colon"},
	{"名称：x\n", "1:3: error: a full-width colon"},
	{"steps:\n  vn：\n    title: x\n", "2:5: error: a full-width colon"},
	{"steps:\n  甲：乙\n  丙：丁\nz: 1\n", "2:4: error: a full-width colon"},
	{"a:\n- 名称：x\n  类型: y\n", "2:5: error: a full-width colon"},
	{"a: 1\n甲：乙\n丙：丁\nb: 2\n", "2:2: error: a full-width colon"},
	/* other full-width signs */
	{"a: ｛b: c｝\n", "1:4: error: a full-width \"｛\""},
	{"a: ｛b，c｝\n", "1:4: error: full-width brackets"},
	{"a: ［\"45\"］\n", "1:4: error: full-width brackets"},
	{"a: [\"45\"，\"46\"]\nb: c\n", "1:9: error: a full-width \"，\""},
	{"a: {b: 1，c: 2}\n", "1:9: error: a full-width \"，\""},
	{"a: “b: c”\n", "1:4: error: a full-width \"“\""},
	/* blanks and tabs */
	{"a:\n\tb: c\n", "2:1: error: a tab before the text"},
	{"a:\n  b: c\n\td: e\n", "3:1: error: a tab before the text"},
	{"a:b\nc: d\n", "1:2: error: no blank behind this colon: write "
	    "\"a: \""},
	{"k: v\na:b\nc: d\n", "2:2: error: no blank behind this colon"},
	{"a: 1\n  b: 2\n", "2:3: error: this line is indented as if"},
	{"a:\n  b: c\n d: e\n", "3:2: error: this line fits none above it\n"
	    "1:1: note: they begin here"},
	{" a: 1\nb: 2\n", "2:1: error: this line is indented less"},
	/* quotes and brackets */
	{"a: \"x\nb: c\n", "1:4: error: this quote is not closed"},
	{"a: 'x：y\nb：c\n", "1:4: error: this quote is not closed"},
	{"a: [b\nc: d\n", "1:4: error: the list that begins with this [\n"
	    "2:2: note: not understood"},
	{"a: {b: c\n", "1:4: error: what begins with this {\n"
	    "2:1: note: not understood"},
	{"a: [b, c]]\n", "1:10: error: not understood behind a closing"},
	{"a: \"x\" y\n", "1:8: error: not understood behind a closing"},
	{"a: b: c\n", "1:5: error: a second \": \" in one line"},
	{"a: 1\nb\nc: 2\n", "2:1: error: a key, then a colon"},
	{": v\n", "1:1: error: a key is missing"},
	{"a: @x\n", "1:4: error: no text begins with this character"},
	{"a: - b\n", "1:4: error: a list's \"- \" begins a line"},
	{"- a\nb: c\n", "2:1: error: the list above goes on"},
	{"a: \"\\y\"\n", "1:5: error: a backslash in double quotes"},
	/* what is not used in these files */
	{"a: &x b\n", "1:4: error: anchors"},
	{"a: *x\n", "1:4: error: aliases"},
	{"a: !!str b\n", "1:4: error: tags"},
	{"a: *x\nb: &y c\n", "1:4: error: aliases\n2:4: error: anchors"},
	{"a: 1\n---\nb: 2\n", "2:1: error: a second document"},
	{"[a]: b\n", "1:1: error: a key must be a text"},
	{"a: \"x\\0y\"\n", "1:4: error: this text has a NUL"},
	/* keys that stand twice */
	{"名: 1\nb: 2\n名: 3\nb: 4\n", "3:1: error: \"名\" stands here twice\n"
	    "1:1: note: it stands here already\n"
	    "4:1: error: \"b\" stands here twice\n"
	    "2:1: note: it stands here already"},
	/* a whole second file below the first is told once */
	{"名: 1\nb: 2\nc: 3\n名: 4\nb: 5\nc: 6\n", "4:1: error: \"名\" "
	    "begins here a second time\n1:1: note: it stands here already"},
	/* remarks, dashes and blanks that YAML does not know as such */
	{"// x\na: 1\n", "1:1: error: a remark begins with an ordinary #"},
	{"a: 1\n＃ x\nb: 2\n", "2:1: error: a remark begins"},
	{"a: {b: c} // x\n", "1:11: error: a remark begins"},
	{"a: b // x\n", "1:6: error: a remark begins with a blank"},
	{"a:\n  -b\n  -c\n", "2:3: error: no blank behind the -"},
	{"a:\n  - b\n  -c\nd: 1\n", "3:3: error: no blank behind the -"},
	{"a:\n  － b\n  c: d\n", "2:3: error: no blank behind the -"},
	{"a:\n  b: c\n\xe3\x80\x80" "d: e\n  f: g\n", "3:1: error: a "
	    "full-width or no-break blank before the text"},
	{"a: 1\n\xe3\x80\x80" "b: 2\n", "2:1: error: a full-width or"},
};

static bool
begin_alike(const char *said, const char *want)
{
	const char	*end;
	size_t		 len;

	for (;;) {
		end = strchr(want, '\n');
		len = end == NULL ? strlen(want) : (size_t)(end - want);
		if (strncmp(said, want, len) != 0)
			return false;
		said = strchr(said, '\n');
		if (said == NULL)
			return false;
		said++;
		if (end == NULL)
			return *said == '\0';
		want = end + 1;
	}
}

static void
test_bad(void **state)
{
	size_t	 i;
	int	 failed = 0;

	(void)state;
	for (i = 0; i < sizeof(bads) / sizeof(bads[0]); i++) {
		struct arena	*a = arena_new();
		struct diags	*d = diags_new(a);
		char		*said;

		/* A tree may come with its errors: a key that stands twice. */
		(void)yaml_parse(a, "f.yaml", bads[i].text,
		    strlen(bads[i].text), d);
		if (diags_errors(d) == 0) {
			print_error("taken: %s\n", bads[i].text);
			failed++;
		}
		said = complaints(a, d);
		if (!begin_alike(said, bads[i].said)) {
			print_error("%s\n%s", bads[i].text, said);
			failed++;
		}
		arena_free(a);
	}
	assert_int_equal(failed, 0);
}

static void
check_limit(const char *text, size_t len, const char *want)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct node	*n = yaml_parse(a, "f.yaml", text, len, d);
	char		*said = complaints(a, d);

	if ((n == NULL) != (want != NULL) ||
	    (want != NULL && !begin_alike(said, want)))
		fail_msg("%.200s", said);
	arena_free(a);
}

static void
test_limits(void **state)
{
	char	*p = malloc(YAML_SIZE + 2);
	size_t	 i;

	(void)state;
	assert_non_null(p);
	memset(p, '[', YAML_SIZE + 1);
	check_limit(p, 200000, "1:17: error: values lie more than 16 deep");
	check_limit(p, YAML_SIZE + 1, " error: the file is larger than");
	memset(p + 16, ']', 16);
	check_limit(p, 32, NULL);
	for (i = 0; i < YAML_NODES + 1; i++)
		memcpy(p + 4 * i, "- a\n", 4);
	check_limit(p, 4 * (YAML_NODES - 1), NULL);
	check_limit(p, 4 * YAML_NODES,
	    "50000:3: error: the file has more than 50000 values");
	check_limit("a: \0", 4, "1:4: error: a NUL byte");
	free(p);
}

static void
test_read(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	size_t		 len;

	(void)state;
	assert_null(whole_read(a, "/no/such.yaml", YAML_SIZE, &len, d));
	assert_null(whole_read(a, "/tmp", YAML_SIZE, &len, d));
	assert_int_equal(diags_errors(d), 2);
	arena_free(a);
}

/* Where the word stands that begins `bytes` into the value of the one key. */
static void
test_node_at(void **state)
{
	static const struct {
		const char	*text;
		size_t		 bytes;
		int		 col;
	} rows[] = {
		{"名: plan 后 5\n", 0, 4},
		{"名: plan 后 5\n", 9, 11},	/* behind a Chinese word */
		{"名: 'plan 后'\n", 5, 10},
		{"名: 'it''s 后'\n", 6, 4},	/* not as it reads */
		{"名: \"\\x41b\"\n", 1, 4},
		{"名: |\n  plan 后\n", 5, 4},
		{"名: a\n  b\n", 2, 4},
		{"名: a\n  b\n", 1, 5},
		{"名: ab\n", 9, 4},
	};
	size_t	 i;

	(void)state;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena	*a = arena_new();
		struct diags	*d = diags_new(a);
		struct node	*n = yaml_parse(a, "f.yaml", rows[i].text,
				    strlen(rows[i].text), d);
		struct place	 at;

		assert_non_null(n);
		at = node_at(n->pairs[0].value, rows[i].bytes);
		if (at.line != 1 || at.col != rows[i].col)
			fail_msg("%s: %d", rows[i].text, at.col);
		arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_node_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
