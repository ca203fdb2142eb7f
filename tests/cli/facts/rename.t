# A case's number or division put right: all that is known goes along.

$ cat >divisions.csv <<.
> division,name
> 450225100,融水镇
> 450225100200,东良村
> 450225100200001,一屯
> 450225100201,西良村
> 450225100201001,一屯
> .
$ cat >cases.csv <<.
> case,procedure,division,title
> HX-01,household-exit,450225100200,东良村名单
> HX-02,household-exit,450225100201,西良村名单
> .
$ cat >events.csv <<.
> case,event,date
> HX-01,deliberated,2020-09-01
> .
$ cat >postings.csv <<.
> case,step,division,posted,until,medium
> HX-01,group-notice,450225100200001,2020-09-02,2020-09-03,公开栏
> .
$ gongshi init && gongshi --today 2020-09-20 import *.csv >/dev/null
$ mkdir inbox && gongshi --today 2020-09-20 nightly --inbox inbox --out out >/dev/null; echo $?
1
$ grep -hc BEGIN:VEVENT out/calendars/450225100.ics
1
$ grep -h '^UID\|^SEQ' out/calendars/450225100.ics >before
$ gongshi --today 2020-09-20 waive HX-01/group-notice/450225100200001/short --ground 洪水 --by 韦主任 --until 2020-12-31

# Its history, its waiver, its findings of the night before.
$ gongshi --today 2020-09-21 rename HX-01 HX-2020-001
$ gongshi --lang en waive --list | head -1
HX-2020-001/group-notice/450225100200001/short
$ gongshi --today 2020-09-21 --lang en nightly --inbox inbox --out out --format json | grep -c '"key": "HX-2020-001/group-notice/450225100200001/short", "first": "2020-09-20"'
1
$ gongshi --today 2020-09-21 nightly --inbox inbox --out out --format json | tr -d '\n' | grep -o '"new": \[[^]]*\], *"standing": \[[^]]*\], *"fixed": \[[^]]*\], *"gone": \[[^]]*\]'
"new": [], "standing": [], "fixed": [], "gone": []

# On a telephone it is the entry that it was.
$ grep -h '^UID\|^SEQ' out/calendars/450225100.ics | cmp - before
$ grep -h '^X-GONGSHI-CASE' out/calendars/450225100.ics | tr -d '\r'
X-GONGSHI-CASE:HX-2020-001
$ gongshi --lang en history HX-2020-001 | sed 's/by .*/by somebody/' | tail -2
renamed  HX-2020-001  was=HX-01; division=450225100200
    2020-09-21 08:00:00 (UTC+8) by somebody
$ gongshi --lang en history HX-01 | sed 's/by .*/by somebody/'
renamed  HX-01  is=HX-2020-001; division=450225100200
    2020-09-21 08:00:00 (UTC+8) by somebody
$ gongshi --lang en history HX-2020-001 | grep -c ' came 2020-09-20'
3
$ gongshi verify >/dev/null

# The old sheet does not make it another case.
$ gongshi --lang en import cases.csv
cases.csv:2:1: error: `HX-01` is the number that the case `450225:HX-2020-001` had before it was renamed, and by which calendars know it: is that case meant? (A2)
  HX-01,household-exit,450225100200,东良村名单
  ^
gongshi: warning: nothing was taken in; the database is as it was
[2]

