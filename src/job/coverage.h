/*
 * coverage.h -- which elements of a pack's rules its tests show.
 *
 * An element is shown by two tests of which one stands below the other: one of
 * them raises a finding by it, the other, which differs by one day, does not.
 * By which element a finding was raised, the judge says.
 */
#ifndef JOB_COVERAGE_H
#define JOB_COVERAGE_H

#include "job/trials.h"
#include "report/coverage.h"

struct pack_cover *coverage_of(struct arena *, const struct tests *);

#endif
