# What a scan says of the whole language: a trait keeps a notice away, a case
# ends, a period has no last day, media, content, evidence and review are
# asked, an objection has its own limit, a clock is stopped.
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
>   decided:
>     title: 决定
>     title-en: Decided
>     after: {bound: within 20 workdays after received, pauses: [[stopped, resumed]]}
>   filed: {title: 备案, title-en: Filed}
>   withdrawn: {title: 撤回, title-en: Withdrawn, optional: true, ends: true}
> steps:
>   notice:
>     title: 公示
>     title-en: Notice
>     kind: notice
>     at: county
>     not-for: secret
>     opens: within 7 workdays after decided
>     lasts: [at least 7 days, {bound: until filed, for: big}]
>     media: {any: [board, website], all: [board, {medium: newspaper, for: big}], times: {newspaper: 2}}
>     content: [金额, 监督电话]
>     review: true
>     evidence: true
>     down: within 5 days after closes
>     objections: {handler: 县局, raised: within 10 days after opens, within: within 15 workdays after received}
>     remedy: {short: 请按县里的办法重新公示。}
> .
$ gongshi rules check rules
规则文件没有错误：规则包 1 个，程序 1 个
$ cat >cases.csv <<.
> case,procedure,division,traits
> B,permit,450225,secret
> C,permit,450225,big
> D,permit,450225,
> E,permit,450225,
> .
$ cat >events.csv <<.
> case,event,date
> B,received,2020-09-07
> C,received,2020-09-01
> C,decided,2020-09-10
> D,received,2020-09-01
> D,decided,2020-09-10
> D,withdrawn,2020-09-16
> E,received,2020-09-01
> E,stopped,2020-09-07
> .
$ cat >postings.csv <<.
> case,step,division,posted,until,medium,content,reviewed,evidence
> C,notice,450225,2020-09-11,2020-09-18,website,金额,2020-09-12,
> D,notice,450225,2020-09-11,,board,金额；监督电话,2020-09-11,照片1
> .
$ cat >objections.csv <<.
> case,step,division,number,received,resolved,outcome,handler
> C,notice,450225,1,2020-09-14,,,
> C,notice,450225,2,2020-09-22,,,
> .
$ gongshi --rules rules init && gongshi --rules rules import cases.csv events.csv postings.csv objections.csv >/dev/null

# C came down after the 18th, and the case is not filed: too short once the 18th
# is over, due on no day.  D was withdrawn on the 16th: it ends while its notice
# stands, the 7 days of which run from the 11th through the 17th.  E's clock is
# stopped.  B is secret: its notice is not asked for.
$ gongshi --rules rules --lang en --today 2020-09-18 scan --format json | grep -c '"short"'
0
[1]
$ gongshi --rules rules --lang en --today 2020-09-19 scan
Findings as of 2020-09-19

450225
======

C  [Permit]  450225
  violation  notice too short: Notice, 450225
             Posted on 2020-09-11 and shown only through 2020-09-18, although
             its period is not over yet: through the day of 'Filed'.
             → 请按县里的办法重新公示。
             Basis: 样例办法
  violation  wrong medium: Notice, 450225
             First posted on 2020-09-11, but not in notice board, newspaper,
             which the rule requires.
             → Post it in notice board, newspaper too and record it; if it was
               posted there, record the day.
             Basis: 样例办法
  violation  content missing: Notice, 450225
             Posted on 2020-09-11, but no posting of it shows '监督电话'; no
             posting of it names evidence that it hung there.
             → Add '监督电话' to the text, post it again and record what it
               shows; if it was there, record that. Keep a photograph or a
               printout that shows where and when it hung, and name it in the
               sheet (佐证, evidence).
             Basis: 样例办法
  violation  no confidentiality review: Notice, 450225
             Posted on 2020-09-11, but reviewed for confidentiality only on
             2020-09-12.
             → Have it reviewed now, take it down if the review asks for it, and
               record the day of the review.
             Basis: 样例办法

Findings: 4 (violation 4)
By kind: notice too short 1, wrong medium 1, content missing 1, no
    confidentiality review 1
Cases: 4
Slots: 3 (ended 1, broken 1, waiting 1)
Not to be posted: secret, 1 notice
Clocks that are stopped: 1 deadline
[1]

# The same end in Chinese, and the states.
$ gongshi --rules rules --today 2020-09-19 scan | tail -3
公示任务：3 项（已终止 1、中断 1、等前序 1）
不须公示：涉密 1 项
中止计时 1 项
$ gongshi --rules rules --today 2020-09-19 scan --format json | tail -1
 "cases": 4, "slots": 3, "states": {"broken": 1, "ended": 1, "waiting": 1}, "exempt": {"secret": 1}, "paused": 1}

# Five days after the 17th: through the 22nd it may still stand.
$ for d in 22 23; do gongshi --rules rules --lang zh --today 2020-09-$d scan | sed -n '/^D/,/^$/p'; done
D  ［许可］  450225
  提示      超期未撤：公示，450225
            最迟贴到 2020-09-22，至今仍在张贴。要求：“公示”（届满日 2020-09-17）
            后 5 日内。
            → 把公示撤下，并登记截止日期。
            依据：样例办法

# Fifteen working days after 14 September: 15 to 18 are four, 21 to 25 nine,
# Sunday the 27th (worked) ten, 28 to 30 thirteen, 9 and 10 October (a Saturday,
# worked) fifteen.  The second came on the 22nd, after the 21st, the tenth day
# after the 11th: late, and answered all the same.  22 September and 15 working
# days: 23 to 25 three, 27 four, 28 to 30 seven, 9 and 10 October nine, 12 to 16
# fourteen, 19 fifteen.
$ for d in 10 11; do gongshi --rules rules --lang en --today 2020-10-$d scan | grep -A4 'objection unresolved: '; done
  violation  objection unresolved: Notice, 450225
             Objection 1 (received on 2020-09-14) is not resolved; the last day
             for that was 2020-10-10: within 15 workdays after it was received.
             → Resolve the objection at once, answer whoever raised it, and
               record the day and the outcome.
$ gongshi --rules rules --lang zh --today 2020-10-20 scan | grep -A3 '第 2 号异议'
            第 2 号异议（2020-09-22 收到）尚未办结，最后一日是 2020-10-19：收到
            后 15 个工作日内。该异议提出时已过提出期限，但仍须答复。
            → 请立即办理该异议，答复提出人，并登记办结日期和结果。
            依据：样例办法

# A plan says what is not to be posted, and why nothing more is owed.
$ gongshi --rules rules --lang en --today 2020-09-19 plan B
Plan as of 2020-09-19

450225
======

B  [Permit]  450225
  Nothing is to be posted in this case.

To post after the latest day, or to take down before the last day is over, is a
  breach; the advised day and the safe one hold however one counts.
Cases: 1
Slots: 0
Not to be posted: secret, 1 notice
