#include "input/workbook_kind.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "folder/folder.h"

enum { HEAD = 4096, DIRECTORY = 4096 };

#define SAVE_AS N_("open it in the spreadsheet (WPS表格, Excel) and save it " \
	"as .xlsx (另存为), or as \"CSV UTF-8\"")
#define NO_SHEET N_("take it away from here; only sheets (.xlsx, CSV) are " \
	"read")

struct known {
	const char	*mark;
	size_t		 len;
	const char	*what, *remedy;
};

#define MARK(s)	s, sizeof(s) - 1

/* By their first bytes. */
static const struct known	magics[] = {
	{ MARK("%PDF"), N_("a PDF"), NO_SHEET },
	{ MARK("\x89PNG"), N_("a picture"), NO_SHEET },
	{ MARK("\xff\xd8\xff"), N_("a picture"), NO_SHEET },
	{ MARK("GIF8"), N_("a picture"), NO_SHEET },
	{ MARK("{\\rtf"), N_("a text document (RTF)"), NO_SHEET },
	{ MARK("Rar!"), N_("a packed archive"), N_("unpack it, and hand in "
	    "the files in it") },
	{ MARK("7z\xbc\xaf\x27\x1c"), N_("a packed archive"),
	    N_("unpack it, and hand in the files in it") },
	{ MARK("\x1f\x8b"), N_("a packed archive"), N_("unpack it, and hand "
	    "in the files in it") },
	{ MARK("SQLite format 3"), N_("a database"), NO_SHEET },
	/* .xls of before 1995 */
	{ MARK("\x09\x08"), N_("an older workbook (.xls, .et)"), SAVE_AS },
	{ MARK("\x09\x04\x06\x00"), N_("an older workbook (.xls, .et)"),
	    SAVE_AS },
};

/* Of OLE2 documents by the name of a stream in them, in UTF-16. */
static const struct known	streams[] = {
	{ MARK("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e"),
	    N_("an encrypted workbook or document"), N_("open it with its "
	    "password, take the password off, and save it as .xlsx (另存为)")
	},
	{ MARK("W\0o\0r\0k\0b\0o\0o\0k"), N_("an older workbook (.xls, .et)"),
	    SAVE_AS },
	{ MARK("B\0o\0o\0k\0\0"), N_("an older workbook (.xls, .et)"),
	    SAVE_AS },
	{ MARK("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t"),
	    N_("a text document (.doc, .wps)"), NO_SHEET },
	{ MARK("P\0o\0w\0e\0r\0P\0o\0i\0n\0t"), N_("slides (.ppt, .dps)"),
	    NO_SHEET },
};

/* Of texts by a word at their beginning, blanks and marks left out. */
static const struct known	texts[] = {
	{ MARK("<html"), N_("a web page (HTML)"), SAVE_AS },
	{ MARK("<!doctype html"), N_("a web page (HTML)"), SAVE_AS },
	{ MARK("<table"), N_("a web page (HTML)"), SAVE_AS },
	{ MARK("<meta"), N_("a web page (HTML)"), SAVE_AS },
	{ MARK("<head"), N_("a web page (HTML)"), SAVE_AS },
	{ MARK("<body"), N_("a web page (HTML)"), SAVE_AS },
	{ MARK("<div"), N_("a web page (HTML)"), SAVE_AS },
	{ MARK("<!--"), N_("a web page (HTML)"), SAVE_AS },
	{ MARK("mime-version:"), N_("a saved web page (MHT)"), SAVE_AS },
	{ MARK("<?xml"), N_("an XML document"), SAVE_AS },
	{ MARK("<workbook"), N_("an XML spreadsheet of 2003"), SAVE_AS },
};

#define COUNT(a)	(sizeof(a) / sizeof(*(a)))

static bool
is_not(const char *name, const struct known *k, struct diags *d)
{
	diag_error(d, (struct place){ .path = name }, _("this is %s, neither "
	    "a CSV file nor a workbook (.xlsx): %s"), _(k->what),
	    _(k->remedy));
	return false;
}

static bool
holds(const char *bytes, size_t n, const char *mark, size_t len)
{
	size_t	i;

	for (i = 0; i + len <= n; i++)
		if (memcmp(bytes + i, mark, len) == 0)
			return true;
	return false;
}

static unsigned long
number(const char *p, int bytes)
{
	unsigned long	v = 0;

	while (bytes-- > 0)
		v = v << 8 | (unsigned char)p[bytes];
	return v;
}

