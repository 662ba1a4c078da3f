"""Breakdown lists against their total: "Ayacucho (9), Apurimac (6) …" have to add up to the 25 that they break down.

Expects of extraction: each listed figure is a claim of scope `part` with a `place` (or other facet) of its own in reach
`clause`; the total is the nearest claim of the quantity before the list, or else in the list's own sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from crosscheck.comparison import wording
from crosscheck.comparison.camping import camp
from crosscheck.comparison.desk import Desk
from crosscheck.comparison.held import FIRM, Held
from crosscheck.comparison.nearness import nested
from crosscheck.model import Camp, Discrepancy, Interval, Severity, Value

# "Mostly in Cusco (3) and Puno (2)" lists a few of many; a list that comes so near to its total means to be whole.
WHOLE, NEARLY = Decimal("0.9"), Decimal("0.75")
LEAST = 2


def mismatches(held: Sequence[Held], desk: Desk) -> Iterator[Discrepancy]:
    """Lists that do not add up, one discrepancy each; `held` is in canonical order."""
    listing = Counter(one.article for one in held if one.claim.scope == "part")
    told = (one for one in held if listing[one.article] >= LEAST)
    for _, group in groupby(told, key=lambda one: one.article):
        by_quantity: dict[str, list[Held]] = {}
        for one in group:
            if one.rule.compare.sum_of_parts and one.claim.part == "body" and one.claim.modality == "asserted":
                by_quantity.setdefault(one.claim.quantity, []).append(one)
        for claims in by_quantity.values():
            yield from _checked(claims, desk)


def _checked(claims: Sequence[Held], desk: Desk) -> Iterator[Discrepancy]:
    for parts in _lists(claims):
        total = _total(claims, parts)
        grave = None if total is None else _grave(total, parts)
        if total is not None and grave is not None:
            yield desk.report(
                "sum_mismatch",
                grave,
                total.rule,
                (("place", total.place[0]),) if total.place else (),
                (camp([total]), _added(parts)),
                wording.reason(wording.SUM),
            )


def _lists(claims: Iterable[Held]) -> Iterator[list[Held]]:
    """Listed parts of one sentence, each of a place of its own."""
    for _, group in groupby(claims, key=lambda one: one.claim.quote):
        parts = [one for one in group if one.claim.scope == "part" and one.placed == FIRM]
        if len(parts) >= LEAST and _set_apart(parts) and all(one.exact for one in parts):
            yield parts


def _set_apart(parts: Sequence[Held]) -> bool:
    """Whether each part has a place of its own, be it one that no gazetteer knows and that takes a neighbour's."""
    places = {one.place for one in parts}
    if len(places) == len(parts):
        return True
    between = [a.claim.quote[a.claim.quote_end : b.claim.quote_start] for a, b in pairwise(parts)]
    named = {words for words in between if any(map(str.isupper, words))}
    return len(places) >= LEAST and len(named) == len(between)


def _total(claims: Sequence[Held], parts: Sequence[Held]) -> Held | None:
    whole = [one for one in claims if one.claim.scope != "part" and _may_hold(one, parts)]
    before = [one for one in whole if one.rank < parts[0].rank]
    inside = [one for one in whole if one.claim.quote == parts[0].claim.quote]
    return before[-1] if before else inside[0] if inside else None


def _may_hold(total: Held, parts: Sequence[Held]) -> bool:
    """Whether the places of a list may lie in a total's: "three in Cusco, two in Lima and four in Ica" has none.

    A total whose own clause tells no place may be of any.
    """
    return total.placed < FIRM or all(nested(part.place, total.place) for part in parts)


def _grave(total: Held, parts: Sequence[Held]) -> Severity | None:
    added = sum((one.named for one in parts), Decimal(0))
    if total.reading.meets(Interval.exactly(added)):
        return None
    if added > total.named or added >= WHOLE * total.named:
        return "conflict"
    return "tension" if added >= NEARLY * total.named and len(parts) > LEAST else None


def _added(parts: Sequence[Held]) -> Camp:
    added = sum((one.claim.mention.value.interval.low for one in parts), Decimal(0))
    return Camp(Value(Interval.exactly(added), parts[0].claim.mention.value.unit), tuple(one.claim for one in parts))
