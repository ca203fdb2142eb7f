#!/usr/bin/python3
"""Hand-computed cases for the second judge.

    python3 test_judge.py            the values are reckoned by hand with the holiday table
"""

import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import judge                                                       # noqa: E402
from paths import RULES, holiday_table                            # noqa: E402

CALENDAR = judge.Calendar(holiday_table())
D = judge.day_of
T = judge.text_of


def counter(division='450225'):
    return judge.Counter(CALENDAR, division)


def rows(header, *lines):
    names = header.split(',')
    return [dict(zip(names, line.split(','))) for line in lines]


def events(*lines):
    return rows('case,event,date', *lines)


def postings(*lines):
    return rows('case,step,division,posted,until,medium', *lines)


def court(*tables, rules=RULES):
    return judge.open_court(rules, CALENDAR, [t for t in tables if t])


def brief(answer):
    return [(f['code'], f['step'] or f['event'], f['due'], f['actual'], f['days'])
            for f in answer['findings']]


def slots(answer, case=0):
    return {(s['step'], s['division']): s for s in answer['cases'][case]['slots']}


class Sums(unittest.TestCase):
    """Section 2."""

    def within(self, day, n, unit, division='450225'):
        return T(counter(division).add(D(day), n, unit, roll=True))

    def test_days_roll(self):
        self.assertEqual(self.within('2020-09-25', 10, 'days'), '2020-10-09')     # 5 Oct is off
        self.assertEqual(self.within('2020-09-17', 10, 'days'), '2020-09-27')     # Sunday worked
        self.assertEqual(self.within('2020-09-16', 10, 'days'), '2020-09-27')     # Sat -> Sun worked

    def test_workdays(self):
        self.assertEqual(self.within('2020-09-30', 5, 'workdays'), '2020-10-14')  # 9 10 12 13 14
        self.assertEqual(self.within('2020-04-30', 1, 'workdays'), '2020-05-06')
        self.assertEqual(self.within('2020-05-06', 3, 'workdays'), '2020-05-09')  # Sat worked

    def test_third_of_third(self):
        self.assertEqual(self.within('2021-04-13', 3, 'workdays'), '2021-04-20')  # 18(Sun) 19 20
        self.assertEqual(self.within('2021-04-13', 3, 'workdays', '44'), '2021-04-16')
        self.assertEqual(self.within('2020-03-25', 2, 'workdays'), '2020-03-27')  # worked in 2020

    def test_months(self):
        self.assertEqual(self.within('2019-12-31', 2, 'months'), '2020-03-02')    # 29 Feb is Sat
        self.assertEqual(self.within('2020-08-05', 2, 'months'), '2020-10-09')    # 5 Oct is off
        self.assertEqual(T(counter().add(D('2021-01-31'), 1, 'months')), '2021-02-28')
        self.assertEqual(T(counter().add(D('2020-02-29'), 12, 'months')), '2021-02-28')

    def test_windows(self):
        add = counter().add
        self.assertEqual(T(add(D('2020-09-01'), 7, 'days', True)), '2020-09-07')
        self.assertEqual(T(add(D('2020-09-01'), 7, 'days', False)), '2020-09-08')
        self.assertEqual(T(add(D('2021-01-31'), 1, 'months', True)), '2021-02-27')
        self.assertEqual(T(add(D('2021-01-31'), 1, 'months', False)), '2021-02-28')
        self.assertEqual(T(add(D('2020-10-01'), 2, 'workdays', True)), '2020-10-10')
        self.assertEqual(T(add(D('2020-10-09'), 2, 'workdays', True)), '2020-10-10')
        self.assertEqual(T(add(D('2020-10-09'), 2, 'workdays', False)), '2020-10-12')

    def test_back(self):
        back = counter().back
        self.assertEqual(T(back(D('2020-05-12'), 10, 'days', True)), '2020-05-03')
        self.assertEqual(T(back(D('2021-02-28'), 1, 'months')), '2021-01-31')
        self.assertEqual(T(back(D('2020-10-14'), 5, 'workdays')), '2020-10-08')
        self.assertEqual(T(back(D('2020-10-13'), 5, 'workdays')), '2020-09-29')
        self.assertEqual(T(back(D('2020-10-11'), 2, 'workdays', True)), '2020-10-09')

    def test_unknown(self):
        sum_ = counter().add(D('2026-12-25'), 5, 'workdays', roll=True)
        self.assertEqual(T(sum_.brink), '2026-12-29')
        self.assertEqual(self.within('2026-12-18', 10, 'days'), '2026-12-28')
        self.assertEqual(T(counter().add(D('2026-12-19'), 10, 'days', roll=True).brink), '2026-12-29')
        self.assertEqual(T(counter().add(D('2026-12-25'), 30, 'days')), '2027-01-24')

    def test_divisions(self):
        for code, short in [('450000', '45'), ('450225000000', '450225'), ('450100', '4501'),
                            ('450225100000', '450225100'), ('450225100200', '450225100200'),
                            ('450225100200001', '450225100200001'), ('450000000000', '45')]:
            self.assertEqual(judge.drop_zeros(code), short)


