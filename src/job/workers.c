#define _GNU_SOURCE		/* sched_getaffinity, MAP_ANONYMOUS */
#include "job/workers.h"

#include <errno.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"

enum { USUAL = 8 };

/* Where a part's bytes lie in its worker's files. */
struct lies {
	int		worker;
	long long	out, printed, result;
};

/* What all processes see. */
struct board {
	atomic_size_t	next;		/* the part that nobody has taken */
	atomic_bool	stop;
	struct lies	lies[];
};

struct crew {
	const struct workers	*w;
	struct board		*board;
	size_t			 size;		/* of that, in bytes */
	long long		 moment;	/* of the database */
	FILE			*out[WORKERS_MOST], *result[WORKERS_MOST];
	pid_t			 pid[WORKERS_MOST];	/* 0: it has ended */
	int			 n;
	struct store		*store;		/* a worker's own */
};

/* ---- in a worker */

/* As the others read it, or not at all. */
static bool
begin(struct crew *c, struct diags *d)
{
	const struct workers	*w = c->w;
	struct store		*s = w->again.open(w->again.ctx, d);
	long long		 moment;

	c->store = s;
	return s != NULL && store_moment(s, &moment, d) &&
	    moment == c->moment && w->begin(w->ctx, s, d);
}

static bool
work_part(struct crew *c, int k, size_t i, struct diags *d)
{
	struct lies	*l = &c->board->lies[i];

	l->worker = k;
	l->out = ftello(c->out[k]);
	l->result = ftello(c->result[k]);
	if (!c->w->part(c->w->ctx, i, c->out[k], c->result[k], d) ||
	    fflush(c->out[k]) != 0 || fflush(c->result[k]) != 0 ||
	    ferror(c->out[k]) || ferror(c->result[k]) ||
	    store_lost(c->store, d))
		return false;
	l->printed = ftello(c->out[k]) - l->out;
	return true;
}

/* The exit status: 0 where all it took is done. */
static int
work(struct crew *c, int k)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	size_t		 i;
	bool		 good = begin(c, d);

	while (good && !c->board->stop &&
	    (i = atomic_fetch_add(&c->board->next, 1)) < c->w->parts)
		good = work_part(c, k, i, d);
	if (!good)
		c->board->stop = true;
	return good ? 0 : 1;
}

static bool
hire(struct crew *c)
{
	int	 k = c->n;
	pid_t	 parent = getpid(), pid;

	if ((c->out[k] = tmpfile()) == NULL)
		return false;
	if ((c->result[k] = tmpfile()) == NULL) {
		fclose(c->out[k]);
		return false;
	}
	pid = fork();
	if (pid == 0) {
		(void)prctl(PR_SET_PDEATHSIG, SIGKILL);
		_exit(getppid() == parent ? work(c, k) : 1);
	}
	if (pid > 0) {
		c->pid[c->n++] = pid;
		return true;
	}
	fclose(c->out[k]);
	fclose(c->result[k]);
	return false;
}

/* ---- in this process */

