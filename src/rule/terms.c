#include "rule/terms.h"

#include "base/text.h"

const struct term	media_terms[] = {
	{ "board", "公开栏", N_("notice board") },
	{ "website", "网站", N_("website") },
	{ "newspaper", "报刊", N_("newspaper") },
	{ "radio", "广播", N_("radio") },
	{ "television", "电视", N_("television") },
	{ "wechat", "微信", N_("WeChat") },
	{ "other", "其他", N_("another medium") },
	{ 0 }
};

const struct term	outcome_terms[] = {
	{ "rejected", "不成立", N_("not upheld") },
	{ "upheld", "成立", N_("upheld") },
	{ "withdrawn", "撤回", N_("withdrawn") },
	{ 0 }
};
