#include "input/workbook_zip.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "base/hash.h"
#include "base/text.h"
#include "input/workbook.h"

enum { TAIL = 66 * 1024 };	/* where the directory's end stands */

struct entry {
	const char	*name;
	zip_uint64_t	 index;
};

struct archive {
	const char	*name;
	FILE		*file;
	int		 fd;		/* the same, to look at */
	struct stat	 st;
	zip_t		*zip;
	struct entry	*entries;	/* by name */
	size_t		 n;
	long long	 all;		/* bytes of parts opened */
	bool		*opened;
	char		 digest[SUM_TEXT];
};

struct part {
	struct archive	*archive;
	const char	*name;
	zip_file_t	*file;
	long long	 done, size;
};

static struct place
whole(const struct archive *z)
{
	return (struct place){ .path = z->name };
}

const char *
archive_name(const struct archive *z)
{
	return z->name;
}

const char *
archive_digest(const struct archive *z)
{
	return z->digest;
}

/* ---- names */

/* From the root, with /; NULL: it climbs out, or is no file. */
static char *
normal(struct arena *a, const char *name)
{
	char		*out = arena_alloc(a, strlen(name) + 1), *to = out;
	const char	*p = name;
	size_t		 n;

	for (; *p != '\0'; p += n) {
		n = strcspn(p, "/\\");
		if (n == 2 && strncmp(p, "..", 2) == 0) {
			if (to == out)
				return NULL;
			for (to--; to > out && to[-1] != '/'; to--)
				continue;
		} else if (n > 0 && !(n == 1 && *p == '.')) {
			memcpy(to, p, n);
			to += n;
			if (p[n] != '\0')
				*to++ = '/';
		}
		n += p[n] != '\0';
	}
	*to = '\0';
	return to == out || to[-1] == '/' ? NULL : out;
}

static int
hex(char c)
{
	const char	*digits = "0123456789abcdef", *p;

	p = c == '\0' ? NULL : strchr(digits, c >= 'A' && c <= 'F' ? c + 32 :
	    c);
	return p == NULL ? -1 : (int)(p - digits);
}

/* %20 and its kind. */
static void
unescape(char *s)
{
	char	*to = s;

	for (; *s != '\0'; s++) {
		if (*s == '%' && hex(s[1]) >= 0 && hex(s[2]) >= 0 &&
		    hex(s[1]) * 16 + hex(s[2]) > 0) {
			*to++ = (char)(hex(s[1]) * 16 + hex(s[2]));
			s += 2;
		} else
			*to++ = *s;
	}
	*to = '\0';
}

char *
archive_target(struct arena *a, const char *from, const char *target)
{
	const char	*slash = strrchr(from, '/');
	char		*t = arena_dup(a, target);

	unescape(t);
	if (*t == '/' || *t == '\\' || slash == NULL)
		return normal(a, t);
	return normal(a, arena_printf(a, "%.*s/%s", (int)(slash - from), from,
	    t));
}

static int
by_name(const void *va, const void *vb)
{
	const struct entry	*a = va, *b = vb;

	return strcasecmp(a->name, b->name);
}

static const struct entry *
entry_of(const struct archive *z, const char *name)
{
	struct entry	key = { .name = name };

	return z->n == 0 ? NULL : bsearch(&key, z->entries, z->n,
	    sizeof(*z->entries), by_name);
}

bool
archive_has(const struct archive *z, const char *part)
{
	return entry_of(z, part) != NULL;
}

/* ---- opening */

static unsigned long long
number(const unsigned char *p, int bytes)
{
	unsigned long long	v = 0;

	while (bytes-- > 0)
		v = v << 8 | p[bytes];
	return v;
}

/*
 * Has its directory more entries than are read?  Below 65,536 they cost little;
 * more are only where a ZIP64 locator stands, and are counted before libzip
 * makes room for them.
 */
static bool
is_crowded(struct archive *z, struct arena *a)
{
	unsigned char		*tail = arena_alloc(a, TAIL), *p, wide[56];
	long			 size = (long)z->st.st_size;
	long			 from = size > TAIL ? size - TAIL : 0;
	size_t			 n;

	if (fseek(z->file, from, SEEK_SET) != 0)
		return false;
	n = fread(tail, 1, TAIL, z->file);
	for (p = tail; p + 20 <= tail + n; p++) {
		if (memcmp(p, "PK\6\7", 4) != 0 || number(p + 8, 8) >
		    (unsigned long long)size || fseek(z->file,
		    (long)number(p + 8, 8), SEEK_SET) != 0 ||
		    fread(wide, 1, sizeof(wide), z->file) != sizeof(wide))
			continue;
		if (number(wide + 32, 8) > BOOK_ENTRIES)
			return true;
	}
	return false;
}

