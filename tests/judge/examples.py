#!/usr/bin/python3
"""Hand-counted examples of the whole rule language, for the second judge and the program.

    examples.py [--program PATH]

Without a program the judge is asked, with one the program: the same rules and facts as
files, imported, scanned and planned.
Each sentence that gives a day has a pair here, one day apart.  The days are counted by hand
from the sentence.  In 2020: 1 September is a Tuesday; 27 September (Sunday) and 10 October
(Saturday) are worked, 1 to 8 October are off.
"""

import csv
import os
import re
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.path.insert(1, os.path.dirname(HERE))

import yaml                                                        # noqa: E402

import compare                                                     # noqa: E402
import judge                                                       # noqa: E402
from fewer import some                                             # noqa: E402
from paths import CALENDARS, holiday_table                        # noqa: E402

PROGRAM = None
SCRATCH = tempfile.TemporaryDirectory(prefix='examples-')

CALENDAR = judge.Calendar(holiday_table())
COUNTY = '450225'
PACK = {'pack': 't', 'title': 't', 'scope': ['45'],
        'in-force': yaml.safe_load('{from: 2020-01-01, until: 2026-12-31}'),
        'instruments': {name: {'title': name} for name in '甲乙丙丁'}}
HEAD = {'procedure': 'p', 'title': 'p', 'case': 'county', 'basis': '甲',
        'traits': {name: {'title': name} for name in ('secret', 'movable', 'urgent')}}


def full(day):
    """09-01 is in 2020."""
    return day if not day or len(day) > 5 else '2020-' + day


def short(day):
    return day[5:] if day and day.startswith('2020') else day


class Asked:
    """The program in the judge's place."""

    def __init__(self, pack, data, tables):
        self.folder = tempfile.mkdtemp(dir=SCRATCH.name)
        rules = self.path('rules')
        os.makedirs(os.path.join(rules, 't'))
        self.dump(dict(pack), os.path.join(rules, 't', 'pack.yaml'))
        self.dump(data, os.path.join(rules, 't', data['procedure'] + '.yaml'))
        self.program = compare.Program(PROGRAM, rules, CALENDARS, self.folder)
        fault = self.program.prepare([self.sheet(rows, i) for i, rows in enumerate(tables)])
        if fault:
            raise ValueError('%s: %s' % (fault.what, fault.theirs))

    def path(self, name):
        return os.path.join(self.folder, name)

    @staticmethod
    def dump(data, path):
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        with open(path, 'w', encoding='utf-8') as file:        # the key `on` was read as true
            file.write(re.sub('^( +)true:', r'\1on:', text, flags=re.M))

    def sheet(self, rows, number):
        """Rows with the same columns; those with `later` come in a second import."""
        path = self.path('%s%d.csv' % ('later-' * ('later' in rows[0]), number))
        with open(path, 'w', encoding='utf-8', newline='') as file:
            writer = csv.DictWriter(file, [n for n in rows[0] if n != 'later'],
                                    extrasaction='ignore')
            writer.writeheader()
            writer.writerows(rows)
        return path

    def ask(self, command, day):
        _, answer, fault = self.program.ask(command, day)
        if fault:
            raise ValueError('%s: %s' % (fault.what, fault.theirs))
        return answer

    def scan(self, day):
        return self.ask('scan', day)

    def plan(self, day):
        return self.ask('plan', day)


def by_columns(rows):
    """A sheet each for the rows that have the same columns."""
    sheets = {}
    for row in rows:
        sheets.setdefault(tuple(row), []).append(row)
    return list(sheets.values())


class Trial:
    """events: `a: DAY, b: DAY DAY`; postings: `STEP FROM TO MEDIUM` with more as column=value;
    objections: `STEP RECEIVED RESOLVED OUTCOME`; TO, RESOLVED may be `-`, STEP be STEP@PLACE.
    known: divisions besides; later: those that come to be known after the case is taken in."""

    def __init__(self, rules, events='', postings=(), objections=(), traits='', **more):
        data = dict(HEAD, **yaml.safe_load(rules))
        for name, step in (data.get('steps') or {}).items():
            step.setdefault('at', 'county')
            step.setdefault('kind', 'notice')
        named = [COUNTY] + list(more.get('known', ()))
        tables = [[{'division': d, 'name': d} for d in named],
                  [{'case': 'C', 'procedure': 'p', 'division': COUNTY, 'traits': traits,
                    'places': more.get('places', '')}],
                  self.events(events), [self.posting(p) for p in postings],
                  [self.objection(o) for o in objections],
                  [{'division': d, 'name': d, 'later': ''} for d in more.get('later', ())]]
        tables = [sheet for rows in tables for sheet in by_columns(rows)]
        pack = dict(PACK, **more.get('pack', {}))
        if PROGRAM:
            self.court = Asked(pack, data, tables)
        else:
            self.court = judge.open_court(judge.parse_pack(pack, [data]), CALENDAR, tables)

    @staticmethod
    def events(text):
        for name, days in (yaml.safe_load('{%s}' % text) or {}).items():
            for day in str(days).split():
                yield {'case': 'C', 'event': name, 'date': full(day)}

    @staticmethod
    def posting(text):
        words = text.split()
        step, start, end, medium = ([w for w in words if '=' not in w] + ['-', '-'])[:4]
        step, _, place = step.partition('@')
        row = {'case': 'C', 'step': step, 'division': place or COUNTY, 'posted': full(start),
               'until': '' if end == '-' else full(end),
               'medium': '' if medium == '-' else medium}
        for word in words:
            column, equals, value = word.partition('=')
            if equals:
                row[column] = value
        return row

    @staticmethod
    def objection(text):
        step, received, resolved, outcome, handler = (text.split() + ['-'] * 3)[:5]
        step, at, place = step.partition('@')
        return {'case': 'C', 'step': step, 'division': place if at else COUNTY,
                'received': full(received),
                'resolved': '' if resolved == '-' else full(resolved),
                'outcome': '' if outcome == '-' else outcome,
                'handler': '' if handler == '-' else handler}

    def scan(self, day):
        return self.court.scan(judge.day_of(full(day)))

    def plan(self, day):
        return self.court.plan(judge.day_of(full(day)))

    def found(self, day, *codes):
        """`CODE POINT due actual`, of all codes or some."""
        return ['%s %s %s %s' % (f['code'], f['step'] or f['event'], short(f['due']),
                                 short(f['actual']))
                for f in self.scan(day)['findings'] if not codes or f['code'] in codes]

    def grave(self, day, code):
        return [f['severity'] for f in self.scan(day)['findings'] if f['code'] == code]

    def slot(self, day, step, *members):
        for slot in self.plan(day)['cases'][0]['slots']:
            if slot['step'] == step:
                values = tuple(short(slot[m]) if isinstance(slot[m], str) else slot[m]
                               for m in members)
                return values if len(values) > 1 else values[0]
        return 'no slot'


def one(opens, more='', events='{a: {title: a}, b: {title: b}, p: {title: p}, q: {title: q}}'):
    """A procedure with one step, s."""
    return 'events: %s\nsteps: {s: {title: s, opens: %s, %s}}' % (events, opens, more)


class Test(unittest.TestCase):
    def same(self, *pairs):
        for got, wanted in pairs:
            self.assertEqual(got, wanted)


