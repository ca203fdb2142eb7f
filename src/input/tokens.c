#include "input/tokens.h"

#include <stdint.h>

enum {
	COMMA = 1, TAB = 2, LINE = 4, QUOTE = 8, NUL = 16, SEMI = 32,
	HIGH = 128
};

struct cursor {
	const char	*text;
	size_t		 len;
	bool		 last;
	size_t		 at;
	size_t		 line_from;
	int		 line;
	uint8_t		 stop;		/* what ends an unquoted run */
	char		 separator;
};

static const uint8_t classes[256] = {
	['\0'] = NUL, [','] = COMMA, ['\t'] = TAB, ['"'] = QUOTE,
	['\n'] = LINE, ['\r'] = LINE, [';'] = SEMI
};

/* Moves to the next byte of one of the classes `stop`, or to the end. */
static void
run(struct tokens *s, struct cursor *c, uint8_t stop)
{
	const unsigned char	*p = (const unsigned char *)c->text + c->at;
	unsigned char		 seen = 0;

	while ((classes[*p] & stop) == 0)
		seen |= *p++;
	if (seen >= HIGH)
		s->high = true;
	c->at = (size_t)(p - (const unsigned char *)c->text);
}

static void
fault(struct tokens *s, const struct cursor *c, enum fault what, size_t at)
{
	if (s->fault != FAULT_NONE)
		return;
	s->fault = what;
	s->at = (struct span){.from = at, .to = at, .line = c->line,
	    .line_from = c->line_from};
}

/* Length of the newline at the cursor; 0: more is needed to tell. */
static size_t
newline(const struct cursor *c)
{
	if (c->text[c->at] == '\n')
		return 1;
	if (c->at + 1 < c->len)
		return c->text[c->at + 1] == '\n' ? 2 : 1;
	return c->last ? 1 : 0;
}

static void
pass_newline(struct cursor *c, size_t n)
{
	c->at += n;
	c->line++;
	c->line_from = c->at;
}

/* The end of all text, a NUL within it, or a cell that is too long. */
static bool
run_plain(struct tokens *s, struct cursor *c, size_t from)
{
	for (;;) {
		run(s, c, c->stop);
		if (c->at - from > CSV_FIELD) {
			fault(s, c, FAULT_LONG, from);
			s->cut = true;
			return true;
		}
		if (c->text[c->at] != '\0')
			return true;
		if (c->at == c->len)
			return c->last;
		fault(s, c, FAULT_NUL, c->at);
		c->at++;
	}
}

static bool
plain(struct tokens *s, struct cursor *c, struct span *cell)
{
	*cell = (struct span){.from = c->at, .line = c->line,
	    .line_from = c->line_from};
	if (!run_plain(s, c, cell->from))
		return false;
	cell->to = c->at;
	return true;
}

/* The text behind a closing quote, up to the next separator or newline. */
static bool
behind_quote(struct tokens *s, struct cursor *c)
{
	size_t	 from;

	while (c->text[c->at] == ' ' ||
	    (c->text[c->at] == '\t' && c->separator != '\t'))
		c->at++;
	from = c->at;
	if (c->at == c->len)
		return c->last;
	if ((classes[(unsigned char)c->text[c->at]] & c->stop & ~NUL) != 0)
		return true;
	fault(s, c, FAULT_BEHIND_QUOTE, from);
	return run_plain(s, c, from);
}

/*
 * A quote that is never closed swallows what follows: go on behind the line
 * in which it stands, so that the rows below are read and judged too.
 */
static bool
unclosed(struct tokens *s, struct cursor *c, const struct span *cell,
    enum fault what)
{
	c->at = cell->from;
	c->line = cell->line;
	c->line_from = cell->line_from;
	s->fault = FAULT_NONE;
	fault(s, c, what, cell->from - 1);
	s->cut = true;
	return true;
}

/* Passes what is at the cursor within quotes; false: more is needed. */
static bool
pass_quoted(struct tokens *s, struct cursor *c, struct span *cell, bool *closed)
{
	size_t	 n;

	switch (c->text[c->at]) {
	case '\0':
		fault(s, c, FAULT_NUL, c->at);
		c->at++;
		return true;
	case '"':
		if (c->at + 1 == c->len && !c->last)
			return false;
		if (c->text[c->at + 1] == '"') {
			cell->folded = true;
			c->at += 2;
			return true;
		}
		cell->to = c->at++;
		*closed = true;
		return true;
	default:
		if ((n = newline(c)) == 0)
			return false;
		if (c->text[c->at] == '\r')
			cell->folded = true;
		pass_newline(c, n);
		return true;
	}
}

static bool
quoted(struct tokens *s, struct cursor *c, struct span *cell)
{
	bool	 closed = false;

	*cell = (struct span){.from = ++c->at, .line = c->line,
	    .line_from = c->line_from, .quoted = true};
	while (!closed) {
		run(s, c, QUOTE | LINE | NUL);
		if (c->at - cell->from > CSV_FIELD)
			return unclosed(s, c, cell, FAULT_LONG_QUOTED);
		if (c->at == c->len) {
			if (!c->last)
				return false;
			return unclosed(s, c, cell, FAULT_OPEN_QUOTE);
		}
		if (!pass_quoted(s, c, cell, &closed))
			return false;
	}
	return behind_quote(s, c);
}

/* The row's end: at a newline or at the end of the text. */
static bool
finish(struct tokens *s, struct cursor *c)
{
	size_t	 n;

	if (!s->cut && c->at < c->len) {
		if ((n = newline(c)) == 0)
			return false;
		pass_newline(c, n);
	}
	s->end = c->at;
	s->lines = c->line;
	return true;
}

bool
tokens_find(struct tokens *s, const char *text, size_t len, bool last,
    char separator)
{
	struct cursor	 c = {.text = text, .len = len, .last = last,
			    .separator = separator};
	struct span	*cell;

	c.stop = (uint8_t)((separator == '\t' ? TAB : separator == ';' ? SEMI :
	    COMMA) | LINE | NUL);
	s->n = 0;
	s->cut = s->high = false;
	s->fault = FAULT_NONE;
	for (;;) {
		if (s->n == CSV_CELLS) {
			fault(s, &c, FAULT_CELLS, c.at);
			s->cut = true;
			return finish(s, &c);
		}
		cell = &s->spans[s->n++];
		if (!(text[c.at] == '"' ? quoted(s, &c, cell) :
		    plain(s, &c, cell)))
			return false;
		if (s->cut || c.at == len || text[c.at] != separator)
			return finish(s, &c);
		c.at++;
	}
}

