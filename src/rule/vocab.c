#include "rule/vocab.h"

#include <string.h>

#define ANY_NOTE	(IN_PACK | IN_PROCEDURE | IN_EVENT | IN_STEP | \
			IN_BOUND | IN_OBJECTIONS | IN_INSTRUMENT | \
			IN_COUNTING | IN_DEADLINES | IN_WINDOWS | IN_FORCE | \
			IN_PART | IN_GATE | IN_ITEM | IN_LABEL | \
			IN_ANNUAL | IN_TABLE | IN_LINE)

#define ANY_TITLE	(IN_PACK | IN_PROCEDURE | IN_EVENT | IN_STEP | \
			IN_INSTRUMENT | IN_LABEL | IN_TABLE | IN_LINE)

/* What may apply to some cases alone. */
#define ANY_CONDITION	(IN_EVENT | IN_STEP | IN_BOUND | IN_PART | IN_GATE | \
			IN_ITEM)

/* What stands for all below, and nearer again. */
#define ANY_DEFAULT	(IN_PACK | IN_PROCEDURE | IN_STEP)

static const struct {
	enum word	 word;
	vocab_set groups;
	const char	*en;
	const char	*zh;
	const char	*zh_too;	/* a second form that is taken */
	const char	*help;		/* for translators and the manual */
} words[] = {
	{ W_PACK, IN_PACK, "pack", "规则包", NULL,
	    N_("name of a pack: a folder of rules with one scope") },
	{ W_PROCEDURE, IN_PROCEDURE | IN_TABLE, "procedure", "程序", NULL,
	    N_("id of a procedure; one file each") },
	{ W_TITLE, ANY_TITLE,
	    "title", "名称", NULL, N_("the Chinese title") },
	{ W_TITLE_EN, ANY_TITLE | IN_ANNUAL, "title-en", "英文名称", NULL,
	    N_("the English title") },
	{ W_NOTE, ANY_NOTE, "note", "说明", NULL,
	    N_("a remark; that of an instrument is printed with findings") },
	{ W_BASIS, IN_PROCEDURE | IN_EVENT | IN_STEP | IN_BOUND | IN_PART |
	    IN_GATE | IN_LABEL | IN_REVIEW,
	    "basis", "依据", NULL,
	    N_("an instrument of the pack, then the place in it") },
	{ W_CASE, IN_PROCEDURE, "case", "办理层级", NULL,
	    N_("level of the case's division") },
	{ W_EVENTS, IN_PROCEDURE, "events", "事件", NULL,
	    N_("dated facts of a case") },
	{ W_STEPS, IN_PROCEDURE, "steps", "环节", NULL,
	    N_("notices and announcements that the procedure asks for") },
	{ W_INSTRUMENTS, IN_PACK, "instruments", "文件", NULL,
	    N_("documents that a basis may name") },
	{ W_COUNTING, IN_PACK | IN_PROCEDURE | IN_EVENT | IN_STEP | IN_BOUND |
	    IN_PART | IN_GATE,
	    "counting", "计算", NULL, N_("how days are counted") },
	{ W_SCOPE, IN_PACK, "scope", "适用区划", NULL,
	    N_("division-code prefixes; the longest match wins") },
	{ W_IN_FORCE, IN_PACK | IN_INSTRUMENT, "in-force", "有效期", NULL,
	    N_("first and last day in force") },
	{ W_FROM, IN_FORCE, "from", "自", NULL, N_("first day in force") },
	{ W_UNTIL, IN_FORCE, "until", "至", NULL, N_("last day in force") },
	{ W_KIND, IN_STEP | IN_INSTRUMENT, "kind", "类型", NULL,
	    N_("of a step: notice or announcement") },
	{ W_AT, IN_STEP, "at", "地点", NULL,
	    N_("levels at which the step is posted") },
	{ W_OPENS, IN_STEP | IN_UPHELD, "opens", "张贴", NULL,
	    N_("when the notice may or must go up") },
	{ W_LASTS, ANY_DEFAULT, "lasts", "公示期", NULL,
	    N_("how long it must stand") },
	{ W_AFTER, IN_EVENT, "after", "须在", NULL,
	    N_("what the event must follow") },
	{ W_GATE, IN_EVENT, "gate", "关口", NULL,
	    N_("publicity without which the event may not happen") },
	{ W_REPEATS, IN_EVENT, "repeats", "可多次", NULL,
	    N_("the event may happen more than once") },
	{ W_OBJECTIONS, IN_STEP, "objections", "异议", NULL,
	    N_("how objections to the step are dealt with") },
	{ W_HANDLER, IN_OBJECTIONS, "handler", "处理单位", NULL,
	    N_("who handles objections") },
	{ W_BOUND, IN_BOUND | IN_PART | IN_GATE, "bound", "约束", NULL,
	    N_("a phrase that has a basis of its own") },
	{ W_DEADLINES, IN_COUNTING, "deadlines", "期限", NULL,
	    N_("how `within` counts") },
	{ W_WINDOWS, IN_COUNTING, "windows", "公示窗口", NULL,
	    N_("how `lasts` counts") },
	{ W_FIRST_DAY, IN_DEADLINES, "first-day", "首日", NULL,
	    N_("whether the day of the act counts") },
	{ W_ROLL, IN_DEADLINES | IN_WINDOWS, "roll", "顺延", NULL,
	    N_("whether a last day off moves on") },
	{ W_JUDGED, IN_WINDOWS, "judged", "判定", NULL,
	    N_("whether the first day counts in verdicts") },
	{ W_PLANNED, IN_WINDOWS, "planned", "计划", NULL,
	    N_("whether the first day counts in what is advised") },
	{ W_NUMBER, IN_INSTRUMENT, "number", "文号", NULL,
	    N_("number of the document") },
	{ W_ISSUED, IN_INSTRUMENT, "issued", "印发", NULL,
	    N_("day or month of issue") },
	{ W_DAYS, IN_INSTRUMENT, "days", "本文件“日”", NULL,
	    N_("workdays: where it says days it means working days") },
	{ W_WHY, IN_PACK, "why", "缘由", NULL,
	    N_("what stands behind a code, the clause; told by explain") },
	{ W_TRAITS, IN_PROCEDURE | IN_LINE, "traits", "类别", NULL,
	    N_("what a case may be, apart from other cases") },
	{ W_AMOUNTS, IN_PROCEDURE, "amounts", "金额", NULL,
	    N_("sums that a case may name: added up, never judged") },
	{ W_FOR, ANY_CONDITION, "for", "限于", NULL,
	    N_("it applies where the case has one of these traits") },
	{ W_NOT_FOR, ANY_CONDITION, "not-for", "除外", NULL,
	    N_("it applies where the case has none of these traits") },
	{ W_WHEN, ANY_CONDITION, "when", "发生", NULL,
	    N_("it applies where one of these events is recorded") },
	{ W_UNLESS, ANY_CONDITION, "unless", "未发生", NULL,
	    N_("it applies where none of these events is recorded") },
	{ W_POINT, IN_GATE, "point", "点", NULL,
	    N_("a gate's point that has more to say") },
	{ W_MEDIUM, IN_ITEM, "medium", "载体", NULL,
	    N_("a medium that has more to say") },
	{ W_ITEM, IN_ITEM, "item", "项", NULL,
	    N_("an item of the content that has more to say") },
	{ W_ENDS, IN_EVENT, "ends", "终结", NULL,
	    N_("once it has come, nothing more is owed") },
	{ W_OPTIONAL, IN_EVENT, "optional", "可选", NULL,
	    N_("the event need not happen") },
	{ W_PAUSES, IN_BOUND, "pauses", "中止", NULL,
	    N_("time that does not count: two events, or a step") },
	{ W_EXTENDS, IN_BOUND, "extends", "延长", NULL,
	    N_("by how much a deadline goes on, and on which event") },
	{ W_BY, IN_EXTENDS, "by", "增加", NULL, N_("by how much") },
	{ W_ON, IN_EXTENDS, "on", "凭", NULL, N_("on which event") },
	{ W_DOWN, IN_STEP, "down", "撤下", NULL,
	    N_("by when the notice must be taken down") },
	{ W_MEDIA, IN_STEP, "media", "载体", NULL,
	    N_("in which media the notice must be shown") },
	{ W_ANY, IN_MEDIA, "any", "任一", NULL,
	    N_("one of these media is enough; others do not count") },
	{ W_ALL, IN_MEDIA, "all", "全部", NULL,
	    N_("each of these media is asked for") },
	{ W_TIMES, IN_MEDIA, "times", "次数", NULL,
	    N_("on how many days it is posted in a medium") },
	{ W_CONTENT, IN_STEP, "content", "内容", NULL,
	    N_("what the notice must show") },
	{ W_REVIEW, ANY_DEFAULT, "review", "保密审查", NULL,
	    N_("it is reviewed for secrets before it goes up") },
	{ W_EVIDENCE, IN_STEP, "evidence", "佐证", NULL,
	    N_("a posting names its evidence") },
	{ W_RAISED, IN_OBJECTIONS, "raised", "提出", NULL,
	    N_("by when an objection may be raised") },
	{ W_WITHIN, IN_OBJECTIONS, "within", "时限", NULL,
	    N_("by when it must be resolved") },
	{ W_UPHELD, IN_OBJECTIONS, "upheld", "成立", NULL,
	    N_("what an objection that was upheld does") },
	{ W_AGAIN, IN_UPHELD, "again", "重新公示", NULL,
	    N_("how long the notice stands then") },
	{ W_SEVERITY, ANY_DEFAULT | IN_EVENT | IN_BOUND,
	    "severity", "严重程度", NULL,
	    N_("how grave a finding is, by its code") },
	{ W_REMEDY, ANY_DEFAULT | IN_EVENT, "remedy", "补正", NULL,
	    N_("what is said in place of the program's own advice") },
	{ W_TEXT, ANY_DEFAULT, "text", "正文", NULL,
	    N_("the notice's own words") },
	{ W_HOTLINE, ANY_DEFAULT, "hotline", "监督电话", NULL,
	    N_("whom to call; also by division") },
	{ W_OFFICE, ANY_DEFAULT, "office", "落款", NULL,
	    N_("who signs the notice; also by division") },
	{ W_ISSUER, IN_INSTRUMENT, "by", "发文机关", NULL,
	    N_("who issued the document") },
	{ W_PUBLISHED, IN_INSTRUMENT, "published", "发布", NULL,
	    N_("where or when it was published") },
	{ W_EVERY, IN_PROCEDURE, "every", "周期", NULL,
	    N_("it comes round: a case for each such period") },
	{ W_CALENDAR, IN_EVENT, "calendar", "日历", NULL,
	    N_("it happens by itself on that day of the period") },
	{ W_BASES, IN_STEP, "bases", "分项依据", NULL,
	    N_("what single keys of a step are cited by: {KEY: BASIS}") },
	{ W_OVERLAY, IN_PACK, "overlay", "叠加", NULL,
	    N_("the pack that this one lies over: it holds what differs") },
	{ W_ANNUAL, IN_ANNUAL, "annual", "年报", NULL,
	    N_("the title of the yearly report") },
	{ W_TABLES, IN_ANNUAL, "tables", "表", NULL,
	    N_("tables of the yearly report, each of a procedure's cases") },
	{ W_ROWS, IN_TABLE, "rows", "行", NULL,
	    N_("the lines of a table, from above") },
	{ W_COLUMNS, IN_TABLE, "columns", "列", NULL,
	    N_("the columns of a table, from the left") },
	{ W_CAME, IN_TABLE | IN_LINE, "received", "收到", NULL,
	    N_("of a table the event by which a case comes in; of a line "
	    "those that came in the year") },
	{ W_DONE, IN_TABLE | IN_LINE, "done", "办结", NULL,
	    N_("of a table the event, or one of several, by which a case is "
	    "done; of a line those done in the year") },
	{ W_OPEN, IN_LINE, "open", "在办", NULL,
	    N_("those that came and were not done, at the start or the end "
	    "of the year") },
	{ W_SUM, IN_LINE, "sum", "合计", NULL,
	    N_("the sum of these other lines") },
	{ W_CHECK, IN_TABLE, "check", "勾稽", NULL,
	    N_("lines whose sums are the same: [[A, B], [C, D]]") },
	{ W_IN_YEAR, IN_TERMS, "in year", "本年", NULL, "" },
	{ W_AT_START, IN_TERMS, "at start", "年初", NULL,
	    N_("when the year began") },
	{ W_AT_END, IN_TERMS, "at end", "年末", NULL,
	    N_("when the year was over, or today") },
	{ W_NOTICE, IN_KINDS, "notice", "公示", NULL,
	    N_("shown for objections before a decision") },
	{ W_ANNOUNCEMENT, IN_KINDS, "announcement", "公告", NULL,
	    N_("makes a decision known") },
	{ W_COMMISSION, IN_INSTRUMENT_KINDS, "commission", "委托", NULL,
	    N_("asked for by who ordered the work, in no document") },
	{ W_OWN, IN_LEVELS, "case", "本级", NULL,
	    N_("the case's own division") },
	{ W_REGION, IN_LEVELS, "region", "自治区", NULL, "" },
	{ W_CITY, IN_LEVELS, "city", "市", NULL, "" },
	{ W_COUNTY, IN_LEVELS, "county", "县", NULL, "" },
	{ W_TOWNSHIP, IN_LEVELS, "township", "乡镇", NULL, "" },
	{ W_VILLAGE, IN_LEVELS, "village", "行政村", NULL, "" },
	{ W_GROUP, IN_LEVELS, "group", "村民小组", NULL, "" },
	{ W_DAY, IN_UNITS, "days", "日", "天", N_("calendar days") },
	{ W_DAY, IN_UNITS, "day", "日", NULL, N_("calendar days") },
	{ W_WORKDAY, IN_UNITS, "workdays", "个工作日", "工作日",
	    N_("working days, moved ones as they are worked") },
	{ W_WORKDAY, IN_UNITS, "workday", "个工作日", NULL,
	    N_("working days, moved ones as they are worked") },
	{ W_MONTH, IN_UNITS, "months", "个月", NULL, N_("calendar months") },
	{ W_MONTH, IN_UNITS, "month", "个月", NULL, N_("calendar months") },
	{ W_QUARTER, IN_UNITS, "quarters", "季度", "个季度",
	    N_("three months each") },
	{ W_QUARTER, IN_UNITS, "quarter", "季度", NULL,
	    N_("three months each") },
	{ W_YEAR, IN_UNITS, "years", "年", NULL, N_("twelve months each") },
	{ W_YEAR, IN_UNITS, "year", "年", NULL, N_("twelve months each") },
	{ W_RECEIVED, IN_ANCHORS, "received", "收到", NULL,
	    N_("the day on which an objection was received") },
	{ W_WAS_UPHELD, IN_ANCHORS, "upheld", "成立", NULL,
	    N_("the day on which an objection was found true") },
	{ W_EDGE_OPENS, IN_EDGES, "opens", "张贴", NULL,
	    N_("the first day of a step") },
	{ W_EDGE_CLOSES, IN_EDGES, "closes", "期满", NULL,
	    N_("the last day of a step") },
	{ W_COUNTED, IN_FIRST_DAY, "counted", "计入", NULL, "" },
	{ W_NOT_COUNTED, IN_FIRST_DAY, "not counted", "不计入", NULL, "" },
	{ W_ROLL_NONE, IN_ROLL, "none", "不顺延", NULL, "" },
	{ W_ROLL_NEXT, IN_ROLL, "next workday", "下一工作日", NULL, "" },
	{ W_TRUE, IN_BOOL, "true", "是", NULL, "" },
	{ W_FALSE, IN_BOOL, "false", "否", NULL, "" },
	{ W_EVERY_MONTH, IN_CYCLES, "month", "每月", NULL, "" },
	{ W_EVERY_QUARTER, IN_CYCLES, "quarter", "每季度", "每季", "" },
	{ W_EVERY_HALF_YEAR, IN_CYCLES, "half-year", "每半年", NULL, "" },
	{ W_EVERY_YEAR, IN_CYCLES, "year", "每年", NULL, "" },
	{ W_EDGE_FIRST, IN_CYCLE_EDGES, "first", "期初", NULL,
	    N_("the first day of the period") },
	{ W_EDGE_LAST, IN_CYCLE_EDGES, "last", "期末", NULL,
	    N_("the last day of the period") },
	{ W_AGAIN, IN_UPHELD_KINDS, "again", "重新公示", NULL,
	    N_("the notice begins anew") },
	{ W_STOPS, IN_UPHELD_KINDS, "stops", "停止", NULL,
	    N_("what must follow the notice may not happen") },
};

