/*
 * The whole line: sheets (split at lines `===`) imported, scanned, planned
 * and published.  A refused import must leave no case behind.
 */
#include "fuzz/scratch.h"

#include "case/judge.h"
#include "job/import.h"
#include "job/load.h"
#include "job/publish.h"
#include "job/scan.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

enum { SHEETS_MAX = 5 };

static struct arena			*kept;
static const struct rulebook		*book;
static const struct calendars		*cals;

static const char *
no_name(void *ctx, const char *code)
{
	(void)ctx;
	(void)code;
	return "";
}

static void
load(void)
{
	struct diags	*d;

	if (kept != NULL)
		return;
	kept = arena_new();
	d = diags_new(kept);
	book = load_rules(kept, "rules", d);
	cals = calendars_load(kept, "calendars", d);
	if (book == NULL || cals == NULL) {
		diags_write(d, stderr);
		abort();
	}
}

static int
split(const uint8_t *data, size_t size, const char **files, struct arena *a)
{
	const uint8_t	*at = data, *end = data + size, *cut;
	char		 path[256], name[16];
	int		 n = 0;

	while (n < SHEETS_MAX && at < end) {
		cut = cut_at(at, (size_t)(end - at), "\n===\n");
		snprintf(name, sizeof(name), "%d.csv", n);
		scratch_write(name, at, cut == NULL ? (size_t)(end - at) :
		    (size_t)(cut - at) + 1, path);
		files[n++] = arena_dup(a, path);
		if (cut == NULL)
			break;
		at = cut + 5;
	}
	return n;
}

static void
use(struct arena *a, struct store *s, struct diags *d, FILE *null)
{
	struct names	names = { no_name, NULL };
	struct scan	scan = { s, book, cals, day_make(2020, 10, 1), "",
			    NULL };
	struct publish	pub = { .store = s, .book = book, .calendars = cals,
			    .names = &names, .today = scan.today, .top = "",
			    .since = DAY_NONE, .forecast = true,
			    .remember = true, .out = null };
	struct published	done;
	struct totals		t;
	int			f;

	for (f = FORMAT_TEXT; f <= FORMAT_CSV; f++) {
		scan.writer = writer_new(a, (struct layout){ null,
		    (enum format)f, scan.today, "", &names, false, 80 });
		if (!scan_run(&scan, &t, d) ||
		    !scan_plans(&scan, NULL, 0, &t, d))
			abort();
	}
	if (!publish_run(a, &pub, &done, d))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	const char		*files[SHEETS_MAX];
	struct import		 job = { .files = files, .book = NULL,
				    .when = "2020-10-01T00:00:00Z",
				    .who = "fuzz", .command = "import" };
	struct import_result	 result;
	char			 db[256];
	FILE			*null = fopen("/dev/null", "w");
	bool			 good;

	load();
	job.book = book;
	job.nfiles = split(data, size, files, a);
	snprintf(db, sizeof(db), "%s/x.db", scratch());
	unlink(db);
	job.store = store_open(db, STORE_CREATE, d);
	if (job.store == NULL || null == NULL)
		abort();
	good = import_run(a, &job, &result, d);
	if (!good && store_count(job.store, "") != 0)
		abort();
	if (good)
		use(a, job.store, d, null);
	store_close(job.store);
	diags_write(d, null);
	fclose(null);
	arena_free(a);
	return 0;
}
