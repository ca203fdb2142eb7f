/*
 * scratch.h -- a folder of its own for a target that reads files, in memory
 * where the system has such a place: on a disk each input would wait for it.
 */
#ifndef FUZZ_SCRATCH_H
#define FUZZ_SCRATCH_H

#include <ftw.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char	scratch_folder[64];

static inline int
scratch_drop(const char *path, const struct stat *st, int what, struct FTW *at)
{
	(void)st;
	(void)what;
	(void)at;
	return remove(path);
}

static inline void
scratch_end(void)
{
	(void)nftw(scratch_folder, scratch_drop, 8, FTW_DEPTH | FTW_PHYS);
}

static inline const char *
scratch(void)
{
	if (scratch_folder[0] == '\0') {
		snprintf(scratch_folder, sizeof(scratch_folder),
		    "%s/gongshi-fuzz-%ld", access("/dev/shm", W_OK) == 0 ?
		    "/dev/shm" : "/tmp", (long)getpid());
		(void)mkdir(scratch_folder, 0700);
		(void)atexit(scratch_end);
	}
	return scratch_folder;
}

/* Where the mark stands in the bytes, or NULL. */
static inline const void *
cut_at(const void *data, size_t size, const char *mark)
{
	const char	*p = data;
	size_t		 i, n = strlen(mark);

	for (i = 0; i + n <= size; i++)
		if (memcmp(p + i, mark, n) == 0)
			return p + i;
	return NULL;
}

static inline void
scratch_write(const char *name, const uint8_t *data, size_t size,
    char path[static 256])
{
	FILE	*f;

	snprintf(path, 256, "%s/%s", scratch(), name);
	f = fopen(path, "wb");
	if (f == NULL || fwrite(data, 1, size, f) != size || fclose(f) != 0)
		abort();
}

#endif
