# Other rules: another number of days, another severity, a pack of one's own, one that
# ends.  Y hung from 2 to 8 March 2021, seven days, the first one counted.

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
# Ten days would be over on the 11th: it came down three days too early.  Planned, the
# first day not counted, it was the 9th and would be the 12th.
$ cp -r rules/p draft; sed -i 's/7 days/10 days/' draft/p.yaml
$ sh i --today 2021-03-20 --lang en impact --new-rules draft --division 450226 --format json | sed -n '/^   "come"/,/^   "slots"/p; /"step": "s", "division"/p' | sed 's/"message": "[^}]*"}/"message": "..."}/' | grep -v uid
   "come": [
    {"key": "Y/s/450226/short", "code": "short", "severity": "violation", "case": "Y", "procedure": "p", "step": "s", "event": null, "division": "450226", "due": "2021-03-11", "actual": "2021-03-08", "days": 3, "basis": "甲办法 第三条", "message": "..."}],
   "go": [],
   "stay": [],
   "slots": [
    {"step": "s", "division": "450226", "state": ["done", "broken"], "moves": [{"day": "judged", "old": "2021-03-08", "new": "2021-03-11", "unknown": [false, false], "basis": "甲办法 第三条"}, {"day": "planned", "old": "2021-03-09", "new": "2021-03-12", "unknown": [false, false], "basis": "甲办法 第三条"}]}],

# The window, told through the 9th, would end 【中断】 on the 8th; and it must go up again
# by the 8th, its deadline.
$ sh i --today 2021-03-20 --lang zh impact --new-rules draft --division 450226 --format csv | tr -d '\r' | cut -d, -f2,10-12,16,20 | sed 1d
将出现的问题,公示期不足,,问题,come,short
公示任务将变化,状态,已期满,中断,slot,state
公示任务将变化,届满日,2021-03-08,2021-03-11,slot,judged
公示任务将变化,建议贴到,2021-03-09,2021-03-12,slot,planned
日历条目：变动,公示期,2021-03-02..2021-03-09,2021-03-02..2021-03-08,changed,window
日历条目：新增,截止日,,2021-03-08..2021-03-08,gained,deadline

# Eight days are enough for nothing; seven change nothing, in one sentence.
$ sed 's/10 days/8 days/' draft/p.yaml >p8; cp p8 draft/p.yaml; sh i --today 2021-03-20 impact --new-rules draft --format json | grep -o '"come-codes": {[^}]*}'
"come-codes": {"short": 1}
$ cp rules/p/p.yaml draft/p.yaml; echo '# 说明' >>draft/p.yaml; sh i --today 2021-03-20 --lang en impact --new-rules draft
Nothing would change: in 2 cases no finding, no day and no calendar entry would
be another.
$ sh i --today 2021-03-20 --lang zh impact --new-rules draft
没有变化：2 件办件的问题、日期和日历条目都不变。

# A folder of packs likewise.
$ mkdir more; cp -r draft more/p; sh i --lang zh impact --new-rules more
没有变化：2 件办件的问题、日期和日历条目都不变。

# Without the deadline nothing is missing: the finding of X goes by the rules.
$ sed -i 's/within 5 workdays after a/after a/' draft/p.yaml; sh i --today 2021-03-20 --lang en impact --new-rules draft | sed -n '/^X/,/why:/p'
X  [程序]  450225
  Would go:
  violation  not posted: 公示, 450225
             why: other rules

