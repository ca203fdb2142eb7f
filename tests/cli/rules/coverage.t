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
      LACKS: no test raises it; write a case in which it was not posted and what
      follows came, judged on the day after its latest day, and a neighbour
      judged one day earlier
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

# What lacks is written: nothing posted and paid on the 15th, so that its latest
# day is the 7th by its own deadline and the 8th by what follows (8 to 14 are
# seven days): the earlier one counts.
$ cat >p/tests/b.txt <<.
> 程序 补助
> 区划 450225100201
> 办件 没有公示
>     事件 评议 2020-09-01
>     今日 2020-09-08
>     应报 未公示 名单公示 应为 2020-09-07
> 差一日
>     今日 2020-09-07
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
      报：tests/b.txt:23，不报：tests/b.txt:29
p：应有 6 项，已有 6 项，缺 0 项；另有 2 项无从报

$ gongshi rules coverage ./p --format json | head -4
{"packs": [
 {"pack": "p", "files": 2, "faulty": 0, "shown": 6, "lacking": 0, "never": 2,
 "elements": [
  {"procedure": "give", "step": "notice", "event": null, "kind": "first", "text": "评议 后 5 日内", "code": "early", "never": false, "raised": {"file": "./p/tests/b.txt", "line": 9}, "left": {"file": "./p/tests/b.txt", "line": 14}},
$ gongshi rules coverage ./p --format json | python3 -c 'import json, sys; print(sum(e["left"] is None for e in json.load(sys.stdin)["packs"][0]["elements"]))'
2

# A file of tests with faults is an error, whatever else is shown.
$ echo nonsense >p/tests/c.txt; gongshi --lang en rules coverage ./p 2>/dev/null | tail -2
p: 6 of 6 shown, 0 lacking; 2 that no case can raise
p: 1 file of tests has faults, see above
$ gongshi rules coverage ./p >/dev/null 2>&1
[2]
