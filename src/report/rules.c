#include "report/rules.h"

#include <string.h>
#include <strings.h>

#include "rule/phrase.h"
#include "rule/vocab.h"
#include "words/message.h"

enum { KEY_PLAIN = 256 };	/* bytes; YAML's own limit is not far above */

struct show {
	FILE			*f;
	struct arena		*arena;
	enum lang		 lang;
	const struct procedure	*proc;
};

/* ---- texts as YAML */

static bool
all_printable(const char *s)
{
	size_t	len;

	for (; *s != '\0'; s += len)
		if (text_is_harmful(text_char(s, &len)))
			return false;
	return true;
}

static bool
means_other(const char *s)
{
	static const char *const	words[] = {
		"~", "null", "true", "false", "yes", "no", "on", "off", "y",
		"n", ".nan", ".inf", "-.inf", "+.inf"
	};
	size_t				i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcasecmp(s, words[i]) == 0)
			return true;
	return false;
}

/* May it stand without quotes, in a block and between brackets? */
static bool
plain(const char *s)
{
	size_t	len = strlen(s);

	return len > 0 && strchr(" -&*!|>'\"%@`<=~", *s) == NULL &&
	    s[len - 1] != ' ' && strpbrk(s, ",[]{}:?#\\") == NULL &&
	    strncmp(s, "［", 3) != 0 && strncmp(s, "｛", 3) != 0 &&
	    strncmp(s, "\xe3\x80\x80", 3) != 0 &&
	    strspn(s, "0123456789.") != len && !means_other(s) &&
	    all_printable(s);
}

static void
put_quoted(FILE *f, const char *s)
{
	size_t		len;
	unsigned	c;

	putc('"', f);
	for (; *s != '\0'; s += len) {
		c = text_char(s, &len);
		if (c == '"' || c == '\\')
			fprintf(f, "\\%c", (int)c);
		else if (c == '\n')
			fputs("\\n", f);
		else if (text_is_harmful(c))
			fprintf(f, c > 0xffff ? "\\U%08X" : "\\u%04X", c);
		else if (c == 0xfffd && len == 1)
			fputs("\\uFFFD", f);
		else
			fwrite(s, 1, len, f);
	}
	putc('"', f);
}

static void
put_text(FILE *f, const char *s)
{
	if (plain(s))
		fputs(s, f);
	else
		put_quoted(f, s);
}

static void
put_key(const struct show *o, int depth, enum word w)
{
	fprintf(o->f, "%*s%s:", 2 * depth, "", vocab_text(w, o->lang));
}

static void
put_field(const struct show *o, int depth, enum word w, const char *text)
{
	if (*text == '\0')
		return;
	put_key(o, depth, w);
	putc(' ', o->f);
	put_text(o->f, text);
	putc('\n', o->f);
}

static void
put_name(const struct show *o, int depth, const char *name)
{
	bool	longer = strlen(name) > KEY_PLAIN;

	fprintf(o->f, "%*s%s", 2 * depth, "", longer ? "? " : "");
	put_text(o->f, name);
	if (longer)
		fprintf(o->f, "\n%*s", 2 * depth, "");
	putc(':', o->f);
}

/* ---- what stands between brackets */

static void
put_choice(const struct show *o, const char **comma, enum word key, int value,
    enum word yes, enum word no)
{
	if (value < 0)
		return;
	fprintf(o->f, "%s%s: %s", *comma, vocab_text(key, o->lang),
	    vocab_text(value > 0 ? yes : no, o->lang));
	*comma = ", ";
}

static bool
counts(const struct counting *c)
{
	return c->deadline_counted >= 0 || c->deadline_roll >= 0 ||
	    c->judged_counted >= 0 || c->planned_counted >= 0 ||
	    c->window_roll >= 0;
}

/* {deadlines: {...}, windows: {...}} */
static void
put_counting(const struct show *o, const struct counting *c)
{
	const char	*comma = "";
	bool		 due = c->deadline_counted >= 0 ||
			    c->deadline_roll >= 0;

	putc('{', o->f);
	if (due) {
		fprintf(o->f, "%s: {", vocab_text(W_DEADLINES, o->lang));
		put_choice(o, &comma, W_FIRST_DAY, c->deadline_counted,
		    W_COUNTED, W_NOT_COUNTED);
		put_choice(o, &comma, W_ROLL, c->deadline_roll,
		    W_ROLL_NEXT, W_ROLL_NONE);
		putc('}', o->f);
	}
	if (c->judged_counted >= 0 || c->planned_counted >= 0 ||
	    c->window_roll >= 0) {
		fprintf(o->f, "%s%s: {", due ? ", " : "",
		    vocab_text(W_WINDOWS, o->lang));
		comma = "";
		put_choice(o, &comma, W_JUDGED, c->judged_counted,
		    W_COUNTED, W_NOT_COUNTED);
		put_choice(o, &comma, W_PLANNED, c->planned_counted,
		    W_COUNTED, W_NOT_COUNTED);
		put_choice(o, &comma, W_ROLL, c->window_roll,
		    W_ROLL_NEXT, W_ROLL_NONE);
		putc('}', o->f);
	}
	putc('}', o->f);
}

