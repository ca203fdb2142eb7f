/*
 * What comes round, as a rule file says it: how often, and which events happen
 * by themselves.  LANGUAGE, "Duties that come round".
 */
#include <string.h>

#include "rule/duty.h"
#include "rule/making.h"

/* The longest number of its cases: a group's code may be as long as any. */
static size_t
longest_number(const struct procedure *p)
{
	char	text[INTERVAL_TEXT];
	size_t	digits = 0, n;
	int	level;

	for (level = LEVEL_REGION; level <= LEVEL_GROUP; level++) {
		n = level == LEVEL_GROUP ? DIVISION_MAX :
		    division_digits((enum level)level);
		if ((p->levels & 1U << level) != 0 && n > digits)
			digits = n;
	}
	interval_print((struct interval){ p->every, 2026, 1 }, text);
	return strlen(p->id) + 1 + digits + 1 + strlen(text);
}

/* Its cases are numbered PROCEDURE@DIVISION@PERIOD. */
static void
read_numbers(struct making *m, const struct node *id)
{
	const struct procedure	*p = m->p;
	const size_t		 longest = longest_number(p);

	if (id == NULL || !making_good_id(p->id))
		return;
	if (strchr("=+-@", *p->id) != NULL || strstr(p->id, ":") != NULL ||
	    strstr(p->id, "：") != NULL)
		diag_error(m->b->diags, id->place, _("`%s` begins the numbers "
		    "of its cases, as `%s@450225@2026Q3`: it may not begin "
		    "with `=`, `+`, `-` or `@`, and not hold a colon"),
		    p->id, p->id);
	else if (longest > DUTY_NUMBER)
		diag_error(m->b->diags, id->place, _("`%s` leaves no room in "
		    "the number of a case, which has this id, the division "
		    "and the period: %zu bytes, %d at most; take an id that "
		    "is %zu bytes shorter"), p->id, longest, DUTY_NUMBER,
		    longest - DUTY_NUMBER);
}

void
making_every(struct making *m, const struct fields *f)
{
	enum word	said;
	int		c;

	if (f->value[W_EVERY] == NULL)
		return;
	said = build_word(m->b, f->value[W_EVERY], IN_CYCLES);
	for (c = CYCLE_MONTH; c <= CYCLE_YEAR; c++)
		if (said == duty_every((enum cycle)c))
			m->p->every = (enum cycle)c;
	if (m->p->every != CYCLE_NONE)
		read_numbers(m, f->value[W_PROCEDURE]);
}

/* What the calendar does nobody else can be held to, or bring about. */
static void
refuse_beside(struct making *m, const struct fields *f)
{
	static const enum word	beside[] = {
		W_AFTER, W_GATE, W_REPEATS, W_OPTIONAL, W_ENDS
	};
	size_t			i;

	for (i = 0; i < sizeof(beside) / sizeof(*beside); i++) {
		if (f->key[beside[i]] == NULL)
			continue;
		diag_error(m->b->diags, f->key[beside[i]]->place, _("`%s` "
		    "cannot stand beside `%s`: such an event happens by "
		    "itself on its day, once and always"),
		    f->key[beside[i]]->text, f->key[W_CALENDAR]->text);
		diag_note(m->b->diags, NOWHERE, _("take it out, or let an "
		    "event of its own have it"));
	}
}

enum cycle_edge
making_calendar(struct making *m, const struct fields *f)
{
	enum word	w;

	if (f->value[W_CALENDAR] == NULL)
		return CYCLE_NO_EDGE;
	w = build_word(m->b, f->value[W_CALENDAR], IN_CYCLE_EDGES);
	if (!m->comes_round) {
		diag_error(m->b->diags, f->key[W_CALENDAR]->place, _("`%s` "
		    "needs a period, and the procedure does not come round"),
		    f->key[W_CALENDAR]->text);
		diag_note(m->b->diags, NOWHERE, _("say how often above the "
		    "events, as `%s: %s`"), vocab_text(W_EVERY, text_lang()),
		    vocab_text(W_EVERY_QUARTER, text_lang()));
	}
	refuse_beside(m, f);
	return w == W_EDGE_FIRST ? CYCLE_FIRST : w == W_EDGE_LAST ?
	    CYCLE_LAST : CYCLE_NO_EDGE;
}
