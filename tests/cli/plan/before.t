# A course that has not begun, laid on the calendar: no database is needed, and
# none is made.
#
# Paid by 2021-02-10, the day before New Year's Eve.  Its gates: the plan's notice
# must be over on 9 February at the latest; ten days, the first of them counted,
# are 31 January to 9 February; not counted, it is put up on 30 January.  The
# announcements must be up on the day itself, after what they must follow.
$ gongshi plan --procedure 扶贫项目 --division 450225100200 --today 2020-11-29 --event 项目计划编制=2020-12-01 --goal 拨付款项=2021-02-10 --format csv | cut -d, -f6,4,8-12
区划代码,环节,状态,最早张贴,最迟张贴,建议张贴,预计
450225,项目计划公示,未到时间,2020-12-01,2021-01-31,2021-01-30,否
450225,县级项目计划公告,等前序,2020-12-11,2021-02-10,2021-02-10,是
450225100,乡镇项目计划公告,等前序,2020-12-11,2021-02-10,2021-02-10,是
450225100200,村项目计划公告,等前序,2020-12-11,2021-02-10,2021-02-10,是
450225,招投标结果公告,等前序,,,,否
450225,资金使用情况公告,等前序,2020-12-11,,,是
450225100,资金使用情况公告,等前序,2020-12-11,,,是
450225100200,资金使用情况公告,等前序,2020-12-11,,,是
$ ls

# A step's goal is its opening, `.期满` its last day: 22 to 31 December are ten
# days.  Two goals: the nearer day counts.
$ gongshi plan --procedure project --division 450225100200 --today 2020-11-29 --event plan-drafted=2020-12-01 --goal paid=2021-02-10 --goal 项目计划公示.期满=2020-12-31 --format csv | sed -n 2p | cut -d, -f9-11
2020-12-01,2020-12-22,2020-12-21
$ gongshi plan --procedure project --division 450225100200 --today 2020-11-29 --event plan-drafted=2020-12-01 --goal plan-notice=2020-12-31 --format csv | sed -n 2p | cut -d, -f9-11
2020-12-01,2020-12-31,2020-12-31

# Before the Spring Festival of 2027, whose days off no notice has settled yet:
# days alone are counted, and nothing is guessed.  New Year's Eve is 5 February.
# The sums must have been posted the day before they are paid.
$ gongshi plan --procedure 蓄滞洪区运用补偿 --division 340322100201 --today 2026-11-29 --event 核查损失=2026-12-01 --goal 支付补偿资金=2027-02-04
公示安排（截至 2026-11-29）

340322100
=========

draft  尚未开始  ［蓄滞洪区运用补偿］  340322100201
  环节              张贴区划      状态      最早张贴     最迟张贴    建议张贴
  损失情况张榜公布  340322100201  未到时间  2026-12-01
  补偿金额张榜公布  340322100201  等前序    ~2026-12-01  2027-02-03  2027-02-03
  → 损失情况张榜公布，340322100201：2026-12-01 起可以张贴
  → 补偿金额张榜公布，340322100201：等待“确定具体补偿金额”；~2026-12-01 起可以张
    贴，最迟 2027-02-03

晚于最迟日期张贴，或在届满日结束前撤下，即为违规；按建议的日期张贴、撤下，无论怎
  样计算都不违规。
带 ~ 的日期为预计：前序尚未完成。
目标：支付补偿资金 不迟于 2027-02-04：来得及。
办件：1 项
公示任务：2 项（未到时间 1、等前序 1）

# Subsistence allowance, confirmed by 4 February: the notice of seven days stands
# from 28 January to 3 February, of which the papers reach the county on the 4th.
# It is advised earlier, since the law's own 30 working days end on a day that
# nobody knows: not before 29 December, the first that is not settled.  Over by
# the 28th, the first day not counted: put up on the 21st.
$ gongshi plan --procedure dibao --division 450225100 --places 450225100200 --today 2026-11-29 --event 受理=2026-12-21 --goal 确认同意=2027-02-04 --format csv | sed -n 2p | cut -d, -f6,8-12
初审意见公示,等前序,2026-12-21,2027-01-28,2026-12-21,是

