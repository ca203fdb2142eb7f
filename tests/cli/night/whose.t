# Whose delivery it is: what the county brings for all is no township's own, and
# does not stand for what a township was asked to deliver again.

$ gongshi init
$ mkdir -p inbox/县办 inbox/乙乡 out
$ cat >inbox/县办/区划.csv <<.
> 区划代码,名称,级别,联系人,电话
> 450225101,甲乡,乡镇,韦甲,0772-1111101
> 450225102,乙乡,乡镇,莫乙,0772-1111102
> 450225103,丙镇,乡镇,潘丙,0772-1111103
> 450225101201,甲村,行政村,,
> 450225102201,乙村,行政村,,
> 450225103201,丙村,行政村,,
> 450225101201001,甲屯,村民小组,,
> 450225102201001,乙屯,村民小组,,
> 450225103201001,丙屯,村民小组,,
> .
$ printf '办件编号,程序,区划代码,名称\n甲1,贫困户脱贫摘帽,450225101201,甲村名单\n乙1,贫困户脱贫摘帽,450225102201,乙村名单\n丙1,贫困户脱贫摘帽,450225103201,丙村名单\n' >inbox/县办/办件.csv
$ printf '办件编号,事件,日期\n甲1,deliberated,2020-10-01\n乙1,deliberated,2020-10-01\n丙1,deliberated,2020-10-01\n甲1,乡镇审核,2020-10-10\n乙1,乡镇审核,2020-10-10\n丙1,乡镇审核,2020-10-10\n' >inbox/县办/事件.csv

# Where nobody but the county delivers, its deliveries are everybody's: nobody is
# silent.
$ cp -r inbox alone; gongshi --db alone.db init; mkdir o; rm -r alone/乙乡
$ gongshi --db alone.db --lang zh --today 2020-10-12 nightly --inbox alone --out o --settle 0 | sed -n '/^乡镇 /,/^$/p'
乡镇               严重问题  问题  待处理  提示  新增  最近报送
甲乡（450225101）  0         1     0       0     1     2020-10-12（今天）  韦甲 0772-1111101
乙乡（450225102）  0         1     0       0     1     2020-10-12（今天）  莫乙 0772-1111102
丙镇（450225103）  0         1     0       0     1     2020-10-12（今天）  潘丙 0772-1111103

$ grep -c 没有报送 o/report.txt
0
[1]

# Where a township delivers for itself, each is asked for its own.  乙乡's is
# refused; of 丙镇 nothing came, whatever the county brought.
$ mkdir inbox/甲乡; printf '办件编号,环节,区划代码,张贴日期,截止日期\n甲1,村民小组公示,甲屯,2020-10-02,2020-10-09\n' >inbox/甲乡/张贴.csv
$ printf '办件编号,环节,区划代码,张贴日期,截止日期\n乙1,村民小组公示,乙屯,2020-13-02,2020-10-09\n' >inbox/乙乡/张贴.csv; cp -r inbox/乙乡 again
$ gongshi --lang zh --today 2020-10-12 nightly --inbox inbox --out out --settle 0 | sed -n '/^乡镇 /,/^$/p'
乡镇               严重问题  问题  待处理  提示  新增  最近报送
乙乡（450225102）  0         1     0       0     1     没有报送过；2020-10-12 被退回  莫乙 0772-1111102
丙镇（450225103）  0         1     0       0     1     没有报送过  潘丙 0772-1111103
另有 1 个乡镇没有未了结的问题

$ grep 报送今夜\\\|没有报送（ out/report.txt
      其报送今夜被退回
      自办件登记以来没有报送（2020-10-12 登记）

# The county's of the next day takes nothing of that away.
$ mkdir inbox/县办; printf '办件编号,事件,日期\n甲1,乡镇上报县,2020-10-13\n乙1,乡镇上报县,2020-10-13\n' >inbox/县办/事件.csv
$ gongshi --lang zh --today 2020-10-13 nightly --inbox inbox --out out --settle 0 | grep '^[乙丙].* 0772'
乙乡（450225102）  0         2     0       0     1     没有报送过；2020-10-12 被退回  莫乙 0772-1111102
丙镇（450225103）  0         1     0       0     0     没有报送过  潘丙 0772-1111103
$ grep 报送于\\\|没有报送（ out/report.txt | sort -u
      其报送于 2020-10-12 被退回，此后没有收到
      自办件登记以来没有报送（2020-10-12 登记）
$ gongshi --lang zh --today 2020-10-13 status --inbox inbox | grep 收件
异常  收件：有报送被退回，在 inbox/refused：2020-10-12/乙乡

# 乙乡 delivers again from its own copy; what was refused stays where it lies, which
# is nobody's fault.  It is told for a week, to be compared.
$ sed -i s/2020-13-02/2020-10-02/ again/张贴.csv; mv again inbox/乙乡
$ gongshi --lang zh --today 2020-10-14 nightly --inbox inbox --out out --settle 0 | sed -n '/^以前/,/^$/p'
以前退回的报送，仍在 refused 文件夹中
=====================================
  2020-10-12/乙乡；此后 2020-10-14 收下了同名的报送：请核对有无遗漏

$ gongshi --lang zh --today 2020-10-14 status | grep 收件
正常  收件：没有被退回的报送
$ gongshi --lang zh --today 2020-10-21 nightly --inbox inbox --out out --settle 0 | grep -c 同名
1
$ gongshi --lang zh --today 2020-10-22 nightly --inbox inbox --out out --settle 0 | grep -c 同名
0
[1]

# Within a township the worst comes first, whatever the order of the cases.
$ mkdir inbox/新; printf '办件编号,程序,区划代码,名称\nXM-1,扶贫项目,450225103201,丙村水渠\n' >inbox/新/办件.csv; printf '办件编号,事件,日期\nXM-1,村接到计划,2020-08-27\nXM-1,拨付款项,2020-09-15\n' >inbox/新/事件.csv
$ gongshi --lang zh --today 2020-10-23 nightly --inbox inbox --out out --settle 0 >/dev/null
[1]
$ sed -n '/^新增问题/,/^未了结的/p' out/report.txt | sed -n '/^丙镇（450225103）$/,$p' | grep -o '^  ［[^］]*］'
  ［严重问题］
  ［问题］
  ［问题］

# A township's own folder bears its code alone; the report says who that is.
$ mkdir inbox/450225102; printf 'x\n' >inbox/450225102/a.csv; mkdir inbox/45022599912345678901234567890123456789; printf 'x\n' >inbox/45022599912345678901234567890123456789/a.csv
$ gongshi --lang zh --today 2020-10-24 nightly --inbox inbox --out out --settle 0 >/dev/null
[1]
$ sed -n '/^被退回/,/^各乡镇/p' out/report.txt | grep 处错误
  乙乡（450225102）：1 处错误，详见 refused/2020-10-24/450225102/errors.txt；第一处：
  45022599912345678901234567890123456789：1 处错误，详见 refused/2020-10-24/45022599912345678901234567890123456789/errors.txt；第一处：
