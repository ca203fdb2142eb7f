# A notice of days off that is new: 3 March 2021, a Wednesday, would be off.
# X was filed on Monday 1 March: five working days are over on Monday the 8th, and
# with that day off on Tuesday the 9th.  Y was posted on the 2nd.

$ mkdir -p rules/p days/cn; cat >rules/p/pack.yaml <<.
> pack: p
> title: 甲办法
> scope: ["45"]
> instruments: {甲办法: {title: 甲办法}}
> .
$ cat >rules/p/p.yaml <<.
> procedure: p
> title: 程序
> case: county
> basis: 甲办法 第三条
> events:
>   a: {title: 申报}
>   b: {title: 批复, after: s}
> steps:
>   s: {title: 公示, kind: notice, at: case, opens: within 5 workdays after a, lasts: at least 7 days}
> .
$ cat >year <<'.'
> # year FILE OFF...: the calendar of 2021 with these days off
> file=$1; shift
> printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//\r\n' >$file
> for d; do
> printf 'BEGIN:VEVENT\r\nUID:%s\r\nDTSTART;VALUE=DATE:2021%s\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY\r\nEND:VEVENT\r\n' $d $d >>$file
> done
> printf 'END:VCALENDAR\r\n' >>$file
> .
$ sh year days/cn/2021.ics 0101
$ printf 'case,procedure,division\nX,p,450225\nY,p,450226\n' >cases.csv
$ printf 'case,event,date\nX,a,2021-03-01\nY,a,2021-03-01\n' >events.csv
$ printf 'case,step,division,posted,until\nY,s,,2021-03-02,2021-03-08\n' >postings.csv
$ gongshi init && gongshi --rules rules --calendars days import *.csv >/dev/null
$ cat >i <<'.'
> exec gongshi --rules rules --calendars days "$@"
> .
$ mkdir -p new/cn && sh year new/cn/2021.ics 0101 0303

# On 9 March the notice of X is missing; it would not be.  Nothing else moves: the
# window may open on 1 March, and stands through the 7th, as advised the 8th.
$ sh i --today 2021-03-09 --lang en impact --new-calendars new --format json | sed 's/"message": "[^}]*"}/"message": "..."}/; s/"uid": "[^"]*"/"uid": "..."/'
{"today": "2021-03-09",
 "rules": [],
 "calendars": ["cn/2021"],
 "cases": [
  {"case": "X", "procedure": "p", "division": "450225", "recorded": [true, true], "pack": ["p", "p"],
   "unheard": [],
   "come": [],
   "go": [
    {"why": "calendars", "finding": {"key": "X/s/450225/missing", "code": "missing", "severity": "violation", "case": "X", "procedure": "p", "step": "s", "event": null, "division": "450225", "due": "2021-03-08", "actual": null, "days": null, "basis": "甲办法 第三条", "message": "..."}}],
   "stay": [],
   "slots": [
    {"step": "s", "division": "450225", "state": ["overdue", "ready"], "moves": [{"day": "latest", "old": "2021-03-08", "new": "2021-03-09", "unknown": [false, false], "basis": "甲办法 第三条"}, {"day": "advised", "old": "2021-03-08", "new": "2021-03-09", "unknown": [false, false], "basis": "甲办法 第三条"}]}],
   "entries": [
    {"uid": "...", "change": "changed", "kind": "deadline", "step": "s", "division": "450225", "old": {"first": "2021-03-08", "last": "2021-03-08", "summary": "[deadline] 450225: 公示 · X"}, "new": {"first": "2021-03-09", "last": "2021-03-09", "summary": "[deadline] 450225: 公示 · X"}}]},
  {"case": "Y", "procedure": "p", "division": "450226", "recorded": [true, true], "pack": ["p", "p"],
   "unheard": [],
   "come": [],
   "go": [],
   "stay": [],
   "slots": [
    {"step": "s", "division": "450226", "state": ["done", "done"], "moves": [{"day": "latest", "old": "2021-03-08", "new": "2021-03-09", "unknown": [false, false], "basis": "甲办法 第三条"}, {"day": "advised", "old": "2021-03-08", "new": "2021-03-09", "unknown": [false, false], "basis": "甲办法 第三条"}]}],
   "entries": []}],
 "looked": 2, "changed": 2, "unjudged": 0, "judged": 0, "unheard": 0,
 "come": 0, "come-codes": {}, "come-severities": {},
 "go": 1, "go-why": {"calendars": 1}, "stay": 0, "slots": 2, "entries": {"gained": 0, "lost": 0, "changed": 1}}

# A day before and a day after: by both nothing is missing, by both it is.
$ sh i --today 2021-03-08 impact --new-calendars new --format json | grep -c '"go": 0,'
1
$ sh i --today 2021-03-10 impact --new-calendars new --format json | grep -o '"go": 0,\|"stay": 1,'
"go": 0,
"stay": 1,
$ sh i --today 2021-03-10 --lang zh impact --new-calendars new --division 450225 | grep -A3 仍在，
  仍在，但有变化：
  问题      未公示：公示，450225
            应办日期：2021-03-08 → 2021-03-09
            依据：甲办法 第三条

# One county, in Chinese: the summary first.
$ sh i --today 2021-03-09 --lang zh impact --new-calendars new --division 450225 | head -5
拟变更的影响（截至 2021-03-09）
不同的放假日历：cn/2021
共看办件 1 件，其中 1 件会有变化
将不再列出的问题：1 项（放假安排不同 1）
日期或状态将变化的公示任务：1 项

# An unsettled 3 March: nobody knows the deadline, and it is said so.  What calendars
# were told stays.
$ sed 's/X-APPLE-SPECIAL-DAY:WORK-HOLIDAY/X-GONGSHI-DAY:UNSETTLED/2' new/cn/2021.ics | awk '/20210303/ { at = 1 } at && sub(/X-APPLE-SPECIAL-DAY:WORK-HOLIDAY/, "X-GONGSHI-DAY:UNSETTLED") { at = 0 } { print }' >open.ics; mkdir -p open/cn; mv open.ics open/cn/2021.ics
$ sh i --today 2021-03-02 impact --new-calendars open --division 450225 --format json | grep -o '"day": "latest".*"unknown": .false, true.\|"entries": {.*'
"day": "latest", "old": "2021-03-08", "new": null, "unknown": [false, true]
"entries": {"gained": 0, "lost": 0, "changed": 0}}
$ sh i --today 2021-03-02 --lang zh impact --new-calendars open --division 450225 | grep -o '最迟张贴.*判定'
最迟张贴 2021-03-08 → 无法判定
$ sh i --today 2021-03-09 impact --new-calendars open --division 450225 --format json | grep -o '"go-why": {[^}]*}'
"go-why": {"unknown": 1}

# What is named must be there, and be calendars.
$ mkdir none; sh i --lang en impact --new-calendars none
none/cn: error: there is no calendar in this folder (as 2020.ics)
[2]
$ sh i impact --new-calendars nowhere >/dev/null 2>&1
[2]
$ sh i --lang en impact 2>&1 | head -1
gongshi: error: `impact` needs something new: --new-rules DIR, --new-calendars DIR or sheets
$ sh i impact >/dev/null 2>&1
[2]
