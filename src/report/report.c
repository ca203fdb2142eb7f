#include "report/report.h"

#include "report/writer.h"

static const struct backend *const	backends[] = {
	[FORMAT_TEXT] = &text_backend,
	[FORMAT_JSON] = &json_backend,
	[FORMAT_CSV] = &csv_backend,
};

struct writer *
writer_new(struct arena *a, struct layout l)
{
	struct writer	*w = arena_alloc(a, sizeof(*w));

	w->l = l;
	if (w->l.top == NULL)
		w->l.top = "";
	if (w->l.width <= 0)
		w->l.width = 80;
	w->backend = backends[l.format];
	w->parted = l.format == FORMAT_JSON;
	return w;
}

/* What comes after something else has what parts the two before it. */
struct writer *
writer_part(struct arena *a, const struct writer *whole, FILE *out)
{
	struct writer	*w = arena_alloc(a, sizeof(*w));

	*w = *whole;
	w->l.out = out;
	w->begun = true;
	w->printed = w->forecast = w->grouped = false;
	return w;
}

void
writer_part_end(const struct writer *w, FILE *state)
{
	putc(w->printed, state);
	putc(w->forecast, state);
}

FILE *
writer_join(struct writer *w, FILE *printed, long long *bytes, FILE *state)
{
	int	any = getc(state), forecast = getc(state);

	if (any == EOF || forecast == EOF)
		return NULL;
	if (any != 0 && !w->begun && w->parted) {
		(void)getc(printed);
		--*bytes;
	}
	w->begun |= any != 0;
	w->forecast |= forecast != 0;
	return w->l.out;
}

bool
writer_shows(const struct writer *w, const struct plan *p)
{
	int	i;

	if (*w->l.top == '\0')
		return true;
	for (i = 0; p != NULL && i < p->nslots; i++)
		if (p->slots[i].applies &&
		    division_within(p->slots[i].division, w->l.top))
			return true;
	return false;
}

void
write_scan_begin(struct writer *w)
{
	w->backend->scan_begin(w);
}

void
write_scan_case(struct writer *w, struct arena *a, const struct matter *m,
    const struct verdict *v)
{
	w->backend->scan_case(w, a, m, v);
}

void
write_scan_end(struct writer *w, const struct totals *t)
{
	w->backend->scan_end(w, t);
}

void
write_plan_begin(struct writer *w)
{
	w->backend->plan_begin(w);
}

void
write_plan_case(struct writer *w, struct arena *a, const struct matter *m,
    const struct plan *all, const struct plan *now)
{
	w->backend->plan_case(w, a, m, all, now);
}

void
write_plan_goals(struct writer *w, const struct procedure *p,
    const struct reach *goals, size_t n)
{
	w->goals_of = p;
	w->goals = goals;
	w->ngoals = n;
}

void
write_plan_end(struct writer *w, const struct totals *t)
{
	w->backend->plan_end(w, t);
}
