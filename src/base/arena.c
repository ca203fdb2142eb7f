#include "base/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK = 64 * 1024, ALIGN = alignof(max_align_t) };

struct block {
	struct block	*next;
	size_t		 size;
	size_t		 used;
	alignas(max_align_t) char data[];
};

struct arena {
	struct block	*first;
	struct block	*now;
};

static void
out_of_memory(void)
{
	fputs("gongshi: out of memory\n", stderr);
	exit(3);
}

static struct block *
block_new(size_t size)
{
	struct block	*b = NULL;

	if (size <= SIZE_MAX / 2)
		b = malloc(sizeof(*b) + size);
	if (b == NULL)
		out_of_memory();
	b->next = NULL;
	b->size = size;
	b->used = 0;
	return b;
}

struct arena *
arena_new(void)
{
	struct arena	*a = malloc(sizeof(*a));

	if (a == NULL)
		out_of_memory();
	a->first = a->now = block_new(BLOCK);
	return a;
}

void
arena_free(struct arena *a)
{
	struct block	*b, *next;

	if (a == NULL)
		return;
	for (b = a->first; b != NULL; b = next) {
		next = b->next;
		free(b);
	}
	free(a);
}

/*
 * A block made for one large value goes back, so that a single large case
 * does not stay in memory for the rest of a scan.
 */
void
arena_reset(struct arena *a)
{
	struct block	**at = &a->first->next, *b;

	while ((b = *at) != NULL) {
		if (b->size > BLOCK) {
			*at = b->next;
			free(b);
			continue;
		}
		b->used = 0;
		at = &b->next;
	}
	a->first->used = 0;
	a->now = a->first;
}

static size_t
aligned(size_t size)
{
	return (size + ALIGN - 1) / ALIGN * ALIGN;
}

static void *
take(struct arena *a, size_t size)
{
	struct block	*b = a->now;
	size_t		 want;
	void		*p;

	if (size > SIZE_MAX / 4)
		out_of_memory();
	want = aligned(size);
	while (b->size - b->used < want) {
		if (b->next == NULL)
			b->next = block_new(want > BLOCK ? want : BLOCK);
		b = b->next;
	}
	a->now = b;
	p = b->data + b->used;
	b->used += want;
	return p;
}

void *
arena_room(struct arena *a, size_t size)
{
	return take(a, size);
}

void *
arena_alloc(struct arena *a, size_t size)
{
	return memset(take(a, size), 0, size);
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
	if (size != 0 && n > SIZE_MAX / size)
		out_of_memory();
	return arena_alloc(a, n * size);
}

void *
arena_grow(struct arena *a, void *items, size_t n, size_t *cap, size_t size)
{
	char	*bigger;

	if (n < *cap)
		return items;
	*cap = *cap == 0 ? 8 : *cap * 2;
	if (*cap > SIZE_MAX / 4 / size)
		out_of_memory();
	bigger = take(a, *cap * size);
	if (n > 0)
		memcpy(bigger, items, n * size);
	memset(bigger + n * size, 0, (*cap - n) * size);
	return bigger;
}

char *
arena_ndup(struct arena *a, const char *s, size_t len)
{
	char	*p = take(a, len + 1);

	memcpy(p, s, len);
	p[len] = '\0';
	return p;
}

char *
arena_dup(struct arena *a, const char *s)
{
	return arena_ndup(a, s, strlen(s));
}

/* fmt's texts joined at `to`; their bytes, 0 if they, or more, do not fit. */
static size_t
join(char *to, size_t left, const char *fmt, va_list ap)
{
	const char	*s;
	size_t		 n, all = 0;

	for (;;) {
		n = strcspn(fmt, "%");
		s = fmt;
		if (n == 0 && *fmt == '%') {
			if (fmt[1] != 's')
				return 0;
			fmt += 2;
			s = va_arg(ap, const char *);
			n = strlen(s);
		} else
			fmt += n;
		if (n >= left - all)
			return 0;
		memcpy(to + all, s, n);
		all += n;
		if (*fmt == '\0')
			break;
	}
	to[all] = '\0';
	return all;
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
	size_t	 left = a->now->size - a->now->used, joined;
	char	*room = a->now->data + a->now->used, *p;
	va_list	 ap;
	int	 n;

	/* Most formats hold but %s, for which printf is slow. */
	va_start(ap, fmt);
	joined = join(room, left, fmt, ap);
	va_end(ap);
	if (joined > 0)
		return take(a, joined + 1);
	/* Straight into the room that is left; again only if too small. */
	va_start(ap, fmt);
	n = vsnprintf(room, left, fmt, ap);
	va_end(ap);
	if (n < 0)
		out_of_memory();
	p = take(a, (size_t)n + 1);
	if (p == room && (size_t)n < left)
		return p;
	va_start(ap, fmt);
	(void)vsnprintf(p, (size_t)n + 1, fmt, ap);
	va_end(ap);
	return p;
}
