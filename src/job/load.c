#include "job/load.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/text.h"
#include "input/yaml.h"

struct names {
	const char	**list;
	size_t		 n, cap;
};

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static struct place
whole(const char *path)
{
	return (struct place){ path, 0, 0, NULL };
}

/* Names in a folder, sorted; those with a leading dot are passed over. */
static bool
list_folder(struct arena *a, const char *dir, struct names *out,
    struct diags *d)
{
	DIR		*h = opendir(dir);
	struct dirent	*e;

	if (h == NULL) {
		diag_error(d, whole(dir), _("cannot read this folder: %s"),
		    strerror(errno));
		return false;
	}
	while ((e = readdir(h)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		out->list = arena_grow(a, out->list, out->n, &out->cap,
		    sizeof(*out->list));
		out->list[out->n++] = arena_dup(a, e->d_name);
	}
	closedir(h);
	if (out->n > 1)
		qsort(out->list, out->n, sizeof(*out->list), by_bytes);
	return true;
}

static bool
exists(const char *path)
{
	struct stat	st;

	return stat(path, &st) == 0;
}

static bool
is_folder(const char *path)
{
	struct stat	st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool
is_yaml(const char *name)
{
	const char	*dot = strrchr(name, '.');

	return dot != NULL && (strcmp(dot, ".yaml") == 0 ||
	    strcmp(dot, ".yml") == 0);
}

/*
 * pack.yaml comes first.  Where it is broken, the procedures are read all
 * the same, so that their own faults are told in the same run.
 */
static const struct pack *
load_pack(struct arena *a, const char *dir, struct diags *d)
{
	struct names		 names = { 0 };
	struct rule_file	*files, pack;
	size_t			 i;
	int			 n = 0;

	if (!list_folder(a, dir, &names, d))
		return NULL;
	pack.path = arena_printf(a, "%s/pack.yaml", dir);
	pack.root = yaml_read(a, pack.path, d);
	files = arena_array(a, names.n + 1, sizeof(*files));
	for (i = 0; i < names.n; i++) {
		if (!is_yaml(names.list[i]) ||
		    strcmp(names.list[i], "pack.yaml") == 0)
			continue;
		files[n].path = arena_printf(a, "%s/%s", dir, names.list[i]);
		files[n].root = yaml_read(a, files[n].path, d);
		n += files[n].root != NULL;
	}
	return pack.root == NULL ? NULL : pack_build(a, pack, files, n, d);
}

static void
add_pack(struct arena *a, struct rulebook *book, const char *dir,
    struct diags *d)
{
	struct pack		*list;
	const struct pack	*p = load_pack(a, dir, d);

	if (p == NULL)
		return;
	list = arena_array(a, (size_t)book->npacks + 1, sizeof(*list));
	if (book->npacks > 0)
		memcpy(list, book->packs, (size_t)book->npacks *
		    sizeof(*list));
	list[book->npacks++] = *p;
	book->packs = list;
}

static void
load_folder(struct arena *a, struct rulebook *book, const char *dir,
    struct diags *d)
{
	struct names	 names = { 0 };
	const char	*sub;
	size_t		 i;
	bool		 any = false;

	if (!list_folder(a, dir, &names, d))
		return;
	for (i = 0; i < names.n; i++) {
		sub = arena_printf(a, "%s/%s", dir, names.list[i]);
		if (!is_folder(sub) ||
		    !exists(arena_printf(a, "%s/pack.yaml", sub)))
			continue;
		any = true;
		add_pack(a, book, sub, d);
	}
	if (!any)
		diag_error(d, whole(dir), _("no pack of rules is here: a "
		    "folder with pack.yaml was expected"));
}

const struct rulebook *
load_rules(struct arena *a, const char *dir, struct diags *d)
{
	struct rulebook	*book = arena_alloc(a, sizeof(*book));
	size_t		 before = diags_errors(d);

	if (exists(arena_printf(a, "%s/pack.yaml", dir)))
		add_pack(a, book, dir, d);
	else
		load_folder(a, book, dir, d);
	if (diags_errors(d) > before || !rulebook_check(book, d))
		return NULL;
	return book;
}
