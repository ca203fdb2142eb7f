/*
 * day: one sum of days, or a stream of them.
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "cmd/cmd.h"
#include "rule/dates.h"
#include "rule/numerals.h"
#include "time/period.h"

enum {
	DIGITS = 7,			/* of a number, at the most */
	UNITS = 8,			/* words that are remembered */
	UNIT_TEXT = 16,			/* bytes of one, with its end */
	AT_ONCE = 1 << 16		/* bytes read and written at a time */
};

struct known {
	char		word[UNIT_TEXT];
	enum unit	unit;
	int		times;
};

struct count {
	bool			 same_day, roll;
	const struct workcal	*cal;
	struct known		 known[UNITS];	/* words met so far */
	int			 nknown;
};

/* Lines from standard input, the last with or without its newline. */
struct in {
	struct arena	*arena;
	char		*bytes;
	size_t		 from, to;
	size_t		 room;
	bool		 end;
	int		 fault;		/* errno where reading failed */
};

/* Lines on their way to standard output. */
struct out {
	char	*bytes;
	size_t	 used;
	bool	 watched;		/* by somebody at a terminal */
};

static bool
read_unit(struct count *c, const char *text, enum unit *unit, int *times)
{
	enum word	 w;
	struct known	*k;
	int		 i;

	for (i = 0; i < c->nknown; i++)
		if (strcmp(c->known[i].word, text) == 0) {
			*unit = c->known[i].unit;
			*times = c->known[i].times;
			return true;
		}
	w = vocab_find(text, IN_UNITS);
	if (w == W_NONE)
		return false;
	*unit = unit_of(w, times);
	if (c->nknown < UNITS && strlen(text) < UNIT_TEXT) {
		k = &c->known[c->nknown++];
		strcpy(k->word, text);
		k->unit = *unit;
		k->times = *times;
	}
	return true;
}

/* +N or -N, N at least 1. */
static bool
read_number(const char *text, int32_t *n)
{
	const char	*s = text + 1;

	if (*text != '+' && *text != '-')
		return false;
	for (*n = 0; *s >= '0' && *s <= '9' && s - text <= DIGITS; s++)
		*n = *n * 10 + (*s - '0');
	return *s == '\0' && *n >= 1;
}

/* DATE +N UNIT, or -N; false: it is none. */
static bool
read_sum(struct count *c, char *const words[3], struct day *from, int32_t *n,
    enum unit *unit)
{
	int	times;

	if ((!day_parse(words[0], from) &&
	    day_complaint(words[0], from) != NULL) ||
	    !read_number(words[1], n) || !read_unit(c, words[2], unit, &times))
		return false;
	*n *= times;
	return true;
}

/* The day, "unknown" or "error". */
static const char *
answer(struct count *c, char *const words[3], char buf[static DAY_TEXT])
{
	struct period	p = { 0, UNIT_DAY, c->same_day, c->roll };
	struct day	from, brink, to;

	if (!read_sum(c, words, &from, &p.n, &p.unit))
		return "error";
	to = *words[1] == '+' ? period_last(p, from, c->cal, &brink) :
	    period_act(p, from, c->cal, &brink);
	if (day_is(to))
		return day_print(to, buf);
	return day_is(brink) ? "unknown" : "error";
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Cuts the line's first three words out; false: it has fewer. */
static bool
cut_words(char *s, char *words[3])
{
	int	i;

	for (i = 0; i < 3; i++) {
		while (is_blank(*s))
			s++;
		if (*s == '\0')
			return false;
		words[i] = s;
		while (*s != '\0' && !is_blank(*s))
			s++;
		if (*s != '\0')
			*s++ = '\0';
	}
	return true;
}

/* One read behind what is there, which is moved to the front. */
static void
read_more(struct in *i)
{
	char	*bigger;
	ssize_t	 n;

	i->to -= i->from;
	if (i->room - i->to < AT_ONCE) {
		i->room = 2 * (i->to + AT_ONCE);
		bigger = arena_alloc(i->arena, i->room + 1);
		memcpy(bigger, i->bytes + i->from, i->to);
		i->bytes = bigger;
	} else {
		memmove(i->bytes, i->bytes + i->from, i->to);
	}
	i->from = 0;
	do
		n = read(STDIN_FILENO, i->bytes + i->to, AT_ONCE);
	while (n < 0 && errno == EINTR);
	i->end = n <= 0;
	i->fault = n < 0 ? errno : 0;
	i->to += n > 0 ? (size_t)n : 0;
}

/* The next line as a string, or NULL. */
static char *
next_line(struct in *i)
{
	char	*line, *end;
	size_t	 seen = 0;

	while ((end = memchr(i->bytes + i->from + seen, '\n',
	    i->to - i->from - seen)) == NULL && !i->end) {
		seen = i->to - i->from;
		read_more(i);
	}
	if (i->from == i->to)
		return NULL;
	line = i->bytes + i->from;
	if (end == NULL) {
		i->from = i->to;
		i->bytes[i->to] = '\0';
	} else {
		i->from = (size_t)(end + 1 - i->bytes);
		*end = '\0';
	}
	return line;
}

static void
flush(struct out *o)
{
	fwrite(o->bytes, 1, o->used, stdout);
	if (o->watched)
		fflush(stdout);
	o->used = 0;
}

static void
put_line(struct out *o, const char *text)
{
	size_t	n = strlen(text);

	if (o->used + n + 1 > AT_ONCE)
		flush(o);
	memcpy(o->bytes + o->used, text, n);
	o->used += n;
	o->bytes[o->used++] = '\n';
	if (o->watched)
		flush(o);
}

static int
answer_stream(struct context *x, struct count *c)
{
	struct in	 i = { .arena = x->arena,
			    .bytes = arena_alloc(x->arena, 1) };
	struct out	 o = { arena_alloc(x->arena, AT_ONCE), 0,
			    isatty(STDOUT_FILENO) };
	char		*line, *words[3], buf[DAY_TEXT];
	int		 status = EXIT_FINE;
	const char	*said;

	while ((line = next_line(&i)) != NULL) {
		said = cut_words(line, words) ? answer(c, words, buf) :
		    "error";
		if (*said == 'e')
			status = EXIT_INPUT;
		put_line(&o, said);
	}
	flush(&o);
	if (i.fault == 0)
		return status;
	diag_fail(x->diags, _("cannot read standard input: %s"),
	    text_error(i.fault));
	return EXIT_MACHINE;
}

static bool
option_count(struct context *x, struct count *c)
{
	int	kind;
	bool	good = option_choice(x, OPT_COUNT, counts, &kind);

	c->same_day = kind == COUNT_JUDGED;
	c->roll = kind == COUNT_DEADLINE;
	return good;
}

int
cmd_day(struct context *x, int argc, char **argv)
{
	const struct calendars	*cals;
	const char		*top = option_division(x), *said;
	struct count		 c = { .nknown = 0 };
	char			 buf[DAY_TEXT];

	if (top == NULL || !option_count(x, &c))
		return EXIT_INPUT;
	cals = open_calendars(x);
	if (cals == NULL)
		return status_of(x);
	c.cal = calendars_for(cals, top);
	if (argc == 0)
		return answer_stream(x, &c);
	said = argc < 3 ? "error" : answer(&c, argv, buf);
	if (*said == 'e') {
		diag_error(x->diags, NOWHERE, _("this is no sum "
		    "of days; expected as `2020-09-30 +5 workdays` (day, "
		    "workday or month; +N or -N, N at least 1)"));
		return EXIT_INPUT;
	}
	puts(said);
	return EXIT_FINE;
}
