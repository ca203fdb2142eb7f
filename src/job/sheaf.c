#include "job/sheaf.h"

#include <stdlib.h>
#include <string.h>

#include "base/division.h"
#include "job/workers.h"

struct leaf {
	char	 code[DIVISION_MAX + 1];
	FILE	*file;
	char	*text;
	size_t	 len;
};

struct sheaf {
	struct arena	*arena;
	struct leaf	**leaves;	/* each where its stream knows it */
	size_t		 n, cap;
};

struct sheaf *
sheaf_new(struct arena *a)
{
	struct sheaf	*s = arena_alloc(a, sizeof(*s));

	s->arena = a;
	return s;
}

/* Mostly the one asked last time. */
FILE *
sheaf_file(struct sheaf *s, const char *code)
{
	struct leaf	*l;
	size_t		 i;

	for (i = s->n; i-- > 0;)
		if (strcmp(s->leaves[i]->code, code) == 0)
			return s->leaves[i]->file;
	if (s->n == s->cap) {
		s->leaves = arena_grow(s->arena, s->leaves, s->n, &s->cap,
		    sizeof(struct leaf *));
		for (i = s->n; i < s->cap; i++)
			s->leaves[i] = arena_alloc(s->arena, sizeof(*l));
	}
	l = s->leaves[s->n];
	snprintf(l->code, sizeof(l->code), "%s", code);
	l->file = open_memstream(&l->text, &l->len);
	s->n += l->file != NULL;
	return l->file;
}

bool
sheaf_hand(struct sheaf *s, FILE *out)
{
	struct leaf	*l;
	size_t		 i;
	bool		 good = true;

	for (i = 0; i < s->n; i++) {
		l = s->leaves[i];
		good = fclose(l->file) == 0 && good;
		putc(1, out);
		fwrite(l->code, sizeof(l->code), 1, out);
		fwrite(&l->len, sizeof(l->len), 1, out);
		fwrite(l->text, 1, l->len, out);
		free(l->text);
	}
	s->n = 0;
	return good && !ferror(out);
}

void
sheaf_end(FILE *out)
{
	putc(0, out);
}

bool
sheaf_take(FILE *in, FILE *(*to)(void *ctx, const char *code), void *ctx)
{
	char	 code[DIVISION_MAX + 1];
	size_t	 len;
	FILE	*out;
	int	 more;

	while ((more = getc(in)) == 1) {
		if (fread(code, sizeof(code), 1, in) != 1 ||
		    fread(&len, sizeof(len), 1, in) != 1)
			return false;
		out = to(ctx, code);
		if (out == NULL || !workers_copy(in, out, (long long)len))
			return false;
	}
	return more == 0;
}
