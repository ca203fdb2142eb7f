#include "report/impact_writer.h"

static const struct impact_backend *const	backends[FORMATS] = {
	[FORMAT_TEXT] = &impact_text,
	[FORMAT_JSON] = &impact_json,
	[FORMAT_CSV] = &impact_csv,
};

struct impact_writer *
impact_writer_new(struct arena *a, struct layout l,
    const struct names *names[static WORLDS], const struct grounds *g,
    struct diags *d)
{
	struct impact_writer	*w = arena_alloc(a, sizeof(*w));

	*w = (struct impact_writer){ .page = { .l = l },
	    .backend = backends[l.format], .grounds = g, .out = l.out,
	    .names = { names[WAS], names[IS] }, .d = d };
	w->page.l.names = names[IS];
	w->page.parted = l.format == FORMAT_JSON;
	if (w->page.l.width <= 0)
		w->page.l.width = 80;
	return w;
}

bool
impact_begin(struct impact_writer *w)
{
	return w->backend->begin(w);
}

void
impact_case(struct impact_writer *w, struct arena *a, const struct altered *c)
{
	w->backend->one(w, a, c);
}

struct impact_writer *
impact_writer_part(struct arena *a, const struct impact_writer *whole,
    FILE *out)
{
	struct impact_writer	*w = arena_alloc(a, sizeof(*w));

	*w = *whole;
	w->page = *writer_part(a, &whole->page, out);
	w->out = out;
	return w;
}

void
impact_writer_part_end(const struct impact_writer *w, FILE *state)
{
	writer_part_end(&w->page, state);
}

FILE *
impact_writer_join(struct impact_writer *w, FILE *printed, long long *bytes,
    FILE *state)
{
	return writer_join(&w->page, printed, bytes, state);
}

bool
impact_end(struct impact_writer *w, const struct impact_totals *t)
{
	return w->backend->end(w, t);
}

const char *
moved_name(enum moved m)
{
	static const char *const	names[MOVES] = {
		[MOVED_EARLIEST] = N_("earliest"),
		[MOVED_LATEST] = N_("latest"),
		[MOVED_ADVISED] = N_("advised"),
		[MOVED_JUDGED] = N_("judged"),
		[MOVED_PLANNED] = N_("planned"),
	};

	return names[m];
}

const char *
impact_entry_word(const struct two_entries *e)
{
	return e->of[WAS] == NULL ? N_("gained") : e->of[IS] == NULL ?
	    N_("lost") : N_("changed");
}
