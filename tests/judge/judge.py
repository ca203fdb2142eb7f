#!/usr/bin/python3
"""The second judge: a naive reading of the interface document.

    judge.py --rules DIR --holidays CSV --today DATE scan|plan FILE.csv...

It prints what `scan --format json` and `plan --format json` promise (section 8),
but for the wording of `message`.  It is written to be read beside the document:
every sum walks day by day, every rule is a recursion, nothing is fast.
"""
# Readings
# (where the text may be read in two ways; one line each)
#
# Counting
#  R1  A backward sum ("-N", `at least N before`, a follower's room) tries the days from
#      its limit downward and asks no day after the limit; an unsettled day that it meets so
#      makes it unknown.  Its brink is what comes out with every unsettled day off: "an
#      unknown deadline is no earlier than its brink" would not hold for a day nearer the
#      limit, the true deadline could lie before it.
#  R2  A deadline that runs from an unknown last day is unknown, its brink is that last
#      day's; of several slots with unknown last days the earliest brink.
#  R3  One unknown last day among the slots of a step makes the step's last day unknown,
#      however late the others are known to end.
#  R4  deadlines: first-day: counted turns `within N` into N-1 days, the N-th working day
#      with the first counting if it is one, the day before the same day N months on; then
#      the roll. windows: roll: next workday moves judged and planned last days alike.
#  R5  counting is merged key by key: pack, procedure, step (or event), bound.
# Points
#  R6  `after STEP.opens` and `within .. after STEP.opens` look at the last of its slots;
#      `before` forms at the first of the slots that are posted (also before STEP.closes).
#  R7  `within .. after STEP` is a deadline only once all slots of STEP are posted.
#  R8  The advised day: own deadlines are the same days (a deadline from a posted STEP runs
#      from its judged last day); only the slot's own window is counted as planned, and a
#      follower that is no fact is taken at its own advised day.
#  R9  What follows gives no bound (latest or advised) where the backward sum is unknown.
#  R10 forecast is false where earliest is null.
#  R11 forecast, waiting: "something before" means the points that are followed directly.
#  R12 A point that must follow nothing has no earliest day, and is not waiting.
#  R13 The forecast of a step's last day is the judged count from its earliest day.
# Standing run and states
#  R14 A run whose judged last day is unknown and which has an end is not long enough, not
#      broken, not short, even where it ended before the brink; state and finding unknown.
#  R15 early, order: what is allowed by unknown last days or unknown sums is left out, the
#      known bounds still count.
#      Of a step with several slots those that are posted count; an unposted slot passes on
#      nothing (it is missing).
#  R16 The state unknown of an unposted slot and the finding's "its last day" do not ask
#      for the last day reckoned from an earliest day; only a posted slot has a last day.
#  R17 A slot that is posted only for a day after today raises missing where it is due.
# Findings
#  R18 missing of a slot: if an own deadline and a follower give the same day, the own
#      deadline counts as having set it; of equal own deadlines the first written.
#      early, order: of equal bounds the first written (an unrecorded event's part is the
#      bound that names that event).
#  R19 A gate's unknown last day is a breach for an event on or before its brink (it was
#      certainly not over then), else none; the due day of a gate finding is null then.
#  R20 A gate that is an event: not yet happened when recorded later (due its day); where it
#      is not recorded, its gate is that much as passes through it, else nothing.
#  R21 order and late of an event that repeats are judged on its first day, and their keys
#      carry it; the key of missing carries none.
#  R22 objection: "something that follows the step" is what names any of its points (also
#      STEP.opens), in after or gate; every day of an event that repeats counts, a slot
#      counts on the day that its standing run opens.
#  R23 handler: raised as soon as a handler is written, also while nothing is resolved.
#  R24 privacy: any posting of the slot put up until today; digits are taken in whole runs.
#  R25 unrecorded: events followed directly; "first" is in the order of the procedure's events.
#  R26 conflict: as missing. unknown (of a slot), privacy, unrecorded: the step's basis; of a
#      case without rule: null. handler: the step's basis.
#  R27 missing and unknown may both be raised for a slot (two deadlines).
# Rules and cases
#  R28 Of the packs in force on the day the longest scope wins (a longer one not in force
#      does not hide a shorter one). "the newest" is the latest `from`, then longest scope.
#  R29 A case under no rule is in the plan with no slots.
#  R30 `each LEVEL` without places: divisions of exactly that level in the table.
#  R31 states: only those that occur, in the order of the alphabet.
#  R32 The first recorded day of a case does not look at objections.

import argparse
import csv
import datetime
import json
import os
import re
import sys

import yaml

LEVELS = ['region', 'city', 'county', 'township', 'village', 'group']
LENGTHS = {'region': 2, 'city': 4, 'county': 6, 'township': 9, 'village': 12}
CODES = ['missing', 'late', 'early', 'short', 'order', 'gate', 'objection', 'conflict',
         'unknown', 'tight', 'unrecorded', 'medium', 'content', 'review', 'privacy', 'handler']
SEVERITY = {'missing': 'violation', 'late': 'violation', 'early': 'violation',
            'short': 'violation', 'order': 'violation', 'gate': 'grave',
            'objection': 'violation', 'conflict': 'question', 'unknown': 'question',
            'tight': 'advice', 'unrecorded': 'advice', 'privacy': 'grave',
            'handler': 'advice'}
