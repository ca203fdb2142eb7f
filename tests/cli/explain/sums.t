# Every kind of bound, recounted by hand with cal and the State Council's
# notice for 2020 (国办发明电〔2019〕16号): 1 to 8 October off, Sunday 27
# September and Saturday 10 October worked; 29 to 31 December 2026 wait for
# the notice for 2027.
$ mkdir rules && cat >rules/pack.yaml <<.
> pack: sample
> title: 样例
> scope: ["45"]
> in-force: {from: 2020-01-01}
> instruments:
>   样例办法: {title: 样例办法}
> .
$ cat >rules/check.yaml <<.
> procedure: check
> title: 样例程序
> title-en: Sample
> case: county
> basis: 样例办法
> events:
>   issued:  {title: 印发, title-en: Issued}
>   meeting: {title: 会议, title-en: Meeting, after: at least 3 workdays after call}
> steps:
>   call:
>     title: 会议通知
>     title-en: Call
>     kind: notice
>     at: county
>     opens: [at least 5 workdays before meeting, after issued]
>     lasts: at least 5 workdays
>   result:
>     title: 结果公告
>     title-en: Result
>     kind: announcement
>     at: county
>     opens: [within 5 workdays after issued, before meeting]
>     lasts: at least 1 month
> .
$ cat >cases.csv <<.
> case,procedure,division
> A-1,check,450225
> A-2,check,450225
> .
$ cat >events.csv <<.
> case,event,date
> A-1,issued,2026-12-24
> A-2,issued,2020-09-24
> A-2,meeting,2020-10-20
> .
$ gongshi --rules rules init && gongshi --rules rules import cases.csv events.csv
办件：共 2 行，新增 2 条，未变 0 条
事件：共 3 行，新增 3 条，未变 0 条
# Five working days: 25, 27 (Sunday, worked), 28, 29, 30 September.
$ gongshi --rules rules --lang en --today 2020-10-01 explain A-2 result
A-2  [Sample]  450225
Explained as of 2020-10-01, by the rules of 样例. Each day can be recounted on
  any calendar.

Result (announcement), 450225
-----------------------------
  State: overdue: 2020-09-30 was the last day for it: post it at once
  Rule: within 5 workdays after 'Issued' (basis: 样例办法)
  Rule: before 'Meeting' (basis: 样例办法)
  Rule: stands at least 1 month (basis: 样例办法)
  Earliest: 2020-09-24 Thu
    'Issued' is recorded on 2020-09-24 Thu.
    → the first day for this is that same day: 2020-09-24 Thu
  Own deadline: within 5 workdays after 'Issued': 2020-09-30 Wed
    'Issued' is recorded on 2020-09-24 Thu.
    Within 5 workdays, counted from the day after 2020-09-24 Thu:
      2020-09-24 Thu               the day it starts from, not counted
      2020-09-25 Fri               working day 1
      2020-09-26 Sat               weekend, passed over
      2020-09-27 Sun               working day 2: a made-up working day (国庆
                                   节、中秋节, 国办发明电〔2019〕16号)
      2020-09-28 Mon to 09-30 Wed  working days 3 to 5
    The day of the act is not counted.
    → the last day for this is 2020-09-30 Wed

   2020-09
   Mon       Tue       Wed       Thu       Fri       Sat       Sun
              1         2         3         4         5off      6off
    7         8         9        10        11        12off     13off
   14        15        16        17        18        19off     20off
   21        22        23       [24        25=1      26off     27on=2
   28=3      29=4      30=5]
   [ the day it starts from; =N the N-th day; ] the last day; off: day off; on:
     made-up working day

  Own deadline: before 'Meeting': 2020-10-19 Mon
    'Meeting' is set for 2020-10-20 Tue, still to come.
    → the last day for this is the day before: 2020-10-19 Mon
  Window, judged: at least 1 month, the first day counted: if opened on
    2020-10-01 Thu, the last day is 2020-10-31 Sat
      2020-10-01 Thu  the first day, counted
      2020-10-31 Sat  1 month on, the same day of the month, and one day back,
                      for the first day counts
  Window, planned: at least 1 month, the first day not counted: if opened on
    2020-10-01 Thu, the last day is 2020-11-01 Sun
      2020-10-01 Thu  the day it starts from, not counted
      2020-11-01 Sun  1 month on, the same day of the month

   2020-10
   Mon     Tue     Wed     Thu     Fri     Sat     Sun
                          [ 1off    2off    3off    4off
    5off    6off    7off    8off    9      10on    11off
   12      13      14      15      16      17off   18off
   19      20      21      22      23      24off   25off
   26      27      28      29      30      31off]
   2020-11
   Mon     Tue     Wed     Thu     Fri     Sat     Sun
                                                    1off)
    2       3       4       5       6       7off    8off
    9      10      11      12      13      14off   15off
   16      17      18      19      20      21off   22off
   23      24      25      26      27      28off   29off
   30
   [ the day it starts from; =N the N-th day; ] the last day; ) the safe one;
     off: day off; on: made-up working day

  Latest and advised: 2020-09-30 Wed, by its own deadline
  Finding: violation, not posted [missing]
    Nothing has been posted; the last day for it was 2020-09-30: within 5
      workdays after 'Issued' (2020-09-24).
    → If it was posted, record it; if not, post it at once, record it, and leave
      it up for its full period (at least 1 month, the first day not counted).
    Basis: 样例办法
