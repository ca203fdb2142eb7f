#include "job/splice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/division.h"
#include "folder/beside.h"
#include "input/whole.h"

enum { FILE_LIMIT = 1 << 28 };	/* bytes of a calendar; a larger one is
				   written anew */

struct piece {
	const char	*code;
	const char	*division, *id;
	const char	*text;
};

struct splice {
	struct arena	*arena;
	struct arena	*scratch;	/* of one calendar */
	struct piece	*pieces;
	size_t		 n, cap;
};

struct splice *
splice_new(struct arena *a)
{
	struct splice	*s = arena_alloc(a, sizeof(*s));

	s->arena = a;
	s->scratch = arena_new();
	return s;
}

void
splice_free(struct splice *s)
{
	if (s != NULL)
		arena_free(s->scratch);
}

void
splice_add(struct splice *s, const char *code, const char *division,
    const char *id, const char *text)
{
	struct arena	*a = s->arena;

	s->pieces = arena_grow(a, s->pieces, s->n, &s->cap,
	    sizeof(*s->pieces));
	s->pieces[s->n++] = (struct piece){ arena_dup(a, code),
	    arena_dup(a, division), arena_dup(a, id), arena_dup(a, text) };
}

static int
by_place(const void *va, const void *vb)
{
	const struct piece	*a = va, *b = vb;
	int			 c = strcmp(a->code, b->code);

	if (c == 0)
		c = strcmp(a->division, b->division);
	return c != 0 ? c : strcmp(a->id, b->id);
}

void
splice_sort(struct splice *s)
{
	if (s->n > 1)
		qsort(s->pieces, s->n, sizeof(*s->pieces), by_place);
}

