#!/usr/bin/python3
"""Plays random histories before the program and the model.

    play.py --program PATH --seed SEED [--rounds N] [--keep-going]

Database A has its nights one after the other, database B the same with --full.
Each night their report.json (but for `judged`), report.txt and calendars are the
same bytes, and report.json is what the model says.  At the end the calendars are
those of `ics --by township`.
"""

import argparse
import copy
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

import history as histories
import model
import judge

JUDGED = re.compile(rb'"judged": *\d+')


def scratch():
    """Where fsync costs nothing, if there is such a place."""
    place = '/dev/shm'
    free = os.access(place, os.W_OK) and shutil.disk_usage(place).free > 1 << 28
    return place if free else None


class Difference(Exception):
    def __init__(self, what, more=''):
        super().__init__(what)
        self.what, self.more = what, more

    def label(self):
        """What a shorter history must share."""
        return ' '.join(self.what.split(': ')[0:1] + self.what.split(': ')[1:2])[:12]


# ---- one database with its folders ---------------------------------------------------------

class Side:
    def __init__(self, program, folder, rules, calendars, *more):
        self.program, self.folder, self.more = program, folder, list(more)
        self.rules, self.calendars = rules, calendars
        self.db = os.path.join(folder, 'facts.db')
        self.inbox = os.path.join(folder, 'inbox')
        self.out = os.path.join(folder, 'out')
        os.makedirs(self.inbox)

    def words(self, day, *words):
        head = [self.program, '--db', self.db, '--rules', self.rules, '--calendars',
                self.calendars, '--today', judge.text_of(day)]
        return head + list(words)

    def start(self, words, **more):
        more.setdefault('stdout', subprocess.PIPE)
        more.setdefault('stderr', subprocess.PIPE)
        return subprocess.Popen(words, stdin=subprocess.DEVNULL, **more)

    def call(self, day, *words, **more):
        process = self.start(self.words(day, *words), **more)
        out, err = process.communicate(timeout=300)
        return process.returncode, out, err.decode('utf-8', 'replace')

    def must(self, day, *words):
        status, out, err = self.call(day, *words)
        if status != 0:
            raise Difference('%s: exit status %d' % (words[0], status), err)
        return out

    def night(self, day, *more):
        return self.words(day, 'nightly', '--inbox', self.inbox, '--out', self.out,
                          *self.more, *more)

    def bytes(self, name):
        try:
            with open(os.path.join(self.out, name), 'rb') as file:
                return file.read()
        except OSError as error:
            raise Difference('%s: cannot be read' % name, str(error)) from error

    def report(self):
        text = self.bytes('report.json')
        try:
            return json.loads(text.decode('utf-8'))
        except ValueError as error:
            raise Difference('report.json: no JSON', str(error)) from error

    def sheets(self):
        return tree(os.path.join(self.out, 'calendars'))


def tree(folder):
    """{path: bytes} of all files below."""
    found = {}
    for path, folders, names in os.walk(folder):
        for name in names:
            file = os.path.join(path, name)
            with open(file, 'rb') as f:
                found[os.path.relpath(file, folder)] = f.read()
    return found


# ---- a history -----------------------------------------------------------------------------------

class Inbox:
    """What lies in the inbox by the interface."""

    def __init__(self):
        self.waiting = []                      # fresh ones
        self.places = {}                       # 'taken/DAY': names

    def before(self, night):
        """(deliveries of this night in order, those that wait)"""
        now = self.waiting + [d for d in night.deliveries if not d.fresh]
        self.waiting = [d for d in night.deliveries if d.fresh]
        return sorted(now, key=lambda d: (d.name != night.first, d.name.encode()))

    def moved(self, day, deliveries):
        for delivery in deliveries:
            state = 'refused' if delivery.faults else 'taken'
            names = self.places.setdefault('%s/%s' % (state, judge.text_of(day)), set())
            own = [delivery.name]
            if delivery.name == '.':
                own = [f[0] for f in delivery.files] + list(delivery.raw)
                names.add('errors.txt' if delivery.faults else 'receipt.txt')
            for name in own:
                number = 2
                free = name
                while free in names:
                    free, number = '%s-%d' % (name, number), number + 1
                names.add(free)

    def names(self):
        """As `listing` gives it."""
        return {k: sorted(v) for k, v in self.places.items()}


