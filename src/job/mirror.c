#include "job/mirror.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/division.h"
#include "base/text.h"
#include "folder/folder.h"
#include "job/parcel.h"
#include "store/marks.h"

enum { PATIENCE = 300 };	/* tenths of a second, for another */

struct pulling {
	const struct mirror	*job;
	struct arena		*arena;
	struct diags		*diags;
	const char		*path;
	const char		*draft;		/* made anew; NULL: not */
	int			 lock;		/* of who pulls; -1: not had */
	struct store		*store;
	struct arena		*row;		/* texts of one */
	const struct hub_county	*counties;
	size_t			 n;
};

/* ---- where it lies */

static const char *
cache_of_user(struct pulling *p)
{
	const char	*cache = getenv("XDG_CACHE_HOME");
	const char	*home = getenv("HOME");

	if (cache != NULL && *cache == '/')
		return cache;
	if (home != NULL && *home == '/')
		return arena_printf(p->arena, "%s/.cache", home);
	diag_error(p->diags, NOWHERE, _("there is no place for the mirror of "
	    "a hub: neither XDG_CACHE_HOME nor HOME names a folder"));
	return NULL;
}

/* For nobody else to look into. */
static const char *
find_folder(struct pulling *p)
{
	const char	*cache = cache_of_user(p), *path;
	struct folder	 f = FOLDER_NONE, own = FOLDER_NONE;
	bool		 good;

	if (cache == NULL)
		return NULL;
	path = arena_printf(p->arena, "%s/gongshi", cache);
	good = folder_open_made(cache, &f) && folder_make_private(&f,
	    "gongshi", path, &own);
	if (!good)
		(void)diag_unwritten(p->diags, path);
	folder_close(&own);
	folder_close(&f);
	return good ? path : NULL;
}

static bool
find_path(struct pulling *p)
{
	struct sum	*sum = sum_new(p->arena);
	const char	*whose = hub_whose(p->job->hub, p->arena);
	const char	*folder = find_folder(p);
	char		 digest[SUM_TEXT];

	if (folder == NULL)
		return false;
	sum_add(sum, whose, strlen(whose));
	sum_end(sum, digest);
	p->path = arena_printf(p->arena, p->job->county == NULL ?
	    "%s/hub-%.32s.db" : "%s/hub-%.32s-%s%s.db", folder, digest,
	    p->job->county, p->job->over == NULL ? "" :
	    p->job->over->looks ? "-look" : "-over");
	return true;
}

/* ---- one that nobody keeps */

/*
 * What is pulled is read by its name until it is open.  Nobody guesses it, and
 * lays a journal beside it.
 */
static bool
find_once(struct pulling *p)
{
	static const char	source[] = "/dev/urandom";
	const char		*tmp = getenv("TMPDIR");
	const int		 fd = open(source, O_RDONLY | O_CLOEXEC);
	unsigned long long	 n[2];
	const bool		 good = fd >= 0 && read(fd, n, sizeof(n)) ==
				    (ssize_t)sizeof(n);

	if (fd >= 0)
		(void)close(fd);
	if (!good)
		return diag_errno(p->diags, source);
	p->path = arena_printf(p->arena, "%s/gongshi-%016llx%016llx.db",
	    tmp != NULL && *tmp == '/' ? tmp : "/tmp", n[0], n[1]);
	return true;
}

void
mirror_forget(struct arena *a, const char *path)
{
	(void)unlink(path);
	(void)unlink(arena_printf(a, "%s.new", path));
	(void)unlink(arena_printf(a, "%s.new-journal", path));
}

/* ---- one at a time writes to it; who reads needs no leave */

static bool
lock(struct pulling *p)
{
	const char		*path = arena_printf(p->arena, "%s.lock",
				    p->path);
	struct flock		 l = { .l_type = F_WRLCK,
				    .l_whence = SEEK_SET };
	const struct timespec	 tenth = { .tv_nsec = 100000000 };
	int			 i;

	p->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
	if (p->lock < 0)
		return diag_unwritten(p->diags, path);
	for (i = 0; i < PATIENCE; i++) {
		if (fcntl(p->lock, F_SETLK, &l) == 0)
			return true;
		(void)nanosleep(&tenth, NULL);
	}
	diag_fail(p->diags, _("%s: another gongshi has been pulling it for "
	    "long; try again"), p->path);
	return false;
}

