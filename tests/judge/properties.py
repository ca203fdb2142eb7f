#!/usr/bin/python3
"""What must hold of the judge's answers on random procedures of the whole rule language.

    properties.py [--seed N] [--rounds R] [--cases K]

Where no second program answers, this does not show that an answer is right: only that the
answers agree with each other.
"""

import argparse
import collections
import os
import random
import shutil
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import compare                                                     # noqa: E402
import judge                                                       # noqa: E402
import random_cases                                                # noqa: E402
from paths import holiday_table                                   # noqa: E402

D, T = judge.day_of, judge.text_of
SILENT = {'missing', 'conflict', 'unknown', 'short', 'tight'}      # what `ended` does not raise


class Broken(Exception):
    pass


def want(condition, what, *told):
    if not condition:
        raise Broken(what + ': ' + ' '.join(str(t) for t in told))


class World:
    def __init__(self, seed, cases, late, calendar, folder):
        self.calendar, self.late, self.checks = calendar, late, collections.Counter()
        path, self.tables = random_cases.make(seed, cases, 'all', folder, 'whole', late, calendar)
        self.rules = judge.load_rules(path)
        self.court = self.judged(self.tables)

    def judged(self, tables):
        return judge.open_court(self.rules, self.calendar, list(tables.values()))

    def last_fact(self):
        columns = ('date', 'posted', 'until', 'received', 'resolved')
        return max([D(row[c]) for rows in self.tables.values() for row in rows
                    for c in columns if row.get(c)] or [D('2020-09-01')])


# ---- the answers of one day --------------------------------------------------------

def sums(world, scan, plan):
    slots = [s for c in plan['cases'] for s in c['slots']]
    states = collections.Counter(s['state'] for s in slots)
    want(states == scan['states'], 'states', states, scan['states'])
    want(scan['slots'] == len(slots), 'slots')
    want((scan['exempt'], scan['paused']) == (plan['exempt'], plan['paused']), 'left out')
    keys = [f['key'] for f in scan['findings']]
    want(len(keys) == len(set(keys)), 'keys', [k for k in keys if keys.count(k) > 1])
    for finding in scan['findings']:
        both = finding['due'] is not None and finding['actual'] is not None
        want((finding['days'] is not None) == both, 'days', finding)
        if finding['code'] in ('late', 'overstay') and both:
            want(finding['actual'] > finding['due'], 'not late', finding)
        if finding['code'] in ('early', 'order', 'short'):
            want(not both or finding['actual'] < finding['due'], 'not early', finding)
    world.checks['sums'] += 1


def states(world, scan, plan):
    """States and findings say the same."""
    raised = collections.defaultdict(set)
    for f in scan['findings']:
        raised[f['case'], f['step'], f['division']].add(f['code'])
    for case in plan['cases']:
        for slot in case['slots']:
            codes = raised[case['case'], slot['step'], slot['division']]
            state, told = slot['state'], (case['case'], slot)
            want((state == 'conflict') == ('conflict' in codes), 'conflict', *told)
            want(state != 'ended' or not codes & SILENT, 'ended', codes, *told)
            want(state != 'overdue' or codes & {'missing', 'medium'}, 'overdue', codes, *told)
            want('missing' not in codes or state == 'overdue' or slot['posted'], 'missing', *told)
            if T(world.last_fact()) <= scan['today']:      # what has happened is all there is
                want(state != 'broken' or 'short' in codes, 'broken', codes, *told)
            for low, high in (('judged', 'planned'), ('posted', 'judged')):
                if slot[low] and slot[high]:
                    want(slot[low] <= slot[high], low, *told)
            if slot['latest'] and not world.late:
                want(slot['advised'] and slot['advised'] <= slot['latest'], 'advised', *told)
            world.checks['states'] += 1


def shuffled(world, rng, today, scan, plan):
    tables = {k: rng.sample(rows, len(rows)) for k, rows in world.tables.items()}
    court = world.judged(tables)
    want(court.scan(today) == scan and court.plan(today) == plan, 'the order of rows')
    world.checks['orders'] += 1


# ---- a slot posted as advised, on its last day, and a day after ---------------------------

def posted(world, case, node, day, until, today):
    """The codes at a slot that is posted besides, or None where another rule would hold."""
    row = {'case': case.id, 'step': node[1], 'division': node[2], 'posted': T(day),
           'until': T(until) or '', 'medium': '', 'place': '性质'}
    tables = dict(world.tables, postings=world.tables['postings'] + [row])
    court = world.judged({k: [r for r in rows if r.get('case', case.id) in
                              (case.id, 'batch:' + case.batch)] for k, rows in tables.items()})
    rule = court.data.rule_of(court.data.cases[case.id], today)
    if rule is not world.court.data.rule_of(case, today):
        return None
    return {f['code']: f for f in court.scan(today)['findings']
            if (f['step'], f['division']) == (node[1], node[2])}