class Household(unittest.TestCase):
    """The example of section 8 and what surrounds it."""

    def tables(self, until='2020-09-15', more=(), posted='2020-09-10'):
        return [rows('division,name', '450225100200001,一屯'),
                rows('case,procedure,division', 'HX-001,household-exit,450225100200'),
                events('HX-001,deliberated,2020-09-10', *more),
                postings('HX-001,group-notice,450225100200001,%s,%s,board' % (posted, until))]

    def test_short(self):
        answer = court(*self.tables()).scan(D('2020-10-01'))
        first = answer['findings'][0]
        self.assertEqual(first['key'], 'HX-001/group-notice/450225100200001/short')
        self.assertEqual((first['due'], first['actual'], first['days']),
                         ('2020-09-16', '2020-09-15', 1))
        self.assertEqual(first['basis'], '桂扶领办发〔2020〕45号')
        self.assertEqual(answer['states'], {'broken': 1, 'waiting': 2})

    def test_plan(self):
        answer = court(*self.tables('')).plan(D('2020-09-12'))
        self.assertEqual(slots(answer)['group-notice', '450225100200001'],
                         {'step': 'group-notice', 'division': '450225100200001',
                          'kind': 'notice', 'state': 'standing', 'earliest': '2020-09-10',
                          'latest': None, 'advised': None, 'forecast': False,
                          'posted': '2020-09-10', 'until': None,
                          'judged': '2020-09-16', 'planned': '2020-09-17'})
        village = slots(answer)['village-notice', '450225100200']
        self.assertEqual((village['state'], village['earliest'], village['forecast']),
                         ('waiting', '2020-09-17', True))
        self.assertEqual((village['judged'], village['planned']), ('2020-09-23', '2020-09-24'))
        announced = slots(answer)['village-announcement', '450225100200']
        self.assertEqual((announced['earliest'], announced['judged']), ('2020-09-24', None))

    def test_tight_and_day_over(self):
        self.assertEqual(brief(court(*self.tables('2020-09-16')).scan(D('2020-09-17'))),
                         [('tight', 'group-notice', '2020-09-17', '2020-09-16', 1)])
        self.assertEqual(brief(court(*self.tables('2020-09-16')).scan(D('2020-09-18'))), [])
        self.assertEqual(brief(court(*self.tables('2020-09-17')).scan(D('2020-09-17'))), [])

    def test_early_and_order(self):
        answer = court(*self.tables('2020-09-15', ['HX-001,township-reviewed,2020-09-15'],
                                    '2020-09-09')).scan(D('2020-09-20'))
        self.assertEqual(brief(answer)[0], ('early', 'group-notice', '2020-09-10', '2020-09-09', 1))
        self.assertEqual(brief(answer)[1], ('order', 'township-reviewed', '2020-09-16', '2020-09-15', 1))

    def test_latest_from_scheduled(self):
        tables = self.tables()[:3]
        tables[2] += events('HX-001,township-reviewed,2020-09-30')
        plan = slots(court(*tables).plan(D('2020-09-12')))['group-notice', '450225100200001']
        self.assertEqual((plan['latest'], plan['advised'], plan['state']),
                         ('2020-09-23', '2020-09-22', 'ready'))
        plan = slots(court(*tables).plan(D('2020-09-24')))['group-notice', '450225100200001']
        self.assertEqual(plan['state'], 'conflict')
        self.assertEqual(brief(court(*tables).scan(D('2020-09-24'))),
                         [('conflict', 'group-notice', '2020-09-23', '2020-09-24', 1)])
        answer = court(*tables).scan(D('2020-09-30'))
        self.assertEqual(brief(answer), [('missing', 'group-notice', '2020-09-23', None, None)])
        self.assertEqual(answer['states'], {'overdue': 1, 'ready': 1, 'waiting': 1})

    def test_pass_through(self):
        """township-reviewed is left out: village-notice follows group-notice directly."""
        tables = self.tables('2020-09-20')
        tables[3] += postings('HX-001,village-notice,450225100200,2020-09-16,2020-09-30,board')
        self.assertEqual(brief(court(*tables).scan(D('2020-10-20'))),
                         [('early', 'village-notice', '2020-09-17', '2020-09-16', 1),
                          ('unrecorded', 'village-notice', None, '2020-09-16', None)])

    def test_second_run_mends(self):
        tables = self.tables('2020-09-12')
        tables[3] += postings('HX-001,group-notice,450225100200001,2020-09-14,,board')
        self.assertEqual(brief(court(*tables).scan(D('2020-09-20'))), [])
        plan = slots(court(*tables).plan(D('2020-09-20')))['group-notice', '450225100200001']
        self.assertEqual((plan['posted'], plan['judged'], plan['state']),
                         ('2020-09-14', '2020-09-20', 'standing'))
        tables[3] += postings('HX-001,group-notice,450225100200001,2020-09-13,2020-09-13,web')
        plan = slots(court(*tables).plan(D('2020-09-20')))['group-notice', '450225100200001']
        self.assertEqual((plan['posted'], plan['state']), ('2020-09-10', 'done'))   # they touch

    def test_objection(self):
        def scan(*lines):
            return brief(court(*self.tables('2020-09-18', ['HX-001,township-reviewed,2020-09-18']),
                               rows('case,step,division,number,received,resolved,outcome,handler',
                                    *lines)).scan(D('2020-10-01')))
        head = 'HX-001,group-notice,450225100200001,,'
        self.assertEqual(scan(head + '2020-09-12,2020-09-18,rejected,驻村工作队'), [])
        self.assertEqual(scan(head + '2020-09-12,2020-09-19,rejected,某村驻村工作队'),
                         [('objection', 'group-notice', '2020-09-18', '2020-09-19', 1)])
        self.assertEqual(scan(head + '2020-09-18,,,'),
                         [('objection', 'group-notice', '2020-09-18', None, None)])
        self.assertEqual(scan(head + '2020-09-19,,,'), [])
        self.assertEqual(scan(head + '2020-09-12,2020-09-14,upheld,村委会'),
                         [('handler', 'group-notice', None, '2020-09-14', None)])

    def test_handler(self):
        self.assertTrue(judge.handler_fits('融水镇人民政府', '乡镇人民政府'))
        self.assertTrue(judge.handler_fits('白云乡人民政府', '乡镇人民政府'))
        self.assertFalse(judge.handler_fits('县人民政府', '乡镇人民政府'))

    def test_announcement(self):
        """20 workdays after 2020-09-10 end on 2020-10-14 (27 Sept and 10 Oct are worked)."""
        tables = self.tables('', ['HX-001,county-approved,2020-09-10'])
        plan = slots(court(*tables).plan(D('2020-09-12')))['village-announcement', '450225100200']
        self.assertEqual((plan['latest'], plan['state']), ('2020-10-14', 'ready'))

    def test_no_rule(self):
        answer = court(rows('case,procedure,division', 'A,household-exit,450225100200'),
                       events('A,deliberated,2019-12-31')).scan(D('2020-10-01'))
        self.assertEqual(answer['findings'][0]['key'], 'A//450225100200/unknown')
        self.assertEqual((answer['cases'], answer['slots']), (1, 0))

    def test_privacy(self):
        self.assertTrue(judge.shows_number('电话13877212345。'))
        self.assertFalse(judge.shows_number('编号138772123456'))
        self.assertTrue(judge.shows_number('11010519491231002X'))
        self.assertFalse(judge.shows_number('110105194912310021'))
        self.assertTrue(judge.shows_number('卡号4111111111111111'))
        self.assertFalse(judge.shows_number('卡号4111111111111112'))


