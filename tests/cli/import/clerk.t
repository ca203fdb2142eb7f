# What a clerk would have understood is understood, and what not is told at
# once, by cell; the findings of the trials, one by one.

$ cat >divisions.csv <<.
> 区划代码,名称,级别
> 450225,某县,县
> 450225901,某乡,乡（镇）
> 450225901201,某村,村
> 450225901201001,某村一屯,屯
> 450225901201002,某村二屯,自然屯
> .
$ cat >cases.csv <<.
> 办件编号,程序,区划代码,名称,涉及区划,批次
> HX-001,贫困户脱贫摘帽,某村,某村2020年脱贫户名单,"某村一屯,某村　二屯",2020年第一批
> .
$ gongshi init; gongshi import divisions.csv cases.csv
区划：共 5 行，新增 5 条，未变 0 条
办件：共 1 行，新增 1 条，未变 0 条

# Sums, remarks, signatures, the title and the header of the next page.
$ cat >p.csv <<.
> 2020年公示张贴情况表,,,,,,
> 序号,办件编号,环节,区划代码,张贴日期,截止日期,载体
> 1,HX-001,村民小组公示,某村一屯,2020年9月2日,2020年9月9日（星期三）,公示栏
> 小计,1户,,,,,
> 2020年公示张贴情况表,,,,,,
> 序号,办件编号,环节,区划代码,张贴日期,截止日期,载体
> 2,ＨＸ-００１,村民小组公示,某村　二屯,２０２０年９月２日,至今,公示栏
> 合　计：,2户,,,,,
> 注：以上均已拍照,,,,,,
> 填表人：张三,,,审核人：李四,,2020年9月30日,
> 审核人(签字): 经办人(签字):,,,,,,
> 1、此表为2020年以来各项数据统计。,,,,,,
> .
$ gongshi import p.csv
p.csv：跳过了表头之前的 1 行
p.csv:4：合计行，已略过
p.csv:5：又一个标题，已略过
p.csv:6：又一个表头，已略过
p.csv:8：合计行，已略过
p.csv:9：注或者填表人一类的行，已略过
p.csv:10：注或者填表人一类的行，已略过
p.csv:11：注或者填表人一类的行，已略过
p.csv:12：注或者填表人一类的行，已略过
张贴记录：共 2 行，新增 2 条，未变 0 条

# A case that only sounds so is a case: a full row is never passed over.
$ printf '办件编号,程序,区划代码\n合计项目,贫困户脱贫摘帽,某村\n注,贫困户脱贫摘帽,某村\n' >c.csv; gongshi --lang en import --check c.csv
cases: 2 rows: 2 new, 0 unchanged
checked only: nothing was taken in, and everything could be

# Semicolons between cells; full-width commas are named.
$ printf '办件编号;事件;日期\nHX-001;乡镇审核;2020.9.21日\n' >s.csv; gongshi --lang en import --check s.csv
events: 1 row: 1 new, 0 unchanged
checked only: nothing was taken in, and everything could be
$ printf '办件编号，事件，日期\nHX-001，乡镇审核，2020-09-21\n' >w.csv; gongshi --lang en import w.csv 2>&1 | head -1
w.csv:1:1: error: the cells of this row are divided by full-width commas (，): write ASCII commas (,), or enter the table in a spreadsheet and save it as "CSV UTF-8"; it reads: 办件编号，事件，日期 (A1)

# All faults of a row at once: date, end, step; then the place by its name.
$ printf '办件编号,环节,区划代码,张贴日期,截止日期,载体\nHX-001,村组公示,一屯,9月2日,下周,飞鸽\n' >f.csv; gongshi --lang en import f.csv 2>&1 | grep -o '^f.csv.*error: [^;]*'
f.csv:2:8: error: `村组公示` is no step of `贫困户脱贫摘帽` (B2)
f.csv:2:16: error: `9月2日` is no date
f.csv:2:21: error: `下周` is no date
f.csv:2:24: error: `飞鸽` is no medium
$ printf '办件编号,程序,区划代码,涉及区划,作废\nA/1,无此程序,某某村,三屯,也许\n' >f.csv; gongshi --lang en import f.csv 2>&1 | grep -o '^f.csv:2:[0-9]*: error'
f.csv:2:1: error
f.csv:2:5: error
f.csv:2:10: error
f.csv:2:17: error