/* ---- the file */

static bool
is_gone(struct pulling *p, const char *path)
{
	return unlink(path) == 0 || errno == ENOENT ||
	    diag_unwritten(p->diags, path);
}

/* With what a kill left beside it, which SQLite would take for its own. */
static bool
clear_way(struct pulling *p, const char *path)
{
	return is_gone(p, path) && is_gone(p, arena_printf(p->arena,
	    "%s-journal", path));
}

/* Beside the old one, which somebody may be reading; whole, or not at all. */
static bool
make_anew(struct pulling *p)
{
	const mode_t	 mask = umask(077);
	const char	*home = p->job->county;

	p->draft = arena_printf(p->arena, "%s.new", p->path);
	if (clear_way(p, p->draft))
		p->store = store_open(p->draft, STORE_CREATE, p->diags);
	(void)umask(mask);
	if (home == NULL)
		home = hub_home(p->job->hub);
	return p->store != NULL && store_set_home(p->store, home, p->diags);
}

static bool
put_in_place(struct pulling *p)
{
	if (p->draft == NULL)
		return true;
	return is_gone(p, arena_printf(p->arena, "%s-journal", p->path)) &&
	    (rename(p->draft, p->path) == 0 || diag_unwritten(p->diags,
	    p->path));
}

static bool
is_listed(const struct pulling *p, const char *code)
{
	size_t	i;

	for (i = 0; i < p->n; i++)
		if (strcmp(p->counties[i].code, code) == 0)
			return true;
	return false;
}

/* Nothing stays of what may not be seen any more. */
static bool
holds_only_listed(struct pulling *p)
{
	const char *const	*codes;
	size_t			 i, n;

	if (!store_counties(p->store, p->arena, &codes, &n, p->diags))
		return false;
	for (i = 0; i < n; i++)
		if (!is_listed(p, codes[i]))
			return false;
	return true;
}

/* One that cannot be opened is worth no more than a missing one. */
static bool
open_mirror(struct pulling *p)
{
	struct diags	*quiet = diags_new(p->arena);

	if (access(p->path, F_OK) == 0)
		p->store = store_open(p->path, STORE_WRITE, quiet);
	if (p->store != NULL && holds_only_listed(p))
		return true;
	store_close(p->store);
	p->store = NULL;
	return make_anew(p);
}

/* ---- a county */

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

/*
 * What cannot be read leaves nothing in the mirror.  Whether it can, what lay
 * there before has no say in: it is asked again without.
 */
static bool
replace_county(struct pulling *p, const struct hub_county *c)
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

/* ---- all that may be seen */

static bool
is_another(struct pulling *p, const struct hub_county *c, bool *another)
{
	struct county	have;

	if (!store_county(p->store, p->arena, c->code, &have, p->diags))
		return false;
	*another = have.taken != c->version || strcmp(have.sum, c->sum) != 0;
	return true;
}

static bool
replace_others(struct pulling *p)
{
	size_t	i;
	bool	another;

	for (i = 0; i < p->n; i++)
		if (!is_another(p, &p->counties[i], &another) || (another &&
		    !replace_county(p, &p->counties[i])))
			return false;
	return true;
}

/* ---- one for its night */

static const char *
text_of(struct pulling *p, const struct parcel_cell *c)
{
	return c->text == NULL ? "" : arena_ndup(p->row, c->text, c->len);
}

static bool
lend(void *ctx, const struct parcel_cell *cells, int n)
{
	struct pulling	*p = ctx;
	const char	*texts[4];
	int		 i;

	(void)n;
	arena_reset(p->row);
	for (i = 0; i < 4; i++)
		texts[i] = text_of(p, &cells[i]);
	return store_lend_division(p->store, texts[0], texts[1], texts[2],
	    texts[3], p->diags);
}

static bool
unfit(struct pulling *p, const char *county)
{
	diag_fail(p->diags, _("the hub %s: %s cannot be read: %s"),
	    hub_name(p->job->hub), county, _("what its nights know is none of "
	    "gongshi's"));
	return false;
}

