# One sum of days. The days are worked out by hand from the notices of the
# State Council for 2020: 27 September and 10 October worked, 1 to 8 October
# off. --lang en throughout, so that complaints can be read here.

# within 7 days after 1 September: the 8th; the sum is the same each way round.
$ gongshi --lang en day 2020-09-01 +7 days
2020-09-08
$ gongshi --lang en day 2020-09-01 +7 day
2020-09-08
$ gongshi --lang en day 2020-09-01 +7 日
2020-09-08
$ gongshi --lang en day 2020-09-01 +7 天
2020-09-08

# A last day off moves on: 5 September is a Saturday; 5 October a holiday.
$ gongshi --lang en day 2020-08-31 +5 days
2020-09-07
$ gongshi --lang en day 2020-09-25 +10 days
2020-10-09

# Five working days after the 24th: 25, 27 (a Sunday, worked), 28, 29, 30.
$ gongshi --lang en day 2020-09-24 +5 workdays
2020-09-30
$ gongshi --lang en day 2020-09-30 +1 个工作日
2020-10-09
$ gongshi --lang en day 2020-01-31 +1 month
2020-03-02

# judged and planned: the last day of a window that opens on DATE.
$ gongshi --lang en day 2020-09-01 +7 days --count judged
2020-09-07
$ gongshi --lang en day 2020-09-01 +7 days --count planned
2020-09-08
$ gongshi --lang en day 2021-01-31 +1 month --count judged
2021-02-27
$ gongshi --lang en day 2021-01-31 +1 month --count planned
2021-02-28

# -N: the latest day whose sum is on or before DATE.
$ gongshi --lang en day 2020-09-08 -7 days
2020-09-01
$ gongshi --lang en day 2020-10-09 -1 workday
2020-10-08
$ gongshi --lang en day 2020-09-16 -7 days --count judged
2020-09-10

# A division has days of its own: 三月三 of 2021, 14 to 16 April, only there.
$ gongshi --lang en day 2021-04-13 +1 workday --division 450225
2021-04-18
$ gongshi --lang en day 2021-04-13 +1 workday
2021-04-14

# Never guessed: 31 December 2026 may still be moved by the next notice.
$ gongshi --lang en day 2026-12-30 +1 workday
unknown
$ gongshi --lang en day 2026-12-20 +10 days --count judged
2026-12-29
$ gongshi --lang en day 2026-12-20 +10 days
unknown

# Bad sums: said, and status 2.
$ gongshi --lang en day 2020-09-01 +0 days 2>/dev/null
[2]
$ gongshi --lang en day 2020-09-01 7 days 2>/dev/null
[2]
$ gongshi --lang en day 2020-02-30 +7 days 2>/dev/null
[2]
$ gongshi --lang en day 2020-09-01 +7 weeks 2>/dev/null
[2]
$ gongshi --lang en day 2020-09-01 2>/dev/null
[2]
$ gongshi --lang en day 2020-09-01 +7 days --count guessed 2>/dev/null
[2]
$ gongshi --lang en day 2020-09-01 +7 days --division 45022 2>/dev/null
[2]
$ gongshi --lang en --calendars nowhere day 2020-09-01 +7 days >/dev/null 2>&1 || echo refused
refused

# The stream: a line each; what follows on the line is free.
$ cat >sums <<.
> 2020-09-01 +7 day
> 2020-09-24 +5 workdays 公示后上报
> 2020-13-01 +7 day
> 2026-12-30 +1 workday
>
> 2020-09-08 -7 days # back
> .
$ gongshi --lang en day <sums
2020-09-08
2020-09-30
error
unknown
error
2020-09-01
[2]
$ grep -v -e '^$' -e 13-01 sums | gongshi --lang en day --count planned
2020-09-08
2020-09-30
unknown
2020-09-01
$ gongshi --lang en day </dev/null
$ printf '2020-09-01 +7 day' | gongshi --lang en day
2020-09-08
$ printf '2020-09-01 +7 day\r\n2020-09-01\t+1 month\r\n' | gongshi --lang en day
2020-09-08
2020-10-09

# A line longer than what is read at once, other words for a unit, a last line
# without its end; and many lines.
$ { printf '2020-09-01 +7 day '; head -c 200000 /dev/zero | tr '\0' x; printf '\n2020-09-01 +7 天\n2020-09-24 +5 个工作日'; } | gongshi --lang en day
2020-09-08
2020-09-08
2020-09-30
$ yes '2020-09-24 +5 workdays' | head -20000 | gongshi --lang en day | uniq -c | tr -d ' '
200002020-09-30

# What cannot be read is not an end.
$ LC_ALL=C.UTF-8 gongshi --lang en day </tmp 2>&1 | sed 's/: [^:]*$//'
gongshi: error: cannot read standard input
$ gongshi --lang en day </tmp 2>/dev/null
[3]
