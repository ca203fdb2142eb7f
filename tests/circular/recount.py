#!/usr/bin/python3
"""A circular counted again by hand.

A random history (tests/night/history.py) is played night by night.  Then, for some
periods and days, what `circular` says is held against what comes of counting
`plan --format json`, `scan --format json`, the reports that the nights wrote, and
SQL on the database; and its four formats against each other.  Nothing here asks how
the program counts.
"""

import collections
import csv
import datetime
import html.parser
import io
import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), 'night'))

import play                                                        # noqa: E402
import judge                                                       # noqa: E402

EPOCH = datetime.date(1970, 1, 1)
ONE = datetime.timedelta(1)
BAD = ('grave', 'violation')
DIGITS = {'county': 6, 'township': 9}
WHYS = ['corrected', 'rules', 'calendars', 'place', 'round', 'unknown']


class Wrong(Exception):
    pass


def must(condition, what, *told):
    if not condition:
        raise Wrong('%s: %s' % (what, ' '.join(str(t)[:2500] for t in told)))


def date(text):
    return datetime.date.fromisoformat(text)


# ---- periods, by the calendar -------------------------------------------------------

def months_of(first, last):
    if first.day != 1 or (last + ONE).day != 1:
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def month_on(first, n):
    k = first.year * 12 + first.month - 1 + n
    return datetime.date(k // 12, k % 12 + 1, 1)


def before(first, last):
    n = months_of(first, last)
    return (month_on(first, -n) if n else first - (last - first) - ONE, first - ONE)


def after(first, last):
    n = months_of(first, last)
    start = last + ONE
    return (start, month_on(start, n) - ONE if n else last + (last - first) + ONE)


def next_end(first, last, today):
    first, last = after(first, last)
    while last < today:
        first, last = after(first, last)
    return last


# ---- a world ----------------------------------------------------------------------------

class World:
    def __init__(self, program, seed, folder):
        self.program, self.folder = program, folder
        self.history = play.make(seed, kind='whole' if seed.startswith('whole') else None)
        os.makedirs(folder, exist_ok=True)
        play.histories.write_tree(os.path.join(folder, 'rules'), self.history.rules)
        os.makedirs(os.path.join(folder, 'calendars', 'cn'))
        play.write_calendars(os.path.join(folder, 'calendars'), self.history.calendars)
        paths = [os.path.join(folder, n) for n in ('rules', 'calendars')]
        self.side = play.Side(program, os.path.join(folder, 'a'), *paths, '--lang', 'en')
        self.reports = []
        inbox = play.Inbox()
        self.side.must(self.history.nights[0].day, 'init')
        for night in self.history.nights:
            play.put(self.side, night, list(inbox.waiting))
            play.change(folder, night)
            for key, until in night.waive:
                self.side.must(night.day, 'waive', key, '--ground', 'x', '--by', 'y',
                               '--until', judge.text_of(until))
            for key in night.end:
                self.side.must(night.day, 'waive', '--end', key)
            inbox.moved(night.day, inbox.before(night))
            status, _, err = self.side.call(night.day, 'nightly', '--inbox', self.side.inbox,
                                            '--out', self.side.out, '--yes', '--lang', 'en')
            must(status in (0, 1), 'nightly', status, err)
            self.reports.append(self.side.report())

    def run(self, today, *words):
        done = subprocess.run(
            [self.program, '--db', self.side.db, '--rules', self.side.rules, '--calendars',
             self.side.calendars, '--today', today.isoformat()] + list(words),
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            timeout=300, check=False)
        return done.returncode, done.stdout, done.stderr.decode('utf-8', 'replace')

    def json(self, today, *words):
        status, out, err = self.run(today, *words, '--format', 'json')
        must(status in (0, 1), words[0], status, err)
        return json.loads(out)

    def sql(self, text, *values):
        with sqlite3.connect('file:%s?mode=ro' % self.side.db, uri=True) as db:
            return db.execute(text, values).fetchall()

    def lives(self):
        """Of the nights' reports: each life of a finding, as it was told last.  Where a
        night went back in time and others were forgotten, of the database."""
        days = [r['today'] for r in self.reports]
        if days != sorted(set(days)):
            return self.kept()
        lives, open_now = [], {}
        for report in self.reports:
            day = date(report['today'])
            for kind in ('new', 'standing', 'waived'):
                for f in report[kind]:
                    if f['first'] is None:
                        continue
                    life = open_now.setdefault(f['key'], {'first': date(f['first']),
                                                          'gone': None, 'why': None})
                    if kind == 'new':
                        must(date(f['first']) == day, 'new, and not of today', f)
                    if 'told' not in life:
                        lives.append(life)
                    life['told'] = f
            for kind in ('fixed', 'gone'):
                for f in report[kind]:
                    life = open_now.pop(f['key'])
                    life['gone'] = day
                    life['why'] = f.get('why') or 'fixed'
        return lives


    def kept(self):
        def day(n):
            return None if n is None else EPOCH + n * ONE
        return [{'first': day(first), 'gone': day(gone), 'why': why or (gone and 'fixed'),
                 'told': {'key': key, 'step': step, 'event': event, 'code': code, 'days': days,
                          'division': at, 'severity': severity, 'procedure': procedure}}
                for key, first, gone, why, step, event, code, days, at, severity, procedure
                in self.sql('SELECT key, first, gone, why, step, event, code, days, at,'
                            ' severity, procedure FROM finding WHERE first <> 0')]

    def nights(self):
        return [EPOCH + n * ONE for (n,) in self.sql(
            'SELECT day FROM night WHERE finished IS NOT NULL ORDER BY day')]


# ---- counted by hand ------------------------------------------------------------------

def middle(days):
    """The lower middle one."""
    days = sorted(days)
    return days[(len(days) - 1) // 2] if days else None


def share(good, due):
    if due == 0:
        return ''
    n = (2000 * good + due) // (2 * due)
    n = 999 if n == 1000 and good < due else 1 if n == 0 and good > 0 else n
    return '%d.%d%%' % (n // 10, n % 10)


class Count:
    def __init__(self, world, today, first, last, by, top):
        self.world, self.today, self.top = world, today, top
        self.spans = [(first, last), before(first, last)]
        self.digits = DIGITS[by]
        self.next = next_end(first, last, today)
        self.slots = []                       # period, unit, procedure, case, good
        self.units = {}
        self.sums = {}
        self.slot_pass()
        self.finding_pass()
        self.other_units()

    def unit(self, code):
        return code[:self.digits]

    def period(self, day):
        for i, (a, b) in enumerate(self.spans):
            if day is not None and a <= day <= b:
                return i
        return None

    def within(self, code):
        return code.startswith(self.top)

    def slot_pass(self):
        w, t = self.world, self.today
        top = ['--division', self.top] if self.top else []
        bad = {(f['case'], f['step'], f['division']) for f in
               w.json(t, 'scan', *top)['findings'] if f['step'] is not None and
               f['severity'] in BAD}
        plan = w.json(t, 'plan', *top)
        self.exempt = plan['exempt']
        for c in plan['cases']:
            mine = []
            for s in c['slots']:
                u = self.units.setdefault(self.unit(s['division']), self.blank())
                self.demand(u, s)
                if s['state'] == 'ended' and s['posted'] is None:
                    continue
                due = s['latest'] or s['posted']
                period = self.period(due and date(due))
                good = (c['case'], s['step'], s['division']) not in bad
                if period is not None:
                    self.slots.append((period, self.unit(s['division']), c['procedure'],
                                       (c['division'], c['case']), good))
                if period == 0:
                    mine.append(good)
            if mine:
                self.amounts(c, all(mine))

    @staticmethod
    def blank():
        return {'overdue': 0, 'broken': 0, 'coming': 0, 'soonest': None}

    def demand(self, u, s):
        u['overdue'] += s['state'] == 'overdue'
        u['broken'] += s['state'] == 'broken'
        if s['posted'] or s['state'] in ('ended', 'overdue') or not s['latest']:
            return
        if self.today <= date(s['latest']) <= self.next:
            u['coming'] += 1
            u['soonest'] = min(u['soonest'] or s['latest'], s['latest'])

    def amounts(self, c, good):
        cells = self.world.sql('SELECT amounts FROM matter WHERE division = ? AND id = ?',
                               c['division'], c['case'])[0][0]
        for part in filter(None, cells.split(';')):
            name, number = part.split('=')
            whole, _, rest = number.partition('.')
            yuan = int(whole) * 10000 + int((rest + '0000')[:4])
            for unit in ('', self.unit(c['division'])):
                s = self.sums.setdefault((unit, c['procedure'], name), [0, 0, 0, 0])
                s[0] += 1
                s[1] += yuan
                s[2] += good
                s[3] += good * yuan

    def finding_pass(self):
        w = self.world
        waived = {k for k, until in w.sql('SELECT key, until FROM waiver WHERE ended IS NULL')
                  if EPOCH + until * ONE >= self.today}
        case_of = {(k, EPOCH + first * ONE): (d, i) for k, first, d, i in
                   w.sql('SELECT key, first, division, id FROM finding')}
        first, last = self.spans[0]
        self.found = []
        for life in w.lives():
            f, gone, why = life['told'], life['gone'], life['why']
            case = case_of[f['key'], life['first']]
            mine = f['step'] is not None and f['code'] not in ('objection', 'handler')
            if not self.within(f['division'] if mine else case[0]):
                continue
            period = self.period(life['first'])
            mended = life['first'] < first and why == 'fixed' and first <= gone <= last
            if period is None and not mended:
                continue
            unit = self.unit(f['division'])
            self.units.setdefault(unit, self.blank())
            fate = 'before'
            if period == 0:
                if gone is None or gone > self.today:
                    fate = 'waived' if f['key'] in waived else 'standing'
                elif why == 'fixed':
                    fate = 'fixed' if gone <= last else 'later'
                else:
                    fate = 'gone ' + why
            self.found.append({
                'period': period, 'mended': mended, 'unit': unit, 'fate': fate, 'case': case,
                'procedure': f['procedure'], 'code': f['code'], 'days': f['days'],
                'severity': f['severity'],
                'kind': f['code'] + (':event' if f['step'] is None and f['event'] else '')})

    def other_units(self):
        w = self.world
        for (code,) in w.sql('SELECT code FROM division'):
            if len(code) == self.digits and code.startswith(self.top) and code != self.top:
                self.units.setdefault(code, self.blank())
        first, last = [(d - EPOCH).days for d in self.spans[0]]
        self.sent = {self.unit(t) for (t,) in w.sql(
            'SELECT town FROM sent JOIN delivery USING (day, seq) WHERE taken AND'
            ' day BETWEEN ? AND ?', first, last) if self.within(t)}
        for code in self.sent:
            self.units.setdefault(code, self.blank())
        self.nights = [sum(a <= day <= b for day in w.nights())
                       for a, b in self.spans]

    # -- rows

    def due(self, period, unit=None, procedure=None):
        of = [s for s in self.slots if s[0] == period and unit in (None, s[1]) and
              procedure in (None, s[2])]
        return len({s[3] for s in of}), len(of), sum(s[4] for s in of)

    def chosen(self, period, unit=None, procedure=None, kind=None):
        return [f for f in self.found if (f['period'] == period if period is not None else
                                          f['mended']) and unit in (None, f['unit']) and
                procedure in (None, f['procedure']) and kind in (None, f['kind'])]

    def put_due(self, *of):
        a, b = self.due(0, *of), self.due(1, *of)
        return [a[0], a[1], a[2], share(a[2], a[1]), share(b[2], b[1])]

    def fates(self, *of):
        mine = [f['fate'] for f in self.chosen(0, *of)]
        return [mine.count(n) for n in ('standing', 'waived', 'fixed', 'later')] + [
            sum(n.startswith('gone') for n in mine), len(self.chosen(None, *of))]

    def late(self, *of, any_code=False, period=0):
        days = [f['days'] for f in self.chosen(period, *of) if f['days'] is not None and
                (any_code or f['code'] == 'late')]
        return [middle(days), max(days, default=None)]

    def put_found(self, *of):
        mine = self.chosen(0, *of)
        return [len(mine), sum(f['severity'] == 'grave' for f in mine)] + self.late(*of) + \
            self.fates(*of)

    def put_kind(self, *of):
        mine = self.chosen(0, *of)
        return [len(mine), len(self.chosen(1, *of)) if self.nights[1] else None,
                len({f['case'] for f in mine})] + self.late(*of, any_code=True) + \
            self.fates(*of)

    def combined(self):
        due = {s[1:3] for s in self.slots}
        found = {(f['unit'], f['procedure']) for f in self.found}
        return sorted(due | found)

    def kinds(self):
        order = {}
        names = KINDS
        for f in self.found:
            order[names.index(f['code']), f['kind']] = f['kind']
        return [order[k] for k in sorted(order)]

    def tables(self):
        """{title: rows without names}, as far as there are rows."""
        t = {}
        t['Overall'] = self.overall()
        procedures = sorted({s[2] for s in self.slots} | {f['procedure'] for f in self.found})
        t['By procedure'] = [[p] + self.put_due(None, p) + [
            len(self.chosen(0, None, p)), self.fates(None, p)[0]] for p in procedures] + [
                [''] + self.put_due() + [len(self.chosen(0)), self.fates()[0]]]
        t['Amounts of the cases with a notice due'] = [
            list(k[1:]) + self.sum(v) for k, v in sorted(self.sums.items()) if k[0] == '']
        t['Exempt by trait, as of today'] = [[k, n] for k, n in self.exempt.items()]
        ranks = self.ranks()
        t['Units by their share in order'] = [
            [r, u] + self.put_due(u) for r, u in ranks] + [[None, ''] + self.put_due()]
        order = [u for _, u in ranks] + sorted(set(self.units) - {u for _, u in ranks})
        t['Findings by unit'] = [[u] + self.put_found(u) for u in order if
                                 self.chosen(0, u) or self.chosen(None, u)] + [
                                     [''] + self.put_found()]
        t['Kinds of fault'] = [[k] + self.put_kind(None, None, k) for k in self.kinds()]
        t['No longer listed though nothing was put right'] = [
            [w, n] for w in WHYS for n in [sum(f['fate'] == 'gone ' + w for f in self.found)]
            if n]
        t['What is to be done, and by when'] = list(self.demands(order))
        t['Annex: by unit and procedure'] = [
            list(k) + self.put_due(*k) + self.put_found(*k) for k in self.combined()]
        t['Annex: by unit, procedure and kind'] = [
            [u, p, k] + self.put_kind(u, p, k) + [
                sum(f['fate'] == 'gone ' + w for f in self.chosen(0, u, p, k)) for w in WHYS]
            for u, p in self.combined() for k in self.kinds()
            if any(self.chosen(n, u, p, k) for n in (0, 1, None))]
        t['Annex: amounts by unit'] = [
            list(k) + self.sum(v) for k, v in sorted(self.sums.items()) if k[0] != '']
        return {k: v for k, v in t.items() if v}

    @staticmethod
    def sum(s):
        return [s[0], '%.15g' % (s[1] / 10000), s[2], '%.15g' % (s[3] / 10000),
                share(s[3], s[1])]

    def overall(self):
        a, b = self.due(0), self.due(1)
        rows = [list(x) for x in zip(a, b)] + [[share(a[2], a[1]), share(b[2], b[1])]]
        both = [self.chosen(0), self.chosen(1)]
        rows.append([len(x) for x in both])
        for severity in ('grave', 'violation', 'question', 'advice'):
            rows.append([sum(f['severity'] == severity for f in x) for x in both])
        rows.append([len({f['case'] for f in x}) for x in both])
        late = [self.late(period=0), self.late(period=1)]
        rows += [[late[0][i], late[1][i]] for i in (0, 1)]
        if not self.nights[1]:
            rows[4:] = [[r[0], None] for r in rows[4:]]
        return rows + [[n, None] for n in self.fates()]

    def ranks(self):
        of = {u: self.due(0, u)[1:] for u in self.units}
        of = {u: (g, n) for u, (n, g) in of.items() if n}
        rows = []
        for u in sorted(of, key=lambda u: (-of[u][0] / of[u][1], u)):
            better = sum(g * of[u][1] > of[u][0] * n for g, n in of.values())
            rows.append((better + 1, u))
        return rows

    def demands(self, order):
        for u in order:
            n = sum(f['fate'] == 'standing' and f['severity'] != 'advice'
                    for f in self.chosen(0, u))
            d = self.units[u]
            if d['overdue'] + d['broken'] + d['coming'] + n:
                yield [u, d['overdue'], d['broken'], n, self.next.isoformat() if n else None,
                       d['coming'], d['soonest']]


KINDS = ['missing', 'late', 'early', 'short', 'order', 'gate', 'objection', 'conflict',
         'unknown', 'tight', 'unrecorded', 'medium', 'content', 'review', 'privacy',
         'handler', 'upheld', 'overstay', 'double', 'uncovered']
NAMES = {'Procedure', 'Unit', 'Kind', 'Why', 'Trait', 'Amount', 'Figure', 'Change'}


# ---- the four formats ------------------------------------------------------------------------

def of_csv(data):
    must(data.startswith(b'\xef\xbb\xbf'), 'CSV: no BOM')
    text = data[3:].decode('utf-8')
    must('\n' not in text.replace('\r\n', ''), 'CSV: not CRLF')
    tables, title, rows = {}, None, []
    for row in csv.reader(io.StringIO(text, newline='')):
        if not row:
            title, rows = None, []
        elif title is None and len(row) == 1 and row[0].startswith('Table '):
            title = row[0]
            tables[title] = rows = []
        elif title:
            rows.append(row)
    return tables


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tables, self.words, self.at, self.rows = {}, [], None, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        if tag in ('caption', 'th', 'td', 'p', 'h1', 'h2'):
            self.at = ''
        if tag == 'tr':
            self.rows.append([])
        must(tag != 'script', 'HTML: a script')

    def handle_data(self, data):
        if self.at is not None:
            self.at += data

    def handle_endtag(self, tag):
        if tag == 'caption':
            self.tables[self.at] = self.rows = []
        elif tag in ('th', 'td'):
            self.rows[-1].append(self.at)
        elif tag in ('p', 'h1', 'h2'):
            self.words.append(self.at)
        else:
            return
        self.at = None


def of_xlsx(data):
    import openpyxl
    tables = {}
    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets[1:]:
        rows = [[c.value for c in row] for row in sheet.iter_rows()]
        tables[rows[0][0]] = [[cell(c) for c in row] for row in rows[1:]]
    return tables


def cell(value):
    if value is None:
        return ''
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value if isinstance(value, str) else '%.15g' % value


def plain(row, heads):
    return [c for c, h in zip(row, heads) if not h.endswith('-id') and h != 'unit-code']


def same_formats(tables, formats):
    """Each as the CSV: a workbook whole, page and text what people read."""
    book = of_xlsx(formats['xlsx'])
    must(list(book) == list(tables), 'xlsx: tables', list(book), list(tables))
    page = Page(formats['html'].decode('utf-8'))
    text = formats['text'].decode('utf-8')
    for title, rows in tables.items():
        as_book = [[('%.15g' % (float(c[:-1]) / 100) if c.endswith('%') and c[:-1].replace(
            '.', '').isdigit() else c) for c in row] for row in rows]
        must(book[title] == as_book, 'xlsx: ' + title, book[title], as_book)
        if 'Annex' in title:
            continue
        shown = [plain(row, rows[0]) for row in rows]
        got = [['' if c == '-' else c for c in row] for row in page.tables[title]]
        must(got == shown, 'html: ' + title, got, shown)
        same_text(text, title, page.tables[title])
    must(len(page.tables) == sum('Annex' not in t for t in tables), 'html: more tables')
    must(not collections.Counter(letters(''.join(page.words))) - collections.Counter(
        letters(text)), 'text: words')


def letters(text):
    return sorted(c for c in text if not c.isspace())


def same_text(text, title, rows):
    lines = text.split('\n')
    at = lines.index(title) + 1
    block = []
    while at < len(lines) and lines[at] != '':
        if set(lines[at]) != {'-'}:
            block.append(lines[at])
        at += 1
    must(letters(''.join(block).replace('-', '')) ==
         letters(''.join(''.join(r) for r in rows).replace('-', '')), 'text: ' + title, block)
    for row in rows[1:]:
        numbers = [c for c in row if re.fullmatch(r'[0-9.%-]+', c)]
        must(any(is_part(numbers, line.split()) for line in block), 'text: a row of ' + title,
             numbers, '\n'.join(block))


def is_part(numbers, words):
    words = iter(words)
    return all(n in words for n in numbers)


def width(line):
    return sum(1 + (unicodedata.east_asian_width(c) in 'WF') for c in line
               if not unicodedata.combining(c))


# ---- held against each other -----------------------------------------------------------------

def stripped(rows):
    heads = rows[0]
    keep = [i for i, h in enumerate(heads) if h not in NAMES]
    return [[row[i] for i in keep] for row in rows[1:]]


def spoken(rows):
    return [['' if c is None else str(c) for c in row] for row in rows]


def compare(ours, tables):
    theirs = {t.split(': ', 1)[1]: stripped(rows) for t, rows in tables.items()}
    theirs = {t: rows for t, rows in theirs.items() if rows}
    must(sorted(ours) == sorted(theirs), 'tables', sorted(ours), sorted(theirs))
    for title, rows in ours.items():
        must(spoken(rows) == theirs[title], title, spoken(rows), theirs[title])


def prose(count, text):
    flat = re.sub(r'\s+', ' ', text)
    a = count.due(0)
    if a[1]:
        must('Notices due: %d, of %d cases; in order: %d, a share of %s' % (
            a[1], a[0], a[2], share(a[2], a[1])) in flat, 'words: due', a, flat)
    n = len(count.chosen(0))
    if n:
        must('Findings first seen: %d, of' % n in flat, 'words: found', n, flat)
    silent = sorted(set(count.units) - count.sent)
    if count.sent and silent:
        must('delivered in the period by (%d): ' % len(silent) in flat, 'words: silent',
             silent, flat)


def one_period(world, rng, today, first, last, by, top):
    words = ['circular', '--from', first.isoformat(), '--until', last.isoformat(), '--by', by]
    words += ['--division', top] if top else []
    formats = {}
    nights = sum(first <= day <= last for day in world.nights())
    for name in ('text', 'csv', 'html', 'xlsx'):
        status, out, err = world.run(today, '--lang', 'en', *words, '--format', name)
        if nights == 0:
            must(status == 2 and not out and 'no night was finished' in err, 'no night',
                 status, err)
            return 0
        must(status == 0, 'circular', status, err)
        formats[name] = out
    count = Count(world, today, first, last, by, top)
    tables = of_csv(formats['csv'])
    compare(count.tables(), tables)
    same_formats(tables, formats)
    prose(count, formats['text'].decode('utf-8'))
    status, out, err = world.run(today, '--lang', 'zh', *words)
    must(status == 0, 'circular --lang zh', err)
    must(max(map(width, out.decode('utf-8').split('\n'))) <= 80, 'zh: wider than 80')
    return 1


def periods(world, rng):
    """Those that begin or end at, just before or just behind what happened."""
    nights = world.nights()
    firsts = [life['first'] for life in world.lives()]
    edges = nights + firsts
    last_night = nights[-1]
    for _ in range(6):
        today = last_night + rng.choice([0, 0, 1, 9, 40]) * ONE
        a = rng.choice(edges) + rng.choice([-1, 0, 0, 1]) * ONE
        b = min(today, rng.choice([a, a + rng.randint(1, 90) * ONE, rng.choice(edges) +
                                   rng.choice([-1, 0, 1]) * ONE]))
        if rng.random() < 0.4:
            a = a.replace(day=1)
            b = min(today, month_on(a, rng.randint(1, 3)) - ONE)
        if a <= b:
            yield today, a, b


def one(program, seed, say=print):
    """(circulars held against, refused for want of a night, failed)"""
    rng = random.Random('circular %s' % seed)
    folder = tempfile.mkdtemp(prefix='circular-', dir=play.scratch())
    told = refused = 0
    try:
        world = World(program, seed, os.path.join(folder, 'w'))
        for today, first, last in periods(world, rng):
            by = rng.choice(['county', 'township'])
            top = rng.choice(['', '', '450225', '4502'])
            try:
                good = one_period(world, rng, today, first, last, by, top)
            except Wrong as wrong:
                raise Wrong('%s..%s today %s by %s top %r: %s' % (
                    first, last, today, by, top, wrong)) from wrong
            told, refused = told + good, refused + (1 - good)
    except (Wrong, play.Difference) as wrong:
        say('seed %s: %s' % (seed, wrong))
        return told, refused, 1
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return told, refused, 0


if __name__ == '__main__':
    print(one(os.path.abspath(sys.argv[1]), sys.argv[2]))
