#!/usr/bin/python3
"""The second judge: a naive reading of the pages, of the whole rule language.

    judge.py --rules DIR --holidays CSV --today DATE scan|plan FILE.csv...

It prints what `scan --format json` and `plan --format json` promise (section 8),
but for the wording of `message`.  It is written to be read beside the pages:
every sum walks day by day, every rule is a recursion, nothing is fast.

days.py has days and sums, rules.py rule files, facts.py what an import leaves,
points.py the points of a case, this file states, findings and the answers.
"Section N" is of the interface document, "LANGUAGE N" of the language's page.
"""
# Readings (where the text may be read in two ways; one line each)
#
# Counting
#  R1  A backward sum ("-N", `at least N before`, a follower's room) asks no day after its limit;
#      its brink is what comes out with every unsettled day off.
#  R2  A deadline that runs from an unknown last day has that day's brink; of several slots with
#      unknown last days the earliest of their brinks.
#  R3  deadlines: first-day: counted turns `within N` into N-1 days, the N-th working day with
#      the first counting if it is one, the day before the same day N months on; then the roll.
#      windows: roll: next workday moves judged and planned last days alike, no `until`.
#  R4  counting is merged key by key: pack, procedure, step (or event), bound.
# Points
#  R5  `within .. after STEP` is a deadline only once all slots of STEP are posted.
#  R6  The advised day: own deadlines are the same days (but `by`); only the slot's own window is
#      counted as planned, and a follower that is no fact is taken at its own advised day.
#  R7  forecast is false where earliest is null; a point that must follow nothing has no earliest
#      day, and is not waiting.
#  R8  A run whose judged last day is unknown and which has an end is not long enough, not broken,
#      not short, even where it ended before the brink.
#  R9  early, order: an unposted slot passes on nothing (it is missing).
# Findings
#  R10 missing: if an own deadline and a follower give the same day, the own deadline set it; of
#      equal own deadlines the first written.  early, order: of equal bounds the first written.
#  R11 gate: a point with no day makes due null, also where another point alone is broken.
#  R12 objection: every day of an event that repeats counts; not through unposted steps.
#  R13 conflict, unknown, privacy, unrecorded, medium, content, handler, double, uncovered: the
#      step's basis.  upheld: the event's.  Where the step's `bases` cites the key that asks for
#      it, by that: at of uncovered, handler, content and evidence, within of an objection's own
#      limit that comes first, upheld; of medium any without a run, else all, then times.
#  R14 uncovered: "some slot of that step in it" is any slot of the step in the case; its state
#      is the one that `states` counts.
# What does not apply (LANGUAGE 1)
#  R15 A step that does not apply passes on by the days off of each slot that it would have had:
#      of the sums forward the last counts, of those backward the earliest.
#  R16 What must follow only such points as ask nothing asks nothing itself.
#  R17 A slot that applies as the scan sees it is judged, also where the plan's does not.
# The end
#  R18 A follower that happened after the end is, for latest days, as if it had not: its own
#      deadlines, and what happened by then behind it, still bound.
#  R19 An unknown close is after the end where its brink is.  Of several slots with one such the
#      deadline does not count.
#  R20 Pauses and extensions, also after the end, count as ever; so does `down`.
#  R21 Of two ends on one day what follows either is owed.
#  R22 `paused`: an event is ended where its earliest own deadline is none or not before the end.
# Periods
#  R23 `until P` of a P that repeats: its first day.  The sum of `until at least N` asks the
#      slot's days off and does not move on.
#  R24 short is cited by the part that sets the judged last day (without one: the first part that
#      has none), tight by the part that sets the planned one; of equals the first written.
# Notices and rounds (LANGUAGE 4)
#  R25 "where the sheet had the column": where one of the postings that are looked at came with
#      it; those that came without it show nothing.
#  R26 A round of an unposted step that is passed through bounds too: of facts behind it those
#      after the later of both rounds' days.
#  R27 A step that is not posted in the round of the asking day is forecast in that round.
#  R28 `paused` counts a deadline that an endless pause holds also where another one bounds.