# Out and in again it keeps its first number, and so its entries.
$ gongshi export --out sheets >/dev/null && tail -c +4 sheets/办件.csv | tr -d '\r' | cut -d, -f1,10
办件编号,首次编号
HX-2020-001,450225:HX-01
HX-02,
$ gongshi --db other.db init && gongshi --db other.db import sheets/*.csv >/dev/null
$ gongshi --db other.db ics | grep -c "$(grep UID before)"
1
$ gongshi --db other.db --lang en history HX-2020-001 | grep -c renamed
0
[1]

# What is no number for it.
$ gongshi --lang en rename HX-2020-001 HX-02
gongshi: error: there is a case `HX-02` in the county 450225 already
[2]
$ gongshi --lang en rename HX-2020-001 hx－02
gongshi: error: there is a case `HX-02` in the county 450225 already, whose number looks the same
[2]
$ gongshi --lang en rename HX-2020-001 hx-2020-001
$ gongshi --lang en rename hx-2020-001 HX-2020-001
$ gongshi --lang en rename HX-2020-001 a/b
gongshi: error: a case number may not hold `/`
[2]
$ gongshi --lang en rename HX-2020-001 450225:HX-9
gongshi: error: a case number may not begin with digits and `:`, which is how the county of a case is written before its number
[2]
$ gongshi --lang en rename HX-2020-001 =1
gongshi: error: a number may not begin with `=`, `+`, `-` or `@`: a spreadsheet would take it for a formula
[2]
$ gongshi --lang en rename HX-2020-001 batch:B
gongshi: error: a case number may not begin with `batch:`
[2]
$ gongshi --lang en rename HX-2020-001 HX-2020-001
gongshi: error: the case `HX-2020-001` has that number and division already
[2]
$ gongshi --lang en rename NONE HX-9
gongshi: error: no case has the number `NONE`
[2]
$ gongshi --lang en rename HX-2020-001
gongshi: error: `rename` needs the number of a case and the number that it shall have
[2]

# Another division: a row that would have no slot is named.
$ gongshi --lang en rename HX-2020-001 HX-2020-001 --division 450225100201
gongshi: error: the posting of `group-notice` at 450225100200001 on 2020-09-02 would have no slot then: take it back first, or put its division right
[2]
$ gongshi --lang en rename HX-2020-001 HX-2020-001 --division 450225100
gongshi: error: 450225100 is no division at which `贫困户脱贫摘帽` is run: expected a village
[2]

# Rows at the case's own division go with it; the groups are those known there.
$ gongshi record posting HX-02 village-notice 2020-09-12 --until 2020-09-13 --medium 公开栏 >/dev/null
$ gongshi record objection HX-02 village-notice 2020-09-13 --number 1 >/dev/null
$ gongshi --lang en rename HX-02 HX-03 --division 450225100200
$ gongshi export --out moved >/dev/null; tail -c +4 moved/办件.csv | tr -d '\r' | sed -n '/^HX-03/p'; cat moved/张贴记录*.csv moved/异议.csv | tr -d '\r' | grep ^HX-03
HX-03,household-exit,450225100200,西良村名单,,,,,450225100200001,450225:HX-02
HX-03,village-notice,450225100200,2020-09-12,2020-09-13,board,
HX-03,village-notice,,1,2020-09-13,,,
$ gongshi verify >/dev/null

# The number of a case that was taken back: both keep what calendars know.
$ printf 'case,procedure,division\nHX-04,household-exit,450225100201\nHX-05,household-exit,450225100201\n' | gongshi import - >/dev/null
$ printf 'case,event,date\nHX-04,deliberated,2020-10-01\nHX-05,deliberated,2020-10-02\n' | gongshi import - >/dev/null
$ gongshi --today 2020-10-05 ics | tr -d '\r' | awk -F: '/^UID/ { u = $2 } /^X-GONGSHI-CASE:HX-0[45]/ { print $2, u }' | sort | cut -d' ' -f2 >old
$ printf 'case,procedure,division,void\nHX-05,household-exit,450225100201,yes\n' | gongshi import - >/dev/null
$ gongshi --today 2020-10-06 ics >/dev/null; gongshi rename HX-04 HX-05
$ gongshi --today 2020-10-07 ics | tr -d '\r' | awk -F: '/^UID/ { u = $2 } /^STATUS/ { s = $2 } /^X-GONGSHI-CASE:HX-0[45]/ { print $2, s, u }' | sort -r >new
$ cut -d' ' -f1,2 new
HX-05 CONFIRMED
HX-04 CANCELLED
$ cut -d' ' -f3 new | cmp - old
$ gongshi verify >/dev/null

# Two counties with one number: --county says which.
$ printf 'case,procedure,division\nHX-05,household-exit,450226100200\n' | gongshi import - >/dev/null
$ gongshi --lang en rename HX-05 HX-06
gongshi: error: two counties have a case `HX-05`, 450225 and 450226: say which by --county
[2]
$ gongshi rename HX-05 HX-06 --county 450226 && gongshi --lang en rename HX-05 HX-06
$ gongshi --lang en rename HX-06 HX-06 --county 450225 --division 450226100201
gongshi: error: there is a case `HX-06` in the county 450226 already
[2]

# A terminal in GBK: what is no UTF-8 never gets into the database.
$ gongshi --lang en rename HX-03 "$(printf '\303\373')" 2>&1 | grep -c 'is not text in UTF-8: set the terminal to UTF-8'
1
$ gongshi --lang en redact HX-03 --ground "$(printf '\303\373')" --by y 2>&1 | grep -c 'is not text in UTF-8'
1
$ gongshi --lang en record event HX-03 deliberated 2020-09-01 --by "$(printf '\303\373')" 2>&1 | grep -c 'is not text in UTF-8'
1
$ gongshi --lang en waive HX-03/group-notice/450225100200001/short --ground "$(printf '\303\373')" --by y --until 2099-01-01 --ahead 2>&1 | grep -c 'is not text in UTF-8'
1
$ gongshi verify >/dev/null

# A number changed in an exported sheet, or its first one: what is meant?
$ rm -r gongshi.db sheets; gongshi init
$ printf 'case,procedure,division\nA,household-exit,450225100200\n' | gongshi import - >/dev/null
$ gongshi rename A B && gongshi --lang en export --out sheets >/dev/null
$ sed 's/^B,/C,/' sheets/cases.csv | gongshi --lang en import - 2>&1 | sed -n 1p
standard input:2:41: error: calendars know the case `450225:B` by the first number `450225:A`; to give it another number, use `gongshi rename` (J2)
$ sed 's/450225:A/450225:Q/' sheets/cases.csv | gongshi --lang en import - 2>&1 | sed -n 1p
standard input:2:41: error: the first number `450225:Q` does not fit: calendars know this case by `450225:A` (J2)
