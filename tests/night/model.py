"""The night once more, naively: what report.json must hold.

Facts are kept as section 7 of the interface says, the findings of a day come from
the second judge (tests/judge), always all of them, and the lives of findings are
kept as section 9 says: one dictionary for each finished night.
"""
# Readings
#  N1  A night is a day: one run again on its day takes the place of the earlier, and the
#      deliveries of both are told, also where a night of an earlier day came between.
#      A night of an earlier day makes the later ones undone.
#  N2  A waiver holds for any day on or before its `until`, from the moment it is there.
#  N3  first is the day on which the finding's present life began.
#  N4  The rows of a delivery are the rows of its files, a row for a batch is one.
#  N5  A fresh delivery is told as waiting, one left alone by its name (.part) is not.
#  N6  judged counts a case once, however often its day's runs judge it.
#  N7  Order within new, standing and waived is that of section 8; that of `fixed` and
#      `gone` is open.
#  N8  What a finding rested on: the postings of its slot, its event or objection; what its
#      point must follow, however far back, at any slot; what its own deadlines name; and,
#      while it is not done (unposted, unresolved), what must follow it, since that sets
#      its latest day.
#  N9  Rules changed for a case where a version that may rule it (by scope, and in force on
#      its first day) is another in pack.yaml or its own file; calendars where a day at,
#      above or below its division is, in a year from its first day to today or the
#      finding's days (of a question: any later year).
#  N10 It can no longer be judged where no rule is in force, or the very day that its code
#      compares is unknown now (of `missing` and `conflict` while it is unposted).

import datetime
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), 'judge'))

import judge                                                       # noqa: E402
import yaml                                                        # noqa: E402

MEMBERS = ['today', 'since', 'new', 'standing', 'fixed', 'gone', 'waived', 'deliveries', 'cases',
           'judged', 'slots', 'states', 'exempt', 'paused']
FINDING = ['key', 'first', 'code', 'severity', 'case', 'procedure', 'step', 'event',
           'division', 'due', 'actual', 'days', 'basis', 'message']
KEYS = ['case', 'event', 'step', 'division', 'posted', 'medium', 'place', 'received', 'number']
RANK = {'advice': 0, 'question': 1, 'violation': 2, 'grave': 3}


# ---- the same rule files are read again and again --------------------------------------

class LOADER(getattr(yaml, 'CSafeLoader', yaml.SafeLoader)):
    """Of YAML 1.2, as the program reads: `on` is a text, written again as one."""


LOADER.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in rows if tag != 'tag:yaml.org,2002:bool']
    for first, rows in LOADER.yaml_implicit_resolvers.items()}
LOADER.add_implicit_resolver('tag:yaml.org,2002:bool', re.compile('(?:true|false)$'), 'tf')
READ = {}


def load_yaml(path):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    if text not in READ:
        if len(READ) > 200:
            READ.clear()
        READ[text] = yaml.load(text, LOADER)
    return READ[text]


judge.rules.load_yaml = load_yaml


def load_rules(folder):
    """Those of the judge, each with what its two files say."""
    rules = judge.load_rules(folder)
    sums = []
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if not os.path.exists(os.path.join(path, 'pack.yaml')):
            continue
        files = sorted(f for f in os.listdir(path) if f.endswith('.yaml') and
                        f not in ('pack.yaml', 'annual.yaml'))
        sums += [whole(path, 'pack.yaml') + whole(path, f) for f in files]
    for rule, text in zip(rules, sums):
        rule.sum = text
    return rules


def whole(*path):
    with open(os.path.join(*path), encoding='utf-8') as file:
        return file.read()


# ---- calendars: {(prefix, year): {day: kind}} -----------------------------------------

MARKS = {'off': 'X-APPLE-SPECIAL-DAY:WORK-HOLIDAY', 'unsettled': 'X-GONGSHI-DAY:UNSETTLED',
         'work': 'X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY'}


