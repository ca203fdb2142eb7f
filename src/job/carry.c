#include "job/carry.h"

#include <stdint.h>
#include <string.h>

#include "case/told.h"

static const uint32_t	no_text = UINT32_MAX;

static void
write_text(FILE *f, const char *text)
{
	uint32_t	n = text == NULL ? no_text : (uint32_t)strlen(text);

	fwrite(&n, sizeof(n), 1, f);
	if (text != NULL)
		fwrite(text, 1, n, f);
}

void
carry_write(FILE *f, struct arena *a, const void *value,
    const struct carried *l)
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

static bool
read_text(FILE *f, struct arena *a, const char **text)
{
	uint32_t	 n;
	char		*s;

	*text = NULL;
	if (fread(&n, sizeof(n), 1, f) != 1)
		return false;
	if (n == no_text)
		return true;
	s = arena_room(a, (size_t)n + 1);
	s[n] = '\0';
	*text = s;
	return fread(s, 1, n, f) == n;
}

bool
carry_read(FILE *f, struct arena *a, void *value, const struct carried *l)
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

static const size_t		text_of_cell[] = {
	offsetof(struct cell_value, text)
};
static const struct carried	of_cell = {
	sizeof(struct cell_value), 1, 0, text_of_cell, NULL
};

void
carry_cells(FILE *f, const struct cell_value *v, size_t n)
{
	size_t	i;

	for (i = 0; i < n; i++)
		carry_write(f, NULL, &v[i], &of_cell);
}

bool
carry_cells_read(FILE *f, struct arena *a, struct cell_value *v, size_t n)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if (!carry_read(f, a, &v[i], &of_cell))
			return false;
	return true;
}
