#include "rule/statutes.h"

#include <string.h>

#include "base/text.h"
#include "rule/forms.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))

/* Of a step P is its last day, as wherever its name stands alone. */
static const struct wording	bounds_taken[] = {
	{ "自 P 期满之日起 N UNIT内", FORM_WITHIN },
	{ "P 期满之日起 N UNIT内", FORM_WITHIN },
	{ "P 期满后 N UNIT内", FORM_WITHIN },
	{ "自 P 之日起 N UNIT内", FORM_WITHIN },
	{ "P 之日起 N UNIT内", FORM_WITHIN },
	{ "P 的 N UNIT前", FORM_LEAST_BEFORE },
	{ "P N UNIT前", FORM_LEAST_BEFORE },
	{ "P 前 N UNIT", FORM_LEAST_BEFORE },
	{ "P 后满 N UNIT", FORM_LEAST_AFTER },
	{ "P 后 N UNIT后", FORM_LEAST_AFTER },
	{ "P 当日", FORM_WITH },
};

/* Where one form stands twice, the text can mean either. */
static const struct wording	bounds_offered[] = {
	{ "P 起 N UNIT内", FORM_WITHIN },
	{ "P 次日起 N UNIT内", FORM_WITHIN },
	{ "P 之次日起 N UNIT内", FORM_WITHIN },
	{ "P 的次日起 N UNIT内", FORM_WITHIN },
	{ "P 之日的次日起 N UNIT内", FORM_WITHIN },
	{ "P 后次日起 N UNIT内", FORM_WITHIN },
	{ "P 后的 N UNIT内", FORM_WITHIN },
	{ "P 日后 N UNIT内", FORM_WITHIN },
	{ "P 之日后 N UNIT内", FORM_WITHIN },
	{ "P 之日起的 N UNIT内", FORM_WITHIN },
	{ "P 结束后 N UNIT内", FORM_WITHIN },
	{ "P 完成后 N UNIT内", FORM_WITHIN },
	{ "P 期满 N UNIT内", FORM_WITHIN },
	{ "P 期满次日起 N UNIT内", FORM_WITHIN },
	{ "P 期满无异议后 N UNIT内", FORM_WITHIN },
	{ "P 期满后无异议 N UNIT内", FORM_WITHIN },
	{ "P 无异议后 N UNIT内", FORM_WITHIN },
	{ "P N UNIT内", FORM_WITHIN },
	{ "P 后不超过 N UNIT", FORM_WITHIN },
	{ "P 后最迟 N UNIT内", FORM_WITHIN },
	{ "P 后最多 N UNIT内", FORM_WITHIN },
	{ "P 的 N UNIT内", FORM_WITHIN },
	{ "P 之日起 N UNIT", FORM_WITHIN },
	{ "P 之日起 N UNIT", FORM_LEAST_AFTER },
	{ "P 后 N UNIT", FORM_WITHIN },
	{ "P 后 N UNIT", FORM_LEAST_AFTER },
	{ "P N UNIT后", FORM_LEAST_AFTER },
	{ "P N UNIT后", FORM_AFTER },
	{ "P 满 N UNIT后", FORM_LEAST_AFTER },
	{ "P 满 N UNIT后", FORM_AFTER },
	{ "P 满 N UNIT", FORM_LEAST_AFTER },
	{ "P 后满 N UNIT后", FORM_LEAST_AFTER },
	{ "P 后至少满 N UNIT", FORM_LEAST_AFTER },
	{ "P 后不少于 N UNIT", FORM_LEAST_AFTER },
	{ "P 后不得少于 N UNIT", FORM_LEAST_AFTER },
	{ "P 之日起满 N UNIT", FORM_LEAST_AFTER },
	{ "P 之日起满 N UNIT后", FORM_LEAST_AFTER },
	{ "P 之日起 N UNIT后", FORM_LEAST_AFTER },
	{ "P 之日起至少 N UNIT", FORM_LEAST_AFTER },
	{ "P 之日起不少于 N UNIT", FORM_LEAST_AFTER },
	{ "P 之日起不得少于 N UNIT", FORM_LEAST_AFTER },
	{ "P 期满", FORM_AFTER },
	{ "P 期满后", FORM_AFTER },
	{ "P 结束后", FORM_AFTER },
	{ "P 期满无异议", FORM_AFTER },
	{ "P 期满无异议后", FORM_AFTER },
	{ "P 期满后无异议", FORM_AFTER },
	{ "P 期满且无异议后", FORM_AFTER },
	{ "P 期满没有异议后", FORM_AFTER },
	{ "P 无异议", FORM_AFTER },
	{ "P 无异议后", FORM_AFTER },
	{ "P 后无异议", FORM_AFTER },
	{ "P 至少 N UNIT前", FORM_LEAST_BEFORE },
	{ "P 的至少 N UNIT前", FORM_LEAST_BEFORE },
	{ "P 不少于 N UNIT前", FORM_LEAST_BEFORE },
	{ "P 前不少于 N UNIT", FORM_LEAST_BEFORE },
	{ "P 前不得少于 N UNIT", FORM_LEAST_BEFORE },
	{ "至少在 P 前 N UNIT", FORM_LEAST_BEFORE },
	{ "至少于 P 前 N UNIT", FORM_LEAST_BEFORE },
	{ "至少 P 前 N UNIT", FORM_LEAST_BEFORE },
	{ "至少在 P N UNIT前", FORM_LEAST_BEFORE },
	{ "P 前提前 N UNIT", FORM_LEAST_BEFORE },
	{ "P 前至少提前 N UNIT", FORM_LEAST_BEFORE },
	{ "P 提前 N UNIT", FORM_LEAST_BEFORE },
	{ "P 的前 N UNIT", FORM_LEAST_BEFORE },
	{ "提前 N UNIT于 P", FORM_LEAST_BEFORE },
	{ "至少提前 N UNIT于 P", FORM_LEAST_BEFORE },
	{ "P 的当日", FORM_WITH },
	{ "P 当天", FORM_WITH },
	{ "P 的当天", FORM_WITH },
	{ "P 当日内", FORM_WITH },
	{ "P 后当日", FORM_WITH },
	{ "P 后当天", FORM_WITH },
	{ "P 后当日内", FORM_WITH },
	{ "P 后当天内", FORM_WITH },
	{ "P 之日", FORM_WITH },
	{ "P 同日", FORM_WITH },
	{ "P 同时", FORM_WITH },
	{ "与 P 同时", FORM_WITH },
	{ "和 P 同日", FORM_WITH },
	{ "和 P 同时", FORM_WITH },
	{ "与 P 同一天", FORM_WITH },
	{ "P 后的 M月D日前", FORM_BY_DATE },
	{ "P 后 M月D日", FORM_BY_DATE },
	{ "P 后 M月D号前", FORM_BY_DATE },
	{ "P 次月的 D 日前", FORM_BY_DAY },
	{ "P 的次月 D 日前", FORM_BY_DAY },
	{ "P 后次月 D 日前", FORM_BY_DAY },
	{ "P 下月 D 日前", FORM_BY_DAY },
	{ "P 下月的 D 日前", FORM_BY_DAY },
	{ "P 下个月 D 日前", FORM_BY_DAY },
	{ "P 次月 D 号前", FORM_BY_DAY },
	{ "P 次月 D 日内", FORM_BY_DAY },
	{ "P 的次月 D 日内", FORM_BY_DAY },
	{ "within N UNIT of P", FORM_WITHIN },
	{ "within N UNIT from P", FORM_WITHIN },
	{ "within N UNIT following P", FORM_WITHIN },
	{ "no later than N UNIT after P", FORM_WITHIN },
	{ "N UNIT after P", FORM_WITHIN },
	{ "N UNIT after P", FORM_LEAST_AFTER },
	{ "not earlier than N UNIT after P", FORM_LEAST_AFTER },
	{ "N UNIT before P", FORM_LEAST_BEFORE },
	{ "at least N UNIT prior to P", FORM_LEAST_BEFORE },
	{ "not before P", FORM_AFTER },
	{ "on P", FORM_WITH },
	{ "on the day of P", FORM_WITH },
	{ "same day as P", FORM_WITH },
};

