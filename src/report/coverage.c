#include "report/coverage.h"

#include <string.h>

#include "base/text.h"
#include "rule/phrase.h"
#include "rule/testwords.h"
#include "rule/vocab.h"
#include "words/json.h"
#include "words/lines.h"
#include "words/message.h"

/*
 * Of each kind the key under which it stands, the codes that it can raise, and
 * how to write its test.
 */
static const struct {
	enum word	 key, inner;
	const char	*id;		/* of JSON */
	enum code	 code, other;
	const char	*how;		/* a msgid */
} kinds[ELEMENT_KINDS] = {
	[ELEMENT_FIRST] = { W_OPENS, W_NONE, "first", CODE_EARLY, CODE_ORDER,
	    N_("a case in which it comes the day before that allows it, and "
	    "a neighbour one day later") },
	[ELEMENT_LAST] = { W_OPENS, W_NONE, "last", CODE_LATE, CODE_MISSING,
	    N_("a case in which it comes the day after that, or is not there "
	    "by then, and a neighbour one day earlier") },
	[ELEMENT_GATE] = { W_GATE, W_NONE, "gate", CODE_GATE, CODE_GATE,
	    N_("a case in which the event comes on the last day on which "
	    "that shuts it out, and a neighbour one day later") },
	[ELEMENT_MISSING] = { W_NONE, W_NONE, "missing", CODE_MISSING,
	    CODE_MISSING, NULL },
	[ELEMENT_PART] = { W_LASTS, W_NONE, "lasts", CODE_SHORT, CODE_SHORT,
	    N_("a case in which the notice comes down one day too soon, and a "
	    "neighbour in which it stands that day too") },
	[ELEMENT_DOWN] = { W_DOWN, W_NONE, "down", CODE_OVERSTAY,
	    CODE_OVERSTAY, N_("a case in which it still stands the day after "
	    "that, and a neighbour in which it came down a day earlier") },
	[ELEMENT_ANY] = { W_MEDIA, W_ANY, "any", CODE_MEDIUM, CODE_MEDIUM,
	    N_("a case in which it is posted in another medium, and an "
	    "`otherwise` that changes only the medium") },
	[ELEMENT_ALL] = { W_MEDIA, W_ALL, "all", CODE_MEDIUM, CODE_MEDIUM,
	    N_("a case with a posting in each medium but this, and one in "
	    "another; and an `otherwise` that changes only that medium") },
	[ELEMENT_TIMES] = { W_MEDIA, W_TIMES, "times", CODE_MEDIUM,
	    CODE_MEDIUM, N_("a case with one posting too few in this medium, "
	    "and one in another; and an `otherwise` that changes only that "
	    "medium") },
	[ELEMENT_CONTENT] = { W_CONTENT, W_NONE, "content", CODE_CONTENT,
	    CODE_CONTENT, N_("a case whose content lacks this item, and an "
	    "`otherwise` that changes only the content") },
	[ELEMENT_EVIDENCE] = { W_EVIDENCE, W_NONE, "evidence", CODE_CONTENT,
	    CODE_CONTENT, N_("a case with `evidence -`, and an `otherwise` "
	    "that changes only the evidence") },
	[ELEMENT_REVIEW] = { W_REVIEW, W_NONE, "review", CODE_REVIEW,
	    CODE_REVIEW, N_("a case reviewed the day after it is posted, and "
	    "a neighbour one day earlier") },
	[ELEMENT_OBJECTION] = { W_OBJECTIONS, W_NONE, "objections",
	    CODE_OBJECTION, CODE_OBJECTION, N_("a case in which an objection "
	    "is resolved the day after what follows came, and a neighbour "
	    "one day earlier") },
	[ELEMENT_HANDLER] = { W_OBJECTIONS, W_HANDLER, "handler",
	    CODE_HANDLER, CODE_HANDLER, N_("a case with an objection handled "
	    "by another, and an `otherwise` that changes only who it is") },
	[ELEMENT_RAISED] = { W_OBJECTIONS, W_RAISED, "raised", CODE_OBJECTION,
	    CODE_OBJECTION, N_("a case with an objection raised on the last "
	    "day for it and not resolved when what follows came, and a "
	    "neighbour in which it is raised one day later") },
	[ELEMENT_WITHIN] = { W_OBJECTIONS, W_WITHIN, "within", CODE_OBJECTION,
	    CODE_OBJECTION, N_("a case in which an objection is resolved the "
	    "day after its limit, nothing having followed, and a neighbour "
	    "one day earlier") },
	[ELEMENT_STOPS] = { W_OBJECTIONS, W_UPHELD, "stops", CODE_UPHELD,
	    CODE_UPHELD, N_("a case in which what follows comes on the day "
	    "an objection was upheld, and a neighbour in which it comes a "
	    "day earlier") },
	[ELEMENT_AGAIN] = { W_OBJECTIONS, W_UPHELD, "again", CODE_MISSING,
	    CODE_SHORT, N_("a case in which an objection was upheld and the "
	    "notice is not posted again, or a day too short, and a neighbour "
	    "without that") },
	[ELEMENT_AGAIN_PART] = { W_OBJECTIONS, W_AGAIN, "again-lasts",
	    CODE_SHORT, CODE_SHORT, N_("a case in which the notice posted "
	    "again comes down one day too soon, and a neighbour in which it "
	    "stands that day too") },
	[ELEMENT_AGAIN_OPENS] = { W_OBJECTIONS, W_AGAIN, "again-opens",
	    CODE_LATE, CODE_MISSING, N_("a case in which the notice is posted "
	    "again the day after that, and a neighbour one day earlier") },
};

