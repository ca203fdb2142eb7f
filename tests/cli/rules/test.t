# `rules test`: a pack's own tests, as a clerk writes them: in Chinese words or
# in English ones, days as people write them.

$ mkdir -p 融水/tests; cat >融水/pack.yaml <<'.'
> 规则包: rongshui
> 名称: 融水县补助
> 适用区划: ["450225"]
> 文件:
>   融政办发〔2020〕1号: {名称: 补助公示办法}
> .
$ cat >融水/subsidy.yaml <<'.'
> 程序: subsidy
> 名称: 补助发放
> 办理层级: 行政村
> 依据: 融政办发〔2020〕1号
> 类别:
>   secret: {名称: 涉密}
> 事件:
>   listed: {名称: 名单评议}
>   paid: {名称: 发放, 须在: notice 后}
> 环节:
>   notice:
>     名称: 名单公示
>     类型: 公示
>     地点: 行政村
>     张贴: listed 后 5 日内
>     公示期: 不少于 7 日
>     载体: {任一: [公开栏, 网站]}
>     除外: 涉密
> .

# A pack without tests is said, and is no failure.
$ gongshi --rules . rules test
rongshui：没有测试：请在它的文件夹 tests 里写办件，见 gongshi-rules(5)

# Posted on 2 September, the first day counts: seven days are through the 8th;
# taken down on the 7th it is a day short.
$ cat >融水/tests/补助.txt <<'.'
> # 名单公示。
> 程序 补助发放
> 区划 450225100201
> 已知 评议
>     事件 名单评议 2020年9月1日
> 
> 办件 公示少一天
>     沿用 评议
>     张贴 名单公示 2020.9.2 至 2020-09-07
>     今日 2020/9/20
>     应报 公示期不足 名单公示 应为 2020-09-08 实际 2020-09-07
> 差一日
>     张贴 名单公示 2020-09-02 至 2020-09-08
> 若改为
>     去掉 张贴 名单公示
>     类别 涉密
> 
> 办件 贴在电线杆上
>     沿用 评议
>     张贴 名单公示 2020-09-02 至 2020-09-20 载体 其他
>     今日 2020-09-20
>     应报 载体不符 名单公示 实际 2020-09-02
> 若改为
>     张贴 名单公示 2020-09-02 至 2020-09-20 载体 公示栏
> .
$ gongshi --rules . rules test
rongshui：通过 5 个，未通过 0 个

# The same file, a pack by its folder, and English beside Chinese.
$ cat >融水/tests/paid.txt <<'.'
> procedure subsidy
> at 450225100201
> where notice 450225100201
> case paid on the last day
>     event listed 2020-09-01
>     posting notice 2020-09-02 to 2020-09-10
>     event paid 2020-09-08
>     today 2020-09-20
>     expect order paid due 2020-09-09 actual 2020-09-08 basis 融政办发〔2020〕1号
> neighbour
>     event paid 2020-09-09
> .
$ gongshi --lang en rules test 融水
rongshui: 7 passed, 0 failed
$ gongshi --lang en --rules . rules test rongshui
rongshui: 7 passed, 0 failed

# Those whose title has a word; where there is none, that is said.
$ gongshi --lang en rules test ./融水 --run paid
rongshui: 2 passed, 0 failed
$ gongshi --lang en rules test ./融水 --run nobody
gongshi: error: --run nobody: no test has that in its title
[2]

# An expectation that does not come is shown with what came instead, where it
# stands, in words that one can copy into the file.
$ sed -i 's/应为 2020-09-08 实际 2020-09-07/应为 2020-09-09 实际 2020-09-07/' 融水/tests/补助.txt
$ gongshi rules test ./融水
./融水/tests/补助.txt:7: 办件 公示少一天，今日 2020-09-20
./融水/tests/补助.txt:11: 没有报出：应报 公示期不足 名单公示 应为 2020-09-09 实际 2020-09-07 区划 450225100201
./融水/tests/补助.txt:7: 实际报出：应报 公示期不足 名单公示 应为 2020-09-08 实际 2020-09-07 区划 450225100201 依据 融政办发〔2020〕1号
rongshui：通过 6 个，未通过 1 个
[1]
$ gongshi --lang en rules test ./融水 --run 少一天
./融水/tests/补助.txt:7: case 公示少一天, judged on 2020-09-20
./融水/tests/补助.txt:11: lacking:  expect short notice due 2020-09-09 actual 2020-09-07 at 450225100201
./融水/tests/补助.txt:7: came:     expect short notice due 2020-09-08 actual 2020-09-07 at 450225100201 basis 融政办发〔2020〕1号
rongshui: 2 passed, 1 failed
[1]
$ gongshi rules test ./融水 | sed -n 's/.*实际报出：//p' >line
$ sed -i "11s/.*/$(cat line)/" 融水/tests/补助.txt; gongshi rules test ./融水
rongshui：通过 7 个，未通过 0 个