def table_of(holidays, years):
    """The table of the judge, cut into files."""
    files = {}
    for (day, prefix), kind in holidays.rows.items():
        year = datetime.date.fromordinal(day).year
        if year in years:
            files.setdefault((prefix, year), {})[day] = kind
            if prefix == '':
                files.setdefault(('45', year), {})    # remarks alone: 2020
    return files


def calendar_path(prefix, year):
    return os.path.join('cn', prefix, '%d.ics' % year)


def calendar_text(days, year):
    lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//night//ZH']
    for day, kind in sorted(days.items()):
        date = datetime.date.fromordinal(day)
        after = date + datetime.timedelta(days=1)
        lines += ['BEGIN:VEVENT', 'UID:%s@night' % date, 'DTSTAMP:20200101T000000Z',
                  'DTSTART;VALUE=DATE:%s' % date.strftime('%Y%m%d'),
                  'DTEND;VALUE=DATE:%s' % after.strftime('%Y%m%d'),
                  'SUMMARY:%s' % kind, MARKS[kind], 'END:VEVENT']
    if not days:
        lines += ['BEGIN:VEVENT', 'UID:remark@night', 'DTSTAMP:20200101T000000Z',
                  'DTSTART;VALUE=DATE:%d0101' % year, 'X-GONGSHI-DAY:REMARK', 'END:VEVENT']
    return '\r\n'.join(lines + ['END:VCALENDAR', ''])


class Calendar:
    """Answers as judge.Calendar does, for any prefix."""

    def __init__(self, files):
        self.files = files
        self.years = {}
        for prefix, year in files:
            self.years.setdefault(prefix, set()).add(year)
        self.prefixes = sorted(self.years, key=len, reverse=True)

    def ask(self, day, division):
        date = datetime.date.fromordinal(day)
        if date.year not in self.years.get('', ()):
            return 'unsettled'
        for prefix in self.prefixes:                           # the longest wins
            if not division.startswith(prefix):
                continue
            if day in self.files.get((prefix, date.year), {}):
                return self.files[(prefix, date.year)][day]
            if prefix and date.year not in self.years[prefix] and min(
                    self.years[prefix]) < date.year:
                return 'unsettled'                             # its own file is not there
        return 'off' if date.weekday() >= 5 else 'work'


# ---- facts (section 7) -------------------------------------------------------------------

class Case(judge.Case):
    def __init__(self, row):
        super().__init__(row)
        self.title = row.get('title') or ''