enum { NWORDS = sizeof(words) / sizeof(*words) };

static bool
in_group(size_t i, vocab_set groups)
{
	return (words[i].groups & groups) != 0;
}

struct other {
	const char	*said;
	enum word	 word;
	vocab_set groups;
};

/* Statutes' own words: taken, never written. */
static const struct other	statutes[] = {
	{ "本文件\"日\"", W_DAYS, IN_INSTRUMENT },
	{ "自然日", W_DAY, IN_UNITS }, { "个自然日", W_DAY, IN_UNITS },
	{ "日历天", W_DAY, IN_UNITS }, { "个日历天", W_DAY, IN_UNITS },
	{ "日历日", W_DAY, IN_UNITS }, { "个日历日", W_DAY, IN_UNITS },
	{ "村（社区）", W_VILLAGE, IN_LEVELS },
	{ "村(社区)", W_VILLAGE, IN_LEVELS },
	{ "社区", W_VILLAGE, IN_LEVELS }, { "嘎查", W_VILLAGE, IN_LEVELS },
	{ "乡镇（街道）", W_TOWNSHIP, IN_LEVELS },
	{ "乡镇(街道)", W_TOWNSHIP, IN_LEVELS },
	{ "街道", W_TOWNSHIP, IN_LEVELS },
	{ "自治县", W_COUNTY, IN_LEVELS }, { "县级市", W_COUNTY, IN_LEVELS },
	{ "市辖区", W_COUNTY, IN_LEVELS },
	{ "省", W_REGION, IN_LEVELS }, { "直辖市", W_REGION, IN_LEVELS },
};

