#!/bin/sh
#
# told.sh -- sentences told in no language have as many parts as holes: what
# TELL is given (case/told.h) is a part for each %s or %d of each msgid that it
# may be, told_number for %d and for nothing else.  And each translation has
# the holes of its msgid, whatever their order: gettext's own check sees only
# formats of printf.

cd "$(dirname "$0")/../.." || exit 2

PYTHONDONTWRITEBYTECODE=1 exec /usr/bin/python3 - <<'END'
import glob
import re
import sys

LITERAL = r'"(?:[^"\\]|\\.)*"'
MARKED = re.compile(r"N_\(\s*((?:%s\s*)+)\)" % LITERAL)
HOLE = re.compile(r"%(?:(\d)\$)?(?:0\d)?(.)", re.S)
CALL = re.compile(r"\b(TELL|told_plural)\(")
DEFINED = re.compile(r"^(\w+)\([^;{]*?\)\n\{", re.M)
passed, failed = 0, 0


def check(good, what):
    global passed, failed
    passed += bool(good)
    failed += not good
    if not good:
        print(what)


def unquoted(text):
    """Literals beside each other, as one text."""
    inner = "".join(s[1:-1] for s in re.findall(LITERAL, text, re.S))
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t"}.get(
        m[1], m[1]), inner)


def arguments(text, at):
    """Those of the call whose parenthesis is open before `at`."""
    out, depth, start = [], 0, at
    while True:
        found = re.compile(LITERAL + r"|[(){}\[\],]", re.S).search(text, at)
        c, at = found[0], found.end()
        if c in "([{":
            depth += 1
        elif c == "," and depth == 0 or c == ")" and depth == 0:
            out.append(text[start:found.start()].strip())
            start = at
            if c == ")":
                return out
        elif c in ")]}":
            depth -= 1


def holes(msgid):
    """[(part, 's' or 'd')], in the order of the parts."""
    out, following = [], 0
    for number, what in HOLE.findall(msgid):
        if what == "%":
            continue
        part = int(number) - 1 if number else following
        following = part + 1
        out.append((part, what))
    return sorted(out)


def handed(text, at):
    """The msgids handed to the function around `at`, where it is called."""
    name = [m[1] for m in DEFINED.finditer(text, 0, at)][-1]
    return [unquoted(m) for call in re.finditer(r"\b%s\(" % name, text)
            for m in MARKED.findall(" ".join(arguments(text, call.end())))]


def tell(where, text, call, said):
    msgid, parts = said[1], said[2:]
    numbers = [p.startswith("told_number(") for p in parts]
    msgids = [unquoted(m) for m in MARKED.findall(msgid)] or \
        handed(text, call.start())
    check(msgids, "%s: no msgid is seen" % where)
    for one in msgids:
        wanted = [(i, "d" if n else "s") for i, n in enumerate(numbers)]
        check(holes(one) == wanted, "%s: `%s` has the holes %s, its parts "
              "are %s" % (where, one, holes(one), wanted))
    return msgids


def plural(where, said):
    msgids = [unquoted(s) for s in said[1:3]]
    wanted = [(0, "d")] + ([] if said[4] == "TOLD_NOTHING" else [(1, "s")])
    for one in msgids:
        check(holes(one) == wanted, "%s: `%s` has the holes %s, its parts "
              "are %s" % (where, one, holes(one), wanted))
    return msgids


def asked():
    """Each msgid of a sentence that is told; where it was seen."""
    out = {}
    for path in sorted(glob.glob("src/*/*.c")):
        with open(path, encoding="utf-8") as file:
            text = re.sub(r"/\*.*?\*/", lambda m: re.sub(r"[^\n]", " ", m[0]),
                          file.read(), flags=re.S)
        for call in CALL.finditer(text):
            where = "%s:%d" % (path, text.count("\n", 0, call.start()) + 1)
            said = arguments(text, call.end())
            if path == "src/case/told.c":
                continue
            msgids = tell(where, text, call, said) if call[1] == "TELL" \
                else plural(where, said)
            out.update({m: where for m in msgids})
    return out


def translated(path):
    """{msgid: [its translations]}"""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    entry = re.compile(r'^msgid ((?:%s\n)+)(?:msgid_plural ((?:%s\n)+))?'
                       r'((?:msgstr(?:\[\d\])? (?:%s\n)+)+)' % (
                           (LITERAL,) * 3), re.M)
    out = {}
    for m in entry.finditer(text):
        for msgid in filter(None, (m[1], m[2])):
            out[unquoted(msgid)] = [unquoted(s) for s in re.split(
                r"^msgstr(?:\[\d\])? ", m[3], flags=re.M)[1:]]
    return out


def main():
    sentences = asked()
    check(len(sentences) > 100, "hardly a sentence is seen: %d" %
          len(sentences))
    for path in sorted(glob.glob("src/po/*.po")):
        known = translated(path)
        for msgid, where in sentences.items():
            for said in known.get(msgid, [None]):
                check(said is not None and holes(said) == holes(msgid),
                      "%s: %s: `%s` is `%s`" % (path, where, msgid, said))
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


sys.exit(main())
END
