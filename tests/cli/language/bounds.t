Bounds of the language around make-up weekends, the end of September, 29
February, ends of months and days that are not settled: each day is counted in
the comment, and the next day is late.

2020: 27 September (Sunday) and 10 October (Saturday) are worked, 1 to 8 October
are off. 29 February is a Saturday. 2026: 31 December and what comes after are
not settled; 28 December is a Monday.

$ mkdir -p rules/b; cat >rules/b/pack.yaml <<.
> pack: b
> title: 时限
> scope: ["45"]
> in-force: {from: 2020-01-01, until: 2027-12-31}
> instruments:
>   办法: {title: 办法}
> .
$ cat >rules/b/p.yaml <<.
> procedure: p
> title: 时限
> case: county
> basis: 办法
> events:
>   act: {title: 决定}
>   same: {title: 同日, after: with act}
>   date: {title: 定日, after: by 09-27 after act}
>   month: {title: 次月, after: by day 31 after act}
>   quarter: {title: 一季, after: within 1 quarter after act}
>   year: {title: 一年, after: within 1 year after act}
>   soft: {title: 一般, after: [{bound: within 5 workdays after act, severity: advice}, {bound: within 10 workdays after act, severity: grave}]}
> .
$ cat >late <<'.'
> # late EVENT FROM DAY [TODAY]: what a scan finds of EVENT on DAY, `act` on FROM
> rm -f t.db; gongshi --db t.db init
> printf 'case,procedure,division\nB,p,450225\n' >c.csv
> printf 'case,event,date\nB,act,%s\nB,%s,%s\n' $2 $1 $3 >e.csv
> gongshi --db t.db --rules rules import c.csv e.csv >/dev/null
> gongshi --db t.db --rules rules scan --today ${4:-$3} --format json >s.json
> grep "\"event\": \"$1\"" s.json | grep -o '"severity": [^,]*\|"code": [^,]*\|"due": [^,]*' |
>     tr -d '"' | paste -sd ' '
> .

# On the same day, neither before nor after; it does not move on from Saturday.
$ sh late same 2020-02-29 2020-02-29
$ sh late same 2020-02-29 2020-03-01
code: late severity: violation due: 2020-02-29
$ sh late same 2020-02-29 2020-02-28 2020-02-29
code: order severity: violation due: 2020-02-29

# By 27 September, a Sunday that is worked: it does not move on. After an act of
# that very day it is the next year's: 27 September 2021 is a Monday.
$ sh late date 2020-09-26 2020-09-27
$ sh late date 2020-09-26 2020-09-28
code: late severity: violation due: 2020-09-27
$ sh late date 2020-09-27 2021-09-27
$ sh late date 2020-09-27 2021-09-28
code: late severity: violation due: 2021-09-27

# By day 31 of the month after: of January's the 29th of February, a Saturday,
# so Monday 2 March; of August's the 30th of September, a Wednesday; of
# September's the 31st of October, a Saturday, so Monday 2 November.
$ sh late month 2020-01-31 2020-03-02
$ sh late month 2020-01-31 2020-03-03
code: late severity: violation due: 2020-03-02
$ sh late month 2020-08-01 2020-09-30
$ sh late month 2020-08-01 2020-10-01
code: late severity: violation due: 2020-09-30
$ sh late month 2020-09-01 2020-11-02
$ sh late month 2020-09-01 2020-11-03
code: late severity: violation due: 2020-11-02

# A quarter is three months: from 30 November 2020 to the 28th of February, a
# Sunday, so Monday 1 March. From 1 July to 1 October, off through the 8th: the
# 9th, a Friday.
$ sh late quarter 2020-11-30 2021-03-01
$ sh late quarter 2020-11-30 2021-03-02
code: late severity: violation due: 2021-03-01
$ sh late quarter 2020-07-01 2020-10-09
$ sh late quarter 2020-07-01 2020-10-10
code: late severity: violation due: 2020-10-09

# A year from 29 February ends on 28 February, a Sunday: 1 March 2021.
$ sh late year 2020-02-29 2021-03-01
$ sh late year 2020-02-29 2021-03-02
code: late severity: violation due: 2021-03-01

# Five working days after 25 September: the 27th, 28, 29, 30, 9 October; ten: 10,
# 12, 13, 14, 15 October. What is past alone counts for how grave it is.
$ sh late soft 2020-09-25 2020-10-09
$ sh late soft 2020-09-25 2020-10-10
code: late severity: advice due: 2020-10-09
$ sh late soft 2020-09-25 2020-10-15
code: late severity: advice due: 2020-10-09
$ sh late soft 2020-09-25 2020-10-16
code: late severity: grave due: 2020-10-09

# A day that is not settled: by day 31 after November 2026 is 31 December. Nobody
# knows whether that is worked; on that day it is in time whatever comes, after it
# nobody knows.
$ sh late month 2026-11-05 2026-12-31
