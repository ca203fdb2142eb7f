# Duties: kept, corrected, ended; what opens and what does not.

$ mkdir -p rules/old rules/new
$ cat >rules/old/pack.yaml <<.
> pack: old
> scope: ["45"]
> in-force: {until: 2026-12-31}
> instruments: {甲: {}}
> .
$ cat >rules/old/check.yaml <<.
> procedure: check
> title: 月度核查
> case: [township, village]
> every: month
> basis: 甲
> events: {begun: {title: 月初, calendar: first}, over: {title: 月末, calendar: last}, found: {title: 查出, after: begun}}
> steps: {shown: {title: 公开, kind: notice, at: case, opens: [after begun, before over], lasts: at least 3 days}}
> .
$ cat >rules/old/plain.yaml <<.
> procedure: plain
> case: village
> basis: 甲
> steps: {shown: {kind: notice, at: village}}
> .
$ cat >g <<'.'
> gongshi --lang en --rules rules "$@"
> .
$ printf 'division,name\n450225100,大浪镇\n450225100201,甲村\n450225100202,乙村\n450225100202001,一屯\n450226100201,丙村\n' >d.csv
$ gongshi --today 2026-01-10 init --division 45; sh g --today 2026-01-10 import d.csv
divisions: 5 rows: 5 new, 0 unchanged

# A township, two villages: not the group, not the other county.
$ sh g --today 2026-02-15 duty add check --division 450225000000 --from 2026-01-15
check 月度核查, 450225: 3 cases opened
$ sh g --today 2026-02-15 duty add check --division 450225 --from 2026-01-15
nothing is to be opened
$ sh g duty list
check 月度核查, 450225: from 2026-01-15

# Earlier by a month: January is opened too, February is there.  An end: months
# that begin on 1 April or later are not.
$ sh g --today 2026-02-15 duty add 月度核查 --division 450225 --from 2026-01-01 --until 2026-03-31
check 月度核查, 450225: 3 cases opened
$ sh g --today 2026-05-01 duty run; sh g --today 2026-05-01 duty run
check 月度核查, 450225: 3 cases opened
nothing is to be opened
$ sh g duty list --format json
{"duties": [
 {"procedure": "check", "division": "450225", "name": "", "from": "2026-01-01", "until": "2026-03-31", "opened": "2026-03-01"}]}

# A case: its days by themselves, known to plans and to the history.
$ sh g --today 2026-02-10 plan check@450225100201@2026M02 | grep -A1 →
  → 公开, 甲村 (450225100201): may go up from 2026-02-01 on, at the latest on
    2026-02-27
$ sh g history check@450225100201@2026M02 | sed 's/ by [^ ]* from/ by WHO from/'
the case  月度核查  check@450225100201@2026M02  procedure=check; division=450225100201; title=甲村 2026年2月
    came 2026-02-15 08:00:00 (UTC+8) by WHO from duty check 450225
event  月初  begun  day=2026-02-01
    by itself on the first day of the period
event  月末  over  day=2026-02-28
    by itself on the last day of the period

# Nobody records them, and other events as ever.
$ sh g record event check@450225100201@2026M02 月末 2026-02-28
gongshi: error: `月末` happens by itself, on a day of the calendar: nobody records it; take the row out
gongshi: warning: nothing was taken in; the database is as it was
[2]
$ printf 'procedure,period,division,event,date\ncheck,2026年2月,大浪镇,over,2026-02-28\ncheck,2026-02,大浪镇,found,2026-02-03\n' >e.csv; sh g import e.csv
e.csv:2:19: error: `月末` happens by itself, on a day of the calendar: nobody records it; take the row out (D2)
  check,2026年2月,大浪镇,over,2026-02-28
                         ^
gongshi: warning: nothing was taken in; the database is as it was
[2]
$ sed -i /over/d e.csv; sh g import e.csv; printf '程序,期别,区划代码,事件,日期,作废\n月度核查,2026M02,450225100,查出,2026-02-03,是\n' >v.csv; sh g import v.csv
events: 1 row: 1 new, 0 unchanged
events: 1 row: 0 new, 0 unchanged, 1 taken back

# Which case a row means by its period: none, or two, or another than the number
# beside it says, is an error.
$ cat >p.csv <<.
> case,procedure,period,division,event,date
> ,check,2026年2月,甲村,found,2026-02-03
> ,check,2026年第一季度,大浪镇,found,2026-02-03
> ,check,2026M07,大浪镇,found,2026-07-03
> ,plain,2026M02,大浪镇,found,2026-02-03
> ,check,二月,大浪镇,found,2026-02-03
> ,check,2026M02,,found,2026-02-03
> check@450225100@2026M01,check,2026M02,大浪镇,found,2026-02-03
> check@450225100@2026M02,check,2026M02,大浪镇,found,2026-02-03
> check@450225100@2026M03,,,,found,2026-03-03
> .
$ sh g import p.csv 2>&1 | grep -e error -e note
p.csv:2:8: error: two cases are meant, `check@450225100@2026M02` and `check@450225100201@2026M02`: write the number of one into the column 办件编号 (case) (C2)
p.csv:3:8: error: `check` has no case of `2026年第一季度` at or above 450225100 (C3)
  note: it comes round `month`: a period is as `2026年1月`
