# SURFACES 4: a finding is of the period whose night saw it first, a slot of the
# period in which its latest day lies; both ends of a period are in it.  Of one
# procedure each county case is to be announced within 5 days of its event.

$ mkdir -p pack inbox out
$ printf 'pack: p\ntitle: 试行办法\nscope: ["45"]\ninstruments: {法: {title: 法}}\n' >pack/pack.yaml
$ cat >pack/p.yaml <<.
> procedure: p
> title: 程序
> case: county
> basis: 法
> amounts: {central: {title: 中央}}
> traits: {secret: {title: 涉密}}
> events:
>   a: {title: 申报}
> steps:
>   s: {title: 公告, kind: announcement, at: case, not-for: secret, opens: within 5 days after a}
> .
$ cat >divisions.csv <<.
> division,name
> 45,=自治区
> 450225,融水县
> 450226,"三江,县"
> 450227,<b>丙</b>县
> .
$ cat >cases.csv <<.
> case,procedure,division,amounts,traits
> A,p,450225,central=10.5,
> B,p,450225,central=0.5,
> C,p,450226,central=4,
> D,p,450226,,secret
> .
$ cat >events.csv <<.
> case,event,date
> A,a,2020-08-27
> B,a,2020-09-04
> C,a,2020-09-25
> .
$ printf 'case,step,division,posted\nB,s,,2020-09-11\n' >postings.csv
$ gongshi init && gongshi --rules pack import *.csv >/dev/null

# No night, and then one that is of no day of the period.
$ gongshi --rules pack --lang en --today 2020-10-05 circular
gongshi: error: from 2020-09-01 through 2020-09-30 no night was finished: nobody looked at that period, and nothing can be said of it
  note: no night was ever finished: gongshi nightly
[2]
$ gongshi --rules pack --today 2020-08-31 nightly --inbox inbox --out out >/dev/null
$ gongshi --rules pack --lang zh --today 2020-10-05 circular 2>&1 | tail -1
  note: 已完成的夜间核查是 2020-08-31 至 2020-08-31 的

# A is due on Tuesday 1 September, B on 9 September and was posted two days
# late, C on 30 September and is not posted, nor overdue before 1 October.
$ for day in 2020-09-02 2020-09-11 2020-09-30 2020-10-01; do gongshi --rules pack --today $day nightly --inbox inbox --out out >/dev/null; done
[1]
$ gongshi --rules pack --lang en --today 2020-09-30 circular --until 2020-09-30 --format csv | tr -d '\r' | sed -n '/Table 1:/,/share/p'
Table 1: Overall
Figure,This period,The one before,Change
cases with a notice due,3,0,up 3
notices due,3,0,up 3
in order,1,0,up 1
share in order,33.3%,,
$ gongshi --rules pack --lang en --today 2020-10-05 circular --format csv | tr -d '\r' | sed -n '/Table 1:/,/share/p'
Table 1: Overall
Figure,This period,The one before,Change
cases with a notice due,3,0,up 3
notices due,3,0,up 3
in order,0,0,unchanged
share in order,0.0%,,

# A day less at either end.
$ echo 'gongshi --rules pack --lang en --today 2020-10-05 circular --from $1 --until $2 --format csv | tr -d "\r" | grep "^notices due\|^findings"' >due
$ sh due 2020-09-01 2020-09-29
notices due,2,0,up 2
findings first seen,2,0,up 2
$ sh due 2020-09-02 2020-09-30
notices due,2,1,up 1
findings first seen,2,0,up 2
$ sh due 2020-09-03 2020-09-30
notices due,2,1,up 1
findings first seen,1,1,unchanged
$ sh due 2020-09-02 2020-10-01
notices due,2,1,up 1
findings first seen,3,0,up 3

# Ranks, amounts, who was exempt; names as text in each format.
$ gongshi --rules pack --lang en --today 2020-10-05 circular --format csv | tr -d '\r' | sed -n '/Table [345]:/,/^$/p'
Table 3: Amounts of the cases with a notice due
Procedure,Amount,amount-id,Cases,"Sum, 10,000 yuan",Cases in order,"Their sum, 10,000 yuan",Share of the sum
程序,中央,central,3,15,0,0,0.0%

"Table 4: Exempt by trait, as of today"
Trait,trait-id,Notices not to be posted
涉密,secret,1

Table 5: Units by their share in order
Rank,Unit,unit-code,Cases,Due,In order,Share,Share before,Change
1,融水县,450225,2,2,0,0.0%,,
1,"三江,县",450226,1,1,0,0.0%,,
,All,,3,3,0,0.0%,,

# Nothing came through the inbox, so nobody is blamed.
$ gongshi --rules pack --lang en --today 2020-10-05 circular | grep 'No delivery' | head -1
    No delivery was taken in through the inbox in the period, so that nobody can

