# The faults of twenty-zh.t and some more, in a file in English, answered in
# English, whole.

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
> procedure: try
> title: Trial
> case: village
> basis: 甲〔2020〕1号
> events:
>   reviewed: {title: Village review}
>   approved: {title: County approval, after: notice}
> steps:
>   notice:
>     title: Village notice
>     kind: notice
>     at: village
>     opens: after reviewed
>     lasts: at least 7 days
>   announcement:
>     title: Village announcement
>     kind: announcement
>     at: village
>     opens: within 20 workdays after approved
> .
$ cp ok pack/p.yaml; gongshi --lang en rules check pack
rules are in order: 1 pack, 1 procedures

# 1. A full-width colon.
$ sed '10s/: /：/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:10:10: error: a full-width colon "：" behind a key: write an ordinary colon and a blank, "title: "
      title：Village notice
           ^
[2]

# 2. No blank behind the colon.
$ sed '10s/: /:/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:10:10: error: no blank behind this colon: write "title: "
      title:Village notice
           ^
[2]

# 3. A full-width comma.
$ sed '7s/, /，/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:7:36: error: a full-width "，": write an ordinary ,, or put the whole text in single quotes ('...')
    approved: {title: County approval，after: notice}
                                     ^
[2]

# 4. Full-width braces.
$ sed -e '6s/{/｛/' -e '6s/}/｝/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:6:13: error: a full-width "｛": write an ordinary {, or put the whole text in single quotes ('...')
    reviewed: ｛title: Village review｝
              ^
[2]

# 5. Full-width quotes.
$ sed '11s/notice/“&”/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:11:11: error: full-width quotes “ ” around the whole text: leave them out, or write ordinary ones (")
      kind: “notice”
            ^
[2]

# 6. A tab for indenting.
$ sed '11s/^    /\t/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:11:1: error: a tab before the text: indent with blanks
   kind: notice
  ^
[2]

# 7. A blank too few.
$ sed '11s/^    /   /' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:11:4: error: this line fits none above it: indent it like the lines it belongs to
     kind: notice
     ^
pack/p.yaml:9:3: note: they begin here
    notice:
    ^
[2]

# 8. Two blanks too many.
$ sed '11s/^    /      /' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:11:7: error: this line is indented as if it went on with the text above it: indent it like the other keys
        kind: notice
        ^
[2]

# 9. A misspelt key.
$ sed '13s/opens/opnes/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:13:5: error: `opnes` is no key here
      opnes: after reviewed
      ^
  note: did you mean `opens`?
[2]

# 10. A misspelt Chinese key.
$ sed '14s/lasts/公示其/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:14:5: error: `公示其` is no key here
      公示其: at least 7 days
      ^
  note: did you mean `公示期`?
[2]

# 11. A misspelt event.
$ sed '13s/reviewed/revieewd/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:13:18: error: `revieewd` is no event or step of this procedure
      opens: after revieewd
                   ^
  note: did you mean `reviewed`?
[2]

# 12. No basis.
$ sed '4d' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:8:3: error: step `notice` has no basis: name the document that asks for it
    notice:
    ^
pack/p.yaml:14:3: error: step `announcement` has no basis: name the document that asks for it
    announcement:
    ^
pack/p.yaml:18:37: error: a deadline without a basis: name the document that says so
      opens: within 20 workdays after approved
                                      ^
[2]

# 13. A basis that the pack does not list.
$ sed '11s/$/\n    basis: 甲〔2020〕2号 第三条/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:12:12: error: `甲〔2020〕2号 第三条` names no instrument of pack.yaml
      basis: 甲〔2020〕2号 第三条
             ^
  note: pack.yaml lists: `甲〔2020〕1号`
  note: another document must first be written into `instruments` of pack.yaml
[2]

# 14. A period of zero.
$ sed '14s/7/0/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:14:21: error: a period of zero; it must be at least 1
      lasts: at least 0 days
                      ^
[2]

# 15. A number in words.
$ sed '14s/7/seven/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:14:21: error: expected a number: in the digits 0 to 9, or as 七, 二十, up to 九百九十九
      lasts: at least seven days
                      ^
[2]

# 16. Full-width digits.
$ sed '14s/7/７/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:14:21: error: expected a number: in the digits 0 to 9, or as 七, 二十, up to 九百九十九
      lasts: at least ７ days
                      ^
  note: did you mean `at least 7 days`?
[2]

# 17. `within` left out.
$ sed '19s/within //' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:19:12: error: `20 workdays after approved` is no bound
      opens: 20 workdays after approved
             ^
  note: write `within 20 workdays after approved` or `at least 20 workdays after approved`, whichever is meant
[2]

# 18. `after` left out.
$ sed '13s/after //' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:13:12: error: `reviewed` is no bound
      opens: reviewed
             ^
  note: did you mean `after reviewed`?
[2]

# 19. `at least` left out.
$ sed '14s/at least //' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:14:12: error: `7 days` is no period; expected `at least N days` (不少于 N 日), `until P` (至 P), `until at least N days after P` (至 P 后至少 N 日) or `permanently` (长期)
      lasts: 7 days
             ^
  note: did you mean `at least 7 days`?
[2]

# 20. A key twice, in two languages.
$ sed '11s/$/\n    类型: notice/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:12:5: error: `类型` stands here a second time
      类型: notice
      ^
