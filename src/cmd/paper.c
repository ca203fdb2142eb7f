/*
 * notice, certificate: the sheet that is put up, and that it stood.
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "job/paper.h"

typedef enum paper_came paper_fn(struct arena *, const struct paper_order *,
		    struct diags *);

static bool
read_order(struct context *x, int argc, char **argv, struct paper_order *o)
{
	bool	html;

	if (argc != 2) {
		diag_error(x->diags, NOWHERE, _("expected `%s CASE STEP --out "
		    "FILE.html|FILE.txt`"), x->command->name);
		return false;
	}
	if (x->value[OPT_OUT] == NULL) {
		diag_error(x->diags, NOWHERE, _("`%s` needs --out FILE.html "
		    "or --out FILE.txt"), x->command->name);
		return false;
	}
	o->id = argv[0];
	o->step = argv[1];
	o->list = x->value[OPT_LIST];
	o->mask = x->value[OPT_MASK] != NULL;
	o->out = x->value[OPT_OUT];
	o->division = option_division(x);
	o->scan = (struct scan){ .today = x->today, .detail = LAY_DAYS,
	    .top = "", .county = option_county(x) };
	return paper_kind(o->out, &html, x->diags) && o->division != NULL &&
	    o->scan.county != NULL && is_text(x, o->out);
}

static int
run(struct context *x, int argc, char **argv, paper_fn *make)
{
	struct paper_order	o = { 0 };
	enum paper_came		came;

	if (!read_order(x, argc, argv, &o))
		return EXIT_INPUT;
	if (!open_to_read(x, &o.scan.book, &o.scan.calendars, &o.scan.store,
	    &o.names))
		return status_of(x);
	came = make(x->arena, &o, x->diags);
	store_close(o.scan.store);
	if (came == PAPER_PRIVATE)
		return EXIT_FOUND;
	if (came == PAPER_WRITTEN && is_watched())
		printf(_("%s is written\n"), o.out);
	return status_of(x);
}

int
cmd_notice(struct context *x, int argc, char **argv)
{
	return run(x, argc, argv, paper_notice);
}

int
cmd_certificate(struct context *x, int argc, char **argv)
{
	return run(x, argc, argv, paper_certificate);
}
