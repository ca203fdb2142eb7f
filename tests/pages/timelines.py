"""timelines.py -- a page's timelines, read as a browser would, and held to plans.

    check(PAGE, PLAN, SEEN) -> list of faults

PAGE is the text of a page, PLAN what `plan --format json` says of its cases.
SEEN counts what was held to something: cases, bars.
Bars are held to the words of their rows by their places alone: on one timeline
days that are equal lie at one place, a later day lies further right, and all
that has a day has a place.  The table is held to the plan.
"""

import html.parser
import re

VOID = {"meta", "link", "br", "hr", "img", "input", "wbr"}


class Node:
    def __init__(self, tag, attrs, parent):
        self.tag, self.attrs, self.parent = tag, dict(attrs), parent
        self.children, self.text = [], ""

    def all(self, tag=None, **want):
        for child in self.children:
            if ((tag is None or child.tag == tag) and all(
                    value in child.attrs.get(key.rstrip("_"), "").split()
                    for key, value in want.items())):
                yield child
            yield from child.all(tag, **want)

    def words(self):
        return self.text + "".join(c.words() for c in self.children)


class Tree(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.root = self.at = Node("", {}, None)
        self.faults = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        node = Node(tag, attrs, self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag, attrs):
        self.at.children.append(Node(tag, attrs, self.at))

    def handle_endtag(self, tag):
        if self.at.tag != tag:
            self.faults.append(f"</{tag}> within <{self.at.tag}>")
            return
        self.at = self.at.parent

    def handle_data(self, data):
        self.at.text += data


def percent(node, name):
    return round(float(node.attrs[name].rstrip("%")) * 100)


def rows_of(section):
    """Slots and events of the table: a dictionary of days by field each."""
    for row in section.all("tr"):
        if "data-step" not in row.attrs and "data-event" not in row.attrs:
            continue
        days = {}
        for cell in row.all("td"):
            if "data-f" in cell.attrs:
                days[cell.attrs["data-f"]] = [
                    t.words() for t in cell.all("time")]
        yield row, days


def held_to_plan(section, case):
    rows = {(r.attrs.get("data-step"), r.attrs.get("data-division")): days
            for r, days in rows_of(section) if "data-step" in r.attrs}
    for slot in case["slots"]:
        days = rows.get((slot["step"], slot["division"]))
        name = f"{case['case']} {slot['step']} {slot['division']}"
        if days is None:
            yield f"{name}: not in the table"
            continue
        for field in ("earliest", "latest", "advised", "posted", "until",
                      "judged", "planned"):
            want = [slot[field]] if slot[field] else []
            if field in ("judged", "planned") and not slot["posted"]:
                want = []
            if days[field] != want:
                yield f"{name}: {field} {days[field]}, not {want}"


DAY = r"(\d{4}-\d{2}-\d{2})"
ASKED = re.compile(rf"(?:应在约? {DAY} 至 {DAY} 期间|"
                   rf"due from (?:about )?{DAY} through {DAY})")
STOOD = re.compile(rf"(?:{DAY} 张贴，贴到 {DAY}|posted {DAY} to {DAY})")


def bars(row, name):
    """The bars of that class in a row of a timeline: left and right."""
    for rect in row.all("rect"):
        if rect.attrs["class"] == name:
            left = percent(rect, "x")
            yield left, left + percent(rect, "width")


def held_to_axis(section, seen):
    """Days that are equal lie at one place, a later one further right."""
    places = {}     # by (day, 0: where it begins, 1: where it ends)

    def place(days, bar):
        for which, (day, at) in enumerate(zip(days, bar)):
            places.setdefault((day, which), set()).add(at)

    for row in section.all("div", class_="row"):
        titles = [t.words() for s in row.all("svg", role="img")
                  for t in s.all("title")]
        for name, words in (("asked", ASKED), ("stood", STOOD)):
            said = [tuple(filter(None, m)) for t in titles
                    for m in words.findall(t)]
            drawn = list(bars(row, name))
            if len(said) != 1:
                continue
            if said[0][0] <= said[0][1] and not drawn:
                yield f"{titles[0]}: no bar of {name}"
            if len(drawn) == 1:
                place(said[0], drawn[0])
                seen[name] += 1
    for (day, _), found in places.items():
        if max(found) - min(found) > 1:
            yield f"{day} lies at {sorted(found)}"
    for which in (0, 1):
        known = sorted((d, min(p)) for (d, w), p in places.items()
                       if w == which)
        for (d, at), (e, then) in zip(known, known[1:]):
            if then <= at:
                yield f"{e} lies at {then}, {d} at {at}"


def check(page, plan, seen):
    tree = Tree(page)
    faults = list(tree.faults)
    by_id = {c["case"]: c for c in plan["cases"]}
    ids = set()
    for node in tree.root.all():
        name = node.attrs.get("id")
        if name is not None and name in ids:
            faults.append(f"two of the id {name}")
        ids.add(name)
        if "style" in node.attrs or any(a.startswith("on")
                                        for a in node.attrs):
            faults.append(f"<{node.tag}> has a style or a handler")
    for use in tree.root.all("use"):
        if use.attrs["href"][1:] not in ids:
            faults.append(f"{use.attrs['href']} is not there")
    for link in tree.root.all("a"):
        target = link.attrs.get("href", "")
        if target.startswith("#") and target[1:] not in ids:
            faults.append(f"a link to {target}, which is not there")
    for section in tree.root.all("section", class_="case"):
        number = next(section.all("span", class_="no")).words()
        faults.extend(held_to_axis(section, seen))
        if number in by_id:
            faults.extend(held_to_plan(section, by_id[number]))
            seen["case"] += 1
    return faults


if __name__ == "__main__":
    import collections
    import json
    import sys

    with open(sys.argv[1], encoding="utf-8") as p, \
            open(sys.argv[2], encoding="utf-8") as j:
        said = check(p.read(), json.load(j), collections.Counter())
    print("\n".join(said))
    sys.exit(bool(said))
