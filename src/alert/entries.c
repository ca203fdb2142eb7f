#include "alert/entries.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "alert/wire.h"
#include "base/text.h"

/*
 * What the child says: P path (begins with it), E ... (an entry), W path line
 * text (a warning), X path (not read wholly), D path (done with the file), F
 * path (with the folder), Z (all).
 */
enum { HEAD = 12 };		/* fields of an entry before its alarms */

enum { MOST_FILES = 1000000, OUTBOX = 16 * 1024 };

struct paths {
	const char	**path;
	size_t		  n, cap;
};

static void
add_path(struct arena *a, struct paths *p, const char *path)
{
	p->path = arena_grow(a, p->path, p->n, &p->cap, sizeof(*p->path));
	p->path[p->n++] = arena_dup(a, path);
}

/* So that has_path can look; what is added later is not seen by it. */
static void
sort_paths(struct paths *p)
{
	if (p->n > 1)
		qsort(p->path, p->n, sizeof(*p->path), text_by_bytes);
}

static bool
has_path(const struct paths *p, const char *path)
{
	return p->n > 0 && bsearch(&path, p->path, p->n, sizeof(path),
	    text_by_bytes) != NULL;
}

/* ---- the child */

struct child {
	int			 fd;
	const struct state	*state;
	struct moment		 now;
	bool			 strict;
	const struct paths	*done;		/* sorted */
	const char		*path;
	struct outbox		 out;
};

static void
put(struct child *c, const char *const *fields, size_t n)
{
	if (!wire_add(c->fd, &c->out, fields, n))
		_exit(1);
}

/* At once: what comes next may never end. */
static void
say(struct child *c, const char *word, const char *path)
{
	const char	*fields[] = { word, path };

	put(c, fields, 2);
	if (!wire_flush(c->fd, &c->out))
		_exit(1);
}

static void
warn(void *ctx, int line, const char *text)
{
	struct child		*c = ctx;
	char			 number[16];
	const char		*fields[] = { "W", c->path, number, text };

	snprintf(number, sizeof(number), "%d", line);
	put(c, fields, 4);
}

static void
send_event(void *ctx, const struct event *e)
{
	struct child		*c = ctx;
	bool			 matters = due_matters(e, c->state, c->now);
	char			 number[HEAD][24], times[CALENDAR_ALARMS][24];
	const char		*f[WIRE_FIELDS];
	size_t			 n = 0, i;

	snprintf(number[0], sizeof(*number), "%" PRId64, e->sequence);
	snprintf(number[1], sizeof(*number), "%" PRId64, e->stamp);
	snprintf(number[2], sizeof(*number), "%d", (int)e->status);
	snprintf(number[3], sizeof(*number), "%d", (int)e->kind);
	snprintf(number[4], sizeof(*number), "%" PRId32, e->first.n);
	snprintf(number[5], sizeof(*number), "%" PRId32, e->last.n);
	f[n++] = "E";
	f[n++] = c->path;
	f[n++] = e->uid;
	for (i = 0; i < 6; i++)
		f[n++] = number[i];
	f[n++] = matters ? e->summary : "";
	f[n++] = matters ? e->place : "";
	f[n++] = matters ? e->text : "";
	for (i = 0; matters && i < e->nalarms; i++) {
		snprintf(times[i], sizeof(times[i]), "%" PRId64,
		    e->alarms[i].s);
		f[n++] = times[i];
	}
	put(c, f, n);
}