# Back from the meeting on Tuesday 20 October: 20, 19, 16 are three working
# days, so over by the 15th; 15, 14, 13, 12, 10 (Saturday, worked) are five,
# so up by the 10th; with the first day not counted, by the 9th.
$ gongshi --rules rules --lang en --today 2020-10-01 explain A-2 call
A-2  [Sample]  450225
Explained as of 2020-10-01, by the rules of 样例. Each day can be recounted on
  any calendar.

Call (notice), 450225
---------------------
  State: ready: may go up from 2020-09-24 on, best by 2020-10-09, at the latest
    on 2020-10-10
  Rule: at least 5 workdays before 'Meeting' (basis: 样例办法)
  Rule: after 'Issued' (basis: 样例办法)
  Rule: stands at least 5 workdays (basis: 样例办法)
  Earliest: 2020-09-24 Thu
    'Issued' is recorded on 2020-09-24 Thu.
    → the first day for this is that same day: 2020-09-24 Thu
  Own deadline: at least 5 workdays before 'Meeting': 2020-10-13 Tue
    'Meeting' is set for 2020-10-20 Tue, still to come.
    Counted back from 2020-10-20 Tue, at least 5 workdays before: counted from
      the day after 2020-10-13 Tue, the last of them is 2020-10-20 Tue.
      2020-10-13 Tue               the day it starts from, not counted
      2020-10-14 Wed to 10-16 Fri  working days 1 to 3
      2020-10-17 Sat to 10-18 Sun  weekend, passed over
      2020-10-19 Mon to 10-20 Tue  working days 4 to 5
    A day later, the last of them would be 2020-10-21 Wed: too late.
    The day it goes up is not counted, the day counted back from is.
    → the last day for this is 2020-10-13 Tue

   2020-10
   Mon       Tue       Wed       Thu       Fri       Sat       Sun
                                  1off      2off      3off      4off
    5off      6off      7off      8off      9        10on      11off
   12       [13        14=1      15=2      16=3      17off     18off
   19=4      20=5]     21        22        23        24off     25off
   26        27        28        29        30        31off
   [ the day it starts from; =N the N-th day; ] the last day; off: day off; on:
     made-up working day

  Window, judged: at least 5 workdays, the first day counted: if opened on
    2020-10-01 Thu, the last day is 2020-10-14 Wed
      2020-10-01 Thu to 10-08 Thu  day off (国庆节、中秋节, 国办发明电〔2019〕16
                                   号), passed over
      2020-10-09 Fri               working day 1
      2020-10-10 Sat               working day 2: a made-up working day (国庆
                                   节、中秋节, 国办发明电〔2019〕16号)
      2020-10-11 Sun               weekend, passed over
      2020-10-12 Mon to 10-14 Wed  working days 3 to 5
  Window, planned: at least 5 workdays, the first day not counted: if opened on
    2020-10-01 Thu, the last day is 2020-10-14 Wed
      2020-10-01 Thu               the day it starts from, not counted
      2020-10-02 Fri to 10-08 Thu  day off (国庆节、中秋节, 国办发明电〔2019〕16
                                   号), passed over
      2020-10-09 Fri               working day 1
      2020-10-10 Sat               working day 2: a made-up working day (国庆
                                   节、中秋节, 国办发明电〔2019〕16号)
      2020-10-11 Sun               weekend, passed over
      2020-10-12 Mon to 10-14 Wed  working days 3 to 5

   2020-10
   Mon       Tue       Wed       Thu       Fri       Sat       Sun
                                [ 1off      2off      3off      4off
    5off      6off      7off      8off      9=1      10on=2    11off
   12=3      13=4      14=5]     15        16        17off     18off
   19        20        21        22        23        24off     25off
   26        27        28        29        30        31off
   [ the day it starts from; =N the N-th day; ] the last day; off: day off; on:
     made-up working day

  Latest: 2020-10-10 Sat
    'Meeting' is set for 2020-10-20 Tue, still to come.
    Counted back from 2020-10-20 Tue, at least 3 workdays before: counted from
      the day after 2020-10-15 Thu, the last of them is 2020-10-20 Tue.
      2020-10-15 Thu               the day it starts from, not counted
      2020-10-16 Fri               working day 1
      2020-10-17 Sat to 10-18 Sun  weekend, passed over
      2020-10-19 Mon to 10-20 Tue  working days 2 to 3
    A day later, the last of them would be 2020-10-21 Wed: too late.
    Counted back from 2020-10-15 Thu, at least 5 workdays, the first day
      counted: begun on 2020-10-10 Sat, it ends on 2020-10-15 Thu.
      2020-10-10 Sat               working day 1: a made-up working day (国庆
                                   节、中秋节, 国办发明电〔2019〕16号)
      2020-10-11 Sun               weekend, passed over
      2020-10-12 Mon to 10-15 Thu  working days 2 to 5
    Begun a day later, it would end on 2020-10-16 Fri: too late.
    → the last day for this is 2020-10-10 Sat
  Advised: 2020-10-09 Fri
    'Meeting' is set for 2020-10-20 Tue, still to come.
    Counted back from 2020-10-20 Tue, at least 3 workdays before: counted from
      the day after 2020-10-15 Thu, the last of them is 2020-10-20 Tue.
      2020-10-15 Thu               the day it starts from, not counted
      2020-10-16 Fri               working day 1
      2020-10-17 Sat to 10-18 Sun  weekend, passed over
      2020-10-19 Mon to 10-20 Tue  working days 2 to 3
    A day later, the last of them would be 2020-10-21 Wed: too late.
    Counted back from 2020-10-15 Thu, at least 5 workdays, the first day not
      counted: begun on 2020-10-09 Fri, it ends on 2020-10-15 Thu.
      2020-10-09 Fri               the day it starts from, not counted
      2020-10-10 Sat               working day 1: a made-up working day (国庆
                                   节、中秋节, 国办发明电〔2019〕16号)
      2020-10-11 Sun               weekend, passed over
      2020-10-12 Mon to 10-15 Thu  working days 2 to 5
    Begun a day later, it would end on 2020-10-16 Fri: too late.
    → the advised day for this is 2020-10-09 Fri
