#include "hub/address.h"

#include <stddef.h>
#include <string.h>

/* Those with which words may begin; what is behind them libpq reads. */
static const char *const	keywords[] = {
	"service", "host", "hostaddr", "port", "dbname", "user", "password",
	"passfile", "sslmode", "sslrootcert", "sslcert", "sslkey",
	"target_session_attrs", "connect_timeout", "application_name",
	"options",
};

static bool
begins(const char *words, const char *with)
{
	return strncmp(words, with, strlen(with)) == 0;
}

bool
hub_is(const char *words)
{
	size_t	i, n;

	if (begins(words, "postgresql://") || begins(words, "postgres://"))
		return true;
	words += strspn(words, " ");
	for (i = 0; i < sizeof(keywords) / sizeof(*keywords); i++) {
		n = strlen(keywords[i]);
		if (strncmp(words, keywords[i], n) == 0 &&
		    words[n + strspn(words + n, " ")] == '=')
			return true;
	}
	return false;
}
