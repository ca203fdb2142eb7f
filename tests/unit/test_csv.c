#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "input/csv.h"
#include "input/decode.h"

struct sheet {
	struct arena	*arena;
	struct diags	*diags;
	struct csv	*csv;
	const char	*encoding;
	int		 passed;
	char		 path[32];
};

static bool
is_header(void *ctx, const struct row *row)
{
	size_t	 i;

	(void)ctx;
	for (i = 0; i < row->n; i++)
		if (strcmp(row->cells[i].text, "case") == 0 ||
		    strcmp(row->cells[i].text, "办件编号") == 0)
			return true;
	return false;
}

static void
sheet_open(struct sheet *s, const char *bytes, size_t len)
{
	int	 fd;

	memset(s, 0, sizeof(*s));
	strcpy(s->path, "/tmp/test_csv.XXXXXX");
	fd = mkstemp(s->path);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), (ssize_t)len);
	assert_int_equal(close(fd), 0);
	s->arena = arena_new();
	s->diags = diags_new(s->arena);
	s->csv = csv_open_as(s->path, s->path, is_header, NULL, &s->encoding,
	    &s->passed, s->diags);
}

static void
sheet_close(struct sheet *s)
{
	csv_close(s->csv);
	arena_free(s->arena);
	(void)unlink(s->path);
}

/* The complaints, the path as F, without the lines and carets shown. */
static char *
complaints(struct sheet *s)
{
	char	*all = NULL, *line, *next, *out;
	size_t	 size, len = strlen(s->path);
	FILE	*f = open_memstream(&all, &size);

	assert_non_null(f);
	diags_write(s->diags, f);
	assert_int_equal(fclose(f), 0);
	out = arena_alloc(s->arena, size + 1);
	for (line = all; *line != '\0'; line = next) {
		next = strchr(line, '\n');
		next = next == NULL ? line + strlen(line) : next + 1;
		if (strncmp(line, s->path, len) != 0)
			continue;
		strcat(out, "F");
		strncat(out, line + len, (size_t)(next - line) - len);
	}
	free(all);
	return out;
}

/* All rows behind the header: line|cell@line:col|cell...\n */
static char *
rows(struct sheet *s)
{
	const struct row	*row;
	char			*out = arena_dup(s->arena, "");
	size_t			 i;

	while ((row = csv_next(s->csv, s->diags)) != NULL) {
		out = arena_printf(s->arena, "%s%d", out, row->line);
		for (i = 0; i < row->n; i++)
			out = arena_printf(s->arena, "%s|%s@%d:%d", out,
			    row->cells[i].text, row->cells[i].line,
			    row->cells[i].col);
		out = arena_printf(s->arena, "%s\n", out);
	}
	return out;
}

struct good {
	const char	*name;
	const char	*bytes;
	size_t		 len;
	const char	*encoding;
	int		 passed;
	const char	*rows;
};

#define B(s)	s, sizeof(s) - 1

