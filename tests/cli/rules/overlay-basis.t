# What an overlay sets is cited by what stands nearest above it in its own file,
# whatever finding comes of it; what it leaves, by the base's (LANGUAGE 7).

$ mkdir -p rules/base rules/over
$ cat >rules/base/pack.yaml <<.
> pack: base
> scope: ["45"]
> instruments: {甲: {}, 甲一: {}}
> .
$ cat >rules/base/p.yaml <<.
> procedure: p
> case: county
> basis: 甲
> events:
>   made: {}
>   done: {after: note}
> steps:
>   note:
>     kind: notice
>     at: county
>     opens: within 10 days after made
>     lasts: at least 10 days
>     media: {any: [board], all: [board]}
>     content: [名单]
>     evidence: true
>     review: true
>     down: within 5 days after closes
>     objections: {handler: 县局, within: within 5 days after received, upheld: stops}
> .
$ cat >rules/over/pack.yaml <<.
> pack: over
> scope: ["4502"]
> overlay: base
> instruments: {乙: {}, 丙: {}}
> .

# One case that breaks everything: 乙 is the step's own document in the overlay,
# 丙 that of its file.
$ cat >f.py <<.
> import sys
> d = sys.argv[1]
> w = lambda n, t: open(n, "w").write(t)
> w("1.csv", f"case,procedure,division,title\nX,p,{d},X\n")
> w("2.csv", "case,event,date\nX,made,2020-09-01\nX,done,2020-10-10\n")
> w("3.csv", "case,step,division,posted,until,medium,reviewed,content,evidence\n"
>   f"X,note,{d},2020-09-12,2020-09-20,board,,别的,\n")
> w("4.csv", "case,step,received,number,resolved,outcome,handler\n"
>   "X,note,2020-09-13,1,2020-09-20,upheld,镇政府\n")
> .
$ cat >found.py <<.
> import json, sys
> for f in json.load(sys.stdin)["findings"]:
>     print(f["code"], f["basis"])
> .
$ cat >go <<.
> python3 f.py \$1; rm -f gongshi.db; gongshi init && gongshi --rules rules import [1234].csv >log 2>&1 || cat log
> gongshi --rules rules --today 2020-12-01 scan --format json | python3 found.py | sort
> .

# Beside the overlay the base: all by 甲.  Posted a day late (11 September is
# the tenth day), it stood through the 20th and not the 21st.
$ printf 'procedure: p\n' >rules/over/p.yaml; sh go 450126
content 甲
handler 甲
late 甲
objection 甲
review 甲
short 甲
upheld 甲
$ sh go 450225 | uniq -c | grep -c 甲
7

# Everything set anew, to the same effect: 8 days of 12 September are through
# the 19th, 9 through the 20th, 10 through the 21st.
$ cat >rules/over/p.yaml <<.
> procedure: p
> basis: 丙
> events: {done: {after: {bound: note, basis: 甲一}}}
> steps:
>   note:
>     opens: within 10 days after made
>     lasts: at least 10 days
>     media: {all: [website]}
>     content: [名单, 电话]
>     evidence: true
>     review: true
>     objections: {handler: 县纪委, within: within 5 days after received, upheld: stops}
> .
$ sh go 450225
content 丙
handler 丙
late 丙
medium 丙
objection 丙
review 丙
short 丙
upheld 丙
$ sh go 450126 | grep -c 甲
7

# The step's own document goes before the file's; a phrase's own before both.
# Evidence is still the base's, and lacks too: one finding, both documents.
$ cat >rules/over/p.yaml <<.
> procedure: p
> basis: 丙
> steps:
>   note: {basis: 乙 三, lasts: {bound: at least 10 days, basis: 丙 一}, content: [电话], objections: {within: within 5 days after received}}
> .
$ sh go 450225
content 甲；乙 三
handler 甲
late 甲
objection 乙 三
review 甲
short 丙 一
upheld 甲

# Media, key by key: what is any and what is all; in one finding both.
$ cat >rules/over/p.yaml <<.
> procedure: p
> steps:
>   note: {basis: 乙, media: {any: [newspaper]}}
> .
$ sh go 450225 | grep medium
medium 乙
$ sed -i 's/any: \[newspaper\]/any: [newspaper], all: [website]/;s/basis: 乙/bases: {any: 丙, all: 乙}/' rules/over/p.yaml
$ sh go 450225 | grep medium
medium 丙；乙

