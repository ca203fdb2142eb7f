#include "desk/suite.h"

#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "desk/reader.h"
#include "input/whole.h"
#include "rule/dates.h"

const enum column suite_columns[SHEETS][VALUES + 1] = {
	[SHEET_POSTINGS] = { COL_POSTED, COL_UNTIL, COL_MEDIUM, COL_PLACE,
	    COL_REVIEWED, COL_CONTENT, COL_EVIDENCE },
	[SHEET_OBJECTIONS] = { COL_RECEIVED, COL_RESOLVED, COL_OUTCOME,
	    COL_HANDLER, COL_NUMBER },
};

const char *
trial_word(enum trial_kind k, enum lang lang)
{
	return test_word(k == TRIAL_CASE ? TW_CASE : k == TRIAL_NEIGHBOUR ?
	    TW_NEIGHBOUR : TW_OTHERWISE, lang);
}

/* ---- lines to words */

/* A blank of either width, or none. */
static size_t
blank(const char *s)
{
	return *s == ' ' || *s == '\t' ? 1 :
	    strncmp(s, "\u3000", 3) == 0 ? 3 : 0;
}

/* Behind a line's first word a colon of either width is a blank. */
static size_t
gap(const char *s, bool first)
{
	return blank(s) > 0 || !first ? blank(s) : *s == ':' ? 1 :
	    strncmp(s, "\uff1a", 3) == 0 ? 3 : 0;
}

/* The words of the reader's line; what begins with # ends it. */
static void
cut_words(struct reader *r)
{
	const char	*s = r->text, *end;
	size_t		 cap = 0, n;
	int		 col = 1;

	r->words = NULL;
	r->n = 0;
	for (;;) {
		for (; (n = gap(s, r->n == 1)) > 0; s += n)
			col++;
		if (*s == '\0' || *s == '#')
			return;
		for (end = s; *end != '\0' && (end == s ||
		    gap(end, r->n == 0) == 0);)
			end++;
		r->words = arena_grow(r->arena, r->words, (size_t)r->n, &cap,
		    sizeof(*r->words));
		r->words[r->n++] = (struct said){ arena_ndup(r->arena, s,
		    (size_t)(end - s)), { .path = r->suite->path,
		    .line = r->line, .col = col, .text = r->text } };
		col += (int)text_chars(s, (size_t)(end - s));
		s = end;
	}
}

/* The next line into the reader; false: the file is at its end. */
static bool
next_line(struct reader *r)
{
	size_t	len = strcspn(r->rest, "\r\n");

	if (*r->rest == '\0')
		return false;
	r->line++;
	r->text = arena_ndup(r->arena, r->rest, len);
	r->rest += len;
	r->rest += strncmp(r->rest, "\r\n", 2) == 0 ? 2 : *r->rest != '\0';
	if (len <= SUITE_LINE)
		return true;
	r->text = arena_ndup(r->arena, r->text, whole_line(r->text, len));
	diag_error(r->d, (struct place){ .path = r->suite->path,
	    .line = r->line, .col = 1, .text = r->text }, _("a line has at "
	    "most %d bytes: make two postings of it, or shorten its text"),
	    SUITE_LINE);
	r->text = "";
	return true;
}

/* ---- what a line may say */

struct said
rest_of(struct reader *r, int from, const char *between)
{
	struct said	s = from < r->n ? r->words[from] : (struct said){ 0 };

	for (from++; from < r->n; from++)
		s.text = arena_printf(r->arena, "%s%s%s", s.text, between,
		    r->words[from].text);
	return s;
}

static bool
expected_word(struct reader *r, unsigned groups)
{
	const char	*word = r->words[0].text;

	diag_error(r->d, r->words[0].at, _("`%s` begins no line here; "
	    "expected one of: %s"), word, test_word_list(r->arena, groups));
	(void)diag_meant(r->d, test_word_nearest(word, groups));
	return false;
}

bool
broken_off(struct reader *r, int n)
{
	struct place	at = r->words[r->n - 1].at;

	if (r->n >= n)
		return false;
	at.col += (int)text_chars(r->words[r->n - 1].text,
	    strlen(r->words[r->n - 1].text));
	diag_error(r->d, at, _("the line breaks off: something is missing "
	    "behind `%s`"), r->words[r->n - 1].text);
	return true;
}

static struct trial *
new_trial(struct reader *r, enum trial_kind kind, const struct trial *model)
{
	struct trial	*t = arena_alloc(r->arena, sizeof(*t));
	struct said	 title = rest_of(r, 1, " ");

	t->suite = r->suite;
	t->kind = kind;
	t->at = r->words[0].at;
	t->title = title.text == NULL ? "" : title.text;
	t->division = r->division;
	t->places = r->places;
	t->traits = r->traits;
	t->period = r->period;
	t->day = DAY_NONE;
	if (model == NULL)
		return t;
	t->model = model;
	t->title = model->title;
	t->division = model->division;
	t->places = model->places;
	t->traits = model->traits;
	t->period = model->period;
	t->today = model->today;
	t->day = model->day;
	return t;
}

/* What was taken over stands before what the lines below it say. */
static void
take_over(struct reader *r, struct trial *t, const struct trial *from)
{
	size_t	i;

	for (i = 0; i < from->nfacts; i++)
		(void)add_fact(r, t, from->facts[i]);
}

