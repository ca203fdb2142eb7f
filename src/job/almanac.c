#include "job/almanac.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "calendar/days_ics.h"
#include "folder/beside.h"
#include "input/source.h"
#include "time/festival.h"

enum {
	LAST_WEEK = 25,			/* of December: the next year's */
	OPEN_FROM = 29			/* of December, till that is out */
};

/* ---- books */

static size_t
index_of(struct day d)
{
	return (size_t)day_diff(day_make(day_ymd(d).year, 1, 1), d);
}

static struct day
day_at(const struct book *b, size_t i)
{
	return day_add(day_make(b->now.year, 1, 1), (int32_t)i);
}

static size_t
days_of(const struct book *b)
{
	return index_of(day_make(b->now.year, 12, 31)) + 1;
}

const struct holiday *
book_says(const struct ics_days *d, size_t day)
{
	return d->day[day] != NULL ? d->day[day] : d->remark[day];
}

const char *
book_name(struct arena *a, const struct book *b)
{
	return arena_printf(a, "cn/%s%s%d.ics", b->now.scope,
	    *b->now.scope == '\0' ? "" : "/", b->now.year);
}

/* The file of a year in a folder, whatever its ending's case; or NULL. */
static const char *
find_file(struct almanac *m, const char *dir, const char *scope, int year)
{
	static const char *const	 endings[] = { "ics", "ICS", "Ics" };
	const char			*path;
	size_t				 i;

	for (i = 0; dir != NULL && i < 3; i++) {
		path = arena_printf(m->arena, "%s/cn/%s%s%d.%s", dir, scope,
		    *scope == '\0' ? "" : "/", year, endings[i]);
		if (access(path, F_OK) == 0)
			return path;
	}
	return NULL;
}

static const char *
file_of(struct almanac *m, const char *scope, int year)
{
	const char	*path = find_file(m, m->target, scope, year);

	return path != NULL ? path : find_file(m, m->shipped, scope, year);
}

/* The book of a year in one of the lists, read where a file is there. */
static struct book *
open_book(struct almanac *m, struct book **list, const char *scope, int year)
{
	struct book	*b;
	const char	*path;

	while (*list != NULL && (*list)->now.year < year)
		list = &(*list)->next;
	if (*list != NULL && (*list)->now.year == year)
		return *list;
	b = arena_alloc(m->arena, sizeof(*b));
	path = file_of(m, scope, year);
	b->there = path != NULL;
	b->now = (struct ics_days){ .scope = scope, .year = year,
	    .path = path };
	if (path != NULL && !ics_days_read(m->arena, &b->now, m->diags))
		return NULL;
	b->was = b->now;
	b->next = *list;
	*list = b;
	return b;
}

static struct book *
own_book(struct almanac *m, int year)
{
	return open_book(m, &m->books, m->division, year);
}

static void
set(struct almanac *m, struct book *b, const struct holiday *like)
{
	struct holiday	*h = arena_alloc(m->arena, sizeof(*h));
	size_t		 i = index_of(like->day);

	*h = *like;
	h->scope = b->now.scope;
	b->now.day[i] = b->now.remark[i] = NULL;
	if (h->remark)
		b->now.remark[i] = h;
	else
		b->now.day[i] = h;
}

static void
set_open(struct almanac *m, struct book *b, struct day d, const char *why)
{
	set(m, b, &(struct holiday){ .day = d, .kind = DAY_UNSETTLED,
	    .name = "", .notice = why });
}

/* What is open from a day of the year on is so no more. */
static void
settle(struct book *b, size_t from)
{
	size_t	i;

	for (i = from; i < ICS_YEAR; i++)
		if (b->now.day[i] != NULL &&
		    b->now.day[i]->kind == DAY_UNSETTLED)
			b->now.day[i] = NULL;
}

static enum day_kind
plain(struct day d)
{
	int	weekday = day_weekday(d);

	return weekday == 0 || weekday == 6 ? DAY_OFF : DAY_WORKED;
}

