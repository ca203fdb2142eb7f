#include "job/pages.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "folder/folder.h"
#include "job/fingerprint.h"
#include "job/gazetteer.h"
#include "job/pages_case.h"
#include "job/towns.h"
#include "report/night.h"
#include "store/night.h"
#include "store/past.h"
#include "words/message.h"
#include "words/say.h"

enum {
	WORST = 5,
	NIGHTS = 60,		/* of the chart, and reports */
	ROWS = 2000,		/* divisions on one index */
	DATE = DAY_TEXT - 1
};

struct work {
	struct arena		*arena;
	const struct pages	*job;
	struct diags		*d;
	struct page_run		 run;
	struct cases		 cases;
	struct chart_night	*nights;
	struct page_row		*rows;
	size_t			 nrows;
	const struct town	*towns;
	const struct calendar_state *calendars;
	size_t			 ntowns, ncalendars;
	struct pages		 here;		/* the job in this process */
	struct case_part	*parts;
	bool			 changed;	/* since the first was read */
};

/* Of all pages of a run: where it is another, none may be left alone. */
static unsigned long long
mark_of(const struct work *w)
{
	const struct pages	*j = w->job;
	unsigned long long	 h = page_shell_hash(w->run.shell);

	h = hash_text(h, fingerprint_rules(w->arena, j->book));
	h = hash_text(h, calendars_digest(j->calendars, w->arena));
	return hash_text(hash_add(h, '/'), j->top);
}

/* ---- the nights before */

/* What each was is told by the lives of findings. */
static void
count_life(void *ctx, const struct life *life)
{
	struct work	*w = ctx;
	size_t		 i;

	for (i = 0; i < w->cases.sum.nnights; i++)
		if (day_cmp(life->first, w->nights[i].day) <= 0 &&
		    (!day_is(life->gone) ||
		    day_cmp(w->nights[i].day, life->gone) < 0) &&
		    (!day_is(life->waived_from) ||
		    day_cmp(w->nights[i].day, life->waived_from) < 0 ||
		    day_cmp(w->nights[i].day, life->waived_to) > 0) &&
		    division_within(life->at, w->job->top))
			w->nights[i].open[life->severity]++;
}

static bool
read_nights(struct work *w)
{
	const struct pages	*j = w->job;
	struct nights		 nights;
	struct day		*days;
	size_t			 i, n;

	if (!store_nights(j->store, w->arena, j->today, &nights, w->d) ||
	    !store_past_nights(j->store, w->arena, j->today, j->night, NIGHTS,
	    &days, &n, w->d))
		return false;
	w->run.nights = (day_is(nights.finished) || j->night) &&
	    (!day_is(nights.latest) || day_cmp(nights.latest, j->today) <= 0);
	w->run.night = j->night ? j->today : nights.finished;
	w->run.since = w->run.nights ? nights.since : DAY_NONE;
	w->nights = arena_array(w->arena, n + 1, sizeof(*w->nights));
	for (i = 0; i < n; i++)
		w->nights[i].day = days[i];
	w->cases.sum.nights = w->nights;
	w->cases.sum.nnights = n;
	return n == 0 || store_each_past(j->store, days[0], count_life, w,
	    w->d);
}

static void
tell_fixed(struct work *w, struct arena *a, const struct kept *k)
{
	const char	*what = night_subject(a, told_say(a, NULL, k->message),
			    k);
	struct page_new	 n = { .severity = k->severity, .code = k->code,
			    .of_event = kept_of_event(k),
			    .id = k->id, .title = k->title,
			    .what = what != NULL ? what :
				message_place(a, w->job->names, k->at) };
	char		 code[DIVISION_MAX + 1];

	cases_page(k->at, code);
	leaves_fixed(w->cases.leaves, code, &n);
}

/* Of those that went today, by tonight's night or an earlier run of it. */
static bool
count_gone(void *ctx, const struct kept *k)
{
	struct work	*w = ctx;

	if (!division_within(k->step != NULL ? k->at : k->division,
	    w->job->top))
		return true;
	w->cases.sum.counts[k->why == WHY_FIXED ? SECTION_FIXED :
	    SECTION_GONE][k->severity]++;
	arena_reset(w->cases.arena);
	if (k->why == WHY_FIXED)
		tell_fixed(w, w->cases.arena, k);
	return true;
}

