# A group's code has no fixed length, so that of one may begin that of another:
# --division with a group's code shows that group alone.

$ printf 'division,name,level\n450225100200,村,village\n4502251002001,一屯,group\n45022510020012,二屯,group\n' >divisions.csv
$ printf 'case,procedure,division\nA,household-exit,450225100200\n' >cases.csv
$ printf 'case,event,date\nA,deliberated,2020-08-31\n' >events.csv
$ gongshi init; gongshi import divisions.csv cases.csv events.csv >/dev/null
$ gongshi --today 2020-09-05 plan --format csv --division 4502251002001 | cut -d, -f4 | tail -n +2 | sort -u
4502251002001
$ gongshi --today 2020-09-05 plan --format csv --division 45022510020012 | cut -d, -f4 | tail -n +2 | sort -u
45022510020012
$ gongshi --today 2020-09-05 plan --format csv --division 450225100200 | cut -d, -f4 | tail -n +2 | sort -u | paste -sd' '
450225100200 4502251002001 45022510020012
