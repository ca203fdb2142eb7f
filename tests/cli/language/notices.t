What a notice must be, and how long it stays: a pair a day apart, or a cell
apart where no day is asked, for each.

In September 2020 the 1st is a Tuesday, the 5th a Saturday, the 7th a Monday.

$ mkdir -p rules/n; cat >rules/n/pack.yaml <<.
> pack: n
> title: 公示
> scope: ["45"]
> in-force: {from: 2020-01-01, until: 2026-12-31}
> instruments:
>   办法: {title: 办法}
> .
$ cat >rules/n/p.yaml <<.
> procedure: p
> title: 公示
> case: county
> basis: 办法
> traits:
>   secret: {title: 涉密}
> events:
>   act:   {title: 决定}
>   over:  {title: 完成, optional: true}
>   done:  {title: 办结, after: limits}
> steps:
>   any:      {title: 任一, kind: notice, at: county, opens: after act, media: [board, website]}
>   all:      {title: 全部, kind: notice, at: county, opens: after act, media: {all: [board, newspaper]}}
>   times:    {title: 次数, kind: notice, at: county, opens: after act, lasts: at least 10 days, media: {times: {newspaper: 2}}}
>   content:  {title: 内容, kind: notice, at: county, opens: after act, content: [名单, 举报电话]}
>   review:   {title: 审查, kind: notice, at: county, opens: after act, review: true}
>   evidence: {title: 佐证, kind: notice, at: county, opens: after act, evidence: true}
>   until:    {title: 至完成, kind: notice, at: county, opens: after act, lasts: until over}
>   longer:   {title: 完成后, kind: notice, at: county, opens: after act, lasts: until at least 5 days after over}
>   ever:     {title: 长期, kind: notice, at: county, opens: after act, lasts: permanently}
>   down:     {title: 撤下, kind: notice, at: county, opens: after act, lasts: at least 3 days, down: within 2 days after closes}
>   limits:   {title: 异议, kind: notice, at: county, opens: after act, objections: {raised: within 3 days after opens, within: within 3 days after received}}
>   away:     {title: 除外, kind: notice, at: county, opens: within 3 days after act, not-for: secret}
> .
$ cat >found <<'.'
> # found EVENTS POSTINGS OBJECTIONS TRAITS DAY: the findings of a case
> rm -f t.db *.csv; gongshi --db t.db init
> printf 'case,procedure,division,traits\nN,p,450225,%s\n' $4 >c.csv
> { echo case,event,date; for e in $1; do echo N,$e; done; } >e.csv
> { echo case,step,division,posted,until,medium,reviewed,content,evidence
>     for p in $2; do echo N,$p; done; } >p.csv
> { echo case,step,received,resolved,outcome; for o in $3; do echo N,$o; done; } >o.csv
> test "$2" || rm p.csv; test "$3" || rm o.csv
> gongshi --db t.db --rules rules import *.csv >/dev/null
> gongshi --db t.db --rules rules scan --today $5 --format json >s.json
> grep -o '"code": [^,]*\|"step": [^,]*\|"due": [^,]*\|"actual": [^,]*\|"exempt": {"[^}]*' \
>     s.json | tr -d '"' | paste -sd ' '
> .

# The day by which `away` must be up is the 4th; these scans are of days before.
# any: the radio is none of the two, and an empty medium counts for all.
$ sh found act,2020-09-01 any,450225,2020-09-02,,board,,, "" "" 2020-09-03
$ sh found act,2020-09-01 any,450225,2020-09-02,,,,, "" "" 2020-09-03
$ sh found act,2020-09-01 any,450225,2020-09-02,,radio,,, "" "" 2020-09-03
code: medium step: any due: null actual: 2020-09-02

# all: each of them.
$ sh found act,2020-09-01 all,450225,2020-09-02,,board,,, "" "" 2020-09-03
code: medium step: all due: null actual: 2020-09-02
$ sh found act,2020-09-01 "all,450225,2020-09-02,,board,,, all,450225,2020-09-03,,newspaper,,," "" "" 2020-09-03

