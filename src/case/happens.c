#include "case/happens.h"

#include <string.h>

#include "rule/duty.h"

const struct procedure *
happens_by(const struct rulebook *book, const struct matter *m,
    struct interval *period)
{
	struct duty_case	c;
	struct day		first;

	if (!duty_parse(m->id, &c) || strlen(m->procedure) != c.procedure ||
	    memcmp(m->procedure, m->id, c.procedure) != 0 ||
	    strcmp(m->division, c.division) != 0)
		return NULL;
	*period = c.period;
	first = interval_first(c.period);
	return rulebook_in_force(book, m->procedure, m->division, first,
	    first);
}

static size_t
count(const struct procedure *p)
{
	size_t	n = 0;
	int	i;

	for (i = 0; i < p->nevents; i++)
		n += p->events[i].calendar != CYCLE_NO_EDGE;
	return n;
}

static struct event
given(const struct event_rule *r, struct interval period)
{
	return (struct event){ r->id, r->calendar == CYCLE_FIRST ?
	    interval_first(period) : interval_last(period) };
}

/* Both by the bytes of their names. */
static size_t
merge(struct event *out, const struct matter *m, const struct procedure *p,
    struct interval period)
{
	const struct event_rule	*r;
	size_t			 at = 0, n = 0;
	int			 i;

	for (i = 0; i < p->nevents; i++) {
		r = &p->events[p->event_by_id[i].index];
		if (r->calendar == CYCLE_NO_EDGE)
			continue;
		while (at < m->nevents && strcmp(m->events[at].event,
		    r->id) < 0)
			out[n++] = m->events[at++];
		while (at < m->nevents && strcmp(m->events[at].event,
		    r->id) == 0)
			at++;
		out[n++] = given(r, period);
	}
	while (at < m->nevents)
		out[n++] = m->events[at++];
	return n;
}

const struct matter *
happens_add(struct arena *a, const struct rulebook *book,
    const struct matter *m)
{
	struct interval		 period;
	const struct procedure	*p = happens_by(book, m, &period);
	struct matter		*out;
	struct event		*list;

	if (p == NULL || p->every != period.cycle)
		return m;
	list = arena_array(a, m->nevents + count(p) + 1, sizeof(*list));
	out = arena_alloc(a, sizeof(*out));
	*out = *m;
	out->periodic = true;
	out->begins = interval_first(period);
	out->nevents = merge(list, m, p, period);
	out->events = list;
	return out;
}
