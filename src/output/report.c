#include "output/report.h"

#include <string.h>

#include "output/writer.h"

static const struct {
	const char		*name;
	const struct backend	*backend;
} formats[] = {
	[FORMAT_TEXT] = { "text", &text_backend },
	[FORMAT_JSON] = { "json", &json_backend },
	[FORMAT_CSV] = { "csv", &csv_backend },
};

bool
format_parse(const char *s, enum format *out)
{
	size_t	i;

	for (i = 0; i < sizeof(formats) / sizeof(*formats); i++)
		if (strcmp(s, formats[i].name) == 0) {
			*out = (enum format)i;
			return true;
		}
	return false;
}

struct writer *
writer_new(struct arena *a, struct layout l)
{
	struct writer	*w = arena_alloc(a, sizeof(*w));

	w->l = l;
	if (w->l.top == NULL)
		w->l.top = "";
	if (w->l.width <= 0)
		w->l.width = 80;
	w->backend = formats[l.format].backend;
	return w;
}

bool
writer_shows(const struct writer *w, const struct plan *p)
{
	int	i;

	if (*w->l.top == '\0')
		return true;
	for (i = 0; p != NULL && i < p->nslots; i++)
		if (division_within(p->slots[i].division, w->l.top))
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
write_plan_end(struct writer *w, const struct totals *t)
{
	w->backend->plan_end(w, t);
}
