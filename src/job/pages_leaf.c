#include "job/pages_leaf.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "job/pages_said.h"
#include "store/deliveries.h"
#include "words/message.h"

enum {
	LISTS = 400 << 10,	/* bytes that lists of a first page may take */
	SPOOLS = LEVEL_GROUP + 1
};

struct held {
	struct leaf_piece	 is;
	char			 group[DIVISION_MAX + 1];
	long long		 at;		/* in its spool */
	size_t			 len, seq;
	size_t			 part;
};

struct leaf {
	struct leaves		*all;
	struct page_row		 row;
	bool			 open;		/* may still be added to */
	struct arena		*arena;		/* of what it holds */
	struct day		 week[WEEK_DAYS];
	struct held		*pieces;
	size_t			 npieces, pieces_cap;
	struct page_task	*tasks;
	size_t			 ntasks, tasks_cap;
	struct page_new		*news;
	size_t			 nnews, news_cap;
	struct page_heard	*heard;
	size_t			 nheard, heard_cap;
	struct page_task	*later;		/* NULL: none */
	struct leaf		*next;		/* that is open */
};

/* What waits for pages of one level; emptied when none of them waits. */
struct spool {
	FILE		*file;
	long long	 end;
	size_t		 users;
	bool		 moved;		/* it is not at its end */
};

struct fixed {
	struct page_new	 is;
	const char	*code;
};

struct leaves {
	struct arena		*arena;
	const struct pages	*job;
	const struct page_run	*run;
	struct pages_folder	*folder;
	struct diags		*d;
	struct leaf		**all;		/* by code */
	struct page_row		**rows;		/* the same */
	size_t			 n, cap, rows_cap;
	struct leaf		*open;
	struct spool		 spools[SPOOLS];
	const struct calendar_state *calendars;
	size_t			 ncalendars;
	const struct town	*towns;
	size_t			 ntowns;
	struct fixed		*fixed;
	size_t			 nfixed, fixed_cap;
	struct teller		*teller;	/* NULL: pages are written */
};

/* ---- pages that are begun */

struct leaves *
leaves_new(struct arena *a, const struct pages *job,
    const struct page_run *run, struct pages_folder *folder, struct diags *d)
{
	struct leaves	*l = arena_alloc(a, sizeof(*l));

	*l = (struct leaves){ .arena = a, .job = job, .run = run,
	    .folder = folder, .d = d };
	return l;
}

void
leaves_know(struct leaves *l, const struct calendar_state *calendars,
    size_t ncalendars, const struct town *towns, size_t ntowns)
{
	l->calendars = calendars;
	l->ncalendars = ncalendars;
	l->towns = towns;
	l->ntowns = ntowns;
}

void
leaves_tell(struct leaves *l, struct teller *t)
{
	l->teller = t;
}

void
leaves_free(struct leaves *l)
{
	struct leaf	*f;
	int		 i;

	for (f = l->open; f != NULL; f = f->next)
		arena_free(f->arena);
	for (i = 0; i < SPOOLS; i++)
		if (l->spools[i].file != NULL)
			fclose(l->spools[i].file);
}

void
pages_week(const struct calendars *c, const char *code, struct day today,
    struct day week[static WEEK_DAYS])
{
	const struct workcal	*cal = calendars_for(c, code);
	struct day		 d = today;
	enum day_kind		 kind;
	int			 i = 0, weekday;

	week[i++] = today;
	while (i < WEEK_DAYS) {
		d = day_add(d, 1);
		kind = workcal_kind(cal, d);
		weekday = day_weekday(d);
		if (kind == DAY_WORKED || (kind == DAY_UNSETTLED &&
		    weekday != 0 && weekday != 6))
			week[i++] = d;
	}
}

static int
town_order(const void *code, const void *t)
{
	return strcmp(code, ((const struct town *)t)->code);
}

static int
code_order(const void *code, const void *other)
{
	return strcmp(code, ((const struct calendar_state *)other)->code);
}

