# --check tells all and takes nothing in; `-` is the standard input.

$ printf 'division,name\n450225100200,东良村\n450225100200001,一屯\n' >d.csv; printf 'case,procedure,division\nHX-001,household-exit,450225100200\n' >c.csv; gongshi init; gongshi --lang en import --check d.csv c.csv
divisions: 2 rows: 2 new, 0 unchanged
cases: 1 row: 1 new, 0 unchanged
checked only: nothing was taken in, and everything could be
$ sqlite3 gongshi.db 'SELECT count(*) FROM matter'
0
$ cat d.csv | gongshi --lang en import - c.csv
divisions: 2 rows: 2 new, 0 unchanged
cases: 1 row: 1 new, 0 unchanged
$ printf 'case,event,date\nHX-001,deliberated,2020-09-31\n' | gongshi --lang en import -
standard input:2:20: error: `2020-09-31`: there is no such day (C2)
  HX-001,deliberated,2020-09-31
                     ^
gongshi: warning: nothing was taken in; the database is as it was
[2]
$ printf '办件编号,事件,日期\nHX-001,村级评议,2020-09-31\n' | gongshi import --check - 2>&1 | grep -o '标准输入:2:.*有这一天'
标准输入:2:13: error: “2020-09-31”：没有这一天
# Faults end with 2, warnings do not.
$ printf 'case,event,date\nHX-001,deliberated,2020-09-01\nHX-001,deliberated,soon\n' >e.csv; gongshi --lang en import --check e.csv >out 2>&1
[2]
$ grep -c -e 'e.csv:3:20: error' -e 'checked only: nothing was taken in' out
2
# Without write access, to the database or its folder; not a byte is changed.
$ mkdir shut; cp gongshi.db shut; chmod 400 shut/gongshi.db; chmod 500 shut; sha256sum <shut/gongshi.db >was; printf 'case,event,date\nHX-001,deliberated,2020-09-01\n' >e.csv; gongshi --db shut/gongshi.db --lang en import --check e.csv
events: 1 row: 1 new, 0 unchanged
checked only: nothing was taken in, and everything could be
$ sha256sum <shut/gongshi.db | cmp - was; ls shut
gongshi.db
# What --whole would take back is listed, and needs no --yes to be looked at.
$ gongshi --lang en import e.csv; gongshi --lang en import --check --whole --yes c.csv
events: 1 row: 1 new, 0 unchanged
cases: 1 row: 0 new, 1 unchanged
taken back, since they are not in these files:
  HX-001 event deliberated (day=2020-09-01)
checked only: nothing was taken in, and everything could be
$ sqlite3 gongshi.db 'SELECT count(*) FROM event'
1
