/*
 * init, import, record, history: facts in, and where each came from.
 */
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "case/happens.h"
#include "cmd/cmd.h"
#include "desk/slip.h"
#include "job/forms.h"
#include "job/import.h"
#include "job/lock.h"
#include "job/sample.h"
#include "job/which.h"
#include "words/lines.h"
#include "words/message.h"

/* Invented facts; NULL: as if, before there is a database. */
static bool
take_sample(struct context *x, struct store *s)
{
	struct store	*trial = s != NULL ? NULL : store_open("sample",
			    STORE_MEMORY, x->diags);
	struct sample	 job = {
		.store = s != NULL ? s : trial, .book = open_rules(x),
		.today = x->today, .when = iso_time(x, x->now),
		.who = user_name(x),
		.dir = arena_printf(x->arena, "%s/sample", x->home) };
	bool		 good = job.store != NULL && job.book != NULL &&
			    sample_take(x->arena, &job, x->diags);

	if (trial != NULL)
		store_close(trial);
	return good;
}

static void
tell_init(struct context *x, bool sample)
{
	printf(sample ? _("%s is there, with invented cases to try things on: "
	    "`gongshi plan`, `gongshi scan`\n") : _("%s is there; facts come "
	    "in with `gongshi import` or `gongshi nightly`\n"),
	    text_safe(x->arena, store_path(x)));
}

int
cmd_init(struct context *x, int argc, char **argv)
{
	const char	*home = option_division(x);
	const bool	 sample = x->value[OPT_SAMPLE] != NULL;
	struct store	*s;

	(void)argv;
	if (!no_operands(x, argc) || home == NULL)
		return EXIT_INPUT;
	if (sample && *home != '\0')
		diag_error(x->diags, NOWHERE, _("--sample and --division do "
		    "not go together: its cases lie elsewhere"));
	if (hub_named(x) != NULL)
		return init_hub(x, home);
	if (x->value[OPT_UPGRADE] != NULL)
		diag_error(x->diags, NOWHERE, _("--upgrade is for a hub: a "
		    "file is brought up to date by any command that writes"));
	if (diags_errors(x->diags) > 0 || (sample && !take_sample(x, NULL)))
		return status_of(x);
	s = open_store(x, STORE_CREATE);
	if (s == NULL)
		return status_of(x);
	if (*home != '\0')
		(void)store_set_home(s, home, x->diags);
	if (sample)
		(void)take_sample(x, s);
	store_close(s);
	if (lock_mark(x->arena, store_path(x), x->diags) &&
	    status_of(x) == EXIT_FINE && is_watched())
		tell_init(x, sample);
	return status_of(x);
}

static void
tell(struct context *x, const struct import_result *r)
{
	const struct import_count	*c;
	size_t				 i;
	int				 s;

	for (i = 0; i < r->nnotes; i++)
		fprintf(stderr, "%s\n", text_safe(x->arena, r->notes[i]));
	for (s = SHEET_DIVISIONS; s < SHEETS; s++) {
		c = &r->of[s];
		if (c->rows == 0 && r->seen[s])
			printf(_("%s: 0 rows: there is nothing below the "
			    "headings\n"), sheet_name((enum sheet)s));
		if (c->rows > 0)
			puts(import_words(x->arena, (enum sheet)s, c));
	}
	if (r->remarks > 0)
		printf(text_plural("%lld warning about what was taken in\n",
		    "%lld warnings about what was taken in\n",
		    (unsigned long)r->remarks), r->remarks);
}

static void
tell_taken(struct context *x, const struct import_result *r)
{
	size_t	i;

	if (r->ntaken > 0)
		puts(_("taken back, since they are not in these files:"));
	for (i = 0; i < r->ntaken; i++)
		printf("  %s\n", text_safe(x->arena, r->taken[i]));
}

/* Opens what an import needs; false: errors were added. */
static bool
open_import(struct context *x, struct import *job)
{
	job->book = open_rules(x);
	if (job->book == NULL)
		return false;
	job->county = option_county(x);
	if (job->county == NULL)
		return false;
	job->check = x->value[OPT_CHECK] != NULL;
	job->store = open_store(x, job->check ? STORE_TRIAL : STORE_WRITE);
	job->office = x->office;
	job->when = iso_time(x, x->now);
	job->who = user_name(x);
	return job->store != NULL;
}

