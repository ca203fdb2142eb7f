/*
 * A build without libpq: no hub is ever opened.
 */
#include "base/text.h"
#include "hub/hub.h"

struct hub *
hub_open(const char *words, struct diags *ds)
{
	(void)words;
	diag_error(ds, NOWHERE, _("this gongshi was built without libpq and "
	    "knows files only: name one, or build it where libpq-dev is "
	    "installed"));
	return NULL;
}

void
hub_close(struct hub *h)
{
	(void)h;
}

bool
hub_is_there(struct hub *h)
{
	(void)h;
	return false;
}

const char *
hub_name(const struct hub *h)
{
	(void)h;
	return "";
}

bool
hub_enter(struct hub *h, struct diags *ds)
{
	(void)h, (void)ds;
	return false;
}

bool
hub_init(struct hub *h, struct arena *a, const char *home,
    struct hub_made *out, struct diags *ds)
{
	(void)h, (void)a, (void)home, (void)out, (void)ds;
	return false;
}

bool
hub_upgrade(struct hub *h, struct arena *a, struct hub_made *out,
    struct diags *ds)
{
	(void)h, (void)a, (void)out, (void)ds;
	return false;
}

bool
hub_office_add(struct hub *h, const struct office *o, struct diags *ds)
{
	(void)h, (void)o, (void)ds;
	return false;
}

bool
hub_office_drop(struct hub *h, const char *role, struct diags *ds)
{
	(void)h, (void)role, (void)ds;
	return false;
}

bool
hub_offices(struct hub *h, struct arena *a, struct office **all, size_t *n,
    struct diags *ds)
{
	(void)h, (void)a, (void)all, (void)n, (void)ds;
	return false;
}

const char *
hub_home(const struct hub *h)
{
	(void)h;
	return "";
}

const char *
hub_whose(const struct hub *h, struct arena *a)
{
	(void)h, (void)a;
	return "";
}

const struct hub_county *
hub_counties_then(const struct hub *h, size_t *n)
{
	(void)h, (void)n;
	return NULL;
}

bool
hub_counties(struct hub *h, struct arena *a, struct hub_county **all,
    size_t *n, struct diags *ds)
{
	(void)h, (void)a, (void)all, (void)n, (void)ds;
	return false;
}

bool
hub_each(struct hub *h, const char *county, int table, hub_row_fn *visit,
    void *ctx, struct diags *ds)
{
	(void)h, (void)county, (void)table, (void)visit, (void)ctx, (void)ds;
	return false;
}

bool
hub_begin(struct hub *h, struct diags *ds)
{
	(void)h, (void)ds;
	return false;
}

bool
hub_commit(struct hub *h, struct diags *ds)
{
	(void)h, (void)ds;
	return false;
}

void
hub_rollback(struct hub *h)
{
	(void)h;
}

bool
hub_clear(struct hub *h, struct arena *a, const char *county,
    struct hub_county *was, struct diags *ds)
{
	(void)h, (void)a, (void)county, (void)was, (void)ds;
	return false;
}

bool
hub_put(struct hub *h, const char *county, int table, const char *line,
    size_t len, struct diags *ds)
{
	(void)h, (void)county, (void)table, (void)line, (void)len, (void)ds;
	return false;
}

bool
hub_put_end(struct hub *h, const struct hub_county *c, const char *command,
    const char *source, struct diags *ds)
{
	(void)h, (void)c, (void)command, (void)source, (void)ds;
	return false;
}

bool
hub_is_owner(struct hub *h, struct diags *ds)
{
	(void)h, (void)ds;
	return false;
}

bool
hub_may_write(struct hub *h, struct diags *ds)
{
	(void)h, (void)ds;
	return false;
}

bool
hub_changed(struct hub *h, const struct hub_county *c, bool *changed,
    struct diags *ds)
{
	(void)h, (void)c, (void)changed, (void)ds;
	return false;
}

