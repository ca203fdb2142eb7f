/*
 * sweep.h -- what came of sweeping procedures: can they be kept?
 */
#ifndef REPORT_SWEEP_H
#define REPORT_SWEEP_H

#include "case/sweep.h"
#include "words/layout.h"

struct sweeps {
	const struct sweep	**list;
	size_t			 n;
};

/* Text or JSON, as the layout says. */
void		 sweeps_write(const struct layout *, const struct sweeps *);

/* Deadlines that cannot be kept on some start day, each once a procedure. */
int		 sweep_unkept(const struct sweep *);

/* Inside report/ only. */
void		 sweeps_json(FILE *, const struct sweeps *);

#endif
