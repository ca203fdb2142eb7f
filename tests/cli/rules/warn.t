# `rules check` warns of what loads and is hardly what was meant: by file, line
# and column, with what to do, and the exit status stays 0.  Beside each stands a
# neighbour of which nothing is said.

# A step that nobody can miss: no deadline, nothing follows it.  One with a
# deadline can be missed, and so can one that an event follows, or a gate.
$ mkdir p; cat >p/pack.yaml <<.
> pack: p
> instruments:
>   办法: {title: 试行办法}
> .
$ cat >p/a.yaml <<.
> procedure: a
> title: 一
> case: county
> basis: 办法 第一条
> events:
>   made: {title: 形成}
>   done: {title: 办结, after: second}
>   paid: {title: 付款, gate: third.opens}
> steps:
>   first:
>     title: 及时公布
>     kind: announcement
>     at: case
>     opens: after made
>   second: {title: 公示, kind: notice, at: case, opens: after made}
>   third: {title: 公告, kind: announcement, at: case, opens: after made}
>   fourth: {title: 公开, kind: announcement, at: case, opens: within 20 workdays after made}
>   fifth: {title: 预告, kind: announcement, at: case, opens: before done}
> .
$ gongshi --lang en rules check p
rules are in order: 1 pack, 1 procedures
p/a.yaml:10:3: warning: `first` can never be missing: it has no deadline, and nothing follows it
    first:
    ^
  note: give it a deadline, as `within 20 workdays after EVENT`; where the document says no number (及时), nobody is ever told that it was not posted
$ gongshi --lang zh rules check p
规则文件没有错误：规则包 1 个，程序 1 个
p/a.yaml:10:3: warning: “及时公布”永远不会判为未公示：没有期限，也没有后续
    first:
    ^
  note: 请写上期限，例如“事件 后 20 个工作日内”；文件只写“及时”、没有天数的可以不改，但未张贴时不会有人得到提示
$ sed -i 's/opens: after made$/opens: within 20 workdays after made/' p/a.yaml; gongshi --lang en rules check p
rules are in order: 1 pack, 1 procedures

# What nothing uses.  An event is used by a bound of its own, by a bound, a
# period, a pause, an extension or a condition that names it, and one that ends
# the case by that; a trait by a condition, be it a medium's, and one without a
# basis may only group cases; an instrument is used by a basis, be it an element's
# of a list, or by a `why`.
$ cat >p/pack.yaml <<.
> pack: p
> why:
>   missing: 参照 总则 第二条
> instruments:
>   办法: {title: 试行办法}
>   细则: {title: 实施细则}
>   通则: {title: 通则}
>   总则: {title: 总则}
>   旧办法: {title: 旧的办法}
> .
$ cat >p/a.yaml <<.
> procedure: a
> title: 一
> case: county
> basis: 办法 第一条
> traits:
>   small: {title: 小额}
>   urgent: {title: 紧急, basis: 通则 第一条}
>   idle: {title: 无用, basis: 通则 第二条}
> events:
>   made: {title: 形成}
>   asked: {title: 征求, optional: true}
>   answered: {title: 答复, optional: true}
>   longer: {title: 延长, optional: true}
>   revoked: {title: 撤销, optional: true}
>   given-up: {title: 终止, optional: true, ends: true}
>   seen: {title: 阅知}
> steps:
>   first:
>     title: 公布
>     kind: announcement
>     at: case
>     not-for: urgent
>     opens:
>       - bound: within 20 workdays after made
>         basis: [办法 第二条, 细则 第三条]
>         pauses: [[asked, answered]]
>         extends: {by: 5 workdays, on: longer}
>     lasts: [at least 30 days, {bound: until revoked, when: revoked}]
>     media: {all: [{medium: board, for: small}]}
> .
$ gongshi --lang en rules check p
rules are in order: 1 pack, 1 procedures
p/pack.yaml:9:3: warning: nothing uses the instrument `旧办法`: no basis cites it
    旧办法: {title: 旧的办法}
    ^
  note: cite it in a basis, or take it out
p/a.yaml:8:3: warning: nothing uses the trait `idle`: no condition asks for it
    idle: {title: 无用, basis: 通则 第二条}
    ^
  note: say `for: idle` or `not-for: idle` where it makes a difference, or take it out
p/a.yaml:16:3: warning: nothing uses the event `seen`: it has no bound, and nothing counts from it
    seen: {title: 阅知}
    ^
  note: name it in a bound or a condition, or take it out
$ gongshi --lang zh rules check p
规则文件没有错误：规则包 1 个，程序 1 个
p/pack.yaml:9:3: warning: 文件“旧办法”没有用处：没有依据引用它
    旧办法: {title: 旧的办法}
    ^
  note: 请在依据中引用，或者删去
p/a.yaml:8:3: warning: 类别“无用”没有用处：没有条件用到它
    idle: {title: 无用, basis: 通则 第二条}
    ^
  note: 请在有区别的地方写“限于: idle”或“除外: idle”，或者删去
p/a.yaml:16:3: warning: 事件“阅知”没有用处：自身没有约束，也没有别处以它起算
    seen: {title: 阅知}
    ^
  note: 请在约束或条件中写到它，或者删去

