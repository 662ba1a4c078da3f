"""How days and places lie to each other: the days of which a claim may speak, one place within another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from crosscheck.comparison.held import FIRM, LIKELY, Days, Held, Path

# An undated figure speaks of the last two weeks: 18 dead told on 15 January, of clashes of the 9th.
BACK = timedelta(days=14)
# A day told near by is the event's or one soon after it: arrests, a second night.
AROUND = timedelta(days=3)


def last(goals: Mapping[int, int], spot: int) -> int:
    """Where a chain of wider and narrower places ends: Peru joins Puno, and Puno Juliaca; there must be no ring."""
    while spot in goals:
        spot = goals[spot]
    return spot


def window(one: Held) -> Days:
    """The days of which a claim may speak; none at all for one without a day in an article without a date."""
    if one.days is not None and one.dated == FIRM:
        return one.days
    if one.days is not None and one.dated == LIKELY:
        return (max(one.days[0], date.min + AROUND) - AROUND, one.days[1])
    if one.published is None:
        return (date.min, date.min)
    return (one.published - BACK if one.published - date.min > BACK else date.min, one.published)


def meet(a: Days, b: Days) -> bool:
    """Whether two stretches share a day."""
    return a[0] <= b[1] and b[0] <= a[1]


def within(inner: Path, wide: Path) -> bool:
    """Whether one place is another or lies in it."""
    return bool(wide) and inner[-len(wide) :] == wide


def nested(a: Path, b: Path) -> bool:
    """Whether two places may be one: one lies in the other, or one is unknown."""
    return not a or not b or within(a, b) or within(b, a)