/* An OLE2 document: its directory is one sector, and what follows it. */
static bool
is_old(int fd, const char *head, size_t n, const char *name,
    struct diags *d)
{
	static const struct known	any = { MARK(""), N_("an older or "
					    "encrypted document (.xls, .et, "
					    ".doc)"), SAVE_AS };
	char				list[DIRECTORY];
	unsigned long			shift, sector;
	ssize_t				got = 0;
	size_t				i;

	if (n >= 64) {
		shift = number(head + 30, 2);
		sector = number(head + 48, 4);
		if (shift >= 7 && shift <= 12 && sector < 0x7fffffff)
			got = pread(fd, list, sizeof(list), (off_t)((sector +
			    1) << shift));
	}
	for (i = 0; got > 0 && i < COUNT(streams); i++)
		if (holds(list, (size_t)got, streams[i].mark,
		    streams[i].len))
			return is_not(name, &streams[i], d);
	return is_not(name, &any, d);
}

/* Blanks and a byte order mark passed over, small letters. */
static bool
is_page(const char *head, size_t n, const char *name, struct diags *d)
{
	static const struct known	xml_2003 = { MARK(""), N_("an XML "
					    "spreadsheet of 2003"), SAVE_AS };
	size_t				i = 0;
	const struct known		*k;

	if (n >= 3 && memcmp(head, "\xef\xbb\xbf", 3) == 0)
		i = 3;
	while (i < n && strchr(" \t\r\n", head[i]) != NULL && head[i] != 0)
		i++;
	for (k = texts; k < texts + COUNT(texts); k++) {
		if (n - i < k->len || strncasecmp(head + i, k->mark, k->len)
		    != 0)
			continue;
		if (holds(head, n, MARK("urn:schemas-microsoft-com:office:"
		    "spreadsheet")))
			k = &xml_2003;
		return !is_not(name, k, d);
	}
	return false;
}

static bool
named(const char *name, const char *const *endings)
{
	const char	*dot = strrchr(name, '.');

	for (; dot != NULL && *endings != NULL; endings++)
		if (strcasecmp(dot, *endings) == 0)
			return true;
	return false;
}

/* What it is, and is it called so? */
static enum file_kind
kind(int fd, const char *head, size_t n, const char *name, struct diags *d)
{
	static const char *const	books[] = { ".xlsx", ".xlsm", ".xltx",
					    ".xltm", ".xls", ".xlsb", ".et",
					    ".ett", ".ods", NULL };
	static const char *const	sheets[] = { ".csv", ".txt", ".tsv",
					    NULL };
	const struct place		at = { .path = name };
	size_t				i;

	for (i = 0; i < COUNT(magics); i++)
		if (n >= magics[i].len && memcmp(head, magics[i].mark,
		    magics[i].len) == 0 && !is_not(name, &magics[i], d))
			return KIND_OTHER;
	if (n >= 8 && memcmp(head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) ==
	    0 && !is_old(fd, head, n, name, d))
		return KIND_OTHER;
	if (n >= 4 && (memcmp(head, "PK\3\4", 4) == 0 || memcmp(head,
	    "PK\5\6", 4) == 0)) {
		if (!named(name, sheets))
			return KIND_ARCHIVE;
		diag_error(d, at, _("this is a workbook or another packed "
		    "document, and is called a CSV file: if it is a workbook, "
		    "call it .xlsx"));
		return KIND_OTHER;
	}
	if (is_page(head, n, name, d))
		return KIND_OTHER;
	if (n == 0 || !named(name, books))
		return KIND_TEXT;
	diag_error(d, at, _("this is no workbook, though it is called one: "
	    "it is a text such as CSV, or damaged; a CSV file is called .csv; "
	    "or open it in the spreadsheet and save it as .xlsx (另存为)"));
	return KIND_OTHER;
}

enum file_kind
kind_of_file(const char *path, const char *name, struct diags *d)
{
	const struct place	at = { .path = name };
	struct stat		st;
	char			head[HEAD];
	ssize_t			n = -1;
	int			fd = open(path, O_RDONLY | O_CLOEXEC);
	enum file_kind		k = KIND_OTHER;

	/* a folder, and what is none: csv.h says it */
	if (fd < 0 || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode))
		k = KIND_TEXT;
	else if ((n = pread(fd, head, sizeof(head), 0)) < 0)
		diag_fail(d, _("%s: cannot be read: %s"), at.path,
		    text_error(errno));
	else
		k = kind(fd, head, (size_t)n, name, d);
	if (fd >= 0)
		(void)close(fd);
	return k;
}
