/*
 * What commands share: opening things, reading options.
 */
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "cmd/spool.h"
#include "rule/dates.h"
#include "job/load.h"
#include "job/workers.h"

enum { CACHE = 512 };

bool
no_operands(struct context *x, int argc)
{
	if (argc == 0)
		return true;
	diag_error(x->diags, NOWHERE,
	    _("`%s` takes no operands"), x->command->name);
	return false;
}

/* What a database keeps: a terminal in GBK would write what none can read. */
bool
is_text(struct context *x, const char *word)
{
	if (word == NULL || text_is_utf8(word, strlen(word)))
		return true;
	diag_error(x->diags, NOWHERE, _("`%s` is not text in UTF-8: set the "
	    "terminal to UTF-8 and type it again"), word);
	return false;
}

bool
is_watched(void)
{
	return isatty(STDOUT_FILENO) != 0;
}

const char *
iso_time(struct context *x, long long secs)
{
	time_t		t = (time_t)secs;
	struct tm	tm;
	char		buf[32];

	gmtime_r(&t, &tm);
	strftime(buf, sizeof(buf), "%Y-%m-%dT%H:%M:%SZ", &tm);
	return arena_dup(x->arena, buf);
}

const char *
user_name(struct context *x)
{
	struct passwd	*p = getpwuid(geteuid());

	return p == NULL ? arena_printf(x->arena, "%ld", (long)geteuid()) :
	    arena_dup(x->arena, p->pw_name);
}

const char *
store_named(struct context *x)
{
	const char	*path = x->value[OPT_DB];

	if (path == NULL || *path == '\0')
		path = getenv("GONGSHI_DB");
	return path == NULL || *path == '\0' ? NULL : path;
}

const char *
store_path(struct context *x)
{
	const char	*named = x->mirror != NULL ? x->mirror :
			    store_named(x);

	return named == NULL ? "gongshi.db" : named;
}

struct store *
open_store(struct context *x, enum store_mode mode)
{
	const bool	 hub = hub_named(x) != NULL, writes = mode ==
			    STORE_WRITE;
	struct store	*s;

	if (hub && writes && x->value[OPT_NO_MIRROR] != NULL) {
		diag_error(x->diags, NOWHERE, _("--no-mirror is for commands "
		    "that read: what is written is written to a mirror "
		    "first"));
		return NULL;
	}
	if (hub && (mode == STORE_CREATE || (writes && x->command->hub !=
	    HUB_PUSHES) || !hub_pull(x, writes)))
		return NULL;
	if (mode == STORE_READ)
		spool_begin();
	s = store_open(store_path(x), mode, x->diags);
	if (s != NULL && hub && writes && !hub_share(x, s)) {
		store_close(s);
		s = NULL;
	}
	hub_forget(x, false);
	return s;
}

static const char *
folder(struct context *x, enum option o, const char *name)
{
	return x->value[o] != NULL ? x->value[o] :
	    arena_printf(x->arena, "%s/%s", x->home, name);
}

/* A folder that was asked for stands alone. */
static const char *
local_folder(struct context *x, enum option o, const char *name)
{
	return x->value[o] != NULL || x->local == NULL ? NULL :
	    arena_printf(x->arena, "%s/%s", x->local, name);
}

/* A base that is not among them is looked for in the folders of packs. */
static const struct rulebook *
load_shelved(struct context *x, struct rule_folders f)
{
	const char	*shelves[2];

	if (x->local != NULL)
		shelves[f.nshelves++] = arena_printf(x->arena, "%s/rules",
		    x->local);
	shelves[f.nshelves++] = arena_printf(x->arena, "%s/rules", x->home);
	f.shelves = shelves;
	return load_rules(x->arena, &f, x->diags);
}

const struct rulebook *
open_rules_beside(struct context *x, const char *fresh)
{
	return load_shelved(x, (struct rule_folders){ .dir = folder(x,
	    OPT_RULES, "rules"), .local = local_folder(x, OPT_RULES, "rules"),
	    .fresh = fresh });
}

const struct rulebook *
open_rules_in(struct context *x, const char *dir)
{
	return load_shelved(x, (struct rule_folders){ .dir = dir });
}

