#include "job/rollup.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/division.h"
#include "base/text.h"
#include "folder/folder.h"
#include "input/whole.h"
#include "job/keygen.h"

enum {
	PATIENCE = 60,			/* s, of ssh-keygen */
	SIGNATURE = 64 * 1024,		/* bytes of one at the most */
	CHUNK = 64 * 1024
};

struct taking {
	const struct rollup	*job;
	struct arena		*arena;
	struct diags		*diags;
	const char		*path;
	struct folder		 folder;
	const char		*name;
	int			 fd;
	struct parcel_head	 head;
	const char		*sum;		/* of the file, as it was looked
						   at, and as it is read */
	const char		*signature;	/* NULL: none lies there */
	size_t			 nsignature;
	struct rolled		*out;
};

static bool
refuse(struct taking *t, int line, const char *why)
{
	diag_error(t->diags, (struct place){ .path = t->path, .line = line },
	    "%s", why);
	return false;
}

/* ---- the file */

/* `what` is told of what is no ordinary file. */
static bool
cannot_open(struct taking *t, const char *path, const char *what)
{
	const int	error = errno;

	if (folder_fault(error) == FOLDER_FAILED)
		return diag_errno(t->diags, path);
	diag_error(t->diags, (struct place){ .path = path },
	    folder_fault(error) == FOLDER_FOREIGN ? _(what) :
	    _("cannot be read: %s"), text_error(error));
	return false;
}

static bool
open_file(struct taking *t)
{
	struct stat	st;

	if (!folder_of(t->arena, t->path, &t->folder, &t->name))
		return cannot_open(t, t->path, N_("this is no ordinary file"));
	t->fd = folder_read(&t->folder, t->name, &st);
	return t->fd >= 0 || cannot_open(t, t->path, N_("this is no ordinary "
	    "file: a parcel is never read through a link, a pipe or a "
	    "device"));
}

/* What lies beside it as its signature, if anything does. */
static bool
read_signature(struct taking *t)
{
	const char	*name = arena_printf(t->arena, "%s.sig", t->name);
	const char	*path = arena_printf(t->arena, "%s.sig", t->path);
	char		*bytes = arena_alloc(t->arena, SIGNATURE);
	struct stat	 st;
	int		 fd = folder_read(&t->folder, name, &st);
	bool		 good;

	if (fd < 0 && folder_fault(errno) == FOLDER_ABSENT)
		return true;
	if (fd < 0)
		return cannot_open(t, path, N_("this is no ordinary file"));
	good = whole_bytes(fd, bytes, SIGNATURE, &t->nsignature) ||
	    diag_errno(t->diags, path);
	(void)close(fd);
	if (good && t->nsignature == SIGNATURE) {
		diag_error(t->diags, (struct place){ .path = path },
		    _("this is larger than any signature"));
		return false;
	}
	t->signature = bytes;
	return good;
}

/* ---- a first look: its head, its hash, its signature */

static bool
read_head(struct taking *t)
{
	struct parcel_lines	l;
	const char		*fault;

	parcel_lines_begin(&l, t->arena, t->fd);
	if (!parcel_head_read(&l, t->arena, &t->head, &fault))
		return refuse(t, l.line, fault);
	t->out->county = t->head.county;
	t->out->version = t->head.version;
	t->out->day = t->head.day;
	return true;
}

/* The last bytes of what went by, and the sum of all before them. */
struct tail {
	struct sum	*sum;
	char		 bytes[PARCEL_TAIL];
	size_t		 n;
	char		 before;	/* the byte before them */
};

static void
tail_add(struct tail *l, const char *p, size_t n)
{
	const size_t	over = l->n + n > PARCEL_TAIL ? l->n + n -
			    PARCEL_TAIL : 0;
	const size_t	old = over < l->n ? over : l->n;
	const size_t	new = over - old;

	if (over > 0)
		l->before = new > 0 ? p[new - 1] : l->bytes[old - 1];
	sum_add(l->sum, l->bytes, old);
	sum_add(l->sum, p, new);
	memmove(l->bytes, l->bytes + old, l->n - old);
	memcpy(l->bytes + l->n - old, p + new, n - new);
	l->n = l->n - old + n - new;
}