/* What the country says of a day, where a division asks; NULL: nothing. */
static const struct holiday *
country_says(struct almanac *m, struct day d)
{
	struct book	*b;

	if (*m->division == '\0')
		return NULL;
	b = open_book(m, &m->country, "", day_ymd(d).year);
	return b == NULL ? NULL : b->now.day[index_of(d)];
}

/* Without the division's own word. */
static enum day_kind
kind_without(struct almanac *m, struct day d)
{
	const struct holiday	*h = country_says(m, d);

	return h == NULL ? plain(d) : h->kind;
}

static enum day_kind
kind_now(struct almanac *m, struct day d)
{
	const struct book	*b = own_book(m, day_ymd(d).year);

	if (b == NULL || b->now.day[index_of(d)] == NULL)
		return kind_without(m, d);
	return b->now.day[index_of(d)]->kind;
}

/* ---- one source laid over what is there */

/* Its number, what was given for it, or its address; NULL: an error. */
static const char *
basis_of(struct almanac *m, const struct source *s)
{
	if (*s->number != '\0')
		return s->number;
	if (m->basis != NULL)
		return m->basis;
	if (*s->address != '\0')
		return s->address;
	diag_error(m->diags, (struct place){ .path = s->path }, _("neither "
	    "the number of a notice nor an address stands in it: who "
	    "announced these days?"));
	diag_note(m->diags, NOWHERE, _("with the number or the "
	    "page's address: --source \"国办发明电〔2025〕7号\""));
	return NULL;
}

/* Nothing but the last days of it was ever said. */
static bool
is_all_open(const struct book *b)
{
	return b->now.day[0] != NULL && b->now.day[0]->kind == DAY_UNSETTLED;
}

/*
 * The year before has no file: its own notice never came, and of its days
 * those that this one names are all that is known.
 */
static void
open_all(struct almanac *m, struct book *b)
{
	const char	*why = arena_printf(m->arena, "%d年放假通知尚未录入",
			    b->now.year);
	size_t		 i;

	for (i = 0; i < days_of(b); i++)
		set_open(m, b, day_at(b, i), why);
	diag_warn(m->diags, NOWHERE, _("%s is not there: of that "
	    "year only the days of this notice are settled; add its own "
	    "notice too"), book_name(m->arena, b));
}

/* Of 国办发明电〔2019〕16号 the 2019, and of the series the 16; or false. */
static bool
read_number(const char *notice, size_t *series, long *year, long *n)
{
	const char	*open = strstr(notice, "〔");
	char		*end;

	if (open == NULL)
		return false;
	*series = (size_t)(open - notice);
	*year = strtol(open + strlen("〔"), &end, 10);
	if (strncmp(end, "〕", strlen("〕")) != 0)
		return false;
	*n = strtol(end + strlen("〕"), &end, 10);
	return *year > 0 && *n > 0 && strcmp(end, "号") == 0;
}

/* An older notice, added again, takes nothing from the one that changed it. */
static bool
is_older(const char *basis, const struct holiday *h)
{
	size_t	mine, its;
	long	year, n, its_year, its_n;

	if (h == NULL || !read_number(basis, &mine, &year, &n) ||
	    !read_number(h->notice, &its, &its_year, &its_n))
		return false;
	if (year != its_year)
		return year < its_year;
	return mine == its && strncmp(basis, h->notice, mine) == 0 &&
	    n < its_n;
}

static bool
lay_day(struct almanac *m, const struct stated *t, const char *basis, int year)
{
	const struct holiday	*country = country_says(m, t->day);
	struct book		*b = own_book(m, day_ymd(t->day).year);

	if (b == NULL)
		return false;
	if (b->now.year < year && !b->there && *m->division == '\0' &&
	    b->now.day[0] == NULL)
		open_all(m, b);
	if (is_older(basis, book_says(&b->now, index_of(t->day))))
		return true;
	if (country != NULL && !t->remark && country->kind == t->kind &&
	    book_says(&b->now, index_of(t->day)) == NULL)
		return true;		/* as the country has it */
	set(m, b, &(struct holiday){ .day = t->day, .kind = t->kind,
	    .name = t->name, .notice = basis, .remark = t->remark });
	b->said[index_of(t->day)] = true;
	b->place[index_of(t->day)] = t->place;
	return true;
}

