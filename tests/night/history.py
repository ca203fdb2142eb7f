"""Random histories: what is delivered, waived and changed before each of some nights.

A history is plain data: it may be played again, cut off after a night, or played
without some of its cases, its waivers, its changed rules and calendars.
"""

import copy
import csv
import datetime
import os
import random
import re
import shutil

import model                                                       # first: finds judge
import judge
import random_cases
import random_rules
import yaml
from paths import holiday_table

# A division's code alone would be a folder that takes its rows only (tests/run-folder).
NAMES = ['450225100-a', '450225101x', '甲镇', 'a b', 'z-late', 'west.2020', 'Ost']
SHIPPED = ['household-exit', 'village-exit', 'county-exit', 'fund-allocation',
           'annual-plan', 'project', 'all', 'all']
BAD = {'events': ('case,event,date', 'NOPE-1,none,2020-09-01'),
       'postings': ('case,step,division,posted', 'NOPE-1,none,450225,2020-09-01'),
       'objections': ('case,step,received', 'NOPE-1,none,2020-09-01')}


LAST = '\u9fa5末'                 # behind all names in order of bytes


class Delivery:
    def __init__(self, name):
        self.name = name
        self.files = []               # (file name, kind, header, rows)
        self.raw = {}                 # file name: bytes, of no CSV
        self.faults = []              # (file name, line)
        self.fresh = False            # still being copied the night it comes
        self.part = False             # ... under a name with .part

    def parts(self):
        return [f[1:] for f in self.files]


class Night:
    def __init__(self, day):
        self.day = day
        self.deliveries = []          # what comes before it
        self.rules = {}               # path: text
        self.calendars = {}           # (prefix, year): days or None
        self.waive = []               # (key, until)
        self.end = []                 # keys
        self.first = None             # the name of one that is taken before all


class History:
    def __init__(self, seed):
        self.seed = seed
        self.whole = False            # rules of the whole language
        self.rules, self.calendars, self.nights = {}, {}, []


# ---- making one ------------------------------------------------------------------------