static const struct wording	periods_taken[] = {
	{ "为 N UNIT", FORM_LASTS },
	{ "满 N UNIT", FORM_LASTS },
	{ "N UNIT", FORM_LASTS },
};

static const struct wording	periods_offered[] = {
	{ "直至 P", FORM_UNTIL },
	{ "直到 P", FORM_UNTIL },
	{ "到 P", FORM_UNTIL },
	{ "至 P 为止", FORM_UNTIL },
	{ "至 P 止", FORM_UNTIL },
	{ "至 P 时", FORM_UNTIL },
	{ "至 P 之日", FORM_UNTIL },
	{ "至 P 之日止", FORM_UNTIL },
	{ "直至 P 为止", FORM_UNTIL },
	{ "直至 P 后", FORM_UNTIL },
	{ "直至 P 之日止", FORM_UNTIL },
	{ "至 P 后 N UNIT", FORM_UNTIL_LEAST },
	{ "至 P 后满 N UNIT", FORM_UNTIL_LEAST },
	{ "至 P 后不少于 N UNIT", FORM_UNTIL_LEAST },
	{ "至 P 后 N UNIT止", FORM_UNTIL_LEAST },
	{ "直至 P 后 N UNIT", FORM_UNTIL_LEAST },
	{ "永久", FORM_PERMANENTLY },
	{ "持续", FORM_PERMANENTLY },
	{ "始终", FORM_PERMANENTLY },
	{ "常年", FORM_PERMANENTLY },
	{ "permanent", FORM_PERMANENTLY },
	{ "forever", FORM_PERMANENTLY },
	{ "till P", FORM_UNTIL },
};

