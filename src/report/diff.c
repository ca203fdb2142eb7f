#include "report/diff.h"

#include <stdlib.h>
#include <string.h>

#include "report/rules.h"
#include "rule/overlay.h"
#include "words/message.h"

/* ---- an element on one side */

static const char *
written(struct diff *d, int side, put_fn *put, const void *thing,
    enum lang lang)
{
	const struct side	*s = &d->side[side];
	char			*buf = NULL;
	const char		*out;
	size_t			 n;
	FILE			*f = open_memstream(&buf, &n);
	struct show		 o = { f, d->arena, lang, s->proc != NULL ?
				    s->proc : s->pack->names };

	if (f == NULL)
		return "";
	put(&o, thing);
	fclose(f);
	out = arena_dup(d->arena, buf == NULL ? "" : buf);
	free(buf);
	return out;
}

/* Behind the first colon that ends a key, or behind so many lines. */
static const char *
value_of(const char *s, int skip)
{
	const char	*end;

	for (; skip > 0 && *s != '\0'; skip--) {
		end = strchr(s, '\n');
		s = end == NULL ? s + strlen(s) : end + 1;
		if (skip == 1)
			return s;
	}
	end = strchr(s, ':');
	return end == NULL ? s : end + 1;
}

struct shown
shown_by(struct diff *d, int side, put_fn *put, const void *thing, int skip)
{
	const char	*text = written(d, side, put, thing, d->lang);
	const char	*same = d->lang == LANG_EN ? text :
			    written(d, side, put, thing, LANG_EN);

	return (struct shown){ value_of(text, skip), value_of(same, skip), "",
	    NOWHERE };
}

struct shown
shown_text(const char *s)
{
	return (struct shown){ s == NULL ? "" : s, s == NULL ? "" : s, "",
	    NOWHERE };
}

/* ---- where it is written, and by which document */

static const struct node *
root_of(const struct side *s)
{
	return s->proc != NULL ? s->proc->root : s->pack->root;
}

static struct place
or_place(const struct node *n, struct place else_where)
{
	return n == NULL ? else_where : n->place;
}

/* The key of a point, else of what stands for all; *at: the map it is in. */
static const struct node *
key_of(const struct side *s, enum word list, const char *id, enum word key,
    const struct node **at)
{
	const struct node	*k;

	*at = root_of(s);
	if (list != W_NONE)
		*at = laid_point(laid_value(*at, list), id);
	k = laid_key(*at, key);
	if (k != NULL || list == W_NONE || s->proc == NULL)
		return k;
	*at = s->proc->root;
	k = laid_key(*at, key);
	if (k != NULL)
		return k;
	*at = s->pack->root;
	return laid_key(*at, key);
}

bool
diff_written(const struct side *s, enum word list, const char *id,
    enum word key)
{
	const struct node	*at;

	return key_of(s, list, id, key, &at) != NULL;
}

struct place
diff_place(const struct side *s, enum word list, const char *id,
    enum word key, enum word inner)
{
	const struct node	*at = root_of(s), *k;
	struct place		 place = at == NULL ? NOWHERE : at->place;

	if (list != W_NONE)
		place = or_place(laid_id(laid_value(at, list), id), place);
	if (key == W_NONE)
		return place;
	k = key_of(s, list, id, key, &at);
	place = or_place(k, place);
	return inner == W_NONE || k == NULL ? place :
	    or_place(laid_key(laid_value(at, key), inner), place);
}

static const char *
joined(struct arena *a, const struct node *n)
{
	const char	*all = "";
	size_t		 i;

	if (n->kind == NODE_TEXT)
		return n->text;
	for (i = 0; n->kind == NODE_LIST && i < n->n; i++)
		all = arena_printf(a, "%s%s%s", all, i == 0 ? "" : "；",
		    n->items[i]->kind == NODE_TEXT ? n->items[i]->text : "");
	return all;
}

const char *
diff_basis(struct diff *d, int side, enum word list, const char *id,
    enum word key, const struct basis *basis)
{
	const struct side	*s = &d->side[side];
	const struct laid	*l = s->proc != NULL ? s->proc->laid : NULL;
	const struct node	*above = l == NULL ? NULL :
				    laid_basis(l, s->proc->root, list,
				    id, key);

	if (above != NULL)
		return joined(d->arena, above);
	return basis == NULL ? "" : basis->text;
}

/* ---- told */

void
diff_head(struct diff *d, int depth, const char *text)
{
	int	i;

	d->head[depth] = text;
	for (i = depth + 1; i < 3; i++)
		d->head[i] = NULL;
}

static void
tell_heads(struct diff *d)
{
	int	i;

	for (i = 0; i < 3; i++) {
		if (d->head[i] == NULL)
			continue;
		fprintf(d->f, "\n%*s%s\n", 2 * i, "", text_clean(d->arena,
		    d->head[i], false));
		d->head[i] = NULL;
	}
}

static void
tell_line(struct diff *d, const char *label, const char *text, size_t len)
{
	int	w = text_width(label, strlen(label));

	fprintf(d->f, "      %s%*s  ", label, d->width - w, "");
	fwrite(text, 1, len, d->f);
	putc('\n', d->f);
}

