#include "job/reports.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "folder/beside.h"

enum { NIGHTS = 60 };		/* whose reports are kept */

/* A report as it was written just now. */
static bool
copy(const struct folder *out, const char *name, FILE *to, struct diags *d)
{
	struct stat	 st;
	char		 buf[16384];
	int		 fd = folder_read(out, name, &st);
	FILE		*from = fd < 0 ? NULL : fdopen(fd, "r");
	size_t		 n;
	bool		 good = from != NULL;

	while (good && (n = fread(buf, 1, sizeof(buf), from)) > 0)
		good = fwrite(buf, 1, n, to) == n;
	good = (good && !ferror(from)) || diag_errno(d, name);
	if (from != NULL)
		fclose(from);
	else if (fd >= 0)
		(void)close(fd);
	return good;
}

/* DAY.txt or DAY.json, and nothing else. */
static bool
is_report(const char *name)
{
	char		text[DAY_TEXT], again[DAY_TEXT];
	struct day	day;

	if (strlen(name) < DAY_TEXT - 1)
		return false;
	memcpy(text, name, DAY_TEXT - 1);
	text[DAY_TEXT - 1] = '\0';
	name += DAY_TEXT - 1;
	return day_parse(text, &day) && strcmp(day_print(day, again), text) ==
	    0 && (strcmp(name, ".txt") == 0 || strcmp(name, ".json") == 0);
}

/* The latest stay; names of days stand in the order of days. */
static bool
drop_old(struct arena *a, const struct folder *f, struct diags *d)
{
	const char	**names, *last = "";
	struct stat	  st;
	size_t		  n, days = 0;

	if (!folder_list(f, a, &names, &n))
		return diag_errno(d, f->path);
	while (n-- > 0) {
		if (!is_report(names[n]))
			continue;
		days += strncmp(names[n], last, DAY_TEXT - 1) != 0;
		last = names[n];
		if (days > NIGHTS && folder_look(f, last, &st) &&
		    S_ISREG(st.st_mode))
			(void)unlinkat(f->fd, last, 0);
	}
	return true;
}

static bool
keep_one(struct arena *a, const struct folder *out, const struct folder *f,
    const char *day, const char *end, struct diags *d)
{
	struct beside	b;

	return beside_at(a, f, arena_printf(a, "%s.%s", day, end),
	    BESIDE_INSIDE, &b, d) && beside_close(&b, copy(out,
	    arena_printf(a, "report.%s", end), b.file, d), d);
}

static bool
keep_both(struct arena *a, const struct folder *out, struct day today,
    struct diags *d)
{
	const char	*path = arena_printf(a, "%s/reports", out->path);
	struct folder	 f;
	char		 day[DAY_TEXT];
	bool		 good;

	if (!folder_open_made(path, &f))
		return diag_errno(d, path);
	draft_sweep(&f, NULL);
	day_print(today, day);
	good = keep_one(a, out, &f, day, "json", d) &&
	    keep_one(a, out, &f, day, "txt", d) && drop_old(a, &f, d);
	folder_close(&f);
	return good;
}

bool
reports_keep(struct arena *a, const char *out, struct day today,
    struct diags *d)
{
	struct folder	f;
	bool		good;

	if (!folder_open(out, &f))
		return diag_errno(d, out);
	good = keep_both(a, &f, today, d);
	folder_close(&f);
	return good;
}
