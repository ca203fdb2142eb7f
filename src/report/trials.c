#include "report/trials.h"

#include <string.h>

#include "base/text.h"
#include "rule/testwords.h"
#include "words/json.h"
#include "words/lines.h"

/* ---- a finding in the words of a test */

/* A title, where one can write it there; else the id. */
static const char *
point_word(const struct procedure *p, const char *step, const char *event)
{
	const char	*id = step != NULL ? step : event, *title;
	int		 i;

	if (id == NULL)
		return test_word(TW_CASE, text_lang());
	if (p == NULL || text_lang() != LANG_ZH)
		return id;
	i = step != NULL ? procedure_step(p, id) : procedure_event(p, id);
	if (i < 0)
		return id;
	title = step != NULL ? p->steps[i].title : p->events[i].title;
	return title == NULL || *title == '\0' ||
	    strpbrk(title, " \t#") != NULL || strstr(title, "\u3000") != NULL ?
	    id : title;
}

static const char *
with_word(struct arena *a, const char *line, enum test_word w,
    const char *text)
{
	return arena_printf(a, "%s %s %s", line, test_word(w, text_lang()),
	    text);
}

const char *
trials_line(struct arena *a, const struct procedure *p,
    const struct expected *e)
{
	char		 day[DAY_TEXT];
	const char	*line = arena_printf(a, "%s %s", code_word(e->code,
			    e->step == NULL ? CODE_OF_EVENT : CODE_OF_STEP,
			    text_lang()), point_word(p, e->step, e->event));

	if (day_is(e->due))
		line = with_word(a, line, TW_DUE, day_print(e->due, day));
	if (day_is(e->actual))
		line = with_word(a, line, TW_ACTUAL,
		    day_print(e->actual, day));
	if (e->step != NULL && e->event != NULL)
		line = with_word(a, line, TW_EVENT, point_word(p, NULL,
		    e->event));
	if (e->severity != code_severity(e->code))
		line = with_word(a, line, TW_SEVERITY, severity_word(
		    e->severity, text_lang()));
	line = with_word(a, line, TW_AT, e->division);
	return e->basis == NULL ? line : with_word(a, line, TW_BASIS,
	    e->basis);
}

/* ---- text */

static bool
is_failed(const struct trial_result *t)
{
	return t->nlacking > 0 || t->ncame > 0;
}

static const char *
kind_word(const struct trial_result *t)
{
	return test_word(test_word_find(t->kind, IN_BLOCK), text_lang());
}

static const char *
finding_line(struct arena *a, const struct trial_result *t, bool lacking,
    size_t i)
{
	return arena_printf(a, lacking ? _("lacking:  %s %s") :
	    _("came:     %s %s"), test_word(TW_EXPECT, text_lang()),
	    trials_line(a, t->rules, lacking ? &t->lacking[i] : &t->came[i]));
}

static void
write_failure(const struct layout *l, struct arena *a,
    const struct trial_result *t)
{
	char	day[DAY_TEXT];
	size_t	i;

	fprintf(l->out, _("%s:%d: %s %s, judged on %s\n"), text_safe(a,
	    t->file), t->line, kind_word(t), text_safe(a, t->title),
	    day_print(t->today, day));
	for (i = 0; i < t->nlacking; i++)
		fprintf(l->out, "%s:%d: %s\n", text_safe(a, t->file),
		    t->lines[i], text_safe(a, finding_line(a, t, true, i)));
	for (i = 0; i < t->ncame; i++)
		fprintf(l->out, "%s:%d: %s\n", text_safe(a, t->file),
		    t->line, text_safe(a, finding_line(a, t, false, i)));
}

static void
write_summary(const struct layout *l, struct arena *a,
    const struct pack_result *p)
{
	const char	*colour = !l->colour ? "" : p->failed + p->faulty > 0 ?
			    "\033[31m" : "\033[32m";

	fprintf(l->out, "%s", colour);
	if (p->files == 0)
		fprintf(l->out, _("%s: no tests: write cases into its folder "
		    "tests, see gongshi-rules(5)\n"), text_safe(a, p->pack));
	else
		fprintf(l->out, _("%s: %zu passed, %zu failed\n"),
		    text_safe(a, p->pack), p->n - p->failed, p->failed);
	if (p->faulty > 0)
		fprintf(l->out, text_plural("%s: %zu file of tests has "
		    "faults, see above\n", "%s: %zu files of tests have "
		    "faults, see above\n", (unsigned long)p->faulty),
		    text_safe(a, p->pack), p->faulty);
	fprintf(l->out, "%s", l->colour ? "\033[0m" : "");
}

static void
write_text(const struct layout *l, struct arena *a,
    const struct pack_result *p)
{
	size_t	i;

	for (i = 0; i < p->n; i++)
		if (is_failed(&p->tests[i]))
			write_failure(l, a, &p->tests[i]);
	write_summary(l, a, p);
}

/* ---- JSON */

static void
json_expected(FILE *f, const struct expected *e)
{
	fputs("{\"code\": ", f);
	json_string(f, code_name(e->code));
	json_member(f, ", \"severity\": ", severity_name(e->severity));
	json_member(f, ", \"step\": ", e->step);
	json_member(f, ", \"event\": ", e->event);
	json_member(f, ", \"division\": ", e->division);
	json_member_day(f, ", \"due\": ", e->due);
	json_member_day(f, ", \"actual\": ", e->actual);
	if (e->days < 0)
		fputs(", \"days\": null", f);
	else
		fprintf(f, ", \"days\": %d", (int)e->days);
	json_member(f, ", \"basis\": ", e->basis);
	putc('}', f);
}