/* 延长春节假期至: from behind the last day of that holiday on. */
static bool
prolong(struct almanac *m, const struct source *s, const char *basis)
{
	struct stated		 t = s->extend;
	struct book		*b = own_book(m, s->year);
	const struct holiday	*h;
	size_t			 i, last = index_of(t.day);

	if (b == NULL)
		return false;
	for (i = last; i-- > 0;) {
		h = b->now.day[i];
		if (h != NULL && h->kind == DAY_OFF &&
		    strcmp(h->name, t.name) == 0)
			break;
	}
	if (i == (size_t)-1 || last - i > 31) {
		diag_error(m->diags, t.place, _("%s is prolonged, and is not "
		    "in the calendar: add the year's own notice first"),
		    t.name);
		return false;
	}
	while (++i <= last) {
		t.day = day_at(b, i);
		if (!lay_day(m, &t, basis, s->year))
			return false;
	}
	return true;
}

/* The last days of a year wait for the next notice. */
static void
open_last_days(struct almanac *m, struct book *b)
{
	const char	*why = arena_printf(m->arena, "%d年放假通知尚未发布",
			    b->now.year + 1);
	struct day	 d = day_make(b->now.year, 12, OPEN_FROM);

	if (*m->division != '\0' ||
	    file_of(m, "", b->now.year + 1) != NULL)
		return;
	for (; day_ymd(d).year == b->now.year; d = day_add(d, 1))
		if (b->now.day[index_of(d)] == NULL)
			set_open(m, b, d, why);
}

static bool
lay(struct almanac *m, const struct source *s)
{
	const char	*basis = basis_of(m, s);
	struct book	*b = own_book(m, s->year), *before;
	size_t		 i;

	if (basis == NULL || b == NULL)
		return false;
	before = own_book(m, s->year - 1);
	if (before == NULL)
		return false;
	settle(b, 0);
	if (!is_all_open(before))
		settle(before, index_of(day_make(s->year - 1, 12,
		    LAST_WEEK)));
	for (i = 0; i < s->n; i++)
		if (!lay_day(m, &s->days[i], basis, s->year))
			return false;
	if (day_is(s->extend.day) && !prolong(m, s, basis))
		return false;
	open_last_days(m, b);
	return true;
}

/* ---- does it hold? */

static const char *
kind_word(enum day_kind k)
{
	return k == DAY_OFF ? _("off") : k == DAY_WORKED ? _("worked") :
	    _("open");
}

/* Both are shown. */
static bool
differ(struct almanac *m, const struct source *s, const struct stated *t,
    struct day d, enum day_kind here, enum day_kind there)
{
	struct place	 at = t != NULL ? t->place :
			    (struct place){ .path = s->path };
	struct book	*b = own_book(m, day_ymd(d).year);

	diag_error(m->diags, at, _("the sources differ: here %s is %s"),
	    source_day(m->arena, d), kind_word(here));
	if (b->said[index_of(d)])
		diag_note(m->diags, b->place[index_of(d)],
		    _("here it is %s"), kind_word(there));
	else
		diag_note(m->diags, NOWHERE,
		    _("by the others it is %s"), kind_word(there));
	return false;
}

