/*
 * What a notice must be: where it hangs, what it shows, who looked at it.
 * LANGUAGE, "What a notice must be".
 */
#include <string.h>

#include "base/text.h"
#include "case/court.h"
#include "case/signs.h"
#include "case/spared.h"

/* ---- media */

static bool
is_in(const struct posting *q, const char *medium)
{
	return *q->medium == '\0' || strcmp(q->medium, medium) == 0;
}

static bool
hangs_in(const struct slot *s, const char *medium)
{
	size_t	i;

	for (i = 0; i < s->n; i++)
		if (is_in(&s->postings[i], medium))
			return true;
	return false;
}

/* Days of the window on which it went up in that medium; they come in order. */
static int
days_in(const struct slot *s, const char *medium)
{
	struct day	last = DAY_NONE;
	size_t		i;
	int		n = 0;

	for (i = 0; i < s->n; i++) {
		if (!is_in(&s->postings[i], medium) ||
		    day_cmp(s->postings[i].posted, s->opens) < 0 ||
		    day_cmp(s->postings[i].posted, s->judged) > 0)
			continue;
		n += !day_is(last) ||
		    day_cmp(last, s->postings[i].posted) != 0;
		last = s->postings[i].posted;
	}
	return n;
}

static void
lack(struct shown_less *l, const struct item_rule *r)
{
	if (l->n < (int)(sizeof(l->list) / sizeof(*l->list)))
		l->list[l->n++] = r;
}

/* So many times is asked when the window is over, and there was one. */
void
slot_media(const struct plan *p, const struct slot *s, bool times,
    struct clock *c, struct shown_less *out)
{
	const struct step_rule	*r = &p->proc->steps[s->step];
	int			 i;

	*out = (struct shown_less){ .no_run = !s->posted };
	for (i = 0; i < r->all.n; i++)
		if (plan_holds(p, r->all.list[i].when) &&
		    !hangs_in(s, r->all.list[i].text))
			lack(out, &r->all.list[i]);
	if (!times || r->times.n == 0 || !s->posted || !day_is(s->judged) ||
	    !clock_past(c, s->judged))
		return;
	for (i = 0; i < r->times.n; i++)
		if (days_in(s, r->times.list[i].text) < r->times.list[i].times)
			lack(out, &r->times.list[i]);
}

/* ---- content and evidence */

/* Where an item of a list ends: at `;`, its full width, or a Chinese comma. */
static const char *
item_end(const char *s, size_t *sep)
{
	size_t		 len;
	unsigned	 c;

	for (*sep = 0; *s != '\0'; s += len) {
		c = text_char(s, &len);
		if (c == ';' || c == 0xff1b || c == 0x3001) {
			*sep = len;
			break;
		}
	}
	return s;
}

static bool
lists(const char *content, const char *item)
{
	const char	*end;
	size_t		 sep;

	for (;; content = end + sep) {
		end = item_end(content, &sep);
		if (signs_alike(content, end, item))
			return true;
		if (sep == 0)
			return false;
	}
}

static bool
is_shown(const struct slot *s, const char *item)
{
	size_t	i;

	for (i = 0; i < s->n; i++)
		if (s->postings[i].has_content &&
		    lists(s->postings[i].content, item))
			return true;
	return false;
}

/*
 * Of its run; without a run all of its last round.  A run is of postings in
 * media that the step accepts, and those alone are asked.
 */
static bool
in_run(const struct plan *p, const struct slot *s, const struct posting *q)
{
	return !s->posted || (day_cmp(q->posted, s->opens) >= 0 &&
	    (!day_is(s->ends) || day_cmp(q->posted, s->ends) <= 0) &&
	    plan_accepts(p, s, q->medium));
}

static bool
is_unproved(const struct plan *p, const struct slot *s)
{
	bool	asked = false;
	size_t	i;

	for (i = 0; i < s->n; i++) {
		if (!in_run(p, s, &s->postings[i]) ||
		    !s->postings[i].has_evidence)
			continue;
		if (*s->postings[i].evidence != '\0')
			return false;
		asked = true;
	}
	return asked;
}

/* Judged only where a posting that is looked at came with the column. */
void
slot_content(const struct plan *p, const struct slot *s,
    struct shown_less *out)
{
	const struct step_rule	*r = &p->proc->steps[s->step];
	bool			 asked = false;
	size_t			 i;
	int			 k;

	*out = (struct shown_less){ .unproved = r->evidence &&
	    is_unproved(p, s) };
	for (i = 0; i < s->n; i++)
		asked |= s->postings[i].has_content;
	for (k = 0; asked && k < r->content.n; k++)
		if (plan_holds(p, r->content.list[k].when) &&
		    !is_shown(s, r->content.list[k].text))
			lack(out, &r->content.list[k]);
}

/* ---- review */

static bool
is_unreviewed(const struct plan *p, const struct slot *s)
{
	const struct posting	*q;
	bool			 asked = false;
	size_t			 i;

	for (i = 0; i < s->n; i++) {
		q = &s->postings[i];
		if (!in_run(p, s, q) || !q->has_reviewed)
			continue;
		if (day_is(q->reviewed) &&
		    day_cmp(q->reviewed, slot_seen(s)) <= 0)
			return false;
		asked = true;
	}
	return asked;
}

/* ---- personal numbers */

/* At every posting of the slot, also where its step does not apply. */
void
judge_privacy(struct court *c, const struct slot *s)
{
	const struct pack	*p = c->now->proc->pack;
	size_t			 i;

	for (i = 0; i < s->nall; i++)
		if ((*s->all[i].place != '\0' &&
		    spared_shows(p, s->all[i].place)) ||
		    (*s->all[i].content != '\0' &&
		    spared_shows(p, s->all[i].content))) {
			set_days(raise_slot(c, CODE_PRIVACY, s), DAY_NONE,
			    s->all[i].posted);
			return;
		}
}

