"""A number with what is fastened to it: sign, currency, unit, "old"; hedges and ranges come after."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from crosscheck.language.amounts import Amount, Shape
from crosscheck.model import Kind

Reason = Literal[
    "age",  # of a person: "19-year-old"
    "score",  # of a vote or a game: "5-4"; rules for votes may yet claim the pair
    "name",  # of a thing: "Article 5", "F-16"
    "level",  # on a scale: "level 3"
    "year",  # or years: "the 1960s"
    "pronoun",  # "no one", "one of the biggest"
    "idiom",  # "ground zero", "at first"
    "code",  # a telephone number, a case number
]
YEAR = "year"
FRACTION = "fraction"
DURATION: Kind = "duration"


@dataclass(frozen=True, slots=True)
class Expression:
    """A number among tokens with its kind and unit, from `begin` to `finish`; its surface is `first` to `last`.

    `high` is None where nobody says how many at most ("decades"). `because` is the reason why it counts nothing, one
    of a closed list that the output documents; `prefixed` tells that the unit stands before.
    """

    kind: Kind
    low: Decimal
    high: Decimal | None
    unit: str | None
    first: int
    last: int
    begin: int
    finish: int
    shape: Shape
    scale: int = 1
    because: Reason | None = None
    prefixed: bool = False


def bare(amount: Amount, kind: Kind = "number", unit: str | None = None) -> Expression:
    """An amount with nothing fastened to it, or with a unit that has no words of its own."""
    first, last = amount.first, amount.last
    return Expression(kind, amount.low, amount.high, unit, first, last, amount.begin, last, amount.shape, amount.scale)
