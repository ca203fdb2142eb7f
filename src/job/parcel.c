#include "job/parcel.h"

#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "folder/beside.h"
#include "job/keygen.h"

enum { PATIENCE = 300 };	/* s: a passphrase may have to be typed */

struct writing {
	const struct parcel	*job;
	struct arena		*arena;
	struct diags		*diags;
	FILE			*file;		/* NULL: nothing is written */
	parcel_row_fn		*visit;		/* or NULL */
	void			*ctx;
	struct sum		*sum;
	char			 digest[SUM_TEXT];	/* of it, at the end */
	struct county		 county;
	struct keygen		*keygen;
	char			*row;
	int			 table;
	long long		 cases;
};

/* What cannot be written is told when the file is closed. */
static void
put(struct writing *w, const char *bytes, size_t n)
{
	if (w->file != NULL)
		(void)fwrite(bytes, 1, n, w->file);
	sum_add(w->sum, bytes, n);
}

static void
put_text(struct writing *w, const char *text)
{
	put(w, text, strlen(text));
}

static bool
put_row(void *ctx, const struct parcel_cell *cells, int n)
{
	struct writing	*w = ctx;
	const size_t	 len = parcel_row_text(cells, n, w->row, PARCEL_LINE);

	if (len == 0) {
		diag_error(w->diags, NOWHERE, _("table %s: a row of more than "
		    "%d bytes, for which a parcel has no room"),
		    store_parcel_name(w->table), PARCEL_LINE);
		return false;
	}
	w->cases += strcmp(store_parcel_name(w->table), "matter") == 0;
	put(w, w->row, len);
	if (w->visit != NULL && !w->visit(w->ctx, w->table, w->row, len))
		return false;
	return w->file == NULL || ferror(w->file) == 0;
}

static bool
put_tables(struct writing *w)
{
	const int	n = store_parcel_tables();

	for (w->table = 0; w->table < n; w->table++) {
		put_text(w, parcel_table_text(w->arena, w->table));
		put_text(w, "\n");
		if (!store_parcel_each(w->job->store, w->job->county,
		    w->table, put_row, w, w->diags))
			return w->file != NULL && ferror(w->file) != 0;
		put_text(w, "\\.\n");
	}
	return true;
}

bool
parcel_has_sum(const char *code, const struct county *c, const char *sum,
    struct diags *ds)
{
	if (strcmp(sum, c->sum) == 0)
		return true;
	diag_fail(ds, _("%s: its rows do not have the hash that the hub says "
	    "of version %lld; somebody wrote to them by other ways than "
	    "gongshi"), code, c->version);
	return false;
}

/* The line of the hash is the last. */
static bool
put_all(struct writing *w, const struct parcel_head *h)
{
	char	sum[SUM_TEXT];

	put_text(w, parcel_head_text(w->arena, h));
	if (!put_tables(w))
		return false;
	sum_end(w->sum, sum);
	put_text(w, arena_printf(w->arena, "sha256 %s\n", sum));
	sum_end(w->sum, w->digest);
	return !w->job->pulled || parcel_has_sum(w->job->county, &w->county,
	    w->digest, w->diags);
}

/* ---- the signature beside it */

static bool
start_signing(struct writing *w)
{
	const char *const		words[] = { "-Y", "sign", "-q", "-n",
					    KEYGEN_NAMESPACE, "-f",
					    w->job->key, NULL };
	const struct keygen_text	none[KEYGEN_TEXTS] = { { NULL, 0 } };

	w->keygen = keygen_start(w->arena, words, none, PATIENCE, w->diags);
	return w->keygen != NULL;
}

/* What it signed, or else why it did not. */
static bool
end_signing(struct writing *w, struct keygen_said *said)
{
	int	status = keygen_end(w->keygen, said);

	if (status == 0 && said->outlen > 0)
		return true;
	if (status >= 0)
		diag_error(w->diags, (struct place){ .path = w->job->key },
		    _("ssh-keygen does not sign with this key: %s"),
		    text_clean(w->arena, said->err, false));
	return false;
}

/* As it lies there; a passphrase keeps nobody from writing to the database. */
static bool
sign(struct writing *w, struct keygen_said *said)
{
	char		buf[1 << 14];
	long long	moment;
	off_t		at = 0;
	ssize_t		n = -1;

	if (!store_let_go(w->job->store, &moment, w->diags) ||
	    !start_signing(w))
		return false;
	if (fflush(w->file) == 0)
		while ((n = pread(fileno(w->file), buf, sizeof(buf), at)) >
		    0) {
			keygen_feed(w->keygen, buf, (size_t)n);
			at += n;
		}
	if (n < 0)
		(void)diag_unwritten(w->diags, w->job->path);
	return end_signing(w, said) && n == 0;
}

static bool
put_signature(struct writing *w, const struct keygen_said *said)
{
	const char	*path = arena_printf(w->arena, "%s.sig",
			    w->job->path);
	struct beside	 b;

	if (!beside_path(w->arena, path, BESIDE_INSIDE, &b, w->diags))
		return false;
	(void)fwrite(said->out, 1, said->outlen, b.file);
	return beside_close(&b, true, w->diags);
}

/* ---- all of it */

/* The county's version, and where its rows came from; false: nothing. */
static bool
find_county(struct arena *a, const struct parcel *job, struct county *c,
    struct diags *ds)
{
	if (!store_county(job->store, a, job->county, c, ds))
		return false;
	if (c->version == 0) {
		diag_error(ds, NOWHERE, _("nothing is known of %s in this "
		    "database"), job->county);
		return false;
	}
	return store_parcel_begin(job->store, job->county, ds);
}

static bool
write_file(struct writing *w, const struct parcel_head *h)
{
	struct keygen_said	said = { "", "", 0 };
	struct beside		b;
	bool			good;

	if (!beside_path(w->arena, w->job->path, BESIDE_INSIDE, &b,
	    w->diags))
		return false;
	w->file = b.file;
	good = put_all(w, h) && (w->job->key == NULL || sign(w, &said));
	good = beside_close(&b, good, w->diags);
	return good && (w->job->key == NULL || put_signature(w, &said));
}

typedef bool	 writing_fn(struct writing *, const struct parcel_head *);

static bool
go_over(struct writing *w, writing_fn *way, struct parcel_made *made)
{
	const struct parcel	*job = w->job;
	struct county		*c = &w->county;

	w->sum = sum_new(w->arena);
	w->row = arena_room(w->arena, PARCEL_LINE);
	if (!find_county(w->arena, job, c, w->diags) || !way(w,
	    &(struct parcel_head){ job->county, store_schema(), c->version,
	    c->day }))
		return false;
	*made = (struct parcel_made){ c->version, c->day, w->cases,
	    arena_dup(w->arena, w->digest) };
	return true;
}

bool
parcel_write(struct arena *a, const struct parcel *job,
    struct parcel_made *made, struct diags *ds)
{
	struct writing	w = { .job = job, .arena = a, .diags = ds };

	return go_over(&w, write_file, made);
}

bool
parcel_each(struct arena *a, const struct parcel *job, parcel_row_fn *visit,
    void *ctx, struct parcel_made *made, struct diags *ds)
{
	struct writing	w = { .job = job, .arena = a, .diags = ds,
			    .visit = visit, .ctx = ctx };

	return go_over(&w, put_all, made);
}
