/*
 * Plans and findings as JSON.  Interface: "Commands".
 */
#include <inttypes.h>
#include <string.h>

#include "report/writer.h"
#include "words/json.h"
#include "words/message.h"

/* ---- scan */

static void
scan_begin(struct writer *w)
{
	json_member_day(w->l.out, "{\"today\": ", w->l.today);
	fputs(",\n \"findings\": [", w->l.out);
}

static void
scan_case(struct writer *w, struct arena *a, const struct matter *m,
    const struct verdict *v)
{
	struct kept	k;
	size_t		i;

	(void)m;
	for (i = 0; i < v->n; i++) {
		fputs(w->begun ? ",\n  " : "\n  ", w->l.out);
		w->begun = w->printed = true;
		k = message_kept(a, &v->findings[i], w->l.names);
		json_finding(w->l.out, a, w->l.words, &k, false);
	}
}

static void
scan_end(struct writer *w, const struct totals *t)
{
	fprintf(w->l.out, "],\n \"cases\": %lld, \"slots\": %lld, "
	    "\"states\": ", t->cases, t->slots);
	json_states(w->l.out, t->states);
	json_left_out(w->l.out, t);
	fputs("}\n", w->l.out);
}

/* ---- plan */

static void
write_slot(FILE *f, const struct plan *all, int i, enum state state)
{
	const struct slot	*s = &all->slots[i];
	const struct step_rule	*r = &all->proc->steps[s->step];

	json_member(f, "{\"step\": ", r->id);
	json_member(f, ", \"division\": ", s->division);
	json_member(f, ", \"kind\": ", r->kind == KIND_NOTICE ? "notice" :
	    "announcement");
	json_member(f, ", \"state\": ", state_name(state));
	json_member_day(f, ", \"earliest\": ", s->room->earliest);
	json_member_day(f, ", \"latest\": ", s->room->latest.day);
	json_member_day(f, ", \"advised\": ", s->room->advised.day);
	fputs(s->room->forecast ? ", \"forecast\": true" :
	    ", \"forecast\": false", f);
	json_member_day(f, ", \"posted\": ", s->posted ? s->opens : DAY_NONE);
	json_member_day(f, ", \"until\": ", s->posted ? s->ends : DAY_NONE);
	json_member_day(f, ", \"judged\": ", s->lasts ? s->judged : DAY_NONE);
	json_member_day(f, ", \"planned\": ", s->lasts ? s->planned : DAY_NONE);
	putc_unlocked('}', f);
}

static void
plan_begin(struct writer *w)
{
	json_member_day(w->l.out, "{\"today\": ", w->l.today);
	fputs(", \"cases\": [", w->l.out);
}

static void
plan_case(struct writer *w, struct arena *a, const struct matter *m,
    const struct plan *all, const struct plan *now)
{
	FILE	*f = w->l.out;
	bool	 begun = false;
	int	 i;

	(void)a;
	if (!writer_shows(w, all))
		return;
	fputs(w->begun ? ",\n " : "\n ", f);
	w->begun = w->printed = true;
	json_member(f, "{\"case\": ", m->id);
	json_member(f, ", \"procedure\": ", m->procedure);
	json_member(f, ", \"division\": ", m->division);
	fputs(",\n  \"slots\": [", f);
	for (i = 0; all != NULL && i < all->nslots; i++) {
		if (!all->slots[i].applies ||
		    !division_within(all->slots[i].division, w->l.top))
			continue;
		fputs(begun ? ",\n   " : "\n   ", f);
		begun = true;
		write_slot(f, all, i, plan_state(all, now, i, w->l.today));
	}
	fputs("]}", f);
}

static const char *
goal_point(struct arena *a, const struct procedure *p, struct point pt)
{
	const char	*id = point_id(p, pt.index);

	return pt.edge == EDGE_EVENT ? id : arena_printf(a, "%s.%s", id,
	    pt.edge == EDGE_OPENS ? "opens" : "closes");
}

/* What fails, or cannot be told, is null where the day can be reached. */
static void
write_goal(FILE *f, struct arena *a, const struct procedure *p,
    const struct reach *r)
{
	static const char *const	words[] = { "true", "false", "null" };
	const bool			event = r->point < p->nevents;
	const char			*what = r->point < 0 ? NULL :
					    point_id(p, r->point);

	json_member(f, "{\"point\": ", goal_point(a, p, r->aim.point));
	json_member_day(f, ", \"day\": ", r->aim.day);
	fprintf(f, ", \"reached\": %s", words[r->how]);
	json_member(f, ", \"step\": ", event ? NULL : what);
	json_member(f, ", \"event\": ", event ? what : NULL);
	json_member(f, ", \"division\": ", r->division);
	json_member_day(f, ", \"first\": ", r->first);
	json_member_day(f, ", \"latest\": ", r->latest);
	putc_unlocked('}', f);
}

static void
write_goals(struct writer *w)
{
	struct arena	*a = arena_new();
	size_t		 i;

	fputs(", \"goals\": [", w->l.out);
	for (i = 0; i < w->ngoals; i++) {
		fputs(i == 0 ? "\n " : ",\n ", w->l.out);
		write_goal(w->l.out, a, w->goals_of, &w->goals[i]);
	}
	putc_unlocked(']', w->l.out);
	arena_free(a);
}

static void
plan_end(struct writer *w, const struct totals *t)
{
	fputs("]", w->l.out);
	json_left_out(w->l.out, t);
	if (w->ngoals > 0)
		write_goals(w);
	fputs("}\n", w->l.out);
}

const struct backend	json_backend = {
	.scan_begin = scan_begin, .scan_case = scan_case,
	.scan_end = scan_end, .plan_begin = plan_begin,
	.plan_case = plan_case, .plan_end = plan_end
};