/* Without --yes the list of what would go is shown beside the refusal. */
static int
close_import(struct context *x, struct import *job, bool good,
    const struct import_result *result)
{
	if (good)
		tell(x, result);
	tell_taken(x, result);
	if (job->check)
		puts(good ? _("checked only: nothing was taken in, and "
		    "everything could be") : _("checked only: nothing was "
		    "taken in"));
	else if (!good && !hub_unsure(x))
		diag_warn(x->diags, NOWHERE,
		    _("nothing was taken in; the database is as it was"));
	store_close(job->store);
	return status_of(x);
}

int
cmd_import(struct context *x, int argc, char **argv)
{
	struct import		job = { .files = (const char *const *)argv,
				    .nfiles = argc, .command = "import" };
	struct import_result	result;

	if (argc == 0)
		diag_error(x->diags, NOWHERE,
		    _("`import` needs the names of CSV files"));
	if (argc == 0 || !open_import(x, &job))
		return status_of(x);
	job.whole = x->value[OPT_WHOLE] != NULL;
	job.yes = x->value[OPT_YES] != NULL;
	job.progress = isatty(STDERR_FILENO) ? stderr : NULL;
	return close_import(x, &job, import_run(x->arena, &job, &result,
	    x->diags), &result);
}

/* ---- one fact */

struct part {
	enum column	column;
	enum option	option;
};

/* What a kind of fact has besides its case, its point and its day. */
static const struct fact_kind {
	const char	*word;
	enum sheet	 sheet;
	enum column	 point, day;
	struct part	 parts[12];	/* ends with COL_NONE */
} kinds[] = {
	{ "event", SHEET_EVENTS, COL_EVENT, COL_DATE, { { COL_NONE, 0 } } },
	{ "posting", SHEET_POSTINGS, COL_STEP, COL_POSTED, {
	    { COL_DIVISION, OPT_DIVISION }, { COL_UNTIL, OPT_UNTIL },
	    { COL_MEDIUM, OPT_MEDIUM }, { COL_PLACE, OPT_PLACE },
	    { COL_CONTENT, OPT_CONTENT }, { COL_REVIEWED, OPT_REVIEWED },
	    { COL_EVIDENCE, OPT_EVIDENCE }, { COL_BY, OPT_BY } } },
	{ "objection", SHEET_OBJECTIONS, COL_STEP, COL_RECEIVED, {
	    { COL_DIVISION, OPT_DIVISION }, { COL_NUMBER, OPT_NUMBER },
	    { COL_RESOLVED, OPT_RESOLVED }, { COL_OUTCOME, OPT_OUTCOME },
	    { COL_HANDLER, OPT_HANDLER } } },
};

static const struct fact_kind *
find_kind(const char *word)
{
	size_t	i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(word, kinds[i].word) == 0)
			return &kinds[i];
	return NULL;
}

/* Options that this kind of fact does not have are not dropped silently. */
static bool
options_fit(struct context *x, const struct fact_kind *k)
{
	const unsigned long long	any = OPTIONS_COMMON |
					    OPTION_BIT(OPT_COUNTY) |
					    OPTION_BIT(OPT_BY);
	unsigned long long		may = any;
	bool				good = true;
	int				i;

	for (i = 0; k->parts[i].column != COL_NONE; i++)
		may |= OPTION_BIT(k->parts[i].option);
	for (i = 0; i < OPTIONS; i++)
		if (x->value[i] != NULL && (may & OPTION_BIT(i)) == 0) {
			diag_error(x->diags, NOWHERE, _("option "
			    "--%s does not belong to `record %s`"),
			    option_table[i].name, k->word);
			good = false;
		}
	return good;
}

static void
fill_slip(struct context *x, struct slip *s, const struct fact_kind *k,
    bool voided, char **argv)
{
	int	i;

	slip_begin(s, k->sheet);
	slip_put(x->arena, s, COL_CASE, argv[0]);
	slip_put(x->arena, s, k->point, argv[1]);
	slip_put(x->arena, s, k->day, argv[2]);
	for (i = 0; k->parts[i].column != COL_NONE; i++)
		slip_put(x->arena, s, k->parts[i].column,
		    x->value[k->parts[i].option]);
	slip_put(x->arena, s, COL_VOID, voided ? "yes" : NULL);
}