def listing(inbox):
    found = {}
    for state in ('taken', 'refused'):
        folder = os.path.join(inbox, state)
        for day in sorted(os.listdir(folder)) if os.path.isdir(folder) else []:
            names = sorted(os.listdir(os.path.join(folder, day)))
            if names:
                found['%s/%s' % (state, day)] = names
    return found


def put(side, night, waiting):
    """Copies finish, new ones come."""
    for delivery in waiting:
        path = os.path.join(side.inbox, delivery.name)
        if delivery.part:
            os.rename(path + '.part', path)
        for name in os.listdir(path):
            histories.age(os.path.join(path, name))
        histories.age(path)
    for delivery in night.deliveries:
        name = '' if delivery.name == '.' else delivery.name + '.part' * delivery.part
        folder = os.path.join(side.inbox, name)
        histories.write_files(folder, delivery, not delivery.fresh or delivery.part)


def change(folder, night):
    """Rules and calendars; the times of the files tell nothing."""
    for path, text in night.rules.items():
        histories.write_text(os.path.join(folder, 'rules', path), text)
        os.utime(os.path.join(folder, 'rules', path), (1.6e9, 1.6e9))
    write_calendars(os.path.join(folder, 'calendars'), night.calendars)


def write_calendars(folder, files):
    for (prefix, year), days in files.items():
        path = os.path.join(folder, model.calendar_path(prefix, year))
        if days is None:
            os.remove(path)
            continue
        histories.write_text(path, model.calendar_text(days, year))
        os.utime(path, (1.6e9, 1.6e9))


class Player:
    def __init__(self, program, history, folder):
        self.history, self.folder = history, folder
        os.makedirs(folder)
        histories.write_tree(os.path.join(folder, 'rules'), history.rules)
        os.makedirs(os.path.join(folder, 'calendars', 'cn'))
        write_calendars(os.path.join(folder, 'calendars'), history.calendars)
        lang = ['--lang', 'en'] if sum(map(ord, history.seed)) % 2 else ['--lang', 'zh']
        paths = [os.path.join(folder, n) for n in ('rules', 'calendars')]
        self.sides = [Side(program, os.path.join(folder, 'a'), *paths, *lang),
                      Side(program, os.path.join(folder, 'b'), *paths, '--full', *lang)]
        self.lang = lang
        self.model = model.Model(model.load_rules(paths[0]), history.calendars)
        self.inbox = Inbox()
        self.at = None
        self.nights = 0

    def play(self):
        for side in self.sides:
            side.must(self.history.nights[0].day, 'init')
        for self.at, night in enumerate(self.history.nights):
            self.night(night)
            self.nights += 1
        a = self.sides[0]
        sheets = os.path.join(self.folder, 'sheets')
        a.must(night.day, 'ics', '--by', 'township', '--out-dir', sheets, *self.lang)
        compare_trees('calendars: not those of ics', a.sheets(), tree(sheets))

    def before(self, night):
        """What lies there in the evening, on all sides; what the model expects of the night."""
        waiting = list(self.inbox.waiting)
        for side in self.sides:
            put(side, night, waiting)
        change(self.folder, night)
        if night.rules:
            self.model.rules = model.load_rules(os.path.join(self.folder, 'rules'))
        for key, days in night.calendars.items():
            self.model.calendars.pop(key, None)
            if days is not None:
                self.model.calendars[key] = days
        self.waive(night)
        now = self.inbox.before(night)
        self.inbox.moved(night.day, now)
        return self.model.night(night.day, [(d.name, d.parts(), len(d.faults)) for d in now],
                                [d.name for d in night.deliveries if d.fresh and not d.part])

    def night(self, night):
        ours = self.before(night)
        a, b = self.sides
        one = a.start(a.night(night.day, '--yes', '--format', 'json'))
        other = b.start(b.night(night.day, '--yes'))
        said = [p.communicate(timeout=300) for p in (one, other)]
        for process, (_, err) in zip((one, other), said):
            if process.returncode not in (0, 1):
                raise Difference('nightly: exit status %d' % process.returncode,
                                 err.decode('utf-8', 'replace'))
        self.compare(night, ours, [one.returncode, other.returncode], said)

    def waive(self, night):
        for side in self.sides:
            for key, until in night.waive:
                side.must(night.day, 'waive', key, '--ground', '已约定整改', '--by', '韦某',
                          '--until', judge.text_of(until))
            for key in night.end:
                side.must(night.day, 'waive', '--end', key)
        for key, until in night.waive:
            self.model.waivers[key] = until
        for key in night.end:
            self.model.waivers.pop(key, None)

    def compare(self, night, ours, statuses, said):
        a, b = self.sides
        for side in self.sides:
            full = side is b
            found = list(model.differences(side.report(), ours, full, self.history.whole))
            if found:
                raise Difference(('full: ' if full else '') + found[0], '\n'.join(found[1:9]))
        one, other = a.bytes('report.json'), b.bytes('report.json')
        if JUDGED.sub(b'', one) != JUDGED.sub(b'', other):
            raise Difference('report.json: not that of --full', first_difference(one, other))
        if said[0][0].strip() != one.strip():
            raise Difference('report.json: not what --format json prints',
                             first_difference(one, said[0][0]))
        if statuses != [self.model.status(ours)] * 2:
            raise Difference('nightly: exit statuses %s' % statuses,
                             'not %d' % self.model.status(ours))
        compare_trees('calendars: not those of --full', a.sheets(), b.sheets())
        one, other = a.bytes('report.txt'), b.bytes('report.txt')
        if one != other:
            raise Difference('report.txt: not that of --full', first_difference(one, other))
        for side in self.sides:
            if listing(side.inbox) != self.inbox.names():
                raise Difference('inbox: %s' % listing(side.inbox),
                                 'not %s' % self.inbox.names())


