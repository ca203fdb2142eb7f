#include "job/redact.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/division.h"
#include "base/text.h"
#include "case/privacy.h"
#include "folder/folder.h"
#include "job/which.h"
#include "store/night.h"

enum {
	NUMBERS = 1000,		/* different ones that are looked for */
	SIGNS = 96,		/* bytes of one, without blanks */
	CHUNK = 1 << 16
};

struct work {
	struct arena		*arena;
	const struct redact	*job;
	struct redacted		*result;
	const char		*numbers[NUMBERS];
	size_t			 n;
	struct diags		*d;
};

/* ---- what is looked for: the signs of a number without what parts them */

static bool
is_gap(char c)
{
	return strchr(" -\t\r\n", c) != NULL;	/* a zero too */
}

static size_t
squeeze(const char *from, size_t len, char *to)
{
	size_t	i, n = 0;

	for (i = 0; i < len; i++)
		if (!is_gap(from[i]))
			to[n++] = from[i];
	return n;
}

static void
note_number(void *ctx, const char *from, size_t len)
{
	struct work	*w = ctx;
	char		 buf[SIGNS];
	size_t		 n, i;

	w->result->numbers++;
	if (len > SIGNS || w->n == NUMBERS)
		return;
	n = squeeze(from, len, buf);
	for (i = 0; i < w->n; i++)
		if (strlen(w->numbers[i]) == n && memcmp(w->numbers[i], buf,
		    n) == 0)
			return;
	w->numbers[w->n++] = arena_ndup(w->arena, buf, n);
}

static void
note_case(void *ctx, const char *division, const char *id)
{
	struct work	*w = ctx;
	struct redacted	*r = w->result;
	char		 county[COUNTY_MAX + 1];

	division_county(division, county);
	r->cases = arena_grow(w->arena, r->cases, r->ncases, &r->cases_cap,
	    sizeof(*r->cases));
	r->cases[r->ncases++] = arena_printf(w->arena, "%s:%s", county, id);
}

/* ---- files of the nights */

static bool
holds(const struct work *w, const char *text)
{
	size_t	i;

	for (i = 0; i < w->n; i++)
		if (strstr(text, w->numbers[i]) != NULL)
			return true;
	return false;
}

