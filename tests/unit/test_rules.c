#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "input/yaml.h"
#include "job/load.h"
#include "report/rules.h"
#include "unit/court.h"

/* ---- do two packs ask the same? */

static void
same_basis(const struct basis *a, const struct basis *b)
{
	assert_int_equal(a == NULL, b == NULL);
	if (a == NULL)
		return;
	assert_string_equal(a->text, b->text);
	assert_string_equal(a->instrument->name, b->instrument->name);
	same_basis(a->also, b->also);
}

static void
same_counting(const struct counting *a, const struct counting *b)
{
	assert_memory_equal(a, b, sizeof(*a));
}

static void
same_period(struct period a, struct period b)
{
	assert_int_equal(a.n, b.n);
	assert_int_equal(a.unit, b.unit);
	assert_int_equal(a.same_day, b.same_day);
	assert_int_equal(a.roll, b.roll);
}

static void
same_some(struct some a, struct some b)
{
	int	i;

	assert_int_equal(a.n, b.n);
	for (i = 0; i < a.n; i++)
		assert_int_equal(a.of[i], b.of[i]);
}

static void
same_condition(const struct condition *a, const struct condition *b)
{
	assert_int_equal(a == NULL, b == NULL);
	if (a == NULL)
		return;
	same_some(a->only, b->only);
	same_some(a->except, b->except);
	same_some(a->when, b->when);
	same_some(a->unless, b->unless);
}

static void
same_bounds(const struct bound *a, int n, const struct bound *b, int m)
{
	int	i, k;

	assert_int_equal(n, m);
	for (i = 0; i < n; i++) {
		assert_int_equal(a[i].kind, b[i].kind);
		same_period(a[i].period, b[i].period);
		assert_int_equal(a[i].month, b[i].month);
		assert_int_equal(a[i].day, b[i].day);
		assert_int_equal(a[i].point.index, b[i].point.index);
		assert_int_equal(a[i].point.edge, b[i].point.edge);
		assert_int_equal(a[i].point.bare, b[i].point.bare);
		same_condition(a[i].when, b[i].when);
		assert_int_equal(a[i].npauses, b[i].npauses);
		for (k = 0; k < a[i].npauses; k++) {
			assert_int_equal(a[i].pauses[k].from,
			    b[i].pauses[k].from);
			assert_int_equal(a[i].pauses[k].to,
			    b[i].pauses[k].to);
		}
		same_period(a[i].longer, b[i].longer);
		assert_int_equal(a[i].upon, b[i].upon);
		assert_int_equal(a[i].graded, b[i].graded);
		assert_int_equal(a[i].severity, b[i].severity);
		assert_int_equal(a[i].own_basis, b[i].own_basis);
		same_basis(a[i].basis, b[i].basis);
		same_counting(&a[i].counting, &b[i].counting);
		assert_string_equal(a[i].note, b[i].note);
	}
}

static void
same_text(const char *a, const char *b)
{
	assert_int_equal(a == NULL, b == NULL);
	if (a != NULL)
		assert_string_equal(a, b);
}

static void
same_sayings(const struct sayings *a, const struct sayings *b)
{
	int	i;

	for (i = 0; i < CODES; i++) {
		assert_int_equal(a->severity[i], b->severity[i]);
		same_text(a->remedy[i], b->remedy[i]);
	}
}

static void
same_parts(struct period_parts a, struct period_parts b)
{
	int	i;

	assert_int_equal(a.n, b.n);
	for (i = 0; i < a.n; i++) {
		assert_int_equal(a.list[i].kind, b.list[i].kind);
		same_period(a.list[i].judged, b.list[i].judged);
		same_period(a.list[i].planned, b.list[i].planned);
		same_period(a.list[i].after, b.list[i].after);
		assert_int_equal(a.list[i].event, b.list[i].event);
		same_condition(a.list[i].when, b.list[i].when);
		assert_int_equal(a.list[i].own_basis, b.list[i].own_basis);
		same_basis(a.list[i].basis, b.list[i].basis);
		same_counting(&a.list[i].counting, &b.list[i].counting);
		assert_string_equal(a.list[i].note, b.list[i].note);
	}
}

