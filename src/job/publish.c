#include "job/publish.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "calendar/ics.h"
#include "case/happens.h"
#include "folder/beside.h"
#include "job/calendars_folder.h"
#include "job/sequence.h"
#include "job/sheaf.h"
#include "store/night.h"

struct press {
	struct arena		*arena;		/* of the command */
	struct arena		*case_arena;
	const struct publish	*job;
	struct published	*done;
	struct sequence		*sequence;
	struct store		*store;		/* as this process reads it */
	struct calendars_folder	*folder;	/* NULL: one calendar */
	FILE			*out;		/* of one calendar */
	struct sheaf		*sheaf;		/* of a worker, in place of a
						   folder, with so many: */
	int			 held;
	const char		*range;		/* whose files are written */
	bool			 watched;	/* nights are kept */
	struct diags		*d;
};

/* ---- entries */

/* The file of a slot: its division of the level asked, or its own above. */
static const char *
file_of(const struct publish *job, const char *division, char *buf)
{
	if (!division_above(division, job->by, buf))
		return division;
	return buf;
}

static int
by_code(const void *a, const void *b)
{
	return strcmp(a, *(const char *const *)b);
}

static bool
is_asked(const struct publish *job, const char *file)
{
	return job->only == NULL || bsearch(file, job->only, job->nonly,
	    sizeof(*job->only), by_code) != NULL;
}

/* NULL: an error was added. */
static FILE *
file_for(struct press *p, const char *code)
{
	enum { HELD = 4096 };	/* entries, before a worker hands them on */
	FILE	*f;

	if (p->sheaf == NULL)
		return calendars_folder_file(p->folder, code);
	if (p->held++ == HELD) {
		p->held = 1;
		if (!sheaf_hand(p->sheaf, p->out))
			return NULL;
	}
	f = sheaf_file(p->sheaf, code);
	if (f == NULL)
		(void)diag_unwritten(p->d, p->job->dir);
	return f;
}

static bool
put_entry(struct press *p, const struct entry *e)
{
	const struct publish	*job = p->job;
	char			 code[DIVISION_MAX + 1];
	const char		*file = file_of(job, e->division, code);
	FILE			*out = p->out;

	if (!division_within(e->division, job->top) ||
	    (day_is(job->since) && day_cmp(e->last, job->since) < 0))
		return true;
	/* a case above two ranges is met by both */
	if (job->dir != NULL && (!is_asked(job, file) ||
	    !division_within(file, p->range)))
		return true;
	if (job->dir != NULL && (out = file_for(p, file)) == NULL)
		return false;
	p->done->entries++;
	if (ics_entry(out, p->case_arena, job->words, e, job->alarms))
		return true;
	return diag_unwritten(p->d, job->dir != NULL ? job->dir :
	    _("the calendar"));
}

/* What has happened until today decides only where a case may end. */
static void
lay(struct arena *a, const struct publish *job, const struct procedure *proc,
    const struct matter *m, const struct plan **all, const struct plan **now)
{
	struct day	last = matter_last_day(m);

	*now = NULL;
	if (!proc->plain && day_is(last) && day_cmp(last, job->today) > 0)
		*now = plan_lay(a, proc, m, job->calendars, job->today, NULL,
		    LAY_DAYS);
	*all = plan_lay(a, proc, m, job->calendars, DAY_LAST, *now, LAY_DAYS);
	if (*now == NULL)
		*now = *all;
}

size_t
publish_entries(struct arena *a, const struct plan *all,
    const struct plan *now, bool forecast, const struct names *names,
    struct entry **list)
{
	struct entry	two[2];
	size_t		n = 0, cap = 2;
	int		i, k, made;

	*list = arena_array(a, cap, sizeof(**list));
	for (i = 0; i < all->nslots; i++) {
		made = entry_build(a, all, now, i, forecast, names, two);
		for (k = 0; k < made; k++) {
			*list = arena_grow(a, *list, n, &cap, sizeof(**list));
			(*list)[n++] = two[k];
		}
	}
	return n;
}

/* What holds of a case now; *list NULL: no rule in force judges it. */
static size_t
entries_of(struct arena *a, const struct publish *job,
    const struct matter *m, struct entry **list)
{
	const struct procedure	*proc;
	const struct plan	*all, *now;

	*list = NULL;
	m = happens_add(a, job->book, m);
	proc = rulebook_in_force(job->book, m->procedure, m->division,
	    matter_first_day(m), job->today);
	if (proc == NULL)
		return 0;
	lay(a, job, proc, m, &all, &now);
	return publish_entries(a, all, now, job->forecast, job->names, list);
}

