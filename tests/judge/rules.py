"""Rule files, for the second judge (section 5; LANGUAGE 1 to 4)."""

import os
import re

import yaml

from days import FOREVER

SEVERITY = {'missing': 'violation', 'late': 'violation', 'early': 'violation',
            'short': 'violation', 'order': 'violation', 'gate': 'grave',
            'objection': 'violation', 'conflict': 'question', 'unknown': 'question',
            'tight': 'advice', 'unrecorded': 'advice', 'medium': 'violation',
            'content': 'violation', 'review': 'violation', 'privacy': 'grave',
            'handler': 'advice', 'upheld': 'violation', 'overstay': 'advice',
            'double': 'advice', 'uncovered': 'advice'}
CODES = list(SEVERITY)                 # in the order of the tables
COUNTING = {'deadlines': {'first-day': 'not counted', 'roll': 'next workday'},
            'windows': {'judged': 'counted', 'planned': 'not counted', 'roll': 'none'}}
AMOUNT = r'(\d+) (days?|workdays?|months?|quarters?|years?)'


class Conditions:
    """for, not-for, when, unless (LANGUAGE 1); all that stand must hold."""

    def __init__(self, data=None):
        data = data if isinstance(data, dict) else {}
        self.one_of = as_list(data.get('for'))
        self.none_of = as_list(data.get('not-for'))
        self.when = as_list(data.get('when'))
        self.unless = as_list(data.get('unless'))


class Bound:
    """kind: after, within, by, with, lag (at least N after), before, lead (at least N before),
    gate; part is None of an event, opens, closes."""

    def __init__(self, kind, ref, part, basis, counting, amount=(None, None)):
        self.kind, self.ref, self.part = kind, ref, part
        self.basis, self.counting = basis, counting
        self.n, self.unit = amount
        self.date = None                       # of `by`: (month, day) or (None, day)
        self.conditions = Conditions()
        self.pauses, self.extends, self.severity = [], None, None

    @property
    def lower(self):
        """What it names must be followed ("follows", section 3)."""
        return self.kind in ('after', 'within', 'by', 'with', 'lag', 'gate')


class Part:
    """One part of a period: kind is lasts (n units), until (an event) or permanently."""

    def __init__(self, kind, basis, counting, amount=(None, None), ref=None):
        self.kind, self.basis, self.counting = kind, basis, counting
        self.n, self.unit = amount
        self.ref = ref
        self.conditions = Conditions()


class Item:
    """A step or an event of a procedure."""

    def __init__(self, name, basis, counting, data):
        self.name, self.basis, self.counting = name, basis, counting
        self.conditions = Conditions(data)
        self.bounds, self.period = [], []
        self.severity = dict(SEVERITY)
        self.repeats = self.optional = self.ends = self.evidence = False
        self.calendar = None                               # first, last (LANGUAGE 6)
        self.bases = {}                                    # of some keys one of their own
        self.kind = self.at = self.handler = self.down = None
        self.any, self.all, self.times = [], [], {}        # (medium, Conditions) twice
        self.content = []                                  # (text, Conditions)
        self.review = None                                 # its basis, where one is asked for
        self.raised = self.within = None                   # (amount, point)
        self.upheld = None                                 # again or stops
        self.again_period = self.again_opens = None


class Rule:
    def __init__(self, pack, name):
        self.pack, self.name = pack, name
        self.events, self.steps, self.levels = {}, {}, []
        self.traits, self.amounts = [], []
        self.every = None                                  # month, quarter, half-year, year

    def in_force(self, day):
        return self.pack['from'] <= day <= self.pack['until']

    def nearness(self, division):
        if not self.pack['scope']:                         # it holds everywhere
            return 0
        fits = [len(s) for s in self.pack['scope'] if division.startswith(s)]
        return max(fits) if fits else None


# ---- small parts ---------------------------------------------------------------

def merged(outer, inner):
    result = {k: dict(v) for k, v in outer.items()}
    for group, values in (inner or {}).items():
        result[group].update(values)
    return result


def as_list(value):
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def amount_of(n, word):
    """`N years`: 12 months each; quarters likewise 3 (LANGUAGE 2)."""
    unit = word if word.endswith('s') else word + 's'
    months = {'years': 12, 'quarters': 3}.get(unit)
    return (int(n) * months, 'months') if months else (int(n), unit)


def parse_amount(text):
    return amount_of(*re.match(AMOUNT + '$', squeezed(text)).groups())


def squeezed(text):
    return ' '.join(str(text).split())


