#include "job/push.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "job/parcel.h"

enum { TRIES = 4 };		/* the first one, and three more */

/* Until the hash is known by which the county is kept. */
static const char	no_sum[] =
"0000000000000000000000000000000000000000000000000000000000000000";

struct line {
	int		 table;
	const char	*text;
	size_t		 len;
};

struct lines {
	struct arena	*arena;
	struct line	*all;
	size_t		 n, cap;
};

struct pushing {
	const struct push	*job;
	struct arena		*arena;		/* of one try */
	struct store		*store;		/* what is to be */
	struct store		*was;		/* what was: a reader */
	struct hub		*hub;
	struct hub_hand		 hand;
	struct diags		*diags;
	const char *const	*codes;
	size_t			 n;
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

/* ---- the rows before and after */

static bool
keep_line(void *ctx, int table, const char *text, size_t len)
{
	struct lines	*l = ctx;

	l->all = arena_grow(l->arena, l->all, l->n, &l->cap, sizeof(*l->all));
	l->all[l->n++] = (struct line){ table, arena_ndup(l->arena, text,
	    len - 1), len - 1 };
	return true;
}

static int
order(const void *a, const void *b)
{
	const struct line	*x = a, *y = b;
	const size_t		 n = x->len < y->len ? x->len : y->len;
	int			 c = (x->table > y->table) -
				    (x->table < y->table);

	if (c == 0)
		c = memcmp(x->text, y->text, n);
	return c != 0 ? c : (x->len > y->len) - (x->len < y->len);
}

static bool
read_lines(struct pushing *p, struct store *s, const char *county,
    struct lines *l, struct parcel_made *made)
{
	const struct parcel	job = { .store = s, .county = county };

	*l = (struct lines){ .arena = p->arena };
	if (!parcel_each(p->arena, &job, keep_line, l, made, p->diags))
		return false;
	if (l->n > 0)
		qsort(l->all, l->n, sizeof(*l->all), order);
	return true;
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

/* The run itself is the hub's to write: it is the one behind the last. */
static bool
add(struct pushing *p, struct hub_push *out, const struct line *l, bool gone)
{
	const struct way	*w = way_of(l->table);
	struct parcel_cell	 cells[PARCEL_COLUMNS];
	char			*text = arena_ndup(p->arena, l->text, l->len);
	const int		 n = parcel_cells(text, l->len, cells,
				    PARCEL_COLUMNS);
	int			 to;

	if (!gone && strcmp(store_parcel_name(l->table), "run") == 0)
		return true;
	to = w == NULL ? -1 : gone ? w->gone : w->now;
	if (to < 0)
		return cannot_go(p, out->county, l->table);
	hub_rows_add(&out->rows[to], p->arena, out->county, cells, gone ?
	    store_parcel_keys(l->table) : n, n);
	return true;
}

/* Of two lists in one order; *any: something is another. */
static bool
compare(struct pushing *p, struct hub_push *out, const struct lines *was,
    const struct lines *is, bool *any)
{
	size_t	i = 0, j = 0;
	int	c;

	*any = false;
	while (i < was->n || j < is->n) {
		c = i == was->n ? 1 : j == is->n ? -1 :
		    order(&was->all[i], &is->all[j]);
		if (c != 0) {
			*any = true;
			if (!add(p, out, c < 0 ? &was->all[i] : &is->all[j],
			    c < 0))
				return false;
		}
		i += c <= 0;
		j += c >= 0;
	}
	return true;
}

/* ---- a county */

static bool
read_both(struct pushing *p, const char *code, struct hub_push *out,
    struct county *base, struct county *next, bool *any)
{
	struct lines		was = { 0 }, is;
	struct parcel_made	made;

	if (!store_county(p->was, p->arena, code, base, p->diags))
		return false;
	*next = (struct county){ .version = base->version + 1,
	    .day = p->hand.day, .sum = no_sum };
	*out = (struct hub_push){ .county = code, .version = base->version,
	    .had = base->sum, .command = p->job->command };
	if ((base->version > 0 && !read_lines(p, p->was, code, &was,
	    &made)) || !store_county_taken(p->store, code, next, NULL,
	    p->diags) || !read_lines(p, p->store, code, &is, &made) ||
	    !compare(p, out, &was, &is, any))
		return false;
	next->sum = out->becomes = made.sum;
	return true;
}

/* A county whose rows are the same has the version that it had. */
static enum hub_pushed
push_county(struct pushing *p, const char *code)
{
	struct hub_push		out;
	struct county		base, next;
	enum hub_pushed		how = HUB_PUSHED;
	bool			any;

	if (!read_both(p, code, &out, &base, &next, &any))
		return HUB_NOT_PUSHED;
	if (any)
		how = hub_push(p->hub, p->arena, &out, p->diags);
	if (how != HUB_PUSHED)
		return how;
	return store_county_taken(p->store, code, any ? &next : &base, NULL,
	    p->diags) ? HUB_PUSHED : HUB_NOT_PUSHED;
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

/* ---- all of them */

static enum hub_pushed
push_all(struct pushing *p)
{
	enum hub_pushed	how = HUB_PUSHED;
	size_t		i;

	if (!hub_begin_push(p->hub, p->arena, &p->hand, p->diags) ||
	    !store_run_told(p->store, p->hand.at, p->hand.who, p->diags))
		return HUB_NOT_PUSHED;
	for (i = 0; i < p->n && how == HUB_PUSHED; i++)
		how = push_county(p, p->codes[i]);
	if (how == HUB_PUSHED && p->job->county != NULL)
		how = push_marks(p);
	if (how == HUB_PUSHED && !hub_commit(p->hub, p->diags))
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

bool
push_run(void *ctx, struct store *s, struct diags *ds)
{
	struct pushing	 p = { .job = ctx, .store = s, .diags = ds };
	struct arena	*a = arena_new();
	bool		 good = store_counties_changed(s, a, &p.codes, &p.n,
			    ds);

	if (good && p.job->county != NULL)
		good = is_its_own(&p);
	if (good && (p.n > 0 || p.job->county != NULL)) {
		p.was = store_open(p.job->path, STORE_READ, ds);
		p.hub = p.was == NULL ? NULL : hub_open(p.job->words, ds);
		good = p.hub != NULL && hub_enter(p.hub, ds) && try_all(&p);
		hub_close(p.hub);
		store_close(p.was);
	}
	arena_free(a);
	return good;
}