/* What people say; offered, never taken: 乡 is no 镇. */
static const struct other	usual[] = {
	{ "屯", W_GROUP, IN_LEVELS }, { "自然屯", W_GROUP, IN_LEVELS },
	{ "自然村", W_GROUP, IN_LEVELS }, { "组", W_GROUP, IN_LEVELS },
	{ "小组", W_GROUP, IN_LEVELS }, { "居民小组", W_GROUP, IN_LEVELS },
	{ "村", W_VILLAGE, IN_LEVELS }, { "村委会", W_VILLAGE, IN_LEVELS },
	{ "居委会", W_VILLAGE, IN_LEVELS }, { "村级", W_VILLAGE, IN_LEVELS },
	{ "村居", W_VILLAGE, IN_LEVELS }, { "村（居）", W_VILLAGE, IN_LEVELS },
	{ "村(居)", W_VILLAGE, IN_LEVELS },
	{ "村民委员会", W_VILLAGE, IN_LEVELS },
	{ "乡", W_TOWNSHIP, IN_LEVELS }, { "镇", W_TOWNSHIP, IN_LEVELS },
	{ "乡（镇）", W_TOWNSHIP, IN_LEVELS },
	{ "乡(镇)", W_TOWNSHIP, IN_LEVELS },
	{ "镇（街道）", W_TOWNSHIP, IN_LEVELS },
	{ "乡级", W_TOWNSHIP, IN_LEVELS }, { "民族乡", W_TOWNSHIP, IN_LEVELS },
	{ "苏木", W_TOWNSHIP, IN_LEVELS }, { "街道办", W_TOWNSHIP, IN_LEVELS },
	{ "街道办事处", W_TOWNSHIP, IN_LEVELS },
	{ "县区", W_COUNTY, IN_LEVELS }, { "区县", W_COUNTY, IN_LEVELS },
	{ "县级", W_COUNTY, IN_LEVELS }, { "旗", W_COUNTY, IN_LEVELS },
	{ "县（市、区）", W_COUNTY, IN_LEVELS },
	{ "县(市、区)", W_COUNTY, IN_LEVELS },
	{ "县（区）", W_COUNTY, IN_LEVELS }, { "城区", W_COUNTY, IN_LEVELS },
	{ "设区的市", W_CITY, IN_LEVELS }, { "设区市", W_CITY, IN_LEVELS },
	{ "地级市", W_CITY, IN_LEVELS }, { "自治州", W_CITY, IN_LEVELS },
	{ "地区", W_CITY, IN_LEVELS }, { "盟", W_CITY, IN_LEVELS },
	{ "市级", W_CITY, IN_LEVELS },
	{ "省级", W_REGION, IN_LEVELS }, { "自治区级", W_REGION, IN_LEVELS },
	{ "公布", W_ANNOUNCEMENT, IN_KINDS },
	{ "公开", W_ANNOUNCEMENT, IN_KINDS },
	{ "发布", W_ANNOUNCEMENT, IN_KINDS },
	{ "通告", W_ANNOUNCEMENT, IN_KINDS },
};

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))

