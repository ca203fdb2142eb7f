# `rules coverage`: for each element that can raise a finding the test that
# raises it, and the one a day beside it that does not.

$ mkdir -p p/tests; cat >p/pack.yaml <<.
> pack: p
> title: 试
> scope: ["45"]
> instruments:
>   甲〔2020〕1号: {title: a}
> .
$ cat >p/give.yaml <<.
> procedure: give
> title: 补助
> case: village
> basis: 甲〔2020〕1号
> traits:
>   small: {title: 小额}
> events:
>   listed: {title: 评议}
>   paid: {title: 发放, after: notice}
> steps:
>   notice:
>     title: 名单公示
>     kind: notice
>     at: village
>     opens: within 5 days after listed
>     lasts: [at least 7 days, at least 5 days]
>     media: {any: [board], all: [{medium: website, for: small, not-for: small}]}
> .
$ gongshi --lang en rules coverage ./p
p: no tests: write cases into its folder tests, see gongshi-rules(5)
[1]

# Its deadline is five days after 1 September, Sunday the 6th: Monday the 7th.
# Posted on the 2nd, seven days are through the 8th.  Five days are always
# over before seven are, and no case is `small` and is not.
$ cat >p/tests/a.txt <<.
> procedure give
> at 450225100201
> given listed
>     event listed 2020-09-01
> case a day late
>     with listed
>     posting notice 2020-09-08
>     today 2020-09-20
>     expect late notice due 2020-09-07 actual 2020-09-08
> neighbour
>     posting notice 2020-09-07
> case a day short, never beside one that is not
>     with listed
>     posting notice 2020-09-02 to 2020-09-07
>     today 2020-09-20
>     expect short notice due 2020-09-08 actual 2020-09-07
> otherwise
>     posting notice 2020-09-02 to 2020-09-20
> case in the wrong medium
>     with listed
>     posting notice 2020-09-02 medium radio
>     today 2020-09-20
>     expect medium notice actual 2020-09-02
> otherwise
>     posting notice 2020-09-02 medium board
> .
$ gongshi --lang en rules coverage ./p
give  补助
  notice  名单公示
    opens: within 5 days after listed  early
      LACKS: no test raises it; write a case in which it comes the day before
      that allows it, and a neighbour one day later
    opens: within 5 days after listed  late or missing
      raised tests/a.txt:5, left alone tests/a.txt:10
    missing
      LACKS: no test raises it; write a case in which it is not posted and what
      follows came, judged on the day on which that came, and a neighbour judged
      one day earlier, which expects `conflict`
    lasts: at least 7 days  short
      LACKS a neighbour: raised at tests/a.txt:12, but no test beside it leaves
      it alone; write a case in which the notice comes down one day too soon,
      and a neighbour in which it stands that day too
    lasts: at least 5 days  short
      no case can raise it: another bound or a condition there always comes first
    media.any  medium
      raised tests/a.txt:19, left alone tests/a.txt:24
    media.all: website  medium
      no case can raise it: another bound or a condition there always comes first
  paid  发放
    after: after notice  order
      LACKS: no test raises it; write a case in which it comes the day before
      that allows it, and a neighbour one day later
p: 2 of 6 shown, 4 lacking; 2 that no case can raise
[1]

# What lacks is written.  Not posted, paid on the 12th: seven days through the
# 11th are from the 5th, before its own deadline, which is the 7th.  Not posted
# and not paid, it is that deadline, and shows nothing of what follows.
$ cat >p/tests/b.txt <<.
> 程序 补助
> 区划 450225100201
> 办件 没有公示
>     事件 评议 2020-09-01
>     今日 2020-09-08
>     应报 未公示 名单公示 应为 2020-09-07
> 差一日
>     今日 2020-09-07
> 办件 没有公示就发放
>     事件 评议 2020-09-01
>     事件 发放 2020-09-12
>     今日 2020-09-12
>     应报 未公示 名单公示 应为 2020-09-05
> 差一日
>     今日 2020-09-11
>     应报 来不及 名单公示 应为 2020-09-05 实际 2020-09-11
> 办件 评议前一天就公示
>     事件 评议 2020-09-03
>     张贴 名单公示 2020-09-02
>     今日 2020-09-20
>     应报 公示早 名单公示 应为 2020-09-03 实际 2020-09-02
> 差一日
>     事件 评议 2020-09-02
> 办件 少一天
>     事件 评议 2020-09-01
>     张贴 名单公示 2020-09-02 至 2020-09-07
>     今日 2020-09-20
>     应报 公示期不足 名单公示 应为 2020-09-08 实际 2020-09-07
> 差一日
>     张贴 名单公示 2020-09-02 至 2020-09-08
> 办件 期满当天就发放
>     事件 评议 2020-09-01
>     张贴 名单公示 2020-09-02
>     事件 发放 2020-09-08
>     今日 2020-09-20
>     应报 程序倒置 发放 应为 2020-09-09 实际 2020-09-08
> 差一日
>     事件 发放 2020-09-09
> .
$ gongshi rules coverage ./p | tail -3
    须在: 名单公示 后  程序倒置
      报：tests/b.txt:31，不报：tests/b.txt:37
