#include "folder/beside.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

/* No stream was to be had: what was made of the file goes again. */
static bool
give_up(struct beside *b, struct diags *d)
{
	(void)diag_unwritten(d, b->path);
	if (b->draft != NULL) {
		(void)close(draft_fd(b->draft));
		draft_drop(b->draft);
	}
	if (b->own)
		folder_close(&b->dir);
	return false;
}

bool
beside_at(struct arena *a, const struct folder *dir, const char *name,
    mode_t mode, struct beside *b, struct diags *d)
{
	*b = (struct beside){ .dir = *dir, .path = arena_printf(a, "%s/%s",
	    dir->path, name) };
	b->draft = draft_new(dir, name, mode);
	if (b->draft != NULL)
		b->file = fdopen(draft_fd(b->draft), "w");
	return b->file != NULL || give_up(b, d);
}

/* What is held is let go with it. */
static bool
in_own(struct arena *a, struct folder *f, const char *name, mode_t mode,
    struct beside *b, struct diags *d)
{
	if (!beside_at(a, f, name, mode, b, d)) {
		folder_close(f);
		return false;
	}
	b->own = true;
	return true;
}

bool
beside_open(struct arena *a, const char *dir, const char *name, mode_t mode,
    struct beside *b, struct diags *d)
{
	struct folder	f;

	if (!folder_open(dir, &f))
		return diag_unwritten(d, arena_printf(a, "%s/%s", dir, name));
	return in_own(a, &f, name, mode, b, d);
}

bool
beside_path(struct arena *a, const char *path, mode_t mode, struct beside *b,
    struct diags *d)
{
	struct folder	 f;
	const char	*name;

	if (!folder_of(a, path, &f, &name))
		return diag_unwritten(d, path);
	draft_sweep(&f, name);
	return in_own(a, &f, name, mode, b, d);
}

bool
beside_close(struct beside *b, bool good, struct diags *d)
{
	/* an earlier write may have failed where the last one did not */
	if (good && (ferror(b->file) || fflush(b->file) != 0 ||
	    fsync(fileno(b->file)) != 0))
		good = diag_unwritten(d, b->path);
	if (fclose(b->file) != 0 && good)
		good = diag_unwritten(d, b->path);
	if (!good)
		draft_drop(b->draft);
	else if (!draft_keep(b->draft) || !folder_sync(&b->dir))
		good = diag_unwritten(d, b->path);
	if (b->own)
		folder_close(&b->dir);
	return good;
}
