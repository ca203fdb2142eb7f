/*
 * Any bytes as a notice, a feed or holiday-cn's JSON.
 */
#include "fuzz/scratch.h"

#include "input/source.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct source	 s = { 0 };
	char		 path[256];
	FILE		*null = fopen("/dev/null", "w");

	scratch_write("source", data, size, path);
	s.path = path;
	(void)source_read(a, &s, d);
	diags_write(d, null);
	fclose(null);
	arena_free(a);
	return 0;
}
