# LANGUAGE 4: of an event `missing` and `late` are called 未办理 and 办理迟, not
# done and done late; of a notice 未公示 and 公示迟, not posted and posted late.

$ mkdir -p pack inbox/x out
$ printf 'pack: p\ntitle: p\nscope: ["45"]\ninstruments: {法: {title: 法}}\n' >pack/pack.yaml
$ cat >pack/p.yaml <<.
> procedure: p
> title: 程序
> case: county
> basis: 法
> events:
>   a: {title: 申报}
>   b: {title: 批复, after: within 5 days after a}
> steps:
>   s: {title: 公告, kind: announcement, at: case, opens: within 5 days after a}
> .
$ printf 'case,procedure,division\nX,p,450225\nY,p,450225\n' >inbox/x/cases.csv
$ cat >inbox/x/events.csv <<.
> case,event,date
> X,a,2020-09-02
> Y,a,2020-09-02
> Y,b,2020-09-08
> .
$ printf 'case,step,division,posted\nY,s,,2020-09-08\n' >inbox/x/postings.csv
$ gongshi init && gongshi --rules pack import inbox/x/*.csv >/dev/null

# Five days after 2 September are over on Monday the 7th.
$ words='未公示\|未办理\|公示迟\|办理迟'; gongshi --rules pack --lang zh --today 2020-09-08 scan | grep -o "\($words\).*"
未公示：公告，450225
未办理：批复，450225
公示迟：公告，450225
办理迟：批复，450225
未公示 1、未办理 1、公示迟 1、办理迟 1
$ gongshi --rules pack --lang en --today 2020-09-08 scan | grep '^By kind'
By kind: not posted 1, not done 1, posted late 1, done late 1
$ gongshi --rules pack --lang en --today 2020-09-08 explain X | grep '\[missing\]'
  Finding: violation, not posted [missing]
  Finding: violation, not done [missing]

# The codes are the same, in JSON and CSV.
$ gongshi --rules pack --today 2020-09-08 scan --format csv | cut -d, -f1,3 | sed 1d
X/s/450225/missing,未公示
X/b/450225/missing,未办理
Y/s/450225/late,公示迟
Y/b/450225/late,办理迟

# The night's report.
$ rm gongshi.db; gongshi init
$ words='未公示\|未办理\|公示迟\|办理迟'; gongshi --rules pack --lang zh --today 2020-09-08 nightly --inbox inbox --out out --settle 0 | grep -o "\($words\)：[XY]"
未公示：X
未办理：X
公示迟：Y
办理迟：Y

# A code is explained by either name.
$ gongshi --lang zh explain 未办理 | head -1
missing：未公示（问题）
$ gongshi --lang en explain 'done late' | head -1
late: posted late (violation)
$ gongshi --lang zh explain missing | grep -o '事件的，称为“未办理”'
事件的，称为“未办理”