/* The first piece of a calendar, and how many there are. */
static const struct piece *
pieces_of(const struct splice *s, const char *code, size_t *n)
{
	size_t	low = 0, high = s->n, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (strcmp(s->pieces[mid].code, code) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	for (*n = 0; low + *n < s->n && strcmp(s->pieces[low + *n].code,
	    code) == 0; ++*n)
		;
	return *n == 0 ? NULL : s->pieces + low;
}

bool
splice_has(const struct splice *s, const char *code)
{
	size_t	n;

	(void)pieces_of(s, code, &n);
	return n > 0;
}

/* ---- the file: a head, the entries of one case after another, a tail */

struct run {
	const char		*id;		/* as matter_named() */
	const char		*text;
	size_t			 len;
	const struct piece	*instead;
	const struct piece	*before;	/* pieces that come first */
	size_t			 nbefore;
};

struct file {
	struct arena	*arena;
	char		*text;
	size_t		 len;
	size_t		 head;		/* bytes before the first entry */
	struct run	*runs;
	size_t		 n, cap;
	const struct piece *last;	/* pieces behind all */
	size_t		 nlast;
	const char	*tail;
};

static bool
read_whole(struct file *f, const char *dir, const char *name)
{
	struct folder	in;
	struct stat	st;
	size_t		size;
	int		fd = -1;
	bool		good;

	if (folder_open(dir, &in)) {
		fd = folder_read(&in, name, &st);
		folder_close(&in);
	}
	good = fd >= 0 && st.st_size > 0 && st.st_size < FILE_LIMIT;
	size = good ? (size_t)st.st_size : 0;
	f->text = arena_alloc(f->arena, size + 1);
	good = good && whole_bytes(fd, f->text, size, &f->len) &&
	    f->len == size && memchr(f->text, '\0', size) == NULL;
	if (fd >= 0)
		(void)close(fd);
	return good;
}

enum { NAME = COUNTY_MAX + 1 + MATTER_ID + 1 };

/* Where a line of the entry begins so, or NULL; never beyond the entry. */
static const char *
line_of(const char *entry, size_t len, const char *name)
{
	const char	*end = entry + len, *p = entry;
	size_t		 n = strlen(name);

	for (; (p = memchr(p, '\r', (size_t)(end - p))) != NULL; p++)
		if ((size_t)(end - p) >= n && memcmp(p, name, n) == 0)
			return p;
	return NULL;
}

/*
 * The value of a line of the entry, unfolded, without escapes, into out, as a
 * string; false where there is none, or a longer one.
 */
static bool
value_of(const char *entry, size_t len, const char *name, char *out,
    size_t size)
{
	const char	*p = line_of(entry, len, name);
	size_t		 n = 0;

	if (p == NULL)
		return false;
	for (p += strlen(name); *p != '\0' && n + 1 < size; p++) {
		if (*p == '\r' && (p[1] != '\n' || p[2] != ' '))
			break;
		if (*p == '\r')
			p += 2;
		else if (*p == '\\' && p[1] != '\0')
			out[n++] = *++p;
		else
			out[n++] = *p;
	}
	out[n] = '\0';
	return *p == '\r' && p[2] != ' ';
}

/* The case, named as matter_named() does. */
static bool
case_of(const char *entry, size_t len, char name[static NAME])
{
	char	id[MATTER_ID + 1], county[COUNTY_MAX + 1];

	if (!value_of(entry, len, "\r\nX-GONGSHI-CASE:", id, sizeof(id)))
		return false;
	if (value_of(entry, len, "\r\nX-GONGSHI-COUNTY:", county,
	    sizeof(county)))
		(void)snprintf(name, NAME, "%s:%s", county, id);
	else
		(void)snprintf(name, NAME, "%s", id);
	return true;
}

/* False: it is no calendar of ours. */
static bool
cut(struct file *f)
{
	static const char	 begin[] = "BEGIN:VEVENT\r\n";
	static const char	 end[] = "\r\nEND:VEVENT\r\n";
	const char		*p = strstr(f->text, begin), *stop;
	char			 id[NAME];
	size_t			 len;

	if (p == NULL)
		return false;
	f->head = (size_t)(p - f->text);
	while (strncmp(p, begin, sizeof(begin) - 1) == 0) {
		stop = strstr(p, end);
		if (stop == NULL)
			return false;
		len = (size_t)(stop - p) + sizeof(end) - 1;
		if (!case_of(p, len, id))
			return false;
		if (f->n == 0 || strcmp(f->runs[f->n - 1].id, id) != 0) {
			f->runs = arena_grow(f->arena, f->runs, f->n, &f->cap,
			    sizeof(*f->runs));
			f->runs[f->n++] = (struct run){ .id = arena_dup(
			    f->arena, id), .text = p };
		}
		f->runs[f->n - 1].len += len;
		p += len;
	}
	f->tail = p;
	return strcmp(p, "END:VCALENDAR\r\n") == 0;
}

/* Does the run belong behind the piece?  *known: its case is there. */
static bool
is_behind(struct file *f, struct store *s, const struct run *r,
    const struct piece *p, bool *known)
{
	const char		*colon = strchr(r->id, ':'), *id = r->id;
	const char		*county = "";
	const struct matter	*m;
	struct named		 found;
	int			 c;

	if (colon != NULL && strspn(id, "0123456789") == (size_t)(colon -
	    id)) {
		county = arena_ndup(f->arena, id, (size_t)(colon - id));
		id = colon + 1;
	}
	store_find(s, f->arena, county, id, &found);
	m = found.one;
	*known = m != NULL && found.other == NULL && strcmp(r->id,
	    matter_named(f->arena, m->division, id, p->code)) == 0;
	if (!*known)
		return false;
	c = strcmp(m->division, p->division);
	return c > 0 || (c == 0 && strcmp(id, p->id) > 0);
}

/* A case that is new in the file: found by halves.  Pieces come in order. */
static bool
insert(struct file *f, struct store *s, const struct piece *p)
{
	size_t	low = 0, high = f->n, mid;
	bool	known, behind;

	while (low < high) {
		mid = low + (high - low) / 2;
		behind = is_behind(f, s, &f->runs[mid], p, &known);
		if (!known)
			return false;
		if (behind)
			high = mid;
		else
			low = mid + 1;
	}
	if (low == f->n) {
		f->last = f->nlast++ == 0 ? p : f->last;
		return true;
	}
	if (f->runs[low].nbefore++ == 0)
		f->runs[low].before = p;
	return true;
}

static struct run *
run_of(struct file *f, const char *id)
{
	size_t	i;

	for (i = 0; i < f->n; i++)
		if (strcmp(f->runs[i].id, id) == 0)
			return &f->runs[i];
	return NULL;
}

/*
 * Each piece to its run.  Those that are inserted at one place must follow
 * one another in the list: a replaced one between them cannot be, since the
 * list and the file are in one order.  An entry does not say of which county
 * its case is: where two have the number, the calendar is written anew.
 */
static bool
lay(struct file *f, struct store *s, const struct piece *p, size_t n)
{
	struct named	 found;
	struct run	*r;
	size_t		 i;

	for (i = 0; i < n; i++) {
		store_find(s, f->arena, "", p[i].id, &found);
		if (found.other != NULL)
			return false;
		r = run_of(f, matter_named(f->arena, p[i].division, p[i].id,
		    p[i].code));
		if (r != NULL)
			r->instead = &p[i];
		else if (!insert(f, s, &p[i]))
			return false;
	}
	return true;
}

static void
put_pieces(FILE *out, const struct piece *p, size_t n)
{
	size_t	i;

	for (i = 0; i < n; i++)
		fputs(p[i].text, out);
}

static void
write_all(const struct file *f, FILE *out)
{
	const struct run	*r;
	size_t			 i;

	fwrite(f->text, 1, f->head, out);
	for (i = 0; i < f->n; i++) {
		r = &f->runs[i];
		put_pieces(out, r->before, r->nbefore);
		if (r->instead != NULL)
			fputs(r->instead->text, out);
		else
			fwrite(r->text, 1, r->len, out);
	}
	put_pieces(out, f->last, f->nlast);
	fputs(f->tail, out);
}

enum spliced
splice_file(const struct splice *s, struct store *store, const char *dir,
    const char *code, struct diags *d)
{
	struct arena		*a = s->scratch;
	struct file		 f = { .arena = a };
	const char		*name = arena_printf(a, "%s.ics", code);
	struct beside		 b;
	const struct piece	*p;
	enum spliced		 result = SPLICE_CANNOT;
	size_t			 n;

	p = pieces_of(s, code, &n);
	if (read_whole(&f, dir, name) && cut(&f) &&
	    lay(&f, store, p, n)) {
		result = SPLICE_FAILED;
		if (beside_open(a, dir, name, BESIDE_INSIDE, &b, d)) {
			write_all(&f, b.file);
			if (beside_close(&b, true, d))
				result = SPLICE_DONE;
		}
	}
	arena_reset(a);
	return result;
}