class Applies(Test):
    """LANGUAGE 1: for, not-for, when, unless."""

    def test_traits(self):
        urgent = one('after a', 'for: urgent')
        self.same((Trial(urgent, 'a: 09-01').plan('09-02')['cases'][0]['slots'], []),
                  (Trial(urgent, 'a: 09-01', traits='urgent').slot('09-02', 's', 'state'),
                   'ready'),
                  (Trial(urgent, 'a: 09-01', traits='secret、urgent').slot('09-02', 's', 'state'),
                   'ready'),
                  (Trial(one('after a', 'for: [urgent, secret]'), 'a: 09-01',
                         traits='secret').slot('09-02', 's', 'state'), 'ready'))

    def test_exempt(self):
        away = one('after a', 'not-for: [movable, secret]')
        for command in ('scan', 'plan'):
            def exempt(rules, **more):
                return getattr(Trial(rules, 'a: 09-01', **more), command)('09-02')['exempt']
            # counted once, under the first trait of that list
            self.same((exempt(away, traits='secret;movable'), {'movable': 1}),
                      (exempt(away, traits='secret'), {'secret': 1}),
                      (exempt(away, traits='urgent'), {}),
                      # what else keeps it away: not only `not-for`
                      (exempt(one('after a', 'not-for: secret, for: urgent'), traits='secret'),
                       {}),
                      (exempt(one('after a', 'not-for: secret, when: b'), traits='secret'), {}))

    def test_when_is_asked_of_the_view(self):
        late = Trial(one('within 3 days after a', 'when: b'), 'a: 09-01, b: 09-10')
        self.same((late.found('09-09'), ['conflict s 09-04 09-09']),   # the plan's slot
                  (late.found('09-10'), ['missing s 09-04 None']),
                  (late.scan('09-09')['slots'], 1), (late.slot('09-09', 's', 'latest'), '09-04'))
        early = Trial(one('within 3 days after a', 'unless: b'), 'a: 09-01, b: 09-10')
        self.same((early.found('09-09'), ['missing s 09-04 None']), (early.found('09-10'), []))

    def test_a_clock_that_starts_anew(self):
        two = one('[{bound: within 20 workdays after a, unless: b},'
                  ' {bound: within 20 workdays after b, when: b}]')
        self.same((Trial(two, 'a: 09-01').slot('09-02', 's', 'latest'), '09-28'),
                  (Trial(two, 'a: 09-01, b: 09-08').slot('09-09', 's', 'latest'), '10-12'))

    def test_when_looks_at_rows_of_what_does_not_apply(self):
        rules = one('within 3 days after a', 'when: b',
                    '{a: {title: a}, b: {title: b, for: urgent}}')
        self.same((Trial(rules, 'a: 09-01, b: 09-02').slot('09-03', 's', 'latest'), '09-04'))

    def test_event_is_not_judged(self):
        rules = '''
events: {a: {title: a}, b: {title: b, after: at least 5 days after a, not-for: secret}}
steps: {s: {title: s, opens: after b}}'''
        self.same((Trial(rules, 'a: 09-01, b: 09-05').found('09-20'), ['order b 09-06 09-05']),
                  (Trial(rules, 'a: 09-01, b: 09-05', traits='secret').found('09-20'), []))

    def test_passes_on_what_it_must_follow(self):
        rules = '''
events: {a: {title: a}, b: {title: b, after: at least 3 days after a, for: urgent, gate: g.opens}}
steps:
  g: {title: g, opens: after a}
  s: {title: s, opens: [after b, within 1 days after b]}'''

        def found(day):
            return Trial(rules, 'a: 09-01', ['s ' + day]).found('09-30', 'early', 'late',
                                                                 'unrecorded')
        self.same((found('09-03'), ['early s 09-04 09-03']), (found('09-04'), []),
                  (found('09-25'), []))            # as the start of a deadline it is left out
        trial = Trial(rules, 'a: 09-01')           # its gate, unposted, is left out
        self.same((trial.slot('09-02', 's', 'earliest', 'forecast', 'state', 'latest'),
                   ('09-04', False, 'upcoming', None)))

    def test_in_its_place_what_it_must_follow(self):
        rules = one('after b', events='{a: {title: a}, b: {title: b, after: a, for: urgent}}')
        self.same((Trial(rules).slot('09-02', 's', 'state', 'earliest'), ('waiting', None)),
                  (Trial(rules, '', ['s 09-02']).scan('09-02')['findings'][0]['event'], 'a'))
        nothing = one('after b', events='{a: {title: a}, b: {title: b, for: urgent}}')
        self.same((Trial(nothing).slot('09-02', 's', 'state', 'earliest'), ('ready', None)),
                  (Trial(nothing, '', ['s 09-02']).found('09-02'), []))

    def test_a_step_takes_no_time(self):
        rules = '''
events: {a: {title: a}, e: {title: e, after: s}}
steps: {s: {title: s, opens: after a, lasts: at least 5 days, for: urgent}}'''
        self.same((Trial(rules, 'a: 09-02, e: 09-02').found('09-20'), []),
                  (Trial(rules, 'a: 09-02, e: 09-01').found('09-20'), ['order e 09-02 09-01']),
                  (Trial(rules, 'a: 09-02, e: 09-07', ['s 09-02 09-06'], traits='urgent')
                   .found('09-20', 'order'), []),
                  (Trial(rules, 'a: 09-02, e: 09-06', ['s 09-02 09-06'], traits='urgent')
                   .found('09-20', 'order'), ['order e 09-07 09-06']))

    def test_backward_it_passes_through(self):
        rules = '''
events: {a: {title: a}, q: {title: q}, e: {title: e, after: at least 2 days after b},
         b: {title: b, after: [s, within 1 days after q], for: urgent}}
steps: {s: {title: s, opens: after a, lasts: at least 5 days}}'''
        # e on the 20th, b on the 18th at the latest, s over on the 17th: open on the 13th
        self.same((Trial(rules, 'q: 09-08, e: 09-20').slot('09-02', 's', 'latest', 'advised'),
                   ('09-13', '09-12')))

    def test_gate_before_and_until_are_left_out(self):
        gate = '''
events: {a: {title: a}, e: {title: e, after: a, gate: [s.opens, {point: t.opens, unless: q}]},
         q: {title: q}}
steps: {s: {title: s, opens: after a, for: urgent}, t: {title: t, opens: after a}}'''
        self.same((Trial(gate, 'a: 09-01, e: 09-03', ['t 09-03']).found('09-20', 'gate'), []),
                  (Trial(gate, 'a: 09-01, e: 09-03', ['t 09-04']).found('09-20', 'gate'),
                   ['gate e 09-04 09-03']),
                  (Trial(gate, 'a: 09-01, e: 09-03, q: 09-01', ['t 09-04'])
                   .found('09-20', 'gate'), []))
        before = one('[after a, before b]', events='{a: {title: a}, b: {title: b, for: urgent}}')
        self.same((Trial(before, 'a: 09-01, b: 09-10').slot('09-02', 's', 'latest'), None),
                  (Trial(before, 'a: 09-01, b: 09-10', traits='urgent')
                   .slot('09-02', 's', 'latest'), '09-09'))
        until = one('after a', 'lasts: [at least 3 days, until b]',
                    '{a: {title: a}, b: {title: b, for: urgent}}')
        self.same((Trial(until, 'a: 09-01').slot('09-02', 's', 'judged'), '09-03'),
                  (Trial(until, 'a: 09-01', traits='urgent').slot('09-02', 's', 'judged'), None))

    def test_privacy_alone(self):
        rules = one('after a', 'for: urgent, content: [名单], lasts: at least 3 days')
        shown = ['s 09-01 09-01 place=13800138000 content=无']
        self.same((Trial(rules, 'a: 09-02', shown).found('09-20'), ['privacy s None 09-01']),
                  (len(Trial(rules, 'a: 09-02', shown, traits='urgent').found('09-20')), 4))


class Optional(Test):
    """LANGUAGE 1: optional."""
    RULES = '''
events: {a: {title: a}, b: {title: b, after: within 3 days after a, optional: true}}
steps: {s: {title: s, opens: after b}}'''

    def test_never_missing_but_late(self):
        self.same((Trial(self.RULES, 'a: 09-01').found('09-30'), []),
                  (Trial(self.RULES, 'a: 09-01, b: 09-04').found('09-30'), []),
                  (Trial(self.RULES, 'a: 09-01, b: 09-05').found('09-30'),
                   ['late b 09-04 09-05']))

    def test_another_is_missing(self):
        trial = Trial(self.RULES.replace(', optional: true', ''), 'a: 09-01')
        self.same((trial.found('09-04'), []), (trial.found('09-05'), ['missing b 09-04 None']))

    def test_nothing_waits(self):
        self.same((Trial(self.RULES, 'a: 09-01').slot('09-02', 's', 'state', 'earliest'),
                   ('ready', '09-01')),
                  (Trial(self.RULES, 'a: 09-01', ['s 09-01']).found('09-30'), []),
                  # scheduled: the plan sees it, the scan not yet
                  (Trial(self.RULES, 'a: 09-01, b: 09-03').slot('09-02', 's', 'state'),
                   'upcoming'))

    def test_until_has_no_day_yet(self):
        rules = one('after a', 'lasts: [at least 3 days, until b]',
                    '{a: {title: a}, b: {title: b, optional: true}}')
        self.same((Trial(rules, 'a: 09-01').slot('09-02', 's', 'judged'), None),
                  (Trial(rules, 'a: 09-01, b: 09-09').slot('09-02', 's', 'judged'), '09-09'))


class Ends(Test):
    """LANGUAGE 1: ends."""
    EVENTS = '''{a: {title: a}, x: {title: x, ends: true}, e: {title: e, after: s},
                 f: {title: f, after: within 10 days after a}}'''

    def rules(self, opens, more=''):
        return ('events: %s\nsteps: {s: {title: s, opens: %s, %s}, '
                't: {title: t, opens: within 3 days after x}}' % (self.EVENTS, opens, more))

    def test_latest_day_not_before_the_end(self):
        rules = self.rules('within 10 days after a')                 # 11 September, a Friday
        ended = Trial(rules, 'a: 09-01, x: 09-11')
        owed = Trial(rules, 'a: 09-01, x: 09-12')
        self.same((ended.slot('09-12', 's', 'state', 'latest'), ('ended', '09-11')),
                  (ended.found('09-14'), []),                        # nor is event f missing
                  (owed.slot('09-12', 's', 'state'), 'overdue'),
                  (owed.found('09-14'), ['missing s 09-11 None', 'missing f 09-11 None']))

    def test_scheduled_not_yet(self):
        trial = Trial(self.rules('within 10 days after a'), 'a: 09-01, x: 09-11')
        self.same((trial.slot('09-10', 's', 'state'), 'ready'),
                  (trial.slot('09-11', 's', 'state'), 'ended'))

    def test_what_follows_the_end_is_owed(self):
        trial = Trial(self.rules('within 10 days after a'), 'a: 09-01, x: 09-08')
        self.same((trial.found('09-11'), []), (trial.found('09-12'), ['missing t 09-11 None']))

    def test_run_that_reaches_it(self):
        rules = self.rules('after a', 'lasts: at least 7 days')      # judged 7 September
        for end, x, state, found in (
                ('09-05', '09-05', 'ended', []),
                ('09-04', '09-05', 'broken', ['short s 09-07 09-04']),
                ('09-07', '09-07', 'ended', []),
                ('09-07', '09-08', 'done', [])):
            trial = Trial(rules, 'a: 09-01, x: ' + x, ['s 09-01 ' + end])
            self.same((trial.slot('09-08', 's', 'state'), state),
                      (trial.found('09-08', 'short'), found))
        self.same((Trial(rules, 'a: 09-01, x: 09-05', ['s 09-05 09-06']).slot('09-09', 's',
                                                                              'state'), 'ended'),
                  (Trial(rules, 'a: 09-01, x: 09-04', ['s 09-05 09-06']).slot('09-09', 's',
                                                                              'state'), 'broken'))

    def test_nothing_after_sets_a_latest_day(self):
        rules = self.rules('after a', 'lasts: at least 3 days')
        # e on 20 September asks for s by the 17th
        self.same((Trial(rules, 'a: 09-01, e: 09-20, x: 09-20').found('09-25', 'missing'),
                   ['missing s 09-17 None', 'missing t 09-23 None', 'missing f 09-11 None']),
                  (Trial(rules, 'a: 09-01, e: 09-20, x: 09-19').slot('09-25', 's', 'state',
                                                                     'latest'),
                   ('ended', '09-17')))                              # plan's days stay

    def test_what_happens_after_is_judged(self):
        rules = self.rules('after a', 'lasts: at least 3 days')
        self.same((Trial(rules, 'a: 09-01, e: 09-09, x: 09-08', ['s 09-07 09-30'])
                   .found('09-10', 'order'), ['order e 09-10 09-09']))

    def test_objections_own_limit(self):
        rules = self.rules('after a', 'objections: {within: within 3 days after received}')
        held = ['s 09-01 -']
        # received on the 1st: 4 September
        self.same((Trial(rules, 'a: 09-01, x: 09-05', ['s 09-01'], held)
                   .found('09-20', 'objection'), ['objection s 09-04 None']),
                  (Trial(rules, 'a: 09-01, x: 09-04', ['s 09-01'], held)
                   .found('09-20', 'objection'), []))


