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
#include "rule/overlay.h"

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
		    text_error(errno));
	else
		diag_error(d, whole(dir), _("cannot read this folder: %s"),
		    text_error(errno));
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
	struct rule_file	 f = { .path = path, .sum = HASH_START };
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

/* A pack that was read; built once what it lies over is. */
struct raw {
	const char		*dir;
	struct rule_files	 files;
	const struct pack	*pack;		/* NULL: not yet, or broken */
	enum { UNBUILT, BUILDING, BUILT } state;
	bool			 aside;		/* below another alone, and in
						   force nowhere */
};

struct loading {
	struct arena	*arena;
	struct rulebook	*book;
	struct diags	*diags;
	struct raw	**raw;
	size_t		 n, cap;
	const char	*const *shelves;	/* where else a base may lie */
	size_t		 nshelves;
};

/* The one file beside pack.yaml that is no procedure. */
static bool
is_annual(const char *name)
{
	return strcmp(name, "annual.yaml") == 0 ||
	    strcmp(name, "年报.yaml") == 0;
}

static void
refuse_two(const struct rule_file *list, int n, struct diags *d)
{
	int	i;

	for (i = 0; i < n; i++)
		if (list[i].annual && list[n].annual) {
			diag_error(d, whole(list[n].path), _("a pack has one "
			    "file of the yearly report"));
			diag_note(d, whole(list[i].path), _("the other one "
			    "stands here"));
		}
}

/*
 * pack.yaml comes first.  Where it is broken, the procedures are read all
 * the same, so that their own faults are told in the same run.
 */
static struct raw *
read_pack(struct loading *l, const char *dir)
{
	struct names		 names = { 0 };
	struct rule_file	*list;
	struct raw		*out = arena_alloc(l->arena, sizeof(*out));
	size_t			 i;
	int			 n = 0;

	out->dir = dir;
	if (!list_folder(l->arena, dir, &names, l->diags))
		return out;
	out->files.pack = read_file(l->arena, arena_printf(l->arena,
	    "%s/pack.yaml", dir), l->diags);
	list = arena_array(l->arena, names.n + 1, sizeof(*list));
	for (i = 0; i < names.n; i++) {
		if (!is_yaml(names.list[i]))
			warn_unread(l->arena, l->book, dir, names.list[i],
			    l->diags);
		if (!is_yaml(names.list[i]) ||
		    strcmp(names.list[i], "pack.yaml") == 0)
			continue;
		list[n] = read_file(l->arena, arena_printf(l->arena, "%s/%s",
		    dir, names.list[i]), l->diags);
		list[n].annual = is_annual(names.list[i]);
		refuse_two(list, n, l->diags);
		n += list[n].root != NULL;
	}
	out->files.list = list;
	out->files.n = n;
	return out;
}

