/*
 * duty: add, list, run, end: what comes round, kept.
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "job/duty.h"
#include "rule/duty.h"
#include "words/json.h"
#include "words/message.h"

static struct duties
duties_of(struct context *x)
{
	return (struct duties){ .today = x->today,
	    .when = iso_time(x, x->now), .who = user_name(x),
	    .command = "duty" };
}

/* False: errors were added. */
static bool
open_duties(struct context *x, struct duties *job, enum store_mode mode)
{
	job->book = open_rules(x);
	if (job->book != NULL)
		job->store = open_store(x, mode);
	return job->store != NULL;
}

static const char *
title_of(const struct rulebook *book, const char *id)
{
	const struct procedure	*p = rulebook_version(book, id, 0);

	return p == NULL ? "" : message_procedure(p);
}

/* "affairs 村务公开, 450225 融水苗族自治县" */
static const char *
name_duty(struct context *x, const struct duties *job, const struct duty *y)
{
	const char	*title = title_of(job->book, y->procedure);
	const char	*name = store_name(job->store, x->arena, y->division);

	return text_safe(x->arena, arena_printf(x->arena, _("%s%s%s, %s%s%s"),
	    y->procedure, *title == '\0' ? "" : " ", title, y->division,
	    *name == '\0' ? "" : " ", name));
}

static void
tell(struct context *x, const struct duties *job,
    const struct duties_done *done)
{
	size_t	i;

	for (i = 0; i < done->n; i++)
		if (done->list[i].opened > 0)
			printf(text_plural("%s: %lld case opened\n",
			    "%s: %lld cases opened\n",
			    (unsigned long)done->list[i].opened), name_duty(x,
			    job, done->list[i].duty), done->list[i].opened);
	if (done->opened == 0)
		puts(done->n == 0 ? _("no duty is kept") :
		    _("nothing is to be opened"));
}

/* Options of another verb are not dropped silently. */
static bool
has_only(struct context *x, const char *verb, unsigned long long may)
{
	bool	good = true;
	int	i;

	may |= OPTIONS_COMMON;
	for (i = 0; i < OPTIONS; i++)
		if (x->value[i] != NULL && (may & OPTION_BIT(i)) == 0) {
			diag_error(x->diags, NOWHERE, _("option --%s does "
			    "not belong to `duty %s`"), option_table[i].name,
			    verb);
			good = false;
		}
	return good;
}

/* The procedure and its division, or a complaint. */
static bool
need_duty(struct context *x, int argc, const char *verb, const char **code)
{
	if (argc != 1) {
		diag_error(x->diags, NOWHERE, _("`duty %s` needs one "
		    "procedure, by its id or title"), verb);
		return false;
	}
	if (x->value[OPT_DIVISION] == NULL) {
		diag_error(x->diags, NOWHERE, _("`duty %s` needs --division "
		    "CODE: whose duty it is, with all below it"), verb);
		return false;
	}
	*code = option_division(x);
	return *code != NULL;
}

static int
add(struct context *x, int argc, char **argv)
{
	struct duties		 job = duties_of(x);
	struct duty_words	 words = { .from = x->value[OPT_FROM],
				    .until = x->value[OPT_UNTIL] };
	struct duties_done	 done;

	if (!has_only(x, "add", OPTION_BIT(OPT_DIVISION) |
	    OPTION_BIT(OPT_FROM) | OPTION_BIT(OPT_UNTIL)) ||
	    !need_duty(x, argc, "add", &words.division))
		return EXIT_INPUT;
	words.procedure = argv[0];
	if (words.from == NULL) {
		diag_error(x->diags, NOWHERE, _("`duty add` needs --from "
		    "DATE: periods that begin then or later"));
		return EXIT_INPUT;
	}
	if (!is_text(x, argv[0]) || !open_duties(x, &job, STORE_WRITE))
		return status_of(x);
	if (duties_add(x->arena, &job, &words, &done, x->diags))
		tell(x, &job, &done);
	store_close(job.store);
	return status_of(x);
}

static int
run(struct context *x, int argc, char **argv)
{
	struct duties		job = duties_of(x);
	struct duties_done	done;

	(void)argv;
	if (!has_only(x, "run", 0) || !no_operands(x, argc) ||
	    !open_duties(x, &job, STORE_WRITE))
		return status_of(x);
	if (duties_run(x->arena, &job, &done, x->diags))
		tell(x, &job, &done);
	store_close(job.store);
	return status_of(x);
}

static int
end(struct context *x, int argc, char **argv)
{
	struct duties	 job = duties_of(x);
	const char	*code;

	if (!has_only(x, "end", OPTION_BIT(OPT_DIVISION)) ||
	    !need_duty(x, argc, "end", &code))
		return EXIT_INPUT;
	if (!open_duties(x, &job, STORE_WRITE))
		return status_of(x);
	if (duties_end(x->arena, &job, argv[0], code, x->diags) &&
	    is_watched())
		puts(_("what begins after today is not opened for it; the "
		    "cases that there are stay"));
	store_close(job.store);
	return status_of(x);
}

/* ---- list */

static void
list_text(struct context *x, const struct duties *job, const struct duty *y)
{
	char	from[DAY_TEXT], until[DAY_TEXT];

	day_print(y->from, from);
	day_print(y->until, until);
	printf(day_is(y->until) ? _("%s: from %s to %s\n") :
	    _("%s: from %s\n"), name_duty(x, job, y), from, until);
}

static void
list_json(struct context *x, const struct duties *job, const struct duty *y,
    bool first)
{
	fputs(first ? "\n {" : ",\n {", stdout);
	fputs("\"procedure\": ", stdout);
	json_string(stdout, y->procedure);
	json_member(stdout, ", \"division\": ", y->division);
	json_member(stdout, ", \"name\": ", store_name(job->store, x->arena,
	    y->division));
	json_member_day(stdout, ", \"from\": ", y->from);
	json_member_day(stdout, ", \"until\": ", y->until);
	json_member_day(stdout, ", \"opened\": ", y->opened);
	putchar('}');
}

static int
list(struct context *x, int argc, char **argv)
{
	struct duties	 job = duties_of(x);
	struct duty	*all;
	enum format	 format;
	size_t		 i, n;

	(void)argv;
	if (!has_only(x, "list", OPTION_BIT(OPT_FORMAT)) ||
	    !no_operands(x, argc) || !option_format(x, &format))
		return EXIT_INPUT;
	if (!open_duties(x, &job, STORE_READ))
		return status_of(x);
	if (store_duties(job.store, x->arena, &all, &n, x->diags)) {
		if (format == FORMAT_JSON)
			fputs("{\"duties\": [", stdout);
		else if (n == 0)
			puts(_("no duty is kept"));
		for (i = 0; i < n; i++)
			if (format == FORMAT_JSON)
				list_json(x, &job, &all[i], i == 0);
			else
				list_text(x, &job, &all[i]);
		if (format == FORMAT_JSON)
			puts("]}");
	}
	store_close(job.store);
	return status_of(x);
}

const struct verb	duty_verbs[] = {
	{ "add", add }, { "list", list }, { "run", run }, { "end", end },
	{ 0 }
};

int
cmd_duty(struct context *x, int argc, char **argv)
{
	const struct verb	*v;

	for (v = duty_verbs; argc > 0 && v->name != NULL; v++)
		if (strcmp(v->name, argv[0]) == 0)
			return v->run(x, argc - 1, argv + 1);
	diag_error(x->diags, NOWHERE, _("expected `duty add`, `duty list`, "
	    "`duty run` or `duty end`"));
	return EXIT_INPUT;
}