/* ---- what lies beside the folder */

/* Is there such a folder beside that of the pages? */
static bool
beside(const struct work *w, const char *name, struct folder *f)
{
	return folder_open(arena_printf(w->arena, "%s/../%s", w->job->dir,
	    name), f);
}

static bool
list_reports(struct work *w, const struct folder *f)
{
	const char	**names, **list;
	struct day	  day;
	size_t		  n, k = 0;

	if (!folder_list(f, w->arena, &names, &n))
		return false;
	list = arena_array(w->arena, NIGHTS, sizeof(*list));
	while (n-- > 0 && k < NIGHTS)
		if (strlen(names[n]) == DATE + 4 &&
		    strcmp(names[n] + DATE, ".txt") == 0 &&
		    day_parse(arena_ndup(w->arena, names[n], DATE), &day))
			list[k++] = arena_ndup(w->arena, names[n], DATE);
	w->cases.sum.reports = list;
	w->cases.sum.nreports = k;
	return true;
}

/* False: they cannot be read, and an error was added. */
static bool
find_reports(struct work *w)
{
	struct folder	f;
	bool		good;

	if (!beside(w, "reports", &f))
		return true;
	good = list_reports(w, &f) || diag_errno(w->d, "reports");
	folder_close(&f);
	return good;
}

/* Which calendars there are, by code. */
static const struct calendar_state *
find_calendars(struct work *w, size_t *n)
{
	struct calendar_state	*list, *found;
	struct folder		 f;
	size_t			 i, all;
	bool			 there = beside(w, "calendars", &f);

	*n = 0;
	if (w->job->base == NULL && there)
		w->run.calendars = "../calendars/";
	if (w->run.calendars == NULL || !store_calendars(w->job->store,
	    w->arena, &list, &all, w->d))
		all = 0;
	found = arena_array(w->arena, all + 1, sizeof(*found));
	for (i = 0; i < all; i++)
		if (w->run.base != NULL || folder_has(&f, arena_printf(
		    w->arena, "%s.ics", list[i].code)))
			found[(*n)++] = list[i];
	if (there)
		folder_close(&f);
	return found;
}

static bool
learn_around(struct work *w)
{
	struct towns		*t = towns_new(w->arena, w->job->store,
				    w->job->today, w->d);

	if (t == NULL)
		return false;
	w->towns = towns_list(t, &w->ntowns);
	w->cases.sum.delivered = w->ntowns > 0;
	w->calendars = find_calendars(w, &w->ncalendars);
	leaves_know(w->cases.leaves, w->calendars, w->ncalendars, w->towns,
	    w->ntowns);
	return true;
}

/* ---- the index */

static int
by_badness(const void *va, const void *vb)
{
	const struct page_row	*a = *(const struct page_row *const *)va;
	const struct page_row	*b = *(const struct page_row *const *)vb;
	int			 i;

	for (i = SEVERITIES - 1; i > SEVERITY_ADVICE; i--)
		if (a->open[i] != b->open[i])
			return a->open[i] > b->open[i] ? -1 : 1;
	if (a->overdue != b->overdue)
		return a->overdue > b->overdue ? -1 : 1;
	return strcmp(a->code, b->code);
}

static void
find_worst(struct work *w)
{
	const struct page_row	**list = arena_array(w->arena, w->nrows + 1,
				    sizeof(*list));
	const struct page_row	*r;
	size_t			 i, n = 0;

	for (i = 0; i < w->nrows; i++) {
		r = &w->rows[i];
		if (r->open[SEVERITY_GRAVE] + r->open[SEVERITY_VIOLATION] +
		    r->open[SEVERITY_QUESTION] > 0)
			list[n++] = r;
	}
	if (n > 1)
		qsort(list, n, sizeof(*list), by_badness);
	w->cases.sum.worst = list;
	w->cases.sum.nworst = n < WORST ? n : WORST;
}

