#include "report/page_finding.h"

#include <string.h>

#include "base/text.h"
#include "report/markup.h"
#include "report/timeline_words.h"
#include "words/message.h"
#include "words/say.h"

/* A finding in words. */
struct said {
	const struct page_finding	*of;
	const char			*subject, *body, *remedy, *basis;
	int				 slot, event;	/* -1: none */
	struct said			*next;		/* that is like it */
	struct said			*end;		/* of the first: the
							   last of them */
	size_t				 n;		/* of the first: how
							   many; else 0 */
};

struct telling {
	FILE			*f;
	struct arena		*a;
	const struct page_look	*look;
	const struct page_case	*c;
	struct said		*list;
	const char		**slots, **events;	/* the anchor under
							   which each has been
							   accounted for */
};

static int
slot_of(const struct plan *p, const struct finding *f)
{
	int	i;

	if (p == NULL || f->plan == NULL || f->step < 0)
		return -1;
	for (i = p->first[f->step]; i < p->first[f->step + 1]; i++)
		if (timeline_finds(p, f, i, -1))
			return i;
	return -1;
}

static void
tell(struct telling *t, const struct page_finding *p, struct said *out)
{
	const struct finding	*f = p->is;

	out->of = p;
	out->subject = told_say(t->a, NULL, message_subject(t->a, f,
	    t->look->names));
	out->body = told_say(t->a, NULL, message_body(t->a, f,
	    t->look->names));
	out->remedy = told_say(t->a, NULL, message_remedy(t->a, f,
	    t->look->names));
	out->basis = f->basis == NULL ? NULL : f->basis->text;
	out->slot = slot_of(t->c->all, f);
	out->event = finding_of_event(f) && t->c->all != NULL ? f->event : -1;
}

static bool
same_text(const char *a, const char *b)
{
	return a == b || (a != NULL && b != NULL && strcmp(a, b) == 0);
}

/* Do the two say the same, but for the place? */
static bool
alike(const struct said *a, const struct said *b)
{
	const struct finding	*x = a->of->is, *y = b->of->is;

	return x->code == y->code && x->severity == y->severity &&
	    x->step == y->step && x->event == y->event && a->slot >= 0 &&
	    b->slot >= 0 && x->objection == NULL && y->objection == NULL &&
	    a->of->first.n == b->of->first.n && a->of->waiver == NULL &&
	    b->of->waiver == NULL && same_text(a->body, b->body) &&
	    same_text(a->remedy, b->remedy) && same_text(a->basis, b->basis);
}

/* ---- one finding, or several that are alike */

static void
heading(struct telling *t, const struct said *of)
{
	const struct finding	*f = of->of->is;
	int			 level = t->look->level + 1;

	fprintf(t->f, "<h%d>", level);
	page_severity(t->f, f->severity);
	fputs(" ", t->f);
	html_text(t->f, arena_printf(t->a, _("%s: %s"), message_code(f->code,
	    finding_of_event(f)), of->n == 1 ? of->subject :
	    arena_printf(t->a, text_plural("%s, %d place", "%s, %d places",
	    (unsigned long)of->n), message_step(&f->plan->proc->steps[
	    f->step]), (int)of->n)));
	fprintf(t->f, "</h%d>\n", level);
}

static void
paragraph(struct telling *t, const char *cls, const char *label,
    const char *text)
{
	fprintf(t->f, cls == NULL ? "<p>" : "<p class=\"%s\">", cls);
	if (label != NULL)
		markup(t->f, "span", "what", label);
	markup_days(t->f, t->a, text);
	fputs("</p>\n", t->f);
}

static void
paragraph_of(struct telling *t, const char *cls, const char *form,
    const char *text)
{
	paragraph(t, cls, NULL, arena_printf(t->a, text_in(form), text));
}

static void
key(struct telling *t, const char *k)
{
	markup(t->f, "code", "key", k);
}

/* Who answers for it; since when it is known, and what it is called. */
static void
history(struct telling *t, const struct page_finding *p, bool alone)
{
	char	day[DAY_TEXT];

	if (p->waiver != NULL)
		paragraph(t, "waived", NULL, arena_printf(t->a, _("Waived "
		    "until %s by %s: %s"), day_print(p->waiver->until, day),
		    p->waiver->who, p->waiver->ground));
	if (!day_is(p->first) && !alone)
		return;
	fputs("<p class=\"note\">", t->f);
	if (day_is(p->first)) {
		html_text(t->f, arena_printf(t->a, _("First seen on %s"),
		    day_print(p->first, day)));
		fputs(alone ? " · " : "", t->f);
	}
	if (alone) {
		html_text(t->f, _("Key"));
		putc(' ', t->f);
		key(t, p->is->key);
	}
	fputs("</p>\n", t->f);
}

