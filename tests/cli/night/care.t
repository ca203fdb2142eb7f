# status, backup and verify.

$ gongshi init && mkdir inbox out one && cp -r $TOP/rules/guangxi-2020 one
$ gongshi --lang en --rules one --today 2020-10-02 status --inbox inbox
WRONG  night: no night was ever finished
good   calendars: settled through 2026-12-28
good   database: the database is whole
good   deliveries: no delivery lies refused
      pack guangxi-2020, in force 2020-01-01 to 2021-12-31
[1]
$ gongshi --lang en --today 2020-10-01 nightly --inbox inbox --out out | tail -n +2
Nothing is new and nothing is wrong; no deliveries.
cases: 0, slots: 0
$ gongshi --lang en --rules one --today 2020-10-02 status --format json
{"ok": true, "checks": [
  {"name": "night", "ok": true, "text": "the last night was that of 2020-10-01"},
  {"name": "calendars", "ok": true, "text": "settled through 2026-12-28"},
  {"name": "database", "ok": true, "text": "the database is whole"},
  {"name": "deliveries", "ok": true, "text": "no delivery lies refused"}],
 "packs": [{"pack": "guangxi-2020", "from": "2020-01-01", "until": "2021-12-31"}]}

# Yesterday or today; the day after it is too long ago.
$ gongshi --lang en --today 2020-10-03 status | head -1
WRONG  night: the last night that was finished was that of 2020-10-01

# From 1 November the next year must be settled: 2027's notice is not here.
$ gongshi --lang en --today 2026-10-31 status | sed -n 2p
good   calendars: settled through 2026-12-28
$ gongshi --lang en --today 2026-11-01 status | sed -n 2p
WRONG  calendars: cn/2027.ics is not there: when the notice is out (in November), run `gongshi calendar add NOTICE.txt`

# A deadline that asks days of 2021, where the calendars end with 2020.
$ mkdir -p cal/cn; cp $TOP/calendars/cn/2020.ics cal/cn; printf 'case,procedure,division,title,places\nXM,project,450225,,450225100200\n' >c.csv; printf 'case,event,date\nXM,plan-issued,2020-12-31\n' >e.csv
$ gongshi import c.csv e.csv >/dev/null; gongshi --lang en --calendars cal --today 2020-10-31 status | sed -n 2p
WRONG  calendars: 1 case asks for days that no calendar settles (XM); cn/2021.ics is not there: when the notice is out (in November), run `gongshi calendar add NOTICE.txt`

# A delivery that lies refused; taken away, all is well again.
$ echo hello >inbox/x.csv; gongshi --today 2020-10-02 nightly --inbox inbox --out out --settle 0 >/dev/null; gongshi --lang en --today 2020-10-02 status | sed -n "4s!$PWD!TMP!p;4p" | head -1
WRONG  deliveries: a delivery lies refused in TMP/inbox/refused: 2020-10-02/x.csv
$ rm -r inbox/refused; gongshi --lang en --today 2020-10-02 status | sed -n "4s!$PWD!TMP!p;4p" | head -1
good   deliveries: no delivery lies refused

# A copy is a database; what is none is not written over.
$ gongshi backup copy.db && gongshi --db copy.db --lang en verify
the database is whole
$ gongshi backup copy.db && ls copy.db*
copy.db
$ echo mine >mine.txt; gongshi --lang en backup mine.txt; cat mine.txt
mine.txt: error: there is such a file already, and it is no database of gongshi
mine
$ gongshi --lang en backup mine.txt 2>/dev/null
[2]
$ gongshi --lang en backup nowhere/x.db 2>&1 | cut -c1-40
gongshi: error: cannot write nowhere/x.d

# Damage in the middle of the file.
$ printf 'XXXXXXXXXXXXXXXX' | dd of=copy.db bs=1 seek=8200 conv=notrunc 2>/dev/null; gongshi --db copy.db verify >/dev/null 2>&1
[3]
$ gongshi --db copy.db --lang en --today 2020-10-02 status | sed -n 3p
WRONG  database: the database is damaged; `gongshi verify` says more

# Which forms a command writes: what it does not is an error, never another form.
$ gongshi --lang en status --format csv
gongshi: error: --format csv: `status` writes text or json
[2]
$ gongshi --lang en nightly --inbox . --out out --format csv
gongshi: error: --format csv: `nightly` writes text or json
[2]
$ gongshi --lang en scan --format xml
gongshi: error: --format xml: `scan` writes text, json or csv
[2]
$ gongshi --lang en status --help | grep -e --format
  --format text|json       the form of the output (default: text)
  gongshi status --format json
$ gongshi --lang en plan --help | grep -e '--format '
  --format text|json|csv   the form of the output (default: text)

# A backup becomes the database again; what stood is kept, and each entry rises to
# the minute: 2020-10-06 is 279 days from 2020-01-01, 401760 minutes.
$ mkdir -p in3 out3; printf 'division,name\n450225100200,东良村\n450225100200001,一屯\n' >in3/d.csv; printf 'case,procedure,division\nHX-1,household-exit,450225100200\n' >in3/c.csv; printf 'case,step,division,posted\nHX-1,group-notice,一屯,2020-10-04\n' >in3/p.csv; printf 'case,event,date\nHX-1,deliberated,2020-10-02\n' >in3/e.csv
$ gongshi --db r.db init; gongshi --db r.db --today 2020-10-04 nightly --inbox in3 --out out3 --settle 0 >/dev/null; gongshi --db r.db backup r-1.db; grep -h SEQ out3/calendars/*.ics | sort -u | tr -d '\r'
SEQUENCE:398880
$ gongshi --lang en --db r.db restore
gongshi: error: `restore` needs the name of one file
[2]
$ gongshi --lang en --db r.db restore r.db
r.db: error: this is the database itself
[2]
$ gongshi --lang en --db r.db restore none.db
none.db: error: cannot be read: No such file or directory
[2]
$ cp copy.db bad.db; gongshi --db r.db restore bad.db >/dev/null 2>&1
[3]
$ cp r.db then.db; gongshi --lang en --db r.db --today 2020-10-06 restore r-1.db | sed "s!$PWD!TMP!"
r-1.db is the database again
what stood is kept as r.db.before-2020-10-06
its last night was that of 2020-10-04: what was taken in since lies in TMP/in3/taken; put it into the inbox again
$ cmp then.db r.db.before-2020-10-06; gongshi --lang en --db r.db verify; gongshi --db r.db --today 2020-10-06 nightly --inbox in3 --out out3 >/dev/null; grep -h SEQ out3/calendars/*.ics | sort -u | tr -d '\r'
the database is whole
SEQUENCE:401760
$ rm r.db; gongshi --lang en --db r.db --today 2020-10-06 restore r-1.db | head -1; ls r.db
r-1.db is the database again
r.db
