# A group that comes to be known marks the cases above it, and no other: the
# night that judges these alone says what one that judges all says.

$ mkdir -p inbox/a out; cat >inbox/a/divisions.csv <<.
> division,name
> 450225100200,东良村
> 450225100200001,一屯
> 450225100201,西良村
> 450225100201001,三屯
> .
$ cat >inbox/a/cases.csv <<.
> case,procedure,division
> HX-1,household-exit,450225100200
> HX-2,household-exit,450225100201
> .
$ printf 'case,event,date\nHX-1,deliberated,2020-09-01\n' >inbox/a/events.csv
$ printf 'case,step,division,posted,until\nHX-1,group-notice,,2020-09-02,2020-09-12\n' >inbox/a/postings.csv
$ cat >night <<.
> gongshi --lang en --today 2020-09-\$1 nightly --inbox inbox --out out --settle 0 --format json >night.json
> grep -o '"judged": [0-9]*' night.json
> sed -n '/"new"/,/"deliveries"/s/.*"key": "\\([^"]*\\)".*/\\1/p' night.json
> .
$ gongshi init; sh night 03
"judged": 2
$ mkdir inbox/b; printf 'division,name\n450225100200002,二屯\n' >inbox/b/d.csv; sh night 04
"judged": 1
HX-1/group-notice/450225100200002/uncovered

# Seven days from the 2nd: the 8th is the last, the notice is done on the 9th,
# and the night of that day looks at the case again.
$ sh night 08 | tail -1
HX-1/group-notice/450225100200002/uncovered
$ grep -o '"standing": *\[$' night.json
"standing": [
$ sh night 09 | tail -1; grep -A1 '"fixed"' night.json | grep -o '"key": "[^"]*"'
HX-1/group-notice/450225100200002/uncovered
"key": "HX-1/group-notice/450225100200002/uncovered"
