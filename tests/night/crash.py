#!/usr/bin/python3
"""One night ended before each of its writes, and on a disk that is full.

    crash.py --program PATH [--points N|all] [--seed SEED]

killat.c ends the program just before its N-th call that changes the disk; run again,
the night ends as one that nobody disturbed.  So for any N, and for some pairs.  On a
full disk (RLIMIT_FSIZE) it says 3, and ends well once there is room.
"""

import argparse
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile

import edges                                                       # first: finds judge
import judge
import play
import sixty

HERE = os.path.dirname(os.path.abspath(__file__))


def build(folder):
    """The shim, or None where it cannot be had."""
    shim = os.path.join(folder, 'killat.so')
    words = [os.environ.get('CC') or 'cc', '-shared', '-fPIC', '-o', shim,
             os.path.join(HERE, 'killat.c'), '-ldl']
    try:
        done = subprocess.run(words, stderr=subprocess.PIPE, check=False)
    except OSError:
        return None
    return shim if done.returncode == 0 else None


class Before(play.Player):
    """The state before the last night of a history."""

    def play(self):
        for side in self.sides:
            side.must(self.history.nights[0].day, 'init')
        for self.at, night in enumerate(self.history.nights[:-1]):
            self.night(night)
        night = self.history.nights[-1]
        play.put(self.sides[0], night, list(self.inbox.waiting))
        play.change(self.folder, night)
        return night


