#include "input/yaml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/text.h"
#include "input/whole.h"
#include "input/yaml_explain.h"

struct reader {
	struct arena	*arena;
	struct diags	*diags;
	struct lines	 lines;
	yaml_parser_t	 parser;
	size_t		 nodes;
	size_t		 soft;		/* errors that leave a tree to read */
	bool		 stop;		/* there is no going on */
};

static struct node	*build(struct reader *, yaml_event_t *, int depth);

static struct place
mark_at(const struct reader *r, yaml_mark_t m)
{
	return lines_at(&r->lines, m.line, m.column);
}

static void
failed(struct reader *r)
{
	const yaml_parser_t	*p = &r->parser;
	struct trouble		 t = {
		.problem = p->problem,
		.line = p->problem_mark.line,
		.col = p->problem_mark.column,
		.context = p->context,
		.context_line = p->context_mark.line,
		.context_col = p->context_mark.column
	};

	r->stop = true;
	yaml_explain(&r->lines, &t, r->diags);
}

/* The next event, or false: reading has stopped. */
static bool
next(struct reader *r, yaml_event_t *e)
{
	if (r->stop)
		return false;
	if (!yaml_parser_parse(&r->parser, e)) {
		failed(r);
		return false;
	}
	return true;
}

static struct node *
node_new(struct reader *r, const yaml_event_t *e, enum node_kind kind)
{
	struct node	*n = arena_alloc(r->arena, sizeof(*n));

	n->kind = kind;
	n->place = mark_at(r, e->start_mark);
	n->text = "";
	if (++r->nodes > YAML_NODES && !r->stop) {
		diag_error(r->diags, n->place, _("the file has more than %d "
		    "values"), YAML_NODES);
		r->stop = true;
	}
	return n;
}

static void
refuse_marks(struct reader *r, const yaml_event_t *e, const void *anchor,
    const void *tag)
{
	struct place	 at = mark_at(r, e->start_mark);

	if (anchor != NULL)
		diag_error(r->diags, at, _("anchors (&name) are not used in "
		    "these files: write the value out, or put a text that "
		    "begins with & in quotes"));
	if (tag != NULL)
		diag_error(r->diags, at, _("tags (!name) are not used in these "
		    "files: put a text that begins with ! in quotes"));
}

/* A plain text between full-width brackets was meant as a list or map. */
static void
check_brackets(struct reader *r, const struct node *n)
{
	size_t	 len = strlen(n->text);

	if (len < 6)
		return;
	if (strncmp(n->text, "［", 3) == 0 &&
	    strcmp(n->text + len - 3, "］") == 0)
		diag_error(r->diags, n->place, _("full-width brackets "
		    "\"［］\": write ordinary ones, [ ]"));
	if (strncmp(n->text, "｛", 3) == 0 &&
	    strcmp(n->text + len - 3, "｝") == 0)
		diag_error(r->diags, n->place, _("full-width brackets "
		    "\"｛｝\": write ordinary ones, { }"));
	if (strncmp(n->text, "“", 3) == 0 &&
	    strcmp(n->text + len - 3, "”") == 0 &&
	    strstr(n->text + 3, "“") == NULL)
		diag_error(r->diags, n->place, _("full-width quotes “ ” "
		    "around the whole text: leave them out, or write ordinary "
		    "ones (\")"));
}

/*
 * `-甲` is no item of a list, and what stands behind ` //` or ` ＃` no remark:
 * to YAML both are part of the text.
 */
static void
check_signs(struct reader *r, const struct node *n)
{
	const char	*s = n->text, *at = strstr(s, " //");

	if (s[0] == '-' && s[1] != '\0' && strchr(" -.0123456789", s[1]) ==
	    NULL)
		diag_error(r->diags, n->place, _("no blank behind the -: a "
		    "list's item is written `- TEXT`"));
	if (at == NULL)
		at = strstr(s, " ＃");
	if (at != NULL)
		diag_error(r->diags, node_at(n, (size_t)(at + 1 - s)),
		    _("a remark begins with a blank and an ordinary #; as a "
		    "part of the text put it all in quotes"));
}

