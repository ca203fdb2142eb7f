#include "report/night.h"

#include <string.h>

#include "base/division.h"
#include "report/writer.h"
#include "words/json.h"
#include "words/lines.h"
#include "words/message.h"

enum { WIDTH = 80, INDENT = 6 };

static long long
total(const struct night_head *h, enum section s)
{
	long long	n = 0;
	int		i;

	for (i = 0; i < SEVERITIES; i++)
		n += h->counts[s][i];
	return n;
}

/* In the text what nobody can judge stands by itself. */
long long
night_count(const struct night_head *h, enum section s)
{
	if (s == SECTION_UNKNOWN)
		return h->unknown;
	return total(h, s) - (s == SECTION_STANDING ? h->unknown : 0);
}

static bool
is_past(enum section s)
{
	return s == SECTION_FIXED || s == SECTION_GONE;
}

/* ---- JSON */

void
night_json_begin(FILE *f, const struct night_head *h)
{
	fputs("{\"today\": ", f);
	json_day(f, h->today);
	fputs(", \"since\": ", f);
	json_day(f, h->since);
}

void
night_json_list(FILE *f, enum section s)
{
	static const char *const	names[SECTIONS] = {
		[SECTION_NEW] = "new", [SECTION_FIXED] = "fixed",
		[SECTION_STANDING] = "standing", [SECTION_GONE] = "gone",
		[SECTION_WAIVED] = "waived",
	};

	fprintf(f, "%s,\n \"%s\": [", s == SECTION_NEW ? "" : "]", names[s]);
}

static void
past_item(FILE *f, const struct kept *k)
{
	fputs("{\"key\": ", f);
	json_string(f, k->key);
	fprintf(f, ", \"code\": \"%s\", \"severity\": \"%s\", \"first\": ",
	    code_name(k->code), severity_name(k->severity));
	json_day(f, k->first);
	if (k->why != WHY_FIXED)
		fprintf(f, ", \"why\": \"%s\"", why_name(k->why));
	putc('}', f);
}

void
night_json_item(FILE *f, enum section s, bool is_first,
    const struct kept *k)
{
	fputs(is_first ? "\n  " : ",\n  ", f);
	if (is_past(s))
		past_item(f, k);
	else
		json_finding(f, k, true);
}

static void
json_delivery(FILE *f, bool *first, const char *name, const char *state,
    long long rows, long long errors)
{
	fputs(*first ? "\n  {\"name\": " : ",\n  {\"name\": ", f);
	*first = false;
	json_string(f, name);
	fprintf(f, ", \"state\": \"%s\", \"rows\": %lld, \"errors\": %lld}",
	    state, rows, errors);
}

/* Only where anybody is named: others keep the members they had. */
static void
json_contacts(FILE *f, const struct night_head *h)
{
	const struct town	*t;
	bool			 first = true;
	size_t			 i;

	for (i = 0; i < h->ntowns; i++) {
		t = &h->towns[i];
		if (*t->contact == '\0' && *t->phone == '\0')
			continue;
		fputs(first ? ",\n \"contacts\": [" : ",", f);
		first = false;
		fputs("\n  {\"division\": ", f);
		json_string(f, t->code);
		fputs(", \"contact\": ", f);
		json_string(f, t->contact);
		fputs(", \"phone\": ", f);
		json_string(f, t->phone);
		putc('}', f);
	}
	if (!first)
		putc(']', f);
}

void
night_json_end(FILE *f, const struct night_head *h)
{
	const struct delivery	*d;
	bool			 first = true;
	size_t			 i;

	fputs("],\n \"deliveries\": [", f);
	for (i = 0; i < h->ndeliveries; i++) {
		d = &h->deliveries[i];
		json_delivery(f, &first, d->name, d->taken ? "taken" :
		    "refused", d->rows, d->errors);
	}
	for (i = 0; i < h->nwaiting; i++)
		json_delivery(f, &first, h->waiting[i], "waiting", 0, 0);
	for (i = 0; i < h->nstuck; i++)
		json_delivery(f, &first, h->stuck[i], "waiting", 0, 0);
	fprintf(f, "],\n \"cases\": %lld, \"judged\": %lld, \"slots\": %lld, "
	    "\"states\": ", h->cases, h->judged, h->slots);
	json_states(f, h->states);
	json_contacts(f, h);
	fputs("}\n", f);
}

