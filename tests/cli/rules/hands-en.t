# More that hands do to a rule file, answered in English: what is offered instead
# must load, and must ask for no less than what was written.

$ mkdir pack
$ cat >pack/pack.yaml <<.
> pack: t
> title: Trial
> scope: ["45"]
> instruments:
>   甲〔2020〕1号: {title: A}
>   政府信息公开条例: {title: B}
> why: {missing: 政府信息公开条例}
> .
$ cat >ok <<.
> procedure: trial
> title: Trial
> case: village
> basis: 甲〔2020〕1号
> events:
>   reviewed: {}
>   approved: {after: notice}
> steps:
>   notice:
>     kind: notice
>     at: village
>     opens: after reviewed
>     lasts: at least 7 days
>   announcement:
>     kind: announcement
>     at: village
>     opens: within 20 workdays after approved
> .
$ cp ok pack/p.yaml; gongshi --lang en rules check pack
rules are in order: 1 pack, 1 procedures

# 1. Saved by Notepad: the procedure is gone, and not in silence.
$ mv pack/p.yaml pack/p.yaml.txt; gongshi --lang en rules check pack 2>&1 >out; echo "[$?]"; cat out
pack/p.yaml.txt: warning: this file is not read: the name of a rule file ends in .yaml
  note: rename it to `p.yaml`; if it is no rule, put it into another folder
[2]
rules are in order: 1 pack, 0 procedures
not read: 1 file or folder, see the warning
# A backup beside the file that is read; other commands go on.
$ mv pack/p.yaml.txt pack/p.yaml; cp ok pack/p.yaml~; gongshi --lang en --rules pack rules list 2>&1 >out
pack/p.yaml~: warning: this file is not read: the name of a rule file ends in .yaml
  note: `p.yaml` is there too, and is read: if this one is an old copy, put it into another folder
$ rm pack/p.yaml~
# A folder of rules whose pack.yaml has another name; a rule beside the packs.
$ mkdir -p two/a && cp pack/*.yaml two/a && cp -r two/a two/b && mv two/b/pack.yaml two/b/Pack.yaml && cp ok two/p.yaml
$ gongshi --lang en rules check two 2>&1 >out
two/b: warning: nothing in this folder is read: it has no pack.yaml
  note: rename `Pack.yaml` to `pack.yaml`
two/p.yaml: warning: this file is not read: a rule file lies in the folder of its pack, beside pack.yaml
[2]

# 2. A document that pack.yaml does not list: another number is another one.
$ sed '4s/1号/2号/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:4:8: error: `甲〔2020〕2号` names no instrument of pack.yaml
  basis: 甲〔2020〕2号
         ^
  note: pack.yaml lists: `甲〔2020〕1号`, `政府信息公开条例`
  note: another document must first be written into `instruments` of pack.yaml
[2]
$ sed '4s/甲.*/甲[2020]1号/' ok >pack/p.yaml; gongshi --lang en rules check pack 2>&1 | tail -1
  note: did you mean `甲〔2020〕1号`?

# 3. Set in with full-width blanks.
$ sed '13s/^    /　　/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:13:1: error: a full-width or no-break blank before the text: indent with ordinary blanks
  　　lasts: at least 7 days
  ^
[2]

# 4. A remark that is none.
$ sed '1s/^/\/\/ mine\n/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:1:1: error: a remark begins with an ordinary #, and a blank before it
  // mine
  ^
[2]
$ sed '10s/$/ \/\/ mine/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:10:18: error: a remark begins with a blank and an ordinary #; as a part of the text put it all in quotes
      kind: notice // mine
                   ^
[2]

# 5. A period in other words.
$ sed '13s/at least 7 days/7 days/' ok >pack/p.yaml; gongshi --lang en rules check pack 2>&1 | tail -1
  note: did you mean `at least 7 days`?
$ sed '13s/at least 7 days/7 days or so/' ok >pack/p.yaml; gongshi --lang en rules check pack 2>&1 | grep -c 'did you mean'
0
[1]

# 6. That same day.
$ sed '7s/notice/reviewed后当日/' ok >pack/p.yaml; gongshi --lang en rules check pack 2>&1 | tail -1
  note: did you mean `与 reviewed 同日`?

# 7. No blank behind the dash.
$ sed '7s/{.*/\n    after:\n      -notice/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:9:7: error: no blank behind the -: a list's item is written `- TEXT`
        -notice
        ^
[2]

# 8. Two in one: neither may be dropped.
$ sed '17s/approved/approved and notice/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:17:37: error: `approved and notice` is no event or step of this procedure
      opens: within 20 workdays after approved and notice
                                      ^
  note: several are written as a list: [within 20 workdays after approved, within 20 workdays after notice]
[2]

# 9. A second procedure pasted below.
$ sed '1s/trial/other/' ok | cat ok - >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:18:1: error: "procedure" begins here a second time: one file holds one procedure; put this one into a file of its own
  procedure: other
  ^
pack/p.yaml:1:1: note: it stands here already
  procedure: trial
  ^
[2]

# 10. Several levels.
$ sed '16s/village/county, township and village/' ok >pack/p.yaml; gongshi --lang en rules check pack 2>&1 | tail -1
  note: did you mean `[county, township, village]`?

# A key of another place; a key that is there already.
$ sed '13s/$/\n    handler: X/' ok >pack/p.yaml; gongshi --lang en rules check pack 2>&1 | tail -1
  note: `handler` stands under `objections`
$ sed '13s/$/\n    last: at least 8 days/' ok >pack/p.yaml; gongshi --lang en rules check pack 2>&1 | grep -c 'did you mean'
0
[1]
# None near: those there are, but for the one that asks.
$ sed '12s/reviewed/sealed/' ok >pack/p.yaml; gongshi --lang en rules check pack 2>&1 | tail -1
  note: these can stand here: `reviewed`, `approved`, `announcement`
