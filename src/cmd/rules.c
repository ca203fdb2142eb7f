/*
 * rules: check, list, show.
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "report/rules.h"

static void
show_whole(const struct pack *p)
{
	int	i;

	rules_write_pack(stdout, p, text_lang());
	for (i = 0; i < p->nprocedures; i++) {
		puts("---");
		rules_write_procedure(stdout, &p->procedures[i], text_lang());
	}
}

/* Of a pack its own file; of one over another all, for that is nowhere. */
static bool
show_named(const struct rulebook *book, const char *name)
{
	const struct procedure	*p = rulebook_named(book, name);
	int			 i;

	for (i = 0; i < book->npacks; i++)
		if (strcmp(book->packs[i].id, name) == 0) {
			if (book->packs[i].overlay != NULL)
				show_whole(&book->packs[i]);
			else
				rules_write_pack(stdout, &book->packs[i],
				    text_lang());
			return true;
		}
	if (p == NULL)
		return false;
	for (i = 0; (p = rulebook_version(book, p->id, i)) != NULL; i++) {
		if (i > 0)
			puts("---");
		rules_write_procedure(stdout, p, text_lang());
	}
	return true;
}

static void
show_all(const struct rulebook *book)
{
	int	i;

	for (i = 0; i < book->npacks; i++) {
		if (i > 0)
			puts("---");
		show_whole(&book->packs[i]);
	}
}

static void
print_check(struct context *x, const struct rulebook *book)
{
	const char	*path, *local = x->local == NULL ? "" : x->local;
	int		 i, n = 0;

	for (i = 0; i < book->npacks; i++)
		n += book->packs[i].nprocedures;
	printf(text_plural("rules are in order: %d pack, %d procedures\n",
	    "rules are in order: %d packs, %d procedures\n",
	    (unsigned long)book->npacks), book->npacks, n);
	if (book->nunread > 0)
		printf(text_plural("not read: %d file or folder, see the "
		    "warning\n", "not read: %d files or folders, see the "
		    "warnings\n", (unsigned long)book->nunread),
		    book->nunread);
	for (i = 0; i < book->npacks; i++) {
		path = book->packs[i].path;
		if (*local != '\0' && x->value[OPT_RULES] == NULL &&
		    strncmp(path, local, strlen(local)) == 0)
			printf(_("%s: of this machine's own\n"),
			    text_safe(x->arena, path));
	}
}

static int
check(struct context *x, int argc, char **argv)
{
	const struct rulebook	*book;

	if (argc == 1)
		x->value[OPT_RULES] = argv[0];
	book = open_rules(x);
	if (book == NULL)
		return status_of(x);
	print_check(x, book);
	return book->nunread > 0 ? EXIT_INPUT : EXIT_FINE;
}

static int
list(struct context *x, int argc, char **argv)
{
	const struct rulebook	*book = open_rules(x);

	(void)argc;
	(void)argv;
	if (book == NULL)
		return status_of(x);
	rules_write_list(stdout, book);
	return EXIT_FINE;
}

static int
show(struct context *x, int argc, char **argv)
{
	const struct rulebook	*book = open_rules(x);
	int			 i;

	if (book == NULL)
		return status_of(x);
	if (argc == 0)
		show_all(book);
	for (i = 0; i < argc; i++)
		if (!show_named(book, argv[i]))
			diag_error(x->diags, NOWHERE, _("`%s` "
			    "is no pack or procedure; see `gongshi rules "
			    "list`"), argv[i]);
	return status_of(x);
}

/* What can be done with rules: a row each; completion reads the names. */
const struct verb rules_verbs[] = {
	{ "check", check }, { "list", list }, { "show", show },
	{ "diff", rules_diff }, { NULL, NULL }
};

int
cmd_rules(struct context *x, int argc, char **argv)
{
	const struct verb	*v;

	for (v = rules_verbs; argc > 0 && v->name != NULL; v++)
		if (strcmp(v->name, argv[0]) == 0)
			return v->run(x, argc - 1, argv + 1);
	diag_error(x->diags, NOWHERE,
	    _("expected `rules check`, `rules list`, `rules show` or `rules "
	    "diff`"));
	return EXIT_INPUT;
}
