#include "input/source.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "input/whole.h"

enum {
	SOURCE_SIZE = 1 << 20,
	SOURCE_DAYS = 2000		/* of a feed or JSON, at the most */
};

const char *
source_weekday(int weekday)
{
	static const char *const	names[] = {
		N_("Sunday"), N_("Monday"), N_("Tuesday"), N_("Wednesday"),
		N_("Thursday"), N_("Friday"), N_("Saturday")
	};

	return _(names[weekday]);
}

const char *
source_day(struct arena *a, struct day d)
{
	char	day[DAY_TEXT];

	return arena_printf(a, _("%s (%s)"), day_print(d, day),
	    source_weekday(day_weekday(d)));
}

/* A day off belongs to the year, or to the end of the one before. */
static bool
has_day(const struct source *s, struct day d)
{
	return day_cmp(d, day_make(s->year - 1, 12, 25)) >= 0 &&
	    day_cmp(d, day_make(s->year, 12, 31)) <= 0;
}

const struct stated *
source_says(const struct source *s, struct day d)
{
	size_t	i;

	for (i = 0; i < s->n; i++)
		if (day_cmp(s->days[i].day, d) == 0)
			return &s->days[i];
	return NULL;
}

static bool
check(struct arena *a, const struct source *s, const struct stated *t,
    struct diags *d)
{
	const struct stated	*before = source_says(s, t->day);
	int			 weekday = day_weekday(t->day);

	if (!has_day(s, t->day)) {
		diag_error(d, t->place, _("%s is no day of %d, nor of the last "
		    "week of the year before"), source_day(a, t->day),
		    s->year);
		return false;
	}
	if (t->kind == DAY_WORKED && !t->remark && weekday != 0 &&
	    weekday != 6) {
		diag_error(d, t->place, _("%s is made a working day, and is "
		    "one: only a Saturday or Sunday can be"),
		    source_day(a, t->day));
		return false;
	}
	if (before != NULL && before->kind != t->kind) {
		diag_error(d, t->place, _("%s is both off and worked in this "
		    "text"), source_day(a, t->day));
		diag_note(d, before->place, _("it stands here already"));
		return false;
	}
	return true;
}

bool
source_tell(struct arena *a, struct source *s, struct stated t, struct diags *d)
{
	if (!check(a, s, &t, d))
		return false;
	if (source_says(s, t.day) != NULL)
		return true;
	s->days = arena_grow(a, s->days, s->n, &s->cap, sizeof(*s->days));
	s->days[s->n++] = t;
	return true;
}

/* The year of which most days are; of two the later. */
static int
year_of(const struct stated *list, size_t n)
{
	size_t	i, j, best = 0, same;
	int	year = 0, its;

	for (i = 0; i < n; i++) {
		its = day_ymd(list[i].day).year;
		for (same = j = 0; j < n; j++)
			same += day_ymd(list[j].day).year == its;
		if (same > best || (same == best && its > year)) {
			best = same;
			year = its;
		}
	}
	return year;
}

/* 2月3日起上班: a day from Monday to Friday behind the last day off. */
static bool
begins_again(const struct stated *list, size_t n, const struct stated *t)
{
	int	weekday = day_weekday(t->day);
	size_t	i;

	if (t->kind != DAY_WORKED || weekday == 0 || weekday == 6)
		return false;
	for (i = 0; i < n; i++)
		if (list[i].kind == DAY_OFF &&
		    day_cmp(list[i].day, day_add(t->day, -1)) == 0)
			return true;
	return false;
}

bool
source_tell_all(struct arena *a, struct source *s, const struct stated *list,
    size_t n, struct diags *d)
{
	size_t	i;
	bool	good = true;

	if (n > SOURCE_DAYS) {
		diag_error(d, list[SOURCE_DAYS].place, _("more than %d days: "
		    "leave one year in the file"), (int)SOURCE_DAYS);
		return false;
	}
	if (s->year == 0)
		s->year = year_of(list, n);
	for (i = 0; i < n; i++) {
		if (!has_day(s, list[i].day)) {
			diag_error(d, list[i].place, _("%s is no day of %d: "
			    "leave one year in the file"),
			    source_day(a, list[i].day), s->year);
			return false;
		}
		if (begins_again(list, n, &list[i]))
			diag_warn(d, list[i].place, _("passed over: %s is "
			    "worked as any day is"),
			    source_day(a, list[i].day));
		else
			good = source_tell(a, s, list[i], d) && good;
	}
	return good;
}

/* What it is shows in its first character. */
static enum source_form
form_of(const char *text)
{
	text += strspn(text, " \t\r\n");
	if (strncasecmp(text, "BEGIN:", 6) == 0)
		return SOURCE_FEED;
	return *text == '{' ? SOURCE_JSON : SOURCE_NOTICE;
}

bool
source_read(struct arena *a, struct source *s, struct diags *d)
{
	static bool	(*const readers[])(struct arena *, struct source *,
			    const char *, size_t, struct diags *) = {
		notice_read, feed_read, daysjson_read
	};
	size_t		 before = diags_errors(d), len;
	char		*text = whole_decoded(a, s->path, SOURCE_SIZE, &len, d);

	s->issued = s->extend.day = DAY_NONE;
	s->number = s->address = "";
	if (text == NULL)
		return false;
	s->form = form_of(text);
	if (!readers[s->form](a, s, text, len, d) || diags_errors(d) > before)
		return false;
	if (s->n > 0 || day_is(s->extend.day))
		return true;
	diag_error(d, (struct place){ .path = s->path }, _("no day is named "
	    "here as off or worked (as 10月1日至7日放假, 10月10日（星期六）"
	    "上班)"));
	return false;
}
