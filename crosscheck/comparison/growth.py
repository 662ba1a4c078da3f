"""Does a disagreement need explaining, or was a toll still being counted, or do sources differ within one article?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby
from typing import Literal

from crosscheck.comparison.camps import clash
from crosscheck.comparison.held import Held
from crosscheck.model import Interval

Grade = Literal["hard", "creeping", "sourced"]

# Four killed told on the Sunday of a quake, five on the Wednesday: counting. Two months later it is no longer that.
COUNTING = timedelta(days=7)
# Counts creep: by one or two, or by less than half of what was counted; from 41 to 67 overnight is another count.
STEP, SHARE = Decimal(2), Decimal("0.5")
# Below this every death in hospital is such a step, and no desk would look.
TOLL = Decimal(10)


@dataclass(frozen=True, slots=True)
class _Ends:
    """The highest beginning and the lowest end among readings, each with the article that it stands in."""

    low: Held | None = None
    high: Held | None = None

    def and_(self, one: Held) -> _Ends:
        low, high = one.reading.low, one.reading.high
        higher = low is not None and (self.low is None or low > self.low.reading.low)
        lower = high is not None and (self.high is None or high < self.high.reading.high)
        if not higher and not lower:
            return self
        return _Ends(one if higher else self.low, one if lower else self.high)


def grades(held: Iterable[Held], last: date | None) -> frozenset[Grade]:
    """How these readings of one thing clash, empty where no pair does; `last` is the last day of the event.

    hard: no growth explains it · creeping: later reports of a toll count a little more · sourced: within one article.
    """
    held = list(held)
    if not clash([one.reading for one in held]):
        return frozenset()
    found: set[Grade] = set()
    order = sorted(held, key=lambda one: (one.published or date.min, one.article, one.rank))
    earlier = _Ends()
    for published, group in groupby(order, key=lambda one: one.published):
        same = list(group)
        found |= _same_day(same)
        for one in same:
            found |= _later(one, earlier, published, last)
        for one in same:
            earlier = earlier.and_(one)
    return frozenset(found)


def _same_day(same: Sequence[Held]) -> set[Grade]:
    found: set[Grade] = set()
    before = _Ends()
    for _, group in groupby(same, key=lambda one: one.article):
        own = list(group)
        ends = _Ends()
        for one in own if len(own) > 1 else ():
            ends = ends.and_(one)
        if ends.low is not None and ends.high is not None and not ends.low.reading.meets(ends.high.reading):
            found.add("sourced")
        if "hard" in found:
            continue
        extremes = [other for other in (before.low, before.high) if other is not None]
        if any(not one.reading.meets(other.reading) for one in own for other in extremes):
            found.add("hard")
        for one in own:
            before = before.and_(one)
    return found


def _later(one: Held, earlier: _Ends, published: date | None, last: date | None) -> set[Grade]:
    if _stands(one):
        return set()
    if earlier.low is not None and _below(one.reading, earlier.low.reading):
        return {"hard"}
    if earlier.high is None or not _below(earlier.high.reading, one.reading):
        return set()
    if not _creeps(earlier.high, one, published, last):
        return {"hard"}
    return {"creeping"} if one.named >= TOLL else set()


def _stands(one: Held) -> bool:
    """Whether a count tells how things stand when it is told: 30 missing on Monday may be 12 on Thursday.

    A day told beside it is when that was, unless the rule is of what an event left: "missing since Sunday's storm".
    """
    if one.claim.scope != "snapshot" or one.rule.kind != "count":
        return False
    return one.rule.compare.falls or one.claim.when is None or one.claim.when_reach in ("context", "article")


def _creeps(before: Held, after: Held, published: date | None, last: date | None) -> bool:
    if not after.rule.compare.grows or published is None or before.published is None:
        return False
    begun = last if last is not None else before.published
    step = after.named - before.named
    return published - begun <= COUNTING and step <= max(STEP, before.named * SHARE)


def _below(a: Interval, b: Interval) -> bool:
    """Whether all of one reading lies below all of another."""
    if a.high is None or b.low is None:
        return False
    return bool(a.high < b.low or (a.high == b.low and (a.high_open or b.low_open)))
