# A row names its case by the period and a village's name: of two villages of
# that name, the one in the sender's folder is meant.

$ mkdir -p rules/v inbox/450225101 out
$ printf 'pack: v\ninstruments: {甲: {}}\n' >rules/v/pack.yaml
$ cat >rules/v/affairs.yaml <<.
> 程序: affairs
> 名称: 村务公开
> 办理层级: 行政村
> 周期: 每半年
> 依据: 甲
> 事件: {季末: {名称: 期末日, 日历: 期末}}
> 环节: {上墙: {类型: 公告, 地点: 行政村, 张贴: 期末日 后 10 日内}}
> .
$ cat >g <<'.'
> gongshi --lang en --rules rules --today 2026-07-02 "$@"
> .
$ printf 'division,name\n450225100,大浪镇\n450225100200,上坡村\n450225101,小浪镇\n450225101200,上坡村\n' >d.csv
$ sh g init; sh g import d.csv; sh g duty add affairs --division 450225 --from 2026-01-01
divisions: 4 rows: 4 new, 0 unchanged
affairs 村务公开, 450225: 4 cases opened
$ printf '程序,期别,区划代码,环节,张贴日期\n村务公开,2026年上半年,上坡村,上墙,2026-07-01\n' >inbox/450225101/p.csv; sh g import inbox/450225101/p.csv
inbox/450225101/p.csv:2:15: error: more than one division is named `上坡村`; write its code (C2)
  村务公开,2026年上半年,上坡村,上墙,2026-07-01
                        ^
gongshi: warning: nothing was taken in; the database is as it was
[2]
$ sh g nightly --inbox inbox --out out --settle 0 >/dev/null; sh g export --out ex >/dev/null; tail -n 1 ex/postings.csv | tr -d '\r'
affairs@450225101200@2026H1,上墙,450225101200,2026-07-01,,

# The same key twice with other values, by number and by period: both are named.
$ printf 'procedure,period,case,division,step,posted,until\naffairs,2026H1,,450225100200,上墙,2026-07-01,2026-07-09\n,,affairs@450225100200@2026H1,450225100200,上墙,2026-07-01,2026-07-08\n' >p.csv; sh g import p.csv
p.csv:3:1: error: this row's key stands in this import before with other values: one of the two must go (A3)
  ,,affairs@450225100200@2026H1,450225100200,上墙,2026-07-01,2026-07-08
  ^
p.csv:2:1: note: the first row with this key (A2)
  affairs,2026H1,,450225100200,上墙,2026-07-01,2026-07-09
  ^
gongshi: warning: nothing was taken in; the database is as it was
[2]

# All there is of a case: its day by itself stays, what the sheet lacks goes.
$ printf 'case,procedure,division,title\naffairs@450225101200@2026H1,affairs,450225101200,上坡村\n' >c.csv; sh g import --whole --yes c.csv
cases: 1 row: 0 new, 0 unchanged, 1 corrected
taken back, since they are not in these files:
  affairs@450225101200@2026H1 posting 上墙/450225101200/2026-07-01//
$ sh g --today 2026-07-13 scan | grep -c '2026-07-10'
2
