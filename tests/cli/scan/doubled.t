# LANGUAGE 4, `double`: two rows of one notice that may be one posting written
# down twice, when it went up and when it came down.

$ cat >facts.py <<.
> import sys
> for name, text in (
>     ("divisions", "division,name\n450225100200,东良村\n450225100200001,一屯"),
>     ("cases", "case,procedure,division,title\nHX,household-exit,450225100200,"),
>     ("events", "case,event,date\nHX,deliberated,2020-09-01"),
>     ("postings", "case,step,division,posted,until,medium\n"
>      "HX,group-notice,,2020-09-01,,公开栏\n"
>      "HX,group-notice,,2020-09-05,2020-09-08,公示栏")):
>     open(name + ".csv", "w").write(text + "\n")
> .
$ python3 facts.py; gongshi init && gongshi import *.csv >/dev/null 2>notes; grep -c 重叠 notes
1

# Notice boards are one medium.  The day is the later row's; no day was due.
$ gongshi --lang en --today 2020-09-20 scan --format json | sed 's/"message": ".*"}/"message": "..."}/'
{"today": "2020-09-20",
 "findings": [
  {"key": "HX/group-notice/450225100200001/double", "code": "double", "severity": "advice", "case": "HX", "procedure": "household-exit", "step": "group-notice", "event": null, "division": "450225100200001", "due": null, "actual": "2020-09-05", "days": null, "basis": "桂扶领办发〔2020〕45号", "message": "..."}],
 "cases": 1, "slots": 3, "states": {"done": 1, "waiting": 2}, "exempt": {}, "paused": 0}

# Both rows are told, in both languages; advice does not fail a scan.
$ gongshi --lang en --today 2020-09-20 scan | grep -A4 twice, | grep -o '2020[-0-9]*'
2020-09-01
2020-09-05
2020-09-08
$ gongshi --lang zh --today 2020-09-20 scan | grep -o '疑似重复登记：村民小组公示，一屯'
疑似重复登记：村民小组公示，一屯
$ gongshi --lang zh --today 2020-09-20 scan --fail-on advice >/dev/null
[1]
$ gongshi --today 2020-09-20 scan --format csv | cut -d, -f1-3 | sed 1d
HX/group-notice/450225100200001/double,提示,疑似重复登记

# Before its first day the later row is not seen.
$ gongshi --lang en --today 2020-09-04 scan | head -3 | tail -1
Nothing is wrong.

# The open row taken back: what it had hidden.
$ printf 'case,step,division,posted,medium,void\nHX,group-notice,,2020-09-01,board,yes\n' >void.csv
$ gongshi import void.csv >/dev/null; gongshi --today 2020-09-20 scan --format json | grep -o '"code": "[a-z]*"'
"code": "short"

# The open row on the day after the other's last: they touch, and do not overlap.
$ printf 'case,step,division,posted,medium\nHX,group-notice,,2020-09-09,board\n' >p.csv
$ gongshi import p.csv >/dev/null; gongshi --today 2020-09-20 scan --format json | grep -o '"code": "[a-z]*"'
[1]
