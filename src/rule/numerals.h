/*
 * numerals.h -- numbers and units as instruments write them: 7, 七, 二十个.
 */
#ifndef RULE_NUMERALS_H
#define RULE_NUMERALS_H

#include "rule/vocab.h"
#include "time/period.h"

/* What a number is: one to PERIOD_MAX, or why it is none. */
enum number {
	NUMBER_NONE,		/* no numeral stands here */
	NUMBER_OK,
	NUMBER_ZERO,
	NUMBER_BIG,		/* above PERIOD_MAX, or 一千 and more */
	NUMBER_ODD		/* 一五, 一百五 */
};

/*
 * Takes all numerals at *at: digits, or Chinese ones up to 九百九十九.  But
 * for NONE and ODD *out is the number, cut off somewhere above PERIOD_MAX.
 */
enum number	 take_number(const char *s, size_t *at, size_t end,
		    int32_t *out);

/* Would a number that begins at `at` be cut off from one before it? */
bool		 numeral_cut(const char *s, size_t from, size_t at);

/* The unit that stands at *at, and how many of it it is: a year, 12 months. */
bool		 take_unit(const char *s, size_t *at, size_t end,
		    enum unit *, int *times);
enum unit	 unit_of(enum word, int *times);

#endif
