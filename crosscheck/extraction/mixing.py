"""Totals that include more than their rule counts, seen once all is read: of five people shot two may be dead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from crosscheck.model import Claim
from crosscheck.rules import Rule


def settled(claims: Iterable[Claim], rules: Iterable[Rule]) -> tuple[Claim, ...]:
    """An article's claims, its totals under a rule with `mixed` handed on where it claims what they may include."""
    known, found = {rule.id: rule for rule in rules}, tuple(claims)
    told = {claim.quantity for claim in found}
    return tuple(_settled(claim, known, told) for claim in found)


def _settled(claim: Claim, known: dict[str, Rule], told: set[str]) -> Claim:
    mixed = known[claim.quantity].mixed
    other = known.get(mixed.rule) if mixed else None
    if mixed is None or other is None or claim.scope == "part" or told.isdisjoint(mixed.beside):
        return claim
    if not set(mixed.sets) <= {(facet.name, facet.value) for facet in claim.facets}:
        return claim
    kept = {"place", *other.facets}
    return replace(claim, quantity=other.id, facets=tuple(facet for facet in claim.facets if facet.name in kept))
