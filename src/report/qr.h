/*
 * qr.h -- a text as a QR code (GB/T 18284), for the photograph that is taken
 * of it.  libqrencode's only door.
 */
#ifndef REPORT_QR_H
#define REPORT_QR_H

#include <stdbool.h>
#include <stdio.h>

enum { QR_MOST = 1024 };	/* bytes of the text */

/*
 * An <svg> element without a size of its own in words, `mm` millimetres wide
 * and high, with its quiet zone of four modules; black on white whatever the
 * page's colours; `label` is its name for who cannot see it.  False: the text
 * is longer than QR_MOST or there is no memory, and nothing was written.
 */
bool	 qr_svg(FILE *, const char *text, int mm, const char *label);

#endif
