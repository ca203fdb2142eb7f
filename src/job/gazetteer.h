/*
 * gazetteer.h -- which divisions are known, for who judges case by case.
 *
 * The codes of one county at a time are held (of all that lies below, where a
 * case stands above a county): they are read once where cases come in the
 * order of the database, and not at all where no verdict asks for them.
 */
#ifndef JOB_GAZETTEER_H
#define JOB_GAZETTEER_H

#include "case/judge.h"
#include "store/store.h"

struct gazetteer;

/* Divisions may not change as long as it is used. */
struct gazetteer	*gazetteer_new(struct arena *, struct store *);
void			 gazetteer_free(struct gazetteer *);

/* As judge() wants it.  Where the database fails, its next user says so. */
struct land		 gazetteer_land(struct gazetteer *);

#endif