# A remark changes nothing: the ten days are cited as in the base, whatever the
# step cites here.
$ cat >rules/over/p.yaml <<.
> procedure: p
> steps:
>   note: {basis: 乙, opens: {note: 县注}}
> .
$ sh go 450225 | grep late
late 甲

# Conditions stay below a phrase in a map, and go below one that stands alone.
$ sed -i '/lasts/s/.*/    lasts: {bound: at least 10 days, unless: done}/' rules/base/p.yaml
$ cat >rules/over/p.yaml <<.
> procedure: p
> basis: 乙
> steps: {note: {lasts: {bound: at least 9 days}}}
> .
$ gongshi --rules rules --lang en rules show over | grep -e lasts:
    lasts: {bound: at least 9 days, unless: done, basis: 乙}
$ sed -i 's/{bound: at least 9 days}/at least 9 days/' rules/over/p.yaml
$ gongshi --rules rules --lang en rules show over | grep -e lasts:
    lasts: {bound: at least 9 days, basis: 乙}

# `none` takes away; of `lasts` and `roll` it is the value.
$ cat >rules/over/p.yaml <<.
> procedure: p
> basis: 乙
> counting: {deadlines: {roll: none}}
> events: {done: {after: none, optional: 是}}
> steps:
>   note: {lasts: 无, media: {all: none}, content: 无, evidence: none, review: none, down: 无, objections: {handler: none, upheld: 无}}
> .
$ gongshi --rules rules --lang en rules show over | sed -n '/^procedure/,$p' | grep -v '#'
procedure: p
title: p
case: county
basis: 甲
counting: {deadlines: {roll: none}}
events:
  made:
    title: made
  done:
    title: done
    optional: true
steps:
  note:
    title: note
    kind: notice
    at: county
    opens: within 10 days after made
    media: [board]
    objections: {within: within 5 days after received}
$ cat >rules/over/p.yaml <<.
> procedure: p
> basis: 乙
> events: {done: 无}
> steps: {note: none}
> .
$ gongshi --rules rules --lang en rules show over | sed -n '/^events/,$p' | grep -v '#'
events:
  made:
    title: made

# New points stand behind the base's, in the overlay's order.
$ cat >rules/over/p.yaml <<.
> procedure: p
> basis: 乙
> events: {filed: {title: 备案, after: done}, made: {title: 作出}}
> steps: {more: {kind: announcement, at: county, opens: within 3 days after 备案}, note: {opens: 作出 后 5 日内}}
> .
$ gongshi --rules rules --lang en rules show over | grep -v '#' | grep -A99 ^events | grep -e '^  [a-z]' -e ' opens:' -e ' after:'
  made:
  done:
    after: after note
  filed:
    after: after done
  note:
    opens: {bound: within 5 days after made, basis: 乙}
  more:
    opens: within 3 days after filed

# A title that the overlay changes still names the point in the base's phrases.
$ sed -i 's/made: {}/made: {title: 制定}/;s/after made/after 制定/' rules/base/p.yaml
$ gongshi --rules rules --lang en rules show over | grep -v '#' | grep -e 作出 -e 制定
    title: 作出
$ gongshi --rules rules --lang zh rules show over | grep 张贴:
    张贴: {约束: 作出 后 5 日内, 依据: 乙}
    张贴: 备案 后 3 日内

# A procedure of its own, and a version of it that another overlay changes.
$ cat >rules/over/q.yaml <<.
> procedure: q
> case: county
> basis: 乙
> events: {made: {}}
> steps: {s: {kind: notice, at: county, opens: within 3 days after made}}
> .
$ mkdir rules/third; printf 'pack: third\nscope: ["450225"]\noverlay: over\n' >rules/third/pack.yaml
$ printf 'procedure: q\nbasis: 丙\nsteps: {s: {opens: within 5 days after made}}\n' >rules/third/q.yaml
$ gongshi --rules rules --lang en rules show q | grep opens:
    opens: within 3 days after made
    opens: {bound: within 5 days after made, basis: 丙}
