#include "desk/fit.h"

#include <string.h>

#include "base/text.h"

/* A step that has no slot, at all or (then *level) at a level of it. */
struct lack {
	const struct procedure	*version;
	int			 step;		/* -1: none */
	enum level		 level;
};

/* Is the step one of other cases alone?  Of one that a trait exempts it is
   counted how many notices it would have had. */
static bool
is_of_others(const struct procedure *p, int step, const struct matter *m)
{
	const struct condition	*when = p->steps[step].when;
	size_t			 k;
	int			 i;

	if (when == NULL || when->only.n == 0)
		return false;
	for (i = 0; i < when->only.n; i++)
		for (k = 0; k < m->ntraits; k++)
			if (strcmp(p->traits[when->only.of[i]].id,
			    m->traits[k]) == 0)
				return false;
	return true;
}

static struct lack
without_slot(struct arena *a, const struct procedure *p,
    const struct matter *m)
{
	struct lack	 l = { p, -1, LEVEL_NONE };
	const int	*first;
	int		 i, n;

	(void)plan_slots(a, p, m, &n, &first);
	for (i = 0; i < p->nsteps && l.step < 0; i++) {
		if (is_of_others(p, i, m))
			continue;
		l.level = plan_lacks(p, m, i);
		if (first[i] == first[i + 1])
			l = (struct lack){ p, i, LEVEL_NONE };
		else if (l.level != LEVEL_NONE)
			l.step = i;
	}
	return l;
}

static void
complain_lack(struct desk *k, const struct lack *l)
{
	const char	*title = l->version->steps[l->step].title;
	struct place	 p = cell(k, COL_PLACES)->at;

	if (!cell(k, COL_PLACES)->there) {
		p = row_at(k->cells->row, k->cells->row->n);
		p.cell = 0;
	}
	k->in->lacking++;
	if (l->level == LEVEL_NONE)
		diag_error(k->d, p, _("step `%s` has no place in this case: "
		    "name the divisions concerned in the column 涉及区划 "
		    "(places)"), title);
	else
		diag_error(k->d, p, _("step `%s` is posted at the level `%s` "
		    "too, and no place at or below it is named: name the "
		    "divisions concerned in the column 涉及区划 (places)"),
		    title, level_word(l->level));
}

static void
complain_level(struct desk *k, const struct procedure *p,
    const struct matter *m)
{
	const char	*list = "", *word;
	int		 l;

	for (l = LEVEL_REGION; l <= LEVEL_GROUP; l++) {
		if ((p->levels & 1U << l) == 0)
			continue;
		word = level_word((enum level)l);
		list = arena_printf(k->arena, "%s%s%s", list,
		    *list == '\0' ? "" : "/", word);
	}
	diag_error(k->d, cell(k, COL_DIVISION)->at, _("%s is no division at "
	    "which `%s` is run: expected a %s"), m->division, p->title, list);
}

bool
fits_rules(struct desk *k, const struct matter *m)
{
	const struct world	*w = k->in->world;
	const struct procedure	*p;
	unsigned		 level = 1U << division_level(m->division);
	struct lack		 lack, lacking = { NULL, -1, LEVEL_NONE };
	int			 v;

	for (v = 0; (p = rulebook_version(w->book, m->procedure, v)) != NULL;
	    v++) {
		if ((p->levels & level) == 0)
			continue;
		lack = without_slot(k->arena, p, m);
		if (lack.step < 0)
			return true;
		if (lacking.version == NULL)
			lacking = lack;
	}
	if (lacking.version == NULL) {
		complain_level(k, rulebook_version(w->book, m->procedure, 0),
		    m);
		return false;
	}
	complain_lack(k, &lacking);
	return false;
}
