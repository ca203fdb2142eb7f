#!/bin/sh
#
# man.sh -- the manual pages, in both languages: clean for mandoc, no wider
# than 80 columns, and complete: every command, option, code, state, severity,
# word of the rule language with its explanation, heading of a sheet, property
# of a calendar and variable of the environment that the sources have.  The
# examples are run.

cd "$(dirname "$0")/../.." || exit 2
command -v mandoc >/dev/null || { echo "no mandoc"; exit 2; }

PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 - <<'END'
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

TOP = os.getcwd()
PAGES = ["gongshi.1", "gongshi-alert.1", "gongshi-calendar.5",
         "gongshi-data.5", "gongshi-rules.5"]
FOLDERS = {"en": "src/man/", "zh": "src/man/zh_CN/"}
OTHERS = {"crontab 5", "systemctl 1", "systemd.timer 5", "sqlite3 1",
          "ssh-keygen 1"}
PROGRAM = os.path.join(TOP, os.environ.get("B") or "build", "gongshi")
passed = failed = 0


def check(what, faults):
    global passed, failed
    passed += not faults
    failed += bool(faults)
    for fault in faults:
        print(f"{what}: {fault}")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def run(*words, **more):
    return subprocess.run(words, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, encoding="utf-8",
                          check=False, **more)


def render(path):
    text = run("mandoc", "-T", "utf8", path).stdout
    return re.sub(r".\x08", "", text)


def width(line):
    return sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in line
               if not unicodedata.combining(c))


def strings(text):
    """What stands in the string literals of a piece of C."""
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', text)).replace(
        '\\"', '"')


TEXT = {(lang, page): render(folder + page) for lang, folder in
        FOLDERS.items() for page in PAGES if os.path.exists(folder + page)}
FLAT = {key: re.sub(r"\s", "", text) for key, text in TEXT.items()}


def wanted(what, page, words, langs=("en", "zh")):
    """Each word stands in the page, as a word of its own if it is ASCII."""
    for lang in langs:
        text = re.sub(r"-\n\s+", "-", TEXT.get((lang, page), ""))
        lacks = [w for w in words if not (
            re.search(r"(?<![A-Za-z0-9_-])" + re.escape(w) +
                      r"(?![A-Za-z0-9_-])", text) if w.isascii() else
            re.sub(r"\s", "", w) in FLAT.get((lang, page), ""))]
        check(f"{FOLDERS[lang]}{page}", [f"{what} {w} is not there"
                                         for w in lacks])


# ---- form

# mandoc keeps a Chinese character as eight bytes that end in a bracket, and
# then finds lines too long and delimiters at their end.  What Xr names is
# looked up here.
FALSE = {"en": re.compile(r"STYLE: referenced manual"),
         "zh": re.compile(r"STYLE: (referenced manual|trailing delimiter: "
                          r".*\]$|input text line longer than 80 bytes)")}
for lang, folder in FOLDERS.items():
    for page in PAGES:
        path = folder + page
        if not os.path.exists(path):
            check(path, ["is not there"])
            continue
        said = run("mandoc", "-T", "lint", path).stdout.splitlines()
        check(path, [s for s in said if not FALSE[lang].search(s)])
        check(path, [f"{width(line)} columns: {line}" for line in
                     TEXT[lang, page].splitlines() if width(line) > 80])
        named = set(re.findall(r"^\.Xr (\S+ \d)", read(path), re.M)) | {
            f"{a} {b}" for a, b in
            re.findall(r"\\fB(gongshi[a-z-]*)\\fR\((\d)\)", read(path))}
        check(path, [f"refers to {n}" for n in sorted(named - OTHERS) if
                     n.replace(" ", ".") not in PAGES])
        check(path, [] if re.search(r"^\.Dd [A-Z][a-z]+ \d+, \d{4}$",
                                    read(path), re.M) else ["has no date"])
for page in PAGES:
    flags = [set(re.findall(r"(?<![\w-])--[a-z][a-z-]*",
                            TEXT.get((lang, page), ""))) for lang in FOLDERS]
    check(page, [f"{f} stands in one language only" for f in
                 sorted(flags[0] ^ flags[1])])

# ---- the program's tables

main = read("src/cmd/tables.c")
commands = re.findall(r'^\t\{ "([a-z]+)"', main, re.M)
options = re.findall(r'\[OPT_\w+\] = \{ "([a-z-]+)"', main)
wanted("command", "gongshi.1", commands)
wanted("option", "gongshi.1", ["--" + o for o in options])
told = re.findall(r"^\.It (?:Xo )?Cm ([a-z]+)(?: .*)?$",
                  read("src/man/gongshi.1").split(".Sh COUNTING")[0], re.M)
check("src/man/gongshi.1", [f"the program has no command {c}" for c in
                            sorted(set(told) - set(commands))])
flags = set(re.findall(r"(?<![\w-])--([a-z][a-z-]*)",
                       TEXT.get(("en", "gongshi.1"), "")))
check("src/man/gongshi.1", [f"the program has no option --{o}" for o in
                            sorted(flags - set(options) - {"now"})])

