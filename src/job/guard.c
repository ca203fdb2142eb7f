#include "job/guard.h"

#include <string.h>

#include "base/text.h"
#include "case/gone.h"
#include "case/happens.h"
#include "job/fingerprint.h"
#include "job/gazetteer.h"
#include "job/publish.h"
#include "job/scan.h"
#include "job/shift.h"
#include "store/night.h"

/* What a night may take away without being asked. */
enum { FEW_FINDINGS = 10, FEW_ENTRIES = 50, A_PART = 10 };

struct look {
	const struct guard	*guard;
	struct arena		*arena;		/* of the answer */
	struct arena		*case_arena;
	struct guarded		*out;
	struct scan		 scan;
	struct publish		 publish;
	struct shift		 shift;
	struct land		 land;
	struct diags		*d;
	/* the case at hand */
	const struct verdict	*verdict;
	struct fate		 fate;
	bool			 changed;	/* its facts too */
	long long		 going;
};

static const char *
pack_words(struct arena *a, const struct shift_rule *r)
{
	return arena_printf(a, _("pack %s"), r->pack);
}

static const char *
days_words(struct arena *a, const struct shift_days *d)
{
	return arena_printf(a, _("calendar cn/%s%s%d.ics"), d->prefix,
	    *d->prefix == '\0' ? "" : "/", d->year);
}

static struct toll *
toll_of(struct look *l, const char *what)
{
	struct guarded	*g = l->out;
	size_t		 i;

	for (i = 0; i < g->n; i++)
		if (strcmp(g->tolls[i].what, what) == 0)
			return &g->tolls[i];
	g->tolls = arena_grow(l->arena, g->tolls, g->n, &g->cap,
	    sizeof(*g->tolls));
	g->tolls[g->n] = (struct toll){ arena_dup(l->arena, what), 0, 0 };
	return &g->tolls[g->n++];
}

static bool
is_found(const struct verdict *v, const char *key)
{
	size_t	i;

	for (i = 0; i < v->n; i++)
		if (strcmp(v->findings[i].key, key) == 0)
			return true;
	return false;
}

/*
 * What facts may have mended or changed is not laid to the rules; and a
 * question that has found its answer, as when the next year's calendar comes,
 * is not lost.
 */
static bool
ask_finding(void *ctx, const struct kept *k)
{
	struct look	*l = ctx;

	if (k->code != CODE_TIGHT && k->code != CODE_UNKNOWN &&
	    !is_found(l->verdict, k->key) && (!l->changed ||
	    why_gone(l->case_arena, &l->fate, k) >= WHY_PLACE))
		l->going++;
	return true;
}

/* By which change the case is another: a lost calendar, else its pack. */
static const char *
cause_of(struct look *l, const struct matter *m)
{
	const struct shift_rule	*rule = shift_rule_of(&l->shift, m);
	const struct shift_days	*days;

	l->fate.rules = rule != NULL;
	l->fate.years = shift_years_of(l->case_arena, &l->shift,
	    m->division, &l->fate.nyears, &days);
	if (rule != NULL && (days == NULL || !days->lost || rule->lost))
		return pack_words(l->case_arena, rule);
	return days == NULL ? NULL : days_words(l->case_arena, days);
}

static bool
ask_case(void *ctx, const struct matter *m)
{
	struct look		*l = ctx;
	const struct plan	*all, *now;
	const char		*cause;
	struct verdict		 v;
	struct toll		*t;
	long long		 leaving = 0;

	arena_reset(l->case_arena);
	m = happens_add(l->case_arena, l->guard->book, m);
	l->fate = (struct fate){ .matter = m, .today = l->scan.today };
	cause = cause_of(l, m);
	if (cause == NULL)
		return true;
	(void)scan_lay(&l->scan, l->case_arena, &m, &all, &now);
	judge(l->case_arena, m, all, now, l->scan.today, &l->land, &v);
	l->fate.now = now;
	l->verdict = &v;
	l->going = 0;
	if (!store_is_dirty(l->guard->store, m->division, m->id,
	    &l->changed, l->d) || !store_each_open(l->guard->store,
	    m->division, m->id, ask_finding, l, l->d) || (!l->changed &&
	    !publish_leaving(l->case_arena, &l->publish, m, &leaving, l->d)))
		return false;
	if (l->going + leaving == 0)
		return true;
	t = toll_of(l, cause);
	t->findings += l->going;
	t->entries += leaving;
	return true;
}

