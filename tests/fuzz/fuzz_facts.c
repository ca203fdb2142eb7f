/*
 * Any bytes as facts that no import refuses: today, then six bytes each name
 * an event, a posting or an objection of one of a few cases.  So every byte
 * turns what is laid, judged and told.
 */
#include "fuzz/line.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

enum { CASES = 6, FACT = 6, FACTS_MAX = 30, DAYS = 1024 };

static const char	*places[][2] = {
	{ "450225100200001", "450225100200002" },
	{ "450225100200", "450225101201" }
};

static const struct matter	cases[CASES] = {
	{ .id = "H1", .procedure = "household-exit",
	    .division = "450225100200", .places = places[0], .nplaces = 2 },
	{ .id = "P1", .procedure = "project", .division = "450225",
	    .places = places[1], .nplaces = 2 },
	{ .id = "V1", .procedure = "village-exit", .division = "450225100" },
	{ .id = "C1", .procedure = "county-exit", .division = "450225" },
	{ .id = "A1", .procedure = "annual-plan", .division = "450225" },
	{ .id = "F1", .procedure = "fund-allocation", .division = "45" },
};

static const char	*media[] = {
	"board", "网站", "newspaper", "radio", "television", "wechat", "other", ""
};

static const char	*contents[] = {
	"", "名单", "名单;金额", "=1+1", "11010519491231002X",
	"13800138000", "6222021234567890128", "\"a\nb\""
};

/* The three sheets of facts, being written. */
struct sheets {
	struct arena		*arena;
	struct saying		 events, postings, objections;
	bool			 once[CASES][POINTS_MAX];
	bool			 named[CASES];
	int			 n;
};

static const struct procedure *
rule_of(int i)
{
	const struct procedure	*p = rulebook_named(book, cases[i].procedure);

	if (p == NULL)
		abort();
	return p;
}

static struct day
day_at(const uint8_t *b)
{
	return day_add(day_make(2019, 12, 1), (b[0] << 8 | b[1]) % DAYS);
}

/* A day so many days on; the first byte's 0 is none. */
static const char *
later(struct day d, uint8_t n, char buf[static DAY_TEXT])
{
	return n == 0 ? "" : day_print(day_add(d, n - 1), buf);
}

static void
event(struct sheets *s, const uint8_t *b, int c)
{
	const struct procedure	*p = rule_of(c);
	char			 buf[DAY_TEXT];
	int			 e = b[1] % p->nevents;

	if (s->once[c][e])
		return;
	s->once[c][e] = true;
	fprintf(s->events.f, "%s,%s,%s\n", cases[c].id, p->events[e].id,
	    day_print(day_at(b + 2), buf));
}

static void
posting(struct sheets *s, const uint8_t *b, const struct slot *at,
    const struct step_rule *step, int c)
{
	char	from[DAY_TEXT], until[DAY_TEXT], reviewed[DAY_TEXT];

	fprintf(s->postings.f, "%s,%s,%s,%s,%s,%s,第%d处,%s,%s\n", cases[c].id,
	    step->id, at->division, day_print(day_at(b + 2), from),
	    later(day_at(b + 2), b[4], until), media[b[5] % 8], s->n,
	    later(day_add(day_at(b + 2), -2), b[5] >> 6, reviewed),
	    contents[b[5] / 8 % 8]);
}

static void
objection(struct sheets *s, const uint8_t *b, const struct slot *at,
    const struct step_rule *step, int c)
{
	char	from[DAY_TEXT], resolved[DAY_TEXT];

	fprintf(s->objections.f, "%s,%s,%s,%d,%s,%s,%s,%s\n", cases[c].id,
	    step->id, at->division, s->n, day_print(day_at(b + 2), from),
	    later(day_at(b + 2), b[4], resolved), b[4] == 0 ? "" :
	    b[5] % 2 == 0 ? "成立" : "withdrawn",
	    b[5] / 2 % 2 == 0 ? "" : b[5] / 4 % 2 == 0 ? "驻村工作队" :
	    "某镇人民政府");
}

static void
fact(struct sheets *s, const uint8_t *b)
{
	int			 c = b[0] % CASES, kind = b[0] / 8 % 4, n;
	const struct procedure	*p = rule_of(c);
	const int		*first;
	struct slot		*slots;

	s->n++;
	s->named[c] = true;
	if (kind < 2) {
		event(s, b, c);
		return;
	}
	slots = plan_slots(s->arena, p, &cases[c], &n, &first);
	if (n == 0)
		return;
	slots += b[1] % n;
	if (kind == 2)
		posting(s, b, slots, &p->steps[slots->step], c);
	else
		objection(s, b, slots, &p->steps[slots->step], c);
}

static void
case_rows(const struct sheets *s, FILE *f)
{
	int	i;

	fputs("case,procedure,division,title,places\n", f);
	for (i = 0; i < CASES; i++) {
		if (!s->named[i])
			continue;
		fprintf(f, "%s,%s,%s,办件%d,%s%s%s\n", cases[i].id,
		    cases[i].procedure, cases[i].division, i,
		    cases[i].nplaces > 0 ? cases[i].places[0] : "",
		    cases[i].nplaces > 1 ? ";" : "",
		    cases[i].nplaces > 1 ? cases[i].places[1] : "");
	}
}

/* Closes a sheet into a file of that name. */
static const char *
put(struct arena *a, struct saying *t, const char *name)
{
	char	path[256];

	told_end(t);
	scratch_write(name, (const uint8_t *)t->text, t->size, path);
	free(t->text);
	return arena_dup(a, path);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	*a;
	struct sheets	 s = { .arena = NULL };
	struct saying	 t;
	const char	*files[4];
	size_t		 i;

	if (size > 2 + FACT * FACTS_MAX)
		return -1;
	load();
	a = s.arena = arena_new();
	told_open(&s.events);
	told_open(&s.postings);
	told_open(&s.objections);
	fputs("case,event,date\n", s.events.f);
	fputs("case,step,division,posted,until,medium,place,reviewed,"
	    "content\n", s.postings.f);
	fputs("case,step,division,number,received,resolved,outcome,"
	    "handler\n", s.objections.f);
	for (i = 2; i + FACT <= size; i += FACT)
		fact(&s, data + i);
	told_open(&t);
	case_rows(&s, t.f);
	files[0] = put(a, &t, "cases.csv");
	files[1] = put(a, &s.events, "events.csv");
	files[2] = put(a, &s.postings, "postings.csv");
	files[3] = put(a, &s.objections, "objections.csv");
	line_run(a, files, 4, size < 2 ? day_make(2020, 10, 1) :
	    day_at(data), true);
	arena_free(a);
	return 0;
}
