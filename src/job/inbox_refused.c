#include <errno.h>
#include <string.h>

#include "job/inbox_way.h"

/* What lies refused. */
struct found {
	struct arena	*arena;
	const char	**names;	/* DAY/NAME */
	size_t		 n, cap;
};

/*
 * Anything but what nights and desktops put there themselves.  False: it
 * cannot be read.
 */
static bool
look_day(struct found *l, const struct folder *in, const char *name)
{
	struct folder	 f;
	const char	**names;
	size_t		 n = 0, i;
	bool		 good;

	if (!folder_enter(in, name, name, &f))
		return folder_fault(errno) == FOLDER_FOREIGN;
	good = folder_list(&f, l->arena, &names, &n);
	for (i = 0; good && i < n; i++) {
		if (contents_leaves(names[i]))
			continue;
		l->names = arena_grow(l->arena, l->names, l->n, &l->cap,
		    sizeof(*l->names));
		l->names[l->n++] = arena_printf(l->arena, "%s/%s", name,
		    names[i]);
	}
	folder_close(&f);
	return good;
}

/* DAY, or DAY-2 */
static bool
is_of_day(const char *name, const char *day)
{
	size_t	n = strlen(day);

	return strncmp(name, day, n) == 0 && (name[n] == '\0' ||
	    name[n] == '-');
}

/* In one folder `refused`; false: it cannot be read. */
static bool
look_refused(struct found *l, const struct folder *inbox, const char *name,
    const char *but)
{
	struct folder	 f;
	const char	**days;
	size_t		 n, i;
	bool		 good;

	if (!folder_enter(inbox, name, name, &f))
		return folder_fault(errno) == FOLDER_FOREIGN;
	good = folder_list(&f, l->arena, &days, &n);
	for (i = 0; good && i < n; i++)
		if (days[i][0] != '.' && !is_of_day(days[i], but))
			good = look_day(l, &f, days[i]);
	folder_close(&f);
	return good;
}

/* When was one of the name that was refused then taken? */
static struct day
taken_since(struct arena *a, struct store *s, const char *name)
{
	struct day	day;

	if (strlen(name) < DAY_TEXT || name[DAY_TEXT - 1] != '/' ||
	    !day_parse(arena_ndup(a, name, DAY_TEXT - 1), &day))
		return DAY_NONE;
	return store_taken_since(s, day, name + DAY_TEXT);
}

static void
find_again(struct arena *a, struct store *s, const struct found *l,
    struct refused **list, size_t *open)
{
	size_t	i;

	*list = arena_alloc(a, (l->n + 1) * sizeof(**list));
	*open = 0;
	for (i = 0; i < l->n; i++) {
		(*list)[i] = (struct refused){ l->names[i],
		    taken_since(a, s, l->names[i]) };
		*open += !day_is((*list)[i].again);
	}
}

bool
inbox_refused(struct arena *a, struct store *s, const char *dir,
    struct day but, struct refused **list, size_t *count, size_t *open)
{
	struct found	 l = { .arena = a };
	struct folder	 inbox;
	const char	**names;
	size_t		 n, i;
	char		 day[DAY_TEXT];
	bool		 there = folder_open(dir, &inbox) &&
			    folder_list(&inbox, a, &names, &n);

	for (i = 0; there && i < n; i++)
		if (end_is(names[i]) && *names[i] == *end_names[0])
			there = look_refused(&l, &inbox, names[i],
			    day_is(but) ? day_print(but, day) : "-");
	folder_close(&inbox);
	find_again(a, s, &l, list, open);
	*count = l.n;
	return there;
}
