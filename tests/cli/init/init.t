# init makes a database where there is none, and touches none that is there.

$ gongshi --lang en init
$ test -s gongshi.db && sqlite3 gongshi.db 'PRAGMA integrity_check'
ok
$ cp gongshi.db before; gongshi --lang en init 2>&1 | grep -c error; cmp before gongshi.db
1
$ gongshi --lang en init >/dev/null 2>&1
[2]

# Where it lies: --db, else $GONGSHI_DB, else gongshi.db.
$ gongshi --db a.db init && GONGSHI_DB=b.db gongshi init && GONGSHI_DB=b.db gongshi --db c.db init && ls *.db
a.db
b.db
c.db
gongshi.db

# A folder that is not there, or may not be written to: the machine failed.
$ gongshi --lang en --db nowhere/a.db init 2>&1 | cut -d: -f1,2
gongshi: error
$ gongshi --db nowhere/a.db init 2>/dev/null
[3]

# A file that is no database of ours is left alone.
$ echo hello >plain.db; gongshi --db plain.db init 2>/dev/null
[2]
$ cat plain.db
hello

# What every command says of a database that is not there: bad input.
$ gongshi --lang en --db missing.db scan 2>&1 | grep -c 'gongshi init'
1
$ gongshi --db missing.db scan 2>/dev/null
[2]
$ ls missing.db 2>/dev/null
[2]

# --division: a case elsewhere is an error.
$ gongshi --lang en --db county.db init --division 450225000000
$ cat >cases.csv <<.
> case,procedure,division
> A,household-exit,450225100200
> B,household-exit,450226100200
> .
$ gongshi --lang en --db county.db import cases.csv 2>&1 | grep -o '^cases.csv:.*error'
cases.csv:3:18: error
$ sqlite3 county.db 'SELECT count(*) FROM matter'
0
$ grep -v B, cases.csv >one.csv; gongshi --lang en --db county.db import one.csv
cases: 1 row: 1 new, 0 unchanged

# Usage.
$ gongshi --lang en --db d.db init --division 45022 2>/dev/null
[2]
$ gongshi --lang en --db d.db init x 2>/dev/null
[2]
$ gongshi --lang en --db d.db init --format json 2>/dev/null
[2]
$ ls d.db 2>/dev/null
[2]
