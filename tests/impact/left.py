#!/usr/bin/python3
"""`impact` writes nothing: killed at any time it leaves nothing, and what may only be
read is enough for it.

    left.py --program PATH [--kills N]
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time

import said

CASES = 400


def sheets(folder, count, until):
    """Villages whose notice of 7 days hung as long as `until` says."""
    os.makedirs(folder)
    kinds = {
        'divisions': ['division,name', '450225100,融水镇'] + [
            '4502251%05d,第%d村' % (200 + i, i) for i in range(count)],
        'cases': ['case,procedure,division'] + [
            'HX-%04d,household-exit,4502251%05d' % (i, 200 + i)
            for i in range(count)],
        'events': ['case,event,date'] + [
            'HX-%04d,%s' % (i, e) for i in range(count)
            for e in ('deliberated,2020-09-01', 'township-reviewed,2020-09-09')],
        'postings': ['case,step,division,posted,until,medium'] + [
            'HX-%04d,village-notice,,2020-09-10,%s,board' % (i, until) for i in range(count)]}
    for kind, lines in kinds.items():
        with open(os.path.join(folder, kind + '.csv'), 'w', encoding='utf-8') as file:
            file.write('\n'.join(lines) + '\n')
    return [os.path.join(folder, kind + '.csv') for kind in kinds]


class Left:
    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.temporary = os.path.join(folder, 'tmp')
        self.home = os.path.join(folder, 'home')
        os.makedirs(self.temporary)
        os.makedirs(self.home)
        self.db = os.path.join(self.home, 'gongshi.db')
        first = sheets(os.path.join(self.home, 'first'), CASES, '2020-09-16')
        self.sheets = sheets(os.path.join(self.home, 'second'), CASES, '2020-09-15')[3:]
        self.run('init')
        self.run('import', *first)
        self.passed = self.failed = 0

    def words(self, *words):
        return [self.program, '--db', self.db, '--today', '2020-10-01', '--lang', 'en',
                *words]

    def environment(self):
        return {**os.environ, 'TMPDIR': self.temporary, 'SQLITE_TMPDIR': self.temporary}

    def run(self, *words, **more):
        return subprocess.run(self.words(*words), stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              env=self.environment(), timeout=300, check=True, **more)

    def hold(self, what, good):
        self.passed += good
        self.failed += not good
        if not good:
            print('FAIL: ' + what)

    def killed(self, kills):
        before = said.hashes(self.home)
        start = time.monotonic()
        text = self.run('impact', *self.sheets).stdout.decode('utf-8')
        whole = time.monotonic() - start
        # the last day was the 16th: each notice came down a day too early
        self.hold('400 short ones', 'notice too short 400' in text)
        self.hold('a copy is left', not os.listdir(self.temporary))
        ended = 0
        for i in range(kills):
            process = subprocess.Popen(self.words('impact', *self.sheets), env=self.environment(),
                                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL)
            time.sleep(whole * (i + 0.5) / kills)
            process.kill()
            ended += process.wait() != 0
            self.hold('killed, it leaves %s' % os.listdir(self.temporary),
                      not os.listdir(self.temporary))
        self.hold('killed, it changed something', said.hashes(self.home) == before)
        print('killed %d times' % ended)

    def read_only(self):
        """Nobody owns it who runs it, and its folder cannot be written to."""
        for path, folders, names in os.walk(self.home):
            for name in names:
                os.chmod(os.path.join(path, name), 0o444)
            os.chmod(path, 0o555)
        before = said.hashes(self.home)
        os.chmod(self.folder, 0o755)
        os.chmod(self.temporary, 0o777)
        more = {'user': 65534, 'group': 65534} if os.geteuid() == 0 else {}
        try:
            done = self.run('impact', *self.sheets, **more)
        except PermissionError:
            print('skipped: nobody may not run %s' % self.program)
            return
        self.hold('read-only', b'notice too short 400' in done.stdout)
        self.hold('read-only: it changed something', said.hashes(self.home) == before)
        for path, folders, names in os.walk(self.home):
            os.chmod(path, 0o755)


def run(program, kills):
    folder = tempfile.mkdtemp(prefix='impact-')
    try:
        left = Left(program, folder)
        left.killed(kills)
        left.read_only()
        return left.passed, left.failed
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--program', required=True)
    parser.add_argument('--kills', type=int, default=12)
    args = parser.parse_args()
    passed, failed = run(os.path.abspath(args.program), args.kills)
    print('%d passed, %d failed' % (passed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
