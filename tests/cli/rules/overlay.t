# A pack over a pack (LANGUAGE 7): one county's own rule over the region's, in
# the words of the page, with a pack like the shipped one below.  Days are counted by hand.

$ mkdir -p rules/rongshui; cp -r $TESTDIR/cli/rules/base/guangxi-2020 rules/
$ cat >rules/rongshui/pack.yaml <<.
> pack: rongshui
> title: 融水县公示天数
> scope: ["450225"]
> overlay: guangxi-2020
> in-force: {from: 2020-06-01, until: 2021-12-31}
> instruments:
>   融政办发〔2020〕1号: {title: 关于调整公示天数的通知, issued: 2020-05}
> .
$ cat >rules/rongshui/county-exit.yaml <<.
> procedure: county-exit
> basis: 融政办发〔2020〕1号
> steps:
>   public-notice: {lasts: at least 7 days}
> .
$ gongshi --rules rules rules check
规则文件没有错误：规则包 2 个，程序 6 个

# The list says over what it lies, and that what it does not name is the base's.
$ gongshi --rules rules rules list | grep -e rongshui -e household
  household-exit  贫困户脱贫摘帽                                                                rules/guangxi-2020/household-exit.yaml
rongshui          融水县公示天数（叠加于 guangxi-2020）     450225    2020-06-01 至 2021-12-31  rules/rongshui/pack.yaml
  county-exit     贫困县脱贫摘帽                                                                rules/rongshui/county-exit.yaml
  household-exit  贫困户脱贫摘帽                                                                rules/guangxi-2020/household-exit.yaml

# What comes out, said so.  The base's other phrases keep their own citation.
$ gongshi --rules rules --lang en rules show rongshui | sed -n '1s/^#/=/;1,3p;/^scope/p;/^in-force/p'
= `rongshui` lies over `guangxi-2020`: this is the whole that comes out of the two; loaded by itself it means the same.
pack: rongshui
title: 融水县公示天数
scope: ["450225"]
in-force: {from: 2020-06-01, until: 2021-12-31}
$ gongshi --rules rules rules show rongshui | sed -n '1s/^#/=/p'
= “rongshui”叠加于“guangxi-2020”：以下是叠加后的全文，单独使用，含义相同。
$ gongshi --rules rules --lang en rules show rongshui | sed -n '/^procedure: county-exit/,/^---/p' | sed -n '/^basis/p;/  public-notice:/,/^  #/p' | grep -v '#'
basis: 桂扶领发〔2020〕10号
  public-notice:
    title: 社会公示
    title-en: Public notice
    kind: notice
    at: region
    opens: after group-studied
    lasts: {bound: at least 7 days, basis: 融政办发〔2020〕1号}

# Loaded by itself, in either language, it is written the same again.
$ cat >apart.py <<'.'
> import re, subprocess, sys, os, shutil
> def show(rules, lang, *names):
>     return subprocess.run(["gongshi", "--rules", rules, "--lang", lang,
>         "rules", "show", *names], check=True, capture_output=True,
>         text=True).stdout
> def documents(text):
>     return sorted(re.split(r"(?m)^---\n", re.sub(r"(?m)^# .*\n", "", text)))
> rules, pack = sys.argv[1:]
> for lang in ("en", "zh"):
>     shutil.rmtree("apart", ignore_errors=True)
>     os.makedirs("apart")
>     for i, text in enumerate(re.split(r"(?m)^---\n", show(rules, lang, pack))):
>         with open("apart/%s.yaml" % ("pack" if i == 0 else i), "w") as f:
>             f.write(text)
>     for other in ("en", "zh"):
>         print(documents(show(rules, other, pack)) ==
>               documents(show("apart", other)))
> .
$ python3 apart.py rules rongshui | uniq -c | tr -s ' '
 4 True