/* ---- text */

struct night_text {
	struct arena		*scratch;
	FILE			*out;
	const struct night_head	*head;
	int			 section;	/* begun last; -1: none */
	char			 group[DIVISION_MAX + 1];
};

/* "grave 1, violation 2", or "". */
static const char *
severities(struct arena *a, const long long counts[SEVERITIES])
{
	const char	*list = "";
	int		 i;

	for (i = SEVERITIES - 1; i >= 0; i--)
		if (counts[i] > 0)
			list = arena_printf(a, "%s%s%s %lld", list,
			    *list == '\0' ? "" : _(", "),
			    message_severity((enum severity)i), counts[i]);
	return list;
}

static void
count_line(struct night_text *t, const char *format, enum section s)
{
	const struct night_head	*h = t->head;
	const char		*list = severities(t->scratch, h->counts[s]);

	fprintf(t->out, format, total(h, s));
	if (*list != '\0')
		fprintf(t->out, _(" (%s)"), list);
	putc('\n', t->out);
}

/* A township's own folder is named by its code: who it is, is said. */
static const char *
shown(struct night_text *t, const char *name)
{
	if (strcmp(name, ".") == 0)
		return _("loose files");
	if (name[strspn(name, "0123456789")] == '\0')
		name = message_place(t->scratch, t->head->names, name);
	return text_safe(t->scratch, name);
}

static const char *
names(struct night_text *t, const char *const *list, size_t n)
{
	const char	*text = "";
	size_t		 i;

	for (i = 0; i < n; i++)
		text = arena_printf(t->scratch, "%s%s%s", text, i == 0 ? "" :
		    _(", "), shown(t, list[i]));
	return text;
}

static const char *
delivery_words(struct night_text *t)
{
	const struct night_head	*h = t->head;
	long long		 taken = 0, refused = 0, rows = 0;
	const char		*words;
	size_t			 i;

	for (i = 0; i < h->ndeliveries; i++) {
		taken += h->deliveries[i].taken;
		refused += !h->deliveries[i].taken && !h->deliveries[i].mended;
		rows += h->deliveries[i].taken ? h->deliveries[i].rows : 0;
	}
	words = taken + refused == 0 ? _("no deliveries") :
	    arena_printf(t->scratch, _("deliveries taken: %lld (%lld rows),"
	    " refused: %lld"), taken, rows, refused);
	return h->nwaiting == 0 ? words : arena_printf(t->scratch,
	    text_plural("%s; %lld waits: something in it changed a moment "
	    "ago (%s)", "%s; %lld wait: something in them changed a moment "
	    "ago (%s)", (unsigned long)h->nwaiting), words,
	    (long long)h->nwaiting, names(t, h->waiting, h->nwaiting));
}

static const char *
state_words(struct night_text *t)
{
	const struct night_head	*h = t->head;
	const char		*list = "";
	int			 i;

	for (i = 0; i < STATES; i++)
		if (h->states[i] > 0)
			list = arena_printf(t->scratch, "%s%s%s %lld", list,
			    *list == '\0' ? "" : _(", "),
			    message_state((enum state)i, false),
			    h->states[i]);
	return list;
}

static bool
is_quiet(const struct night_head *h)
{
	size_t	i;
	int	s;

	for (s = 0; s < SECTIONS; s++)
		if (total(h, (enum section)s) > 0)
			return false;
	for (i = 0; i < h->ndeliveries; i++)
		if (!h->deliveries[i].taken && !h->deliveries[i].mended)
			return false;
	for (i = 0; i < h->nwaivers; i++)
		if (!h->waivers[i].met)
			return false;
	return h->nstuck == 0 && h->nopen_before == 0;
}

