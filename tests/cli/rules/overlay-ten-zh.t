# 叠加用的规则包里常见的十几种错误，以及程序的回答（中文）：先指出叠加包里的
# 位置，再指出被叠加的规定在哪里。

$ mkdir -p rules/over; cp -r $TESTDIR/cli/rules/base/guangxi-2020 rules/
$ cat >pack <<.
> 规则包: rongshui
> 名称: 融水县
> 适用区划: ["450225"]
> 叠加: guangxi-2020
> 文件:
>   融政办发〔2020〕1号: {名称: 关于调整公示天数的通知}
> .
$ cat >ok <<.
> 程序: household-exit
> 依据: 融政办发〔2020〕1号
> 环节:
>   村民小组公示: {公示期: 不少于 5 日}
> .
$ cat >check <<'.'
> gongshi --lang zh --rules rules rules check; s=$?
> cp pack rules/over/pack.yaml; cp ok rules/over/h.yaml; exit $s
> .
$ cp pack rules/over/pack.yaml; cp ok rules/over/h.yaml; sh check
规则文件没有错误：规则包 2 个，程序 6 个

# 1. 没有这个规则包。
$ sed -i 's/叠加: guangxi-2020/叠加: guangxi-2o20/' rules/over/pack.yaml; sh check
rules/over/pack.yaml:4:5: error: 没有名为“guangxi-2o20”的规则包，无从叠加
  叠加: guangxi-2o20
        ^
  note: 是不是“guangxi-2020”？
[2]

# 2. 互相叠加。
$ mkdir rules/x; printf 'pack: x\noverlay: rongshui\nscope: ["450226"]\n' >rules/x/pack.yaml; sed -i 's/叠加: guangxi-2020/叠加: x/' rules/over/pack.yaml; sh check
rules/x/pack.yaml:2:10: error: 循环叠加：本规则包叠加于“rongshui”，而后者又叠加于本规则包
  overlay: rongshui
           ^
rules/over/pack.yaml:4:5: note: “rongshui”叠加于“x”
  叠加: x
        ^
[2]

# 3. 改了天数，没有写依据。
$ rm -r rules/x; sed -i 2d rules/over/h.yaml; sh check
rules/over/h.yaml:3:12: error: 这里改动了“公示期”，但本文件中它的上层没有写依据，请写明是哪份文件改的
    村民小组公示: {公示期: 不少于 5 日}
                   ^
rules/guangxi-2020/household-exit.yaml:19:5: note: 被叠加的规定在这里
      lasts: at least 7 days
      ^
  note: “依据: …”可写在本文件最外层，也可写在该环节或事件之下，或写在该句旁边
[2]

# 4. 环节写错一个字，不会变成新环节。
$ sed -i 's/村民小组公示/村民小组公式/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:3: error: 被叠加的规则包里没有环节“村民小组公式”（叠加于 guangxi-2020）
    村民小组公式: {公示期: 不少于 5 日}
    ^
  note: 是不是“村民小组公示”？
[2]

# 5. 事件写错一个字母。
$ sed -i '3s/.*/事件:/;$s/.*/  deliberatd: {须在: 县审定}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:3: error: 被叠加的规则包里没有事件“deliberatd”（叠加于 guangxi-2020）
    deliberatd: {须在: 县审定}
    ^
  note: 是不是“deliberated”？
[2]

# 6. 取消了环节，而原规定还在引用它。
$ sed -i '$s/.*/  village-notice: 无/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:3: error: 这里取消了“行政村公示”，但别处仍在引用
    village-notice: 无
    ^
rules/guangxi-2020/household-exit.yaml:21:3: note: 被叠加的规定在这里
    village-notice:
    ^
rules/guangxi-2020/household-exit.yaml:10:90: note: 引用之处在这里
  ...nship submitted to the county, after: village-notice}
                                           ^
[2]

# 7. 必填项不能取消。
$ sed -i '$s/.*/  village-notice: {地点: 无}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:24: error: “地点”为必填项，不能取消
    village-notice: {地点: 无}
                           ^
rules/guangxi-2020/household-exit.yaml:25:5: note: 被叠加的规定在这里
      at: village
      ^
[2]

