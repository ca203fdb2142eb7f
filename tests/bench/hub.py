"""hub -- what a hub costs beside a file; for tests/bench/bench.

A PostgreSQL of its own (tests/cluster.py) holds the region's year; where there
is none, or the program was built without libpq, that is said.  Statements, and
what the server's processor does for one, are read from the server's log.
"""

import csv
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(
    __file__))))
import cluster                                             # noqa: E402

CASES, WRITERS = 20000, 100
AT = "100201"
TABLES = ["run", "file", "division", "matter", "place", "event", "posting",
          "objection", "past"]


def sheet(path, head, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *rows])
    return path


class Hub:
    def __init__(self, bench, data):
        self.bench, self.data = bench, data
        self.folder = os.path.abspath(os.path.join(data.folder, "hub"))
        self.cache = os.path.join(self.folder, "cache")
        os.makedirs(self.folder)
        os.environ["XDG_CACHE_HOME"] = self.cache
        self.pg = cluster.Cluster("shared_buffers=256MB",
                                  "max_connections=250", "fsync=off",
                                  "log_line_prefix='%u '")

    def words(self, user, db="hub"):
        return [self.bench.PROGRAM, "--db", self.pg.words(user, db),
                "--rules", self.data.rules, "--calendars", "calendars",
                "--today", self.bench.TODAY, "--lang", "zh"]

    def make(self, db, source):
        self.pg.sql(f"CREATE DATABASE {db} OWNER keeper")
        run = self.bench.Run
        run([*self.words("keeper", db), "init", "--division", "45"])
        adopted = run([*self.words("keeper", db), "adopt", source])
        self.pg.sql("VACUUM ANALYZE", db=db)
        return adopted

    def office(self, role, code, how, db="hub"):
        if self.pg.sql(f"SELECT 1 FROM pg_roles WHERE rolname = '{role}'") \
                != "1":
            self.pg.sql(f"CREATE ROLE {role} LOGIN")
        self.bench.Run([*self.words("keeper", db), "office", "add", role,
                        code, how])

    def forget(self):
        shutil.rmtree(self.cache, ignore_errors=True)

    def served(self):
        """Seconds of the processor of the server's sessions that have ended."""
        time.sleep(0.3)
        with open(os.path.join(self.pg.data, "postmaster.pid"),
                  encoding="ascii") as file:
            pid = file.readline().strip()
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            cells = file.read().rsplit(")", 1)[1].split()
        return (int(cells[13]) + int(cells[14])) / os.sysconf("SC_CLK_TCK")

    def close(self):
        self.pg.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


# ---- reading

def scan_hub(h):
    return h.bench.Run([*h.words("region"), "scan", "--format", "json",
                        "--jobs", "1"], good=(0, 1))


def pull(h):
    """The mirror of everything made anew, and one question that has no
    answer."""
    h.forget()
    return h.bench.Run([*h.words("region"), "history", "--county", "450225",
                        "X"], good=(2,))


def statements(h):
    """How many a scan sends after connecting, where nothing is to be pulled."""
    h.pg.sql("ALTER ROLE region SET log_statement = 'all'")
    before = h.pg.log().count("\nregion LOG:")
    scan_hub(h)
    h.pg.sql("ALTER ROLE region RESET log_statement")
    return h.pg.log().count("\nregion LOG:") - before


def measure_reading(h):
    b = h.bench
    b.say("hub: first pull")
    ours, bare = b.in_turn(b.RUNS, lambda: pull(h), h.data.insert_bare)
    b.row("hub: first pull of all counties, by the clock", ours, bare,
          f"{ours.wall / bare.wall:.2f}x", "1.6x",
          ours.wall <= 1.6 * bare.wall)
    b.row("  processor", "", "", f"{ours.cpu / bare.cpu:.2f}x")
    b.say("hub: scan")
    scan_hub(h)
    ours, file = b.in_turn(max(5, b.RUNS), lambda: scan_hub(h), h.data.scan)
    b.row("hub: scan with a warm mirror, by the clock", ours, file,
          f"{ours.wall / file.wall:.2f}x", "1.1x",
          ours.wall <= 1.1 * file.wall)
    b.row("  processor", "", "", f"{ours.cpu / file.cpu:.2f}x")
    n = statements(h)
    b.row("  statements after connecting", str(n), "", "", "1", n == 1)


# ---- one county among many

def asked(county, schema):
    """What a pull asks of it, explained as it runs."""
    return "".join(
        f"EXPLAIN (ANALYZE, TIMING OFF) SELECT * FROM {schema}.{t} WHERE "
        f"county = '{county}' ORDER BY " + (
            "id" if t in ("run", "file") else "code" if t == "division" else
            "division, id") + ";\n" for t in TABLES)


