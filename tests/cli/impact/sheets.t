# Sheets that are named are judged as if they had been taken in, and are not.
# X was filed on Monday 1 March 2021 and is not posted: five working days were over on
# Monday the 8th.

$ mkdir -p rules/p days/cn; cat >rules/p/pack.yaml <<.
> pack: p
> title: 甲办法
> scope: ["45"]
> instruments: {甲办法: {title: 甲办法}}
> .
$ cat >rules/p/p.yaml <<.
> procedure: p
> title: 程序
> case: county
> basis: 甲办法 第三条
> events:
>   a: {title: 申报}
>   b: {title: 批复, after: s}
> steps:
>   s: {title: 公示, kind: notice, at: case, opens: within 5 workdays after a, lasts: at least 7 days}
> .
$ cat >year <<'.'
> # year FILE OFF...: the calendar of 2021 with these days off
> file=$1; shift
> printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//\r\n' >$file
> for d; do
> printf 'BEGIN:VEVENT\r\nUID:%s\r\nDTSTART;VALUE=DATE:2021%s\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY\r\nEND:VEVENT\r\n' $d $d >>$file
> done
> printf 'END:VCALENDAR\r\n' >>$file
> .
$ sh year days/cn/2021.ics 0101
$ printf 'case,procedure,division\nX,p,450225\nY,p,450226\n' >cases.csv
$ printf 'case,event,date\nX,a,2021-03-01\nY,a,2021-03-01\n' >events.csv
$ printf 'case,step,division,posted,until\nY,s,,2021-03-02,2021-03-08\n' >postings.csv
$ gongshi init && gongshi --rules rules --calendars days import *.csv >/dev/null
$ cat >i <<'.'
> exec gongshi --rules rules --calendars days "$@"
> .
$ cksum gongshi.db >before

# Posted on the 8th it is in time, and mended; on the 9th it is late instead.
$ printf 'case,step,division,posted\nX,s,,2021-03-08\n' >p8.csv; sed 's/-08/-09/' p8.csv >p9.csv
$ sh i --today 2021-03-09 impact p8.csv --format json | grep -o '"come-codes": {[^}]*}\|"go-why": {[^}]*}'
"come-codes": {}
"go-why": {"fixed": 1}
$ sh i --today 2021-03-09 impact p9.csv --format json | grep -o '"come-codes": {[^}]*}\|"go-why": {[^}]*}'
"come-codes": {"late": 1}
"go-why": {"fixed": 1}

# In calendars the deadline goes, and the window is no more 【待贴】 from the 1st to the
# 8th, but 【已贴】 from the 8th to the 15th.
$ sh i --today 2021-03-09 --lang zh impact p8.csv | sed -n '2p; /日历条目：$/,$p'
张贴记录：共 1 行，新增 1 条，未变 0 条
  日历条目：
    变动：【已贴】450225 公示 · X；2021-03-01 至 2021-03-08 → 2021-03-08 至
    2021-03-15
    撤销：【截止】450225 公示 · X；2021-03-08

# Filed on the 3rd instead, a correction: the days 4, 5, 8, 9, 10 are the five.
$ printf 'case,event,date\nX,a,2021-03-03\n' >e.csv
$ sh i --today 2021-03-09 impact e.csv --format json | grep -o '"go-why": {[^}]*}\|"latest", "old": "[^"]*", "new": "[^"]*"'
"latest", "old": "2021-03-08", "new": "2021-03-10"
"go-why": {"corrected": 1}

# A case taken back; a new one.
$ printf 'case,procedure,division,void\nX,p,450225,yes\n' >v.csv; sh i --today 2021-03-09 --lang en impact v.csv | sed -n '/^X/,$p' | grep -v 'it was\|workday'
X  [程序]  450225
  The case would be taken back.
  Would go:
  violation  not posted: 公示, 450225
             why: no such slot or case
  1 slot is asked no more.
  Calendar entries:
    lost: [to post] 450225: 公示 · X; 2021-03-01 to 2021-03-08
    lost: [deadline] 450225: 公示 · X; 2021-03-08
$ printf 'case,procedure,division\nA,p,450225\n' >n.csv; printf 'case,event,date\nA,a,2021-03-02\n' >ne.csv
$ sh i --today 2021-03-09 impact n.csv ne.csv --format json | grep -o '"case": "A", "procedure.*\|"state": .[^]]*.\|"looked".*"changed": 1\|"entries": {.*'
"case": "A", "procedure": "p", "division": "450225", "recorded": [false, true], "pack": [null, "p"],
"state": [null, "ready"]
"looked": 3, "changed": 1
"entries": {"gained": 2, "lost": 0, "changed": 0}}

# What was there already changes nothing.
$ sh i --today 2021-03-09 --lang en impact postings.csv events.csv
Nothing would change: in 2 cases no finding, no day and no calendar entry would
be another.

# With rules beside them: by those that give nine working days the 9th is in time.
$ cp -r rules/p new; sed -i 's/5 workdays/9 workdays/' new/p.yaml; sh i --today 2021-03-09 impact --new-rules new p9.csv --format json | grep -o '"come-codes": {[^}]*}\|"go-why": {[^}]*}'
"come-codes": {}
"go-why": {"rules": 1}

# A sheet that an import refuses is refused in its words.
$ printf 'case,event,date\nX,a,2021-02-30\nZ,a,2021-03-01\n' >bad.csv
$ sh i --lang en import bad.csv 2>&1 | grep -v taken >one; sh i --lang en impact bad.csv 2>two; echo $?; cmp one two && grep -c 'error:' two
2
2

# Nothing was written.
$ cksum gongshi.db | cmp - before; ls | grep -c 'gongshi.db'
1
