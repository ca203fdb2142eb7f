# An official writes a rule with an editor; each fault is one that a hand makes.
# Answered in Chinese, whole: file, line and column (in characters), the line, a
# caret below the word by display width, what was expected, the nearest word.

$ mkdir pack
$ cat >keep <<.
> pack: t
> title: 试行
> scope: ["45"]
> in-force: {from: 2020-01-01, until: 2021-12-31}
> instruments:
>   甲〔2020〕1号: {title: 甲办法}
> .
$ cp keep pack/pack.yaml
$ cat >ok <<.
> 程序: 试一
> 名称: 试行程序
> 办理层级: 行政村
> 依据: 甲〔2020〕1号
> 事件:
>   评议: {名称: 村级评议}
>   审定: {名称: 县审定, 须在: 村公示}
> 环节:
>   村公示:
>     名称: 行政村公示
>     类型: 公示
>     地点: 行政村
>     张贴: 评议 后
>     公示期: 不少于 7 日
>   村公告:
>     名称: 行政村公告
>     类型: 公告
>     地点: 行政村
>     张贴: 审定 后 20 个工作日内
> .
$ cp ok pack/p.yaml; gongshi rules check pack
规则文件没有错误：规则包 1 个，程序 1 个

# 1. 全角冒号。
$ sed '10s/: /：/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:10:7: error: 项名后面用了全角冒号“：”，请改为半角冒号加空格：“名称: ”
      名称：行政村公示
          ^
[2]

# 2. 全角冒号，在行尾。
$ sed '5s/:/：/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:5:3: error: 项名后面用了全角冒号“：”，请改为半角冒号加空格：“事件: ”
  事件：
      ^
[2]

# 3. 冒号后面没有空格。
$ sed '10s/: /:/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:10:7: error: 冒号后面少了空格，请写成“名称: ”
      名称:行政村公示
          ^
[2]

# 4. 全角逗号。
$ sed '7s/, /，/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:7:15: error: 用了全角“，”，请改用半角 ,，或把整段文字放进单引号（'...'）
    审定: {名称: 县审定，须在: 村公示}
                       ^
[2]

# 5. 全角花括号。
$ sed -e '6s/{/｛/' -e '6s/}/｝/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:6:7: error: 用了全角“｛”，请改用半角 {，或把整段文字放进单引号（'...'）
    评议: ｛名称: 村级评议｝
          ^
[2]

# 6. 用制表符缩进。
$ sed '11s/^    /\t/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:11:1: error: 文字前面有制表符（Tab），请用空格缩进
   类型: 公示
  ^
[2]

# 7. 少缩进一格。
$ sed '11s/^    /   /' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:11:4: error: 这一行与上面各行都不对齐：请与同级的各行对齐
     类型: 公示
     ^
pack/p.yaml:9:3: note: 同级的各行从这里开始
    村公示:
    ^
[2]

# 8. 多缩进两格。
$ sed '11s/^    /      /' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:11:7: error: 这一行的缩进使它成了上一行文字的延续：请与其他项对齐
        类型: 公示
        ^
[2]

# 9. 写错项名。
$ sed '13s/张贴/张帖/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:13:5: error: 这里不能有“张帖”这一项
      张帖: 评议 后
      ^
  note: 是不是“张贴”？
[2]

# 10. 写错英文项名。
$ sed '14s/公示期/lsats/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:14:5: error: 这里不能有“lsats”这一项
      lsats: 不少于 7 日
      ^
  note: 是不是“lasts”？
[2]

# 11. 写错事件名。
$ sed '13s/评议/评义/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:13:9: error: “评义”不是本程序的事件或环节
      张贴: 评义 后
            ^
  note: 是不是“评议”？
[2]

# 12. 没有依据。
$ sed '4d' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:8:3: error: 环节“村公示”没有依据：请写明要求它的文件
    村公示:
    ^
pack/p.yaml:14:3: error: 环节“村公告”没有依据：请写明要求它的文件
    村公告:
    ^
