# The shipped rules, and a pack of one's own.

$ gongshi --lang en rules check $TOP/rules/guangxi-2020 | grep -o '[0-9]* procedures'
20 procedures
$ gongshi --lang en rules list | awk '/^[^ ]/ { own = /^guangxi-2020/; next } own' | cut -c3-22 | sed 's/ *$//'
annual-plan
annual-report
basic-information
catalogue
cooperation-funds
county-catalogue
county-exit
department-budget
disclosure-request
fund-allocation
fund-integration
fund-use
household-exit
policy
project-application
project-library
project
proposal-reply
village-exit
work-plan
$ gongshi --lang en rules show county-exit | head -1
procedure: county-exit
$ gongshi --lang zh rules show county-exit | head -1
程序: county-exit

# What is shown loads again, to the same rules: shown once more it is the same.
$ mkdir again; for l in zh en; do gongshi --lang $l rules show guangxi-2020 >again/pack.yaml; for p in $(ls $TOP/rules/guangxi-2020 | sed -n 's/\.yaml$//p' | grep -vx "pack\|annual"); do gongshi --lang $l rules show $p >again/$p.yaml; done; gongshi --lang en rules check again | grep -o '[0-9]* procedures'; for k in zh en; do for p in county-exit project disclosure-request policy; do gongshi --lang $k rules show $p >a; gongshi --lang $k --rules again rules show $p >b; cmp a b; done; done; done
20 procedures
20 procedures

# Usage.
$ gongshi --lang en rules 2>/dev/null
[2]
$ gongshi --lang en rules chekc 2>/dev/null
[2]
$ gongshi --lang en rules show nothing 2>/dev/null
[2]
$ gongshi --lang en rules check nowhere 2>/dev/null
[2]
$ mkdir none; gongshi --lang en rules check none 2>/dev/null
[2]
