# The figures of the yearly report, and a pack's table with a cross sum.
$ mkdir -p r/x && cat >r/x/pack.yaml <<.
> pack: x
> title: 试
> instruments: {乙: {title: 乙}}
> .
$ cat >r/x/p.yaml <<.
> procedure: p
> title: 申请
> case: county
> basis: 乙
> traits:
>   person: {title: 自然人}
>   firm: {title: 企业}
>   given: {title: 公开}
>   refused: {title: 不公开}
> events:
>   received: {title: 收到}
>   replied: {title: 答复, after: within 20 days after received}
>   withdrawn: {title: 撤回, ends: true}
> steps: {}
> .
$ cat >r/x/年报.yaml <<.
> 年报: 年度报告
> 表:
>   t:
>     名称: 申请情况
>     程序: 申请
>     收到: 收到
>     办结: [答复, 撤回]
>     列:
>       a: {名称: 自然人, 类别: 自然人}
>       b: {名称: 企业, 类别: 企业}
>       c: {名称: 总计, 合计: [a, b]}
>     行:
>       n1: {收到: 本年}
>       n2: {在办: 年初}
>       g: {名称: 公开, 类别: 公开}
>       r: {名称: 不公开, 类别: [refused]}
>       s: {合计: [g, r]}
>       n4: {在办: 年末}
>     勾稽: [[n1, n2], [s, n4]]
> .
$ gongshi --rules r rules check
规则文件没有错误：规则包 1 个，程序 1 个

# Counted by hand.  2021: received are B, C and F; A and E came before and were
# open when the year began; done are A, B and E; left are C and F.  Of persons:
# B, C received, A carried; A and B done, C left: 2 + 1 = 2 + 1.  Of firms: F, E:
# 1 + 1 = 1 + 1.
$ printf 'case,procedure,division,traits\nA,p,450225,person;given\nB,p,450225,person;refused\nC,p,450225,person;given\nD,p,450225,firm;given\nE,p,450225,firm;refused\nF,p,450225,firm\n' >c.csv
$ printf 'case,event,date\nA,received,2020-12-20\nA,replied,2021-01-04\nB,received,2021-01-01\nB,withdrawn,2021-12-31\nC,received,2021-12-31\nC,replied,2022-01-01\nD,received,2020-12-01\nD,replied,2020-12-31\nE,received,2020-12-31\nE,replied,2021-01-01\nF,received,2021-06-01\n' >e.csv
$ gongshi --rules r init && gongshi --rules r import c.csv e.csv >/dev/null
$ gongshi --rules r --today 2022-02-01 annual --year 2021 --format csv | tr -d '\r' | sed -n '/申请情况/,$p'
表2　申请情况
,自然人,企业,总计
本年新收,2,1,3
上年结转,1,1,2
公开,1,0,1
不公开,1,1,2
合计,2,1,3
结转下年度,1,1,2

# Cases that began in the year (B, C, F), and what was due in it: A by 9 January
# (Saturday, so on the 11th), E by the 20th, B by the 21st, F by 21 June; C is due
# in 2022.  F has no reply, and B had none when it was withdrawn.
$ gongshi --rules r --today 2022-02-01 annual --year 2021 --format csv | tr -d '\r' | sed -n 3,5p
表1　各程序公示公告情况
程序,办件,涉及县,应公示公告,按要求完成,比例,程序代号
申请,3,1,4,2,50.0%,p

# A result that is lacking breaks the cross sum: both sides are told.
$ printf 'case,procedure,division,traits\nA,p,450225,person\n' >c2.csv && gongshi --rules r import c2.csv >/dev/null
$ gongshi --rules r --today 2022-02-01 annual --year 2021 >out
[1]
$ grep -A2 勾稽 out
　　勾稽关系不成立（自然人）：本年新收 2 + 上年结转 1 = 3，而 合计 1 + 结转下年
度 1 = 2。
　　勾稽关系不成立（总计）：本年新收 3 + 上年结转 2 = 5，而 合计 2 + 结转下年度
2 = 4。
　　已办结而类别不恰好属于一行的办件：1 件（A）
$ gongshi --lang en --rules r annual
gongshi: error: `annual` needs --year YEAR
[2]
$ gongshi --lang en --rules r --today 2022-02-01 annual --year 2023
gongshi: error: --year 2023: the year has not begun
[2]
$ gongshi --lang en --rules r --today 2022-02-01 annual --year 20
gongshi: error: --year 20: expected a year from 1990 to 2100, as 2020
[2]

# All faults of the file in one run, by line and column, with the nearest word.
$ cat >r/x/年报.yaml <<.
> annual: Yearly report
> tables:
>   t:
>     procedure: p
>     received: recieved
>     done: [replied, withdrwn]
>     columns:
>       a: {traits: persn}
>       b: {traits: firm, sum: [a]}
>       c: {sum: [c]}
>     rows:
>       n1: {received: at end}
>       g: {traits: given, titel: x}
>     check: [[n1, n9], [g]]
>   u: {procedure: q, received: received, done: replied}
> .
$ gongshi --lang en --rules r rules check 2>&1 | grep -v '^  [ 	]*[a-z^]'
r/x/年报.yaml:5:15: error: `recieved` is no event of `p`
r/x/年报.yaml:6:21: error: `withdrwn` is no event of `p`
r/x/年报.yaml:8:19: error: `persn` is no trait of `p`
r/x/年报.yaml:9:7: error: a line says one thing: its traits, when its cases came or were done, or the sum that it is
r/x/年报.yaml:10:7: error: a circle: `c` is a sum of itself
r/x/年报.yaml:12:7: error: expected received: in year, open: at start, done: in year or open: at end
r/x/年报.yaml:13:26: error: `titel` is no key here
r/x/年报.yaml:14:18: error: `n9` is not there
r/x/年报.yaml:15:18: error: `q` is no procedure of this pack

# What is named twice would be counted twice; a list without a name says nothing.
$ cp r/x/年报.yaml kept.yaml
$ cat >r/x/年报.yaml <<.
> annual: Yearly report
> tables:
>   t:
>     procedure: p
>     received: received
>     done: []
>     columns:
>       a: {traits: [person, person]}
>     rows:
>       n1: {received: in year}
>       n2: {open: at start}
>       g: {sum: [n1, n2, n1]}
> .
$ gongshi --lang en --rules r rules check 2>&1 | grep -v '^  [ 	]*[a-z^]'
r/x/年报.yaml:6:11: error: expected a name, or a list of names as [A, B]
r/x/年报.yaml:8:28: error: `person` is named twice here, and would be counted twice
r/x/年报.yaml:12:25: error: `n1` is named twice here, and would be counted twice
$ mv kept.yaml r/x/年报.yaml
$ cp r/x/年报.yaml r/x/annual.yaml
$ gongshi --lang en --rules r rules check 2>&1 | grep one.file
r/x/年报.yaml: error: a pack has one file of the yearly report
