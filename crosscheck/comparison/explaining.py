"""What explains that two figures differ: the dead among the shot, attackers counted in, another event altogether."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from crosscheck.comparison import wording
from crosscheck.comparison.desk import FATAL, Desk
from crosscheck.comparison.linking import Meeting, Member
from crosscheck.model import Camp

# Expected of extraction: this facet on a figure that says whether it counts those who did it ("including the gunman").
COUNTING, COUNTED, APART = "attackers", "counted", "apart"
# Attackers who are counted in or left out are few: one gunman, two bombers, three.
ATTACKERS = Decimal(3)
# Of more sides than this some share their dead or it is no single event in any case.
SIDES = 8


def counts_dead(meeting: Meeting, camps: Sequence[Camp], desk: Desk) -> bool:
    """Whether two counts differ by just the dead that the same articles tell: ten shot are nine hurt and one dead.

    A larger count that is told beside the dead in one sentence ("1 dead, 4 injured") does not take them in, unless it
    is of another aspect than harm, as of all who were shot.
    """
    low, high = (camp.value.interval for camp in camps)
    if camps[0].claims[0].quantity == FATAL or not (low.is_point and high.is_point):
        return False
    more = high.low - low.low
    plain = all(name != "aspect" for name, _ in meeting.family.classes)
    if plain and any((claim.article.id, claim.quote, more) in desk.beside for claim in camps[1].claims):
        return False
    articles = {claim.article.id for camp in camps for claim in camp.claims}
    return any(more in desk.dead.get(article, ()) for article in articles)


def tells_as_part(sides: Sequence[Camp], desk: Desk) -> bool:
    """Whether the fewer of two counts are what the other's article tells as a part: 60 buildings, 45 of them homes."""
    if len(sides) != 2 or not sides[0].value.interval.is_point:
        return False
    fewer, more = sides
    counted = {(fewer.value.interval.low, (claim.mention.noun or "").casefold()) for claim in fewer.claims}
    return any(counted & desk.parts.get((claim.article.id, claim.quantity), frozenset()) for claim in more.claims)


def tells_of_another(sides: Sequence[Camp], desk: Desk) -> bool:
    """Whether articles that may tell of one event tell of different dead as well: one shooting, and a night of them."""
    dead = [{n for claim in camp.claims for n in desk.dead.get(claim.article.id, ())} for camp in sides]
    if sides[0].claims[0].quantity == FATAL or not all(dead):
        return False
    return not any(a & b for index, a in enumerate(dead[:SIDES]) for b in dead[index + 1 : SIDES])


def tells_of_attackers(members: Iterable[Member]) -> bool:
    """Whether some figure says whether it counts those who did it."""
    return any(member.held.claim.facet(COUNTING) is not None for member in members)


def with_attackers(camps: Sequence[Camp]) -> bool:
    """Whether two counts differ by a few, and the words of one say that it counts those who did it, or does not."""
    if len(camps) != 2 or not all(camp.value.interval.is_point for camp in camps):
        return False
    fewer, more = camps
    told = [{facet.value for claim in camp.claims if (facet := claim.facet(COUNTING))} for camp in camps]
    few = bool(0 < more.value.interval.low - fewer.value.interval.low <= ATTACKERS)
    return few and COUNTED not in told[0] and APART not in told[1] and (APART in told[0] or COUNTED in told[1])


def labelled(camps: Sequence[Camp]) -> list[Camp]:
    """The two sides with what sets them apart: the fewer are without those who did it."""
    labels = (wording.WITHOUT_ATTACKERS, wording.WITH_ATTACKERS)
    return [replace(camp, label=camp.label or label) for camp, label in zip(camps, labels, strict=True)]
