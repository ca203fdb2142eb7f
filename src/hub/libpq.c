#include "hub/libpq.h"

#include <dlfcn.h>

#include "base/text.h"

static const char	library[] = "libpq.so.5";

/* ISO C has no cast from a datum to a function; POSIX asks for this one. */
static bool
find(void *handle, const char *name, void *into)
{
	void	**f = into;

	*f = dlsym(handle, name);
	return *f != NULL;
}

bool
libpq_load(struct libpq *pq, struct diags *ds)
{
	void	*handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
	bool	 good = handle != NULL;

#define LIBPQ_FIND(f)	good = good && find(handle, #f, &pq->f);
	LIBPQ(LIBPQ_FIND)
#undef LIBPQ_FIND
	if (!good)
		diag_error(ds, NOWHERE, handle == NULL ? _("a hub needs %s, "
		    "which is not installed (Debian: libpq5)") : _("a hub "
		    "needs a newer %s (Debian: libpq5)"), library);
	return good;
}
