#include "unit/walk.h"

#include <string.h>

/* A small generator, so that a calendar is the same everywhere. */
static unsigned
dice(unsigned *seed, unsigned sides)
{
	*seed = *seed * 1103515245U + 12345U;
	return *seed / 65536U % sides;
}

void
calendar_random(struct calendar *c, unsigned seed)
{
	unsigned	s = seed * 2654435761U, style = seed % 4, i, run = 0;
	enum day_kind	kind = DAY_WORKED;
	int32_t		n = WALK_DAYS - (int32_t)dice(&s, 60);

	for (i = 0; i < (unsigned)n; i++) {
		if (run-- == 0) {
			run = dice(&s, style == 0 ? 2 : 9);
			kind = dice(&s, 2) ? DAY_WORKED : DAY_OFF;
			if (style > 1 && dice(&s, 12) == 0)
				kind = DAY_UNSETTLED;
		}
		c->kind[i] = (uint8_t)kind;
		if (style == 1)		/* plain weeks */
			c->kind[i] = i % 7 < 5 ? DAY_WORKED : DAY_OFF;
	}
	if (style == 3)
		memset(c->kind + n - 3, DAY_UNSETTLED, 3);
	/* In a leap February now and then, as months are counted too. */
	c->cal = workcal_build(day_make(2019 + (int)(seed % 3), 12,
	    1 + (int)(seed % 31)), n, c->kind, c->memory);
}

void
calendar_settle(const struct calendar *c, enum day_kind kind,
    struct calendar *out)
{
	int32_t	i;

	for (i = 0; i < c->cal.n; i++)
		out->kind[i] = c->kind[i] == DAY_UNSETTLED ? (uint8_t)kind :
		    c->kind[i];
	out->cal = workcal_build(c->cal.first, c->cal.n, out->kind,
	    out->memory);
}

struct day
walk_after(const struct workcal *c, struct day d, int32_t n,
    struct day *first)
{
	int32_t		i;
	enum day_kind	kind;

	for (;;) {
		d = day_add(d, 1);
		i = d.n - c->first.n;
		kind = i < 0 || i >= c->n ? DAY_UNSETTLED :
		    (enum day_kind)c->kind[i];
		if (kind == DAY_UNSETTLED) {
			*first = d;
			return DAY_NONE;
		}
		if (kind == DAY_WORKED && --n == 0)
			return d;
	}
}

struct day
walk_before(const struct workcal *c, struct day d, int32_t n)
{
	int32_t		i;
	enum day_kind	kind;

	for (;;) {
		d = day_add(d, -1);
		i = d.n - c->first.n;
		kind = i < 0 || i >= c->n ? DAY_UNSETTLED :
		    (enum day_kind)c->kind[i];
		if (kind == DAY_UNSETTLED)
			return DAY_NONE;
		if (kind == DAY_WORKED && --n == 0)
			return d;
	}
}
