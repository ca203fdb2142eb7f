#include "desk/desk.h"

#include "base/text.h"
#include "rule/vocab.h"

void
did_you_mean(const struct desk *k, const char *near)
{
	if (near != NULL)
		diag_note(k->d, NOWHERE, _("did you mean `%s`?"),
		    near);
}

const char *
level_word(enum level l)
{
	return vocab_text((enum word)(W_REGION + (int)l - LEVEL_REGION),
	    text_lang());
}
