# Mashan county, May 2020: shown 2 to 8 May, approved on the 9th, held against
# the commission's 10 days: through the 11th, so approval from the 12th.

$ cat >cases.csv <<.
> 办件编号,程序,区划代码,名称
> MS,贫困县脱贫摘帽,450124,马山县
> .
$ cat >events.csv <<.
> 办件编号,事件,日期
> MS,县级申请,2020-03-01
> MS,市级核验,2020-03-10
> MS,自治区评估检查,2020-04-10
> MS,领导小组研究,2020-04-30
> MS,自治区审定,2020-05-09
> .
$ cat >postings.csv <<.
> 办件编号,环节,区划代码,张贴日期,截止日期,载体
> MS,社会公示,450000,2020年5月2日,2020年5月8日,网站
> .
$ gongshi init && gongshi --lang en import *.csv | wc -l
3
$ gongshi --lang en --today 2020-05-20 scan --format json | sed 's/, "basis".*//'
{"today": "2020-05-20",
 "findings": [
  {"key": "450124:MS/public-notice/45/short", "code": "short", "severity": "violation", "case": "MS", "procedure": "county-exit", "step": "public-notice", "event": null, "division": "45", "due": "2020-05-11", "actual": "2020-05-08", "days": 3
  {"key": "MS/region-approved/450124/order", "code": "order", "severity": "violation", "case": "MS", "procedure": "county-exit", "step": null, "event": "region-approved", "division": "450124", "due": "2020-05-12", "actual": "2020-05-09", "days": 3
 "cases": 1, "slots": 2, "states": {"broken": 1, "ready": 1}, "exempt": {}, "paused": 0}

# What rests on the commission's 10 days says so, once: the order is cited from
# the procedure's own document.
$ gongshi --lang en --today 2020-05-20 scan | grep -c 按委托方要求定为10天
1
[0]

# Approval not recorded: the announcement is held against the notice behind it
# (posted 2 May, ten days, so not before 12 May), and the pack's note is told.
$ rm -f p.db; gongshi --db p.db init; printf 'case,procedure,division\nMS,county-exit,450124\n' >pc.csv; printf 'case,step,division,posted,until\nMS,public-notice,45,2020-05-02,2020-05-13\nMS,public-announcement,45,2020-05-10,\n' >pp.csv; gongshi --db p.db --lang en import pc.csv pp.csv >/dev/null; gongshi --db p.db --lang en --today 2020-05-20 scan --format json | grep '"early"' | grep -o '"due": "[0-9-]*", "actual": "[0-9-]*", "days": [0-9]*\|按委托方要求定为10天'
"due": "2020-05-12", "actual": "2020-05-10", "days": 2
按委托方要求定为10天
