/*
 * privacy.h -- personal numbers in a text that was posted (个人信息).
 *
 * Whole identity-card (18 characters, right check digit, GB 11643), bank-card
 * (16 to 19 digits, Luhn) and mobile numbers (11 digits, 13 to 19).
 */
#ifndef CASE_PRIVACY_H
#define CASE_PRIVACY_H

#include <stdbool.h>

bool	 privacy_shows(const char *text);

#endif
