/*
 * A county, pulled whole.
 */
#include <string.h>

#include "base/text.h"
#include "job/mirror_pull.h"

struct rows {
	struct parcel_in	*in;
	int			 table;
	enum parcel_put		 put;
	const char		*fault;
};

static bool
put_row(void *ctx, const struct parcel_cell *cells, int n)
{
	struct rows	*r = ctx;

	(void)n;
	r->put = store_parcel_put(r->in, r->table, cells, &r->fault);
	return r->put == PARCEL_GOOD;
}

static bool
put_rows(struct pulling *p, const char *county, struct rows *r)
{
	const int	n = store_parcel_tables();

	for (r->table = 0; r->table < n; r->table++) {
		if (!hub_each(p->job->hub, county, r->table, put_row, r,
		    p->diags))
			return false;
		r->put = store_parcel_table_end(r->in, r->table, &r->fault);
		if (r->put != PARCEL_GOOD)
			return false;
	}
	r->put = store_parcel_end(r->in, &r->fault);
	return r->put == PARCEL_GOOD;
}

/* *fault: what it is that no command can have written; false: all ends. */
static bool
put_county(struct pulling *p, const struct hub_county *c, const char **fault)
{
	struct rows		r = { .put = PARCEL_GOOD };
	const struct county	parcel = { .version = c->version,
				    .day = c->day, .sum = c->sum };
	bool			good;

	*fault = NULL;
	if (!store_parcel_point(p->store, p->diags))
		return false;
	r.in = store_parcel_take(p->store, p->arena, c->code, p->diags);
	good = r.in != NULL && put_rows(p, c->code, &r);
	store_parcel_close(r.in);
	if (r.put == PARCEL_WRONG)
		*fault = r.fault;
	if (!good && *fault == NULL)
		return false;
	return store_parcel_settled(p->store, good, p->diags) && (!good ||
	    store_county_taken(p->store, c->code, &parcel, NULL, p->diags));
}

bool
mirror_take_county(struct pulling *p, const struct hub_county *c)
{
	const char	*fault;

	if (!put_county(p, c, &fault))
		return false;
	if (fault == NULL)
		return true;
	if (!store_parcel_drop(p->store, c->code, p->diags) ||
	    !put_county(p, c, &fault))
		return false;
	if (fault != NULL)
		diag_fail(p->diags, _("the hub %s: %s cannot be read: %s"),
		    hub_name(p->job->hub), c->code, fault);
	return true;
}
