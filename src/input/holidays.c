#include "input/holidays.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/division.h"
#include "base/hash.h"
#include "base/text.h"
#include "folder/folder.h"
#include "input/ics_days.h"

enum {
	YEAR_FIRST = 1949, YEAR_LAST = 2199,	/* of a file's name */
	YEARS = YEAR_LAST - YEAR_FIRST + 1,
	PREFIX = 12				/* digits of a folder's name */
};

struct scope {
	const char		 *prefix;
	const struct holiday	**says;		/* by day; NULL: nothing */
	struct workcal		  cal;
};

struct calendars {
	struct scope	*scopes;		/* by prefix; the first is "" */
	size_t		 n;
	bool		 country[YEARS];
};

/* Folders of calendars: a file in a later one wins.  NULL: there is none. */
enum rank { SHIPPED, LOCAL, FRESH, RANKS };

struct loader {
	struct arena	*arena;
	struct diags	*diags;
	const char	*dirs[RANKS];
	bool		 fresh;			/* that one had a file */
	struct ics_days	**files;		/* by prefix, then year */
	size_t		 n;
	size_t		 cap;
	bool		 country[YEARS];
	struct day	 first;
	int32_t		 days;
};

struct name {
	const char	*name;
	const char	*path;
	enum rank	 rank;
};

struct names {
	struct name	*all;
	size_t		 n;
	size_t		 cap;
};

/* Of those that are named alike the one that wins comes first. */
static int
by_name(const void *a, const void *b)
{
	const struct name	*x = a, *y = b;
	int			 c = strcmp(x->name, y->name);

	return c != 0 ? c : (int)y->rank - (int)x->rank;
}

static void
cannot_list(struct loader *l, const char *dir)
{
	if (folder_fault(errno) == FOLDER_FAILED)
		diag_fail(l->diags, _("%s: the calendars' folder cannot be "
		    "read: %s"), dir, text_error(errno));
	else
		diag_error(l->diags, (struct place){.path = dir},
		    _("the calendars' folder cannot be opened: %s"),
		    text_error(errno));
}

static bool
list(struct loader *l, const char *dir, enum rank rank, struct names *names)
{
	struct folder	 f;
	const char	**all;
	size_t		 n, i;
	bool		 good = folder_open(dir, &f) && folder_list(&f,
			    l->arena, &all, &n);

	if (!good)
		cannot_list(l, dir);
	folder_close(&f);
	for (i = 0; good && i < n; i++) {
		if (all[i][0] == '.')
			continue;
		names->all = arena_grow(l->arena, names->all, names->n,
		    &names->cap, sizeof(*names->all));
		names->all[names->n++] = (struct name){ all[i],
		    arena_printf(l->arena, "%s/%s", dir, all[i]), rank };
	}
	return good;
}

/* A folder `sub`, or NULL. */
static const char *
folder_in(struct loader *l, enum rank rank, const char *sub)
{
	const char	*path;

	if (l->dirs[rank] == NULL)
		return NULL;
	path = arena_printf(l->arena, "%s/%s", l->dirs[rank], sub);
	return path_is_folder(path, l->diags) ? path : NULL;
}

/* Of those named alike the first. */
static void
keep_first(struct names *names)
{
	size_t	i, n = 0;

	if (names->n > 0)
		qsort(names->all, names->n, sizeof(*names->all), by_name);
	for (i = 0; i < names->n; i++)
		if (i == 0 || strcmp(names->all[i].name,
		    names->all[n - 1].name) != 0)
			names->all[n++] = names->all[i];
	names->n = n;
}

/*
 * The names in all folders `sub`, sorted by bytes, each once.  Where none is
 * there, the shipped one is complained of.
 */
static bool
list_all(struct loader *l, const char *sub, struct names *names)
{
	const char	*dir;
	bool		 good = true, any = false;
	int		 r;

	*names = (struct names){0};
	for (r = SHIPPED; r < RANKS; r++) {
		dir = folder_in(l, (enum rank)r, sub);
		any |= dir != NULL;
		if (dir != NULL)
			good = list(l, dir, (enum rank)r, names) && good;
	}
	if (!any)
		good = list(l, arena_printf(l->arena, "%s/%s",
		    l->dirs[SHIPPED], sub), SHIPPED, names);
	keep_first(names);
	return good;
}

