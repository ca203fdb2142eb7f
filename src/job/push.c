#include "job/push.h"

#include <string.h>

#include "base/text.h"
#include "job/amend.h"
#include "job/difference.h"

enum { TRIES = 4 };		/* the first one, and three more */

/* Until the hash is known by which the county is kept. */
static const char	no_sum[] =
"0000000000000000000000000000000000000000000000000000000000000000";

/* A county before and after. */
struct turn {
	const char	*code;
	struct county	 base, next;
};

struct pushing {
	struct push		*job;
	struct arena		*arena;		/* of one try */
	struct store		*store;		/* what is to be */
	struct store		*was;		/* what was: a reader; NULL:
						   nobody asked so far */
	struct hub		*hub, *own;	/* which; to be closed */
	struct hub_hand		 hand;
	struct diags		*diags;
	const char *const	*codes;
	struct turn		*turns;
	size_t			 n;
	struct hub_county	*sent;		/* as they are to be */
	size_t			 nsent;
};

void
push_mark(struct arena *a, struct hub_rows *to, const char *county,
    const struct mark *m)
{
	const char *const	texts[HUB_MARK_CELLS] = { m->table,
				    m->division, m->id, m->key, m->vals };
	struct parcel_cell	cells[HUB_MARK_CELLS];
	int			i;

	for (i = 0; i < HUB_MARK_CELLS; i++)
		cells[i] = (struct parcel_cell){ texts[i], strlen(texts[i]) };
	hub_rows_add(to, a, county, cells, HUB_MARK_CELLS, HUB_MARK_CELLS);
}

/* ---- which array of a push a table's rows are in */

struct way {
	const char	*table;
	int		 now, gone;	/* -1: rows never go */
};

static const struct way	ways[] = {
	{ "file", HUB_FILES, -1 },
	{ "past", HUB_PAST, -1 },
	{ "division", HUB_NOW, HUB_GONE },
	{ "matter", HUB_NOW + 1, HUB_GONE + 1 },
	{ "place", HUB_NOW + 2, HUB_GONE + 2 },
	{ "event", HUB_NOW + 3, HUB_GONE + 3 },
	{ "posting", HUB_NOW + 4, HUB_GONE + 4 },
	{ "objection", HUB_NOW + 5, HUB_GONE + 5 },
	{ "finding", HUB_NOW + 6, HUB_GONE + 6 },
	{ "duty", HUB_NOW + 7, HUB_GONE + 7 },
	{ "renamed", HUB_FIRSTS, -1 },
};

static const struct way *
way_of(int table)
{
	size_t	i;

	for (i = 0; i < sizeof(ways) / sizeof(*ways); i++)
		if (strcmp(ways[i].table, store_parcel_name(table)) == 0)
			return &ways[i];
	return NULL;
}

/* ---- what is another */

static bool
cannot_go(struct pushing *p, const char *county, int table)
{
	diag_error(p->diags, NOWHERE, _("%s: this changes what is kept in the "
	    "table %s, which this gongshi cannot yet send into a hub"),
	    county, store_parcel_name(table));
	return false;
}

struct adding {
	struct pushing	*p;
	struct hub_push	*out;
	int		 table;
	bool		 any;
};

static bool
add(void *ctx, const struct parcel_cell *cells, int n, bool gone)
{
	struct adding		*to = ctx;
	const struct way	*w = way_of(to->table);
	const int		 i = w == NULL ? -1 : gone ? w->gone : w->now;
	const int		 from = store_parcel_has_county(to->table);

	to->any = true;
	if (i < 0)
		return cannot_go(to->p, to->out->county, to->table);
	hub_rows_add(&to->out->rows[i], to->p->arena, to->out->county, cells +
	    from, n - from, store_parcel_width(to->table) - from);
	return true;
}

static bool
add_all(struct adding *to)
{
	const int	n = store_parcel_tables();

	for (to->table = 0; to->table < n; to->table++)
		if (!store_parcel_changes(to->p->store, to->out->county,
		    to->table, add, to, to->p->diags))
			return false;
	return true;
}

/* ---- a county */

/* Of one that was pulled, `taken` is the version that the hub has. */
static bool
find_bases(struct pushing *p, struct arena *a)
{
	struct turn	*t;
	size_t		 i;

	p->turns = arena_array(a, p->n, sizeof(*p->turns));
	for (i = 0; i < p->n; i++) {
		t = &p->turns[i];
		t->code = p->codes[i];
		if (!store_county(p->store, a, t->code, &t->base, p->diags))
			return false;
		t->base.version = t->base.taken < 0 ? 0 : t->base.taken;
	}
	return true;
}

