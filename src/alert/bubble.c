#include "alert/bubble.h"

#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "alert/wire.h"
#include "base/text.h"

void
bubbles_end(struct bubbles *b)
{
	if (b->fd < 0)
		return;
	(void)close(b->fd);
	(void)kill((pid_t)b->pid, SIGKILL);
	(void)waitpid((pid_t)b->pid, NULL, 0);
	b->fd = -1;
	b->pid = 0;
}

static bool
start(struct bubbles *b)
{
	int		pair[2];
	sigset_t	none;
	pid_t		pid;

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
		return false;
	pid = fork();
	if (pid == 0) {
		(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
		sigemptyset(&none);
		(void)sigprocmask(SIG_SETMASK, &none, NULL);
		(void)close(pair[0]);
		talker_run(pair[1], b->stays);
	}
	(void)close(pair[1]);
	if (pid < 0) {
		(void)close(pair[0]);
		return false;
	}
	b->fd = pair[0];
	b->pid = (long)pid;
	return true;
}

static bool
ask(struct bubbles *b, const struct bubble *u)
{
	char		 id[16], urgency[16];
	const char	*f[] = { u->key, u->words.title, u->words.body,
			    u->words.text, urgency, id, u->server,
			    u->later ? "later" : "" };

	snprintf(id, sizeof(id), "%" PRIu32, u->id);
	snprintf(urgency, sizeof(urgency), "%d", (int)u->urgency);
	return wire_put(b->fd, f, sizeof(f) / sizeof(*f));
}

bool
bubbles_show(struct bubbles *b, struct arena *a, const struct bubble *u,
    uint32_t *id, const char **server, const char **why)
{
	const char	*f[WIRE_FIELDS];
	size_t		 n;
	enum wire	 got = WIRE_END;

	*why = _("it cannot be asked for");
	if (b->fd < 0 && !start(b))
		return false;
	if (ask(b, u))
		got = wire_take(b->fd, BUBBLE_WAIT, a, f, &n);
	if (got == WIRE_RECORD && n == 3 && strcmp(f[0], "shown") == 0) {
		*id = (uint32_t)strtoul(f[1], NULL, 10);
		*server = f[2];
		return true;
	}
	if (got == WIRE_RECORD && n == 2 && strcmp(f[0], "failed") == 0)
		*why = f[1];
	else if (got == WIRE_LATE)
		*why = arena_printf(a, _("no answer for %d seconds"),
		    BUBBLE_WAIT / 1000);
	else
		*why = _("the desktop's bus is gone");
	bubbles_end(b);
	return false;
}

const char *
bubbles_click(struct bubbles *b, struct arena *a)
{
	const char	*f[WIRE_FIELDS];
	size_t		 n;

	if (wire_take(b->fd, BUBBLE_WAIT, a, f, &n) == WIRE_RECORD) {
		if (n == 2 && strcmp(f[0], "again") == 0)
			return f[1];
		return NULL;
	}
	bubbles_end(b);
	return NULL;
}
