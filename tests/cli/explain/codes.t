# A code needs no database; by its name or its title.
$ mkdir one && cp -r $TOP/rules/guangxi-2020 one
$ gongshi --lang en --rules one explain missing
missing: not posted (violation)

What it means
  A notice (or an event with a deadline) has no record, and its last day is
  over. The last day comes from its own deadline, or from what came after it and
  had to wait for it. Of an event it is called: not done.

Why it matters
  What is not posted is not public: nobody could object.
  By the rules of Guangxi 2020, poverty exit and publicity of poverty-relief
  funds and projects: 政府信息应自形成或者变更之日起20个工作日内及时公开，法律、
  法规另有规定的从其规定（政府信息公开条例 第二十六条）。扶贫资金项目没有公示公
  告的，一律不得检查验收、不得拨付款项（公告公示制度实施办法（修订），据年度报
  告）。

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
  张贴当天是否计入，可能有争议。当天计入则够，不计入则差一天。多贴一天，争议就不
  会发生。
  按“广西2020年脱贫摘帽与扶贫资金项目公告公示”：各文件均未写明公示期的首日是否计
  入。期间开始的当日不计入，自下一日开始计算（参照民法典 第二百零一条，2021年1月
  1日起施行）。

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
 "why": "Publicity comes first so that others have looked before anything is accepted or paid. Otherwise it is money spent out of sight, hence grave.",
 "mend": "Report it upward. Post what is missing in full, and accept and pay nothing further before.",
 "raised": "The village announcement went up on 2020-10-13. Paid 2020-10-12: 1 day before the gate.",
 "spared": "Paid 2020-10-13, the day it went up: allowed.",
 "packs": [{"pack": "guangxi-2020", "why": "扶贫资金项目没有公示公告的，一律不得检查验收、不得拨付款项（公告公示制度实施办法（修订），据年度报告）。"}]}
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
# The program has no clause of its own: what stands behind a code is the
# pack's, by its name or its Chinese title, and `rules show` gives it again.
$ mkdir -p rules/one rules/two
$ cat >rules/one/pack.yaml <<.
> pack: one
> title: 甲
> scope: ["4502"]
> why:
>   gate: 先公示，后拨款（甲办法 第九条）
>   短: 无此代码
> .
$ gongshi --rules rules --lang en explain gate | sed -n '/Why/,/^$/p'
rules/one/pack.yaml:6:3: error: `短` is no code of a finding
    短: 无此代码
    ^
  note: expected one of: missing, late, early, short, order, gate, objection, conflict, unknown, tight, unrecorded, medium, content, review, privacy, handler, upheld, overstay, double, uncovered
Why it matters
  Publicity comes first so that others have looked before anything is accepted
  or paid. Otherwise it is money spent out of sight, hence grave.
$ sed -i 's/短/公示期不足/' rules/one/pack.yaml
$ sed 's/one/two/; s/甲/乙/g; s/4502/4501/; s/gate/未公示先办理/; s/why/缘由/' rules/one/pack.yaml >rules/two/pack.yaml
$ gongshi --rules rules --lang zh explain gate | sed -n '/为什么/,/^$/p'
为什么重要
  先公示公告、后验收付款，是为了先让群众看到。否则就是在群众看不见的情况下花钱，
  所以列为严重问题。
  按“甲”：先公示，后拨款（甲办法 第九条）
  按“乙”：先公示，后拨款（乙办法 第九条）

$ for lang in zh en; do
>     gongshi --rules rules --lang $lang rules show two >again.$lang.yaml
>     mkdir -p again/$lang; cp again.$lang.yaml again/$lang/pack.yaml
>     gongshi --rules again/$lang --lang en rules show two | tail -3; done
why:
  short: 无此代码
  gate: 先公示，后拨款（乙办法 第九条）
why:
  short: 无此代码
  gate: 先公示，后拨款（乙办法 第九条）
$ tail -3 again.zh.yaml
缘由:
  公示期不足: 无此代码
  未公示先办理: 先公示，后拨款（乙办法 第九条）
$ rm -r rules again
# With a second word behind it, it is the number of a case.
$ gongshi --lang en explain missing plan-notice
gongshi.db: error: there is no database; `gongshi init` makes one
[2]
