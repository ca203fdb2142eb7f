/*
 * rules schema: what an editor needs to know of rule files.
 */
#include "base/text.h"
#include "cmd/cmd.h"
#include "report/schema.h"

int
rules_schema(struct context *x, int argc, char **argv)
{
	if (argc > 0) {
		diag_error(x->diags, NOWHERE, _("`rules schema` takes no "
		    "operand, but `%s` stands there"), argv[0]);
		return EXIT_INPUT;
	}
	schema_write(stdout, x->arena);
	return EXIT_FINE;
}
