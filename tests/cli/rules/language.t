# 适用条件、期限的变动、公示期、载体、异议等写错的，按行列指出，说明怎样写。
# What may apply to some cases, what moves a deadline, periods, media and objections.

$ mkdir pack; cat >pack/pack.yaml <<.
> 规则包: t
> 文件: {条例: {}}
> .
$ cat >head <<.
> 程序: p
> 名称: 招标
> 办理层级: 县
> 依据: 条例
> 类别: {secret: {名称: 涉密}, movable: {名称: 动产}}
> 事件:
>   received: {名称: 受理}
>   asked: {名称: 征求意见, 可选: 是}
>   answered: {名称: 答复, 可选: 是}
>   decided:
>     名称: 决定
> .
$ cat >notice <<.
> 环节:
>   notice:
>     名称: 招标公告
>     类型: 公示
>     地点: 县
> .
$ cat >event <<'.'
> (cat head -; cat notice; echo '    公示期: 不少于 7 日') >pack/p.yaml
> gongshi rules check pack
> .
$ cat >step <<'.'
> cat head notice - >pack/p.yaml
> gongshi rules check pack
> .

# 1. 类别写错，事件写错，写了环节。
$ echo '    限于: 涉蜜' | sh step
pack/p.yaml:17:9: error: “涉蜜”不是本程序的类别
      限于: 涉蜜
            ^
  note: 是不是“涉密”？
[2]
$ echo '    发生: [受里]' | sh step 2>&1 | sed 1q
pack/p.yaml:17:10: error: “受里”不是本程序的事件
$ echo '    未发生: 招标公告' | sh event 2>&1 | sed 1q
pack/p.yaml:12:10: error: “招标公告”是环节，这里应写事件

# 2. 起止事件没有自成列表；自己中止自己；绕成圈。
$ echo '    须在: {约束: 受理 后 20 个工作日内, 中止: [征求意见, 答复]}' | sh event 2>&1 | sed 1q
pack/p.yaml:12:33: error: 一次中止的起止两个事件自成一个列表：[[征求意见, 答复]]
$ echo '    须在: {约束: 受理 后 20 个工作日内, 中止: [[征求意见, 答复], 招标公告]}' | sh event 2>/dev/null
规则文件没有问题：规则包 1 个，程序 1 个
$ echo '    张贴: {约束: 受理 后 3 日内, 中止: [招标公告]}' | sh step 2>&1 | sed 1q
pack/p.yaml:17:30: error: “招标公告”不能中止对它自己的时间要求
$ (cat head; echo '    须在: {约束: 受理 后 3 日内, 中止: [招标公告]}'; cat notice; echo '    张贴: 决定 后') >pack/p.yaml; gongshi rules check pack 2>&1 | sed 1q
pack/p.yaml:12:14: error: “notice”自己要等的，不能由它中止：decided < notice < decided
[0]

# 3. 期限以外的写了延长；延长没有写全。
$ echo '    张贴: {约束: 受理 后, 延长: {增加: 3 日, 凭: 答复}}' | sh step 2>&1 | sed 1q
pack/p.yaml:17:20: error: “延长”只能与“P 后 N 日内”“P 后 M月D日前”一类的期限写在一起
$ echo '    张贴: {约束: 受理 后 5 日内, 延长: 3 日}' | sh step 2>&1 | sed -n '1p;$p'
pack/p.yaml:17:29: error: 这里应写若干项，每项写成“项名: 内容”
  note: 应为下列之一：增加、凭

# 4. 长期公示没有期满。
$ (cat head; echo '    须在: 招标公告 后'; cat notice; echo '    公示期: 长期') >pack/p.yaml; gongshi rules check pack
pack/p.yaml:12:9: error: “招标公告”长期公示，等它期满的永远等不到
      须在: 招标公告 后
            ^
  note: “招标公告.张贴”是它的首日
[2]
$ (cat head; echo '    关口: 招标公告.张贴'; cat notice; echo '    公示期: 长期') >pack/p.yaml; gongshi rules check pack 2>/dev/null
规则文件没有问题：规则包 1 个，程序 1 个

# 5. 次数要有公示期，不能附条件。
$ echo '    载体: {次数: {报刊: 2}}' | sh step
pack/p.yaml:17:10: error: 没有公示期的环节写了“次数”：说不清算到哪一天
      载体: {次数: {报刊: 2}}
             ^
  note: 请写明公示多久：“公示期: 不少于 N 日”
[2]
$ printf '    公示期: 不少于 7 日\n    载体: {次数: {报刊: 两次}}\n' | sh step 2>&1 | sed 1q
pack/p.yaml:18:19: error: 应为数字，即在该载体张贴几次：1 或以上
$ echo '    载体: [网战]' | sh step 2>&1 | tail -1
  note: 是不是“网站”？
$ echo '    保密审查: {限于: 涉密}' | sh step 2>&1 | tail -1
  note: 这一项下面不能写限于、除外、发生、未发生

# 6. 问题写在不提出它的地方；严重程度写错。
$ echo '    严重程度: {未公示先办理: 提示}' | sh step 2>&1 | sed 1q
pack/p.yaml:17:12: error: “未公示先办理”只对事件提出，不对环节提出
$ echo '    严重程度: {未办理: 一般问题}' | sh event 2>&1 | sed 1q
pack/p.yaml:12:17: error: 应为下列之一：严重问题、问题、待处理、提示

# 7. 终结的事件不得可多次。
$ printf '    终结: 是\n    可多次: 是\n' | sh event 2>&1 | sed 1q
pack/p.yaml:12:5: error: “决定”可以发生多次，终结办件的事件不能这样

# 8. 正文里的空不认得。
$ echo '    正文: "监督电话：{hotlin}"' | sh step
pack/p.yaml:17:9: error: “{hotlin}”不是公示正文能填的项目
      正文: "监督电话：{hotlin}"
            ^
  note: 是不是“hotline”？
[2]

# 9. The same in English.
$ echo '    for: mvable' | sh step 2>&1 | tail -1
  note: 是不是“movable”？
$ echo '    lasts: until notice' | sh step >out 2>&1; gongshi --lang en rules check pack 2>&1 | sed 1q
pack/p.yaml:17:18: error: `notice` is a step; an event is expected here
$ echo '    objections: {upheld: agian}' | sh step >out 2>&1; gongshi --lang en rules check pack
pack/p.yaml:17:26: error: expected one of: again, stops
      objections: {upheld: agian}
                           ^
  note: did you mean `again`?
[2]

# 10. 矛盾的要求：条件不同的不比较，条件相同的才比较。
$ echo '    须在: [{约束: 受理 后至少 9 日, 限于: 涉密}, {约束: 受理 后 5 日内, 除外: 涉密}]' | sh event 2>/dev/null
规则文件没有问题：规则包 1 个，程序 1 个
$ echo '    须在: [{约束: 受理 后至少 9 日, 限于: 涉密}, {约束: 受理 后 5 日内, 限于: 涉密}]' | sh event 2>&1 | sed -n '1s/:[^:]*$//p'
pack/p.yaml:12:41: error
