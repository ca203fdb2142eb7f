/*
 * The structure of the rule language: each key in both languages, and what is
 * refused, at its place and with what to do.
 */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "unit/court.h"

#define LENGTH(a)	(sizeof(a) / sizeof(*(a)))

static const char	pack_en[] =
"pack: t\n"
"title: t\n"
"scope: [\"45\"]\n"
"in-force: {from: 2020, until: 2021年12月}\n"
"instruments:\n"
"  甲〔2020〕1号: {title: 办法甲, by: 县政府, published: 公报,\n"
"    issued: 2021年7月1日, in-force: {from: 2021-07, until: 2022}}\n"
"  乙〔2020〕2号: {title: 办法乙, in-force: 2021/8/1}\n"
"lasts: {bound: at least 7 days, basis: 乙〔2020〕2号 第七条}\n"
"review: {basis: 办法乙 第八条}\n"
"severity: {missing: advice, late: question}\n"
"remedy: 一般。\n"
"text: {notice: '{title}。', announcement: '公告 {list}。'}\n"
"hotline: {450225: 0772-1234567, 45: '12317'}\n"
"office: 县局\n";

static const char	pack_zh[] =
"规则包: t\n"
"名称: t\n"
"适用区划: [\"45\"]\n"
"有效期: {自: 2020年, 至: 2021-12}\n"
"文件:\n"
"  甲〔2020〕1号: {名称: 办法甲, 发文机关: 县政府, 发布: 公报,\n"
"    印发: 2021-07-01, 有效期: {自: 2021年7月, 至: 2022年}}\n"
"  乙〔2020〕2号: {名称: 办法乙, 有效期: 2021-08-01}\n"
"公示期: {约束: 不少于 7 日, 依据: 乙〔2020〕2号 第七条}\n"
"保密审查: {依据: 办法乙 第八条}\n"
"严重程度: {未公示: 提示, 公示迟: 待处理}\n"
"补正: 一般。\n"
"正文: {公示: '{title}。', 公告: '公告 {list}。'}\n"
"监督电话: {450225: 0772-1234567, 45: '12317'}\n"
"落款: 县局\n";

static const char	text_en[] =
"procedure: p\n"
"title: p\n"
"case: county\n"
"every: quarter\n"
"basis: [甲〔2020〕1号 第一条, 办法乙 第二条]\n"
"traits:\n"
"  secret: {title: 涉密, title-en: secret, basis: 甲〔2020〕1号, note: n}\n"
"  movable: {title: 动产}\n"
"amounts: {central: {title: 中央}}\n"
"lasts: [at least 3 days, until done]\n"
"severity: {missing: grave}\n"
"hotline: 0771-7654321\n"
"events:\n"
"  asked: {title: 征求}\n"
"  answered: {title: 答复, optional: true}\n"
"  done:\n"
"    title: 办结\n"
"    for: [secret, movable]\n"
"    severity: {missing: advice, upheld: grave}\n"
"    remedy: {late: 快。}\n"
"    after:\n"
"      - bound: within 5 workdays after asked\n"
"        not-for: secret\n"
"        when: answered\n"
"        unless: [gone, asked]\n"
"        pauses: [[asked, answered], s]\n"
"        extends: {by: 2 years, on: answered}\n"
"        severity: question\n"
"      - by 01-31 after asked\n"
"      - by day 15 after asked\n"
"      - with x\n"
"    gate: [s.opens, {point: s, for: movable}]\n"
"  gone: {title: 终止, ends: true}\n"
"  begun: {title: 季初, calendar: first}\n"
"  over: {title: 季末, calendar: last, for: secret}\n"
"steps:\n"
"  s:\n"
"    title: 公示\n"
"    kind: notice\n"
"    at: county\n"
"    unless: gone\n"
"    lasts: [{bound: at least 7 days, for: movable, basis: 乙〔2020〕2号},\n"
"      until at least 1 quarter after asked]\n"
"    down: {bound: within 3 days after closes, severity: violation,\n"
"      extends: {by: 2 days, on: gone}}\n"
"    media: {any: [website, {medium: board, for: movable}],\n"
"      all: [newspaper], times: {newspaper: 2}}\n"
"    content: [名单, {item: 金额, not-for: secret}]\n"
"    review: false\n"
"    evidence: true\n"
"    objections:\n"
"      handler: 工作队\n"
"      raised: within 5 days after closes\n"
"      within: within 3 workdays after received\n"
"      upheld: {again: [at least 3 days, {bound: until asked, for: secret}],\n"
"        opens: within 2 days after upheld}\n"
"    severity: {short: advice}\n"
"    remedy: 请补正。\n"
"    text: 本步。\n"
"    hotline: {450225100: '7'}\n"
"    office: 步\n"
"  u:\n"
"    kind: announcement\n"
"    at: county\n"
"    opens: after done\n"
"    review: true\n"
"    media: [board]\n"
"    objections: {upheld: stops, within: within 1 month after closes}\n"
"  v: {kind: notice, at: county, lasts: permanently, objections: {upheld:\n"
"    again}}\n"
"  w: {kind: notice, at: county, lasts: none, objections: {upheld:\n"
"    {again: true}}}\n"
"  x: {kind: notice, at: county, basis: 甲〔2020〕1号 第九条}\n";

