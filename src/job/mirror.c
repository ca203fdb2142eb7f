#include "job/mirror_pull.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/text.h"
#include "folder/folder.h"
#include "job/parcel.h"

enum { PATIENCE = 300 };	/* tenths of a second, for another */

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

/* Nobody takes it up again as it is. */
static bool
is_spare(const struct pulling *p)
{
	return p->job->once || p->job->county != NULL;
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
	return p->store != NULL && (!is_spare(p) || store_spare(p->store,
	    p->diags)) && store_set_home(p->store, home, p->diags);
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
		    !mirror_take_county(p, &p->counties[i])))
			return false;
	return true;
}

static bool
bring(struct pulling *p)
{
	return p->job->over != NULL ? mirror_take_nights(p) :
	    p->job->county != NULL ? mirror_take_night(p) : replace_others(p);
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
	return (is_spare(p) ? make_anew(p) : open_mirror(p)) && bring_up(p);
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
