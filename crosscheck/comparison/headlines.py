"""Headlines are read as their own text tells: without its hedge or scope, and a sort of people as a part of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from crosscheck.comparison.generality import general

if TYPE_CHECKING:
    from crosscheck.comparison.held import Held


def as_in_the_text(held: Sequence[Held]) -> tuple[Held, ...]:
    """The claims, each headline read as its own text tells the same figure: headlines drop hedges and scopes."""
    if all(one.claim.part == "body" for one in held):
        return tuple(held)
    told: defaultdict[tuple[str, str, Decimal], list[Held]] = defaultdict(list)
    for one in held:
        if one.claim.part == "body":
            told[one.article, one.claim.quantity, one.named].append(one)
    sorts = {_sentence(one) for one in held if one.claim.part == "title" and one.claim.facet("group") is not None}
    return tuple(
        one
        if one.claim.part == "body"
        else _part(one)
        if _sentence(one) in sorts and _is_sort(one)
        else _explained(one, told.get((one.article, one.claim.quantity, one.named), ()))
        for one in held
    )


def _sentence(one: Held) -> tuple[str, str, str]:
    return (one.article, one.claim.quantity, one.claim.quote)


def _is_sort(one: Held) -> bool:
    """Whether a count is of a sort of people that has no group of its own: "3 adults" beside "5 minors"."""
    noun = one.claim.mention.noun
    return noun is not None and one.claim.facet("group") is None and not general(noun, one.claim.article.lang)


def _part(one: Held) -> Held:
    return replace(one, claim=replace(one.claim, scope="part"))


def _explained(title: Held, told: Sequence[Held]) -> Held:
    scopes = {one.claim.scope for one in told}
    reading = title.reading
    for one in told:
        reading = reading.hull(one.reading)
    claim = replace(title.claim, scope=scopes.pop()) if len(scopes) == 1 else title.claim
    return replace(title, reading=reading, claim=claim)