/* Of a step that was not posted, by what makes what follows owe it. */
static const char *const	missing_how[] = {
	[OWED_BY_FOLLOWERS_DEADLINE] = N_("a case in which neither it nor "
	    "what follows is there, judged on the day after the latest day "
	    "that the deadline of what follows leaves it, and a neighbour "
	    "judged one day earlier"),
	[OWED_BEFORE_FOLLOWER] = N_("a case in which it is not posted and "
	    "what follows came, judged on the day on which that came, and a "
	    "neighbour judged one day earlier, which expects `conflict`"),
	[OWED_WITH_FOLLOWER] = N_("a case in which it is not posted and what "
	    "follows came, judged on the day after that, and a neighbour "
	    "judged one day earlier"),
};

/* ---- an element in words */

static const char *
event_name(const struct procedure *p, int event)
{
	return text_lang() == LANG_ZH ? message_event(&p->events[event]) :
	    p->events[event].id;
}

static const char *
bound_words(struct arena *a, const struct procedure *p, const struct bound *b)
{
	const char	*name = text_lang() == LANG_ZH ?
			    message_point(p, b->point.index) :
			    point_id(p, b->point.index);

	name = phrase_print_point(a, name, b->point, text_lang());
	return b->kind == BOUND_GATE ? name : phrase_print(a, b, name,
	    text_lang());
}

static const char *
part_words(struct arena *a, const struct procedure *p,
    const struct period_part *part)
{
	return phrase_print_part(a, part, part->kind == PART_UNTIL ?
	    event_name(p, part->event) : "", text_lang());
}

static const char *
limit_words(struct arena *a, const struct procedure *p,
    const struct element *e)
{
	const struct bound	*b = e->bound;

	return phrase_print_limit(a, b->period, e->kind ==
	    ELEMENT_AGAIN_OPENS ? vocab_text(W_WAS_UPHELD, text_lang()) :
	    b->point.index >= p->nevents ? vocab_text(W_EDGE_CLOSES,
	    text_lang()) : event_name(p, b->point.index), text_lang());
}

