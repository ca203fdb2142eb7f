# Calendars of the whole language: what stood when the case ended stands to that
# day and nothing is due; a period without a last day claims no end; what a
# notice must be is said.
$ mkdir rules && cat >rules/pack.yaml <<.
> pack: sample
> title: 样例
> scope: ["45"]
> in-force: {from: 2020-01-01}
> instruments:
>   样例办法: {title: 样例办法}
> .
$ cat >rules/permit.yaml <<.
> procedure: permit
> title: 许可
> title-en: Permit
> case: county
> basis: 样例办法
> traits:
>   secret: {title: 涉密, title-en: secret}
>   big: {title: 重大, title-en: big}
> events:
>   decided: {title: 决定, title-en: Decided}
>   filed: {title: 备案, title-en: Filed}
>   withdrawn: {title: 撤回, title-en: Withdrawn, optional: true, ends: true}
> steps:
>   notice:
>     title: 公示
>     title-en: Notice
>     kind: notice
>     at: county
>     not-for: secret
>     opens: within 7 workdays after decided
>     lasts: [at least 7 days, {bound: until filed, for: big}]
>     media: {any: [board, website], all: [{medium: newspaper, for: big}]}
>     content: [金额, 监督电话]
>     review: true
>     down: within 5 days after closes
>   list:
>     title: 名册
>     title-en: List
>     kind: announcement
>     at: county
>     for: big
>     lasts: permanently
>     opens: after decided
> .
$ cat >cases.csv <<.
> case,procedure,division,traits
> B,permit,450225,secret
> C,permit,450225,big
> D,permit,450225,
> E,permit,450225,
> .
$ cat >events.csv <<.
> case,event,date
> B,decided,2020-09-10
> C,decided,2020-09-10
> D,decided,2020-09-10
> D,withdrawn,2020-09-16
> E,decided,2020-09-10
> E,withdrawn,2020-09-16
> .
$ cat >postings.csv <<.
> case,step,division,posted,until,medium
> C,notice,450225,2020-09-11,,board
> C,list,450225,2020-09-11,,board
> D,notice,450225,2020-09-11,2020-09-30,board
> .
$ gongshi --rules rules init && gongshi --rules rules import cases.csv events.csv postings.csv >/dev/null

# B's is secret, E's was not posted when the case ended, and its last day, the
# 21st (seven working days after the 10th: 11, 14 to 18, 21), was still to come:
# neither has an entry.  D's stands from the 11th to the 16th.  C's two have no
# last day: the entry is the day that they went up, and nobody rings for it.
$ gongshi --rules rules --lang en --today 2020-09-18 ics >c.ics; tr -d '\r' <c.ics | sed -e ':a' -e 'N;$!ba' -e 's/\n //g' >c; grep '^SUMMARY\|^DTSTART\|^DTEND\|^BEGIN:VALARM' c
DTSTART;VALUE=DATE:20200911
DTEND;VALUE=DATE:20200912
SUMMARY:[posted] 450225: List · C
DTSTART;VALUE=DATE:20200911
DTEND;VALUE=DATE:20200912
SUMMARY:[posted] 450225: Notice · C
DTSTART;VALUE=DATE:20200911
DTEND;VALUE=DATE:20200917
SUMMARY:[posted] 450225: Notice · D
$ grep '^DESCRIPTION' c | sed 's/\\nProcedure.*//'
DESCRIPTION:Posted on 2020-09-11\; leave it up: it stands permanently\nMedium: notice board
DESCRIPTION:Posted on 2020-09-11\; leave it up (through the day of 'Filed'): that has no day yet\nTo be taken down within 5 days after its last day\nMedium: notice board
DESCRIPTION:Posted on 2020-09-11\; the case ended on 2020-09-16\, and nothing more is owed\nMedium: notice board

# On the day before, E's is still to be posted: withdrawn on the 16th is
# scheduled, and a plan's days stay.  From the 10th, or by the 21st.
$ gongshi --rules rules --lang en --today 2020-09-15 ics | tr -d '\r' | grep '^SUMMARY.* E$\|^DTSTART' | grep -B1 E$
DTSTART;VALUE=DATE:20200910
SUMMARY:[to post] 450225: Notice · E
DTSTART;VALUE=DATE:20200921
SUMMARY:[deadline] 450225: Notice · E
$ gongshi --rules rules --lang en --today 2020-09-15 ics | tr -d '\r' | sed -e ':a' -e 'N;$!ba' -e 's/\n //g' | grep '^DESCRIPTION:May go up from' | sed 's/\\nProcedure.*//'
DESCRIPTION:May go up from 2020-09-10 on\nIf posted on 2020-09-10\, it must hang through 2020-09-17 (that day too)\; 2020-09-16 is the judged last day\nTo be taken down within 5 days after its last day\nMedia\, one of: notice board\, website\nIt must show: 金额\, 监督电话\nTo be reviewed for confidentiality first