static const struct good	 goods[] = {
	{"plain", B("case,event\na,b\n"), "UTF-8", 0, "2|a@2:1|b@2:3\n"},
	{"no newline at the end", B("case,event\na,b"), "UTF-8", 0,
	    "2|a@2:1|b@2:3\n"},
	{"CRLF", B("case,event\r\na,b\r\nc,d"), "UTF-8", 0,
	    "2|a@2:1|b@2:3\n3|c@3:1|d@3:3\n"},
	{"CR", B("case,event\ra,b\rc,d\r"), "UTF-8", 0,
	    "2|a@2:1|b@2:3\n3|c@3:1|d@3:3\n"},
	{"BOM", B("\xef\xbb\xbf" "case,x\na,b\n"), "UTF-8", 0,
	    "2|a@2:1|b@2:3\n"},
	{"Chinese columns", B("办件编号,事件\n甲乙,丙\n"), "UTF-8", 0,
	    "2|甲乙@2:1|丙@2:4\n"},
	{"tabs", B("case\tevent\na,b\tc\n"), "UTF-8", 0,
	    "2|a,b@2:1|c@2:5\n"},
	{"quotes", B("case,x\n\"a,\"\"b\"\"\",\"c\"\n"), "UTF-8", 0,
	    "2|a,\"b\"@2:1|c@2:11\n"},
	{"newline in quotes", B("case,x\n\"甲\r\n乙\",丙\nd,e\n"), "UTF-8", 0,
	    "2|甲\n乙@2:1|丙@3:8\n4|d@4:1|e@4:3\n"},
	{"quote in an unquoted cell", B("case,x\n5\"b,\"\"\n"), "UTF-8", 0,
	    "2|5\"b@2:1|@2:5\n"},
	{"blanks trimmed", B("case,x\n 　a\xc2\xa0 ,\" b \"\n"), "UTF-8", 0,
	    "2|a@2:3|b@2:7\n"},
	{"blank behind a quote", B("case,x\n\"a\" ,b\n"), "UTF-8", 0,
	    "2|a@2:1|b@2:6\n"},
	{"blank rows", B("\n,,\n\ncase,x\n ,　\n\na,b\n,\n"), "UTF-8", 0,
	    "7|a@7:1|b@7:3\n"},
	{"title rows", B("一览表\n\n单位：县,,\ncase,x\na,b\n"), "UTF-8", 2,
	    "5|a@5:1|b@5:3\n"},
	{"five before", B("1\n2\n3\n4\n5\ncase,x\na,b\n"), "UTF-8", 5,
	    "7|a@7:1|b@7:3\n"},
	{"empty cells kept", B("case,x,y\na,,\n"), "UTF-8", 0,
	    "2|a@2:1|@2:3|@2:4\n"},
	/* 办件编号,名称 / 甲,乙 */
	{"GB18030", B("\xb0\xec\xbc\xfe\xb1\xe0\xba\xc5,\xc3\xfb\xb3\xc6\n"
	    "\xbc\xd7,\xd2\xd2\n"), "GB18030", 0, "2|甲@2:1|乙@2:3\n"},
	/* An English header, Chinese names: 兴安县 */
	{"GB18030, English header", B("case,x\n\xd0\xcb\xb0\xb2\xcf\xd8,b\n"),
	    "GB18030", 0, "2|兴安县@2:1|b@2:5\n"},
	/* 联通 in GB18030 is valid UTF-8; the header decides. */
	{"GBK that is UTF-8", B("\xb0\xec\xbc\xfe\xb1\xe0\xba\xc5,x\n"
	    "\xc1\xaa\xcd\xa8,b\n"), "GB18030", 0, "2|联通@2:1|b@2:4\n"},
	{"four bytes of GB18030", B("case,x\n\x95\x32\x82\x36,"
	    "\xd0\xcb\xb0\xb2\n"), "GB18030", 0, "2|𠀀@2:1|兴安@2:3\n"},
	{"UTF-16LE", B("\xff\xfe" "c\0a\0s\0e\0\t\0x\0\r\0\n\0" "2u\t\0b\0"),
	    "UTF-16LE", 0, "2|甲@2:1|b@2:3\n"},
	{"UTF-16BE", B("\xfe\xff\0c\0a\0s\0e\0,\0x\0\n" "u2\0,\0b\0\n"),
	    "UTF-16BE", 0, "2|甲@2:1|b@2:3\n"},
	{"header only", B("case,x"), "UTF-8", 0, ""},
};

static void
test_good(void **state)
{
	struct sheet	 s;
	char		*got;
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(goods) / sizeof(goods[0]); i++) {
		const struct good	*g = &goods[i];

		sheet_open(&s, g->bytes, g->len);
		if (s.csv == NULL)
			fail_msg("%s: %s", g->name, complaints(&s));
		got = rows(&s);
		if (strcmp(got, g->rows) != 0 || s.passed != g->passed ||
		    strcmp(s.encoding, g->encoding) != 0 ||
		    diags_errors(s.diags) != 0)
			fail_msg("%s: %s %d\n%s%s", g->name, s.encoding,
			    s.passed, got, complaints(&s));
		sheet_close(&s);
	}
}

struct bad {
	const char	*name;
	const char	*bytes;
	size_t		 len;
	const char	*rows;
	const char	*complaints;	/* beginnings of lines */
};

