# A quarter's publicity of 100 villages, opened by a kept duty, over the nights
# of two quarters; one village is late, and a 101st becomes known in May.
#
# Counted by hand.  The second quarter ends on Tuesday 30 June 2026: within 10
# days after it is Friday 10 July.  The third ends on 30 September: 10 October
# is a Saturday, but worked (the State Council's notice for 2026), so it stays.
# Seven days from 6 July are through the 12th, from the 13th through the 19th,
# from 8 October through the 14th.

$ mkdir -p rules/v inbox out
$ cat >rules/v/pack.yaml <<.
> pack: v
> scope: ["45"]
> instruments: {村民委员会组织法: {}}
> .
$ cat >rules/v/affairs.yaml <<.
> procedure: affairs
> title: 村务公开
> case: village
> every: quarter
> basis: 村民委员会组织法 第三十条
> events: {over: {title: 季末, calendar: last}}
> steps:
>   posted:
>     title: 公开上墙
>     kind: announcement
>     at: village
>     opens: within 10 days after over
>     lasts: at least 7 days
> .
$ cat >night <<'.'
> gongshi --lang en --rules rules --today $1 nightly --inbox inbox --out out --settle 0 --format json >night.json; echo "exit $?"
> grep -e '"cases"' -e '"code"' night.json | sed 's/"severity.*"due"/"due"/; s/, "basis.*/,/; s/"judged": [0-9]*, //'
> .
$ { echo division,name; echo 450225100,大浪镇; for i in $(seq 100); do echo 450225100$((200 + i)),村$i; done; } >d.csv
$ gongshi --today 2026-04-01 init && gongshi --rules rules --today 2026-04-01 import d.csv
区划：共 101 行，新增 101 条，未变 0 条

# Kept: the quarter that begins that day is opened at once.
$ gongshi --rules rules --today 2026-04-01 duty add 村务公开 --division 450225 --from 2026-04-01
affairs 村务公开，450225：开立 100 个办件
$ sh night 2026-04-01
exit 0
 "cases": 100, "slots": 100, "states": {"upcoming": 100}, "exempt": {}, "paused": 0}

# A village becomes known in the middle of the quarter: none is opened for it.
$ mkdir inbox/new; printf 'division,name\n450225100301,村101\n' >inbox/new/d.csv; sh night 2026-05-15
exit 0
 "cases": 100, "slots": 100, "states": {"upcoming": 100}, "exempt": {}, "paused": 0}

# The last day is scheduled until it comes; then the notice may go up.
$ sh night 2026-06-29
exit 0
 "cases": 100, "slots": 100, "states": {"upcoming": 100}, "exempt": {}, "paused": 0}
$ sh night 2026-06-30
exit 0
 "cases": 100, "slots": 100, "states": {"ready": 100}, "exempt": {}, "paused": 0}

# The third quarter begins: 101 cases.  Again, and the night of the day before:
# nothing more.
$ sh night 2026-07-01
exit 0
 "cases": 201, "slots": 201, "states": {"ready": 100, "upcoming": 101}, "exempt": {}, "paused": 0}
$ sh night 2026-07-01; gongshi --lang en --rules rules --today 2026-07-02 duty run
exit 0
 "cases": 201, "slots": 201, "states": {"ready": 100, "upcoming": 101}, "exempt": {}, "paused": 0}
nothing is to be opened

# 99 villages post on 6 July; the township's sheet names them by the period.
$ mkdir inbox/450225100; { echo 程序,期别,区划代码,环节,张贴日期,截止日期; for i in $(seq 99); do echo 村务公开,2026年第二季度,村$i,公开上墙,2026-07-06,2026-07-15; done; } >inbox/450225100/p.csv
$ sh night 2026-07-10; cat inbox/taken/2026-07-10/450225100/receipt.txt | head -2
exit 0
 "cases": 201, "slots": 201, "states": {"ready": 1, "standing": 99, "upcoming": 101}, "exempt": {}, "paused": 0}
Taken in on 2026-07-10: 450225100
postings: 99 rows: 99 new, 0 unchanged
$ sh night 2026-07-11
exit 1
  {"key": "affairs@450225100300@2026Q2/posted/450225100300/missing", "first": "2026-07-11", "code": "missing", "due": "2026-07-10", "actual": null, "days": null,
 "cases": 201, "slots": 201, "states": {"overdue": 1, "standing": 99, "upcoming": 101}, "exempt": {}, "paused": 0}

