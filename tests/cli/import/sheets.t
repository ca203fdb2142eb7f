# Real sheets are taken as they are.

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
$ gongshi init && gongshi --lang en import divisions.csv cases.csv >/dev/null
# GB18030, found out by its header.
$ printf '办件编号,事件,日期\nHX-001,村级评议确定初审名单,2020年9月1日\n' | iconv -f UTF-8 -t GB18030 >gb.csv
$ gongshi --lang en import gb.csv 2>&1 | grep -o -e GB18030 -e '^events: 1 row: 1 new'
GB18030
events: 1 row: 1 new
$ gongshi --today 2020-09-20 plan --format json HX-001 | grep -c '"earliest": "2020-09-01"'
2

# A spreadsheet's "Unicode text": UTF-16 with its mark, tabs. The same fact:
# no change.
$ printf '\357\273\277办件编号\t事件\t日期\r\nHX-001\t村级评议确定初审名单\t2020/9/1\r\n' | iconv -f UTF-8 -t UTF-16LE >u16.txt
$ gongshi --lang en import u16.txt 2>&1 | grep -o -e UTF-16LE -e '^events: .*'
UTF-16LE
events: 1 row: 0 new, 1 unchanged
$ printf '\357\273\277办件编号\t事件\t日期\r\nHX-001\t村级评议确定初审名单\t20200901\r\n' | iconv -f UTF-8 -t UTF-16BE >u16be.txt
$ gongshi --lang en import u16be.txt 2>&1 | grep -o -e UTF-16BE -e '^events: .*'
UTF-16BE
events: 1 row: 0 new, 1 unchanged

# UTF-8 with a mark; CRLF; a quoted cell; the dates of the interface.
$ printf '\357\273\277case,event,date\r\nHX-001,"deliberated",2020.9.1\r\n' >bom.csv
$ gongshi --lang en import bom.csv
events: 1 row: 0 new, 1 unchanged
$ for d in 2020-09-01 2020/9/1 2020.9.1 2020年9月1日 20200901 '2020-09-01 00:00:00'; do printf 'case,event,date\nHX-001,deliberated,%s\n' "$d" >d.csv; gongshi --lang en import d.csv; done | sort | uniq -c | sed 's/^ *//'
6 events: 1 row: 0 new, 1 unchanged

# Up to five lines before the header are passed over, and so said; blank rows,
# empty columns, 序号 and 备注 are ignored; other headings are known.
$ cat >real.csv <<.
> 2020年融水镇公示情况表,,,,,,
> 填报单位：融水镇,,,,,,
> ,,,,,,
> 填报人：某某,,,,,,
> 序号,事项编号,环节,区划代码,开始日期,结束日期,公示方式,,备注
> 1,HX-001,村民小组公示,一屯,2020/9/1,2020/9/8,公示栏,,无
> ,,,,,,,,
>
> 2,HX-001,村民小组公示,450225100200002,2020/9/1,,村广播,,
> .
$ gongshi --lang en import real.csv 2>err
postings: 2 rows: 2 new, 0 unchanged
$ grep -o 'real.csv: [0-9]* lines' err
real.csv: 3 lines
$ sqlite3 -separator ' ' gongshi.db 'SELECT at, medium FROM posting ORDER BY at'
450225100200001 board
450225100200002 radio

# Six lines are too many.
$ (for i in 1 2 3 4 5 6; do echo "title $i"; done; cat gb.csv) >deep.csv; gongshi --lang en import deep.csv 2>/dev/null
[2]

# The order of the files named does not matter: each is known by its header.
$ gongshi --db two.db init && printf 'case,event,date\nHX-001,deliberated,2020-09-01\n' >e.csv && gongshi --db two.db --lang en import e.csv cases.csv divisions.csv
divisions: 6 rows: 6 new, 0 unchanged
cases: 1 row: 1 new, 0 unchanged
events: 1 row: 1 new, 0 unchanged