class County(unittest.TestCase):
    def test_mashan(self):
        answer = court(rows('case,procedure,division', 'M,county-exit,450124'),
                       events('M,county-applied,2020-03-01', 'M,city-verified,2020-03-10',
                              'M,region-assessed,2020-04-10', 'M,group-studied,2020-04-30',
                              'M,region-approved,2020-05-09'),
                       postings('M,public-notice,450000,2020-05-02,2020-05-08,website')
                       ).scan(D('2020-05-20'))
        self.assertEqual(brief(answer),
                         [('short', 'public-notice', '2020-05-11', '2020-05-08', 3),
                          ('order', 'region-approved', '2020-05-12', '2020-05-09', 3)])
        self.assertEqual([f['basis'] for f in answer['findings']],
                         ['委托方要求', '桂扶领发〔2020〕10号'])
        self.assertEqual(answer['states'], {'broken': 1, 'ready': 1})

    def test_funds(self):
        answer = court(rows('case,procedure,division', 'F,fund-allocation,450000'),
                       events('F,funds-issued,2020-09-25')).scan(D('2020-10-10'))
        self.assertEqual(brief(answer),
                         [('missing', 'allocation-announcement', '2020-10-09', None, None)])
        self.assertEqual(answer['findings'][0]['basis'], '年度报告 一（一）1')