# The last one posts on Monday 13 July: three days late.
$ printf 'procedure,period,division,step,posted\naffairs,2026Q2,450225100300,posted,2026-07-13\n' >inbox/450225100/p.csv; sh night 2026-07-14
exit 1
  {"key": "affairs@450225100300@2026Q2/posted/450225100300/late", "first": "2026-07-14", "code": "late", "due": "2026-07-10", "actual": "2026-07-13", "days": 3,
  {"key": "affairs@450225100300@2026Q2/posted/450225100300/missing", "code": "missing", "severity": "violation", "first": "2026-07-11"}],
 "cases": 201, "slots": 201, "states": {"done": 99, "standing": 1, "upcoming": 101}, "exempt": {}, "paused": 0}

# One of the third quarter was opened by mistake and is taken back.
$ printf 'case,procedure,division,void\naffairs@450225100250@2026Q3,,,yes\n' >v.csv; gongshi --today 2026-07-20 import v.csv
办件：共 1 行，新增 0 条，未变 0 条，作废 1 条
$ sh night 2026-07-21
exit 1
  {"key": "affairs@450225100300@2026Q2/posted/450225100300/late", "first": "2026-07-14", "code": "late", "due": "2026-07-10", "actual": "2026-07-13", "days": 3,
 "cases": 200, "slots": 200, "states": {"done": 100, "upcoming": 100}, "exempt": {}, "paused": 0}

# The fourth quarter: 101 again, and the one taken back is not.  A full night
# on a copy says the same, byte for byte, but for how many cases it judged.
$ cp gongshi.db full.db; cp -r inbox inbox-full; mkdir out-full; sh night 2026-10-01
exit 1
  {"key": "affairs@450225100300@2026Q2/posted/450225100300/late", "first": "2026-07-14", "code": "late", "due": "2026-07-10", "actual": "2026-07-13", "days": 3,
 "cases": 301, "slots": 301, "states": {"done": 100, "ready": 100, "upcoming": 101}, "exempt": {}, "paused": 0}
$ gongshi --db full.db --lang en --rules rules --today 2026-10-01 nightly --full --inbox inbox-full --out out-full --settle 0 >/dev/null; for d in out out-full; do sed 's/"judged": [0-9]*/"judged": N/' $d/report.json >$d.json; done; cmp out.json out-full.json && cmp out/report.txt out-full/report.txt && diff -r out/calendars out-full/calendars && grep -o '"judged": [0-9]*' out/report.json
"judged": 201

# Nobody is late for the third: posted on 8 October, the night after the last
# day finds nothing new.
$ { echo procedure,period,division,step,posted; for i in $(seq 101); do test $i = 50 || echo affairs,２０２６Ｑ３,450225100$((200 + i)),posted,2026-10-08; done; } >inbox/450225100/p.csv; sh night 2026-10-11
exit 1
  {"key": "affairs@450225100300@2026Q2/posted/450225100300/late", "first": "2026-07-14", "code": "late", "due": "2026-07-10", "actual": "2026-07-13", "days": 3,
 "cases": 301, "slots": 301, "states": {"done": 100, "standing": 100, "upcoming": 101}, "exempt": {}, "paused": 0}

# The county's sheets elsewhere (102 divisions, 301 cases, 200 postings and the
# duty): the same facts, the same findings; and the duty goes on where it stood.
$ gongshi --lang en export --out ex; cat ex/duties.csv | tr -d '\r' | tail -n 1
ex: 7 sheets, 604 rows
affairs,450225,2026-04-01,,2026-10-01
$ gongshi --db b.db init; gongshi --db b.db --rules rules import ex/*.csv >/dev/null 2>&1; for b in gongshi b; do gongshi --db $b.db --lang en --rules rules --today 2026-10-11 scan --format json >$b.json; done; cmp gongshi.json b.json; gongshi --lang en --db b.db export --out ex2; diff -r ex ex2
ex2: 7 sheets, 604 rows
$ gongshi --db b.db --lang en --rules rules --today 2026-12-31 duty run; gongshi --db b.db --lang en --rules rules --today 2027-01-01 duty run
nothing is to be opened
affairs 村务公开, 450225: 101 cases opened
$ gongshi verify; gongshi --db b.db verify
数据库完好
数据库完好
