/*
 * The sheet that is put up.
 */
#include <string.h>

#include "base/text.h"
#include "case/signs.h"
#include "case/spared.h"
#include "job/listing.h"
#include "job/paper_slot.h"
#include "report/wording.h"
#include "words/message.h"
#include "words/parts.h"
#include "words/say.h"

/* Where the rules say nothing.  Each line is a paragraph. */
static const char *const	shipped[] = {
	[KIND_NOTICE] = N_("Public notice of {title}\n"
	    "{title} ({step}) is hereby made public at {place}, for everybody "
	    "to look at. The particulars are below.{list}\n"
	    "It stands from {from} through {through}.\n"
	    "Whoever objects may do so by then, by word of mouth or in "
	    "writing, to: {handler}. Telephone: {hotline}.\n"),
	[KIND_ANNOUNCEMENT] = N_("Announcement of {title}\n"
	    "{title} ({step}) is hereby announced at {place}. The particulars "
	    "are below.{list}\n"
	    "It is announced from {from} on. It stands through {through}.\n"
	    "Telephone for questions and complaints: {hotline}.\n")
};

static const char *const	headings[] = {
	[KIND_NOTICE] = N_("Public notice of %s"),
	[KIND_ANNOUNCEMENT] = N_("Announcement of %s")
};

/* To be written in by hand. */
#define LINE	"＿＿＿＿＿＿＿＿＿＿"

struct notice {
	struct arena			*arena;
	const struct paper_order	*order;
	struct paper_slot		 at;
	const char			*words;		/* NULL: shipped */
	enum lang			 lang;		/* of the sheet */
	const struct catalogue	*tongue;	/* of the sheet */
	struct day			 from, through;	/* NONE: no last day */
	const char			*hotline, *office;	/* or NULL */
	struct listed			 listed;
	struct worded			 worded;
	bool				 private;
	struct diags			*d;
};

/* ---- the days that it shows */

/* One that came down too early goes up again. */
static bool
counts_from_posting(const struct notice *n)
{
	const struct slot	*s = n->at.slot;
	struct day		 today = n->order->scan.today;

	return s->posted && (!day_is(s->ends) ||
	    day_cmp(s->ends, today) >= 0 || plan_state(n->at.all, n->at.now,
	    n->at.i, today) != STATE_BROKEN);
}

static bool
set_days(struct notice *n)
{
	const struct slot	*s = n->at.slot;
	struct day		 brink = DAY_NONE;

	n->from = counts_from_posting(n) ? s->opens :
	    day_max(n->order->scan.today, s->room->earliest);
	n->through = plan_closes(n->at.all, s, n->from, true, &brink);
	if (day_is(n->through) || !day_is(brink)) {
		if (!s->lasts)
			n->through = DAY_NONE;
		return true;
	}
	diag_error(n->d, NOWHERE, _("nobody can tell the last day of this "
	    "notice: it is not settled whether %s is worked"),
	    day_words(n->arena, brink));
	diag_note(n->d, NOWHERE, _("take the days off of that year in with "
	    "`gongshi calendar add`"));
	return false;
}

static void
warn_of_days(const struct notice *n)
{
	const struct room	*r = n->at.slot->room;

	if (counts_from_posting(n))
		return;
	if (r->unknown || (r->waiting && !day_is(r->earliest)))
		diag_warn(n->d, NOWHERE, _("its earliest day is not known yet: "
		    "the notice is dated from %s"), day_words(n->arena,
		    n->from));
	else if (r->forecast)
		diag_warn(n->d, NOWHERE, _("not all before it has happened: "
		    "%s is a forecast"), day_words(n->arena, n->from));
	if (day_is(r->latest.day) && day_cmp(n->from, r->latest.day) > 0)
		diag_warn(n->d, NOWHERE, _("its latest day was %s: it will be "
		    "late"), day_words(n->arena, r->latest.day));
	if (slot_ended(n->at.all, n->at.now, n->at.i))
		diag_warn(n->d, NOWHERE, _("the case has come to an end: "
		    "nothing more is to be posted"));
}

/* ---- what is filled in */

static bool
has_han(const char *s)
{
	for (; *s != '\0'; s++)
		if (text_is_han(s))
			return true;
	return false;
}

static const char *
without_blanks(struct arena *a, const char *s)
{
	char	*copy = arena_dup(a, s), *to = copy;

	for (; *s != '\0'; s++)
		if (*s != ' ')
			*to++ = *s;
	*to = '\0';
	return copy;
}

/* "7日": as a sentence has it, without the blanks of a rule file. */
static const char *
days_shown(const struct notice *n)
{
	const struct period_part	*p = plan_part(n->at.all, n->at.slot,
					    n->from, true);
	const char			*s;

	if (p == NULL || p->kind != PART_LASTS || !day_is(n->through))
		return NULL;
	s = told_say(n->arena, n->tongue, told_period(p->planned));
	return n->lang == LANG_ZH ? without_blanks(n->arena, s) : s;
}