# 8. 引用的事件写错。
$ sed -i '$s/.*/  village-notice: {张贴: 乡镇审查 后}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:24: error: “乡镇审查”不是本程序的事件或环节
    village-notice: {张贴: 乡镇审查 后}
                           ^
rules/guangxi-2020/household-exit.yaml:26:12: note: 被叠加的规定在这里
      opens: after township-reviewed
             ^
  note: 是不是“乡镇审核”？
[2]

# 9. 与原规定合起来成了循环等待。
$ sed -i '$s/.*/  group-notice: {张贴: 县审定 后}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:22: error: 循环等待，每一个都要等下一个：township-reviewed < group-notice < county-approved < township-submitted < village-notice < township-reviewed
    group-notice: {张贴: 县审定 后}
                         ^
rules/guangxi-2020/household-exit.yaml:18:12: note: 被叠加的规定在这里
      opens: after deliberated
             ^
[2]

# 10. 没有写适用区划，与被叠加的规则包一样近。
$ sed -i '/适用/d' rules/over/pack.yaml; sh check
rules/over/pack.yaml:3:5: error: “rongshui”与“guangxi-2020”的有效期和适用区划相同，无法确定用哪一个
  叠加: guangxi-2020
        ^
rules/guangxi-2020/pack.yaml:1:1: note: 另一处在这里
  note: 叠加用的规则包须写明更近的“适用区划”（scope），或另写有效期
[2]

# 11. 依据不在 pack.yaml 中；用在三处，只说一次。
$ sed -i '2s/.*/依据: 融政办发〔2021〕1号/;$s/.*/  村民小组公示: {公示期: 不少于 5 日, 内容: [名单], 佐证: 是}/' rules/over/h.yaml; sh check
rules/over/h.yaml:2:5: error: “融政办发〔2021〕1号”不是 pack.yaml 中列出的文件
  依据: 融政办发〔2021〕1号
        ^
  note: pack.yaml 中有：“桂扶领办发〔2020〕45号”、“桂扶领办发〔2020〕44号”、“桂扶领发〔2020〕10号”、“公告公示制度实施办法（修订）”、“年度报告”、“政府信息公开条例”、“委托方要求”、“融政办发〔2020〕1号”
  note: 要引用别的文件，请先在 pack.yaml 的“文件”（instruments）中列出
[2]

# 12. 两项要求互相矛盾。
$ sed -i '$s/.*/  village-announcement: {张贴: [县审定 后 3 日内, 县审定 后至少 5 日]}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:31: error: 这项时间要求与其他要求矛盾，没有一天能同时满足
    village-announcement: {张贴: [县审定 后 3 日内, 县审定 后至少 5 日]}
                                  ^
rules/guangxi-2020/household-exit.yaml:34:12: note: 被叠加的规定在这里
      opens: within 20 workdays after county-approved
             ^
rules/over/h.yaml:4:43: note: 与这一项合不到一起
    village-announcement: {张贴: [县审定 后 3 日内, 县审定 后至少 5 日]}
                                                    ^
[2]

# 13. 原规定等它期满，现在改成长期公示。
$ sed -i '$s/.*/  village-notice: {公示期: 长期}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:25: error: “行政村公示”长期公示，等它期满的永远等不到
    village-notice: {公示期: 长期}
                             ^
rules/guangxi-2020/household-exit.yaml:27:12: note: 被叠加的规定在这里
      lasts: at least 7 days
             ^
  note: “行政村公示.张贴”是它的首日
rules/guangxi-2020/household-exit.yaml:10:90: note: 引用之处在这里
  ...nship submitted to the county, after: village-notice}
                                           ^
[2]

# 14. 改的名称与别的事件相同。
$ printf '事件: {county-approved: {名称: 村级评议确定初审名单}}\n' >>rules/over/h.yaml; sh check
rules/over/h.yaml:5:6: error: “county-approved”与“deliberated”的标识或名称相同，一个名称只能指一样
  事件: {county-approved: {名称: 村级评议确定初审名单}}
         ^
rules/guangxi-2020/household-exit.yaml:11:3: note: 被叠加的规定在这里
    county-approved:     {title: 县审定, title-en: County approved, afte...
    ^
rules/guangxi-2020/household-exit.yaml:8:3: note: 另一处在这里
    deliberated:         {title: 村级评议确定初审名单, title-en: Village...
    ^
[2]