static struct mark
mark_of(struct pulling *p, const struct parcel_cell *cells)
{
	arena_reset(p->row);
	return (struct mark){ text_of(p, &cells[0]), text_of(p, &cells[1]),
	    text_of(p, &cells[2]), text_of(p, &cells[3]),
	    text_of(p, &cells[4]) };
}

static bool
put_mark(void *ctx, const struct parcel_cell *cells, int n)
{
	struct pulling		*p = ctx;
	const struct mark	 m = mark_of(p, cells);
	bool			 fits;

	(void)n;
	return store_put_mark(p->store, &m, &fits, p->diags) && (fits ||
	    unfit(p, p->job->county));
}

static int
division_table(void)
{
	int	i = 0;

	while (strcmp(store_parcel_name(i), "division") != 0)
		i++;
	return i;
}

/* Its rows first: they bear the numbers that they have in the hub. */
static bool
bring_night(struct pulling *p)
{
	const char	*own = p->job->county;
	const int	 names = division_table();
	size_t		 i;

	for (i = 0; i < p->n; i++)
		if (strcmp(p->counties[i].code, own) == 0 &&
		    (!replace_county(p, &p->counties[i]) ||
		    diags_failed(p->diags)))
			return false;
	for (i = 0; i < p->n; i++)
		if (strcmp(p->counties[i].code, own) != 0 && (division_within(
		    own, p->counties[i].code) || division_within(
		    p->counties[i].code, own)) && !hub_each(p->job->hub,
		    p->counties[i].code, names, lend, p, p->diags))
			return false;
	return hub_each_mark(p->job->hub, own, put_mark, p, p->diags);
}

/* ---- all at or below a division, for one night over them */

enum {
	APART = 1000000,	/* deliveries of a county on one day */
	MANY = 100000000	/* cases of a county */
};

/* A day on which one was finished, and when. */
struct finished {
	struct day	 day;
	const char	*when;
};

struct over {
	struct pulling		*p;
	struct finished		*nights;	/* of all counties */
	size_t			 n, room;
	size_t			 at;		/* of the counties, by number */
	struct mirror_night	*night;		/* of it */
	bool			 fits;
};

/* ["2026-11-30T01:02:03Z",12,... and [null,12,...: was it finished? */
static void
note_night(struct over *o, const struct mark *m)
{
	struct arena		*a = o->p->arena;
	const struct day	 day = { (int32_t)strtol(m->key + (*m->key ==
				    '['), NULL, 10) };
	const struct day	 today = o->p->job->over->today;
	const char		*judged = strchr(m->vals, ',');

	if (m->vals[0] != '[' || m->vals[1] != '"' || judged == NULL ||
	    day_cmp(day, today) > 0)
		return;
	o->nights = arena_grow(a, o->nights, o->n, &o->room,
	    sizeof(*o->nights));
	o->nights[o->n++] = (struct finished){ day, arena_ndup(a, m->vals + 1,
	    (size_t)(judged - m->vals) - 1) };
	if (day_cmp(day, today) < 0)
		o->night->since = day_max(o->night->since, day);
	else if (day_cmp(day, today) == 0)
		o->night->judged = strtol(judged + 1, NULL, 10) % MANY;
	o->night->last = day_max(o->night->last, day);
}

static int
order_finished(const void *a, const void *b)
{
	const struct finished	*x = a, *y = b;
	const int		 c = day_cmp(x->day, y->day);

	return c != 0 ? c : strcmp(x->when, y->when);
}

/* What is known of all of them; of one day the first that was finished. */
static bool
put_night(struct over *o, const struct finished *f, long long judged)
{
	struct arena		*a = o->p->arena;
	const struct mark	 m = { "night", "", "", arena_printf(a,
				    "[%d]", (int)f->day.n), arena_printf(a,
				    "[%s,%lld,null,null,null]", f->when,
				    judged) };

	return store_put_mark(o->p->store, &m, &o->fits, o->p->diags);
}

static bool
put_nights(struct over *o)
{
	struct mirror_nights	*all = o->p->job->over;
	struct day		 last = DAY_NONE, at;
	bool			 good = true;
	size_t			 i;

	/* each county's own rows made way for those of all */
	if (!store_drop_nights(o->p->store, o->p->diags))
		return false;
	all->since = DAY_NONE;
	for (i = 0; i < all->n; i++) {
		all->since = day_min(all->since, all->list[i].since);
		all->judged += all->list[i].judged;
		last = day_min(last, all->list[i].last);
	}
	if (o->n > 0)
		qsort(o->nights, o->n, sizeof(*o->nights), order_finished);
	for (i = o->n; good && i > 0; i--) {
		at = o->nights[i - 1].day;
		if (day_cmp(at, last) == 0 || day_cmp(at, all->since) <= 0)
			good = put_night(o, &o->nights[i - 1], day_cmp(at,
			    all->today) == 0 ? all->judged : 0);
	}
	return good;
}