/* Is the last line the hash of all before it? */
static bool
tail_holds(struct taking *t, struct tail *l)
{
	char	sum[SUM_TEXT];

	sum_end(l->sum, sum);
	if (l->n < PARCEL_TAIL || l->before != '\n' || memcmp(l->bytes,
	    "sha256 ", 7) != 0 || l->bytes[PARCEL_TAIL - 1] != '\n')
		return refuse(t, 0, _("it is cut off, or something stands "
		    "behind its end: its last line is not its hash"));
	if (memcmp(l->bytes + 7, sum, SUM_TEXT - 1) != 0)
		return refuse(t, 0, _("it is damaged or was changed: its "
		    "content does not have the hash that its last line "
		    "says"));
	return true;
}

/* All of it, by whoever listens. */
static bool
go_over(struct taking *t, struct tail *tail, struct keygen *k)
{
	char	buf[CHUNK];
	ssize_t	n;
	off_t	at = 0;

	while ((n = pread(t->fd, buf, sizeof(buf), at)) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return diag_errno(t->diags, t->path);
		tail_add(tail, buf, (size_t)n);
		if (k != NULL)
			keygen_feed(k, buf, (size_t)n);
		at += n;
	}
	return true;
}

/* ---- whose it is */

static struct keygen *
start_keygen(struct taking *t, const char *const *words)
{
	const struct keygen_text	texts[KEYGEN_TEXTS] = {
		{ t->signature, t->nsignature },
		{ t->job->signers, t->job->nsigners },
	};

	return keygen_start(t->arena, words, texts, PATIENCE, t->diags);
}

static struct keygen *
start_checking(struct taking *t)
{
	const char *const	words[] = { "-Y", "verify", "-q", "-n",
				    KEYGEN_NAMESPACE, "-I", t->head.county,
				    "-s", "/dev/fd/3", "-f", "/dev/fd/4",
				    NULL };

	return start_keygen(t, words);
}

/* The principals that the list has for the key, a line each entry; "": none,
   or not known. */
static const char *
ask_whose(struct taking *t)
{
	const char *const	words[] = { "-Y", "find-principals", "-s",
				    "/dev/fd/3", "-f", "/dev/fd/4", NULL };
	struct keygen		*k = start_keygen(t, words);
	struct keygen_said	 said = { "", "", 0 };

	if (k == NULL || keygen_end(k, &said) != 0)
		return "";
	return said.out;
}

/* By its very code: a pattern would let one county sign for another. */
static bool
is_named(const char *list, const char *county)
{
	const size_t	len = strlen(county);
	size_t		n;

	for (; *list != '\0'; list += n + (list[n] != '\0')) {
		n = strcspn(list, ",\n");
		if (n == len && strncmp(list, county, n) == 0)
			return true;
	}
	return false;
}

static bool
refuse_signature(struct taking *t, const char *said)
{
	const char	*all = ask_whose(t);
	const char	*whose = arena_ndup(t->arena, all, strcspn(all, "\n"));
	const char	*why = text_clean(t->arena, arena_ndup(t->arena, said,
			    strcspn(said, "\r\n")), false);

	if (*whose != '\0' && strcmp(whose, t->head.county) != 0)
		return refuse(t, 0, arena_printf(t->arena, _("signed by %s, "
		    "expected %s: another's signature"), text_safe(t->arena,
		    whose), t->head.county));
	return refuse(t, 0, arena_printf(t->arena, _("its signature is not "
	    "that of %s by the list of signers: %s"), t->head.county, why));
}

/* The hash first: what is damaged has no good signature either. */
static bool
look(struct taking *t)
{
	const bool	check = t->signature != NULL &&
			    t->job->signers != NULL;
	struct keygen	*k = check ? start_checking(t) : NULL;
	struct keygen_said said = { "", "", 0 };
	struct tail	tail = { .sum = sum_new(t->arena) };
	char		*sum = arena_alloc(t->arena, SUM_TEXT);
	int		status = 0;
	bool		good = !check || k != NULL;

	good = good && go_over(t, &tail, k);
	if (k != NULL)
		status = keygen_end(k, &said);
	if (!good || !tail_holds(t, &tail) || status < 0)
		return false;
	sum_add(tail.sum, tail.bytes, tail.n);
	sum_end(tail.sum, sum);
	t->sum = sum;
	if (status != 0)
		return refuse_signature(t, said.err);
	if (check && !is_named(ask_whose(t), t->head.county))
		return refuse(t, 0, arena_printf(t->arena, _("the list of "
		    "signers has the key of %s by a pattern alone; write the "
		    "county's code"), t->head.county));
	t->out->is_signed = check;
	t->out->unsigned_ = t->signature == NULL;
	return true;
}

