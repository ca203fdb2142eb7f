#include "rule/pack.h"

#include <string.h>

#include "rule/annual.h"
#include "rule/build.h"
#include "rule/dates.h"
#include "rule/overlay.h"

/* A day, a month or a year as it is printed; "": told, or not there. */
static const char *
read_days(struct build *b, const struct node *n, struct day *first,
    struct day *last)
{
	char	text[DAY_TEXT];

	*first = *last = DAY_NONE;
	if (n == NULL || (n->kind == NODE_TEXT && *n->text == '\0' &&
	    n->quoted))
		return "";
	if (n->kind == NODE_TEXT && days_written(n->text, text, first, last))
		return arena_dup(b->arena, text);
	diag_error(b->diags, n->place, _("expected a day, a month or a year: "
	    "2020-01-31, 2020-01 or 2020"));
	*first = *last = DAY_NONE;
	return "";
}

static const char *
date_text(struct build *b, const struct node *n)
{
	struct day	first, last;

	return read_days(b, n, &first, &last);
}

/* `days: workdays`; that days are days need not be said. */
static bool
read_days_are(struct build *b, const struct node *n)
{
	if (n->kind == NODE_TEXT && vocab_find(n->text, IN_UNITS) == W_WORKDAY)
		return true;
	diag_error(b->diags, n->place, _("expected `%s`: without the key its "
	    "days are calendar days"), vocab_days(text_lang()));
	return false;
}

static void
read_instrument(struct build *b, const struct pair *p,
    struct instrument *out)
{
	struct fields		 f, force;
	const struct node	*n;

	*out = (struct instrument){ p->key->text, "", "", "", "", "", "", "",
	    "", "", false, false, p->key->place };
	if (*out->name == '\0' || strchr(out->name, '\n') != NULL)
		diag_error(b->diags, p->key->place,
		    _("expected the name of an instrument"));
	if (!build_fields(b, p->value, IN_INSTRUMENT, &f))
		return;
	out->title = build_text(b, &f, W_TITLE);
	out->title_en = build_text(b, &f, W_TITLE_EN);
	out->number = build_text(b, &f, W_NUMBER);
	out->issued = date_text(b, f.value[W_ISSUED]);
	out->by = build_text(b, &f, W_ISSUER);
	out->published = build_text(b, &f, W_PUBLISHED);
	out->note = build_text(b, &f, W_NOTE);
	n = f.value[W_IN_FORCE];
	if (n != NULL && n->kind == NODE_TEXT)
		out->from = date_text(b, n);
	else if (n != NULL && build_fields(b, n, IN_FORCE, &force)) {
		out->from = date_text(b, force.value[W_FROM]);
		out->until = date_text(b, force.value[W_UNTIL]);
	}
	if (f.value[W_KIND] != NULL)
		out->commission = build_word(b, f.value[W_KIND],
		    IN_INSTRUMENT_KINDS) == W_COMMISSION;
	if (f.value[W_DAYS] != NULL)
		out->workdays = read_days_are(b, f.value[W_DAYS]);
}

static void
read_instruments(struct build *b, const struct node *n)
{
	struct instrument	*list;
	size_t			 i;

	if (n == NULL || build_is_empty(n))
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
	if (n->kind == NODE_TEXT &&
	    statute_hint(b->arena, n->text, OF_SCOPES) != NULL)
		diag_note(b->diags, NOWHERE, "%s",
		    statute_hint(b->arena, n->text, OF_SCOPES));
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
	if (n->kind != NODE_LIST && !build_is_empty(n)) {
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
	struct day	other;

	b->pack->from = b->pack->until = DAY_NONE;
	if (n == NULL)
		return;
	if (build_is_empty(n) && n->kind == NODE_TEXT)
		diag_error(b->diags, n->place, _("no days in force: without "
		    "the key the pack is in force always"));
	else if (build_fields(b, n, IN_FORCE, &f)) {
		(void)read_days(b, f.value[W_FROM], &b->pack->from, &other);
		(void)read_days(b, f.value[W_UNTIL], &other, &b->pack->until);
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
	b->pack->root = file.root;
	b->pack->laid = file.laid;
	if (file.laid != NULL) {
		b->pack->base = file.laid->base;
		b->pack->overlay = file.laid->base->id;
	}
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
	build_defaults(b, &f);
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

/* Complaints about an overlay show what it lies over. */
static void
stand_over(struct diags *d, const struct rule_file *f)
{
	diag_over(d, f->laid == NULL ? NULL : &f->laid->places);
}

const struct pack *
pack_build(struct arena *a, struct rule_file file,
    const struct rule_file *procedures, int n, struct diags *d)
{
	struct pack		*pack = arena_alloc(a, sizeof(*pack));
	struct build		 b = { .arena = a, .diags = d, .pack = pack };
	struct procedure	*list;
	size_t			 before = diags_errors(d);
	int			 i, have = 0;

	stand_over(d, &file);
	if (!read_pack(&b, file)) {
		diag_over(d, NULL);
		return NULL;
	}
	list = arena_array(a, (size_t)n + 1, sizeof(*list));
	b.scratch = arena_new();
	for (i = 0; i < n; i++) {
		if (procedures[i].annual)
			continue;
		stand_over(d, &procedures[i]);
		list[have].id = "";
		build_procedure(&b, procedures[i], &list[have]);
		arena_reset(b.scratch);
		refuse_twice(&b, list, have++, &procedures[i]);
	}
	pack->hotlines = b.hotlines;
	pack->nhotlines = (int)b.nhotlines;
	pack->procedures = list;
	pack->nprocedures = have;
	/* that of a pack below may name what this one takes away */
	stand_over(d, &file);
	for (i = 0; i < n; i++)
		if (procedures[i].annual)
			build_annual(&b, procedures[i]);
	diag_over(d, NULL);
	arena_free(b.scratch);
	return diags_errors(d) == before ? pack : NULL;
}