static void
summary(struct night_text *t)
{
	if (is_quiet(t->head)) {
		fprintf(t->out, _("Nothing is new and nothing is wrong; "
		    "%s.\n"), delivery_words(t));
		return;
	}
	count_line(t, _("new: %lld"), SECTION_NEW);
	count_line(t, _("fixed: %lld"), SECTION_FIXED);
	if (total(t->head, SECTION_GONE) > 0)
		count_line(t, _("no longer listed, but not fixed: %lld"),
		    SECTION_GONE);
	count_line(t, _("standing: %lld"), SECTION_STANDING);
	if (total(t->head, SECTION_WAIVED) > 0)
		count_line(t, _("waived: %lld"), SECTION_WAIVED);
	fprintf(t->out, "%s\n", delivery_words(t));
}

static void
heading(struct night_text *t, const char *words, long long n)
{
	const char	*line = n < 0 ? words : arena_printf(t->scratch,
			    _("%s: %lld"), words, n);
	int		 i, width = text_width(line, strlen(line));

	fprintf(t->out, "\n%s\n", line);
	for (i = 0; i < width; i++)
		putc('=', t->out);
	putc('\n', t->out);
	t->group[0] = '\0';
}

/* A paragraph of an item, behind its mark; nothing: none. */
static void
note(struct arena *a, FILE *f, const char *mark, const char *words)
{
	const char	*safe = text_safe(a, words);

	if (*safe == '\0')
		return;
	fprintf(f, "%*s%s", INDENT, "", mark);
	text_wrap(f, safe, INDENT + text_width(mark, strlen(mark)), INDENT,
	    WIDTH);
}

static void
paragraph(struct night_text *t, const char *mark, const char *words)
{
	note(t->scratch, t->out, mark, words);
}

/* ---- what was refused, and whom to call */

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
			heading(t, _("Deliveries refused on earlier days still "
			    "lie in refused/"), -1);
		begun = true;
		name = text_safe(t->scratch, r->name);
		if (day_is(r->again))
			name = arena_printf(t->scratch, _("%s; one of that "
			    "name was taken in on %s: see whether nothing is "
			    "missing"), name, day_print(r->again, day));
		fprintf(t->out, "  %s\n", name);
	}
}

