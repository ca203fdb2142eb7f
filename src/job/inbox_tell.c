#include "job/inbox_tell.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "folder/beside.h"
#include "job/inbox_move.h"

static const char	errors[] = "errors.txt", receipts[] = "receipt.txt";

static void
put_faults(void *f, const char *faults)
{
	fputs(faults, f);
}

/*
 * Can a file of that name be put there?  Officers can see to it that not; false
 * only where the machine failed.
 */
static bool
ask_write(struct taker *t, const struct folder *f, const char *name, bool *may)
{
	struct stat	st;

	*may = faccessat(f->fd, ".", W_OK | X_OK, AT_EACCESS) == 0;
	if (*may && folder_look(f, name, &st) && S_ISDIR(st.st_mode)) {
		*may = false;
		errno = EISDIR;
	}
	if (*may)
		return true;
	if (folder_fault(errno) == FOLDER_FAILED)
		return taker_fails(t, taker_path(t, f, name));
	diag_warn(t->d, (struct place){ .path = taker_path(t, f, name) },
	    _("this cannot be written, and is left out: %s"),
	    text_error(errno));
	return true;
}

/* It is written whole out of what is kept, so it is never doubled. */
static bool
write_errors(struct taker *t, const struct folder *f,
    const struct delivery *v)
{
	struct beside	b;
	bool		may;

	if (!ask_write(t, f, errors, &may))
		return false;
	draft_sweep(f, errors);
	return !may || (beside_at(t->arena, f, errors, BESIDE_OUTSIDE, &b,
	    t->d) && beside_close(&b, store_each_fault(t->in->store, v,
	    put_faults, b.file, t->d), t->d));
}

bool
tell_errors(struct way *w, const struct delivery *v)
{
	struct taker		*t = w->t;
	const struct folder	*end;
	struct folder		 f;
	bool			 good;

	if (w->how == HOW_LOOSE) {
		end = move_end(t, v);
		return end != NULL && write_errors(t, end, v);
	}
	if (!folder_enter(&t->shop, w->aside, taker_path(t, &t->shop, w->aside),
	    &f))
		return folder_fault(errno) != FOLDER_FAILED ||
		    taker_fails(t, taker_path(t, &t->shop, w->aside));
	good = write_errors(t, &f, v);
	folder_close(&f);
	return good;
}

/* ---- receipts */

/* The folder of a delivery that was taken; false: it is not there. */
static bool
enter_taken(struct arena *a, const struct folder *inbox,
    const struct delivery *v, struct folder *f)
{
	struct folder	top = FOLDER_NONE, day = FOLDER_NONE;
	char		date[DAY_TEXT];
	const char	*path = arena_printf(a, "%s/%s/%s", inbox->path,
			    end_names[1], day_print(v->day, date));
	bool		found;

	*f = FOLDER_NONE;
	found = folder_enter(inbox, end_names[1], end_names[1], &top) &&
	    folder_enter(&top, date, path, &day);
	if (found && *v->lies == '\0') {
		*f = day;
		day = FOLDER_NONE;
	} else if (found)
		found = folder_enter(&day, v->lies, arena_printf(a, "%s/%s",
		    path, v->lies), f);
	folder_close(&day);
	folder_close(&top);
	return found;
}

/* Those of one day's loose files stand in one receipt. */
static bool
write_receipt(struct taker *t, const struct folder *f,
    const struct delivery *list, size_t n, inbox_receipt_fn *fn, void *ctx)
{
	struct beside	b;
	bool		may, good = ask_write(t, f, receipts, &may);
	size_t		i;

	if (!good || !may)
		return good;
	draft_sweep(f, receipts);
	if (!beside_at(t->arena, f, receipts, BESIDE_OUTSIDE, &b, t->d))
		return false;
	for (i = 0; i < n && good; i++)
		if (i == 0 || (strcmp(list[i].name, ".") == 0 &&
		    day_cmp(list[i].day, list[0].day) == 0))
			good = fn(ctx, b.file, &list[i]);
	return beside_close(&b, good, t->d);
}

static bool
is_first_loose(const struct delivery *list, size_t i)
{
	size_t	k;

	for (k = 0; k < i; k++)
		if (strcmp(list[k].name, ".") == 0 &&
		    day_cmp(list[k].day, list[i].day) == 0)
			return false;
	return true;
}

bool
inbox_receipts(struct arena *a, const struct inbox *in, inbox_receipt_fn *fn,
    void *ctx, struct diags *d)
{
	struct taker	 t = { .arena = a, .in = in, .d = d };
	struct delivery	*list;
	struct folder	 f;
	size_t		 n, i;
	bool		 good = store_receipts_due(in->store, a, in->today,
			    &list, &n, d);

	if (good && !folder_open(in->dir, &t.inbox))
		return taker_fails(&t, in->dir);
	for (i = 0; good && i < n; i++) {
		/* of before receipts were, or told with the first of its day */
		if (strcmp(list[i].name, ".") == 0 ?
		    !is_first_loose(list, i) : *list[i].lies == '\0')
			continue;
		if (enter_taken(a, &t.inbox, &list[i], &f)) {
			good = write_receipt(&t, &f, &list[i],
			    strcmp(list[i].name, ".") == 0 ? n - i : 1, fn,
			    ctx);
			folder_close(&f);
		} else if (folder_fault(errno) == FOLDER_FAILED)
			good = taker_fails(&t, in->dir);
	}
	folder_close(&t.inbox);
	return good;
}
