/*
 * unpack -- what a workbook costs bare: its worksheets and shared strings
 * through libzip and expat once, elements and characters counted.
 *
 *	unpack FILE.xlsx
 *
 * Prints the numbers of rows, cells and bytes of text.
 */
#include <expat.h>
#include <stdio.h>
#include <string.h>
#include <zip.h>

enum { CHUNK = 64 * 1024 };

struct counts {
	long	rows, cells, text;
};

static void XMLCALL
on_start(void *ctx, const char *name, const char **attributes)
{
	struct counts	*n = ctx;

	(void)attributes;
	n->rows += strcmp(name, "row") == 0;
	n->cells += strcmp(name, "c") == 0;
}

static void XMLCALL
on_end(void *ctx, const char *name)
{
	(void)ctx;
	(void)name;
}

static void XMLCALL
on_text(void *ctx, const char *s, int len)
{
	(void)s;
	((struct counts *)ctx)->text += len;
}

static int
unpack(zip_t *z, zip_uint64_t i, struct counts *n)
{
	zip_file_t	*f = zip_fopen_index(z, i, 0);
	XML_Parser	 p = XML_ParserCreate(NULL);
	zip_int64_t	 got = -1;
	void		*room;

	XML_SetUserData(p, n);
	XML_SetElementHandler(p, on_start, on_end);
	XML_SetCharacterDataHandler(p, on_text);
	while (f != NULL && (room = XML_GetBuffer(p, CHUNK)) != NULL &&
	    (got = zip_fread(f, room, CHUNK)) >= 0 &&
	    XML_ParseBuffer(p, (int)got, got == 0) == XML_STATUS_OK &&
	    got > 0)
		continue;
	XML_ParserFree(p);
	if (f != NULL)
		(void)zip_fclose(f);
	return got == 0;
}

int
main(int argc, char **argv)
{
	struct counts	 n = { 0, 0, 0 };
	zip_t		*z = argc < 2 ? NULL : zip_open(argv[1], ZIP_RDONLY,
			    NULL);
	const char	*name;
	zip_int64_t	 i;

	for (i = 0; z != NULL && i < zip_get_num_entries(z, 0); i++) {
		name = zip_get_name(z, (zip_uint64_t)i, 0);
		if (name != NULL && (strstr(name, "worksheets/sheet") ||
		    strstr(name, "sharedStrings")) && !unpack(z,
		    (zip_uint64_t)i, &n))
			return 1;
	}
	if (z == NULL)
		return 2;
	zip_discard(z);
	printf("%ld rows, %ld cells, %ld bytes\n", n.rows, n.cells, n.text);
	return 0;
}