/* False. */
static bool
crowded(const struct archive *z, struct diags *d)
{
	diag_error(d, whole(z), _("the archive of this workbook holds more "
	    "than %d files: that is no workbook that a spreadsheet has "
	    "written"), BOOK_ENTRIES);
	return false;
}

/* The sum over its bytes; false and errno. */
static bool
sum_file(struct archive *z, struct arena *a)
{
	struct sum	*sum = sum_new(a);
	char		 bytes[1 << 14];
	size_t		 n;

	while ((n = fread(bytes, 1, sizeof(bytes), z->file)) > 0)
		sum_add(sum, bytes, n);
	sum_end(sum, z->digest);
	return !ferror(z->file);
}

static void
complain(struct diags *d, struct place at, int code)
{
	switch (code) {
	case ZIP_ER_NOZIP:
	case ZIP_ER_INCONS:
	case ZIP_ER_MULTIDISK:
	case ZIP_ER_EOF:
	case ZIP_ER_SEEK:
		diag_error(d, at, _("the workbook is cut off or damaged: copy "
		    "it again, or open it in the spreadsheet and save it as "
		    ".xlsx (另存为) once more"));
		break;
	default:
		diag_error(d, at, _("the workbook cannot be opened: its "
		    "archive (zip) has a fault (%d)"), code);
	}
}

static bool
open_zip(struct archive *z, struct diags *d)
{
	zip_source_t	*source;
	zip_error_t	 e;

	zip_error_init(&e);
	source = zip_source_filep_create(z->file, 0, -1, &e);
	if (source == NULL) {
		complain(d, whole(z), zip_error_code_zip(&e));
		zip_error_fini(&e);
		return false;
	}
	z->file = NULL;		/* the source's */
	z->zip = zip_open_from_source(source, ZIP_RDONLY, &e);
	if (z->zip == NULL) {
		complain(d, whole(z), zip_error_code_zip(&e));
		zip_source_free(source);
	}
	zip_error_fini(&e);
	return z->zip != NULL;
}

/* Folders, and names that lead out, are no parts. */
static bool
list_entries(struct archive *z, struct arena *a, struct diags *d)
{
	zip_int64_t	 n = zip_get_num_entries(z->zip, 0), i;
	const char	*name;
	char		*part;

	if (n > BOOK_ENTRIES)
		return crowded(z, d);
	z->entries = arena_array(a, (size_t)n + 1, sizeof(*z->entries));
	z->opened = arena_array(a, (size_t)n + 1, sizeof(*z->opened));
	for (i = 0; i < n; i++) {
		name = zip_get_name(z->zip, (zip_uint64_t)i, 0);
		part = name == NULL ? NULL : normal(a, name);
		if (part != NULL)
			z->entries[z->n++] = (struct entry){ part,
			    (zip_uint64_t)i };
	}
	if (z->n > 1)
		qsort(z->entries, z->n, sizeof(*z->entries), by_name);
	return true;
}

struct archive *
archive_open(struct arena *a, const char *path, const char *name,
    struct diags *d)
{
	struct archive	*z = arena_alloc(a, sizeof(*z));
	int		 fd = open(path, O_RDONLY | O_CLOEXEC);

	z->name = arena_dup(a, name);
	z->file = fd < 0 ? NULL : fdopen(fd, "rb");
	z->fd = fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 0);
	if (z->file == NULL || fstat(fd, &z->st) != 0 || !sum_file(z, a)) {
		diag_fail(d, _("%s: cannot be read: %s"), name,
		    text_error(errno));
		if (z->file == NULL && fd >= 0)
			(void)close(fd);
		archive_close(z);
		return NULL;
	}
	if (is_crowded(z, a))
		(void)crowded(z, d);
	else if (fseek(z->file, 0, SEEK_SET) == 0 && open_zip(z, d) &&
	    list_entries(z, a, d))
		return z;
	archive_close(z);
	return NULL;
}

void
archive_close(struct archive *z)
{
	if (z == NULL)
		return;
	if (z->file != NULL)
		fclose(z->file);
	if (z->zip != NULL)
		zip_discard(z->zip);
	if (z->fd >= 0)
		(void)close(z->fd);
}

bool
archive_same(const struct archive *z)
{
	struct stat	now;

	return fstat(z->fd, &now) == 0 && now.st_size == z->st.st_size &&
	    now.st_mtim.tv_sec == z->st.st_mtim.tv_sec &&
	    now.st_mtim.tv_nsec == z->st.st_mtim.tv_nsec;
}

/* ---- parts */

