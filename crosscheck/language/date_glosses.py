"""Dates that explain each other: "last Thursday (May 18)", "Monday night, January 9"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from crosscheck.language.date_items import Items
from crosscheck.language.date_patterns import Language
from crosscheck.language.date_readings import Reading

Read = list[tuple[int, int, Reading]]


def settled(items: Items, found: Read, known: Language) -> Read:
    """The same dates, an inferred one being set to the exact day that follows it in brackets or after a comma.

    After a comma the weekday has to agree; in brackets "today" and "yesterday" give way as well.
    """
    result = list(found)
    for index in range(len(result) - 1):
        (first, last, one), (start, end, other) = result[index], result[index + 1]
        if not (one.deictic or one.weekday) or other.grain != "day" or other.because:
            continue
        if start - last == 2 and isinstance(other.low, date) and _explains(items, last + 1, one, other.low, known):
            result[index] = (first, last, replace(one, low=other.low, high=other.high, because=None))
    return result


def _explains(items: Items, between: int, one: Reading, day: date, known: Language) -> bool:
    bracket = items.letters[between] in known.brackets
    if one.weekday is not None:
        return day.isoweekday() == one.weekday and (bracket or items.words[between] == ",")
    return bracket
