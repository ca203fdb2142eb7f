#include "report/show.h"

#include <string.h>
#include <strings.h>

enum { KEY_PLAIN = 256 };	/* bytes; YAML's own limit is not far above */

static bool
all_printable(const char *s)
{
	size_t	len;

	for (; *s != '\0'; s += len)
		if (text_is_harmful(text_char(s, &len)))
			return false;
	return true;
}

static bool
means_other(const char *s)
{
	static const char *const	words[] = {
		"~", "null", "true", "false", "yes", "no", "on", "off", "y",
		"n", ".nan", ".inf", "-.inf", "+.inf"
	};
	size_t				i;

	for (i = 0; i < sizeof(words) / sizeof(*words); i++)
		if (strcasecmp(s, words[i]) == 0)
			return true;
	return false;
}

/* May it stand without quotes, in a block and between brackets? */
static bool
plain(const char *s)
{
	size_t	len = strlen(s);

	return len > 0 && strchr(" -&*!|>'\"%@`<=~", *s) == NULL &&
	    s[len - 1] != ' ' && strpbrk(s, ",[]{}:?#\\") == NULL &&
	    strncmp(s, "［", 3) != 0 && strncmp(s, "｛", 3) != 0 &&
	    strncmp(s, "\xe3\x80\x80", 3) != 0 &&
	    strspn(s, "0123456789.") != len && !means_other(s) &&
	    all_printable(s);
}

static void
put_quoted(FILE *f, const char *s)
{
	size_t		len;
	unsigned	c;

	putc('"', f);
	for (; *s != '\0'; s += len) {
		c = text_char(s, &len);
		if (c == '"' || c == '\\')
			fprintf(f, "\\%c", (int)c);
		else if (c == '\n')
			fputs("\\n", f);
		else if (text_is_harmful(c))
			fprintf(f, c > 0xffff ? "\\U%08X" : "\\u%04X", c);
		else if (c == 0xfffd && len == 1)
			fputs("\\uFFFD", f);
		else
			fwrite(s, 1, len, f);
	}
	putc('"', f);
}

void
put_text(const struct show *o, const char *s)
{
	if (plain(s))
		fputs(s, o->f);
	else
		put_quoted(o->f, s);
}

void
put_key(const struct show *o, int depth, enum word w)
{
	fprintf(o->f, "%*s%s:", 2 * depth, "", vocab_text(w, o->lang));
}

void
put_field(const struct show *o, int depth, enum word w, const char *text)
{
	if (*text == '\0')
		return;
	put_key(o, depth, w);
	putc(' ', o->f);
	put_text(o, text);
	putc('\n', o->f);
}

void
put_name(const struct show *o, int depth, const char *name)
{
	bool	longer = strlen(name) > KEY_PLAIN;

	fprintf(o->f, "%*s%s", 2 * depth, "", longer ? "? " : "");
	put_text(o, name);
	if (longer)
		fprintf(o->f, "\n%*s", 2 * depth, "");
	putc(':', o->f);
}

void
put_word_field(const struct show *o, int depth, enum word key, enum word value)
{
	put_key(o, depth, key);
	fprintf(o->f, " %s\n", vocab_text(value, o->lang));
}

/* ---- what stands between brackets */

static void
put_choice(const struct show *o, const char **comma, enum word key, int value,
    enum word yes, enum word no)
{
	if (value < 0)
		return;
	fprintf(o->f, "%s%s: %s", *comma, vocab_text(key, o->lang),
	    vocab_text(value > 0 ? yes : no, o->lang));
	*comma = ", ";
}

bool
counting_says(const struct counting *c)
{
	return c->deadline_counted >= 0 || c->deadline_roll >= 0 ||
	    c->judged_counted >= 0 || c->planned_counted >= 0 ||
	    c->window_roll >= 0;
}