def quiet_rounds(view, day):
    """No slot of the case begins anew after the day."""
    return all(b <= day for n in view.all_nodes() if n[0] == 'slot' for b in view.begins(n))


def as_advised(world, rng, plan, today):
    for case_plan in plan['cases']:
        slots = [s for s in case_plan['slots'] if s['state'] in ('ready', 'upcoming')
                 and not s['posted'] and s['advised'] and s['earliest']
                 and s['earliest'] <= s['advised']]
        if slots and rng.random() < 0.5:
            slot = rng.choice(slots)
            advised_one(world, world.court.data.cases[case_plan['case']], slot, today)


def advised_one(world, case, slot, today):
    view = world.court.whole(case, world.court.data.rule_of(case, today))
    node, day = ('slot', slot['step'], slot['division']), D(slot['advised'])
    last = view.last_day(node, day, True)
    if not judge.is_day(last) or not quiet_rounds(view, day):
        return
    codes = posted(world, case, node, day, last, max(world.last_fact(), last) + 1)
    if codes is None:
        return
    want(not set(codes) & {'late', 'early', 'short', 'missing'}, 'as advised', case.id, slot,
         codes)
    world.checks['advised'] += 1


def on_the_last_day(world, rng, plan, today):
    """On its own deadline it is not late, a day after it is, by a day."""
    for case_plan in plan['cases']:
        slots = [s for s in case_plan['slots'] if not s['posted']]
        if not slots or rng.random() < 0.5:
            continue
        slot = rng.choice(slots)
        case = world.court.data.cases[case_plan['case']]
        view = world.court.whole(case, world.court.data.rule_of(case, today))
        node = ('slot', slot['step'], slot['division'])
        due = view.known_deadline(node)[0]
        if due is None or not quiet_rounds(view, due):
            continue
        for more in (0, 1):
            after = max(world.last_fact(), due + more) + 1
            codes = posted(world, case, node, due + more, None, after)
            if codes is None:
                continue
            late = [(f['due'], f['days']) for c, f in codes.items() if c == 'late']
            want(late == [(T(due), 1)] * more, 'late', case.id, slot, T(due), more, late)
            world.checks['deadlines'] += 1


def whole_window(world, rng, plan, today):
    """Through the judged last day it is not short, a day less it is, by a day."""
    for case_plan in plan['cases']:
        slots = [s for s in case_plan['slots'] if not s['posted'] and s['earliest']]
        if not slots or rng.random() < 0.5:
            continue
        slot, case = rng.choice(slots), world.court.data.cases[case_plan['case']]
        view = world.court.whole(case, world.court.data.rule_of(case, today))
        node, day = ('slot', slot['step'], slot['division']), D(slot['earliest'])
        last = view.last_day(node, day)
        if not judge.is_day(last) or last == day or not quiet_rounds(view, day):
            continue
        for less in (0, 1):
            codes = posted(world, case, node, day, last - less,
                           max(world.last_fact(), last) + 1)
            if codes is None or view.end()[0] is not None:
                continue
            found = [(f['due'], f['days']) for c, f in codes.items() if c == 'short']
            want(found == [(T(last), 1)] * less, 'short', case.id, slot, T(last), less, found)
            world.checks['windows'] += 1


# ---- rounds --------------------------------------------------------------------------------

def round_(seed, cases, late, calendar, total):
    folder = tempfile.mkdtemp(prefix='whole-')
    try:
        world = World(seed, cases, late, calendar, folder)
        rng = random.Random('whole %s' % seed)
        for today in compare.todays(world.court, world.tables, rng, 3):
            scan, plan = world.court.scan(today), world.court.plan(today)
            sums(world, scan, plan)
            states(world, scan, plan)
            shuffled(world, rng, today, scan, plan)
            as_advised(world, rng, plan, today)
            on_the_last_day(world, rng, plan, today)
            whole_window(world, rng, plan, today)
        total.update(world.checks)
        return 0
    except Broken as broken:
        print('seed %s: %s' % (seed, broken))
        return 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description='properties of the whole language')
    parser.add_argument('--seed', default='1')
    parser.add_argument('--rounds', type=int, default=10)
    parser.add_argument('--cases', type=int, default=8)
    args = parser.parse_args()
    calendar, failed, total = judge.Calendar(holiday_table()), 0, collections.Counter()
    for i in range(args.rounds):
        failed += round_('%s-%d' % (args.seed, i), args.cases, i % 3 == 2, calendar, total)
    print(', '.join('%s %d' % item for item in sorted(total.items())))
    print('%d passed, %d failed' % (args.rounds - failed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
