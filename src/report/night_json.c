/*
 * A night as JSON.  Interface: "The night".
 */
#include "report/night_text.h"
#include "words/json.h"

void
night_json_begin(FILE *f, const struct night_head *h)
{
	json_member_day(f, "{\"today\": ", h->today);
	json_member_day(f, ", \"since\": ", h->since);
}

void
night_json_list(FILE *f, enum section s)
{
	static const char *const	names[SECTIONS] = {
		[SECTION_NEW] = "new", [SECTION_FIXED] = "fixed",
		[SECTION_STANDING] = "standing", [SECTION_GONE] = "gone",
		[SECTION_WAIVED] = "waived",
	};

	fprintf(f, "%s,\n \"%s\": [", s == SECTION_NEW ? "" : "]", names[s]);
}

static void
past_item(FILE *f, const struct kept *k)
{
	json_member(f, "{\"key\": ", k->key);
	json_member(f, ", \"code\": ", code_name(k->code));
	json_member(f, ", \"severity\": ", severity_name(k->severity));
	json_member_day(f, ", \"first\": ", k->first);
	if (k->why != WHY_FIXED)
		json_member(f, ", \"why\": ", why_name(k->why));
	putc('}', f);
}

void
night_json_item(FILE *f, struct arena *a, const struct night_head *h,
    enum section s, bool is_first, const struct kept *k)
{
	fputs(is_first ? "\n  " : ",\n  ", f);
	if (is_past(s))
		past_item(f, k);
	else
		json_finding(f, a, h->words, k, true);
}

static void
json_delivery(FILE *f, bool *first, const char *name, const char *state,
    long long rows, long long errors)
{
	json_member(f, *first ? "\n  {\"name\": " : ",\n  {\"name\": ", name);
	*first = false;
	json_member(f, ", \"state\": ", state);
	fprintf(f, ", \"rows\": %lld, \"errors\": %lld}", rows, errors);
}

/* Only where anybody is named: others keep the members they had. */
static void
json_contacts(FILE *f, const struct night_head *h)
{
	const struct town	*t;
	bool			 first = true;
	size_t			 i;

	for (i = 0; i < h->ntowns; i++) {
		t = &h->towns[i];
		if (*t->contact == '\0' && *t->phone == '\0')
			continue;
		fputs(first ? ",\n \"contacts\": [" : ",", f);
		first = false;
		json_member(f, "\n  {\"division\": ", t->code);
		json_member(f, ", \"contact\": ", t->contact);
		json_member(f, ", \"phone\": ", t->phone);
		putc('}', f);
	}
	if (!first)
		putc(']', f);
}

/* Only where there are such: one county's own night knows of none. */
static void
json_late(FILE *f, const struct night_head *h)
{
	size_t	i;

	for (i = 0; i < h->nlate; i++) {
		fputs(i == 0 ? "],\n \"late\": [\n" : ",\n", f);
		fputs("  {\"county\": ", f);
		json_string(f, h->late[i].county);
		fputs(", \"last\": ", f);
		json_day(f, h->late[i].last);
		putc('}', f);
	}
}

void
night_json_end(FILE *f, const struct night_head *h)
{
	const struct delivery	*d;
	bool			 first = true;
	size_t			 i;

	fputs("],\n \"deliveries\": [", f);
	for (i = 0; i < h->ndeliveries; i++) {
		d = &h->deliveries[i];
		json_delivery(f, &first, d->name, d->taken ? "taken" :
		    "refused", d->rows, d->errors);
	}
	for (i = 0; i < h->nwaiting; i++)
		json_delivery(f, &first, h->waiting[i], "waiting", 0, 0);
	for (i = 0; i < h->nstuck; i++)
		json_delivery(f, &first, h->stuck[i], "waiting", 0, 0);
	json_late(f, h);
	fprintf(f, "],\n \"cases\": %lld, \"judged\": %lld, \"slots\": %lld, "
	    "\"states\": ", h->cases, h->judged, h->slots);
	json_states(f, h->states);
	json_left_out(f, &h->left);
	json_contacts(f, h);
	fputs("}\n", f);
}