static enum word
find_other(const struct other *list, size_t n, const char *text,
    vocab_set groups)
{
	size_t	i;

	for (i = 0; i < n; i++)
		if ((list[i].groups & groups) != 0 &&
		    strcmp(list[i].said, text) == 0)
			return list[i].word;
	return W_NONE;
}

enum word
vocab_find(const char *text, vocab_set groups)
{
	size_t	i;

	for (i = 0; i < NWORDS; i++)
		if (in_group(i, groups) &&
		    (strcmp(text, words[i].en) == 0 ||
		    strcmp(text, words[i].zh) == 0 ||
		    (words[i].zh_too != NULL &&
		    strcmp(text, words[i].zh_too) == 0)))
			return words[i].word;
	return find_other(statutes, LENGTH(statutes), text, groups);
}

/* Three texts a row, then the statutes' own. */
static bool
known_at(size_t k, struct vocab_row *out)
{
	const size_t	r = k / 3;

	if (r >= NWORDS) {
		k -= 3 * (size_t)NWORDS;
		*out = (struct vocab_row){ statutes[k].word, LANG_ZH,
		    statutes[k].said, "", false };
		return true;
	}
	*out = (struct vocab_row){ words[r].word,
	    k % 3 == 0 ? LANG_EN : LANG_ZH,
	    k % 3 == 0 ? words[r].en : k % 3 == 1 ? words[r].zh :
	    words[r].zh_too, words[r].help, k % 3 < 2 &&
	    (r == 0 || words[r - 1].word != words[r].word) };
	return out->text != NULL && (k % 3 != 1 || out->written);
}