const struct wording *
statute_wordings(enum wordings which, size_t *n)
{
	static const struct {
		const struct wording	*list;
		size_t			 n;
	} all[] = {
		[BOUNDS_TAKEN] = { bounds_taken, LENGTH(bounds_taken) },
		[BOUNDS_OFFERED] = { bounds_offered, LENGTH(bounds_offered) },
		[PERIODS_TAKEN] = { periods_taken, LENGTH(periods_taken) },
		[PERIODS_OFFERED] = { periods_offered,
		    LENGTH(periods_offered) },
	};

	*n = all[which].n;
	return all[which].list;
}

/* ---- the words of documents */

struct change {
	const char	*from, *to;
};

static const struct change	words[] = {
	{ "以内", "内" }, { "之内", "内" }, { "之后", "后" }, { "以后", "后" },
	{ "之前", "前" }, { "以前", "前" }, { "届满", "期满" },
	{ "期限期满", "期满" }, { "期期满", "期满" }, { "的期满", "期满" },
	{ "半年", "6个月" }, { "日内的", "日内" }, { "（含）", "" },
	{ "(含)", "" }, { "０", "0" }, { "１", "1" }, { "２", "2" },
	{ "３", "3" }, { "４", "4" }, { "５", "5" }, { "６", "6" },
	{ "７", "7" }, { "８", "8" }, { "９", "9" },
};

static const char *const	starts[] = {
	"应当", "应", "须", "自", "从", "于", "在", "最迟", "至迟", "不迟于",
	"不晚于", "原则上", "一般", "，"
};

/* What stands at s is one of these: the length of what it takes away. */
static size_t
change_at(const char *s, const char **to)
{
	size_t	i;

	for (i = 0; i < LENGTH(words); i++)
		if (strncmp(s, words[i].from, strlen(words[i].from)) == 0) {
			*to = words[i].to;
			return strlen(words[i].from);
		}
	return 0;
}

static const char *
without_starts(const char *s)
{
	const char	*was;
	size_t		 i, len;

	do {
		was = s;
		s += strspn(s, " ");
		for (i = 0; i < LENGTH(starts); i++) {
			len = strlen(starts[i]);
			s += strncmp(s, starts[i], len) == 0 ? len : 0;
		}
	} while (s != was);
	return s;
}

