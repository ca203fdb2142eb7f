# Sentences are kept as facts, with marks of their own: a number is found in
# them whatever stands beside it, and the mask is what is said.

$ printf 'division,name\n450225100,融水镇\n450225100200,东良村\n450225100200001,一屯\n' >divisions.csv
$ printf 'case,procedure,division,title\nHX-1,household-exit,450225100200,"名单\t13800138000(13900139000|\\\\13700137000)"\nHX-2,household-exit,450225100200,"名单\n13600136000"\n' >cases.csv
$ printf 'case,event,date\nHX-1,deliberated,2020-09-01\nHX-2,deliberated,2020-09-01\n' >events.csv
$ printf 'case,step,division,posted,until,medium,place,content\nHX-1,group-notice,450225100200001,2020-09-02,2020-09-06,公开栏,"村口\t13500135000",名单\n' >postings.csv
$ mkdir -p inbox/a out; mv *.csv inbox/a; gongshi init
$ gongshi --today 2020-09-20 nightly --inbox inbox --out out --settle 0 >/dev/null; echo $?
1
$ for n in 135 136 137 138 139; do grep -qa "${n}00${n}000" gongshi.db && echo $n; done
135
136
137
138
139
$ for c in HX-1 HX-2; do gongshi --today 2020-09-20 redact $c --ground 申请 --by 韦 >/dev/null 2>&1; echo $?; done
0
0
$ for n in 135 136 137 138 139; do grep -qa "${n}00${n}000" gongshi.db && echo $n; done
[1]
$ gongshi --today 2020-09-20 nightly --inbox inbox --out out --settle 0 >/dev/null; echo $?
1
$ for n in 135 136 137 138 139; do grep -rqa "${n}00${n}000" out/calendars out/report.txt out/report.json gongshi.db && echo $n; done
[1]
$ sed -z 's/\r\n //g' out/calendars/450225100.ics | grep -o '138\*\*\*\*8000(139\*\*\*\*9000|[^ ]*) HX-1' | sort -u
138****8000(139****9000|\\\\137****7000) HX-1
$ gongshi verify --lang en
the database is whole