/* What stands behind its key, where that is a phrase or a word. */
static const char *
said(struct arena *a, const struct procedure *p, const struct element *e)
{
	if (e->kind == ELEMENT_DOWN || e->kind == ELEMENT_AGAIN_OPENS)
		return limit_words(a, p, e);
	if (e->bound != NULL)
		return bound_words(a, p, e->bound);
	if (e->part != NULL)
		return part_words(a, p, e->part);
	if (e->item == NULL)
		return "";
	return e->kind == ELEMENT_CONTENT ? e->item->text :
	    message_medium(e->item->text);
}

static const char *
key_words(struct arena *a, const struct procedure *p,
    const struct element *e)
{
	enum word	 key = kinds[e->kind].key;
	const char	*word;

	if (key == W_OPENS && e->point < p->nevents)
		key = W_AFTER;
	if (key == W_NONE)
		return "";
	word = vocab_text(key, text_lang());
	return kinds[e->kind].inner == W_NONE ? word : arena_printf(a,
	    "%s.%s", word, vocab_text(kinds[e->kind].inner, text_lang()));
}

static enum code
code_of(const struct procedure *p, const struct element *e)
{
	return e->kind == ELEMENT_FIRST && e->point < p->nevents ?
	    CODE_ORDER : kinds[e->kind].code;
}

/* `late` or `missing`: either shows it. */
static const char *
code_words(struct arena *a, const struct procedure *p,
    const struct element *e)
{
	enum code_of	 of = e->point < p->nevents ||
			    e->kind == ELEMENT_STOPS ? CODE_OF_EVENT :
			    CODE_OF_STEP;
	const char	*one = code_word(code_of(p, e), of, text_lang());

	if (e->kind == ELEMENT_FIRST ||
	    kinds[e->kind].code == kinds[e->kind].other)
		return one;
	return arena_printf(a, _("%s or %s"), one, code_word(
	    kinds[e->kind].other, of, text_lang()));
}

/* ---- text */

/* Below the pack's folder. */
static const char *
spot_words(struct arena *a, struct spot s)
{
	const char	*slash = strrchr(s.file, '/');

	return arena_printf(a, "tests/%s:%d", text_safe(a, slash == NULL ?
	    s.file : slash + 1), s.line);
}

static const char *
how_to_show(const struct element *e)
{
	return e->kind == ELEMENT_MISSING ? _(missing_how[e->owed]) :
	    _(kinds[e->kind].how);
}

static void
write_lack(const struct layout *l, struct arena *a, const struct cover *c)
{
	int		 width = l->width > 0 ? l->width : 80;
	const char	*text;

	if (c->raised.file != NULL)
		text = arena_printf(a, _("LACKS a neighbour: raised at %s, "
		    "but no test beside it leaves it alone; write %s"),
		    spot_words(a, c->raised), how_to_show(c->element));
	else
		text = arena_printf(a, _("LACKS: no test raises it; write "
		    "%s"), how_to_show(c->element));
	fprintf(l->out, "      %s", l->colour ? "\033[31m" : "");
	text_wrap(l->out, text, 6, 6, width);
	fprintf(l->out, "%s", l->colour ? "\033[0m" : "");
}

static void
write_cover(const struct layout *l, struct arena *a, const struct cover *c)
{
	const struct element	*e = c->element;
	const char		*key = key_words(a, c->proc, e);
	const char		*words = said(a, c->proc, e);

	fprintf(l->out, "    %s%s%s%s%s\n", key, *key == '\0' ||
	    *words == '\0' ? "" : ": ", text_safe(a, words), *key == '\0' &&
	    *words == '\0' ? "" : "  ", code_words(a, c->proc, e));
	if (e->never)
		fprintf(l->out, "      %s\n", _("no case can raise it: "
		    "another bound or a condition there always comes "
		    "first"));
	else if (c->left.file == NULL)
		write_lack(l, a, c);
	else
		fprintf(l->out, _("      raised %s, left alone %s\n"),
		    spot_words(a, c->raised), spot_words(a, c->left));
}

