/*
 * ahead.h -- a way to a database's file that reads ahead (a VFS of SQLite).
 *
 * A scan reads five tables side by side, each from its beginning to its end,
 * and SQLite asks the system for every page of 4 KiB by itself: of a region's
 * scan a sixth goes there.  Here a page that stands behind one just read
 * brings those after it along, 64 KiB at once; what is asked for here and
 * there is read as ever.  What was read ahead holds for as long as the lock
 * under which it was read, and is forgotten with it: no page is ever older
 * than SQLite's own cache may be.  Nothing is mapped: a file that somebody cuts
 * short gives an error here and not a signal.
 *
 * For what only reads.  A database with a write-ahead log is read plainly.
 */
#ifndef STORE_AHEAD_H
#define STORE_AHEAD_H

/* The name to open with; NULL, which is SQLite's own way, where that fails. */
const char	*ahead_vfs(void);

#endif
