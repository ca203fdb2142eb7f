# Calendars: one event a window or deadline, all-day, with relative alarms.

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
> HX-001,household-exit,450225100200,东良村2020年,450225100200001,
> HX-002,household-exit,450225101200,和睦村,,
> .
$ cat >events.csv <<.
> case,event,date
> HX-001,deliberated,2020-09-10
> HX-002,county-approved,2020-09-10
> .
$ cat >postings.csv <<.
> case,step,division,posted,until,medium
> HX-001,group-notice,450225100200001,2020-09-10,,board
> .
$ gongshi init && gongshi --lang en import *.csv >/dev/null
$ cat >entry <<'.'
> uid=UID:$(python3 -c 'import sys, uuid; print(uuid.uuid5(uuid.NAMESPACE_URL, "gongshi:" + sys.argv[1]))' "$2")@gongshi
> awk -v uid="$uid" '{ sub(/\r$/, "") } /^BEGIN:VEVENT/ { e = "" } { e = e $0 "\n" } $0 == uid { on = 1 } /^END:VEVENT/ { if (on) printf "%s", e; on = 0 }' "$1"
> .
$ gongshi --today 2020-09-12 ics >a.ics

# Lines end in CR LF and have at most 75 octets.
$ grep -c -v "$(printf '\r')$" a.ics
0
[1]
$ LC_ALL=C awk 'length($0) > 76' a.ics
$ head -3 a.ics | tr -d '\r' | grep -v PRODID
BEGIN:VCALENDAR
VERSION:2.0
$ grep -c -e '^METHOD' -e 'VTIMEZONE' a.ics
0
[1]
$ grep -e '^REFRESH' -e '^X-PUBLISHED' a.ics | tr -d '\r'
REFRESH-INTERVAL;VALUE=DURATION:P1D
X-PUBLISHED-TTL:P1D

# A window that is posted: from that day through the planned last day, the
# 17th (DTEND exclusive), an alarm at 09:00 on it.
$ sh entry a.ics HX-001/group-notice/450225100200001/window | grep -v -e '^DESC' -e '^ ' -e '^SUMMARY' -e '^LOCATION'
BEGIN:VEVENT
UID:26c3fbf7-d36d-54f8-a85c-4257209b49f2@gongshi
DTSTAMP:20200912T000000Z
LAST-MODIFIED:20200912T000000Z
SEQUENCE:367200
DTSTART;VALUE=DATE:20200910
DTEND;VALUE=DATE:20200918
STATUS:CONFIRMED
TRANSP:TRANSPARENT
CATEGORIES:window
X-GONGSHI-CASE:HX-001
X-GONGSHI-STEP:group-notice
X-GONGSHI-DIVISION:450225100200001
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:P7DT9H
END:VALARM
END:VEVENT
$ sh entry a.ics HX-001/group-notice/450225100200001/window | grep -c '^SUMMARY:【已贴】'
1

# A deadline: on the advised day, 14 October 2020, a Wednesday. Three working
# days before it are 13, 12 and 10 October (a Saturday, worked): four days
# before at 09:00 is -P3DT15H; one working day before -PT15H.
$ sh entry a.ics HX-002/village-announcement/450225101200/deadline | grep -e '^DT[SE]' -e '^STATUS' -e '^CATE' -e '^TRIGGER' | grep -v STAMP
DTSTART;VALUE=DATE:20201014
DTEND;VALUE=DATE:20201015
STATUS:CONFIRMED
CATEGORIES:deadline
TRIGGER:-P3DT15H
TRIGGER:-PT15H
TRIGGER:PT9H
$ sh entry a.ics HX-002/village-announcement/450225101200/deadline | grep -c '^SUMMARY:【截止】'
1

# Its window begins on the day it may go up; it has no period, so one day.
$ sh entry a.ics HX-002/village-announcement/450225101200/window | grep -e '^DTSTART' -e '^DTEND' -e '^TRIGGER' -e '^SUMMARY:【待贴】' | sed 's/】.*/】/'
DTSTART;VALUE=DATE:20200910
DTEND;VALUE=DATE:20200911
SUMMARY:【待贴】
TRIGGER:PT9H

# Nothing depends on today; what did not change gives the same bytes.
$ gongshi --today 2020-11-30 ics >b.ics; cmp a.ics b.ics

# A changed day moves SEQUENCE and the stamps, and of that entry alone:
# 285 days of 1,440 minutes to 12 October.
$ printf 'case,step,division,posted,medium\nHX-002,village-announcement,450225101200,2020-10-12,board\n' >p.csv; gongshi --today 2020-10-12 import p.csv >/dev/null; gongshi --today 2020-10-12 ics >c.ics
$ sh entry c.ics HX-002/village-announcement/450225101200/window | grep -e '^DT' -e '^SEQ' -e '^LAST'
DTSTAMP:20201012T000000Z
LAST-MODIFIED:20201012T000000Z
SEQUENCE:410400
DTSTART;VALUE=DATE:20201012
DTEND;VALUE=DATE:20201013
$ for f in a b c; do sh entry $f.ics HX-001/group-notice/450225100200001/window | cksum; done | sort -u | wc -l
1

