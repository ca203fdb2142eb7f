#include "rule/duty.h"

#include <string.h>

enum word
duty_every(enum cycle c)
{
	static const enum word	words[] = {
		[CYCLE_NONE] = W_NONE, [CYCLE_MONTH] = W_EVERY_MONTH,
		[CYCLE_QUARTER] = W_EVERY_QUARTER,
		[CYCLE_HALF_YEAR] = W_EVERY_HALF_YEAR,
		[CYCLE_YEAR] = W_EVERY_YEAR
	};

	return words[c];
}

const char *
duty_number(struct arena *a, const char *procedure, const char *division,
    struct interval period)
{
	char	text[INTERVAL_TEXT];

	interval_print(period, text);
	return arena_printf(a, "%s@%s@%s", procedure, division, text);
}

/* The last `@` before `end`, or NULL. */
static const char *
mark_before(const char *s, const char *end)
{
	while (end > s)
		if (*--end == '@')
			return end;
	return NULL;
}

bool
duty_parse(const char *number, struct duty_case *out)
{
	const char	*period = mark_before(number, number +
			    strlen(number)), *division;
	char		 code[DIVISION_MAX + 1];
	size_t		 n;

	if (period == NULL || !interval_parse(period + 1, &out->period))
		return false;
	division = mark_before(number, period);
	if (division == NULL || division == number)
		return false;
	n = (size_t)(period - division) - 1;
	if (n > DIVISION_MAX)
		return false;
	memcpy(code, division + 1, n);
	code[n] = '\0';
	if (!division_parse(code, out->division) ||
	    strcmp(code, out->division) != 0)
		return false;
	out->procedure = (size_t)(division - number);
	return true;
}

const struct where *
duty_unplaced(const struct procedure *p, const struct step_rule *s)
{
	enum level	top = LEVEL_REGION;
	int		i;

	while (top < LEVEL_GROUP && (p->levels & 1U << top) == 0)
		top++;
	for (i = 0; p->every != CYCLE_NONE && i < s->nat; i++)
		if (!s->at[i].each && s->at[i].level > top)
			return &s->at[i];
	return NULL;
}
