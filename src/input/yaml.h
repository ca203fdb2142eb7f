/*
 * yaml.h -- a YAML file as a tree of nodes (base/tree.h).
 *
 * The only user of libyaml.  Read by events: aliases, anchors, tags, several
 * documents, depth over YAML_DEPTH and size over YAML_SIZE are refused as
 * they come.  Of libyaml's own syntax errors the first of a file is told, in
 * words of somebody who knows no YAML: full-width ：，｛｝ and tabs used as
 * syntax are named as what they are.
 */
#ifndef INPUT_YAML_H
#define INPUT_YAML_H

#include "base/tree.h"

enum { YAML_DEPTH = 16, YAML_SIZE = 1 << 20, YAML_NODES = 50000 };

/*
 * The bytes of a file (they need not end in NUL), whose places are shown under
 * `path`.  NULL: at least one error was added.  A key that stands twice is an
 * error, and the tree comes all the same, with the first one: so that the rest
 * of the file can be told of in the same run.
 */
struct node	*yaml_parse(struct arena *, const char *path,
		    const char *text, size_t len, struct diags *);

#endif
