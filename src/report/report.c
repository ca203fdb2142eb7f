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
	return w;
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
