#include "input/workbook_xml.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "input/workbook.h"

enum { CHUNK = 64 * 1024, SEPARATOR = '|' };

struct xml {
	struct archive		*archive;
	const char		*name;
	struct part		*part;
	XML_Parser		 parser;
	const struct xml_calls	*calls;
	void			*ctx;
	int			 depth;
	int			 skip;		/* the depth of what is left
						   out; 0: nothing is */
	long long		 fed;		/* bytes since a call */
	const char		*fault;		/* what is refused; a msgid */
	bool			 stopped, last, ended;
};

/* Ours, the usual one first: of a sheet's elements each has it. */
#define SPACE(s)	{ s "|", sizeof(s) }

static const struct {
	const char	*uri;		/* and the separator */
	size_t		 len;
} spaces[] = {
	SPACE("http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
	SPACE("http://purl.oclc.org/ooxml/spreadsheetml/main"),
	SPACE("http://schemas.openxmlformats.org/package/2006/relationships"),
	SPACE("http://schemas.openxmlformats.org/package/2006/content-types"),
};

/* Behind the namespace, where that is one of ours; else NULL. */
static const char *
local(const char *name)
{
	size_t	i;

	for (i = 0; i < sizeof(spaces) / sizeof(*spaces); i++)
		if (strncmp(name, spaces[i].uri, spaces[i].len) == 0)
			return name + spaces[i].len;
	return strchr(name, SEPARATOR) == NULL ? name : NULL;
}

/* The end of an empty element is still told, so that nothing is passed on
   behind it. */
static void
refuse(struct xml *x, const char *why)
{
	x->fault = why;
	(void)XML_StopParser(x->parser, XML_FALSE);
}

static void XMLCALL
on_start(void *ctx, const char *name, const char **attributes)
{
	struct xml	*x = ctx;
	const char	*word;

	x->fed = 0;
	if (++x->depth > BOOK_DEPTH)
		refuse(x, N_("its elements lie too deep in each other"));
	else if (XML_GetSpecifiedAttributeCount(x->parser) > 2 *
	    BOOK_ATTRIBUTES)
		refuse(x, N_("an element has too many attributes"));
	else if (x->skip == 0) {
		word = local(name);
		if (word == NULL)
			x->skip = x->depth;
		else if (x->calls->start != NULL)
			x->calls->start(x->ctx, word, attributes);
	}
}

static void XMLCALL
on_end(void *ctx, const char *name)
{
	struct xml	*x = ctx;

	x->fed = 0;
	if (x->fault == NULL && x->skip == 0 && x->calls->end != NULL)
		x->calls->end(x->ctx, local(name));
	if (x->skip == x->depth)
		x->skip = 0;
	x->depth--;
}

static void XMLCALL
on_text(void *ctx, const char *s, int len)
{
	struct xml	*x = ctx;

	x->fed = 0;
	if (x->skip == 0 && x->calls->text != NULL)
		x->calls->text(x->ctx, s, len);
}

static void XMLCALL
on_doctype(void *ctx, const char *name, const char *system,
    const char *public, int subset)
{
	(void)name;
	(void)system;
	(void)public;
	(void)subset;
	refuse(ctx, N_("it declares a DOCTYPE, which no workbook has"));
}

static void XMLCALL
on_entity(void *ctx, const char *name, int parameter, const char *value,
    int len, const char *base, const char *system, const char *public,
    const char *notation)
{
	(void)name;
	(void)parameter;
	(void)value;
	(void)len;
	(void)base;
	(void)system;
	(void)public;
	(void)notation;
	refuse(ctx, N_("it declares an entity, which no workbook has"));
}

struct xml *
xml_open(struct archive *z, const char *name, const struct xml_calls *calls,
    void *ctx, struct diags *d)
{
	struct part	*part = part_open(z, name, d);
	struct xml	*x = part == NULL ? NULL : calloc(1, sizeof(*x));

	if (x == NULL) {
		part_close(part);
		return NULL;
	}
	*x = (struct xml){ .archive = z, .name = name, .part = part,
	    .calls = calls, .ctx = ctx };
	x->parser = XML_ParserCreateNS(NULL, SEPARATOR);
	if (x->parser == NULL) {
		diag_errno(d, archive_name(z));
		xml_close(x);
		return NULL;
	}
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_start, on_end);
	XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	XML_SetEntityDeclHandler(x->parser, on_entity);
	return x;
}

