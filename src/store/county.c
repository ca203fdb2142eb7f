#include "store/county.h"

#include <string.h>

#include "base/twin.h"
#include "store/inside.h"

/* ---- which a run has changed */

enum {
	COUNTIES = 1000000,		/* codes of six digits, then of four */
	CITIES = 10000,			/* ... and of two */
	SLOTS = COUNTIES + CITIES + 100,
	BYTES = SLOTS / 8 + 1
};

_Static_assert(COUNTY_MAX == 6, "digits of the largest part");

struct touched {
	char		last[COUNTY_MAX + 1];	/* touched last */
	bool		all;			/* by what nights found */
	unsigned char	own[BYTES];		/* facts; bits */
	unsigned char	told[BYTES];		/* what nights found */
};

/* -1: it is no county's code. */
static int
slot_of(const char *code)
{
	int	n = 0, i;

	for (i = 0; i < COUNTY_MAX && code[i] >= '0' && code[i] <= '9'; i++)
		n = n * 10 + code[i] - '0';
	return i == COUNTY_MAX ? n : i == 4 ? COUNTIES + n :
	    i == 2 ? COUNTIES + CITIES + n : -1;
}

static void
code_of(int slot, char out[static COUNTY_MAX + 1])
{
	int	digits = 6, i;

	if (slot >= COUNTIES + CITIES) {
		digits = 2;
		slot -= COUNTIES + CITIES;
	} else if (slot >= COUNTIES) {
		digits = 4;
		slot -= COUNTIES;
	}
	out[digits] = '\0';
	for (i = digits; i-- > 0; slot /= 10)
		out[i] = (char)('0' + slot % 10);
}

static struct touched *
touched_of(struct store *s)
{
	if (s->run.touched == NULL)
		s->run.touched = arena_alloc(s->run_arena,
		    sizeof(*s->run.touched));
	return s->run.touched;
}

static void
set(unsigned char *bits, int slot)
{
	if (slot >= 0)
		bits[slot / 8] |= (unsigned char)(1 << slot % 8);
}

/* Rows come by their county: most are of the one before. */
void
county_touch(struct store *s, const char *division)
{
	struct touched	*t = touched_of(s);

	if (t->last[0] != '\0' && strncmp(t->last, division, COUNTY_MAX) ==
	    0)
		return;
	division_county(division, t->last);
	set(t->own, slot_of(division));
}

void
county_told(struct store *s, const char *division)
{
	set(touched_of(s)->told, slot_of(division));
}

void
county_told_all(struct store *s)
{
	touched_of(s)->all = true;
}

static bool
rise(struct store *s, int slot, bool own)
{
	char	code[COUNTY_MAX + 1];

	code_of(slot, code);
	sql_text(s, COUNTY_RISE, 1, code);
	sql_text(s, COUNTY_RISE, 2, s->run.when);
	sql_int(s, COUNTY_RISE, 3, own);
	return sql_run(s, COUNTY_RISE);
}

bool
county_rise(struct store *s)
{
	const struct touched	*t = s->run.touched;
	int			 i, bit;

	if (t == NULL)
		return true;
	if (t->all) {
		sql_text(s, COUNTY_RISE_ALL, 1, s->run.when);
		if (!sql_run(s, COUNTY_RISE_ALL))
			return false;
	}
	for (i = 0; i < BYTES; i++)
		for (bit = 0; (t->own[i] | t->told[i]) >> bit != 0; bit++)
			if (((t->own[i] | t->told[i]) >> bit & 1) != 0 &&
			    !rise(s, i * 8 + bit, t->own[i] >> bit & 1))
				return false;
	return true;
}

/* ---- whose a finding's key is */

/* Of the counties that know the number, the nearest to the key's division. */
static bool
nearest(struct store *s, const char *id, const char *at,
    char out[static COUNTY_MAX + 1])
{
	sqlite3_stmt	*st = s->stmt[Q_COUNTIES];
	char		*form = arena_alloc(s->scratch, strlen(id) + 1);
	const char	*county;
	size_t		 best = 0;
	int		 rc;

	(void)twin_form(id, form);
	sql_text(s, Q_COUNTIES, 1, form);
	sql_text(s, Q_COUNTIES, 2, id);
	while ((rc = sql_row(s, Q_COUNTIES)) == SQLITE_ROW) {
		county = (const char *)sqlite3_column_text(st, 0);
		if (strlen(county) > best && division_within(at, county)) {
			best = strlen(county);
			memcpy(out, county, best + 1);
		}
	}
	return rc == SQLITE_DONE;
}

