"""Which comparables hold no disagreement: the other half of what was compared, shown on request."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Literal

from crosscheck.model import Claim, Comparable, Interval, Report

# How the figures of a comparable without a disagreement lie to each other: all of them allow one value; they differ
# and none is below one of an earlier day; or they differ in a way that comparing lets stand, as counts of other people.
Course = Literal["agreed", "grew", "varied"]
# A hedge with a width of its own: which is for comparing to say, so that it is taken to fit here.
_WIDE = ("approx", "vague")


def agreed(report: Report) -> tuple[Comparable, ...]:
    """The comparables none of whose claims takes a side in a discrepancy, in the report's order."""
    # Claims are told apart by identity: hashing hundreds of thousands of them by content would cost seconds.
    found = (*report.discrepancies, *(one.discrepancy for one in report.accepted))
    taken = {id(claim) for one in found for claim in one.claims}
    return tuple(
        comparable for comparable in report.comparables if not any(id(claim) in taken for claim in comparable.claims)
    )


def course(comparable: Comparable) -> Course:
    """How the figures of a comparable lie to each other, in its order of time."""
    told = [_interval(claim) for claim in comparable.claims if claim.mention.modifier not in _WIDE]
    if not told or not _common(told).is_empty:
        return "agreed"
    return "grew" if all(_follows(*pair) for pair in pairwise(comparable.claims)) else "varied"


def _interval(claim: Claim) -> Interval:
    return claim.mention.value.interval


def _common(told: list[Interval]) -> Interval:
    common = told[0]
    for interval in told[1:]:
        common = common.meet(interval)
    return common


def _follows(earlier: Claim, later: Claim) -> bool:
    """Whether a count may be what an earlier one has grown to: as much on that day, or more on a later one."""
    low, high = _interval(earlier).low, _interval(later).high
    if low is None or high is None or _interval(earlier).meets(_interval(later)):
        return True
    return later.mention.kind == "number" and bool(low < high) and _day(earlier) < _day(later)


def _day(claim: Claim) -> date:
    """The day of a count: of a running total the one that it speaks of, else the one on which it was told."""
    day = claim.as_of if claim.scope == "running_total" else claim.article.published
    return day or date.min
