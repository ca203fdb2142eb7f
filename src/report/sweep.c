#include "report/sweep.h"

#include <string.h>

#include "base/text.h"
#include "rule/phrase.h"
#include "words/lines.h"
#include "words/message.h"

struct telling {
	FILE			*f;
	struct arena		*a;
	int			 width;
	const struct sweep	*s;
};

static const char *
day_of(const struct telling *t, struct day d)
{
	char	buf[DAY_TEXT];

	return arena_dup(t->a, day_print(d, buf));
}

static void
line(const struct telling *t, int indent, const char *s)
{
	text_blanks(t->f, indent);
	text_wrap(t->f, text_safe(t->a, s), indent, indent + 2, t->width);
}

static const char *
joined(const struct telling *t, const char *have, const char *more)
{
	return arena_printf(t->a, "%s%s%s", have, *have == '\0' ? "" :
	    _("; "), more);
}

/* ---- one variant */

static void
tell_course(const struct telling *t, const struct swept *v, int indent)
{
	const char	*s;

	if (v->days > 0) {
		s = v->shortest == v->longest ? arena_printf(t->a,
		    text_plural("Course: always %d day", "Course: always %d "
		    "days", (unsigned long)v->shortest), v->shortest) :
		    arena_printf(t->a, _("Course: shortest %d days, median "
		    "%d, longest %d, first from %s"), v->shortest, v->median,
		    v->longest, day_of(t, v->start));
		line(t, indent, s);
	}
	if (v->unknown > 0)
		line(t, indent, arena_printf(t->a, text_plural("%d start day "
		    "cannot be known: it needs days that no calendar settles",
		    "%d start days cannot be known: they need days that no "
		    "calendar settles", (unsigned long)v->unknown),
		    v->unknown));
}

static const char *
phrase_of(const struct telling *t, const struct bound *b)
{
	const struct procedure	*p = t->s->proc;
	enum lang		 lang = text_lang();
	int			 i = b->point.index;

	return phrase_print(t->a, b, phrase_print_point(t->a,
	    lang == LANG_ZH ? point_name(p, i) : point_id(p, i), b->point,
	    lang), lang);
}

static void
tell_unkept(const struct telling *t, const struct swept *v,
    const struct unkept *u, int indent)
{
	const struct bound	*b = u->bound;

	line(t, indent, arena_printf(t->a, _("Cannot be kept: %s, `%s` (%s): "
	    "from %d of %d start days"), message_point(t->s->proc, u->point),
	    phrase_of(t, b), b->basis == NULL ? "" : b->basis->text, u->days,
	    v->days));
	line(t, indent + 2, arena_printf(t->a, _("as from %s: due by %s, not "
	    "possible before %s"), day_of(t, u->start), day_of(t, u->due),
	    day_of(t, u->earliest)));
}

/* up 10 and end 20, as far as there are any */
static const char *
off_words(const struct telling *t, struct off_days o)
{
	if (o.up > 0 && o.end > 0)
		return arena_printf(t->a, _("up %d, over %d"), o.up, o.end);
	return o.up > 0 ? arena_printf(t->a, _("up %d"), o.up) :
	    arena_printf(t->a, _("over %d"), o.end);
}

static void
tell_off(const struct telling *t, const struct swept *v, int indent)
{
	const struct procedure	*p = t->s->proc;
	const char		*s = "";
	int			 i;

	for (i = 0; i < p->nsteps; i++)
		if (v->off[i].up + v->off[i].end > 0)
			s = joined(t, s, arena_printf(t->a, _("%s: %s"),
			    message_step(&p->steps[i]),
			    off_words(t, v->off[i])));
	if (*s != '\0')
		line(t, indent, arena_printf(t->a, _("On a day off (start "
		    "days): %s"), s));
}

static void
tell_never(const struct telling *t, const struct swept *v, int indent)
{
	const struct procedure	*p = t->s->proc;
	const char		*s = "";
	int			 i;

	for (i = 0; i < p->nevents + p->nsteps; i++)
		if (v->never[i])
			s = joined(t, s, message_point(p, i));
	if (*s != '\0')
		line(t, indent, arena_printf(t->a, _("Waits for what has no "
		    "day: %s"), s));
}

