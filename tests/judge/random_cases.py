#!/usr/bin/python3
"""Random CSV files (and, asked for, random packs) whose days crowd around the edges.

    random_cases.py --seed N --cases K --procedure ID|all --out DIR [--shuffle] [--late]
    random_cases.py --seed N --cases K --random-procedures|--whole --out DIR [--shuffle] [--late]

Only what an import must accept is written (section 7 of the interface document).  Days are
drawn with the help of the judge's own sums, so that windows are exactly right, a day
short or a day over, and deadlines are met or missed by one day.
"""

import argparse
import csv
import os
import random
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import judge                                                       # noqa: E402
import random_rules                                                # noqa: E402
import random_whole                                                # noqa: E402
from paths import RULES, holiday_table                            # noqa: E402

HOT = ['2020-01-20', '2020-02-17', '2020-02-26', '2020-03-20', '2020-04-24', '2020-04-28',
       '2020-06-18', '2020-09-14', '2020-09-21', '2020-09-25', '2020-09-30', '2020-12-14',
       '2020-12-24', '2021-01-29', '2021-02-04', '2021-04-06', '2021-04-12', '2021-09-10',
       '2021-12-10', '2021-12-24', '2020-01-01', '2021-12-31']
LATE = ['2026-12-01', '2026-12-08', '2026-12-14', '2026-12-18', '2026-12-22', '2026-12-25',
        '2026-04-13', '2026-09-28', '2026-11-10']
COUNTIES = ['450225', '450124', '451031']
HEADERS = {
    'divisions': ['division', 'name', 'level'],
    'later': ['division', 'name', 'later'],              # in a second import
    'cases': ['case', 'procedure', 'division', 'title', 'places', 'batch'],
    'events': ['case', 'event', 'date'],
    'postings': ['case', 'step', 'division', 'posted', 'until', 'medium', 'place', 'reviewed',
                 'content', 'by', 'evidence'],
    'objections': ['case', 'step', 'division', 'number', 'received', 'resolved', 'outcome',
                   'handler']}
JUDGED = ['reviewed', 'content', 'evidence']      # judged only where the sheet had the column
MEDIA = ['board', 'website', 'newspaper', 'radio', 'television', 'wechat', 'other', '']
PLACES = ['', '', '', '村委会', '屯口', '政府大院', '第138号'] * 6 + [
    '电话13877212345', '卡6222020200112233440', '证11010519491231002X']
CONTENT = ['', '', '', '名单;举报电话', '名单、金额'] * 8 + ['13800138000']
HANDLERS = ['', '', '驻村工作队', '融水镇人民政府', '白云乡人民政府', '县扶贫办', '甲乡镇人民政府']


# ---- the land -----------------------------------------------------------------

def fits(a, b):
    """Are two keys of one slot the same, where an empty cell is any?"""
    return a[0] == b[0] and all(x == y or x == '' or y == '' for x, y in zip(a[1:], b[1:]))


class Land:
    """A few divisions; the table knows them all, some villages without groups."""

    def __init__(self, rng, foreign):
        self.rng = rng
        self.counties = COUNTIES + (['440281'] if foreign else [])
        self.villages, self.groups = [], {}
        self.late = set()                  # come to be known after the cases
        self.young = rng.choice([0, 0, 0.3, 0.6])
        for county in self.counties:
            for t in ('100', '101'):
                for v in ('200', '201'):
                    self.add_village(county + t + v)

    def add_village(self, village):
        self.villages.append(village)
        count = self.rng.choice([0, 1, 2, 3])
        self.groups[village] = ['%s%03d' % (village, i + 1) for i in range(count)]
        self.late.update(c for c in [village] + self.groups[village]
                         if self.rng.random() < self.young)

    def rows(self):
        codes = set(self.villages)
        for village in self.villages:
            codes.update(self.groups[village])
            codes.update(judge.ancestor(village, level) for level in judge.LEVELS[:4])
        return [{'division': padded(self.rng, c), 'name': '名%s' % c,
                 'level': ''} for c in sorted(codes - self.late)]

    def later_rows(self):
        return [{'division': padded(self.rng, c), 'name': '名%s' % c, 'later': ''}
                for c in sorted(self.late)]

    def division(self, level):
        village = self.rng.choice(self.villages)
        return judge.ancestor(village, level)

    def places(self, division):
        """Villages or groups at or below a division."""
        villages = [v for v in self.villages
                    if v.startswith(division) or division.startswith(v)]
        chosen = self.rng.sample(villages, min(len(villages), self.rng.choice([1, 1, 2, 3])))
        found = []
        for village in chosen:
            groups = self.groups[village]
            if groups and self.rng.random() < 0.5:
                found += self.rng.sample(groups, self.rng.randint(1, len(groups)))
            elif len(division) < 9 and self.rng.random() < 0.3:
                found.append(judge.ancestor(village, 'township'))
            else:
                found.append(village)
        return found


