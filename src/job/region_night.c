#include "job/region_night.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/division.h"
#include "base/text.h"
#include "hub/hub.h"
#include "job/mirror.h"
#include "report/night.h"
#include "store/county.h"

struct region {
	struct arena			*arena;
	const struct county_night	*job;
	const char			**codes;	/* of its counties */
	size_t				 n;
	struct mirror_nights		 nights;
	struct night_late		*late;
	size_t				 nlate;
	struct diags			*d;
};

/* ---- which there are */

static struct hub *
enter(struct region *g)
{
	struct hub	*h = hub_open(g->job->words, g->d);

	if (h != NULL && hub_enter(h, g->d))
		return h;
	hub_close(h);
	return NULL;
}

static bool
find_counties(struct region *g)
{
	struct hub		*h = enter(g);
	struct hub_county	*all;
	size_t			 n, i;
	bool			 good = h != NULL && hub_may_write(h, g->d) &&
				    hub_counties(h, g->arena, &all, &n, g->d);

	hub_close(h);
	if (!good)
		return false;
	g->codes = arena_array(g->arena, n + 1, sizeof(*g->codes));
	for (i = 0; i < n; i++)
		if (division_within(all[i].code, g->job->county))
			g->codes[g->n++] = all[i].code;
	return true;
}

/* ---- their nights */

/* What it has to say comes at once, and names the county. */
static bool
run_county(struct region *g, const char *code)
{
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	struct county_night	 job = *g->job;
	struct night_done	 done;
	bool			 good;

	job.county = code;
	job.lacking = !job.night.full;
	job.night.inbox = job.night.out = NULL;
	job.night.jobs = 1;
	switch (county_night_run(a, &job, &done, d)) {
	case COUNTY_NIGHT_FAILED:
		diag_note(d, NOWHERE, _("that was the night of %s"), code);
		good = false;
		break;
	case COUNTY_NIGHT_BUSY:
		/* one of ours may run it; else it is told as one without */
		good = job.lacking;
		if (!good)
			diag_fail(d, _("the night of %s is being run by "
			    "somebody else; try again when it has ended"),
			    code);
		break;
	default:
		good = true;
	}
	diags_write(d, stderr);
	arena_free(a);
	return good;
}

/* Of several processes each begins at another; --full is shared out. */
static bool
run_share(struct region *g, size_t me, size_t of)
{
	const bool	full = g->job->night.full;
	bool		good = true;
	size_t		i, at;

	for (i = 0; i < g->n; i++) {
		at = (i + g->n * me / of) % g->n;
		if (!full || at % of == me)
			good = run_county(g, g->codes[at]) && good;
	}
	return good;
}

enum { TOLD = 9 };		/* what a process ends with that has told
				   of failures */

static bool
wait_for(pid_t child, bool *told)
{
	int	status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return false;
	if (WIFEXITED(status) && WEXITSTATUS(status) == TOLD)
		*told = true;
	return WIFEXITED(status) && (WEXITSTATUS(status) == 0 ||
	    WEXITSTATUS(status) == TOLD);
}

/* False: a process died.  What a county's night failed at was told. */
static bool
run_counties(struct region *g)
{
	const int	jobs = workers_for(g->job->night.jobs, g->n < 2);
	pid_t		child[WORKERS_MOST];
	int		i, n = 0;
	bool		good = true, told = false;

	(void)fflush(NULL);
	for (i = 0; i < jobs && i < WORKERS_MOST; i++) {
		child[n] = fork();
		if (child[n] == 0) {
			_exit(run_share(g, (size_t)i, (size_t)jobs) ? 0 :
			    TOLD);
		}
		if (child[n] > 0)
			n++;
		else
			told |= !run_share(g, (size_t)i, (size_t)jobs);
	}
	for (i = 0; i < n; i++)
		good = wait_for(child[i], &told) && good;
	if (told)
		diag_fail(g->d, _("not all nights of counties could be run; "
		    "what stopped them is told above"));
	if (!good)
		diag_fail(g->d, _("a process that ran nights of counties "
		    "died; nothing was written"));
	return good;
}

