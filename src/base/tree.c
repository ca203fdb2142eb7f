#include "base/tree.h"

#include <string.h>

#include "base/text.h"

/* The bytes of s before its character `col` (from 1), or NULL past its end. */
static const char *
behind(const char *s, int col)
{
	size_t	 len;

	for (; col > 1; col--) {
		if (*s == '\0')
			return NULL;
		(void)text_char(s, &len);
		s += len;
	}
	return s;
}

/*
 * What is written in the line decides: a text that does not stand there as it
 * reads (a block, a folded or an escaped one) has no place but its own.
 */
struct place
node_at(const struct node *node, size_t bytes)
{
	struct place	 at = node->place;
	int		 col = at.col + (node->quoted ? 1 : 0);
	const char	*from;

	if (node->kind != NODE_TEXT || bytes > strlen(node->text))
		return at;
	if (at.text != NULL) {
		from = behind(at.text, col);
		if (from == NULL || strncmp(from, node->text, bytes) != 0)
			return at;
	}
	at.col = col + (int)text_chars(node->text, bytes);
	return at;
}
