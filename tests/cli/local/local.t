# Installed, a machine's own rules and calendars (etc/gongshi) win over the
# shipped ones (share/gongshi).  Here all lies below one folder, with one of
# the shipped packs.

$ mkdir -p bin share/gongshi/rules etc/gongshi
$ cp "$(command -v gongshi)" bin/ && cp -r "$TOP/rules/guangxi-2020" share/gongshi/rules/ && cp -r "$TOP/calendars" share/gongshi/
$ cat >year <<'.'
> # year YEAR OFF...: a calendar with these days off
> year=$1; shift
> printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//t//\r\n'
> for d; do
> printf 'BEGIN:VEVENT\r\nUID:%s\r\nDTSTART;VALUE=DATE:%s\r\nX-APPLE-SPECIAL-DAY:WORK-HOLIDAY\r\nEND:VEVENT\r\n' $year$d $year$d
> done
> printf 'END:VCALENDAR\r\n'
> .

# Calendars go by file.  As shipped, nobody knows 2027 and the last three days
# of 2026; the folders of etc may be missing.
$ bin/gongshi day 2026-12-28 +1 工作日
unknown
$ mkdir -p etc/gongshi/calendars etc/gongshi/rules
$ bin/gongshi day 2026-12-28 +1 工作日
unknown

# A year is added: 1 January 2027 is a Friday, so Monday is the 4th.
$ mkdir etc/gongshi/calendars/cn; sh year 2027 0101 >etc/gongshi/calendars/cn/2027.ics
$ bin/gongshi day 2027-01-01 +1 工作日
2027-01-04
$ bin/gongshi day 2026-12-28 +1 工作日
unknown

# A year is replaced, as a whole: the last days of 2026 are settled, and 1
# October 2026, a Thursday, is worked.
$ sh year 2026 1231 >etc/gongshi/calendars/cn/2026.ics
$ bin/gongshi day 2026-12-30 +1 工作日
2027-01-04
$ bin/gongshi day 2026-09-30 +1 工作日
2026-10-01

# A division's year likewise.  As shipped, Guangxi was off from 14 to 17 April
# 2021 and worked on Sunday the 18th; its other years, and the country, stay.
$ bin/gongshi day 2021-04-13 +1 工作日 --division 45
2021-04-18
$ mkdir etc/gongshi/calendars/cn/45; sh year 2021 0414 >etc/gongshi/calendars/cn/45/2021.ics
$ bin/gongshi day 2021-04-13 +1 工作日 --division 45
2021-04-15
$ bin/gongshi day 2021-09-30 +1 工作日 --division 45
2021-10-08
$ bin/gongshi day 2019-04-05 +1 工作日 --division 45
2019-04-09

# A division that has no folder in what is shipped.
$ mkdir etc/gongshi/calendars/cn/4502; sh year 2021 0416 >etc/gongshi/calendars/cn/4502/2021.ics
$ bin/gongshi day 2021-04-15 +1 工作日 --division 450225
2021-04-19

# --calendars is that folder and no other.
$ bin/gongshi --calendars share/gongshi/calendars day 2026-12-28 +1 工作日
unknown

# A file that is broken is named where it lies.
$ echo x >etc/gongshi/calendars/cn/2020.ics; bin/gongshi --lang en day 2026-12-28 +1 工作日 2>&1 | grep -o 'etc/gongshi/calendars/cn/2020.ics[:0-9]*: error'
etc/gongshi/calendars/cn/2020.ics:1:1: error
$ rm etc/gongshi/calendars/cn/2020.ics

# One that lies a folder too high is told of.
$ mv etc/gongshi/calendars/cn/2027.ics etc/gongshi/calendars/; bin/gongshi --lang en day 2021-04-15 +1 工作日 2>&1 | grep -o '[0-9-]*$\|etc/.*'
2021-04-16
etc/gongshi/calendars/2027.ics: warning: not read: the country's calendars lie in cn/, a division's in cn/CODE/

# Rules go by pack.  The county's notice lasts 7 days in this machine's copy.
$ rm -r etc/gongshi/calendars
$ cp -r share/gongshi/rules/guangxi-2020 etc/gongshi/rules/
$ sed -i 's/at least 10 days, basis: 委托方要求/at least 7 days, basis: 委托方要求/' etc/gongshi/rules/guangxi-2020/county-exit.yaml
$ bin/gongshi --lang en rules show county-exit | grep -c 'at least 7 days, basis: 委托方要求'
1
$ bin/gongshi --lang en rules check | sed 's,^/.*/etc/,/etc/,'
rules are in order: 1 pack, 20 procedures
/etc/gongshi/rules/guangxi-2020/pack.yaml: of this machine's own
$ bin/gongshi --lang en rules list | grep -o '[^/]*/gongshi/rules/guangxi-2020[a-z/-]*county-exit.yaml\|share/gongshi'
etc/gongshi/rules/guangxi-2020/county-exit.yaml

# As a whole: what is not in the copy is not there, whatever is shipped.
$ rm etc/gongshi/rules/guangxi-2020/project.yaml; bin/gongshi --lang en rules check | head -1
rules are in order: 1 pack, 19 procedures

# --rules is that folder and no other.
$ bin/gongshi --lang en --rules share/gongshi/rules rules check
rules are in order: 1 pack, 20 procedures
$ bin/gongshi --lang en rules check share/gongshi/rules
rules are in order: 1 pack, 20 procedures

# A second pack is added beside the shipped one.
$ mkdir etc/gongshi/rules/other; mv etc/gongshi/rules/guangxi-2020/* etc/gongshi/rules/other/; rmdir etc/gongshi/rules/guangxi-2020
$ sed -i 's/^pack: .*/pack: other/; s/^scope: .*/scope: ["46"]/' etc/gongshi/rules/other/pack.yaml
$ bin/gongshi --lang en rules check | head -1
rules are in order: 2 packs, 39 procedures

# Part of a pack, or a loose file, does not pass in silence.
$ mkdir etc/gongshi/rules/guangxi-2020; cp share/gongshi/rules/guangxi-2020/county-exit.yaml etc/gongshi/rules/guangxi-2020/
$ bin/gongshi --lang en rules check 2>&1 | sed 's,^/.*/etc/,/etc/,' | head -1
/etc/gongshi/rules/guangxi-2020: error: no pack of rules is here: a folder with pack.yaml was expected
$ mv etc/gongshi/rules/guangxi-2020/county-exit.yaml etc/gongshi/rules/; rmdir etc/gongshi/rules/guangxi-2020
$ bin/gongshi --lang en rules check 2>&1 | sed 's,^/.*/etc/,/etc/,' | head -1
/etc/gongshi/rules/county-exit.yaml: error: no pack of rules is here: a folder with pack.yaml was expected
$ rm etc/gongshi/rules/county-exit.yaml; echo hello >etc/gongshi/rules/README
$ bin/gongshi --lang en rules check | head -1
rules are in order: 2 packs, 39 procedures

# Run from a source tree, nothing of the machine is read.
$ mkdir tree; cp bin/gongshi tree/; cp -r share/gongshi/* tree/
$ tree/gongshi --lang en rules check
rules are in order: 1 pack, 20 procedures
