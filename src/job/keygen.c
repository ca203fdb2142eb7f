#define _GNU_SOURCE		/* memfd_create, pipe2 */

#include "job/keygen.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"

extern char	**environ;

enum {
	IN, OUT, ERR, PIPES,
	MOST = 64 * 1024,		/* bytes kept of what it says */
	WORDS = 16,
	HIGH = 32,			/* descriptors below are the child's */
	LINGER = 100			/* times 50 ms after its last word */
};

struct said {
	char	*text;
	size_t	 len;
};

struct keygen {
	struct arena	*arena;
	struct diags	*diags;
	pid_t		 pid;
	int		 fd[PIPES];	/* ours; -1: closed */
	struct said	 said[PIPES];
	int		 patience;	/* seconds */
	bool		 stuck;
	struct sigaction pipe;		/* as it was */
};

/* ---- beginning */

/* A file without a name that holds these bytes. */
static int
hold(const struct keygen_text *t)
{
	int	fd = memfd_create("gongshi", MFD_CLOEXEC), high;
	size_t	done = 0;
	ssize_t	w = 0;

	while (fd >= 0 && done < t->len) {
		w = write(fd, t->bytes + done, t->len - done);
		if (w < 0 && errno != EINTR)
			break;
		done += w > 0 ? (size_t)w : 0;
	}
	if (fd < 0)
		return -1;
	high = done < t->len || lseek(fd, 0, SEEK_SET) != 0 ? -1 :
	    fcntl(fd, F_DUPFD_CLOEXEC, HIGH);
	(void)close(fd);
	return high;
}

static bool
make_pipe(int ends[2])
{
	int	p[2], i;

	if (pipe2(p, O_CLOEXEC) != 0)
		return false;
	for (i = 0; i < 2; i++) {
		ends[i] = fcntl(p[i], F_DUPFD_CLOEXEC, HIGH);
		(void)close(p[i]);
	}
	return ends[0] >= 0 && ends[1] >= 0;
}

static void
close_all(int *fd, int n)
{
	int	i;

	for (i = 0; i < n; i++)
		if (fd[i] >= 0)
			(void)close(fd[i]);
}

/* The child's ends in their places; a dead reader ends it as any program. */
static int
spawn(struct keygen *k, const char *const *words, const int *its,
    const int *texts)
{
	posix_spawn_file_actions_t	 files;
	posix_spawnattr_t		 how;
	sigset_t			 set;
	char				*argv[WORDS + 2];
	int				 i, rc, n = 0;

	argv[n++] = arena_dup(k->arena, "ssh-keygen");
	for (; *words != NULL && n <= WORDS; words++)
		argv[n++] = arena_dup(k->arena, *words);
	argv[n] = NULL;
	(void)posix_spawn_file_actions_init(&files);
	(void)posix_spawnattr_init(&how);
	sigemptyset(&set);
	sigaddset(&set, SIGPIPE);
	(void)posix_spawnattr_setsigdefault(&how, &set);
	(void)posix_spawnattr_setflags(&how, POSIX_SPAWN_SETSIGDEF);
	for (i = 0; i < PIPES; i++)
		(void)posix_spawn_file_actions_adddup2(&files, its[i], i);
	for (i = 0; i < KEYGEN_TEXTS; i++)
		if (texts[i] >= 0)
			(void)posix_spawn_file_actions_adddup2(&files,
			    texts[i], PIPES + i);
	rc = posix_spawnp(&k->pid, argv[0], &files, &how, argv, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&how);
	return rc;
}

/* Both ends of each pipe: fd[IN] is written by us, the others by it. */
static bool
connect_pipes(struct keygen *k, int *its)
{
	int	i, ends[2];

	for (i = 0; i < PIPES; i++) {
		if (!make_pipe(ends))
			return false;
		k->fd[i] = ends[i == IN];
		its[i] = ends[i != IN];
		(void)fcntl(k->fd[i], F_SETFL, O_NONBLOCK);
	}
	return true;
}

static bool
begin(struct keygen *k, const char *const *words,
    const struct keygen_text *texts)
{
	int	its[PIPES] = { -1, -1, -1 }, held[KEYGEN_TEXTS] = { -1, -1 };
	int	i, rc = 0;
	bool	good = connect_pipes(k, its);

	for (i = 0; i < KEYGEN_TEXTS && good; i++)
		if (texts[i].bytes != NULL)
			good = (held[i] = hold(&texts[i])) >= 0;
	if (!good)
		rc = errno;
	else
		rc = spawn(k, words, its, held);
	close_all(its, PIPES);
	close_all(held, KEYGEN_TEXTS);
	if (rc == 0)
		return true;
	close_all(k->fd, PIPES);
	diag_fail(k->diags, rc == ENOENT ? _("ssh-keygen is not installed "
	    "(openssh-client): it signs parcels and checks signatures") :
	    _("ssh-keygen cannot be started: %s"), text_error(rc));
	return false;
}

