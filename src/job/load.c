#include "job/load.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "base/text.h"
#include "folder/folder.h"
#include "input/whole.h"
#include "input/yaml.h"

struct names {
	const char	**list;
	size_t		 n, cap;
};

static struct place
whole(const char *path)
{
	return (struct place){ .path = path };
}

/* What a disk or a share fails at is no empty folder. */
static bool
cannot_list(const char *dir, struct diags *d)
{
	if (folder_fault(errno) == FOLDER_FAILED)
		diag_fail(d, _("%s: cannot read this folder: %s"), dir,
		    strerror(errno));
	else
		diag_error(d, whole(dir), _("cannot read this folder: %s"),
		    strerror(errno));
	return false;
}

/* Names in a folder, sorted; those with a leading dot are passed over. */
static bool
list_folder(struct arena *a, const char *dir, struct names *out,
    struct diags *d)
{
	struct folder	 f;
	const char	**all;
	size_t		 n, i;
	bool		 good = folder_open(dir, &f) && folder_list(&f, a,
			    &all, &n);

	if (!good)
		(void)cannot_list(dir, d);
	folder_close(&f);
	if (!good)
		return false;
	for (i = 0; i < n; i++)
		if (all[i][0] != '.')
			all[out->n++] = all[i];
	out->list = all;
	return true;
}

static bool
is_yaml(const char *name)
{
	const char	*dot = strrchr(name, '.');

	return dot != NULL && (strcmp(dot, ".yaml") == 0 ||
	    strcmp(dot, ".yml") == 0);
}

/* Case of ASCII letters aside; NULL where it is not in there. */
static const char *
find_word(const char *s, const char *word)
{
	for (; *s != '\0'; s++)
		if (strncasecmp(s, word, strlen(word)) == 0)
			return s;
	return NULL;
}

static bool
has_yaml(const char *name)
{
	return find_word(name, "yaml") != NULL ||
	    find_word(name, "yml") != NULL;
}

/*
 * The name that was meant where an editor made another of it, as of
 * household-exit.yaml.txt, .YAML, .yml~ or .txt; NULL: no rule file's name.
 */
static const char *
name_meant(struct arena *a, const char *name)
{
	const char	*at = find_word(name, "yaml");
	size_t		 len;

	if (at == NULL)
		at = find_word(name, "yml");
	if (at == NULL && strncasecmp(name, "readme", 6) != 0) {
		at = find_word(name, ".txt");
		at = at == NULL || at[4] != '\0' ? NULL : at + 1;
	}
	if (at == NULL)
		return NULL;
	len = (size_t)(at - name);
	if (len > 3 && (strncmp(at - 3, "。", 3) == 0 ||
	    strncmp(at - 3, "．", 3) == 0))
		len -= 3;
	else if (len > 1 && at[-1] == '.')
		len--;
	return arena_printf(a, "%.*s.yaml", (int)len, name);
}

/* Says so where a file that seems to be a rule's is passed over. */
static void
warn_unread(struct arena *a, struct rulebook *book, const char *dir,
    const char *name, struct diags *d)
{
	const char	*path = arena_printf(a, "%s/%s", dir, name);
	const char	*meant = name_meant(a, name), *yml = meant;

	if (meant == NULL || path_is_folder(path, d))
		return;
	book->nunread++;
	if (is_yaml(name)) {
		diag_warn(d, whole(path), _("this file is not read: a rule "
		    "file lies in the folder of its pack, beside pack.yaml"));
		return;
	}
	diag_warn(d, whole(path), _("this file is not read: the name of a rule "
	    "file ends in .yaml"));
	if (!path_exists(arena_printf(a, "%s/%s", dir, meant), d))
		yml = arena_printf(a, "%.*s.yml", (int)strlen(meant) - 5,
		    meant);
	if (path_exists(arena_printf(a, "%s/%s", dir, yml), d))
		diag_note(d, NOWHERE, _("`%s` is there too, and "
		    "is read: if this one is an old copy, put it into another "
		    "folder"), yml);
	else
		diag_note(d, NOWHERE, _("rename it to `%s`; if it "
		    "is no rule, put it into another folder"), meant);
}

