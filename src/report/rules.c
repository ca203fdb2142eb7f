#include "report/rules.h"

#include <string.h>

#include "report/show.h"
#include "rule/cites.h"
#include "rule/duty.h"
#include "rule/phrase.h"
#include "words/message.h"

/* ---- a procedure */

static void
put_event(const struct show *o, const struct event_rule *e)
{
	comment_event(o, e);
	put_name(o, 1, e->id);
	putc('\n', o->f);
	put_field(o, 2, W_TITLE, e->title);
	put_field(o, 2, W_TITLE_EN, e->title_en);
	put_condition(o, 2, e->when);
	if (e->calendar != CYCLE_NO_EDGE)
		put_word_field(o, 2, W_CALENDAR, e->calendar == CYCLE_FIRST ?
		    W_EDGE_FIRST : W_EDGE_LAST);
	put_bounds(o, W_AFTER, e->bounds, e->nbounds, false);
	put_bounds(o, W_GATE, e->bounds, e->nbounds, true);
	if (e->repeats)
		put_word_field(o, 2, W_REPEATS, W_TRUE);
	if (e->optional)
		put_word_field(o, 2, W_OPTIONAL, W_TRUE);
	if (e->ends)
		put_word_field(o, 2, W_ENDS, W_TRUE);
	put_sayings(o, 2, CODE_OF_EVENT, e->sayings,
	    o->proc->defaults.sayings);
	put_basis_field(o, 2, e->own_basis ? e->basis : NULL);
	put_counting_field(o, 2, &e->counting);
	put_field(o, 2, W_NOTE, e->note);
}

void
put_at(const struct show *o, const struct step_rule *s)
{
	int	i;

	put_key(o, 2, W_AT);
	fputs(s->nat == 1 ? " " : " [", o->f);
	for (i = 0; i < s->nat; i++)
		fprintf(o->f, "%s%s", i == 0 ? "" : ", ",
		    phrase_print_where(o->arena, s->at[i], o->lang));
	fputs(s->nat == 1 ? "\n" : "]\n", o->f);
}

/* What is from above is left to it; `none` only ends something there. */
static void
put_lasts(const struct show *o, const struct step_rule *s)
{
	const struct procedure	*p = o->proc;
	const struct period_parts *above = p->defaults.gives_lasts ?
				    &p->defaults.lasts :
				    &p->pack->defaults.lasts;

	if (s->own_lasts && (s->lasts.n > 0 || above->n > 0))
		put_parts(o, 2, W_LASTS, &s->lasts);
}

/* {KEY: BASIS} */
static void
put_bases(const struct show *o, const struct step_rule *s)
{
	const char	*comma = "{";
	int		 i;

	for (i = 0; i < CITES; i++) {
		if (s->cites[i] == NULL)
			continue;
		if (*comma == '{') {
			put_key(o, 2, W_BASES);
			putc(' ', o->f);
		}
		put_inner(o, &comma, cite_keys[i].key);
		put_basis(o, s->cites[i]);
	}
	if (*comma != '{')
		fputs("}\n", o->f);
}

static void
put_step(const struct show *o, const struct step_rule *s)
{
	int	index = o->proc->nevents + (int)(s - o->proc->steps);

	comment_step(o, s);
	put_name(o, 1, s->id);
	putc('\n', o->f);
	put_field(o, 2, W_TITLE, s->title);
	put_field(o, 2, W_TITLE_EN, s->title_en);
	put_condition(o, 2, s->when);
	put_word_field(o, 2, W_KIND, s->kind == KIND_NOTICE ? W_NOTICE :
	    W_ANNOUNCEMENT);
	put_at(o, s);
	put_bounds(o, W_OPENS, s->bounds, s->nbounds, false);
	put_lasts(o, s);
	put_down(o, s, index);
	put_notice(o, s);
	put_basis_field(o, 2, s->own_basis ? s->basis : NULL);
	put_bases(o, s);
	put_counting_field(o, 2, &s->counting);
	put_field(o, 2, W_NOTE, s->note);
}

void
put_label(const struct show *o, const struct label *l)
{
	bool	bare = strcmp(l->title, l->id) == 0 && *l->title_en == '\0' &&
		    l->basis == NULL && *l->note == '\0';

	put_name(o, 1, l->id);
	fputs(bare ? " {}\n" : "\n", o->f);
	if (strcmp(l->title, l->id) != 0)
		put_field(o, 2, W_TITLE, l->title);
	put_field(o, 2, W_TITLE_EN, l->title_en);
	put_basis_field(o, 2, l->basis);
	put_field(o, 2, W_NOTE, l->note);
}

static void
put_labels(const struct show *o, enum word key, const struct label *l, int n)
{
	if (n > 0) {
		put_key(o, 0, key);
		putc('\n', o->f);
	}
	for (; n > 0; n--, l++)
		put_label(o, l);
}

