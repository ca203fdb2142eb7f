#include "report/circular_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "words/message.h"
#include "words/say.h"

enum { GOOD_MOST = 10, BAD_MOST = 5, PRAISED = 3, UNIT_MOST = 40 };

/* ---- parts */

static void
begin_part(struct draft_of *d, const char *heading, const struct words *w)
{
	struct table	*t = drafting_add(&d->parts);

	t->part = heading;
	t->above = w->list;
}

/* ---- names */

static const char *
day_words(struct arena *a, struct day d)
{
	const struct ymd	x = day_ymd(d);
	char			buf[DAY_TEXT];

	if (text_lang() == LANG_ZH)
		return arena_printf(a, "%d年%d月%d日", x.year, x.month,
		    x.day);
	return arena_dup(a, day_print(d, buf));
}

static const char *
period_words(struct arena *a, struct stretch s)
{
	const struct ymd	x = day_ymd(s.from);

	if (stretch_months(s) == 1)
		return arena_printf(a, text_lang() == LANG_ZH ?
		    "%d年%d月" : "%04d-%02d", x.year, x.month);
	if (day_cmp(s.from, s.until) == 0)
		return day_words(a, s.from);
	return arena_printf(a, _("%s through %s"), day_words(a, s.from),
	    day_words(a, s.until));
}

/* A division's name, harmless; its code where it has none. */
static const char *
plain_name(const struct draft_of *d, const char *code)
{
	const char	*name = name_of(d->c->names, code);

	return *name == '\0' ? arena_dup(d->a, code) :
	    text_safe(d->a, arena_dup(d->a, name));
}

/* A township of one of several counties has its county's name before it. */
static const char *
full_name(const struct draft_of *d, const char *code)
{
	const char	*name = plain_name(d, code);
	char		 county[COUNTY_MAX + 1];

	if (division_level(code) < d->c->by)
		return arena_printf(d->a, _("%s itself"), name);
	division_county(code, county);
	if (d->c->by != LEVEL_TOWNSHIP || !d->wide)
		return name;
	return arena_printf(d->a, text_lang() == LANG_ZH ? "%s%s" : "%s, %s",
	    plain_name(d, county), name);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct unit_name *)a)->name,
	    ((const struct unit_name *)b)->name);
}

static int
by_code(const void *a, const void *b)
{
	return strcmp(((const struct unit_name *)a)->code,
	    ((const struct unit_name *)b)->code);
}

/* Are there units of more than one county? */
static bool
is_wide(const struct circular *c)
{
	char	first[COUNTY_MAX + 1] = "", county[COUNTY_MAX + 1];
	size_t	i;

	for (i = 0; i < c->nunits; i++) {
		if (division_level(c->units[i].code) < LEVEL_COUNTY)
			continue;
		division_county(c->units[i].code, county);
		if (*first != '\0' && strcmp(first, county) != 0)
			return true;
		memcpy(first, county, sizeof(first));
	}
	return false;
}

/* Names that two units have get their codes. */
static void
name_units(struct draft_of *d)
{
	const size_t		 n = d->c->nunits;
	struct unit_name	*u = arena_array(d->a, n + 1, sizeof(*u));
	bool			 same = false, next;
	size_t			 i;

	d->wide = is_wide(d->c);
	for (i = 0; i < n; i++)
		u[i] = (struct unit_name){ d->c->units[i].code,
		    full_name(d, d->c->units[i].code) };
	qsort(u, n, sizeof(*u), by_name);
	for (i = 0; i < n; i++) {
		next = i + 1 < n && strcmp(u[i].name, u[i + 1].name) == 0;
		if (same || next)
			u[i].name = arena_printf(d->a, _("%s (%s)"),
			    u[i].name, u[i].code);
		same = next;
	}
	qsort(u, n, sizeof(*u), by_code);
	d->names = u;
}

const char *
circular_unit_name(const struct draft_of *d, const char *code)
{
	const struct unit_name	 key = { code, "" };
	const struct unit_name	*u = bsearch(&key, d->names, d->c->nunits,
				    sizeof(key), by_code);

	return u == NULL ? full_name(d, code) : u->name;
}

