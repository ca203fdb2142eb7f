"""Random overlays over random packs of the whole language, and over the shipped one.

`make` writes two folders: one with the packs as they lie over each other, in both languages
mixed, one in which the overlays are plain packs (overlay.py).
"""

import copy
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), 'judge'))

import random_rules                                                # noqa: E402
import random_whole                                                # noqa: E402
import rules                                                       # noqa: E402
from paths import RULES                                            # noqa: E402
from random_rules import BASES, INSTRUMENTS, Plain, dump           # noqa: E402

import chinese                                                     # noqa: E402
import overlay                                                     # noqa: E402

OPTIONAL = ['after', 'gate', 'lasts', 'down', 'media', 'content', 'review', 'evidence', 'for',
            'not-for', 'when', 'unless', 'objections', 'severity', 'remedy', 'counting',
            'optional', 'title-en']
KEPT = {'title', 'kind', 'at', 'repeats', 'basis', 'bases'}     # set on purpose, or not at all
LOCAL = {'丁通知': {'title': '丁县调整通知', 'issued': '2020-05'}, '甲办法': {'note': '县注'}}
LOCAL_BASES = ['丁通知', '丁通知 第二条', '丁县调整通知 第五条'] + BASES[1:3]


def english(tree):
    """YAML 1.1 reads `on` as true."""
    if isinstance(tree, dict):
        return {'on' if k is True else k: english(v) for k, v in tree.items()}
    return [english(v) for v in tree] if isinstance(tree, list) else tree


def load_shipped():
    folder = os.path.join(RULES, 'guangxi-2020')
    files = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith('.yaml') and name != 'annual.yaml':
            files[name[:-5]] = english(rules.load_yaml(os.path.join(folder, name)))
    return files.pop('pack'), files


class Maker:
    def __init__(self, rng, shipped):
        self.rng, self.shipped = rng, shipped
        self.bases = LOCAL_BASES
        if shipped:
            self.packs, self.whole = [load_shipped()], None
            self.bases = LOCAL_BASES[:3] + ['政府信息公开条例 第二十六条', '委托方要求']
            self.packs[0][0]['scope'] = ['44']
        else:
            self.whole = [random_whole.Whole(rng, i) for i in range(rng.choice([1, 2]))]
            self.packs = [self.random_base()]
        for i in range(rng.choice([1, 1, 2])):
            self.wild = rng.random() < 0.15
            self.packs.append(self.overlay('over-%d' % i))
            if self.wild:
                break

    # -- the lowest pack

    def random_base(self):
        rng = self.rng
        head = {'pack': 'base', 'title': '基包', 'scope': ['44'], 'instruments': INSTRUMENTS,
                'in-force': {'from': Plain('2020-01-01'), 'until': Plain('2021-12-31')}}
        if rng.random() < 0.3:
            head['counting'] = random_rules.counting(rng)
        if rng.random() < 0.3:
            head['severity'] = random_whole.severity(rng, random_whole.EVENT_CODES[:3])
        if rng.random() < 0.3:
            head['review'] = rng.choice([True, {'basis': rng.choice(BASES)}])
        if rng.random() < 0.3:
            head['lasts'] = rng.choice(['at least 4 days', {'bound': 'at least 3 workdays',
                                                            'basis': BASES[2]}])
        return head, {p.data['procedure']: p.data for p in self.whole}

    # -- what an overlay says

    def overlay(self, name):
        """Drawn until the whole is one that a plain pack could be (nearly always)."""
        while True:
            pack = self.draw(name)
            try:
                whole = overlay.flatten(self.packs + [pack])[1]
            except overlay.NoBasis:
                if self.wild:
                    return pack
                continue
            if self.wild or all(map(self.sound, whole.values())):
                return pack

    def sound(self, data):
        return known(data) and (self.shipped or random_rules.consistent(data) and
                                random_whole.acyclic(data))

    def draw(self, name):
        rng = self.rng
        head = {'pack': name, 'overlay': self.packs[-1][0]['pack'],
                'scope': [['45'], ['4502', '4501', '4510'], ['45']][len(self.packs) % 3],
                'instruments': LOCAL}
        if len(self.packs) > 1:
            head['scope'] = ['4502', '4501', '4510', '45']
            self.packs[-1][0]['scope'] = ['43']
        if rng.random() < 0.5:
            head['title'] = '叠包'
        if rng.random() < 0.5:
            head['in-force'] = {'from': Plain('2020-02-01')}
        for key, value in [('counting', {'windows': {'roll': 'next workday'}}),
                           ('counting', {'deadlines': {'roll': 'none'}}),
                           ('severity', {'short': 'advice'}), ('why', {'gate': '县里的话'}),
                           ('hotline', '0772-1234567'), ('note', '叠'), ('counting', 'none'),
                           ('lasts', 'none'), ('lasts', {'bound': 'at least 9 days',
                                                         'basis': '丁通知 第九条'})]:
            if rng.random() < 0.1:
                head[key] = value
        return head, self.files()

    def files(self):
        files, under = {}, overlay.flatten(self.packs)[1]
        for name, base in under.items():
            if self.rng.random() < 0.75:
                files[name] = self.procedure(name, base)
        return files

    def procedure(self, name, base):
        rng = self.rng
        donor = self.donor(base)
        file = {'procedure': name}
        if rng.random() < 0.85:
            file['basis'] = rng.choice(self.bases)
        if rng.random() < 0.2:
            file['title'] = '另' + base['title']
        for key in ('severity', 'counting', 'lasts', 'review'):
            if key in donor and rng.random() < 0.4 and not self.forever(base):
                file[key] = donor[key]
            elif rng.random() < 0.04 and key != 'lasts':
                file[key] = 'none'
        for kind in ('events', 'steps'):
            items = self.items(base[kind], donor[kind])
            if rng.random() < 0.15:
                items['n' + kind[0]] = self.new_item(kind, base)
            if items:
                file[kind] = items
        return file

    def forever(self, base):
        return 'permanently' in str(base)

    def donor(self, base):
        """Another text of the same points."""
        if self.shipped:
            return numbers(self.rng, base)
        whole = next(w for w in self.whole if w.data['procedure'] == base['procedure'])
        return copy.deepcopy(whole.varied(self.rng).data)

    def items(self, base, donor):
        rng, found = self.rng, {}
        for name, item in base.items():
            if rng.random() < 0.45 and name in donor:
                data = self.item(item, donor[name])
                if rng.random() < 0.04:
                    data = 'none'
                if data:
                    found[name] = data
        return found

    def item(self, base, donor):
        rng, found = self.rng, {}
        for key, value in donor.items():
            if key in KEPT or rng.random() < 0.5:
                continue
            if key in overlay.BOUNDS:
                value = self.bound(base.get(key), value, overlay.BOUNDS[key])
            found[key] = copy.deepcopy(value)
        for key in OPTIONAL:
            if key in base and rng.random() < 0.07:
                found[key] = 'none'
        if rng.random() < 0.15:
            found['title'] = '新' + base['title']
        if rng.random() < 0.3:
            found['basis'] = rng.choice(self.bases)
        return found

    def bound(self, base, value, name):
        """A phrase by itself, or as a map that keeps what the base has beside it."""
        rng = self.rng
        if isinstance(value, list) and rng.random() < 0.5:
            value = rng.choice(value)
        if isinstance(value, list) or value == 'none':
            return value
        phrase = value[name] if isinstance(value, dict) else value
        form = rng.random()
        if form < 0.35:
            return phrase
        if form < 0.7:
            return {name: phrase}
        if form < 0.8:
            return {name: phrase, 'basis': rng.choice(self.bases)}
        if form < 0.9 and isinstance(base, dict):
            return rng.choice([{'basis': rng.choice(self.bases)}, {'note': '县注'},
                               {'unless': 'none'}, {'for': 'none', 'not-for': 'none'}])
        return value

    def new_item(self, kind, base):
        event = self.rng.choice(list(base['events']))
        data = {'title': '新增', 'kind': 'notice', 'at': 'case', 'opens': 'after ' + event,
                'lasts': self.rng.choice(['at least 2 days', 'none'])}
        if kind == 'events':
            data = {'title': '新事', 'after': event}
        if self.rng.random() < 0.5:
            data['basis'] = self.rng.choice(self.bases)
        return data