/* Which of that day's it was, by its folder; loose files may be all's. */
static void
learn_refused(struct leaves *l, struct page_row *row)
{
	struct delivery	*list, *of = NULL;
	const char	*town;
	size_t		 n, i;

	if (!day_is(row->refused) || !store_deliveries(l->job->store,
	    l->arena, row->refused, &list, &n, l->d))
		return;
	for (i = 0; i < n; i++) {
		if (list[i].taken || list[i].mended)
			continue;
		town = strcmp(list[i].name, ".") == 0 ? NULL :
		    store_town_named(l->job->store, l->arena, list[i].name);
		if (town != NULL && strcmp(town, row->code) == 0)
			of = &list[i];
		else if (of == NULL && strcmp(list[i].name, ".") == 0)
			of = &list[i];
	}
	if (of == NULL)
		return;
	row->refused_as = of->lies;
	row->fault = arena_ndup(l->arena, of->faults, strcspn(of->faults,
	    "\n"));
}

static void
learn(struct leaves *l, struct page_row *row)
{
	const struct calendar_state	*c;
	const struct town	*t = l->ntowns == 0 ? NULL : bsearch(row->code,
				    l->towns, l->ntowns, sizeof(*t),
				    town_order);

	row->last = t == NULL ? DAY_NONE : t->last;
	row->refused = t == NULL ? DAY_NONE : t->refused;
	c = l->ncalendars == 0 ? NULL : bsearch(row->code, l->calendars,
	    l->ncalendars, sizeof(*l->calendars), code_order);
	row->calendar = c != NULL;
	row->stale = c == NULL ? 0 : c->stale;
	learn_refused(l, row);
}

static struct leaf *
make(struct leaves *l, const char *code)
{
	struct leaf	*f = arena_alloc(l->arena, sizeof(*f));
	const char	*name = name_of(l->job->names, code);

	f->all = l;
	f->row.code = arena_dup(l->arena, code);
	f->row.name = arena_dup(l->arena, *name == '\0' ? code : name);
	f->row.href = arena_printf(l->arena, "%s.html", code);
	learn(l, &f->row);
	f->open = true;
	f->arena = arena_new();
	pages_week(l->job->calendars, code, l->job->today, f->week);
	f->next = l->open;
	l->open = f;
	l->spools[division_level(code)].users++;
	return f;
}

struct leaf *
leaves_find(struct leaves *l, const char *code)
{
	size_t	at = 0, end = l->n, mid;

	while (at < end) {
		mid = (at + end) / 2;
		if (strcmp(l->all[mid]->row.code, code) < 0)
			at = mid + 1;
		else
			end = mid;
	}
	if (at < l->n && strcmp(l->all[at]->row.code, code) == 0)
		return l->all[at];
	l->all = arena_grow(l->arena, l->all, l->n, &l->cap, sizeof(*l->all));
	l->rows = arena_grow(l->arena, l->rows, l->n, &l->rows_cap,
	    sizeof(*l->rows));
	memmove(&l->all[at + 1], &l->all[at], (l->n - at) * sizeof(*l->all));
	memmove(&l->rows[at + 1], &l->rows[at], (l->n - at) *
	    sizeof(*l->rows));
	l->n++;
	l->all[at] = make(l, code);
	l->rows[at] = &l->all[at]->row;
	return l->all[at];
}

struct page_row *
leaf_row(struct leaf *f)
{
	return &f->row;
}

const struct day *
leaf_week(struct leaf *f)
{
	return f->week;
}

struct page_row *const *
leaves_rows(const struct leaves *l, size_t *n)
{
	*n = l->n;
	return l->rows;
}

/* ---- what a page gathers */

/* By which its cases are told apart: what lies next below it. */
static void
group_of(const struct leaf *f, const char *division,
    char out[static DIVISION_MAX + 1])
{
	bool	town = division_level(f->row.code) == LEVEL_TOWNSHIP;

	if (!division_above(division, town ? LEVEL_VILLAGE : LEVEL_TOWNSHIP,
	    out))
		*out = '\0';
}

