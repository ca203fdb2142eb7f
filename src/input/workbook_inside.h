/*
 * workbook_inside.h -- what the parts of a workbook become; for
 * input/workbook*.c alone.
 */
#ifndef INPUT_WORKBOOK_INSIDE_H
#define INPUT_WORKBOOK_INSIDE_H

#include <stdint.h>

#include "input/workbook.h"
#include "input/workbook_xml.h"
#include "input/workbook_zip.h"

/* ---- relationships */

struct relation {
	const char	*id, *type;
	const char	*part;		/* NULL: outside the archive */
};

struct relations {
	struct relation	*all;
	size_t		 n, cap;
};

/* Those of a part, "" of the package; none where it has none. */
bool		 relations_read(struct arena *, struct archive *,
		    const char *part, struct relations *, struct diags *);
const struct relation *relation_by_id(const struct relations *,
		    const char *id);

/* The first whose type ends so: /styles. */
const struct relation *relation_of(const struct relations *,
		    const char *type);
bool		 relation_is(const struct relation *, const char *type);

/* What kind of document a part is, by its content type; "" where unknown. */
const char	*content_type(struct arena *, struct archive *,
		    const char *part, struct diags *);

/* ---- texts */

/* A text as it comes in pieces; what is longer than BOOK_CELL is cut. */
struct pieces {
	char	*p;
	size_t	 n;
	bool	 cut;
};

void		 pieces_begin(struct pieces *, struct arena *);
void		 pieces_add(struct pieces *, const char *, int len);

/* _x000D_ undone, LF alone, no blanks around, and no guard (input/csv). */
const char	*pieces_text(struct pieces *, struct arena *);

/* Why a text that was cut is none. */
const char	*too_long(void);

struct strings {
	struct arena	*arena;
	const char	**all;		/* NULL: too long */
	size_t		 n;
};

bool		 strings_read(struct strings *, struct arena *,
		    struct archive *, const char *part, struct diags *);

/* ---- formats */

/* How a number is meant, by the format of its cell. */
enum format {
	FORMAT_PLAIN, FORMAT_DAY, FORMAT_MONTH, FORMAT_LENGTH,
	FORMAT_PADDED		/* and above: the digits that are shown */
};

struct styles {
	uint8_t	*of;		/* enum format, of each cell's style */
	size_t	 n;
};

bool		 styles_read(struct styles *, struct arena *,
		    struct archive *, const char *part, struct diags *);

/* ---- cells */

/* What stands in the element of a cell. */
struct raw {
	const char	*type;		/* s, str, n ... */
	size_t		 style;
	const char	*value;		/* of <v> or <is>; "" */
	bool		 formula, cut;
};

struct values {
	struct arena		*arena;	/* of the row */
	const struct strings	*strings;
	const struct styles	*styles;
	bool			 from_1904;
};

/* Its text and fault. */
void		 value_read(const struct values *, const struct raw *,
		    struct cell *);

/* B12 to 12 and 2; false: it is none.  *row is 0 where only letters stand. */
bool		 reference_read(const char *, int *row, int *column);

/* ---- worksheets */

struct merged {
	int	 top, left, bottom, right;
};

struct page {
	struct book_page page;
	const char	*part;
	bool		 looked;
	struct merged	*merged;	/* by rows, then columns */
	size_t		 nmerged, cap;
};

/* All of it gone over once for what may stand behind its rows. */
bool		 page_look(struct page *, struct arena *, struct archive *,
		    struct diags *);

struct sheet_rows;

struct sheet_rows *sheet_rows_open(struct archive *, const struct page *,
		    const struct values *, struct diags *);
const struct row *sheet_rows_next(struct sheet_rows *, struct diags *);
void		 sheet_rows_progress(const struct sheet_rows *,
		    long long *done, long long *size);
void		 sheet_rows_close(struct sheet_rows *);

#endif
