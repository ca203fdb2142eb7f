#include "output/json.h"

#include <inttypes.h>
#include <string.h>

#include "output/message.h"
#include "output/writer.h"

static const char	hex[] = "0123456789abcdef";

static void
escape_unit(FILE *f, unsigned c)
{
	putc_unlocked('\\', f);
	putc_unlocked('u', f);
	putc_unlocked(hex[c >> 12 & 15], f);
	putc_unlocked(hex[c >> 8 & 15], f);
	putc_unlocked(hex[c >> 4 & 15], f);
	putc_unlocked(hex[c & 15], f);
}

/* A tag, beyond the first plane, as two surrogates. */
static void
escape(FILE *f, unsigned c)
{
	const char	*letter = strchr("\nn\tt\rr\"\"\\\\", (int)c);

	if (letter != NULL && c != '\0' && c < 0x80) {
		putc_unlocked('\\', f);
		putc_unlocked(letter[1], f);
		return;
	}
	if (c > 0xffff) {
		escape_unit(f, 0xd800 + ((c - 0x10000) >> 10));
		c = 0xdc00 + (c & 0x3ff);
	}
	escape_unit(f, c);
}

/* A byte that goes through as it is. */
static bool
plain(unsigned char c)
{
	return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

void
json_string(FILE *f, const char *s)
{
	const char	*run = s;
	size_t		 len;
	unsigned	 c;

	if (s == NULL) {
		fputs("null", f);
		return;
	}
	putc_unlocked('"', f);
	for (; *s != '\0'; s += len) {
		len = text_is_han(s) && *s != '\xe3' ? 3 : 1;
		if (len == 3 || plain((unsigned char)*s))
			continue;
		c = text_char(s, &len);
		if (len > 1 && !text_is_harmful(c))
			continue;
		fwrite(run, 1, (size_t)(s - run), f);
		if (c >= 0x80 && len == 1)
			fputs("\xef\xbf\xbd", f);
		else
			escape(f, c);
		run = s + len;
	}
	fwrite(run, 1, (size_t)(s - run), f);
	putc_unlocked('"', f);
}

void
json_day(FILE *f, struct day d)
{
	char	buf[DAY_TEXT];

	json_string(f, day_is(d) ? day_print(d, buf) : NULL);
}

static void
member(FILE *f, const char *name, const char *value)
{
	fputs(name, f);
	json_string(f, value);
}

static void
member_day(FILE *f, const char *name, struct day d)
{
	fputs(name, f);
	json_day(f, d);
}

void
json_finding(FILE *f, const struct kept *k, bool first)
{
	member(f, "{\"key\": ", k->key);
	if (first)
		member_day(f, ", \"first\": ", k->first);
	member(f, ", \"code\": ", code_name(k->code));
	member(f, ", \"severity\": ", severity_name(k->severity));
	member(f, ", \"case\": ", k->id);
	member(f, ", \"procedure\": ", k->procedure);
	member(f, ", \"step\": ", k->step);
	member(f, ", \"event\": ", k->event);
	member(f, ", \"division\": ", k->at);
	member_day(f, ", \"due\": ", k->due);
	member_day(f, ", \"actual\": ", k->actual);
	if (k->days < 0)
		fputs(", \"days\": null", f);
	else
		fprintf(f, ", \"days\": %" PRId32, k->days);
	member(f, ", \"basis\": ", k->basis);
	member(f, ", \"message\": ", k->message);
	putc_unlocked('}', f);
}

void
json_states(FILE *f, const long long states[static STATES])
{
	const char	*last = "", *next;
	const char	*lead = "{";
	int		 i, at = 0;

	for (;;) {
		next = NULL;
		for (i = 0; i < STATES; i++)
			if (states[i] > 0 &&
			    strcmp(state_name((enum state)i), last) > 0 &&
			    (next == NULL || strcmp(state_name((enum state)i),
			    next) < 0)) {
				next = state_name((enum state)i);
				at = i;
			}
		if (next == NULL)
			break;
		fprintf(f, "%s\"%s\": %lld", lead, next, states[at]);
		last = next;
		lead = ", ";
	}
	fputs(*last == '\0' ? "{}" : "}", f);
}

/* ---- scan */

static void
scan_begin(struct writer *w)
{
	member_day(w->l.out, "{\"today\": ", w->l.today);
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
		w->begun = true;
		k = message_kept(a, &v->findings[i], w->l.names);
		json_finding(w->l.out, &k, false);
	}
}

static void
scan_end(struct writer *w, const struct totals *t)
{
	fprintf(w->l.out, "],\n \"cases\": %lld, \"slots\": %lld, "
	    "\"states\": ", t->cases, t->slots);
	json_states(w->l.out, t->states);
	fputs("}\n", w->l.out);
}

/* ---- plan */

static void
write_slot(FILE *f, const struct plan *all, int i, enum state state)
{
	const struct slot	*s = &all->slots[i];
	const struct step_rule	*r = &all->proc->steps[s->step];

	member(f, "{\"step\": ", r->id);
	member(f, ", \"division\": ", s->division);
	member(f, ", \"kind\": ", r->kind == KIND_NOTICE ? "notice" :
	    "announcement");
	member(f, ", \"state\": ", state_name(state));
	member_day(f, ", \"earliest\": ", s->room.earliest);
	member_day(f, ", \"latest\": ", s->room.latest.day);
	member_day(f, ", \"advised\": ", s->room.advised.day);
	fputs(s->room.forecast ? ", \"forecast\": true" :
	    ", \"forecast\": false", f);
	member_day(f, ", \"posted\": ", s->posted ? s->opens : DAY_NONE);
	member_day(f, ", \"until\": ", s->posted ? s->ends : DAY_NONE);
	member_day(f, ", \"judged\": ", r->lasts ? s->judged : DAY_NONE);
	member_day(f, ", \"planned\": ", r->lasts ? s->planned : DAY_NONE);
	putc_unlocked('}', f);
}

static void
plan_begin(struct writer *w)
{
	member_day(w->l.out, "{\"today\": ", w->l.today);
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
	w->begun = true;
	member(f, "{\"case\": ", m->id);
	member(f, ", \"procedure\": ", m->procedure);
	member(f, ", \"division\": ", m->division);
	fputs(",\n  \"slots\": [", f);
	for (i = 0; all != NULL && i < all->nslots; i++) {
		if (!division_within(all->slots[i].division, w->l.top))
			continue;
		fputs(begun ? ",\n   " : "\n   ", f);
		begun = true;
		write_slot(f, all, i, plan_state(all, now, i, w->l.today));
	}
	fputs("]}", f);
}

static void
plan_end(struct writer *w, const struct totals *t)
{
	(void)t;
	fputs("]}\n", w->l.out);
}

const struct backend	json_backend = {
	scan_begin, scan_case, scan_end, plan_begin, plan_case, plan_end
};