# Days of ten or less under an instrument whose days are working days.  Eleven
# days, working days and months are not asked, nor what another instrument asks;
# a bound's own basis counts, and of a list all must mean working days.
$ cat >p/pack.yaml <<.
> pack: p
> instruments:
>   许可法: {title: 行政许可法, days: workdays}
>   办法: {title: 试行办法}
> .
$ cat >p/a.yaml <<.
> procedure: a
> title: 一
> case: county
> basis: 许可法 第四十七条
> events:
>   told: {title: 告知}
>   asked:
>     title: 申请
>     after:
>       - within 10 days after told
>   later: {title: 其后, after: [within 11 days after told, within 5 workdays after told, within 1 month after told]}
>   other:
>     title: 另外
>     after:
>       - {bound: within 5 days after told, basis: 办法 第一条}
>       - {bound: within 6 days after told, basis: [许可法 第一条, 办法 第一条]}
> steps:
>   notice:
>     title: 公示
>     kind: notice
>     at: case
>     opens: within 20 workdays after asked
>     lasts: at least 7 days
>     objections:
>       raised: within 5 days after opens
>       within: within 12 days after received
>   second:
>     title: 公告
>     kind: announcement
>     at: case
>     basis: 办法 第二条
>     opens: within 3 days after asked
>     lasts: at least 5 days
> .
$ gongshi --lang en rules check p
rules are in order: 1 pack, 1 procedures
p/a.yaml:10:30: warning: 10 calendar days, and the days of 许可法 are working days
        - within 10 days after told
                               ^
  note: write `10 workdays`; where the document itself says calendar days here, let it stand
p/a.yaml:23:12: warning: 7 calendar days, and the days of 许可法 are working days
      lasts: at least 7 days
             ^
  note: write `7 workdays`; where the document itself says calendar days here, let it stand
p/a.yaml:25:15: warning: 5 calendar days, and the days of 许可法 are working days
        raised: within 5 days after opens
                ^
  note: write `5 workdays`; where the document itself says calendar days here, let it stand
$ gongshi --lang zh rules check p 2>&1 | sed -n '1,2p;5p'
规则文件没有错误：规则包 1 个，程序 1 个
p/a.yaml:10:30: warning: 写的是 10 日，而《许可法》所说的日是工作日
  note: 请写“10 个工作日”；文件此处写明是自然日的，可以不改

# The key in either language, and what is shown of it loads again.
$ gongshi --lang zh --rules p rules show p | grep -A2 "^  许可法"; gongshi --lang en --rules p rules show p | grep -A2 "^  许可法"
  许可法:
    名称: 行政许可法
    本文件“日”: 工作日
  许可法:
    title: 行政许可法
    days: workdays
$ mkdir q; cp p/a.yaml q; for l in zh en; do gongshi --lang $l --rules p rules show p >q/pack.yaml; gongshi --lang en rules check q 2>&1 | grep -c 'working days$'; done
3
3
$ sed -i 's/days: workdays/days: days/' p/pack.yaml; gongshi --lang en rules check p
p/pack.yaml:3:29: error: expected `workdays`: without the key its days are calendar days
    许可法: {title: 行政许可法, days: days}
                                      ^
[2]

# Bounds that contradict each other across units: 60 days of notice never lie
# within 20 working days, whatever days are off: the notice ends on the 60th day
# at the earliest.  Of 45 days no law says so, and only the sweep tells.  A month
# and 20 working days agree about most holidays.
$ cat >p/pack.yaml <<.
> pack: p
> instruments:
>   办法: {title: 试行办法}
> .
$ cat >p/a.yaml <<.
> procedure: a
> title: 一
> case: county
> basis: 办法 第一条
> events:
>   made: {title: 形成}
>   done:
>     title: 办结
>     after:
>       - notice
>       - within 20 workdays after made
> steps:
>   notice: {title: 公示, kind: notice, at: case, opens: after made, lasts: at least 60 days}
> .
$ gongshi --lang en rules check p
rules are in order: 1 pack, 1 procedures
p/a.yaml:11:34: warning: this bound contradicts the others: whatever days are off, no day can meet them all
        - within 20 workdays after made
                                   ^
p/a.yaml:10:9: note: it cannot agree with this one
        - notice
          ^
p/a.yaml:13:60: note: it cannot agree with this one
  ... kind: notice, at: case, opens: after made, lasts: at least 60 days}
                                           ^
$ gongshi --lang zh rules check p 2>&1 | sed -n 2p
p/a.yaml:11:34: warning: 此约束与其他约束矛盾：无论哪些日子放假，都没有一天能全部满足

# Start days through 30 October 2026: from the 31st on the notice ends on a day
# that no calendar settles.
$ gongshi --lang en --rules p rules sweep --format json | grep -o '"days": [0-9]*, "unknown\|"within.*"days": [0-9]*'
"days": 4686, "unknown
"within 20 workdays after made", "basis": "办法 第一条", "days": 4686
$ for n in '45 days' '1 month'; do sed -i "s/lasts: .*}/lasts: at least $n}/" p/a.yaml; gongshi --lang en rules check p; done
rules are in order: 1 pack, 1 procedures
rules are in order: 1 pack, 1 procedures

# Of bounds with pauses nobody can say, and different conditions never meet.
$ sed -i 's/- within 20 workdays after made/- {bound: within 20 workdays after made, pauses: [notice]}/; s/lasts: .*}/lasts: at least 60 days}/' p/a.yaml; gongshi --lang en rules check p
rules are in order: 1 pack, 1 procedures

# The shipped rules have nothing of all this, but steps whose document says 及时
# or nothing at all: there the file says so.
$ gongshi --lang en rules check 2>&1 >out | grep 'warning\|error' | grep -v 'can never be missing'
[1]
