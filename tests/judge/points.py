"""The points of one case by the facts up to one day, for the second judge (section 3).

Two questions go along through every recursion:

as_of   the day of the fact that asks, None where the asker is no fact: a slot answers by the
        last round begun on or before that day, else by its last (LANGUAGE 4, upheld again)
cut     the day of the end where what asks need not follow it, else None: what happens after
        it sets no latest day (LANGUAGE 1, ends)
"""

from days import (BEYOND, FOREVER, NEVER, OPEN, Counter, Unknown, date_after, dom_after, is_day,
                  moved_by_pauses)

START = 0                              # before all days: the first round has no day
__all__ = ['BEYOND', 'View', 'Run']


def remember(method):
    """Each answer of a view is worked out once."""
    def answer(self, *args):
        key = (method.__name__,) + args
        if key not in self.memory:
            self.memory[key] = method(self, *args)
        return self.memory[key]
    return answer


class Run:
    def __init__(self, posting):
        self.opens, self.postings = posting.posted, []
        self.end = START                           # FOREVER: it still stands
        self.join(posting)

    def join(self, posting):
        self.end = max(self.end, FOREVER if posting.until is None else posting.until)
        self.postings.append(posting)


class View:
    """Nodes are ('event', name, None) and ('slot', step, division)."""

    def __init__(self, data, case, rule, horizon):
        self.data, self.case, self.rule, self.horizon = data, case, rule, horizon
        self.memory = {}
        self.divisions = {s: data.slots(case, rule, s) for s in rule.steps}

    # -- the shape

    def all_nodes(self):
        """Also those that do not apply: a step's slots are those that it would have had."""
        slots = [('slot', s, d) for s in self.rule.steps for d in self.divisions[s]]
        return slots + [('event', e, None) for e in self.rule.events]

    def nodes(self):
        return [n for n in self.all_nodes() if self.applies(n[1])]

    def nodes_of(self, name):
        if name in self.rule.events:
            return [('event', name, None)]
        return self.slots_of(name)

    def slots_of(self, step):
        return [('slot', step, d) for d in self.divisions[step]]

    def named(self, name):
        return self.rule.events[name] if name in self.rule.events else self.rule.steps[name]

    def item(self, node):
        return self.named(node[1])

    def counter(self, node):
        return Counter(self.data.calendar, node[2] or self.case.division)

    # -- what applies (LANGUAGE 1)

    @remember
    def recorded(self, event):
        """The days of its rows in view, whether or not it applies."""
        return sorted(d for d in self.case.events.get(event, ()) if d <= self.horizon)

    def holds(self, conditions):
        """All that stand must hold."""
        return self.holds_but_not_for(conditions) and not self.kept_away(conditions)

    def kept_away(self, conditions):
        """The first trait of `not-for` that the case has, or None."""
        return next((t for t in conditions.none_of if t in self.case.traits), None)

    def holds_but_not_for(self, conditions):
        some = [e for e in conditions.when if self.recorded(e)]
        return ((not conditions.one_of or any(t in self.case.traits for t in conditions.one_of))
                and (not conditions.when or bool(some))
                and not any(self.recorded(e) for e in conditions.unless))

    @remember
    def applies(self, name):
        """An optional event that is not recorded is like one that does not apply."""
        item = self.named(name)
        if item.optional and not self.recorded(name):
            return False
        return self.holds(item.conditions)

    def exempt(self):
        """{trait: slots} of the steps that only `not-for` keeps away."""
        found = {}
        for name, step in self.rule.steps.items():
            trait = self.kept_away(step.conditions)
            if trait and self.holds_but_not_for(step.conditions):
                found[trait] = found.get(trait, 0) + len(self.slots_of(name))
        return found

    @remember
    def bounds(self, name):
        """A bound that does not apply is as if it were not written, nor is a gate's point left
        that names what does not apply."""
        return [b for b in self.named(name).bounds if self.holds(b.conditions)
                and not (b.kind == 'gate' and not self.applies(b.ref))]

    @remember
    def asks(self, name, gates):
        """What a point must follow; of what does not apply its gates are left out."""
        gates = gates and self.applies(name)
        return [b for b in self.bounds(name) if b.lower and (gates or b.kind != 'gate')]

    @remember
    def followers(self, name):
        """(node, bound) of all that must follow a point of the event or step."""
        return [(n, b) for n in self.all_nodes() for b in self.asks(n[1], True) if b.ref == name]

    # -- facts: events

    @remember
    def days(self, event):
        """Facts of an event that does not apply count for nothing."""
        return self.recorded(event) if self.applies(event) else []

    def event_fact(self, event):
        days = self.days(event)
        return days[0] if days else None

    # -- facts: rounds and runs of a slot (LANGUAGE 4)

    def objection_slots(self, objection):
        """Of the slot at its division; else of those below it; else of all the step's slots."""
        slots = self.slots_of(objection.step)
        if not objection.named:
            return slots
        at = [n for n in slots if n[2] == objection.division]
        below = [n for n in slots if n[2].startswith(objection.division)]
        return at or below or slots

    def upheld(self, objection):
        """Upheld, with a day resolved in view."""
        return (objection.outcome == 'upheld' and objection.resolved is not None
                and objection.resolved <= self.horizon)

    @remember
    def begins(self, node):
        """The days on which its rounds begin, but for the first round."""
        if self.item(node).upheld != 'again':
            return []
        return sorted({o.resolved for o in self.case.objections.values()
                       if o.step == node[1] and self.upheld(o)
                       and node in self.objection_slots(o)})

    def round_of(self, node, as_of):
        """0 for the first; the last begun on or before the day that asks, else the last."""
        begins = self.begins(node)
        return len(begins) if as_of is None else len([d for d in begins if d <= as_of])

    def begin(self, node, number):
        return self.begins(node)[number - 1] if number else START

    def last_round(self, node):
        return len(self.begins(node))

    @remember
    def postings(self, node, number):
        """The postings in view of one round, in whatever medium."""
        return [p for p in self.all_postings(node) if self.round_of(node, p.posted) == number]

    @remember
    def all_postings(self, node):
        rows = self.case.postings.get((node[1], node[2]), {}).values()
        return sorted([p for p in rows if p.posted <= self.horizon], key=lambda p: p.posted)

    def accepted(self, node, posting):
        """`any` of which nothing applies accepts every medium; an empty medium is every one."""
        media = [m for m, conditions in self.item(node).any if self.holds(conditions)]
        return not media or posting.medium == '' or posting.medium in media

    def runs_in(self, node, number):
        """Postings in media that the step accepts, joined where they overlap or touch."""
        runs = []
        for posting in self.postings(node, number):
            if not self.accepted(node, posting):
                continue
            if runs and posting.posted <= runs[-1].end + 1:
                runs[-1].join(posting)
            else:
                runs.append(Run(posting))
        return runs

    @remember
    def run_in(self, node, number):
        """The standing run that the slot is judged on in a round, or None."""
        runs = self.runs_in(node, number)
        if not runs:
            return None
        long = [r for r in runs if self.long_enough(node, number, r)]
        good = [r for r in long if not self.is_early(node, r)]
        if good:
            return good[0]
        if long:
            return long[0]
        return max(runs, key=lambda r: r.end - r.opens)       # of equals the first

    def is_early(self, node, run):
        lower = self.recorded_lower_for(node, False, run.opens)[0]
        return lower is not None and run.opens < lower

    def long_enough(self, node, number, run):
        """Where its last day is unknown, or it has none, only without end."""
        last = self.last_day_in(node, number, run.opens)
        return run.end >= last if is_day(last) else run.end == FOREVER

    # -- the last day (sections 2 and 3; LANGUAGE 3)

    def parts(self, node, number):
        """The parts that apply; in every round but the first PERIOD, where one is given.

        An `until` that names what does not apply is left out, but one of an optional event
        whose conditions hold has no day yet.
        """
        item = self.item(node)
        period = item.period
        if number and item.again_period is not None:
            period = item.again_period
        return [p for p in period if self.holds(p.conditions)
                and (p.ref is None or self.holds(self.named(p.ref).conditions))]

    def last_day_in(self, node, number, opens, planned=False):
        """A day, Unknown or OPEN; the day it opens where no part applies."""
        days = [(self.part_day(node, p, opens, planned), p)
                for p in self.parts(node, number)]
        return last_of_parts(opens, [d for d, _ in days])

    def last_part(self, node, number, opens, planned=False):
        """The part that sets the last day: the first that has none, else the first of the
        latest."""
        last = self.last_day_in(node, number, opens, planned)
        for part in self.parts(node, number):
            day = self.part_day(node, part, opens, planned)
            if day == last or (last is not OPEN and isinstance(day, int) and
                               max(day, opens) == last):
                return part
        return None

    def part_day(self, node, part, opens, planned):
        if part.kind == 'permanently':
            return OPEN
        if part.kind == 'until':
            day = self.event_fact(part.ref)
            return OPEN if day is None else self.until_day(node, part, opens, day)
        windows = part.counting['windows']
        counted = windows['planned' if planned else 'judged'] == 'counted'
        return self.counter(node).add(opens, part.n, part.unit, counted,
                                      windows['roll'] == 'next workday')

    def until_day(self, node, part, opens, day):
        """It must stand through that day, but not before the day it opens; judged and planned
        alike, P's day not counted, not moved on."""
        if part.n is not None:
            day = self.counter(node).add(day, part.n, part.unit)
        return day if isinstance(day, Unknown) else max(day, opens)

    def forecast_last(self, node, number, opens, as_of):
        """The last day with P of `until P` at its own earliest day; None where it has none."""
        days = []
        for part in self.parts(node, number):
            day = self.part_day(node, part, opens, False)
            if day is OPEN:
                day = None
                if part.kind == 'until':
                    day = self.earliest_for(('event', part.ref, None), as_of)[0]
                if is_day(day):
                    day = self.until_day(node, part, opens, day)
            days.append(day)
        return None if None in days else last_of_parts(opens, days)

    def opening_for(self, node, limit, planned):
        """The last day to open so that the last day is not after limit.

        "Back from what follows, only the parts in days, working days and months are ever
        reckoned; where there is none, as if its last day were the day it opens."
        """
        known, unknown = [], []
        for part in self.parts(node, self.last_round(node)):
            if part.kind != 'lasts':
                continue
            windows = part.counting['windows']
            counted = windows['planned' if planned else 'judged'] == 'counted'
            day = self.counter(node).back(limit, part.n, part.unit, counted,
                                          windows['roll'] == 'next workday')
            (known if is_day(day) else unknown).append(day)
        # "An unknown one whose brink is on or after a known one's takes nothing from it."
        if known and all(u.brink >= min(known) for u in unknown):
            return min(known)
        return unknown[0] if unknown else limit

    # -- points that are facts

    def slot_fact(self, node, part, as_of):
        """None, a day, Unknown or OPEN."""
        number = self.round_of(node, as_of)
        run = self.run_in(node, number)
        if run is None:
            return None
        return run.opens if part == 'opens' else self.last_day_in(node, number, run.opens)

    def point_fact(self, bound, as_of, cut=None):
        """The fact that a bound's point is, of the last slot; None where one is missing.

        "To what follows its close the slot is no fact" where it has no last day.
        """
        if bound.part is None:
            return seen(self.event_fact(bound.ref), cut)
        days = [seen(self.slot_fact(n, bound.part, as_of), cut)
                for n in self.slots_of(bound.ref)]
        return None if None in days else latest_of(days)

    # -- earliest

    @remember
    def earliest_for(self, node, as_of, cut=None):
        """(day, forecast): the day, None or Unknown."""
        days, forecast = self.lower_days(node, as_of, True, cut)
        if not days or None in days:
            return None, False
        day = latest_of(days)
        if isinstance(day, Unknown):
            return day, False
        if node[0] == 'slot':
            # "Its earliest day is the later of the round's and what it must follow allows."
            day = max(day, self.begin(node, self.round_of(node, as_of)))
        return day, forecast

    def lower_days(self, node, as_of, gates, cut):
        days, forecast = [], False
        for bound in self.asks(node[1], gates):
            for base, guessed in self.bases(bound, as_of, cut):
                days.append(self.allowed(node, bound, base))
                forecast = forecast or guessed
        return days, forecast

    def bases(self, bound, as_of, cut):
        """[(day of its point, whether that is a forecast)]; [] where it asks nothing."""
        if not self.applies(bound.ref):
            return self.passed(bound.ref, as_of, cut)
        if cut is not None and self.after_cut(bound, as_of, cut):
            return []
        fact = self.point_fact(bound, as_of)
        if fact is not None:
            return [(fact, False)]
        return [(self.point_forecast(bound, as_of, cut), True)]

    def passed(self, name, as_of, cut):
        """What does not apply "is taken on the first day that what it must follow itself allows
        (its own `at least N` included, its gates left out)"; "where it must follow nothing it
        asks nothing"."""
        days, forecast = [], False
        for node in self.nodes_of(name):
            more, guessed = self.lower_days(node, as_of, False, cut)
            days += more
            forecast = forecast or guessed
        if not days:
            return []
        return [(None if None in days else latest_of(days), forecast)]

    def after_cut(self, bound, as_of, cut):
        """Its point is a fact after the end."""
        return (self.point_fact(bound, as_of) is not None
                and self.point_fact(bound, as_of, cut) is None)

    def point_forecast(self, bound, as_of, cut):
        """Each that is no fact at its own earliest day."""
        if bound.part is None:
            return self.earliest_for(('event', bound.ref, None), as_of, cut)[0]
        days = [self.slot_forecast(n, bound.part, as_of, cut) for n in self.slots_of(bound.ref)]
        return None if None in days else latest_of(days)

    def slot_forecast(self, node, part, as_of, cut):
        day = self.slot_fact(node, part, as_of)
        if day is not None and day is not OPEN:
            return day
        number = self.round_of(node, as_of)
        run = self.run_in(node, number)
        day = run.opens if run else self.earliest_for(node, as_of, cut)[0]
        if part == 'opens' or not is_day(day):
            return day
        return self.forecast_last(node, number, day, as_of)

    def allowed(self, node, bound, base):
        """The first day that a bound allows, its point being at base."""
        if not is_day(base):
            return base
        if bound.kind == 'lag':
            return self.counter(node).add(base, bound.n, bound.unit)
        # A step that does not apply takes no time.
        return base + 1 if bound.part == 'closes' and self.applies(bound.ref) else base

    @remember
    def waits(self, name, as_of):
        """Something that it must follow is not a fact."""
        for bound in self.asks(name, True):
            if not self.applies(bound.ref):
                if self.waits(bound.ref, as_of):
                    return True
            elif self.point_fact(bound, as_of) is None:
                return True
        return False

    # -- the first day allowed by what is recorded or posted (early, order; section 4)

    @remember
    def recorded_lower_for(self, node, gates, as_of):
        """(day, bound) or (None, None); an unrecorded event passes on what it must follow."""
        best = (None, None)
        for bound in self.asks(node[1], gates):
            day = self.allowed(node, bound, self.recorded_base(bound, as_of))
            if is_day(day) and (best[0] is None or day > best[0]):
                best = (day, bound)
        return best

    def recorded_base(self, bound, as_of):
        """Of a step with several slots the last of those posted whose day is known counts."""
        if not self.applies(bound.ref):
            days = [self.recorded_lower_for(n, False, as_of)[0] for n in self.nodes_of(bound.ref)]
        elif bound.part is None:
            day = self.event_fact(bound.ref)
            if day is not None:
                return day
            return self.recorded_lower_for(('event', bound.ref, None), True, as_of)[0]
        else:
            days = [self.slot_fact(n, bound.part, as_of) for n in self.slots_of(bound.ref)]
        return max([d for d in days if is_day(d)], default=None)

    # -- deadlines

    @remember
    def all_deadlines(self, node, as_of, planned, cut):
        """[(day, Unknown or NEVER, bound)] of its own, from facts only."""
        begin = self.begin(node, self.last_round(node)) if node[0] == 'slot' else START
        if begin != START:
            # "Of its own deadlines only that `opens` bounds, from the round's day."
            bound = self.item(node).again_opens
            if bound is None or seen(begin, cut) is None:
                return []
            return [(self.deadline(node, bound, begin, planned), bound)]
        found = []
        for bound in self.bounds(node[1]):
            day = None
            if not self.applies(bound.ref):
                continue               # as the start of a deadline, and in `before`: left out
            if bound.kind in ('within', 'by', 'with'):
                base = self.point_fact(bound, as_of, cut)
                day = self.deadline(node, bound, base, planned) if is_day(base) else base
            elif bound.kind in ('before', 'lead'):
                day = self.before(node, bound, as_of, cut)
            if day is not None:
                found.append((day, bound))
        return found

    def deadlines_for(self, node, as_of, planned=False, cut=None):
        """Without those that an endless pause holds: they do not bound, and are not unknown."""
        return [(d, b) for d, b in self.all_deadlines(node, as_of, planned, cut)
                if d is not NEVER]

    def deadline(self, node, bound, base, planned=False):
        """The last day of a `within`, `by` or `with` bound from base (LANGUAGE 2)."""
        if bound.kind == 'with':
            return base                            # a deadline that does not move on
        counter, rule = self.counter(node), bound.counting['deadlines']
        counted = rule['first-day'] == 'counted'
        last = self.unrolled(counter, bound, base, (bound.n, bound.unit), counted, bound.date)
        if not is_day(last):
            return last
        rolled = counter.roll(last) if rule['roll'] == 'next workday' else last
        if bound.extends and self.extended(bound.extends[1], last, rolled):
            last = self.unrolled(counter, bound, last, bound.extends[0], False, None)
            if not is_day(last):
                return last
            rolled = counter.roll(last) if rule['roll'] == 'next workday' else last
        elif bound.extends and self.maybe_extended(bound.extends[1], last, rolled):
            return rolled
        # "For `latest` and verdicts it moves on ...; for `advised` it does not."
        return last if bound.kind == 'by' and planned else rolled

    def unrolled(self, counter, bound, base, amount, counted, date):
        """The last day before rolling; days are asked in order, a paused day is not asked."""
        n, unit = amount
        if date is None and unit == 'workdays':
            return counter.workdays_paused(base, n, counted, lambda d: self.paused(bound, d))
        if date is None:
            last = counter.add(base, n, unit, counted)
        else:
            last = dom_after(base, date[1]) if date[0] is None else date_after(base, *date)
        return moved_by_pauses(base, last, lambda d: self.paused(bound, d))

    def extended(self, event, last, rolled):
        """E recorded on or before the last day so far, rolled; E's first day decides."""
        day = self.event_fact(event)
        if day is None:
            return False
        return day <= last if isinstance(rolled, Unknown) else day <= rolled

    def maybe_extended(self, event, last, rolled):
        """"... or its rolling is [unknown] and E after the day before rolling": unknown."""
        day = self.event_fact(event)
        return isinstance(rolled, Unknown) and day is not None and day > last

    # -- pauses (LANGUAGE 2)

    def paused(self, bound, day):
        """'endless', 'yes', 'unknown' or 'no': a day that any item pauses is paused."""
        answers = [self.paused_by(item, day) for item in bound.pauses]
        return next((a for a in ('endless', 'yes', 'unknown') if a in answers), 'no')

    def paused_by(self, item, day):
        if isinstance(item, list):
            return self.paused_pair(item[0], item[1], day)
        if not self.applies(item):
            return 'no'                            # an item that names what does not apply
        answers = [self.paused_slot(n, day) for n in self.slots_of(item)]
        return next((a for a in ('endless', 'yes', 'unknown') if a in answers), 'no')

    def paused_pair(self, start, stop, day):
        """Day d is, where a FROM before d has no TO on or after that FROM and before d."""
        if not all(self.holds(self.named(e).conditions) for e in (start, stop)):
            return 'no'
        ends = self.days(stop)
        open_ = [f for f in self.days(start)
                 if f < day and not any(f <= t < day for t in ends)]
        if any(not any(t >= f for t in ends) for f in open_):
            return 'endless'
        return 'yes' if open_ else 'no'

    def paused_slot(self, node, day):
        """From its `opens` through its judged last day, in its last round."""
        number = self.last_round(node)
        run = self.run_in(node, number)
        if run is None or day < run.opens:
            return 'no'
        last = self.last_day_in(node, number, run.opens)
        if last is OPEN:
            return 'endless'
        if isinstance(last, Unknown):
            # "through the day before its brink, at least on its `opens`"
            return 'yes' if day <= max(run.opens, last.brink - 1) else 'unknown'
        return 'yes' if day <= last else 'no'

    def before(self, node, bound, as_of, cut):
        if bound.part is None:
            base = seen(self.event_fact(bound.ref), cut)
        else:
            # "the first counts, once one is posted (for `.closes` one without a last day is
            # passed over)"
            days = [seen(self.slot_fact(n, bound.part, as_of), cut)
                    for n in self.slots_of(bound.ref)]
            base = first_of([d for d in days if d is not None])
        if base is None:
            return None
        if isinstance(base, Unknown):              # reckoned from the earliest of the brinks
            counter = self.counter(node)
            counter.pessimist = True
            return Unknown(base.brink - 1 if bound.kind == 'before'
                           else counter.back(base.brink, bound.n, bound.unit))
        if bound.kind == 'before':
            return base - 1
        return self.counter(node).back(base, bound.n, bound.unit)

    def known_deadline_for(self, node, as_of, cut=None):
        """(day, bound) of the earliest own deadline that is known."""
        best = (None, None)
        for day, bound in self.deadlines_for(node, as_of, False, cut):
            if is_day(day) and (best[0] is None or day < best[0]):
                best = (day, bound)
        return best

    # -- latest and advised

    def fact(self, node):
        """The day of the fact that a point is, or None."""
        if node[0] == 'event':
            return self.event_fact(node[1])
        run = self.run(node)
        return run.opens if run else None

    def latest(self, node, planned, cut=None):
        after = self.begin(node, self.last_round(node)) if node[0] == 'slot' else START
        return self.latest_from(node, planned, self.fact(node), after, cut)

    @remember
    def latest_from(self, node, planned, as_of, after, cut):
        days = [self.latest_behind(node, planned, after, cut)]
        if self.applies(node[1]):
            for day, _ in self.deadlines_for(node, as_of, planned, cut):
                if is_day(day):
                    days.append(day)
                elif planned:
                    days.append(day.brink)
        return min([d for d in days if d is not None], default=None)

    def latest_behind(self, node, planned, after, cut):
        """What follows sets it: "a fact there, or that point's own latest"."""
        days = []
        for follower, bound in self.followers(node[1]):
            day = self.follower_day(follower, planned, after, cut)
            if day is not None:
                day = self.room(node, follower, bound, day, planned)
                if is_day(day):                    # an unknown one bounds neither
                    days.append(day)
        return min(days, default=None)

    def follower_day(self, node, planned, after, cut):
        """Of followers only facts after the round's day bound, directly or through what is no
        fact; what happened after the end is here as if it had not."""
        if not self.applies(node[1]):
            return self.latest_from(node, planned, None, after, cut)
        days = self.days(node[1]) if node[0] == 'event' else []
        if node[0] == 'slot':
            run = self.run(node)
            days = [run.opens] if run else []
        days = [d for d in days if seen(d, cut) is not None]
        if days:
            return min([d for d in days if d > after], default=None)
        if node[0] == 'slot':
            after = max(after, self.begin(node, self.last_round(node)))
        return self.latest_from(node, planned, None, after, cut)

    def room(self, node, follower, bound, day, planned):
        """The last day for node when the follower is at day."""
        closes = bound.part == 'closes' and self.applies(node[1])
        if bound.kind == 'lag':
            limit = self.counter(follower).back(day, bound.n, bound.unit)
        else:
            limit = day - 1 if closes else day
        if not closes or isinstance(limit, Unknown):
            return limit
        return self.opening_for(node, limit, planned)

    # -- the same of a point as it stands: by its last round, its own day, and without an end

    def run(self, node):
        return self.run_in(node, self.last_round(node))

    def runs(self, node):
        return self.runs_in(node, self.last_round(node))

    def last_day(self, node, opens, planned=False):
        return self.last_day_in(node, self.last_round(node), opens, planned)

    def earliest(self, node):
        return self.earliest_for(node, self.fact(node), None)

    def lowers(self, node):
        return self.asks(node[1], True)

    def deadlines(self, node):
        return self.deadlines_for(node, self.fact(node))

    def known_deadline(self, node):
        return self.known_deadline_for(node, self.fact(node))

    def recorded_lower(self, node, gates):
        return self.recorded_lower_for(node, gates, self.fact(node))

    # -- the end (LANGUAGE 1)

    @remember
    def end(self):
        """(day, names) of the first of the events with `ends` that have come."""
        found = {e: self.days(e)[0] for e, item in self.rule.events.items()
                 if item.ends and self.days(e)}
        if not found:
            return None, []
        day = min(found.values())
        return day, [e for e in found if found[e] == day]

    @remember
    def behind_end(self, name):
        """It must follow that event itself, however far behind, through gates too."""
        names = self.end()[1]
        return any(b.ref in names or self.behind_end(b.ref) for b in self.asks(name, True))

    def cut(self, name):
        """The day of the end for what need not follow it, or None."""
        return None if self.behind_end(name) else self.end()[0]

    # -- what follows, as findings ask it

    @remember
    def unrecorded_before(self, name):
        """The events that a point must follow, through what does not apply."""
        found = set()
        for bound in self.asks(name, True):
            if not self.applies(bound.ref):
                found |= self.unrecorded_before(bound.ref)
            elif bound.part is None and not self.case.events.get(bound.ref):
                found.add(bound.ref)
        return found

    @remember
    def things_after(self, name):
        """The days of what follows, through what does not apply and events not recorded: "an
        event's every day, and the day a later slot's standing run opens, in each of its
        rounds"."""
        days = []
        for node, _ in self.followers(name):
            if not self.applies(node[1]) or (node[0] == 'event' and not self.days(node[1])):
                days += self.things_after(node[1])
            elif node[0] == 'event':
                days += self.days(node[1])
            else:
                runs = [self.run_in(node, k) for k in range(self.last_round(node) + 1)]
                days += [r.opens for r in runs if r]
        return days

    def follows_at(self, name, step, day):
        """Must it follow the step or a point of it, for what happened on a day (`upheld`)?

        "Through what does not apply, events not recorded, and steps of which no slot is posted
        in the round of the event's day."
        """
        return any(b.ref == step or (self.is_bare(b.ref, day)
                                     and self.follows_at(b.ref, step, day))
                   for b in self.asks(name, True))

    def is_bare(self, name, day):
        if not self.applies(name):
            return True
        if name in self.rule.events:
            return not self.days(name)
        return all(self.slot_fact(n, 'opens', day) is None for n in self.slots_of(name))


# ---- of several days -------------------------------------------------------------

def seen(day, cut):
    """A fact, or None where it is none: no day, no last day, or after the end."""
    if day is None or day is OPEN:
        return None
    if cut is not None and (day.brink if isinstance(day, Unknown) else day) > cut:
        return None
    return day


def last_of_parts(opens, days):
    """"No last day goes before an unknown part"; a last day's brink is the latest of its opening
    day, the last days of its known parts and the brinks of the others."""
    if OPEN in days:
        return OPEN
    unknown = [d.brink for d in days if isinstance(d, Unknown)]
    known = [d for d in days if is_day(d)]
    if unknown:
        return Unknown(max([opens] + known + unknown))
    return max(known, default=opens)


def latest_of(days):
    unknown = [d.brink for d in days if isinstance(d, Unknown)]
    return Unknown(min(unknown)) if unknown else max(days)


def first_of(days):
    """"Unknown, unless a known one is on or before all brinks of the others.\""""
    unknown = [d.brink for d in days if isinstance(d, Unknown)]
    known = min([d for d in days if is_day(d)], default=None)
    if known is not None and all(known <= b for b in unknown):
        return known
    return Unknown(min(unknown)) if unknown else None