/* CASE/POINT/DIVISION/..., or COUNTY:CASE/... where that lies above it. */
bool
county_of_key(struct store *s, const char *key,
    char out[static COUNTY_MAX + 1])
{
	const size_t	 mark = strspn(key, "0123456789");
	const char	*point = strchr(key, '/'), *at;
	char		 code[DIVISION_MAX + 1];
	size_t		 n;

	*out = '\0';
	if (key[mark] == ':' && mark <= COUNTY_MAX && division_is(key, mark)) {
		memcpy(out, key, mark);
		out[mark] = '\0';
		return true;
	}
	at = point == NULL ? NULL : strchr(point + 1, '/');
	n = at == NULL ? 0 : strspn(++at, "0123456789");
	if (n == 0 || n > DIVISION_MAX)
		return true;
	memcpy(code, at, n);
	code[n] = '\0';
	division_county(code, out);
	arena_reset(s->scratch);
	return nearest(s, arena_ndup(s->scratch, key, (size_t)(point - key)),
	    code, out);
}

/* ---- what is kept of it */

bool
store_county(struct store *s, struct arena *a, const char *code,
    struct county *c, struct diags *ds)
{
	sqlite3_stmt	*st = s->stmt[Q_COUNTY];
	int		 rc;

	*c = (struct county){ .day = DAY_NONE, .taken = -1, .sum = "",
	    .signer = "" };
	sql_text(s, Q_COUNTY, 1, code);
	rc = sql_row(s, Q_COUNTY);
	if (rc != SQLITE_ROW)
		return rc == SQLITE_DONE || sql_fail(s, ds);
	c->version = sqlite3_column_int64(st, 0);
	c->day = sql_day(st, 1);
	c->own = sqlite3_column_int(st, 2) != 0;
	if (sqlite3_column_type(st, 3) != SQLITE_NULL)
		c->taken = sqlite3_column_int64(st, 3);
	c->sum = sql_copy(st, 4, a);
	c->signer = sql_copy(st, 5, a);
	sql_reset(s, Q_COUNTY);
	return true;
}

static bool
list_codes(struct store *s, struct arena *a, const char *sql,
    const char *const **codes, size_t *n, struct diags *ds)
{
	sqlite3_stmt	*st = sql_prepared(s, sql);
	const char	**all = NULL;
	size_t		 cap = 0;
	int		 rc;

	*n = 0;
	if (st == NULL)
		return sql_fail(s, ds);
	while ((rc = sqlite3_step(st)) == SQLITE_ROW) {
		all = arena_grow(a, all, *n, &cap, sizeof(*all));
		all[(*n)++] = sql_copy(st, 0, a);
	}
	sqlite3_reset(st);
	*codes = all;
	return rc == SQLITE_DONE || sql_fail(s, ds);
}

bool
store_counties(struct store *s, struct arena *a, const char *const **codes,
    size_t *n, struct diags *ds)
{
	return list_codes(s, a, "SELECT code FROM county WHERE version > 0"
	    " ORDER BY code", codes, n, ds);
}

bool
store_counties_changed(struct store *s, struct arena *a,
    const char *const **codes, size_t *n, struct diags *ds)
{
	return list_codes(s, a, "SELECT code FROM county WHERE version IS NOT"
	    " taken ORDER BY code", codes, n, ds);
}

bool
store_county_taken(struct store *s, const char *code,
    const struct county *parcel, const char *signer, struct diags *ds)
{
	s->run.changed = true;
	sql_text(s, COUNTY_TAKEN, 1, code);
	sql_int(s, COUNTY_TAKEN, 2, parcel->version);
	sql_int(s, COUNTY_TAKEN, 3, parcel->day.n);
	sql_text(s, COUNTY_TAKEN, 4, parcel->sum);
	sql_text(s, COUNTY_TAKEN, 5, s->run.when);
	sql_text(s, COUNTY_TAKEN, 6, s->run.who);
	sql_text(s, COUNTY_TAKEN, 7, signer);
	return sql_run(s, COUNTY_TAKEN) || sql_fail(s, ds);
}

bool
store_county_signed(struct store *s, const char *code, const char *signer,
    struct diags *ds)
{
	sql_text(s, COUNTY_SIGNED, 1, code);
	sql_text(s, COUNTY_SIGNED, 2, signer);
	if (!sql_run(s, COUNTY_SIGNED))
		return sql_fail(s, ds);
	s->run.changed |= sqlite3_changes(s->db) > 0;
	return true;
}
