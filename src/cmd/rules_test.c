/*
 * rules test, rules coverage: the tests of packs, and what they show.
 */
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "folder/folder.h"
#include "job/coverage.h"
#include "job/trials.h"

/* A pack and the rules that it stands among. */
struct chosen {
	const struct pack	*pack;
	const struct rulebook	*book;
};

struct choice_of_packs {
	struct chosen	*list;
	size_t		 n, cap;
};

static void
choose(struct context *x, struct choice_of_packs *c,
    const struct rulebook *book, const struct pack *p)
{
	size_t	i;

	for (i = 0; i < c->n; i++)
		if (c->list[i].pack == p)
			return;
	c->list = arena_grow(x->arena, c->list, c->n, &c->cap,
	    sizeof(*c->list));
	c->list[c->n++] = (struct chosen){ p, book };
}

static void
choose_all(struct context *x, struct choice_of_packs *c,
    const struct rulebook *book)
{
	int	i;

	for (i = 0; book != NULL && i < book->npacks; i++)
		choose(x, c, book, &book->packs[i]);
}

/* A pack by its id, or a folder: a pack, or one of packs. */
static void
choose_named(struct context *x, struct choice_of_packs *c,
    const struct rulebook *book, const char *name)
{
	const char	*near[POINTS_MAX];
	size_t		 n = 0;
	int		 i;

	for (i = 0; book != NULL && i < book->npacks; i++) {
		if (strcmp(book->packs[i].id, name) == 0) {
			choose(x, c, book, &book->packs[i]);
			return;
		}
		if (n < POINTS_MAX)
			near[n++] = book->packs[i].id;
	}
	if (path_is_folder(name, x->diags)) {
		choose_all(x, c, open_rules_in(x, name));
		return;
	}
	if (book == NULL || diags_failed(x->diags))
		return;
	diag_error(x->diags, NOWHERE, _("`%s` is no pack and no folder of "
	    "one; see `gongshi rules list`"), name);
	(void)diag_meant(x->diags, text_nearest(name, near, n));
}

/* Is it asked for by its folder alone, so that no other rules are needed? */
static bool
all_are_folders(int argc, char **argv)
{
	struct stat	st;
	int		i;

	for (i = 0; i < argc; i++)
		if (strchr(argv[i], '/') == NULL || stat(argv[i], &st) != 0 ||
		    !S_ISDIR(st.st_mode))
			return false;
	return argc > 0;
}

/* False: errors were added, and there is nothing to go on with. */
static bool
open_tests(struct context *x, int argc, char **argv, struct layout *l,
    struct choice_of_packs *c, const struct calendars **calendars)
{
	const struct rulebook	*book = NULL;
	int			 i;

	if (!option_format(x, &l->format))
		return false;
	*calendars = open_calendars(x);
	if (!all_are_folders(argc, argv))
		book = open_rules(x);
	if (argc == 0)
		choose_all(x, c, book);
	for (i = 0; i < argc; i++)
		choose_named(x, c, book, argv[i]);
	l->out = stdout;
	l->today = x->today;
	l->colour = l->format == FORMAT_TEXT && is_coloured(stdout);
	l->width = columns_of(stdout);
	return *calendars != NULL && diags_errors(x->diags) == 0;
}

/* Faults of the files are told, and no reason to say nothing of the rest. */
static int
status_of_tests(struct context *x, bool failed)
{
	int	status = status_of(x);

	return status != EXIT_FINE ? status : failed ? EXIT_FOUND : EXIT_FINE;
}

int
rules_test(struct context *x, int argc, char **argv)
{
	const char			*run = x->value[OPT_RUN];
	const struct calendars		*calendars;
	struct choice_of_packs		 c = { 0 };
	const struct pack_result	**out;
	struct layout			 l = { 0 };
	struct tests			 t;
	size_t				 i, tests = 0, failed = 0;

	if (!is_text(x, run) || !open_tests(x, argc, argv, &l, &c,
	    &calendars))
		return status_of(x);
	out = arena_array(x->arena, c.n + 1, sizeof(*out));
	for (i = 0; i < c.n; i++) {
		t = tests_judge(x->arena, &(struct bench){ c.list[i].book,
		    calendars }, c.list[i].pack, x->diags);
		out[i] = tests_result(x->arena, &t, run == NULL ? "" : run);
		tests += out[i]->n;
		failed += out[i]->failed;
	}
	if (run != NULL && tests == 0) {
		diag_error(x->diags, NOWHERE, _("--run %s: no test has that "
		    "in its title"), run);
		return EXIT_INPUT;
	}
	trials_write(l, out, c.n);
	return status_of_tests(x, failed > 0);
}

int
rules_coverage(struct context *x, int argc, char **argv)
{
	const struct calendars		*calendars;
	struct choice_of_packs		 c = { 0 };
	const struct pack_cover		**out;
	struct layout			 l = { 0 };
	struct tests			 t;
	size_t				 i, lacking = 0;

	if (!open_tests(x, argc, argv, &l, &c, &calendars))
		return status_of(x);
	out = arena_array(x->arena, c.n + 1, sizeof(*out));
	for (i = 0; i < c.n; i++) {
		t = tests_judge(x->arena, &(struct bench){ c.list[i].book,
		    calendars }, c.list[i].pack, x->diags);
		out[i] = coverage_of(x->arena, &t);
		lacking += out[i]->lacking;
	}
	coverage_write(l, out, c.n);
	return status_of_tests(x, lacking > 0);
}
