/*
 * spool.h -- what a reader of the database prints, kept until it has read.
 *
 * Whoever reads the database keeps writers out, and whoever reads the output
 * may take his time: a pager that is left open must not hold the night.  So
 * where standard output may have to wait for somebody (a pipe, a socket, a
 * terminal), it goes to a file without a name first, and is printed when the
 * database is closed.  Into a file or a device it goes at once.
 */
#ifndef CMD_SPOOL_H
#define CMD_SPOOL_H

#include <stdbool.h>
#include <stdio.h>

/*
 * From now on standard output is kept; again changes nothing.  Where no file
 * can be made it is printed as it comes.
 */
void	 spool_begin(void);

/*
 * Prints what was kept, and all that comes after it at once.  False: it could
 * not be written; errno says why.
 */
bool	 spool_end(void);

/* The descriptor where what is written to this stream comes out in the end. */
int	 spool_target(FILE *);

#endif