# times: twice in a newspaper between the 1st and its last day, the 10th. It is
# raised once that day is over, and a paper of the 11th is too late. `away` does
# not apply here: no notice is asked where the case is secret, and that is counted.
$ sh found act,2020-09-01 "times,450225,2020-09-01,2020-09-11,newspaper,,," "" secret 2020-09-10
exempt: {secret: 1
$ sh found act,2020-09-01 "times,450225,2020-09-01,2020-09-11,newspaper,,," "" secret 2020-09-11
code: medium step: times due: null actual: 2020-09-01 exempt: {secret: 1
$ sh found act,2020-09-01 "times,450225,2020-09-01,2020-09-09,newspaper,,, times,450225,2020-09-10,2020-09-11,newspaper,,," "" secret 2020-09-12
exempt: {secret: 1
$ sh found act,2020-09-01 "times,450225,2020-09-01,2020-09-10,newspaper,,, times,450225,2020-09-11,2020-09-11,newspaper,,," "" secret 2020-09-12
code: medium step: times due: null actual: 2020-09-01 exempt: {secret: 1

# content: in any of its postings; review: on or before the day its run opens;
# evidence: named or not.
$ sh found act,2020-09-01 "content,450225,2020-09-02,,board,,名单;举报电话," "" "" 2020-09-03
$ sh found act,2020-09-01 "content,450225,2020-09-02,,board,,名单," "" "" 2020-09-03
code: content step: content due: null actual: 2020-09-02
$ sh found act,2020-09-01 "content,450225,2020-09-02,,board,,名单, content,450225,2020-09-03,,website,,举报电话," "" "" 2020-09-03
$ sh found act,2020-09-01 "review,450225,2020-09-02,,board,2020-09-02,," "" "" 2020-09-03
$ sh found act,2020-09-01 "review,450225,2020-09-02,,board,2020-09-03,," "" "" 2020-09-03
code: review step: review due: null actual: 2020-09-02
$ sh found act,2020-09-01 "evidence,450225,2020-09-02,,board,,,照片" "" "" 2020-09-03
$ sh found act,2020-09-01 "evidence,450225,2020-09-02,,board,,," "" "" 2020-09-03
code: content step: evidence due: null actual: 2020-09-02

# until: while the event has no day it may not come down at all; with one on the
# 10th, not before the evening of the 10th; and five days later, not before the 15th.
$ sh found act,2020-09-01 "until,450225,2020-09-02,2020-09-10,board,,," "" secret 2020-09-10
exempt: {secret: 1
$ sh found act,2020-09-01 "until,450225,2020-09-02,2020-09-10,board,,," "" secret 2020-09-11
code: short step: until due: null actual: 2020-09-10 exempt: {secret: 1
$ sh found "act,2020-09-01 over,2020-09-10" "until,450225,2020-09-02,2020-09-10,board,,," "" secret 2020-09-30
exempt: {secret: 1
$ sh found "act,2020-09-01 over,2020-09-11" "until,450225,2020-09-02,2020-09-10,board,,," "" secret 2020-09-30
code: short step: until due: 2020-09-11 actual: 2020-09-10 exempt: {secret: 1
$ sh found "act,2020-09-01 over,2020-09-10" "longer,450225,2020-09-02,2020-09-15,board,,," "" secret 2020-09-30
exempt: {secret: 1
$ sh found "act,2020-09-01 over,2020-09-10" "longer,450225,2020-09-02,2020-09-14,board,,," "" secret 2020-09-30
code: short step: longer due: 2020-09-15 actual: 2020-09-14 exempt: {secret: 1

# permanently: never down.
$ sh found act,2020-09-01 "ever,450225,2020-09-02,,board,,," "" secret 2021-09-30
exempt: {secret: 1
$ sh found act,2020-09-01 "ever,450225,2020-09-02,2021-09-29,board,,," "" secret 2021-09-30
code: short step: ever due: null actual: 2021-09-29 exempt: {secret: 1

# down: over on Thursday the 3rd, two days: Saturday the 5th, so Monday the 7th.
$ sh found act,2020-09-01 "down,450225,2020-09-01,2020-09-07,board,,," "" secret 2020-09-30
exempt: {secret: 1
$ sh found act,2020-09-01 "down,450225,2020-09-01,2020-09-08,board,,," "" secret 2020-09-30
code: overstay step: down due: 2020-09-07 actual: 2020-09-08 exempt: {secret: 1
$ sh found act,2020-09-01 "down,450225,2020-09-01,,board,,," "" secret 2020-09-07
exempt: {secret: 1
$ sh found act,2020-09-01 "down,450225,2020-09-01,,board,,," "" secret 2020-09-08
code: overstay step: down due: 2020-09-07 actual: null exempt: {secret: 1

# Objections. Its own limit: received on Thursday the 3rd, three days: Sunday the
# 6th, so Monday the 7th.
$ sh found act,2020-09-01 "limits,450225,2020-09-01,,board,,," "limits,2020-09-03,2020-09-07,rejected" secret 2020-09-30
exempt: {secret: 1
$ sh found act,2020-09-01 "limits,450225,2020-09-01,,board,,," "limits,2020-09-03,2020-09-08,rejected" secret 2020-09-30
code: objection step: limits due: 2020-09-07 actual: 2020-09-08 exempt: {secret: 1

# Raised in time through Friday the 4th (three days after the 1st): what follows
# on the 8th did not wait. Of the 5th it is late, and nothing need wait for it.
$ sh found "act,2020-09-01 done,2020-09-08" "limits,450225,2020-09-01,,board,,," "limits,2020-09-04,2020-09-07,rejected" secret 2020-09-30
exempt: {secret: 1
$ sh found "act,2020-09-01 done,2020-09-06" "limits,450225,2020-09-01,,board,,," "limits,2020-09-04,2020-09-07,rejected" secret 2020-09-30
code: objection step: limits due: 2020-09-06 actual: 2020-09-07 exempt: {secret: 1
$ sh found "act,2020-09-01 done,2020-09-06" "limits,450225,2020-09-01,,board,,," "limits,2020-09-05,2020-09-07,rejected" secret 2020-09-30
exempt: {secret: 1

# for / not-for: the same case without the trait owes the notice by the 4th.
$ sh found act,2020-09-01 "" "" "" 2020-09-04
$ sh found act,2020-09-01 "" "" "" 2020-09-05
code: missing step: away due: 2020-09-04 actual: null
$ sh found act,2020-09-01 "" "" secret 2020-09-05
exempt: {secret: 1
