#include "job/adopt.h"

#include "base/division.h"
#include "base/text.h"
#include "job/parcel.h"
#include "job/push.h"

struct sending {
	const struct adopt	*job;
	struct arena		*arena;
	struct diags		*diags;
	const char		*county;
	struct hub_rows		 marks;
};

static bool
send_row(void *ctx, int table, const char *line, size_t len)
{
	struct sending	*s = ctx;

	return hub_put(s->job->hub, s->county, table, line, len, s->diags);
}

static bool
refuse(struct sending *s, const char *why)
{
	diag_error(s->diags, (struct place){ .path = s->job->source }, "%s",
	    why);
	return false;
}

static bool
may_replace(struct sending *s, const struct hub_county *was)
{
	if (was->version == 0 || s->job->yes)
		return true;
	return refuse(s, arena_printf(s->arena, _("the hub has version %lld "
	    "of %s, which would go; --yes puts this in its place"),
	    was->version, s->county));
}

static bool
is_at_home(struct sending *s)
{
	const char	*home = hub_home(s->job->hub);

	return division_within(s->county, home) || refuse(s,
	    arena_printf(s->arena, _("%s lies outside %s, which this hub is "
	    "for"), s->county, text_safe(s->arena, home)));
}

/* ---- so that its nights go on where they were */

static bool
send_marks(struct sending *s, long long most)
{
	return s->marks.rows <= most || hub_put_marks(s->job->hub, s->arena,
	    &s->marks, s->diags);
}

static bool
send_mark(void *ctx, const struct mark *m, bool gone)
{
	enum { ROWS = 20000 };
	struct sending	*s = ctx;

	(void)gone;
	push_mark(s->arena, &s->marks, s->county, m);
	return send_marks(s, ROWS);
}

static bool
take_marks(struct sending *s)
{
	return hub_clear_marks(s->job->hub, s->county, s->diags) &&
	    store_each_mark_of(s->job->store, s->county, send_mark, s,
	    s->diags) && send_marks(s, 0);
}

/* The hub's sum is that of the parcel which the file would make. */
static bool
take_county(struct sending *s, struct adopted *out)
{
	struct hub_county	c = { .code = s->county, .signer = "" }, was;
	struct parcel		job = { .store = s->job->store,
				    .county = s->county };
	struct parcel_made	made;

	if (!is_at_home(s) || !hub_clear(s->job->hub, s->arena, s->county,
	    &was, s->diags) || !may_replace(s, &was) ||
	    !parcel_each(s->arena, &job, send_row, s, &made, s->diags))
		return false;
	c.version = made.version;
	c.day = made.day;
	c.sum = made.sum;
	*out = (struct adopted){ s->county, made.version, was.version,
	    made.cases };
	return hub_put_end(s->job->hub, &c, "adopt", s->job->source,
	    s->diags) && take_marks(s);
}

static bool
take_all(struct arena *a, const struct adopt *job, const char *const *codes,
    struct adopted *out, size_t n, struct diags *ds)
{
	struct sending	s = { .job = job, .arena = a, .diags = ds };
	size_t		i;

	for (i = 0; i < n; i++) {
		s.county = codes[i];
		if (!take_county(&s, &out[i]))
			return false;
	}
	return true;
}

bool
adopt_run(struct arena *a, const struct adopt *job, struct adopted **out,
    size_t *n, struct diags *ds)
{
	const char *const	*codes;

	if (!store_counties(job->store, a, &codes, n, ds))
		return false;
	if (*n == 0) {
		diag_error(ds, (struct place){ .path = job->source },
		    _("there is nothing in it"));
		return false;
	}
	*out = arena_array(a, *n, sizeof(**out));
	if (!hub_begin(job->hub, ds))
		return false;
	if (take_all(a, job, codes, *out, *n, ds))
		return hub_commit(job->hub, ds);
	hub_rollback(job->hub);
	return false;
}
