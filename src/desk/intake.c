#include "desk/intake.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/twin.h"
#include "desk/cellwords.h"
#include "input/csv.h"
#include "rule/vocab.h"

enum {
	SOME = 4		/* places that a complaint names */
};

/*
 * The versions of its procedure of the case asked last, and its slots under
 * each, laid once a row needs them.
 */
struct memory {
	char			 id[MATTER_ID + 1];
	char			 division[DIVISION_MAX + 1];
	const struct procedure	**version;	/* all that there are */
	const struct slot	**slots;
	const int		**first;
	int			 n;
	size_t			 cap[3];	/* of the three */
	bool			 laid;
};

struct intake {
	long long		 lacking;	/* faults another may mend */
	const struct world	*world;
	struct arena		*arena;		/* of the memory */
	struct arena		*lists;		/* of its lists */
	struct memory		 last;
};

struct intake *
intake_new(struct arena *a, const struct world *w)
{
	struct intake	*in = arena_alloc(a, sizeof(*in));

	in->world = w;
	in->arena = arena_new();
	in->lists = a;
	in->lacking = 0;
	return in;
}

long long
intake_lacking(const struct intake *in)
{
	return in->lacking;
}

void
intake_free(struct intake *in)
{
	arena_free(in->arena);
}

/* What every function here works on. */
struct desk {
	struct intake		*in;
	struct arena		*arena;
	const struct row	*row;
	const struct header	*h;
	struct diags		*d;
};

static const char *
text(const struct desk *k, enum column c)
{
	return arena_dup(k->arena, cell_of(k->row, k->h, c));
}

static struct place
at(const struct desk *k, enum column c)
{
	return place_of(k->row, k->h, c);
}

static unsigned
had(const struct desk *k, enum column c, unsigned flag)
{
	return k->h->at[c] >= 0 ? flag : 0;
}

static void
did_you_mean(const struct desk *k, const char *near)
{
	if (near != NULL)
		diag_note(k->d, (struct place){ 0 }, _("did you mean `%s`?"),
		    near);
}

/* ---- divisions */

static bool
read_division(struct desk *k, struct fact *f)
{
	char		 code[DIVISION_MAX + 1];
	const char	*word = cell_of(k->row, k->h, COL_LEVEL);
	unsigned	 levels = words_levels(word);
	struct place	 p = at(k, COL_DIVISION);

	if (*word != '\0' && levels == 0)
		diag_error(k->d, at(k, COL_LEVEL), _("`%s` is no level; "
		    "expected one of 自治区, 市, 县, 乡镇, 行政村, 村民小组 "
		    "(region, city, county, township, village, group)"),
		    word);

	switch (cell_code(cell_of(k->row, k->h, COL_DIVISION), p, code,
	    k->d)) {
	case CELL_BAD:
		return false;
	case CELL_NAME:
		diag_error(k->d, p, _("expected a division code here, as "
		    "450225100"));
		return false;
	case CELL_CODE:
		break;
	}
	f->code = arena_dup(k->arena, code);
	f->name = text(k, COL_NAME);
	f->contact = text(k, COL_CONTACT);
	f->phone = text(k, COL_PHONE);
	f->has |= had(k, COL_CONTACT, HAS_CONTACT) |
	    had(k, COL_PHONE, HAS_PHONE);
	if (*word == '\0' || levels == 0)
		return *word == '\0';
	if ((levels & 1U << division_level(code)) == 0) {
		diag_error(k->d, at(k, COL_LEVEL), _("level `%s` does not fit "
		    "the code %s, which is that of a %s"), word, code,
		    vocab_text((enum word)(W_REGION +
		    (int)division_level(code) - LEVEL_REGION), text_lang()));
		return false;
	}
	return true;
}

struct found {
	struct arena	*arena;
	const char	*code;
	int		 n;
};

static bool
take_found(void *ctx, const char *code, const char *name)
{
	struct found	*f = ctx;

	(void)name;
	if (f->n++ == 0)
		f->code = arena_dup(f->arena, code);
	return f->n < 3;
}

/* A name without blanks of any kind and width. */
static const char *
squeezed(struct arena *a, const char *name)
{
	char	*out = arena_alloc(a, strlen(name) + 1);

	(void)twin_form(name, out);
	return out;
}

/* What is behind the names of those above: 某村一屯 at 某村 is 一屯. */
static const char *
own_part(const struct desk *k, const char *name, const char *code)
{
	const struct world	*w = k->in->world;
	char			 up[DIVISION_MAX + 1];
	const char		*top, *s = name;
	enum level		 l;

	for (l = LEVEL_REGION; l < division_level(code); l++) {
		if (!division_above(code, l, up))
			continue;
		top = squeezed(k->arena, w->name(w->ctx, k->arena, up));
		if (*top != '\0' && strncmp(s, top, strlen(top)) == 0 &&
		    s[strlen(top)] != '\0')
			s += strlen(top);
	}
	return s;
}

/* A village's committee is the village: 某村村委会, 某村委会. */
static bool
is_committee(const char *word, const char *name, const char *code)
{
	static const char *const	tails[] = {
		"村委会", "委会", "村民委员会", "民委员会", "居委会", "村委"
	};
	size_t				i, n = strlen(name);

	if (division_level(code) != LEVEL_VILLAGE ||
	    strncmp(word, name, n) != 0)
		return false;
	for (i = 0; i < sizeof(tails) / sizeof(*tails); i++)
		if (strcmp(word + n, tails[i]) == 0)
			return true;
	return false;
}

