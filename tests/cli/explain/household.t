# HX-001: posted 10 September, seven days run through the 16th, safe through
# the 17th; taken down on the 15th, so a day short.
$ cat >cases.csv <<.
> case,procedure,division,places
> HX-001,household-exit,450225100200,450225100200001;450225100200002
> .
$ cat >events.csv <<.
> case,event,date
> HX-001,deliberated,2020-09-10
> HX-001,township-submitted,2020-09-30
> .
$ cat >postings.csv <<.
> case,step,division,posted,until,medium,place
> HX-001,group-notice,450225100200001,2020-09-10,2020-09-15,board,屯口
> .
$ gongshi init && gongshi import cases.csv events.csv postings.csv
办件：共 1 行，新增 1 条，未变 0 条
事件：共 2 行，新增 2 条，未变 0 条
张贴记录：共 1 行，新增 1 条，未变 0 条
$ gongshi --today 2020-10-01 --lang zh explain HX-001 group-notice
HX-001  ［贫困户脱贫摘帽］  450225100200
推算说明（截至 2020-10-01），所用规则：广西2020年脱贫摘帽与扶贫资金项目公告公
  示。每个日期都可以对照日历重算。

村民小组公示（公示），450225100200001
-------------------------------------
  状态：中断
  规则：“村级评议确定初审名单” 后（依据：桂扶领办发〔2020〕45号）
  规则：公示期不少于 7 日（依据：桂扶领办发〔2020〕45号）
  规则：写明“脱贫户初审名单”（依据：桂扶领办发〔2020〕45号）
  规则：张贴前经过保密审查（依据：年度报告 一（四）；政府信息公开条例 第十七条）
  张贴：2020-09-10 周四 至 2020-09-15 周二，公开栏，屯口
  最早日期：2020-09-10 周四
    “村级评议确定初审名单”登记的日期是 2020-09-10 周四。
    → 本项最早在当日：2020-09-10 周四
  公示期（判定）：不少于 7 日，首日计入：2020-09-10 周四 张贴，届满日 2020-09-16
    周三
      2020-09-10 周四 至 09-11 周五  第 1 至 2 天
      2020-09-12 周六 至 09-13 周日  第 3 至 4 天：周末，照样计入
      2020-09-14 周一 至 09-16 周三  第 5 至 7 天
    → 贴到 2020-09-15 周二，少 1 天
  公示期（建议）：不少于 7 日，首日不计入：2020-09-10 周四 张贴，届满日
    2020-09-17 周四
      2020-09-10 周四                起算之日，不计入
      2020-09-11 周五                第 1 天
      2020-09-12 周六 至 09-13 周日  第 2 至 3 天：周末，照样计入
      2020-09-14 周一 至 09-17 周四  第 4 至 7 天

   2020-09
   周一     周二     周三     周四     周五     周六     周日
             1        2        3        4        5休      6休
    7        8        9      [10=1     11=2     12休=3   13休=4
   14=5     15=6     16=7]    17)      18       19休     20休
   21       22       23       24       25       26休     27班
   28       29       30
   [ 起算之日；=N 第 N 天；] 届满日；) 建议贴到；休 放假；班 调休上班

  最迟日期：2020-09-16 周三
    “乡镇上报县”登记的日期是 2020-09-30 周三。
    450225100200的“行政村公示”须在此之前期满：最迟在前一日 2020-09-29 周二 届
      满。
    从 2020-09-29 周二 往回算，不少于 7 日，首日计入：2020-09-23 周三 开始，到
      2020-09-29 周二 结束。
      2020-09-23 周三 至 09-25 周五  第 1 至 3 天
      2020-09-26 周六                第 4 天：周末，照样计入
      2020-09-27 周日                第 5 天：调休上班（国庆节、中秋节，国办发明
                                     电〔2019〕16号）
      2020-09-28 周一 至 09-29 周二  第 6 至 7 天
    若晚一天开始，要到 2020-09-30 周三 结束，就来不及了。
    → 450225100200的“行政村公示”最迟是 2020-09-23 周三
    “乡镇审核”最迟须在当日完成。
    → “乡镇审核”最迟是 2020-09-23 周三
    本项须在此之前期满：最迟在前一日 2020-09-22 周二 届满。
    从 2020-09-22 周二 往回算，不少于 7 日，首日计入：2020-09-16 周三 开始，到
      2020-09-22 周二 结束。
      2020-09-16 周三 至 09-18 周五  第 1 至 3 天
      2020-09-19 周六 至 09-20 周日  第 4 至 5 天：周末，照样计入
      2020-09-21 周一 至 09-22 周二  第 6 至 7 天
    若晚一天开始，要到 2020-09-23 周三 结束，就来不及了。
    → 本项最迟是 2020-09-16 周三
  建议日期：2020-09-14 周一
    “乡镇上报县”登记的日期是 2020-09-30 周三。
    450225100200的“行政村公示”须在此之前期满：最迟在前一日 2020-09-29 周二 届
      满。
    从 2020-09-29 周二 往回算，不少于 7 日，首日不计入：2020-09-22 周二 开始，到
      2020-09-29 周二 结束。
      2020-09-22 周二                起算之日，不计入
      2020-09-23 周三 至 09-25 周五  第 1 至 3 天
      2020-09-26 周六                第 4 天：周末，照样计入
      2020-09-27 周日                第 5 天：调休上班（国庆节、中秋节，国办发明
                                     电〔2019〕16号）
      2020-09-28 周一 至 09-29 周二  第 6 至 7 天
    若晚一天开始，要到 2020-09-30 周三 结束，就来不及了。
    → 450225100200的“行政村公示”建议不晚于 2020-09-22 周二
    “乡镇审核”最迟须在当日完成。
    → “乡镇审核”建议不晚于 2020-09-22 周二
    本项须在此之前期满：最迟在前一日 2020-09-21 周一 届满。
    从 2020-09-21 周一 往回算，不少于 7 日，首日不计入：2020-09-14 周一 开始，到
      2020-09-21 周一 结束。
      2020-09-14 周一                起算之日，不计入
      2020-09-15 周二 至 09-18 周五  第 1 至 4 天
      2020-09-19 周六 至 09-20 周日  第 5 至 6 天：周末，照样计入
      2020-09-21 周一                第 7 天
    若晚一天开始，要到 2020-09-22 周二 结束，就来不及了。
    → 本项建议不晚于 2020-09-14 周一
  核查结果：问题，公示期不足［short］
    2020-09-10 张贴，贴到 2020-09-15，应贴到 2020-09-16，少 1 天。要求：不少于
      7 日，首日计入。
    → 请重新张贴，自张贴之日起不间断贴满公示期（不少于 7 日，首日不计入）；后续
      事项等期满后再办。
    依据：桂扶领办发〔2020〕45号