import argparse
import datetime
import itertools
import json
import re
import sys

import yaml                                                        # noqa: F401

import rules
from days import (BEYOND, FOREVER, LENGTHS, LEVELS, NEVER, OPEN, Calendar,  # noqa: F401
                  Counter, Unknown, add_months, ancestor, day_of, drop_zeros, is_day, level_of,
                  text_of)
from facts import Case, Data, Objection, Posting, cells, read_csv  # noqa: F401
from points import View
from rules import CODES, COUNTING, Rule, load_rules, merged, parse_pack  # noqa: F401

RANK = ['advice', 'question', 'violation', 'grave']


# ---- states (section 3) -----------------------------------------------------------

def is_ended(node, whole, past):
    """`ended` (LANGUAGE 1): of the plan's slot, by its latest day by what has happened."""
    day = past.cut(node[1])
    if day is None:
        return False
    run = whole.run(node)
    if run:
        last = whole.last_day_in(node, whole.last_round(node), run.opens)
        return run.opens <= day <= run.end and (not is_day(last) or last >= day)
    latest = past.latest(node, False, day) if past.applies(node[1]) else None
    return latest is None or latest >= day


def state_of(node, whole, past, today):
    """whole: the view of all facts, past: the one of those until today."""
    if is_ended(node, whole, past):
        return 'ended'
    run = whole.run(node)
    if run:
        last = whole.last_day_in(node, whole.last_round(node), run.opens)
        return state_posted(run, last, today)
    if past.applies(node[1]) and past.run(node) is None:
        latest = past.latest(node, False, past.cut(node[1]))
        if latest is not None and today > latest:
            return 'overdue'
    if conflict_of(node, whole, past, today):
        return 'conflict'
    if unknown_unposted(node, whole, today, past.cut(node[1])):
        return 'unknown'
    if whole.waits(node[1], None):
        return 'waiting'
    earliest = whole.earliest_for(node, None)[0]
    if earliest is not None and today < earliest:
        return 'upcoming'
    return 'ready'


def state_posted(run, last, today):
    if last is OPEN:
        # "`upcoming` before its first day, `broken` once an end is over, else `standing`"
        if today < run.opens:
            return 'upcoming'
        return 'broken' if today > run.end else 'standing'
    if isinstance(last, Unknown):
        return 'unknown'
    if run.end < last:
        return 'broken'
    if today < run.opens:
        return 'upcoming'
    return 'standing' if today <= last else 'done'


def conflict_of(node, whole, past, today):
    """(latest day, the later of today and the earliest day) or None."""
    latest = whole.latest(node, False, past.cut(node[1]))
    earliest = whole.earliest_for(node, None)[0]
    day = max(today, earliest) if is_day(earliest) else today
    return (latest, day) if latest is not None and day > latest else None


def deadline_unknown(node, view, day, as_of, cut=None):
    return any(isinstance(d, Unknown) and day > d.brink
               for d, _ in view.deadlines_for(node, as_of, False, cut))


def unknown_unposted(node, view, today, cut):
    return (deadline_unknown(node, view, today, None, cut)
            or isinstance(view.earliest_for(node, None, cut)[0], Unknown))


def is_held(node, whole, past):
    """Counted in `paused`: an own deadline that an endless pause keeps from bounding."""
    held = any(d is NEVER for d, _ in whole.all_deadlines(node, None, False, None))
    if node[0] == 'slot':
        return (held and whole.last_round(node) == 0 and whole.run(node) is None
                and not is_ended(node, whole, past))
    return (held and not whole.item(node).optional and not whole.days(node[1])
            and not event_ended(node, past))


def event_ended(node, view):
    """"An event not recorded by then whose earliest own deadline is not before that day.\""""
    day = view.cut(node[1])
    if day is None:
        return False
    due = view.known_deadline_for(node, None, day)[0]
    return due is None or due >= day


