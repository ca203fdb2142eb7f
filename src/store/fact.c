#include "store/fact.h"

#include <string.h>

const unsigned fact_telling = HAS_CONTENT | HAS_REVIEWED | HAS_EVIDENCE;

/* Fields of its key, and values. */
static const struct {
	int	keys, values;
} shapes[] = {
	[KIND_DIVISION] = { 1, 3 }, [KIND_CASE] = { 2, 7 },
	[KIND_EVENT] = { 3, 1 }, [KIND_EVENT_DAY] = { 4, 0 },
	[KIND_POSTING] = { 7, 5 }, [KIND_OBJECTION] = { 6, 4 },
};

/* ---- fields */

int
fact_keys(enum kind k)
{
	return shapes[k].keys;
}

int
fact_values(enum kind k)
{
	return shapes[k].values;
}

bool
field_is_empty(const struct field *f)
{
	switch (f->type) {
	case TEXT:
		return f->text[0] == '\0';
	case DAY:
		return !day_is((struct day){f->n});
	case FLAG:
		break;
	}
	return f->n == 0;
}

void
field_empty(struct field *f)
{
	f->n = f->type == DAY ? DAY_NONE.n : 0;
	f->text = "";
}

static bool
field_is_same(const struct field *a, const struct field *b)
{
	if (a->type == TEXT)
		return strcmp(a->text, b->text) == 0;
	return a->n == b->n;
}

/* ---- keys with gaps */

bool
fact_is_loose(enum kind k)
{
	return k == KIND_POSTING || k == KIND_OBJECTION;
}

bool
fact_has_gap(const struct fact *f)
{
	int	i;

	for (i = GAPS_FROM; i < fact_keys(f->kind); i++)
		if (field_is_empty(&f->key[i]))
			return true;
	return false;
}

bool
fact_fits(const struct fact *a, const struct fact *b)
{
	int	i;

	for (i = GAPS_FROM; i < fact_keys(a->kind); i++)
		if (!field_is_empty(&a->key[i]) &&
		    !field_is_empty(&b->key[i]) &&
		    !field_is_same(&a->key[i], &b->key[i]))
			return false;
	return true;
}

bool
fact_same_key(const struct fact *a, const struct fact *b)
{
	int	i;

	for (i = GAPS_FROM; i < fact_keys(a->kind); i++)
		if (!field_is_same(&a->key[i], &b->key[i]))
			return false;
	return true;
}

bool
fact_has_cells(const struct fact *f, const struct fact *row)
{
	int	i;

	for (i = GAPS_FROM; i < fact_keys(f->kind); i++)
		if (!field_is_empty(&f->key[i]) &&
		    !field_is_same(&f->key[i], &row->key[i]))
			return false;
	for (i = 0; i < fact_values(f->kind); i++)
		if (!field_is_empty(&f->val[i]) &&
		    !field_is_same(&f->val[i], &row->val[i]))
			return false;
	return true;
}

bool
fact_same_row(const struct fact *a, const struct fact *b)
{
	int	i;

	for (i = 0; i < fact_values(a->kind); i++)
		if (!field_is_same(&a->val[i], &b->val[i]))
			return false;
	return (a->has & fact_telling) == (b->has & fact_telling) &&
	    fact_same_key(a, b);
}

/* ---- what a row means against the one that is there */

/* Does the field leave what is there as it is? */
static bool
leaves(const struct field *v, enum meeting how, bool given_before)
{
	return field_is_empty(v) && (how == BY_FIT ||
	    (how == BY_GAP && given_before));
}

enum put
fact_merge(const struct fact *f, struct fact *old, enum meeting how,
    unsigned given_before)
{
	enum put	 result = PUT_SAME;
	const unsigned	 had = old->has | ALWAYS;
	int		 i;

	for (i = 0; i < shapes[f->kind].values; i++) {
		const struct field	*v = &f->val[i];
		bool			 given = (given_before & v->bit) != 0;
		bool			 left = leaves(v, how, given);
		bool			 same = left ||
					    field_is_same(v, &old->val[i]);

		if ((f->has & v->bit) == 0 || (same && ((had & v->bit) ||
		    !(v->bit & fact_telling))))
			continue;
		if (!same && given && how == BY_KEY)
			return PUT_CLASH;
		if (!same && !field_is_empty(&old->val[i]))
			result = PUT_CORRECTED;
		else if (result == PUT_SAME)
			result = PUT_COMPLETED;
		if (!left)
			old->val[i] = *v;
	}
	return result;
}

unsigned
fact_gives(const struct fact *f, enum meeting how)
{
	unsigned	bits = ALWAYS;
	int		i;

	if (how == BY_KEY)
		return f->has;
	for (i = 0; i < shapes[f->kind].values; i++)
		if ((f->has & f->val[i].bit) && !field_is_empty(&f->val[i]))
			bits |= f->val[i].bit;
	return bits;
}

bool
fact_fill_gaps(const struct fact *f, struct fact *new)
{
	bool	filled = false;
	int	i;

	for (i = GAPS_FROM; fact_is_loose(f->kind) && i < shapes[f->kind].keys;
	    i++)
		if (field_is_empty(&new->key[i]) &&
		    !field_is_empty(&f->key[i])) {
			new->key[i] = f->key[i];
			filled = true;
		}
	return filled;
}
