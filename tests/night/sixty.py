#!/usr/bin/python3
"""Many nights over a growing log; then the same nights with a killer about.

    sixty.py --program PATH --seed SEED [--nights 60] [--cases 40] [--kills 100]

The undisturbed run is held against the model each night.  In the other the program
gets SIGKILL at random moments and is run again: each night's report, its calendars
and the folders of the inbox, and in the end the database, are those of the
undisturbed one.
"""

import argparse
import hashlib
import os
import random
import re
import shutil
import signal
import sqlite3
import sys
import tempfile
import time

import play                                                        # first: finds judge

STAMP = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?Z?|\b1\d{18}\b")
VERSION = re.compile(r"""(INSERT INTO "?county"? VALUES\('\d+',)\d+,\d+""")


def dump(db):
    """All of it, but for the clock, and for how often a county has changed: of a night that was
    killed and run again it did once more."""
    connection = sqlite3.connect(db)
    try:
        whole = connection.execute('PRAGMA integrity_check').fetchone()[0]
        text = '\n'.join(connection.iterdump())
    finally:
        connection.close()
    return whole + '\n' + VERSION.sub(r'\1', STAMP.sub('at', text))


def state_of(side, status):
    """What a night leaves."""
    return {'status': status, 'report.json': side.bytes('report.json'),
            'report.txt': side.bytes('report.txt'),
            'calendars': {n: hashlib.sha256(b).hexdigest() for n, b in side.sheets().items()},
            'inbox': {n: hashlib.sha256(b).hexdigest()
                      for n, b in play.tree(side.inbox).items()},
            'facts': dump(side.db).replace(side.folder, '')}


def same(one, other, when):
    for name in one:
        if one[name] == other[name]:
            continue
        if isinstance(one[name], dict):
            more = sorted(set(one[name].items()) ^ set(other[name].items()))[:8]
        elif isinstance(one[name], int):
            more = '%s and %s' % (one[name], other[name])
        else:
            a, b = (x if isinstance(x, bytes) else x.encode() for x in (one[name], other[name]))
            more = play.first_difference(a, b)
        raise play.Difference('killed: %s otherwise %s' % (name, when), str(more))


def ended(process):
    err = process.communicate(timeout=600)[1]
    return process.returncode, err.decode('utf-8', 'replace')


class Sixty(play.Player):
    """Side a is left in peace, side b is killed."""

    def __init__(self, program, history, folder, kills, rng):
        super().__init__(program, history, folder)
        self.sides[1].more.remove('--full')
        self.kills, self.rng = kills, rng
        self.hits = 0

    def night(self, night):
        ours = self.before(night)
        a, b = self.sides
        start = time.monotonic()
        status, err = ended(a.start(a.night(night.day, '--yes')))
        took = time.monotonic() - start
        self.hold(night, ours, status, err)
        self.disturb(night, b, took)
        again, err = ended(b.start(b.night(night.day, '--yes')))
        if again not in (0, 1):
            raise play.Difference('killed: exit status %d' % again, err)
        same(state_of(a, status), state_of(b, again), 'on night %d' % (self.at + 1))

    def hold(self, night, ours, status, err):
        a = self.sides[0]
        if status not in (0, 1):
            raise play.Difference('nightly: exit status %d' % status, err)
        found = list(play.model.differences(a.report(), ours, False))
        if found:
            raise play.Difference(found[0], '\n'.join(found[1:9]))
        if status != self.model.status(ours):
            raise play.Difference('nightly: exit status %d' % status, '')
        if play.listing(a.inbox) != self.inbox.names():
            raise play.Difference('inbox: %s' % play.listing(a.inbox), self.inbox.names())

    def disturb(self, night, side, took):
        """As many kills as fall to this night."""
        left = len(self.history.nights) - self.at
        wanted = -(-max(0, self.kills - self.hits) // left)
        for _ in range(wanted * 3):
            if wanted <= 0:
                break
            process = side.start(side.night(night.day, '--yes'))
            time.sleep(took * self.rng.uniform(0.05, 1.0))
            process.kill()
            process.communicate()
            hit = process.returncode == -signal.SIGKILL
            self.hits += hit
            wanted -= hit


def run(program, seed, nights=60, cases=40, kills=100, say=print):
    """(nights played, kills that hit, failed)"""
    folder = tempfile.mkdtemp(prefix='sixty-', dir=play.scratch())
    player = None
    try:
        history = play.make(seed, cases=cases, nights=nights, kind='all', daily=True)
        player = Sixty(program, history, os.path.join(folder, 'play'), kills,
                       random.Random('kills %s' % seed))
        player.play()
        return player.nights, player.hits, 0
    except play.Difference as found:
        say('DIFFERENCE: sixty, seed %s, night %s: %s\n%s' % (
            seed, player and player.at is not None and player.at + 1, found.what, found.more))
        return player.nights if player else 0, player.hits if player else 0, 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description='many nights, and a killer')
    parser.add_argument('--program', required=True)
    parser.add_argument('--seed', default='1')
    parser.add_argument('--nights', type=int, default=60)
    parser.add_argument('--cases', type=int, default=40)
    parser.add_argument('--kills', type=int, default=100)
    args = parser.parse_args()
    nights, hits, failed = run(os.path.abspath(args.program), args.seed, args.nights,
                               args.cases, args.kills)
    print('%d nights, killed %d times' % (nights, hits))
    print('%d passed, %d failed' % (nights, failed))
    return failed


if __name__ == '__main__':
    sys.exit(main())
