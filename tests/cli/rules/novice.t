# What a clerk runs into who writes a county's first pack by the manual: a mistake
# is answered with what to write instead.

$ mkdir -p r/sj/tests r/base r/over
$ cat >r/sj/pack.yaml <<.
> 规则包: sj
> 名称: 岗位
> 适用区划: ["450226"]
> 文件:
>   三政办发〔2026〕18号: {名称: 乡村公益性岗位管理办法}
> .
$ cat >pay <<.
> 程序: pay
> 名称: 补贴公布
> 办理层级: 行政村
> 周期: 每季度
> 依据: 三政办发〔2026〕18号 第十二条
> 事件:
>   季末: {名称: 季末, 日历: 期末}
> 环节:
>   公布:
>     名称: 补贴发放情况公布
>     类型: 公告
>     地点: 各村民小组
>     张贴: 季末 后 10 日内
>     公示期: 不少于 7 日
>     内容: [姓名, 金额]
> .
$ cp pay r/sj/pay.yaml; gongshi rules check r/sj
规则文件没有错误：规则包 1 个，程序 1 个

# "Each" in other words is offered as each, not as one.
$ for w in 每个村民小组 在各屯 每村 每一个乡镇 县; do sed "s/各村民小组/$w/" pay >r/sj/pay.yaml; gongshi rules check r/sj 2>&1 | grep 是不是; done
  note: 是不是“各村民小组”？
  note: 是不是“各村民小组”？
  note: 是不是“各行政村”？
  note: 是不是“各乡镇”？
[1]
$ sed 's/各村民小组/every hamlet/' pay >r/sj/pay.yaml; gongshi --lang en rules check r/sj 2>&1 | grep mean
[1]
$ sed 's/各村民小组/every group/' pay >r/sj/pay.yaml; gongshi --lang en rules check r/sj 2>&1 | grep mean
  note: did you mean `each group`?

# The title of a document stands in title marks in every document.
$ sed 's/^依据.*/依据: 《乡村公益性岗位管理办法》第十二条/' pay >r/sj/pay.yaml; gongshi rules check r/sj
r/sj/pay.yaml:5:5: error: “《乡村公益性岗位管理办法》第十二条”不是 pack.yaml 中列出的文件
  依据: 《乡村公益性岗位管理办法》第十二条
        ^
  note: 是不是“乡村公益性岗位管理办法”？
[2]
$ sed 's/^依据.*/依据: 乡村公益性岗位管理办法第十二条/' pay >r/sj/pay.yaml; gongshi rules check r/sj
规则文件没有错误：规则包 1 个，程序 1 个

# A period under a name of its own; 期限 is a key of another place, and is not meant.
$ for w in 期限 公示天数 张贴时间 时长; do sed "s/公示期/$w/" pay >r/sj/pay.yaml; gongshi rules check r/sj 2>&1 | grep note; done | uniq -c | sed 's/^ *//'
4   note: 张贴多久写在“公示期”；什么时候张贴写在“张贴”，事件什么时候办写在“须在”
# Near words and keys of other places are answered as before.
$ for w in 公示期限 时限; do sed "s/公示期/$w/" pay >r/sj/pay.yaml; gongshi rules check r/sj 2>&1 | grep note; done
  note: 是不是“公示期”？
  note: “时限”应写在“异议”之下

# What comes round.
$ sed 's/季末 后/每季度结束后/' pay >r/sj/pay.yaml; gongshi rules check r/sj 2>&1 | grep note
  note: 定期的公开，每期是一个办件：程序写“周期: 每季度”（或者每月、每半年、每年），设一个写“日历: 期末”的事件，再从它算起：“P 后 1月31日前”、“P 次月 15 日前”或“P 后 15 日内”

# Several items with a full-width comma are one item, which no notice has.
$ sed 's/姓名, 金额/姓名，金额/' pay >r/sj/pay.yaml; gongshi rules check r/sj
规则文件没有错误：规则包 1 个，程序 1 个
r/sj/pay.yaml:9:3: warning: “姓名，金额”算作“内容”的一项：登记的内容按“；”“、”分项，几项写在一起的对不上
    公布:
    ^
  note: 请一项一项分开写，中间用半角逗号：[甲, 乙]
$ sed 's/姓名, 金额/姓名、金额/' pay >r/sj/pay.yaml; gongshi --lang en rules check r/sj
rules are in order: 1 pack, 1 procedures
r/sj/pay.yaml:9:3: warning: `姓名、金额` is one item of `content`: what is recorded is cut into items, and does not hold one that is several
    公布:
    ^
  note: write each by itself, with half-width commas: [A, B]

# A case that is opened by itself names no places: a level below its own needs 各.
$ sed 's/各村民小组/村民小组/' pay >r/sj/pay.yaml; gongshi rules check r/sj
规则文件没有错误：规则包 1 个，程序 1 个
r/sj/pay.yaml:9:3: warning: “补贴发放情况公布”的地点“村民小组”要由办件写明涉及区划，而到期自动立项的办件没有涉及区划，开立不了
    公布:
    ^
  note: 请写“各村民小组”，即已知的各处
