#include "job/shift.h"

#include <stdlib.h>
#include <string.h>

#include "base/division.h"
#include "case/plan.h"

/* ---- lines of a text */

/* The next line, without its end, in the arena; NULL: there is none. */
static const char *
next_line(struct arena *a, const char **text)
{
	size_t		 n = strcspn(*text, "\n");
	const char	*line = *text;

	if (*line == '\0')
		return NULL;
	*text += n + (line[n] == '\n');
	return arena_ndup(a, line, n);
}

static bool
has_line(const char *text, const char *line)
{
	size_t	n = strlen(line);

	for (; *text != '\0'; text += strcspn(text, "\n") + 1) {
		if (strncmp(text, line, n) == 0 && text[n] == '\n')
			return true;
		if (strchr(text, '\n') == NULL)
			break;
	}
	return false;
}

/* Up to `end`, which is left out; moves on behind it. */
static const char *
word(struct arena *a, const char **line, char end)
{
	const char	*from = *line, *to = strchr(from, end);
	size_t		 n = to == NULL ? strlen(from) : (size_t)(to - from);

	*line = from + n + (to != NULL);
	return arena_ndup(a, from, n);
}

/* ---- rules */

static struct shift_rule
rule_of(struct arena *a, const char *line)
{
	struct shift_rule	r = { .procedure = word(a, &line, ' ') };
	const char		*day;

	(void)word(a, &line, '\t');
	r.pack = word(a, &line, '\t');
	day = word(a, &line, '\t');
	if (!day_parse(day, &r.from))
		r.from = DAY_NONE;
	day = word(a, &line, '\t');
	if (!day_parse(day, &r.until))
		r.until = DAY_NONE;
	r.scopes = word(a, &line, '\t');
	return r;
}

static void
add_rules(struct arena *a, struct shift *s, size_t *cap, const char *one,
    const char *other, bool then)
{
	struct shift_rule	*r;
	const char		*line;

	while ((line = next_line(a, &one)) != NULL) {
		if (has_line(other, line))
			continue;
		s->rules = arena_grow(a, s->rules, s->nrules, cap,
		    sizeof(*s->rules));
		r = &s->rules[s->nrules++];
		*r = rule_of(a, line);
		r->lost = then && strstr(other, arena_printf(a, "\t%s\t",
		    r->pack)) == NULL;
	}
}

/* ---- days off */

/* A line of them; what it says begins with whether a file is its own. */
static struct shift_days
days_of(struct arena *a, const char *line, const char **says)
{
	struct shift_days	d = { .prefix = word(a, &line, ' ') };

	d.year = (int)strtol(word(a, &line, ' '), NULL, 10);
	*says = line;
	return d;
}

/*
 * What a text says of a division's days in a year: the hash of the nearest
 * scope, 16 digits, or NULL where that year is not settled.
 */
static const char *
days_at(struct arena *a, const char *text, const char *division, int year)
{
	const char		*line, *says, *found = NULL;
	size_t			 nearest = 0;
	struct shift_days	 d;

	while ((line = next_line(a, &text)) != NULL) {
		d = days_of(a, line, &says);
		if (d.year != year || strlen(says) < 2 ||
		    !division_within(division, d.prefix) ||
		    (found != NULL && strlen(d.prefix) < nearest))
			continue;
		nearest = strlen(d.prefix);
		found = says + 2;
	}
	return found;
}

static bool
is_another(struct arena *a, const struct shift *s, const char *division,
    int year)
{
	const char	*then = days_at(a, s->days_then, division, year);
	const char	*now = days_at(a, s->days_now, division, year);

	return then == NULL || now == NULL ? then != now :
	    strcmp(then, now) != 0;
}

static bool
has_file(const char *text, struct arena *a, const struct shift_days *d)
{
	const char	*line = arena_printf(a, "\n%s %d 1 ", d->prefix,
			    d->year);

	return strncmp(text, line + 1, strlen(line + 1)) == 0 ||
	    strstr(text, line) != NULL;
}

static void
add_days(struct arena *a, struct shift *s, size_t *cap, const char *one,
    const char *other, bool then)
{
	struct shift_days	 d;
	const char		*line, *says;

	while ((line = next_line(a, &one)) != NULL) {
		if (has_line(other, line))
			continue;
		d = days_of(a, line, &says);
		d.lost = then && *says == '1' && !has_file(other, a, &d);
		s->days = arena_grow(a, s->days, s->ndays, cap,
		    sizeof(*s->days));
		s->days[s->ndays++] = d;
	}
}

struct shift
shift_between(struct arena *a, struct texts then, struct texts now)
{
	struct shift	s = { 0 };
	size_t		rules = 0, days = 0;

	if (then.rules != NULL && now.rules != NULL) {
		add_rules(a, &s, &rules, then.rules, now.rules, true);
		add_rules(a, &s, &rules, now.rules, then.rules, false);
	}
	if (then.days != NULL && now.days != NULL) {
		s.days_then = then.days;
		s.days_now = now.days;
		add_days(a, &s, &days, then.days, now.days, true);
		add_days(a, &s, &days, now.days, then.days, false);
	}
	return s;
}

/* ---- for whom */

static bool
in_scope(const char *scopes, const char *division)
{
	size_t	n;

	for (; *scopes != '\0'; scopes += n + 1) {
		n = strcspn(scopes, ",");
		if (strncmp(division, scopes, n) == 0)
			return true;
		if (scopes[n] == '\0')
			break;
	}
	return false;
}

const struct shift_rule *
shift_rule_of(const struct shift *s, const struct matter *m)
{
	struct day	first = matter_first_day(m);
	size_t		i;

	for (i = 0; i < s->nrules; i++) {
		const struct shift_rule	*r = &s->rules[i];

		if (strcmp(r->procedure, m->procedure) == 0 &&
		    in_scope(r->scopes, m->division) && (!day_is(first) ||
		    ((!day_is(r->from) || day_cmp(r->from, first) <= 0) &&
		    (!day_is(r->until) || day_cmp(first, r->until) <= 0))))
			return r;
	}
	return NULL;
}

/* Where a case of the division may have slots: at, above or below it. */
static bool
concerns(struct arena *a, const struct shift *s, const struct shift_days *d,
    const char *division)
{
	char		above[DIVISION_MAX + 1];
	enum level	level;

	if (division_within(d->prefix, division))
		return is_another(a, s, d->prefix, d->year) ||
		    is_another(a, s, division, d->year);
	if (!division_within(division, d->prefix))
		return false;
	for (level = LEVEL_REGION; level <= LEVEL_VILLAGE; level++)
		if (division_above(division, level, above) &&
		    is_another(a, s, above, d->year))
			return true;
	return is_another(a, s, division, d->year);
}

int *
shift_years_of(struct arena *a, const struct shift *s, const char *division,
    size_t *n, const struct shift_days **lost)
{
	int	*years = arena_array(a, s->ndays + 1, sizeof(*years));
	size_t	 i;

	*n = 0;
	if (lost != NULL)
		*lost = NULL;
	for (i = 0; i < s->ndays; i++) {
		const struct shift_days	*d = &s->days[i];

		if (!concerns(a, s, d, division))
			continue;
		if (lost != NULL && (*lost == NULL || (d->lost &&
		    !(*lost)->lost)))
			*lost = d;
		years[(*n)++] = d->year;
	}
	return years;
}