/* A rule's 乡镇 is the township's own name where one is known. */
static const char *
handler_named(const struct notice *n, const char *handler)
{
	static const char	town[] = "乡镇";
	char			code[DIVISION_MAX + 1];
	const char		*name;
	size_t			 len;

	if (strncmp(handler, town, strlen(town)) != 0 ||
	    !division_above(n->at.slot->division, LEVEL_TOWNSHIP, code))
		return handler;
	name = name_of(n->order->names, code);
	len = strlen(name);
	if (len <= 3 || (strcmp(name + len - 3, "乡") != 0 &&
	    strcmp(name + len - 3, "镇") != 0))
		return handler;
	return arena_printf(n->arena, "%s%s", name, handler + strlen(town));
}

static const char *
handler_shown(const struct notice *n)
{
	const char	*handler = n->at.rule->objections.handler;

	if (*handler != '\0')
		return handler_named(n, handler);
	return n->office != NULL ? n->office :
	    text_say(n->tongue, N_("the office named below"));
}

static const char *
titled(const struct notice *n, const char *id, const char *title,
    const char *title_en)
{
	return told_titled(n->tongue, id, title, title_en);
}

static void
fill(struct notice *n)
{
	const struct matter	*m = n->at.m;
	const struct procedure	*proc = n->at.all->proc;
	const char		*division = n->at.slot->division;
	const char		*place = name_of(n->order->names, division);
	struct wording		 w = { .value = {
	    [BLANK_TITLE] = *m->title != '\0' ? m->title :
		titled(n, proc->id, proc->title, proc->title_en),
	    [BLANK_CASE] = m->id,
	    [BLANK_STEP] = titled(n, n->at.rule->id, n->at.rule->title,
		n->at.rule->title_en),
	    [BLANK_PLACE] = arena_dup(n->arena, *place != '\0' ? place :
		division),
	    [BLANK_FROM] = paper_day(n->arena, n->lang, n->from),
	    [BLANK_THROUGH] = day_is(n->through) ? paper_day(n->arena, n->lang,
		n->through) : NULL,
	    [BLANK_DAYS] = days_shown(n),
	    [BLANK_HANDLER] = handler_shown(n),
	    [BLANK_HOTLINE] = n->hotline != NULL ? n->hotline : LINE,
	    [BLANK_OFFICE] = n->office != NULL ? n->office : LINE,
	    [BLANK_TODAY] = paper_day(n->arena, n->lang, n->order->scan.today),
	    [BLANK_LIST] = n->order->list != NULL ? "" : NULL } };

	wording_fill(n->arena, n->words != NULL ? n->words :
	    text_say(n->tongue, shipped[n->at.rule->kind]), &w, &n->worded);
	if (n->worded.heading == NULL || *n->worded.heading == '\0')
		n->worded.heading = arena_printf(n->arena,
		    text_say(n->tongue, headings[n->at.rule->kind]),
		    w.value[BLANK_TITLE]);
}

/* ---- numbers of persons */

static void
look_at(struct notice *n, const char *text, const char *what)
{
	if (n->order->mask || !spared_prints(n->at.all->proc->pack, text))
		return;
	n->private = true;
	diag_error(n->d, NOWHERE, _("%s shows the whole number of an identity "
	    "card, a bank card or a mobile telephone"), what);
}

/* The names of where it comes from first; what they make together last. */
static void
look_for_numbers(struct notice *n)
{
	const struct pack	*pack = n->at.all->proc->pack;
	const char		*place = name_of(n->order->names,
				    n->at.slot->division);
	size_t			 i;

	look_at(n, n->at.m->title, _("the title of the case"));
	look_at(n, place, _("the name of the place"));
	if (n->words != NULL)
		look_at(n, n->words, _("`text` of the rules"));
	if (!n->private)
		look_at(n, n->worded.heading, _("the heading"));
	n->worded.heading = spared_mask(n->arena, pack, n->worded.heading);
	for (i = 0; i < n->worded.n; i++) {
		if (!n->private)
			look_at(n, n->worded.list[i].text,
			    _("the text of the notice"));
		n->worded.list[i].text = spared_mask(n->arena, pack,
		    n->worded.list[i].text);
	}
}

/* ---- what it ought to show */

static bool
shows(const struct notice *n, const char *item)
{
	const struct listing	*t = &n->listed.table;
	size_t			 i;

	if (signs_hold(n->worded.heading, item))
		return true;
	for (i = 0; i < n->worded.n; i++)
		if (signs_hold(n->worded.list[i].text, item))
			return true;
	if (n->order->list == NULL)
		return false;
	for (i = 0; i < t->ncols; i++)
		if (signs_hold(t->heads[i], item))
			return true;
	return signs_hold(t->caption, item);
}