def padded(rng, code):
    """Codes come with and without their zero groups."""
    if len(code) < 12 and rng.random() < 0.4:
        return code + '0' * (12 - len(code))
    return code


# ---- one case ---------------------------------------------------------------------

class Maker:
    def __init__(self, seed, rules, calendar, late=False, foreign=False):
        self.rng = random.Random(seed)
        self.rules, self.calendar = rules, calendar
        self.hot = [judge.day_of(d) for d in (LATE * 2 + HOT[:3] if late else HOT)]
        self.land = Land(self.rng, foreign)
        self.tables = {kind: [] for kind in HEADERS}
        self.tables['divisions'] = self.land.rows()
        self.tables['later'] = self.land.later_rows()
        self.names = {judge.drop_zeros(r['division']): r['name']
                      for r in self.tables['divisions']}
        self.batches = {}

    def make(self, count, procedure):
        names = sorted({r.name for r in self.rules if not r.every})   # those open by themselves
        for i in range(count):
            name = self.rng.choice(names) if procedure == 'all' else procedure
            self.make_case(i, name)
        return self.tables

    def make_case(self, index, name):
        rule = [r for r in self.rules if r.name == name][0]
        case = self.new_case(index, rule)
        if case is None:
            return
        self.fill(case)

    def new_case(self, index, rule):
        rng = self.rng
        for _ in range(50):
            level = rng.choice(rule.levels)
            division = self.land.division(level)
            if rule.nearness_any(division, self.rules) is None:
                continue
            places = self.land.places(division) if rng.random() < 0.5 else []
            row = {'case': rng.choice(['P-%03d', 'HX-%03d', '项目%03d', 'a b%d']) % index,
                   'procedure': rule.name, 'division': padded(rng, division), 'title': '',
                   'places': rng.choice([';', '；', '、']).join(places),
                   'batch': rng.choice(['', '', 'B1', 'B2'])}
            if rule.traits:
                row['traits'] = ';'.join(t for t in rule.traits if rng.random() < 0.3)
                row['amounts'] = rng.choice(['central=12.5', 'central=3;local=0.0001'] if
                                            rule.amounts else [''])
            data = judge.Data(self.rules, self.calendar)
            data.names = self.names
            data.take_case(row)
            case = data.cases[row['case']]
            if data.lacks(case, rule):
                continue
            self.tables['cases'].append(row)
            case.data = data
            case.rule = rule
            case.columns = [c for c in JUDGED if rng.random() < 0.85]
            return case
        return None

    # -- facts, in the order of what follows what

    def fill(self, case):
        case.base = self.rng.choice(self.hot) + self.rng.randint(-2, 2)
        if self.rng.random() < 0.04:
            return                                                 # no facts at all
        skip = self.rng.choice([0.0, 0.05, 0.15, 0.3])
        for node in ordered(case):
            if self.rng.random() < skip:
                continue
            if self.rng.random() < 0.03:
                break                                              # not yet so far
            if node[0] == 'event':
                self.event(case, node)
            else:
                self.posting(case, node)
                self.rounds(case, node)
        self.objections(case)

    def rounds(self, case, node):
        """Objected to before anything follows; where it begins anew, often shown again."""
        view = self.view(case)
        if not view.item(node).upheld or self.rng.random() < 0.5 or view.run(node) is None:
            return
        before = view.last_round(node)
        self.objection(case, view, node[1], node, view.run(node))
        if self.view(case).last_round(node) > before and self.rng.random() < 0.7:
            self.posting(case, node)

    def view(self, case):
        # Rules are known to the judge by the first recorded day, so ask anew each time.
        rule = case.data.rule_of(case, case.base) or case.rule
        return judge.View(case.data, case, rule, judge.FOREVER)

    def around(self, case, node):
        """A day near an edge: the first day allowed, a deadline, the last day."""
        view = self.view(case)
        edges = []
        lower = view.recorded_lower(node, True)[0]
        if lower is not None:
            edges += [lower] * 4
        for day, _ in view.deadlines(node):
            edges.append(day.brink if isinstance(day, judge.Unknown) else day)
        latest = view.latest(node, self.rng.random() < 0.5)
        if latest is not None:
            edges.append(latest)
        if not edges:
            return case.base + self.rng.randint(0, 6)
        edge = self.rng.choice(edges)
        return edge + self.rng.choice([-1, 0, 0, 0, 0, 1, 1, 2, -2, 3, 7])

    def event(self, case, node):
        item = case.rule.events[node[1]]
        if self.rng.random() < (0.65 if item.ends else 0.4 if item.optional else 0):
            return
        day = self.around(case, node)
        if item.ends:                                  # an end comes late, or into the middle
            day = max([d for s in case.events.values() for d in s] + [day])
            day += self.rng.choice([-9, -2, 0, 1, 4, 30])
        times = self.rng.choice([1, 1, 2, 3]) if item.repeats else 1
        for _ in range(times):
            days = case.events.setdefault(node[1], set())
            if day not in days:
                days.add(day)
                self.tables['events'].append({'case': case.id, 'event': node[1],
                                              'date': judge.text_of(day)})
            day += self.rng.choice([1, 2, 5, 11])

    def posting(self, case, node):
        """Showings of one notice: joined, touching, with gaps, open, too short, posted again."""
        day = self.around(case, node)
        for _ in range(self.rng.choice([1, 1, 1, 2, 3])):
            end = self.end_of(case, node, day)
            self.showing(case, node, day, end)
            base = day if end is None else end
            day = base + self.rng.choice([0, 1, 1, 2, 2, 3, -1])
        if self.rng.random() < 0.1:
            self.showing(case, node, day + 5, None)
        if self.rng.random() < 0.1:
            self.twice(case, node)

    def twice(self, case, node):
        """One of its rows once more, with an end if it had none: just over it, or touching."""
        rng = self.rng
        rows = sorted(case.postings[(node[1], node[2])].values(), key=lambda p: (p[0], p[1] or 0))
        if not rows:
            return
        day, end = rng.choice(rows)[:2]
        if end is None:
            start = day + rng.choice([-3, -1, 0, 0, 2])
            self.row(case, node, start, max(start, day + rng.choice([-1, 0, 1, 5])))
        else:
            self.row(case, node, end + rng.choice([-2, 0, 0, 1, 1]), None)

    def end_of(self, case, node, day):
        view = self.view(case)
        if self.rng.random() < 0.2:
            return None
        last = view.last_day(node, day, self.rng.random() < 0.3)
        if last is judge.OPEN:
            last = day + self.rng.randint(0, 12)
        if isinstance(last, judge.Unknown):
            last = last.brink + self.rng.randint(-2, 8)
        return max(day, last + self.rng.choice([-3, -1, -1, 0, 0, 0, 0, 1, 1, 2, 10]))

    def showing(self, case, node, day, end):
        """One row, or two that together make it (overlapping, touching)."""
        if end is not None and end > day and self.rng.random() < 0.25:
            middle = self.rng.randint(day, end - 1)
            self.row(case, node, day, middle)
            self.row(case, node, middle + self.rng.choice([0, 1, 1]), end)
        else:
            self.row(case, node, day, end)

    def row(self, case, node, day, end):
        place, medium = self.rng.choice(PLACES), self.medium(case, node)
        content = self.content(case, node)
        rows = case.postings.setdefault((node[1], node[2]), {})
        key = (day, medium, place)
        # two rows of a day that fit each other would be one (tests/run-import)
        if any(fits(key, k) for k in rows) or (end is not None and end < day):
            return
        judged = {'reviewed': '', 'content': content, 'evidence': ''}
        if case.rule.steps[node[1]].review:
            judged['reviewed'] = self.rng.choice(
                ['', judge.text_of(day + self.rng.choice([-3, 0, 0, 1]))])
        if case.rule.steps[node[1]].evidence:
            judged['evidence'] = self.rng.choice(['', '', '照片1'])
        judged = {c: v for c, v in judged.items() if c in case.columns}
        rows[key] = judge.Posting(day, end, medium, place, judged.get('content'),
                                  judged.get('reviewed'), judged.get('evidence'))
        slots = case.data.slots(case, case.rule, node[1])
        division = padded(self.rng, node[2])
        if len(slots) == 1 and self.rng.random() < 0.3:
            division = ''
        elif node[2] in self.names and self.rng.random() < 0.1:
            division = self.names[node[2]]
        self.tables['postings'].append(
            dict({'case': case.id, 'step': node[1], 'division': division,
                  'posted': judge.text_of(day), 'until': judge.text_of(end) or '',
                  'medium': medium, 'place': place, 'by': ''}, **judged))

    def medium(self, case, node):
        """Where the step asks for media, mostly one of them."""
        item = case.rule.steps[node[1]]
        asked = [m for m, _ in item.any + item.all] + list(item.times)
        return self.rng.choice(asked if asked and self.rng.random() < 0.75 else MEDIA)

    def content(self, case, node):
        asked = [t for t, _ in case.rule.steps[node[1]].content]
        if not asked or self.rng.random() < 0.3:
            return self.rng.choice(CONTENT)
        return self.rng.choice([';', '、']).join(
            a.replace(' ', self.rng.choice(['', '　', ' '])) for a in asked
            if self.rng.random() < 0.85)

    # -- objections

    def objections(self, case):
        view = self.view(case)
        for step in case.rule.steps:
            for slot in view.slots_of(step):
                run = view.run(slot)
                if run is None or self.rng.random() < 0.6:
                    continue
                for _ in range(self.rng.choice([1, 1, 2])):
                    self.objection(case, view, step, slot, run)

    def objection(self, case, view, step, slot, run):
        rng = self.rng
        after = view.things_after(step)
        received = run.opens + rng.randint(0, 8)
        judge_ = judge.Judge(case.data, case, view.rule, judge.FOREVER, view)
        item = view.rule.steps[step]
        if after and rng.random() < 0.4:
            received = rng.choice(after) + rng.choice([-2, -1, 0, 0, 1])
        elif item.raised and rng.random() < 0.5:
            base = view.slot_fact(slot, item.raised[1], None)
            due = judge_.sum(view.counter(slot), item, base, item.raised[0])
            if judge.is_day(due):
                received = due + rng.choice([-1, 0, 1, 1])
        division = rng.choice(['', slot[2], slot[2], slot[2][:9]])
        if not (division.startswith(case.division) or case.division.startswith(division)):
            division = ''
        number = rng.choice(['', '', '1', '2'])
        key = (step, division or case.division, received, number)
        if any(k[:3] == key[:3] and fits(k[2:], key[2:])
               for k in case.objections):
            return
        row = judge.Objection(*key, None, '', '', bool(division))
        edges = [e for e in [judge_.limit_of(row)] * 3 + after[:1] if e is not None]
        if rng.random() < 0.7:
            edge = rng.choice(edges) if edges and rng.random() < 0.8 else received + 3
            outcome = rng.choice(['', 'rejected', 'upheld', 'withdrawn']
                                 + ['upheld'] * 3 * bool(item.upheld))
            row = row._replace(resolved=max(received, edge + rng.choice([-1, 0, 0, 1, 2])),
                               outcome=outcome)
        case.objections[key] = row
        self.tables['objections'].append(
            {'case': case.id, 'step': step, 'division': division, 'number': number,
             'received': judge.text_of(received), 'resolved': judge.text_of(row.resolved) or '',
             'outcome': row.outcome, 'handler': rng.choice(HANDLERS)})

    # -- batches: some rows speak for all cases of one procedure

    def add_batches(self):
        """One row for a whole batch, where every case of it has room for it."""
        cases = {}
        for row in self.tables['cases']:
            if row['batch']:
                cases.setdefault(row['batch'], []).append(row)
        for name, rows in sorted(cases.items()):
            procedures = {r['procedure'] for r in rows}
            if len(procedures) > 1:
                for row in rows:
                    row['batch'] += '-' + row['procedure']
        cases = {}
        for row in self.tables['cases']:
            if row['batch']:
                cases.setdefault(row['batch'], []).append(row)
        for name, rows in sorted(cases.items()):
            self.batch_rows(name, rows)

    def batch_rows(self, name, rows):
        rng = self.rng
        ids = {r['case'] for r in rows}
        rule = [r for r in self.rules if r.name == rows[0]['procedure']][0]
        event = rng.choice(sorted(rule.events)) if rule.events else None
        mine = [r for r in self.tables['events'] if r['case'] in ids and r['event'] == event]
        if event and mine and rng.random() < 0.6:
            self.tables['events'] = [r for r in self.tables['events'] if r not in mine]
            self.tables['events'].append(dict(mine[0], case='batch:' + name))
        step = self.shared_step(rule, rows)
        if step and rng.random() < 0.6:
            day = rng.choice([judge.day_of(r['posted']) for r in self.tables['postings']
                              if r['case'] in ids] or self.hot)
            while any(r['case'] in ids and r['step'] == step and not (r['medium'] and r['place'])
                      and judge.day_of(r['posted']) == day for r in self.tables['postings']):
                day += 1
            self.tables['postings'].append(
                {'case': 'batch:' + name, 'step': step, 'division': '',
                 'posted': judge.text_of(day), 'until': judge.text_of(day + rng.randint(0, 12)),
                 'medium': 'website', 'place': '批', 'reviewed': '', 'content': '', 'by': '',
                 'evidence': ''})

    def shared_step(self, rule, rows):
        """A step with one slot in every case."""
        data = judge.Data(self.rules, self.calendar)
        data.names = self.names
        for row in rows:
            data.take_case(row)
        good = [s for s in rule.steps
                if all(len(data.slots(c, rule, s)) == 1 for c in data.cases.values())]
        return self.rng.choice(good) if good else None


