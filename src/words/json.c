#include "words/json.h"

#include <inttypes.h>
#include <string.h>

#include "base/text.h"
#include "words/say.h"

static const char	hex[] = "0123456789abcdef";

static void
escape_unit(FILE *f, unsigned c)
{
	putc_unlocked('\\', f);
	putc_unlocked('u', f);
	putc_unlocked(hex[c >> 12 & 15], f);
	putc_unlocked(hex[c >> 8 & 15], f);
	putc_unlocked(hex[c >> 4 & 15], f);
	putc_unlocked(hex[c & 15], f);
}

/* A tag, beyond the first plane, as two surrogates. */
static void
escape(FILE *f, unsigned c)
{
	const char	*letter = strchr("\nn\tt\rr\"\"\\\\", (int)c);

	if (letter != NULL && c != '\0' && c < 0x80) {
		putc_unlocked('\\', f);
		putc_unlocked(letter[1], f);
		return;
	}
	if (c > 0xffff) {
		escape_unit(f, 0xd800 + ((c - 0x10000) >> 10));
		c = 0xdc00 + (c & 0x3ff);
	}
	escape_unit(f, c);
}

/* A byte that goes through as it is. */
static bool
plain(unsigned char c)
{
	return c >= 0x20 && c < 0x7f && c != '"' && c != '\\';
}

void
json_string(FILE *f, const char *s)
{
	const char	*run = s;
	size_t		 len;
	unsigned	 c;

	if (s == NULL) {
		fputs("null", f);
		return;
	}
	putc_unlocked('"', f);
	for (; *s != '\0'; s += len) {
		len = text_is_han(s) && *s != '\xe3' ? 3 : 1;
		if (len == 3 || plain((unsigned char)*s))
			continue;
		c = text_char(s, &len);
		if (len > 1 && !text_is_harmful(c))
			continue;
		fwrite(run, 1, (size_t)(s - run), f);
		if (c >= 0x80 && len == 1)
			fputs("\xef\xbf\xbd", f);
		else
			escape(f, c);
		run = s + len;
	}
	fwrite(run, 1, (size_t)(s - run), f);
	putc_unlocked('"', f);
}

void
json_day(FILE *f, struct day d)
{
	char	buf[DAY_TEXT];

	json_string(f, day_is(d) ? day_print(d, buf) : NULL);
}

void
json_member(FILE *f, const char *name, const char *value)
{
	fputs(name, f);
	json_string(f, value);
}

void
json_member_day(FILE *f, const char *name, struct day d)
{
	fputs(name, f);
	json_day(f, d);
}

void
json_finding(FILE *f, struct arena *a, const struct catalogue *words,
    const struct kept *k, bool first)
{
	json_member(f, "{\"key\": ", k->key);
	if (first)
		json_member_day(f, ", \"first\": ", k->first);
	json_member(f, ", \"code\": ", code_name(k->code));
	json_member(f, ", \"severity\": ", severity_name(k->severity));
	json_member(f, ", \"case\": ", k->id);
	json_member(f, ", \"procedure\": ", k->procedure);
	json_member(f, ", \"step\": ", k->step);
	json_member(f, ", \"event\": ", k->event);
	json_member(f, ", \"division\": ", k->at);
	json_member_day(f, ", \"due\": ", k->due);
	json_member_day(f, ", \"actual\": ", k->actual);
	if (k->days < 0)
		fputs(", \"days\": null", f);
	else
		fprintf(f, ", \"days\": %" PRId32, k->days);
	json_member(f, ", \"basis\": ", k->basis);
	json_member(f, ", \"message\": ", told_say(a, words,
	    k->message));
	putc_unlocked('}', f);
}

void
json_states(FILE *f, const long long states[static STATES])
{
	const char	*last = "", *next;
	const char	*lead = "{";
	int		 i, at = 0;

	for (;;) {
		next = NULL;
		for (i = 0; i < STATES; i++)
			if (states[i] > 0 &&
			    strcmp(state_name((enum state)i), last) > 0 &&
			    (next == NULL || strcmp(state_name((enum state)i),
			    next) < 0)) {
				next = state_name((enum state)i);
				at = i;
			}
		if (next == NULL)
			break;
		fprintf(f, "%s\"%s\": %lld", lead, next, states[at]);
		last = next;
		lead = ", ";
	}
	fputs(*last == '\0' ? "{}" : "}", f);
}