static void
put_counting_field(const struct show *o, int depth, const struct counting *c)
{
	if (!counts(c))
		return;
	put_key(o, depth, W_COUNTING);
	putc(' ', o->f);
	put_counting(o, c);
	putc('\n', o->f);
}

/* A phrase; a mapping where it has something of its own. */
static void
put_own(const struct show *o, const char *phrase, const struct basis *own,
    const struct counting *c, const char *note)
{
	if (own == NULL && !counts(c) && *note == '\0') {
		put_text(o->f, phrase);
		return;
	}
	fprintf(o->f, "{%s: ", vocab_text(W_BOUND, o->lang));
	put_text(o->f, phrase);
	if (own != NULL) {
		fprintf(o->f, ", %s: ", vocab_text(W_BASIS, o->lang));
		put_text(o->f, own->text);
	}
	if (counts(c)) {
		fprintf(o->f, ", %s: ", vocab_text(W_COUNTING, o->lang));
		put_counting(o, c);
	}
	if (*note != '\0') {
		fprintf(o->f, ", %s: ", vocab_text(W_NOTE, o->lang));
		put_text(o->f, note);
	}
	putc('}', o->f);
}

/* ---- points and phrases */

/* Is the phrase read again as the bound that it was made from? */
static bool
reads_again(const struct show *o, const char *text, const struct bound *b,
    const char *name)
{
	struct diags	*d = diags_new(o->arena);
	struct node	 n = { .kind = NODE_TEXT, .text = text };
	struct phrase	 ph;
	bool		 gate = b->kind == BOUND_GATE;

	if (!(gate ? phrase_point(o->arena, &n, &ph, d) :
	    phrase_bound(o->arena, &n, false, &ph, d)))
		return false;
	return ph.kind == b->kind && strcmp(ph.point, name) == 0 &&
	    ph.edge == (b->point.bare ? EDGE_EVENT : b->point.edge) &&
	    (gate || b->kind == BOUND_AFTER || b->kind == BOUND_BEFORE ||
	    (ph.n == b->period.n && ph.unit == b->period.unit));
}

/*
 * In Chinese by title, in English by id; a title such as `before 1.0` does
 * not read again so, but another form will.
 */
static const char *
phrase_of(const struct show *o, const struct bound *b)
{
	const char	*id = point_id(o->proc, b->point.index), *name, *text;
	const char	*title = point_name(o->proc, b->point.index);
	bool		 zh = o->lang == LANG_ZH;
	const struct {
		const char	*name;
		enum lang	 lang;
	} forms[] = {
		{ zh ? title : id, o->lang }, { id, o->lang },
		{ id, LANG_EN }, { title, LANG_EN }
	};
	size_t		 i;

	for (i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		name = forms[i].name;
		text = phrase_print(o->arena, b, phrase_print_point(o->arena,
		    name, b->point, forms[i].lang), forms[i].lang);
		if (reads_again(o, text, b, name))
			return text;
	}
	return phrase_print(o->arena, b, phrase_print_point(o->arena, id,
	    b->point, o->lang), o->lang);
}

/* Those bounds that are gates, or those that are not. */
static void
put_bounds(const struct show *o, enum word key, const struct bound *b, int n,
    bool gates)
{
	int	i, many = 0;

	for (i = 0; i < n; i++)
		many += (b[i].kind == BOUND_GATE) == gates;
	if (many == 0)
		return;
	put_key(o, 2, key);
	for (i = 0; i < n; i++) {
		if ((b[i].kind == BOUND_GATE) != gates)
			continue;
		if (many > 1)
			fputs("\n      -", o->f);
		putc(' ', o->f);
		put_own(o, phrase_of(o, &b[i]),
		    b[i].own_basis ? b[i].basis : NULL, &b[i].counting,
		    b[i].note);
	}
	putc('\n', o->f);
}

/* ---- sentences for the comments */

static const char *
add(const struct show *o, const char *have, const char *more)
{
	return arena_printf(o->arena, "%s%s%s", have, *have == '\0' ? "" :
	    o->lang == LANG_ZH ? "；" : "; ", more);
}

static const char *
point_words(const struct show *o, struct point p)
{
	const struct procedure	*proc = o->proc;

	if (p.index < proc->nevents)
		return message_event(&proc->events[p.index]);
	return arena_printf(o->arena, p.edge == EDGE_OPENS ?
	    _("the posting of %s") : _("the end of %s"),
	    message_step(&proc->steps[p.index - proc->nevents]));
}

