#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "unit/court.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

enum { FACTS = 64, WORD = 64 };

static const char *
copy(struct arena *a, const char *word)
{
	return arena_dup(a, strcmp(word, "-") == 0 ? "" : word);
}

/*
 * EVENT DAY
 * post STEP DIVISION DAY [UNTIL|- [MEDIUM [PLACE]]]
 * objection STEP DIVISION RECEIVED RESOLVED|- [HANDLER|- [NUMBER]]
 */
static void
read_fact(struct arena *a, const char *line, struct matter *m,
    struct event *e, struct posting *p, struct objection *o)
{
	char	w[7][WORD] = { "" };
	int	n;

	n = sscanf(line, "%63s %63s %63s %63s %63s %63s %63s", w[0], w[1],
	    w[2], w[3], w[4], w[5], w[6]);
	if (n <= 0)
		return;
	if (strcmp(w[0], "post") == 0)
		p[m->npostings++] = (struct posting){
		    .step = copy(a, w[1]), .division = copy(a, w[2]),
		    .posted = day_of(w[3]),
		    .until = n > 4 ? day_of(w[4]) : DAY_NONE,
		    .medium = n > 5 ? copy(a, w[5]) : "board",
		    .place = n > 6 ? copy(a, w[6]) : "", .content = "",
		    .by = "", .evidence = "", .reviewed = DAY_NONE };
	else if (strcmp(w[0], "objection") == 0)
		o[m->nobjections++] = (struct objection){
		    .step = copy(a, w[1]), .division = copy(a, w[2]),
		    .received = day_of(w[3]), .resolved = day_of(w[4]),
		    .handler = n > 5 ? copy(a, w[5]) : "",
		    .number = n > 6 ? copy(a, w[6]) : "", .outcome = "" };
	else
		e[m->nevents++] = (struct event){ copy(a, w[0]),
		    day_of(w[1]) };
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
	    .division = division, .title = "", .batch = "" };
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
	const struct finding	*f;
	char			*out = arena_dup(a, "");
	size_t			 i;

	judge(a, m, plan_lay(a, p, m, c, DAY_LAST), plan_lay(a, p, m, c,
	    day_of(today)), day_of(today), court_land, &v);
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
	const struct plan	*all = plan_lay(a, p, m, c, DAY_LAST);
	const struct plan	*now = plan_lay(a, p, m, c, day_of(today));
	const struct slot	*s;
	char			*out = arena_dup(a, "");
	int			 i;

	for (i = 0; i < all->nslots; i++) {
		s = &all->slots[i];
		out = arena_printf(a, "%s%s %s %s", out, p->steps[s->step].id,
		    s->division, state_name(plan_state(all, now, i,
		    day_of(today))));
		out = with(a, out, "earliest", s->room.earliest);
		out = with(a, out, "latest", s->room.latest.day);
		out = with(a, out, "advised", s->room.advised.day);
		if (s->room.forecast)
			out = arena_printf(a, "%s forecast", out);
		if (p->steps[s->step].lasts.n > 0) {
			out = with(a, out, "judged", s->judged);
			out = with(a, out, "planned", s->planned);
		}
		out = arena_printf(a, "%s\n", out);
	}
	return out;
}
