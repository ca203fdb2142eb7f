/*
 * Cells of a parcel to a line and back; what no line may say.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "job/parcel_text.h"

enum { CELLS = 5, ROOM = 400 };

static void
assert_same(const struct parcel_cell *a, const struct parcel_cell *b, int n)
{
	int	i;

	for (i = 0; i < n; i++) {
		assert_int_equal(a[i].text == NULL, b[i].text == NULL);
		assert_int_equal(a[i].len, b[i].len);
		if (a[i].len > 0)
			assert_memory_equal(a[i].text, b[i].text, a[i].len);
	}
}

/* A line without its newline; how many cells. */
static int
cells_of(const char *text, struct parcel_cell *cells)
{
	static char	line[ROOM];

	strcpy(line, text);
	return parcel_cells(line, strlen(line), cells, CELLS);
}

static void
test_written(void **state)
{
	const struct parcel_cell	row[CELLS] = {
		{ "450225", 6 }, { NULL, 0 }, { "", 0 }, { "a\tb\\N\r\n", 7 },
		{ "\\N", 2 },
	};
	char		out[ROOM];
	const char	line[] = "450225\t\\N\t\ta\\tb\\\\N\\r\\n\t\\\\N\n";

	(void)state;
	assert_int_equal(parcel_row_text(row, CELLS, out, ROOM),
	    strlen(line));
	assert_memory_equal(out, line, strlen(line));
}

/* Any bytes; whatever the room, a row is whole or none. */
static void
test_back(void **state)
{
	static const char	some[] = "\\\t\n\rN\0a1\xe4\xb8\x80";
	struct parcel_cell	row[CELLS], back[CELLS];
	char			bytes[CELLS][16], out[ROOM];
	size_t			i, k, n, room;
	int			round;

	(void)state;
	srand(7);
	for (round = 0; round < 20000; round++) {
		for (i = 0; i < CELLS; i++) {
			row[i].len = (size_t)(rand() % 8);
			row[i].text = rand() % 6 == 0 ? NULL : bytes[i];
			if (row[i].text == NULL)
				row[i].len = 0;
			for (k = 0; k < row[i].len; k++)
				bytes[i][k] = some[(size_t)rand() %
				    (sizeof(some) - 1)];
		}
		n = parcel_row_text(row, CELLS, out, ROOM);
		assert_true(n > 0 && out[n - 1] == '\n');
		assert_null(memchr(out, '\n', n - 1));
		assert_int_equal(parcel_cells(out, n - 1, back, CELLS),
		    CELLS);
		assert_same(row, back, CELLS);
		room = (size_t)rand() % (n + 2);
		assert_int_equal(parcel_row_text(row, CELLS, out, room),
		    room < n ? 0 : n);
	}
}

static void
test_refused(void **state)
{
	static const char *const	wrong[] = {
		"a\\", "a\\qb", "\\Nx", "\\n\\", "a\rb", "1\t2\t3\t4\t5\t6"
	};
	struct parcel_cell		cells[CELLS];
	size_t				i;

	(void)state;
	for (i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
		assert_int_equal(cells_of(wrong[i], cells), -1);
	assert_int_equal(cells_of("", cells), 1);
	assert_int_equal(cells_of("\t", cells), 2);
	assert_int_equal(cells_of("\\N", cells), 1);
	assert_null(cells[0].text);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_written), cmocka_unit_test(test_back),
		cmocka_unit_test(test_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