COUNTING = {'deadlines': {'first-day': 'not counted', 'roll': 'next workday'},
            'windows': {'judged': 'counted', 'planned': 'not counted', 'roll': 'none'}}
FOREVER = 10 ** 9
BEYOND = 'beyond'                      # a sum that ends after the limit it was given


# ---- days: plain integers (proleptic ordinals) ------------------------------

def day_of(text):
    return datetime.date.fromisoformat(text.strip()).toordinal()


def text_of(day):
    if day is None or isinstance(day, Unknown) or day == FOREVER:
        return None
    return datetime.date.fromordinal(day).isoformat()


def add_months(day, n):
    """Same day of the month n months on; if the month has none, its last (section 2)."""
    date = datetime.date.fromordinal(day)
    month = date.month - 1 + n
    year, month = date.year + month // 12, month % 12 + 1
    for dom in range(date.day, 27, -1):
        try:
            return datetime.date(year, month, dom).toordinal()
        except ValueError:
            pass
    return datetime.date(year, month, min(date.day, 28)).toordinal()


class Unknown:
    """A sum that asked an unsettled day; the first of them is its brink (section 2)."""

    def __init__(self, brink):
        self.brink = brink

    def __repr__(self):
        return 'Unknown(%s)' % text_of(self.brink)


# ---- divisions (section 1) ---------------------------------------------------

def drop_zeros(code):
    """450000 is 45, 450225000000 is 450225."""
    code = code.strip()
    cuts = [2, 4, 6, 9, 12]
    while True:
        below = [c for c in cuts if c < len(code)]
        if not below or code[below[-1]:].strip('0'):
            return code
        code = code[:below[-1]]


def level_of(code):
    for level in LEVELS[:-1]:
        if len(code) <= LENGTHS[level]:
            return level
    return 'group'


def ancestor(code, level):
    return code if level == 'group' else code[:LENGTHS[level]]


# ---- calendars (section 6) ---------------------------------------------------

class Calendar:
    """Answers for one day and division: 'work', 'off' or 'unsettled'."""

    def __init__(self, path):
        self.rows = {}
        self.years = set()
        with open(path, encoding='utf-8-sig', newline='') as f:
            for row in csv.DictReader(f):
                prefix = {'CN': '', 'CN-GX': '45'}[row['scope']]
                day = day_of(row['date'])
                self.rows[(day, prefix)] = row['kind']
                if prefix == '':
                    self.years.add(datetime.date.fromordinal(day).year)

    def ask(self, day, division):
        kind = self.rows.get((day, ''))
        if division.startswith('45'):
            kind = self.rows.get((day, '45'), kind)          # the longer wins
        date = datetime.date.fromordinal(day)
        if date.year not in self.years or kind == 'unsettled':
            return 'unsettled'
        if kind:
            return kind
        return 'off' if date.weekday() >= 5 else 'work'


# ---- sums (section 2) ---------------------------------------------------------

class Counter:
    """The date sums of one division."""

    def __init__(self, calendar, division):
        self.calendar = calendar
        self.division = division
        self.pessimist = False        # takes what is not settled for off

    def ask(self, day):
        answer = self.calendar.ask(day, self.division)
        return 'off' if self.pessimist and answer == 'unsettled' else answer

    def add(self, day, n, unit, counted=False, roll=False, limit=FOREVER):
        """The last day of n units from day.  Asks no day after limit."""
        if unit == 'workdays':
            return self.add_workdays(day if counted else day + 1, n, limit)
        if unit == 'days':
            end = day + n
        else:
            end = add_months(day, n)
        if counted:
            end -= 1
        while end <= limit and roll:
            answer = self.ask(end)
            if answer == 'unsettled':
                return Unknown(end)
            if answer == 'work':
                break
            end += 1
        return end if end <= limit else BEYOND

    def add_workdays(self, day, n, limit):
        while day <= limit:
            answer = self.ask(day)
            if answer == 'unsettled':
                return Unknown(day)
            if answer == 'work':
                n -= 1
                if n == 0:
                    return day
            day += 1
        return BEYOND

    def back(self, limit, n, unit, counted=False, roll=False):
        """The last day from which the sum still ends on or before limit."""
        day = limit
        while True:
            end = self.add(day, n, unit, counted, roll, limit)
            if isinstance(end, Unknown):
                self.pessimist = True
                brink = self.back(limit, n, unit, counted, roll)
                self.pessimist = False
                return Unknown(brink)
            if end is not BEYOND:
                return day
            day -= 1


# ---- rules (section 5) ----------------------------------------------------------

class Bound:
    """kind: after, within, lag (at least N after), before, lead (at least N before), gate."""

    def __init__(self, kind, n, unit, ref, part, basis, counting):
        self.kind, self.n, self.unit = kind, n, unit
        self.ref, self.part = ref, part            # part: None of an event, opens, closes
        self.basis, self.counting = basis, counting

    @property
    def lower(self):
        return self.kind in ('after', 'within', 'lag', 'gate')


class Period:
    def __init__(self, n, unit, basis, counting):
        self.n, self.unit, self.basis, self.counting = n, unit, basis, counting


