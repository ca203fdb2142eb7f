# Two counties may give one number.  The rows of each stay its own, also where a
# case without any stands between the two.

$ printf 'division,name\n450225,融水\n450226,三江\n' >d.csv
$ cat >c.csv <<.
> case,procedure,division
> 3,annual-plan,450225
> 2,annual-plan,450226
> 3,annual-plan,450226
> .
$ printf 'case,county,event,date\n3,450226,allocation-issued,2020-09-01\n' >e.csv
$ gongshi init && gongshi import d.csv c.csv e.csv >/dev/null
$ gongshi --today 2020-12-01 scan --format json | grep -o '"key": "[^"]*"'
"key": "3/allocation-announcement/450226/missing"
$ gongshi --today 2020-12-01 scan --division 450226 --format json | grep -o '"key": "[^"]*"'
"key": "3/allocation-announcement/450226/missing"
$ gongshi --today 2020-12-01 scan --division 450225 --format json | grep -c '"key"'
0
[1]

# Each number in both counties, the event only where it is odd (450225) or even
# (450226): five working days after 1 September are the 8th, long past.
$ python3 -c '
> counties = (("450225", 1), ("450226", 0))
> print("case,procedure,division", file=open("c.csv", "w"))
> print("case,county,event,date", file=open("e.csv", "w"))
> for county, odd in counties:
>     for n in range(1, 21):
>         print(f"{n},annual-plan,{county}", file=open("c.csv", "a"))
>         if n % 2 == odd:
>             print(f"{n},{county},allocation-issued,2020-09-01", file=open("e.csv", "a"))
>             print(f"{n}/allocation-announcement/{county}/missing", file=open("keys", "a"))
> '
$ rm gongshi.db; gongshi init && gongshi import d.csv c.csv e.csv >/dev/null
$ gongshi --today 2020-12-01 scan --format json | sed -n 's/.*"key": "\([^"]*\)".*/\1/p' | sort >found; sort keys | diff - found && wc -l <found
20