static bool
unwritten(struct leaves *l)
{
	return diag_unwritten(l->d, _("a temporary file"));
}

FILE *
leaf_begin(struct leaves *l, struct leaf *f)
{
	struct spool	*s = &l->spools[division_level(f->row.code)];

	if (l->teller != NULL)
		return teller_begin(l->teller);
	if ((s->file != NULL || (s->file = tmpfile()) != NULL) &&
	    (!s->moved || fseeko(s->file, (off_t)s->end, SEEK_SET) == 0)) {
		s->moved = false;
		return s->file;
	}
	(void)unwritten(l);
	return NULL;
}

bool
leaf_add(struct leaves *l, struct leaf *f, const struct leaf_piece *piece)
{
	struct spool	*s = &l->spools[division_level(f->row.code)];
	struct held	*h;
	long long	 end;

	if (l->teller != NULL) {
		teller_tell_bytes(l->teller, (struct said){
		    .what = SAYING_PIECE, .name = f->row.code,
		    .is.piece = *piece });
		return true;
	}
	end = (long long)ftello(s->file);
	if (end < s->end || ferror(s->file))
		return unwritten(l);
	if (!f->open)		/* no sound database asks for it */
		return true;
	f->pieces = arena_grow(f->arena, f->pieces, f->npieces,
	    &f->pieces_cap, sizeof(*f->pieces));
	h = &f->pieces[f->npieces];
	*h = (struct held){ .is = *piece, .at = s->end,
	    .len = (size_t)(end - s->end), .seq = f->npieces++ };
	group_of(f, piece->division, h->group);
	h->is.href = piece->href == NULL ? NULL : arena_dup(f->arena,
	    piece->href);
	h->is.anchor = piece->anchor == NULL ? "" : arena_dup(f->arena,
	    piece->anchor);
	h->is.division = NULL;
	s->end = end;
	return true;
}

static int
order_tasks(const void *va, const void *vb)
{
	const struct page_task	*a = va, *b = vb;
	int			 c = day_cmp(a->day, b->day);

	if (c == 0)
		c = (a->task > b->task) - (a->task < b->task);
	if (c == 0)
		c = strcmp(a->id, b->id);
	if (c == 0)
		c = strcmp(a->step, b->step);
	return c != 0 ? c : strcmp(a->place, b->place);
}

static void
keep_task(struct leaf *f, struct page_task *n, const struct page_task *t)
{
	*n = *t;
	n->id = arena_dup(f->arena, t->id);
	n->title = arena_dup(f->arena, t->title);
	n->step = arena_dup(f->arena, t->step);
	n->place = arena_dup(f->arena, t->place);
	n->through = arena_dup(f->arena, t->through);
	n->media = arena_dup(f->arena, t->media);
	n->hears = arena_dup(f->arena, t->hears);
	n->piece = f->npieces;
}

/* True: somebody else is told, or it comes too late for its page. */
static bool
tell(struct leaf *f, struct said s)
{
	s.name = f->row.code;
	if (f->all->teller != NULL)
		teller_tell(f->all->teller, s);
	return f->all->teller != NULL || !f->open;
}

void
leaf_task(struct leaf *f, const struct page_task *t)
{
	if (tell(f, (struct said){ .what = SAYING_TASK, .is.task = *t }))
		return;
	f->tasks = arena_grow(f->arena, f->tasks, f->ntasks, &f->tasks_cap,
	    sizeof(*f->tasks));
	keep_task(f, &f->tasks[f->ntasks++], t);
}

void
leaf_later(struct leaf *f, const struct page_task *t)
{
	if (tell(f, (struct said){ .what = SAYING_LATER, .is.task = *t }) ||
	    (f->later != NULL && order_tasks(f->later, t) <= 0))
		return;
	if (f->later == NULL)
		f->later = arena_alloc(f->arena, sizeof(*f->later));
	keep_task(f, f->later, t);
}

