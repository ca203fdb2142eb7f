#include "rule/code.h"

#include <string.h>

enum { AT_EVENT = 1, AT_STEP = 2, AT_BOTH = 3 };

static const struct {
	enum code	 code;		/* its place in the table */
	const char	*name, *zh;
	enum severity	 severity;
	int		 at;		/* what raises it */
	const char	*event_zh;	/* NULL: zh */
} codes[] = {
	{ CODE_MISSING, "missing", "未公示",
	    SEVERITY_VIOLATION, AT_BOTH, "未办理" },
	{ CODE_LATE, "late", "公示迟",
	    SEVERITY_VIOLATION, AT_BOTH, "办理迟" },
	{ CODE_EARLY, "early", "公示早",
	    SEVERITY_VIOLATION, AT_STEP, NULL },
	{ CODE_SHORT, "short", "公示期不足",
	    SEVERITY_VIOLATION, AT_STEP, NULL },
	{ CODE_ORDER, "order", "程序倒置",
	    SEVERITY_VIOLATION, AT_EVENT, NULL },
	{ CODE_GATE, "gate", "未公示先办理",
	    SEVERITY_GRAVE, AT_EVENT, NULL },
	{ CODE_OBJECTION, "objection", "异议未办结",
	    SEVERITY_VIOLATION, AT_STEP, NULL },
	{ CODE_CONFLICT, "conflict", "来不及",
	    SEVERITY_QUESTION, AT_STEP, NULL },
	{ CODE_UNKNOWN, "unknown", "无法判定",
	    SEVERITY_QUESTION, AT_STEP, NULL },
	{ CODE_TIGHT, "tight", "建议多张贴一天",
	    SEVERITY_ADVICE, AT_STEP, NULL },
	{ CODE_UNRECORDED, "unrecorded", "前序未登记",
	    SEVERITY_ADVICE, AT_STEP, NULL },
	{ CODE_MEDIUM, "medium", "载体不符",
	    SEVERITY_VIOLATION, AT_STEP, NULL },
	{ CODE_CONTENT, "content", "内容缺项",
	    SEVERITY_VIOLATION, AT_STEP, NULL },
	{ CODE_REVIEW, "review", "未经保密审查",
	    SEVERITY_VIOLATION, AT_STEP, NULL },
	{ CODE_PRIVACY, "privacy", "泄露个人信息",
	    SEVERITY_GRAVE, AT_STEP, NULL },
	{ CODE_HANDLER, "handler", "核查单位不符",
	    SEVERITY_ADVICE, AT_STEP, NULL },
	{ CODE_UPHELD, "upheld", "异议成立仍办理",
	    SEVERITY_VIOLATION, AT_EVENT, NULL },
	{ CODE_OVERSTAY, "overstay", "超期未撤",
	    SEVERITY_ADVICE, AT_STEP, NULL },
	{ CODE_DOUBLE, "double", "疑似重复登记",
	    SEVERITY_ADVICE, AT_STEP, NULL },
	{ CODE_UNCOVERED, "uncovered", "有区划未列入",
	    SEVERITY_ADVICE, AT_STEP, NULL },
};

_Static_assert(sizeof(codes) / sizeof(*codes) == CODES, "a row for each code");

static const char *const	severities[SEVERITIES] = {
	"advice", "question", "violation", "grave"
};

static const char *const	severities_zh[SEVERITIES] = {
	"提示", "待处理", "问题", "严重问题"
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

bool
code_stands(enum code c, enum code_of of)
{
	return of == CODE_OF_ANY || (codes[c].at &
	    (of == CODE_OF_EVENT ? AT_EVENT : AT_STEP)) != 0;
}

const char *
code_word(enum code c, enum code_of of, enum lang lang)
{
	if (lang == LANG_EN)
		return codes[c].name;
	return of == CODE_OF_EVENT && codes[c].event_zh != NULL ?
	    codes[c].event_zh : codes[c].zh;
}

bool
code_find(const char *s, enum code *out)
{
	int	i;

	for (i = 0; i < CODES; i++)
		if (strcmp(s, codes[i].name) == 0 ||
		    strcmp(s, codes[i].zh) == 0 ||
		    (codes[i].event_zh != NULL &&
		    strcmp(s, codes[i].event_zh) == 0)) {
			*out = (enum code)i;
			return true;
		}
	return false;
}

const char *
code_nearest(const char *s, enum code_of of)
{
	const char	*known[2 * CODES];
	size_t		 n = 0;
	int		 i;

	for (i = 0; i < CODES; i++) {
		if (!code_stands((enum code)i, of))
			continue;
		known[n++] = codes[i].name;
		known[n++] = code_word((enum code)i, of, LANG_ZH);
	}
	return text_nearest(s, known, n);
}

const char *
severity_word(enum severity s, enum lang lang)
{
	return lang == LANG_ZH ? severities_zh[s] : severities[s];
}

bool
severity_find(const char *s, enum severity *out)
{
	int	i;

	for (i = 0; i < SEVERITIES; i++)
		if (strcmp(s, severities_zh[i]) == 0) {
			*out = (enum severity)i;
			return true;
		}
	return severity_parse(s, out);
}

const char *
severity_nearest(const char *s)
{
	const char	*known[2 * SEVERITIES];
	int		 i;

	for (i = 0; i < SEVERITIES; i++) {
		known[2 * i] = severities[i];
		known[2 * i + 1] = severities_zh[i];
	}
	return text_nearest(s, known, 2 * SEVERITIES);
}
