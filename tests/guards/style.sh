#!/bin/sh
#
# style.sh -- in src/: no line wider than 80 columns (a tab goes to the next
# eighth, a Chinese character takes two), no blank at a line's end, no function
# longer than 44 lines.  One test a file.

cd "$(dirname "$0")/../.." || exit 2

PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 - <<'END'
import glob
import unicodedata

passed = failed = 0


def width(line):
    column = 0
    for c in line:
        if c == "\t":
            column += 8 - column % 8
        elif unicodedata.combining(c):
            pass
        else:
            column += 1 + (unicodedata.east_asian_width(c) in "WF")
    return column


def faults(path):
    start = None
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file.read().split("\n"), 1):
            columns = width(line)
            if columns > 80:
                yield f"{path}:{number}: {columns} columns"
            if line != line.rstrip():
                yield f"{path}:{number}: blank at the end"
            if line == "{":
                start = number
            elif line == "}" and start is not None:
                length = number - start - 1
                if length > 44:
                    yield f"{path}:{start}: function of {length} lines"
                start = None


for name in sorted(glob.glob("src/**/*.[ch]", recursive=True)):
    found = list(faults(name))
    print(*found, sep="\n", end="\n" if found else "")
    passed += not found
    failed += bool(found)

print(f"{passed} passed, {failed} failed")
raise SystemExit(failed > 0)
END
