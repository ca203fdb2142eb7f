#include "rule/pack.h"

#include <string.h>

#include "rule/build.h"

static bool
is_empty(const struct node *n)
{
	return n->kind == NODE_TEXT && !n->quoted && (*n->text == '\0' ||
	    strcmp(n->text, "~") == 0 || strcmp(n->text, "null") == 0);
}

bool
build_offers(struct build *b)
{
	enum { OFFERS = 300 };

	return b->offers++ < OFFERS;
}

static bool
map_has(const struct node *map, enum word w, unsigned groups)
{
	size_t	i;

	for (i = 0; i < map->n; i++)
		if (vocab_find(map->pairs[i].key->text, groups) == w)
			return true;
	return false;
}

/* A key of another place: where it belongs. */
static void
tell_holder(struct build *b, const char *key)
{
	enum word	 holder = vocab_holder(key);
	const char	*name = vocab_text(holder, text_lang());

	if (holder == W_PACK)
		diag_note(b->diags, NOWHERE, _("`%s` stands in pack.yaml"),
		    key);
	else if (holder == W_PROCEDURE)
		diag_note(b->diags, NOWHERE, _("`%s` stands at the outermost "
		    "level of a procedure's file"), key);
	else
		diag_note(b->diags, NOWHERE, _("`%s` stands under `%s`"), key,
		    name);
}

static void
unknown_key(struct build *b, const struct node *map, const struct node *key,
    unsigned groups)
{
	const char	*near = vocab_nearest(key->text, groups);
	char		 known[512];

	diag_error(b->diags, key->place, _("`%s` is no key here"), key->text);
	if (vocab_holder(key->text) != W_NONE)
		tell_holder(b, key->text);
	else if (near != NULL && !map_has(map, vocab_find(near, groups),
	    groups))
		diag_meant(b->diags, near);
	else
		diag_note(b->diags, NOWHERE, _("expected one of: %s"),
		    vocab_list(groups, text_lang(), known, sizeof(known)));
}

static void
take_field(struct build *b, const struct node *map, const struct pair *p,
    unsigned groups, struct fields *out)
{
	enum word	w = vocab_find(p->key->text, groups);

	if (w == W_NONE)
		unknown_key(b, map, p->key, groups);
	else if ((vocab_groups(w) & LATER) != 0)
		diag_error(b->diags, p->key->place, _("`%s` is kept for a "
		    "later version; this one cannot judge it: take it out"),
		    p->key->text);
	else if (out->key[w] != NULL) {
		diag_error(b->diags, p->key->place,
		    _("`%s` stands here a second time"), p->key->text);
		diag_note(b->diags, out->key[w]->place,
		    _("the first time here"));
	} else {
		out->key[w] = p->key;
		out->value[w] = p->value;
	}
}

bool
build_fields(struct build *b, const struct node *map, unsigned groups,
    struct fields *out)
{
	char	known[512];
	size_t	i;

	memset(out, 0, sizeof(*out));
	if (is_empty(map))
		return true;
	if (map->kind != NODE_MAP) {
		diag_error(b->diags, map->place,
		    _("expected keys with values here, each `key: value`"));
		diag_note(b->diags, NOWHERE, _("expected one of: %s"),
		    vocab_list(groups, text_lang(), known, sizeof(known)));
		return false;
	}
	for (i = 0; i < map->n; i++)
		take_field(b, map, &map->pairs[i], groups, out);
	return true;
}

const char *
build_text(struct build *b, const struct fields *f, enum word w)
{
	const struct node	*n = f->value[w];

	if (n == NULL)
		return "";
	if (n->kind != NODE_TEXT) {
		diag_error(b->diags, n->place,
		    _("expected a text as the value of `%s`"),
		    f->key[w]->text);
		return "";
	}
	if (w != W_NOTE && strchr(n->text, '\n') != NULL)
		diag_error(b->diags, n->place,
		    _("expected a text of one line as the value of `%s`"),
		    f->key[w]->text);
	return n->text;
}

enum word
build_word(struct build *b, const struct node *n, unsigned groups)
{
	enum word	 w = W_NONE;
	const char	*near;
	char		 known[256];

	if (n->kind == NODE_TEXT)
		w = vocab_find(n->text, groups);
	if (w != W_NONE)
		return w;
	diag_error(b->diags, n->place, _("expected one of: %s"),
	    vocab_list(groups, text_lang(), known, sizeof(known)));
	near = n->kind == NODE_TEXT ? vocab_nearest(n->text, groups) : NULL;
	diag_meant(b->diags, near);
	return W_NONE;
}

