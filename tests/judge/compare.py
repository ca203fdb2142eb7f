#!/usr/bin/python3
"""Compares a program with the second judge, member by member, on random cases.

    compare.py --program PATH --seed N --rounds R --cases K [--random-procedures|--whole]
               [--todays 10] [--procedure ID|all|random] [--late yes|no|some]
               [--calendars DIR] [--holidays CSV] [--keep-going] [--keep DIR]

On a difference it prints the seed, the round, today, the case, both records and the
least facts that still differ, and exits 1.  `message` is only asked to be there.
"""

import argparse
import csv
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import judge                                                       # noqa: E402
import random_cases                                                # noqa: E402
from paths import CALENDARS, holiday_table                        # noqa: E402

SHIPPED = ['household-exit', 'village-exit', 'county-exit', 'fund-allocation', 'annual-plan',
           'project', 'all']
RANK = {'advice': 0, 'question': 1, 'violation': 2, 'grave': 3}


class Difference:
    def __init__(self, command, case, what, theirs, ours, label=None):
        self.command, self.case, self.what = command, case, what
        self.theirs, self.ours = theirs, ours
        self.label = label or what                   # what a shrunken one must share

    def same(self, other):
        return other is not None and (self.command, self.case, self.label) == \
            (other.command, other.case, other.label)


# ---- the program -----------------------------------------------------------------

class Program:
    def __init__(self, path, rules, calendars, folder):
        self.path, self.rules, self.calendars = path, rules, calendars
        self.folder = folder
        self.db = os.path.join(folder, 'test.db')

    def call(self, *args):
        head = [self.path, '--db', self.db, '--rules', self.rules, '--calendars', self.calendars]
        return subprocess.run(head + list(args), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=120)

    def prepare(self, files):
        """A Difference where the program refuses what it must take."""
        for name in os.listdir(self.folder):
            if name.startswith('test.db'):
                os.remove(os.path.join(self.folder, name))
        later = [f for f in files if os.path.basename(f).startswith('later-')]
        first = [f for f in files if f not in later]
        for args in [['init']] + [['import'] + part for part in (first, later) if part]:
            done = self.call(*args)
            if done.returncode != 0:
                return Difference(args[0], None, 'exit status %d' % done.returncode,
                                  text(done.stderr)[-3000:], 'exit status 0')
        return None

    def ask(self, command, today):
        done = self.call('--today', judge.text_of(today), command, '--format', 'json')
        try:
            answer = json.loads(done.stdout.decode('utf-8'), object_pairs_hook=Record)
        except ValueError as error:
            answer = None
            fault = Difference(command, None, 'no JSON (exit status %d)' % done.returncode,
                               text(done.stdout)[:500] + text(done.stderr)[-2000:], str(error))
            return done.returncode, answer, fault
        return done.returncode, answer, None


def text(data):
    return data.decode('utf-8', 'replace')


class Record(dict):
    """A JSON object that knows the order of its members."""

    def __init__(self, pairs):
        super().__init__(pairs)
        self.names = [name for name, _ in pairs]


def ordered(value):
    """The judge's answer in the same form."""
    if isinstance(value, dict):
        return Record([(k, ordered(v)) for k, v in value.items()])
    if isinstance(value, list):
        return [ordered(v) for v in value]
    return value


# ---- comparing -----------------------------------------------------------------------

def first_difference(theirs, ours):
    """The name of the first member of two records that differs, or None."""
    if not isinstance(theirs, Record) or theirs.names != ours.names:
        return 'members'
    for name in ours.names:
        if name == 'message':
            if not isinstance(theirs[name], str) or not theirs[name].strip():
                return name
        elif name in ('findings', 'slots') and isinstance(ours[name], list):
            continue
        elif name == 'cases' and isinstance(ours[name], list):
            continue
        elif theirs[name] != ours[name] or type(theirs[name]) is not type(ours[name]):
            return name
        elif isinstance(ours[name], Record) and theirs[name].names != ours[name].names:
            return name
    return None