$ gongshi --rules rules --lang zh --today 2020-10-01 explain A-2 会议
A-2  ［样例程序］  450225
推算说明（截至 2020-10-01），所用规则：样例。每个日期都可以对照日历重算。

会议（事件）
------------
  定在：2020-10-20 周二
  规则：“会议通知” 后至少 3 个工作日（依据：样例办法）
  最早日期：~2020-10-10 周六，为预计：前序尚未全部完成
    “印发”登记的日期是 2020-09-24 周四。
    → 450225的“会议通知”最早在当日：2020-09-24 周四
    450225的“会议通知”尚未张贴。若在当日张贴，公示期（不少于 5 个工作日，首日计
      入）为 2020-09-24 周四 至 2020-09-29 周二。
      2020-09-24 周四 至 09-25 周五  第 1 至 2 个工作日
      2020-09-26 周六                周末，不计
      2020-09-27 周日                第 3 个工作日：调休上班（国庆节、中秋节，国
                                     办发明电〔2019〕16号）
      2020-09-28 周一 至 09-29 周二  第 4 至 5 个工作日
    其后至少 3 个工作日，自 2020-09-29 周二 的次日起算，不得早于其中最后一日：
      2020-09-29 周二                起算之日，不计入
      2020-09-30 周三                第 1 个工作日
      2020-10-01 周四 至 10-08 周四  放假（国庆节、中秋节，国办发明电〔2019〕16
                                     号），不计
      2020-10-09 周五                第 2 个工作日
      2020-10-10 周六                第 3 个工作日：调休上班（国庆节、中秋节，国
                                     办发明电〔2019〕16号）
    → 本项最早是 2020-10-10 周六
    推算时假定450225的“会议通知”已在 2020-09-24 周四 张贴，而这一天已过。
    若今天张贴，其公示期到 2020-10-14 周三 届满。
  最迟日期：无，没有起算的期限，后续事项也没有日期
# Nobody knows whether 29 December 2026 is worked.
$ gongshi --rules rules --lang zh --today 2026-12-30 explain A-1 result
A-1  ［样例程序］  450225
推算说明（截至 2026-12-30），所用规则：样例。每个日期都可以对照日历重算。