bool
vocab_next(size_t *i, vocab_set groups, struct vocab_row *out)
{
	const size_t	texts = 3 * (size_t)NWORDS;
	size_t		k;
	bool		in;

	while ((k = (*i)++) < texts + LENGTH(statutes)) {
		in = k < texts ? in_group(k / 3, groups) :
		    (statutes[k - texts].groups & groups) != 0;
		if (in && known_at(k, out))
			return true;
	}
	return false;
}

struct longest {
	const char	*text;
	size_t		 len;
	size_t		 used;
	enum word	 word;
};

static void
try_word(struct longest *l, const char *said, bool english, enum word w)
{
	size_t	n = said == NULL ? 0 : strlen(said);

	if (n <= l->used || n > l->len || strncmp(l->text, said, n) != 0)
		return;
	if (english && n < l->len && l->text[n] >= 'a' && l->text[n] <= 'z')
		return;
	l->used = n;
	l->word = w;
}

enum word
vocab_begins(const char *text, size_t len, vocab_set groups, size_t *used)
{
	struct longest	l = { text, len, 0, W_NONE };
	size_t		i;

	for (i = 0; i < NWORDS; i++) {
		if (!in_group(i, groups))
			continue;
		try_word(&l, words[i].en, true, words[i].word);
		try_word(&l, words[i].zh, false, words[i].word);
		try_word(&l, words[i].zh_too, false, words[i].word);
	}
	for (i = 0; i < LENGTH(statutes); i++)
		if ((statutes[i].groups & groups) != 0)
			try_word(&l, statutes[i].said, false,
			    statutes[i].word);
	*used = l.used;
	return l.word;
}

