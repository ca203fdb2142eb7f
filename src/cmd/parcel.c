/*
 * parcel and rollup: one county as a file, and counties' files into a
 * database.
 */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "folder/folder.h"
#include "input/whole.h"
#include "job/gather.h"
#include "job/parcel.h"
#include "job/rollup.h"

enum { SIGNERS = 1024 * 1024 };		/* bytes of their list at the most */

/* ---- parcel */

/* Whatever else is there is not written over. */
static bool
may_be_replaced(struct context *x, const char *path)
{
	struct folder	 f;
	struct stat	 st;
	const char	*name;
	char		 magic[sizeof(PARCEL_MAGIC)] = "";
	size_t		 n = 0;
	int		 fd;
	bool		 there;

	if (!folder_of(x->arena, path, &f, &name))
		return diag_unwritten(x->diags, path);
	there = folder_look(&f, name, &st);
	fd = there ? folder_read(&f, name, &st) : -1;
	if (fd >= 0) {
		(void)whole_bytes(fd, magic, sizeof(magic) - 1, &n);
		(void)close(fd);
	}
	folder_close(&f);
	if (!there || (n == sizeof(magic) - 1 && memcmp(magic, PARCEL_MAGIC,
	    n) == 0))
		return true;
	diag_error(x->diags, (struct place){ .path = path },
	    _("there is such a file already, and it is no parcel"));
	return false;
}

/* Of a county, or of a city or region itself. */
static const char *
county_of_option(struct context *x)
{
	const char	*county = option_division(x);

	if (county == NULL || (*county != '\0' && strlen(county) <=
	    COUNTY_MAX))
		return county;
	diag_error(x->diags, NOWHERE, *county == '\0' ? _("`parcel` needs "
	    "--division CODE, the county") : _("--division %s: expected the "
	    "code of a county, as 450225, or of a city or region itself"),
	    county);
	return NULL;
}

/* A signature that was there is of another parcel, as long as none is made. */
static void
warn_of_signature(struct context *x, const char *path)
{
	const char	*sig = arena_printf(x->arena, "%s.sig", path);

	if (x->value[OPT_SIGN] == NULL && path_exists(sig, x->diags))
		diag_warn(x->diags, (struct place){ .path = sig }, _("this "
		    "signature was there before; it holds only where the "
		    "parcel is the same as it was (--sign KEYFILE makes "
		    "it anew)"));
}

int
cmd_parcel(struct context *x, int argc, char **argv)
{
	struct parcel		job = { .county = county_of_option(x),
				    .path = x->value[OPT_OUT],
				    .key = x->value[OPT_SIGN],
				    .pulled = hub_named(x) != NULL };
	struct parcel_made	made;
	char			day[DAY_TEXT];

	(void)argv;
	if (!no_operands(x, argc) || job.county == NULL)
		return EXIT_INPUT;
	if (job.path == NULL || *job.path == '\0') {
		diag_error(x->diags, NOWHERE, _("`parcel` needs --out FILE, "
		    "the file to write"));
		return EXIT_INPUT;
	}
	if (!may_be_replaced(x, job.path))
		return status_of(x);
	job.store = open_store(x, STORE_READ);
	if (job.store != NULL && parcel_write(x->arena, &job, &made,
	    x->diags)) {
		printf(_("%s: version %lld of %s, of %s; cases: %lld\n"),
		    text_safe(x->arena, job.path), made.version, job.county,
		    day_print(made.day, day), made.cases);
		printf("sha256 %s\n", made.sum);
		warn_of_signature(x, job.path);
	}
	store_close(job.store);
	return status_of(x);
}

/* ---- rollup */

static void
tell(struct context *x, const char *path, const struct rolled *r)
{
	char		 day[DAY_TEXT];
	const char	*file = text_safe(x->arena, path);

	if (r->there)
		printf(_("%s: version %lld of %s, of %s, is there already\n"),
		    file, r->version, r->county, day_print(r->day, day));
	else if (r->was < 0)
		printf(_("%s: version %lld of %s, of %s, taken in; cases: "
		    "%lld\n"), file, r->version, r->county, day_print(r->day,
		    day), r->cases);
	else
		printf(_("%s: version %lld of %s, of %s, taken in; it was "
		    "%lld before; cases: %lld\n"), file, r->version,
		    r->county, day_print(r->day, day), r->was, r->cases);
	if (!r->is_signed)
		diag_warn(x->diags, (struct place){ .path = path },
		    r->unsigned_ ? _("it is unsigned: who made it is not "
		    "known") : _("its signature was not looked at (--signers "
		    "FILE)"));
}

/* Each by itself; a fault of the machine ends them all. */
static void
take_all(struct context *x, const struct rollup *job, struct hub *hub,
    int argc, char **argv)
{
	const struct gather	 gather = { hub, *job };
	struct arena		*a;
	struct rolled		 r;
	int			 i, taken = 0;

	for (i = 0; i < argc && !diags_failed(x->diags); i++) {
		a = arena_new();
		if (hub != NULL ? gather_take(a, &gather, argv[i], &r,
		    x->diags) : rollup_take(a, job, argv[i], &r, x->diags)) {
			tell(x, argv[i], &r);
			taken++;
		}
		arena_free(a);
	}
	if (taken < argc)
		diag_warn(x->diags, NOWHERE, text_plural("%d parcel was not "
		    "taken in, and nothing of it", "%d parcels were not taken "
		    "in, and nothing of them", (unsigned long)(argc - taken)),
		    argc - taken);
}

static void
take_somewhere(struct context *x, struct rollup *job, int argc, char **argv)
{
	const bool	 is_hub = hub_named(x) != NULL;
	struct hub	*hub = is_hub ? hub_entered(x) : NULL;

	if (!is_hub)
		job->store = open_store(x, STORE_WRITE);
	if (is_hub ? hub != NULL && hub_is_owner(hub, x->diags) :
	    job->store != NULL)
		take_all(x, job, hub, argc, argv);
	store_close(job->store);
	hub_close(hub);
}

int
cmd_rollup(struct context *x, int argc, char **argv)
{
	struct rollup	job = { .when = iso_time(x, x->now),
			    .who = user_name(x),
			    .yes = x->value[OPT_YES] != NULL };

	if (argc == 0) {
		diag_error(x->diags, NOWHERE,
		    _("`rollup` needs the names of parcels"));
		return EXIT_INPUT;
	}
	if (x->value[OPT_SIGNERS] != NULL) {
		job.signers = whole_read(x->arena, x->value[OPT_SIGNERS],
		    SIGNERS, &job.nsigners, x->diags);
		if (job.signers == NULL)
			return status_of(x);
	}
	take_somewhere(x, &job, argc, argv);
	return status_of(x);
}
