#include "bench/region.h"

#include <stdio.h>
#include <string.h>

enum {
	CITIES = 14, COUNTIES = 106, TOWNSHIPS = 10,
	VILLAGES = 5000, PROJECTS = 33624,
	NEW_YEAR = 18262,		/* 2020-01-01 */
	SEPTEMBER = 18506		/* 2020-09-01 */
};

const int region_codes[REGIONS] = {
	45, 11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37,
	41, 42, 43, 44, 46, 50, 51, 52, 53, 54, 61, 62, 63, 64, 65
};

static const char *const titles[][2] = {
	{ "household-exit", "贫困户脱贫摘帽" }, { "project", "扶贫项目" },
	{ "deliberated", "村级评议确定初审名单" },
	{ "township-reviewed", "乡镇审核" },
	{ "township-submitted", "乡镇上报县" },
	{ "county-approved", "县审定" },
	{ "group-notice", "村民小组公示" }, { "village-notice", "行政村公示" },
	{ "plan-drafted", "项目计划编制" }, { "plan-submitted", "项目计划上报" },
	{ "plan-issued", "项目计划印发" },
	{ "township-received", "乡镇接到计划" },
	{ "village-received", "村接到计划" },
	{ "bidding-completed", "招投标完成" }, { "started", "开工" },
	{ "completed", "完工" }, { "accepted", "检查验收" },
	{ "paid", "拨付款项" }, { "plan-notice", "项目计划公示" },
	{ "plan-announcement", "县级项目计划公告" },
	{ "township-announcement", "乡镇项目计划公告" },
	{ "village-announcement", "村项目计划公告" },
	{ "bid-announcement", "招投标结果公告" },
	{ "completion-announcement", "资金使用情况公告" },
};

const char *
region_title(const struct row *r, const char *id)
{
	size_t	i;

	if (strcmp(id, "village-announcement") == 0 &&
	    strcmp(r->procedure, "household-exit") == 0)
		return "行政村公告";
	for (i = 0; i < sizeof(titles) / sizeof(*titles); i++)
		if (strcmp(titles[i][0], id) == 0)
			return titles[i][1];
	return id;
}

struct maker {
	row_fn		*fn;
	void		*ctx;
	uint64_t	 state;
	struct row	 r;		/* the case at hand */
	int		 number;	/* of the county's projects */
	char		 county[CODE], township[CODE], village[CODE];
	char		 id[64], title[128];
};

