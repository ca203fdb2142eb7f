# Deliveries: whole or not at all, the others go on, what is being written is
# left alone.

$ gongshi init
$ mkdir -p inbox/a inbox/b inbox/c out; printf 'division,name\n450225100200,东良村\n450225100200001,一屯\n' >inbox/a/d.csv
$ printf 'case,procedure,division\nHX-1,household-exit,450225100200\n' >inbox/b/c.csv; printf 'case,event,date\nHX-1,deliberated,2020-13-01\n' >inbox/b/e.csv
$ printf 'case,procedure,division\nHX-2,household-exit,450225100200\n' >inbox/c/c.csv; printf 'hello\n' >inbox/c/note.txt
$ touch inbox/x.csv~ inbox/y.tmp inbox/z.part inbox/.hidden
$ gongshi --lang en --today 2020-09-09 nightly --inbox inbox --out out --format json | sed -n '/deliveries/,$p'
 "deliveries": [
  {"name": "a", "state": "waiting", "rows": 0, "errors": 0},
  {"name": "b", "state": "waiting", "rows": 0, "errors": 0},
  {"name": "c", "state": "waiting", "rows": 0, "errors": 0}],
 "cases": 0, "judged": 0, "slots": 0, "states": {}, "exempt": {}, "paused": 0}
$ sed -n 2p out/report.txt
Nothing is new and nothing is wrong; no deliveries; 3 wait: something in them changed a moment ago (a, b, c).
$ ls -A inbox
.hidden
a
b
c
x.csv~
y.tmp
z.part
$ gongshi --lang en --today 2020-09-09 nightly --inbox inbox --out out --format json --settle 0 | sed -n '/deliveries/,$p'
 "deliveries": [
  {"name": "a", "state": "taken", "rows": 2, "errors": 0},
  {"name": "b", "state": "refused", "rows": 2, "errors": 1},
  {"name": "c", "state": "refused", "rows": 0, "errors": 1}],
 "cases": 0, "judged": 0, "slots": 0, "states": {}, "exempt": {}, "paused": 0}
$ gongshi --lang en --today 2020-09-09 nightly --inbox inbox --out out --settle 0 >/dev/null
[1]
$ ls -A inbox inbox/*/*
inbox:
.hidden
refused
taken
x.csv~
y.tmp
z.part

inbox/refused/2020-09-09:
b
c

inbox/taken/2020-09-09:
a
$ cut -c1-40 inbox/refused/2020-09-09/b/errors.txt | grep error
b/e.csv:2:18: error: `2020-13-01`: there
$ cut -c1-40 inbox/refused/2020-09-09/c/errors.txt | grep error
c/note.txt:1:1: error: none of the first
$ cat inbox/taken/2020-09-09/a/receipt.txt
Taken in on 2020-09-09: a
divisions: 2 rows: 2 new, 0 unchanged

No finding is new or went at these cases tonight.


# A name that is there gets -2; the day's deliveries stay in its report.
$ mkdir inbox/a; printf 'division,name\n450225100200002,二屯\n' >inbox/a/d.csv; gongshi --lang en --today 2020-09-09 nightly --inbox inbox --out out --settle 0 >/dev/null
[1]
$ ls inbox/taken/2020-09-09; grep -c '"state"' out/report.json
a
a-2
4

# Links and pipes are not followed.
$ ln -s /etc/passwd inbox/l.csv; mkfifo inbox/p.csv; gongshi --lang en --today 2020-09-10 nightly --inbox inbox --out out --settle 0 --format json | grep -A1 deliveries
 "deliveries": [
  {"name": ".", "state": "refused", "rows": 0, "errors": 2}],

# Words that are missing, folders that are not there.
$ gongshi --lang en nightly
gongshi: error: `nightly` needs --inbox
gongshi: error: `nightly` needs --out
[2]
$ gongshi --lang en nightly --inbox nowhere --out out
nowhere: error: there is no such folder
[2]
$ gongshi --lang en nightly --inbox inbox --out out --settle soon
gongshi: error: --settle soon: expected a number of seconds, at most 86400
[2]