class Facts:
    def __init__(self):
        self.names, self.cases = {}, {}
        self.undone = []                       # (kind, key) of what was changed or taken back
        self.rows = {'events': {}, 'postings': {}, 'objections': {}}

    def data(self, rules, calendar):
        """As the judge wants them."""
        data = judge.Data(rules, calendar)
        data.names, data.cases = self.names, self.cases
        for case in self.cases.values():
            case.events, case.postings, case.objections = {}, {}, {}
        for key, row in self.rows['events'].items():
            self.cases[key[0]].events.setdefault(key[1], set()).add(row['date'])
        for key, row in self.rows['postings'].items():
            kept = self.cases[key[0]].postings.setdefault(key[1:3], {})
            kept[key[3:]] = judge.Posting(
                row['posted'], row.get('until'), row.get('medium') or '',
                row.get('place') or '', row.get('content'), row.get('reviewed'),
                row.get('evidence'))
        for key, row in self.rows['objections'].items():
            self.cases[key[0]].objections[key[1:]] = judge.Objection(
                *key[1:], row.get('resolved'), row.get('outcome') or '',
                (row.get('handler') or '').strip(), bool(row.get('division')))
        return data

    def take(self, files, rules):
        """files: (kind, header, rows) of one import."""
        for wanted in ('divisions', 'cases', 'events', 'postings', 'objections'):
            for kind, header, rows in files:
                if kind == wanted:
                    for row in rows:
                        getattr(self, 'take_' + kind)(header, row, rules)

    def take_divisions(self, header, row, rules):
        self.names[judge.drop_zeros(row['division'])] = row['name']

    def take_cases(self, header, row, rules):
        name = row['case']
        if row.get('void'):
            old_rows = {kind: dict(kept) for kind, kept in self.rows.items()}
            self.cases.pop(name)
            for kept in self.rows.values():
                for key in [k for k in kept if k[0] == name]:
                    del kept[key]
            for kind, kept in old_rows.items():
                self.undone += [(kind, key) for key in kept if key[0] == name]
            return
        old = self.cases.get(name)
        case = Case({c: row.get(c) or '' for c in
                     ('case', 'procedure', 'division', 'title', 'places', 'batch', 'traits')})
        case.places = [judge.drop_zeros(p) for p in case.places]
        case.known = set(self.names)
        if old:
            if 'places' not in header:
                case.places = old.places
            for column in ('title', 'batch', 'traits'):
                if column not in header:
                    setattr(case, column, getattr(old, column))
            if case.places == old.places:
                case.known = old.known     # the list is stored with the case
            same = all(getattr(case, c) == getattr(old, c) for c in
                       ('places', 'title', 'batch', 'traits'))
            if same:
                return
        self.cases[name] = case

    def those(self, name):
        if name.startswith('batch:'):
            return [c for c in self.cases.values() if c.batch == name[len('batch:'):]]
        return [self.cases[name]]

    def keys(self, kind, row, rules):
        """The keys that a row speaks of, one for each case."""
        return [self.key(kind, case, row, rules) for case in self.those(row['case'])]

    def key(self, kind, case, row, rules):
        if kind == 'events':
            rule = [r for r in rules if r.name == case.procedure][0]
            key = (case.id, row['event'])
            if rule.events[row['event']].repeats:
                key += (judge.day_of(row['date']),)
            return key
        text = row.get('division') or ''
        if kind == 'objections':
            return (case.id, row['step'], judge.drop_zeros(text) if text else case.division,
                    judge.day_of(row['received']), row.get('number') or '')
        data = judge.Data(rules, None)
        data.names = self.names
        slots = data.slots(case, data.any_rule(case), row['step'])
        division = data.code(text, slots) if text else slots[0]
        if division not in slots:
            raise KeyError('%s: no slot at %s' % (case.id, division))
        return (case.id, row['step'], division,
                judge.day_of(row['posted']), row.get('medium') or '',
                row.get('place') or '')

    def take_events(self, header, row, rules):
        self.put('events', header, row, rules, ['date'])

    def take_postings(self, header, row, rules):
        self.put('postings', header, row, rules, ['posted', 'until'])

    def take_objections(self, header, row, rules):
        self.put('objections', header, row, rules, ['received', 'resolved'])

    def put(self, kind, header, row, rules, days):
        kept = self.rows[kind]
        values = {c: row.get(c) or '' for c in header if c != 'void'}
        for day in days:
            if day in values:
                values[day] = judge.day_of(values[day]) if values[day] else None
        for key in self.keys(kind, row, rules):
            if row.get('void'):
                kept.pop(key)
                self.undone.append((kind, key))
                continue
            old = kept.get(key) or {}
            if any(old.get(c) not in (None, '', v) for c, v in values.items()
                   if c not in KEYS):
                self.undone.append((kind, key))
            kept[key] = dict(old, **values)


# ---- lives of findings (section 9) ----------------------------------------------------------

