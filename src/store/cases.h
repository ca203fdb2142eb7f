/*
 * cases.h -- cases, divisions and numbers, read.
 *
 * Each sees what the open transaction has written.
 */
#ifndef STORE_CASES_H
#define STORE_CASES_H

#include "base/division.h"
#include "case/matter.h"
#include "store/database.h"

/*
 * What a number names, in the arena.  With a county (a code of 2, 4 or 6
 * digits, not "") only its cases.
 */
void		 store_find(struct store *, struct arena *,
		    const char *county, const char *id, struct named *);

/* The one of that county, or NULL. */
struct matter	*store_case(struct store *, struct arena *,
		    const char *county, const char *id);

/*
 * Counties that have or had a case of this number, by code: the first and,
 * not NULL, a second.  False: none ever had.
 */
bool		 store_ever(struct store *, struct arena *, const char *id,
		    const char **one, const char **other);

/* The name of a division, in the arena, or "". */
const char	*store_name(struct store *, struct arena *, const char *code);

/*
 * Visits divisions below `top` (not itself; "" all) by code: all, or those
 * named `name`.  Stops where the visitor says false.
 */
typedef bool	 store_division_fn(void *ctx, const char *code,
		    const char *name);
void		 store_each_division(struct store *, const char *top,
		    const char *name, store_division_fn *, void *ctx);

/* Visits the codes alone of all below `top`, quickly. */
typedef void	 store_code_fn(void *ctx, const char *code);
void		 store_each_code(struct store *, const char *top,
		    store_code_fn *, void *ctx);

/* Visits the headers of the cases of a batch, by division and case. */
typedef bool	 store_case_fn(void *ctx, const struct matter *);
void		 store_each_in_batch(struct store *, struct arena *,
		    const char *batch, store_case_fn *, void *ctx);

/*
 * Visits every case whole, ordered by its division, then number, both by
 * bytes.  With `top` (not "") only the cases at or below it, and those at the
 * divisions above it, first.  The matter and its strings live until the
 * visitor returns; batch, by, evidence and outcome, which no verdict asks,
 * are left "".  False: the visitor stopped, or the database failed (an
 * error was added).  How everyone reads.
 */
bool		 store_each_case(struct store *, const char *top,
		    store_case_fn *, void *ctx, struct diags *);

/*
 * The same cases one by one, for whoever reads two databases side by side; a
 * store takes one walk at a time.  NULL: there are no more, or the database
 * failed, and then the end says false (an error was added).  A matter lives
 * until the next.
 */
struct walk;

struct walk	*store_walk(struct store *, const char *top, struct diags *);
const struct matter *store_walk_next(struct walk *);
bool		 store_walk_end(struct walk *);

/*
 * The same cases in parts of about as many, one behind the other, for whoever
 * reads them side by side; in the arena.  At most `most`; one where a row
 * cannot be read, which who reads it finds.  No township lies in two.
 */
struct case_part {
	const char		*top;		/* as asked */
	bool			 first;		/* what lies above it, too */
	struct division_range	 range;
};

size_t		 store_parts(struct store *, struct arena *, const char *top,
		    size_t most, struct case_part **);
bool		 store_each_of_part(struct store *, const struct case_part *,
		    store_case_fn *, void *ctx, struct diags *);

/* Are there so many cases at or below `top`?  Where the database fails, its
   next user says so. */
bool		 store_has_cases(struct store *, const char *top,
		    long long least);

/* A case whole by its header, in the arena; NULL where there is none. */
struct matter	*store_whole(struct store *, struct arena *,
		    const struct matter *header, struct diags *);

/* The same as store_each_case visits it, by its key. */
bool		 store_visit(struct store *, const char *division,
		    const char *id, store_case_fn *, void *ctx, bool *there,
		    struct diags *);

/*
 * Visits the case numbers that begin with `prefix`, by bytes: the first
 * `most` and the last, so that what these have in common all have.
 */
typedef void	 store_id_fn(void *ctx, const char *id);
void		 store_each_id(struct store *, const char *prefix, int most,
		    store_id_fn *, void *ctx);

/* Who is named for a division; "": nobody. */
void		 store_person(struct store *, struct arena *,
		    const char *division, const char **contact,
		    const char **phone);

/* When the row of a case was taken in last, UTC; "": nobody knows. */
const char	*store_case_came(struct store *, struct arena *,
		    const char *division, const char *id);

#endif