static bool
publish_case(void *ctx, const struct matter *m)
{
	struct press	*p = ctx;
	struct entry	*list;
	size_t		 n;

	arena_reset(p->case_arena);
	n = entries_of(p->case_arena, p->job, m, &list);
	return sequence_case(p->sequence, p->case_arena, m, list, n);
}

static bool
emit(void *ctx, const struct entry *e)
{
	return put_entry(ctx, e);
}

/* The nights' calendar of a slot whose entry is another now is stale. */
static bool
changed(void *ctx, const char *division)
{
	struct press	*p = ctx;
	struct publish	 night = { .by = LEVEL_TOWNSHIP };
	char		 code[DIVISION_MAX + 1];

	return !p->watched || store_stale_calendar(p->job->store,
	    file_of(&night, division, code), p->d);
}

/*
 * Every case passes, whatever is shown: what the database remembers must not
 * depend on a filter.  `part` NULL: all; `tell`: where what is to be
 * remembered goes, NULL: it is.
 */
static bool
press_part(struct press *p, const struct case_part *part, FILE *tell)
{
	const struct publish	*job = p->job;
	bool			 good;

	p->range = "";
	p->sequence = sequence_begin(p->arena, p->store, part, job->remember,
	    job->today, job->now, emit, changed, p, p->d);
	if (p->sequence == NULL)
		return false;
	if (tell != NULL && job->remember)
		sequence_tell(p->sequence, tell);
	good = (part == NULL ? store_each_case(p->store, "", publish_case, p,
	    p->d) : store_each_of_part(p->store, part, publish_case, p,
	    p->d)) && sequence_rest(p->sequence, p->case_arena);
	sequence_end(p->sequence);
	return good;
}

/* ---- by several */

/* What all parts of calendars have in common. */
struct shop {
	struct press		*press;
	struct case_part	*cases;		/* a part each, or */
	const char		*const *ranges;	/* of what is remembered, */
	size_t			 n, parts;	/* some each */
};

static bool
shop_begin(void *ctx, struct store *s, struct diags *d)
{
	struct press	*p = ((struct shop *)ctx)->press;

	p->store = s;
	p->d = d;
	p->sheaf = sheaf_new(p->arena);
	return true;
}

/* Entries of a part, for what shop_take makes of them. */
static bool
hand_on(struct press *p, FILE *out, FILE *result)
{
	bool	good = p->job->dir == NULL || sheaf_hand(p->sheaf, out);

	if (p->job->dir != NULL)
		sheaf_end(out);
	fwrite(&p->done->entries, sizeof(p->done->entries), 1, result);
	p->done->entries = 0;
	return good;
}

static FILE *
to_folder(void *ctx, const char *code)
{
	return calendars_folder_file(ctx, code);
}

static bool
unread(struct diags *d)
{
	if (!diags_failed(d))
		diag_fail(d, _("what a worker wrote cannot be read"));
	return false;
}

static bool
shop_take(struct press *p, FILE *out, long long printed, FILE *result)
{
	long long	entries;

	if ((p->job->dir != NULL ? !sheaf_take(out, to_folder, p->folder) :
	    !workers_copy(out, p->job->out, printed)) ||
	    fread(&entries, sizeof(entries), 1, result) != 1)
		return unread(p->d);
	p->done->entries += entries;
	return true;
}

/* ---- ics */

static bool
begin_output(struct press *p)
{
	const struct publish	*job = p->job;

	if (job->out != NULL)
		return ics_begin(job->out, calendar_title(p->arena, job->words,
		    job->names, job->top)) || diag_unwritten(p->d,
		    _("the calendar"));
	p->folder = calendars_folder_open(p->arena, job->dir, BESIDE_OUTSIDE,
	    job->names, job->words, p->d);
	return p->folder != NULL;
}

static bool
end_output(struct press *p)
{
	if (p->job->out == NULL)
		return calendars_folder_end(p->folder);
	return ics_end(p->job->out) || diag_unwritten(p->d, _("the "
	    "calendar"));
}

static bool
begin_run(struct press *p)
{
	const struct publish	*job = p->job;

	if (job->remember && !store_begin(job->store, "", "", "ics", p->d))
		return false;
	p->watched = store_watched(job->store);
	return true;
}

static bool
cases_do(void *ctx, size_t i, FILE *out, FILE *result, struct diags *d)
{
	struct shop	*s = ctx;
	bool		 good;

	(void)d;
	s->press->out = out;
	good = press_part(s->press, &s->cases[i], result);
	sequence_told(result);
	return good && hand_on(s->press, out, result);
}

static bool
cases_ready(void *ctx, struct diags *d)
{
	(void)d;
	return begin_run(((struct shop *)ctx)->press);
}