/* A hub writes into the history who was let in, and nobody else. */
static void
tell_hand(struct context *x)
{
	diag_warn(x->diags, NOWHERE, _("a hub's history bears the name of its "
	    "own user; what --by says is not kept"));
}

int
cmd_record(struct context *x, int argc, char **argv)
{
	struct import		job = { .command = "record" };
	struct import_result	result;
	struct slip		slip;
	const struct fact_kind	*k;
	bool			 by, good, voided = argc > 0 &&
				    strcmp(argv[0], "void") == 0;

	argv += voided;
	argc -= voided;
	k = argc == 4 ? find_kind(argv[0]) : NULL;
	if (k == NULL) {
		diag_error(x->diags, NOWHERE, _("expected `record "
		    "event CASE EVENT DATE`, `record posting CASE STEP DATE` "
		    "or `record objection CASE STEP DATE`, or one of these "
		    "behind `record void`"));
		return EXIT_INPUT;
	}
	if (!options_fit(x, k) || !is_text(x, x->value[OPT_BY]))
		return EXIT_INPUT;
	fill_slip(x, &slip, k, voided, argv + 1);
	if (!open_import(x, &job))
		return status_of(x);
	/* of a posting it is who put it up, as in its sheet */
	by = x->value[OPT_BY] != NULL && k->sheet != SHEET_POSTINGS;
	if (by)
		job.who = arena_printf(x->arena, "%s (%s)", x->value[OPT_BY],
		    job.who);
	good = import_row(x->arena, &job, &slip.header, &slip.row, &result,
	    x->diags);
	if (by && good && hub_named(x) != NULL)
		tell_hand(x);
	return close_import(x, &job, good, &result);
}

/* ---- empty sheets */

int
cmd_sheets(struct context *x, int argc, char **argv)
{
	const char	*dir = x->value[OPT_OUT];

	(void)argv;
	if (!no_operands(x, argc))
		return EXIT_INPUT;
	if (dir == NULL || *dir == '\0') {
		diag_error(x->diags, NOWHERE,
		    _("`sheets` needs --out DIR, the folder to write them "
		    "into"));
		return EXIT_INPUT;
	}
	if (forms_write(x->arena, dir, x->diags))
		printf(_("empty sheets lie in %s\n"), text_safe(x->arena,
		    dir));
	return status_of(x);
}

/* ---- history */

static const char *
what_of(const char *kind)
{
	return strcmp(kind, "case") == 0 ? _("the case") :
	    strcmp(kind, "event") == 0 ? _("event") :
	    strcmp(kind, "posting") == 0 ? _("posting") : _("objection");
}

struct telling {
	struct arena		*arena;
	const struct rulebook	*book;		/* NULL: titles are not known */
	const char		*procedure;	/* of the case, "" */
	int			 n;
};

/* Up to one of the marks. */
static const char *
first_part(struct arena *a, const char *text, const char *marks)
{
	return arena_ndup(a, text, strcspn(text, marks));
}

/* The title of what was done, where a version of the procedure has it. */
static const char *
title_of(struct telling *t, const struct record *r)
{
	const char		*id = first_part(t->arena, r->key, "/");
	const struct procedure	*p;
	int			 v, i;

	for (v = 0; t->book != NULL && (p = rulebook_version(t->book,
	    t->procedure, v)) != NULL; v++) {
		if (strcmp(r->what, "case") == 0)
			return message_procedure(p);
		i = strcmp(r->what, "event") == 0 ? procedure_event(p, id) :
		    procedure_step(p, id);
		if (i >= 0)
			return strcmp(r->what, "event") == 0 ?
			    message_event(&p->events[i]) :
			    message_step(&p->steps[i]);
	}
	return "";
}

/* The clock of China, UTC+8 all the year. */
static const char *
local_time(struct arena *a, const char *utc)
{
	char		date[DAY_TEXT];
	struct day	d;
	int		h, m, s;

	if (sscanf(utc, "%10[0-9-]T%2d:%2d:%2dZ", date, &h, &m, &s) != 4 ||
	    !day_parse(date, &d))
		return text_safe(a, utc);
	if (h >= 16)
		d = day_add(d, 1);
	return arena_printf(a, _("%s %02d:%02d:%02d (UTC+8)"),
	    day_print(d, date), (h + 8) % 24, m, s);
}

