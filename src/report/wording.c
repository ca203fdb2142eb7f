#include "report/wording.h"

#include <string.h>

#include "base/text.h"
#include "rule/pack.h"

struct filling {
	struct arena		*arena;
	const struct wording	*with;
	const char		*text;		/* what is kept so far */
	bool			 table;
};

/* The blank that begins there and its bytes, or -1. */
static int
blank_at(const char *s, size_t *len)
{
	size_t	n = strcspn(s + 1, "{}");
	int	i;

	if (s[1 + n] != '}')
		return -1;
	for (i = 0; i < BLANKS; i++)
		if (strlen(notice_blanks[i]) == n &&
		    strncmp(notice_blanks[i], s + 1, n) == 0) {
			*len = n + 2;
			return i;
		}
	return -1;
}

/* ---- where sentences end */

static bool
is_one_of(unsigned c, const char *all)
{
	size_t	len;

	for (; *all != '\0'; all += len)
		if (text_char(all, &len) == c)
			return true;
	return false;
}

static bool
ends_sentence(unsigned c, const char *behind)
{
	return is_one_of(c, "。！？；!?") || (c == '.' && (*behind == ' ' ||
	    *behind == '\0'));
}

/* The end of the sentence at s, its closing marks and blanks taken along. */
static const char *
sentence_end(const char *s, const char *end)
{
	unsigned	c;
	size_t		len;
	bool		over = false;

	for (; s < end; s += len) {
		c = text_char(s, &len);
		if (over && !is_one_of(c, "”’」』）》)\" "))
			break;
		over |= ends_sentence(c, s + len < end ? s + len : "");
	}
	return s;
}

/* ---- filled in */

static void
fill_sentence(struct filling *f, const char *s, const char *end)
{
	const char	*out = "", *from = s, *value;
	size_t		 len;
	bool		 table = false;
	int		 i;

	while ((s = memchr(s, '{', (size_t)(end - s))) != NULL) {
		i = blank_at(s, &len);
		if (i < 0) {
			s++;
			continue;
		}
		value = f->with->value[i];
		if (value == NULL)
			return;
		table |= i == BLANK_LIST;
		out = arena_printf(f->arena, "%s%.*s%s", out, (int)(s - from),
		    from, value);
		s += len;
		from = s;
	}
	f->text = arena_printf(f->arena, "%s%s%.*s", f->text, out,
	    (int)(end - from), from);
	f->table |= table;
}

/* Blanks at both ends aside, full width too. */
static void
trim(const char **s, const char **end)
{
	const char	*wide = "　";
	size_t		 w = strlen(wide);

	for (;;) {
		if (*s < *end && strchr(" \t\r", **s) != NULL)
			++*s;
		else if ((size_t)(*end - *s) >= w && strncmp(*s, wide, w) == 0)
			*s += w;
		else
			break;
	}
	for (;;) {
		if (*s < *end && strchr(" \t\r", (*end)[-1]) != NULL)
			--*end;
		else if ((size_t)(*end - *s) >= w &&
		    strncmp(*end - w, wide, w) == 0)
			*end -= w;
		else
			break;
	}
}

static const char *
fill_line(struct filling *f, const char *s, const char *end)
{
	const char	*next;

	f->text = "";
	f->table = false;
	for (; s < end; s = next) {
		next = sentence_end(s, end);
		fill_sentence(f, s, next);
	}
	s = f->text;
	end = s + strlen(s);
	trim(&s, &end);
	return arena_ndup(f->arena, s, (size_t)(end - s));
}

/* ---- lines */

static bool
is_heading(const char *s, const char *end)
{
	unsigned	c;
	size_t		len;

	for (; s < end; s += len) {
		c = text_char(s, &len);
		if (is_one_of(c, "。，：；！？.,:;!?"))
			return false;
	}
	return true;
}

/* Nothing but who signs and when? */
static bool
is_signature(const char *s, const char *end)
{
	size_t	len;
	int	i;

	for (; s < end; s += len) {
		if (*s == ' ' || *s == '\t') {
			len = 1;
			continue;
		}
		i = *s == '{' ? blank_at(s, &len) : -1;
		if (i != BLANK_OFFICE && i != BLANK_TODAY)
			return false;
	}
	return true;
}

static void
take_line(struct filling *f, const char *s, const char *end, bool may_head,
    struct worded *out)
{
	struct paragraph	*p = &out->list[out->n];

	trim(&s, &end);
	if (is_signature(s, end))
		return;
	if (may_head && out->n == 0 && out->heading == NULL &&
	    is_heading(s, end)) {
		out->heading = fill_line(f, s, end);
		if (*out->heading != '\0')
			return;
	}
	p->text = fill_line(f, s, end);
	p->table = f->table;
	out->n += *p->text != '\0' || p->table;
}

void
wording_fill(struct arena *a, const char *words, const struct wording *with,
    struct worded *out)
{
	struct filling	 f = { .arena = a, .with = with };
	const char	*s, *end;
	size_t		 lines = 1;

	for (s = words; (s = strchr(s, '\n')) != NULL; s++)
		lines++;
	*out = (struct worded){ .list = arena_array(a, lines,
	    sizeof(*out->list)) };
	for (s = words; *s != '\0'; s = end + (*end == '\n')) {
		end = s + strcspn(s, "\n");
		take_line(&f, s, end, lines > 1 && *end == '\n', out);
	}
}
