#include <string.h>
#include <strings.h>

#include "input/workbook_inside.h"

enum { RELATIONS = 1 << 16 };		/* that are kept */

struct relating {
	struct arena		*arena;
	const char		*from;
	struct relations	*to;
};

static bool
ends_in(const char *s, const char *end)
{
	size_t	n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

static void
on_relation(void *ctx, const char *name, const char **attributes)
{
	struct relating		*r = ctx;
	struct relations	*to = r->to;
	const char		*id = xml_attribute(attributes, "Id");
	const char		*type = xml_attribute(attributes, "Type");
	const char		*target = xml_attribute(attributes, "Target");
	const char		*mode = xml_attribute(attributes,
				    "TargetMode");

	if (strcmp(name, "Relationship") != 0 || id == NULL || type == NULL ||
	    target == NULL || to->n >= RELATIONS)
		return;
	to->all = arena_grow(r->arena, to->all, to->n, &to->cap,
	    sizeof(*to->all));
	to->all[to->n++] = (struct relation){ arena_dup(r->arena, id),
	    arena_dup(r->arena, type), mode != NULL &&
	    strcmp(mode, "External") == 0 ? NULL :
	    archive_target(r->arena, r->from, target) };
}

bool
relations_read(struct arena *a, struct archive *z, const char *part,
    struct relations *to, struct diags *d)
{
	static const struct xml_calls	 calls = { .start = on_relation };
	struct relating			 r = { a, part, to };
	const char			*slash = strrchr(part, '/');
	const char			*name;
	int				 n;

	n = slash == NULL ? 0 : (int)(slash - part) + 1;
	name = arena_printf(a, "%.*s_rels/%s.rels", n, part, part + n);
	*to = (struct relations){ 0 };
	return !archive_has(z, name) || xml_read(z, name, &calls, &r, d);
}

const struct relation *
relation_by_id(const struct relations *r, const char *id)
{
	size_t	i;

	for (i = 0; i < r->n; i++)
		if (strcmp(r->all[i].id, id) == 0)
			return &r->all[i];
	return NULL;
}

bool
relation_is(const struct relation *r, const char *type)
{
	return ends_in(r->type, type);
}

const struct relation *
relation_of(const struct relations *r, const char *type)
{
	size_t	i;

	for (i = 0; i < r->n; i++)
		if (relation_is(&r->all[i], type))
			return &r->all[i];
	return NULL;
}

/* ---- content types */

struct typing {
	struct arena	*arena;
	const char	*part;
	const char	*by_name, *by_ending;
};

static void
on_type(void *ctx, const char *name, const char **attributes)
{
	struct typing	*t = ctx;
	const char	*type = xml_attribute(attributes, "ContentType");
	const char	*part = xml_attribute(attributes, "PartName");
	const char	*ending = xml_attribute(attributes, "Extension");
	const char	*dot = strrchr(t->part, '.');

	if (type == NULL)
		return;
	if (strcmp(name, "Override") == 0 && part != NULL &&
	    t->by_name == NULL && strcasecmp(part + (*part == '/'), t->part)
	    == 0)
		t->by_name = arena_dup(t->arena, type);
	if (strcmp(name, "Default") == 0 && ending != NULL && dot != NULL &&
	    t->by_ending == NULL && strcasecmp(ending, dot + 1) == 0)
		t->by_ending = arena_dup(t->arena, type);
}

const char *
content_type(struct arena *a, struct archive *z, const char *part,
    struct diags *d)
{
	static const struct xml_calls	 calls = { .start = on_type };
	struct typing			 t = { .arena = a, .part = part };

	if (!xml_read(z, "[Content_Types].xml", &calls, &t, d))
		return NULL;
	return t.by_name != NULL ? t.by_name : t.by_ending != NULL ?
	    t.by_ending : "";
}