codes = re.findall(r'\{ CODE_\w+, "([a-z]+)"',
                   read("src/rule/code.c"))
states = re.findall(r'\[STATE_\w+\] = "([a-z]+)"', read("src/case/state.c"))
grades = re.search(r"severities\[SEVERITIES\] = \{(.*?)\}",
                   read("src/rule/code.c"), re.S)
grades = re.findall(r'"([a-z]+)"', grades.group(1))
check("the tables of codes, states and severities",
      [] if (len(codes), len(states), len(grades)) == (20, 10, 4) else
      [f"{codes} {states} {grades}"])
wanted("code", "gongshi.1", codes)
wanted("state", "gongshi.1", states)
wanted("severity", "gongshi.1", grades)
variables = {v for f in glob.glob("src/*/*.c") if "/alert/" not in f
             for v in re.findall(r'getenv\("([A-Z_]+)"\)', read(f))}
wanted("variable", "gongshi.1", sorted(variables))

# ---- sheets

sheet = read("src/desk/sheet.c")
sheet = sheet[sheet.index("columns[] = {"):sheet.index("enum { NCOLUMNS")]
heads = [h for part in re.findall(r"\{ COL_\w+.*?\} \}", sheet, re.S)
         for h in re.findall(r'"([^"]+)"', part)]
check("the table of columns", [] if len(heads) > 50 else [str(heads)])
wanted("heading", "gongshi-data.5", heads)

# ---- calendars

ics = read("src/calendar/ics.c")
names = [n.upper() for n in re.findall(r"icalproperty_new_([a-z]+)\(", ics)]
names = [{"LASTMODIFIED": "LAST-MODIFIED", "REFRESHINTERVAL":
          "REFRESH-INTERVAL"}.get(n, n) for n in names if n != "X"]
names += re.findall(r'x_property\("([A-Z-]+)"', ics)
names += re.findall(r"X-[A-Z]+-[A-Z-]*DAY|WORK-HOLIDAY|ALTERNATE-WORKDAY|"
                    r"UNSETTLED", read("src/input/ics_days.c"))
wanted("property", "gongshi-calendar.5", sorted(set(names)))

# ---- the rule language

vocab = read("src/rule/vocab.c")
vocab = vocab[vocab.index("words[] = {"):vocab.index("enum { NWORDS")]
rows = re.findall(r'\{\s*W_\w+,[A-Z_ |\s]+,\s*"([^"]*)",\s*"([^"]*)",\s*'
                  r'(NULL|"[^"]*"),\s*((?:N_\((?:\s*"[^"]*")+\)|""))\s*\}',
                  vocab)
check("the table of words", [] if len(rows) == vocab.count("{ W_") else
      [f"{len(rows)} of {vocab.count('{ W_')} were understood"])
phrases = re.findall(r'\[FORM_\w+\] = \{ "([^"]*)",\s*"([^"]*)" \}',
                     read("src/rule/vocab.c"))
check("the table of phrases", [] if len(phrases) == 15 else [str(phrases)])
for lang in FOLDERS:
    text = FLAT.get((lang, "gongshi-rules.5"), "")
    check(f"{FOLDERS[lang]}gongshi-rules.5", [
        f"lacks the phrase: {form}" for pair in phrases for form in pair
        if re.sub(r"\s", "", form) not in text])
chinese = {}
for entry in re.split(r"\n\n+", read("src/po/zh_CN.po")):
    entry = re.sub(r"^#.*\n?", "", entry, flags=re.M)
    parts = re.split(r"^msgstr(?:\[0\])? ", entry, flags=re.M)
    if len(parts) > 1:
        chinese[strings(re.split(r"^msgid_plural ", parts[0],
                                 flags=re.M)[0])] = strings(parts[1])
for lang in FOLDERS:
    wanted("word", "gongshi-rules.5",
           [w for row in rows for w in row[:3] if w != "NULL" and w.strip('"')
            ] and [w.strip('"') for row in rows for w in row[:3]
                   if w != "NULL"], (lang,))
    helps = {strings(row[3]) for row in rows} - {""}
    text = FLAT.get((lang, "gongshi-rules.5"), "")
    check(f"{FOLDERS[lang]}gongshi-rules.5", [
        f"lacks the explanation: {h}" for h in sorted(helps) if
        re.sub(r"[\s`]", "", h if lang == "en" else chinese.get(h, h))
        not in text])

# ---- the packs

wanted("pack", "gongshi-rules.5", sorted(
    p.split("/")[1] for p in glob.glob("rules/*/pack.yaml")))
wanted("procedure", "gongshi-rules.5", sorted(
    {os.path.basename(p)[:-5] for p in glob.glob("rules/*/*.yaml")} -
    {"pack"}))

# ---- examples


def blocks(path):
    return [b.replace("\\e", "\\") for b in re.findall(
        r"^\.Bd -literal[^\n]*\n(.*?)\n\.Ed$", read(path), re.M | re.S)]


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text + "\n")


def example(what, good, said=""):
    check(what, [] if good else [f"the example does not hold\n{said}"])


