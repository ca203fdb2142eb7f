#include "report/night.h"

#include <string.h>

#include "report/night_text.h"
#include "report/writer.h"
#include "words/lines.h"
#include "words/message.h"
#include "words/say.h"

static long long
night_total(const struct night_head *h, enum section s)
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
	return night_total(h, s) - (s == SECTION_STANDING ? h->unknown : 0);
}

/* ---- parts of the text */

const char *
night_shown(struct night_text *t, const char *name)
{
	if (strcmp(name, ".") == 0)
		return _("loose files");
	if (name[strspn(name, "0123456789")] == '\0')
		name = message_place(t->scratch, t->head->names, name);
	return text_safe(t->scratch, name);
}

void
night_heading(struct night_text *t, const char *words, long long n)
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

void
night_note(struct arena *a, FILE *f, const char *mark, const char *words)
{
	const char	*safe = text_safe(a, words);

	if (*safe == '\0')
		return;
	fprintf(f, "%*s%s", NIGHT_INDENT, "", mark);
	text_wrap(f, safe, NIGHT_INDENT + text_width(mark, strlen(mark)),
	    NIGHT_INDENT, NIGHT_WIDTH);
}

void
night_paragraph(struct night_text *t, const char *mark, const char *words)
{
	night_note(t->scratch, t->out, mark, words);
}

/* ---- the summary */

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

	fprintf(t->out, format, night_total(h, s));
	if (*list != '\0')
		fprintf(t->out, _(" (%s)"), list);
	putc('\n', t->out);
}

static const char *
names(struct night_text *t, const char *const *list, size_t n)
{
	const char	*text = "";
	size_t		 i;

	for (i = 0; i < n; i++)
		text = arena_printf(t->scratch, "%s%s%s", text, i == 0 ? "" :
		    _(", "), night_shown(t, list[i]));
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
			    message_state((enum state)i),
			    h->states[i]);
	return list;
}

static bool
is_quiet(const struct night_head *h)
{
	size_t	i;
	int	s;

	for (s = 0; s < SECTIONS; s++)
		if (night_total(h, (enum section)s) > 0)
			return false;
	for (i = 0; i < h->ndeliveries; i++)
		if (!h->deliveries[i].taken && !h->deliveries[i].mended)
			return false;
	for (i = 0; i < h->nwaivers; i++)
		if (!h->waivers[i].met)
			return false;
	return h->nstuck == 0 && h->nopen_before == 0 && h->nlate == 0;
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
	if (night_total(t->head, SECTION_GONE) > 0)
		count_line(t, _("no longer listed, but not fixed: %lld"),
		    SECTION_GONE);
	count_line(t, _("standing: %lld"), SECTION_STANDING);
	if (night_total(t->head, SECTION_WAIVED) > 0)
		count_line(t, _("waived: %lld"), SECTION_WAIVED);
	fprintf(t->out, "%s\n", delivery_words(t));
}

/* Counties of which the others' report tells as of an earlier day. */
static void
late(struct night_text *t)
{
	const struct night_head	*h = t->head;
	char			 day[DAY_TEXT];
	size_t			 i;

	if (h->nlate > 0)
		night_heading(t, _("Counties that had no night today"), -1);
	for (i = 0; i < h->nlate; i++) {
		arena_reset(t->scratch);
		fprintf(t->out, day_is(h->late[i].last) ? _("  %s: the last "
		    "one was on %s\n") : _("  %s: never\n"), night_shown(t,
		    h->late[i].county), day_print(h->late[i].last, day));
	}
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
	if (h->left.nexempt > 0)
		fprintf(f, "%s\n", exempt_line(t->scratch, &h->left));
	if (h->left.paused > 0)
		fprintf(f, "%s\n", paused_line(t->scratch, &h->left));
	if (!is_quiet(h)) {
		late(t);
		night_refused(t);
		night_towns(t);
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
		night_paragraph(t, "", arena_printf(t->scratch,
		    _("until %s, by %s: %s"), day_print(w->until, until),
		    w->who, w->ground));
}

const char *
night_why(enum why w)
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

const char *
night_subject(struct arena *a, const char *sentence, const struct kept *k)
{
	static const char *const	ends[] = { ")", "）" };
	const char			*at = strstr(sentence, k->at);
	size_t				 i, len;

	if (at == NULL)
		return NULL;
	at += strlen(k->at);
	for (i = 0; i < sizeof(ends) / sizeof(*ends); i++) {
		len = strlen(ends[i]);
		if (strncmp(at, ends[i], len) == 0)
			return arena_ndup(a, sentence,
			    (size_t)(at - sentence) + len);
	}
	return NULL;
}

/* Of what is gone: where it was, and why it is. */
static void
past(struct night_text *t, const struct kept *k)
{
	const char	*sentence = told_say(t->scratch, t->head->words,
			    k->message);
	const char	*what = night_subject(t->scratch, sentence, k);

	if (k->why == WHY_FIXED && what != NULL)
		night_paragraph(t, "", what);
	else
		night_paragraph(t, _("where: "), message_place(t->scratch,
		    t->head->names, k->at));
	if (k->why == WHY_FIXED)
		return;
	night_paragraph(t, _("why: "), night_why(k->why));
	night_paragraph(t, _("it was: "), sentence);
}

/* On one line, whatever its length: it is there to be copied. */
static void
key_line(struct night_text *t, const char *key)
{
	fprintf(t->out, "%*s%s%s\n", NIGHT_INDENT, "", _("key: "),
	    text_safe(t->scratch, key));
}

/* "name (code)" of one that is in no sentence of it. */
static void
where(struct night_text *t, const char *sentence, const struct kept *k)
{
	if (strstr(sentence, k->at) == NULL)
		night_paragraph(t, _("where: "), message_place(t->scratch,
		    t->head->names, k->at));
}

static void
call(struct night_text *t, const struct caller *c)
{
	char		day[DAY_TEXT];
	struct day	today = t->head->today;

	if (day_is(c->refused))
		night_paragraph(t, "", day_cmp(c->refused, today) == 0 ?
		    _("its delivery was refused tonight") : arena_printf(
		    t->scratch, _("its delivery was refused on %s, and none "
		    "was taken in since"), day_print(c->refused, day)));
	else if (day_is(c->silent))
		night_paragraph(t, "", arena_printf(t->scratch, _("no delivery "
		    "has come since its case was taken in (%s)"),
		    day_print(c->silent, day)));
	if (*c->contact != '\0' || *c->phone != '\0')
		night_paragraph(t, _("call: "), arena_printf(t->scratch,
		    "%s %s", c->contact, c->phone));
}

/* What is open: why, what to do, whom to ask. */
static void
present(struct night_text *t, enum section s, const struct kept *k,
    const struct caller *c)
{
	const char	*sentence = told_say(t->scratch, t->head->words,
			    k->message);

	night_paragraph(t, "", sentence);
	where(t, sentence, k);
	if (k->basis != NULL)
		night_paragraph(t, _("basis: "), k->basis);
	if (s == SECTION_WAIVED)
		answer(t, k);
	else {
		night_paragraph(t, _("-> "), told_say(t->scratch,
		    t->head->words, k->remedy));
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
		night_heading(t, section_words(s), night_count(t->head, s));
		t->section = (int)s;
	}
	group(t, k->at);
	fprintf(t->out, _("  %s, %s: %s %s"), message_severity(k->severity),
	    message_code(k->code, kept_of_event(k)), text_safe(a, k->id),
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
		night_heading(t, _("Deliveries that may not be moved, and "
		    "wait"), -1);
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
			night_heading(t, _("Waivers that match no finding"),
			    -1);
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