static void
choice(struct build *b, const struct fields *f, enum word key,
    unsigned groups, enum word yes, int *out)
{
	enum word	w;

	if (f->value[key] == NULL)
		return;
	w = build_word(b, f->value[key], groups);
	if (w != W_NONE)
		*out = w == yes;
}

void
build_counting(struct build *b, const struct node *n, struct counting *out)
{
	struct fields	top, in;

	*out = NOTHING_COUNTED;
	if (n == NULL || !build_fields(b, n, IN_COUNTING, &top))
		return;
	if (top.value[W_DEADLINES] != NULL &&
	    build_fields(b, top.value[W_DEADLINES], IN_DEADLINES, &in)) {
		choice(b, &in, W_FIRST_DAY, IN_FIRST_DAY, W_COUNTED,
		    &out->deadline_counted);
		choice(b, &in, W_ROLL, IN_ROLL, W_ROLL_NEXT,
		    &out->deadline_roll);
	}
	if (top.value[W_WINDOWS] != NULL &&
	    build_fields(b, top.value[W_WINDOWS], IN_WINDOWS, &in)) {
		choice(b, &in, W_JUDGED, IN_FIRST_DAY, W_COUNTED,
		    &out->judged_counted);
		choice(b, &in, W_PLANNED, IN_FIRST_DAY, W_COUNTED,
		    &out->planned_counted);
		choice(b, &in, W_ROLL, IN_ROLL, W_ROLL_NEXT,
		    &out->window_roll);
	}
}

static int
over(int base, int value)
{
	return value < 0 ? base : value;
}

struct counting
counting_merge(struct counting a, struct counting o)
{
	return (struct counting){
		over(a.deadline_counted, o.deadline_counted),
		over(a.deadline_roll, o.deadline_roll),
		over(a.judged_counted, o.judged_counted),
		over(a.planned_counted, o.planned_counted),
		over(a.window_roll, o.window_roll),
	};
}

