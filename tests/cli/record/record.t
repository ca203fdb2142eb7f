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

# All that a sheet's row can say, an option each; the same as the sheet.
$ gongshi --lang en record posting HX-001 group-notice 2020-09-02 --medium board --until 2020-09-09 --content '名单；电话' --reviewed 2020-09-01 --evidence 照片7 --by 村委会
postings: 1 row: 0 new, 0 unchanged, 1 completed
$ sqlite3 gongshi.db 'SELECT content, posted_by, evidence FROM posting'
名单；电话|村委会|照片7
$ gongshi --lang en record objection HX-001 group-notice 2020-09-04 --number 3
objections: 1 row: 1 new, 0 unchanged
$ gongshi --lang en record objection HX-001 group-notice 2020-09-04 --number 3 --resolved 2020-09-07 --outcome 不成立 --handler 融水镇 --by 韦主任
objections: 1 row: 0 new, 0 unchanged, 1 completed
$ gongshi --lang en history HX-001 | grep -c 'by 韦主任 ('
1
# And taken back, each.
$ gongshi --lang en record void objection HX-001 group-notice 2020-09-04 --number 3; gongshi --lang en record void posting HX-001 group-notice 2020-09-02; gongshi --lang en record void event HX-001 deliberated 2020-09-01
objections: 1 row: 0 new, 0 unchanged, 1 taken back
postings: 1 row: 0 new, 0 unchanged, 1 taken back
events: 1 row: 0 new, 0 unchanged, 1 taken back
$ gongshi --lang en record void event HX-001 乡镇审核 2020-09-05 2>&1 | head -1
gongshi: error: there is no such row and never was one, so there is nothing to take back
# What a kind does not have is refused, and so is no kind.
$ gongshi --lang en record event HX-001 deliberated 2020-09-01 --number 3
gongshi: error: option --number does not belong to `record event`
[2]
$ gongshi --lang en record void void event HX-001 2>&1 | grep -c 'expected .record event'
1
