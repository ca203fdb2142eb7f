#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/court.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "input/yaml.h"

bool
court_speaks(const char *language)
{
	const char	*b = getenv("B");
	char		 dir[4096];

	(void)snprintf(dir, sizeof(dir), "%s/locale", b == NULL ? "build" : b);
	return text_setup(language, dir);
}

char *
court_complaints(struct arena *a, struct diags *d)
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
		/* A line of the file and its caret are set in, without mark. */
		if (strncmp(line, "  ", 2) != 0 ||
		    strncmp(line, "  note: ", 8) == 0)
			strncat(out, line, (size_t)(next - line));
	}
	free(all);
	return out;
}

const struct pack *
court_pack(struct arena *a, const char *pack, const char *const *procedures,
    int n, struct diags *d)
{
	struct rule_file	files[8] = { { .path = NULL } };
	struct rule_file	file = { .path = NULL };
	int			i;

	assert_in_range(n, 0, 8);
	file.path = "pack.yaml";
	file.root = yaml_parse(a, file.path, pack, strlen(pack), d);
	if (file.root == NULL)
		return NULL;
	for (i = 0; i < n; i++) {
		files[i].path = i == 0 ? "p.yaml" : arena_printf(a,
		    "p%d.yaml", i + 1);
		files[i].root = yaml_parse(a, files[i].path, procedures[i],
		    strlen(procedures[i]), d);
		if (files[i].root == NULL)
			return NULL;
	}
	return pack_build(a, file, files, n, d);
}

/* ---- facts */

static struct day
day_of(const char *text)
{
	struct day	d = DAY_NONE;

	if (strcmp(text, "-") != 0 && !day_parse(text, &d))
		fail_msg("`%s` is no day", text);
	return d;
}

static int
then(int a, int b)
{
	return a != 0 ? a : b;
}

static int
by_event(const void *va, const void *vb)
{
	const struct event	*a = va, *b = vb;

	return then(strcmp(a->event, b->event), day_cmp(a->day, b->day));
}

static int
by_posting(const void *va, const void *vb)
{
	const struct posting	*a = va, *b = vb;

	return then(strcmp(a->step, b->step), then(strcmp(a->division,
	    b->division), then(day_cmp(a->posted, b->posted), then(strcmp(
	    a->medium, b->medium), strcmp(a->place, b->place)))));
}

static int
by_objection(const void *va, const void *vb)
{
	const struct objection	*a = va, *b = vb;

	return then(strcmp(a->step, b->step), then(strcmp(a->division,
	    b->division), then(day_cmp(a->received, b->received),
	    strcmp(a->number, b->number))));
}

enum { FACTS = 64, WORDS = 12 };

static const char *
copy(struct arena *a, const char *word)
{
	return arena_dup(a, strcmp(word, "-") == 0 ? "" : word);
}

/* The words of a line: those in their order, and those that are NAME=TEXT. */
struct line {
	char	*word[WORDS], *named[WORDS];
	int	 n, nnamed;
};

static struct line
line_of(struct arena *a, const char *text)
{
	struct line	 l = { .n = 0 };
	char		*save = NULL, *w = strtok_r(arena_dup(a, text), " ",
			    &save);

	for (; w != NULL; w = strtok_r(NULL, " ", &save)) {
		assert_true(l.n < WORDS && l.nnamed < WORDS);
		if (strchr(w, '=') != NULL)
			l.named[l.nnamed++] = w;
		else
			l.word[l.n++] = w;
	}
	return l;
}

/* The text behind NAME=, or NULL: none was given. */
static const char *
given(const struct line *l, const char *name)
{
	const size_t	len = strlen(name);
	int		i;

	for (i = 0; i < l->nnamed; i++)
		if (strncmp(l->named[i], name, len) == 0 &&
		    l->named[i][len] == '=')
			return l->named[i] + len + 1;
	return NULL;
}

