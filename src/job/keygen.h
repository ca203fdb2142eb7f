/*
 * keygen.h -- ssh-keygen of openssh-client, which signs and checks signatures.
 *
 * It runs as a process of its own: words as a vector, never a shell; what it
 * is to read comes through descriptors that have no name, so that nothing is
 * left behind.  What it says is kept up to a bound, and it is waited for no
 * longer than its patience between two signs of life.
 */
#ifndef JOB_KEYGEN_H
#define JOB_KEYGEN_H

#include "base/arena.h"
#include "base/diag.h"

/* What a parcel's signature is bound to. */
#define KEYGEN_NAMESPACE	"gongshi-parcel"

struct keygen;

/* The content of a file for it; as /dev/fd/3 and /dev/fd/4 in its words. */
struct keygen_text {
	const char	*bytes;
	size_t		 len;
};

enum { KEYGEN_TEXTS = 2 };

/*
 * Words after the program's name, ended by NULL.  Texts without bytes are
 * none.  NULL: an error was added, the machine's.
 */
struct keygen	*keygen_start(struct arena *, const char *const *words,
		    const struct keygen_text[static KEYGEN_TEXTS],
		    int patience, struct diags *);

/* On its standard input.  One that has heard enough is no failure. */
void		 keygen_feed(struct keygen *, const char *, size_t);

/* Its status, and what it wrote; -1: the machine failed, an error was added. */
struct keygen_said {
	const char	*out, *err;
	size_t		 outlen;
};
int		 keygen_end(struct keygen *, struct keygen_said *);

#endif
