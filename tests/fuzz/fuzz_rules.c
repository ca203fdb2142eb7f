/*
 * A pack and one procedure from any bytes: up to a line `---` the pack, then
 * the procedure (or, without that line, a procedure under a good pack).
 * What loads is written in both languages; that must load again, and then be
 * written the same.
 */
#include "fuzz/scratch.h"

#include "base/text.h"
#include "input/yaml.h"
#include "report/rules.h"
#include "rule/pack.h"

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

static const struct pack *
built(struct arena *a, const struct texts *t, struct diags *d)
{
	struct rule_file	 pack = { .path = "pack.yaml" };
	struct rule_file	 proc = { .path = "p.yaml" };

	pack.root = yaml_parse(a, pack.path, t->pack, t->npack, d);
	proc.root = yaml_parse(a, proc.path, t->proc, t->nproc, d);
	return pack.root == NULL ? NULL : pack_build(a, pack, &proc,
	    proc.root != NULL, d);
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

static bool
same(const struct pack *p, const struct pack *q, enum lang lang)
{
	struct texts	t = written(p, lang), u = written(q, lang);
	bool		is = strcmp(t.pack, u.pack) == 0 &&
			    strcmp(t.proc, u.proc) == 0;

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

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	char			*text = arena_ndup(a, (const char *)data, size);
	const char		*cut = cut_at(text, size, "\n---\n");
	struct texts		 t = { (char *)(uintptr_t)good, text, sizeof(good) - 1,
				    size };
	const struct pack	*p;
	FILE			*null = fopen("/dev/null", "w");

	if (cut != NULL) {
		t.pack = text;
		t.npack = (size_t)(cut - text) + 1;
		t.proc = text + t.npack + 4;
		t.nproc = size - t.npack - 4;
	}
	p = built(a, &t, d);
	if (p != NULL) {
		try_again(a, p, LANG_ZH);
		try_again(a, p, LANG_EN);
	}
	if (null != NULL) {
		diags_write(d, null);
		fclose(null);
	}
	arena_free(a);
	return 0;
}