static void
tell_variant(const struct telling *t, const struct swept *v, int indent)
{
	int	i;

	tell_course(t, v, indent);
	for (i = 0; i < v->nunkept; i++)
		tell_unkept(t, v, &v->unkept[i], indent);
	tell_off(t, v, indent);
	tell_never(t, v, indent);
}

/* ---- a procedure */

static const char *
variant_words(const struct telling *t, const struct swept *v)
{
	const struct procedure	*p = t->s->proc;
	const struct label	*l;
	const char		*s = "";
	int			 i;

	if (v->trait >= 0) {
		l = &p->traits[v->trait];
		s = title_in(l->id, l->title, l->title_en);
	}
	for (i = 0; i < p->nevents; i++)
		if (p->events[i].optional && v->with[i])
			s = joined(t, s, message_event(&p->events[i]));
	return s;
}

/* Is the variant another than all before it? */
static bool
is_new(const struct sweep *s, int k)
{
	int	i;

	for (i = 0; i < k; i++)
		if (swept_alike(s, &s->list[i], &s->list[k]))
			return false;
	return true;
}

static void
tell_head(const struct telling *t)
{
	const struct sweep	*s = t->s;

	line(t, 0, arena_printf(t->a, _("%s %s (%s)"), s->proc->id,
	    message_procedure(s->proc), s->proc->pack->id));
	if (s->days == 0) {
		line(t, 2, _("no calendar settles a day of it"));
		return;
	}
	line(t, 2, arena_printf(t->a, text_plural("%d start day from %s to "
	    "%s%s", "%d start days from %s to %s%s", (unsigned long)s->days),
	    s->days, day_of(t, s->first), day_of(t, s->last), s->all ?
	    _(" (also while it is not in force)") : ""));
}

static void
tell_sweep(const struct telling *t)
{
	const struct sweep	*s = t->s;
	int			 i;

	tell_head(t);
	for (i = 0; s->days > 0 && i < s->n; i++) {
		if (!is_new(s, i))
			continue;
		if (i > 0)
			line(t, 2, arena_printf(t->a, _("with %s:"),
			    variant_words(t, &s->list[i])));
		tell_variant(t, &s->list[i], i > 0 ? 4 : 2);
	}
	if (s->more)
		line(t, 2, arena_printf(t->a, _("Not all of it was tried: "
		    "%d sets of traits and optional events were, there is "
		    "more than that"), s->n));
}

/* Of what was not tried to the end nothing is claimed. */
static void
tell_end(FILE *f, int n, bool more)
{
	if (n == 0)
		fputs(more ? _("\nNo deadline was found that cannot be kept.\n")
		    : _("\nEvery deadline can be kept.\n"), f);
	else
		fprintf(f, text_plural("\n%d deadline cannot be kept on some "
		    "start day.\n", "\n%d deadlines cannot be kept on some "
		    "start days.\n", (unsigned long)n), n);
}

/* Is it told by a variant before the k-th? */
static bool
is_told(const struct sweep *s, int k, const struct bound *b)
{
	int	i, j;

	for (i = 0; i < k; i++)
		for (j = 0; j < s->list[i].nunkept; j++)
			if (s->list[i].unkept[j].bound == b)
				return true;
	return false;
}

int
sweep_unkept(const struct sweep *s)
{
	int	i, k, n = 0;

	for (i = 0; i < s->n; i++)
		for (k = 0; k < s->list[i].nunkept; k++)
			n += !is_told(s, i, s->list[i].unkept[k].bound);
	return n;
}

void
sweeps_write(const struct layout *l, const struct sweeps *all)
{
	struct telling	t = { l->out, arena_new(),
			    l->width > 0 ? l->width : 80, NULL };
	size_t		i;
	bool		more = false;
	int		n = 0;

	if (l->format == FORMAT_JSON)
		sweeps_json(l->out, all);
	for (i = 0; l->format == FORMAT_TEXT && i < all->n; i++) {
		if (i > 0)
			putc('\n', l->out);
		t.s = all->list[i];
		tell_sweep(&t);
		n += sweep_unkept(t.s);
		more |= t.s->more;
	}
	if (l->format == FORMAT_TEXT)
		tell_end(l->out, n, more);
	arena_free(t.a);
}
