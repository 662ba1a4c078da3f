"""Dates that explain each other: "last Thursday (May 18)", "Monday night, January 9"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from crosscheck.language.dating.items import Items
from crosscheck.language.dating.patterns import Language
from crosscheck.language.dating.readings import Reading
from crosscheck.language.dating.stretches import day_of

Read = list[tuple[int, int, Reading]]
# "Tuesday, March 4" told in those days is of this March, whatever the weekday; in autumn it may be of another year.
LATELY = timedelta(days=31)


def settled(items: Items, found: Read, known: Language) -> Read:
    """The same dates, an inferred one being set to the exact day that follows it in brackets or after a comma.

    After a comma the weekday has to agree; in brackets "today" and "yesterday" give way as well. "Yesterday, 30 March"
    tells the year of a day that has none.
    """
    result = list(found)
    for index in range(len(result) - 1):
        (first, last, one), (start, end, other) = result[index], result[index + 1]
        if start - last != 2 or not (one.deictic or one.weekday) or other.grain != "day" or other.because:
            continue
        day = _explained(items, last + 1, one, other, known)
        if day is not None:
            result[index] = (first, last, replace(one, low=day, high=day, because=None))
            result[index + 1] = (start, end, replace(other, low=day, high=day))
    return result


def _explained(items: Items, between: int, one: Reading, other: Reading, known: Language) -> date | None:
    """The day that both mean: with the weekday said, if need be in the year before or after that of an undated one."""
    bracket = items.letters[between] in known.brackets
    if not isinstance(other.low, date) or not (bracket or items.words[between] == ","):
        return None
    if one.weekday is None and bracket:
        return other.low
    near = isinstance(one.low, date) and abs(one.low - other.low) <= LATELY
    years = (0,) if other.dated or near else (0, -1, 1)
    days = (day_of(other.low.year + shift, other.low.month, other.low.day) for shift in years)
    return next((day for day in days if day and _agrees(day, one)), None)


def _agrees(day: date, one: Reading) -> bool:
    return day == one.low if one.weekday is None else day.isoweekday() == one.weekday
