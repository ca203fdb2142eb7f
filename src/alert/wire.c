#include "alert/wire.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

bool
wire_flush(int fd, struct outbox *o)
{
	const char	*p = o->bytes;
	ssize_t		 n;

	while (o->used > 0) {
		/* MSG_NOSIGNAL: who is gone must not end this process. */
		n = send(fd, p, o->used, MSG_NOSIGNAL);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		p += n;
		o->used -= (size_t)n;
	}
	return true;
}

/* Behind what is there already; there must be room. */
static void
pack(struct outbox *o, const char *const *fields, size_t n, uint32_t size)
{
	size_t	i, len;

	memcpy(o->bytes + o->used, &size, sizeof(size));
	o->used += sizeof(size);
	for (i = 0; i < n; i++) {
		len = strlen(fields[i]) + 1;
		memcpy(o->bytes + o->used, fields[i], len);
		o->used += len;
	}
}

bool
wire_add(int fd, struct outbox *o, const char *const *fields, size_t n)
{
	size_t	i, size = 0;

	for (i = 0; i < n; i++)
		size += strlen(fields[i]) + 1;
	if (n > WIRE_FIELDS || size == 0 || size > WIRE_BYTES)
		return false;
	if (o->used + sizeof(uint32_t) + size > o->room && !wire_flush(fd, o))
		return false;
	if (sizeof(uint32_t) + size > o->room) {
		o->room = sizeof(uint32_t) + size;
		o->bytes = arena_alloc(o->arena, o->room);
	}
	pack(o, fields, n, (uint32_t)size);
	return true;
}

bool
wire_put(int fd, const char *const *fields, size_t n)
{
	struct outbox	o = { .arena = arena_new() };
	bool		good;

	good = wire_add(fd, &o, fields, n) && wire_flush(fd, &o);
	arena_free(o.arena);
	return good;
}

static long long
milliseconds(void)
{
	struct timespec	t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static enum wire
take_bytes(int fd, char *p, size_t len, long long until)
{
	struct pollfd	f = { .fd = fd, .events = POLLIN };
	long long	left;
	ssize_t		n;

	while (len > 0) {
		n = recv(fd, p, len, MSG_DONTWAIT);
		if (n > 0) {
			p += n;
			len -= (size_t)n;
			continue;
		}
		if (n == 0 || (errno != EAGAIN && errno != EINTR))
			return WIRE_END;
		left = until - milliseconds();
		if (left <= 0)
			return WIRE_LATE;
		(void)poll(&f, 1, (int)left);
	}
	return WIRE_RECORD;
}

enum wire
wire_take(int fd, int wait, struct arena *a,
    const char *fields[static WIRE_FIELDS], size_t *n)
{
	long long	 until = milliseconds() + wait;
	uint32_t	 size = 0;
	char		*p, *end;
	enum wire	 got;

	*n = 0;
	got = take_bytes(fd, (char *)&size, sizeof(size), until);
	if (got != WIRE_RECORD)
		return got;
	if (size == 0 || size > WIRE_BYTES)
		return WIRE_END;
	p = arena_alloc(a, size + 1);
	got = take_bytes(fd, p, size, until);
	if (got != WIRE_RECORD)
		return got;
	for (end = p + size; p < end && *n < WIRE_FIELDS;
	    p += strlen(p) + 1)
		fields[(*n)++] = p;
	return WIRE_RECORD;
}
