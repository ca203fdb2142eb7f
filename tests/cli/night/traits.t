# A case whose traits are put right is judged anew, and a finding that went with
# them was not put right: what it rested on is another.

$ mkdir pack inbox; printf 'pack: p\ntitle: p\nscope: ["45"]\ninstruments: {法: {title: 法}}\n' >pack/pack.yaml
$ cat >pack/p.yaml <<.
> procedure: sale
> title: 处置
> case: county
> basis: 法
> traits: {movable: {title: 动产}, secret: {title: 涉密}}
> events: {e: {title: 申报}}
> steps:
>   n:
>     title: 公示
>     kind: notice
>     at: county
>     opens: [after e, {bound: within 3 days after e, for: movable}]
>     lasts: at least 5 days
> .
$ cat >cases.csv <<.
> case,procedure,division,traits
> A,sale,450225,动产
> B,sale,450225,动产
> C,sale,450225,涉密
> D,sale,450225,动产
> .
$ printf 'case,event,date\nA,e,2020-09-01\nB,e,2020-09-01\nC,e,2020-09-01\nD,e,2020-09-01\n' >events.csv
$ cat >night <<.
> gongshi --rules pack --today "\$1" nightly --inbox inbox --out out --settle 0 >/dev/null 2>&1; echo \$?
> .
$ gongshi init >/dev/null; gongshi --rules pack import cases.csv events.csv >/dev/null; sh night 2020-09-10
1
$ grep -o '"key": "[^"]*"' out/report.json
"key": "A/n/450225/missing"
"key": "B/n/450225/missing"
"key": "D/n/450225/missing"

# A is no movable thing, B was posted, C is one after all, D has a title now.
$ printf 'case,procedure,division,traits\nA,sale,450225,涉密\nC,sale,450225,涉密；动产\n' >traits.csv; printf 'case,procedure,division,title\nD,sale,450225,丁\n' >title.csv
$ gongshi --rules pack --lang en import traits.csv; gongshi --rules pack --lang en import title.csv
cases: 2 rows: 0 new, 0 unchanged, 2 corrected
cases: 1 row: 0 new, 0 unchanged, 1 completed
$ gongshi --rules pack record posting B n 2020-09-04 --medium 公开栏 >/dev/null; sh night 2020-09-11
1
$ grep -o '^ *"[a-z]*": \[\|"key": "[^"]*"\|"why": "[^"]*"' out/report.json | sed '/waived/,$d'
 "new": [
"key": "C/n/450225/missing"
 "standing": [
"key": "D/n/450225/missing"
 "fixed": [
"key": "B/n/450225/missing"
 "gone": [
"key": "A/n/450225/missing"
"why": "corrected"