/* What may stand behind an instrument's name: nothing, or a place in it. */
static bool
begins_place(const char *s)
{
	static const char *const	marks[] = {
		" ", "\t", "\xe3\x80\x80", "第", "（", "(", "附", "《", "，"
	};
	size_t				i;

	if (*s == '\0' || (*s >= '0' && *s <= '9'))
		return true;
	for (i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (strncmp(s, marks[i], strlen(marks[i])) == 0)
			return true;
	return false;
}

/* The longest name that the text begins with. */
static const struct instrument *
instrument_of(const struct pack *p, const char *text)
{
	const struct instrument	*best = NULL;
	size_t			 len, longest = 0;
	int			 i;

	for (i = 0; i < p->ninstruments; i++) {
		len = strlen(p->instruments[i].name);
		if (len > longest &&
		    strncmp(text, p->instruments[i].name, len) == 0 &&
		    begins_place(text + len)) {
			longest = len;
			best = &p->instruments[i];
		}
	}
	return best;
}

/*
 * The text as it reads to people: brackets of any form alike, figures of any
 * width, no blanks, no title marks.
 */
static const char *
as_read(struct arena *a, const char *s)
{
	char		*out = arena_alloc(a, 3 * strlen(s) + 1);
	size_t		 n = 0, len;
	unsigned	 c;

	for (; *s != '\0'; s += len) {
		c = text_char(s, &len);
		if (c >= 0xff01 && c <= 0xff5e)		/* full width */
			c -= 0xff01 - '!';
		if (c == ' ' || c == '\t' || c == 0x3000 || c == 0xa0 ||
		    c == 0x300a || c == 0x300b)		/* 《》 */
			continue;
		if (c == '(' || c == '[' || c == 0x3010 || c == 0x3014)
			out[n++] = '[';			/* 【〔 */
		else if (c == ')' || c == ']' || c == 0x3011 || c == 0x3015)
			out[n++] = ']';
		else if (c < 0x80)
			out[n++] = (char)c;
		else {
			memcpy(out + n, s, len);
			n += len;
		}
	}
	out[n] = '\0';
	return out;
}

/* Has it a number?  A document is known by it, and another one by another. */
static bool
has_number(const char *s)
{
	return s[strcspn(s, "0123456789")] != '\0';
}

/*
 * The instrument that was meant: written with other signs, or a title without
 * a number in which one character is wrong.  Never one of another number.
 */
static const char *
instrument_meant(struct arena *a, const struct pack *p, const char *text)
{
	const char	*read = as_read(a, text), *name, *head;
	size_t		 len;
	int		 i;

	for (i = 0; i < p->ninstruments; i++) {
		name = as_read(a, p->instruments[i].name);
		len = strlen(name);
		if (len > 0 && strncmp(read, name, len) == 0 &&
		    (read[len] == '[' || begins_place(read + len)))
			return p->instruments[i].name;
	}
	head = as_read(a, arena_ndup(a, text, strcspn(text, " ")));
	for (i = 0; i < p->ninstruments && !has_number(head); i++) {
		name = p->instruments[i].name;
		if (text_chars(name, strlen(name)) > 3 && !has_number(name) &&
		    text_distance(head, name) == 1)
			return name;
	}
	return NULL;
}

/* Which documents there are, and what to do for another. */
static void
tell_instruments(struct build *b)
{
	enum { SHOWN = 8 };
	const struct pack	*p = b->pack;
	const char		*all = "";
	int			 i;

	for (i = 0; i < p->ninstruments && i < SHOWN; i++)
		all = arena_printf(b->arena, _("%s%s`%s`"), all,
		    i == 0 ? "" : _(", "), p->instruments[i].name);
	if (p->ninstruments > SHOWN)
		all = arena_printf(b->arena, _("%s and %d more"), all,
		    p->ninstruments - SHOWN);
	if (p->ninstruments > 0)
		diag_note(b->diags, NOWHERE, _("pack.yaml lists: %s"), all);
	diag_note(b->diags, NOWHERE, _("another document must first be "
	    "written into `instruments` of pack.yaml"));
}

const struct basis *
build_basis(struct build *b, const struct node *n)
{
	struct basis	*out = arena_alloc(b->arena, sizeof(*out));
	const char	*meant;

	*out = (struct basis){ n->text, NULL };
	if (n->kind != NODE_TEXT || *n->text == '\0' ||
	    strchr(n->text, '\n') != NULL) {
		diag_error(b->diags, n->place, _("expected the name of an "
		    "instrument of the pack, then the place in it"));
		return out;
	}
	out->instrument = instrument_of(b->pack, n->text);
	if (out->instrument != NULL)
		return out;
	diag_error(b->diags, n->place, _("`%s` names no instrument of "
	    "pack.yaml"), n->text);
	if (!build_offers(b))
		return out;
	meant = instrument_meant(b->arena, b->pack, n->text);
	if (!diag_meant(b->diags, meant))
		tell_instruments(b);
	return out;
}

static struct day
date_of(struct build *b, const struct node *n)
{
	struct day	d = DAY_NONE;

	if (n == NULL)
		return d;
	if (n->kind != NODE_TEXT || !day_parse(n->text, &d))
		diag_error(b->diags, n->place,
		    _("expected a date as 2020-01-31"));
	return d;
}

static void
read_instrument(struct build *b, const struct pair *p,
    struct instrument *out)
{
	struct fields		 f, force;
	const struct node	*n;

	out->name = p->key->text;
	if (*out->name == '\0' || strchr(out->name, '\n') != NULL)
		diag_error(b->diags, p->key->place,
		    _("expected the name of an instrument"));
	if (!build_fields(b, p->value, IN_INSTRUMENT, &f))
		return;
	out->title = build_text(b, &f, W_TITLE);
	out->title_en = build_text(b, &f, W_TITLE_EN);
	out->number = build_text(b, &f, W_NUMBER);
	out->issued = build_text(b, &f, W_ISSUED);
	out->note = build_text(b, &f, W_NOTE);
	out->from = out->until = "";
	n = f.value[W_IN_FORCE];
	if (n != NULL && n->kind == NODE_TEXT)
		out->from = n->text;
	else if (n != NULL && build_fields(b, n, IN_FORCE, &force)) {
		out->from = build_text(b, &force, W_FROM);
		out->until = build_text(b, &force, W_UNTIL);
	}
	if (f.value[W_KIND] != NULL)
		out->commission = build_word(b, f.value[W_KIND],
		    IN_INSTRUMENT_KINDS) == W_COMMISSION;
}

static void
read_instruments(struct build *b, const struct node *n)
{
	struct instrument	*list;
	size_t			 i;

	if (n == NULL || is_empty(n))
		return;
	if (n->kind != NODE_MAP) {
		diag_error(b->diags, n->place,
		    _("expected instruments here, each `name: {title: ...}`"));
		return;
	}
	list = arena_array(b->arena, n->n, sizeof(*list));
	for (i = 0; i < n->n; i++)
		read_instrument(b, &n->pairs[i], &list[i]);
	b->pack->instruments = list;
	b->pack->ninstruments = (int)n->n;
}

static const char *
read_prefix(struct build *b, const struct node *n)
{
	char	code[DIVISION_MAX + 1];

	if (n->kind == NODE_TEXT && division_parse(n->text, code))
		return arena_dup(b->arena, code);
	diag_error(b->diags, n->place, _("expected a division code, as \"45\""
	    " for a region or \"450225\" for a county"));
	return "";
}

/* Without a scope a pack holds everywhere: the prefix of every code is "". */
static void
read_scope(struct build *b, const struct node *key, const struct node *n)
{
	size_t	i, many = n != NULL && n->kind == NODE_LIST ? n->n : 1;

	b->pack->scope = arena_array(b->arena, many + 1,
	    sizeof(*b->pack->scope));
	b->pack->nscope = (int)many;
	b->pack->scope[0] = "";
	if (n == NULL)
		return;
	if (n->kind != NODE_LIST && !is_empty(n)) {
		b->pack->scope[0] = read_prefix(b, n);
		return;
	}
	if (n->n == 0) {
		diag_error(b->diags, n->place, _("an empty scope: the pack "
		    "would hold nowhere"));
		diag_note(b->diags, NOWHERE, _("without the key `%s` it holds "
		    "everywhere"), key->text);
	}
	for (i = 0; i < n->n; i++)
		b->pack->scope[i] = read_prefix(b, n->items[i]);
}

static void
read_force(struct build *b, const struct node *n)
{
	struct fields	f;

	b->pack->from = b->pack->until = DAY_NONE;
	if (n == NULL)
		return;
	if (is_empty(n) && n->kind == NODE_TEXT)
		diag_error(b->diags, n->place, _("no days in force: without "
		    "the key the pack is in force always"));
	else if (build_fields(b, n, IN_FORCE, &f)) {
		b->pack->from = date_of(b, f.value[W_FROM]);
		b->pack->until = date_of(b, f.value[W_UNTIL]);
	} else
		diag_note(b->diags, NOWHERE, _("as %s"),
		    text_lang() == LANG_ZH ?
		    "{自: 2020-01-01, 至: 2020-12-31}" :
		    "{from: 2020-01-01, until: 2020-12-31}");
	if (day_is(b->pack->from) && day_is(b->pack->until) &&
	    day_cmp(b->pack->from, b->pack->until) > 0)
		diag_error(b->diags, f.value[W_UNTIL]->place,
		    _("the last day in force lies before the first"));
}

static bool
read_pack(struct build *b, struct rule_file file)
{
	const struct counting	 law = { 0, 1, 1, 0, 0 };
	struct fields		 f;

	b->pack->path = file.path;
	b->pack->sum = file.sum;
	if (!build_fields(b, file.root, IN_PACK, &f))
		return false;
	b->pack->id = build_text(b, &f, W_PACK);
	if (*b->pack->id == '\0')
		diag_error(b->diags, file.root->place,
		    _("`pack: NAME` is missing"));
	b->pack->title = build_text(b, &f, W_TITLE);
	b->pack->title_en = build_text(b, &f, W_TITLE_EN);
	b->pack->note = build_text(b, &f, W_NOTE);
	read_scope(b, f.key[W_SCOPE], f.value[W_SCOPE]);
	read_force(b, f.value[W_IN_FORCE]);
	build_counting(b, f.value[W_COUNTING], &b->pack->counting);
	b->pack->counting = counting_merge(law, b->pack->counting);
	read_instruments(b, f.value[W_INSTRUMENTS]);
	build_why(b, f.value[W_WHY]);
	return true;
}

static void
refuse_twice(struct build *b, const struct procedure *all, int n,
    const struct rule_file *file)
{
	int	i;

	for (i = 0; i < n; i++)
		if (*all[n].id != '\0' && strcmp(all[i].id, all[n].id) == 0) {
			diag_error(b->diags, file->root->place,
			    _("procedure `%s` stands in this pack twice"),
			    all[n].id);
			diag_note(b->diags, (struct place){
			    .path = all[i].path, .line = 1, .col = 1 },
			    _("the first time here"));
			return;
		}
}

const struct pack *
pack_build(struct arena *a, struct rule_file file,
    const struct rule_file *procedures, int n, struct diags *d)
{
	struct pack		*pack = arena_alloc(a, sizeof(*pack));
	struct build		 b = { a, d, pack, 0 };
	struct procedure	*list;
	size_t			 before = diags_errors(d);
	int			 i;

	if (!read_pack(&b, file))
		return NULL;
	list = arena_array(a, (size_t)n + 1, sizeof(*list));
	for (i = 0; i < n; i++) {
		list[i].id = "";
		build_procedure(&b, procedures[i], &list[i]);
		refuse_twice(&b, list, i, &procedures[i]);
	}
	pack->procedures = list;
	pack->nprocedures = n;
	return diags_errors(d) == before ? pack : NULL;
}