/* All that stands with `=` is one of these. */
static void
only(const struct line *l, const char *const *names)
{
	int	i, k;

	for (i = 0; i < l->nnamed; i++) {
		for (k = 0; names[k] != NULL; k++)
			if (given(&(struct line){ .named = { l->named[i] },
			    .nnamed = 1 }, names[k]) != NULL)
				break;
		if (names[k] == NULL)
			fail_msg("`%s` does not belong here", l->named[i]);
	}
}

static const char *
text_of(struct arena *a, const char *given_text)
{
	return given_text == NULL ? "" : copy(a, given_text);
}

static struct posting
read_posting(struct arena *a, const struct line *l)
{
	static const char *const	names[] = { "reviewed", "content",
					    "evidence", "by", NULL };
	const char	*reviewed = given(l, "reviewed");

	only(l, names);
	return (struct posting){
		.step = copy(a, l->word[1]), .division = copy(a, l->word[2]),
		.posted = day_of(l->word[3]),
		.until = l->n > 4 ? day_of(l->word[4]) : DAY_NONE,
		.medium = l->n > 5 ? copy(a, l->word[5]) : "board",
		.place = l->n > 6 ? copy(a, l->word[6]) : "",
		.content = text_of(a, given(l, "content")),
		.by = text_of(a, given(l, "by")),
		.evidence = text_of(a, given(l, "evidence")),
		.reviewed = reviewed == NULL ? DAY_NONE : day_of(reviewed),
		.has_content = given(l, "content") != NULL,
		.has_reviewed = reviewed != NULL,
		.has_evidence = given(l, "evidence") != NULL,
	};
}

static struct objection
read_objection(struct arena *a, const struct line *l)
{
	static const char *const	names[] = { "outcome", NULL };

	only(l, names);
	return (struct objection){
		.step = copy(a, l->word[1]), .division = copy(a, l->word[2]),
		.received = day_of(l->word[3]), .resolved = day_of(l->word[4]),
		.handler = l->n > 5 ? copy(a, l->word[5]) : "",
		.number = l->n > 6 ? copy(a, l->word[6]) : "",
		.outcome = text_of(a, given(l, "outcome")),
	};
}

static void
read_traits(struct arena *a, const struct line *l, struct matter *m)
{
	int	i;

	m->traits = arena_array(a, WORDS, sizeof(*m->traits));
	for (i = 1; i < l->n; i++)
		m->traits[m->ntraits++] = arena_dup(a, l->word[i]);
	m->ntraits = text_sort_once(m->traits, m->ntraits);
}

/*
 * EVENT DAY
 * post STEP DIVISION DAY [UNTIL|- [MEDIUM|- [PLACE]]]
 *     [reviewed=DAY|-] [content=TEXT|-] [evidence=TEXT|-] [by=TEXT]
 * objection STEP DIVISION|- RECEIVED RESOLVED|- [HANDLER|- [NUMBER]]
 *     [outcome=ID]
 * traits TRAIT ...
 *
 * A column that is not named was not in the sheet; `-` is an empty cell.
 */
static void
read_fact(struct arena *a, const char *text, struct matter *m,
    struct event *e, struct posting *p, struct objection *o)
{
	const struct line	l = line_of(a, text);

	if (l.n == 0)
		return;
	if (strcmp(l.word[0], "traits") == 0)
		read_traits(a, &l, m);
	else if (strcmp(l.word[0], "post") == 0) {
		assert_true(l.n > 3);
		p[m->npostings++] = read_posting(a, &l);
	} else if (strcmp(l.word[0], "objection") == 0) {
		assert_true(l.n > 4);
		o[m->nobjections++] = read_objection(a, &l);
	} else {
		assert_int_equal(l.n, 2);
		e[m->nevents++] = (struct event){ copy(a, l.word[0]),
		    day_of(l.word[1]) };
	}
}

