#include "store/journal.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "store/ahead.h"
#include "store/changed.h"

static const long long	last_number = INT64_MAX / 2;	/* of a run or file */

enum {
	PATIENCE = 10000,		/* ms to wait for another's lock */
	LARGEST = 256 * 1024 * 1024	/* bytes of a row, at the most */
};

/* Pages in memory, in KiB, as the negative sizes of SQLite. */
static const char reading[] =
"PRAGMA cache_size = -2048; PRAGMA query_only = ON";
static const char writing[] =
"PRAGMA cache_size = -65536; PRAGMA journal_mode = DELETE;"
"PRAGMA foreign_keys = ON; PRAGMA temp_store = FILE;"
"PRAGMA temp.cache_size = -16384;"
"CREATE TEMP TABLE seen (	-- keys that this run found as they were\n"
"	county TEXT NOT NULL,	-- of the case, else ''\n"
"	id TEXT NOT NULL,	-- the case, or a division's code\n"
"	kind INTEGER NOT NULL,\n"
"	key TEXT NOT NULL,\n"
"	has INTEGER NOT NULL,	-- bits: columns its sheets had; -1: void\n"
"	PRIMARY KEY (county, id, kind, key)\n"
") STRICT, WITHOUT ROWID;"
"CREATE TEMP TABLE loose (	-- what its rows with an empty key cell said\n"
"	county TEXT NOT NULL,\n"
"	id TEXT NOT NULL,\n"
"	kind INTEGER NOT NULL,\n"
"	key TEXT NOT NULL,\n"
"	vals TEXT NOT NULL,\n"
"	PRIMARY KEY (county, id, kind, key, vals)\n"
") STRICT, WITHOUT ROWID";
static const char remembering[] =	/* rows as they were before the run */
"CREATE TEMP TABLE was_posting AS SELECT * FROM posting WHERE 0;"
"CREATE TEMP TABLE was_objection AS SELECT * FROM objection WHERE 0;"
"CREATE INDEX temp.was_posting_id ON was_posting (id);"
"CREATE INDEX temp.was_objection_id ON was_objection (id)";

static struct place
at(const struct store *s)
{
	return (struct place){.path = s->path};
}

/* No file is trusted. */
static bool
guard(struct store *s)
{
	int	on;

	sqlite3_db_config(s->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, &on);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, &on);
	sqlite3_db_config(s->db, SQLITE_DBCONFIG_DEFENSIVE, 1, &on);
	sqlite3_limit(s->db, SQLITE_LIMIT_LENGTH, LARGEST);
	return sql_exec(s, "PRAGMA mmap_size = 0");
}

