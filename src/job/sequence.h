/*
 * sequence.h -- what was written to calendars, held against what holds.
 *
 * An entry that changed gets a higher SEQUENCE and the clock's stamp; one
 * that no longer holds stays, cancelled, until a year after its end; one that
 * did not change, or that nobody can judge any more, is the same to the byte.
 * Interface: "ics".
 */
#ifndef JOB_SEQUENCE_H
#define JOB_SEQUENCE_H

#include "calendar/ics.h"
#include "store/store.h"

struct sequence;

/*
 * Called for each entry, ready to be written, in a fixed order; and with the
 * division of each that is remembered in another form than before.
 */
typedef bool	 sequence_emit_fn(void *ctx, const struct entry *);
typedef bool	 sequence_changed_fn(void *ctx, const char *division);

/*
 * Begins; cases must then come in the order of store_each_case over all, or
 * of store_each_of_part (NULL: all).  With `remember` a run is open.  Without
 * it nothing is kept, and the entries come out all the same.  NULL and false:
 * the database failed.  `now` is in seconds from 1970 UTC.
 */
struct sequence	*sequence_begin(struct arena *, struct store *,
		    const struct case_part *, bool remember, struct day today,
		    long long now, sequence_emit_fn *emit,
		    sequence_changed_fn *changed, void *ctx, struct diags *);

/*
 * What is to be remembered goes there instead, for whoever does; then comes
 * the end.  Whoever reads it puts it, and marks its division as changed.
 */
void		 sequence_tell(struct sequence *, FILE *);
void		 sequence_told(FILE *);
bool		 sequence_hear(FILE *, struct arena *, struct written *,
		    bool *end);

/*
 * What holds of a case now: each kind of each slot once at the most.  NULL:
 * nobody can judge it any more, and what was written of it stays.
 */
bool		 sequence_case(struct sequence *, struct arena *,
		    const struct matter *, struct entry *, size_t n);

/* What is left of cases that are no more. */
bool		 sequence_rest(struct sequence *, struct arena *);
void		 sequence_end(struct sequence *);

/*
 * One case by itself, in a run of a night, which also remembers what it has
 * dropped; nothing holds of a case that is no more (n 0, not NULL).  `emit`
 * may be NULL.
 */
bool		 sequence_one(struct arena *, struct store *,
		    const char *division, const char *id, struct entry *,
		    size_t n, struct day today, long long now,
		    sequence_emit_fn *emit, sequence_changed_fn *changed,
		    void *ctx, struct diags *);

/* An entry as it was written last, its words read. */
struct entry	 sequence_entry(const struct written *);

/*
 * How many entries of a case, written under UIDs of today, would be withdrawn
 * by that; changes nothing.
 */
bool		 sequence_leaving(struct arena *, struct store *,
		    const char *division, const char *id, struct entry *,
		    size_t n, long long *leaving, struct diags *);

/* What holds of a case in one of two worlds; list NULL: nobody can judge it. */
struct holds {
	struct store	*store;
	struct entry	*list;
	size_t		 n;
};

/* What calendars then say of it, by step, division and kind. */
struct entry_list {
	struct arena	*arena;
	struct entry	*list;
	size_t		 n, cap;
};

/*
 * What calendars say of a case that are written in one world, and then in
 * another: what the second cannot judge stays as the first told it.  Nothing
 * is kept.
 */
bool		 sequence_then(struct arena *, struct holds was,
		    struct holds is, const char *division, const char *id,
		    struct day today, struct entry_list out[static 2],
		    struct diags *);

#endif
