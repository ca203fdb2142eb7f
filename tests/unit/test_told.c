/*
 * Sentences told in no language: what is written is what is said again.
 *
 * Expected English is put together beside each value by arena_printf, which
 * knows nothing of told.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "words/say.h"

enum { TREES = 4000, DEEP = 4 };

/* A value, and what it says in English. */
struct both {
	struct told	 t;
	const char	*en;
};

static unsigned	seed = 2020;

static unsigned
draw(unsigned n)
{
	seed = seed * 1103515245u + 12345u;
	return seed / 65536u % n;
}

static const char *
text(struct arena *a)
{
	static const char *const	pieces[] = {
		"(", ")", "|", "\\", "%", "%s", "\n", "\t", "\x7f", "公示",
		"示例村", "a", "0", "13800138000", "\xff", " ", "'", "\\a"
	};
	const char	*s = "";
	unsigned	 i, n = draw(6);

	for (i = 0; i < n; i++)
		s = arena_printf(a, "%s%s", s,
		    pieces[draw(sizeof(pieces) / sizeof(*pieces))]);
	return s;
}

static struct both	tree(struct arena *, int depth);

static struct both
message(struct arena *a, int depth)
{
	struct both	x = tree(a, depth + 1), y = tree(a, depth + 1);

	switch (draw(3)) {
	case 0:
		return (struct both){ TELL(a, "%s: %s.", x.t, y.t),
		    arena_printf(a, "%s: %s.", x.en, y.en) };
	case 1:
		return (struct both){ TELL(a, "%s; %s", x.t, y.t),
		    arena_printf(a, "%s; %s", x.en, y.en) };
	default:
		return (struct both){ TELL(a, "'%s'", x.t),
		    arena_printf(a, "'%s'", x.en) };
	}
}

static struct both
leaf(struct arena *a)
{
	const int32_t	 n = (int32_t)draw(5);
	const char	*s = text(a), *zh = text(a), *en = text(a);
	struct day	 d = day_add(day_make(2020, 2, 28),
			    (int32_t)draw(3));
	char		 buf[DAY_TEXT];

	switch (draw(5)) {
	case 0:
		return (struct both){ told_day(d),
		    arena_dup(a, day_print(d, buf)) };
	case 1:
		return (struct both){ told_plural(a, "%d day", "%d days", n,
		    TOLD_NOTHING), arena_printf(a, n == 1 ? "%d day" :
		    "%d days", n) };
	case 2:
		return (struct both){ told_title(a, "id", zh, en),
		    *en != '\0' ? en : *zh != '\0' ? zh : "id" };
	case 3:
		return (struct both){ told_words("grave"), "grave" };
	default:
		return (struct both){ told_text(s), s };
	}
}

static struct both
tree(struct arena *a, int depth)
{
	return depth >= DEEP || draw(3) == 0 ? leaf(a) : message(a, depth);
}

static const char *
say(struct arena *a, enum lang lang, struct told t)
{
	return told_say(a, text_catalogue(lang), t);
}

static void
what_is_written_says_the_same(void **state)
{
	struct arena	*a = arena_new();
	struct both	 b;
	struct told	 back;
	const char	*s, *c;
	int		 i;

	(void)state;
	for (i = 0; i < TREES; i++) {
		arena_reset(a);
		b = tree(a, 0);
		s = told_write(a, b.t);
		for (c = s; *c != '\0'; c++)
			assert_true((unsigned char)*c >= 0x20 && *c != 0x7f);
		back = told_read(a, s);
		assert_string_equal(say(a, LANG_EN, b.t), b.en);
		assert_string_equal(say(a, LANG_EN, back), b.en);
		assert_string_equal(say(a, LANG_ZH, back),
		    say(a, LANG_ZH, b.t));
		assert_string_equal(told_write(a, back), s);
	}
	arena_free(a);
}

/* A database that another hand wrote: whatever stands there says something. */
static void
what_is_none_of_ours_harms_nothing(void **state)
{
	struct arena	*a = arena_new();
	char		*s;
	size_t		 len;
	int		 i, k;

	(void)state;
	for (i = 0; i < TREES; i++) {
		arena_reset(a);
		s = arena_dup(a, told_write(a, tree(a, 0).t));
		len = strlen(s);
		for (k = 0; k < 3 && len > 0; k++)
			s[draw((unsigned)len)] = "(|)\\%sdmx9"[draw(10)];
		if (len > 0 && draw(4) == 0)
			s[draw((unsigned)len)] = '\0';
		assert_non_null(say(a, LANG_ZH, told_read(a, s)));
		assert_non_null(say(a, LANG_EN, told_read(a, s)));
	}
	arena_free(a);
}

/* As far down as nobody writes: no stack is used up. */
static void
depth_is_limited(void **state)
{
	enum { FAR = 100000 };
	struct arena	*a = arena_new();
	char		*s = arena_alloc(a, 3 * FAR + 1);
	int		 i;

	(void)state;
	for (i = 0; i < FAR; i++)
		memcpy(s + 3 * i, "(l|", 3);
	assert_non_null(say(a, LANG_EN, told_read(a, s)));
	arena_free(a);
}

/* Sentences of before were kept as words: they say themselves. */
static void
words_of_before_say_themselves(void **state)
{
	static const char *const	kept[] = {
		"", "未公示：最迟 2020-09-16", "Posted on 2020-09-16 (late)",
		"100% of it", "a|b"
	};
	struct arena	*a = arena_new();
	size_t		 i;

	(void)state;
	for (i = 0; i < sizeof(kept) / sizeof(*kept); i++) {
		assert_string_equal(say(a, LANG_ZH, told_read(a, kept[i])),
		    kept[i]);
		assert_string_equal(say(a, LANG_EN, told_written(kept[i])),
		    kept[i]);
	}
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(what_is_written_says_the_same),
		cmocka_unit_test(what_is_none_of_ours_harms_nothing),
		cmocka_unit_test(depth_is_limited),
		cmocka_unit_test(words_of_before_say_themselves)
	};
	const char		*b = getenv("B");
	char			 dir[4096];

	snprintf(dir, sizeof(dir), "%s/locale", b == NULL ? "build" : b);
	if (!text_setup("zh", dir))
		return 1;
	return cmocka_run_group_tests(tests, NULL, NULL);
}
