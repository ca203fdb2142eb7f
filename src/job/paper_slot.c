/*
 * Which slot is meant; a paper's way into its file.
 */
#include <string.h>

#include "base/text.h"
#include "folder/beside.h"
#include "job/paper_slot.h"
#include "job/which.h"
#include "words/message.h"

enum { TOLD = 20 };		/* divisions that a message lists */

bool
paper_kind(const char *path, bool *html, struct diags *d)
{
	size_t	n = strlen(path);

	*html = n > 5 && strcmp(path + n - 5, ".html") == 0;
	if (*html || (n > 4 && strcmp(path + n - 4, ".txt") == 0))
		return true;
	diag_error(d, NOWHERE, _("--out %s: expected a file that ends in "
	    ".html or .txt"), path);
	return false;
}

const char *
paper_day(struct arena *a, enum lang lang, struct day d)
{
	static const char *const	months[] = {
		"January", "February", "March", "April", "May", "June",
		"July", "August", "September", "October", "November",
		"December"
	};
	struct ymd	t = day_ymd(d);

	return lang == LANG_ZH ? arena_printf(a, "%d年%d月%d日",
	    t.year, t.month, t.day) : arena_printf(a, "%d %s %d", t.day,
	    months[t.month - 1], t.year);
}

/* ---- which slot */

static bool
find_step(const struct procedure *p, const char *word, int *step,
    struct diags *d)
{
	*step = procedure_step(p, word);
	if (*step >= 0)
		return true;
	if (procedure_event(p, word) >= 0)
		diag_error(d, NOWHERE, _("`%s` is an event, and what is put "
		    "up is a step"), word);
	else {
		diag_error(d, NOWHERE, _("`%s` is no step of the procedure "
		    "%s"), word, p->id);
		(void)diag_meant(d, procedure_nearest(p, word, true));
	}
	return false;
}

static void
list_slots(struct arena *a, const struct paper_order *o,
    const struct plan *p, int step, struct diags *d)
{
	int	i, n = p->first[step + 1] - p->first[step];

	for (i = 0; i < n && i < TOLD; i++)
		diag_note(d, NOWHERE, "--division %s", message_place(a,
		    o->names, p->slots[p->first[step] + i].division));
	if (n > TOLD)
		diag_note(d, NOWHERE, _("... and %d more"), n - TOLD);
}

/* The one there, else the only one below. */
static int
pick(const struct plan *p, int step, const char *division, int *found)
{
	int	i, one = -1;

	for (*found = 0, i = p->first[step]; i < p->first[step + 1]; i++) {
		if (!division_within(p->slots[i].division, division))
			continue;
		if (strcmp(p->slots[i].division, division) == 0) {
			*found = 1;
			return i;
		}
		one = i;
		++*found;
	}
	return one;
}

static bool
find_slot(struct arena *a, const struct paper_order *o, struct paper_slot *s,
    int step, struct diags *d)
{
	const struct plan	*p = s->all;
	int			 found;

	s->i = pick(p, step, o->division, &found);
	s->rule = &p->proc->steps[step];
	if (found == 0)
		diag_error(d, NOWHERE, *o->division == '\0' ? _("the step %s "
		    "has no slot in this case") : _("the step %s has no slot "
		    "at or below division %s in this case"), s->rule->id,
		    o->division);
	else if (found > 1)
		diag_error(d, NOWHERE, _("the step %s is posted at %d "
		    "divisions: say which"), s->rule->id, found);
	if (found != 1) {
		list_slots(a, o, p, step, d);
		return false;
	}
	s->slot = &p->slots[s->i];
	if (s->slot->applies)
		return true;
	diag_error(d, NOWHERE, _("the step %s does not apply to this case"),
	    s->rule->id);
	diag_note(d, NOWHERE, _("see `gongshi explain %s %s`"), s->m->id,
	    s->rule->id);
	return false;
}

bool
paper_find(struct arena *a, const struct paper_order *o, struct paper_slot *s,
    struct diags *d)
{
	int	step;

	s->m = which_case(o->scan.store, a, o->scan.county, o->id, d);
	if (s->m != NULL)
		s->m = store_whole(o->scan.store, a, s->m, d);
	if (s->m == NULL)
		return false;
	if (!scan_lay(&o->scan, a, &s->m, &s->all, &s->now)) {
		diag_error(d, NOWHERE, _("no rule is in force for the case "
		    "`%s`; see `gongshi explain unknown`"), o->id);
		return false;
	}
	return find_step(s->all->proc, o->step, &step, d) &&
	    find_slot(a, o, s, step, d);
}

/* ---- into its file */

bool
paper_put(struct arena *a, const char *path, const struct paper *p,
    struct diags *d)
{
	struct beside	 b;
	bool		 html;

	if (!paper_kind(path, &html, d) || !beside_path(a, path,
	    BESIDE_OUTSIDE, &b, d))
		return false;
	if (html)
		paper_html(b.file, a, p);
	else
		paper_text(b.file, a, p);
	return beside_close(&b, true, d);
}