/* A relative name is never one of SQLite's own, as :memory: or file:. */
static bool
connect(struct store *s, int flags, struct diags *ds)
{
	const char	*name = s->path;
	const bool	 writes = (flags & SQLITE_OPEN_READWRITE) != 0;

	/* one thread, and nobody asks how much SQLite has allocated */
	(void)sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	(void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if (s->mode == STORE_MEMORY)
		name = ":memory:";
	else if (!journals_are_plain(s, ds))
		return false;
	else if (name[0] != '/')
		name = arena_printf(s->arena, "./%s", name);
	if (sqlite3_open_v2(name, &s->db, flags | SQLITE_OPEN_NOMUTEX |
	    SQLITE_OPEN_EXRESCODE, writes ? NULL : ahead_vfs()) != SQLITE_OK)
		return sql_fail(s, ds);
	sqlite3_busy_timeout(s->db, PATIENCE);
	return guard(s) || sql_fail(s, ds);
}

static void
disconnect(struct store *s)
{
	sql_finalize(s);
	sqlite3_close(s->db);
	s->db = NULL;
}

/*
 * What a writer left half done is rolled back by whoever may write.  It is
 * told by the first read, that of the version.
 */
static bool
recover(struct store *s, long long *application)
{
	struct store	 writer = {.path = s->path, .arena = s->arena};
	struct arena	*a = arena_new();
	bool		 ok;

	ok = connect(&writer, SQLITE_OPEN_READWRITE, diags_new(a)) &&
	    sql_number(&writer, "PRAGMA schema_version", application);
	disconnect(&writer);
	arena_free(a);
	return ok && sql_number(s, "PRAGMA application_id", application);
}

/* All the others are read as UTF-8, whatever the file says of its texts. */
static bool
is_utf8(struct store *s, struct diags *ds)
{
	long long	other;

	if (!sql_number(s, "SELECT encoding <> 'UTF-8' FROM pragma_encoding",
	    &other))
		return sql_fail(s, ds);
	if (other != 0)
		diag_fail(ds, _(DAMAGED), s->path, _("its texts are not in "
		    "UTF-8"));
	return other == 0;
}

static bool
is_ours(struct store *s, long long *version, struct diags *ds)
{
	long long	application;
	bool		ok;

	ok = sql_number(s, "PRAGMA application_id", &application);
	if (!ok && sqlite3_extended_errcode(s->db) ==
	    SQLITE_READONLY_ROLLBACK && recover(s, &application))
		ok = true;
	if (!ok && (sqlite3_errcode(s->db) & 0xff) != SQLITE_NOTADB)
		return sql_fail(s, ds);
	if (!ok || application != schema_application) {
		diag_error(ds, at(s), _("not a database of gongshi"));
		return false;
	}
	if (!sql_number(s, "PRAGMA user_version", version))
		return sql_fail(s, ds);
	if (*version > schema_newest()) {
		diag_fail(ds, _("%s: the database was made by a newer "
		    "gongshi (its version is %lld, this program knows %d)"),
		    s->path, *version, schema_newest());
		return false;
	}
	if (*version < 1) {
		diag_fail(ds, _("%s: the database is of version %lld, which "
		    "no gongshi made (this program knows 1 to %d); take a "
		    "backup in its place"), s->path, *version,
		    schema_newest());
		return false;
	}
	return schema_is(s, (int)*version, ds) && is_utf8(s, ds);
}

static bool
read_home(struct store *s)
{
	const char	*home;
	size_t		 len;
	int		 rc = sql_row(s, Q_HOME);

	s->home[0] = '\0';
	if (rc != SQLITE_ROW)
		return rc == SQLITE_DONE;
	home = sql_bytes(s->stmt[Q_HOME], 0, &len);
	if (len == 0 || division_is(home, len)) {
		memcpy(s->home, home, len);
		s->home[len] = '\0';
	} else
		s->fault = _("its home is no division's code");
	sql_reset(s, Q_HOME);
	return s->fault == NULL;
}

/* Brings the tables to the newest version, in one transaction. */
static bool
bring(struct store *s, int version)
{
	if (version == schema_newest())
		return true;
	if (sql_exec(s, "BEGIN IMMEDIATE") && schema_migrate(s, version) &&
	    sql_exec(s, "COMMIT"))
		return true;
	return false;
}

static bool
open_reading(struct store *s, struct diags *ds)
{
	long long	version;

	if (!connect(s, SQLITE_OPEN_READONLY, ds))
		return false;
	if (!sql_exec(s, "BEGIN"))
		return sql_fail(s, ds);
	if (!is_ours(s, &version, ds))
		return false;
	if (version < schema_newest()) {
		diag_error(ds, at(s), _("the database was made by an older "
		    "gongshi; a command that writes brings it up to date"));
		return false;
	}
	return (sql_exec(s, reading) && sql_prepare(s) && read_home(s)) ||
	    sql_fail(s, ds);
}

/* The whole database into one without a name, which SQLite drops. */
static bool
become_copy(struct store *s, struct diags *ds)
{
	sqlite3		*copy = NULL;
	sqlite3_backup	*b = NULL;
	bool		 good;

	good = sqlite3_open_v2("", &copy, SQLITE_OPEN_READWRITE |
	    SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
	    NULL) == SQLITE_OK &&
	    (b = sqlite3_backup_init(copy, "main", s->db, "main")) != NULL &&
	    sqlite3_backup_step(b, -1) == SQLITE_DONE;
	good = (b == NULL || sqlite3_backup_finish(b) == SQLITE_OK) && good;
	if (!good) {
		diag_fail(ds, _("%s: cannot be copied for a trial: %s"),
		    s->path, sqlite3_errmsg(copy));
		sqlite3_close(copy);
		return false;
	}
	disconnect(s);
	s->db = copy;
	return guard(s) || sql_fail(s, ds);
}

static bool
open_trial(struct store *s, struct diags *ds)
{
	long long	version;

	return connect(s, SQLITE_OPEN_READONLY, ds) &&
	    is_ours(s, &version, ds) && become_copy(s, ds) &&
	    ((sql_exec(s, writing) && bring(s, (int)version) &&
	    sql_exec(s, remembering) && sql_prepare(s) && read_home(s)) ||
	    sql_fail(s, ds));
}

static bool
open_writing(struct store *s, struct diags *ds)
{
	long long	version = 0;

	if (!connect(s, SQLITE_OPEN_READWRITE, ds))
		return false;
	if (s->mode == STORE_WRITE && !is_ours(s, &version, ds))
		return false;
	if (sqlite3_db_readonly(s->db, "main") == 1) {
		diag_fail(ds, _("%s: may not be written"), s->path);
		return false;
	}
	return (sql_exec(s, writing) && bring(s, (int)version) &&
	    sql_exec(s, remembering) && sql_prepare(s) && read_home(s)) ||
	    sql_fail(s, ds);
}

/*
 * Puts an empty file there, which SQLite takes for an empty database.  It
 * names people: it is not for everybody, whatever the umask.
 */
static bool
create(const struct store *s, struct diags *ds)
{
	int	fd = open(s->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
		    0640);

	if (fd >= 0) {
		(void)close(fd);
		return true;
	}
	if (errno == EEXIST)
		diag_error(ds, at(s), _("there is such a file already"));
	else
		diag_fail(ds, "%s: %s", s->path, text_error(errno));
	return false;
}

static bool
is_there(const struct store *s, struct diags *ds)
{
	const int	how = s->mode == STORE_WRITE ? R_OK | W_OK : R_OK;
	struct stat	st;
	bool		ok = stat(s->path, &st) == 0;

	if (ok && !S_ISREG(st.st_mode)) {
		diag_error(ds, at(s), _("not a database of gongshi"));
		return false;
	}
	if (ok && access(s->path, how) == 0)
		return true;
	if (errno == ENOENT || errno == ENOTDIR)
		diag_error(ds, at(s), _("there is no database; `gongshi init` "
		    "makes one"));
	else
		diag_fail(ds, "%s: %s", s->path, text_error(errno));
	return false;
}

struct store *
store_open(const char *path, enum store_mode mode, struct diags *ds)
{
	struct arena	*a = arena_new();
	struct store	*s = arena_alloc(a, sizeof(*s));
	bool		 ok;

	s->arena = a;
	s->run_arena = arena_new();
	s->scratch = arena_new();
	s->path = arena_dup(a, path);
	s->mode = mode;
	if (mode != STORE_MEMORY && !(mode == STORE_CREATE ?
	    create(s, ds) : is_there(s, ds))) {
		store_close(s);
		return NULL;
	}
	ok = mode == STORE_READ ? open_reading(s, ds) :
	    mode == STORE_TRIAL ? open_trial(s, ds) : open_writing(s, ds);
	if (ok)
		return s;
	store_close(s);
	if (mode == STORE_CREATE)
		(void)unlink(path);
	return NULL;
}

void
store_patience(struct store *s, int seconds)
{
	sqlite3_busy_timeout(s->db, seconds * 1000);
}

/* The counter of changes in the header of the file, while it is locked. */
bool
store_moment(struct store *s, long long *moment, struct diags *ds)
{
	enum { CHANGES_AT = 24, CHANGES = 4 };
	unsigned char	 byte[CHANGES];
	sqlite3_file	*f = NULL;
	long long	 any;
	int		 i;

	if (sqlite3_file_control(s->db, "main", SQLITE_FCNTL_FILE_POINTER,
	    &f) != SQLITE_OK || f == NULL || f->pMethods == NULL ||
	    !sql_number(s, "PRAGMA schema_version", &any) ||
	    f->pMethods->xRead(f, byte, CHANGES, CHANGES_AT) != SQLITE_OK)
		return sql_fail(s, ds);
	*moment = 0;
	for (i = 0; i < CHANGES; i++)
		*moment = *moment << 8 | byte[i];
	return true;
}

bool
store_let_go(struct store *s, long long *moment, struct diags *ds)
{
	assert(!s->run.open);
	return (sqlite3_get_autocommit(s->db) == 0 || sql_exec(s, "BEGIN") ||
	    sql_fail(s, ds)) && store_moment(s, moment, ds) &&
	    (sql_exec(s, "COMMIT") || sql_fail(s, ds));
}

bool
store_again(struct store *s, struct diags *ds)
{
	long long	any;

	s->twins = TWINS_UNASKED;
	return s->mode != STORE_READ || (sql_exec(s, "BEGIN") &&
	    sql_number(s, "PRAGMA schema_version", &any)) || sql_fail(s, ds);
}

/* Closing rolls back what is open. */
void
store_close(struct store *s)
{
	if (s == NULL)
		return;
	disconnect(s);
	arena_free(s->scratch);
	arena_free(s->run_arena);
	arena_free(s->arena);
}

bool
store_set_home(struct store *s, const char *division, struct diags *ds)
{
	assert(s->mode != STORE_READ && strlen(division) <= DIVISION_MAX);
	if (strcmp(s->home, division) == 0)
		return true;
	sql_text(s, W_HOME, 1, division);
	if (!sql_run(s, W_HOME))
		return sql_fail(s, ds);
	strcpy(s->home, division);
	s->run.changed = true;
	return true;
}

bool
store_in_run(const struct store *s)
{
	return s->run.open;
}

const char *
store_home(const struct store *s)
{
	return s->home;
}

/* Numbers go on from the last; seen keys are those of one run. */
static bool
number_run(struct store *s)
{
	if (!sql_run(s, SEEN_CLEAR) || !sql_run(s, LOOSE_CLEAR) ||
	    !sql_run(s, WAS_POSTING_CLEAR) ||
	    !sql_run(s, WAS_OBJECTION_CLEAR) ||
	    sql_row(s, W_LAST) != SQLITE_ROW)
		return false;
	s->run.id = sqlite3_column_int64(s->stmt[W_LAST], 0);
	s->run.before = sqlite3_column_int64(s->stmt[W_LAST], 1);
	if (s->run.id < 0 || s->run.id > last_number || s->run.before < 0 ||
	    s->run.before > last_number) {
		s->fault = _("the numbers of its runs or files are none");
		sql_reset(s, W_LAST);
		return false;
	}
	s->run.id++;
	s->run.file = s->run.before;
	s->run.watched = sqlite3_column_int(s->stmt[W_LAST], 2) != 0;
	s->run.redacted = sqlite3_column_int(s->stmt[W_LAST], 3) != 0;
	s->run.renamed = sqlite3_column_int(s->stmt[W_LAST], 4) != 0;
	sql_reset(s, W_LAST);
	return true;
}

bool
store_begin(struct store *s, const char *when, const char *who,
    const char *command, struct diags *ds)
{
	assert(s->mode != STORE_READ && !s->run.open);
	if (!sql_exec(s, "BEGIN IMMEDIATE"))
		return sql_fail(s, ds);
	arena_reset(s->run_arena);
	s->run = (struct run){
		.open = true,
		.when = arena_dup(s->run_arena, when),
		.who = arena_dup(s->run_arena, who),
		.command = arena_dup(s->run_arena, command),
	};
	if (number_run(s) && (s->share == NULL || (parcel_watch(s,
	    changed_clear) && marks_watch(s, changed_clear))))
		return true;
	sql_fail(s, ds);
	store_rollback(s);
	return false;
}

/* The number of a file that changed nothing is given to the next. */
bool
store_file(struct store *s, const char *name, const char *digest,
    struct diags *ds)
{
	struct run	*r = &s->run;

	(void)ds;
	assert(r->open);
	if (!r->file_set || r->file_has_row)
		r->file++;
	r->file_set = true;
	r->file_has_row = false;
	r->name = arena_dup(s->run_arena, name);
	r->sha256 = "";
	r->digest = digest == NULL ? NULL : arena_dup(s->run_arena, digest);
	r->rows = 0;
	return true;
}

bool
store_file_done(struct store *s, const char *sha256, long long rows,
    struct diags *ds)
{
	struct run	*r = &s->run;

	assert(r->open && r->file_set);
	r->sha256 = arena_dup(s->run_arena, sha256);
	r->rows = rows;
	if (!r->file_has_row)
		return true;
	sql_int(s, W_FILE_DONE, 1, r->file);
	sql_text(s, W_FILE_DONE, 2, r->sha256);
	sql_int(s, W_FILE_DONE, 3, r->rows);
	return sql_run(s, W_FILE_DONE) || sql_fail(s, ds);
}

bool
store_share(struct store *s, store_share_fn *share, void *ctx,
    struct diags *ds)
{
	s->share = share;
	s->share_ctx = ctx;
	return (sql_exec(s, "PRAGMA cache_spill = OFF") &&
	    parcel_watch(s, changed_watch) && marks_watch(s,
	    changed_watch)) || sql_fail(s, ds);
}

bool
store_is_shared(const struct store *s)
{
	return s->share != NULL;
}

bool
store_spare(struct store *s, struct diags *ds)
{
	return sql_exec(s, "PRAGMA synchronous = OFF") || sql_fail(s, ds);
}

bool
store_run_told(struct store *s, const char *when, const char *who,
    struct diags *ds)
{
	sql_int(s, RUN_TOLD, 1, s->run.id);
	sql_text(s, RUN_TOLD, 2, when);
	sql_text(s, RUN_TOLD, 3, who);
	s->run.when = arena_dup(s->run_arena, when);
	s->run.who = arena_dup(s->run_arena, who);
	return (sql_run(s, RUN_TOLD) && act_told(s, when)) || sql_fail(s, ds);
}

/*
 * A commit that fails at giving its lock back has been kept: the journal is
 * gone before.
 */
static bool
was_kept(const struct store *s)
{
	int	code = sqlite3_extended_errcode(s->db);

	return code == SQLITE_IOERR_UNLOCK || code == SQLITE_IOERR_RDLOCK;
}

static bool
give_up(struct store *s, struct diags *ds)
{
	sql_fail(s, ds);
	store_rollback(s);
	return false;
}

/* What changed nothing is rolled back, so that no byte of the file moves. */
bool
store_commit(struct store *s, struct diags *ds)
{
	assert(s->run.open);
	if (sql_lost(s, ds)) {
		store_rollback(s);
		return false;
	}
	if (!s->run.changed && s->run.moves == 0) {
		store_rollback(s);
		return true;
	}
	if (!county_rise(s))
		return give_up(s, ds);
	if (s->share != NULL && !s->share(s->share_ctx, s, ds)) {
		store_rollback(s);
		return false;
	}
	if (sql_exec(s, "COMMIT")) {
		s->run.open = false;
		return true;
	}
	if (was_kept(s)) {
		diag_fail(ds, _("%s: all was kept, but the file's lock could "
		    "not be given back: %s"), s->path,
		    text_error(sqlite3_system_errno(s->db)));
		s->run.open = false;
		return true;
	}
	if (s->share != NULL) {
		diag_warn(ds, NOWHERE, _("%s: what was kept in the hub could "
		    "not be written here; it will be pulled anew"), s->path);
		store_rollback(s);
		return true;
	}
	return give_up(s, ds);
}

void
store_rollback(struct store *s)
{
	if (!s->run.open)
		return;
	if (!sqlite3_get_autocommit(s->db))
		(void)sql_exec(s, "ROLLBACK");
	s->run = (struct run){0};
	(void)read_home(s);
}
