/*
 * holiday-cn's JSON: {"year": 2020, "papers": [ADDRESS...], "days": [{"name":,
 * "date":, "isOffDay":}...]}.  JSON is YAML, and input/yaml knows the place of
 * each value: no second parser.
 */
#include "input/source.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "input/yaml.h"

static bool
wrong(struct diags *d, const struct node *n, const char *text)
{
	diag_error(d, n->place, "%s", text);
	return false;
}

/* The value of a key, or NULL. */
static const struct node *
value_of(const struct node *map, const char *key)
{
	size_t	i;

	for (i = 0; i < map->n; i++)
		if (strcmp(map->pairs[i].key->text, key) == 0)
			return map->pairs[i].value;
	return NULL;
}

/* A text under the key, else an error. */
static const char *
text_of(const struct node *map, const char *key, struct diags *d)
{
	const struct node	*n = value_of(map, key);

	if (n != NULL && n->kind == NODE_TEXT)
		return n->text;
	diag_error(d, (n == NULL ? map : n)->place, _("\"%s\" is missing "
	    "here, or is no single value"), key);
	return NULL;
}

static bool
read_day(const struct node *n, struct stated *t, struct diags *d)
{
	const char	*date, *off, *name;

	if (n->kind != NODE_MAP)
		return wrong(d, n, _("a day is expected: {\"name\": ..., "
		    "\"date\": ..., \"isOffDay\": ...}"));
	name = text_of(n, "name", d);
	date = text_of(n, "date", d);
	off = text_of(n, "isOffDay", d);
	if (name == NULL || date == NULL || off == NULL)
		return false;
	if (!day_parse(date, &t->day))
		return wrong(d, value_of(n, "date"), _("this is no date (as "
		    "2020-10-01)"));
	if (strcmp(off, "true") != 0 && strcmp(off, "false") != 0)
		return wrong(d, value_of(n, "isOffDay"), _("true or false is "
		    "expected"));
	t->kind = *off == 't' ? DAY_OFF : DAY_WORKED;
	t->name = name;
	t->place = value_of(n, "date")->place;
	return true;
}

/* The addresses of the notices, in one. */
static void
read_papers(struct arena *a, struct source *s, const struct node *n)
{
	size_t	i;

	if (n == NULL || n->kind != NODE_LIST)
		return;
	for (i = 0; i < n->n; i++)
		if (n->items[i]->kind == NODE_TEXT &&
		    *n->items[i]->text != '\0')
			s->address = arena_printf(a, "%s%s%s", s->address,
			    *s->address == '\0' ? "" : " ",
			    n->items[i]->text);
}

bool
daysjson_read(struct arena *a, struct source *s, const char *text, size_t len,
    struct diags *d)
{
	const struct node	*root = yaml_parse(a, s->path, text, len, d),
				*days;
	const char		*year;
	struct stated		*list;
	size_t			 i, n = 0;

	if (root == NULL)
		return false;
	if (root->kind != NODE_MAP || (days = value_of(root, "days")) == NULL
	    || days->kind != NODE_LIST)
		return wrong(d, root, _("\"days\" is missing: is this "
		    "holiday-cn's JSON?"));
	if ((year = text_of(root, "year", d)) == NULL)
		return false;
	s->year = atoi(year);
	read_papers(a, s, value_of(root, "papers"));
	list = arena_array(a, days->n + 1, sizeof(*list));
	for (i = 0; i < days->n; i++)
		n += read_day(days->items[i], &list[n], d);
	return source_tell_all(a, s, list, n, d);
}