def compare_lists(command, theirs, ours, key, case_of):
    """Two lists of records, known by key."""
    mine = {key(r): r for r in ours}
    found = {key(r): r for r in theirs}
    for name, record in mine.items():
        if name not in found:
            return Difference(command, case_of(record), 'only the judge has %s' % (name,),
                              None, record, label(record, 'ours'))
        what = first_difference(found[name], record)
        if what:
            return Difference(command, case_of(record), '%s of %s' % (what, name),
                              found[name], record, label(record, what))
    for name, record in found.items():
        if name not in mine:
            return Difference(command, case_of(record), 'only the program has %s' % (name,),
                              record, None, label(record, 'theirs'))
    if [key(r) for r in theirs] != [key(r) for r in ours]:
        return Difference(command, None, 'the order', [key(r) for r in theirs],
                          [key(r) for r in ours])
    return None


def label(record, what):
    return '%s %s %s %s' % (record.get('code'), record.get('step'), record.get('event'), what)


def compare_scan(status, theirs, ours):
    found = compare_lists('scan', theirs.get('findings', []), ours['findings'],
                          lambda r: r.get('key'), lambda r: r.get('case'))
    if found:
        return found
    what = first_difference(theirs, ours)
    if what:
        return Difference('scan', None, what, theirs.get(what, theirs.names),
                          ours.get(what, ours.names))
    expected = int(any(RANK[f['severity']] >= 1 for f in ours['findings']))
    if status != expected:
        return Difference('scan', None, 'exit status', status, expected)
    return None


def compare_plan(status, theirs, ours):
    found = compare_lists('plan', theirs.get('cases', []), ours['cases'],
                          lambda r: r.get('case'), lambda r: r.get('case'))
    if found:
        return found
    for one, other in zip(theirs['cases'], ours['cases']):
        found = compare_lists('plan', one['slots'], other['slots'],
                              lambda r: (r.get('step'), r.get('division')),
                              lambda r: other['case'])
        if found:
            return found
    what = first_difference(theirs, ours)
    if what:
        return Difference('plan', None, what, theirs.get(what), ours.get(what))
    return Difference('plan', None, 'exit status', status, 0) if status else None


# ---- one trial ----------------------------------------------------------------------------

class Trial:
    """One set of tables in the program and before the judge."""

    def __init__(self, program, calendar, tables, rng, folder):
        self.program = program
        shutil.rmtree(folder, ignore_errors=True)
        files = random_cases.write(random_cases.split(rng, tables), folder)
        self.fault = program.prepare(files)
        self.files = files
        self.court = judge.open_court(judge.load_rules(program.rules), calendar,
                                      list(tables.values()))

    def compare(self, today, commands=('scan', 'plan')):
        for command in commands:
            status, theirs, fault = self.program.ask(command, today)
            if fault:
                return fault
            ours = ordered(getattr(self.court, command)(today))
            compare = compare_scan if command == 'scan' else compare_plan
            found = compare(status, theirs, ours)
            if found:
                return found
        return None


def todays(court, tables, rng, count):
    """Days near the edges: facts, deadlines, last days, and a day before and after each."""
    edges = []
    for table, columns in (('events', ['date']), ('postings', ['posted', 'until']),
                           ('objections', ['received', 'resolved'])):
        for row in tables[table]:
            edges += [judge.day_of(row[c]) for c in columns if row.get(c)]
    middle = rng.choice(edges) if edges else judge.day_of('2020-09-30')
    for case in court.plan(middle)['cases']:
        for slot in case['slots']:
            edges += [judge.day_of(slot[c]) for c in
                      ('earliest', 'latest', 'advised', 'judged', 'planned') if slot[c]]
    edges = edges or [middle]
    chosen = [rng.choice(edges) + rng.choice([-1, 0, 0, 1, 1, 2]) for _ in range(count)]
    chosen[-1] = max(edges) + rng.choice([5, 40, 400])
    return chosen