class Model:
    def __init__(self, rules, files):
        self.facts = Facts()
        self.rules = rules                     # loaded ones
        self.calendars = dict(files)
        self.nights = []                       # (day, {key: (finding, first)})
        self.knew = {}                         # day: what its night knew
        self.waivers = {}                      # key: until
        self.told = {}                         # day: deliveries

    def night(self, day, deliveries, waiting=()):
        """deliveries: (name, files, faults); files: (kind, header, rows)."""
        self.nights = [n for n in self.nights if n[0] < day]
        told = self.told.setdefault(day, [])
        for name, files, faults in deliveries:
            if faults:
                told.append({'name': name, 'state': 'refused', 'rows': None,
                             'errors': faults})
            else:
                self.facts.take(files, self.rules)
                told.append({'name': name, 'state': 'taken', 'errors': 0,
                             'rows': sum(len(f[2]) for f in files)})
        return self.report(day, told + [{'name': name, 'state': 'waiting', 'rows': 0,
                                         'errors': 0} for name in waiting])

    def scan(self, day):
        data = self.facts.data(self.rules, Calendar(self.calendars))
        return judge.Court(data).scan(day)

    def report(self, day, told):
        scan = self.scan(day)
        since, before = self.nights[-1] if self.nights else (None, {})
        report = {'today': judge.text_of(day), 'since': judge.text_of(since), 'new': [],
                  'standing': [], 'fixed': [], 'gone': [], 'waived': []}
        why = Why(self, since, day)
        self.knew[day] = (len(self.facts.undone), list(self.rules), dict(self.calendars))
        lives = {}
        for finding in scan['findings']:
            key = finding['key']
            if finding['code'] == 'tight':
                report['standing'].append(dict(finding, first=None))
                continue
            first = before[key][1] if key in before else day
            lives[key] = (finding, first)
            if key in self.waivers and day <= self.waivers[key]:
                where = 'waived'
            else:
                where = 'standing' if key in before else 'new'
            report[where].append(dict(finding, first=judge.text_of(first)))
        for key, (finding, first) in before.items():
            if key not in lives:
                past = {'key': key, 'code': finding['code'], 'severity': finding['severity'],
                        'first': judge.text_of(first)}
                reason = why.of(finding)
                if reason is None:
                    report['fixed'].append(past)
                else:
                    report['gone'].append(dict(past, why=reason))
        report.update(deliveries=list(told), cases=scan['cases'], judged=scan['cases'],
                      slots=scan['slots'], states=scan['states'],
                      exempt=scan['exempt'], paused=scan['paused'])
        self.nights.append((day, lives))
        return report

    def status(self, report):
        """The exit status of the night."""
        bad = any(RANK[f['severity']] >= 1 for f in report['new'] + report['standing'])
        told = report['deliveries']
        return int(bad or any(lies_refused(told, i) for i in range(len(told))))


# ---- why a finding went (section 9) -------------------------------------------------------------