/* ---- one notice written down twice */

/* What stands in one medium, of the postings looked at so far. */
struct showing {
	const char		*medium;
	const struct posting	*open;		/* the first without an end */
	const struct posting	*closed;	/* the last to end */
};

enum { MEDIA = 16 };	/* told apart; a medium that comes later, by none */

static struct showing *
showing_in(struct showing *list, int *n, const char *medium)
{
	int	i;

	for (i = 0; i < *n; i++)
		if (strcmp(list[i].medium, medium) == 0)
			return &list[i];
	if (*n == MEDIA)
		return NULL;
	list[*n] = (struct showing){ .medium = medium };
	return &list[(*n)++];
}

static void
show(struct showing *s, const struct posting *p)
{
	if (!day_is(p->until) && s->open == NULL)
		s->open = p;
	if (day_is(p->until) && (s->closed == NULL ||
	    day_cmp(p->until, s->closed->until) > 0))
		s->closed = p;
}

/* One that went up no later, stands with it still, and ends otherwise. */
static const struct posting *
twin(const struct showing *s, const struct posting *p)
{
	if (day_is(p->until))
		return s->open;
	return s->closed != NULL && day_cmp(p->posted,
	    s->closed->until) <= 0 ? s->closed : NULL;
}

bool
slot_doubled(const struct slot *s, struct doubled *out)
{
	struct showing		 media[MEDIA], all = { 0 }, *own;
	const struct posting	*p, *other;
	size_t			 i;
	int			 n = 0;

	if (s->n < 2)
		return false;
	(void)showing_in(media, &n, "");
	for (i = 0; i < s->n; i++) {
		p = &s->postings[i];
		own = showing_in(media, &n, p->medium);
		other = *p->medium == '\0' ? twin(&all, p) :
		    twin(&media[0], p);
		if (other == NULL && own != NULL)
			other = twin(own, p);
		if (other != NULL) {
			*out = (struct doubled){ other, p };
			return true;
		}
		show(&all, p);
		if (own != NULL)
			show(own, p);
	}
	return false;
}

static void
judge_doubled(struct court *c, const struct slot *s)
{
	struct doubled	d;

	if (slot_doubled(s, &d))
		set_days(raise_slot(c, CODE_DOUBLE, s), DAY_NONE,
		    d.later->posted);
}

/* ---- all of it */

static bool
is_of(const struct item_rules *r, const struct item_rule *one)
{
	int	i;

	for (i = 0; i < r->n; i++)
		if (&r->list[i] == one)
			return true;
	return false;
}

/* What asks for the thing that lacks (by number; those by itself first). */
static const struct basis *
lack_basis(const struct step_rule *r, enum code code,
    const struct shown_less *l, int i)
{
	if (i < 0)
		return step_basis(r, code == CODE_MEDIUM ? CITE_ANY :
		    CITE_EVIDENCE);
	return step_basis(r, code == CODE_CONTENT ? CITE_CONTENT :
	    is_of(&r->times, l->list[i]) ? CITE_TIMES : CITE_ALL);
}

/* Each document once; one text for all of them, as of a list. */
static const struct basis *
lacks_basis(struct court *c, const struct slot *s, enum code code,
    const struct shown_less *l)
{
	const struct step_rule	*r = &c->now->proc->steps[s->step];
	const struct basis	*all = NULL, *one;
	struct basis		*both;
	int			 i;

	for (i = l->no_run || l->unproved ? -1 : 0; i < l->n; i++) {
		one = lack_basis(r, code, l, i);
		if (all != NULL && strstr(all->text, one->text) != NULL)
			continue;
		if (all == NULL) {
			all = one;
			continue;
		}
		both = arena_alloc(c->arena, sizeof(*both));
		*both = *all;
		both->text = arena_printf(c->arena, "%s；%s", all->text,
		    one->text);
		all = both;
	}
	return all;
}

static void
raise_lack(struct court *c, enum code code, const struct slot *s,
    const struct shown_less *l, struct day actual)
{
	struct shown_less	*lacks = arena_alloc(c->arena, sizeof(*lacks));
	struct finding		*f = raise_slot(c, code, s);

	*lacks = *l;
	f->lacks = lacks;
	f->basis = lacks_basis(c, s, code, l);
	set_days(f, DAY_NONE, actual);
}

static void
judge_media(struct court *c, const struct slot *s, bool ended)
{
	struct shown_less	l;

	slot_media(c->now, s, !ended, &c->clock, &l);
	if (l.no_run || l.n > 0)
		raise_lack(c, CODE_MEDIUM, s, &l, s->postings[0].posted);
}

static void
judge_content(struct court *c, const struct slot *s)
{
	struct shown_less	l;

	slot_content(c->now, s, &l);
	if (l.n > 0 || l.unproved)
		raise_lack(c, CODE_CONTENT, s, &l, slot_seen(s));
}

static void
judge_review(struct court *c, const struct slot *s)
{
	struct finding	*f;

	if (!is_unreviewed(c->now, s))
		return;
	f = raise_slot(c, CODE_REVIEW, s);
	f->basis = c->now->proc->steps[s->step].review_basis;
	set_days(f, DAY_NONE, slot_seen(s));
}

void
judge_notice(struct court *c, const struct slot *s, bool ended)
{
	const struct step_rule	*r = &c->now->proc->steps[s->step];

	if (!s->posted || r->all.n > 0 || r->times.n > 0)
		judge_media(c, s, ended);
	if (r->content.n > 0 || r->evidence)
		judge_content(c, s);
	if (r->review)
		judge_review(c, s);
	if (s->n > 1)
		judge_doubled(c, s);
}
