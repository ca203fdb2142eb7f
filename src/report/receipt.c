/*
 * receipt.txt of a delivery.
 */
#include <string.h>

#include "report/night_text.h"
#include "report/writer.h"
#include "words/message.h"
#include "words/say.h"

void
night_receipt_begin(struct arena *a, FILE *f, const struct delivery *v,
    const char *told)
{
	char		day[DAY_TEXT];
	const char	*end;

	fprintf(f, _("Taken in on %s: %s\n"), day_print(v->day, day),
	    strcmp(v->name, ".") == 0 ? _("loose files") :
	    text_safe(a, v->name));
	for (; *told != '\0'; told = end + (*end != '\0')) {
		end = told + strcspn(told, "\n");
		fprintf(f, "%s\n", text_safe(a, arena_ndup(a, told,
		    (size_t)(end - told))));
	}
}

void
night_receipt_item(struct arena *a, FILE *f, const struct catalogue *words,
    bool is_first, const struct kept *k)
{
	const char	*sentence;

	if (is_first)
		fputs(k == NULL ? _("\nNo finding is new or went at these "
		    "cases tonight.\n\n") : _("\nFindings at these cases, "
		    "new or gone tonight:\n"), f);
	if (k == NULL)
		return;
	fprintf(f, _("  %s, %s, %s: %s %s\n"), !day_is(k->gone) ? _("new") :
	    k->why == WHY_FIXED ? _("fixed") : _("no longer listed"),
	    message_severity(k->severity), message_code(k->code,
	    kept_of_event(k)), text_safe(a, k->id), text_safe(a, k->title));
	sentence = told_say(a, words, k->message);
	if (!day_is(k->gone)) {
		night_note(a, f, "", sentence);
		night_note(a, f, _("-> "), told_say(a, words, k->remedy));
	} else if (k->why == WHY_FIXED && night_subject(a, sentence, k) !=
	    NULL)
		night_note(a, f, "", night_subject(a, sentence, k));
	else {
		night_note(a, f, _("it was: "), sentence);
		night_note(a, f, _("why: "), night_why(k->why));
	}
}