class Item:
    """A step or an event of a procedure."""

    def __init__(self, name, bounds, basis):
        self.name, self.bounds, self.basis = name, bounds, basis
        self.repeats = False
        self.kind = self.at = self.period = self.handler = None


class Rule:
    def __init__(self, pack, name):
        self.pack, self.name = pack, name
        self.events, self.steps, self.levels = {}, {}, []

    def in_force(self, day):
        return self.pack['from'] <= day <= self.pack['until']

    def nearness(self, division):
        fits = [len(s) for s in self.pack['scope'] if division.startswith(s)]
        return max(fits) if fits else None


def merged(outer, inner):
    result = {k: dict(v) for k, v in outer.items()}
    for group, values in (inner or {}).items():
        result[group].update(values)
    return result


def as_list(value):
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


UNIT = r'(days?|workdays?|months?)'


def unit_of(word):
    return word if word.endswith('s') else word + 's'


def parse_point(text, events, before=False):
    name, _, part = text.strip().partition('.')
    if name in events:
        return name, None
    return name, part or ('opens' if before else 'closes')


def parse_bound(value, events, basis, counting):
    if isinstance(value, dict):
        basis = value.get('basis', basis)
        counting = merged(counting, value.get('counting'))
        value = value['bound']
    text = ' '.join(value.split())
    forms = [(r'after (\S+)$', 'after'),
             (r'within (\d+) ' + UNIT + r' after (\S+)$', 'within'),
             (r'at least (\d+) ' + UNIT + r' after (\S+)$', 'lag'),
             (r'before (\S+)$', 'before'),
             (r'at least (\d+) ' + UNIT + r' before (\S+)$', 'lead'),
             (r'(\S+)$', 'after')]
    for pattern, kind in forms:
        found = re.match(pattern, text)
        if found:
            break
    n = unit = None
    if kind in ('within', 'lag', 'lead'):
        n, unit = int(found.group(1)), unit_of(found.group(2))
    ref, part = parse_point(found.groups()[-1], events, kind in ('before', 'lead'))
    return Bound(kind, n, unit, ref, part, basis, counting)


def parse_period(value, basis, counting):
    if value is None:
        return None
    if isinstance(value, dict):
        basis = value.get('basis', basis)
        counting = merged(counting, value.get('counting'))
        value = value['bound']
    found = re.match(r'at least (\d+) ' + UNIT + '$', ' '.join(value.split()))
    return Period(int(found.group(1)), unit_of(found.group(2)), basis, counting)


def parse_item(name, data, key, events, basis, counting):
    basis = data.get('basis', basis)
    counting = merged(counting, data.get('counting'))
    bounds = [parse_bound(v, events, basis, counting) for v in as_list(data.get(key))]
    for point in as_list(data.get('gate')):
        ref, part = parse_point(point, events)
        bounds.append(Bound('gate', None, None, ref, part, basis, counting))
    item = Item(name, bounds, basis)
    item.repeats = data.get('repeats') is True
    item.kind = data.get('kind')
    item.at = as_list(data.get('at'))
    item.period = parse_period(data.get('lasts'), basis, counting)
    item.handler = (data.get('objections') or {}).get('handler')
    return item


def parse_rule(pack, data):
    rule = Rule(pack, data['procedure'])
    rule.levels = as_list(data['case'])
    basis = data.get('basis')
    counting = merged(pack['counting'], data.get('counting'))
    events = data.get('events') or {}
    for name, value in events.items():
        rule.events[name] = parse_item(name, value or {}, 'after', events, basis, counting)
    for name, value in (data.get('steps') or {}).items():
        rule.steps[name] = parse_item(name, value, 'opens', events, basis, counting)
    return rule


def load_yaml(path):
    with open(path, encoding='utf-8') as f:
        return yaml.safe_load(f)


def load_rules(folder):
    rules = []
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if not os.path.exists(os.path.join(path, 'pack.yaml')):
            continue
        data = load_yaml(os.path.join(path, 'pack.yaml'))
        force = data.get('in-force') or {}
        pack = {'name': data['pack'], 'scope': [str(s) for s in as_list(data.get('scope'))],
                'from': force['from'].toordinal() if force.get('from') else 0,
                'until': force['until'].toordinal() if force.get('until') else FOREVER,
                'counting': merged(COUNTING, data.get('counting'))}
        for file in sorted(os.listdir(path)):
            if file.endswith('.yaml') and file != 'pack.yaml':
                rules.append(parse_rule(pack, load_yaml(os.path.join(path, file))))
    return rules


# ---- data in (section 7) ----------------------------------------------------------

class Case:
    def __init__(self, row):
        self.id = row['case']
        self.procedure = row['procedure']
        self.division = drop_zeros(row['division'])
        self.places = [p for p in re.split('[;；、]', row.get('places') or '') if p.strip()]
        self.batch = row.get('batch') or ''
        self.events = {}                   # name: set of days
        self.postings = {}                 # (step, division): {key: (posted, until, texts)}
        self.objections = {}               # (step, division, received, number): row

    def first_day(self):
        days = [d for s in self.events.values() for d in s]
        days += [p[0] for rows in self.postings.values() for p in rows.values()]
        return min(days) if days else None


