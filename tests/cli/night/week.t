# Some nights over three townships, as a clerk reads them: whom to call, why, by
# when.  A notice of seven days opened on 9 October stands through the 15th; one
# that must be over before the 10th goes up by the 3rd.

$ gongshi init
$ mkdir -p inbox/县办 inbox/甲乡 inbox/乙乡 inbox/丙镇 out
$ cat >inbox/县办/区划.csv <<.
> 区划代码,名称,级别,联系人,电话
> 450225101,甲乡,乡镇,韦甲,0772-1111101
> 450225102,乙乡,乡镇,莫乙,0772-1111102
> 450225103,丙镇,乡镇,,
> 450225101201,甲村,行政村,,
> 450225102201,乙村,行政村,,
> 450225103201,丙村,行政村,潘丙,0772-1111103
> 450225101201001,甲屯,村民小组,,
> 450225102201001,乙屯,村民小组,,
> 450225103201001,丙屯,村民小组,,
> .
$ printf '办件编号,程序,区划代码,名称\n甲1,贫困户脱贫摘帽,450225101201,甲村名单\n乙1,贫困户脱贫摘帽,450225102201,乙村名单\n丙1,贫困户脱贫摘帽,450225103201,丙村名单\n' >inbox/县办/办件.csv
$ printf '办件编号,事件,日期\n甲1,deliberated,2020-10-08\n' >inbox/甲乡/事件.csv; printf '办件编号,环节,区划代码,张贴日期,截止日期\n甲1,村民小组公示,甲屯,2020-10-09,\n' >inbox/甲乡/张贴.csv
$ printf '办件编号,事件,日期\n乙1,deliberated,2020-10-08\n' >inbox/乙乡/事件.csv; printf '办件编号,环节,区划代码,张贴日期,截止日期\n乙1,村民小组公示,乙屯,2020-13-09,\n' >inbox/乙乡/张贴.csv
$ printf '办件编号,事件,日期\n丙1,deliberated,2020-10-01\n丙1,乡镇审核,2020-10-10\n' >inbox/丙镇/事件.csv

# The 12th, a Monday.  乙乡's sheet is refused, and told first; 丙镇's notice never
# went up, and it is 丙村's clerk that is called.
$ gongshi --lang zh --today 2020-10-12 nightly --inbox inbox --out out --settle 0 >/dev/null
[1]
$ sed -n '/^被退回/,/^新增/p' out/report.txt
被退回的报送（未入库，未核查）
==============================
  乙乡：1 处错误，详见 refused/2020-10-12/乙乡/errors.txt；第一处：
      乙乡/张贴.csv:2:14: error: “2020-13-09”：没有这一天（D2）
      → 请报送单位按 errors.txt 改好，连同文件夹中没有错的表（也没有收）全部重新
      报送

各乡镇情况与联系人
==================
乡镇               严重问题  问题  待处理  提示  新增  最近报送
乙乡（450225102）  0         0     0       0     0     没有报送过；2020-10-12 被退回  莫乙 0772-1111102
丙镇（450225103）  0         1     0       0     1     2020-10-12（今天）
没有联系人的，请在区划表中填“联系人”“电话”两列
另有 1 个乡镇没有未了结的问题

新增问题：1 项
$ sed -n '/^新增问题/,$p' out/report.txt
新增问题：1 项
==============
丙镇（450225103）
  ［问题］未公示：丙1 丙村名单
      村民小组公示，丙屯（450225103201001）：至今未张贴，最迟应在 2020-10-03 张
      贴。要求：公示期须在“乡镇审核”（2020-10-10）之前届满。
      依据：桂扶领办发〔2020〕45号
      → 已经张贴的，请补登记；没有张贴的，请立即张贴并登记，贴满公示期（不少于
      7 日，首日不计入）。
      联系：潘丙 0772-1111103
      问题标识：丙1/group-notice/450225103201001/missing

# The 13th: nobody has done anything.
$ gongshi --lang zh --today 2020-10-13 nightly --inbox inbox --out out --settle 0 | sed -n '/^以前/,/^丙镇/p'
以前退回的报送，仍在 refused 文件夹中
=====================================
  2020-10-12/乙乡
      → 请报送单位按 errors.txt 改好，连同文件夹中没有错的表（也没有收）全部重新
      报送

各乡镇情况与联系人
==================
乡镇               严重问题  问题  待处理  提示  新增  最近报送
乙乡（450225102）  0         0     0       0     0     没有报送过；2020-10-12 被退回  莫乙 0772-1111102
丙镇（450225103）  0         1     0       0     0     2020-10-12（1 天前）

