/*
 * killat.so -- loaded before a program, ends it with SIGKILL just before its
 * KILL_AT-th call that changes a disk (from 1; writes to 1 and 2 are none).
 * Without KILL_AT nothing is ended; with KILL_COUNT a file, the number of
 * such calls is written there at exit.  With KILL_ONLY only calls of that name
 * count.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static long calls;

static void
tick(const char *name)
{
	const char *at = getenv("KILL_AT");
	const char *only = getenv("KILL_ONLY");

	if (only && strcmp(only, name) != 0)
		return;
	calls++;
	if (at && strtol(at, NULL, 10) == calls)
		raise(SIGKILL);
}

__attribute__((destructor)) static void
tell(void)
{
	const char *name = getenv("KILL_COUNT");
	FILE *file = name ? fopen(name, "w") : NULL;

	if (file) {
		fprintf(file, "%ld\n", calls);
		fclose(file);
	}
}

static void *
next(const char *name)
{
	return dlsym(RTLD_NEXT, name);
}

#define PASS(type, name, parameters, arguments)                               \
	type name parameters                                                  \
	{                                                                     \
		type (*real) parameters;                                      \
		void *found = next(#name);                                    \
		memcpy(&real, &found, sizeof real);                           \
		tick(#name);                                                  \
		return real arguments;                                        \
	}

PASS(int, rename, (const char *a, const char *b), (a, b))
PASS(int, renameat, (int a, const char *b, int c, const char *d), (a, b, c, d))
PASS(int, renameat2, (int a, const char *b, int c, const char *d,
     unsigned int e), (a, b, c, d, e))
PASS(int, link, (const char *a, const char *b), (a, b))
PASS(int, unlink, (const char *a), (a))
PASS(int, unlinkat, (int a, const char *b, int c), (a, b, c))
PASS(int, remove, (const char *a), (a))
PASS(int, rmdir, (const char *a), (a))
PASS(int, mkdir, (const char *a, mode_t b), (a, b))
PASS(int, mkdirat, (int a, const char *b, mode_t c), (a, b, c))
PASS(int, fsync, (int a), (a))
PASS(int, fdatasync, (int a), (a))
PASS(int, ftruncate, (int a, off_t b), (a, b))
PASS(int, ftruncate64, (int a, off64_t b), (a, b))
PASS(int, mkstemp, (char *a), (a))
PASS(int, mkostemp, (char *a, int b), (a, b))
PASS(FILE *, fopen, (const char *a, const char *b), (a, b))
PASS(int, fclose, (FILE *a), (a))
PASS(ssize_t, pwrite, (int a, const void *b, size_t c, off_t d), (a, b, c, d))
PASS(ssize_t, pwrite64, (int a, const void *b, size_t c, off64_t d),
     (a, b, c, d))

ssize_t
write(int fd, const void *data, size_t size)
{
	ssize_t (*real)(int, const void *, size_t);
	void *found = next("write");

	memcpy(&real, &found, sizeof real);
	if (fd != 1 && fd != 2)
		tick("write");
	return real(fd, data, size);
}
