The language: --lang, else the locale's, and Chinese where it names none or
where nothing is said.  Calendars are Chinese unless --lang is given.

# Nothing said: Chinese, though the locale is "C".
$ gongshi scan nothing
gongshi: error: “scan”不带参数
[2]
$ env -i PATH="$PATH" gongshi scan nothing
gongshi: error: “scan”不带参数
[2]
$ LC_ALL=C gongshi scan nothing
gongshi: error: “scan”不带参数
[2]
$ LC_ALL=POSIX gongshi scan nothing
gongshi: error: “scan”不带参数
[2]
$ LANG=C.UTF-8 gongshi scan nothing
gongshi: error: “scan”不带参数
[2]

# A Chinese locale, generated on this machine or not, of whatever encoding.
$ LANG=zh_CN.UTF-8 gongshi scan nothing
gongshi: error: “scan”不带参数
[2]
$ LANG=zh_CN.GB18030 gongshi scan nothing
gongshi: error: “scan”不带参数
[2]

# Another one: English.  LC_ALL goes before LANG, LANGUAGE before both.
$ LC_ALL=en_US.UTF-8 gongshi scan nothing
gongshi: error: `scan` takes no operands
[2]
$ LANG=zh_CN.UTF-8 LC_ALL=en_US.UTF-8 gongshi scan nothing
gongshi: error: `scan` takes no operands
[2]
$ LC_ALL=en_US.UTF-8 LANGUAGE=zh_CN gongshi scan nothing
gongshi: error: “scan”不带参数
[2]

# --lang goes before all of them, wherever it stands.
$ LC_ALL=en_US.UTF-8 gongshi --lang zh scan nothing
gongshi: error: “scan”不带参数
[2]
$ LANG=zh_CN.UTF-8 gongshi scan nothing --lang=en
gongshi: error: `scan` takes no operands
[2]

# Neither of the two: said in the locale's language.
$ gongshi --lang both scan
gongshi: error: --lang both：应为 zh 或 en
[2]
$ LC_ALL=en_US.UTF-8 gongshi --lang both scan
gongshi: error: --lang both: expected zh or en
[2]

# Complaints about the options themselves are in the language too.
$ gongshi scan --fromat text
gongshi: error: 没有“--fromat”这个选项
  note: 是不是“--format”？
[2]
$ gongshi scan --fromat text --lang en
gongshi: error: `--fromat` is no option
  note: did you mean `--format`?
[2]
$ gongshi scna
gongshi: error: 没有“scna”这个命令，请看“gongshi --help”
  note: 是不是“scan”？
[2]

# Help: wide characters stay in their columns and within 80 of them.
$ gongshi scan --help
用法：gongshi scan [选项...]

核查结果：哪里有问题，差几天，依据哪一条

  --division 代码          只看这个区划及其下级
  --format text|json|csv   输出格式（默认为 text）
  --fail-on 级别           从哪一级起退出码为 1：advice 提示、question 待处理、
                           violation 问题、grave 严重问题（默认为 question）
  --jobs 个数              同时用几个进程（默认用本机的处理器，最多 8 个）

  --db 文件|中心库         数据库（默认为 $GONGSHI_DB，否则为 gongshi.db），或中
                           心库的连接字符串 postgresql://主机/库名
  --no-mirror              读中心库，不留镜像
  --rules 目录             规则包所在目录
  --calendars 目录         节假日日历所在目录
  --today 日期             把这一天当作今天
  --lang zh|en             提示所用的语言
  --help                   显示帮助后退出
  --version                显示版本后退出

例如：
  gongshi scan --today 2020-10-20 --format csv

# One case in two languages.
$ cat >d.csv <<.
> 区划代码,名称
> 450225901,甲乡
> 450225901201,甲一村
> 450225901201001,甲一村一屯
> 450225901201002,甲一村二屯
> .
$ cat >c.csv <<.
> 办件编号,程序,区划代码,名称
> HX-1,贫困户脱贫摘帽,450225901201,甲一村第一批
> .
$ cat >e.csv <<.
> 办件编号,事件,日期
> HX-1,村级评议确定初审名单,2020-09-01
> HX-1,乡镇审核,2020-09-12
> .
$ cat >p.csv <<.
> 办件编号,环节,区划代码,张贴日期,截止日期,载体
> HX-1,村民小组公示,450225901201001,2020-09-02,2020-09-07,公开栏
> HX-1,村民小组公示,450225901201002,2020-09-02,2020-09-09,公开栏
> HX-1,行政村公示,450225901201,2020-09-11,,公开栏
> .
$ gongshi init
$ gongshi import d.csv c.csv e.csv p.csv
区划：共 4 行，新增 4 条，未变 0 条
办件：共 1 行，新增 1 条，未变 0 条
事件：共 2 行，新增 2 条，未变 0 条
张贴记录：共 3 行，新增 3 条，未变 0 条
$ gongshi scan --today 2020-09-15
核查结果（截至 2020-09-15）

