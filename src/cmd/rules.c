/*
 * rules: what is asked of rule files; check, list and show are here.
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "report/rules.h"
#include "rule/warn.h"

static void
show_whole(const struct pack *p)
{
	int	i;

	rules_write_pack(stdout, p, text_lang());
	for (i = 0; i < p->nprocedures; i++) {
		puts("---");
		rules_write_procedure(stdout, &p->procedures[i], text_lang());
	}
	if (p->annual == NULL)
		return;
	puts("---");
	rules_write_annual(stdout, p->annual, text_lang());
}

/* PACK/annual: the tables of its yearly report. */
static bool
show_annual(const struct rulebook *book, const char *name)
{
	const char	*slash = strrchr(name, '/');
	int		 i;

	if (slash == NULL || strcmp(slash, "/annual") != 0)
		return false;
	for (i = 0; i < book->npacks; i++)
		if (book->packs[i].annual != NULL &&
		    strlen(book->packs[i].id) == (size_t)(slash - name) &&
		    strncmp(book->packs[i].id, name,
		    (size_t)(slash - name)) == 0) {
			rules_write_annual(stdout, book->packs[i].annual,
			    text_lang());
			return true;
		}
	return false;
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
		return show_annual(book, name);
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
	int			 i;

	if (argc == 1)
		x->value[OPT_RULES] = argv[0];
	book = open_rules(x);
	if (book == NULL)
		return status_of(x);
	print_check(x, book);
	for (i = 0; i < book->npacks; i++)
		pack_warn(&book->packs[i], x->diags);
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
	{ "test", rules_test }, { "coverage", rules_coverage },
	{ "sweep", rules_sweep }, { "diff", rules_diff },
	{ "schema", rules_schema }, { NULL, NULL }
};

/* Of the options of `rules` those that such a verb takes; others take none. */
static const struct verb_options {
	const char		*name;
	unsigned long long	 options;
	unsigned		 formats;
} verb_options[] = {
	{ "test", OPTION_BIT(OPT_RUN), FORMAT_BIT(FORMAT_TEXT) |
	    FORMAT_BIT(FORMAT_JSON) | FORMAT_BIT(FORMAT_JUNIT) },
	{ "coverage", 0, FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_JSON) },
	{ "sweep", 0, FORMAT_BIT(FORMAT_TEXT) | FORMAT_BIT(FORMAT_JSON) },
	{ NULL, 0, 0 }
};

static bool
options_fit(struct context *x, const char *verb)
{
	const struct verb_options	*v = verb_options;
	unsigned long long		 may = OPTIONS_COMMON;
	enum format			 f;
	int				 i;

	while (v->name != NULL && strcmp(v->name, verb) != 0)
		v++;
	may |= v->options | (v->formats != 0 ? OPTION_BIT(OPT_FORMAT) : 0);
	for (i = 0; i < OPTIONS; i++)
		if (x->value[i] != NULL && (may & OPTION_BIT(i)) == 0) {
			diag_error(x->diags, NOWHERE, _("option --%s does not "
			    "belong to `rules %s`"), option_table[i].name,
			    verb);
			return false;
		}
	if (x->value[OPT_FORMAT] == NULL || !format_parse(
	    x->value[OPT_FORMAT], &f) || (v->formats & FORMAT_BIT(f)) != 0)
		return true;
	diag_error(x->diags, NOWHERE, _("`rules %s` does not write --format "
	    "%s"), verb, format_name(f));
	return false;
}

/* The names of all of them, for who gave none. */
static const char *
verb_names(struct arena *a)
{
	const char	*all = "";
	int		 i;

	for (i = 0; rules_verbs[i].name != NULL; i++)
		all = arena_printf(a, "%s%s%s", all, i == 0 ? "" : _(", "),
		    rules_verbs[i].name);
	return all;
}

int
cmd_rules(struct context *x, int argc, char **argv)
{
	const struct verb	*v;

	for (v = rules_verbs; argc > 0 && v->name != NULL; v++)
		if (strcmp(v->name, argv[0]) == 0)
			return options_fit(x, argv[0]) ? v->run(x, argc - 1,
			    argv + 1) : EXIT_INPUT;
	diag_error(x->diags, NOWHERE, _("expected behind `rules` one of: %s"),
	    verb_names(x->arena));
	return EXIT_INPUT;
}
