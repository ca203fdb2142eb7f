#include "job/calendars_folder.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/hash.h"
#include "base/text.h"
#include "calendar/ics.h"
#include "folder/draft.h"

enum { OPEN_MAX_FILES = 64 };	/* handles held at once */

struct calendar_file {
	const char	*code;
	struct draft	*draft;		/* NULL: in its place, or dropped */
	FILE		*file;		/* NULL: closed for now */
	long long	 used;		/* when, to close the oldest */
	struct calendar_file	*left, *right;
};

struct calendars_folder {
	struct arena		*arena;
	struct folder		 dir;
	mode_t			 mode;
	const struct names	*names;
	const struct catalogue	*words;
	struct diags		*d;
	struct calendar_file		*root;		/* a tree by code */
	struct calendar_file		*open[OPEN_MAX_FILES];
	int			 nopen;
	long long		 clock;
};

static bool
cannot_write(struct calendars_folder *p, const struct calendar_file *s)
{
	return diag_unwritten(p->d, arena_printf(p->arena, "%s/%s.ics",
	    p->dir.path, s->code));
}

const char *
calendar_title(struct arena *a, const struct catalogue *words,
    const struct names *names, const char *code)
{
	const char	*name = name_of(names, code);

	if (*name == '\0')
		name = code;
	return *name == '\0' ? text_say(words, N_("Publicity schedule")) :
	    arena_printf(a, text_say(words, N_("%s: publicity schedule")),
	    name);
}

struct calendars_folder *
calendars_folder_open(struct arena *a, const char *dir, mode_t mode,
    const struct names *names, const struct catalogue *words,
    struct diags *d)
{
	struct calendars_folder	*p = arena_alloc(a, sizeof(*p));

	*p = (struct calendars_folder){ .arena = a, .dir = FOLDER_NONE,
	    .mode = mode, .names = names, .words = words, .d = d };
	if (folder_open_made(dir, &p->dir)) {
		draft_sweep(&p->dir, NULL);
		return p;
	}
	diag_unwritten(p->d, dir);
	return NULL;
}

/* By hash, then code: codes come in order, which would make a list of it. */
static struct calendar_file **
find_calendar(struct calendars_folder *p, const char *code)
{
	struct calendar_file		**at = &p->root;
	unsigned long long	  mine = hash_text(HASH_START, code), its;
	int			  c;

	while (*at != NULL && (c = strcmp(code, (*at)->code)) != 0) {
		its = hash_text(HASH_START, (*at)->code);
		at = (mine != its ? mine < its : c < 0) ? &(*at)->left :
		    &(*at)->right;
	}
	return at;
}

/* At most OPEN_MAX_FILES are open: the one used longest ago is closed. */
static bool
make_room(struct calendars_folder *p)
{
	struct calendar_file	*s;
	int		 i, oldest = 0;

	if (p->nopen < OPEN_MAX_FILES)
		return true;
	for (i = 1; i < p->nopen; i++)
		if (p->open[i]->used < p->open[oldest]->used)
			oldest = i;
	s = p->open[oldest];
	p->open[oldest] = p->open[--p->nopen];
	i = fclose(s->file);
	s->file = NULL;
	return i == 0 || cannot_write(p, s);
}

/* Begun anew, or gone on with at its end. */
static bool
open_calendar(struct calendars_folder *p, struct calendar_file *s)
{
	int	fd;

	if (!make_room(p))
		return false;
	if (s->draft != NULL)
		fd = draft_again(s->draft);
	else {
		s->draft = draft_new(&p->dir, arena_printf(p->arena,
		    "%s.ics", s->code), p->mode);
		fd = s->draft == NULL ? -1 : draft_fd(s->draft);
	}
	s->file = fd < 0 ? NULL : fdopen(fd, "a");
	if (s->file == NULL) {
		cannot_write(p, s);
		if (fd >= 0)
			(void)close(fd);
		return false;
	}
	p->open[p->nopen++] = s;
	return true;
}

FILE *
calendars_folder_file(struct calendars_folder *p, const char *code)
{
	struct calendar_file	**at = find_calendar(p, code), *s = *at;

	if (s == NULL) {
		s = *at = arena_alloc(p->arena, sizeof(*s));
		s->code = arena_dup(p->arena, code);
		if (!open_calendar(p, s))
			return NULL;
		if (!ics_begin(s->file, calendar_title(p->arena, p->words,
		    p->names, code))) {
			cannot_write(p, s);
			return NULL;
		}
	} else if (s->file == NULL && !open_calendar(p, s))
		return NULL;
	s->used = ++p->clock;
	return s->file;
}

static bool
end_calendar(struct calendars_folder *p, struct calendar_file *s)
{
	bool	good;

	if (s == NULL)
		return true;
	if (!end_calendar(p, s->left))
		return false;
	if (s->file == NULL && !open_calendar(p, s))
		return false;
	good = ics_end(s->file) && !ferror(s->file) && fflush(s->file) == 0 &&
	    fsync(fileno(s->file)) == 0;
	s->used = ++p->clock;
	return (good || cannot_write(p, s)) && end_calendar(p, s->right);
}

bool
calendars_folder_end(struct calendars_folder *p)
{
	bool	good = end_calendar(p, p->root);

	while (p->nopen > 0)
		if (fclose(p->open[--p->nopen]->file) != 0)
			good = cannot_write(p, p->open[p->nopen]);
	return good;
}

/* Where one cannot be put in its place, the rest is dropped. */
static bool
put(struct calendars_folder *p, struct calendar_file *s, bool keep,
    long long *files)
{
	struct draft	*draft;

	if (s == NULL)
		return keep;
	draft = s->draft;
	s->draft = NULL;
	if (draft != NULL && !keep)
		draft_drop(draft);
	else if (draft != NULL && !draft_keep(draft))
		keep = cannot_write(p, s);
	++*files;
	keep = put(p, s->left, keep, files);
	return put(p, s->right, keep, files);
}

bool
calendars_folder_close(struct calendars_folder *p, bool keep, long long *files)
{
	bool	good;

	while (p->nopen > 0)
		(void)fclose(p->open[--p->nopen]->file);
	good = put(p, p->root, keep, files);
	if (good && !folder_sync(&p->dir))
		good = diag_unwritten(p->d, p->dir.path);
	folder_close(&p->dir);
	return good;
}
