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
