#include "input/decode.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

const char *
encoding_name(enum encoding e)
{
	static const char *const	 names[] = {
		[ENC_UTF8] = "UTF-8",
		[ENC_GB18030] = "GB18030",
		[ENC_UTF16LE] = "UTF-16LE",
		[ENC_UTF16BE] = "UTF-16BE"
	};

	return names[e];
}

size_t
encoding_mark(const char *bytes, size_t len, enum encoding *e)
{
	static const struct {
		const char	*mark;
		size_t		 len;
		enum encoding	 encoding;
	} marks[] = {
		{"\xef\xbb\xbf", 3, ENC_UTF8},
		{"\xff\xfe", 2, ENC_UTF16LE},
		{"\xfe\xff", 2, ENC_UTF16BE}
	};
	size_t	 i;

	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (len >= marks[i].len &&
		    memcmp(bytes, marks[i].mark, marks[i].len) == 0) {
			*e = marks[i].encoding;
			return marks[i].len;
		}
	return 0;
}

enum encoding
encoding_guess(const char *bytes, size_t len, bool whole)
{
	size_t	 i, n, left, good = 0, bad = 0;

	for (i = 0; i < len; i += n) {
		n = 1;
		if ((unsigned char)bytes[i] < 0x80)
			continue;
		left = len - i < 4 ? len - i : 4;
		if (left < 4 && !whole)
			break;
		for (n = 2; n <= left; n++)
			if (text_is_utf8(bytes + i, n))
				break;
		if (n <= left) {
			good++;
		} else {
			bad++;
			n = 1;
		}
	}
	return bad > good ? ENC_GB18030 : ENC_UTF8;
}

bool
decode_open(struct decoder *d, enum encoding e)
{
	d->encoding = e;
	d->open = false;
	if (e == ENC_UTF8)
		return true;
	d->conv = iconv_open("UTF-8", encoding_name(e));
	d->open = d->conv != (iconv_t)-1;
	return d->open;
}

void
decode_close(struct decoder *d)
{
	if (d->open)
		(void)iconv_close(d->conv);
	d->open = false;
}

static size_t
copy(const char *in, size_t *from, size_t to, char *out, size_t room)
{
	size_t	 n = to - *from < room ? to - *from : room;

	memcpy(out, in + *from, n);
	*from += n;
	return n;
}

/* Bytes to give up as one broken character. */
static size_t
step(enum encoding e, size_t left)
{
	size_t	 n = e == ENC_GB18030 ? 1 : 2;

	return n < left ? n : left;
}

size_t
decode(struct decoder *d, const char *in, size_t *from, size_t to, bool last,
    char *out, size_t room)
{
	char	*p, *q = out;
	size_t	 left, space = room;
	int	 why;

	if (d->encoding == ENC_UTF8)
		return copy(in, from, to, out, room);
	while (*from < to) {
		/* iconv's parameter is not const; it writes nothing there. */
		p = (char *)(uintptr_t)(in + *from);
		left = to - *from;
		if (iconv(d->conv, &p, &left, &q, &space) != (size_t)-1)
			why = 0;
		else
			why = errno;
		*from = to - left;
		if (why == E2BIG || (why == EINVAL && !last))
			break;
		if (why == 0)
			continue;
		if (space == 0)
			break;
		*q++ = DECODE_BAD;
		space--;
		*from += step(d->encoding, left);
	}
	return (size_t)(q - out);
}

static const char *
escaped(struct arena *a, const char *name)
{
	char	*out = arena_alloc(a, 3 * strlen(name) + 1), *q = out;

	for (; *name != '\0'; name++)
		if ((unsigned char)*name < 0x80)
			*q++ = *name;
		else
			q += sprintf(q, "%%%02X", (unsigned char)*name);
	return out;
}

const char *
decode_name(struct arena *a, const char *name)
{
	const size_t	 len = strlen(name), room = 4 * len + 1;
	struct decoder	 d;
	size_t		 from = 0, n;
	char		*out;

	if (text_is_utf8(name, len))
		return name;
	if (!decode_open(&d, ENC_GB18030))
		return escaped(a, name);
	out = arena_alloc(a, room);
	n = decode(&d, name, &from, len, true, out, room - 1);
	decode_close(&d);
	return memchr(out, DECODE_BAD, n) == NULL && from == len &&
	    strchr(out, '/') == NULL ? out : escaped(a, name);
}