# ---- shrinking ------------------------------------------------------------------------------

def rows_of(tables):
    return [(kind, row) for kind, rows in tables.items() for row in rows]


def tables_of(rows):
    tables = {kind: [] for kind in random_cases.HEADERS}
    for kind, row in rows:
        tables[kind].append(row)
    return tables


def usable(rows):
    cases = {r['case'] for k, r in rows if k == 'cases'}
    batches = {r['batch'] for k, r in rows if k == 'cases'}
    for kind, row in rows:
        name = row.get('case')
        if kind in ('events', 'postings', 'objections') and name not in cases:
            if not name.startswith('batch:') or name[len('batch:'):] not in batches:
                return False
    return True


class Shrinker:
    def __init__(self, program, calendar, folder, today, wanted):
        self.program, self.calendar, self.folder = program, calendar, folder
        self.today, self.wanted, self.tries = today, wanted, 0

    def differs(self, rows):
        if not usable(rows) or self.tries > 1500:
            return False
        self.tries += 1
        try:
            trial = Trial(self.program, self.calendar, tables_of(rows), random.Random(0),
                          self.folder)
        except (IndexError, KeyError):
            return False
        if trial.fault:
            return self.wanted.same(trial.fault)
        if self.wanted.command not in ('scan', 'plan'):
            return False
        return self.wanted.same(trial.compare(self.today, (self.wanted.command,)))

    def shrink(self, rows):
        rows = self.only_its_case(rows)
        names = sorted({r['case'] for k, r in rows if k == 'cases'})
        for name in names:
            smaller = [(k, r) for k, r in rows if r.get('case') != name]
            if self.differs(smaller):
                rows = smaller
        size = max(1, len(rows) // 2)
        while True:
            rows, dropped = self.drop(rows, size)
            if size == 1 and not dropped:
                break
            size = max(1, size // 2)
        return self.blank(rows)

    def only_its_case(self, rows):
        if self.wanted.case is None:
            return rows
        batch = [r['batch'] for k, r in rows if k == 'cases' and r['case'] == self.wanted.case]
        keep = {self.wanted.case} | {'batch:' + b for b in batch}
        smaller = [(k, r) for k, r in rows if k in ('divisions', 'later') or r['case'] in keep]
        return smaller if self.differs(smaller) else rows

    def drop(self, rows, size):
        dropped = False
        at = 0
        while at < len(rows):
            smaller = rows[:at] + rows[at + size:]
            if smaller and self.differs(smaller):
                rows, dropped = smaller, True
            else:
                at += size
        return rows, dropped

    def blank(self, rows):
        """Empty the cells that do not matter."""
        for i, (kind, row) in enumerate(rows):
            for column in ('places', 'batch', 'traits', 'place', 'content', 'reviewed', 'evidence',
                           'medium', 'resolved', 'outcome', 'handler', 'number', 'until'):
                if row.get(column):
                    smaller = list(rows)
                    smaller[i] = (kind, dict(row, **{column: ''}))
                    if self.differs(smaller):
                        rows, row = smaller, smaller[i][1]
        return rows


def show_rows(rows):
    out = io.StringIO()
    for kind, table in tables_of(rows).items():
        if table:
            header = random_cases.narrowed(kind, table)
            writer = csv.DictWriter(out, header, extrasaction='ignore', lineterminator='\n')
            out.write('-- %s.csv\n' % kind)
            writer.writeheader()
            writer.writerows(table)
    return out.getvalue()


def show_rule(rules, rows):
    """The rule files of the cases that are left, for random procedures."""
    names = {r['procedure'] for k, r in rows if k == 'cases'}
    out = ''
    for folder, _, files in sorted(os.walk(rules)):
        for file in sorted(files):
            if file == 'pack.yaml' or file[:-len('.yaml')] in names:
                path = os.path.join(folder, file)
                with open(path, encoding='utf-8') as f:
                    out += '-- %s\n%s' % (os.path.relpath(path, rules), f.read())
    return out


# ---- rounds ------------------------------------------------------------------------------------

class Comparison:
    def __init__(self, args):
        self.args = args
        self.calendar = judge.Calendar(args.holidays)
        self.passed = self.failed = 0

    def round(self, number):
        args = self.args
        seed = '%s-%d' % (args.seed, number)
        rng = random.Random('compare ' + seed)
        late = {'yes': True, 'no': False}.get(args.late, rng.random() < 0.25)
        procedure = rng.choice(SHIPPED) if args.procedure == 'random' else args.procedure
        folder = tempfile.mkdtemp(prefix='judge-')
        try:
            rules, tables = random_cases.make(seed, args.cases, procedure, folder,
                                              args.random_procedures, late, self.calendar)
            program = Program(args.program, rules, args.calendars, folder)
            self.trial(number, seed, rng, program, tables, folder)
        finally:
            if args.keep and self.failed:
                shutil.copytree(folder, args.keep, dirs_exist_ok=True)
            shutil.rmtree(folder, ignore_errors=True)

    def trial(self, number, seed, rng, program, tables, folder):
        files = os.path.join(folder, 'csv')
        trial = Trial(program, self.calendar, tables, rng, files)
        if trial.fault:
            self.report(number, seed, None, trial.fault, program, tables, files)
            return
        for today in todays(trial.court, tables, rng, self.args.todays):
            found = trial.compare(today)
            if found:
                self.report(number, seed, today, found, program, tables, files)
                return
            self.passed += 1

    def report(self, number, seed, today, found, program, tables, files):
        self.failed += 1
        print('DIFFERENCE: %s' % found.what)
        print('seed %s, round %d (%s), today %s, command %s, case %s' % (
            self.args.seed, number, seed, judge.text_of(today), found.command, found.case))
        print('program: %s' % show(found.theirs))
        print('judge:   %s' % show(found.ours))
        sys.stdout.flush()
        shrinker = Shrinker(program, self.calendar, files, today, found)
        rows = shrinker.shrink(rows_of(tables))
        try:
            trial = Trial(program, self.calendar, tables_of(rows), random.Random(0), files)
            again = trial.fault or trial.compare(today, (found.command,))
        except (IndexError, KeyError):
            again = None
        if again:
            print('with the least facts, program: %s' % show(again.theirs))
            print('with the least facts, judge:   %s' % show(again.ours))
        print(show_rows(rows))
        if self.args.random_procedures:
            print(show_rule(program.rules, rows))
        sys.stdout.flush()


def show(value):
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def main():
    parser = argparse.ArgumentParser(description='compare a program with the second judge')
    parser.add_argument('--program', required=True)
    parser.add_argument('--seed', default='1')
    parser.add_argument('--rounds', type=int, default=20)
    parser.add_argument('--cases', type=int, default=20)
    parser.add_argument('--random-procedures', action='store_true')
    parser.add_argument('--whole', action='store_const', const='whole', dest='random_procedures',
                        help='random procedures of the whole rule language')
    parser.add_argument('--todays', type=int, default=10)
    parser.add_argument('--procedure', default='random')
    parser.add_argument('--late', choices=['yes', 'no', 'some'], default='some')
    parser.add_argument('--calendars', default=CALENDARS)
    parser.add_argument('--holidays', default=holiday_table())
    parser.add_argument('--keep-going', action='store_true')
    parser.add_argument('--keep', help='copy the files of a round that differs there')
    args = parser.parse_args()
    args.program = os.path.abspath(args.program)
    comparison = Comparison(args)
    for number in range(1, args.rounds + 1):
        comparison.round(number)
        if comparison.failed and not args.keep_going:
            break
    print('%d passed, %d failed' % (comparison.passed, comparison.failed))
    return 1 if comparison.failed else 0


if __name__ == '__main__':
    sys.exit(main())