static void
places(struct telling *t, const struct said *first)
{
	const struct said	*of;

	fputs("<ul class=\"places\">\n", t->f);
	for (of = first; of != NULL; of = of->next) {
		fputs("<li", t->f);
		if (of != first)
			fprintf(t->f, " id=\"%s\"", page_finding_anchor(t->a,
			    of->of->is->key));
		putc('>', t->f);
		markup(t->f, "span", NULL, timeline_place(t->a, t->look,
		    of->of->is->division));
		putc(' ', t->f);
		key(t, of->of->is->key);
		fputs("</li>\n", t->f);
	}
	fputs("</ul>\n", t->f);
}

/* ---- why */

static void
account(struct telling *t, const struct said *of)
{
	const struct finding	*f = of->of->is;
	const char		*why = f->plan == NULL ? NULL :
				    f->plan->proc->pack->why[f->code];

	fputs("<details class=\"why\"><summary>", t->f);
	html_text(t->f, _("Why: each day, counted out"));
	fputs("</summary>\n", t->f);
	if (why != NULL)
		paragraph_of(t, NULL, N_("Why: %s"), why);
	if (of->n > 1)
		paragraph_of(t, "note", N_("Counted here for %s; for the "
		    "others it is the same."), of->subject);
	t->look->account(t->f, t->look, t->c, of->slot, of->event);
	fputs("</details>\n", t->f);
}

/* Once for each point: a second finding there points to it. */
static void
why(struct telling *t, const struct said *of)
{
	const char	**seen = of->slot >= 0 ? &t->slots[of->slot] :
			    of->event >= 0 ? &t->events[of->event] : NULL;
	const char	*here;

	if (seen == NULL || t->look->account == NULL)
		return;
	if (of->n == 1 && *seen != NULL) {
		fprintf(t->f, "<p class=\"note\"><a href=\"#%s\">%s</a></p>\n",
		    *seen, _("Why: as counted above"));
		return;
	}
	account(t, of);
	here = page_finding_anchor(t->a, of->of->is->key);
	*seen = here;
	for (; of != NULL; of = of->next)
		if (of->slot >= 0)
			t->slots[of->slot] = here;
}

static void
article(struct telling *t, const struct said *of)
{
	const struct finding	*f = of->of->is;

	fprintf(t->f, "<article class=\"finding v-%s\" id=\"%s\">\n",
	    severity_name(f->severity), page_finding_anchor(t->a, f->key));
	heading(t, of);
	paragraph(t, NULL, NULL, of->body);
	paragraph_of(t, "do", N_("→ %s"), of->remedy);
	if (of->basis != NULL)
		paragraph_of(t, "note", N_("Basis: %s"), of->basis);
	history(t, of->of, of->n == 1);
	if (of->n > 1)
		places(t, of);
	why(t, of);
	fputs("</article>\n", t->f);
}

/* Behind the first that it is like; of many only the last are looked at. */
static void
join(struct said **heads, size_t *n, struct said *one)
{
	enum { BACK = 40 };
	struct said	*head;
	size_t		 k;

	for (k = *n; k-- > 0 && *n - k <= BACK;) {
		head = heads[k];
		if (!alike(head, one))
			continue;
		head->end->next = one;
		head->end = one;
		head->n++;
		return;
	}
	one->n = 1;
	one->end = one;
	heads[(*n)++] = one;
}

void
page_findings_write(FILE *f, struct arena *a, const struct page_look *look,
    const struct page_case *c)
{
	struct telling	 t = { .f = f, .a = a, .look = look, .c = c };
	struct said	**heads;
	size_t		 k, n = 0;

	t.list = arena_array(a, c->n + 1, sizeof(*t.list));
	if (c->all != NULL) {
		t.slots = arena_array(a, (size_t)c->all->nslots + 1,
		    sizeof(*t.slots));
		t.events = arena_array(a, (size_t)c->all->proc->nevents + 1,
		    sizeof(*t.events));
	}
	heads = arena_array(a, c->n + 1, sizeof(*heads));
	for (k = 0; k < c->n; k++) {
		tell(&t, &c->findings[k], &t.list[k]);
		join(heads, &n, &t.list[k]);
	}
	for (k = 0; k < n; k++)
		article(&t, heads[k]);
}
