"""Claims that tell no day are gathered by story: nested places, articles of the same days, names that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from crosscheck.comparison.held import Held
from crosscheck.comparison.keys import Family, tellers, told_apart
from crosscheck.comparison.kinds import apart
from crosscheck.comparison.nearness import nested
from crosscheck.comparison.stories import specific

# Two shared people or places beside the place itself: one could be a police chief or a hospital.
SHARED = 2
# Of a country's quakes that are told at one time, two that name one more place are mostly one.
ONE_QUAKE = 1
# Undated reports of one event come within two weeks; two polls within three days may well be one.
NEAR, NEAR_STATE = timedelta(days=14), timedelta(days=3)
# Claims come in order of publication, so older stories of a name are over.
LATEST = 50


def gather(family: Family, rest: Sequence[Held], common: frozenset[str]) -> list[list[Held]]:
    """Stories of claims without a day, each led by its first claim; a claim that fits several stands alone.

    Only the leader's names draw others in, so that two stories never grow together through a third. What its own
    article has given before, of a place around or within, is told again.
    """
    able = [one for one in rest if _tells(family, one)]
    stories: list[list[Held]] = []
    drawing: defaultdict[str, list[int]] = defaultdict(list)
    given: dict[tuple[str, Decimal], tuple[int, Held]] = {}
    for one in sorted(able, key=lambda one: (one.published or date.min, one.rank)):
        told = given.get((one.article, one.named))
        if told is not None and nested(told[1].place, one.place):
            stories[told[0]].append(one)
            continue
        names = frozenset({""}) if family.known else specific(one, one.place, common)
        shared = Counter(index for name in names for index in drawing[name][-LATEST:])
        fitting = [index for index, count in shared.items() if _fits(family, stories[index][0], one, count)]
        most = max((shared[index] for index in fitting), default=0)
        best = [index for index in fitting if shared[index] == most]
        if len(best) == 1 or (best and one.rule.compare.loose_place):
            stories[best[0]].append(one)
            given[one.article, one.named] = best[0], one
        elif not best:
            for name in names:
                drawing[name].append(len(stories))
            given[one.article, one.named] = len(stories), one
            stories.append([one])
    return stories


def _tells(family: Family, one: Held) -> bool:
    return family.known or (bool(one.place) and (not family.led or bool(family.leads)))


def _near(leader: Held, one: Held) -> bool:
    loose = one.rule.compare.loose_place and leader.place[-1:] == one.place[-1:]
    return loose or nested(leader.place, one.place)


def _fits(family: Family, leader: Held, one: Held, shared: int) -> bool:
    """Whether a claim is of its leader's story: one article, or as many shared names as it takes where both lie."""
    same = leader.article == one.article
    needed = ONE_QUAKE if one.rule.compare.loose_place else SHARED
    if not family.known and not (_near(leader, one) and (same or shared >= needed)):
        return False
    if apart(leader.about, one.about):
        return False
    if told_apart(tellers(leader), tellers(one)):
        return False
    if leader.published is None or one.published is None:
        return leader.published is one.published and (not family.known or same)
    near = NEAR_STATE if family.way == "state" else NEAR
    return abs(one.published - leader.published) <= near