$ for w in 各村民小组 行政村 本级 县; do sed "s/各村民小组/$w/" pay >r/sj/pay.yaml; gongshi rules check r/sj; done
规则文件没有错误：规则包 1 个，程序 1 个
规则文件没有错误：规则包 1 个，程序 1 个
规则文件没有错误：规则包 1 个，程序 1 个
规则文件没有错误：规则包 1 个，程序 1 个
# A procedure that does not come round is not asked.
$ sed 's/各村民小组/村民小组/; /周期/d; s/, 日历: 期末//' pay >r/sj/pay.yaml; gongshi rules check r/sj
规则文件没有错误：规则包 1 个，程序 1 个
# `duty` says the same, once.
$ sed 's/各村民小组/村民小组/' pay >r/sj/pay.yaml; gongshi init; printf '区划代码,名称\n450226100201,江川村\n450226100201001,一组\n' >d.csv; gongshi import d.csv
区划：共 2 行，新增 2 条，未变 0 条
$ gongshi --rules r/sj/.. duty list
没有周期任务
$ gongshi --rules r/sj/.. --today 2026-10-15 duty add pay --division 450226 --from 2026-07-01
gongshi: error: `pay@450226100201@2026Q3` 开立不了：环节“补贴发放情况公布”在本办件中没有张贴地点：请在“涉及区划”列（places）填写有关区划
r/sj/../sj/pay.yaml:9:3: note: 请在规则里改写成“各村民小组”：到期自动立项的办件没有涉及区划
    公布:
    ^
gongshi: error: `pay@450226100201@2026Q4` 开立不了：环节“补贴发放情况公布”在本办件中没有张贴地点：请在“涉及区划”列（places）填写有关区划
[2]
$ cp pay r/sj/pay.yaml; gongshi --rules r --today 2026-10-15 duty add pay --division 450226 --from 2026-07-01
pay 补贴公布，450226：开立 2 个办件

# A colon behind a line's first word, of either width, is a blank.
$ cat >r/sj/tests/pay.txt <<.
> 程序：pay
> 区划: 450226100201
> 涉及区划： 450226100201001
> 张贴于：公布 450226100201001
> # 9月30日为季末，10日内：到10月10日（调休，上班）。
> 办件：公布迟一天
>     期别：2026Q3
>     张贴：公布 2026-10-11 至 2026-10-20
>     今日: 2026-10-30
>     应报：公示迟 公布 应为 2026-10-10 实际 2026-10-11
> 差一日：
>     张贴 : 公布 2026-10-10 至 2026-10-20
> .
$ gongshi rules test r/sj
sj：通过 2 个，未通过 0 个
$ printf '程序 pay\n：乱\n办件 ：\n' >r/sj/tests/pay.txt; gongshi rules test r/sj
sj：通过 0 个，未通过 0 个
sj：1 个测试文件有错，见上
r/sj/tests/pay.txt:2:1: error: 这里的行不能以 `：乱` 开头；应是其中之一：程序、区划、涉及区划、类别、期别、张贴于、已知、办件、差一日、若改为
  ：乱
  ^
r/sj/tests/pay.txt:3:3: error: 这一行没有写完：`办件` 后面少了内容
  办件 ：
      ^
[2]

# An overlay's file that names no procedure of the base.
$ sed 's/sj/base/; s/"450226"/"45"/' r/sj/pack.yaml >r/base/pack.yaml; sed 's/补贴公布/岗位补贴公布/' pay >r/base/pay.yaml; rm -r r/sj
$ printf '规则包: over\n适用区划: ["450226"]\n叠加: base\n' >r/over/pack.yaml
$ printf '程序: 岗位补帖公布\n依据: 三政办发〔2026〕18号\n环节:\n  公布: {公示期: 不少于 5 日}\n' >r/over/pay.yaml; gongshi rules check r
r/over/pay.yaml:1:5: error: 被叠加的规则包里没有程序“岗位补帖公布”（叠加于 base）
  程序: 岗位补帖公布
        ^
  note: 是不是“岗位补贴公布”？
[2]
$ sed -i 's/^程序.*/程序: other/' r/over/pay.yaml; gongshi rules check r
r/over/pay.yaml:1:5: error: 被叠加的规则包里没有程序“other”（叠加于 base）
  程序: other
        ^
  note: 这里可以写：“岗位补贴公布”
  note: 新增程序须写明“办理层级”（case），其余与不叠加的程序一样
[2]
# A new one, told as any other; and the one of the base.
$ sed -i '1a办理层级: 行政村' r/over/pay.yaml; gongshi rules check r 2>&1 | grep error
r/over/pay.yaml:5:3: error: 环节“公布”缺少“类型”（kind）：公示或公告
r/over/pay.yaml:5:3: error: 环节“公布”缺少“地点”（at）：在哪里张贴
$ sed -i '2d; s/^程序.*/程序: 岗位补贴公布/' r/over/pay.yaml; gongshi rules check r
规则文件没有错误：规则包 2 个，程序 2 个