# ---- findings (section 4; LANGUAGE 4) ---------------------------------------------------

class Judge:
    """All findings of one case on one day."""

    def __init__(self, data, case, rule, today, whole):
        self.data, self.case, self.rule, self.today = data, case, rule, today
        self.whole = whole
        self.view = View(data, case, rule, today)
        self.findings = []

    def judge(self):
        for node in self.view.all_nodes():
            if node[0] == 'slot':
                self.slot(node)
            elif self.view.applies(node[1]):
                self.event(node)
        for key in sorted(self.case.objections):
            self.objection(self.case.objections[key])
        for event in self.rule.events:
            self.upheld(event)
        self.uncovered()
        return self.findings

    def state(self, node):
        return state_of(node, self.whole, self.view, self.today)

    def raise_(self, code, node, due, actual, basis, rest=(), event=None, division=None,
               severity=None):
        division = division or node[2] or self.case.division
        key = [named(self.case, division), node[1], division, code] + list(rest)
        days = abs(actual - due) if is_day(due) and is_day(actual) else None
        steps = list(self.rule.steps)
        place = (steps.index(node[1]) if node[0] == 'slot'
                 else len(steps) + list(self.rule.events).index(node[1]))
        self.findings.append({
            'order': (self.case.division, self.case.id, place, division, CODES.index(code),
                      '/'.join(rest)),
            'key': '/'.join(key), 'code': code,
            'severity': severity or self.view.item(node).severity[code],
            'case': self.case.id, 'procedure': self.case.procedure,
            'step': node[1] if node[0] == 'slot' else None,
            'event': node[1] if node[0] == 'event' else event,
            'division': division, 'due': text_of(due), 'actual': text_of(actual),
            'days': days, 'basis': '；'.join(basis) if isinstance(basis, list) else basis,
            'message': code})

    def gravest(self, node, code, severities):
        """"Of all days that are past ... the gravest counts; one without `severity`, and what
        follows, count with the code's own.\""""
        own = self.view.item(node).severity[code]
        return max([s or own for s in severities], key=RANK.index)

    # -- slots

    def slot(self, node):
        view, item = self.view, self.view.item(node)
        showing = [p for p in view.all_postings(node)
                   if any(shows_number(t or '', self.rule.pack['hotlines'])
                          for t in (p.place, p.content))]
        if showing:                                # also where the slot does not apply
            self.raise_('privacy', node, None, showing[0].posted, item.basis)
        if view.applies(node[1]):
            self.applying(node, item)
        if self.whole.applies(node[1]) and self.state(node) == 'conflict':
            cut = view.cut(node[1])
            due, actual = conflict_of(node, self.whole, view, self.today)
            own, bound = self.whole.known_deadline_for(node, None, cut)
            self.raise_('conflict', node, due, actual,
                        bound.basis if own == due else item.basis)

    def applying(self, node, item):
        view, number = self.view, self.view.last_round(node)
        run, shown = view.run_in(node, number), view.postings(node, number)
        ended = is_ended(node, self.whole, view)
        if run is None:
            self.unposted(node, item, shown, ended)
        else:
            self.posted(node, item, run, ended)
        if not shown:
            return
        self.unrecorded(node, item, run, shown)
        self.media(node, item, run, shown, ended)
        self.contents(node, item, run, shown)
        self.reviewed(node, item, run, shown)
        day = doubled(shown)
        if day is not None:
            self.raise_('double', node, None, day, item.basis)

    def unposted(self, node, item, shown, ended):
        view, cut = self.view, self.view.cut(node[1])
        if ended:
            return
        latest = view.latest(node, False, cut)
        # Shown in no medium that the step accepts: `medium`, not `missing`.
        if latest is not None and self.today > latest and not shown:
            own, bound = view.known_deadline_for(node, None, cut)
            past = [b.severity for d, b in view.deadlines_for(node, None, False, cut)
                    if is_day(d) and self.today > d]
            behind = view.latest_behind(node, False, view.begin(node, view.last_round(node)),
                                        cut)
            if behind is not None and self.today > behind:
                past.append(None)
            self.raise_('missing', node, latest, None,
                        bound.basis if own == latest else item.basis,
                        severity=self.gravest(node, 'missing', past))
        if unknown_unposted(node, view, self.today, cut):
            self.raise_('unknown', node, None, None, item.basis)

    def posted(self, node, item, run, ended):
        view = self.view
        self.late(node, run.opens, [])
        due, bound = view.recorded_lower_for(node, False, run.opens)
        if due is not None and run.opens < due:
            self.raise_('early', node, due, run.opens, bound.basis)
        self.overstay(node, item, run)
        if ended:
            return
        number = view.last_round(node)
        self.length(node, run, number)
        last = view.last_day_in(node, number, run.opens)
        if (deadline_unknown(node, view, run.opens, run.opens) or isinstance(last, Unknown)
                or isinstance(view.earliest_for(node, run.opens)[0], Unknown)):
            self.raise_('unknown', node, None, None, item.basis)

    def late(self, node, day, rest):
        """A slot's run, or an event's first day, after one of its own deadlines."""
        due, bound = self.view.known_deadline_for(node, day)
        if due is None or day <= due:
            return
        past = [b.severity for d, b in self.view.deadlines_for(node, day) if is_day(d) and day > d]
        self.raise_('late', node, due, day, bound.basis, rest,
                    severity=self.gravest(node, 'late', past))

    def length(self, node, run, number):
        view = self.view
        judged = view.last_day_in(node, number, run.opens)
        planned = view.last_day_in(node, number, run.opens, True)
        if judged is OPEN:
            if self.today > run.end:               # "`short`, due null, once an end is over"
                part = view.last_part(node, number, run.opens)
                self.raise_('short', node, None, run.end, part.basis)
        elif isinstance(judged, Unknown):
            return
        elif run.end < judged:
            part = view.last_part(node, number, run.opens)
            self.raise_('short', node, judged, run.end, part.basis)
        elif is_day(planned) and run.end < planned and self.today <= planned:
            part = view.last_part(node, number, run.opens, True)
            self.raise_('tight', node, planned, run.end, part.basis)

    def overstay(self, node, item, run):
        """A posted slot stands after the day that `down` gives (LANGUAGE 3)."""
        view, bound = self.view, item.down
        if bound is None or not view.holds(bound.conditions) or not view.applies(bound.ref):
            return
        number = view.last_round(node)
        if bound.part is None:
            # "of a P that repeats the first of its days on or after" the round's day
            days = view.days(bound.ref)
            days = days if view.named(bound.ref).repeats else days[:1]
            base = min([d for d in days if d >= view.begin(node, number)], default=None)
        else:
            base = view.last_day_in(node, number, run.opens)
        due = view.deadline(node, bound, base) if is_day(base) else None
        if not is_day(due):
            return
        actual = None if run.end == FOREVER else run.end
        if (actual or self.today) > due:
            self.raise_('overstay', node, due, actual, bound.basis, severity=bound.severity)

    # -- what a notice must be (LANGUAGE 4)

    def unrecorded(self, node, item, run, shown):
        """The first such event in the procedure's order."""
        missing = self.view.unrecorded_before(node[1])
        for event in self.rule.events:
            if event in missing:
                self.raise_('unrecorded', node, None, opened(run, shown), item.basis,
                            event=event)
                return

    def media(self, node, item, run, shown, ended):
        view = self.view
        lacks = any(view.holds(conditions) and not any(p.medium in (medium, '') for p in shown)
                    for medium, conditions in item.all)
        few = run is not None and not ended and self.too_few(node, item, run, shown)
        key = 'any' if run is None else 'all' if lacks else 'times'
        if run is None or lacks or few:
            self.raise_('medium', node, None, shown[0].posted, item.bases.get(key, item.basis))

    def too_few(self, node, item, run, shown):
        """`times`: "N postings in M, on different days, opening from the slot's `opens` through
        its judged last day"; its judged last day is over."""
        last = self.view.last_day_in(node, self.view.last_round(node), run.opens)
        if not is_day(last) or self.today <= last:
            return False
        for medium, times in item.times.items():
            days = {p.posted for p in shown
                    if p.medium in (medium, '') and run.opens <= p.posted <= last}
            if len(days) < times:
                return True
        return False

    def contents(self, node, item, run, shown):
        """`content`, also for evidence; each judged only where the sheet had the column."""
        lists = [p.content for p in shown if p.content is not None]
        found = {plain(c) for text in lists for c in cells(text)}
        wanted = [t for t, conditions in item.content if self.view.holds(conditions)]
        lacks = bool(lists) and any(plain(t) not in found for t in wanted)
        named_ = [p.evidence for p in (run.postings if run else shown) if p.evidence is not None]
        unproved = item.evidence and bool(named_) and not any(t.strip() for t in named_)
        if lacks or unproved:
            basis = item.bases.get('content' if lacks else 'evidence', item.basis)
            self.raise_('content', node, None, opened(run, shown), basis)

    def reviewed(self, node, item, run, shown):
        """One of the postings of its run was reviewed on or before the run's first day."""
        if item.review is None:
            return
        cells_ = [p.reviewed for p in (run.postings if run else shown) if p.reviewed is not None]
        days = [day_of(c) for c in cells_ if c]
        if cells_ and not any(d <= opened(run, shown) for d in days):
            self.raise_('review', node, None, opened(run, shown), item.review)

    # -- divisions that came after the case

    def uncovered(self):
        if self.case.places or self.view.end()[0] is not None:
            return
        for division in sorted(self.data.names):
            steps = [s for s in self.rule.steps if self.lacks(s, division)]
            if division.startswith(self.case.division) and steps:
                item = self.rule.steps[steps[0]]
                self.raise_('uncovered', ('slot', steps[0], division), None, None,
                            item.bases.get('at', item.basis))

    def lacks(self, step, division):
        slots = self.view.slots_of(step)
        return (self.view.applies(step)
                and 'each ' + level_of(division) in self.rule.steps[step].at
                and ('slot', step, division) not in slots
                and any(self.state(s) != 'done' for s in slots))

    # -- events

    def event(self, node):
        view, item = self.view, self.view.item(node)
        days = view.days(node[1])
        if not days:
            self.not_happened(node)
            return
        self.late(node, days[0], [text_of(days[0])] if item.repeats else [])
        for day in days:                           # "its first day that breaks it"
            due, bound = view.recorded_lower_for(node, False, day)
            if due is not None and day < due:
                self.raise_('order', node, due, day, bound.basis,
                            [text_of(day)] if item.repeats else [])
                break
        for day in days:
            self.gates(node, item, day)

    def not_happened(self, node):
        """`missing`, by its own deadlines alone."""
        cut = self.view.cut(node[1])
        due, bound = self.view.known_deadline_for(node, None, cut)
        if due is None or self.today <= due or (cut is not None and due >= cut):
            return
        past = [b.severity for d, b in self.view.deadlines_for(node, None, False, cut)
                if is_day(d) and self.today > d]
        self.raise_('missing', node, due, None, bound.basis,
                    severity=self.gravest(node, 'missing', past))

    def gates(self, node, item, day):
        dues, breach = [], False
        for bound in self.view.bounds(node[1]):
            if bound.kind == 'gate':
                for due, bad in self.gate(bound, day):
                    dues.append(due)
                    breach = breach or bad
        if breach:
            due = None if None in dues else max(dues)
            self.raise_('gate', node, due, day, item.basis,
                        [text_of(day)] if item.repeats else [])

    def gate(self, bound, day):
        """(first day allowed or None, breached) for each slot of the gate, in the rounds of the
        event's own day."""
        view = self.view
        if bound.part is None:
            due = view.recorded_base(bound, day)
            return [(due, day < due)] if due is not None else []
        found = []
        for slot in view.slots_of(bound.ref):
            run = view.run_in(slot, view.round_of(slot, day))
            last = view.slot_fact(slot, bound.part, day)
            if run is None:
                found.append((None, True))
            elif last is OPEN:                     # "not yet over, due null"
                found.append((None, True))
            elif isinstance(last, Unknown):        # "unknown: through its brink"
                found.append((None, day <= last.brink))
            elif bound.part == 'opens':
                found.append((last, day < last))
            elif run.end < last:
                found.append((None, True))
            else:
                found.append((last + 1, day <= last))
        return found

    # -- objections (LANGUAGE 4)

    def objection(self, row):
        view = self.view
        if row.received > self.today or not view.applies(row.step):
            return
        node, item = ('slot', row.step, row.division), self.rule.steps[row.step]
        resolved = row.resolved
        if resolved is not None and resolved > self.today:
            resolved = None                        # a day after today is none
        rest = [text_of(row.received)] + ([row.number] if row.number else [])
        after = [d for d in view.things_after(row.step) if d >= row.received]
        after = min(after) if after and not self.raised_late(row) else None
        limit = self.limit_of(row)
        breach = ((after is not None and (resolved is None or resolved > after))
                  or (limit is not None and (resolved or self.today) > limit))
        if breach:
            own = limit is not None and (after is None or limit < after)
            self.raise_('objection', node, limit if own else after, resolved,
                        item.bases.get('within', item.basis) if own else item.basis, rest)
        if row.handler and item.handler and not handler_fits(row.handler, item.handler):
            self.raise_('handler', node, None, resolved,
                        item.bases.get('handler', item.basis), rest)

    def raised_late(self, row):
        """"Late only where late at every slot of it, a slot not posted then, or whose day is
        unknown, makes none late.\""""
        item = self.rule.steps[row.step]
        if item.raised is None:
            return False
        amount, point = item.raised
        for slot in self.view.objection_slots(row):
            base = self.view.slot_fact(slot, point, row.received)
            due = self.sum(self.view.counter(slot), item, base, amount)
            if not is_day(due) or row.received <= due:
                return False
        return True

    def limit_of(self, row):
        """Its own time limit, or None: no limit yet, unknown, or none for the end."""
        item = self.rule.steps[row.step]
        if item.within is None:
            return None
        amount, point = item.within
        base = row.received
        if point == 'closes':
            lasts = [self.view.slot_fact(s, 'closes', row.received)
                     for s in self.view.objection_slots(row)]
            if not all(is_day(d) for d in lasts):
                return None
            base = max([base] + lasts)             # "or from the day received if later"
        limit = self.sum(Counter(self.data.calendar, row.division), item, base, amount)
        cut = self.view.cut(row.step)
        if not is_day(limit) or (cut is not None and limit >= cut):
            return None
        return limit

    def sum(self, counter, item, base, amount):
        rule = item.counting['deadlines']
        if not is_day(base):
            return None
        return counter.add(base, *amount, counted=rule['first-day'] == 'counted',
                           roll=rule['roll'] == 'next workday')

    def upheld(self, event):
        """`stops`: each event that must follow the step and happened on or after that day."""
        view, item = self.view, self.rule.events[event]
        found = []
        for row in self.case.objections.values():
            step = self.rule.steps[row.step]
            if (step.upheld == 'stops' and view.applies(row.step) and view.upheld(row)
                    and not self.raised_late(row)):
                basis = step.bases.get('upheld', item.basis)
                found += [(d, basis) for d in view.days(event) if d >= row.resolved
                          and view.follows_at(event, row.step, d)]
        if found:
            day, basis = min(found, key=lambda f: f[0])
            self.raise_('upheld', ('event', event, None), None, day, basis,
                        [text_of(day)] if item.repeats else [])


