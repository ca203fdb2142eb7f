/*
 * cmd.h -- the command line: one table of commands, one of options.
 *
 * argv, the clock and the exit status live here and nowhere else.
 */
#ifndef CMD_CMD_H
#define CMD_CMD_H

#include <stdio.h>

#include "calendar/ics.h"
#include "input/holidays.h"
#include "job/workers.h"
#include "report/report.h"
#include "store/store.h"

enum { EXIT_FINE = 0, EXIT_FOUND = 1, EXIT_INPUT = 2, EXIT_MACHINE = 3 };

enum option {
	OPT_DB, OPT_NO_MIRROR, OPT_RULES, OPT_CALENDARS, OPT_TODAY, OPT_LANG,
	OPT_HELP, OPT_VERSION,
	OPT_DIVISION, OPT_FORMAT, OPT_FAIL_ON, OPT_OUT, OPT_OUT_DIR, OPT_BY,
	OPT_SINCE, OPT_FORECAST, OPT_ALARMS, OPT_COUNT, OPT_WHOLE, OPT_YES,
	OPT_UNTIL, OPT_MEDIUM, OPT_PLACE,
	OPT_INBOX, OPT_FULL, OPT_SETTLE, OPT_GROUND, OPT_LIST, OPT_END,
	OPT_SOURCE, OPT_UNSETTLED, OPT_AHEAD, OPT_COUNTY,
	OPT_CHECK, OPT_CONTENT, OPT_REVIEWED, OPT_EVIDENCE, OPT_NUMBER,
	OPT_RESOLVED, OPT_OUTCOME, OPT_HANDLER, OPT_FROM, OPT_RUN,
	OPT_NEW_RULES, OPT_NEW_CALENDARS,
	OPT_THROUGH, OPT_SAMPLE, OPT_MASK, OPT_BASE_URL, OPT_YEAR,
	OPT_JOBS, OPT_PROCEDURE, OPT_PLACES, OPT_TRAITS, OPT_EVENT, OPT_GOAL,
	OPT_SIGN, OPT_SIGNERS, OPT_UPGRADE,
	OPTIONS
};

struct option_row {
	const char	*name;		/* without -- */
	const char	*value;		/* what it takes, NULL: a flag */
	const char	*help;		/* msgid */
};

struct context;
struct hub;
struct push;

/* What a command does where the database that is named is a hub. */
enum hub_use {
	HUB_REFUSED,			/* it knows files only */
	HUB_UNASKED,			/* it asks for no database */
	HUB_KNOWN,			/* it goes there itself */
	HUB_MIRROR,			/* it reads the mirror */
	HUB_NIGHTS,			/* ... and what nights know: a file of
					   its own */
	HUB_PUSHES			/* ... or writes to it, and from there
					   to the hub */
};

struct command {
	const char	*name;
	const char	*operands;
	unsigned long long options;	/* besides the common ones */
	unsigned	 formats;	/* bits of --format's; 0: it has none */
	const char	*help;		/* msgid, a line */
	const char	*example;
	int		(*run)(struct context *, int argc, char **argv);
	enum hub_use	 hub;
};

struct context {
	struct arena		*arena;
	struct diags		*diags;
	const struct command	*command;
	const char		*value[OPTIONS];	/* NULL: not given */
	const char		*home;		/* folder of rules, calendars */
	const char		*local;		/* what wins over it, or NULL */
	const char		*place;		/* of that, there or not; NULL:
						   in the source tree */
	struct day		 today;
	long long		 now;		/* seconds from 1970 UTC */
	struct cache		*cache;		/* names of divisions */
	const char		*mirror;	/* of the hub that is named,
						   once pulled; or NULL */
	const struct mirror_nights *nights;	/* of a hub's counties, of a
						   command that asks for them;
						   or NULL */
	const struct push	*push;		/* what is sent; or NULL */
	struct hub		*hub;		/* kept for what is sent to
						   it; or NULL */
	const char		*office;	/* whose mirror it is; or NULL
						   */
};

