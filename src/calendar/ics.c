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
		return text_clean(a, arena_printf(a, "%s/%s/%s/%s@gongshi",
		    id, e->step, e->division, what), false);
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

/* Prints and frees. */
static bool
put(FILE *f, icalproperty *p)
{
	char	*text;
	bool	 good;

	if (p == NULL)
		return false;
	text = icalproperty_as_ical_string_r(p);
	good = text != NULL && fputs(text, f) != EOF;
	icalmemory_free_buffer(text);
	icalproperty_free(p);
	return good;
}

static bool
put_alarm(FILE *f, struct arena *a, const struct catalogue *words,
    const struct entry *e, int i, enum alarms how)
{
	struct icaltriggertype	 t = { 0 };
	struct day		 day = day_add(e->first, e->alarms[i]);
	const char		*text = entry_alarm(a, words, e, i);

	if (how == ALARMS_ABSOLUTE && day_is(day))
		t.time = clock_of(day.n * 24LL * HOUR + (ALARM_HOUR - CHINA) *
		    HOUR);
	else
		t.duration = duration_of(e->alarms[i]);
	return fputs("BEGIN:VALARM\r\n", f) != EOF &&
	    put(f, icalproperty_new_action(ICAL_ACTION_DISPLAY)) &&
	    put(f, icalproperty_new_description(text)) &&
	    put(f, icalproperty_new_trigger(t)) &&
	    fputs("END:VALARM\r\n", f) != EOF;
}

static bool
put_when(FILE *f, const struct entry *e)
{
	struct icaltimetype	stamp = clock_of(e->stamp);
	struct day		end = day_add(e->last, 1);

	return put(f, icalproperty_new_dtstamp(stamp)) &&
	    put(f, icalproperty_new_lastmodified(stamp)) &&
	    put(f, icalproperty_new_sequence(e->sequence)) &&
	    put(f, icalproperty_new_dtstart(date_of(e->first))) &&
	    (!day_is(end) || put(f, icalproperty_new_dtend(date_of(end))));
}

static bool
put_words(FILE *f, struct arena *a, const struct catalogue *words,
    const struct entry *e)
{
	const char	*text = entry_lines(a, words, e->description);
	const char	*where = entry_line(a, words, e->location);

	return put(f, icalproperty_new_summary(entry_line(a, words,
	    e->summary))) &&
	    (*text == '\0' || put(f, icalproperty_new_description(text))) &&
	    (*where == '\0' || put(f, icalproperty_new_location(where)));
}

/* Above a county two cases may have one number: whose it is. */
static bool
put_county(FILE *f, struct arena *a, const struct entry *e)
{
	char	county[COUNTY_MAX + 1];

	if (matter_named(a, e->home, e->id, e->division) == e->id)
		return true;
	division_county(e->home, county);
	return put(f, x_property("X-GONGSHI-COUNTY", county));
}

static bool
put_slot(FILE *f, struct arena *a, const struct entry *e)
{
	return put(f, x_property("X-GONGSHI-CASE", ics_x_text(a, e->id))) &&
	    put_county(f, a, e) &&
	    put(f, x_property("X-GONGSHI-STEP", ics_x_text(a, e->step))) &&
	    put(f, x_property("X-GONGSHI-DIVISION", ics_x_text(a,
	    e->division)));
}

bool
ics_begin(FILE *f, const char *name)
{
	struct arena			*a = arena_new();
	struct icaldurationtype		 daily = { .days = 1 };
	bool				 good;

	good = fputs("BEGIN:VCALENDAR\r\n", f) != EOF &&
	    put(f, icalproperty_new_prodid(PRODID)) &&
	    put(f, icalproperty_new_version("2.0")) &&
	    put(f, icalproperty_new_calscale("GREGORIAN")) &&
	    put(f, icalproperty_new_name(text_clean(a, name,
	    false))) &&
	    put(f, x_property("X-WR-CALNAME", ics_x_text(a, name))) &&
	    put(f, icalproperty_new_refreshinterval(daily)) &&
	    put(f, x_property("X-PUBLISHED-TTL", "P1D"));
	arena_free(a);
	return good;
}

/* Without a component: that would copy every text twice more. */
bool
ics_entry(FILE *f, struct arena *a, const struct catalogue *words,
    const struct entry *e, enum alarms how)
{
	static const icalproperty_status	 status[] = {
		ICAL_STATUS_CONFIRMED, ICAL_STATUS_TENTATIVE,
		ICAL_STATUS_CANCELLED
	};
	bool	good;
	int	i;

	good = fputs("BEGIN:VEVENT\r\n", f) != EOF &&
	    put(f, icalproperty_new_uid(ics_uid(a, e))) &&
	    put_when(f, e) && put_words(f, a, words, e) &&
	    put(f, icalproperty_new_status(status[e->status])) &&
	    put(f, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT)) &&
	    put(f, icalproperty_new_categories(is_window(e) ? "window" :
	    "deadline")) && put_slot(f, a, e);
	for (i = 0; good && i < e->nalarms && e->status != ENTRY_CANCELLED;
	    i++)
		good = put_alarm(f, a, words, e, i, how);
	return good && fputs("END:VEVENT\r\n", f) != EOF;
}

bool
ics_end(FILE *f)
{
	return fputs("END:VCALENDAR\r\n", f) != EOF;
}