static const struct bad	 bads[] = {
	{"NUL", B("case,x\n甲,b\0c\nd,e\n"), "3|d@3:1|e@3:3\n",
	    "F:2:4: error: a NUL byte"},
	{"broken", B("case,事件\n甲,乙\xff丙\nd,e\n"), "3|d@3:1|e@3:3\n",
	    "F:2:4: error: this is no character of UTF-8"},
	{"broken in the second line", B("case,x\n\"甲\n乙\xb0\",b\nd,e\n"),
	    "4|d@4:1|e@4:3\n",
	    "F:2:5: error: this is no character of UTF-8"},
	{"broken GB18030", B("\xb0\xec\xbc\xfe\xb1\xe0\xba\xc5,x\n"
	    "\xbc\xd7,\xff\nd,e\n"), "3|d@3:1|e@3:3\n",
	    "F:2:3: error: this is no character of GB18030"},
	{"half a character at the end", B("\xb0\xec\xbc\xfe\xb1\xe0\xba\xc5,x"
	    "\n\xbc"), "", "F:2:1: error: this is no character of GB18030"},
	{"half a surrogate pair", B("\xff\xfe" "c\0a\0s\0e\0\n\0\0\xd8,\0\n\0"
	    "d\0"), "3|d@3:1\n",
	    "F:2:1: error: this is no character of UTF-16LE"},
	{"two files glued", B("case,x\na,b\n\xef\xbb\xbf" "case,x\nc,d\n"),
	    "2|a@2:1|b@2:3\n4|c@4:1|d@4:3\n",
	    "F:3:1: error: an invisible byte order mark"},
	{"two of GB18030 glued", B("\xb0\xec\xbc\xfe\xb1\xe0\xba\xc5,x\n"
	    "\x84\x31\x95\x33" "c,d\ne,f\n"), "3|e@3:1|f@3:3\n",
	    "F:2:1: error: an invisible byte order mark"},
	{"behind a quote", B("case,x\n\"a\"b,c\nd,e\n"), "3|d@3:1|e@3:3\n",
	    "F:2:4: error: text behind a closing quote"},
	{"open quote", B("case,x\na,\"b\nd,e\n"), "3|d@3:1|e@3:3\n",
	    "F:2:3: error: this quote is not closed"},
	{"open quote in the last line", B("case,x\na,b\n\"c\n"),
	    "2|a@2:1|b@2:3\n", "F:3:1: error: this quote is not closed"},
	{"two of them", B("case,x\n\"a\"b,c\nd\0,e\nf,g\n"),
	    "4|f@4:1|g@4:3\n", "F:2:4: error: text behind a closing quote"},
};

static void
test_bad(void **state)
{
	struct sheet	 s;
	char		*got, *said;
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(bads) / sizeof(bads[0]); i++) {
		const struct bad	*b = &bads[i];

		sheet_open(&s, b->bytes, b->len);
		if (s.csv == NULL)
			fail_msg("%s: %s", b->name, complaints(&s));
		got = rows(&s);
		said = complaints(&s);
		if (strcmp(got, b->rows) != 0 ||
		    strncmp(said, b->complaints, strlen(b->complaints)) != 0)
			fail_msg("%s:\n%s%s", b->name, got, said);
		sheet_close(&s);
	}
}

struct refused {
	const char	*name;
	const char	*bytes;
	size_t		 len;
	const char	*complaint;
};

static const struct refused	 refuseds[] = {
	{"empty", B(""), "F: error: the file is empty"},
	{"blank", B("\n\n,,\n"), "F: error: the file has no rows"},
	{"only a mark", B("\xef\xbb\xbf"), "F: error: the file has no rows"},
	{"no header", B("\n姓名,单位\n甲,乙\n"), "F:2:1: error: none of the "
	    "first 6 rows names the columns; this row reads: 姓名, 单位"},
	{"six before", B("1\n2\n3\n4\n5\n6\ncase,x\n"),
	    "F:1:1: error: none of the first 6 rows"},
	{"broken header", B("case\0,x\na,b\n"), "F:1:5: error: a NUL byte"},
	{"UTF-16 without a mark", B("c\0a\0"), "F: error: this looks like"},
};