/* What was done to the case itself: no fact came or went. */
static bool
show_righting(struct telling *t, const struct record *r)
{
	struct arena	*a = t->arena;

	t->n++;
	printf(strcmp(r->why, "renamed") == 0 ? _("renamed  %s  %s\n") :
	    _("redacted  %s  %s\n"), text_safe(a, r->key),
	    text_safe(a, r->values));
	printf(_("    %s by %s\n"), local_time(a, r->when), text_safe(a,
	    r->who));
	return true;
}

static bool
show_record(void *ctx, const struct record *r)
{
	struct telling	*t = ctx;
	struct arena	*a = t->arena;
	const char	*title;

	if (strcmp(r->what, "case") == 0 && (strcmp(r->why, "renamed") == 0 ||
	    strcmp(r->why, "redacted") == 0))
		return show_righting(t, r);
	if (strncmp(r->values, "procedure=", 10) == 0)
		t->procedure = first_part(a, r->values + 10, ";");
	title = text_safe(a, title_of(t, r));
	t->n++;
	printf("%s  %s%s%s%s%s\n", what_of(r->what), title,
	    *title == '\0' ? "" : "  ", text_safe(a, r->key),
	    *r->values == '\0' ? "" : "  ", text_safe(a, r->values));
	printf(_("    came %s by %s from %s\n"), local_time(a, r->when),
	    text_safe(a, r->who), text_safe(a, r->file));
	if (*r->gone == '\0')
		return true;
	printf(strcmp(r->why, "void") == 0 ?
	    _("    taken back %s through %s\n") :
	    strcmp(r->why, "completed") == 0 ?
	    _("    completed %s through %s\n") :
	    strcmp(r->why, "redacted") == 0 ?
	    _("    numbers made masks %s through %s\n") :
	    _("    corrected %s through %s\n"), local_time(a, r->gone),
	    text_safe(a, r->gone_file));
	return true;
}

/* What nobody recorded: it follows from the number and the rules. */
static void
show_calendar(struct telling *t, const struct matter *m)
{
	struct interval		 period;
	const struct procedure	*p = t->book == NULL || m == NULL ? NULL :
				    happens_by(t->book, m, &period);
	const struct event_rule	*e;
	char			 day[DAY_TEXT];
	int			 i;

	for (i = 0; p != NULL && i < p->nevents; i++) {
		e = &p->events[i];
		if (e->calendar == CYCLE_NO_EDGE)
			continue;
		printf("%s  %s  %s  day=%s\n", what_of("event"),
		    text_safe(t->arena, message_event(e)), e->id,
		    day_print(e->calendar == CYCLE_FIRST ?
		    interval_first(period) : interval_last(period), day));
		printf("    %s\n", e->calendar == CYCLE_FIRST ?
		    _("by itself on the first day of the period") :
		    _("by itself on the last day of the period"));
	}
}

int
cmd_history(struct context *x, int argc, char **argv)
{
	struct telling	 t = { x->arena, NULL, "", 0 };
	struct diags	*told = x->diags;
	const char	*county = option_county(x);
	struct store	*s;

	if (county == NULL)
		return EXIT_INPUT;
	if (argc != 1) {
		diag_error(x->diags, NOWHERE,
		    _("`history` needs the number of one case"));
		return EXIT_INPUT;
	}
	s = open_store(x, STORE_READ);
	if (s == NULL)
		return status_of(x);
	/* without rules that can be read the ids must do */
	x->diags = diags_new(x->arena);
	t.book = open_rules(x);
	x->diags = told;
	county = which_county(s, x->arena, county, argv[0], x->diags);
	if (county != NULL && store_each_record(s, county, argv[0],
	    show_record, &t, x->diags) && t.n == 0)
		diag_error(x->diags, NOWHERE,
		    _("no case has the number `%s`"), argv[0]);
	if (county != NULL)
		show_calendar(&t, store_case(s, x->arena, county, argv[0]));
	store_close(s);
	return status_of(x);
}
