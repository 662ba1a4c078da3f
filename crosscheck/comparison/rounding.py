"""What a written number stands for: everything that rounds to it."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from crosscheck.model import Interval

HALF = Decimal("0.5")
# From here on, noughts at the end are mostly not counted: "14,000 people", "$184 million"; "60 dead" is a count.
ROUND_FROM = Decimal(10_000)
# Three noughts at least: 14,500 is told to the hundred, which nobody does by chance.
NOUGHTS = 3
# A number of more digits after the point was worked out ("a third"), not written so.
DIGITS = 6


@lru_cache(maxsize=65_536)
def rounded(number: Decimal) -> Interval:
    """Everything that rounds to a number as written: 17 is 16.5 to 17.5, 7.6 is 7.55 to 7.65, 2 million 1.5 to 2.5."""
    unit = _unit(number)
    if not unit:
        return Interval(number, number)
    return Interval(number - unit * HALF, number + unit * HALF, high_open=True)


def _unit(number: Decimal) -> Decimal:
    """The last written place: 0.1 for 7.6, 1 for 17, a million for 2,000,000; nought where none was written."""
    exponent = number.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -DIGITS:
        return Decimal(0)
    if exponent < 0 or (exponent >= NOUGHTS and abs(number) >= ROUND_FROM):
        return Decimal(1).scaleb(exponent)
    return Decimal(1)