const struct rulebook *
open_rules(struct context *x)
{
	return open_rules_beside(x, NULL);
}

const struct calendars *
open_calendars_beside(struct context *x, const char *fresh)
{
	return calendars_load(x->arena, folder(x, OPT_CALENDARS,
	    "calendars"), local_folder(x, OPT_CALENDARS, "calendars"), fresh,
	    x->diags);
}

const struct calendars *
open_calendars(struct context *x)
{
	return open_calendars_beside(x, NULL);
}

const char *
option_division(struct context *x)
{
	char		 code[DIVISION_MAX + 1];
	const char	*text = x->value[OPT_DIVISION];

	if (text == NULL)
		return "";
	if (division_parse(text, code))
		return arena_dup(x->arena, code);
	diag_error(x->diags, NOWHERE, _("--division %s: expected "
	    "a division code, as 450225"), text);
	return NULL;
}

const char *
option_county(struct context *x)
{
	char		 code[DIVISION_MAX + 1];
	const char	*text = x->value[OPT_COUNTY];

	if (text == NULL)
		return "";
	if (division_parse(text, code) && strlen(code) <= COUNTY_MAX)
		return arena_dup(x->arena, code);
	diag_error(x->diags, NOWHERE, _("--county %s: expected "
	    "the code of a county, as 450225, or of a city or region for its "
	    "own cases"), text);
	return NULL;
}

bool
option_day(struct context *x, enum option o, struct day *out)
{
	const char	*fault;

	*out = DAY_NONE;
	if (x->value[o] == NULL)
		return true;
	fault = day_complaint(x->value[o], out);
	if (fault == NULL)
		return true;
	diag_error(x->diags, NOWHERE, fault, x->value[o]);
	diag_note(x->diags, NOWHERE, _("in option --%s"),
	    option_table[o].name);
	return false;
}

/* "text, json or csv" */
static const char *
one_of(struct arena *a, const struct choice *c)
{
	const char	*all = c->name;

	for (c++; c->name != NULL; c++)
		all = c[1].name == NULL ?
		    arena_printf(a, _("%s or %s"), all, c->name) :
		    arena_printf(a, "%s%s%s", all, _(", "), c->name);
	return all;
}

bool
option_format(struct context *x, enum format *out)
{
	const char	*asked = x->value[OPT_FORMAT];
	struct choice	 all[FORMATS + 1] = { 0 };
	int		 i, n = 0;

	*out = FORMAT_TEXT;
	if (asked == NULL || (format_parse(asked, out) &&
	    (x->command->formats & FORMAT_BIT(*out)) != 0))
		return true;
	for (i = 0; i < FORMATS; i++)
		if ((x->command->formats & FORMAT_BIT(i)) != 0)
			all[n++] = (struct choice){
			    format_name((enum format)i), i };
	diag_error(x->diags, NOWHERE, _("--format %s: `%s` writes %s"), asked,
	    x->command->name, one_of(x->arena, all));
	return false;
}

bool
option_choice(struct context *x, enum option o, const struct choice *all,
    int *value)
{
	const char		*asked = x->value[o];
	const struct choice	*c;

	*value = all->value;
	for (c = all; asked != NULL && c->name != NULL; c++)
		if (strcmp(asked, c->name) == 0) {
			*value = c->value;
			return true;
		}
	if (asked == NULL)
		return true;
	diag_error(x->diags, NOWHERE, _("--%s %s: expected %s"),
	    option_table[o].name, asked, one_of(x->arena, all));
	return false;
}

bool
option_alarms(struct context *x, enum alarms *out)
{
	int	value;
	bool	good = option_choice(x, OPT_ALARMS, alarm_forms, &value);

	*out = (enum alarms)value;
	return good;
}

bool
option_jobs(struct context *x, int *jobs)
{
	const char	*text = x->value[OPT_JOBS];
	char		*end;
	long		 n;

	/* a file without a name cannot be opened by others */
	*jobs = hub_named(x) != NULL && x->value[OPT_NO_MIRROR] != NULL;
	if (text == NULL)
		return true;
	n = strtol(text, &end, 10);
	if (*text >= '1' && *text <= '9' && *end == '\0' && n <= WORKERS_MOST) {
		if (*jobs == 0)
			*jobs = (int)n;
		return true;
	}
	diag_error(x->diags, NOWHERE, _("--jobs %s: expected a number from 1 "
	    "to %d"), text, WORKERS_MOST);
	return false;
}

