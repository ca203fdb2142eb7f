/*
 * A pack and one procedure from any bytes: up to a line `---` the pack, then
 * the procedure (or, without that line, a procedure under a good pack).
 * What loads is written in both languages; that must load again, and then be
 * written the same.  Behind a second and a third such line stand the pack and
 * the procedure of an overlay: what comes out of it is held to the same.
 */
#include "fuzz/scratch.h"

#include "base/text.h"
#include "input/yaml.h"
#include "report/rules.h"
#include "rule/overlay.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char	good[] =
"pack: p\ntitle: 包\nscope: [\"45\"]\n"
"in-force: {from: 2020-01-01, until: 2021-12-31}\n"
"instruments:\n  办法: {title: 办法, note: 说明}\n";

/* The texts of a pack's file and of its procedure's ("": there is none). */
struct texts {
	char	*pack, *proc;
	size_t	 npack, nproc;
};

static struct rule_files
parsed(struct arena *a, const struct texts *t, const char *folder,
    struct diags *d)
{
	struct rule_file	*proc = arena_alloc(a, sizeof(*proc));
	struct rule_files	 f = { .list = proc };

	f.pack.path = arena_printf(a, "%s/pack.yaml", folder);
	proc->path = arena_printf(a, "%s/p.yaml", folder);
	f.pack.root = yaml_parse(a, f.pack.path, t->pack, t->npack, d);
	proc->root = yaml_parse(a, proc->path, t->proc, t->nproc, d);
	f.n = proc->root != NULL;
	return f;
}

static const struct pack *
built(struct arena *a, const struct texts *t, struct diags *d)
{
	struct rule_files	f = parsed(a, t, "base", d);

	return f.pack.root == NULL ? NULL : pack_build(a, f.pack, f.list,
	    f.n, d);
}

/* The overlay over the base, from their texts. */
static const struct pack *
built_over(struct arena *a, const struct pack *base, const struct texts *t,
    const struct texts *o, struct diags *d)
{
	struct rule_files	below = parsed(a, t, "base", d);
	struct rule_files	over = parsed(a, o, "over", d), all;

	if (over.pack.root == NULL)
		return NULL;
	overlay_lay(a, base, &below, "over", &over, &all, d);
	return pack_build(a, all.pack, all.list, all.n, d);
}

static struct texts
written(const struct pack *p, enum lang lang)
{
	struct texts	 t = { NULL, NULL, 0, 0 };
	FILE		*f = open_memstream(&t.pack, &t.npack);
	FILE		*g = open_memstream(&t.proc, &t.nproc);

	if (f == NULL || g == NULL)
		abort();
	rules_write_pack(f, p, lang);
	if (p->nprocedures > 0)
		rules_write_procedure(g, p->procedures, lang);
	if (fclose(f) != 0 || fclose(g) != 0)
		abort();
	return t;
}

static void
let_go(struct texts t)
{
	free(t.pack);
	free(t.proc);
}

/* Of an overlay behind the line that says so. */
static const char *
without(const char *text, const struct pack *p)
{
	const char	*end = strchr(text, '\n');

	return p->overlay == NULL || end == NULL ? text : end + 1;
}

static bool
same(const struct pack *p, const struct pack *q, enum lang lang)
{
	struct texts	t = written(p, lang), u = written(q, lang);
	bool		is = strcmp(without(t.pack, p), u.pack) == 0 &&
			    strcmp(without(t.proc, p), u.proc) == 0;

	if (!is)
		fprintf(stderr, "was: %s---\n%s\nis: %s---\n%s",
		    t.pack, t.proc, u.pack, u.proc);
	let_go(t);
	let_go(u);
	return is;
}

static void
try_again(struct arena *a, const struct pack *p, enum lang lang)
{
	struct texts		 t = written(p, lang);
	struct diags		*d = diags_new(a);
	const struct pack	*q = built(a, &t, d);

	if (q == NULL)
		diags_write(d, stderr);
	if (q == NULL || !same(p, q, LANG_ZH) || !same(p, q, LANG_EN))
		abort();
	let_go(t);
}

/* Cuts `t` at the next line `---`; what is behind it in *behind. */
static bool
cut_off(char **text, size_t *n, char **behind, size_t *nbehind)
{
	const char	*cut = cut_at(*text, *n, "\n---\n");

	if (cut == NULL)
		return false;
	*behind = *text + (cut - *text) + 5;
	*nbehind = *n - (size_t)(cut - *text) - 5;
	*n = (size_t)(cut - *text) + 1;
	return true;
}

static void
try_both(struct arena *a, const struct pack *p)
{
	if (p == NULL)
		return;
	try_again(a, p, LANG_ZH);
	try_again(a, p, LANG_EN);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	char			*text = arena_ndup(a, (const char *)data, size);
	struct texts		 o = { NULL, NULL, 0, 0 };
	struct texts		 t = { (char *)(uintptr_t)good, text, sizeof(good) - 1,
				    size };
	const struct pack	*p;
	FILE			*null = fopen("/dev/null", "w");

	o.npack = size;
	if (cut_off(&text, &o.npack, &t.proc, &t.nproc)) {
		t.pack = text;
		t.npack = o.npack;
		if (!cut_off(&t.proc, &t.nproc, &o.pack, &o.npack) ||
		    !cut_off(&o.pack, &o.npack, &o.proc, &o.nproc))
			o.proc = NULL;
	}
	p = built(a, &t, d);
	try_both(a, p);
	if (p != NULL && o.proc != NULL)
		try_both(a, built_over(a, p, &t, &o, d));
	if (null != NULL) {
		diags_write(d, null);
		fclose(null);
	}
	arena_free(a);
	return 0;
}