# For programs: JSON, and JUnit for build servers.
$ sed -i 's/ actual 2020-09-08 basis.*/ actual 2020-09-07/' 融水/tests/paid.txt
$ gongshi rules test ./融水 --run paid --format json
{"packs": [
 {"pack": "rongshui", "files": 2, "faulty": 0, "passed": 1, "failed": 1,
 "tests": [
  {"file": "./融水/tests/paid.txt", "line": 4, "kind": "case", "title": "paid on the last day", "procedure": "subsidy", "today": "2020-09-20", "passed": false, "lacking": [{"code": "order", "severity": "violation", "step": null, "event": "paid", "division": "450225100201", "due": "2020-09-09", "actual": "2020-09-07", "days": 2, "basis": null}], "came": [{"code": "order", "severity": "violation", "step": null, "event": "paid", "division": "450225100201", "due": "2020-09-09", "actual": "2020-09-08", "days": 1, "basis": "融政办发〔2020〕1号"}]},
  {"file": "./融水/tests/paid.txt", "line": 10, "kind": "neighbour", "title": "paid on the last day", "procedure": "subsidy", "today": "2020-09-20", "passed": true, "lacking": [], "came": []}]}],
 "passed": 1, "failed": 1}
[1]
$ gongshi rules test ./融水 --run paid --format json | python3 -c 'import json, sys; print(json.load(sys.stdin)["failed"])'
1
$ gongshi --lang en rules test ./融水 --run paid --format junit
<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
 <testsuite name="rongshui" tests="2" failures="1" errors="0">
  <testcase classname="./融水/tests/paid.txt" name="4: case paid on the last day"><failure message="lacking:  expect order paid due 2020-09-09 actual 2020-09-07 at 450225100201">lacking:  expect order paid due 2020-09-09 actual 2020-09-07 at 450225100201
came:     expect order paid due 2020-09-09 actual 2020-09-08 at 450225100201 basis 融政办发〔2020〕1号
</failure></testcase>
  <testcase classname="./融水/tests/paid.txt" name="10: neighbour paid on the last day"/>
 </testsuite>
</testsuites>
[1]
$ gongshi rules test ./融水 --run paid --format junit | python3 -c 'import sys, xml.dom.minidom as m; print(m.parse(sys.stdin).documentElement.tagName)'
testsuites
$ gongshi --lang en rules test ./融水 --format csv 2>&1 | head -1
gongshi: error: `rules test` does not write --format csv
$ gongshi --lang en rules list --run paid
gongshi: error: option --run does not belong to `rules list`
[2]
$ gongshi --lang en --rules . rules test rongshu
gongshi: error: `rongshu` is no pack and no folder of one; see `gongshi rules list`
  note: did you mean `rongshui`?
[2]

# A period of what comes round: the quarter is over on 30 September, and a month
# later is 30 October, a Friday.
$ cat >融水/affairs.yaml <<'.'
> procedure: affairs
> title: 村务公开
> case: village
> every: quarter
> basis: 融政办发〔2020〕1号
> events:
>   ended: {title: 季度终了, calendar: last}
> steps:
>   sheet: {title: 村务公布, kind: announcement, at: village, opens: within 1 month after ended}
> .
$ rm 融水/tests/paid.txt; cat >融水/tests/affairs.txt <<'.'
> procedure affairs
> at 450225100201
> period 2020年第三季度
> case 晚一天
>     posting sheet 2020-10-31
>     today 2020-11-10
>     expect late sheet due 2020-10-30 actual 2020-10-31
> neighbour
>     posting sheet 2020-10-30
> otherwise
>     period 2020Q4
>     today 2021-01-10
>     expect early sheet due 2020-12-31 actual 2020-10-31
> .
$ gongshi --lang en rules test ./融水 --run 晚一天
rongshui: 3 passed, 0 failed

# ---- faults: of a test's form