class Bounds(Test):
    """LANGUAGE 2: with, by, years, quarters."""

    def test_with(self):
        rules = one('with b')                                        # 5 September, a Saturday
        for day, found in (('09-04', ['early s 09-05 09-04']), ('09-05', []),
                           ('09-06', ['late s 09-05 09-06'])):
            self.same((Trial(rules, 'b: 09-05', ['s ' + day]).found('09-20'), found))
        self.same((Trial(rules, 'b: 09-05').slot('09-05', 's', 'earliest', 'latest', 'advised'),
                   ('09-05', '09-05', '09-05')))

    def test_with_a_step(self):
        rules = '''
events: {a: {title: a}}
steps: {s: {title: s, opens: after a, lasts: at least 5 days}, t: {title: t, opens: with s}}'''
        self.same((Trial(rules, 'a: 09-01', ['s 09-02', 't 09-02']).found('09-03'), []),
                  (Trial(rules, 'a: 09-01', ['s 09-02', 't 09-03']).found('09-03'),
                   ['late t 09-02 09-03']))

    def test_by_date(self):
        rules = one('by 09-13 after b')                              # a Sunday
        self.same((Trial(rules, 'b: 09-12').slot('09-12', 's', 'latest', 'advised', 'earliest'),
                   ('09-14', '09-13', '09-12')),
                  (Trial(rules, 'b: 09-13').slot('09-14', 's', 'latest', 'advised'),
                   ('2021-09-13', '2021-09-13')),
                  (Trial(rules, 'b: 09-12', ['s 09-14']).found('09-20'), []),
                  (Trial(rules, 'b: 09-12', ['s 09-15']).found('09-20'), ['late s 09-14 09-15']),
                  (Trial(rules, 'b: 09-12', ['s 09-11']).found('09-20'), ['early s 09-12 09-11']))

    def test_by_day(self):
        self.same((Trial(one('by day 15 after b'), 'b: 08-31').slot('09-01', 's', 'latest'),
                   '09-15'),
                  (Trial(one('by day 15 after b'), 'b: 09-01').slot('09-01', 's', 'latest'),
                   '10-15'),
                  (Trial(one('by day 31 after b'), 'b: 08-20').slot('09-01', 's', 'latest'),
                   '09-30'),
                  # February has 29 days; the 29th is a Saturday
                  (Trial(one('by day 30 after b'), 'b: 01-20').slot('09-01', 's', 'latest',
                                                                    'advised'),
                   ('03-02', '02-29')))

    def test_years_and_quarters(self):
        # 28 February 2021 is a Sunday
        self.same((Trial(one('within 1 year after b'), 'b: 02-29').slot('09-01', 's', 'latest'),
                   '2021-03-01'),
                  (Trial(one('within 1 quarter after b'), 'b: 06-03').slot('09-01', 's',
                                                                           'latest'), '09-03'),
                  (Trial(one('after b', 'lasts: at least 2 quarters'), 'b: 03-31')
                   .slot('09-01', 's', 'judged', 'planned'), ('09-29', '09-30')))


class Pauses(Test):
    """LANGUAGE 2: pauses; the deadline is 9 September, eight days after the 1st."""
    PAIR = one('{bound: within 8 days after a, pauses: [[p, q]]}')

    def latest(self, events, rules=None, *postings):
        return Trial(rules or self.PAIR, 'a: 09-01, ' + events, postings).slot('09-02', 's',
                                                                              'latest')

    def test_days_after_from_through_to(self):
        self.same((self.latest('q: 09-05'), '09-09'),                # never began
                  (self.latest('p: 09-03, q: 09-03'), '09-09'),      # no day between
                  (self.latest('p: 09-03, q: 09-04'), '09-10'),      # the 4th
                  (self.latest('p: 09-03, q: 09-05'), '09-11'))      # the 4th and 5th

    def test_start_day_is_never_paused(self):
        self.same((self.latest('p: 08-30, q: 09-01'), '09-09'),
                  (self.latest('p: 08-30, q: 09-02'), '09-10'))      # the 2nd alone

    def test_repeated(self):
        events = ('{a: {title: a}, p: {title: p, repeats: true}, '
                  'q: {title: q, repeats: true}}')
        rules = one('{bound: within 8 days after a, pauses: [[p, q]]}', events=events)
        # the 3rd, and the 8th
        self.same((self.latest('p: 09-02 09-07, q: 09-03 09-08', rules), '09-11'),
                  (self.latest('p: 09-02 09-07, q: 09-03', rules), None))

    def test_endless(self):
        held, bounds = 'p: 09-08', 'p: 09-09'    # from the 9th: before L; from the 10th: after it
        self.same((self.latest(held), None), (self.latest(bounds), '09-09'))
        rules = self.PAIR
        for command in ('scan', 'plan'):
            def paused(events, *postings):
                return getattr(Trial(rules, 'a: 09-01, ' + events, postings),
                               command)('10-30')['paused']
            self.same((paused(held), 1), (paused(bounds), 0), (paused(held, 's 09-09'), 0))
        self.same((Trial(rules, 'a: 09-01, ' + held).found('10-30'), []),
                  (Trial(rules, 'a: 09-01, ' + bounds).found('10-30'), ['missing s 09-09 None']))

    def test_paused_events(self):
        bound = '{bound: within 8 days after a, pauses: [[p, q]]}'
        events = ('{a: {title: a}, p: {title: p}, q: {title: q}, x: {title: x, ends: true}, '
                  'e: {title: e, after: %s%s}}')

        def paused(more, facts, events=events):
            rules = 'events: ' + events % (bound, more)
            return Trial(rules, 'a: 09-01, p: 09-03' + facts).plan('09-20')['paused']
        self.same((paused('', ''), 1), (paused('', ', q: 09-05'), 0),
                  (paused('', ', e: 09-20'), 0), (paused(', optional: true', ''), 0),
                  (paused(', for: urgent', ''), 0),
                  (paused('', ', x: 09-20'), 0), (paused('', ', x: 09-21'), 1))

    def test_workdays(self):
        rules = one('{bound: within 5 workdays after a, pauses: [[p, q]]}')
        self.same((self.latest('q: 09-01', rules), '09-08'),         # 2 3 4 7 8
                  (self.latest('p: 09-03, q: 09-05', rules), '09-09'),   # without the 4th
                  (self.latest('p: 09-04, q: 09-06', rules), '09-08'))   # two days off

    def test_rolls_paused_or_not(self):
        # ten days and one: 12 September, a Saturday; the 14th is paused all the same
        rules = one('{bound: within 10 days after a, pauses: [[p, q]]}',
                    events='{a: {title: a}, p: {title: p, repeats: true}, '
                           'q: {title: q, repeats: true}}')
        self.same((self.latest('p: 09-03 09-13, q: 09-04 09-20', rules), '09-14'))

    def test_by(self):
        rules = one('{bound: by 09-09 after a, pauses: [[p, q]]}')
        self.same((self.latest('p: 09-03, q: 09-05', rules), '09-11'))

    def test_a_step(self):
        rules = '''
events: {a: {title: a}, b: {title: b},
         e: {title: e, after: {bound: within 8 days after a, pauses: [s]}}}
steps: {s: {title: s, opens: after a, lasts: [at least 2 days, {bound: until b, for: urgent}]}}'''

        def found(day, *postings, **more):
            return Trial(rules, 'a: 09-01, e: ' + day, postings, **more).found('09-30', 'late')
        # it stands longer than it must: the 3rd and 4th are paused
        self.same((found('09-11', 's 09-03'), []), (found('09-14', 's 09-03'),
                                                    ['late e 09-11 09-14']),
                  (found('09-10'), ['late e 09-09 09-10']),          # not posted: no pause
                  (found('09-30', 's 09-03', traits='urgent'), []))  # no last day: without end

    def test_what_does_not_apply_is_left_out(self):
        events = '{a: {title: a}, p: {title: p}, q: {title: q, for: urgent}}'
        rules = one('{bound: within 8 days after a, pauses: [[p, q]]}', events=events)
        self.same((self.latest('p: 09-03', rules), '09-09'))
        optional = rules.replace('for: urgent', 'optional: true')
        self.same((self.latest('p: 09-03', optional), None))         # has only not come