/* Deliveries of several counties are numbered apart: [18567,1]; NULL: none. */
static const char *
key_apart(struct over *o, const char *key)
{
	const char	*comma = strrchr(key, ',');
	long long	 seq = comma == NULL ? -1 : strtoll(comma + 1, NULL,
			    10);

	if (seq < 1 || seq >= APART)
		return NULL;
	return arena_printf(o->p->arena, "%.*s,%lld]", (int)(comma - key),
	    key, (long long)o->at * APART + seq);
}

/* A delivery may also name divisions above; those are not told of here. */
static bool
is_of_others(const struct over *o, const struct mark *m)
{
	const char	*own = o->night->county;
	const size_t	 n = strlen(own);

	return strcmp(m->table, "sent") == 0 && !(strncmp(m->key, "[\"", 2) ==
	    0 && strncmp(m->key + 2, own, n) == 0 && (n == COUNTY_MAX ||
	    m->key[2 + n] == '"'));
}

/* Its cases are the county's. */
static bool
is_its_own(const struct over *o, const struct mark *m)
{
	const char	*own = o->night->county;
	char		 county[DIVISION_MAX + 1];

	if (*m->division == '\0')
		return true;
	if (!division_is(m->division, strlen(m->division)))
		return false;
	division_county(m->division, county);
	return strcmp(county, own) == 0;
}

static bool
put_mark_over(void *ctx, const struct parcel_cell *cells, int n)
{
	struct over	*o = ctx;
	struct mark	 m = mark_of(o->p, cells);
	const bool	 inbox = strcmp(m.table, "delivery") == 0 ||
			    strcmp(m.table, "sent") == 0;

	(void)n;
	if (!inbox && strcmp(m.table, "watch") != 0 &&
	    strcmp(m.table, "entry") != 0 && strcmp(m.table, "night") != 0)
		return true;
	if (is_of_others(o, &m))
		return true;
	if (inbox)
		m.key = key_apart(o, m.key);
	o->fits = m.key != NULL && is_its_own(o, &m);
	if (!o->fits)
		return false;
	if (!store_put_mark(o->p->store, &m, &o->fits, o->p->diags) ||
	    !o->fits)
		return false;
	if (strcmp(m.table, "night") == 0)
		note_night(o, &m);
	return true;
}

/*
 * Where what a county's nights know is no gongshi's, it is as if it had had
 * none: it is named, and its facts are judged with the others'.
 */
static bool
bring_marks(struct over *o, const char *code)
{
	struct pulling			*p = o->p;
	const struct mirror_night	 none = { .county = code,
					    .since = DAY_NONE,
					    .last = DAY_NONE };
	const size_t			 before = o->n;
	bool				 good;

	*o->night = none;
	o->fits = true;
	if (!store_parcel_point(p->store, p->diags))
		return false;
	good = hub_each_mark(p->job->hub, code, put_mark_over, o, p->diags);
	if (!good && o->fits)
		return false;
	if (!good) {
		(void)unfit(p, code);
		*o->night = none;
		o->n = before;
	}
	return store_parcel_settled(p->store, good, p->diags);
}

/* One that cannot be read was named, and nothing of it is there. */
static bool
bring_over(struct over *o, size_t i)
{
	struct pulling			*p = o->p;
	struct mirror_nights		*all = p->job->over;
	const struct hub_county		*c = &p->counties[i];
	struct county			 have;

	if (!replace_county(p, c) || !store_county(p->store, p->arena,
	    c->code, &have, p->diags))
		return false;
	if (have.taken != c->version)
		return true;
	o->at = i;
	o->night = &all->list[all->n++];
	return bring_marks(o, c->code);
}