p：应有 6 项，已有 6 项，缺 0 项；另有 2 项无从报

$ gongshi rules coverage ./p --format json | head -4
{"packs": [
 {"pack": "p", "files": 2, "faulty": 0, "shown": 6, "lacking": 0, "never": 2,
 "elements": [
  {"procedure": "give", "step": "notice", "event": null, "kind": "first", "text": "评议 后 5 日内", "code": "early", "never": false, "raised": {"file": "./p/tests/b.txt", "line": 17}, "left": {"file": "./p/tests/b.txt", "line": 22}},
$ gongshi rules coverage ./p --format json | python3 -c 'import json, sys; print(sum(e["left"] is None for e in json.load(sys.stdin)["packs"][0]["elements"]))'
2

# A file of tests with faults is an error, whatever else is shown.
$ echo nonsense >p/tests/c.txt; gongshi --lang en rules coverage ./p 2>/dev/null | tail -2
p: 6 of 6 shown, 0 lacking; 2 that no case can raise
p: 1 file of tests has faults, see above
$ gongshi rules coverage ./p >/dev/null 2>&1
[2]

# No case can raise what another bound of the same point always outdoes.  But a
# point between may itself be too early: heard on 1 September, before it was asked
# for on the 3rd, it does not keep `done` from the 2nd, and asking does.  And on a day in the quarter its last has not come: then its first keeps.
$ mkdir -p q/tests; cp p/pack.yaml q/; sed -i 's/pack: p/pack: q/' q/pack.yaml
$ cat >q/chain.yaml <<.
> procedure: chain
> title: 听证
> case: village
> every: quarter
> basis: 甲〔2020〕1号
> events:
>   began: {title: 季首, calendar: first}
>   ended: {title: 季末, calendar: last}
>   asked: {title: 申请}
>   heard: {title: 听证, after: asked}
>   done: {title: 办结, after: [heard, within 10 days after asked]}
>   twice: {title: 两次, after: [after asked, within 10 days after asked]}
>   least: {title: 至少, after: [within 9 days after asked, at least 2 days after asked, at least 1 day after asked]}
>   told: {title: 公布, after: [after ended, by 12-31 after began]}
> .
$ cat >q/tests/a.txt <<.
> procedure chain
> at 450225100201
> period 2020Q3
> case heard before it was asked for
>     event asked 2020-09-03
>     event heard 2020-09-01
>     event done 2020-09-02
>     today 2020-09-12
>     expect order done due 2020-09-03 actual 2020-09-02
>     expect order heard due 2020-09-03 actual 2020-09-01
> neighbour
>     event done 2020-09-03
>     expect order heard due 2020-09-03 actual 2020-09-01
> case not heard
>     event asked 2020-09-03
>     event done 2020-09-02
>     today 2020-09-04
>     expect order done due 2020-09-03 actual 2020-09-02
> neighbour
>     event done 2020-09-03
> case told before its quarter
>     event told 2020-06-30
>     today 2020-07-05
>     expect order told due 2020-07-01 actual 2020-06-30
> neighbour
>     event told 2020-07-01
> .
$ gongshi --lang en rules test ./q
q: 6 passed, 0 failed
$ gongshi --lang en rules coverage ./q | grep -A1 '^    after.*order' | grep -v -e -- | sed 's/; write.*//'
    after: after asked  order
      LACKS a neighbour: raised at tests/a.txt:4, but no test beside it leaves
    after: after heard  order
      raised tests/a.txt:14, left alone tests/a.txt:19
    after: within 10 days after asked  order
      raised tests/a.txt:4, left alone tests/a.txt:11
    after: after asked  order
      LACKS: no test raises it
    after: within 10 days after asked  order
      no case can raise it: another bound or a condition there always comes first
    after: within 9 days after asked  order
      no case can raise it: another bound or a condition there always comes first
    after: at least 2 days after asked  order
      LACKS: no test raises it
    after: at least 1 day after asked  order
      no case can raise it: another bound or a condition there always comes first
    after: after ended  order
      LACKS: no test raises it
    after: by 12-31 after began  order
      raised tests/a.txt:21, left alone tests/a.txt:25

# Of deadlines and periods the same: nine days are never after ten, but both may
# end on a day off and move on to one working day, and then the first counts.
$ sed -i '/^  \(twice\|told\|least\|done\)/d' q/chain.yaml; rm -r q/tests; cat >>q/chain.yaml <<.
>   one: {title: 一, after: [within 10 days after asked, within 9 days after asked]}
>   two: {title: 二, after: [within 9 days after asked, within 10 days after asked]}
> steps:
>   shut: {title: 甲, kind: notice, at: village, lasts: [at least 5 days, at least 7 days]}
> .
$ mkdir q/tests; printf 'procedure chain\nat 450225100201\ncase none\n    period 2020Q3\n    today 2020-07-01\n    expect tight shut\n' >q/tests/a.txt
$ gongshi --lang en rules coverage ./q | grep -A1 -e 'late or' -e short | grep -v -e -- | sed 's/; write.*//'
    lasts: at least 5 days  short
      no case can raise it: another bound or a condition there always comes first
    lasts: at least 7 days  short
      LACKS: no test raises it
    after: within 10 days after asked  late or missing
      LACKS: no test raises it
    after: within 9 days after asked  late or missing
      LACKS: no test raises it
    after: within 9 days after asked  late or missing
      LACKS: no test raises it
    after: within 10 days after asked  late or missing
      no case can raise it: another bound or a condition there always comes first

# How to show a step that was not posted goes by what it is owed: by its own
# deadline, by that of what follows, or by what follows alone, before which it
# must be over, or with which it may begin.  The pairs that are named work.
$ mkdir -p h/tests; cp p/pack.yaml h/; sed -i 's/pack: p/pack: h/' h/pack.yaml
$ cat >h/give.yaml <<.
> procedure: give
> title: 补助
> case: village
> basis: 甲〔2020〕1号
> events:
>   listed: {title: 评议}
>   paid: {title: 发放, after: [b, within 30 days after listed]}
>   opened: {title: 拆封, after: c.opens}
>   done: {title: 办结, after: d}
> steps:
>   a: {title: 甲, kind: notice, at: village, opens: within 5 days after listed, lasts: at least 7 days}
>   b: {title: 乙, kind: notice, at: village, lasts: at least 7 days}
>   c: {title: 丙, kind: notice, at: village, lasts: at least 7 days}
>   d: {title: 丁, kind: notice, at: village, lasts: at least 7 days}
> .
$ printf 'procedure give\nat 450225100201\n' >h/tests/a.txt
$ gongshi rules coverage ./h 2>&1 | grep -A3 '^    未公示'
    未公示
      缺：没有一个测试报它；请写一个办件，没有张贴，后面的也没有办，今日为按后面
      那项的期限倒推出的最迟张贴日的次日；再写一个差一日，今日早一天
    公示期: 不少于 7 日  公示期不足
--
    未公示
      缺：没有一个测试报它；请写一个办件，没有张贴而后面的已经办了，今日为后面办
      理的次日；再写一个差一日，今日早一天
    公示期: 不少于 7 日  公示期不足
--
    未公示
      缺：没有一个测试报它；请写一个办件，没有张贴而后面的已经办了，今日为后面办
      理的当天；再写一个差一日，今日早一天，应报“来不及”
    公示期: 不少于 7 日  公示期不足

# Listed on 3 August: `a` by the 10th, since the 8th is a Saturday; paid by 2
# September, and 26 August to 1 September are seven days.  Opened on the 20th, `c`
# may begin that day; done on the 20th, the 13th to the 19th are seven days.
$ cat >>h/tests/a.txt <<.
> case a
>     event listed 2020-08-03
>     today 2020-08-11
>     expect missing a due 2020-08-10
> neighbour
>     today 2020-08-10
> case b
>     event listed 2020-08-03
>     posting a 2020-08-03 to 2020-08-20
>     today 2020-08-27
>     expect missing b due 2020-08-26
> neighbour
>     today 2020-08-26
> case c
>     event opened 2020-09-20
>     today 2020-09-21
>     expect missing c due 2020-09-20
> neighbour
>     today 2020-09-20
> case d
>     event done 2020-09-20
>     today 2020-09-20
>     expect missing d due 2020-09-13
> neighbour
>     today 2020-09-19
>     expect conflict d due 2020-09-13 actual 2020-09-19
> .
$ gongshi --lang en rules test ./h; gongshi rules coverage ./h | grep -A1 '^    未公示'
h: 8 passed, 0 failed
    未公示
      报：tests/a.txt:9，不报：tests/a.txt:14
--
    未公示
      报：tests/a.txt:16，不报：tests/a.txt:20
--
    未公示
      报：tests/a.txt:22，不报：tests/a.txt:26

# An overlay by its folder finds its base beside it, or among the shipped packs;
# so do its tests.
$ mkdir -p over/tests etc/gongshi/rules; printf 'pack: over\noverlay: h\nscope: ["450225"]\ninstruments: {乙: {}}\n' >over/pack.yaml
$ printf 'procedure: give\nbasis: 乙\nsteps: {d: {lasts: at least 9 days}}\n' >over/give.yaml
$ sed '/^case d/,$!{/^[pa]/!d}; s/-13/-11/' h/tests/a.txt >over/tests/a.txt
$ gongshi --lang en rules test ./over; gongshi --lang en rules coverage ./over | tail -1
over: 2 passed, 0 failed
over: 1 of 14 shown, 13 lacking; 0 that no case can raise
