"""Claims that tell no day are gathered by story: one place, articles of the same days, and names that they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from crosscheck.comparison.held import Held, Path
from crosscheck.comparison.keys import Family, tellers, told_apart
from crosscheck.comparison.kinds import apart
from crosscheck.comparison.stories import specific

# Two shared people or places beside the place itself: one could be a police chief or a hospital.
SHARED = 2
# Undated reports of one event come within two weeks; two polls within three days may well be one.
NEAR, NEAR_STATE = timedelta(days=14), timedelta(days=3)
# Claims come in order of publication, so older stories of a name are over.
LATEST = 50


def gather(family: Family, rest: Sequence[Held], common: frozenset[str]) -> list[list[Held]]:
    """Stories of claims without a day, each led by its first claim; a claim that fits several stands alone.

    Only the leader's names draw others in, so that two stories never grow together through a third.
    """
    by_place: defaultdict[Path, list[Held]] = defaultdict(list)
    for one in rest:
        if family.led and family.leads and family.leads[0][0] != "body":
            by_place[()].append(one)
        elif one.place and not family.led:
            by_place[one.place].append(one)
    return [story for place, members in by_place.items() for story in _stories(family, place, members, common)]


def _stories(family: Family, place: Path, members: Sequence[Held], common: frozenset[str]) -> list[list[Held]]:
    stories: list[list[Held]] = []
    drawing: defaultdict[str, list[int]] = defaultdict(list)
    for one in sorted(members, key=lambda one: (one.published or date.min, one.rank)):
        names = specific(one, place, common) if not family.led else frozenset({""})
        shared = Counter(index for name in names for index in drawing[name][-LATEST:])
        needed = 1 if family.led else SHARED
        fitting = [
            index
            for index, count in shared.items()
            if (count >= needed or stories[index][0].article == one.article) and _fits(family, stories[index][0], one)
        ]
        most = max((shared[index] for index in fitting), default=0)
        best = [index for index in fitting if shared[index] == most]
        if len(best) == 1:
            stories[best[0]].append(one)
        elif not best:
            for name in names:
                drawing[name].append(len(stories))
            stories.append([one])
    return stories


def _fits(family: Family, leader: Held, one: Held) -> bool:
    if apart(leader.kinds, one.kinds):
        return False
    if told_apart(tellers(leader, led=family.led), tellers(one, led=family.led)):
        return False
    if leader.published is None or one.published is None:
        return leader.published is one.published and (not family.led or leader.article == one.article)
    near = NEAR_STATE if family.way == "state" else NEAR
    return abs(one.published - leader.published) <= near
