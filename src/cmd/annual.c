/*
 * annual: the figures of the yearly report.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "cmd/figures.h"
#include "job/yearly.h"

/* False: told. */
static bool
read_year(struct context *x, int *year)
{
	const char	*s = x->value[OPT_YEAR];
	char		 first[16];
	struct day	 d;

	if (s == NULL) {
		diag_error(x->diags, NOWHERE, _("`annual` needs --year YEAR"));
		return false;
	}
	*year = strlen(s) == 4 && strspn(s, "0123456789") == 4 ? atoi(s) : 0;
	if (*year < 1990 || *year > 2100) {
		diag_error(x->diags, NOWHERE, _("--year %s: expected a year "
		    "from 1990 to 2100, as 2020"), s);
		return false;
	}
	snprintf(first, sizeof(first), "%d-01-01", *year);
	if (day_parse(first, &d) && day_cmp(d, x->today) <= 0)
		return true;
	diag_error(x->diags, NOWHERE, _("--year %d: the year has not begun"),
	    *year);
	return false;
}

int
cmd_annual(struct context *x, int argc, char **argv)
{
	struct yearly_ask	ask = { .today = x->today };
	struct layout		l = { .out = stdout, .today = x->today };
	struct yearly		y;
	struct tables		t;
	bool			good;

	(void)argv;
	ask.top = option_division(x);
	if (!no_operands(x, argc) || ask.top == NULL ||
	    !read_year(x, &ask.year) || !option_format(x, &l.format) ||
	    !may_write_tables(x, l.format))
		return status_of(x);
	if (!open_to_read(x, &ask.book, &ask.calendars, &ask.store, NULL))
		return status_of(x);
	l.width = columns_of(stdout);
	good = yearly_count(x->arena, &ask, &y, x->diags);
	store_close(ask.store);
	if (!good)
		return status_of(x);
	yearly_tables(x->arena, &y, &t);
	if (!write_tables(x, &l, &t) || yearly_holds(&y))
		return status_of(x);
	return EXIT_FOUND;
}