/* A folder of rule files without pack.yaml would be passed over in silence. */
static void
warn_folder(struct arena *a, struct rulebook *book, const char *dir,
    struct diags *d)
{
	struct names	 names = { 0 };
	const char	*pack = NULL;
	size_t		 i, n = 0;

	if (!path_is_folder(dir, d) || !list_folder(a, dir, &names,
	    diags_new(a)))
		return;
	for (i = 0; i < names.n; i++) {
		if (!has_yaml(names.list[i]))
			continue;
		n++;
		if (strcasecmp(name_meant(a, names.list[i]),
		    "pack.yaml") == 0)
			pack = names.list[i];
	}
	if (n == 0)
		return;
	book->nunread++;
	diag_warn(d, whole(dir), _("nothing in this folder is read: it has no "
	    "pack.yaml"));
	if (pack != NULL)
		diag_note(d, NOWHERE, _("rename `%s` to `%s`"),
		    pack, "pack.yaml");
}

/* The sum is of the very bytes that are understood. */
static struct rule_file
read_file(struct arena *a, const char *path, struct diags *d)
{
	struct rule_file	 f = { path, NULL, HASH_START };
	size_t			 i, len;
	char			*text = whole_read(a, path, YAML_SIZE, &len,
				    d);

	if (text == NULL)
		return f;
	for (i = 0; i < len; i++)
		f.sum = hash_add(f.sum, (unsigned char)text[i]);
	f.root = yaml_parse(a, path, text, len, d);
	return f;
}

/*
 * pack.yaml comes first.  Where it is broken, the procedures are read all
 * the same, so that their own faults are told in the same run.
 */
static const struct pack *
load_pack(struct arena *a, struct rulebook *book, const char *dir,
    struct diags *d)
{
	struct names		 names = { 0 };
	struct rule_file	*files, pack;
	size_t			 i;
	int			 n = 0;

	if (!list_folder(a, dir, &names, d))
		return NULL;
	pack = read_file(a, arena_printf(a, "%s/pack.yaml", dir), d);
	files = arena_array(a, names.n + 1, sizeof(*files));
	for (i = 0; i < names.n; i++) {
		if (!is_yaml(names.list[i]))
			warn_unread(a, book, dir, names.list[i], d);
		if (!is_yaml(names.list[i]) ||
		    strcmp(names.list[i], "pack.yaml") == 0)
			continue;
		files[n] = read_file(a, arena_printf(a, "%s/%s", dir,
		    names.list[i]), d);
		n += files[n].root != NULL;
	}
	return pack.root == NULL ? NULL : pack_build(a, pack, files, n, d);
}

static void
add_pack(struct arena *a, struct rulebook *book, const char *dir,
    struct diags *d)
{
	const struct pack	*p = load_pack(a, book, dir, d);
	struct pack		*list = (struct pack *)(uintptr_t)book->packs;
	size_t			 n = (size_t)book->npacks, cap = n;

	if (p == NULL)
		return;
	if ((n & (n - 1)) == 0)		/* full: doubled then */
		list = arena_grow(a, list, n, &cap, sizeof(*list));
	list[book->npacks++] = *p;
	book->packs = list;
}

static bool
is_pack(struct arena *a, const char *dir, struct diags *d)
{
	return path_is_folder(dir, d) &&
	    path_exists(arena_printf(a, "%s/pack.yaml", dir), d);
}

/*
 * What was put in a local folder and is no pack would be missed in silence,
 * and the shipped pack would go on to hold.
 */