class Extends(Test):
    """LANGUAGE 2: extends."""

    def latest(self, n, day, more=''):
        rules = one('{bound: within %s after a, extends: {by: 5 days, on: p}%s}' % (n, more))
        return Trial(rules, 'a: 09-01' + (', p: ' + day if day else '')).slot(
            '09-02', 's', 'latest', 'advised')

    def test_on_or_before_the_last_day(self):
        self.same((self.latest('8 days', ''), ('09-09', '09-09')),
                  (self.latest('8 days', '09-09'), ('09-14', '09-14')),
                  (self.latest('8 days', '09-10'), ('09-09', '09-09')),
                  (self.latest('8 days', '08-01'), ('09-14', '09-14')))    # before the start

    def test_from_the_day_before_rolling(self):
        # 11 days: Saturday 12 September, moved to the 14th; five days from the 12th: the 17th
        self.same((self.latest('11 days', '09-14'), ('09-17', '09-17')),
                  (self.latest('11 days', '09-15'), ('09-14', '09-14')))

    def test_by_is_rolled_for_advised_too(self):
        rules = one('{bound: by 09-12 after a, extends: {by: 7 days, on: p}}')
        trial = Trial(rules, 'a: 09-01, p: 09-14')       # through Saturday 19 September
        self.same((trial.slot('09-02', 's', 'latest', 'advised'), ('09-21', '09-19')),
                  (Trial(rules, 'a: 09-01, p: 09-15').slot('09-02', 's', 'latest', 'advised'),
                   ('09-14', '09-12')))

    def test_pauses_as_before(self):
        # eight days end on the 9th, five more on the 14th, and the 11th and 12th are paused
        rules = one('{bound: within 8 days after a, extends: {by: 5 days, on: b}, '
                    'pauses: [[p, q]]}')
        self.same((Trial(rules, 'a: 09-01, b: 09-02, p: 09-10, q: 09-12')
                   .slot('09-02', 's', 'latest'), '09-16'),
                  (Trial(rules, 'a: 09-01, b: 09-02, p: 09-10').slot('09-02', 's', 'latest'),
                   None))


class Severity(Test):
    """LANGUAGE 2 and 4: severity."""

    def test_the_gravest_of_the_days_that_are_past(self):
        rules = one('[{bound: within 3 days after a, severity: advice},'
                    ' {bound: within 6 days after a, severity: grave}]')   # the 4th and the 7th
        self.same((Trial(rules, 'a: 09-01', ['s 09-07']).grave('09-20', 'late'), ['advice']),
                  (Trial(rules, 'a: 09-01', ['s 09-08']).grave('09-20', 'late'), ['grave']),
                  (Trial(rules, 'a: 09-01').grave('09-07', 'missing'), ['advice']),
                  (Trial(rules, 'a: 09-01').grave('09-08', 'missing'), ['grave']))
        rules = """
events: {a: {title: a}, b: {title: b, after: [{bound: within 3 days after a, severity: advice},
         {bound: by 09-06 after a, severity: grave}]}}"""               # rolled: the 7th
        self.same((Trial(rules, 'a: 09-01').grave('09-07', 'missing'), ['advice']),
                  (Trial(rules, 'a: 09-01').grave('09-08', 'missing'), ['grave']),
                  (Trial(rules, 'a: 09-01, b: 09-07').grave('09-08', 'late'), ['advice']),
                  (Trial(rules, 'a: 09-01, b: 09-08').grave('09-08', 'late'), ['grave']))
        # `by` moves on: through Monday the 14th
        rules = one('[{bound: within 3 days after a, severity: advice},'
                    ' {bound: by 09-13 after a, severity: grave}]')
        self.same((Trial(rules, 'a: 09-01').grave('09-14', 'missing'), ['advice']),
                  (Trial(rules, 'a: 09-01').grave('09-15', 'missing'), ['grave']))
        # what follows counts with the code's own
        rules = one('{bound: within 3 days after a, severity: advice}', '',
                    '{a: {title: a}, e: {title: e, after: s.opens}}')
        self.same((Trial(rules, 'a: 09-01').grave('09-20', 'missing'), ['advice']),
                  (Trial(rules, 'a: 09-01, e: 09-09').grave('09-09', 'missing'), ['advice']),
                  (Trial(rules, 'a: 09-01, e: 09-09').grave('09-10', 'missing'), ['violation']))

    def test_what_follows_by_the_judged_count(self):
        # e by the 11th: three days from the 8th at the latest (the 7th is advised)
        rules = one('{bound: within 3 days after a, severity: advice}', 'lasts: at least 3 days',
                    '{a: {title: a}, e: {title: e, after: [s, within 10 days after a]}}')
        trial = Trial(rules, 'a: 09-01')
        self.same((trial.grave('09-08', 'missing'), ['advice']),
                  (trial.grave('09-09', 'missing'), ['violation']))

    def test_the_nearest_wins(self):
        rules = one('within 3 days after a', 'severity: {late: grave}')
        pack = {'severity': {'late': 'advice', 'early': 'question'}}
        self.same((Trial(rules, 'a: 09-01', ['s 09-08'], pack=pack).grave('09-20', 'late'),
                   ['grave']),
                  (Trial(rules, 'a: 09-01', ['s 08-28'], pack=pack).grave('09-20', 'early'),
                   ['question']))


class Periods(Test):
    """LANGUAGE 3."""

    def test_the_latest_of_the_parts(self):
        # from Friday 4 September: 3 days, the 6th; 3 working days, the 8th; planned the 9th
        rules = one('after a', 'lasts: [at least 3 days, at least 3 workdays]')
        self.same((Trial(rules, 'a: 09-04').slot('09-04', 's', 'judged', 'planned'),
                   ('09-08', '09-09')))
        rules = one('after a', 'lasts: [{bound: at least 3 days, for: urgent, basis: 乙}]')
        self.same((Trial(rules, 'a: 09-04').slot('09-04', 's', 'judged', 'planned'),
                   (None, None)),
                  (Trial(rules, 'a: 09-04', ['s 09-04 09-05'], traits='urgent').found('09-20'),
                   ['short s 09-06 09-05']),
                  (Trial(rules, 'a: 09-04', ['s 09-04 09-06'], traits='urgent').found('09-20'),
                   []))

    def test_who_is_cited(self):
        # from Saturday the 5th: judged both the 9th, planned the 9th and the 10th
        rules = one('after a', 'lasts: [{bound: at least 3 workdays, basis: 丙}, '
                               '{bound: at least 5 days, basis: 乙}, {bound: until b, basis: 丁, '
                               'for: urgent}]')

        def cited(end, day, **more):
            findings = Trial(rules, 'a: 09-01', ['s 09-05 ' + end], **more).scan(day)['findings']
            return [(f['code'], f['basis']) for f in findings]
        self.same((cited('09-08', '09-10'), [('short', '丙')]),
                  (cited('09-09', '09-10'), [('tight', '乙')]),
                  (cited('09-09', '09-11'), []),
                  (cited('09-09', '09-11', traits='urgent'), [('short', '丁')]))

    def test_default(self):
        rules = ('lasts: at least 3 days\n' + one('after a') +
                 '\n').replace('steps: {', 'steps: {t: {title: t, opens: after a, lasts: none}, ')
        trial = Trial(rules, 'a: 09-01')
        self.same((trial.slot('09-01', 's', 'judged'), '09-03'),
                  (trial.slot('09-01', 't', 'judged'), None))

    def test_until(self):
        rules = one('after a', 'lasts: until b')

        def trial(events, *postings):
            return Trial(rules, 'a: 09-01' + events, postings)
        open_ = trial('', 's 09-01 09-10')
        self.same((open_.slot('09-10', 's', 'state', 'judged', 'planned'),
                   ('standing', None, None)),
                  (open_.slot('09-11', 's', 'state'), 'broken'),
                  (open_.found('09-10'), []), (open_.found('09-11'), ['short s None 09-10']),
                  (trial(', b: 09-10', 's 09-01 09-10').found('09-11'), []),
                  (trial(', b: 09-11', 's 09-01 09-10').found('09-11'), ['short s 09-11 09-10']),
                  # not before the day it opens; judged and planned alike
                  (trial(', b: 08-20', 's 09-01 09-10').slot('09-11', 's', 'judged', 'planned'),
                   ('09-01', '09-01')))

    def test_until_at_least(self):
        rules = one('after a', 'lasts: until at least 3 days after b')
        self.same((Trial(rules, 'a: 09-01, b: 09-10', ['s 09-01 09-13']).found('09-20'), []),
                  (Trial(rules, 'a: 09-01, b: 09-10', ['s 09-01 09-12']).found('09-20'),
                   ['short s 09-13 09-12']))

    def test_permanently(self):
        rules = one('after a', 'lasts: [at least 3 days, permanently]')
        trial = Trial(rules, 'a: 09-01', ['s 09-01 09-30'])
        self.same((trial.found('09-30'), []), (trial.found('10-01'), ['short s None 09-30']))

    def test_no_last_day_and_what_follows(self):
        rules = '''
events: {a: {title: a}, b: {title: b, after: at least 3 days after a}, e: {title: e, gate: s}}
steps: {s: {title: s, opens: after a, lasts: until b}, t: {title: t, opens: after s}}'''
        trial = Trial(rules, 'a: 09-01, e: 09-20', ['s 09-02'])
        # b on the 4th at the earliest, t the day after
        self.same((trial.slot('09-02', 't', 'state', 'earliest', 'forecast'),
                   ('waiting', '09-05', True)),
                  (trial.found('09-30', 'gate'), ['gate e None 09-20']),
                  (Trial(rules, 'a: 09-01', ['s 09-02', 't 09-03']).found('09-30', 'early'), []),
                  (Trial(rules, 'a: 09-01, b: 09-09', ['s 09-02', 't 09-09'])
                   .found('09-30', 'early'), ['early t 09-10 09-09']))

    def test_back_only_the_reckoned_parts(self):
        rules = one('after a', 'lasts: [at least 3 days, until b]',
                    '{a: {title: a}, b: {title: b}, e: {title: e, after: s}}')
        # over on the 19th: open on the 17th, by the planned count on the 16th
        self.same((Trial(rules, 'e: 09-20').slot('09-01', 's', 'latest', 'advised'),
                   ('09-17', '09-16')),
                  (Trial(rules.replace('at least 3 days, ', ''), 'e: 09-20, b: 09-25')
                   .slot('09-01', 's', 'latest'), '09-19'),
                  (Trial(rules.replace('until b', 'at least 5 days'), 'e: 09-20')
                   .slot('09-01', 's', 'latest'), '09-15'))

    def test_down(self):
        # over on the 3rd; three days after: Sunday the 6th, moved to the 7th
        rules = one('after a', 'lasts: at least 3 days, down: within 3 days after closes')
        self.same((Trial(rules, 'a: 09-01', ['s 09-01 09-07']).found('09-20'), []),
                  (Trial(rules, 'a: 09-01', ['s 09-01 09-08']).found('09-05'),
                   ['overstay s 09-07 09-08']),
                  (Trial(rules, 'a: 09-01', ['s 09-01']).found('09-07'), []),
                  (Trial(rules, 'a: 09-01', ['s 09-01']).found('09-08'),
                   ['overstay s 09-07 None']))
        rules = one('after a', 'down: {bound: within 3 days after b, severity: grave}')
        self.same((Trial(rules, 'a: 09-01, b: 09-08', ['s 09-01 09-11']).found('09-20'), []),
                  (Trial(rules, 'a: 09-01, b: 09-08', ['s 09-01 09-12'])
                   .grave('09-20', 'overstay'), ['grave']),
                  (Trial(rules, 'a: 09-01', ['s 09-01']).found('09-20'), []))

    def test_down_of_an_earlier_round(self):
        rules = one('after a', 'down: within 1 days after b, objections: {upheld: again}')
        again = ['s 09-02 09-08 upheld']
        self.same((Trial(rules, 'a: 09-01, b: 09-08', ['s 09-08'], again)
                   .found('09-20', 'overstay'), ['overstay s 09-09 None']),
                  (Trial(rules, 'a: 09-01, b: 09-07', ['s 09-08'], again)
                   .found('09-20', 'overstay'), []))


