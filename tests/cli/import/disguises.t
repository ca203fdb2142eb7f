# One ledger in eight disguises: the same facts, the same verdicts. The base is
# a village with two groups; the ledger is its events and its postings.

$ cat >divisions.csv <<.
> division,name,level
> 450225100,融水镇,township
> 450225100200,东良村,village
> 450225100200001,一屯,group
> 450225100200002,二屯,group
> .
$ cat >cases.csv <<.
> case,procedure,division,title,places,batch
> HX-001,household-exit,450225100200,东良村2020年,,
> .

# 1. Plain: UTF-8, ids and codes, ISO dates.
$ mkdir 1 2 3 4 5 6 7 8; cat >1/events.csv <<.
> case,event,date
> HX-001,deliberated,2020-09-01
> HX-001,township-reviewed,2020-09-08
> HX-001,township-submitted,2020-09-18
> .
$ cat >1/postings.csv <<.
> case,step,division,posted,until,medium,place,by
> HX-001,group-notice,450225100200001,2020-09-01,2020-09-08,board,屯口,韦某
> HX-001,group-notice,450225100200002,2020-09-01,2020-09-06,radio,,韦某
> HX-001,village-notice,450225100200,2020-09-09,,website,村委会,韦某
> .

# 2. UTF-8 with a mark, Chinese headings, ids by title.
$ cat >zh-events <<.
> 办件编号,事件,日期
> HX-001,村级评议确定初审名单,2020-09-01
> HX-001,乡镇审核,2020-09-08
> HX-001,乡镇上报县,2020-09-18
> .
$ cat >zh-postings <<.
> 办件编号,环节,区划代码,张贴日期,截止日期,载体,地点,张贴人
> HX-001,村民小组公示,450225100200001,2020-09-01,2020-09-08,公开栏,屯口,韦某
> HX-001,村民小组公示,450225100200002,2020-09-01,2020-09-06,广播,,韦某
> HX-001,行政村公示,450225100200,2020-09-09,,网站,村委会,韦某
> .
$ for f in events postings; do (printf '\357\273\277'; cat zh-$f) >2/$f.csv; done

# 3. GB18030, as a spreadsheet in China saves "CSV".
$ for f in events postings; do iconv -f UTF-8 -t GB18030 zh-$f >3/$f.csv; done

# 4. UTF-16LE, tabs, CRLF: a spreadsheet's "Unicode text".
$ for f in events postings; do (printf '\357\273\277'; sed -e 's/,/\t/g' -e 's/$/\r/' zh-$f) | iconv -f UTF-8 -t UTF-16LE >4/$f.txt; done

# 5. Lines above the header, blank rows, 序号 and 备注, a total without a number.
$ cat >5/events.csv <<.
> 融水镇2020年贫困户脱贫进度表,,,,
> 填报单位：融水镇人民政府,,,,
> 序号,办件编号,事件,日期,备注
> 1,HX-001,村级评议确定初审名单,2020-09-01,
> ,,,,
> 2,HX-001,乡镇审核,2020-09-08,已归档
> 3,HX-001,乡镇上报县,2020-09-18,
> ,,,,
> .
$ cat >5/postings.csv <<.
> 融水镇2020年贫困户脱贫公示台账
>
> 填报人：韦某,,2020年10月
> 序号,办件编号,环节,区划代码,张贴日期,截止日期,载体,地点,张贴人,备注
> 1,HX-001,村民小组公示,450225100200001,2020-09-01,2020-09-08,公开栏,屯口,韦某,
>
> 2,HX-001,村民小组公示,450225100200002,2020-09-01,2020-09-06,广播,,韦某,下雨
> ,,,,,,,,,
> 3,HX-001,行政村公示,450225100200,2020-09-09,,网站,村委会,韦某,
> .

# 6. Other usual headings and words, divisions by name.
$ sed -e '1s/办件编号/事项编号/' zh-events >6/events.csv
$ cat >6/postings.csv <<.
> 项目编号,环节,区划代码,公示日期,截至日期,公示方式,地点,张贴人
> HX-001,村民小组公示,一屯,2020-09-01,2020-09-08,公示栏,屯口,韦某
> HX-001,村民小组公示,二屯,2020-09-01,2020-09-06,村广播,,韦某
> HX-001,行政村公示,东良村,2020-09-09,,政府门户网站,村委会,韦某
> .