static void
refused(struct night_text *t)
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
			heading(t, _("Deliveries refused; nothing of them was "
			    "judged"), -1);
		begun = true;
		fprintf(t->out, text_plural("  %s: %lld fault, see "
		    "refused/%s/%s%serrors.txt; the first:\n", "  %s: %lld "
		    "faults, see refused/%s/%s%serrors.txt; the first:\n",
		    (unsigned long)d->errors), shown(t, d->name),
		    d->errors, day_print(h->today, today),
		    text_safe(t->scratch, d->lies), *d->lies == '\0' ? "" :
		    "/");
		len = strcspn(d->faults, "\n");
		paragraph(t, "", arena_ndup(t->scratch, d->faults, len));
	}
	refused_before(t);
	if (begun || h->nopen_before > 0)
		paragraph(t, _("-> "), _("have the sheets put right as "
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
static void
towns(struct night_text *t)
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
	heading(t, _("Townships, and whom to call"), -1);
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

struct night_text *
night_text_begin(struct arena *a, FILE *f, const struct night_head *h)
{
	struct night_text	*t = arena_alloc(a, sizeof(*t));
	char			 today[DAY_TEXT], since[DAY_TEXT];

	*t = (struct night_text){ .scratch = arena_new(), .out = f,
	    .head = h, .section = -1 };
	day_print(h->today, today);
	if (day_is(h->since))
		fprintf(f, _("Publicity, night of %s (compared with %s)\n"),
		    today, day_print(h->since, since));
	else
		fprintf(f, _("Publicity, night of %s (the first)\n"), today);
	summary(t);
	fprintf(f, h->slots == 0 ? _("cases: %lld, slots: %lld\n") :
	    _("cases: %lld, slots: %lld; %s\n"), h->cases, h->slots,
	    state_words(t));
	if (!is_quiet(h)) {
		refused(t);
		towns(t);
	}
	return t;
}

static const char *
section_words(enum section s)
{
	switch (s) {
	case SECTION_NEW:
		return _("New");
	case SECTION_FIXED:
		return _("Fixed");
	case SECTION_GONE:
		return _("No longer listed, though nothing was put right");
	case SECTION_STANDING:
		return _("Standing, the worst first");
	case SECTION_WAIVED:
		return _("Waived: somebody answers for it");
	case SECTION_UNKNOWN:
		break;
	}
	return _("Cannot be judged, and why");
}

/* The township that it concerns, or the division above; once for all. */
static void
group(struct night_text *t, const char *division)
{
	char		 buf[DIVISION_MAX + 1];
	const char	*code = division_above(division, LEVEL_TOWNSHIP, buf) ?
			    buf : division;

	if (strcmp(code, t->group) == 0)
		return;
	snprintf(t->group, sizeof(t->group), "%s", code);
	fprintf(t->out, "%s\n", text_safe(t->scratch,
	    message_place(t->scratch, t->head->names, code)));
}

static const struct waiver *
waiver_of(const struct night_head *h, const char *key)
{
	size_t	i;

	for (i = 0; i < h->nwaivers; i++)
		if (strcmp(h->waivers[i].key, key) == 0)
			return &h->waivers[i];
	return NULL;
}

static void
answer(struct night_text *t, const struct kept *k)
{
	const struct waiver	*w = waiver_of(t->head, k->key);
	char			 until[DAY_TEXT];

	if (w != NULL)
		paragraph(t, "", arena_printf(t->scratch, _("until %s, by "
		    "%s: %s"), day_print(w->until, until), w->who,
		    w->ground));
}

static const char *
why_words(enum why w)
{
	switch (w) {
	case WHY_CORRECTED:
		return _("a record that it rests on was changed or taken "
		    "back");
	case WHY_RULES:
		return _("the rules were changed");
	case WHY_CALENDARS:
		return _("the calendars of days off were changed");
	case WHY_PLACE:
		return _("its slot or case is no more");
	case WHY_ROUND:
		return _("its slot began anew");
	case WHY_UNKNOWN:
		return _("it can no longer be judged");
	case WHY_FIXED:
	case WHYS:
		break;
	}
	return "";
}

/*
 * "notice, name (code)": how the sentence of a finding begins, since at one
 * place there may be several; NULL: it does not.
 */
static const char *
subject(struct arena *a, const struct kept *k)
{
	static const char *const	ends[] = { ")", "）" };
	const char			*at = strstr(k->message, k->at);
	size_t				 i, len;

	if (at == NULL)
		return NULL;
	at += strlen(k->at);
	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		len = strlen(ends[i]);
		if (strncmp(at, ends[i], len) == 0)
			return arena_ndup(a, k->message,
			    (size_t)(at - k->message) + len);
	}
	return NULL;
}

/* Of what is gone: where it was, and why it is. */
static void
past(struct night_text *t, const struct kept *k)
{
	const char	*what = subject(t->scratch, k);

	if (k->why == WHY_FIXED && what != NULL)
		paragraph(t, "", what);
	else
		paragraph(t, _("where: "), message_place(t->scratch,
		    t->head->names, k->at));
	if (k->why == WHY_FIXED)
		return;
	paragraph(t, _("why: "), why_words(k->why));
	paragraph(t, _("it was: "), k->message);
}

/* On one line, whatever its length: it is there to be copied. */
static void
key_line(struct night_text *t, const char *key)
{
	fprintf(t->out, "%*s%s%s\n", INDENT, "", _("key: "),
	    text_safe(t->scratch, key));
}

/* "name (code)" of one that is in no sentence of it. */
static void
where(struct night_text *t, const struct kept *k)
{
	if (strstr(k->message, k->at) == NULL)
		paragraph(t, _("where: "), message_place(t->scratch,
		    t->head->names, k->at));
}

static void
call(struct night_text *t, const struct caller *c)
{
	char		day[DAY_TEXT];
	struct day	today = t->head->today;

	if (day_is(c->refused))
		paragraph(t, "", day_cmp(c->refused, today) == 0 ?
		    _("its delivery was refused tonight") : arena_printf(
		    t->scratch, _("its delivery was refused on %s, and none "
		    "was taken in since"), day_print(c->refused, day)));
	else if (day_is(c->silent))
		paragraph(t, "", arena_printf(t->scratch, _("no delivery has "
		    "come since its case was taken in (%s)"),
		    day_print(c->silent, day)));
	if (*c->contact != '\0' || *c->phone != '\0')
		paragraph(t, _("call: "), arena_printf(t->scratch, "%s %s",
		    c->contact, c->phone));
}

/* What is open: why, what to do, whom to ask. */
static void
present(struct night_text *t, enum section s, const struct kept *k,
    const struct caller *c)
{
	paragraph(t, "", k->message);
	where(t, k);
	if (k->basis != NULL)
		paragraph(t, _("basis: "), k->basis);
	if (s == SECTION_WAIVED)
		answer(t, k);
	else {
		paragraph(t, _("-> "), k->remedy);
		call(t, c);
	}
	key_line(t, k->key);
}

void
night_text_item(struct night_text *t, enum section s, const struct kept *k,
    const struct caller *c)
{
	struct arena	*a = t->scratch;
	char		 first[DAY_TEXT];

	arena_reset(a);
	if (t->section != (int)s) {
		heading(t, section_words(s), night_count(t->head, s));
		t->section = (int)s;
	}
	group(t, k->at);
	fprintf(t->out, _("  %s, %s: %s %s"), message_severity(k->severity),
	    message_code(k->code, k->step == NULL && k->event != NULL),
	    text_safe(a, k->id),
	    text_safe(a, k->title));
	if (s != SECTION_NEW && day_is(k->first))
		fprintf(t->out, _(" (since %s)"), day_print(k->first,
		    first));
	putc('\n', t->out);
	if (is_past(s))
		past(t, k);
	else
		present(t, s, k, c);
}

/* ---- what waits, and what nobody asked for */

static void
stuck(struct night_text *t)
{
	const struct night_head	*h = t->head;
	size_t			 i;

	arena_reset(t->scratch);
	if (h->nstuck > 0)
		heading(t, _("Deliveries that may not be moved, and wait"),
		    -1);
	for (i = 0; i < h->nstuck; i++)
		fprintf(t->out, "  %s\n", text_safe(t->scratch,
		    h->stuck[i]));
}

static void
idle_waivers(struct night_text *t)
{
	const struct night_head	*h = t->head;
	bool			 begun = false;
	size_t			 i;

	for (i = 0; i < h->nwaivers; i++) {
		if (h->waivers[i].met)
			continue;
		arena_reset(t->scratch);
		if (!begun)
			heading(t, _("Waivers that match no finding"), -1);
		begun = true;
		fprintf(t->out, "  %s\n", text_safe(t->scratch,
		    h->waivers[i].key));
	}
}

void
night_text_end(struct night_text *t)
{
	stuck(t);
	idle_waivers(t);
	arena_free(t->scratch);
}

/* ---- receipts */

void
night_receipt_begin(struct arena *a, FILE *f, const struct delivery *v,
    const char *told)
{
	char		day[DAY_TEXT];
	const char	*end;

	fprintf(f, _("Taken in on %s: %s\n"), day_print(v->day, day),
	    strcmp(v->name, ".") == 0 ? _("loose files") :
	    text_safe(a, v->name));
	for (; *told != '\0'; told = end + (*end != '\0')) {
		end = told + strcspn(told, "\n");
		fprintf(f, "%s\n", text_safe(a, arena_ndup(a, told,
		    (size_t)(end - told))));
	}
}

void
night_receipt_item(struct arena *a, FILE *f, bool is_first,
    const struct kept *k)
{
	if (is_first)
		fputs(k == NULL ? _("\nNo finding is new or went at these "
		    "cases tonight.\n\n") : _("\nFindings at these cases, "
		    "new or gone tonight:\n"), f);
	if (k == NULL)
		return;
	fprintf(f, _("  %s, %s, %s: %s %s\n"), !day_is(k->gone) ? _("new") :
	    k->why == WHY_FIXED ? _("fixed") : _("no longer listed"),
	    message_severity(k->severity), message_code(k->code,
	    k->step == NULL && k->event != NULL), text_safe(a, k->id),
	    text_safe(a, k->title));
	if (!day_is(k->gone)) {
		note(a, f, "", k->message);
		note(a, f, _("-> "), k->remedy);
	} else if (k->why == WHY_FIXED && subject(a, k) != NULL)
		note(a, f, "", subject(a, k));
	else {
		note(a, f, _("it was: "), k->message);
		note(a, f, _("why: "), why_words(k->why));
	}
}