/* {deadlines: {...}, windows: {...}} */
void
put_counting(const struct show *o, const struct counting *c)
{
	const char	*comma = "";
	bool		 due = c->deadline_counted >= 0 ||
			    c->deadline_roll >= 0;

	putc('{', o->f);
	if (due) {
		fprintf(o->f, "%s: {", vocab_text(W_DEADLINES, o->lang));
		put_choice(o, &comma, W_FIRST_DAY, c->deadline_counted,
		    W_COUNTED, W_NOT_COUNTED);
		put_choice(o, &comma, W_ROLL, c->deadline_roll,
		    W_ROLL_NEXT, W_ROLL_NONE);
		putc('}', o->f);
	}
	if (c->judged_counted >= 0 || c->planned_counted >= 0 ||
	    c->window_roll >= 0) {
		fprintf(o->f, "%s%s: {", due ? ", " : "",
		    vocab_text(W_WINDOWS, o->lang));
		comma = "";
		put_choice(o, &comma, W_JUDGED, c->judged_counted,
		    W_COUNTED, W_NOT_COUNTED);
		put_choice(o, &comma, W_PLANNED, c->planned_counted,
		    W_COUNTED, W_NOT_COUNTED);
		put_choice(o, &comma, W_ROLL, c->window_roll,
		    W_ROLL_NEXT, W_ROLL_NONE);
		putc('}', o->f);
	}
	putc('}', o->f);
}

void
put_counting_field(const struct show *o, int depth, const struct counting *c)
{
	if (!counting_says(c))
		return;
	put_key(o, depth, W_COUNTING);
	putc(' ', o->f);
	put_counting(o, c);
	putc('\n', o->f);
}


void
put_basis(const struct show *o, const struct basis *b)
{
	const char	*comma = "[";

	if (b->also == NULL) {
		put_text(o, b->text);
		return;
	}
	for (; b != NULL; b = b->also, comma = ", ") {
		fputs(comma, o->f);
		put_text(o, b->one);
	}
	putc(']', o->f);
}

void
put_basis_field(const struct show *o, int depth, const struct basis *own)
{
	if (own == NULL)
		return;
	put_key(o, depth, W_BASIS);
	putc(' ', o->f);
	put_basis(o, own);
	putc('\n', o->f);
}

void
put_inner(const struct show *o, const char **comma, enum word key)
{
	fprintf(o->f, "%s%s: ", *comma, vocab_text(key, o->lang));
	*comma = ", ";
}

const char *
event_named(const struct show *o, int event)
{
	const struct event_rule	*e = &o->proc->events[event];

	return o->lang == LANG_ZH ? e->title : e->id;
}

const char *
trait_named(const struct show *o, int trait)
{
	const struct label	*t = &o->proc->traits[trait];

	return o->lang == LANG_ZH ? t->title : t->id;
}

/* ---- conditions */

enum { KEYS = 4 };

static struct some
some_of(const struct condition *c, int i, enum word *key)
{
	static const enum word	keys[KEYS] = {
		W_FOR, W_NOT_FOR, W_WHEN, W_UNLESS
	};

	*key = keys[i];
	return i == 0 ? c->only : i == 1 ? c->except : i == 2 ? c->when :
	    c->unless;
}

/* NAME or [NAME, NAME] */
static void
put_some(const struct show *o, struct some s, bool traits)
{
	int	i;

	if (s.n > 1)
		putc('[', o->f);
	for (i = 0; i < s.n; i++) {
		fputs(i == 0 ? "" : ", ", o->f);
		put_text(o, traits ? trait_named(o, s.of[i]) :
		    event_named(o, s.of[i]));
	}
	if (s.n > 1)
		putc(']', o->f);
}

void
put_condition(const struct show *o, int depth, const struct condition *c)
{
	enum word	key;
	struct some	s;
	int		i;

	for (i = 0; c != NULL && i < KEYS; i++) {
		s = some_of(c, i, &key);
		if (s.n == 0)
			continue;
		put_key(o, depth, key);
		putc(' ', o->f);
		put_some(o, s, i < 2);
		putc('\n', o->f);
	}
}

void
put_condition_inner(const struct show *o, const char **comma,
    const struct condition *c)
{
	enum word	key;
	struct some	s;
	int		i;

	for (i = 0; c != NULL && i < KEYS; i++) {
		s = some_of(c, i, &key);
		if (s.n == 0)
			continue;
		put_inner(o, comma, key);
		put_some(o, s, i < 2);
	}
}