static void
refuse_no_pack(struct arena *a, const char *path, struct diags *d)
{
	if (is_pack(a, path, d) || (!path_is_folder(path, d) && !is_yaml(path)))
		return;
	diag_error(d, whole(path), _("no pack of rules is here: a folder "
	    "with pack.yaml was expected"));
	diag_note(d, whole(path), _("a pack here takes the place of the one "
	    "of the same name as a whole: copy the whole folder"));
}

/* The packs in `dir`, but for those of which `local` has its own. */
static void
load_folder(struct arena *a, struct rulebook *book, const char *dir,
    const char *local, struct diags *d)
{
	struct names	 names = { 0 };
	const char	*sub;
	size_t		 i;
	bool		 any = false;

	if (!list_folder(a, dir, &names, d))
		return;
	for (i = 0; i < names.n; i++) {
		sub = arena_printf(a, "%s/%s", dir, names.list[i]);
		if (!is_pack(a, sub, d)) {
			if (has_yaml(names.list[i]))
				warn_unread(a, book, dir, names.list[i], d);
			warn_folder(a, book, sub, d);
			continue;
		}
		any = true;
		if (local == NULL || !is_pack(a, arena_printf(a, "%s/%s",
		    local, names.list[i]), d))
			add_pack(a, book, sub, d);
	}
	if (!any)
		diag_error(d, whole(dir), _("no pack of rules is here: a "
		    "folder with pack.yaml was expected"));
}

static void
load_local(struct arena *a, struct rulebook *book, const char *dir,
    struct diags *d)
{
	struct names	 names = { 0 };
	const char	*sub;
	size_t		 i;

	if (!list_folder(a, dir, &names, d))
		return;
	for (i = 0; i < names.n; i++) {
		sub = arena_printf(a, "%s/%s", dir, names.list[i]);
		refuse_no_pack(a, sub, d);
		if (is_pack(a, sub, d))
			add_pack(a, book, sub, d);
		else if (has_yaml(names.list[i]) && !is_yaml(names.list[i]))
			warn_unread(a, book, dir, names.list[i], d);
	}
}

/* ---- packs that are not in force yet, beside those that are */

static void
load_fresh(struct arena *a, struct rulebook *book, const char *dir,
    struct diags *d)
{
	size_t	before = diags_errors(d);

	if (path_exists(arena_printf(a, "%s/pack.yaml", dir), d))
		add_pack(a, book, dir, d);
	else
		load_local(a, book, dir, d);
	if (book->npacks == 0 && diags_errors(d) == before)
		diag_error(d, whole(dir), _("no pack of rules is here: a "
		    "folder with pack.yaml was expected"));
}

/* The first `fresh` take the place of those of their names behind them. */
static void
replace_packs(struct rulebook *book, int fresh)
{
	struct pack	*list = (struct pack *)(uintptr_t)book->packs;
	int		 i, k, n = fresh;

	for (i = fresh; i < book->npacks; i++) {
		for (k = 0; k < fresh && strcmp(list[k].id, list[i].id) != 0;
		    k++)
			continue;
		if (k == fresh)
			list[n++] = list[i];
	}
	book->npacks = n;
}

const struct rulebook *
load_rules_beside(struct arena *a, const char *dir, const char *local,
    const char *fresh, struct diags *d)
{
	struct rulebook	*book = arena_alloc(a, sizeof(*book));
	size_t		 before = diags_errors(d);
	int		 n;

	if (fresh != NULL)
		load_fresh(a, book, fresh, d);
	n = book->npacks;
	if (local != NULL && path_is_folder(local, d))
		load_local(a, book, local, d);
	if (path_exists(arena_printf(a, "%s/pack.yaml", dir), d))
		add_pack(a, book, dir, d);
	else
		load_folder(a, book, dir, local, d);
	replace_packs(book, n);
	if (diags_errors(d) > before || !rulebook_check(book, d))
		return NULL;
	return book;
}

const struct rulebook *
load_rules(struct arena *a, const char *dir, const char *local,
    struct diags *d)
{
	return load_rules_beside(a, dir, local, NULL, d);
}
