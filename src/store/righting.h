/*
 * righting.h -- cases put right: another number or division, and numbers of
 * persons made masks.
 */
#ifndef STORE_RIGHTING_H
#define STORE_RIGHTING_H

#include "store/put.h"

/*
 * The first number of a renamed case, or of one that was taken back since, as
 * COUNTY:NUMBER in the arena; "" of others.
 */
const char	*store_first(struct store *, struct arena *,
		    const char *division, const char *id);

/*
 * Within a run: calendars know the case, which is `fresh` in it, by the number
 * `first` ("": by its own).  PUT_SAME, PUT_NEW; PUT_CLASH: they know the
 * case itself by *other, or, without `first`, *other by its number; PUT_MANY:
 * they know *other by `first`.
 */
enum put	 store_put_first(struct store *, struct arena *,
		    const struct matter *, const char *first, bool fresh,
		    const char **other, struct diags *);

/*
 * Within a run and a file of it: the case `from` becomes `to`, another number
 * or division, with its places; all that is known of it goes along, rows at
 * its own division to the new one, and calendars know it by its first number.
 * That no other case has the number, and that each row keeps a slot, is the
 * caller's duty.  PUT_CORRECTED; PUT_CLASH: something is remembered of a case
 * of that number in another county, which was taken back; PUT_FAILED.
 */
enum put	 store_rename(struct store *, const struct matter *from,
		    const struct matter *to, struct diags *);

/*
 * Within a run and a file of it: numbers of persons become masks wherever the
 * database says something of the case, and what had one is remembered, so
 * that the same row does not bring it back.  Each number of its facts and
 * history is told as it was written.  PUT_CORRECTED; PUT_SAME: there was none;
 * PUT_MANY: two rows would have one key; PUT_FAILED.
 */
typedef void	 store_number_fn(void *ctx, const char *from, size_t len);
enum put	 store_redact(struct store *, const struct matter *,
		    const char *ground, const char *by, store_number_fn *,
		    void *ctx, struct diags *);

/* Visits other cases that have a text of its postings that shows one. */
typedef void	 store_sharing_fn(void *ctx, const char *division,
		    const char *id);
bool		 store_each_sharing(struct store *, const struct matter *,
		    store_sharing_fn *, void *ctx, struct diags *);

/* Nothing of what was is left in the file; no run may be open. */
bool		 store_vacuum(struct store *, struct diags *);

#endif
