"""Claims that can all be true together make a camp: readings sorted and swept, n log n for n of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from crosscheck.model import Interval

Rank = tuple[bool, Decimal, bool, bool, Decimal, bool]


@dataclass(frozen=True, slots=True)
class Sides:
    """Numbers of the readings of each camp, from the lowest camp up, and of those that fit more than one."""

    camps: tuple[tuple[int, ...], ...]
    beside: tuple[int, ...]


def sides(readings: Sequence[Interval], vagueness: Sequence[int]) -> Sides:
    """Readings sorted into camps: one camp (or none beside those that fit any) iff no pair clashes.

    `vagueness` tells the layer of each reading. The least vague make the camps, the fewest that are needed; a vaguer
    one ("at least 17") joins the only camp that it meets, stands beside where it meets several, and else makes a camp
    with others that meet none.
    """
    camps: list[tuple[Interval, list[int]]] = []
    beside: list[int] = []
    for layer in sorted(set(vagueness)):
        own = sorted((i for i in range(len(readings)) if vagueness[i] == layer), key=lambda i: (rank(readings[i]), i))
        misfits = _place(readings, own, camps, beside)
        camps.extend(_swept(readings, misfits))
        camps.sort(key=lambda camp: rank(camp[0]))
    return Sides(tuple(tuple(sorted(numbers)) for _, numbers in camps), tuple(sorted(beside)))


def _place(
    readings: Sequence[Interval], layer: Sequence[int], camps: list[tuple[Interval, list[int]]], beside: list[int]
) -> list[int]:
    """Put each reading where it fits and hand back those that fit no camp."""
    misfits: list[int] = []
    for number in layer:
        near = _met(readings[number], camps)
        if not near:
            misfits.append(number)
        elif len(near) > 1:
            beside.append(number)
        else:
            common, numbers = camps[near[0]]
            numbers.append(number)
            camps[near[0]] = (common.meet(readings[number]), numbers)
    return misfits


def _met(reading: Interval, camps: Sequence[tuple[Interval, list[int]]]) -> range:
    """The camps that a reading meets: they lie apart and in order, so that two searches find the first and the last."""
    first = bisect_left(camps, True, key=lambda camp: not _below(camp[0], reading))
    return range(first, bisect_right(camps, False, key=lambda camp: _below(reading, camp[0])))


def _below(a: Interval, b: Interval) -> bool:
    """Whether all of one reading lies below all of another."""
    if a.high is None or b.low is None:
        return False
    return bool(a.high < b.low or (a.high == b.low and (a.high_open or b.low_open)))


def _swept(readings: Sequence[Interval], order: Sequence[int]) -> list[tuple[Interval, list[int]]]:
    """The fewest groups of sorted readings with something in common, and what each has in common."""
    camps: list[tuple[Interval, list[int]]] = []
    for number in order:
        if camps:
            common, numbers = camps[-1]
            shared = common.meet(readings[number])
            if not shared.is_empty:
                numbers.append(number)
                camps[-1] = (shared, numbers)
                continue
        camps.append((readings[number], [number]))
    return camps


def clash(readings: Sequence[Interval]) -> bool:
    """Whether some pair has nothing in common: whether what all of them have in common is empty."""
    if len(readings) < 2:
        return False
    common = readings[0]
    for reading in readings[1:]:
        common = common.meet(reading)
        if common.is_empty:
            return True
    return False


def rank(reading: Interval) -> Rank:
    """Sorts by the low end, then by the high end; an open beginning comes first, an open end last."""
    low, high = reading.low, reading.high
    zero = Decimal(0)
    return (low is not None, low or zero, reading.low_open, high is None, high or zero, not reading.high_open)
