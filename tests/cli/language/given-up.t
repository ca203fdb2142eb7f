A project given up in the middle (终结): nothing more is owed from that day,
what was breached before stays, and what does follow the end is owed.

In September 2020 the 1st is a Tuesday; the days counted here are all working
days or calendar days before the 27th.

$ mkdir -p rules/works; cat >rules/works/pack.yaml <<.
> pack: works
> title: 工程公示
> scope: ["45"]
> in-force: {from: 2020-01-01, until: 2026-12-31}
> instruments:
>   办法: {title: 工程公示办法}
> .
$ cat >rules/works/project.yaml <<.
> procedure: project
> title: 工程项目
> case: county
> basis: 办法 第三条
> events:
>   approved: {title: 立项}
>   bid:      {title: 中标}
>   dropped:  {title: 项目终止, ends: true}
>   paid:     {title: 拨款, after: result}
> steps:
>   plan:
>     {title: 计划公示, kind: notice, at: county, opens: within 5 days after approved, lasts: at least 7 days}
>   result:
>     {title: 中标公示, kind: notice, at: county, opens: within 3 days after bid, lasts: at least 5 days}
>   closing:
>     {title: 终止公告, kind: announcement, at: county, opens: within 3 workdays after dropped}
> .
$ cat >found <<'.'
> gongshi --rules rules scan --today $1 --format json >scan.json
> grep -o '"code": "[a-z]*"\|"step": [^,]*\|"due": [^,]*\|"actual": [^,]*\|"states": .*' \
>     scan.json | sed 's/}.*//' | tr -d '"{' | paste -sd ' '
> .
$ gongshi init
$ cat >c.csv <<.
> case,procedure,division
> G-1,project,450225
> .
$ cat >e.csv <<.
> case,event,date
> G-1,approved,2020-09-01
> G-1,bid,2020-09-09
> .
$ cat >p.csv <<.
> case,step,division,posted,until
> G-1,plan,450225,2020-09-07,2020-09-14
> .
$ gongshi --rules rules import c.csv e.csv p.csv >/dev/null

# The plan was shown on the 7th, in time: the fifth day is Sunday the 6th, which
# moves on to Monday. It hung for seven days without the first, until the 14th.
# The result is due three days after the 9th: Saturday the 12th, so Monday the 14th.
$ sh found 2020-09-14
states: done: 1, ready: 1, waiting: 1
$ sh found 2020-09-15
code: missing step: result due: 2020-09-14 actual: null states: done: 1, overdue: 1, waiting: 1

# Given up on the 15th: what was due the day before stays breached. The closing
# announcement is due three working days after: 16, 17, Friday the 18th.
$ cat >x.csv <<.
> case,event,date
> G-1,dropped,2020-09-15
> .
$ gongshi --rules rules import x.csv >/dev/null; sh found 2020-09-18
code: missing step: result due: 2020-09-14 actual: null states: done: 1, overdue: 1, ready: 1
$ sh found 2020-09-19
code: missing step: result due: 2020-09-14 actual: null code: missing step: closing due: 2020-09-18 actual: null states: done: 1, overdue: 2

# Given up on the 14th: the last day had not gone by, nothing is owed.
$ sed -i s/09-15/09-14/ x.csv; gongshi --rules rules import x.csv >/dev/null; sh found 2020-09-17
states: done: 1, ended: 1, ready: 1

# A notice cut off by the end is not short: up on the 10th, down on the 14th.
# Taken down the day before, it is.
$ cat >q.csv <<.
> case,step,division,posted,until
> G-1,plan,450225,2020-09-07,2020-09-14
> G-1,result,450225,2020-09-11,2020-09-14
> G-1,closing,450225,2020-09-14,
> .
$ gongshi --rules rules import q.csv >/dev/null; sh found 2020-09-30
states: done: 2, ended: 1
$ sed -i /result/s/09-14$/09-13/ q.csv; gongshi --rules rules import q.csv >/dev/null; sh found 2020-09-30
code: short step: result due: 2020-09-15 actual: 2020-09-13 states: broken: 1, done: 2