static const char	text_zh[] =
"程序: p\n"
"名称: p\n"
"办理层级: 县\n"
"周期: 每季度\n"
"依据: [甲〔2020〕1号 第一条, 办法乙 第二条]\n"
"类别:\n"
"  secret: {名称: 涉密, 英文名称: secret, 依据: 甲〔2020〕1号, 说明: n}\n"
"  movable: {名称: 动产}\n"
"金额: {central: {名称: 中央}}\n"
"公示期: [不少于 3 日, 至 办结]\n"
"严重程度: {未公示: 严重问题}\n"
"监督电话: 0771-7654321\n"
"事件:\n"
"  asked: {名称: 征求}\n"
"  answered: {名称: 答复, 可选: 是}\n"
"  done:\n"
"    名称: 办结\n"
"    限于: [涉密, 动产]\n"
"    严重程度: {未办理: 提示, 异议成立仍办理: 严重问题}\n"
"    补正: {办理迟: 快。}\n"
"    须在:\n"
"      - 约束: 征求 后 5 个工作日内\n"
"        除外: 涉密\n"
"        发生: 答复\n"
"        未发生: [终止, 征求]\n"
"        中止: [[征求, 答复], 公示]\n"
"        延长: {增加: 2 年, 凭: 答复}\n"
"        严重程度: 待处理\n"
"      - 征求 后 1月31日前\n"
"      - 征求 次月 15 日前\n"
"      - 与 x 同日\n"
"    关口: [公示.张贴, {点: 公示, 限于: 动产}]\n"
"  gone: {名称: 终止, 终结: 是}\n"
"  begun: {名称: 季初, 日历: 期初}\n"
"  over: {名称: 季末, 日历: 期末, 限于: 涉密}\n"
"环节:\n"
"  s:\n"
"    名称: 公示\n"
"    类型: 公示\n"
"    地点: 县\n"
"    未发生: 终止\n"
"    公示期: [{约束: 不少于 7 日, 限于: 动产, 依据: 乙〔2020〕2号},\n"
"      至 征求 后至少 1 季度]\n"
"    撤下: {约束: 期满 后 3 日内, 严重程度: 问题,\n"
"      延长: {增加: 2 日, 凭: 终止}}\n"
"    载体: {任一: [网站, {载体: 公开栏, 限于: 动产}],\n"
"      全部: [报刊], 次数: {报刊: 2}}\n"
"    内容: [名单, {项: 金额, 除外: 涉密}]\n"
"    保密审查: 否\n"
"    佐证: 是\n"
"    异议:\n"
"      处理单位: 工作队\n"
"      提出: 期满 后 5 日内\n"
"      时限: 收到 后 3 个工作日内\n"
"      成立: {重新公示: [不少于 3 日, {约束: 至 征求, 限于: 涉密}],\n"
"        张贴: 成立 后 2 日内}\n"
"    严重程度: {公示期不足: 提示}\n"
"    补正: 请补正。\n"
"    正文: 本步。\n"
"    监督电话: {450225100: '7'}\n"
"    落款: 步\n"
"  u:\n"
"    类型: 公告\n"
"    地点: 县\n"
"    张贴: 办结 后\n"
"    保密审查: 是\n"
"    载体: [公开栏]\n"
"    异议: {成立: 停止, 时限: 期满 后 1 个月内}\n"
"  v: {类型: 公示, 地点: 县, 公示期: 长期, 异议: {成立: 重新公示}}\n"
"  w: {类型: 公示, 地点: 县, 公示期: 无, 异议: {成立: {重新公示: 是}}}\n"
"  x: {类型: 公示, 地点: 县, 依据: 甲〔2020〕1号 第九条}\n";

/* Points and traits of the texts above. */
enum { ASKED, ANSWERED, DONE, GONE, BEGUN, OVER, S, U, V, W, X };
enum { SECRET, MOVABLE };

static void
is_some(struct some s, int a, int b)
{
	assert_int_equal(s.n, (a >= 0) + (b >= 0));
	if (a >= 0)
		assert_int_equal(s.of[0], a);
	if (b >= 0)
		assert_int_equal(s.of[1], b);
}

static void
is_day(struct day d, int year, int month, int day)
{
	assert_int_equal(d.n, day_make(year, month, day).n);
}

static void
check_pack(const struct pack *p)
{
	const struct instrument	*i = p->instruments;

	is_day(p->from, 2020, 1, 1);
	is_day(p->until, 2021, 12, 31);
	assert_string_equal(i[0].by, "县政府");
	assert_string_equal(i[0].published, "公报");
	assert_string_equal(i[0].issued, "2021-07-01");
	assert_string_equal(i[0].from, "2021-07");
	assert_string_equal(i[0].until, "2022");
	assert_string_equal(i[1].from, "2021-08-01");
	assert_int_equal(p->nhotlines, 4);
	assert_string_equal(p->hotlines[0], "07721234567");
	assert_string_equal(p->hotlines[1], "12317");
	assert_string_equal(p->hotlines[2], "07717654321");
	assert_string_equal(p->hotlines[3], "7");
}

static void
check_head(const struct procedure *p)
{
	assert_string_equal(p->basis->text,
	    "甲〔2020〕1号 第一条；办法乙 第二条");
	assert_ptr_equal(p->basis->instrument, &p->pack->instruments[0]);
	assert_string_equal(p->basis->one, "甲〔2020〕1号 第一条");
	assert_string_equal(p->basis->also->text, "办法乙 第二条");
	assert_ptr_equal(p->basis->also->instrument,
	    &p->pack->instruments[1]);
	assert_int_equal(p->ntraits, 2);
	assert_string_equal(p->traits[0].id, "secret");
	assert_string_equal(p->traits[0].title, "涉密");
	assert_string_equal(p->traits[0].title_en, "secret");
	assert_string_equal(p->traits[0].note, "n");
	assert_string_equal(p->traits[0].basis->text, "甲〔2020〕1号");
	assert_string_equal(p->traits[1].title, "动产");
	assert_null(p->traits[1].basis);
	assert_int_equal(p->namounts, 1);
	assert_string_equal(p->amounts[0].id, "central");
	assert_string_equal(p->amounts[0].title, "中央");
	assert_false(p->plain);
	assert_int_equal(p->every, CYCLE_QUARTER);
}

static void
check_bounds(const struct bound *b)
{
	assert_int_equal(b[0].kind, BOUND_WITHIN);
	is_some(b[0].when->only, -1, -1);
	is_some(b[0].when->except, SECRET, -1);
	is_some(b[0].when->when, ANSWERED, -1);
	is_some(b[0].when->unless, GONE, ASKED);
	assert_int_equal(b[0].npauses, 2);
	assert_int_equal(b[0].pauses[0].from, ASKED);
	assert_int_equal(b[0].pauses[0].to, ANSWERED);
	assert_int_equal(b[0].pauses[1].from, S);
	assert_int_equal(b[0].pauses[1].to, -1);
	assert_int_equal(b[0].longer.n, 24);
	assert_int_equal(b[0].longer.unit, UNIT_MONTH);
	assert_true(b[0].longer.roll);
	assert_int_equal(b[0].upon, ANSWERED);
	assert_true(b[0].graded);
	assert_int_equal(b[0].severity, SEVERITY_QUESTION);
	assert_int_equal(b[1].kind, BOUND_BY);
	assert_int_equal(b[1].month, 1);
	assert_int_equal(b[1].day, 31);
	assert_true(b[1].period.roll);
	assert_null(b[1].when);
	assert_false(b[1].graded);
	assert_int_equal(b[2].kind, BOUND_BY);
	assert_int_equal(b[2].month, 0);
	assert_int_equal(b[2].day, 15);
	assert_int_equal(b[3].kind, BOUND_WITH);
	assert_int_equal(b[3].point.index, X);
	assert_int_equal(b[3].point.edge, EDGE_OPENS);
	assert_int_equal(b[4].kind, BOUND_GATE);
	assert_int_equal(b[4].point.edge, EDGE_OPENS);
	assert_int_equal(b[5].kind, BOUND_GATE);
	assert_int_equal(b[5].point.edge, EDGE_CLOSES);
	is_some(b[5].when->only, MOVABLE, -1);
}

