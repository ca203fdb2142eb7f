/*
 * scratch.h -- a folder of its own for a target that reads files.
 */
#ifndef FUZZ_SCRATCH_H
#define FUZZ_SCRATCH_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char	scratch_folder[64];

static inline const char *
scratch(void)
{
	if (scratch_folder[0] == '\0') {
		snprintf(scratch_folder, sizeof(scratch_folder),
		    "/tmp/gongshi-fuzz-%ld", (long)getpid());
		(void)mkdir(scratch_folder, 0700);
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
