# One page shows many projects: `batch:NAME` stands for every case of it; and
# places say where.

$ cat >divisions.csv <<.
> division,name
> 450225100,融水镇
> 450225100200,东良村
> 450225101,和睦镇
> 450225101200,和睦村
> 450225101201,东良村
> .
$ cat >cases.csv <<.
> case,procedure,division,title,places,batch
> P1,project,450225,路,融水镇；和睦村,B
> P2,project,450225,桥,450225101200;450225100200,B
> P3,project,450225,渠,450225100200,
> .

# 融水镇 is a township: without a village of its own it has no village's slot;
# with 和睦村 the step has one.
$ gongshi init && gongshi --lang en import divisions.csv cases.csv | tail -1
cases: 3 rows: 3 new, 0 unchanged
$ printf 'case,event,date\nbatch:B,plan-drafted,2020-06-01\n' >e.csv
$ printf 'case,step,division,posted,medium\nbatch:B,plan-notice,,2020-06-01,网站\n' >p.csv
$ gongshi --lang en import e.csv p.csv 2>&1 | cut -d: -f1
events
postings
$ gongshi --today 2020-06-05 plan --format json | grep '"plan-notice"' | grep -o '"state": "[a-z]*"'
"state": "standing"
"state": "standing"
"state": "waiting"
$ gongshi --today 2020-06-05 plan P1 --format json | grep -o '"step": "village-announcement", "division": "[0-9]*"'
"step": "village-announcement", "division": "450225101200"
$ gongshi --today 2020-06-05 plan P2 --format json | grep -c '"step": "township-announcement"'
2

# A name that two divisions have, one outside the case, one that none has.
$ cat >bad.csv <<.
> case,procedure,division,title,places
> P4,project,450225,,东良村
> P5,project,450225100200,,450225101200
> P6,project,450225,,某某村
> P7,project,450225,,
> .
$ gongshi --lang en import bad.csv 2>&1 | grep -o '^bad.csv:[0-9]*:[0-9]*: error'
bad.csv:2:20: error
bad.csv:3:26: error
bad.csv:4:20: error
bad.csv:5:20: error

# A case of the batch without such a slot is an error.
$ printf 'case,step,division,posted\nbatch:B,village-announcement,450225100200,2020-06-15\n' >p.csv; gongshi --lang en import p.csv 2>&1 | grep -o '^p.csv:[0-9]*:[0-9]*: error'
p.csv:2:30: error

# Names for codes: unique among the step's slots, so 东良村 is one in P3.
$ printf 'case,step,division,posted\nP3,village-announcement,东良村,2020-06-15\n' >p.csv; gongshi --lang en import p.csv
postings: 1 row: 1 new, 0 unchanged