static bool
write_county(struct work *w, const struct page_row *sum,
    const struct page_row *rows, size_t n)
{
	FILE	*f = pages_folder_new(w->cases.folder);

	if (f == NULL)
		return false;
	page_index_part(f, w->arena, &w->run, w->cases.week, rows, sum->name,
	    n);
	return pages_folder_put(w->cases.folder, sum->href, NULL);
}

/* A row for each county and a page of its own, where all are too many. */
static bool
fold(struct work *w, struct page_row **rows, size_t *n)
{
	struct page_row	*sum;
	char		 county[COUNTY_MAX + 1];
	size_t		 i, from;
	const char	*name;

	*rows = arena_array(w->arena, w->nrows, sizeof(**rows));
	for (i = from = 0; i < w->nrows; from = i) {
		division_county(w->rows[i].code, county);
		name = name_of(w->job->names, county);
		sum = &(*rows)[(*n)++];
		*sum = (struct page_row){ .code = arena_dup(w->arena, county),
		    .name = arena_dup(w->arena, *name == '\0' ? county :
		    name), .href = arena_printf(w->arena, "index-%s.html",
		    county), .last = DAY_NONE, .refused = DAY_NONE };
		for (; i < w->nrows; i++) {
			char	its[COUNTY_MAX + 1];

			division_county(w->rows[i].code, its);
			if (strcmp(its, county) != 0)
				break;
			page_row_add(sum, &w->rows[i]);
		}
		if (!write_county(w, sum, &w->rows[from], i - from))
			return false;
	}
	return true;
}

static void
copy_rows(struct work *w)
{
	struct page_row	*const *list = leaves_rows(w->cases.leaves, &w->nrows);
	size_t		 i;

	w->rows = arena_array(w->arena, w->nrows + 1, sizeof(*w->rows));
	for (i = 0; i < w->nrows; i++) {
		w->rows[i] = *list[i];
		w->cases.sum.slots += list[i]->slots;
		w->cases.sum.due += list[i]->due;
		w->cases.sum.fine += list[i]->fine;
	}
}

static bool
write_index(struct work *w)
{
	struct page_index	*x = &w->cases.sum;
	struct page_row		*rows = NULL;
	size_t			 n = 0;
	FILE			*f;

	copy_rows(w);
	find_worst(w);
	if (!find_reports(w) ||
	    (w->nrows > ROWS && !fold(w, &rows, &n)))
		return false;
	x->week = w->cases.week;
	x->news = w->cases.news;
	x->nnews = w->cases.nnews;
	x->fixed = leaves_all_fixed(w->cases.leaves, &x->nfixed);
	if (x->nfixed > NEWS)
		x->nfixed = NEWS;
	x->rows = rows != NULL ? rows : w->rows;
	x->nrows = rows != NULL ? n : w->nrows;
	f = pages_folder_new(w->cases.folder);
	if (f == NULL)
		return false;
	page_index_write(f, w->arena, &w->run, x);
	return pages_folder_put(w->cases.folder, "index.html", NULL);
}

/* ---- from end to end */

/* The index has one week: that of the region which has the first case. */
static bool
first_case(void *ctx, const struct matter *m)
{
	struct work	*w = ctx;
	char		 code[DIVISION_MAX + 1];

	if (!division_above(m->division, LEVEL_COUNTY, code))
		strcpy(code, m->division);
	pages_week(w->job->calendars, code, w->job->today, w->cases.week);
	return false;
}

static bool
prepare(struct work *w)
{
	const struct pages	*j = w->job;
	struct cases		*c = &w->cases;

	w->run.calendars = w->run.base = j->base;
	pages_week(j->calendars, "", j->today, c->week);
	(void)store_each_case(j->store, j->top, first_case, w, w->d);
	return read_nights(w) && learn_around(w) &&
	    store_waivers(j->store, w->arena, &c->waivers, &c->nwaivers,
	    w->d) && (!w->run.nights || store_each_kept(j->store, KEPT_WENT,
	    j->today, count_gone, w, w->d));
}

/* ---- a part by each process that is free */