static const char *
bound_words(const struct show *o, const struct bound *b)
{
	const char	*point = point_words(o, b->point), *n;

	switch (b->kind) {
	case BOUND_GATE:
		return arena_printf(o->arena, _("not before %s"), point);
	case BOUND_AFTER:
		return arena_printf(o->arena, _("after %s"), point);
	case BOUND_BEFORE:
		return arena_printf(o->arena, _("before %s"), point);
	default:
		break;
	}
	n = phrase_print_period(o->arena, b->period, o->lang);
	return arena_printf(o->arena,
	    b->kind == BOUND_WITHIN ? _("within %s after %s") :
	    b->kind == BOUND_LEAST_AFTER ? _("at least %s after %s") :
	    _("at least %s before %s"), n, point);
}

static const char *
bounds_words(const struct show *o, const char *s, const struct bound *b, int n)
{
	int	i;

	for (i = 0; i < n; i++)
		s = add(o, s, bound_words(o, &b[i]));
	return s;
}

/* The clauses that stand behind it, each once. */
static const char *
basis_words(const struct show *o, const struct basis *const *list, int n)
{
	const char	*s = "";
	int		 i, k;

	for (i = 0; i < n; i++) {
		for (k = 0; k < i; k++)
			if (list[k] != NULL && list[i] != NULL &&
			    strcmp(list[k]->text, list[i]->text) == 0)
				break;
		if (k == i && list[i] != NULL)
			s = add(o, s, list[i]->text);
	}
	return s;
}

static void
put_comment(const struct show *o, const char *title, const char *words,
    const struct basis *const *list, int n)
{
	const char	*stop = o->lang == LANG_ZH ? "。" : ".";
	const char	*basis = basis_words(o, list, n);

	fputs("  # ", o->f);
	fputs(text_clean(o->arena, *words == '\0' ? title :
	    arena_printf(o->arena, _("%s: %s"), title, words), false), o->f);
	fputs(stop, o->f);
	if (*basis != '\0') {
		fputs(o->lang == LANG_ZH ? "" : "  ", o->f);
		fputs(text_clean(o->arena, arena_printf(o->arena,
		    _("Basis: %s"), basis), false), o->f);
		fputs(stop, o->f);
	}
	putc('\n', o->f);
}

static const char *
where_words(const struct show *o, const struct step_rule *s)
{
	const char	*all = "";
	int		 i;

	for (i = 0; i < s->nat; i++)
		all = arena_printf(o->arena, "%s%s%s", all, i == 0 ? "" :
		    o->lang == LANG_ZH ? "、" : ", ",
		    phrase_print_where(o->arena, s->at[i], o->lang));
	return arena_printf(o->arena, s->kind == KIND_NOTICE ?
	    _("a notice, posted at: %s") :
	    _("an announcement, posted at: %s"), all);
}

static void
comment_event(const struct show *o, const struct event_rule *e)
{
	const struct basis	*list[2 * BOUNDS_MAX + 1];
	const char		*s = bounds_words(o, "", e->bounds,
				    e->nbounds);
	int			 i, n = 0;

	if (e->repeats)
		s = add(o, s, _("may happen more than once"));
	if (e->nbounds > 0)
		list[n++] = e->basis;
	for (i = 0; i < e->nbounds; i++)
		list[n++] = e->bounds[i].basis;
	put_comment(o, message_event(e), s, list, n);
}

static void
comment_step(const struct show *o, const struct step_rule *r)
{
	const struct basis	*list[BOUNDS_MAX + 2];
	const char		*s = bounds_words(o, where_words(o, r),
				    r->bounds, r->nbounds);
	int			 i, n = 0;

	if (r->lasts.n > 0)
		s = add(o, s, arena_printf(o->arena, _("stands at least %s"),
		    phrase_print_period(o->arena, r->lasts.list[0].judged, o->lang)));
	if (*r->objections.handler != '\0')
		s = add(o, s, arena_printf(o->arena,
		    _("objections go to %s"), r->objections.handler));
	list[n++] = r->basis;
	for (i = 0; i < r->nbounds; i++)
		list[n++] = r->bounds[i].basis;
	list[n++] = r->lasts.n > 0 ? r->lasts.list[0].basis : NULL;
	put_comment(o, message_step(r), s, list, n);
}

/* ---- a procedure */

static void
put_event(const struct show *o, const struct event_rule *e)
{
	comment_event(o, e);
	put_name(o, 1, e->id);
	putc('\n', o->f);
	put_field(o, 2, W_TITLE, e->title);
	put_field(o, 2, W_TITLE_EN, e->title_en);
	put_bounds(o, W_AFTER, e->bounds, e->nbounds, false);
	put_bounds(o, W_GATE, e->bounds, e->nbounds, true);
	if (e->repeats) {
		put_key(o, 2, W_REPEATS);
		fprintf(o->f, " %s\n", vocab_text(W_TRUE, o->lang));
	}
	if (e->own_basis)
		put_field(o, 2, W_BASIS, e->basis->text);
	put_counting_field(o, 2, &e->counting);
	put_field(o, 2, W_NOTE, e->note);
}

