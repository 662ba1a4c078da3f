"""A sort of figure that a rule makes a part of its plain one: no more in hospital than were hurt or killed.

Expects of extraction: on such figures the facets that the rule's `part` names ("aspect" "hospital"), on plain ones none
of the kind. Articles that count the dead may have them among those brought to a hospital, so that they are added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from crosscheck.comparison import wording
from crosscheck.comparison.camping import camp
from crosscheck.comparison.desk import FATAL, Desk
from crosscheck.comparison.held import Held, fold
from crosscheck.comparison.keys import CLASSES
from crosscheck.comparison.linking import Meeting
from crosscheck.comparison.nouns import noun
from crosscheck.comparison.wholes import FEWEST
from crosscheck.model import Discrepancy


def overflowing(held: Iterable[Held], meetings: Iterable[Meeting], desk: Desk) -> Iterator[Discrepancy]:
    """Parts that are more than any plain figure of their article and event, and those of their spot told later."""
    given = list(held)
    sorts = {one.article for one in given if one.rule.compare.part and _sort(one)}
    if not sorts:
        return
    dead = _dead(given)
    articles: defaultdict[tuple[str, str], list[Held]] = defaultdict(list)
    for one in given:
        if one.article in sorts and one.rule.compare.part:
            articles[one.article, one.claim.quantity].append(one)
    told: set[int] = set()
    for claims in articles.values():
        for part in filter(_sort, claims):
            yield from _against(part, [one for one in claims if _plain(one) and _alike(part, one)], dead, desk, told)
    spots = {_spot(meeting): meeting for meeting in meetings if not meeting.family.classes}
    for meeting in meetings:
        whole = spots.get(_spot(meeting)) if meeting.family.classes and meeting.days is not None else None
        for member in meeting.members if whole is not None else ():
            if _sort(member.held) and member.strong and whole is not None:
                later = [m.held for m in whole.members if _plain(m.held) and not _earlier(m.held, member.held)]
                yield from _against(member.held, later, dead, desk, told)


def _sort(one: Held) -> bool:
    """Whether a claim is of the sort that is a part, and nothing narrower."""
    told = {facet.name: fold(facet.value) for facet in one.claim.facets if facet.name in CLASSES}
    return bool(one.rule.compare.part) and told == dict(one.rule.compare.part) and _counts(one)


def _plain(one: Held) -> bool:
    """Whether a claim counts all who were hurt: people, not "the other three" beside one who is told by himself."""
    whole = one.claim.mention.noun is not None and not noun(one)
    return whole and _counts(one) and all(facet.name not in CLASSES for facet in one.claim.facets)


def _counts(one: Held) -> bool:
    return one.claim.scope == "event" and one.claim.modality == "asserted" and one.named >= FEWEST


def _alike(part: Held, whole: Held) -> bool:
    """Whether both are of one place and day, as far as they tell."""
    placed = not part.place or not whole.place or part.place == whole.place
    return placed and (part.days is None or whole.days is None or part.days == whole.days)


def _earlier(one: Held, other: Held) -> bool:
    return one.published is None or other.published is None or one.published < other.published


def _spot(meeting: Meeting) -> tuple[object, ...]:
    return (meeting.family.quantity, meeting.family.dimension, meeting.place, meeting.days)


def _dead(held: Iterable[Held]) -> dict[str, Decimal | None]:
    """The most dead that each article allows for, None where it sets no limit."""
    most: dict[str, Decimal | None] = {}
    for one in held:
        if one.claim.quantity == FATAL:
            before = most.get(one.article, Decimal(0))
            high = one.reading.high
            most[one.article] = None if before is None or high is None else max(before, high)
    return most


def _against(
    part: Held, wholes: Sequence[Held], dead: dict[str, Decimal | None], desk: Desk, told: set[int]
) -> Iterator[Discrepancy]:
    whole = max(wholes, key=lambda one: (one.named, -one.rank), default=None)
    if whole is None or part.rank in told or part.reading.low is None:
        return
    highs = [one.reading.high for one in wholes]
    extra = [dead.get(one.article, Decimal(0)) for one in (part, *wholes)]
    if None in highs or None in extra:
        return
    most = max(high for high in highs if high is not None) + max(number for number in extra if number is not None)
    if part.reading.low >= most:
        told.add(part.rank)
        place, days = whole.place or part.place, whole.days or part.days
        key = ((("place", place[0]),) if place else ()) + ((("when", wording.iso(*days)),) if days is not None else ())
        reason = wording.reason(wording.PART)
        yield desk.report(
            "part_exceeds_whole", "tension", whole.rule, key, (camp([whole]), camp([part])), reason, day=whole.day
        )