static bool
complain(struct xml *x, struct diags *d)
{
	const struct place	at = { .path = archive_name(x->archive) };

	if (x->fault != NULL)
		diag_error(d, at, _("the part %s of the workbook is refused: "
		    "%s"), x->name, _(x->fault));
	else
		diag_error(d, at, _("the part %s of the workbook is no good "
		    "XML (line %lu: %s): open it in the spreadsheet and save "
		    "it as .xlsx (另存为) once more"), x->name,
		    (unsigned long)XML_GetCurrentLineNumber(x->parser),
		    XML_ErrorString(XML_GetErrorCode(x->parser)));
	x->ended = true;
	return false;
}

/* The next bytes; false: an error. */
static bool
feed(struct xml *x, enum XML_Status *status, struct diags *d)
{
	void	*room = XML_GetBuffer(x->parser, CHUNK);
	int	 n = room == NULL ? -1 : part_read(x->part, room, CHUNK, d);

	if (room == NULL)
		return complain(x, d);
	if (n < 0) {
		x->ended = true;
		return false;
	}
	x->fed += n;
	x->last = n == 0;
	*status = XML_ParseBuffer(x->parser, n, x->last);
	if (x->fed > BOOK_TAG) {
		x->fault = N_("a tag or a remark in it is too long");
		return complain(x, d);
	}
	return true;
}

bool
xml_run(struct xml *x, struct diags *d)
{
	enum XML_Status	status = XML_STATUS_OK;

	if (x->ended)
		return true;
	if (x->stopped) {
		x->stopped = false;
		status = XML_ResumeParser(x->parser);
	}
	for (;;) {
		if (x->fault != NULL || status == XML_STATUS_ERROR)
			return complain(x, d);
		if (status == XML_STATUS_SUSPENDED)
			return true;
		if (x->last) {
			x->ended = true;
			return true;
		}
		if (!feed(x, &status, d))
			return false;
	}
}

void
xml_stop(struct xml *x)
{
	x->stopped = XML_StopParser(x->parser, XML_TRUE) == XML_STATUS_OK;
}

bool
xml_ended(const struct xml *x)
{
	return x->ended;
}

void
xml_progress(const struct xml *x, long long *done, long long *size)
{
	part_progress(x->part, done, size);
}

void
xml_close(struct xml *x)
{
	if (x == NULL)
		return;
	if (x->parser != NULL)
		XML_ParserFree(x->parser);
	part_close(x->part);
	free(x);
}

bool
xml_read(struct archive *z, const char *part, const struct xml_calls *calls,
    void *ctx, struct diags *d)
{
	struct xml	*x = xml_open(z, part, calls, ctx, d);
	bool		 good = x != NULL && xml_run(x, d);

	xml_close(x);
	return good;
}

const char *
xml_attribute(const char **a, const char *name)
{
	for (; *a != NULL; a += 2)
		if (strcmp(a[0], name) == 0)
			return a[1];
	return NULL;
}

bool
xml_is(const char **a, const char *name)
{
	const char	*s = xml_attribute(a, name);

	return s != NULL && (*s == '1' || *s == 't');
}

const char *
xml_relation(const char **a, const char *name)
{
	const char	*mark;

	for (; *a != NULL; a += 2) {
		mark = strchr(a[0], SEPARATOR);
		if (mark != NULL && strcmp(mark + 1, name) == 0 &&
		    strstr(a[0], "/relationships|") != NULL)
			return a[1];
	}
	return NULL;
}