村民小组公示（公示），450225100200002
-------------------------------------
  状态：逾期：最迟日期 2020-09-16 已过，请立即张贴
  规则：“村级评议确定初审名单” 后（依据：桂扶领办发〔2020〕45号）
  规则：公示期不少于 7 日（依据：桂扶领办发〔2020〕45号）
  规则：写明“脱贫户初审名单”（依据：桂扶领办发〔2020〕45号）
  规则：张贴前经过保密审查（依据：年度报告 一（四）；政府信息公开条例 第十七条）
  最早日期：2020-09-10 周四
    “村级评议确定初审名单”登记的日期是 2020-09-10 周四。
    → 本项最早在当日：2020-09-10 周四
  公示期（判定）：不少于 7 日，首日计入：如果 2020-10-01 周四 张贴，届满日是
    2020-10-07 周三
      2020-10-01 周四 至 10-07 周三  第 1 至 7 天：放假（国庆节、中秋节，国办发
                                     明电〔2019〕16号），照样计入
  公示期（建议）：不少于 7 日，首日不计入：如果 2020-10-01 周四 张贴，届满日是
    2020-10-08 周四
      2020-10-01 周四                起算之日，不计入
      2020-10-02 周五 至 10-08 周四  第 1 至 7 天：放假（国庆节、中秋节，国办发
                                     明电〔2019〕16号），照样计入

   2020-10
   周一     周二     周三     周四     周五     周六     周日
                             [ 1休=1    2休=2    3休=3    4休=4
    5休=5    6休=6    7休=7]   8休)     9       10班     11休
   12       13       14       15       16       17休     18休
   19       20       21       22       23       24休     25休
   26       27       28       29       30       31休
   [ 起算之日；=N 第 N 天；] 届满日；) 建议贴到；休 放假；班 调休上班

  最迟日期：2020-09-16 周三
    “乡镇上报县”登记的日期是 2020-09-30 周三。
    450225100200的“行政村公示”须在此之前期满：最迟在前一日 2020-09-29 周二 届
      满。
    从 2020-09-29 周二 往回算，不少于 7 日，首日计入：2020-09-23 周三 开始，到
      2020-09-29 周二 结束。
      2020-09-23 周三 至 09-25 周五  第 1 至 3 天
      2020-09-26 周六                第 4 天：周末，照样计入
      2020-09-27 周日                第 5 天：调休上班（国庆节、中秋节，国办发明
                                     电〔2019〕16号）
      2020-09-28 周一 至 09-29 周二  第 6 至 7 天
    若晚一天开始，要到 2020-09-30 周三 结束，就来不及了。
    → 450225100200的“行政村公示”最迟是 2020-09-23 周三
    “乡镇审核”最迟须在当日完成。
    → “乡镇审核”最迟是 2020-09-23 周三
    本项须在此之前期满：最迟在前一日 2020-09-22 周二 届满。
    从 2020-09-22 周二 往回算，不少于 7 日，首日计入：2020-09-16 周三 开始，到
      2020-09-22 周二 结束。
      2020-09-16 周三 至 09-18 周五  第 1 至 3 天
      2020-09-19 周六 至 09-20 周日  第 4 至 5 天：周末，照样计入
      2020-09-21 周一 至 09-22 周二  第 6 至 7 天
    若晚一天开始，要到 2020-09-23 周三 结束，就来不及了。
    → 本项最迟是 2020-09-16 周三
  建议日期：2020-09-14 周一
    “乡镇上报县”登记的日期是 2020-09-30 周三。
    450225100200的“行政村公示”须在此之前期满：最迟在前一日 2020-09-29 周二 届
      满。
    从 2020-09-29 周二 往回算，不少于 7 日，首日不计入：2020-09-22 周二 开始，到
      2020-09-29 周二 结束。
      2020-09-22 周二                起算之日，不计入
      2020-09-23 周三 至 09-25 周五  第 1 至 3 天
      2020-09-26 周六                第 4 天：周末，照样计入
      2020-09-27 周日                第 5 天：调休上班（国庆节、中秋节，国办发明
                                     电〔2019〕16号）
      2020-09-28 周一 至 09-29 周二  第 6 至 7 天
    若晚一天开始，要到 2020-09-30 周三 结束，就来不及了。
    → 450225100200的“行政村公示”建议不晚于 2020-09-22 周二
    “乡镇审核”最迟须在当日完成。
    → “乡镇审核”建议不晚于 2020-09-22 周二
    本项须在此之前期满：最迟在前一日 2020-09-21 周一 届满。
    从 2020-09-21 周一 往回算，不少于 7 日，首日不计入：2020-09-14 周一 开始，到
      2020-09-21 周一 结束。
      2020-09-14 周一                起算之日，不计入
      2020-09-15 周二 至 09-18 周五  第 1 至 4 天
      2020-09-19 周六 至 09-20 周日  第 5 至 6 天：周末，照样计入
      2020-09-21 周一                第 7 天
    若晚一天开始，要到 2020-09-22 周二 结束，就来不及了。
    → 本项建议不晚于 2020-09-14 周一
  核查结果：问题，未公示［missing］
    至今未张贴，最迟应在 2020-09-16 张贴。要求：公示期须在“乡镇审核”（本身最迟
      2020-09-23）之前届满。
    → 已经张贴的，请补登记；没有张贴的，请立即张贴并登记，贴满公示期（不少于
      7 日，首日不计入）。
    依据：桂扶领办发〔2020〕45号
    缘由：政府信息应自形成或者变更之日起20个工作日内及时公开，法律、法规另有规定
      的从其规定（政府信息公开条例 第二十六条）。扶贫资金项目没有公示公告的，一
      律不得检查验收、不得拨付款项（公告公示制度实施办法（修订），据年度报告）。
