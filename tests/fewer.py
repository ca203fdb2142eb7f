"""fewer.py -- what a suite leaves to another variant of .ci/run (see tests/run)."""

import datetime
import os

FEWER = int(os.environ.get("FEWER") or 0)


def some(things, times=1):
    """One in FEWER * times of them, others each day; all where FEWER is not set."""
    share = FEWER * times or 1
    return list(things)[datetime.date.today().toordinal() % share::share]


def turn(things, times):
    """One in `times` of them, fewer by FEWER; all with TURN=all."""
    things = list(things)
    if os.environ.get("TURN") == "all":
        return things
    share = max(FEWER, 1) * times
    return things[datetime.date.today().toordinal() % share::share]