def compare_trees(what, one, other):
    if sorted(one) != sorted(other):
        raise Difference(what, 'files %s\nand   %s' % (sorted(one), sorted(other)))
    for name in sorted(one):
        if one[name] != other[name]:
            raise Difference(what, name + ': ' + first_difference(one[name], other[name]))


def first_difference(one, other):
    one = one.decode('utf-8', 'replace').split('\n')
    other = other.decode('utf-8', 'replace').split('\n')
    for i, (a, b) in enumerate(zip(one, other)):
        if a != b:
            return 'line %d:\n  %s\n  %s' % (i + 1, a[:1500], b[:1500])
    return '%d and %d lines' % (len(one), len(other))


# ---- shorter ones ----------------------------------------------------------------------------------

def trial(program, history):
    """(difference or None, the night, nights played)"""
    folder = tempfile.mkdtemp(prefix='night-', dir=scratch())
    player = None
    try:
        player = Player(program, history, os.path.join(folder, 'play'))
        player.play()
        return None, player.at, player.nights
    except Difference as difference:
        return difference, player.at if player else None, 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def shrink(program, history, wanted, at):
    best = copy.deepcopy(history)
    best.nights = best.nights[:(at or 0) + 1]
    tries = 0
    moved = True
    while moved and tries < 250:
        moved = False
        for smaller in variants(best):
            tries += 1
            try:
                found, night, _ = trial(program, smaller)
            except (KeyError, IndexError, OSError, ValueError):
                continue
            if found and found.label() == wanted.label():
                best, wanted, moved = smaller, found, True
                break
            if tries >= 250:
                break
    return best, wanted


def variants(history):
    cases = {r['case'] for n in history.nights for d in n.deliveries
             for _, k, _, rows in d.files if k == 'cases' for r in rows}
    for case in sorted(cases):
        if len(cases) > 1:
            yield without_case(history, case)
    for i, night in enumerate(history.nights):
        if len(history.nights) > 1 and not night.deliveries and i + 1 < len(history.nights):
            smaller = copy.deepcopy(history)
            gone = smaller.nights.pop(i)
            follower = smaller.nights[i]
            follower.rules = {**gone.rules, **follower.rules}
            follower.calendars = {**gone.calendars, **follower.calendars}
            follower.waive = gone.waive + follower.waive
            yield smaller
        for name in ('rules', 'calendars', 'waive', 'end'):
            if getattr(night, name):
                smaller = copy.deepcopy(history)
                setattr(smaller.nights[i], name, type(getattr(night, name))())
                yield smaller
        for j in range(len(night.deliveries)):
            smaller = copy.deepcopy(history)
            del smaller.nights[i].deliveries[j]
            yield smaller
    for i, night in enumerate(history.nights):
        for j, delivery in enumerate(night.deliveries):
            for k, file in enumerate(delivery.files):
                if len(file[3]) > 12:
                    continue
                for row in range(len(file[3])):
                    smaller = copy.deepcopy(history)
                    del smaller.nights[i].deliveries[j].files[k][3][row]
                    tidy(smaller)
                    yield smaller


