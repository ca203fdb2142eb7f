#!/usr/bin/python3
"""What `impact` said beside what then happened.

    said.py --program PATH [--seed SEED] [--rounds N]

A random history (tests/night/history.py) is taken in bit by bit.  Before each bit
some rules, days off and sheets are named to `impact`; then they are really
installed and taken in on a copy, and what scan, plan, ics and a night say before
and after is held against it.  Nothing here asks how the program knows.
"""

import argparse
import copy
import datetime
import hashlib
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), 'night'))

import history as histories                                        # noqa: E402
import model                                                       # noqa: E402
import play                                                        # noqa: E402
import judge                                                       # noqa: E402
import random_rules                                                # noqa: E402
import yaml                                                        # noqa: E402

DAYS = ['earliest', 'latest', 'advised', 'judged', 'planned']


class Wrong(Exception):
    pass


def must(condition, what, *told):
    if not condition:
        raise Wrong('%s: %s' % (what, ' '.join(str(t)[:3000] for t in told)))


def hashes(folder):
    """{path: hash, mode, time} of all that lies below."""
    found = {}
    for path, folders, names in os.walk(folder):
        for name in folders + names:
            file = os.path.join(path, name)
            status = os.lstat(file)
            data = b''
            if os.path.isfile(file):
                with open(file, 'rb') as f:
                    data = f.read()
            found[file] = (hashlib.sha256(data).hexdigest(), status.st_mode, status.st_mtime_ns)
    return found


# ---- a county's machine ------------------------------------------------------------------

class Office:
    """A database with the rules and days off that are in force."""

    def __init__(self, program, folder, lang):
        self.program, self.folder, self.lang = program, folder, lang
        self.db = os.path.join(folder, 'facts.db')
        self.used = set()                      # procedures of its cases
        self.rules = os.path.join(folder, 'rules')
        self.calendars = os.path.join(folder, 'calendars')

    def call(self, day, *words, env=None):
        return subprocess.run(
            [self.program, '--db', self.db, '--rules', self.rules, '--calendars',
             self.calendars, '--lang', self.lang, '--today', judge.text_of(day)] + list(words),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=env, timeout=300, check=False)

    def get(self, day, *words, fine=(0,)):
        done = self.call(day, *words)
        must(done.returncode in fine, '%s ends with %d' % (words[0], done.returncode),
             done.stderr.decode('utf-8', 'replace'))
        return done.stdout.decode('utf-8')

    def copy(self, folder):
        shutil.copytree(self.folder, folder)
        return Office(self.program, folder, self.lang)

    def install(self, rules, calendars):
        for name, path in packs_of(rules) if rules else []:
            target = os.path.join(self.rules, name)
            shutil.rmtree(target, ignore_errors=True)
            shutil.copytree(path, target)
        if calendars:
            shutil.copytree(calendars, self.calendars, dirs_exist_ok=True)

    def seen(self, day, division):
        """(findings by key, slots, entries by UID, cases)"""
        where = ['--division', division] if division else []
        scan = json.loads(self.get(day, 'scan', '--format', 'json', *where, fine=(0, 1)))
        plan = json.loads(self.get(day, 'plan', '--format', 'json', *where))
        slots = {(c['division'], c['case'], s['step'], s['division']): s
                 for c in plan['cases'] for s in c['slots']}
        return ({f['key']: f for f in scan['findings']}, slots,
                entries(self.get(day, 'ics', *where)), scan['cases'])


def packs_of(folder):
    """(name in the folder of rules, path) of the packs in a folder, or of the pack it is."""
    if os.path.exists(os.path.join(folder, 'pack.yaml')):
        with open(os.path.join(folder, 'pack.yaml'), encoding='utf-8') as file:
            yield yaml.load(file, model.LOADER)['pack'], folder
        return
    for name in sorted(os.listdir(folder)):
        yield name, os.path.join(folder, name)


