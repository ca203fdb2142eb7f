"""Random packs with random procedures (section 5 of the interface document).

The points of a procedure are drawn in one order; whatever follows refers backward,
`before` refers forward, so there is no cycle; a procedure whose bounds contradict each
other in plain days is thrown away and drawn again.
"""

import os

import yaml

BASES = ['甲办法', '甲办法 第三条', '乙条例 第二十六条', '丙通知 二（一）1']
INSTRUMENTS = {'甲办法': {'title': '甲试行办法'}, '乙条例': {'number': '第1号'},
               '丙通知': {'note': '并无此文'}}
LEVELS = ['village', 'township', 'county']


def write_packs(rng, folder, late=False):
    """One to three packs; of the same procedures where there are several."""
    count = rng.choice([1, 1, 2, 3])
    procedures = [Procedure(rng, i) for i in range(rng.choice([1, 2, 3]))]
    last = '2026-12-31' if late else '2021-12-31'
    scopes = [['45', '44'], ['45'], ['45', '44'], ['4502', '44']]
    if count == 1:
        heads = [(rng.choice(scopes[:3]), '2020-01-01', last)]
    elif count == 2:
        heads = [(['45', '44'], '2020-01-01', '2020-09-20'), (['45', '44'], '2020-09-21', last)]
    else:
        heads = [(['45', '44'], '2020-01-01', '2020-09-20'), (['45', '44'], '2020-09-21', last),
                 (['4502'], '2020-06-01', rng.choice(['2020-12-20', last]))]
    for i, (scope, start, until) in enumerate(heads):
        write_pack(rng, os.path.join(folder, 'pack-%d' % i), 'pack-%d' % i, scope, start, until,
                   procedures)
        procedures = [p.varied(rng) for p in procedures]


def write_pack(rng, folder, name, scope, start, until, procedures):
    os.makedirs(folder, exist_ok=True)
    pack = {'pack': name, 'title': '包 ' + name, 'scope': scope,
            'in-force': {'from': Plain(start), 'until': Plain(until)},
            'instruments': INSTRUMENTS}
    if rng.random() < 0.3:
        pack['counting'] = counting(rng)
    dump(pack, os.path.join(folder, 'pack.yaml'))
    for procedure in procedures:
        dump(procedure.data, os.path.join(folder, procedure.data['procedure'] + '.yaml'))


class Plain(str):
    """A date that is written without quotes."""


def plain(dumper, value):
    return dumper.represent_scalar('tag:yaml.org,2002:timestamp', str(value))


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data):
        return True


Dumper.add_representer(Plain, plain)


def dump(data, path):
    with open(path, 'w', encoding='utf-8') as f:
        yaml.dump(data, f, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=1000)


def counting(rng):
    """Some keys of it; never a planned count that is shorter than the judged one."""
    result = {}
    if rng.random() < 0.6:
        result['deadlines'] = some(rng, {'first-day': ['counted', 'not counted'],
                                         'roll': ['none', 'next workday']})
    if rng.random() < 0.6:
        both = rng.choice([('counted', 'not counted'), ('counted', 'counted'),
                           ('not counted', 'not counted')])
        result['windows'] = {'judged': both[0], 'planned': both[1]}
        if rng.random() < 0.5:
            result['windows']['roll'] = rng.choice(['none', 'next workday'])
    return result or {'deadlines': {'roll': 'none'}}


def some(rng, choices):
    keys = [k for k in choices if rng.random() < 0.7] or list(choices)[:1]
    return {k: rng.choice(choices[k]) for k in keys}


def amount(rng):
    unit = rng.choice(['days', 'days', 'workdays', 'workdays', 'months'])
    n = rng.choice([1, 2]) if unit == 'months' else rng.randint(1, 9)
    return n, unit if n > 1 or rng.random() < 0.5 else unit[:-1]


