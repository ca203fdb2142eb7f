#include "job/amend.h"

#include <string.h>

#include "base/division.h"
#include "base/text.h"

struct amending {
	const struct amend	*job;
	struct arena		*arena;
	struct hub_rows		 rows[HUB_REDACTED];
	bool			 any;
};

/* ---- which array of a redaction a table's rows are in */

/* What keeps its key is told by the rows that are put. */
static const struct {
	const char	*table;
	int		 now, gone;
} ways[] = {
	{ "run", HUB_RUN_NOW, -1 },
	{ "file", HUB_FILE_NOW, -1 },
	{ "past", HUB_PAST_NOW, -1 },
	{ "redacted", HUB_REDACTED_NOW, -1 },
	{ "matter", HUB_MATTER_NOW, HUB_MATTER_NO },
	{ "posting", HUB_POSTING_NOW, HUB_POSTING_NO },
	{ "objection", HUB_OBJECTION_NOW, HUB_OBJECTION_NO },
	{ "finding", HUB_FINDING_NOW, HUB_FINDING_NO },
	{ "waiver", HUB_WAIVER_NOW, HUB_WAIVER_NO },
};

static int
redacted_to(const char *table, bool gone)
{
	size_t	i;

	for (i = 0; i < sizeof(ways) / sizeof(*ways); i++)
		if (strcmp(ways[i].table, table) == 0)
			return gone ? ways[i].gone : ways[i].now;
	return -1;
}

/* A rename is told by names, but for the places that the case has then. */
static bool
add(void *ctx, const struct line *l, bool gone)
{
	struct amending		*w = ctx;
	const struct amend	*job = w->job;
	const char		*table = store_parcel_name(l->table);
	struct parcel_cell	 cells[PARCEL_COLUMNS];
	char			*text;
	int			 n, from, to = -1;

	w->any = true;
	if (job->act->kind == ACT_REDACT)
		to = redacted_to(table, gone);
	else if (job->act->kind == ACT_RENAME && !gone &&
	    strcmp(table, "place") == 0)
		to = 0;
	if (to < 0)
		return true;
	text = arena_ndup(w->arena, l->text, l->len);
	n = parcel_cells(text, l->len, cells, PARCEL_COLUMNS);
	from = store_parcel_has_county(l->table);
	hub_rows_add(&w->rows[to], w->arena, job->change.county, cells + from,
	    (gone ? store_parcel_keys(l->table) : n) - from, n - from);
	return true;
}

/* ---- sent */

static enum hub_pushed
send(struct amending *w)
{
	const struct amend	*job = w->job;
	const struct act	*act = job->act;

	switch (act->kind) {
	case ACT_RENAME:
		return hub_rename(job->hub, w->arena, &job->change, act,
		    &w->rows[0], job->diags);
	case ACT_REDACT:
		return hub_redact(job->hub, w->arena, &job->change, act,
		    w->rows, job->diags);
	case ACT_WAIVE:
		return hub_waive(job->hub, w->arena, &job->change, act,
		    job->diags);
	case ACT_WAIVE_END:
		return hub_waive_end(job->hub, w->arena, &job->change, act,
		    job->diags);
	default:
		return HUB_NOT_PUSHED;
	}
}

/* ---- what came of it */

struct reading {
	struct lines	lines;
	int		table;
};

static bool
keep_row(void *ctx, const struct parcel_cell *cells, int n)
{
	struct reading	*r = ctx;

	lines_keep(&r->lines, r->table, cells, n);
	return true;
}

static bool
tell_another(void *ctx, const struct line *l, bool gone)
{
	const struct amending	*w = ctx;

	(void)gone;
	diag_fail(w->job->diags, _("the hub %s: %s, table %s: what it made of "
	    "this is not what this gongshi makes of it; nothing was kept"),
	    hub_name(w->job->hub), w->job->change.county,
	    store_parcel_name(l->table));
	return false;
}

static bool
is_the_same(struct amending *w)
{
	const struct amend	*job = w->job;
	const int		 n = store_parcel_tables();
	struct reading		 r = { .lines = { .arena = w->arena } };

	for (; r.table < n; r.table++)
		if (!hub_each(job->hub, job->change.county, r.table, keep_row,
		    &r, job->diags))
			return false;
	lines_sort(&r.lines);
	return lines_compare(&r.lines, job->is, tell_another, w);
}

enum hub_pushed
amend(struct arena *a, const struct amend *job, bool *any)
{
	struct amending	w = { .job = job, .arena = a };
	enum hub_pushed	how = HUB_PUSHED;

	if (!lines_compare(job->was, job->is, add, &w))
		return HUB_NOT_PUSHED;
	*any = w.any;
	if (w.any)
		how = send(&w);
	return how == HUB_PUSHED && w.any && !is_the_same(&w) ?
	    HUB_NOT_PUSHED : how;
}

/* ---- what cannot go */

bool
amend_can_go(const struct act *act, size_t counties, struct diags *ds)
{
	char	from[COUNTY_MAX + 1], to[COUNTY_MAX + 1];

	if (act->kind == ACT_RENAME) {
		division_county(act->division, from);
		division_county(act->to_division, to);
		if (strcmp(from, to) != 0) {
			diag_error(ds, NOWHERE, _("a hub keeps each county's "
			    "history by itself: the case `%s` goes from %s to "
			    "%s by taking it back there and bringing it in "
			    "here"), act->id, from, to);
			return false;
		}
	}
	if ((act->kind == ACT_WAIVE || act->kind == ACT_WAIVE_END) &&
	    counties == 0) {
		diag_error(ds, NOWHERE, _("the key `%s` tells no county, of "
		    "which a hub could keep the waiver"), act->key);
		return false;
	}
	return true;
}