p.csv:4:8: error: `check` has no case of `2026M07` at or above 450225100 (C4)
  note: `gongshi duty list` says what is kept, `gongshi duty add` keeps it
p.csv:5:2: error: `plain` does not come round: name the case by its number, in the column 办件编号 (case) (B5)
p.csv:6:8: error: `二月` is no period; expected one as 2026Q3, 2026年第三季度, 2026年7月, 2026年上半年 or 2026 (C6)
p.csv:7:16: error: the division is missing (D7)
p.csv:8:1: error: `check@450225100@2026M01` is not the case of this period, which is `check@450225100@2026M02`: take one of the two out (A8)
$ sed -i '2,8d' p.csv; sh g import p.csv; printf 'procedure,period,event,date\ncheck,2026M02,found,2026-02-04\n' >q.csv; sh g import q.csv 2>&1 | head -1
events: 2 rows: 2 new, 0 unchanged
q.csv:1:28: error: column `区划代码` (division) is missing; a sheet of events needs it

# A number says what it is of; any other is none of such a case.
$ cat >c.csv <<.
> case,procedure,division
> X-1,check,450225100201
> check@450225100201@2026M05,check,450225100202
> check@450225100201@2026Q2,check,450225100201
> check@450225100201@2026M05,plain,450225100201
> check@450226100201@2026M05,check,450226100201
> .
$ sh g import c.csv 2>&1 | grep -e error -e cases
c.csv:2:1: error: a case of `check` is that of a period, and its number says which: `check@450225100201@2026M07`; `gongshi duty add` opens such cases by itself (A2)
c.csv:3:1: error: by its number `check@450225100201@2026M05` is the case of 450225100201, and its division is 450225100202: which of the two is right? (A3)
c.csv:4:1: error: `check@450225100201@2026Q2`: `check` comes round `month`, and this is another period (A4)
c.csv:5:1: error: `check@450225100201@2026M05` is the number of a case of `check`, not of `plain` (A5)
$ sed -i '2,5d' c.csv; sh g import c.csv; sh g --today 2026-05-10 plan check@450226100201@2026M05 | grep -A1 →
cases: 1 row: 1 new, 0 unchanged
  → 公开, 丙村 (450226100201): may go up from 2026-05-01 on, at the latest on
    2026-05-30

# Renamed it stays the case of its month, and is not opened again where it was.
$ sh g rename check@450225100202@2026M03 三月
gongshi: error: `check@450225100202@2026M03` is the case of a period, which its number says: at 450225100202 it is `check@450225100202@2026M03`
[2]
$ printf 'division,name\n450225100203,丁村\n' >d2.csv; sh g --today 2026-05-01 import d2.csv >/dev/null; sh g rename check@450225100202@2026M03 check@450225100203@2026M03 --division 450225100203
$ printf 'case,procedure,division,void\ncheck@450225100201@2026M03,,,yes\n' >v2.csv; sh g --today 2026-05-02 import v2.csv
cases: 1 row: 0 new, 0 unchanged, 1 taken back
$ sh g --today 2026-05-03 duty add check --division 450225 --from 2025-12-01 --until 2026-03-31
check 月度核查, 450225: 3 cases opened
$ sh g --today 2026-05-03 scan --format json | grep -o '"cases": [0-9]*'
"cases": 12

# The village that became known on 1 May: from June on.
$ sh g --today 2026-06-01 duty add check --division 450225 --from 2025-12-01
check 月度核查, 450225: 10 cases opened
$ for m in M04 M05 M06; do sh g --today 2026-06-01 plan check@450225100203@2026$m 2>&1 | grep -c →; done
0
0
1

# The rules run out at the year's end: their successor is waited for, and what
# lay between is opened then.
$ sh g --today 2027-02-03 duty run
check 月度核查, 450225: 24 cases opened
gongshi: warning: the rules of `check` at 450225 have run out: periods from 2027-01-01 on are opened once there are new ones
$ sh g --today 2027-02-03 duty run 2>&1 | head -1
nothing is to be opened
$ sed 's/old/new/; s/until: 2026-12-31/from: 2027-01-01/' rules/old/pack.yaml >rules/new/pack.yaml; sed 's/\[township, village\]/village/' rules/old/check.yaml >rules/new/check.yaml
$ sh g --today 2027-02-04 duty run; sh g --today 2027-02-04 duty run
check 月度核查, 450225: 6 cases opened
nothing is to be opened