/* The hash first: by it the files are numbered. */
static enum hub_pushed
push_rows(struct pushing *p, struct turn *t, bool *any)
{
	const struct parcel	job = { .store = p->store,
				    .county = t->code };
	struct hub_push		out = { .county = t->code,
				    .version = t->base.version,
				    .had = t->base.sum,
				    .command = p->job->command };
	struct adding		to = { .p = p, .out = &out };
	struct parcel_made	made;

	if (!parcel_each(p->arena, &job, NULL, NULL, &made, p->diags))
		return HUB_NOT_PUSHED;
	out.becomes = t->next.sum = made.sum;
	if (!add_all(&to))
		return HUB_NOT_PUSHED;
	*any = to.any;
	return to.any ? hub_push(p->hub, p->arena, &out, p->diags) :
	    HUB_PUSHED;
}

/* As it lies in the mirror's file, which no byte of this run has reached. */
static bool
open_before(struct pushing *p)
{
	if (p->was == NULL)
		p->was = store_open(p->job->path, STORE_READ, p->diags);
	return p->was != NULL;
}

/* Acts are few: all rows are held against all. */
static enum hub_pushed
push_act(struct pushing *p, struct turn *t, bool *any)
{
	struct lines		was = {0}, is;
	struct parcel_made	made;

	if (!open_before(p) || (t->base.version > 0 && !lines_read(p->arena,
	    p->was, t->code, &was, &made, p->diags)) || !lines_read(p->arena,
	    p->store, t->code, &is, &made, p->diags))
		return HUB_NOT_PUSHED;
	t->next.sum = made.sum;
	return amend(p->arena, &(struct amend){ p->hub, store_act(p->store),
	    { t->code, t->base.version, t->base.sum, made.sum }, &was, &is,
	    p->diags }, any);
}

/* A county whose rows are the same has the version and day that it had. */
static bool
take_back(struct pushing *p, const char *code)
{
	struct county	was;

	return open_before(p) && store_county(p->was, p->arena, code, &was,
	    p->diags) && store_county_taken(p->store, code, &was, NULL,
	    p->diags);
}

static enum hub_pushed
push_county(struct pushing *p, struct turn *t)
{
	enum hub_pushed	how;
	bool		any = false, good;

	t->next = (struct county){ .version = t->base.version + 1,
	    .day = p->hand.day, .sum = no_sum };
	if (!store_county_taken(p->store, t->code, &t->next, NULL, p->diags))
		return HUB_NOT_PUSHED;
	how = store_act(p->store)->kind == ACT_NONE ? push_rows(p, t, &any) :
	    push_act(p, t, &any);
	if (how != HUB_PUSHED)
		return how;
	if (any)
		p->sent[p->nsent++] = (struct hub_county){ .code = t->code,
		    .version = t->next.version, .sum = t->next.sum };
	good = any ? store_county_taken(p->store, t->code, &t->next, NULL,
	    p->diags) : take_back(p, t->code);
	return good ? HUB_PUSHED : HUB_NOT_PUSHED;
}

/* ---- the marks of its night */

/* Many go in several calls. */
static enum hub_pushed
send_marks(struct pushing *p, struct hub_marks *out, bool all)
{
	enum { ROWS = 20000, BYTES = 16 << 20 };
	const long long	rows = out->gone.rows + out->now.rows;

	if (rows == 0 || (!all && rows < ROWS && out->now.n < BYTES))
		return HUB_PUSHED;
	return hub_push_marks(p->hub, p->arena, out, p->diags);
}

struct marking {
	struct pushing		*p;
	struct hub_marks	 out;
	enum hub_pushed		 how;
};

static bool
add_mark(void *ctx, const struct mark *m, bool gone)
{
	struct marking	*to = ctx;

	push_mark(to->p->arena, gone ? &to->out.gone : &to->out.now,
	    to->out.county, m);
	to->how = send_marks(to->p, &to->out, false);
	return to->how == HUB_PUSHED;
}

/* With the version that stands now. */
static enum hub_pushed
push_marks(struct pushing *p)
{
	struct marking	to = { .p = p, .out = { .county = p->job->county },
			    .how = HUB_PUSHED };
	struct county	now;

	if (!store_county(p->store, p->arena, p->job->county, &now, p->diags))
		return HUB_NOT_PUSHED;
	to.out.version = now.version;
	to.out.sum = now.sum;
	if (!store_mark_changes(p->store, add_mark, &to, p->diags))
		return to.how != HUB_PUSHED ? to.how : HUB_NOT_PUSHED;
	return send_marks(p, &to.out, true);
}

/* Another might run it meanwhile. */
static bool
is_held(struct pushing *p)
{
	struct hub	*h = p->job->holder;

	if (h == NULL || hub_is_there(h))
		return true;
	diag_fail(p->diags, _("the hub %s: the connection that held the night "
	    "of %s was lost; nothing more was kept, run it again"),
	    hub_name(h), p->job->county);
	return false;
}

/* What a delivery brought of others' was refused when it was read. */
static bool
is_its_own(struct pushing *p)
{
	size_t	i;

	for (i = 0; i < p->n; i++)
		if (strcmp(p->codes[i], p->job->county) != 0) {
			diag_error(p->diags, NOWHERE, _("%s: its night would "
			    "change rows of %s, which are that one's own to "
			    "write"), p->job->county, p->codes[i]);
			return false;
		}
	return true;
}

