# A code needs no database; by its name or its title.
$ gongshi --lang en explain missing
missing: not posted (violation)

What it means
  A notice (or an event with a deadline) has no record, and its last day is
  over. The last day comes from its own deadline, or from what came after it and
  had to wait for it. Of an event it is called: not done.

Why it matters
  What is not posted is not public: nobody could object. Government information
  is to be disclosed in time, within 20 working days unless a law or regulation
  says otherwise (政府信息公开条例 第二十六条); a project without publicity may
  be neither accepted nor paid.

How to mend it
  If it was posted, record the day and keep a photograph; if it was not, post it
  at once and leave it up for its full period.

An example
  Plan issued 2020-09-24, announcement due within 5 working days: 2020-09-30 is
  the last (27 September, a Sunday, is worked). Nothing posted by 2020-10-01:
  missing.
  Looked at on 2020-09-30, the last day: nothing yet.
$ gongshi --lang zh explain 建议多张贴一天
tight：建议多张贴一天（提示）

含义
  公示贴到了判定的届满日，但没有贴到建议的那一天，现在还来得及多贴。

为什么重要
  张贴当天是否计入，法律没有写明。当天计入则够，不计入则差一天。多贴一天，争议就
  不会发生（参照民法典第二百零一条）。

怎样补救
  请贴到建议的那一天。

举例
  不少于 7 日，2020-09-10 张贴，贴到 2020-09-16：够，但很紧。
  贴到 2020-09-17：无论怎样计算都足够。
$ gongshi --lang en --format json explain gate
{"code": "gate",
 "title": "done before publicity",
 "severity": "grave",
 "meaning": "Acceptance or payment went ahead while publicity that it needs was not posted, too short, or not yet over.",
 "why": "Projects without notice and announcement may be neither inspected for acceptance nor paid (广西扶贫资金项目公告公示制度实施办法（修订）). This is money spent out of sight, hence grave.",
 "mend": "Report it upward. Post what is missing in full, and accept and pay nothing further before.",
 "raised": "The village announcement went up on 2020-10-13. Paid 2020-10-12: 1 day before the gate.",
 "spared": "Paid 2020-10-13, the day it went up: allowed."}
$ for c in missing late early short order gate objection conflict unknown \
>     tight unrecorded medium content review privacy handler double \
>     uncovered; do
>     gongshi --lang en explain $c | sed -n 1p; done
missing: not posted (violation)
late: posted late (violation)
early: posted early (violation)
short: notice too short (violation)
order: out of order (violation)
gate: done before publicity (grave)
objection: objection unresolved (violation)
conflict: cannot be in time (question)
unknown: cannot be judged (question)
tight: one more day advised (advice)
unrecorded: earlier event not recorded (advice)
medium: wrong medium (violation)
content: content missing (violation)
review: no confidentiality review (violation)
privacy: personal data shown (grave)
handler: wrong handler (advice)
double: recorded twice, it seems (advice)
uncovered: division left out (advice)
# With a second word behind it, it is the number of a case.
$ gongshi --lang en explain missing plan-notice
gongshi.db: error: there is no database; `gongshi init` makes one
[2]
