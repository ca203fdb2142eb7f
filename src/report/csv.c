/*
 * Plans and findings as CSV.  Interface: "Commands".
 */
#include <inttypes.h>
#include <string.h>

#include "report/writer.h"
#include "words/csv.h"
#include "words/message.h"
#include "words/say.h"

static void
next(FILE *f, const char *s)
{
	putc_unlocked(',', f);
	csv_cell(f, s);
}

static void
next_day(FILE *f, struct day d)
{
	char	buf[DAY_TEXT];

	putc_unlocked(',', f);
	fputs(day_print(d, buf), f);
}

static void
header(FILE *f, const char *const *words, size_t n)
{
	size_t	i;

	fputs("\xef\xbb\xbf", f);
	for (i = 0; i < n; i++) {
		if (i > 0)
			putc_unlocked(',', f);
		csv_cell(f, text_in(words[i]));
	}
	fputs("\r\n", f);
}

/* ---- scan */

static void
scan_begin(struct writer *w)
{
	static const char *const	words[] = {
		N_("key"), N_("severity"), N_("code"), N_("case"),
		N_("title"), N_("division"), N_("name"), N_("step"),
		N_("event"), N_("due"), N_("actual"), N_("days"),
		N_("basis"), N_("message"), N_("severity-id"),
		N_("code-id"), N_("step-id"), N_("event-id")
	};

	header(w->l.out, words, sizeof(words) / sizeof(*words));
}

/* Words for who reads it, then the ids for who counts them. */
static void
write_finding(struct writer *w, struct arena *a, const struct finding *d)
{
	FILE				*f = w->l.out;
	const struct procedure		*p = d->plan == NULL ? NULL :
					    d->plan->proc;
	const struct step_rule		*s = p == NULL || d->step < 0 ? NULL :
					    &p->steps[d->step];
	const struct event_rule		*e = p == NULL || d->event < 0 ? NULL :
					    &p->events[d->event];

	csv_cell(f, d->key);
	next(f, message_severity(d->severity));
	next(f, message_code(d->code, s == NULL && e != NULL));
	next(f, d->matter->id);
	next(f, d->matter->title);
	next(f, d->division);
	next(f, name_of(w->l.names, d->division));
	next(f, s == NULL ? "" : message_step(s));
	next(f, e == NULL ? "" : message_event(e));
	next_day(f, d->due);
	next_day(f, d->actual);
	putc_unlocked(',', f);
	if (d->days >= 0)
		fprintf(f, "%" PRId32, d->days);
	next(f, d->basis == NULL ? "" : d->basis->text);
	next(f, told_say(a, w->l.words, message_finding(a, d, w->l.names)));
	next(f, severity_name(d->severity));
	next(f, code_name(d->code));
	next(f, s == NULL ? "" : s->id);
	next(f, e == NULL ? "" : e->id);
	fputs("\r\n", f);
}

static void
scan_case(struct writer *w, struct arena *a, const struct matter *m,
    const struct verdict *v)
{
	size_t	i;

	(void)m;
	for (i = 0; i < v->n; i++)
		write_finding(w, a, &v->findings[i]);
}

/* ---- plan */

static void
plan_begin(struct writer *w)
{
	static const char *const	words[] = {
		N_("case"), N_("title"), N_("procedure"), N_("division"),
		N_("name"), N_("step"), N_("kind"), N_("state"),
		N_("earliest"), N_("latest"), N_("advised"), N_("forecast"),
		N_("posted"), N_("until"), N_("judged"), N_("planned"),
		N_("procedure-id"), N_("step-id"), N_("kind-id"),
		N_("state-id")
	};

	header(w->l.out, words, sizeof(words) / sizeof(*words));
}

static void
write_slot(struct writer *w, const struct plan *all, int i, enum state state)
{
	FILE			*f = w->l.out;
	const struct slot	*s = &all->slots[i];
	const struct step_rule	*r = &all->proc->steps[s->step];

	csv_cell(f, all->matter->id);
	next(f, all->matter->title);
	next(f, message_procedure(all->proc));
	next(f, s->division);
	next(f, name_of(w->l.names, s->division));
	next(f, message_step(r));
	next(f, message_kind(r->kind));
	next(f, message_state(state));
	next_day(f, s->room->earliest);
	next_day(f, s->room->latest.day);
	next_day(f, s->room->advised.day);
	next(f, s->room->forecast ? _("yes") : _("no"));
	next_day(f, s->posted ? s->opens : DAY_NONE);
	next_day(f, s->posted ? s->ends : DAY_NONE);
	next_day(f, s->lasts ? s->judged : DAY_NONE);
	next_day(f, s->lasts ? s->planned : DAY_NONE);
	next(f, all->matter->procedure);
	next(f, r->id);
	next(f, r->kind == KIND_NOTICE ? "notice" : "announcement");
	next(f, state_name(state));
	fputs("\r\n", f);
}

static void
plan_case(struct writer *w, struct arena *a, const struct matter *m,
    const struct plan *all, const struct plan *now)
{
	int	i;

	(void)a;
	(void)m;
	for (i = 0; all != NULL && i < all->nslots; i++)
		if (all->slots[i].applies &&
		    division_within(all->slots[i].division, w->l.top))
			write_slot(w, all, i,
			    plan_state(all, now, i, w->l.today));
}

static void
end(struct writer *w, const struct totals *t)
{
	(void)w;
	(void)t;
}

const struct backend	csv_backend = {
	.scan_begin = scan_begin, .scan_case = scan_case,
	.scan_end = end, .plan_begin = plan_begin,
	.plan_case = plan_case, .plan_end = end
};
