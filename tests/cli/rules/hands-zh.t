# More that hands do to a rule file: what is offered instead must load, and must
# ask for no less than what was written.

$ mkdir pack
$ cat >pack/pack.yaml <<.
> pack: t
> title: 试行
> scope: ["45"]
> instruments:
>   甲〔2020〕1号: {title: 甲办法}
>   政府信息公开条例: {title: 条例}
> why: {missing: 政府信息公开条例}
> .
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
规则文件没有问题：规则包 1 个，程序 1 个

# 1. 记事本存成了 .txt：程序不见了，不能说没有问题。
$ mv pack/p.yaml pack/p.yaml.txt; gongshi rules check pack 2>&1 >out; echo "[$?]"; cat out
pack/p.yaml.txt: warning: 这个文件没有读入：规则文件的文件名应以 .yaml 结尾
  note: 请改名为“p.yaml”；如果不是规则文件，请移到别的文件夹
[2]
规则文件没有问题：规则包 1 个，程序 0 个
没有读入的文件或文件夹：1 个，见警告
$ mv pack/p.yaml.txt pack/p.YAML; gongshi rules check pack 2>&1 >out
pack/p.YAML: warning: 这个文件没有读入：规则文件的文件名应以 .yaml 结尾
  note: 请改名为“p.yaml”；如果不是规则文件，请移到别的文件夹
[2]
$ mv pack/p.YAML pack/p.txt; gongshi rules check pack 2>&1 >out
pack/p.txt: warning: 这个文件没有读入：规则文件的文件名应以 .yaml 结尾
  note: 请改名为“p.yaml”；如果不是规则文件，请移到别的文件夹
[2]
# 旧的备份在旁边：正本已经读入。
$ mv pack/p.txt pack/p.yaml; cp ok pack/p.yml~; gongshi rules check pack 2>&1 >out
pack/p.yml~: warning: 这个文件没有读入：规则文件的文件名应以 .yaml 结尾
  note: 已读入同处的“p.yaml”：这个如果是旧的备份，请移到别的文件夹
[2]
# 别的命令照常进行，只是说一声。
$ gongshi --rules pack rules list 2>&1 >out
pack/p.yml~: warning: 这个文件没有读入：规则文件的文件名应以 .yaml 结尾
  note: 已读入同处的“p.yaml”：这个如果是旧的备份，请移到别的文件夹
$ rm pack/p.yml~; echo >pack/README.txt; echo >pack/文件.pdf; gongshi rules check pack; rm pack/README.txt pack/文件.pdf
规则文件没有问题：规则包 1 个，程序 1 个
# pack.yaml 本身存错了名字，旁边还有别的规则包。
$ mkdir -p two/甲 && cp pack/*.yaml two/甲 && cp -r two/甲 two/乙 && mv two/乙/pack.yaml two/乙/pack.yaml.txt
$ gongshi rules check two 2>&1 >out
two/乙: warning: 这个文件夹里没有 pack.yaml，其中的文件都没有读入
  note: 请把“pack.yaml.txt”改名为“pack.yaml”
[2]

# 2. 引用的文件不在 pack.yaml 中：文号不同就是另一个文件，不猜。
$ sed '4s/1号/2号/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:4:5: error: “甲〔2020〕2号”不是 pack.yaml 中列出的文件
  依据: 甲〔2020〕2号
        ^
  note: pack.yaml 中有：“甲〔2020〕1号”、“政府信息公开条例”
  note: 要引用别的文件，请先在 pack.yaml 的“文件”（instruments）中列出
[2]
# 地方的条例不是国家的条例。
$ sed '4s/甲.*/广西政府信息公开条例/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | grep -c 是不是
0
[1]
# 只是括号、书名号不同，或错一个字。
$ sed '4s/甲.*/甲[2020]1号 第三条/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:4:5: error: “甲[2020]1号 第三条”不是 pack.yaml 中列出的文件
  依据: 甲[2020]1号 第三条
        ^
  note: 是不是“甲〔2020〕1号”？
[2]
$ sed '4s/甲.*/《政府信息公开条例》第三条/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: 是不是“政府信息公开条例”？
$ sed '4s/甲.*/政府信息公开条列/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: 是不是“政府信息公开条例”？
# 依据可以写成列表，每个都要是规则包中的文件。
$ sed '4s/甲.*/[甲〔2020〕1号, 政府信息公开条例 第三条]/' ok >pack/p.yaml; gongshi rules check pack
规则文件没有问题：规则包 1 个，程序 1 个
$ sed '4s/甲.*/[甲〔2020〕1号, 丙〔2020〕2号]/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | head -3
pack/p.yaml:4:17: error: “丙〔2020〕2号”不是 pack.yaml 中列出的文件
  依据: [甲〔2020〕1号, 丙〔2020〕2号]
                        ^
# 只写条款，没有写是哪份文件。
$ sed '4s/甲.*/甲〔2020〕1号/; $a\    依据: 第三条' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: 是哪份文件的条款？请写“甲〔2020〕1号 第三条”

# 3. 用全角空格缩进。
$ sed '14s/^    /　　/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:14:1: error: 行首用了全角空格或不间断空格，请改用半角空格缩进
  　　公示期: 不少于 7 日
  ^
[2]