def entries(text):
    """{UID: what one sees and hears of it} of those that hold."""
    found = {}
    text = re.sub(r'\r?\n[ \t]', '', text)
    for event in re.findall(r'BEGIN:VEVENT\r?\n(.*?)END:VEVENT', text, re.S):
        head = re.sub(r'BEGIN:VALARM.*?END:VALARM', '', event, flags=re.S)
        of = dict(re.findall(r'^([A-Z-]+)[^:\r\n]*:(.*?)\r?$', head, re.M))
        if of['STATUS'] == 'CONFIRMED':
            found[of['UID']] = (of['DTSTART'], of['DTEND'], of['SUMMARY'],
                                sorted(re.findall(r'^TRIGGER[^\r\n]*', event, re.M)))
    return found


# ---- the difference, by its own reckoning ---------------------------------------------------

def differences(was, is_):
    come = {k for k in is_[0] if k not in was[0]}
    gone = {k for k in was[0] if k not in is_[0]}
    stay = {k for k in is_[0] if k in was[0] and any(
        was[0][k][m] != is_[0][k][m] for m in ('severity', 'due', 'actual'))}
    slots = {}
    for k in set(was[1]) | set(is_[1]):
        a, b = was[1].get(k, {}), is_[1].get(k, {})
        moves = {d: (a.get(d), b.get(d)) for d in DAYS if a.get(d) != b.get(d)}
        if moves or a.get('state') != b.get('state'):
            slots[k] = ((a.get('state'), b.get('state')), moves)
    calendar = {}
    for uid in set(was[2]) | set(is_[2]):
        a, b = was[2].get(uid), is_[2].get(uid)
        if a != b:
            calendar[uid] = 'gained' if a is None else 'lost' if b is None else 'changed'
    return come, gone, stay, slots, calendar


def said(told):
    """The same of what impact says; moves of a day that is null twice, unknown once, aside."""
    come, gone, stay, slots, calendar = set(), set(), set(), {}, {}
    for case in told['cases']:
        come |= {f['key'] for f in case['come']}
        gone |= {g['finding']['key'] for g in case['go']}
        stay |= {s['new']['key'] for s in case['stay']}
        for slot in case['slots']:
            moves = {}
            for move in slot['moves']:
                if (move['old'], move['new']) == (None, None):
                    must(move['unknown'][0] != move['unknown'][1], 'no move', move)
                else:
                    moves[move['day']] = (move['old'], move['new'])
            if moves or slot['state'][0] != slot['state'][1]:
                slots[case['division'], case['case'], slot['step'], slot['division']] = (
                    tuple(slot['state']), moves)
        calendar.update({e['uid']: e['change'] for e in case['entries']})
    return come, gone, stay, slots, calendar


def compare(told, was, is_):
    ours, theirs = differences(was, is_), said(told)
    for name, a, b in zip(['come', 'go', 'stay', 'slots', 'entries'], theirs, ours):
        if a != b:
            some = {k: (a[k] if k in a else '-', b[k] if k in b else '-') for k in
                    set(a) ^ set(b) | {k for k in set(a) & set(b) if a[k] != b[k]}} \
                if isinstance(a, dict) else (sorted(a - b), sorted(b - a))
            raise Wrong('%s: said, and was: %s' % (name, str(some)[:3000]))
    for case in told['cases']:
        for finding in case['come']:
            must(finding == is_[0][finding['key']], 'come: another finding', finding)
        for gone in case['go']:
            must(gone['finding'] == was[0][gone['finding']['key']], 'go: another finding', gone)
    must(told['looked'] >= max(was[3], is_[3]), 'looked at', told['looked'], was[3], is_[3])
    must(told['changed'] == len(told['cases']), 'changed', told['changed'])
    must([told['come'], told['go'], told['stay']] == [len(s) for s in ours[:3]], 'sums', told)
    for name in ('gained', 'lost', 'changed'):
        must(told['entries'][name] == list(ours[4].values()).count(name), 'sum of ' + name)


def compare_csv(told, text):
    """Each finding and each entry has a row, in that order."""
    import csv
    import io
    rows = list(csv.reader(io.StringIO(text.lstrip('\ufeff'), newline='')))
    keys = [(r[15], r[0]) for r in rows[1:] if r[15] in (
        'come', 'go', 'stay', 'gained', 'lost', 'changed')]
    wanted = []
    for c in told['cases']:
        wanted += [('come', f['key']) for f in c['come']]
        wanted += [('go', g['finding']['key']) for g in c['go']]
        wanted += [('stay', s['new']['key']) for s in c['stay']]
        wanted += [(e['change'], e['uid']) for e in c['entries']]
    must(keys == wanted, 'csv', keys, wanted)
    moves = sum(r[15] == 'slot' for r in rows[1:])
    must(moves == sum(len(s['moves']) + (s['state'][0] != s['state'][1])
                      for c in told['cases'] for s in c['slots']), 'csv: slots', moves)