extern const struct command	 commands[];	/* ends with a NULL name */
extern const struct option_row	 option_table[OPTIONS];

/* Options that every command takes, as bits. */
#define OPTION_BIT(o)	(1ULL << (o))
#define OPTIONS_COMMON	(OPTION_BIT(OPT_DB) | OPTION_BIT(OPT_RULES) | \
			OPTION_BIT(OPT_CALENDARS) | OPTION_BIT(OPT_TODAY) | \
			OPTION_BIT(OPT_LANG) | OPTION_BIT(OPT_HELP) | \
			OPTION_BIT(OPT_VERSION) | \
			OPTION_BIT(OPT_NO_MIRROR))

#define FORMAT_BIT(f)	(1U << (f))

/* All options of a command, of none the common ones. */
unsigned long long	 command_options(const struct command *);

/* What --format may be of a command that takes it, as "text|json". */
const char		*command_formats(struct arena *,
			    const struct command *);

/* What an option's value may be, ended by a NULL name; the first if absent. */
struct choice {
	const char	*name;
	int		 value;
};

enum count_kind { COUNT_DEADLINE, COUNT_JUDGED, COUNT_PLANNED };

extern const struct choice	 by_levels[];		/* enum level */
extern const struct choice	 alarm_forms[];		/* enum alarms */
extern const struct choice	 counts[];		/* enum count_kind */

/* NULL or -1: there is none of that name (an option's without its --). */
const struct command	*find_command(const char *name);
int			 find_option(const char *name, size_t len);

/* A command's first operand, where it says what is to be done. */
struct verb {
	const char	*name;		/* NULL: the end */
	int		(*run)(struct context *, int argc, char **argv);
};

extern const struct verb	 rules_verbs[];
extern const struct verb	 duty_verbs[];
extern const struct verb	 office_verbs[];

int	 rules_test(struct context *, int, char **);
int	 rules_coverage(struct context *, int, char **);
int	 rules_sweep(struct context *, int, char **);

/* A verb each. */
int	 rules_diff(struct context *, int, char **);
int	 rules_schema(struct context *, int, char **);

/* `plan` of a course that has not begun; do the options ask for it? */
bool	 is_before(const struct context *);
int	 plan_before(struct context *, int argc);

int	 cmd_init(struct context *, int, char **);
int	 cmd_import(struct context *, int, char **);
int	 cmd_record(struct context *, int, char **);
int	 cmd_export(struct context *, int, char **);
int	 cmd_rename(struct context *, int, char **);
int	 cmd_redact(struct context *, int, char **);
int	 cmd_sheets(struct context *, int, char **);
int	 cmd_history(struct context *, int, char **);
int	 cmd_plan(struct context *, int, char **);
int	 cmd_annual(struct context *, int, char **);
int	 cmd_ics(struct context *, int, char **);
int	 cmd_scan(struct context *, int, char **);
int	 cmd_worksheet(struct context *, int, char **);
int	 cmd_impact(struct context *, int, char **);
int	 cmd_circular(struct context *, int, char **);
int	 cmd_explain(struct context *, int, char **);
int	 cmd_notice(struct context *, int, char **);
int	 cmd_certificate(struct context *, int, char **);
int	 cmd_day(struct context *, int, char **);
int	 cmd_rules(struct context *, int, char **);
int	 cmd_duty(struct context *, int, char **);
int	 cmd_calendar(struct context *, int, char **);
int	 cmd_nightly(struct context *, int, char **);
int	 cmd_report(struct context *, int, char **);
int	 cmd_waive(struct context *, int, char **);
int	 cmd_status(struct context *, int, char **);
int	 cmd_backup(struct context *, int, char **);
int	 cmd_restore(struct context *, int, char **);
int	 cmd_parcel(struct context *, int, char **);
int	 cmd_rollup(struct context *, int, char **);
int	 cmd_verify(struct context *, int, char **);
int	 cmd_office(struct context *, int, char **);
int	 cmd_adopt(struct context *, int, char **);

