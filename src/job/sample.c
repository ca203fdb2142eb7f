#include "job/sample.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "folder/folder.h"
#include "input/whole.h"
#include "job/import.h"

enum {
	SHEETS_MOST = 32,
	BYTES_MOST = 1 << 20,	/* of a sheet */
	DIGITS_MOST = 5		/* of days */
};

struct loans {
	size_t		 n;
	const char	*path[SHEETS_MOST];
	FILE		*file[SHEETS_MOST];
};

/*
 * Is it such a day, from its cell's first byte to its end?  Bytes of it in
 * *len.
 */
static bool
is_offset(const char *s, int32_t *days, size_t *len)
{
	size_t	n = 1, digits;

	*days = 0;
	if (*s != 'T')
		return false;
	if (s[1] == '+' || s[1] == '-') {
		digits = strspn(s + 2, "0123456789");
		if (digits == 0 || digits > DIGITS_MOST)
			return false;
		*days = (int32_t)strtol(s + 1, NULL, 10);
		n = 2 + digits;
	}
	*len = n;
	return strchr(",\r\n", s[n]) != NULL;	/* its NUL is one, too */
}

static void
write_sheet(FILE *f, const char *s, struct day today)
{
	char	buf[DAY_TEXT];
	bool	begins = true;
	int32_t	days;
	size_t	len;

	while (*s != '\0') {
		if (begins && is_offset(s, &days, &len)) {
			fputs(day_print(day_add(today, days), buf), f);
			s += len;
			begins = false;
			continue;
		}
		begins = *s == ',' || *s == '\n';
		putc(*s++, f);
	}
}

/* The sheet with today's days, in a file that has no name. */
static bool
open_loan(struct arena *a, struct loans *l, const char *path,
    struct day today, struct diags *d)
{
	size_t	len;
	char	*text = whole_read(a, path, BYTES_MOST, &len, d);
	FILE	*f = text == NULL ? NULL : tmpfile();

	if (text == NULL)
		return false;
	if (f == NULL)
		return diag_unwritten(d, path);
	l->path[l->n] = path;
	l->file[l->n++] = f;
	write_sheet(f, text, today);
	return (fflush(f) == 0 && ferror(f) == 0) || diag_unwritten(d, path);
}

static bool
open_all(struct arena *a, struct loans *l, const struct sample *s,
    struct diags *d)
{
	struct folder	 dir;
	const char	**names;
	size_t		 n, i, len;
	bool		 good;

	if (!folder_open(s->dir, &dir))
		return diag_errno(d, s->dir);
	good = folder_list(&dir, a, &names, &n) || diag_errno(d, s->dir);
	for (i = 0; good && i < n && l->n < SHEETS_MOST; i++) {
		len = strlen(names[i]);
		if (len > 4 && strcmp(names[i] + len - 4, ".csv") == 0)
			good = open_loan(a, l, arena_printf(a, "%s/%s",
			    s->dir, names[i]), s->today, d);
	}
	folder_close(&dir);
	return good;
}

static int
lend(void *ctx, const char *file)
{
	const struct loans	*l = ctx;
	size_t			 i;

	for (i = 0; i < l->n; i++)
		if (strcmp(l->path[i], file) == 0)
			return fileno(l->file[i]);
	return -1;
}

bool
sample_take(struct arena *a, const struct sample *s, struct diags *d)
{
	struct loans		l = { 0 };
	struct import_result	result;
	struct import		job = { .store = s->store, .book = s->book,
				    .files = l.path, .skip = strlen(s->dir) +
				    1, .when = s->when, .who = s->who,
				    .command = "init", .lend = lend,
				    .ctx = &l, .bare = true };
	bool			good = open_all(a, &l, s, d);

	job.nfiles = (int)l.n;
	good = good && import_run(a, &job, &result, d);
	while (l.n > 0)
		(void)fclose(l.file[--l.n]);
	return good;
}
