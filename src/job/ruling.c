#include "job/ruling.h"

#include <stdint.h>
#include <string.h>

enum { NO_TEXT = UINT32_MAX };

/* Where texts and sentences stand in what is written as it lies. */
struct layout_of {
	size_t		 size, ntexts, ntold;
	const size_t	*texts, *told;
};

#define AT(type, member)	offsetof(struct type, member)
#define COUNT(list)		(sizeof(list) / sizeof(*(list)))

static const size_t	kept_texts[] = {
	AT(kept, key), AT(kept, division), AT(kept, id), AT(kept, title),
	AT(kept, procedure), AT(kept, step), AT(kept, event), AT(kept, at),
	AT(kept, basis)
};
static const size_t	kept_told[] = { AT(kept, message), AT(kept, remedy) };
static const size_t	entry_texts[] = {
	AT(entry, home), AT(entry, id), AT(entry, first_id), AT(entry, step),
	AT(entry, division)
};
static const size_t	entry_told[] = {
	AT(entry, summary), AT(entry, description), AT(entry, location)
};
static const size_t	ruling_texts[] = {
	AT(ruling, key.division), AT(ruling, key.id), AT(ruling, watch.exempt)
};

static const struct layout_of	of_kept = {
	sizeof(struct kept), COUNT(kept_texts), COUNT(kept_told), kept_texts,
	kept_told
};
static const struct layout_of	of_entry = {
	sizeof(struct entry), COUNT(entry_texts), COUNT(entry_told),
	entry_texts, entry_told
};
static const struct layout_of	of_ruling = {
	sizeof(struct ruling), COUNT(ruling_texts), 0, ruling_texts, NULL
};

/* ---- written */

static void
write_text(FILE *f, const char *text)
{
	uint32_t	n = text == NULL ? NO_TEXT : (uint32_t)strlen(text);

	fwrite(&n, sizeof(n), 1, f);
	if (text != NULL)
		fwrite(text, 1, n, f);
}

static void
write_value(FILE *f, struct arena *a, const void *value,
    const struct layout_of *l)
{
	const char	*base = value, *text;
	struct told	 t;
	size_t		 i;

	fwrite(value, l->size, 1, f);
	for (i = 0; i < l->ntexts; i++) {
		memcpy(&text, base + l->texts[i], sizeof(text));
		write_text(f, text);
	}
	for (i = 0; i < l->ntold; i++) {
		memcpy(&t, base + l->told[i], sizeof(t));
		write_text(f, told_is(t) ? told_write(a, t) : NULL);
	}
}

void
ruling_write(FILE *f, struct arena *a, const struct ruling *r)
{
	size_t	i;

	putc(1, f);
	write_value(f, a, r, &of_ruling);
	for (i = 0; i < r->n; i++)
		write_value(f, a, &r->list[i], &of_kept);
	for (i = 0; i < r->nentries; i++)
		write_value(f, a, &r->entries[i], &of_entry);
}

void
ruling_end(FILE *f)
{
	putc(0, f);
}

/* ---- read */

static bool
read_text(FILE *f, struct arena *a, const char **text)
{
	uint32_t	 n;
	char		*s;

	*text = NULL;
	if (fread(&n, sizeof(n), 1, f) != 1)
		return false;
	if (n == NO_TEXT)
		return true;
	s = arena_room(a, (size_t)n + 1);
	s[n] = '\0';
	*text = s;
	return fread(s, 1, n, f) == n;
}

static bool
read_value(FILE *f, struct arena *a, void *value, const struct layout_of *l)
{
	char		*base = value;
	const char	*text;
	struct told	 t;
	size_t		 i;

	if (fread(value, l->size, 1, f) != 1)
		return false;
	for (i = 0; i < l->ntexts; i++) {
		if (!read_text(f, a, &text))
			return false;
		memcpy(base + l->texts[i], &text, sizeof(text));
	}
	for (i = 0; i < l->ntold; i++) {
		if (!read_text(f, a, &text))
			return false;
		t = text == NULL ? TOLD_NOTHING : told_written(text);
		memcpy(base + l->told[i], &t, sizeof(t));
	}
	return true;
}

bool
ruling_read(FILE *f, struct arena *a, struct ruling *r, bool *end)
{
	size_t	i;
	int	more = getc(f);

	*end = more == 0;
	if (more != 1)
		return *end;
	if (!read_value(f, a, r, &of_ruling))
		return false;
	r->list = arena_array(a, r->n + 1, sizeof(*r->list));
	r->entries = arena_array(a, r->nentries + 1, sizeof(*r->entries));
	for (i = 0; i < r->n; i++)
		if (!read_value(f, a, &r->list[i], &of_kept))
			return false;
	for (i = 0; i < r->nentries; i++)
		if (!read_value(f, a, &r->entries[i], &of_entry))
			return false;
	return true;
}