/* `init` of a hub. */
int	 init_hub(struct context *, const char *home);

/* The hub that was named, or NULL: it is a file. */
const char	*hub_named(struct context *);

/* False: a hub is named, and the command knows files only. */
bool	 hub_is_known(struct context *);

/* Entered; NULL: an error was added. */
struct hub	*hub_entered(struct context *);

/*
 * Brings its mirror up to date, once; false: an error was added.  With
 * --no-mirror it is a new file, of which hub_forget() takes the name away as
 * soon as it is open, and of what nights know the file when the command ends.
 */
bool	 hub_pull(struct context *, bool to_write);
void	 hub_forget(struct context *, bool at_end);

/* Of a command that ends. */
void	 hub_leave(struct context *);

/* What is written to it goes to the hub; false: an error was added. */
bool	 hub_share(struct context *, struct store *);

/* The connection was lost at the very end: what was sent may have been kept. */
bool	 hub_unsure(const struct context *);

/* Not in the table: `gongshi --complete WORD...`, asked by a shell. */
int	 cmd_complete(struct context *, int, char **);

/* ---- what commands share; NULL or false: an error was added */

/* For a command that takes none. */
bool			 no_operands(struct context *, int argc);

/* A mistyped code of --division must not pass for a clean bill. */
void			 warn_of_nothing(struct context *, const char *top,
			    long long cases);

/* Is a word UTF-8 (NULL: none was given)?  False: an error was added. */
bool			 is_text(struct context *, const char *);

/* Is somebody there to be told that it was done?  Scripts need no words. */
bool			 is_watched(void);

/* The command's clock as ISO UTC, the user at work; in the arena. */
const char		*iso_time(struct context *, long long secs);
const char		*user_name(struct context *);

/* The database's file that was named (--db, GONGSHI_DB), or NULL. */
const char		*store_named(struct context *);

/* The file that open_store opens. */
const char		*store_path(struct context *);
struct store		*open_store(struct context *, enum store_mode);
const struct rulebook	*open_rules(struct context *);

/* Those of this folder alone, a pack or one of packs, as by --rules. */
const struct rulebook	*open_rules_in(struct context *, const char *dir);
const struct calendars	*open_calendars(struct context *);

/* The same with those of another folder laid beside them; NULL: none. */
const struct rulebook	*open_rules_beside(struct context *, const char *);
const struct calendars	*open_calendars_beside(struct context *,
			    const char *);

/*
 * All that reading a database asks for; `names` may be NULL.  False: an error
 * was added, and there is no store to be closed.
 */
bool			 open_to_read(struct context *,
			    const struct rulebook **,
			    const struct calendars **, struct store **,
			    const struct names **);

/* The code of --division in normal form, "" where it was not given. */
const char	*option_division(struct context *);

/* The county's code of --county, "" where it was not given. */
const char	*option_county(struct context *);
bool		 option_day(struct context *, enum option, struct day *);
bool		 option_format(struct context *, enum format *);

/* 0 where it was not given. */
bool		 option_jobs(struct context *, int *jobs);
bool		 option_alarms(struct context *, enum alarms *);

/* Of --base-url, with a slash at its end; NULL where it was not given. */
bool		 option_base_url(struct context *, const char **);
bool		 option_choice(struct context *, enum option,
		    const struct choice *, int *value);

/* Names of divisions from a store, the last few hundred kept. */
struct names	*store_names(struct context *, struct store *);
void		 names_free(struct context *);

/* How workers open the database, and ask for names there. */
struct again	 open_again(struct context *);

/* Is this stream a terminal that may be coloured?  Its columns, or 0. */
bool		 is_coloured(FILE *);
int		 columns_of(FILE *);

/* 0, or 2 or 3 by what the diags hold. */
int		 status_of(const struct context *);

#endif