pack/p.yaml:11:5: note: the first time here
      kind: notice
      ^
[2]

# 21. A quote that is not closed.
$ sed '10s/Village notice/"&/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:10:12: error: this quote is not closed
      title: "Village notice
             ^
[2]

# 22. A brace that is not closed.
$ sed '7s/}//' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:7:13: error: what begins with this { is not closed with }
    approved: {title: County approval, after: notice
              ^
pack/p.yaml:8:6: note: not understood from here on
  steps:
       ^
[2]

# 23. A level that is none.
$ sed '12s/village/vilage/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:12:9: error: `vilage` is no level; expected region, city, county, township, village, group or case (自治区, 市, 县, 乡镇, 行政村, 村民小组, 本级)
      at: vilage
          ^
  note: did you mean `village`?
[2]

# 24. One title for two steps.
$ sed '16s/announcement/notice/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:15:3: error: `announcement` and `notice` have the same id or title; a name must mean one thing
    announcement:
    ^
pack/p.yaml:9:3: note: the other one stands here
    notice:
    ^
[2]

# 25. A circle.
$ sed '6s/Village review/&, after: approved/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:13:18: error: a circle: each of these waits for the next: reviewed < approved < notice < reviewed
      opens: after reviewed
                   ^
[2]

# 26. Bounds that contradict each other.
$ sed '13s/after reviewed/[at least 10 days after reviewed, within 5 days after reviewed]/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:13:66: error: this bound contradicts the others: no day can meet them all
      opens: [at least 10 days after reviewed, within 5 days after reviewed]
                                                                   ^
pack/p.yaml:13:36: note: it cannot agree with this one
      opens: [at least 10 days after reviewed, within 5 days after reviewed]
                                     ^
[2]

# 27. A unit that is none.
$ sed '14s/7 days/1 weeks/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:14:23: error: expected a unit after the number: days, workdays, months, quarters or years (日, 个工作日, 个月, 季度, 年)
      lasts: at least 1 weeks
                        ^
  note: weeks are written in days, 7 each
[2]

# 28. No kind.
$ sed '11d' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:9:3: error: step `notice` lacks `kind`: notice or announcement
    notice:
    ^
[2]

# 29. No place.
$ sed '12d' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:9:3: error: step `notice` lacks `at`: where it is posted
    notice:
    ^
[2]

# 30. Yes or no, misspelt.
$ sed '6s/}/, repeats: ture}/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:6:46: error: expected one of: true, false
    reviewed: {title: Village review, repeats: ture}
                                               ^
  note: did you mean `true`?
[2]

# 31. Behind an emoji: it takes two columns of a terminal.
$ sed '6s/{.*/{title: 🙂 review, afer: notice}/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:6:31: error: `afer` is no key here
    reviewed: {title: 🙂 review, afer: notice}
                                 ^
  note: did you mean `after`?
[2]

# 32. Behind ten Chinese characters and one: two columns each.
$ sed '7s/County approval, after: notice/县人民政府审定脱贫名单, after: notise/' ok >pack/p.yaml; gongshi --lang en rules check pack
pack/p.yaml:7:41: error: `notise` is no event or step of this procedure
    approved: {title: 县人民政府审定脱贫名单, after: notise}
                                                     ^
  note: did you mean `notice`?
[2]

# 33. A date that is none.
$ cp ok pack/p.yaml; sed -i '4s/2020-01-01/2020-13-01/' pack/pack.yaml; gongshi --lang en rules check pack
pack/pack.yaml:4:18: error: expected a day, a month or a year: 2020-01-31, 2020-01 or 2020
  in-force: {from: 2020-13-01, until: 2021-12-31}
                   ^
[2]
$ cp keep pack/pack.yaml

# 34. In force until before it begins.
$ cp ok pack/p.yaml; sed -i '4s/2020-01-01/2022-01-01/' pack/pack.yaml; gongshi --lang en rules check pack
pack/pack.yaml:4:37: error: the last day in force lies before the first
  in-force: {from: 2022-01-01, until: 2021-12-31}
                                      ^
[2]
$ cp keep pack/pack.yaml

# 35. A scope that is no code.
$ cp ok pack/p.yaml; sed -i '3s/45/4X/' pack/pack.yaml; gongshi --lang en rules check pack
pack/pack.yaml:3:9: error: expected a division code, as "45" for a region or "450225" for a county
  scope: ["4X"]
          ^
[2]
$ cp keep pack/pack.yaml

# 36. Three faults in two files, told in one run.
$ sed -e '13s/opens/opnes/' -e '14s/7/0/' ok >pack/p.yaml; sed -e '1s/try/next/' -e '12s/village/vilage/' ok >pack/q.yaml; gongshi --lang en rules check pack
pack/p.yaml:13:5: error: `opnes` is no key here
      opnes: after reviewed
      ^
  note: did you mean `opens`?
pack/p.yaml:14:21: error: a period of zero; it must be at least 1
      lasts: at least 0 days
                      ^
pack/q.yaml:12:9: error: `vilage` is no level; expected region, city, county, township, village, group or case (自治区, 市, 县, 乡镇, 行政村, 村民小组, 本级)
      at: vilage
          ^
  note: did you mean `village`?
[2]