def nearness_any(self, division, rules):
    fits = [r.nearness(division) for r in rules if r.name == self.name]
    fits = [f for f in fits if f is not None]
    return max(fits) if fits else None


judge.Rule.nearness_any = nearness_any


def ordered(case):
    """Nodes after all that they must follow."""
    view = judge.View(case.data, case, case.rule, judge.FOREVER)
    done, left = [], view.nodes()
    seen = set()
    while left:
        for node in left:
            refs = {b.ref for b in view.item(node).bounds if b.lower}
            if all(n[1] not in refs for n in left if n != node):
                break
        left.remove(node)
        seen.add(node[1])
        done.append(node)
    return done


# ---- writing ---------------------------------------------------------------------------

def split(rng, tables):
    """(name, header, rows): each kind in one to three files, rows shuffled."""
    files = []
    for kind, rows in tables.items():
        rows = list(rows)
        rng.shuffle(rows)
        parts = rng.choice([1, 1, 2, 3]) if len(rows) > 3 else 1
        for i in range(parts):
            for j, part in enumerate(sheets_of(rows[i::parts])):
                files.append(('%s-%d%d.csv' % (kind, i, j), narrowed(kind, part), part))
    rng.shuffle(files)
    return files


def sheets_of(rows):
    """Those of one set of judged columns together: what a sheet had not is not judged."""
    sheets = {}
    for row in rows:
        sheets.setdefault(tuple(c for c in JUDGED if c in row), []).append(row)
    return [sheets[key] for key in sorted(sheets)]