class Maker:
    def __init__(self, seed, folder, cases=None, nights=None, kind=None, daily=False):
        self.seed, self.folder, self.daily = seed, folder, daily
        self.rng = rng = random.Random('night %s' % seed)
        self.random_rules = rng.random() < 0.6 if kind is None else kind == 'random'
        if kind == 'whole':                # of the whole rule language
            self.random_rules = kind
        self.late = rng.random() < 0.2 and not daily
        self.count = nights or rng.randint(4, 10)
        self.history = History(seed)
        self.history.whole = kind == 'whole'
        self.table = judge.Calendar(holiday_table())
        self.rename = rng.random() < 0.5
        self.grow = self.rename and rng.random() < 0.6
        self.void_case = None
        self.number = 0
        self.taken = []
        procedure = rng.choice(SHIPPED)
        if kind not in (None, 'random', 'whole'):
            procedure = kind
        path, self.tables = random_cases.make(
            seed, cases or rng.randint(1, 7), procedure, folder, self.random_rules,
            self.late, self.table)
        self.history.rules = read_tree(path)
        self.first_calendars()
        self.loaded = self.load()
        self.model = model.Model(self.loaded, self.history.calendars)
        self.plain_codes()

    def load(self):
        folder = os.path.join(self.folder, 'load')
        shutil.rmtree(folder, ignore_errors=True)
        write_tree(folder, self.history_rules())
        return model.load_rules(folder)

    def history_rules(self):
        rules = dict(self.history.rules)
        for night in self.history.nights:
            rules.update(night.rules)
        return rules

    def first_calendars(self):
        years = range(2019, 2027) if self.late else range(2019, 2022)
        if not self.late and self.rng.random() < 0.3:
            years = range(2019, 2021)
        self.history.calendars = model.table_of(self.table, years)

    def plain_codes(self):
        """Names of divisions do not last where they are changed."""
        if not self.rename:
            return
        codes = {r['name']: r['division'] for r in self.tables['divisions']}
        for row in self.tables['postings']:
            row['division'] = codes.get(row['division'], row['division'])
        if self.grow:
            self.tables['postings'] = [r for r in self.tables['postings'] if r['division']]

    # -- the days of the nights

    def days(self):
        rng = self.rng
        data = judge.Data(self.loaded, self.table)
        data.take(list(self.tables.values()))
        edges = []
        for kind, columns in (('events', ['date']), ('postings', ['posted', 'until']),
                              ('objections', ['received', 'resolved'])):
            for row in self.tables[kind]:
                edges += [judge.day_of(row[c]) for c in columns if row.get(c)]
        middle = rng.choice(edges) if edges else judge.day_of('2020-09-30')
        if self.daily:
            first = sorted(edges)[len(edges) // 6] if edges else middle
            return [first + i for i in range(self.count)]
        court = judge.Court(data)
        for case in court.plan(middle)['cases']:
            for slot in case['slots']:
                edges += [judge.day_of(slot[c]) for c in
                          ('earliest', 'latest', 'advised', 'judged', 'planned') if slot[c]]
        edges = edges or [middle]
        return self.stroll(edges)

    def stroll(self, edges):
        rng = self.rng
        chosen = set()
        while len(chosen) < self.count:
            day = rng.choice(edges)
            chosen.update(day + d for d in rng.choice([(-1, 0, 1), (0, 1), (1, 2), (0,),
                                                       (rng.randint(-9, 40),)]))
        days = sorted(rng.sample(sorted(chosen), self.count))
        if rng.random() < 0.4:
            days.insert(rng.randrange(len(days)), rng.choice(days))
            if rng.random() < 0.6:
                days.sort()
        if rng.random() < 0.25 and len(days) > 2:
            at = rng.randrange(2, len(days))
            days.insert(at, rng.choice(days[:at]) + rng.choice([-1, 0, 0, 1]))
        return days

    # -- when each row comes

    def schedule(self):
        """{night: [(kind, row)]} for all rows but those of divisions."""
        self.items = {i: [] for i in range(len(self.plan) + 1)}
        arrival = {}
        for kind in ('events', 'postings', 'objections'):
            for row in self.tables[kind]:
                day = judge.day_of(row.get('date') or row.get('posted') or row.get('received'))
                for at, one in self.versions(kind, row, self.night_of(day)):
                    self.items[at].append((kind, one))
                    for name in self.cases_named(row['case']):
                        arrival[name] = min(at, arrival.get(name, at))
        for row in self.tables['cases']:
            at = arrival.get(row['case'], self.rng.randrange(len(self.plan)))
            if self.rng.random() < 0.6:
                at = 0
            self.items[at].insert(0, ('cases', row))
            if self.rng.random() < 0.15 and at + 1 < len(self.plan):
                self.items[self.later(at)].append(('cases', dict(row, title='改名')))

    def cases_named(self, name):
        if not name.startswith('batch:'):
            return [name]
        return [r['case'] for r in self.tables['cases'] if r['batch'] == name[6:]]

    def night_of(self, day):
        """The night on which a row of that day comes: at once, late, or ahead."""
        rng = self.rng
        at = next((i for i, d in enumerate(self.plan) if d >= day), None)
        if at is None or rng.random() < 0.1:
            return rng.randrange(len(self.plan) + (at is None))
        if rng.random() < 0.2:
            at = min(len(self.plan) - 1, at + rng.randint(1, 3))
        return at

    def later(self, at):
        return self.rng.randint(at + 1, len(self.plan) - 1)

    def versions(self, kind, row, at):
        """A row as it comes first, and put right or taken back later."""
        rng = self.rng
        yield at, row
        if at + 1 >= len(self.plan) or row['case'].startswith('batch:'):
            return
        luck = rng.random()
        if luck < 0.2:
            wrong = self.wrong(kind, row)
            if wrong:
                yield self.later(at), wrong
        elif luck < 0.26:
            yield self.later(at), dict(row, void='yes')
        elif luck < 0.5 and kind == 'postings' and row['until']:
            yield at, dict(row, until='')       # of one night the last version counts
            yield self.later(at), row

    def wrong(self, kind, row):
        rng = self.rng
        shift = rng.choice([-3, -1, 1, 2, 7])
        if kind == 'events':
            return dict(row, date=judge.text_of(judge.day_of(row['date']) + shift))
        if kind == 'postings' and row['until']:
            until = max(judge.day_of(row['until']) + shift, judge.day_of(row['posted']))
            return dict(row, until=judge.text_of(until), content=rng.choice(['', '改']))
        if kind == 'objections':
            day = judge.day_of(row['received']) + rng.randint(0, 9)
            return dict(row, resolved=judge.text_of(day), outcome='rejected')
        return None

    # -- night after night

    def make(self):
        self.plan = self.days()
        self.schedule()
        if self.rng.random() < 0.15 and len(self.plan) > 3 and self.tables['cases']:
            self.void_case = (self.rng.randrange(2, len(self.plan)),
                              self.rng.choice(self.tables['cases'])['case'])
        pending = []
        for index, day in enumerate(self.plan):
            night = Night(day)
            self.history.nights.append(night)
            self.change(index, night)
            self.waivers(index, night)
            pending = self.deliver(index, night, pending)
            self.last = self.model.report(day, [])
        return self.history

    def change(self, index, night):
        rng = self.rng
        if index and rng.random() < 0.12:
            night.rules = changed_rule(rng, self.history_rules(), self.random_rules)
            if night.rules:
                self.loaded = self.load()
                self.model.rules = self.loaded
        if index and rng.random() < 0.15:
            night.calendars = self.changed_calendar()
            for key, days in night.calendars.items():
                if days is None:
                    self.model.calendars.pop(key, None)
                else:
                    self.model.calendars[key] = days

    def changed_calendar(self):
        rng = self.rng
        now = self.model.calendars
        missing = [y for y in ((2027,) if self.late else (2021, 2022))
                   if ('', y) not in now]
        if missing and rng.random() < 0.5:
            year = missing[0]
            if year == 2027:
                return {('', 2027): {judge.day_of('2027-01-01'): 'off'}}
            return {k: v for k, v in model.table_of(self.table, [year]).items()}
        prefix = rng.choice(['', '45', '45', '4502', '450225100'])
        day = rng.choice(self.plan) + rng.randint(-12, 12)
        year = int(judge.text_of(day)[:4])
        if prefix == '' and ('', year) not in now:
            return {}
        days = dict(now.get((prefix, year), {}))
        for _ in range(rng.randint(1, 4)):
            if judge.text_of(day)[:4] == str(year):
                days[day] = rng.choice(['off', 'off', 'work', 'unsettled'])
            day += 1
        if prefix and rng.random() < 0.1:
            return {(prefix, year): None} if (prefix, year) in now else {}
        return {(prefix, year): days}

    def waivers(self, index, night):
        rng = self.rng
        if not index:
            return
        open_ = [f['key'] for f in self.last['new'] + self.last['standing'] + self.last['waived']
                 if f['code'] != 'tight']
        if open_ and rng.random() < 0.35:
            for key in rng.sample(open_, min(len(open_), rng.choice([1, 1, 2, 4]))):
                until = max(night.day, rng.choice(self.plan[index:]) + rng.choice([-1, 0, 1]))
                night.waive.append((key, until))
                self.model.waivers[key] = until
        if self.model.waivers and rng.random() < 0.2:
            key = rng.choice(sorted(self.model.waivers))
            if key not in [w[0] for w in night.waive]:
                night.end.append(key)
                del self.model.waivers[key]

    # -- the deliveries of one night

    def deliver(self, index, night, pending):
        """What is left for the next night."""
        rng = self.rng
        items = self.items[index]
        coming = [d.name for d in pending]
        names = ['.'] if rng.random() < 0.5 else []
        free = [n for n in NAMES if n not in coming]
        names += rng.sample(free, rng.choice([1, 1, 2, 3]))
        names.sort(key=lambda n: n.encode())
        groups = {n: [] for n in names}
        for kind, row in items:
            first = kind == 'cases'
            groups[names[0] if first else rng.choice(names)].append((kind, row))
        self.add_divisions(index, groups[names[0]])
        all_ = sorted(pending + [Delivery(n) for n in names], key=lambda d: d.name.encode())
        left = []
        for delivery in all_:
            if delivery in pending:
                self.model.facts.take(delivery.parts(), self.loaded)
                self.taken.append(delivery)
                continue
            self.fill(index, delivery, groups[delivery.name], delivery.name == names[0],
                      pending)
            if delivery.files or delivery.raw:
                night.deliveries.append(delivery)
                if delivery.fresh:
                    left.append(delivery)
        if index == 0:
            self.lead_last(night, names[0])
        self.again(index, night, pending)
        return left

    def lead_last(self, night, name):
        """What all others need has the last name: they are tried again after it."""
        leader = [d for d in night.deliveries if d.name == name and not d.faults]
        if leader and random.Random('last %s' % self.seed).random() < 0.5:
            night.first = leader[0].name = LAST

    def add_divisions(self, index, group):
        rows = []
        if index == 0:
            rows = list(self.tables['divisions'])
        elif self.grow and self.tables['later'] and self.rng.random() < 0.5:
            rows = [self.tables['later'].pop()]
        elif self.rename and self.rng.random() < 0.25:
            row = self.rng.choice(self.tables['divisions'])
            rows = [dict(row, name='新名%d-%s' % (index, row['division']))]
            if self.grow:
                groups = [r['division'] for r in self.tables['divisions']
                          if len(r['division']) == 15]
                if groups:
                    code = self.rng.choice(groups)[:12] + '%03d' % (900 + index)
                    rows.append({'division': code, 'name': '新屯' + code, 'level': ''})
        group[:0] = [('divisions', r) for r in rows]

    def fill(self, index, delivery, items, leads, pending):
        """Files of these items; what cannot come now comes the next night or never."""
        rng = self.rng
        luck = rng.random()
        behind = any(p for p in pending)
        void = any(r.get('void') for _, r in items)
        if not leads and items and index + 1 < len(self.plan):
            if luck < 0.12:
                return self.refused(index, delivery, items)
            if luck < 0.2 and not void and delivery.name != '.' and not behind:
                delivery.fresh = True
                delivery.part = rng.random() < 0.5
        if leads and self.void_case and self.void_case[0] == index:
            if self.void_case[1] in self.model.facts.cases and not behind:
                row = [r for r in self.tables['cases'] if r['case'] == self.void_case[1]][0]
                items = [i for i in items if i[1].get('case') != self.void_case[1]]
                items.append(('cases', dict(row, void='yes')))
        rows = self.usable(items)
        delivery.files = self.files(rows)
        if not delivery.fresh:
            self.model.facts.take(delivery.parts(), self.loaded)
            if delivery.files:
                self.taken.append(delivery)

    def usable(self, items):
        """Items that an import must take, each key once."""
        facts = copy.deepcopy(self.model.facts)
        head = [i for i in items if i[0] in ('divisions', 'cases')]
        rows, cases = [], set()
        for kind, row in head:
            if kind == 'cases':
                if row['case'] in cases or (row.get('void') is None and self.gone(row)):
                    continue
                cases.add(row['case'])
            rows.append((kind, row))
            facts.take([(kind, list(row), [row])], self.loaded)
        seen = set()
        for kind, row in reversed([i for i in items if i not in head]):
            if not row['case'].startswith('batch:') and row['case'] not in facts.cases:
                continue
            try:
                keys = [(kind, k) for k in facts.keys(kind, row, self.loaded)]
            except KeyError:
                continue                   # an import refuses it
            if not keys or seen.intersection(keys):
                continue
            if row.get('void') and any(k not in facts.rows[kind] for _, k in keys):
                continue
            seen.update(keys)
            rows.append((kind, row))
        return rows

    def gone(self, row):
        return self.void_case and self.void_case[1] == row['case'] and \
            self.void_case[0] <= len(self.history.nights) - 1

    def files(self, rows):
        rng = self.rng
        files = []
        for kind in ('divisions', 'cases', 'events', 'postings', 'objections'):
            mine = [r for k, r in rows if k == kind]
            rng.shuffle(mine)
            parts = 2 if len(mine) > 3 and rng.random() < 0.3 else 1
            for i in range(parts):
                if mine[i::parts]:
                    files.append((self.file_name(kind), kind, header(kind, mine[i::parts]),
                                  mine[i::parts]))
        rng.shuffle(files)
        return files

    def file_name(self, kind):
        self.number += 1
        return '%s-%d.csv' % (kind, self.number)

    def refused(self, index, delivery, items):
        """One row, or one file, spoils it; the rest comes again the next night."""
        rng = self.rng
        self.items[index + 1] = [i for i in items] + self.items[index + 1]
        delivery.files = self.files(self.usable(items))
        if rng.random() < 0.25:
            name = 'picture-%d.%s' % (self.number, rng.choice(['png', 'csv', 'xlsx']))
            delivery.raw[name] = b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR' + bytes(range(256))
            delivery.faults.append((name, None))
            return
        kind = rng.choice(sorted(BAD))
        names, row = BAD[kind]
        bad = dict(zip(names.split(','), row.split(',')))
        delivery.files.append((self.file_name(kind), kind, names.split(','), [bad]))
        delivery.faults.append((delivery.files[-1][0], 2))

    def again(self, index, night, pending):
        """Something that was taken once is delivered once more."""
        if self.void_case or not self.taken or self.rng.random() > 0.15:
            return
        old = self.rng.choice(self.taken)
        rows = [(k, r) for _, k, _, rs in old.files for r in rs]
        if any(r.get('void') for _, r in rows) or (self.rename and any(
                k == 'divisions' for k, _ in rows)):
            return
        taken = [d.name for d in night.deliveries + pending]
        if 'zz-again' in taken:
            return
        delivery = Delivery('甲-again' if '甲镇' not in taken else 'zz-again')
        if any(d.name.encode() > delivery.name.encode() for d in night.deliveries + pending):
            return
        delivery.files = [(self.file_name(k), k, h, rs) for _, k, h, rs in old.files]
        night.deliveries.append(delivery)
        self.model.facts.take(delivery.parts(), self.loaded)


def header(kind, rows):
    names = random_cases.narrowed(kind, rows)
    return names + (['void'] if any(r.get('void') for r in rows) else [])


# ---- changed rules ------------------------------------------------------------------------

def changed_rule(rng, rules, drawn):
    """{path: text} of one rule file with another number, title, ground or end."""
    paths = sorted(p for p in rules if p.endswith('.yaml') and '/tests/' not in p and
                   not p.endswith('annual.yaml'))
    for _ in range(10):
        path = rng.choice(paths)
        data = yaml.load(rules[path], model.LOADER)
        if path.endswith('pack.yaml'):
            if rng.random() < 0.6:
                continue
            force = data['in-force']
            force['until'] -= datetime.timedelta(days=rng.choice([30, 100, 300, 420]))
            if force['until'] < force['from']:
                continue
        else:
            touch(rng, data, drawn)
            if drawn and not random_rules.consistent(data):
                continue
        text = yaml.dump(data, Dumper=random_rules.Dumper, allow_unicode=True,
                         sort_keys=False, width=1000)
        return {path: text}
    return {}


def touch(rng, data, drawn):
    kind = rng.choice(['number', 'number', 'number', 'title', 'basis'])
    if kind == 'title':
        some = rng.choice(['steps', 'events'])
        name = rng.choice(sorted(data[some]))
        data[some][name]['title'] += '（改）'
        return
    if kind == 'basis':
        if drawn:
            data['basis'] = rng.choice(random_rules.BASES)
        else:
            data['basis'] = str(data['basis']) + ' 第九条'
        return
    text = yaml.dump(data, Dumper=random_rules.Dumper, allow_unicode=True, sort_keys=False,
                     width=1000)
    places = list(re.finditer(r'(at least|within) (\d+) (days|workdays)', text))
    if not places:
        return
    place = rng.choice(places)
    number = max(2, int(place.group(2)) + rng.choice([-2, -1, 1, 2, 3]))
    text = text[:place.start(2)] + str(number) + text[place.end(2):]
    data.clear()
    data.update(yaml.load(text, model.LOADER))


# ---- on disk -----------------------------------------------------------------------------------

def read_tree(folder):
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            file = os.path.join(path, name)
            with open(file, encoding='utf-8') as f:
                found[os.path.relpath(file, folder)] = f.read()
    return found


def write_tree(folder, files):
    for path, text in files.items():
        write_text(os.path.join(folder, path), text)


def write_text(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8', newline='') as f:
        f.write(text)


def write_files(folder, delivery, old):
    """Its files, as copied an hour ago or just now."""
    os.makedirs(folder, exist_ok=True)
    paths = []
    for name, _, names, rows in delivery.files:
        path = os.path.join(folder, name)
        with open(path, 'w', encoding='utf-8', newline='') as f:
            writer = csv.DictWriter(f, names, extrasaction='ignore', lineterminator='\n')
            writer.writeheader()
            writer.writerows(rows)
        paths.append(path)
    for name, data in delivery.raw.items():
        with open(os.path.join(folder, name), 'wb') as f:
            f.write(data)
        paths.append(os.path.join(folder, name))
    if old:
        for path in paths:
            age(path)
        if delivery.name != '.':
            age(folder)


def age(path, seconds=3600):
    status = os.stat(path)
    os.utime(path, (status.st_atime - seconds, status.st_mtime - seconds))
