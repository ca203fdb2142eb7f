/*
 * csv.h -- cells of CSV (RFC 4180) that a spreadsheet takes as text.
 */
#ifndef WORDS_CSV_H
#define WORDS_CSV_H

#include <stdio.h>

/*
 * One cell, quoted where it must be.  A ' goes before what a spreadsheet
 * would reckon out; control characters and what is no UTF-8 become U+FFFD.
 */
void		 csv_cell(FILE *, const char *);

/*
 * A cell of a fact, to be read again as it is: nothing in it is replaced, and
 * where it begins with what a spreadsheet would reckon out, behind any number
 * of ', it gets one ' more, which reading takes away.
 */
void		 csv_fact(FILE *, const char *);

#endif
