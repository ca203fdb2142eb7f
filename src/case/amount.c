#include "case/amount.h"

#include <stdio.h>
#include <string.h>

enum { YUAN = 10000 };		/* of a 万元 */

static size_t
digits(const char *s, size_t len)
{
	size_t	n = 0;

	while (n < len && s[n] >= '0' && s[n] <= '9')
		n++;
	return n;
}

bool
amount_parse(const char *s, size_t len, long long *yuan)
{
	const size_t	whole = digits(s, len);
	const char	*point = s + whole;
	size_t		 i, n = 0;
	long long	 sum = 0;

	if (whole == 0 || whole > AMOUNT_DIGITS || (*s == '0' && whole > 1))
		return false;
	if (whole < len) {
		n = *point == '.' ? digits(point + 1, len - whole - 1) : 0;
		if (n == 0 || n > AMOUNT_DECIMALS || whole + 1 + n != len ||
		    point[n] == '0')
			return false;
	}
	for (i = 0; i < whole; i++)
		sum = 10 * sum + (s[i] - '0');
	for (i = 1; i <= AMOUNT_DECIMALS; i++)
		sum = 10 * sum + (i <= n ? point[i] - '0' : 0);
	*yuan = sum;
	return true;
}

const char *
amount_print(long long yuan, char buf[static AMOUNT_TEXT])
{
	int	n = snprintf(buf, AMOUNT_TEXT, "%lld.%04d", yuan / YUAN,
		    (int)(yuan % YUAN));

	while (buf[n - 1] == '0')
		n--;
	buf[n - (buf[n - 1] == '.')] = '\0';
	return buf;
}

bool
amount_next(const char **list, struct amount *out)
{
	const size_t	 len = strcspn(*list, ";");
	const char	*end = *list + len, *number = end;

	/* a name may have a `=` of its own, a number never */
	while (number > *list && number[-1] != '=')
		number--;
	out->name = *list;
	out->len = number > *list ? (size_t)(number - *list) - 1 : 0;
	if (out->len == 0 || !amount_parse(number, (size_t)(end - number),
	    &out->yuan))
		return false;
	*list = end + (*end == ';' && end[1] != '\0');
	return true;
}