class Data:
    """What an import leaves in the database."""

    def __init__(self, rules, calendar):
        self.rules, self.calendar = rules, calendar
        self.names, self.cases = {}, {}

    def take(self, tables):
        """tables: a list of lists of rows (dicts), kinds known by their columns."""
        kinds = {'divisions': [], 'cases': [], 'postings': [], 'events': [], 'objections': []}
        for rows in tables:
            for row in rows:
                kinds[kind_of(row)].append(row)
        for row in kinds['divisions']:
            self.names[drop_zeros(row['division'])] = row['name']
        for row in kinds['cases']:
            self.take_case(row)
        for row in kinds['events']:
            for case in self.cases_of(row['case']):
                case.events.setdefault(row['event'], set()).add(day_of(row['date']))
        for row in kinds['postings']:
            for case in self.cases_of(row['case']):
                self.take_posting(case, row)
        for row in kinds['objections']:
            for case in self.cases_of(row['case']):
                self.take_objection(case, row)

    def take_case(self, row):
        case = Case(row)
        case.places = [self.code(p, [c for c in self.names if c.startswith(case.division)])
                       for p in case.places]
        self.cases[case.id] = case

    def code(self, text, among):
        text = text.strip()
        if re.match(r'\d+$', text):
            return drop_zeros(text)
        return [c for c in among if self.names.get(c) == text][0]

    def cases_of(self, name):
        if name.startswith('batch:'):
            return [c for c in self.cases.values() if c.batch == name[len('batch:'):]]
        return [self.cases[name]]

    def take_posting(self, case, row):
        slots = self.slots(case, self.any_rule(case), row['step'])
        text = row.get('division') or ''
        division = self.code(text, slots) if text else slots[0]
        posted = day_of(row['posted'])
        until = day_of(row['until']) if row.get('until') else None
        key = (posted, row.get('medium') or '', row.get('place') or '')
        texts = [row.get('place') or '', row.get('content') or '']
        case.postings.setdefault((row['step'], division), {})[key] = (posted, until, texts)

    def take_objection(self, case, row):
        text = row.get('division') or ''
        division = self.code(text, list(self.names)) if text else case.division
        received = day_of(row['received'])
        key = (row['step'], division, received, row.get('number') or '')
        resolved = day_of(row['resolved']) if row.get('resolved') else None
        case.objections[key] = (resolved, (row.get('handler') or '').strip())

    def slots(self, case, rule, step):
        """Section 5, Where."""
        found = set()
        for form in rule.steps[step].at:
            found.update(self.slots_at(case, form))
        return sorted(found)

    def slots_at(self, case, form):
        if form == 'case':
            return [case.division]
        level = form.split()[-1]
        if LEVELS.index(level) <= LEVELS.index(level_of(case.division)):
            return [ancestor(case.division, level)]
        if form.startswith('each ') and not case.places:
            known = [c for c in self.names
                     if c.startswith(case.division) and level_of(c) == level]
            return known or [case.division]
        return [ancestor(p, level) for p in case.places
                if LEVELS.index(level_of(p)) >= LEVELS.index(level)]

    def any_rule(self, case):
        return [r for r in self.rules if r.name == case.procedure
                and r.nearness(case.division) is not None][0]

    def rule_of(self, case, today):
        """The rule in force for the case (section 4, last paragraph)."""
        fits = [r for r in self.rules if r.name == case.procedure
                and r.nearness(case.division) is not None]
        first = case.first_day()
        day = today if first is None else first
        forced = [r for r in fits if r.in_force(day)]
        if forced:
            return max(forced, key=lambda r: r.nearness(case.division))
        if first is None and fits:
            return max(fits, key=lambda r: (r.pack['from'], r.nearness(case.division)))
        return None

    def sorted_cases(self):
        return sorted(self.cases.values(), key=lambda c: (c.division, c.id))


def kind_of(row):
    for column, kind in [('procedure', 'cases'), ('event', 'events'), ('received', 'objections'),
                         ('posted', 'postings'), ('name', 'divisions')]:
        if column in row:
            return kind
    raise ValueError('unknown header: %s' % ','.join(row))


def read_csv(path):
    with open(path, encoding='utf-8-sig', newline='') as f:
        return [row for row in csv.DictReader(f) if any(row.values())]


# ---- the points of one case, by the facts up to one day (section 3) ----------------

def remember(method):
    """Each answer of a view is worked out once."""
    def answer(self, *args):
        key = (method.__name__,) + args
        if key not in self.memory:
            self.memory[key] = method(self, *args)
        return self.memory[key]
    return answer


class Run:
    def __init__(self, opens, end):
        self.opens, self.end = opens, end          # end FOREVER: it still stands