class Procedure:
    def __init__(self, rng, index):
        self.rng, self.index = rng, index
        while True:
            self.data = self.draw()
            if self.valid(self.data):
                break

    def valid(self, data):
        return consistent(data)

    def varied(self, rng):
        """The same points and places, other numbers."""
        other = self.__class__.__new__(self.__class__)
        other.__dict__.update(self.__dict__)
        other.rng = rng
        for _ in range(50):
            other.data = other.draw_with(self.shape)
            if other.valid(other.data):
                return other
        other.data = self.data
        return other

    def draw(self):
        rng = self.rng
        names = ['e%d' % i for i in range(rng.randint(1, 5))]
        names += ['s%d' % i for i in range(rng.randint(1, 4))]
        rng.shuffle(names)
        first = rng.choice([n for n in names if n[0] == 'e'])
        names.remove(first)
        names.insert(0, first)                     # so that every step can follow something
        levels = rng.choice([['village'], ['township'], ['county'], ['village', 'township'],
                             ['village', 'township', 'county'], ['city', 'county']])
        at = {n: self.at() for n in names if n[0] == 's'}
        repeats = {n for n in names if n[0] == 'e' and rng.random() < 0.25}
        self.shape = (names, levels, at, repeats)
        return self.draw_with(self.shape)

    def at(self):
        rng = self.rng
        one = ['case', 'case', 'county', 'township', 'village', 'each village', 'each group',
               'each township', 'region', 'group', 'city']
        if rng.random() < 0.2:
            return rng.sample(one[1:], 2)
        return rng.choice(one)

    def draw_with(self, shape):
        rng = self.rng
        names, levels, at, repeats = shape
        data = {'procedure': 'p%d' % self.index, 'title': '程序%d' % self.index,
                'case': levels[0] if len(levels) == 1 else levels, 'basis': BASES[0]}
        if rng.random() < 0.3:
            data['counting'] = counting(rng)
        events, steps = {}, {}
        for i, name in enumerate(names):
            if name[0] == 'e':
                events[name] = self.event(names, i, repeats)
            else:
                steps[name] = self.step(names, i, at[name])
        data['events'] = {k: events[k] for k in self.order(events)}
        data['steps'] = {k: steps[k] for k in self.order(steps)}
        return data

    def order(self, names):
        return sorted(names)

    def event(self, names, i, repeats):
        rng = self.rng
        event = {'title': '事件' + names[i]}
        if rng.random() < 0.2:
            event['basis'] = rng.choice(BASES)
        bounds = self.bounds(names, i, True)
        if bounds:
            event['after'] = bounds[0] if len(bounds) == 1 else bounds
        steps = [n for n in names[:i] if n[0] == 's']
        if steps and rng.random() < 0.35:
            chosen = rng.sample(steps, rng.randint(1, len(steps)))
            gates = [s + rng.choice(['', '.opens', '.closes']) for s in chosen]
            event['gate'] = gates[0] if len(gates) == 1 else gates
        if names[i] in repeats:
            event['repeats'] = True
        return event

    def step(self, names, i, at):
        rng = self.rng
        step = {'title': '环节' + names[i], 'kind': rng.choice(['notice', 'announcement']),
                'at': at}
        bounds = self.bounds(names, i, False)
        bounds = bounds or [self.backward(names[:i], False)]
        step['opens'] = bounds[0] if len(bounds) == 1 else bounds
        if rng.random() < 0.8:
            step['lasts'] = self.lasts()
        if rng.random() < 0.2:
            step['basis'] = rng.choice(BASES)
        if rng.random() < 0.2:
            step['counting'] = counting(rng)
        if rng.random() < 0.3:
            step['objections'] = {'handler': rng.choice(['驻村工作队', '乡镇人民政府'])}
        return step

    def lasts(self):
        phrase = 'at least %d %s' % amount(self.rng)
        if self.rng.random() < 0.25:
            value = {'bound': phrase, 'basis': self.rng.choice(BASES)}
            if self.rng.random() < 0.3:
                windows = counting(self.rng).get('windows', {'roll': 'next workday'})
                value['counting'] = {'windows': windows}
            return value
        return phrase

    # -- bounds

    def bounds(self, names, i, event):
        rng = self.rng
        bounds = []
        for _ in range(rng.choice([0, 1, 1, 1, 2, 3] if i else [0])):
            bounds.append(self.dressed(self.backward(names[:i], event)))
        if rng.random() < 0.2:
            forward = self.forward(names, i)
            if forward:
                bounds.append(self.dressed(forward))
        return bounds

    def backward(self, names, event):
        rng = self.rng
        point = rng.choice(names)
        if point[0] == 's':
            point += rng.choice(['', '', '.opens', '.closes'])
        form = rng.random()
        if form < 0.4:
            return point if event and rng.random() < 0.5 else 'after ' + point
        if form < 0.75:
            return 'within %d %s after %s' % (amount(rng) + (point,))
        return 'at least %d %s after %s' % (amount(rng) + (point,))

    def forward(self, names, i):
        rng = self.rng
        later = names[i + 1:]
        if not later:
            return None
        point = rng.choice(later)
        if point[0] == 's':
            point += rng.choice(['', '', '.opens', '.closes'])
        if rng.random() < 0.4:
            return 'before ' + point
        return 'at least %d %s before %s' % (amount(rng) + (point,))

    def dressed(self, phrase):
        rng = self.rng
        if rng.random() < 0.2:
            value = {'bound': phrase, 'basis': rng.choice(BASES)}
            if phrase.startswith('within') and rng.random() < 0.5:
                value['counting'] = {'deadlines': counting(rng).get('deadlines', {'roll': 'none'})}
            return value
        return phrase


