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
