# Each kind of bad input is refused at its place, FILE:LINE:COLUMN counted from
# 1, in characters; and the database is as it was.

$ cat >divisions.csv <<.
> division,name,level
> 450225100,融水镇,township
> 450225100200,东良村,village
> 450225100200001,一屯,group
> 450225100200002,二屯,group
> 450225101,和睦镇,township
> 450225101200,和睦村,village
> .
$ cat >cases.csv <<.
> case,procedure,division,title,places,batch
> HX-001,household-exit,450225100200,东良村2020年,,
> .
$ gongshi init && gongshi --lang en import divisions.csv cases.csv
divisions: 6 rows: 6 new, 0 unchanged
cases: 1 row: 1 new, 0 unchanged
$ cat >try <<'.'
> sqlite3 gongshi.db .dump >before
> gongshi --lang en import "$@" >out 2>&1
> echo "status $?"
> grep -o '^[^ ]*:[0-9]*:[0-9]*: error' out
> sqlite3 gongshi.db .dump | cmp before -
> .

# Dates: no such day, before 1990, after 2100, a number, missing.
$ cat >e.csv <<.
> case,event,date
> HX-001,deliberated,2020-02-30
> HX-001,deliberated,1989-12-31
> HX-001,deliberated,2101-01-01
> HX-001,deliberated,44075
> HX-001,deliberated,
> HX-001,deliberated,soon
> .
$ sh try e.csv
status 2
e.csv:2:20: error
e.csv:3:20: error
e.csv:4:20: error
e.csv:5:20: error
e.csv:6:20: error
e.csv:7:20: error
$ grep '^e.csv:5' out | grep -c 文本
1

# Events and steps: unknown, with the nearest word; a case that is not there.
$ cat >e.csv <<.
> case,event,date
> HX-001,deliberatd,2020-09-01
> HX-002,deliberated,2020-09-01
> ,deliberated,2020-09-01
> HX-001,县审订,2020-09-01
> HX-001,group-notice,2020-09-01
> .
$ sh try e.csv
status 2
e.csv:2:8: error
e.csv:3:1: error
e.csv:4:1: error
e.csv:5:8: error
e.csv:6:8: error
$ grep -c -e '`deliberated`' -e '`县审定`' out
2

# Postings: a place without a slot, a name nobody has, none where there are
# two; `until` before `posted`; a medium; two media in one cell.
$ cat >p.csv <<.
> case,step,division,posted,until,medium
> HX-001,group-notice,450225100200003,2020-09-10,,
> HX-001,group-notice,三屯,2020-09-10,,
> HX-001,group-notice,,2020-09-10,,
> HX-001,group-notice,一屯,2020-09-10,2020-09-09,
> HX-001,group-notice,一屯,2020-09-10,,飞鸽
> HX-001,group-notice,一屯,2020-09-10,,公开栏、网站
> HX-001,village-notice,450225,2020-09-10,,
> HX-001,group-notise,一屯,2020-09-10,,
> .
$ sh try p.csv
status 2
p.csv:2:21: error
p.csv:3:21: error
p.csv:4:21: error
p.csv:5:35: error
p.csv:6:36: error
p.csv:7:36: error
p.csv:8:23: error
p.csv:9:8: error

# Objections: resolved before received, an outcome that is none.
$ cat >o.csv <<.
> case,step,division,number,received,resolved,outcome,handler
> HX-001,group-notice,一屯,1,2020-09-12,2020-09-11,,
> HX-001,group-notice,一屯,1,2020-09-12,,也许,
> HX-001,group-notice,一屯,1,,2020-09-12,,
> .
$ sh try o.csv
status 2
o.csv:2:37: error
o.csv:3:38: error
o.csv:4:26: error

# Cases: the number, the procedure, the level, spoilt and short codes, a place
# outside, the same number with another procedure or division.
$ cat >c.csv <<.
> case,procedure,division,title,places
> =1+1,household-exit,450225100200,,
> A/1,household-exit,450225100200,,
> A2,household-exti,450225100200,,
> A3,household-exit,450225,,
> A4,household-exit,4.50225E+11,,
> A5,household-exit,45022510,,
> A6,household-exit,450225100200,,450225101200
> A7,household-exit,某某村,,
> HX-001,village-exit,450225100,,
> HX-001,household-exit,450225101200,,
> 0123456789012345678901234567890123456789012345678901234567890123X,household-exit,450225100200,,
> .
$ sh try c.csv
status 2
c.csv:2:1: error
c.csv:3:1: error
c.csv:4:4: error
c.csv:5:19: error
c.csv:6:19: error
c.csv:7:19: error
c.csv:8:33: error
c.csv:9:19: error
c.csv:10:8: error
c.csv:11:23: error
c.csv:12:1: error
$ grep -e '^c.csv:6' -e '^c.csv:7' out | grep -c 文本
2

