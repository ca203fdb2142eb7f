#include "job/gather.h"

#include <string.h>

#include "base/text.h"
#include "job/parcel.h"

struct gathering {
	const struct gather	*job;
	struct arena		*arena;
	struct diags		*diags;
	const char		*path;
	struct store		*store;
	struct hub_county	*known;
	size_t			 n;
	struct rolled		*out;
};

static bool
refuse(struct gathering *g, const char *why)
{
	diag_error(g->diags, (struct place){ .path = g->path }, "%s", why);
	return false;
}

/* ---- what the hub knows, in memory */

static bool
prime_all(struct gathering *g)
{
	const struct hub_county	*k;
	size_t			 i;

	for (i = 0; i < g->n; i++) {
		k = &g->known[i];
		if (!store_county_taken(g->store, k->code, &(struct county){
		    .version = k->version, .day = k->day, .sum = k->sum },
		    *k->signer == '\0' ? NULL : k->signer, g->diags))
			return false;
	}
	return true;
}

static bool
prime(struct gathering *g)
{
	struct hub	*h = g->job->hub;

	if (!hub_counties(h, g->arena, &g->known, &g->n, g->diags))
		return false;
	g->store = store_open(hub_name(h), STORE_MEMORY, g->diags);
	if (g->store == NULL || !store_set_home(g->store, hub_home(h),
	    g->diags) || !store_begin(g->store, g->job->rules.when,
	    g->job->rules.who, "rollup", g->diags))
		return false;
	if (prime_all(g))
		return store_commit(g->store, g->diags);
	store_rollback(g->store);
	return false;
}

/* ---- into the hub */

static bool
send_row(void *ctx, int table, const char *line, size_t len)
{
	struct gathering	*g = ctx;

	return hub_put(g->job->hub, g->out->county, table, line, len,
	    g->diags);
}

/* It was judged by what was known before the county's lock was had. */
static bool
is_as_known(struct gathering *g, const struct hub_county *was)
{
	size_t	i;

	for (i = 0; i < g->n; i++)
		if (strcmp(g->known[i].code, was->code) == 0)
			break;
	if (i < g->n ? g->known[i].version == was->version &&
	    strcmp(g->known[i].sum, was->sum) == 0 &&
	    strcmp(g->known[i].signer, was->signer) == 0 : was->version == 0)
		return true;
	diag_fail(g->diags, _("the hub %s: %s was changed meanwhile; try "
	    "again"), hub_name(g->job->hub), was->code);
	return false;
}

static bool
may_replace(struct gathering *g, const struct hub_county *was)
{
	bool	own = false;

	if (was->version > 0 && !hub_changed(g->job->hub, was, &own,
	    g->diags))
		return false;
	return !own || g->job->rules.yes || refuse(g, arena_printf(g->arena,
	    _("facts of %s were changed in the hub, and would go; have the "
	    "county make the change too; --yes takes it in all the same"),
	    was->code));
}

static bool
put(struct gathering *g)
{
	struct hub		*h = g->job->hub;
	const struct parcel	 job = { .store = g->store,
				    .county = g->out->county };
	struct hub_county	 c = { .code = g->out->county,
				    .signer = g->out->is_signed ?
				    g->out->county : "" }, was;
	struct parcel_made	 made;

	if (!hub_clear(h, g->arena, c.code, &was, g->diags) ||
	    !is_as_known(g, &was))
		return false;
	if (!may_replace(g, &was) || !parcel_each(g->arena, &job, send_row, g,
	    &made, g->diags))
		return false;
	c.version = made.version;
	c.day = made.day;
	c.sum = made.sum;
	return hub_put_end(h, &c, "rollup", g->path, g->diags);
}

/*
 * What an office wrote bears the hash that it told: a signature is kept for a
 * parcel that was itself taken in.
 */
static bool
keep_signer(struct gathering *g)
{
	bool	own = true;
	size_t	i;

	if (!g->out->is_signed)
		return true;
	for (i = 0; i < g->n; i++)
		if (strcmp(g->known[i].code, g->out->county) == 0 &&
		    !hub_changed(g->job->hub, &g->known[i], &own, g->diags))
			return false;
	return own || hub_signed(g->job->hub, g->out->county, g->diags);
}

static bool
put_whole(struct gathering *g)
{
	struct hub	*h = g->job->hub;

	if (g->out->there)
		return keep_signer(g);
	if (!hub_begin(h, g->diags))
		return false;
	if (put(g))
		return hub_commit(h, g->diags);
	hub_rollback(h);
	return false;
}

bool
gather_take(struct arena *a, const struct gather *job, const char *path,
    struct rolled *out, struct diags *ds)
{
	struct gathering	g = { .job = job, .arena = a, .diags = ds,
				    .path = path, .out = out };
	struct rollup		rules = job->rules;
	bool			good = prime(&g);

	*out = (struct rolled){ .county = "", .was = -1, .day = DAY_NONE };
	rules.store = g.store;
	good = good && rollup_take(a, &rules, path, out, ds) && put_whole(&g);
	store_close(g.store);
	return good;
}
