/*
 * The drawings that timelines and findings share, and what they mean.
 */
#include "base/text.h"
#include "report/markup.h"
#include "report/page_case.h"
#include "words/message.h"

/*
 * Each lies about 0,0 and is some 12 wide.  Severities differ by their shape
 * too: a square, a triangle, an hourglass, a disc; a diamond is an event.
 */
void
page_marks(FILE *f)
{
	fputs("<svg class=\"defs\" aria-hidden=\"true\" width=\"0\" "
	    "height=\"0\"><defs>\n"
	    "<g id=\"m-grave\"><rect class=\"v-grave\" x=\"-5.5\" y=\"-5.5\" "
	    "width=\"11\" height=\"11\"/><path class=\"cut\" "
	    "d=\"M-2.5-2.5l5 5m0-5l-5 5\"/></g>\n"
	    "<g id=\"m-violation\"><path class=\"v-violation\" "
	    "d=\"M0-6.5L6.5 5.5H-6.5z\"/><path class=\"cut\" "
	    "d=\"M0-2V2M0 3v1\"/></g>\n"
	    "<g id=\"m-question\"><path class=\"v-question\" "
	    "d=\"M-6-6.5H6V-4.5L1.2 0L6 4.5V6.5H-6V4.5L-1.2 0L-6-4.5z\"/>"
	    "</g>\n"
	    "<g id=\"m-advice\"><circle class=\"v-advice\" r=\"5.5\"/>"
	    "<path class=\"cut\" d=\"M0-3v1M0-.5v3.5\"/></g>\n"
	    "<g id=\"m-event\"><path class=\"event\" "
	    "d=\"M0-6L6 0L0 6L-6 0z\"/></g>\n"
	    "<g id=\"m-advised\"><path class=\"advised\" "
	    "d=\"M-4.5-5.5H4.5L0 3.5z\"/></g>\n"
	    "<g id=\"m-gate\"><path class=\"gate\" "
	    "d=\"M-4-5V6M-1-5V6M-4 0.5H4\"/></g>\n"
	    "<g id=\"m-heard\"><path class=\"heard\" "
	    "d=\"M-5-4H5V2H0L-3 5V2H-5z\"/></g>\n"
	    "<pattern id=\"m-hatch\" width=\"5\" height=\"5\" "
	    "patternUnits=\"userSpaceOnUse\"><path class=\"hatch\" "
	    "d=\"M0 5L5 0\"/></pattern>\n"
	    "</defs></svg>\n", f);
}

void
page_severity(FILE *f, enum severity s)
{
	fputs("<span class=\"severity\">", f);
	markup_shape(f, severity_name(s));
	fprintf(f, "<b class=\"v-%s\">", severity_name(s));
	html_text(f, message_severity(s));
	fputs("</b></span>", f);
}

/* ---- what they mean */

struct sample {
	const char	*drawing;	/* within 40 by 16 */
	const char	*words;
};

static const struct sample	samples[] = {
	{ "<rect class=\"asked\" x=\"2\" y=\"5\" width=\"36\" height=\"6\"/>",
	    N_("from the first day to the last on which it had to go up or "
	    "happen") },
	{ "<rect class=\"asked\" x=\"2\" y=\"5\" width=\"36\" height=\"6\"/>"
	    "<use href=\"#m-advised\" x=\"26\" y=\"8\"/>",
	    N_("the advised day: on the safe side however one counts") },
	{ "<rect class=\"stood\" x=\"2\" y=\"4\" width=\"36\" height=\"9\"/>",
	    N_("what stood, from the day it went up through its last day") },
	{ "<rect class=\"stood on\" x=\"2\" y=\"4\" width=\"36\" "
	    "height=\"9\"/>", N_("still up, as far as recorded") },
	{ "<line class=\"judged\" x1=\"14\" x2=\"14\" y1=\"0\" y2=\"16\"/>"
	    "<line class=\"planned\" x1=\"28\" x2=\"28\" y1=\"0\" "
	    "y2=\"16\"/>", N_("the last day it had to stand, and (dashed) the "
	    "safe one") },
	{ "<rect class=\"late\" x=\"2\" y=\"6\" width=\"36\" height=\"4\"/>",
	    N_("days late") },
	{ "<rect class=\"lack\" x=\"2\" y=\"6\" width=\"36\" height=\"4\"/>",
	    N_("days too few, or too early") },
	{ "<use href=\"#m-event\" x=\"20\" y=\"8\"/>",
	    N_("an event that is recorded") },
	{ "<use href=\"#m-gate\" x=\"20\" y=\"8\"/>",
	    N_("a gate: not before a notice has stood its time") },
	{ "<use href=\"#m-heard\" x=\"20\" y=\"8\"/>",
	    N_("an objection was received") },
	{ "<rect class=\"off\" x=\"2\" y=\"0\" width=\"36\" height=\"16\"/>",
	    N_("days off") },
	{ "<rect class=\"open\" x=\"2\" y=\"0\" width=\"36\" height=\"16\"/>",
	    N_("not settled yet whether days are worked") },
	{ "<rect class=\"fold\" x=\"12\" y=\"0\" width=\"16\" "
	    "height=\"16\"/>", N_("a long time in which nothing happens, "
	    "folded") },
};

void
page_legend(FILE *f)
{
	size_t	i;
	int	s;

	fputs("<details class=\"legend\" open><summary>", f);
	html_text(f, _("How to read the timelines"));
	fputs("</summary>\n<ul>\n", f);
	for (i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		fprintf(f, "<li><svg class=\"sample\" aria-hidden=\"true\">%s"
		    "</svg> ", samples[i].drawing);
		html_text(f, text_in(samples[i].words));
		fputs("</li>\n", f);
	}
	for (s = SEVERITIES; s-- > 0;) {
		fputs("<li>", f);
		page_severity(f, (enum severity)s);
		fputs("</li>\n", f);
	}
	fputs("</ul>\n</details>\n", f);
}
