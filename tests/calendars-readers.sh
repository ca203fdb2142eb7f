#!/bin/sh
# Reads the shipped calendars with two programs that are not ours,
# python3-icalendar and khal, and holds what they say against the table.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
table=$here/contrib/calendars/holidays-cn.csv
passed=0 failed=0

for need in khal /usr/bin/python3; do
	command -v $need >/dev/null || { echo "$need is needed" >&2; exit 2; }
done
/usr/bin/python3 -c 'import icalendar' || exit 2

temp=$(mktemp -d) || exit 2
trap 'rm -rf "$temp"' EXIT
trap 'exit 1' HUP INT TERM

# verdict NAME STATUS
verdict() {
	if [ "$2" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "failed: $1"
	fi
}

# same NAME EXPECTED-FILE GOT-FILE
same() {
	diff -u "$2" "$3"
	verdict "$1" $?
}

# rows SCOPE YEAR: the table as `DATE KIND NOTICE`
rows() {
	awk -F, -v scope="$1" -v year="$2" \
		'$4 == scope && substr($1, 1, 4) == year { print $1, $2, $5 }' \
		"$table" | LC_ALL=C sort
}

# titles SCOPE YEAR: the table as `DATE SUMMARY`
titles() {
	awk -F, -v scope="$1" -v year="$2" \
		'$4 == scope && substr($1, 1, 4) == year {
			print $1, $3, ($2 == "off" ? "休" : "班") }' "$table"
}

# by_icalendar FILE: the file as `DATE KIND NOTICE`, faults as other lines
by_icalendar() {
	PYTHONIOENCODING=UTF-8 /usr/bin/python3 - "$1" <<-'END'
	import datetime, sys
	import icalendar

	raw = open(sys.argv[1], 'rb').read()
	lines = raw.split(b'\r\n')
	if any(len(line) > 75 or b'\n' in line for line in lines):
	    print('fault: a line too long or without CRLF')
	for line in lines:
	    line.decode()    # folded between characters, never inside one
	calendar = icalendar.Calendar.from_ical(raw)
	if calendar['NAME'] != calendar['X-WR-CALNAME'] or not calendar['DESCRIPTION']:
	    print('fault: names')
	kinds = {'WORK-HOLIDAY': 'off', 'ALTERNATE-WORKDAY': 'work'}
	out, uids = [], set()
	for event in calendar.walk('VEVENT'):
	    first, after = event['DTSTART'].dt, event['DTEND'].dt
	    whole = type(first) is datetime.date and type(after) is datetime.date
	    if not whole or after - first != datetime.timedelta(days=1):
	        print('fault: not one whole day', event['UID'])
	    if event['UID'] in uids or event.errors:
	        print('fault: UID twice or errors', event['UID'])
	    uids.add(event['UID'])
	    if event['TRANSP'] != 'TRANSPARENT' or event['CLASS'] != 'PUBLIC':
	        print('fault: shows as busy or private', event['UID'])
	    kind = kinds.get(event.get('X-APPLE-SPECIAL-DAY'))
	    if event.get('X-GONGSHI-DAY') == 'UNSETTLED':
	        kind = 'unsettled' if kind is None else 'both'
	    if kind:
	        out.append(f"{first} {kind} {event['COMMENT']}")
	if not uids:
	    print('fault: no component')
	print(*sorted(out), sep='\n', end='\n' if out else '')
	END
}

"$here/contrib/calendars/make-calendars" --check
verdict "the calendars are those of the table" $?

for year in $(seq 2014 2026); do
	for scope in CN CN-GX; do
		file=cn/$year.ics
		[ $scope = CN ] || file=cn/45/$year.ics
		rows $scope "$year" >"$temp/table"
		by_icalendar "$here/calendars/$file" >"$temp/read" 2>&1
		same "icalendar reads $file" "$temp/table" "$temp/read"
	done
done

# khal: nothing of the user's own is read or written
export LC_ALL=C.UTF-8 HOME="$temp" XDG_CONFIG_HOME="$temp/config" \
	XDG_DATA_HOME="$temp/data" XDG_CACHE_HOME="$temp/cache"
mkdir "$temp/calendar"
cat >"$temp/khal.conf" <<END
[calendars]
[[gongshi]]
path = $temp/calendar
[locale]
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
timeformat = %H:%M
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = $temp/khal.db
END

take_in() {
	for file in cn/2020.ics cn/45/2020.ics; do
		khal -c "$temp/khal.conf" import --batch -a gongshi \
			"$here/calendars/$file" >"$temp/import" 2>&1 || cat "$temp/import"
	done
}

listed() {
	khal -c "$temp/khal.conf" list --day-format '' \
		--format '{start-date} {title}' 2020-01-01 2020-12-31 2>&1 |
		sed '/^$/d' | LC_ALL=C sort
}

{
	titles CN 2020
	echo '2020-03-26 壮族三月三 照常上班'
	echo '2020-03-27 壮族三月三 照常上班'
} | LC_ALL=C sort >"$temp/table"

take_in
listed >"$temp/read"
same "khal lists 2020" "$temp/table" "$temp/read"
take_in
listed >"$temp/read"
same "khal lists 2020 once, imported twice" "$temp/table" "$temp/read"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