# A waiver leaves the notice out of order, and the finding apart.
$ gongshi --rules pack --today 2020-10-05 waive A/s/450225/missing --ground 洪水 --by 韦主任 --until 2020-10-05
$ echo 'gongshi --rules pack --lang en --today $1 circular $2 --format csv | tr -d "\r" | sed -n "/^of these findings standing/,/^older/p"' >fates
$ sh fates 2020-10-05
of these findings standing today,1,,
waived today,1,,
put right in the period,0,,
put right after it,0,,
"no longer listed, not put right",0,,
older ones put right in the period,0,,
$ sh fates 2020-10-06 '--from 2020-09-01 --until 2020-09-30' | head -2
of these findings standing today,2,,
waived today,0,,

# Put right, and a record corrected: told apart.  The finding of A goes, and one
# of lateness comes in October; the row of B is taken back and it is not posted.
$ printf 'case,step,division,posted\nA,s,,2020-10-06\n' >p2.csv
$ printf 'case,event,date\nB,a,2020-09-07\n' >e2.csv
$ gongshi --rules pack import p2.csv e2.csv >/dev/null
$ gongshi --rules pack --today 2020-10-07 nightly --inbox inbox --out out >/dev/null
[1]
$ sh fates 2020-10-07
of these findings standing today,0,,
waived today,0,,
put right in the period,0,,
put right after it,1,,
"no longer listed, not put right",1,,
older ones put right in the period,0,,
$ sh fates 2020-10-07 '--from 2020-09-01 --until 2020-10-07' | sed -n 3,5p
put right in the period,1,,
put right after it,0,,
"no longer listed, not put right",1,,
$ sh fates 2020-10-07 '--from 2020-09-01 --until 2020-10-06' | sed -n 3,4p
put right in the period,0,,
put right after it,1,,
$ sh fates 2020-10-07 '--from 2020-10-07' | tail -1
older ones put right in the period,1,,
$ gongshi --rules pack --lang zh --today 2020-10-07 circular | grep -A3 '表.*不再列出'
表8　未经整改而不再列出的问题
原因                      不再列出的问题
----------------------------------------
所依据的登记有更正或作废               1

# Names that a spreadsheet or a browser would obey are text: as rows of CSV, as
# what a page shows, as what a terminal shows.
$ mkdir inbox/x
$ printf 'case,procedure,division\nE,p,450227\nF,p,45022\n' >bad.csv; printf 'case,procedure,division\nE,p,450227\n' >inbox/x/cases.csv
$ printf 'case,event,date\nE,a,2020-10-01\n' >inbox/x/events.csv; gongshi --rules pack --today 2020-10-12 nightly --inbox inbox --out out --settle 0 >/dev/null
[1]
$ gongshi --rules pack --lang en --today 2020-10-12 circular --from 2020-10-01 --format html | grep -o '<th scope="row">[^<]*丙[^<]*' | head -1
<th scope="row">&lt;b&gt;丙&lt;/b&gt;县
$ gongshi --rules pack --lang en --today 2020-10-12 circular --from 2020-10-01 --format html | grep -c '<script\|<b>'
0
[1]
$ gongshi --rules pack --lang en --today 2020-10-12 circular --from 2020-10-01 | grep -A1 delivered
    Nothing was delivered in the period by (2): 融水县; 三江,县.

# A day to come, a period that ends before it begins, no such form or level.
$ gongshi --rules pack --lang en --today 2020-10-12 circular --until 2020-10-13
gongshi: error: --until 2020-10-13: the day is still to come; a circular tells of days that are over, or of today
[2]
$ gongshi --rules pack --lang en --today 2020-10-12 circular --from 2020-10-02 --until 2020-10-01
gongshi: error: --from 2020-10-02: it lies behind --until 2020-10-01
[2]
$ gongshi --rules pack --lang en --today 2020-10-12 circular --format json
gongshi: error: --format json: `circular` writes text, csv, xlsx or html
[2]
$ gongshi --rules pack --lang en --today 2020-10-12 circular --by village
gongshi: error: --by village: expected county or township
[2]

# A workbook to a file, and through a pipe: the same bytes.
$ gongshi --rules pack --today 2020-10-12 circular --from 2020-10-01 --format xlsx --out a.xlsx
$ gongshi --rules pack --today 2020-10-12 circular --from 2020-10-01 --format xlsx | cmp - a.xlsx
$ gongshi --rules pack --today 2020-10-12 circular --from 2020-10-01 --out a.txt; gongshi --rules pack --today 2020-10-12 circular --from 2020-10-01 | cmp - a.txt
$ gongshi --rules pack --today 2020-10-12 circular --from 2020-10-01 --out no/a.txt >/dev/null 2>&1
[3]