/* ---- the answer was lost: was all kept? */

enum found { FOUND_KEPT, FOUND_BEFORE, FOUND_OTHER };

static enum found
find(const struct hub_county *sent, const struct hub_county *all, size_t n)
{
	size_t	i;

	for (i = 0; i < n && strcmp(all[i].code, sent->code) != 0; i++)
		continue;
	if (i == n)
		return sent->version == 1 ? FOUND_BEFORE : FOUND_OTHER;
	if (all[i].version == sent->version - 1)
		return FOUND_BEFORE;
	return all[i].version == sent->version && strcmp(all[i].sum,
	    sent->sum) == 0 ? FOUND_KEPT : FOUND_OTHER;
}

/* Of one transaction all counties say the same; else nothing is known. */
static enum found
compare_all(struct pushing *p, struct hub *h, struct diags *ds)
{
	struct hub_county	*all;
	enum found		 one, is = FOUND_OTHER;
	size_t			 i, n;

	if (!hub_enter(h, ds) || !hub_has_ended(h, &p->hand, ds) ||
	    !hub_counties(h, p->arena, &all, &n, ds))
		return FOUND_OTHER;
	for (i = 0; i < p->nsent; i++) {
		one = find(&p->sent[i], all, n);
		if (i > 0 && one != is)
			return FOUND_OTHER;
		is = one;
	}
	return is;
}

static bool
ask_anew(struct pushing *p)
{
	struct diags	*quiet = diags_new(p->arena);
	struct hub	*h = hub_open(p->job->words, quiet);
	enum found	 is = h == NULL ? FOUND_OTHER : compare_all(p, h,
			    quiet);

	hub_close(h);
	if (is == FOUND_KEPT)
		diag_warn(p->diags, NOWHERE, _("the hub %s: the connection "
		    "was lost at the end; all was kept"), hub_name(p->hub));
	else if (is == FOUND_BEFORE)
		diag_fail(p->diags, _("the hub %s: the connection was lost; "
		    "nothing was kept, run it again"), hub_name(p->hub));
	else
		p->job->unsure = !hub_is_lost(p->hub, p->diags);
	return is == FOUND_KEPT;
}

static bool
commit(struct pushing *p)
{
	const enum hub_kept	how = hub_try_commit(p->hub, p->diags);

	return how == HUB_KEPT || (how == HUB_LOST && ask_anew(p));
}

/* ---- all of them */

static enum hub_pushed
push_all(struct pushing *p)
{
	enum hub_pushed	how = HUB_PUSHED;
	size_t		i;

	p->sent = arena_array(p->arena, p->n, sizeof(*p->sent));
	p->nsent = 0;
	if (!hub_begin_push(p->hub, p->arena, &p->hand, p->diags) ||
	    !store_run_told(p->store, p->hand.at, p->hand.who, p->diags))
		return HUB_NOT_PUSHED;
	for (i = 0; i < p->n && how == HUB_PUSHED; i++)
		how = push_county(p, &p->turns[i]);
	if (how == HUB_PUSHED && p->job->county != NULL)
		how = push_marks(p);
	if (how == HUB_PUSHED && !commit(p))
		how = HUB_NOT_PUSHED;
	if (how != HUB_PUSHED)
		hub_rollback(p->hub);
	return how;
}

static bool
try_all(struct pushing *p)
{
	enum hub_pushed	how = HUB_AGAIN;
	int		i;

	for (i = 0; i < TRIES && how == HUB_AGAIN; i++) {
		p->arena = arena_new();
		how = push_all(p);
		arena_free(p->arena);
	}
	if (how == HUB_AGAIN)
		diag_fail(p->diags, _("the hub %s: others wrote at the same "
		    "time, again and again; nothing was kept, try again"),
		    hub_name(p->hub));
	return how == HUB_PUSHED;
}

/* The one of before, which the server may have let go meanwhile; or another. */
static bool
have_hub(struct pushing *p)
{
	p->hub = p->job->hub;
	if (p->hub != NULL && hub_is_there(p->hub))
		return true;
	if (p->job->keeps) {
		hub_close(p->job->hub);
		p->job->hub = NULL;
	}
	p->hub = p->own = hub_open(p->job->words, p->diags);
	return p->hub != NULL && hub_enter(p->hub, p->diags);
}

bool
push_run(void *ctx, struct store *s, struct diags *ds)
{
	struct pushing	 p = { .job = ctx, .store = s, .diags = ds };
	struct arena	*a = arena_new();
	bool		 good = store_counties_changed(s, a, &p.codes, &p.n,
			    ds) && amend_can_go(store_act(s), p.n, ds);

	good = good && find_bases(&p, a);
	if (good && p.job->county != NULL)
		good = is_held(&p) && is_its_own(&p);
	if (good && (p.n > 0 || p.job->county != NULL)) {
		good = have_hub(&p) && try_all(&p);
		if (good && p.job->keeps)
			p.job->hub = p.hub;
		else
			hub_close(p.own);
		store_close(p.was);
	}
	arena_free(a);
	return good;
}