static bool
cases_take(void *ctx, size_t i, FILE *out, long long printed, FILE *result,
    struct diags *d)
{
	struct press	*p = ((struct shop *)ctx)->press;
	struct written	 m;
	bool		 end = false;

	if (i == 0 && !begin_output(p))
		return false;
	while (!end) {
		arena_reset(p->case_arena);
		if (!sequence_hear(result, p->case_arena, &m, &end))
			return unread(d);
		if (!end && (!store_written_put(p->job->store, &m, d) ||
		    !changed(p, m.at)))
			return false;
	}
	return shop_take(p, out, printed, result);
}

static enum worked
press_by_several(struct press *p)
{
	const struct publish	*job = p->job;
	struct shop		 s = { .press = p };
	struct workers		 w = { .ctx = &s, .store = job->store,
				    .again = job->again, .begin = shop_begin,
				    .part = cases_do, .ready = cases_ready,
				    .take = cases_take };

	return workers_over(&w, p->arena, job->jobs, "", &s.cases, p->d);
}

static bool
press_all(struct press *p)
{
	enum worked	how = press_by_several(p);

	if (how == WORKED_NOT || how == WORKED_CHANGED)
		return (store_in_run(p->job->store) || begin_run(p)) &&
		    begin_output(p) && press_part(p, NULL, NULL) &&
		    end_output(p);
	return how == WORKED && end_output(p);
}

/*
 * The memory is kept before the files show it: a run that ends between the
 * two is made good by the next, which writes what is remembered.
 */
bool
publish_run(struct arena *a, const struct publish *job,
    struct published *done, struct diags *d)
{
	struct press	p = { .arena = a, .case_arena = arena_new(),
			    .job = job, .store = job->store, .out = job->out,
			    .done = done, .d = d };
	bool		good;

	*done = (struct published){ 0, 0 };
	good = press_all(&p);
	if (job->remember && good)
		good = store_commit(job->store, d);
	store_rollback(job->store);
	if (p.folder != NULL)
		good = calendars_folder_close(p.folder, good, &done->files) &&
		    good;
	arena_free(p.case_arena);
	return good;
}

/* ---- nights */

/* A case's entries, and the calendars in which one of them changed. */
struct leaf {
	struct press	 press;
	struct entry	*entries;
	size_t		 n, cap;
	const char	**codes;
	size_t		 ncodes, codes_cap;
};

static bool
gather(void *ctx, const struct entry *e)
{
	struct leaf	*l = ctx;

	l->entries = arena_grow(l->press.arena, l->entries, l->n, &l->cap,
	    sizeof(*l->entries));
	l->entries[l->n++] = *e;
	return true;
}

static bool
touch(void *ctx, const char *division)
{
	struct leaf	*l = ctx;
	char		 buf[DIVISION_MAX + 1];
	const char	*code = file_of(l->press.job, division, buf);
	size_t		 i;

	for (i = 0; i < l->ncodes; i++)
		if (strcmp(l->codes[i], code) == 0)
			return true;
	l->codes = arena_grow(l->press.arena, l->codes, l->ncodes,
	    &l->codes_cap, sizeof(*l->codes));
	l->codes[l->ncodes++] = arena_dup(l->press.arena, code);
	return store_stale_calendar(l->press.job->store, code, l->press.d);
}

/* The entries of the case in one calendar, as text. */
static bool
give(struct leaf *l, const char *code, const char *division, const char *id,
    struct splice *to)
{
	char		 buf[DIVISION_MAX + 1], *text = NULL;
	size_t		 len, i;
	FILE		*f = open_memstream(&text, &len);
	bool		 good = f != NULL;

	for (i = 0; i < l->n && good; i++)
		if (strcmp(file_of(l->press.job, l->entries[i].division, buf),
		    code) == 0)
			good = ics_entry(f, l->press.arena,
			    l->press.job->words, &l->entries[i],
			    l->press.job->alarms);
	if (f != NULL && fclose(f) != 0)
		good = false;
	if (good)
		splice_add(to, code, division, id, text);
	free(text);
	return good || diag_unwritten(l->press.d, _("the calendar"));
}

bool
publish_remember(struct arena *a, const struct publish *job,
    const char *division, const char *id, struct entry *list, size_t n,
    struct splice *to, struct diags *d)
{
	struct leaf	 l = { .press = { .arena = a, .job = job, .d = d } };
	size_t		 i;

	if (!sequence_one(a, job->store, division, id, list, n, job->today,
	    job->now,
	    to == NULL ? NULL : gather, touch, &l, d))
		return false;
	for (i = 0; i < l.ncodes && to != NULL; i++)
		if (!give(&l, l.codes[i], division, id, to))
			return false;
	return true;
}

