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
#  N5  A delivery left alone (fresh, .part) is not told.
#  N6  judged counts a case once, however often its day's runs judge it.
#  N7  Order within new, standing and waived is that of section 8; that of `fixed` is open.

import datetime
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), 'judge'))

import judge                                                       # noqa: E402
import yaml                                                        # noqa: E402

MEMBERS = ['today', 'since', 'new', 'standing', 'fixed', 'waived', 'deliveries', 'cases',
           'judged', 'slots', 'states']
FINDING = ['key', 'first', 'code', 'severity', 'case', 'procedure', 'step', 'event',
           'division', 'due', 'actual', 'days', 'basis', 'message']
RANK = {'advice': 0, 'question': 1, 'violation': 2, 'grave': 3}


# ---- the same rule files are read again and again --------------------------------------

LOADER = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)
READ = {}


def load_yaml(path):
    with open(path, encoding='utf-8') as file:
        text = file.read()
    if text not in READ:
        if len(READ) > 200:
            READ.clear()
        READ[text] = yaml.load(text, LOADER)
    return READ[text]


judge.load_yaml = load_yaml


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
    return files


def calendar_path(prefix, year):
    return os.path.join('cn', prefix, '%d.ics' % year)


def calendar_text(days):
    lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//night//ZH']
    for day, kind in sorted(days.items()):
        date = datetime.date.fromordinal(day)
        after = date + datetime.timedelta(days=1)
        lines += ['BEGIN:VEVENT', 'UID:%s@night' % date, 'DTSTAMP:20200101T000000Z',
                  'DTSTART;VALUE=DATE:%s' % date.strftime('%Y%m%d'),
                  'DTEND;VALUE=DATE:%s' % after.strftime('%Y%m%d'),
                  'SUMMARY:%s' % kind, MARKS[kind], 'END:VEVENT']
    return '\r\n'.join(lines + ['END:VCALENDAR', ''])


class Calendar:
    """Answers as judge.Calendar does, for any prefix."""

    def __init__(self, files):
        self.years = {year for prefix, year in files if prefix == ''}
        self.stated = {}
        for prefix, year in sorted(files, key=lambda f: -len(f[0])):
            for day, kind in files[(prefix, year)].items():
                self.stated.setdefault(day, []).append((prefix, kind))

    def ask(self, day, division):
        date = datetime.date.fromordinal(day)
        if date.year not in self.years:
            return 'unsettled'
        for prefix, kind in self.stated.get(day, ()):
            if division.startswith(prefix):
                return kind                                    # the longest wins
        return 'off' if date.weekday() >= 5 else 'work'


# ---- facts (section 7) -------------------------------------------------------------------

class Case(judge.Case):
    """Remembers which divisions were known when it was taken in."""

    def __init__(self, row):
        super().__init__(row)
        self.title = row.get('title') or ''
        self.known = set()


class Data(judge.Data):
    def slots_at(self, case, form):
        level = form.split()[-1]
        if (form.startswith('each ') and not case.places
                and judge.LEVELS.index(level)
                > judge.LEVELS.index(judge.level_of(case.division))):
            known = [c for c in case.known
                     if c.startswith(case.division) and judge.level_of(c) == level]
            return known or [case.division]
        return super().slots_at(case, form)