$ cat >try <<'.'
> printf 'procedure subsidy\nat 450225100201\n' | cat - new >融水/tests/paid.txt
> gongshi --lang en rules test ./融水 --run nothing-else >out 2>&1
> echo "status $?"
> sed -n 's/^.*paid.txt/paid.txt/p; /^  note/p' out
> .
$ cat >new <<'.'
> case 1
>     event listed 2020-09-01
>     psting notice 2020-09-02
> .
$ sh try
status 2
paid.txt:5:5: error: `psting` begins no line here; expected one of: at, places, traits, period, given, case, neighbour, otherwise, with, without, event, posting, objection, today, expect
  note: did you mean `posting`?
$ printf 'case 1\n    event listed 2020-09-01\n' >new; sh try
status 2
paid.txt:3:1: error: it does not say on which day it is judged: write `today DAY`
paid.txt:3:1: error: the case expects nothing: write `expect CODE STEP`, and a lawful course below it as `neighbour` or `otherwise`
$ printf 'case 2\n    today 2020-09-31\n    expect short notise due 2020-09-08\n' >new; sh try | head -4
status 2
paid.txt:4:11: error: `2020-09-31`: there is no such day
paid.txt:5:18: error: `notise` is no step or event of `subsidy`
  note: did you mean `notice`?
$ printf 'neighbour\n    today 2020-09-30\n' >new; sh try | head -2
status 2
paid.txt:3:1: error: `neighbour` takes over the lines of the case above it, and there is none
$ cat >new <<'.'
> case 3
>     with nothing
>     posting notice 2020-09-02 by medium
>     expect shorter notice
>     expect short
> neighbour
>     without event listed
>     posting notice 2020-09-02 medium
> case 4
>     today 2020-09-20
>     expect short notice actual 2020-09-07
> neighbour
>     today 2020-09-22
> neighbour
>     today 2020-09-21
>     expect short notice actual 2020-09-07
> .
$ sh try
status 2
paid.txt:4:10: error: there is no `given nothing` above
paid.txt:5:31: error: `by` is not understood here; expected one of: at, to, medium, place, reviewed, content, evidence
paid.txt:6:12: error: `shorter` is no code of a finding; `gongshi explain` lists them
  note: did you mean `short`?
paid.txt:7:17: error: the line breaks off: something is missing behind `short`
paid.txt:9:19: error: the case has no such fact to take away: event listed
paid.txt:10:31: error: nothing stands behind `medium`; for an empty cell write `-`
paid.txt:14:1: error: a neighbour differs from its case in one day by one day, and in nothing else; where more must differ, write `otherwise`
paid.txt:11:1: note: its case is here
paid.txt:18:5: error: `neighbour` expects what its case expects first: it must show the course without that
paid.txt:11:1: note: its case is here

# ---- faults: what no import takes is none here, at its own line and column

$ cat >new <<'.'
> case 5
>     event listed 2020-09-01 2020-09-02
>     event payd 2020-09-01
>     posting notice 2020-09-02 medium 电线杆
>     posting notice 2020-09-31 at 450225100202
>     today 2020-09-20
>     expect short notice actual 2020-09-07
> .
$ sh try
status 2
paid.txt:4:11: error: this row's key stands in this import before with other values: one of the two must go
paid.txt:5:11: error: `payd` is no event of `补助发放`
  note: did you mean `paid`?
paid.txt:6:38: error: `电线杆` is no medium; expected one of 公开栏, 网站, 报刊, 广播, 电视, 微信, 其他 (board, website, newspaper, radio, television, wechat, other)
paid.txt:7:20: error: `2020-09-31`: there is no such day
paid.txt:7:34: error: step `名单公示` is not posted at `450225100202` in this case
  note: it is posted at: 450225100201
$ printf 'traits secrt\ncase 6\n    today 2020-09-20\n    expect short notice\n' >new; sh try
status 2
paid.txt:3:8: error: `secrt` is no trait (类别) of `补助发放`
  note: did you mean `secret`?
  note: it may have: secret (涉密)
$ printf 'case 5\n    period 2020Q3\n    today 2020-09-20\n    expect short notice\n' >new; sh try | head -2
status 2
paid.txt:4:12: error: `subsidy` does not come round: its rule file says no `every` (周期)

# ---- files that are none