/* A feed, JSON or a copy of a notice: the same days as those laid? */
static bool
compare(struct almanac *m, const struct source *s)
{
	struct day		 d = day_make(s->year - 1, 12, LAST_WEEK);
	const struct stated	*t;
	const struct book	*b;
	enum day_kind		 here, there;
	bool			 good = true;

	for (; day_ymd(d).year <= s->year; d = day_add(d, 1)) {
		t = source_says(s, d);
		b = own_book(m, day_ymd(d).year);
		if (b == NULL)
			return false;
		if (t == NULL && !b->said[index_of(d)])
			continue;
		here = t != NULL ? t->kind : kind_without(m, d);
		there = kind_now(m, d);
		if (here != there)
			good = differ(m, s, t, d, here, there);
	}
	return good;
}

/* 全国年节及纪念日放假办法, as it was in a year. */
static const struct law {
	int		from, until;
	const char	*name;
	int		month, day;	/* 0: behind a festival, by days */
	enum festival	festival;
} law[] = {
	{ 2000, 9999, "元旦", 1, 1, 0 },
	{ 2008, 2013, "除夕", 0, -1, FESTIVAL_NEW_YEAR },
	{ 2025, 9999, "除夕", 0, -1, FESTIVAL_NEW_YEAR },
	{ 2008, 9999, "春节", 0, 0, FESTIVAL_NEW_YEAR },
	{ 2008, 9999, "春节", 0, 1, FESTIVAL_NEW_YEAR },
	{ 2014, 9999, "春节", 0, 2, FESTIVAL_NEW_YEAR },
	{ 2008, 9999, "清明节", 0, 0, FESTIVAL_BRIGHT },
	{ 2000, 9999, "劳动节", 5, 1, 0 },
	{ 2025, 9999, "劳动节", 5, 2, 0 },
	{ 2008, 9999, "端午节", 0, 0, FESTIVAL_BOAT },
	{ 2008, 9999, "中秋节", 0, 0, FESTIVAL_MOON },
	{ 2000, 9999, "国庆节", 10, 1, 0 },
	{ 2000, 9999, "国庆节", 10, 2, 0 },
	{ 2000, 9999, "国庆节", 10, 3, 0 },
};

static struct day
law_day(const struct law *l, int year)
{
	if (year < l->from || year > l->until)
		return DAY_NONE;
	return l->month != 0 ? day_make(year, l->month, l->day) :
	    day_add(festival_day(year, l->festival), l->day);
}

/*
 * A notice names each of these days, on a weekend too.  A division may add
 * days off, and takes none of these away.
 */
static bool
is_kept(struct almanac *m, struct day d)
{
	const struct holiday	*h = own_book(m,
				    day_ymd(d).year)->now.day[index_of(d)];

	if (*m->division != '\0')
		return h == NULL || h->kind == DAY_OFF;
	return h != NULL && h->kind == DAY_OFF;
}

static bool
check_law(struct almanac *m, const struct source *s)
{
	struct day	d;
	size_t		i;
	bool		good = true;

	for (i = 0; i < sizeof(law) / sizeof(law[0]); i++) {
		d = law_day(&law[i], s->year);
		if (!day_is(d) || is_kept(m, d))
			continue;
		diag_error(m->diags, (struct place){ .path = s->path },
		    _("%s is a day off by law (%s), and is not off here"),
		    source_day(m->arena, d), law[i].name);
		good = false;
	}
	if (!good && !own_book(m, s->year)->there && *m->division == '\0')
		diag_note(m->diags, NOWHERE, _("a notice that "
		    "changes another is added behind it"));
	return good;
}

static bool
is_weekend(struct day d)
{
	return plain(d) == DAY_OFF;
}

/*
 * A year's notice moves days and gives none: what is off from Monday to Friday,
 * less the weekend days worked for it, has come to the number of the law each
 * year.  Where it does not, a line may have been lost.
 */
