# A case of 1,500 groups is explained in the memory of one slot at a time: it
# once took 1.7 GB.

$ mkdir rules; printf 'pack: p\ntitle: t\nscope: ["45"]\ninstruments: {甲: {}}\n' >rules/pack.yaml
$ cat >rules/p.yaml <<.
> procedure: p
> title: p
> case: village
> basis: 甲
> events:
>   e: {title: E}
> steps:
>   a: {title: A, kind: notice, at: each group, opens: after e, lasts: at least 7 days}
>   b: {title: B, kind: notice, at: each group, opens: after a, lasts: at least 7 days}
> .
$ awk 'BEGIN { print "division,name,level"; print "450225100200,村,village"; for (i = 0; i < 1500; i++) printf "450225100200%04d9,组%d,group\n", i, i }' </dev/null >divisions.csv
$ awk 'BEGIN { print "case,step,division,posted,until"; for (i = 0; i < 1500; i++) printf "C,a,450225100200%04d9,2020-09-%02d,2020-09-%02d\n", i, 1 + i % 5, 12 + i % 4 }' </dev/null >postings.csv
$ printf 'case,procedure,division\nC,p,450225100200\n' >cases.csv; printf 'case,event,date\nC,e,2020-09-01\n' >events.csv
$ gongshi init; gongshi --rules rules import divisions.csv cases.csv events.csv postings.csv >/dev/null
$ (test -n "$SAN" || ulimit -v 300000; timeout 60 gongshi --rules rules --lang en --today 2020-09-20 explain C >out; echo $?; grep -c '^[AB] (notice)' out)
0
3000
