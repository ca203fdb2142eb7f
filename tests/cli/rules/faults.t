# What is wrong in a rule file is told by file, line and column, with the line
# and a caret below: a Chinese character takes two columns of a terminal. An
# official with an editor wrote it; the nearest word is said.

$ mkdir pack; cat >pack/pack.yaml <<.
> pack: t
> title: t
> scope: ["45"]
> instruments:
>   甲〔2020〕1号: {title: a}
> .
$ cat >head <<.
> procedure: p
> title: p
> case: county
> basis: 甲〔2020〕1号
> .
$ cat >try <<'.'
> cat head - >pack/p.yaml
> gongshi --lang en rules check pack >out 2>&1
> echo "status $?"
> sed -e 's/^\(pack[^ ]*: error\):.*/\1/' -e '/^  *note:/d' -e '/: note:/,$d' out | head -${1:-3}
> .

# 1. An unknown key, near one.
$ sh try <<.
> 事件:
>   评议: {名城: 评议会}
> .
status 2
pack/p.yaml:6:8: error
    评议: {名城: 评议会}
           ^
$ grep -c '`名称`' out
1

# 2. A key twice, in two languages.
$ sh try <<.
> 事件:
>   评议: {名称: 甲, title: 乙}
> .
status 2
pack/p.yaml:6:15: error
    评议: {名称: 甲, title: 乙}
                     ^

# 3. A point that is not there.
$ sh try <<.
> 事件:
>   评议: {}
>   审定: {须在: 评义 后}
> .
status 2
pack/p.yaml:7:12: error
    审定: {须在: 评义 后}
                 ^
$ grep -c '`评议`' out
1

# 4. A circle, through a gate; told at one of its bounds.
$ sh try 1 <<. | cut -d: -f1
> events:
>   paid: {gate: s}
> steps:
>   s: {kind: notice, at: county, opens: after paid}
> .
status 2
pack/p.yaml

# 5. Bounds that contradict each other in plain days; told at one of them.
$ sh try 1 <<. | cut -d: -f1,2
> 事件:
>   评议: {}
>   审定: {须在: [评议 后至少 10 日, 评议 后 5 日内]}
> .
status 2
pack/p.yaml:7

# 6. A step without a basis.
$ cp head keep; sed -i 4d head; sh try <<.
> steps:
>   公示: {kind: notice, at: county}
> .
status 2
pack/p.yaml:5:3: error
    公示: {kind: notice, at: county}
    ^
$ mv keep head

# 7. A period of zero.
$ sh try <<.
> 环节:
>   s: {类型: 公示, 地点: 县, 公示期: 不少于 0 日}
> .
status 2
pack/p.yaml:6:31: error
    s: {类型: 公示, 地点: 县, 公示期: 不少于 0 日}
                                             ^

# 8. A title used twice.
$ sh try <<.
> events:
>   a: {title: 审定}
>   b: {title: 审定}
> .
status 2
pack/p.yaml:7:3: error
    b: {title: 审定}
    ^

# 9. A unit that is none.
$ sh try <<.
> steps:
>   公示: {kind: notice, at: county, lasts: at least 7 dyas}
> .
status 2
pack/p.yaml:6:52: error
    公示: {kind: notice, at: county, lasts: at least 7 dyas}
                                                       ^
$ grep -c '`days`' out
1

# 10. A level that is none.
$ sh try <<.
> 环节:
>   公示: {类型: 公示, 地点: 各乡真}
> .
status 2
pack/p.yaml:6:21: error
    公示: {类型: 公示, 地点: 各乡真}
                               ^

# 11. Full-width punctuation is named as what it is.
$ sh try <<.
> 事件：
>   评议: {}
> .
status 2
pack/p.yaml:5:3: error
  事件：
      ^
$ sed 1q out | grep -c '：'
1
$ sh try <<.
> 事件:
>   评议: ｛名称: 甲｝
> .
status 2
pack/p.yaml:6:7: error
    评议: ｛名称: 甲｝
          ^

# 12. A tab as indenting.
$ printf '事件:\n\t评议: {}\n' | sh try | head -2
status 2
pack/p.yaml:6:1: error

# 13. A basis that names no instrument of the pack.
$ sh try <<.
> steps:
>   s: {kind: notice, at: county, basis: 乙〔2020〕1号 第三条}
> .
status 2
pack/p.yaml:6:40: error
    s: {kind: notice, at: county, basis: 乙〔2020〕1号 第三条}
                                         ^

# 14. Two packs equally near in scope, in force on one day.
$ echo 'steps: {s: {kind: notice, at: county}}' | sh try 1
status 0
rules are in order: 1 pack, 1 procedures
$ mkdir -p two && cp -r pack two/one && cp -r pack two/two && sed -i 's/^pack: t/pack: u/' two/two/pack.yaml && gongshi --lang en rules check two 2>&1 | grep -c '^two/two/p.yaml:1:1: error'
1
$ sed -i 's/"45"/"4502"/' two/two/pack.yaml && gongshi --lang en rules check two 2>/dev/null | grep -o '[0-9]* procedures'
2 procedures

# All faults of all files in one run.
$ cp head pack/p.yaml; echo 'evens: {}' >>pack/p.yaml; sed 's/: p$/: q/' head >pack/q.yaml; echo 'steps: {s: {at: county}}' >>pack/q.yaml; gongshi --lang en rules check pack 2>&1 | grep -o '^pack[^ ]*: error'
pack/p.yaml:5:1: error
pack/q.yaml:5:9: error

# With broken rules nothing is taken in, nothing judged.
$ gongshi init && gongshi --rules pack scan >/dev/null 2>&1
[2]
$ gongshi --rules pack plan >/dev/null 2>&1
[2]
