A request for disclosure (政府信息公开条例 33): answered within 20 working days;
the time in which others are asked does not count; it may be extended by 20
working days while it runs; and it starts anew with what was put right (补正).

In 2020: 1 September is a Tuesday; 27 September (Sunday) and 10 October
(Saturday) are worked, 1 to 8 October are off.

$ mkdir -p rules/disclosure; cat >rules/disclosure/pack.yaml <<.
> pack: disclosure
> title: 依申请公开
> scope: ["45"]
> in-force: {from: 2019-05-15, until: 2026-12-31}
> instruments:
>   条例: {title: 政府信息公开条例}
> .
$ cat >rules/disclosure/request.yaml <<.
> procedure: request
> title: 依申请公开
> case: county
> basis: 条例 第三十三条
> events:
>   received:  {title: 收到申请}
>   corrected: {title: 收到补正, optional: true}
>   asked:     {title: 征求意见, optional: true, repeats: true}
>   answered:  {title: 意见返回, optional: true, repeats: true}
>   extended:  {title: 批准延长, optional: true}
>   replied:
>     title: 答复
>     after:
>       - bound: within 20 workdays after received
>         unless: corrected
>         pauses: [[asked, answered]]
>         extends: {by: 20 workdays, on: extended}
>       - bound: within 20 workdays after corrected
>         when: corrected
>         pauses: [[asked, answered]]
>         extends: {by: 20 workdays, on: extended}
> .
$ cat >found <<'.'
> # found DAY: code and due day of each finding, and how many stand paused
> gongshi --rules rules scan --today $1 --format json >scan.json
> grep -o '"code": "[a-z]*"\|"due": [^,]*\|"actual": [^,]*\|"paused": [0-9]*' \
>     scan.json | tr -d '"' | paste -sd ' '
> .
$ cat >told <<'.'
> # told CASE EVENT DAY...: the events of a case
> case=$1; shift; { echo case,event,date; while [ $# -gt 0 ]; do
>     echo $case,$1,$2; shift 2; done; } >e.csv
> gongshi --rules rules import e.csv >/dev/null
> .
$ gongshi init
$ gongshi --rules rules rules check
规则文件没有错误：规则包 1 个，程序 1 个
$ { echo case,procedure,division; for i in 1 2 3 4 5 6; do echo Q-$i,request,450225; done; } >c.csv
$ gongshi --rules rules import c.csv
办件：共 6 行，新增 6 条，未变 0 条

# Twenty working days after 1 September, nothing else: 2 to 4 (3), 7 to 11 (8),
# 14 to 18 (13), 21 to 25 (18), Sunday the 27th (19), Monday the 28th (20).
$ sh told Q-1 received 2020-09-01
$ sh found 2020-09-28
paused: 0
$ sh found 2020-09-29
code: missing due: 2020-09-28 actual: null paused: 0
$ sh told Q-1 replied 2020-09-28; sh found 2021-06-30
paused: 0

# Two pauses: others are asked on the 4th and answer on the 10th (the 7th to the
# 10th do not count: the 28th is the 16th), and are asked again on the 29th (the
# 17th; so the 30th is paused) and answer on 9 October, which is paused too.
# 10 October is the 18th, the 12th the 19th, Tuesday the 13th the 20th.
$ sh told Q-2 received 2020-09-01 asked 2020-09-04 answered 2020-09-10 asked 2020-09-29
$ sh found 2020-12-31
paused: 1
$ sh told Q-2 answered 2020-10-09; sh found 2020-10-13
paused: 0
$ sh found 2020-10-14
code: missing due: 2020-10-13 actual: null paused: 0

# Extended on that very day: twenty more from 13 October, not counted: 14 to 16
# (3), 19 to 23 (8), 26 to 30 (13), 2 to 6 November (18), the 9th, the 10th.
$ sh told Q-2 extended 2020-10-13; sh found 2020-11-10
paused: 0
$ sh found 2020-11-11
code: missing due: 2020-11-10 actual: null paused: 0
$ sh told Q-2 replied 2020-11-10; sh found 2021-06-30
paused: 0

# The same, extended a day late: it is over on the 13th.
$ sh told Q-3 received 2020-09-01 asked 2020-09-04 answered 2020-09-10 asked 2020-09-29 answered 2020-10-09 extended 2020-10-14 replied 2020-11-10
$ sh found 2020-11-11
code: late due: 2020-10-13 actual: 2020-11-10 paused: 0
$ sh told Q-3 replied 2020-10-13; sh found 2020-11-11
paused: 0

# Put right on 11 September: the clock starts anew. 14 to 18 (5), 21 to 25 (10),
# the 27th (11), 28 to 30 (14), 9 and 10 October (16), 12 to 15 (20).
$ sh told Q-4 received 2020-09-01 corrected 2020-09-11 replied 2020-10-15
$ sh found 2020-11-11
paused: 0
$ sh told Q-4 replied 2020-10-16; sh found 2020-11-11
code: late due: 2020-10-15 actual: 2020-10-16 paused: 0
$ sh told Q-4 replied 2020-10-15

# An answer without a question is none, and one on the day of asking pauses
# nothing: the 28th as without them.
$ sh told Q-5 received 2020-09-01 answered 2020-09-03 asked 2020-09-07 answered 2020-09-07 replied 2020-09-29
$ sh found 2020-11-11
code: late due: 2020-09-28 actual: 2020-09-29 paused: 0
$ sh told Q-5 replied 2020-09-28; sh found 2020-11-11
paused: 0
