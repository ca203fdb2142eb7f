#include "store/ahead.h"

#include <sqlite3.h>
#include <stdalign.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum {
	WINDOWS = 8,		/* more than tables read side by side */
	WIDE = 64 * 1024	/* bytes of one */
};

struct window {
	sqlite3_int64	from, to;	/* bytes of the file; to is exclusive */
	unsigned	used;		/* when, by the clock */
	unsigned char	*bytes;		/* WIDE; NULL until it is needed */
};

struct ahead {
	sqlite3_file	 base;
	sqlite3_file	*real;
	bool		 plain;			/* there is a log */
	sqlite3_int64	 size;			/* -1: unasked */
	sqlite3_int64	 ends[WINDOWS];		/* of single reads */
	unsigned	 nends;
	unsigned	 clock;
	struct window	 windows[WINDOWS];
};

/* SQLite's own lies behind ours. */
enum {
	OWN = (sizeof(struct ahead) + alignof(max_align_t) - 1) /
	    alignof(max_align_t) * alignof(max_align_t)
};

static sqlite3_file *
real(sqlite3_file *f)
{
	return ((struct ahead *)f)->real;
}

static void
forget(sqlite3_file *f)
{
	struct ahead	*a = (struct ahead *)f;
	int		 i;

	a->size = -1;
	a->nends = 0;
	for (i = 0; i < WINDOWS; i++)
		a->windows[i].from = a->windows[i].to = a->ends[i] = 0;
}

/* The window that holds all of these bytes. */
static struct window *
holding(struct ahead *a, sqlite3_int64 at, int n)
{
	int	i;

	for (i = 0; i < WINDOWS; i++)
		if (at >= a->windows[i].from && at + n <= a->windows[i].to)
			return &a->windows[i];
	return NULL;
}

/* What ended here is gone on with: its window, or the one used longest ago. */
static struct window *
following(struct ahead *a, sqlite3_int64 at)
{
	struct window	*oldest = &a->windows[0];
	bool		 follows = false;
	int		 i;

	if (at == 0)
		return NULL;
	for (i = 0; i < WINDOWS; i++) {
		if (a->windows[i].to == at)
			return &a->windows[i];
		follows = follows || a->ends[i] == at;
		if (a->windows[i].used < oldest->used)
			oldest = &a->windows[i];
	}
	return follows ? oldest : NULL;
}

/* False: nothing is lost, it is read plainly. */
static bool
fill(struct ahead *a, struct window *w, sqlite3_int64 at, int least)
{
	sqlite3_int64	n;

	w->from = w->to = 0;
	if (a->size < 0 &&
	    a->real->pMethods->xFileSize(a->real, &a->size) != SQLITE_OK)
		a->size = -1;
	n = a->size - at < WIDE ? a->size - at : WIDE;
	if (n < least || (w->bytes == NULL &&
	    (w->bytes = sqlite3_malloc(WIDE)) == NULL) ||
	    a->real->pMethods->xRead(a->real, w->bytes, (int)n, at) !=
	    SQLITE_OK)
		return false;
	w->from = at;
	w->to = at + n;
	return true;
}

static int
ahead_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
	struct ahead	*a = (struct ahead *)f;
	struct window	*w = a->plain ? NULL : holding(a, at, n);

	if (w == NULL && !a->plain && (w = following(a, at)) != NULL &&
	    !fill(a, w, at, n))
		w = NULL;
	if (w == NULL) {
		a->ends[a->nends++ % WINDOWS] = at + n;
		return a->real->pMethods->xRead(a->real, to, n, at);
	}
	w->used = ++a->clock;
	memcpy(to, w->bytes + (at - w->from), (size_t)n);
	return SQLITE_OK;
}

/* ---- all others go to SQLite's own */

static int
ahead_close(sqlite3_file *f)
{
	struct ahead	*a = (struct ahead *)f;
	int		 i;

	for (i = 0; i < WINDOWS; i++)
		sqlite3_free(a->windows[i].bytes);
	return a->real->pMethods->xClose(a->real);
}

static int
ahead_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
	forget(f);
	return real(f)->pMethods->xWrite(real(f), from, n, at);
}

