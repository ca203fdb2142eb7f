/*
 * report: pages to look at.
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "folder/beside.h"
#include "job/lock.h"
#include "job/pages.h"

/* The address of calendars/, with a slash at its end; NULL: none was given. */
bool
option_base_url(struct context *x, const char **out)
{
	const char	*url = x->value[OPT_BASE_URL];
	size_t		 len = url == NULL ? 0 : strlen(url), i;

	*out = NULL;
	if (url == NULL)
		return true;
	for (i = 0; i < len; i++)
		if ((unsigned char)url[i] <= ' ' || url[i] == '"' ||
		    url[i] == '<' || url[i] == '>' || url[i] == '\\' ||
		    url[i] == '?' || url[i] == '#')
			break;
	if (i == len && len < 500 && text_is_utf8(url, len) &&
	    ((strncmp(url, "http://", 7) == 0 && len > 7) ||
	    (strncmp(url, "https://", 8) == 0 && len > 8) ||
	    (strncmp(url, "webcal://", 9) == 0 && len > 9))) {
		*out = arena_printf(x->arena, "%s%s", url, url[len - 1] == '/'
		    ? "" : "/");
		return true;
	}
	diag_error(x->diags, NOWHERE, _("--base-url %s: expected the address "
	    "under which calendars/ can be fetched, as "
	    "https://gs.example.cn/calendars"), url);
	return false;
}

static bool
read_report_options(struct context *x, struct pages *p)
{
	p->top = option_division(x);
	p->dir = x->value[OPT_OUT];
	if (p->dir == NULL || *p->dir == '\0')
		diag_error(x->diags, NOWHERE, _("`%s` needs --%s"),
		    x->command->name, option_table[OPT_OUT].name);
	p->today = x->today;
	p->mode = BESIDE_OUTSIDE;
	p->again = open_again(x);
	return option_base_url(x, &p->base) && option_jobs(x, &p->jobs) &&
	    p->top != NULL && diags_errors(x->diags) == 0;
}

static void
write_report(struct context *x, const struct pages *p)
{
	struct pages_written	done;

	if (!lock_out(p->dir, stderr, x->diags))
		return;
	if (pages_run(x->arena, p, &done, x->diags) && is_watched())
		printf(_("%lld pages in %s: %lld written, %lld taken away\n"),
		    done.pages, text_safe(x->arena, p->dir), done.written,
		    done.removed);
	lock_out_end(p->dir);
}

int
cmd_report(struct context *x, int argc, char **argv)
{
	struct pages	p = { 0 };

	(void)argv;
	(void)no_operands(x, argc);
	if (!read_report_options(x, &p) || diags_errors(x->diags) > 0)
		return status_of(x);
	if (!open_to_read(x, &p.book, &p.calendars, &p.store, &p.names))
		return status_of(x);
	write_report(x, &p);
	store_close(p.store);
	return status_of(x);
}