def opened(run, shown):
    """The day its run opens, without a run the slot's first posting."""
    return run.opens if run else shown[0].posted


def doubled(shown):
    """The earliest later first day of a pair that may be one posting, or None."""
    days = []
    for a, b in itertools.combinations(shown, 2):
        later = max(a.posted, b.posted)
        ends = [p.until for p in (a, b) if p.until is not None]
        if (len(ends) == 1 and later <= ends[0]
                and (a.medium == b.medium or '' in (a.medium, b.medium))):
            days.append(later)
    return min(days, default=None)


def half_width(text):
    return ''.join(chr(ord(c) - 0xfee0) if 0xff01 <= ord(c) <= 0xff5e else c for c in text)


def plain(text):
    """Blanks, full and half width aside."""
    return ''.join(half_width(text).split())


def handler_fits(name, words):
    return any(name.endswith(w) for w in
               (words, words.replace('乡镇', '乡'), words.replace('乡镇', '镇')))


GAP = '[- \u00a0\u3000\u2010\u2011\u2013]'
NUMBERS = [
    ('mobile', r'(?:86)?1[3-9][0-9]{9}'),
    ('mobile', r'1[3-9][0-9]GAP[0-9]{4}GAP[0-9]{4}'),
    ('identity', r'[0-9]{17}(?:[0-9]|X(?![0-9A-Z]))'),
    ('identity', r'[0-9]{6}GAP[0-9]{8}GAP[0-9]{3}(?:[0-9]|X(?![0-9A-Z]))'),
    ('bank', r'[3-6][0-9]{15,18}'),
    ('bank', r'[3-6][0-9]{3}(?:GAP[0-9]{4}){3}(?:GAP[0-9]{1,3}(?![0-9]))?'),
    ('bank', r'[3-6][0-9]{3}(?:GAP[0-9]{4}){3}'),
]


