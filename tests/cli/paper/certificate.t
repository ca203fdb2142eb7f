# Seven days from 10 September: through the 16th, the first day counted; through
# the 17th, not counted. It came down on the 16th.
$ cat >cases.csv <<.
> case,procedure,division,places,title
> HX-001,household-exit,450225100200,450225100200001;450225100200002,新平村2020年脱贫户
> .
$ printf 'case,event,date\nHX-001,deliberated,2020-09-10\n' >events.csv
$ cat >postings.csv <<.
> case,step,division,posted,until,medium,place
> HX-001,group-notice,450225100200001,2020-09-10,2020-09-16,board,屯口 13912345678
> HX-001,group-notice,450225100200002,2020-09-10,2020-09-15,board,村口
> .
$ cat >objections.csv <<.
> case,step,division,received,resolved,outcome,handler,number
> HX-001,group-notice,450225100200001,2020-09-12,2020-09-14,rejected,驻村工作队,甲1
> HX-001,group-notice,450225100200001,2020-09-15,,,,甲2
> .
$ gongshi init && gongshi import cases.csv events.csv postings.csv objections.csv >/dev/null
$ gongshi --today 2020-09-18 certificate HX-001 村民小组公示 --division 450225100200001 --out c.txt; cat c.txt
                                公示证明

　　兹证明：“新平村2020年脱贫户”（村民小组公示）在450225100200001张贴，自2020年9月10日起至2020年9月16日止，期限已满。具体情况如下：

办件          HX-001，贫困户脱贫摘帽
环节          村民小组公示
区划          450225100200001
公示起止      2020年9月10日 至 2020年9月16日
实际天数      7 天（首日、末日均计入）
规定期限      不少于 7 日，首日计入，届满日为2020年9月16日，已满
从严计算      不少于 7 日，首日不计入，届满日为2020年9月17日，还差 1 天
载体和地点    公开栏，屯口 139****5678：2020年9月10日 至 2020年9月16日
异议          甲1：2020年9月12日收到，2020年9月14日办结，结果：不成立，处理单位：驻村工作队
异议          甲2：2020年9月15日收到，尚未办结
依据          桂扶领办发〔2020〕45号
泄露个人信息  2020-09-10 起张贴的文字中有完整的身份证号、银行卡号或手机号。


                                  出具单位（盖章）：＿＿＿＿＿＿＿＿＿＿
                                    经办人（签字）：＿＿＿＿＿＿＿＿＿＿
                                            日期：＿＿＿＿年＿＿月＿＿日
# The 16th is not over on the 16th.
$ gongshi --lang en --today 2020-09-16 certificate HX-001 group-notice --division 450225100200001 --out x.txt
gongshi: error: no certificate for Notice in the village group at 450225100200001: its period is not over: it runs through 2020-09-16 at the least, by the notice through 2020-09-17
  note: see `gongshi explain HX-001 group-notice`
[2]
# A day short.
$ gongshi --lang en --today 2020-09-20 certificate HX-001 group-notice --division 450225100200002 --out x.txt
gongshi: error: no certificate for Notice in the village group at 450225100200002: it came down on 2020-09-15, before its last day, 2020-09-16
  note: see `gongshi explain HX-001 group-notice`
[2]
$ gongshi --lang en --today 2020-09-20 certificate HX-001 village-notice --out x.txt
gongshi: error: no certificate for Notice in the village at 450225100200: it is not posted
  note: see `gongshi explain HX-001 village-notice`
[2]
$ gongshi --lang en --today 2020-09-09 certificate HX-001 group-notice --division 450225100200001 --out x.txt
gongshi: error: no certificate for Notice in the village group at 450225100200001: it is not posted
  note: see `gongshi explain HX-001 group-notice`
[2]
$ ls x.txt
ls: cannot access 'x.txt': No such file or directory
[2]
# A notice that came down a day short goes up again, from today: 7 days after
# the 20th are the 27th. One that stands is dated from its posting.
$ gongshi --today 2020-09-20 notice HX-001 group-notice --division 450225100200002 --out n.txt 2>/dev/null; grep 自2020 n.txt
　　自2020年9月20日起公示。公示期不少于7日，至2020年9月27日届满。
$ gongshi --today 2020-09-12 notice HX-001 group-notice --division 450225100200002 --out n.txt 2>/dev/null; grep 自2020 n.txt
　　自2020年9月10日起公示。公示期不少于7日，至2020年9月17日届满。
# A page has no code of its own in it, and a title that tries is text.
$ gongshi --lang en --today 2020-09-18 certificate HX-001 group-notice --division 450225100200001 --out c.html; grep -c '<script' c.html; grep -o '<h1>.*</h1>' c.html
0
<h1>Certificate of a public notice</h1>
# Its page says the same of how the objection ended.
$ gongshi --today 2020-09-18 report --out pages >/dev/null; cat pages/*.html | grep -o '甲1</th>.*' | grep -o '<td>[^<]*</td><td>[^<]*</td></tr>$'
<td>不成立</td><td>驻村工作队</td></tr>
