#include "job/publish.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "job/recall.h"
#include "output/ics.h"

enum { OPEN_MAX_FILES = 64 };	/* handles held at once */

/* A calendar of a folder that is being written. */
struct shelf {
	const char	*code;
	const char	*tmp;
	FILE		*file;		/* NULL: closed for now */
	long long	 used;		/* when, to close the oldest */
	struct shelf	*left, *right;
};

struct press {
	struct arena		*arena;		/* of the command */
	struct arena		*case_arena;
	const struct publish	*job;
	struct published	*done;
	struct recall		*recall;
	struct diags		*d;
	struct shelf		*shelves;	/* a tree by code */
	struct shelf		*open[OPEN_MAX_FILES];
	int			 nopen;
	long long		 clock;
};

static bool
complain(struct press *p, const char *path)
{
	diag_fail(p->d, _("cannot write %s: %s"), path, strerror(errno));
	return false;
}

/* ---- a folder of calendars */

static const char *
title_of(struct press *p, const char *code)
{
	const char	*name = code == NULL ? "" :
			    name_of(p->job->names, code);

	if (*name == '\0')
		name = code == NULL || *code == '\0' ? "" : code;
	return arena_printf(p->arena, *name == '\0' ?
	    _("Publicity schedule") : _("%s: publicity schedule"), name);
}

static struct shelf **
find_shelf(struct press *p, const char *code)
{
	struct shelf	**at = &p->shelves;
	int		  c;

	while (*at != NULL && (c = strcmp(code, (*at)->code)) != 0)
		at = c < 0 ? &(*at)->left : &(*at)->right;
	return at;
}

/* At most OPEN_MAX_FILES are open: the one used longest ago is closed. */
static bool
make_room(struct press *p)
{
	int	i, oldest = 0;

	if (p->nopen < OPEN_MAX_FILES)
		return true;
	for (i = 1; i < p->nopen; i++)
		if (p->open[i]->used < p->open[oldest]->used)
			oldest = i;
	i = fclose(p->open[oldest]->file);
	p->open[oldest]->file = NULL;
	if (i != 0)
		return complain(p, p->open[oldest]->tmp);
	p->open[oldest] = p->open[--p->nopen];
	return true;
}

static bool
open_shelf(struct press *p, struct shelf *s, const char *mode)
{
	if (!make_room(p))
		return false;
	s->file = fopen(s->tmp, mode);
	if (s->file == NULL)
		return complain(p, s->tmp);
	p->open[p->nopen++] = s;
	return true;
}

static struct shelf *
shelf_for(struct press *p, const char *code)
{
	struct shelf	**at = find_shelf(p, code), *s = *at;

	if (s == NULL) {
		s = *at = arena_alloc(p->arena, sizeof(*s));
		s->code = arena_dup(p->arena, code);
		s->tmp = arena_printf(p->arena, "%s/.%s.ics.tmp",
		    p->job->dir, code);
		if (!open_shelf(p, s, "w"))
			return NULL;
		if (!ics_begin(s->file, title_of(p, code))) {
			complain(p, s->tmp);
			return NULL;
		}
	} else if (s->file == NULL && !open_shelf(p, s, "a"))
		return NULL;
	s->used = ++p->clock;
	return s;
}

/* Ends each calendar under its temporary name; none is renamed yet. */
static bool
end_shelves(struct press *p, struct shelf *s)
{
	bool	good;

	if (s == NULL)
		return true;
	if (!end_shelves(p, s->left))
		return false;
	if (s->file == NULL && !open_shelf(p, s, "a"))
		return false;
	good = ics_end(s->file) && fflush(s->file) == 0 &&
	    fsync(fileno(s->file)) == 0;
	s->used = ++p->clock;
	return (good || complain(p, s->tmp)) && end_shelves(p, s->right);
}

static bool
close_shelves(struct press *p)
{
	bool	good = true;

	while (p->nopen > 0)
		if (fclose(p->open[--p->nopen]->file) != 0)
			good = complain(p, p->open[p->nopen]->tmp);
	return good;
}