class Why:
    def __init__(self, model, since, day):
        self.model, self.day = model, day
        upto, self.rules, self.files = model.knew.get(since, (0, model.rules, model.calendars))
        self.undone = model.facts.undone[upto:]
        self.data = model.facts.data(model.rules, Calendar(model.calendars))

    def of(self, finding):
        """None: it was fixed."""
        case = self.data.cases.get(finding['case'])
        if case is None:
            return 'place'
        rule = self.data.rule_of(case, self.day)
        if rule is None:
            return 'unknown'
        view = judge.View(self.data, case, rule, self.day)
        node = (('slot', finding['step'], finding['division']) if finding['step'] else
                ('event', finding['event'], None))
        there = node in view.nodes()
        if there and self.unknown(view, node, finding['code']):
            return 'unknown'
        if self.lost(view, case, finding, there):
            return 'place'
        if self.calendars(case, finding):
            return 'calendars'
        if self.rules_changed(case):
            return 'rules'
        return 'corrected' if self.corrected(view, node, case, finding) else None

    def lost(self, view, case, finding, there):
        if not finding['step']:
            return finding['division'] != case.division
        if finding['code'] in ('objection', 'handler', 'uncovered'):
            return finding['step'] not in view.rule.steps
        return not there

    # -- unknown

    def unknown(self, view, node, code):
        posted = node[0] == 'slot' and view.run(node)
        deadlines = any(isinstance(d, judge.Unknown) for d, _ in view.deadlines(node))
        earliest = isinstance(view.earliest(node)[0], judge.Unknown)
        if node[0] == 'event':
            return {'missing': deadlines, 'late': deadlines, 'order': earliest,
                    'gate': earliest or (code == 'gate' and self.gates(view, node))
                    }.get(code, False)
        if code in ('missing', 'conflict'):
            return not posted and (deadlines or self.blind(view, node) or
                                   (code == 'conflict' and earliest))
        if not posted:
            return False
        last = isinstance(view.last_day(node, posted.opens), judge.Unknown)
        return {'late': deadlines, 'early': earliest, 'short': last}.get(code, False)

    def gates(self, view, node):
        for bound in view.item(node).bounds:
            if bound.kind == 'gate' and bound.part:
                for slot in view.slots_of(bound.ref):
                    run = view.run(slot)
                    if run and isinstance(view.last_day(slot, run.opens), judge.Unknown):
                        return True
        return False

    def blind(self, view, node):
        """What must follow it bounds it by a sum that nobody can know."""
        for follower, bound in view.followers(node[1]):
            for planned in (False, True):
                day = view.fact(follower)
                if day is None:
                    if self.blind(view, follower):
                        return True
                    day = view.latest(follower, planned)
                if day is not None and isinstance(
                        view.room(node, follower, bound, day, planned), judge.Unknown):
                    return True
        return False

    # -- rules and calendars

    def rules_changed(self, case):
        first = case.first_day()

        def those(rules):
            return {(r.pack['name'], r.sum) for r in rules if r.name == case.procedure
                    and r.nearness(case.division) is not None
                    and (first is None or r.in_force(first))}
        return those(self.rules) != those(self.model.rules)

    def calendars(self, case, finding):
        if self.files == self.model.calendars:
            return False
        days = [self.day] + [judge.day_of(finding[c]) for c in ('due', 'actual') if finding[c]]
        last = 9999 if finding['code'] in ('unknown', 'conflict') else year_of(max(days))
        first = year_of(case.first_day()) if case.first_day() else 0
        then, now = Calendar(self.files), Calendar(self.model.calendars)
        where = {case.division[:n] for n in (2, 4, 6, 9, 12, 24) if n <= len(case.division)}
        where.add(case.division)
        where |= {p for p, _ in list(self.files) + list(self.model.calendars)
                  if p.startswith(case.division)}
        for year in {y for f in (self.files, self.model.calendars) for _, y in f}:
            if first <= year <= last and any(
                    then.ask(day, place) != now.ask(day, place)
                    for day in days_of(year) for place in where):
                return True
        return False

    # -- corrected

    def corrected(self, view, node, case, finding):
        mine = [(kind, key) for kind, key in self.undone if key[0] == case.id]
        if not mine or not (finding['step'] or finding['event']):
            return False
        objection = finding['code'] in ('objection', 'handler')
        names = self.behind(view, node) | {b.ref for b in view.item(node).bounds
                                           if b.kind in ('within', 'before', 'lead')}
        if self.open(view, node, case, finding):
            names |= {n[1] for n in view.nodes() if node[1] in self.behind(view, n)}
        names.discard(node[1])
        if objection:
            names.add(node[1])
        for kind, key in mine:
            if kind in ('events', 'postings') and key[1] in names:
                return True
            if kind == 'events' and node[0] == 'event' and key[1] == node[1]:
                return True
            if kind == 'postings' and node[0] == 'slot' and not objection and \
                    key[1:3] == node[1:]:
                return True
            if kind == 'objections' and objection and finding['key'] == '/'.join(
                    [finding['key'].split('/')[0], key[1], key[2], finding['code'],
                     judge.text_of(key[3])] + ([key[4]] if key[4] else [])):
                return True
        return False

    def behind(self, view, node):
        """Names of all that it must follow, however far back."""
        found, todo = set(), [b.ref for b in view.lowers(node)]
        while todo:
            name = todo.pop()
            if name not in found:
                found.add(name)
                items = view.rule.events if name in view.rule.events else view.rule.steps
                todo += [b.ref for b in items[name].bounds if b.lower]
        return found

    def open(self, view, node, case, finding):
        if finding['code'] in ('missing', 'conflict'):
            return node[0] == 'slot' and not view.run(node)
        return finding['code'] == 'objection' and any(
            row.step == finding['step'] and row.resolved is None
            for row in case.objections.values())


def year_of(day):
    return datetime.date.fromordinal(day).year


def days_of(year):
    first = datetime.date(year, 1, 1).toordinal()
    return range(first, datetime.date(year + 1, 1, 1).toordinal())


