# INTERFACE 7, LANGUAGE 4: an objection whose row names no division is of all
# the step's places.  It has the key of one at the case's own division, and of
# two such rows the later says which it is.

$ cat >divisions.csv <<.
> division,name
> 450225100,甲镇
> 450225100200,某村
> 450225100200001,一屯
> 450225100200002,二屯
> .
$ printf 'case,procedure,division,places\nHX-1,household-exit,450225100200,一屯；二屯\n' >cases.csv
$ printf 'case,event,date\nHX-1,deliberated,2020-09-01\nHX-1,township-reviewed,2020-09-12\n' >events.csv
$ gongshi init >/dev/null; gongshi import divisions.csv cases.csv events.csv >/dev/null
$ printf 'case,step,number,received\nHX-1,group-notice,1,2020-09-02\n' >none.csv; gongshi --lang en import none.csv
objections: 1 row: 1 new, 0 unchanged

# The key of its finding bears the case's division.
$ gongshi --today 2020-09-20 scan --format json | grep -o 'HX-1/group-notice/[^"]*/objection/[^"]*'
HX-1/group-notice/450225100200/objection/2020-09-02/1

# One with that division is the same row: named for the first time, which fills
# what was empty; named no more, which is a correction.  An absent column and an
# empty cell are one.
$ printf 'case,step,division,number,received\nHX-1,group-notice,450225100200,1,2020-09-02\n' >named.csv; gongshi --lang en import named.csv
objections: 1 row: 0 new, 0 unchanged, 1 completed
$ gongshi --lang en import named.csv; gongshi --today 2020-09-20 scan --format json | grep -o 'HX-1/group-notice/[^"]*/objection/[^"]*'
objections: 1 row: 0 new, 1 unchanged
HX-1/group-notice/450225100200/objection/2020-09-02/1
$ printf 'case,step,division,number,received\nHX-1,group-notice,,1,2020-09-02\n' >empty.csv; gongshi --lang en import empty.csv; gongshi --lang en import none.csv
objections: 1 row: 0 new, 0 unchanged, 1 corrected
objections: 1 row: 0 new, 1 unchanged
$ gongshi --lang en history HX-1 | grep -A2 '^objection' | sed 's/came .* from/came from/; s/corrected .* through/corrected through/; s/completed .* through/completed through/'
objection  Notice in the village group  group-notice/450225100200/2020-09-02/1  division=none
    came from none.csv
    completed through named.csv
objection  Notice in the village group  group-notice/450225100200/2020-09-02/1
    came from named.csv
    corrected through empty.csv
objection  Notice in the village group  group-notice/450225100200/2020-09-02/1  division=none
    came from empty.csv

# Both in one import say different things; one at a division below is another.
$ gongshi --lang en import named.csv none.csv 2>&1 | grep -c 'this row'"'"'s key stands in this import before with other values'
1
$ printf 'case,step,division,number,received,outcome,resolved\nHX-1,group-notice,一屯,1,2020-09-02,属实,2020-09-04\n' >below.csv; gongshi --lang en import below.csv
objections: 1 row: 1 new, 0 unchanged
$ gongshi --lang en record objection HX-1 group-notice 2020-09-03 --number 2; gongshi --lang en record objection HX-1 group-notice 2020-09-03 --number 2 --division 450225100200
objections: 1 row: 1 new, 0 unchanged
objections: 1 row: 0 new, 0 unchanged, 1 completed

# They come out as they came in.
$ gongshi --lang en export --out out >/dev/null; tail -c +4 out/objections.csv | tr -d '\r'
case,step,division,number,received,resolved,outcome,handler
HX-1,group-notice,,1,2020-09-02,,,
HX-1,group-notice,450225100200,2,2020-09-03,,,
HX-1,group-notice,450225100200001,1,2020-09-02,2020-09-04,upheld,
$ gongshi --lang en import out/objections.csv; gongshi --db again.db init >/dev/null; gongshi --db again.db import out/*.csv >/dev/null; gongshi --lang en --db again.db export --out again >/dev/null; diff -r out again && echo same
objections: 3 rows: 0 new, 3 unchanged
same
$ gongshi --lang en record void objection HX-1 group-notice 2020-09-03 --number 2
objections: 1 row: 0 new, 0 unchanged, 1 taken back

# A case at another division takes along those that name its own, and those
# that name none.
$ printf 'case,procedure,division\nHX-3,household-exit,450225100203\n' >c.csv; gongshi import c.csv >/dev/null
$ gongshi record objection HX-3 village-notice 2020-09-03 --number 1 >/dev/null; gongshi record objection HX-3 village-notice 2020-09-03 --number 2 --division 450225100203 >/dev/null
$ gongshi rename HX-3 HX-4 --division 450225100204 >/dev/null; gongshi export --out moved >/dev/null; tail -c +4 moved/异议.csv | tr -d '\r' | grep HX-4; gongshi verify >/dev/null; echo $?
HX-4,village-notice,,1,2020-09-03,,,
HX-4,village-notice,450225100204,2,2020-09-03,,,
0

# A database of the version before: what bears its case's division was never
# told apart from what names none, and counted for all places: so it is kept.
$ sqlite3 old.db <$TESTDIR/cli/import/version-7.sql; gongshi --db old.db --lang en import events.csv
events: 2 rows: 0 new, 2 unchanged
$ gongshi --db old.db --lang en export --out old >/dev/null; tail -c +4 old/objections.csv | tr -d '\r'; gongshi --db old.db verify >/dev/null; echo $?
case,step,division,number,received,resolved,outcome,handler
HX-1,group-notice,450225100,4,2020-09-02,,,
HX-1,group-notice,,1,2020-09-02,2020-09-03,,
HX-1,group-notice,450225100200001,2,2020-09-02,2020-09-03,,
HX-1,village-notice,,3,2020-09-02,,,
0
