# A period's case is judged by the rule in force on the period's first day, also
# where the first event of the case, the period's last day, comes when another
# is: the rules of 2024 end on 30 November.

$ mkdir -p rules/old rules/new
$ cat >rules/old/pack.yaml <<.
> pack: old
> scope: ["45"]
> in-force: {until: 2024-11-30}
> instruments: {甲: {}}
> .
$ cat >rules/old/report.yaml <<.
> procedure: report
> case: village
> every: year
> basis: 甲
> events: {over: {title: 年末, calendar: last}}
> steps: {shown: {title: 公开, kind: notice, at: case, opens: within 10 days after over}}
> .
$ sed 's/old/new/; s/until: .*}/from: 2024-12-01}/' rules/old/pack.yaml >rules/new/pack.yaml
$ sed 's/10 days/20 days/' rules/old/report.yaml >rules/new/report.yaml
$ printf 'division,name\n450225100201,甲村\n' >d.csv
$ gongshi --today 2023-12-10 init --division 45; gongshi --rules rules --today 2023-12-10 import d.csv >said

# 2024's: 31 December and 10 days are Friday, 10 January.  2025's: 20 days from
# 31 December are 20 January 2026, a Tuesday.
$ gongshi --rules rules --lang en --today 2024-01-01 duty add report --division 45 --from 2024-01-01
report report, 45: 1 case opened
$ for d in 2024-06-01 2025-01-10 2025-01-11 2026-01-20 2026-01-21; do gongshi --rules rules --lang en --today $d duty run; gongshi --rules rules --today $d scan --format json | python3 -c "import json, sys; s = json.load(sys.stdin); print('$d', [(f['code'], f['case'][-4:], f['due']) for f in s['findings']], s['states'])"; done
nothing is to be opened
2024-06-01 [] {'waiting': 1}
report report, 45: 1 case opened
2025-01-10 [] {'ready': 1, 'waiting': 1}
nothing is to be opened
2025-01-11 [('missing', '2024', '2025-01-10')] {'waiting': 1, 'overdue': 1}
report report, 45: 1 case opened
2026-01-20 [('missing', '2024', '2025-01-10')] {'ready': 1, 'waiting': 1, 'overdue': 1}
nothing is to be opened
2026-01-21 [('missing', '2024', '2025-01-10'), ('missing', '2025', '2026-01-20')] {'waiting': 1, 'overdue': 2}
