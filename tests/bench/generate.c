/*
 * generate -- write the sheets of some regions' year.
 *
 *	generate FOLDER REGIONS SEED
 *
 * FOLDER/divisions.csv, cases.csv, events.csv, postings.csv, objections.csv
 * as an office hands them in: Chinese headings and titles, codes of twelve
 * digits.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/region.h"

struct sheets {
	FILE	*of[SHEETS];
	struct {
		char	day[40];
	}	 days[1000];	/* printed, from 2019-12-01 */
};

static const char *const names[SHEETS] = {
	"divisions", "cases", "events", "postings", "objections"
};

static const char *const headers[SHEETS] = {
	"区划代码,名称", "办件编号,程序,区划代码,名称,涉及区划,批次",
	"办件编号,事件,日期",
	"办件编号,环节,区划代码,张贴日期,截止日期,载体,地点,张贴人",
	"办件编号,环节,区划代码,编号,收到日期,办结日期,结果,处理单位"
};

enum { FIRST = 18231 };		/* 2019-12-01 */

static void
print_days(struct sheets *s)
{
	static const int	length[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};
	int	y = 2019, m = 12, d = 1, i;

	for (i = 0; i < 1000; i++) {
		snprintf(s->days[i].day, sizeof(s->days[i].day),
		    "%04d-%02d-%02d", y, m, d);
		if (++d > length[m - 1] + (m == 2 && y % 4 == 0)) {
			d = 1;
			if (++m > 12) {
				m = 1;
				y++;
			}
		}
	}
}

static const char *
day(const struct sheets *s, int32_t n)
{
	return n == NO_DAY ? "" : s->days[n - FIRST].day;
}

static const char *
code(const char *text, char out[static CODE])
{
	size_t	n = strlen(text);

	memcpy(out, text, n);
	while (n < 12)
		out[n++] = '0';
	out[n] = '\0';
	return out;
}

static void
put(void *ctx, const struct row *r)
{
	struct sheets	*s = ctx;
	FILE		*f = s->of[r->sheet];
	char		 at[CODE];
	int		 i;

	switch (r->sheet) {
	case DIVISIONS:
		fprintf(f, "%s,%s\n", code(r->division, at), r->name);
		break;
	case CASES:
		fprintf(f, "%s,%s,%s,%s,", r->id, region_title(r,
		    r->procedure), code(r->division, at), r->name);
		for (i = 0; r->named && i < r->nplaces; i++)
			fprintf(f, "%s%s", i > 0 ? ";" : "",
			    code(r->places[i], at));
		fprintf(f, ",%s\n", r->batch);
		break;
	case EVENTS:
		fprintf(f, "%s,%s,%s\n", r->id, region_title(r, r->what),
		    day(s, r->day));
		break;
	case POSTINGS:
		fprintf(f, "%s,%s,%s,%s,%s,%s,%s,%s\n", r->id,
		    region_title(r, r->what), code(r->at, at),
		    day(s, r->day), day(s, r->until), r->online ? "网站" :
		    "公开栏", r->place, r->by);
		break;
	default:
		fprintf(f, "%s,%s,%s,1,%s,%s,%s,%s\n", r->id,
		    region_title(r, r->what), code(r->at, at),
		    day(s, r->day), day(s, r->until),
		    r->until == NO_DAY ? "" : "不成立", r->by);
	}
}

int
main(int argc, char **argv)
{
	struct sheets	s;
	char		path[4096];
	int		i, regions;

	if (argc != 4) {
		fputs("usage: generate FOLDER REGIONS SEED\n", stderr);
		return 2;
	}
	regions = atoi(argv[2]);
	if (regions < 1 || regions > REGIONS) {
		fprintf(stderr, "generate: 1 to %d regions\n", REGIONS);
		return 2;
	}
	print_days(&s);
	for (i = 0; i < SHEETS; i++) {
		snprintf(path, sizeof(path), "%s/%s.csv", argv[1], names[i]);
		s.of[i] = fopen(path, "w");
		if (s.of[i] == NULL) {
			perror(path);
			return 3;
		}
		fprintf(s.of[i], "%s\n", headers[i]);
	}
	for (i = 0; i < regions; i++)
		region_year(region_codes[i], strtoull(argv[3], NULL, 10), put,
		    &s);
	for (i = 0; i < SHEETS; i++)
		if (fclose(s.of[i]) != 0) {
			perror(names[i]);
			return 3;
		}
	return 0;
}
