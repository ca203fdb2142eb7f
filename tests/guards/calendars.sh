#!/bin/sh
#
# calendars.sh -- the shipped calendars are what the generator makes of the
# table of notices, to the byte.

cd "$(dirname "$0")/../.." || exit 2
generator=contrib/calendars/make-calendars

if ! test -x "$generator"; then
	echo "skipped: no $generator"
	echo "0 passed, 0 failed"
elif "$generator" --check; then
	echo "1 passed, 0 failed"
else
	echo "$generator --check: not what it would make"
	echo "0 passed, 1 failed"
	exit 1
fi
