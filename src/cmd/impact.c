/*
 * impact: what other rules, days off or sheets would change.
 */
#include <stdio.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "job/impact.h"
#include "job/import.h"
#include "store/night.h"

/* What is wrong in both worlds is told once, by the second, opened first. */
static struct context
quietly(const struct context *x)
{
	struct context	quiet = *x;

	quiet.diags = diags_new(x->arena);
	return quiet;
}

static bool
open_both_rules(struct context *x, struct impact *job)
{
	const char	*fresh = x->value[OPT_NEW_RULES];
	struct context	 quiet = quietly(x);

	job->of[IS].book = open_rules_beside(x, fresh);
	if (job->of[IS].book == NULL)
		return false;
	job->of[WAS].book = fresh == NULL ? job->of[IS].book :
	    open_rules(&quiet);
	if (job->of[WAS].book == NULL)
		job->of[WAS].book = open_rules(x);
	return job->of[WAS].book != NULL;
}

static bool
open_both_calendars(struct context *x, struct impact *job)
{
	const char	*fresh = x->value[OPT_NEW_CALENDARS];
	struct context	 quiet = quietly(x);

	job->of[IS].calendars = open_calendars_beside(x, fresh);
	if (job->of[IS].calendars == NULL)
		return false;
	job->of[WAS].calendars = fresh == NULL ? job->of[IS].calendars :
	    open_calendars(&quiet);
	if (job->of[WAS].calendars == NULL)
		job->of[WAS].calendars = open_calendars(x);
	return job->of[WAS].calendars != NULL;
}

static void
note(struct context *x, struct grounds *g, const char *words)
{
	g->notes = arena_grow(x->arena, g->notes, g->nnotes, &g->notes_cap,
	    sizeof(*g->notes));
	g->notes[g->nnotes++] = words;
}

/* By the very import, into a copy that is nobody's. */
static bool
take_sheets(struct context *x, struct impact *job, char **files, int n,
    struct grounds *g)
{
	struct import		take = { .store = job->of[IS].store,
				    .book = job->of[IS].book,
				    .files = (const char *const *)files,
				    .nfiles = n, .command = "impact" };
	struct import_result	result;
	size_t			i;
	int			s;

	job->upto = store_upto(take.store, x->diags);
	take.county = option_county(x);
	take.when = iso_time(x, x->now);
	take.who = user_name(x);
	take.progress = isatty(STDERR_FILENO) ? stderr : NULL;
	if (job->upto < 0 || take.county == NULL || !import_run(x->arena,
	    &take, &result, x->diags))
		return false;
	for (i = 0; i < result.nnotes; i++)
		fprintf(stderr, "%s\n", text_safe(x->arena,
		    result.notes[i]));
	for (s = SHEET_DIVISIONS; s < SHEETS; s++)
		if (result.of[s].rows > 0)
			note(x, g, import_words(x->arena, (enum sheet)s,
			    &result.of[s]));
	return true;
}

/* The second is a copy made while the first one holds what it reads. */
static bool
open_both_stores(struct context *x, struct impact *job, char **files, int n,
    struct grounds *g)
{
	struct impact_world	*was = &job->of[WAS], *is = &job->of[IS];

	was->store = is->store = open_store(x, STORE_READ);
	if (was->store == NULL)
		return false;
	was->names = is->names = store_names(x, was->store);
	if (n == 0)
		return true;
	is->store = open_store(x, STORE_TRIAL);
	if (is->store == NULL)
		return false;
	is->names = store_names(x, is->store);
	return take_sheets(x, job, files, n, g);
}

static struct impact_writer *
writer_of(struct context *x, const struct impact *job, enum format f,
    const struct grounds *g)
{
	const struct layout	l = { .out = stdout, .format = f,
				    .today = x->today, .top = job->top,
				    .colour = f == FORMAT_TEXT &&
				    is_coloured(stdout),
				    .width = columns_of(stdout) };
	const struct names	*names[WORLDS] = { job->of[WAS].names,
				    job->of[IS].names };

	return impact_writer_new(x->arena, l, names, g, x->diags);
}

static void
hold_against(struct context *x, struct impact *job, enum format f, int argc,
    char **argv)
{
	struct grounds		g = { 0 };
	struct impact_totals	t;

	if (!open_both_stores(x, job, argv, argc, &g))
		return;
	impact_grounds(x->arena, job, &g);
	job->writer = writer_of(x, job, f, &g);
	if (impact_run(x->arena, job, &t, x->diags))
		warn_of_nothing(x, job->top, t.cases);
}

int
cmd_impact(struct context *x, int argc, char **argv)
{
	struct impact	job = { .upto = -1, .today = x->today };
	enum format	f;

	if (argc == 0 && x->value[OPT_NEW_RULES] == NULL &&
	    x->value[OPT_NEW_CALENDARS] == NULL)
		diag_error(x->diags, NOWHERE, _("`impact` needs something "
		    "new: --new-rules DIR, --new-calendars DIR or sheets"));
	job.top = option_division(x);
	job.again = open_again(x);
	if (job.top == NULL || !option_jobs(x, &job.jobs) ||
	    !option_format(x, &f) || diags_errors(x->diags) > 0 ||
	    !open_both_rules(x, &job) || !open_both_calendars(x, &job))
		return status_of(x);
	hold_against(x, &job, f, argc, argv);
	if (job.of[IS].store != job.of[WAS].store)
		store_close(job.of[IS].store);
	store_close(job.of[WAS].store);
	return status_of(x);
}