static void
check_events(const struct procedure *p)
{
	const struct event_rule	*e = p->events;

	assert_int_equal(p->nevents, 6);
	assert_true(e[ANSWERED].optional);
	assert_int_equal(e[GONE].calendar, CYCLE_NO_EDGE);
	assert_int_equal(e[BEGUN].calendar, CYCLE_FIRST);
	assert_int_equal(e[OVER].calendar, CYCLE_LAST);
	assert_false(e[ANSWERED].ends);
	assert_true(e[GONE].ends);
	assert_null(e[GONE].when);
	is_some(e[DONE].when->only, SECRET, MOVABLE);
	assert_int_equal(e[DONE].nbounds, 6);
	check_bounds(e[DONE].bounds);
	/* The nearest wins, code by code; else the code's own. */
	assert_int_equal(e[DONE].sayings->severity[CODE_MISSING],
	    SEVERITY_ADVICE);
	assert_int_equal(e[DONE].sayings->severity[CODE_UPHELD],
	    SEVERITY_GRAVE);
	assert_int_equal(e[DONE].sayings->severity[CODE_LATE],
	    SEVERITY_QUESTION);
	assert_int_equal(e[DONE].sayings->severity[CODE_GATE],
	    SEVERITY_GRAVE);
	assert_int_equal(e[GONE].sayings->severity[CODE_MISSING],
	    SEVERITY_GRAVE);
	assert_string_equal(e[DONE].sayings->remedy[CODE_LATE], "快。");
	assert_string_equal(e[DONE].sayings->remedy[CODE_MISSING], "一般。");
}

static void
check_periods(const struct procedure *p)
{
	const struct step_rule	*s = p->steps;
	const struct period_part *t = s[0].lasts.list;

	assert_int_equal(s[0].lasts.n, 2);
	assert_int_equal(t[0].kind, PART_LASTS);
	assert_int_equal(t[0].judged.n, 7);
	is_some(t[0].when->only, MOVABLE, -1);
	assert_string_equal(t[0].basis->text, "乙〔2020〕2号");
	assert_int_equal(t[1].kind, PART_UNTIL);
	assert_int_equal(t[1].event, ASKED);
	assert_int_equal(t[1].after.n, 3);
	assert_int_equal(t[1].after.unit, UNIT_MONTH);
	assert_null(t[1].when);
	assert_ptr_equal(t[1].basis, p->basis);
	/* A default is cited as what the step itself says. */
	assert_int_equal(s[1].lasts.n, 2);
	assert_int_equal(s[1].lasts.list[0].judged.n, 3);
	assert_int_equal(s[1].lasts.list[1].event, DONE);
	assert_int_equal(s[1].lasts.list[1].after.n, 0);
	assert_ptr_equal(s[1].lasts.list[0].basis, p->basis);
	assert_string_equal(s[4].lasts.list[0].basis->text,
	    "甲〔2020〕1号 第九条");
	assert_int_equal(s[2].lasts.n, 1);
	assert_int_equal(s[2].lasts.list[0].kind, PART_PERMANENT);
	assert_int_equal(s[3].lasts.n, 0);
	assert_int_equal(s[0].down->point.index, S);
	assert_int_equal(s[0].down->point.edge, EDGE_CLOSES);
	assert_int_equal(s[0].down->kind, BOUND_WITHIN);
	assert_int_equal(s[0].down->period.n, 3);
	assert_int_equal(s[0].down->severity, SEVERITY_VIOLATION);
	assert_int_equal(s[0].down->longer.n, 2);
	assert_int_equal(s[0].down->upon, GONE);
	assert_null(s[1].down);
}

static void
check_notice(const struct procedure *p)
{
	const struct step_rule	*s = p->steps;

	is_some(s[0].when->unless, GONE, -1);
	assert_int_equal(s[0].any.n, 2);
	assert_string_equal(s[0].any.list[0].text, "website");
	assert_string_equal(s[0].any.list[1].text, "board");
	is_some(s[0].any.list[1].when->only, MOVABLE, -1);
	assert_int_equal(s[0].all.n, 1);
	assert_string_equal(s[0].all.list[0].text, "newspaper");
	assert_int_equal(s[0].times.n, 1);
	assert_string_equal(s[0].times.list[0].text, "newspaper");
	assert_int_equal(s[0].times.list[0].times, 2);
	assert_int_equal(s[0].content.n, 2);
	assert_string_equal(s[0].content.list[0].text, "名单");
	assert_string_equal(s[0].content.list[1].text, "金额");
	is_some(s[0].content.list[1].when->except, SECRET, -1);
	assert_true(s[0].evidence);
	assert_false(s[1].evidence);
	assert_int_equal(s[1].any.n, 1);
	assert_int_equal(s[1].all.n + s[1].times.n, 0);
	/* The pack's with its own basis; the step's own `true` has none. */
	assert_false(s[0].review);
	assert_true(s[1].review);
	assert_ptr_equal(s[1].review_basis, p->basis);
	assert_true(s[4].review);
	assert_string_equal(s[4].review_basis->text, "办法乙 第八条");
	assert_int_equal(s[0].sayings->severity[CODE_SHORT], SEVERITY_ADVICE);
	assert_int_equal(s[1].sayings->severity[CODE_SHORT],
	    SEVERITY_VIOLATION);
	assert_int_equal(s[1].sayings->severity[CODE_MISSING],
	    SEVERITY_GRAVE);
	assert_string_equal(s[0].sayings->remedy[CODE_SHORT], "请补正。");
	assert_string_equal(s[1].sayings->remedy[CODE_SHORT], "一般。");
}

static void
check_objections(const struct procedure *p)
{
	const struct objection_rule	*o = &p->steps[0].objections;

	assert_string_equal(o->handler, "工作队");
	assert_int_equal(o->raised.n, 5);
	assert_int_equal(o->raised_after, EDGE_CLOSES);
	assert_int_equal(o->within.n, 3);
	assert_int_equal(o->within.unit, UNIT_WORKDAY);
	assert_true(o->within.roll);
	assert_false(o->within_closes);
	assert_int_equal(o->upheld, UPHELD_AGAIN);
	assert_true(o->again_lasts);
	assert_int_equal(o->again.n, 2);
	is_some(o->again.list[1].when->only, SECRET, -1);
	assert_int_equal(o->again_opens->kind, BOUND_WITHIN);
	assert_int_equal(o->again_opens->period.n, 2);
	assert_int_equal(o->again_opens->point.index, S);
	assert_int_equal(p->steps[1].objections.upheld, UPHELD_STOPS);
	assert_true(p->steps[1].objections.within_closes);
	assert_int_equal(p->steps[1].objections.within.unit, UNIT_MONTH);
	assert_string_equal(p->steps[1].objections.handler, "");
	assert_int_equal(p->steps[2].objections.upheld, UPHELD_AGAIN);
	assert_false(p->steps[2].objections.again_lasts);
	assert_int_equal(p->steps[3].objections.upheld, UPHELD_AGAIN);
	assert_false(p->steps[3].objections.again_lasts);
	assert_null(p->steps[3].objections.again_opens);
	assert_int_equal(p->steps[4].objections.upheld, UPHELD_GOES_ON);
}

