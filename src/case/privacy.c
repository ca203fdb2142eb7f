#include "case/privacy.h"

#include <stddef.h>

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* ISO 7064 MOD 11-2 over 17 digits, as GB 11643 takes it. */
static bool
is_identity(const char *s)
{
	static const int	weight[] = {
		7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2
	};
	int			i, sum = 0;
	char			last = s[17] == 'x' ? 'X' : s[17];

	for (i = 0; i < 17; i++)
		sum += weight[i] * (s[i] - '0');
	return "10X98765432"[sum % 11] == last;
}

static bool
is_bank_card(const char *s, size_t n)
{
	int	sum = 0, d;
	size_t	i;

	for (i = 0; i < n; i++) {
		d = s[n - 1 - i] - '0';
		if (i % 2 == 1)
			d = d > 4 ? 2 * d - 9 : 2 * d;
		sum += d;
	}
	return sum % 10 == 0;
}

bool
privacy_shows(const char *s)
{
	size_t	n;

	for (; *s != '\0'; s += n > 0 ? n : 1) {
		for (n = 0; is_digit(s[n]); n++)
			continue;
		if (n == 11 && s[0] == '1' && s[1] >= '3')
			return true;
		if (n == 13 && s[0] == '8' && s[1] == '6' && s[2] == '1' &&
		    s[3] >= '3')	/* with China's country code */
			return true;
		if (n == 17 && (s[17] == 'X' || s[17] == 'x') &&
		    is_identity(s))
			return true;
		if (n == 18 && is_identity(s))
			return true;
		if (n >= 16 && n <= 19 && is_bank_card(s, n))
			return true;
	}
	return false;
}
