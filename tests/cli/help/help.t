# Help is an answer; no command at all is a mistake.

$ gongshi --lang en --help | head -1
usage: gongshi [OPTION...] COMMAND [OPERAND...]
$ gongshi --lang en -h | grep -E -c '^  (init|import|plan|ics|scan|day|rules) '
7
$ gongshi --lang en >/dev/null
[2]
$ for c in init import plan ics scan day rules; do gongshi --lang en $c --help | head -1 | cut -d' ' -f1-3; done
usage: gongshi init
usage: gongshi import
usage: gongshi plan
usage: gongshi ics
usage: gongshi scan
usage: gongshi day
usage: gongshi rules

# The word alone is the option.
$ gongshi --lang en help >a && gongshi --lang en --help | cmp - a
$ gongshi --lang en help scan >a && gongshi --lang en scan --help | cmp - a
$ gongshi help --lang en scan | cmp - a
$ gongshi --lang en help scna 2>&1 >/dev/null | grep -c 'scan'
1
$ gongshi --lang en help scna 2>/dev/null
[2]

# Help goes to standard output, and asks for no database.
$ gongshi --lang en scan --help 2>&1 >/dev/null

$ gongshi --version | cut -d' ' -f1
gongshi

# A misspelt command or option: the nearest word, on standard error, status 2.
$ gongshi --lang en scna 2>&1 >/dev/null | grep -c 'scan'
1
$ gongshi --lang en scna 2>/dev/null
[2]
$ gongshi --lang en scan --fromat json 2>&1 >/dev/null | grep -c -e '--format'
1
$ gongshi --lang en scan --fromat json 2>/dev/null
[2]
$ gongshi --lang en plan --fail-on grave 2>/dev/null
[2]
$ gongshi --lang en plan --format 2>/dev/null
[2]
$ gongshi --lang en plan --forecast=yes 2>/dev/null
[2]
$ gongshi --lang en plan -x 2>/dev/null
[2]
$ gongshi --lang de plan 2>/dev/null
[2]
$ gongshi --lang en --today 2020-02-30 scan 2>/dev/null
[2]
$ gongshi --lang en --today tomorrow scan 2>/dev/null
[2]

# The language: --lang, else the locale's, and Chinese where it names none.
$ for l in '' C.UTF-8 zh_CN.UTF-8; do LANG=$l gongshi --help | grep '^usage' || echo Chinese; done
Chinese
Chinese
Chinese
$ LANG=en_US.UTF-8 gongshi --help | grep -c '^usage'
1
$ LANG=en_US.UTF-8 gongshi --lang zh --help | grep '^usage' || echo Chinese
Chinese

# Options may stand anywhere, with = or without.
$ gongshi day --division=45 2020-09-01 +7 days --lang en --count judged
2020-09-07

# What cannot be written is not done.
$ gongshi --lang en --help >/dev/full 2>/dev/null
[3]