const char *
circular_procedure(const struct draft_of *d, const char *id)
{
	const struct procedure	*p = rulebook_named(d->c->book, id);

	return p == NULL ? id : message_procedure(p);
}

const char *
circular_kind(int kind)
{
	return message_code((enum code)(kind / 2), kind % 2 != 0);
}

static const char *
share_words(struct arena *a, long long part, long long of)
{
	const struct cell_value	c = share_of(part, of);

	return cell_words(a, &c);
}

const struct tally *
circular_tally(const struct circular *c, const char *unit,
    const char *procedure, int kind)
{
	static const struct tally	none = { .unit = "",
					    .procedure = "", .kind = -1 };
	size_t				i;

	for (i = 0; i < c->n; i++)
		if (c->list[i]->kind == kind && strcmp(c->list[i]->unit,
		    unit) == 0 && strcmp(c->list[i]->procedure,
		    procedure) == 0)
			return c->list[i];
	return &none;
}

static const char *
level_word(const struct circular *c)
{
	return c->by == LEVEL_COUNTY ? _("counties") : _("townships");
}

/* One more of a list of names. */
static const char *
listed(struct arena *a, const char *list, const char *one)
{
	return *list == '\0' ? one : arena_printf(a, _("%s; %s"), list, one);
}

/* ---- what it rests on, and of when */

static const char *
packs(const struct draft_of *d)
{
	const char		*list = "", *one;
	const struct pack	*p;
	size_t			 i;

	for (i = 0; i < d->c->npacks; i++) {
		p = d->c->packs[i];
		one = arena_printf(d->a, _("'%s'"), title_in(p->id, p->title,
		    p->title_en));
		list = i == 0 ? one : arena_printf(d->a, "%s%s%s", list,
		    _(", "), one);
	}
	return list;
}

static const char *
nights_words(const struct draft_of *d)
{
	const struct circular	*c = d->c;

	return arena_printf(d->a, text_plural("The period is %d day (%s "
	    "through %s); nights that were finished: %lld; the findings are "
	    "as of the night of %s, the notices as of %s.", "The period is "
	    "%d days (%s through %s); nights that were finished: %lld; the "
	    "findings are as of the night of %s, the notices as of %s.",
	    (unsigned long)stretch_days(c->is)), stretch_days(c->is),
	    day_words(d->a, c->is.from), day_words(d->a, c->is.until),
	    c->nights[PERIOD_IS], day_words(d->a, c->known),
	    day_words(d->a, c->today));
}

static const char *
before_words(const struct draft_of *d)
{
	const struct circular	*c = d->c;
	const char		*period = period_words(d->a, c->before);

	return c->nights[PERIOD_BEFORE] > 0 ? arena_printf(d->a,
	    _("The period before is %s; nights that were finished: "
	    "%lld."), period, c->nights[PERIOD_BEFORE]) :
	    arena_printf(d->a, _("The period before is %s; no night of it "
	    "was finished, so its findings are not known, and nothing is "
	    "compared with them."), period);
}

static void
part_basis(struct draft_of *d)
{
	const struct circular	*c = d->c;
	struct words		 w = { 0 };
	const char		*period = period_words(d->a, c->is);

	words_add(d->a, &w, c->npacks == 0 ? arena_printf(d->a, _("How notices "
	    "and announcements stood in %s is told as follows."), period) :
	    arena_printf(d->a, _("By %s, how notices and announcements stood "
	    "in %s is told as follows."), packs(d), period));
	words_add(d->a, &w, nights_words(d));
	words_add(d->a, &w, before_words(d));
	if (day_cmp(c->since, c->before.from) > 0)
		words_add(d->a, &w, arena_printf(d->a, _("The first night of "
		    "all was that of %s; what was wrong before is counted as "
		    "first seen then."), day_words(d->a, c->since)));
	words_add(d->a, &w, _("A notice is due in the period when the last day "
	    "to post it, or where there is none the day it was posted, lies "
	    "in it; it is in order when no grave finding and no violation is "
	    "at it, waived or not. Of days the median is the middle one, of "
	    "an even number the lower of the two in the middle."));
	begin_part(d, _("Basis and period"), &w);
}