class Project(unittest.TestCase):
    def tables(self, extra_events, extra_postings):
        return [rows('case,procedure,division', 'P,project,450225100200'),
                events('P,plan-drafted,2020-06-01', 'P,plan-submitted,2020-06-11',
                       'P,plan-issued,2020-06-12', 'P,township-received,2020-06-15',
                       'P,village-received,2020-06-15', *extra_events),
                postings('P,plan-notice,450225,2020-06-01,,board',
                         'P,plan-announcement,450225,2020-06-12,,board',
                         'P,township-announcement,450225100,2020-06-15,,board', *extra_postings)]

    def gates(self, events_, postings_, today):
        answer = court(*self.tables(events_, postings_)).scan(D(today))
        return [f for f in brief(answer) if f[0] == 'gate'], answer

    def test_gate(self):
        posted = 'P,village-announcement,450225100200,%s,,board'
        gates, _ = self.gates(['P,paid,2020-06-18'], [], '2020-06-30')
        self.assertEqual(gates, [('gate', 'paid', None, '2020-06-18', None)])
        gates, answer = self.gates(['P,paid,2020-06-18', 'P,paid,2020-06-19'],
                                   [posted % '2020-06-20'], '2020-06-30')
        self.assertEqual(gates, [('gate', 'paid', '2020-06-20', '2020-06-18', 2),
                                 ('gate', 'paid', '2020-06-20', '2020-06-19', 1)])
        self.assertEqual(answer['findings'][-1]['key'], 'P/paid/450225100200/gate/2020-06-19')
        gates, _ = self.gates(['P,paid,2020-06-18'], [posted % '2020-06-18'], '2020-06-30')
        self.assertEqual(gates, [])

    def test_paid_gives_the_notice_a_last_day(self):
        """Gates bound: village-announcement by paid the same day; 3 workdays run to 18 June."""
        answer = court(*self.tables(['P,paid,2020-06-17'], [])).plan(D('2020-06-16'))
        slot = slots(answer)['village-announcement', '450225100200']
        self.assertEqual((slot['latest'], slot['advised']), ('2020-06-17', '2020-06-17'))
        answer = court(*self.tables([], [])).plan(D('2020-06-16'))
        slot = slots(answer)['village-announcement', '450225100200']
        self.assertEqual((slot['latest'], slot['earliest']), ('2020-06-18', '2020-06-15'))

    def test_batch(self):
        answer = court(rows('case,procedure,division,title,places,batch',
                            'P1,project,450225,,450225100200;450225101200,B',
                            'P2,project,450225,,450225100201,B'),
                       events('batch:B,plan-drafted,2020-06-01'),
                       postings('batch:B,plan-notice,,2020-06-01,2020-06-10,board')
                       ).plan(D('2020-06-05'))
        self.assertEqual(slots(answer, 0)['plan-notice', '450225']['state'], 'standing')
        self.assertEqual(slots(answer, 1)['plan-notice', '450225']['state'], 'standing')
        self.assertEqual(len(answer['cases'][0]['slots']), 3 + 2 + 2 + (1 + 2 + 2))


