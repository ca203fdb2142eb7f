/*
 * Any bytes as sheets, split at lines `===`, through the whole line.
 */
#include "fuzz/line.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static int
split(const uint8_t *data, size_t size, const char **files, struct arena *a)
{
	const uint8_t	*at = data, *end = data + size, *cut;
	char		 path[256], name[16];
	int		 n = 0;

	while (n < SHEETS_MAX && at < end) {
		cut = cut_at(at, (size_t)(end - at), "\n===\n");
		snprintf(name, sizeof(name), "%d.csv", n);
		scratch_write(name, at, cut == NULL ? (size_t)(end - at) :
		    (size_t)(cut - at) + 1, path);
		files[n++] = arena_dup(a, path);
		if (cut == NULL)
			break;
		at = cut + 5;
	}
	return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	*a = arena_new();
	const char	*files[SHEETS_MAX];
	int		 n;

	load();
	n = split(data, size, files, a);
	line_run(a, files, n, day_make(2020, 10, 1), false);
	arena_free(a);
	return 0;
}