static void
add_pack(struct loading *l, const char *dir)
{
	l->raw = arena_grow(l->arena, l->raw, l->n, &l->cap, sizeof(*l->raw));
	l->raw[l->n++] = read_pack(l, dir);
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

/* ---- packs over packs */

static const char *
id_of(const struct raw *r)
{
	return overlay_id(r->files.pack.root);
}

/* The pack of that name in a folder, read to lie below another; or NULL. */
static struct raw *
on_shelf(struct loading *l, const char *shelf, const char *id)
{
	struct names	 names = { 0 };
	struct raw	*r;
	const char	*dir;
	size_t		 i;

	if (!path_is_folder(shelf, l->diags) ||
	    !list_folder(l->arena, shelf, &names, l->diags))
		return NULL;
	for (i = 0; i < names.n; i++) {
		dir = arena_printf(l->arena, "%s/%s", shelf, names.list[i]);
		if (!is_pack(l->arena, dir, l->diags) || strcmp(overlay_id(
		    read_file(l->arena, arena_printf(l->arena, "%s/pack.yaml",
		    dir), diags_new(l->arena)).root), id) != 0)
			continue;
		r = read_pack(l, dir);
		r->aside = true;
		l->raw = arena_grow(l->arena, l->raw, l->n, &l->cap,
		    sizeof(*l->raw));
		return l->raw[l->n++] = r;
	}
	return NULL;
}

/* Two of that name: which of them is meant? */
static void
refuse_both(struct loading *l, const struct node *at, const struct raw *a,
    const struct raw *b)
{
	diag_error(l->diags, at->place, _("two packs have the name `%s`: "
	    "which of them does this one lie over?"), at->text);
	diag_note(l->diags, whole(a->files.pack.path), _("the one is here"));
	diag_note(l->diags, whole(b->files.pack.path),
	    _("the other one stands here"));
}

static void
refuse_missing(struct loading *l, const struct node *at)
{
	const char	**names = arena_array(l->arena, l->n + 1,
			    sizeof(*names));
	const char	 *all = "";
	size_t		 i, n = 0;

	for (i = 0; i < l->n; i++)
		if (*id_of(l->raw[i]) != '\0' &&
		    overlay_base(l->raw[i]->files.pack.root) != at)
			names[n++] = id_of(l->raw[i]);
	diag_error(l->diags, at->place, _("`%s` is no pack that is there: "
	    "this one cannot lie over it"), at->text);
	if (diag_meant(l->diags, text_nearest(at->text, names, n)))
		return;
	for (i = 0; i < n; i++)
		all = arena_printf(l->arena, _("%s%s`%s`"), all, i == 0 ? "" :
		    _(", "), names[i]);
	if (n > 0)
		diag_note(l->diags, NOWHERE, _("these packs are there: %s"),
		    all);
	diag_note(l->diags, NOWHERE, _("put the folder of `%s` beside the "
	    "folder of this pack"), at->text);
}

/* What `over` lies over, by the name there; NULL: told. */
static struct raw *
find_base(struct loading *l, const struct raw *over, const struct node *at)
{
	struct raw	*found = NULL;
	size_t		 i;

	for (i = 0; i < l->n; i++) {
		if (l->raw[i]->files.pack.root == NULL ||
		    l->raw[i]->aside != over->aside ||
		    strcmp(id_of(l->raw[i]), at->text) != 0)
			continue;
		if (found != NULL) {
			refuse_both(l, at, found, l->raw[i]);
			return NULL;
		}
		found = l->raw[i];
	}
	for (i = 0; found == NULL && i < l->n; i++)
		if (l->raw[i]->aside &&
		    strcmp(id_of(l->raw[i]), at->text) == 0)
			found = l->raw[i];
	for (i = 0; found == NULL && i < l->nshelves; i++)
		found = on_shelf(l, l->shelves[i], at->text);
	if (found == NULL)
		refuse_missing(l, at);
	return found;
}

/* "a lies over b, which lies over a": told once, at the one met again. */
static void
refuse_circle(struct loading *l, const struct node *at, const struct raw *base)
{
	const struct node	*next;
	const struct raw	*r;
	size_t			 i, k;

	if (strcmp(id_of(base), at->text) == 0 &&
	    overlay_base(base->files.pack.root) == at) {
		diag_error(l->diags, at->place, _("`%s` would lie over "
		    "itself: an overlay has a name, and a folder, of its own"),
		    at->text);
		return;
	}
	diag_error(l->diags, at->place, _("a circle: this pack would lie over "
	    "`%s`, which lies over it"), at->text);
	for (r = base, i = 0; i < l->n; i++) {
		next = overlay_base(r->files.pack.root);
		if (next == NULL || next == at)
			return;
		diag_note(l->diags, next->place, _("`%s` lies over `%s`"),
		    id_of(r), next->text);
		for (k = 0; k < l->n && strcmp(id_of(l->raw[k]),
		    next->text) != 0; k++)
			continue;
		if (k == l->n)
			return;
		r = l->raw[k];
	}
}

static void	build_raw(struct loading *, struct raw *);

/* The trees of the whole, in place of those of the overlay; false: told. */
static bool
lay_over(struct loading *l, struct raw *r, const struct node *at)
{
	struct rule_files	 whole_files;
	struct raw		*base;

	if (at->kind != NODE_TEXT || *at->text == '\0') {
		diag_error(l->diags, at->place, _("expected the name of the "
		    "pack that this one lies over"));
		return false;
	}
	base = find_base(l, r, at);
	if (base == NULL)
		return false;
	if (base->state == BUILDING) {
		refuse_circle(l, at, base);
		return false;
	}
	build_raw(l, base);
	if (base->pack == NULL)
		return false;
	overlay_lay(l->arena, base->pack, &base->files, r->dir, &r->files,
	    &whole_files, l->diags);
	r->files = whole_files;
	return true;
}

static void
build_raw(struct loading *l, struct raw *r)
{
	const struct node	*at;
	bool			 good = r->files.pack.root != NULL;

	if (r->state != UNBUILT)
		return;
	r->state = BUILDING;
	at = good ? overlay_base(r->files.pack.root) : NULL;
	if (at != NULL)
		good = lay_over(l, r, at);
	if (good)
		r->pack = pack_build(l->arena, r->files.pack, r->files.list,
		    r->files.n, l->diags);
	r->state = BUILT;
}

/* All that were read, in that order; what is below others alone is not. */
static void
build_all(struct loading *l)
{
	struct pack	*list = arena_array(l->arena, l->n + 1,
			    sizeof(*list));
	size_t		 i, n = l->n;

	for (i = 0; i < n; i++)
		build_raw(l, l->raw[i]);
	l->book->packs = list;
	for (i = 0; i < n; i++)
		if (l->raw[i]->pack != NULL && !l->raw[i]->aside)
			list[l->book->npacks++] = *l->raw[i]->pack;
	rulebook_order(l->arena, l->book);
}

/* ---- folders of packs */

/* The packs in `dir`, but for those of which `local` has its own. */
static void
load_folder(struct loading *l, const char *dir, const char *local)
{
	struct arena	*a = l->arena;
	struct diags	*d = l->diags;
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
				warn_unread(a, l->book, dir, names.list[i], d);
			warn_folder(a, l->book, sub, d);
			continue;
		}
		any = true;
		if (local == NULL || !is_pack(a, arena_printf(a, "%s/%s",
		    local, names.list[i]), d))
			add_pack(l, sub);
	}
	if (!any)
		diag_error(d, whole(dir), _("no pack of rules is here: a "
		    "folder with pack.yaml was expected"));
}

