/*
 * journal.h -- the files that SQLite keeps beside a database; for src/store/.
 *
 * They decide what a file holds, and SQLite trusts them: it follows a link in
 * their place, and it removes a file whose name a journal gives as that of the
 * journal above it.
 */
#ifndef STORE_JOURNAL_H
#define STORE_JOURNAL_H

#include "store/inside.h"

/*
 * Are those that are there plain files, and is a journal that of one database
 * alone?  Asked before what a writer left half done is rolled back.
 */
bool		 journals_are_plain(const struct store *, struct diags *);

#endif
