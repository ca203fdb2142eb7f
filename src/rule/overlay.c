#include "rule/overlay.h"

#include <string.h>

#include "base/hash.h"
#include "base/text.h"
#include "rule/laying.h"

static const char *
text_of(const struct node *map, enum word w, vocab_set groups)
{
	const struct node	*n = lay_value_of(map, w, groups);

	return n == NULL || n->kind != NODE_TEXT ? "" : n->text;
}

const char *
overlay_id(const struct node *pack)
{
	return text_of(pack, W_PACK, IN_PACK);
}

const struct node *
overlay_base(const struct node *pack)
{
	return lay_value_of(pack, W_OVERLAY, IN_PACK);
}

/* ---- a file over a file */

/* A change of either file is a change of what comes out. */
static unsigned long long
mixed(unsigned long long own, unsigned long long base)
{
	return hash_add(hash_add(HASH_START, own), base);
}

/* What was found of a file, kept with it; what the base knew goes on. */
static struct laid *
kept(struct laying *l, const struct pack *base, const struct rule_file *under,
    const struct node *own, const char *folder, struct place whole)
{
	struct laid	*out = arena_alloc(l->arena, sizeof(*out));
	size_t		 i, n = under == NULL || under->laid == NULL ? 0 :
			    under->laid->nwas;

	for (i = 0; i < n; i++) {
		l->was = arena_grow(l->arena, l->was, l->nwas, &l->capwas,
		    sizeof(*l->was));
		l->was[l->nwas++] = under->laid->was[i];
	}
	*out = (struct laid){ .base = base, .own = own, .places = { folder,
	    whole, l->places, l->nplaces }, .taken = l->taken, .was = l->was,
	    .ntaken = l->ntaken, .nwas = l->nwas };
	return out;
}

/* The value of a key, else the node itself: where a file is told. */
static struct place
place_of(const struct node *root, enum word w, vocab_set groups)
{
	const struct node	*n = lay_value_of(root, w, groups);

	return n != NULL ? n->place : root->place;
}

static const struct node *
basis_of(const struct node *root)
{
	const struct node	*n = lay_value_of(root, W_BASIS, IN_PROCEDURE);

	return n == NULL || lay_takes(W_BASIS, n) ? NULL : n;
}

/* The base's id and basis stay: what the overlay sets is cited where it is. */
static struct node *
procedure_laid(struct laying *l, const struct node *base,
    const struct node *over)
{
	const struct node	*head;
	struct node		*id, *out;

	head = lay_drop(l->arena, over, W_BASIS, IN_PROCEDURE);
	out = lay_map(l, base, head, IN_PROCEDURE, base->place);
	id = arena_alloc(l->arena, sizeof(*id));
	*id = *lay_value_of(over, W_PROCEDURE, IN_PROCEDURE);
	id->text = text_of(base, W_PROCEDURE, IN_PROCEDURE);
	out = lay_set(l->arena, out, W_PROCEDURE, IN_PROCEDURE, id);
	return cite_defaults(l, over, out, IN_PROCEDURE);
}

static struct rule_file
lay_procedure(struct arena *a, const struct pack *base,
    const struct rule_file *under, const struct rule_file *over,
    const char *folder, struct diags *d)
{
	struct rule_file	out = *over;
	struct laying		l = { .arena = a, .diags = d,
				    .base = base->id,
				    .basis = basis_of(over->root),
				    .below = basis_of(under->root),
				    .defaults = { under->root,
				    base->root } };

	out.root = procedure_laid(&l, under->root, over->root);
	out.sum = mixed(over->sum, under->sum);
	out.laid = kept(&l, base, under, over->root, folder,
	    place_of(over->root, W_PROCEDURE, IN_PROCEDURE));
	return out;
}

/* ---- a pack over a pack */