/* NULL: why not has been said. */
static FILE *
open_calendar(struct child *c)
{
	struct stat	 st;
	int		 fd = open(c->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	FILE		*f;

	if (fd < 0 || fstat(fd, &st) != 0) {
		warn(c, 0, text_error(errno));
		if (fd >= 0)
			(void)close(fd);
		return NULL;
	}
	if (!S_ISREG(st.st_mode))
		warn(c, 0, _("this is no ordinary file"));
	else if (st.st_size / 1024 / 1024 >= ENTRIES_FILE)
		warn(c, 0, _("the file is larger than any calendar"));
	else if ((f = fdopen(fd, "r")) != NULL)
		return f;
	(void)close(fd);
	return NULL;
}

static void
read_file(struct child *c, const char *path)
{
	struct sink	 sink = { send_event, warn, c };
	FILE		*f;

	if (has_path(c->done, path))
		return;
	c->path = path;
	say(c, "P", path);
	f = open_calendar(c);
	if (f == NULL || !calendar_read(f, path, &sink))
		say(c, "X", path);
	if (f != NULL)
		fclose(f);
	say(c, "D", path);
}

static int
is_calendar(const struct dirent *e)
{
	size_t	len = strlen(e->d_name);

	return e->d_name[0] != '.' && len > 4 &&
	    strcasecmp(e->d_name + len - 4, ".ics") == 0;
}

static int
is_shown(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

static bool
holds_folders(struct arena *a, const char *folder)
{
	struct dirent	**list;
	struct stat	  st;
	bool		  found = false;
	int		  i, n = scandir(folder, &list, is_shown, NULL);

	for (i = 0; i < n; i++) {
		found = found || (stat(arena_printf(a, "%s/%s", folder,
		    list[i]->d_name), &st) == 0 && S_ISDIR(st.st_mode));
		free(list[i]);
	}
	if (n >= 0)
		free(list);
	return found;
}

/*
 * Who names a folder means one with calendars; and one that nobody named but
 * which holds folders was meant to be one too.
 */
static void
tell_empty(struct child *c, struct arena *a, const char *folder)
{
	if (holds_folders(a, folder))
		warn(c, 0, _("no calendar (.ics) is in this folder, and the "
		    "folders in it are not looked into: name the one that "
		    "holds them"));
	else if (c->strict)
		warn(c, 0, _("no calendars (.ics) are in this folder"));
}

static void
read_folder(struct child *c, struct arena *a, const char *folder)
{
	struct dirent	**list;
	int		  i, n = scandir(folder, &list, is_calendar,
			    alphasort);

	c->path = folder;
	if (n < 0) {
		warn(c, 0, text_error(errno));
		say(c, "X", folder);
		return;
	}
	if (n == 0)
		tell_empty(c, a, folder);
	if (n > MOST_FILES) {
		warn(c, 0, _("more files than will be read"));
		say(c, "X", folder);
	}
	for (i = 0; i < n; i++) {
		if (i < MOST_FILES)
			read_file(c, arena_printf(a, "%s/%s", folder,
			    list[i]->d_name));
		free(list[i]);
	}
	free(list);
}

static void
read_path(struct child *c, struct arena *a, const char *path)
{
	struct stat	st;

	if (has_path(c->done, path))
		return;
	c->path = path;
	say(c, "P", path);
	if (stat(path, &st) != 0) {
		if (c->strict || (errno != ENOENT && errno != EACCES)) {
			warn(c, 0, text_error(errno));
			say(c, "X", path);
		}
		return;
	}
	if (!S_ISDIR(st.st_mode)) {
		read_file(c, path);
		return;
	}
	read_folder(c, a, path);
	say(c, "F", path);
}

static void
read_all(struct child *c, const char *const *paths, size_t n)
{
	struct arena	*a = arena_new();
	size_t		 i;

	(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
	c->out = (struct outbox){ .arena = arena_new(), .room = OUTBOX };
	c->out.bytes = arena_alloc(c->out.arena, OUTBOX);
	for (i = 0; i < n; i++)
		read_path(c, a, paths[i]);
	say(c, "Z", "");
	_exit(0);
}

/* ---- the parent */

struct taking {
	struct arena	*arena;
	struct diags	*diags;
	struct event	*events;
	size_t		 n, cap;
	struct paths	 done;
	struct paths	 unread;
	size_t		 files;
	const char	*at;		/* what is being read, or NULL */
};

static int64_t
number_of(const char *s)
{
	return strtoll(s, NULL, 10);
}

static void
take_event(struct taking *t, const char *const *f, size_t n)
{
	struct event	 e = { .path = t->at };
	size_t		 i;

	e.uid = arena_dup(t->arena, f[2]);
	e.sequence = number_of(f[3]);
	e.stamp = number_of(f[4]);
	e.status = (enum event_status)number_of(f[5]);
	e.kind = (enum event_kind)number_of(f[6]);
	e.first.n = (int32_t)number_of(f[7]);
	e.last.n = (int32_t)number_of(f[8]);
	e.summary = arena_dup(t->arena, f[9]);
	e.place = arena_dup(t->arena, f[10]);
	e.text = arena_dup(t->arena, f[11]);
	e.nalarms = n - HEAD;
	if (e.nalarms > 0)
		e.alarms = arena_array(t->arena, e.nalarms, sizeof(*e.alarms));
	for (i = 0; i < e.nalarms; i++)
		e.alarms[i].s = number_of(f[HEAD + i]);
	t->events = arena_grow(t->arena, t->events, t->n, &t->cap,
	    sizeof(*t->events));
	t->events[t->n++] = e;
}

/* False: that was the last record. */
static bool
take_record(struct taking *t, const char *const *f, size_t n)
{
	if (n >= HEAD && *f[0] == 'E')
		take_event(t, f, n);
	else if (n == 4 && *f[0] == 'W')
		diag_warn(t->diags, (struct place){ .path = arena_dup(t->arena,
		    f[1]), .line = (int)number_of(f[2]) }, "%s", f[3]);
	else if (n == 2 && *f[0] == 'P')
		t->at = arena_dup(t->arena, f[1]);
	else if (n == 2 && *f[0] == 'X')
		add_path(t->arena, &t->unread, f[1]);
	else if (n == 2 && (*f[0] == 'D' || *f[0] == 'F')) {
		add_path(t->arena, &t->done, f[1]);
		t->files += *f[0] == 'D';
		t->at = NULL;
	} else
		return false;
	return true;
}

static pid_t
start_child(struct child *c, const char *const *paths, size_t n)
{
	int	pair[2], quiet;
	pid_t	pid;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
		return -1;
	pid = fork();
	if (pid == 0) {
		(void)close(pair[0]);
		/* libical writes of what it does not like. */
		quiet = open("/dev/null", O_WRONLY | O_CLOEXEC);
		if (quiet >= 0)
			(void)dup2(quiet, STDERR_FILENO);
		c->fd = pair[1];
		read_all(c, paths, n);
	}
	(void)close(pair[1]);
	c->fd = pair[0];
	if (pid < 0)
		(void)close(pair[0]);
	return pid;
}

/*
 * Takes what a child says; false: it hung or died, which cost the file that
 * it was at.
 */
static bool
take_child(struct taking *t, const struct child *c)
{
	struct arena	*scratch = arena_new();
	const char	*f[WIRE_FIELDS];
	size_t		 n;
	enum wire	 got;
	bool		 all = false;

	do {
		arena_reset(scratch);
		got = wire_take(c->fd, ENTRIES_WAIT, scratch, f, &n);
		all = got == WIRE_RECORD && n == 2 && *f[0] == 'Z';
	} while (!all && got == WIRE_RECORD && take_record(t, f, n));
	arena_free(scratch);
	if (all)
		return true;
	if (t->at != NULL) {
		if (got == WIRE_LATE)
			diag_warn(t->diags, (struct place){ .path = t->at },
			    _("cannot be read: no answer for %d seconds"),
			    ENTRIES_WAIT / 1000);
		else
			diag_warn(t->diags, (struct place){ .path = t->at },
			    _("cannot be read: reading it broke off"));
		add_path(t->arena, &t->unread, t->at);
		add_path(t->arena, &t->done, t->at);
	}
	t->at = NULL;
	return false;
}

/* One that hangs in the kernel may not die at once: it is not waited for. */
static void
end_child(pid_t pid, int fd, bool well)
{
	static const struct timespec	 nap = { 0, 10 * 1000 * 1000 };
	int				 i;

	(void)close(fd);
	if (well) {
		(void)waitpid(pid, NULL, 0);
		return;
	}
	(void)kill(pid, SIGKILL);
	for (i = 0; i < 20 && waitpid(pid, NULL, WNOHANG) == 0; i++)
		nanosleep(&nap, NULL);
}

static int
by_uid(const void *a, const void *b)
{
	const struct event	*x = a, *y = b;
	int			 c = strcmp(x->uid, y->uid);

	if (c != 0)
		return c;
	if (x->sequence != y->sequence)
		return x->sequence > y->sequence ? -1 : 1;
	if (x->stamp != y->stamp)
		return x->stamp > y->stamp ? -1 : 1;
	return strcmp(x->path, y->path);
}

static size_t
unique(struct event *e, size_t n)
{
	size_t	i, k = 0;

	if (n > 1)
		qsort(e, n, sizeof(*e), by_uid);
	for (i = 0; i < n; i++)
		if (k == 0 || strcmp(e[k - 1].uid, e[i].uid) != 0)
			e[k++] = e[i];
	return k;
}

struct entries
entries_read(struct arena *a, const char *const *paths, size_t n, bool strict,
    const struct state *state, struct moment now, struct diags *d)
{
	struct taking	 t = { .arena = a, .diags = d };
	struct child	 c = { .state = state, .now = now, .strict = strict,
			    .done = &t.done };
	struct paths	 unread;
	size_t		 i;
	int		 tries;
	bool		 well = false;
	pid_t		 pid;

	for (tries = 0; !well && tries < ENTRIES_TRIES; tries++) {
		sort_paths(&t.done);
		pid = start_child(&c, paths, n);
		if (pid < 0)
			break;
		well = take_child(&t, &c);
		end_child(pid, c.fd, well);
	}
	sort_paths(&t.unread);
	if (!well) {
		diag_warn(d, NOWHERE, _("not all calendars could "
		    "be read: what is due in them is kept"));
		unread = t.unread;
		for (i = 0; i < n; i++)
			if (!has_path(&unread, paths[i]))
				add_path(a, &t.unread, paths[i]);
	}
	return (struct entries){ t.events, unique(t.events, t.n),
	    t.unread.path, t.unread.n, t.files };
}
