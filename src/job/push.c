#include "job/push.h"

#include <string.h>

#include "base/text.h"
#include "job/amend.h"
#include "job/difference.h"

enum { TRIES = 4 };		/* the first one, and three more */

/* Until the hash is known by which the county is kept. */
static const char	no_sum[] =
"0000000000000000000000000000000000000000000000000000000000000000";

struct pushing {
	struct push		*job;
	struct arena		*arena;		/* of one try */
	struct store		*store;		/* what is to be */
	struct store		*was;		/* what was: a reader */
	struct hub		*hub, *own;	/* which; to be closed */
	struct hub_hand		 hand;
	struct diags		*diags;
	const char *const	*codes;
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
	bool		 any;
};

/* The run itself is the hub's to write: it is the one behind the last. */
static bool
add(void *ctx, const struct line *l, bool gone)
{
	struct adding		*to = ctx;
	struct pushing		*p = to->p;
	const struct way	*w = way_of(l->table);
	struct parcel_cell	 cells[PARCEL_COLUMNS];
	char			*text = arena_ndup(p->arena, l->text, l->len);
	const int		 n = parcel_cells(text, l->len, cells,
				    PARCEL_COLUMNS);
	int			 i;

	to->any = true;
	if (!gone && strcmp(store_parcel_name(l->table), "run") == 0)
		return true;
	i = w == NULL ? -1 : gone ? w->gone : w->now;
	if (i < 0)
		return cannot_go(p, to->out->county, l->table);
	hub_rows_add(&to->out->rows[i], p->arena, to->out->county, cells,
	    gone ? store_parcel_keys(l->table) : n, n);
	return true;
}

/* ---- a county */

struct both {
	struct lines	was, is;
	struct county	base, next;
};

static bool
read_both(struct pushing *p, const char *code, struct both *b)
{
	struct parcel_made	made;

	*b = (struct both){ .next = { .day = p->hand.day, .sum = no_sum } };
	if (!store_county(p->was, p->arena, code, &b->base, p->diags))
		return false;
	b->next.version = b->base.version + 1;
	if ((b->base.version > 0 && !lines_read(p->arena, p->was, code,
	    &b->was, &made, p->diags)) || !store_county_taken(p->store, code,
	    &b->next, NULL, p->diags) || !lines_read(p->arena, p->store, code,
	    &b->is, &made, p->diags))
		return false;
	b->next.sum = made.sum;
	return true;
}

static enum hub_pushed
push_rows(struct pushing *p, const char *code, const struct both *b,
    bool *any)
{
	struct hub_push	out = { .county = code, .version = b->base.version,
			    .had = b->base.sum, .becomes = b->next.sum,
			    .command = p->job->command };
	struct adding	to = { p, &out, false };

	if (!lines_compare(&b->was, &b->is, add, &to))
		return HUB_NOT_PUSHED;
	*any = to.any;
	return to.any ? hub_push(p->hub, p->arena, &out, p->diags) :
	    HUB_PUSHED;
}

/* A county whose rows are the same has the version that it had. */
static enum hub_pushed
push_county(struct pushing *p, const char *code)
{
	const struct act	*act = store_act(p->store);
	struct both		 b;
	enum hub_pushed		 how;
	bool			 any = false;

	if (!read_both(p, code, &b))
		return HUB_NOT_PUSHED;
	how = act->kind == ACT_NONE ? push_rows(p, code, &b, &any) :
	    amend(p->arena, &(struct amend){ p->hub, act, { code,
	    b.base.version, b.base.sum, b.next.sum }, &b.was, &b.is,
	    p->diags }, &any);
	if (how != HUB_PUSHED)
		return how;
	if (any)
		p->sent[p->nsent++] = (struct hub_county){ .code = code,
		    .version = b.next.version, .sum = b.next.sum };
	return store_county_taken(p->store, code, any ? &b.next : &b.base,
	    NULL, p->diags) ? HUB_PUSHED : HUB_NOT_PUSHED;
}

/* ---- the marks of its night */

struct marks {
	struct arena	*arena;
	struct mark	*all;
	size_t		 n, cap;
};

static bool
keep_mark(void *ctx, const struct mark *m)
{
	struct marks	*l = ctx;
	struct arena	*a = l->arena;

	l->all = arena_grow(a, l->all, l->n, &l->cap, sizeof(*l->all));
	l->all[l->n++] = (struct mark){ m->table, arena_dup(a, m->division),
	    arena_dup(a, m->id), arena_dup(a, m->key), arena_dup(a, m->vals) };
	return true;
}

static int
order_marks(const struct mark *a, const struct mark *b)
{
	int	c = strcmp(a->table, b->table);

	if (c == 0)
		c = strcmp(a->division, b->division);
	if (c == 0)
		c = strcmp(a->id, b->id);
	return c != 0 ? c : strcmp(a->key, b->key);
}

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

static enum hub_pushed
compare_marks(struct pushing *p, struct hub_marks *out,
    const struct marks *was, const struct marks *is)
{
	enum hub_pushed	how = HUB_PUSHED;
	size_t		i = 0, j = 0;
	int		c;

	while (how == HUB_PUSHED && (i < was->n || j < is->n)) {
		c = i == was->n ? 1 : j == is->n ? -1 :
		    order_marks(&was->all[i], &is->all[j]);
		if (c < 0)
			push_mark(p->arena, &out->gone, out->county,
			    &was->all[i]);
		else if (c > 0 || strcmp(was->all[i].vals, is->all[j].vals))
			push_mark(p->arena, &out->now, out->county,
			    &is->all[j]);
		i += c <= 0;
		j += c >= 0;
		how = send_marks(p, out, false);
	}
	return how == HUB_PUSHED ? send_marks(p, out, true) : how;
}

/* With the version that stands now; tables come by their names. */
static enum hub_pushed
push_marks(struct pushing *p)
{
	const char	*code = p->job->county;
	struct marks	 was = { .arena = p->arena }, is = was;
	struct county	 now;
	struct hub_marks out = { .county = code };

	if (!store_county(p->store, p->arena, code, &now, p->diags) ||
	    !store_each_mark(p->was, keep_mark, &was, p->diags) ||
	    !store_each_mark(p->store, keep_mark, &is, p->diags))
		return HUB_NOT_PUSHED;
	out.version = now.version;
	out.sum = now.sum;
	return compare_marks(p, &out, &was, &is);
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
		how = push_county(p, p->codes[i]);
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

	if (good && p.job->county != NULL)
		good = is_held(&p) && is_its_own(&p);
	if (good && (p.n > 0 || p.job->county != NULL)) {
		p.was = store_open(p.job->path, STORE_READ, ds);
		good = p.was != NULL && have_hub(&p) && try_all(&p);
		if (good && p.job->keeps)
			p.job->hub = p.hub;
		else
			hub_close(p.own);
		store_close(p.was);
	}
	arena_free(a);
	return good;
}
