# What only lacks cases or divisions that another delivery brings is tried again
# after it, in the same night: b needs d (its case), c needs b's divisions.

$ gongshi init
$ mkdir -p inbox/a inbox/b inbox/c inbox/d inbox/e out
$ printf 'case,event,date\nHX-9,deliberated,2020-08-31\n' >inbox/a/e.csv
$ printf 'division,name\n450225100200003,三屯\n' >inbox/b/d.csv; printf 'case,event,date\nHX-1,deliberated,2020-08-31\n' >inbox/b/e.csv
$ printf 'case,procedure,division,places\nHX-2,household-exit,450225100200,三屯\n' >inbox/c/c.csv
$ printf 'division,name\n450225100200,东良村\n450225100200001,一屯\n' >inbox/d/d.csv; printf 'case,procedure,division,title\nHX-1,household-exit,450225100200,东良村名单\n' >inbox/d/c.csv
$ printf 'case,event,date\nHX-1,deliberated,2020-13-31\nHX-1,township-reviewed,2020-09-01\n' >inbox/e/e.csv
$ gongshi --lang en --today 2020-09-09 nightly --inbox inbox --out out --settle 0 --format json | sed -n '/deliveries/,/\]/p'
 "deliveries": [
  {"name": "a", "state": "refused", "rows": 1, "errors": 1},
  {"name": "b", "state": "taken", "rows": 2, "errors": 0},
  {"name": "c", "state": "taken", "rows": 1, "errors": 0},
  {"name": "d", "state": "taken", "rows": 3, "errors": 0},
  {"name": "e", "state": "refused", "rows": 2, "errors": 1}],
$ cat inbox/refused/2020-09-09/a/errors.txt
a/e.csv:2:1: error: no case has the number `HX-9`: import its row first, or with this file (A2)
  HX-9,deliberated,2020-08-31
  ^

# A folder that is put back after mending takes errors.txt along; junk alone is
# no delivery.
$ printf 'case,event,date\nHX-1,deliberated,2020-08-31\n' >inbox/refused/2020-09-09/e/e.csv
$ mv inbox/refused/2020-09-09/e inbox/e; touch inbox/Thumbs.db inbox/errors.txt; mkdir inbox/junk; touch inbox/junk/desktop.ini
$ gongshi --lang en --today 2020-09-10 nightly --inbox inbox --out out --settle 0 --format json | sed -n '/deliveries/,/\]/p'
 "deliveries": [
  {"name": "e", "state": "taken", "rows": 1, "errors": 0}],
$ ls inbox/taken/2020-09-10/e
e.csv
errors.txt
receipt.txt
$ grep -A2 '^Deliveries refused' out/report.txt
Deliveries refused on earlier days still lie in refused/
========================================================
  2020-09-09/a
$ gongshi --lang en --today 2020-09-10 status --inbox inbox | grep deliveries
WRONG  deliveries: a delivery lies refused in inbox/refused: 2020-09-09/a