# ---- comparing ----------------------------------------------------------------------------------

def differences(theirs, ours, full, whole=False):
    """What is otherwise in a report than it must be, a line each.

    whole: of the whole rule language, where N8 does not say why what went is gone.
    """
    if list(theirs) != MEMBERS:
        yield 'members %s' % list(theirs)
        return
    for name in ('today', 'since', 'cases', 'slots', 'states', 'exempt', 'paused'):
        if theirs[name] != ours[name]:
            yield '%s: got %s, not %s' % (name, theirs[name], ours[name])
    for name in ('new', 'standing', 'waived'):
        yield from findings(name, theirs[name], ours[name])
    if whole:
        yield from past('went', *[[{k: v for k, v in f.items() if k != 'why'}
                                   for f in r['fixed'] + r['gone']] for r in (theirs, ours)], [])
    else:
        yield from past('fixed', theirs['fixed'], ours['fixed'], [])
        yield from past('gone', theirs['gone'], ours['gone'], ['why'])
    yield from deliveries(theirs['deliveries'], ours['deliveries'])
    judged = theirs['judged']
    if not isinstance(judged, int) or not 0 <= judged <= ours['judged']:
        yield 'judged: got %s, at most %s' % (judged, ours['judged'])
    elif full and judged != ours['judged']:
        yield 'judged: got %s, not %s, with --full' % (judged, ours['judged'])


def findings(name, theirs, ours):
    there = {f.get('key'): f for f in theirs}
    mine = {f['key']: f for f in ours}
    for key in [k for k in mine if k not in there]:
        yield '%s: lacks %s %s' % (name, key, brief(mine[key]))
    for key in [k for k in there if k not in mine]:
        yield '%s: has %s %s' % (name, key, brief(there[key]))
    for key in [k for k in mine if k in there]:
        if list(there[key]) != FINDING:
            yield '%s: members %s' % (name, list(there[key]))
        elif not there[key]['message']:
            yield '%s: %s without message' % (name, key)
        for member in FINDING[:-1]:
            if there[key].get(member) != mine[key][member]:
                yield '%s: %s: %s: got %s, not %s' % (
                    name, key, member, there[key].get(member), mine[key][member])
    if len(theirs) != len(there):
        yield '%s: a key twice' % name
    if [f.get('key') for f in theirs] != [f['key'] for f in ours] and set(there) == set(mine):
        yield '%s: order %s, not %s' % (name, list(there), list(mine))


def brief(finding):
    return '(first %s, due %s, actual %s)' % (finding.get('first'), finding.get('due'),
                                              finding.get('actual'))


def past(name, theirs, ours, more):
    members = ['key', 'code', 'severity', 'first'] + more

    def line(f):
        return tuple(f.get(c) for c in members)
    for one in theirs:
        if list(one) != members:
            yield '%s: members %s' % (name, list(one))
    there, mine = sorted(map(line, theirs)), sorted(map(line, ours))
    for one in [m for m in mine if m not in there]:
        yield '%s: lacks %s' % (name, one)
    for one in [t for t in there if t not in mine]:
        yield '%s: has %s' % (name, one)
    if len(there) != len(mine):
        yield '%s: got %d, not %d' % (name, len(there), len(mine))


def deliveries(theirs, ours):
    def line(d, rows):
        return (d['name'], d['state'], d['rows'] if d['state'] == 'taken' else 0,
                d['errors']) if rows else d['name']
    for one in theirs:
        if list(one) != ['name', 'state', 'rows', 'errors']:
            yield 'deliveries: members %s' % list(one)
            return
    there = sorted(line(d, True) for d in theirs)
    mine = sorted(line(d, True) for d in ours)
    if there != mine:
        yield 'deliveries: got %s, not %s' % (there, mine)


def lies_refused(told, i):
    """Refused, and no folder of that name was taken later that day."""
    return told[i]['state'] == 'refused' and (told[i]['name'] == '.' or not any(
        d['name'] == told[i]['name'] and d['state'] == 'taken' for d in told[i + 1:]))
