#include "calendar/days_ics.h"

#include <libical/ical.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "calendar/ics.h"

#define PRODID	"-//gongshi//calendars//ZH"

struct writer {
	struct arena		*arena;
	const struct ics_days	*days;
	icalcomponent		*cal;
	const char		*domain;	/* of UIDs */
};

static const struct {
	const char	*word, *property, *value;
} kinds[] = {
	[DAY_WORKED] = { "班", "X-APPLE-SPECIAL-DAY", "ALTERNATE-WORKDAY" },
	[DAY_OFF] = { "休", "X-APPLE-SPECIAL-DAY", "WORK-HOLIDAY" },
	[DAY_UNSETTLED] = { "待定", "X-GONGSHI-DAY", "UNSETTLED" },
};

static void
add_x(struct writer *w, icalcomponent *c, const char *name, const char *value)
{
	icalproperty	*p = icalproperty_new_x(ics_x_text(w->arena, value));

	icalproperty_set_x_name(p, name);
	icalcomponent_add_property(c, p);
}

static struct icaltimetype
date_of(struct day d)
{
	struct icaltimetype	t = { 0 };
	struct ymd		y = day_ymd(d);

	t.year = y.year;
	t.month = y.month;
	t.day = y.day;
	t.is_date = 1;
	return t;
}

/* The same year gives the same bytes: no clock. */
static struct icaltimetype
stamp_of(int year)
{
	struct icaltimetype	t = date_of(day_make(year, 1, 1));

	t.is_date = 0;
	t.zone = icaltimezone_get_utc_timezone();
	return t;
}

static const char *
summary_of(struct writer *w, const struct holiday *h)
{
	if (h->remark || h->kind == DAY_UNSETTLED)
		return h->remark ? h->name : kinds[h->kind].word;
	return *h->name == '\0' ? kinds[h->kind].word :
	    arena_printf(w->arena, "%s %s", h->name, kinds[h->kind].word);
}

static void
add_event(struct writer *w, const struct holiday *h)
{
	icalcomponent	*c = icalcomponent_new_vevent();
	char		 day[DAY_TEXT];
	struct day	 end = day_add(h->day, 1);

	icalcomponent_add_property(c, icalproperty_new_uid(arena_printf(
	    w->arena, "%s%s@%s", day_print(h->day, day), h->remark ?
	    "-remark" : "", w->domain)));
	icalcomponent_add_property(c,
	    icalproperty_new_dtstamp(stamp_of(w->days->year)));
	icalcomponent_add_property(c,
	    icalproperty_new_dtstart(date_of(h->day)));
	icalcomponent_add_property(c, icalproperty_new_dtend(date_of(end)));
	icalcomponent_add_property(c, icalproperty_new_summary(text_clean(
	    w->arena, summary_of(w, h), false)));
	if (*h->notice != '\0')
		icalcomponent_add_property(c, icalproperty_new_comment(
		    text_clean(w->arena, h->notice, false)));
	icalcomponent_add_property(c,
	    icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
	icalcomponent_add_property(c,
	    icalproperty_new_class(ICAL_CLASS_PUBLIC));
	if (h->remark)
		add_x(w, c, "X-GONGSHI-DAY", "REMARK");
	else
		add_x(w, c, kinds[h->kind].property, kinds[h->kind].value);
	icalcomponent_add_component(w->cal, c);
}

/* The notices that settle it, or that are waited for, each once. */
static const char *
notices(struct writer *w, const char *head, bool open)
{
	const char		*list = "";
	const struct holiday	*h;
	size_t			 i;

	for (i = 0; i < ICS_YEAR; i++) {
		h = w->days->day[i];
		if (h == NULL || (h->kind == DAY_UNSETTLED) != open ||
		    *h->notice == '\0' || strstr(list, h->notice) != NULL)
			continue;
		list = arena_printf(w->arena, "%s%s%s", list, *list == '\0' ?
		    "" : "、", h->notice);
	}
	return *list == '\0' ? "" : arena_printf(w->arena, "%s：%s。", head,
	    list);
}

static void
add_title(struct writer *w)
{
	const char	*name = arena_printf(w->arena, "%s放假调休 %d",
			    *w->days->scope == '\0' ? "全国" : w->days->scope,
			    w->days->year);
	const char	*about = arena_printf(w->arena, "%s%s",
			    notices(w, "依据", false),
			    notices(w, "待定", true));

	icalcomponent_add_property(w->cal, icalproperty_new_version("2.0"));
	icalcomponent_add_property(w->cal, icalproperty_new_prodid(PRODID));
	icalcomponent_add_property(w->cal, icalproperty_new_name(name));
	add_x(w, w->cal, "X-WR-CALNAME", name);
	if (*about == '\0')
		return;
	icalcomponent_add_property(w->cal, icalproperty_new_description(
	    text_clean(w->arena, about, false)));
	add_x(w, w->cal, "X-WR-CALDESC", about);
}

const char *
days_ics(struct arena *a, const struct ics_days *days)
{
	struct writer	 w = { .arena = a, .days = days };
	char		*text;
	const char	*out;
	size_t		 i;

	w.domain = *days->scope == '\0' ? "cn.gongshi" :
	    arena_printf(a, "%s.cn.gongshi", days->scope);
	w.cal = icalcomponent_new_vcalendar();
	add_title(&w);
	for (i = 0; i < ICS_YEAR; i++) {
		if (days->day[i] != NULL)
			add_event(&w, days->day[i]);
		if (days->remark[i] != NULL)
			add_event(&w, days->remark[i]);
	}
	text = icalcomponent_as_ical_string_r(w.cal);
	out = arena_dup(a, text);
	icalmemory_free_buffer(text);
	icalcomponent_free(w.cal);
	return out;
}