static void
test_refused(void **state)
{
	struct sheet	 s;
	char		*said;
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(refuseds) / sizeof(refuseds[0]); i++) {
		const struct refused	*r = &refuseds[i];

		sheet_open(&s, r->bytes, r->len);
		said = complaints(&s);
		if (s.csv != NULL || strncmp(said, r->complaint,
		    strlen(r->complaint)) != 0)
			fail_msg("%s: %s", r->name, said);
		sheet_close(&s);
	}
}

static void
test_paths(void **state)
{
	static const char *const	 paths[] = {"/tmp", "/tmp/no/such"};
	struct arena			*a = arena_new();
	struct diags			*d = diags_new(a);
	size_t				 i;

	(void)state;
	for (i = 0; i < 2; i++) {
		assert_null(csv_open_as(paths[i], paths[i], is_header, NULL,
		    NULL, NULL, d));
		assert_int_equal(diags_errors(d), i + 1);
	}
	arena_free(a);
}

/* header, then `head`, `n` times `fill`, `tail`; what was said and read. */
static void
check_large(const char *name, const char *head, char fill, size_t n,
    const char *tail, const char *want, const char *complaint)
{
	size_t		 len = 7 + strlen(head) + n + strlen(tail);
	char		*all = malloc(len + 1), *got, *said;
	struct sheet	 s;

	assert_non_null(all);
	strcpy(all, "case,x\n");
	strcat(all, head);
	memset(all + 7 + strlen(head), fill, n);
	strcpy(all + 7 + strlen(head) + n, tail);
	sheet_open(&s, all, len);
	assert_non_null(s.csv);
	got = rows(&s);
	said = complaints(&s);
	if (want != NULL ? strcmp(got, want) != 0 : strlen(got) < n)
		fail_msg("%s: %.300s", name, got);
	if (strncmp(said, complaint, strlen(complaint)) != 0)
		fail_msg("%s: %.300s", name, said);
	sheet_close(&s);
	free(all);
}

static void
test_limits(void **state)
{
	(void)state;
	check_large("longest cell", "a,", 'x', CSV_FIELD, "\nd,e\n", NULL, "");
	check_large("too long", "a,", 'x', CSV_FIELD + 1, "\nd,e\n",
	    "3|d@3:1|e@3:3\n", "F:2:3: error: this cell is longer than 65536");
	check_large("far too long", "a,", 'x', 5000000, "\nd,e\n",
	    "3|d@3:1|e@3:3\n", "F:2:3: error: this cell is longer than 65536");
	check_large("too long to the end", "a,", 'x', 5000000, "",
	    "", "F:2:3: error: this cell is longer than 65536");
	check_large("too long in quotes", "\"", 'x', CSV_FIELD + 1, "\nd,e\n",
	    "3|d@3:1|e@3:3\n", "F:2:1: error: the cell that begins with");
	check_large("too many cells", "a", ',', CSV_CELLS, "\nd,e\n",
	    "3|d@3:1|e@3:3\n", "F:2:258: error: this row has more than 256");
	check_large("blank lines", "", '\n', 3000000, "d,e\n",
	    "3000002|d@3000002:1|e@3000002:3\n", "");
}

/* Rows of every length, so that one lies across every border of a buffer. */
static void
test_borders(void **state)
{
	enum { ROWS = 3000 };
	static const char *const	 heads[] = {
		"case,x\n",
		"\xff\xfe" "c\0a\0s\0e\0,\0x\0\n"	/* and a NUL */
	};
	const struct row		*row;
	struct sheet			 s;
	char				*all = malloc(8000000), *p;
	size_t				 wide, i, j, n;

	(void)state;
	assert_non_null(all);
	for (wide = 0; wide < 2; wide++) {
		n = wide ? 16 - 1 : 7;
		memcpy(all, heads[wide], n);
		p = all + n;
		if (wide)
			*p++ = '\0';
		for (i = 0; i < ROWS; i++)
			for (j = 0; j < i % 997 + 4; j++) {
				*p++ = j + 2 == i % 997 + 4 ? '\r' :
				    j + 1 == i % 997 + 4 ? '\n' :
				    j == 1 ? ',' : 'a';
				if (wide)
					*p++ = '\0';
			}
		sheet_open(&s, all, (size_t)(p - all));
		assert_non_null(s.csv);
		for (i = 0; (row = csv_next(s.csv, s.diags)) != NULL; i++) {
			if (i % 997 == 0)
				assert_int_equal(row->n, 2);
			assert_int_equal(row->line, i + 2);
			assert_int_equal(strlen(row->cells[1].text), i % 997);
		}
		assert_int_equal(i, ROWS);
		sheet_close(&s);
	}
	free(all);
}

