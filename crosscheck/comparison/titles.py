"""A headline against its own article: 31 killed above a text that tells of 13.

Expects of extraction: `part` of the claim is `title` for the headline's figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from crosscheck.comparison import wording
from crosscheck.comparison.camping import encamp
from crosscheck.comparison.desk import FATAL, Desk
from crosscheck.comparison.held import FIRM, Held
from crosscheck.comparison.keys import CLASSES
from crosscheck.comparison.nearness import nested
from crosscheck.comparison.nouns import ONE_BY_ONE, noun
from crosscheck.model import Discrepancy


def differing(held: Iterable[Held], desk: Desk) -> Iterator[Discrepancy]:
    """Headline figures that none of their article's figures can be."""
    given = list(held)
    titled = {one.article for one in given if one.claim.part == "title"}
    articles: defaultdict[tuple[object, ...], list[Held]] = defaultdict(list)
    for one in given if titled else ():
        if one.article not in titled:
            continue
        if one.claim.modality in ("asserted", "alleged") and one.rule.kind not in ("date", "duration"):
            articles[_what(one)].append(one)
    for claims in articles.values():
        headlines = [one for one in claims if one.claim.part == "title" and one.claim.scope != "part"]
        titles = [one for one in headlines if one.named > ONE_BY_ONE]
        body = [one for one in claims if one.claim.part == "body"]
        for title in titles[:1]:
            rivals = _rivals(title, body, desk)
            if rivals:
                yield _told(title, rivals, desk)


def _what(one: Held) -> tuple[object, ...]:
    classes = tuple((f.name, f.value) for f in one.claim.facets if f.name in CLASSES)
    return (one.article, one.claim.quantity, one.dimension, classes)


def _rivals(title: Held, body: Sequence[Held], desk: Desk) -> list[Held]:
    """The article's figures that contradict its headline; none where one of them, or some together, may be it."""
    if any(one.reading.meets(title.reading) for one in body):
        return []
    wholes = [one for one in body if one.claim.scope != "part" and _same_event(title, one) and _whole(title, one)]
    numbers = {one.named for one in body}
    largest = max(numbers, default=Decimal(0))
    if not wholes or largest <= ONE_BY_ONE:
        return []
    if title.named > largest and (sum(numbers) >= title.named or title.named - largest <= ONE_BY_ONE):
        return []
    dead = desk.dead.get(title.article, frozenset()) if title.claim.quantity != FATAL else frozenset()
    if any(abs(title.named - number) in dead for number in numbers):
        return []
    return wholes


def _whole(title: Held, one: Held) -> bool:
    """Whether a count of the text is of all that the headline counts, or is more anyway."""
    return one.named > title.named or noun(one) in ("", noun(title))


def _same_event(title: Held, one: Held) -> bool:
    if title.place and one.place and not nested(title.place, one.place):
        return False
    if title.days is None or one.days is None or min(title.dated, one.dated) < FIRM:
        return True
    return title.days[0] <= one.days[1] and one.days[0] <= title.days[1]


def _told(title: Held, rivals: Sequence[Held], desk: Desk) -> Discrepancy:
    camps, beside = encamp([title, *rivals])
    plain = all(one.exact and one.claim.modality == "asserted" for one in (title, *rivals))
    alone = len({one.named for one in rivals}) == 1
    same = all(one.claim.scope == title.claim.scope for one in rivals)
    place = title.place or rivals[0].place
    return desk.report(
        "title_vs_body",
        "conflict" if plain and alone and same and title.place and title.placed == FIRM else "tension",
        title.rule,
        (("place", place[0]),) if place else (),
        camps,
        wording.reason(wording.TITLE),
        beside=beside,
    )
