#include "words/codes.h"

#include <string.h>

#include "base/text.h"
#include "words/message.h"
#include "words/saying.h"

static const struct code_words	rows[] = {
	{ CODE_MISSING, N_("not posted"), N_("not done"),
	    tell_missing, mend_missing, NULL,
	    N_("A notice (or an event with a deadline) has no record, and its "
	    "last day is over. The last day comes from its own deadline, or "
	    "from what came after it and had to wait for it. Of an event it "
	    "is called: not done."),
	    N_("What is not posted is not public: nobody could object."),
	    N_("If it was posted, record the day and keep a photograph; if it "
	    "was not, post it at once and leave it up for its full period."),
	    N_("Plan issued 2020-09-24, announcement due within 5 working "
	    "days: 2020-09-30 is the last (27 September, a Sunday, is "
	    "worked). Nothing posted by 2020-10-01: missing."),
	    N_("Looked at on 2020-09-30, the last day: nothing yet.") },
	{ CODE_LATE, N_("posted late"), N_("done late"),
	    tell_late, mend_late, NULL,
	    N_("It was posted (or done), but after one of its own deadlines. "
	    "Of an event it is called: done late."),
	    N_("How a deadline is counted stands in the rules. Who posts "
	    "later breaks the rule that set the number."),
	    N_("It cannot be undone. Check the days recorded; if they are "
	    "right, put the reason on file and leave the notice up for its "
	    "full period."),
	    N_("Plan issued 2020-09-24, due within 5 working days: 2020-09-30. "
	    "Posted 2020-10-01: late by 1 day."),
	    N_("Posted 2020-09-30: in time.") },
	{ CODE_EARLY, N_("posted early"), NULL,
	    tell_early, mend_early, NULL,
	    N_("It went up before what it must follow had happened, or on a "
	    "day on which that was not over yet."),
	    N_("A notice shows the result of the step before it. One that "
	    "stands earlier shows what nobody has decided, and a notice that "
	    "overlaps the one before it cuts the time to object short."),
	    N_("Post it again on the first day allowed or later, for its full "
	    "period; a good run of postings mends an early one."),
	    N_("Reviewed by the township on 2020-09-10. Posted 2020-09-09: "
	    "early by 1 day."),
	    N_("Posted 2020-09-10, the same day: in order.") },
	{ CODE_SHORT, N_("notice too short"), NULL,
	    tell_short, mend_short, NULL,
	    N_("The notice came down before the judged last day, reckoned from "
	    "the day it went up with that day counted."),
	    N_("The number of days is the time that people have to see it and "
	    "to object. Gaps do not add up: the days must be without a break. "
	    "The verdict uses the count that is most favourable, so a notice "
	    "short by it is short by any."),
	    N_("Post it again for its full period without a gap; what comes "
	    "next waits until then."),
	    N_("Not less than 7 days, posted 2020-09-10: through 2020-09-16. "
	    "Taken down after 2020-09-15: short by 1 day."),
	    N_("Stood through 2020-09-16: long enough.") },
	{ CODE_ORDER, N_("out of order"), NULL,
	    tell_early, mend_order, NULL,
	    N_("An event happened before the first day that what it must "
	    "follow allows."),
	    N_("The order is the guarantee: first the notice without "
	    "objection, then the report upward. What must follow a notice may "
	    "come the day after its last day at the earliest."),
	    N_("Check the days recorded. If they are right, report upward and "
	    "do it again in order."),
	    N_("Last day of the notice 2020-09-16. Submitted 2020-09-16: out "
	    "of order by 1 day."),
	    N_("Submitted 2020-09-17: in order.") },
	{ CODE_GATE, N_("done before publicity"), NULL,
	    tell_gate, mend_gate, NULL,
	    N_("Acceptance or payment went ahead while publicity that it needs "
	    "was not posted, too short, or not yet over."),
	    N_("Publicity comes first so that others have looked before "
	    "anything is accepted or paid. Otherwise it is money spent out of "
	    "sight, hence grave."),
	    N_("Report it upward. Post what is missing in full, and accept and "
	    "pay nothing further before."),
	    N_("The village announcement went up on 2020-10-13. Paid "
	    "2020-10-12: 1 day before the gate."),
	    N_("Paid 2020-10-13, the day it went up: allowed.") },
	{ CODE_OBJECTION, N_("objection unresolved"), NULL,
	    tell_objection, mend_objection, NULL,
	    N_("An objection was not resolved by the day on which something "
	    "that follows the notice happened, or by the last day that the "
	    "rule gives for resolving it."),
	    N_("A list may go on once its notice has brought no objection. To "
	    "go on with one open makes the notice an empty form."),
	    N_("Stop what comes next, resolve the objection, answer whoever "
	    "raised it, and record the day and the outcome."),
	    N_("Objection received 2020-09-12, list submitted 2020-09-21. "
	    "Resolved 2020-09-22: 1 day too late."),
	    N_("Resolved 2020-09-21, the same day: in time.") },
	{ CODE_CONFLICT, N_("cannot be in time"), NULL,
	    tell_conflict, mend_conflict, NULL,
	    N_("It is not posted, and from the first day on which it may go up "
	    "it can no longer be in time. It looks ahead: a planned day "
	    "counts."),
	    N_("Nothing is broken yet, and the plan can still be moved. Once "
	    "the day has passed it cannot."),
	    N_("Move what must come after it to a later day, or ask the "
	    "superior office now."),
	    N_("7 days must be over before the list is submitted on "
	    "2020-09-21, so it must be up by 2020-09-14. It may go up only on "
	    "2020-09-15: conflict."),
	    N_("It may go up on 2020-09-14: just in time.") },
	{ CODE_UNKNOWN, N_("cannot be judged"), NULL,
	    tell_unknown, NULL,
	    N_("Put in the holiday calendar of the coming year as soon as "
	    "its notice is out; until then post early and take down late."),
	    N_("A day cannot be told, because the sum needs to know whether a "
	    "day is worked and no notice has settled that; or no rule is in "
	    "force for the case."),
	    N_("The State Council settles the days off year by year. A guess "
	    "might be a day wrong, and a day wrong is a breach."),
	    N_("Put in the next year's calendar as soon as its notice is out. "
	    "Until then post early and take down late. Without a rule: check "
	    "the division and the days of the case."),
	    N_("The last settled day is 2026-12-28. Issued 2026-12-24, due "
	    "within 5 working days: 25 and 28 are the first two, and nobody "
	    "knows the third. Not posted on 2026-12-30: unknown."),
	    N_("On 2026-12-29, the first day not settled: nothing yet, for the "
	    "deadline is no earlier than that.") },
	{ CODE_TIGHT, N_("one more day advised"), NULL,
	    tell_tight, mend_tight, NULL,
	    N_("The notice reaches the judged last day but not the planned "
	    "one, and there is still time to leave it up."),
	    N_("Whether the day of posting counts can be disputed. With the "
	    "first day counted it is enough, without it it is a day short. "
	    "One more day ends the dispute before it begins."),
	    N_("Leave it up through the planned last day."),
	    N_("Not less than 7 days, posted 2020-09-10, to come down after "
	    "2020-09-16: enough, but tight."),
	    N_("Through 2020-09-17: safe however one counts.") },
	{ CODE_UNRECORDED, N_("earlier event not recorded"), NULL,
	    tell_unrecorded, mend_unrecorded, NULL,
	    N_("It is posted, but an event that must come before it is not "
	    "recorded."),
	    N_("Without that day nobody can tell whether the notice was in "
	    "order: the file has a hole."),
	    N_("Record the day of the event. If it has not taken place, post "
	    "again after it."),
	    N_("Posted 2020-10-09; no day for the township's review."),
	    N_("Review recorded on 2020-10-08: nothing to say.") },
	{ CODE_MEDIUM, N_("wrong medium"), NULL,
	    tell_medium, mend_medium, NULL,
	    N_("It was posted, but in no medium that the rule accepts, a "
	    "required medium is absent, or when its last day was over it had "
	    "not been posted there as often as the rule asks. A posting whose "
	    "medium nobody wrote down counts for every medium."),
	    N_("Publicity must reach those concerned: a village list on a "
	    "website alone is read by nobody in the village."),
	    N_("Post it in the media that the rule names, for the full period, "
	    "and record each."),
	    N_("The rule asks for the notice board. 2020-09-10: website only: "
	    "wrong medium."),
	    N_("2020-09-10: notice board and website: in order.") },
	{ CODE_CONTENT, N_("content missing"), NULL,
	    tell_content, mend_content, NULL,
	    N_("Something that the notice must say is in no posting of it, or "
	    "none names evidence that it hung there, where the rule asks for "
	    "it. Judged only where the sheet has the column."),
	    N_("A notice without the amount, the standard or whom to tell of "
	    "an objection cannot be checked by those who read it."),
	    N_("Complete the text, post it again, and record what it holds."),
	    N_("The rule asks for amount and telephone. 2020-09-10: posted "
	    "with the amount alone."),
	    N_("2020-09-10: posted with both.") },
	{ CODE_REVIEW, N_("no confidentiality review"), NULL,
	    tell_review, NULL,
	    N_("Have it reviewed now, take it down if the review asks for "
	    "it, and record the day of the review."),
	    N_("No confidentiality review is recorded on or before the day of "
	    "posting, where the rule asks for one. Judged only where the "
	    "sheet has the column."),
	    N_("What is to be made public is reviewed first. What has been "
	    "seen cannot be taken back."),
	    N_("Have it reviewed now, take it down if the review asks for it, "
	    "and record the day."),
	    N_("Posted 2020-09-10, reviewed 2020-09-11: no review in time."),
	    N_("Reviewed 2020-09-10, the same day: in order.") },
	{ CODE_PRIVACY, N_("personal data shown"), NULL,
	    tell_privacy, NULL,
	    N_("Cover the number at once, in print and on the web, and put "
	    "up the covered text for the rest of the period."),
	    N_("The text recorded shows a whole identity-card, bank-card or "
	    "mobile number."),
	    N_("Of personal data no more is shown than is needed, and a whole "
	    "number never is. The harm is done from the first day."),
	    N_("Cover the number at once, in print and on the web, and put up "
	    "the covered text for the rest of the period."),
	    N_("Posted 2020-09-10 with a mobile number in full (11 digits)."),
	    N_("Posted 2020-09-10 with 138****1234.") },
	{ CODE_HANDLER, N_("wrong handler"), NULL,
	    tell_handler, mend_handler, NULL,
	    N_("An objection was handled by someone other than the rule "
	    "names."),
	    N_("Who looks into it is laid down so that nobody judges his own "
	    "list."),
	    N_("Have the right office look into it, or correct the record."),
	    N_("The rule names one office; resolved 2020-09-12 by another."),
	    N_("Resolved 2020-09-12 by the office named.") },
	{ CODE_UPHELD, N_("went on though an objection was upheld"), NULL,
	    tell_upheld, NULL,
	    N_("Report it upward. What was done on the strength of a notice "
	    "against which an objection was upheld has to be taken back or "
	    "decided anew; put the decision on file."),
	    N_("An event that must follow a notice happened on or after the "
	    "day on which an objection to the notice was upheld, and the rule "
	    "says that this stops what follows."),
	    N_("An objection that was upheld says that what the notice showed "
	    "is wrong; what rests on it rests on nothing."),
	    N_("Report it upward. Take back what was done, or have it decided "
	    "anew."),
	    N_("The objection to the notice was upheld on 2020-09-12. "
	    "Registered 2020-09-12: it went on all the same."),
	    N_("Registered 2020-09-11, the day before: in order.") },
	{ CODE_OVERSTAY, N_("not taken down"), NULL,
	    tell_overstay, NULL,
	    N_("Take the notice down and record its last day."),
	    N_("The notice stands longer than the rule allows."),
	    N_("Who is named on a notice need not be named for ever: where a "
	    "rule sets the day by which it comes down, it must."),
	    N_("Take it down, and record its last day."),
	    N_("To be taken down within 5 days after 2020-09-16. Still there "
	    "on 2020-09-22: not taken down."),
	    N_("Taken down after 2020-09-21: in time.") },
	{ CODE_DOUBLE, N_("recorded twice, it seems"), NULL,
	    tell_double, NULL,
	    N_("If it is one posting, take the row that is wrong back (作废, "
	    "void); if there were two, record the last day of the one without "
	    "(截止日期)."),
	    N_("Two postings of one notice overlap in one medium (or one of "
	    "them names none), and one has a last day, the other none."),
	    N_("Mostly it is one posting written down twice: first when it "
	    "went up, and again when it came down. The row without a last "
	    "day then stands for ever and hides that the notice was short."),
	    N_("If it is one posting, take the row that is wrong back (void). "
	    "If there were two, record the last day of the one that has "
	    "none."),
	    N_("Posted 2020-09-01 on the notice board, no last day; posted "
	    "2020-09-05 on the notice board, through 2020-09-08: recorded "
	    "twice, it seems."),
	    N_("The first row ends 2020-09-04, the second from 2020-09-05 has "
	    "no last day: they touch and do not overlap.") },
	{ CODE_UNCOVERED, N_("division left out"), NULL,
	    tell_uncovered, NULL,
	    N_("If the case concerns this division, import the case's row "
	    "again and name all its places in the column 涉及区划 (places), "
	    "this one too; if not, name there the places that it does "
	    "concern."),
	    N_("A division is known today for which this step asks for a "
	    "notice of its own, and the case has none there: it named no "
	    "places, and the division was not in the table when the case was "
	    "taken in."),
	    N_("Nobody looks at a division that is in no case: its people "
	    "would never see the list, and no report would say so."),
	    N_("If the case concerns it, import the case's row again with all "
	    "its places named (涉及区划). If it does not, name the places that "
	    "it does concern."),
	    N_("Taken in when 450225100200 had one group. A second one, "
	    "450225100200002, is imported: its notice is in no case."),
	    N_("The notice of the first group is over: nothing is asked any "
	    "more.") },
};

_Static_assert(sizeof(rows) / sizeof(*rows) == CODES, "a row for each code");

const struct code_words *
code_words(enum code c)
{
	return &rows[c];
}

bool
code_named(const char *word, enum code *out)
{
	int	i;

	if (code_parse(word, out))
		return true;
	for (i = 0; i < CODES; i++)
		if (strcmp(word, message_code((enum code)i, false)) == 0 ||
		    strcmp(word, message_code((enum code)i, true)) == 0) {
			*out = (enum code)i;
			return true;
		}
	return false;
}
