# Three nights over one village: a notice that came down a day early, one that
# was never posted, the one put right, the other waived.
#
# Group notices of seven days opened on 1 September stand through the 7th; the
# township reviewed on the 8th.

$ mkdir -p inbox/county out
$ cat >inbox/county/divisions.csv <<.
> division,name,level
> 450225100,融水镇,township
> 450225100200,东良村,village
> 450225100200001,一屯,group
> 450225100200002,二屯,group
> .
$ cat >inbox/county/cases.csv <<.
> case,procedure,division,title
> HX-1,household-exit,450225100200,东良村名单
> .
$ cat >inbox/county/events.csv <<.
> case,event,date
> HX-1,deliberated,2020-08-31
> HX-1,township-reviewed,2020-09-08
> .
$ cat >inbox/county/postings.csv <<.
> case,step,division,posted,until
> HX-1,group-notice,一屯,2020-09-01,2020-09-06
> .
$ gongshi init
$ gongshi --lang en --today 2020-09-09 nightly --inbox inbox --out out --settle 0 --format json | sed 's/, "basis".*"}/}/'
{"today": "2020-09-09", "since": null,
 "new": [
  {"key": "HX-1/group-notice/450225100200001/short", "first": "2020-09-09", "code": "short", "severity": "violation", "case": "HX-1", "procedure": "household-exit", "step": "group-notice", "event": null, "division": "450225100200001", "due": "2020-09-07", "actual": "2020-09-06", "days": 1},
  {"key": "HX-1/group-notice/450225100200002/missing", "first": "2020-09-09", "code": "missing", "severity": "violation", "case": "HX-1", "procedure": "household-exit", "step": "group-notice", "event": null, "division": "450225100200002", "due": "2020-09-01", "actual": null, "days": null}],
 "standing": [],
 "fixed": [],
 "gone": [],
 "waived": [],
 "deliveries": [
  {"name": "county", "state": "taken", "rows": 8, "errors": 0}],
 "cases": 1, "judged": 1, "slots": 4, "states": {"broken": 1, "overdue": 1, "ready": 1, "waiting": 1}, "exempt": {}, "paused": 0}
$ ls inbox inbox/taken/2020-09-09 out
inbox:
taken

inbox/taken/2020-09-09:
county

out:
calendars
pages
report.json
report.txt
reports

# The same day again: the same report, byte for byte.
$ cp out/report.json first.json; gongshi --lang en --today 2020-09-09 nightly --inbox inbox --out out --settle 0 >out.txt
[1]
$ cmp first.json out/report.json && cmp out.txt out/report.txt

# A night without any change.
$ gongshi --lang en --today 2020-09-10 nightly --inbox inbox --out out --format json | grep -o '"since": "[^"]*"\|"judged": [0-9]*'
"since": "2020-09-09"
"judged": 0
$ gongshi --lang en --today 2020-09-10 nightly --inbox inbox --out out | head -5
Publicity, night of 2020-09-10 (compared with 2020-09-09)
new: 0
fixed: 0
standing: 2 (violation 2)
no deliveries

# A waiver needs ground, signer and end.
$ gongshi --lang en --today 2020-09-10 waive HX-1/group-notice/450225100200002/missing --by 韦主任 2>&1
gongshi: error: `waive` needs --ground
gongshi: error: `waive` needs --until
[2]
$ gongshi --lang en --today 2020-09-10 waive HX-1/group-notice/450225100200002/missing --ground 洪水 --by 韦主任 --until 2020-09-09
gongshi: error: --until 2020-09-09: that day is over
[2]

# Of what is not open only with --ahead; else nothing is stored.
$ gongshi --lang en --today 2020-09-10 waive HX-1/nothing --ground 洪水 --by 韦主任 --until 2020-09-12
gongshi: error: no finding that is open has the key `HX-1/nothing`; with --ahead it is waived all the same
[2]
$ gongshi --lang en --today 2020-09-10 waive --list
nothing is waived
$ gongshi --lang en --today 2020-09-10 waive HX-1/nothing --ground 洪水 --by 韦主任 --until 2020-09-12 --ahead
$ gongshi --lang en --today 2020-09-10 waive HX-1/group-notice/450225100200002/missing --ground 洪水 --by 韦主任 --until 2020-09-11
$ gongshi --lang en --today 2020-09-10 waive --list
HX-1/group-notice/450225100200002/missing
  until 2020-09-11, by 韦主任: 洪水
