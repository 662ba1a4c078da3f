"""No ballot has more votes than its chamber has seats: 80 to 45 in a Senate of 100.

Expects of extraction: the facet `side` on votes, and `body` on votes and on the figures of the rule that theirs names
as `within`. The corpus may tell the seats of a body by name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from crosscheck.comparison import wording
from crosscheck.comparison.camping import camp
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import Held, fold
from crosscheck.comparison.shares import CAST, TOTAL, single
from crosscheck.model import Camp, Discrepancy, Interval, Severity, Value

# Votes that are more than so many times the seats are those of the people, on the size of a parliament or for a seat.
BALLOTS = 2


@dataclass(frozen=True, slots=True)
class _Room:
    """How many a body holds, and the claim that says so, None where the corpus does."""

    seats: Decimal
    told: Held | None = None


def exceeded(held: Sequence[Held], desk: Desk) -> Iterator[Discrepancy]:
    """Ballots that come to more votes than their body has seats, by the article's own words or by the corpus's."""
    limits = {one.rule.compare.within for one in held} - {None}
    ballots: defaultdict[tuple[str, str, str], list[Held]] = defaultdict(list)
    seats: defaultdict[str, list[Held]] = defaultdict(list)
    for one in held if limits else ():
        if one.claim.modality != "asserted" or not one.exact:
            continue
        if one.claim.quantity in limits:
            seats[one.article].append(one)
        elif one.rule.compare.within is not None and one.claim.facet("person") is None:
            ballots[one.article, one.claim.quote, _body(one)].append(one)
    known = {fold(name): number for name, number in desk.settings.seats}
    for (article, quote, body), votes in ballots.items():
        room = _room(
            [one for one in seats.get(article, ()) if one.claim.quantity == votes[0].rule.compare.within],
            quote,
            body,
            known,
        )
        cast = _cast(votes)
        added = sum((one.named for one in cast), Decimal(0))
        if room is not None and room.seats < added <= BALLOTS * room.seats:
            yield _report(cast, added, room, desk)


def _body(one: Held) -> str:
    facet = one.claim.facet("body")
    return fold(facet.value) if facet is not None else ""


def _room(seats: Sequence[Held], quote: str, body: str, known: Mapping[str, Decimal]) -> _Room | None:
    """The seats of the body that votes: those of its sentence where they are the only ones, else by its name."""
    beside = [one for one in seats if one.claim.quote == quote]
    if len({(one.named, _body(one)) for one in beside}) > 1:
        return None
    named = [one for one in seats if body and _body(one) == body]
    found = beside if beside and _body(beside[0]) in ("", body) else named
    if found:
        return _Room(found[0].named, found[0]) if len({one.named for one in found}) == 1 else None
    return _Room(known[body]) if body in known else None


def _cast(votes: Sequence[Held]) -> list[Held]:
    """The votes of one ballot: of its two sides and those who abstained, or all that were cast where that is more."""
    told = single(votes, "side")
    parts = sorted((one for side, one in told.items() if side in CAST), key=lambda one: one.rank)
    total = told.get(TOTAL)
    if total is not None and total.named > sum((one.named for one in parts), Decimal(0)):
        return [total]
    return parts if len(parts) > 1 else []


def _report(cast: Sequence[Held], added: Decimal, room: _Room, desk: Desk) -> Discrepancy:
    votes = Camp(Value(Interval.exactly(added), cast[0].claim.mention.value.unit), tuple(one.claim for one in cast))
    told = () if room.told is None else (camp([room.told]),)
    body = cast[0].claim.facet("body")
    key = (("body", body.value),) if body is not None else ()
    reason = wording.reason(wording.SEATS.format(votes=wording.number(added), seats=wording.number(room.seats)))
    # "A bill drafted by a 20-member committee was passed by 24 votes to 10": only a name tells whose they are.
    grave: Severity = "conflict" if body is not None else "tension"
    return desk.report("bound_exceeded", grave, cast[0].rule, key, (*told, votes), reason)
