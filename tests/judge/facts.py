"""What an import leaves in the database, for the second judge (section 7; LANGUAGE 1, 5, 6).

Rows are maps from column to cell; a column that the sheet had not is not in the map.
"""

import collections
import csv
import datetime
import re

from days import LEVELS, ancestor, day_of, drop_zeros, level_of

# content, reviewed and evidence are None where the sheet had no such column.
Posting = collections.namedtuple(
    'Posting', 'posted until medium place content reviewed evidence')
# named: the sheet named its division; otherwise it is of all the step's slots.
Objection = collections.namedtuple(
    'Objection', 'step division received number resolved outcome handler named')


class Case:
    def __init__(self, row):
        self.id = row['case']
        self.procedure = row['procedure']
        self.division = drop_zeros(row['division'])
        self.places = cells(row.get('places'))
        self.traits = cells(row.get('traits'))
        self.batch = row.get('batch') or ''
        self.known = set()                 # divisions, when it was taken in
        self.events = {}                   # name: set of days
        self.postings = {}                 # (step, division): {key: Posting}
        self.objections = {}               # (step, division, received, number): Objection
        self.begins = None                 # of one that the calendar opened: its period's first

    def first_day(self):
        """The first recorded day, event or posting (section 4); of a period's case the first
        day of the period, by whose rule it was opened (LANGUAGE 6)."""
        if self.begins is not None:
            return self.begins
        days = [d for s in self.events.values() for d in s]
        days += [p.posted for rows in self.postings.values() for p in rows.values()]
        return min(days) if days else None


PERIOD = re.compile(r'(\d{4})(?:M(\d\d)|Q([1-4])|H([12]))?$')


def period_days(text):
    """(the cycle, first day, last day) of 2026M07, 2026Q3, 2026H2, 2026; None of others."""
    found = PERIOD.match(text)
    if not found:
        return None
    year, month, quarter, half = (int(g or 0) for g in found.groups())
    if found.group(2) and not 1 <= month <= 12:
        return None
    cycle, months = next(((c, m) for c, m, k in (
        ('month', 1, month), ('quarter', 3, quarter), ('half-year', 6, half)) if k), ('year', 12))
    first = (max(month, quarter, half, 1) - 1) * months
    after = datetime.date(year + (first + months) // 12, (first + months) % 12 + 1, 1)
    return cycle, datetime.date(year, first + 1, 1).toordinal(), after.toordinal() - 1


def cells(text):
    return [c.strip() for c in re.split('[;；、]', text or '') if c.strip()]


def day_or_none(text):
    return day_of(text) if text else None


class Data:
    def __init__(self, rules, calendar):
        self.rules, self.calendar = rules, calendar
        self.names, self.cases = {}, {}

    def take(self, tables):
        """tables: a list of lists of rows (dicts), kinds known by their columns.

        Divisions with a column `later` come in a second import.
        """
        kinds = {'divisions': [], 'cases': [], 'postings': [], 'events': [], 'objections': [],
                 'later': []}
        for rows in tables:
            for row in rows:
                kinds[kind_of(row)].append(row)
        for row in kinds['divisions']:
            self.names[drop_zeros(row['division'])] = row['name']
        for row in kinds['cases']:
            self.take_case(row)
        for kind, take in (('events', take_event), ('postings', self.take_posting),
                           ('objections', self.take_objection)):
            for row in kinds[kind]:
                for case in self.cases_of(row['case']):
                    take(case, row)
        for row in kinds['later']:
            self.names[drop_zeros(row['division'])] = row['name']

    def take_case(self, row):
        case = Case(row)
        case.places = [self.code(p, [c for c in self.names if c.startswith(case.division)])
                       for p in case.places]
        case.known = set(self.names)
        self.open_calendar(case)
        self.cases[case.id] = case

    def open_calendar(self, case):
        """The calendar events of PROCEDURE@DIVISION@PERIOD happen by themselves (LANGUAGE 6)."""
        period = period_days(case.id.rpartition('@')[2])
        if not period or '@' not in case.id:
            return
        rule = self.rule_on(case, period[1])
        if rule and rule.every == period[0]:
            case.begins = period[1]
            for name, event in rule.events.items():
                if event.calendar:
                    case.events[name] = {period[1 if event.calendar == 'first' else 2]}

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
        posting = Posting(day_of(row['posted']), day_or_none(row.get('until')),
                          row.get('medium') or '', row.get('place') or '', row.get('content'),
                          row.get('reviewed'), row.get('evidence'))
        key = (posting.posted, posting.medium, posting.place)
        case.postings.setdefault((row['step'], division), {})[key] = posting

    def take_objection(self, case, row):
        text = row.get('division') or ''
        division = self.code(text, list(self.names)) if text else case.division
        received, number = day_of(row['received']), row.get('number') or ''
        case.objections[(row['step'], division, received, number)] = Objection(
            row['step'], division, received, number, day_or_none(row.get('resolved')),
            row.get('outcome') or '', (row.get('handler') or '').strip(), bool(text))

    # -- where (sections 5 of both pages)

    def slots(self, case, rule, step):
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
            return known_below(case, case.division, level) or [case.division]
        found = []
        for place in case.places:
            if LEVELS.index(level_of(place)) >= LEVELS.index(level):
                found.append(ancestor(place, level))
            elif form.startswith('each '):
                # "of a place above that level, those known below it when the case is taken in"
                found += known_below(case, place, level)
        return found

    def lacks(self, case, rule):
        """A step without any slot, or a level without `each` that yields none."""
        return any(not self.slots(case, rule, name) or
                   any(not form.startswith('each ') and not self.slots_at(case, form)
                       for form in step.at)
                   for name, step in rule.steps.items())

    # -- which rule (section 4, last paragraph)

    def any_rule(self, case):
        return max((r for r in self.rules if r.name == case.procedure
                    and r.nearness(case.division) is not None),
                   key=lambda r: r.nearness(case.division))

    def rule_of(self, case, today):
        fits = [r for r in self.rules if r.name == case.procedure
                and r.nearness(case.division) is not None]
        first = case.first_day()
        day = today if first is None else first
        if self.rule_on(case, day):
            return self.rule_on(case, day)
        if first is None and fits:
            return max(fits, key=lambda r: (r.pack['from'], r.nearness(case.division)))
        return None

    def rule_on(self, case, day):
        fits = [r for r in self.rules if r.name == case.procedure and r.in_force(day)
                and r.nearness(case.division) is not None]
        return max(fits, key=lambda r: r.nearness(case.division)) if fits else None

    def sorted_cases(self):
        return sorted(self.cases.values(), key=lambda c: (c.division, c.id))


def take_event(case, row):
    case.events.setdefault(row['event'], set()).add(day_of(row['date']))


def known_below(case, top, level):
    return [c for c in case.known if c.startswith(top) and level_of(c) == level]


def kind_of(row):
    for column, kind in [('later', 'later'), ('procedure', 'cases'), ('event', 'events'),
                         ('received', 'objections'), ('posted', 'postings'),
                         ('name', 'divisions')]:
        if column in row:
            return kind
    raise ValueError('unknown header: %s' % ','.join(row))


def read_csv(path):
    with open(path, encoding='utf-8-sig', newline='') as f:
        return [row for row in csv.DictReader(f) if any(row.values())]
