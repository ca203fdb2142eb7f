/*
 * store.h -- the facts, kept, with their history.
 *
 * The only user of SQLite; nothing of it shows here.  Tables are clustered by
 * (case's division, case), so a full scan is one ordered pass in which cases,
 * places, events, postings and objections are read side by side and merged,
 * each row once.  A division and what lies below it is a range of keys.
 *
 * A correction never erases: what it replaced stays in the history with the
 * run and the file it came from.
 *
 * Each header by itself says all of one duty; whoever asks for many takes
 * this one, or night.h.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "store/calendars.h"
#include "store/cases.h"
#include "store/database.h"
#include "store/duties.h"
#include "store/history.h"
#include "store/items.h"
#include "store/put.h"
#include "store/righting.h"

#endif
