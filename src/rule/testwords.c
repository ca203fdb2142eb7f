#include "rule/testwords.h"

#include <string.h>

/* Where rule files and sheets have a word for it, it is theirs. */
static const struct {
	unsigned	 groups;
	const char	*en, *zh;
} words[TEST_WORDS] = {
	[TW_PROCEDURE] = { IN_HEAD, "procedure", "程序" },
	[TW_AT] = { IN_HEAD | IN_TRIAL | OF_POSTING | OF_OBJECTION |
	    OF_EXPECT, "at", "区划" },
	[TW_PLACES] = { IN_HEAD | IN_TRIAL, "places", "涉及区划" },
	[TW_TRAITS] = { IN_HEAD | IN_TRIAL, "traits", "类别" },
	[TW_PERIOD] = { IN_HEAD | IN_TRIAL, "period", "期别" },
	[TW_WHERE] = { IN_HEAD, "where", "张贴于" },
	[TW_GIVEN] = { IN_BLOCK, "given", "已知" },
	[TW_CASE] = { IN_BLOCK | OF_POINT, "case", "办件" },
	[TW_NEIGHBOUR] = { IN_BLOCK, "neighbour", "差一日" },
	[TW_OTHERWISE] = { IN_BLOCK, "otherwise", "若改为" },
	[TW_WITH] = { IN_TRIAL | IN_GIVEN, "with", "沿用" },
	[TW_WITHOUT] = { IN_TRIAL | IN_GIVEN, "without", "去掉" },
	[TW_EVENT] = { IN_TRIAL | IN_GIVEN | OF_WITHOUT | OF_EXPECT, "event",
	    "事件" },
	[TW_POSTING] = { IN_TRIAL | IN_GIVEN | OF_WITHOUT, "posting", "张贴" },
	[TW_OBJECTION] = { IN_TRIAL | IN_GIVEN | OF_WITHOUT, "objection",
	    "异议" },
	[TW_TODAY] = { IN_TRIAL, "today", "今日" },
	[TW_EXPECT] = { IN_TRIAL, "expect", "应报" },
	[TW_TO] = { OF_POSTING, "to", "至" },
	[TW_MEDIUM] = { OF_POSTING, "medium", "载体" },
	[TW_PLACE] = { OF_POSTING, "place", "地点" },
	[TW_REVIEWED] = { OF_POSTING, "reviewed", "保密审查" },
	[TW_CONTENT] = { OF_POSTING, "content", "内容" },
	[TW_EVIDENCE] = { OF_POSTING, "evidence", "佐证" },
	[TW_RECEIVED] = { OF_OBJECTION, "received", "收到" },
	[TW_RESOLVED] = { OF_OBJECTION, "resolved", "办结" },
	[TW_OUTCOME] = { OF_OBJECTION, "outcome", "结果" },
	[TW_BY] = { OF_OBJECTION, "by", "处理单位" },
	[TW_NUMBER] = { OF_OBJECTION, "number", "编号" },
	[TW_DUE] = { OF_EXPECT, "due", "应为" },
	[TW_ACTUAL] = { OF_EXPECT, "actual", "实际" },
	[TW_SEVERITY] = { OF_EXPECT, "severity", "严重程度" },
	[TW_BASIS] = { OF_EXPECT, "basis", "依据" },
};

static bool
is_in(int w, unsigned groups)
{
	return (words[w].groups & groups) != 0;
}

enum test_word
test_word_find(const char *text, unsigned groups)
{
	int	w;

	for (w = TW_NONE + 1; w < TEST_WORDS; w++)
		if (is_in(w, groups) && (strcmp(text, words[w].en) == 0 ||
		    strcmp(text, words[w].zh) == 0))
			return (enum test_word)w;
	return TW_NONE;
}

const char *
test_word(enum test_word w, enum lang lang)
{
	return lang == LANG_ZH ? words[w].zh : words[w].en;
}

const char *
test_word_nearest(const char *text, unsigned groups)
{
	const char	*known[2 * TEST_WORDS];
	size_t		 n = 0;
	int		 w;

	for (w = TW_NONE + 1; w < TEST_WORDS; w++)
		if (is_in(w, groups)) {
			known[n++] = words[w].en;
			known[n++] = words[w].zh;
		}
	return text_nearest(text, known, n);
}

const char *
test_word_list(struct arena *a, unsigned groups)
{
	const char	*all = "";
	int		 w;

	for (w = TW_NONE + 1; w < TEST_WORDS; w++)
		if (is_in(w, groups))
			all = arena_printf(a, "%s%s%s", all, *all == '\0' ?
			    "" : text_in(", "), test_word((enum test_word)w,
			    text_lang()));
	return all;
}
