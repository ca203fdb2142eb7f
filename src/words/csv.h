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

#endif
