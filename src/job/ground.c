#include "job/ground.h"

#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/text.h"

/* Every version of it, each with its pack, whichever order they come in. */
static unsigned long long
hash_procedure(const struct rulebook *book, const char *id)
{
	const struct procedure	*p;
	unsigned long long	 h = 0;
	int			 i;

	for (i = 0; (p = rulebook_version(book, id, i)) != NULL; i++)
		h += hash_add(hash_add(HASH_START, p->sum),
		    p->pack->sum);
	return h;
}

/* "ID HASH\n" for each procedure. */
static const char *
rules_digest(struct arena *a, const struct rulebook *book)
{
	const struct procedure	*p;
	char			*text;
	size_t			 n = 1, at = 0;
	int			 i, j;

	for (i = 0; i < book->npacks; i++)
		for (j = 0; j < book->packs[i].nprocedures; j++)
			n += strlen(book->packs[i].procedures[j].id) + 18;
	text = arena_alloc(a, n);
	for (i = 0; i < book->npacks; i++)
		for (j = 0; j < book->packs[i].nprocedures; j++) {
			p = &book->packs[i].procedures[j];
			if (rulebook_version(book, p->id, 0) == p)
				at += (size_t)snprintf(text + at, n - at,
				    "%s %016llx\n", p->id,
				    hash_procedure(book, p->id));
		}
	return text;
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

/* The names of lines in one text that the other lacks. */
static bool
each_line(struct arena *a, struct store *s, const char *one,
    const char *other, change_fn *fn, struct diags *d)
{
	size_t	len;

	for (; *one != '\0'; one += len) {
		len = strcspn(one, "\n") + 1;
		if (!has_line(other, one, len) && !fn(s, arena_ndup(a, one,
		    strcspn(one, " ")), d))
			return false;
	}
	return true;
}

/* Marks by what is new or gone in the text of that name; keeps it. */
static bool
settle(struct arena *a, struct store *s, const char *name, const char *text,
    change_fn *fn, struct diags *d)
{
	const char	*old = store_ground(s, a, name);

	if (strcmp(old, text) == 0)
		return true;
	return each_line(a, s, old, text, fn, d) &&
	    each_line(a, s, text, old, fn, d) &&
	    store_set_ground(s, name, text, d);
}

/* *all where the text of that name is another; keeps it. */
static bool
settle_all(struct arena *a, struct store *s, const char *name,
    const char *text, bool *all, struct diags *d)
{
	if (strcmp(store_ground(s, a, name), text) == 0)
		return true;
	*all = true;
	return store_set_ground(s, name, text, d);
}

bool
ground_settle(struct arena *a, struct store *s, const struct rulebook *book,
    const struct calendars *calendars, enum lang calendars_in, bool *all,
    bool *anew, struct diags *d)
{
	const char	*rules = rules_digest(a, book);
	const char	*lang = arena_printf(a, "%s %s",
			    text_lang() == LANG_ZH ? "zh" : "en",
			    calendars_in == LANG_ZH ? "zh" : "en");

	*anew = strcmp(store_ground(s, a, "rules"), rules) != 0;
	return settle_all(a, s, "program", GONGSHI_VERSION, all, d) &&
	    settle_all(a, s, "language", lang, all, d) &&
	    settle(a, s, "rules", rules, store_dirty_procedure, d) &&
	    settle(a, s, "calendars", calendars_digest(calendars, a),
	    store_dirty_division, d);
}
