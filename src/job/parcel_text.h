/*
 * parcel_text.h -- a parcel as lines: its head, its tables, its end.
 *
 *	gongshi-parcel 1
 *	county 450225
 *	schema 11
 *	version 57
 *	day 2020-10-02
 *	table run id at who command
 *	1	2020-10-02T01:30:00Z	...	import
 *	\.
 *	...
 *	sha256 HEX
 *
 * A row is a line, its cells with tabs between, as PostgreSQL's COPY has
 * them: \\, \t, \n, \r, and \N for NULL; a table ends with `\.`.  The hash is
 * of all bytes before its line.
 */
#ifndef JOB_PARCEL_TEXT_H
#define JOB_PARCEL_TEXT_H

#include <sys/types.h>

#include "base/hash.h"
#include "store/parcel.h"

#define PARCEL_MAGIC	"gongshi-parcel "
#define PARCEL_FIRST	PARCEL_MAGIC "1"

enum {
	PARCEL_LINE = 4 * 1024 * 1024,	/* bytes of a line at the most: a
					   sheet's row may have one of them */
	PARCEL_HEAD = 5,		/* lines before the first table */
	PARCEL_TAIL = 7 + SUM_TEXT - 1 + 1	/* bytes of the last line */
};

struct parcel_head {
	const char	*county;	/* in normal form */
	long long	 schema, version;
	struct day	 day;
};

/* ---- written */

/* The head, and the line above a table's rows, in the arena. */
const char	*parcel_head_text(struct arena *, const struct parcel_head *);
const char	*parcel_table_text(struct arena *, int table);

/* A row with its newline into `out`; its bytes, 0: there is no room. */
size_t		 parcel_row_text(const struct parcel_cell *, int n, char *out,
		    size_t room);

/* ---- read */

/* Lines of a file, from its beginning; what is read is summed up. */
struct parcel_lines {
	int		 fd;
	char		*buf;
	size_t		 have, used;	/* bytes in it, of them gone */
	struct sum	*sum;		/* of all bytes of the file */
	int		 line;		/* number of the one given last */
};

enum parcel_line { PARCEL_IS_LINE, PARCEL_IS_END, PARCEL_TOO_LONG,
	PARCEL_CUT_OFF, PARCEL_UNREAD };

void		 parcel_lines_begin(struct parcel_lines *, struct arena *,
		    int fd);

/* A line without its newline, ended by a zero; good until the next. */
enum parcel_line parcel_lines_next(struct parcel_lines *, char **line,
		    size_t *len);

/*
 * Its cells, in place; how many, -1: more than `most`, or something that no
 * row has.
 */
int		 parcel_cells(char *line, size_t len, struct parcel_cell *,
		    int most);

/* Reads the head; false: *fault is a sentence. */
bool		 parcel_head_read(struct parcel_lines *, struct arena *,
		    struct parcel_head *, const char **fault);

#endif
