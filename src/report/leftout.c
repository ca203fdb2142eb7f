/*
 * What verdicts leave out: told, so that nobody hides behind a trait unseen,
 * and no forgotten row silences a deadline.  LANGUAGE, sections 1 and 2.
 */
#include <string.h>

#include "base/text.h"
#include "report/report.h"
#include "words/json.h"

void
totals_exempt(struct totals *t, struct arena *a, const char *trait,
    const char *title, long long slots)
{
	size_t	i, at = 0;

	while (at < t->nexempt && strcmp(t->exempt[at].trait, trait) < 0)
		at++;
	if (at < t->nexempt && strcmp(t->exempt[at].trait, trait) == 0) {
		t->exempt[at].slots += slots;
		return;
	}
	t->exempt = arena_grow(a, t->exempt, t->nexempt, &t->room,
	    sizeof(*t->exempt));
	for (i = t->nexempt++; i > at; i--)
		t->exempt[i] = t->exempt[i - 1];
	t->exempt[at] = (struct exempted){ arena_dup(a, trait),
	    arena_dup(a, title), slots };
}

/* Between processes of one program: as they lie in memory. */
void
totals_write(FILE *f, const struct totals *t)
{
	size_t	i;

	fwrite(t, sizeof(*t), 1, f);
	for (i = 0; i < t->nexempt; i++) {
		fwrite(&t->exempt[i].slots, sizeof(t->exempt[i].slots), 1, f);
		fwrite(t->exempt[i].trait, 1, strlen(t->exempt[i].trait) + 1,
		    f);
		fwrite(t->exempt[i].title, 1, strlen(t->exempt[i].title) + 1,
		    f);
	}
}

static const char *
read_string(struct arena *a, FILE *f)
{
	char	*s = NULL;
	size_t	 cap = 0, n = 0;
	int	 c;

	do {
		c = getc(f);
		s = arena_grow(a, s, n, &cap, 1);
		s[n++] = c == EOF ? '\0' : (char)c;
	} while (c != EOF && c != '\0');
	return c == EOF ? NULL : s;
}

static void
add_numbers(struct totals *t, const struct totals *more)
{
	int	i;

	t->cases += more->cases;
	t->slots += more->slots;
	t->findings += more->findings;
	t->paused += more->paused;
	for (i = 0; i < STATES; i++)
		t->states[i] += more->states[i];
	for (i = 0; i < SEVERITIES; i++)
		t->severities[i] += more->severities[i];
	for (i = 0; i < CODES; i++) {
		t->codes[0][i] += more->codes[0][i];
		t->codes[1][i] += more->codes[1][i];
	}
}

bool
totals_add(struct totals *t, struct arena *a, FILE *f)
{
	struct totals	 more;
	const char	*trait, *title;
	long long	 slots;
	size_t		 i;

	if (fread(&more, sizeof(more), 1, f) != 1)
		return false;
	add_numbers(t, &more);
	for (i = 0; i < more.nexempt; i++) {
		if (fread(&slots, sizeof(slots), 1, f) != 1)
			return false;
		trait = read_string(a, f);
		title = read_string(a, f);
		if (trait == NULL || title == NULL)
			return false;
		totals_exempt(t, a, trait, title, slots);
	}
	return true;
}

static const char *
label_title(const struct label *l)
{
	return title_in(l->id, l->title, l->title_en);
}

void
totals_leave(struct totals *t, struct arena *a, const struct plan *all,
    const struct plan *now, const char *top)
{
	struct leftout	out = { 0 };
	int		i;

	plan_left_out(all, now, top, &out);
	for (i = 0; i < all->proc->ntraits; i++)
		if (out.exempt[i] > 0)
			totals_exempt(t, a, all->proc->traits[i].id,
			    label_title(&all->proc->traits[i]),
			    out.exempt[i]);
	t->paused += out.paused;
}

void
json_left_out(FILE *f, const struct totals *t)
{
	const char	*comma = "";
	size_t		 i;

	fputs(", \"exempt\": {", f);
	for (i = 0; i < t->nexempt; i++) {
		fputs(comma, f);
		json_string(f, t->exempt[i].trait);
		fprintf(f, ": %lld", t->exempt[i].slots);
		comma = ", ";
	}
	fprintf(f, "}, \"paused\": %lld", t->paused);
}

const char *
exempt_line(struct arena *a, const struct totals *t)
{
	const char	*list = "", *one;
	size_t		 i;

	for (i = 0; i < t->nexempt; i++) {
		one = arena_printf(a, text_plural("%s, %lld notice",
		    "%s, %lld notices", (unsigned long)t->exempt[i].slots),
		    t->exempt[i].title, t->exempt[i].slots);
		list = i == 0 ? one : arena_printf(a, _("%s; %s"), list, one);
	}
	return arena_printf(a, _("Not to be posted: %s"), list);
}

const char *
paused_line(struct arena *a, const struct totals *t)
{
	return arena_printf(a, text_plural("Clocks that are stopped: %lld "
	    "deadline", "Clocks that are stopped: %lld deadlines",
	    (unsigned long)t->paused), t->paused);
}