class Shown(Test):
    """LANGUAGE 4: media, content, review, evidence."""

    def found(self, more, *postings, day='09-20', opens='within 3 days after a', **rest):
        return Trial(one(opens, more), 'a: 09-01', postings, **rest).found(day)

    def test_any(self):
        more = 'media: [board, {medium: radio, for: urgent}]'
        self.same((self.found(more, 's 09-02 - radio'), ['medium s None 09-02']),   # not missing
                  (self.found(more, 's 09-02 - radio', traits='urgent'), []),
                  (self.found(more, 's 09-02 - board'), []), (self.found(more, 's 09-02'), []),
                  (self.found(more, 's 09-02 - radio', 's 09-05 - board'),
                   ['late s 09-04 09-05']),
                  (self.found('media: {any: [{medium: radio, for: urgent}]}',
                              's 09-02 - board'), []))

    def test_all(self):
        more = 'media: {all: [board, {medium: newspaper, not-for: urgent}]}'
        self.same((self.found(more, 's 09-02 - board'), ['medium s None 09-02']),
                  (self.found(more, 's 09-02 - board', traits='urgent'), []),
                  (self.found(more, 's 09-02 - board', 's 09-04 - newspaper'), []))

    def test_times(self):
        more = 'lasts: at least 5 days, media: {times: {newspaper: 2}}'      # 2 to 6 September
        first = 's 09-02 09-30 newspaper'
        self.same((self.found(more, first, day='09-06'), []),
                  (self.found(more, first, day='09-07'), ['medium s None 09-02']),
                  (self.found(more, first, 's 09-06 09-06 newspaper'), []),
                  (self.found(more, first, 's 09-07 09-07 newspaper'), ['medium s None 09-02']),
                  # it counts for every medium, but not on the same day again
                  (self.found(more, first + ' place=东', 's 09-02 09-03 place=西'),
                   ['medium s None 09-02']),
                  (self.found(more, first + ' place=东', 's 09-03 09-03 place=西'), []))

    def test_content(self):
        more = 'content: [名单, {item: 标准 A, for: urgent}]'
        self.same((self.found(more, 's 09-02 content=金额'), ['content s None 09-02']),
                  (self.found(more, 's 09-02 content=金额、名单'), []),
                  (self.found(more, 's 09-02'), []),                # no such column
                  (self.found(more, 's 09-02 content='), ['content s None 09-02']),
                  (self.found(more, 's 09-02 content=名单', 's 09-04 content=标准Ａ',
                              traits='urgent'), []),
                  (self.found(more, 's 09-02 content=名单', traits='urgent'),
                   ['content s None 09-02']))

    def test_review(self):
        more = 'review: {basis: 乙}'
        self.same((self.found(more, 's 09-02 reviewed=2020-09-02'), []),
                  (self.found(more, 's 09-02 reviewed=2020-09-03'), ['review s None 09-02']),
                  (self.found(more, 's 09-02 reviewed='), ['review s None 09-02']),
                  (self.found(more, 's 09-02'), []),
                  # another posting of its run, reviewed in time
                  (self.found(more, 's 09-02 09-03 reviewed=',
                              's 09-04 09-05 reviewed=2020-09-02'), []))
        pack = {'review': True}
        self.same((self.found('', 's 09-02 reviewed=', pack=pack), ['review s None 09-02']),
                  (self.found('review: false', 's 09-02 reviewed=', pack=pack), []))

    def test_evidence(self):
        self.same((self.found('evidence: true', 's 09-02 evidence='), ['content s None 09-02']),
                  (self.found('evidence: true', 's 09-02 evidence=照片'), []),
                  (self.found('evidence: true', 's 09-02'), []))


class Objections(Test):
    """LANGUAGE 4: raised, within, upheld."""
    EVENTS = '''{a: {title: a}, e: {title: e, after: s}, f: {title: f, after: e}}'''

    def trial(self, keys, events, postings, objections, more='lasts: at least 3 days'):
        rules = one('after a', '%s, objections: {%s}' % (more, keys), self.EVENTS)
        return Trial(rules, 'a: 09-01, ' + events, postings, objections)

    def test_raised(self):
        def found(received):                       # within 3 days after 1 September: the 4th
            return self.trial('raised: within 3 days after opens', 'e: 09-20', ['s 09-01'],
                              ['s %s' % received]).found('09-30', 'objection')
        self.same((found('09-04'), ['objection s 09-20 None']), (found('09-05'), []))
        closes = 'raised: within 3 days after closes'       # the 3rd, so Sunday 6th, so the 7th
        self.same((self.trial(closes, 'e: 09-20', ['s 09-01'], ['s 09-07'])
                   .found('09-30', 'objection'), ['objection s 09-20 None']),
                  (self.trial(closes, 'e: 09-20', ['s 09-01'], ['s 09-08'])
                   .found('09-30', 'objection'), []))

    def test_within(self):
        keys = 'within: within 3 days after received'       # the 4th, so the 7th

        def found(resolved, day='09-30', events='q: 09-01'):
            return self.trial(keys, '', ['s 09-01'], ['s 09-04 ' + resolved]
                              ).found(day, 'objection')
        self.same((found('09-07'), []), (found('09-08'), ['objection s 09-07 09-08']),
                  (found('-', '09-07'), []), (found('-', '09-08'), ['objection s 09-07 None']))
        # the earlier of this and the follower's day; a day resolved after today is none
        self.same((self.trial(keys, 'e: 09-05', ['s 09-01'], ['s 09-04 09-09'])
                   .found('09-30', 'objection'), ['objection s 09-05 09-09']),
                  (self.trial(keys, '', ['s 09-01'], ['s 09-04 09-09'])
                   .found('09-08', 'objection'), ['objection s 09-07 None']),
                  (self.trial(keys, '', ['s 09-01'], ['s 09-04 09-09'])
                   .found('09-09', 'objection'), ['objection s 09-07 09-09']))

    def test_within_after_closes(self):
        keys = 'within: within 3 days after closes'         # over on the 3rd: the 7th
        self.same((self.trial(keys, '', ['s 09-01'], ['s 09-02 09-07']).found('09-30'), []),
                  (self.trial(keys, '', ['s 09-01'], ['s 09-02 09-08']).found('09-30'),
                   ['objection s 09-07 09-08']),
                  # from the day received if later: the 8th, so the 11th
                  (self.trial(keys, '', ['s 09-01'], ['s 09-08 09-11']).found('09-30'), []),
                  (self.trial(keys, '', ['s 09-01'], ['s 09-08 09-12']).found('09-30'),
                   ['objection s 09-11 09-12']),
                  (self.trial(keys, '', [], ['s 09-08']).found('09-30', 'objection'), []))

    def test_stops(self):
        def found(events, outcome='upheld', keys='upheld: stops', received='09-05'):
            return self.trial(keys, events, ['s 09-01'],
                              ['s %s 09-10 %s' % (received, outcome)]).found('09-30', 'upheld')
        self.same((self.trial('upheld: stops', 'e: 09-10', ['s 09-01'],
                              ['s 09-05 09-10 upheld']).found('09-10', 'upheld'),
                   ['upheld e None 09-10']),
                  (found('e: 09-09'), []), (found('e: 09-10'), ['upheld e None 09-10']),
                  (found('e: 09-12', 'rejected'), []),
                  (found('e: 09-09, f: 09-12'), []),         # follows e, which is recorded
                  (found('f: 09-12'), ['upheld f None 09-12']),   # through what is not
                  (found('e: 09-12', keys='upheld: stops, raised: within 3 days after opens'),
                   []))                                      # a late one
        self.assertEqual(self.trial('upheld: stops', 'e: 09-12', ['s 09-01'],
                                    ['s 09-05 09-10 upheld']).scan('09-30')['findings'][0]['key'],
                         'C/e/450225/upheld')


