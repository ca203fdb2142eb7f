#!/bin/sh
#
# pure.sh -- what time/, rule/ and case/ ask of others is memory and string
# functions and the house's own: no clock, no stream, no environment.  time/
# asks nothing even of the house (it does not allocate); of input/ case/ asks
# only what working days a division has (a look-up).

cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0
B=${B:-build}
command -v nm >/dev/null || exit 2

if [ -n "$SAN" ]; then
	echo "skipped: a sanitizer puts calls of its own into everything"
	echo "0 passed, 0 failed"
	exit 0
fi

memory='
mem(cpy|move|set|cmp|chr|rchr|ccpy) mempcpy bcmp
str(len|nlen|cmp|ncmp|chr|rchr|str|spn|cspn|pbrk|cpy|ncpy|cat|ncat) stpn?cpy
strto(l|ul|ll|ull|imax|umax) __isoc23_strto(l|ul|ll|ull)
__(mem(cpy|move|set)|mempcpy|str(cpy|ncpy|cat|ncat)|stpn?cpy)_chk
qsort bsearch abort __assert_fail __stack_chk_fail _GLOBAL_OFFSET_TABLE_'
memory=$(echo $memory | tr ' ' '|')

# objects FLOOR...: the objects of sources that are there now
objects() {
	for floor; do
		for f in src/"$floor"/*.c; do
			o=${f#src/} o=$B/obj/${o%.c}.o
			test -e "$f" && test -e "$o" && echo "$o"
		done
	done
}

# pure FLOOR MAY-USE...
pure() {
	floor=$1
	own=$(nm -g --defined-only $(objects "$@") /dev/null 2>/dev/null |
	    awk 'NF == 3 { print $3 }' | sort -u)
	for o in $(objects "$floor"); do
		strange=$(nm -u "$o" | awk '{ print $2 }' | sed 's/@.*//' |
		    grep -Evx "$memory" | grep -Fvx -e "$own" -e '')
		if [ -z "$strange" ]; then
			passed=$((passed + 1))
		else
			echo "$o asks for" $strange
			failed=$((failed + 1))
		fi
	done
}

pure time
pure rule base time
pure case rule base time input

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
