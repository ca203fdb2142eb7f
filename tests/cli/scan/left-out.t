# LANGUAGE 4, `uncovered`: a group that came to be known after the case, which
# named no places.

$ cat >divisions.csv <<.
> division,name
> 450225100,融水镇
> 450225100200,东良村
> 450225100200001,一屯
> 450225100201,西良村
> .
$ cat >cases.csv <<.
> case,procedure,division,title,places
> A,household-exit,450225100200,,
> B,household-exit,450225100200,,一屯
> C,household-exit,450225100201,,
> .
$ printf 'case,event,date\nA,deliberated,2020-09-01\nB,deliberated,2020-09-01\n' >events.csv
$ printf 'division,name\n450225100200002,二屯\n450225100201001,三屯\n' >later.csv
$ gongshi init && gongshi import divisions.csv cases.csv events.csv >/dev/null && gongshi import later.csv >/dev/null

# A lacks the second group.  B named its one.  C, whose village had no group
# that was known, has one slot at the village, and lacks the group.
$ gongshi --lang en --today 2020-09-02 scan --format json | sed 's/, "basis".*"}/}/'
{"today": "2020-09-02",
 "findings": [
  {"key": "A/group-notice/450225100200002/uncovered", "code": "uncovered", "severity": "advice", "case": "A", "procedure": "household-exit", "step": "group-notice", "event": null, "division": "450225100200002", "due": null, "actual": null, "days": null},
  {"key": "C/group-notice/450225100201001/uncovered", "code": "uncovered", "severity": "advice", "case": "C", "procedure": "household-exit", "step": "group-notice", "event": null, "division": "450225100201001", "due": null, "actual": null, "days": null}],
 "cases": 3, "slots": 9, "states": {"ready": 2, "waiting": 7}, "exempt": {}, "paused": 0}
$ gongshi --lang zh --today 2020-09-02 scan | grep -o '有区划未列入：.*'
有区划未列入：村民小组公示，二屯（450225100200002）
有区划未列入：村民小组公示，三屯（450225100201001）

# At or below a division: the group itself has no slot, and is told.
$ for d in 450225100200001 450225100200002 450225100201; do gongshi --today 2020-09-02 scan --division $d --format json | grep -o '"key": "[^"]*"'; done
"key": "A/group-notice/450225100200002/uncovered"
"key": "C/group-notice/450225100201001/uncovered"
$ gongshi --lang en --today 2020-09-02 explain A group-notice | grep -o 'division left out \[uncovered\]'
division left out [uncovered]

# Up on the 1st, the first group's notice stands through the 7th: done the day
# after.  Broken off it is never done.
$ printf 'case,step,division,posted,until\nA,group-notice,,2020-09-01,\n' >p.csv; gongshi import p.csv >/dev/null
$ for d in 07 08; do gongshi --today 2020-09-$d scan --format json | grep -c A/group-notice; done
1
0
[1]
$ printf 'case,step,division,posted,until\nA,group-notice,,2020-09-01,2020-09-03\n' >p.csv; gongshi import p.csv >/dev/null
$ gongshi --today 2020-09-08 scan --format json | grep -o '"key": "A[^"]*"'
"key": "A/group-notice/450225100200001/short"
"key": "A/group-notice/450225100200002/uncovered"

# The same row again names nothing; a row that names both mends it.
$ gongshi import cases.csv >/dev/null; gongshi --today 2020-09-08 scan --format json | grep -c A/.*uncovered
1
$ printf 'case,procedure,division,places\nA,household-exit,450225100200,一屯；二屯\n' >a.csv; gongshi import a.csv >/dev/null
$ gongshi --today 2020-09-08 scan --format json | grep -c A/.*uncovered
0
[1]

# So does taking back the row of the division.
$ printf 'division,name,void\n450225100201001,三屯,是\n' >v.csv; gongshi import v.csv >/dev/null
$ gongshi --today 2020-09-08 scan --format json | grep -c uncovered
0
[1]