# The deadline no longer holds: it stays, cancelled, without alarms.
$ sh entry c.ics HX-002/village-announcement/450225101200/deadline | grep -e '^STATUS' -e '^SEQ' -e '^TRIGGER' -e '^SUMMARY:【撤销】' | sed 's/】.*/】/'
SEQUENCE:410400
SUMMARY:【撤销】
STATUS:CANCELLED

# --since leaves out what ended before; --forecast adds what is expected.
$ gongshi --today 2020-09-12 ics --since 2020-09-17 | grep -c 'X-GONGSHI-STEP:group-notice'
1
$ gongshi --today 2020-09-12 ics --since 2020-09-18 | grep -c 'X-GONGSHI-STEP:group-notice'
0
[1]
$ gongshi --today 2020-09-12 ics --forecast >f.ics; sh entry f.ics HX-001/village-notice/450225100200/window | grep -e '^DT[SE]' -e '^SEQ' -e '^STATUS' | grep -v STAMP
SEQUENCE:0
DTSTART;VALUE=DATE:20200917
DTEND;VALUE=DATE:20200925
STATUS:TENTATIVE

# --alarms absolute: the same moments in UTC, 01:00 for 09:00 in China; that
# changes no entry, so SEQUENCE and the stamps stay.
$ gongshi --today 2020-11-30 ics >r.ics; gongshi --today 2020-12-01 ics --alarms absolute >u.ics
$ sh entry u.ics HX-001/group-notice/450225100200001/window | grep '^TRIGGER'
TRIGGER;VALUE=DATE-TIME:20200917T010000Z
$ grep -c '^TRIGGER:' u.ics
0
[1]
$ for f in r u; do grep -v '^TRIGGER' $f.ics | cksum; done | sort -u | wc -l
1
$ gongshi --today 2020-12-02 ics --alarms relative | cmp r.ics -
$ gongshi --lang en ics --alarms sometimes 2>/dev/null
[2]