# ---- what is named ------------------------------------------------------------------------------

class Proposal:
    """Rules, days off, sheets: each a path, a list of paths, or None."""

    def __init__(self, rng, folder, office, night, drawn):
        self.rng, self.folder, self.office = rng, folder, office
        os.makedirs(folder)
        self.rules = self.calendars = None
        self.sheets = []
        while not (self.rules or self.calendars or self.sheets):
            if rng.random() < 0.6:
                self.rules = self.new_rules(drawn)
            if rng.random() < 0.4:
                self.calendars = self.new_calendars(night)
            if rng.random() < 0.5 and night:
                self.sheets = self.new_sheets(night)

    def words(self):
        return (['--new-rules', self.rules] if self.rules else []) + \
            (['--new-calendars', self.calendars] if self.calendars else []) + self.sheets

    # -- rules

    def new_rules(self, drawn):
        rng = self.rng
        files = histories.read_tree(self.office.rules)
        name = rng.choice(sorted({p.split('/')[0] for p in files if p.endswith('/pack.yaml')}))
        mine = {p: t for p, t in files.items() if p.split('/')[0] == name and
                '/tests/' not in p and not p.endswith('/annual.yaml')}
        # rules that no case has would change nothing
        used = {p: t for p, t in mine.items() if p.endswith('pack.yaml') or
                yaml.load(t, model.LOADER)['procedure'] in self.office.used}
        if all(p.endswith('pack.yaml') for p in used):
            used = dict(mine)
        for _ in range(rng.randint(1, 3)):
            new = rng.choice([histories.changed_rule] * 4 + [graver, shorter, without])(
                rng, used, drawn)
            used.update(new)
            mine.update(new)
        target = name
        chance = rng.random()
        if chance < 0.25:
            mine, target = nearer(rng, mine, name)
        elif chance < 0.5:
            mine, target = overlaid(rng, used, name)
        one = rng.random() < 0.5
        path = os.path.join(self.folder, 'draft')
        histories.write_tree(path, {
            ('' if one else target + '/') + p.split('/', 1)[1]: t for p, t in mine.items()})
        if self.loads(path):
            return path
        shutil.rmtree(path)
        return None

    def loads(self, path):
        trial = self.office.copy(os.path.join(self.folder, 'trial'))
        trial.install(path, None)
        done = trial.call(judge.day_of('2020-09-01'), 'rules', 'check')
        shutil.rmtree(trial.folder)
        return done.returncode == 0

    # -- days off

    def new_calendars(self, night):
        path = os.path.join(self.folder, 'days')
        if night and any(d is not None for d in night.calendars.values()):
            changed = {k: d for k, d in night.calendars.items() if d is not None}
        else:
            table = judge.Calendar(histories.holiday_table())
            years = model.table_of(table, range(2019, 2022))
            key = self.rng.choice(sorted(years))
            days = dict(years[key])
            for _ in range(self.rng.randint(1, 6)):
                day = judge.day_of('%d-01-01' % key[1]) + self.rng.randint(0, 364)
                days[day] = self.rng.choice(sorted(k for k in model.MARKS))
            changed = {key: days}
        play.write_calendars(path, changed)
        return path

    # -- sheets

    def new_sheets(self, night):
        paths = []
        for i, delivery in enumerate(d for d in night.deliveries if not d.faults and not d.fresh):
            folder = os.path.join(self.folder, 'sheets-%d' % i)
            histories.write_files(folder, delivery, False)
            paths += [os.path.join(folder, f[0]) for f in delivery.files]
        return paths


def dumped(data):
    return yaml.dump(data, Dumper=random_rules.Dumper, allow_unicode=True, sort_keys=False,
                     width=1000)


