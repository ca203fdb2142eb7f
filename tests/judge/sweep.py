#!/usr/bin/python3
"""`rules sweep`, by the second judge: each course in turns, until nothing moves any more.

    sweep.py --program PROGRAM --rules DIR [PROCEDURE...]
    sweep.py --program PROGRAM --random N [--seed TEXT]

From each start day every point is put on the day that the others allow it, by the facts as they
then are, again and again until all stand still; what is due before another point puts that one
off, a day at a time.  The deadlines are read off then, one by one.  What comes out is held against
`rules sweep --format json`, number by number.  N random packs of the whole rule language come round every month, so that they
have few start days.
"""

import argparse
import datetime
import itertools
import json
import os
import random
import subprocess
import sys
import tempfile

import yaml

import random_whole
import rules as language
from days import FOREVER, Calendar, day_of, is_day, text_of
from facts import Case, Data, Posting
from paths import CALENDARS, holiday_table
from points import View

DIGITS = '110101001001001'
BELOW = {'city': 4, 'county': 6, 'township': 9, 'village': 12, 'group': 15}


def posting(day):
    return Posting(day, None, '', '', None, None, None)


class Unsettled(Exception):
    """Something asks a day that no calendar settles."""


class Course:
    def __init__(self, data, rule, division, traits, happens):
        self.data, self.rule, self.division = data, rule, division
        self.traits, self.happens = traits, happens

    def view(self, days):
        case = Case({'case': '-', 'procedure': self.rule.name, 'division': self.division})
        case.traits = self.traits
        case.places = self.places()
        for (kind, name, division), day in days.items():
            if kind == 'event':
                case.events[name] = {day}
            else:
                case.postings[(name, division)] = {'': posting(day)}
        return View(self.data, case, self.rule, FOREVER)

    def places(self):
        """One at the lowest level below the case's that a step names."""
        levels = [at.split()[-1] for s in self.rule.steps.values() for at in s.at]
        longest = max([BELOW.get(level, 0) for level in levels], default=0)
        if longest <= len(self.division):
            return []
        return [self.division + DIGITS[len(self.division):longest]]

    def comes(self, view, node):
        if node[0] == 'event':
            return node[1] in self.happens and view.holds(view.item(node).conditions)
        return view.applies(node[1])

    def day(self, view, node, start, floors):
        if not self.comes(view, node):
            return None
        if not view.lower_days(node, None, True, None)[0]:
            day = start
        else:
            day = view.earliest_for(node, None)[0]
        if day is None or isinstance(day, str):
            return None
        if not is_day(day):
            raise Unsettled
        return max(day, floors.get(node, day))

    def settle(self, start, floors):
        days = {}
        while True:
            view = self.view(days)
            new = {n: self.day(view, n, start, floors) for n in view.all_nodes()}
            new = {n: d for n, d in new.items() if d is not None}
            if new == days:
                return view, days
            days = new

    def run(self, start):
        """(view, days, [(node, earliest, due)])"""
        floors = {}
        for _ in range(400):
            view, days = self.settle(start, floors)
            broken = [(n, d, b) for n in days for d, b in self.deadlines(view, n)
                      if self.is_late(days[n], d)]
            ahead = [(n, b) for n, _, b in broken if b.kind in ('before', 'lead')]
            if not ahead:
                break
            for node in view.nodes_of(ahead[0][1].ref):
                floors[node] = days[node] + 1
        return view, days, broken + self.overstays(view, days)

    @staticmethod
    def deadlines(view, node):
        return view.deadlines_for(node, None)

    @staticmethod
    def is_late(day, due):
        if isinstance(due, str):
            return False
        if is_day(due):
            return day > due
        if day > due.brink:
            raise Unsettled
        return False

    @staticmethod
    def overstays(view, days):
        """Down by an event's day and what is given after it, and its period not over."""
        found = []
        for node, day in days.items():
            down = view.item(node).down
            if down is None or down.part is not None or not view.holds(down.conditions):
                continue
            base, last = view.event_fact(down.ref), view.last_day(node, day)
            due = None if base is None else view.deadline(node, down, base)
            if is_day(due) and is_day(last) and last > due:
                found.append((node, due, down))
        return found