static void
json_list(FILE *f, const char *name, const struct expected *list, size_t n)
{
	size_t	i;

	fprintf(f, ", \"%s\": [", name);
	for (i = 0; i < n; i++) {
		fputs(i == 0 ? "" : ", ", f);
		json_expected(f, &list[i]);
	}
	putc(']', f);
}

static void
json_trial(FILE *f, const struct trial_result *t)
{
	fputs("{\"file\": ", f);
	json_string(f, t->file);
	fprintf(f, ", \"line\": %d", t->line);
	json_member(f, ", \"kind\": ", t->kind);
	json_member(f, ", \"title\": ", t->title);
	json_member(f, ", \"procedure\": ", t->procedure);
	json_member_day(f, ", \"today\": ", t->today);
	fprintf(f, ", \"passed\": %s", is_failed(t) ? "false" : "true");
	json_list(f, "lacking", t->lacking, t->nlacking);
	json_list(f, "came", t->came, t->ncame);
	putc('}', f);
}

static void
json_pack(FILE *f, const struct pack_result *p)
{
	size_t	i;

	fputs("{\"pack\": ", f);
	json_string(f, p->pack);
	fprintf(f, ", \"files\": %zu, \"faulty\": %zu, \"passed\": %zu, "
	    "\"failed\": %zu,\n \"tests\": [", p->files, p->faulty,
	    p->n - p->failed, p->failed);
	for (i = 0; i < p->n; i++) {
		fputs(i == 0 ? "\n  " : ",\n  ", f);
		json_trial(f, &p->tests[i]);
	}
	fputs("]}", f);
}

/* ---- JUnit, as build servers read it */

/* What XML 1.0 allows nowhere is left out by text_clean. */
static void
xml_text(FILE *f, struct arena *a, const char *s)
{
	for (s = text_clean(a, s, true); *s != '\0'; s++)
		switch (*s) {
		case '&':
			fputs("&amp;", f);
			break;
		case '<':
			fputs("&lt;", f);
			break;
		case '>':
			fputs("&gt;", f);
			break;
		case '"':
			fputs("&quot;", f);
			break;
		default:
			putc(*s, f);
		}
}

static void
xml_attribute(FILE *f, struct arena *a, const char *name, const char *value)
{
	fprintf(f, " %s=\"", name);
	xml_text(f, a, value);
	putc('"', f);
}

static void
junit_trial(FILE *f, struct arena *a, const struct trial_result *t)
{
	size_t	i;

	fputs("  <testcase", f);
	xml_attribute(f, a, "classname", t->file);
	xml_attribute(f, a, "name", arena_printf(a, "%d: %s %s", t->line,
	    kind_word(t), t->title));
	if (!is_failed(t)) {
		fputs("/>\n", f);
		return;
	}
	fputs("><failure", f);
	xml_attribute(f, a, "message", t->nlacking > 0 ? finding_line(a, t,
	    true, 0) : finding_line(a, t, false, 0));
	putc('>', f);
	for (i = 0; i < t->nlacking + t->ncame; i++) {
		xml_text(f, a, i < t->nlacking ? finding_line(a, t, true, i) :
		    finding_line(a, t, false, i - t->nlacking));
		putc('\n', f);
	}
	fputs("</failure></testcase>\n", f);
}

static void
junit_pack(FILE *f, struct arena *a, const struct pack_result *p)
{
	size_t	i;

	fputs(" <testsuite", f);
	xml_attribute(f, a, "name", p->pack);
	fprintf(f, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\">\n",
	    p->n + p->faulty, p->failed, p->faulty);
	for (i = 0; i < p->n; i++)
		junit_trial(f, a, &p->tests[i]);
	for (i = 0; i < p->faulty; i++) {
		fputs("  <testcase", f);
		xml_attribute(f, a, "classname", p->pack);
		xml_attribute(f, a, "name", _("a file of tests has faults"));
		fputs("><error/></testcase>\n", f);
	}
	fputs(" </testsuite>\n", f);
}

/* ---- all of it */

void
trials_write(struct layout l, const struct pack_result *const *packs,
    size_t n)
{
	struct arena	*a = arena_new();
	size_t		 i, passed = 0, failed = 0;

	if (l.format == FORMAT_JSON)
		fputs("{\"packs\": [", l.out);
	else if (l.format == FORMAT_JUNIT)
		fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		    "<testsuites>\n", l.out);
	for (i = 0; i < n; i++) {
		arena_reset(a);
		passed += packs[i]->n - packs[i]->failed;
		failed += packs[i]->failed;
		if (l.format == FORMAT_JSON) {
			fputs(i == 0 ? "\n " : ",\n ", l.out);
			json_pack(l.out, packs[i]);
		} else if (l.format == FORMAT_JUNIT)
			junit_pack(l.out, a, packs[i]);
		else
			write_text(&l, a, packs[i]);
	}
	if (l.format == FORMAT_JSON)
		fprintf(l.out, "],\n \"passed\": %zu, \"failed\": %zu}\n",
		    passed, failed);
	else if (l.format == FORMAT_JUNIT)
		fputs("</testsuites>\n", l.out);
	arena_free(a);
}
