"""Running totals may grow, never fall, and two for one day must meet."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from crosscheck.comparison import wording
from crosscheck.comparison.camping import encamp
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import FIRM, Held
from crosscheck.comparison.tallies import Count, Tally
from crosscheck.model import Comparable, Discrepancy, Severity

# Totals so far apart in time, or in size, count different things, unless both tell the same beginning.
NEAR, HALF = timedelta(days=90), Decimal("0.5")


def comparable(tally: Tally) -> Comparable:
    """A tally as the report lists it: a timeline."""
    return Comparable(tally.quantity, key(tally), tuple(count.held.claim for count in tally.counts))


def key(tally: Tally) -> tuple[tuple[str, str], ...]:
    """What a tally counts."""
    return (*((("place", tally.place[0]),) if tally.place else ()), *tally.named)


def falls(tally: Tally, desk: Desk) -> Discrepancy | None:
    """The totals of a tally that are lower than an earlier one, or differ on one day, with what they contradict."""
    pairs = [*_falling(tally), *_one_day(tally)]
    if not pairs:
        return None
    falling = any(before.as_of < after.as_of for before, after in pairs)
    involved = {count.held.rank: count.held for pair in pairs for count in pair}
    camps, beside = encamp([involved[rank] for rank in sorted(involved)])
    grave: Severity = "conflict" if any(_grave(tally, *pair) for pair in pairs) else "tension"
    ordinal = tally.counts[0].held.claim.mention.kind == "ordinal"
    return desk.report(
        "running_total_falls" if falling else "value_conflict",
        "note" if ordinal else grave,
        tally.counts[0].held.rule,
        key(tally),
        sorted(camps, key=lambda camp: (camp.claims[0].as_of or date.min, camp.claims[0].article.id)),
        wording.reason(wording.FALLS if falling else wording.ONE_DAY, wording.latest(camps)),
        beside=beside,
    )


def _falling(tally: Tally) -> Iterator[tuple[Count, Count]]:
    """Each total with the highest earlier one that lies above it, among those near enough to count the same."""
    near: deque[Count] = deque()
    for _, group in groupby(tally.counts, key=lambda count: count.as_of):
        today = list(group)
        for count in today:
            while near and count.as_of - near[0].as_of > NEAR:
                near.popleft()
            if near and _below(count.held, near[0].held):
                yield near[0], count
        for count in today:
            if count.held.reading.low is not None:
                while near and near[-1].held.reading.low <= count.held.reading.low:
                    near.pop()
                near.append(count)


def _one_day(tally: Tally) -> Iterator[tuple[Count, Count]]:
    for _, group in groupby(tally.counts, key=lambda count: count.as_of):
        today = [count for count in group if count.held.reading.low is not None]
        highest = max(today, key=lambda count: (count.held.reading.low, -count.held.rank), default=None)
        if highest is not None:
            yield from ((highest, count) for count in today if _below(count.held, highest.held))


def _below(low: Held, high: Held) -> bool:
    """Whether a total lies below another of the same count: below all of it, and not so far that it counts less."""
    if low.reading.high is None or low.article == high.article:
        return False
    return (
        bool(low.reading.high <= high.reading.low)
        and low.reading.meet(high.reading).is_empty
        and (low.named >= high.named * HALF)
    )


def _grave(tally: Tally, before: Count, after: Count) -> bool:
    """Whether no telling of it makes both true: places and counting are firm, and time or source is the same."""
    both = (before.held, after.held)
    told = all(one.placed >= FIRM and one.claim.modality == "asserted" for one in both)
    plain = all(one.claim.mention.modifier != "vague" for one in both)
    same = before.as_of < after.as_of or (before.held.claim.source or "") == (after.held.claim.source or "") != ""
    return tally.firm and told and plain and same
