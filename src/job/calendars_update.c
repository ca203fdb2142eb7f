#include "job/calendars_update.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "folder/folder.h"

struct work {
	struct arena		*arena;
	const struct publish	*job;
	const struct calendars_update	*known;
	struct diags		*d;
	struct calendar_state	*list;		/* all calendars, by code */
	size_t			 n;
	const char		**anew;		/* to be written as a whole */
	size_t			 nanew;
	const struct calendar_state **done;	/* all that were written */
	size_t			 ndone;
};

static bool
find_file(struct work *w, const char *code, long long *size,
    long long *mtime)
{
	struct stat	st;

	if (stat(arena_printf(w->arena, "%s/%s.ics", w->job->dir, code),
	    &st) != 0)
		return false;
	*size = (long long)st.st_size;
	*mtime = (long long)st.st_mtim.tv_sec * 1000000000 +
	    st.st_mtim.tv_nsec;
	return true;
}

static bool
is_as_left(struct work *w, const struct calendar_state *f)
{
	long long	size, mtime;

	return find_file(w, f->code, &size, &mtime) && size == f->size &&
	    mtime == f->mtime;
}

static int
by_code(const void *code, const void *f)
{
	return strcmp(code, ((const struct calendar_state *)f)->code);
}

static bool
was_stale(const struct work *w, const char *code)
{
	const struct calendar_state	*f = w->known->n == 0 ? NULL :
					    bsearch(code, w->known->before,
					    w->known->n, sizeof(*f), by_code);

	return f == NULL || f->stale > 0;
}

/* One whose last entry was dropped: the file goes if it is ours. */
static bool
take_away(struct work *w, const struct calendar_state *f)
{
	const char	*path = arena_printf(w->arena, "%s/%s.ics",
			    w->job->dir, f->code);

	if (!is_as_left(w, f) || unlink(path) == 0)
		return true;
	(void)diag_unwritten(w->d, path);
	return false;
}

/*
 * One calendar: left as it is, spliced, or put among those written anew.
 * What the splice holds is only what this night has changed.
 */
static bool
bring(struct work *w, const struct calendar_state *f)
{
	const struct splice	*s = w->known->splice;
	enum spliced		 result = SPLICE_CANNOT;
	bool			 left = is_as_left(w, f);

	bool			 lives;

	if (left && f->stale == 0)
		return true;
	if (!store_calendar_lives(w->job->store, f->code, &lives, w->d))
		return false;
	if (!lives)
		return take_away(w, f);
	if (left && s != NULL && splice_has(s, f->code) &&
	    !was_stale(w, f->code))
		result = splice_file(s, w->job->store, w->job->dir, f->code,
		    w->d);
	if (result == SPLICE_CANNOT)
		w->anew[w->nanew++] = f->code;
	w->done[w->ndone++] = f;
	return result != SPLICE_FAILED;
}

static int
by_name(const void *code, const void *other)
{
	return strcmp(code, *(const char *const *)other);
}

/* *is: has one to be written entries of a case that moved to elsewhere? */
static bool
has_strays(struct work *w, bool *is)
{
	const char	**codes;
	size_t		  i, n;

	*is = false;
	if (!store_strays(w->job->store, w->arena, &codes, &n, w->d))
		return false;
	for (i = 0; i < w->nanew && n > 0 && !*is; i++)
		*is = bsearch(w->anew[i], codes, n, sizeof(*codes),
		    by_name) != NULL;
	return true;
}

/*
 * What a pass must read so that these files come out whole: the county of
 * each, or what lies at a division above by itself.  Codes are sorted, so
 * what lies within the one before is left out.
 */
static size_t
ranges_of(struct work *w, const char **ranges)
{
	char		 buf[DIVISION_MAX + 1];
	const char	*code;
	size_t		 i, m = 0;

	for (i = 0; i < w->nanew; i++) {
		code = division_above(w->anew[i], LEVEL_COUNTY, buf) ? buf :
		    w->anew[i];
		if (m == 0 || !division_within(code, ranges[m - 1]))
			ranges[m++] = arena_dup(w->arena, code);
	}
	return m;
}

static bool
write_anew(struct work *w)
{
	struct publish		 job = *w->job;
	const char		**ranges;
	struct published	 done;
	size_t			 n;
	bool			 all;

	if (w->nanew == 0)
		return true;
	if (!has_strays(w, &all))
		return false;
	ranges = arena_array(w->arena, w->nanew, sizeof(*ranges));
	job.only = w->anew;
	job.nonly = w->nanew;
	ranges[0] = "";
	n = all ? 1 : ranges_of(w, ranges);
	return publish_kept(w->arena, &job, ranges, n, &done, w->d);
}

static bool
keep(struct work *w)
{
	struct store		*s = w->job->store;
	struct calendar_state	 f = { 0 };
	bool			 good;
	size_t			 i;

	if (w->ndone == 0)
		return true;
	good = store_begin(s, "", "", "nightly", w->d);
	for (i = 0; i < w->ndone && good; i++) {
		f = *w->done[i];
		/* no entry may be left of one: then there is no file */
		if (find_file(w, f.code, &f.size, &f.mtime))
			good = store_calendar_written(s, &f, w->d);
	}
	good = good && store_commit(s, w->d);
	store_rollback(s);
	return good;
}

bool
calendars_update_run(struct arena *a, const struct publish *job,
    const struct calendars_update *known, struct diags *d)
{
	struct work	w = { .arena = a, .job = job, .known = known,
			    .d = d };
	struct folder	f;
	size_t		i;

	if (!folder_open_made(job->dir, &f)) {
		(void)diag_unwritten(d, job->dir);
		return false;
	}
	folder_close(&f);
	if (!store_calendars(job->store, a, &w.list, &w.n, d))
		return false;
	w.anew = arena_array(a, w.n + 1, sizeof(*w.anew));
	w.done = arena_array(a, w.n + 1, sizeof(*w.done));
	for (i = 0; i < w.n; i++)
		if (!bring(&w, &w.list[i]))
			return false;
	return write_anew(&w) && keep(&w);
}