# A whole case: brief, the days counted out where they rest on facts.
$ gongshi --today 2020-10-01 --lang en explain HX-001
HX-001  [Household poverty exit]  450225100200
Explained as of 2020-10-01, by the rules of Guangxi 2020, poverty exit and
  publicity of poverty-relief funds and projects. Each day can be recounted on
  any calendar.

Notice in the village group (notice), 450225100200001
-----------------------------------------------------
  State: broken
  Rule: after 'Village review settled the first list' (basis: 桂扶领办发〔2020〕
    45号)
  Rule: stands at least 7 days (basis: 桂扶领办发〔2020〕45号)
  Rule: shows '脱贫户初审名单' (basis: 桂扶领办发〔2020〕45号)
  Rule: is reviewed for confidentiality before it goes up (basis: 年度报告 一
    （四）；政府信息公开条例 第十七条)
  Posted: 2020-09-10 Thu to 2020-09-15 Tue, notice board, 屯口
  Earliest: 2020-09-10 Thu
    'Village review settled the first list' is recorded on 2020-09-10 Thu.
    → the first day for this is that same day: 2020-09-10 Thu
  Window, judged: at least 7 days, the first day counted: opened on 2020-09-10
    Thu, the last day is 2020-09-16 Wed
      2020-09-10 Thu to 09-11 Fri  days 1 to 2
      2020-09-12 Sat to 09-13 Sun  days 3 to 4: weekend, counted all the same
      2020-09-14 Mon to 09-16 Wed  days 5 to 7
    → shown through 2020-09-15 Tue: 1 day short
  Window, planned: at least 7 days, the first day not counted: opened on
    2020-09-10 Thu, the last day is 2020-09-17 Thu
      2020-09-10 Thu               the day it starts from, not counted
      2020-09-11 Fri               day 1
      2020-09-12 Sat to 09-13 Sun  days 2 to 3: weekend, counted all the same
      2020-09-14 Mon to 09-17 Thu  days 4 to 7
  Latest: 2020-09-16 Wed
    'Township submitted to the county' is recorded on 2020-09-30 Wed.
    'Notice in the village' at 450225100200 must be over by then: it ends the
      day before at the latest, on 2020-09-29 Tue.
    Counted back from 2020-09-29 Tue, at least 7 days, the first day counted:
      begun on 2020-09-23 Wed, it ends on 2020-09-29 Tue.
    → the last day for 'Notice in the village' at 450225100200 is 2020-09-23 Wed
    'Township reviewed' must come by then, on that day at the latest.
    → the last day for 'Township reviewed' is 2020-09-23 Wed
    This must be over by then: it ends the day before at the latest, on
      2020-09-22 Tue.
    Counted back from 2020-09-22 Tue, at least 7 days, the first day counted:
      begun on 2020-09-16 Wed, it ends on 2020-09-22 Tue.
    → the last day for this is 2020-09-16 Wed
  Advised: 2020-09-14 Mon, for the same reason by the planned count
  Finding: violation, notice too short [short]
    Posted on 2020-09-10 and shown through 2020-09-15, 1 day short of the period
      asked for, which runs through 2020-09-16: at least 7 days, the first day
      counted.
    → Post it again for its full period without a gap (at least 7 days, the
      first day not counted), from the day it goes up; what comes next waits
      until then.
    Basis: 桂扶领办发〔2020〕45号