def subsets(rule):
    """Each set of optional events (no end) with those of them that one must follow."""
    may = [e for e, item in rule.events.items() if item.optional and not item.ends]
    for n in range(len(may) + 1):
        for some in itertools.combinations(may, n):
            if all(b.ref in some for e in some for b in rule.events[e].bounds
                   if b.lower and b.ref in may):
                yield some


def dated_traits(rule):
    found = set()
    for item in list(rule.events.values()) + list(rule.steps.values()):
        for part in [item] + item.bounds + item.period + (item.again_period or []):
            found |= set(part.conditions.one_of) | set(part.conditions.none_of)
    return [t for t in rule.traits if t in found]


def sweep(data, rule, division, starts, trait, events):
    """One variant on all start days, as the program writes it."""
    happens = set(events) | {e for e, i in rule.events.items() if not i.optional and not i.ends}
    course = Course(data, rule, division, [trait] if trait else [], happens)
    lengths, unknown, unkept, never = [], 0, {}, set()
    counts = {step: [0, 0] for step in [None, *rule.steps]}
    for start in starts:
        try:
            view, days, broken = course.run(start)
            first, last, off = looked_at(data, view, days)
        except Unsettled:
            unknown += 1
            continue
        lengths.append((last - first, start))
        for step, count in counts.items():
            for k in (0, 1):
                count[k] += any(o[1 + k] for o in off if step in (None, o[0]))
        today = {}
        for node, due, bound in broken:
            day = view.last_day(node, days[node]) if bound is view.item(node).down else days[node]
            today.setdefault((node[1], id(bound)), (start, day, due))
        for key, what in today.items():
            unkept.setdefault(key, []).append(what)
        never |= {n[1] for n in view.all_nodes() if course.comes(view, n) and n not in days}
    return answer(rule, lengths, unknown, unkept, never, counts)


