#include "job/forms.h"

#include <errno.h>
#include <string.h>

#include "base/text.h"
#include "desk/sheet.h"
#include "folder/beside.h"
#include "folder/folder.h"
#include "words/csv.h"

/* Those that people fill in; `gongshi duty` keeps duties. */
enum { FILLED = SHEET_DUTIES };

static const char *const	files[SHEETS] = {
	[SHEET_DIVISIONS] = N_("divisions.csv"),
	[SHEET_CASES] = N_("cases.csv"),
	[SHEET_EVENTS] = N_("events.csv"),
	[SHEET_POSTINGS] = N_("postings.csv"),
	[SHEET_OBJECTIONS] = N_("objections.csv"),
	[SHEET_DUTIES] = N_("duties.csv"),
};

static const char *const	titles[FILLED] = {
	[SHEET_DIVISIONS] = N_("Divisions: a row for each township, village "
	    "and group. Fill in below the headings; columns marked with a * "
	    "must be filled."),
	[SHEET_CASES] = N_("Cases: a row for each. Fill in below the "
	    "headings; columns marked with a * must be filled."),
	[SHEET_EVENTS] = N_("Events: a row for each thing that was done. Fill "
	    "in below the headings; columns marked with a * must be filled."),
	[SHEET_POSTINGS] = N_("Postings: a row for each notice at each place "
	    "and medium. Fill in below the headings; columns marked with a * "
	    "must be filled."),
	[SHEET_OBJECTIONS] = N_("Objections: a row for each. Fill in below "
	    "the headings; columns marked with a * must be filled."),
};

static const char *const	words[COLUMNS] = {
	[COL_CASE] = N_("the number of the case, as the office has given it; "
	    "batch:NAME for all cases of a batch"),
	[COL_PROCEDURE] = N_("which procedure; `gongshi rules list` names "
	    "them"),
	[COL_PERIOD] = N_("of a case that comes round, in place of its "
	    "number: 2026Q3, 2026年7月; with the procedure and the division"),
	[COL_DIVISION] = N_("code or name of the division; set the column to "
	    "text (文本)"),
	[COL_TITLE] = N_("what the case is about"),
	[COL_PLACES] = N_("divisions below that it concerns, codes or names "
	    "with ; between; empty: all that are known"),
	[COL_BATCH] = N_("a name for cases that are published together"),
	[COL_TRAITS] = N_("what kind of case it is, in the words of the rule, "
	    "with ; between; empty: none of them"),
	[COL_AMOUNTS] = N_("money in 万元, NAME=NUMBER with ; between, in the "
	    "names of the rule"),
	[COL_NAME] = N_("the name of the division, as 融水镇"),
	[COL_LEVEL] = N_("county, township, village or group; may stay "
	    "empty"),
	[COL_CONTACT] = N_("who is called about it; in reports alone, never "
	    "in calendars"),
	[COL_PHONE] = N_("the number that is called"),
	[COL_EVENT] = N_("what was done, in the words of the rule"),
	[COL_DATE] = N_("the day, as 2020-09-01"),
	[COL_STEP] = N_("which notice, in the words of the rule"),
	[COL_POSTED] = N_("the day it went up, as 2020-09-01"),
	[COL_UNTIL] = N_("the last day it hung; empty while it hangs"),
	[COL_MEDIUM] = N_("board, website, newspaper, radio, television, "
	    "wechat or other; one a row"),
	[COL_PLACE] = N_("where it hangs, as 村委会公示栏"),
	[COL_REVIEWED] = N_("the day of the review for secrecy"),
	[COL_CONTENT] = N_("what the notice says, items with ; between"),
	[COL_BY] = N_("who put it up"),
	[COL_EVIDENCE] = N_("number of the photo or file that proves it"),
	[COL_NUMBER] = N_("number of the objection"),
	[COL_RECEIVED] = N_("the day it was received, as 2020-09-01"),
	[COL_RESOLVED] = N_("the day it was settled; empty while it is open"),
	[COL_OUTCOME] = N_("rejected, upheld or withdrawn"),
	[COL_HANDLER] = N_("the office that settles it"),
	[COL_COUNTY] = N_("only where two counties have such a number: code "
	    "or name of the county"),
	[COL_VOID] = N_("yes takes this row back; else empty"),
};

const char *
forms_name(enum sheet s)
{
	return _(files[s]);
}

const char *
forms_words(enum column c)
{
	return words[c] == NULL ? NULL : _(words[c]);
}

static const char *
heading_of(struct arena *a, enum sheet s, enum column c, const char *en,
    const char *zh)
{
	return arena_printf(a, "%s%s", text_lang() == LANG_ZH ? zh : en,
	    column_needed(c, s) ? "*" : "");
}

/* A row of what columns hold, or of their headings; empty cells: a title. */
static void
write_row(struct arena *a, FILE *f, enum sheet s, bool headings)
{
	const char	*en, *zh;
	enum column	 c;
	size_t		 i;

	for (i = 0; (c = sheet_column(s, i, &en, &zh)) != COL_NONE; i++) {
		if (c == COL_IGNORED || column_exported(c))
			continue;
		if (i > 0)
			fputc(',', f);
		csv_cell(f, headings ? heading_of(a, s, c, en, zh) :
		    words[c] == NULL ? "" : _(words[c]));
	}
	fputs("\r\n", f);
}

static bool
write_form(struct arena *a, const struct folder *dir, enum sheet s,
    struct diags *d)
{
	struct beside	b;

	if (!beside_at(a, dir, forms_name(s), BESIDE_OUTSIDE, &b, d))
		return false;
	fputs("\xef\xbb\xbf", b.file);
	csv_cell(b.file, _(titles[s]));
	fputs("\r\n", b.file);
	write_row(a, b.file, s, false);
	write_row(a, b.file, s, true);
	return beside_close(&b, true, d);
}

static bool
is_free(const struct folder *dir, const char *path, struct diags *d)
{
	bool	good = true;
	int	s;

	for (s = SHEET_DIVISIONS; s < FILLED; s++)
		if (folder_has(dir, forms_name((enum sheet)s))) {
			diag_error(d, (struct place){ .path = path }, _("%s "
			    "lies there already, and may be filled in: name "
			    "another folder"), forms_name((enum sheet)s));
			good = false;
		}
	return good;
}

bool
forms_write(struct arena *a, const char *path, struct diags *d)
{
	struct folder	dir;
	bool		good;
	int		s;

	if (!folder_open_made(path, &dir)) {
		diag_error(d, (struct place){ .path = path }, _("cannot be "
		    "opened: %s"), text_error(errno));
		return false;
	}
	good = is_free(&dir, path, d);
	for (s = SHEET_DIVISIONS; good && s < FILLED; s++)
		good = write_form(a, &dir, (enum sheet)s, d);
	folder_close(&dir);
	return good;
}