# Two counties, one database, one scan.  RS: 融水, 7 days; HJ: 环江, the base's
# 10.  Posted on 17 November 2020: 7 days are through the 23rd, 10 through the
# 26th.  RS-1 and HJ-1 stand so long, RS-2 and HJ-2 a day less.  RS-3 began a
# day before the overlay is in force, RS-4 on its first day.
$ cat >facts.py <<.
> import sys
> rows = [r.split() for r in sys.argv[2:]]	# case division begun until
> def sheet(name, head, lines):
>     open(name + ".csv", "w").write("\n".join([head] + lines) + "\n")
> sheet("1cases", "case,procedure,division,title",
>       ["%s,county-exit,%s,%s" % (c, d, c) for c, d, b, u in rows])
> sheet("2events", "case,event,date", [f"{c},{e}" for c, d, b, u in rows
>       for e in (f"county-applied,{b}", "city-verified,2021-01-04",
>                 "region-assessed,2021-01-05", "group-studied,2021-01-06")]
>       if sys.argv[1] == "2021" else [f"{c},{e}" for c, d, b, u in rows
>       for e in (f"county-applied,{b}", "city-verified,2020-10-19",
>                 "region-assessed,2020-11-02", "group-studied,2020-11-16")])
> sheet("3postings", "case,step,division,posted,until",
>       ["%s,public-notice,,%s,%s" % (c, "2021-01-07" if sys.argv[1] ==
>        "2021" else "2020-11-17", u) for c, d, b, u in rows])
> .
$ cat >found.py <<.
> import json, sys
> for f in json.load(sys.stdin)["findings"]:
>     print(f["case"], f["code"], f["step"] or f["event"], f["due"],
>           f["actual"], f["basis"])
> .
$ python3 facts.py 2020 "RS-1 450225 2020-10-12 2020-11-23" "RS-2 450225 2020-10-12 2020-11-22" "RS-3 450225 2020-05-31 2020-11-23" "RS-4 450225 2020-06-01 2020-11-23" "HJ-1 450226 2020-10-12 2020-11-26" "HJ-2 450226 2020-10-12 2020-11-25"
$ gongshi init && gongshi --rules rules import [123]*.csv >log 2>&1
$ gongshi --rules rules --today 2020-12-01 scan --format json | python3 found.py
RS-2 short public-notice 2020-11-23 2020-11-22 融政办发〔2020〕1号
RS-3 short public-notice 2020-11-26 2020-11-23 委托方要求
HJ-2 short public-notice 2020-11-26 2020-11-25 委托方要求

# `explain` cites the overlay's document for what it sets, the base's for the rest.
$ gongshi --rules rules --today 2020-12-01 explain RS-2 public-notice | grep 依据：
  规则：“领导小组研究” 后（依据：桂扶领发〔2020〕10号）
  规则：公示期不少于 7 日（依据：融政办发〔2020〕1号）
    依据：融政办发〔2020〕1号

# `in-force` is laid key by key: an overlay that only ends earlier begins with
# its base, on 1 January 2020.  Its last day is 31 December; the next is the
# base's.  Posted on 7 January 2021: 7 days through the 13th, 10 through the 16th.
$ sed -i 's/^in-force.*/in-force: {until: 2020-12-31}/' rules/rongshui/pack.yaml
$ python3 facts.py 2021 "A 450225 2020-12-31 2021-01-13" "B 450225 2021-01-01 2021-01-13" "C 450225 2020-01-01 2021-01-13"
$ rm gongshi.db; gongshi init && gongshi --rules rules import [123]*.csv >log 2>&1
$ gongshi --rules rules --today 2021-02-01 scan --format json | python3 found.py
B short public-notice 2021-01-16 2021-01-13 委托方要求
$ gongshi --rules rules --lang en rules show rongshui | grep ^in-force
in-force: {from: 2020-01-01, until: 2020-12-31}

# An overlay that sets nothing means what the base means: it is written the
# same but for its head, and a scan finds the same.
$ rm rules/rongshui/county-exit.yaml
$ printf 'pack: rongshui\ntitle: 融水\nscope: ["450225"]\noverlay: guangxi-2020\n' >rules/rongshui/pack.yaml
$ cat >same.py <<.
> import re, subprocess
> for lang in ("en", "zh"):
>     out = subprocess.run(["gongshi", "--rules", "rules", "--lang", lang,
>         "rules", "show"], capture_output=True, text=True).stdout
>     docs = re.split(r"(?m)^---\n", re.sub(r"(?m)^# .*\n", "", out))
>     print(docs[1:4] == docs[5:8], len(docs), docs[0] == docs[4])
>     tail = lambda d: d[d.index("\nin-force" if lang == "en" else "\n有效期"):]
>     print(tail(docs[0]) == tail(docs[4]))
> .
$ python3 same.py
True 8 False
True
True 8 False
True
$ gongshi --rules rules --today 2021-02-01 scan --format json >with; rm -r rules/rongshui
$ gongshi --rules rules --today 2021-02-01 scan --format json >without; cmp with without

