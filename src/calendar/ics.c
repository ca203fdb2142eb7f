#include "calendar/ics.h"

#include <libical/ical.h>
#include <string.h>

#include "base/division.h"
#include "base/hash.h"
#include "base/text.h"
#include "case/matter.h"

#define PRODID	"-//gongshi//gongshi//ZH"

enum { HOUR = 3600, ALARM_HOUR = 9, CHINA = 8 };	/* hours from UTC */

/* libical escapes `,` and `;` of an X- value or not, by its version. */
const char *
ics_x_text(struct arena *a, const char *s)
{
	char	*out, *to;

	s = text_clean(a, s, false);
	if (strpbrk(s, ",;\\") == NULL)
		return s;
	to = out = arena_alloc(a, 3 * strlen(s) + 1);
	for (; *s != '\0'; s++)
		if (strchr(",;\\", *s) != NULL) {
			memcpy(to, *s == ',' ? "，" : *s == ';' ? "；" : "＼",
			    3);
			to += 3;
		} else
			*to++ = *s;
	return out;
}

static bool
is_window(const struct entry *e)
{
	return e->kind == ENTRY_WINDOW || e->kind == ENTRY_OLD_WINDOW;
}

const char *
ics_uid(struct arena *a, const struct entry *e)
{
	const char	*what = is_window(e) ? "window" : "deadline";
	const char	*county = e->home, *id = e->id;
	char		 uuid[UUID_TEXT];

	if (e->first_id != NULL && *e->first_id != '\0')
		id = matter_first(a, e->first_id, &county);
	if (e->kind >= ENTRY_OLD_WINDOW)
		return arena_printf(a, "%s/%s/%s/%s@gongshi", id, e->step,
		    e->division, what);
	uuid_of(arena_printf(a, "gongshi:%s/%s/%s/%s", matter_named(a, county,
	    id, e->division), e->step, e->division, what), uuid);
	return arena_printf(a, "%s@gongshi", uuid);
}

