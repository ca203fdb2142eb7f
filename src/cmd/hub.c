/*
 * Hubs: init of one, office, adopt; the mirror that others read.
 */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "hub/hub.h"
#include "job/adopt.h"
#include "job/mirror.h"
#include "job/push.h"

const char *
hub_named(struct context *x)
{
	const char	*named = store_named(x);

	return named != NULL && hub_is(named) ? named : NULL;
}

/* As a file's name, words would make a file. */
bool
hub_is_known(struct context *x)
{
	if (x->command->hub != HUB_REFUSED || hub_named(x) == NULL)
		return true;
	diag_error(x->diags, NOWHERE, _("`%s` works on a file, and what is "
	    "named (--db or GONGSHI_DB) is a hub"), x->command->name);
	return false;
}

/* NULL: an error was added. */
static struct hub *
open_hub(struct context *x)
{
	const char	*words = hub_named(x);

	if (words != NULL)
		return hub_open(words, x->diags);
	diag_error(x->diags, NOWHERE, _("`%s` needs a hub: --db "
	    "postgresql://HOST/NAME"), x->command->name);
	return NULL;
}

/* ---- init */

static void
list(struct context *x, const char *heading, const char *const *all)
{
	if (all == NULL || *all == NULL)
		return;
	puts(heading);
	for (; *all != NULL; all++)
		printf("  %s;\n", text_safe(x->arena, *all));
}

static void
tell_made(struct context *x, const struct hub *h, const struct hub_made *m)
{
	const char	*home = text_safe(x->arena, m->home);

	if (m->was == m->version)
		printf(_("the hub %s of %s is of version %d already\n"),
		    hub_name(h), home, m->version);
	else if (m->was > 0)
		printf(_("the hub %s of %s was brought from version %d to "
		    "%d\n"), hub_name(h), home, m->was, m->version);
	else
		printf(_("the hub %s of %s is there, version %d; offices come "
		    "with `gongshi office add`\n"), hub_name(h), home,
		    m->version);
	list(x, _("rights that were changed:"), m->rights);
	list(x, arena_printf(x->arena, _("what only a superuser may do, and "
	    "ought to (psql -d %s):"), text_safe(x->arena, m->database)),
	    m->superuser);
}

static bool
make(struct context *x, struct hub *h, const char *home)
{
	struct hub_made	m;
	const bool	good = x->value[OPT_UPGRADE] != NULL ?
			    hub_upgrade(h, x->arena, &m, x->diags) :
			    hub_init(h, x->arena, home, &m, x->diags);

	if (good)
		tell_made(x, h, &m);
	return good;
}

int
init_hub(struct context *x, const char *home)
{
	const bool	 upgrade = x->value[OPT_UPGRADE] != NULL;
	struct hub	*h;

	if (x->value[OPT_SAMPLE] != NULL)
		diag_error(x->diags, NOWHERE, _("--sample is for a file: "
		    "nothing invented belongs into a hub"));
	if (upgrade && *home != '\0')
		diag_error(x->diags, NOWHERE, _("--upgrade and --division do "
		    "not go together: a hub keeps its division"));
	if (!upgrade && (*home == '\0' || strlen(home) > COUNTY_MAX))
		diag_error(x->diags, NOWHERE, _("a hub needs --division CODE, "
		    "the region, city or county that it is for"));
	if (diags_errors(x->diags) > 0)
		return EXIT_INPUT;
	h = open_hub(x);
	if (h != NULL)
		(void)make(x, h, home);
	hub_close(h);
	return status_of(x);
}

/* ---- office */

struct hub *
hub_entered(struct context *x)
{
	struct hub	*h = open_hub(x);

	if (h == NULL || hub_enter(h, x->diags))
		return h;
	hub_close(h);
	return NULL;
}

static const char *
access_word(bool writes)
{
	return writes ? "write" : "read";
}

static bool
read_office(struct context *x, int argc, char **argv, struct office *o)
{
	char	code[DIVISION_MAX + 1];

	if (argc != 3 || (strcmp(argv[2], "read") != 0 &&
	    strcmp(argv[2], "write") != 0)) {
		diag_error(x->diags, NOWHERE, _("`office add` needs the role, "
		    "the code of its division, and `read` or `write`"));
		return false;
	}
	if (!is_text(x, argv[0]))
		return false;
	if (!division_parse(argv[1], code) || strlen(code) > COUNTY_MAX) {
		diag_error(x->diags, NOWHERE, _("%s: expected the code of a "
		    "county, as 450225, or of a city or region"), argv[1]);
		return false;
	}
	*o = (struct office){ argv[0], arena_dup(x->arena, code),
	    strcmp(argv[2], "write") == 0 };
	return true;
}

static int
add(struct context *x, int argc, char **argv)
{
	struct office	 o;
	struct hub	*h = read_office(x, argc, argv, &o) ?
			    hub_entered(x) : NULL;

	if (h != NULL && hub_office_add(h, &o, x->diags) && is_watched())
		printf(o.writes ? _("%s may read and write what is at or below "
		    "%s\n") : _("%s may read what is at or below %s\n"),
		    text_safe(x->arena, o.role), o.code);
	hub_close(h);
	return status_of(x);
}

static int
drop(struct context *x, int argc, char **argv)
{
	struct hub	*h;

	if (argc != 1) {
		diag_error(x->diags, NOWHERE, _("`office drop` needs the "
		    "role"));
		return EXIT_INPUT;
	}
	h = is_text(x, argv[0]) ? hub_entered(x) : NULL;
	if (h != NULL && hub_office_drop(h, argv[0], x->diags) &&
	    is_watched())
		printf(_("%s has no office any more\n"),
		    text_safe(x->arena, argv[0]));
	hub_close(h);
	return status_of(x);
}