class View:
    """Nodes are ('event', name, None) and ('slot', step, division)."""

    def __init__(self, data, case, rule, horizon):
        self.data, self.case, self.rule, self.horizon = data, case, rule, horizon
        self.memory = {}
        self.divisions = {s: data.slots(case, rule, s) for s in rule.steps}

    # -- the shape

    def nodes(self):
        slots = [('slot', s, d) for s in self.rule.steps for d in self.divisions[s]]
        return slots + [('event', e, None) for e in self.rule.events]

    def slots_of(self, step):
        return [('slot', step, d) for d in self.divisions[step]]

    def item(self, node):
        return (self.rule.events if node[0] == 'event' else self.rule.steps)[node[1]]

    def counter(self, node):
        return Counter(self.data.calendar, node[2] or self.case.division)

    def lowers(self, node):
        return [b for b in self.item(node).bounds if b.lower]

    @remember
    def followers(self, name):
        """(node, bound) of all that names the event or step after `after` or in gate."""
        return [(n, b) for n in self.nodes() for b in self.lowers(n) if b.ref == name]

    # -- facts

    @remember
    def days(self, event):
        return sorted(d for d in self.case.events.get(event, ()) if d <= self.horizon)

    @remember
    def postings(self, node):
        rows = self.case.postings.get((node[1], node[2]), {}).values()
        return sorted([p for p in rows if p[0] <= self.horizon], key=lambda p: p[0])

    def runs(self, node):
        """Postings joined where they overlap or touch."""
        runs = []
        for posted, until, _ in self.postings(node):
            end = FOREVER if until is None else until
            if runs and posted <= runs[-1].end + 1:
                runs[-1].end = max(runs[-1].end, end)
            else:
                runs.append(Run(posted, end))
        return runs

    @remember
    def run(self, node):
        """The standing run that the slot is judged on, or None."""
        runs = self.runs(node)
        if not runs:
            return None
        long = [r for r in runs if self.long_enough(node, r)]
        lower = self.recorded_lower(node, False)[0]
        good = [r for r in long if lower is None or r.opens >= lower]
        if good:
            return good[0]
        if long:
            return long[0]
        return max(runs, key=lambda r: r.end - r.opens)       # of equals the first

    def long_enough(self, node, run):
        last = self.last_day(node, run.opens)
        return run.end == FOREVER if isinstance(last, Unknown) else run.end >= last

    def last_day(self, node, day, planned=False):
        """The last day of a window that opens on day; the day itself without a period."""
        period = self.item(node).period
        if period is None:
            return day
        windows = period.counting['windows']
        counted = windows['planned' if planned else 'judged'] == 'counted'
        return self.counter(node).add(day, period.n, period.unit, counted,
                                      windows['roll'] == 'next workday')

    def opening_for(self, node, limit, planned):
        """The last day to open so that the last day is not after limit."""
        period = self.item(node).period
        if period is None:
            return limit
        windows = period.counting['windows']
        counted = windows['planned' if planned else 'judged'] == 'counted'
        return self.counter(node).back(limit, period.n, period.unit, counted,
                                       windows['roll'] == 'next workday')

    def fact(self, node):
        """The day of an event (its first) or of a slot's opening; None: not a fact."""
        if node[0] == 'event':
            days = self.days(node[1])
            return days[0] if days else None
        run = self.run(node)
        return run.opens if run else None

    def slot_fact(self, node, part):
        opens = self.fact(node)
        if opens is None or part == 'opens':
            return opens
        return self.last_day(node, opens)

    def point_fact(self, bound):
        """The fact that a bound's point is, of the last slot; None where one is missing."""
        if bound.part is None:
            return self.fact(('event', bound.ref, None))
        days = [self.slot_fact(n, bound.part) for n in self.slots_of(bound.ref)]
        return None if None in days else latest_of(days)

    # -- earliest

    @remember
    def earliest(self, node):
        """(day, forecast): the day, None or Unknown."""
        days, forecast = [], False
        for bound in self.lowers(node):
            base = self.point_fact(bound)
            if base is None:
                forecast = True
                base = self.point_forecast(bound)
            days.append(self.allowed(node, bound, base))
        if not days or None in days:
            return None, False
        day = latest_of(days)
        return day, forecast and not isinstance(day, Unknown)

    def point_forecast(self, bound):
        if bound.part is None:
            return self.earliest(('event', bound.ref, None))[0]
        days = []
        for slot in self.slots_of(bound.ref):
            day = self.slot_fact(slot, bound.part)
            if day is None:
                day = self.earliest(slot)[0]
                if bound.part == 'closes' and day is not None and not isinstance(day, Unknown):
                    day = self.last_day(slot, day)
            days.append(day)
        return None if None in days else latest_of(days)

    def allowed(self, node, bound, base):
        """The first day that a bound allows, its point being at base."""
        if base is None or isinstance(base, Unknown):
            return base
        if bound.kind == 'lag':
            return self.counter(node).add(base, bound.n, bound.unit)
        return base + 1 if bound.part == 'closes' else base

    # -- the first day allowed by what is recorded or posted (early, order; section 4)

    @remember
    def recorded_lower(self, node, gates):
        """(day, bound) or (None, None); an unrecorded event passes on what it must follow."""
        best = (None, None)
        for bound in self.lowers(node):
            if bound.kind == 'gate' and not gates:
                continue
            day = self.allowed(node, bound, self.recorded_base(bound))
            if day is None or isinstance(day, Unknown):
                continue
            if best[0] is None or day > best[0]:
                best = (day, bound)
        return best

    def recorded_base(self, bound):
        if bound.part is None:
            node = ('event', bound.ref, None)
            day = self.fact(node)
            return self.recorded_lower(node, True)[0] if day is None else day
        days = [self.slot_fact(n, bound.part) for n in self.slots_of(bound.ref)]
        days = [d for d in days if d is not None and not isinstance(d, Unknown)]
        return max(days) if days else None

    # -- deadlines

    @remember
    def deadlines(self, node):
        """(day or Unknown, bound) of the own deadlines, from facts only."""
        found = []
        for bound in self.item(node).bounds:
            day = None
            if bound.kind == 'within':
                day = self.within(node, bound)
            elif bound.kind in ('before', 'lead'):
                day = self.before(node, bound)
            if day is not None:
                found.append((day, bound))
        return found

    def within(self, node, bound):
        base = self.point_fact(bound)
        if base is None or isinstance(base, Unknown):
            return base
        rule = bound.counting['deadlines']
        return self.counter(node).add(base, bound.n, bound.unit,
                                      rule['first-day'] == 'counted',
                                      rule['roll'] == 'next workday')

    def before(self, node, bound):
        if bound.part is None:
            base = self.fact(('event', bound.ref, None))
        else:
            days = [self.slot_fact(n, bound.part) for n in self.slots_of(bound.ref)]
            base = first_of([d for d in days if d is not None])
        if base is None or isinstance(base, Unknown):
            return base
        if bound.kind == 'before':
            return base - 1
        return self.counter(node).back(base, bound.n, bound.unit)

    def known_deadline(self, node):
        """(day, bound) of the earliest own deadline that is known."""
        best = (None, None)
        for day, bound in self.deadlines(node):
            if not isinstance(day, Unknown) and (best[0] is None or day < best[0]):
                best = (day, bound)
        return best

    # -- latest and advised

    @remember
    def latest(self, node, planned):
        days = []
        for day, _ in self.deadlines(node):
            if not isinstance(day, Unknown):
                days.append(day)
            elif planned:
                days.append(day.brink)
        for follower, bound in self.followers(node[1]):
            day = self.fact(follower)
            if day is None:
                day = self.latest(follower, planned)
            if day is not None:
                day = self.room(node, follower, bound, day, planned)
                if not isinstance(day, Unknown):
                    days.append(day)
        return min(days) if days else None

    def room(self, node, follower, bound, day, planned):
        """The last day for node when the follower is at day."""
        if bound.kind == 'lag':
            limit = self.counter(follower).back(day, bound.n, bound.unit)
        else:
            limit = day - 1 if bound.part == 'closes' else day
        if bound.part != 'closes' or isinstance(limit, Unknown):
            return limit
        return self.opening_for(node, limit, planned)

    def follows_no_fact(self, node):
        """Something that it must follow is not a fact."""
        return any(self.point_fact(b) is None for b in self.lowers(node))


