"""Which claims meet: those of one spot firmly, vaguer ones weakly with the one spot that they fit.

Keys form a partial order: Juliaca lies in Puno and Puno in Peru, 9 January in January, and what is unknown meets
anything, but weakly. Fully keyed claims make the meetings; the others join at most one of them. Claims that tell a
place and no day meet where their articles name the same people and places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from crosscheck.comparison.attaching import Attached, Attacher, Tie
from crosscheck.comparison.gathering import gather
from crosscheck.comparison.held import FIRM, LIKELY, Days, Held, Path
from crosscheck.comparison.keys import Family, families
from crosscheck.comparison.nearness import last, within
from crosscheck.comparison.spots import Spot, spots
from crosscheck.comparison.stories import common_names

# A longer stretch than a long weekend holds more than one occasion, so its figures of events meet weakly.
OCCASION = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Member:
    """A claim at a meeting: how its key lies to the meeting's, and whether both meet firmly."""

    held: Held
    tie: Tie = "same"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Meeting:
    """Claims whose keys meet, in canonical order; `place` is empty and `days` None where nobody tells them."""

    family: Family
    place: Path
    days: Days | None
    members: tuple[Member, ...]


def link(held: Sequence[Held]) -> tuple[Meeting, ...]:
    """All meetings, those of a single claim too, in the order of their first claims; no claim is at two of them."""
    common = common_names(held)
    found = (meeting for family, members in families(held).items() for meeting in _meetings(family, members, common))
    return tuple(sorted(filter(_attended, found), key=lambda meeting: meeting.members[0].held.rank))


def _attended(meeting: Meeting) -> bool:
    return bool(meeting.members)


def _meetings(family: Family, members: Sequence[Held], common: frozenset[str]) -> Iterator[Meeting]:
    keyed, rest = spots(family, members, common)
    attacher = Attacher(family, keyed, common)
    joined = _joined(keyed, rest, attacher)
    taken = {attached.held.rank for attached in joined}
    extra: defaultdict[int, list[Member]] = defaultdict(list)
    for attached in joined:
        extra[attached.spot].append(Member(attached.held, attached.tie))
    for index, spot in enumerate(keyed):
        own = [Member(one, "same", _strong(family, spot, one)) for one in spot.members if one.rank not in taken]
        yield _meeting(family, spot.place, spot.days, own + extra[index])
    undated = [one for one in rest if one.rank not in taken and one.dated < FIRM]
    for story in gather(family, undated, common):
        yield _meeting(family, story[0].place, None, [Member(one, "loose") for one in story])


def _joined(keyed: Sequence[Spot], rest: Iterable[Held], attacher: Attacher) -> list[Attached]:
    """What joins a spot: all that is vaguer, and whole spots of a wider place or more days that hold just one other.

    A spot that others could join never leaves its place itself, unless it is vaguer than the other; what joined it
    goes along. No spot joins one that has joined it.
    """
    found: list[tuple[Held, int]] = []
    goals: dict[int, int] = {}
    for index, spot in enumerate(keyed) if len(keyed) > 1 else ():
        goal = _goal(spot, keyed, attacher, index)
        if goal is not None and last(goals, goal) != index:
            goals[index] = goal
            found.extend((one, goal) for one in spot.members)
    found += [(one, fit.spot) for one in rest if (fit := attacher.find(one, goals=goals)) is not None]
    return [attacher.place(one, last(goals, goal)) for one, goal in found]


def _goal(spot: Spot, keyed: Sequence[Spot], attacher: Attacher, index: int) -> int | None:
    """The spot that a whole spot joins."""
    told = (one for one in spot.members if one.dated == FIRM or not spot.firm)
    near = {fit.spot for one in told if (fit := attacher.find(one, beside=index)) is not None}
    if near and spot.members[0].rule.compare.loose_place:
        return _fuller(index, near, keyed)
    if len(near) == 1 and (not spot.firm or _vaguer(spot, keyed[min(near)])):
        return min(near)
    return attacher.eve(index)


def _fuller(index: int, near: Iterable[int], keyed: Sequence[Spot]) -> int:
    """Of spots whose places may all be one, the one of which most is told; this one itself, where that is it."""
    return max((index, *near), key=lambda number: (keyed[number].firm, len(keyed[number].members), -number))


def _vaguer(spot: Spot, goal: Spot) -> bool:
    """Whether a spot tells a wider place than another, or the same place and more days."""
    if spot.place == goal.place:
        return spot.days != goal.days and spot.days[0] <= goal.days[0] and goal.days[1] <= spot.days[1]
    return within(goal.place, spot.place)


def _meeting(family: Family, place: Path, days: Days | None, members: Sequence[Member]) -> Meeting:
    return Meeting(family, place, days, tuple(sorted(members, key=lambda member: member.held.rank)))


def _strong(family: Family, spot: Spot, one: Held) -> bool:
    """Whether a claim of the spot tells its key near the figure, and the key is one occasion's.

    A country has more than one deadly occasion on a day, though not two counts of new cases; a month has more than
    one occasion anywhere.
    """
    if family.led:
        named = bool(family.leads) and family.leads[0][0] != "body"
        return named and one.dated >= LIKELY and _asked(one)
    long = spot.days[1] - spot.days[0] > OCCASION and one.rule.compare.grows
    country = len(spot.place) < 2 and one.rule.compare.grows and not family.classes
    return not country and min(one.placed, one.dated) >= LIKELY and max(one.placed, one.dated) >= FIRM and not long


def _asked(one: Held) -> bool:
    """Whether a poll's claim says who asked, where its rule wants to know."""
    told = one.claim.facet("pollster") is not None or one.claim.source is not None
    return told or "pollster" not in one.rule.facets
