One fact by hand: the same intake as a sheet, the same keys.

$ printf 'case,procedure,division,places\nHX-001,household-exit,450225100200,450225100200001\n' >c.csv; gongshi init; gongshi --lang en import c.csv
cases: 1 row: 1 new, 0 unchanged
# An event by its Chinese title; the same again changes nothing.
$ gongshi --lang en record event HX-001 村级评议确定初审名单 2020-09-01
events: 1 row: 1 new, 0 unchanged
$ gongshi --lang en record event HX-001 deliberated 2020-09-01
events: 1 row: 0 new, 1 unchanged
# The step's only slot need not be named; an end later completes the row.
$ gongshi --lang en record posting HX-001 group-notice 2020-09-02 --medium 公开栏
postings: 1 row: 1 new, 0 unchanged
$ gongshi --lang en record posting HX-001 group-notice 2020-09-02 --medium board --until 2020-09-09
postings: 1 row: 0 new, 0 unchanged, 1 completed
# Ended on the planned last day (the eighth): nothing is wrong with it.
$ gongshi --lang en --today 2020-09-10 scan --format json | grep -c '"key"'
0
[1]
$ gongshi --lang en record posting HX-001 group-notice 2020-09-31
gongshi: error: `2020-09-31`: there is no such day
gongshi: warning: nothing was taken in; the database is as it was
[2]