def numbers(rng, tree):
    """The same with other numbers."""
    if isinstance(tree, dict):
        return {k: numbers(rng, v) for k, v in tree.items()}
    if isinstance(tree, list):
        return [numbers(rng, v) for v in tree]
    if isinstance(tree, str) and re.match('within|at least', tree):
        return re.sub(r'\d+', lambda m: str(rng.randint(1, 12)), tree, count=1)
    return tree


def known(data):
    """Nothing names a point that is not there (any more)."""
    names = set(data['events']) | set(data['steps'])
    if any(name not in value for value, name in bounds(data)):
        return False                       # a map that lies over nothing
    gone = {n for n in re.findall(r"'(?:(?:after|before|with|until) )?([a-z][a-z0-9-]*)"
                                  r"(?:\.opens|\.closes)?'", repr(points(data)))}
    return gone <= names


def bounds(data):
    return [(value, name) for item in list(data['events'].values()) + list(data['steps'].values())
            for key, name in overlay.BOUNDS.items()
            for value in random_rules.listed(item.get(key)) if isinstance(value, dict)]


def points(data):
    found = []
    for item in list(data['events'].values()) + list(data['steps'].values()):
        for key, name in overlay.BOUNDS.items():
            for value in random_rules.listed(item.get(key)):
                value = value if isinstance(value, dict) else {name: value}
                found.append(value[name].split()[-1])
                found += random_rules.listed(value.get('when'))
                found += random_rules.listed(value.get('unless'))
                found += [p for pair in value.get('pauses', []) for p in
                          (pair if isinstance(pair, list) else [pair])]
                found += [value['extends']['on']] if 'extends' in value else []
        found += random_rules.listed(item.get('when')) + random_rules.listed(item.get('unless'))
    return [p for p in found if p not in ('closes', 'permanently', 'days', 'day', 'none') and
            not re.match('(work)?days?$|months?$|quarters?$|years?$', p)]


# ---- writing -------------------------------------------------------------------------------

def write(pack, folder):
    os.makedirs(folder)
    head, files = pack
    dump(head, os.path.join(folder, 'pack.yaml'))
    for name, file in files.items():
        dump(file, os.path.join(folder, name + '.yaml'))


def in_both(rng, pack, under):
    share = rng.choice([0, 0, 0.5, 1])
    head, files = pack
    return (chinese.written(rng, head, share),
            {name: chinese.written(rng, file, rng.choice([0, 0.5, 1]), under.get(name))
             for name, file in files.items()})


def make(rng, folder, shipped):
    """The packs; None where one has no basis of its own.  Folders `laid` and `plain`."""
    packs = Maker(rng, shipped).packs
    for i, pack in enumerate(packs):
        name = pack[0]['pack']
        try:
            under = overlay.flatten(packs[:i])[1] if i else {}
            plain = overlay.flatten(packs[:i + 1]) if i else pack
        except overlay.NoBasis:
            plain = None
        write(in_both(rng, pack, under), os.path.join(folder, 'laid', name))
        if plain is None:
            return packs, None
        write(plain, os.path.join(folder, 'plain', name))
    return packs, plain