结果公告（公告），450225
------------------------
  状态：无法判定：日期无法推算：节假日安排尚未公布到那时
  规则：“印发” 后 5 个工作日内（依据：样例办法）
  规则：“会议” 前（依据：样例办法）
  规则：公示期不少于 1 个月（依据：样例办法）
  最早日期：2026-12-24 周四
    “印发”登记的日期是 2026-12-24 周四。
    → 本项最早在当日：2026-12-24 周四
  自身期限：“印发” 后 5 个工作日内：尚无法推算
    “印发”登记的日期是 2026-12-24 周四。
    5 个工作日内，自 2026-12-24 周四 的次日起算：
      2026-12-24 周四                起算之日，不计入
      2026-12-25 周五                第 1 个工作日
      2026-12-26 周六 至 12-27 周日  周末，不计
      2026-12-28 周一                第 2 个工作日
      2026-12-29 周二                尚未确定：是否上班还没有通知
    当日不计入。
    2026-12-29 周二 是否上班，放假通知尚未公布，算到这里为止，不作猜测。
    → 最迟日期无法推算，但不早于 2026-12-29 周二

   2026-12
   周一     周二     周三     周四     周五     周六     周日
             1        2        3        4        5休      6休
    7        8        9       10       11       12休     13休
   14       15       16       17       18       19休     20休
   21       22       23      [24       25=1     26休     27休
   28=2     29?      30?      31?
   [ 起算之日；=N 第 N 天；] 最后一日；休 放假；班 调休上班
   ? 是否上班尚未公布

  自身期限：“会议” 前：尚未起算
    “会议”未登记，因此尚不能定出日期。
  公示期（判定）：不少于 1 个月，首日计入：如果 2026-12-30 周三 张贴，届满日是
    2027-01-29 周五
      2026-12-30 周三  首日，计入
      2027-01-29 周五  过 1 个月，对应的同一日，因首日计入再退一天
  公示期（建议）：不少于 1 个月，首日不计入：如果 2026-12-30 周三 张贴，届满日是
    2027-01-30 周六
      2026-12-30 周三  起算之日，不计入
      2027-01-30 周六  过 1 个月，对应的同一日

   2026-12
   周一   周二   周三   周四   周五   周六   周日
           1      2      3      4      5休    6休
    7      8      9     10     11     12休   13休
   14     15     16     17     18     19休   20休
   21     22     23     24     25     26休   27休
   28     29?   [30?    31?
   2027-01
   周一   周二   周三   周四   周五   周六   周日
                                1?     2?     3?
    4?     5?     6?     7?     8?     9?    10?
   11?    12?    13?    14?    15?    16?    17?
   18?    19?    20?    21?    22?    23?    24?
   25?    26?    27?    28?    29?]   30?)   31?
   [ 起算之日；=N 第 N 天；] 届满日；) 建议贴到；休 放假；班 调休上班
   ? 是否上班尚未公布

  建议日期：2026-12-29 周二，自身期限最早也在这一天
  核查结果：待处理，无法判定［unknown］
    最迟日期（“印发”（2026-12-24）后 5 个工作日内）无法推算：2026-12-29 是否为工
      作日尚未公布。
    → 下一年的放假安排公布后，请尽快装入节假日日历；在此之前，宜早贴、晚撤。
    依据：样例办法
$ gongshi --rules rules --lang en --today 2020-10-01 explain A-2 metting
gongshi: error: `metting` is neither a step nor an event of the procedure check
  note: did you mean `meeting`?
[2]
$ gongshi --rules rules --lang en explain A-3
gongshi: error: no case has the number `A-3`
[2]
$ gongshi --rules rules --lang en explain
gongshi: error: expected `explain CASE [STEP|EVENT]` or `explain CODE`
[2]
$ gongshi --rules rules --lang en explain A-2 --format csv
gongshi: error: --format csv: `explain` writes text or json
[2]
$ gongshi --rules rules --lang en explain A-2 call --division 4502259
gongshi: error: --division 4502259: expected a division code, as 450225
[2]
$ gongshi --rules rules --lang en explain A-2 call --division 450226
gongshi: error: the step call has no slot at or below division 450226 in this case
[2]

# A pack that does not move a last day off on: ten days after 24 September are
# over on Sunday 4 October, in the holidays, and it says nothing else.
$ mkdir fixed; sed 's/^pack: .*/pack: fixed/' rules/pack.yaml >fixed/pack.yaml; echo 'counting: {deadlines: {roll: none}}' >>fixed/pack.yaml
$ sed 's/within 5 workdays after issued/within 10 days after issued/' rules/check.yaml >fixed/check.yaml
$ gongshi --rules fixed --lang en --today 2020-10-01 explain A-2 result | sed -n '/The day of the act/,/→/p'
    The day of the act is not counted. By these rules a last day off does not
      move on.
    → the last day for this is 2020-10-04 Sun
# A month after 24 September is over on Saturday 24 October: Monday the 26th.
$ mkdir month; cp rules/pack.yaml month
$ sed 's/within 5 workdays after issued/within 1 month after issued/' rules/check.yaml >month/check.yaml
$ gongshi --rules month --lang en --today 2020-10-01 explain A-2 result | sed -n '/The day of the act/,/→/p'
    The day of the act is not counted. A month ends on the same day of the
      month, or on its last. A last day off moves on to the next working day.
    → the last day for this is 2020-10-26 Mon