def measure_county(h):
    b = h.bench
    b.say("hub: one county under row-level security")
    h.office("county", b.COUNTY, "read")
    h.pg.sql("CREATE SCHEMA alone; GRANT USAGE ON SCHEMA alone TO county; " +
             "".join(f"CREATE TABLE alone.{t} (LIKE gongshi.{t} INCLUDING "
                     f"INDEXES); INSERT INTO alone.{t} SELECT * FROM "
                     f"gongshi.{t} WHERE county = '{b.COUNTY}'; GRANT SELECT "
                     f"ON alone.{t} TO county; " for t in TABLES) +
             "ANALYZE", db="hub")
    times = 15
    said = h.pg.sql((asked(b.COUNTY, "gongshi") + asked(b.COUNTY, "alone")) *
                    times, user="county", db="hub")
    found = [float(n) for n in re.findall(r"Execution Time: ([\d.]+)", said)]
    k = len(TABLES)
    sums = [sum(found[i:i + k]) for i in range(0, len(found), k)]
    ours, alone = (statistics.median(sums[i::2]) for i in (0, 1))
    plans = said.split("Execution Time")[:k]
    # a small table is read through, where the planner likes
    by_index = sum("Index Cond: (county = " in p for p in plans)
    b.row("hub: a county's rows under row-level security, ms", f"{ours:.2f}",
          f"{alone:.2f}", f"{ours / alone:.2f}x", "1.1x",
          ours <= 1.1 * alone)
    b.row("  tables read by a range of the index", f"{by_index} of {k}", "",
          "")


# ---- writing

def county_sheets(folder, code, cases):
    at = code + AT
    numbers = [f"{code}-{i:05}" for i in range(cases)]
    return [
        sheet(os.path.join(folder, f"{code}-1.csv"), ["division", "name"],
              [(code, "县"), (code + "100", "镇"), (at, "村"),
               (at + "001", "组一")]),
        sheet(os.path.join(folder, f"{code}-2.csv"),
              ["case", "procedure", "division", "title"],
              [(n, "household-exit", at, "名单" + n) for n in numbers]),
        sheet(os.path.join(folder, f"{code}-3.csv"),
              ["case", "event", "date"],
              [(n, "deliberated", "2020-09-01") for n in numbers]),
        sheet(os.path.join(folder, f"{code}-4.csv"),
              ["case", "step", "division", "posted", "until", "medium",
               "place"],
              [(n, step, place, "2020-09-10", "2020-09-19", "board", "门口")
               for n in numbers for step, place in (
                   ("group-notice", at + "001"), ("village-notice", at))])]


def delivery(folder, code, cases, k):
    """300 rows: titles that are others, events and postings that are new."""
    at = code + AT

    def some(step, by):
        return [f"{code}-{(i * step + k * by) % cases:05}"
                for i in range(100)]

    return [
        sheet(os.path.join(folder, f"{code}-d{k}-1.csv"),
              ["case", "procedure", "division", "title"],
              [(n, "household-exit", at, f"改{k}") for n in some(7, 131)]),
        sheet(os.path.join(folder, f"{code}-d{k}-2.csv"),
              ["case", "event", "date"],
              [(n, "township-reviewed", f"2020-10-{1 + k % 28:02}")
               for n in some(11, 173)]),
        sheet(os.path.join(folder, f"{code}-d{k}-3.csv"),
              ["case", "step", "division", "posted", "until", "medium",
               "place"],
              [(n, "village-announcement", at, f"2020-11-{1 + k % 19:02}", "",
                "board", f"口{k}") for n in some(13, 191)])]


STATISTICS = re.compile(
    r"(?:PARSE|BIND|EXECUTE) MESSAGE STATISTICS\n.*?stats:\n\t!\t([\d.]+) s "
    r"user, ([\d.]+) s system[^\n]*(?:\n\t[^\n]*)*\n[^\n]*STATEMENT:\s+SELECT "
    r"gongshi\.push\(")


def measure_push(h):
    b = h.bench
    b.say(f"hub: a push into a county of {CASES:,} cases")
    file = os.path.join(h.folder, "one.db")
    code = "450225"
    b.Run([b.PROGRAM, "--db", file, "init", "--division", code])
    b.Run([b.PROGRAM, "--db", file, "import",
           *county_sheets(h.folder, code, CASES)])
    h.make("one", file)
    h.office("writer", code, "write", "one")
    h.pg.sql("ALTER ROLE writer SET log_statement_stats = on")
    times = 10
    for k in range(1, times + 1):
        b.Run([*h.words("writer", "one"), "import",
               *delivery(h.folder, code, CASES, k)])
    found = [1000 * (float(u) + float(s))
             for u, s in STATISTICS.findall(h.pg.log())]
    each = [sum(found[i:i + 3]) for i in range(0, len(found), 3)]
    if len(each) != times:
        sys.exit(f"bench: {len(found)} messages of pushes in the log, not "
                 f"{3 * times}")
    ms = statistics.median(each)
    b.row("hub: push of 300 rows, server's processor, ms", f"{ms:.0f}", "", "",
          "30", ms <= 30)
    b.row("  the least of ten", f"{min(each):.0f}", "", "")