/* Does a word (squeezed) mean the division of that code and name? */
static bool
means(const struct desk *k, const char *word, const char *code,
    const char *name)
{
	const char	*own;

	if (*name == '\0' || *word == '\0')
		return false;
	name = squeezed(k->arena, name);
	if (strcmp(word, name) == 0)
		return true;
	own = own_part(k, name, code);
	return strcmp(own_part(k, word, code), own) == 0 ||
	    is_committee(own_part(k, word, code), own, code);
}

struct loose {
	struct desk	*k;
	const char	*word;
	struct found	*found;
};

static bool
take_loose(void *ctx, const char *code, const char *name)
{
	struct loose	*l = ctx;

	return !means(l->k, l->word, code, name) ||
	    take_found(l->found, code, name);
}

/*
 * A name with blanks, or with or without that of what it lies in.  Among all
 * there are only blanks are overlooked: a region has a hundred thousand.
 */
static void
find_loosely(struct desk *k, const char *word, const char *top,
    struct found *f)
{
	const struct world	*w = k->in->world;
	struct loose		 l = { k, squeezed(k->arena, word), f };

	if (*top == '\0')
		w->each(w->ctx, top, l.word, take_found, f);
	else
		w->each(w->ctx, top, NULL, take_loose, &l);
}

/* A code, or the name of one division below `top`; NULL and an error. */
static const char *
find_division(struct desk *k, const char *word, struct place p,
    const char *top)
{
	char		code[DIVISION_MAX + 1];
	struct found	f = { .arena = k->arena };

	switch (cell_code(word, p, code, k->d)) {
	case CELL_BAD:
		return NULL;
	case CELL_CODE:
		return arena_dup(k->arena, code);
	case CELL_NAME:
		break;
	}
	k->in->world->each(k->in->world->ctx, top, word, take_found, &f);
	if (f.n == 0)
		find_loosely(k, word, top, &f);
	if (f.n == 1)
		return f.code;
	k->in->lacking += f.n == 0;
	if (f.n == 0)
		diag_error(k->d, p, *top == '\0' ? _("no division is named "
		    "`%s`; write its code, or import a table of divisions "
		    "with it") : _("no division below the case's is named "
		    "`%s`; write its code, or import a table of divisions "
		    "with it"), word);
	else
		diag_error(k->d, p, _("more than one division is named `%s`; "
		    "write its code"), word);
	return NULL;
}

/* ---- cases */

/* The county that the row says, else that of the command, else "". */
static bool
read_county(struct desk *k, struct fact *f)
{
	const char	*word = cell_of(k->row, k->h, COL_COUNTY);

	f->county = k->in->world->county;
	if (*word == '\0')
		return true;
	f->county = find_division(k, word, at(k, COL_COUNTY), "");
	if (f->county == NULL || strlen(f->county) <= COUNTY_MAX)
		return f->county != NULL;
	diag_error(k->d, at(k, COL_COUNTY), _("`%s` lies below a county: "
	    "write the county's code or name"), word);
	return false;
}

static const char *
sign(struct desk *k, unsigned c)
{
	return c == 0 ? _("none") : arena_printf(k->arena, "U+%04X", c);
}

/* Numbers of one county may not differ in what nobody sees. */
static void
complain_twin(struct desk *k, const char *id, const struct matter *twin)
{
	unsigned	 mine, its;
	const char	*what = twin_difference(id, twin->id, &mine, &its);

	diag_error(k->d, at(k, COL_CASE), _("the case `%s` is there already, "
	    "with a number that differs only in %s (here %s, there %s): these "
	    "do not make two cases"), twin->id, _(what), sign(k, mine),
	    sign(k, its));
}