class Rounds(Test):
    """LANGUAGE 4: upheld again; the new round begins on 10 September, a Thursday."""
    EVENTS = ('{a: {title: a}, e: {title: e, after: s, repeats: true}, '
              'g: {title: g, gate: s, repeats: true}}')
    AGAIN = ['s 09-02 09-10 upheld']

    def trial(self, upheld, events='', *postings, opens='within 2 days after a'):
        rules = one(opens, 'lasts: at least 5 days, objections: {upheld: %s}' % upheld,
                    self.EVENTS)
        return Trial(rules, 'a: 09-01' + events, postings, self.AGAIN)

    def test_a_posting_belongs_to_its_round(self):
        old, new = self.trial('again', '', 's 09-09'), self.trial('again', '', 's 09-10')
        self.same((old.slot('09-12', 's', 'state', 'posted', 'earliest', 'latest'),
                   ('ready', None, '09-10', None)),
                  (new.slot('09-12', 's', 'state', 'posted', 'judged'),
                   ('standing', '09-10', '09-14')),
                  (old.found('09-30'), []), (new.found('09-30'), []))

    def test_of_its_own_step(self):
        rules = '''
events: {a: {title: a}}
steps: {s: {title: s, opens: after a, objections: {upheld: again}},
        t: {title: t, opens: after a, objections: {upheld: again}}}'''
        trial = Trial(rules, 'a: 09-01', ['s 09-01', 't 09-01'], self.AGAIN)
        self.same((trial.slot('09-12', 's', 'posted'), None),
                  (trial.slot('09-12', 't', 'posted'), '09-01'))

    def test_not_before_it_is_upheld(self):
        trial = self.trial('again', '', 's 09-01')
        self.same((trial.found('09-09'), []),
                  (trial.slot('09-09', 's', 'state'), 'upcoming'))   # the plan sees the round

    def test_opens_and_period(self):
        upheld = '{again: at least 2 days, opens: within 2 days after upheld}'
        # the 12th, a Saturday, moved to the 14th
        trial = self.trial(upheld, '', 's 09-01 09-05')
        self.same((trial.slot('09-12', 's', 'latest'), '09-14'),
                  (trial.found('09-14'), []), (trial.found('09-15'), ['missing s 09-14 None']))
        self.same((self.trial(upheld, '', 's 09-14 09-15').found('09-30'), []),
                  (self.trial(upheld, '', 's 09-14 09-14').found('09-30'),
                   ['short s 09-15 09-14']),
                  (self.trial(upheld, '', 's 09-15').found('09-30'), ['late s 09-14 09-15']))

    def test_followers_after_the_rounds_day(self):
        # five days, over the day before e
        self.same((self.trial('again', ', e: 09-10').slot('09-12', 's', 'latest'), None),
                  (self.trial('again', ', e: 09-11').slot('09-12', 's', 'latest'), '09-06'),
                  (self.trial('again', ', e: 09-08 09-20').slot('09-12', 's', 'latest'), '09-15'),
                  (self.trial('again', ', e: 09-12 09-20').slot('09-12', 's', 'latest'), '09-07'))

    def test_what_happened_is_judged_by_its_own_round(self):
        first = 's 09-01 09-09'                                      # over on the 5th
        self.same((self.trial('again', ', g: 09-06', first).found('09-30', 'gate'), []),
                  (self.trial('again', ', g: 09-05', first).found('09-30', 'gate'),
                   ['gate g 09-06 09-05']),
                  (self.trial('again', ', g: 09-09', first).found('09-30', 'gate'), []),
                  # begun on or before that day: the new round, not posted yet
                  (self.trial('again', ', g: 09-10', first).found('09-30', 'gate'),
                   ['gate g None 09-10']),
                  (self.trial('again', ', g: 09-10', first, 's 09-11').found('09-30', 'gate'),
                   ['gate g 09-16 09-10']),
                  (self.trial('again', ', e: 09-05 09-12', first, 's 09-11').found('09-30',
                                                                                  'order'),
                   ['order e 09-06 09-05']),
                  (self.trial('again', ', e: 09-06 09-12', first, 's 09-11').found('09-30',
                                                                                  'order'),
                   ['order e 09-16 09-12']))

    def test_later_steps(self):
        rules = '''
events: {a: {title: a}}
steps:
  s: {title: s, opens: after a, lasts: at least 5 days, objections: {upheld: again}}
  t: {title: t, opens: within 3 days after s}'''
        # posted on the 9th t follows the first round, over on the 5th: due on the 8th
        self.same((Trial(rules, 'a: 09-01', ['s 09-01 09-09', 't 09-09'], self.AGAIN)
                   .found('09-30', 'late', 'early'), ['late t 09-08 09-09']),
                  (Trial(rules, 'a: 09-01', ['s 09-01 09-09', 's 09-10', 't 09-10'], self.AGAIN)
                   .found('09-30', 'late', 'early'), ['early t 09-15 09-10']))


ONE, TWO = '450225100200', '450225100201'


class Villages(Test):
    """Steps with several slots."""

    def trial(self, rules, *facts, **more):
        return Trial(rules, *facts, known=(ONE, TWO), **more)

    def test_with_the_last_once_all_are_posted(self):
        rules = '''
events: {a: {title: a}}
steps:
  s: {title: s, at: each village, opens: after a}
  t: {title: t, opens: with s}'''
        one_, two = 's@%s 09-02' % ONE, 's@%s 09-04' % TWO
        self.same((self.trial(rules, 'a: 09-01', [one_, two]).slot('09-05', 't', 'latest'),
                   '09-04'),
                  (self.trial(rules, 'a: 09-01', [one_]).slot('09-05', 't', 'latest'), None),
                  (self.trial(rules, 'a: 09-01', [one_, two, 't 09-03']).found('09-05'),
                   ['early t 09-04 09-03']),
                  (self.trial(rules, 'a: 09-01', [one_, two, 't 09-05']).found('09-05'),
                   ['late t 09-04 09-05']))

    def test_exempt_counts_slots(self):
        rules = one('after a', 'at: each village, not-for: secret')
        self.same((self.trial(rules, 'a: 09-01', traits='secret').plan('09-02')['exempt'],
                   {'secret': 2}),
                  (self.trial(rules, 'a: 09-01', traits='secret').scan('09-02')['slots'], 0))

    def test_gate_is_null_for_the_whole(self):
        rules = '''
events: {a: {title: a}, e: {title: e, gate: [s.opens, t]}}
steps:
  s: {title: s, at: each village, opens: after a}
  t: {title: t, opens: after a, lasts: at least 3 days}'''
        both = ['s@%s 09-02' % ONE, 's@%s 09-04' % TWO]

        def gate(*postings):
            return self.trial(rules, 'a: 09-01, e: 09-03', list(postings)).found('09-30', 'gate')
        self.same((gate(*both, 't 08-25'), ['gate e 09-04 09-03']),
                  (gate(*both, 't 09-01'), ['gate e 09-04 09-03']),   # over on the 3rd
                  (gate(*both, 't 09-02'), ['gate e 09-05 09-03']),
                  (gate(*both, 't 09-02 09-04'), ['gate e 09-05 09-03']),
                  (gate(*both, 't 09-02 09-03'), ['gate e None 09-03']),
                  (gate(both[0], 's@%s 09-03' % TWO, 't 08-28 08-30'), []),
                  (gate(both[0], 's@%s 09-03' % TWO, 't 08-28 08-29'), ['gate e None 09-03']),
                  (gate(both[0], 't 08-25'), ['gate e None 09-03']))

    def test_gate_that_is_an_event(self):
        rules = """
events: {a: {title: a}, b: {title: b, after: at least 2 days after a}, e: {title: e, gate: b}}"""

        def gate(facts):
            return Trial(rules, facts).found('09-30', 'gate')
        self.same((gate('b: 09-03, e: 09-03'), []),
                  (gate('b: 09-03, e: 09-02'), ['gate e 09-03 09-02']),
                  # not recorded: taken on the first day that it could have happened
                  (gate('a: 09-01, e: 09-03'), []),
                  (gate('a: 09-01, e: 09-02'), ['gate e 09-03 09-02']), (gate('e: 09-02'), []))

    def test_late_at_every_slot(self):
        rules = '''
events: {a: {title: a}, e: {title: e, after: s}}
steps: {s: {title: s, at: each village, opens: after a,
            objections: {raised: within 3 days after opens}}}'''
        # opened on the 1st and on the 2nd: through the 4th, and the 7th (the 5th is a Saturday)
        both = ['s@%s 09-01' % ONE, 's@%s 09-02' % TWO]

        def found(objection, postings=both):
            return self.trial(rules, 'a: 09-01, e: 09-20', postings,
                              [objection]).found('09-30', 'objection')
        due = ['objection s 09-20 None']
        self.same((found('s@ 09-07'), due), (found('s@ 09-08'), []),
                  (found('s@%s 09-05' % ONE), []), (found('s@%s 09-05' % TWO), due),
                  (found('s@450225100 09-07'), due),         # of those below it
                  (found('s@ 09-08', both[:1]), due))        # one not posted makes none late

    def test_rounds_by_division(self):
        rules = one('after a', 'at: each village, objections: {upheld: again}')

        def anew(place):
            plan = self.trial(rules, 'a: 09-01', ['s@%s 09-01' % ONE, 's@%s 09-01' % TWO],
                              ['s@%s 09-02 09-10 upheld' % place]).plan('09-11')
            return [s['posted'] for s in plan['cases'][0]['slots']]
        first = '2020-09-01'
        self.same((anew(ONE), [None, first]), (anew(TWO), [first, None]),
                  (anew('450225100'), [None, None]), (anew(''), [None, None]))

    def test_within_after_the_last_close(self):
        rules = one('after a', 'at: each village, lasts: at least 3 days, '
                               'objections: {within: within 2 days after closes}')
        # over on the 3rd and on the 8th: the 10th
        both = ['s@%s 09-01' % ONE, 's@%s 09-06' % TWO]
        self.same((self.trial(rules, 'a: 09-01', both, ['s@ 09-02']).found('09-10', 'objection'),
                   []),
                  (self.trial(rules, 'a: 09-01', both, ['s@ 09-02']).found('09-11', 'objection'),
                   ['objection s 09-10 None']),
                  (self.trial(rules, 'a: 09-01', both[:1], ['s@ 09-02']).found('09-30',
                                                                               'objection'), []))

    def test_uncovered(self):
        rules = '''
events: {a: {title: a}, x: {title: x, ends: true}}
steps: {s: {title: s, at: each village, opens: after a, not-for: secret}}'''

        def found(events, **more):
            trial = self.trial(rules, events, later=['450225100202'], **more)
            return trial.found('09-20', 'uncovered')
        self.same((found('a: 09-01'), ['uncovered s None None']),
                  (found('a: 09-01', traits='secret'), []),
                  (found('a: 09-01, x: 09-20'), []),
                  (found('a: 09-01, x: 09-21'), ['uncovered s None None']))


