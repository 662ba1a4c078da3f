"""Disagreements at one meeting: figures of one thing that no single fact makes true, in one block with all sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from crosscheck.comparison import wording
from crosscheck.comparison.camping import encamp
from crosscheck.comparison.camps import rank
from crosscheck.comparison.copies import voices
from crosscheck.comparison.desk import FATAL, Desk
from crosscheck.comparison.growth import Grade, grades
from crosscheck.comparison.hearing import speakers
from crosscheck.comparison.held import Held
from crosscheck.comparison.linking import Meeting, Member
from crosscheck.comparison.nouns import noun
from crosscheck.comparison.wholes import Wholes, weigh_wholes
from crosscheck.model import Camp, Comparable, Discrepancy, DiscrepancyKind, Severity

# Attackers who are counted in or left out are few: one gunman, two bombers, three.
INCLUDING, ATTACKERS = "including", Decimal(3)
# Of more sides than this some share their dead or it is no single event in any case.
SIDES = 8

Key = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Finding:
    """What a meeting's sides come to."""

    severity: Severity
    kind: DiscrepancyKind
    reason: str


def comparable(meeting: Meeting) -> Comparable:
    """A meeting as the report lists it, its claims in order of publication."""
    held = [member.held for member in meeting.members]
    held.sort(key=lambda one: (one.published is None, one.published or date.min, one.rank))
    return Comparable(meeting.family.quantity, key(meeting), tuple(one.claim for one in held))


def key(meeting: Meeting) -> Key:
    """What a meeting is about: place, days, and the facets of its family as they are written."""
    written = {facet.name: facet.value for member in reversed(meeting.members) for facet in member.held.claim.facets}
    told = [("place", meeting.place[0])] if meeting.place else []
    if meeting.days is not None:
        told.append(("when", wording.iso(*meeting.days)))
    named = (*meeting.family.leads, *meeting.family.classes)
    return (*told, *((name, written.get(name, value)) for name, value in named))


def disagreement(meeting: Meeting, desk: Desk) -> Discrepancy | None:
    """The one discrepancy of a meeting, None where all that is told can be true together."""
    told = speakers(meeting)
    own = [member for member in told if member.tie in ("same", "loose")]
    last = meeting.days[1] if meeting.days is not None else None
    found = grades((member.held for member in own), last)
    wholes = weigh_wholes(told)
    if not found and not wholes.camps:
        return None
    camps, beside = encamp([member.held for member in own])
    if found and len(camps) == 2 and _counts_dead(meeting, camps, desk):
        return None
    sides = sorted([*camps, *wholes.camps], key=lambda camp: rank(camp.value.interval))
    if len(sides) < 2:
        return None
    finding = _finding(own, found, camps, wholes, last)
    if finding.severity == "tension" and _elsewhere(sides, desk):
        return None
    return desk.report(
        finding.kind,
        finding.severity,
        meeting.members[0].held.rule,
        _key(meeting, finding, wholes),
        sides,
        finding.reason,
        day=last if meeting.days is not None and meeting.days[0] == last else None,
        beside=[*beside, *wholes.beside],
    )


def _key(meeting: Meeting, finding: _Finding, wholes: Wholes) -> Key:
    told = key(meeting)
    if finding.kind != "part_exceeds_whole":
        return told
    return tuple((name, wholes.place if name == "place" else value) for name, value in told)


def _finding(
    own: Sequence[Member], found: frozenset[Grade], camps: Sequence[Camp], wholes: Wholes, last: date | None
) -> _Finding:
    sides = [*camps, *wholes.camps]
    hard = "hard" in grades(_firm(own), last)
    kind = _kind(own, found, wholes)
    tail = (wholes.reason, _spread(sides), wording.latest(sides))
    if found and not wholes.camps and _with_attackers(sides):
        return _Finding("note", kind, wording.reason(wording.WITH_PERPETRATORS, *tail))
    if hard:
        told = wording.values(camp.value.interval for camp in camps)
        return _Finding("conflict", kind, wording.reason(f"{wording.BOTH_ASSERTED}: {told}", *tail))
    if wholes.exceeded == "conflict":
        return _Finding("conflict", kind, wording.reason(wording.PART, *tail))
    return _Finding("tension", kind, wording.reason(_doubt(found), *tail))


def _kind(own: Sequence[Member], found: frozenset[Grade], wholes: Wholes) -> DiscrepancyKind:
    if not found and wholes.exceeded:
        return "part_exceeds_whole"
    return "duration_conflict" if own and own[0].held.rule.kind == "duration" else "value_conflict"


def _doubt(found: frozenset[Grade]) -> str:
    if found == {"sourced"}:
        return wording.SOURCED
    return wording.COUNTING if found == {"creeping"} else wording.MAYBE_SAME


def _firm(own: Sequence[Member]) -> list[Held]:
    """The claims that can make a conflict: told firmly, as fact, and not of one sort where others count more."""
    firm = [member.held for member in own if member.strong and _plain(member.held)]
    most = max((one.named for one in firm), default=Decimal(0))
    nouns = {noun(one) for one in firm if one.named == most}
    return [one for one in firm if one.named == most or not noun(one) or noun(one) in nouns]


def _plain(one: Held) -> bool:
    """Whether a claim is told as fact, and not by a vague word."""
    return one.claim.modality == "asserted" and one.claim.mention.modifier != "vague"


def _counts_dead(meeting: Meeting, camps: Sequence[Camp], desk: Desk) -> bool:
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


def _elsewhere(sides: Sequence[Camp], desk: Desk) -> bool:
    """Whether articles that may tell of one event tell of different dead as well: one shooting, and a night of them."""
    dead = [{n for claim in camp.claims for n in desk.dead.get(claim.article.id, ())} for camp in sides]
    if sides[0].claims[0].quantity == FATAL or not all(dead):
        return False
    return not any(a & b for index, a in enumerate(dead[:SIDES]) for b in dead[index + 1 : SIDES])


def _with_attackers(camps: Sequence[Camp]) -> bool:
    """Whether two counts differ by a few, and only the larger says that it counts those who did it."""
    if len(camps) != 2 or not all(camp.value.interval.is_point for camp in camps):
        return False
    low, high = (camp.value.interval.low for camp in camps)
    including = [all(claim.facet(INCLUDING) is not None for claim in camp.claims) for camp in camps]
    return bool(high - low <= ATTACKERS) and including == [False, True]


def _spread(camps: Sequence[Camp]) -> str:
    """How many independent reports each side has, where one has several; copies of one text count once."""
    if all(len(camp.claims) < 2 for camp in camps):
        return ""
    voice = voices(claim for camp in camps for claim in camp.claims)
    counts = [len({voice[claim.article.id] for claim in camp.claims}) for camp in camps]
    return wording.spread(camps, counts) if max(counts) > 1 else ""
