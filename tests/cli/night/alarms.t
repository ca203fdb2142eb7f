# A night's calendars with alarms of the one kind or the other.

$ cat >divisions.csv <<.
> division,name,level
> 450225100,融水镇,township
> 450225100200,东良村,village
> 450225100200001,一屯,group
> .
$ printf 'case,procedure,division\nHX-001,household-exit,450225100200\n' >cases.csv
$ printf 'case,event,date\nHX-001,deliberated,2020-09-10\n' >events.csv
$ gongshi init && gongshi import *.csv >/dev/null; mkdir inbox out
$ gongshi --today 2020-09-11 nightly --inbox inbox --out out >/dev/null
$ tr -d '\r' <out/calendars/450225100.ics | grep -e '^TRIGGER' -e '^SEQ' -e '^DTSTAMP'
DTSTAMP:20200911T000000Z
SEQUENCE:365760
TRIGGER:PT9H

# Another kind: every file is written anew, and no entry counts as changed.
$ gongshi --today 2020-09-12 nightly --inbox inbox --out out --alarms absolute >/dev/null
$ tr -d '\r' <out/calendars/450225100.ics | grep -e '^TRIGGER' -e '^SEQ' -e '^DTSTAMP'
DTSTAMP:20200911T000000Z
SEQUENCE:365760
TRIGGER;VALUE=DATE-TIME:20200910T010000Z

# The same again writes nothing; a full night, and a changed case, are of one kind.
$ ls -i --full-time out/calendars >two; gongshi --today 2020-09-13 nightly --inbox inbox --out out --alarms absolute >/dev/null; ls -i --full-time out/calendars | cmp - two
$ printf 'case,step,division,posted\nHX-001,group-notice,450225100200001,2020-09-12\n' >p.csv; gongshi --today 2020-09-13 import p.csv >/dev/null
$ gongshi --today 2020-09-14 nightly --inbox inbox --out out --alarms absolute >/dev/null; grep '^TRIGGER' out/calendars/450225100.ics | tr -d '\r'
TRIGGER;VALUE=DATE-TIME:20200919T010000Z
$ cp out/calendars/450225100.ics three.ics; gongshi --today 2020-09-14 nightly --inbox inbox --out out --alarms absolute --full >/dev/null; cmp three.ics out/calendars/450225100.ics
$ gongshi --today 2020-09-14 ics --alarms absolute --out-dir d >/dev/null; cmp three.ics d/450225100.ics

# And back.
$ gongshi --today 2020-09-15 nightly --inbox inbox --out out >/dev/null; grep '^TRIGGER' out/calendars/450225100.ics | tr -d '\r'
TRIGGER:P7DT9H
$ gongshi --lang en nightly --inbox inbox --out out --alarms never 2>/dev/null
[2]