void
leaf_heard(struct leaf *f, const struct page_heard *h)
{
	struct page_heard	*n;

	if (tell(f, (struct said){ .what = SAYING_HEARD, .is.heard = *h }))
		return;
	f->heard = arena_grow(f->arena, f->heard, f->nheard, &f->heard_cap,
	    sizeof(*f->heard));
	n = &f->heard[f->nheard++];
	*n = *h;
	n->id = arena_dup(f->arena, h->id);
	n->title = arena_dup(f->arena, h->title);
	n->what = arena_dup(f->arena, h->what);
	n->number = arena_dup(f->arena, h->number);
	n->hears = arena_dup(f->arena, h->hears);
	n->piece = f->npieces;
}

void
leaf_new(struct leaf *f, const struct page_new *t)
{
	struct page_new	*n;

	if (tell(f, (struct said){ .what = SAYING_NEW, .is.new = *t }))
		return;
	f->news = arena_grow(f->arena, f->news, f->nnews, &f->news_cap,
	    sizeof(*f->news));
	n = &f->news[f->nnews++];
	*n = *t;
	n->id = arena_dup(f->arena, t->id);
	n->title = arena_dup(f->arena, t->title);
	n->what = arena_dup(f->arena, t->what);
	n->piece = f->npieces;
}

/* ---- orders */

static int
by_kind(const struct held *a, const struct held *b)
{
	if (a->is.kind != b->is.kind)
		return a->is.kind < b->is.kind ? -1 : 1;
	if (a->is.kind == PIECE_FOUND && a->is.worst != b->is.worst)
		return a->is.worst > b->is.worst ? -1 : 1;
	return a->seq < b->seq ? -1 : a->seq > b->seq;
}

static int
order_whole(const void *a, const void *b)
{
	return by_kind(*(const struct held *const *)a,
	    *(const struct held *const *)b);
}

static int
order_split(const void *va, const void *vb)
{
	const struct held	*a = *(const struct held *const *)va;
	const struct held	*b = *(const struct held *const *)vb;
	int			 c = strcmp(a->group, b->group);

	return c != 0 ? c : by_kind(a, b);
}

static int
order_news(const void *va, const void *vb)
{
	const struct page_new	*a = va, *b = vb;

	if (a->severity != b->severity)
		return a->severity > b->severity ? -1 : 1;
	return a->piece < b->piece ? -1 : a->piece > b->piece;
}

/* ---- what was fixed */

void
leaves_fixed(struct leaves *l, const char *code, const struct page_new *t)
{
	struct fixed	*x;

	if (l->teller != NULL) {
		teller_tell(l->teller, (struct said){ .what = SAYING_FIXED,
		    .name = code, .is.new = *t });
		return;
	}
	l->fixed = arena_grow(l->arena, l->fixed, l->nfixed, &l->fixed_cap,
	    sizeof(*l->fixed));
	x = &l->fixed[l->nfixed++];
	x->is = *t;
	x->is.id = arena_dup(l->arena, t->id);
	x->is.title = arena_dup(l->arena, t->title);
	x->is.what = arena_dup(l->arena, t->what);
	x->is.piece = l->nfixed;
	x->code = arena_dup(l->arena, code);
}

/* Those of a page; of all of them where the code is NULL. */
static struct page_new *
fixed_of(const struct leaves *l, struct arena *a, const char *code, size_t *n)
{
	struct page_new	*list = arena_array(a, l->nfixed + 1, sizeof(*list));
	size_t		 i, k;

	for (i = *n = 0; i < l->nfixed; i++) {
		if (code != NULL && strcmp(l->fixed[i].code, code) != 0)
			continue;
		list[*n] = l->fixed[i].is;
		for (k = 0; code == NULL && k < l->n; k++)
			if (strcmp(l->all[k]->row.code, l->fixed[i].code) == 0)
				list[*n].href = arena_printf(a, "%s#fixed",
				    l->all[k]->row.href);
		(*n)++;
	}
	if (*n > 1)
		qsort(list, *n, sizeof(*list), order_news);
	return list;
}

