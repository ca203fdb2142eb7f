# Names are checked at import against any version of the procedure, however
# many packs there are: here the twentieth alone has the step.

$ mkdir rules; for i in $(seq 20); do
>   mkdir rules/p$i; printf 'pack: p%s\ntitle: t\nscope: ["4502%02d"]\ninstruments: {甲: {}}\n' $i $i >rules/p$i/pack.yaml
>   printf 'procedure: p\ntitle: p\ncase: county\nbasis: 甲\nevents:\n  e: {title: E}\nsteps:\n  s%s: {kind: notice, at: county, opens: after e}\n' $i >rules/p$i/p.yaml
> done
$ printf 'case,procedure,division\nA,p,450220\n' >cases.csv
$ printf 'case,event,date\nA,e,2020-09-01\n' >events.csv
$ printf 'case,step,division,posted\nA,s20,,2020-09-02\n' >postings.csv
$ gongshi init; gongshi --rules rules --lang en import cases.csv events.csv postings.csv
cases: 1 row: 1 new, 0 unchanged
events: 1 row: 1 new, 0 unchanged
postings: 1 row: 1 new, 0 unchanged
$ printf 'case,step,division,posted\nA,s21,,2020-09-02\n' >none.csv; gongshi --rules rules --lang en import none.csv 2>&1 | sed -n 's/.*error: //p'
`s21` is no step of `p` (B2)
