#include "report/qr.h"

#include <qrencode.h>
#include <string.h>

#include "words/html.h"

enum {
	QUIET = 4,		/* modules of white, as the standard asks */
	ECI_UTF8 = 26
};

static bool
is_ascii(const char *s)
{
	while (*s != '\0')
		if ((unsigned char)*s++ >= 0x80)
			return false;
	return true;
}

/*
 * Of Chinese it says that it is UTF-8: readers else guess, and take short
 * texts for Shift-JIS.
 */
static QRcode *
encode(const char *text)
{
	QRinput	*in = QRinput_new2(0, QR_ECLEVEL_M);
	QRcode	*qr = NULL;

	if (in == NULL)
		return NULL;
	if ((is_ascii(text) || QRinput_appendECIheader(in, ECI_UTF8) == 0) &&
	    QRinput_append(in, QR_MODE_8, (int)strlen(text),
	    (const unsigned char *)text) == 0)
		qr = QRcode_encodeInput(in);
	QRinput_free(in);
	return qr;
}

/* A bar for each run of dark modules in a row. */
static void
write_modules(FILE *f, const QRcode *qr)
{
	int	x, y, from;

	for (y = 0; y < qr->width; y++)
		for (x = 0; x < qr->width; x++) {
			if ((qr->data[y * qr->width + x] & 1) == 0)
				continue;
			for (from = x; x + 1 < qr->width &&
			    (qr->data[y * qr->width + x + 1] & 1) != 0; x++)
				;
			fprintf(f, "M%d %dh%dv1h-%dz", from + QUIET,
			    y + QUIET, x + 1 - from, x + 1 - from);
		}
}

bool
qr_svg(FILE *f, const char *text, int mm, const char *label)
{
	QRcode	*qr;
	int	 side;

	if (strlen(text) > QR_MOST)
		return false;
	qr = *text == '\0' ? NULL : encode(text);
	if (qr == NULL)
		return false;
	side = qr->width + 2 * QUIET;
	fprintf(f, "<svg class=\"qr\" role=\"img\" width=\"%dmm\" "
	    "height=\"%dmm\" viewBox=\"0 0 %d %d\" "
	    "shape-rendering=\"crispEdges\"><title>", mm, mm, side, side);
	html_text(f, label);
	fprintf(f, "</title><path fill=\"#fff\" d=\"M0 0h%dv%dH0z\"/>"
	    "<path fill=\"#000\" d=\"", side, side);
	write_modules(f, qr);
	fputs("\"/></svg>", f);
	QRcode_free(qr);
	return true;
}
