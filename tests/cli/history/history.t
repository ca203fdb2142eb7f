# What is known of a case, when it came, from which file, what it replaced:
# times in the clock of China (UTC+8), titles as the rules have them.

$ cat >divisions.csv <<.
> division,name,level
> 450225100,融水镇,township
> 450225100200,东良村,village
> 450225100200001,一屯,group
> .
$ cat >cases.csv <<.
> case,procedure,division,title,places
> HX-001,household-exit,450225100200,东良村2020年,
> .
$ cat >events.csv <<.
> case,event,date
> HX-001,deliberated,2020-09-01
> .
$ gongshi init
$ gongshi --lang en --today 2020-09-02 import divisions.csv cases.csv events.csv
divisions: 3 rows: 3 new, 0 unchanged
cases: 1 row: 1 new, 0 unchanged
events: 1 row: 1 new, 0 unchanged
$ sed -i s/09-01/09-02/ events.csv
$ gongshi --lang en --today 2020-09-03 import events.csv
events: 1 row: 0 new, 0 unchanged, 1 corrected
$ gongshi --lang en --today 2020-09-30 record posting HX-001 group-notice 2020-09-30
postings: 1 row: 1 new, 0 unchanged

# --today stands for 00:00 UTC of that day, which is 08:00 in China.
$ gongshi --lang zh history HX-001 | sed 's/由 [^ ]* /由 某人 /'
办件  贫困户脱贫摘帽  HX-001  procedure=household-exit; division=450225100200; title=东良村2020年; places=450225100200001
    北京时间 2020-09-02 08:00:00 由 某人 登记，来自 cases.csv
事件  村级评议确定初审名单  deliberated  day=2020-09-01
    北京时间 2020-09-02 08:00:00 由 某人 登记，来自 events.csv
    北京时间 2020-09-03 08:00:00 据 events.csv 更正
事件  村级评议确定初审名单  deliberated  day=2020-09-02
    北京时间 2020-09-03 08:00:00 由 某人 登记，来自 events.csv
张贴记录  村民小组公示  group-notice/450225100200001/2020-09-30//
    北京时间 2020-09-30 08:00:00 由 某人 登记，来自 record
$ gongshi --lang en history HX-001 | sed -n '2s/by [^ ]* /by somebody /p;3p;5p'
    came 2020-09-02 08:00:00 (UTC+8) by somebody from cases.csv
event  Village review settled the first list  deliberated  day=2020-09-01
    corrected 2020-09-03 08:00:00 (UTC+8) through events.csv

# Without rules there are no titles, and all else.
$ gongshi --lang zh --rules nowhere history HX-001 | grep -v 北京时间
办件  HX-001  procedure=household-exit; division=450225100200; title=东良村2020年; places=450225100200001
事件  deliberated  day=2020-09-01
事件  deliberated  day=2020-09-02
张贴记录  group-notice/450225100200001/2020-09-30//

# The clock: 16:00 UTC is the next day there, at the end of a month too.
$ sqlite3 gongshi.db "UPDATE run SET at = '2020-09-30T16:00:01Z' WHERE command = 'record'"
$ gongshi --lang zh history HX-001 | grep -c '北京时间 2020-10-01 00:00:01 '
1

$ gongshi --lang en history HX-2
gongshi: error: no case has the number `HX-2`
[2]
