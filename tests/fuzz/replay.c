/*
 * replay.c -- a main for a fuzz target where libFuzzer is not linked: runs
 * it over every file of the folders named, so that what was found once is
 * tried by every `make check`.  Ends with a count as every suite does.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static int
replay(const char *path)
{
	FILE	*f = fopen(path, "rb");
	uint8_t	*data;
	long	 size;

	if (f == NULL || fseek(f, 0, SEEK_END) != 0 || (size = ftell(f)) < 0)
		return 0;
	rewind(f);
	data = malloc((size_t)size + 1);
	if (data == NULL || fread(data, 1, (size_t)size, f) != (size_t)size)
		abort();
	fclose(f);
	(void)LLVMFuzzerTestOneInput(data, (size_t)size);
	free(data);
	return 1;
}

int
main(int argc, char **argv)
{
	struct dirent	*e;
	char		 path[4096];
	DIR		*d;
	int		 i, n = 0;

	for (i = 1; i < argc; i++) {
		d = opendir(argv[i]);
		while (d != NULL && (e = readdir(d)) != NULL) {
			if (e->d_name[0] == '.')
				continue;
			snprintf(path, sizeof(path), "%s/%s", argv[i],
			    e->d_name);
			n += replay(path);
		}
		if (d != NULL)
			closedir(d);
	}
	printf("%d passed, 0 failed\n", n);
	return n > 0 ? 0 : 1;
}
