"""Disagreements at one meeting: figures of one thing that no single fact makes true, in one block with all sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from crosscheck.comparison import pairs, wording
from crosscheck.comparison.camping import encamp
from crosscheck.comparison.camps import clash, rank
from crosscheck.comparison.copies import voices
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.explaining import (
    counts_dead,
    labelled,
    tells_as_part,
    tells_of_another,
    tells_of_attackers,
    with_attackers,
)
from crosscheck.comparison.growth import Grade, grades
from crosscheck.comparison.hearing import speakers
from crosscheck.comparison.held import Held
from crosscheck.comparison.linking import Meeting, Member
from crosscheck.comparison.nouns import noun
from crosscheck.comparison.wholes import Wholes, weigh_wholes
from crosscheck.model import Camp, Comparable, Discrepancy, DiscrepancyKind, Severity

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


def disagreements(meeting: Meeting, desk: Desk) -> Iterator[Discrepancy]:
    """What cannot all be true at a meeting: of what each article tells, and of what is told beside it."""
    if len(meeting.members) < 2:
        return
    main = _disagreement(meeting, desk)
    sided = {id(claim) for claim in main.claims} if main is not None else set()
    if main is not None:
        yield main
    beside = _paired(meeting, desk)
    if beside is not None and sided.isdisjoint(map(id, beside.claims)):
        yield beside


def _disagreement(meeting: Meeting, desk: Desk) -> Discrepancy | None:
    """The one discrepancy of what articles tell at a meeting, None where all of it can be true together."""
    if _agrees(meeting):
        return None
    told = speakers(meeting)
    own = [member for member in told if member.tie in ("same", "loose")]
    last = meeting.days[1] if meeting.days is not None else None
    found = grades((member.held for member in own), last)
    wholes = weigh_wholes(told)
    if not found and not wholes.camps and not tells_of_attackers(own):
        return None
    both = _fitting_both(own, wholes)
    camps, beside = encamp([member.held for member in own if member.held.rank not in both])
    if found and len(camps) == 2 and counts_dead(meeting, camps, desk):
        return None
    sides = sorted([*camps, *wholes.camps], key=lambda camp: rank(camp.value.interval))
    if len(sides) < 2 or tells_as_part(sides, desk):
        return None
    finding = _finding(own, found, camps, wholes, last)
    if with_attackers(sides):
        finding, sides = _Finding("note", "value_conflict", _told_apart(sides)), labelled(sides)
    elif not found and not wholes.camps:
        return None
    if finding.severity == "tension" and tells_of_another(sides, desk):
        return None
    return desk.report(
        finding.kind,
        finding.severity,
        meeting.members[0].held.rule,
        _key(meeting, finding, wholes),
        sides,
        finding.reason,
        day=last if meeting.days is not None and meeting.days[0] == last else None,
        beside=[*beside, *(member.held.claim for member in own if member.held.rank in both), *wholes.beside],
    )


def _agrees(meeting: Meeting) -> bool:
    """Whether nothing at a meeting needs weighing: one place, and one number that all readings allow."""
    if any(member.tie in ("wider", "narrower") for member in meeting.members):
        return False
    return not clash([member.held.reading for member in meeting.members]) and not tells_of_attackers(meeting.members)


def _paired(meeting: Meeting, desk: Desk) -> Discrepancy | None:
    """What differs of figures that are told two together, the other of them being the same."""
    camps, beside = encamp(pairs.differing(meeting.members))
    if len(camps) < 2:
        return None
    reason = wording.reason(wording.PAIRED, wording.latest(camps))
    rule = meeting.members[0].held.rule
    return desk.report("value_conflict", "tension", rule, key(meeting), camps, reason, beside=beside)


def _fitting_both(own: Sequence[Member], wholes: Wholes) -> set[int]:
    """Loose wordings that fit the wider place's figure as well ("at least 17" beside 17 and 18)."""
    loose = [member.held for member in own if not member.held.exact]
    if not wholes.camps or len(loose) == len(own):
        return set()
    return {one.rank for one in loose if any(one.reading.meets(camp.value.interval) for camp in wholes.camps)}


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
    if hard:
        told = wording.values(camp.value.interval for camp in camps)
        return _Finding("conflict", kind, wording.reason(f"{wording.BOTH_ASSERTED}: {told}", *tail))
    if wholes.exceeded == "conflict":
        return _Finding("conflict", kind, wording.reason(wording.PART, *tail))
    return _Finding("tension", kind, wording.reason(_doubt(found), *tail))


def _told_apart(sides: Sequence[Camp]) -> str:
    return wording.reason(wording.WITH_PERPETRATORS, _spread(sides), wording.latest(sides))


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


def _spread(camps: Sequence[Camp]) -> str:
    """How many independent reports each side has, where several articles tell one; copies of one text count once."""
    if all(len({claim.article.id for claim in camp.claims}) < 2 for camp in camps):
        return ""
    voice = voices(claim for camp in camps for claim in camp.claims)
    return wording.spread(camps, [len({voice[claim.article.id] for claim in camp.claims}) for camp in camps])
