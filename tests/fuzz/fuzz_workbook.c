/*
 * A workbook: the input is its parts as text, each behind a line
 * `=== NAME`, which are put into an archive here, so that what changes them
 * gets behind checksums; or, where it begins with PK, the archive itself.
 * What is read is UTF-8, rows rise, and a second reading gives the same.
 */
#include "fuzz/scratch.h"
#include "fuzz/told.h"

#include "base/text.h"
#include "input/grid.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
put(FILE *f, unsigned long v, int bytes)
{
	for (; bytes > 0; bytes--, v >>= 8)
		putc((int)(v & 0xff), f);
}

static unsigned long
crc(const uint8_t *p, size_t n)
{
	unsigned long	c = 0xffffffff;
	int		k;

	for (; n > 0; n--) {
		c ^= *p++;
		for (k = 0; k < 8; k++)
			c = c & 1 ? 0xedb88320 ^ c >> 1 : c >> 1;
	}
	return c ^ 0xffffffff;
}

/* One entry, stored: its header here, or in the directory. */
static void
put_entry(FILE *f, const char *name, size_t len, const uint8_t *data,
    size_t size, long at)
{
	put(f, at < 0 ? 0x04034b50 : 0x02014b50, 4);
	if (at >= 0)
		put(f, 20, 2);
	put(f, 20, 2);
	put(f, 0x800, 2);
	put(f, 0, 6);
	put(f, crc(data, size), 4);
	put(f, size, 4);
	put(f, size, 4);
	put(f, len, 2);
	put(f, 0, at < 0 ? 2 : 12);
	if (at >= 0)
		put(f, (unsigned long)at, 4);
	fwrite(name, 1, len, f);
}

struct piece {
	const char	*name;
	size_t		 len;
	const uint8_t	*data;
	size_t		 size;
	long		 at;
};

enum { PIECES = 32 };

static size_t
cut(const uint8_t *data, size_t size, struct piece *all)
{
	static const char	 mark[] = "=== ";
	const uint8_t		*end = data + size, *p = data, *line;
	size_t			 n = 0;

	while (n < PIECES && (p = cut_at(p, (size_t)(end - p), mark)) !=
	    NULL) {
		if (n > 0)
			all[n - 1].size = (size_t)(p - all[n - 1].data);
		p += sizeof(mark) - 1;
		line = memchr(p, '\n', (size_t)(end - p));
		if (line == NULL)
			break;
		all[n++] = (struct piece){ (const char *)p,
		    (size_t)(line - p), line + 1, (size_t)(end - line - 1),
		    0 };
		p = line + 1;
	}
	return n;
}

static void
archive(const uint8_t *data, size_t size, struct saying *t)
{
	struct piece	 all[PIECES];
	size_t		 n = cut(data, size, all), i;
	long		 at;

	told_open(t);
	for (i = 0; i < n; i++) {
		all[i].at = ftell(t->f);
		put_entry(t->f, all[i].name, all[i].len, all[i].data,
		    all[i].size, -1);
		fwrite(all[i].data, 1, all[i].size, t->f);
	}
	at = ftell(t->f);
	for (i = 0; i < n; i++)
		put_entry(t->f, all[i].name, all[i].len, all[i].data,
		    all[i].size, all[i].at);
	i = (size_t)(ftell(t->f) - at);
	put(t->f, 0x06054b50, 4);
	put(t->f, 0, 4);
	put(t->f, n, 2);
	put(t->f, n, 2);
	put(t->f, i, 4);
	put(t->f, (unsigned long)at, 4);
	put(t->f, 0, 2);
	told_end(t);
}

/* Everything that is read, a line a row. */
static void
read_all(const char *path, struct saying *t, struct diags *d)
{
	struct grid		*g = grid_open(path, "x.xlsx", d);
	const struct row	*r;
	const char		*name;
	size_t			 i;
	int			 last;

	told_open(t);
	while (g != NULL && grid_pages(g) > 0 &&
	    (name = grid_sheet(g, d)) != NULL) {
		fprintf(t->f, "[%s]\n", name);
		for (last = 0; (r = grid_next(g, d)) != NULL;
		    last = r->line) {
			if (r->line <= last || r->n > BOOK_CELLS)
				abort();
			for (i = 0; i < r->n; i++) {
				if (!text_is_utf8(r->cells[i].text,
				    strlen(r->cells[i].text)))
					abort();
				fprintf(t->f, "%s\t", r->cells[i].text);
			}
			putc('\n', t->f);
		}
	}
	grid_close(g);
	told_end(t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena	*a = arena_new();
	struct diags	*d = diags_new(a);
	struct saying	 zip = { 0 }, was, is, t;
	char		 path[256];

	if (size >= 2 && memcmp(data, "PK", 2) == 0) {
		scratch_write("x.xlsx", data, size, path);
	} else {
		archive(data, size, &zip);
		scratch_write("x.xlsx", (const uint8_t *)zip.text, zip.size,
		    path);
		free(zip.text);
	}
	read_all(path, &was, d);
	read_all(path, &is, diags_new(a));
	if (was.size != is.size || memcmp(was.text, is.text, is.size) != 0)
		told_wrong(&is, 0, "not the same a second time");
	told_open(&t);
	diags_write(d, t.f);
	told_end(&t);
	told_clean(&t, 0, "\n");
	free(was.text);
	free(is.text);
	free(t.text);
	arena_free(a);
	return 0;
}
