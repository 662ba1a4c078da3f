"""Claims of one family gathered by where and when: a spot is one place and one stretch of days, and one story there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from crosscheck.comparison.held import FIRM, Days, Held, Path
from crosscheck.comparison.keys import Family, tellers, told_apart
from crosscheck.comparison.stories import specific, split

# A stretch up to a year can be the same stretch twice ("in 2021"); of a toll, a month can ("in December, in Bam"), a
# year holds many.
LONGEST, LONGEST_TOLL = timedelta(days=366), timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Spot:
    """One place (empty for what is not led by its place), one stretch of days, and the claims that tell both.

    It is `firm` where some claim's own sentence tells the days. `names` are those of its articles, common ones aside.
    """

    place: Path
    days: Days
    members: tuple[Held, ...]
    firm: bool
    names: frozenset[str]
    kinds: frozenset[str]
    told: tuple[tuple[str, str], ...]


def spots(family: Family, members: Sequence[Held], common: frozenset[str]) -> tuple[list[Spot], list[Held]]:
    """The spots of a family, and the claims that tell too little for one, both in canonical order."""
    by_spot: defaultdict[tuple[Path, Days], list[Held]] = defaultdict(list)
    rest: list[Held] = []
    for one in members:
        place = one.place if not family.led or one.placed == FIRM else ()
        longest = LONGEST_TOLL if one.rule.compare.grows else LONGEST
        if one.days is None or one.days[1] - one.days[0] > longest or not (place or family.known or _chamber(family)):
            rest.append(one)
        else:
            by_spot[place, one.days].append(one)
    found = [
        _spot(place, days, story, common)
        for (place, days), gathered in by_spot.items()
        for told in _told(gathered)
        for story in ([told] if family.led else split(told, place, common))
    ]
    return sorted(found, key=lambda spot: spot.members[0].rank), rest


def _chamber(family: Family) -> bool:
    """Whether a chamber leads, which votes in one place."""
    return family.led and family.leads[:1] != () and family.leads[0][0] == "body"


def _spot(place: Path, days: Days, members: Sequence[Held], common: frozenset[str]) -> Spot:
    articles = {one.article: one for one in members}
    named = {specific(one, place, common) for one in articles.values()}
    kinds = {one.about for one in members}
    return Spot(
        place=place,
        days=days,
        members=tuple(members),
        firm=any(one.dated == FIRM for one in members),
        names=named.pop() if len(named) == 1 else frozenset().union(*named),
        kinds=kinds.pop() if len(kinds) == 1 else frozenset().union(*kinds),
        told=tuple(sorted({pair for one in members for pair in tellers(one).items()})),
    )


def _told(members: Sequence[Held]) -> list[list[Held]]:
    """Members by what further tells them apart; one that tells nothing joins the others where they are all one."""
    if len(members) == 1:
        return [list(members)]
    by_told: defaultdict[tuple[tuple[str, str], ...], list[Held]] = defaultdict(list)
    for one in members:
        by_told[tuple(sorted(tellers(one).items()))].append(one)
    known = [told for told in by_told if told]
    if len(by_told) < 2 or not any(
        told_apart(dict(a), dict(b)) for index, a in enumerate(known) for b in known[index + 1 :]
    ):
        return [list(members)]
    return list(by_told.values())
