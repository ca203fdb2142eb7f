/*
 * A pack and one procedure from any bytes: up to a line `---` the pack, then
 * the procedure (or, without that line, a procedure under a good pack).
 */
#include "fuzz/scratch.h"

#include "base/text.h"
#include "input/yaml.h"
#include "output/rules.h"
#include "rule/pack.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char	good[] =
"pack: p\ntitle: 包\nscope: [\"45\"]\n"
"in-force: {from: 2020-01-01, until: 2021-12-31}\n"
"instruments:\n  办法: {title: 办法, note: 说明}\n";

static const struct node *
parsed(struct arena *a, const char *name, const char *text, size_t len,
    struct diags *d)
{
	return yaml_parse(a, name, text, len, d);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	const char		*text = (const char *)data, *cut;
	struct rule_file	 pack = { "pack.yaml", NULL };
	struct rule_file	 proc = { "p.yaml", NULL };
	const struct pack	*p;
	FILE			*null = fopen("/dev/null", "w");
	size_t			 head;

	cut = size < 5 ? NULL : cut_at(text, size, "\n---\n");
	head = cut == NULL ? 0 : (size_t)(cut - text) + 1;
	pack.root = cut == NULL ? parsed(a, "pack.yaml", good,
	    sizeof(good) - 1, d) : parsed(a, "pack.yaml", text, head, d);
	if (cut != NULL)
		head += 4;
	proc.root = parsed(a, "p.yaml", text + head, size - head, d);
	p = pack.root == NULL ? NULL : pack_build(a, pack, &proc,
	    proc.root != NULL, d);
	if (p != NULL && null != NULL) {
		rules_write_pack(null, p, LANG_ZH);
		if (p->nprocedures > 0)
			rules_write_procedure(null, p->procedures, LANG_EN);
	}
	if (null != NULL) {
		diags_write(d, null);
		fclose(null);
	}
	arena_free(a);
	return 0;
}
