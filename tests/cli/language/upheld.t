An objection is upheld, the notice goes up again, and the payment that did not
wait is found; where an upheld objection stops, so is what was done all the same.

In September 2020 the 10th is a Thursday, the 12th a Saturday, the 14th a Monday.

$ mkdir -p rules/aid; cat >rules/aid/pack.yaml <<.
> pack: aid
> title: 救助公示
> scope: ["45"]
> in-force: {from: 2020-01-01, until: 2026-12-31}
> instruments:
>   办法: {title: 救助办法}
> .
$ cat >rules/aid/aid.yaml <<.
> procedure: aid
> title: 救助
> case: county
> basis: 办法 第十条
> events:
>   listed: {title: 确定名单}
>   paid:   {title: 发放, gate: notice, repeats: true}
>   filed:  {title: 备案, after: tender}
> steps:
>   notice:
>     title: 公示
>     kind: notice
>     at: county
>     opens: after listed
>     lasts: at least 7 days
>     objections: {upheld: {again: at least 3 days, opens: within 2 days after upheld}}
>   tender:
>     title: 定点公示
>     kind: notice
>     at: county
>     opens: after listed
>     objections: {upheld: stops}
> .
$ cat >found <<'.'
> gongshi --rules rules scan --today $1 --format json >scan.json
> grep -o '"code": "[a-z]*"\|"step": [^,]*\|"event": [^,]*\|"due": [^,]*\|"actual": [^,]*' \
>     scan.json | tr -d '"' | paste -sd ' '
> .
$ gongshi init
$ cat >c.csv <<.
> case,procedure,division
> A-1,aid,450225
> .
$ cat >e.csv <<.
> case,event,date
> A-1,listed,2020-09-01
> .
$ cat >p.csv <<.
> case,step,division,posted,until
> A-1,notice,450225,2020-09-01,2020-09-09
> A-1,tender,450225,2020-09-01,2020-09-09
> .
$ cat >o.csv <<.
> case,step,division,received,resolved,outcome
> A-1,notice,450225,2020-09-05,2020-09-10,upheld
> .
$ gongshi --rules rules import c.csv e.csv p.csv o.csv >/dev/null

# Upheld on the 10th: it begins anew, within two days: Saturday the 12th, so
# Monday the 14th. What hung until the 9th counts no more.
$ sh found 2020-09-14
$ sh found 2020-09-15
code: missing step: notice event: null due: 2020-09-14 actual: null

# Up again on the 14th, for three days now and not seven: 14, 15, 16.
$ cat >p2.csv <<.
> case,step,division,posted,until
> A-1,notice,450225,2020-09-14,2020-09-16
> .
$ gongshi --rules rules import p2.csv >/dev/null; sh found 2020-09-30
$ sed s/09-16/09-15/ p2.csv >p3.csv; gongshi --rules rules import p3.csv >/dev/null; sh found 2020-09-30
code: short step: notice event: null due: 2020-09-16 actual: 2020-09-15
$ gongshi --rules rules import p2.csv >/dev/null; sh found 2020-09-30

# Paid on the 16th: it did not wait for the second round, which allows it on the
# 17th.
$ printf 'case,event,date\nA-1,paid,2020-09-16\n' >y.csv
$ gongshi --rules rules import y.csv >/dev/null; sh found 2020-09-30
code: gate step: null event: paid due: 2020-09-17 actual: 2020-09-16
$ printf 'case,event,date,void\nA-1,paid,2020-09-16,yes\n' >v.csv
$ printf 'case,event,date\nA-1,paid,2020-09-17\n' >w.csv
$ gongshi --rules rules import v.csv >/dev/null; gongshi --rules rules import w.csv >/dev/null; sh found 2020-09-30

# Upheld at the tender on the 10th, which stops: filed on the 10th all the same;
# the day before it was not upheld yet.
$ cat >o2.csv <<.
> case,step,division,received,resolved,outcome
> A-1,tender,450225,2020-09-05,2020-09-10,upheld
> .
$ printf 'case,event,date\nA-1,filed,2020-09-10\n' >f.csv
$ gongshi --rules rules import o2.csv f.csv >/dev/null; sh found 2020-09-30
code: upheld step: null event: filed due: null actual: 2020-09-10
$ sed -i s/09-10/09-09/ f.csv; gongshi --rules rules import f.csv >/dev/null; sh found 2020-09-30
code: objection step: tender event: null due: 2020-09-09 actual: 2020-09-10

# Paid on the 8th too: by the first round, over on the 7th, so no gate is passed;
# but the objection received on the 5th was answered on the 10th alone. Paid on
# the 7th it is the gate as well.
$ printf 'case,event,date\nA-1,paid,2020-09-08\n' >z.csv
$ gongshi --rules rules import z.csv >/dev/null; sh found 2020-09-30
code: objection step: notice event: null due: 2020-09-08 actual: 2020-09-10 code: objection step: tender event: null due: 2020-09-09 actual: 2020-09-10
$ sed -i s/09-08/09-07/ z.csv; gongshi --rules rules import z.csv >/dev/null; sh found 2020-09-30
code: objection step: notice event: null due: 2020-09-07 actual: 2020-09-10 code: objection step: tender event: null due: 2020-09-09 actual: 2020-09-10 code: gate step: null event: paid due: 2020-09-08 actual: 2020-09-07
