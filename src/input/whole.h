/*
 * whole.h -- a small file's bytes, at once, and its lines.
 */
#ifndef INPUT_WHOLE_H
#define INPUT_WHOLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"

enum { WHOLE_LINE = 500 };	/* bytes of a line kept for the caret */

struct lines {
	struct arena	 *arena;
	const char	 *path;
	const char	**text;		/* each without its newline */
	size_t		  n;
};

/*
 * Bytes from a descriptor until its end or until there is no more room; false
 * and errno: it cannot be read.
 */
bool	 whole_bytes(int fd, char *p, size_t room, size_t *len);

/*
 * The file's bytes and a NUL, their number in *len.  NULL: it cannot be read,
 * is a folder or has more than `most` bytes; that was said.
 */
char	*whole_read(struct arena *, const char *path, size_t most,
	    size_t *len, struct diags *);

/*
 * The same as UTF-8 without a mark, from whichever of the encodings of a
 * sheet (decode.h) it is in, and found to be text.
 */
char	*whole_decoded(struct arena *, const char *path, size_t most,
	    size_t *len, struct diags *);

/*
 * Finds the first byte of the text that is no character of UTF-8, or a
 * harmful one (base/text.h) other than tab and newline, and complains of it.
 */
bool	 whole_is_text(const char *path, const char *text, size_t len,
	    struct diags *);

/* Bytes of the line at p to show: no newline, no half a character. */
size_t	 whole_line(const char *p, size_t len);

/* Cuts the text into lines, CR, LF or CRLF; belongs to the arena. */
struct lines	 lines_cut(struct arena *, const char *path, const char *text,
		    size_t len);

/* A place by line and column counted from 0. */
struct place	 lines_at(const struct lines *, size_t line, size_t col);

#endif