def latest_of(days):
    unknown = [d.brink for d in days if isinstance(d, Unknown)]
    return Unknown(min(unknown)) if unknown else max(days)


def first_of(days):
    unknown = [d.brink for d in days if isinstance(d, Unknown)]
    if unknown:
        return Unknown(min(unknown))
    return min(days) if days else None


# ---- states (section 3) -----------------------------------------------------------

def state_of(node, whole, past, today):
    """whole: the view of all facts, past: the one of those until today."""
    run = whole.run(node)
    if run:
        return state_posted(run, whole.last_day(node, run.opens), today)
    latest = past.latest(node, False)
    if latest is not None and today > latest:
        return 'overdue'
    if conflict_of(node, whole, today):
        return 'conflict'
    if unknown_unposted(node, whole, today):
        return 'unknown'
    if whole.follows_no_fact(node):
        return 'waiting'
    earliest = whole.earliest(node)[0]
    if earliest is not None and today < earliest:
        return 'upcoming'
    return 'ready'


def state_posted(run, last, today):
    if isinstance(last, Unknown):
        return 'unknown'
    if run.end < last:
        return 'broken'
    if today < run.opens:
        return 'upcoming'
    return 'standing' if today <= last else 'done'


def conflict_of(node, whole, today):
    """(latest day, the later of today and the earliest day) or None."""
    latest = whole.latest(node, False)
    earliest = whole.earliest(node)[0]
    day = today
    if earliest is not None and not isinstance(earliest, Unknown):
        day = max(today, earliest)
    return (latest, day) if latest is not None and day > latest else None


def deadline_unknown(node, view, day):
    return any(isinstance(d, Unknown) and day > d.brink for d, _ in view.deadlines(node))


def unknown_unposted(node, view, today):
    return (deadline_unknown(node, view, today)
            or isinstance(view.earliest(node)[0], Unknown))


# ---- findings (section 4) -----------------------------------------------------------