Notice in the village group (notice), 450225100200002
-----------------------------------------------------
  State: overdue: 2020-09-16 was the last day for it: post it at once
  Rule: after 'Village review settled the first list' (basis: 桂扶领办发〔2020〕
    45号)
  Rule: stands at least 7 days (basis: 桂扶领办发〔2020〕45号)
  Rule: shows '脱贫户初审名单' (basis: 桂扶领办发〔2020〕45号)
  Rule: is reviewed for confidentiality before it goes up (basis: 年度报告 一
    （四）；政府信息公开条例 第十七条)
  Earliest: 2020-09-10 Thu
    'Village review settled the first list' is recorded on 2020-09-10 Thu.
    → the first day for this is that same day: 2020-09-10 Thu
  Latest: 2020-09-16 Wed
    'Township submitted to the county' is recorded on 2020-09-30 Wed.
    'Notice in the village' at 450225100200 must be over by then: it ends the
      day before at the latest, on 2020-09-29 Tue.
    Counted back from 2020-09-29 Tue, at least 7 days, the first day counted:
      begun on 2020-09-23 Wed, it ends on 2020-09-29 Tue.
    → the last day for 'Notice in the village' at 450225100200 is 2020-09-23 Wed
    'Township reviewed' must come by then, on that day at the latest.
    → the last day for 'Township reviewed' is 2020-09-23 Wed
    This must be over by then: it ends the day before at the latest, on
      2020-09-22 Tue.
    Counted back from 2020-09-22 Tue, at least 7 days, the first day counted:
      begun on 2020-09-16 Wed, it ends on 2020-09-22 Tue.
    → the last day for this is 2020-09-16 Wed
  Advised: 2020-09-14 Mon, for the same reason by the planned count
  Finding: violation, not posted [missing]
    Nothing has been posted; the last day for it was 2020-09-16: its period must
      be over before 'Township reviewed' (itself due by 2020-09-23).
    → If it was posted, record it; if not, post it at once, record it, and leave
      it up for its full period (at least 7 days, the first day not counted).
    Basis: 桂扶领办发〔2020〕45号
    Why: 政府信息应自形成或者变更之日起20个工作日内及时公开，法律、法规另有规定
      的从其规定（政府信息公开条例 第二十六条）。扶贫资金项目没有公示公告的，一
      律不得检查验收、不得拨付款项（公告公示制度实施办法（修订），据年度报告）。