/* ---- names of divisions: a small cache, each place for one at a time */

struct cache {
	struct cache	*next;		/* of another store */
	struct store	*store;
	struct arena	*scratch;
	struct arena	*kept;		/* of the names */
	char		 code[CACHE][DIVISION_MAX + 1];
	char		*name[CACHE];
	size_t		 size[CACHE];
};

static size_t
place_in_cache(const char *code)
{
	size_t	h = 5381;

	for (; *code != '\0'; code++)
		h = h * 33 + (unsigned char)*code;
	return h % CACHE;
}

static const char *
cached_name(void *ctx, const char *code)
{
	struct cache	*c = ctx;
	size_t		 i = place_in_cache(code), len;
	const char	*name;

	if (c->name[i] != NULL && strcmp(c->code[i], code) == 0)
		return c->name[i];
	arena_reset(c->scratch);
	name = store_name(c->store, c->scratch, code);
	len = strlen(name) + 1;
	if (len > c->size[i]) {
		c->size[i] = 2 * len;
		c->name[i] = arena_room(c->kept, c->size[i]);
	}
	memcpy(c->name[i], name, len);
	snprintf(c->code[i], sizeof(c->code[i]), "%s", code);
	return c->name[i];
}

struct names *
store_names(struct context *x, struct store *s)
{
	struct names	*n = arena_alloc(x->arena, sizeof(*n));
	struct cache	*c = arena_alloc(x->arena, sizeof(*c));

	c->store = s;
	c->scratch = arena_new();
	c->kept = arena_new();
	n->name = cached_name;
	n->ctx = c;
	c->next = x->cache;
	x->cache = c;
	return n;
}

bool
open_to_read(struct context *x, const struct rulebook **book,
    const struct calendars **calendars, struct store **s,
    const struct names **names)
{
	*book = open_rules(x);
	*calendars = open_calendars(x);
	*s = *book == NULL || *calendars == NULL ? NULL :
	    open_store(x, STORE_READ);
	if (*s != NULL && names != NULL)
		*names = store_names(x, *s);
	return *s != NULL;
}

/* No name is kept from before, as of another moment. */
static void
forget_names(void *ctx)
{
	struct context	*x = ctx;
	struct cache	*c;

	for (c = x->cache; c != NULL; c = c->next) {
		memset(c->name, 0, sizeof(c->name));
		memset(c->size, 0, sizeof(c->size));
	}
}

/* In another process. */
static struct store *
reopen(void *ctx, struct diags *d)
{
	struct context	*x = ctx;
	struct store	*s = store_open(store_path(x), STORE_READ, d);
	struct cache	*c;

	forget_names(x);
	for (c = x->cache; c != NULL; c = c->next)
		c->store = s;
	return s;
}

struct again
open_again(struct context *x)
{
	return (struct again){ reopen, forget_names, x };
}

void
names_free(struct context *x)
{
	struct cache	*c;

	for (c = x->cache; c != NULL; c = c->next) {
		arena_free(c->kept);
		arena_free(c->scratch);
	}
}

bool
is_coloured(FILE *f)
{
	const char	*no = getenv("NO_COLOR"), *term = getenv("TERM");

	return isatty(spool_target(f)) && (no == NULL || *no == '\0') &&
	    (term == NULL || strcmp(term, "dumb") != 0);
}

int
columns_of(FILE *f)
{
	struct winsize	w;
	int		fd = spool_target(f);

	if (isatty(fd) && ioctl(fd, TIOCGWINSZ, &w) == 0)
		return w.ws_col;
	return 0;
}

int
status_of(const struct context *x)
{
	if (diags_failed(x->diags))
		return EXIT_MACHINE;
	return diags_errors(x->diags) > 0 ? EXIT_INPUT : EXIT_FINE;
}
