# A day that rests on what is not posted: said plainly, and what posting today
# would give.  Issued 3 August; seven days from the 3rd run through the 9th, so
# payment from the 10th on, had the notice gone up that day.
$ mkdir -p rules/pay && cat >rules/pay/pack.yaml <<.
> pack: pay
> title: 样例
> instruments:
>   样例办法: {title: 样例办法}
> .
$ cat >rules/pay/pay.yaml <<.
> procedure: pay
> title: 样例程序
> case: county
> basis: 样例办法
> events:
>   issued: {title: 印发, title-en: Issued}
>   paid: {title: 拨付款项, title-en: Paid, gate: notice}
>   heard: {title: 听证, title-en: Heard}
> steps:
>   notice:
>     title: 公示
>     title-en: Notice
>     kind: notice
>     at: county
>     opens: after issued
>     lasts: at least 7 days
>   call:
>     title: 会前公告
>     title-en: Call
>     kind: announcement
>     at: county
>     opens: at least 5 days before heard
> .
$ printf 'case,procedure,division\nA-1,pay,450225\n' >c.csv; printf 'case,event,date\nA-1,issued,2020-08-03\nA-1,heard,2020-11-10\n' >e.csv
$ gongshi --rules rules init && gongshi --rules rules import c.csv e.csv >/dev/null
# On 20 October: 20 to 26 are seven days.
$ gongshi --rules rules --lang en --today 2020-10-20 explain A-1 paid
A-1  [样例程序]  450225
Explained as of 2020-10-20, by the rules of 样例. Each day can be recounted on
  any calendar.

Paid (event)
------------
  Recorded: no day yet
  Rule: not before the period of 'Notice' is over (gate) (basis: 样例办法)
  Earliest: ~2020-08-10 Mon, a forecast: not all before it has happened
    'Issued' is recorded on 2020-08-03 Mon.
    → the first day for 'Notice' at 450225 is that same day: 2020-08-03 Mon
    'Notice' at 450225 is not posted. Posted on that day, its period (at least 7
      days, the first day counted) would run from 2020-08-03 Mon through
      2020-08-09 Sun.
      2020-08-03 Mon to 08-07 Fri  days 1 to 5
      2020-08-08 Sat to 08-09 Sun  days 6 to 7: weekend, counted all the same
    → the first day for this is the day after: 2020-08-10 Mon
    2020-08-10 Mon is past: 'Notice' at 450225 is not posted to this day, and
      this may not come before it.
    Posted today, its period would run through 2020-10-26 Mon.
  Latest: none: no deadline runs, and nothing that must come later has a day
$ gongshi --rules rules --today 2020-10-20 explain A-1 拨付款项 | sed -n '/规则/p;/→/,$p'
推算说明（截至 2020-10-20），所用规则：样例。每个日期都可以对照日历重算。
  规则：不得早于“公示”期满（关口）（依据：样例办法）
    → 450225的“公示”最早在当日：2020-08-03 周一
    450225的“公示”尚未张贴。若在当日张贴，公示期（不少于 7 日，首日计入）为
      2020-08-03 周一 至 2020-08-09 周日。
      2020-08-03 周一 至 08-07 周五  第 1 至 5 天
      2020-08-08 周六 至 08-09 周日  第 6 至 7 天：周末，照样计入
    → 本项最早在次日：2020-08-10 周一
    2020-08-10 周一 已过：450225的“公示”至今未张贴，本项不得在它之前。
    若今天张贴，其公示期到 2020-10-26 周一 届满。
  最迟日期：无，没有起算的期限，后续事项也没有日期
# On 5 August the forecast still lies ahead, but what it takes for granted does
# not: 5 to 11 are seven days.
$ gongshi --rules rules --lang en --today 2020-08-05 explain A-1 paid | sed -n '/day after/,/Latest/p'
    → the first day for this is the day after: 2020-08-10 Mon
    It takes it that 'Notice' at 450225 was posted on 2020-08-03 Mon, and that
      day is past.
    Posted today, its period would run through 2020-08-11 Tue.
  Latest: none: no deadline runs, and nothing that must come later has a day
# On the 3rd all of it can still be.
$ gongshi --rules rules --lang en --today 2020-08-03 explain A-1 paid | sed -n '/day after/,/Latest/p'
    → the first day for this is the day after: 2020-08-10 Mon
    It rests on what is not there yet: 'Notice' at 450225.
  Latest: none: no deadline runs, and nothing that must come later has a day
# Paid all the same: nothing made that day good.
$ gongshi --rules rules record event A-1 paid 2020-10-12 >/dev/null; gongshi --rules rules --lang en --today 2020-10-20 explain A-1 paid | sed -n '/day after/,/Latest/p'
    → the first day for this is the day after: 2020-08-10 Mon
    2020-08-10 Mon is past: 'Notice' at 450225 is not posted to this day, and
      this may not come before it.
  Latest: none: no deadline runs, and nothing that must come later has a day
# A notice that must lie before a day: five days after 5 November end on the
# 10th, which is counted; nothing must come before it.
$ gongshi --rules rules --lang en --today 2020-10-20 explain A-1 call | sed -n '/Rule/,/→/p'
  Rule: at least 5 days before 'Heard' (basis: 样例办法)
  Rule: no number of days to stand is asked
  Earliest: none: it need not wait for anything
  Own deadline: at least 5 days before 'Heard': 2020-11-05 Thu
    'Heard' is set for 2020-11-10 Tue, still to come.
    Counted back from 2020-11-10 Tue, at least 5 days before: counted from the
      day after 2020-11-05 Thu, the last of them is 2020-11-10 Tue.
      2020-11-05 Thu               the day it starts from, not counted
      2020-11-06 Fri               day 1
      2020-11-07 Sat to 11-08 Sun  days 2 to 3: weekend, counted all the same
      2020-11-09 Mon to 11-10 Tue  days 4 to 5
    A day later, the last of them would be 2020-11-11 Wed: too late.
    The day it goes up is not counted, the day counted back from is.
    → the last day for this is 2020-11-05 Thu
# A notice that begins only later is not up yet.
$ gongshi --rules rules record posting A-1 notice 2020-10-26 >/dev/null; gongshi --rules rules --lang zh --today 2020-10-20 explain A-1 notice | grep 张贴：
  张贴：2020-10-26 周一 起，尚未到，未填载体