/* The nearest wins; of one list the longest code. */
static void
check_words(const struct procedure *p)
{
	assert_string_equal(p->steps[0].text, "本步。");
	assert_string_equal(p->steps[1].text, "公告 {list}。");
	assert_string_equal(p->steps[2].text, "{title}。");
	assert_string_equal(procedure_hotline(p, 0, "450225100200"), "7");
	assert_string_equal(procedure_hotline(p, 0, "450225"),
	    "0771-7654321");
	assert_string_equal(procedure_hotline(p, -1, "450225100"),
	    "0771-7654321");
	assert_string_equal(procedure_office(p, 0, "45"), "步");
	assert_string_equal(procedure_office(p, 1, "45"), "县局");
	assert_string_equal(procedure_office(p, -1, "45"), "县局");
}

static void
each_key_in_both_languages(void **state)
{
	const char	*packs[] = { pack_en, pack_zh };
	const char	*texts[] = { text_en, text_zh };
	struct arena	*a = arena_new();
	const struct pack *p;
	struct diags	*d;
	size_t		 i;

	(void)state;
	for (i = 0; i < 4; i++) {
		d = diags_new(a);
		p = court_pack(a, packs[i % 2], &texts[i / 2], 1, d);
		if (p == NULL)
			fail_msg("%s", court_complaints(a, d));
		check_pack(p);
		check_head(p->procedures);
		check_events(p->procedures);
		check_periods(p->procedures);
		check_notice(p->procedures);
		check_objections(p->procedures);
		check_words(p->procedures);
	}
	arena_free(a);
}

/* A pack's own numbers by code, where no procedure says another. */
static void
the_longest_code_wins(void **state)
{
	static const char	pack[] = "pack: t\ninstruments: {甲: {}}\n"
	    "hotline: {450225: 县, 45: 区, 450225100200: 村}\n";
	static const char	*const file = "procedure: p\ncase: county\n"
	    "basis: 甲\nsteps:\n  s: {kind: notice, at: county}\n";
	struct arena		*a = arena_new();
	const struct pack	*p = court_pack(a, pack, &file, 1,
				    diags_new(a));
	const struct procedure	*q;

	(void)state;
	assert_non_null(p);
	q = p->procedures;
	assert_string_equal(procedure_hotline(q, 0, "450225100200"), "村");
	assert_string_equal(procedure_hotline(q, 0, "450225100201"), "县");
	assert_string_equal(procedure_hotline(q, 0, "4502"), "区");
	assert_string_equal(procedure_hotline(q, 0, "45"), "区");
	assert_null(procedure_hotline(q, 0, "44"));
	assert_null(procedure_office(q, 0, "45"));
	assert_int_equal(p->nhotlines, 0);
	assert_true(q->plain);
	arena_free(a);
}

/*
 * `order`: behind what may pause it, and behind the events until which that
 * stands whose end it follows.
 */
static int
place_in(const struct procedure *p, const char *id)
{
	int	i;

	for (i = 0; i < p->nevents + p->nsteps; i++)
		if (strcmp(point_id(p, p->order[i]), id) == 0)
			return i;
	return -1;
}

static void
order_knows_pauses_and_until(void **state)
{
	static const char	*const file = "procedure: p\ncase: county\n"
	    "basis: 甲\nevents:\n  a: {}\n  b: {after: {bound: within 5 days "
	    "after a, pauses: [z]}}\n  c: {after: y}\n  d: {after: a}\n"
	    "steps:\n  y: {kind: notice, at: county, lasts: until d}\n"
	    "  z: {kind: notice, at: county}\n";
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	const struct pack	*p = court_pack(a, "pack: t\n"
	    "instruments: {甲: {}}\n", &file, 1, d);
	const struct procedure	*q;

	(void)state;
	if (p == NULL)
		fail_msg("%s", court_complaints(a, d));
	q = p->procedures;
	assert_true(place_in(q, "z") < place_in(q, "b"));
	assert_true(place_in(q, "y") < place_in(q, "c"));
	assert_true(place_in(q, "d") < place_in(q, "c"));
	arena_free(a);
}

/* `within`, `by` and `with` both follow and are due. */
static void
ties_of_deadlines(void **state)
{
	static const char	*const file = "procedure: p\ncase: county\n"
	    "basis: 甲\nevents:\n  a: {}\n  b: {after: [within 5 days after "
	    "a, by 01-31 after a, with a, after a, at least 1 day after a]}\n"
	    "  c: {after: [before b, at least 1 day before b]}\n";
	struct arena		*a = arena_new();
	const struct pack	*p = court_pack(a, "pack: t\n"
	    "instruments: {甲: {}}\n", &file, 1, diags_new(a));
	static const char	*const loose = "procedure: p\ncase: county\n"
	    "basis: 甲\nevents:\n  a: {}\n  b: {after: [within 5 days after "
	    "a, by 01-31 after a, after a, at least 1 day after a]}\n"
	    "  c: {after: [before b, at least 1 day before b]}\n  d: {after: "
	    "with a}\n";
	const struct ties	*t;

	(void)state;
	assert_null(p);			/* a day later than the same day */
	p = court_pack(a, "pack: t\ninstruments: {甲: {}}\n", &loose, 1,
	    diags_new(a));
	assert_non_null(p);
	t = p->procedures->ties;
	assert_int_equal(t[1].nfollows, 4);
	assert_int_equal(t[1].ndues, 2);
	assert_int_equal(t[2].nfollows, 0);
	assert_int_equal(t[2].ndues, 2);
	assert_int_equal(t[3].nfollows, 1);
	assert_int_equal(t[3].ndues, 1);
	arena_free(a);
}

#define PACK "pack: t\ninstruments: {甲〔2020〕1号: {title: 办法}}\n"

/* Lines 1 to 4, 5 to 7, and 8 to 12 of the procedures below. */
#define HEAD	"procedure: p\ncase: county\nbasis: 甲〔2020〕1号\n" \
	"traits: {secret: {title: 涉密}}\n"
#define EVENTS	HEAD "events:\n  event: {title: 事件甲}\n  f: {}\n"
#define STEP	EVENTS "steps:\n  s:\n    kind: notice\n    at: county\n" \
	"    lasts: at least 7 days\n"
#define ENDLESS	EVENTS "steps:\n  s:\n    kind: notice\n    at: county\n" \
	"    lasts: [{bound: permanently, for: secret}, at least 1 day]\n"
#define OTHER	"  u:\n    kind: notice\n    at: county\n"