void
put_levels(const struct show *o, unsigned levels)
{
	const char	*comma = "";
	int		 i, many = (levels & (levels - 1)) != 0;

	put_key(o, 0, W_CASE);
	fputs(many ? " [" : " ", o->f);
	for (i = LEVEL_GROUP; i >= LEVEL_REGION; i--) {
		if ((levels & 1U << i) == 0)
			continue;
		fprintf(o->f, "%s%s", comma, phrase_print_where(o->arena,
		    (struct where){ (enum level)i, false }, o->lang));
		comma = ", ";
	}
	fputs(many ? "]\n" : "\n", o->f);
}

static void
put_points(const struct show *o)
{
	const struct procedure	*p = o->proc;
	int			 i;

	if (p->nevents > 0) {
		put_key(o, 0, W_EVENTS);
		putc('\n', o->f);
	}
	for (i = 0; i < p->nevents; i++)
		put_event(o, &p->events[i]);
	if (p->nsteps > 0) {
		put_key(o, 0, W_STEPS);
		putc('\n', o->f);
	}
	for (i = 0; i < p->nsteps; i++)
		put_step(o, &p->steps[i]);
}

/* Of an overlay: what comes out of the two. */
static void
put_over(const struct show *o, const struct pack *p)
{
	if (p->overlay == NULL)
		return;
	fputs("# ", o->f);
	fputs(text_clean(o->arena, arena_printf(o->arena, _("`%s` lies over "
	    "`%s`: this is the whole that comes out of the two; loaded by "
	    "itself it means the same"), p->id, p->overlay), false), o->f);
	fputs(o->lang == LANG_ZH ? "。\n" : ".\n", o->f);
}

void
rules_write_procedure(FILE *f, const struct procedure *p, enum lang lang)
{
	struct show	o = { f, arena_new(), lang, p };

	put_over(&o, p->pack);
	put_field(&o, 0, W_PROCEDURE, p->id);
	put_field(&o, 0, W_TITLE, p->title);
	put_field(&o, 0, W_TITLE_EN, p->title_en);
	put_levels(&o, p->levels);
	if (p->every != CYCLE_NONE)
		put_word_field(&o, 0, W_EVERY, duty_every(p->every));
	put_basis_field(&o, 0, p->basis);
	put_counting_field(&o, 0, &p->counting);
	put_field(&o, 0, W_NOTE, p->note);
	put_labels(&o, W_TRAITS, p->traits, p->ntraits);
	put_labels(&o, W_AMOUNTS, p->amounts, p->namounts);
	put_defaults(&o, &p->defaults, &p->pack->defaults);
	put_points(&o);
	arena_free(o.arena);
}

/* ---- a pack */

static void
put_force(const struct show *o, int depth, const char *from,
    const char *until)
{
	if (*from == '\0' && *until == '\0')
		return;
	put_key(o, depth, W_IN_FORCE);
	fputs(" {", o->f);
	if (*from != '\0') {
		fprintf(o->f, "%s: ", vocab_text(W_FROM, o->lang));
		put_text(o, from);
	}
	if (*until != '\0') {
		fprintf(o->f, "%s%s: ", *from != '\0' ? ", " : "",
		    vocab_text(W_UNTIL, o->lang));
		put_text(o, until);
	}
	fputs("}\n", o->f);
}

static void
put_scope(const struct show *o, const struct pack *p)
{
	int	i;

	if (p->nscope == 1 && *p->scope[0] == '\0')
		return;
	put_key(o, 0, W_SCOPE);
	for (i = 0; i < p->nscope; i++)
		fprintf(o->f, "%s\"%s\"", i == 0 ? " [" : ", ", p->scope[i]);
	fputs("]\n", o->f);
}

void
put_instrument(const struct show *o, const struct instrument *i)
{
	bool	bare = *i->title == '\0' && *i->title_en == '\0' &&
		    *i->number == '\0' && *i->issued == '\0' &&
		    *i->note == '\0' && *i->from == '\0' &&
		    *i->until == '\0' && *i->by == '\0' &&
		    *i->published == '\0' && !i->commission && !i->workdays;

	put_name(o, 1, i->name);
	fputs(bare ? " {}\n" : "\n", o->f);
	put_field(o, 2, W_TITLE, i->title);
	put_field(o, 2, W_TITLE_EN, i->title_en);
	put_field(o, 2, W_NUMBER, i->number);
	put_field(o, 2, W_ISSUER, i->by);
	put_field(o, 2, W_ISSUED, i->issued);
	put_field(o, 2, W_PUBLISHED, i->published);
	put_force(o, 2, i->from, i->until);
	if (i->commission) {
		put_key(o, 2, W_KIND);
		fprintf(o->f, " %s\n", vocab_text(W_COMMISSION, o->lang));
	}
	if (i->workdays) {
		put_key(o, 2, W_DAYS);
		fprintf(o->f, " %s\n", vocab_days(o->lang));
	}
	put_field(o, 2, W_NOTE, i->note);
}