$ printf 'case GBK \326\320\316\304\n' >new; sh try
status 2
paid.txt:3:10: error: this is no character of UTF-8 (is the file in GBK?): save it again as UTF-8
$ printf 'case NUL\n    today 2020\0-09-20\n' >new; sh try
status 2
paid.txt:4:15: error: a NUL byte, which no text has: save the file again as UTF-8
$ : >融水/tests/paid.txt; gongshi --lang en rules test ./融水 --run x 2>&1 | grep paid
./融水/tests/paid.txt: error: there is no case in this file
$ printf '\357\273\277程序 subsidy\r\n区划\t450225100201\r\n办件 回车\r\n  事件 listed 2020-09-01\r\n  今日　2020-09-07\r\n  应报 未公示 notice 应为 2020-09-07' >融水/tests/paid.txt
$ gongshi --lang en rules test ./融水 --run 回车
./融水/tests/paid.txt:3: case 回车, judged on 2020-09-07
./融水/tests/paid.txt:6: lacking:  expect missing notice due 2020-09-07 at 450225100201
rongshui: 0 passed, 1 failed
[1]
$ sed -i 's/2020-09-07.$/2020-09-08/; s/　2020-09-07/ 2020-09-08/' 融水/tests/paid.txt
$ gongshi --lang en rules test ./融水 --run 回车
rongshui: 1 passed, 0 failed
$ head -c 1500000 /dev/zero | tr '\0' a >融水/tests/paid.txt; gongshi --lang en rules test ./融水 --run x 2>&1 | grep -c 'paid.txt: error'
1
$ { echo procedure subsidy; head -c 5000 /dev/zero | tr '\0' a; } >融水/tests/paid.txt; gongshi --lang en rules test ./融水 --run x 2>&1 | grep -c 'paid.txt:2:1: error: a line has at most 4096 bytes'
1
$ { printf 'procedure subsidy\nat 450225100201\ncase a\n'; yes neighbour | head -6000; } >融水/tests/paid.txt; gongshi --lang en rules test ./融水 --run x 2>&1 | grep -c 'a file has at most 4096 cases'
1
$ { printf 'procedure subsidy\ngiven a\n'; yes '    event listed 2020-09-01' | head -600; } >融水/tests/paid.txt; gongshi --lang en rules test ./融水 --run x 2>&1 | grep -c 'a case has at most 512 facts'
88

# ---- names

# A name in capitals is read; what is not is said; a readme is no test.
# 6 September 2020 is a Sunday.
$ mkdir q q/tests; cp 融水/*.yaml q; printf 'procedure subsidy\nat 450225100201\ncase a\n    event listed 2020-09-01\n    today 2020-09-08\n    expect missing notice due 2020-09-07\n' >q/tests/PAID.TXT; cp q/tests/PAID.TXT q/tests/b.text; touch q/tests/README.md q/tests/PAID.TXT~
$ gongshi --lang en rules test ./q
rongshui: 1 passed, 0 failed
./q/tests/b.text: warning: this is not read: the name of a file of tests ends in .txt
# A notice that stood twice, on 2 to 5 September and on 6 to 7, is restated as a
# pair, in either order and wherever the lines stand: one day of one of them is
# another.  Two days of the pair are two.
$ mkdir -p two/pair/tests; cp 融水/*.yaml two/pair/; sed -i 's/rongshui/pair/' two/pair/pack.yaml
$ cat >two/pair/tests/a.txt <<'.'
> procedure subsidy
> at 450225100201
> where notice 450225100201
> case a day short in two pieces
>     event listed 2020-09-01
>     posting notice 2020-09-02 to 2020-09-05
>     posting notice 2020-09-06 to 2020-09-07
>     event paid 2020-09-09
>     today 2020-09-20
>     expect short notice due 2020-09-08 actual 2020-09-07
> neighbour
>     posting notice 2020-09-02 to 2020-09-05
>     posting notice 2020-09-06 to 2020-09-08
> neighbour
>     posting notice 2020-09-06 to 2020-09-08
>     posting notice 2020-09-02 to 2020-09-05
> .
$ gongshi --lang en rules test ./two/pair
pair: 3 passed, 0 failed
$ sed '16s/09-02/09-03/' two/pair/tests/a.txt >a.txt; sed -i 15d two/pair/tests/a.txt; gongshi --lang en rules test ./two/pair 2>&1 | grep -c 'differs from its case in one day'
1
$ mv a.txt two/pair/tests/; gongshi --lang en rules test ./two/pair 2>&1 | grep -c 'differs from its case in one day'
1

# The second reading of tests says the same.
$ sed -i '16s/09-03/09-02/' two/pair/tests/a.txt; GONGSHI_BIN=$(dirname "$(command -v gongshi)") $TOP/tests/run-rules --rules two two/pair/tests/a.txt
3 passed, 0 failed
