#define _DEFAULT_SOURCE		/* getentropy */

#include "folder/draft.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
	NAME_ROOM = 256,
	NAME_KEPT = 200,	/* bytes of the name that a draft's has */
	LETTERS = 6,
	TRIES = 100
};

static const char	ending[] = ".tmp", journal[] = "-journal";

/*
 * Known to the handler, which walks the list: whoever changes it holds the
 * signals back meanwhile.
 */
struct draft {
	int		 dir;
	int		 fd;
	char		 tmp[NAME_ROOM];
	char		 companion[NAME_ROOM + sizeof(journal)];
	char		 name[NAME_ROOM];
	struct draft	*next, **link;
};

static struct draft	*drafts;
static const int	 ends[] = { SIGTERM, SIGINT, SIGHUP };

enum { ENDS = sizeof(ends) / sizeof(*ends) };

static void
take_away(int sig)
{
	const struct draft	*d;

	for (d = drafts; d != NULL; d = d->next) {
		(void)unlinkat(d->dir, d->tmp, 0);
		(void)unlinkat(d->dir, d->companion, 0);
	}
	/* its default is set again (SA_RESETHAND), and ends the process */
	(void)raise(sig);
}

/* Where a signal is ignored (nohup), or the program's own, it stays so. */
static void
watch(void)
{
	static bool		watching;
	struct sigaction	act = { 0 }, was;
	int			i;

	if (watching)
		return;
	watching = true;
	act.sa_handler = take_away;
	act.sa_flags = (int)SA_RESETHAND;
	(void)sigfillset(&act.sa_mask);
	for (i = 0; i < ENDS; i++)
		if (sigaction(ends[i], NULL, &was) == 0 &&
		    was.sa_handler == SIG_DFL)
			(void)sigaction(ends[i], &act, NULL);
}

static void
hold_back(sigset_t *was)
{
	sigset_t	set;
	int		i;

	(void)sigemptyset(&set);
	for (i = 0; i < ENDS; i++)
		(void)sigaddset(&set, ends[i]);
	(void)sigprocmask(SIG_BLOCK, &set, was);
}

static void
let_go(const sigset_t *was)
{
	int	error = errno;

	(void)sigprocmask(SIG_SETMASK, was, NULL);
	errno = error;
}

/* ---- names */

static bool
make_letters(char out[static LETTERS + 1])
{
	static const char	letters[] = "abcdefghijklmnopqrstuvwxyz"
				    "0123456789";
	unsigned char		bytes[LETTERS];
	int			i;

	if (getentropy(bytes, sizeof(bytes)) != 0)
		return false;
	for (i = 0; i < LETTERS; i++)
		out[i] = letters[bytes[i] % (sizeof(letters) - 1)];
	out[LETTERS] = '\0';
	return true;
}

static bool
make_name(const char *name, char out[static NAME_ROOM])
{
	char	letters[LETTERS + 1];

	if (!make_letters(letters))
		return false;
	(void)snprintf(out, NAME_ROOM, ".%.*s.%ld-%s%s", NAME_KEPT, name,
	    (long)getpid(), letters, ending);
	return true;
}

/*
 * The process that a draft of `name` (NULL: any) belonged to, of
 * .NAME.PID-XXXXXX.tmp or its journal; 0: it is no draft's.
 */
static long
owner_of(const char *file, const char *name)
{
	size_t		 len = strlen(file), tail = LETTERS + sizeof(ending);
	const char	*p;
	char		*end;
	long		 pid;

	if (len > sizeof(journal) - 1 && strcmp(file + len -
	    (sizeof(journal) - 1), journal) == 0)
		len -= sizeof(journal) - 1;
	if (*file != '.' || len < tail + 3 || memcmp(file + len -
	    (sizeof(ending) - 1), ending, sizeof(ending) - 1) != 0)
		return 0;
	p = file + len - tail;
	if (*p != '-')
		return 0;
	while (p > file && p[-1] >= '0' && p[-1] <= '9')
		p--;
	if (p < file + 2 || p[-1] != '.')
		return 0;
	pid = strtol(p, &end, 10);
	if (name != NULL && ((size_t)(p - file - 2) != strnlen(name,
	    NAME_KEPT) || memcmp(file + 1, name, (size_t)(p - file - 2)) != 0))
		return 0;
	return *end == '-' && end == file + len - tail ? pid : 0;
}

void
draft_sweep(const struct folder *f, const char *name)
{
	struct arena	*a = arena_new();
	const char	**names;
	struct stat	 st;
	size_t		 n, i;
	long		 pid;

	if (folder_list(f, a, &names, &n))
		for (i = 0; i < n; i++) {
			pid = owner_of(names[i], name);
			if (pid > 0 && kill((pid_t)pid, 0) != 0 &&
			    errno == ESRCH && folder_look(f, names[i], &st) &&
			    S_ISREG(st.st_mode) && st.st_uid == geteuid())
				(void)unlinkat(f->fd, names[i], 0);
		}
	arena_free(a);
}

/* ---- drafts */

static int
make_file(int dir, const char *name, char out[static NAME_ROOM], mode_t mode)
{
	int	fd, i;

	for (i = 0; i < TRIES; i++) {
		if (!make_name(name, out))
			return -1;
		fd = openat(dir, out, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW |
		    O_CLOEXEC, mode);
		if (fd >= 0 || errno != EEXIST)
			return fd;
	}
	return -1;
}

struct draft *
draft_new(const struct folder *f, const char *name, mode_t mode)
{
	struct draft	*d = strlen(name) < NAME_ROOM ? calloc(1,
			    sizeof(*d)) : NULL;
	sigset_t	 was;

	if (d == NULL) {
		errno = strlen(name) < NAME_ROOM ? ENOMEM : ENAMETOOLONG;
		return NULL;
	}
	watch();
	d->dir = f->fd;
	strcpy(d->name, name);
	hold_back(&was);
	d->fd = make_file(d->dir, name, d->tmp, mode);
	if (d->fd >= 0) {
		(void)snprintf(d->companion, sizeof(d->companion), "%s%s",
		    d->tmp, journal);
		d->next = drafts;
		d->link = &drafts;
		if (drafts != NULL)
			drafts->link = &d->next;
		drafts = d;
	}
	let_go(&was);
	if (d->fd >= 0)
		return d;
	free(d);
	return NULL;
}

const char *
draft_name(const struct draft *d)
{
	return d->tmp;
}

int
draft_fd(struct draft *d)
{
	return d->fd;
}

int
draft_again(const struct draft *d)
{
	return openat(d->dir, d->tmp, O_WRONLY | O_APPEND | O_NOFOLLOW |
	    O_CLOEXEC);
}

static void
forget(struct draft *d)
{
	*d->link = d->next;
	if (d->next != NULL)
		d->next->link = d->link;
}

static bool
end(struct draft *d, bool keep)
{
	sigset_t	was;
	bool		good;
	int		error;

	hold_back(&was);
	good = keep && renameat(d->dir, d->tmp, d->dir, d->name) == 0;
	error = errno;
	if (!good)
		(void)unlinkat(d->dir, d->tmp, 0);
	(void)unlinkat(d->dir, d->companion, 0);
	forget(d);
	errno = error;
	let_go(&was);
	free(d);
	return good;
}

bool
draft_keep(struct draft *d)
{
	return end(d, true);
}

void
draft_drop(struct draft *d)
{
	(void)end(d, false);
}
