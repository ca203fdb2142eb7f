#include "alert/state.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "folder/draft.h"

/* What was shown is remembered for so long after it has passed. */
enum { KEPT_DAYS = 60, KEPT_MARKS = 20000, KEPT_BUBBLES = 200 };
enum { LONGEST = 16 * 1024 * 1024 };	/* bytes of a state's file */

#define NAME	"alert.state"
#define HEADING	"gongshi-alert 1"

const char *
state_folder(struct arena *a)
{
	const char	*base = getenv("XDG_STATE_HOME");
	const char	*home = getenv("HOME");

	/* By the base directory specification a relative one is ignored. */
	if (base != NULL && *base == '/')
		return arena_printf(a, "%s/gongshi", base);
	if (home == NULL || *home != '/')
		return NULL;
	return arena_printf(a, "%s/.local/state/gongshi", home);
}

/* ---- marks */

static int
by_name(const void *a, const void *b)
{
	const struct mark	*x = a, *y = b;
	int			 c = strcmp(x->name, y->name);

	if (c != 0)
		return c;
	return (x->when.s > y->when.s) - (x->when.s < y->when.s);
}

static int
by_time(const void *a, const void *b)
{
	const struct mark	*x = a, *y = b;

	return (x->when.s < y->when.s) - (x->when.s > y->when.s);
}

static void
sort_marks(struct mark *m, size_t n)
{
	if (n > 1)
		qsort(m, n, sizeof(*m), by_name);
}

static void
add_mark(struct arena *a, struct mark **m, size_t *n, size_t *cap,
    struct moment when, const char *name)
{
	*m = arena_grow(a, *m, *n, cap, sizeof(**m));
	(*m)[(*n)++] = (struct mark){ when, arena_dup(a, name) };
}

/* Takes out the marks of that name; returns how many are left. */
static size_t
drop_marks(struct mark *m, size_t n, const char *name)
{
	size_t	i, k = 0;

	for (i = 0; i < n; i++)
		if (strcmp(m[i].name, name) != 0)
			m[k++] = m[i];
	return k;
}

bool
state_was_told(const struct state *s, const char *uid, struct moment when)
{
	struct mark	key = { when, uid };
	size_t		i;

	for (i = s->nsorted; i < s->ntold; i++)
		if (by_name(&s->told[i], &key) == 0)
			return true;
	return s->nsorted > 0 && bsearch(&key, s->told, s->nsorted,
	    sizeof(key), by_name) != NULL;
}

void
state_tell(struct state *s, const char *uid, struct moment when)
{
	add_mark(s->arena, &s->told, &s->ntold, &s->told_cap, when, uid);
}

void
state_settle(struct state *s)
{
	size_t	i, k = 0;

	sort_marks(s->told, s->ntold);
	for (i = 0; i < s->ntold; i++)
		if (k == 0 || by_name(&s->told[k - 1], &s->told[i]) != 0)
			s->told[k++] = s->told[i];
	s->ntold = s->nsorted = k;
}

void
state_again(struct state *s, const char *uid, struct moment when)
{
	s->nagain = drop_marks(s->again, s->nagain, uid);
	if (moment_is(when))
		add_mark(s->arena, &s->again, &s->nagain, &s->again_cap, when,
		    uid);
}

const struct shown *
state_shown(const struct state *s, const char *uid)
{
	size_t	i;

	for (i = 0; i < s->nshown; i++)
		if (strcmp(s->shown[i].uid, uid) == 0)
			return &s->shown[i];
	return NULL;
}

void
state_show(struct state *s, const char *uid, uint32_t id, const char *server)
{
	size_t	i, k = 0;

	for (i = 0; i < s->nshown; i++)
		if (strcmp(s->shown[i].uid, uid) != 0)
			s->shown[k++] = s->shown[i];
	s->nshown = k;
	s->shown = arena_grow(s->arena, s->shown, s->nshown, &s->shown_cap,
	    sizeof(*s->shown));
	s->shown[s->nshown++] = (struct shown){ id, arena_dup(s->arena, server),
	    arena_dup(s->arena, uid) };
}

/* Is path that file or folder, or does it lie in it? */
static bool
within(const char *path, const char *top)
{
	size_t	len = strlen(top);

	return strncmp(path, top, len) == 0 &&
	    (path[len] == '\0' || path[len] == '/');
}

struct moment
state_since(const struct state *s, const char *path)
{
	struct moment	m = s->since;
	size_t		i;

	for (i = 0; i < s->nbehind; i++)
		if (s->behind[i].when.s < m.s &&
		    within(path, s->behind[i].name))
			m = s->behind[i].when;
	return m;
}

struct moment
state_earliest(const struct state *s)
{
	struct moment	m = s->since;
	size_t		i;

	for (i = 0; i < s->nbehind; i++)
		if (s->behind[i].when.s < m.s)
			m = s->behind[i].when;
	return m;
}

