# What a clerk who counts by hand asks of an explanation: each pause, what an
# extension is counted from or why it lengthens nothing, what stops a sum.  2020:
# 4 to 6 April and 1 to 8 October off.
$ mkdir rules && cat >rules/pack.yaml <<.
> 规则包: sample
> 名称: 样例
> 适用区划: ["45"]
> 有效期: {自: 2020-01-01}
> 文件:
>   样例办法: {名称: 样例办法}
> .
$ cat >rules/permit.yaml <<.
> 程序: permit
> 名称: 许可
> 办理层级: 县
> 依据: 样例办法
> 事件:
>   received: {名称: 受理}
>   stopped: {名称: 停, 可选: 是, 可多次: 是}
>   resumed: {名称: 复, 可选: 是, 可多次: 是}
>   extended: {名称: 延期, 可选: 是}
>   decided:
>     名称: 决定
>     须在: {约束: 受理 后 1 个月内, 中止: [[停, 复]], 延长: {增加: 5 日, 凭: 延期}}
>   heard: {名称: 听证, 须在: {约束: 受理 后 30 日内, 中止: [公示]}}
>   filed: {名称: 备案, 须在: 受理 后 10月3日前}
>   withdrawn: {名称: 撤回, 终结: 是}
> 环节:
>   notice:
>     名称: 公示
>     类型: 公示
>     地点: 县
>     张贴: 受理 后
>     公示期: 不少于 5 个工作日
>     异议:
>       处理单位: 县局
>       提出: 期满 后 3 个工作日内
>       时限: 收到 后 5 个工作日内
>       成立: {重新公示: 不少于 5 日, 张贴: 成立 后 2 个工作日内}
> .
$ cat >cases.csv <<.
> case,procedure,division
> A,permit,450225
> B,permit,450225
> C,permit,450225
> D,permit,450225
> E,permit,450225
> F,permit,450225
> G,permit,450225
> H,permit,450225
> .
$ cat >events.csv <<.
> case,event,date
> A,received,2020-03-02
> A,stopped,2020-03-05
> A,resumed,2020-03-09
> A,stopped,2020-03-20
> A,resumed,2020-03-23
> A,extended,2020-04-10
> B,received,2020-03-02
> B,stopped,2020-03-10
> C,received,2020-03-02
> D,received,2020-03-04
> D,extended,2020-04-07
> E,received,2026-11-25
> E,extended,2026-12-21
> F,received,2026-12-01
> G,received,2020-03-02
> G,withdrawn,2020-03-05
> H,received,2020-03-02
> .
$ cat >postings.csv <<.
> case,step,division,posted,until
> C,notice,450225,2020-03-03,2020-03-31
> F,notice,450225,2026-12-24,
> H,notice,450225,2020-03-03,2020-03-09
> .
$ cat >objections.csv <<.
> case,step,division,number,received,resolved,outcome
> C,notice,450225,1,2020-03-13,2020-03-16,rejected
> H,notice,450225,1,2020-03-10,2020-03-11,upheld
> .
$ gongshi --rules rules init && gongshi --rules rules --today 2026-12-28 import cases.csv events.csv postings.csv objections.csv >/dev/null

# A month after 2 March is 2 April; until then 6 to 9 and 21 to 23 March do not
# count, seven days: 9 April.  An extension of the 10th comes too late.
$ gongshi --rules rules --today 2020-04-20 explain A decided | sed -n '/内，自/,/→/p' | grep '2020-'
    1 个月内，自 2020-03-02 周一 的次日起算：
      2020-03-02 周一                起算之日，不计入
      2020-03-06 周五 至 03-09 周一  中止 4 天（“停”至“复”）
      2020-03-21 周六 至 03-23 周一  中止 3 天（“停”至“复”）
      2020-04-02 周四                过 1 个月，对应的同一日
      2020-04-09 周四                另加中止的 7 天
    “延期” 2020-04-10 周五 登记，已过最后一日 2020-04-09 周四，不延长。
    → 本项最迟是 2020-04-09 周四

# Stopped on the 10th and not set going again: from the 11th on nothing counts.
$ gongshi --rules rules --today 2020-04-20 explain B decided | grep '自身期限：\|最迟日期\|暂无最后'
  自身期限：“受理” 后 1 个月内：已中止计时
    → 已中止计时，尚未恢复：暂无最后一日
  最迟日期：暂无：自 2020-03-11 周三 起中止计时，尚未恢复

