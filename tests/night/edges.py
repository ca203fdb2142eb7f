#!/usr/bin/python3
"""The corners of the night: what is left alone, refused, waived, said and survived.

    edges.py --program PATH

Each expectation is a sentence of section 9 (or 8, for exit statuses).
"""

import argparse
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import traceback

import history                                                     # first: finds judge
import judge
import play

TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RULES = os.path.join(TOP, 'rules')
CALENDARS = os.path.join(TOP, 'calendars')
DIVISIONS = 'division,name\n450225100,融水镇\n450225100200,东良村\n450225100200001,上屯\n'
CASES = 'case,procedure,division,title\nHX-1,household-exit,450225100200,东良村名单\n'
EVENTS = 'case,event,date\nHX-1,deliberated,2020-09-08\n'
POSTINGS = 'case,step,division,posted,until,medium\n'
GROUP = 'HX-1,group-notice,450225100200001,2020-09-09,%s,board\n'
KEY = 'HX-1/group-notice/450225100200001/short'
PASSED, FAILED = [], []


def check(good, what, more=''):
    (PASSED if good else FAILED).append(what)
    if not good:
        print('failed: %s %s' % (what, more), flush=True)
    return good


class Place(play.Side):
    """A database with its folders; days are texts."""

    def __init__(self, program, rules=RULES, calendars=CALENDARS, lang='en'):
        self.top = tempfile.mkdtemp(prefix='edge-', dir=play.scratch())
        super().__init__(program, os.path.join(self.top, 'x'), rules, calendars, '--lang', lang)
        self.lang = lang
        self.do('2020-09-01', 'init')

    def do(self, day, *words):
        status, out, err = self.call(judge.day_of(day), *words)
        return status, out.decode('utf-8', 'replace'), err

    def run(self, day, *more, inbox=None, out=None):
        return self.do(day, 'nightly', '--inbox', inbox or self.inbox, '--out', out or self.out,
                       *self.more, *more)

    def put(self, name, data, seconds=3600):
        path = os.path.join(self.inbox, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(data if isinstance(data, bytes) else data.encode('utf-8'))
        history.age(path, seconds)
        if os.path.dirname(path) != self.inbox:
            history.age(os.path.dirname(path), seconds)
        return path

    def names(self, *path):
        folder = os.path.join(self.inbox, *path)
        return sorted(os.listdir(folder)) if os.path.isdir(folder) else []

    def keys(self, name):
        return [f['key'] for f in self.report()[name]]

    def status(self, day, *more):
        status, out, err = self.do(day, 'status', '--inbox', self.inbox, '--format', 'json',
                                   *more)
        try:
            found = json.loads(out)
        except ValueError:
            check(False, 'status prints JSON', repr(out) + err)
            return status, {}, {}
        return status, {c['name']: c['ok'] for c in found['checks']}, found

    def first(self, until='2020-09-15'):
        """A case whose notice stood from the 9th: seven days are through the 15th."""
        self.put('a/d.csv', DIVISIONS)
        self.put('a/c.csv', CASES)
        self.put('a/e.csv', EVENTS)
        self.put('a/p.csv', POSTINGS + GROUP % until)

    def end(self):
        shutil.rmtree(self.top, ignore_errors=True)


# ---- exit statuses, the quiet night ---------------------------------------------------------

def statuses(place):
    place.first('2020-09-18')
    status, out, err = place.run('2020-09-09')
    check(status == 0, 'nothing wrong: 0', err)
    place.put('b/e.csv', 'case,event,date\nHX-9,deliberated,2020-09-08\n')
    status, _, err = place.run('2020-09-10')
    check(status == 1, 'a refused delivery: at least 1', '%d %s' % (status, err))
    status, _, err = place.run('2020-09-11')
    check(status == 0, 'the night after it: 0', '%d %s' % (status, err))
    place.put('c/p.csv', POSTINGS + GROUP % '2020-09-12')
    status, _, err = place.run('2020-09-12')
    check(status == 1 and place.keys('new') == [KEY], 'a violation: 1', err)
    for words in ([], ['--inbox', place.inbox], ['--out', place.out]):
        status, _, err = place.do('2020-09-12', 'nightly', *words)
        check(status == 2 and err.strip(), 'nightly %s: 2' % words, status)
    status, _, err = place.run('2020-09-12', '--format', 'csv')
    check(status == 2, 'nightly --format csv: 2', status)
    status, _, err = place.run('2020-09-12', '--settle', 'soon')
    check(status == 2, '--settle soon: 2', status)
    missing = os.path.join(place.top, 'none')
    status, _, err = place.run('2020-09-13', inbox=missing)
    check(status == 2 and missing in err, 'a missing inbox: 2 and named', '%d %s' % (status, err))


def advice_only(place):
    """tight is advice: below the default `question`."""
    place.first('2020-09-15')
    status, _, err = place.run('2020-09-15')
    check(status == 0, 'only advice: 0', err)
    found = place.report()
    check([(f['code'], f['first']) for f in found['standing']] == [('tight', None)]
          and found['new'] == [], 'tight is told among standing with first null', found)
    place.run('2020-09-16')
    found = place.report()
    check([f['code'] for f in found['standing']] == ['tight'], 'tight until the planned day',
          found)
    place.run('2020-09-17')
    found = place.report()
    check(found['standing'] == [] and found['fixed'] == [], 'tight is never fixed', found)


def quiet(place):
    place.first('2020-09-18')
    place.run('2020-09-10')
    place.run('2020-09-11')
    before, sheets = place.bytes('report.json'), place.sheets()
    text = place.bytes('report.txt').decode('utf-8')
    check(text.count('\n') == 3 and text.endswith('\n') and all(text.split('\n')[:3]),
          'nothing new and nothing wrong: three lines', repr(text))
    status, out, _ = place.run('2020-09-11')
    check(status == 0 and not re.search('error', out), 'run again: 0')
    check(place.bytes('report.json') == before, 'run again: the same report.json')
    check(place.bytes('report.txt').decode('utf-8') == text, 'run again: the same report.txt')
    place.run('2020-09-12')
    check(place.sheets() == sheets, 'no change: the calendars stay, byte for byte')
    one, other = json.loads(before), place.report()
    for name in ('new', 'standing', 'fixed', 'gone', 'waived', 'cases', 'slots', 'states'):
        check(one[name] == other[name], 'no change: the same ' + name, (one[name], other[name]))
    check(other['since'] == '2020-09-11' and other['deliveries'] == [], 'since, deliveries',
          other)
    _, out, _ = place.run('2020-09-12', '--format', 'json')
    check(json.loads(out) == place.report(), '--format json prints what report.json holds')
    check(sorted(os.listdir(place.out)) == ['calendars', 'pages', 'report.json', 'report.txt',
                                            'reports'],
          'no more is in OUT', os.listdir(place.out))


def empty(place):
    status, _, err = place.run('2020-09-10')
    found = place.report()
    check(status == 0 and found['since'] is None and found['cases'] == 0
          and found['judged'] == 0 and found['states'] == {}, 'a night of nothing', found)
    check(place.names() == [] or set(place.names()) <= {'taken', 'refused'}, 'nothing in the inbox')


# ---- lives -----------------------------------------------------------------------------------

def lives(place):
    place.first('2020-09-12')
    place.run('2020-09-10')
    check(place.keys('new') == [KEY], 'the first night: all is new')
    check(place.report()['new'][0]['first'] == '2020-09-10', 'first seen today')
    check(list(place.report()['new'][0])[:2] == ['key', 'first'], 'first comes after key')
    place.run('2020-09-10')
    check(place.keys('new') == [KEY], 'two nights on one day: still new')
    place.run('2020-09-12')
    found = place.report()
    check(place.keys('standing') == [KEY] and found['standing'][0]['first'] == '2020-09-10'
          and found['since'] == '2020-09-10', 'then standing', found)
    place.put('b/p.csv', POSTINGS + GROUP % '2020-09-18')
    place.run('2020-09-13')
    check(place.report()['gone'] == [{'key': KEY, 'code': 'short', 'severity': 'violation',
                                      'first': '2020-09-10', 'why': 'corrected'}]
          and place.report()['fixed'] == [], 'then gone, by a correction', place.report())
    place.run('2020-09-14')
    check(place.report()['gone'] == [], 'gone is told once')
    place.put('c/p.csv', POSTINGS + GROUP % '2020-09-11')
    place.run('2020-09-15')
    check(place.keys('new') == [KEY] and place.report()['new'][0]['first'] == '2020-09-15',
          'one that comes back is new again', place.report()['new'])
    place.run('2020-09-12')
    found = place.report()
    check(found['since'] == '2020-09-10' and place.keys('standing') == [KEY],
          'a night of an earlier day goes on from the one before it', found)
    place.run('2020-09-16')
    found = place.report()
    check(found['since'] == '2020-09-12' and place.keys('standing') == [KEY]
          and found['standing'][0]['first'] == '2020-09-10', 'and on from there', found)


def back_again(place):
    """Back to the first night's day: nothing was before it."""
    place.put('a/d.csv', DIVISIONS)
    place.put('a/c.csv', CASES)
    place.put('a/e.csv', EVENTS)
    place.run('2020-09-14')
    place.put('b/p.csv', POSTINGS + GROUP % '2020-09-15')
    place.run('2020-09-15')
    for _ in range(2):
        place.run('2020-09-14')
        found = place.report()
        check(found['since'] is None and found['new'] == [] and
              [(f['code'], f['first']) for f in found['standing']] == [('tight', None)],
              'back on the first day: tight is standing', found)


def waivers(place):
    place.first('2020-09-12')
    place.run('2020-09-10')
    good = ['--ground', '已补足', '--by', '韦某', '--until', '2020-09-13']
    for name in ('--ground', '--by', '--until'):
        at = good.index(name)
        for words in (good[:at] + good[at + 2:], good[:at] + [name, ''] + good[at + 2:]):
            status, _, err = place.do('2020-09-10', 'waive', KEY, *words)
            check(status == 2 and err.strip(), 'waive without %s: 2' % name,
                  '%s: %d %s' % (words, status, err))
    _, out, _ = place.do('2020-09-10', 'waive', '--list')
    check(KEY not in out, 'what was refused is not listed', out)
    status, out, err = place.do('2020-09-10', 'waive', 'HX-1/none/450225/short', *good)
    check(status == 2 and 'HX-1/none/450225/short' in err and '--ahead' in err,
          'one of no finding that is open: 2', '%d %s' % (status, out + err))
    _, out, _ = place.do('2020-09-10', 'waive', '--list')
    check('none' not in out, 'and it is not stored', out)
    status, _, err = place.do('2020-09-10', 'waive', 'HX-1/none/450225/short', *good, '--ahead')
    check(status == 0, '--ahead', err)
    place.do('2020-09-10', 'waive', '--end', 'HX-1/none/450225/short')
    status, _, err = place.do('2020-09-11', 'waive', KEY, *good)
    check(status == 0, 'waived', err)
    _, out, _ = place.do('2020-09-11', 'waive', '--list')
    check(all(w in out for w in (KEY, '已补足', '韦某', '2020-09-13')), 'listed', out)
    status, _, _ = place.run('2020-09-11')
    found = place.report()
    check(status == 0 and place.keys('waived') == [KEY] and found['standing'] == []
          and found['waived'][0]['first'] == '2020-09-10', 'counted apart: 0', found)
    place.run('2020-09-13')
    check(place.keys('waived') == [KEY], 'until its last day, included')
    status, _, _ = place.run('2020-09-14')
    found = place.report()
    check(status == 1 and place.keys('standing') == [KEY] and found['waived'] == []
          and found['standing'][0]['first'] == '2020-09-10', 'then standing', found)
    place.do('2020-09-15', 'waive', KEY, *good[:-1], '2020-12-31')
    place.run('2020-09-15')
    check(place.keys('waived') == [KEY], 'waived anew')
    status, _, err = place.do('2020-09-16', 'waive', '--end', KEY)
    check(status == 0, 'ended', err)
    place.run('2020-09-16')
    check(place.keys('standing') == [KEY], 'ended: standing')
    place.do('2020-09-16', 'waive', KEY, *good[:-1], '2020-12-31')
    place.run('2020-09-17')
    place.put('b/p.csv', POSTINGS + GROUP.replace('2020-09-09', '2020-09-10') % '2020-09-18')
    place.run('2020-09-18')
    check([f['key'] for f in place.report()['fixed']] == [KEY], 'fixed, waived or not',
          place.report())
    place.run('2020-09-19')
    text = place.bytes('report.txt').decode('utf-8')
    _, out, err = place.do('2020-09-19', 'waive', '--list')
    check(KEY in text + out, 'a waiver that matches nothing any more is said', text + out)
    status, _, err = place.do('2020-09-19', 'waive', '--end', 'HX-2/a/b/short')
    check(status == 2, 'ending what there is not: 2', '%d %s' % (status, err))


# ---- the inbox --------------------------------------------------------------------------------

def refused(place):
    place.first('2020-09-18')
    place.run('2020-09-09')
    place.put('bad/e.csv', 'case,event,date\nHX-1,township-reviewed,2020-09-20\n'
              'HX-9,deliberated,2020-09-08\nHX-1,deliberated,2020-13-08\n')
    place.put('bad/p.csv', '公示台账,,,\n' + POSTINGS + 'HX-1,village-notice,450225100200,'
              '2020-09-21,2020-09-20,board\n')
    place.put('good/e.csv', 'case,event,date\nHX-1,township-reviewed,2020-09-21\n')
    place.put('image/x.csv', b'\x89PNG\r\n\x1a\n\0\0\0\rIHDR' + bytes(range(256)))
    place.put('loose.csv', EVENTS)
    place.put('loose-bad.csv', 'case,event,date\nHX-8,deliberated,2020-09-08\n')
    status, _, err = place.run('2020-09-22')
    check(status == 1, 'refused deliveries: 1', status)
    check(place.names('refused', '2020-09-22') ==
          ['bad', 'errors.txt', 'image', 'loose-bad.csv', 'loose.csv'],
          'moved to refused', place.names('refused', '2020-09-22'))
    check(place.names('taken', '2020-09-22') == ['good'], 'others go on')
    check(place.names('refused', '2020-09-22', 'bad') == ['e.csv', 'errors.txt', 'p.csv'],
          'a delivery is refused whole')
    texts = {name: data.decode('utf-8', 'replace') for name, data in play.tree(
        os.path.join(place.inbox, 'refused', '2020-09-22')).items()}
    for own, place_of in (('bad', r'bad/e\.csv:3:1'), ('bad', r'bad/e\.csv:4:18'),
                          ('bad', r'bad/p\.csv:3:\d+'), ('image', r'image/x\.csv(:\d+:\d+)?'),
                          ('', r'(\./)?loose-bad\.csv:2:1')):
        for name in ('errors.txt', 'bad/errors.txt', 'image/errors.txt'):
            found = re.search(r'^%s: error: \S' % place_of, texts.get(name, ''), re.M)
            check(bool(found) == (os.path.dirname(name) == own),
                  '%s, and the fault %s' % (name, place_of), texts.get(name))
    text = texts.get('errors.txt', '')
    check('loose.csv' not in re.sub('loose-bad.csv', '', text), 'no fault in loose.csv', text)
    found = {d['name']: d for d in place.report()['deliveries']}
    check({n: d['state'] for n, d in found.items()} ==
          {'.': 'refused', 'bad': 'refused', 'good': 'taken', 'image': 'refused'},
          'told by name', found)
    check(found.get('bad', {}).get('errors') == 3 and found.get('good', {}).get('rows') == 1
          and found.get('good', {}).get('errors') == 0, 'rows and errors', found)
    check([d['name'] for d in place.report()['deliveries']] == ['.', 'bad', 'good', 'image'],
          'in order of name', found)
    text = place.bytes('report.txt').decode('utf-8')
    check('bad' in text, 'the report tells of it', text)
    _, out, _ = place.do('2020-09-22', 'history', 'HX-1')
    check('2020-09-20' not in out and '2020-09-21' in out, 'nothing of it was taken', out)
    for name in ('errors.txt', 'receipt.txt', 'Thumbs.db', 'desktop.ini', '~$late.csv', '$x', '@y'):
        place.put(name, 'no sheet\n')
    place.put('late.csv', 'case,event,date\nHX-7,deliberated,2020-09-08\n')
    place.run('2020-09-22')
    whole = ''.join(data.decode('utf-8', 'replace') for name, data in play.tree(
        os.path.join(place.inbox, 'refused', '2020-09-22')).items())
    check('no sheet' not in whole and 'late.csv:2:1: error' in whole and 'bad/e.csv:3:1' in whole,
          'what desktops and nights leave is left alone', place.names('refused', '2020-09-22'))
    check(place.names() == ['$x', '@y', 'Thumbs.db', 'desktop.ini', 'errors.txt', 'receipt.txt',
                            'refused', 'taken', '~$late.csv'], 'and stays', place.names())


def left_alone(place):
    quiet_ones = ['.hidden.csv', 'x.csv~', 'x.csv.tmp', 'x.csv.part', '.dir/e.csv',
                  'copy.part/e.csv', 'copy.tmp/e.csv', 'copy~/e.csv']
    for name in quiet_ones:
        place.put(name, 'broken\n')
    place.put('v1.2.part.csv', 'case,event,date\nHX-1,deliberated,2020-09-08\n')
    place.put('a.b/d.csv', DIVISIONS)
    place.put('a.b/c.csv', CASES)
    status, _, err = place.run('2020-09-09')
    found = place.report()['deliveries']
    check(sorted(d['name'] for d in found) == ['.', 'a.b'], 'dots within a name mean nothing',
          found)
    names = place.names()
    for name in quiet_ones:
        check(name.split('/')[0] in names, '%s is left alone' % name, names)
    check(place.names('taken', '2020-09-09') in (['a.b'], ['a.b', 'receipt.txt', 'v1.2.part.csv']),
          'taken', place.names('taken', '2020-09-09'))


def twice(place):
    for number in range(3):
        place.put('a/d.csv', DIVISIONS)
        place.put('a/n%d.csv' % number, CASES)
        place.put('loose.csv', DIVISIONS.replace('上屯', '屯%d' % number))
        place.run('2020-09-09')
    names = place.names('taken', '2020-09-09')
    check([n for n in names if n[0] == 'a'] == ['a', 'a-2', 'a-3'], '-2, -3', names)
    check([len(set(names) - {'receipt.txt'}), len([n for n in names if n.startswith('loose')])] == [6, 3],
          'loose files too', names)
    whole = play.tree(os.path.join(place.inbox, 'taken', '2020-09-09'))
    for number in range(3):
        check(any(n.endswith('n%d.csv' % number) for n in whole)
              and any('屯%d' % number in b.decode() for b in whole.values()),
              'delivery %d is kept' % number, sorted(whole))
    check([d['name'] for d in place.report()['deliveries']].count('a') == 3
          or len(place.report()['deliveries']) == 6, 'all of the day are told',
          place.report()['deliveries'])
    os.makedirs(os.path.join(place.inbox, 'a-2'))
    place.put('a-2/d.csv', DIVISIONS)
    place.run('2020-09-09')
    check('a-2-2' in place.names('taken', '2020-09-09'), 'a-2 once more is a-2-2',
          place.names('taken', '2020-09-09'))


def settles(place):
    place.first('2020-09-18')
    place.put('fresh/d.csv', DIVISIONS, 0)
    place.put('half/d.csv', DIVISIONS)
    place.put('half/e.csv', EVENTS, 60)
    status, _, err = place.run('2020-09-09')
    told = [(d['name'], d['state'], d['rows']) for d in place.report()['deliveries']]
    check(status == 0 and told == [('a', 'taken', 6), ('fresh', 'waiting', 0),
                                   ('half', 'waiting', 0)],
          'what changed in the last 120 seconds waits', place.report()['deliveries'])
    check({'fresh', 'half'} <= set(place.names()), 'it stays where it is', place.names())
    place.run('2020-09-09', '--settle', '30')
    check('half' in place.names('taken', '2020-09-09') and 'fresh' in place.names(),
          '--settle 30', place.names())
    place.run('2020-09-09', '--settle', '0')
    check('fresh' in place.names('taken', '2020-09-09'), '--settle 0', place.names())
    place.put('loose.csv', DIVISIONS)
    place.put('new.csv', DIVISIONS, 5)
    place.run('2020-09-10')
    check({'loose.csv', 'new.csv'} <= set(place.names()),
          'loose files are one delivery: all wait', place.names())


# ---- OUT, locks -------------------------------------------------------------------------------

def foreign(place):
    os.makedirs(os.path.join(place.out, 'calendars', 'old'))
    foreign_ones = ['notes.txt', 'calendars/450399100.ics', 'calendars/old/x.ics',
                    'calendars/readme', 'report.csv', '.keep']
    for name in foreign_ones:
        with open(os.path.join(place.out, name), 'w') as file:
            file.write(name)
    place.first('2020-09-18')
    place.run('2020-09-09')
    check(os.path.exists(os.path.join(place.out, 'calendars', '450225100.ics')),
          'the township has its calendar', sorted(place.sheets()))
    place.put('b/c.csv', 'case,procedure,division,title,void\n'
              'HX-1,household-exit,450225100200,,yes\n')
    place.run('2020-09-10')
    place.run('2020-09-11', '--full')
    for name in foreign_ones:
        path = os.path.join(place.out, name)
        check(os.path.exists(path) and open(path).read() == name, '%s stays' % name)
    check(place.report()['cases'] == 0, 'the case is gone')


def out_again(place):
    """What somebody took out of OUT, or spoilt there, is there again the next night."""
    place.first('2020-09-12')
    place.put('a/c.csv', CASES + 'HX-2,village-exit,450225101,和睦镇\n')
    place.put('a/e.csv', EVENTS + 'HX-2,list-reviewed,2020-09-08\n')
    place.run('2020-09-10')
    whole = place.sheets()
    check(sorted(whole) == ['450225100.ics', '450225101.ics'], 'a calendar a township',
          sorted(whole))
    os.remove(os.path.join(place.out, 'calendars', '450225100.ics'))
    place.run('2020-09-11')
    check(place.sheets() == whole, 'one taken away is written again', sorted(place.sheets()))
    with open(os.path.join(place.out, 'calendars', '450225100.ics'), 'w') as file:
        file.write('x' * len(whole['450225100.ics']))
    place.run('2020-09-12')
    check(place.sheets() == whole, 'one spoilt is written again')
    shutil.rmtree(place.out)
    place.run('2020-09-13')
    check(place.sheets() == whole and place.keys('standing') == [KEY], 'OUT taken away')
    place.out = os.path.join(place.top, 'elsewhere')
    status, _, err = place.run('2020-09-14')
    if check(status == 1, 'another OUT', '%d %s' % (status, err)):
        check(place.sheets() == whole and place.keys('standing') == [KEY], 'all in another OUT')


def unwritable(place):
    place.first('2020-09-12')
    with open(os.path.join(place.top, 'file'), 'w') as file:
        file.write('x')
    for out in ('/proc/none', os.path.join(place.top, 'file')):
        status, _, err = place.run('2020-09-09', out=out)
        check(status in (2, 3) and err.strip(), 'OUT %s cannot be written: 3' % out,
              '%d %s' % (status, err))
    check(open(os.path.join(place.top, 'file')).read() == 'x', 'the file there stays')
    status, _, err = place.run('2020-09-09')
    found = place.report()
    check(status == 1 and [d['name'] for d in found['deliveries']] == ['a']
          and place.keys('new') == [KEY], 'then a good OUT: as if it had run once', found)


def two_at_once(place):
    rows = ''.join('HX-%d,household-exit,450225100200,名单%d\n' % (i, i) for i in range(1, 12000))
    days = ''.join('HX-%d,deliberated,2020-09-%02d\n' % (i, 1 + i % 9) for i in range(1, 12000))
    place.put('a/d.csv', DIVISIONS)
    place.put('a/c.csv', CASES.split('\n')[0] + '\n' + rows)
    place.put('b/e.csv', EVENTS.split('\n')[0] + '\n' + days)
    words = place.night(judge.day_of('2020-09-12'), '--format', 'json')
    first = place.start(words)
    held = time.monotonic() + 20
    while not os.path.exists(os.path.join(place.out, '.night')) and time.monotonic() < held:
        time.sleep(0.01)
    time.sleep(0.05)
    os.kill(first.pid, signal.SIGSTOP)
    stopped = first.poll() is None
    second = place.start(words)
    time.sleep(1.0)
    waits = second.poll() is None
    os.kill(first.pid, signal.SIGCONT)
    said = [p.communicate(timeout=120) for p in (first, second)]
    err = said[1][1].decode('utf-8', 'replace')
    check(stopped and (waits or err.strip()), 'the second waits or says so', err)
    if waits:
        check(err.strip(), 'the one that waits says so', err)
        check(first.returncode in (0, 1) and second.returncode in (0, 1), 'both end well',
              '%d %d' % (first.returncode, second.returncode))
        one, other = (json.loads(s[0]) for s in said)
        one.pop('judged'), other.pop('judged')
        check(one == other, 'and tell the same night',
              [(k, str(one[k])[:200], str(other[k])[:200]) for k in one if one[k] != other[k]])
    check(place.names('taken', '2020-09-12') == ['a', 'b'], 'taken once', place.names())
    check(place.report()['cases'] == 11999, 'nothing lost or doubled', place.report()['cases'])
    pair = [place.start(words) for _ in range(4)]
    for process in pair:
        process.communicate(timeout=120)
    check(all(p.returncode in (0, 1) for p in pair), 'four at once',
          [p.returncode for p in pair])


# ---- status, backup, verify ---------------------------------------------------------------------

def states(place):
    status, now, found = place.status('2020-09-09')
    check(status == 1 and now.get('night') is False and found.get('ok') is False,
          'no night yet: not ok', found)
    check(list(now) == ['night', 'calendars', 'database', 'deliveries'], 'the names', found)
    place.first('2020-09-18')
    place.run('2020-09-09')
    for day, good in (('2020-09-09', True), ('2020-09-10', True), ('2020-09-11', False)):
        status, now, found = place.status(day)
        check(now.get('night') is good and status == (0 if good else 1)
              and found.get('ok') is good, 'night of the 9th, %s' % day, found)
    status, now, found = place.status('2020-09-10')
    check(all(now.values()) and all(c['text'].strip() for c in found['checks'])
          and list(found)[:2] == ['ok', 'checks']
          and all(list(c) == ['name', 'ok', 'text'] for c in found['checks']), 'all well', found)
    status, out, _ = place.do('2020-09-10', 'status', '--inbox', place.inbox)
    check(status == 0 and 'guangxi-2020' in out, 'names the packs in use', out)
    place.put('b/e.csv', 'case,event,date\nHX-9,deliberated,2020-09-08\n')
    place.run('2020-09-10')
    status, now, found = place.status('2020-09-11')
    check(status == 1 and now.get('deliveries') is False and now.get('night') is True,
          'a delivery lies refused', found)
    shutil.rmtree(os.path.join(place.inbox, 'refused', '2020-09-10', 'b'))
    for name in place.names('refused', '2020-09-10'):
        os.remove(os.path.join(place.inbox, 'refused', '2020-09-10', name))
    status, now, found = place.status('2020-09-11')
    check(status == 0 and now.get('deliveries') is True, 'taken away: well again', found)


def status_calendars(place):
    """2020 alone is there; 2021 is asked for from 1 November, or by what is open."""
    own = os.path.join(place.top, 'calendars')
    os.makedirs(os.path.join(own, 'cn', '45'))
    for name in ('cn/2019.ics', 'cn/2020.ics', 'cn/45/2019.ics', 'cn/45/2020.ics'):
        shutil.copy(os.path.join(CALENDARS, name), os.path.join(own, name))
    place.calendars = own
    place.first('2020-09-18')
    for day, good in (('2020-10-31', True), ('2020-11-01', False)):
        place.run(day)
        status, now, found = place.status(day)
        check(now.get('calendars') is good and status == (0 if good else 1)
              and now.get('night') is True, 'calendars on %s' % day, found)
    names = ('cn/2021.ics', 'cn/45/2021.ics')
    for name, good in zip(names, (False, True)):
        shutil.copy(os.path.join(CALENDARS, name), os.path.join(own, name))
        status, now, found = place.status('2020-11-01')
        check(now.get('calendars') is good, 'with the next year: ' + name, found)
        text = found if isinstance(found, str) else str(found)
        check(good or 'cn/45/2021.ics' in text, 'the true cause', found)
    for name in names:
        os.remove(os.path.join(own, name))
    place.put('z/e.csv', 'case,event,date\nHX-1,township-reviewed,2020-10-09\n'
              'HX-1,township-submitted,2020-10-20\nHX-1,county-approved,2020-10-26\n')
    place.put('z/p.csv', POSTINGS + 'HX-1,village-notice,450225100200,2020-10-10,2020-10-19,board\n')
    place.run('2020-10-26')
    status, now, found = place.status('2020-10-26')
    check(now.get('calendars') is True, '20 workdays after 26 October end in November', found)
    place.put('z/e.csv', 'case,event,date\nHX-1,county-approved,2020-12-14\n')
    place.run('2020-10-26')
    status, now, found = place.status('2020-10-26')
    check(now.get('calendars') is False, 'an open deadline asks for days of 2021', found)


def damaged(place):
    place.put('a/d.csv', DIVISIONS)
    place.put('a/c.csv', CASES + ''.join('HX-%d,household-exit,450225100200,名单%d\n' % (i, i)
                                         for i in range(2, 2000)))
    place.put('a/e.csv', EVENTS + ''.join('HX-%d,deliberated,2020-09-08\n' % i
                                          for i in range(2, 2000)))
    place.run('2020-09-12')
    status, out, err = place.do('2020-09-12', 'verify')
    check(status == 0, 'verify: 0', err)
    copy = os.path.join(place.top, 'copy.db')
    status, _, err = place.do('2020-09-12', 'backup', copy)
    check(status == 0 and os.path.exists(copy), 'backup: 0', err)
    whole = place.do('2020-09-12', 'plan', '--format', 'json')[1]
    kept, place.db = place.db, copy
    check(place.do('2020-09-12', 'verify')[0] == 0, 'the copy verifies')
    check(place.do('2020-09-12', 'plan', '--format', 'json')[1] == whole, 'the copy is usable')
    check(dump_of(copy) == dump_of(kept), 'the copy is the whole')
    check(not [n for n in os.listdir(place.top) if n.startswith('copy.db') and n != 'copy.db'],
          'nothing beside the copy', os.listdir(place.top))
    place.db = kept
    status, _, err = place.do('2020-09-12', 'backup', os.path.join(place.top, 'no', 'copy.db'))
    check(status in (2, 3) and err.strip(), 'a backup that cannot be written', status)
    status, _, err = place.do('2020-09-12', 'backup')
    check(status == 2, 'a backup to nowhere: 2', status)
    place.db = copy
    size = os.path.getsize(copy)
    with open(copy, 'rb') as file:
        data = file.read()
    for name, bytes_ in (('pages of zeros', data[:8192] + bytes(16384) + data[24576:]),
                         ('pages of noise', data[:size // 2 // 4096 * 4096] + b'\xa5' * 12288
                          + data[size // 2 // 4096 * 4096 + 12288:]),
                         ('a cut file', data[:size // 2 // 4096 * 4096])):
        with open(copy, 'wb') as file:
            file.write(bytes_)
        status, _, err = place.do('2020-09-12', 'verify')
        check(status == 3 and err.strip(), 'verify of %s: 3' % name, '%d %s' % (status, err))
        status, now, found = place.status('2020-09-12')
        check(status != 0 and now.get('database') is not True, 'status of %s' % name, found)


def dump_of(db):
    connection = sqlite3.connect(db)
    try:
        return sorted(connection.iterdump())
    finally:
        connection.close()


def backup_under_way(place):
    """A copy taken while a night runs is whole."""
    place.put('a/d.csv', DIVISIONS)
    place.put('a/c.csv', CASES + ''.join('HX-%d,household-exit,450225100200,名单%d\n' % (i, i)
                                         for i in range(2, 4000)))
    process = place.start(place.night(judge.day_of('2020-09-12')))
    copies = []
    while process.poll() is None and len(copies) < 20:
        copies.append(os.path.join(place.top, 'copy%d.db' % len(copies)))
        status, _, err = place.do('2020-09-12', 'backup', copies[-1])
        check(status == 0, 'backup during a night', err)
    process.communicate(timeout=120)
    kept = place.db
    for place.db in copies:
        check(place.do('2020-09-12', 'verify')[0] == 0, 'verify of a copy made during a night')
    place.db = kept


TESTS = [statuses, advice_only, quiet, empty, lives, back_again, waivers, refused, left_alone, twice, settles,
         foreign, out_again, unwritable, two_at_once, states, status_calendars, damaged, backup_under_way]


def run(program, words=()):
    """(passed, failed)"""
    for test in TESTS:
        if words and test.__name__ not in words:
            continue
        for lang in ('zh', 'en') if test is quiet else ('en',):
            place = None
            try:
                place = Place(program, lang=lang)
                test(place)
            except (OSError, ValueError, KeyError, IndexError, play.Difference,
                    subprocess.TimeoutExpired):
                check(False, test.__name__, traceback.format_exc())
            finally:
                if place:
                    place.end()
    return len(PASSED), len(FAILED)


def main():
    parser = argparse.ArgumentParser(description='the corners of the night')
    parser.add_argument('--program', required=True)
    parser.add_argument('tests', nargs='*')
    args = parser.parse_args()
    passed, failed = run(os.path.abspath(args.program), args.tests)
    print('%d passed, %d failed' % (passed, failed))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
