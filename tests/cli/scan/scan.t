# Findings: JSON as the interface's section 8 has it, exit statuses, filters.

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
> HX-001,group-notice,450225100200001,2020-09-10,2020-09-15,board
> .
$ gongshi init && gongshi --lang en import *.csv >/dev/null

# Section 8: seven days from 10 September end on the 16th.
$ gongshi --lang en --today 2020-10-01 scan --format json | sed 's/"message": ".*"}/"message": "..."}/'
{"today": "2020-10-01",
 "findings": [
  {"key": "HX-001/group-notice/450225100200001/short", "code": "short", "severity": "violation", "case": "HX-001", "procedure": "household-exit", "step": "group-notice", "event": null, "division": "450225100200001", "due": "2020-09-16", "actual": "2020-09-15", "days": 1, "basis": "桂扶领办发〔2020〕45号", "message": "..."}],
 "cases": 2, "slots": 6, "states": {"broken": 1, "waiting": 5}, "exempt": {}, "paused": 0}
[0]

# In either language the same, but for the message.
$ for l in en zh; do gongshi --lang $l --today 2020-10-01 scan --format json | sed 's/"message": ".*"}/""}/' >$l.json; done; cmp en.json zh.json
$ gongshi --today 2020-10-01 scan --format json | python3 -c 'import json,sys; json.load(sys.stdin)'

# Statuses: 1 at or above --fail-on (question, where it is not given).
$ gongshi --today 2020-10-01 scan >/dev/null
[1]
$ gongshi --today 2020-10-01 scan --fail-on violation >/dev/null
[1]
$ gongshi --today 2020-10-01 scan --fail-on grave >/dev/null
$ gongshi --today 2020-10-01 scan --fail-on worst 2>/dev/null
[2]

# A scan leaves out a posting of tomorrow; its state is the plan's, by all facts.
$ gongshi --lang en --today 2020-09-09 scan --format json
{"today": "2020-09-09",
 "findings": [],
 "cases": 2, "slots": 6, "states": {"broken": 1, "waiting": 5}, "exempt": {}, "paused": 0}

# Advice alone: through the 16th, today the 17th: it can still be mended.
$ sed s/2020-09-15/2020-09-16/ postings.csv >p.csv && gongshi --lang en import p.csv
postings: 1 row: 0 new, 0 unchanged, 1 corrected
$ gongshi --lang en --today 2020-09-17 scan --format json | grep -o '"code": "[a-z]*", "severity": "[a-z]*"'
"code": "tight", "severity": "advice"
$ gongshi --today 2020-09-17 scan >/dev/null
$ gongshi --today 2020-09-17 scan --fail-on advice >/dev/null
[1]
$ gongshi --today 2020-09-18 scan --fail-on advice >/dev/null
$ gongshi --lang en import postings.csv
postings: 1 row: 0 new, 0 unchanged, 1 corrected

# --division keeps what is at or below it; counts and status follow.
$ gongshi --today 2020-10-01 scan --format json --division 450225101000 | tail -1
 "cases": 1, "slots": 3, "states": {"waiting": 3}, "exempt": {}, "paused": 0}
$ gongshi --today 2020-10-01 scan --division 450225101 >/dev/null
$ gongshi --today 2020-10-01 scan --division 450225100 >/dev/null
[1]
$ gongshi --today 2020-10-01 scan --format json --division 450225100200001 | tail -1
 "cases": 1, "slots": 1, "states": {"broken": 1}, "exempt": {}, "paused": 0}
$ gongshi scan --division 4502251 2>/dev/null
[2]

# CSV for a spreadsheet: a mark, CRLF, a header in the language asked, and a '
# before what would be a formula.
$ gongshi --lang en --today 2020-10-01 scan --format csv >out.csv
[1]
$ head -c 3 out.csv | od -An -tx1
 ef bb bf
$ head -1 out.csv | tail -c +4 | tr -d '\r'
key,severity,code,case,title,division,name,step,event,due,actual,days,basis,message,severity-id,code-id,step-id,event-id
$ tail -1 out.csv | cut -d, -f1-12
HX-001/group-notice/450225100200001/short,violation,notice too short,HX-001,东良村2020年,450225100200001,一屯,Notice in the village group,,2020-09-16,2020-09-15,1
$ tail -1 out.csv | tr -d '\r' | grep -o ',[^,]*,[^,]*,[^,]*,[^,]*$'
,violation,short,group-notice,
$ grep -c "$(printf '\r')$" out.csv
2
$ gongshi --lang zh --today 2020-10-01 scan --format csv | head -1 | grep -c 'key'
0
[1]
$ printf 'case,event,date\nHX-002,township-reviewed,2020-09-30\n' >e.csv && gongshi --lang en import e.csv >/dev/null; gongshi --lang en --today 2020-10-01 scan --format csv | grep '^HX-002' | cut -d, -f1-5
HX-002/group-notice/450225101200/missing,violation,not posted,HX-002,'=和睦村

# Text is plain where it does not go to a terminal, with and without NO_COLOR.
$ gongshi --lang en --today 2020-10-01 scan | grep -c "$(printf '\033')"
0
[1]
$ NO_COLOR=1 gongshi --lang en --today 2020-10-01 scan | grep -c "$(printf '\033')"
0
[1]

# Grouped by township, then case.
$ gongshi --lang en --today 2020-10-01 scan | grep -o '^\(融水镇\|和睦镇\|HX-00[12]\)'
融水镇
HX-001
和睦镇
HX-002

# A case under no rule in force: one question, no slots.
$ printf 'case,procedure,division\nHX-003,household-exit,450225101200\n' >c.csv; printf 'case,event,date\nHX-003,deliberated,2019-12-31\n' >e.csv; gongshi import c.csv e.csv >/dev/null; gongshi --today 2020-10-01 scan --format json | grep -o '"key": "HX-003[^"]*", "code": "[a-z]*", "severity": "[a-z]*"'
"key": "HX-003//450225101200/unknown", "code": "unknown", "severity": "question"

# A broken database is the machine's failure, not bad input.
$ head -c 3000 gongshi.db >broken.db; gongshi --db broken.db scan >/dev/null 2>&1
[3]
$ gongshi --today 2020-10-01 scan x 2>/dev/null
[2]
$ gongshi --today 2020-10-01 scan --format xml 2>/dev/null
[2]
$ gongshi --today 2020-10-01 scan >/dev/full 2>/dev/null
[3]

# A division that nobody has is no clean bill.
$ rm -f n.db; gongshi --db n.db init; gongshi --db n.db --lang en scan --division 450226 2>&1 >/dev/null
gongshi: warning: --division 450226: no case has anything there