static void
same_items(struct item_rules a, struct item_rules b)
{
	int	i;

	assert_int_equal(a.n, b.n);
	for (i = 0; i < a.n; i++) {
		assert_string_equal(a.list[i].text, b.list[i].text);
		assert_int_equal(a.list[i].times, b.list[i].times);
		same_condition(a.list[i].when, b.list[i].when);
	}
}

static void
same_locals(struct locals a, struct locals b)
{
	int	i;

	assert_int_equal(a.n, b.n);
	for (i = 0; i < a.n; i++) {
		assert_string_equal(a.list[i].division, b.list[i].division);
		assert_string_equal(a.list[i].text, b.list[i].text);
	}
}

static void
same_objections(const struct objection_rule *a,
    const struct objection_rule *b)
{
	assert_string_equal(a->handler, b->handler);
	same_period(a->raised, b->raised);
	same_period(a->within, b->within);
	if (a->raised.n > 0)
		assert_int_equal(a->raised_after, b->raised_after);
	assert_int_equal(a->within_closes, b->within_closes);
	assert_int_equal(a->upheld, b->upheld);
	assert_int_equal(a->again_lasts, b->again_lasts);
	same_parts(a->again, b->again);
	same_bounds(a->again_opens, a->again_opens != NULL, b->again_opens,
	    b->again_opens != NULL);
}

static void
same_event(const struct event_rule *a, const struct event_rule *b)
{
	assert_string_equal(a->id, b->id);
	assert_string_equal(a->title, b->title);
	assert_string_equal(a->title_en, b->title_en);
	assert_string_equal(a->note, b->note);
	same_condition(a->when, b->when);
	same_sayings(a->sayings, b->sayings);
	assert_int_equal(a->ends, b->ends);
	assert_int_equal(a->calendar, b->calendar);
	assert_int_equal(a->optional, b->optional);
	assert_int_equal(a->own_basis, b->own_basis);
	assert_int_equal(a->repeats, b->repeats);
	same_basis(a->basis, b->basis);
	same_counting(&a->counting, &b->counting);
	same_bounds(a->bounds, a->nbounds, b->bounds, b->nbounds);
}

static void
same_notice(const struct step_rule *a, const struct step_rule *b)
{
	same_parts(a->lasts, b->lasts);
	same_bounds(a->down, a->down != NULL, b->down, b->down != NULL);
	same_items(a->any, b->any);
	same_items(a->all, b->all);
	same_items(a->times, b->times);
	same_items(a->content, b->content);
	assert_int_equal(a->review, b->review);
	assert_int_equal(a->evidence, b->evidence);
	if (a->review)
		same_basis(a->review_basis, b->review_basis);
	same_objections(&a->objections, &b->objections);
	same_text(a->text, b->text);
	same_locals(a->hotline, b->hotline);
	same_locals(a->office, b->office);
}

static void
same_step(const struct step_rule *a, const struct step_rule *b)
{
	int	i;

	assert_string_equal(a->id, b->id);
	assert_string_equal(a->title, b->title);
	assert_string_equal(a->title_en, b->title_en);
	assert_string_equal(a->note, b->note);
	same_condition(a->when, b->when);
	same_sayings(a->sayings, b->sayings);
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->own_basis, b->own_basis);
	same_basis(a->basis, b->basis);
	same_counting(&a->counting, &b->counting);
	assert_int_equal(a->nat, b->nat);
	for (i = 0; i < a->nat; i++) {
		assert_int_equal(a->at[i].level, b->at[i].level);
		assert_int_equal(a->at[i].each, b->at[i].each);
	}
	same_bounds(a->bounds, a->nbounds, b->bounds, b->nbounds);
	same_notice(a, b);
}

static void
same_labels(const struct label *a, int n, const struct label *b, int m)
{
	int	i;

	assert_int_equal(n, m);
	for (i = 0; i < n; i++) {
		assert_string_equal(a[i].id, b[i].id);
		assert_string_equal(a[i].title, b[i].title);
		assert_string_equal(a[i].title_en, b[i].title_en);
		assert_string_equal(a[i].note, b[i].note);
		same_basis(a[i].basis, b[i].basis);
	}
}