static void
weigh(struct almanac *m, const struct source *s)
{
	int	off = 0, worked = 0, by_law = 0;
	size_t	i;

	for (i = 0; i < sizeof(law) / sizeof(law[0]); i++)
		by_law += s->year >= law[i].from && s->year <= law[i].until;
	for (i = 0; i < s->n; i++) {
		off += s->days[i].kind == DAY_OFF &&
		    !is_weekend(s->days[i].day);
		worked += s->days[i].kind == DAY_WORKED &&
		    !s->days[i].remark;
	}
	if (!s->whole || off - worked == by_law)
		return;
	diag_warn(m->diags, (struct place){ .path = s->path }, _("%d days "
	    "from Monday to Friday are off and %d of weekends are worked; "
	    "by law (%d days) one would expect %d: was a line lost?"), off,
	    worked, by_law, off - by_law);
}

/* It has always lain within two weeks of its holiday: 11 days at the most. */
static void
look_far(struct almanac *m, const struct source *s)
{
	enum { FAR = 14 };
	const struct stated	*t, *u;
	int			 apart, best;
	size_t			 i, j;

	for (i = 0; i < s->n; i++) {
		t = &s->days[i];
		if (t->kind != DAY_WORKED || t->remark || *t->name == '\0')
			continue;
		for (best = FAR + 1, j = 0; j < s->n; j++) {
			u = &s->days[j];
			apart = abs(day_diff(t->day, u->day));
			if (u->kind == DAY_OFF && apart < best &&
			    strcmp(u->name, t->name) == 0)
				best = apart;
		}
		if (best > FAR)
			diag_warn(m->diags, t->place, _("%s is far from its "
			    "holiday (%s): is the date right?"),
			    source_day(m->arena, t->day), t->name);
	}
}

/* Whose notice is it? */
static bool
check_author(struct almanac *m, const struct source *s)
{
	struct place	at = { .path = s->path };

	if (s->form == SOURCE_NOTICE && s->country && *m->division != '\0')
		diag_error(m->diags, at, _("this is a notice of the State "
		    "Council: it holds for the country, so leave --division "
		    "out"));
	else if (s->local && *m->division == '\0')
		diag_error(m->diags, at, _("this is a region's notice: say "
		    "whose with --division, as --division 45"));
	else
		return true;
	return false;
}

/* ---- all of them */

/* By year; then notices first, by the day on which they were issued. */
static int
by_time(const void *a, const void *b)
{
	const struct source	*x = a, *y = b;

	if (x->year != y->year)
		return x->year - y->year;
	if (x->form != y->form)
		return (int)x->form - (int)y->form;
	if (day_is(x->issued) && day_is(y->issued) &&
	    day_cmp(x->issued, y->issued) != 0)
		return day_cmp(x->issued, y->issued);
	return strcmp(x->path, y->path);
}

/* Two copies of one notice, or two notices of a year? */
static bool
is_copy(const struct source *a, const struct source *b)
{
	if (a->whole && b->whole)
		return true;
	return strcmp(a->number, b->number) == 0 && (!day_is(a->issued) ||
	    !day_is(b->issued) || day_cmp(a->issued, b->issued) == 0);
}

/* One year's sources: those that are laid, then those held against them. */
static bool
add_year(struct almanac *m, const struct source *s, int n)
{
	bool	good = true, copy;
	int	i, j;

	for (i = 0; i < n && good; i++) {
		copy = i > 0 && s[i].form != SOURCE_NOTICE;
		for (j = 0; j < i && !copy; j++)
			copy = is_copy(&s[j], &s[i]);
		if (copy) {
			good = compare(m, &s[i]);
			continue;
		}
		weigh(m, &s[i]);
		look_far(m, &s[i]);
		good = lay(m, &s[i]);
	}
	return good && check_law(m, &s[0]);
}

bool
almanac_add(struct almanac *m, char *const *paths, int n)
{
	struct source	*s = arena_array(m->arena, (size_t)n, sizeof(*s));
	bool		 good = true;
	int		 i, j;

	for (i = 0; i < n; i++) {
		s[i].path = paths[i];
		good = source_read(m->arena, &s[i], m->diags) &&
		    check_author(m, &s[i]) && good;
	}
	if (!good)
		return false;
	qsort(s, (size_t)n, sizeof(*s), by_time);
	for (i = 0; i < n && good; i = j) {
		for (j = i + 1; j < n && s[j].year == s[i].year;)
			j++;
		good = add_year(m, s + i, j - i);
	}
	return good;
}