class Facts:
    def __init__(self):
        self.names, self.cases = {}, {}
        self.rows = {'events': {}, 'postings': {}, 'objections': {}}

    def data(self, rules, calendar):
        """As the judge wants them."""
        data = Data(rules, calendar)
        data.names, data.cases = self.names, self.cases
        for case in self.cases.values():
            case.events, case.postings, case.objections = {}, {}, {}
        for key, row in self.rows['events'].items():
            self.cases[key[0]].events.setdefault(key[1], set()).add(row['date'])
        for key, row in self.rows['postings'].items():
            kept = self.cases[key[0]].postings.setdefault(key[1:3], {})
            kept[key[3:]] = (row['posted'], row.get('until'),
                             [row.get('place') or '', row.get('content') or ''])
        for key, row in self.rows['objections'].items():
            self.cases[key[0]].objections[key[1:]] = (row.get('resolved'),
                                                      (row.get('handler') or '').strip())
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
            self.cases.pop(name)
            for kept in self.rows.values():
                for key in [k for k in kept if k[0] == name]:
                    del kept[key]
            return
        old = self.cases.get(name)
        case = Case({c: row.get(c) or '' for c in
                     ('case', 'procedure', 'division', 'title', 'places', 'batch')})
        case.places = [judge.drop_zeros(p) for p in case.places]
        case.known = set(self.names)
        if old:
            if 'places' not in header:
                case.places = old.places
            for column in ('title', 'batch'):
                if column not in header:
                    setattr(case, column, getattr(old, column))
            same = all(getattr(case, c) == getattr(old, c) for c in
                       ('places', 'title', 'batch'))
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
        data = Data(rules, None)
        data.names = self.names
        slots = data.slots(case, data.any_rule(case), row['step'])
        return (case.id, row['step'], data.code(text, slots) if text else slots[0],
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
            else:
                kept[key] = dict(kept.get(key) or {}, **values)


# ---- lives of findings (section 9) ----------------------------------------------------------

class Model:
    def __init__(self, rules, files):
        self.facts = Facts()
        self.rules = rules                     # loaded ones
        self.calendars = dict(files)
        self.nights = []                       # (day, {key: (finding, first)})
        self.waivers = {}                      # key: until
        self.told = {}                         # day: deliveries

    def night(self, day, deliveries):
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
        return self.report(day, told)

    def scan(self, day):
        data = self.facts.data(self.rules, Calendar(self.calendars))
        return judge.Court(data).scan(day)

    def report(self, day, told):
        scan = self.scan(day)
        since, before = self.nights[-1] if self.nights else (None, {})
        report = {'today': judge.text_of(day), 'since': judge.text_of(since), 'new': [],
                  'standing': [], 'fixed': [], 'waived': []}
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
                report['fixed'].append(
                    {'key': key, 'code': finding['code'], 'severity': finding['severity'],
                     'first': judge.text_of(first)})
        report.update(deliveries=list(told), cases=scan['cases'], judged=scan['cases'],
                      slots=scan['slots'], states=scan['states'])
        self.nights.append((day, lives))
        return report

    def status(self, report):
        """The exit status of the night."""
        bad = any(RANK[f['severity']] >= 1 for f in report['new'] + report['standing'])
        told = report['deliveries']
        return int(bad or any(lies_refused(told, i) for i in range(len(told))))


# ---- comparing ----------------------------------------------------------------------------------

def differences(theirs, ours, full):
    """What is otherwise in a report than it must be, a line each."""
    if list(theirs) != MEMBERS:
        yield 'members %s' % list(theirs)
        return
    for name in ('today', 'since', 'cases', 'slots', 'states'):
        if theirs[name] != ours[name]:
            yield '%s: got %s, not %s' % (name, theirs[name], ours[name])
    for name in ('new', 'standing', 'waived'):
        yield from findings(name, theirs[name], ours[name])
    yield from fixed(theirs['fixed'], ours['fixed'])
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


def fixed(theirs, ours):
    def line(f):
        return tuple(f.get(c) for c in ('key', 'code', 'severity', 'first'))
    for one in theirs:
        if list(one) != ['key', 'code', 'severity', 'first']:
            yield 'fixed: members %s' % list(one)
    there, mine = sorted(map(line, theirs)), sorted(map(line, ours))
    for one in [m for m in mine if m not in there]:
        yield 'fixed: lacks %s' % (one,)
    for one in [t for t in there if t not in mine]:
        yield 'fixed: has %s' % (one,)
    if len(there) != len(mine):
        yield 'fixed: got %d, not %d' % (len(there), len(mine))


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
