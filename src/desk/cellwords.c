#include "desk/cellwords.h"

#include <stddef.h>
#include <string.h>

#include "base/division.h"
#include "base/text.h"
#include "base/twin.h"

enum { LONGEST = 120, DEEP = 8 };	/* bytes; words before a medium's */

#define L(l)	(1U << LEVEL_##l)
#define ENTRY(words, text)	find(words, sizeof(words) / sizeof(*(words)), \
				    text)

struct word {
	const char	*id;		/* or NULL: `value` */
	const char	*word;		/* in twin form */
	unsigned	 value;
};

static const struct word	media[] = {
	{ "board", "BOARD", 0 }, { "website", "WEBSITE", 0 },
	{ "newspaper", "NEWSPAPER", 0 }, { "radio", "RADIO", 0 },
	{ "television", "TELEVISION", 0 }, { "television", "TV", 0 },
	{ "wechat", "WECHAT", 0 }, { "other", "OTHER", 0 },
	{ "board", "NOTICEBOARD", 0 },
	{ "board", "公开栏", 0 }, { "board", "公示栏", 0 },
	{ "board", "公告栏", 0 }, { "board", "宣传栏", 0 },
	{ "board", "布告栏", 0 }, { "board", "信息栏", 0 },
	{ "board", "公示墙", 0 }, { "board", "公开墙", 0 },
	{ "board", "公告墙", 0 }, { "board", "公示牌", 0 },
	{ "board", "公告牌", 0 }, { "board", "公开牌", 0 },
	{ "board", "公示板", 0 }, { "board", "公告板", 0 },
	{ "board", "公开板", 0 }, { "board", "橱窗", 0 },
	{ "board", "黑板报", 0 }, { "board", "张贴", 0 },
	{ "board", "张榜", 0 }, { "board", "上墙", 0 },
	{ "website", "网站", 0 }, { "website", "网页", 0 },
	{ "website", "官网", 0 }, { "website", "网络", 0 },
	{ "website", "互联网", 0 }, { "website", "网上", 0 },
	{ "website", "门户网", 0 }, { "website", "政务网", 0 },
	{ "website", "信息网", 0 }, { "website", "政府网", 0 },
	{ "website", "扶贫网", 0 }, { "website", "公开网", 0 },
	{ "newspaper", "报刊", 0 }, { "newspaper", "报纸", 0 },
	{ "newspaper", "日报", 0 }, { "newspaper", "晚报", 0 },
	{ "newspaper", "县报", 0 }, { "newspaper", "市报", 0 },
	{ "newspaper", "党报", 0 },
	{ "radio", "广播", 0 }, { "radio", "喇叭", 0 },
	{ "radio", "大喇叭", 0 }, { "radio", "小喇叭", 0 },
	{ "radio", "高音喇叭", 0 }, { "radio", "广播站", 0 },
	{ "radio", "广播电台", 0 }, { "radio", "电台", 0 },
	{ "radio", "村村响", 0 },
	{ "television", "电视", 0 }, { "television", "电视台", 0 },
	{ "wechat", "微信", 0 }, { "wechat", "微信群", 0 },
	{ "wechat", "公众号", 0 }, { "wechat", "微信平台", 0 },
	{ "wechat", "微信公众号", 0 }, { "wechat", "微信公众平台", 0 },
	{ "wechat", "微信工作群", 0 },
	{ "other", "其他", 0 }, { "other", "其它", 0 },
	{ "other", "其他方式", 0 }, { "other", "其他载体", 0 },
	{ "other", "其他形式", 0 }, { "other", "其他媒体", 0 },
};

/* Whose it is, what it is for, where it hangs. */
static const char *const	before[] = {
	"自治区", "自治县", "省", "市", "县", "区", "乡镇", "乡", "镇",
	"街道",
	"社区", "行政村", "自然村", "自然屯", "村民小组", "村小组", "小组",
	"村组", "村屯", "村", "屯", "组", "级", "本", "各", "的",
	"人民政府", "政府", "村民委员会", "居民委员会", "村委会", "居委会",
	"村委", "村部", "扶贫办公室", "扶贫办", "乡村振兴局", "办公楼",
	"办公室",
	"党务", "村务", "政务", "财务", "居务", "事务", "三务", "党群",
	"扶贫", "惠农", "便民", "信息", "宣传", "公示", "公开", "公告", "固定",
	"专用", "电子", "门户", "官方", "公众", "有线", "应急", "农村", "村民",
	"活动室", "活动中心", "文化室", "文化", "综合", "便民服务中心",
	"党群服务中心", "公共服务中心", "服务中心", "办事大厅", "服务大厅",
	"门口", "大门", "融媒体中心", "融媒体", "广场", "室外", "户外",
};