/* ---- the end of a look */

/* Forgets what can come up no more. */
static void
forget(struct state *s)
{
	struct moment	from = moment_add(state_earliest(s),
			    -(int64_t)KEPT_DAYS * MOMENT_DAY);
	size_t		i, k = 0;

	for (i = 0; i < s->ntold; i++)
		if (s->told[i].when.s >= from.s)
			s->told[k++] = s->told[i];
	s->ntold = k;
	if (k > KEPT_MARKS) {
		qsort(s->told, k, sizeof(*s->told), by_time);
		s->ntold = KEPT_MARKS;
	}
	state_settle(s);
	if (s->nshown > KEPT_BUBBLES) {
		memmove(s->shown, s->shown + (s->nshown - KEPT_BUBBLES),
		    KEPT_BUBBLES * sizeof(*s->shown));
		s->nshown = KEPT_BUBBLES;
	}
}

void
state_looked(struct state *s, struct moment now, bool all,
    const char *const *unread, size_t n)
{
	struct moment	*when;
	size_t		 i;

	if (!all)
		return;
	when = arena_array(s->arena, n, sizeof(*when));
	for (i = 0; i < n; i++)
		when[i] = state_since(s, unread[i]);
	s->nbehind = 0;
	for (i = 0; i < n; i++)
		add_mark(s->arena, &s->behind, &s->nbehind, &s->behind_cap,
		    when[i], unread[i]);
	s->since = now;
	forget(s);
}

/* ---- the file */

/* The field up to the next tab, which becomes its end; NULL at the end. */
static char *
field(char **rest)
{
	char	*s = *rest, *tab;

	if (s == NULL)
		return NULL;
	tab = strchr(s, '\t');
	if (tab != NULL)
		*tab++ = '\0';
	*rest = tab;
	return s;
}

static void
load_bubble(struct state *s, char *rest)
{
	char		*id = field(&rest), *server = field(&rest), *end;
	unsigned long	 n;

	if (id == NULL || server == NULL || rest == NULL)
		return;
	n = strtoul(id, &end, 10);
	if (*end == '\0' && n > 0 && n <= UINT32_MAX)
		state_show(s, rest, (uint32_t)n, server);
}

/* What is not understood is left out: a later version may have written it. */
static void
load_line(struct state *s, char *rest)
{
	char		*word = field(&rest), *time;
	struct moment	 when;

	if (strcmp(word, "bubble") == 0) {
		load_bubble(s, rest);
		return;
	}
	time = field(&rest);
	if (time == NULL || !moment_parse(time, &when))
		return;
	if (strcmp(word, "since") == 0)
		s->since = when;
	else if (rest == NULL || *rest == '\0')
		return;
	else if (strcmp(word, "told") == 0)
		add_mark(s->arena, &s->told, &s->ntold, &s->told_cap, when,
		    rest);
	else if (strcmp(word, "again") == 0)
		state_again(s, rest, when);
	else if (strcmp(word, "behind") == 0)
		add_mark(s->arena, &s->behind, &s->nbehind, &s->behind_cap,
		    when, rest);
}

/* False: it is no state; nothing was taken from it that does harm. */
static bool
load_file(struct state *s, FILE *f)
{
	char	*line = NULL;
	size_t	 size = 0, all = 0;
	ssize_t	 n;
	bool	 first = true, good = true;

	while (good && (n = getline(&line, &size, f)) > 0) {
		all += (size_t)n;
		if (line[n - 1] == '\n')
			line[n - 1] = '\0';
		good = all <= LONGEST && (!first || strcmp(line, HEADING) == 0);
		if (good && !first)
			load_line(s, line);
		first = false;
	}
	free(line);
	return good && !first && moment_is(s->since);
}

static FILE *
open_file(const char *path)
{
	struct stat	 st;
	int		 fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		(void)close(fd);
		errno = EINVAL;
		return NULL;
	}
	return fdopen(fd, "r");
}

struct state *
state_load(struct arena *a, const char *folder, struct moment now,
    struct diags *d)
{
	const char	*path = arena_printf(a, "%s/" NAME, folder);
	struct state	*s = arena_alloc(a, sizeof(*s));
	FILE		*f = open_file(path);
	bool		 good = f != NULL;

	*s = (struct state){ .arena = a, .since = MOMENT_NONE };
	if (f != NULL) {
		good = load_file(s, f);
		fclose(f);
	}
	if (!good) {
		if (f != NULL || errno != ENOENT)
			diag_warn(d, (struct place){ .path = path }, _("what "
			    "was shown before cannot be read: beginning anew"));
		*s = (struct state){ .arena = a };
		s->since = moment_add(moment_make(moment_day(now), 0), -1);
	}
	state_settle(s);
	return s;
}