甲乡（450225901）
=================

HX-1  甲一村第一批  ［贫困户脱贫摘帽］  甲一村（450225901201）
  问题      公示期不足：村民小组公示，甲一村一屯（450225901201001）
            2020-09-02 张贴，贴到 2020-09-07，应贴到 2020-09-08，少 1 天。要求：
            不少于 7 日，首日计入。
            → 请重新张贴，自张贴之日起不间断贴满公示期（不少于 7 日，首日不计
              入）；后续事项等期满后再办。
            依据：桂扶领办发〔2020〕45号
  问题      公示早：行政村公示，甲一村（450225901201）
            2020-09-11 张贴，比最早日期 2020-09-12 早 1 天。要求：“乡镇审核”
            （2020-09-12）之后。
            → 请在 2020-09-12 或之后重新张贴，贴满公示期（不少于 7 日，首日不计
              入），并登记。
            依据：桂扶领办发〔2020〕45号

核查结果：2 项（问题 2）
分类：公示早 1、公示期不足 1
办件：1 项
公示任务：4 项（已期满 1、公示中 1、中断 1、等前序 1）
[1]
$ gongshi scan --today 2020-09-15 --lang en
Findings as of 2020-09-15

甲乡 (450225901)
================

HX-1  甲一村第一批  [Household poverty exit]  甲一村 (450225901201)
  violation  notice too short: Notice in the village group, 甲一村一屯
             (450225901201001)
             Posted on 2020-09-02 and shown through 2020-09-07, 1 day short of
             the period asked for, which runs through 2020-09-08: at least 7
             days, the first day counted.
             → Post it again for its full period without a gap (at least 7 days,
               the first day not counted), from the day it goes up; what comes
               next waits until then.
             Basis: 桂扶领办发〔2020〕45号
  violation  posted early: Notice in the village, 甲一村 (450225901201)
             Posted on 2020-09-11, 1 day before the first day for it,
             2020-09-12: after 'Township reviewed' (2020-09-12).
             → Post it again, on 2020-09-12 or later, for its full period (at
               least 7 days, the first day not counted), and record it.
             Basis: 桂扶领办发〔2020〕45号

Findings: 2 (violation 2)
By kind: posted early 1, notice too short 1
Cases: 1
Slots: 4 (done 1, standing 1, broken 1, waiting 1)
[1]

# The plan is a table where it fits; what it leaves out stands below it.
$ gongshi plan --today 2020-09-15
公示安排（截至 2020-09-15）

甲乡（450225901）
=================

HX-1  甲一村第一批  ［贫困户脱贫摘帽］  甲一村（450225901201）
  环节          张贴区划    状态    张贴日期    届满日
  村民小组公示  甲一村一屯  中断    2020-09-02  2020-09-08
  村民小组公示  甲一村二屯  已期满  2020-09-02  2020-09-08
  行政村公示    甲一村      公示中  2020-09-11  2020-09-17
  行政村公告    甲一村      等前序
  → 村民小组公示，甲一村一屯：只贴到 2020-09-07
  → 行政村公示，甲一村：建议贴到 2020-09-18
  → 行政村公告，甲一村：等待“县审定”；~2020-09-18 起可以张贴

晚于最迟日期张贴，或在届满日结束前撤下，即为违规；按建议的日期张贴、撤下，无论怎
  样计算都不违规。
带 ~ 的日期为预计：前序尚未完成。
办件：1 项
公示任务：4 项（已期满 1、公示中 1、中断 1、等前序 1）

# Calendars hang in Chinese offices, whoever's locale writes them.
$ LC_ALL=en_US.UTF-8 gongshi ics --today 2020-09-15 --out a.ics
$ grep -o 'SUMMARY:【已贴】' a.ics | sort | uniq -c
      2 SUMMARY:【已贴】
$ grep -o 'SUMMARY:【中断】' a.ics
SUMMARY:【中断】
$ gongshi ics --today 2020-09-15 --out a.ics --lang en
$ grep -o 'SUMMARY:\[posted\]' a.ics | sort | uniq -c
      2 SUMMARY:[posted]