/* ---- phrases, in the order of enum form */

static const struct {
	const char	*en;
	const char	*zh;
} forms[FORMS] = {
	[FORM_AFTER] = { "after P", "P 后" },
	[FORM_WITHIN] = { "within N UNIT after P", "P 后 N UNIT内" },
	[FORM_BY_DATE] = { "by MM-DD after P", "P 后 M月D日前" },
	[FORM_BY_DAY] = { "by day D after P", "P 次月 D 日前" },
	[FORM_WITH] = { "with P", "与 P 同日" },
	[FORM_LEAST_AFTER] = { "at least N UNIT after P",
	    "P 后至少 N UNIT" },
	[FORM_BEFORE] = { "before P", "P 前" },
	[FORM_LEAST_BEFORE] = { "at least N UNIT before P",
	    "P 前至少 N UNIT" },
	[FORM_LASTS] = { "at least N UNIT", "不少于 N UNIT" },
	[FORM_UNTIL] = { "until P", "至 P" },
	[FORM_UNTIL_LEAST] = { "until at least N UNIT after P",
	    "至 P 后至少 N UNIT" },
	[FORM_PERMANENTLY] = { "permanently", "长期" },
	[FORM_NONE] = { "none", "无" },
	[FORM_PERIOD] = { "N UNIT", "N UNIT" },
	[FORM_EACH] = { "each LEVEL", "各LEVEL" },
};

