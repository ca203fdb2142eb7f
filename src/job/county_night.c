#include "job/county_night.h"

#include "hub/hub.h"
#include "job/mirror.h"
#include "job/push.h"

enum { PATIENCE = 1800 };	/* secs, for who reads the file */

struct evening {
	struct arena			*arena;
	const struct county_night	*job;
	struct night_done		*done;
	struct diags			*d;
	const char			*path;	/* of its file, or NULL */
	struct push			 push;
};

/* By a connection of its own: the other one holds the night. */
static bool
pull(struct evening *e)
{
	const struct county_night	*job = e->job;
	struct mirror			 m = { .when = job->night.when,
					    .who = job->night.who,
					    .hold = true,
					    .county = job->county };

	m.hub = hub_open(job->words, e->d);
	if (m.hub != NULL && hub_enter(m.hub, e->d))
		e->path = mirror_pull(e->arena, &m, e->d);
	hub_close(m.hub);
	return e->path != NULL;
}

static bool
run(struct evening *e, struct hub *holder)
{
	const struct county_night	*job = e->job;
	struct night			 n = job->night;
	bool				 good;

	e->push = (struct push){ .words = job->words, .path = e->path,
	    .command = "nightly", .county = job->county, .holder = holder,
	    .keeps = true };
	n.store = store_open(e->path, STORE_WRITE, e->d);
	if (n.store == NULL)
		return false;
	store_patience(n.store, PATIENCE);
	good = store_spare(n.store, e->d) && store_share(n.store, push_run,
	    &e->push, e->d);
	n.names = job->names(job->ctx, e->path, n.store);
	if (good)
		night_warn_back(e->arena, &n, e->d);
	good = good && night_run(e->arena, &n, e->done, e->d);
	store_close(n.store);
	hub_close(e->push.hub);
	return good;
}

/* The lock is had. */
static enum county_nights
run_locked(struct evening *e, struct hub *h)
{
	const struct county_night	*job = e->job;
	enum county_nights		 how = COUNTY_NIGHT_FAILED;
	bool				 was = false;

	if (job->lacking && !hub_night_was(h, job->county, job->night.today,
	    &was, e->d))
		return how;
	if (was)
		return COUNTY_NIGHT_WAS;
	if (pull(e) && run(e, h))
		how = COUNTY_NIGHT_RAN;
	if (e->path != NULL)
		mirror_forget(e->arena, e->path);
	return how;
}

enum county_nights
county_night_run(struct arena *a, const struct county_night *job,
    struct night_done *done, struct diags *d)
{
	struct evening		 e = { .arena = a, .job = job, .done = done,
				    .d = d };
	struct hub		*h = hub_open(job->words, d);
	enum county_nights	 how = COUNTY_NIGHT_FAILED;
	bool			 got = false;

	if (h != NULL && hub_enter(h, d) && hub_may_write(h, d) &&
	    hub_night_take(h, job->county, &got, d))
		how = got ? run_locked(&e, h) : COUNTY_NIGHT_BUSY;
	hub_close(h);
	return how;
}
