"""Lengths of time in two parts: "14 years and six months", "two hours 40 minutes"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from crosscheck.language.amounts import Amount
from crosscheck.language.counting import amount as counted
from crosscheck.language.expressions import DURATION
from crosscheck.language.numerals import Numerals
from crosscheck.language.tokens import Tokens
from crosscheck.language.units import Unit, Units

# How many of a smaller unit make one of a greater; only where it is always as many.
MAKE = {
    ("decade", "year"): 10,
    ("year", "month"): 12,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}


def with_rest(
    numerals: Numerals, units: Units, tokens: Tokens, amount: Amount, finish: int, unit: Unit
) -> tuple[Amount, int, Unit]:
    """A length that ends at `finish`, with the smaller units that follow it: told in those, ending where they end."""
    index = finish + 1
    index += index < len(tokens) and tokens.words[index] in units.joiners
    part = counted(numerals, tokens, index) if index < len(tokens) else None
    after = None if part is None else units.following(tokens, part.last + 1, 1)
    if part is None or after is None or after[1].kind != DURATION or part.shape not in ("digits", "words"):
        return amount, finish, unit
    make = MAKE.get((unit.name, after[1].name), 0)
    if amount.low != amount.high or amount.low % 1 or not 0 < part.low == part.high < make:
        return amount, finish, unit
    whole = amount.low * make + Decimal(part.low)
    return replace(amount, low=whole, high=whole, scale=1), part.last + after[0], after[1]
