# LANGUAGE 1: traits and amounts of a case, those that its procedure names.

$ mkdir pack; printf 'pack: p\ntitle: p\nscope: ["45"]\ninstruments: {法: {title: 法}}\n' >pack/pack.yaml
$ cat >pack/p.yaml <<.
> procedure: sale
> title: 处置
> case: county
> basis: 法
> traits:
>   secret:   {title: 涉密, basis: 法 第三十五条}
>   movable:  {title: 动产}
> amounts: {central: {title: 中央}, county: {title: 县级}}
> events: {e: {title: 申报}}
> steps:
>   n: {title: 公示, kind: notice, at: county, opens: after e, lasts: at least 5 days, not-for: secret}
> .
$ cat >pack/q.yaml <<.
> procedure: plain
> title: 普通
> case: county
> basis: 法
> events: {e: {title: 申报}}
> steps:
>   n: {title: 公示, kind: notice, at: county, opens: after e, lasts: at least 5 days}
> .
$ cat >g <<.
> exec gongshi --rules pack --lang en "\$@"
> .
$ sh g init >/dev/null

# By id or title, as a list; numbers as sheets write them, kept exactly.
$ cat >cases.csv <<.
> 办件编号,程序,区划代码,名称,类别,金额
> A,处置,450225,甲,涉密；动产,"中央=1,200.50；县级=0.0001"
> B,sale,450225,乙,movable,county=３００万元
> C,处置,450225,丙,,
> D,普通,450225,丁,,
> .
$ sh g import cases.csv
cases: 4 rows: 4 new, 0 unchanged
$ sh g import cases.csv
cases: 4 rows: 0 new, 4 unchanged
$ sh g history A | head -1
the case  处置  A  procedure=sale; division=450225; title=甲; traits=movable;secret; amounts=central=1200.5;county=0.0001

# In another order they are the same; what is left out goes, an absent column
# leaves what is there, an empty cell empties it.
$ printf 'case,procedure,division,traits\nA,sale,450225,secret;movable\n' >order.csv; sh g import order.csv
cases: 1 row: 0 new, 1 unchanged
$ printf 'case,procedure,division,title\nA,sale,450225,甲乙\n' >title.csv; sh g import title.csv; sh g history A | grep -c 'title=甲乙; traits=movable;secret; amounts=central=1200.5;county=0.0001'
cases: 1 row: 0 new, 0 unchanged, 1 corrected
1
$ printf 'case,procedure,division,traits,amounts\nA,sale,450225,secret,\nC,sale,450225,动产,中央=2\n' >less.csv; sh g import less.csv
cases: 2 rows: 0 new, 0 unchanged, 1 completed, 1 corrected
$ sh g history A | grep 'title=甲乙' | tail -1; sh g history C | tail -2 | head -1
the case  处置  A  procedure=sale; division=450225; title=甲乙; traits=secret
the case  处置  C  procedure=sale; division=450225; title=丙; traits=movable; amounts=central=2
$ sh g verify >/dev/null; echo $?
0

# They come out as they came in, and go in again.
$ sh g export --out out >/dev/null; tail -c +4 out/cases.csv | tr -d '\r'
case,procedure,division,title,places,batch,traits,amounts,known,first-number
A,sale,450225,甲乙,,,secret,,none,
B,sale,450225,乙,,,movable,county=300,none,
C,sale,450225,丙,,,movable,central=2,none,
D,plain,450225,丁,,,,,none,
$ sh g import out/cases.csv; sh g --db again.db init >/dev/null; sh g --db again.db import out/*.csv >/dev/null; sh g --db again.db export --out again >/dev/null; diff -r out again && echo same
cases: 4 rows: 0 new, 4 unchanged
same
$ sh g backup b.db >/dev/null; sh g --db c.db restore b.db >/dev/null; sh g --db c.db export --out third >/dev/null; diff -r out third && echo same
same
$ sh g rename A E >/dev/null; sh g history E | grep -o 'traits=.*'
traits=movable;secret; amounts=central=1200.5;county=0.0001
traits=movable;secret; amounts=central=1200.5;county=0.0001
traits=secret

# Any other is an error, with the nearest and the list.
$ cat >bad.csv <<.
> case,procedure,division,traits,amounts
> X1,sale,450225,涉秘,
> X2,sale,450225,,中央=x
> X3,sale,450225,,central=1;中央=2
> X4,plain,450225,secret,county=1
> X5,sale,450225,,"中央=1,20"
> X6,sale,450225,,120
> X7,sale,450225,,centrl=1.5
> .
$ sh g import bad.csv 2>&1 | grep -v '^  X\|^ *^$'
bad.csv:2:16: error: `涉秘` is no trait (类别) of `处置` (D2)
  note: did you mean `涉密`?
  note: it may have: secret (涉密), movable (动产)
bad.csv:3:17: error: `x` is no amount; expected a number of 万元 with at most 10 digits before the point and 4 behind it, as 120.5 (E3)
bad.csv:4:17: error: the amount `中央` stands in this cell twice (E4)
bad.csv:5:17: error: `secret`: `普通` names no traits; leave the column 类别 (traits) empty (D5)
bad.csv:5:24: error: `county`: `普通` names no amounts; leave the column 金额 (amounts) empty (E5)
bad.csv:6:17: error: `1,20` is no amount; expected a number of 万元 with at most 10 digits before the point and 4 behind it, as 120.5 (E6)
bad.csv:7:17: error: `120` is no amount; expected NAME=NUMBER in 万元, as 中央=120.5, with ; between several (E7)
bad.csv:8:17: error: `centrl` is no amount (金额) of `处置` (E8)
  note: did you mean `central`?
  note: it may have: central (中央), county (县级)
gongshi: warning: nothing was taken in; the database is as it was

# A posting for a slot that does not apply is taken in.
$ sh g record event E e 2020-09-01; sh g record posting E n 2020-09-02 --medium 公开栏
events: 1 row: 1 new, 0 unchanged
postings: 1 row: 1 new, 0 unchanged

# Empty sheets have the columns, with what they are for.
$ sh g sheets --out forms >/dev/null; tail -1 forms/cases.csv | tr -d '\r'
case*,procedure*,division*,title,places,batch,traits,amounts,county,void

# A night judges anew the cases whose traits are others.
$ mkdir inbox; sh g --today 2020-09-10 nightly --inbox inbox --out nights >/dev/null 2>&1; sqlite3 gongshi.db 'SELECT count(*) FROM dirty'
0
$ printf 'case,procedure,division,traits\nC,sale,450225,涉密\nB,sale,450225,动产\n' >night.csv; sh g import night.csv; sqlite3 gongshi.db 'SELECT id FROM dirty'
cases: 2 rows: 0 new, 1 unchanged, 1 corrected
C