static void
put_why(const struct show *o, const struct pack *p)
{
	bool	begun = false;
	int	i;

	for (i = 0; i < CODES; i++) {
		if (p->why[i] == NULL)
			continue;
		if (!begun) {
			put_key(o, 0, W_WHY);
			putc('\n', o->f);
		}
		begun = true;
		put_name(o, 1, code_word((enum code)i, CODE_OF_ANY, o->lang));
		putc(' ', o->f);
		put_text(o, p->why[i]);
		putc('\n', o->f);
	}
}

void
rules_write_pack(FILE *f, const struct pack *p, enum lang lang)
{
	struct show	o = { f, arena_new(), lang, p->names };
	char		from[DAY_TEXT], until[DAY_TEXT];
	int		i;

	put_over(&o, p);
	put_field(&o, 0, W_PACK, p->id);
	put_field(&o, 0, W_TITLE, p->title);
	put_field(&o, 0, W_TITLE_EN, p->title_en);
	put_scope(&o, p);
	put_force(&o, 0, day_print(p->from, from), day_print(p->until, until));
	put_counting_field(&o, 0, &p->counting);
	put_field(&o, 0, W_NOTE, p->note);
	if (p->ninstruments > 0) {
		put_key(&o, 0, W_INSTRUMENTS);
		putc('\n', f);
	}
	for (i = 0; i < p->ninstruments; i++)
		put_instrument(&o, &p->instruments[i]);
	put_why(&o, p);
	put_defaults(&o, &p->defaults, NULL);
	arena_free(o.arena);
}

/* ---- the list */

enum { COLUMNS = 5 };

struct listing {
	FILE	*f;
	int	 width[COLUMNS];
	bool	 measure;
};

/* Widths first, then the line itself; nothing behind its last cell. */
static void
list_row(struct listing *l, const char *const cell[static COLUMNS])
{
	int	i, k, w, last = COLUMNS - 1;

	while (last > 0 && *cell[last] == '\0')
		last--;
	for (i = 0; i < COLUMNS; i++) {
		w = text_width(cell[i], strlen(cell[i]));
		if (l->measure && w > l->width[i])
			l->width[i] = w;
		if (l->measure || i > last)
			continue;
		fputs(cell[i], l->f);
		for (k = w; i < last && k < l->width[i] + 2; k++)
			putc(' ', l->f);
	}
	if (!l->measure)
		putc('\n', l->f);
}

const char *
scope_words(struct arena *a, const struct pack *p)
{
	const char	*s = "";
	int		 i;

	for (i = 0; i < p->nscope; i++)
		s = arena_printf(a, "%s%s%s", s, i == 0 ? "" : ", ",
		    *p->scope[i] == '\0' ? _("everywhere") : p->scope[i]);
	return s;
}

const char *
force_words(struct arena *a, const struct pack *p)
{
	char	from[DAY_TEXT], until[DAY_TEXT];

	day_print(p->from, from);
	day_print(p->until, until);
	if (*from == '\0' && *until == '\0')
		return _("always");
	if (*until == '\0')
		return arena_printf(a, _("from %s"), from);
	if (*from == '\0')
		return arena_printf(a, _("until %s"), until);
	return arena_printf(a, _("%s to %s"), from, until);
}

/* What it is called, and what it lies over. */
const char *
pack_words(struct arena *a, const struct pack *p)
{
	const char	*title = text_safe(a, title_in(p->id, p->title,
			    p->title_en));

	return p->overlay == NULL ? title : arena_printf(a,
	    _("%s (over %s)"), title, text_safe(a, p->overlay));
}

static void
list_pack(struct listing *l, struct arena *a, const struct pack *p)
{
	const struct procedure	*q;
	int			 i;

	list_row(l, (const char *[COLUMNS]){ text_safe(a, p->id),
	    pack_words(a, p), scope_words(a, p), force_words(a, p),
	    text_safe(a, p->path) });
	for (i = 0; i < p->nprocedures; i++) {
		q = &p->procedures[i];
		list_row(l, (const char *[COLUMNS]){
		    arena_printf(a, "  %s", text_safe(a, q->id)),
		    text_safe(a, message_procedure(q)), "", "",
		    text_safe(a, q->path) });
	}
}

void
rules_write_list(FILE *f, const struct rulebook *book)
{
	struct arena	*a = arena_new();
	struct listing	 l = { .f = f };
	int		 i, pass;

	for (pass = 0; pass < 2; pass++) {
		l.measure = pass == 0;
		list_row(&l, (const char *[COLUMNS]){ _("ID"), _("TITLE"),
		    _("SCOPE"), _("IN FORCE"), _("FILE") });
		for (i = 0; i < book->npacks; i++)
			list_pack(&l, a, &book->packs[i]);
	}
	arena_free(a);
}