class Deeper(Test):
    """What goes along through every recursion."""

    def test_end_is_carried_the_whole_way_back(self):
        # e must come within 4 days after b, and s before e; b after the end counts for nothing
        rules = '''
events: {a: {title: a}, b: {title: b}, x: {title: x, ends: true},
         e: {title: e, after: [s.opens, within 4 days after b]}}
steps: {s: {title: s, opens: after a}}'''
        def missing(b, e=''):
            return Trial(rules, 'a: 08-01, x: 09-14, b: %s%s' % (b, e)).found('09-30', 'missing')
        self.same((missing('09-07'), ['missing s 09-11 None', 'missing e 09-11 None']),
                  (missing('09-15'), []),
                  # what happened after the end is as if it had not: the 11th still bounds
                  (missing('09-07', ', e: 09-20'), ['missing s 09-11 None']),
                  (missing('09-10', ', e: 09-20'), []))      # the 14th is not before the end

    def test_times_of_what_has_ended(self):
        rules = one('after a', 'lasts: at least 5 days, media: {times: {radio: 2}}',
                    '{a: {title: a}, x: {title: x, ends: true}}')
        shown = ['s 09-02 09-30 radio']                      # through the 6th
        self.same((Trial(rules, 'a: 09-01, x: 09-06', shown).found('09-20'), []),
                  (Trial(rules, 'a: 09-01, x: 09-07', shown).found('09-20'),
                   ['medium s None 09-02']))

    def test_late_objection_begins_a_round(self):
        rules = one('after a', 'objections: {raised: within 2 days after opens, upheld: again}')
        self.same((Trial(rules, 'a: 09-01', ['s 09-01'], ['s 09-08 09-10 upheld'])
                   .slot('09-11', 's', 'posted', 'earliest'), (None, '09-10')))

    def test_down_of_a_point_that_repeats(self):
        rules = one('after a', 'down: within 1 days after b, objections: {upheld: again}',
                    '{a: {title: a}, b: {title: b, repeats: true}}')
        again = ['s 09-02 09-08 upheld']
        self.same((Trial(rules, 'a: 09-01, b: 09-03 09-09', ['s 09-08'], again)
                   .found('09-20', 'overstay'), ['overstay s 09-10 None']),
                  (Trial(rules, 'a: 09-01, b: 09-03 09-07', ['s 09-08'], again)
                   .found('09-20', 'overstay'), []))

    def test_upheld_ends_with_the_first_such_day(self):
        rules = one('after a', 'objections: {upheld: stops}',
                    '{a: {title: a}, e: {title: e, after: s, repeats: true}}')
        scan = Trial(rules, 'a: 09-01, e: 09-09 09-11 09-12', ['s 09-01'],
                     ['s 09-02 09-10 upheld']).scan('09-30')
        self.assertEqual([(f['key'], f['step'], f['event'], f['due'], f['actual'])
                          for f in scan['findings'] if f['code'] == 'upheld'],
                         [('C/e/450225/upheld/2020-09-11', None, 'e', None, '2020-09-11')])

    def test_upheld_through_what_nobody_posted(self):
        rules = '''
events: {a: {title: a}, e: {title: e, after: t}}
steps:
  s: {title: s, opens: after a, objections: {upheld: stops}}
  t: {title: t, opens: after s}'''
        held = ['s 09-02 09-10 upheld']
        self.same((Trial(rules, 'a: 09-01, e: 09-10', ['s 09-01'], held)
                   .found('09-30', 'upheld'), ['upheld e None 09-10']),
                  (Trial(rules, 'a: 09-01, e: 09-10', ['s 09-01', 't 09-05'], held)
                   .found('09-30', 'upheld'), []))

    def test_upheld_through_a_gate_and_what_does_not_apply(self):
        rules = '''
events: {a: {title: a}, b: {title: b, after: s, for: urgent}, e: {title: e, gate: s},
         f: {title: f, after: b}, g: {title: g, after: a}}
steps: {s: {title: s, opens: after a, objections: {upheld: stops}}}'''
        trial = Trial(rules, 'a: 09-01, e: 09-10, f: 09-11, g: 09-12', ['s 09-01'],
                      ['s 09-02 09-10 upheld'])
        self.same((trial.found('09-30', 'upheld'), ['upheld e None 09-10', 'upheld f None 09-11']))

    def test_an_unrecorded_event_passes_on_its_gates(self):
        rules = '''
events: {a: {title: a}, b: {title: b, after: a, gate: g}}
steps: {g: {title: g, opens: after a, lasts: at least 3 days}, s: {title: s, opens: after b}}'''
        self.same((Trial(rules, 'a: 09-01', ['g 09-01', 's 09-04']).found('09-30', 'early'), []),
                  (Trial(rules, 'a: 09-01', ['g 09-01', 's 09-03']).found('09-30', 'early'),
                   ['early s 09-04 09-03']))

    def test_the_first_that_follows_bounds(self):
        rules = '''
events: {a: {title: a}, e: {title: e, after: s.opens},
         f: {title: f, after: at least 2 days after s.opens}}
steps: {s: {title: s, opens: after a}}'''
        self.same((Trial(rules, 'e: 09-10, f: 09-11').slot('09-01', 's', 'latest'), '09-09'),
                  (Trial(rules, 'e: 09-10, f: 09-13').slot('09-01', 's', 'latest'), '09-10'))

    def test_objection_and_a_step_in_each_of_its_rounds(self):
        rules = '''
events: {a: {title: a}}
steps:
  s: {title: s, opens: after a, objections: {handler: 甲}}
  t: {title: t, opens: after s, objections: {upheld: again}}'''
        def due(received):
            return Trial(rules, 'a: 09-01', ['s 09-01', 't 09-05 09-07', 't 09-12'],
                         ['s ' + received, 't 09-06 09-08 upheld']).found('09-30', 'objection')
        follows = 'objection s %s None'
        self.same((due('09-05')[0], follows % '09-05'), (due('09-06')[0], follows % '09-12'))

    def test_forecast_of_until_asks_gates_too(self):
        rules = '''
events: {a: {title: a}, b: {title: b, after: a, gate: g}}
steps:
  g: {title: g, opens: after a, lasts: at least 5 days}
  s: {title: s, opens: after a, lasts: until b}
  t: {title: t, opens: after s}'''
        # g is over on the 6th, b comes on the 7th at the earliest, t on the 8th
        self.same((Trial(rules, 'a: 09-01', ['g 09-02', 's 09-02']).slot('09-03', 't', 'earliest'),
                   '09-08'))

    def test_step_pauses_by_its_last_round(self):
        rules = '''
events: {a: {title: a}}
steps:
  s: {title: s, opens: after a, lasts: at least 2 days, objections: {upheld: again}}
  t: {title: t, opens: {bound: within 8 days after a, pauses: [s]}}'''
        held = ['s 09-04 09-05 upheld']
        self.same((Trial(rules, 'a: 09-01', ['s 09-03 09-04']).slot('09-06', 't', 'latest'),
                   '09-11'),
                  (Trial(rules, 'a: 09-01', ['s 09-03 09-04'], held).slot('09-06', 't', 'latest'),
                   '09-09'),
                  (Trial(rules, 'a: 09-01', ['s 09-03 09-04', 's 09-07'], held)
                   .slot('09-08', 't', 'latest'), '09-11'))

    def test_followers_through_a_step_with_a_round_of_its_own(self):
        rules = '''
events: {a: {title: a}, e: {title: e, after: t, repeats: true}}
steps:
  s: {title: s, opens: after a}
  t: {title: t, opens: after s, objections: {upheld: again}}'''
        held = ['t 09-06 09-10 upheld']                      # t is not posted in its new round
        self.same((Trial(rules, 'e: 09-12', ['t 09-05'], held).slot('09-11', 's', 'latest'),
                   '09-10'),
                  (Trial(rules, 'e: 09-08', ['t 09-05'], held).slot('09-11', 's', 'latest'),
                   None))


