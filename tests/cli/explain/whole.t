# The whole language explained: a clock that stops and is extended, a date, what
# does not apply, a round, an end, a period of several parts.  2020: Sunday 27
# September and Saturday 10 October worked, 1 to 8 October off.
$ mkdir rules && cat >rules/pack.yaml <<.
> pack: sample
> title: 样例
> scope: ["45"]
> in-force: {from: 2020-01-01}
> instruments:
>   样例办法: {title: 样例办法}
> .
$ cat >rules/permit.yaml <<.
> procedure: permit
> title: 许可
> title-en: Permit
> case: county
> basis: 样例办法
> traits:
>   secret: {title: 涉密, title-en: secret}
>   big: {title: 重大, title-en: big}
> events:
>   received: {title: 受理, title-en: Received}
>   stopped: {title: 中止, title-en: Stopped, optional: true, repeats: true}
>   resumed: {title: 恢复, title-en: Resumed, optional: true, repeats: true}
>   extended: {title: 延期, title-en: Extended, optional: true}
>   expert: {title: 专家论证, title-en: Experts, for: big, after: received}
>   decided:
>     title: 决定
>     title-en: Decided
>     after:
>       - {bound: within 20 workdays after received, pauses: [[stopped, resumed]], extends: {by: 10 workdays, on: extended}}
>       - after expert
>   filed: {title: 备案, title-en: Filed, after: by 09-30 after decided}
>   withdrawn: {title: 撤回, title-en: Withdrawn, optional: true, ends: true}
>   built: {title: 开工, title-en: Built, after: after notice}
> steps:
>   notice:
>     title: 公示
>     title-en: Notice
>     kind: notice
>     at: county
>     not-for: secret
>     opens: within 7 workdays after decided
>     lasts: [at least 7 days, {bound: until filed, for: big}]
>     objections: {handler: 县局, upheld: {again: at least 5 days, opens: within 3 workdays after upheld}}
> .
$ cat >cases.csv <<.
> case,procedure,division,traits
> A,permit,450225,
> B,permit,450225,secret
> C,permit,450225,big
> D,permit,450225,
> .
$ cat >events.csv <<.
> case,event,date
> A,received,2020-09-01
> A,stopped,2020-09-07
> A,resumed,2020-09-14
> A,extended,2020-09-28
> B,received,2020-09-01
> C,received,2020-09-01
> C,decided,2020-09-10
> D,received,2020-09-01
> D,decided,2020-09-10
> D,withdrawn,2020-09-16
> D,built,2020-09-25
> .
$ cat >postings.csv <<.
> case,step,division,posted,until
> C,notice,450225,2020-09-11,2020-09-18
> .
$ cat >objections.csv <<.
> case,step,division,number,received,resolved,outcome
> C,notice,450225,1,2020-09-14,2020-09-20,upheld
> .
$ gongshi --rules rules init && gongshi --rules rules import cases.csv events.csv postings.csv >/dev/null