class Crash:
    def __init__(self, program, seed, folder, say):
        self.program, self.folder, self.say = program, folder, say
        self.rng = random.Random('crash %s' % seed)
        self.passed = self.failed = 0
        history = self.rich(seed)
        self.before = Before(program, history, os.path.join(folder, 'play'))
        self.day = self.before.play().day
        self.kept = os.path.join(folder, 'kept')
        os.rename(self.before.sides[0].folder, self.kept)
        self.wanted = self.undisturbed()

    def rich(self, seed):
        """A history whose last night has something of everything."""
        best = None
        for number in range(40):
            history = play.make('%s-%d' % (seed, number), cases=5, nights=4, kind='all',
                                daily=True)
            last = history.nights[-1].deliveries
            score = (any(d.faults for d in last), any(d.name == '.' and d.files for d in last),
                     len(last), bool(history.nights[-1].calendars))
            if best is None or score > best[0]:
                best = (score, history)
            if score[0] and score[1] and score[2] > 2:
                break
        best[1].nights[-1].waive, best[1].nights[-1].end = [], []
        return best[1]

    def side(self):
        """What was before the night, once more."""
        side = self.before.sides[0]
        shutil.rmtree(side.folder, ignore_errors=True)
        shutil.copytree(self.kept, side.folder)          # keeps the times of the files
        return side

    def undisturbed(self):
        side = self.side()
        status, err = sixty.ended(side.start(side.night(self.day, '--yes')))
        if status not in (0, 1):
            raise play.Difference('nightly: exit status %d' % status, err)
        return sixty.state_of(side, status)

    def again(self, side, what):
        try:
            status, err = sixty.ended(side.start(side.night(self.day, '--yes')))
            if status not in (0, 1):
                raise play.Difference('exit status %d' % status, err)
            sixty.same(self.wanted, sixty.state_of(side, status), what)
            self.passed += 1
        except play.Difference as found:
            self.failed += 1
            self.say('DIFFERENCE: crash %s: %s\n%s' % (what, found.what, found.more))

    # -- ended

    def run_with(self, side, shim, **more):
        env = dict(os.environ, LD_PRELOAD=shim, **more)
        process = side.start(side.night(self.day, '--yes'), env=env)
        process.communicate(timeout=300)
        return process.returncode

    def kills(self, shim, points):
        count = os.path.join(self.folder, 'count')
        self.run_with(self.side(), shim, KILL_COUNT=count)
        with open(count, encoding='ascii') as file:
            calls = int(file.read())
        numbers = list(range(1, calls + 1))
        if points and points < calls:
            numbers = sorted(self.rng.sample(numbers, points))
        for number in numbers:
            side = self.side()
            if self.run_with(side, shim, KILL_AT=str(number)) != -signal.SIGKILL:
                continue
            what = 'before call %d of %d' % (number, calls)
            if self.rng.random() < 0.2:
                second = self.rng.randint(1, calls)
                self.run_with(side, shim, KILL_AT=str(second))
                what += ', again before call %d' % second
            self.again(side, what)
        return calls

    # -- loose files, which are one delivery, but move one by one

    def loose(self, shim, bad):
        """Ended before each move; bad: the name of the file with a fault, or None."""
        side = edges.Place(self.program)
        try:
            side.first('2020-09-18')
            side.run('2020-09-09')
            for name in ('b.csv', 'c.csv', 'd.csv'):
                side.put(name, 'case,event,date\nHX-%s,township-reviewed,2020-09-2%d\n' % (
                    9 if name == bad else 1, 1))
            kept = os.path.join(side.top, 'kept')
            shutil.copytree(side.folder, kept)
            wanted = self.loose_end(side)
            for number in range(1, 100):
                shutil.rmtree(side.folder)
                shutil.copytree(kept, side.folder)
                env = dict(os.environ, LD_PRELOAD=shim, KILL_ONLY='rename', KILL_AT=str(number))
                process = side.start(side.night(judge.day_of('2020-09-22')), env=env)
                process.communicate(timeout=300)
                if process.returncode != -signal.SIGKILL:
                    break
                what = 'before move %d, loose files, fault in %s' % (number, bad)
                try:
                    sixty.same(wanted, self.loose_end(side), what)
                    self.passed += 1
                except play.Difference as found:
                    self.failed += 1
                    self.say('DIFFERENCE: %s\n%s' % (found.what, found.more))
        finally:
            side.end()

    def loose_end(self, side):
        status, err = sixty.ended(side.start(side.night(judge.day_of('2020-09-22'))))
        if status not in (0, 1):
            raise play.Difference('exit status %d' % status, err)
        return sixty.state_of(side, status)

    # -- full

    def full(self, points):
        sizes = [0, 100, 512, 4096] + [self.rng.randrange(400000)
                                       for _ in range(min(points or 12, 12))]
        for size in sizes:
            side = self.side()
            process = side.start(side.night(self.day, '--yes'), restore_signals=False,
                                 preexec_fn=lambda: limit(size))
            err = process.communicate(timeout=300)[1]
            if process.returncode not in (0, 1, 3):
                self.failed += 1
                self.say('DIFFERENCE: full at %d bytes: exit status %d\n%s' % (
                    size, process.returncode, err.decode('utf-8', 'replace')))
            elif process.returncode == 3 and not err.strip():
                self.failed += 1
                self.say('DIFFERENCE: full at %d bytes: nothing said' % size)
            else:
                self.again(side, 'full at %d bytes (%d)' % (size, process.returncode))


def limit(size):
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def run(program, seed, points, say=print):
    """(passed, failed, calls that could be ended)"""
    folder = tempfile.mkdtemp(prefix='crash-', dir=play.scratch())
    calls = None
    try:
        crash = Crash(program, seed, folder, say)
        shim = None if os.environ.get('SAN') else build(folder)
        if shim:
            calls = crash.kills(shim, points)
            for bad in (None, 'b.csv', 'c.csv', 'd.csv'):
                crash.loose(shim, bad)
        crash.full(points)
        return crash.passed, crash.failed, calls
    except play.Difference as found:
        say('DIFFERENCE: crash, seed %s: %s\n%s' % (seed, found.what, found.more))
        return 0, 1, calls
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description='a night ended before each of its writes')
    parser.add_argument('--program', required=True)
    parser.add_argument('--seed', default='1')
    parser.add_argument('--points', default='25')
    args = parser.parse_args()
    points = 0 if args.points == 'all' else int(args.points)
    passed, failed, calls = run(os.path.abspath(args.program), args.seed, points)
    print('%s calls that change the disk' % calls)
    print('%d passed, %d failed' % (passed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
