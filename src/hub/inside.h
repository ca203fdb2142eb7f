/*
 * inside.h -- what the files of src/hub/ share.
 *
 * Every name in a statement is written with its schema, and search_path is
 * pinned at the beginning: nobody's function or table stands in for another.
 */
#ifndef HUB_INSIDE_H
#define HUB_INSIDE_H

#include "hub/hub.h"
#include "hub/libpq.h"

struct hub {
	struct arena	*arena;
	struct libpq	 pq;
	PGconn		*conn;
	const char	*name;
	bool		 owner;		/* of the schema; by hub_enter, as
					   what follows */
	bool		 writes;
	const char	*home, *low, *user;
	struct hub_county *counties;
	size_t		 ncounties;
	int		 copying;	/* a table of the parcel, -1: none */
	bool		 patient;	/* a lock not had in time is not told
					   but noted: it is tried again */
	bool		 late;
};

enum { HUB_VALUES = 8 };		/* of one statement, at the most */

/* What each connection begins with. */
extern const char	hub_session[];

/* Of a county, as hub_read_county() takes them. */
#define HUB_COUNTY_COLUMNS "county, version, day, sum, coalesce(signer, '')"
void		 hub_read_counties(struct hub *, struct arena *,
		    const PGresult *, struct hub_county **, size_t *n);

/* Its answer, to be given back with PQclear; values are $1, $2 ... */
PGresult	*hub_ask(struct hub *, const char *sql, int n,
		    const char *const *values, struct diags *);

/* One or several statements without values, whose answers nobody needs. */
bool		 hub_do(struct hub *, const char *sql, struct diags *);

/* One statement with values; *rows (may be NULL): how many it touched. */
bool		 hub_do_with(struct hub *, const char *sql, int n,
		    const char *const *values, struct diags *);

/* A cell of an answer, in the arena; NULL is "". */
const char	*hub_cell(struct hub *, struct arena *, const PGresult *,
		    int row, int col);

/* A name as SQL has it, in the arena. */
const char	*hub_quoted(struct hub *, struct arena *, const char *name);

/* Begins, calls, and commits where that was true; else nothing was done. */
typedef bool	 hub_work_fn(struct hub *, void *ctx, struct diags *);
bool		 hub_within(struct hub *, hub_work_fn *, void *ctx,
		    struct diags *);

/* False, with an error that names the hub. */
bool		 hub_refuse(const struct hub *, struct diags *,
		    const char *why);
bool		 hub_fail(const struct hub *, struct diags *,
		    const char *why);
bool		 hub_is_damaged(const struct hub *, struct diags *);

/* What `init` set; one that is not there is a failure. */
bool		 hub_setting(struct hub *, struct arena *, const char *name,
		    const char **value, struct diags *);

/* The server's complaint, or the lost connection's; false.  See `patient`. */
bool		 hub_tell(struct hub *, const PGresult *, struct diags *);

/* ---- push.c: rows as an array of SQL; why a call did not do it */

const char	*hub_array(struct hub_rows *, struct arena *);
enum hub_pushed	 hub_not_pushed(struct hub *, const char *county,
		    const PGresult *, struct diags *);

/* ---- county.c: the rows of a COPY to the client, of n columns */

bool		 hub_visit_all(struct hub *, const char *sql, int n,
		    hub_row_fn *visit, void *ctx, struct diags *);

/* ---- schema.c */

int		 hub_newest(void);

/* The statements that make version n + 1 of version n, ended by NULL. */
extern const char *const *const *const	hub_migrations;

/* What every function that writes is called under. */
#define PINNED	" SET search_path = pg_catalog, gongshi, pg_temp"

/* ---- schema_push.c: the parts of `gongshi.push`, in their order */

extern const char	hub_push_facts[], hub_push_was[],
			hub_push_was_posted[], hub_push_go[],
			hub_push_put[], hub_push_faults[],
			hub_push_firsts[], hub_push_idle[],
			hub_push_history[], hub_push_strays[],
			hub_push_lock[], hub_push_dirty[], hub_push_all[],
			hub_push_night[];

/* ---- schema_amend.c, schema_redact.c: acts, likewise */

extern const char	hub_act_table[], hub_act_begins[], hub_act_dirty[],
			hub_act_numbers[], hub_act_unsaid[],
			hub_act_waive[], hub_act_keys[], hub_act_moves[],
			hub_act_firsts[], hub_act_rename[];
extern const char	hub_act_masks[], hub_act_masked[], hub_act_hidden[],
			hub_act_texts[],
			hub_act_told[], hub_act_kept[], hub_act_puts[],
			hub_act_redact[];

/* Rows that one call takes, at the most. */
#define HUB_PUSH_ROWS_TEXT	"1000000"

/* Bytes, as the server holds them: a short row takes three times its text. */
#define HUB_PUSH_SIZE_TEXT	"201326592"
_Static_assert(HUB_PUSH_BYTES == 201326592 / 3, "as is said");

#endif