static bool
begin_given(struct reader *r)
{
	size_t	i;

	if (broken_off(r, 2))
		return false;
	r->now = new_trial(r, TRIAL_CASE, NULL);
	r->given = true;
	for (i = 0; i < r->ngivens; i++)
		if (strcmp(r->givens[i]->title, r->now->title) == 0) {
			diag_error(r->d, r->words[1].at, _("`given %s` "
			    "stands twice"), r->now->title);
			diag_note(r->d, r->givens[i]->at, _("it stands here"));
			return false;
		}
	r->givens = arena_grow(r->arena, r->givens, r->ngivens,
	    &r->givens_cap, sizeof(*r->givens));
	r->givens[r->ngivens++] = r->now;
	return true;
}

static bool
begin_trial(struct reader *r, enum trial_kind kind)
{
	r->given = false;
	r->now = NULL;
	if (kind == TRIAL_CASE && broken_off(r, 2))
		return false;
	if (kind != TRIAL_CASE && r->model == NULL) {
		diag_error(r->d, r->words[0].at, _("`%s` takes over the lines "
		    "of the case above it, and there is none"),
		    r->words[0].text);
		return false;
	}
	if (r->suite->n == SUITE_TESTS) {
		diag_error(r->d, r->words[0].at, _("a file has at most %d "
		    "cases and neighbours: make two files of it"),
		    SUITE_TESTS);
		r->rest = "";
		return false;
	}
	r->now = new_trial(r, kind, kind == TRIAL_CASE ? NULL : r->model);
	if (kind == TRIAL_CASE)
		r->model = r->now;
	else
		take_over(r, r->now, r->model);
	r->suite->trials = arena_grow(r->arena, r->suite->trials, r->suite->n,
	    &r->trials_cap, sizeof(*r->suite->trials));
	r->suite->trials[r->suite->n++] = r->now;
	return true;
}

/* ---- the head */

static bool
read_procedure(struct reader *r)
{
	const struct procedure	*p;

	r->suite->procedure = rest_of(r, 1, "");
	p = rulebook_named(r->suite->book, r->suite->procedure.text);
	if (p != NULL) {
		r->suite->id = p->id;
		return true;
	}
	diag_error(r->d, r->words[1].at, _("no procedure is called `%s`; see "
	    "`gongshi rules list`"), r->suite->procedure.text);
	return false;
}

static bool
read_where(struct reader *r)
{
	if (broken_off(r, 3))
		return false;
	r->wheres = arena_grow(r->arena, r->wheres, r->nwheres,
	    &r->wheres_cap, sizeof(*r->wheres));
	r->wheres[r->nwheres++] = (struct where_line){ point_of_suite(r,
	    r->words[1].text), r->words[2] };
	return true;
}

static bool
read_head(struct reader *r, enum test_word w)
{
	if (broken_off(r, 2))
		return false;
	switch (w) {
	case TW_PROCEDURE:
		return read_procedure(r);
	case TW_AT:
		r->division = rest_of(r, 1, "");
		return true;
	case TW_PLACES:
		r->places = rest_of(r, 1, "");
		return true;
	case TW_TRAITS:
		r->traits = rest_of(r, 1, "");
		return true;
	case TW_PERIOD:
		r->period = rest_of(r, 1, "");
		return true;
	default:
		return read_where(r);
	}
}

/* ---- lines, one after another */

static bool
begin_block(struct reader *r, enum test_word w)
{
	return w == TW_GIVEN ? begin_given(r) : begin_trial(r,
	    w == TW_CASE ? TRIAL_CASE : w == TW_NEIGHBOUR ?
	    TRIAL_NEIGHBOUR : TRIAL_OTHERWISE);
}

static bool
read_line(struct reader *r)
{
	const char	*word = r->words[0].text;
	enum test_word	 w = test_word_find(word, IN_BLOCK);
	unsigned	 groups = r->model == NULL && r->ngivens == 0 ?
			    IN_HEAD : r->given ? IN_GIVEN : IN_TRIAL;

	if (w != TW_NONE && r->suite->id == NULL) {
		diag_error(r->d, r->words[0].at, _("the file does not say "
		    "above of which procedure its cases are: write "
		    "`procedure ID` as its first line"));
		r->suite->id = "";
	}
	if (w != TW_NONE)
		return begin_block(r, w);
	w = test_word_find(word, groups);
	if (w == TW_NONE)
		return expected_word(r, groups | IN_BLOCK);
	if (groups == IN_HEAD)
		return read_head(r, w);
	return r->now == NULL || trial_line(r, w);
}

static void
read_lines(struct reader *r)
{
	size_t	i;

	while (next_line(r)) {
		cut_words(r);
		if (r->n > 0 && !read_line(r) && r->now != NULL)
			r->now->faulty = true;
	}
	for (i = 0; i < r->suite->n; i++)
		if (!r->suite->trials[i]->faulty)
			trial_check(r, r->suite->trials[i]);
	if (r->suite->n == 0 && diags_errors(r->d) == r->before)
		diag_error(r->d, (struct place){ .path = r->suite->path },
		    _("there is no case in this file"));
}

const struct suite *
suite_read(struct arena *a, const char *path, const struct rulebook *book,
    struct diags *d)
{
	struct suite	*s = arena_alloc(a, sizeof(*s));
	struct reader	 r = { .arena = a, .d = d, .suite = s,
			    .before = diags_errors(d) };
	size_t		 len;
	const char	*text = whole_read(a, path, SUITE_BYTES, &len, d);
	size_t		 mark = text != NULL && strncmp(text, "\xef\xbb\xbf",
			    3) == 0 ? 3 : 0;

	s->path = path;
	s->book = book;
	if (text == NULL || !whole_is_text(path, text + mark, len - mark, d))
		return NULL;
	r.rest = text + mark;
	read_lines(&r);
	return diags_errors(d) > r.before ? NULL : s;
}