def without_case(history, case):
    smaller = copy.deepcopy(history)
    for night in smaller.nights:
        night.waive = [w for w in night.waive if not w[0].startswith(case + '/')]
        night.end = [k for k in night.end if not k.startswith(case + '/')]
        for delivery in night.deliveries:
            for file in delivery.files:
                file[3][:] = [r for r in file[3] if r.get('case') != case]
    tidy(smaller)
    return smaller


def tidy(history):
    for night in history.nights:
        for delivery in night.deliveries:
            delivery.files = [f for f in delivery.files if f[3]]
        night.deliveries = [d for d in night.deliveries if d.files or d.raw]


def show(history, out=sys.stdout):
    for i, night in enumerate(history.nights):
        print('night %d, %s' % (i + 1, judge.text_of(night.day)), file=out)
        for path in night.rules:
            print('  changed %s' % path, file=out)
        for (prefix, year), days in night.calendars.items():
            print('  calendar %s %d: %s' % (prefix or 'cn', year, days and {
                judge.text_of(d): k for d, k in sorted(days.items())[:99]}), file=out)
        for key, until in night.waive:
            print('  waive %s until %s' % (key, judge.text_of(until)), file=out)
        for key in night.end:
            print('  waive --end %s' % key, file=out)
        for delivery in night.deliveries:
            print('  delivery %s%s%s' % (delivery.name, ' fresh' * delivery.fresh,
                                         ' .part' * delivery.part), file=out)
            for name, _, names, rows in delivery.files:
                print('    %s: %s' % (name, ','.join(names)), file=out)
                for row in rows:
                    print('      ' + ','.join(row.get(c) or '' for c in names), file=out)
            for name in delivery.raw:
                print('    %s (no CSV)' % name, file=out)


def make(seed, **options):
    folder = tempfile.mkdtemp(prefix='night-', dir=scratch())
    try:
        return histories.Maker(seed, folder, **options).make()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def one(program, seed, say=print, shorten=True):
    """(nights played, failed)"""
    history = make(seed, kind='whole' if seed.startswith('whole') else None)
    found, at, nights = trial(program, history)
    if found is None:
        return nights, 0
    say('DIFFERENCE: seed %s, night %s: %s\n%s' % (
        seed, None if at is None else at + 1, found.what, found.more))
    if shorten:
        smaller, found = shrink(program, history, found, at)
        say('shortest found: %s\n%s' % (found.what, found.more))
        show(smaller)
        for path, text in smaller.rules.items():
            if path.startswith('pack-'):
                print('-- rules/%s\n%s' % (path, text))
        for i, night in enumerate(smaller.nights):
            for path, text in night.rules.items():
                print('-- of night %d: rules/%s\n%s' % (i + 1, path, text))
    sys.stdout.flush()
    return nights, 1


def main():
    parser = argparse.ArgumentParser(description='random histories of nights')
    parser.add_argument('--program', required=True)
    parser.add_argument('--seed', default='1')
    parser.add_argument('--first', type=int, default=1)
    parser.add_argument('--rounds', type=int, default=20)
    parser.add_argument('--keep-going', action='store_true')
    parser.add_argument('--no-shrink', action='store_true')
    parser.add_argument('--model-only', action='store_true')
    args = parser.parse_args()
    passed = failed = 0
    for number in range(args.first, args.first + args.rounds):
        seed = '%s-%d' % (args.seed, number)
        if args.model_only:
            show(make(seed))
            continue
        _, bad = one(os.path.abspath(args.program), seed, shorten=not args.no_shrink)
        passed, failed = passed + (1 - bad), failed + bad
        if bad and not args.keep_going:
            break
    print('%d passed, %d failed' % (passed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
