#include "input/holidays.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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
	struct ics_days	**files;		/* by prefix, then year */
	size_t		 n;
	size_t		 cap;
	bool		 country[YEARS];
	struct day	 first;
	int32_t		 days;
};

struct names {
	const char	**all;
	size_t		  n;
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder, sorted by bytes. */
static bool
list(struct loader *l, const char *dir, struct names *names)
{
	DIR		*d = opendir(dir);
	struct dirent	*e;
	size_t		 cap = 0;

	*names = (struct names){0};
	if (d == NULL) {
		diag_error(l->diags, (struct place){.path = dir},
		    _("the calendars' folder cannot be opened: %s"),
		    strerror(errno));
		return false;
	}
	while ((e = readdir(d)) != NULL) {
		names->all = arena_grow(l->arena, names->all, names->n, &cap,
		    sizeof(*names->all));
		names->all[names->n++] = arena_dup(l->arena, e->d_name);
	}
	(void)closedir(d);
	if (names->n > 0)
		qsort(names->all, names->n, sizeof(*names->all), by_name);
	return true;
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

static bool
is_folder(const char *path)
{
	struct stat	 st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
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
load_folder(struct loader *l, const char *dir, const char *scope,
    const struct names *names)
{
	const char	*path;
	size_t		 i;
	int		 year;

	for (i = 0; i < names->n; i++) {
		if (!is_ics(names->all[i]))
			continue;
		path = arena_printf(l->arena, "%s/%s", dir, names->all[i]);
		year = year_of(names->all[i]);
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
is_prefix(struct loader *l, const char *dir, const char *name)
{
	char	 code[DIVISION_MAX + 1];

	if (strlen(name) <= PREFIX && division_parse(name, code) &&
	    strcmp(code, name) == 0)
		return true;
	diag_error(l->diags, (struct place){.path = dir}, _("the folder's name "
	    "is no division code without the zeros at its end, as 45 or "
	    "4501"));
	return false;
}

static void
load_divisions(struct loader *l, const char *dir, const struct names *names)
{
	struct names	 below;
	const char	*path, *name;
	size_t		 i;

	for (i = 0; i < names->n; i++) {
		name = names->all[i];
		if (*name == '\0' ||
		    name[strspn(name, "0123456789")] != '\0')
			continue;
		path = arena_printf(l->arena, "%s/%s", dir, name);
		if (is_folder(path) && is_prefix(l, path, name) &&
		    list(l, path, &below))
			load_folder(l, path, name, &below);
	}
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
calendars_load(struct arena *a, const char *dir, struct diags *d)
{
	struct loader	 l = {.arena = a, .diags = d};
	const char	*cn = arena_printf(a, "%s/cn", dir);
	size_t		 before = diags_errors(d);
	struct names	 names;

	if (!list(&l, cn, &names))
		return NULL;
	load_folder(&l, cn, "", &names);
	if (l.n == 0) {
		diag_error(d, (struct place){.path = cn}, _("there is no "
		    "calendar in this folder (as 2020.ics)"));
		return NULL;
	}
	load_divisions(&l, cn, &names);
	if (diags_errors(d) > before)
		return NULL;
	return build(&l);
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
