/*
 * gazetteer.h -- which divisions are known, for who judges case by case.
 *
 * The codes below one division at a time are held, that of the case which
 * asked: where cases come in the order of the database they are read once for
 * all of that division and below it, and not at all where no verdict asks.
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
