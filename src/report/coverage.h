/*
 * coverage.h -- what the tests of packs show, written out: for each element of
 * the rules the test that raises it, and the one that leaves it alone.
 */
#ifndef REPORT_COVERAGE_H
#define REPORT_COVERAGE_H

#include "rule/elements.h"
#include "words/layout.h"

/* A test, by file and line; file NULL: none. */
struct spot {
	const char	*file;
	int		 line;
};

struct cover {
	const struct procedure	*proc;
	const struct element	*element;
	struct spot		 raised;	/* where it is, */
	struct spot		 left;		/* ... and beside it is not */
};

struct pack_cover {
	const struct pack	*pack;
	const struct cover	*list;
	size_t			 n, lacking, never;
	size_t			 files;		/* 0: it has no tests */
	size_t			 faulty;	/* files with faults */
};

static inline bool
is_covered(const struct cover *c)
{
	return c->element->never || c->left.file != NULL;
}

/* The format is text or JSON. */
void		 coverage_write(struct layout, const struct pack_cover *const *,
		    size_t npacks);

#endif