def at_once(commands, env=None):
    """All of them side by side; seconds by the clock."""
    start = time.monotonic()
    running = [subprocess.Popen(c, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, env=e)
               for c, e in zip(commands, env or [None] * len(commands))]
    bad = []
    for p in running:
        told = p.communicate()[1]
        if p.returncode:
            bad.append(told.decode())
    return time.monotonic() - start, bad


def measure_writers(h):
    b = h.bench
    b.say(f"hub: {WRITERS} writers at once")
    codes = [f"45{2 + i // 50:02}{21 + i % 50}" for i in range(WRITERS)]
    file = os.path.join(h.folder, "many.db")
    b.Run([b.PROGRAM, "--db", file, "init", "--division", "45"])
    b.Run([b.PROGRAM, "--db", file, "import", *(
        s for c in codes for s in county_sheets(h.folder, c, 200))])
    h.make("many", file)
    envs = []
    for c in codes:
        h.office("w" + c, c, "write", "many")
        envs.append({**os.environ, "XDG_CACHE_HOME": os.path.join(
            h.cache, c)})
        os.makedirs(envs[-1]["XDG_CACHE_HOME"])
        subprocess.run([*h.words("w" + c, "many"), "history", "X", "--county",
                        c], env=envs[-1], stderr=subprocess.DEVNULL,
                       check=False)
    walls = {"hub": [], "file": []}
    bad, served = [], []
    for k in range(1, b.RUNS + 1):
        sheets = {c: delivery(h.folder, c, 200, k) for c in codes}
        for way, kept in walls.items():
            before = h.served()
            wall, failed = at_once(
                [[*h.words("w" + c, "many"), "import", *sheets[c]]
                 if way == "hub" else [b.PROGRAM, "--db", file, "import",
                                       *sheets[c]] for c in codes], envs)
            kept.append(wall)
            if way == "hub":
                served.append(h.served() - before)
            bad += [f"{way}: {t}" for t in failed]
    tell_writers(h, walls, bad, file)
    each = statistics.median(served) / WRITERS
    b.row("  server's processor of each, ms", f"{1000 * each:.0f}", "", "")
    b.row("  so, with clients elsewhere, two cores take a second",
          f"{2 / each:.0f}", f"{WRITERS / statistics.median(walls['file']):.1f}",
          f"{2 / each * statistics.median(walls['file']) / WRITERS:.2f}x")


def tell_writers(h, walls, bad, file):
    b = h.bench
    hub, one = (WRITERS / statistics.median(w) for w in walls.values())
    b.row(f"hub: {WRITERS} writers at once, deliveries a second",
          f"{hub:.1f}", f"{one:.1f}", f"{hub / one:.2f}x", "2x",
          hub >= 2 * one)
    count = "SELECT " + " || ' ' || ".join(
        f"(SELECT count(*) FROM {{}}{t})" for t in ("matter", "event",
                                                    "posting", "past"))
    same = h.pg.sql(count.replace("{}", "gongshi."), db="many") == \
        subprocess.run(["sqlite3", file, count.replace("{}", "")], check=True,
                       capture_output=True, text=True).stdout.strip()
    dead = h.pg.log().count("deadlock detected")
    b.row("  refused, deadlocks; as many rows as the file",
          f"{sum(t.startswith('hub') for t in bad)}, {dead}; "
          f"{'yes' if same else 'no'}",
          f"{sum(t.startswith('file') for t in bad)}", "", "0, 0",
          same and not dead and not any(t.startswith("hub") for t in bad))


def measure(bench, data):
    if cluster.newest() is None:
        print("hub: there is no PostgreSQL here: its rows are skipped")
        return
    said = subprocess.run([bench.PROGRAM, "--lang", "en", "--db",
                           "host=/nowhere", "scan"], capture_output=True,
                          text=True, check=False).stderr
    if "without libpq" in said:
        print("hub: built without libpq: its rows are skipped")
        return
    bench.say("hub: adopting the region")
    h = Hub(bench, data)
    try:
        adopted = bench.Median([h.make("hub", data.db)])
        bench.row("hub: `adopt` of the region", adopted, "", "")
        h.office("region", "45", "read")
        measure_reading(h)
        measure_county(h)
        measure_push(h)
        measure_writers(h)
    finally:
        h.close()