static const struct {
	const char	*what, *text, *place, *word, *too;
} faults[] = {
	/* traits, amounts */
	{ "a trait that is none", STEP "    for: secert\n", "p.yaml:13:10:",
	    "`secert`", "`secret`" },
	{ "a trait that is none, of none near", STEP "    not-for: [xyzzy]\n",
	    "p.yaml:13:15:", "`xyzzy`", "`secret`" },
	{ "a trait where none is named", "procedure: p\ncase: county\n"
	    "events:\n  e: {for: a}\n", "p.yaml:4:12:", "`a`", "traits" },
	{ "two traits of one title", HEAD "amounts: {a: {title: b}, b: {}}\n",
	    "p.yaml:5:26:", "`b`", "p.yaml:5:11: note" },
	{ "a trait that is no id", HEAD "amounts: {a=b: {}}\n",
	    "p.yaml:5:11:", "a=b", "" },
	{ "a trait in a list", HEAD "amounts: [a]\n", "p.yaml:5:10:", "title",
	    "" },
	{ "an unknown key of a trait", HEAD "amounts: {a: {titel: x}}\n",
	    "p.yaml:5:15:", "titel", "title" },
	/* conditions */
	{ "an event that is none", STEP "    when: evnet\n",
	    "p.yaml:13:11:", "`evnet`", "`event`" },
	{ "a step for an event", STEP "    unless: s\n", "p.yaml:13:13:",
	    "`s`", "step" },
	{ "an empty list", STEP "    unless: []\n", "p.yaml:13:13:", "empty",
	    "" },
	{ "a condition on times", STEP "    media: {times: {board: {for: "
	    "secret}}}\n", "p.yaml:13:28:", "number", "conditions" },
	{ "a condition on review", STEP "    review: {for: secret}\n",
	    "p.yaml:13:14:", "`for`", "conditions" },
	{ "a condition on raised", STEP "    objections: {raised: {bound: "
	    "within 1 day after opens, for: secret}}\n", "p.yaml:13:26:",
	    "phrase", "conditions" },
	{ "a condition on within", STEP "    objections: {within: {bound: "
	    "within 1 day after closes}}\n", "p.yaml:13:26:", "phrase", "" },
	{ "a condition on opens of again", STEP "    objections: {upheld: "
	    "{again: true, opens: {bound: within 1 day after upheld}}}\n",
	    "p.yaml:13:47:", "phrase", "" },
	/* ends, optional */
	{ "an end that comes twice", HEAD "events:\n  e: {repeats: true, "
	    "ends: true}\n", "p.yaml:6:22:", "`e`", "" },
	{ "ends that is neither", HEAD "events:\n  e: {ends: maybe}\n",
	    "p.yaml:6:13:", "true", "" },
	{ "pauses on a step", STEP "    pauses: [s]\n", "p.yaml:13:5:",
	    "`pauses`", "{bound: PHRASE, pauses: ...}" },
	{ "optional on a step", STEP "    optional: true\n", "p.yaml:13:5:",
	    "optional", "events" },
	/* what comes round */
	{ "every that is no period", HEAD "every: week\n", "p.yaml:5:8:",
	    "quarter", "half-year" },
	{ "every in Chinese that is none", HEAD "周期: 每周\n",
	    "p.yaml:5:5:", "half-year", "" },
	{ "a calendar without a period", HEAD "events:\n  e: {calendar: "
	    "first}\n", "p.yaml:6:7:", "calendar", "every: quarter" },
	{ "a calendar that is neither", HEAD "every: month\nevents:\n"
	    "  e: {calendar: middle}\n", "p.yaml:7:17:", "first", "last" },
	{ "a calendar that waits", HEAD "every: month\nevents:\n  f: {}\n"
	    "  e: {calendar: last, after: f}\n", "p.yaml:8:23:", "after",
	    "calendar" },
	{ "a calendar behind a gate", HEAD "every: 每月\nevents:\n"
	    "  e: {关口: s, 日历: 期末}\nsteps:\n  s: {kind: notice, "
	    "at: county}\n", "p.yaml:7:7:", "关口", "日历" },
	{ "a calendar that comes twice", HEAD "every: month\nevents:\n"
	    "  e: {calendar: last, repeats: true}\n", "p.yaml:7:23:",
	    "repeats", "" },
	{ "a calendar that need not come", HEAD "every: month\nevents:\n"
	    "  e: {calendar: last, optional: true}\n", "p.yaml:7:23:",
	    "optional", "" },
	{ "a calendar that ends all", HEAD "every: month\nevents:\n"
	    "  e: {calendar: last, ends: true}\n", "p.yaml:7:23:", "ends",
	    "" },
	{ "every on an event", HEAD "events:\n  e: {every: month}\n",
	    "p.yaml:6:7:", "every", "" },
	/* 64 bytes: the id, 6 digits, 2026M07 and two marks */
	{ "an id without room", "procedure: a234567890123456789012345678901"
	    "2345678901234567890\ncase: county\nbasis: 甲〔2020〕1号\n"
	    "every: month\n", "p.yaml:1:12:", "65 bytes", "64" },
	{ "an id that numbers cannot begin with", "procedure: '=p'\n"
	    "case: county\nbasis: 甲〔2020〕1号\nevery: year\n",
	    "p.yaml:1:12:", "`=p`", "" },
	{ "an id that holds a colon", "procedure: '45:p'\ncase: county\n"
	    "basis: 甲〔2020〕1号\nevery: year\n", "p.yaml:1:12:", "colon",
	    "" },
	/* bounds */
	{ "pauses beside `after`", STEP "    opens: {bound: after event, "
	    "pauses: [[event, f]]}\n", "p.yaml:13:33:", "pauses", "within" },
	{ "severity beside `with`", STEP "    opens: {bound: with event, "
	    "severity: advice}\n", "p.yaml:13:32:", "severity", "within" },
	{ "extends beside `before`", STEP "    opens: {bound: before event, "
	    "extends: {by: 1 day, on: f}}\n", "p.yaml:13:34:", "extends",
	    "within" },
	{ "a pause of one", STEP "    opens: {bound: within 1 day after "
	    "event, pauses: [[f]]}\n", "p.yaml:13:55:", "FROM", "" },
	{ "a pause that is flat", STEP "    opens: {bound: within 1 day after "
	    "event, pauses: [event, f]}\n", "p.yaml:13:54:",
	    "[[event, f]]", "" },
	{ "a pause by what is no step", STEP "    opens: {bound: within 1 day "
	    "after event, pauses: [f]}\n", "p.yaml:13:55:", "step", "" },
	{ "a step that pauses its own", STEP "    opens: {bound: within 1 day "
	    "after event, pauses: s}\n", "p.yaml:13:54:", "`s`", "own" },
	{ "a step that pauses when it comes down", STEP "    down: {bound: "
	    "within 1 day after event, pauses: s}\n", "p.yaml:13:53:", "`s`",
	    "own" },
	{ "a step that pauses what it follows", EVENTS
	    "  g: {after: {bound: within 1 day after event, pauses: [s]}}\n"
	    "steps:\n  s: {kind: notice, at: county, opens: after g}\n",
	    "p.yaml:", "`s`", "pause" },
	{ "... however far back", EVENTS
	    "  g: {after: {bound: within 1 day after event, pauses: [s]}}\n"
	    "  h: {after: g}\n"
	    "steps:\n  s: {kind: notice, at: county, opens: after h}\n",
	    "p.yaml:", "g", "h" },
	{ "extends without an event", STEP "    opens: {bound: within 1 day "
	    "after event, extends: {by: 1 day}}\n", "p.yaml:13:55:", "on",
	    "" },
	{ "extends by nothing", STEP "    opens: {bound: within 1 day after "
	    "event, extends: {by: 0 days, on: f}}\n", "p.yaml:13:60:", "zero",
	    "" },
	{ "extends on what is none", STEP "    opens: {bound: within 1 day "
	    "after event, extends: {by: 1 day, on: g}}\n", "p.yaml:13:71:",
	    "`g`", "" },
	{ "with a last day", STEP OTHER "    opens: with s.closes\n",
	    "p.yaml:16:17:", "with", "opening" },
	{ "the last day of a February", STEP
	    "    opens: by 02-29 after event\n", "p.yaml:13:15:", "02-28", "" },
	{ "a severity that is none", STEP "    opens: {bound: within 1 day "
	    "after event, severity: advise}\n", "p.yaml:13:56:", "grave",
	    "`advice`" },
	/* periods */
	{ "until a step", STEP OTHER "    lasts: until s\n", "p.yaml:16:18:",
	    "`s`", "step" },
	{ "until what is none", STEP OTHER "    lasts: until evnt\n",
	    "p.yaml:16:18:", "`evnt`", "`event`" },
	{ "none in a list", STEP OTHER "    lasts: [none, until f]\n",
	    "p.yaml:16:13:", "none", "" },
	{ "an unknown key of a period", STEP OTHER "    lasts: {bound: until "
	    "f, pauses: [s]}\n", "p.yaml:16:29:", "pauses", "" },
	{ "behind what never ends", ENDLESS OTHER "    opens: after s\n",
	    "p.yaml:16:18:", "`s`", "s.opens" },
	{ "a gate on what never ends", EVENTS "  g: {gate: s}\nsteps:\n"
	    "  s: {kind: notice, at: county, lasts: permanently}\n",
	    "p.yaml:8:13:", "`s`", "s.opens" },
	{ "within behind what never ends, by default", HEAD
	    "lasts: permanently\nevents:\n  g: {after: within 1 day after "
	    "s}\nsteps:\n  s: {kind: notice, at: county}\n",
	    "p.yaml:7:33:", "`s`", "" },
	{ "again for ever", STEP "    objections: {upheld: {again: "
	    "permanently}}\n" OTHER "    opens: after s\n", "p.yaml:17:18:",
	    "`s`", "" },
	{ "a pause by what never ends", ENDLESS OTHER "    opens: {bound: "
	    "within 1 day after event, pauses: [s]}\n", "p.yaml:16:", "`s`",
	    "" },
	{ "down after what never ends", ENDLESS
	    "    down: within 1 day after closes\n", "p.yaml:13:", "`s`",
	    "" },
	{ "raised after what never ends", ENDLESS
	    "    objections: {raised: within 1 day after closes}\n",
	    "p.yaml:13:26:", "`s`", "" },
	{ "resolved after what never ends", ENDLESS
	    "    objections: {within: within 1 day after closes}\n",
	    "p.yaml:13:26:", "`s`", "" },
	{ "down after another step", STEP OTHER
	    "    down: within 1 day after s\n", "p.yaml:16:30:", "event",
	    "closes" },
	{ "down that is no deadline", STEP "    down: after event\n",
	    "p.yaml:13:11:", "within", "" },
	{ "a circle through `until`", EVENTS "  g: {after: s}\nsteps:\n"
	    "  s: {kind: notice, at: county, lasts: until g}\n", "p.yaml:8:",
	    "circle", "`s`" },
	/* media, content */
	{ "a medium that is none", STEP "    media: [websit]\n",
	    "p.yaml:13:13:", "`websit`", "`website`" },
	{ "a Chinese one", STEP "    media: {any: [公告栏目]}\n",
	    "p.yaml:13:19:", "公告栏目", "" },
	{ "an item among media", STEP "    media: [{item: board}]\n",
	    "p.yaml:13:14:", "`item`", "`medium`" },
	{ "a map without its medium", STEP "    media: [{for: secret}]\n",
	    "p.yaml:13:13:", "medium", "" },
	{ "never posted", STEP "    media: {times: {board: 0}}\n",
	    "p.yaml:13:28:", "number", "" },
	{ "a medium's times twice", STEP
	    "    media: {times: {board: 1, 公开栏: 2}}\n", "p.yaml:13:31:",
	    "公开栏", "" },
	{ "times without a period", EVENTS "steps:\n  s:\n    kind: notice\n"
	    "    at: county\n    media: {times: {board: 2}}\n",
	    "p.yaml:12:13:", "`times`", "lasts" },
	{ "times on `lasts: none`", EVENTS "steps:\n  s:\n    kind: notice\n"
	    "    at: county\n    media: {times: {board: 2}}\n"
	    "    lasts: none\n", "p.yaml:12:13:", "`times`", "lasts" },
	{ "an item of nothing", STEP "    content: ['']\n", "p.yaml:13:15:",
	    "text", "" },
	/* objections */
	{ "raised after the wrong day", STEP
	    "    objections: {raised: within 1 day after received}\n",
	    "p.yaml:13:", "received", "opens" },
	{ "resolved after the wrong day", STEP
	    "    objections: {within: within 1 day after opens}\n",
	    "p.yaml:13:", "opens", "received" },
	{ "upheld that is none", STEP "    objections: {upheld: agian}\n",
	    "p.yaml:13:26:", "again", "`again`" },
	{ "again is missing", STEP "    objections: {upheld: {opens: within "
	    "1 day after upheld}}\n", "p.yaml:13:26:", "again", "" },
	{ "again that is false", STEP
	    "    objections: {upheld: {again: false}}\n", "p.yaml:13:34:",
	    "true", "" },
	/* how grave, what to do */
	{ "a code that is none", STEP "    severity: {mising: advice}\n",
	    "p.yaml:13:16:", "mising", "`missing`" },
	{ "a code of events on a step", STEP "    severity: {gate: advice}\n",
	    "p.yaml:13:16:", "`gate`", "short" },
	{ "a code of steps on an event", HEAD
	    "events:\n  e: {severity: {short: advice}}\n", "p.yaml:6:18:",
	    "`short`", "missing" },
	{ "a code twice, in two languages", STEP
	    "    severity: {missing: advice, 未公示: question}\n",
	    "p.yaml:13:33:", "未公示", "" },
	{ "one severity for all", STEP "    severity: advice\n",
	    "p.yaml:13:15:", "CODE", "" },
	{ "a remedy of two lines", STEP "    remedy: \"a\\nb\"\n",
	    "p.yaml:13:13:", "one line", "" },
	/* words */
	{ "a blank that nobody fills in", STEP "    text: '{titel}'\n",
	    "p.yaml:13:11:", "{titel}", "`title`" },
	{ "no division", STEP "    hotline: {45022: '1'}\n",
	    "p.yaml:13:15:", "code", "" },
	{ "a division twice", STEP "    office: {45: a, 450000: b}\n",
	    "p.yaml:13:21:", "450000", "" },
	/* citations */
	{ "a place alone", STEP "    basis: 第十九条\n", "p.yaml:13:12:",
	    "第十九条", "`甲〔2020〕1号 第十九条`" },
	{ "a list with one that is none", STEP
	    "    basis: [甲〔2020〕1号, 丙]\n", "p.yaml:13:24:", "丙", "" },
	{ "a place alone, under a step's own", STEP
	    "    basis: 甲〔2020〕1号\n    opens: {bound: within 1 day after "
	    "event, basis: 第一条}\n", "p.yaml:14:53:", "第一条",
	    "`甲〔2020〕1号 第一条`" },
	/* contradictions */
	{ "with and later", EVENTS "  g: {after: [with event, at least 2 days "
	    "after event]}\n", "p.yaml:8:", "contradict", "" },
	{ "under one condition", EVENTS "  g: {after: [{bound: at least 9 "
	    "days after event, for: secret}, {bound: within 5 days after "
	    "event, for: secret}]}\n", "p.yaml:8:", "contradict", "" },
	{ "always, and under a condition", EVENTS "  g: {after: [at least 9 "
	    "days after event, {bound: within 5 days after event, for: "
	    "secret}]}\n", "p.yaml:8:", "contradict", "" },
	{ "extended, and too short even so", EVENTS "  g: {after: [at least 9 "
	    "days after event, {bound: within 5 days after event, extends: "
	    "{by: 3 days, on: f}}]}\n", "p.yaml:8:", "contradict", "" },
};

