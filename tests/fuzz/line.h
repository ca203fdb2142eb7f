/*
 * line.h -- the whole line: sheets imported, scanned, planned, explained and
 * published.  A refused import leaves no case behind, the same files again
 * change nothing, their order does not matter, and all that is written has
 * its form.
 */
#ifndef FUZZ_LINE_H
#define FUZZ_LINE_H

#include "fuzz/scratch.h"
#include "fuzz/told.h"

#include "case/judge.h"
#include "job/gazetteer.h"
#include "job/import.h"
#include "job/load.h"
#include "job/publish.h"
#include "job/scan.h"
#include "account/explain.h"

enum { SHEETS_MAX = 5 };

/* Made once: the rules, the calendars and an empty database. */
static struct arena			*kept;
static const struct rulebook		*book;
static const struct calendars		*cals;
static struct store			*store;
static char				 db[256];
static uint8_t				*empty;
static size_t				 empty_size;
static struct day			 today;

static const char *
no_name(void *ctx, const char *code)
{
	(void)ctx;
	(void)code;
	return "";
}

static void
keep_empty(struct diags *d)
{
	struct stat	 st;
	FILE		*f;

	snprintf(db, sizeof(db), "%s/x.db", scratch());
	unlink(db);
	store_close(store_open(db, STORE_CREATE, d));
	f = fopen(db, "rb");
	if (f == NULL || fstat(fileno(f), &st) != 0)
		abort();
	empty_size = (size_t)st.st_size;
	empty = arena_alloc(kept, empty_size);
	if (fread(empty, 1, empty_size, f) != empty_size)
		abort();
	fclose(f);
	store = store_open(db, STORE_WRITE, d);
}

static void
load(void)
{
	struct diags	*d;

	if (kept != NULL)
		return;
	kept = arena_new();
	d = diags_new(kept);
	book = load_rules(kept, &(struct rule_folders){
	    .dir = "rules" }, d);
	cals = calendars_load(kept, "calendars", NULL, NULL, d);
	keep_empty(d);
	if (book == NULL || cals == NULL || store == NULL) {
		diags_write(d, stderr);
		abort();
	}
}

static void
meet_one(void *ctx, const char *id)
{
	(void)id;
	*(bool *)ctx = true;
}

static bool
holds_cases(void)
{
	bool	any = false;

	store_each_id(store, "", 1, meet_one, &any);
	return any;
}

/*
 * The database empty again under a store that stays open, as if another
 * process had written it: SQLite sees that the file's change counter is not
 * the one it knows, and reads anew.  To open it for each input took ten times
 * as long.
 */
static void
begin_anew(void)
{
	FILE	*f = fopen(db, "r+b");

	if (f == NULL || fwrite(empty, 1, empty_size, f) != empty_size ||
	    fflush(f) != 0 || ftruncate(fileno(f), (off_t)empty_size) != 0 ||
	    fclose(f) != 0 || holds_cases())
		abort();
}

static struct scan
scan_of(struct arena *a, FILE *out, enum format format)
{
	static const struct names	none = { no_name, NULL };
	struct scan			s = { .store = store, .book = book,
					    .calendars = cals, .today = today,
					    .top = "", .county = "" };

	s.writer = writer_new(a, (struct layout){ out, format, s.today, "",
	    &none, false, 80, NULL });
	return s;
}

static void
check(struct saying *t, enum format format)
{
	told_end(t);
	if (format == FORMAT_JSON)
		told_json(t);
	else if (format == FORMAT_CSV)
		told_csv(t);
	else
		told_clean(t, 0, "\n");
}

static char *
findings(struct arena *a, enum format format, struct diags *d)
{
	struct saying	t;
	struct scan	s;
	struct totals	n;
	char		*text;

	told_open(&t);
	s = scan_of(a, t.f, format);
	if (!scan_run(&s, &n, d))
		abort();
	check(&t, format);
	text = arena_dup(a, t.text);
	free(t.text);
	return text;
}

static void
plans(struct arena *a, enum format format, struct diags *d)
{
	struct saying	t;
	struct scan	s;
	struct totals	n;

	told_open(&t);
	s = scan_of(a, t.f, format);
	if (!scan_plans(&s, NULL, 0, &n, d))
		abort();
	check(&t, format);
	free(t.text);
}

