/*
 * numerals.h -- numbers and units as instruments write them: 7, 七, 二十个.
 */
#ifndef RULE_NUMERALS_H
#define RULE_NUMERALS_H

#include "rule/vocab.h"
#include "time/period.h"

/* The unit of a word and how many of it it is: a year is 12 months. */
enum unit	 unit_of(enum word, int *times);

#endif
