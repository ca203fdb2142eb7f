#include "job/night.h"

#include <stdlib.h>
#include <string.h>

#include "folder/beside.h"
#include "job/calendars_update.h"
#include "job/duty.h"
#include "job/guard.h"
#include "job/inbox.h"
#include "job/pages.h"
#include "job/reports.h"
#include "job/towns.h"
#include "job/verdict.h"
#include "report/night.h"
#include "store/night.h"

struct work {
	struct arena		*arena;
	struct arena		*scratch;	/* of one finding */
	const struct night	*night;
	struct diags		*d;
	struct night_head	 head;
	struct waiver		*waivers;
	size_t			 nwaivers;
	FILE			*json;
	long long		 items[SECTIONS];
	bool			 first_item;	/* of the list at hand */
	struct night_text	*text;
	struct towns		*towns;
	enum section		 telling;	/* the section at hand */
	struct beside		 drafts[2];	/* of the reports, */
	int			 ndrafts;	/* written, not in place */
};

/* ---- which of the lists a finding belongs to */

static struct waiver *
waiver_of(const struct work *w, const struct kept *k)
{
	return waivers_find(w->waivers, w->nwaivers, k->key);
}

static enum section
section_of(const struct work *w, const struct kept *k)
{
	const struct waiver	*v = waiver_of(w, k);

	if (day_is(k->gone))
		return k->why == WHY_FIXED ? SECTION_FIXED : SECTION_GONE;
	if (v != NULL && day_cmp(w->night->today, v->until) <= 0)
		return SECTION_WAIVED;
	return day_is(k->first) && day_cmp(k->first, w->night->today) == 0 ?
	    SECTION_NEW : SECTION_STANDING;
}

/* ---- the report as JSON; first it is counted */

static void
count_town(struct work *w, const struct kept *k, enum section s)
{
	struct town	*t;

	if (s != SECTION_NEW && s != SECTION_STANDING)
		return;
	t = towns_find(w->towns, k->at);
	t->open[k->severity]++;
	t->fresh += s == SECTION_NEW;
}

static bool
count_one(void *ctx, const struct kept *k)
{
	struct work	*w = ctx;
	enum section	 s = section_of(w, k);
	struct waiver	*v = day_is(k->gone) ? NULL : waiver_of(w, k);

	if (v != NULL)
		v->met = true;
	w->head.counts[s][k->severity]++;
	w->head.unknown += k->code == CODE_UNKNOWN && s == SECTION_STANDING;
	w->items[s]++;
	count_town(w, k, s);
	return true;
}

static bool
list_one(void *ctx, const struct kept *k)
{
	struct work	*w = ctx;

	if (section_of(w, k) != w->telling)
		return true;
	arena_reset(w->scratch);
	night_json_item(w->json, w->scratch, &w->head, w->telling,
	    w->first_item, k);
	w->first_item = false;
	return true;
}

/* The title of a trait in any procedure; its id where none has it. */
static const char *
trait_title(const struct rulebook *b, const char *id)
{
	const struct procedure	*p;
	int			 i, k, t;

	for (i = 0; i < b->npacks; i++)
		for (k = 0; k < b->packs[i].nprocedures; k++) {
			p = &b->packs[i].procedures[k];
			for (t = 0; t < p->ntraits; t++)
				if (strcmp(p->traits[t].id, id) == 0)
					return title_in(id,
					    p->traits[t].title,
					    p->traits[t].title_en);
		}
	return id;
}

/* "secret=3;movable=1" */
static void
add_exempt(void *ctx, const char *list)
{
	struct work	*w = ctx;
	char		*all = arena_dup(w->arena, list), *item, *rest, *sign;

	for (item = strtok_r(all, ";", &rest); item != NULL;
	    item = strtok_r(NULL, ";", &rest)) {
		sign = strrchr(item, '=');
		if (sign == NULL)
			continue;
		*sign = '\0';
		totals_exempt(&w->head.left, w->arena, item,
		    trait_title(w->night->book, item),
		    strtoll(sign + 1, NULL, 10));
	}
}

