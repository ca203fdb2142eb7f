/*
 * tests/tables/wordings.txt against the reader of phrases, in Chinese.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rule/meant.h"
#include "rule/mend.h"
#include "rule/statutes.h"
#include "unit/court.h"

enum { POINTS = 64, CELLS = 64, LINE = 4096 };

static const char		*points[POINTS];
static struct point_names	 names = { points, 0 };
static int			 failures;

#define FAIL(...)	(failures++, print_error(__VA_ARGS__))

static struct node
node_of(const char *text)
{
	return (struct node){ .kind = NODE_TEXT, .text = text,
	    .place = { "f", NULL, 1, 1, text, 0, 0 } };
}

static enum anchor
anchor_of(const char *key)
{
	return strcmp(key, "撤下") == 0 ? ANCHOR_DOWN :
	    strcmp(key, "提出") == 0 ? ANCHOR_RAISED :
	    strcmp(key, "时限") == 0 ? ANCHOR_WITHIN : ANCHOR_AGAIN;
}

static const char *
printed(struct arena *a, struct phrase p, enum lang lang)
{
	struct period	n = { p.n, p.unit, false, false };

	return p.word == W_NONE ? phrase_words(a, &p, lang) :
	    phrase_print_limit(a, n, vocab_text(p.word, lang), lang);
}

/* The phrase that stands under a key, printed; NULL: refused. */
static const char *
phrase_read(struct arena *a, const char *key, const char *text,
    enum lang lang, struct diags *d)
{
	struct node	n = node_of(text);
	struct phrase	p;
	struct period	by;
	bool		good;

	if (strcmp(key, "增加") == 0) {
		if (!mend_read_period(a, &n, &p, d))
			return NULL;
		by = (struct period){ p.n, p.unit, false, false };
		return phrase_print_period(a, by, lang);
	}
	if (strcmp(key, "张贴") == 0 || strcmp(key, "须在") == 0) {
		good = mend_read_bound(a, &n, strcmp(key, "须在") == 0,
		    &names, &p, d);
		if (good && !names_have(&names, p.point)) {
			diag_error(d, n.place, _("`%s` is no event or step of "
			    "this procedure"), p.point);
			good = false;
		}
	} else if (strcmp(key, "公示期") == 0)
		good = mend_read_part(a, &n, &names, &p, d);
	else
		good = mend_read_limit(a, &n, anchor_of(key), &names, &p, d);
	return good ? printed(a, p, lang) : NULL;
}

static const char *
read_as(struct arena *a, const char *key, const char *text, enum lang lang,
    struct diags *d)
{
	struct node	n = node_of(text);
	struct where	w;

	if (strcmp(key, "类型") == 0) {
		diag_error(d, n.place, "-");
		diag_meant(d, vocab_nearest(text, IN_KINDS));
		return NULL;
	}
	if (strcmp(key, "适用区划") == 0 || strcmp(key, "项") == 0) {
		diag_error(d, n.place, "-");
		diag_note(d, NOWHERE, "%s", statute_hint(a, text,
		    strcmp(key, "项") == 0 ? OF_KEYS : OF_SCOPES));
		return NULL;
	}
	if (strcmp(key, "地点") == 0)
		return mend_read_where(a, &n, &w, d) ?
		    phrase_print_where(a, w, lang) : NULL;
	return phrase_read(a, key, text, lang, d);
}

static void
loads(struct arena *a, const char *key, const char *text, const char *as)
{
	struct diags	*d = diags_new(a);
	const char	*zh = read_as(a, key, text, LANG_ZH, d), *en;

	if (zh == NULL || strcmp(zh, as) != 0)
		FAIL("%s: `%s`: `%s` %s\n", key, text, zh == NULL ? "-" : zh,
		    court_complaints(a, d));
	en = zh == NULL ? NULL : read_as(a, key, zh, LANG_EN, d);
	if (en == NULL)
		return;
	en = read_as(a, key, en, LANG_ZH, d);
	if (en == NULL || strcmp(en, zh) != 0)
		FAIL("%s: `%s` again: `%s`\n", key, text, en == NULL ? "-" :
		    en);
}

/* Whatever is offered loads. */
static void
holds(struct arena *a, const char *key, const char *text)
{
	struct meant	 m = { .n = 0 };
	struct diags	*d = diags_new(a);
	int		 i;

	if (strcmp(key, "张贴") == 0 || strcmp(key, "须在") == 0)
		m = meant_bound(a, text, &names);
	else if (strcmp(key, "公示期") == 0)
		m = meant_part(a, text, &names);
	for (i = 0; i < m.n; i++)
		if (*m.text[i] != '[' &&
		    read_as(a, key, m.text[i], LANG_ZH, d) == NULL)
			FAIL("%s: `%s`: `%s` is offered\n", key, text,
			    m.text[i]);
}

static void
asks(struct arena *a, const char *key, const char *text, char *answers)
{
	struct diags	*d = diags_new(a);
	const char	*as = read_as(a, key, text, LANG_ZH, d), *said;
	char		*one, *next;

	if (as != NULL)
		FAIL("%s: `%s` loads: `%s`\n", key, text, as);
	said = court_complaints(a, d);
	for (one = answers; one != NULL; one = next) {
		next = strstr(one, " & ");
		if (next != NULL) {
			*next = '\0';
			next += 3;
		}
		if (strstr(said, one) == NULL)
			FAIL("%s: `%s`, `%s`: %s\n", key, text, one, said);
	}
	holds(a, key, text);
}

static size_t
cells_of(char *line, char *cells[CELLS])
{
	size_t	n = 0;

	line[strcspn(line, "\n")] = '\0';
	while (line != NULL && n < CELLS) {
		cells[n++] = line;
		line = strchr(line, '\t');
		if (line != NULL)
			*line++ = '\0';
	}
	return n;
}

static void
try_row(struct arena *a, char *cells[CELLS], size_t n)
{
	size_t	i;

	if (strcmp(cells[0], "points") == 0) {
		for (i = 1; i < n; i++)
			points[names.n++] = arena_ndup(a, cells[i],
			    strlen(cells[i]));
		return;
	}
	if (n != 4 || *cells[3] == '\0')
		FAIL("`%s`: no row of four cells\n", cells[0]);
	else if (strncmp(cells[2], "= ", 2) == 0)
		loads(a, cells[0], cells[1], cells[2] + 2);
	else
		asks(a, cells[0], cells[1], cells[2] + 2);
}

static void
wordings(void **state)
{
	struct arena	*a = arena_new();
	FILE		*f = fopen("tests/tables/wordings.txt", "r");
	char		 line[LINE], *cells[CELLS];
	int		 rows = 0;

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		if (*line == '#' || *line == '\n')
			continue;
		try_row(a, cells, cells_of(line, cells));
		rows++;
	}
	fclose(f);
	assert_true(rows > 150);
	assert_int_equal(failures, 0);
	arena_free(a);
}

static int
start(void **state)
{
	const char	*b = getenv("B");
	char		 locale[LINE];

	(void)state;
	snprintf(locale, sizeof(locale), "%s/locale", b == NULL ? "build" : b);
	return text_setup("zh", locale) ? 0 : -1;
}

int
main(void)
{
	const struct CMUnitTest	tests[] = { cmocka_unit_test(wordings) };

	return cmocka_run_group_tests(tests, start, NULL);
}
