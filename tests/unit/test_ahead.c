/* Reading ahead says what SQLite's own way says, whatever happens beside. */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/ahead.h"

enum { TABLES = 11, ROWS = 900 };

static char	dir[64], path[96];

static int
make_folder(void **state)
{
	(void)state;
	snprintf(dir, sizeof(dir), "/tmp/gongshi-ahead-XXXXXX");
	if (mkdtemp(dir) == NULL)
		return -1;
	snprintf(path, sizeof(path), "%s/x.db", dir);
	return 0;
}

static int
drop_folder(void **state)
{
	static const char *const	 ends[] = { "", "-journal", "-wal",
					    "-shm" };
	char				 name[128];
	size_t				 i;

	(void)state;
	for (i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		snprintf(name, sizeof(name), "%s%s", path, ends[i]);
		(void)unlink(name);
	}
	return rmdir(dir);
}

static void
run(sqlite3 *db, const char *sql)
{
	char	*said = NULL;

	if (sqlite3_exec(db, sql, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s: %s", sql, said);
}

static sqlite3 *
open_it(const char *vfs, int flags)
{
	sqlite3	*db;

	assert_int_equal(sqlite3_open_v2(path, &db, flags, vfs), SQLITE_OK);
	run(db, "PRAGMA cache_size = 10");	/* little is kept above it */
	return db;
}

static sqlite3 *
plainly(void)
{
	return open_it(NULL, SQLITE_OPEN_READONLY);
}

static sqlite3 *
ahead(void)
{
	assert_non_null(ahead_vfs());
	return open_it(ahead_vfs(), SQLITE_OPEN_READONLY);
}

/* Tables whose pages lie now among each other, now one after another. */
static sqlite3 *
make(int page)
{
	sqlite3	*db = open_it(NULL, SQLITE_OPEN_READWRITE |
		    SQLITE_OPEN_CREATE);
	char	 sql[400];
	int	 t, i;

	snprintf(sql, sizeof(sql), "PRAGMA page_size = %d; BEGIN", page);
	run(db, sql);
	for (t = 0; t < TABLES; t++) {
		snprintf(sql, sizeof(sql), "CREATE TABLE t%d (k TEXT PRIMARY "
		    "KEY, v BLOB) WITHOUT ROWID", t);
		run(db, sql);
	}
	for (i = 0; i < TABLES * ROWS; i++) {
		t = i < 3 * ROWS ? i % 3 : i / ROWS;
		snprintf(sql, sizeof(sql), "INSERT INTO t%d VALUES "
		    "(printf('%%08d', %d), zeroblob(%d) || randomblob(%d))",
		    t, t < 3 ? i : (int)((unsigned)i * 7919U % 100000U),
		    i % 97, i % 500 == 0 ? 9000 : i % 61);
		run(db, sql);
	}
	run(db, "COMMIT");
	return db;
}

/* The sum of what all tables say, read side by side; `lots` opens more. */
static unsigned long long
read_all(sqlite3 *db, int lots)
{
	sqlite3_stmt		*st[TABLES];
	unsigned long long	 sum = 14695981039346656037ULL;
	const unsigned char	*p;
	char			 sql[100];
	int			 t, i, n, left = 0;

	for (t = 0; t < lots; t++, left++) {
		snprintf(sql, sizeof(sql), "SELECT k, v FROM t%d ORDER BY k",
		    t % TABLES);
		assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &st[t],
		    NULL), SQLITE_OK);
	}
	for (t = 0; left > 0; t = (t + 1) % lots) {
		if (st[t] == NULL)
			continue;
		if (sqlite3_step(st[t]) != SQLITE_ROW) {
			sqlite3_finalize(st[t]);
			st[t] = NULL;
			left--;
			continue;
		}
		for (i = 0; i < 2; i++) {
			p = sqlite3_column_blob(st[t], i);
			for (n = sqlite3_column_bytes(st[t], i); n > 0; n--)
				sum = (sum ^ *p++) * 1099511628211ULL;
		}
	}
	return sum;
}