/* By id first, then by title: -1, it is new. */
static int
find_procedure(const struct rule_files *files, const char *name)
{
	int	i;

	for (i = 0; *name != '\0' && i < files->n; i++)
		if (strcmp(text_of(files->list[i].root, W_PROCEDURE,
		    IN_PROCEDURE), name) == 0)
			return i;
	for (i = 0; *name != '\0' && i < files->n; i++)
		if (strcmp(text_of(files->list[i].root, W_TITLE,
		    IN_PROCEDURE), name) == 0)
			return i;
	return -1;
}

static struct rule_file
lay_pack(struct arena *a, const struct pack *base,
    const struct rule_file *under, const struct rule_file *over,
    const char *folder, struct diags *d)
{
	struct rule_file	out = *over;
	struct laying		l = { .arena = a, .diags = d,
				    .base = base->id };
	const struct node	*own;
	struct node		*root;

	own = lay_drop(a, over->root, W_OVERLAY, IN_PACK);
	root = lay_map(&l, lay_drop(a, under->root, W_PACK, IN_PACK), own,
	    IN_PACK, under->root->place);
	root = cite_defaults(&l, own, root, IN_PACK);
	out.root = root;
	out.sum = mixed(over->sum, under->sum);
	out.laid = kept(&l, base, under, over->root, folder,
	    place_of(over->root, W_OVERLAY, IN_PACK));
	return out;
}

/* As the base has it, told at the line that names the base. */
static struct rule_file
left_alone(struct arena *a, const struct pack *base,
    const struct rule_file *under, const struct rule_file *pack,
    const char *folder)
{
	struct rule_file	out = *under;
	struct laying		l = { .arena = a };

	out.sum = mixed(pack->sum, under->sum);
	out.laid = kept(&l, base, under, NULL, folder,
	    place_of(pack->root, W_OVERLAY, IN_PACK));
	return out;
}

/* A file that says nothing of its cases was to lie over one of the base. */
static bool
is_misnamed(const struct rule_file *over)
{
	return *text_of(over->root, W_PROCEDURE, IN_PROCEDURE) != '\0' &&
	    lay_value_of(over->root, W_CASE, IN_PROCEDURE) == NULL;
}

static void
refuse_misnamed(struct arena *a, const struct pack *base,
    const struct rule_files *files, const struct node *over, struct diags *d)
{
	const char	**known = arena_array(a, 2 * (size_t)files->n + 1,
			    sizeof(*known));
	const char	*name = text_of(over, W_PROCEDURE, IN_PROCEDURE);
	const char	*all = "", *title;
	size_t		 n = 0;
	int		 i;

	for (i = 0; i < files->n; i++) {
		known[n++] = text_of(files->list[i].root, W_PROCEDURE,
		    IN_PROCEDURE);
		title = text_of(files->list[i].root, W_TITLE, IN_PROCEDURE);
		known[n++] = title;
		all = arena_printf(a, _("%s%s`%s`"), all, i == 0 ? "" :
		    _(", "), text_lang() == LANG_ZH && *title != '\0' ?
		    title : known[n - 2]);
	}
	diag_error(d, place_of(over, W_PROCEDURE, IN_PROCEDURE), _("`%s` is "
	    "no procedure of what this pack lies over, `%s`"), name, base->id);
	if (diag_meant(d, text_nearest(name, known, n)))
		return;
	diag_note(d, NOWHERE, _("these can stand here: %s"), all);
	diag_note(d, NOWHERE, _("a new procedure says its `case`, and all "
	    "that one says that lies over none"));
}

/* That of the overlay in place of the base's, as a whole. */
static void
put_annual(const struct rule_files *files, struct rule_file own,
    struct rule_file *list, bool *laid, int *n)
{
	int	i;

	for (i = 0; i < files->n; i++)
		if (files->list[i].annual) {
			laid[i] = true;
			list[i] = own;
			return;
		}
	list[(*n)++] = own;
}

