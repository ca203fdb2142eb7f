# What differs between two packs or procedures, for a clerk: both phrases in the
# language asked, what each is cited by, file and line (LANGUAGE 8).

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

# The overlay alone: against what it lies over.
$ gongshi --rules rules rules diff rongshui
guangxi-2020  广西2020年脱贫摘帽与扶贫资金项目公告公示
rongshui      融水县公示天数（叠加于 guangxi-2020）

规则包本身
    名称
      guangxi-2020  广西2020年脱贫摘帽与扶贫资金项目公告公示
                    rules/guangxi-2020/pack.yaml:6
      rongshui      融水县公示天数
                    rules/rongshui/pack.yaml:2
    适用区划
      guangxi-2020  45
                    rules/guangxi-2020/pack.yaml:8
      rongshui      450225
                    rules/rongshui/pack.yaml:3
    有效期
      guangxi-2020  2020-01-01 至 2021-12-31
                    rules/guangxi-2020/pack.yaml:9
      rongshui      2020-06-01 至 2021-12-31
                    rules/rongshui/pack.yaml:5
    文件：融政办发〔2020〕1号
      guangxi-2020  无规定
      rongshui      名称: 关于调整公示天数的通知
                    印发: 2020-05
                    rules/rongshui/pack.yaml:7

程序 贫困县脱贫摘帽（county-exit）

  环节 社会公示（public-notice）
    公示期
      guangxi-2020  不少于 10 日
                    依据：委托方要求
                    rules/guangxi-2020/county-exit.yaml:22
      rongshui      不少于 7 日
                    依据：融政办发〔2020〕1号
                    rules/rongshui/county-exit.yaml:4

共 5 处不同

# A procedure, in English; it needs no second one either.
$ gongshi --rules rules --lang en rules diff county-exit
guangxi-2020  Guangxi 2020, poverty exit and publicity of poverty-relief funds and projects
rongshui      Guangxi 2020, poverty exit and publicity of poverty-relief funds and projects (over guangxi-2020)

procedure County poverty exit (county-exit)

  step Public notice (public-notice)
    lasts
      guangxi-2020  at least 10 days
                    Basis: 委托方要求
                    rules/guangxi-2020/county-exit.yaml:22
      rongshui      at least 7 days
                    Basis: 融政办发〔2020〕1号
                    rules/rongshui/county-exit.yaml:4

1 difference

# Named as versions, in either order; and nothing is told where nothing differs.
$ gongshi --rules rules --lang en rules diff rongshui/county-exit guangxi-2020/county-exit | grep 'at least'
      rongshui      at least 7 days
      guangxi-2020  at least 10 days
$ gongshi --rules rules --lang en rules diff guangxi-2020/household-exit rongshui/贫困户脱贫摘帽 | tail -2

nothing differs

# Element by element: what is new, changed, taken away; conditions, media,
# content, counting, severities, places, words.
$ cat >rules/rongshui/household-exit.yaml <<.
> 程序: household-exit
> 依据: 融政办发〔2020〕1号
> 类别: {secret: {名称: 涉密}}
> 监督电话: 0772-5120000
> 事件:
>   county-approved: {须在: [乡镇上报县 后, 行政村公示 后], 可选: 是}
>   recorded: {名称: 备案, 须在: 县审定 后 5 个工作日内}
> 环节:
>   村民小组公示:
>     地点: [村民小组, 行政村]
>     张贴: {约束: 村级评议确定初审名单 后 3 日内, 除外: 涉密, 依据: 融政办发〔2020〕1号 第三条}
>     载体: {任一: [公开栏, 网站], 次数: {公开栏: 2}}
>     内容: [名单, 监督电话]
>     计算: {公示窗口: {判定: 不计入}}
>     严重程度: {公示期不足: 严重问题}
>     异议: {时限: 收到后 7 日内}
>   行政村公告: 无
> .
$ gongshi --rules rules rules diff household-exit
guangxi-2020  广西2020年脱贫摘帽与扶贫资金项目公告公示
rongshui      融水县公示天数（叠加于 guangxi-2020）