def narrowed(kind, rows):
    """Leave out columns that may be left out and are empty in every row."""
    need = {'divisions': 2, 'later': 2, 'cases': 3, 'events': 3, 'postings': 4}.get(kind)
    names = HEADERS[kind] + (['traits', 'amounts'] if kind == 'cases' else [])
    if kind == 'objections':
        need = [n for n in names if n in ('case', 'step', 'received')]
    else:
        need = names[:need]
    return [n for n in names if n in need or any(r.get(n) for r in rows)
            or (n in JUDGED and any(n in r for r in rows))]


def write(files, folder):
    os.makedirs(folder, exist_ok=True)
    paths = []
    for name, header, rows in files:
        path = os.path.join(folder, name)
        with open(path, 'w', encoding='utf-8', newline='') as f:
            writer = csv.DictWriter(f, header, extrasaction='ignore', lineterminator='\n')
            writer.writeheader()
            writer.writerows(rows)
        paths.append(path)
    return paths


def late_rules(source, folder):
    """The packs again, in force through 2026."""
    shutil.copytree(source, folder, dirs_exist_ok=True)
    for path, _, names in os.walk(folder):
        if 'pack.yaml' in names:
            file = os.path.join(path, 'pack.yaml')
            with open(file, encoding='utf-8') as f:
                text = f.read()
            with open(file, 'w', encoding='utf-8') as f:
                f.write(text.replace('until: 2021-12-31', 'until: 2026-12-31'))
    return folder


