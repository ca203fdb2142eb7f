"""Random packs that use the whole rule language at once (LANGUAGE 1 to 4).

As random_rules.py, whose points and order they share; what a procedure gains is hung on
it: conditions, ends, optional events, pauses, extensions, lists of parts, rounds and the rest.
Only what loads is written: no circle, also by pauses and `until`; nothing follows the close of
what stands permanently; no contradiction in plain days.
"""

import os

import random_rules
from random_rules import BASES, INSTRUMENTS, Plain, counting, dump, listed

TRAITS = ['secret', 'movable', 'urgent']
MEDIA = ['board', 'website', 'newspaper', 'radio', 'television', 'wechat', 'other']
CONTENT = ['名单', '金额', '举报电话', '标准 A']
SEVERITIES = ['grave', 'violation', 'question', 'advice']
EVENT_CODES = ['missing', 'late', 'order', 'gate', 'upheld']
STEP_CODES = ['missing', 'late', 'early', 'short', 'objection', 'conflict', 'unknown', 'tight',
              'unrecorded', 'medium', 'content', 'review', 'privacy', 'handler', 'overstay',
              'double', 'uncovered']


def write_packs(rng, folder, late=False):
    """One pack, or two that follow each other, of the same procedures."""
    procedures = [Whole(rng, i) for i in range(rng.choice([1, 2, 3]))]
    last = '2026-12-31' if late else '2021-12-31'
    heads = [('2020-01-01', last)]
    if rng.random() < 0.3:
        heads = [('2020-01-01', '2020-09-20'), ('2020-09-21', last)]
    for i, (start, until) in enumerate(heads):
        name = 'pack-%d' % i
        write_pack(rng, os.path.join(folder, name), name, start, until, procedures)
        procedures = [p.varied(rng) for p in procedures]


def write_pack(rng, folder, name, start, until, procedures):
    os.makedirs(folder, exist_ok=True)
    pack = {'pack': name, 'title': '包 ' + name, 'scope': ['45', '44'],
            'in-force': {'from': Plain(start), 'until': Plain(until)},
            'instruments': INSTRUMENTS}
    if rng.random() < 0.3:
        pack['counting'] = counting(rng)
    if rng.random() < 0.3:
        pack['severity'] = severity(rng, EVENT_CODES[:3])
    if rng.random() < 0.2:
        pack['review'] = rng.choice([True, {'basis': rng.choice(BASES)}])
    dump(pack, os.path.join(folder, 'pack.yaml'))
    for procedure in procedures:
        dump(procedure.data, os.path.join(folder, procedure.data['procedure'] + '.yaml'))


def severity(rng, codes):
    return {c: rng.choice(SEVERITIES) for c in rng.sample(codes, rng.choice([1, 2]))}


def amount(rng):
    unit = rng.choice(['days'] * 5 + ['workdays'] * 5 + ['months', 'quarters', 'years'])
    n = {'months': 2, 'quarters': 1, 'years': 1}.get(unit) or rng.randint(1, 9)
    return '%d %s' % (n, unit if n > 1 or rng.random() < 0.5 else unit[:-1])


