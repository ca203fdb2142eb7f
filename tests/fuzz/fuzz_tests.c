/*
 * Any bytes as a file of tests of the shipped pack: read, judged, told in each
 * form, and held against what the rules can raise.  It is judged where nothing
 * was wrong with it, and else an error says what.
 */
#include "fuzz/scratch.h"

#include "job/coverage.h"
#include "job/load.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static struct arena		*kept;
static const struct rulebook	*book;
static const struct calendars	*cals;
static const struct pack	*pack;

/* The first pack, as if it lay in the scratch folder. */
static void
lay_pack(void)
{
	static struct pack	 moved;
	char			 dir[256];
	struct diags		*d;

	kept = arena_new();
	d = diags_new(kept);
	book = load_rules(kept, &(struct rule_folders){
	    .dir = "rules" }, d);
	cals = calendars_load(kept, "calendars", NULL, NULL, d);
	if (book == NULL || cals == NULL) {
		diags_write(d, stderr);
		abort();
	}
	moved = book->packs[0];
	moved.path = arena_printf(kept, "%s/pack.yaml", scratch());
	snprintf(dir, sizeof(dir), "%s/tests", scratch());
	(void)mkdir(dir, 0700);
	pack = &moved;
}

static void
tell(struct arena *a, const struct tests *t, FILE *nowhere)
{
	const struct pack_result	*r = tests_result(a, t, "");
	const struct pack_cover		*c = coverage_of(a, t);
	struct layout			 l = { .out = nowhere, .width = 80 };
	size_t				 i, k;

	for (i = 0; i < r->n; i++)
		for (k = 0; k < r->tests[i].nlacking; k++)
			if (r->tests[i].lines[k] < r->tests[i].line)
				abort();
	if (r->faulty > r->files || c->lacking + c->never > c->n)
		abort();
	for (i = 0; i < FORMATS; i++) {
		l.format = (enum format)i;
		trials_write(l, &r, 1);
		coverage_write(l, &c, 1);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	char		 path[256];
	FILE		*nowhere = fopen("/dev/null", "w");
	struct tests	 t;
	size_t		 before;

	if (pack == NULL)
		lay_pack();
	scratch_write("tests/x.txt", data, size, path);
	t = tests_judge(a, &(struct bench){ book, cals }, pack, d);
	before = diags_errors(d);
	if (t.n != 1 || (t.files[0].suite == NULL) != (before > 0) ||
	    nowhere == NULL)
		abort();
	tell(a, &t, nowhere);
	diags_write(d, nowhere);
	fclose(nowhere);
	arena_free(a);
	return 0;
}
