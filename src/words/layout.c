#include "words/layout.h"

#include <string.h>

static const char *const	names[FORMATS] = {
	[FORMAT_TEXT] = "text", [FORMAT_JSON] = "json", [FORMAT_CSV] = "csv",
	[FORMAT_JUNIT] = "junit", [FORMAT_XLSX] = "xlsx", [FORMAT_HTML] = "html"
};

const char *
format_name(enum format f)
{
	return names[f];
}

bool
format_parse(const char *s, enum format *out)
{
	size_t	i;

	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strcmp(s, names[i]) == 0) {
			*out = (enum format)i;
			return true;
		}
	return false;
}
