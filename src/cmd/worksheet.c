/*
 * worksheet: what to post, and the log to fill in.
 */
#include "base/text.h"
#include "cmd/cmd.h"
#include "job/worksheet.h"

enum { WEEK = 6 };		/* days behind today that are looked at */

static bool
read_options(struct context *x, struct worksheet *w)
{
	w->top = option_division(x);
	w->path = x->value[OPT_OUT];
	w->today = x->today;
	w->again = open_again(x);
	if (w->path == NULL || *w->path == '\0')
		diag_error(x->diags, NOWHERE, _("`worksheet` needs --out "
		    "FILE.xlsx"));
	if (!option_day(x, OPT_THROUGH, &w->through) ||
	    !option_jobs(x, &w->jobs) || w->top == NULL ||
	    diags_errors(x->diags) > 0)
		return false;
	if (!day_is(w->through))
		w->through = day_add(w->today, WEEK);
	if (day_cmp(w->through, w->today) >= 0)
		return true;
	diag_error(x->diags, NOWHERE, _("--through %s is before today"),
	    x->value[OPT_THROUGH]);
	return false;
}

static void
tell(struct context *x, const struct worksheet *w,
    const struct worksheet_done *done)
{
	if (done->left > 0)
		diag_warn(x->diags, NOWHERE, text_plural("%lld row is left "
		    "out: it holds characters that no workbook can carry; use "
		    "`gongshi record` for it", "%lld rows are left out: they "
		    "hold characters that no workbook can carry; use `gongshi "
		    "record` for them", (unsigned long)done->left),
		    done->left);
	printf(_("%s: %lld to do; rows to fill in: %lld postings, %lld "
	    "events, %lld objections\n"), text_safe(x->arena, w->path),
	    done->todos, done->postings, done->events, done->objections);
}

int
cmd_worksheet(struct context *x, int argc, char **argv)
{
	struct worksheet	w = { .through = DAY_NONE };
	struct worksheet_done	done;

	(void)argv;
	(void)no_operands(x, argc);
	if (!read_options(x, &w) || diags_errors(x->diags) > 0)
		return status_of(x);
	if (!open_to_read(x, &w.book, &w.calendars, &w.store, &w.names))
		return status_of(x);
	if (worksheet_write(x->arena, &w, &done, x->diags)) {
		warn_of_nothing(x, w.top, done.cases);
		tell(x, &w, &done);
	}
	store_close(w.store);
	return status_of(x);
}