# Back from a day in working days no notice has settled: it cannot be told.
$ mkdir -p r/x && printf 'pack: x\ntitle: 试\ninstruments: {乙: {title: 乙}}\n' >r/x/pack.yaml
$ printf 'procedure: p\ntitle: 甲\ncase: village\nbasis: 乙\nevents:\n  begun: {title: 开始}\n  done: {title: 办理, after: n}\nsteps:\n  n: {title: 公示, kind: notice, at: case, opens: after begun, lasts: at least 5 workdays}\n' >r/x/p.yaml
$ gongshi --rules r plan --procedure p --division 450225100200 --today 2026-11-29 --event begun=2026-12-01 --goal done=2027-02-04 | tail -n 4
目标：办理 不迟于 2027-02-04：无法判定。公示，450225100200：要用到放假安排尚未公
  布的日子。
办件：1 项
公示任务：1 项（未到时间 1）
$ gongshi --rules r plan --procedure p --division 450225100200 --today 2026-11-29 --event begun=2026-12-01 --goal done=2027-02-04 >/dev/null
[1]

# What cannot be reached any more, and where it fails: of ten days before 9
# December the first is 29 November, and the plan is drafted on 1 December.
$ gongshi --lang en plan --procedure project --division 450225100200 --today 2020-11-29 --event plan-drafted=2020-12-01 --goal paid=2020-12-09 | grep -A1 Goal
Goal: Paid by 2020-12-09: cannot be reached. Plan notice, 450225: not before
  2020-12-01, and 2020-11-29 would have been the last day.
$ gongshi plan --procedure project --division 450225100200 --today 2020-11-29 --event plan-drafted=2020-12-01 --goal paid=2020-12-09 --format json | tail -n 2
   {"step": "completion-announcement", "division": "450225100200", "kind": "announcement", "state": "waiting", "earliest": "2020-12-11", "latest": null, "advised": null, "forecast": true, "posted": null, "until": null, "judged": "2020-12-20", "planned": "2020-12-21"}]}], "exempt": {}, "paused": 0, "goals": [
 {"point": "paid", "day": "2020-12-09", "reached": false, "step": "plan-notice", "event": null, "division": "450225", "first": "2020-12-01", "latest": "2020-11-29"}]}
$ gongshi plan --procedure project --division 450225100200 --today 2020-11-29 --event plan-drafted=2020-12-01 --goal paid=2020-12-09 --format json >/dev/null
[1]

# One day later it can: today counts where the plan was drafted before.
$ gongshi plan --procedure project --division 450225100200 --today 2020-11-29 --event plan-drafted=2020-11-01 --goal paid=2020-12-09 --format json | tail -n 1
 {"point": "paid", "day": "2020-12-09", "reached": true, "step": null, "event": null, "division": null, "first": null, "latest": null}]}
$ gongshi plan --procedure project --division 450225100200 --today 2020-11-30 --event plan-drafted=2020-11-01 --goal paid=2020-12-09 --format json | tail -n 1
 {"point": "paid", "day": "2020-12-09", "reached": false, "step": "plan-notice", "event": null, "division": "450225", "first": "2020-11-30", "latest": "2020-11-29"}]}

# One that comes round: the calendar's own event names its period, else the
# first event, else today.
$ gongshi plan --procedure annual-report --division 450225 --today 2020-11-29 --event 年度结束=2020-12-31 --format csv | tail -n 1 | cut -d, -f1,9-11
annual-report@450225@2020,2020-12-31,2021-02-01,2021-01-31
$ gongshi plan --procedure annual-report --division 450225 --today 2020-11-29 --format csv | tail -n 1 | cut -d, -f1,9
annual-report@450225@2020,2020-12-31
$ gongshi plan --procedure annual-report --division 450225 --today 2020-11-29 --event year-ended=2020-12-30
--event year-ended=2020-12-30: error: “year-ended”到时自然发生，在那一期是 2020-12-31
[2]