/* Names of offices above; those of the others come with them. */
static bool
bring_all_over(struct pulling *p)
{
	const char	*top = p->job->county;
	const int	 names = division_table();
	struct over	 o = { .p = p, .fits = true };
	size_t		 i;
	bool		 good = true;

	p->job->over->list = arena_array(p->arena, p->n + 1,
	    sizeof(*p->job->over->list));
	for (i = 0; i < p->n && good; i++)
		if (division_within(p->counties[i].code, top))
			good = bring_over(&o, i);
		else if (division_within(top, p->counties[i].code))
			good = hub_each(p->job->hub, p->counties[i].code,
			    names, lend, p, p->diags);
	return good && put_nights(&o);
}

static bool
bring(struct pulling *p)
{
	return p->job->over != NULL ? bring_all_over(p) :
	    p->job->county != NULL ? bring_night(p) : replace_others(p);
}

/* Readers of the mirror see it as it was, or all as it is in the hub. */
static bool
bring_up(struct pulling *p)
{
	if (!store_begin(p->store, p->job->when, p->job->who, "mirror",
	    p->diags))
		return false;
	if (bring(p))
		return store_commit(p->store, p->diags);
	store_rollback(p->store);
	return false;
}

/*
 * Has it all that the user might see when it entered?  Then nobody's lock is
 * asked for, which a command that writes keeps as long as it works.
 */
static bool
is_level(struct pulling *p)
{
	const struct hub_county	*all;
	struct diags		*own = p->diags;
	bool			 level, another = false;
	size_t			 i;

	if (access(p->path, F_OK) != 0)
		return false;
	p->diags = diags_new(p->arena);
	all = hub_counties_then(p->job->hub, &p->n);
	p->counties = all;
	p->store = store_open(p->path, STORE_READ, p->diags);
	level = p->store != NULL && holds_only_listed(p);
	for (i = 0; i < p->n && level; i++)
		level = is_another(p, &all[i], &another) && !another;
	store_close(p->store);
	p->store = NULL;
	p->diags = own;
	return level;
}

static bool
pull_all(struct pulling *p)
{
	struct hub_county	*all;

	if (!hub_counties(p->job->hub, p->arena, &all, &p->n, p->diags))
		return false;
	p->counties = all;
	return (p->job->once || p->job->county != NULL ? make_anew(p) :
	    open_mirror(p)) && bring_up(p);
}

static bool
pull(struct pulling *p)
{
	bool	good;

	good = (p->job->once || lock(p)) && hub_begin(p->job->hub, p->diags) &&
	    pull_all(p);
	store_close(p->store);
	good = good && put_in_place(p);
	if (p->lock >= 0 && !(good && p->job->hold))
		(void)close(p->lock);
	hub_rollback(p->job->hub);
	return good;
}

const char *
mirror_pull(struct arena *a, const struct mirror *job, struct diags *ds)
{
	struct pulling	p = { .job = job, .arena = a, .diags = ds,
			    .lock = -1 };
	bool		good;

	if (!(job->once ? find_once(&p) : find_path(&p)))
		return NULL;
	p.row = arena_new();
	good = (!job->once && !job->hold && job->county == NULL &&
	    is_level(&p)) || pull(&p);
	arena_free(p.row);
	if (!good && job->once)
		mirror_forget(a, p.path);
	return good ? p.path : NULL;
}

/* ---- rows against hashes */

static bool
sum_holds(struct store *s, const char *county, struct diags *ds)
{
	const struct parcel	 job = { .store = s, .county = county };
	struct arena		*a = arena_new();
	struct county		 c;
	struct parcel_made	 made;
	const bool		 good = store_county(s, a, county, &c, ds) &&
				    parcel_each(a, &job, NULL, NULL, &made,
				    ds);

	if (good && strcmp(made.sum, c.sum) != 0)
		diag_fail(ds, _("%s: its rows do not have the hash that the "
		    "hub says of version %lld; somebody wrote to them by "
		    "other ways than gongshi"), county, c.version);
	arena_free(a);
	return good;
}

bool
mirror_holds(struct store *s, struct diags *ds)
{
	struct arena		*a = arena_new();
	const char *const	*codes;
	size_t			 i, n;
	bool			 good = store_counties(s, a, &codes, &n, ds);

	for (i = 0; good && i < n; i++)
		good = sum_holds(s, codes[i], ds);
	arena_free(a);
	return good;
}