pack/p.yaml:18:9: error: 期限没有依据：请写明规定它的文件
      张贴: 审定 后 20 个工作日内
            ^
[2]

# 13. 依据不在规则包中：文号不同就是另一个文件，不猜。
$ sed '11s/$/\n    依据: 甲〔2020〕2号 第三条/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:12:9: error: “甲〔2020〕2号 第三条”不是 pack.yaml 中列出的文件
      依据: 甲〔2020〕2号 第三条
            ^
  note: pack.yaml 中有：“甲〔2020〕1号”
  note: 要引用别的文件，请先在 pack.yaml 的“文件”（instruments）中列出
[2]

# 14. 期限为零。
$ sed '14s/7/0/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:14:14: error: 期限不能为零，至少是 1
      公示期: 不少于 0 日
                     ^
[2]

# 15. 汉字数字写错。
$ sed '14s/7 日/一百五日/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:14:14: error: 应为数字：用 0 至 9，或者用七、二十这样的汉字，最大到九百九十九
      公示期: 不少于 一百五日
                     ^
[2]

# 16. 全角数字。
$ sed '14s/7/７/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:14:14: error: 应为数字：用 0 至 9，或者用七、二十这样的汉字，最大到九百九十九
      公示期: 不少于 ７ 日
                     ^
  note: 是不是“不少于 7 日”？
[2]

# 17. 少了“内”。
$ sed '19s/内//' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:19:9: error: “审定 后 20 个工作日”不是时间要求
      张贴: 审定 后 20 个工作日
            ^
  note: 请按本意写“审定 后 20 个工作日内”或“审定 后至少 20 个工作日”
[2]

# 18. 少了“后”。
$ sed '13s/ 后//' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:13:9: error: “评议”不是时间要求
      张贴: 评议
            ^
  note: 是不是“评议 后”？
[2]

# 19. 没有写“不少于”。
$ sed '14s/不少于/不低于/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:14:10: error: “不低于 7 日”不是公示期，应写成“不少于 N 日”（at least N days）、“至 P”（until P）、“至 P 后至少 N 日”（until at least N days after P）或“长期”（permanently）
      公示期: 不低于 7 日
              ^
  note: 是不是“不少于 7 日”？
[2]

# 20. 同一项写了两次，中英文各一。
$ sed '11s/$/\n    kind: 公告/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:12:5: error: “kind”在这里重复出现
      kind: 公告
      ^
pack/p.yaml:11:5: note: 前一次在这里
      类型: 公示
      ^
[2]

# 21. 引号没有配对。
$ sed '10s/行政村公示/"&/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:10:9: error: 这个引号没有配对
      名称: "行政村公示
            ^
[2]

