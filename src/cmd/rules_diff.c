/*
 * rules diff: what differs between two packs or procedures.
 */
#include <string.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "report/rules.h"

/* A pack, or PACK/PROCEDURE, or a procedure by its id or title. */
struct operand {
	const struct pack	*pack;
	const struct procedure	*proc;		/* NULL: the whole pack */
};

static const struct procedure *
of_pack(const struct pack *p, const char *name)
{
	int	i;

	for (i = 0; i < p->nprocedures; i++)
		if (strcmp(p->procedures[i].id, name) == 0 ||
		    strcmp(p->procedures[i].title, name) == 0)
			return &p->procedures[i];
	return NULL;
}

static const struct pack *
pack_of(const struct rulebook *book, const char *name, size_t len)
{
	int	i;

	for (i = 0; i < book->npacks; i++)
		if (strlen(book->packs[i].id) == len &&
		    strncmp(book->packs[i].id, name, len) == 0)
			return &book->packs[i];
	return NULL;
}

static bool
find(struct context *x, const struct rulebook *book, const char *name,
    struct operand *out)
{
	size_t	len = strcspn(name, "/");

	*out = (struct operand){ pack_of(book, name, len), NULL };
	if (out->pack == NULL && name[len] == '\0')
		out->proc = rulebook_named(book, name);
	else if (out->pack != NULL && name[len] == '/')
		out->proc = of_pack(out->pack, name + len + 1);
	if (out->proc != NULL)
		out->pack = out->proc->pack;
	if (out->pack != NULL && (out->proc != NULL || name[len] == '\0'))
		return true;
	diag_error(x->diags, NOWHERE, _("`%s` is no pack or procedure; see "
	    "`gongshi rules list`"), name);
	diag_note(x->diags, NOWHERE, _("one version of a procedure is named "
	    "as PACK/PROCEDURE"));
	return false;
}

static void
tell_procedures(const struct procedure *a, const struct procedure *b)
{
	rules_write_diff_of(stdout, a, b, text_lang());
}

/* Each version of it that lies over another, against that. */
static bool
against_base(const struct rulebook *book, const struct operand *n,
    bool versions)
{
	const struct procedure	*p, *base;
	bool			 any = false;
	int			 i;

	if (n->proc == NULL) {
		if (n->pack->base == NULL)
			return false;
		rules_write_diff(stdout, n->pack->base, n->pack, text_lang());
		return true;
	}
	for (i = 0; (p = versions ? rulebook_version(book, n->proc->id, i) :
	    i == 0 ? n->proc : NULL) != NULL; i++) {
		base = p->pack->base == NULL ? NULL :
		    of_pack(p->pack->base, p->id);
		if (base == NULL)
			continue;
		if (any)
			puts("---");
		tell_procedures(base, p);
		any = true;
	}
	return any;
}

static int
diff_one(struct context *x, const struct rulebook *book, const char *name)
{
	struct operand	n;

	if (!find(x, book, name, &n))
		return EXIT_INPUT;
	if (against_base(book, &n, strchr(name, '/') == NULL))
		return EXIT_FINE;
	diag_error(x->diags, NOWHERE, _("`%s` lies over nothing: name a second "
	    "one, `gongshi rules diff %s OTHER`"), name, name);
	return EXIT_INPUT;
}

int
rules_diff(struct context *x, int argc, char **argv)
{
	const struct rulebook	*book;
	struct operand		 a, b;

	if (argc != 1 && argc != 2) {
		diag_error(x->diags, NOWHERE, _("expected one or two packs or "
		    "procedures: `gongshi rules diff A [B]`"));
		return EXIT_INPUT;
	}
	book = open_rules(x);
	if (book == NULL)
		return status_of(x);
	if (argc == 1)
		return diff_one(x, book, argv[0]);
	if (!find(x, book, argv[0], &a) || !find(x, book, argv[1], &b))
		return EXIT_INPUT;
	if ((a.proc == NULL) != (b.proc == NULL)) {
		diag_error(x->diags, NOWHERE, _("a pack and a procedure "
		    "cannot be held against each other"));
		return EXIT_INPUT;
	}
	if (a.proc == NULL)
		rules_write_diff(stdout, a.pack, b.pack, text_lang());
	else
		tell_procedures(a.proc, b.proc);
	return EXIT_FINE;
}