static bool
explain(void *ctx, const struct matter *m)
{
	struct arena		*a = ctx;
	struct explained	 e = { .calendars = cals, .step = -1,
				    .event = -1 };
	struct saying		 t;
	struct verdict		 v;
	struct scan		 s;
	struct gazetteer	*g = gazetteer_new(a, store);
	struct land		 land = gazetteer_land(g);
	int			 f;

	for (f = FORMAT_TEXT; f <= FORMAT_JSON; f++) {
		told_open(&t);
		s = scan_of(a, t.f, FORMAT_TEXT);
		if (scan_lay(&s, a, &m, &e.all, &e.now)) {
			judge(a, m, e.all, e.now, s.today, &land, &v);
			e.verdict = &v;
			write_explained((struct layout){ t.f,
			    (enum format)f, s.today, "", NULL, false, 80, NULL },
			    &e);
			check(&t, (enum format)f);
		} else {
			told_end(&t);
		}
		free(t.text);
	}
	gazetteer_free(g);
	return true;
}

static struct saying
calendar(struct arena *a, bool forecast, long long now, struct diags *d)
{
	struct names		names = { no_name, NULL };
	struct publish		pub = { .store = store, .book = book,
				    .calendars = cals, .names = &names,
				    .words = text_own(),
				    .today = today,
				    .top = "", .since = DAY_NONE,
				    .forecast = forecast, .now = now,
				    .remember = true };
	struct published	done;
	struct saying		t;

	told_open(&t);
	pub.out = t.f;
	if (!publish_run(a, &pub, &done, d))
		abort();
	told_end(&t);
	told_ics(&t);
	return t;
}

/* A calendar in which nothing changed has the same bytes on another day. */
static void
publish(struct arena *a, struct diags *d)
{
	struct saying	all = calendar(a, true, 1600000000, d);
	struct saying	first = calendar(a, false, 1600000000, d);
	struct saying	again = calendar(a, false, 1600086400, d);

	if (first.size != again.size || strcmp(first.text, again.text) != 0)
		told_wrong(&again, 0, "not the same as before");
	free(all.text);
	free(first.text);
	free(again.text);
}

static bool
import(struct arena *a, const char *const *files, int n,
    struct import_result *result, struct diags *d)
{
	struct import	job = { .store = store, .book = book, .files = files,
			    .nfiles = n, .when = "2020-10-01T00:00:00Z",
			    .who = "fuzz", .command = "import" };

	return import_run(a, &job, result, d);
}

/* The same files again: nothing is new. */
static void
again(struct arena *a, const char *const *files, int n, struct diags *d)
{
	struct import_result	result;
	int			i;

	if (!import(a, files, n, &result, d))
		abort();
	for (i = 0; i < SHEETS; i++)
		if (result.of[i].fresh != 0 || result.of[i].completed != 0 ||
		    result.of[i].corrected != 0 || result.of[i].voided != 0)
			abort();
}

/* The files in another order: the same findings. */
static void
turned(struct arena *a, const char *const *files, int n, const char *found,
    struct diags *d)
{
	const char		*turn[SHEETS_MAX];
	struct import_result	 result;
	int			 i;

	for (i = 0; i < n; i++)
		turn[i] = files[n - 1 - i];
	begin_anew();
	if (import(a, turn, n, &result, d) != (found != NULL))
		abort();
	if (found != NULL && strcmp(findings(a, FORMAT_JSON, d), found) != 0)
		abort();
}

static void
use(struct arena *a, struct diags *d)
{
	int	f;

	for (f = FORMAT_TEXT; f <= FORMAT_CSV; f++) {
		(void)findings(a, (enum format)f, d);
		plans(a, (enum format)f, d);
	}
	if (!store_each_case(store, "", explain, a, d))
		abort();
	publish(a, d);
}

/* The whole line over these sheets, which no import may refuse if `good`. */
static void
line_run(struct arena *a, const char *const *files, int n, struct day when,
    bool good)
{
	struct diags		*d = diags_new(a);
	const char		*found = NULL;
	struct import_result	 result;
	struct saying		 t;

	today = when;
	begin_anew();
	if (import(a, files, n, &result, d)) {
		use(a, d);
		again(a, files, n, d);
		found = findings(a, FORMAT_JSON, d);
	} else if (holds_cases()) {
		abort();
	}
	told_open(&t);
	diags_write(d, t.f);
	check(&t, FORMAT_TEXT);
	if (good && found == NULL)
		told_wrong(&t, 0, "refused");
	free(t.text);
	turned(a, files, n, found, d);
}

#endif
