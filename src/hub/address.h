/*
 * address.h -- what names a hub, and not a file.
 *
 * A hub is a database of PostgreSQL in which many offices keep their facts.
 * It is named by libpq's own words: `postgresql://HOST/NAME`, `postgres://`,
 * or KEY=VALUE pairs that begin with one of libpq's keywords, as
 * `service=gx` or `host=db dbname=gongshi`.  A file whose name looks so is
 * reached as ./NAME.
 */
#ifndef HUB_ADDRESS_H
#define HUB_ADDRESS_H

#include <stdbool.h>

bool	 hub_is(const char *words);

#endif