static size_t
separator(const char *s)
{
	if (*s == ';' || *s == ',' || *s == '\n')
		return 1;
	return strncmp(s, "；", 3) == 0 || strncmp(s, "、", 3) == 0 ||
	    strncmp(s, "，", 3) == 0 ? 3 : 0;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
sort_places(struct matter *m)
{
	size_t	i, n = 0;

	if (m->nplaces > 1)
		qsort(m->places, m->nplaces, sizeof(*m->places), by_bytes);
	for (i = 0; i < m->nplaces; i++)
		if (n == 0 || strcmp(m->places[n - 1], m->places[i]) != 0)
			m->places[n++] = m->places[i];
	m->nplaces = n;
}

static const char *
trimmed(struct arena *a, const char *s, size_t len)
{
	while (len > 0 && *s == ' ') {
		s++;
		len--;
	}
	while (len > 0 && s[len - 1] == ' ')
		len--;
	return arena_ndup(a, s, len);
}

/* One of a list: a code, or the name of a division below the case's. */
static bool
read_place(struct desk *k, enum column c, const char *word,
    const char *mark, struct matter *m, size_t *cap)
{
	const char	*code = find_division(k, word, at(k, c), m->division);

	if (code != NULL && !division_within(code, m->division)) {
		diag_error(k->d, at(k, c), _("place %s lies outside the "
		    "case's division %s"), code, m->division);
		return false;
	}
	if (code == NULL)
		return false;
	m->places = arena_grow(k->arena, m->places, m->nplaces, cap,
	    sizeof(*m->places));
	m->places[m->nplaces++] = *mark == '\0' ? code :
	    arena_printf(k->arena, "%s%s", mark, code);
	return true;
}

/* Codes or names with ; ； 、 commas or line breaks between. */
static bool
read_list(struct desk *k, enum column c, const char *mark, struct matter *m)
{
	const char	*s = cell_of(k->row, k->h, c), *from = s, *word;
	size_t		 cap = m->nplaces, sep;
	bool		 good = true;

	for (;; s++) {
		sep = separator(s);
		if (sep == 0 && *s != '\0')
			continue;
		word = trimmed(k->arena, from, (size_t)(s - from));
		if (*word != '\0')
			good &= read_place(k, c, word, mark, m, &cap);
		if (*s == '\0')
			break;
		from = s + sep;
		s += sep - 1;
	}
	return good;
}

static bool
read_places(struct desk *k, struct matter *m)
{
	bool	good = read_list(k, COL_PLACES, "", m);

	m->named = m->nplaces > 0;
	sort_places(m);
	return good;
}

/*
 * `known`: the list as it was stored, of a case that named no places, or what
 * was known below those that it named; so no table of divisions is asked.
 */
static bool
read_known(struct desk *k, struct fact *f, const struct matter *old)
{
	static const char	 marked[] = { PLACE_KNOWN, '\0' };
	struct matter		*m = &f->matter;
	const char		*word = cell_of(k->row, k->h, COL_KNOWN);
	size_t			 i, cap = m->nplaces;

	for (i = 0; k->h->at[COL_PLACES] < 0 && old != NULL && old->named &&
	    i < old->nplaces; i++)
		if (*old->places[i] != PLACE_KNOWN) {
			m->places = arena_grow(k->arena, m->places,
			    m->nplaces, &cap, sizeof(*m->places));
			m->places[m->nplaces++] = old->places[i];
		}
	m->named = m->nplaces > 0;
	f->has |= HAS_PLACES;
	if (!known_is_none(word) && !read_list(k, COL_KNOWN, m->named ?
	    marked : "", m))
		return false;
	sort_places(m);
	return true;
}

struct known {
	struct arena	*arena;
	struct matter	*m;
	unsigned	 levels;
	const char	*mark;		/* before each code */
	size_t		 cap;
};

static bool
take_known(void *ctx, const char *code, const char *name)
{
	struct known	*n = ctx;

	(void)name;
	if ((n->levels & 1U << division_level(code)) == 0)
		return true;
	n->m->places = arena_grow(n->arena, n->m->places, n->m->nplaces,
	    &n->cap, sizeof(*n->m->places));
	n->m->places[n->m->nplaces++] = *n->mark == '\0' ?
	    arena_dup(n->arena, code) :
	    arena_printf(n->arena, "%s%s", n->mark, code);
	return true;
}

/* Levels that a step of any version takes `each` of, below the case's. */
static unsigned
levels_wanted(const struct world *w, const struct matter *m)
{
	const struct procedure	*p;
	unsigned		 levels = 0;
	int			 v, i, j;

	for (v = 0; (p = rulebook_version(w->book, m->procedure, v)) != NULL;
	    v++)
		for (i = 0; i < p->nsteps; i++)
			for (j = 0; j < p->steps[i].nat; j++)
				if (p->steps[i].at[j].each &&
				    p->steps[i].at[j].level >
				    division_level(m->division))
					levels |= 1U <<
					    p->steps[i].at[j].level;
	return levels;
}

/* Where a case names no places: those known below it when it comes first. */
static void
take_all_known(struct desk *k, struct matter *m)
{
	struct known	n = { k->arena, m, levels_wanted(k->in->world, m), "",
			    0 };

	if (n.levels != 0)
		k->in->world->each(k->in->world->ctx, m->division, NULL,
		    take_known, &n);
	sort_places(m);
}

/* Below a place above a level that a step takes `each` of: those known. */
static void
take_known_below(struct desk *k, struct matter *m)
{
	static const char	mark[] = { PLACE_KNOWN, '\0' };
	struct known		n = { k->arena, m, 0, mark, m->nplaces };
	unsigned		levels = levels_wanted(k->in->world, m);
	size_t			i, named = m->nplaces;

	for (i = 0; i < named; i++) {
		n.levels = levels & ~0U <<
		    (division_level(m->places[i]) + 1);
		if (n.levels != 0)
			k->in->world->each(k->in->world->ctx, m->places[i],
			    NULL, take_known, &n);
	}
	sort_places(m);
}

/* Did the case name these places before, those known then left aside? */
static bool
names_same(const struct matter *m, const struct matter *old)
{
	size_t	i, skip = 0;

	while (skip < old->nplaces && *old->places[skip] == PLACE_KNOWN)
		skip++;
	if (!old->named || old->nplaces - skip != m->nplaces)
		return false;
	for (i = 0; i < m->nplaces; i++)
		if (strcmp(m->places[i], old->places[skip + i]) != 0)
			return false;
	return true;
}

/* A step that has no slot, at all or (then *level) at a level of it. */
struct lack {
	const struct procedure	*version;
	int			 step;		/* -1: none */
	enum level		 level;
};

static struct lack
without_slot(struct arena *a, const struct procedure *p,
    const struct matter *m)
{
	struct lack	 l = { p, -1, LEVEL_NONE };
	const int	*first;
	int		 i, n;

	(void)plan_slots(a, p, m, &n, &first);
	for (i = 0; i < p->nsteps && l.step < 0; i++) {
		l.level = plan_lacks(p, m, i);
		if (first[i] == first[i + 1])
			l = (struct lack){ p, i, LEVEL_NONE };
		else if (l.level != LEVEL_NONE)
			l.step = i;
	}
	return l;
}

static const char *
level_word(enum level l)
{
	return vocab_text((enum word)(W_REGION + (int)l - LEVEL_REGION),
	    text_lang());
}

static void
complain_lack(struct desk *k, const struct lack *l)
{
	const char	*title = l->version->steps[l->step].title;
	bool		 there = k->h->at[COL_PLACES] >= 0;
	struct place	 p = there ? at(k, COL_PLACES) :
			    row_at(k->row, k->row->n);

	p.cell = there ? p.cell : 0;
	k->in->lacking++;
	if (l->level == LEVEL_NONE)
		diag_error(k->d, p, _("step `%s` has no place in this case: "
		    "name the divisions concerned in the column 涉及区划 "
		    "(places)"), title);
	else
		diag_error(k->d, p, _("step `%s` is posted at the level `%s` "
		    "too, and no place at or below it is named: name the "
		    "divisions concerned in the column 涉及区划 (places)"),
		    title, level_word(l->level));
}

static void
complain_level(struct desk *k, const struct procedure *p,
    const struct matter *m)
{
	const char	*list = "", *word;
	int		 l;

	for (l = LEVEL_REGION; l <= LEVEL_GROUP; l++) {
		if ((p->levels & 1U << l) == 0)
			continue;
		word = level_word((enum level)l);
		list = arena_printf(k->arena, "%s%s%s", list,
		    *list == '\0' ? "" : "/", word);
	}
	diag_error(k->d, at(k, COL_DIVISION), _("%s is no division at which "
	    "`%s` is run: expected a %s"), m->division, p->title, list);
}

/* A case must fit one version of its procedure at least. */
static bool
fits_rules(struct desk *k, const struct matter *m)
{
	const struct world	*w = k->in->world;
	const struct procedure	*p;
	unsigned		 level = 1U << division_level(m->division);
	struct lack		 lack, lacking = { NULL, -1, LEVEL_NONE };
	int			 v;

	for (v = 0; (p = rulebook_version(w->book, m->procedure, v)) != NULL;
	    v++) {
		if ((p->levels & level) == 0)
			continue;
		lack = without_slot(k->arena, p, m);
		if (lack.step < 0)
			return true;
		if (lacking.version == NULL)
			lacking = lack;
	}
	if (lacking.version == NULL) {
		complain_level(k, rulebook_version(w->book, m->procedure, 0),
		    m);
		return false;
	}
	complain_lack(k, &lacking);
	return false;
}

static bool
same_as_before(struct desk *k, const struct matter *m,
    const struct matter *old)
{
	if (strcmp(old->procedure, m->procedure) != 0) {
		diag_error(k->d, at(k, COL_PROCEDURE), _("case %s is there "
		    "with another procedure, `%s`"), m->id, old->procedure);
		return false;
	}
	if (strcmp(old->division, m->division) != 0) {
		diag_error(k->d, at(k, COL_DIVISION), _("case %s is there "
		    "with another division, %s"), m->id, old->division);
		return false;
	}
	return true;
}

static bool
find_procedure(struct desk *k, struct matter *m)
{
	const char		*names[256], *word;
	const struct rulebook	*book = k->in->world->book;
	const struct procedure	*p;
	size_t			 n = 0;
	int			 i, j;

	word = cell_of(k->row, k->h, COL_PROCEDURE);
	p = rulebook_named(book, word);
	if (p != NULL) {
		m->procedure = p->id;
		return true;
	}
	for (i = 0; i < book->npacks; i++)
		for (j = 0; j < book->packs[i].nprocedures && n < 254; j++) {
			names[n++] = book->packs[i].procedures[j].id;
			names[n++] = book->packs[i].procedures[j].title;
		}
	diag_error(k->d, at(k, COL_PROCEDURE), _("`%s` is no procedure of the "
	    "rules that are loaded"), word);
	did_you_mean(k, text_nearest(word, names, n));
	return false;
}

/* Is one of the old places not among the new ones?  Both are sorted. */
static bool
leaves_out(const struct matter *m, const struct matter *old)
{
	size_t	i, k = 0;

	for (i = 0; i < old->nplaces; i++) {
		while (k < m->nplaces && strcmp(m->places[k],
		    old->places[i]) < 0)
			k++;
		if (k == m->nplaces || strcmp(m->places[k],
		    old->places[i]) != 0)
			return true;
	}
	return false;
}

/*
 * The places: as the row has them, else as they were, else all known.  Where
 * it names the same again, what was known then stays known.
 */
static bool
settle_places(struct desk *k, struct fact *f, const struct matter *old)
{
	struct matter	*m = &f->matter;
	bool		 had = k->h->at[COL_PLACES] >= 0, fresh;

	if (had && !read_places(k, m))
		return false;
	if (*cell_of(k->row, k->h, COL_KNOWN) != '\0') {
		if (!read_known(k, f, old))
			return false;
		f->fewer = old != NULL && leaves_out(m, old);
		return fits_rules(k, m);
	}
	fresh = !m->named && (old == NULL || (had && old->named));
	if (m->named || fresh)
		f->has |= HAS_PLACES;
	if (fresh)
		take_all_known(k, m);
	else if (m->named && (old == NULL || !names_same(m, old)))
		take_known_below(k, m);
	else {
		m->named = old->named;
		m->places = old->places;
		m->nplaces = old->nplaces;
	}
	f->fewer = old != NULL && leaves_out(m, old);
	return fits_rules(k, m);
}

/* The division of a case, and with it its county. */
static const char *
need_division(struct desk *k, struct fact *f)
{
	struct place	 p = at(k, COL_DIVISION);
	const char	*code = find_division(k, cell_of(k->row, k->h,
			    COL_DIVISION), p, "");
	char		 county[COUNTY_MAX + 1];

	if (code == NULL)
		return NULL;
	division_county(code, county);
	if (*f->county != '\0' && strcmp(f->county, county) != 0) {
		diag_error(k->d, p, _("division %s lies in the county %s, not "
		    "in %s"), code, county, f->county);
		return NULL;
	}
	f->county = arena_dup(k->arena, county);
	return code;
}

static const char *
county_of(struct desk *k, const struct matter *m)
{
	const struct world	*w = k->in->world;
	char			 county[COUNTY_MAX + 1];

	division_county(m->division, county);
	return arena_printf(k->arena, "%s %s", county, w->name(w->ctx,
	    k->arena, county));
}

static void
complain_counties(struct desk *k, const struct matter *one,
    const struct matter *other)
{
	diag_error(k->d, at(k, COL_CASE), _("two counties have a case `%s`, "
	    "%s and %s: say which by the column 所属县 (county) or by "
	    "--county"), one->id, county_of(k, one), county_of(k, other));
}

/*
 * A case that is taken back, in the county that the row says or in that of its
 * division; where it has none that can be read, by its number.  One that is not
 * there has neither procedure nor division: whether it ever was the store
 * knows.
 */
static bool
read_gone(struct desk *k, struct fact *f)
{
	const struct world	*w = k->in->world;
	const char		*word = cell_of(k->row, k->h, COL_DIVISION);
	struct named		 n;
	const char		*code = "";

	if (*word != '\0') {
		code = need_division(k, f);
		if (code == NULL)
			return false;
	}
	w->find(w->ctx, k->arena, f->county, f->id, &n);
	if (n.other != NULL) {
		complain_counties(k, n.one, n.other);
		return false;
	}
	f->matter.procedure = f->matter.title = f->matter.batch = "";
	f->matter.division = *code == '\0' ? f->county : code;
	if (n.one != NULL)
		f->matter = *n.one;
	return true;
}

/* The number that the case had before it was renamed: 450225:HX-001. */
static bool
read_first(struct desk *k, struct fact *f)
{
	const char	*word = text(k, COL_FIRST), *mark = strchr(word, ':');
	const size_t	 n = mark == NULL ? 0 : (size_t)(mark - word);

	f->first = word;
	if (*word == '\0' || (n > 0 && n <= COUNTY_MAX &&
	    division_is(word, n) && case_complaint(mark + 1) == NULL))
		return true;
	diag_error(k->d, at(k, COL_FIRST), _("`%s` is no first number of a "
	    "case; expected its county, `:` and the number, as "
	    "450225:HX-001"), word);
	return false;
}

static bool
read_case(struct desk *k, struct fact *f)
{
	const struct world	*w = k->in->world;
	struct matter		*m = &f->matter, *old;
	struct named		 named;
	bool			 good = cell_case(k->row, k->h, k->d);

	good &= read_county(k, f);
	m->id = f->id = text(k, COL_CASE);
	if (f->voided)
		return good && read_gone(k, f);
	good &= read_first(k, f);
	good &= find_procedure(k, m);
	m->division = need_division(k, f);
	m->title = text(k, COL_TITLE);
	m->batch = text(k, COL_BATCH);
	f->has |= had(k, COL_TITLE, HAS_TITLE) |
	    had(k, COL_BATCH, HAS_BATCH);
	if (m->division == NULL)
		return false;
	if (!good) {
		if (k->h->at[COL_PLACES] >= 0)
			(void)read_places(k, m);
		return false;
	}
	if (!division_within(m->division, w->home)) {
		diag_error(k->d, at(k, COL_DIVISION), _("%s lies outside the "
		    "division %s that this database was made for"),
		    m->division, w->home);
		return false;
	}
	w->find(w->ctx, k->arena, f->county, m->id, &named);
	old = named.one;
	if (old == NULL && named.twin != NULL) {
		complain_twin(k, m->id, named.twin);
		return false;
	}
	if (old != NULL && !same_as_before(k, m, old))
		return false;
	return settle_places(k, f, old);
}

/* ---- facts */

static bool
need_day(struct desk *k, enum column c, struct day *out)
{
	if (!cell_day(k->row, k->h, c, out, k->d))
		return false;
	if (day_is(*out))
		return true;
	diag_error(k->d, at(k, c), _("the date is missing"));
	return false;
}

static bool
in_order(struct desk *k, struct day from, struct day to, enum column c,
    const char *fault)
{
	if (!day_is(from) || !day_is(to) || day_cmp(from, to) <= 0)
		return true;
	diag_error(k->d, at(k, c), "%s", fault);
	return false;
}

static bool
read_posting(struct desk *k, struct fact *f)
{
	struct posting	*p = &f->posting;
	bool		 good = need_day(k, COL_POSTED, &p->posted);

	good &= cell_day(k->row, k->h, COL_UNTIL, &p->until, k->d);
	good &= cell_day(k->row, k->h, COL_REVIEWED, &p->reviewed, k->d);
	p->medium = cell_medium(k->row, k->h, k->d);
	p->place = text(k, COL_PLACE);
	p->content = text(k, COL_CONTENT);
	p->by = text(k, COL_BY);
	p->evidence = text(k, COL_EVIDENCE);
	f->has |= had(k, COL_UNTIL, HAS_UNTIL) |
	    had(k, COL_REVIEWED, HAS_REVIEWED) |
	    had(k, COL_CONTENT, HAS_CONTENT) | had(k, COL_BY, HAS_BY) |
	    had(k, COL_EVIDENCE, HAS_EVIDENCE);
	return good && p->medium != NULL && in_order(k, p->posted, p->until,
	    COL_UNTIL, _("the last day lies before the day of posting"));
}

static bool
read_objection(struct desk *k, struct fact *f)
{
	struct objection	*o = &f->objection;
	bool			 good = need_day(k, COL_RECEIVED, &o->received);

	good &= cell_day(k->row, k->h, COL_RESOLVED, &o->resolved, k->d);
	good &= cell_number(k->row, k->h, k->d);
	o->number = text(k, COL_NUMBER);
	o->outcome = cell_outcome(k->row, k->h, k->d);
	o->handler = text(k, COL_HANDLER);
	f->has |= had(k, COL_RESOLVED, HAS_RESOLVED) |
	    had(k, COL_OUTCOME, HAS_OUTCOME) |
	    had(k, COL_HANDLER, HAS_HANDLER);
	return good && o->outcome != NULL && in_order(k, o->received,
	    o->resolved, COL_RESOLVED,
	    _("the objection is resolved before it was received"));
}

/* Files are read so; what comes by the command line is looked at here. */
static bool
cells_sound(struct desk *k)
{
	const char	*text, *fault;
	size_t		 i, n;

	for (i = 0; k->row->path == NULL && i < k->row->n; i++) {
		text = k->row->cells[i].text;
		n = strlen(text);
		fault = n > CSV_FIELD ? _("a cell of more than 65536 bytes") :
		    !text_is_utf8(text, n) ? _("this is not text in UTF-8") :
		    NULL;
		if (fault == NULL)
			continue;
		diag_error(k->d, row_at(k->row, i), "%s", fault);
		return false;
	}
	return true;
}

bool
intake_row(struct intake *in, struct arena *a, const struct row *row,
    const struct header *h, struct fact *f, struct diags *d)
{
	struct desk	 k = { in, a, row, h, d };
	const char	*batch;
	bool		 good;

	memset(f, 0, sizeof(*f));
	f->sheet = h->sheet;
	f->batch = "";
	if (!cells_sound(&k))
		return false;
	good = cells_headed(row, h, d);
	good &= cell_void(row, h, &f->voided, d);
	if (h->sheet == SHEET_DIVISIONS)
		return read_division(&k, f) && good;
	if (h->sheet == SHEET_CASES)
		return read_case(&k, f) && good;
	batch = text_batch(cell_of(row, h, COL_CASE));
	f->named = batch != NULL || cell_case(row, h, d);
	f->named &= read_county(&k, f);
	good &= f->named;
	f->batch = batch == NULL ? "" : arena_dup(a, batch);
	f->id = text(&k, COL_CASE);
	if (h->sheet == SHEET_EVENTS)
		good &= need_day(&k, COL_DATE, &f->day);
	else if (h->sheet == SHEET_POSTINGS)
		good &= read_posting(&k, f);
	else
		good &= read_objection(&k, f);
	return good;
}

/* ＨＸ-００１ in half width, HX-001; the text itself where nothing is wide. */
static const char *
narrow(struct arena *a, const char *id)
{
	char		*half = arena_alloc(a, strlen(id) + 1), *out = half;
	const char	*s;
	unsigned	 c;
	size_t		 len;

	for (s = id; *s != '\0'; s += len) {
		c = text_char(s, &len);
		if (c >= 0xff01 && c <= 0xff5e)
			*out++ = (char)(c - 0xfee0);
		else {
			memcpy(out, s, len);
			out += len;
		}
	}
	*out = '\0';
	return strlen(half) == strlen(id) ? id : half;
}

struct matter *
intake_case(struct intake *in, struct arena *a, const struct row *row,
    const struct header *h, const struct fact *f, struct diags *d)
{
	const struct world	*w = in->world;
	struct desk		 k = { in, a, row, h, d };
	const char		*id = f->id;
	struct named		 n;

	w->find(w->ctx, a, f->county, id, &n);
	if (n.one == NULL && n.twin != NULL) {
		id = narrow(a, id);
		if (id != f->id)
			w->find(w->ctx, a, f->county, id, &n);
	}
	if (n.other != NULL) {
		complain_counties(&k, n.one, n.other);
		return NULL;
	}
	if (n.one == NULL) {
		in->lacking++;
		diag_error(d, at(&k, COL_CASE), _("no case has the number "
		    "`%s`: import its row first, or with this file"), f->id);
		did_you_mean(&k, n.twin == NULL ? NULL : n.twin->id);
	}
	return n.one;
}

/* ---- what a row means for a case */

static void
add_version(struct intake *in, const struct procedure *p)
{
	struct memory	*l = &in->last;
	size_t		 n = (size_t)l->n++;

	l->version = arena_grow(in->lists, l->version, n, &l->cap[0],
	    sizeof(*l->version));
	l->slots = arena_grow(in->lists, l->slots, n, &l->cap[1],
	    sizeof(*l->slots));
	l->first = arena_grow(in->lists, l->first, n, &l->cap[2],
	    sizeof(*l->first));
	l->version[n] = p;
}

static void
remember(struct intake *in, const struct matter *m)
{
	struct memory		*l = &in->last;
	const struct procedure	*p;

	if (strcmp(l->id, m->id) == 0 &&
	    strcmp(l->division, m->division) == 0)
		return;
	l->laid = false;
	memcpy(l->id, m->id, strlen(m->id) + 1);
	memcpy(l->division, m->division, strlen(m->division) + 1);
	l->n = 0;
	while ((p = rulebook_version(in->world->book, m->procedure, l->n)) !=
	    NULL)
		add_version(in, p);
}

static void
lay_slots(struct intake *in, const struct matter *m)
{
	struct memory	*l = &in->last;
	struct matter	 copy = *m;
	size_t		 i;
	int		 v, n;

	if (l->laid)
		return;
	arena_reset(in->arena);
	copy.division = arena_dup(in->arena, m->division);
	copy.places = arena_array(in->arena, m->nplaces + 1,
	    sizeof(*copy.places));
	for (i = 0; i < m->nplaces; i++)
		copy.places[i] = arena_dup(in->arena, m->places[i]);
	for (v = 0; v < l->n; v++)
		l->slots[v] = plan_slots(in->arena, l->version[v], &copy, &n,
		    &l->first[v]);
	l->laid = true;
}

/* The first version that has a point of that name; its index in *index. */
static const struct procedure *
version_with(const struct desk *k, const char *name, bool step, int *index)
{
	const struct memory	*l = &k->in->last;
	int			 v;

	for (v = 0; v < l->n; v++) {
		*index = step ? procedure_step(l->version[v], name) :
		    procedure_event(l->version[v], name);
		if (*index >= 0)
			return l->version[v];
	}
	return NULL;
}

static const struct procedure *
need_point(struct desk *k, enum column c, bool step, int *index)
{
	const char		*name = cell_of(k->row, k->h, c);
	const struct procedure	*p = version_with(k, name, step, index);

	if (p != NULL)
		return p;
	if (k->in->last.n == 0) {
		diag_error(k->d, at(k, COL_CASE), _("the rules that are "
		    "loaded do not have this case's procedure"));
		return NULL;
	}
	p = k->in->last.version[0];
	diag_error(k->d, at(k, c), step ? _("`%s` is no step of `%s`") :
	    _("`%s` is no event of `%s`"), name, p->title);
	did_you_mean(k, procedure_nearest(p, name, step));
	return NULL;
}

static bool
mean_event(struct desk *k, struct fact *f)
{
	const struct memory	*l = &k->in->last;
	const struct procedure	*p;
	int			 i, v, e;

	p = need_point(k, COL_EVENT, false, &i);
	if (p == NULL)
		return false;
	f->event = (struct event){ p->events[i].id, f->day };
	f->repeats = false;
	for (v = 0; v < l->n; v++) {
		e = procedure_event(l->version[v], p->events[i].id);
		f->repeats |= e >= 0 && l->version[v]->events[e].repeats;
	}
	return true;
}

/* Does a name or code mean this slot?  `code` NULL: it is a name. */
static bool
slot_is(struct desk *k, const struct slot *s, const char *word,
    const char *code, bool loose)
{
	const struct world	*w = k->in->world;
	const char		*name;

	if (code != NULL)
		return strcmp(s->division, code) == 0;
	name = w->name(w->ctx, k->arena, s->division);
	return *word == '\0' || strcmp(name, word) == 0 ||
	    (loose && means(k, word, s->division, name));
}

struct hits {
	const char	*division;
	int		 n;		/* different ones */
	int		 slots;		/* slots of the step at all */
};

static struct hits
find_slots(struct desk *k, const char *step, const char *word,
    const char *code, bool loose)
{
	const struct memory	*l = &k->in->last;
	const struct slot	*s;
	struct hits		 h = { 0 };
	int			 v, i, j;

	for (v = 0; v < l->n; v++) {
		i = procedure_step(l->version[v], step);
		for (j = i < 0 ? 0 : l->first[v][i];
		    i >= 0 && j < l->first[v][i + 1]; j++) {
			s = &l->slots[v][j];
			h.slots++;
			if (!slot_is(k, s, word, code, loose) ||
			    (h.division != NULL &&
			    strcmp(h.division, s->division) == 0))
				continue;
			h.division = s->division;
			h.n++;
		}
	}
	return h;
}

bool
intake_has_slot(struct intake *in, const struct matter *m, const char *step,
    const char *division)
{
	struct desk	k = { .in = in };

	remember(in, m);
	lay_slots(in, m);
	return find_slots(&k, step, division, division, false).n > 0;
}

static void
tell_slots(struct desk *k, const char *step)
{
	const struct memory	*l = &k->in->last;
	const struct world	*w = k->in->world;
	const char		*some = "", *code, *name;
	int			 v, i, j, n = 0;

	for (v = 0; v < l->n; v++) {
		i = procedure_step(l->version[v], step);
		for (j = i < 0 ? 0 : l->first[v][i];
		    i >= 0 && j < l->first[v][i + 1]; j++) {
			code = l->slots[v][j].division;
			if (strstr(some, code) != NULL || ++n > SOME)
				continue;
			name = w->name(w->ctx, k->arena, code);
			some = arena_printf(k->arena, *name == '\0' ?
			    "%s%s%s%s" : text_lang() == LANG_ZH ?
			    "%s%s%s（%s）" : "%s%s%s (%s)", some,
			    *some == '\0' ? "" : text_lang() == LANG_ZH ?
			    "、" : ", ", name, code);
		}
	}
	if (n > 0)
		diag_note(k->d, (struct place){ 0 }, _("it is posted at: "
		    "%s%s"), some, n > SOME ? ", ..." : "");
}

/* The slot of a posting: a code, a unique name, or the step's only one. */
static const char *
need_slot(struct desk *k, const struct matter *m, const char *step,
    const char *title)
{
	const char	*word = cell_of(k->row, k->h, COL_DIVISION);
	char		 buf[DIVISION_MAX + 1];
	struct place	 p = at(k, COL_DIVISION);
	struct hits	 h;
	enum code_kind	 kind = CELL_NAME;

	if (*word != '\0')
		kind = cell_code(word, p, buf, k->d);
	if (kind == CELL_BAD)
		return NULL;
	lay_slots(k->in, m);
	h = find_slots(k, step, word, kind == CELL_CODE ? buf : NULL, false);
	if (h.n == 0 && kind == CELL_NAME && *word != '\0')
		h = find_slots(k, step, squeezed(k->arena, word), NULL, true);
	if (h.n == 1)
		return arena_dup(k->arena, h.division);
	if (*word == '\0')
		diag_error(k->d, p, _("step `%s` is posted at %d divisions: "
		    "say at which"), title, h.slots);
	else if (h.n > 1)
		diag_error(k->d, p, _("more than one division of step `%s` is "
		    "named `%s`: write its code"), title, word);
	else
		diag_error(k->d, p, _("step `%s` is not posted at `%s` in "
		    "this case"), title, word);
	if (h.n == 0) {
		k->in->lacking += kind == CELL_NAME;
		tell_slots(k, step);
	}
	return NULL;
}

static bool
mean_posting(struct desk *k, const struct matter *m, struct fact *f)
{
	const struct procedure	*p;
	char			 code[DIVISION_MAX + 1];
	int			 i;

	p = need_point(k, COL_STEP, true, &i);
	if (p == NULL) {
		/* of the division a spoilt code can be told at least */
		if (*cell_of(k->row, k->h, COL_DIVISION) != '\0')
			(void)cell_code(cell_of(k->row, k->h, COL_DIVISION),
			    at(k, COL_DIVISION), code, k->d);
		return false;
	}
	f->posting.step = p->steps[i].id;
	f->posting.division = need_slot(k, m, p->steps[i].id,
	    p->steps[i].title);
	return f->posting.division != NULL;
}

/* Of an objection any division will do; none is the case's. */
static bool
mean_objection(struct desk *k, const struct matter *m, struct fact *f)
{
	const struct procedure	*p;
	const char		*word = cell_of(k->row, k->h, COL_DIVISION);
	char			 code[DIVISION_MAX + 1];
	int			 i;

	p = need_point(k, COL_STEP, true, &i);
	if (p == NULL)
		return false;
	f->objection.step = p->steps[i].id;
	f->objection.division = m->division;
	if (*word == '\0')
		return true;
	switch (cell_code(word, at(k, COL_DIVISION), code, k->d)) {
	case CELL_BAD:
		return false;
	case CELL_CODE:
		f->objection.division = arena_dup(k->arena, code);
		if (division_within(code, m->division) ||
		    division_within(m->division, code))
			return true;
		diag_error(k->d, at(k, COL_DIVISION), _("%s is neither at, "
		    "below nor above the case's division %s"), code,
		    m->division);
		return false;
	case CELL_NAME:
		f->objection.division = need_slot(k, m, p->steps[i].id,
		    p->steps[i].title);
		break;
	}
	return f->objection.division != NULL;
}

bool
intake_mean(struct intake *in, struct arena *a, const struct row *row,
    const struct header *h, const struct matter *m, struct fact *f,
    struct diags *d)
{
	struct desk	k = { in, a, row, h, d };

	remember(in, m);
	f->matter = *m;
	if (h->sheet == SHEET_EVENTS)
		return mean_event(&k, f);
	if (h->sheet == SHEET_POSTINGS)
		return mean_posting(&k, m, f);
	return mean_objection(&k, m, f);
}

/* ---- a case at another division */

enum { LOST_TOLD = 20 };	/* rows without a slot that are told */

static const char *
moved(const struct matter *old, const struct matter *to, const char *code)
{
	return strcmp(code, old->division) == 0 ? to->division : code;
}

/* The places that it keeps; false: one that it named is told. */
static bool
move_places(struct desk *k, const struct matter *old, struct matter *to)
{
	const char	*code;
	size_t		 i, out = 0;

	to->named = old->named;
	to->places = old->places;
	to->nplaces = old->nplaces;
	for (i = 0; i < old->nplaces; i++) {
		code = old->places[i] + (*old->places[i] == PLACE_KNOWN);
		if (division_within(code, to->division))
			continue;
		if (old->named)
			diag_error(k->d, (struct place){ 0 }, _("place %s "
			    "lies outside the case's division %s"), code,
			    to->division);
		out++;
	}
	if (out == 0 || old->named)
		return out == 0;
	to->places = NULL;
	to->nplaces = 0;
	take_all_known(k, to);
	return true;
}

static void
lose_posting(struct desk *k, const struct posting *p, int *n)
{
	char	day[DAY_TEXT];

	if (++*n > LOST_TOLD)
		return;
	diag_error(k->d, (struct place){ 0 }, _("the posting of `%s` at %s on "
	    "%s would have no slot then: take it back first, or put its "
	    "division right"), p->step, p->division, day_print(p->posted,
	    day));
}

/* False: rows that lost their slots were told. */
static bool
rows_fit(struct desk *k, const struct matter *old, const struct matter *to)
{
	const struct objection	*o;
	const char		*code;
	char			 day[DAY_TEXT];
	size_t			 i;
	int			 n = 0;

	for (i = 0; i < old->npostings; i++)
		if (!intake_has_slot(k->in, to, old->postings[i].step,
		    moved(old, to, old->postings[i].division)))
			lose_posting(k, &old->postings[i], &n);
	for (i = 0; i < old->nobjections; i++) {
		o = &old->objections[i];
		code = moved(old, to, o->division);
		if (division_within(code, to->division) ||
		    division_within(to->division, code) || ++n > LOST_TOLD)
			continue;
		diag_error(k->d, (struct place){ 0 }, _("the objection to "
		    "`%s` at %s of %s would lie neither at, below nor above "
		    "the case's division then: take it back first"), o->step,
		    o->division, day_print(o->received, day));
	}
	if (n > LOST_TOLD)
		diag_note(k->d, (struct place){ 0 }, _("... and %d more"),
		    n - LOST_TOLD);
	return n == 0;
}

bool
intake_moves(struct intake *in, struct arena *a, const struct matter *old,
    struct matter *to, struct diags *d)
{
	struct header	h = { .sheet = SHEET_CASES };
	struct row	row = { .text = "" };
	struct desk	k = { in, a, &row, &h, d };
	int		i;

	for (i = 0; i < COLUMNS; i++)
		h.at[i] = -1;
	if (!division_within(to->division, in->world->home)) {
		diag_error(d, (struct place){ 0 }, _("%s lies outside the "
		    "division %s that this database was made for"),
		    to->division, in->world->home);
		return false;
	}
	return move_places(&k, old, to) && fits_rules(&k, to) &&
	    rows_fit(&k, old, to);
}