PACK = '''
pack: t
title: t
scope: ['45']
in-force: {from: 2020-01-01, until: 2026-12-31}
'''
PROCEDURE = '''
procedure: p
title: p
case: county
basis: 甲
events:
  a: {title: a}
  b: {title: b, after: at least 3 days after a}
  c: {title: c}
  d: {title: d, after: s, basis: 乙}
steps:
  s:
    title: s
    kind: notice
    at: county
    opens: [after b, {bound: within 5 workdays after c, basis: 丙}]
    lasts: at least 5 workdays
  u:
    title: u
    kind: notice
    at: county
    opens: at least 2 workdays before d
'''


class Random(unittest.TestCase):
    """A procedure that is not shipped."""

    def setUp(self):
        self.rules = judge.parse_pack(judge.yaml.safe_load(PACK),
                                      [judge.yaml.safe_load(PROCEDURE)])

    def court(self, lines, posted=()):
        return court(rows('case,procedure,division', 'X,p,450225'), events(*lines),
                     postings(*posted), rules=self.rules)

    def test_pass_through_with_sum(self):
        answer = self.court(['X,a,2020-09-25'], ['X,s,450225,2020-09-27,,board']
                            ).scan(D('2020-09-28'))
        self.assertEqual(brief(answer), [('early', 's', '2020-09-28', '2020-09-27', 1),
                                         ('unrecorded', 's', None, '2020-09-27', None)])

    def test_workday_window(self):
        plan = slots(self.court(['X,a,2020-09-25'], ['X,s,450225,2020-09-28,,board']
                                ).plan(D('2020-09-28')))['s', '450225']
        self.assertEqual((plan['judged'], plan['planned']), ('2020-10-10', '2020-10-12'))
        self.assertEqual((plan['earliest'], plan['forecast']), (None, False))    # c has no day

    def test_room(self):
        plan = slots(self.court(['X,d,2020-10-15']).plan(D('2020-09-28')))
        self.assertEqual((plan['s', '450225']['latest'], plan['s', '450225']['advised']),
                         ('2020-10-09', '2020-10-08'))
        plan = slots(self.court(['X,d,2020-10-10']).plan(D('2020-10-09')))['u', '450225']
        self.assertEqual((plan['latest'], plan['state'], plan['earliest']),
                         ('2020-10-08', 'conflict', None))

    def test_brink(self):
        case = self.court(['X,b,2026-12-01', 'X,c,2026-12-23'])
        for today, state in [('2026-12-29', 'ready'), ('2026-12-30', 'unknown')]:
            plan = slots(case.plan(D(today)))['s', '450225']
            self.assertEqual((plan['latest'], plan['advised'], plan['state']),
                             (None, '2026-12-29', state))
        self.assertEqual(brief(case.scan(D('2026-12-29'))), [])
        self.assertEqual(brief(case.scan(D('2026-12-30'))), [('unknown', 's', None, None, None)])

    def test_bases(self):
        answer = self.court(['X,b,2020-09-10', 'X,c,2020-09-10', 'X,d,2020-09-18'],
                            ['X,s,450225,2020-09-18,,board']).scan(D('2020-09-19'))
        self.assertEqual([(f['code'], f['due'], f['basis']) for f in answer['findings']],
                         [('late', '2020-09-17', '丙'), ('missing', '2020-09-16', '甲'),
                          ('order', '2020-09-25', '乙')])