class Whole(random_rules.Procedure):
    def valid(self, data):
        return random_rules.consistent(data) and acyclic(data)

    def draw(self):
        # Which steps have a `permanently` is known before anything names them; the shape is
        # what all versions of a procedure share.
        self.forever = set()
        self.whole = False
        super().draw()
        names, levels, at, repeats = self.shape
        rng = self.rng
        self.forever = {n for n in at if rng.random() < 0.12}
        events = [n for n in names if n[0] == 'e' and n not in repeats]
        self.ends = {e for e in events[1:] if rng.random() < 0.12}
        self.optional = {n for n in names if n[0] == 'e' and rng.random() < 0.2}
        self.whole = True
        if rng.random() < 0.5:
            names.append('x0')                     # 终止
            self.ends.add('x0')
        return self.draw_with(self.shape)

    def draw_with(self, shape):
        if not self.whole:
            return super().draw_with(shape)
        rng, names = self.rng, shape[0]
        self.events = [n for n in names if n[0] in 'ex']
        self.lasting = self.parts(None) if rng.random() < 0.25 else None
        data = self.filled(shape)
        if self.lasting:
            data['lasts'] = self.lasting
        data['traits'] = {t: {'title': '类' + t} for t in TRAITS}
        if rng.random() < 0.3:                     # added up, never judged
            data['amounts'] = {'central': {'title': '中央'}, 'local': {'title': '地方'}}
        if rng.random() < 0.3:
            data['severity'] = severity(rng, EVENT_CODES[:3])
        if rng.random() < 0.2:
            data['review'] = rng.choice([True, False, {'basis': rng.choice(BASES)}])
        return data

    def filled(self, shape):
        rng = self.rng
        names, levels, at, repeats = shape
        data = {'procedure': 'p%d' % self.index, 'title': '程序%d' % self.index,
                'case': levels[0] if len(levels) == 1 else levels, 'basis': BASES[0]}
        if rng.random() < 0.3:
            data['counting'] = counting(rng)
        events, steps = {}, {}
        for i, name in enumerate(names):
            if name == 'x0':
                events[name] = {'title': '终止', 'ends': True}
            elif name[0] == 'e':
                events[name] = self.event(names, i, repeats)
            else:
                steps[name] = self.step(names, i, at[name])
        data['events'] = {k: events[k] for k in sorted(events)}
        data['steps'] = {k: steps[k] for k in sorted(steps)}
        return data

    # -- conditions (LANGUAGE 1)

    def conditions(self, me, chance):
        rng = self.rng
        found = {}
        while rng.random() < chance and len(found) < 2:
            key = rng.choice(['for', 'not-for', 'not-for', 'when', 'unless'])
            among = TRAITS if 'for' in key else [e for e in self.events if e != me]
            if among:
                some = rng.sample(among, rng.choice([1, 1, min(2, len(among))]))
                found[key] = some[0] if len(some) == 1 else some
        return found

    # -- events and steps

    def event(self, names, i, repeats):
        event = super().event(names, i, repeats)
        name, rng = names[i], self.rng
        if not self.whole:
            return event
        event.update(self.conditions(name, 0.12))
        if name in self.ends:
            event['ends'] = True
        if name in self.optional:
            event['optional'] = True
        before = [n for n in names[:i] if n[0] == 'e']
        if before and rng.random() < 0.15:             # a gate may be an event
            event['gate'] = listed(event.get('gate')) + [rng.choice(before)]
        if 'gate' in event:
            event['gate'] = [self.gate(g, name) for g in listed(event['gate'])]
        if rng.random() < 0.2:
            event['severity'] = severity(rng, EVENT_CODES)
        return event

    def gate(self, point, me):
        name = point.partition('.')[0]
        if name in self.forever:
            point = name + '.opens'
        conditions = self.conditions(me, 0.2)
        return dict(conditions, point=point) if conditions else point

    def step(self, names, i, at):
        step = super().step(names, i, at)
        name, rng = names[i], self.rng
        if not self.whole:
            return step
        step.pop('objections', None)
        step.update(self.conditions(name, 0.15))
        step.pop('lasts', None)
        if name in self.forever:
            step['lasts'] = [{'bound': 'permanently', **self.conditions(name, 0.5)}]
            if rng.random() < 0.6:
                step['lasts'] += listed(self.parts(name))
        elif rng.random() < 0.8:
            step['lasts'] = self.parts(name)
        elif self.lasting and rng.random() < 0.3:
            step['lasts'] = 'none'
        if rng.random() < 0.3:
            step['down'] = self.down(name)
        self.shown(step, name)
        if rng.random() < 0.6:
            step['objections'] = self.objections(name)
        if rng.random() < 0.25:
            step['severity'] = severity(rng, STEP_CODES)
        if rng.random() < 0.2:
            step['remedy'] = rng.choice(['请补正。', {'short': '请重新公示。'}])
        return step

    def parts(self, me):
        rng = self.rng
        parts = [self.part(me) for _ in range(rng.choice([1, 1, 1, 2, 2, 3]))]
        return parts[0] if len(parts) == 1 else parts

    def part(self, me):
        rng = self.rng
        phrase = 'at least ' + amount(rng)
        if rng.random() < 0.25:
            phrase = 'until ' + rng.choice(self.events)
            if rng.random() < 0.4:
                phrase = 'until at least %s after %s' % (amount(rng), phrase.split()[-1])
        value = dict(self.conditions(me, 0.25))
        if rng.random() < 0.2:
            value['basis'] = rng.choice(BASES)
        if phrase[0] == 'a' and rng.random() < 0.15:
            value['counting'] = {'windows': {'roll': 'next workday'}}
        return dict(bound=phrase, **value) if value else phrase

    def down(self, me):
        points = self.events + ([] if me in self.forever else ['closes', me + '.closes'])
        phrase = 'within %s after %s' % (amount(self.rng), self.rng.choice(points))
        return self.dressed_as(phrase, me, [])

    def shown(self, step, me):
        """media, content, review, evidence (LANGUAGE 4)."""
        rng = self.rng

        def some(values, key, most):
            drawn = rng.sample(values, rng.randint(1, most))
            return [dict(self.conditions(me, 0.7), **{key: v}) if rng.random() < 0.2 else v
                    for v in drawn]
        media = {}
        if rng.random() < 0.3:
            media['any'] = some(MEDIA, 'medium', 4)
        if rng.random() < 0.2:
            media['all'] = some(MEDIA, 'medium', 2)
        if rng.random() < 0.2 and (step.get('lasts') or self.lasting) and \
                step.get('lasts') != 'none':
            media['times'] = {m: rng.choice([1, 2, 3]) for m in rng.sample(MEDIA, 1)}
        if media:
            step['media'] = media['any'] if list(media) == ['any'] else media
        if rng.random() < 0.3:
            step['content'] = some(CONTENT, 'item', 2)
        if rng.random() < 0.3:
            step['review'] = rng.choice([True, {'basis': rng.choice(BASES)}, False])
        if rng.random() < 0.2:
            step['evidence'] = True

    def objections(self, me):
        rng = self.rng
        closes = [] if me in self.forever else ['closes']
        found = {}
        if rng.random() < 0.4:
            found['handler'] = rng.choice(['驻村工作队', '乡镇人民政府'])
        if rng.random() < 0.5:
            found['raised'] = 'within %s after %s' % (amount(rng),
                                                      rng.choice(['opens'] + closes))
        if rng.random() < 0.5:
            found['within'] = 'within %s after %s' % (amount(rng),
                                                      rng.choice(['received'] + closes))
        upheld = rng.choice(['', 'again', 'again', 'stops', 'map', 'map'])
        if upheld == 'map':
            parts = self.parts(me)
            found['upheld'] = {'again': rng.choice(
                [True, parts if isinstance(parts, str) else listed(parts)])}
            if rng.random() < 0.6:
                found['upheld']['opens'] = 'within %s after upheld' % amount(rng)
        elif upheld:
            found['upheld'] = upheld
        return found or {'upheld': 'again'}

    # -- bounds (LANGUAGE 2)

    def named(self, name, suffixes):
        if name[0] != 's':
            return name
        return name + ('.opens' if name in self.forever else self.rng.choice(suffixes))

    def backward(self, names, event):
        rng = self.rng
        if not self.whole:
            return super().backward(names, event)
        name = rng.choice([n for n in names if n != 'x0'])
        point, amount_ = self.named(name, ['', '', '.opens', '.closes']), amount(rng)
        form = rng.random()
        if form < 0.22:
            return point if event and rng.random() < 0.5 else 'after ' + point
        if form < 0.55:
            return 'within %s after %s' % (amount_, point)
        if form < 0.72:
            return 'at least %s after %s' % (amount_, point)
        if form < 0.82:
            return 'with ' + self.named(name, ['', '.opens'])
        if form < 0.92:
            return 'by %02d-%02d after %s' % (rng.randint(1, 12), rng.randint(1, 28), point)
        return 'by day %d after %s' % (rng.randint(1, 31), point)

    def forward(self, names, i):
        rng = self.rng
        later = [n for n in names[i + 1:] if n != 'x0']
        if not self.whole or not later:
            return super().forward(names, i) if not self.whole else None
        point = self.named(rng.choice(later), ['', '', '.opens', '.closes'])
        if rng.random() < 0.4:
            return 'before ' + point
        return 'at least %s before %s' % (amount(rng), point)

    def bounds(self, names, i, event):
        if not self.whole:
            return super().bounds(names, i, event)
        rng = self.rng
        before = [n for n in names[:i] if n != 'x0']
        steps = [n for n in before if n[0] == 's' and n not in self.forever]
        found = [self.dressed_as(self.backward(before, event), names[i], steps)
                 for _ in range(rng.choice([0, 1, 1, 1, 2, 3] if before else [0]))]
        if rng.random() < 0.2 and self.forward(names, i):
            found.append(self.dressed_as(self.forward(names, i), names[i], []))
        return found

    def dressed_as(self, phrase, me, steps):
        """steps: those that its pauses may name."""
        rng = self.rng
        value = dict(self.conditions(me, 0.2))
        if rng.random() < 0.2:
            value['basis'] = rng.choice(BASES)
        if phrase.split()[0] in ('within', 'by'):
            pauses, others = self.pauses(me, steps), [e for e in self.events if e != me]
            if pauses and rng.random() < 0.5:
                value['pauses'] = pauses
            if others and rng.random() < 0.25:
                value['extends'] = {'by': amount(rng), 'on': rng.choice(others)}
            if rng.random() < 0.25:
                value['severity'] = rng.choice(SEVERITIES)
            if rng.random() < 0.2:
                value['counting'] = {'deadlines': {'roll': 'none'}}
        return dict(bound=phrase, **value) if value else phrase

    def pauses(self, me, steps):
        rng, found = self.rng, []
        events = [e for e in self.events if e != me]
        for _ in range(rng.choice([1, 1, 2])):
            if steps and rng.random() < 0.6:
                found.append(rng.choice(steps))
            elif len(events) > 1:
                found.append(rng.sample(events, 2))
        return found