/* Seven days each: 周, 个星期; 0: there is none. */
static size_t
weeks_at(const char *s)
{
	static const char *const	weeks[] = { "个星期", "星期", "周" };
	size_t				 i;

	for (i = 0; i < LENGTH(weeks); i++)
		if (strncmp(s, weeks[i], strlen(weeks[i])) == 0)
			return strlen(weeks[i]);
	return 0;
}

enum { WEEKS_LOOK = 64 };	/* bytes: no number of weeks is longer */

/* "2 周" at *s written as "14 日". */
static const char *
days_of_weeks(struct arena *a, const char **s)
{
	size_t	at = 0, end = strnlen(*s, WEEKS_LOOK), len;
	int32_t	n;

	if (take_number(*s, &at, end, &n) != NUMBER_OK)
		return NULL;
	at = skip_blanks(*s, at, end);
	len = weeks_at(*s + at);
	if (len == 0)
		return NULL;
	*s += at + len;
	return arena_printf(a, "%d 日", 7 * (int)n);
}

const char *
statute_plain(struct arena *a, const char *text)
{
	const char	*s = without_starts(text), *to;
	const char	*from = s;
	char		*out = arena_alloc(a, 4 * strlen(text) + 1);
	size_t		 n = 0, len;

	while (*s != '\0') {
		to = numeral_cut(from, 0, (size_t)(s - from)) ? NULL :
		    days_of_weeks(a, &s);
		len = to == NULL ? change_at(s, &to) : 0;
		if (to == NULL) {
			out[n++] = *s++;
			continue;
		}
		memcpy(out + n, to, strlen(to));
		n += strlen(to);
		s += len;
	}
	out[n] = '\0';
	return strcmp(out, text) == 0 ? NULL : out;
}

/* ---- what cannot be said so */

enum { WORDS = 6 };

