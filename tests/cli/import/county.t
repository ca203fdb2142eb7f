# A case number is unique within its county; twins do not make two cases.

$ cat >d.csv <<.
> 区划代码,名称
> 450225,甲县
> 450225901201,甲村
> 450226,乙县
> 450226901201,乙村
> .
$ cat >c.csv <<.
> 办件编号,程序,区划代码
> XM-1,扶贫项目,450225901201
> XM-1,扶贫项目,450226901201
> XM-2,扶贫项目,450226901201
> .
$ gongshi init && gongshi --lang en import d.csv c.csv | tail -1
cases: 3 rows: 3 new, 0 unchanged

# Who names one of two says which.
$ printf '办件编号,事件,日期\nXM-1,项目计划编制,2020-03-02\n' >e.csv; gongshi --lang en import e.csv
e.csv:2:1: error: two counties have a case `XM-1`, 450225 甲县 and 450226 乙县: say which by the column 所属县 (county) or by --county (A2)
  XM-1,项目计划编制,2020-03-02
  ^
gongshi: warning: nothing was taken in; the database is as it was
[2]
$ sed 's/XM-1/ＸＭ－１/' e.csv >w.csv; gongshi --lang en import w.csv 2>&1 | grep -o 'error: two counties have a case `XM-1`'
error: two counties have a case `XM-1`
$ gongshi --lang en import --county 450226 e.csv
events: 1 row: 1 new, 0 unchanged
$ printf '办件编号,事件,日期,所属县\nXM-1,项目计划编制,2020-03-02,乙县\nXM-1,项目计划编制,2020-03-03,450225\n' >e.csv; gongshi --lang en import e.csv
events: 2 rows: 1 new, 1 unchanged
$ gongshi --lang en plan XM-1
gongshi: error: two counties have a case `XM-1`, 450225 甲县 and 450226 乙县: say which by --county
[2]
$ gongshi --today 2020-03-05 plan --county 450225 --format json XM-1 | grep -o '"earliest": "2020-03-0[0-9]"'
"earliest": "2020-03-03"
$ gongshi --today 2020-03-05 plan --county 450226 --format json XM-1 | grep -o '"earliest": "2020-03-0[0-9]"'
"earliest": "2020-03-02"
$ gongshi history XM-1 >out; echo $?; gongshi history --county 450225 XM-1 | grep -o 'day=.*'
gongshi: error: 两个县都有办件“XM-1”（450225 甲县、450226 乙县）：请用 --county 写明是哪个县的
2
day=2020-03-03
$ gongshi explain XM-1 >out; echo $?
gongshi: error: 两个县都有办件“XM-1”（450225 甲县、450226 乙县）：请用 --county 写明是哪个县的
2
$ gongshi --lang en record event XM-1 项目计划上报 2020-03-20 --county 450225
events: 1 row: 1 new, 0 unchanged
$ gongshi --today 2020-10-01 scan --format json | grep -o '"cases": 3'
"cases": 3

# Taking one back leaves the other.
$ printf '办件编号,程序,区划代码,作废\nXM-1,扶贫项目,450225901201,是\n' >v.csv; gongshi --lang en import v.csv; gongshi --lang en import v.csv
cases: 1 row: 0 new, 0 unchanged, 1 taken back
cases: 1 row: 0 new, 0 unchanged
$ sqlite3 gongshi.db 'SELECT division, id FROM matter'
450226901201|XM-1
450226901201|XM-2
$ gongshi history --county 450225 XM-1 | grep -c 作废
3

# Twins are errors that say what differs; a row that names one is asked, but for
# full width, which can mean one alone.
$ for id in 'XM- 2' 'ＸＭ-2' 'xm-2' 'XM—2' 'XM－２'; do printf '办件编号,程序,区划代码\n%s,扶贫项目,450226901201\n' "$id" >t.csv; gongshi --lang en import t.csv 2>&1 | head -1; done
t.csv:2:1: error: the case `XM-2` is there already, with a number that differs only in a blank (here U+0020, there none): these do not make two cases (A2)
t.csv:2:1: error: the case `XM-2` is there already, with a number that differs only in full and half width (here U+FF38, there U+0058): these do not make two cases (A2)
t.csv:2:1: error: the case `XM-2` is there already, with a number that differs only in upper and lower case (here U+0078, there U+0058): these do not make two cases (A2)
t.csv:2:1: error: the case `XM-2` is there already, with a number that differs only in the kind of dash (here U+2014, there U+002D): these do not make two cases (A2)
t.csv:2:1: error: the case `XM-2` is there already, with a number that differs only in full and half width (here U+FF0D, there U+002D): these do not make two cases (A2)
$ printf '办件编号,程序,区划代码\nxm-2,扶贫项目,450225901201\n' >t.csv; gongshi --lang en import t.csv
cases: 1 row: 1 new, 0 unchanged
$ printf '办件编号,事件,日期\nＸＭ－２,项目计划编制,2020-03-02\n' >e.csv; gongshi --lang en import e.csv
events: 1 row: 1 new, 0 unchanged
$ printf '办件编号,事件,日期\nXM—2,项目计划编制,2020-03-02\n' >e.csv; gongshi --lang en import e.csv 2>&1 | grep note
  note: did you mean `XM-2`?
$ printf '办件编号,程序,区划代码\n450225:X,扶贫项目,450225901201\n' >t.csv; gongshi --lang en import t.csv 2>&1 | grep -c 'error: a case number may not begin with digits and `:`'
1

# A database of the version before is brought up to date, also where an older
# program let numbers in that look the same: each keeps its facts.
$ sqlite3 old.db <$TESTDIR/cli/import/version-3.sql; printf '办件编号,事件,日期\nXM-1,项目计划编制,2020-03-02\n' >e.csv; gongshi --db old.db --lang en import e.csv
events: 1 row: 0 new, 1 unchanged
$ sqlite3 old.db "SELECT count(*), count(DISTINCT twin) FROM matter"; gongshi --db old.db verify >out; echo $?
2|1
0
$ gongshi --db old.db history XM-1 | grep -o 'day=.*'; gongshi --db old.db history xm—１ | grep -o 'day=.*'
day=2020-03-02
day=2020-03-03
$ printf '办件编号,程序,区划代码\nxm-1,扶贫项目,450225901201\n' >t.csv; gongshi --db old.db --lang en import t.csv 2>&1 | grep -c 'is there already, with a number that differs only in'
1

# A county that cannot be read is told, of a case too.
$ printf '办件编号,程序,区划代码,所属县\nXM-3,扶贫项目,450225901201,丙县\n' >n.csv; gongshi --lang en import n.csv
n.csv:2:24: error: no division is named `丙县`; write its code, or import a table of divisions with it (D2)
  XM-3,扶贫项目,450225901201,丙县
                             ^
gongshi: warning: nothing was taken in; the database is as it was
[2]

# The first row with a key is one of the same case, not of another county's.
$ printf '办件编号,事件,日期,所属县\nXM-2,项目计划编制,2020-03-01,450225\nXM-2,项目计划编制,2020-03-02,450226\nXM-2,项目计划编制,2020-03-03,450226\n' >k.csv; gongshi --lang en import k.csv 2>&1 | grep '^k.csv:'
k.csv:2:1: error: no case has the number `XM-2`: import its row first, or with this file (A2)
k.csv:4:1: error: this row's key stands in this import before with other values: one of the two must go (A4)
k.csv:3:1: note: the first row with this key (A3)
