/*
 * text.h -- the words shown to people: their language, their width.
 *
 * The only user of gettext.  All text is UTF-8.  A width is in columns of a
 * terminal, where a Chinese character takes two.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

#define _(msgid)	text_in(msgid)
#define N_(msgid)	(msgid)

enum lang { LANG_ZH, LANG_EN };

/*
 * Chooses the language that the process speaks, before anything is said in
 * earnest, and finds the catalogues of all, which lie in `dir`.  `asked` is
 * "zh", "en" or NULL: then the locale's, and Chinese where the locale names
 * none.  False: it is neither.
 */
bool		 text_setup(const char *asked, const char *dir);

/*
 * The words of a language: a value that is handed to whoever speaks.  There
 * is one of each, for good; the messages themselves are the English one.
 */
struct catalogue {
	enum lang	lang;
};

const struct catalogue	*text_catalogue(enum lang);

/*
 * A message in that language; never NULL, not owned by the caller.  What has
 * no translation is itself.  `msgid` lives as long as the process; text_find
 * takes any, and is slower.
 */
const char	*text_say(const struct catalogue *, const char *msgid)
		    __attribute__((format_arg(2)));
const char	*text_say_plural(const struct catalogue *, const char *one,
		    const char *many, unsigned long n)
		    __attribute__((format_arg(2), format_arg(3)));
const char	*text_find(const struct catalogue *, const char *msgid);

/* The same in the process's own. */
const struct catalogue	*text_own(void);
enum lang	 text_lang(void);
const char	*text_in(const char *msgid) __attribute__((format_arg(1)));
const char	*text_plural(const char *one, const char *many, unsigned long n)
		    __attribute__((format_arg(1), format_arg(2)));

/* What an errno means, in the process's own language. */
const char	*text_error(int);

/*
 * One character of s: its code point, and in *len its bytes (at least 1).
 * A byte that begins no UTF-8 character is U+FFFD, one byte long.
 */
unsigned	 text_char(const char *s, size_t *len);

/* Its inverse: the bytes of a code point, up to 4, and no NUL; how many. */
size_t		 text_put(char *out, unsigned c);

/*
 * Does a whole character of U+3000 to U+9FFF stand here, in three bytes?  Most
 * of what is written is Chinese, and none of these needs a closer look.
 */
static inline bool
text_is_han(const char *s)
{
	const unsigned char	*p = (const unsigned char *)s;

	return p[0] >= 0xe3 && p[0] <= 0xe9 && (p[1] & 0xc0) == 0x80 &&
	    (p[2] & 0xc0) == 0x80;
}

/*
 * One that is not harmful either: U+3000 to U+30FF, U+4000 to U+9FFF, full
 * width from U+FF00 to U+FF7F.
 */
static inline bool
text_is_plain_han(const char *s)
{
	const unsigned char	*p = (const unsigned char *)s;

	if ((p[0] & 0xe0) != 0xe0 || (p[1] & 0xc0) != 0x80 ||
	    (p[2] & 0xc0) != 0x80)
		return false;
	return (p[0] >= 0xe4 && p[0] <= 0xe9) ||
	    (p[0] == 0xe3 && p[1] <= 0x83) || (p[0] == 0xef &&
	    (p[1] == 0xbc || p[1] == 0xbd));
}

/*
 * The one list of characters that no text may carry on: those a terminal
 * obeys or a program takes for the end of a line (C0, DEL, C1, line and
 * paragraph separators), those that turn the order of the text round, and
 * those that take no room, so that two names look like one.  Tab and newline
 * are among them.
 */
bool		 text_is_harmful(unsigned c);

/*
 * s where it is without any of them and UTF-8, else a copy in which each is
 * a blank; what is no UTF-8 becomes U+FFFD.  A newline stays where `lines`
 * says so.  For texts that another program lays out.
 */
const char	*text_clean(struct arena *, const char *s, bool lines);

/*
 * The same, but each can be seen: a control character as its picture, any
 * other as <U+202E>.  For a terminal and for reports; a newline stands out
 * like the others.
 */
const char	*text_safe(struct arena *, const char *s);

bool		 text_is_utf8(const char *s, size_t len);

/*
 * The words behind the tag of a calendar entry's summary, 【待贴】 or [post] in
 * whichever language; s itself where there is none.
 */
const char	*text_untagged(const char *s);

/* Characters in the first `len` bytes of s. */
size_t		 text_chars(const char *s, size_t len);

/* Columns that the first `len` bytes of s take. */
int		 text_width(const char *s, size_t len);

/* Of two `const char *`, for qsort: by their bytes. */
int		 text_by_bytes(const void *, const void *);

/* Sorts texts so, each once; how many are left. */
size_t		 text_sort_once(const char **, size_t n);

/* n texts, one behind the other, with `between` them; "" of none. */
const char	*text_join(struct arena *, const char *const *, size_t n,
		    const char *between);

/*
 * How far two words are apart: single insertions, deletions, changes and
 * swaps of neighbouring characters.  `nearest` of n words is the one that
 * a person may have meant, NULL where none is near.
 */
int		 text_distance(const char *, const char *);
const char	*text_nearest(const char *word, const char *const *words,
		    size_t n);

#endif
