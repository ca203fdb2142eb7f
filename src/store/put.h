/*
 * put.h -- facts put, and taken back; within a run.
 */
#ifndef STORE_PUT_H
#define STORE_PUT_H

#include "base/division.h"
#include "case/matter.h"
#include "store/database.h"

enum put {
	PUT_NEW,
	PUT_SAME,
	PUT_COMPLETED,		/* an empty field was filled */
	PUT_CORRECTED,		/* other values; the old ones are history */
	PUT_CLASH,		/* this run had that key with other values */
	PUT_MANY,		/* a key with a gap fits several rows */
	PUT_FULL,		/* the case has MATTER_ROWS rows of the kind */
	PUT_NEVER,		/* taken back, but it never was there */
	PUT_FAILED		/* the machine; an error was added */
};

/* Who is called about a division. */
struct person {
	const char	*contact, *phone;	/* "": nobody is named */
	unsigned	 has;			/* HAS_CONTACT, HAS_PHONE */
};

/* Level is not kept: it follows from the code.  NULL: no person is told. */
enum put	 store_put_division(struct store *, const char *code,
		    const char *name, const struct person *, struct diags *);

/*
 * The header of a case: id, procedure, division, title, batch, traits,
 * amounts, named, places.  Without HAS_PLACES an old case keeps its places.
 * Procedure and division of one that is there are the same (the caller's duty).
 */
enum put	 store_put_case(struct store *, const struct matter *,
		    unsigned has, struct diags *);

/*
 * Facts of a case given by its division and id.  Key of an event: case and
 * event, and the day where it repeats.  Of a posting: step, division, posted,
 * medium, place.  Of an objection: step, division, received, number.
 *
 * An empty medium, place or number stands for any.  A row with one comes after
 * all others of its run (the caller's duty).  Where its key is there to the
 * letter it corrects that row; else it completes the one that it fits: its
 * filled fields replace, also what this run has given, its empty ones leave
 * what is there.  Of several it is one where all that it fills is the same;
 * else PUT_MANY, and store_fitting says which they are.  A row without a gap
 * takes the place of the one row with a gap that it fits.
 */
enum put	 store_put_event(struct store *, const struct matter *,
		    const struct event *, bool repeats, struct diags *);
enum put	 store_put_posting(struct store *, const struct matter *,
		    const struct posting *, unsigned has, struct diags *);
enum put	 store_put_objection(struct store *, const struct matter *,
		    const struct objection *, unsigned has, struct diags *);

/*
 * How often this run had changed the row that the last put has made what it
 * was before: such changes never were.
 */
struct turned {
	long long	completed, corrected;
};

struct turned	 store_turned(const struct store *);

/* Rows that the one of the last PUT_MANY fits; until the next call. */
const char	*store_fitting(const struct store *);

/*
 * The posting that one just put (PUT_NEW) overlaps, of its slot and medium (or
 * one of them without), in the arena: its day, last day, medium and place.
 * False: there is none.
 */
bool		 store_overlap(struct store *, struct arena *,
		    const struct matter *, const struct posting *,
		    struct posting *out);

/*
 * Are two rows of the case within `days` of that day, itself being one?  (Of a
 * case of very many rows some are asked.)  *alone: the case has no other.
 */
bool		 store_near(struct store *, const char *division,
		    const char *id, struct day, int days, bool *alone);

/*
 * Takes a row back by its key, or the one that it fits; a case takes its rows
 * with it.  PUT_SAME: it is not there, but was; PUT_NEVER: it never was;
 * PUT_MANY: it fits several; PUT_CLASH: this run has put that key; else
 * PUT_CORRECTED.  A row put after its key was taken back in the same run is
 * PUT_CLASH.
 */
enum put	 store_void_division(struct store *, const char *code,
		    struct diags *);
enum put	 store_void_case(struct store *, const struct matter *,
		    struct diags *);
enum put	 store_void_event(struct store *, const struct matter *,
		    const struct event *, bool repeats, struct diags *);
enum put	 store_void_posting(struct store *, const struct matter *,
		    const struct posting *, struct diags *);
enum put	 store_void_objection(struct store *, const struct matter *,
		    const struct objection *, struct diags *);

/*
 * Takes back every event, posting and objection that this run did not put,
 * of the cases that it named in any row.  `taken` of `held` facts of these
 * cases went; each is visited (record.gone is the run's time).
 */
typedef bool	 store_taken_fn(void *ctx, const char *id, const char *what,
		    const char *key, const char *values);
bool		 store_take_unsaid(struct store *, store_taken_fn *, void *ctx,
		    long long *taken, long long *held, struct diags *);

#endif