# 4. 说明文字前没有用半角 #。
$ sed '1s/^/\/\/ 这是我改的\n/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:1:1: error: 说明文字前用半角 #（不在行首时前面加空格）
  // 这是我改的
  ^
[2]
$ sed '1s/^/＃ 这是我改的\n/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | head -1
pack/p.yaml:1:1: error: 说明文字前用半角 #（不在行首时前面加空格）
$ sed '11s/$/ ＃ 我改的/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:11:12: error: 说明文字前用空格加半角 #；如果是正文的一部分，请把整段文字放进引号
      类型: 公示 ＃ 我改的
                 ^
[2]
$ sed '7s/$/ \/\/ 我改的/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:7:26: error: 说明文字前用半角 #（不在行首时前面加空格）
    审定: {名称: 县审定, 须在: 村公示} // 我改的
                                       ^
[2]

# 5. 天数以上。
$ sed '14s/不少于 7 日/3 天以上/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:14:10: error: “3 天以上”不是公示期，应写成“不少于 N 日”（at least N days）、“至 P”（until P）、“至 P 后至少 N 日”（until at least N days after P）或“长期”（permanently）
      公示期: 3 天以上
              ^
  note: 是不是“不少于 3 日”？
[2]
# 意思相反的不猜。
$ sed '14s/不少于 7 日/3 天以内/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | grep -c 是不是
0
[1]

# 6. 后当日。
$ sed '7s/村公示}/评议后当日}/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:7:21: error: “评议后”不是本程序的事件或环节
    审定: {名称: 县审定, 须在: 评议后当日}
                               ^
  note: 是不是“与 评议 同日”？
[2]

# 7. 短横后面没有空格。
$ sed '7s/{.*/\n    须在:\n      -村公示\n      -评议/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:9:7: error: 短横后面少了空格：每一项写成“- 内容”，短横用半角
        -村公示
        ^
[2]

# 8. 一句里写了两项：不能丢掉一项。
$ sed '19s/审定 后.*/审定 和 村公示 后/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:19:9: error: “审定 和 村公示”不是本程序的事件或环节
      张贴: 审定 和 村公示 后
            ^
  note: 几项要写成列表：[审定 后, 村公示 后]
[2]
$ sed '19s/审定 后.*/审定、村公式 后/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: 几项要写成列表：[A 后, B 后]

# 9. 把另一个程序贴在下面。
$ sed '1s/试一/试二/' ok | cat ok - >pack/p.yaml; gongshi rules check pack
pack/p.yaml:20:1: error: “程序”在这里又出现一次：一个文件只写一个程序，这一个请另存为一个文件
  程序: 试二
  ^
pack/p.yaml:1:1: note: 前一次在这里
  程序: 试一
  ^
[2]

# 10. 几个层级。
$ sed '18s/行政村/县、乡镇、行政村/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: 是不是“[县, 乡镇, 行政村]”？

# 11. 文件里的说法。
$ sed '19s/审定 后.*/审定 后 20 个工作日以内/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:19:21: error: “审定 后 20 个工作日以内”不是时间要求
      张贴: 审定 后 20 个工作日以内
                               ^
  note: 是不是“审定 后 20 个工作日内”？
[2]
$ sed '19s/审定 后.*/自审定之日起 20 个工作日内/' ok >pack/p.yaml; gongshi rules check pack
规则文件没有问题：规则包 1 个，程序 1 个
$ sed '19s/审定 后.*/审定 后 15-20 个工作日内/' ok >pack/p.yaml; gongshi rules check pack
pack/p.yaml:19:16: error: “审定 后 15-20 个工作日内”不是时间要求
      张贴: 审定 后 15-20 个工作日内
                      ^
  note: 应为“审定 后”、“审定 后 N 日内”或“审定 后至少 N 日”；N 是一个数字，“日”也可以是“个工作日”或“个月”
[2]
$ sed '19s/审定 后.*/另行通知/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: 应为“P 后”、“P 后 N 日内”、“P 后 1月31日前”、“P 次月 15 日前”、“与 P 同日”、“P 后至少 N 日”、“P 前”或“P 前至少 N 日”；P 是事件或环节，N 是数字，“日”也可以是“个工作日”、“个月”或“年”

# 12. 屯就是村民小组，村就是行政村。
$ sed '18s/行政村/各屯/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: 是不是“各村民小组”？
$ sed '3s/行政村/村/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: 是不是“行政村”？

# 写错了地方的项，说该写在哪里；已有的项不再建议。
$ sed '14s/$/\n    处理单位: 乡镇/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: “处理单位”应写在“异议”之下
$ sed '14s/$/\n    关口: 村公告/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: “关口”应写在“事件”之下
$ sed '14s/$/\n    公示期限: 7/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | grep -c 是不是
0
[1]
# 没有相近的，就列出有哪些；自己不能等自己。
$ sed '13s/评议/设区市审批/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: 这里可以写：“村级评议”、“县审定”、“行政村公告”
$ sed '7s/村公示/审订/' ok >pack/p.yaml; gongshi rules check pack 2>&1 | tail -1
  note: 这里可以写：“村级评议”、“行政村公示”、“行政村公告”
# 有效期写成一句话。
$ cp ok pack/p.yaml; echo 'in-force: 2020年起施行' >>pack/pack.yaml; gongshi rules check pack 2>&1 | tail -1
  note: 例如 {自: 2020-01-01, 至: 2020-12-31}
