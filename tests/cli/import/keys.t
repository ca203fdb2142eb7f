# An empty medium, place or number stands for any (interface, "Data in").

$ cat >d.csv <<.
> 区划代码,名称
> 450225,某县
> 450225901,某乡
> 450225901201,某村
> 450225901201001,某村一屯
> 450225901201002,某村二屯
> .
$ cat >c.csv <<.
> 办件编号,程序,区划代码,名称,涉及区划,批次
> HX-001,贫困户脱贫摘帽,450225901201,某村2020年脱贫户名单,某村一屯；某村二屯,2020年第一批
> .
$ cat >e.csv <<.
> 办件编号,事件,日期
> HX-001,村级评议确定初审名单,2020-09-01
> .
$ gongshi init && gongshi --lang en import d.csv c.csv e.csv | tail -1
events: 1 row: 1 new, 0 unchanged
$ cat >facts <<'.'
> sqlite3 gongshi.db "SELECT date(posted * 86400, 'unixepoch'), medium, place, coalesce(date(until * 86400, 'unixepoch'), ''), posted_by FROM posting WHERE at = '450225901201002' ORDER BY 1, 2, 3"
> .

# A row that was incomplete is completed, not doubled; its short notice is told.
$ printf '办件编号,环节,区划代码,张贴日期,截止日期,载体,地点\nHX-001,村民小组公示,某村二屯,2020-09-02,,,\n' >p.csv; gongshi --lang en import p.csv
postings: 1 row: 1 new, 0 unchanged
$ printf '办件编号,环节,区划代码,张贴日期,截止日期,载体,地点\nHX-001,村民小组公示,某村二屯,2020-09-02,2020-09-05,公开栏,公示栏\n' >q.csv; gongshi --lang en import q.csv
postings: 1 row: 0 new, 0 unchanged, 1 completed
$ sh facts
2020-09-02|board|公示栏|2020-09-05|
$ gongshi --today 2020-09-20 scan --format json | grep -o '"code": "short".*"due": "2020-09-08", "actual": "2020-09-05"' | cut -c1-15
"code": "short"

# The row with gaps again, and a sheet without these columns, leave it.
$ gongshi --lang en import p.csv; gongshi --lang en import q.csv
postings: 1 row: 0 new, 1 unchanged
postings: 1 row: 0 new, 1 unchanged
$ printf '办件编号,环节,区划代码,张贴日期,张贴人\nHX-001,村民小组公示,某村二屯,2020-09-02,韦某\n' >r.csv; gongshi --lang en import r.csv; sh facts
postings: 1 row: 0 new, 0 unchanged, 1 completed
2020-09-02|board|公示栏|2020-09-05|韦某

# Two fit: what one of them says changes nothing, else they are named.
$ printf '办件编号,环节,区划代码,张贴日期,截止日期,载体,地点\nHX-001,村民小组公示,某村二屯,2020-09-02,2020-09-09,网站,县政府网\n' >s.csv; gongshi --lang en import s.csv
postings: 1 row: 1 new, 0 unchanged
$ gongshi --lang en import r.csv
postings: 1 row: 0 new, 1 unchanged
$ printf '办件编号,环节,区划代码,张贴日期,截止日期\nHX-001,村民小组公示,某村二屯,2020-09-02,2020-09-12\n' >t.csv; gongshi --lang en import t.csv
t.csv:2:20: error: this row lacks a medium or a place, and several postings of that day fit it: say which is meant (D2)
  HX-001,村民小组公示,某村二屯,2020-09-02,2020-09-12
                               ^
  note: they are: board 公示栏; website 县政府网
gongshi: warning: nothing was taken in; the database is as it was
[2]

