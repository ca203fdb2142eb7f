/*
 * An official notice's own text.  Marks and digits of full width count as the
 * narrow ones and blanks as nothing, so that a text may come from a page, a
 * mail or a scan.  Lines are joined; a holiday's name stands where a line or
 * a sentence begins.
 */
#include "input/source.h"

#include <string.h>

#include "base/text.h"
#include "input/whole.h"

enum {
	NEAR = 16,			/* from a day to its verb, at most */
	HEAD = 24,			/* of a holiday's name */
	PAREN = 60,			/* within brackets */
	PENDING = 62,			/* days that wait for their verb */
	LONGEST = 31			/* days of a run */
};

struct glyph {
	unsigned	c;		/* 0: the end */
	int		line, col;	/* from 0 */
};

struct reader {
	struct arena	*arena;
	struct diags	*diags;
	struct source	*source;
	struct lines	 lines;
	struct glyph	*g;
	size_t		 n;
	const char	*title;		/* the holiday of the title, or "" */
	const char	*name;		/* of the item, or the title's */
	bool		 item;		/* every day here has its verb */
	/* the sentence */
	struct stated	 wait[PENDING];	/* days without a verb so far */
	size_t		 nwait;
	size_t		 gap;		/* characters since the last of them */
	bool		 run;		/* the next day ends a run */
	bool		 ahead;		/* 放假时间为: the verb came first */
	bool		 prolong;	/* 延长 */
	bool		 joined;	/* 连休, 补休 */
	bool		 swap;		/* 4月20日与4月15日: change places */
	size_t		 off;		/* days off since the last count */
	struct day	 last;		/* the last day named, NONE: none */
};

/* ---- characters */

