#include "job/ruling.h"

#include "job/carry.h"

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

static const struct carried	of_kept = {
	sizeof(struct kept), COUNT(kept_texts), COUNT(kept_told), kept_texts,
	kept_told
};
static const struct carried	of_entry = {
	sizeof(struct entry), COUNT(entry_texts), COUNT(entry_told),
	entry_texts, entry_told
};
static const struct carried	of_ruling = {
	sizeof(struct ruling), COUNT(ruling_texts), 0, ruling_texts, NULL
};

void
ruling_write(FILE *f, struct arena *a, const struct ruling *r)
{
	size_t	i;

	putc(1, f);
	carry_write(f, a, r, &of_ruling);
	for (i = 0; i < r->n; i++)
		carry_write(f, a, &r->list[i], &of_kept);
	for (i = 0; i < r->nentries; i++)
		carry_write(f, a, &r->entries[i], &of_entry);
}

void
ruling_end(FILE *f)
{
	putc(0, f);
}

bool
ruling_read(FILE *f, struct arena *a, struct ruling *r, bool *end)
{
	size_t	i;
	int	more = getc(f);

	*end = more == 0;
	if (more != 1)
		return *end;
	if (!carry_read(f, a, r, &of_ruling))
		return false;
	r->list = arena_array(a, r->n + 1, sizeof(*r->list));
	r->entries = arena_array(a, r->nentries + 1, sizeof(*r->entries));
	for (i = 0; i < r->n; i++)
		if (!carry_read(f, a, &r->list[i], &of_kept))
			return false;
	for (i = 0; i < r->nentries; i++)
		if (!carry_read(f, a, &r->entries[i], &of_entry))
			return false;
	return true;
}
