"""Vaguer claims join the one spot that they fit; a claim that fits several joins none, and nothing joins through it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

from crosscheck.comparison.held import DAY, FIRM, Days, Held, Path
from crosscheck.comparison.keys import Family, tellers, told_apart
from crosscheck.comparison.kinds import apart
from crosscheck.comparison.nearness import last, meet, nested, window, within
from crosscheck.comparison.spots import Spot
from crosscheck.comparison.stories import TELLING, specific

Tie = Literal["same", "wider", "narrower", "loose"]

# Of a longer stretch nobody can tell which of its occasions is meant.
MONTH = timedelta(days=31)
# A stretch of more days than a long weekend is a period: its figure may cover several spots.
OCCASION = timedelta(days=4)
# One shared name may be chance where not even the day is the same; two are the same people, three without a place.
FEW, SEVERAL, MANY = 1, 2, 3
# Of a name that is in more spots than this nobody can tell which one is meant.
MOST = 200


@dataclass(frozen=True, slots=True)
class Attached:
    """A claim with the number of the spot that it joins, and how its key lies to the spot's."""

    held: Held
    spot: int
    tie: Tie


class Attacher:
    """Finds the one firm spot that a claim fits; an index over the spots of one family."""

    def __init__(self, family: Family, spots: Sequence[Spot], common: frozenset[str]) -> None:
        self._family, self._spots, self._common = family, spots, common
        self._under: defaultdict[Path, list[tuple[date, int]]] = defaultdict(list)
        self._at: defaultdict[Path, list[tuple[date, int]]] = defaultdict(list)
        self._named: defaultdict[str, list[int]] = defaultdict(list)
        self._own: defaultdict[tuple[str, Decimal], list[int]] = defaultdict(list)
        self._article: defaultdict[str, list[int]] = defaultdict(list)
        self._latest: tuple[tuple[Path, Days], set[int]] | None = None
        for index, spot in enumerate(spots):
            if spot.firm and spot.days[1] - spot.days[0] <= OCCASION:
                self._enter(index, spot)
        for entries in (*self._under.values(), *self._at.values()):
            entries.sort()

    def _enter(self, index: int, spot: Spot) -> None:
        entry = (spot.days[0], index)
        for start in range(len(spot.place)):
            self._under[spot.place[start:]].append(entry)
        self._at[spot.place].append(entry)
        for article, named in {(one.article, one.named) for one in spot.members}:
            self._own[article, named].append(index)
        for article in {one.article for one in spot.members}:
            self._article[article].append(index)
        for name in spot.names:
            self._named[name].append(index)

    def find(
        self, one: Held, *, beside: int | None = None, goals: Mapping[int, int] = MappingProxyType({})
    ) -> Attached | None:
        """The spot that a claim joins, never the one with the number `beside`, which is its own.

        Spots that `goals` leads to one spot are one.
        """
        own = self._restated(one)
        if own is None and one.days is not None and one.days[1] - one.days[0] > MONTH:
            return None
        if own is None and one.dated < FIRM:
            own = self._alone(one)
        if own is not None and own != beside:
            return self.place(one, own)
        fitting = {last(goals, index) for index in self._near(one) if index != beside and self._fits(one, index)}
        index = self._most(fitting) if one.rule.compare.loose_place else self._narrowest(sorted(fitting))
        return None if index is None else self.place(one, index)

    def eve(self, index: int) -> int | None:
        """The spot of the day before that a spot belongs to, where its own day may be only that of the dateline.

        "November 28 – Ten people were killed …" of a quake of the 27th: the same people, places and kind of happening,
        and all of its articles published on that day.
        """
        spot = self._spots[index]
        if spot.days[0] != spot.days[1] or any(one.published != spot.days[0] for one in spot.members):
            return None
        before = (max(spot.days[0], date.min + DAY) - DAY,) * 2
        near = set(self._in(self._under.get(spot.place, []), before))
        for start in range(1, len(spot.place)):
            near.update(self._in(self._at.get(spot.place[start:], []), before))
        fitting = [i for i in near if self._spots[i].days == before and self._kindred(spot, self._spots[i])]
        return self._narrowest(fitting)

    def _kindred(self, one: Spot, other: Spot) -> bool:
        return bool(one.kinds & other.kinds) and len(one.names & other.names) >= SEVERAL

    def place(self, one: Held, spot: int) -> Attached:
        """A claim at a spot, with how its key lies to the spot's."""
        return Attached(one, spot, self._tie(one, self._spots[spot]))

    def _restated(self, one: Held) -> int | None:
        """The one spot where the claim's own article gives the same figure: a headline restates the body."""
        same = [
            index
            for index in self._own.get((one.article, one.named), ())
            if nested(one.place, self._spots[index].place)
            and (one.dated < FIRM or one.days is None or meet(one.days, self._spots[index].days))
        ]
        return same[0] if len(same) == 1 else None

    def _alone(self, one: Held) -> int | None:
        """The only spot of late of which the claim's own article tells, for a figure that tells no day of its own."""
        days = window(one)
        spots = {i for i in self._article.get(one.article, ()) if meet(days, self._spots[i].days)}
        fitting = [i for i in sorted(spots) if nested(one.place, self._spots[i].place) and self._fits(one, i, own=True)]
        return fitting[0] if len(spots) == 1 and fitting else None

    def _near(self, one: Held) -> set[int]:
        if self._family.led and not self._family.leads:
            return set()
        if not self._family.known and not one.place:
            return self._by_names(one)
        asked = one.place, window(one)
        if self._latest is None or self._latest[0] != asked:
            self._latest = asked, self._around(one, asked[1])
        return self._latest[1]

    def _around(self, one: Held, days: Days) -> set[int]:
        if self._family.known:
            found = set(self._in(self._at.get((), []), days))
            return found.union(self._in(self._under.get(one.place, []), days))
        around = one.place[-1:] if one.rule.compare.loose_place else one.place
        found = set(self._in(self._under.get(around, []), days))
        for start in range(1, len(one.place)):
            found.update(self._in(self._at.get(one.place[start:], []), days))
        return found

    def _by_names(self, one: Held) -> set[int]:
        if one.dated < FIRM or one.days is None:
            return set()
        lists = (self._named.get(name, []) for name in sorted(one.names - self._common))
        near = {index for indexes in lists if len(indexes) <= MOST for index in indexes}
        return {index for index in near if meet(one.days, self._spots[index].days)}

    def _in(self, entries: Sequence[tuple[date, int]], days: Days) -> Iterator[int]:
        low = bisect_left(entries, (max(days[0], date.min + OCCASION) - OCCASION, -1))
        high = bisect_right(entries, (days[1], len(self._spots)))
        near = (index for _, index in entries[low:high][:MOST])
        yield from (index for index in near if meet(days, self._spots[index].days))

    def _fits(self, one: Held, index: int, *, own: bool = False) -> bool:
        spot = self._spots[index]
        told = tellers(one)
        if apart(one.about, spot.kinds) or any(told_apart(told, dict([pair])) for pair in spot.told):
            return False
        return own or self._family.known or self._evident(one, spot)

    def _evident(self, one: Held, spot: Spot) -> bool:
        """Whether the claim's article tells of the same people and places as the spot's articles."""
        own = specific(one, spot.place, self._common)
        shared = len(own & spot.names)
        country = min(len(one.place), len(spot.place)) < 2 and one.place != spot.place
        exact = one.days == spot.days and one.place == spot.place
        needed = MANY if not one.place else FEW if exact and one.published is not None else SEVERAL
        if shared >= needed:
            return True
        if not nested(one.place, spot.place):
            return False
        silent = len(own) < TELLING or len(spot.names) < TELLING
        if not silent or not one.place or one.published is None:
            return False
        return not country or bool(one.about & spot.kinds)

    def _narrowest(self, fitting: Sequence[int]) -> int | None:
        """The only spot, or the innermost where each of them lies in the next."""
        ordered = sorted(fitting, key=lambda index: (-len(self._spots[index].place), index))
        for index, outer in pairwise(ordered):
            inner = self._spots[index].place
            wide = self._spots[outer].place
            if len(wide) == len(inner) or not within(inner, wide):
                return None
        return ordered[0] if ordered else None

    def _most(self, fitting: Iterable[int]) -> int | None:
        """The spot of which most is told: of places that may all be one, where the thing was."""
        return max(fitting, key=lambda index: (len(self._spots[index].members), -index), default=None)

    def _tie(self, one: Held, spot: Spot) -> Tie:
        if not one.place or one.place == spot.place or self._family.led or one.rule.compare.loose_place:
            dated = one.dated == FIRM and one.days is not None and one.days[0] == one.days[1]
            return "same" if dated and one.place == spot.place else "loose"
        if within(spot.place, one.place):
            return "wider" if len(one.place) > 1 else "loose"
        return "narrower" if len(spot.place) > 1 else "loose"
