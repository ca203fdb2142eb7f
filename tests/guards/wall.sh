#!/bin/sh
#
# wall.sh -- folders and files are touched in src/folder: who else opens,
# makes, renames or lists by name is named here, with the reason.

cd "$(dirname "$0")/../.." || exit 2
passed=0 failed=0

allowed='
store/store.c open	# the database, made new
store/store.c unlink	# one that could not be made, taken away
cmd/figures.c fopen	# its own workbook, on its way to the output
cmd/figures.c mkdtemp	# where it lies meanwhile
cmd/figures.c unlink	# its own workbook, on its way to the output
cmd/figures.c rmdir	# and the folder that was made for it
input/csv.c open	# what `import` names: a pipe too
input/workbook_kind.c open	# what `import` names, as csv.c does
input/workbook_zip.c open	# likewise
input/whole.c open	# never waits, and ordinary files only
cmd/night.c fopen	# the report that was written just now
cmd/verdicts.c fopen	# a device or a pipe that was asked for
job/inbox_move.c unlinkat	# its own empty folders
job/reports.c unlinkat	# reports of ours, of sixty nights ago
job/pages_folder.c unlinkat	# pages of ours, as they were left
job/pages_leaf.c tmpfile	# what waits for its page; likewise
job/workshop.c unlinkat	# its own
job/sheetfile.c fopen	# a pipe that was named, to read it twice
job/sheetfile.c tmpfile	# where it is put; it has no name
job/sample.c tmpfile	# days put into a sheet; it has no name
job/calendars_update.c unlink	# a calendar of ours whose last entry went
job/lock.c openat	# locks: never through a link, never waiting
job/lock.c unlinkat	# its own
store/journal.c open	# never through a link, never waiting
job/mirror.c open	# its lock, never through a link
job/mirror.c unlink	# its own, in a cache of one user
job/mirror.c rename	# its own, made anew, into its place
job/almanac.c mkdir	# /etc/gongshi/calendars and below
job/workers.c tmpfile	# what waits to be taken in order; likewise
cmd/spool.c tmpfile	# what is printed later; it has no name
report/impact_text.c tmpfile	# likewise
alert/entries.c open	# never waits, and ordinary files only
alert/main.c fopen	# /proc
alert/state.c open	# never waits; locks: never through a link
alert/state.c mkdir	# the folders of one user'
calls='open|openat|creat|fopen|freopen|rename|renameat|renameat2|mkdir|mkdirat'
calls="$calls|opendir|fdopendir|readdir|unlink|unlinkat|rmdir|remove|mkstemp"
calls="$calls|mkostemp|mkdtemp|tmpfile|link|linkat|symlink|symlinkat|mkfifo"

for f in src/*/*.c; do
	case $f in src/folder/*) continue ;; esac
	name=${f#src/} faults=0
	for call in $(grep -oE "(^|[^a-z0-9_>.])($calls)\(" "$f" |
	    sed 's/.*[^a-z0-9]\([a-z0-9]*\)(/\1/; s/($//' | sort -u); do
		echo "$allowed" | grep -q "^$name $call	" && continue
		echo "$f: $call(): that is for src/folder to do"
		faults=1
	done
	if [ "$faults" -eq 0 ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
done

# What is allowed and not there any more is to be struck off.
while read -r name call _; do
	[ -z "$name" ] && continue
	if grep -qE "(^|[^a-z0-9_])$call\(" "src/$name"; then
		passed=$((passed + 1))
	else
		echo "src/$name has no $call(): strike it off the list"
		failed=$((failed + 1))
	fi
done <<END
$allowed
END

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
