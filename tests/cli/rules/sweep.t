# Can it be kept?  Counted by hand on a year of which only a week in October is
# off, Monday 4 to Friday 8, so that 2 to 10 October are nine days off in a row.
$ mkdir -p cal/cn; { printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n'; for d in 04 05 06 07 08; do printf 'BEGIN:VEVENT\r\nUID:%s@test\r\nDTSTAMP:20200101T000000Z\r\nDTSTART;VALUE=DATE:202110%s\r\nSUMMARY:休\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY\r\nEND:VEVENT\r\n' $d $d; done; printf 'END:VCALENDAR\r\n'; } >cal/cn/2021.ics
$ mkdir -p r/p; cat >r/p/pack.yaml <<.
> pack: p
> title: 试
> instruments:
>   办法: {title: 试行办法}
> .
$ cat >r/p/leave.yaml <<.
> procedure: leave
> title: 一周
> case: county
> basis: 办法 第一条
> events:
>   received: {title: 收到}
>   approved: {title: 批准, after: [notice, within 7 days after received]}
> steps:
>   notice: {title: 公示, kind: notice, at: case, opens: after received, lasts: at least 5 workdays}
> .

# Of five working days from a Monday the last is Friday, and Saturday is five
# days after; from a Tuesday to Saturday it is seven days after, from a Sunday
# six.  From Tuesday 28 September the last of the five is Monday 11 October, and
# approval the day after; the seventh day after is 5 October, which moves on to
# the 11th: a day too late.  So on each day through Friday 8 October, eleven in
# all.  The longest is 14 days, from 28 September to 12 October.  From Monday 27
# September it ends on 1 October, from Saturday 9 October on the 15th, and the
# seventh day is Saturday the 16th: both are kept.
#
# From 28 December on five working days end next year, which nobody knows.  From
# 27 December approval is on 1 January, and the deadline is no earlier.  Days off
# from 1 January to 27 December: 52 Saturdays, 52 Sundays and five more.
$ gongshi --lang en --rules r --calendars cal rules sweep leave
leave 一周 (p)
  365 start days from 2021-01-01 to 2021-12-31
  Course: shortest 5 days, median 7, longest 14, first from 2021-09-28
  4 start days cannot be known: they need days that no calendar settles
  Cannot be kept: 批准, `within 7 days after received` (办法 第一条): from 11 of
    361 start days
    as from 2021-09-28: due by 2021-10-11, not possible before 2021-10-12
  On a day off (start days): 公示: up 109

1 deadline cannot be kept on some start day.
[1]
$ gongshi --lang zh --rules r --calendars cal rules sweep 一周
leave“一周”（p）
  起始日 365 个，自 2021-01-01 至 2021-12-31
  历时：最短 5 天，中位 7 天，最长 14 天（最早一次自 2021-09-28 起）
  另有 4 个起始日无法判定：要用到日历尚未确定的日子
  来不及：批准，“收到 后 7 日内”（办法 第一条）：361 个起始日中有 11 个
    如自 2021-09-28 起：期限为 2021-10-11，最早要到 2021-10-12
  适逢休息日的起始日数：公示：张贴 109

有 1 项期限在某些起始日来不及。
[1]
$ gongshi --lang zh --rules r --calendars cal rules sweep p --format json
{"procedures": [
  {"pack": "p", "procedure": "leave", "division": "110101", "first": "2021-01-01", "last": "2021-12-31", "days": 365, "all": false, "more": false,
   "variants": [
     {"trait": null, "events": [], "days": 361, "unknown": 4, "shortest": 5, "median": 7, "longest": 14, "start": "2021-09-28",
      "unkept": [{"step": null, "event": "approved", "bound": "within 7 days after received", "basis": "办法 第一条", "days": 11, "start": "2021-09-28", "earliest": "2021-10-12", "due": "2021-10-11"}],
      "up": 109, "end": 0, "steps": [{"step": "notice", "up": 109, "end": 0}], "never": []}]}
]}
[1]

# A day more, and the seven become eight: from Tuesday 28 September it is due on
# the 6th, moved on to the 11th, still; with fourteen it is always kept.
$ sed -i 's/within 7 days/within 14 days/' r/p/leave.yaml; gongshi --lang en --rules r --calendars cal rules sweep | tail -1
Every deadline can be kept.

# A pack that is in force for less than a year is tried on all days there are.
$ cp r/p/pack.yaml keep; echo 'in-force: {from: 2021-03-01, until: 2021-03-31}' >>r/p/pack.yaml; gongshi --lang en --rules r --calendars cal rules sweep | sed -n 2p
  365 start days from 2021-01-01 to 2021-12-31 (also while it is not in force)
$ cp keep r/p/pack.yaml; echo 'in-force: {from: 2021-01-01, until: 2029-12-31}' >>r/p/pack.yaml; gongshi --lang en --rules r --calendars cal rules sweep | sed -n 2p
  365 start days from 2021-01-01 to 2021-12-31
$ cp keep r/p/pack.yaml

# What comes round is tried once a period.  A course is counted from the first
# thing that happens in it: here the last day of the quarter.  Three days of
# notice from then end two days on: 2 April, 2 July, and 2 October, which is a
# Saturday; the last notice of the year ends on a day that nobody knows.
$ cat >r/p/quarter.yaml <<.
> procedure: quarter
> title: 按季
> case: village
> basis: 办法 第二条
> every: quarter
> events:
>   ended: {title: 季末, calendar: last}
> steps:
>   posted: {title: 公布, kind: announcement, at: case, opens: by day 15 after ended, lasts: at least 3 days}
> .
$ gongshi --lang en --rules r --calendars cal rules sweep quarter
quarter 按季 (p)
  4 start days from 2021-01-01 to 2021-10-01
  Course: always 2 days
  1 start day cannot be known: it needs days that no calendar settles
  On a day off (start days): 公布: over 1

Every deadline can be kept.

# What a notice is due before waits for it: 20 days from the start, always.  A
# trait that days depend on is tried; one that only a medium asks for is not.
$ cat >r/p/election.yaml <<.
> procedure: election
> title: 选举
> case: village
> basis: 办法 第三条
> traits:
>   small: {title: 小村}
>   far: {title: 远村}
> events:
>   election: {title: 选举日}
>   recount: {title: 重计, optional: true, after: at least 2 days after election}
> steps:
>   list:
>     title: 名单
>     kind: announcement
>     at: case
>     opens: [{bound: at least 20 days before election, not-for: small}, {bound: at least 5 days before election, for: small}]
>     media: {all: [{medium: board, for: far}]}
> .
$ gongshi --lang en --rules r --calendars cal rules sweep election | grep -e Course -e with
  Course: always 20 days
  with 小村:
    Course: always 5 days
  with 重计:
    Course: always 22 days
  with 小村; 重计:
    Course: always 7 days

# The shipped rules can be kept.
$ gongshi --lang en rules sweep | tail -1
Every deadline can be kept.

# Usage.
$ gongshi --lang en rules sweep nothing
gongshi: error: `nothing` is no pack or procedure; see `gongshi rules list`
[2]
$ gongshi --lang en rules sweep --format csv 2>/dev/null
[2]