static void
same_procedure(const struct procedure *a, const struct procedure *b)
{
	int	i;

	assert_string_equal(a->id, b->id);
	assert_string_equal(a->title, b->title);
	assert_string_equal(a->title_en, b->title_en);
	assert_string_equal(a->note, b->note);
	assert_int_equal(a->levels, b->levels);
	assert_int_equal(a->every, b->every);
	same_basis(a->basis, b->basis);
	same_counting(&a->counting, &b->counting);
	same_labels(a->traits, a->ntraits, b->traits, b->ntraits);
	same_labels(a->amounts, a->namounts, b->amounts, b->namounts);
	same_locals(a->defaults.hotline, b->defaults.hotline);
	same_locals(a->defaults.office, b->defaults.office);
	assert_int_equal(a->plain, b->plain);
	assert_int_equal(a->nevents, b->nevents);
	assert_int_equal(a->nsteps, b->nsteps);
	for (i = 0; i < a->nevents; i++)
		same_event(&a->events[i], &b->events[i]);
	for (i = 0; i < a->nsteps; i++)
		same_step(&a->steps[i], &b->steps[i]);
	for (i = 0; i < a->nevents + a->nsteps; i++)
		assert_int_equal(a->order[i], b->order[i]);
}

static void
same_instrument(const struct instrument *a, const struct instrument *b)
{
	assert_string_equal(a->name, b->name);
	assert_string_equal(a->title, b->title);
	assert_string_equal(a->title_en, b->title_en);
	assert_string_equal(a->number, b->number);
	assert_string_equal(a->issued, b->issued);
	assert_string_equal(a->note, b->note);
	assert_string_equal(a->from, b->from);
	assert_string_equal(a->until, b->until);
	assert_string_equal(a->by, b->by);
	assert_string_equal(a->published, b->published);
	assert_int_equal(a->commission, b->commission);
}

static void
same_pack(const struct pack *a, const struct pack *b)
{
	int	i;

	assert_string_equal(a->id, b->id);
	assert_string_equal(a->title, b->title);
	assert_string_equal(a->title_en, b->title_en);
	assert_string_equal(a->note, b->note);
	assert_int_equal(a->nscope, b->nscope);
	for (i = 0; i < a->nscope; i++)
		assert_string_equal(a->scope[i], b->scope[i]);
	assert_int_equal(a->from.n, b->from.n);
	assert_int_equal(a->until.n, b->until.n);
	same_counting(&a->counting, &b->counting);
	assert_int_equal(a->ninstruments, b->ninstruments);
	for (i = 0; i < a->ninstruments; i++)
		same_instrument(&a->instruments[i], &b->instruments[i]);
	for (i = 0; i < CODES; i++)
		same_text(a->why[i], b->why[i]);
	same_locals(a->defaults.hotline, b->defaults.hotline);
	same_locals(a->defaults.office, b->defaults.office);
	assert_int_equal(a->nhotlines, b->nhotlines);
	for (i = 0; i < a->nhotlines; i++)
		assert_string_equal(a->hotlines[i], b->hotlines[i]);
	assert_int_equal(a->nprocedures, b->nprocedures);
	for (i = 0; i < a->nprocedures; i++)
		same_procedure(&a->procedures[i], &b->procedures[i]);
}

/* ---- there and back */

static const struct pack *
built(struct arena *a, struct diags *d, struct rule_file pack,
    struct rule_file *files, int n)
{
	const struct pack	*p = NULL;
	int			 i;
	bool			 whole = pack.root != NULL;

	for (i = 0; i < n; i++)
		whole &= files[i].root != NULL;
	if (whole)
		p = pack_build(a, pack, files, n, d);
	diags_write(d, stderr);
	assert_non_null(p);
	return p;
}

static struct rule_file
parsed(struct arena *a, struct diags *d, const char *path, const char *text)
{
	return (struct rule_file){ .path = path,
	    .root = yaml_parse(a, path, text, strlen(text), d) };
}

static char *
written(struct arena *a, const struct pack *pack,
    const struct procedure *proc, enum lang lang)
{
	char	*text = NULL, *kept;
	size_t	 size;
	FILE	*f = open_memstream(&text, &size);

	assert_non_null(f);
	if (proc != NULL)
		rules_write_procedure(f, proc, lang);
	else
		rules_write_pack(f, pack, lang);
	assert_int_equal(fclose(f), 0);
	kept = arena_dup(a, text);
	free(text);
	return kept;
}

