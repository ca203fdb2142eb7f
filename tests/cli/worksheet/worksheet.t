# A workbook with what to post and the log to fill in; the sample to try it on.

$ gongshi --today 2026-11-30 init --sample; gongshi --today 2026-11-30 --lang en plan | grep '^Cases'
Cases: 9
$ gongshi --today 2026-11-30 worksheet --out a.xlsx
a.xlsx：待办 12 项；待填：张贴记录 12 行，事件 2 行，异议 1 行
$ gongshi --today 2026-11-30 --lang en worksheet --out b.xlsx --division 450299102000
b.xlsx: 3 to do; rows to fill in: 3 postings, 0 events, 0 objections

# Not where it is: what lies there is replaced, whole.
$ gongshi --today 2026-11-30 worksheet --out b.xlsx >/dev/null; cmp a.xlsx b.xlsx; ls
a.xlsx
b.xlsx
gongshi.db

# Where a database is, no sample goes in; and none into a division of its own.
$ gongshi --lang en init --sample 2>&1 | grep -c error
1
$ gongshi init --sample 2>/dev/null
[2]
$ gongshi --lang en --db other.db init --sample --division 450225 2>&1; ls other.db 2>/dev/null
gongshi: error: --sample and --division do not go together: its cases lie elsewhere
[2]

# Rules that do not know its procedures: no database is made.
$ mkdir none; gongshi --db other.db --rules none init --sample >/dev/null 2>&1; test $? -ge 2; ls other.db 2>/dev/null
[2]

# Usage.
$ gongshi --lang en worksheet
gongshi: error: `worksheet` needs --out FILE.xlsx
[2]
$ gongshi --lang en worksheet --out a.xlsx x
gongshi: error: `worksheet` takes no operands
[2]
$ gongshi --lang en --today 2026-11-30 worksheet --out c.xlsx --through 2026-11-29
gongshi: error: --through 2026-11-29 is before today
[2]
$ gongshi --lang en worksheet --out c.xlsx --through soon 2>/dev/null
[2]
$ gongshi --lang en worksheet --out c.xlsx --division x 2>/dev/null
[2]
$ gongshi --lang en --today 2026-11-30 worksheet --out c.xlsx --division 450298 | tail -1
gongshi: warning: --division 450298: no case has anything there
c.xlsx: 0 to do; rows to fill in: 0 postings, 0 events, 0 objections

# A link, a device or a folder is not replaced; a folder that is not there.
$ ln -s a.xlsx link.xlsx; gongshi --lang en worksheet --out link.xlsx
link.xlsx: error: is there and no ordinary file: name another
[2]
$ gongshi --lang en worksheet --out /dev/null
/dev/null: error: is there and no ordinary file: name another
[2]
$ mkdir d; gongshi worksheet --out d >/dev/null 2>&1
[2]
$ gongshi worksheet --out nowhere/a.xlsx >/dev/null 2>&1
[3]
$ ls -A | grep -c tmp
0
[1]