/* ---- all of them, as of one moment */

static const char *
pull(struct region *g)
{
	const struct night	*n = &g->job->night;
	struct mirror		 m = { .when = n->when, .who = n->who,
				    .hold = true, .county = g->job->county,
				    .over = &g->nights };
	const char		*path = NULL;

	g->nights = (struct mirror_nights){ .today = n->today };
	m.hub = enter(g);
	if (m.hub != NULL)
		path = mirror_pull(g->arena, &m, g->d);
	hub_close(m.hub);
	return path;
}

static bool
is_late(const struct region *g, const struct mirror_night *t)
{
	return !day_is(t->last) || day_cmp(t->last, g->nights.today) < 0;
}

/* Nothing is told of it as of tonight: said here, and in the report. */
static void
find_late(struct region *g)
{
	char		day[DAY_TEXT];
	size_t		i;

	g->late = arena_array(g->arena, g->nights.n + 1, sizeof(*g->late));
	for (i = 0; i < g->nights.n; i++) {
		const struct mirror_night *t = &g->nights.list[i];

		if (!is_late(g, t))
			continue;
		g->late[g->nlate++] = (struct night_late){ t->county,
		    t->last };
		if (day_is(t->last))
			diag_fail(g->d, _("%s has had no night today; its "
			    "last one was on %s"), t->county,
			    day_print(t->last, day));
		else
			diag_fail(g->d, _("%s has had no night yet"),
			    t->county);
	}
}

static const struct mirror_night *
night_of(const struct region *g, const char *code)
{
	size_t	i;

	for (i = 0; i < g->nights.n; i++)
		if (strcmp(g->nights.list[i].county, code) == 0)
			return &g->nights.list[i];
	return NULL;
}

/*
 * Where judging its facts found another thing than was kept: work that was
 * recorded after its night is none of anybody's fault.
 */
static bool
find_others(struct region *g, struct store *s)
{
	const struct mirror_night	*t;
	const char *const		*codes;
	size_t				 n, i;

	if (!store_counties_changed(s, g->arena, &codes, &n, g->d))
		return false;
	for (i = 0; i < n; i++) {
		t = night_of(g, codes[i]);
		if (t != NULL && is_late(g, t))
			continue;
		if (t != NULL && t->written)
			diag_warn(g->d, NOWHERE, _("%s: facts came in after "
			    "its night of today; the report tells what they "
			    "show now"), codes[i]);
		else
			diag_fail(g->d, _("%s: what its nights have kept is "
			    "not what its facts show by these rules; the "
			    "report tells what they show"), codes[i]);
	}
	return true;
}

static bool
run_over(struct region *g, const char *path, struct night_done *done)
{
	struct night		n = g->job->night;
	struct night_over	over = { .since = g->nights.since,
				    .judged = g->nights.judged };
	bool			good;

	n.store = store_open(path, STORE_WRITE, g->d);
	if (n.store == NULL)
		return false;
	n.full = n.yes = true;
	n.names = g->job->names(g->job->ctx, path, n.store);
	n.over = &over;
	find_late(g);
	over.late = g->late;
	over.nlate = g->nlate;
	good = night_run(g->arena, &n, done, g->d) && find_others(g,
	    n.store);
	store_close(n.store);
	return good;
}

bool
region_night_run(struct arena *a, const struct county_night *job,
    struct night_done *done, struct diags *d)
{
	struct region	 g = { .arena = a, .job = job, .d = d };
	const char	*path;
	bool		 good;

	if (!find_counties(&g) || !run_counties(&g))
		return false;
	path = pull(&g);
	good = path != NULL && run_over(&g, path, done);
	if (path != NULL)
		mirror_forget(a, path);
	return good;
}