/* What is said of a medium behind it: 公开栏张贴. */
static const char *const	behind[] = {
	"张贴", "公示", "公开", "公告", "公布", "发布", "播放", "播报",
	"张贴公示", "张贴公告", "张榜公示",
};

/* No name of a place has these in it. */
static const char *const	no_name[] = {
	"未", "没", "无", "不", "非", "待", "拟", "勿", "和", "与", "及", "或",
	"兼", "加", "旁", "至", "已", "以", "(", ")", "、", "。", ",", ";", "+",
	"/", "&", "网", "栏", "报", "播", "视", "微信", "榜", "墙",
};

static const char *const	place_ends[] = {
	"省", "自治区", "市", "县", "区", "乡", "镇", "街道", "村", "社区",
	"屯", "组", "寨", "坡", "弄", "队",
};

static const char *const	separators[] = {
	"、", ",", ";", "/", "+", "&", "和", "与", "及", "以及", "或", "并",
	"\n", "■", "□", "☑", "√",
};

static const struct word	outcomes[] = {
	{ "rejected", "REJECTED", 0 }, { "upheld", "UPHELD", 0 },
	{ "withdrawn", "WITHDRAWN", 0 },
	{ "rejected", "不成立", 0 }, { "rejected", "异议不成立", 0 },
	{ "rejected", "经查不成立", 0 }, { "rejected", "经核实不成立", 0 },
	{ "rejected", "不属实", 0 }, { "rejected", "经查不属实", 0 },
	{ "rejected", "经核实不属实", 0 }, { "rejected", "反映不属实", 0 },
	{ "rejected", "驳回", 0 }, { "rejected", "不予支持", 0 },
	{ "upheld", "成立", 0 }, { "upheld", "异议成立", 0 },
	{ "upheld", "经查成立", 0 }, { "upheld", "经核实成立", 0 },
	{ "upheld", "属实", 0 }, { "upheld", "经查属实", 0 },
	{ "upheld", "经核实属实", 0 }, { "upheld", "反映属实", 0 },
	{ "withdrawn", "撤回", 0 }, { "withdrawn", "已撤回", 0 },
	{ "withdrawn", "撤回异议", 0 },
	{ "withdrawn", "自行撤回", 0 }, { "withdrawn", "主动撤回", 0 },
	{ "withdrawn", "本人撤回", 0 }, { "withdrawn", "申请人撤回", 0 },
	{ "withdrawn", "异议人撤回", 0 },
};

static const struct word	levels[] = {
	{ NULL, "REGION", L(REGION) }, { NULL, "CITY", L(CITY) },
	{ NULL, "COUNTY", L(COUNTY) }, { NULL, "TOWNSHIP", L(TOWNSHIP) },
	{ NULL, "VILLAGE", L(VILLAGE) }, { NULL, "GROUP", L(GROUP) },
	{ NULL, "自治区", L(REGION) }, { NULL, "省", L(REGION) },
	{ NULL, "直辖市", L(REGION) },
	{ NULL, "市", L(CITY) | L(COUNTY) }, { NULL, "地级市", L(CITY) },
	{ NULL, "设区市", L(CITY) }, { NULL, "设区的市", L(CITY) },
	{ NULL, "地区", L(CITY) }, { NULL, "自治州", L(CITY) },
	{ NULL, "县", L(COUNTY) }, { NULL, "自治县", L(COUNTY) },
	{ NULL, "区", L(REGION) | L(COUNTY) }, { NULL, "市辖区", L(COUNTY) },
	{ NULL, "县级市", L(COUNTY) }, { NULL, "城区", L(COUNTY) },
	{ NULL, "县(市、区)", L(COUNTY) }, { NULL, "县市区", L(COUNTY) },
	{ NULL, "乡镇", L(TOWNSHIP) }, { NULL, "乡", L(TOWNSHIP) },
	{ NULL, "镇", L(TOWNSHIP) }, { NULL, "民族乡", L(TOWNSHIP) },
	{ NULL, "街道", L(TOWNSHIP) }, { NULL, "街道办", L(TOWNSHIP) },
	{ NULL, "街道办事处", L(TOWNSHIP) }, { NULL, "乡(镇)", L(TOWNSHIP) },
	{ NULL, "乡镇(街道)", L(TOWNSHIP) }, { NULL, "乡、镇", L(TOWNSHIP) },
	{ NULL, "行政村", L(VILLAGE) }, { NULL, "村", L(VILLAGE) },
	{ NULL, "社区", L(VILLAGE) }, { NULL, "村委会", L(VILLAGE) },
	{ NULL, "居委会", L(VILLAGE) }, { NULL, "村委", L(VILLAGE) },
	{ NULL, "村民委员会", L(VILLAGE) }, { NULL, "居民委员会", L(VILLAGE) },
	{ NULL, "村(社区)", L(VILLAGE) }, { NULL, "村(居)", L(VILLAGE) },
	{ NULL, "屯", L(GROUP) }, { NULL, "自然屯", L(GROUP) },
	{ NULL, "自然村", L(GROUP) }, { NULL, "村民小组", L(GROUP) },
	{ NULL, "居民小组", L(GROUP) }, { NULL, "村小组", L(GROUP) },
	{ NULL, "小组", L(GROUP) }, { NULL, "组", L(GROUP) },
	{ NULL, "村屯", L(VILLAGE) | L(GROUP) },
	{ NULL, "自然村(屯)", L(GROUP) },
	{ NULL, "盟", L(CITY) }, { NULL, "州", L(CITY) },
	{ NULL, "旗", L(COUNTY) }, { NULL, "自治旗", L(COUNTY) },
	{ NULL, "县区", L(COUNTY) }, { NULL, "区县", L(COUNTY) },
	{ NULL, "苏木", L(TOWNSHIP) }, { NULL, "乡镇街道", L(TOWNSHIP) },
	{ NULL, "镇(街道)", L(TOWNSHIP) }, { NULL, "嘎查", L(VILLAGE) },
	{ NULL, "村居", L(VILLAGE) },
	{ NULL, "自治区级", L(REGION) }, { NULL, "省级", L(REGION) },
	{ NULL, "市级", L(CITY) | L(COUNTY) }, { NULL, "县级", L(COUNTY) },
	{ NULL, "区级", L(REGION) | L(COUNTY) }, { NULL, "乡级", L(TOWNSHIP) },
	{ NULL, "镇级", L(TOWNSHIP) }, { NULL, "乡镇级", L(TOWNSHIP) },
	{ NULL, "村级", L(VILLAGE) }, { NULL, "行政村级", L(VILLAGE) },
	{ NULL, "屯级", L(GROUP) }, { NULL, "组级", L(GROUP) },
};

