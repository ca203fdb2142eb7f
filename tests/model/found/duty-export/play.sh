#!/bin/sh
# A division that became known on 10 February owes from March on (LANGUAGE 6: "only
# periods that begin later").  The sheets of `export`, taken in anew before anything
# was run in between, have forgotten when: `duty run` there opens its February too,
# and that is `missing`.  Expected: both databases list the same cases.
#
#	GONGSHI=.../gongshi sh play.sh
cd "$(dirname "$0")" || exit
work=$(mktemp -d)
g() { db=$1; day=$2; shift 2; "${GONGSHI:-gongshi}" --lang en --rules rules --calendars ../../../../calendars --db "$work/$db" --today "$day" "$@"; }
g a 2025-01-05 init
printf 'division,name\n450225,甲县\n' >"$work/1.csv"
printf 'division,name\n450226,乙县\n' >"$work/2.csv"
g a 2025-01-05 import "$work/1.csv"
g a 2025-01-05 duty add q --division 45 --from 2025-01-01
g a 2025-02-10 import "$work/2.csv"
g a 2025-04-05 export --out "$work/out"
cat "$work"/out/duties.csv
g b 2025-04-05 init
g b 2025-04-05 import "$work"/out/*.csv
for db in a b; do g $db 2025-04-05 duty run; done
for db in a b; do echo "== $db"; g $db 2025-04-05 plan --format csv | cut -d, -f1; done
rm -r "$work"