/* ---- overall */

static const char *
against(const struct draft_of *d, const struct tally *t)
{
	if (t->due[PERIOD_BEFORE] == 0)
		return "";
	return arena_printf(d->a, _(" (%s in the period before)"),
	    share_words(d->a, t->good[PERIOD_BEFORE],
	    t->due[PERIOD_BEFORE]));
}

static const char *
due_words(const struct draft_of *d, const struct tally *t)
{
	if (t->due[PERIOD_IS] == 0)
		return _("No notice was due in the period.");
	return arena_printf(d->a, _("Notices due: %lld, of %lld cases; in "
	    "order: %lld, a share of %s%s."), t->due[PERIOD_IS],
	    t->cases[PERIOD_IS], t->good[PERIOD_IS], share_words(d->a,
	    t->good[PERIOD_IS], t->due[PERIOD_IS]), against(d, t));
}

static const char *
found_words(const struct draft_of *d, const struct tally *t)
{
	const long long	*of = t->severities[PERIOD_IS];

	if (t->found[PERIOD_IS] == 0)
		return _("Nothing was found in the period for the first "
		    "time.");
	return arena_printf(d->a, _("Findings first seen: %lld, of %lld "
	    "cases (grave %lld, violation %lld, question %lld, advice %lld). "
	    "Of these %lld stand today, %lld are waived, %lld were put right "
	    "in the period and %lld after it; %lld are no longer listed "
	    "though nothing was put right."), t->found[PERIOD_IS],
	    t->faulty[PERIOD_IS], of[SEVERITY_GRAVE], of[SEVERITY_VIOLATION],
	    of[SEVERITY_QUESTION], of[SEVERITY_ADVICE], t->standing,
	    t->waived, t->fixed, t->later, tally_gone(t));
}

static const char *
late_words(const struct draft_of *d, const struct spread *s)
{
	return arena_printf(d->a, text_plural("Posted or done late: %lld, by "
	    "a median of %d day, at worst %d.", "Posted or done late: %lld, "
	    "by a median of %d days, at worst %d.",
	    (unsigned long)spread_median(s)), s->total,
	    (int)spread_median(s), (int)spread_worst(s));
}

static void
part_overall(struct draft_of *d)
{
	const struct tally	*t = circular_tally(d->c, "", "", -1);
	const struct totals	*left = &d->c->totals;
	struct words		 w = { 0 };

	words_add(d->a, &w, due_words(d, t));
	words_add(d->a, &w, found_words(d, t));
	if (t->late[PERIOD_IS].total > 0)
		words_add(d->a, &w, late_words(d, &t->late[PERIOD_IS]));
	if (t->mended > 0)
		words_add(d->a, &w, arena_printf(d->a, _("Older findings that "
		    "were put right in the period: %lld."), t->mended));
	if (left->nexempt > 0)
		words_add(d->a, &w, arena_printf(d->a, "%s%s",
		    exempt_line(d->a, left), _(".")));
	if (left->paused > 0)
		words_add(d->a, &w, arena_printf(d->a, "%s%s",
		    paused_line(d->a, left), _(".")));
	begin_part(d, _("Overall"), &w);
	circular_overall(d);
	circular_procedures(d);
	circular_sums(d);
	circular_exempt(d);
}

/* ---- good and bad, by name */

static bool
is_above(const struct tally *t, const struct tally *all)
{
	return t->good[PERIOD_IS] * all->due[PERIOD_IS] >
	    all->good[PERIOD_IS] * t->due[PERIOD_IS];
}

static bool
is_whole(const struct tally *t)
{
	return t->good[PERIOD_IS] == t->due[PERIOD_IS];
}

static const char *
unit_share(const struct draft_of *d, const struct circular_unit *u)
{
	const struct tally	*t = u->all;

	return arena_printf(d->a, _("%s (%lld of %lld, %s)"),
	    circular_unit_name(d, u->code), t->good[PERIOD_IS],
	    t->due[PERIOD_IS], share_words(d->a, t->good[PERIOD_IS],
	    t->due[PERIOD_IS]));
}

