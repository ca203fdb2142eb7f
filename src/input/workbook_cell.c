#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "input/workbook_inside.h"
#include "time/day.h"

enum { SECONDS = 24 * 60 * 60, DIGITS = 15 };

bool
reference_read(const char *s, int *row, int *column)
{
	int	n = 0;

	*row = *column = 0;
	for (s += *s == '$'; n < 4; s++, n++) {
		if (*s >= 'A' && *s <= 'Z')
			*column = *column * 26 + (*s - 'A') + 1;
		else if (*s >= 'a' && *s <= 'z')
			*column = *column * 26 + (*s - 'a') + 1;
		else
			break;
	}
	s += *s == '$';
	for (; *s >= '0' && *s <= '9' && *row <= BOOK_ROWS; s++)
		*row = *row * 10 + (*s - '0');
	return *s == '\0' && n > 0 && *column <= BOOK_COLUMNS && *row <=
	    BOOK_ROWS;
}

/*
 * The spreadsheet's day: of 1900 with a 29 February that never was, and a day 0
 * that it shows where a formula asked for an empty cell.
 */
static struct day
day_of(const struct values *v, long n)
{
	if (v->from_1904)
		return day_add(day_make(1904, 1, 1), (int32_t)n);
	if (n == 60 || n == 0)
		return DAY_NONE;
	return day_add(day_make(1899, 12, n < 60 ? 31 : 30), (int32_t)n);
}

/* A number that is shown as a date; a time of day is none. */
static void
read_day(const struct values *v, double number, enum format f, struct cell *c)
{
	struct day	 day;
	char		 text[DAY_TEXT];
	long		 whole, second;

	if (f == FORMAT_LENGTH || number < 0 || number > 2958466) {
		c->fault = _("this is shown as a time or date and is none: "
		    "enter the day as 2020-09-01");
		return;
	}
	whole = (long)number;
	second = (long)((number - (double)whole) * SECONDS + 0.5);
	whole += second == SECONDS;
	second = second == SECONDS ? 0 : second;
	day = day_of(v, whole);
	if (!day_is(day)) {
		c->fault = _("there is no such day");
		return;
	}
	(void)day_print(day, text);
	c->month = f == FORMAT_MONTH && second == 0;
	if (second == 0) {
		c->text = arena_dup(v->arena, text);
		return;
	}
	c->text = arena_printf(v->arena, "%s %02ld:%02ld", text, second /
	    3600, second / 60 % 60);
	c->fault = arena_printf(v->arena, _("`%s` has a time of day: enter "
	    "the day alone"), c->text);
}

/* 12, -0.5, 1.5E+3 in all of s. */
static bool
is_number(const char *s)
{
	size_t	n;

	s += *s == '-' || *s == '+';
	n = strspn(s, "0123456789");
	s += n;
	if (*s == '.') {
		n += strspn(s + 1, "0123456789");
		s += 1 + strspn(s + 1, "0123456789");
	}
	if (n > 0 && (*s == 'e' || *s == 'E')) {
		s++;
		s += *s == '-' || *s == '+';
		n = strspn(s, "0123456789");
		s += n;
	}
	return n > 0 && *s == '\0';
}

/* Digits alone, so many that each is kept: most numbers are. */
static bool
is_plain(const char *s)
{
	size_t	n = strspn(s, "0123456789");

	return s[n] == '\0' && n > 0 && n <= DIGITS && (*s != '0' || n == 1);
}

static void
read_number(const struct values *v, const struct raw *r, struct cell *c)
{
	enum format	f = r->style < v->styles->n ?
			    (enum format)v->styles->of[r->style] :
			    FORMAT_PLAIN;
	double		number;

	if (*c->text == '\0' || (f == FORMAT_PLAIN && is_plain(c->text)))
		return;
	if (!is_number(c->text)) {
		c->fault = arena_printf(v->arena, _("`%s` is said to be a "
		    "number and is none: enter the cell again"), c->text);
		return;
	}
	number = strtod(c->text, NULL);
	if (f >= FORMAT_DAY && f <= FORMAT_LENGTH) {
		read_day(v, number, f, c);
	} else if (number >= 1e15 || number <= -1e15) {
		c->fault = arena_printf(v->arena, _("`%s` is a number of more "
		    "than %d digits, of which a spreadsheet keeps no more: set "
		    "the column to text (文本) and enter it again"), c->text,
		    DIGITS);
	} else if ((double)(long long)number == number) {
		c->text = arena_printf(v->arena, "%0*.0f", f > FORMAT_PADDED ?
		    (int)(f - FORMAT_PADDED) : 1, number == 0 ? 0 : number);
	} else {
		c->text = arena_printf(v->arena, "%.15g", number);
		c->fraction = true;
	}
}

/* 2020-09-01T00:00:00Z */
static void
read_iso(const struct values *v, struct cell *c)
{
	const char	*time = strchr(c->text, 'T');
	size_t		 n;

	if (time == NULL)
		return;
	n = strspn(time + 1, "0:.");
	if (time[1 + n] == '\0' || strcmp(time + 1 + n, "Z") == 0)
		c->text = arena_ndup(v->arena, c->text, (size_t)(time -
		    c->text));
	else
		c->fault = arena_printf(v->arena, _("`%s` has a time of day: "
		    "enter the day alone"), c->text);
}

static void
read_shared(const struct values *v, struct cell *c)
{
	char		*end;
	unsigned long	 i = strtoul(c->text, &end, 10);

	if (*c->text == '\0')
		return;
	if (*end != '\0' || *c->text == '-' || i >= v->strings->n)
		c->fault = _("the text of this cell is not in the workbook: "
		    "open it in the spreadsheet and save it as .xlsx (另存为) "
		    "once more");
	else if (v->strings->all[i] == NULL)
		c->fault = too_long();
	else
		c->text = v->strings->all[i];
}

static void
read_truth(const struct values *v, struct cell *c)
{
	(void)v;
	if (*c->text != '\0')
		c->text = *c->text == '1' || *c->text == 't' ? "是" : "否";
}

static void
read_error(const struct values *v, struct cell *c)
{
	c->fault = arena_printf(v->arena, _("`%s`: the formula of this cell "
	    "has come to nothing: mend it, or write the value itself"),
	    c->text);
}

void
value_read(const struct values *v, const struct raw *r, struct cell *c)
{
	static const struct {
		const char	*type;
		void		(*read)(const struct values *, struct cell *);
	} types[] = {
		{ "s", read_shared }, { "b", read_truth }, { "e", read_error },
		{ "d", read_iso }, { "str", NULL }, { "inlineStr", NULL }
	};
	size_t	i;

	c->text = r->value;
	if (r->formula && *r->value == '\0' && strcmp(r->type, "str") != 0) {
		c->text = "=";
		c->fault = _("a formula whose value was not kept: open the "
		    "workbook in the spreadsheet, save it, and hand that in");
		return;
	}
	if (r->cut) {
		c->fault = too_long();
		return;
	}
	for (i = 0; i < sizeof(types) / sizeof(*types); i++)
		if (strcmp(r->type, types[i].type) == 0) {
			if (types[i].read != NULL)
				types[i].read(v, c);
			return;
		}
	read_number(v, r, c);
}