# Working days after 1 September: 2, 3, 4 and 7 are four; 8 to 14 stand still;
# 15 to 18 make eight, 21 to 25 thirteen, 27 fourteen, 28 to 30 seventeen, 9, 10
# and 12 October twenty.  Extended on 28 September, before that: ten more are 13
# to 16 October (four), 19 to 23 (nine) and 26.
$ gongshi --rules rules --lang en --today 2020-10-20 explain A decided | sed -n '/Own deadline/,$p'
  Own deadline: within 20 workdays after 'Received': 2020-10-26 Mon
    'Received' is recorded on 2020-09-01 Tue.
    Within 20 workdays, counted from the day after 2020-09-01 Tue:
      2020-09-01 Tue               the day it starts from, not counted
      2020-09-02 Wed to 09-04 Fri  working days 1 to 3
      2020-09-05 Sat to 09-06 Sun  weekend, passed over
      2020-09-07 Mon               working day 4
      2020-09-08 Tue to 09-14 Mon  paused, not counted (from 'Stopped' through
                                   'Resumed')
      2020-09-15 Tue to 09-18 Fri  working days 5 to 8
      2020-09-19 Sat to 09-20 Sun  weekend, passed over
      2020-09-21 Mon to 09-25 Fri  working days 9 to 13
      2020-09-26 Sat               weekend, passed over
      2020-09-27 Sun               working day 14: a made-up working day (国庆
                                   节、中秋节, 国办发明电〔2019〕16号)
      2020-09-28 Mon to 09-30 Wed  working days 15 to 17
      2020-10-01 Thu to 10-08 Thu  day off (国庆节、中秋节, 国办发明电〔2019〕16
                                   号), passed over
      2020-10-09 Fri               working day 18
      2020-10-10 Sat               working day 19: a made-up working day (国庆
                                   节、中秋节, 国办发明电〔2019〕16号)
      2020-10-11 Sun               weekend, passed over
      2020-10-12 Mon               working day 20
    The day of the act is not counted.
    'Extended' came in time (2020-09-28 Mon): it goes on by 10 workdays, counted
      from the day after 2020-10-12 Mon:
      2020-10-12 Mon               the day it starts from, not counted
      2020-10-13 Tue to 10-16 Fri  working days 1 to 4
      2020-10-17 Sat to 10-18 Sun  weekend, passed over
      2020-10-19 Mon to 10-23 Fri  working days 5 to 9
      2020-10-24 Sat to 10-25 Sun  weekend, passed over
      2020-10-26 Mon               working day 10
    → the last day for this is 2020-10-26 Mon

   2020-09
   Mon        Tue        Wed        Thu        Fri        Sat        Sun
             [ 1          2=1        3=2        4=3        5off       6off
    7=4        8-         9-        10-        11-        12off-     13off-
   14-        15=5       16=6       17=7       18=8       19off      20off
   21=9       22=10      23=11      24=12      25=13      26off      27on=14
   28=15      29=16      30=17
   2020-10
   Mon        Tue        Wed        Thu        Fri        Sat        Sun
                                     1off       2off       3off       4off
    5off       6off       7off       8off       9=18      10on=19    11off
   12=20      13+1       14+2       15+3       16+4       17off      18off
   19+5       20+6       21+7       22+8       23+9       24off      25off
   26+10]     27         28         29         30         31off
   [ the day it starts from; =N the N-th day; ] the last day; off: day off; on:
     made-up working day
   +N: the N-th day of the extension
   -: paused, not counted

  Latest and advised: 2020-10-26 Mon, by its own deadline

# It must follow the experts, who are asked of big cases alone: what they must
# follow counts in their place.
$ gongshi --rules rules --lang en --today 2020-10-20 explain A decided | sed -n '/Comes after/,/Earliest/p'
  Comes after: all of these; the last one counts
    'Received', recorded on 2020-09-01 Tue: from 2020-09-01 Tue on
    'Experts' does not apply; what it must follow allows it from 2020-09-01 Tue
      on
  Earliest: 2020-09-01 Tue
$ gongshi --rules rules --lang en --today 2020-10-20 explain A expert
A  [Permit]  450225
Explained as of 2020-10-20, by the rules of 样例. Each day can be recounted on
  any calendar.

Experts (event)
---------------
  State: does not apply here: the case does not have the trait 'big'
  Rule: applies for cases with the trait 'big'
$ gongshi --rules rules --today 2020-10-20 explain B notice | tail -2
  状态：本件不适用：本件属于“涉密”
  规则：对不属于“涉密”的办件适用

# Decided on 10 September: the first 30 September after it.
$ gongshi --rules rules --lang en --today 2020-09-19 explain C filed | sed -n '/Own deadline/,/→/p'
  Own deadline: by 09-30 after 'Decided': 2020-09-30 Wed
    'Decided' is recorded on 2020-09-10 Thu.
    By 09-30, the first one after 2020-09-10 Thu:
      2020-09-10 Thu  the day it starts from, not counted
      2020-09-30 Wed  the date that is asked for
    → the last day for this is 2020-09-30 Wed