static bool
gather(struct crew *c)
{
	struct board	*b;

	c->size = sizeof(*b) + c->w->parts * sizeof(b->lies[0]);
	b = mmap(NULL, c->size, PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (b == MAP_FAILED)
		return false;
	c->board = b;
	atomic_init(&b->next, 0);
	atomic_init(&b->stop, false);
	return true;
}

static void
dismiss(struct crew *c)
{
	int	k;

	for (k = 0; k < c->n; k++) {
		fclose(c->out[k]);
		fclose(c->result[k]);
	}
	(void)munmap(c->board, c->size);
}

/* Is it one of ours?  A process that this one was may have left others. */
static bool
has_ended(struct crew *c, pid_t pid)
{
	int	k;

	for (k = 0; k < c->n; k++)
		if (c->pid[k] == pid) {
			c->pid[k] = 0;
			return true;
		}
	return false;
}

/*
 * The signal that ended one, which takes the others with it, since nobody
 * wants their work; 0: all is done; -1: it is not.
 */
static int
wait_for(struct crew *c)
{
	int	status, left = c->n, dead = 0;
	bool	good = true;
	pid_t	pid;

	while (left > 0 && ((pid = wait(&status)) > 0 || errno == EINTR)) {
		if (pid < 0 || !has_ended(c, pid))
			continue;
		left--;
		if (WIFSIGNALED(status) && dead == 0)
			dead = WTERMSIG(status);
		if (status != 0)
			c->board->stop = true;
		good &= status == 0;
	}
	return dead != 0 ? dead : good && left == 0 ? 0 : -1;
}

static enum worked
take_all(const struct crew *c, struct diags *d)
{
	const struct workers	*w = c->w;
	const struct lies	*l;
	size_t			 i;

	for (i = 0; i < w->parts; i++) {
		l = &c->board->lies[i];
		if (fseeko(c->out[l->worker], l->out, SEEK_SET) != 0 ||
		    fseeko(c->result[l->worker], l->result, SEEK_SET) != 0) {
			diag_fail(d, _("what a worker wrote cannot be read: "
			    "%s"), strerror(errno));
			return WORKED_DIED;
		}
		if (!w->take(w->ctx, i, c->out[l->worker], l->printed,
		    c->result[l->worker], d))
			return WORKED_DIED;
	}
	return WORKED;
}

/* This process reads again, or writes; is it what the others read? */
static bool
go_on(struct crew *c, bool *same, struct diags *d)
{
	const struct workers	*w = c->w;
	long long		 moment = -1;
	bool			 good = store_again(w->store, d) &&
				    (w->ready == NULL || w->ready(w->ctx, d)) &&
				    store_moment(w->store, &moment, d);

	*same = good && moment == c->moment;
	if (!*same && w->again.forget != NULL)
		w->again.forget(w->again.ctx);
	return good;
}

static enum worked
finish(struct crew *c, bool hired, struct diags *d)
{
	bool	same, good = go_on(c, &same, d);
	int	how;

	if (!good || !hired || !same)
		c->board->stop = true;
	how = wait_for(c);
	if (how > 0)
		diag_fail(d, _("a worker ended by signal %d; nothing was "
		    "written"), how);
	if (!good || how > 0)
		return WORKED_DIED;
	return !same ? WORKED_CHANGED : how < 0 || !hired ? WORKED_NOT :
	    take_all(c, d);
}

enum worked
workers_run(const struct workers *w, struct diags *d)
{
	struct crew	c = { .w = w };
	enum worked	done;
	bool		hired = true;
	int		k;

	if (!gather(&c)) {
		diag_fail(d, "%s", text_error(errno));
		return WORKED_DIED;
	}
	if (!store_let_go(w->store, &c.moment, d)) {
		dismiss(&c);
		return WORKED_DIED;
	}
	if (w->is_dated && w->moment != c.moment)
		hired = false;
	for (k = 0; k < w->jobs && (size_t)k < w->parts && k < WORKERS_MOST &&
	    hired; k++)
		hired = hire(&c);
	done = finish(&c, hired, d);
	dismiss(&c);
	return done;
}

bool
workers_copy(FILE *from, FILE *to, long long bytes)
{
	char	buf[1 << 14];
	size_t	n;

	if (to == NULL)
		return false;
	for (; bytes > 0; bytes -= (long long)n) {
		n = bytes < (long long)sizeof(buf) ? (size_t)bytes :
		    sizeof(buf);
		n = fread(buf, 1, n, from);
		if (n == 0)
			return false;
		fwrite(buf, 1, n, to);
	}
	return true;
}

int
workers_for(int asked, bool few)
{
	cpu_set_t	set;
	int		n;

	if (asked > 0)
		return asked;
	if (few || sched_getaffinity(0, sizeof(set), &set) != 0)
		return 1;
	n = CPU_COUNT(&set);
	return n > USUAL ? USUAL : n;
}

enum worked
workers_over(struct workers *w, struct arena *a, int asked, const char *top,
    struct case_part **parts, struct diags *d)
{
	w->jobs = asked == 1 ? 1 : workers_for(asked,
	    !store_has_cases(w->store, top, WORKERS_FEW));
	if (w->jobs == 1)
		return WORKED_NOT;
	w->parts = store_parts(w->store, a, top, (size_t)w->jobs *
	    WORKERS_PARTS, parts);
	return w->parts == 1 ? WORKED_NOT : workers_run(w, d);
}