# Rows are counted as a spreadsheet does: a cell of two lines is one row, and
# a blank row is one too.
$ printf '办件编号,事件,日期,备注\n\nHX-001,乡镇审核,2020-09-01,"一\n二"\nHX-001,乡镇审核,2020-09-31,\n' >b.csv; gongshi import b.csv 2>&1 | head -1
b.csv:5:13: error: “2020-09-31”：没有这一天（C4）

# Names: with blanks, without the village's name, the village's committee; the
# hint has names, then codes.
$ for n in '某村 一屯' '某村　一屯' 一屯 '一 屯' 某乡某村一屯 450225901201001 ４５０２２５９０１２０１００１; do printf '办件编号,环节,区划代码,张贴日期,截止日期,载体\nHX-001,村民小组公示,%s,2020-09-02,2020-09-09,公开栏\n' "$n" >n.csv; gongshi --lang en import n.csv; done | sort | uniq -c | sed 's/^ *//'
7 postings: 1 row: 0 new, 1 unchanged
$ for n in 某村 某村村委会 某村委会 某村村民委员会 某乡某村; do printf '办件编号,环节,区划代码,张贴日期\nHX-001,行政村公示,%s,2020-09-12\n' "$n" >n.csv; gongshi --lang en import --check n.csv; done | grep -c '1 new'
5
$ for n in 屯 村一屯 三屯 某村第二村民小组; do printf '办件编号,环节,区划代码,张贴日期\nHX-001,村民小组公示,%s,2020-09-02\n' "$n" >n.csv; gongshi import n.csv; done 2>&1 | grep -c 'note: 应在这些区划张贴：某村一屯（450225901201001）、某村二屯（450225901201002）$'
4

# A batch in Chinese.
$ printf '办件编号,事件,日期\n批次:2020年第一批,乡镇审核,2020-09-10\n批次：2020年第一批,乡镇上报县,2020-09-11\n' >b.csv; gongshi --lang en import --check b.csv
events: 2 rows: 2 new, 0 unchanged
checked only: nothing was taken in, and everything could be

# No heading that is known: what was meant, and what is wanted.
$ printf '编 号,公示环结,村名,公示时问\n' >h.csv; gongshi --lang en import h.csv 2>&1 | grep -e 'did you mean' -e 'sheet of postings' -e 'gongshi sheets'
  note: `公示环结`: did you mean `公示环节`?
  note: `公示时问`: did you mean `公示时间`?
  note: a sheet of postings has the columns case,step,division,posted, and may have until,medium,place,reviewed,content,by,evidence,procedure,period,county,void
  note: `gongshi sheets --out DIR` writes empty sheets to fill in

# An empty code is called that.
$ printf '区划代码,名称\n,某屯\n' >d.csv; gongshi --lang en import d.csv 2>&1 | head -1
d.csv:2:1: error: the division is missing (A2)

# Five tables in one file: said once, not a fault for each row.
$ (cat divisions.csv; echo; cat cases.csv; printf '\n办件编号,事件,日期\nHX-001,乡镇审核,2020-09-10\n') >five.csv; gongshi --lang en import five.csv 2>&1 | grep error
five.csv:8:1: error: here another table begins: put each table into a file of its own (this file is one of divisions) (A8)
$ (cat p.csv; printf '\n办件编号,事件,日期\nHX-001,乡镇审核,2020-09-10\n') >two.csv; gongshi --lang en import two.csv 2>&1 | grep -c error
1
