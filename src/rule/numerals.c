#include "rule/numerals.h"

enum unit
unit_of(enum word w, int *times)
{
	*times = w == W_YEAR ? 12 : w == W_QUARTER ? 3 : 1;
	return w == W_DAY ? UNIT_DAY : w == W_WORKDAY ? UNIT_WORKDAY :
	    UNIT_MONTH;
}