static const struct word	answers[] = {
	{ NULL, "是", 1 }, { NULL, "YES", 1 }, { NULL, "Y", 1 },
	{ NULL, "TRUE", 1 }, { NULL, "1", 1 }, { NULL, "√", 1 },
	{ NULL, "✓", 1 }, { NULL, "✔", 1 }, { NULL, "☑", 1 },
	{ NULL, "作废", 1 }, { NULL, "已作废", 1 }, { NULL, "VOID", 1 },
	{ NULL, "", 0 }, { NULL, "否", 0 }, { NULL, "NO", 0 },
	{ NULL, "N", 0 }, { NULL, "FALSE", 0 }, { NULL, "0", 0 },
	{ NULL, "不作废", 0 }, { NULL, "未作废", 0 }, { NULL, "无", 0 },
	{ NULL, "-", 0 }, { NULL, "--", 0 }, { NULL, "/", 0 },
};

static const struct word	open_ends[] = {
	{ NULL, "至今", 1 }, { NULL, "张贴至今", 1 }, { NULL, "公示至今", 1 },
	{ NULL, "公开至今", 1 }, { NULL, "长期", 1 }, { NULL, "长期公示", 1 },
	{ NULL, "长期公开", 1 }, { NULL, "长期张贴", 1 },
	{ NULL, "长期有效", 1 }, { NULL, "/", 1 }, { NULL, "\\", 1 },
	{ NULL, "-", 1 }, { NULL, "--", 1 }, { NULL, "无", 1 },
	{ NULL, "暂无", 1 }, { NULL, "未撤下", 1 }, { NULL, "尚未撤下", 1 },
	{ NULL, "未结束", 1 }, { NULL, "未到期", 1 }, { NULL, "公示中", 1 },
	{ NULL, "张贴中", 1 }, { NULL, "正在公示", 1 }, { NULL, "仍在公示", 1 },
	{ NULL, "仍在张贴", 1 }, { NULL, "TODATE", 1 }, { NULL, "NOW", 1 },
	{ NULL, "PRESENT", 1 }, { NULL, "NONE", 1 }, { NULL, "N/A", 1 },
};

/* The text in twin form; false: too long for a word. */
static bool
plain(const char *text, char out[static LONGEST + 1])
{
	if (strlen(text) > LONGEST)
		return false;
	(void)twin_form(text, out);
	return true;
}

static const struct word *
find(const struct word *words, size_t n, const char *text)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if (words[i].word[0] == text[0] &&
		    strcmp(words[i].word, text) == 0)
			return &words[i];
	return NULL;
}

/* ---- media */

