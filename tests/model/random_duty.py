"""Random packs with `every`, and what happens in an office that keeps their duties."""

import datetime
import os

import duty
from random_rules import Plain, dump

LEVELS = {'county': ['450225', '450124'], 'township': ['450225100', '450225101', '450124200'],
          'village': ['450225100200', '450225100201', '450124200300'],
          'group': ['450225100200001', '450225100200002', '450124200300001']}
BELOW = {'county': 'township', 'township': 'village', 'village': 'group'}
CYCLES = ['month', 'quarter', 'half-year', 'year']
UNTIL = ['within %d days after over', 'within %d workdays after over', 'by day %d after over',
         'within %d days after begun', 'within 1 month after begun']


def write_packs(rng, folder):
    """One pack or two that follow each other, perhaps with days between them."""
    cycles = {'p%d' % i: rng.choice(CYCLES) for i in range(rng.choice([1, 2, 3]))}
    levels = {p: rng.choice(list(BELOW)) for p in cycles}
    heads = [('2024-01-01', '2027-12-31')]
    if rng.random() < 0.5:
        turn = datetime.date(2025, rng.choice([1, 4, 7, 10]), 1) + \
            datetime.timedelta(rng.choice([0, 0, -1, 1, 10]))
        gap = turn + datetime.timedelta(rng.choice([0, 0, 0, 1, 40]))
        heads = [('2024-01-01', (turn - datetime.timedelta(1)).isoformat()),
                 (gap.isoformat(), '2027-12-31')]
    for i, (start, until) in enumerate(heads):
        path = os.path.join(folder, 'pack-%d' % i)
        os.makedirs(path)
        dump({'pack': 'pack-%d' % i, 'title': '包%d' % i, 'scope': ['45'],
              'in-force': {'from': Plain(start), 'until': Plain(until)},
              'instruments': {'甲': {'title': '甲办法'}}}, os.path.join(path, 'pack.yaml'))
        for name, cycle in cycles.items():
            if i == 0 or rng.random() < 0.85:
                dump(procedure(rng, name, cycle, levels[name]),
                     os.path.join(path, name + '.yaml'))
    return cycles, levels


def procedure(rng, name, cycle, level):
    def deadline():
        phrase = rng.choice(UNTIL)
        return phrase % rng.randint(1, 20) if '%d' in phrase else phrase
    events = {'begun': {'title': '期初日', 'calendar': 'first'},
              'over': {'title': '期末日', 'calendar': 'last'},
              'told': {'title': '上报', 'after': deadline()}}
    steps = {'own': {'title': '本级公布', 'kind': 'announcement', 'at': 'case',
                     'opens': deadline()},
             'below': {'title': '下级公布', 'kind': 'notice', 'at': 'each ' + BELOW[level],
                       'opens': ['after begun', deadline()]}}
    for step in steps.values():
        if rng.random() < 0.7:
            step['lasts'] = 'at least %d %s' % (rng.randint(1, 9), rng.choice(['days', 'workdays']))
    return {'procedure': name, 'title': '程序' + name, 'case': level, 'every': cycle,
            'basis': '甲', 'events': events, 'steps': steps}


def names_of(period):
    """As people write it."""
    year, rest = period[:4], period[4:]
    found = [period]
    if rest.startswith('Q'):
        found.append('%s年第%s季度' % (year, '一二三四'[int(rest[1]) - 1]))
    elif rest.startswith('H'):
        found.append('%s年%s半年' % (year, '上下'[int(rest[1]) - 1]))
    elif rest.startswith('M'):
        found.append('%s年%d月' % (year, int(rest[1:])))
    return found


class History:
    """Yields (today, verb, what) until enough has happened."""

    def __init__(self, rng, cycles, levels):
        self.rng, self.cycles, self.levels = rng, cycles, levels
        self.unknown = [(c, '名' + c) for codes in LEVELS.values() for c in codes]
        rng.shuffle(self.unknown)

    def days(self, count):
        """Around the edges of periods, never back."""
        day = datetime.date(2025, self.rng.choice([1, 2, 5, 6]), self.rng.choice([1, 2, 15, 28]))
        if self.rng.random() < 0.2:
            day = datetime.date(2024, 2, self.rng.choice([1, 28, 29]))
        for _ in range(count):
            yield day
            on = self.rng.choice([1, 1, 2, 9, 30])
            day += datetime.timedelta(on)
            if self.rng.random() < 0.5:                    # to the edge of a month
                day = (day.replace(day=28) + datetime.timedelta(4)).replace(day=1) + \
                    datetime.timedelta(self.rng.choice([-2, -1, 0, 0, 1]))

    def sheet(self):
        count = min(len(self.unknown), self.rng.choice([1, 2, 5, 9]))
        taken, self.unknown = self.unknown[:count], self.unknown[count:]
        return taken

    def to_keep(self, today):
        """procedure, division, from, until"""
        rng = self.rng
        name = rng.choice(list(self.cycles))
        codes = ['45', '4502'] + LEVELS[self.levels[name]] + ['450225']
        start = today + datetime.timedelta(rng.choice([-200, -90, -31, -1, 0, 1, 40]))
        if rng.random() < 0.5:
            start = start.replace(day=1)
        until = None
        if rng.random() < 0.3:
            until = start + datetime.timedelta(rng.choice([0, 27, 30, 31, 91, 200]))
        return name, rng.choice(codes), start, until

    def row(self, office):
        """A posting or an event of a case that there is, by procedure and period."""
        rng = self.rng
        if not office.cases:
            return None
        number = rng.choice(sorted(office.cases))
        name, division, period = number.split('@')
        _, first, last = duty.period_days(period)
        day = rng.choice([first, last, last + 1, last + 7, last + 20, first - 1])
        day = min(day, office.today)
        if rng.random() < 0.2:
            row = {'event': 'told', 'date': duty.judge.text_of(day)}
            where = division
        else:
            court = office.court()
            case = court.data.cases[number]
            step = rng.choice(['own', 'below'])
            where = rng.choice(court.data.slots(case, court.data.any_rule(case), step))
            row = {'step': step, 'division': where, 'posted': duty.judge.text_of(day),
                   'until': duty.judge.text_of(day + rng.choice([0, 3, 6, 12])),
                   'medium': 'board'}
        if any(dict(r, until='') == dict(row, case=number, until='') or
               ('event' in row and r.get('event') and r['case'] == number)
               for r in office.rows):
            return None
        return number, row, name, rng.choice(names_of(period)), where
