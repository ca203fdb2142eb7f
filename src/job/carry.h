/*
 * carry.h -- values from one process of the program to another.
 *
 * As they lie in memory, with their texts behind them; sentences go as the
 * database has them, in no language.
 */
#ifndef JOB_CARRY_H
#define JOB_CARRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/arena.h"
#include "report/workbook.h"

/* Where texts (const char *) and sentences (struct told) stand in a value. */
struct carried {
	size_t		 size, ntexts, ntold;
	const size_t	*texts, *told;
};

/* The arena is for texts on the way. */
void	 carry_write(FILE *, struct arena *, const void *value,
	    const struct carried *);

/* Texts in the arena.  False: it cannot be read. */
bool	 carry_read(FILE *, struct arena *, void *value,
	    const struct carried *);

/* Cells of a workbook; so many are read again, texts in the arena. */
void	 carry_cells(FILE *, const struct cell_value *, size_t n);
bool	 carry_cells_read(FILE *, struct arena *, struct cell_value *,
	    size_t n);

#endif
