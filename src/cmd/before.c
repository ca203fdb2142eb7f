/*
 * plan --procedure: a course that has not begun.
 */
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "cmd/spool.h"
#include "job/before.h"

static const enum option	own[] = {
	OPT_PLACES, OPT_TRAITS, OPT_EVENT, OPT_GOAL
};

bool
is_before(const struct context *x)
{
	size_t	i;

	for (i = 0; i < sizeof(own) / sizeof(*own); i++)
		if (x->value[own[i]] != NULL)
			return true;
	return x->value[OPT_PROCEDURE] != NULL;
}

/* False: errors were added. */
static bool
read_options(struct context *x, int argc, struct before *b)
{
	b->procedure = x->value[OPT_PROCEDURE];
	b->division = x->value[OPT_DIVISION];
	b->places = x->value[OPT_PLACES];
	b->traits = x->value[OPT_TRAITS];
	b->events = x->value[OPT_EVENT];
	b->goals = x->value[OPT_GOAL];
	b->today = x->today;
	if (argc > 0)
		diag_error(x->diags, NOWHERE, _("a case that is there has its "
		    "own procedure, places and events: --procedure and its "
		    "options are for a course that has not begun"));
	else if (b->procedure == NULL)
		diag_error(x->diags, NOWHERE, _("a course that has not begun "
		    "is named by --procedure PROCEDURE"));
	else if (b->division == NULL)
		diag_error(x->diags, NOWHERE, _("`plan --procedure` needs "
		    "--division CODE: whose course it is"));
	if (x->value[OPT_COUNTY] != NULL)
		diag_error(x->diags, NOWHERE, _("--county says whose case a "
		    "number names; here is none"));
	return is_text(x, b->procedure) && is_text(x, b->division) &&
	    is_text(x, b->places) && is_text(x, b->traits) &&
	    is_text(x, b->events) && is_text(x, b->goals) &&
	    diags_errors(x->diags) == 0;
}

/* A database is asked where there is one; none is needed. */
static bool
open_known(struct context *x, struct before *b)
{
	if (x->value[OPT_DB] == NULL && hub_named(x) == NULL &&
	    access(store_path(x), F_OK) != 0)
		return true;
	b->known = open_store(x, STORE_READ);
	return b->known != NULL;
}

static int
tell(struct context *x, const struct before *b, const struct ahead *f,
    enum format format)
{
	struct layout	 l = { .out = stdout, .format = format,
			    .today = x->today, .top = "",
			    .width = columns_of(stdout) };
	struct writer	*w;
	size_t		 i;
	bool		 good = true;

	l.names = b->known == NULL ? NULL : store_names(x, b->known);
	l.colour = format == FORMAT_TEXT && is_coloured(stdout);
	w = writer_new(x->arena, l);
	write_plan_begin(w);
	write_plan_case(w, x->arena, f->matter, f->all, f->now);
	if (f->ngoals > 0)
		write_plan_goals(w, f->now->proc, f->goals, f->ngoals);
	write_plan_end(w, &f->totals);
	for (i = 0; i < f->ngoals; i++)
		good &= f->goals[i].how == REACH_GOOD;
	return good ? EXIT_FINE : EXIT_FOUND;
}

int
plan_before(struct context *x, int argc)
{
	struct before	b = { .known = NULL };
	struct ahead	f;
	enum format	format;
	int		status;

	if (!read_options(x, argc, &b) || !option_format(x, &format))
		return status_of(x);
	b.book = open_rules(x);
	b.calendars = open_calendars(x);
	if (b.book == NULL || b.calendars == NULL || !open_known(x, &b))
		return status_of(x);
	spool_begin();
	if (before_lay(x->arena, &b, &f, x->diags))
		status = tell(x, &b, &f, format);
	else
		status = EXIT_FINE;
	if (b.known != NULL)
		store_close(b.known);
	return status == EXIT_FINE ? status_of(x) : status;
}
