# Put up on 10 September, seven days after that day are the 17th: what a notice
# shows is the planned count. Nobody gave a telephone: a line to write on.
$ cat >cases.csv <<.
> case,procedure,division,places,title
> HX-001,household-exit,450225100200,450225100200001;450225100200002,新平村2020年脱贫户
> .
$ cat >divisions.csv <<.
> division,name,level
> 450225100,香粉乡,township
> 450225100200,新平村,village
> 450225100200001,北山屯,group
> .
$ cat >events.csv <<.
> case,event,date
> HX-001,deliberated,2020-09-10
> .
$ cat >postings.csv <<.
> case,step,division,posted,until,medium,place
> HX-001,group-notice,450225100200001,2020-09-10,2020-09-17,board,屯口
> .
$ gongshi init && gongshi import divisions.csv cases.csv events.csv postings.csv >/dev/null
$ printf '脱贫户初审名单\n序号,户主姓名,人口\n1,韦某某,4\n2,潘某,12\n' >list.csv
$ gongshi --today 2020-09-12 notice HX-001 group-notice --division 450225100200001 --list list.csv --out n.txt
gongshi: warning: 规则没有写 450225100200001 的“监督电话”，请手工填写电话
gongshi: warning: 规则没有写 450225100200001 的“落款”，请手工填写或者盖章
$ cat n.txt
                    关于新平村2020年脱贫户的初审公示

　　经村级评议，现将北山屯拟脱贫的贫困户予以公示。脱贫户初审名单如下：

脱贫户初审名单
序号  户主姓名  人口
1     韦某某    4
2     潘某      12

　　自2020年9月10日起公示。公示期不少于7日，至2020年9月17日届满。
　　公示期间有异议的，可以口头或者书面向驻村工作队反映，由驻村工作队调查核实。联系电话：＿＿＿＿＿＿＿＿＿＿。

                                            ＿＿＿＿＿＿＿＿＿＿（盖章）
                                                           2020年9月12日
# Which of two, a step that is none, a file that is neither, a case that is none.
$ gongshi --lang en --today 2020-09-12 notice HX-001 group-notice --out n.txt
gongshi: error: the step group-notice is posted at 2 divisions: say which
  note: --division 北山屯 (450225100200001)
  note: --division 450225100200002
[2]
$ gongshi --lang en --today 2020-09-12 notice HX-001 grup-notice --out n.txt
gongshi: error: `grup-notice` is no step of the procedure household-exit
  note: did you mean `group-notice`?
[2]
$ gongshi --lang en --today 2020-09-12 notice HX-001 deliberated --out n.txt
gongshi: error: `deliberated` is an event, and what is put up is a step
[2]
$ gongshi --lang en --today 2020-09-12 notice HX-001 group-notice --out n.pdf
gongshi: error: --out n.pdf: expected a file that ends in .html or .txt
[2]
$ gongshi --lang en notice HX-001 group-notice
gongshi: error: `notice` needs --out FILE.html or --out FILE.txt
[2]
$ gongshi --lang en notice HX-001 --out n.txt
gongshi: error: expected `notice CASE STEP --out FILE.html|FILE.txt`
[2]
$ gongshi --today 2020-09-12 notice HX-001 村民小组公示 --division 450225100999 --out n.txt
gongshi: error: 本办件的环节“group-notice”在区划 450225100999 及其下级没有公示任务
  note: --division 北山屯（450225100200001）
  note: --division 450225100200002
[2]
$ gongshi --lang en --today 2020-09-12 notice HX-001 group-notice --division 450225100200001 --list none.csv --out x.txt; ls x.txt
none.csv: error: cannot be opened: No such file or directory
ls: cannot access 'x.txt': No such file or directory
[2]
# A whole mobile number stops it; its cell is told, and not the number.
$ printf '户主姓名,电话\n韦某某,13912345678\n' >list.csv
$ gongshi --lang en --today 2020-09-12 notice HX-001 group-notice --division 450225100200001 --list list.csv --out x.txt
list.csv:2:5: error: this cell shows the whole number of an identity card, a bank card or a mobile telephone (B2)
  note: nothing was written; --mask shows them as 450***********1234
[1]
$ gongshi --today 2020-09-12 notice HX-001 group-notice --division 450225100200001 --list list.csv --mask --out x.txt
gongshi: warning: 规则没有写 450225100200001 的“监督电话”，请手工填写电话
gongshi: warning: 规则没有写 450225100200001 的“落款”，请手工填写或者盖章
$ grep 韦某某 x.txt
韦某某    139****5678
# No list, and a step before it not over: the days are a forecast. Both groups'
# notices from the 10th run through the 16th; the review and the village's notice
# may come on the 17th, which runs through the 23rd; submitted, approved and
# announced on the 24th.
$ gongshi --lang en --today 2020-09-12 notice HX-001 village-announcement --out a.txt
gongshi: warning: not all before it has happened: 2020-09-24 is a forecast
gongshi: warning: neither the text nor the headings of the list show what the rules ask for: 脱贫户名单
gongshi: warning: no `hotline` is given for 450225100200: write the telephone number in by hand
gongshi: warning: no `office` is given for 450225100200: it is to be written in, or sealed
