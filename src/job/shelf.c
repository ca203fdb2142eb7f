#include "job/shelf.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/text.h"
#include "output/ics.h"

enum { OPEN_MAX_FILES = 64 };	/* handles held at once */

struct shelf {
	const char	*code;
	const char	*tmp;
	FILE		*file;		/* NULL: closed for now */
	long long	 used;		/* when, to close the oldest */
	struct shelf	*left, *right;
};

struct shelves {
	struct arena		*arena;
	const char		*dir;
	const struct names	*names;
	struct diags		*d;
	struct shelf		*root;		/* a tree by code */
	struct shelf		*open[OPEN_MAX_FILES];
	int			 nopen;
	long long		 clock;
};

static bool
complain(struct shelves *p, const char *path)
{
	diag_fail(p->d, _("cannot write %s: %s"), path, strerror(errno));
	return false;
}

const char *
shelf_title(struct arena *a, const struct names *names, const char *code)
{
	const char	*name = name_of(names, code);

	if (*name == '\0')
		name = code;
	return arena_printf(a, *name == '\0' ? _("Publicity schedule") :
	    _("%s: publicity schedule"), name);
}

struct shelves *
shelves_open(struct arena *a, const char *dir, const struct names *names,
    struct diags *d)
{
	struct shelves	*p = arena_alloc(a, sizeof(*p));

	*p = (struct shelves){ .arena = a, .dir = dir, .names = names,
	    .d = d };
	if (mkdir(dir, 0777) == 0 || errno == EEXIST)
		return p;
	complain(p, dir);
	return NULL;
}

static unsigned long long
hash_of(const char *code)
{
	unsigned long long	h = HASH_START;

	while (*code != '\0')
		h = hash_add(h, (unsigned char)*code++);
	return h;
}

/* By hash, then code: codes come in order, which would make a list of it. */
static struct shelf **
find_shelf(struct shelves *p, const char *code)
{
	struct shelf		**at = &p->root;
	unsigned long long	  mine = hash_of(code), its;
	int			  c;

	while (*at != NULL && (c = strcmp(code, (*at)->code)) != 0) {
		its = hash_of((*at)->code);
		at = (mine != its ? mine < its : c < 0) ? &(*at)->left :
		    &(*at)->right;
	}
	return at;
}

/* At most OPEN_MAX_FILES are open: the one used longest ago is closed. */
static bool
make_room(struct shelves *p)
{
	int	i, oldest = 0;

	if (p->nopen < OPEN_MAX_FILES)
		return true;
	for (i = 1; i < p->nopen; i++)
		if (p->open[i]->used < p->open[oldest]->used)
			oldest = i;
	i = fclose(p->open[oldest]->file);
	p->open[oldest]->file = NULL;
	if (i != 0)
		return complain(p, p->open[oldest]->tmp);
	p->open[oldest] = p->open[--p->nopen];
	return true;
}

static bool
open_shelf(struct shelves *p, struct shelf *s, const char *mode)
{
	if (!make_room(p))
		return false;
	s->file = fopen(s->tmp, mode);
	if (s->file == NULL)
		return complain(p, s->tmp);
	p->open[p->nopen++] = s;
	return true;
}

FILE *
shelves_file(struct shelves *p, const char *code)
{
	struct shelf	**at = find_shelf(p, code), *s = *at;

	if (s == NULL) {
		s = *at = arena_alloc(p->arena, sizeof(*s));
		s->code = arena_dup(p->arena, code);
		s->tmp = arena_printf(p->arena, "%s/.%s.ics.tmp", p->dir,
		    code);
		if (!open_shelf(p, s, "w"))
			return NULL;
		if (!ics_begin(s->file, shelf_title(p->arena, p->names,
		    code))) {
			complain(p, s->tmp);
			return NULL;
		}
	} else if (s->file == NULL && !open_shelf(p, s, "a"))
		return NULL;
	s->used = ++p->clock;
	return s->file;
}

static bool
end_shelf(struct shelves *p, struct shelf *s)
{
	bool	good;

	if (s == NULL)
		return true;
	if (!end_shelf(p, s->left))
		return false;
	if (s->file == NULL && !open_shelf(p, s, "a"))
		return false;
	good = ics_end(s->file) && !ferror(s->file) && fflush(s->file) == 0 &&
	    fsync(fileno(s->file)) == 0;
	s->used = ++p->clock;
	return (good || complain(p, s->tmp)) && end_shelf(p, s->right);
}

bool
shelves_end(struct shelves *p)
{
	bool	good = end_shelf(p, p->root);

	while (p->nopen > 0)
		if (fclose(p->open[--p->nopen]->file) != 0)
			good = complain(p, p->open[p->nopen]->tmp);
	return good;
}

static bool
put(struct shelves *p, struct shelf *s, bool keep, long long *files)
{
	const char	*path;

	if (s == NULL)
		return true;
	path = arena_printf(p->arena, "%s/%s.ics", p->dir, s->code);
	if (!keep)
		unlink(s->tmp);
	else if (rename(s->tmp, path) != 0)
		return complain(p, path);
	++*files;
	return put(p, s->left, keep, files) && put(p, s->right, keep, files);
}

bool
shelves_close(struct shelves *p, bool keep, long long *files)
{
	while (p->nopen > 0)
		(void)fclose(p->open[--p->nopen]->file);
	return put(p, p->root, keep, files);
}