static bool
part_begin(void *ctx, struct store *s, struct diags *d)
{
	struct work	*w = ctx;

	w->here = *w->job;
	w->here.store = w->cases.scan.store = s;
	w->job = w->cases.job = &w->here;
	w->cases.land = gazetteer_land(gazetteer_new(w->arena, s));
	w->d = w->cases.d = d;
	return true;
}

static bool
part_do(void *ctx, size_t i, FILE *out, FILE *result, struct diags *d)
{
	struct work	*w = ctx;
	struct cases	*c = &w->cases;
	struct teller	 t = { out, result, 0 };
	struct arena	*a = arena_new();
	bool		 good;

	c->leaves = leaves_new(a, w->job, &w->run, c->folder, d);
	leaves_know(c->leaves, w->calendars, w->ncalendars, w->towns,
	    w->ntowns);
	leaves_tell(c->leaves, &t);
	pages_folder_tell(c->folder, &t);
	memset(&c->sum, 0, sizeof(c->sum));
	c->nnews = 0;
	good = store_each_of_part(w->job->store, &w->parts[i], cases_add, c,
	    d) && leaves_end(c->leaves);
	teller_tell(&t, (struct said){ .what = SAYING_END,
	    .is.sum = c->sum });
	leaves_free(c->leaves);
	arena_free(a);
	return good;
}

static bool
part_take(void *ctx, size_t i, FILE *out, long long printed, FILE *result,
    struct diags *d)
{
	struct work	*w = ctx;
	struct cases	*c = &w->cases;
	struct said	 s = { .what = SAYING_PASS };

	(void)i, (void)printed;
	while (s.what != SAYING_END) {
		arena_reset(c->arena);
		if (!said_read(result, c->arena, &s)) {
			diag_fail(d, _("what a worker wrote cannot be read"));
			return false;
		}
		if (!cases_hear(c, &s, out))
			return false;
	}
	return true;
}

static bool
add_cases(struct work *w)
{
	const struct pages	*j = w->job;
	struct workers		 k = { .ctx = w, .store = j->store,
				    .again = j->again, .begin = part_begin,
				    .part = part_do, .take = part_take };
	enum worked		 how = workers_over(&k, w->arena, j->jobs,
				    j->top, &w->parts, w->d);

	w->changed = how == WORKED_CHANGED;
	return how == WORKED || (how == WORKED_NOT && store_each_case(j->store,
	    j->top, cases_add, &w->cases, w->d));
}

static bool
print(struct work *w)
{
	return prepare(w) && add_cases(w) && leaves_end(w->cases.leaves) &&
	    write_index(w) && !store_lost(w->job->store, w->d) &&
	    !diags_failed(w->d);
}

/* From the start, and all of one moment. */
static bool
run_again(struct arena *a, const struct pages *job,
    struct pages_written *done, struct diags *d)
{
	struct pages	alone = *job;

	alone.jobs = 1;
	return pages_run(a, &alone, done, d);
}

bool
pages_run(struct arena *a, const struct pages *job,
    struct pages_written *done, struct diags *d)
{
	struct work		 w = { .arena = a, .job = job, .d = d };
	struct cases		*c = &w.cases;
	struct gazetteer	*g = gazetteer_new(a, job->store);
	bool			 good = false;

	*done = (struct pages_written){ 0 };
	w.run = (struct page_run){ .shell = page_shell_new(a),
	    .names = job->names, .today = job->today, .since = DAY_NONE };
	*c = (struct cases){ .job = job, .run = &w.run, .look = { job->today,
	    job->names, job->calendars, cases_account, 3 },
	    .scan = { .store = job->store, .book = job->book,
	    .calendars = job->calendars, .today = job->today,
	    .detail = LAY_REASONS, .top = job->top },
	    .land = gazetteer_land(g), .arena = arena_new(), .kept = a,
	    .d = d };
	c->folder = pages_folder_open(a, job->dir, job->mode, mark_of(&w), d);
	if (c->folder != NULL) {
		c->leaves = leaves_new(a, job, &w.run, c->folder, d);
		good = print(&w);
		leaves_free(c->leaves);
		good = pages_folder_close(c->folder, good, done) && good;
	}
	arena_free(c->arena);
	gazetteer_free(g);
	return w.changed ? run_again(a, job, done, d) : good;
}