static bool
gather(struct work *w)
{
	const struct night	*n = w->night;
	struct standing		 t;
	struct nights		 nights;
	struct delivery		*deliveries;
	int			 i;

	w->towns = towns_new(w->arena, n->store, n->today, w->d);
	if (w->towns == NULL ||
	    !store_nights(n->store, w->arena, n->today, &nights, w->d) ||
	    !store_standing(n->store, &t, w->d) ||
	    !store_waivers(n->store, w->arena, &w->waivers, &w->nwaivers,
	    w->d) || !store_deliveries(n->store, w->arena, n->today,
	    &deliveries, &w->head.ndeliveries, w->d))
		return false;
	for (i = 0; i < (int)w->nwaivers; i++)
		w->waivers[i].met = day_cmp(w->waivers[i].until,
		    n->today) < 0;
	w->head.today = n->today;
	w->head.since = nights.since;
	w->head.judged = n->over != NULL ? n->over->judged : nights.judged;
	if (n->over != NULL) {
		w->head.since = n->over->since;
		w->head.late = n->over->late;
		w->head.nlate = n->over->nlate;
	}
	w->head.deliveries = deliveries;
	w->head.waivers = w->waivers;
	w->head.nwaivers = w->nwaivers;
	w->head.names = n->names;
	w->head.words = text_own();
	w->head.cases = t.cases;
	w->head.slots = t.slots;
	for (i = 0; i < STATES; i++)
		w->head.states[i] = t.states[i];
	w->head.left.paused = t.paused;
	return store_each_exempt(n->store, add_exempt, w, w->d);
}

static bool
count_all(struct work *w)
{
	const struct night	*n = w->night;

	return store_each_kept(n->store, KEPT_ALL, n->today, count_one, w,
	    w->d) && store_each_kept(n->store, KEPT_WENT, n->today,
	    count_one, w, w->d);
}

static bool
write_json(struct work *w, FILE *f)
{
	const struct night	*n = w->night;
	bool			 good = gather(w) && count_all(w);
	int			 s;

	if (!good)
		return false;
	w->head.towns = towns_list(w->towns, &w->head.ntowns);
	w->json = f;
	night_json_begin(f, &w->head);
	for (s = 0; s < SECTIONS && good; s++) {
		night_json_list(f, (enum section)s);
		w->telling = (enum section)s;
		w->first_item = true;
		if (w->items[s] > 0)
			good = store_each_kept(n->store, s == SECTION_FIXED ||
			    s == SECTION_GONE ? KEPT_WENT : KEPT_ALL,
			    n->today, list_one, w, w->d);
	}
	night_json_end(f, &w->head);
	return good;
}

/* ---- the report as text */

static bool
tell_one(void *ctx, const struct kept *k)
{
	struct work	*w = ctx;
	enum section	 s = section_of(w, k);

	if (s == SECTION_STANDING && k->code == CODE_UNKNOWN)
		s = SECTION_UNKNOWN;
	if (s == w->telling)
		night_text_item(w->text, s, k, day_is(k->gone) ? NULL :
		    towns_caller(w->towns, k));
	return true;
}

static bool
write_text(struct work *w, FILE *f)
{
	static const struct {
		enum section	section;
		enum kept_order	order;
	} parts[] = {
		{ SECTION_NEW, KEPT_NEW_PLACED },
		{ SECTION_FIXED, KEPT_WENT_PLACED },
		{ SECTION_GONE, KEPT_WENT_PLACED },
		{ SECTION_STANDING, KEPT_ALL_RANKED },
		{ SECTION_WAIVED, KEPT_ALL_RANKED },
		{ SECTION_UNKNOWN, KEPT_ALL_RANKED },
	};
	bool		good = true;
	size_t		i;

	w->text = night_text_begin(w->arena, f, &w->head);
	for (i = 0; i < sizeof(parts) / sizeof(*parts) && good; i++) {
		w->telling = parts[i].section;
		if (night_count(&w->head, w->telling) > 0)
			good = store_each_kept(w->night->store,
			    parts[i].order, w->night->today, tell_one, w,
			    w->d);
	}
	night_text_end(w->text);
	return good;
}

/* ---- files */

typedef bool	 write_fn(struct work *, FILE *);

static bool
write_file(struct work *w, const char *name, write_fn *fn)
{
	struct beside	*b = &w->drafts[w->ndrafts];

	if (!beside_open(w->arena, w->night->out, name, BESIDE_INSIDE, b,
	    w->d))
		return false;
	w->ndrafts++;
	return fn(w, b->file);
}

/* Once: while calendars are written by others, or after it. */
static bool
write_reports(void *ctx, struct diags *d)
{
	struct work	*w = ctx;

	(void)d;
	return w->ndrafts > 0 || (write_file(w, "report.json", write_json) &&
	    write_file(w, "report.txt", write_text));
}

