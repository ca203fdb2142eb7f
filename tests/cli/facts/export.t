# Facts out as sheets, and in again: the same facts.

$ cat >divisions.csv <<.
> division,name,contact,phone
> 450225100,融水镇,,
> 450225100200,东良村,"韦, 主任",0772-1234567
> 450225100200001,一屯,,
> 450225100200002,二屯,,
> 450226100200,洞村,,
> .
$ cat >cases.csv <<.
> case,procedure,division,title,places,batch
> HX-001,household-exit,450225100200,"=一村 ""名单""
> 第二行",450225100200002,B
> HX-002,household-exit,450225100200,,,B
> HX-001,household-exit,450226100200,邻县,,
> .
$ cat >events.csv <<.
> case,event,date,county
> batch:B,deliberated,2020-09-01,
> HX-001,deliberated,2020-09-02,450226
> .

# Of the first nobody wrote down what it said; of the second it said nothing.
$ cat >first.csv <<.
> case,step,division,posted,medium,place,county
> HX-001,group-notice,二屯,2020-09-02,公开栏,+村口,450225
> .
$ cat >second.csv <<.
> case,step,division,posted,until,medium,content
> HX-002,group-notice,一屯,2020-09-02,2020-09-08,,
> HX-002,group-notice,二屯,2020-09-02,至今,网站,"名单、'=电话"
> .
$ cat >objections.csv <<.
> case,step,division,number,received,resolved,outcome,handler
> HX-002,group-notice,一屯,1,2020-09-03,2020-09-04,不成立,工作队
> .
$ gongshi init && gongshi --lang en import *.csv
divisions: 5 rows: 5 new, 0 unchanged
cases: 3 rows: 3 new, 0 unchanged
events: 2 rows: 3 new, 0 unchanged
postings: 3 rows: 3 new, 0 unchanged
objections: 1 row: 1 new, 0 unchanged

# Known after the cases were taken in: theirs are those of then.
$ echo '450225100200003,三屯' | sed '1i division,name' | gongshi --lang en import -
divisions: 1 row: 1 new, 0 unchanged

$ gongshi --lang en export --out out
out: 6 sheets, 16 rows
$ ls -a out
.
..
cases.csv
divisions.csv
events.csv
objections.csv
postings-2.csv
postings.csv
$ head -c 3 out/cases.csv | od -An -tx1
 ef bb bf
$ tail -c +4 out/cases.csv | tr -d '\r'
case,procedure,division,title,places,batch,traits,amounts,known,first-number
HX-001,household-exit,450225100200,"'=一村 ""名单""
第二行",450225100200002,B,,,none,
HX-002,household-exit,450225100200,,,B,,,450225100200001;450225100200002,
HX-001,household-exit,450226100200,邻县,,,,,none,
$ tail -c +4 out/postings.csv | tr -d '\r'
case,step,division,posted,until,medium,place,content,county
HX-002,group-notice,450225100200001,2020-09-02,2020-09-08,,,,450225
HX-002,group-notice,450225100200002,2020-09-02,,website,,名单、'=电话,450225
$ tail -c +4 out/postings-2.csv | tr -d '\r'
case,step,division,posted,medium,place,county
HX-001,group-notice,450225100200002,2020-09-02,board,'+村口,450225
$ tail -c +4 out/events.csv | tr -d '\r'
case,event,date,county
HX-001,deliberated,2020-09-01,450225
HX-002,deliberated,2020-09-01,450225
HX-001,deliberated,2020-09-02,450226
$ tail -c +4 out/divisions.csv | tr -d '\r' | sed -n '1,3p'
division,name,contact,phone
450225100,融水镇,,
450225100200,东良村,"韦, 主任",0772-1234567

# It goes in again, and comes out as the same bytes.
$ gongshi --db again.db init && gongshi --db again.db --lang en import out/*.csv
divisions: 6 rows: 6 new, 0 unchanged
cases: 3 rows: 3 new, 0 unchanged
events: 3 rows: 3 new, 0 unchanged
postings: 3 rows: 3 new, 0 unchanged
objections: 1 row: 1 new, 0 unchanged
$ gongshi --db again.db --lang en export --out again
again: 6 sheets, 16 rows
$ diff -r out again
$ gongshi scan --format json --today 2020-10-01 >a; gongshi --db again.db scan --format json --today 2020-10-01 >b; cmp a b
$ gongshi --lang en import out/*.csv | grep -c ', 0 unchanged'
0
[1]

# In Chinese; no sheet says `county` where there is one alone.
$ gongshi --db one.db init && gongshi --db one.db import divisions.csv 2>/dev/null >&2
$ sed -n '1p;/^HX-002/p' cases.csv | gongshi --db one.db --lang en import -
cases: 1 row: 1 new, 0 unchanged
$ gongshi --db one.db export --out 导出
导出：4 张表，共 6 行
$ tail -c +4 导出/办件.csv | tr -d '\r'
办件编号,程序,区划代码,名称,涉及区划,批次,类别,金额,当时已知区划,首次编号
HX-002,household-exit,450225100200,,,B,,,450225100200001;450225100200002,
$ head -1 导出/事件.csv | tail -c +4 | tr -d '\r'
办件编号,事件,日期

# Nothing of anybody's is written over, and old sheets stay by themselves.
$ gongshi --lang en export --out out
out: error: `cases.csv` lies there already: name a new or an empty folder
[2]
$ mkdir empty && gongshi --lang en export --out empty
empty: 6 sheets, 16 rows
$ gongshi --lang en export
gongshi: error: `export` needs --out DIR, the folder to write the sheets into
[2]
$ gongshi --lang en export --out no/such/folder
no/such/folder: error: cannot be opened: No such file or directory
[2]

# A reader: the file stays as it is, and may be one that cannot be written.
$ sha256sum gongshi.db >sum; gongshi export --out third >/dev/null && sha256sum -c --quiet sum

# A full disk leaves nothing.
$ yes 450225100200,x | head -300 | awk -F, '{ print $1 NR + 100 ",x" }' | sed '1i division,name' >many.csv
$ gongshi import many.csv >/dev/null && mkdir full && sh -c 'ulimit -f 4; trap "" XFSZ; gongshi --lang en export --out full'
gongshi: error: cannot write full/divisions.csv: File too large
[3]
$ ls -A full

# `known` says what was known; a code outside, and a word that is none, do not.
$ printf 'case,procedure,division,known\nHX-9,household-exit,450225100200,一屯\n' | gongshi --lang en import -
cases: 1 row: 1 new, 0 unchanged
$ gongshi --lang en plan HX-9 --format csv | cut -d, -f4,6 | grep -a group
450225100200001,Notice in the village group
$ printf 'case,procedure,division,known\nHX-8,household-exit,450225100200,450226100200\n' | gongshi --lang en import - 2>&1 | grep error
standard input:2:34: error: place 450226100200 lies outside the case's division 450225100200 (D2)