def shows_number(text, spared=()):
    """Every place where digits begin, each form there (section 4); spared: the hotlines."""
    text = half_width(text).upper()
    for start in (m.start() for m in re.finditer(r'(?<![0-9])[0-9]', text)):
        for kind, form in NUMBERS:
            found = re.compile(form.replace('GAP', GAP) + '(?![0-9])').match(text, start)
            token = re.sub(GAP, '', found.group()) if found else ''
            if found and token not in spared and is_number(kind, token):
                return True
    return False


def is_number(kind, token):
    if kind == 'mobile':
        return True
    if kind == 'bank':
        return luhn(token)
    weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    total = sum(int(c) * w for c, w in zip(token, weights))
    try:
        born = datetime.date(int(token[6:10]), int(token[10:12]), int(token[12:14]))
    except ValueError:
        return False
    return 1900 <= born.year <= 2099 and '10X98765432'[total % 11] == token[17]


def luhn(token):
    total = 0
    for i, c in enumerate(reversed(token)):
        n = int(c) * (2 if i % 2 else 1)
        total += n - 9 if n > 9 else n
    return total % 10 == 0


# ---- output (section 8) ------------------------------------------------------------

class Court:
    """Keeps the views of all facts, which do not depend on today."""

    def __init__(self, data):
        self.data = data
        self.wholes = {}

    def whole(self, case, rule):
        key = (case.id, rule.pack['name'])
        if key not in self.wholes:
            self.wholes[key] = View(self.data, case, rule, FOREVER)
        return self.wholes[key]

    def judged(self, today, cases):
        """(what is found in these cases, how many of their slots are in each state)"""
        findings, states = [], {}
        for case in cases:
            rule = self.data.rule_of(case, today)
            if rule is None:
                findings.append(no_rule(case))
                continue
            judge = Judge(self.data, case, rule, today, self.whole(case, rule))
            findings += judge.judge()
            for node in judge.whole.nodes():       # "`slots`, `states` ... are the plan's"
                if node[0] == 'slot':
                    state = judge.state(node)
                    states[state] = states.get(state, 0) + 1
        findings.sort(key=lambda f: f['order'])
        for finding in findings:
            del finding['order']
        return findings, states

    def scan(self, today):
        findings, states = self.judged(today, self.data.sorted_cases())
        return {'today': text_of(today), 'findings': findings,
                'cases': len(self.data.cases), 'slots': sum(states.values()),
                'states': dict(sorted(states.items())), **self.left_out(today)}

    def plan(self, today):
        cases = []
        for case in self.data.sorted_cases():
            rule = self.data.rule_of(case, today)
            slots = []
            if rule is not None:
                whole = self.whole(case, rule)
                past = View(self.data, case, rule, today)
                slots = [plan_slot(n, whole, past, today) for n in whole.nodes()
                         if n[0] == 'slot']
            cases.append({'case': case.id, 'procedure': case.procedure,
                          'division': case.division, 'slots': slots})
        return {'today': text_of(today), 'cases': cases, **self.left_out(today)}

    def left_out(self, today):
        """`exempt` and `paused`, as the plan sees them."""
        exempt, paused = {}, 0
        for case in self.data.sorted_cases():
            rule = self.data.rule_of(case, today)
            if rule is None:
                continue
            whole, past = self.whole(case, rule), View(self.data, case, rule, today)
            for trait, slots in whole.exempt().items():
                exempt[trait] = exempt.get(trait, 0) + slots
            paused += sum(is_held(n, whole, past) for n in whole.nodes())
        return {'exempt': dict(sorted(exempt.items(), key=lambda e: e[0].encode())),
                'paused': paused}


