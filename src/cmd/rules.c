/*
 * rules: check, list, show.
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "report/rules.h"

static bool
show_named(const struct rulebook *book, const char *name)
{
	const struct procedure	*p = rulebook_named(book, name);
	int			 i;

	for (i = 0; i < book->npacks; i++)
		if (strcmp(book->packs[i].id, name) == 0) {
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
	const struct pack	*p;
	int			 i, j;

	for (i = 0; i < book->npacks; i++) {
		p = &book->packs[i];
		if (i > 0)
			puts("---");
		rules_write_pack(stdout, p, text_lang());
		for (j = 0; j < p->nprocedures; j++) {
			puts("---");
			rules_write_procedure(stdout, &p->procedures[j],
			    text_lang());
		}
	}
}

static int
show(struct context *x, const struct rulebook *book, int n, char **names)
{
	int	i;

	if (n == 0)
		show_all(book);
	for (i = 0; i < n; i++)
		if (!show_named(book, names[i]))
			diag_error(x->diags, NOWHERE, _("`%s` is "
			    "no pack or procedure; see `gongshi rules list`"),
			    names[i]);
	return status_of(x);
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

int
cmd_rules(struct context *x, int argc, char **argv)
{
	const char		*what = argc > 0 ? argv[0] : "";
	const struct rulebook	*book;

	if (strcmp(what, "check") != 0 && strcmp(what, "list") != 0 &&
	    strcmp(what, "show") != 0) {
		diag_error(x->diags, NOWHERE,
		    _("expected `rules check`, `rules list` or `rules show`"));
		return EXIT_INPUT;
	}
	if (*what == 'c' && argc == 2)
		x->value[OPT_RULES] = argv[1];
	book = open_rules(x);
	if (book == NULL)
		return status_of(x);
	if (*what == 's')
		return show(x, book, argc - 1, argv + 1);
	if (*what == 'l') {
		rules_write_list(stdout, book);
		return EXIT_FINE;
	}
	print_check(x, book);
	return book->nunread > 0 ? EXIT_INPUT : EXIT_FINE;
}