/* In their places, or dropped where not all was good. */
static bool
put_reports(struct work *w, bool good, struct night_done *done)
{
	const char	**paths[] = { &done->json, &done->text };
	int		 i;

	for (i = 0; i < w->ndrafts; i++) {
		good = beside_close(&w->drafts[i], good, w->d) && good;
		*paths[i] = w->drafts[i].path;
	}
	for (i = 0; i < SEVERITIES; i++)
		done->severities[i] = w->head.counts[SECTION_NEW][i] +
		    w->head.counts[SECTION_STANDING][i];
	for (i = 0; i < (int)w->head.ndeliveries; i++)
		done->refused += !w->head.deliveries[i].taken &&
		    !w->head.deliveries[i].mended;
	return good;
}

/* ---- calendars */

static bool
write_calendars(struct work *w, const struct calendars_update *known)
{
	const struct night	*n = w->night;
	struct publish		 job = verdict_publish(n);

	job.dir = arena_printf(w->arena, "%s/calendars", n->out);
	job.meanwhile = write_reports;
	job.ctx = w;
	return calendars_update_run(w->arena, &job, known, w->d);
}

/* ---- pages */

static bool
write_pages(struct work *w)
{
	const struct night	*n = w->night;
	const struct pages	 job = { .store = n->store, .book = n->book,
				    .calendars = n->calendars,
				    .names = n->names, .today = n->today,
				    .top = "", .dir = arena_printf(w->arena,
				    "%s/pages", n->out),
				    .mode = BESIDE_INSIDE, .base = n->base,
				    .night = true, .jobs = n->jobs,
				    .again = n->again };
	struct pages_written	 done;

	return pages_run(w->arena, &job, &done, w->d);
}

/* ---- from end to end */

static bool
finish(struct work *w)
{
	const struct night	*n = w->night;
	char			*out = realpath(n->out, NULL);
	bool			 good;

	good = store_begin(n->store, n->when, n->who, "nightly", w->d) &&
	    store_set_fingerprint(n->store, "inbox", n->inbox, w->d) &&
	    store_set_fingerprint(n->store, "out", out == NULL ? n->out : out,
	    w->d) &&
	    store_drop_faults(n->store, n->today, w->d) &&
	    store_receipts_done(n->store, n->today, w->d) &&
	    store_night_finish(n->store, n->today, n->when, w->d) &&
	    store_commit(n->store, w->d);
	store_rollback(n->store);
	free(out);
	return good;
}

static struct inbox
inbox_of(const struct night *n)
{
	return (struct inbox){ n->store, n->book, n->inbox, n->today,
	    n->clock, n->settle, n->when, n->who, n->progress };
}

/* Those that wait for themselves, and those that nobody may move. */
static void
sort_left(struct work *w, const struct left *l)
{
	const char	**stuck = arena_array(w->arena, l->n + 1,
			    sizeof(*stuck));
	const char	**waiting = arena_array(w->arena, l->n + 1,
			    sizeof(*waiting));
	size_t		 i;

	for (i = 0; i < l->n; i++)
		if (l->list[i].stuck)
			stuck[w->head.nstuck++] = l->list[i].name;
		else
			waiting[w->head.nwaiting++] = l->list[i].name;
	w->head.stuck = stuck;
	w->head.waiting = waiting;
}

static bool
take_deliveries(struct work *w, struct night_done *done)
{
	const struct night	*n = w->night;
	const struct inbox	 in = inbox_of(n);
	struct left		 left;
	struct refused		*before;
	bool			 good = inbox_take(w->arena, &in, &left,
				    w->d);

	(void)inbox_refused(w->arena, n->store, n->inbox, n->today, &before,
	    &w->head.nrefused_before, &w->head.nopen_before);
	w->head.refused_before = before;
	sort_left(w, &left);
	done->stuck = (long long)left.stuck;
	return good;
}

/* ---- receipts, in the deliveries */

struct receipt {
	struct work	*work;
	FILE		*file;
	bool		 begun;
};

static bool
tell_brought(void *ctx, const struct kept *k)
{
	struct receipt	*r = ctx;

	night_receipt_item(r->work->arena, r->file, r->work->head.words,
	    !r->begun, k);
	r->begun = true;
	return true;
}

static bool
write_receipt(void *ctx, FILE *f, const struct delivery *v)
{
	struct work	*w = ctx;
	struct receipt	 r = { w, f, false };

	night_receipt_begin(w->arena, f, v, store_receipt_words(w->night->store,
	    w->arena, v));
	if (!store_each_brought(w->night->store, v, w->night->today,
	    tell_brought, &r, w->d))
		return false;
	if (!r.begun)
		night_receipt_item(w->arena, f, w->head.words, true, NULL);
	return true;
}

