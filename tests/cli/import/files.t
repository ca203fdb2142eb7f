# What cannot be read as a sheet: said by file and place, the database as it
# was, status 2.

$ cat >divisions.csv <<.
> division,name,level
> 450225100,融水镇,township
> 450225100200,东良村,village
> 450225100200001,一屯,group
> 450225100200002,二屯,group
> 450225101,和睦镇,township
> 450225101200,和睦村,village
> .
$ cat >cases.csv <<.
> case,procedure,division,title,places,batch
> HX-001,household-exit,450225100200,东良村2020年,,
> .
$ gongshi init && gongshi --lang en import divisions.csv cases.csv >/dev/null
$ cat >try <<'.'
> sqlite3 gongshi.db .dump >before
> gongshi --lang en import "$@" >out 2>&1
> echo "status $?"
> grep -o '^[^ ]*: error' out
> sqlite3 gongshi.db .dump | cmp before -
> .
$ sh try nothing.csv
status 2
nothing.csv: error
$ sh try cases.csv nothing.csv
status 2
nothing.csv: error
$ mkdir folder; sh try folder
status 2
folder: error
$ : >empty.csv; sh try empty.csv
status 2
empty.csv: error

# An unknown column, with the nearest word; one that stands twice; a lacking
# one; no header at all.
$ printf 'case,event,dste\nHX-001,deliberated,2020-09-01\n' >h.csv; sh try h.csv | head -2
status 2
h.csv:1:12: error
$ grep -c '`date`' out
1
$ printf 'case,event,date,date\nHX-001,deliberated,2020-09-01,\n' >h.csv; sh try h.csv
status 2
h.csv:1:17: error
$ printf 'case,procedure,title\nA,household-exit,x\n' >h.csv; sh try h.csv | cut -d: -f1,2
status 2
h.csv:1
$ printf 'one,two\n1,2\n' >h.csv; sh try h.csv | cut -d: -f1
status 2
h.csv

# The form: an open quote, broken characters, a NUL.
$ printf 'case,event,date\nHX-001,"deliberated,2020-09-01\n' >f.csv; sh try f.csv | head -2
status 2
f.csv:2:8: error
$ printf 'case,event,date,备注\nHX-001,deliberated,2020-09-01,\303\050\nHX-001,deliberated,2020-09-01,备注\n' >f.csv; sh try f.csv | head -2
status 2
f.csv:2:31: error
$ printf 'case,event,date\nHX-001,delib\000erated,2020-09-01\n' >f.csv; sh try f.csv | head -2
status 2
f.csv:2:13: error

# No files named.
$ gongshi --lang en import 2>/dev/null
[2]

# Nothing of a refused sheet commands a terminal.
$ printf 'case,event,date\nHX-001,\033[31mred,2020-09-01\n' >f.csv; gongshi --lang en import f.csv 2>&1 | grep -c "$(printf '\033')"
0
[1]

# Two files put together: the second one's byte order mark cannot be seen.
$ printf '\357\273\277case,event,date\nHX-001,deliberated,2020-09-01\n' >f.csv; cat f.csv f.csv >two.csv; sh try two.csv
status 2
two.csv:3:1: error
$ grep -c 'byte order mark' out
1

# Nor does a title from a sheet command whoever opens a CSV, or turn it round.
$ printf 'case,procedure,division,title\nHX-001,household-exit,450225100200,\342\200\256甲\033[31m乙\n' >f.csv; gongshi --lang en import f.csv
cases: 1 row: 0 new, 0 unchanged, 1 corrected
$ gongshi --today 2020-09-20 plan --format csv | grep -o '[^,]*甲[^,]*' | sort -u
�甲�[31m乙

# More files than a shell allows a program at first.
$ mkdir many; for i in $(seq 101 180); do printf 'division,name\n450225%s,镇%s\n' $i $i >many/$i.csv; done
$ rm -f many.db; gongshi --db many.db init; (ulimit -Sn 48; gongshi --db many.db --lang en import many/*.csv)
divisions: 80 rows: 80 new, 0 unchanged
