/*
 * workbook_xml.h -- a part of a workbook as elements, as they come.
 *
 * Names are local ones: elements of other namespaces than SpreadsheetML's, of
 * content types or of relationships are left out with all they hold.  A
 * DOCTYPE, and with it every entity, is refused.
 */
#ifndef INPUT_WORKBOOK_XML_H
#define INPUT_WORKBOOK_XML_H

#include "input/workbook_zip.h"

struct xml;

struct xml_calls {
	void	(*start)(void *, const char *name, const char **attributes);
	void	(*end)(void *, const char *name);
	void	(*text)(void *, const char *, int len);	/* not ended by 0 */
};

/* NULL, and an error; the calls are kept. */
struct xml	*xml_open(struct archive *, const char *part,
		    const struct xml_calls *, void *ctx, struct diags *);

/* Goes on until somebody stops it or the part ends; false: an error. */
bool		 xml_run(struct xml *, struct diags *);

/* From within a call: no more calls until it is run again. */
void		 xml_stop(struct xml *);
bool		 xml_ended(const struct xml *);
void		 xml_progress(const struct xml *, long long *done,
		    long long *size);
void		 xml_close(struct xml *);

/* All of a part at once. */
bool		 xml_read(struct archive *, const char *part,
		    const struct xml_calls *, void *ctx, struct diags *);

/* An attribute without a prefix, or one of relationships (r:id); or NULL. */
const char	*xml_attribute(const char **, const char *name);
const char	*xml_relation(const char **, const char *name);

/* Is there such an attribute, and 1 or true? */
bool		 xml_is(const char **, const char *name);

#endif
