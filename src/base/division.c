#include "base/division.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* Digits of a code at each level; GB/T 2260 and the statistical code. */
static const size_t	digits[] = { 0, 2, 4, 6, 9, 12, 0 };

/* Are eight bytes digits?  0x30 to 0x39: also six more has the high half 3. */
static bool
are_digits(const char *text)
{
	const uint64_t	high = 0xf0f0f0f0f0f0f0f0, three = 0x3030303030303030;
	uint64_t	v;

	memcpy(&v, text, sizeof(v));
	return (v & high) == three &&
	    ((v + 0x0606060606060606) & high) == three;
}

/* Asked of every row that is read: eight digits at a time, the last overlap. */
bool
division_is(const char *text, size_t len)
{
	static const bool	whole[DIVISION_MAX + 1] = {
		[2] = true, [4] = true, [6] = true, [9] = true, [12] = true
	};
	size_t			i;

	if (len > DIVISION_MAX || (len <= digits[LEVEL_VILLAGE] &&
	    !whole[len]))
		return false;
	for (i = 0; len >= 8 && i + 8 < len; i += 8)
		if (!are_digits(text + i))
			return false;
	if (len >= 8)
		return are_digits(text + len - 8);
	for (i = 0; i < len; i++)
		if (text[i] < '0' || text[i] > '9')
			return false;
	return true;
}

bool
division_parse(const char *text, char out[static DIVISION_MAX + 1])
{
	size_t	len = strlen(text), i;

	if (!division_is(text, len))
		return false;
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
	if (l == LEVEL_NONE || len < want || want > DIVISION_MAX)
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
	size_t	len = strlen(top);

	return strncmp(code, top, len) == 0 && (code[len] == '\0' ||
	    len <= 12);
}

/* A code below goes on with '0' or a later byte; ':' is the byte after '9'. */
size_t
division_ranges(const char *top,
    struct division_range out[static DIVISION_RANGES])
{
	const size_t	len = strlen(top);
	enum level	level;
	size_t		n = 0;
	int		take;

	for (level = LEVEL_REGION; level < LEVEL_GROUP &&
	    digits[level] < len; level++, n++) {
		take = (int)digits[level];
		snprintf(out[n].low, sizeof(out[n].low), "%.*s", take, top);
		snprintf(out[n].high, sizeof(out[n].high), "%.*s0", take, top);
	}
	snprintf(out[n].low, sizeof(out[n].low), "%.*s", DIVISION_MAX, top);
	snprintf(out[n].high, sizeof(out[n].high), "%.*s:", DIVISION_MAX, top);
	return n + 1;
}
