#!/bin/sh
#
# pure.sh -- what time/, rule/ and case/ ask of others, however far down, is
# memory and strings: no clock, no stream, no environment.  time/ asks nothing
# even of the house (it does not allocate); of input/ case/ asks only what
# working days a division has (a look-up).
#
# Each function of these floors and of those below is compiled into a section
# of its own; what its relocations name is what it asks for, and so on from
# there.  A test is a source of the three floors.

cd "$(dirname "$0")/../.." || exit 2
command -v readelf >/dev/null || exit 2

PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 - <<'END_OF_PYTHON'
import glob
import os
import re
import shlex
import subprocess
import sys
import tempfile

# Where the house asks the machine for something, and is meant to.
DOORS = {
    "base/arena.c": r"malloc|realloc|calloc|free|aligned_alloc|stderr|exit|"
                    r"fputs|fprintf|fwrite|_exit",	# runs out of memory
    "base/text.c:text_say": r"gettext|dcgettext",
    "base/text.c:text_say_plural": r"ngettext|dcngettext",
}
STRINGS = re.compile(r"""
    mem(cpy|move|set|cmp|chr|rchr|ccpy)|mempcpy|bcmp|
    str(len|nlen|cmp|ncmp|chr|rchr|str|spn|cspn|pbrk|cpy|ncpy|cat|ncat)|
    stpn?cpy|(__isoc23_)?strto(l|ul|ll|ull|imax|umax)|v?snprintf|
    qsort|bsearch|abort|__assert_fail|__stack_chk_fail|
    _GLOBAL_OFFSET_TABLE_""", re.X)
BELOW = {"time": {"time"}, "rule": {"rule", "base", "time"},
         "case": {"case", "rule", "base", "time", "input"}}


def compiled(folder):
    """(source, object) of all floors that are asked."""
    flags = subprocess.run(["pkg-config", "--cflags", "libmd"], check=True,
                           stdout=subprocess.PIPE, text=True).stdout.split()
    command = shlex.split(os.environ.get("CC") or "cc") + [
        "-std=c17", "-D_XOPEN_SOURCE=700", "-Isrc", "-O0", "-w",
        "-ffunction-sections", "-fdata-sections", "-c", *flags]
    made = []
    for floor in ("time", "base", "rule", "case"):
        made += sorted(glob.glob(f"src/{floor}/*.c"))
    made.append("src/input/holidays.c")
    for source in made:
        name = source[len("src/"):]
        target = os.path.join(folder, name.replace("/", "-") + ".o")
        subprocess.run([*command, "-o", target, source], check=True)
        yield name, target


class Graph:
    """Sections: (source, section) -> what it asks for."""

    def __init__(self, objects):
        self.asks = {}
        self.home = {}			# of a global symbol
        self.externals = {}
        for source, path in objects:
            self.read(source, path)

    def read(self, source, path):
        said = subprocess.run(["readelf", "-SrsW", path], check=True,
                              stdout=subprocess.PIPE, text=True).stdout
        sections = dict(re.findall(r"^\s*\[\s*(\d+)\] (\S+)", said, re.M))
        local = {}
        for line in said.splitlines():
            f = line.split()
            if len(f) == 8 and f[0].rstrip(":").isdigit() and \
                    f[6] in sections:
                local[f[7]] = sections[f[6]]
                if f[4] in ("GLOBAL", "WEAK"):
                    self.home[f[7]] = (source, sections[f[6]])
        at = None
        for line in said.splitlines():
            m = re.match(r"Relocation section '\.rela?(\S+)'", line)
            if m:
                at = (source, m.group(1))
                self.asks.setdefault(at, set())
            f = line.split()
            if at and len(f) >= 5 and re.fullmatch(r"[0-9a-f]+", f[0]) and \
                    f[2].startswith("R_"):
                name = re.sub(r"@.*", "", f[4])
                if name in sections.values():
                    self.asks[at].add((source, name))
                elif name in local:
                    self.asks[at].add((source, local[name]))
                else:
                    self.asks[at].add(name)

    def reached(self, source):
        """(by whom, what) from all of a source, however far down."""
        todo = [s for s in self.asks if s[0] == source and
                not s[1].startswith((".debug", ".eh_frame"))]
        seen = set(todo)
        while todo:
            at = todo.pop()
            for what in self.asks.get(at, ()):
                what = self.home.get(what, what)
                yield at, what
                if isinstance(what, tuple) and what not in seen:
                    seen.add(what)
                    todo.append(what)


def function(section):
    return re.sub(r"^\.text\.", "", section)


def faults(graph, source):
    for by, what in graph.reached(source):
        name = f"{by[0]}:{function(by[1])}"
        if isinstance(what, tuple):
            floor = what[0].split("/")[0]
            if floor not in BELOW[source.split("/")[0]]:
                yield f"{name} asks for {what[0]}:{function(what[1])}"
            continue
        door = DOORS.get(name) or DOORS.get(by[0]) or "-"
        if not STRINGS.fullmatch(what) and not re.fullmatch(door, what):
            yield f"{name} asks for {what}"


passed = failed = 0
with tempfile.TemporaryDirectory() as folder:
    graph = Graph(list(compiled(folder)))
for source in sorted({s for s, _ in graph.asks}):
    if source.split("/")[0] not in BELOW:
        continue
    found = sorted(set(faults(graph, source)))
    for fault in found:
        print(f"{source}: {fault}")
    passed += not found
    failed += bool(found)
print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
END_OF_PYTHON
