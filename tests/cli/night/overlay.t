# A night judges a case anew where a file of what its pack lies over is another,
# and what went by that is gone for the rules' sake.

$ mkdir -p rules/rongshui inbox out; cp -r $TESTDIR/cli/rules/base/guangxi-2020 rules/
$ printf 'pack: rongshui\nscope: ["450225"]\noverlay: guangxi-2020\n' >rules/rongshui/pack.yaml
$ printf 'case,procedure,division,title\nV,village-exit,450225100,V\nW,village-exit,450226100,W\n' >1.csv
$ printf 'case,event,date\nV,list-reviewed,2020-09-01\nW,list-reviewed,2020-09-01\n' >2.csv
$ printf 'case,step,division,posted,until\nV,township-notice,,2020-09-02,2020-09-04\nW,township-notice,,2020-09-02,2020-09-05\n' >3.csv
$ gongshi init && gongshi --rules rules import [123].csv >log 2>&1
$ cat >night <<'.'
> gongshi --rules rules --today $1 nightly --inbox inbox --out out --format json >night.json
> python3 -c '
> import json
> n = json.load(open("night.json"))
> print(n["judged"], [f["key"] for f in n["new"]], [(f["key"], f["why"]) for f in n["gone"]])'
> .

# Three days from 2 September are through the 4th.
$ sh night 2020-09-20
2 [] []
$ sh night 2020-09-21
0 [] []

# The region makes it four: through the 5th.  V is under the overlay, W is not;
# both are judged, V is short.
$ sed -i 's/at least 3 days/at least 4 days/' rules/guangxi-2020/village-exit.yaml; sh night 2020-09-22
2 ['V/township-notice/450225100/short'] []
$ sh night 2020-09-23
0 [] []

# The county makes it three again, for itself alone.  Both are judged: a version
# of their procedure is another.
$ printf 'instruments: {县文: {}}\n' >>rules/rongshui/pack.yaml
$ printf 'procedure: village-exit\nbasis: 县文\nsteps: {township-notice: {lasts: at least 3 days}}\n' >rules/rongshui/v.yaml
$ sh night 2020-09-24
2 [] [('V/township-notice/450225100/short', 'rules')]

# pack.yaml of the base counts too.
$ sed -i 's/judged: counted/judged: not counted/' rules/guangxi-2020/pack.yaml; sh night 2020-09-25
2 ['V/township-notice/450225100/short', 'W/township-notice/450226100/short'] []