/* A raw one is refused with its file; "\u202E" comes here only. */
static void
check_harmful(struct reader *r, const struct node *n)
{
	const char	*s;
	size_t		 len;
	unsigned	 c;

	for (s = n->text; *s != '\0'; s += len) {
		c = text_char(s, &len);
		if (c == '\n' || c == '\t' || !text_is_harmful(c))
			continue;
		diag_error(r->diags, node_at(n, (size_t)(s - n->text)),
		    _("U+%04X in this text is not seen, or acts on what shows "
		    "it: take it out"), c);
		return;
	}
}

static struct node *
build_text(struct reader *r, const yaml_event_t *e)
{
	struct node		*n = node_new(r, e, NODE_TEXT);
	yaml_scalar_style_t	 style = e->data.scalar.style;
	const char		*value = (const char *)e->data.scalar.value;
	size_t			 len = e->data.scalar.length;

	refuse_marks(r, e, e->data.scalar.anchor, e->data.scalar.tag);
	n->text = arena_ndup(r->arena, value, len);
	n->quoted = style == YAML_SINGLE_QUOTED_SCALAR_STYLE ||
	    style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
	if (memchr(value, '\0', len) != NULL)
		diag_error(r->diags, n->place, _("this text has a NUL in "
		    "it"));
	check_harmful(r, n);
	if (style == YAML_PLAIN_SCALAR_STYLE) {
		check_brackets(r, n);
		check_signs(r, n);
	}
	return n;
}

static struct node *
build_list(struct reader *r, const yaml_event_t *e, int depth)
{
	struct node	*n = node_new(r, e, NODE_LIST);
	yaml_event_t	 item;
	size_t		 cap = 0;

	refuse_marks(r, e, e->data.sequence_start.anchor,
	    e->data.sequence_start.tag);
	while (next(r, &item)) {
		if (item.type == YAML_SEQUENCE_END_EVENT) {
			yaml_event_delete(&item);
			break;
		}
		n->items = arena_grow(r->arena, n->items, n->n, &cap,
		    sizeof(*n->items));
		n->items[n->n++] = build(r, &item, depth + 1);
	}
	return n;
}

/*
 * Lines `key：value` below a key are one long text to YAML.  Where each of
 * several lines begins so, keys were meant.
 */
static void
check_colons(struct reader *r, const struct node *key, yaml_mark_t from,
    yaml_mark_t to)
{
	const struct lines	*l = &r->lines;
	size_t			 line;

	if (key != NULL && (int)from.line + 1 == key->place.line)
		return;
	if (key != NULL && from.line == to.line)
		return;
	for (line = from.line; line <= to.line; line++)
		if (line >= l->n || (l->text[line][0] != '\0' &&
		    wide_colon(l->text[line]) < 0))
			return;
	tell_wide_colon(l, from.line, wide_colon(l->text[from.line]),
	    r->diags);
}

static struct node *
build_value(struct reader *r, yaml_event_t *e, const struct node *key,
    int depth)
{
	yaml_mark_t	 from = e->start_mark, to = e->end_mark;
	bool		 plain = e->type == YAML_SCALAR_EVENT &&
			    e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE &&
			    e->data.scalar.length > 0;
	struct node	*n = build(r, e, depth);

	if (plain)
		check_colons(r, key, from, to);
	return n;
}

static int
by_key(const void *a, const void *b)
{
	const struct node	*x = *(struct node *const *)a;
	const struct node	*y = *(struct node *const *)b;
	int			 order = strcmp(x->text, y->text);

	if (order == 0)
		order = x->place.line - y->place.line;
	return order != 0 ? order : x->place.col - y->place.col;
}

