#include "case/expected.h"

#include <string.h>

struct expected
expected_of(const struct finding *f)
{
	const struct procedure	*p = f->plan == NULL ? NULL : f->plan->proc;

	return (struct expected){ f->code, f->severity,
	    p == NULL || f->step < 0 ? NULL : p->steps[f->step].id,
	    p == NULL || f->event < 0 ? NULL : p->events[f->event].id,
	    f->division, f->due, f->actual, f->days,
	    f->basis == NULL ? NULL : f->basis->text };
}

static bool
same_text(const char *a, const char *b)
{
	return a == NULL || b == NULL ? a == b : strcmp(a, b) == 0;
}

static bool
same_day(struct day a, struct day b)
{
	return day_is(a) && day_is(b) ? day_cmp(a, b) == 0 :
	    day_is(a) == day_is(b);
}

bool
expected_is(const struct expected *e, const struct expected *came)
{
	return e->code == came->code && e->severity == came->severity &&
	    same_text(e->step, came->step) &&
	    same_text(e->event, came->event) &&
	    strcmp(e->division, came->division) == 0 &&
	    same_day(e->due, came->due) && same_day(e->actual, came->actual) &&
	    e->days == came->days &&
	    (e->basis == NULL || same_text(e->basis, came->basis));
}

bool
expected_near(const struct expected *a, const struct expected *b)
{
	return a->code == b->code && same_text(a->step, b->step) &&
	    (a->step != NULL || same_text(a->event, b->event)) &&
	    strcmp(a->division, b->division) == 0 &&
	    same_day(a->actual, b->actual);
}
