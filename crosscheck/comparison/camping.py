"""From claims on sides to the camps of a discrepancy: what each side says, and who is left beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from crosscheck.comparison.camps import sides
from crosscheck.comparison.held import Held
from crosscheck.model import Camp, Claim, Interval, Value

# How vaguely a wording tells a number: the vaguer join the camps that the plainer make.
LAYERS = {"exact": 0, "approx": 1, "range": 1, "vague": 2}
OPEN = 3


def encamp(held: Sequence[Held], label: str | None = None) -> tuple[list[Camp], list[Claim]]:
    """Camps from the lowest figure up, and the claims that fit more than one of them."""
    found = sides([one.reading for one in held], [_layer(one) for one in held])
    camps = [camp([held[number] for number in numbers], label) for numbers in found.camps]
    return camps, [held[number].claim for number in found.beside]


def _layer(one: Held) -> int:
    """The layer of a claim; a headline without the hedge of its text ("at least 20") is as open as the text."""
    return LAYERS.get(one.claim.mention.modifier, OPEN) if one.reading.is_bounded else OPEN


def camp(held: Iterable[Held], label: str | None = None) -> Camp:
    """One camp: its claims by day of publication, and what they allow in common as written."""
    told = sorted(held, key=lambda one: (one.published is None, one.published or date.min, one.rank))
    claims = tuple(one.claim for one in told)
    return Camp(common(claims), claims, label)


def common(claims: Sequence[Claim]) -> Value:
    """What claims allow in common as they are written; where they only round to one another, all that they say."""
    shared = hull = claims[0].mention.value.interval
    for claim in claims[1:]:
        shared, hull = shared.meet(claim.mention.value.interval), hull.hull(claim.mention.value.interval)
    first = claims[0].mention.value
    if any(claim.mention.value.unit != first.unit for claim in claims):
        return first
    return Value(_either(shared, hull), first.unit)


def _either(shared: Interval, hull: Interval) -> Interval:
    return hull if shared.is_empty else shared