# The row with gaps comes last, whatever the order of the files; what it fills
# replaces what the others say, and the same files again change nothing.
$ printf '办件编号,环节,区划代码,张贴日期,截止日期,载体,地点\nHX-001,村民小组公示,某村一屯,2020-09-02,,,\nHX-001,村民小组公示,某村一屯,2020-09-02,2020-09-10,,\n' >two.csv; gongshi --lang en import two.csv 2>&1 | head -1
two.csv:3:1: error: this row's key stands in this import before with other values: one of the two must go (A3)
$ printf '办件编号,环节,区划代码,张贴日期,截止日期,载体,地点\nHX-001,村民小组公示,某村一屯,2020-09-02,2020-09-10,,\n' >a.csv; printf '办件编号,环节,区划代码,张贴日期,截止日期,载体,地点\nHX-001,村民小组公示,某村一屯,2020-09-02,,公开栏,屯口\n' >b.csv; gongshi --lang en import a.csv b.csv
postings: 2 rows: 1 new, 0 unchanged, 1 completed
$ cp gongshi.db before; gongshi --lang en import b.csv a.csv; cmp gongshi.db before
postings: 2 rows: 0 new, 2 unchanged

# An objection's empty number likewise.
$ printf '办件编号,环节,区划代码,编号,收到日期,办结日期,结果\nHX-001,村民小组公示,某村一屯,,2020-09-04,,\n' >o.csv; gongshi --lang en import o.csv
objections: 1 row: 1 new, 0 unchanged
$ printf '办件编号,环节,区划代码,编号,收到日期,办结日期,结果\nHX-001,村民小组公示,某村一屯,1,2020-09-04,2020-09-08,不成立\n' >n.csv; gongshi --lang en import n.csv; gongshi --lang en import o.csv n.csv
objections: 1 row: 0 new, 0 unchanged, 1 completed
objections: 2 rows: 0 new, 2 unchanged

# void finds the one that it fits; again is no change; what never was is an
# error with the nearest.
$ printf '办件编号,环节,区划代码,张贴日期,作废\nHX-001,村民小组公示,某村一屯,2020-09-02,是\n' >v.csv; gongshi --lang en import v.csv; gongshi --lang en import v.csv
postings: 1 row: 0 new, 0 unchanged, 1 taken back
postings: 1 row: 0 new, 0 unchanged
$ printf '办件编号,环节,区划代码,张贴日期,作废\nHX-001,村民小组公示,某村二屯,2020-09-03,是\n' >w.csv; gongshi --lang en import w.csv
w.csv:2:20: error: there is no such row and never was one, so there is nothing to take back (D2)
  HX-001,村民小组公示,某村二屯,2020-09-03,是
                               ^
  note: the nearest: group-notice 450225901201002 2020-09-02 notice board 公示栏; group-notice 450225901201002 2020-09-02 website 县政府网
gongshi: warning: nothing was taken in; the database is as it was
[2]

# A posting over another of its medium is told, one in another medium is not.
$ printf '办件编号,环节,区划代码,张贴日期,截止日期,载体,地点\nHX-001,村民小组公示,某村二屯,2020-09-01,2020-09-08,公开栏,公示栏\n' >x.csv; gongshi --lang zh import x.csv
张贴记录：共 1 行，新增 1 条，未变 0 条
已导入的内容有 1 处提醒
x.csv:2:20: warning: 同一环节同一处已有 2020-09-02 至 2020-09-05 的张贴记录（公开栏，公示栏），与本行时间重叠，两条都留下了；是更正的，请把原行作废（D2）
  HX-001,村民小组公示,某村二屯,2020-09-01,2020-09-08,公开栏,公示栏
                               ^

# A mistyped year is told; so is the posting that loses its slot.
$ printf '办件编号,事件,日期\nHX-001,乡镇审核,2002-09-21\n' >y.csv; gongshi --lang en import y.csv
events: 1 row: 1 new, 0 unchanged
1 warning about what was taken in
y.csv:2:13: warning: 2002-09-21 is more than three years from every other day of case HX-001 (the nearest is 2020-09-01): is the year right? (C2)
  HX-001,乡镇审核,2002-09-21
                  ^
$ printf '办件编号,程序,区划代码,涉及区划\nHX-001,贫困户脱贫摘帽,450225901201,某村一屯\n' >z.csv; gongshi --lang en import z.csv 2>&1 | grep -c 'z.csv:2:29: warning: with this row the posting of `group-notice` at 450225901201002 某村二屯 on 2020-09-0[12] belongs to no slot'
3

# From a pipe, which is read once.
$ cat p.csv | gongshi --lang en import /dev/stdin 2>&1 | head -1
/dev/stdin:2:15: error: step `村民小组公示` is not posted at `某村二屯` in this case (C2)
