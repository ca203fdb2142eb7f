# Numbers of persons made masks, for good.  13800138000 is a mobile number,
# 11010519491231002X the example of GB 11643; both as people write them.

$ cat >divisions.csv <<.
> division,name
> 450225100,融水镇
> 450225100200,东良村
> 450225100200001,一屯
> .
$ cat >cases.csv <<.
> case,procedure,division,title
> HX-1,household-exit,450225100200,电话13800138000的名单
> HX-2,household-exit,450225100200,
> .
$ cat >postings.csv <<.
> case,step,division,posted,until,medium,place,content,by
> HX-1,group-notice,450225100200001,2020-09-02,2020-09-08,公开栏,村口（138 0013 8000）,"名单;身份证11010519491231002X",韦
> HX-1,village-notice,,2020-09-12,,公开栏,,"名单",电话１３８００１３８０００
> HX-2,group-notice,450225100200001,2020-09-02,,公开栏,,"名单;身份证11010519491231002X",
> .
$ cat >objections.csv <<.
> case,step,number,received,resolved,handler
> HX-1,group-notice,13800138000,2020-09-03,2020-09-04,县扶贫办
> .
$ gongshi init && gongshi --today 2020-09-20 import *.csv >/dev/null

# Some of it is history when it is redacted.
$ sed -i 's/村口（138 0013 8000）/村委会/' postings.csv
$ printf 'case,step,division,posted,medium,place,void\nHX-1,group-notice,450225100200001,2020-09-02,公开栏,村口（138 0013 8000）,是\n' | gongshi --today 2020-09-20 import - >/dev/null
$ gongshi --today 2020-09-20 import postings.csv >/dev/null
$ mkdir inbox inbox/乡 && printf 'case,event,date\nHX-1,拨款13800138000,2020-09-01\n' >inbox/乡/a.csv
$ gongshi --today 2020-09-20 nightly --inbox inbox --out out --settle 0 >/dev/null; echo $?
1
$ mkdir sent && mv postings.csv objections.csv cases.csv sent && rm -r inbox/refused
$ grep -l '13800138000\|138 0013 8000\|11010519491231002X' gongshi.db
gongshi.db

$ gongshi --lang en --today 2020-09-21 redact HX-1 --ground 当事人申请 --by 韦主任 2>said | sed 's/[0-9]* numbers/N numbers/'
N numbers are masks now
$ sed "s|$PWD/||" said
out/report.json: warning: shows one still: calendars and report are written anew by the next night; delete the others
out/report.txt: warning: shows one still: calendars and report are written anew by the next night; delete the others
out/reports/2020-09-20.json: warning: shows one still: calendars and report are written anew by the next night; delete the others
out/reports/2020-09-20.txt: warning: shows one still: calendars and report are written anew by the next night; delete the others
out/calendars/450225100.ics: warning: shows one still: calendars and report are written anew by the next night; delete the others
gongshi: warning: the case 450225:HX-2 has the same text: redact it too
gongshi: warning: backups made before, and the sheets that brought them (inbox/taken), hold them still

# HX-2 has its own; of HX-1 nothing is left, wherever one looks.
$ gongshi --today 2020-09-21 redact HX-2 --ground 当事人申请 --by 韦主任 >/dev/null 2>&1
$ cat >look <<.
> #!/bin/sh
> gongshi history HX-1 >history.out; gongshi history HX-2 >>history.out
> rm -rf e b.db; gongshi export --out e >/dev/null; gongshi backup b.db
> cat gongshi.db b.db e/* history.out | tr -d ' -' | grep -ac '13800138000\|１３８００１３８０００\|11010519491231002X'
> .
$ sh look
0
[1]
$ rm -r out && gongshi --today 2020-09-21 nightly --inbox inbox --out out >/dev/null; cat out/*.* out/*/* | tr -d ' -' | grep -ac '13800138000\|11010519491231002X'
0
[1]
$ gongshi verify >/dev/null

# First three and last four stay, and what stands around.
$ tail -c +4 e/张贴记录.csv | tr -d '\r' | cut -d, -f1,4,7-9
办件编号,张贴日期,地点,内容,张贴人
HX-1,2020-09-02,村委会,名单;身份证110***********002X,韦
HX-1,2020-09-12,,名单,电话１３８****８０００
HX-2,2020-09-02,,名单;身份证110***********002X,
$ tail -c +4 e/异议.csv | tr -d '\r' | cut -d, -f1,4
办件编号,编号
HX-1,138****8000
$ tail -c +4 e/办件.csv | tr -d '\r' | cut -d, -f1,4
办件编号,名称
HX-1,电话138****8000的名单
HX-2,