def run_examples(folder, work):
    shown = [b for b in blocks(folder + "gongshi.1") if "$ gongshi" in b]
    for block in shown:
        for line, answer in re.findall(r"^\$ (.*)\n(.*)$", block, re.M):
            done = run(PROGRAM, *line.split()[1:], env=ENV)
            example(folder + "gongshi.1", done.stdout == answer + "\n",
                    line)
    example(folder + "gongshi.1", len(shown) >= 2)

    sheets = blocks(folder + "gongshi-data.5")[0].split("\n\n")
    files = [f"{work}/data/{i}.csv" for i in range(len(sheets))]
    for path, text in zip(files, sheets):
        write(path, text)
    base = [PROGRAM, "--db", f"{work}/data/g.db", "--today", "2020-09-20"]
    run(*base, "init", env=ENV)
    done = run(*base, "import", *files, env=ENV)
    example(folder + "gongshi-data.5", done.returncode == 0, done.stderr)
    done = run(*base, "scan", "--format", "csv", env=ENV)
    rows = done.stdout.strip().splitlines()[1:]
    example(folder + "gongshi-data.5", len(rows) == 1 and
            "450225901201002/short" in rows[0] and
            ",2020-09-08,2020-09-07,1," in rows[0], done.stdout)

    write(f"{work}/cals/cn/2027.ics",
          blocks(folder + "gongshi-calendar.5")[0])
    for day, answer in ("2027-02-16", "2027-02-18"), ("2027-02-20",
                                                      "2027-02-21"):
        done = run(PROGRAM, "--calendars", f"{work}/cals", "day", day, "+1",
                   "workday", env=ENV)
        example(folder + "gongshi-calendar.5", done.stdout == answer + "\n",
                done.stdout + done.stderr)

    pack, whole, step = blocks(folder + "gongshi-rules.5")[:3]
    cut = whole.index("  village-announcement:")
    for name, text in (("one", whole), ("two", whole[:cut] +
                                        step.split("\n", 1)[1])):
        write(f"{work}/{name}/pack/pack.yaml", pack)
        write(f"{work}/{name}/pack/household-exit.yaml", text)
    done = [run(PROGRAM, "--rules", f"{work}/{name}", "rules", "show",
                "household-exit", env=ENV) for name in ("one", "two")]
    example(folder + "gongshi-rules.5", done[0].returncode == 0 and
            done[0].stdout == done[1].stdout, done[0].stderr)

    tests = [b for b in blocks(folder + "gongshi-rules.5") if
             b.startswith(("procedure household-exit", "程序 贫困户"))]
    write(f"{work}/one/pack/tests/a.txt", "\n".join(tests))
    said = run(PROGRAM, "rules", "test", f"{work}/one", env=ENV)
    example(folder + "gongshi-rules.5", len(tests) == 1 and
            ": 2 passed, 0 failed" in said.stdout, said.stdout + said.stderr)
    over = [b for b in blocks(folder + "gongshi-rules.5") if
            "rongshui" in b or "融政办发〔2020〕1号\n" in b]
    shutil.copytree("rules/guangxi-2020", f"{work}/over/guangxi-2020")
    write(f"{work}/over/rongshui/pack.yaml", over[0])
    write(f"{work}/over/rongshui/county-exit.yaml", over[1])
    laid = run(PROGRAM, "--rules", f"{work}/over", "--lang", "en", "rules",
               "show", "county-exit", env=ENV)
    example(folder + "gongshi-rules.5", "lasts: {bound: at least 7 days, "
            "basis: 融政办发〔2020〕1号}" in laid.stdout, laid.stderr)

    more = [b for b in blocks(folder + "gongshi-rules.5") if
            b.startswith(("procedure: permit", "程序: permit"))]
    write(f"{work}/more/pack/pack.yaml", pack)
    write(f"{work}/more/pack/permit.yaml", "".join(more))
    done.append(run(PROGRAM, "--rules", f"{work}/more", "rules", "show",
                    "permit", env=ENV))
    example(folder + "gongshi-rules.5", done[2].returncode == 0,
            done[2].stderr)
    return done[0].stdout + done[2].stdout + laid.stdout


if os.access(PROGRAM, os.X_OK):
    ENV = dict(os.environ, LANGUAGE="en")
    ENV.pop("GONGSHI_DB", None)
    same = []
    for folder in FOLDERS.values():
        work = tempfile.mkdtemp()
        try:
            same.append(run_examples(folder, work))
        finally:
            shutil.rmtree(work)
    example("the rules of both pages", same[0] == same[1])

alert = os.path.join(os.path.dirname(PROGRAM), "gongshi-alert")
if os.access(alert, os.X_OK):
    known = re.findall(r"(?<![\w-])--[a-z][a-z-]*", run(
        alert, "--help", env=dict(os.environ, LANGUAGE="en")).stdout)
    wanted("option", "gongshi-alert.1", sorted(set(known)))
    check("src/man/gongshi-alert.1", [
        f"the program has no option {o}" for o in sorted(set(re.findall(
            r"(?<![\w-])--[a-z][a-z-]*", TEXT["en", "gongshi-alert.1"])) -
            set(known))])

print(f"{passed} passed, {failed} failed")
sys.exit(failed > 0)
END
