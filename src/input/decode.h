/*
 * decode.h -- bytes in the encodings of a spreadsheet, as UTF-8.
 *
 * The only user of iconv.  Bytes that are no character come out as
 * DECODE_BAD, which is nowhere in UTF-8: so whoever checks that a text is
 * UTF-8 finds them, at their place, in every encoding alike.
 */
#ifndef INPUT_DECODE_H
#define INPUT_DECODE_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum encoding { ENC_UTF8, ENC_GB18030, ENC_UTF16LE, ENC_UTF16BE };

#define DECODE_BAD	'\xff'

struct decoder {
	enum encoding	 encoding;
	bool		 open;
	iconv_t		 conv;
};

/* As iconv and people write it. */
const char	*encoding_name(enum encoding);

/* The encoding that a byte order mark tells, and the mark's length, or 0. */
size_t		 encoding_mark(const char *bytes, size_t len, enum encoding *);

/*
 * What bytes without a mark look like: UTF-8, unless more of their bytes
 * above 0x7f break it than make characters of it.  `whole`: they do not end
 * in the middle of a character.
 */
enum encoding	 encoding_guess(const char *bytes, size_t len, bool whole);

/* False: this system's iconv does not know the encoding. */
bool		 decode_open(struct decoder *, enum encoding);
void		 decode_close(struct decoder *);

/*
 * Decodes from in[*from..to) into out[0..room), moves *from on and returns
 * the bytes written.  A character cut off at the end stays where it is,
 * unless `last`.  Takes something whenever a whole character is there and
 * room is at least 4.
 */
size_t		 decode(struct decoder *, const char *in, size_t *from,
		    size_t to, bool last, char *out, size_t room);

/*
 * The name of a file as text: itself where it is UTF-8; else as GB18030, in
 * which archives from other systems have them; what is neither, as %XX.
 */
const char	*decode_name(struct arena *, const char *name);

#endif
