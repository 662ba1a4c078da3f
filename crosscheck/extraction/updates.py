"""Counts that the same article tells to have grown: "14 died", and further down "the toll rose to 17"."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from crosscheck.language.telling import told
from crosscheck.language.tokens import tokenize
from crosscheck.model import Claim
from crosscheck.rules import Rule

Whole = tuple[str, str | None, str | None]
GROWN = "scope.grown"
# A toll that is more than thrice a count is the toll of something wider.
MOST = 3


def settled(claims: Iterable[Claim], rules: Iterable[Rule]) -> tuple[Claim, ...]:
    """An article's claims, its counts that were overtaken as the earlier totals that they are."""
    totals = frozenset(rule.id for rule in rules if rule.kind == "count" and "running_total" in rule.scope)
    found = tuple(claims)
    grown: defaultdict[Whole, list[Decimal]] = defaultdict(list)
    for claim in found:
        named = _named(claim)
        if claim.quantity in totals and named is not None and _has_grown(claim):
            insort(grown[_whole(claim)], named)
    return tuple(_settled(claim, grown) for claim in found) if grown else found


def _has_grown(claim: Claim) -> bool:
    if claim.scope != "running_total":
        return False
    tokens, lang = tokenize(claim.quote), claim.article.lang
    return any(GROWN in labels for _, _, labels in told(tokens, lang))


def _settled(claim: Claim, grown: Mapping[Whole, list[Decimal]]) -> Claim:
    named = _named(claim)
    if claim.scope != "event" or named is None:
        return claim
    later = grown.get(_whole(claim), [])
    place = bisect_right(later, named)
    overtaken = place < len(later) and later[place] <= MOST * named
    return replace(claim, scope="running_total") if overtaken else claim


def _named(claim: Claim) -> Decimal | None:
    value = claim.mention.value.interval
    named = value.high if value.low is None else value.low
    return named if isinstance(named, Decimal) else None


def _whole(claim: Claim) -> Whole:
    """What tells a count's whole from others: the quantity, the place and the group."""
    place, group = claim.facet("place"), claim.facet("group")
    return claim.quantity, place.value if place else None, group.value if group else None