/* ---- may it be taken in? */

static bool
ask_yes(struct taking *t, const char *why)
{
	return t->job->yes || refuse(t, 0, arena_printf(t->arena,
	    _("%s; --yes takes it in all the same"), why));
}

/* What is there came by no parcel, or is another than its parcel. */
static bool
may_replace(struct taking *t, const struct county *c)
{
	struct arena	*a = t->arena;
	char		 day[DAY_TEXT];

	day_print(c->day, day);
	if (c->version > 0 && c->taken < 0)
		return ask_yes(t, arena_printf(a, _("the database has facts of "
		    "%s that came by no parcel, and they would go"),
		    t->head.county));
	if (t->head.version < c->taken)
		return ask_yes(t, arena_printf(a, _("it is older: version "
		    "%lld of %s, and the database has version %lld"),
		    t->head.version, t->head.county, c->taken));
	if (t->head.version == c->taken && strcmp(c->sum, t->sum) != 0)
		return ask_yes(t, arena_printf(a, _("it is another than the "
		    "parcel of version %lld of %s that was taken in; was its "
		    "database put back or made anew?"), c->taken,
		    t->head.county));
	return !c->own || ask_yes(t, arena_printf(a, _("facts of %s were "
	    "changed in this database on %s, and would go; have the county "
	    "make the change too"), t->head.county, day));
}

static bool
is_known_signed(struct taking *t, const struct county *c)
{
	if (*c->signer == '\0' || t->out->is_signed)
		return true;
	return refuse(t, 0, t->signature == NULL ? arena_printf(t->arena,
	    _("it is unsigned, and %s has signed its parcels before"),
	    t->head.county) : arena_printf(t->arena, _("%s has signed its "
	    "parcels before, so its signature must be checked: name the "
	    "list of signers, --signers FILE"), t->head.county));
}

static bool
is_at_home(struct taking *t)
{
	const char	*home = store_home(t->job->store);

	return division_within(t->head.county, home) || refuse(t, 0,
	    arena_printf(t->arena, _("%s lies outside %s, which this database "
	    "is for"), t->head.county, home));
}

/* ---- its rows */

static bool
refuse_line(struct taking *t, const struct parcel_lines *l,
    enum parcel_line how)
{
	if (how == PARCEL_UNREAD)
		return diag_errno(t->diags, t->path);
	return refuse(t, l->line, how == PARCEL_TOO_LONG ? arena_printf(
	    t->arena, _("a line of more than %d bytes"), PARCEL_LINE) :
	    _("it is cut off"));
}

static bool
put_row(struct taking *t, struct parcel_in *in, int table, int line,
    char *text, size_t len)
{
	struct parcel_cell	cells[PARCEL_COLUMNS];
	const int		width = store_parcel_width(table);
	const char		*fault = NULL;
	enum parcel_put		p = PARCEL_WRONG;

	if (parcel_cells(text, len, cells, width) != width)
		fault = arena_printf(t->arena, _("table %s: expected a row of "
		    "%d cells with tabs between, written as rows are"),
		    store_parcel_name(table), width);
	else
		p = store_parcel_put(in, table, cells, &fault);
	return p == PARCEL_GOOD || (p == PARCEL_WRONG && refuse(t, line,
	    fault));
}

static bool
put_table(struct taking *t, struct parcel_in *in, int table,
    struct parcel_lines *l)
{
	const char		*head = parcel_table_text(t->arena, table);
	const char		*fault;
	char			*text;
	size_t			 len;
	enum parcel_line	 how = parcel_lines_next(l, &text, &len);
	enum parcel_put		 p;

	if (how != PARCEL_IS_LINE)
		return refuse_line(t, l, how);
	if (strlen(text) < len || strcmp(text, head) != 0)
		return refuse(t, l->line, arena_printf(t->arena,
		    _("expected `%s`"), head));
	while ((how = parcel_lines_next(l, &text, &len)) == PARCEL_IS_LINE &&
	    !(len == 2 && memcmp(text, "\\.", 2) == 0))
		if (!put_row(t, in, table, l->line, text, len))
			return false;
	if (how != PARCEL_IS_LINE)
		return refuse_line(t, l, how);
	p = store_parcel_table_end(in, table, &fault);
	return p == PARCEL_GOOD || (p == PARCEL_WRONG && refuse(t, l->line,
	    fault));
}

