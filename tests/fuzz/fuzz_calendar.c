/*
 * Any bytes as a calendar of days off.
 */
#include "fuzz/scratch.h"

#include "input/holidays.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	const struct calendars	*c;
	char			 path[256];
	FILE			*null = fopen("/dev/null", "w");

	snprintf(path, sizeof(path), "%s/cn", scratch());
	(void)mkdir(path, 0700);
	scratch_write("cn/2020.ics", data, size, path);
	c = calendars_load(a, scratch(), NULL, NULL, d);
	if (c != NULL) {
		(void)workcal_after(calendars_for(c, "450225"),
		    day_make(2020, 1, 1), 100, NULL);
		(void)calendars_day(c, "45", day_make(2020, 5, 1));
	}
	diags_write(d, null);
	fclose(null);
	arena_free(a);
	return 0;
}