# ---- no circles ------------------------------------------------------------------------------

def acyclic(data):
    """By what must be followed, by pauses of a step (what it pauses follows it), by `until`."""
    follows = {n: set() for n in list(data['events']) + list(data['steps'])}
    for name, item in list(data['events'].items()) + list(data['steps'].items()):
        for value in listed(item.get('after')) + listed(item.get('opens')):
            words = (value['bound'] if isinstance(value, dict) else value).split()
            if 'before' not in words:
                follows[name].add(words[-1].partition('.')[0])
            if isinstance(value, dict):
                follows[name].update(p for p in value.get('pauses', []) if isinstance(p, str))
        for value in listed(item.get('gate')):
            point = value['point'] if isinstance(value, dict) else value
            follows[name].add(point.partition('.')[0])
        if name in data['steps']:
            follows[name] |= untils(item.get('lasts', data.get('lasts')))
            upheld = (item.get('objections') or {}).get('upheld')
            if isinstance(upheld, dict) and upheld['again'] is not True:
                follows[name] |= untils(upheld['again'])
    return sorted_out(follows)


def untils(lasts):
    phrases = [v['bound'] if isinstance(v, dict) else v for v in listed(lasts)]
    return {p.split()[-1] for p in phrases if p.startswith('until')}


def sorted_out(follows):
    left = dict(follows)
    while left:
        free = [n for n in left if not left[n] & set(left)]
        if not free:
            return False
        for name in free:
            del left[name]
    return True