/* Each line of it, less what indents it. */
static void
tell_lines(struct diff *d, const char *label, const char *text)
{
	size_t	len;

	for (; *text != '\0'; text += len + (text[len] == '\n')) {
		text += strspn(text, " ");
		len = strcspn(text, "\n");
		if (len == 0)
			continue;
		tell_line(d, label, text, len);
		label = "";
	}
	if (*label != '\0')
		tell_line(d, label, _("nothing"), strlen(_("nothing")));
}

static void
tell_side(struct diff *d, int side, const struct shown *t)
{
	const char	*line;

	tell_lines(d, d->side[side].label,
	    text_clean(d->arena, t->text, true));
	if (*t->basis != '\0') {
		line = text_clean(d->arena, arena_printf(d->arena,
		    _("Basis: %s"), t->basis), false);
		tell_line(d, "", line, strlen(line));
	}
	if (t->place.path == NULL)
		return;
	line = text_clean(d->arena, arena_printf(d->arena, "%s:%d",
	    t->place.path, t->place.line), false);
	tell_line(d, "", line, strlen(line));
}

static bool
is_blank(const char *s)
{
	return s[strspn(s, " \n")] == '\0';
}

void
diff_tell(struct diff *d, const char *key, const struct shown both[2])
{
	bool	none[2] = { is_blank(both[0].same), is_blank(both[1].same) };
	struct shown	t;
	int	i;

	if ((none[0] && none[1]) || (strcmp(both[0].same, both[1].same) == 0 &&
	    strcmp(both[0].basis, both[1].basis) == 0))
		return;
	tell_heads(d);
	fprintf(d->f, "    %s\n", key);
	for (i = 0; i < 2; i++) {
		t = both[i];
		if (none[i] && *t.basis == '\0')
			t.place = NOWHERE;	/* nothing is written there */
		tell_side(d, i, &t);
	}
	d->n++;
}

/* ---- the whole */

static void
begin(struct diff *d, FILE *f, enum lang lang, struct side a, struct side b)
{
	int	i, w;

	*d = (struct diff){ .f = f, .arena = arena_new(), .lang = lang,
	    .side = { a, b } };
	for (i = 0; i < 2; i++) {
		w = text_width(d->side[i].label, strlen(d->side[i].label));
		d->width = w > d->width ? w : d->width;
	}
	for (i = 0; i < 2; i++) {
		w = text_width(d->side[i].label, strlen(d->side[i].label));
		fprintf(f, "%s%*s  %s\n", text_safe(d->arena,
		    d->side[i].label), d->width - w, "", pack_words(d->arena,
		    d->side[i].pack));
	}
}

static int
end(struct diff *d)
{
	int	n = d->n;

	if (n == 0)
		fputs(_("\nnothing differs\n"), d->f);
	else
		fprintf(d->f, text_plural("\n%d difference\n",
		    "\n%d differences\n", (unsigned long)n), n);
	arena_free(d->arena);
	return n;
}

/* Two of one name, as versions of a procedure, are told apart by packs. */
int
rules_write_diff_of(FILE *f, const struct procedure *a,
    const struct procedure *b, enum lang lang)
{
	bool		packs = strcmp(a->id, b->id) == 0;
	struct diff	d;

	begin(&d, f, lang, (struct side){ a->pack, a, packs ? a->pack->id :
	    a->id }, (struct side){ b->pack, b, packs ? b->pack->id :
	    b->id });
	diff_procedure(&d);
	return end(&d);
}

static const struct procedure *
of_id(const struct pack *p, const char *id)
{
	int	i;

	for (i = 0; i < p->nprocedures; i++)
		if (strcmp(p->procedures[i].id, id) == 0)
			return &p->procedures[i];
	return NULL;
}

/* A procedure that one of them has alone. */
static void
tell_alone(struct diff *d, const struct procedure *p, int side)
{
	struct shown	both[2] = { shown_text(""), shown_text("") };

	diff_head(d, 0, arena_printf(d->arena, _("%s: %s"), p->id,
	    message_procedure(p)));
	both[side] = shown_text(message_procedure(p));
	both[side].basis = p->basis == NULL ? "" : p->basis->text;
	both[side].place = (struct place){ .path = p->path, .line = 1 };
	diff_tell(d, _("the procedure"), both);
}

int
rules_write_diff(FILE *f, const struct pack *a, const struct pack *b,
    enum lang lang)
{
	struct diff		 d;
	const struct procedure	*p, *q;
	int			 i;

	begin(&d, f, lang, (struct side){ a, NULL, a->id },
	    (struct side){ b, NULL, b->id });
	diff_pack(&d);
	for (i = 0; i < a->nprocedures; i++) {
		p = &a->procedures[i];
		q = of_id(b, p->id);
		d.side[0].proc = p;
		d.side[1].proc = q;
		if (q != NULL)
			diff_procedure(&d);
		else
			tell_alone(&d, p, 0);
	}
	for (i = 0; i < b->nprocedures; i++)
		if (of_id(a, b->procedures[i].id) == NULL)
			tell_alone(&d, &b->procedures[i], 1);
	return end(&d);
}