# The end: what begins later is not opened (March began on its day, for three
# villages); one under which nothing began is taken back whole.
$ sh g --today 2027-03-01 duty end 月度核查 --division 450225; sh g --today 2027-04-02 duty run; sh g duty list
check 月度核查, 450225: 3 cases opened
check 月度核查, 450225: from 2025-12-01 to 2027-03-01
$ sh g --today 2027-03-01 duty add check --division 45 --from 2028-01-01; sh g duty list; sh g --today 2027-03-01 duty end check --division 45; sh g duty list
nothing is to be opened
check 月度核查, 45: from 2028-01-01
check 月度核查, 450225: from 2025-12-01 to 2027-03-01
check 月度核查, 450225: from 2025-12-01 to 2027-03-01

# Added again it is a new one: of a village that became known meanwhile, too.
$ printf 'division,name\n450225100204,戊村\n' >d3.csv; sh g --today 2027-04-03 import d3.csv >/dev/null; sh g --today 2027-04-04 duty add check --division 450225 --from 2027-04-01
check 月度核查, 450225: 4 cases opened

# What is refused.
$ sh g duty add plain --division 450225 --from 2026-01-01
gongshi: error: `plain` does not come round: its rule file says no `every` (周期)
[2]
$ sh g duty add chek --division 450225 --from 2026-01-01
gongshi: error: `chek` is no procedure of the rules that are loaded
  note: did you mean `check`?
[2]
$ sh g duty add check --division 450225 --from 2026-13-01 2>&1 | head -1
gongshi: error: `2026-13-01`: there is no such day
$ sh g duty add check --division 450225 --from 2026-03-01 --until 2026-02-28
gongshi: error: the last day lies before the first
[2]
$ sh g duty add check --division 46 --from 2026-01-01
gongshi: error: 46 lies outside the division 45 that this database was made for
[2]
$ sh g duty add check --from 2026-01-01; sh g duty add check --division 45; sh g duty; sh g duty end check --division 4501
gongshi: error: `duty add` needs --division CODE: whose duty it is, with all below it
gongshi: error: `duty add` needs --from DATE: periods that begin then or later
gongshi: error: expected `duty add`, `duty list`, `duty run` or `duty end`
gongshi: error: no duty `check` is kept at 4501; `gongshi duty list` says which are
[2]
$ sh g duty list --division 45
gongshi: error: option --division does not belong to `duty list`
[2]

# A sheet may bring one of a period that began under no rule: taken in, and said.
$ printf 'case,procedure,division\ncheck@450226100201@2027M01,check,450226100201\ncheck@450226100201@2026M12,check,450226100201\n' >c4.csv
$ mkdir alone; cp -r rules/old alone; sh g --rules alone --today 2027-02-04 import c4.csv
cases: 2 rows: 2 new, 0 unchanged
c4.csv:2:1: warning: `check@450226100201@2027M01`: no rule of `check` is in force at 450226100201 on 2027-01-01, the first day of its period: what the calendar gives does not happen in it (A2)
  check@450226100201@2027M01,check,450226100201
  ^

# Its year is one of those that dates may have.
$ for y in 1989M12 1990M01 2100M12 2101M01; do printf 'case,procedure,division\ncheck@450226100201@%s,check,450226100201\n' $y >c5.csv; sh g import --check c5.csv 2>&1 | head -2; done
checked only: nothing was taken in
c5.csv:2:1: error: `1989-12-01` lies outside the years 1990 to 2100 (A2)
cases: 1 row: 1 new, 0 unchanged
checked only: nothing was taken in, and everything could be
cases: 1 row: 1 new, 0 unchanged
checked only: nothing was taken in, and everything could be
checked only: nothing was taken in
c5.csv:2:1: error: `2101-01-01` lies outside the years 1990 to 2100 (A2)

# A code mistyped, of which no village is known, is no silence; nor is a duty whose
# rules no longer come round, by now or as they are gone, until it is ended.
$ sh g --today 2027-02-04 duty add check --division 450299 --from 2027-01-01 2>&1 | tail -1
gongshi: warning: no division at which `check` is run is known at or below 450299: nothing is opened until a sheet of divisions brings one
$ mkdir other; sed 's/^every.*//; s/, calendar: [a-z]*//g' rules/old/check.yaml >other/check.yaml; cp rules/old/pack.yaml other
$ sh g --rules other --today 2027-02-04 duty run
nothing is to be opened
gongshi: warning: `check` is kept at 450225, and no rule file says that it comes round (every, 周期): nothing is opened for it; where that is meant, `gongshi duty end`
gongshi: warning: `check` is kept at 450299, and no rule file says that it comes round (every, 周期): nothing is opened for it; where that is meant, `gongshi duty end`
$ rm other/check.yaml; cp rules/old/plain.yaml other; sh g --rules other --today 2027-02-04 duty run 2>&1 | grep -c warning
2
$ sh g --rules other --today 2027-02-04 duty end check --division 450225; sh g --rules other --today 2027-02-05 duty run 2>&1 | grep -o 'kept at [0-9]*'
kept at 450299
$ gongshi verify
数据库完好