static icalproperty *
x_property(const char *name, const char *value)
{
	icalproperty	*p = icalproperty_new_x(value);

	if (p != NULL)
		icalproperty_set_x_name(p, name);
	return p;
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

static struct icaltimetype
clock_of(long long stamp)
{
	long long		left = stamp % 86400;
	struct icaltimetype	t;

	if (left < 0)
		left += 86400;
	t = date_of((struct day){ (int32_t)((stamp - left) / 86400) });
	t.hour = (int)(left / HOUR);
	t.minute = (int)(left % HOUR / 60);
	t.second = (int)(left % 60);
	t.is_date = 0;
	t.zone = icaltimezone_get_utc_timezone();
	return t;
}

/* By hand: libical's own takes seconds in an int, which ends at 68 years. */
static struct icaldurationtype
duration_of(int days)
{
	long long		hours = days * 24LL + ALARM_HOUR;
	struct icaldurationtype	d = { .is_neg = hours < 0 };

	hours = hours < 0 ? -hours : hours;
	d.days = (unsigned)(hours / 24);
	d.hours = (unsigned)(hours % 24);
	return d;
}

static void
add_alarm(struct arena *a, icalcomponent *event, const struct entry *e, int i,
    enum alarms how)
{
	icalcomponent		*alarm = icalcomponent_new_valarm();
	struct icaltriggertype	 t = { 0 };
	struct day		 day = day_add(e->first, e->alarms[i]);
	const char		*text = text_clean(a, entry_alarm(a, e, i),
				    false);

	if (how == ALARMS_ABSOLUTE && day_is(day))
		t.time = clock_of(day.n * 24LL * HOUR + (ALARM_HOUR - CHINA) *
		    HOUR);
	else
		t.duration = duration_of(e->alarms[i]);
	icalcomponent_add_property(alarm,
	    icalproperty_new_action(ICAL_ACTION_DISPLAY));
	icalcomponent_add_property(alarm, icalproperty_new_description(text));
	icalcomponent_add_property(alarm, icalproperty_new_trigger(t));
	icalcomponent_add_component(event, alarm);
}

static void
add_when(icalcomponent *c, const struct entry *e)
{
	struct icaltimetype	stamp = clock_of(e->stamp);
	struct day		end = day_add(e->last, 1);

	icalcomponent_add_property(c, icalproperty_new_dtstamp(stamp));
	icalcomponent_add_property(c, icalproperty_new_lastmodified(stamp));
	icalcomponent_add_property(c, icalproperty_new_sequence(e->sequence));
	icalcomponent_add_property(c,
	    icalproperty_new_dtstart(date_of(e->first)));
	if (day_is(end))
		icalcomponent_add_property(c,
		    icalproperty_new_dtend(date_of(end)));
}

/* Above a county two cases may have one number: whose it is. */
static void
add_county(struct arena *a, icalcomponent *c, const struct entry *e)
{
	char	county[COUNTY_MAX + 1];

	if (matter_named(a, e->home, e->id, e->division) == e->id)
		return;
	division_county(e->home, county);
	icalcomponent_add_property(c, x_property("X-GONGSHI-COUNTY", county));
}

static icalcomponent *
event_of(struct arena *a, const struct entry *e, enum alarms how)
{
	static const icalproperty_status	 status[] = {
		ICAL_STATUS_CONFIRMED, ICAL_STATUS_TENTATIVE,
		ICAL_STATUS_CANCELLED
	};
	icalcomponent	*c = icalcomponent_new_vevent();
	int		 i;

	icalcomponent_add_property(c, icalproperty_new_uid(text_clean(a,
	    ics_uid(a, e), false)));
	add_when(c, e);
	icalcomponent_add_property(c, icalproperty_new_summary(text_clean(a,
	    e->summary, false)));
	if (*e->description != '\0')
		icalcomponent_add_property(c, icalproperty_new_description(
		    text_clean(a, e->description, true)));
	if (*e->location != '\0')
		icalcomponent_add_property(c, icalproperty_new_location(
		    text_clean(a, e->location, false)));
	icalcomponent_add_property(c,
	    icalproperty_new_status(status[e->status]));
	icalcomponent_add_property(c,
	    icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
	icalcomponent_add_property(c, icalproperty_new_categories(
	    is_window(e) ? "window" : "deadline"));
	icalcomponent_add_property(c, x_property("X-GONGSHI-CASE",
	    ics_x_text(a, e->id)));
	add_county(a, c, e);
	icalcomponent_add_property(c, x_property("X-GONGSHI-STEP",
	    ics_x_text(a, e->step)));
	icalcomponent_add_property(c, x_property("X-GONGSHI-DIVISION",
	    ics_x_text(a, e->division)));
	for (i = 0; i < e->nalarms && e->status != ENTRY_CANCELLED; i++)
		add_alarm(a, c, e, i, how);
	return c;
}

/* Prints and frees. */
static bool
put_property(FILE *f, icalproperty *p)
{
	char	*text = icalproperty_as_ical_string_r(p);
	bool	 good = text != NULL && fputs(text, f) != EOF;

	icalmemory_free_buffer(text);
	icalproperty_free(p);
	return good;
}

bool
ics_begin(FILE *f, const char *name)
{
	struct arena			*a = arena_new();
	struct icaldurationtype		 daily = { .days = 1 };
	bool				 good;

	good = fputs("BEGIN:VCALENDAR\r\n", f) != EOF &&
	    put_property(f, icalproperty_new_prodid(PRODID)) &&
	    put_property(f, icalproperty_new_version("2.0")) &&
	    put_property(f, icalproperty_new_calscale("GREGORIAN")) &&
	    put_property(f, icalproperty_new_name(text_clean(a, name,
	    false))) &&
	    put_property(f, x_property("X-WR-CALNAME", ics_x_text(a, name))) &&
	    put_property(f, icalproperty_new_refreshinterval(daily)) &&
	    put_property(f, x_property("X-PUBLISHED-TTL", "P1D"));
	arena_free(a);
	return good;
}

bool
ics_entry(FILE *f, struct arena *a, const struct entry *e, enum alarms how)
{
	icalcomponent	*c = event_of(a, e, how);
	char		*text = icalcomponent_as_ical_string_r(c);
	bool		 good = text != NULL && fputs(text, f) != EOF;

	icalmemory_free_buffer(text);
	icalcomponent_free(c);
	return good;
}

bool
ics_end(FILE *f)
{
	return fputs("END:VCALENDAR\r\n", f) != EOF;
}