class Unsettled(Test):
    """Unknown days and their brinks: 25 and 28 December 2026 are worked (a Friday, a Monday),
    from the 29th on nothing is settled."""

    def test_last_day_of_parts(self):
        # three working days ask the 29th; twenty days end on 13 January: that is the brink
        rules = one('after a', 'lasts: [at least 3 workdays, at least 20 days]',
                    '{a: {title: a}, e: {title: e, gate: s}}')

        def gate(day):
            return Trial(rules, 'a: 2026-12-25, e: ' + day,
                         ['s 2026-12-25']).found('2027-03-01', 'gate')
        self.same((gate('2027-01-13'), ['gate e None 2027-01-13']), (gate('2027-01-14'), []))

    def test_pause_through_the_day_before_its_brink(self):
        def trial(n):
            rules = '''
events: {a: {title: a}}
steps:
  s: {title: s, opens: after a, lasts: at least 3 workdays}
  t: {title: t, opens: {bound: within %d days after a, pauses: [s]}}''' % n
            return Trial(rules, 'a: 2026-12-20', ['s 2026-12-25'])
        # four days end on the 24th; the fifth day is not the 25th to 28th, which are paused,
        # and of the 29th nobody knows
        self.same((trial(4).slot('2026-12-24', 't', 'latest', 'advised'),
                   ('2026-12-24', '2026-12-24')),
                  (trial(5).slot('2026-12-29', 't', 'latest', 'advised', 'state'),
                   (None, '2026-12-29', 'ready')),
                  (trial(5).slot('2026-12-30', 't', 'state'), 'unknown'))

    def test_extended_where_rolling_is_unknown(self):
        def days(told):
            rules = one('{bound: within 5 days after a, extends: {by: 10 days, on: p}}')
            return Trial(rules, 'a: 2026-12-24, p: ' + told).slot('2026-12-24', 's', 'latest',
                                                                  'advised')
        # the day before rolling is the 29th
        self.same((days('2026-12-29'), (None, '2027-01-08')),
                  (days('2026-12-30'), (None, '2026-12-29')))

    def test_by_for_advised_is_not_rolled(self):
        trial = Trial(one('by 12-30 after a'), 'a: 2026-12-01')
        self.same((trial.slot('2026-12-02', 's', 'latest', 'advised'), (None, '2026-12-30')),
                  (trial.slot('2026-12-30', 's', 'state'), 'ready'),
                  (trial.slot('2026-12-31', 's', 'state'), 'unknown'),
                  (trial.found('2026-12-30'), []),
                  (trial.found('2026-12-31'), ['unknown s None None']),
                  (Trial(one('by 12-30 after a'), 'a: 2026-12-01', ['s 2026-12-31'])
                   .found('2026-12-31'), ['unknown s None None']))

    def test_brink_counted_back_from_a_brink(self):
        # s is over on 9 January or later; with every unsettled day off 23, 24, 25 and 28
        # December are the last four working days
        def advised(bound):
            rules = one('after a', 'lasts: {bound: at least 4 days, counting: {windows: '
                                   '{roll: next workday}}}') + '\n'
            rules = rules.replace('steps: {', 'steps: {t: {title: t, opens: %s s.closes}, ' %
                                  bound)
            return Trial(rules, 'q: 2026-12-01', ['s 2027-01-06']).slot('2026-12-20', 't', 'latest',
                                                           'advised')
        self.same((advised('at least 4 workdays before'), (None, '2026-12-22')),
                  (advised('before'), (None, '2027-01-08')))

    def test_of_several_slots_the_earliest_brink(self):
        rules = '''
events: {a: {title: a}}
steps:
  s: {title: s, at: each village, opens: after a, lasts: at least 3 workdays}
  t: {title: t, opens: within 2 days after s}
  u: {title: u, opens: [after a, before s.closes]}'''
        trial = Trial(rules, 'a: 2026-12-01', ['s@%s 2026-12-25' % ONE, 's@%s 2027-01-05' % TWO],
                      known=(ONE, TWO))
        self.same((trial.slot('2026-12-20', 't', 'latest', 'advised'), (None, '2026-12-29')),
                  (trial.slot('2026-12-20', 'u', 'latest', 'advised'), (None, '2026-12-28')))

    def test_unknown_by_what_came_after_the_end(self):
        rules = '''
events: {a: {title: a}, x: {title: x, ends: true}}
steps:
  s: {title: s, opens: [within 3 days after a, after t]}
  t: {title: t, opens: after a, lasts: at least 3 workdays}'''
        # s by the 17th; the close of t is the 29th or later
        def found(end):
            return Trial(rules, 'a: 2026-12-14, x: ' + end, ['t 2026-12-25']).found(
                '2026-12-30', 'missing', 'unknown')
        self.same(([f[:9] for f in found('2026-12-28')], ['missing s']),
                  # t itself reaches the end, its last day unknown: ended
                  ([f[:9] for f in found('2026-12-29')], ['missing s', 'unknown s']))

    def test_back_over_parts(self):
        def latest(days):
            rules = one('after a', 'lasts: [at least 1 day, at least 3 workdays, at least %d days]'
                        % days, '{a: {title: a}, e: {title: e, after: s}}')
            return Trial(rules, 'a: 2026-12-01, e: 2027-01-10').slot('2026-12-02', 's', 'latest')
        # over on 9 January; with every unsettled day off three working days begin on the 24th
        self.same((latest(17), '2026-12-24'), (latest(16), None))


class Behind(Test):
    """LANGUAGE 1: what must follow the end, however far behind, through gates too."""

    def test_through_a_gate(self):
        rules = '''
events: {a: {title: a}, x: {title: x, ends: true},
         k: {title: k, gate: [t.opens%s]}, m: {title: m}}
steps:
  t: {title: t, opens: within 3 days after x}
  u: {title: u, opens: [after k, within 2 days after m]}'''
        facts = ('a: 09-01, x: 09-08, k: 09-09, m: 09-09', ['t 09-08'])
        self.same((Trial(rules % '', *facts).found('09-14'), ['missing u 09-11 None']),
                  (Trial((rules % '').replace('t.opens', '{point: t.opens, for: urgent}'),
                         *facts).found('09-14'), []))

    def test_two_ends(self):
        rules = '''
events: {a: {title: a}, x: {title: x, ends: true}, y: {title: y, ends: true}}
steps: {t: {title: t, opens: within 3 days after y}}'''
        self.same((Trial(rules, 'x: 09-08, y: 09-07').found('09-14'), ['missing t 09-10 None']),
                  (Trial(rules, 'x: 09-06, y: 09-07').found('09-14'), []))


class Standing(Test):
    """Section 3: states, the run that a slot is judged on, and what is cited."""

    def test_states(self):
        def state(day, more, *facts):
            return Trial(one('within 3 days after a', more), *facts).slot(day, 's', 'state')
        facts = ('a: 09-01',)                                        # the 4th
        self.same((state('08-31', '', *facts), 'upcoming'), (state('09-01', '', *facts), 'ready'),
                  (state('09-04', '', *facts), 'ready'), (state('09-05', '', *facts), 'overdue'))
        for more, last in (('lasts: at least 3 days', 'done'), ('lasts: until b', 'standing')):
            shown = facts + (['s 09-03'],)
            self.same((state('09-02', more, *shown), 'upcoming'),
                      (state('09-03', more, *shown), 'standing'),
                      (state('09-05', more, *shown), 'standing'),
                      (state('09-06', more, *shown), last))

    def test_first_that_is_not_early(self):
        def run(first):
            return Trial(one('after a', 'lasts: at least 3 days'), 'a: 09-02',
                         [first, 's 09-08']).slot('09-20', 's', 'posted')
        self.same((run('s 09-02 09-04'), '09-02'),                   # just long enough
                  (run('s 09-02 09-03'), '09-08'),
                  (run('s 09-01 09-05'), '09-08'))                   # early

    def test_of_equal_bounds_the_first_written(self):
        def basis(opens, *facts):
            findings = Trial(one(opens), *facts).scan('09-20')['findings']
            return [(f['code'], f['basis']) for f in findings]
        early = '[{bound: after a, basis: 乙}, {bound: after b, basis: 丙}]'
        late = ('[{bound: within 3 days after a, basis: 乙}, '
                '{bound: within 1 days after b, basis: 丙}]')       # the 4th, both
        self.same((basis(early, 'a: 09-02, b: 09-02', ['s 09-01']), [('early', '乙')]),
                  (basis(early, 'a: 09-02, b: 09-03', ['s 09-01']), [('early', '丙')]),
                  (basis(late, 'a: 09-01, b: 09-03', ['s 09-05']), [('late', '乙')]),
                  (basis(late, 'a: 09-01, b: 09-02', ['s 09-05']), [('late', '丙')]),
                  (basis(late, 'a: 09-01, b: 09-03'), [('missing', '乙')]))


class Old(Test):
    """LANGUAGE 4 and 5: double and uncovered by round and by what applies; levels."""

    def test_double_of_the_last_round(self):
        rules = one('after a', 'objections: {upheld: again}')
        twice = ['s 09-01 - board', 's 09-03 09-05 board']
        self.same((Trial(rules, 'a: 09-01', twice).found('09-20', 'double'),
                   ['double s None 09-03']),
                  (Trial(rules, 'a: 09-01', twice, ['s 09-02 09-04 upheld'])
                   .found('09-20', 'double'), []))

    def test_levels(self):
        rules = one('after a', 'at: [county, each village]')
        known = ['450225100', '450225100200', '450225100201', '450225101', '450225101200']

        def slots(places):
            plan = Trial(rules, 'a: 09-01', known=known, places=places).plan('09-02')
            return [s['division'] for s in plan['cases'][0]['slots']]
        self.same((slots(''), [COUNTY] + [known[i] for i in (1, 2, 4)]),
                  (slots('450225100'), [COUNTY, known[1], known[2]]),
                  (slots('450225101200'), [COUNTY, known[4]]),
                  (slots('450225102'), [COUNTY]))


def load_tests(_, tests, __):
    """unittest's own door: of the program all, or a part (tests/run, FEWER)."""
    each = [test for group in tests for test in group]
    return unittest.TestSuite(some(each) if PROGRAM else each)


if __name__ == '__main__':
    if sys.argv[1:2] == ['--program']:
        PROGRAM = os.path.abspath(sys.argv[2])
        del sys.argv[1:3]
    unittest.main()