/* splitmix64 */
static uint64_t
next(struct maker *m)
{
	uint64_t	z = m->state += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

/* From low to high, both included. */
static int
any(struct maker *m, int low, int high)
{
	return low + (int)(next(m) % (uint64_t)(high - low + 1));
}

/* ---- rows */

static void
division(struct maker *m, const char *code, const char *name)
{
	struct row	r = { .sheet = DIVISIONS, .division = code,
			    .name = name };

	m->fn(m->ctx, &r);
}

static void
event(struct maker *m, const char *what, int day)
{
	struct row	r = m->r;

	if (day > region_today)
		return;
	r.sheet = EVENTS;
	r.what = what;
	r.day = day;
	m->fn(m->ctx, &r);
}

/*
 * Posted on `day` for `length` days (0: no period); returns the last day.
 * A fault: not posted at all, `late` days later, or taken down too early.
 */
static int
posting(struct maker *m, const char *what, const char *at, int day,
    int length, int late)
{
	struct row	r = m->r;
	int		fault = any(m, 0, 999), last;

	if (fault >= 8 && fault < 16)
		day += late;
	last = day + length + any(m, 0, 3);
	if (length > 0 && fault >= 16 && fault < 24)
		last = day + length - 1 - any(m, 1, 4);
	if (fault < 8 || day > region_today)
		return last;
	r.sheet = POSTINGS;
	r.what = what;
	r.at = at;
	r.day = day;
	r.until = length == 0 || last > region_today ? NO_DAY : last;
	r.online = strlen(at) <= 6;	/* county level: 报告一（一） */
	r.place = strlen(at) > 9 ? "村委会公示栏" : strlen(at) > 6 ?
	    "乡镇政务公开栏" : "县政府门户网站";
	r.by = strlen(at) > 9 ? "村委会" : strlen(at) > 6 ? "乡镇人民政府" :
	    "县扶贫办";
	m->fn(m->ctx, &r);
	return last;
}

static void
objection(struct maker *m, const char *what, const char *at, int day)
{
	struct row	r = m->r;
	int		resolved = day + any(m, 1, 6);

	if (day > region_today)
		return;
	r.sheet = OBJECTIONS;
	r.what = what;
	r.at = at;
	r.day = day;
	r.until = resolved > region_today ? NO_DAY : resolved;
	r.by = "样例驻村工作队";
	m->fn(m->ctx, &r);
}

/* ---- a project */

static int
max(int a, int b)
{
	return a > b ? a : b;
}

/* Its places that have `digits` digits, or the ancestors there; each once. */
static int
places_at(const struct row *r, size_t digits, char out[PLACES_MAX][CODE])
{
	int	i, k, n = 0;

	if (strlen(r->division) >= digits) {
		memcpy(out[0], r->division, digits);
		out[0][digits] = '\0';
		return 1;
	}
	for (i = 0; i < r->nplaces; i++) {
		for (k = 0; k < n; k++)
			if (memcmp(out[k], r->places[i], digits) == 0)
				break;
		if (k < n)
			continue;
		memcpy(out[n], r->places[i], digits);
		out[n++][digits] = '\0';
	}
	return n;
}

static void
announce(struct maker *m, const char *step, size_t digits, int day)
{
	char	at[PLACES_MAX][CODE];
	int	i, n = places_at(&m->r, digits, at);

	for (i = 0; i < n; i++)
		posting(m, step, at[i], day + any(m, 0, 2), 10, 15);
}

static void
project_course(struct maker *m)
{
	int	drafted = NEW_YEAR + any(m, 6, 260), over, issued, bid;
	int	started, completed, accepted;

	event(m, "plan-drafted", drafted);
	over = posting(m, "plan-notice", m->county, drafted + any(m, 1, 3),
	    10, 10);
	event(m, "plan-submitted", over + any(m, 1, 4));
	issued = over + any(m, 10, 25);
	event(m, "plan-issued", issued);
	announce(m, "plan-announcement", 6, issued + any(m, 0, 2));
	event(m, "township-received", issued + 2);
	announce(m, "township-announcement", 9, issued + 2);
	event(m, "village-received", issued + 5);
	announce(m, "village-announcement", 12, issued + 5);
	bid = issued + any(m, 20, 40);
	event(m, "bidding-completed", bid);
	announce(m, "bid-announcement", 6, bid + any(m, 0, 2));
	started = bid + any(m, 5, 15);
	event(m, "started", started);
	if (any(m, 0, 1) == 0)
		event(m, "paid", started + any(m, 20, 30));
	completed = started + any(m, 35, 90);
	event(m, "completed", completed);
	announce(m, "completion-announcement", 6, completed + any(m, 1, 40));
	announce(m, "completion-announcement", 9, completed + any(m, 1, 40));
	announce(m, "completion-announcement", 12, completed + any(m, 1, 40));
	accepted = completed + any(m, 15, 40);
	event(m, "accepted", accepted);
	event(m, "paid", accepted + any(m, 3, 20));
}

/* Villages of the case: `n` in a row, sorted. */
static void
name_places(struct maker *m, int first, int n, int villages)
{
	int	i, v;

	m->r.named = n > 0;
	m->r.nplaces = n;
	for (i = 0; i < n; i++) {
		v = (first + i) % villages;
		snprintf(m->r.places[i], CODE, "%.6s%03d%03d", m->county,
		    100 + v / 5, 200 + v % 5);
	}
}

static void
sort_places(struct row *r)
{
	char	kept[CODE];
	int	i, k;

	for (i = 1; i < r->nplaces; i++) {
		memcpy(kept, r->places[i], CODE);
		for (k = i; k > 0 && strcmp(r->places[k - 1], kept) > 0; k--)
			memcpy(r->places[k], r->places[k - 1], CODE);
		memcpy(r->places[k], kept, CODE);
	}
}

static void
project(struct maker *m, const char *at)
{
	static const char *const	works[] = {
		"通屯道路硬化", "人畜饮水工程", "危房改造", "产业基地灌溉渠",
		"光伏电站", "村集体经济发展", "桥涵建设", "垃圾处理设施"
	};

	m->number++;
	snprintf(m->id, sizeof(m->id), "XM-2020-%.6s-%04d", m->county,
	    m->number);
	snprintf(m->title, sizeof(m->title), "样例%s项目（%d）",
	    works[any(m, 0, 7)], m->number);
	sort_places(&m->r);
	m->r.sheet = CASES;
	m->r.division = at;
	m->r.id = m->id;
	m->r.name = m->title;
	m->r.procedure = "project";
	m->r.batch = "";
	m->fn(m->ctx, &m->r);
	project_course(m);
}

/* ---- a village's households */

static void
exit_course(struct maker *m, int groups)
{
	int	first = SEPTEMBER + any(m, 0, 25), over = 0, i, reviewed;
	int	submitted, approved;

	event(m, "deliberated", first);
	for (i = 0; i < groups; i++)
		over = max(over, posting(m, "group-notice", m->r.places[i],
		    first + any(m, 1, 2), 7, 8));
	if (any(m, 0, 99) < 4)
		objection(m, "group-notice", m->r.places[0], first + 4);
	reviewed = over + any(m, 1, 3);
	event(m, "township-reviewed", reviewed);
	over = posting(m, "village-notice", m->village,
	    reviewed + any(m, 0, 2), 7, 8);
	submitted = over + any(m, 1, 4);
	event(m, "township-submitted", submitted);
	approved = submitted + any(m, 5, 12);
	event(m, "county-approved", approved);
	posting(m, "village-announcement", m->village,
	    approved + any(m, 0, 15), 0, 30);
}

static void
household_exit(struct maker *m, int groups)
{
	int	i;

	snprintf(m->id, sizeof(m->id), "TP-2020-%s", m->village);
	snprintf(m->title, sizeof(m->title), "样例村%s脱贫户名单",
	    m->village + 9);
	m->r = (struct row){ .sheet = CASES, .division = m->village,
	    .id = m->id, .name = m->title, .procedure = "household-exit",
	    .batch = "2020年脱贫户", .nplaces = groups };
	for (i = 0; i < groups; i++)
		snprintf(m->r.places[i], CODE, "%.12s%03d", m->village,
		    i + 1);
	m->fn(m->ctx, &m->r);
	exit_course(m, groups);
}

/* ---- places */

/* Of a whole that is dealt out, the share of one. */
static int
share(int whole, int parts, int i)
{
	return whole / parts + (i < whole % parts);
}

static void
village(struct maker *m, int t, int v, int projects)
{
	char	code[CODE], name[64];
	int	groups = any(m, 6, 12), i;

	snprintf(m->village, CODE, "%.6s%03d%03d", m->county, 100 + t,
	    200 + v);
	snprintf(name, sizeof(name), "样例村%d", 200 + v);
	division(m, m->village, name);
	for (i = 0; i < groups; i++) {
		snprintf(code, CODE, "%.12s%03d", m->village, i + 1);
		snprintf(name, sizeof(name), "样例%d屯", i + 1);
		division(m, code, name);
	}
	household_exit(m, groups);
	for (i = 0; i < projects; i++) {
		name_places(m, 0, 0, 1);
		project(m, m->village);
	}
}

/* Three projects in a hundred are the county's, seven a township's. */
static void
county(struct maker *m, const char *city, int k, int i)
{
	const int	villages = share(VILLAGES, COUNTIES, i);
	const int	all = share(PROJECTS, COUNTIES, i);
	const int	own = all * 3 / 100, townships = all * 7 / 100;
	char		name[64];
	int		v, n;

	snprintf(m->county, CODE, "%.4s%02d", city, 21 + k);
	snprintf(name, sizeof(name), "样例%d县", 21 + k);
	m->number = 0;
	division(m, m->county, name);
	for (n = 0; n < own; n++) {
		name_places(m, any(m, 0, villages - 1), any(m, 2, 3),
		    villages);
		project(m, m->county);
	}
	for (v = 0; v < villages; v++) {
		if (v % 5 == 0) {
			snprintf(m->township, CODE, "%.6s%03d", m->county,
			    100 + v / 5);
			snprintf(name, sizeof(name), "样例%d乡",
			    100 + v / 5);
			division(m, m->township, name);
			for (n = 0; n < share(townships, TOWNSHIPS, v / 5);
			    n++) {
				name_places(m, v, 2, villages);
				project(m, m->township);
			}
		}
		village(m, v / 5, v % 5, share(all - own - townships,
		    villages, v));
	}
}

void
region_year(int code, uint64_t seed, row_fn *fn, void *ctx)
{
	struct maker	m = { .fn = fn, .ctx = ctx };
	char		city[CODE], text[CODE], name[64];
	int		c, k, n = 0;

	snprintf(text, CODE, "%d", code);
	snprintf(name, sizeof(name), "样例区%d", code);
	division(&m, text, name);
	for (c = 0; c < CITIES; c++) {
		snprintf(city, CODE, "%d%02d", code, c + 1);
		snprintf(name, sizeof(name), "样例%d市", c + 1);
		division(&m, city, name);
		for (k = 0; k < share(COUNTIES, CITIES, c); k++, n++) {
			m.state = seed * 1000003u + (uint64_t)code * 1000u +
			    (uint64_t)n;
			county(&m, city, k, n);
		}
	}
}
