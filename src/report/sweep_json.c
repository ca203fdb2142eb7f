#include "base/text.h"
#include "report/sweep.h"
#include "rule/phrase.h"
#include "words/json.h"

static void
put_point(FILE *f, const struct procedure *p, int point)
{
	bool	step = point >= p->nevents;

	json_member(f, "{\"step\": ", step ? point_id(p, point) : NULL);
	json_member(f, ", \"event\": ", step ? NULL : point_id(p, point));
}

/* The phrase as it reads in English by ids, whatever the language. */
static void
put_unkept(FILE *f, struct arena *a, const struct procedure *p,
    const struct unkept *u)
{
	put_point(f, p, u->point);
	json_member(f, ", \"bound\": ", phrase_print(a, u->bound,
	    phrase_print_point(a, point_id(p, u->bound->point.index),
	    u->bound->point, LANG_EN), LANG_EN));
	json_member(f, ", \"basis\": ", u->bound->basis == NULL ? NULL :
	    u->bound->basis->text);
	fprintf(f, ", \"days\": %d", u->days);
	json_member_day(f, ", \"start\": ", u->start);
	json_member_day(f, ", \"earliest\": ", u->earliest);
	json_member_day(f, ", \"due\": ", u->due);
	putc('}', f);
}

static void
put_off_days(FILE *f, const struct procedure *p, const struct swept *v)
{
	int	i;

	fprintf(f, ",\n      \"up\": %d, \"end\": %d, \"steps\": [", v->any.up,
	    v->any.end);
	for (i = 0; i < p->nsteps; i++) {
		json_member(f, i == 0 ? "{\"step\": " : ", {\"step\": ",
		    p->steps[i].id);
		fprintf(f, ", \"up\": %d, \"end\": %d}", v->off[i].up,
		    v->off[i].end);
	}
	putc(']', f);
}

static void
put_length(FILE *f, const char *name, const struct swept *v, int n)
{
	if (v->days == 0)
		fprintf(f, "%snull", name);
	else
		fprintf(f, "%s%d", name, n);
}

/* Which optional events happen; what happens always is not named. */
static void
put_events(FILE *f, const struct procedure *p, const struct swept *v)
{
	const char	*comma = "";
	int		 i;

	fputs(", \"events\": [", f);
	for (i = 0; i < p->nevents; i++)
		if (p->events[i].optional && v->with[i]) {
			json_member(f, comma, p->events[i].id);
			comma = ", ";
		}
	putc(']', f);
}

static void
put_never(FILE *f, const struct procedure *p, const struct swept *v)
{
	const char	*comma = "";
	int		 i;

	fputs(", \"never\": [", f);
	for (i = 0; i < p->nevents + p->nsteps; i++)
		if (v->never[i]) {
			fputs(comma, f);
			put_point(f, p, i);
			putc('}', f);
			comma = ", ";
		}
	putc(']', f);
}

static void
put_variant(FILE *f, struct arena *a, const struct procedure *p,
    const struct swept *v)
{
	int	i;

	json_member(f, "     {\"trait\": ", v->trait < 0 ? NULL :
	    p->traits[v->trait].id);
	put_events(f, p, v);
	fprintf(f, ", \"days\": %d, \"unknown\": %d", v->days, v->unknown);
	put_length(f, ", \"shortest\": ", v, v->shortest);
	put_length(f, ", \"median\": ", v, v->median);
	put_length(f, ", \"longest\": ", v, v->longest);
	json_member_day(f, ", \"start\": ", v->start);
	fputs(",\n      \"unkept\": [", f);
	for (i = 0; i < v->nunkept; i++) {
		fputs(i == 0 ? "" : ", ", f);
		put_unkept(f, a, p, &v->unkept[i]);
	}
	putc(']', f);
	put_off_days(f, p, v);
	put_never(f, p, v);
	putc('}', f);
}

static void
put_sweep(FILE *f, struct arena *a, const struct sweep *s)
{
	int	i;

	json_member(f, "  {\"pack\": ", s->proc->pack->id);
	json_member(f, ", \"procedure\": ", s->proc->id);
	json_member(f, ", \"division\": ", s->division);
	json_member_day(f, ", \"first\": ", s->first);
	json_member_day(f, ", \"last\": ", s->last);
	fprintf(f, ", \"days\": %d, \"all\": %s, \"more\": %s,\n"
	    "   \"variants\": [\n", s->days, s->all ? "true" : "false",
	    s->more ? "true" : "false");
	for (i = 0; i < s->n; i++) {
		put_variant(f, a, s->proc, &s->list[i]);
		fputs(i + 1 < s->n ? ",\n" : "]}", f);
	}
}

void
sweeps_json(FILE *f, const struct sweeps *all)
{
	struct arena	*a = arena_new();
	size_t		 i;

	fputs("{\"procedures\": [\n", f);
	for (i = 0; i < all->n; i++) {
		put_sweep(f, a, all->list[i]);
		fputs(i + 1 < all->n ? ",\n" : "\n", f);
	}
	fputs("]}\n", f);
	arena_free(a);
}