static void
drop_pair(struct node *map, const struct node *key)
{
	size_t	i = 0;

	while (map->pairs[i].key != key)
		i++;
	map->n--;
	memmove(&map->pairs[i], &map->pairs[i + 1],
	    (map->n - i) * sizeof(*map->pairs));
}

/* The first one holds, so that the rest of the file is read all the same. */
static void
check_twice(struct reader *r, struct node *map)
{
	struct node	**keys = arena_array(r->arena, map->n, sizeof(*keys));
	size_t		  i, n = map->n;

	for (i = 0; i < n; i++)
		keys[i] = map->pairs[i].key;
	if (n > 1)
		qsort(keys, n, sizeof(*keys), by_key);
	for (i = 1; i < n; i++)
		if (strcmp(keys[i - 1]->text, keys[i]->text) == 0) {
			diag_error(r->diags, keys[i]->place, _("\"%s\" stands "
			    "here twice"), keys[i]->text);
			diag_note(r->diags, keys[i - 1]->place,
			    _("it stands here already"));
			r->soft++;
			drop_pair(map, keys[i]);
		}
}

/* A line set in with full-width blanks begins a key of the outermost level. */
static bool
check_indent(struct reader *r, const struct node *key)
{
	if (key->quoted || key->kind != NODE_TEXT || !wide_blank(key->text))
		return true;
	tell_wide_blank(key->place, r->diags);
	r->stop = true;
	return false;
}

static bool
stands_before(const struct node *map, size_t i, size_t from)
{
	size_t	k;

	for (k = 0; k < from; k++)
		if (strcmp(map->pairs[k].key->text,
		    map->pairs[i].key->text) == 0)
			return true;
	return false;
}

/*
 * Where a file's first key comes again and others with it, a whole second one
 * was pasted below: told once, and what is behind it left out.
 */
static void
check_pasted(struct reader *r, struct node *root)
{
	enum { FEW = 3 };		/* keys twice that are told singly */
	const struct node	*again;
	size_t			 i, k, twice = 0;

	for (i = 1; i < root->n && !stands_before(root, i, 1); i++)
		continue;
	for (k = i; k < root->n && twice < FEW; k++)
		twice += stands_before(root, k, i);
	if (twice < FEW)
		return;
	again = root->pairs[i].key;
	diag_error(r->diags, again->place, _("\"%s\" begins here a second "
	    "time: one file holds one procedure; put this one into a file of "
	    "its own"), again->text);
	diag_note(r->diags, root->pairs[0].key->place,
	    _("it stands here already"));
	r->soft++;
	root->n = i;
}

static struct node *
build_map(struct reader *r, const yaml_event_t *e, int depth)
{
	struct node	*n = node_new(r, e, NODE_MAP);
	struct pair	 pair;
	yaml_event_t	 part;
	size_t		 cap = 0;

	refuse_marks(r, e, e->data.mapping_start.anchor,
	    e->data.mapping_start.tag);
	while (next(r, &part)) {
		if (part.type == YAML_MAPPING_END_EVENT) {
			yaml_event_delete(&part);
			break;
		}
		pair.key = build(r, &part, depth + 1);
		if (!check_indent(r, pair.key) || !next(r, &part))
			break;
		pair.value = build_value(r, &part, pair.key, depth + 1);
		if (r->stop)
			break;
		if (pair.key->kind != NODE_TEXT || pair.key->text[0] == '\0') {
			diag_error(r->diags, pair.key->place, _("a key must be "
			    "a text"));
			continue;
		}
		n->pairs = arena_grow(r->arena, n->pairs, n->n, &cap,
		    sizeof(*n->pairs));
		n->pairs[n->n++] = pair;
	}
	if (depth == 1)
		check_pasted(r, n);
	check_twice(r, n);
	return n;
}

static struct node *
build_deep(struct reader *r, const yaml_event_t *e, int depth)
{
	if (depth > YAML_DEPTH) {
		diag_error(r->diags, mark_at(r, e->start_mark), _("values lie "
		    "more than %d deep in one another"), YAML_DEPTH);
		r->stop = true;
		return node_new(r, e, NODE_TEXT);
	}
	return e->type == YAML_MAPPING_START_EVENT ? build_map(r, e, depth) :
	    build_list(r, e, depth);
}