struct page_new *
leaves_all_fixed(struct leaves *l, size_t *n)
{
	return fixed_of(l, l->arena, NULL, n);
}

/* ---- its pages written */

struct writing {
	struct leaves		*l;
	struct leaf		*f;
	struct held		**order;
	struct page_part	*parts;		/* none: in one piece */
	size_t			 nparts;
	FILE			*out;
};

static bool
copy(struct writing *w, const struct held *h)
{
	struct spool	*s = &w->l->spools[division_level(w->f->row.code)];
	char		*text = malloc(h->len + 1);
	bool		 good = text != NULL && fseeko(s->file, (off_t)h->at,
			    SEEK_SET) == 0 && fread(text, 1, h->len, s->file)
			    == h->len && fwrite(text, 1, h->len, w->out) ==
			    h->len;

	free(text);
	s->moved = true;
	return good || unwritten(w->l);
}

/* The pieces from i to end, by kind. */
static bool
pieces(struct writing *w, size_t i, size_t end)
{
	enum piece	kind;
	size_t		k;

	while (i < end) {
		kind = w->order[i]->is.kind;
		for (k = i; k < end && w->order[k]->is.kind == kind; k++)
			;
		page_pieces_begin(w->out, w->f->arena, kind,
		    (long long)(k - i));
		for (; i < k; i++)
			if (!copy(w, w->order[i]))
				return false;
		page_pieces_end(w->out, kind);
	}
	return true;
}

static const char *
part_name(struct writing *w, const char *group, int nth)
{
	struct arena	*a = w->f->arena;
	const char	*name = *group == '\0' ? _("its own") :
			    message_place(a, w->l->job->names, group);

	return nth == 1 ? name : arena_printf(a, _("%s, part %d"), name, nth);
}

static const char *
part_file(struct writing *w, const char *group, int nth)
{
	const char	*base = arena_printf(w->f->arena, "%s-%s",
			    w->f->row.code, *group == '\0' ? "0" : group);

	return nth == 1 ? arena_printf(w->f->arena, "%s.html", base) :
	    arena_printf(w->f->arena, "%s-%d.html", base, nth);
}

/* Says of each piece, in order, in which part it is. */
static void
split(struct writing *w)
{
	struct page_part	*p = NULL;
	const char		*group = NULL;
	size_t			 i, cap = 0, size = 0;
	int			 nth = 0, k;

	for (i = 0; i < w->f->npieces; i++) {
		struct held	*h = w->order[i];

		if (group == NULL || strcmp(group, h->group) != 0 ||
		    size + h->len > PAGE_ROOM) {
			nth = group != NULL && strcmp(group, h->group) == 0 ?
			    nth + 1 : 1;
			group = h->group;
			size = 0;
			w->parts = arena_grow(w->f->arena, w->parts,
			    w->nparts, &cap, sizeof(*w->parts));
			p = &w->parts[w->nparts++];
			*p = (struct page_part){ .file = part_file(w, group,
			    nth), .name = part_name(w, group, nth) };
		}
		size += h->len;
		h->part = w->nparts - 1;
		p->cases++;
		for (k = 0; k < SEVERITIES; k++)
			p->open[k] += h->is.open[k];
	}
}

static const char *
href_of(struct writing *w, size_t piece)
{
	const struct held	*h = &w->f->pieces[piece];

	if (h->is.href != NULL)
		return h->is.href;
	return arena_printf(w->f->arena, "%s#%s", w->nparts == 0 ? "" :
	    w->parts[h->part].file, h->is.anchor);
}

