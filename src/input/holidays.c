#include "input/holidays.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "base/text.h"
#include "base/division.h"
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
};

struct loader {
	struct arena	*arena;
	struct diags	*diags;
	const char	*dir;
	const char	*local;			/* its files win; or NULL */
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
	bool		 local;
};

struct names {
	struct name	*all;
	size_t		 n;
	size_t		 cap;
};

/* Of two that are named alike the local one comes first. */
static int
by_name(const void *a, const void *b)
{
	const struct name	*x = a, *y = b;
	int			 c = strcmp(x->name, y->name);

	return c != 0 ? c : y->local - x->local;
}

static bool
is_folder(const char *path)
{
	struct stat	 st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static bool
list(struct loader *l, const char *dir, bool local, struct names *names)
{
	DIR		*d = opendir(dir);
	struct dirent	*e;

	if (d == NULL) {
		diag_error(l->diags, (struct place){.path = dir},
		    _("the calendars' folder cannot be opened: %s"),
		    strerror(errno));
		return false;
	}
	while ((e = readdir(d)) != NULL) {
		names->all = arena_grow(l->arena, names->all, names->n,
		    &names->cap, sizeof(*names->all));
		names->all[names->n++] = (struct name){
			arena_dup(l->arena, e->d_name), arena_printf(l->arena,
			"%s/%s", dir, e->d_name), local
		};
	}
	(void)closedir(d);
	return true;
}

/* The folder `sub` of the local ones, or NULL. */
static const char *
local_folder(struct loader *l, const char *sub)
{
	const char	*path;

	if (l->local == NULL)
		return NULL;
	path = arena_printf(l->arena, "%s/%s", l->local, sub);
	return is_folder(path) ? path : NULL;
}

/* The names in both folders `sub`, sorted by bytes, each once. */
static bool
list_both(struct loader *l, const char *sub, struct names *names)
{
	const char	*dir = arena_printf(l->arena, "%s/%s", l->dir, sub);
	const char	*local = local_folder(l, sub);
	bool		 good = true;
	size_t		 i, n = 0;

	*names = (struct names){0};
	if (local == NULL || is_folder(dir))
		good = list(l, dir, false, names);
	if (local != NULL)
		good = list(l, local, true, names) && good;
	if (names->n > 0)
		qsort(names->all, names->n, sizeof(*names->all), by_name);
	for (i = 0; i < names->n; i++)
		if (i == 0 || strcmp(names->all[i].name,
		    names->all[n - 1].name) != 0)
			names->all[n++] = names->all[i];
	names->n = n;
	return good;
}

/* The year of YEAR.ics, or 0. */
static int
year_of(const char *name)
{
	int	 year;

	if (strspn(name, "0123456789") != 4 || strcmp(name + 4, ".ics") != 0)
		return 0;
	year = atoi(name);
	return year >= YEAR_FIRST && year <= YEAR_LAST ? year : 0;
}

static bool
is_ics(const char *name)
{
	size_t	 len = strlen(name);

	return len > 4 && name[0] != '.' && strcmp(name + len - 4, ".ics") == 0;
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

static void
load_folder(struct loader *l, const char *scope, const struct names *names)
{
	const char	*path;
	size_t		 i;
	int		 year;

	for (i = 0; i < names->n; i++) {
		if (!is_ics(names->all[i].name))
			continue;
		path = names->all[i].path;
		year = year_of(names->all[i].name);
		if (year == 0)
			diag_warn(l->diags, (struct place){.path = path},
			    _("not read: a calendar's name is its year, as "
			    "2020.ics"));
		else
			load_file(l, path, scope, year);
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
		if (*name == '\0' ||
		    name[strspn(name, "0123456789")] != '\0')
			continue;
		if (is_folder(names->all[i].path) &&
		    is_prefix(l, names->all[i].path, name) && list_both(l,
		    arena_printf(l->arena, "cn/%s", name), &below))
			load_folder(l, name, &below);
	}
}

/* A file put one folder too high would be missed in silence. */
static void
warn_of_strays(struct loader *l)
{
	struct names	 names = {0};
	size_t		 i;

	if (local_folder(l, ".") == NULL || !list(l, l->local, true, &names))
		return;
	for (i = 0; i < names.n; i++)
		if (is_ics(names.all[i].name))
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

static bool
within(const char *prefix, const char *code)
{
	return strncmp(code, prefix, strlen(prefix)) == 0;
}

/* Files come by prefix, so that a longer one writes over a shorter one. */
static void
merge(const struct loader *l, struct scope *s)
{
	const struct ics_days	*f;
	size_t			 i, d;
	int32_t			 from;

	for (i = 0; i < l->n; i++) {
		f = l->files[i];
		if (!within(f->scope, s->prefix))
			continue;
		from = day_diff(l->first, day_make(f->year, 1, 1));
		for (d = 0; d < ICS_YEAR; d++)
			if (f->day[d] != NULL)
				s->says[from + (int32_t)d] = f->day[d];
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

struct calendars *
calendars_load_both(struct arena *a, const char *dir, const char *local,
    struct diags *d)
{
	struct loader	 l = {.arena = a, .diags = d, .dir = dir,
				.local = local};
	size_t		 before = diags_errors(d);
	struct names	 names;

	warn_of_strays(&l);
	if (!list_both(&l, "cn", &names))
		return NULL;
	load_folder(&l, "", &names);
	if (l.n == 0) {
		diag_error(d, (struct place){.path = arena_printf(a, "%s/cn",
		    dir)}, _("there is no calendar in this folder (as "
		    "2020.ics)"));
		return NULL;
	}
	load_divisions(&l, &names);
	if (diags_errors(d) > before)
		return NULL;
	return build(&l);
}

struct calendars *
calendars_load(struct arena *a, const char *dir, struct diags *d)
{
	return calendars_load_both(a, dir, NULL, d);
}

/* There are few scopes: those that have a folder, sorted by prefix. */
static const struct scope *
find(const struct calendars *c, const char *division)
{
	size_t	i;

	for (i = c->n; i-- > 1;)
		if (strncmp(c->scopes[i].prefix, division,
		    strlen(c->scopes[i].prefix)) == 0)
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
