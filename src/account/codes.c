#include "account/codes.h"

#include "base/text.h"
#include "words/json.h"
#include "words/lines.h"
#include "words/message.h"

/* The next pack behind *i that gives a reason for the code, or NULL. */
static const struct pack *
next_pack(const struct rulebook *book, enum code c, int *i)
{
	while (book != NULL && *i < book->npacks)
		if (book->packs[(*i)++].why[c] != NULL)
			return &book->packs[*i - 1];
	return NULL;
}

static void
write_json(FILE *f, enum code c, const struct rulebook *book)
{
	const struct code_words	*w = code_words(c);
	const char		*lead = "{\"pack\": ";
	const struct pack	*p;
	int			 i = 0;

	json_member(f, "{\"code\": ", code_name(c));
	json_member(f, ",\n \"title\": ", message_code(c, false));
	json_member(f, ",\n \"severity\": ", severity_name(code_severity(c)));
	json_member(f, ",\n \"meaning\": ", text_in(w->meaning));
	json_member(f, ",\n \"why\": ", text_in(w->why));
	json_member(f, ",\n \"mend\": ", text_in(w->mending));
	json_member(f, ",\n \"raised\": ", text_in(w->raised));
	json_member(f, ",\n \"spared\": ", text_in(w->spared));
	fputs(",\n \"packs\": [", f);
	while ((p = next_pack(book, c, &i)) != NULL) {
		json_member(f, lead, p->id);
		json_member(f, ", \"why\": ", p->why[c]);
		putc('}', f);
		lead = ",\n  {\"pack\": ";
	}
	fputs("]}\n", f);
}

static void
section(const struct layout *l, const char *head, const char *text)
{
	fprintf(l->out, "\n%s\n  ", head);
	text_wrap(l->out, text, 2, 2, l->width);
}

/* What each pack has behind it, in its own words. */
static void
write_reasons(struct arena *a, const struct layout *l, enum code c,
    const struct rulebook *book)
{
	const struct pack	*p;
	int			 i = 0;

	while ((p = next_pack(book, c, &i)) != NULL) {
		fputs("  ", l->out);
		text_wrap(l->out, text_safe(a, arena_printf(a,
		    _("By the rules of %s: %s"), title_in(p->id, p->title,
		    p->title_en), p->why[c])), 2, 2, l->width);
	}
}

static void
write_text(struct arena *a, const struct layout *l, enum code c,
    const struct rulebook *book)
{
	const struct code_words	*w = code_words(c);

	fprintf(l->out, _("%s: %s (%s)\n"), code_name(c),
	    message_code(c, false), message_severity(code_severity(c)));
	section(l, _("What it means"), text_in(w->meaning));
	section(l, _("Why it matters"), text_in(w->why));
	write_reasons(a, l, c, book);
	section(l, _("How to mend it"), text_in(w->mending));
	section(l, _("An example"), text_in(w->raised));
	fputs("  ", l->out);
	text_wrap(l->out, text_in(w->spared), 2, 2, l->width);
}

void
code_write(struct layout l, enum code c, const struct rulebook *book)
{
	struct arena	*a = arena_new();

	l.width = l.width <= 0 ? 80 : l.width;
	if (l.format == FORMAT_JSON)
		write_json(l.out, c, book);
	else
		write_text(a, &l, c, book);
	arena_free(a);
}