# The 14th: 乙乡's comes back, and its notice was down two days early.
$ mv inbox/refused/2020-10-12/乙乡 inbox/; printf '办件编号,环节,区划代码,张贴日期,截止日期\n乙1,村民小组公示,乙屯,2020-10-09,2020-10-13\n' >inbox/乙乡/张贴.csv
$ gongshi --lang zh --today 2020-10-14 nightly --inbox inbox --out out --settle 0 | grep 乙
乙乡（450225102）  0         1     0       0     1     2020-10-14（今天）  莫乙 0772-1111102
乙乡（450225102）
  ［问题］公示期不足：乙1 乙村名单
      村民小组公示，乙屯（450225102201001）：2020-10-09 张贴，贴到 2020-10-13，
      联系：莫乙 0772-1111102
      问题标识：乙1/group-notice/450225102201001/short
$ cat inbox/taken/2020-10-14/乙乡/receipt.txt
2020-10-14 已收：乙乡
事件：共 1 行，新增 1 条，未变 0 条
张贴记录：共 1 行，新增 1 条，未变 0 条

这些办件今夜新增、了结的问题：
  新增，［问题］公示期不足：乙1 乙村名单
      村民小组公示，乙屯（450225102201001）：2020-10-09 张贴，贴到 2020-10-13，
      应贴到 2020-10-15，少 2 天。要求：不少于 7 日，首日计入。
      → 请重新张贴，自张贴之日起不间断贴满公示期（不少于 7 日，首日不计入）；后
      续事项等期满后再办。

# The 15th: posted again, which puts it right; told with its place.  A correction
# of 丙镇's is refused: its finding says so.
$ printf '办件编号,环节,区划代码,张贴日期,截止日期\n乙1,村民小组公示,乙屯,2020-10-15,\n' >inbox/乙.csv; mkdir inbox/丙镇更正; printf 'x\n' >inbox/丙镇更正/说明.txt
$ gongshi --lang zh --today 2020-10-15 nightly --inbox inbox --out out --settle 0 | sed -n '/^已解决：1 项/,$p'
已解决：1 项
============
乙乡（450225102）
  ［问题］公示期不足：乙1 乙村名单（2020-10-14 起）
      村民小组公示，乙屯（450225102201001）

未了结的问题（严重的在前）：1 项
================================
丙镇（450225103）
  ［问题］未公示：丙1 丙村名单（2020-10-12 起）
      村民小组公示，丙屯（450225103201001）：至今未张贴，最迟应在 2020-10-03 张
      贴。要求：公示期须在“乡镇审核”（2020-10-10）之前届满。
      依据：桂扶领办发〔2020〕45号
      → 已经张贴的，请补登记；没有张贴的，请立即张贴并登记，贴满公示期（不少于
      7 日，首日不计入）。
      其报送今夜被退回
      联系：潘丙 0772-1111103
      问题标识：丙1/group-notice/450225103201001/missing
$ gongshi --lang zh --today 2020-10-16 nightly --inbox inbox --out out --settle 0 | grep 其报送
      其报送于 2020-10-15 被退回，此后没有收到

# A case that another brings anew: of its township nothing has come since.
$ printf '办件编号,程序,区划代码,名称\n甲2,贫困户脱贫摘帽,450225101201,甲村二批\n' >c.csv; printf '办件编号,事件,日期\n甲2,deliberated,2020-10-01\n甲2,乡镇审核,2020-10-10\n' >e.csv
$ gongshi --today 2020-10-17 import c.csv e.csv >/dev/null; gongshi --lang zh --today 2020-10-18 nightly --inbox inbox --out out --settle 0 >/dev/null
[1]
$ grep -A1 自办件 out/report.txt
      自办件登记以来没有报送（2020-10-17 登记）
      联系：韦甲 0772-1111101

# Reports of each night stay; who is called is in report.json, never in calendars.
$ echo $(ls out/reports); cmp out/report.txt out/reports/2020-10-18.txt
2020-10-12.json 2020-10-12.txt 2020-10-13.json 2020-10-13.txt 2020-10-14.json 2020-10-14.txt 2020-10-15.json 2020-10-15.txt 2020-10-16.json 2020-10-16.txt 2020-10-18.json 2020-10-18.txt
$ sed -n '/"contacts"/,$p' out/report.json
 "contacts": [
  {"division": "450225101", "contact": "韦甲", "phone": "0772-1111101"},
  {"division": "450225102", "contact": "莫乙", "phone": "0772-1111102"}]}
$ grep -rl '0772\|韦甲' out/calendars
[1]
$ for d in 01 02 03; do cp out/report.txt out/reports/2019-01-$d.txt; done; cp out/report.txt out/reports/notes.txt; i=0; while [ $i -lt 54 ]; do touch out/reports/2019-$(printf '%02d-%02d' $((2 + i / 28)) $((1 + i % 28))).txt; i=$((i + 1)); done
$ gongshi --lang zh --today 2020-10-19 nightly --inbox inbox --out out --settle 0 >/dev/null; ls out/reports | grep -c txt; ls out/reports | head -1; ls out/reports/notes.txt
61
2019-02-02.txt
out/reports/notes.txt
$ printf '区划代码,名称,联系人,电话\n450225101,甲乡,韦新,0772-2222201\n' >d.csv; gongshi --lang zh --today 2020-10-19 import d.csv
区划：共 1 行，新增 0 条，未变 0 条，更正 1 条
