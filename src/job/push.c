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
	struct hub		*hub, *own;	/* which; to be closed */
	struct hub_hand		 hand;
	struct diags		*diags;
	const char *const	*codes;
	size_t			 n;
	struct hub_county	*sent;		/* as they are to be */
	size_t			 nsent;
};

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
	if (any)
		p->sent[p->nsent++] = (struct hub_county){ .code = code,
		    .version = next.version, .sum = next.sum };
	return store_county_taken(p->store, code, any ? &next : &base, NULL,
	    p->diags) ? HUB_PUSHED : HUB_NOT_PUSHED;
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
		(void)hub_is_lost(p->hub, p->diags);
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
	p->hub = p->own = hub_open(p->job->words, p->diags);
	return p->hub != NULL && hub_enter(p->hub, p->diags);
}

bool
push_run(void *ctx, struct store *s, struct diags *ds)
{
	struct pushing	 p = { .job = ctx, .store = s, .diags = ds };
	struct arena	*a = arena_new();
	bool		 good = store_counties_changed(s, a, &p.codes, &p.n,
			    ds);

	if (good && p.n > 0) {
		p.was = store_open(p.job->path, STORE_READ, ds);
		good = p.was != NULL && have_hub(&p) && try_all(&p);
		hub_close(p.own);
		store_close(p.was);
	}
	arena_free(a);
	return good;
}