/* The year of YEAR.ics (or .ICS), or 0. */
static int
year_of(const char *name)
{
	int	 year;

	if (strspn(name, "0123456789") != 4 ||
	    strcasecmp(name + 4, ".ics") != 0)
		return 0;
	year = atoi(name);
	return year >= YEAR_FIRST && year <= YEAR_LAST ? year : 0;
}

static bool
is_code(const char *name)
{
	return name[strspn(name, "0123456789")] == '\0';
}

/* What is not read must not be missed in silence. */
static void
warn_unread(struct loader *l, const struct name *n)
{
	diag_warn(l->diags, (struct place){.path = n->path},
	    path_is_folder(n->path, l->diags) ?
	    _("not read: a division's calendars lie in cn/CODE/, as "
	    "cn/45/2020.ics") : _("not read: a calendar's name is its year, "
	    "as 2020.ics"));
}

static void
load_file(struct loader *l, const char *path, const char *scope, int year)
{
	struct ics_days	*f = arena_alloc(l->arena, sizeof(*f));

	f->path = path;
	f->scope = scope;
	f->year = year;
	(void)ics_days_read(l->arena, f, l->diags);
	l->files = arena_grow(l->arena, l->files, l->n, &l->cap,
	    sizeof(*l->files));
	l->files[l->n++] = f;
	if (*scope == '\0')
		l->country[year - YEAR_FIRST] = true;
}

/*
 * Is another file of that year read in its place?  Of 2020.ics and 2020.ICS in
 * one folder nobody knows which is meant.
 */
static bool
is_replaced(struct loader *l, const struct names *names, size_t i, int year)
{
	const struct name	*n = &names->all[i];
	size_t			 j;

	for (j = 0; j < names->n; j++) {
		if (j == i || year_of(names->all[j].name) != year)
			continue;
		if (names->all[j].rank > n->rank)
			return true;
		if (names->all[j].rank == n->rank && j > i)
			diag_error(l->diags, (struct place){.path =
			    names->all[j].path}, _("the second file of %d in "
			    "this folder: take one of them away"), year);
	}
	return false;
}

static void
load_folder(struct loader *l, const char *scope, const struct names *names)
{
	const struct name	*n;
	size_t			 i;
	int			 year;

	for (i = 0; i < names->n; i++) {
		n = &names->all[i];
		year = year_of(n->name);
		if (year == 0 && *scope == '\0' && is_code(n->name) &&
		    path_is_folder(n->path, l->diags))
			continue;	/* a division's */
		if (year == 0)
			warn_unread(l, n);
		else if (!is_replaced(l, names, i, year)) {
			load_file(l, n->path, scope, year);
			l->fresh |= n->rank == FRESH;
		}
	}
}

/* Is it the code of a division without the zero groups at its end? */
static bool
is_prefix(struct loader *l, const char *path, const char *name)
{
	char	 code[DIVISION_MAX + 1];

	if (strlen(name) <= PREFIX && division_parse(name, code) &&
	    strcmp(code, name) == 0)
		return true;
	diag_error(l->diags, (struct place){.path = path}, _("the folder's "
	    "name is no division code without the zeros at its end, as 45 or "
	    "4501"));
	return false;
}

static void
load_divisions(struct loader *l, const struct names *names)
{
	struct names	 below;
	const char	*name;
	size_t		 i;

	for (i = 0; i < names->n; i++) {
		name = names->all[i].name;
		if (is_code(name) &&
		    path_is_folder(names->all[i].path, l->diags) &&
		    is_prefix(l, names->all[i].path, name) && list_all(l,
		    arena_printf(l->arena, "cn/%s", name), &below))
			load_folder(l, name, &below);
	}
}

/* A file put one folder too high would be missed in silence. */
static void
warn_of_strays(struct loader *l, enum rank rank)
{
	const char	*dir = l->dirs[rank];
	struct names	 names = {0};
	size_t		 i;

	if (dir == NULL || !path_is_folder(dir, l->diags) ||
	    !list(l, dir, rank, &names))
		return;
	if (names.n > 0)
		qsort(names.all, names.n, sizeof(*names.all), by_name);
	for (i = 0; i < names.n; i++)
		if (strcmp(names.all[i].name, "cn") != 0)
			diag_warn(l->diags, (struct place){
			    .path = names.all[i].path}, _("not read: the "
			    "country's calendars lie in cn/, a division's in "
			    "cn/CODE/"));
}

