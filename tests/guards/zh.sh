#!/bin/sh
#
# zh.sh -- every message of the program is there in Chinese: no translation is
# wrong in form, missing or doubtful, and none is lacking that the sources,
# read afresh, ask for.

cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0
po=src/po/zh_CN.po

result() {	# STATUS WHAT
	if [ "$1" -eq 0 ]; then
		passed=$((passed + 1))
	else
		echo "$2"
		failed=$((failed + 1))
	fi
}

set -- src/*/*.[ch]
if ! test -e "$1"; then
	echo "skipped: no sources yet"
	echo "0 passed, 0 failed"
	exit 0
fi

tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT

# Keywords as in the Makefile.
xgettext --language=C --from-code=UTF-8 -k -k_ -kN_ \
    -ktext_plural:1,2 -ktext_say_plural:2,3 -ktold_plural:2,3 \
    --add-location=file -o "$tmp/fresh.pot" "$@" || exit 2

if ! test -e "$tmp/fresh.pot" && ! test -e "$po"; then
	echo "skipped: no messages yet"
elif ! test -e "$po"; then
	result 1 "$po is not there"
else
	msgfmt --check -o /dev/null "$po"
	result $? "$po: msgfmt --check refuses it"
	said=$(LC_ALL=C msgfmt --statistics -o /dev/null "$po" 2>&1)
	case $said in
	*fuzzy* | *untranslated*) result 1 "$po: $said" ;;
	*) result 0 ;;
	esac
	if test -e "$tmp/fresh.pot"; then
		LC_ALL=C msgcmp "$po" "$tmp/fresh.pot" >"$tmp/said" 2>&1
		result $? "$po lacks messages of the sources; \`make po\`:
$(grep -v warning: "$tmp/said" | sed "s|$tmp/||")"
	fi
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
