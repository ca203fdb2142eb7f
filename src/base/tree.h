/*
 * tree.h -- a document of keys and values in which every node knows its place.
 *
 * What input/yaml fills and rule/ reads.
 */
#ifndef BASE_TREE_H
#define BASE_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP };

struct node {
	enum node_kind		 kind;
	struct place		 place;		/* first character */
	const char		*text;		/* of a text; "" for empty */
	bool			 quoted;
	size_t			 n;		/* items or pairs */
	struct node		**items;
	struct pair		*pairs;
};

struct pair {
	struct node	*key;			/* always a text */
	struct node	*value;
};

/* Place of the character that is `bytes` into a one-line plain text node. */
struct place	 node_at(const struct node *, size_t bytes);

#endif