/* From the first to the last year of which any file speaks. */
static void
measure(struct loader *l)
{
	int	 from = YEAR_LAST, to = YEAR_FIRST;
	size_t	 i;

	for (i = 0; i < l->n; i++) {
		from = l->files[i]->year < from ? l->files[i]->year : from;
		to = l->files[i]->year > to ? l->files[i]->year : to;
	}
	l->first = day_make(from, 1, 1);
	l->days = day_diff(l->first, day_make(to, 12, 31)) + 1;
}

static void
lay(const struct loader *l, struct scope *s, const struct ics_days *f)
{
	int32_t	 from = day_diff(l->first, day_make(f->year, 1, 1));
	size_t	 d;

	for (d = 0; d < ICS_YEAR; d++)
		if (f->day[d] != NULL)
			s->says[from + (int32_t)d] = f->day[d];
}

/* A division's year that nobody gave: its own days may be any. */
static void
lay_open(const struct loader *l, struct scope *s, const char *scope, int year)
{
	struct day	 d = day_make(year, 1, 1);
	const char	*notice = arena_printf(l->arena,
			    _("cn/%s/%d.ics is not there"), scope, year);
	struct holiday	*h;

	for (; day_ymd(d).year == year; d = day_add(d, 1)) {
		h = arena_alloc(l->arena, sizeof(*h));
		*h = (struct holiday){d, DAY_UNSETTLED, "", notice, scope,
		    .missing = true};
		s->says[day_diff(l->first, d)] = h;
	}
}

/* The country's years between two of the files of a division, or behind. */
static void
lay_gap(const struct loader *l, struct scope *s, const struct ics_days *f,
    int until)
{
	int	 year;

	if (*f->scope == '\0')
		return;
	for (year = f->year + 1; year < until; year++)
		if (l->country[year - YEAR_FIRST])
			lay_open(l, s, f->scope, year);
}

/* Files come by prefix, so that a longer one writes over a shorter one. */
static void
merge(const struct loader *l, struct scope *s)
{
	const struct ics_days	*f;
	size_t			 i;

	for (i = 0; i < l->n; i++) {
		f = l->files[i];
		if (!division_within(s->prefix, f->scope))
			continue;
		lay(l, s, f);
		lay_gap(l, s, f, i + 1 < l->n && strcmp(f->scope,
		    l->files[i + 1]->scope) == 0 ? l->files[i + 1]->year :
		    YEAR_LAST + 1);
	}
}

static enum day_kind
kind_on(const struct loader *l, const struct holiday *h, struct day d)
{
	int	 weekday = day_weekday(d);

	if (!l->country[day_ymd(d).year - YEAR_FIRST])
		return DAY_UNSETTLED;
	if (h != NULL)
		return h->kind;
	return weekday == 0 || weekday == 6 ? DAY_OFF : DAY_WORKED;
}

static struct scope
scope_build(struct loader *l, const char *prefix)
{
	struct scope	 s = {.prefix = prefix};
	size_t		 n = (size_t)l->days;
	uint8_t		*kind = arena_array(l->arena, n, sizeof(*kind));
	int32_t		 i;

	s.says = arena_array(l->arena, n, sizeof(*s.says));
	merge(l, &s);
	for (i = 0; i < l->days; i++)
		kind[i] = (uint8_t)kind_on(l, s.says[i],
		    day_add(l->first, i));
	s.cal = workcal_build(l->first, l->days, kind, arena_array(l->arena,
	    workcal_words(l->days), sizeof(int32_t)));
	return s;
}

static struct calendars *
build(struct loader *l)
{
	struct calendars	*c = arena_alloc(l->arena, sizeof(*c));
	size_t			 cap = 0, i;

	measure(l);
	memcpy(c->country, l->country, sizeof(c->country));
	for (i = 0; i < l->n; i++) {
		if (i > 0 && strcmp(l->files[i]->scope,
		    l->files[i - 1]->scope) == 0)
			continue;
		c->scopes = arena_grow(l->arena, c->scopes, c->n, &cap,
		    sizeof(*c->scopes));
		c->scopes[c->n++] = scope_build(l, l->files[i]->scope);
	}
	return c;
}

static bool
complain_empty(struct loader *l, const char *path)
{
	diag_error(l->diags, (struct place){.path = path}, _("there is no "
	    "calendar in this folder (as 2020.ics)"));
	return false;
}

