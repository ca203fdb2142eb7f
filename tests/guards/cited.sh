#!/bin/sh
#
# cited.sh -- every shipped step and every event or deadline has a basis, and
# the basis begins with an instrument of the pack, or of what it lies over.
# Read here by a reader of YAML that is not ours, then once more by the
# program.

cd "$(dirname "$0")/../.." || exit 2

PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 - <<'END'
import glob
import os
import subprocess
import yaml

passed = failed = 0
BASIS, STEPS, EVENTS = ("basis", "依据"), ("steps", "环节"), ("events", "事件")
BOUNDS = ("opens", "张贴", "lasts", "公示期", "after", "须在")


def get(node, names):
    return next((node[n] for n in names if n in node), None)


def point(where, node, outer, instruments):
    global passed, failed
    node = node if isinstance(node, dict) else {}
    bases = [get(node, BASIS) or outer]
    for key in BOUNDS:
        bounds = node.get(key)
        for bound in bounds if isinstance(bounds, list) else [bounds]:
            if isinstance(bound, dict):
                bases.append(get(bound, BASIS) or bases[0])
    for basis in [one for b in bases
                  for one in (b if isinstance(b, list) else [b])]:
        if basis is None:
            fault = "has no basis"
        elif not any(str(basis).startswith(i) for i in instruments):
            fault = f"cites {basis}, which is no instrument of the pack"
        else:
            continue
        print(f"{where} {fault}")
        failed += 1
        return
    passed += 1


def instruments_of(pack):
    """Its own, and those of the packs it lies over."""
    base = get(pack, ("overlay", "叠加"))
    below = {}
    if base is not None:
        with open(f"rules/{base}/pack.yaml", encoding="utf-8") as file:
            below = instruments_of(yaml.safe_load(file))
    return {**below, **(get(pack, ("instruments", "文件")) or {})}


for folder in sorted(glob.glob("rules/*/")):
    packs = [p for p in glob.glob(folder + "*.yaml")
             if os.path.basename(p) == "pack.yaml"]
    if not packs:
        print(f"{folder}: no pack.yaml")
        failed += 1
        continue
    with open(packs[0], encoding="utf-8") as file:
        pack = yaml.safe_load(file)
    instruments = instruments_of(pack)
    for path in sorted(glob.glob(folder + "*.yaml")):
        if path in packs:
            continue
        with open(path, encoding="utf-8") as file:
            rules = yaml.safe_load(file)
        outer = get(rules, BASIS)
        for kind in STEPS, EVENTS:
            for name, node in (get(rules, kind) or {}).items():
                point(f"{path}: {name}", node, outer, instruments)

program = os.path.join(os.environ.get("B") or "build", "gongshi")
if passed and os.access(program, os.X_OK):
    done = subprocess.run([program, "rules", "check"],
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    if done.returncode == 0:
        passed += 1
    else:
        print(done.stdout.decode("utf-8", "replace"), end="")
        print(f"gongshi rules check: exit status {done.returncode}")
        failed += 1

print(f"{passed} passed, {failed} failed")
raise SystemExit(failed > 0)
END