static void
write_heading(const struct layout *l, struct arena *a, const struct cover *c,
    const struct cover *before)
{
	const struct procedure	*p = c->proc;

	if (before == NULL || before->proc != p)
		fprintf(l->out, "%s  %s\n", text_safe(a, p->id), text_safe(a,
		    message_procedure(p)));
	if (before == NULL || before->proc != p ||
	    before->element->point != c->element->point)
		fprintf(l->out, "  %s  %s\n", text_safe(a, point_id(p,
		    c->element->point)), text_safe(a, message_point(p,
		    c->element->point)));
}

static void
write_text(const struct layout *l, struct arena *a,
    const struct pack_cover *p)
{
	size_t	i, must = p->n - p->never;

	if (p->files == 0) {
		fprintf(l->out, _("%s: no tests: write cases into its folder "
		    "tests, see gongshi-rules(5)\n"), text_safe(a,
		    p->pack->id));
		return;
	}
	for (i = 0; i < p->n; i++) {
		write_heading(l, a, &p->list[i], i == 0 ? NULL :
		    &p->list[i - 1]);
		write_cover(l, a, &p->list[i]);
	}
	fprintf(l->out, _("%s: %zu of %zu shown, %zu lacking; %zu that no "
	    "case can raise\n"), text_safe(a, p->pack->id),
	    must - p->lacking, must, p->lacking, p->never);
	if (p->faulty > 0)
		fprintf(l->out, text_plural("%s: %zu file of tests has "
		    "faults, see above\n", "%s: %zu files of tests have "
		    "faults, see above\n", (unsigned long)p->faulty),
		    text_safe(a, p->pack->id), p->faulty);
}

/* ---- JSON */

static void
json_spot(FILE *f, const char *name, struct spot s)
{
	fprintf(f, ", \"%s\": ", name);
	if (s.file == NULL) {
		fputs("null", f);
		return;
	}
	fputs("{\"file\": ", f);
	json_string(f, s.file);
	fprintf(f, ", \"line\": %d}", s.line);
}

static void
json_cover(FILE *f, struct arena *a, const struct cover *c)
{
	const struct procedure	*p = c->proc;
	const struct element	*e = c->element;

	fputs("{\"procedure\": ", f);
	json_string(f, p->id);
	json_member(f, ", \"step\": ", e->point < p->nevents ? NULL :
	    point_id(p, e->point));
	json_member(f, ", \"event\": ", e->point < p->nevents ?
	    point_id(p, e->point) : NULL);
	json_member(f, ", \"kind\": ", kinds[e->kind].id);
	json_member(f, ", \"text\": ", said(a, p, e));
	json_member(f, ", \"code\": ", code_name(code_of(p, e)));
	fprintf(f, ", \"never\": %s", e->never ? "true" : "false");
	json_spot(f, "raised", c->raised);
	json_spot(f, "left", c->left);
	putc('}', f);
}

static void
json_pack(FILE *f, struct arena *a, const struct pack_cover *p)
{
	size_t	i;

	fputs("{\"pack\": ", f);
	json_string(f, p->pack->id);
	fprintf(f, ", \"files\": %zu, \"faulty\": %zu, \"shown\": %zu, "
	    "\"lacking\": %zu, \"never\": %zu,\n \"elements\": [", p->files,
	    p->faulty, p->n - p->never - p->lacking, p->lacking, p->never);
	for (i = 0; i < p->n; i++) {
		fputs(i == 0 ? "\n  " : ",\n  ", f);
		json_cover(f, a, &p->list[i]);
	}
	fputs("]}", f);
}

void
coverage_write(struct layout l, const struct pack_cover *const *packs,
    size_t n)
{
	struct arena	*a = arena_new();
	size_t		 i;

	if (l.format == FORMAT_JSON)
		fputs("{\"packs\": [", l.out);
	for (i = 0; i < n; i++) {
		arena_reset(a);
		if (l.format == FORMAT_JSON) {
			fputs(i == 0 ? "\n " : ",\n ", l.out);
			json_pack(l.out, a, packs[i]);
		} else
			write_text(&l, a, packs[i]);
	}
	if (l.format == FORMAT_JSON)
		fputs("]}\n", l.out);
	arena_free(a);
}