def graver(rng, files, drawn):
    """A code counts for more, or less, in all of a pack."""
    path = next(p for p in files if p.endswith('pack.yaml'))
    data = yaml.load(files[path], model.LOADER)
    kept = data.get('severity') if isinstance(data.get('severity'), dict) else {}
    code = rng.choice(['missing', 'late', 'early', 'short', 'tight', 'order'])
    data['severity'] = {**kept, code: rng.choice(['grave', 'question', 'advice'])}
    return {path: dumped(data)}


def shorter(rng, files, drawn):
    """It ends earlier: cases that no rule judges any more."""
    path = next(p for p in files if p.endswith('pack.yaml'))
    data = yaml.load(files[path], model.LOADER)
    data['in-force']['until'] = datetime.date(2020, rng.randint(1, 12), 28)
    return {path: dumped(data)}


def without(rng, files, drawn):
    """A step or an event less, where nothing names it."""
    path = rng.choice(sorted(p for p in files if not p.endswith(('pack.yaml', 'annual.yaml'))))
    data = yaml.load(files[path], model.LOADER)
    some = rng.choice(['steps', 'events'])
    names = sorted(data.get(some) or {})
    rng.shuffle(names)
    for name in names if len(names) > 1 else []:
        smaller = copy.deepcopy(data)
        del smaller[some][name]
        if not re.search(r'(?<![\w-])%s(?![\w-])' % re.escape(name), dumped(smaller)):
            return {path: dumped(smaller)}
    return {}


def nearer(rng, files, name):
    """A pack of its own for one township, or the county."""
    new = name + '-near'
    found = {}
    for path, text in files.items():
        if path.endswith('pack.yaml'):
            data = yaml.load(text, model.LOADER)
            data['pack'] = new
            data['scope'] = [rng.choice(['450225', '450225100', '450225101'])]
            text = dumped(data)
        found[new + '/' + path.split('/', 1)[1]] = text
    return found, new


def overlaid(rng, files, name):
    """One that lies over it and holds one number of days alone."""
    path = rng.choice(sorted(p for p in files if not p.endswith(('pack.yaml', 'annual.yaml'))))
    data = yaml.load(files[path], model.LOADER)
    new = name + '-over'
    step = rng.choice(sorted(data['steps']))
    more = {'lasts': 'at least %d %s' % (rng.randint(2, 14), rng.choice(['days', 'workdays']))}
    if rng.random() < 0.2:
        more = {'title': '另一名称'}
    pack = {'pack': new, 'title': '县里的', 'overlay': name,
            'scope': [rng.choice(['450225', '450225100', '450225101'])],
            'instruments': {'县通知': {'title': '县通知'}}}
    return {new + '/pack.yaml': dumped(pack), new + '/one.yaml': dumped(
        {'procedure': data['procedure'], 'basis': '县通知', 'steps': {step: more}})}, new


# ---- a round --------------------------------------------------------------------------------------

