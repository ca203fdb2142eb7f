# Empty sheets to fill in: every heading with what it holds above it; taken as
# they are, without a row.

$ gongshi sheets --out 空表; ls 空表
空表已写到 空表
事件.csv
办件.csv
区划.csv
异议.csv
张贴记录.csv
$ gongshi --lang en sheets --out en; ls en
empty sheets lie in en
cases.csv
divisions.csv
events.csv
objections.csv
postings.csv
$ head -c 3 空表/事件.csv | od -An -tx1; tail -n 1 空表/事件.csv | tr -d "\r"
 ef bb bf
办件编号*,事件*,日期*,程序,期别,区划代码,所属县,作废
$ tail -qn 1 空表/张贴记录.csv en/postings.csv | tr -d "\r"
办件编号*,环节*,区划代码*,张贴日期*,截止日期,载体,地点,保密审查日期,内容,张贴人,佐证,程序,期别,所属县,作废
case*,step*,division*,posted*,until,medium,place,reviewed,content,by,evidence,procedure,period,county,void
# As many explanations as headings.
$ for f in 空表/*.csv en/*.csv; do python3 -c "
> import csv, sys
> a, b, c = csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''))
> print(len(a), len(b) == len(c), all(b))" $f; done | sort | uniq -c | sed 's/^ *//'
10 1 True True
$ gongshi init; gongshi import 空表/*.csv 2>/dev/null
区划：共 0 行，表头以下什么也没有
办件：共 0 行，表头以下什么也没有
事件：共 0 行，表头以下什么也没有
张贴记录：共 0 行，表头以下什么也没有
异议：共 0 行，表头以下什么也没有
$ gongshi --lang en import en/*.csv 2>/dev/null
divisions: 0 rows: there is nothing below the headings
cases: 0 rows: there is nothing below the headings
events: 0 rows: there is nothing below the headings
postings: 0 rows: there is nothing below the headings
objections: 0 rows: there is nothing below the headings
# What was filled in is never written over.
$ echo '450225,某县' >>空表/区划.csv; gongshi --lang zh sheets --out 空表 2>&1 | grep -c '请换一个文件夹'
5
$ gongshi import 空表/区划.csv 2>/dev/null
区划：共 1 行，新增 1 条，未变 0 条
$ gongshi --lang en sheets
gongshi: error: `sheets` needs --out DIR, the folder to write them into
[2]