# What an entry says, unfolded: the place comes first; what is to be done,
# what comes next, where it hangs; an alarm says what is to be done that day.
# Twenty-six columns of place are shortened in the middle.
$ rm -f w.db; cat >w-d.csv <<.
> division,name,level
> 450225100,融水镇,township
> 450225100200,东良村,village
> 450225100200001,一屯,group
> 450225100200002,融水苗族自治县东良村二屯,group
> 450225100200003,三屯,group
> .
$ printf 'case,procedure,division,title\nHX-1,household-exit,450225100200,名单\n' >w-c.csv; printf 'case,event,date\nHX-1,deliberated,2020-09-01\n' >w-e.csv
$ cat >w-p.csv <<.
> case,step,division,posted,until,medium,place
> HX-1,group-notice,450225100200001,2020-09-02,,board,屯活动室公示栏
> HX-1,group-notice,450225100200002,2020-09-02,2020-09-07,board,屯头
> .
$ gongshi --db w.db init; gongshi --db w.db --lang en import w-d.csv w-c.csv w-e.csv w-p.csv >/dev/null 2>&1
$ cat >words <<'.'
> tr -d '\r' | awk '{ if (/^ /) l = l substr($0, 2); else { print l; l = $0 } } END { print l }' | sed 's/\\\([,;]\)/\1/g; s/\\n/\n/g' | awk -v at="$1" '/^BEGIN:VEVENT/ { e = "" } { e = e $0 "\n" } $0 == "X-GONGSHI-DIVISION:" at { on = 1 } /^END:VEVENT/ { if (on) printf "%s", e; on = 0 }' | sed -n '/^SUMMARY/p; /^DESCRIPTION/,/^[A-Z][A-Z]*[:;]/p' | grep -v -e '^LOCATION' -e '^TRIGGER'
> .
$ gongshi --db w.db --lang zh --today 2020-09-08 ics | sh words 450225100200001
SUMMARY:【已贴】一屯 村民小组公示 · 名单 HX-1
DESCRIPTION:已于 2020-09-02 张贴，要贴到 2020-09-09（含当天）；2020-09-08 是届满日
之后：“乡镇审核”，就本处而言最早 2020-09-09
地点：屯活动室公示栏
载体：公开栏
异议处理单位：驻村工作队
程序：贫困户脱贫摘帽
环节：村民小组公示（公示）
区划：一屯（450225100200001）
办件：名单（HX-1）
依据：桂扶领办发〔2020〕45号《关于做好2020年度贫困户脱贫摘帽“双认定”工作的通知》
DESCRIPTION:今天公示期满，可于明天撤下：一屯 村民小组公示 · 名单 HX-1
$ gongshi --db w.db --lang zh --today 2020-09-08 ics | sh words 450225100200002
SUMMARY:【中断】融水苗…良村二屯 村…公示 · 名单 HX-1
DESCRIPTION:自 2020-09-02 张贴，只贴到 2020-09-07 就撤下了，本应贴到 2020-09-08
须重新张贴，公示期从重新张贴之日起整个重算
公示期不少于 7 日
之后：“乡镇审核”
地点：屯头
载体：公开栏
异议处理单位：驻村工作队
程序：贫困户脱贫摘帽
环节：村民小组公示（公示）
区划：融水苗族自治县东良村二屯（450225100200002）
办件：名单（HX-1）
依据：桂扶领办发〔2020〕45号《关于做好2020年度贫困户脱贫摘帽“双认定”工作的通知》
DESCRIPTION:已中断，须重新张贴：融水苗…良村二屯 村…公示 · 名单 HX-1
$ gongshi --db w.db --lang zh --today 2020-09-08 ics | sh words 450225100200003
SUMMARY:【待贴】三屯 村民小组公示 · 名单 HX-1
DESCRIPTION:可于 2020-09-01 起张贴
如 2020-09-01 张贴，则公示到 2020-09-08（含当天）；2020-09-07 是届满日
之后（如当天张贴）：“乡镇审核”，就本处而言最早 2020-09-08
载体：不限
须写明：脱贫户初审名单
张贴前须经保密审查
异议处理单位：驻村工作队
程序：贫困户脱贫摘帽
环节：村民小组公示（公示）
区划：三屯（450225100200003）
办件：名单（HX-1）
依据：桂扶领办发〔2020〕45号《关于做好2020年度贫困户脱贫摘帽“双认定”工作的通知》
DESCRIPTION:今天可以张贴：三屯 村民小组公示 · 名单 HX-1
$ gongshi --db w.db --lang en --today 2020-09-08 ics | sh words 450225100200001 | grep -v -e '^Basis' -e '^Objections'
SUMMARY:[posted] 一屯: Notice i…age group · 名单 HX-1
DESCRIPTION:Posted on 2020-09-02; it must hang through 2020-09-09 (that day too); 2020-09-08 is the judged last day
Then: 'Township reviewed', as far as this posting goes on 2020-09-09 at the earliest
Place: 屯活动室公示栏
Medium: notice board
Procedure: Household poverty exit
Step: Notice in the village group (notice)
Where: 一屯 (450225100200001)
Case: 名单 (HX-1)
DESCRIPTION:Its period is full today; it may come down from tomorrow on: 一屯: Notice i…age group · 名单 HX-1
$ gongshi --db w.db --lang en --today 2020-09-08 ics | sh words 450225100200002 | sed -n '1,5p; $p'
SUMMARY:[broken] 融水苗…良村二屯: Not…oup · 名单 HX-1
DESCRIPTION:It hung from 2020-09-02 and came down on 2020-09-07, too early: it should have hung through 2020-09-08
It must go up again, and hang for the whole period from that day
Must stand at least 7 days
Then: 'Township reviewed'
DESCRIPTION:It came down too early and must go up again: 融水苗…良村二屯: Not…oup · 名单 HX-1

# Files: one of its own, or one for each township and each division above.
$ gongshi --today 2020-11-30 ics --out one.ics && gongshi --today 2020-11-30 ics | cmp one.ics -
$ gongshi --today 2020-11-30 ics --out-dir out --by township >/dev/null; ls out
450225100.ics
450225101.ics
$ grep -c '^X-GONGSHI-CASE:HX-002' out/450225100.ics
0
[1]
$ gongshi --today 2020-11-30 ics --out-dir v --by village >/dev/null; ls v
450225100200.ics
450225101200.ics
$ gongshi --today 2020-11-30 ics --out-dir c --by county >/dev/null; ls c
450225.ics
$ gongshi --today 2020-11-30 ics --division 450225101 | grep -c '^X-GONGSHI-CASE:HX-001'
0
[1]
$ ls -A | grep -c tmp
0
[1]

# Usage.
$ gongshi ics --out a --out-dir b 2>/dev/null
[2]
$ gongshi ics --by county 2>/dev/null
[2]
$ gongshi ics --out-dir b --by region 2>/dev/null
[2]
$ gongshi ics --since soon 2>/dev/null
[2]
$ gongshi ics --out nowhere/a.ics 2>/dev/null
[3]

# A device is written to, not replaced; a link stays and its file changes.
$ rm -f o.db; gongshi --db o.db init; mkfifo pipe; (cat pipe >got &); gongshi --db o.db ics --out pipe; sleep 1; test -p pipe && head -1 got | tr -d '\r'
BEGIN:VCALENDAR
$ : >real.ics; chmod 600 real.ics; ln -s real.ics link.ics; gongshi --db o.db ics --out link.ics; test -L link.ics && stat -c %a real.ics
600
