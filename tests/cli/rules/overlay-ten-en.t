# Faults in packs that lie over others, each one that a hand makes, answered in
# English: the overlay's place, and as a note what it lies over.

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
> gongshi --lang en --rules rules rules check; s=$?
> cp pack rules/over/pack.yaml; cp ok rules/over/h.yaml; exit $s
> .
$ cp pack rules/over/pack.yaml; cp ok rules/over/h.yaml; sh check
rules are in order: 2 packs, 6 procedures

# 1. A base that is not there.
$ sed -i 's/叠加: guangxi-2020/叠加: guangxi-2o20/' rules/over/pack.yaml; sh check
rules/over/pack.yaml:4:5: error: `guangxi-2o20` is no pack that is there: this one cannot lie over it
  叠加: guangxi-2o20
        ^
  note: did you mean `guangxi-2020`?
[2]

# 2. A circle: each lies over the other.
$ mkdir rules/x; printf 'pack: x\noverlay: rongshui\nscope: ["450226"]\n' >rules/x/pack.yaml; sed -i 's/叠加: guangxi-2020/叠加: x/' rules/over/pack.yaml; sh check
rules/x/pack.yaml:2:10: error: a circle: this pack would lie over `rongshui`, which lies over it
  overlay: rongshui
           ^
rules/over/pack.yaml:4:5: note: `rongshui` lies over `x`
  叠加: x
        ^
[2]

# 3. No basis above what is changed.
$ rm -r rules/x; sed -i 2d rules/over/h.yaml; sh check
rules/over/h.yaml:3:12: error: `公示期` is changed here, but no basis stands above it in this file: name the document that changes it
    村民小组公示: {公示期: 不少于 5 日}
                   ^
rules/guangxi-2020/household-exit.yaml:19:5: note: what it lies over stands here
      lasts: at least 7 days
      ^
  note: `basis: ...` may stand at the outermost level of this file, at the step or event, or beside the phrase
[2]

# 4. A step's name misspelt: no new step.
$ sed -i 's/村民小组公示/村民小组公式/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:3: error: `村民小组公式` is no step of what this pack lies over, `guangxi-2020`
    村民小组公式: {公示期: 不少于 5 日}
    ^
  note: did you mean `村民小组公示`?
[2]

# 5. An event's.
$ sed -i '3s/.*/事件:/;$s/.*/  deliberatd: {须在: 县审定}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:3: error: `deliberatd` is no event of what this pack lies over, `guangxi-2020`
    deliberatd: {须在: 县审定}
    ^
  note: did you mean `deliberated`?
[2]

# 6. A step is taken away that the base goes on to name.
$ sed -i '$s/.*/  village-notice: 无/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:3: error: `village-notice` is taken away here, but still named
    village-notice: 无
    ^
rules/guangxi-2020/household-exit.yaml:21:3: note: what it lies over stands here
    village-notice:
    ^
rules/guangxi-2020/household-exit.yaml:10:90: note: here it is named
  ...nship submitted to the county, after: village-notice}
                                           ^
[2]

# 7. What must stand cannot be taken away.
$ sed -i '$s/.*/  village-notice: {地点: 无}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:24: error: `地点` cannot be taken away: it must stand
    village-notice: {地点: 无}
                           ^
rules/guangxi-2020/household-exit.yaml:25:5: note: what it lies over stands here
      at: village
      ^
[2]

# 8. A phrase that names nothing.
$ sed -i '$s/.*/  village-notice: {张贴: 乡镇审查 后}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:24: error: `乡镇审查` is no event or step of this procedure
    village-notice: {张贴: 乡镇审查 后}
                           ^
rules/guangxi-2020/household-exit.yaml:26:12: note: what it lies over stands here
      opens: after township-reviewed
             ^
  note: did you mean `乡镇审核`?
[2]

# 9. A circle that the overlay makes with what the base says.
$ sed -i '$s/.*/  group-notice: {张贴: 县审定 后}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:22: error: a circle: each of these waits for the next: township-reviewed < group-notice < county-approved < township-submitted < village-notice < township-reviewed
    group-notice: {张贴: 县审定 后}
                         ^
rules/guangxi-2020/household-exit.yaml:18:12: note: what it lies over stands here
      opens: after deliberated
             ^
[2]

# 10. No scope of its own: as near as the base.
$ sed -i '/适用/d' rules/over/pack.yaml; sh check
rules/over/pack.yaml:3:5: error: `rongshui` and `guangxi-2020` are in force on the same days and for the same scope: which of them is meant?
  叠加: guangxi-2020
        ^
rules/guangxi-2020/pack.yaml:1:1: note: the other one stands here
  note: an overlay has a nearer `scope`, or other days in force
[2]

# 11. A document that pack.yaml does not list, cited for three things: told once.
$ sed -i '2s/.*/依据: 融政办发〔2021〕1号/;$s/.*/  村民小组公示: {公示期: 不少于 5 日, 内容: [名单], 佐证: 是}/' rules/over/h.yaml; sh check
rules/over/h.yaml:2:5: error: `融政办发〔2021〕1号` names no instrument of pack.yaml
  依据: 融政办发〔2021〕1号
        ^
  note: pack.yaml lists: `桂扶领办发〔2020〕45号`, `桂扶领办发〔2020〕44号`, `桂扶领发〔2020〕10号`, `公告公示制度实施办法（修订）`, `年度报告`, `政府信息公开条例`, `委托方要求`, `融政办发〔2020〕1号`
  note: another document must first be written into `instruments` of pack.yaml
[2]

# 12. Two demands that no day can meet.
$ sed -i '$s/.*/  village-announcement: {张贴: [县审定 后 3 日内, 县审定 后至少 5 日]}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:31: error: this bound contradicts the others: no day can meet them all
    village-announcement: {张贴: [县审定 后 3 日内, 县审定 后至少 5 日]}
                                  ^
rules/guangxi-2020/household-exit.yaml:34:12: note: what it lies over stands here
      opens: within 20 workdays after county-approved
             ^
rules/over/h.yaml:4:43: note: it cannot agree with this one
    village-announcement: {张贴: [县审定 后 3 日内, 县审定 后至少 5 日]}
                                                    ^
[2]

# 13. What the base lets follow its last day now stands for ever.
$ sed -i '$s/.*/  village-notice: {公示期: 长期}/' rules/over/h.yaml; sh check
rules/over/h.yaml:4:25: error: `village-notice` stands permanently: what follows its last day would never come
    village-notice: {公示期: 长期}
                             ^
rules/guangxi-2020/household-exit.yaml:27:12: note: what it lies over stands here
      lasts: at least 7 days
             ^
  note: `village-notice.opens` is its first day
rules/guangxi-2020/household-exit.yaml:10:90: note: here it is named
  ...nship submitted to the county, after: village-notice}
                                           ^
[2]

# 14. A title that another point of the base has.
$ printf '事件: {county-approved: {名称: 村级评议确定初审名单}}\n' >>rules/over/h.yaml; sh check
rules/over/h.yaml:5:6: error: `county-approved` and `deliberated` have the same id or title; a name must mean one thing
  事件: {county-approved: {名称: 村级评议确定初审名单}}
         ^
rules/guangxi-2020/household-exit.yaml:11:3: note: what it lies over stands here
    county-approved:     {title: 县审定, title-en: County approved, afte...
    ^
rules/guangxi-2020/household-exit.yaml:8:3: note: the other one stands here
    deliberated:         {title: 村级评议确定初审名单, title-en: Village...
    ^
[2]