class Judge:
    """All findings of one case on one day."""

    def __init__(self, data, case, rule, today, whole):
        self.data, self.case, self.rule, self.today = data, case, rule, today
        self.whole = whole
        self.view = View(data, case, rule, today)
        self.findings = []

    def judge(self):
        for node in self.view.nodes():
            if node[0] == 'slot':
                self.slot(node)
            else:
                self.event(node)
        for key in sorted(self.case.objections):
            self.objection(key)
        return self.findings

    def raise_(self, code, node, due, actual, basis, rest=(), event=None, division=None):
        division = division or node[2] or self.case.division
        county = self.case.division[:6]
        above = len(division) < len(county)
        key = [county + ':' + self.case.id if above else self.case.id, node[1], division,
               code] + list(rest)
        due, actual = (None if isinstance(d, Unknown) else d for d in (due, actual))
        days = abs(actual - due) if due is not None and actual is not None else None
        items = list(self.rule.steps) + list(self.rule.events)
        self.findings.append({
            'order': (self.case.division, self.case.id,
                      items.index(node[1]) if node[0] == 'slot'
                      else len(self.rule.steps) + list(self.rule.events).index(node[1]),
                      division, CODES.index(code), '/'.join(rest)),
            'key': '/'.join(key), 'code': code, 'severity': SEVERITY[code],
            'case': self.case.id, 'procedure': self.case.procedure,
            'step': node[1] if node[0] == 'slot' else None,
            'event': node[1] if node[0] == 'event' else event,
            'division': division, 'due': text_of(due), 'actual': text_of(actual),
            'days': days, 'basis': basis, 'message': code})

    # -- slots

    def slot(self, node):
        run = self.view.run(node)
        if run is None:
            self.unposted(node)
        else:
            self.posted(node, run)
        if state_of(node, self.whole, self.view, self.today) == 'conflict':
            due, actual = conflict_of(node, self.whole, self.today)
            own, bound = self.whole.known_deadline(node)
            basis = bound.basis if own == due else self.view.item(node).basis
            self.raise_('conflict', node, due, actual, basis)

    def unposted(self, node):
        basis = self.view.item(node).basis
        latest = self.view.latest(node, False)
        if latest is not None and self.today > latest:
            own, bound = self.view.known_deadline(node)
            self.raise_('missing', node, latest, None, bound.basis if own == latest else basis)
        if unknown_unposted(node, self.view, self.today):
            self.raise_('unknown', node, None, None, basis)

    def posted(self, node, run):
        view, item = self.view, self.view.item(node)
        due, bound = view.known_deadline(node)
        if due is not None and run.opens > due:
            self.raise_('late', node, due, run.opens, bound.basis)
        due, bound = view.recorded_lower(node, False)
        if due is not None and run.opens < due:
            self.raise_('early', node, due, run.opens, bound.basis)
        self.length(node, run)
        last = view.last_day(node, run.opens)
        if (deadline_unknown(node, view, run.opens) or isinstance(last, Unknown)
                or isinstance(view.earliest(node)[0], Unknown)):
            self.raise_('unknown', node, None, None, item.basis)
        for event in self.rule.events:
            if any(b.ref == event for b in view.lowers(node)) and not self.case.events.get(event):
                self.raise_('unrecorded', node, None, run.opens, item.basis, event=event)
                break
        if any(shows_number(t) for p in view.postings(node) for t in p[2]):
            self.raise_('privacy', node, None, run.opens, item.basis)

    def length(self, node, run):
        period = self.view.item(node).period
        if period is None:
            return
        judged = self.view.last_day(node, run.opens)
        planned = self.view.last_day(node, run.opens, True)
        if isinstance(judged, Unknown):
            return
        if run.end < judged:
            self.raise_('short', node, judged, run.end, period.basis)
        elif not isinstance(planned, Unknown) and run.end < planned and self.today <= planned:
            self.raise_('tight', node, planned, run.end, period.basis)

    # -- events

    def event(self, node):
        view, item = self.view, self.view.item(node)
        days = view.days(node[1])
        rest = [text_of(days[0])] if days and item.repeats else []
        due, bound = view.known_deadline(node)
        if due is not None and not days and self.today > due:
            self.raise_('missing', node, due, None, bound.basis)
        if due is not None and days and days[0] > due:
            self.raise_('late', node, due, days[0], bound.basis, rest)
        if not days:
            return
        due, bound = view.recorded_lower(node, False)
        if due is not None and days[0] < due:
            self.raise_('order', node, due, days[0], bound.basis, rest)
        for day in days:
            self.gates(node, item, day)

    def gates(self, node, item, day):
        dues, breach = [], False
        for bound in item.bounds:
            if bound.kind != 'gate':
                continue
            for due, bad in self.gate(bound, day):
                dues.append(due)
                breach = breach or bad
        if breach:
            due = None if None in dues else max(dues)
            self.raise_('gate', node, due, day, item.basis,
                        [text_of(day)] if item.repeats else [])

    def gate(self, bound, day):
        """(first day allowed or None, breached) for each slot of the gate."""
        view = self.view
        if bound.part is None:
            due = view.recorded_base(bound)
            return [(due, day < due)] if due is not None else []
        found = []
        for slot in view.slots_of(bound.ref):
            run = view.run(slot)
            last = view.slot_fact(slot, bound.part)
            if run is None:
                found.append((None, True))
            elif isinstance(last, Unknown):
                found.append((None, day <= last.brink))
            elif bound.part == 'opens':
                found.append((last, day < last))
            elif run.end < last:
                found.append((None, True))
            else:
                found.append((last + 1, day <= last))
        return found

    # -- objections

    def objection(self, key):
        step, division, received, number = key
        resolved, handler = self.case.objections[key]
        if received > self.today or step not in self.rule.steps:
            return
        if resolved is not None and resolved > self.today:
            resolved = None
        node = ('slot', step, division)
        item = self.rule.steps[step]
        rest = [text_of(received)] + ([number] if number else [])
        after = [d for d in self.things_after(step) if d >= received]
        if after and (resolved is None or resolved > min(after)):
            self.raise_('objection', node, min(after), resolved, item.basis, rest)
        if handler and item.handler and not handler_fits(handler, item.handler):
            self.raise_('handler', node, None, resolved, item.basis, rest)

    def things_after(self, name):
        """The days of what follows a step, through events that are not recorded."""
        days = []
        for node, _ in self.view.followers(name):
            if node[0] == 'slot':
                opens = self.view.fact(node)
                days += [opens] if opens is not None else []
            elif self.view.days(node[1]):
                days += self.view.days(node[1])
            else:
                days += self.things_after(node[1])
        return days


