#!/bin/sh
#
# floors.sh -- includes point down only, siblings never include each other,
# and each outside library's header stands in the named file only.

cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0

bad() {
	echo "$1"
	faults=$((faults + 1))
}

# The floors that each may include, besides itself.
below() {
	case $1 in
	base | time) ;;
	folder) echo base time ;;
	input) echo folder base time ;;
	rule) echo base time ;;
	case) echo input rule base time ;;
	desk | store | words) echo case input rule folder base time ;;
	report | account | calendar) echo words case input rule folder base time ;;
	hub) echo store base time ;;
	job) echo hub report account calendar words store desk case input \
		rule folder base time ;;
	cmd) echo job hub report account calendar words store desk case input \
		rule folder base time ;;
	alert) echo folder base time ;;
	*) return 1 ;;
	esac
}

local_header() {	# FILE FLOOR LINE HEADER
	case $4 in
	*..*) bad "$1:$3: \"$4\" climbs; write floor/name.h" ; return ;;
	*/*) target=${4%%/*} ;;
	*)
		test -e "src/$2/$4" || test -e "src/$2/${4%.h}" ||
			bad "$1:$3: \"$4\": no such header beside it"
		return
		;;
	esac
	case " $2 $(below "$2") " in
	*" $target "*) ;;
	*) bad "$1:$3: $2 includes $4, which is not below it" ;;
	esac
}

outside_header() {	# FILE FLOOR LINE HEADER
	file=${1#src/}
	case $4 in
	libical/*)
		case $file in
		input/ics_days.c | calendar/ics.c | calendar/days_ics.c | \
		alert/calendar.c)
			return ;; esac ;;
	yaml.h)
		case $file in input/yaml.c) return ;; esac ;;
	sqlite3.h)
		case $file in store/*.c | store/inside.h) return ;; esac ;;
	libpq-fe.h | dlfcn.h)
		case $file in hub/libpq.[ch]) return ;; esac ;;
	libintl.h)
		case $file in base/text.c) return ;; esac ;;
	zip.h | expat.h)
		case $file in input/workbook*.c) return ;; esac ;;
	xlsxwriter.h)
		case $file in report/workbook.c) return ;; esac ;;
	qrencode.h)
		case $file in report/qr.c) return ;; esac ;;
	iconv.h)
		case $file in input/decode.h) return ;; esac ;;
	sha1.h | sha256.h | sha2.h)
		case $file in base/hash.c) return ;; esac ;;
	assert.h | ctype.h | errno.h | float.h | inttypes.h | limits.h | \
	locale.h | math.h | setjmp.h | signal.h | stdalign.h | stdarg.h | \
	stdatomic.h | stdbool.h | stddef.h | stdint.h | stdio.h | stdlib.h | \
	stdnoreturn.h | string.h | strings.h | time.h | uchar.h | wchar.h | \
	wctype.h | dirent.h | fcntl.h | fnmatch.h | ftw.h | getopt.h | \
	glob.h | grp.h | langinfo.h | libgen.h | poll.h | pwd.h | regex.h | \
	sched.h | \
	spawn.h | sys/*.h | termios.h | unistd.h)
		return ;;
	libnotify/* | glib.h | glib-unix.h | gio/*)
		case $file in alert/talker.c) return ;; esac ;;
	esac
	bad "$1:$3: <$4> does not belong here"
}

for f in src/*/*.[ch]; do
	test -e "$f" || continue
	floor=${f#src/} floor=${floor%%/*} faults=0
	below "$floor" >/dev/null || bad "$f: src/$floor is no floor"
	# line " or <, header
	while IFS='	' read -r line kind header; do
		case $kind in
		'"') local_header "$f" "$floor" "$line" "$header" ;;
		'<') outside_header "$f" "$floor" "$line" "$header" ;;
		esac
	done <<-END
	$(sed -n '/^[ 	]*#[ 	]*include/{
		=
		s/^[ 	]*#[ 	]*include[ 	]*\(["<]\)\([^">]*\).*/\1	\2/p
	}' "$f" | sed 'N;s/\n/	/')
	END
	if [ "$faults" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
done

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