# 22. 花括号没有配对。
$ sed '7s/}//' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:7:7: error: 以这个 { 开头的内容没有用 } 结束
    审定: {名称: 县审定, 须在: 村公示
          ^
pack/p.yaml:8:3: note: 从这里起无法理解
  环节:
      ^
[2]

# 23. 没有这个层级。
$ sed '12s/行政村/行政屯/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:12:9: error: “行政屯”不是层级，应为：自治区、市、县、乡镇、行政村、村民小组、本级（region、city、county、township、village、group、case）
      地点: 行政屯
            ^
  note: 是不是“行政村”？
[2]

# 24. 两个环节同名。
$ sed '16s/行政村公告/行政村公示/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:15:3: error: “村公告”与“村公示”的标识或名称相同，一个名称只能指一样
    村公告:
    ^
pack/p.yaml:9:3: note: 另一处在这里
    村公示:
    ^
[2]

# 25. 循环等待。
$ sed '6s/村级评议/&, 须在: 审定/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:13:9: error: 循环等待，每一个都要等下一个：评议 < 审定 < 村公示 < 评议
      张贴: 评议 后
            ^
[2]

# 26. 时间要求互相矛盾。
$ sed '13s/评议 后/[评议 后至少 10 日, 评议 后 5 日内]/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:13:23: error: 这项时间要求与其他要求矛盾，没有一天能同时满足
      张贴: [评议 后至少 10 日, 评议 后 5 日内]
                                ^
pack/p.yaml:13:10: note: 与这一项合不到一起
      张贴: [评议 后至少 10 日, 评议 后 5 日内]
             ^
[2]

# 27. 没有这个单位。
$ sed '14s/7 日/1 周/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:14:16: error: 数字后面应为单位：日、个工作日、个月、季度、年（days、workdays、months、quarters、years）
      公示期: 不少于 1 周
                       ^
  note: 周请写成日数，一周为 7 日
  note: 是不是“不少于 7 日”？
[2]

# 28. 没有类型。
$ sed '11d' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:9:3: error: 环节“村公示”缺少“类型”（kind）：公示或公告
    村公示:
    ^
[2]

# 29. 没有地点。
$ sed '12d' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:9:3: error: 环节“村公示”缺少“地点”（at）：在哪里张贴
    村公示:
    ^
[2]

# 30. 点号后面写错。
$ sed '7s/村公示/&.张帖/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:7:25: error: 点号后面应为“张贴”或“期满”（opens、closes）
    审定: {名称: 县审定, 须在: 村公示.张帖}
                                      ^
[2]

# 31. 表情符号之后的错误：一个表情占两列。
$ sed '6s/{.*/{名称: 🙂村级评议🙂, 需在: 村公示}/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:6:20: error: 这里不能有“需在”这一项
    评议: {名称: 🙂村级评议🙂, 需在: 村公示}
                               ^
  note: 是不是“须在”？
[2]

# 32. 十几个汉字之后的错误：一个汉字占两列。
$ sed '7s/县审定, 须在: 村公示/县人民政府审定脱贫名单, 须在: 村公式/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:7:29: error: “村公式”不是本程序的事件或环节
    审定: {名称: 县人民政府审定脱贫名单, 须在: 村公式}
                                               ^
  note: 是不是“村公示”？
[2]

# 33. 有效期写错日期。
$ cp ok pack/p.yaml; sed -i '4s/2020-01-01/2020-13-01/' pack/pack.yaml; gongshi rules check pack
pack/pack.yaml:4:18: error: 应为日期、月份或年份，写成 2020-01-31、2020-01 或 2020
  in-force: {from: 2020-13-01, until: 2021-12-31}
                   ^
[2]
$ cp keep pack/pack.yaml

# 34. 有效期写反。
$ cp ok pack/p.yaml; sed -i '4s/2020-01-01/2022-01-01/' pack/pack.yaml; gongshi rules check pack
pack/pack.yaml:4:37: error: 有效期的终止日早于起始日
  in-force: {from: 2022-01-01, until: 2021-12-31}
                                      ^
[2]
$ cp keep pack/pack.yaml

# 35. 区划代码写错。
$ cp ok pack/p.yaml; sed -i '3s/45/4X/' pack/pack.yaml; gongshi rules check pack
pack/pack.yaml:3:9: error: 应为区划代码，如自治区 "45"、县 "450225"
  scope: ["4X"]
          ^
[2]
$ cp keep pack/pack.yaml

# 36. 两个文件三处错误，一次全部指出。
$ sed -e '13s/张贴/张帖/' -e '14s/7/0/' ok >pack/p.yaml; sed -e '1s/试一/试二/' -e '12s/行政村/行政屯/' ok >pack/q.yaml; gongshi rules check pack
pack/p.yaml:13:5: error: 这里不能有“张帖”这一项
      张帖: 评议 后
      ^
  note: 是不是“张贴”？
pack/p.yaml:14:14: error: 期限不能为零，至少是 1
      公示期: 不少于 0 日
                     ^
pack/q.yaml:12:9: error: “行政屯”不是层级，应为：自治区、市、县、乡镇、行政村、村民小组、本级（region、city、county、township、village、group、case）
      地点: 行政屯
            ^
  note: 是不是“行政村”？
[2]