/* Packs and years that were used, and are not there any more; each once. */
static const char *
lost_words(struct arena *a, const struct shift *s)
{
	const char	*text = "", *one;
	size_t		 i;

	for (i = 0; i < s->ndays + s->nrules; i++) {
		if (i < s->ndays ? !s->days[i].lost :
		    !s->rules[i - s->ndays].lost)
			continue;
		one = i < s->ndays ? days_words(a, &s->days[i]) :
		    pack_words(a, &s->rules[i - s->ndays]);
		if (strstr(text, one) == NULL)
			text = arena_printf(a, "%s%s%s", text, *text == '\0' ?
			    "" : _(", "), one);
	}
	return *text == '\0' ? text : arena_printf(a, _("used last night, and "
	    "not there any more: %s"), text);
}

static void
add_up(struct guarded *g)
{
	size_t	i;

	for (i = 0; i < g->n; i++) {
		g->going += g->tolls[i].findings;
		g->leaving += g->tolls[i].entries;
	}
	g->stops = (g->going > FEW_FINDINGS &&
	    g->going * A_PART > g->findings) || (g->leaving > FEW_ENTRIES &&
	    g->leaving * A_PART > g->entries);
}

static struct texts
last_texts(struct look *l)
{
	struct store	*s = l->guard->store;
	struct texts	 t = { store_fingerprint(s, l->arena, "rules"),
			    store_fingerprint(s, l->arena, "calendars") };

	if (*t.rules == '\0')
		t.rules = NULL;
	if (*t.days == '\0')
		t.days = NULL;
	return t;
}

static bool
look_at(struct look *l, struct day last)
{
	const struct guard	*g = l->guard;
	struct open_counts	 open;
	const struct texts	 now = { fingerprint_rules(l->arena, g->book),
				    calendars_digest(g->calendars,
				    l->arena) };

	l->shift = shift_between(l->arena, last_texts(l), now);
	if (l->shift.nrules + l->shift.ndays == 0)
		return true;
	l->scan = (struct scan){ .store = g->store, .book = g->book,
	    .calendars = g->calendars, .today = last, .top = "" };
	/* without names: what would be looked up now may be another later */
	l->publish = (struct publish){ .store = g->store, .book = g->book,
	    .calendars = g->calendars, .today = last, .top = "",
	    .since = DAY_NONE };
	if (!store_open_counts(g->store, &open, l->d) ||
	    !store_each_case(g->store, "", ask_case, l, l->d))
		return false;
	l->out->findings = open.findings;
	l->out->entries = open.entries;
	l->out->lost = lost_words(l->arena, &l->shift);
	add_up(l->out);
	return true;
}

bool
guard_look(struct arena *a, const struct guard *g, struct guarded *out,
    struct diags *d)
{
	struct gazetteer	*known = gazetteer_new(a, g->store);
	struct look		 l = { .guard = g, .arena = a, .out = out,
				    .land = gazetteer_land(known), .d = d,
				    .case_arena = arena_new() };
	struct nights		 nights;
	bool			 good;

	*out = (struct guarded){ .lost = "" };
	good = store_nights(g->store, a, DAY_LAST, &nights, d) &&
	    (!day_is(nights.finished) || look_at(&l, nights.finished));
	arena_free(l.case_arena);
	gazetteer_free(known);
	return good;
}

const char *
guard_words(struct arena *a, const struct guarded *g)
{
	const char	*list = "";
	size_t		 i;

	for (i = 0; i < g->n; i++)
		list = arena_printf(a, _("%s%s%s: %lld findings, %lld "
		    "entries"), list, *list == '\0' ? "" : _("; "),
		    g->tolls[i].what, g->tolls[i].findings,
		    g->tolls[i].entries);
	return arena_printf(a, _("%s%srules or calendars were changed, and by "
	    "that %lld of %lld open findings and %lld of %lld calendar "
	    "entries would go (%s)"), g->lost, *g->lost == '\0' ? "" :
	    _("; "), g->going, g->findings, g->leaving, g->entries, list);
}

/* As a word of the shell; "" is not known. */
static const char *
word(struct arena *a, const char *path)
{
	return *path == '\0' ? "..." : strpbrk(path, " '\"\\$`()&;<>|*?#")
	    == NULL ? path : arena_printf(a, "'%s'", path);
}

const char *
guard_line(struct arena *a, const char *inbox, const char *out)
{
	return arena_printf(a, "gongshi nightly --inbox %s --out %s --yes",
	    word(a, inbox), word(a, out));
}
