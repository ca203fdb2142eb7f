# Plans: JSON as the interface's section 8 has it, by case, by division.

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
> HX-001,household-exit,450225100200,东良村2020年,450225100200001,
> HX-002,household-exit,450225101200,=和睦村,,
> .
$ cat >events.csv <<.
> case,event,date
> HX-001,deliberated,2020-09-10
> .
$ cat >postings.csv <<.
> case,step,division,posted,until,medium
> HX-001,group-notice,450225100200001,2020-09-10,,board
> .
$ gongshi init && gongshi --lang en import *.csv >/dev/null

$ gongshi --today 2020-09-12 plan HX-001 --format json
{"today": "2020-09-12", "cases": [
 {"case": "HX-001", "procedure": "household-exit", "division": "450225100200",
  "slots": [
   {"step": "group-notice", "division": "450225100200001", "kind": "notice", "state": "standing", "earliest": "2020-09-10", "latest": null, "advised": null, "forecast": false, "posted": "2020-09-10", "until": null, "judged": "2020-09-16", "planned": "2020-09-17"},
   {"step": "village-notice", "division": "450225100200", "kind": "notice", "state": "waiting", "earliest": "2020-09-17", "latest": null, "advised": null, "forecast": true, "posted": null, "until": null, "judged": "2020-09-23", "planned": "2020-09-24"},
   {"step": "village-announcement", "division": "450225100200", "kind": "announcement", "state": "waiting", "earliest": "2020-09-24", "latest": null, "advised": null, "forecast": true, "posted": null, "until": null, "judged": null, "planned": null}]}], "exempt": {}, "paused": 0}

# Findings do not matter to a plan: its status is 0.
$ gongshi --today 2020-10-01 plan >/dev/null

# 20 working days after 10 September: 14 October, by either count.
$ printf 'case,event,date\nHX-002,county-approved,2020-09-10\n' >e.csv && gongshi --lang en import e.csv >/dev/null; gongshi --today 2020-09-12 plan HX-002 --format json | grep village-announcement | grep -o '"state": "ready".*"advised": "[0-9-]*"'
"state": "ready", "earliest": "2020-09-10", "latest": "2020-10-14", "advised": "2020-10-14"

# Cases come by division, then number; several may be named, in any order.
$ gongshi plan --format json | grep -o '"case": "[^"]*"'
"case": "HX-001"
"case": "HX-002"
$ gongshi plan HX-002 HX-001 --format json | grep -c '"case"'
2
$ gongshi plan --format json --division 450225101 | grep -o '"case": "[^"]*"'
"case": "HX-002"
$ gongshi plan --format json --division 450225100200001 | grep -o '"step": "[^"]*"'
"step": "group-notice"
$ gongshi --lang en plan HX-009 2>&1 | grep -c HX-009
1
$ gongshi --lang en plan HX-009 >/dev/null 2>&1
[2]

# CSV: its columns; a title that would be a formula.
$ gongshi --lang en --today 2020-09-12 plan --format csv >out.csv; head -1 out.csv | tail -c +4 | tr -d '\r'
case,title,procedure,division,name,step,kind,state,earliest,latest,advised,forecast,posted,until,judged,planned,procedure-id,step-id,kind-id,state-id
$ sed -n 2p out.csv | tr -d '\r'
HX-001,东良村2020年,Household poverty exit,450225100200001,一屯,Notice in the village group,notice,standing,2020-09-10,,,no,2020-09-10,,2020-09-16,2020-09-17,household-exit,group-notice,notice,standing
$ gongshi --lang zh --today 2020-09-12 plan --format csv | sed -n 2p | tr -d '\r'
HX-001,东良村2020年,贫困户脱贫摘帽,450225100200001,一屯,村民小组公示,公示,公示中,2020-09-10,,,否,2020-09-10,,2020-09-16,2020-09-17,household-exit,group-notice,notice,standing
$ grep -c "^HX-002,'=和睦村," out.csv
3

# The order of rows and files does not matter.
$ gongshi --today 2020-09-12 plan --format json >one; gongshi --db two.db init; for f in divisions cases events postings; do (head -1 $f.csv; tail -n +2 $f.csv | tac) >r-$f.csv; done; gongshi --db two.db import r-postings.csv e.csv r-cases.csv r-events.csv r-divisions.csv >/dev/null; gongshi --db two.db --today 2020-09-12 plan --format json | cmp one -