bool
almanac_unsettle(struct almanac *m, struct day from, struct day to)
{
	struct book	*b = own_book(m, day_ymd(from).year);
	const char	*why;
	size_t		 i;
	struct day	 d;

	if (b == NULL)
		return false;
	for (i = 0; i < ICS_YEAR; i++)
		if (book_says(&b->now, i) != NULL && (b->now.day[i] == NULL ||
		    b->now.day[i]->kind != DAY_UNSETTLED)) {
			diag_error(m->diags, (struct place){ .path =
			    b->now.path }, _("this year's notice is in it "
			    "already: nothing of it is open"));
			return false;
		}
	why = m->basis != NULL ? m->basis : arena_printf(m->arena,
	    "本地%d年放假通知尚未发布", b->now.year);
	settle(b, 0);
	for (d = from; day_cmp(d, to) <= 0; d = day_add(d, 1)) {
		set_open(m, b, d, why);
		b->said[index_of(d)] = true;
	}
	return true;
}

/* ---- what differs, and writing it */

static bool
same(const struct holiday *a, const struct holiday *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return a->kind == b->kind && a->remark == b->remark &&
	    strcmp(a->name, b->name) == 0 &&
	    strcmp(a->notice, b->notice) == 0;
}

bool
book_changes(const struct book *b)
{
	size_t	i;

	for (i = 0; i < ICS_YEAR; i++)
		if (!same(b->now.day[i], b->was.day[i]) ||
		    !same(b->now.remark[i], b->was.remark[i]))
			return true;
	return false;
}

bool
almanac_changes(const struct almanac *m)
{
	const struct book	*b;

	for (b = m->books; b != NULL; b = b->next)
		if (book_changes(b))
			return true;
	return false;
}

/* Everybody may read it, whatever the umask of who runs this. */
static bool
make_one(const char *path)
{
	return mkdir(path, 0755) == 0 ? chmod(path, 0755) == 0 :
	    errno == EEXIST;
}

static bool
make_folder(struct almanac *m, const char *dir)
{
	char	*path = arena_dup(m->arena, dir), *p;

	for (p = path + 1; (p = strchr(p, '/')) != NULL; p++) {
		*p = '\0';
		(void)make_one(path);
		*p = '/';
	}
	if (make_one(path))
		return true;
	(void)diag_unwritten(m->diags, path);
	return false;
}

/* The name it has there, be it 2027.ICS, so that no second one comes. */
static const char *
name_of(struct almanac *m, const struct book *b)
{
	const char	*path = find_file(m, m->target, b->now.scope,
			    b->now.year);

	return path == NULL ? arena_printf(m->arena, "%d.ics", b->now.year) :
	    strrchr(path, '/') + 1;
}

static bool
write_book(struct almanac *m, const struct book *b)
{
	const char	*dir = arena_printf(m->arena, "%s/cn%s%s", m->target,
			    *b->now.scope == '\0' ? "" : "/", b->now.scope);
	struct beside	 f;
	bool		 good;

	if (!make_folder(m, dir) || !beside_open(m->arena, dir,
	    name_of(m, b), BESIDE_OUTSIDE, &f, m->diags))
		return false;
	good = fputs(days_ics(m->arena, &b->now), f.file) >= 0 &&
	    fchmod(fileno(f.file), 0644) == 0;
	if (!good)
		(void)diag_unwritten(m->diags, f.path);
	return beside_close(&f, good, m->diags) && good;
}

bool
almanac_write(struct almanac *m)
{
	const struct book	*b;

	for (b = m->books; b != NULL; b = b->next)
		if (book_changes(b) && !write_book(m, b))
			return false;
	return true;
}
