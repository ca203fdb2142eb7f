# The base may lie in the shipped folder while the overlay lies in the machine's
# own, and the reverse.  Here all lies below one folder.

$ mkdir -p bin share/gongshi etc/gongshi/rules/rongshui
$ cp "$(command -v gongshi)" bin/ && cp -r "$TOP/calendars" share/gongshi/
$ cp -r $TESTDIR/cli/rules/base share/gongshi/rules
$ cat >etc/gongshi/rules/rongshui/pack.yaml <<.
> pack: rongshui
> title: 融水
> scope: ["450225"]
> overlay: guangxi-2020
> instruments: {县办法: {}}
> .
$ cat >etc/gongshi/rules/rongshui/v.yaml <<.
> procedure: village-exit
> basis: 县办法
> steps: {township-notice: {lasts: at least 5 days}}
> .
$ bin/gongshi rules check | sed "s,$PWD/,,"
rules are in order: 2 packs, 6 procedures
etc/gongshi/rules/rongshui/pack.yaml: of this machine's own
$ bin/gongshi rules show village-exit | grep 不少于 | grep -v '#'
    公示期: {约束: 不少于 5 日, 依据: 县办法}
    公示期: 不少于 3 日

# The machine's own pack is the base of a shipped one: as a whole, in place of
# the shipped pack of its name.
$ mv etc/gongshi/rules/rongshui share/gongshi/rules/
$ cp -r share/gongshi/rules/guangxi-2020 etc/gongshi/rules/
$ sed -i 's/at least 3 days/at least 4 days/;s/after list-reviewed/at least 2 days after list-reviewed/' etc/gongshi/rules/guangxi-2020/village-exit.yaml
$ bin/gongshi --lang en rules show rongshui | grep -A9 ' township-notice:' | grep -e opens -e lasts
    opens: at least 2 days after list-reviewed
    lasts: {bound: at least 5 days, basis: 县办法}

# A pack checked alone: its base is looked for there too.
$ mkdir draft; mv share/gongshi/rules/rongshui draft/; bin/gongshi rules check draft/rongshui | grep -c 'in order: 1 pack'
1
$ bin/gongshi --rules draft/rongshui --lang en rules show village-exit | grep 'opens: at least'
    opens: at least 2 days after list-reviewed
$ rm -r etc/gongshi/rules/guangxi-2020; bin/gongshi --rules draft/rongshui rules check | grep -c 'in order: 1 pack'
1

# Its tests find the base as well.
$ bin/gongshi --lang en rules test draft/rongshui
rongshui: no tests: write cases into its folder tests, see gongshi-rules(5)
$ bin/gongshi --lang en rules coverage draft/rongshui
rongshui: no tests: write cases into its folder tests, see gongshi-rules(5)
[1]

# One of its base's own name, in the machine's folder, would lie over itself.
$ mkdir etc/gongshi/rules/guangxi-2020; printf 'pack: guangxi-2020\noverlay: guangxi-2020\n' >etc/gongshi/rules/guangxi-2020/pack.yaml
$ bin/gongshi rules check 2>&1 | sed "s,$PWD/,,"
etc/gongshi/rules/guangxi-2020/pack.yaml:2:10: error: `guangxi-2020` would lie over itself: an overlay has a name, and a folder, of its own
  overlay: guangxi-2020
           ^
