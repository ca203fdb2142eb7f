"""Days, divisions, calendars and sums, for the second judge.

"Section N" is one of the interface document, "LANGUAGE N" one of the page of what the rule
language gains.  Every sum walks day by day.
"""

import csv
import datetime

LEVELS = ['region', 'city', 'county', 'township', 'village', 'group']
LENGTHS = {'region': 2, 'city': 4, 'county': 6, 'township': 9, 'village': 12}
FOREVER = 10 ** 9
BEYOND = 'beyond'                      # a sum that ends after the limit it was given
OPEN = 'no last day'                   # `until P` without P's day, `permanently` (LANGUAGE 3)
NEVER = 'no last day yet'              # a deadline that an endless pause holds (LANGUAGE 2)


# ---- days: plain integers (proleptic ordinals) ------------------------------

def day_of(text):
    return datetime.date.fromisoformat(text.strip()).toordinal()


def is_day(value):
    """A day: not None, unknown, OPEN or NEVER."""
    return isinstance(value, int)


def text_of(day):
    if not is_day(day) or day == FOREVER:
        return None
    return datetime.date.fromordinal(day).isoformat()


def date_after(day, month, dom):
    """`by MM-DD after P`: the first such day of a year that is after P's day (LANGUAGE 2)."""
    year = datetime.date.fromordinal(day).year
    this = datetime.date(year, month, dom).toordinal()
    return this if this > day else datetime.date(year + 1, month, dom).toordinal()


def dom_after(day, dom):
    """`by day DD after P`: that day of the month after P's month, at most its last."""
    first = datetime.date.fromordinal(day).replace(day=1).toordinal()
    begins = add_months(first, 1)
    return min(begins + dom - 1, add_months(begins, 1) - 1)


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
        if roll and end <= limit:
            end = self.roll(end, limit)
        return end if isinstance(end, Unknown) or end <= limit else BEYOND

    def roll(self, day, limit=FOREVER):
        """The next working day, the day itself if it is one."""
        while day <= limit:
            answer = self.ask(day)
            if answer == 'unsettled':
                return Unknown(day)
            if answer == 'work':
                break
            day += 1
        return day

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

    # -- sums with pauses (LANGUAGE 2); paused(day) is 'no', 'yes', 'unknown' or 'endless'

    def workdays_paused(self, base, n, counted, paused):
        """Working days that are not paused; the start day never is, a paused day is not asked."""
        day = base if counted else base + 1
        while True:
            pause = paused(day) if day > base else 'no'
            if pause == 'endless':
                return NEVER
            if pause == 'unknown':
                return Unknown(day)
            if pause == 'no':
                answer = self.ask(day)
                if answer == 'unsettled':
                    return Unknown(day)
                if answer == 'work':
                    n -= 1
                    if n == 0:
                        return day
            day += 1


def moved_by_pauses(base, last, paused):
    """The first L with (L less the paused days after the start, through L) = last."""
    day, left = base, last - base
    while left > 0:
        day += 1
        pause = paused(day)
        if pause == 'endless':
            return NEVER
        if pause == 'unknown':
            return Unknown(day)
        if pause == 'no':
            left -= 1
    return day