/* Behind the tables stands the hash, and it is what was looked at. */
static bool
is_end(struct taking *t, struct parcel_lines *l)
{
	char			*text;
	size_t			 len;
	char			 sum[SUM_TEXT];
	enum parcel_line	 how = parcel_lines_next(l, &text, &len);

	if (how != PARCEL_IS_LINE)
		return refuse_line(t, l, how);
	if (len != PARCEL_TAIL - 1 || memcmp(text, "sha256 ", 7) != 0)
		return refuse(t, l->line, _("expected the line of its hash"));
	if ((how = parcel_lines_next(l, &text, &len)) != PARCEL_IS_END)
		return how == PARCEL_UNREAD ? refuse_line(t, l, how) :
		    refuse(t, l->line, _("something stands behind its end"));
	sum_end(l->sum, sum);
	return strcmp(sum, t->sum) == 0 || refuse(t, 0, _("it was changed "
	    "while it was read"));
}

/* It may have been written over in its place since it was judged. */
static bool
is_same_head(const struct parcel_head *a, const struct parcel_head *b)
{
	return strcmp(a->county, b->county) == 0 && a->schema == b->schema &&
	    a->version == b->version && day_cmp(a->day, b->day) == 0;
}

static bool
put_all(struct taking *t, struct parcel_in *in)
{
	struct parcel_lines	 l;
	struct parcel_head	 head;
	const char		*fault;
	enum parcel_put		 p;
	int			 table, n = store_parcel_tables();

	if (lseek(t->fd, 0, SEEK_SET) != 0)
		return diag_errno(t->diags, t->path);
	parcel_lines_begin(&l, t->arena, t->fd);
	if (!parcel_head_read(&l, t->arena, &head, &fault))
		return refuse(t, l.line, fault);
	if (!is_same_head(&head, &t->head))
		return refuse(t, 0, _("it was changed while it was read"));
	for (table = 0; table < n; table++)
		if (!put_table(t, in, table, &l))
			return false;
	if (!is_end(t, &l))
		return false;
	p = store_parcel_end(in, &fault);
	t->out->cases = store_parcel_cases(in);
	return p == PARCEL_GOOD || (p == PARCEL_WRONG && refuse(t, 0, fault));
}

static bool
replace(struct taking *t)
{
	const char		*signer = t->out->is_signed ? t->head.county :
				    NULL;
	struct county		 c = { .version = t->head.version,
				    .day = t->head.day, .sum = t->sum };
	struct parcel_in	*in = store_parcel_take(t->job->store,
				    t->arena, t->head.county, t->diags);
	bool			 good = in != NULL && put_all(t, in);

	store_parcel_close(in);
	return good && store_county_taken(t->job->store, t->head.county, &c,
	    signer, t->diags);
}

/* Within a run. */
static bool
take(struct taking *t)
{
	struct county	c;

	if (!store_county(t->job->store, t->arena, t->head.county, &c,
	    t->diags) || !is_known_signed(t, &c))
		return false;
	t->out->was = c.taken;
	t->out->there = c.taken == t->head.version && !c.own &&
	    strcmp(c.sum, t->sum) == 0;
	if (t->out->there)
		return !t->out->is_signed || store_county_signed(
		    t->job->store, t->head.county, t->head.county, t->diags);
	return may_replace(t, &c) && replace(t);
}

static bool
run(struct taking *t)
{
	struct store	*s = t->job->store;

	if (!store_begin(s, t->job->when, t->job->who, "rollup", t->diags))
		return false;
	if (take(t))
		return store_commit(s, t->diags);
	store_rollback(s);
	return false;
}

bool
rollup_take(struct arena *a, const struct rollup *job, const char *path,
    struct rolled *out, struct diags *ds)
{
	struct taking	t = { .job = job, .arena = a, .diags = ds,
			    .path = path, .folder = FOLDER_NONE, .fd = -1,
			    .out = out };
	bool		good;

	*out = (struct rolled){ .county = "", .was = -1, .day = DAY_NONE };
	good = open_file(&t) && read_signature(&t) && read_head(&t) &&
	    is_at_home(&t) && look(&t) && run(&t);
	if (t.fd >= 0)
		(void)close(t.fd);
	folder_close(&t.folder);
	return good;
}