static const struct {
	enum hints	 of;
	const char	*form;		/* of the whole text, or NULL */
	const char	*words[WORDS];	/* one of them in it */
	const char	*hint;
} hints[] = {
	{ OF_BOUNDS, "P 前 N UNIT内", { NULL }, N_("“前 N 日内” has two "
	    "sides: not later than the day before is written `P 前`; that it "
	    "may not be sooner than N days before cannot be said") },
	{ OF_BOUNDS, NULL, { "每" }, N_("what comes round is a case for each "
	    "time: write `every: quarter` (周期: 每季度) into the procedure, "
	    "give it an event with `calendar: last` (日历: 期末), and count "
	    "from that: `P 后 1月31日前`, `P 次月 15 日前` or `P 后 15 日"
	    "内`") },
	{ OF_BOUNDS, NULL, { "次年" }, N_("a day of the year is written `P 后 "
	    "1月31日前`: the first 31 January after P's day; P is then an "
	    "event of the year's end") },
	{ OF_BOUNDS, "M月D日前", { NULL }, N_("a day of the year needs an "
	    "event before it: `P 后 1月31日前`, the first 31 January after "
	    "P's day") },
	{ OF_BOUNDS, NULL, { "提前" }, N_("what is so long before needs an "
	    "event: `P 前至少 30 日`") },
	{ OF_BOUNDS, NULL, { "小时" }, N_("the program has days and no hours: "
	    "`与 P 同日` is stricter, `P 后 1 日内` is milder") },
	{ OF_BOUNDS, NULL, { "hour" }, N_("the program has days and no hours: "
	    "`with P` is stricter, `within 1 day after P` is milder") },
	{ OF_BOUNDS, NULL, { "及时", "立即", "即时", "尽快", "随时", "适时" },
	    N_("without a number there is no deadline: `P 后` asks for the "
	    "order alone; else write how many days") },
	{ OF_BOUNDS, NULL, { "次日" }, N_("the next day is `P 后 1 日内` as "
	    "the last that is in time, `P 后至少 1 日` as the first that is "
	    "allowed") },
	{ OF_BOUNDS, NULL, { "半个月", "半月" },
	    N_("half a month is written in days, as 15 日") },
	{ OF_BOUNDS, NULL, { "月底" }, N_("the end of a month is written as "
	    "its day, `P 后 3月31日前`, or `P 次月 31 日前`, which is the "
	    "last day of any month") },
	{ OF_BOUNDS, NULL, { "或" }, N_("of two starts each has a bound of "
	    "its own under a condition: {约束: A 后 3 日内, 发生: A} and "
	    "{约束: B 后 3 日内, 未发生: A}") },
	{ OF_PERIODS, NULL, { "期满", "之日起" }, N_("this is no period but a "
	    "deadline: it stands under `opens` (张贴) of a step or `after` "
	    "(须在) of an event") },
	{ OF_PERIODS, NULL, { "不超过", "不得超过", "不多于", "最长", "内" },
	    N_("the longest time that a notice may stand is no period: `down` "
	    "(撤下) says by when it must be gone") },
	{ OF_PERIODS, NULL, { "小时" },
	    N_("the program has days and no hours: 24 小时 is 1 日") },
	{ OF_PERIODS, NULL, { "半个月", "半月" },
	    N_("half a month is written in days, as 15 日") },
	{ OF_UNITS, NULL, { "周", "星期", "week" },
	    N_("weeks are written in days, 7 each") },
	{ OF_UNITS, NULL, { "小时", "hour" },
	    N_("the program has days and no hours: 24 小时 is 1 日") },
	{ OF_UNITS, "月", { NULL },
	    N_("`月` is a month of the year; a period is counted in 个月") },
	{ OF_UNITS, "月内", { NULL },
	    N_("`月` is a month of the year; a period is counted in 个月") },
	{ OF_LEVELS, NULL, { "国", "中央" },
	    N_("there is no level above the region (自治区)") },
	{ OF_LEVELS, "区", { NULL },
	    N_("`区` can be 自治区 (region) or 市辖区 (county)") },
	{ OF_LEVELS, "各区", { NULL },
	    N_("`区` can be 自治区 (region) or 市辖区 (county)") },
	{ OF_SCOPES, NULL, { "国", "cn", "CN" },
	    N_("a pack for the whole country has no scope: leave it out") },
	{ OF_KEYS, "单位", { NULL }, N_("the unit stands in each phrase: where "
	    "a document's 日 are working days, write 5 个工作日 for 五日") },
	{ OF_KEYS, "unit", { NULL }, N_("the unit stands in each phrase: where "
	    "a document's 日 are working days, write 5 个工作日 for 五日") },
	{ OF_KEYS, NULL, { "施行", "实施", "生效", "失效", "废止" },
	    N_("days in force stand as `in-force: {from: ..., until: ...}` "
	    "(有效期: {自: ..., 至: ...})") },
	{ OF_KEYS, "期限", { "天数", "时间", "时长" }, N_("how long a notice "
	    "stands is `lasts` (公示期); by when it is posted is `opens` "
	    "(张贴), by when an event happens `after` (须在)") },
	{ OF_LEVELS, NULL, { "小区" }, N_("a place that is no division, as an "
	    "estate, is no level: its village's or community's (行政村) is "
	    "the nearest") },
};

static bool
hint_fits(size_t i, const char *text)
{
	size_t		end = strlen(text), at = end, k;
	struct found	f;
	struct stuck	stuck;

	for (k = 0; k < WORDS && hints[i].words[k] != NULL; k++)
		if (strstr(text, hints[i].words[k]) != NULL)
			return true;
	if (hints[i].form == NULL)
		return false;
	return form_has(hints[i].form, PIECE_POINT) ?
	    form_split(hints[i].form, text, end, &at, &f) :
	    form_read(hints[i].form, text, end, &f, &stuck);
}

const char *
statute_hint(struct arena *a, const char *text, enum hints of)
{
	const char	*plain = statute_plain(a, text);
	size_t		 i;

	for (i = 0; i < LENGTH(hints); i++)
		if (hints[i].of == of && (hint_fits(i, text) ||
		    (plain != NULL && hint_fits(i, plain))))
			return text_in(hints[i].hint);
	return NULL;
}