# The same sheets again are no error, change nothing, and bring nothing back;
# neither do those of the row that was taken back before.
$ sha256sum gongshi.db >sum; gongshi --lang en --today 2020-09-22 import sent/*.csv
cases: 2 rows: 0 new, 2 unchanged
postings: 3 rows: 0 new, 3 unchanged
objections: 1 row: 0 new, 1 unchanged
$ sha256sum -c --quiet sum
$ printf 'case,step,division,posted,medium,place\nHX-1,group-notice,450225100200001,2020-09-02,公开栏,村口（138 0013 8000）\n' | gongshi --lang en --today 2020-09-22 import - 2>&1 | head -1
postings: 1 row: 1 new, 0 unchanged
$ sh look
0
[1]
$ tail -c +4 e/张贴记录*2.csv | cut -d, -f6 | tr -d '\r'
地点
村口（138 **** 8000）

# Who did it, when, and on what ground; never what was there.
$ gongshi --lang en history HX-1 | sed 's/by [a-z0-9]*$/by somebody/' | grep -A1 ^redacted
redacted  HX-1  by=韦主任; ground=当事人申请
    2020-09-21 08:00:00 (UTC+8) by somebody

# What hangs on the wall still shows it: the finding was not mended by that.
$ gongshi scan --today 2020-09-22 --format json | grep -c '"privacy"'
0
[1]
$ tr -d '\n' <out/report.json | grep -o '"fixed": \[[^]]*\]'
"fixed": []
$ grep -o '"code": "privacy"[^}]*' out/report.json
"code": "privacy", "severity": "grave", "first": "2020-09-20", "why": "corrected"
"code": "privacy", "severity": "grave", "first": "2020-09-20", "why": "corrected"

# Nothing to do, and what is not enough.
$ gongshi --lang en redact HX-1 --ground x --by y
no number of a person was found
$ gongshi --lang en redact HX-1 --by y
gongshi: error: `redact` needs --ground TEXT and --by NAME
[2]
$ gongshi --lang en redact HX-1 --ground x
gongshi: error: `redact` needs --ground TEXT and --by NAME
[2]
$ gongshi --lang en redact HX-1 --ground 13800138000 --by y
gongshi: error: the text of --ground shows such a number itself
[2]
$ printf 'case,procedure,division\n13800138000,household-exit,450225100200\n' | gongshi import - >/dev/null
$ gongshi --lang en redact 13800138000 --ground x --by y
gongshi: error: the number of the case `13800138000` shows one itself: give it another by `gongshi rename` first
[2]

# Two rows that would be one.
$ printf 'case,step,division,posted,medium,place\nHX-2,village-notice,,2020-09-12,公开栏,13800138000\nHX-2,village-notice,,2020-09-12,公开栏,13811138000\n' | gongshi import - >/dev/null 2>&1
$ gongshi --lang en redact HX-2 --ground x --by y
gongshi: error: two postings or objections of the case `HX-2` differ only in such a number, and would be one then: take one back first
[2]

# In who recorded it, in the name of a batch, spelt otherwise the next time.
$ rm gongshi.db; gongshi init
$ cat >c.csv <<.
> case,procedure,division,title,batch
> HX-1,household-exit,450225100200,电话13800138000,名单13800138000
> HX-2,household-exit,450225100200,,名单13800138000
> .
$ printf 'case,event,date\nbatch:名单13800138000,deliberated,2020-09-01\n' >e.csv
$ gongshi import c.csv e.csv >/dev/null
$ gongshi record event HX-1 township-reviewed 2020-09-10 --by 韦13800138000 >/dev/null
$ gongshi redact HX-1 --ground x --by y >/dev/null 2>&1; gongshi redact HX-2 --ground x --by y >/dev/null 2>&1
$ grep -c 13800138000 gongshi.db
0
[1]
$ sed 's/13800138000/１３８ 0013-8000/' c.csv | gongshi --lang en import - e.csv
cases: 2 rows: 0 new, 2 unchanged
events: 1 row: 0 new, 2 unchanged

# Of a case that was taken back the history is left, and its sheet may come.
$ printf 'case,procedure,division,title\nHX-3,household-exit,450225100200,电话13800138000\n' >c.csv; gongshi import c.csv >/dev/null
$ printf 'case,procedure,division,void\nHX-3,household-exit,450225100200,yes\n' | gongshi import - >/dev/null
$ gongshi --lang en redact HX-3 --ground x --by y --county 450226
gongshi: error: no case has the number `HX-3`
[2]
$ gongshi --lang en redact HX-3 --ground x --by y 2>/dev/null
1 number is a mask now
$ gongshi import c.csv >/dev/null; grep -c 13800138000 gongshi.db
0
[1]
$ gongshi verify >/dev/null