def parse_point(text, events, bare):
    """(name, part); STEP alone is STEP.closes, but STEP.opens in `before` and `with`."""
    name, _, part = text.strip().partition('.')
    if name in events:
        return name, None
    return name, part or bare


# ---- bounds and periods -----------------------------------------------------------

FORMS = [('after', r'after (?P<point>\S+)'),
         ('within', r'within ' + AMOUNT + r' after (?P<point>\S+)'),
         ('lag', r'at least ' + AMOUNT + r' after (?P<point>\S+)'),
         ('before', r'before (?P<point>\S+)'),
         ('lead', r'at least ' + AMOUNT + r' before (?P<point>\S+)'),
         ('with', r'with (?P<point>\S+)'),
         ('by', r'by (?P<month>\d\d)-(?P<day>\d\d) after (?P<point>\S+)'),
         ('by', r'by day (?P<dom>\d+) after (?P<point>\S+)'),
         ('after', r'(?P<point>\S+)')]


def parse_bound(value, events, basis, counting, own=None):
    """own: the step's name, where `closes` alone is its own (down)."""
    data = value if isinstance(value, dict) else {'bound': value}
    basis = data.get('basis', basis)
    counting = merged(counting, data.get('counting'))
    text = squeezed(data['bound'])
    for kind, form in FORMS:
        found = re.match(form + '$', text)
        if found:
            break
    bare = 'opens' if kind in ('before', 'lead', 'with') else 'closes'
    ref, part = parse_point(found.group('point'), events, bare)
    if own and ref == 'closes':
        ref, part = own, 'closes'
    bound = Bound(kind, ref, part, basis, counting)
    if kind in ('within', 'lag', 'lead'):
        bound.n, bound.unit = amount_of(*found.groups()[:2])
    if kind == 'by':
        named = found.groupdict()
        bound.date = ((None, int(named['dom'])) if 'dom' in named
                      else (int(named['month']), int(named['day'])))
    bound.conditions = Conditions(data)
    bound.pauses = data.get('pauses') or []
    bound.severity = data.get('severity')
    if data.get('extends'):
        extends = data['extends']                          # YAML 1.1 reads `on` as true
        bound.extends = (parse_amount(extends['by']), extends.get('on', extends.get(True)))
    return bound


def parse_gate(value, events, basis, counting):
    data = value if isinstance(value, dict) else {'point': value}
    ref, part = parse_point(data['point'], events, 'closes')
    bound = Bound('gate', ref, part, data.get('basis', basis), counting)
    bound.conditions = Conditions(data)
    return bound


def parse_period(value, basis, counting):
    """`lasts` may be a list of parts; `none` ends a default (LANGUAGE 3)."""
    if value is None or value == 'none':
        return []
    return [parse_part(v, basis, counting) for v in as_list(value)]


def parse_part(value, basis, counting):
    data = value if isinstance(value, dict) else {'bound': value}
    basis = data.get('basis', basis)
    counting = merged(counting, data.get('counting'))
    text = squeezed(data['bound'])
    lasts = re.match('at least ' + AMOUNT + '$', text)
    until = re.match(r'until (?:at least ' + AMOUNT + r' after )?(\S+)$', text)
    if lasts:
        part = Part('lasts', basis, counting, amount_of(*lasts.groups()))
    elif until:
        n, unit, ref = until.groups()
        part = Part('until', basis, counting, amount_of(n, unit) if n else (None, None), ref)
    else:
        assert text == 'permanently', text
        part = Part('permanently', basis, counting)
    part.conditions = Conditions(data)
    return part


# ---- what a notice must be (LANGUAGE 4) ----------------------------------------------

def parse_media(item, value):
    data = value if isinstance(value, dict) else {'any': value}        # a list alone is any
    item.any = [conditional(v, 'medium') for v in as_list(data.get('any'))]
    item.all = [conditional(v, 'medium') for v in as_list(data.get('all'))]
    item.times = data.get('times') or {}


def conditional(value, key):
    if isinstance(value, dict):
        return str(value[key]), Conditions(value)
    return str(value), Conditions()


def parse_objections(item, data):
    item.handler = data.get('handler')
    item.raised = parse_limit(data.get('raised'), 'opens|closes')
    item.within = parse_limit(data.get('within'), 'received|closes')
    upheld = data.get('upheld')
    if not isinstance(upheld, dict):
        item.upheld = upheld
        return
    item.upheld = 'again'
    basis = item.bases.get('upheld', item.basis)
    if upheld.get('again') is not True:
        item.again_period = parse_period(upheld['again'], basis, item.counting)
    opens = parse_limit(upheld.get('opens'), 'upheld')
    if opens:
        item.again_opens = Bound('within', None, None, basis, item.counting, opens[0])