static int
ahead_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	forget(f);
	return real(f)->pMethods->xTruncate(real(f), size);
}

static int
ahead_sync(sqlite3_file *f, int flags)
{
	return real(f)->pMethods->xSync(real(f), flags);
}

static int
ahead_size(sqlite3_file *f, sqlite3_int64 *size)
{
	return real(f)->pMethods->xFileSize(real(f), size);
}

static int
ahead_lock(sqlite3_file *f, int how)
{
	forget(f);
	return real(f)->pMethods->xLock(real(f), how);
}

static int
ahead_unlock(sqlite3_file *f, int how)
{
	forget(f);
	return real(f)->pMethods->xUnlock(real(f), how);
}

static int
ahead_reserved(sqlite3_file *f, int *out)
{
	return real(f)->pMethods->xCheckReservedLock(real(f), out);
}

static int
ahead_control(sqlite3_file *f, int what, void *value)
{
	return real(f)->pMethods->xFileControl(real(f), what, value);
}

static int
ahead_sector(sqlite3_file *f)
{
	return real(f)->pMethods->xSectorSize(real(f));
}

static int
ahead_device(sqlite3_file *f)
{
	return real(f)->pMethods->xDeviceCharacteristics(real(f));
}

static int
ahead_shm_map(sqlite3_file *f, int page, int size, int extend,
    void volatile **out)
{
	((struct ahead *)f)->plain = true;
	if (real(f)->pMethods->iVersion < 2 ||
	    real(f)->pMethods->xShmMap == NULL)
		return SQLITE_IOERR_SHMMAP;
	return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}

static int
ahead_shm_lock(sqlite3_file *f, int at, int n, int how)
{
	return real(f)->pMethods->xShmLock(real(f), at, n, how);
}

static void
ahead_shm_barrier(sqlite3_file *f)
{
	real(f)->pMethods->xShmBarrier(real(f));
}

static int
ahead_shm_unmap(sqlite3_file *f, int drop)
{
	return real(f)->pMethods->xShmUnmap(real(f), drop);
}

static const sqlite3_io_methods	methods = {
	.iVersion = 2,			/* without xFetch: nothing is mapped */
	.xClose = ahead_close,
	.xRead = ahead_read,
	.xWrite = ahead_write,
	.xTruncate = ahead_truncate,
	.xSync = ahead_sync,
	.xFileSize = ahead_size,
	.xLock = ahead_lock,
	.xUnlock = ahead_unlock,
	.xCheckReservedLock = ahead_reserved,
	.xFileControl = ahead_control,
	.xSectorSize = ahead_sector,
	.xDeviceCharacteristics = ahead_device,
	.xShmMap = ahead_shm_map,
	.xShmLock = ahead_shm_lock,
	.xShmBarrier = ahead_shm_barrier,
	.xShmUnmap = ahead_shm_unmap
};

/* A database gets our methods; journals and temporary files SQLite's own. */
static int
ahead_open(sqlite3_vfs *v, const char *name, sqlite3_file *f, int flags,
    int *out)
{
	struct ahead	*a = (struct ahead *)f;
	sqlite3_vfs	*own = v->pAppData;
	int		 rc;

	if ((flags & SQLITE_OPEN_MAIN_DB) == 0)
		return own->xOpen(own, name, f, flags, out);
	memset(a, 0, sizeof(*a));
	a->real = (sqlite3_file *)((unsigned char *)f + OWN);
	a->size = -1;
	rc = own->xOpen(own, name, a->real, flags, out);
	f->pMethods = a->real->pMethods == NULL ? NULL : &methods;
	return rc;
}

const char *
ahead_vfs(void)
{
	static sqlite3_vfs	 v;
	sqlite3_vfs		*own;

	if (v.zName == NULL) {
		if ((own = sqlite3_vfs_find(NULL)) == NULL)
			return NULL;
		v = *own;
		v.pNext = NULL;
		v.pAppData = own;
		v.zName = "gongshi-ahead";
		v.szOsFile = OWN + own->szOsFile;
		v.xOpen = ahead_open;
		if (sqlite3_vfs_register(&v, 0) != SQLITE_OK)
			v.zName = NULL;
	}
	return v.zName;
}