# All faults in one run, each by what was given.
$ gongshi --lang en plan --procedure projet --division 450225100200 --event plan-drafted=2020-12-01
--procedure projet: error: `projet` is no procedure of the rules that are loaded
  note: did you mean `project`?
[2]
$ gongshi --lang en plan --procedure project --division 450225100200 --event plan-draftd=2020-12-01 --event x --event 开工=2020-13-01 --goal payd=2020-12-9 --goal paid=2020-13-09 --goal paid.opens=2020-12-01
--event x: error: expected a point and its day, as paid=2027-02-05
--event plan-draftd=2020-12-01: error: `plan-draftd` is no event of `扶贫项目`
  note: did you mean `plan-drafted`?
--event 开工=2020-13-01: error: `2020-13-01`: there is no such day
--goal payd=2020-12-9: error: `payd` is no event or step of `project`
  note: did you mean `paid`?
--goal paid=2020-13-09: error: `2020-13-09`: there is no such day
--goal paid.opens=2020-12-01: error: `paid` is an event: it neither opens nor closes
[2]
$ gongshi --lang en plan --procedure project --division 450225100200 --traits poor
--traits poor: error: `poor`: `扶贫项目` names no traits; leave the column 类别 (traits) empty
[2]
$ gongshi --lang en plan --procedure project
gongshi: error: `plan --procedure` needs --division CODE: whose course it is
[2]
$ gongshi --lang en plan --event plan-drafted=2020-12-01
gongshi: error: a course that has not begun is named by --procedure PROCEDURE
[2]
$ gongshi --lang en plan HX-1 --procedure project --division 45
gongshi: error: a case that is there has its own procedure, places and events: --procedure and its options are for a course that has not begun
[2]

# A step that stands for ever is never over; one that a trait keeps away does not
# apply; an event that need not happen does where it is aimed at.
$ printf 'procedure: q\ntitle: 丙\ncase: village\nbasis: 乙\ntraits: {secret: {title: 涉密}}\nevents:\n  begun: {title: 开始}\n  asked: {title: 提请, optional: true, after: begun}\n  done: {title: 办理, after: [n.opens, asked]}\nsteps:\n  n: {title: 公示, kind: notice, at: case, opens: after begun, lasts: permanently, not-for: secret}\n' >r/x/q.yaml
$ gongshi --rules r --lang en plan --procedure q --division 450225100200 --today 2020-11-29 --goal n.closes=2020-12-04
--goal n.closes=2020-12-04: error: `公示` stands permanently: it is never over
[2]
$ gongshi --rules r --lang en plan --procedure q --division 450225100200 --today 2020-11-29 --traits secret --goal n=2020-12-04
--goal n=2020-12-04: error: `公示` does not apply here
[2]
$ gongshi --rules r plan --procedure q --division 450225100200 --today 2020-11-29 --event begun=2020-12-05 --goal asked=2020-12-04 | grep -A1 目标
目标：提请 不迟于 2020-12-04：来不及。提请：最早 2020-12-05，而最迟应在
  2020-12-04。

# Where a database is there its divisions are known by name, and those below are
# the places; nothing of it changes.
$ printf '区划代码,名称\n450225100,融水镇\n450225100200,北山村\n450225100200001,北山屯\n450225100200002,南山屯\n' >区划.csv
$ gongshi init && gongshi import 区划.csv >/dev/null && sha256sum gongshi.db >sum
$ gongshi plan --procedure 贫困户脱贫摘帽 --division 北山村 --today 2020-09-01 --event 村级评议确定初审名单=2020-09-01 --format csv | cut -d, -f4,5,6 | sed -n 2,3p
450225100200001,北山屯,村民小组公示
450225100200002,南山屯,村民小组公示
$ gongshi plan --procedure 贫困户脱贫摘帽 --division 450225100200 --places 南山屯 --today 2020-09-01 --event 村级评议确定初审名单=2020-09-01 --format csv | cut -d, -f4,5,6 | sed -n 2,3p
450225100200002,南山屯,村民小组公示
450225100200,北山村,行政村公示
$ sha256sum -c sum
gongshi.db: OK
$ ls
gongshi.db
r
sum
区划.csv