def handler_fits(name, words):
    return any(name.endswith(w) for w in
               (words, words.replace('乡镇', '乡'), words.replace('乡镇', '镇')))


def shows_number(text):
    for token in re.findall(r'[0-9]{17}[0-9Xx](?![0-9A-Za-z])', text):
        weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        total = sum(int(c) * w for c, w in zip(token, weights))
        if '10X98765432'[total % 11] == token[17].upper() and is_whole(text, token):
            return True
    for token in re.findall(r'(?<![0-9])[0-9]+(?![0-9])', text):
        if 16 <= len(token) <= 19 and luhn(token):
            return True
        if re.match(r'1[3-9][0-9]{9}$', token):
            return True
    return False


def is_whole(text, token):
    return re.search(r'(?<![0-9])' + token, text) is not None


def luhn(token):
    total = 0
    for i, c in enumerate(reversed(token)):
        n = int(c) * (2 if i % 2 else 1)
        total += n - 9 if n > 9 else n
    return total % 10 == 0


# ---- output (section 8) ------------------------------------------------------------

class Court:
    """Keeps the views of all facts, which do not depend on today."""

    def __init__(self, data):
        self.data = data
        self.wholes = {}

    def whole(self, case, rule):
        key = (case.id, rule.pack['name'])
        if key not in self.wholes:
            self.wholes[key] = View(self.data, case, rule, FOREVER)
        return self.wholes[key]

    def scan(self, today):
        findings, states, slots = [], {}, 0
        for case in self.data.sorted_cases():
            rule = self.data.rule_of(case, today)
            if rule is None:
                findings.append(no_rule(case))
                continue
            judge = Judge(self.data, case, rule, today, self.whole(case, rule))
            findings += judge.judge()
            for node in judge.view.nodes():
                if node[0] == 'slot':
                    state = state_of(node, judge.whole, judge.view, today)
                    states[state] = states.get(state, 0) + 1
                    slots += 1
        findings.sort(key=lambda f: f['order'])
        for finding in findings:
            del finding['order']
        return {'today': text_of(today), 'findings': findings,
                'cases': len(self.data.cases), 'slots': slots,
                'states': dict(sorted(states.items()))}

    def plan(self, today):
        cases = []
        for case in self.data.sorted_cases():
            rule = self.data.rule_of(case, today)
            slots = []
            if rule is not None:
                whole = self.whole(case, rule)
                past = View(self.data, case, rule, today)
                slots = [plan_slot(n, whole, past, today) for n in whole.nodes()
                         if n[0] == 'slot']
            cases.append({'case': case.id, 'procedure': case.procedure,
                          'division': case.division, 'slots': slots})
        return {'today': text_of(today), 'cases': cases}


def no_rule(case):
    return {'order': (case.division, case.id, 0, case.division, 0, ''),
            'key': '%s//%s/unknown' % (case.id, case.division), 'code': 'unknown',
            'severity': 'question', 'case': case.id, 'procedure': case.procedure,
            'step': None, 'event': None, 'division': case.division,
            'due': None, 'actual': None, 'days': None, 'basis': None, 'message': 'no rule'}


def plan_slot(node, whole, past, today):
    run = whole.run(node)
    earliest, forecast = whole.earliest(node)
    start = run.opens if run else earliest
    judged = planned = None
    if (start is not None and not isinstance(start, Unknown)
            and whole.item(node).period is not None):
        judged = whole.last_day(node, start)
        planned = whole.last_day(node, start, True)
    return {'step': node[1], 'division': node[2], 'kind': whole.item(node).kind,
            'state': state_of(node, whole, past, today), 'earliest': text_of(earliest),
            'latest': text_of(whole.latest(node, False)),
            'advised': text_of(whole.latest(node, True)), 'forecast': forecast,
            'posted': text_of(run.opens) if run else None,
            'until': text_of(run.end) if run else None,
            'judged': text_of(judged), 'planned': text_of(planned)}


def open_court(rules, holidays, tables):
    """rules: a folder or loaded rules; holidays: a table or a Calendar."""
    if isinstance(rules, str):
        rules = load_rules(rules)
    if isinstance(holidays, str):
        holidays = Calendar(holidays)
    data = Data(rules, holidays)
    data.take(tables)
    return Court(data)


def main():
    parser = argparse.ArgumentParser(description='the second judge')
    parser.add_argument('--rules', required=True)
    parser.add_argument('--holidays', required=True)
    parser.add_argument('--today', required=True)
    parser.add_argument('command', choices=['scan', 'plan'])
    parser.add_argument('files', nargs='+')
    args = parser.parse_args()
    court = open_court(args.rules, args.holidays, [read_csv(f) for f in args.files])
    answer = getattr(court, args.command)(day_of(args.today))
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == '__main__':
    main()