static const struct pack *
again(struct arena *a, const struct pack *p, enum lang lang)
{
	struct rule_file	 files[32], pack;
	struct diags		*d = diags_new(a);
	int			 i;

	assert_true(p->nprocedures <= 32);
	pack = parsed(a, d, "pack.yaml", written(a, p, NULL, lang));
	for (i = 0; i < p->nprocedures; i++)
		files[i] = parsed(a, d, p->procedures[i].path,
		    written(a, p, &p->procedures[i], lang));
	return built(a, d, pack, files, p->nprocedures);
}

/* Without the remark that it lies over another, which is so no more. */
static const char *
whole(struct arena *a, const struct pack *p)
{
	const char	*text = written(a, p, &p->procedures[0], LANG_EN);

	return p->base == NULL ? text : strchr(text, '\n') + 1;
}

/* Each language, and what was written in one written in the other. */
static void
round_trip(struct arena *a, const struct pack *p)
{
	const struct pack	*zh, *en;

	assert_true(court_speaks("zh"));
	zh = again(a, p, LANG_ZH);
	same_pack(p, zh);
	assert_true(court_speaks("en"));
	en = again(a, zh, LANG_EN);
	same_pack(p, en);
	assert_string_equal(whole(a, p), whole(a, en));
}

static void
test_shipped(void **state)
{
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	const struct rulebook	*book = load_rules(a, &(struct rule_folders){
	    .dir = "rules" }, d);
	int			 i;

	(void)state;
	assert_non_null(book);
	for (i = 0; i < book->npacks; i++)
		round_trip(a, &book->packs[i]);
	arena_free(a);
}

/* ---- titles and clauses that YAML or a phrase could take for another */

static const char	nasty_pack[] =
"pack: \"null\"\n"
"title: 'a: b # c'\n"
"title-en: \"- dash\"\n"
"scope: [\"45\", \"450225\"]\n"
"in-force: {until: 2021-12-31}\n"
"counting: {windows: {planned: counted, roll: next workday}}\n"
"note: \"two\\nlines and\\ttab\"\n"
"instruments:\n"
"  \"a: b\": {}\n"
"  '#1': {title: '[x]', number: '{y}', in-force: '2020-01'}\n"
"  '［2020］1号': {title: '｛x｝', title-en: ' blank ', note: \"\\\\ \\\" '\"}\n"
"  ? \""
"0123456789012345678901234567890123456789012345678901234567890123456789"
"0123456789012345678901234567890123456789012345678901234567890123456789"
"0123456789012345678901234567890123456789012345678901234567890123456789"
"0123456789012345678901234567890123456789012345678901234567890123456789\"\n"
"  : {kind: commission, in-force: {from: 2020年1月, until: '2021'}}\n";

static const char	nasty_procedure[] =
"procedure: x:y\n"
"title: \"true\"\n"
"title-en: \"12.5\"\n"
"case: [group, region, city]\n"
"basis: 'a: b'\n"
"counting: {deadlines: {first-day: counted}}\n"
"note: \"\\ttab\"\n"
"events:\n"
"  e1: {title: 'before 1.0'}\n"
"  e2: {title: '审批前', after: e1}\n"
"  e3: {title: 'P 后 3 日内', after: [e1, at least 2 days after e2]}\n"
"  e4: {title: '【急】: #4', repeats: true, gate: [s1.opens,\n"
"    {bound: s2, note: '，'}], counting: {deadlines: {roll: none}}}\n"
"  '#5': {title: '- 五', basis: '#1 第二条', note: '~',\n"
"    after: within 1 workday after e3}\n"
"  before: {after: s3.closes}\n"
"  null: {}\n"
"  后: {title: '\"', repeats: false, after: '#5'}\n"
"steps:\n"
"  s1:\n"
"    title: \"at least\\t7 days\"\n"
"    kind: notice\n"
"    at: [each group, case, village]\n"
"    opens: [after e1, within 5 days after e2,\n"
"      {bound: within 1 month after e3, basis: '［2020］1号 第三条',\n"
"      counting: {deadlines: {roll: none}}, note: 'x, y'}]\n"
"    lasts: {bound: at least 1 day, counting: {windows: {judged: counted}}}\n"
"  s2:\n"
"    title: '乡. 镇 '\n"
"    kind: announcement\n"
"    at: each township\n"
"    opens: [before 后, at least 100000 workdays before s1,\n"
"      before s1.closes]\n"
"    lasts: {bound: at least 3 months, basis: '#1 第四条'}\n"
"    objections: {handler: '{a}, b'}\n"
"  s3:\n"
"    title: 工.张贴\n"
"    kind: notice\n"
"    at: county\n"
"    opens: [after null, at least 1 month after null]\n";