static void
load_local(struct loading *l, const char *dir)
{
	struct arena	*a = l->arena;
	struct diags	*d = l->diags;
	struct names	 names = { 0 };
	const char	*sub;
	size_t		 i;

	if (!list_folder(a, dir, &names, d))
		return;
	for (i = 0; i < names.n; i++) {
		sub = arena_printf(a, "%s/%s", dir, names.list[i]);
		refuse_no_pack(a, sub, d);
		if (is_pack(a, sub, d))
			add_pack(l, sub);
		else if (has_yaml(names.list[i]) && !is_yaml(names.list[i]))
			warn_unread(a, l->book, dir, names.list[i], d);
	}
}

/* The folder that a folder lies in, as it is written. */
static const char *
around(struct arena *a, const char *dir)
{
	size_t	len = strlen(dir), end;

	while (len > 1 && dir[len - 1] == '/')
		len--;
	for (end = len; end > 0 && dir[end - 1] != '/'; end--)
		continue;
	if (strncmp(dir + end, ".", len - end) == 0 ||
	    strncmp(dir + end, "..", len - end) == 0)
		return arena_printf(a, "%.*s/..", (int)len, dir);
	return end == 0 ? "." : arena_ndup(a, dir, end > 1 ? end - 1 : 1);
}

/* ---- packs that are not in force yet, beside those that are */

static void
load_fresh(struct loading *l, const char *dir)
{
	size_t	before = diags_errors(l->diags);

	if (path_exists(arena_printf(l->arena, "%s/pack.yaml", dir),
	    l->diags))
		add_pack(l, dir);
	else
		load_local(l, dir);
	if (l->n == 0 && diags_errors(l->diags) == before)
		diag_error(l->diags, whole(dir), _("no pack of rules is here: "
		    "a folder with pack.yaml was expected"));
}

/* The first `fresh` take the place of those of their names behind them. */
static void
replace_packs(struct loading *l, size_t fresh)
{
	size_t	i, k, n = fresh;

	for (i = fresh; i < l->n; i++) {
		for (k = 0; k < fresh && (*id_of(l->raw[i]) == '\0' ||
		    strcmp(id_of(l->raw[k]), id_of(l->raw[i])) != 0); k++)
			continue;
		if (k == fresh)
			l->raw[n++] = l->raw[i];
	}
	l->n = n;
}

/* The pack `dir`, and where it is looked for what it lies over. */
static void
load_one(struct loading *l, const struct rule_folders *f)
{
	const char	**all = arena_array(l->arena, f->nshelves + 1,
			    sizeof(*all));
	size_t		  i;

	add_pack(l, f->dir);
	all[l->nshelves++] = around(l->arena, f->dir);
	for (i = 0; i < f->nshelves; i++)
		all[l->nshelves++] = f->shelves[i];
	l->shelves = all;
}

const struct rulebook *
load_rules(struct arena *a, const struct rule_folders *f,
    struct diags *d)
{
	struct rulebook	*book = arena_alloc(a, sizeof(*book));
	struct loading	 l = { .arena = a, .book = book, .diags = d };
	size_t		 before = diags_errors(d), fresh;

	if (f->fresh != NULL)
		load_fresh(&l, f->fresh);
	fresh = l.n;
	if (f->local != NULL && path_is_folder(f->local, d))
		load_local(&l, f->local);
	if (path_exists(arena_printf(a, "%s/pack.yaml", f->dir), d))
		load_one(&l, f);
	else
		load_folder(&l, f->dir, f->local);
	replace_packs(&l, fresh);
	build_all(&l);
	if (diags_errors(d) > before || !rulebook_check(book, d))
		return NULL;
	return book;
}
