#include "time/workcal.h"

/* Four arrays: count, nth, open, next_open. */
size_t
workcal_words(int32_t n)
{
	return 4 * ((size_t)n + 1);
}

struct workcal
workcal_build(struct day first, int32_t n, const uint8_t *kind, int32_t *mem)
{
	int32_t		*count = mem, *nth = count + n + 1;
	int32_t		*open = nth + n + 1, *next = open + n + 1;
	int32_t		 i;

	count[0] = open[0] = 0;
	for (i = 0; i < n; i++) {
		if (kind[i] == DAY_WORKED)
			nth[count[i]] = i;
		count[i + 1] = count[i] + (kind[i] == DAY_WORKED);
		open[i + 1] = open[i] + (kind[i] == DAY_UNSETTLED);
	}
	next[n] = n;
	for (i = n; i-- > 0;)
		next[i] = kind[i] == DAY_UNSETTLED ? i : next[i + 1];
	return (struct workcal){ first, n, kind, count, nth, open, next };
}

enum day_kind
workcal_kind(const struct workcal *c, struct day d)
{
	int64_t	i = (int64_t)d.n - c->first.n;

	if (i < 0 || i >= c->n)
		return DAY_UNSETTLED;
	return (enum day_kind)c->kind[i];
}

static struct day
unknown(struct day *brink, struct day at)
{
	if (brink != NULL)
		*brink = at;
	return DAY_NONE;
}

static struct day
day_of(const struct workcal *c, int32_t i)
{
	return (struct day){ c->first.n + i };
}

struct day
workcal_after(const struct workcal *c, struct day d, int32_t n,
    struct day *brink)
{
	int64_t	from = (int64_t)d.n + 1 - c->first.n;
	int32_t	k, to;

	if (!day_is(d))
		return unknown(brink, DAY_NONE);
	if (from < 0 || from >= c->n)
		return unknown(brink, day_add(d, 1));
	k = c->count[from];
	if (n > c->count[c->n] - k)
		return unknown(brink, day_of(c, c->next_open[from]));
	to = c->nth[k + n - 1];
	if (c->open[to] != c->open[from])
		return unknown(brink, day_of(c, c->next_open[from]));
	return day_of(c, to);
}

/*
 * Counting back, the days not settled are asked from the late end; all of
 * them off is the earliest that the answer can be, hence the brink is what
 * comes out then, or the day before all that is known.
 */
struct day
workcal_before(const struct workcal *c, struct day d, int32_t n,
    struct day *brink)
{
	int64_t	to = (int64_t)d.n - c->first.n;
	int32_t	k, from;

	if (!day_is(d))
		return unknown(brink, DAY_NONE);
	if (to <= 0 || to > c->n) {
		if (to > c->n && n <= c->count[c->n])
			return unknown(brink,
			    day_of(c, c->nth[c->count[c->n] - n]));
		return unknown(brink, day_add(c->first, -1));
	}
	k = c->count[to];
	if (n > k)
		return unknown(brink, day_add(c->first, -1));
	from = c->nth[k - n];
	if (c->open[to] != c->open[from])
		return unknown(brink, day_of(c, from));
	return day_of(c, from);
}
