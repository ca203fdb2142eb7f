#include "job/fingerprint.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"

static const char *
scopes_of(struct arena *a, const struct pack *p)
{
	const char	*text = "";
	int		 i;

	for (i = 0; i < p->nscope; i++)
		text = arena_printf(a, "%s%s,", text, p->scope[i]);
	return text;
}

/* Sorted, so that it does not matter in which order packs were found. */
static int
by_line(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *
joined(struct arena *a, const char **lines, size_t n)
{
	size_t	 i, len = 1;
	char	*text, *to;

	for (i = 0; i < n; i++)
		len += strlen(lines[i]);
	text = to = arena_alloc(a, len);
	for (i = 0; i < n; i++)
		to = stpcpy(to, lines[i]);
	return text;
}

static const char *
line_of(struct arena *a, const struct procedure *p)
{
	char	from[DAY_TEXT], until[DAY_TEXT];

	return arena_printf(a, "%s \t%s\t%s\t%s\t%s\t%016llx\n", p->id,
	    p->pack->id, day_print(p->pack->from, from),
	    day_print(p->pack->until, until), scopes_of(a, p->pack),
	    hash_add(hash_add(HASH_START, p->sum), p->pack->sum));
}

const char *
fingerprint_rules(struct arena *a, const struct rulebook *book)
{
	const char	**lines = NULL;
	size_t		  n = 0, cap = 0;
	int		  i, j;

	for (i = 0; i < book->npacks; i++)
		for (j = 0; j < book->packs[i].nprocedures; j++) {
			lines = arena_grow(a, lines, n, &cap, sizeof(*lines));
			lines[n++] = line_of(a,
			    &book->packs[i].procedures[j]);
		}
	if (n > 1)
		qsort(lines, n, sizeof(*lines), by_line);
	return joined(a, lines, n);
}

typedef bool	 change_fn(struct store *, const char *name, struct diags *);

static bool
has_line(const char *text, const char *line, size_t len)
{
	for (; *text != '\0'; text = strchr(text, '\n') + 1)
		if (strncmp(text, line, len) == 0)
			return true;
	return false;
}

/* The names of lines in one text that the other lacks, each in a row once. */
static bool
each_line(struct arena *a, struct store *s, const char *one,
    const char *other, change_fn *fn, struct diags *d)
{
	const char	*name, *last = NULL;
	size_t		 len;

	for (; *one != '\0'; one += len) {
		len = strcspn(one, "\n") + 1;
		if (has_line(other, one, len))
			continue;
		name = arena_ndup(a, one, strcspn(one, " "));
		if (last != NULL && strcmp(name, last) == 0)
			continue;
		if (!fn(s, name, d))
			return false;
		last = name;
	}
	return true;
}

/* Marks by what is new or gone in the text of that name; keeps it. */
static bool
settle(struct arena *a, struct store *s, const char *name, const char *text,
    change_fn *fn, struct diags *d)
{
	const char	*old = store_fingerprint(s, a, name);

	if (strcmp(old, text) == 0)
		return true;
	return each_line(a, s, old, text, fn, d) &&
	    each_line(a, s, text, old, fn, d) &&
	    store_set_fingerprint(s, name, text, d);
}

/* *all where the text of that name is another; keeps it. */
static bool
settle_all(struct arena *a, struct store *s, const char *name,
    const char *text, bool *all, struct diags *d)
{
	if (strcmp(store_fingerprint(s, a, name), text) == 0)
		return true;
	*all = true;
	return store_set_fingerprint(s, name, text, d);
}

bool
fingerprint_settle(struct arena *a, struct store *s,
    const struct rulebook *book, const struct calendars *calendars,
    bool *all, bool *anew, struct diags *d)
{
	const char	*rules = fingerprint_rules(a, book);

	*anew = strcmp(store_fingerprint(s, a, "rules"), rules) != 0;
	return settle_all(a, s, "program", GONGSHI_VERSION, all, d) &&
	    settle(a, s, "rules", rules, store_dirty_procedure, d) &&
	    settle(a, s, "calendars", calendars_digest(calendars, a),
	    store_dirty_division, d);
}

/* Relative ones are not noted: they were all there was. */
bool
fingerprint_calendars(struct arena *a, struct store *s, enum lang lang,
    enum alarms alarms, bool *anew, struct diags *d)
{
	return settle_all(a, s, "language", lang == LANG_ZH ? "zh" : "en",
	    anew, d) && settle_all(a, s, "alarms", alarms == ALARMS_ABSOLUTE ?
	    "absolute" : "", anew, d);
}
