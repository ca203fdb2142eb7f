"""Duties that come round (LANGUAGE 6), naively: which cases there are on each day.

An office hears of divisions, keeps duties, opens cases, takes some back; nothing is
remembered but what the page names.  `court` gives all of it to the second judge.
"""
# Readings (where the page may be read in two ways; one line each)
#
#  K1  A duty of a procedure and division is one: added again while it is kept, nothing changes;
#      ended and added again it is a new one, with the divisions known then.
#  K2  `--until`: the last day on which a period may begin.
#  K3  A division that became known after `duty add` (by an import of a later day) owes from the
#      first period that begins after the day on which it became known.
#  K4  Which version counts is settled by the period's first day at the division: its `every`,
#      its levels, its calendar events.  Judged is by the version of the case's first recorded day.
#  K5  What had begun by the day of `duty end` is still opened, by the next run; nothing later.
#      `duty add` opens only for the duty that it adds.
#  K6  `each` in a step: what is known when the case is opened.

import datetime
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), 'judge'))

import judge                                                       # noqa: E402
from days import level_of                                          # noqa: E402
from facts import period_days                                      # noqa: E402

MONTHS = {'month': 1, 'quarter': 3, 'half-year': 6, 'year': 12}


def name_of(cycle, year, k):
    """The k-th of a year, from 0."""
    return {'month': '%04dM%02d', 'quarter': '%04dQ%d', 'half-year': '%04dH%d',
            'year': '%04d'}[cycle] % ((year, k + 1) if cycle != 'year' else (year,))


def periods(cycle, start, end):
    """Names of those that begin from start through end."""
    for year in range(datetime.date.fromordinal(start).year,
                      datetime.date.fromordinal(end).year + 1):
        for k in range(12 // MONTHS[cycle]):
            name = name_of(cycle, year, k)
            if start <= period_days(name)[1] <= end:
                yield name


class Duty:
    def __init__(self, procedure, division, start, until, known):
        self.procedure, self.division = procedure, division
        self.start, self.until, self.known = start, until, set(known)
        self.ended = False


class Office:
    def __init__(self, rules, calendar):
        self.rules, self.calendar = rules, calendar
        self.today = None
        self.names, self.since = {}, {}      # of divisions; the day on which each became known
        self.duties, self.cases, self.gone, self.rows = [], {}, set(), []

    # -- what happens

    def divisions(self, rows):
        for code, name in rows:
            self.names[code] = name
            self.since.setdefault(code, self.today)

    def kept(self, procedure, division):
        return [d for d in self.duties
                if (d.procedure, d.division, d.ended) == (procedure, division, False)]

    def add(self, procedure, division, start, until=None):
        if not self.kept(procedure, division):
            self.duties.append(Duty(procedure, division, start, until, self.names))
            self.run(self.duties[-1:])

    def end(self, procedure, division):
        for duty in self.kept(procedure, division):
            duty.until = self.today if duty.until is None else min(duty.until, self.today)
            duty.ended = True

    def run(self, duties=None):
        for duty in self.duties if duties is None else duties:
            last = self.today if duty.until is None else min(self.today, duty.until)
            for division in list(self.names):
                if division.startswith(duty.division):
                    self.open(duty, division, last)

    def open(self, duty, division, last):
        start = duty.start
        if division not in duty.known:
            start = max(start, self.since[division] + 1)
        for cycle in MONTHS:
            for period in periods(cycle, start, last):
                self.open_one(duty.procedure, division, cycle, period)

    def open_one(self, procedure, division, cycle, period):
        number = '%s@%s@%s' % (procedure, division, period)
        case = judge.Case({'case': number, 'procedure': procedure, 'division': division})
        rule = judge.Data(self.rules, self.calendar).rule_on(case, period_days(period)[1])
        if number in self.cases or number in self.gone or rule is None or rule.every != cycle:
            return
        if level_of(division) in rule.levels:
            self.cases[number] = set(self.names)

    def take_back(self, number):
        del self.cases[number]
        self.gone.add(number)
        self.rows = [r for r in self.rows if r['case'] != number]

    def post(self, row):
        """By the case's number."""
        self.rows.append(row)

    # -- what is so

    def case_of(self, procedure, period, division):
        """Of a row that names procedure and period: the case at or above its division."""
        found = [n for n in self.cases if n.split('@')[0] == procedure and
                 n.split('@')[2] == period and division.startswith(n.split('@')[1])]
        return found[0] if len(found) == 1 else None

    def court(self):
        data = judge.Data(self.rules, self.calendar)
        data.names = dict(self.names)
        for number, known in self.cases.items():
            procedure, division, _ = number.split('@')
            case = judge.Case({'case': number, 'procedure': procedure, 'division': division})
            case.known = known
            data.open_calendar(case)
            data.cases[number] = case
        for row in self.rows:
            case = data.cases[row['case']]
            if 'event' in row:
                case.events.setdefault(row['event'], set()).add(judge.day_of(row['date']))
            else:
                data.take_posting(case, row)
        return judge.Court(data)
