"""A part is no more than its whole: seven children among five dead.

Expects of extraction: scope `part` on a figure that its words make a share of another ("seven of the dead", "including
three children").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from crosscheck.comparison import wording
from crosscheck.comparison.camping import camp
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.events import key
from crosscheck.comparison.held import Held, Path
from crosscheck.comparison.linking import Meeting
from crosscheck.comparison.nearness import nested
from crosscheck.comparison.wholes import FEWEST
from crosscheck.language.nouns import armed_groups
from crosscheck.language.packs import languages
from crosscheck.model import Discrepancy

# Characters: "Five people were killed … At the hospital a nurse said that seven of the dead were children."
NEXT = 300
GROUP = "group"


def exceeding(held: Iterable[Held], meetings: Iterable[Meeting], desk: Desk) -> Iterator[Discrepancy]:
    """Parts that are more than every whole of their article, then those that are more than every whole elsewhere."""
    articles: defaultdict[tuple[str, str], list[Held]] = defaultdict(list)
    given = list(held)
    parted = {(one.article, one.claim.quantity) for one in given if one.claim.scope == "part"}
    for one in given if parted else ():
        if (one.article, one.claim.quantity) not in parted:
            continue
        if one.claim.modality == "asserted" and one.rule.kind != "date":
            articles[one.article, one.claim.quantity].append(one)
    told: set[int] = set()
    for claims in articles.values():
        for part, whole in _within(claims):
            told.add(part.rank)
            yield _report(part, whole, desk, grave=_near(part, whole))
    yield from _across(meetings, told, desk)


def _within(claims: Sequence[Held]) -> Iterator[tuple[Held, Held]]:
    wholes = [one for one in claims if one.claim.scope != "part" and one.reading.high is not None]
    largest = max(wholes, key=lambda one: (one.reading.high, -one.rank), default=None)
    unbounded = any(one.claim.scope != "part" and one.reading.high is None for one in claims)
    if largest is None or unbounded:
        return
    for part in (one for one in claims if one.claim.scope == "part"):
        if _exceeds(part, largest) and nested(part.place, largest.place) and _belongs(part, largest):
            yield part, largest


def _belongs(part: Held, whole: Held) -> bool:
    """Whether a part is plainly of this whole: it names its group, or stands right after the whole, both counted.

    Six rebels are none of the five people whom the army killed, though all of them are people.
    """
    group, wider = part.claim.facet("group"), whole.claim.facet("group")
    if group is not None and GROUP in part.rule.compare.part_of_whole:
        return not _is_side(part) and (wider is None or wider.value in group.path)
    apart = part.claim.mention.span.start - whole.claim.mention.span.end
    counted = part.exact and whole.exact and min(part.named, whole.named) >= FEWEST
    return counted and 0 <= apart <= NEXT and part.claim.part == whole.claim.part == "body" and _near(part, whole)


def _is_side(part: Held) -> bool:
    """Whether a part counts those who fight: news tells them side by side with the others."""
    group, lang = part.claim.facet("group"), part.claim.article.lang
    return group is not None and lang in languages() and group.value in armed_groups(lang)


def _exceeds(part: Held, whole: Held) -> bool:
    if whole.named < FEWEST or part.reading.low is None or whole.reading.high is None:
        return False
    return bool(part.reading.low >= whole.reading.high) and part.reading.meet(whole.reading).is_empty


def _near(part: Held, whole: Held) -> bool:
    """Whether both are of one place and day, as far as they tell."""
    placed = not part.place or not whole.place or part.place == whole.place
    return placed and (part.days is None or whole.days is None or part.days == whole.days)


def _across(meetings: Iterable[Meeting], told: set[int], desk: Desk) -> Iterator[Discrepancy]:
    wholes: dict[tuple[str, str, Path, object], Meeting] = {}
    groups: list[Meeting] = []
    several = list(meetings)
    if all(not meeting.family.classes for meeting in several):
        return
    for meeting in several:
        family = meeting.family
        if not family.classes:
            wholes.setdefault((family.quantity, family.dimension, meeting.place, meeting.days), meeting)
        elif [name for name, _ in family.classes] == [GROUP] and _grouped(meeting):
            groups.append(meeting)
    for group in groups:
        whole = wholes.get((group.family.quantity, group.family.dimension, group.place, group.days))
        pair = _pair(group, whole) if whole is not None and group.days is not None else None
        if pair is not None and pair[0].rank not in told:
            yield _report(*pair, desk, grave=True, place=key(group))


def _grouped(meeting: Meeting) -> bool:
    return GROUP in meeting.members[0].held.rule.compare.part_of_whole


def _pair(group: Meeting, whole: Meeting) -> tuple[Held, Held] | None:
    strong = [m.held for m in group.members if m.strong and m.held.claim.scope == "part" and not _is_side(m.held)]
    parts = [one for one in strong if one.reading.low is not None and one.claim.modality == "asserted"]
    wholes = [m.held for m in whole.members]
    if not parts or any(one.reading.high is None for one in wholes):
        return None
    part = max(parts, key=lambda one: (one.reading.low, -one.rank))
    most = max(wholes, key=lambda one: (one.reading.high, -one.rank))
    return (part, most) if _exceeds(part, most) else None


def _report(
    part: Held, whole: Held, desk: Desk, *, grave: bool, place: tuple[tuple[str, str], ...] | None = None
) -> Discrepancy:
    told = place if place is not None else _key(part, whole)
    return desk.report(
        "part_exceeds_whole",
        "conflict" if grave else "tension",
        whole.rule,
        told,
        (camp([whole]), camp([part])),
        wording.reason(wording.PART),
        day=whole.day,
    )


def _key(part: Held, whole: Held) -> tuple[tuple[str, str], ...]:
    place = whole.place or part.place
    days = whole.days or part.days
    told = (("place", place[0]),) if place else ()
    return (*told, ("when", wording.iso(*days))) if days is not None else told