# 7. Columns in another order, an empty one between, rows from below.
$ awk -F, -v OFS=, '{ print $3, "", $1, $2 }' zh-events >all && (sed 1q all; sed 1d all | tac) >7/events.csv
$ awk -F, -v OFS=, '{ print $8, $5, $4, "", $2, $7, $6, $1, $3 }' zh-postings >all && (sed 1q all; sed 1d all | tac) >7/postings.csv
$ sed 1q 7/postings.csv
张贴人,截止日期,张贴日期,,环节,地点,载体,办件编号,区划代码

# 8. CRLF, quotes around every cell, dates as people write them, the village's
# only slot left empty.
$ sed -e 's/2020-09-01/2020年9月1日/' -e 's/2020-09-08/2020.9.8/' -e 's/2020-09-18/20200918/' -e 's/[^,]*/"&"/g' -e 's/$/\r/' zh-events >8/events.csv
$ sed -e '2s/2020-09-01/2020\/9\/1/' -e '2s/2020-09-08/2020-09-08 00:00:00/' -e '3s/2020-09-01/2020年09月01日/' -e 's/2020-09-06/2020.09.06/' -e '4s/450225100200//' -e 's/[^,]*/"&"/g' -e 's/$/\r/' zh-postings >8/postings.csv
$ sed -n '2{s/\r//;p;}' 8/postings.csv
"HX-001","村民小组公示","450225100200001","2020/9/1","2020-09-08 00:00:00","公开栏","屯口","韦某"

# Each into a database of its own.
$ for i in 1 2 3 4 5 6 7 8; do gongshi --db $i.db init && gongshi --db $i.db --lang en import divisions.csv cases.csv $i/* 2>/dev/null | tail -2; done | sort | uniq -c | sed 's/^ *//'
8 events: 3 rows: 3 new, 0 unchanged
8 postings: 3 rows: 3 new, 0 unchanged

# The facts, without where they came from.
$ cat >facts.sql <<.
> SELECT code, name FROM division;
> SELECT division, id, procedure, title, batch, named, has FROM matter;
> SELECT * FROM place;
> SELECT division, id, event, day FROM v_event;
> SELECT division, id, step, at, posted, until, medium, place, reviewed, content, posted_by, evidence FROM v_posting;
> SELECT step, at, has FROM posting;
> SELECT count(*) FROM past;
> .
$ sqlite3 1.db "SELECT event, day FROM v_event ORDER BY day"
deliberated|2020-09-01
township-reviewed|2020-09-08
township-submitted|2020-09-18
$ sqlite3 1.db "SELECT step, at, posted, until, medium, place, posted_by FROM v_posting ORDER BY step, at"
group-notice|450225100200001|2020-09-01|2020-09-08|board|屯口|韦某
group-notice|450225100200002|2020-09-01|2020-09-06|radio||韦某
village-notice|450225100200|2020-09-09||website|村委会|韦某
$ for i in 1 2 3 4 5 6 7 8; do sqlite3 $i.db <facts.sql >$i.facts; cmp 1.facts $i.facts; done

# Seven days from the 1st are through the 7th: the second group's notice, until
# the 6th, was short by one; the review of the 8th did not wait for that, but
# the first day that the groups allow is the 8th. From the 9th the village
# stands through the 15th; the 18th is in order.
$ for i in 1 2 3 4 5 6 7 8; do for c in scan plan; do gongshi --db $i.db --today 2020-10-20 $c --format json >$i.$c; cmp 1.$c $i.$c; done; done
$ grep -o '"key": "[^"]*"' 1.scan
"key": "HX-001/group-notice/450225100200002/short"

# Any of them after any other changes nothing, not a byte.
$ cp 1.db all.db; for i in 2 3 4 5 6 7 8; do gongshi --db all.db import $i/* >/dev/null 2>&1 || echo failed $i; done; cmp 1.db all.db