/* All of whose notices were in order; else the first that are above all. */
static const char *
good_words(const struct draft_of *d)
{
	const struct circular	*c = d->c;
	const struct tally	*all = circular_tally(c, "", "", -1);
	const char		*list = "";
	size_t			 i, n = 0, whole = 0;

	while (whole < c->nunits && c->units[whole].rank == 1 &&
	    is_whole(c->units[whole].all))
		whole++;
	for (i = 0; i < c->nunits && c->units[i].rank > 0; i++)
		if (n < GOOD_MOST && (whole > 0 ? i < whole :
		    c->units[i].rank <= PRAISED && is_above(c->units[i].all,
		    all))) {
			list = listed(d->a, list, unit_share(d,
			    &c->units[i]));
			n++;
		}
	if (n == 0)
		return NULL;
	if (whole > n)
		return arena_printf(d->a, _("All notices due were in order "
		    "in %zu units, among them: %s."), whole, list);
	return arena_printf(d->a, whole > 0 ? _("All notices due were in "
	    "order in: %s.") : _("Best were: %s."), list);
}

static const char *
bad_words(const struct draft_of *d)
{
	const struct circular	*c = d->c;
	const struct tally	*all = circular_tally(c, "", "", -1);
	const char		*list = "";
	size_t			 i = 0, n = 0;

	while (i < c->nunits && c->units[i].rank > 0)
		i++;
	while (i-- > 0 && n < BAD_MOST && !is_whole(c->units[i].all) &&
	    c->units[i].all->good[PERIOD_IS] * all->due[PERIOD_IS] <
	    all->good[PERIOD_IS] * c->units[i].all->due[PERIOD_IS]) {
		list = listed(d->a, list, unit_share(d, &c->units[i]));
		n++;
	}
	return n == 0 ? NULL : arena_printf(d->a, _("Furthest behind, below "
	    "the share of all, were: %s."), list);
}

static const char *
silent_words(const struct draft_of *d)
{
	const struct circular	*c = d->c;
	const char		*list = "";
	size_t			 i, n = 0;

	if (!c->inbox)
		return _("No delivery was taken in through the inbox in the "
		    "period, so that nobody can be named for not "
		    "delivering.");
	for (i = 0; i < c->nunits; i++) {
		if (c->units[i].delivered)
			continue;
		if (n++ < UNIT_MOST)
			list = listed(d->a, list, circular_unit_name(d,
			    c->units[i].code));
	}
	if (n == 0)
		return _("All delivered in the period.");
	return n <= UNIT_MOST ? arena_printf(d->a, _("Nothing was delivered "
	    "in the period by (%zu): %s."), n, list) : arena_printf(d->a,
	    _("Nothing was delivered in the period by %zu, among them: %s."),
	    n, list);
}

static void
part_names(struct draft_of *d)
{
	struct words	 w = { 0 };
	const char	*good = good_words(d), *bad = bad_words(d);

	if (good != NULL)
		words_add(d->a, &w, good);
	if (bad != NULL)
		words_add(d->a, &w, bad);
	words_add(d->a, &w, silent_words(d));
	begin_part(d, arena_printf(d->a, _("Good and bad, by %s"),
	    level_word(d->c)), &w);
	circular_ranks(d);
	circular_found(d);
}

/* ---- kinds of fault */

static const char *
example_words(const struct draft_of *d, const struct kept *k)
{
	return arena_printf(d->a, _(" For example case %s%s: %s"), k->id,
	    *k->title == '\0' ? "" : arena_printf(d->a, _(" '%s'"),
	    k->title), told_say(d->a, NULL, k->message));
}

static const char *
kind_words(const struct draft_of *d, const struct tally *t, int n)
{
	const struct tally	*all = circular_tally(d->c, "", "", -1);

	return tables_item(d->a, n, arena_printf(d->a, _("%s: %lld, %s of "
	    "all findings, of %lld cases; %lld stand today.%s"),
	    circular_kind(t->kind), t->found[PERIOD_IS], share_words(d->a,
	    t->found[PERIOD_IS], all->found[PERIOD_IS]),
	    t->faulty[PERIOD_IS], t->standing, t->example == NULL ? "" :
	    example_words(d, t->example)));
}