bool
hub_signed(struct hub *h, const char *county, struct diags *ds)
{
	(void)h, (void)county, (void)ds;
	return false;
}

bool
hub_watch(struct hub *h, struct arena *a, struct hub_watched *out,
    struct diags *ds)
{
	(void)h, (void)a, (void)out, (void)ds;
	return false;
}

enum hub_kept
hub_try_commit(struct hub *h, struct diags *ds)
{
	(void)h, (void)ds;
	return HUB_NOT_KEPT;
}

bool
hub_is_lost(const struct hub *h, struct diags *ds)
{
	(void)h, (void)ds;
	return false;
}

bool
hub_has_ended(struct hub *h, const struct hub_hand *hand, struct diags *ds)
{
	(void)h, (void)hand, (void)ds;
	return false;
}

bool
hub_begin_push(struct hub *h, struct arena *a, struct hub_hand *hand,
    struct diags *ds)
{
	(void)h, (void)a, (void)hand, (void)ds;
	return false;
}

void
hub_rows_add(struct hub_rows *r, struct arena *a, const char *county,
    const struct parcel_cell *cells, int n, int width)
{
	(void)r, (void)a, (void)county, (void)cells, (void)n, (void)width;
}

enum hub_pushed
hub_push(struct hub *h, struct arena *a, struct hub_push *p, struct diags *ds)
{
	(void)h, (void)a, (void)p, (void)ds;
	return HUB_NOT_PUSHED;
}

const char *
hub_low(const struct hub *h)
{
	(void)h;
	return "";
}

bool
hub_night_take(struct hub *h, const char *county, bool *got, struct diags *ds)
{
	(void)h, (void)county, (void)got, (void)ds;
	return false;
}

bool
hub_each_mark(struct hub *h, const char *county, hub_row_fn *visit, void *ctx,
    struct diags *ds)
{
	(void)h, (void)county, (void)visit, (void)ctx, (void)ds;
	return false;
}

bool
hub_night_was(struct hub *h, const char *county, struct day day, bool *was,
    struct diags *ds)
{
	(void)h, (void)county, (void)day, (void)was, (void)ds;
	return false;
}

enum hub_pushed
hub_push_marks(struct hub *h, struct arena *a, struct hub_marks *m,
    struct diags *ds)
{
	(void)h, (void)a, (void)m, (void)ds;
	return HUB_NOT_PUSHED;
}

bool
hub_clear_marks(struct hub *h, const char *county, struct diags *ds)
{
	(void)h, (void)county, (void)ds;
	return false;
}

bool
hub_put_marks(struct hub *h, struct arena *a, struct hub_rows *rows,
    struct diags *ds)
{
	(void)h, (void)a, (void)rows, (void)ds;
	return false;
}

enum hub_pushed
hub_redact(struct hub *h, struct arena *a, const struct hub_change *c,
    const struct act *act, struct hub_rows *rows, struct diags *ds)
{
	(void)h, (void)a, (void)c, (void)act, (void)rows, (void)ds;
	return HUB_NOT_PUSHED;
}

enum hub_pushed
hub_rename(struct hub *h, struct arena *a, const struct hub_change *c,
    const struct act *act, struct hub_rows *places, struct diags *ds)
{
	(void)h, (void)a, (void)c, (void)act, (void)places, (void)ds;
	return HUB_NOT_PUSHED;
}

enum hub_pushed
hub_waive(struct hub *h, struct arena *a, const struct hub_change *c,
    const struct act *act, struct diags *ds)
{
	(void)h, (void)a, (void)c, (void)act, (void)ds;
	return HUB_NOT_PUSHED;
}

enum hub_pushed
hub_waive_end(struct hub *h, struct arena *a, const struct hub_change *c,
    const struct act *act, struct diags *ds)
{
	(void)h, (void)a, (void)c, (void)act, (void)ds;
	return HUB_NOT_PUSHED;
}
