/*
 * What names a hub, and what a file.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "hub/address.h"

static void
test_hubs(void **state)
{
	static const char *const	words[] = {
		"postgresql://", "postgresql://db/gongshi",
		"postgres://wei@db/gongshi?sslmode=require", "service=gx",
		"host=db dbname=gongshi", "host = db", " dbname=gongshi",
		"user=wei", "password=x", "hostaddr=10.0.0.1",
	};
	size_t				i;

	(void)state;
	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		assert_true(hub_is(words[i]));
}

static void
test_files(void **state)
{
	static const char *const	names[] = {
		"", "gongshi.db", "./host=db", "/srv/host=db", "hosts=db",
		"postgresql:/db", "postgresql", "postgresqls://db", "host",
		"host db=1", "service", "中心=库", "a=b",
	};
	size_t				i;

	(void)state;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		assert_false(hub_is(names[i]));
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_hubs), cmocka_unit_test(test_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