static void
save_marks(FILE *f, const char *word, const struct mark *m, size_t n)
{
	char	buf[MOMENT_TEXT];
	size_t	i;

	for (i = 0; i < n; i++)
		if (strchr(m[i].name, '\n') == NULL)
			fprintf(f, "%s\t%s\t%s\n", word,
			    moment_print(m[i].when, true, buf), m[i].name);
}

static bool
save_file(const struct state *s, FILE *f)
{
	char	buf[MOMENT_TEXT];
	size_t	i;

	fprintf(f, HEADING "\nsince\t%s\n", moment_print(s->since, true, buf));
	save_marks(f, "behind", s->behind, s->nbehind);
	save_marks(f, "told", s->told, s->ntold);
	save_marks(f, "again", s->again, s->nagain);
	for (i = 0; i < s->nshown; i++)
		fprintf(f, "bubble\t%" PRIu32 "\t%s\t%s\n", s->shown[i].id,
		    s->shown[i].server, s->shown[i].uid);
	return fflush(f) == 0 && !ferror(f) && fsync(fileno(f)) == 0;
}

/* The folder and those above it, for the user alone. */
static bool
make_folder(const char *folder)
{
	char	path[4096];
	char	*p;

	if ((size_t)snprintf(path, sizeof(path), "%s", folder) >= sizeof(path))
		return false;
	for (p = path + 1; (p = strchr(p, '/')) != NULL; p++) {
		*p = '\0';
		(void)mkdir(path, 0700);
		*p = '/';
	}
	return mkdir(path, 0700) == 0 || errno == EEXIST;
}

/* The draft's stream; NULL: errno. */
static FILE *
open_draft(const struct folder *f, struct draft **draft)
{
	FILE	*out;

	draft_sweep(f, NAME);
	*draft = draft_new(f, NAME, 0600);
	if (*draft == NULL)
		return NULL;
	out = fdopen(draft_fd(*draft), "w");
	if (out == NULL) {
		(void)close(draft_fd(*draft));
		draft_drop(*draft);
	}
	return out;
}

static bool
save(const struct state *s, const char *folder)
{
	struct folder	 f;
	struct draft	*draft;
	FILE		*out;
	bool		 good;

	if (!make_folder(folder) || !folder_open(folder, &f))
		return false;
	out = open_draft(&f, &draft);
	good = out != NULL && save_file(s, out);
	if (out != NULL) {
		good = fclose(out) == 0 && good;
		if (!good)
			draft_drop(draft);
		else
			good = draft_keep(draft) && folder_sync(&f);
	}
	folder_close(&f);
	return good;
}

bool
state_save(const struct state *s, const char *folder, struct diags *d)
{
	if (save(s, folder))
		return true;
	diag_fail(d, _("%s: what was shown cannot be remembered: %s"),
	    folder, text_error(errno));
	return false;
}

/* ---- locks: of POSIX, since children that show bubbles must not hold them */

static int
open_lock(const char *folder, const char *name, bool make)
{
	char	path[4096];

	if ((size_t)snprintf(path, sizeof(path), "%s/%s", folder, name) >=
	    sizeof(path))
		return -1;
	if (make && !make_folder(folder))
		return -1;
	return open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW |
	    (make ? O_CREAT : 0), 0600);
}

static long
holder_of(int fd)
{
	struct flock	l = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	if (fcntl(fd, F_GETLK, &l) != 0 || l.l_type == F_UNLCK)
		return 0;
	return (long)l.l_pid;
}

int
state_lock(const char *folder, const char *name, int wait, long *holder,
    struct diags *d)
{
	static const struct timespec	 nap = { 0, 50 * 1000 * 1000 };
	struct flock			 l = { .l_type = F_WRLCK,
					    .l_whence = SEEK_SET };
	int				 fd = open_lock(folder, name, true);

	*holder = 0;
	if (fd < 0) {
		diag_fail(d, _("%s/%s cannot be opened: %s"), folder, name,
		    text_error(errno));
		return -1;
	}
	for (; fcntl(fd, F_SETLK, &l) != 0; wait -= 50) {
		if (errno != EACCES && errno != EAGAIN) {
			diag_fail(d, _("%s/%s cannot be locked: %s"), folder,
			    name, text_error(errno));
			(void)close(fd);
			return -1;
		}
		if (wait <= 0) {
			*holder = holder_of(fd);
			(void)close(fd);
			return -1;
		}
		nanosleep(&nap, NULL);
	}
	return fd;
}

bool
state_is_locked(const char *folder, const char *name)
{
	int	fd = open_lock(folder, name, false);
	bool	held;

	if (fd < 0)
		return false;
	held = holder_of(fd) != 0;
	(void)close(fd);
	return held;
}