def answer(rule, lengths, unknown, unkept, never, counts):
    inorder = sorted(n for n, _ in lengths)
    longest = inorder[-1] if inorder else None
    return {
        'days': len(lengths), 'unknown': unknown,
        'shortest': inorder[0] if inorder else None,
        'median': inorder[(len(inorder) - 1) // 2] if inorder else None, 'longest': longest,
        'start': text_of(next((d for n, d in lengths if n == longest), None)),
        'unkept': sorted((name, len(days), *map(text_of, days[0]))
                         for (name, _), days in unkept.items()),
        'up': counts[None][0], 'end': counts[None][1],
        'steps': [(step, *counts[step]) for step in rule.steps],
        'never': sorted(never)}


def program_says(variant):
    """The same members of what the program writes."""
    same = {k: variant[k] for k in ('days', 'unknown', 'shortest', 'median', 'longest', 'start',
                                    'up', 'end')}
    same['unkept'] = sorted((u['step'] or u['event'], u['days'], u['start'], u['earliest'],
                             u['due']) for u in variant['unkept'])
    same['steps'] = [(s['step'], s['up'], s['end']) for s in variant['steps']]
    same['never'] = sorted(n['step'] or n['event'] for n in variant['never'])
    return same


def looked_at(data, view, days):
    """First and last day of a course; (step, goes up, is over) on a day off."""
    off, last = [], max(days.values(), default=0)
    for node, day in days.items():
        if node[0] != 'slot':
            continue
        over = view.last_day(node, day)
        ended = False
        if isinstance(over, int):
            last = max(last, over)
            ended = bool(view.parts(node, 0)) and is_off(data, over, node[2])
        elif not isinstance(over, str):
            raise Unsettled
        off.append((node[1], is_off(data, day, node[2]), ended))
    return min(days.values(), default=0), last, off


def is_off(data, day, division):
    answer = data.calendar.ask(day, division)
    if answer == 'unsettled':
        raise Unsettled
    return answer == 'off'


def start_days(data, every, said):
    """Settled days from the first to the last that the program takes; of what comes round the
    first of each period."""
    months = {None: 0, 'month': 1, 'quarter': 3, 'half-year': 6, 'year': 12}[every]
    days = [d for d in range(day_of(said['first']), day_of(said['last']) + 1)
            if data.calendar.ask(d, said['division']) != 'unsettled']
    dates = [datetime.date.fromordinal(d) for d in days]
    return days if not months else [
        d.toordinal() for d in dates if d.day == 1 and (d.month - 1) % months == 0]


def compare(data, rule, every, said):
    """Number of variants, and what differs."""
    wrong = []
    starts = start_days(data, every, said)
    if len(starts) != said['days']:
        wrong.append('%d start days, not %d' % (said['days'], len(starts)))
    sets = {(trait, events): None for events in subsets(rule)
            for trait in [None, *dated_traits(rule)]}
    have = {(v['trait'], tuple(v['events'])): v for v in said['variants']}
    if said['more']:
        sets = {key: None for key in sets if key in have}
    elif set(sets) != set(have):
        wrong.append('variants %s, not %s' % (sorted(map(str, have)), sorted(map(str, sets))))
    for trait, events in sets:
        if (trait, events) not in have:
            continue
        ours = sweep(data, rule, said['division'], starts, trait, events)
        theirs = program_says(have[(trait, events)])
        wrong += ['with %s, %s: %s is %s, not %s' % (trait, events, k, theirs[k], ours[k])
                  for k in ours if ours[k] != theirs[k]]
    return len(sets), wrong


def write(folder, text):
    """Each document of `rules show` in a file, but yearly tables: a pack, its
    procedures, the next pack.  What comes round how often, by pack and procedure."""
    pack, name, every = '', '', {}
    for number, document in enumerate(text.split('---\n')):
        data = yaml.safe_load(document)
        if 'annual' in data:
            continue
        if 'pack' in data:
            pack = os.path.join(folder, str(number))
            os.mkdir(pack)
        file = 'pack' if 'pack' in data else str(number)
        with open(os.path.join(pack, file + '.yaml'), 'w', encoding='utf-8') as file:
            file.write(document)
        if 'pack' in data:
            name = data['pack']
        else:
            every[(name, data['procedure'])] = data.get('every')
    return every


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('--program', required=True)
    parser.add_argument('--rules')
    parser.add_argument('--random', type=int, default=0)
    parser.add_argument('--seed', default='sweep')
    parser.add_argument('only', nargs='*')
    args = parser.parse_args()
    counts = [0, 0, 0]
    if args.rules:
        add(counts, hold(args.program, args.rules, args.only))
    for i in range(args.random):
        with tempfile.TemporaryDirectory() as folder:
            monthly(random.Random('%s %d' % (args.seed, i)), folder)
            add(counts, hold(args.program, folder, [], '%s %d: ' % (args.seed, i)))
    print('%d procedures, %d variants' % (sum(counts[:2]), counts[2]))
    print('%d passed, %d failed' % tuple(counts[:2]))
    sys.exit(1 if counts[1] or not counts[0] else 0)


def add(counts, more):
    for i, n in enumerate(more):
        counts[i] += n


def monthly(rng, folder):
    """Random packs of which each procedure comes round every month."""
    random_whole.write_packs(rng, folder)
    for pack in os.listdir(folder):
        for name in os.listdir(os.path.join(folder, pack)):
            if name != 'pack.yaml':
                with open(os.path.join(folder, pack, name), 'a', encoding='utf-8') as file:
                    file.write('\nevery: month\n')


def hold(program, rules, only, head=''):
    """Procedures that are the same, that are not, and variants."""
    common = [program, '--lang', 'en', '--rules', rules, '--calendars', CALENDARS, 'rules']
    done = subprocess.run([*common, 'sweep', '--format', 'json', *only], check=False,
                          stdout=subprocess.PIPE)
    if done.returncode not in (0, 1):
        sys.exit('%srules sweep: exit %d' % (head, done.returncode))
    said = json.loads(done.stdout)['procedures']
    with tempfile.TemporaryDirectory() as work:
        every = write(work, subprocess.run([*common, 'show'], check=True, encoding='utf-8',
                                           stdout=subprocess.PIPE).stdout)
        known = {(r.pack['name'], r.name): r for r in language.load_rules(work)}
    data = Data(list(known.values()), Calendar(holiday_table()))
    variants = failed = 0
    for one in said:
        name = (one['pack'], one['procedure'])
        n, wrong = compare(data, known[name], every[name], one)
        variants += n
        failed += bool(wrong)
        for line in wrong:
            print('%s%s, %s: %s' % (head, *name, line))
    return len(said) - failed, failed, variants


if __name__ == '__main__':
    main()