struct keygen *
keygen_start(struct arena *a, const char *const *words,
    const struct keygen_text texts[static KEYGEN_TEXTS], int patience,
    struct diags *ds)
{
	struct keygen		*k = arena_alloc(a, sizeof(*k));
	struct sigaction	 ignore = { .sa_handler = SIG_IGN };
	int			 i;

	k->arena = a;
	k->diags = ds;
	k->patience = patience;
	for (i = 0; i < PIPES; i++)
		k->fd[i] = -1;
	for (i = OUT; i < PIPES; i++)
		k->said[i].text = arena_alloc(a, MOST + 1);
	(void)sigaction(SIGPIPE, &ignore, &k->pipe);
	if (begin(k, words, texts))
		return k;
	(void)sigaction(SIGPIPE, &k->pipe, NULL);
	return NULL;
}

/* ---- talking */

static void
shut(struct keygen *k, int i)
{
	if (k->fd[i] >= 0)
		(void)close(k->fd[i]);
	k->fd[i] = -1;
}

/* What there is; one that says more than is kept has nothing to say. */
static void
listen_to(struct keygen *k, int i)
{
	struct said	*s = &k->said[i];
	ssize_t		 n = read(k->fd[i], s->text + s->len, MOST - s->len);

	if (n > 0)
		s->len += (size_t)n;
	if (n == 0 || s->len == MOST || (n < 0 && errno != EAGAIN &&
	    errno != EINTR))
		shut(k, i);
}

/*
 * Waits for one sign of life.  True: its input can be written; `more`: there
 * is something for it.
 */
static bool
attend(struct keygen *k, bool more)
{
	struct pollfd	p[PIPES];
	int		i, n;

	for (i = 0; i < PIPES; i++)
		p[i] = (struct pollfd){ i == IN && !more ? -1 : k->fd[i],
		    i == IN ? POLLOUT : POLLIN, 0 };
	n = poll(p, PIPES, k->patience * 1000);
	if (n == 0 || (n < 0 && errno != EINTR)) {
		k->stuck = true;
		for (i = 0; i < PIPES; i++)
			shut(k, i);
	}
	if (n <= 0)
		return false;
	for (i = OUT; i < PIPES; i++)
		if (k->fd[i] >= 0 && p[i].revents != 0)
			listen_to(k, i);
	return more && p[IN].revents != 0;
}

void
keygen_feed(struct keygen *k, const char *bytes, size_t n)
{
	ssize_t	w;

	while (n > 0 && k->fd[IN] >= 0) {
		if (!attend(k, true))
			continue;
		w = write(k->fd[IN], bytes, n);
		if (w < 0 && errno != EAGAIN && errno != EINTR)
			shut(k, IN);
		if (w > 0) {
			bytes += w;
			n -= (size_t)w;
		}
	}
}

/* ---- the end */

static int
wait_for(struct keygen *k)
{
	int	status = 0, i;
	pid_t	p = 0;

	for (i = 0; i < LINGER && !k->stuck && p == 0; i++) {
		p = waitpid(k->pid, &status, WNOHANG);
		if (p == 0)
			(void)poll(NULL, 0, 50);
	}
	if (p == 0) {
		k->stuck = true;
		(void)kill(k->pid, SIGTERM);
		(void)poll(NULL, 0, 200);
		(void)kill(k->pid, SIGKILL);
		while ((p = waitpid(k->pid, &status, 0)) < 0 &&
		    errno == EINTR)
			;
	}
	return p == k->pid && WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int
keygen_end(struct keygen *k, struct keygen_said *out)
{
	int	status, i;

	shut(k, IN);
	while (k->fd[OUT] >= 0 || k->fd[ERR] >= 0)
		(void)attend(k, false);
	status = wait_for(k);
	(void)sigaction(SIGPIPE, &k->pipe, NULL);
	for (i = OUT; i < PIPES; i++)
		k->said[i].text[k->said[i].len] = '\0';
	*out = (struct keygen_said){ k->said[OUT].text, k->said[ERR].text,
	    k->said[OUT].len };
	if (k->stuck)
		diag_fail(k->diags, _("ssh-keygen does not answer; it was "
		    "ended"));
	else if (status < 0)
		diag_fail(k->diags, _("ssh-keygen has not ended as it should"));
	return k->stuck ? -1 : status;
}