/* The node that an event begins; the event is done with. */
static struct node *
build(struct reader *r, yaml_event_t *e, int depth)
{
	struct node	*n;

	switch (e->type) {
	case YAML_SCALAR_EVENT:
		n = build_text(r, e);
		break;
	case YAML_SEQUENCE_START_EVENT:
	case YAML_MAPPING_START_EVENT:
		n = build_deep(r, e, depth);
		break;
	default:
		n = node_new(r, e, NODE_TEXT);
		diag_error(r->diags, n->place, _("aliases (*name) are not used "
		    "in these files: write the value out, or put a text that "
		    "begins with * in quotes"));
		break;
	}
	yaml_event_delete(e);
	return n;
}

/* The document's root; NULL where there is none. */
static struct node *
build_root(struct reader *r)
{
	struct node	*root = NULL;
	yaml_event_t	 e;
	bool		 more = true;

	while (more && next(r, &e)) {
		switch (e.type) {
		case YAML_STREAM_END_EVENT:
			more = false;
			break;
		case YAML_DOCUMENT_START_EVENT:
			if (root == NULL)
				break;
			diag_error(r->diags, mark_at(r, e.start_mark), _("a "
			    "second document begins here: a file holds one"));
			more = false;
			break;
		case YAML_SCALAR_EVENT:
		case YAML_SEQUENCE_START_EVENT:
		case YAML_MAPPING_START_EVENT:
		case YAML_ALIAS_EVENT:
			root = build_value(r, &e, NULL, 1);
			continue;
		default:
			break;
		}
		yaml_event_delete(&e);
	}
	return root;
}

static bool
is_empty(const struct node *root)
{
	return root->kind == NODE_TEXT && !root->quoted &&
	    root->text[0] == '\0';
}

/* libyaml looks for each of them among all before it. */
static bool
has_tags(const struct lines *l, struct diags *d)
{
	size_t	i;

	for (i = 0; i < l->n; i++)
		if (strncmp(l->text[i], "%TAG", 4) == 0) {
			diag_error(d, lines_at(l, i, 0), _("tags (%%TAG) are "
			    "not used in these files"));
			return true;
		}
	return false;
}

static struct node *
parse(struct arena *a, const char *path, const char *text, size_t len,
    struct diags *d)
{
	struct reader	 r = {.arena = a, .diags = d};
	struct node	*root;
	size_t		 before = diags_errors(d);

	r.lines = lines_cut(a, path, text, len);
	if (has_tags(&r.lines, d))
		return NULL;
	if (!yaml_parser_initialize(&r.parser)) {
		diag_fail(d, "%s", _("out of memory"));
		return NULL;
	}
	yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r.parser, (const unsigned char *)text,
	    len);
	root = build_root(&r);
	yaml_parser_delete(&r.parser);
	if (diags_errors(d) > before + r.soft)
		return NULL;
	if (root == NULL || is_empty(root)) {
		diag_error(d, (struct place){.path = path},
		    _("the file is empty"));
		return NULL;
	}
	return root;
}

struct node *
yaml_parse(struct arena *a, const char *path, const char *text, size_t len,
    struct diags *d)
{
	struct place	 at = {.path = path};

	if (len > YAML_SIZE) {
		diag_error(d, at, _("the file is larger than %d bytes"),
		    YAML_SIZE);
		return NULL;
	}
	if (len >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 ||
	    memcmp(text, "\xfe\xff", 2) == 0)) {
		diag_error(d, at, _("the file is in UTF-16: save it again as "
		    "UTF-8"));
		return NULL;
	}
	if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
		text += 3;
		len -= 3;
	}
	if (!whole_is_text(path, text, len, d))
		return NULL;
	return parse(a, path, text, len, d);
}