/* Of several ways to write one mark, one; 0: a blank. */
static unsigned
fold(unsigned c)
{
	static const struct {
		unsigned	from, to;
	} marks[] = {
		{ 0x2010, '-' }, { 0x2011, '-' }, { 0x2012, '-' },
		{ 0x2013, '-' }, { 0x2014, '-' }, { 0x2015, '-' },
		{ 0x2212, '-' }, { 0x301c, '-' }, { '~', '-' },
		{ 0x3014, '[' }, { 0x3015, ']' }, { 0x3010, '[' },
		{ 0x3011, ']' }, { 0x201c, '"' }, { 0x201d, '"' },
		{ 0x300c, '"' }, { 0x300d, '"' }, { ' ', 0 }, { '\t', 0 },
		{ 0x3000, 0 }, { 0xa0, 0 }, { 0x200b, 0 }, { '\r', 0 },
	};
	size_t	i;

	if (c >= 0xff01 && c <= 0xff5e)
		c -= 0xfee0;
	for (i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (c == marks[i].from)
			return marks[i].to;
	return c;
}

static void
cut(struct reader *r, const char *text, size_t len)
{
	size_t		i, n;
	unsigned	c;
	int		line = 0, col = 0;

	r->g = arena_array(r->arena, len + 2, sizeof(*r->g));
	for (i = 0; i < len; i += n) {
		c = text_char(text + i, &n);
		if (c == '\n' || (c == '\r' && text[i + 1] != '\n')) {
			line++;
			col = 0;
			continue;
		}
		if (fold(c) != 0)
			r->g[r->n++] = (struct glyph){ fold(c), line, col };
		col++;
	}
	r->g[r->n] = (struct glyph){ 0, line + 2, 0 };
}

/* Does the word (as folded) stand at i?  Its characters, or 0. */
static size_t
word_at(const struct reader *r, size_t i, const char *word)
{
	size_t	n, k = 0;

	for (; *word != '\0'; word += n, k++)
		if (i + k >= r->n || r->g[i + k].c != text_char(word, &n))
			return 0;
	return k;
}

/* The first of them at or behind i; r->n: none. */
static size_t
find_word(const struct reader *r, size_t i, const char *word)
{
	while (i < r->n && word_at(r, i, word) == 0)
		i++;
	return i;
}

static bool
has_word(const struct reader *r, const char *word)
{
	return find_word(r, 0, word) < r->n;
}

static bool
is_digit(const struct reader *r, size_t i)
{
	return i < r->n && r->g[i].c >= '0' && r->g[i].c <= '9';
}

static bool
is_han(unsigned c)
{
	return c >= 0x4e00 && c <= 0x9fff;
}

static bool
begins_line(const struct reader *r, size_t i)
{
	return i == 0 || r->g[i - 1].line != r->g[i].line;
}

static struct place
place_of(const struct reader *r, size_t i)
{
	return lines_at(&r->lines, (size_t)r->g[i].line,
	    (size_t)r->g[i].col);
}

/* Characters [i, to) as text. */
static char *
words(const struct reader *r, size_t i, size_t to)
{
	char	*out = arena_alloc(r->arena, 4 * (to - i) + 1), *p = out;
	unsigned c;

	for (; i < to; i++) {
		c = r->g[i].c;
		if (c < 0x10000)
			p += text_put(p, c);
	}
	*p = '\0';
	return out;
}

/* A number of at most `most` digits at i; the characters it takes, or 0. */
static size_t
number_at(const struct reader *r, size_t i, size_t most, int *out)
{
	size_t	k = 0;

	for (*out = 0; is_digit(r, i + k) && k <= most; k++)
		*out = *out * 10 + (int)(r->g[i + k].c - '0');
	return k > most ? 0 : k;
}

/* ---- dates */

struct date {
	int	year, month, day;	/* year, month -1: not written */
	size_t	len;			/* characters; 0: no date */
};

/* 2018年12月29日, 12月29日, 29日 */
static struct date
date_at(const struct reader *r, size_t i)
{
	struct date	d = { -1, -1, 0, 0 };
	size_t		k, from = i;
	int		n;

	if (i > 0 && is_digit(r, i - 1))
		return d;
	if ((k = number_at(r, i, 4, &n)) == 4 && word_at(r, i + k, "年")) {
		d.year = n;
		i += k + 1;
	}
	if ((k = number_at(r, i, 2, &n)) > 0 && word_at(r, i + k, "月")) {
		d.month = n;
		i += k + 1;
	}
	k = number_at(r, i, 2, &d.day);
	if (k == 0 || (d.year >= 0 && d.month < 0) ||
	    (word_at(r, i + k, "日") == 0 && (d.month < 0 ||
	    word_at(r, i + k, "号") == 0)))
		return (struct date){ -1, -1, 0, 0 };
	d.len = i + k + 1 - from;
	return d;
}

/* Is a whole date, year and all, all that its line says? */
static bool
stands_alone(const struct reader *r, size_t i, const struct date *d)
{
	return d->year >= 0 && begins_line(r, i) &&
	    r->g[i + d->len].line != r->g[i].line;
}

/* ---- what the text is: its year, number, title */

/* "2020年" at most `near` characters behind the word; 0: none. */
static int
year_behind(const struct reader *r, const char *word, size_t near)
{
	size_t	i, k, at = 0;
	int	year;

	while ((at = find_word(r, at, word)) < r->n) {
		at += word_at(r, at, word);
		for (i = at; i < at + near && i < r->n; i++) {
			k = number_at(r, i, 4, &year);
			if (k == 4 && word_at(r, i + k, "年"))
				return year;
		}
	}
	return 0;
}

static int
year_of_days(const struct reader *r)
{
	struct date	d;
	size_t		i;

	for (i = 0; i < r->n; i++) {
		d = date_at(r, i);
		if (d.len > 0 && d.year >= 0 && !stands_alone(r, i, &d))
			return d.year;
	}
	return 0;
}

/* "2020年放假安排": near words of a holiday. */
static int
year_of_title(const struct reader *r)
{
	size_t	i, k, near;
	int	year;

	for (i = 0; i < r->n; i++) {
		k = number_at(r, i, 4, &year);
		if (k != 4 || !word_at(r, i + k, "年") ||
		    (i > 0 && is_digit(r, i - 1)))
			continue;
		for (near = i + k + 1; near < i + NEAR; near++)
			if (word_at(r, near, "放假") > 0 ||
			    word_at(r, near, "节假日") > 0)
				return year;
	}
	return 0;
}

static bool
find_year(struct reader *r)
{
	int	year = year_behind(r, "关于", 4);

	if (year == 0)
		year = year_behind(r, "现将", 4);
	if (year == 0)
		year = year_of_title(r);
	if (year == 0)
		year = year_of_days(r);
	r->source->year = year;
	if (year >= 1950 && year < 2200)
		return true;
	diag_error(r->diags, (struct place){ .path = r->source->path },
	    _("the year of the notice is not found (as 关于2020年部分节假日"
	    "安排的通知)"));
	return false;
}

/* Behind an opening bracket or quotation of a title, and not yet closed? */
static bool
is_cited(const struct reader *r, size_t i)
{
	size_t	from = i > 2 * PAREN ? i - 2 * PAREN : 0;
	int	depth = 0;

	while (i-- > from && depth <= 0) {
		if (r->g[i].c == '(' || r->g[i].c == 0x300a)
			depth++;
		else if (r->g[i].c == ')' || r->g[i].c == 0x300b)
			depth--;
		else if (r->g[i].c == 0x3002)
			return false;
	}
	return depth > 0;
}

/* 国办发明电〔2019〕16号: of the text itself, not of one that it cites. */
static const char *
number_ending_at(const struct reader *r, size_t open)
{
	size_t	from = open, k;
	int	year, n;

	k = number_at(r, open + 1, 4, &year);
	if (k != 4 || r->g[open + 1 + k].c != ']' || is_cited(r, open))
		return NULL;
	k = number_at(r, open + 6, 5, &n);
	if (k == 0 || !word_at(r, open + 6 + k, "号"))
		return NULL;
	while (from > 0 && open - from < 8 && is_han(r->g[from - 1].c) &&
	    !word_at(r, from - 1, "知") && !word_at(r, from - 1, "号"))
		from--;
	if (from == open)
		return NULL;
	return arena_printf(r->arena, "%s〔%d〕%d号", words(r, from, open),
	    year, n);
}

static void
find_number(struct reader *r)
{
	const char	*number;
	size_t		 i;

	for (i = 0; i < r->n; i++)
		if (r->g[i].c == '[' &&
		    (number = number_ending_at(r, i)) != NULL) {
			r->source->number = number;
			return;
		}
}

static void
find_address(struct reader *r, const char *text)
{
	const char	*at = strstr(text, "http");
	size_t		 n;

	if (at == NULL || (strncmp(at, "http://", 7) != 0 &&
	    strncmp(at, "https://", 8) != 0))
		return;
	for (n = 0; at[n] > 0x20 && at[n] < 0x7f; n++)
		continue;
	r->source->address = arena_ndup(r->arena, at, n);
}

/* Who speaks: the State Council, or a region's government. */
static void
find_author(struct reader *r)
{
	static const char *const	 locals[] = {
		"本自治区", "自治区人民政府", "省人民政府", "各市、县",
		"自治州", "全区机关"
	};
	size_t				 i, at = find_word(r, 0, "关于");

	r->source->country = has_word(r, "各省、自治区、直辖市") ||
	    (at >= 6 && at < r->n && word_at(r, at - 6, "国务院办公厅") &&
	    !is_cited(r, at)) ||
	    (at >= 3 && at < r->n && word_at(r, at - 3, "国务院"));
	for (i = 0; i < sizeof(locals) / sizeof(locals[0]); i++)
		if (!r->source->country && has_word(r, locals[i]))
			r->source->local = true;
}

/* 劳动节 of 关于调整2019年劳动节假期安排的通知; "" of 部分节假日. */
static const char *
holiday_behind(struct reader *r, const char *word)
{
	static const char *const	 ends[] = {
		"放假", "假期", "调休", "部分", "节假日"
	};
	size_t				 i, from, to, e, k;
	int				 year;

	from = find_word(r, 0, word);
	if (from == r->n)
		return "";
	from += word_at(r, from, word);
	if ((k = word_at(r, from, "调整")) > 0 ||
	    (k = word_at(r, from, "延长")) > 0)
		from += k;
	if (number_at(r, from, 4, &year) == 4 && word_at(r, from + 4, "年"))
		from += 5;
	for (to = from; to < r->n && to - from < PAREN; to++)
		for (e = 0; e < sizeof(ends) / sizeof(ends[0]); e++)
			if (word_at(r, to, ends[e]) > 0)
				goto found;
	return "";
found:
	for (i = from; i < to; i++)
		if (word_at(r, i, "、") || r->g[i].c == ',' ||
		    r->g[i].c == 0x3002)
			return "";
	while (from < to && r->g[from].c == '"')
		from++;
	while (to > from && r->g[to - 1].c == '"')
		to--;
	return words(r, from, to);
}

static void
find_title(struct reader *r)
{
	size_t	from, to;

	r->title = holiday_behind(r, "关于");
	if (*r->title == '\0')
		r->title = holiday_behind(r, "现将");
	if (*r->title == '\0' && r->source->local) {
		for (from = 0; from < r->n && r->g[from].c != '"';)
			from++;
		for (to = from + 1; to < r->n && r->g[to].c != '"';)
			to++;
		if (to < r->n && to - from <= HEAD)
			r->title = words(r, from + 1, to);
	}
	r->name = r->title;
}

/* ---- days and their verbs */

static bool
wrong(struct reader *r, struct place at, const char *text)
{
	diag_error(r->diags, at, "%s", text);
	return false;
}

static void
forget_days(struct reader *r)
{
	r->nwait = 0;
	r->gap = 0;
	r->run = r->swap = false;
}

/* The days that wait are off, or worked. */
static bool
tell(struct reader *r, enum day_kind kind, bool as_always)
{
	struct stated	t;
	size_t		i;
	int		weekday;

	for (i = 0; i < r->nwait; i++) {
		t = r->wait[i];
		weekday = day_weekday(t.day);
		t.kind = r->swap && (weekday == 0 || weekday == 6) ?
		    DAY_WORKED : kind;
		t.name = r->name;
		t.remark = as_always && weekday != 0 && weekday != 6;
		if (t.remark)
			t.name = arena_printf(r->arena, "%s 照常上班",
			    r->name);
		if (!source_tell(r->arena, r->source, t, r->diags))
			return false;
		r->off += t.kind == DAY_OFF;
	}
	forget_days(r);
	return true;
}

/* Days that no verb took: in a holiday's item that is a line half read. */
static bool
drop_days(struct reader *r)
{
	if (r->nwait > 0 && r->ahead) {
		r->ahead = false;
		return tell(r, DAY_OFF, false);
	}
	if (r->nwait > 0 && r->item)
		return wrong(r, r->wait[0].place, _("nothing says whether "
		    "this day is off or worked: 放假, 补休 or 上班 is "
		    "expected behind it"));
	forget_days(r);
	return true;
}

static bool
end_sentence(struct reader *r)
{
	bool	good = drop_days(r);

	r->ahead = r->prolong = r->joined = false;
	r->off = 0;
	r->last = DAY_NONE;
	return good;
}

/* ---- 1月24日至30日 */

/* The day that is meant: of the notice's year, of the month before it. */
static struct day
day_of(struct reader *r, const struct date *d)
{
	struct ymd	y = { r->source->year, 0, 0 };

	if (day_is(r->last) && d->month < 0)
		y = day_ymd(r->last);
	return day_make(d->year >= 0 ? d->year : y.year,
	    d->month >= 0 ? d->month : y.month, d->day);
}

static bool
add_day(struct reader *r, struct day d, struct place at)
{
	if (r->nwait == PENDING)
		return wrong(r, at, _("too many days in one sentence"));
	r->wait[r->nwait++] = (struct stated){ .day = d, .place = at };
	return true;
}

static bool
add_run(struct reader *r, struct day to, struct place at)
{
	struct day	d = r->wait[r->nwait - 1].day;

	if (day_cmp(to, d) <= 0 || day_diff(d, to) > LONGEST)
		return wrong(r, at, _("this run of days ends before it "
		    "begins, or is longer than a month"));
	while (day_cmp(d, to) < 0) {
		d = day_add(d, 1);
		if (!add_day(r, d, at))
			return false;
	}
	return true;
}

/* A date at *i. */
static bool
read_day(struct reader *r, size_t *i, const struct date *date)
{
	struct place	at = place_of(r, *i);
	struct day	d = day_of(r, date);
	bool		run = r->run;

	if (stands_alone(r, *i, date)) {
		r->source->issued = d;
		*i += date->len;
		return drop_days(r);
	}
	if (!day_is(d))
		return wrong(r, at, date->month < 0 && !day_is(r->last) ?
		    _("the month of this day is not said") :
		    _("there is no such day"));
	if (r->prolong && *i > 0 && r->nwait == 0 &&
	    word_at(r, *i - 1, "至")) {
		r->source->extend = (struct stated){ .day = d, .kind = DAY_OFF,
		    .name = r->name, .place = at };
		run = false;
	} else if (!(run ? add_run(r, d, at) : add_day(r, d, at)))
		return false;
	r->run = false;
	r->gap = 0;
	r->last = d;
	*i += date->len;
	return true;
}

/* ---- what stands in brackets: weekdays */

/* 星期六, 周六: its characters, 0 none; *weekday 0 Sunday. */
static size_t
weekday_at(const struct reader *r, size_t i, int *weekday)
{
	static const char *const	 days[] = {
		"日", "一", "二", "三", "四", "五", "六", "天"
	};
	size_t				 k, n;

	if ((k = word_at(r, i, "星期")) == 0 &&
	    (k = word_at(r, i, "礼拜")) == 0 &&
	    (k = word_at(r, i, "周")) == 0)
		return 0;
	for (n = 0; n < sizeof(days) / sizeof(days[0]); n++)
		if (word_at(r, i + k, days[n]) > 0) {
			*weekday = (int)n % 7;
			return k + 1;
		}
	return 0;
}

static bool
check_weekday(struct reader *r, size_t i, struct day d, int weekday)
{
	if (day_weekday(d) == weekday)
		return true;
	diag_error(r->diags, place_of(r, i), _("%s is no %s"),
	    source_day(r->arena, d), source_weekday(weekday));
	diag_note(r->diags, NOWHERE, _("the text is not as it was "
	    "printed: compare it with the official page"));
	return false;
}

/* From the bracket at *i to behind the one that closes it. */
static bool
read_brackets(struct reader *r, size_t *i)
{
	size_t	from = *i + 1, to, k, at[8], n = 0, m;
	int	weekday[8];
	bool	good = true;

	for (to = from; to < r->n && r->g[to].c != ')'; to++) {
		if (to - from > PAREN || r->g[to].c == 0x3002)
			break;
		if (r->item && r->g[to].c == '(')
			return wrong(r, place_of(r, from - 1), _("this "
			    "bracket is not closed"));
		k = weekday_at(r, to, &weekday[n]);
		if (k > 0 && n < 7)
			at[n++] = to;
	}
	*i = to < r->n ? to + (r->g[to].c == ')') : to;
	if (n == 1 && day_is(r->last) && r->gap == 0)
		return check_weekday(r, at[0], r->last, weekday[0]);
	for (m = 0; m < n && n <= r->nwait && r->gap == 0; m++)
		good = check_weekday(r, at[m], r->wait[r->nwait - n + m].day,
		    weekday[m]) && good;
	return good;
}

/* ---- numbers of days */

/* Days off around the last one named, weekends that join it included. */
static size_t
stretch(const struct reader *r)
{
	const struct source	*s = r->source;
	struct day		 d, lo = r->last, hi = r->last;
	size_t			 i;
	bool			 grown = day_is(lo);

	while (grown) {
		grown = false;
		for (i = 0; i < s->n + 2; i++) {
			d = i < s->n && s->days[i].kind == DAY_OFF ?
			    s->days[i].day : i == s->n ? day_add(lo, -1) :
			    i == s->n + 1 ? day_add(hi, 1) : DAY_NONE;
			if (!day_is(d) || (i >= s->n &&
			    day_weekday(d) != 0 && day_weekday(d) != 6))
				continue;
			if (day_cmp(d, day_add(lo, -1)) == 0)
				lo = d;
			else if (day_cmp(d, day_add(hi, 1)) == 0)
				hi = d;
			else
				continue;
			grown = true;
		}
	}
	return day_is(lo) ? (size_t)day_diff(lo, hi) + 1 : 0;
}

/* 共7天, or behind a verb 3天: is it that number? */
static bool
check_count(struct reader *r, size_t *i)
{
	int	n;
	size_t	k = number_at(r, *i, 3, &n), off = r->off;

	/* longer than any number of days */
	if (k == 0 && is_digit(r, *i))
		for (n = 1000; is_digit(r, *i + k); k++)
			;
	if (k == 0 || (word_at(r, *i + k, "天") == 0 &&
	    word_at(r, *i + k, "日") == 0))
		return true;
	if (off > 0 && (size_t)n != off &&
	    !(r->joined && (size_t)n == stretch(r))) {
		diag_error(r->diags, place_of(r, *i), text_plural("%d days "
		    "are said, and %zu is named", "%d days are said, and %zu "
		    "are named", off), n, off);
		return false;
	}
	*i += k + 1;
	return true;
}

/* ---- the sentence */

enum verb { V_OFF, V_WORK, V_ALWAYS, V_REST, V_NONE };

/* Longer ones first. */
static const struct {
	const char	*word;
	enum verb	 verb;
} verbs[] = {
	{ "照常上班", V_ALWAYS }, { "正常上班", V_ALWAYS },
	{ "照常工作", V_ALWAYS }, { "正常工作", V_ALWAYS },
	{ "照常休息", V_REST }, { "正常休息", V_REST },
	{ "照常公休", V_REST },
	{ "调休上班", V_WORK }, { "调休补班", V_WORK },
	{ "放假", V_OFF }, { "调休", V_OFF }, { "补休", V_OFF },
	{ "补假", V_OFF }, { "休假", V_OFF }, { "休息", V_OFF },
	{ "连休", V_OFF }, { "上班", V_WORK }, { "补班", V_WORK },
};

static enum verb
verb_at(const struct reader *r, size_t i, size_t *len)
{
	size_t	v;

	for (v = 0; v < sizeof(verbs) / sizeof(verbs[0]); v++)
		if ((*len = word_at(r, i, verbs[v].word)) > 0)
			return verbs[v].verb;
	return V_NONE;
}

static bool
read_verb(struct reader *r, size_t *i, enum verb verb, size_t len)
{
	bool	waiting = r->nwait > 0, good = true;

	if (waiting && *i > 0 && word_at(r, *i - 1, "不") > 0)
		return wrong(r, place_of(r, *i - 1), _("this is not "
		    "understood: say of the day that it is off (放假) or "
		    "worked (上班)"));
	if (word_at(r, *i, "连休") || word_at(r, *i, "补休"))
		r->joined = true;
	if (word_at(r, *i, "放假时间") || word_at(r, *i, "放假日期"))
		r->ahead = true;
	r->swap = r->swap && word_at(r, *i, "调休") > 0;
	*i += len;
	if (!waiting)
		return verb != V_OFF || check_count(r, i);
	if (verb == V_REST)
		forget_days(r);
	else
		good = tell(r, verb == V_OFF ? DAY_OFF : DAY_WORKED,
		    verb == V_ALWAYS);
	return good && (verb != V_OFF || check_count(r, i));
}

/* To the sentence's end, where a text cites another or only recommends. */
static bool
is_aside(const struct reader *r, size_t i)
{
	return word_at(r, i, "鼓励") > 0 || word_at(r, i, "建议") > 0 ||
	    (!r->source->country &&
	    word_at(r, i, "《国务院办公厅关于") > 0);
}

/* "二、春节:" or "春节:" at i: the characters of it, 0 where none is. */
static size_t
head_at(const struct reader *r, size_t i, size_t *name, size_t *end)
{
	static const char	*const numbers = "一二三四五六七八九十";
	size_t			 k = i, n;
	const char		*p;

	for (; k < r->n && k - i < 4; k++) {
		for (p = numbers; *p != '\0'; p += n)
			if (text_char(p, &n) == r->g[k].c)
				break;
		if (*p == '\0' && !is_digit(r, k) && r->g[k].c != '-' &&
		    r->g[k].c != '(' && r->g[k].c != ')')
			break;
	}
	if (k > i && (word_at(r, k, "、") || r->g[k].c == '.'))
		k++;
	*name = k;
	for (; k < r->n && k - *name <= HEAD; k++) {
		if (r->g[k].c == ':') {
			*end = k;
			return k > *name ? k + 1 - i : 0;
		}
		if (is_digit(r, k) || r->g[k].c == ',' ||
		    r->g[k].c == 0x3002 || (k > i && begins_line(r, k)))
			return 0;
	}
	return 0;
}

/* Is what stands before the colon a holiday? 各省…人民政府: is none. */
static bool
is_holiday(const struct reader *r, size_t from, size_t to)
{
	return word_at(r, to - 1, "节") || word_at(r, to - 1, "旦") ||
	    word_at(r, to - 1, "三") || word_at(r, to - 1, "日") ||
	    (to - from >= 2 && word_at(r, to - 2, "周年")) ||
	    (to - from >= 2 && word_at(r, to - 2, "除夕"));
}

static bool
read_head(struct reader *r, size_t *i)
{
	size_t	name, end, n = head_at(r, *i, &name, &end);

	if (n == 0 || !is_holiday(r, name, end))
		return true;
	if (!end_sentence(r))
		return false;
	r->name = words(r, name, end);
	r->item = true;
	*i += n;
	return true;
}

static bool
read_mark(struct reader *r, size_t *i)
{
	unsigned	c = r->g[(*i)++].c;

	switch (c) {
	case 0x3002:			/* 。 */
	case ';':
		return end_sentence(r);
	case ':':
		return drop_days(r);
	case ',':
		if (r->ahead && r->nwait > 0)
			return drop_days(r);
		break;
	case 0x81f3:			/* 至 */
	case 0x5230:			/* 到 */
	case '-':
		if (r->nwait > 0 && r->gap == 0 &&
		    (is_digit(r, *i) || r->g[*i].c == '-')) {
			r->run = true;
			return true;
		}
		break;
	case 0x4e0e:			/* 与 */
		r->swap = r->swap || (r->nwait > 0 && r->gap == 0);
		break;
	case 0x8d77:			/* 起: from that day on */
		if (r->nwait > 0 && r->gap == 0)
			r->nwait--;
		break;
	}
	r->gap++;
	return r->gap <= NEAR || r->nwait == 0 || drop_days(r);
}

/* In an item every number is of a date or of days: else a sign was lost. */
static bool
is_strange(const struct reader *r, size_t i)
{
	if (!r->item || !is_digit(r, i) || (i > 0 && is_digit(r, i - 1)))
		return false;
	while (is_digit(r, i))
		i++;
	return !word_at(r, i, "天") && !word_at(r, i, "年") &&
	    !word_at(r, i, "周年");
}

/* The items are over: who signs, and what all should do. */
static bool
is_tail(const struct reader *r, size_t i)
{
	return word_at(r, i, "国务院") > 0 || word_at(r, i, "节假日期间") > 0;
}

/* One thing at *i, whatever it is. */
static bool
read_next(struct reader *r, size_t *i)
{
	struct date	 date;
	enum verb	 verb;
	size_t		 len;
	int		 weekday;

	if (is_aside(r, *i)) {
		while (*i < r->n && r->g[*i].c != 0x3002)
			(*i)++;
		return drop_days(r);
	}
	if (is_tail(r, *i))
		r->item = false;
	if (r->g[*i].c == '(')
		return read_brackets(r, i);
	if ((date = date_at(r, *i)).len > 0)
		return read_day(r, i, &date);
	if (is_strange(r, *i))
		return wrong(r, place_of(r, *i), _("this is no day: it is "
		    "written as 10月1日"));
	if ((verb = verb_at(r, *i, &len)) != V_NONE)
		return read_verb(r, i, verb, len);
	if (word_at(r, *i, "共")) {
		(*i)++;
		return check_count(r, i);
	}
	if (word_at(r, *i, "延长"))
		r->prolong = true;
	if (r->gap == 0 && r->nwait > 0 &&
	    (len = weekday_at(r, *i, &weekday)) > 0) {
		*i += len;
		return check_weekday(r, *i - len, r->last, weekday);
	}
	return read_mark(r, i);
}

static bool
read_all(struct reader *r)
{
	size_t	i = 0;
	bool	good = true;

	while (i < r->n) {
		if (begins_line(r, i) && i > 0 && r->g[i - 1].c == 0x3002)
			r->item = false;
		if (begins_line(r, i) || r->g[i - 1].c == 0x3002)
			good = read_head(r, &i) && good;
		if (i < r->n && !read_next(r, &i)) {
			good = false;
			forget_days(r);
			while (i < r->n && r->g[i].c != 0x3002)
				i++;
		}
	}
	return end_sentence(r) && good;
}

/* From New Year to the National Day: a year's own notice. */
static bool
is_whole(const struct source *s)
{
	size_t	i;
	int	ends = 0;

	for (i = 0; i < s->n; i++)
		ends += s->days[i].kind == DAY_OFF &&
		    (day_cmp(s->days[i].day, day_make(s->year, 1, 1)) == 0 ||
		    day_cmp(s->days[i].day, day_make(s->year, 10, 1)) == 0);
	return ends == 2;
}

bool
notice_read(struct arena *a, struct source *s, const char *text, size_t len,
    struct diags *d)
{
	struct reader	r = { .arena = a, .diags = d, .source = s,
			    .last = DAY_NONE };

	r.lines = lines_cut(a, s->path, text, len);
	cut(&r, text, len);
	if (!find_year(&r))
		return false;
	find_number(&r);
	find_address(&r, text);
	find_author(&r);
	find_title(&r);
	if (!read_all(&r))
		return false;
	s->whole = is_whole(s);
	return true;
}