# A month after 4 March is Saturday 4 April, a day off, moved on to the 7th.
# Extended on that day: five days from the 5th on, 9 April.
$ gongshi --rules rules --today 2020-04-20 explain D decided | sed -n '/在期限内发生（/,/→/p'
    “延期”在期限内发生（2020-04-07 周二）：延长 5 日，自 2020-04-04 周六 次日起
      算（从顺延前的最后一日起算）：
      2020-04-04 周六                起算之日，不计入
      2020-04-05 周日 至 04-06 周一  第 1 至 2 天：放假（清明节，国办发明电
                                     〔2019〕16号），照样计入
      2020-04-07 周二 至 04-09 周四  第 3 至 5 天
    → 本项最迟是 2020-04-09 周四

# 3 October is off and moves on to the 9th; what is advised does not.
$ gongshi --rules rules --today 2020-04-20 explain A filed | grep '日期：2020-10'
  最迟日期：2020-10-09 周五，由自身期限决定
  建议日期：2020-10-03 周六，由自身期限决定（建议日期不顺延）

# Five working days from 3 March end on Monday the 9th; 10 to 12 are the three working days to
# raise an objection, 16 to 20 the five to resolve one of Friday the 13th.  A new
# round stands five days.
$ gongshi --rules rules --today 2020-04-20 explain C notice | sed -n '/异议成立/p;/异议：/,/最早/p'
  规则：异议成立的，重新公示，公示期不少于 5 日，成立后 2 个工作日内张贴（依据：
  异议：1：2020-03-13 周五 收到，2020-03-16 周一 办结
    提出期限：2020-03-12 周四（届满日 2020-03-09 周一 后 3 个工作日内）。
    提出时已过提出期限：不妨碍后续事项。
    按本环节的时限，须在 2020-03-20 周五 前（含当日）办结（2020-03-13 周五 收到
      后 5 个工作日内）。
  最早日期：2020-03-02 周一

# Thirty days after 2 March are 1 April; the notice's seven days, 3 to 9, do not count:
# 8 April.
$ gongshi --rules rules --today 2020-04-20 explain C heard | grep '  规则：\|“公示”）\|最迟是'
  规则：“受理” 后 30 日内；自“公示”张贴之日至届满日不计（依据：样例办法）
      2020-03-03 周二 至 03-09 周一  中止，不计入（“公示”）
    → 本项最迟是 2020-04-08 周三

# The extension's five days end on 30 December, not known to be worked or not.
$ gongshi --rules rules --today 2026-12-22 explain E decided | grep '尚无法\|算到\|无法推算，'
  自身期限：“受理” 后 1 个月内：尚无法推算
    2026-12-30 周三 是否上班，放假通知尚未公布，算到这里为止，不作猜测。
    → 最迟日期无法推算，但不早于 2026-12-30 周三

# The notice stands 24, 25, 28 December and two working days more, of which
# nobody knows: so whether it still pauses the 29th.
$ gongshi --rules rules --today 2026-12-28 explain F heard | sed -n '/12-24/,/不早于/p' | grep -v 末日
      2026-12-24 周四 至 12-28 周一  中止，不计入（“公示”）
      2026-12-29 周二                尚未确定：是否中止还不知道，使其中止的公示
                                     届满日未定
    2026-12-29 周二 是否中止，要看公示的届满日，而届满日尚未确定，算到这里为止，
      不作猜测。
    → 最迟日期无法推算，但不早于 2026-12-29 周二

# Withdrawn: nothing is asked of the notice any more.
$ gongshi --rules rules --today 2020-04-20 explain G notice | tail -2
  终止：“撤回”于 2020-03-05 周四 终止本件：此后的事不再设定最迟日期
    → 以上日期仅供对照，已不再要求

# In the round of an upheld objection its own period is shown as such.
$ gongshi --rules rules --today 2020-03-12 explain H notice | grep '公示期不少于'
  规则：重新公示的，公示期不少于 5 日（依据：样例办法）
  规则：异议成立的，重新公示，公示期不少于 5 日，成立后 2 个工作日内张贴（依据：