void
overlay_lay(struct arena *a, const struct pack *base,
    const struct rule_files *files, const char *folder,
    const struct rule_files *over, struct rule_files *out, struct diags *d)
{
	struct rule_file	*list = arena_array(a, (size_t)(files->n +
				    over->n) + 1, sizeof(*list));
	bool			*laid = arena_array(a, (size_t)files->n + 1,
				    sizeof(*laid));
	int			 i, at, n = files->n;

	for (i = 0; i < over->n; i++) {
		if (over->list[i].annual) {
			put_annual(files, over->list[i], list, laid, &n);
			continue;
		}
		at = find_procedure(files, text_of(over->list[i].root,
		    W_PROCEDURE, IN_PROCEDURE));
		if (at < 0 && is_misnamed(&over->list[i])) {
			refuse_misnamed(a, base, files, over->list[i].root, d);
			continue;
		}
		if (at < 0 || laid[at]) {
			list[n++] = over->list[i];
			continue;
		}
		laid[at] = true;
		list[at] = lay_procedure(a, base, &files->list[at],
		    &over->list[i], folder, d);
	}
	for (i = 0; i < files->n; i++)
		if (files->list[i].annual && !laid[i])
			list[i] = files->list[i];
		else if (!laid[i])
			list[i] = left_alone(a, base, &files->list[i],
			    &over->pack, folder);
	out->pack = lay_pack(a, base, &files->pack, &over->pack, folder, d);
	out->list = list;
	out->n = n;
}

/* ---- what is asked of it afterwards */

static const struct pair *
pair_by(const struct node *map, enum word w)
{
	return lay_pair(map, w, vocab_groups(w));
}

const struct node *
laid_key(const struct node *map, enum word w)
{
	return pair_by(map, w) == NULL ? NULL : pair_by(map, w)->key;
}

const struct node *
laid_value(const struct node *map, enum word w)
{
	return pair_by(map, w) == NULL ? NULL : pair_by(map, w)->value;
}

static const struct pair *
pair_of_id(const struct node *map, const char *id)
{
	size_t	i;

	for (i = 0; map != NULL && map->kind == NODE_MAP && i < map->n; i++)
		if (strcmp(map->pairs[i].key->text, id) == 0)
			return &map->pairs[i];
	return NULL;
}

const struct node *
laid_id(const struct node *map, const char *id)
{
	return pair_of_id(map, id) == NULL ? NULL : pair_of_id(map, id)->key;
}

const struct node *
laid_point(const struct node *map, const char *id)
{
	return pair_of_id(map, id) == NULL ? NULL : pair_of_id(map, id)->value;
}

/* The point as the overlay wrote it, which may name it by title. */
static const struct node *
own_point(const struct laid *l, const struct node *root, enum word list,
    const char *id)
{
	const struct node	*at = laid_id(laid_value(root, list), id);
	const struct node	*own = laid_value(l->own, list);
	size_t			 i;

	for (i = 0; at != NULL && own != NULL && own->kind == NODE_MAP &&
	    i < own->n; i++)
		if (own->pairs[i].key->place.line == at->place.line &&
		    own->pairs[i].key->place.col == at->place.col &&
		    own->pairs[i].key->place.path == at->place.path)
			return own->pairs[i].value;
	return NULL;
}

const struct node *
laid_basis(const struct laid *l, const struct node *root, enum word list,
    const char *id, enum word key)
{
	const struct node	*map = l->own, *basis;

	if (list != W_NONE)
		map = own_point(l, root, list, id);
	if (laid_key(map, key) == NULL)
		return NULL;
	basis = laid_value(map, W_BASIS);
	if (basis == NULL || lay_takes(W_BASIS, basis))
		basis = basis_of(l->own);
	return basis;
}

const struct taken *
laid_taken(const struct laid *l, const char *name)
{
	size_t	i;

	for (i = 0; l != NULL && i < l->ntaken; i++)
		if (strcmp(l->taken[i].id, name) == 0 ||
		    strcmp(l->taken[i].title, name) == 0)
			return &l->taken[i];
	return NULL;
}

const char *
laid_was(const struct laid *l, const char *title)
{
	size_t	i;

	for (i = 0; l != NULL && i < l->nwas; i++)
		if (strcmp(l->was[i].title, title) == 0)
			return l->was[i].id;
	return NULL;
}