HX-1/nothing
  until 2020-09-12, by 韦主任: 洪水

# The short one's record is changed, which puts nothing right; the other counts
# apart until the 11th is over.
$ printf 'case,step,division,posted,until\nHX-1,group-notice,一屯,2020-09-01,2020-09-07\n' >inbox/late.csv
$ gongshi --lang en --today 2020-09-11 nightly --inbox inbox --out out --settle 0 --format json | sed 's/, "basis".*"}/}/'
{"today": "2020-09-11", "since": "2020-09-10",
 "new": [],
 "standing": [],
 "fixed": [],
 "gone": [
  {"key": "HX-1/group-notice/450225100200001/short", "code": "short", "severity": "violation", "first": "2020-09-09", "why": "corrected"}],
 "waived": [
  {"key": "HX-1/group-notice/450225100200002/missing", "first": "2020-09-09", "code": "missing", "severity": "violation", "case": "HX-1", "procedure": "household-exit", "step": "group-notice", "event": null, "division": "450225100200002", "due": "2020-09-01", "actual": null, "days": null}],
 "deliveries": [
  {"name": ".", "state": "taken", "rows": 1, "errors": 0}],
 "cases": 1, "judged": 1, "slots": 4, "states": {"done": 1, "overdue": 1, "ready": 1, "waiting": 1}, "exempt": {}, "paused": 0}
$ ls inbox inbox/taken/2020-09-11
inbox:
taken

inbox/taken/2020-09-11:
late.csv
receipt.txt
$ grep -A11 '^Waived' out/report.txt
Waived: somebody answers for it: 1
==================================
融水镇 (450225100)
  violation, not posted: HX-1 东良村名单 (since 2020-09-09)
      Notice in the village group, 二屯 (450225100200002): Nothing has been
      posted; the last day for it was 2020-09-01: its period must be over before
      'Township reviewed' (2020-09-08).
      basis: 桂扶领办发〔2020〕45号
      until 2020-09-11, by 韦主任: 洪水
      key: HX-1/group-notice/450225100200002/missing

Waivers that match no finding
$ gongshi --lang en --today 2020-09-12 nightly --inbox inbox --out out --format json | grep -c '"missing"'
1
$ grep -A1 '"standing"' out/report.json | grep -o '"key": "[^"]*"'
"key": "HX-1/group-notice/450225100200002/missing"

# Its end was the 11th; ended by hand it is gone from the list too.
$ gongshi --lang en waive --end HX-1/group-notice/450225100200002/missing && gongshi --lang en --today 2020-09-12 waive --list
HX-1/nothing
  until 2020-09-12, by 韦主任: 洪水
$ gongshi --lang en waive --end HX-1/group-notice/450225100200002/missing
gongshi: error: no waiver has the key `HX-1/group-notice/450225100200002/missing`; see `gongshi waive --list`
[2]

# Nothing new, nothing wrong: three lines.
$ gongshi --lang en waive --end HX-1/nothing; printf 'case,event,date,void\nHX-1,township-reviewed,2020-09-08,yes\n' >inbox/e.csv; printf 'case,step,division,posted\nHX-1,group-notice,二屯,2020-09-01\n' >inbox/p.csv
$ gongshi --lang en --today 2020-09-13 nightly --inbox inbox --out out --settle 0 >/dev/null
$ gongshi --lang en --today 2020-09-14 nightly --inbox inbox --out out
Publicity, night of 2020-09-14 (compared with 2020-09-13)
Nothing is new and nothing is wrong; no deliveries.
cases: 1, slots: 4; done 2, waiting 2