# Seven days from the 11th, and until it is filed, which has no day: it came
# down on the 18th, before its period was over.
$ gongshi --rules rules --lang en --today 2020-09-19 explain C notice | sed -n '/Window/,/Latest/p'
  Window, judged: at least 7 days, the first day counted: opened on 2020-09-11
    Fri, the last day is 2020-09-17 Thu
      2020-09-11 Fri               day 1
      2020-09-12 Sat to 09-13 Sun  days 2 to 3: weekend, counted all the same
      2020-09-14 Mon to 09-17 Thu  days 4 to 7
  Window, planned: at least 7 days, the first day not counted: opened on
    2020-09-11 Fri, the last day is 2020-09-18 Fri
      2020-09-11 Fri               the day it starts from, not counted
      2020-09-12 Sat to 09-13 Sun  days 1 to 2: weekend, counted all the same
      2020-09-14 Mon to 09-18 Fri  days 3 to 7
  Window: through the day of 'Filed': 'Filed' has no day yet
    → it has no last day yet: through the day of 'Filed'
    → shown through 2020-09-18 Fri, and its period is not over
  Latest and advised: 2020-09-21 Mon, by its own deadline
$ gongshi --rules rules --lang en --today 2020-09-19 explain C built | sed -n '/Earliest/,$p'
  Earliest: ~2020-09-18 Fri, a forecast: not all before it has happened
    'Notice' at 450225 was posted on 2020-09-11 Fri and has no last day yet: it
      stands through the day of 'Filed'.
    Were 'Filed' on the first day that it could be, the last day would be
      2020-09-17 Thu.
    → the first day for this is the day after: 2020-09-18 Fri
    It rests on what is not there yet: the end of 'Notice' at 450225.
  Latest: none: no deadline runs, and nothing that must come later has a day

# The objection is upheld on Sunday 20 September: it begins anew, three working
# days after that are 21, 22 and 23, and it stands five days.
$ gongshi --rules rules import objections.csv >/dev/null
$ gongshi --rules rules --lang en --today 2020-09-21 explain C notice >c; sed -n '/State/,/Rule/p;/Begins/,/Earliest/p' c
  State: ready: begins anew, for an objection was upheld on 2020-09-20; may go
    up from 2020-09-20 on, at the latest on 2020-09-23
  Rule: applies for cases without the trait 'secret'
  Begins anew: on 2020-09-20 Sun, for an objection was upheld that day; what was
    posted before counts no more
    the first: posted 2020-09-11 Fri to 2020-09-18 Fri
  Objection: 1: received on 2020-09-14 Mon, upheld on 2020-09-20 Sun
  Earliest: 2020-09-20 Sun
$ sed -n '/Own deadline/,/→/p' c
  Own deadline: within 3 workdays after an objection is upheld: 2020-09-23 Wed
    An objection was upheld on 2020-09-20 Sun: it begins anew then.
    Within 3 workdays, counted from the day after 2020-09-20 Sun:
      2020-09-20 Sun               the day it starts from, not counted
      2020-09-21 Mon to 09-23 Wed  working days 1 to 3
    The day of the act is not counted.
    → the last day for this is 2020-09-23 Wed
$ sed -n '/Window, judged/,/Window, planned/p' c
  Window, judged: at least 5 days, the first day counted: if opened on
    2020-09-21 Mon, the last day is 2020-09-25 Fri
      2020-09-21 Mon to 09-25 Fri  days 1 to 5
  Window, planned: at least 5 days, the first day not counted: if opened on

# D was withdrawn on the 16th and built on the 25th all the same.  The notice
# would have had to be over on the 24th, so up by the 18th (18 to 24 are seven);
# that is cut off, and its own seven working days after 10 September remain: 11,
# 14 to 18, 21.
$ gongshi --rules rules --lang en --today 2020-10-20 explain D notice | sed -n '/State/p;/^  End/,/Finding/p'
  State: ended: nothing more is owed since 'Withdrawn' on 2020-09-16
  End: 'Withdrawn' on 2020-09-16 Wed: what comes after that day sets no latest
    day here
  Latest, without that: 2020-09-21 Mon, by its own deadline
    → the days above are there to compare: they are not asked any more
$ gongshi --rules rules --today 2020-10-20 explain D notice --format json | grep -o '"end": "[^"]*"\|"owed": "[^"]*"\|"state": "[^"]*"'
"end": "2020-09-16"
"owed": "2020-09-21"
"state": "ended"