static bool
write_first(struct writing *w)
{
	struct leaf		*f = w->f;
	struct page_division	 d = { &f->row, f->week, f->tasks, f->ntasks,
				    f->later, f->heard, f->nheard, f->news,
				    f->nnews, NULL, 0, w->parts, w->nparts };
	size_t			 i;

	for (i = 0; i < f->ntasks; i++)
		f->tasks[i].href = href_of(w, f->tasks[i].piece);
	d.fixed = fixed_of(w->l, f->arena, f->row.code, &d.nfixed);
	for (i = 0; i < f->nnews; i++)
		f->news[i].href = href_of(w, f->news[i].piece);
	for (i = 0; i < f->nheard; i++)
		f->heard[i].href = href_of(w, f->heard[i].piece);
	if (f->later != NULL)
		f->later->href = href_of(w, f->later->piece);
	if ((w->out = pages_folder_new(w->l->folder)) == NULL)
		return false;
	page_division_begin(w->out, f->arena, w->l->run, &d);
	if (w->nparts == 0 && !pieces(w, 0, f->npieces))
		return false;
	page_end(w->out);
	return pages_folder_put(w->l->folder, f->row.href, NULL);
}

static bool
write_part(struct writing *w, size_t part, size_t from, size_t end)
{
	if ((w->out = pages_folder_new(w->l->folder)) == NULL)
		return false;
	page_part_begin(w->out, w->f->arena, w->l->run, &w->f->row,
	    arena_printf(w->f->arena, _("%s: %s"), w->f->row.name,
	    w->parts[part].name), false);
	if (!pieces(w, from, end))
		return false;
	page_end(w->out);
	return pages_folder_put(w->l->folder, w->parts[part].file, NULL);
}

static bool
write_parts(struct writing *w)
{
	size_t	i, from = 0, part;

	for (i = 0; w->nparts > 0 && i < w->f->npieces; i++) {
		part = w->order[i]->part;
		if (i + 1 < w->f->npieces && w->order[i + 1]->part == part)
			continue;
		if (!write_part(w, part, from, i + 1))
			return false;
		from = i + 1;
	}
	return true;
}

static bool
write_leaf(struct leaves *l, struct leaf *f)
{
	struct writing	w = { .l = l, .f = f };
	size_t		i, size = 0;

	w.order = arena_array(f->arena, f->npieces + 1, sizeof(*w.order));
	for (i = 0; i < f->npieces; i++) {
		w.order[i] = &f->pieces[i];
		size += f->pieces[i].len;
	}
	if (f->ntasks > 1)
		qsort(f->tasks, f->ntasks, sizeof(*f->tasks), order_tasks);
	if (f->nnews > 1)
		qsort(f->news, f->nnews, sizeof(*f->news), order_news);
	qsort(w.order, f->npieces, sizeof(*w.order), size > PAGE_ROOM - LISTS ?
	    order_split : order_whole);
	if (size > PAGE_ROOM - LISTS)
		split(&w);
	return write_first(&w) && write_parts(&w);
}

static bool
shut(struct leaves *l, struct leaf **at)
{
	struct leaf	*f = *at;
	struct spool	*s = &l->spools[division_level(f->row.code)];
	bool		 good = true;

	if (l->teller == NULL)
		good = write_leaf(l, f);
	else
		teller_tell(l->teller, (struct said){ .what = SAYING_ROW,
		    .name = f->row.code, .is.row = f->row });
	*at = f->next;
	f->open = false;
	arena_free(f->arena);
	if (--s->users == 0) {
		s->end = 0;
		s->moved = true;
	}
	return good;
}

/* Cases come by the bytes of their divisions, those above before. */
bool
leaves_pass(struct leaves *l, const char *division)
{
	struct leaf	**at = &l->open;

	while (*at != NULL)
		if (strcmp((*at)->row.code, division) >= 0 ||
		    division_within(division, (*at)->row.code))
			at = &(*at)->next;
		else if (!shut(l, at))
			return false;
	if (l->teller != NULL)
		teller_tell(l->teller, (struct said){ .what = SAYING_PASS,
		    .name = division });
	return true;
}

bool
leaves_end(struct leaves *l)
{
	while (l->open != NULL)
		if (!shut(l, &l->open))
			return false;
	return true;
}