static void
part_kinds(struct draft_of *d)
{
	const struct tally	*all = circular_tally(d->c, "", "", -1);
	const struct tally	*t;
	struct words		 w = { 0 };
	size_t			 i;
	int			 n = 0;

	for (i = 0; i < d->c->n; i++) {
		t = d->c->list[i];
		if (*t->unit == '\0' && *t->procedure == '\0' &&
		    t->kind >= 0 && t->found[PERIOD_IS] > 0)
			words_add(d->a, &w, kind_words(d, t, ++n));
	}
	if (n == 0)
		words_add(d->a, &w, _("Nothing was found in the period for the "
		    "first time."));
	begin_part(d, _("Kinds of fault"), &w);
	if (all->found[PERIOD_IS] + all->found[PERIOD_BEFORE] + all->mended >
	    0)
		circular_kinds(d);
	circular_gone(d);
}

/* ---- demands */

struct owed {
	long long	overdue, broken, coming;
	struct day	soonest;
};

static struct owed
owed_by_all(const struct circular *c)
{
	struct owed	o = { .soonest = DAY_NONE };
	size_t		i;

	for (i = 0; i < c->nunits; i++) {
		o.overdue += c->units[i].overdue;
		o.broken += c->units[i].broken;
		o.coming += c->units[i].coming;
		o.soonest = day_min(o.soonest, c->units[i].soonest);
	}
	return o;
}

static void
demand(struct draft_of *d, struct words *w, const char *s)
{
	words_add(d->a, w, tables_item(d->a, (int)w->n + 1, s));
}

static void
part_demands(struct draft_of *d)
{
	const struct circular	*c = d->c;
	const struct tally	*all = circular_tally(c, "", "", -1);
	const struct owed	 o = owed_by_all(c);
	const char		*today = day_words(d->a, c->today);
	const char		*next = day_words(d->a, c->next);
	struct words		 w = { 0 };

	if (o.overdue > 0)
		demand(d, &w, arena_printf(d->a, _("%lld notices are overdue "
		    "on %s: they are to be posted at once and to stand for "
		    "their full period."), o.overdue, today));
	if (o.broken > 0)
		demand(d, &w, arena_printf(d->a, _("%lld notices came down "
		    "before their period was over: they are to be posted "
		    "again at once, for the full period."), o.broken));
	if (all->owed > 0)
		demand(d, &w, arena_printf(d->a, _("%lld findings of the "
		    "period still stand, advice left aside: they are to be "
		    "put right by %s; what then still stands is named again "
		    "in the next circular."),
		    all->owed, next));
	if (o.coming > 0)
		demand(d, &w, arena_printf(d->a, _("%lld notices are to be "
		    "posted by %s, the first of them by %s."), o.coming,
		    next, day_words(d->a, o.soonest)));
	if (w.n == 0)
		words_add(d->a, &w, arena_printf(d->a, _("Nothing is to be put "
		    "right, and nothing is to be posted by %s."), next));
	begin_part(d, _("What is to be done, and by when"), &w);
	if (o.overdue + o.broken + o.coming + all->owed > 0)
		circular_demands(d);
}

/* ---- all of it */

static const char *const *
signature(struct draft_of *d)
{
	struct words	w = { 0 };

	if (d->c->office != NULL)
		words_add(d->a, &w, text_safe(d->a, d->c->office));
	words_add(d->a, &w, day_words(d->a, d->c->today));
	return w.list;
}

void
circular_tables(struct arena *a, const struct circular *c,
    struct tables *out)
{
	struct draft_of	d = { .a = a, .c = c, .parts = { .arena = a } };

	name_units(&d);
	part_basis(&d);
	part_overall(&d);
	part_names(&d);
	part_kinds(&d);
	part_demands(&d);
	circular_annexes(&d);
	*out = (struct tables){
	    .title = arena_printf(a, _("Circular on notices and announcements "
	    "in %s"), period_words(a, c->is)),
	    .lang = text_lang() == LANG_ZH ? "zh-CN" : "en",
	    .list = d.parts.list, .n = d.parts.n, .signature = signature(&d) };
}
