# LANGUAGE 5: which divisions a step is posted at where the case names places.

$ mkdir pack; printf 'pack: p\ntitle: p\nscope: ["45"]\ninstruments: {法: {title: 法}}\n' >pack/pack.yaml
$ cat >pack/p.yaml <<.
> procedure: p
> title: 程序
> case: [county, village]
> basis: 法
> events: {e: {title: 申报}}
> steps:
>   g: {title: 各组公示, kind: notice, at: each group, opens: after e}
>   t: {title: 两级公告, kind: announcement, at: [county, township], opens: after e}
> .
$ cat >divisions.csv <<.
> division,name
> 450225100,融水镇
> 450225100200,东良村
> 450225100200001,一屯
> 450225100200002,二屯
> 450225100201,西良村
> 450225101,和睦镇
> .
$ cat >slots <<.
> gongshi --rules pack plan "\$1" --format csv | cut -d, -f5,18 | sed 1d | tr -d '\r' | tr '\n' ' '; echo
> .
$ gongshi init && gongshi import --rules pack divisions.csv >/dev/null

# Its own division of that level; of a place above that level those known below
# it; where a place (西良村) gives none, none.  A place that is named twice over
# gives no slot twice.
$ cat >cases.csv <<.
> case,procedure,division,title,places
> A,p,450225,,450225100200002
> B,p,450225,,东良村
> C,p,450225,,西良村；450225100200001
> D,p,450225,,融水镇；450225101
> E,p,450225,,东良村；二屯
> .
$ gongshi --rules pack --lang en import cases.csv
cases: 5 rows: 5 new, 0 unchanged
$ for c in A B C D E; do sh slots $c; done
二屯,g ,t 融水镇,t 
一屯,g 二屯,g ,t 融水镇,t 
一屯,g ,t 融水镇,t 
一屯,g 二屯,g ,t 融水镇,t 和睦镇,t 
一屯,g 二屯,g ,t 融水镇,t 

# The list is stored with the case: neither a later table nor the same row again
# changes it, but a row that names other places does.  Who named his places left
# nothing out.
$ printf 'division,name\n450225100200003,三屯\n450225100201001,四屯\n' >later.csv; gongshi import --rules pack later.csv >/dev/null
$ gongshi --rules pack --lang en import cases.csv
cases: 5 rows: 0 new, 5 unchanged
$ for c in B C D; do sh slots $c; done
一屯,g 二屯,g ,t 融水镇,t 
一屯,g ,t 融水镇,t 
一屯,g 二屯,g ,t 融水镇,t 和睦镇,t 
$ gongshi --rules pack --today 2020-09-01 scan --format json | grep -c uncovered
0
[1]
$ printf 'case,procedure,division,title,places\nB,p,450225,,东良村；西良村\nC,p,450225,改名,\n' >b.csv
$ gongshi --rules pack import b.csv 2>&1 | grep -c error
1
$ printf 'case,procedure,division,title,places\nB,p,450225,,东良村；西良村\n' >b.csv; gongshi --rules pack import b.csv >/dev/null; sh slots B
一屯,g 二屯,g 三屯,g 四屯,g ,t 融水镇,t 
$ printf 'case,procedure,division,title\nC,p,450225,改名\n' >c.csv; gongshi --rules pack import c.csv >/dev/null; sh slots C
一屯,g ,t 融水镇,t 

# In one command what it brings is known.
$ printf 'division,name\n450225100202,南村\n450225100202001,五屯\n' >d.csv; printf 'case,procedure,division,title,places\nF,p,450225,,南村\n' >f.csv
$ gongshi --rules pack import f.csv d.csv >/dev/null; sh slots F
五屯,g ,t 融水镇,t 

# A step without any slot is an error, and so is a level without `each` that
# yields none, where another level yields one: no township is named here.
$ printf 'division,name\n450225101200,和睦村\n' >e.csv; gongshi --rules pack import e.csv >/dev/null
$ cat >bad.csv <<.
> case,procedure,division,title,places
> X,p,450225,,和睦村
> Y,p,450225,,450225
> Z,p,450225,,
> .
$ gongshi --rules pack --lang en import bad.csv 2>&1 | grep error:
bad.csv:2:13: error: step `各组公示` has no place in this case: name the divisions concerned in the column 涉及区划 (places) (E2)
bad.csv:3:13: error: step `两级公告` is posted at the level `township` too, and no place at or below it is named: name the divisions concerned in the column 涉及区划 (places) (E3)
bad.csv:4:13: error: step `两级公告` is posted at the level `township` too, and no place at or below it is named: name the divisions concerned in the column 涉及区划 (places) (E4)

# The case's own division may be a place: of a village those known below it.
$ printf 'case,procedure,division,title,places\nV,p,450225100200,,450225100200\n' >v.csv; gongshi --rules pack import v.csv >/dev/null; sh slots V
一屯,g 二屯,g 三屯,g ,t 融水镇,t 