class Round:
    def __init__(self, program, seed, folder):
        self.program, self.folder = program, folder
        self.rng = random.Random('impact %s' % seed)
        self.history = play.make(seed, kind='whole' if seed.startswith('whole') else None,
                                 cases=self.rng.randint(4, 12))
        self.drawn = any(p.startswith('pack-') for p in self.history.rules)
        home = os.path.join(folder, 'office')
        self.office = Office(program, home, self.rng.choice(['zh', 'en']))
        histories.write_tree(self.office.rules, self.history.rules)
        play.write_calendars(self.office.calendars, self.history.calendars)
        self.count = self.refused = 0
        self.met = {}

    def play(self):
        self.office.get(self.history.nights[0].day, 'init')
        for i, night in enumerate(self.history.nights):
            if i > 0:
                self.propose(i, night)
            self.take(night)
        for i in range(4):                     # with all facts, more can move
            self.propose(len(self.history.nights) + i, None, night.day + 9 * i)

    def take(self, night):
        """As the history goes: all is installed, all is taken in."""
        proposal = Proposal.__new__(Proposal)
        proposal.folder = tempfile.mkdtemp(dir=self.folder)
        sheets = proposal.new_sheets(night)
        if sheets:
            self.office.call(night.day, 'import', *sheets)
        if self.rng.random() < 0.7:
            self.office.get(night.day, 'ics')
        plan = json.loads(self.office.get(night.day, 'plan', '--format', 'json'))
        self.office.used = {c['procedure'] for c in plan['cases']}

    def propose(self, i, night, day=None):
        folder = os.path.join(self.folder, 'p%d' % i)
        day = night.day if night else day
        p = Proposal(self.rng, folder, self.office, night, self.drawn)
        division = self.rng.choice([None, None, '450225', '450225100', '450225101',
                                    '450225100200'])
        where = ['--division', division] if division else []
        before = hashes(self.folder)
        done = self.office.call(day, 'impact', *p.words(), '--format', 'json', *where)
        must(hashes(self.folder) == before, 'impact wrote something')
        copy_ = self.office.copy(os.path.join(folder, 'copy'))
        was = copy_.seen(day, division)
        copy_.install(p.rules, p.calendars)
        taken = copy_.call(day, 'import', *p.sheets) if p.sheets else None
        if taken and taken.returncode != 0:
            must(done.returncode == 2 and not done.stdout, 'a refused sheet', done.stderr)
            must(faults(done) == faults(taken), 'other faults', done.stderr, taken.stderr)
            self.refused += 1
            return
        must(done.returncode == 0, 'impact ends with %d' % done.returncode, done.stderr)
        told = json.loads(done.stdout.decode('utf-8'))
        compare(told, was, copy_.seen(day, division))
        compare_csv(told, self.office.get(day, 'impact', *p.words(), '--format', 'csv', *where))
        text = self.office.get(day, 'impact', *p.words(), *where)
        must(told['changed'] > 0 or len(text.strip().split('\n')) <= 2, 'text', text)
        self.whys(told, p, day, folder)
        self.count += 1
        for name in ('come', 'go', 'stay', 'slots', 'unjudged', 'judged', 'unheard'):
            self.met[name] = self.met.get(name, 0) + told[name]
        for name, n in list(told['entries'].items()) + list(told['go-why'].items()):
            self.met[name] = self.met.get(name, 0) + n

    def whys(self, told, p, day, folder):
        """What a night after a night would say of those that were there before."""
        night = self.office.copy(os.path.join(folder, 'night'))
        inbox, out = os.path.join(folder, 'inbox'), os.path.join(folder, 'out')
        os.makedirs(inbox)
        words = ['nightly', '--inbox', inbox, '--out', out, '--format', 'json', '--yes']
        night.get(day - 1, *words, fine=(0, 1))
        night.install(p.rules, p.calendars)
        if p.sheets:
            night.get(day, 'import', *p.sheets)
        report = json.loads(night.get(day, *words, fine=(0, 1)))
        theirs = {f['key']: f.get('why', 'fixed') for f in report['fixed'] + report['gone']}
        for case in told['cases']:
            for gone in case['go']:
                key = gone['finding']['key']
                if key in theirs:
                    must(theirs[key] == gone['why'], 'why', key, gone['why'], theirs[key])


def faults(done):
    return sorted(line for line in done.stderr.decode('utf-8').split('\n') if ': error: ' in line)


def one(program, seed, say=print):
    """(proposals, those with refused sheets, failed, what was met and how often)"""
    folder = tempfile.mkdtemp(prefix='impact-', dir=play.scratch())
    r = None
    try:
        r = Round(program, seed, folder)
        r.play()
        return r.count, r.refused, 0, r.met
    except Wrong as wrong:
        say('DIFFERENCE: seed %s, after %d: %s' % (seed, r.count if r else 0, wrong))
        if os.environ.get('KEEP'):
            say(folder)
        return r.count if r else 0, 0, 1, {}
    finally:
        if not os.environ.get('KEEP'):
            shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--program', required=True)
    parser.add_argument('--seed', default='1')
    parser.add_argument('--first', type=int, default=1)
    parser.add_argument('--rounds', type=int, default=10)
    args = parser.parse_args()
    failed = count = refused = 0
    met = {}
    for n in range(args.first, args.first + args.rounds):
        a, b, bad, more = one(os.path.abspath(args.program), '%s-%d' % (args.seed, n))
        count, refused, failed = count + a, refused + b, failed + bad
        for name, k in more.items():
            met[name] = met.get(name, 0) + k
    print(met)
    print('%d proposals, %d with sheets that were refused' % (count, refused))
    print('%d passed, %d failed' % (args.rounds - failed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