def prepare(seed, folder, random_procedures, late, only='guangxi-2020'):
    """The rules folder to use for this seed; of the shipped packs `only` that one."""
    rules = os.path.join(folder, 'rules')
    if random_procedures:
        packs = random_whole if random_procedures == 'whole' else random_rules
        packs.write_packs(random.Random('rules %s' % seed), rules, late)
        return rules
    source = RULES
    if only:
        source = os.path.join(folder, 'shipped')
        shutil.rmtree(source, ignore_errors=True)
        shutil.copytree(os.path.join(RULES, only), os.path.join(source, only))
    return late_rules(source, rules) if late else source


def make(seed, count, procedure, folder, random_procedures=False, late=False,
         calendar=None, only='guangxi-2020'):
    """(rules folder, tables)"""
    rules = prepare(seed, folder, random_procedures, late, only)
    calendar = calendar or judge.Calendar(holiday_table())
    maker = Maker(seed, judge.load_rules(rules), calendar, late, bool(random_procedures))
    maker.make(count, 'all' if random_procedures else procedure)
    maker.add_batches()
    return rules, maker.tables


def main():
    parser = argparse.ArgumentParser(description='random cases')
    parser.add_argument('--seed', required=True)
    parser.add_argument('--cases', type=int, default=20)
    parser.add_argument('--procedure', default='all')
    parser.add_argument('--out', required=True)
    parser.add_argument('--shuffle', action='store_true')
    parser.add_argument('--late', action='store_true')
    parser.add_argument('--random-procedures', action='store_true')
    parser.add_argument('--whole', action='store_const', const='whole', dest='random_procedures',
                        help='random procedures of the whole rule language')
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    rules, tables = make(args.seed, args.cases, args.procedure, args.out,
                         args.random_procedures, args.late)
    if args.shuffle:
        files = split(random.Random('files %s' % args.seed), tables)
    else:
        files = [(k + '.csv', narrowed(k, rows), rows) for k, rows in tables.items() if rows]
    for path in write(files, args.out):
        print(path)
    print('rules: ' + rules)


if __name__ == '__main__':
    main()
