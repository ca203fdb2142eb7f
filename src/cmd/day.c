/*
 * day: one sum of days, or a stream of them.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/sheet.h"
#include "cmd/cmd.h"
#include "rule/vocab.h"
#include "time/period.h"

enum { SUM_MAX = 9999999 };

struct count {
	bool			 same_day, roll;
	const struct workcal	*cal;
};

/* DATE +N UNIT, or -N; false: it is none. */
static bool
read_sum(char *const words[3], struct day *from, int32_t *n, enum unit *unit)
{
	const char	*digits = words[1] + 1;
	size_t		 len = strspn(digits, "0123456789");
	enum word	 w = vocab_find(words[2], IN_UNITS);

	if (!day_parse(words[0], from) &&
	    day_complaint(words[0], from) != NULL)
		return false;
	if ((*words[1] != '+' && *words[1] != '-') || len == 0 || len > 7 ||
	    digits[len] != '\0' || w == W_NONE)
		return false;
	*n = (int32_t)strtol(digits, NULL, 10);
	*unit = w == W_DAY ? UNIT_DAY : w == W_WORKDAY ? UNIT_WORKDAY :
	    UNIT_MONTH;
	return *n >= 1 && *n <= SUM_MAX;
}

/* The day, "unknown" or "error". */
static const char *
answer(const struct count *c, char *const words[3], char buf[static DAY_TEXT])
{
	struct period	p = { 0, UNIT_DAY, c->same_day, c->roll };
	struct day	from, brink, to;

	if (!read_sum(words, &from, &p.n, &p.unit))
		return "error";
	to = *words[1] == '+' ? period_last(p, from, c->cal, &brink) :
	    period_act(p, from, c->cal, &brink);
	if (day_is(to))
		return day_print(to, buf);
	return day_is(brink) ? "unknown" : "error";
}

static int
answer_stream(const struct count *c)
{
	char	*line = NULL, *words[3], *save, buf[DAY_TEXT];
	size_t	 cap = 0;
	int	 i, status = EXIT_FINE;
	const char *said;

	while (getline(&line, &cap, stdin) >= 0) {
		save = NULL;
		for (i = 0; i < 3; i++) {
			words[i] = strtok_r(i == 0 ? line : NULL, " \t\r\n",
			    &save);
			if (words[i] == NULL)
				break;
		}
		said = i < 3 ? "error" : answer(c, words, buf);
		if (*said == 'e')
			status = EXIT_INPUT;
		puts(said);
	}
	free(line);
	return status;
}

static bool
option_count(struct context *x, struct count *c)
{
	const char	*kind = x->value[OPT_COUNT];

	c->same_day = false;
	c->roll = true;
	if (kind == NULL || strcmp(kind, "deadline") == 0)
		return true;
	c->roll = false;
	c->same_day = strcmp(kind, "judged") == 0;
	if (c->same_day || strcmp(kind, "planned") == 0)
		return true;
	diag_error(x->diags, (struct place){ 0 },
	    _("--count %s: expected deadline, judged or planned"), kind);
	return false;
}

int
cmd_day(struct context *x, int argc, char **argv)
{
	const struct calendars	*cals;
	const char		*top = option_division(x), *said;
	struct count		 c;
	char			 buf[DAY_TEXT];

	if (top == NULL || !option_count(x, &c))
		return EXIT_INPUT;
	cals = open_calendars(x);
	if (cals == NULL)
		return status_of(x);
	c.cal = calendars_for(cals, top);
	if (argc == 0)
		return answer_stream(&c);
	said = argc < 3 ? "error" : answer(&c, argv, buf);
	if (*said == 'e') {
		diag_error(x->diags, (struct place){ 0 }, _("this is no sum "
		    "of days; expected as `2020-09-30 +5 workdays` (day, "
		    "workday or month; +N or -N, N at least 1)"));
		return EXIT_INPUT;
	}
	puts(said);
	return EXIT_FINE;
}
