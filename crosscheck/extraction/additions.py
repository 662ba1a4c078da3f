"""Counts that add to others: "three more died" beside a toll told before is a part of the whole, and no toll itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from crosscheck.language.grammar import words_of
from crosscheck.language.tokens import tokenize
from crosscheck.model import Claim
from crosscheck.rules import Rule

WHOLE = frozenset({"event", "running_total"})
BACK = 100  # claims before a count that it may add to
CLOSE = 200  # characters between a count and the next sentence's "another 12" that adds to it
NEAR = 30  # characters to either side of a figure that hold the word next to it


def settled(claims: Iterable[Claim], rules: Iterable[Rule]) -> tuple[Claim, ...]:
    """An article's claims in order, its counts of some more people as the parts that they are.

    "Another 12" adds to what was told of the same, here or in other articles. Where the same sentence counts others
    before ("five died and another 12 were hurt") it tells them apart from these, and so does a number told again. What
    it adds to right before is no whole either, and neither are two counts of the same that "and" joins.
    """
    partial = frozenset(rule.id for rule in rules if rule.kind == "count" and "part" in rule.scope)
    found = tuple(claims)
    parts: set[int] = set()
    for index, claim in enumerate(found):
        if claim.quantity in partial and claim.scope in WHOLE:
            parts.update(_added(found, index, partial), _summed(found, index))
    return tuple(replace(claim, scope="part") if index in parts else claim for index, claim in enumerate(found))


def _added(found: Sequence[Claim], index: int, partial: frozenset[str]) -> Iterator[int]:
    """The place of a count of some more, and those of the counts that it adds to; nothing where it adds to none."""
    claim = found[index]
    if not _is_told_so(claim):
        return
    before = [
        at
        for at in range(max(0, index - BACK), index)
        if found[at].quantity in partial and _unit(found[at]) == _unit(claim)
    ]
    same = [at for at in before if found[at].quantity == claim.quantity]
    if any(_contrasts(claim, found[at]) for at in before) or any(_is_same(claim, found[at]) for at in same):
        return
    if same and not _is_elsewhere(claim, found[same[-1]]):
        if before[-1] == same[-1] and found[same[-1]].scope == "event" and _is_close(claim, found[same[-1]]):
            yield same[-1]
        yield index
    elif not before:
        yield index


def _summed(found: Sequence[Claim], index: int) -> Iterator[int]:
    """The places of two counts of one sentence that make a sum: "seven drowned and two were crushed"."""
    claim, before = found[index], found[index - 1]
    joins = words_of(claim.article.lang, "sums")
    if index and before.scope == "event" == claim.scope and before.quantity == claim.quantity:
        ahead = tokenize(claim.quote, max(0, claim.quote_start - NEAR), claim.quote_start).words
        one = before.quote == claim.quote and before.part == claim.part and before.facets == claim.facets
        if one and before.when == claim.when and not _is_same(claim, before) and not joins.isdisjoint(ahead[-1:]):
            yield from (index - 1, index)


def _is_close(claim: Claim, other: Claim) -> bool:
    own, before = claim.mention.span, other.mention.span
    return own.field == before.field and own.start - before.end < CLOSE


def _unit(claim: Claim) -> str | None:
    return claim.mention.value.unit


def _is_same(claim: Claim, other: Claim) -> bool:
    return claim.mention.value.interval == other.mention.value.interval


def _is_told_so(claim: Claim) -> bool:
    """Whether a word says so right before the figure ("another 12") or right behind it ("three more")."""
    quote, lang = claim.quote, claim.article.lang
    ahead = tokenize(quote, max(0, claim.quote_start - NEAR), claim.quote_start).words
    behind = tokenize(quote, claim.quote_end, min(len(quote), claim.quote_end + NEAR)).words
    adding, compared = words_of(lang, "increment"), words_of(lang, "compared")
    return not adding.isdisjoint(ahead[-1:]) or (not adding.isdisjoint(behind[:1]) and compared.isdisjoint(behind[1:2]))


def _contrasts(claim: Claim, other: Claim) -> bool:
    """Whether the same sentence counts others otherwise before: "five died and another 12 were hurt"."""
    return other.quantity != claim.quantity and other.quote == claim.quote and other.part == claim.part


def _is_elsewhere(claim: Claim, other: Claim) -> bool:
    """Whether a count has a place of its own in its clause, and the other one another."""
    place, apart = claim.facet("place"), other.facet("place")
    return place is not None and place.reach == "clause" and (apart is None or apart.value != place.value)