static int
show(struct context *x, int argc, char **argv)
{
	struct office	*all;
	struct hub	*h = no_operands(x, argc) ? hub_entered(x) : NULL;
	size_t		 i, n = 0;

	(void)argv;
	if (h != NULL && hub_offices(h, x->arena, &all, &n, x->diags)) {
		for (i = 0; i < n; i++)
			printf("%s  %s  %s\n", text_safe(x->arena,
			    all[i].role), text_safe(x->arena, all[i].code),
			    access_word(all[i].writes));
		if (n == 0)
			puts(_("no role has an office"));
	}
	hub_close(h);
	return status_of(x);
}

const struct verb	office_verbs[] = {
	{ "add", add }, { "list", show }, { "drop", drop }, { 0 }
};

int
cmd_office(struct context *x, int argc, char **argv)
{
	const struct verb	*v;

	for (v = office_verbs; argc > 0 && v->name != NULL; v++)
		if (strcmp(argv[0], v->name) == 0)
			return v->run(x, argc - 1, argv + 1);
	diag_error(x->diags, NOWHERE, _("`office` needs one of: add, list, "
	    "drop"));
	return EXIT_INPUT;
}

/* ---- adopt */

static void
tell_adopted(const struct adopted *all, size_t n)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if (all[i].was == 0)
			printf(_("%s: version %lld is in the hub; cases: "
			    "%lld\n"), all[i].county, all[i].version,
			    all[i].cases);
		else
			printf(_("%s: version %lld is in the hub; it was "
			    "%lld before; cases: %lld\n"), all[i].county,
			    all[i].version, all[i].was, all[i].cases);
}

int
cmd_adopt(struct context *x, int argc, char **argv)
{
	struct adopt	 job = { .yes = x->value[OPT_YES] != NULL };
	struct adopted	*all;
	size_t		 n;

	if (argc != 1) {
		diag_error(x->diags, NOWHERE, _("`adopt` needs one operand, "
		    "the county's own database"));
		return EXIT_INPUT;
	}
	job.source = argv[0];
	if (!is_text(x, argv[0]))
		return EXIT_INPUT;
	job.store = store_open(argv[0], STORE_READ, x->diags);
	job.hub = job.store == NULL ? NULL : hub_entered(x);
	if (job.hub != NULL && adopt_run(x->arena, &job, &all, &n, x->diags))
		tell_adopted(all, n);
	hub_close(job.hub);
	store_close(job.store);
	return status_of(x);
}

/* ---- the mirror */

/* The user's own; of the owner all. */
static void
set_nights(struct context *x, struct mirror *job)
{
	job->county = hub_low(job->hub);
	x->nights = job->over = arena_alloc(x->arena, sizeof(*job->over));
	*job->over = (struct mirror_nights){ .today = x->today,
	    .looks = true };
	job->once = true;
}

/* What one process does alone sends by the connection that it pulled by. */
static void
keep(struct context *x, struct hub *h, bool to_write)
{
	if (to_write && x->mirror != NULL && x->hub == NULL &&
	    (x->command->options & OPTION_BIT(OPT_JOBS)) == 0)
		x->hub = h;
	else
		hub_close(h);
}

void
hub_leave(struct context *x)
{
	hub_close(x->hub);
}

/* Of what an office may not see nobody can say that all is well. */
static bool
is_seen(struct context *x, struct hub *h)
{
	static const enum option	 asks[] = { OPT_DIVISION, OPT_COUNTY };
	const char			*low = hub_low(h), *text;
	char				 code[DIVISION_MAX + 1];
	size_t				 i;

	if (x->value[OPT_PROCEDURE] != NULL)	/* it asks of no case */
		return true;
	for (i = 0; i < sizeof(asks) / sizeof(*asks); i++) {
		text = x->value[asks[i]];
		if (text == NULL || !division_parse(text, code) ||
		    !division_within(code, hub_home(h)) ||
		    division_within(code, low) || division_within(low, code))
			continue;
		diag_fail(x->diags, _("the hub %s: this user's office is for "
		    "%s and sees nothing of %s"), hub_name(h), low, code);
		return false;
	}
	return true;
}

/* A user who only reads is told so before anything is done. */
bool
hub_pull(struct context *x, bool to_write)
{
	struct mirror	job = { .when = iso_time(x, x->now),
			    .who = user_name(x), .hold = to_write,
			    .once = x->value[OPT_NO_MIRROR] != NULL };

	if (x->mirror != NULL && !to_write)
		return true;
	x->mirror = NULL;
	job.hub = hub_entered(x);
	if (job.hub != NULL)
		x->office = arena_dup(x->arena, hub_low(job.hub));
	if (job.hub != NULL && x->command->hub == HUB_NIGHTS)
		set_nights(x, &job);
	if (job.hub != NULL && is_seen(x, job.hub) && (!to_write ||
	    hub_may_write(job.hub, x->diags)))
		x->mirror = mirror_pull(x->arena, &job, x->diags);
	keep(x, job.hub, to_write);
	return x->mirror != NULL;
}

void
hub_forget(struct context *x, bool at_end)
{
	if (x->mirror != NULL && (at_end ? x->command->hub == HUB_NIGHTS :
	    x->value[OPT_NO_MIRROR] != NULL))
		mirror_forget(x->arena, x->mirror);
}

bool
hub_share(struct context *x, struct store *s)
{
	struct push	*job = arena_alloc(x->arena, sizeof(*job));

	*job = (struct push){ .words = hub_named(x), .path = x->mirror,
	    .command = x->command->name, .hub = x->hub };
	x->push = job;
	return store_share(s, push_run, job, x->diags);
}

bool
hub_unsure(const struct context *x)
{
	return x->push != NULL && x->push->unsure;
}
