# What is kept from night to night is in no language: a night in another one
# judges nothing anew for that, and writes what a full one writes.
#
# HX-1's notices of seven days opened on the 2nd and came down on the 6th and the
# 7th, one day and two before their end; the township reviewed HX-2 on the 7th,
# and nothing of it was posted.

$ mkdir -p inbox/county out
$ cat >inbox/county/divisions.csv <<.
> division,name
> 450225100,融水镇
> 450225100200,东良村
> 450225100200001,一屯
> 450225100200002,二屯
> .
$ cat >inbox/county/cases.csv <<.
> case,procedure,division,title
> HX-1,household-exit,450225100200,东良村名单
> HX-2,household-exit,450225100200,(m|%s 100%d)\\
> .
$ cat >inbox/county/events.csv <<.
> case,event,date
> HX-1,deliberated,2020-08-31
> HX-2,deliberated,2020-09-01
> HX-2,township-reviewed,2020-09-07
> .
$ cat >inbox/county/postings.csv <<.
> case,step,division,posted,until,medium,place,content
> HX-1,group-notice,一屯,2020-09-02,2020-09-06,公开栏,村口（大树）,名单
> HX-1,group-notice,二屯,2020-09-02,2020-09-07,公开栏,,名单
> .
$ gongshi init
$ mv gongshi.db inc.db; mv out inc
$ cat >night <<'.'
> # DB LANG DAY [WORDS]: its status, and how many it judged
> db=$1 lang=$2 day=$3; shift 3
> gongshi --db $db.db --lang $lang --today $day nightly --inbox inbox --out $db --settle 0 --format json "$@" >said
> echo $? $(grep -o '"judged": [0-9]*' said)
> .
$ cat >same <<'.'
> # Reports and calendars of two nights; how many were judged is left out.
> for f in report.json report.txt calendars/450225100.ics; do
> 	for d in $1 $2; do sed 's/"judged": [0-9]*/"judged": N/' $d/$f >$d.held; done
> 	cmp $1.held $2.held
> done
> ls $1/calendars $2/calendars | grep -c ics
> .
$ sh night inc zh 2020-09-09
1 "judged": 2
$ cp inc.db full.db; cp -r inc full; cp inc.db zh.db; cp -r inc zh

# The next day in English, and in full.
$ sh night inc en 2020-09-10; sh night full en 2020-09-10 --full; sh same inc full
1 "judged": 0
1 "judged": 2
2
$ grep -c '^SUMMARY:\[broken\]' inc/calendars/450225100.ics; grep -c '【\|公示\|张贴' inc/report.txt
2
0
[1]

# Nothing changed but the language: entries count as they did.
$ for d in inc zh; do grep '^UID\|^SEQUENCE\|^DTSTAMP\|^LAST-MODIFIED\|^DTSTART\|^STATUS' $d/calendars/450225100.ics >$d.held; done; cmp inc.held zh.held; test -s inc.held

# The day after in Chinese again.
$ sh night inc zh 2020-09-11; sh night full zh 2020-09-11 --full; sh same inc full
1 "judged": 0
1 "judged": 2
2
$ sh night zh zh 2020-09-11; cmp zh/calendars/450225100.ics inc/calendars/450225100.ics
1 "judged": 0

# A title is a title, whatever it looks like.
$ grep -qF '(m|%s 100%d)' inc/report.txt; grep -cF '(m|%s 100%d)' inc/calendars/450225100.ics >n; test $(cat n) -gt 2
