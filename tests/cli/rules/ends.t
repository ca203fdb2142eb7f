# `rules check` ends, whatever lies in the folder: a file that gives no end is
# none, a file is read once and no further than its limit, and no fault costs
# more than its share. `timeout` says 124.

$ mkdir pack; cat >pack/pack.yaml <<.
> pack: t
> title: t
> scope: ["45"]
> instruments:
>   甲〔2020〕1号: {title: a}
> .
$ cat >head <<.
> procedure: p
> title: p
> case: county
> basis: 甲〔2020〕1号
> .
$ cat >check <<'.'
> timeout 20 gongshi --lang en rules check pack >out 2>&1
> echo "status $?, $(grep -c ' error: ' out)"
> .

# A pipe, a device without end, one that is no file, and a file of 20 GB with
# nothing in it: as a procedure, and as the pack itself.
$ cp head pack/p.yaml; mkfifo pack/z.yaml; sh check; cat out
status 2, 1
pack/z.yaml: error: this is no ordinary file
$ rm pack/z.yaml; ln -s /dev/zero pack/z.yaml; sh check; cat out
status 2, 1
pack/z.yaml: error: this is no ordinary file
$ rm pack/z.yaml; truncate -s 20G pack/z.yaml; sh check; cat out
status 2, 1
pack/z.yaml: error: the file is larger than 1048576 bytes
$ rm pack/z.yaml; mv pack/pack.yaml keep; mkfifo pack/pack.yaml; sh check; cat out
status 2, 1
pack/pack.yaml: error: this is no ordinary file
$ rm pack/pack.yaml; mv keep pack/pack.yaml; sh check; cat out
status 0, 0
rules are in order: 1 pack, 1 procedures

# A bound that is 60,000 times 后 (it once took 4 GB).
$ { cat head; printf 'events:\n  a: {title: A, after: '; yes 后 | head -60000 | tr -d '\n'; echo ' x}'; } >pack/p.yaml
$ (test -n "$SAN" || ulimit -v 500000; sh check)
status 2, 1

# 24,000 wrong keys on one line; 200 steps of 64 unknown points, 512 known.
$ { cat head; printf 'note: {'; seq 24000 | sed 's/.*/k&: 1/' | paste -sd,; echo '}'; } | sed 's/^note: /events: {a: /; $s/}$/}}/' >pack/p.yaml; sh check
status 2, 24000
$ awk 'BEGIN { print "events:"; for (i = 0; i < 256; i++) printf "  e%d: {title: 一二三四五六七八九十%d}\n", i, i; print "steps:"; for (i = 0; i < 256; i++) { printf "  s%d: {kind: notice, at: county, opens: [after x", i; for (k = 1; k < 64; k++) printf ", after 一二三四五六七八九十x%d", k; print "]}" } }' </dev/null | cat head - >pack/p.yaml; sh check
status 2, 16384

# Directives of YAML that its reader compares with all before it.
$ { seq 60000 | sed 's/.*/%TAG !a&! x/'; echo ---; cat head; } >pack/p.yaml; sh check; head -1 out
status 2, 1
pack/p.yaml:1:1: error: tags (%TAG) are not used in these files