/* The same of what came later: conditions, parts, media, words ... */
static const char	nasty_language[] =
"pack: q\n"
"instruments: {甲: {title: 'a, b'}, 乙: {}}\n"
"lasts: [{bound: until at least 2 quarters after '  until-x ', for: '[t]',\n"
"  unless: ['#', 'true']}, at least 1 year]\n"
"review: true\n"
"severity: {tight: grave, 未公示: advice}\n"
"remedy: {short: 'a: b', gate: '{'}\n"
"text: \"{title}\\n\\n  {list} # no\\ttab '\\\" \\\\ { \"\n"
"hotline: '~'\n"
"office: {45: 'null', 450225: ' x'}\n";

static const char	nasty_steps[] =
"procedure: y\n"
"case: city\n"
"basis: ['甲 一', 'a, b 二', '乙 ，三']\n"
"traits: {'[t]': {title: 'true'}, u: {title: 'u, v', title-en: '#'},\n"
"  w: {basis: [甲, 乙], note: \"a\\nb\"}}\n"
"amounts: {'12': {}, 中央: {title: '~'}}\n"
"lasts: none\n"
"review: {basis: [甲, 乙]}\n"
"remedy: y\n"
"text: {announcement: 'on'}\n"
"office: 'yes'\n"
"events:\n"
"  'until-x': {title: permanently, optional: true}\n"
"  '#': {title: 长期, ends: true, not-for: ['[t]', 'u, v']}\n"
"  'true': {title: '至 甲'}\n"
"  closes: {title: 期满}\n"
"  opens: {title: 张贴, when: '#', unless: [closes, 'true']}\n"
"  received: {title: 收到, after: [{bound: by day 31 after closes, for: w,\n"
"    pauses: [[opens, 'until-x'], 'none', [closes, '#']], note: '-',\n"
"    extends: {by: 1 quarter, on: 长期}, severity: grave, basis: [甲, 乙]},\n"
"    by 02-28 after closes], severity: {late: question},\n"
"    remedy: {missing: '1', upheld: '2'}, gate: [{point: closes, for: u}]}\n"
"steps:\n"
"  'none':\n"
"    title: 无\n"
"    kind: notice\n"
"    at: city\n"
"    opens: with closes\n"
"    lasts: [until 期满, {bound: until 长期, when: closes}, until true]\n"
"    down: {bound: within 1 day after opens, pauses: [[closes, opens]],\n"
"      extends: {by: 1 workday, on: 至 甲}, note: n, severity: advice}\n"
"    media: {all: [other, {medium: 微信, for: [u, w]}], times: {广播: 100000}}\n"
"    content: [' a', {item: '- b', unless: '#'}, 'true', '{c}']\n"
"    review: true\n"
"    objections: {upheld: {again: none, opens: within 3 years after upheld}}\n"
"    remedy: {late: z}\n"
"    text: 'null'\n"
"  b: {kind: announcement, at: city, review: false, media: {all: board},\n"
"    down: within 2 months after b.closes, lasts: at least 1 day,\n"
"    objections: {handler: '', raised: within 1 day after opens}}\n"
"  c: {kind: announcement, at: city, lasts: [permanently, until true],\n"
"    objections: {upheld: {again: true, opens: within 1 day after upheld}}}\n"
"  d: {kind: notice, at: city, for: w, when: ['true', closes], lasts: none}\n";

