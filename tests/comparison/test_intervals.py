"""What two intervals share, and what holds both: an open end stays open only where nothing closes it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from crosscheck.comparison.camps import clash, sides
from crosscheck.model import Interval
from crosscheck.model.interval import Bound, written

ENDS = (None, Decimal(1), Decimal(2), Decimal(3))
EVERY = [
    interval
    for low, high, low_open, high_open in product(ENDS, ENDS, (False, True), (False, True))
    if not (interval := Interval(low, high, low_open, high_open)).is_empty
    and not (low is None and low_open)
    and not (high is None and high_open)
]
POINTS = [Decimal(number) / 2 for number in range(9)]


def has(interval: Interval, point: Decimal) -> bool:
    """Whether a number is among the possibilities, told without any of the methods that are tried here."""
    above = interval.low is None or point > interval.low or (point == interval.low and not interval.low_open)
    below = interval.high is None or point < interval.high or (point == interval.high and not interval.high_open)
    return above and below


def told(interval: Interval) -> list[bool]:
    return [has(interval, point) for point in POINTS]


def test_what_two_share_is_what_is_in_both() -> None:
    for one, other in product(EVERY, EVERY):
        both = [a and b for a, b in zip(told(one), told(other), strict=True)]
        assert told(one.meet(other)) == both, (one, other)
        assert one.meets(other) is any(both), (one, other)
        assert bool(clash([one, other])) is not any(both), (one, other)


def test_two_readings_are_one_camp_where_they_share_something() -> None:
    for one, other in product(EVERY, EVERY):
        parted = sides([one, other], [0, 0])
        assert (len(parted.camps) == 1) is one.meets(other), (one, other)
        assert sorted(index for camp in parted.camps for index in camp) == [0, 1]


@pytest.mark.parametrize(
    ("bound", "expected"),
    [
        (Decimal("2500000"), "2500000"),
        (Decimal("2.5E+6"), "2500000"),
        (Decimal("2.50"), "2.5"),
        (Decimal("17.0"), "17"),
        (Decimal("-3"), "-3"),
        (Decimal("1E+39"), "1" + "0" * 39),
        (Decimal("1E+40"), "1E+40"),
        (Decimal("1E+999999"), "1E+999999"),
        (Decimal("Infinity"), "Infinity"),
        (date(2023, 1, 9), "2023-01-09"),
        (None, "None"),
    ],
)
def test_a_bound_is_written_in_one_way(bound: Bound | None, expected: str) -> None:
    assert written(bound) == expected


def test_what_holds_both_is_no_wider_than_it_must_be() -> None:
    for one, other in product(EVERY, EVERY):
        hull = one.hull(other)
        either = [a or b for a, b in zip(told(one), told(other), strict=True)]
        first, last = either.index(True), len(either) - either[::-1].index(True)
        assert told(hull) == [first <= index < last for index in range(len(either))], (one, other)
        assert (hull.low is None) is (one.low is None or other.low is None)
        assert (hull.high is None) is (one.high is None or other.high is None)
        assert hull.low_open in (False, True)
        assert hull.high_open in (False, True)
        assert hull.holds(one)
        assert hull.holds(other)


@pytest.mark.parametrize("one", EVERY, ids=str)
def test_an_interval_holds_itself(one: Interval) -> None:
    assert one.holds(one)
    assert one.hull(one) == one