static void
warn_of_content(const struct notice *n)
{
	const struct item_rules	*r = &n->at.rule->content;
	const char		*lacks = "";
	int			 i;

	for (i = 0; i < r->n; i++)
		if (plan_holds(n->at.all, r->list[i].when) &&
		    !shows(n, r->list[i].text))
			lacks = arena_printf(n->arena, "%s%s%s", lacks,
			    *lacks == '\0' ? "" : _(", "), r->list[i].text);
	if (*lacks != '\0')
		diag_warn(n->d, NOWHERE, _("neither the text nor the headings "
		    "of the list show what the rules ask for: %s"), lacks);
}

/* A blank that nobody asked for is none to write in. */
static bool
has_line(const struct notice *n)
{
	size_t	i;

	for (i = 0; i < n->worded.n; i++)
		if (strstr(n->worded.list[i].text, LINE) != NULL)
			return true;
	return false;
}

static void
warn_of_blanks(const struct notice *n)
{
	if (n->hotline == NULL && has_line(n))
		diag_warn(n->d, NOWHERE, _("no `hotline` is given for %s: "
		    "write the telephone number in by hand"),
		    n->at.slot->division);
	if (n->office == NULL)
		diag_warn(n->d, NOWHERE, _("no `office` is given for %s: it "
		    "is to be written in, or sealed"), n->at.slot->division);
	if (*name_of(n->order->names, n->at.slot->division) == '\0')
		diag_warn(n->d, NOWHERE, _("division %s has no name: a sheet "
		    "of divisions gives it one"), n->at.slot->division);
}

/* ---- all of it */

static const char *
code_of(const struct notice *n)
{
	char	from[DAY_TEXT], through[DAY_TEXT];

	return arena_printf(n->arena, "%s/%s/%s %s %s", n->at.m->id,
	    n->at.rule->id, n->at.slot->division, day_print(n->from, from),
	    day_is(n->through) ? day_print(n->through, through) : "-");
}

static void
sign(const struct notice *n, const char *signs[3])
{
	signs[0] = n->office != NULL ? n->office : arena_printf(n->arena,
	    text_say(n->tongue, N_("%s (seal)")), LINE);
	signs[1] = paper_day(n->arena, n->lang, n->order->scan.today);
	signs[2] = NULL;
}

/* The sheet's words are in its own language, complaints in the user's. */
static bool
write_it(struct notice *n)
{
	const char	*signs[3];
	struct paper	 p = { .lang = n->lang == LANG_ZH ? "zh-CN" : "en",
			    .heading = n->worded.heading,
			    .list = n->worded.list, .n = n->worded.n,
			    .table = n->order->list != NULL ?
			    &n->listed.table : NULL, .signs = signs };

	sign(n, signs);
	p.code = code_of(n);
	p.code_label = text_say(n->tongue, N_("Case, step, place and days, "
	    "for the photograph"));
	return paper_put(n->arena, n->order->out, &p, n->d);
}

static bool
gather(struct notice *n)
{
	const struct procedure	*p = n->at.all->proc;
	const char		*division = n->at.slot->division;

	n->words = n->at.rule->text != NULL ? n->at.rule->text :
	    p->defaults.text[n->at.rule->kind];
	if (n->words == NULL)
		n->words = p->pack->defaults.text[n->at.rule->kind];
	n->lang = n->words == NULL ? text_lang() : has_han(n->words) ? LANG_ZH :
	    LANG_EN;
	n->tongue = text_catalogue(n->lang);
	n->hotline = procedure_hotline(p, n->at.slot->step, division);
	n->office = procedure_office(p, n->at.slot->step, division);
	if (!set_days(n))
		return false;
	fill(n);
	return true;
}

enum paper_came
paper_notice(struct arena *a, const struct paper_order *o, struct diags *d)
{
	struct notice	n = { .arena = a, .order = o, .d = d };

	if (!paper_find(a, o, &n.at, d) || !gather(&n))
		return PAPER_REFUSED;
	look_for_numbers(&n);
	if (o->list != NULL && !listing_read(a, o->list, n.at.all->proc->pack,
	    o->mask, &n.listed, d))
		return PAPER_REFUSED;
	if (n.private || n.listed.private > 0) {
		diag_note(d, NOWHERE, _("nothing was written; --mask shows "
		    "them as 450***********1234"));
		return PAPER_PRIVATE;
	}
	warn_of_days(&n);
	warn_of_content(&n);
	warn_of_blanks(&n);
	return write_it(&n) ? PAPER_WRITTEN : PAPER_REFUSED;
}