Notice in the village (notice), 450225100200
--------------------------------------------
  State: overdue: 2020-09-23 was the last day for it: post it at once
  Rule: after 'Township reviewed' (basis: 桂扶领办发〔2020〕45号)
  Rule: stands at least 7 days (basis: 桂扶领办发〔2020〕45号)
  Rule: shows '脱贫户审核名单' (basis: 桂扶领办发〔2020〕45号)
  Rule: is reviewed for confidentiality before it goes up (basis: 年度报告 一
    （四）；政府信息公开条例 第十七条)
  Earliest: ~2020-09-17 Thu, a forecast: not all before it has happened
    'Notice in the village group' at 450225100200001 was posted on 2020-09-10
      Thu.
    The period of 'Notice in the village group' at 450225100200001 (at least 7
      days, the first day counted) runs from 2020-09-10 Thu through 2020-09-16
      Wed.
    → the first day for 'Township reviewed' is the day after: 2020-09-17 Thu
    → the first day for this is that same day: 2020-09-17 Thu
    2020-09-17 Thu is past: 'Township reviewed' is not recorded to this day, and
      this may not come before it.
  Latest: 2020-09-23 Wed
    'Township submitted to the county' is recorded on 2020-09-30 Wed.
    This must be over by then: it ends the day before at the latest, on
      2020-09-29 Tue.
    Counted back from 2020-09-29 Tue, at least 7 days, the first day counted:
      begun on 2020-09-23 Wed, it ends on 2020-09-29 Tue.
    → the last day for this is 2020-09-23 Wed
  Advised: 2020-09-22 Tue, for the same reason by the planned count
  Finding: violation, not posted [missing]
    Nothing has been posted; the last day for it was 2020-09-23: its period must
      be over before 'Township submitted to the county' (2020-09-30).
    → If it was posted, record it; if not, post it at once, record it, and leave
      it up for its full period (at least 7 days, the first day not counted).
    Basis: 桂扶领办发〔2020〕45号
    Why: 政府信息应自形成或者变更之日起20个工作日内及时公开，法律、法规另有规定
      的从其规定（政府信息公开条例 第二十六条）。扶贫资金项目没有公示公告的，一
      律不得检查验收、不得拨付款项（公告公示制度实施办法（修订），据年度报告）。

Announcement in the village (announcement), 450225100200
--------------------------------------------------------
  State: waiting: waits for 'County approved'
  Rule: within 20 workdays after 'County approved' (basis: 政府信息公开条例 第二
    十六条)
  Rule: shows '脱贫户名单' (basis: 政府信息公开条例 第二十六条)
  Rule: is reviewed for confidentiality before it goes up (basis: 年度报告 一
    （四）；政府信息公开条例 第十七条)
  Rule: no number of days to stand is asked
  Note: 通知未载明公告期限和张贴天数；期限按条例第二十六条，天数不作要求。
  Earliest: ~2020-09-30 Wed, a forecast: not all before it has happened
    'Township submitted to the county' is recorded on 2020-09-30 Wed.
    → the first day for 'County approved' is that same day: 2020-09-30 Wed
    → the first day for this is that same day: 2020-09-30 Wed
    2020-09-30 Wed is past: 'County approved' is not recorded to this day, and
      this may not come before it.
  Own deadline: within 20 workdays after 'County approved': not running yet
    'County approved' is not recorded, so this sets no day yet.
  Latest: none: no deadline runs, and nothing that must come later has a day

