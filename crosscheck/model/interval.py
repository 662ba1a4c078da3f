"""A set of possibilities on one ordered scale: the one thing that counts, sums, shares and days have in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Any

Bound = Decimal | date | time
# Digits of a whole amount that are written out: more are an exponent's, and writing them could fill any memory.
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Interval:
    """Possibilities from `low` to `high`, an end that is None being unbounded; both ends are of one kind."""

    low: Any
    high: Any
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def exactly(cls, bound: Bound) -> Interval:
        """The one possibility `bound`."""
        return cls(bound, bound)

    @property
    def is_point(self) -> bool:
        """Whether just one possibility is left."""
        return self.low is not None and self.low == self.high

    @property
    def is_bounded(self) -> bool:
        """Whether both ends are known."""
        return self.low is not None and self.high is not None

    @property
    def is_empty(self) -> bool:
        """Whether no possibility is left."""
        if self.low is None or self.high is None:
            return False
        return bool(self.low > self.high or (self.low == self.high and (self.low_open or self.high_open)))

    def meet(self, other: Interval) -> Interval:
        """What both allow; empty where they share nothing."""
        if self is other:
            return self
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, upper=False)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, upper=True)
        for one in (self, other):
            if low is one.low and high is one.high and low_open is one.low_open and high_open is one.high_open:
                return one
        return Interval(low, high, low_open, high_open)

    def meets(self, other: Interval) -> bool:
        """Whether some possibility is in both."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, upper=False)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, upper=True)
        if low is None or high is None:
            return True
        return bool(low < high or (low == high and not (low_open or high_open)))

    def holds(self, other: Interval) -> bool:
        """Whether every possibility of `other` is one of this interval's."""
        return self.meet(other) == other

    def hull(self, other: Interval) -> Interval:
        """The narrowest interval that holds both."""
        low, low_open = _looser(self.low, self.low_open, other.low, other.low_open, upper=False)
        high, high_open = _looser(self.high, self.high_open, other.high, other.high_open, upper=True)
        return Interval(low, high, low_open, high_open)


def written(bound: Bound | None) -> str:
    """A bound in one way, however it came to be: 2.5 million is "2500000", whether read from prose or from a record."""
    if isinstance(bound, Decimal) and bound.is_finite() and bound.adjusted() < _LONGEST:
        whole = bound.to_integral_value()
        return str(int(whole)) if whole == bound else str(bound.normalize())
    return str(bound)


def _tighter(a: Any, a_open: bool, b: Any, b_open: bool, *, upper: bool) -> tuple[Any, bool]:
    if a is None or b is None:
        return (b, b_open) if a is None else (a, a_open)
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if (a < b) is upper else (b, b_open)


def _looser(a: Any, a_open: bool, b: Any, b_open: bool, *, upper: bool) -> tuple[Any, bool]:
    if a is None or b is None:
        return None, False
    if a == b:
        return a, a_open and b_open
    return (a, a_open) if (a > b) is upper else (b, b_open)
