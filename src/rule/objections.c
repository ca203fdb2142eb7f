/*
 * What is said of objections: who handles them, by when, what an upheld one
 * does.
 */
#include <string.h>

#include "rule/making.h"

/* A limit that takes no conditions; false: told. */
static bool
read_limit(struct making *m, const struct owner *o, const struct node *n,
    enum anchor anchor, struct period *period, enum word *from)
{
	struct phrase	ph;

	if (n->kind == NODE_MAP) {
		diag_error(m->b->diags, n->place, _("a phrase alone is "
		    "expected here"));
		diag_note(m->b->diags, NOWHERE,
		    _("nothing under this key takes conditions"));
		return false;
	}
	if (!mend_read_limit(m->b->arena, n, anchor, &m->names, &ph,
	    m->b->diags))
		return false;
	*period = (struct period){ ph.n, ph.unit,
	    o->counting.deadline_counted, o->counting.deadline_roll };
	*from = ph.word;
	return true;
}

/* Nobody counts from the last day of what stands for ever. */
static bool
closes(struct making *m, const struct step_rule *s, const struct node *n)
{
	if (!parts_permanent(&s->lasts))
		return true;
	diag_error(m->b->diags, n->place, _("`%s` stands permanently: it has "
	    "no last day to count from"), text_lang() == LANG_ZH ? s->title :
	    s->id);
	return false;
}

/* true, a phrase or a list of them. */
static void
read_again(struct making *m, const struct owner *o, struct step_rule *s,
    const struct node *n)
{
	bool	given;

	if (n->kind == NODE_TEXT && vocab_find(n->text, IN_BOOL) == W_TRUE)
		return;
	if (n->kind == NODE_TEXT && vocab_find(n->text, IN_BOOL) == W_FALSE) {
		diag_error(m->b->diags, n->place, _("expected `true`, or how "
		    "long it stands then"));
		return;
	}
	s->objections.again = making_parts(m, o, n, &given);
	s->objections.again_lasts = true;
}

static void
read_upheld(struct making *m, const struct owner *o, struct step_rule *s,
    const struct node *n)
{
	struct fields	f;

	if (n->kind != NODE_MAP) {
		switch (build_word(m->b, n, IN_UPHELD_KINDS)) {
		case W_AGAIN:
			s->objections.upheld = UPHELD_AGAIN;
			break;
		case W_STOPS:
			s->objections.upheld = UPHELD_STOPS;
			break;
		default:
			break;
		}
		return;
	}
	s->objections.upheld = UPHELD_AGAIN;
	if (!build_fields(m->b, n, IN_UPHELD, &f))
		return;
	if (f.value[W_AGAIN] == NULL)
		diag_error(m->b->diags, n->place, _("`%s` is missing here: "
		    "true, or how long it stands then"),
		    vocab_text(W_AGAIN, text_lang()));
	else
		read_again(m, o, s, f.value[W_AGAIN]);
	if (f.value[W_OPENS] != NULL)
		s->objections.again_opens = making_again(m, o,
		    f.value[W_OPENS]);
}

void
making_objections(struct making *m, const struct owner *o,
    struct step_rule *s, const struct node *n)
{
	struct objection_rule	*r = &s->objections;
	struct owner		 upheld = *o;
	struct fields		 f;
	enum word		 from;

	if (!build_fields(m->b, n, IN_OBJECTIONS, &f))
		return;
	r->raised_at = f.value[W_RAISED] != NULL ? f.value[W_RAISED]->place :
	    NOWHERE;
	r->within_at = f.value[W_WITHIN] != NULL ? f.value[W_WITHIN]->place :
	    NOWHERE;
	r->handler = build_text(m->b, &f, W_HANDLER);
	if (f.value[W_RAISED] != NULL && read_limit(m, o, f.value[W_RAISED],
	    ANCHOR_RAISED, &r->raised, &from)) {
		r->raised_after = from == W_EDGE_CLOSES ? EDGE_CLOSES :
		    EDGE_OPENS;
		if (from == W_EDGE_CLOSES)
			(void)closes(m, s, f.value[W_RAISED]);
	}
	if (f.value[W_WITHIN] != NULL && read_limit(m, o, f.value[W_WITHIN],
	    ANCHOR_WITHIN, &r->within, &from)) {
		r->within_closes = from == W_EDGE_CLOSES;
		if (r->within_closes)
			(void)closes(m, s, f.value[W_WITHIN]);
	}
	upheld.basis = step_basis(s, CITE_UPHELD);
	if (f.value[W_UPHELD] != NULL)
		read_upheld(m, &upheld, s, f.value[W_UPHELD]);
}