static void
faults_are_told_at_their_place(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d;
	char		*said;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(faults); i++) {
		d = diags_new(a);
		if (court_pack(a, PACK, &faults[i].text, 1, d) != NULL)
			fail_msg("%s: was taken", faults[i].what);
		said = court_complaints(a, d);
		if (strncmp(said, faults[i].place, strlen(faults[i].place)) !=
		    0 || strstr(said, ": error: ") == NULL ||
		    strstr(said, faults[i].word) == NULL ||
		    strstr(said, faults[i].too) == NULL)
			fail_msg("%s: want `%s`, `%s`, `%s`, said\n%s\n",
			    faults[i].what, faults[i].place, faults[i].word,
			    faults[i].too, said);
	}
	arena_free(a);
}

static const struct {
	const char	*what, *text, *place, *word;
} pack_faults[] = {
	{ "no day", "pack: t\nin-force: {from: 20x0}\n", "pack.yaml:2:18:",
	    "2020-01-31" },
	{ "an hour", "pack: t\ninstruments: {甲: {issued: 不详}}\n",
	    "pack.yaml:2:27:", "2020-01" },
	{ "a month that is none", "pack: t\ninstruments: {甲: {in-force: "
	    "2020-13}}\n", "pack.yaml:2:29:", "2020-01" },
	{ "a period that is none", "pack: t\nlasts: 7 dyas\n",
	    "pack.yaml:2:8:", "at least" },
	{ "a code that is none", "pack: t\nseverity: {mising: advice}\n",
	    "pack.yaml:2:12:", "`missing`" },
	{ "an instrument by a title of two", "pack: t\ninstruments: {甲: "
	    "{title: 办法}, 乙: {title: 办法}}\nreview: {basis: 办法 "
	    "第一条}\n", "pack.yaml:3:17:", "`甲`" },
	{ "a blank in a kind's text", "pack: t\ntext: {notice: '{x}'}\n",
	    "pack.yaml:2:16:", "{title}" },
};

