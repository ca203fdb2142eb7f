/*
 * rules sweep: can it be kept?
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "report/sweep.h"

struct sweeping {
	struct context		*x;
	const struct calendars	*cals;
	struct sweeps		 all;
	size_t			 cap;
};

/* One for each part of the scope that has days off of its own. */
static void
add_procedure(struct sweeping *s, const struct procedure *p)
{
	const char	**scope = p->pack->scope;
	int		 i, k;

	for (i = 0; i < p->pack->nscope; i++) {
		for (k = 0; k < i; k++)
			if (calendars_for(s->cals, scope[k]) ==
			    calendars_for(s->cals, scope[i]))
				break;
		if (k < i)
			continue;
		s->all.list = arena_grow(s->x->arena, s->all.list, s->all.n,
		    &s->cap, sizeof(*s->all.list));
		s->all.list[s->all.n++] = sweep_run(s->x->arena, p, scope[i],
		    s->cals);
	}
}

static void
add_pack(struct sweeping *s, const struct pack *p)
{
	int	i;

	for (i = 0; i < p->nprocedures; i++)
		add_procedure(s, &p->procedures[i]);
}

static void
add_named(struct sweeping *s, const struct rulebook *book, const char *name)
{
	const struct procedure	*p = rulebook_named(book, name);
	int			 i;

	for (i = 0; i < book->npacks; i++)
		if (strcmp(book->packs[i].id, name) == 0) {
			add_pack(s, &book->packs[i]);
			return;
		}
	if (p == NULL)
		diag_error(s->x->diags, NOWHERE, _("`%s` "
		    "is no pack or procedure; see `gongshi rules "
		    "list`"), name);
	for (i = 0; p != NULL && rulebook_version(book, p->id, i) != NULL; i++)
		add_procedure(s, rulebook_version(book, p->id, i));
}

int
rules_sweep(struct context *x, int argc, char **argv)
{
	struct sweeping		 s = { .x = x };
	struct layout		 l = { .out = stdout,
				    .width = columns_of(stdout) };
	const struct rulebook	*book = open_rules(x);
	bool			 found = false;
	size_t			 k;
	int			 i;

	s.cals = book == NULL ? NULL : open_calendars(x);
	if (s.cals == NULL || !option_format(x, &l.format))
		return status_of(x);
	for (i = 0; argc == 0 && i < book->npacks; i++)
		add_pack(&s, &book->packs[i]);
	for (i = 0; i < argc; i++)
		add_named(&s, book, argv[i]);
	if (status_of(x) != EXIT_FINE)
		return status_of(x);
	sweeps_write(&l, &s.all);
	for (k = 0; k < s.all.n; k++)
		found |= sweep_unkept(s.all.list[k]) > 0;
	return found ? EXIT_FOUND : EXIT_FINE;
}