static void
test_text(void **state)
{
	struct sheet		 s;
	const struct row	*row;
	char			 all[4000] = "case,x\n";
	size_t			 i;

	(void)state;
	for (i = 0; i < 400; i++)
		strcat(all, "字");
	strcat(all, "\n\"a\nb\",c\n");
	sheet_open(&s, all, strlen(all));
	assert_non_null(s.csv);
	assert_string_equal(csv_header(s.csv)->text, "case,x");
	row = csv_next(s.csv, s.diags);
	assert_non_null(row);
	assert_int_equal(strlen(row->text), 498);
	assert_true(text_is_utf8(row->text, 498));
	row = csv_next(s.csv, s.diags);
	assert_non_null(row);
	assert_string_equal(row->text, "\"a");
	assert_int_equal(row_at(row, 0).col, 1);
	assert_non_null(row_at(row, 0).text);
	/* The interface: the line where the row begins, in characters. */
	assert_int_equal(row_at(row, 1).line, 3);
	assert_int_equal(row_at(row, 1).col, 7);
	assert_null(row_at(row, 1).text);
	assert_int_equal(row_at(row, 2).line, 3);
	assert_int_equal(row_at(row, 2).col, 3);
	assert_string_equal(csv_header(s.csv)->cells[1].text, "x");
	sheet_close(&s);
}

static void
test_digest(void **state)
{
	struct sheet	 s;
	long long	 done, size;

	(void)state;
	sheet_open(&s, B("case,x\na,b\n"));
	assert_non_null(s.csv);
	(void)rows(&s);
	assert_string_equal(csv_digest(s.csv), "ff4f5b59e711d1b720fab7e0f896"
	    "3a4ccd1de6b80a9654bac5b613de5e6485bf");
	csv_progress(s.csv, &done, &size);
	assert_int_equal(done, 11);
	assert_int_equal(size, 11);
	sheet_close(&s);
}

/* Who goes on writing does not keep a reader for ever. */
static void
test_growing(void **state)
{
	enum { ROWS = 100000 };		/* more than is read at once */
	char		*text = malloc(8 + 8 * ROWS), *p;
	struct sheet	 s;
	FILE		*f;
	int		 i, n = 0;

	(void)state;
	assert_non_null(text);
	p = text + sprintf(text, "case,x\n");
	for (i = 0; i < ROWS; i++)
		p += sprintf(p, "a,%d\n", i % 10);
	sheet_open(&s, text, (size_t)(p - text));
	assert_non_null(s.csv);
	f = fopen(s.path, "a");
	assert_non_null(f);
	for (i = 0; i < ROWS; i++)
		fputs("b,1\n", f);
	assert_int_equal(fclose(f), 0);
	while (csv_next(s.csv, s.diags) != NULL)
		n++;
	assert_int_equal(n, ROWS);
	sheet_close(&s);
	free(text);
}

static void
test_guess(void **state)
{
	(void)state;
	assert_int_equal(encoding_guess(B("abc"), true), ENC_UTF8);
	assert_int_equal(encoding_guess(B("兴安"), true), ENC_UTF8);
	assert_int_equal(encoding_guess(B("兴安\xff"), true), ENC_UTF8);
	assert_int_equal(encoding_guess(B("\xd0\xcb\xb0\xb2"), true),
	    ENC_GB18030);
	/* Half a character: at the end of a part, not of the whole. */
	assert_int_equal(encoding_guess(B("abc\xe5\x85"), false), ENC_UTF8);
	assert_int_equal(encoding_guess(B("abc\xe5\x85"), true), ENC_GB18030);
}

int
main(void)
{
	const struct CMUnitTest	 tests[] = {
		cmocka_unit_test(test_good),
		cmocka_unit_test(test_bad),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_paths),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_borders),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_digest),
		cmocka_unit_test(test_growing),
		cmocka_unit_test(test_guess),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
