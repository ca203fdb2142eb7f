/*
 * libpq.h -- the one door to libpq; for src/hub/ only.
 *
 * It is loaded when a hub is named, not linked: with what it loads itself (TLS,
 * Kerberos, LDAP) it would add 24 ms of processor to each command, most of
 * which know files only.  Functions are called through this table.
 */
#ifndef HUB_LIBPQ_H
#define HUB_LIBPQ_H

#include <libpq-fe.h>

#include "base/diag.h"

#define LIBPQ(F) \
	F(PQconninfoParse) F(PQconninfoFree) F(PQconnectdbParams) \
	F(PQfinish) F(PQstatus) F(PQerrorMessage) F(PQhost) F(PQport) \
	F(PQdb) F(PQuser) F(PQsetNoticeProcessor) F(PQexec) \
	F(PQexecParams) F(PQresultStatus) F(PQcmdStatus) \
	F(PQresultErrorField) F(PQclear) F(PQntuples) F(PQgetvalue) \
	F(PQgetisnull) F(PQgetlength) F(PQescapeIdentifier) F(PQfreemem) \
	F(PQputCopyData) F(PQputCopyEnd) F(PQgetResult) F(PQgetCopyData) \
	F(PQsendQuery)

struct libpq {
#define LIBPQ_FIELD(f)	__typeof__(f) *f;
	LIBPQ(LIBPQ_FIELD)
#undef LIBPQ_FIELD
};

/* False: an error was added; it is not installed, or lacks a function. */
bool	 libpq_load(struct libpq *, struct diags *);

#endif