GROUP = '450225100200001'


def household(*posted, later=(), places=''):
    """One village's case, with one group that was known, and the findings of a day."""
    land = rows('division,name', '450225100200,a', GROUP + ',b')
    case = rows('case,procedure,division,places', 'X,household-exit,450225100200,' + places)
    shown = postings(*['X,group-notice,%s,%s' % (GROUP, p) for p in posted])
    young = rows('division,name,later', *['%s,c,' % code for code in later])
    found = court(land, case, events('X,deliberated,2020-09-01'), shown, young)
    return lambda today: brief(found.scan(D(today)))


class Doubled(unittest.TestCase):
    """LANGUAGE 4, `double`."""

    def days(self, *posted, today='2020-10-01'):
        return [f[3] for f in household(*posted)(today) if f[0] == 'double']

    def test_open_and_ended(self):
        self.assertEqual(self.days('2020-09-01,,board', '2020-09-05,2020-09-08,board'),
                         ['2020-09-05'])
        self.assertEqual(self.days('2020-09-01,2020-09-05,board', '2020-09-05,,board'),
                         ['2020-09-05'])

    def test_touching(self):
        self.assertEqual(self.days('2020-09-01,2020-09-05,board', '2020-09-06,,board'), [])

    def test_media(self):
        self.assertEqual(self.days('2020-09-01,,board', '2020-09-05,2020-09-08,radio'), [])

    def test_alike(self):
        self.assertEqual(self.days('2020-09-01,,board', '2020-09-05,,board'), [])
        self.assertEqual(self.days('2020-09-01,2020-09-20,board',
                                   '2020-09-05,2020-09-21,board'), [])

    def test_first_pair(self):
        self.assertEqual(self.days('2020-09-01,2020-09-20,radio', '2020-09-02,,board',
                                   '2020-09-04,,radio', '2020-09-05,2020-09-06,board'),
                         ['2020-09-04'])

    def test_still_to_come(self):
        rows_ = ['2020-09-01,,board', '2020-09-05,2020-09-08,board']
        self.assertEqual(self.days(*rows_, today='2020-09-04'), [])
        self.assertEqual(self.days(*rows_, today='2020-09-05'), ['2020-09-05'])


class Uncovered(unittest.TestCase):
    """LANGUAGE 4, `uncovered`."""

    YOUNG = '450225100200002'

    def codes(self, today, *posted, later=(YOUNG,), places=''):
        return [f[0] for f in household(*posted, later=later, places=places)(today)]

    def test_until_done(self):
        self.assertEqual(self.codes('2020-09-02'), ['uncovered'])
        self.assertEqual(self.codes('2020-09-07', '2020-09-01,,board'), ['uncovered'])
        self.assertEqual(self.codes('2020-09-08', '2020-09-01,,board'), [])

    def test_broken_is_not_done(self):
        self.assertEqual(self.codes('2020-12-01', '2020-09-01,2020-09-03,board'),
                         ['short', 'uncovered'])

    def test_named(self):
        self.assertEqual(self.codes('2020-09-02', places=GROUP), [])

    def test_elsewhere(self):
        self.assertEqual(self.codes('2020-09-02', later=('450225100201001',)), [])
        self.assertEqual(self.codes('2020-09-02', later=('450225100',)), [])


class Where(unittest.TestCase):
    """LANGUAGE 5."""

    def slots(self, places, later=()):
        land = rows('division,name', '450225100200,a', GROUP + ',b', '450225100200002,c')
        case = rows('case,procedure,division,places',
                    'X,household-exit,450225100200,' + places)
        young = rows('division,name,later', *['%s,c,' % code for code in later])
        return sorted(d for s, d in slots(court(land, case, young).plan(D('2020-09-01')))
                      if s == 'group-notice')

    def test_named_above(self):
        both = [GROUP, '450225100200002']
        self.assertEqual(self.slots('450225100200'), both)
        self.assertEqual(self.slots('450225100200', ['450225100200003']), both)
        self.assertEqual(self.slots(GROUP), [GROUP])


if __name__ == '__main__':
    unittest.main()