static void
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

static void
put_lasts(const struct show *o, const struct step_rule *s)
{
	if (s->lasts.n == 0)
		return;
	put_key(o, 2, W_LASTS);
	putc(' ', o->f);
	put_own(o, phrase_print_lasts(o->arena, s->lasts.list[0].judged, o->lang),
	    s->lasts.list[0].own_basis ? s->lasts.list[0].basis : NULL,
	    &s->lasts.list[0].counting,
	    "");
	putc('\n', o->f);
}

static void
put_step(const struct show *o, const struct step_rule *s)
{
	comment_step(o, s);
	put_name(o, 1, s->id);
	putc('\n', o->f);
	put_field(o, 2, W_TITLE, s->title);
	put_field(o, 2, W_TITLE_EN, s->title_en);
	put_key(o, 2, W_KIND);
	fprintf(o->f, " %s\n", vocab_text(s->kind == KIND_NOTICE ? W_NOTICE :
	    W_ANNOUNCEMENT, o->lang));
	put_at(o, s);
	put_bounds(o, W_OPENS, s->bounds, s->nbounds, false);
	put_lasts(o, s);
	if (*s->objections.handler != '\0') {
		put_key(o, 2, W_OBJECTIONS);
		fprintf(o->f, " {%s: ", vocab_text(W_HANDLER, o->lang));
		put_text(o->f, s->objections.handler);
		fputs("}\n", o->f);
	}
	if (s->own_basis)
		put_field(o, 2, W_BASIS, s->basis->text);
	put_counting_field(o, 2, &s->counting);
	put_field(o, 2, W_NOTE, s->note);
}

static void
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

void
rules_write_procedure(FILE *f, const struct procedure *p, enum lang lang)
{
	struct show	o = { f, arena_new(), lang, p };

	put_field(&o, 0, W_PROCEDURE, p->id);
	put_field(&o, 0, W_TITLE, p->title);
	put_field(&o, 0, W_TITLE_EN, p->title_en);
	put_levels(&o, p->levels);
	if (p->basis != NULL)
		put_field(&o, 0, W_BASIS, p->basis->text);
	put_counting_field(&o, 0, &p->counting);
	put_field(&o, 0, W_NOTE, p->note);
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
		put_text(o->f, from);
	}
	if (*until != '\0') {
		fprintf(o->f, "%s%s: ", *from != '\0' ? ", " : "",
		    vocab_text(W_UNTIL, o->lang));
		put_text(o->f, until);
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

static void
put_instrument(const struct show *o, const struct instrument *i)
{
	bool	bare = *i->title == '\0' && *i->title_en == '\0' &&
		    *i->number == '\0' && *i->issued == '\0' &&
		    *i->note == '\0' && *i->from == '\0' &&
		    *i->until == '\0' && !i->commission;

	put_name(o, 1, i->name);
	fputs(bare ? " {}\n" : "\n", o->f);
	put_field(o, 2, W_TITLE, i->title);
	put_field(o, 2, W_TITLE_EN, i->title_en);
	put_field(o, 2, W_NUMBER, i->number);
	put_field(o, 2, W_ISSUED, i->issued);
	put_force(o, 2, i->from, i->until);
	if (i->commission) {
		put_key(o, 2, W_KIND);
		fprintf(o->f, " %s\n", vocab_text(W_COMMISSION, o->lang));
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
		put_text(o->f, p->why[i]);
		putc('\n', o->f);
	}
}

void
rules_write_pack(FILE *f, const struct pack *p, enum lang lang)
{
	struct show	o = { f, arena_new(), lang, NULL };
	char		from[DAY_TEXT], until[DAY_TEXT];
	int		i;

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

static const char *
scope_words(struct arena *a, const struct pack *p)
{
	const char	*s = "";
	int		 i;

	for (i = 0; i < p->nscope; i++)
		s = arena_printf(a, "%s%s%s", s, i == 0 ? "" : ", ",
		    *p->scope[i] == '\0' ? _("everywhere") : p->scope[i]);
	return s;
}

static const char *
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

static void
list_pack(struct listing *l, struct arena *a, const struct pack *p)
{
	const struct procedure	*q;
	int			 i;

	list_row(l, (const char *[COLUMNS]){ text_safe(a, p->id),
	    text_safe(a, title_in(p->id, p->title, p->title_en)),
	    scope_words(a, p), force_words(a, p), text_safe(a, p->path) });
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