struct matter *
court_matter(struct arena *a, const char *division, const char *places,
    const char *facts)
{
	struct matter		*m = arena_alloc(a, sizeof(*m));
	struct event		*e = arena_array(a, FACTS, sizeof(*e));
	struct posting		*p = arena_array(a, FACTS, sizeof(*p));
	struct objection	*o = arena_array(a, FACTS, sizeof(*o));
	char			*text = arena_dup(a, facts), *line, *save;

	*m = (struct matter){ .id = "X", .procedure = "p",
	    .division = division, .title = "", .batch = "", .amounts = "" };
	m->places = arena_array(a, FACTS, sizeof(*m->places));
	m->named = *places != '\0';
	save = NULL;
	for (line = strtok_r(arena_dup(a, places), ";", &save); line != NULL;
	    line = strtok_r(NULL, ";", &save))
		m->places[m->nplaces++] = line;
	save = NULL;
	for (line = strtok_r(text, "\n", &save); line != NULL;
	    line = strtok_r(NULL, "\n", &save))
		read_fact(a, line, m, e, p, o);
	qsort(e, m->nevents, sizeof(*e), by_event);
	qsort(p, m->npostings, sizeof(*p), by_posting);
	qsort(o, m->nobjections, sizeof(*o), by_objection);
	m->events = e;
	m->postings = p;
	m->objections = o;
	return m;
}

/* ---- verdicts */

static const char *
point_of(const struct procedure *p, int step, int event)
{
	return step >= 0 ? p->steps[step].id : event >= 0 ?
	    p->events[event].id : "-";
}

static const char *
shown(struct arena *a, struct day d)
{
	char	buf[DAY_TEXT];

	return day_is(d) ? arena_dup(a, day_print(d, buf)) : "-";
}

const struct land	*court_land;

char *
court_findings(struct arena *a, const struct procedure *p,
    const struct matter *m, const struct calendars *c, const char *today,
    bool keys)
{
	struct verdict		 v = { 0 };
	const struct plan	*now;
	const struct finding	*f;
	char			*out = arena_dup(a, "");
	size_t			 i;

	now = plan_lay(a, p, m, c, day_of(today), NULL,
	    LAY_VERDICT);
	judge(a, m, plan_lay(a, p, m, c, DAY_LAST, now, LAY_VERDICT), now, day_of(today),
	    court_land, &v);
	for (i = 0; i < v.n; i++) {
		f = &v.findings[i];
		out = keys ? arena_printf(a, "%s%s\n", out, f->key) :
		    arena_printf(a, "%s%s %s %s %s %d\n", out,
		    code_name(f->code), point_of(p, f->step, f->event),
		    shown(a, f->due), shown(a, f->actual), f->days);
	}
	return out;
}

static char *
with(struct arena *a, char *out, const char *name, struct day d)
{
	return day_is(d) ? arena_printf(a, "%s %s=%s", out, name,
	    shown(a, d)) : out;
}

char *
court_slots(struct arena *a, const struct procedure *p,
    const struct matter *m, const struct calendars *c, const char *today)
{
	const struct plan	*now = plan_lay(a, p, m, c, day_of(today),
				    NULL, LAY_DAYS);
	const struct plan	*all = plan_lay(a, p, m, c, DAY_LAST, now,
				    LAY_DAYS);
	const struct slot	*s;
	char			*out = arena_dup(a, "");
	int			 i;

	for (i = 0; i < all->nslots; i++) {
		s = &all->slots[i];
		out = arena_printf(a, "%s%s %s %s", out, p->steps[s->step].id,
		    s->division, state_name(plan_state(all, now, i,
		    day_of(today))));
		out = with(a, out, "earliest", s->room->earliest);
		out = with(a, out, "latest", s->room->latest.day);
		out = with(a, out, "advised", s->room->advised.day);
		if (s->room->forecast)
			out = arena_printf(a, "%s forecast", out);
		if (p->steps[s->step].lasts.n > 0) {
			out = with(a, out, "judged", s->judged);
			out = with(a, out, "planned", s->planned);
		}
		out = arena_printf(a, "%s\n", out);
	}
	return out;
}