def parse_limit(value, points):
    if value is None:
        return None
    text = squeezed(value['bound'] if isinstance(value, dict) else value)
    found = re.match('within ' + AMOUNT + ' after (' + points + ')$', text)
    return amount_of(*found.groups()[:2]), found.group(3)


# ---- steps, events, procedures, packs ---------------------------------------------------

def parse_item(name, data, key, events, outer):
    """outer: what the procedure and the pack say for all, as one map."""
    basis = data.get('basis', outer['basis'])
    counting = merged(outer['counting'], data.get('counting'))
    item = Item(name, basis, counting, data)
    item.bounds = [parse_bound(v, events, basis, counting) for v in as_list(data.get(key))]
    item.bounds += [parse_gate(v, events, basis, counting) for v in as_list(data.get('gate'))]
    item.severity.update(outer['severity'])                # the nearest wins
    item.severity.update(data.get('severity') or {})
    item.repeats = data.get('repeats') is True
    item.optional = data.get('optional') is True
    item.ends = data.get('ends') is True
    item.calendar = data.get('calendar')
    return item


def parse_step(name, data, events, outer):
    item = parse_item(name, data, 'opens', events, outer)
    item.kind = data.get('kind')
    item.at = as_list(data.get('at'))
    # "A default ... is cited as what the step itself says, unless it has a basis of its own."
    item.bases = data.get('bases') or {}                   # of a pack over a pack, as shown
    default = item.basis if 'lasts' in data else item.bases.get('lasts', item.basis)
    item.period = parse_period(data.get('lasts', outer['lasts']), default, item.counting)
    review = data.get('review', outer['review'])
    if review:
        item.review = item.bases.get('review', item.basis)
        if isinstance(review, dict):
            item.review = review.get('basis', item.review)
    item.evidence = data.get('evidence') is True
    item.content = [conditional(v, 'item') for v in as_list(data.get('content'))]
    parse_media(item, data.get('media'))
    parse_objections(item, data.get('objections') or {})
    if data.get('down'):
        item.down = parse_bound(data['down'], events, item.basis, item.counting, name)
    return item


def parse_rule(pack, data):
    rule = Rule(pack, data['procedure'])
    rule.levels = as_list(data['case'])
    rule.traits = list(data.get('traits') or {})
    rule.amounts = list(data.get('amounts') or {})
    rule.every = data.get('every')
    shared = pack.get('shared') or {}
    severity = dict(shared.get('severity') or {})
    severity.update(data.get('severity') or {})
    outer = {'basis': data.get('basis'), 'severity': severity,
             'counting': merged(pack['counting'], data.get('counting')),
             'lasts': data.get('lasts', shared.get('lasts')),
             'review': data.get('review', shared.get('review'))}
    events = data.get('events') or {}
    for name, value in events.items():
        rule.events[name] = parse_item(name, value or {}, 'after', events, outer)
    for name, value in (data.get('steps') or {}).items():
        rule.steps[name] = parse_step(name, value, events, outer)
    return rule


def load_yaml(path):
    with open(path, encoding='utf-8') as f:
        return yaml.safe_load(f)


def load_rules(folder):
    """All packs of a folder but those that lie over others: of these `rules show` tells the whole."""
    rules = []
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name, 'pack.yaml')
        if os.path.exists(path) and 'overlay' not in load_yaml(path):
            rules += load_pack(os.path.dirname(path))
    return rules


def load_pack(path):
    data = load_yaml(os.path.join(path, 'pack.yaml'))
    files = [load_yaml(os.path.join(path, file)) for file in sorted(os.listdir(path))
             if file.endswith('.yaml') and file not in ('pack.yaml', 'annual.yaml')]
    return parse_pack(data, files)


def parse_pack(data, files):
    force = data.get('in-force') or {}
    pack = {'name': data['pack'], 'scope': [str(s) for s in as_list(data.get('scope'))],
            'from': force['from'].toordinal() if force.get('from') else 0,
            'until': force['until'].toordinal() if force.get('until') else FOREVER,
            'counting': merged(COUNTING, data.get('counting')), 'shared': data,
            'hotlines': set()}
    for file in [data] + files:
        note_hotlines(pack['hotlines'], file)
    return [parse_rule(pack, file) for file in files]


def note_hotlines(found, data):
    """The pack's own numbers, in whichever file and at whatever step (LANGUAGE 9)."""
    for place in [data] + list((data.get('steps') or {}).values()):
        value = (place or {}).get('hotline')
        for number in value.values() if isinstance(value, dict) else as_list(value):
            found.add(re.sub('[^0-9]', '', str(number)))