/* The only entry with that name; NULL and an error. */
static const struct entry *
only(struct archive *z, const char *name, struct diags *d)
{
	const struct entry	*e = entry_of(z, name);

	if (e == NULL) {
		diag_error(d, whole(z), _("the workbook lacks its part %s: "
		    "open it in the spreadsheet and save it as .xlsx (另存为) "
		    "once more"), name);
		return NULL;
	}
	if ((e > z->entries && by_name(e - 1, e) == 0) || (e + 1 <
	    z->entries + z->n && by_name(e + 1, e) == 0)) {
		diag_error(d, whole(z), _("the workbook holds its part %s "
		    "twice, and nobody can say which of them counts: open it "
		    "in the spreadsheet and save it as .xlsx (另存为) once "
		    "more"), name);
		return NULL;
	}
	return e;
}

static bool
too_large(struct archive *z, const char *name, struct diags *d)
{
	diag_error(d, whole(z), _("the part %s of the workbook is larger than "
	    "%lld MiB when unpacked, or all its parts than %lld: divide it "
	    "into several workbooks"), name, BOOK_PART >> 20, BOOK_ALL >> 20);
	return false;
}

/* May it be unpacked, by what the archive says of it? */
static bool
is_fit(struct archive *z, const struct entry *e, const char *name,
    zip_stat_t *st, struct diags *d)
{
	const zip_uint64_t	need = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
				    ZIP_STAT_ENCRYPTION_METHOD;
	long long		size, packed;

	if (zip_stat_index(z->zip, e->index, 0, st) != 0 || (st->valid &
	    need) != need) {
		complain(d, whole(z), ZIP_ER_INCONS);
		return false;
	}
	if (st->encryption_method != ZIP_EM_NONE) {
		diag_error(d, whole(z), _("the workbook is encrypted: open it "
		    "with its password, take the password off, and save it "
		    "as .xlsx (另存为)"));
		return false;
	}
	if (st->size > BOOK_PART || z->all + (long long)st->size > BOOK_ALL)
		return too_large(z, name, d);
	size = (long long)st->size;
	packed = (long long)st->comp_size;
	if (size >= BOOK_RATIO_FROM && size / BOOK_RATIO > packed) {
		diag_error(d, whole(z), _("the part %s of the workbook becomes "
		    "more than %d times as large when unpacked: that is no "
		    "workbook that a spreadsheet has written"), name,
		    BOOK_RATIO);
		return false;
	}
	if (!z->opened[e->index])
		z->all += size;
	z->opened[e->index] = true;
	return true;
}

static void
part_fault(const struct part *p, int code, struct diags *d)
{
	const struct place	at = whole(p->archive);

	if (code == ZIP_ER_COMPNOTSUPP)
		diag_error(d, at, _("the part %s of the workbook is packed in "
		    "a way that is not known: open it in the spreadsheet and "
		    "save it as .xlsx (另存为) once more"), p->name);
	else if (code == ZIP_ER_READ)
		diag_fail(d, _("%s: cannot be read: %s"), at.path,
		    text_error(errno));
	else
		diag_error(d, at, _("the part %s of the workbook is damaged: "
		    "copy the file again, or open it in the spreadsheet and "
		    "save it as .xlsx (另存为) once more"), p->name);
}

struct part *
part_open(struct archive *z, const char *name, struct diags *d)
{
	const struct entry	*e = only(z, name, d);
	zip_stat_t		 st;
	struct part		*p;

	if (e == NULL || !is_fit(z, e, name, &st, d))
		return NULL;
	p = calloc(1, sizeof(*p));
	if (p == NULL) {
		diag_errno(d, z->name);
		return NULL;
	}
	*p = (struct part){ .archive = z, .name = e->name,
	    .size = (long long)st.size };
	p->file = zip_fopen_index(z->zip, e->index, 0);
	if (p->file != NULL)
		return p;
	part_fault(p, zip_error_code_zip(zip_get_error(z->zip)), d);
	free(p);
	return NULL;
}

int
part_read(struct part *p, void *to, size_t n, struct diags *d)
{
	zip_int64_t	got = zip_fread(p->file, to, n);

	if (got < 0) {
		part_fault(p, zip_error_code_zip(zip_file_get_error(p->file)),
		    d);
		return -1;
	}
	p->done += got;
	if (p->done <= p->size)
		return (int)got;
	/* it says that it is smaller than it is */
	part_fault(p, ZIP_ER_INCONS, d);
	return -1;
}

void
part_progress(const struct part *p, long long *done, long long *size)
{
	*done = p->done;
	*size = p->size;
}

void
part_close(struct part *p)
{
	if (p == NULL)
		return;
	(void)zip_fclose(p->file);
	free(p);
}