# Divisions: no code, a level that does not fit.
$ cat >d.csv <<.
> division,name,level
> 三屯,三屯,
> 450225102,某镇,village
> .
$ sh try d.csv
status 2
d.csv:2:1: error
d.csv:3:14: error

# The columns count characters, and the line is shown with a caret below: a
# Chinese character takes two columns of a terminal.
$ cat >e.csv <<.
> 办件编号,事件,日期
> HX-001,村级评议确定初审名单,2020-02-30
> .
$ sh try e.csv
status 2
e.csv:2:19: error
$ sed -n 2,3p out
  HX-001,村级评议确定初审名单,2020-02-30
                              ^

# A line is where its row begins, also behind a cell of two lines.
$ cat >e.csv <<.
> case,event,date,备注
> HX-001,deliberated,2020-09-01,"one
> two"
> HX-001,deliberated,2020-09-31,
> .
$ sh try e.csv
status 2
e.csv:4:20: error

# The same key twice with different values; twice the same is no fault.
$ cat >e.csv <<.
> case,event,date
> HX-001,deliberated,2020-09-01
> HX-001,deliberated,2020-09-02
> .
$ sh try e.csv
status 2
e.csv:3:1: error
$ grep -A2 note: out
e.csv:2:1: note: the first row with this key (A2)
  HX-001,deliberated,2020-09-01
  ^

# The first row may stand in another file, and say it in other words.
$ cat >p.csv <<.
> case,step,division,posted,until,by,medium
> HX-001,group-notice,一屯,2020-09-10,,,
> HX-001,group-notice,二屯,2020-09-10,,甲,other
> .
$ cat >q.csv <<.
> 环节,办件编号,载体,区划,张贴日期,张贴人
> 村民小组公示,HX-001,其他,450225100200002,2020年9月10日,乙
> .
$ sh try p.csv q.csv
status 2
q.csv:2:1: error
$ grep note: out
p.csv:3:1: note: the first row with this key (A3)
$ sh try q.csv p.csv
status 2
p.csv:3:1: error
$ grep note: out
q.csv:2:1: note: the first row with this key (A2)
$ printf 'case,event,date\nHX-001,deliberated,2020-09-01\nHX-001,deliberated,2020-09-01\n' >e.csv; cp gongshi.db keep.db; gongshi --lang en import e.csv; cp keep.db gongshi.db
events: 2 rows: 1 new, 1 unchanged

# A batch nobody belongs to.
$ printf 'case,event,date\nbatch:B9,deliberated,2020-09-01\n' >e.csv; sh try e.csv
status 2
e.csv:2:1: error

# All or nothing over all the files; every file's faults are told.
$ printf 'case,event,date\nHX-001,deliberated,2020-09-01\n' >good.csv
$ printf 'case,event,date\nHX-001,deliberated,2020-09-31\n' >bad.csv
$ printf 'case,step,division,posted\nHX-001,group-notice,一屯,2020-09-31\n' >worse.csv
$ sh try good.csv bad.csv worse.csv
status 2
bad.csv:2:20: error
worse.csv:2:24: error
$ sqlite3 gongshi.db 'SELECT count(*) FROM event'
0

# A cell under no heading is a comma too many: nothing is dropped silently.
$ rm -f s.db; gongshi --db s.db init; printf 'case,event,date\nH1,deliberated,2020-09-01,foo\n' >surplus.csv; gongshi --db s.db --lang en import surplus.csv 2>&1 | grep 2:27
surplus.csv:2:27: error: `foo` stands under no heading: is there a comma too many in this row, or a heading missing? (D2)
# Only the first fault of a first row that is too long is told.
$ head -c 300000 /dev/zero | tr '\0' x >long.csv; gongshi --db s.db --lang en import long.csv 2>&1 | grep -c '^long.csv:'
1