static bool
load_all(struct loader *l)
{
	struct names	 names;
	int		 r;

	for (r = RANKS; r-- > 0;)
		warn_of_strays(l, (enum rank)r);
	if (!list_all(l, "cn", &names))
		return false;
	load_folder(l, "", &names);
	if (l->n == 0)
		return complain_empty(l, arena_printf(l->arena, "%s/cn",
		    l->dirs[SHIPPED]));
	load_divisions(l, &names);
	return l->dirs[FRESH] == NULL || l->fresh || complain_empty(l,
	    arena_printf(l->arena, "%s/cn", l->dirs[FRESH]));
}

struct calendars *
calendars_load(struct arena *a, const char *dir, const char *local,
    const char *fresh, struct diags *d)
{
	struct loader	 l = {.arena = a, .diags = d,
				.dirs = { dir, local, fresh } };
	size_t		 before = diags_errors(d);

	return load_all(&l) && diags_errors(d) == before ? build(&l) : NULL;
}

/* There are few scopes: those that have a folder, sorted by prefix. */
static const struct scope *
find(const struct calendars *c, const char *division)
{
	size_t	i;

	for (i = c->n; i-- > 1;)
		if (division_within(division, c->scopes[i].prefix))
			return &c->scopes[i];
	return &c->scopes[0];
}

const struct workcal *
calendars_for(const struct calendars *c, const char *division)
{
	return &find(c, division)->cal;
}

const struct holiday *
calendars_day(const struct calendars *c, const char *division, struct day d)
{
	const struct scope	*s = find(c, division);
	int64_t			 i = (int64_t)d.n - s->cal.first.n;

	return i < 0 || i >= s->cal.n ? NULL : s->says[i];
}

struct day
calendars_settled(const struct calendars *c, const char *division)
{
	const struct workcal	*cal = &find(c, division)->cal;
	int32_t			 i = 0;

	while (i < cal->n && cal->kind[i] == DAY_UNSETTLED)
		i++;
	if (i == cal->n)
		return DAY_NONE;
	return day_add(cal->first, cal->next_open[i] - 1);
}

const char *
calendars_scope(const struct calendars *c, size_t i)
{
	return i < c->n ? c->scopes[i].prefix : NULL;
}

bool
calendars_gap(const struct calendars *c, const char *division, struct day from,
    struct day to, struct gap *out)
{
	const struct holiday	*h;
	struct day		 d;
	int			 year;

	for (d = from; day_cmp(d, to) <= 0; d = day_add(d, 1)) {
		if (workcal_kind(calendars_for(c, division), d) !=
		    DAY_UNSETTLED)
			continue;
		h = calendars_day(c, division, d);
		year = day_ymd(d).year;
		*out = (struct gap){ d, year, "", true };
		if (year < YEAR_FIRST || year > YEAR_LAST ||
		    !c->country[year - YEAR_FIRST] || h == NULL)
			return true;
		out->scope = h->scope;
		out->missing = h->missing;
		return true;
	}
	return false;
}

/* Of the kinds of a year's days; *own: a file of the scope itself says some. */
static unsigned long long
hash_of(const struct scope *s, int32_t from, int32_t to, bool *settled,
    bool *own)
{
	unsigned long long	h = HASH_START;
	int32_t			i;

	*settled = *own = false;
	for (i = from; i < to; i++) {
		h = hash_add(h, s->cal.kind[i]);
		*settled |= s->cal.kind[i] != DAY_UNSETTLED;
		*own |= s->says[i] != NULL &&
		    strcmp(s->says[i]->scope, s->prefix) == 0;
	}
	return h;
}

const char *
calendars_digest(const struct calendars *c, struct arena *a)
{
	const struct workcal	*cal;
	const char		*text = "";
	unsigned long long	 h;
	bool			 settled, own;
	size_t			 i;
	int32_t			 from, to;
	int			 year;

	for (i = 0; i < c->n; i++) {
		cal = &c->scopes[i].cal;
		for (from = 0; from < cal->n; from = to) {
			year = day_ymd(day_add(cal->first, from)).year;
			to = day_diff(cal->first, day_make(year + 1, 1, 1));
			to = to < cal->n ? to : cal->n;
			h = hash_of(&c->scopes[i], from, to, &settled, &own);
			if (settled)
				text = arena_printf(a, "%s%s %d %d %016llx\n",
				    text, c->scopes[i].prefix, year, own, h);
		}
	}
	return text;
}
