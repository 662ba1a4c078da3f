"""Counts that the same article tells to have grown: "14 died", and further down "the toll rose to 17"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from crosscheck.language.telling import told
from crosscheck.language.tokens import tokenize
from crosscheck.model import Claim
from crosscheck.rules import Rule

GROWN = "scope.grown"
# A toll that is more than thrice a count is the toll of something wider.
MOST = 3


def settled(claims: Iterable[Claim], rules: Iterable[Rule]) -> tuple[Claim, ...]:
    """An article's claims, its counts that were overtaken as the earlier totals that they are."""
    totals = frozenset(rule.id for rule in rules if rule.kind == "count" and "running_total" in rule.scope)
    found = tuple(claims)
    grown = [claim for claim in found if claim.quantity in totals and _has_grown(claim)]
    return tuple(_settled(claim, grown) for claim in found) if grown else found


def _has_grown(claim: Claim) -> bool:
    if claim.scope != "running_total" or _named(claim) is None:
        return False
    tokens, lang = tokenize(claim.quote), claim.article.lang
    return any(GROWN in labels for _, _, labels in told(tokens, lang))


def _settled(claim: Claim, grown: list[Claim]) -> Claim:
    overtaken = claim.scope == "event" and any(_overtakes(later, claim) for later in grown)
    return replace(claim, scope="running_total") if overtaken else claim


def _overtakes(later: Claim, claim: Claim) -> bool:
    before, after = _named(claim), _named(later)
    if later.quantity != claim.quantity or before is None or after is None or not before < after <= MOST * before:
        return False
    return _lead(claim) == _lead(later)


def _named(claim: Claim) -> Decimal | None:
    value = claim.mention.value.interval
    named = value.high if value.low is None else value.low
    return named if isinstance(named, Decimal) else None


def _lead(claim: Claim) -> tuple[str | None, str | None]:
    """What tells a count's whole from others: the place and the group."""
    place, group = claim.facet("place"), claim.facet("group")
    return place.value if place else None, group.value if group else None
