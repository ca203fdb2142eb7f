#include "rule/code.h"

#include <string.h>

/* medium, content and review wait for keys that are not judged yet. */
static const struct {
	enum code	 code;		/* its place in the table */
	const char	*name, *zh;
	enum severity	 severity;
} codes[] = {
	{ CODE_MISSING, "missing", "未公示",
	    SEVERITY_VIOLATION },
	{ CODE_LATE, "late", "公示迟",
	    SEVERITY_VIOLATION },
	{ CODE_EARLY, "early", "公示早",
	    SEVERITY_VIOLATION },
	{ CODE_SHORT, "short", "公示期不足",
	    SEVERITY_VIOLATION },
	{ CODE_ORDER, "order", "程序倒置",
	    SEVERITY_VIOLATION },
	{ CODE_GATE, "gate", "未公示先办理",
	    SEVERITY_GRAVE },
	{ CODE_OBJECTION, "objection", "异议未办结",
	    SEVERITY_VIOLATION },
	{ CODE_CONFLICT, "conflict", "来不及",
	    SEVERITY_QUESTION },
	{ CODE_UNKNOWN, "unknown", "无法判定",
	    SEVERITY_QUESTION },
	{ CODE_TIGHT, "tight", "建议多张贴一天",
	    SEVERITY_ADVICE },
	{ CODE_UNRECORDED, "unrecorded", "前序未登记",
	    SEVERITY_ADVICE },
	{ CODE_MEDIUM, "medium", "载体不符",
	    SEVERITY_VIOLATION },
	{ CODE_CONTENT, "content", "内容缺项",
	    SEVERITY_VIOLATION },
	{ CODE_REVIEW, "review", "未经保密审查",
	    SEVERITY_VIOLATION },
	{ CODE_PRIVACY, "privacy", "泄露个人信息",
	    SEVERITY_GRAVE },
	{ CODE_HANDLER, "handler", "核查单位不符",
	    SEVERITY_ADVICE },
	{ CODE_DOUBLE, "double", "疑似重复登记",
	    SEVERITY_ADVICE },
	{ CODE_UNCOVERED, "uncovered", "有区划未列入",
	    SEVERITY_ADVICE },
};

_Static_assert(sizeof(codes) / sizeof(*codes) == CODES, "a row for each code");

static const char *const	severities[SEVERITIES] = {
	"advice", "question", "violation", "grave"
};

const char *
code_name(enum code c)
{
	return codes[c].name;
}

enum severity
code_severity(enum code c)
{
	return codes[c].severity;
}

const char *
severity_name(enum severity s)
{
	return severities[s];
}

bool
severity_parse(const char *s, enum severity *out)
{
	int	i;

	for (i = 0; i < SEVERITIES; i++)
		if (strcmp(s, severities[i]) == 0) {
			*out = (enum severity)i;
			return true;
		}
	return false;
}

bool
code_parse(const char *s, enum code *out)
{
	int	i;

	for (i = 0; i < CODES; i++)
		if (strcmp(s, codes[i].name) == 0) {
			*out = (enum code)i;
			return true;
		}
	return false;
}

const char *
code_word(enum code c, enum lang lang)
{
	return lang == LANG_ZH ? codes[c].zh : codes[c].name;
}

bool
code_find(const char *s, enum code *out)
{
	int	i;

	for (i = 0; i < CODES; i++)
		if (strcmp(s, codes[i].name) == 0 ||
		    strcmp(s, codes[i].zh) == 0) {
			*out = (enum code)i;
			return true;
		}
	return false;
}

const char *
code_nearest(const char *s)
{
	const char	*known[2 * CODES];
	int		 i;

	for (i = 0; i < CODES; i++) {
		known[2 * i] = codes[i].name;
		known[2 * i + 1] = codes[i].zh;
	}
	return text_nearest(s, known, 2 * CODES);
}
