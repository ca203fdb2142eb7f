#!/bin/sh
# The season of run-calendar-clients through a CalDAV server: Radicale, and
# vdirsyncer to bring the file to it. Played only where it is asked for:
#
#	apt-get install radicale vdirsyncer
#	CALDAV=1 tests/caldav.sh
set -u
here=$(cd "$(dirname "$0")" && pwd)

if [ -z "${CALDAV:-}" ]; then
	echo "not asked for: CALDAV=1 tests/caldav.sh (radicale, vdirsyncer)"
	echo "0 passed, 0 failed"
	exit 0
fi
for need in radicale vdirsyncer; do
	command -v $need >/dev/null && continue
	echo "$need is not here: apt-get install radicale vdirsyncer"
	echo "0 passed, 0 failed"
	exit 0
done
exec "$here/run-calendar-clients" --caldav
