"""Lengths of time before or after something else: "two days before the vote", "the next day", "a month earlier"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from crosscheck.language.dating.items import Items
from crosscheck.language.dating.lengths import count_of, widened
from crosscheck.language.dating.patterns import Language, Match
from crosscheck.language.dating.readings import Found, Reading, of_day, of_stretch
from crosscheck.language.dating.stretches import DAYS, MONTHS, around, later, move

Read = list[tuple[int, int, Reading]]
MONTH, HOURS = (28, 31), (0, 1)  # days that a month has, and that some hours reach over


@dataclass(frozen=True, slots=True)
class Context:
    """What the text around a sentence tells: `before` gives the day that it spoke of last, `of` the day of what the
    tokens from one on name ("the arrest", "he fled"); None where it tells none."""

    before: Callable[[], date | None]
    of: Callable[[int], date | None]


@dataclass(frozen=True, slots=True)
class Offset:
    """So many days, `low` to `high`, after something (before it where negative); `first` to `last` are its tokens.

    `onward` says that it is told of what follows the words ("two days before X was arrested"), else of what was told
    before ("a day later").
    """

    low: int
    high: int
    first: int
    last: int
    onward: bool


@dataclass(frozen=True, slots=True)
class _Told:
    match: Match
    found: Found
    sign: int
    onward: bool


def _told(items: Items, known: Language) -> list[_Told]:
    told, letters = [], items.letters
    index = known.offset.seek(letters, 0)
    while index >= 0:
        match = next(known.offset.at(letters, index), None)
        if match is not None:
            found = Found(match, {slot: items.words[place] for slot, place in match.slots.items()}, known.terms)
            told.append(_Told(match, found, found.get("sign"), not found.get("follow")))
            index = match.last
        index = known.offset.seek(letters, index + 1)
    return told


def found_offsets(items: Items, known: Language) -> tuple[Offset, ...]:
    """Every such length among items whose dates are already in place."""
    return tuple(_offset(items, told) for told in _told(items, known))


def _offset(items: Items, told: _Told) -> Offset:
    low, high = _days(told.found)
    if told.sign <= 0:
        low, high = told.sign * high, told.sign * low
    return Offset(low, high, items.firsts[told.match.first], items.lasts[told.match.last], told.onward)


def _days(found: Found) -> tuple[int, int]:
    least, most = count_of(found)
    unit = found.get("unit") or "day"
    if unit in MONTHS:
        return MONTHS[unit] * least * MONTH[0], MONTHS[unit] * most * MONTH[1]
    return HOURS if unit == "hour" else (DAYS.get(unit, 7) * least, DAYS.get(unit, 7) * most)


def anchored(items: Items, found: Read, known: Language, context: Context | None) -> Read:
    """The dates with those added that a length gives: told of an earlier date ("on Monday … the next day"), or set
    beside one ("December 6, the day before the vote")."""
    told = _told(items, known)
    if not told:
        return found
    result = list(found)
    for each in told:
        before = [entry for entry in result if entry[1] < each.match.first and _single(entry[2])]
        reading = _beside(items, each, before) or _told_of(items, each, before[-1][2] if before else None, context)
        if reading is not None:
            span = reading.spanning(items.firsts[each.match.first], items.lasts[each.match.last])
            result.append((each.match.first, each.match.last, span))
            result.sort(key=lambda entry: entry[0])
    return result


def _single(reading: Reading) -> bool:
    return reading.grain in ("day", "weekday") and reading.stretch is not None and not reading.because


def _beside(items: Items, told: _Told, before: Read) -> Reading | None:
    comma = told.match.first - 1
    if not told.onward or not before or comma < 1 or items.words[comma] != "," or before[-1][1] != comma - 1:
        return None
    return replace(before[-1][2], weekday=None)


def _day(reading: Reading | None) -> date | None:
    return reading.low if reading is not None and isinstance(reading.low, date) else None


def _told_of(items: Items, told: _Told, reading: Reading | None, context: Context | None) -> Reading | None:
    if told.onward:
        day = context and context.of(items.lasts[told.match.last] + 1)
    else:
        day = _day(reading) or (context and context.before())
    if not isinstance(day, date):
        return None
    unit = told.found.get("unit") or "day"
    least, most = (count * told.sign for count in count_of(told.found))
    if unit in ("hour", "day"):
        near, far = move(day, least), move(day, most)
        return of_day(near) if near == far else widened(near, far, "day")
    if told.match.last - told.match.first <= 2 and "n" not in told.found.words and "one" not in told.found.words:
        return of_stretch(around(day, unit, told.sign), unit)
    return widened(later(day, unit, least), later(day, unit, most), unit)