# Over an overlay: a township over its county over the region.  Written in
# Chinese over the English, points named by title; folders in any order.
$ mv rules/guangxi-2020 rules/zz; mkdir rules/mm rules/aa
$ cat >rules/mm/pack.yaml <<.
> 规则包: rongshui
> 名称: 融水县
> 适用区划: ["450225"]
> 叠加: guangxi-2020
> 文件: {融政办发〔2020〕1号: {名称: 关于调整公示天数的通知}}
> .
$ cat >rules/mm/户.yaml <<.
> 程序: household-exit
> 依据: 融政办发〔2020〕1号 第二条
> 环节:
>   村民小组公示: {公示期: 不少于 5 日}
> .
$ cat >rules/aa/pack.yaml <<.
> 规则包: rongshui-town
> 名称: 融水镇
> 适用区划: ["450225100"]
> 叠加: rongshui
> 文件: {融镇发〔2020〕3号: {}}
> .
$ cat >rules/aa/户.yaml <<.
> 程序: 贫困户脱贫摘帽
> 环节:
>   村民小组公示: {依据: 融镇发〔2020〕3号, 异议: {处理单位: 镇纪委}}
>   village-announcement: {公示期: {约束: 不少于 3 日, 依据: 融镇发〔2020〕3号 二}}
> .
$ gongshi --rules rules rules check
规则文件没有错误：规则包 3 个，程序 9 个
$ gongshi --rules rules --lang en rules show rongshui-town | sed -n '/^procedure: household-exit/,/^---/p' | sed -n '/^  group-notice/,/^---/p' | grep -v '#'
  group-notice:
    title: 村民小组公示
    title-en: Notice in the village group
    kind: notice
    at: each group
    opens: {bound: after deliberated, basis: 桂扶领办发〔2020〕45号}
    lasts: {bound: at least 5 days, basis: 融政办发〔2020〕1号 第二条}
    objections: {handler: 镇纪委}
    basis: 融镇发〔2020〕3号
    bases: {at: 桂扶领办发〔2020〕45号, handler: 融镇发〔2020〕3号}
  village-notice:
    title: 行政村公示
    title-en: Notice in the village
    kind: notice
    at: village
    opens: after township-reviewed
    lasts: at least 7 days
    objections: {handler: 乡镇人民政府}
  village-announcement:
    title: 行政村公告
    title-en: Announcement in the village
    kind: announcement
    at: village
    opens: within 20 workdays after county-approved
    lasts: {bound: at least 3 days, basis: 融镇发〔2020〕3号 二}
    basis: 政府信息公开条例 第二十六条
    note: 通知未载明公告期限和张贴天数；期限按条例第二十六条，天数不作要求。
---
$ python3 apart.py rules rongshui-town | uniq -c | tr -s ' '
 4 True

# In the town 5 days from 1 September are through the 5th; handled by the
# township's government, as the base has it, is handled by another now.
$ cat >f.py <<.
> open("1.csv", "w").write("division,name\n450225100200,东良村\n450225100200001,一屯\n")
> open("2.csv", "w").write("case,procedure,division,title\nT,household-exit,450225100200,T\n")
> open("3.csv", "w").write("case,event,date\nT,deliberated,2020-09-01\n")
> open("4.csv", "w").write("case,step,division,posted,until\nT,group-notice,450225100200001,2020-09-01,2020-09-04\n")
> open("5.csv", "w").write("case,step,received,resolved,handler\nT,group-notice,2020-09-02,2020-09-03,驻村工作队\n")
> .
$ python3 f.py; rm gongshi.db; gongshi init && gongshi --rules rules import [12345].csv >log 2>&1
$ gongshi --rules rules --today 2020-09-20 scan --format json | python3 found.py
T handler group-notice None 2020-09-03 融镇发〔2020〕3号
T short group-notice 2020-09-05 2020-09-04 融政办发〔2020〕1号 第二条

# A pack given alone: what it lies over is looked for beside it, then where
# packs are looked for, and is in force nowhere.
$ gongshi rules check rules/mm
规则文件没有错误：规则包 1 个，程序 3 个
$ mkdir alone; cp -r rules/mm alone/; cd alone; gongshi rules check mm | grep -c 没有错误; cd mm; gongshi rules check . | grep -c 没有错误
1
1
$ cp -r rules/aa alone/; gongshi rules check alone/aa | grep -c 没有错误
1
$ rm -r alone/mm; gongshi rules check alone/aa
alone/aa/pack.yaml:4:5: error: 没有名为“rongshui”的规则包，无从叠加
  叠加: rongshui
        ^
  note: 请把“rongshui”的文件夹与本规则包的文件夹放在一处
[2]

# A folder that was asked for stands alone.
$ gongshi --rules alone rules list
alone/aa/pack.yaml:4:5: error: 没有名为“rongshui”的规则包，无从叠加
  叠加: rongshui
        ^
  note: 请把“rongshui”的文件夹与本规则包的文件夹放在一处
[2]
