/*
 * days -- as many day sums as one process can do.
 *
 *	days CALENDARS DIVISION COUNT SEED
 *
 * Sums in equal parts, from random days of 2018 to 2022: N working days
 * after, N days after with a last day off moving on, N months after with the
 * same, and the working day by which one must act (the inverse).  Prints
 * `NUMBER SECONDS SECONDS`: sums, wall, processor.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "input/holidays.h"
#include "time/period.h"

enum { AT_ONCE = 65536, FIRST = 17532, SPAN = 1700 };

struct sum {
	struct day	act;
	struct period	p;
};

static uint64_t
next(uint64_t *state)
{
	uint64_t	z = *state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

static double
read_clock(clockid_t id)
{
	struct timespec	t;

	clock_gettime(id, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int
main(int argc, char **argv)
{
	static struct sum		 sums[AT_ONCE];
	struct arena			*a = arena_new();
	struct diags			*d = diags_new(a);
	const struct calendars		*cals;
	const struct workcal		*cal;
	struct day			 brink;
	double				 wall, processor;
	long long			 count, i;
	int64_t				 check = 0;
	uint64_t			 state;

	if (argc != 5) {
		fputs("usage: days CALENDARS DIVISION COUNT SEED\n", stderr);
		return 2;
	}
	cals = calendars_load(a, argv[1], NULL, NULL, d);
	if (cals == NULL)
		return 2;
	cal = calendars_for(cals, argv[2]);
	count = atoll(argv[3]);
	state = strtoull(argv[4], NULL, 10);
	for (i = 0; i < AT_ONCE; i++) {
		struct sum	*s = &sums[i];

		s->act.n = FIRST + (int32_t)(next(&state) % SPAN);
		s->p.unit = i % 4 == 0 || i % 4 == 3 ? UNIT_WORKDAY :
		    i % 4 == 1 ? UNIT_DAY : UNIT_MONTH;
		s->p.n = 1 + (int32_t)(next(&state) %
		    (s->p.unit == UNIT_MONTH ? 6 : 30));
		s->p.roll = true;
		s->p.same_day = false;
	}
	wall = -read_clock(CLOCK_MONOTONIC);
	processor = -read_clock(CLOCK_PROCESS_CPUTIME_ID);
	for (i = 0; i < count; i++) {
		const struct sum	*s = &sums[i % AT_ONCE];

		check += i % 4 == 3 ? period_act(s->p, s->act, cal,
		    &brink).n : period_last(s->p, s->act, cal, &brink).n;
	}
	wall += read_clock(CLOCK_MONOTONIC);
	processor += read_clock(CLOCK_PROCESS_CPUTIME_ID);
	printf("%lld %.6f %.6f\n", count, wall, processor);
	fprintf(stderr, "checksum %" PRId64 "\n", check);
	arena_free(a);
	return 0;
}