# The same key, as grave no more.
$ cp rules/p/* draft/; echo 'severity: {missing: advice}' >>draft/pack.yaml; sh i --today 2021-03-20 --lang en impact --new-rules draft | sed -n '/^Findings/p; /^X/,$p'
Findings that would stay, but not as they are: 1
X  [程序]  450225
  Would stay, but not as it is:
  advice     not posted: 公示, 450225
             violation → advice
             Basis: 甲办法 第三条

# A pack of the county's own, nearer than the region's: X is judged by it, Y is not.
$ cp -r rules/p own; sed -i 's/pack: p/pack: own/; s/"45"/"450225"/' own/pack.yaml; sed -i 's/5 workdays/9 workdays/' own/p.yaml
$ sh i --today 2021-03-09 impact --new-rules own --format json | grep -o '"pack": .*\],\|"go-why": {[^}]*}\|"latest", "old": "[^"]*", "new": "[^"]*"'
"pack": ["p", "own"],
"latest", "old": "2021-03-08", "new": "2021-03-12"
"go-why": {"rules": 1}

# An overlay that holds only what differs.
$ mkdir over; printf 'pack: over\ntitle: 乙\nscope: ["450226"]\noverlay: p\ninstruments: {乙: {title: 乙通知}}\n' >over/pack.yaml; printf 'procedure: p\nbasis: 乙\nsteps:\n  s: {lasts: at least 10 days}\n' >over/p.yaml
$ sh i --today 2021-03-20 impact --new-rules over --format json | grep -o '"pack": .*\],\|"due": "[^"]*", "actual": "[^"]*", "days": 3, "basis": "[^"]*"'
"pack": ["p", "over"],
"due": "2021-03-11", "actual": "2021-03-08", "days": 3, "basis": "乙"

# A pack that ends before: no rule judges the cases any more, and that is a question.
# Whatever it was reckoned by is no more, so nothing is mended.
$ cp rules/p/* draft/; echo 'in-force: {until: 2021-02-28}' >>draft/pack.yaml; sh i --today 2021-03-20 --lang en impact --new-rules draft --division 450225 | grep '^Cases\|any more\.\|^  question\|^  violation\|why:\|no more\.'
Cases looked at: 1; something would change in 1
Cases that no rule would judge any more: 1
  No rule would judge it any more.
  question   cannot be judged: p, 450225
  violation  not posted: 公示, 450225
             why: cannot be judged
  1 slot is asked no more.

# Its calendar entries stay as they were: what cannot be judged withdraws nothing.
$ sh i --today 2021-03-20 impact --new-rules draft --format json | grep -o '"unjudged": .*"judged": 0\|"entries": {.*'
"unjudged": 2, "judged": 0
"entries": {"gained": 0, "lost": 0, "changed": 0}}
$ mv rules was; mv draft new; mkdir rules; cp -r new rules/p; sh i --today 2021-03-20 impact --new-rules was --format json | grep -o '"unjudged": .*"judged": 2\|"go-why": {[^}]*}'
"unjudged": 0, "judged": 2
"go-why": {"rules": 2}
$ rm -r rules; mv was rules

# A word that the new rules do not know: an event of Y without which they are written.
# It came on the 15th, so that the notice had to be over, as planned, on the 14th, and
# up on the 7th; without it only the deadline of the 8th counts.
$ gongshi --rules rules --calendars days record event Y b 2021-03-15 >/dev/null; cp rules/p/* new/; sed -i '/批复/d' new/p.yaml
$ sh i --today 2021-03-20 --lang en impact --new-rules new
What would change as of 2021-03-20
Rules that differ: p
Cases looked at: 2; something would change in 1
Slots whose days or state would change: 1
Cases with words that the new rules do not know: 1

450226
======

Y  [程序]  450226
  The new rules do not know: event 批复 (b). A sheet that names it would be
  refused.
  Slots:
    公示, 450226: advised 2021-03-07 → 2021-03-08
    Basis: 甲办法 第三条
$ sh i --today 2021-03-20 impact --new-rules new --format json | grep -A1 '"unheard": .$'
   "unheard": [
    {"kind": "event", "name": "b"}],

# What is wrong in what is named is told by file, line and column.
$ echo 'stpes: {}' >>new/p.yaml; sh i --lang en impact --new-rules new 2>&1 | grep -o '^new.*error:'; sh i impact --new-rules new >/dev/null 2>&1
new/p.yaml:9:1: error:
[2]
$ sh i impact --new-rules days >/dev/null 2>&1
[2]