程序 贫困户脱贫摘帽（household-exit）
    监督电话
      guangxi-2020  无规定
      rongshui      0772-5120000
                    rules/rongshui/household-exit.yaml:4
    类别：secret
      guangxi-2020  无规定
      rongshui      名称: 涉密
                    rules/rongshui/household-exit.yaml:3

  事件 县审定（county-approved）
    须在
      guangxi-2020  乡镇上报县 后
                    依据：桂扶领办发〔2020〕45号
                    rules/guangxi-2020/household-exit.yaml:11
      rongshui      - 乡镇上报县 后
                    - 行政村公示 后
                    依据：融政办发〔2020〕1号
                    rules/rongshui/household-exit.yaml:6
    可选
      guangxi-2020  无规定
      rongshui      是
                    依据：融政办发〔2020〕1号
                    rules/rongshui/household-exit.yaml:6

  事件 备案（recorded）
    名称
      guangxi-2020  无规定
      rongshui      备案
                    rules/rongshui/household-exit.yaml:7
    须在
      guangxi-2020  无规定
      rongshui      县审定 后 5 个工作日内
                    依据：融政办发〔2020〕1号
                    rules/rongshui/household-exit.yaml:7

  环节 村民小组公示（group-notice）
    地点
      guangxi-2020  各村民小组
                    依据：桂扶领办发〔2020〕45号
                    rules/guangxi-2020/household-exit.yaml:17
      rongshui      [村民小组, 行政村]
                    依据：融政办发〔2020〕1号
                    rules/rongshui/household-exit.yaml:10
    张贴
      guangxi-2020  村级评议确定初审名单 后
                    依据：桂扶领办发〔2020〕45号
                    rules/guangxi-2020/household-exit.yaml:18
      rongshui      {约束: 村级评议确定初审名单 后 3 日内, 除外: 涉密}
                    依据：融政办发〔2020〕1号 第三条
                    rules/rongshui/household-exit.yaml:11
    载体：任一
      guangxi-2020  无规定
      rongshui      [公开栏, 网站]
                    依据：融政办发〔2020〕1号
                    rules/rongshui/household-exit.yaml:12
    载体：次数
      guangxi-2020  无规定
      rongshui      {公开栏: 2}
                    依据：融政办发〔2020〕1号
                    rules/rongshui/household-exit.yaml:12
    内容
      guangxi-2020  无规定
      rongshui      [名单, 监督电话]
                    依据：融政办发〔2020〕1号
                    rules/rongshui/household-exit.yaml:13
    异议：时限
      guangxi-2020  无规定
      rongshui      收到 后 7 日内
                    依据：融政办发〔2020〕1号
                    rules/rongshui/household-exit.yaml:16
    计算
      guangxi-2020  无规定
      rongshui      {公示窗口: {判定: 不计入}}
                    依据：融政办发〔2020〕1号
                    rules/rongshui/household-exit.yaml:14
    严重程度：公示期不足
      guangxi-2020  问题
      rongshui      严重问题
                    依据：融政办发〔2020〕1号
                    rules/rongshui/household-exit.yaml:15

  环节 行政村公告（village-announcement）
    取消
      guangxi-2020  有此项
                    rules/guangxi-2020/household-exit.yaml:29
      rongshui      无规定
                    依据：融政办发〔2020〕1号
                    rules/rongshui/household-exit.yaml:17

共 15 处不同

# A pack beside one that has another procedure, and what is not there in it.
$ gongshi --rules rules --lang en rules diff guangxi-2020/household-exit guangxi-2020/village-exit | grep -A3 'step Notice in the village (' 
  step Notice in the village (village-notice)
    taken away
      household-exit  stands there
                      rules/guangxi-2020/household-exit.yaml:21

# What cannot be held against another.
$ gongshi --rules rules rules diff guangxi-2020
gongshi: error: “guangxi-2020”没有叠加在别的规则包之上，请再指明一个：gongshi rules diff guangxi-2020 另一个
[2]
$ gongshi --rules rules rules diff rongshui nobody
gongshi: error: 没有名为“nobody”的规则包或程序，请看“gongshi rules list”
  note: 要指明某一版本的程序，请写成“规则包/程序”
[2]
$ gongshi --rules rules rules diff rongshui county-exit
gongshi: error: 规则包与程序不能互相比较
[2]
$ gongshi --rules rules rules diff
gongshi: error: 应写一个或两个规则包或程序：gongshi rules diff A [B]
[2]