Village review settled the first list (event)
---------------------------------------------
  Recorded: 2020-09-10 Thu
  Rule: it need not wait for anything (basis: 桂扶领办发〔2020〕45号)
  Latest and advised: 2020-09-10 Thu, for 'Notice in the village group' at
    450225100200001 must come later

Township reviewed (event)
-------------------------
  Recorded: no day yet
  Rule: after 'Notice in the village group' (basis: 桂扶领办发〔2020〕45号)
  Comes after: all of these; the last one counts
    'Notice in the village group' at 450225100200001, posted on 2020-09-10 Thu,
      last day 2020-09-16 Wed: from 2020-09-17 Thu on
    'Notice in the village group' at 450225100200002, not posted (from
      2020-09-17 Thu on, had it gone up on its first day)
  Earliest: ~2020-09-17 Thu, a forecast: not all before it has happened
    'Notice in the village group' at 450225100200001 was posted on 2020-09-10
      Thu.
    The period of 'Notice in the village group' at 450225100200001 (at least 7
      days, the first day counted) runs from 2020-09-10 Thu through 2020-09-16
      Wed.
    → the first day for this is the day after: 2020-09-17 Thu
    2020-09-17 Thu is past: 'Notice in the village group' at 450225100200002 is
      not posted to this day, and this may not come before it.
    Posted today, its period would run through 2020-10-07 Wed.
  Latest: 2020-09-23 Wed, for 'Notice in the village' at 450225100200 must come
    later
  Advised: 2020-09-22 Tue, for the same reason by the planned count

Township submitted to the county (event)
----------------------------------------
  Recorded: 2020-09-30 Wed
  Rule: after 'Notice in the village' (basis: 桂扶领办发〔2020〕45号)
  Earliest: ~2020-09-24 Thu, a forecast: not all before it has happened
    'Notice in the village group' at 450225100200001 was posted on 2020-09-10
      Thu.
    The period of 'Notice in the village group' at 450225100200001 (at least 7
      days, the first day counted) runs from 2020-09-10 Thu through 2020-09-16
      Wed.
    → the first day for 'Township reviewed' is the day after: 2020-09-17 Thu
    → the first day for 'Notice in the village' at 450225100200 is that same
      day: 2020-09-17 Thu
    'Notice in the village' at 450225100200 is not posted. Posted on that day,
      its period (at least 7 days, the first day counted) would run from
      2020-09-17 Thu through 2020-09-23 Wed.
    → the first day for this is the day after: 2020-09-24 Thu
    2020-09-24 Thu is past: 'Notice in the village' at 450225100200 is not
      posted to this day, and this may not come before it.
  Latest: none: no deadline runs, and nothing that must come later has a day

County approved (event)
-----------------------
  Recorded: no day yet
  Rule: after 'Township submitted to the county' (basis: 桂扶领办发〔2020〕45号)
  Earliest: 2020-09-30 Wed
    'Township submitted to the county' is recorded on 2020-09-30 Wed.
    → the first day for this is that same day: 2020-09-30 Wed
  Latest: none: no deadline runs, and nothing that must come later has a day

Terminated (event)
------------------
  Recorded: no day yet
  Rule: with it the case ends: nothing more is owed but what must follow it
  Rule: it need not wait for anything (basis: 桂扶领办发〔2020〕45号)
  Note: 所据材料没有写终止。
  Latest: none: no deadline runs, and nothing that must come later has a day

Every day of every sum, and a month to look at: gongshi explain HX-001 with the
  name of a step or event behind it.
