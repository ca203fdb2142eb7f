/*
 * figures.h -- tables of figures, to a file (--out) or the output.
 */
#ifndef CMD_FIGURES_H
#define CMD_FIGURES_H

#include "cmd/cmd.h"
#include "report/tables.h"

/* False: an error was added. */
bool	 write_tables(struct context *, struct layout *,
	    const struct tables *);

/* A workbook is not for a terminal; false: told. */
bool	 may_write_tables(struct context *, enum format);

#endif