/* Rows here and there, in an order that is no order. */
static unsigned long long
read_some(sqlite3 *db, unsigned seed)
{
	unsigned long long	 sum = 0;
	sqlite3_stmt		*st;
	int			 i;

	assert_int_equal(sqlite3_prepare_v2(db, "SELECT length(v), k FROM t1 "
	    "WHERE k >= printf('%08d', ?1) LIMIT 5", -1, &st, NULL),
	    SQLITE_OK);
	for (i = 0; i < 300; i++) {
		seed = seed * 1103515245U + 12345U;
		sqlite3_bind_int(st, 1, (int)(seed >> 8) % (3 * ROWS));
		while (sqlite3_step(st) == SQLITE_ROW)
			sum = sum * 31 +
			    (unsigned long long)sqlite3_column_int(st, 0) +
			    (unsigned char)sqlite3_column_text(st, 1)[7];
		sqlite3_reset(st);
	}
	sqlite3_finalize(st);
	return sum;
}

static void
test_same(void **state)
{
	static const int	 pages[] = { 512, 4096, 16384, 65536 };
	static const int	 lots[] = { 1, 3, 8, 11 };
	size_t			 i, k;
	sqlite3			*one, *two;

	(void)state;
	for (i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		sqlite3_close(make(pages[i]));
		one = plainly();
		two = ahead();
		run(two, "BEGIN");
		for (k = 0; k < sizeof(lots) / sizeof(lots[0]); k++) {
			assert_true(read_all(one, lots[k]) ==
			    read_all(two, lots[k]));
			assert_true(read_some(one, (unsigned)k) ==
			    read_some(two, (unsigned)k));
		}
		sqlite3_close(one);
		sqlite3_close(two);
		assert_int_equal(unlink(path), 0);
	}
}

/* What another writes between two transactions is seen by the second. */
static void
written_beside(const char *mode)
{
	sqlite3	*writer = make(4096), *one, *two;
	char	 sql[200];
	int	 i;

	run(writer, mode);
	one = plainly();
	two = ahead();
	for (i = 0; i < 12; i++) {
		assert_true(read_all(two, TABLES) == read_all(one, TABLES));
		snprintf(sql, sizeof(sql), "UPDATE t%d SET v = randomblob(%d);"
		    "DELETE FROM t%d WHERE k LIKE '%%%d'", i % TABLES,
		    20 + 9 * i, (i + 1) % TABLES, i % 10);
		run(writer, sql);
		if (i % 4 == 3)
			run(writer, "VACUUM");
	}
	assert_true(read_all(two, TABLES) == read_all(one, TABLES));
	/* and nothing of it is seen within one */
	run(two, "BEGIN");
	read_all(two, TABLES);
	if (strstr(mode, "wal") != NULL) {
		unsigned long long	was = read_all(two, TABLES);

		run(writer, "UPDATE t2 SET v = randomblob(50)");
		run(writer, "PRAGMA wal_checkpoint(PASSIVE)");
		assert_true(read_all(two, TABLES) == was);
	} else
		assert_int_not_equal(sqlite3_exec(writer, "UPDATE t2 SET v = "
		    "randomblob(50)", NULL, NULL, NULL), SQLITE_OK);
	run(two, "COMMIT");
	sqlite3_close(one);
	sqlite3_close(two);
	sqlite3_close(writer);
	assert_int_equal(unlink(path), 0);
}

static void
test_journal(void **state)
{
	(void)state;
	written_beside("PRAGMA journal_mode = DELETE");
}

static void
test_log(void **state)
{
	(void)state;
	written_beside("PRAGMA journal_mode = wal");
}

/* Cut short under a reader it is an error, by either way; no crash. */
static void
test_cut_short(void **state)
{
	static const long	 keep[] = { 4096 * 40, 4096 * 40 + 1000, 4096,
				    100, 0 };
	size_t			 i;
	sqlite3			*db;

	(void)state;
	for (i = 0; i < sizeof(keep) / sizeof(keep[0]); i++) {
		sqlite3_close(make(4096));
		db = ahead();
		run(db, "BEGIN; SELECT count(*) FROM t3");
		assert_int_equal(truncate(path, keep[i]), 0);
		assert_int_not_equal(sqlite3_exec(db, "SELECT sum(length(v)) "
		    "FROM t10; SELECT sum(length(v)) FROM t5; SELECT "
		    "sum(length(v)) FROM t2", NULL, NULL, NULL), SQLITE_OK);
		sqlite3_close(db);
		assert_int_equal(unlink(path), 0);
	}
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_same),
		cmocka_unit_test(test_journal),
		cmocka_unit_test(test_log),
		cmocka_unit_test(test_cut_short),
	};

	return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