bool
publish_leaving(struct arena *a, const struct publish *job,
    const struct matter *m, long long *leaving, struct diags *d)
{
	struct entry	*list;
	size_t		 n = entries_of(a, job, m, &list);

	return sequence_leaving(a, job->store, m->division, m->id, list, n,
	    leaving, d);
}

/* The case at hand, and its first number, where it had another. */
struct owner {
	char	division[DIVISION_MAX + 1], id[MATTER_ID + 1];
	char	first[COUNTY_MAX + 1 + MATTER_ID + 1];
};

/* The entries of one case follow one another. */
static void
meet(struct press *p, struct owner *o, const struct written *m)
{
	if (strcmp(o->id, m->id) == 0 &&
	    strcmp(o->division, m->division) == 0)
		return;
	(void)snprintf(o->division, sizeof(o->division), "%s", m->division);
	(void)snprintf(o->id, sizeof(o->id), "%s", m->id);
	(void)snprintf(o->first, sizeof(o->first), "%s",
	    store_first(p->store, p->case_arena, m->division, m->id));
}

static bool
press_kept(struct press *p, const char *range)
{
	struct owner	o = { "", "", "" };
	struct written	m;
	struct entry	e;
	bool		have;

	p->range = range;
	store_written_rewind(p->store, range, true);
	for (;;) {
		arena_reset(p->case_arena);
		if (!store_written_next(p->store, p->case_arena, &m, &have,
		    p->d))
			return false;
		if (!have)
			return true;
		meet(p, &o, &m);
		e = sequence_entry(&m);
		e.first_id = o.first;
		if (!m.dropped && !put_entry(p, &e))
			return false;
	}
}

/* ---- ... by several: some ranges each */

static bool
ranges_do(void *ctx, size_t i, FILE *out, FILE *result, struct diags *d)
{
	struct shop	*s = ctx;
	struct press	*p = s->press;
	size_t		 k, to = s->n * (i + 1) / s->parts;
	bool		 good = true;

	(void)d;
	p->out = out;
	for (k = s->n * i / s->parts; k < to && good; k++)
		good = press_kept(p, s->ranges[k]) && sheaf_hand(p->sheaf,
		    out);
	return hand_on(p, out, result) && good;
}

static bool
ranges_take(void *ctx, size_t i, FILE *out, long long printed, FILE *result,
    struct diags *d)
{
	(void)i;
	(void)d;
	return shop_take(((struct shop *)ctx)->press, out, printed, result);
}

static bool
meanwhile(void *ctx, struct diags *d)
{
	const struct publish	*job = ((struct shop *)ctx)->press->job;

	return job->meanwhile == NULL || job->meanwhile(job->ctx, d);
}

static enum worked
kept_by_several(struct press *p, const char *const *ranges, size_t n)
{
	const struct publish	*job = p->job;
	const int		 jobs = job->jobs == 1 ? 1 : workers_for(
				    job->jobs, !store_has_cases(job->store, "",
				    WORKERS_FEW));
	struct shop		 s = { .press = p, .ranges = ranges, .n = n,
				    .parts = (size_t)jobs * WORKERS_PARTS };
	struct workers		 w = { .ctx = &s, .jobs = jobs,
				    .store = job->store, .again = job->again,
				    .begin = shop_begin, .part = ranges_do,
				    .ready = meanwhile, .take = ranges_take };

	if (jobs == 1 || n < 2)
		return WORKED_NOT;
	if (s.parts > n)
		s.parts = n;
	w.parts = s.parts;
	return workers_run(&w, p->d);
}

static bool
press_all_kept(struct press *p, const char *const *ranges, size_t n)
{
	enum worked	how = kept_by_several(p, ranges, n);
	bool		good = how != WORKED_DIED;
	size_t		i;

	for (i = 0; i < n && good && how != WORKED; i++)
		good = press_kept(p, ranges[i]);
	return good;
}

bool
publish_kept(struct arena *a, const struct publish *job,
    const char *const *ranges, size_t n, struct published *done,
    struct diags *d)
{
	struct press	p = { .arena = a, .case_arena = arena_new(),
			    .job = job, .store = job->store, .done = done,
			    .d = d };
	bool		good;

	*done = (struct published){ 0, 0 };
	p.folder = calendars_folder_open(a, job->dir, BESIDE_INSIDE, job->names,
	    job->words, d);
	good = p.folder != NULL && press_all_kept(&p, ranges, n);
	store_written_rewind(job->store, "", false);
	if (p.folder != NULL) {
		good = calendars_folder_end(p.folder) && good;
		good = calendars_folder_close(p.folder, good, &done->files) &&
		    good;
	}
	arena_free(p.case_arena);
	return good;
}
