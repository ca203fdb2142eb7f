/*
 * circular: how notices stood in a period, unit by unit.
 */
#include "base/text.h"
#include "cmd/figures.h"
#include "job/circular.h"

static const struct choice	levels[] = {
	{ "county", LEVEL_COUNTY }, { "township", LEVEL_TOWNSHIP }, { 0 }
};

/* ---- which period */

static bool
is_in_order(struct context *x, struct stretch s)
{
	char	from[DAY_TEXT], until[DAY_TEXT];

	if (day_cmp(s.from, s.until) > 0)
		diag_error(x->diags, NOWHERE, _("--from %s: it lies behind "
		    "--until %s"), day_print(s.from, from),
		    day_print(s.until, until));
	else if (day_cmp(s.until, x->today) > 0)
		diag_error(x->diags, NOWHERE, _("--until %s: the day is "
		    "still to come; a circular tells of days that are over, "
		    "or of today"), day_print(s.until, until));
	else
		return true;
	return false;
}

/*
 * The last whole month before today; from a day on through today; up to a
 * day from the first of its month.
 */
static bool
read_period(struct context *x, struct stretch *s)
{
	const struct stretch	month = stretch_month(x->today);

	*s = stretch_month(day_add(month.from, -1));
	if (!option_day(x, OPT_FROM, &s->from) ||
	    !option_day(x, OPT_UNTIL, &s->until))
		return false;
	if (!day_is(s->from) && !day_is(s->until))
		*s = stretch_month(day_add(month.from, -1));
	else if (!day_is(s->until))
		s->until = x->today;
	else if (!day_is(s->from))
		s->from = stretch_month(s->until).from;
	return is_in_order(x, *s);
}

/* ---- the command */

static bool
read_options(struct context *x, struct circular_ask *ask, struct layout *l)
{
	int		 level;

	ask->top = option_division(x);
	ask->today = x->today;
	if (ask->top == NULL || !option_format(x, &l->format) ||
	    !option_choice(x, OPT_BY, levels, &level) ||
	    !read_period(x, &ask->is))
		return false;
	ask->by = (enum level)level;
	return may_write_tables(x, l->format);
}

int
cmd_circular(struct context *x, int argc, char **argv)
{
	struct circular_ask	ask = { 0 };
	struct layout		l = { .out = stdout };
	struct circular		c;
	struct tables		t;
	bool			made;

	(void)argv;
	if (!no_operands(x, argc) || !read_options(x, &ask, &l))
		return status_of(x);
	if (!open_to_read(x, &ask.book, &ask.calendars, &ask.store,
	    &ask.names))
		return status_of(x);
	l.today = x->today;
	l.width = columns_of(stdout);
	made = circular_make(x->arena, &ask, &c, x->diags);
	if (made)
		circular_tables(x->arena, &c, &t);
	store_close(ask.store);
	if (made)
		(void)write_tables(x, &l, &t);
	return status_of(x);
}