static bool
rename_shelves(struct press *p, struct shelf *s, bool keep)
{
	const char	*path;

	if (s == NULL)
		return true;
	path = arena_printf(p->arena, "%s/%s.ics", p->job->dir, s->code);
	if (!keep)
		unlink(s->tmp);
	else if (rename(s->tmp, path) != 0)
		return complain(p, path);
	p->done->files++;
	return rename_shelves(p, s->left, keep) &&
	    rename_shelves(p, s->right, keep);
}

/* ---- entries */

/* The file of a slot: its division of the level asked, or its own above. */
static const char *
file_of(struct press *p, const char *division, char *buf)
{
	if (!division_above(division, p->job->by, buf))
		return division;
	return buf;
}

static bool
put_entry(struct press *p, const struct entry *e)
{
	char		 code[DIVISION_MAX + 1];
	struct shelf	*s;
	FILE		*out = p->job->out;

	if (!division_within(e->division, p->job->top) ||
	    (day_is(p->job->since) && day_cmp(e->last, p->job->since) < 0))
		return true;
	if (out == NULL) {
		s = shelf_for(p, file_of(p, e->division, code));
		if (s == NULL)
			return false;
		out = s->file;
	}
	p->done->entries++;
	if (ics_entry(out, p->case_arena, e))
		return true;
	return complain(p, p->job->dir != NULL ? p->job->dir :
	    _("the calendar"));
}

static bool
publish_case(void *ctx, const struct matter *m)
{
	struct press		*p = ctx;
	const struct publish	*job = p->job;
	const struct procedure	*proc;
	const struct plan	*plan;
	struct entry		*list = NULL, two[2];
	size_t			 n = 0, cap = 0;
	int			 i, k, made;

	arena_reset(p->case_arena);
	proc = rulebook_in_force(job->book, m->procedure, m->division,
	    matter_first_day(m), job->today);
	plan = proc == NULL ? NULL : plan_lay(p->case_arena, proc, m,
	    job->calendars, DAY_LAST);
	for (i = 0; plan != NULL && i < plan->nslots; i++) {
		made = entry_build(p->case_arena, plan, i, job->forecast,
		    job->names, two);
		for (k = 0; k < made; k++) {
			list = arena_grow(p->case_arena, list, n, &cap,
			    sizeof(*list));
			list[n++] = two[k];
		}
	}
	return recall_case(p->recall, p->case_arena, m, list, n);
}

static bool
emit(void *ctx, const struct entry *e)
{
	return put_entry(ctx, e);
}

/*
 * Every case passes, whatever is shown: what the database remembers must not
 * depend on a filter.
 */
static bool
press_all(struct press *p)
{
	return store_each_case(p->job->store, "", publish_case, p, p->d) &&
	    recall_rest(p->recall, p->case_arena);
}

static bool
publish_one(struct press *p)
{
	const struct publish	*job = p->job;

	if (!ics_begin(job->out, title_of(p, job->top)))
		return complain(p, _("the calendar"));
	if (!press_all(p))
		return false;
	if (!ics_end(job->out))
		return complain(p, _("the calendar"));
	return recall_end(p->recall, true);
}

/*
 * The memory is kept before the files show it: a run that ends between the
 * two is made good by the next, which writes what is remembered.
 */
static bool
publish_folder(struct press *p)
{
	const struct publish	*job = p->job;
	bool			 good;

	if (mkdir(job->dir, 0777) != 0 && errno != EEXIST)
		return complain(p, job->dir);
	good = press_all(p) && end_shelves(p, p->shelves);
	good = close_shelves(p) && good;
	good = recall_end(p->recall, good) && good;
	return rename_shelves(p, p->shelves, good) && good;
}

bool
publish_run(struct arena *a, const struct publish *job,
    struct published *done, struct diags *d)
{
	struct press	p = { .arena = a, .case_arena = arena_new(),
			    .job = job, .done = done, .d = d };
	bool		good;

	*done = (struct published){ 0, 0 };
	p.recall = recall_begin(a, job->store, job->remember, job->now, emit,
	    &p, d);
	good = p.recall != NULL && (job->out != NULL ? publish_one(&p) :
	    publish_folder(&p));
	if (p.recall != NULL)
		recall_end(p.recall, false);
	arena_free(p.case_arena);
	return good;
}
