#include "base/division.h"

#include <string.h>

/* Digits of a code at each level; GB/T 2260 and the statistical code. */
static const size_t	digits[] = { 0, 2, 4, 6, 9, 12, 0 };

bool
division_parse(const char *text, char out[static DIVISION_MAX + 1])
{
	size_t	len = strlen(text), i;

	if (len < 2 || len > DIVISION_MAX ||
	    strspn(text, "0123456789") != len)
		return false;
	if (len <= 12) {
		for (i = LEVEL_REGION; i < LEVEL_GROUP; i++)
			if (digits[i] == len)
				break;
		if (i == LEVEL_GROUP)
			return false;
	}
	for (i = LEVEL_VILLAGE; i >= LEVEL_REGION; i--)
		if (len > digits[i] &&
		    strspn(text + digits[i], "0") >= len - digits[i])
			len = digits[i];
	memcpy(out, text, len);
	out[len] = '\0';
	return strcmp(out, "00") != 0;
}

enum level
division_level(const char *code)
{
	size_t	len = strlen(code);

	for (int i = LEVEL_REGION; i < LEVEL_GROUP; i++)
		if (len == digits[i])
			return (enum level)i;
	return len > 12 ? LEVEL_GROUP : LEVEL_NONE;
}

size_t
division_digits(enum level l)
{
	return digits[l];
}

bool
division_above(const char *code, enum level l,
    char out[static DIVISION_MAX + 1])
{
	size_t	len = strlen(code), want = digits[l];

	if (l == LEVEL_GROUP)
		want = len > 12 ? len : DIVISION_MAX + 1;
	if (l == LEVEL_NONE || len < want)
		return false;
	memcpy(out, code, want);
	out[want] = '\0';
	return true;
}

void
division_county(const char *code, char out[static COUNTY_MAX + 1])
{
	size_t	n = strnlen(code, COUNTY_MAX);

	memcpy(out, code, n);
	out[n] = '\0';
}

bool
division_within(const char *code, const char *top)
{
	return strncmp(code, top, strlen(top)) == 0;
}