/* Lines of a calendar are folded, those of a report wrapped. */
static bool
file_holds(const struct work *w, int fd)
{
	char	raw[CHUNK], text[CHUNK + SIGNS + 1];
	size_t	kept = 0;
	ssize_t	n;

	while ((n = read(fd, raw, sizeof(raw))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		kept += squeeze(raw, (size_t)n, text + kept);
		text[kept] = '\0';
		if (holds(w, text))
			return true;
		n = kept < SIGNS ? (ssize_t)kept : SIGNS;
		memmove(text, text + kept - (size_t)n, (size_t)n);
		kept = (size_t)n;
	}
	return false;
}

static void
look_into(struct work *w, const struct folder *f, const char *name)
{
	struct redacted	*r = w->result;
	struct stat	 st;
	int		 fd = folder_read(f, name, &st);

	if (fd < 0)
		return;
	if (file_holds(w, fd)) {
		r->files = arena_grow(w->arena, r->files, r->nfiles,
		    &r->files_cap, sizeof(*r->files));
		r->files[r->nfiles++] = arena_printf(w->arena, "%s/%s",
		    f->path, name);
	}
	(void)close(fd);
}

static void
look_through(struct work *w, const char *path)
{
	struct folder	 f;
	const char	**names;
	size_t		 i, n;

	if (!folder_open(path, &f))
		return;
	if (folder_list(&f, w->arena, &names, &n))
		for (i = 0; i < n; i++)
			look_into(w, &f, names[i]);
	folder_close(&f);
}

static void
look_at_nights(struct work *w)
{
	struct store	*s = w->job->store;
	const char	*out = store_fingerprint(s, w->arena, "out");

	w->result->inbox = store_fingerprint(s, w->arena, "inbox");
	if (*out == '\0')
		return;
	look_through(w, out);
	look_through(w, arena_printf(w->arena, "%s/reports", out));
	look_through(w, arena_printf(w->arena, "%s/calendars", out));
}

/* ---- the database */

static bool
says_no_number(const char *option, const char *text, struct diags *d)
{
	if (!privacy_shows(text))
		return true;
	diag_error(d, NOWHERE, _("the text of --%s shows such a "
	    "number itself"), option);
	return false;
}

/* Its number is in every row of it, and in calendars. */
static bool
number_fits(struct work *w, const struct matter *m)
{
	if (privacy_shows(m->id)) {
		diag_error(w->d, NOWHERE, _("the number of the "
		    "case `%s` shows one itself: give it another by `gongshi "
		    "rename` first"), m->id);
		return false;
	}
	if (privacy_shows(store_first(w->job->store, w->arena, m->division,
	    m->id)))
		diag_warn(w->d, NOWHERE, _("the first number of "
		    "the case shows one; it stays, since calendars know the "
		    "case by it"));
	return true;
}

static bool
note_record(void *ctx, const struct record *r)
{
	(void)r;
	*(bool *)ctx = true;
	return false;
}

/* One that was taken back has its history still, under its county. */
static const struct matter *
find_gone(struct work *w, struct matter *gone)
{
	const struct redact	*job = w->job;
	struct store		*s = job->store;
	bool			 there = false;

	*gone = (struct matter){ .id = job->id, .procedure = "",
	    .title = "", .batch = "", .amounts = "" };
	gone->division = which_county(s, w->arena, job->county, job->id,
	    w->d);
	if (gone->division == NULL || (!store_each_record(s, gone->division,
	    job->id, note_record, &there, w->d) && !there))
		return NULL;
	return there ? gone : which_case(s, w->arena, job->county, job->id,
	    w->d);
}

static const struct matter *
find_case(struct work *w, struct matter *gone)
{
	const struct redact	*job = w->job;
	struct named		 n;

	store_find(job->store, w->arena, job->county, job->id, &n);
	if (n.one == NULL && !store_lost(job->store, w->d))
		return find_gone(w, gone);
	return which_case(job->store, w->arena, job->county, job->id, w->d);
}

static bool
mask(struct work *w)
{
	const struct redact	*job = w->job;
	struct store		*s = job->store;
	const struct matter	*m;
	struct matter		 gone;
	char			 county[COUNTY_MAX + 1];
	enum put		 p;

	if (!store_begin(s, job->when, job->who, "redact", w->d) ||
	    !store_file(s, "redact", NULL, w->d))
		return false;
	m = find_case(w, &gone);
	if (m == NULL || !number_fits(w, m) ||
	    !store_each_sharing(s, m, note_case, w, w->d))
		return false;
	division_county(m->division, county);
	w->result->code = arena_dup(w->arena, county);
	p = store_redact(s, m, job->ground, job->by, note_number, w, w->d);
	if (p == PUT_MANY)
		diag_error(w->d, NOWHERE, _("two postings or "
		    "objections of the case `%s` differ only in such a "
		    "number, and would be one then: take one back first"),
		    m->id);
	if (p == PUT_SAME)
		return true;
	return p == PUT_CORRECTED && store_file_done(s, "", 0, w->d) &&
	    store_commit(s, w->d);
}

bool
redact_run(struct arena *a, const struct redact *job,
    struct redacted *result, struct diags *d)
{
	struct work	*w = arena_alloc(a, sizeof(*w));
	bool		 good;

	*w = (struct work){ .arena = a, .job = job, .result = result,
	    .d = d };
	*result = (struct redacted){ .inbox = "", .code = "" };
	good = says_no_number("ground", job->ground, d) &&
	    says_no_number("by", job->by, d) && mask(w);
	store_rollback(job->store);
	if (!good) {
		result->numbers = 0;
		return false;
	}
	look_at_nights(w);
	/* also where one that was killed had come as far as here */
	return store_vacuum(job->store, d);
}
