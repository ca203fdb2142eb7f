# A case that was taken down in the wrong county: entries go where it goes.

# To another county: what stood in the calendars of the old one is cancelled
# there and stays, also where a township has nothing else.
$ mkdir inbox && gongshi init
$ printf 'division,name\n450225100200001,一屯\n450225101200001,南屯\n450226100200001,洞屯\n' | gongshi import - >/dev/null
$ printf 'case,procedure,division\nA,household-exit,450225100200\n' | gongshi import - >/dev/null
$ printf 'case,event,date\nA,deliberated,2020-09-01\n' | gongshi import - >/dev/null
$ cat >night <<.
> #!/bin/sh
> gongshi --today \$1 nightly --inbox inbox --out out --settle 0 >/dev/null
> rm -rf all; gongshi --today \$1 ics --out-dir all --by township >/dev/null
> diff -r all out/calendars && grep -Hc CONFIRMED out/calendars/*.ics
> .
$ sh night 2020-09-20
out/calendars/450225100.ics:1
$ gongshi --today 2020-09-21 rename A A --division 450225101200; sh night 2020-09-21
out/calendars/450225100.ics:0
out/calendars/450225101.ics:1
$ gongshi --today 2020-09-22 rename A A --division 450226100200; sh night 2020-09-22
out/calendars/450225100.ics:0
out/calendars/450225101.ics:0
out/calendars/450226100.ics:1
$ gongshi --today 2020-09-23 rename A B; sh night 2020-09-23
out/calendars/450225100.ics:0
out/calendars/450225101.ics:0
out/calendars/450226100.ics:1