# ---- no contradictions in plain days -----------------------------------------------------

def consistent(data):
    return all(feasible(edges(data, workday, month, off))
               for workday, month in [(None, None), (1, 28), (2, 31)] for off in (0, 1))


def edges(data, workday, month, off):
    """(a, b, k): the day of b is at least that of a plus k.

    A window of n days is n - off days wide: its first day may count or not.  Conditions,
    pauses and extensions are passed over: with them less can contradict.
    """
    found = []
    scales = {'d': 1, 'w': workday, 'm': month, 'q': month and 3 * month,
              'y': month and 12 * month}

    def size(words):
        """N UNIT in front of a phrase's rest; None where it is not in plain days."""
        scale = scales[words[1][0]]
        return None if scale is None else int(words[0]) * scale

    def point(text, part):
        name, _, written = text.partition('.')
        return name if name[0] in 'ex' else name + '.' + (written or part)

    def bound(me, value):
        words = value['bound'].split() if isinstance(value, dict) else value.split()
        bare = 'opens' if 'before' in words or words[0] == 'with' else 'closes'
        ref = point(words[-1], bare)
        step = 1 if ref.endswith('.closes') else 0
        if words[0] == 'within':
            n = size(words[1:])
            found.append((ref, me, step))
            if n is not None:
                found.append((me, ref, -(n - 1)))
        elif 'before' in words:
            n = size(words[2:]) if words[0] == 'at' else 1
            found.append((me, ref, 1 if n is None else n))
        elif words[0] == 'at':
            n = size(words[2:])
            found.append((ref, me, step if n is None else n))
        else:
            found.append((ref, me, step))
            if words[0] in ('with', 'by'):       # `by`: a day after it at the earliest
                found.append((me, ref, 0 if words[0] == 'with' else -1))

    for name, event in data['events'].items():
        for value in listed(event.get('after')):
            bound(name, value)
        for value in listed(event.get('gate')):
            bound(name, 'after ' + (value['point'] if isinstance(value, dict) else value))
    for name, step in data['steps'].items():
        for value in listed(step.get('opens')):
            bound(name + '.opens', value)
        found += period_edges(name, step.get('lasts', data.get('lasts')), point, size, off)
    return found


def period_edges(name, lasts, point, size, off):
    found, widths, ends = [], [0], True
    opens, closes = name + '.opens', name + '.closes'
    for part in listed(lasts):
        words = (part['bound'] if isinstance(part, dict) else part).split()
        if words[0] == 'at':
            widths.append(max((size(words[2:]) or 0) - off, 0))
        ends = ends and words[0] not in ('until', 'permanently')
        if words[0] == 'until':
            n = size(words[3:]) if len(words) > 2 else 0
            found.append((point(words[-1], ''), closes, n or 0))
    found.append((opens, closes, max(widths)))
    if ends:
        found.append((closes, opens, -max(widths)))
    return found


def listed(value):
    if value is None or value == 'none':
        return []
    return value if isinstance(value, list) else [value]


def feasible(found):
    day = {p: 0 for e in found for p in e[:2]}
    for _ in range(len(day) + 1):
        moved = False
        for a, b, k in found:
            if day[a] + k > day[b]:
                day[b] = day[a] + k
                moved = True
        if not moved:
            return True
    return False