const char *
vocab_form(enum form f, enum lang lang)
{
	return lang == LANG_ZH ? forms[f].zh : forms[f].en;
}

const char *
vocab_nearest(const char *text, vocab_set groups)
{
	const char	*known[2 * NWORDS];
	size_t		 i, n = 0;

	if (find_other(usual, LENGTH(usual), text, groups) != W_NONE)
		return vocab_text(find_other(usual, LENGTH(usual), text,
		    groups), LANG_ZH);
	for (i = 0; i < NWORDS; i++)
		if (in_group(i, groups)) {
			known[n++] = words[i].en;
			known[n++] = words[i].zh;
		}
	return text_nearest(text, known, n);
}

enum word
vocab_holder(const char *key)
{
	static const struct {
		vocab_set group;
		enum word	holder;
	} holders[] = {
		{ IN_STEP, W_STEPS }, { IN_EVENT, W_EVENTS },
		{ IN_OBJECTIONS, W_OBJECTIONS }, { IN_MEDIA, W_MEDIA },
		{ IN_EXTENDS, W_EXTENDS }, { IN_UPHELD, W_UPHELD },
		{ IN_INSTRUMENT, W_INSTRUMENTS }, { IN_FORCE, W_IN_FORCE },
		{ IN_DEADLINES, W_DEADLINES }, { IN_WINDOWS, W_WINDOWS },
		{ IN_COUNTING, W_COUNTING }, { IN_PROCEDURE, W_PROCEDURE },
		{ IN_PACK, W_PACK }, { IN_TABLE, W_TABLES },
		{ IN_LINE, W_ROWS }, { IN_ANNUAL, W_ANNUAL }
	};
	enum word	w;
	size_t		i;

	for (i = 0; i < sizeof(holders) / sizeof(*holders); i++) {
		w = vocab_find(key, holders[i].group);
		if (w != W_NONE)
			return holders[i].holder;
	}
	return W_NONE;
}

const char *
vocab_list(vocab_set groups, enum lang lang, char *buf, size_t size)
{
	const char	*comma = lang == LANG_ZH ? "、" : ", ", *word;
	size_t		 i, len = 0, add;
	enum word	 last = W_NONE;

	buf[0] = '\0';
	for (i = 0; i < NWORDS; i++) {
		if (!in_group(i, groups) || words[i].word == last)
			continue;
		word = lang == LANG_ZH ? words[i].zh : words[i].en;
		add = strlen(word) + (len > 0 ? strlen(comma) : 0);
		if (len + add + 1 > size)
			break;
		if (len > 0)
			strcat(buf, comma);
		strcat(buf, word);
		len += add;
		last = words[i].word;
	}
	return buf;
}

static size_t
place_of(enum word w)
{
	size_t	i;

	for (i = 0; i + 1 < NWORDS && words[i].word != w; i++)
		continue;
	return i;
}

const char *
vocab_text(enum word w, enum lang lang)
{
	size_t	i = place_of(w);

	return lang == LANG_ZH ? words[i].zh : words[i].en;
}

vocab_set
vocab_groups(enum word w)
{
	return words[place_of(w)].groups;
}

/* It stands in the next row. */
const char *
vocab_days(enum lang lang)
{
	size_t	i;

	for (i = 0; lang == LANG_ZH && i < NWORDS; i++)
		if (words[i].word == W_WORKDAY && words[i].zh_too != NULL)
			return words[i].zh_too;
	return vocab_text(W_WORKDAY, lang);
}

const char *
vocab_one(enum word w)
{
	return words[place_of(w) + 1].en;
}
