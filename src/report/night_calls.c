/*
 * What leads a night's text: what was refused, and whom to call.
 */
#include <string.h>

#include "report/night_text.h"
#include "report/writer.h"
#include "words/message.h"

/* Those whose like came since for a week, so that somebody compares them. */
static bool
is_told(const struct night_head *h, const struct refused *r)
{
	return !day_is(r->again) || day_diff(r->again, h->today) <= 7;
}

static void
refused_before(struct night_text *t)
{
	const struct night_head	*h = t->head;
	const struct refused	*r;
	bool			 begun = false;
	const char		*name;
	char			 day[DAY_TEXT];
	size_t			 i;

	for (i = 0; i < h->nrefused_before; i++) {
		r = &h->refused_before[i];
		if (!is_told(h, r))
			continue;
		arena_reset(t->scratch);
		if (!begun)
			night_heading(t, _("Deliveries refused on earlier days "
			    "still lie in refused/"), -1);
		begun = true;
		name = text_safe(t->scratch, r->name);
		if (day_is(r->again))
			name = arena_printf(t->scratch, _("%s; one of that "
			    "name was taken in on %s: see whether nothing is "
			    "missing"), name, day_print(r->again, day));
		fprintf(t->out, "  %s\n", name);
	}
}

void
night_refused(struct night_text *t)
{
	const struct night_head	*h = t->head;
	bool			 begun = false;
	const struct delivery	*d;
	char			 today[DAY_TEXT];
	size_t			 i, len;

	for (i = 0; i < h->ndeliveries; i++) {
		d = &h->deliveries[i];
		if (d->taken || d->mended)
			continue;
		arena_reset(t->scratch);
		if (!begun)
			night_heading(t, _("Deliveries refused; nothing of "
			    "them was judged"), -1);
		begun = true;
		fprintf(t->out, text_plural("  %s: %lld fault, see "
		    "refused/%s/%s%serrors.txt; the first:\n", "  %s: %lld "
		    "faults, see refused/%s/%s%serrors.txt; the first:\n",
		    (unsigned long)d->errors), night_shown(t, d->name),
		    d->errors, day_print(h->today, today),
		    text_safe(t->scratch, d->lies), *d->lies == '\0' ? "" :
		    "/");
		len = strcspn(d->faults, "\n");
		night_paragraph(t, "", arena_ndup(t->scratch, d->faults, len));
	}
	refused_before(t);
	if (begun || h->nopen_before > 0)
		night_paragraph(t, _("-> "), _("have the sheets put right as "
		    "errors.txt says, and all that was in the folder delivered "
		    "again; what was right in it was not taken in either"));
}

/* A cell and two blanks, in columns of a terminal. */
static void
cell(struct night_text *t, const char *text, int width)
{
	int	w = text_width(text, strlen(text));

	fprintf(t->out, "%s%*s", text, w < width ? width - w + 2 : 2, "");
}

static int
wider(const char *text, int than)
{
	int	w = text_width(text, strlen(text));

	return w > than ? w : than;
}

static const char *
town_name(struct night_text *t, const struct town *town)
{
	return text_safe(t->scratch, message_place(t->scratch,
	    t->head->names, town->code));
}

static bool
is_open(const struct town *town)
{
	int	i;

	for (i = 0; i < SEVERITIES; i++)
		if (town->open[i] > 0)
			return true;
	return day_is(town->refused);
}

static const char *
with_refusal(struct night_text *t, const struct town *town, const char *words)
{
	char	day[DAY_TEXT];

	return !day_is(town->refused) ? words : arena_printf(t->scratch,
	    _("%s; refused on %s"), words, day_print(town->refused, day));
}

static const char *
last_words(struct night_text *t, const struct town *town)
{
	char		 day[DAY_TEXT];
	const char	*words;
	int		 ago;

	if (!day_is(town->last))
		return with_refusal(t, town, _("never"));
	ago = day_diff(town->last, t->head->today);
	day_print(town->last, day);
	words = ago == 0 ? arena_printf(t->scratch, _("%s (today)"), day) :
	    arena_printf(t->scratch, text_plural("%s (%d day ago)",
	    "%s (%d days ago)", (unsigned long)ago), day, ago);
	return with_refusal(t, town, words);
}

static void
town_row(struct night_text *t, const struct town *town, int width)
{
	const char	*head, *person = arena_printf(t->scratch, "%s%s%s",
			    town->contact, *town->contact == '\0' ? "" : " ",
			    town->phone);
	int		 i;

	cell(t, town_name(t, town), width);
	for (i = SEVERITIES - 1; i >= 0; i--) {
		head = message_severity((enum severity)i);
		cell(t, arena_printf(t->scratch, "%lld", town->open[i]),
		    wider(head, 0));
	}
	cell(t, arena_printf(t->scratch, "%lld", town->fresh),
	    wider(_("new"), 0));
	if (*person == '\0') {
		fprintf(t->out, "%s\n", last_words(t, town));
		return;
	}
	cell(t, last_words(t, town), 0);
	fprintf(t->out, "%s\n", text_safe(t->scratch, person));
}

/* Those of which nothing is open are counted. */
void
night_towns(struct night_text *t)
{
	const struct night_head	*h = t->head;
	int			 width = wider(_("township"), 0), k;
	size_t			 i, n = 0, quiet = 0;
	bool			 unnamed = false;

	for (i = 0; i < h->ntowns; i++)
		if (is_open(&h->towns[i])) {
			unnamed |= *h->towns[i].contact == '\0' &&
			    *h->towns[i].phone == '\0';
			width = wider(town_name(t, &h->towns[i]), width);
			n++;
		} else
			quiet += division_level(h->towns[i].code) ==
			    LEVEL_TOWNSHIP;
	if (n == 0)
		return;
	night_heading(t, _("Townships, and whom to call"), -1);
	cell(t, _("township"), width);
	for (k = SEVERITIES - 1; k >= 0; k--)
		cell(t, message_severity((enum severity)k), 0);
	cell(t, _("new"), 0);
	fprintf(t->out, "%s\n", _("last delivery"));
	for (i = 0; i < h->ntowns; i++)
		if (is_open(&h->towns[i]))
			town_row(t, &h->towns[i], width);
	if (unnamed)
		fprintf(t->out, "%s\n", _("where nobody is named: contact and "
		    "phone are columns of the sheet of divisions"));
	if (quiet > 0)
		fprintf(t->out, text_plural("of %lld more township nothing is "
		    "open\n", "of %lld more townships nothing is open\n",
		    (unsigned long)quiet), (long long)quiet);
}
