/*
 * A case on a page: its heading, its timeline, its findings.
 */
#include "report/page_case.h"

#include <string.h>

#include "base/text.h"
#include "report/markup.h"
#include "report/page_finding.h"
#include "report/timeline_words.h"
#include "words/message.h"

/* ---- ids */

/* Letters, digits and what is Chinese stand; all else as _ and two digits. */
static const char *
anchor(struct arena *a, char kind, const char *s)
{
	static const char	digits[] = "0123456789abcdef";
	size_t			n = strlen(s);
	char			*out = arena_array(a, n * 3 + 3, 1), *p = out;
	unsigned char		c;

	*p++ = kind;
	*p++ = '-';
	for (; *s != '\0'; s++) {
		c = (unsigned char)*s;
		if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		    (c >= 'A' && c <= 'Z') || c == '-')
			*p++ = *s;
		else {
			*p++ = '_';
			*p++ = digits[c >> 4];
			*p++ = digits[c & 15];
		}
	}
	*p = '\0';
	return out;
}

const char *
page_case_anchor(struct arena *a, const struct matter *m)
{
	return anchor(a, 'c', m->id);
}

const char *
page_finding_anchor(struct arena *a, const char *key)
{
	return anchor(a, 'f', key);
}

/* ---- open or over */

/* What stands for good is as over as it will ever be. */
static bool
is_for_good(const struct plan *p, const struct slot *s)
{
	const struct period_part	*part;

	if (!s->posted || !s->endless)
		return false;
	part = plan_part(p, s, s->opens, false);
	return part != NULL && part->kind == PART_PERMANENT;
}

bool
page_case_is_open(const struct page_look *look, const struct page_case *c)
{
	const struct plan	*p = c->all;
	int			 i;

	for (i = 0; p != NULL && i < p->nslots; i++) {
		if (!p->slots[i].applies)
			continue;
		switch (plan_state(p, c->now, i, look->today)) {
		case STATE_ENDED:
		case STATE_DONE:
		case STATE_BROKEN:
			continue;
		case STATE_STANDING:
			if (is_for_good(p, &p->slots[i]))
				continue;
			return true;
		default:
			return true;
		}
	}
	return false;
}

/* ---- words of a case */

/* "violation 2, grave 1", the gravest first. */
static void
counts(FILE *f, const struct page_case *c)
{
	long long	of[SEVERITIES] = { 0 };
	size_t		k;
	int		i;

	for (k = 0; k < c->n; k++)
		of[c->findings[k].is->severity]++;
	for (i = SEVERITIES; i-- > 0;) {
		if (of[i] == 0)
			continue;
		putc(' ', f);
		page_severity(f, (enum severity)i);
		fprintf(f, " %lld", of[i]);
	}
}

static void
meta(FILE *f, struct arena *a, const struct page_look *look,
    const struct page_case *c)
{
	fputs("<p class=\"meta\">", f);
	markup(f, "span", NULL, c->all == NULL ? c->matter->procedure :
	    message_procedure(c->all->proc));
	fputs(" · ", f);
	markup(f, "span", NULL, message_place(a, look->names,
	    c->matter->division));
	if (c->all != NULL) {
		fputs(" · ", f);
		markup(f, "span", NULL, timeline_states(a, look, c, -1));
	}
	counts(f, c);
	fputs("</p>\n", f);
}

void
page_case_write(FILE *f, struct arena *a, const struct page_look *look,
    const struct page_case *c)
{
	const char	*id = page_case_anchor(a, c->matter);

	fprintf(f, "<section class=\"case\" id=\"%s\" "
	    "aria-labelledby=\"%s-h\">\n<h%d id=\"%s-h\">", id, id,
	    look->level, id);
	markup(f, "span", "no", c->matter->id);
	if (*c->matter->title != '\0') {
		putc(' ', f);
		html_text(f, c->matter->title);
	}
	fprintf(f, "</h%d>\n", look->level);
	meta(f, a, look, c);
	if (c->all != NULL)
		timeline_write(f, a, look, c, id);
	page_findings_write(f, a, look, c);
	fputs("</section>\n", f);
}
