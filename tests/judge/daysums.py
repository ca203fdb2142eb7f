#!/usr/bin/env python3
"""A naive judge of the `day` command: it walks one day at a time.

    daysums.py [--division CODE] [--count deadline|judged|planned]
        reads lines `DATE +N UNIT` or `DATE -N UNIT`, prints an answer a line
    daysums.py --random SEED N
        prints N such lines
    daysums.py --table FILE...
        reads lines `--division CODE --count KIND DATE +N UNIT => ANSWER`,
        prints those that it would answer otherwise; exit 1 if there are any

It shares no code with the program and reads the table, not the calendars.
"""
import argparse
import calendar
import csv
import datetime
import pathlib
import random
import re
import sys

TABLE = (pathlib.Path(__file__).resolve().parent.parent.parent
         / 'contrib' / 'calendars' / 'holidays-cn.csv')
PREFIXES = {'CN': '', 'CN-GX': '45'}
ONE = datetime.timedelta(days=1)
LATE = 'after the limit'
LINE = re.compile(r'\s*(\d{4}-\d\d-\d\d)\s+([+-]?)(\d+)\s+'
                  r'(day|workday|month)s?(?:\s.*)?$', re.ASCII)


class Unknown(Exception):
    pass


class Days:
    """Which days a division works."""

    def __init__(self, division):
        self.stated, self.years = {}, set()
        with open(TABLE, encoding='utf-8-sig', newline='') as file:
            rows = list(csv.DictReader(file))
        for row in sorted(rows, key=lambda row: len(PREFIXES[row['scope']])):
            day = datetime.date.fromisoformat(row['date'])
            if row['scope'] == 'CN':
                self.years.add(day.year)
            if division.startswith(PREFIXES[row['scope']]):
                self.stated[day] = row['kind']      # the longer prefix last

    def kind(self, day):
        if day.year not in self.years:
            return 'unsettled'
        plain = 'off' if day.weekday() >= 5 else 'work'
        return self.stated.get(day, plain)

    def worked(self, day):
        kind = self.kind(day)
        if kind == 'unsettled':
            raise Unknown
        return kind == 'work'


def months_on(day, number):
    index = day.year * 12 + day.month - 1 + number
    year, month = index // 12, index % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return datetime.date(year, month, min(day.day, last))


def nth_workday(days, day, number, limit):
    """The number-th working day, day itself being asked first."""
    while day <= limit:
        if days.worked(day):
            number -= 1
            if number == 0:
                return day
        day += ONE
    return LATE


def forward(days, count, day, number, unit, limit=datetime.date.max):
    """The sum, or LATE where it is after limit: no day after that is asked."""
    if unit == 'workday':
        first = day if count == 'judged' else day + ONE
        return nth_workday(days, first, number, limit)
    if unit == 'day':
        last = day + number * ONE
    else:
        last = months_on(day, number)
    if count == 'judged':
        last -= ONE
    if last > limit:
        return LATE
    if count == 'deadline':
        return nth_workday(days, last, 1, limit)
    return last


def backward(days, count, day, number, unit):
    """The latest day whose sum is on or before day."""
    start = day
    while forward(days, count, start, number, unit, day) == LATE:
        start -= ONE
    return start


def answer(days, count, line):
    match = LINE.match(line)
    if not match:
        return 'error'
    date, sign, number, unit = match.groups()
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return 'error'
    if int(number) == 0:
        return 'error'
    walk = backward if sign == '-' else forward
    try:
        return str(walk(days, count, day, int(number), unit))
    except Unknown:
        return 'unknown'
    except OverflowError:
        return 'error'


def random_day(dice, stated):
    """Any day, or one near a holiday, a month's end or the table's edges."""
    where = dice.randrange(4)
    if where == 0:
        return datetime.date(2013, 7, 1) + dice.randrange(5110) * ONE
    if where == 1:
        near = dice.choice(stated)
    elif where == 2:
        near = datetime.date(dice.randrange(2014, 2028), dice.randrange(1, 13), 1)
    else:
        near = datetime.date(dice.choice((2014, 2018, 2019, 2020, 2026, 2027)), 1, 1)
    return near + dice.randrange(-12, 13) * ONE


def print_random(seed, number):
    dice = random.Random(seed)
    stated = sorted(Days('45').stated)
    most = {'day': 400, 'workday': 150, 'month': 30}
    for _ in range(number):
        unit = dice.choice(sorted(most))
        top = dice.choice((3, 12, 30, most[unit]))
        print(random_day(dice, stated),
              f"{dice.choice('+-')}{dice.randint(1, min(top, most[unit]))}", unit)


def differing(path, cache):
    """Lines of a table that this judge answers otherwise."""
    with open(path, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            line = line.split('#')[0].strip()
            if not line:
                continue
            asked, _, said = line.partition('=>')
            _, division, _, count, asked = asked.split(None, 4)
            days = cache.setdefault(division, None) or Days(division)
            cache[division] = days
            mine = answer(days, count, asked)
            if mine != said.strip():
                yield f'{path}:{number}: {line}, but here {mine}'


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--division', default='')
    parser.add_argument('--count', default='deadline',
                        choices=('deadline', 'judged', 'planned'))
    parser.add_argument('--random', nargs=2, type=int, metavar=('SEED', 'N'))
    parser.add_argument('--table', nargs='+', metavar='FILE')
    args = parser.parse_args()
    if args.random:
        print_random(*args.random)
        return 0
    if args.table:
        cache = {}
        wrong = [each for path in args.table for each in differing(path, cache)]
        print('\n'.join(wrong), end='\n' if wrong else '')
        return 1 if wrong else 0
    days = Days(args.division)
    for line in sys.stdin:
        print(answer(days, args.count, line.rstrip('\n')))
    return 0


if __name__ == '__main__':
    sys.exit(main())