static void
faults_of_a_pack(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d;
	char		*said;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(pack_faults); i++) {
		d = diags_new(a);
		(void)court_pack(a, pack_faults[i].text, NULL, 0, d);
		said = court_complaints(a, d);
		if (strncmp(said, pack_faults[i].place,
		    strlen(pack_faults[i].place)) != 0 ||
		    strstr(said, pack_faults[i].word) == NULL)
			fail_msg("%s: want %s, %s, said\n%s\n",
			    pack_faults[i].what, pack_faults[i].place,
			    pack_faults[i].word, said);
	}
	arena_free(a);
}

/* Neighbours of what is refused; is it plain? */
static const struct {
	const char	*what, *text;
	bool		 plain;
} goods[] = {
	{ "a step for whom it is", STEP "    for: 涉密\n", false },
	{ "an event by its title", STEP "    when: 事件甲\n", false },
	{ "media for some", STEP "    media: [{medium: board, for: secret}]\n",
	    false },
	{ "down for some", STEP "    down: {bound: within 1 day after event, "
	    "unless: f}\n", false },
	{ "media for all", STEP "    media: {any: board, all: 网站, times: "
	    "{报刊: 2}}\n", true },
	{ "an end that comes once", HEAD "events:\n  e: {repeats: false, "
	    "ends: true}\n", false },
	{ "an event that need not happen", HEAD
	    "events:\n  e: {optional: true}\n", false },
	{ "what comes round, by whose days", HEAD "周期: 每季\nevents:\n"
	    "  e: {日历: 期末, for: secret}\n  f: {calendar: first}\n",
	    false },
	{ "an id of as many bytes as there is room for", "procedure: a2345678"
	    "90123456789012345678901234567890123456789\ncase: county\n"
	    "basis: 甲〔2020〕1号\nevery: month\n", true },
	{ "again", STEP "    objections: {upheld: again}\n", false },
	{ "stops", STEP "    objections: {upheld: stops}\n", true },
	{ "pauses beside `within` and `by`", STEP "    opens: [{bound: within "
	    "1 day after event, pauses: [[event, f]]}, {bound: by 12-31 after "
	    "event, severity: advice}]\n", true },
	{ "before what never ends, and its first day", ENDLESS OTHER
	    "    opens: [before s.closes, after s.opens, with s]\n", false },
	{ "raised from its first day", ENDLESS "    objections: {raised: "
	    "within 1 day after opens, within: within 1 day after "
	    "received}\n", false },
	{ "until what follows its opening", EVENTS "  g: {after: s.opens}\n"
	    "steps:\n  s: {kind: notice, at: county, lasts: until g}\n",
	    true },
	{ "times with a default period", HEAD "lasts: at least 1 day\n"
	    "steps:\n  s:\n    kind: notice\n    at: county\n"
	    "    media: {times: {board: 2}}\n", true },
	{ "times where a period applies to some", STEP OTHER
	    "    lasts: {bound: at least 1 day, for: secret}\n"
	    "    media: {times: {board: 2}}\n", false },
	{ "under different conditions", EVENTS "  g: {after: [{bound: at "
	    "least 9 days after event, for: secret}, {bound: within 5 days "
	    "after event, not-for: secret}]}\n", false },
	{ "paused", EVENTS "  g: {after: [at least 9 days after event, "
	    "{bound: within 5 days after event, pauses: [[event, f]]}]}\n",
	    true },
	{ "extended enough", EVENTS "  g: {after: [at least 9 days after "
	    "event, {bound: within 5 days after event, extends: {by: 4 days, "
	    "on: f}}]}\n", true },
	{ "with, and after", EVENTS "  g: {after: [with event, after event, "
	    "within 1 day after event]}\n", true },
	{ "a text with all that is filled in", STEP "    text: '{title}{case}"
	    "{step}{place}{from}{through}{days}{handler}{hotline}{office}"
	    "{today}{list} {a b'\n", true },
	{ "a remedy by code", STEP "    remedy: {short: 一, 公示迟: 二}\n",
	    true },
	{ "a document by its title", STEP "    basis: 办法 第三条\n", true },
};

