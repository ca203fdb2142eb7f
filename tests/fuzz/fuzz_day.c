/*
 * Any text as a date: what is read is printed and read again the same.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "case/privacy.h"
#include "base/division.h"
#include "rule/dates.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	*a = arena_new();
	const char	*s = arena_ndup(a, (const char *)data, size);
	char		 buf[DAY_TEXT], code[DIVISION_MAX + 1];
	struct day	 d, again;

	if (day_parse(s, &d) && strcmp(day_print(d, buf), s) != 0)
		abort();
	if (day_complaint(s, &d) == NULL &&
	    (!day_parse(day_print(d, buf), &again) || again.n != d.n))
		abort();
	if (division_parse(s, code) && (!division_parse(code, code) ||
	    division_level(code) == LEVEL_NONE))
		abort();
	(void)privacy_shows(s);
	arena_free(a);
	return 0;
}
