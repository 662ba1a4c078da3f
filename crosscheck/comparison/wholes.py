"""Figures of a wider place beside those of a place in it: a part never exceeds its whole, and may be all of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from crosscheck.comparison import wording
from crosscheck.comparison.camping import encamp
from crosscheck.comparison.held import LIKELY, Held
from crosscheck.comparison.linking import Member
from crosscheck.language.places.namesakes import may_be_town
from crosscheck.model import Camp, Claim

# 18 dead in the region may be the 17 of the town and one more; 47 in the country are others as well.
CLOSE = Decimal("1.25")
# Ones and twos are so common that a region's say nothing of a town's.
FEWEST = Decimal(3)


@dataclass(frozen=True, slots=True)
class Wholes:
    """The sides that a wider (or narrower) place adds to a meeting, and how grave it is that a part exceeds it."""

    camps: tuple[Camp, ...] = ()
    beside: tuple[Claim, ...] = ()
    exceeded: Literal["", "tension", "conflict"] = ""
    reason: str = ""
    place: str = ""


def weigh_wholes(members: Sequence[Member]) -> Wholes:
    """What figures of wider places add to the figures of the meeting's own place, nothing where they fit."""
    if not all("place" in member.held.rule.compare.part_of_whole for member in members[:1]):
        return Wholes()
    own = [member for member in members if member.tie == "same"]
    wider = [member for member in members if member.tie == "wider"]
    narrower = [member for member in members if member.tie == "narrower"]
    if wider and own:
        return _weighed(wider, own, wider)
    if narrower and own:
        return _weighed(own, narrower, narrower)
    return Wholes()


def _weighed(wholes: Sequence[Member], parts: Sequence[Member], shown: Sequence[Member]) -> Wholes:
    """Wholes against parts; `shown` are the ones that the meeting does not show by itself."""
    beyond = [(whole, part) for whole in wholes for part in _largest(parts) if _exceeds(part.held, whole.held)]
    involved = {member.held.rank for pair in beyond for member in pair} | _close(wholes, parts)
    sides = [member.held for member in shown if member.held.rank in involved]
    if not sides:
        return Wholes()
    whole = shown is wholes
    label = wording.region(sides[0].place[0]) if whole else wording.alone(sides[0].place[0])
    camps, beside = encamp(sides, label)
    grave: Literal["", "tension", "conflict"] = "tension" if beyond else ""
    if any(_firm(*pair) for pair in beyond):
        grave = "conflict"
    return Wholes(tuple(camps), tuple(beside), grave, _reason(beyond), wholes[0].held.place[0])


def _largest(parts: Sequence[Member]) -> Sequence[Member]:
    """The parts that say most, of those that meet firmly and of all: if any exceeds a whole, one of these does."""
    floors = [part for part in parts if part.held.reading.low is not None]
    firm = [part for part in floors if part.strong]
    return [max(group, key=lambda part: (part.held.reading.low, -part.held.rank)) for group in (firm, floors) if group]


def _exceeds(part: Held, whole: Held) -> bool:
    """Whether a part is more than its whole, whose name is not that of a town beside the part's as well."""
    if min(part.named, whole.named) < FEWEST or whole.reading.high is None or part.reading.low is None:
        return False
    if part.reading.low < whole.reading.high or not part.reading.meet(whole.reading).is_empty:
        return False
    return not may_be_town(whole.place, whole.claim.quote, whole.claim.article.lang)


def _close(wholes: Sequence[Member], parts: Sequence[Member]) -> set[int]:
    """Exact wholes and parts of which the whole is so little more that both may be one count."""
    large = sorted(member.held.named for member in wholes if member.held.exact)
    small = sorted(member.held.named for member in parts if member.held.exact and member.held.named >= FEWEST)
    near = {m.held.rank for m in wholes if m.held.exact and _between(small, m.held.named / CLOSE, m.held.named)}
    return near | {
        m.held.rank for m in parts if m.held.exact and _between(large, m.held.named, m.held.named * CLOSE, upper=True)
    }


def _between(numbers: Sequence[Decimal], low: Decimal, high: Decimal, *, upper: bool = False) -> bool:
    """Whether a sorted number lies from low to high, the greater end (or with `upper` the lesser) left out."""
    first = bisect_right(numbers, low) if upper else bisect_left(numbers, low)
    last = bisect_right(numbers, high) if upper else bisect_left(numbers, high)
    return first < last


def _firm(whole: Member, part: Member) -> bool:
    """Whether both tell their place, the part its day too, and nobody only alleges."""
    asserted = whole.held.claim.modality == part.held.claim.modality == "asserted"
    return asserted and part.strong and whole.held.placed >= LIKELY


def _reason(beyond: Sequence[tuple[Member, Member]]) -> str:
    if not beyond:
        return ""
    whole, part = beyond[0]
    return wording.exceeds(part.held.claim, part.held.place[0], whole.held.claim, whole.held.place[0])