static bool
write_receipts(struct work *w)
{
	const struct inbox	in = inbox_of(w->night);

	return inbox_receipts(w->arena, &in, write_receipt, w, w->d);
}

/* What a killed night left half written. */
static void
sweep(const char *dir)
{
	struct folder	f;

	if (folder_open(dir, &f)) {
		draft_sweep(&f, NULL);
		folder_close(&f);
	}
}

/* What rules and calendars would take away, before anything is taken in. */
static bool
is_guarded(struct work *w)
{
	const struct night	*n = w->night;
	const struct guard	 guard = { n->store, n->book, n->calendars };
	struct guarded		 found;

	if (!guard_look(w->arena, &guard, &found, w->d))
		return false;
	if (!found.stops || n->yes) {
		if (*found.lost != '\0')
			diag_warn(w->d, NOWHERE, "%s",
			    found.lost);
		return true;
	}
	diag_fail(w->d, "%s", guard_words(w->arena, &found));
	diag_note(w->d, NOWHERE, _("nothing was taken in or "
	    "written; where this is meant: %s"), n->out == NULL ? "--yes" :
	    guard_line(w->arena, n->inbox, n->out));
	return false;
}

/* Before deliveries, which may be of these cases. */
static bool
open_duties(struct work *w)
{
	const struct night	*n = w->night;
	const struct duties	 job = { n->store, n->book, n->today, n->when,
				    n->who, "nightly" };
	struct duties_done	 done;

	return duties_run(w->arena, &job, &done, w->d);
}

/* Said before it is done: a wrong clock may still be put right. */
void
night_warn_back(struct arena *a, const struct night *n, struct diags *d)
{
	char		today[DAY_TEXT], latest[DAY_TEXT];
	struct nights	nights;

	if (!store_nights(n->store, a, n->today, &nights, d) ||
	    !day_is(nights.latest) || day_cmp(n->today, nights.latest) >= 0)
		return;
	diag_warn(d, NOWHERE, _("today (%s) is before the last night (%s): "
	    "the nights since are forgotten"), day_print(n->today, today),
	    day_print(nights.latest, latest));
}

/* The facts are judged and what was found is kept; of no county's folders. */
static bool
run_bare(struct work *w)
{
	const struct night	*n = w->night;
	struct calendars_update	 known = { 0 };
	bool			 good;

	good = is_guarded(w) && open_duties(w) &&
	    verdict_run(w->arena, n, &known, w->d) &&
	    store_begin(n->store, n->when, n->who, "nightly", w->d) &&
	    store_night_finish(n->store, n->today, n->when, w->d) &&
	    store_commit(n->store, w->d);
	store_rollback(n->store);
	splice_free(known.splice);
	return good;
}

/* Its deliveries, receipts and duties are the counties' own matter. */
static bool
run_over(struct work *w, struct night_done *done)
{
	const struct night	*n = w->night;
	struct calendars_update	 known = { 0 };
	bool			 good;

	good = verdict_run(w->arena, n, &known, w->d) &&
	    write_calendars(w, &known) && write_reports(w, w->d);
	good = put_reports(w, good, done) && reports_keep(w->arena, n->out,
	    n->today, w->d) && write_pages(w);
	splice_free(known.splice);
	return good;
}

static bool
run_whole(struct work *w, struct night_done *done)
{
	const struct night	*n = w->night;
	struct calendars_update	 known = { 0 };
	bool			 good;

	good = is_guarded(w) && open_duties(w) && take_deliveries(w, done) &&
	    verdict_run(w->arena, n, &known, w->d) &&
	    write_calendars(w, &known) && write_reports(w, w->d);
	good = put_reports(w, good, done) && reports_keep(w->arena, n->out,
	    n->today, w->d) && write_receipts(w) && write_pages(w) &&
	    finish(w);
	splice_free(known.splice);
	return good;
}

bool
night_run(struct arena *a, const struct night *n, struct night_done *done,
    struct diags *d)
{
	struct work	w = { .arena = a, .scratch = arena_new(), .night = n,
			    .d = d };
	bool		good;

	*done = (struct night_done){ .refused = 0 };
	if (n->out != NULL) {
		sweep(n->out);
		sweep(arena_printf(a, "%s/calendars", n->out));
	}
	good = n->out == NULL ? run_bare(&w) : n->over != NULL ?
	    run_over(&w, done) : run_whole(&w, done);
	arena_free(w.scratch);
	return good;
}