static void
neighbours_are_taken(void **state)
{
	struct arena		*a = arena_new();
	const struct pack	*p;
	struct diags		*d;
	size_t			 i;

	(void)state;
	for (i = 0; i < LENGTH(goods); i++) {
		d = diags_new(a);
		p = court_pack(a, PACK, &goods[i].text, 1, d);
		if (p == NULL)
			fail_msg("%s: %s", goods[i].what,
			    court_complaints(a, d));
		assert_int_equal(diags_errors(d), 0);
		if (p->procedures->plain != goods[i].plain)
			fail_msg("%s: plain is %d", goods[i].what,
			    p->procedures->plain);
	}
	arena_free(a);
}

/* How many there may be is said where there are more. */
static const char *
many(struct arena *a, const char *head, const char *item, int n,
    const char *tail)
{
	const char	*s = "";
	int		 i;

	for (i = 0; i < n; i++) {
		s = arena_printf(a, "%s%s", s, i == 0 ? "" : ", ");
		s = strstr(item, "%d") == NULL ? arena_printf(a, "%s%s", s,
		    item) : arena_printf(a, "%s%.*s%d%s", s,
		    (int)(strstr(item, "%d") - item), item, i,
		    strstr(item, "%d") + 2);
	}
	return arena_printf(a, "%s%s%s", head, s, tail);
}

static const struct {
	const char	*head, *item, *tail;
	int		 most;
} limits[] = {
	{ HEAD "amounts: {", "a%d: {}", "}\n", LABELS_MAX },
	{ STEP "    content: [", "名单%d", "]\n", LIST_MAX },
	{ STEP "    media: [", "board", "]\n", LIST_MAX },
	{ STEP "    unless: [", "event", "]\n", LIST_MAX },
	{ STEP "    basis: [", "甲〔2020〕1号", "]\n", LIST_MAX },
	{ STEP OTHER "    lasts: [", "at least 1 day", "]\n", LIST_MAX },
	{ STEP "    opens: {bound: within 1 day after event, pauses: [",
	    "[event, f]", "]}\n", LIST_MAX },
};

static void
limits_are_named(void **state)
{
	struct arena	*a = arena_new();
	struct diags	*d;
	const char	*text, *said;
	size_t		 i;

	(void)state;
	for (i = 0; i < LENGTH(limits); i++) {
		text = many(a, limits[i].head, limits[i].item, limits[i].most,
		    limits[i].tail);
		d = diags_new(a);
		if (court_pack(a, PACK, &text, 1, d) == NULL)
			fail_msg("%s", court_complaints(a, d));
		text = many(a, limits[i].head, limits[i].item,
		    limits[i].most + 1, limits[i].tail);
		d = diags_new(a);
		assert_null(court_pack(a, PACK, &text, 1, d));
		said = court_complaints(a, d);
		if (strstr(said, arena_printf(a, "more than %d",
		    limits[i].most)) == NULL)
			fail_msg("%s", said);
	}
	arena_free(a);
}

/* A default is wrong once, however many steps take it over. */
static void
defaults_are_told_once(void **state)
{
	static const char	*const file = "procedure: p\ncase: county\n"
	    "basis: 甲\nlasts: until nobody\nsteps:\n"
	    "  s: {kind: notice, at: county}\n"
	    "  u: {kind: notice, at: county}\n";
	static const char	*const plain = "procedure: p\ncase: county\n"
	    "basis: 甲\nsteps:\n  s: {kind: notice, at: county}\n"
	    "  u: {kind: notice, at: county}\n";
	static const char	*const none = "procedure: p\ncase: county\n"
	    "basis: 甲\nlasts: none\nsteps:\n"
	    "  s: {kind: notice, at: county}\n";
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);

	(void)state;
	assert_null(court_pack(a, "pack: t\ninstruments: {甲: {}}\n", &file,
	    1, d));
	assert_int_equal(diags_errors(d), 1);
	assert_non_null(strstr(court_complaints(a, d), "p.yaml:4:14: error"));
	d = diags_new(a);
	assert_null(court_pack(a, "pack: t\ninstruments: {甲: {}}\n"
	    "lasts: until nobody\n", &plain, 1, d));
	assert_int_equal(diags_errors(d), 1);
	assert_non_null(strstr(court_complaints(a, d),
	    "pack.yaml:3:14: error"));
	d = diags_new(a);
	assert_non_null(court_pack(a, "pack: t\ninstruments: {甲: {}}\n"
	    "lasts: until nobody\n", &none, 1, d));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(each_key_in_both_languages),
		cmocka_unit_test(the_longest_code_wins),
		cmocka_unit_test(order_knows_pauses_and_until),
		cmocka_unit_test(ties_of_deadlines),
		cmocka_unit_test(faults_are_told_at_their_place),
		cmocka_unit_test(faults_of_a_pack),
		cmocka_unit_test(neighbours_are_taken),
		cmocka_unit_test(limits_are_named),
		cmocka_unit_test(defaults_are_told_once),
	};

	(void)court_speaks("en");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