def named(case, division):
    """The case's number in a key: above its county the county's code stands before it."""
    county = case.division[:6]
    return county + ':' + case.id if len(division) < len(county) else case.id


def no_rule(case):
    return {'order': (case.division, case.id, 0, case.division, 0, ''),
            'key': '%s//%s/unknown' % (case.id, case.division), 'code': 'unknown',
            'severity': 'question', 'case': case.id, 'procedure': case.procedure,
            'step': None, 'event': None, 'division': case.division,
            'due': None, 'actual': None, 'days': None, 'basis': None, 'message': 'no rule'}


def plan_slot(node, whole, past, today):
    number = whole.last_round(node)
    run = whole.run_in(node, number)
    earliest, forecast = whole.earliest_for(node, whole.fact(node))
    start = run.opens if run else earliest
    judged = planned = None
    if is_day(start) and whole.parts(node, number):
        judged = whole.last_day_in(node, number, start)
        planned = whole.last_day_in(node, number, start, True)
    return {'step': node[1], 'division': node[2], 'kind': whole.item(node).kind,
            'state': state_of(node, whole, past, today), 'earliest': text_of(earliest),
            'latest': text_of(whole.latest(node, False)),
            'advised': text_of(whole.latest(node, True)), 'forecast': forecast,
            'posted': text_of(run.opens) if run else None,
            'until': text_of(run.end) if run else None,
            'judged': text_of(judged), 'planned': text_of(planned)}


def open_court(rules, holidays, tables):
    """rules: a folder or loaded rules; holidays: a table or a Calendar."""
    if isinstance(rules, str):
        rules = load_rules(rules)
    if isinstance(holidays, str):
        holidays = Calendar(holidays)
    data = Data(rules, holidays)
    data.take(tables)
    return Court(data)


def main():
    parser = argparse.ArgumentParser(description='the second judge')
    parser.add_argument('--rules', required=True)
    parser.add_argument('--holidays', required=True)
    parser.add_argument('--today', required=True)
    parser.add_argument('command', choices=['scan', 'plan'])
    parser.add_argument('files', nargs='+')
    args = parser.parse_args()
    court = open_court(args.rules, args.holidays, [read_csv(f) for f in args.files])
    answer = getattr(court, args.command)(day_of(args.today))
    json.dump(answer, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == '__main__':
    main()