static void
test_nasty(void **state)
{
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	struct rule_file	 file, pack;

	(void)state;
	pack = parsed(a, d, "pack.yaml", nasty_pack);
	file = parsed(a, d, "x.yaml", nasty_procedure);
	round_trip(a, built(a, d, pack, &file, 1));
	d = diags_new(a);
	pack = parsed(a, d, "pack.yaml", nasty_language);
	file = parsed(a, d, "y.yaml", nasty_steps);
	round_trip(a, built(a, d, pack, &file, 1));
	arena_free(a);
}

/* ---- what a person reads */

static const char	small_pack[] =
"pack: p\n"
"instruments: {条例: }\n";

static const char	small[] =
"procedure: p1\n"
"title: 程序一\n"
"title-en: One\n"
"case: village\n"
"basis: 条例 第一条\n"
"events:\n"
"  e: {title: 评议, title-en: Reviewed}\n"
"  f: {title: 上报, title-en: Sent, after: s, gate: s.opens, repeats: true}\n"
"steps:\n"
"  s:\n"
"    title: 公示\n"
"    title-en: Notice\n"
"    kind: notice\n"
"    at: [each group, case]\n"
"    opens: {bound: within 5 workdays after e, basis: 条例 第二条}\n"
"    lasts: at least 7 days\n"
"    objections: {handler: 工作队}\n";

static const char	small_en[] =
"procedure: p1\n"
"title: 程序一\n"
"title-en: One\n"
"case: village\n"
"basis: 条例 第一条\n"
"events:\n"
"  # Reviewed.\n"
"  e:\n"
"    title: 评议\n"
"    title-en: Reviewed\n"
"  # Sent: after the end of Notice; not before the posting of Notice; may "
"happen more than once.  Basis: 条例 第一条.\n"
"  f:\n"
"    title: 上报\n"
"    title-en: Sent\n"
"    after: after s\n"
"    gate: s.opens\n"
"    repeats: true\n"
"steps:\n"
"  # Notice: a notice, posted at: each group, case; within 5 workdays after "
"Reviewed; stands at least 7 days; objections go to 工作队.  Basis: 条例 "
"第一条; 条例 第二条.\n"
"  s:\n"
"    title: 公示\n"
"    title-en: Notice\n"
"    kind: notice\n"
"    at: [each group, case]\n"
"    opens: {bound: within 5 workdays after e, basis: 条例 第二条}\n"
"    lasts: at least 7 days\n"
"    objections: {handler: 工作队}\n";

static void
test_words(void **state)
{
	struct arena		*a = arena_new();
	struct diags		*d = diags_new(a);
	struct rule_file	 file, pack;
	const struct pack	*p;
	struct rulebook		 book;
	char			*text = NULL;
	size_t			 size;
	FILE			*f;

	(void)state;
	assert_true(court_speaks("en"));
	pack = parsed(a, d, "p/pack.yaml", small_pack);
	file = parsed(a, d, "p/p1.yaml", small);
	p = built(a, d, pack, &file, 1);
	assert_string_equal(written(a, p, &p->procedures[0], LANG_EN),
	    small_en);
	assert_non_null(strstr(written(a, p, &p->procedures[0], LANG_ZH),
	    "\n    张贴: {约束: 评议 后 5 个工作日内, 依据: 条例 第二条}\n"));
	assert_string_equal(written(a, p, NULL, LANG_ZH), "规则包: p\n"
	    "计算: {期限: {首日: 不计入, 顺延: 下一工作日}, "
	    "公示窗口: {判定: 计入, 计划: 不计入, 顺延: 不顺延}}\n"
	    "文件:\n  条例: {}\n");
	assert_non_null(f = open_memstream(&text, &size));
	book = (struct rulebook){ .packs = p, .npacks = 1 };
	rules_write_list(f, &book);
	assert_int_equal(fclose(f), 0);
	assert_string_equal(text,
	    "ID    TITLE  SCOPE       IN FORCE  FILE\n"
	    "p     p      everywhere  always    p/pack.yaml\n"
	    "  p1  One                          p/p1.yaml\n");
	free(text);
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest	tests[] = {
		cmocka_unit_test(test_shipped),
		cmocka_unit_test(test_nasty),
		cmocka_unit_test(test_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
