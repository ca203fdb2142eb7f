# The same file again changes nothing; other values correct; void takes back.

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
$ cat >events.csv <<.
> case,event,date
> HX-001,deliberated,2020-09-01
> .
$ cat >postings.csv <<.
> case,step,division,posted,until,medium
> HX-001,group-notice,一屯,2020-09-01,,board
> HX-001,group-notice,二屯,2020-09-01,,board
> .
$ gongshi init && gongshi --lang en import divisions.csv cases.csv events.csv postings.csv
divisions: 6 rows: 6 new, 0 unchanged
cases: 1 row: 1 new, 0 unchanged
events: 1 row: 1 new, 0 unchanged
postings: 2 rows: 2 new, 0 unchanged
$ sqlite3 gongshi.db .dump >before
$ gongshi --lang en import divisions.csv cases.csv events.csv postings.csv
divisions: 6 rows: 0 new, 6 unchanged
cases: 1 row: 0 new, 1 unchanged
events: 1 row: 0 new, 1 unchanged
postings: 2 rows: 0 new, 2 unchanged
$ sqlite3 gongshi.db .dump | diff before - | grep -c -v -e '^[0-9]' -e 'INTO run' -e '^---'
0
[1]

# A new day of an event replaces the old one.
$ printf 'case,event,date\nHX-001,deliberated,2020-09-02\n' >e.csv; gongshi --lang en import e.csv
events: 1 row: 0 new, 0 unchanged, 1 corrected
$ gongshi --lang en --today 2020-09-20 scan --format json | grep -o '"code": "[a-z]*"\|"due": "[0-9-]*"'
"code": "early"
"due": "2020-09-02"
"code": "early"
"due": "2020-09-02"

# Filling an empty field completes; an absent column leaves what is there; an
# empty cell empties it.
$ printf 'case,step,division,posted,until,medium\nHX-001,group-notice,一屯,2020-09-01,2020-09-05,board\n' >p.csv; gongshi --lang en import p.csv
postings: 1 row: 0 new, 0 unchanged, 1 completed
$ printf 'case,step,division,posted,medium\nHX-001,group-notice,一屯,2020-09-01,board\n' >p.csv; gongshi --lang en import p.csv
postings: 1 row: 0 new, 1 unchanged
$ gongshi --today 2020-09-20 plan --format json | grep -c '"until": "2020-09-05"'
1
$ printf 'case,step,division,posted,until,medium\nHX-001,group-notice,一屯,2020-09-01,,board\n' >p.csv; gongshi --lang en import p.csv
postings: 1 row: 0 new, 0 unchanged, 1 corrected
$ gongshi --today 2020-09-20 plan --format json | grep -c '"until": "2020-09-05"'
0
[1]

# void takes a row back by its key; once more is no change. The two groups then
# follow nothing that has a day.
$ printf 'case,event,date,void\nHX-001,deliberated,2020-09-02,yes\n' >v.csv; gongshi --lang en import v.csv
events: 1 row: 0 new, 0 unchanged, 1 taken back
$ gongshi --lang en import v.csv | grep -c 'taken back'
0
[1]
$ gongshi --today 2020-09-20 plan --format json | grep -c '"earliest": null'
2

# A case takes its rows with it.
$ printf '办件编号,程序,区划代码,作废\nHX-001,贫困户脱贫摘帽,450225100200,是\n' >v.csv; gongshi --lang en import v.csv
cases: 1 row: 0 new, 0 unchanged, 1 taken back
$ gongshi --lang en --today 2020-09-20 scan --format json
{"today": "2020-09-20",
 "findings": [],
 "cases": 0, "slots": 0, "states": {}, "exempt": {}, "paused": 0}
