"""A bare number as it stands among tokens: what units, hedges and ranges are then fastened to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from crosscheck.language.tokens import Tokens

MINUS = "-"
CLOSERS = frozenset(")]}\"'%°")
Shape = Literal["digits", "words", "share", "ordinal", "vague", "unit"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A number: its least and greatest value, its first and last token, and where it begins with its sign.

    `scale` is the last scale word that it holds (a million in "2.6 million"), which a range hands to its first end.
    """

    low: Decimal
    high: Decimal
    first: int
    last: int
    begin: int
    shape: Shape
    scale: int = 1


def begin(tokens: Tokens, first: int, minus: frozenset[str]) -> int:
    """Where a number that begins at `first` begins with its sign: "minus five", "-18", never "10-18"."""
    if not first:
        return first
    sign = tokens.words[first - 1]
    if sign in minus:
        return first - 1
    if sign != MINUS or not tokens.glued(first) or fastened(tokens, first - 1):
        return first
    return first if first > 1 and tokens.words[first - 2] == MINUS else first - 1  # "the bailout--22 billion"


def signed(tokens: Tokens, amount: Amount) -> Amount:
    """The amount below zero where a sign stands before it; a dash at the start is one only if nothing else follows."""
    if amount.begin == amount.first == 1 and tokens.words[0] == MINUS and amount.last + 1 == len(tokens.words):
        amount = replace(amount, begin=0)
    if amount.begin == amount.first or not amount.high:
        return amount
    return replace(amount, low=-amount.high, high=-amount.low)


def fastened(tokens: Tokens, index: int) -> bool:
    """Whether a mark is fastened to what stands before it ("3.5-4.0", "10%-20%"); a currency sign may stand there."""
    return tokens.glued(index) and (tokens.words[index - 1][-1].isalnum() or tokens.words[index - 1] in CLOSERS)