static bool
starts(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* A medium's word, alone or with what is said of it behind. */
static const char *
bare_medium(const char *text)
{
	const struct word	*w = ENTRY(media, text);
	size_t			 i, k, len;

	for (i = 0; w == NULL && i < sizeof(media) / sizeof(*media); i++) {
		len = strlen(media[i].word);
		for (k = 0; starts(text, media[i].word) &&
		    k < sizeof(behind) / sizeof(*behind); k++)
			if (strcmp(text + len, behind[k]) == 0)
				w = &media[i];
	}
	return w == NULL ? NULL : w->id;
}

static const char *
with_words_before(const char *text, int depth)
{
	const char	*id = bare_medium(text);
	size_t		 i;

	for (i = 0; id == NULL && depth < DEEP &&
	    i < sizeof(before) / sizeof(*before); i++)
		if (starts(text, before[i]))
			id = with_words_before(text + strlen(before[i]),
			    depth + 1);
	return id;
}

static bool
starts_with_one(const char *text, const char *const *words, size_t n,
    size_t *len)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if (starts(text, words[i])) {
			*len = strlen(words[i]);
			return true;
		}
	return false;
}

/* A name of up to nine characters that ends as places do, then the medium. */
static const char *
with_name_before(const char *text)
{
	const char	*id = NULL, *s = text;
	size_t		 len, n;

	for (n = 0; id == NULL && n < 9 && *s != '\0'; n++) {
		if (starts_with_one(s, no_name, sizeof(no_name) /
		    sizeof(*no_name), &len) || !text_is_han(s))
			return NULL;
		if (n > 0 && starts_with_one(s, place_ends,
		    sizeof(place_ends) / sizeof(*place_ends), &len))
			id = with_words_before(s + len, 0);
		s += 3;
	}
	return id;
}

/* What stands in brackets at the end is a remark: 门户网站(样例). */
static bool
cut_remark(char *text)
{
	size_t	 n = strlen(text);
	char	*open = strchr(text, '(');
	bool	 list;

	if (open == NULL || open == text || text[n - 1] != ')')
		return false;
	text[n - 1] = '\0';
	*open = '\0';
	return words_medium(open + 1, &list) == NULL && !list;
}

static const char *
one_medium(const char *plain_text)
{
	char		 text[LONGEST + 1];
	const char	*id;

	strcpy(text, plain_text);
	if (strchr(text, '(') != NULL && !cut_remark(text))
		return NULL;
	id = with_words_before(text, 0);
	return id != NULL ? id : with_name_before(text);
}

/* What stands between the words of a list, or before the first. */
static const char *
behind_separators(const char *s)
{
	size_t	skip;

	while (starts_with_one(s, separators, sizeof(separators) /
	    sizeof(*separators), &skip))
		s += skip;
	return s;
}

/* One medium and at least one more, with or without a sign between them. */
static bool
is_list(const char *text, int depth)
{
	char		 head[LONGEST + 1];
	const char	*rest;
	size_t		 i, len;

	for (i = 0; text[i] != '\0'; i += len) {
		(void)text_char(text + i, &len);
		memcpy(head, text, i);
		head[i] = '\0';
		if (i == 0 || one_medium(head) == NULL)
			continue;
		rest = behind_separators(text + i);
		if (*rest != '\0' && (one_medium(rest) != NULL ||
		    (depth < DEEP && is_list(rest, depth + 1))))
			return true;
	}
	return false;
}

const char *
words_medium(const char *text, bool *list)
{
	/* most words are as in the table */
	const struct word	*w = ENTRY(media, text);
	char			 word[LONGEST + 1];
	const char		*id;

	*list = false;
	if (w != NULL || !plain(text, word))
		return w == NULL ? NULL : w->id;
	id = one_medium(word);
	*list = id == NULL && is_list(behind_separators(word), 0);
	return id;
}

/* ---- all others are what they are */

const char *
words_outcome(const char *text)
{
	char			 word[LONGEST + 1];
	const struct word	*w = plain(text, word) ?
				    ENTRY(outcomes, word) : NULL;

	return w == NULL ? NULL : w->id;
}

unsigned
words_levels(const char *text)
{
	char			 word[LONGEST + 1];
	const struct word	*w = plain(text, word) ?
				    ENTRY(levels, word) : NULL;

	return w == NULL ? 0 : w->value;
}

int
words_yes(const char *text)
{
	char			 word[LONGEST + 1];
	const struct word	*w = plain(text, word) ?
				    ENTRY(answers, word) : NULL;

	return w == NULL ? -1 : (int)w->value;
}

bool
words_open_end(const char *text)
{
	char	word[LONGEST + 1];

	return plain(text, word) && ENTRY(open_ends, word) != NULL;
}
