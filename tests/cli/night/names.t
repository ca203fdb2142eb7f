# Names of files as an archive from another system leaves them: GBK on a disk
# of UTF-8.  融水县名单 is c8 da cb ae cf d8 c3 fb b5 a5 there, 办件 is b0 ec bc
# fe, 区划 is c7 f8 bb ae.  What the database keeps is text.

$ gongshi init --division 45
$ mkdir -p inbox out; cd inbox; mkdir "$(printf '\310\332\313\256\317\330\303\373\265\245')"; cd ./*
> printf 'case,procedure,division\nA-1,household-exit,450225100201\n' >"$(printf '\260\354\274\376').csv"
> printf 'division,name\n450225100201,村\n' >"$(printf '\307\370\273\256').csv"
$ printf 'case,procedure,division\nA-2,household-exit,450225100201\n' >"inbox/$(printf 'a\377b').csv"
$ gongshi --lang en --today 2020-11-20 nightly --inbox inbox --out out --format json --settle 0 | sed -n '/deliveries/,/}\],/p'
 "deliveries": [
  {"name": ".", "state": "taken", "rows": 1, "errors": 0},
  {"name": "融水县名单", "state": "taken", "rows": 2, "errors": 0}],
$ ls inbox/taken/2020-11-20 | tail -1; ls inbox/taken/2020-11-20/融水县名单 | head -1
融水县名单
receipt.txt
$ gongshi --today 2020-11-20 history A-1 | sed 's/.*来自 //' | tail -1
融水县名单/办件.csv
$ gongshi --today 2020-11-20 history A-2 | sed 's/.*来自 //' | tail -1
a%FFb.csv
$ gongshi verify
数据库完好
# One of the same name that is text is never replaced.
$ mkdir "inbox/$(printf '\310\332\313\256\317\330\303\373\265\245')" inbox/融水县名单
$ printf 'case,procedure,division\nA-3,household-exit,450225100201\n' >"inbox/$(printf '\310\332\313\256\317\330\303\373\265\245')/c.csv"
$ printf 'case,procedure,division\nA-4,household-exit,450225100201\n' >inbox/融水县名单/c.csv
$ gongshi --lang en --today 2020-11-21 nightly --inbox inbox --out out --settle 0 >/dev/null
$ ls inbox/taken/2020-11-21
融水县名单
融水县名单-2
$ gongshi export --out x >/dev/null; sed 's/,.*//' x/办件.csv | tail -4; ls inbox
A-1
A-2
A-3
A-4
taken