# JSON has every day.
$ gongshi --today 2020-10-01 --lang en --format json explain HX-001 group-notice --division 450225100200001 | sed '/^ "why": {/d'
{"today": "2020-10-01", "case": "HX-001", "title": "", "procedure": "household-exit", "pack": "guangxi-2020", "division": "450225100200",
 "slots": [
  {"step": "group-notice", "division": "450225100200001", "title": "Notice in the village group", "rules": [{"phrase": "after Village review settled the first list", "basis": "桂扶领办发〔2020〕45号"}, {"phrase": "at least 7 days", "basis": "桂扶领办发〔2020〕45号"}, {"phrase": "shows '脱贫户初审名单'", "basis": "桂扶领办发〔2020〕45号"}, {"phrase": "is reviewed for confidentiality before it goes up", "basis": "年度报告 一（四）；政府信息公开条例 第十七条"}],
   "needs": [{"phrase": "after Village review settled the first list", "gate": false, "sets": true, "of": [{"kind": "after", "phrase": "after Village review settled the first list", "basis": "桂扶领办发〔2020〕45号", "point": "deliberated", "division": null, "known": "recorded", "base": "2020-09-10",
   "why": null, "window": null, "count": null, "edge": "2020-09-10", "day": "2020-09-10", "brink": null}]}], "earliest": "2020-09-10", "forecast": false,
   "earliest_by": {"kind": "after", "phrase": "after Village review settled the first list", "basis": "桂扶领办发〔2020〕45号", "point": "deliberated", "division": null, "known": "recorded", "base": "2020-09-10",
   "why": null, "window": null, "count": null, "edge": "2020-09-10", "day": "2020-09-10", "brink": null}, "allowed": "2020-09-10",
   "allowed_by": null, "due": null,
   "due_by": [], "latest": "2020-09-16",
   "latest_by": {"kind": "ahead", "phrase": "after Notice in the village group", "basis": "桂扶领办发〔2020〕45号", "point": "township-reviewed", "division": null, "known": "latest", "base": "2020-09-23",
   "why": {"kind": "ahead", "phrase": "after Township reviewed", "basis": "桂扶领办发〔2020〕45号", "point": "village-notice", "division": "450225100200", "known": "latest", "base": "2020-09-23",
   "why": {"kind": "ahead", "phrase": "after Notice in the village", "basis": "桂扶领办发〔2020〕45号", "point": "township-submitted", "division": null, "known": "recorded", "base": "2020-09-30",
   "why": null, "window": {"n": 7, "unit": "day", "first_day_counted": true, "rolls": false, "division": "450225100200", "act": "2020-09-23", "limit": "2020-09-29", "last": "2020-09-29", "brink": null, "beyond": "2020-09-30", "days": [
    {"day": "2020-09-23", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 1},
    {"day": "2020-09-24", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 2},
    {"day": "2020-09-25", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 3},
    {"day": "2020-09-26", "is": "off", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 4},
    {"day": "2020-09-27", "is": "worked", "made_up": true, "holiday": "国庆节、中秋节", "notice": "国办发明电〔2019〕16号", "as": "counted", "number": 5},
    {"day": "2020-09-28", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 6},
    {"day": "2020-09-29", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 7}]}, "count": null, "edge": "2020-09-29", "day": "2020-09-23", "brink": null}, "window": null, "count": null, "edge": "2020-09-23", "day": "2020-09-23", "brink": null}, "window": {"n": 7, "unit": "day", "first_day_counted": true, "rolls": false, "division": "450225100200001", "act": "2020-09-16", "limit": "2020-09-22", "last": "2020-09-22", "brink": null, "beyond": "2020-09-23", "days": [
    {"day": "2020-09-16", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 1},
    {"day": "2020-09-17", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 2},
    {"day": "2020-09-18", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 3},
    {"day": "2020-09-19", "is": "off", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 4},
    {"day": "2020-09-20", "is": "off", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 5},
    {"day": "2020-09-21", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 6},
    {"day": "2020-09-22", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 7}]}, "count": null, "edge": "2020-09-22", "day": "2020-09-16", "brink": null}, "advised": "2020-09-14",
   "advised_by": {"kind": "ahead", "phrase": "after Notice in the village group", "basis": "桂扶领办发〔2020〕45号", "point": "township-reviewed", "division": null, "known": "advised", "base": "2020-09-22",
   "why": {"kind": "ahead", "phrase": "after Township reviewed", "basis": "桂扶领办发〔2020〕45号", "point": "village-notice", "division": "450225100200", "known": "advised", "base": "2020-09-22",
   "why": {"kind": "ahead", "phrase": "after Notice in the village", "basis": "桂扶领办发〔2020〕45号", "point": "township-submitted", "division": null, "known": "recorded", "base": "2020-09-30",
   "why": null, "window": {"n": 7, "unit": "day", "first_day_counted": false, "rolls": false, "division": "450225100200", "act": "2020-09-22", "limit": "2020-09-29", "last": "2020-09-29", "brink": null, "beyond": "2020-09-30", "days": [
    {"day": "2020-09-22", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "act", "number": null},
    {"day": "2020-09-23", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 1},
    {"day": "2020-09-24", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 2},
    {"day": "2020-09-25", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 3},
    {"day": "2020-09-26", "is": "off", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 4},
    {"day": "2020-09-27", "is": "worked", "made_up": true, "holiday": "国庆节、中秋节", "notice": "国办发明电〔2019〕16号", "as": "counted", "number": 5},
    {"day": "2020-09-28", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 6},
    {"day": "2020-09-29", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 7}]}, "count": null, "edge": "2020-09-29", "day": "2020-09-22", "brink": null}, "window": null, "count": null, "edge": "2020-09-22", "day": "2020-09-22", "brink": null}, "window": {"n": 7, "unit": "day", "first_day_counted": false, "rolls": false, "division": "450225100200001", "act": "2020-09-14", "limit": "2020-09-21", "last": "2020-09-21", "brink": null, "beyond": "2020-09-22", "days": [
    {"day": "2020-09-14", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "act", "number": null},
    {"day": "2020-09-15", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 1},
    {"day": "2020-09-16", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 2},
    {"day": "2020-09-17", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 3},
    {"day": "2020-09-18", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 4},
    {"day": "2020-09-19", "is": "off", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 5},
    {"day": "2020-09-20", "is": "off", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 6},
    {"day": "2020-09-21", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 7}]}, "count": null, "edge": "2020-09-21", "day": "2020-09-14", "brink": null},
   "findings": [{"key": "HX-001/group-notice/450225100200001/short", "code": "short", "severity": "violation", "case": "HX-001", "procedure": "household-exit", "step": "group-notice", "event": null, "division": "450225100200001", "due": "2020-09-16", "actual": "2020-09-15", "days": 1, "basis": "桂扶领办发〔2020〕45号", "message": "Notice in the village group, 450225100200001: Posted on 2020-09-10 and shown through 2020-09-15, 1 day short of the period asked for, which runs through 2020-09-16: at least 7 days, the first day counted."}], "state": "broken", "posted": "2020-09-10", "until": "2020-09-15", "runs": [{"from": "2020-09-10", "until": "2020-09-15", "judged": "2020-09-16", "postings": 1, "enough": false, "early": false, "stands": true}], "judged": {"n": 7, "unit": "day", "first_day_counted": true, "rolls": false, "division": "450225100200001", "act": "2020-09-10", "limit": null, "last": "2020-09-16", "brink": null, "beyond": null, "days": [
    {"day": "2020-09-10", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 1},
    {"day": "2020-09-11", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 2},
    {"day": "2020-09-12", "is": "off", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 3},
    {"day": "2020-09-13", "is": "off", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 4},
    {"day": "2020-09-14", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 5},
    {"day": "2020-09-15", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 6},
    {"day": "2020-09-16", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 7}]}, "planned": {"n": 7, "unit": "day", "first_day_counted": false, "rolls": false, "division": "450225100200001", "act": "2020-09-10", "limit": null, "last": "2020-09-17", "brink": null, "beyond": null, "days": [
    {"day": "2020-09-10", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "act", "number": null},
    {"day": "2020-09-11", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 1},
    {"day": "2020-09-12", "is": "off", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 2},
    {"day": "2020-09-13", "is": "off", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 3},
    {"day": "2020-09-14", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 4},
    {"day": "2020-09-15", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 5},
    {"day": "2020-09-16", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 6},
    {"day": "2020-09-17", "is": "worked", "made_up": false, "holiday": null, "notice": null, "as": "counted", "number": 7}]}}],
 "events": []}
$ gongshi --today 2020-10-01 --lang en --format json explain HX-001 | python3 -c '
> import json, sys
> d = json.load(sys.stdin)
> print(list(d), len(d["slots"]), len(d["events"]), *d["why"])'
['today', 'case', 'title', 'procedure', 'pack', 'division', 'why', 'slots', 'events'] 4 5 missing late gate tight review privacy
